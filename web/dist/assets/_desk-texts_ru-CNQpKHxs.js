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


desk-title = hinan desk: подписываете то, что видите
desk-signs-for = Здесь подписывает { $person }
desk-key-unknown = Этого ключа нет в связке: читать можно, но его подпись ничего не значит.
desk-ring-until = Связка ключей № { $number }, до { $date }
desk-ring-expired = Срок связки ключей истёк { $date }. Возьмите новую у её хранителей.
desk-tab-now = Сейчас
desk-tab-warn = Новая тревога
desk-tab-drill = Новое учение
desk-skip = К рабочему столу
desk-map-help = Карта территорий тревог. При рисовании угол ставит щелчок или Enter; стрелки двигают карту.
desk-lab = ЛАБОРАТОРИЯ: наружу это не попадает
desk-live = НАСТОЯЩЕЕ: это дойдёт до людей

desk-nothing = В этой папке нет действующих тревог. Прочитано в { $time }. О самой опасности это ничего не говорит.
desk-read = Прочитано в { $time }
desk-no-contact = Нет связи с программой с { $time }. Показанное могло устареть.
desk-awaiting = Ожидает подписи
desk-in-force = Действует
desk-on-hold = Приостановлено
desk-unconfirmed = Не подтверждено
desk-lapsed = Больше не подтверждено
desk-ended = Завершено
desk-refused = Отклонено
desk-refused-help = Этим файлам не верят, и никому о них не сообщают. Код называет причину.
desk-active-digest = Всё действующее четырьмя словами: { $words }
desk-active-help = Другой стол с той же папкой показывает те же слова.
desk-issued = Выдано в { $time }, { $ago } назад
desk-issued-ahead = Выдано в { $time }: это позже этих часов. Одни из часов неверны.
desk-drafted = Составлено в { $time }, { $ago } назад
desk-until = Действует до { $time }, осталось { $left }
desk-hold-until = Приостановлено до { $time }, осталось { $left }; потом снова действует, если не подпишет второй офицер
desk-lapsed-since = Не подтверждено с { $time }. Никто не говорил, что всё кончилось.
desk-final = Окончательно.
desk-replaced-by = Заменено на: { $words }
desk-ended-by = Завершило: { $words }
desk-drill-cut = Прервано настоящей тревогой
desk-signed-by = Подписали: { $people }.
desk-signed-of = { $signed } из { $needed } лиц.
desk-two-keys = { $person }: подписи { $keys } ключами, считается один раз.
desk-not-counted = Подпись не засчитана: { $reason }
desk-verified = Проверено
desk-awaited = Ожидает второго офицера
desk-awaited-first = Без подписей
desk-open = Посмотреть
desk-review = Проверить и подписать
desk-cancel = Отозвать
desk-clear = Дать отбой
desk-update = Заменить
desk-about = Касается: { $what }

desk-new-alert = Новая тревога
desk-new-drill = Новое учение
desk-new-update = Заменить тревогу
desk-drill-note = УЧЕНИЯ: каждый текст начинается и кончается словом учения
desk-hazard = Какая опасность?
desk-stage = Что люди должны делать?
desk-where = Где?
desk-where-zones = Зоны по названию
desk-where-drawn = Нарисовать на карте
desk-zones = Зоны
desk-zones-find = Найти зону
desk-zones-none = Этот стол не знает зон. Запустите его с регионом, где есть зоны, или с --zones.
desk-zones-chosen = Выбрано: { $names }
desk-draw-help = Щёлкайте углы один за другим или двигайте карту стрелками и нажимайте Enter. Последний угол соединяется с первым.
desk-corners = Углы, по одному в строке: широта,долгота
desk-corners-wrong = Строка { $line } — не широта,долгота.
desk-corner-undo = Убрать последний угол
desk-corners-clear = Убрать все углы
desk-place-name = Название места, как его знают люди
desk-duration = На какое время?
desk-hours = { $hours } ч
desk-impact = Прибудет через столько минут, если известно
desk-languages = Языки
desk-preview = Что прочитают люди
desk-preview-none = Выберите опасность, что делать и где. Без места ничего не отправляется.
desk-ends = до { $time }, если не подтвердят снова
desk-write = Составить черновик
desk-write-drill = Составить черновик учения
desk-write-help = Без подписи попадает в общую папку, другой стол видит сразу. Никого не предупреждают, пока не подпишут двое офицеров.

desk-people = { $people ->
    [one] { $people } человек
    [few] { $people } человека
   *[other] { $people } человек
}
desk-people-guess = оценка по зданиям карты
desk-people-unknown = люди и укрытия внутри: неизвестно, регион не открыт
desk-shelters = { $shelters ->
    [one] { $shelters } укрытие
    [few] { $shelters } укрытия
   *[other] { $shelters } укрытий
}
desk-spill = За пределами выбранной территории: { $people ->
    [one] { $people } человек
    [few] { $people } человека
   *[other] { $people } человек
}
desk-length = { $used } из { $most } { $alphabet }
desk-form-all = Для каждого канала
desk-form-headline = Заголовок
desk-form-description = Что, где, когда
desk-form-instruction = Что делать
desk-form-short90 = Самый короткий
desk-form-short360 = Короткий
desk-form-long = Длинное вещание
desk-form-speech = Как это произносят

desk-review-help = Всё здесь прочитано из тех самых байтов, которые подписываются.
desk-kind = Вид
desk-danger = Опасность
desk-how-near = Степень
desk-place = Место
desk-concerned = Внутри
desk-time = Время
desk-time-span = с { $from } до { $to }, { $length }
desk-arrives = прибытие в { $time }
desk-issued-only = выдано в { $time }
desk-state = Состояние
desk-signatures = Подписи
desk-four-words = Четыре слова
desk-four-words-help = Прочитайте их второму офицеру. Если слова разные, то и байты разные: не подписывайте.
desk-digest = Весь дайджест
desk-texts = Текст на всех языках
desk-retype = Введите число людей внутри
desk-retype-help = Это дойдёт до стольких людей: { $people }. Введите это число.
desk-retype-wrong = Это не число людей внутри.
desk-passphrase = Парольная фраза вашего ключа
desk-passphrase-help = Передаётся только программе на этой машине и не сохраняется.
desk-sign-as = Подписать: { $what }
desk-signing = Подписываю…
desk-signed-done = Подписано. { $state }
desk-discard = Выбросить черновик
desk-discarded = Черновик выброшен.
desk-back = Назад к действующему
desk-already = Вы это подписали. Должно подписать другое лицо за своим столом.

desk-cancel-title = Отозвать
desk-cancel-help = Одна подпись приостанавливает: людям говорят, что есть сообщение об ошибке. Вторая подпись делает это окончательным.
desk-cancel-help-late = Время, когда один офицер может приостановить, прошло, или связка этого не позволяет: ничего не изменится, пока не подпишут двое.
desk-cancel-error = Отправлено по ошибке
desk-cancel-error-help = Это не следовало отправлять.
desk-cancel-withdrawn = Больше не ожидается
desk-cancel-withdrawn-help = Было верно, но того, о чём предупреждали, больше не ожидают.
desk-clear-help = Отбой: людям скажут, что опасность миновала. Ничего не изменится, пока не подпишут двое офицеров.

desk-error-token = Страница открыта не по адресу, который стол показал при запуске. Откройте тот адрес.
desk-error-gone = Этого уже нет в папке.
desk-error-passphrase = Эта фраза не открывает ключ. Попробуйте ещё раз: ничего не блокируется, лишь каждая попытка дольше.

desk-tab-arm = Приказ заранее
desk-kind-arming = Приказ, подписанный заранее
desk-kind-void-arming = Отзыв приказа, подписанного заранее
desk-kind-other = Документ, который здесь не подписывают
desk-armed = Приказ действует: тревогу может поднять один офицер
desk-armed-until = До { $time }, осталось { $left }
desk-armed-from = С { $time }
desk-void-state = Отозван. По нему больше никто не поднимет тревогу.
desk-new-arm = Разрешить поднимать тревогу одному
desk-arm-help = Двое подписывают заранее. С этого момента каждый названный может один поднять выбранные ниже тревоги в этих зонах и в это время.
desk-arm-who = Кто может один?
desk-arm-templates = Какие тревоги?
desk-arm-hours = На сколько часов с этого момента?
desk-arm-life = Сколько самое большее действует одна тревога?
desk-arm-none = Выберите, кто, какие тревоги и где.
desk-arm-write = Составить черновик приказа
desk-arm-feed = { $name }, автоматический источник
desk-raise = Поднять тревогу по нему
desk-void = Отозвать приказ
desk-new-armed = Тревога от одного офицера
desk-armed-note = По приказу, подписанному заранее: действует с одной подписью.
desk-armed-write-help = Без подписи попадает в общую папку. Одной вашей подписи достаточно, чтобы тревога действовала.
desk-who = Кто
desk-which = Тревоги
desk-longest = Одна тревога самое большее
desk-sender = Отправляет
desk-under-order = По приказу
desk-people-nobody = люди внутри: никто не считал
desk-people-zone-nobody = никто не считал

desk-error-already = Вы это уже подписали. Вторую подпись даёт другой человек, каким бы ни был ключ.
desk-error-area = Выберите либо зоны, либо рисунок, и не слишком много.
desk-error-area-drawing = Рисунок непригоден. Нужно не меньше трёх углов.
desk-error-area-no-name = Дайте нарисованному месту название, которое знают люди.
desk-error-area-none = Место не выбрано. Без места ничего не отправляется.
desk-error-area-refused = С таким местом не отправляется: { $reasons }
desk-error-area-unknown-zone = В таблице этого стола нет зоны «{ $zone }».
desk-area-crosses = линия пересекает или касается себя
desk-area-swapped = широта и долгота перепутаны
desk-area-elsewhere = оно за пределами этого региона
desk-area-too-much = слишком много углов
desk-area-other = непонятно, где это
desk-error-arming-hours = Приказ действует слишком долго или совсем не действует. По связке самое большее { $most } мин.
desk-error-arming-life = Одна тревога действовала бы слишком долго или совсем не действовала. По связке самое большее { $most } мин.
desk-error-arming-nobody = Не выбрано, кто может поднимать тревогу один.
desk-error-arming-not-now = Приказ сейчас не действует: не хватает подписей, он отозван или его время истекло.
desk-error-arming-outside = Приказ не охватывает эту тревогу, зону или длительность.
desk-error-arming-unknown = Связка не знает ни лица, ни источника «{ $who }».
desk-error-armed-drill = Учение никогда не поднимают по приказу, подписанному заранее.
desk-error-body = Страница и программа не понимают друг друга. Загрузите страницу снова.
desk-error-broken = С этим документом что-то не так. Его не подписывают; составьте снова.
desk-error-cap = Сообщение было бы недействительным.
desk-error-impact-outside = Время прибытия вне времени действия тревоги.
desk-error-key = Файл ключа непригоден.
desk-error-language = На одном из языков текстов нет.
desk-error-machine = Сбой программы или общей папки.
desk-error-mixed-hazards = Эти тревоги о разных опасностях. Завершайте каждую отдельно.
desk-error-mixed-worlds = Настоящее и учебное никогда не в одном документе.
desk-error-no-language = Язык не выбран.
desk-error-no-ring = Здесь нет связки ключей: никто не мог бы подписать.
desk-error-no-such-pair = Для этой опасности на этой ступени тревоги нет.
desk-error-no-target = Тревога не названа.
desk-error-not-an-alert = Это не тревога и не учение.
desk-error-not-here = Ваш ключ не может это подписать, или подпись больше не нужна.
desk-error-other-bytes = Сообщение рядом с документом — не то, которое подписали.
desk-error-people = Это не число людей внутри.
desk-error-reason = Выберите, почему отзываете.
desk-error-room = В файле нет места для ещё одной подписи.
desk-error-signed = Это уже кто-то подписал. Такое отзывают, а не выбрасывают.
desk-error-statement = Приёмники это отклонили бы.
desk-error-template = Шаблона с таким названием нет.
desk-error-too-long = Это слишком долго или совсем ноль. По связке самое большее { $most } мин.
desk-error-world = Этот стол не составляет для этого мира.
desk-why-earthquake-expect = за минуты никто не знает; за секунды это «{ $order }»
desk-why-chemical-prepare = выброс не предвидеть за часы

desk-fault-sent = Сообщение и документ не из одной секунды: { $message }, { $statement }.
desk-fault-hazard = Сообщение о другой опасности, чем документ: { $hazard }.
desk-fault-template = Документ называет шаблон { $template }, сообщение — другой.
desk-fault-no-template = Сообщение не называет шаблона для этого. Никто не скажет, что там должно быть.
desk-fault-expires = Сообщение и документ кончаются в разное время.
desk-fault-status = В сообщении { $found }, документ для { $wanted }.
desk-fault-message-type = Сообщение типа { $found }, а не { $wanted }.
desk-fault-no-text = В сообщении нет текста.
desk-fault-head = Вокруг текстов есть то, чего не составляет ни один шаблон.
desk-fault-other-zones = Зоны сообщения — не те, что в документе.
desk-fault-blocks-differ = Эти тексты говорят не одно и то же: { $language } отличается от { $first }: { $parts }.
desk-fault-unknown-language = На языке { $language } шаблона нет. Никто не скажет, что говорит этот текст.
desk-fault-not-composed = { $language } — не то, что составляет шаблон: { $parts }.
desk-fault-unknown-zone = В таблице этого стола нет зоны { $zone }. Никто не скажет, где это.
desk-fault-zone-name = Сообщение называет зону { $zone } «{ $found }». Её название «{ $wanted }».
desk-fault-zone-outline = Нарисованное для зоны { $zone } — не её граница.
desk-fault-targets = Оно не такое, как тревоги, к которым относится: { $parts }.
desk-part-ground = территория
desk-part-zones = зоны
desk-part-places = названия мест
desk-part-hazard = опасность
desk-part-codes = коды
desk-part-times = время
desk-part-words = слова
desk-part-sender = отправитель
desk-part-rest = то, чего нет в шаблонах

desk-file-no-envelope = Рядом нет конверта: это никто не подписал.
desk-file-too-large = Слишком большой.
desk-file-too-many-files = В папке слишком много файлов; просмотрены только первые.
desk-file-unreadable = Не читается.

desk-refusal-too-large = Конверт слишком большой.
desk-refusal-bad-envelope = Это не настоящий конверт: файл повреждён или он не наш.
desk-refusal-bad-base64 = Часть конверта повреждена.
desk-refusal-too-many-signatures = В конверте слишком много подписей.
desk-refusal-foreign-type = Это чужой документ.
desk-refusal-update-needed = Это новее этой программы. Обновите программу.
desk-refusal-unexpected-type = Документ не того типа, который здесь нужен.
desk-refusal-bad-bundle = Пакет повреждён.
desk-refusal-root-not-pinned = Это не тот корень, которому доверяет этот стол.
desk-refusal-root-gap = Не хватает корня между ними; остаётся последний хороший.
desk-refusal-root-fork = Известен другой корень с тем же номером.
desk-refusal-root-world = Корень меняет настоящее на лабораторное или наоборот.
desk-refusal-root-threshold-before = Слишком мало лиц прежнего корня подписали.
desk-refusal-root-threshold-own = Слишком мало собственных лиц подписали корень.
desk-refusal-ring-threshold = Слишком мало хранителей подписали связку.
desk-refusal-ring-too-long = Связка заявляет слишком долгий срок.
desk-refusal-ring-rolled-back = Известна более новая связка.
desk-refusal-ring-missing = Под новейшим корнем нет действующей связки; остаются последние хорошие.
desk-refusal-no-ring = Нет связки, чтобы проверить подписи.
desk-refusal-no-valid-signature = Ни одна подпись не сделана ключом из связки.
desk-refusal-bad-json = Документ повреждён.
desk-refusal-bad-statement = В документе чего-то не хватает, что-то лишнее или он противоречит себе.
desk-refusal-other-scope = Документ относится к другому корню.
desk-refusal-type-not-granted = Никто из подписавших не имеет права на такие документы.
desk-refusal-outside-rights = Никто из подписавших не имеет права на эту ступень, опасность, зону или укрытие.
desk-refusal-compromised-key = Подписей хватало, пока один ключ не оказался в чужих руках.
desk-refusal-ring-too-old = Срок связки истёк более 400 дней назад.
desk-refusal-ring-too-old-for-one = Срок связки истёк более 30 дней назад: одного лица мало.
desk-refusal-standalone-missing = Ни одна подпись не из отдельной программы.
desk-refusal-second-person-awaited = Подписало меньше лиц, чем требует связка.
desk-refusal-builder-missing = Нет подписи собирающей машины.
desk-refusal-reviewer-missing = Слишком мало лиц прочитали различия и подписали.
desk-refusal-wrong-holder = Подписала машина не того вида.
desk-refusal-arming-unseen = Приказа, на который оно ссылается, нет в папке.
desk-refusal-arming-not-valid = Приказу, на который оно ссылается, не хватает подписей или прав.
desk-refusal-arming-void = Приказ отозван.
desk-refusal-arming-too-long = Приказ охватывает больше часов, чем разрешено.
desk-refusal-armed-by-other = Приказ называет других.
desk-refusal-armed-outside-hours = Выдано вне времени приказа.
desk-refusal-armed-outside-zones = Названа зона, которой нет в приказе.
desk-refusal-armed-other-hazard = Об опасности, которой нет в приказе.
desk-refusal-armed-other-stage = Ступени, которой нет в приказе.
desk-refusal-armed-other-template = По шаблону, которого нет в приказе.
desk-refusal-armed-too-long = Действует дольше, чем позволяет приказ.
desk-refusal-solo-too-long = Тревога от одного офицера действует дольше, чем позволяет связка.
desk-refusal-solo-renewed = Один офицер не может сам продлить свою тревогу.
desk-refusal-solo-too-late = Один офицер может отозвать лишь вскоре после тревоги.
desk-refusal-solo-target-unseen = Один офицер может отозвать лишь то, что здесь известно.
desk-refusal-lowering-needs-two = Более низкая ступень или меньшая территория требуют двух лиц.
desk-refusal-cap-missing = В папке нет сообщения, которое к нему относится.
desk-refusal-cap-length = Длина сообщения не та, что подписана.
desk-refusal-cap-digest = Сообщение изменено: это не те байты, что относятся к документу.
desk-refusal-cap-unreadable = Сообщение — не действительный CAP 1.2.
desk-refusal-cap-status = Настоящее, учение или лаборатория: сообщение и документ различаются.
desk-refusal-cap-message-type = Сообщение делает не то, что документ.
desk-refusal-cap-sent = Сообщение отправлено не в ту секунду, что в документе.
desk-refusal-cap-expires = Сообщение кончается не в ту секунду, что в документе.
desk-refusal-cap-response = Сообщение и документ не сходятся, завершает ли это тревогу.
desk-refusal-cap-area = Территория сообщения — не та, что в документе.
desk-refusal-cap-references = Сообщение относится не к тем сообщениям, что документ.
desk-refusal-life-too-long = Действует дольше, чем может эта ступень.
desk-refusal-target-other-world = Относится к сообщению из другого мира.
desk-refusal-target-outside-rights = Подписавшие не имеют права на то, к чему оно относится.
desk-refusal-blocked-by-cancel = Двое отозвали это.
desk-refusal-epoch-ahead = Счётчик из эпохи, которую связка ещё не начала.
desk-refusal-rolled-back = Известно более новое.
desk-refusal-stale = Слишком старое, чтобы что-то значить.
desk-refusal-siren-other = Это не для этого устройства.
desk-refusal-siren-too-long = Звучит более 180 с.
desk-refusal-siren-inner = Тревога в нём не действует или не для сирены.
desk-refusal-store-full = Нет места для ещё одного документа.

desk-signature-malformed = это не подпись
desk-signature-unknown-key = ключа нет в связке
desk-signature-webauthn-unsupported = это веб-аутентификатор, их ещё не проверяют
desk-signature-weak-key = ключ негодный
desk-signature-wrong-signature = не подходит к этим байтам
desk-signature-compromised-key = ключ в чужих руках
desk-signature-retired-key = ключ сдан раньше
desk-signature-type-not-granted = ключ не имеет права на этот тип
desk-signature-outside-rights = ключ не имеет права на эту ступень, опасность, зону или укрытие

desk-note-ring-expired = Срок связки истёк. Нужна более новая.
desk-note-ring-behind = Составлено при более новой связке, чем здесь.
desk-note-clock-behind = Выдано позже, чем показывают эти часы: они отстают.
desk-note-expired = Его время истекло.
desk-note-second-officer-awaited = Поднял один офицер; ждут второго.
desk-note-same-id = Действует ещё один документ с тем же номером: в силе оба.
desk-note-target-unseen = Относится к тому, чего здесь не знают.
desk-note-target-outside-rights = Подписавшие не имеют права на одну из целей; она остаётся.
desk-note-target-other-world = Одна из целей — из другого мира; она остаётся.
desk-note-elsewhere = Это для других мест.


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
`;export{e as default};