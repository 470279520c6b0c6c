### Alerts: what is sent when lives hang on it. The order stands first, then the danger, the place, the time.
### Only the place and the times are filled in. Never "stay" or "wait" for water, fire and eruptions.
### Переклад ще не перевірив носій мови. Not yet reviewed by a native speaker.

## Kinds and stages
alert-kind-alert = Сигнал
alert-kind-update = Оновлення
alert-kind-cancel-error = Скасування: надіслано помилково
alert-kind-cancel-withdrawn = Скасування: більше не очікується
alert-kind-hold = Призупинено: повідомлено про помилку
alert-kind-clear = Відбій
alert-kind-lapsed = Більше не підтверджено
alert-kind-drill = Навчання
alert-stage-prepare = підготуйтеся
alert-stage-expect = очікується незабаром
alert-stage-take-cover = дійте негайно
alert-stage-clear = відбій

## Orders by hazard and stage
alert-order-air-raid-prepare = Готуйтеся йти в укриття
alert-order-air-raid-expect = Ідіть ближче до укриття
alert-order-air-raid-take-cover = Негайно йдіть в укриття
alert-order-earthquake-prepare = Не заходьте в пошкоджені будівлі
alert-order-earthquake-take-cover = Пригніться, сховайтеся, тримайтеся
alert-order-tsunami-prepare = Відійдіть від моря та річок
alert-order-tsunami-expect = Ідіть з узбережжя на узвишшя
alert-order-tsunami-take-cover = Негайно підніміться вгору
alert-order-flood-prepare = Готуйтеся піднятися вище
alert-order-flood-expect = Ідіть на узвишшя
alert-order-flood-take-cover = Негайно підніміться вгору
alert-order-landslide-prepare = Готуйтеся відійти від схилу
alert-order-landslide-expect = Відійдіть від схилу
alert-order-landslide-take-cover = Негайно відійдіть від схилу
alert-order-storm-surge-prepare = Готуйтеся відійти від берега
alert-order-storm-surge-expect = Ідіть від берега на узвишшя
alert-order-storm-surge-take-cover = Негайно підніміться вгору
alert-order-fire-prepare = Готуйтеся піти звідси
alert-order-fire-expect = Ідіть геть від вогню
alert-order-fire-take-cover = Негайно йдіть геть від вогню
alert-order-volcano-prepare = Готуйтеся піти звідси
alert-order-volcano-expect = Ідіть геть від вулкана
alert-order-volcano-take-cover = Негайно йдіть геть від вулкана
alert-order-radiological-prepare = Готуйтеся зайти в приміщення
alert-order-radiological-expect = Зайдіть у приміщення
alert-order-radiological-take-cover = Негайно зайдіть у приміщення
alert-order-chemical-expect = Зайдіть і підніміться вище
alert-order-chemical-take-cover = Підніміться вище, зачиніть вікна

## Calling back, ending, no longer knowing
alert-cancel-error-order = Не зважайте на сигнал
alert-cancel-withdrawn-order = Слухайте далі, сигнал відкликано
alert-keep-stay = Залишайтеся на місці
alert-keep-up = Не спускайтеся
alert-keep-away = Не повертайтеся
alert-hold-order = { $order } (можлива помилка)
alert-lapsed-order = { $order } (не підтверджено)
alert-clear-order = Відбій

## The drill
alert-drill-word = НАВЧАННЯ

## The parts
alert-second-awaited = Підписав один черговий; потрібен підпис другого.
alert-time = { $hour }:{ $minute }

## Times and numbers, spoken and with their day
# $month (number): 1 to 12. $day (number). $time: a time of day.
alert-date-time = { $day } { $month ->
    [1] січня
    [2] лютого
    [3] березня
    [4] квітня
    [5] травня
    [6] червня
    [7] липня
    [8] серпня
    [9] вересня
    [10] жовтня
    [11] листопада
   *[12] грудня
}, { $time }
