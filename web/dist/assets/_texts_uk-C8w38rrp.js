var e=`
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


hazard-air-raid = повітряна тривога
hazard-earthquake = землетрус
hazard-tsunami = цунамі
hazard-flood = повінь
hazard-landslide = зсув ґрунту
hazard-storm-surge = штормовий нагін
hazard-fire = велика пожежа
hazard-volcano = виверження вулкана
hazard-radiological = радіаційна загроза
hazard-chemical = хімічна загроза
hazard-untold = не можу визначити
hazard-and = { $first } + { $second }

walker-adult = дорослий
walker-older = людина похилого віку
walker-child = дитина або візочок
walker-wheelchair = крісло колісне
walker-night = { $walker }, уночі


late-air-raid-inner-room = Зайдіть у внутрішню кімнату або на сходи без вікон, не на поверсі входу і не під дахом. Ляжте подалі від скла.
late-air-raid-lie-down = Зійдіть з вулиці в найближчу міцну будівлю; якщо за кілька кроків її немає, ляжте в заглибину або за стіну й прикрийте голову.
late-earthquake-drop-cover-hold = Опустіться на коліна, сховайтеся під стіл і тримайтеся, доки не припиняться поштовхи. Потім вийдіть сходами.
late-earthquake-open-ground = Вийдіть на відкрите місце, подалі від стін, скла та дротів.
late-tsunami-highest-floor = Негайно підніміться: на найвищий поверх або дах найвищої міцної будівлі, до якої встигнете. Ніколи не вниз, не до моря і не до річки.
late-tsunami-high-ground = Негайно підніміться: на найближче узвишшя або у високу міцну будівлю, якомога вище. Ніколи не до моря і не до річки.
late-flood-highest-floor = Підніміться на найвищий поверх. Ніколи не спускайтеся в підвал і не йдіть через рухому воду.
late-flood-high-ground = Ідіть на узвишшя або на верхні поверхи найближчої міцної будівлі. Ніколи не йдіть у підземний перехід і через рухому воду.
late-storm-surge-highest-floor = Підніміться на найвищий поверх. Ніколи не спускайтеся в підвал і не йдіть через рухому воду.
late-storm-surge-high-ground = Ідіть на узвишшя або на верхні поверхи найближчої міцної будівлі. Ніколи не йдіть у підземний перехід і через рухому воду.
late-landslide-upstairs-away-from-slope = Підніміться на верхній поверх, на бік, віддалений від схилу.
late-landslide-sideways = Відійдіть убік зі шляху зсуву, не вниз уздовж нього, і вгору.
late-fire-keep-going = Ідіть далі від вогню, впоперек вітру, на відкрите місце або до широкої води. Не повертайтеся.
late-volcano-keep-going = Ідіть далі від вулкана, вийдіть з долин. Прикрийте рот і очі.
late-radiological-middle-or-cellar = Ідіть у підвал або всередину будівлі. Зачиніть вікна й двері, зніміть верхній одяг.
late-radiological-into-building = Зайдіть у найближчу міцну будівлю, у підвал або всередину. Зніміть верхній одяг біля дверей.
late-chemical-upstairs-sealed = Підніміться на верхній поверх, не в підвал. Зачиніть і ущільніть вікна та двері, вимкніть вентиляцію.
late-chemical-upwind = Ідіть впоперек вітру і вгору, геть від запаху чи хмари; або на верхній поверх найближчої будівлі.
late-air-raid-with-chemical-inner-room-above-ground = Ідіть у внутрішню кімнату вище першого поверху, не в підвал. Зачиніть і ущільніть двері та вікна.
late-air-raid-with-chemical-into-building-upstairs = Зайдіть у найближчу міцну будівлю й підніміться у внутрішню кімнату, не в підвал.
late-untold-inner-room-above-ground = Ідіть у внутрішню кімнату вище першого поверху, подалі від вікон, і слухайте офіційні повідомлення. Якщо вода — підніміться вище; якщо дим чи запах — відійдіть від нього впоперек вітру.
late-untold-into-building = Зайдіть у найближчу міцну будівлю, вище першого поверху, подалі від вікон, і слухайте офіційні повідомлення. Якщо вода — підніміться вище; якщо дим чи запах — відійдіть від нього впоперек вітру.
late-no-hazard = Що робити натомість, залежить від загрози: виконуйте вказівки влади.
late-no-shelter = ЖОДНОГО УКРИТТЯ цього району неможливо досягти звідси вчасно з такою швидкістю ({ $left }). { $order }
late-on-arrival = Опинившись усередині: { $order }


notice-emergency = Створено з --emergency: шляхи ведуть через приватні двори та брами. НЕ ДЛЯ ПУБЛІКАЦІЇ.
notice-no-shelters = У цьому районі немає даних про укриття: їх не надано. Це нічого не каже про саму місцевість.
notice-candidates = Кандидати, а не офіційні укриття: { $candidates } з { $places ->
    [one] { $places } місця
   *[other] { $places } місць
}. Ніхто не визнав їх придатними.
notice-private = Деякі укриття є закритими записами власника переліку: не публікуйте.
notice-data = Дані: { $credit }
notice-not-for-emergency = Не для використання в надзвичайній ситуації: виконуйте вказівки влади.


page-title = hinan: яке укриття, яким шляхом, за скільки хвилин
page-question = Яке укриття, яким шляхом, за скільки хвилин?
page-place = Укриття: { $place }
page-not-for-emergency = Не для використання в надзвичайній ситуації. Виконуйте вказівки влади.
page-cannot-wake = Ця сторінка не може вас розбудити: увімкніть на телефоні державні екстрені сповіщення.
page-not-reviewed = Цю мову ще не перевірив носій.
page-data-date = Дані від { $date }
page-data-date-unknown = Дата даних невідома
page-attribution = Чиї це дані
page-language = Мова
page-theme = Кольори
page-theme-light = Світлі
page-theme-dark = Темні
page-theme-system = Як у системі
page-skip-to-plans = Перейти до планів
page-menu = Меню

page-tab-resident = Мешканець
page-tab-planner = Планувальник

page-map = Мапа
page-map-help = Мапа вулиць, укриттів і порогів. Виберіть місце клацанням або рухайте мапу стрілками й натисніть Enter.
page-zoom-in = Збільшити
page-zoom-out = Зменшити
page-show-all = Показати весь регіон
page-legend = Умовні позначення
page-legend-minutes = Хвилини звідси до входу в укриття
page-band-first = до { $minutes } хв
page-band = { $from }–{ $to } хв
page-band-over = понад { $minutes } хв
page-no-way = немає шляху до укриття
page-unknown = невідомо
page-forbidden = заборонена територія
page-shelter-official = офіційне укриття
page-shelter-mapped = є на мапі, немає в офіційному переліку
page-shelter-candidate = кандидат, ніхто не визнав його придатним
page-shelter-closed = зачинене тут вами

page-search-none = Нічого не знайдено: «{ $words }».
page-search-results = { $number ->
    [one] { $number } результат
    [few] { $number } результати
    [many] { $number } результатів
   *[other] { $number } результату
}
page-choose-start = Клацніть на мапі свою будівлю.
page-locate = Моє місцеположення
page-locate-note = Ваше місцеположення не залишає цього пристрою.
page-locate-failed = Не вдалося визначити місцеположення. Клацніть на мапі свою будівлю.
page-hazard = Загроза
page-hazard-any = будь-яка загроза
page-walker = Хто йде
page-floor = Поверх
page-floor-help = Скільки поверхів до виходу; ліфти не враховуються.
page-delay = Час до першого кроку
page-within = Скільки є часу
page-within-default = за зоною, містом, загрозою
page-at = День і час
page-at-now = О будь-якій годині
page-more-options = Більше умов

page-plans = Плани
page-plan = План { $letter }
page-plan-zero = План 0: ця будівля
page-minutes = { $minutes ->
    [one] хвилина
    [few] хвилини
    [many] хвилин
   *[other] хвилини
}
page-in-time = Вчасно
page-go-at-once = Виходьте негайно
page-only-if-outside = Лише якщо вже надворі
page-late = Запізно
page-what-to-do = Що робити зараз
page-the-way = Шлях
page-facts = Про це укриття
page-print = Друкувати
page-clear = Очистити
page-no-plans = Звідси немає жодного плану

page-coverage = Охоплення
page-all = Усі
page-in-time-share = Частка тих, хто встигає
page-median = Медіана
page-worst = Найгірше
page-count = Порахувати
page-counting = Підрахунок…
page-export = Експорт
page-export-csv = Таблиця (CSV)
page-export-geojson = Шар мапи (GeoJSON)
page-export-gpkg = Шар мапи (GeoPackage)
page-export-parquet = Таблиця з місцями (GeoParquet)
page-close-shelter = Зачинити це укриття
page-open-shelter = Знову відчинити це укриття
page-close-street = Закрити цю вулицю
page-open-street = Знову відкрити цю вулицю
page-reset = Скасувати всі закриття
page-changed = Що зміниться
page-lose = { $people ->
    [one] { $people } людина більше не встигає
    [few] { $people } людини більше не встигають
    [many] { $people } людей більше не встигають
   *[other] { $people } людини більше не встигає
}
page-gain = { $people ->
    [one] { $people } людина тепер встигає
    [few] { $people } людини тепер встигають
    [many] { $people } людей тепер встигають
   *[other] { $people } людини тепер встигає
}
page-nothing-changes = Ні для кого нічого не зміниться.
page-audit = Помилки в даних
page-audit-none = Помилок не знайдено. Це не означає, що їх немає.
page-audit-findings = { $number ->
    [one] { $number } зауваження
    [few] { $number } зауваження
    [many] { $number } зауважень
   *[other] { $number } зауваження
}
page-audit-costs = від цього { $people ->
    [one] залежить { $people } особа
    [few] залежать { $people } особи
    [many] залежать { $people } осіб
   *[other] залежать { $people } особи
}
page-compare = Порівняти
page-difference = Друге мінус перше
page-show-on-map = Показати на мапі

page-close = Готово
page-error = Сталася помилка: { $reason }
page-error-outside = Це місце поза межами регіону.
page-error-no-street = У межах { $length } немає вулиці, якою ця людина може пройти.
page-error-map = Цей браузер не може намалювати мапу. Плани нижче все одно працюють.

page-keyboard = Клавіатура
page-key-move = Стрілки: рухати мапу
page-key-zoom = Плюс і мінус: масштаб
page-key-choose = Enter: вибрати місце посередині
page-key-search = Скісна риска: пошук
page-key-close = Escape: закрити

page-search-or-place = Вулиця, укриття або широта,довгота
page-search-go = Шукати
page-time-help = Як 90 s або 10 min.
page-changed-help = Натисніть на укриття або вулицю на мапі, щоб закрити: одразу видно, що зміниться.
page-before = До
page-after = Після
page-change = Зміна
page-as-table = Те саме в таблицях
page-districts = Райони
page-districts-help = Рахувати за районами: перетягніть сюди файл GeoJSON або виберіть його.
page-file-no-geojson = це не GeoJSON з об’єктами
page-file-too-large = більше ніж { $megabytes } МБ
page-other-way = Ніхто не втрачає і не отримує шляху вчасно; найближче укриття або шлях до нього змінюється для { $people } людей.
page-own-building = сама будівля є укриттям

page-queue = Час очікування біля дверей
page-inside = Укриття в цьому будинку
page-inside-listed = як у переліках
page-inside-known = є
page-inside-unknown = невідомо
page-inside-none = немає
page-also-counted = Враховано: { $what }
page-offered = Запропоновані укриття
page-compare-curves = Відсоток людей в укритті за хвилинами від тривоги
page-finding = помилка в даних
page-shelters = Укриття
page-changed-later = Від { $doorsteps ->
    [one] { $doorsteps } порога
   *[other] { $doorsteps } порогів
} йти довше: посередині на { $median }, щонайбільше на { $worst }.
page-changed-lose = { $doorsteps ->
    [one] { $doorsteps } поріг втрачає
    [few] { $doorsteps } пороги втрачають
    [many] { $doorsteps } порогів втрачають
   *[other] { $doorsteps } порога втрачають
} усі шляхи до укриття.

page-everyone = Місце для кожного
page-everyone-help = Хто вчасно отримає місце, якщо укриття вміщують лише певну кількість людей. Спершу якнайбільше людей, потім якнайменше ходьби.
page-everyone-count = Порахувати місця
page-everyone-places-each = Місць, де в переліку не вказано
page-everyone-people-each = Людей біля кожних дверей
page-everyone-answer = Вчасно мають місце { $placed } з { $people }, не мають { $left }.
page-everyone-starts = Невідомо, скільки людей тут живе: усі двері рахуються однаково.
page-everyone-unknown = Укриття, для яких ніхто не знає кількості місць: { $shelters }.
page-everyone-norm = Місця пораховано за площею (укриттів: { $shelters }): { $m2 } м² на людину ({ $source }).
page-everyone-proven = Доведено: інакше не розмістити більше людей, а цих — з меншою ходьбою.
page-everyone-not-proven = Добра відповідь, але не доведено, що найкраща.
page-everyone-instead = місце для когось
page-everyone-more = І ще { $number }; щоб їх побачити, впорядкуйте за іншим стовпцем.
page-everyone-on-map = На мапі
page-everyone-sign-room = Укриття, де є місця: що більше коло, то більше значення
page-everyone-sign-full = Заповнене укриття
page-everyone-sign-without = Люди без місця
page-everyone-shelter = Укриття
page-everyone-places = Місць
page-everyone-load = Направлено людей
page-everyone-price = Чого варте ще одне місце
page-everyone-lose = Не встигнуть, якщо зачинено
page-everyone-longer = Йтимуть довше
page-sites = Нові укриття
page-sites-help = Де мають бути нові укриття. Ті, що є, лишаються.
page-sites-new = Скільки
page-sites-objective = Що важливо
page-sites-cover = найбільше людей встигає
page-sites-median = найменше ходьби разом
page-sites-center = найкоротший найдовший шлях
page-sites-candidates = Де вони можуть бути
page-sites-nodes = будь-який ріг вулиць
page-sites-osm = станції метро, стоянки, школи з мапи
page-sites-find = Знайти місця
page-sites-answer-cover = З новими укриттями ({ $sites }) встигають { $after } з { $people }; тепер { $now }.
page-sites-answer-median = Усі шляхи разом: { $after }, тепер { $now }; не дістаються нікуди: { $without }.
page-sites-answer-center = Найдовший шлях: { $after }, тепер { $now }; не дістаються нікуди: { $without }.
page-sites-proven = Доведено: жоден інший вибір такої кількості не кращий.
page-sites-bound = Жоден вибір такої кількості не кращий за { $bound }.
page-sites-beyond = Жодне з цих місць не допоможе вчасно: людей { $people }.
page-sites-any-time = Загрозу не вибрано, тож будь-який шлях вважається вчасним. Виберіть загрозу або іншу мету.
page-sites-place = Місце
page-sites-adds-cover = Додає людей
page-sites-adds-median = Заощаджує
page-sites-adds-center = Заощаджує
page-sites-then-cover = Тоді встигають
page-sites-then-median = Тоді всі шляхи
page-sites-then-center = Тоді найдовший шлях
page-sites-hours = { $hours } год
page-sites-curve = Люди, які встигають із 0, 1, 2, ... новими укриттями
page-sites-across = нові укриття
page-sites-capacitated = Враховувати місткість
page-sites-places = Місць у новому
page-sites-places-each = Місць там, де їх не вказано
page-sites-reserve = Лишати вільними в наявних укриттях (%)
page-sites-places-now = Місць у наявних укриттях: { $places }.
page-sites-answer-cover-places = З новими укриттями ({ $sites }) місце вчасно мають { $after } з { $people }; тепер { $now }.
page-sites-answer-median-places = Усі шляхи разом: { $after }, тепер { $now }; людей без місця: { $without }.
page-sites-curve-places = Люди, які мають місце вчасно з 0, 1, 2, ... новими укриттями


answer-go = вчасно, запас { $spare }
answer-go-at-once = вчасно, лише якщо вийти негайно
answer-only-if-already-outside = вчасно, лише якщо ви вже надворі
answer-late = ЗАПІЗНО
answer-late-by = ЗАПІЗНО на { $late }
answer-of = { $what }: { $answer }
answer-needed = потрібно { $needed } з { $left }: { $answer }.

route-from = Звідки: { $start }
start-node = вузол { $node }
start-on = { $place }, поруч: { $street }
start-off = { $place }, { $length } від: { $street }
start-unnamed = вулиця без назви
pace-walker = Хто йде: { $walker }, { $pace } м/с доброю вулицею
pace-walker-no-stairs = Хто йде: { $walker }, { $pace } м/с доброю вулицею, без сходів
pace-given = Час такий, як задано в мережі

clock-alert = { $time } від сигналу ({ $from })
clock-alert-zone = { $time } від сигналу ({ $from }, { $zone })
clock-threat = { $threat }: { $clock }
clock-end = { $clock }.
clock-start = { $clock }, з них { $start } до першого кроку на вулиці.
clock-stairs = { $clock }; на шляху до виходу є сходи, якими ця людина не може скористатися: просіть допомоги, щоб залишити поверх.
budget-asked = як задано
budget-zone = за зоною
budget-neighbour = місце не входить у жодну зону: найменший час сусідніх
budget-city = встановлено містом
budget-assumed = припущення; задайте свій час

zero-building = ця будівля
zero-shelter = просто тут: { $name }
zero-unknown = ця будівля: чи є в ній власне укриття, невідомо; якщо є, воно перше

plan-title = План { $letter }: { $title }, { $minutes }
plan-title-length = План { $letter }: { $title }, { $minutes }, { $length }
plan-remark = { $title } ({ $remark })
plan-note = УВАГА: { $remark }.
plan-note-unfit = УВАГА: { $remark }. Ніхто не визнав його придатним.
plan-source = Джерело: { $source }.
source-unknown = невідоме
source-dated = { $file } ({ $format }), від { $date }
source-undated = { $file } ({ $format }), дата невідома
source-checked = { $source }, остання перевірка { $day }

route-isolated = На мапі ця вулиця не з’єднана з іншими: можливо, на мапі тут чогось бракує.
route-edge = Край даних мапи ближче, ніж будь-яке укриття на ній: за ним може бути ближче укриття.
none-forbidden = Це місце на забороненій території: шлях через неї не показано. Виконуйте вказівки влади.
none-offered = Жодне укриття цього району не пропонується ({ $reasons }).
none-edge = Чи можна звідси дійти до укриття, невідомо: край даних мапи ближче, ніж будь-яке укриття на ній.
none-on-foot = До жодного укриття цього району неможливо дійти звідси пішки.


remark-mapped = немає в офіційному переліку: { $kind }, позначено на мапі
remark-candidate = не є офіційним укриттям: { $kind }
kind-unknown = тип невідомий
kind-metro-station = станція метро
kind-underground-car-park = підземний паркінг
kind-bomb-shelter = бомбосховище
kind-air-raid-shelter = укриття від повітряного нападу
kind-civil-defence-shelter = сховище цивільного захисту
kind-personnel-shelter = укриття для персоналу
kind-nuclear-shelter = протиядерне сховище
kind-fallout-shelter = протирадіаційне укриття

status-open = за даними, відчинено
status-closed = ЗАЧИНЕНО
status-defunct = НЕ ДІЄ
status-full = МІСЦЬ НЕМАЄ
status-unknown = чи відчинено: невідомо
hours-known = години { $hours }
hours-unknown = години невідомі
access-public = для всіх
access-private = ЛИШЕ для тих, хто там живе, навчається чи працює
access-key = потрібен ключ
access-unknown = хто може увійти: невідомо
wheelchair-yes = можна заїхати кріслом колісним
wheelchair-no = кріслом колісним не заїхати
wheelchair-unknown = доступ кріслом колісним невідомий
capacity-known = { $places ->
    [one] { $places } місце
    [few] { $places } місця
    [many] { $places } місць
   *[other] { $places } місця
}
capacity-area = { $area } м2, кількість місць невідома
capacity-unknown = кількість місць невідома
listed-known = призначення за переліком: { $hazards }
listed-unknown = для яких загроз придатне: невідомо
underground-yes = під землею
fact-and-more = { $facts }; { $fact }
fact-end = { $facts }.
facts-note = { $facts } Примітка переліку: { $note }.

not-offered-bad-for = за переліком непридатне ({ $hazard })
not-offered-underground = розташоване під землею ({ $hazard })
not-offered-not-stated = жоден перелік не вказує, що воно придатне ({ $hazard })
not-offered-listed-for-others = у переліку для інших загроз, не для цієї ({ $hazard })
not-offered-untold = невідомо, яка саме загроза
not-offered-unusable = зачинене, заповнене або не діє
not-offered-closed-at-that-hour = о цій годині зачинене
not-offered-forbidden = стоїть на забороненій території
not-offered-private = лише для тих, хто там живе, навчається чи працює
not-offered-no-wheelchairs = кріслом колісним не заїхати
not-offered-count = { $number }: { $reason }


time-seconds = { $seconds } с
time-minutes = { $minutes } хв
time-minutes-seconds = { $minutes } хв { $seconds } с
time-unreachable = недосяжно
length-metres = { $metres } м
length-kilometres = { $kilometres } км
list-and-more = { $list }, { $item }


step-to-street = { $length } до вулиці
step-turn = { $turn ->
    [north] на північ:
    [north-east] на північний схід:
    [east] на схід:
    [south-east] на південний схід:
    [south] на південь:
    [south-west] на південний захід:
    [west] на захід:
    [north-west] на північний захід:
    [straight] прямо:
    [left] ліворуч:
    [right] праворуч:
    [round] розверніться:
   *[then] далі:
}
step-ground = { $ground ->
    [steps-up] угору сходами
    [steps-down] униз сходами
    [steps] сходами
    [lift] ліфтом
    [footpath] пішохідною доріжкою
    [track] ґрунтовою дорогою
    [service-road] проїздом
    [square] через площу
    [platform] платформою
    [pier] причалом
    [crossing] через перехід
    [corridor] коридором
   *[street] вулицею
}
step-street = { $ground ->
    [steps-up] угору сходами, { $street }
    [steps-down] униз сходами, { $street }
    [steps] сходами, { $street }
   *[street] { $street }
}
step-along = { $way }, { $length }{ $lift ->
    [yes] , з ліфтом
   *[no] {""}
}{ $private ->
    [yes] , через приватну територію
   *[no] {""}
}
step-along-turn = { $start } { $along }
step-through = через вузли: { $nodes }
step-through-more = через вузли: { $nodes } і ще { $more ->
    [one] { $more } вузол
    [few] { $more } вузли
    [many] { $more } вузлів
   *[other] { $more } вузла
}
step-to-entrance = { $length } від вулиці до входу: { $time } від вулиці досередини
step-in = вхід
step-in-time = вхід: { $time } досередини
`;export{e as default};