### How many people are in time: tables and pictures for planners.
### Переклад ще не перевірив носій мови. Not yet reviewed by a native speaker.

unit-people = люди
unit-doorsteps = пороги
coverage-title = { $place }: { $number }, { $unit }
coverage-case = випадок
coverage-there-is = є часу
coverage-no-limit = без межі
coverage-in-time = вчасно
coverage-outside = надворі*
coverage-late = запізно
coverage-no-way = без шляху
coverage-unknown = невідомо
coverage-elsewhere = інше
coverage-key = * вчасно лише для тих, хто вже надворі; інше: поруч немає вулиці або заборонена територія
coverage-offered = { $case }: пропонується { $offered } з { $shelters ->
    [one] { $shelters } укриття
   *[other] { $shelters } укриттів
}; не пропонується { $reasons }.
coverage-by-minutes = { $unit } за потрібними хвилинами, { $case }:
coverage-districts = Райони, { $case }:
coverage-district = район
coverage-all = усі
coverage-left-out = не встигають
coverage-in-no-district = поза районами
coverage-no-people = У цьому регіоні немає даних про людей: кожен поріг рахується за одного. Щоб рахувати людей, створіть його з --people.
coverage-people-outside = { $people ->
    [one] { $people } людина
    [few] { $people } людини
    [many] { $people } людей
   *[other] { $people } людини
} з джерела поза межами даних, тут не враховано.
coverage-people-far = { $people ->
    [one] { $people } людина
    [few] { $people } людини
    [many] { $people } людей
   *[other] { $people } людини
} з джерела далеко від будь-якого порога, тут не враховано.
coverage-guess = Кількість людей — ЛИШЕ ОЦІНКА за розмірами будівель на мапі: ніхто їх не рахував. Частки кажуть більше, ніж числа.
band-first = до { $minutes } хв
band-between = { $from }-{ $to }
band-over = понад { $minutes }
band-no-time = час невідомий

picture-curve = { $place }: хто скільки йде
picture-curve-people = Люди за хвилинами від сигналу до входу в укриття
picture-curve-doorsteps = Пороги за хвилинами від сигналу до входу в укриття
picture-across = хвилини від сигналу до входу
picture-budget = є { $time }
picture-bands = { $place }: хвилини до входу в укриття
picture-minutes = хвилини
picture-band-first = до { $minutes } хв
picture-band-between = { $from }-{ $to } хв
picture-no-way = немає шляху до укриття
picture-unknown = невідомо (край мапи, поруч немає вулиці)
picture-forbidden = заборонена територія
picture-line = hinan coverage: { $case }; { $start } до першого кроку; пропонується укриттів: { $offered } з { $shelters }
picture-guess = Кількість людей — оцінка за розмірами будівель на мапі.
picture-map = { $unit }, вчасно: { $number } з { $all } ({ $share })
picture-shelter = Укриття
picture-district = Район
picture-forbidden-ground = Заборонена територія
picture-sizes = Більша точка: більше людей
picture-squares = Точок забагато: кожен квадрат показує, як справи в середньої людини в ньому
picture-north = Пн
