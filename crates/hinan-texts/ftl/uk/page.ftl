### The page with the map. Only here: strings of the page; answers, hazards, late answers, steps and
### facts are in the other files.
### Переклад ще не перевірив носій мови. Not yet reviewed by a native speaker.

## Head and foot
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

## Tabs
page-tab-resident = Мешканець
page-tab-planner = Планувальник

## The map
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

## Where and who
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

## Plan cards
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

## Planner
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

## States and errors
page-close = Готово
page-error = Сталася помилка: { $reason }
page-error-outside = Це місце поза межами регіону.
page-error-no-street = У межах { $length } немає вулиці, якою ця людина може пройти.
page-error-map = Цей браузер не може намалювати мапу. Плани нижче все одно працюють.

## Keyboard
page-keyboard = Клавіатура
page-key-move = Стрілки: рухати мапу
page-key-zoom = Плюс і мінус: масштаб
page-key-choose = Enter: вибрати місце посередині
page-key-search = Скісна риска: пошук
page-key-close = Escape: закрити

## Search, files, before and after
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

## A question's circumstances, and two cities
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

## Місце для кожного
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
