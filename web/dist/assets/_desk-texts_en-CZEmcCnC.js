var e=`
alert-do-air-raid-prepare = Learn where your nearest shelter is. Have water, medicine, documents and a charged phone at hand. Help those who need more time.
alert-do-air-raid-expect = Be in your shelter or a minute from it. Take the children along. Keep away from windows.
alert-do-air-raid-take-cover = Go into the nearest shelter at once. Keep away from windows and doors. Do not use the lift.
alert-do-earthquake-prepare = Aftershocks can come at any time. Keep away from cracked walls, glass and slopes. Near the sea, go up after any strong shaking.
alert-do-earthquake-take-cover = Protect your head, get under a table, hold on. Near the sea, go up as soon as the shaking ends.
alert-do-tsunami-prepare = Leave beaches, harbours and river mouths. Learn the way to high ground. Go up at once after strong or long shaking.
alert-do-tsunami-expect = Go to high ground or a tsunami building now, on foot. Take others along. Do not go to look at the sea.
alert-do-tsunami-take-cover = Run to the nearest high ground or tall solid building, as high as it goes. More waves follow the first. Do not go back.
alert-do-flood-prepare = Carry what you need upstairs. Keep out of cellars and underpasses and off river banks. Charge your phone.
alert-do-flood-expect = Leave cellars and low ground. Go to a shelter on high ground while the roads are dry.
alert-do-flood-take-cover = Go to the highest floor or to high ground. Do not walk or drive through water.
alert-do-landslide-prepare = Keep away from steep slopes and streams. Pack what you need and learn the way out.
alert-do-landslide-expect = Leave houses below slopes and along streams. Go to a shelter, not through the valley.
alert-do-landslide-take-cover = Move sideways out of the way of the slope, to firm ground or up in a solid building.
alert-do-storm-surge-prepare = Carry what you need upstairs. Keep away from the shore, harbours and river mouths.
alert-do-storm-surge-expect = Go to high ground or a shelter away from the shore before the water comes. Leave cellars.
alert-do-storm-surge-take-cover = Go to the highest floor or to high ground. Do not walk or drive through water.
alert-do-fire-prepare = Pack water, medicine and documents. Shut windows. Learn two ways out. Go early if you need more time.
alert-do-fire-expect = Go by the road away from the smoke, to a shelter or open ground. Take others along.
alert-do-fire-take-cover = Go at once, away from the fire and across the wind. Cover mouth and nose. Take nothing along.
alert-do-volcano-prepare = Pack water, a mask and goggles. Keep out of valleys and off the mountain. Learn the way out.
alert-do-volcano-expect = Go away from the volcano and out of valleys, to a shelter. Cover mouth, nose and eyes.
alert-do-volcano-take-cover = Go at once, out of valleys and away from the volcano. Cover head, mouth and eyes.
alert-do-radiological-prepare = Bring people and animals indoors. Shut windows. Store tap water. Take iodine tablets only when told to.
alert-do-radiological-expect = Go into a solid building. Shut windows and doors, switch ventilation off. Have water and a radio at hand.
alert-do-radiological-take-cover = Go to the cellar or the middle of a solid building. Shut windows and doors. Take off outer clothes.
alert-do-chemical-expect = Go into a building and to an upper floor. Shut windows and doors, switch ventilation off.
alert-do-chemical-take-cover = Go upstairs, not to the cellar. Shut and seal windows and doors. Breathe through a wet cloth.

alert-cancel-error-do = The alert was sent by mistake. What was told before it holds again. If a new alert comes, act on it at once.
alert-cancel-withdrawn-do = The alert was right when it was sent; what it warned of is no longer expected. A new alert can come at any time.
alert-hold-do = The alert is reported as an error. A second officer is checking it; the official word follows.
alert-lapsed-do = The alert is no longer confirmed. Nobody has said that it is over.
alert-clear-do-air-raid = Come out slowly. Do not touch unknown objects. Keep away from damaged buildings. A new alert can come at any time.
alert-clear-do-earthquake = Keep out of cracked buildings. Look for gas and fire. Aftershocks can still come: then drop, cover, hold on.
alert-clear-do-tsunami = Keep away from the shore, rivers and debris where the way is not opened. Go up again at any new shaking.
alert-clear-do-flood = Keep out of standing water and damaged houses, away from cables. Drink tap water only when it is declared fit.
alert-clear-do-landslide = Keep off the slope and the slide. Do not enter damaged houses. Rain can set it moving again.
alert-clear-do-storm-surge = Keep out of standing water and damaged houses, away from cables. Drink tap water only when it is declared fit.
alert-clear-do-fire = Go back only where the road is opened. Watch out for embers, falling trees and smoke.
alert-clear-do-volcano = Go back only where the road is opened. Wear a mask in the ash. A new eruption can come at any time.
alert-clear-do-radiological = Wash and change clothes. Follow the official word on food, water and where to go.
alert-clear-do-chemical = Open windows and air every room. Whoever feels ill sees a doctor at once.

alert-drill-say = Drill
alert-drill-around = { $word }. { $text } { $word }.
alert-drill-do = This is a drill: practise it now. A real alert ends the drill at once.

alert-head = { $order }: { $hazard }, { $place }.
alert-what = Danger: { $hazard } ({ $stage }). Where: { $place }.
alert-clock = { $time }.
alert-issued = Issued { $time }.
alert-impact = Expected at { $time }.
alert-until = Confirmed until { $time }.
alert-replaces = This replaces the alert of { $time }.
alert-about = This is about the alert of { $time }.
alert-order-end = { $order }.
alert-late-indoors = No shelter in time, indoors: { $order }
alert-late-outdoors = Outdoors: { $order }
alert-listen = Listen to the official word on the radio, loudspeakers and official channels.
alert-place-here = this area
alert-place-more = { $places } and { $more ->
    [one] { $more } more
   *[other] { $more } more
}
alert-sentences = { $first } { $second }
alert-say-time = { $hour } { $minute }

alert-say-hour = { $hour ->
    [0] zero
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
    [11] eleven
    [12] twelve
    [13] thirteen
    [14] fourteen
    [15] fifteen
    [16] sixteen
    [17] seventeen
    [18] eighteen
    [19] nineteen
    [20] twenty
    [21] twenty one
    [22] twenty two
   *[23] twenty three
}
alert-say-minute = { $minute ->
    [0] hundred
    [1] oh one
    [2] oh two
    [3] oh three
    [4] oh four
    [5] oh five
    [6] oh six
    [7] oh seven
    [8] oh eight
    [9] oh nine
    [10] ten
    [11] eleven
    [12] twelve
    [13] thirteen
    [14] fourteen
    [15] fifteen
    [16] sixteen
    [17] seventeen
    [18] eighteen
    [19] nineteen
    [20] twenty
    [21] twenty one
    [22] twenty two
    [23] twenty three
    [24] twenty four
    [25] twenty five
    [26] twenty six
    [27] twenty seven
    [28] twenty eight
    [29] twenty nine
    [30] thirty
    [31] thirty one
    [32] thirty two
    [33] thirty three
    [34] thirty four
    [35] thirty five
    [36] thirty six
    [37] thirty seven
    [38] thirty eight
    [39] thirty nine
    [40] forty
    [41] forty one
    [42] forty two
    [43] forty three
    [44] forty four
    [45] forty five
    [46] forty six
    [47] forty seven
    [48] forty eight
    [49] forty nine
    [50] fifty
    [51] fifty one
    [52] fifty two
    [53] fifty three
    [54] fifty four
    [55] fifty five
    [56] fifty six
    [57] fifty seven
    [58] fifty eight
   *[59] fifty nine
}
alert-say-number = { $number ->
    [0] zero
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
    [11] eleven
    [12] twelve
    [13] thirteen
    [14] fourteen
    [15] fifteen
    [16] sixteen
    [17] seventeen
    [18] eighteen
    [19] nineteen
    [20] twenty
    [21] twenty one
    [22] twenty two
    [23] twenty three
    [24] twenty four
    [25] twenty five
    [26] twenty six
    [27] twenty seven
    [28] twenty eight
    [29] twenty nine
    [30] thirty
    [31] thirty one
    [32] thirty two
    [33] thirty three
    [34] thirty four
    [35] thirty five
    [36] thirty six
    [37] thirty seven
    [38] thirty eight
    [39] thirty nine
    [40] forty
    [41] forty one
    [42] forty two
    [43] forty three
    [44] forty four
    [45] forty five
    [46] forty six
    [47] forty seven
    [48] forty eight
    [49] forty nine
    [50] fifty
    [51] fifty one
    [52] fifty two
    [53] fifty three
    [54] fifty four
    [55] fifty five
    [56] fifty six
    [57] fifty seven
    [58] fifty eight
   *[59] fifty nine
}


alert-kind-alert = Alert
alert-kind-update = Update
alert-kind-cancel-error = Cancel: sent by mistake
alert-kind-cancel-withdrawn = Cancel: no longer expected
alert-kind-hold = On hold: reported as an error
alert-kind-clear = All clear
alert-kind-lapsed = No longer confirmed
alert-kind-drill = Drill
alert-stage-prepare = get ready
alert-stage-expect = expected soon
alert-stage-take-cover = act now
alert-stage-clear = all clear

alert-order-air-raid-prepare = Get ready to take cover
alert-order-air-raid-expect = Go near a shelter
alert-order-air-raid-take-cover = Take cover now
alert-order-earthquake-prepare = Keep out of damaged buildings
alert-order-earthquake-take-cover = Drop, cover, hold on
alert-order-tsunami-prepare = Keep away from sea and rivers
alert-order-tsunami-expect = Leave the coast for high ground
alert-order-tsunami-take-cover = Go up now
alert-order-flood-prepare = Get ready to go up
alert-order-flood-expect = Move to high ground
alert-order-flood-take-cover = Go up now
alert-order-landslide-prepare = Get ready to leave the slope
alert-order-landslide-expect = Leave the slope
alert-order-landslide-take-cover = Get away from the slope now
alert-order-storm-surge-prepare = Get ready to leave the shore
alert-order-storm-surge-expect = Leave the shore for high ground
alert-order-storm-surge-take-cover = Go up now
alert-order-fire-prepare = Get ready to leave
alert-order-fire-expect = Leave, away from the fire
alert-order-fire-take-cover = Leave now, away from the fire
alert-order-volcano-prepare = Get ready to leave
alert-order-volcano-expect = Leave, away from the volcano
alert-order-volcano-take-cover = Leave now, away from the volcano
alert-order-radiological-prepare = Get ready to go indoors
alert-order-radiological-expect = Go indoors
alert-order-radiological-take-cover = Get indoors now
alert-order-chemical-expect = Go indoors and upstairs
alert-order-chemical-take-cover = Go upstairs now, shut windows

alert-cancel-error-order = Disregard the alert
alert-cancel-withdrawn-order = Keep listening, alert withdrawn
alert-keep-stay = Stay where you are
alert-keep-up = Do not come down
alert-keep-away = Do not go back
alert-hold-order = { $order }, alert reported as error
alert-lapsed-order = { $order }, alert not confirmed
alert-clear-order = All clear

alert-drill-word = DRILL

alert-second-awaited = One officer has signed; a second officer is awaited.
alert-time = { $hour }:{ $minute }

alert-date-time = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}, { $time }


desk-title = hinan desk: what you sign is what you see
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
desk-active-digest = What goes on, in four words: { $words }
desk-active-help = Another desk with the same folder shows the same words.
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
desk-signed-of = { $signed } of { $needed } persons.
desk-two-keys = { $person } has signed with { $keys } keys and counts once.
desk-not-counted = A signature does not count: { $reason }
desk-verified = Verified
desk-awaited = A second officer is awaited
desk-awaited-first = Nobody has signed
desk-open = Look at it
desk-review = Review and sign
desk-cancel = Call back
desk-clear = Give the all clear
desk-update = Replace
desk-about = About: { $what }

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
desk-hours = { $hours } h
desk-impact = Arrives in so many minutes, if that is known
desk-languages = Languages
desk-preview = What people will read
desk-preview-none = Choose the danger, what people are to do, and where. Without a place nothing is sent.
desk-ends = ends { $time } unless confirmed again
desk-write = Write the draft
desk-write-drill = Write the draft of the drill
desk-write-help = Goes unsigned into the shared folder, where the other desk sees it at once. Nobody is warned before two officers have signed.

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
desk-sign-as = Sign: { $what }
desk-signing = Signing…
desk-signed-done = Signed. { $state }
desk-discard = Throw the draft away
desk-discarded = The draft is thrown away.
desk-back = Back to what goes on
desk-already = You have signed this. Another person has to sign, on their own desk.

desk-cancel-title = Call back
desk-cancel-help = One signature puts it on hold: people are told that it is reported as an error. A second signature makes it final.
desk-cancel-help-late = The time in which one officer may put it on hold is over, or the ring does not allow it: nothing changes before two officers have signed.
desk-cancel-error = Sent by mistake
desk-cancel-error-help = It should never have been sent.
desk-cancel-withdrawn = No longer expected
desk-cancel-withdrawn-help = It was right, and what it warned of is no longer expected.
desk-clear-help = The all clear: people will be told that the danger is over. Nothing changes before two officers have signed.

desk-error-token = This page was not opened with the address that the desk printed when it started. Open that address.
desk-error-gone = It is no longer in the folder.
desk-error-passphrase = That passphrase does not open the key. Try again: nothing is locked, each attempt only takes longer.

desk-tab-arm = Arm
desk-kind-arming = Order signed ahead
desk-kind-void-arming = Order signed ahead is called back
desk-kind-other = A document that is not signed here
desk-armed = Armed: one officer may raise an alert
desk-armed-until = Until { $time }, { $left } left
desk-armed-from = From { $time }
desk-void-state = Called back. Nobody raises an alert under it any more.
desk-new-arm = Let officers raise alerts alone
desk-arm-help = Two persons sign ahead. From then on, each one who is named may raise the alerts below with one signature, in the zones and for the time below.
desk-arm-who = Who may raise them alone?
desk-arm-templates = Which alerts?
desk-arm-hours = For how many hours from now?
desk-arm-life = How long may one alert hold?
desk-arm-none = Choose who, which alerts, and where.
desk-arm-write = Write the draft of the order
desk-arm-feed = { $name }, a feed
desk-raise = Raise an alert under it
desk-void = Call the order back
desk-new-armed = New alert by one officer
desk-armed-note = Under an order signed ahead: it is in force with one signature.
desk-armed-write-help = Goes unsigned into the shared folder. With your signature alone it is in force.
desk-who = Who
desk-which = Alerts
desk-longest = One alert at most
desk-sender = Sent by
desk-under-order = Under the order
desk-people-nobody = people inside: nobody has counted
desk-people-zone-nobody = nobody has counted

desk-error-already = You have signed it. The second signature has to be another person's, whatever the key.
desk-error-area = Choose either zones or a drawing, and not too many.
desk-error-area-drawing = The drawing cannot be used. It takes at least three corners.
desk-error-area-no-name = Give the drawn place the name that people know.
desk-error-area-none = No place is chosen. Nothing is sent without a place.
desk-error-area-refused = This place is not sent: { $reasons }
desk-error-area-unknown-zone = There is no zone “{ $zone }” in the table of this desk.
desk-area-crosses = a line crosses or touches itself
desk-area-swapped = latitude and longitude are swapped
desk-area-elsewhere = it lies outside of this region
desk-area-too-much = it has too many corners
desk-area-other = it cannot be told where it is
desk-error-arming-hours = The order holds for too long or not at all. By the ring: at most { $most } min.
desk-error-arming-life = One alert would hold for too long or not at all. By the ring: at most { $most } min.
desk-error-arming-nobody = Nobody is chosen who may raise alerts alone.
desk-error-arming-not-now = The order does not hold now: it is not signed by enough persons, called back, or its hours are over.
desk-error-arming-outside = The order does not cover that alert, that zone or that length of time.
desk-error-arming-unknown = The ring knows no person and no feed “{ $who }”.
desk-error-armed-drill = A drill is never raised under an order signed ahead.
desk-error-body = The page and its program do not understand each other. Load the page again.
desk-error-broken = Something is wrong with this document. Nobody signs it; draft it again.
desk-error-cap = The message would not be valid.
desk-error-impact-outside = The time of arrival lies outside of the time that the alert holds.
desk-error-key = The key file cannot be used.
desk-error-language = There are no texts in one of the languages.
desk-error-machine = The program or the shared folder failed.
desk-error-mixed-hazards = These alerts are of several dangers. End each by itself.
desk-error-mixed-worlds = Live alerts and drills are never in one document.
desk-error-no-language = No language is chosen.
desk-error-no-ring = There is no ring here: nobody could sign.
desk-error-no-such-pair = There is no alert for that danger at that stage.
desk-error-no-target = No alert was named.
desk-error-not-an-alert = That is no alert and no drill.
desk-error-not-here = Your key cannot sign that, or it needs no signature any more.
desk-error-other-bytes = The message beside the document is not the one that was signed.
desk-error-people = That is not the number of people inside.
desk-error-reason = Choose why it is called back.
desk-error-room = The file has no room for another signature.
desk-error-signed = Somebody has signed it. It is called back, not thrown away.
desk-error-statement = Receivers would refuse that.
desk-error-template = There is no template of that name.
desk-error-too-long = That is too long or no time at all. By the ring: at most { $most } min.
desk-error-world = This desk does not draft for that world.
desk-why-earthquake-expect = nobody can tell minutes ahead; seconds ahead it is “{ $order }”
desk-why-chemical-prepare = a release is not foreseen by the hour

desk-fault-sent = Message and document are not of the same second: { $message }, { $statement }.
desk-fault-hazard = The message is about another danger than the document: { $hazard }.
desk-fault-template = The document names the template { $template }, the message another.
desk-fault-no-template = The message names no template for this. Nobody can tell what it should say.
desk-fault-expires = Message and document end at different times.
desk-fault-status = The message says { $found }, the document is for { $wanted }.
desk-fault-message-type = The message is of type { $found }, not { $wanted }.
desk-fault-no-text = The message has no text.
desk-fault-head = Around its texts the message has something that no template composes.
desk-fault-other-zones = The zones of the message are not those of the document.
desk-fault-blocks-differ = These texts do not say the same: { $language } differs from { $first } in: { $parts }.
desk-fault-unknown-language = There is no template in { $language }. Nobody can tell what that text says.
desk-fault-not-composed = { $language } is not what the template composes: { $parts }.
desk-fault-unknown-zone = The table of this desk has no zone { $zone }. Nobody can tell where that is.
desk-fault-zone-name = The message calls the zone { $zone } “{ $found }”. Its name is “{ $wanted }”.
desk-fault-zone-outline = What is drawn for the zone { $zone } is not its outline.
desk-fault-targets = It is not as the alerts that it is about: { $parts }.
desk-part-ground = the ground
desk-part-zones = the zones
desk-part-places = the names of the places
desk-part-hazard = the danger
desk-part-codes = the codes
desk-part-times = the times
desk-part-words = the words
desk-part-sender = the sender
desk-part-rest = something that no template has

desk-file-no-envelope = There is no envelope beside it: nobody has signed it.
desk-file-too-large = It is too large.
desk-file-too-many-files = The folder has too many files; only the first are looked at.
desk-file-unreadable = It cannot be read.

desk-refusal-too-large = The envelope is too large.
desk-refusal-bad-envelope = This is no proper envelope: the file is damaged or not one of ours.
desk-refusal-bad-base64 = A part of the envelope is damaged.
desk-refusal-too-many-signatures = The envelope has too many signatures.
desk-refusal-foreign-type = This is a document of somebody else.
desk-refusal-update-needed = It is newer than this program. Update the program.
desk-refusal-unexpected-type = The document is of another type than its place asks for.
desk-refusal-bad-bundle = The bundle is damaged.
desk-refusal-root-not-pinned = This is not the root that this desk trusts.
desk-refusal-root-gap = A root in between is missing; the last good one stays.
desk-refusal-root-fork = Another root of the same number is known.
desk-refusal-root-world = The root changes between live and laboratory.
desk-refusal-root-threshold-before = Too few persons of the last root have signed it.
desk-refusal-root-threshold-own = Too few of its own persons have signed the root.
desk-refusal-ring-threshold = Too few keepers have signed the ring.
desk-refusal-ring-too-long = The ring claims to hold for too long.
desk-refusal-ring-rolled-back = A newer ring is known.
desk-refusal-ring-missing = No ring holds under the newest root; the last good ones stay.
desk-refusal-no-ring = There is no ring to check signatures with.
desk-refusal-no-valid-signature = No signature is by a key of the ring.
desk-refusal-bad-json = The document is damaged.
desk-refusal-bad-statement = The document lacks something, has too much, or contradicts itself.
desk-refusal-other-scope = The document belongs to another root.
desk-refusal-type-not-granted = No signer may sign documents of this type.
desk-refusal-outside-rights = No signer may sign this for that stage, danger, zone or shelter.
desk-refusal-compromised-key = It had enough signatures until a key was found to be in other hands.
desk-refusal-ring-too-old = The ring ran out more than 400 days ago.
desk-refusal-ring-too-old-for-one = The ring ran out more than 30 days ago: one person is not enough.
desk-refusal-standalone-missing = None of the signatures is from a program of its own.
desk-refusal-second-person-awaited = Fewer persons have signed than the ring asks for.
desk-refusal-builder-missing = No builder’s machine has signed.
desk-refusal-reviewer-missing = Too few persons have read the difference and signed.
desk-refusal-wrong-holder = The signer is not the kind of machine that this is for.
desk-refusal-arming-unseen = The order that it cites is not in this folder.
desk-refusal-arming-not-valid = The order that it cites lacks signatures or rights.
desk-refusal-arming-void = The order was called back.
desk-refusal-arming-too-long = The order covers more hours than its holder may have.
desk-refusal-armed-by-other = The order names others.
desk-refusal-armed-outside-hours = It was issued outside of the hours of its order.
desk-refusal-armed-outside-zones = It names a zone that its order does not.
desk-refusal-armed-other-hazard = It is about a danger that its order does not name.
desk-refusal-armed-other-stage = It is of a stage that its order does not name.
desk-refusal-armed-other-template = It uses a template that its order does not name.
desk-refusal-armed-too-long = It holds longer than its order allows.
desk-refusal-solo-too-long = One officer’s alert holds longer than the ring allows.
desk-refusal-solo-renewed = One officer may not renew their own alert alone.
desk-refusal-solo-too-late = One officer may call back alone only shortly after the alert.
desk-refusal-solo-target-unseen = One officer may call back alone only what is known here.
desk-refusal-lowering-needs-two = A lower stage or a smaller area needs two persons.
desk-refusal-cap-missing = The message that belongs to it is not in the folder.
desk-refusal-cap-length = The message has another length than was signed.
desk-refusal-cap-digest = The message was changed: its bytes are not those that belong to this document.
desk-refusal-cap-unreadable = The message is no valid CAP 1.2.
desk-refusal-cap-status = Live, drill or laboratory: message and document differ.
desk-refusal-cap-message-type = The message does something else than the document.
desk-refusal-cap-sent = The message was sent at another second than the document says.
desk-refusal-cap-expires = The message ends at another second than the document says.
desk-refusal-cap-response = Message and document do not agree whether this ends an alert.
desk-refusal-cap-area = The area of the message is not that of the document.
desk-refusal-cap-references = The message is about other messages than the document.
desk-refusal-life-too-long = It holds longer than its stage may.
desk-refusal-target-other-world = It is about a message of another world.
desk-refusal-target-outside-rights = Its signers have no right over what it is about.
desk-refusal-blocked-by-cancel = Two persons have called it back.
desk-refusal-epoch-ahead = Its counter is of an epoch that the ring has not begun.
desk-refusal-rolled-back = A newer one is known.
desk-refusal-stale = It is too old to say anything.
desk-refusal-siren-other = It is not for this device.
desk-refusal-siren-too-long = It sounds for more than 180 s.
desk-refusal-siren-inner = The alert that it carries does not hold, or is not for a siren.
desk-refusal-store-full = There is no room for another document.

desk-signature-malformed = it is no signature
desk-signature-unknown-key = its key is not in the ring
desk-signature-webauthn-unsupported = it is of a web authenticator, which are not checked yet
desk-signature-weak-key = its key is no proper key
desk-signature-wrong-signature = it does not fit these bytes
desk-signature-compromised-key = its key is in other hands
desk-signature-retired-key = its key was handed back before
desk-signature-type-not-granted = its key may not sign this type
desk-signature-outside-rights = its key has no right for that stage, danger, zone or shelter

desk-note-ring-expired = The ring has run out. A newer one is wanted.
desk-note-ring-behind = It was made under a newer ring than the one here.
desk-note-clock-behind = It was issued after what this clock shows: this clock is behind.
desk-note-expired = Its time has run out.
desk-note-second-officer-awaited = One officer alone has raised it; a second is awaited.
desk-note-same-id = Another document with the same id holds too: both stand.
desk-note-target-unseen = It is about something that is not known here.
desk-note-target-outside-rights = Its signers have no right over one of its targets, which stays.
desk-note-target-other-world = One of its targets is of another world, and stays.
desk-note-elsewhere = It is for other places.


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
`;export{e as default};