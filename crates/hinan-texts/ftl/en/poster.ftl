### What a poster at an entrance says.
### Written with the program; not yet reviewed by an editor of civil protection.

poster-ways = Ways to shelter
# No hazard was asked about.
poster-no-hazard = Made for no particular danger: whether these places are fit for one is not judged.
poster-here = You are here
poster-scan = Scan to open the guide at this door
# $letter: A, B.
poster-way = The way to { $letter }
# $day: a date.
poster-checked = last checked { $day }
poster-checked-unknown = when it was last checked: unknown
poster-late-now = NO SHELTER IS IN TIME FROM HERE
poster-late-else = If your time is too short
poster-bands = Minutes from each street to inside the nearest shelter
poster-other = another shelter
poster-forbidden = forbidden ground: do not enter
# On the arrow of the map.
poster-north = N
# $streets, $shelters: dates, or that they are unknown.
poster-data = Streets of: { $streets }; shelters of: { $shelters }.
poster-date-unknown = date unknown
poster-made = Made on { $day }.
# $day: ninety days after the oldest data.
poster-old-after = Out of date after { $day }: then ask for a new poster.
# $days (number)
poster-old = THIS DATA IS { $days ->
    [one] { $days } DAY
   *[other] { $days } DAYS
} OLD, more than 90: ask for a new poster.
poster-age-unknown = HOW OLD THIS DATA IS, IS NOT KNOWN.
# $id: the id of a door in the map's data.
poster-door = Door { $id }.
poster-not-reviewed = No editor of civil protection has reviewed these texts yet.
