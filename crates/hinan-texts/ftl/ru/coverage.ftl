### How many people are in time: tables and pictures for planners.
### Перевод ещё не проверен носителем языка. Not yet reviewed by a native speaker.

unit-people = люди
unit-doorsteps = пороги
coverage-title = { $place }: { $number }, { $unit }
coverage-case = случай
coverage-there-is = есть времени
coverage-no-limit = без предела
coverage-in-time = вовремя
coverage-outside = на улице*
coverage-late = поздно
coverage-no-way = нет пути
coverage-unknown = неизвестно
coverage-elsewhere = прочее
coverage-key = * вовремя только для тех, кто уже на улице; прочее: рядом нет улицы или запрещённая территория
coverage-offered = { $case }: предлагается { $offered } из { $shelters ->
    [one] { $shelters } укрытия
   *[other] { $shelters } укрытий
}; не предлагается { $reasons }.
coverage-by-minutes = { $unit } по нужным минутам, { $case }:
coverage-districts = Районы, { $case }:
coverage-district = район
coverage-all = все
coverage-left-out = не успевают
coverage-in-no-district = вне районов
coverage-no-people = В этом регионе нет данных о людях: каждый порог считается за одного. Чтобы считать людей, создайте его с --people.
coverage-people-outside = { $people ->
    [one] { $people } человек
    [few] { $people } человека
    [many] { $people } человек
   *[other] { $people } человека
} из источника за пределами данных, здесь не учтены.
coverage-people-far = { $people ->
    [one] { $people } человек
    [few] { $people } человека
    [many] { $people } человек
   *[other] { $people } человека
} из источника далеко от любого порога, здесь не учтены.
coverage-guess = Число людей — ЛИШЬ ОЦЕНКА по размерам зданий на карте: никто их не считал. Доли говорят больше, чем числа.
band-first = до { $minutes } мин
band-between = { $from }-{ $to }
band-over = более { $minutes }
band-no-time = время неизвестно

picture-curve = { $place }: кто сколько идёт
picture-curve-people = Люди по минутам от сигнала до входа в укрытие
picture-curve-doorsteps = Пороги по минутам от сигнала до входа в укрытие
picture-across = минуты от сигнала до входа
picture-budget = есть { $time }
picture-bands = { $place }: минуты до входа в укрытие
picture-minutes = минуты
picture-band-first = до { $minutes } мин
picture-band-between = { $from }-{ $to } мин
picture-no-way = нет пути до укрытия
picture-unknown = неизвестно (край карты, рядом нет улицы)
picture-forbidden = запрещённая территория
picture-line = hinan coverage: { $case }; { $start } до первого шага; предлагается укрытий: { $offered } из { $shelters }
picture-guess = Число людей — оценка по размерам зданий на карте.
picture-map = { $unit }, вовремя: { $number } из { $all } ({ $share })
picture-shelter = Укрытие
picture-district = Район
picture-forbidden-ground = Запретная территория
picture-sizes = Точка больше: больше людей
picture-squares = Точек слишком много: каждый квадрат показывает, как дела у среднего человека в нём
picture-north = С
