### Plans A, B, C and 0 against the clock.
### Written with the program; not yet reviewed by an editor of civil protection.

answer-go = in time, { $spare } to spare
answer-go-at-once = in time only if you go at once
answer-only-if-already-outside = in time only if you are already outside
answer-late = LATE
answer-late-by = LATE by { $late }
# Something, and what it comes to.
answer-of = { $what }: { $answer }
answer-needed = { $needed } needed of { $left }: { $answer }.

route-from = From { $start }
start-node = node { $node }
start-on = { $place }, on { $street }
start-off = { $place }, { $length } from { $street }
start-unnamed = a street without a name
# $pace: metres a second, with one decimal.
pace-walker = Walker: { $walker }, { $pace } m/s on a good street
pace-walker-no-stairs = Walker: { $walker }, { $pace } m/s on a good street, no stairs
pace-given = Times as given with the network

clock-alert = { $time } from the alert ({ $from })
clock-alert-zone = { $time } from the alert ({ $from }, { $zone })
clock-threat = { $threat }: { $clock }
clock-end = { $clock }.
clock-start = { $clock }, { $start } of it until the first step on the street.
clock-stairs = { $clock }; there are stairs on the way out that this walker cannot use: get help to leave the floor.
budget-asked = as asked
budget-zone = of the zone
budget-neighbour = no zone holds the place: the least of its neighbours
budget-city = set by the city
budget-assumed = assumed; set your own

zero-building = this building
zero-shelter = right here: { $name }
zero-unknown = this building: whether it has a shelter of its own is unknown; if it has, it comes first

plan-title = Plan { $letter }: { $title }, { $minutes }
plan-title-length = Plan { $letter }: { $title }, { $minutes }, { $length }
plan-remark = { $title } ({ $remark })
plan-note = NOTE: { $remark }.
plan-note-unfit = NOTE: { $remark }. Nobody has declared it fit.
plan-source = Source: { $source }.
source-unknown = unknown
source-dated = { $file } ({ $format }), of { $date }
source-undated = { $file } ({ $format }), date unknown
source-checked = { $source }, last checked { $day }

route-isolated = On the map this street is joined to no others: the map may lack something here.
route-edge = The edge of the map's extract is nearer than any shelter in it: there may be a nearer shelter beyond.
none-forbidden = This place lies on forbidden ground: no way over it is shown. Follow your authorities.
none-offered = None of this region's shelters is offered ({ $reasons }).
none-edge = Whether a shelter can be reached from here is unknown: the edge of the map's extract is nearer than any shelter in it.
none-on-foot = No shelter of this region can be reached on foot from here.
