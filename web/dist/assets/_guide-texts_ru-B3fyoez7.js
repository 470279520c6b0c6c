var e=`
alert-do-air-raid-prepare = Узнайте, где ближайшее укрытие. Держите под рукой воду, лекарства, документы и заряженный телефон. Помогите тем, кому нужно больше времени.
alert-do-air-raid-expect = Будьте в укрытии или в минуте от него. Возьмите с собой детей. Держитесь подальше от окон.
alert-do-air-raid-take-cover = Немедленно войдите в ближайшее укрытие. Держитесь подальше от окон и дверей. Не пользуйтесь лифтом.
alert-do-earthquake-prepare = Новые толчки могут случиться в любое время. Держитесь подальше от треснувших стен, стекла и склонов. У моря после сильных толчков поднимитесь вверх.
alert-do-earthquake-take-cover = Защитите голову, укройтесь под столом, держитесь. У моря поднимайтесь вверх, как только толчки прекратятся.
alert-do-tsunami-prepare = Уйдите с пляжей, из портов и устьев рек. Узнайте путь на возвышенность. После сильных или долгих толчков немедленно поднимайтесь вверх.
alert-do-tsunami-expect = Идите пешком на возвышенность или в здание, отведённое на случай цунами. Возьмите с собой других. Не ходите смотреть на море.
alert-do-tsunami-take-cover = Бегите на ближайшую возвышенность или в высокое прочное здание, как можно выше. За первой волной идут другие. Не возвращайтесь.
alert-do-flood-prepare = Перенесите нужное на верхний этаж. Не входите в подвалы и подземные переходы, не подходите к берегам. Зарядите телефон.
alert-do-flood-expect = Выйдите из подвалов и низин. Идите к укрытию на возвышенности, пока дороги сухие.
alert-do-flood-take-cover = Поднимитесь на верхний этаж или на возвышенность. Не идите и не поезжайте через воду.
alert-do-landslide-prepare = Держитесь подальше от крутых склонов и потоков. Соберите нужное и узнайте путь отсюда.
alert-do-landslide-expect = Выйдите из домов под склонами и вдоль потоков. Идите к укрытию, не через долину.
alert-do-landslide-take-cover = Уйдите в сторону с пути оползня, на твёрдое место или на верхний этаж прочного здания.
alert-do-storm-surge-prepare = Перенесите нужное на верхний этаж. Держитесь подальше от берега, портов и устьев рек.
alert-do-storm-surge-expect = Идите на возвышенность или к укрытию вдали от берега, пока не пришла вода. Выйдите из подвалов.
alert-do-storm-surge-take-cover = Поднимитесь на верхний этаж или на возвышенность. Не идите и не поезжайте через воду.
alert-do-fire-prepare = Соберите воду, лекарства и документы. Закройте окна. Узнайте два пути отсюда. Уходите раньше, если вам нужно больше времени.
alert-do-fire-expect = Идите по дороге прочь от дыма, к укрытию или на открытое место. Возьмите с собой других.
alert-do-fire-take-cover = Уходите немедленно, прочь от огня и поперёк ветра. Прикройте рот и нос. Ничего не берите с собой.
alert-do-volcano-prepare = Соберите воду, маску и защитные очки. Не ходите в долины и на гору. Узнайте путь отсюда.
alert-do-volcano-expect = Уходите от вулкана и из долин, к укрытию. Прикройте рот, нос и глаза.
alert-do-volcano-take-cover = Уходите немедленно, из долин и прочь от вулкана. Прикройте голову, рот и глаза.
alert-do-radiological-prepare = Заведите людей и животных в помещение. Закройте окна. Наберите воды из крана. Йод принимайте только по указанию.
alert-do-radiological-expect = Войдите в прочное здание. Закройте окна и двери, выключите вентиляцию. Держите под рукой воду и радио.
alert-do-radiological-take-cover = Идите в подвал или в середину прочного здания. Закройте окна и двери. Снимите верхнюю одежду.
alert-do-chemical-expect = Войдите в здание и поднимитесь на верхний этаж. Закройте окна и двери, выключите вентиляцию.
alert-do-chemical-take-cover = Поднимитесь на верхний этаж, не в подвал. Закройте и уплотните окна и двери. Дышите через влажную ткань.

alert-cancel-error-do = Сигнал передан по ошибке. Снова действует то, что было сказано до него. Если придёт новый сигнал, действуйте сразу.
alert-cancel-withdrawn-do = Сигнал был верным, когда его передали; то, о чём он предупреждал, больше не предвидится. Новый сигнал может прийти в любое время.
alert-hold-do = О сигнале сообщено как об ошибке. Второй дежурный проверяет его; далее последует официальное сообщение.
alert-lapsed-do = Сигнал больше не подтверждён. Никто не сообщил, что он закончился.
alert-clear-do-air-raid = Выходите медленно. Не трогайте неизвестные предметы. Держитесь подальше от повреждённых зданий. Новый сигнал может прийти в любое время.
alert-clear-do-earthquake = Не входите в треснувшие здания. Проверьте газ и огонь. Толчки ещё возможны: тогда пригнитесь, укройтесь, держитесь.
alert-clear-do-tsunami = Держитесь подальше от берега, рек и обломков, где путь не открыт. После новых толчков снова поднимитесь вверх.
alert-clear-do-flood = Не входите в стоячую воду и повреждённые дома, подальше от кабелей. Пейте воду из крана только после разрешения.
alert-clear-do-landslide = Не ходите на склон и на оползень. Не входите в повреждённые дома. Дождь может снова его сдвинуть.
alert-clear-do-storm-surge = Не входите в стоячую воду и повреждённые дома, подальше от кабелей. Пейте воду из крана только после разрешения.
alert-clear-do-fire = Возвращайтесь только там, где дорога открыта. Берегитесь углей, падающих деревьев и дыма.
alert-clear-do-volcano = Возвращайтесь только там, где дорога открыта. Носите маску в пепле. Новое извержение возможно в любое время.
alert-clear-do-radiological = Помойтесь и смените одежду. Выполняйте официальные указания о еде, воде и месте.
alert-clear-do-chemical = Откройте окна и проветрите все комнаты. Кто чувствует себя плохо, сразу к врачу.

alert-drill-say = Учения
alert-drill-around = { $word }. { $text } { $word }.
alert-drill-do = Это учения: выполните это сейчас для практики. Настоящий сигнал сразу прекращает учения.

alert-head = { $order }: { $hazard }, { $place }.
alert-what = Угроза: { $hazard } ({ $stage }). Где: { $place }.
alert-clock = { $time }.
alert-issued = Передано: { $time }.
alert-impact = Начало: { $time }.
alert-until = Подтверждено до: { $time }.
alert-replaces = Заменяет сигнал, переданный: { $time }.
alert-about = Относится к сигналу, переданному: { $time }.
alert-order-end = { $order }.
alert-late-indoors = Если до укрытия не успеть, в помещении: { $order }
alert-late-outdoors = На улице: { $order }
alert-listen = Слушайте официальные сообщения: радио, громкоговорители, официальные каналы.
alert-place-here = этот район
alert-place-more = { $places } и ещё { $more ->
    [one] { $more }
   *[other] { $more }
}
alert-sentences = { $first } { $second }
alert-say-time = { $hour } { $minute }

alert-say-hour = { $hour ->
    [0] ноль часов
    [1] один час
    [2] два часа
    [3] три часа
    [4] четыре часа
    [5] пять часов
    [6] шесть часов
    [7] семь часов
    [8] восемь часов
    [9] девять часов
    [10] десять часов
    [11] одиннадцать часов
    [12] двенадцать часов
    [13] тринадцать часов
    [14] четырнадцать часов
    [15] пятнадцать часов
    [16] шестнадцать часов
    [17] семнадцать часов
    [18] восемнадцать часов
    [19] девятнадцать часов
    [20] двадцать часов
    [21] двадцать один час
    [22] двадцать два часа
   *[23] двадцать три часа
}
alert-say-minute = { $minute ->
    [0] ноль минут
    [1] одна минута
    [2] две минуты
    [3] три минуты
    [4] четыре минуты
    [5] пять минут
    [6] шесть минут
    [7] семь минут
    [8] восемь минут
    [9] девять минут
    [10] десять минут
    [11] одиннадцать минут
    [12] двенадцать минут
    [13] тринадцать минут
    [14] четырнадцать минут
    [15] пятнадцать минут
    [16] шестнадцать минут
    [17] семнадцать минут
    [18] восемнадцать минут
    [19] девятнадцать минут
    [20] двадцать минут
    [21] двадцать одна минута
    [22] двадцать две минуты
    [23] двадцать три минуты
    [24] двадцать четыре минуты
    [25] двадцать пять минут
    [26] двадцать шесть минут
    [27] двадцать семь минут
    [28] двадцать восемь минут
    [29] двадцать девять минут
    [30] тридцать минут
    [31] тридцать одна минута
    [32] тридцать две минуты
    [33] тридцать три минуты
    [34] тридцать четыре минуты
    [35] тридцать пять минут
    [36] тридцать шесть минут
    [37] тридцать семь минут
    [38] тридцать восемь минут
    [39] тридцать девять минут
    [40] сорок минут
    [41] сорок одна минута
    [42] сорок две минуты
    [43] сорок три минуты
    [44] сорок четыре минуты
    [45] сорок пять минут
    [46] сорок шесть минут
    [47] сорок семь минут
    [48] сорок восемь минут
    [49] сорок девять минут
    [50] пятьдесят минут
    [51] пятьдесят одна минута
    [52] пятьдесят две минуты
    [53] пятьдесят три минуты
    [54] пятьдесят четыре минуты
    [55] пятьдесят пять минут
    [56] пятьдесят шесть минут
    [57] пятьдесят семь минут
    [58] пятьдесят восемь минут
   *[59] пятьдесят девять минут
}
alert-say-number = { $number ->
    [0] ноль
    [1] один
    [2] два
    [3] три
    [4] четыре
    [5] пять
    [6] шесть
    [7] семь
    [8] восемь
    [9] девять
    [10] десять
    [11] одиннадцать
    [12] двенадцать
    [13] тринадцать
    [14] четырнадцать
    [15] пятнадцать
    [16] шестнадцать
    [17] семнадцать
    [18] восемнадцать
    [19] девятнадцать
    [20] двадцать
    [21] двадцать один
    [22] двадцать два
    [23] двадцать три
    [24] двадцать четыре
    [25] двадцать пять
    [26] двадцать шесть
    [27] двадцать семь
    [28] двадцать восемь
    [29] двадцать девять
    [30] тридцать
    [31] тридцать один
    [32] тридцать два
    [33] тридцать три
    [34] тридцать четыре
    [35] тридцать пять
    [36] тридцать шесть
    [37] тридцать семь
    [38] тридцать восемь
    [39] тридцать девять
    [40] сорок
    [41] сорок один
    [42] сорок два
    [43] сорок три
    [44] сорок четыре
    [45] сорок пять
    [46] сорок шесть
    [47] сорок семь
    [48] сорок восемь
    [49] сорок девять
    [50] пятьдесят
    [51] пятьдесят один
    [52] пятьдесят два
    [53] пятьдесят три
    [54] пятьдесят четыре
    [55] пятьдесят пять
    [56] пятьдесят шесть
    [57] пятьдесят семь
    [58] пятьдесят восемь
   *[59] пятьдесят девять
}


alert-kind-alert = Сигнал
alert-kind-update = Обновление
alert-kind-cancel-error = Отмена: передано по ошибке
alert-kind-cancel-withdrawn = Отмена: больше не предвидится
alert-kind-hold = Приостановлено: сообщено об ошибке
alert-kind-clear = Отбой
alert-kind-lapsed = Больше не подтверждено
alert-kind-drill = Учения
alert-stage-prepare = подготовьтесь
alert-stage-expect = уже скоро
alert-stage-take-cover = действуйте немедленно
alert-stage-clear = отбой

alert-order-air-raid-prepare = Готовьтесь идти в укрытие
alert-order-air-raid-expect = Идите ближе к укрытию
alert-order-air-raid-take-cover = Немедленно идите в укрытие
alert-order-earthquake-prepare = Не входите в повреждённые здания
alert-order-earthquake-take-cover = Пригнитесь, укройтесь, держитесь
alert-order-tsunami-prepare = Отойдите от моря и рек
alert-order-tsunami-expect = Идите с берега на возвышенность
alert-order-tsunami-take-cover = Немедленно поднимайтесь вверх
alert-order-flood-prepare = Готовьтесь подняться выше
alert-order-flood-expect = Идите на возвышенность
alert-order-flood-take-cover = Немедленно поднимайтесь вверх
alert-order-landslide-prepare = Готовьтесь отойти от склона
alert-order-landslide-expect = Отойдите от склона
alert-order-landslide-take-cover = Немедленно отойдите от склона
alert-order-storm-surge-prepare = Готовьтесь отойти от берега
alert-order-storm-surge-expect = Идите с берега на возвышенность
alert-order-storm-surge-take-cover = Немедленно поднимайтесь вверх
alert-order-fire-prepare = Готовьтесь уйти отсюда
alert-order-fire-expect = Уходите от огня
alert-order-fire-take-cover = Немедленно уходите от огня
alert-order-volcano-prepare = Готовьтесь уйти отсюда
alert-order-volcano-expect = Уходите от вулкана
alert-order-volcano-take-cover = Немедленно уходите от вулкана
alert-order-radiological-prepare = Готовьтесь войти в помещение
alert-order-radiological-expect = Войдите в помещение
alert-order-radiological-take-cover = Немедленно войдите в помещение
alert-order-chemical-expect = Войдите и поднимитесь выше
alert-order-chemical-take-cover = Поднимитесь выше, закройте окна

alert-cancel-error-order = Не обращайте внимания на сигнал
alert-cancel-withdrawn-order = Слушайте дальше, сигнал отозван
alert-keep-stay = Оставайтесь на месте
alert-keep-up = Не спускайтесь
alert-keep-away = Не возвращайтесь
alert-hold-order = { $order } (возможна ошибка)
alert-lapsed-order = { $order } (не подтверждено)
alert-clear-order = Отбой

alert-drill-word = УЧЕНИЯ

alert-second-awaited = Подписал один дежурный; нужна подпись второго.
alert-time = { $hour }:{ $minute }

alert-date-time = { $day } { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
}, { $time }


guide-name-ways = Пути
guide-name-notes = Заметки
guide-skip = Перейти к главному
guide-back = Назад
guide-tab-now = Сейчас
guide-tab-plans = Планы
guide-tab-cards = Где я
guide-tab-more = Ещё

guide-confirmed = Последнее подтверждение: { $time }
guide-looked = Тревоги проверены в { $time }
guide-no-contact = Нет связи с { $time }
guide-no-sender = Сюда не приходят тревоги
guide-no-sender-help = Здесь никто не присылает тревог на эту страницу. Слушайте сирены, радио и официальные каналы.
guide-silence = Тишина здесь ничего не значит. Слушайте сирены, радио и официальные каналы.
guide-until-word = Действуйте так до официального сообщения: радио, громкоговорители, официальные каналы.
guide-clock-behind = Часы этого устройства могут идти неверно: смотрите на время тревоги.
guide-data-of = Улицы и укрытия по данным на { $date }
guide-data-old = Этим данным больше 90 дней ({ $date }). Входы и пути могли измениться.
guide-data-undated = Неизвестно, насколько стары эти данные. Входы и пути могли измениться.

guide-what-happens = Что происходит?
guide-siren = Я слышу сирену
guide-shaking = Чувствую сильные толчки
guide-untold = Что-то не так, не могу понять что
guide-plan-for = План на случай: { $hazard }
guide-where-now = Где вы сейчас?
guide-all-plans = Все планы, карта
guide-drill-walk = Попробовать путь сейчас

guide-issued = объявлено в { $time }
guide-area = Где: { $place }
guide-message = В сообщении: { $words }
guide-sender = От: { $sender }
guide-told-siren = Вы услышали сирену в { $time }
guide-told-shaking = Вы почувствовали толчки в { $time }
guide-told-untold = В { $time } вы сказали, что что-то не так
guide-told-no-alert = Это с ваших слов, а не из подписанной тревоги.
guide-told-end = О конце объявлено официально
guide-told-mistake = Нажато по ошибке
guide-what-is-it = Если вы знаете, что это:
guide-after-shaking = Когда толчки прекратятся
guide-after-shaking-out = Выйдите по лестнице на открытое место, подальше от стен, стекла и проводов. У моря — поднимитесь выше.
guide-more-alerts = Другие сообщения
guide-unconfirmed = Неподтверждённое сообщение
guide-unconfirmed-do = Под этим слишком мало действительных подписей. Слушайте официальные сообщения.
guide-cancelled = Отменено
guide-why-here = Это касается места, где вы находитесь.
guide-why-at-start = Это касается вашего начала пути.
guide-why-at-poster = Это касается места последнего отсканированного плаката.
guide-why-at-remembered = Это касается сохранённого места: { $name }.
guide-why-where-are-you = Неизвестно, где вы: это может касаться вас.
guide-why-may-be-you = Его место нам неизвестно: это может касаться вас.
guide-why-elsewhere = Для других мест.

guide-needed = нужно
guide-left = осталось
guide-there-is = есть с начала тревоги
guide-length = путь
guide-next = Дальше:
guide-only-outside = Только если вы уже на улице:
guide-nearest-late = Ближайшее, отсюда поздно:
guide-where = Откуда вы идёте?
guide-choose-start = Выбрать начало пути
guide-change-start = Другое начало
guide-places-stay = Места остаются на этом устройстве.
guide-from = Вы идёте отсюда: { $start }
guide-at-position = положение этого устройства
guide-yes-here = Да, я здесь
guide-working = Ищем путь…
guide-no-street = Рядом с этим началом нет улицы, по которой можно идти. Выберите другое.
guide-engine-fault = Не удалось вычислить. Действуйте по написанному выше и официальным сообщениям.
guide-loading = Загружаем город: { $percent } %
guide-no-city = Данных города на этом устройстве нет. Кнопки и карточки работают и без них.
guide-load-again = Загрузить снова
guide-pets-no = В перечне указано: без животных.
guide-pets-unknown = Можно ли с животными, неизвестно.
guide-slower = Время здесь больше: однажды вам понадобилось больше, чем по плану.

guide-floor = этаж { $floor }
guide-night = Темно
guide-pets = С животным

guide-search = Улица, номер дома, место
guide-kind-place = место
guide-kind-shelter = укрытие
guide-kind-street = улица
guide-kind-address = адрес
guide-locating = Определяем положение…
guide-locate-failed = Положение не найдено. Воспользуйтесь поиском или картой.
guide-is-it-here = Вы идёте отсюда?
guide-yes-start = Да, я иду отсюда
guide-remember-here = Запомнить это место на устройстве
guide-place-name = Как его назвать
guide-home = Дом
guide-remember = Да, и запомнить
guide-remembered = Сохранённые места
guide-poster = Плакат
guide-poster-help = Или отсканируйте код плаката у входа.
guide-by-crossing = у { $street }
guide-near = рядом: { $name } ({ $length })
guide-map-help = Карта путей. То же написано словами рядом. Двигайте стрелками.
guide-map-choose-help = Карта. Коснитесь места начала или двигайте стрелками и нажмите Enter.

guide-walk-now = Показать путь
guide-walk-on = Дальше по пути
guide-walk-plan = Путь плана { $letter }
guide-drill-band = Проба пути: это не тревога
guide-to = К: { $name }
guide-step = Шаг { $step } из { $steps }
guide-in-length = через { $length }
guide-then = потом: { $words }
guide-off-way = Вы в { $length } от пути.
guide-next-step = Готово, дальше
guide-step-back = Шаг назад
guide-inside = Я внутри
guide-follow = Следить за положением
guide-walked = в пути
guide-planned = по плану
guide-door-closed = Дверь закрыта
guide-end-walk = Закончить путь
guide-arrived = Вы на месте
guide-to-start = На главный экран
guide-switch = Идите в другое укрытие:
guide-switch-late = Отсюда вовремя не дойти до другого укрытия. Сделайте так:
guide-go-there = Показать тот путь
guide-learned = Вам понадобилось { $took }, по плану { $planned }. Теперь планы считают с большим временем.
guide-learned-same = Вам понадобилось { $took }, по плану { $planned }. Планы не меняются.

guide-speak = Прочитать вслух
guide-hush = Остановить чтение

guide-share = Поделиться планом
guide-share-says = Кто это получит, увидит ваше начало пути. Ничего не отправляется, пока вы не отправите.
guide-share-text = Поделиться текстом
guide-copy-text = Скопировать текст
guide-copy-link = Скопировать ссылку
guide-copied = Скопировано.
guide-copy-failed = Не удалось скопировать. Выделите текст выше.
guide-code = Код этого начала для камеры другого телефона

guide-bedside = У кровати
guide-bedside-help = Держит экран включённым и тёмным, звучит при тревоге или потере связи. Подключите зарядку.
guide-bedside-on = Экран не гаснет и звук включён, пока эта страница открыта и впереди.
guide-bedside-start = Начать и услышать сигнал
guide-bedside-off = Закончить
guide-no-wake-lock = Этот браузер не держит экран включённым: он может погаснуть и замолчать.

guide-selftest = Проверить устройство
guide-selftest-help = Что здесь работает, проверено только что.
guide-trial-engine = Город открыт
guide-trial-files = Файлы целы
guide-trial-store = Браузер хранит данные
guide-trial-lasting = Сохранённое не будет выброшено
guide-trial-offline = Открывается без сети
guide-trial-trust = Знает, чьим тревогам верить
guide-trial-contact = Тревоги только что получены
guide-trial-sound = Звук разблокирован
guide-trial-voice = Сам читает на вашем языке
guide-trial-vibration = Вибрирует
guide-trial-awake = Держит экран включённым
guide-trial-is-works = работает
guide-trial-is-fails = не работает
guide-trial-is-unknown = неизвестно
guide-hear-tone = Услышать сигнал
guide-try-again = Проверить снова

guide-settings = Настройки
guide-contrast = Высокая контрастность
guide-frugal = Беречь батарею
guide-frugal-help = Чёрный фон, без карты, реже обновления.
guide-easy = Простой язык
guide-easy-help = Короткие фразы и рисунки рядом с указаниями.
guide-who = Кто идёт
guide-forget-pace = Забыть это
guide-hidden-head = Чтобы не заметили
guide-hidden = Скрытый режим
guide-hidden-help = Учения не звучат и не занимают экран. Настоящие тревоги — да.
guide-called = Показывать как
guide-called-help = Название и знак на главном экране; выберите до установки.
guide-none-remembered = Нет.
guide-forget-place = Забыть: { $name }
guide-stored = Что есть на этом устройстве
guide-stored-size = { $place }: { $megabytes } МБ
guide-store-fails = Этот браузер ничего не хранит: сохраните город как файл.
guide-save-file = Сохранить как файл
guide-open-file = Открыть из файла
guide-loaded = Загружено полностью.
guide-load-failed = Не удалось загрузить. Прежнее остаётся.
guide-file-refused = Файл повреждён или это не город. Прежнее остаётся.
guide-forget-head = Забыть всё
guide-forget-help = Места, настройки, сообщения и город сразу исчезнут с устройства.
guide-forget-all = Забыть всё сейчас

guide-first-title = Чего эта страница не может
guide-first-sound = Она молчит, когда закрыта или пока вы её не коснулись.
guide-first-data = Она знает { $place } по данным на { $date }. Двери могут быть закрыты, пути перекрыты: верьте глазам.
guide-first-data-unknown = Её данные имеют возраст: двери могут быть закрыты, пути перекрыты. Верьте глазам.
guide-first-official = Сирены, власти и ваши глаза важнее.
guide-first-silence = Когда она ничего не показывает, это ничего не значит.
guide-first-can = Что она может
guide-first-offline = После загрузки работает без сети: какое укрытие, каким путём, сколько минут.
guide-first-private = Где вы, знает только это устройство. Учётной записи нет.
guide-first-ok = Прочитано

guide-all-cards = Все карточки
guide-card-car = В автомобиле
guide-do-first-car = Остановитесь сбоку, заглушите двигатель, оставьте ключ.
guide-do-then-car = Воздушная тревога: выйдите и укройтесь в прочном здании или лягте в канаву подальше от машины.
guide-do-last-car = Цунами, наводнение: не въезжайте в воду. Оставьте машину и поднимайтесь пешком.
guide-card-bus = В автобусе, трамвае
guide-do-first-bus = Слушайте водителя. Выходите там, где остановились, не между машинами.
guide-do-then-bus = Воздушная тревога: зайдите в ближайшее прочное здание, подальше от стекла.
guide-do-last-bus = Толчки: держитесь и закройте голову. У моря потом поднимитесь выше.
guide-card-metro = В метро
guide-do-first-metro = Воздушная тревога: подземная платформа — укрытие. Идите к середине, дальше от края.
guide-do-then-metro = Вода, дым или газ: немедленно наверх по лестнице.
guide-do-last-metro = Поезд встал в тоннеле: слушайте персонал. Не сходите на рельсы сами.
guide-card-lift = В лифте
guide-do-first-lift = Нажмите все этажи и выйдите на первом, где открылось.
guide-do-then-lift = Застряли: нажмите кнопку вызова и говорите. Не разжимайте двери.
guide-do-last-lift = Дальше только по лестнице.
guide-card-bridge = На мосту
guide-do-first-bridge = Сойдите с моста к ближнему концу.
guide-do-then-bridge = Воздушная тревога и нет времени: лягте у перил, закройте голову.
guide-do-last-bridge = Цунами, наводнение: от реки и вверх, ни в коем случае под мост.
guide-card-beach = На пляже
guide-do-first-beach = Сильные или долгие толчки либо море отступает: сразу бегите вверх, до всякой тревоги.
guide-do-then-beach = На возвышенность или на верх высокого прочного здания. Не возвращайтесь за вещами.
guide-do-last-beach = Волны идут часами. Не спускайтесь до официального сообщения.
guide-card-field = В поле
guide-do-first-field = Воздушная тревога: лягте в углубление или за насыпь, закройте голову, откройте рот.
guide-do-then-field = Подальше от деревьев, мачт, машин и топлива.
guide-do-last-field = Дым или запах: поперёк ветра, вверх. Не трогайте ничего, что лежит.
guide-card-top-floor = На верхнем этаже
guide-do-first-top-floor = Воздушная тревога: вниз по лестнице, если есть время; иначе две стены между вами и улицей.
guide-do-then-top-floor = Подальше от окон: внутренняя комната или лестница без стёкол.
guide-do-last-top-floor = Цунами, наводнение: не спускайтесь. Пожар внизу: по лестнице наружу, низко под дымом.
guide-card-children = С детьми
guide-do-first-children = Держитесь за руки, младших несите. Скажите коротко: сейчас идём в укрытие.
guide-do-then-children = В школе детей ведут в укрытие там. Не езжайте в школу.
guide-do-last-children = Имя, телефон и группа крови на бумажке в кармане.
guide-card-wheelchair = На коляске
guide-do-first-wheelchair = Скажите громко: «Вдвоём помогите мне по лестнице». Не пользуйтесь лифтом.
guide-do-then-wheelchair = Выберите «коляска»: пути без лестниц.
guide-do-last-wheelchair = Воздушная тревога и нет времени: внутренняя комната, тормоза, голову вниз и закрыть.
guide-card-after = После удара
guide-do-first-after = Может быть второй удар: не собирайтесь там, оставайтесь в укрытии.
guide-do-then-after = Запах газа: без огня и выключателей, откройте окна, выйдите.
guide-do-last-after = Не трогайте неизвестное, отметьте, вернитесь тем же путём, звоните спасателям.

guide-other-languages = Другие языки
guide-tourist-help = Покажите это тем, кто не читает на вашем языке.

easy-inner-room = Зайдите в дом. Идите в комнату без окон. Лягте.
easy-lie-down = Зайдите в прочный дом. Нет рядом? Лягте. Руки на голову.
easy-drop-cover-hold = Присядьте. Спрячьтесь под стол. Держитесь.
easy-open-ground = Выйдите на открытое место. Дальше от стен и стекла.
easy-highest-floor = Немедленно вверх. На самый верхний этаж. Не спускайтесь.
easy-high-ground = Немедленно вверх. На холм или в высокий дом. Дальше от воды.
easy-upstairs-away-from-slope = Идите наверх. В сторону от склона.
easy-sideways = Идите вбок и вверх. Не вниз по склону.
easy-keep-going = Идите от огня. Не останавливайтесь. Не возвращайтесь.
easy-middle-or-cellar = В подвал или в середину дома. Закройте окна. Снимите куртку.
easy-into-building = Зайдите в прочный дом. Дальше от окон.
easy-upstairs-sealed = Идите наверх. Не в подвал. Закройте окна и двери.
easy-upwind = Идите вбок от ветра и вверх. Дальше от запаха.
easy-inner-room-above-ground = Наверх, во внутреннюю комнату. Не в подвал. Дальше от окон.
easy-into-building-upstairs = Зайдите в прочный дом. Наверх. Не в подвал.


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