### Two cities side by side: a report that planners hand on.
### Перевод ещё не проверен носителем языка. Not yet reviewed by a native speaker.

report-title = Укрытия: { $a } и { $b }
report-case = Подсчитано для: { $case }
report-read-first = Сначала прочтите это
report-invented = Где в списке нет ни числа мест, ни площади, число мест ВЫМЫШЛЕНО: от 50 до 500, по хешу идентификатора укрытия. Тогда то, что отчёт говорит о местах, показывает метод, а не город.
report-assumed = Где в списке нет ни числа мест, ни площади, принято мест: { $places }.
report-unknown-places = Где в списке нет ни числа мест, ни площади, мест никому не обещано.
report-guess = { $place }: число людей — оценка по размерам зданий на карте; никто их не считал.
report-nobody = { $place }: данных о людях нет, поэтому каждый порог считается за одного человека.
report-no-answer = { $place }: здесь нет ответа. { $why }
report-yes = да
report-no = нет
report-from = Откуда: { $commands }
report-map-of = Карта: { $what }
report-share = доля

report-brief = Коротко
report-brief-reach = вовремя добираются до укрытия
report-brief-placed = имеют в нём место
report-brief-sites = успели бы с новыми укрытиями, без учёта мест

report-reach = Кто успевает в укрытие
report-reach-what = Каждый идёт из дома в лучшее укрытие из предлагаемых. Места здесь не учтены.
report-people = люди
report-there-is = есть времени
report-start = до первого шага
report-in-time = успевают
report-outside = успевают только те, кто уже на улице
report-late = слишком поздно
report-no-way = нет пути к укрытию
report-unknown = неизвестно: край карты, рядом нет улицы
report-median = половина тех, кто может дойти, на месте через
report-worst = последние из них через
report-offered = укрытий предлагается
report-shelters = укрытий в списке
report-cases = Другие люди, угрозы и часы
report-districts = По районам

report-places = Кто получает место
report-places-what = Укрытия вмещают не всех. Как можно больше людей получают по одному месту, вовремя; из всех таких распределений взято то, где вместе идти меньше всего. «Доказано» значит: никакое другое распределение не даёт места большему числу людей, а этим людям — меньше ходьбы.
report-walk = идти можно не дольше
report-places-all = мест
report-placed = имеют место вовремя
report-left = не имеют места
report-mean = средний путь тех, у кого есть место
report-longest = самый долгий путь тех, у кого есть место
report-proven = доказано, что лучше нельзя
report-dear = Где ещё одно место поможет больше всего
report-shelter = укрытие
report-load = людей там
report-price = насколько меньше идти с ещё одним местом
report-price-person = место ещё для одного человека
report-picture-has = у всех есть место
report-picture-some = у некоторых нет
report-picture-none = места нет ни у кого

report-doors = Запертые двери
report-doors-what = Чего стоит, если дверь укрытия заперта, когда приходят люди: сколько не успеют в другое, скольким придётся идти дальше в другое и, с учётом мест, сколько ещё людей останутся без места.
report-lose = не успеют в другое
report-longer = идут дальше
report-more-left = ещё без места
report-pairs = Две двери сразу
report-together = не успеют в другое
report-more-than-apart = больше, чем порознь
report-streets = Перекрытые улицы
report-street = улица
report-walk-here = здесь идут

report-sites = Новые укрытия
report-sites-what = Места, где новые укрытия дадут успеть наибольшему числу людей, выбранные из всех углов и поворотов улиц. Вместимость не учтена. Никакой выбор того же числа не превысит предела.
report-sites-what-osm = Места, где новые укрытия дадут успеть наибольшему числу людей, выбранные из того, что есть на карте и никем не объявлено укрытием: станции метро, подземные стоянки, школы. Вместимость не учтена. Никакой выбор того же числа не превысит предела.
report-now = успевают сейчас
report-new = успеют с ними
report-bound = самое большее возможно с таким числом
report-candidates = кандидатов
report-site = место
report-adds = добавляет людей
report-number = №
report-picture-now = успевают сейчас
report-picture-new = успеют с новым укрытием
report-picture-late = не успевают
report-numbered-sites = Новое укрытие, номер как в таблице
report-numbered-doors = Дверь, номер как в таблице
report-sites-curve = Люди, которые успевают с новыми укрытиями
report-sites-across = новые укрытия

report-check = Как проверить этот отчёт
report-check-what = Каждое число даёт одна из этих команд на тех же файлах регионов. Наведите на число, чтобы увидеть команду и поле её ответа; под таблицами названы их команды. Доли — одно поле, делённое на другое; рисунки показывают то, что считают числа их раздела.
report-remarks = Примечания команд
report-sources = Данные
