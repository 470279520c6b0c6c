### Plans A, B, C and 0 against the clock.
### Перевод ещё не проверен носителем языка. Not yet reviewed by a native speaker.

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
