var e=`
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


hazard-air-raid = воздушная тревога
hazard-earthquake = землетрясение
hazard-tsunami = цунами
hazard-flood = наводнение
hazard-landslide = оползень
hazard-storm-surge = штормовой нагон
hazard-fire = крупный пожар
hazard-volcano = извержение вулкана
hazard-radiological = радиационная угроза
hazard-chemical = химическая угроза
hazard-untold = не могу определить
hazard-and = { $first } + { $second }

walker-adult = взрослый
walker-older = пожилой человек
walker-child = ребёнок или коляска
walker-wheelchair = кресло-коляска
walker-night = { $walker }, ночью


late-air-raid-inner-room = Зайдите во внутреннюю комнату или на лестницу без окон, не на этаже входа и не под крышей. Лягте подальше от стекла.
late-air-raid-lie-down = Уйдите с улицы в ближайшее прочное здание; если в нескольких шагах его нет, лягте в углубление или за стену и прикройте голову.
late-earthquake-drop-cover-hold = Опуститесь на колени, укройтесь под столом и держитесь, пока толчки не прекратятся. Затем выйдите по лестнице.
late-earthquake-open-ground = Выйдите на открытое место, подальше от стен, стекла и проводов.
late-tsunami-highest-floor = Немедленно поднимайтесь: на верхний этаж или крышу самого высокого прочного здания, до которого успеете. Ни в коем случае не вниз, не к морю и не к реке.
late-tsunami-high-ground = Немедленно поднимайтесь: на ближайшую возвышенность или в высокое прочное здание, как можно выше. Ни в коем случае не к морю и не к реке.
late-flood-highest-floor = Поднимитесь на верхний этаж. Не спускайтесь в подвал и не идите через движущуюся воду.
late-flood-high-ground = Идите на возвышенность или на верхние этажи ближайшего прочного здания. Не идите в подземный переход и через движущуюся воду.
late-storm-surge-highest-floor = Поднимитесь на верхний этаж. Не спускайтесь в подвал и не идите через движущуюся воду.
late-storm-surge-high-ground = Идите на возвышенность или на верхние этажи ближайшего прочного здания. Не идите в подземный переход и через движущуюся воду.
late-landslide-upstairs-away-from-slope = Поднимитесь на верхний этаж, на сторону, дальнюю от склона.
late-landslide-sideways = Уйдите в сторону с пути оползня, не вниз вдоль него, и вверх.
late-fire-keep-going = Уходите дальше от огня, поперёк ветра, на открытое место или к широкой воде. Не возвращайтесь.
late-volcano-keep-going = Уходите дальше от вулкана, выйдите из долин. Прикройте рот и глаза.
late-radiological-middle-or-cellar = Идите в подвал или в середину здания. Закройте окна и двери, снимите верхнюю одежду.
late-radiological-into-building = Зайдите в ближайшее прочное здание, в подвал или в середину. Снимите верхнюю одежду у двери.
late-chemical-upstairs-sealed = Поднимитесь на верхний этаж, не в подвал. Закройте и уплотните окна и двери, выключите вентиляцию.
late-chemical-upwind = Идите поперёк ветра и вверх, прочь от запаха или облака; или на верхний этаж ближайшего здания.
late-air-raid-with-chemical-inner-room-above-ground = Идите во внутреннюю комнату выше первого этажа, не в подвал. Закройте и уплотните двери и окна.
late-air-raid-with-chemical-into-building-upstairs = Зайдите в ближайшее прочное здание и поднимитесь во внутреннюю комнату, не в подвал.
late-untold-inner-room-above-ground = Идите во внутреннюю комнату выше первого этажа, подальше от окон, и слушайте официальные сообщения. Если вода — поднимитесь выше; если дым или запах — уйдите от него поперёк ветра.
late-untold-into-building = Зайдите в ближайшее прочное здание, выше первого этажа, подальше от окон, и слушайте официальные сообщения. Если вода — поднимитесь выше; если дым или запах — уйдите от него поперёк ветра.
late-no-hazard = Что делать вместо этого, зависит от угрозы: выполняйте указания властей.
late-no-shelter = НИ ДО ОДНОГО УКРЫТИЯ этого района нельзя добраться отсюда вовремя с такой скоростью ({ $left }). { $order }
late-on-arrival = Оказавшись внутри: { $order }


notice-emergency = Создано с --emergency: пути ведут через частные дворы и ворота. НЕ ДЛЯ ПУБЛИКАЦИИ.
notice-no-shelters = В этом районе нет данных об укрытиях: они не заданы. Это ничего не говорит о самой местности.
notice-candidates = Кандидаты, а не официальные укрытия: { $candidates } из { $places ->
    [one] { $places } места
   *[other] { $places } мест
}. Никто не признал их пригодными.
notice-private = Некоторые укрытия — закрытые записи владельца перечня: не публикуйте.
notice-data = Данные: { $credit }
notice-not-for-emergency = Не для использования в чрезвычайной ситуации: выполняйте указания властей.


page-title = hinan: какое укрытие, каким путём, за сколько минут
page-question = Какое укрытие, каким путём, за сколько минут?
page-place = Укрытия: { $place }
page-not-for-emergency = Не для использования в чрезвычайной ситуации. Выполняйте указания властей.
page-cannot-wake = Эта страница не может вас разбудить: включите на телефоне государственные экстренные оповещения.
page-not-reviewed = Этот язык ещё не проверен носителем.
page-data-date = Данные от { $date }
page-data-date-unknown = Дата данных неизвестна
page-attribution = Чьи это данные
page-language = Язык
page-theme = Цвета
page-theme-light = Светлые
page-theme-dark = Тёмные
page-theme-system = Как в системе
page-skip-to-plans = Перейти к планам
page-menu = Меню

page-tab-resident = Житель
page-tab-planner = Планировщик

page-map = Карта
page-map-help = Карта улиц, укрытий и порогов. Выберите место щелчком или двигайте карту стрелками и нажмите Enter.
page-zoom-in = Увеличить
page-zoom-out = Уменьшить
page-show-all = Показать весь регион
page-legend = Условные обозначения
page-legend-minutes = Минуты отсюда до входа в укрытие
page-band-first = до { $minutes } мин
page-band = { $from }–{ $to } мин
page-band-over = более { $minutes } мин
page-no-way = нет пути до укрытия
page-unknown = неизвестно
page-forbidden = запрещённая территория
page-shelter-official = официальное укрытие
page-shelter-mapped = есть на карте, нет в официальном перечне
page-shelter-candidate = кандидат, никто не признал его пригодным
page-shelter-closed = закрыто здесь вами

page-search-none = Ничего не найдено: «{ $words }».
page-search-results = { $number ->
    [one] { $number } результат
    [few] { $number } результата
    [many] { $number } результатов
   *[other] { $number } результата
}
page-choose-start = Щёлкните на карте своё здание.
page-locate = Моё местоположение
page-locate-note = Ваше местоположение не покидает это устройство.
page-locate-failed = Не удалось определить местоположение. Щёлкните на карте своё здание.
page-hazard = Угроза
page-hazard-any = любая угроза
page-walker = Кто идёт
page-floor = Этаж
page-floor-help = Сколько этажей до выхода; лифты не учитываются.
page-delay = Время до первого шага
page-within = Сколько есть времени
page-within-default = по зоне, городу, угрозе
page-at = День и время
page-at-now = В любой час
page-more-options = Больше условий

page-plans = Планы
page-plan = План { $letter }
page-plan-zero = План 0: это здание
page-minutes = { $minutes ->
    [one] минута
    [few] минуты
    [many] минут
   *[other] минуты
}
page-in-time = Вовремя
page-go-at-once = Выходите немедленно
page-only-if-outside = Только если уже на улице
page-late = Поздно
page-what-to-do = Что делать сейчас
page-the-way = Путь
page-facts = Об этом укрытии
page-print = Печать
page-clear = Очистить
page-no-plans = Отсюда нет ни одного плана

page-coverage = Охват
page-all = Все
page-in-time-share = Доля тех, кто успевает
page-median = Медиана
page-worst = Худшее
page-count = Посчитать
page-counting = Подсчёт…
page-export = Экспорт
page-export-csv = Таблица (CSV)
page-export-geojson = Слой карты (GeoJSON)
page-export-gpkg = Слой карты (GeoPackage)
page-export-parquet = Таблица с местами (GeoParquet)
page-close-shelter = Закрыть это укрытие
page-open-shelter = Снова открыть это укрытие
page-close-street = Закрыть эту улицу
page-open-street = Снова открыть эту улицу
page-reset = Отменить все закрытия
page-changed = Что изменится
page-lose = { $people ->
    [one] { $people } человек больше не успевает
    [few] { $people } человека больше не успевают
    [many] { $people } человек больше не успевают
   *[other] { $people } человека больше не успевает
}
page-gain = { $people ->
    [one] { $people } человек теперь успевает
    [few] { $people } человека теперь успевают
    [many] { $people } человек теперь успевают
   *[other] { $people } человека теперь успевает
}
page-nothing-changes = Ни для кого ничего не изменится.
page-audit = Ошибки в данных
page-audit-none = Ошибок не найдено. Это не значит, что их нет.
page-audit-findings = { $number ->
    [one] { $number } замечание
    [few] { $number } замечания
    [many] { $number } замечаний
   *[other] { $number } замечания
}
page-audit-costs = от этого { $people ->
    [one] зависит { $people } человек
    [few] зависят { $people } человека
    [many] зависят { $people } человек
   *[other] зависят { $people } человека
}
page-compare = Сравнить
page-difference = Второе минус первое
page-show-on-map = Показать на карте

page-close = Готово
page-error = Произошла ошибка: { $reason }
page-error-outside = Это место за пределами региона.
page-error-no-street = В пределах { $length } нет улицы, по которой этот человек может пройти.
page-error-map = Этот браузер не может нарисовать карту. Планы ниже всё равно работают.

page-keyboard = Клавиатура
page-key-move = Стрелки: двигать карту
page-key-zoom = Плюс и минус: масштаб
page-key-choose = Enter: выбрать место посередине
page-key-search = Косая черта: поиск
page-key-close = Escape: закрыть

page-search-or-place = Улица, укрытие или широта,долгота
page-search-go = Искать
page-time-help = Как 90 s или 10 min.
page-changed-help = Нажмите на укрытие или улицу на карте, чтобы закрыть: сразу видно, что изменится.
page-before = До
page-after = После
page-change = Изменение
page-as-table = То же в таблицах
page-districts = Районы
page-districts-help = Считать по районам: перетащите сюда файл GeoJSON или выберите его.
page-file-no-geojson = это не GeoJSON с объектами
page-file-too-large = больше { $megabytes } МБ
page-other-way = Никто не теряет и не получает пути вовремя; ближайшее укрытие или путь к нему меняется для { $people } человек.
page-own-building = само здание — укрытие

page-queue = Время ожидания у двери
page-inside = Убежище в этом доме
page-inside-listed = как в списках
page-inside-known = есть
page-inside-unknown = неизвестно
page-inside-none = нет
page-also-counted = Учтено: { $what }
page-offered = Предложенные укрытия
page-compare-curves = Процент людей в укрытии по минутам от тревоги
page-finding = ошибка в данных
page-shelters = Укрытия
page-changed-later = От { $doorsteps ->
    [one] { $doorsteps } порога
   *[other] { $doorsteps } порогов
} идти дольше: в середине на { $median }, самое большее на { $worst }.
page-changed-lose = { $doorsteps ->
    [one] { $doorsteps } порог теряет
    [few] { $doorsteps } порога теряют
    [many] { $doorsteps } порогов теряют
   *[other] { $doorsteps } порога теряют
} все пути к убежищу.

page-everyone = Место для каждого
page-everyone-help = Кто вовремя получит место, если укрытия вмещают лишь определённое число людей. Сначала как можно больше людей, затем как можно меньше ходьбы.
page-everyone-count = Посчитать места
page-everyone-places-each = Мест, где в списке не указано
page-everyone-people-each = Людей у каждой двери
page-everyone-answer = Вовремя имеют место { $placed } из { $people }, не имеют { $left }.
page-everyone-starts = Неизвестно, сколько людей здесь живёт: все двери считаются одинаково.
page-everyone-unknown = Укрытия, для которых никто не знает числа мест: { $shelters }.
page-everyone-norm = Места посчитаны по площади (укрытий: { $shelters }): { $m2 } м² на человека ({ $source }).
page-everyone-proven = Доказано: иначе не разместить больше людей, а этих — с меньшей ходьбой.
page-everyone-not-proven = Хороший ответ, но не доказано, что лучший.
page-everyone-instead = место для кого-то
page-everyone-more = И ещё { $number }; чтобы их увидеть, упорядочьте по другому столбцу.
page-everyone-on-map = На карте
page-everyone-sign-room = Укрытие, где есть места: чем больше круг, тем больше значение
page-everyone-sign-full = Заполненное укрытие
page-everyone-sign-without = Люди без места
page-everyone-shelter = Укрытие
page-everyone-places = Мест
page-everyone-load = Направлено людей
page-everyone-price = Чего стоит ещё одно место
page-everyone-lose = Не успеют, если закрыто
page-everyone-longer = Пойдут дольше
page-sites = Новые укрытия
page-sites-help = Где должны быть новые укрытия. Те, что есть, остаются.
page-sites-new = Сколько
page-sites-objective = Что важно
page-sites-cover = больше всего людей успевает
page-sites-median = меньше всего ходьбы вместе
page-sites-center = самый короткий самый долгий путь
page-sites-candidates = Где они могут быть
page-sites-nodes = любой угол улиц
page-sites-osm = станции метро, стоянки, школы с карты
page-sites-find = Найти места
page-sites-answer-cover = С новыми укрытиями ({ $sites }) успевают { $after } из { $people }; сейчас { $now }.
page-sites-answer-median = Все пути вместе: { $after }, сейчас { $now }; не доходят никуда: { $without }.
page-sites-answer-center = Самый долгий путь: { $after }, сейчас { $now }; не доходят никуда: { $without }.
page-sites-proven = Доказано: никакой другой выбор того же числа не лучше.
page-sites-bound = Никакой выбор того же числа не лучше чем { $bound }.
page-sites-beyond = Ни одно из этих мест не поможет вовремя: людей { $people }.
page-sites-any-time = Угроза не выбрана, поэтому любой путь считается вовремя. Выберите угрозу или другую цель.
page-sites-place = Место
page-sites-adds-cover = Добавляет людей
page-sites-adds-median = Экономит
page-sites-adds-center = Экономит
page-sites-then-cover = Тогда успевают
page-sites-then-median = Тогда все пути
page-sites-then-center = Тогда самый долгий путь
page-sites-hours = { $hours } ч
page-sites-curve = Люди, которые успевают с 0, 1, 2, ... новыми укрытиями
page-sites-across = новые укрытия
page-sites-capacitated = Учитывать вместимость
page-sites-places = Мест в новом
page-sites-places-each = Мест там, где они не указаны
page-sites-reserve = Оставлять свободными в имеющихся укрытиях (%)
page-sites-places-now = Мест в имеющихся укрытиях: { $places }.
page-sites-answer-cover-places = С новыми укрытиями ({ $sites }) место вовремя есть у { $after } из { $people }; сейчас { $now }.
page-sites-answer-median-places = Все пути вместе: { $after }, сейчас { $now }; людей без места: { $without }.
page-sites-curve-places = Люди, у которых есть место вовремя с 0, 1, 2, ... новыми укрытиями


answer-go = вовремя, запас { $spare }
answer-go-at-once = вовремя, только если выйти немедленно
answer-only-if-already-outside = вовремя, только если вы уже на улице
answer-late = ПОЗДНО
answer-late-by = ПОЗДНО на { $late }
answer-of = { $what }: { $answer }
answer-needed = нужно { $needed } из { $left }: { $answer }.

route-from = Откуда: { $start }
start-node = узел { $node }
start-on = { $place }, рядом: { $street }
start-off = { $place }, { $length } от: { $street }
start-unnamed = улица без названия
pace-walker = Кто идёт: { $walker }, { $pace } м/с по хорошей улице
pace-walker-no-stairs = Кто идёт: { $walker }, { $pace } м/с по хорошей улице, без лестниц
pace-given = Время такое, как задано в сети

clock-alert = { $time } от сигнала ({ $from })
clock-alert-zone = { $time } от сигнала ({ $from }, { $zone })
clock-threat = { $threat }: { $clock }
clock-end = { $clock }.
clock-start = { $clock }, из них { $start } до первого шага на улице.
clock-stairs = { $clock }; на пути к выходу есть лестница, которой этот человек не может пользоваться: просите помощи, чтобы покинуть этаж.
budget-asked = как задано
budget-zone = по зоне
budget-neighbour = место не входит ни в одну зону: наименьшее время соседних
budget-city = установлено городом
budget-assumed = предположение; задайте своё время

zero-building = это здание
zero-shelter = прямо здесь: { $name }
zero-unknown = это здание: есть ли в нём своё укрытие, неизвестно; если есть, оно первое

plan-title = План { $letter }: { $title }, { $minutes }
plan-title-length = План { $letter }: { $title }, { $minutes }, { $length }
plan-remark = { $title } ({ $remark })
plan-note = ВНИМАНИЕ: { $remark }.
plan-note-unfit = ВНИМАНИЕ: { $remark }. Никто не признал его пригодным.
plan-source = Источник: { $source }.
source-unknown = неизвестен
source-dated = { $file } ({ $format }), от { $date }
source-undated = { $file } ({ $format }), дата неизвестна
source-checked = { $source }, последняя проверка { $day }

route-isolated = На карте эта улица не соединена с другими: возможно, на карте здесь чего-то не хватает.
route-edge = Край данных карты ближе, чем любое укрытие на ней: за ним может быть укрытие ближе.
none-forbidden = Это место на запрещённой территории: путь через неё не показан. Выполняйте указания властей.
none-offered = Ни одно укрытие этого района не предлагается ({ $reasons }).
none-edge = Можно ли отсюда дойти до укрытия, неизвестно: край данных карты ближе, чем любое укрытие на ней.
none-on-foot = Ни до одного укрытия этого района нельзя дойти отсюда пешком.


remark-mapped = нет в официальном перечне: { $kind }, отмечено на карте
remark-candidate = не является официальным укрытием: { $kind }
kind-unknown = тип неизвестен
kind-metro-station = станция метро
kind-underground-car-park = подземная парковка
kind-bomb-shelter = бомбоубежище
kind-air-raid-shelter = укрытие от воздушного нападения
kind-civil-defence-shelter = убежище гражданской обороны
kind-personnel-shelter = укрытие для персонала
kind-nuclear-shelter = противоядерное убежище
kind-fallout-shelter = противорадиационное укрытие

status-open = по данным, открыто
status-closed = ЗАКРЫТО
status-defunct = НЕ ДЕЙСТВУЕТ
status-full = МЕСТ НЕТ
status-unknown = открыто ли: неизвестно
hours-known = часы { $hours }
hours-unknown = часы неизвестны
access-public = для всех
access-private = ТОЛЬКО для тех, кто там живёт, учится или работает
access-key = нужен ключ
access-unknown = кто может войти: неизвестно
wheelchair-yes = можно въехать на кресле-коляске
wheelchair-no = на кресле-коляске не въехать
wheelchair-unknown = доступ на кресле-коляске неизвестен
capacity-known = { $places ->
    [one] { $places } место
    [few] { $places } места
    [many] { $places } мест
   *[other] { $places } места
}
capacity-area = { $area } м2, число мест неизвестно
capacity-unknown = число мест неизвестно
listed-known = назначение по перечню: { $hazards }
listed-unknown = для каких угроз пригодно: неизвестно
underground-yes = под землёй
fact-and-more = { $facts }; { $fact }
fact-end = { $facts }.
facts-note = { $facts } Примечание перечня: { $note }.

not-offered-bad-for = по перечню непригодно ({ $hazard })
not-offered-underground = находится под землёй ({ $hazard })
not-offered-not-stated = ни один перечень не указывает, что оно пригодно ({ $hazard })
not-offered-listed-for-others = в перечне для других угроз, не для этой ({ $hazard })
not-offered-untold = неизвестно, какая именно угроза
not-offered-unusable = закрыто, заполнено или не действует
not-offered-closed-at-that-hour = в этот час закрыто
not-offered-forbidden = стоит на запрещённой территории
not-offered-private = только для тех, кто там живёт, учится или работает
not-offered-no-wheelchairs = на кресле-коляске не въехать
not-offered-count = { $number }: { $reason }


time-seconds = { $seconds } с
time-minutes = { $minutes } мин
time-minutes-seconds = { $minutes } мин { $seconds } с
time-unreachable = недостижимо
length-metres = { $metres } м
length-kilometres = { $kilometres } км
list-and-more = { $list }, { $item }


step-to-street = { $length } до улицы
step-turn = { $turn ->
    [north] на север:
    [north-east] на северо-восток:
    [east] на восток:
    [south-east] на юго-восток:
    [south] на юг:
    [south-west] на юго-запад:
    [west] на запад:
    [north-west] на северо-запад:
    [straight] прямо:
    [left] налево:
    [right] направо:
    [round] развернитесь:
   *[then] далее:
}
step-ground = { $ground ->
    [steps-up] вверх по лестнице
    [steps-down] вниз по лестнице
    [steps] по лестнице
    [lift] на лифте
    [footpath] по пешеходной дорожке
    [track] по грунтовой дороге
    [service-road] по проезду
    [square] через площадь
    [platform] по платформе
    [pier] по причалу
    [crossing] через переход
    [corridor] по коридору
   *[street] по улице
}
step-street = { $ground ->
    [steps-up] вверх по лестнице, { $street }
    [steps-down] вниз по лестнице, { $street }
    [steps] по лестнице, { $street }
   *[street] { $street }
}
step-along = { $way }, { $length }{ $lift ->
    [yes] , с лифтом
   *[no] {""}
}{ $private ->
    [yes] , через частную территорию
   *[no] {""}
}
step-along-turn = { $start } { $along }
step-through = через узлы: { $nodes }
step-through-more = через узлы: { $nodes } и ещё { $more ->
    [one] { $more } узел
    [few] { $more } узла
    [many] { $more } узлов
   *[other] { $more } узла
}
step-to-entrance = { $length } от улицы до входа: { $time } от улицы внутрь
step-in = вход
step-in-time = вход: { $time } внутрь
`;export{e as default};