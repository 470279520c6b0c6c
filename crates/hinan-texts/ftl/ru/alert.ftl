### Alerts: what is sent when lives hang on it. The order stands first, then the danger, the place, the time.
### Only the place and the times are filled in. Never "stay" or "wait" for water, fire and eruptions.
### Перевод ещё не проверен носителем языка. Not yet reviewed by a native speaker.

## Kinds and stages
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

## Orders by hazard and stage
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

## Calling back, ending, no longer knowing
alert-cancel-error-order = Не обращайте внимания на сигнал
alert-cancel-withdrawn-order = Слушайте дальше, сигнал отозван
alert-keep-stay = Оставайтесь на месте
alert-keep-up = Не спускайтесь
alert-keep-away = Не возвращайтесь
alert-hold-order = { $order } (возможна ошибка)
alert-lapsed-order = { $order } (не подтверждено)
alert-clear-order = Отбой

## The drill
alert-drill-word = УЧЕНИЯ

## The parts
alert-second-awaited = Подписал один дежурный; нужна подпись второго.
alert-time = { $hour }:{ $minute }

## Times and numbers, spoken and with their day
# $month (number): 1 to 12. $day (number). $time: a time of day.
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
