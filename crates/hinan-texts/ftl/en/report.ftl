### Two cities side by side: a report that planners hand on.
### Written with the program; not yet reviewed by an editor of civil protection.

report-title = Shelter in { $a } and { $b }
report-case = Counted for: { $case }
report-read-first = Read this first
report-invented = Where a list tells neither places nor area, the number of places is INVENTED: 50 to 500, by a hash of the shelter's id. What this report says of places then shows the method, not the city.
report-assumed = Where a list tells neither places nor area, { $places ->
    [one] { $places } place is assumed.
   *[other] { $places } places are assumed.
}
report-unknown-places = Where a list tells neither places nor area, nobody is promised a place.
report-guess = { $place }: people are a guess from the sizes of the map's buildings; nobody counted them.
report-nobody = { $place }: the region knows nobody, so each doorstep counts as one person.
report-many-elsewhere = { $place }: many people of the source live beyond these streets, or far from any doorstep, and are not counted here.
report-no-answer = { $place }: no answer here. { $why }
report-yes = yes
report-no = no
report-from = From { $commands }

report-brief = In brief
report-brief-reach = reach a shelter in time
report-brief-placed = have a place in one
report-brief-sites = would be in time with new shelters, places not counted

report-reach = Who reaches a shelter in time
report-reach-what = Everybody walks from home to the best shelter that is offered. Places are not counted here.
report-people = people
report-beyond = live beyond these streets, not counted
report-far = live far from any doorstep, not counted
report-there-is = time there is
report-start = until the first step
report-in-time = in time
report-inside = of these: their own building is a shelter
report-outside = in time only for those who are outside already
report-late = too late
report-no-way = no way to a shelter
report-unknown = unknown: edge of the map, no street near
report-median = half of those who can reach one are there after
report-worst = the last of them after
report-offered = shelters offered
report-shelters = shelters in the list
report-cases = Other walkers, hazards and hours
report-districts = By district

report-places = Who gets a place
report-places-what = Shelters hold only so many. As many people as possible get one place each, in time; of all ways to do so, the one with the least walking is taken. Proven means: no other way places more people, nor these with less walking.
report-walk = a walk may take
report-places-all = places
report-placed = have a place in time
report-left = have no place
report-mean = mean walk of those who have one
report-longest = longest walk of those who have one
report-proven = proven to be the best
report-dear = Where one place more helps most
report-shelter = shelter
report-load = people there
report-price = walking saved by one place more
report-price-person = a place for one more person
report-picture-has = all have a place
report-picture-some = some have none
report-picture-none = nobody has a place

report-doors = Locked doors
report-doors-what = What it costs if a shelter's door is locked when people come: how many reach no other in time, how many have to walk on to another, and, with places counted, how many more have no place.
report-lose = reach no other
report-longer = walk on
report-more-left = more without a place
report-pairs = Two doors at once
report-together = reach no other
report-more-than-apart = more than each alone
report-streets = Closed streets
report-street = street
report-walk-here = walk here

report-sites = New shelters
report-sites-what = The places where new shelters bring most people in time, out of every corner and bend of the streets. Places are not counted. No choice of as many can do better than the bound.
report-sites-what-osm = The places where new shelters bring most people in time, out of what the map has and nobody has declared a shelter: metro stations, underground car parks, schools. Places are not counted. No choice of as many can do better than the bound.
report-now = in time now
report-new = in time with them
report-bound = at most possible with as many
report-candidates = candidates
report-site = place
report-adds = adds
report-number = no.
report-picture-now = in time now
report-picture-new = in time with a new shelter
report-picture-late = not in time
report-numbered-sites = New shelter, numbered as in the table
report-numbered-doors = Door, numbered as in the table
report-sites-curve = People in time with new shelters
report-sites-across = new shelters

report-check = How to check this report
report-check-what = Every number comes from one of these commands, run on the same region files. Point at a number to see the command and the field of its answer; the tables name their commands below. Shares are one field divided by another; pictures show what the numbers of their section count.
report-remarks = Remarks of the commands
report-sources = Data
