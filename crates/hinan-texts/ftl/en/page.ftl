### The page with the map. Only here: strings of the page; answers, hazards, late answers, steps and
### facts are in the other files.
### Written with the program; not yet reviewed by an editor of civil protection.

## Head and foot
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

## Tabs
page-tab-resident = Resident
page-tab-planner = Planner

## The map
page-map = Map
page-map-help = Map of streets, shelters and doorsteps. Choose a place with a click, or move with the arrow keys and press Enter.
page-zoom-in = Zoom in
page-zoom-out = Zoom out
page-show-all = Show the whole region
page-legend = Legend
page-legend-minutes = Minutes from here to inside a shelter
# $from, $to (numbers): minutes.
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

## Where and who
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

## Plan cards
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

## Planner
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

## States and errors
page-close = Done
page-error = Something went wrong: { $reason }
page-error-outside = That place is outside of this region.
page-error-no-street = No street that this walker can use lies within { $length } of there.
page-error-map = The map cannot be drawn in this browser. The plans below work all the same.

## Keyboard
page-keyboard = Keyboard
page-key-move = Arrow keys: move the map
page-key-zoom = Plus and minus: zoom
page-key-choose = Enter: choose the place in the middle
page-key-search = Slash: search
page-key-close = Escape: close

## Search, files, before and after
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

## A question's circumstances, and two cities
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

## A place for everyone
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
