var e=`
unit-people = people
unit-doorsteps = doorsteps
coverage-title = { $place }: { $number } { $unit }
coverage-case = case
coverage-there-is = there is
coverage-no-limit = no limit
coverage-in-time = in time
coverage-outside = outside*
coverage-late = late
coverage-no-way = no way
coverage-unknown = unknown
coverage-elsewhere = elsewhere
coverage-key = * in time only for those who are already outside; elsewhere: near no street, or on forbidden ground
coverage-offered = { $case }: { $offered } of { $shelters ->
    [one] { $shelters } shelter
   *[other] { $shelters } shelters
} offered; not offered { $reasons }.
coverage-by-minutes = { $unit } by minutes needed, { $case }:
coverage-districts = Districts, { $case }:
coverage-district = district
coverage-all = all
coverage-left-out = left out
coverage-in-no-district = in no district
coverage-no-people = This region has no people: each doorstep counts as one. Build it with --people to count heads.
coverage-people-outside = { $people ->
    [one] { $people } person
   *[other] { $people } people
} of the source live outside of this extract and are not counted here.
coverage-people-far = { $people ->
    [one] { $people } person
   *[other] { $people } people
} of the source live far from any doorstep of this extract and are not counted here.
coverage-guess = People are a GUESS from the sizes of the map's buildings: nobody counted them. Shares say more than heads.
band-first = to { $minutes } min
band-between = { $from }-{ $to }
band-over = over { $minutes }
band-no-time = no time known

picture-curve = { $place }: who walks how far
picture-curve-people = People by the minutes from the alert until they are in a shelter
picture-curve-doorsteps = Doorsteps by the minutes from the alert until they are in a shelter
picture-across = minutes from the alert until inside
picture-budget = there is { $time }
picture-bands = { $place }: minutes until inside a shelter
picture-minutes = minutes
picture-band-first = up to { $minutes } min
picture-band-between = { $from }-{ $to } min
picture-no-way = no way to a shelter
picture-unknown = unknown (edge of the map, no street near)
picture-forbidden = on forbidden ground
picture-line = hinan coverage: { $case }; { $start } until the first step; { $offered } of { $shelters } shelters offered
picture-guess = People are a guess from the sizes of the map's buildings.
picture-map = { $number } of { $all } { $unit } in time ({ $share })
picture-shelter = Shelter
picture-district = District
picture-forbidden-ground = Forbidden ground
picture-sizes = A larger dot: more people
picture-squares = Too many dots to tell apart: each square shows how its middle person fares
picture-north = N


hazard-air-raid = air raid
hazard-earthquake = earthquake
hazard-tsunami = tsunami
hazard-flood = flood
hazard-landslide = landslide
hazard-storm-surge = storm surge
hazard-fire = large fire
hazard-volcano = volcanic eruption
hazard-radiological = radiological
hazard-chemical = chemical
hazard-untold = I cannot tell
hazard-and = { $first } + { $second }

walker-adult = adult
walker-older = older person
walker-child = child or pram
walker-wheelchair = wheelchair
walker-night = { $walker }, at night


late-air-raid-inner-room = Go inside to an inner room or a stair without windows, not on the entrance floor, not under the roof. Lie down, away from glass.
late-air-raid-lie-down = Get off the street into the nearest solid building; if none is a few steps away, lie down in a hollow or behind a wall and cover your head.
late-earthquake-drop-cover-hold = Drop, get under a table, hold on until the shaking ends. Then leave by the stairs.
late-earthquake-open-ground = Get into the open, away from walls, glass and wires.
late-tsunami-highest-floor = Go up now: the highest floor or the roof of the tallest solid building you can reach. Never down, never towards the sea or a river.
late-tsunami-high-ground = Go up now: the nearest high ground or tall solid building, as far up as it goes. Never towards the sea or a river.
late-flood-highest-floor = Go up to the highest floor. Never down to the cellar, never through moving water.
late-flood-high-ground = Go to high ground or up in the nearest solid building. Never into an underpass, never through moving water.
late-storm-surge-highest-floor = Go up to the highest floor. Never down to the cellar, never through moving water.
late-storm-surge-high-ground = Go to high ground or up in the nearest solid building. Never into an underpass, never through moving water.
late-landslide-upstairs-away-from-slope = Go to an upper floor, to the side away from the slope.
late-landslide-sideways = Move sideways out of the way of the slope, not down along it, and upwards.
late-fire-keep-going = Keep going away from the fire, across the wind, to open ground or wide water. Do not go back.
late-volcano-keep-going = Keep going away from the volcano and out of valleys. Cover mouth and eyes.
late-radiological-middle-or-cellar = Go to the cellar or the middle of the building. Shut windows and doors, take off outer clothes.
late-radiological-into-building = Go into the nearest solid building, to its cellar or middle. Take off outer clothes at the door.
late-chemical-upstairs-sealed = Go upstairs, not to the cellar. Shut and seal windows and doors, switch ventilation off.
late-chemical-upwind = Go across the wind and uphill, out of the smell or cloud; or upstairs in the nearest building.
late-air-raid-with-chemical-inner-room-above-ground = Go to an inner room above the ground floor, not to the cellar. Shut and seal doors and windows.
late-air-raid-with-chemical-into-building-upstairs = Go into the nearest solid building and upstairs to an inner room, not to the cellar.
late-untold-inner-room-above-ground = Go to an inner room above the ground floor, away from windows, and listen to the official word. If there is water, go up; if there is smoke or a smell, go away from it across the wind.
late-untold-into-building = Go into the nearest solid building, above the ground floor, away from windows, and listen to the official word. If there is water, go up; if there is smoke or a smell, go away from it across the wind.
late-no-hazard = What to do instead depends on the hazard: follow your authorities.
late-no-shelter = NO SHELTER of this region can be reached in time from here at this pace ({ $left }). { $order }
late-on-arrival = Once inside: { $order }


notice-emergency = Built with --emergency: ways lead through private yards and gates. NOT FOR PUBLICATION.
notice-no-shelters = This region has no shelters: none were given. That says nothing of the place.
notice-candidates = { $candidates } of { $places ->
    [one] { $places } place
   *[other] { $places } places
} are candidates, not official shelters: nobody has declared them fit.
notice-private = Some shelters are private records of their list's owner: do not publish.
notice-data = Data: { $credit }
notice-not-for-emergency = Not for use in an emergency: follow the instructions of your authorities.


page-title = hinan: which shelter, which way, how many minutes
page-question = Which shelter, which way, how many minutes?
page-place = Shelters of { $place }
page-not-for-emergency = Not for use in an emergency. Follow the instructions of your authorities.
page-cannot-wake = This page cannot wake you: turn on your phone's national emergency alerts.
page-not-reviewed = This language has not yet been reviewed by a native speaker.
page-data-date = Data of { $date }
page-data-date-unknown = Date of the data unknown
page-attribution = Whose data this is
page-language = Language
page-theme = Colours
page-theme-light = Light
page-theme-dark = Dark
page-theme-system = As the system
page-skip-to-plans = Skip to the plans
page-menu = Menu

page-tab-resident = Resident
page-tab-planner = Planner

page-map = Map
page-map-help = Map of streets, shelters and doorsteps. Choose a place with a click, or move with the arrow keys and press Enter.
page-zoom-in = Zoom in
page-zoom-out = Zoom out
page-show-all = Show the whole region
page-legend = Legend
page-legend-minutes = Minutes from here to inside a shelter
page-band-first = to { $minutes } min
page-band = { $from }–{ $to } min
page-band-over = over { $minutes } min
page-no-way = no way to a shelter
page-unknown = unknown
page-forbidden = forbidden ground
page-shelter-official = official shelter
page-shelter-mapped = drawn on the map, on no official list
page-shelter-candidate = candidate, nobody has declared it fit
page-shelter-closed = closed here by you

page-search-none = Nothing found for “{ $words }”.
page-search-results = { $number ->
    [one] { $number } result
   *[other] { $number } results
}
page-choose-start = Click your building on the map.
page-locate = Use my position
page-locate-note = Your position stays on this device.
page-locate-failed = Your position could not be found. Click your building on the map.
page-hazard = Hazard
page-hazard-any = any hazard
page-walker = Who walks
page-floor = Floor
page-floor-help = Floors above the way out; lifts do not count.
page-delay = Time until the first step
page-within = Time there is
page-within-default = of the zone, the city, the hazard
page-at = Day and time
page-at-now = At any hour
page-more-options = More options

page-plans = Plans
page-plan = Plan { $letter }
page-plan-zero = Plan 0: this building
page-minutes = { $minutes ->
    [one] minute
   *[other] minutes
}
page-in-time = In time
page-go-at-once = Go at once
page-only-if-outside = Only if already outside
page-late = Late
page-what-to-do = What to do now
page-the-way = The way
page-facts = About this shelter
page-print = Print
page-clear = Clear
page-no-plans = No plan from here

page-coverage = Coverage
page-all = All
page-in-time-share = Share in time
page-median = Median
page-worst = Worst
page-count = Count
page-counting = Counting…
page-export = Export
page-export-csv = Table (CSV)
page-export-geojson = Map layer (GeoJSON)
page-export-gpkg = Map layer (GeoPackage)
page-export-parquet = Table with places (GeoParquet)
page-close-shelter = Close this shelter
page-open-shelter = Open this shelter again
page-close-street = Close this street
page-open-street = Open this street again
page-reset = Undo all closures
page-changed = What changes
page-lose = { $people ->
    [one] { $people } person loses the way in time
   *[other] { $people } people lose the way in time
}
page-gain = { $people ->
    [one] { $people } person gains a way in time
   *[other] { $people } people gain a way in time
}
page-nothing-changes = Nothing changes for anybody.
page-audit = Faults in the data
page-audit-none = No fault was found. That does not mean that there is none.
page-audit-findings = { $number ->
    [one] { $number } finding
   *[other] { $number } findings
}
page-audit-costs = { $people ->
    [one] { $people } person depends
   *[other] { $people } people depend
} on it
page-compare = Compare
page-difference = Second minus first
page-show-on-map = Show on the map

page-close = Done
page-error = Something went wrong: { $reason }
page-error-outside = That place is outside of this region.
page-error-no-street = No street that this walker can use lies within { $length } of there.
page-error-map = The map cannot be drawn in this browser. The plans below work all the same.

page-keyboard = Keyboard
page-key-move = Arrow keys: move the map
page-key-zoom = Plus and minus: zoom
page-key-choose = Enter: choose the place in the middle
page-key-search = Slash: search
page-key-close = Escape: close

page-search-or-place = Street, shelter, or latitude,longitude
page-search-go = Search
page-time-help = As 90 s or 10 min.
page-changed-help = Click a shelter or a street on the map to close it: you see at once what changes.
page-before = Before
page-after = After
page-change = Change
page-as-table = The same as tables
page-districts = Districts
page-districts-help = Count by districts: drop a GeoJSON file here, or choose one.
page-file-no-geojson = this is no GeoJSON with features
page-file-too-large = larger than { $megabytes } MB
page-other-way = Nobody loses or gains a way in time; for { $people ->
    [one] { $people } person
   *[other] { $people } people
} the nearest shelter or the way to it changes.
page-own-building = the building itself is a shelter

page-queue = Time to wait at the door
page-inside = A shelter in this building
page-inside-listed = as the lists say
page-inside-known = there is one
page-inside-unknown = unknown
page-inside-none = none
page-also-counted = Counted with { $what }
page-offered = Shelters offered
page-compare-curves = Percent of everybody who are in a shelter, by the minutes from the alert
page-finding = fault in the data
page-shelters = Shelters
page-changed-later = From { $doorsteps ->
    [one] { $doorsteps } doorstep
   *[other] { $doorsteps } doorsteps
} the way takes longer: { $median } more in the middle, { $worst } more at worst.
page-changed-lose = { $doorsteps ->
    [one] { $doorsteps } doorstep loses
   *[other] { $doorsteps } doorsteps lose
} every way to a shelter.

page-everyone = A place for everyone
page-everyone-help = Who gets a place in time where shelters only hold so many. First most people, then the least walking.
page-everyone-count = Count places
page-everyone-places-each = Places where the list tells none
page-everyone-people-each = People at each door
page-everyone-answer = { $placed } of { $people } have a place in time, { $left } have none.
page-everyone-starts = Nobody knows how many people live here: every door counts alike.
page-everyone-unknown = { $shelters ->
    [one] Of { $shelters } shelter nobody knows how many places it has.
   *[other] Of { $shelters } shelters nobody knows how many places they have.
}
page-everyone-norm = Places counted from the area in { $shelters ->
    [one] { $shelters } shelter
   *[other] { $shelters } shelters
}: { $m2 } m² a person ({ $source }).
page-everyone-proven = Proven: no other way places more people, or these with less walking.
page-everyone-not-proven = A good answer, not proven to be the best.
page-everyone-instead = a place for somebody
page-everyone-more = And { $number } more; sort by another column to see those.
page-everyone-on-map = On the map
page-everyone-sign-room = Shelter with room; the larger, the more
page-everyone-sign-full = Full shelter
page-everyone-sign-without = People without a place
page-everyone-shelter = Shelter
page-everyone-places = Places
page-everyone-load = People sent there
page-everyone-price = What one place more is worth
page-everyone-lose = Lose their way in time if it is locked
page-everyone-longer = Walk longer then
page-sites = New shelters
page-sites-help = Where new shelters should be. Those that are there stay.
page-sites-new = How many
page-sites-objective = What counts
page-sites-cover = most people in time
page-sites-median = least walking in all
page-sites-center = shortest longest walk
page-sites-candidates = Where they may be
page-sites-nodes = any corner of the streets
page-sites-osm = metro stations, car parks, schools of the map
page-sites-find = Find places
page-sites-answer-cover = { $after } of { $people } are in time with new shelters ({ $sites }); now { $now }.
page-sites-answer-median = All walks together take { $after }, now { $now }; people who reach nothing: { $without }.
page-sites-answer-center = The longest walk takes { $after }, now { $now }; people who reach nothing: { $without }.
page-sites-proven = Proven: no other choice of as many is better.
page-sites-bound = No choice of as many is better than { $bound }.
page-sites-beyond = { $people ->
    [one] { $people } person
   *[other] { $people } people
} cannot be served in time by any of these places.
page-sites-any-time = No hazard is chosen, so that any walk is soon enough. Choose one, or let something else count.
page-sites-place = Place
page-sites-adds-cover = Adds people
page-sites-adds-median = Saves
page-sites-adds-center = Saves
page-sites-then-cover = In time then
page-sites-then-median = All walks then
page-sites-then-center = Longest walk then
page-sites-hours = { $hours } h
page-sites-curve = People in time with 0, 1, 2, ... new shelters
page-sites-across = new shelters
page-sites-capacitated = Count places
page-sites-places = Places in a new one
page-sites-places-each = Places where no list tells them
page-sites-reserve = Kept free in shelters that are there (%)
page-sites-places-now = Places in the shelters that are there: { $places }.
page-sites-answer-cover-places = { $after } of { $people } have a place in time with new shelters ({ $sites }); now { $now }.
page-sites-answer-median-places = All walks together take { $after }, now { $now }; people without a place: { $without }.
page-sites-curve-places = People with a place in time with 0, 1, 2, ... new shelters


answer-go = in time, { $spare } to spare
answer-go-at-once = in time only if you go at once
answer-only-if-already-outside = in time only if you are already outside
answer-late = LATE
answer-late-by = LATE by { $late }
answer-of = { $what }: { $answer }
answer-needed = { $needed } needed of { $left }: { $answer }.

route-from = From { $start }
start-node = node { $node }
start-on = { $place }, on { $street }
start-off = { $place }, { $length } from { $street }
start-unnamed = a street without a name
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


remark-mapped = not on an official list: { $kind } drawn on the map
remark-candidate = not an official shelter: { $kind }
kind-unknown = kind unknown
kind-metro-station = metro station
kind-underground-car-park = underground car park
kind-bomb-shelter = bomb shelter
kind-air-raid-shelter = air-raid shelter
kind-civil-defence-shelter = civil-defence shelter
kind-personnel-shelter = personnel shelter
kind-nuclear-shelter = nuclear shelter
kind-fallout-shelter = fallout shelter

status-open = said to be open
status-closed = CLOSED
status-defunct = OUT OF USE
status-full = FULL
status-unknown = open or not: unknown
hours-known = hours { $hours }
hours-unknown = hours unknown
access-public = for everybody
access-private = ONLY for those who live, learn or work there
access-key = needs a key
access-unknown = who may enter: unknown
wheelchair-yes = wheelchairs can get in
wheelchair-no = no wheelchairs
wheelchair-unknown = wheelchair access unknown
capacity-known = { $places ->
    [one] { $places } place
   *[other] { $places } places
}
capacity-area = { $area } m2, places unknown
capacity-unknown = places unknown
listed-known = listed for { $hazards }
listed-unknown = which hazards it is good for: unknown
underground-yes = below the ground
fact-and-more = { $facts }; { $fact }
fact-end = { $facts }.
facts-note = { $facts } The list notes: { $note }.

not-offered-bad-for = its list says it is not good for { $hazard }
not-offered-underground = it lies below the ground ({ $hazard })
not-offered-not-stated = no list says that it is good for { $hazard }
not-offered-listed-for-others = it is listed for other hazards, not for { $hazard }
not-offered-untold = nobody can tell what the danger is
not-offered-unusable = closed, full or out of use
not-offered-closed-at-that-hour = closed at that hour
not-offered-forbidden = it stands on forbidden ground
not-offered-private = only for those who live, learn or work there
not-offered-no-wheelchairs = wheelchairs cannot get in
not-offered-count = { $number }: { $reason }


time-seconds = { $seconds } s
time-minutes = { $minutes } min
time-minutes-seconds = { $minutes } min { $seconds } s
time-unreachable = unreachable
length-metres = { $metres } m
length-kilometres = { $kilometres } km
list-and-more = { $list }, { $item }


step-to-street = { $length } to the street
step-turn = { $turn ->
    [north] north,
    [north-east] north-east,
    [east] east,
    [south-east] south-east,
    [south] south,
    [south-west] south-west,
    [west] west,
    [north-west] north-west,
    [straight] straight on
    [left] left
    [right] right
    [round] turn round,
   *[then] then
}
step-ground = { $ground ->
    [steps-up] up the steps
    [steps-down] down the steps
    [steps] over the steps
    [lift] with the lift
    [footpath] along the footpath
    [track] along the track
    [service-road] along the service road
    [square] across the square
    [platform] along the platform
    [pier] along the pier
    [crossing] over the crossing
    [corridor] through the corridor
   *[street] along the street
}
step-street = { $ground ->
    [steps-up] up the steps, along { $street }
    [steps-down] down the steps, along { $street }
    [steps] over the steps, along { $street }
   *[street] along { $street }
}
step-along = { $way } { $length }{ $lift ->
    [yes] , with a lift
   *[no] {""}
}{ $private ->
    [yes] , over private ground
   *[no] {""}
}
step-along-turn = { $start } { $along }
step-through = through node { $nodes }
step-through-more = through node { $nodes } and { $more ->
    [one] { $more } node more
   *[other] { $more } nodes more
}
step-to-entrance = { $length } off the street to the entrance: { $time } from the street to inside
step-in = in at the entrance
step-in-time = in at the entrance: { $time } to inside
`;export{e as default};