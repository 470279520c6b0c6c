### The desk of the officers who draft and sign alerts: its page, and nothing that the public reads.
### Перевод ещё не проверен носителем языка. Not yet reviewed by a native speaker.

## Head
desk-title = hinan desk: подписываете то, что видите
# $person: a name.
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

## What goes on
# $time: when the folder was last read.
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
# $words: four words.
desk-active-digest = Всё действующее четырьмя словами: { $words }
desk-active-help = Другой стол с той же папкой показывает те же слова.
# $ago, $left, $length: lengths of time.
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
# $signed, $needed (numbers): persons.
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

## A new alert or drill
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
# $hours (number): whole hours.
desk-hours = { $hours } ч
desk-impact = Прибудет через столько минут, если известно
desk-languages = Языки
desk-preview = Что прочитают люди
desk-preview-none = Выберите опасность, что делать и где. Без места ничего не отправляется.
desk-ends = до { $time }, если не подтвердят снова
desk-write = Составить черновик
desk-write-drill = Составить черновик учения
desk-write-help = Без подписи попадает в общую папку, другой стол видит сразу. Никого не предупреждают, пока не подпишут двое офицеров.

## What it comes to
# $people, $shelters (numbers).
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

## Review and sign
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
# $what: the headline of the alert.
desk-sign-as = Подписать: { $what }
desk-signing = Подписываю…
desk-signed-done = Подписано. { $state }
desk-discard = Выбросить черновик
desk-discarded = Черновик выброшен.
desk-back = Назад к действующему
desk-already = Вы это подписали. Должно подписать другое лицо за своим столом.

## Calling back, ending
desk-cancel-title = Отозвать
desk-cancel-help = Одна подпись приостанавливает: людям говорят, что есть сообщение об ошибке. Вторая подпись делает это окончательным.
desk-cancel-help-late = Время, когда один офицер может приостановить, прошло, или связка этого не позволяет: ничего не изменится, пока не подпишут двое.
desk-cancel-error = Отправлено по ошибке
desk-cancel-error-help = Это не следовало отправлять.
desk-cancel-withdrawn = Больше не ожидается
desk-cancel-withdrawn-help = Было верно, но того, о чём предупреждали, больше не ожидают.
desk-clear-help = Отбой: людям скажут, что опасность миновала. Ничего не изменится, пока не подпишут двое офицеров.

## Errors
desk-error-token = Страница открыта не по адресу, который стол показал при запуске. Откройте тот адрес.
desk-error-gone = Этого уже нет в папке.
desk-error-passphrase = Эта фраза не открывает ключ. Попробуйте ещё раз: ничего не блокируется, лишь каждая попытка дольше.

## Orders signed ahead
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

## What cannot be done, by code
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

## What is wrong in a message, by code
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

## Files that are left out, by code
desk-file-no-envelope = Рядом нет конверта: это никто не подписал.
desk-file-too-large = Слишком большой.
desk-file-too-many-files = В папке слишком много файлов; просмотрены только первые.
desk-file-unreadable = Не читается.

## Why a document is not believed, by code; what the codes mean stands in docs/trust.md
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

## Why a signature does not count, by code
desk-signature-malformed = это не подпись
desk-signature-unknown-key = ключа нет в связке
desk-signature-webauthn-unsupported = это веб-аутентификатор, их ещё не проверяют
desk-signature-weak-key = ключ негодный
desk-signature-wrong-signature = не подходит к этим байтам
desk-signature-compromised-key = ключ в чужих руках
desk-signature-retired-key = ключ сдан раньше
desk-signature-type-not-granted = ключ не имеет права на этот тип
desk-signature-outside-rights = ключ не имеет права на эту ступень, опасность, зону или укрытие

## Remarks, by code
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
