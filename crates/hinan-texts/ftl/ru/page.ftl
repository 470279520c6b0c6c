### The page with the map. Only here: strings of the page; answers, hazards, late answers, steps and
### facts are in the other files.
### Перевод ещё не проверен носителем языка. Not yet reviewed by a native speaker.

## Head and foot
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

## Tabs
page-tab-resident = Житель
page-tab-planner = Планировщик

## The map
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

## Where and who
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

## Plan cards
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

## Planner
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

## States and errors
page-close = Готово
page-error = Произошла ошибка: { $reason }
page-error-outside = Это место за пределами региона.
page-error-no-street = В пределах { $length } нет улицы, по которой этот человек может пройти.
page-error-map = Этот браузер не может нарисовать карту. Планы ниже всё равно работают.

## Keyboard
page-keyboard = Клавиатура
page-key-move = Стрелки: двигать карту
page-key-zoom = Плюс и минус: масштаб
page-key-choose = Enter: выбрать место посередине
page-key-search = Косая черта: поиск
page-key-close = Escape: закрыть

## Search, files, before and after
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

## A question's circumstances, and two cities
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

## Место для каждого
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
