### How many people are in time: tables and pictures for planners.
### Written with the program; not yet reviewed by an editor of civil protection.

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
