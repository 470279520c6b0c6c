### The desk of the officers who draft and sign alerts: its page, and nothing that the public reads.
### Written with the program; not yet reviewed by an editor of civil protection.

## Head
desk-title = hinan desk: what you sign is what you see
# $person: a name.
desk-signs-for = This desk signs for { $person }
desk-key-unknown = This key is not in the ring: it can read here, and nothing that it signs counts.
desk-ring-until = Ring number { $number }, until { $date }
desk-ring-expired = The ring ran out on { $date }. Get a newer one from its keepers.
desk-tab-now = Now
desk-tab-warn = New alert
desk-tab-drill = New drill
desk-skip = Skip to the desk
desk-map-help = Map of the ground of the alerts. While drawing, a click or Enter sets a corner; the arrow keys move the map.
desk-lab = LABORATORY: this reaches nobody outside
desk-live = LIVE: this reaches people

## What goes on
# $time: when the folder was last read.
desk-nothing = This folder holds no alert that goes on. Last read { $time }. That is not a word on the danger.
desk-read = Last read { $time }
desk-no-contact = No contact with this desk’s program since { $time }. What is shown may be old.
desk-awaiting = Awaiting a signature
desk-in-force = In force
desk-on-hold = On hold
desk-unconfirmed = Unconfirmed
desk-lapsed = No longer confirmed
desk-ended = Ended
desk-refused = Refused
desk-refused-help = These files are not believed, and nobody is told of them. The code says why.
# $words: four words.
desk-active-digest = What goes on, in four words: { $words }
desk-active-help = Another desk with the same folder shows the same words.
# $ago, $left, $length: lengths of time.
desk-issued = Issued { $time }, { $ago } ago
desk-issued-ahead = Issued { $time }: that is ahead of this clock. One of the clocks is wrong.
desk-drafted = Drafted { $time }, { $ago } ago
desk-until = In force until { $time }, { $left } left
desk-hold-until = On hold until { $time }, { $left } left; then in force again, unless a second officer signs
desk-lapsed-since = Not confirmed since { $time }. Nobody has said that it is over.
desk-final = Final.
desk-replaced-by = Replaced by: { $words }
desk-ended-by = Ended by: { $words }
desk-drill-cut = Ended by a real alert
desk-signed-by = Signed by { $people }.
# $signed, $needed (numbers): persons.
desk-signed-of = { $signed } of { $needed } persons.
desk-two-keys = { $person } has signed with { $keys } keys and counts once.
desk-not-counted = A signature does not count: { $reason }
desk-verified = Verified
desk-awaited = A second officer is awaited
desk-awaited-first = Nobody has signed
desk-kind-arming = Order signed ahead: see hinan alert show
desk-kind-void-arming = Order signed ahead, called back
desk-open = Look at it
desk-review = Review and sign
desk-cancel = Call back
desk-clear = Give the all clear
desk-update = Replace
desk-about = About: { $what }

## A new alert or drill
desk-new-alert = New alert
desk-new-drill = New drill
desk-new-update = Replace an alert
desk-drill-note = DRILL: every text begins and ends with the word of the drill
desk-hazard = What is the danger?
desk-stage = What are people to do?
desk-where = Where?
desk-where-zones = Zones by name
desk-where-drawn = Drawn on the map
desk-zones = Zones
desk-zones-find = Find a zone
desk-zones-none = This desk knows no zones. Start it with a region that has zones, or with --zones.
desk-zones-chosen = Chosen: { $names }
desk-draw-help = Click the corners one after the other, or move the map with the arrow keys and press Enter. The last corner is joined to the first.
desk-corners = Corners, one a line: latitude,longitude
desk-corners-wrong = Line { $line } is no latitude,longitude.
desk-corner-undo = Take back the last corner
desk-corners-clear = Remove all corners
desk-place-name = Name of the place, as people know it
desk-duration = For how long?
# $hours (number): whole hours.
desk-hours = { $hours } h
desk-impact = Arrives in so many minutes, if that is known
desk-languages = Languages
desk-preview = What people will read
desk-preview-none = Choose the danger, what people are to do, and where. Without a place nothing is sent.
desk-ends = ends { $time } unless confirmed again
desk-write = Write the draft
desk-write-drill = Write the draft of the drill
desk-write-help = Goes unsigned into the shared folder, where the other desk sees it at once. Nobody is warned before two officers have signed.

## What it comes to
# $people, $shelters (numbers).
desk-people = { $people ->
    [one] { $people } person
   *[other] { $people } people
}
desk-people-guess = guessed from the map’s buildings
desk-people-unknown = people and shelters inside: unknown, no region is open here
desk-shelters = { $shelters ->
    [one] { $shelters } shelter
   *[other] { $shelters } shelters
}
desk-spill = Beyond the chosen ground: { $people ->
    [one] { $people } person
   *[other] { $people } people
}
desk-length = { $used } of { $most } { $alphabet }
desk-form-all = As every channel sends it
desk-form-headline = Headline
desk-form-description = What, where, when
desk-form-instruction = What to do
desk-form-short90 = Shortest
desk-form-short360 = Short
desk-form-long = Long broadcast
desk-form-speech = As it is spoken

## Review and sign
desk-review-help = Everything here is read from the exact bytes that are signed.
desk-kind = Kind
desk-danger = Danger
desk-how-near = Stage
desk-place = Place
desk-concerned = Inside
desk-time = Time
desk-time-span = { $from } to { $to }, { $length }
desk-arrives = arrives { $time }
desk-issued-only = issued { $time }
desk-state = State
desk-signatures = Signatures
desk-four-words = Four words
desk-four-words-help = Read them to the other officer. Where the words differ, the bytes differ: do not sign.
desk-digest = Whole digest
desk-texts = Text in all languages
desk-retype = Type the number of people inside
desk-retype-help = { $people } people will be told. Type that number.
desk-retype-wrong = That is not the number of people inside.
desk-passphrase = Passphrase of your key
desk-passphrase-help = It goes to the program on this machine and nowhere else, and is not kept.
# $what: the headline of the alert.
desk-sign-as = Sign: { $what }
desk-signing = Signing…
desk-signed-done = Signed. { $state }
desk-discard = Throw the draft away
desk-discarded = The draft is thrown away.
desk-back = Back to what goes on
desk-already = You have signed this. Another person has to sign, on their own desk.

## Calling back, ending
desk-cancel-title = Call back
desk-cancel-help = One signature puts it on hold: people are told that it is reported as an error. A second signature makes it final.
desk-cancel-help-late = The time in which one officer may put it on hold is over, or the ring does not allow it: nothing changes before two officers have signed.
desk-cancel-error = Sent by mistake
desk-cancel-error-help = It should never have been sent.
desk-cancel-withdrawn = No longer expected
desk-cancel-withdrawn-help = It was right, and what it warned of is no longer expected.
desk-clear-help = The all clear: people will be told that the danger is over. Nothing changes before two officers have signed.

## Errors
desk-error-token = This page was not opened with the address that the desk printed when it started. Open that address.
desk-error-gone = It is no longer in the folder.
desk-error-passphrase = That passphrase does not open the key. Try again: nothing is locked, each attempt only takes longer.
