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
desk-kind-arming = Приказ, подписанный заранее: см. hinan alert show
desk-kind-void-arming = Приказ, подписанный заранее, отозван
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
