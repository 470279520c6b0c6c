### What is known of a shelter, and what is not. Unknown is said as unknown.
### Written with the program; not yet reviewed by an editor of civil protection.

# $kind: what a list or the map calls it.
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
# $area (number): square metres.
capacity-area = { $area } m2, places unknown
capacity-unknown = places unknown
listed-known = listed for { $hazards }
listed-unknown = which hazards it is good for: unknown
underground-yes = below the ground
# Facts one after the other.
fact-and-more = { $facts }; { $fact }
fact-end = { $facts }.
facts-note = { $facts } The list notes: { $note }.

### Why a shelter is not offered.
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
# $number (number): so many shelters.
not-offered-count = { $number }: { $reason }
