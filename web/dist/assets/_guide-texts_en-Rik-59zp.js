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


guide-name-ways = Ways
guide-name-notes = Notes
guide-skip = Skip to what to do
guide-back = Back
guide-tab-now = Now
guide-tab-plans = Plans
guide-tab-cards = Where
guide-tab-more = More

guide-confirmed = Last confirmed { $time }
guide-looked = Looked for alerts { $time }
guide-no-contact = No contact since { $time }
guide-no-sender = No alerts come to this page
guide-no-sender-help = Nobody sends alerts to this page here. Listen for sirens, the radio and official channels.
guide-silence = Silence here says nothing. Listen for sirens, the radio and official channels.
guide-until-word = Act on this until the official word: radio, loudspeakers, official channels.
guide-clock-behind = The clock of this device may be wrong: look at the time of the alert.
guide-data-of = Streets and shelters as of { $date }
guide-data-old = These data are older than 90 days ({ $date }). Doors and ways may have changed.
guide-data-undated = Nobody says how old these data are. Doors and ways may have changed.

guide-what-happens = What is happening?
guide-siren = I hear the siren
guide-shaking = I feel strong shaking
guide-untold = Something is wrong, I cannot tell what
guide-plan-for = Plan for: { $hazard }
guide-where-now = Where are you now?
guide-all-plans = All plans, map
guide-drill-walk = Try the way now

guide-issued = issued { $time }
guide-area = Where: { $place }
guide-message = The message says: { $words }
guide-sender = From: { $sender }
guide-told-siren = You heard a siren at { $time }
guide-told-shaking = You felt shaking at { $time }
guide-told-untold = You said at { $time } that something is wrong
guide-told-no-alert = This comes from what you told the page, not from a signed alert.
guide-told-end = It has ended by official word
guide-told-mistake = I pressed by mistake
guide-what-is-it = If you know what it is:
guide-after-shaking = When the shaking ends
guide-after-shaking-out = Leave by the stairs, into the open, away from walls, glass and wires. Near the sea, go up.
guide-more-alerts = Other messages
guide-unconfirmed = Unconfirmed message
guide-unconfirmed-do = Not enough valid signatures stand behind this. Listen to the official word.
guide-cancelled = Called back
guide-why-here = It concerns where you are.
guide-why-at-start = It concerns your start.
guide-why-at-poster = It concerns the place of the last poster you scanned.
guide-why-at-remembered = It concerns a place you remembered: { $name }.
guide-why-where-are-you = Where you are is not known here: this may be you.
guide-why-may-be-you = Its place is not known to us: this may be you.
guide-why-elsewhere = For other places.

guide-needed = you need
guide-left = left
guide-there-is = there is, from the alert
guide-length = the way
guide-next = Next:
guide-only-outside = Only if you are already outside:
guide-nearest-late = The nearest one, too late from here:
guide-where = Where do you start?
guide-choose-start = Choose where you start
guide-change-start = Another start
guide-places-stay = Places stay on this device.
guide-from = You start at: { $start }
guide-at-position = the position of this device
guide-yes-here = Yes, I am here
guide-working = Working out the way…
guide-no-street = No street that can be walked lies near this start. Choose another one.
guide-engine-fault = That could not be worked out. Follow what stands above and the official word.
guide-loading = The city is being loaded: { $percent } %
guide-no-city = The city’s data are not on this device. The buttons and cards work without them.
guide-load-again = Load again
guide-pets-no = Its list says: no pets.
guide-pets-unknown = Whether pets get in is unknown.
guide-slower = Times are longer here: you once needed more than planned.

guide-floor = floor { $floor }
guide-night = It is dark
guide-pets = With a pet

guide-search = Street, house number, place
guide-kind-place = place
guide-kind-shelter = shelter
guide-kind-street = street
guide-kind-address = address
guide-locating = Looking for your position…
guide-locate-failed = Your position was not found. Search, or tap the map.
guide-is-it-here = Is this where you start?
guide-yes-start = Yes, I start here
guide-remember-here = Remember this place on this device
guide-place-name = What to call it
guide-home = Home
guide-remember = Yes, and remember it
guide-remembered = Remembered places
guide-poster = Poster
guide-poster-help = Or scan the code of the poster at an entrance.
guide-by-crossing = by { $street }
guide-near = near { $name } ({ $length })
guide-map-help = Map of the ways. The same stands in words beside it. Arrow keys move it.
guide-map-choose-help = Map. Tap where you start, or move it with the arrow keys and press Enter.

guide-walk-now = Show me the way
guide-walk-on = On with the way
guide-walk-plan = The way of plan { $letter }
guide-drill-band = Trying the way: not an alert
guide-to = To: { $name }
guide-step = Step { $step } of { $steps }
guide-in-length = in { $length }
guide-then = then: { $words }
guide-off-way = You are { $length } off the way.
guide-next-step = Done, next
guide-step-back = One step back
guide-inside = I am inside
guide-follow = Follow my position
guide-walked = walked
guide-planned = planned
guide-door-closed = The door is locked
guide-end-walk = End the walk
guide-arrived = You are there
guide-to-start = To the first screen
guide-switch = Go to another shelter:
guide-switch-late = No other shelter is in time from here. Do this:
guide-go-there = Show me that way
guide-learned = You needed { $took }, planned were { $planned }. From now on plans count with the longer time.
guide-learned-same = You needed { $took }, planned were { $planned }. Plans stay as they are.

guide-speak = Read aloud
guide-hush = Stop reading

guide-share = Share this plan
guide-share-says = Whoever gets this sees where you start. Nothing is sent until you send it.
guide-share-text = Share as text
guide-copy-text = Copy the text
guide-copy-link = Copy the link
guide-copied = Copied.
guide-copy-failed = That could not be copied. Select the text above.
guide-code = Code of this start, for another phone’s camera

guide-bedside = By the bed
guide-bedside-help = Keeps the screen on and dark, and sounds when an alert comes or contact is lost. Plug the phone in.
guide-bedside-on = The screen stays on and sound is unlocked, as long as this page is open and in front.
guide-bedside-start = Begin, and hear a tone
guide-bedside-off = End
guide-no-wake-lock = This browser does not keep the screen on: it may go dark and silent.

guide-selftest = Test this device
guide-selftest-help = What works here, tried just now.
guide-trial-engine = The city is open
guide-trial-files = Its files are whole
guide-trial-store = This browser keeps things
guide-trial-lasting = What is kept will not be thrown away
guide-trial-offline = Opens without a network
guide-trial-trust = Knows whose alerts to believe
guide-trial-contact = Alerts could be fetched just now
guide-trial-sound = Sound is unlocked
guide-trial-voice = Reads aloud in your language by itself
guide-trial-vibration = Vibrates
guide-trial-awake = Keeps the screen on
guide-trial-is-works = works
guide-trial-is-fails = does not
guide-trial-is-unknown = unknown
guide-hear-tone = Hear a tone
guide-try-again = Test again

guide-settings = Settings
guide-contrast = High contrast
guide-frugal = Spare the battery
guide-frugal-help = Black ground, no map, fewer looks.
guide-easy = Easy language
guide-easy-help = Short sentences and pictures with the orders.
guide-who = Who walks
guide-forget-pace = Forget that
guide-hidden-head = Not to be noticed
guide-hidden = Hidden mode
guide-hidden-help = Drills make no sound and take no screen over. Real alerts do.
guide-called = Shown as
guide-called-help = The name and the sign on the home screen; choose before you install.
guide-none-remembered = None.
guide-forget-place = Forget { $name }
guide-stored = What this device holds
guide-stored-size = { $place }: { $megabytes } MB
guide-store-fails = This browser keeps nothing: save the city as a file.
guide-save-file = Save as a file
guide-open-file = Open from a file
guide-loaded = Loaded whole.
guide-load-failed = That could not be loaded. What was here before stays.
guide-file-refused = This file is damaged or no city. What was here before stays.
guide-forget-head = Forget everything
guide-forget-help = Places, settings, messages and the city go from this device at once.
guide-forget-all = Forget all now

guide-first-title = What this page cannot do
guide-first-sound = It makes no sound while it is closed, or before you have touched it.
guide-first-data = It knows { $place } as of { $date }. Doors may be locked, ways blocked: believe your eyes.
guide-first-data-unknown = Its data have an age: doors may be locked, ways blocked. Believe your eyes.
guide-first-official = Sirens, officials and your own eyes come first.
guide-first-silence = When it shows nothing, that says nothing.
guide-first-can = What it can do
guide-first-offline = Once loaded, it works without a network: which shelter, which way, how many minutes.
guide-first-private = Where you are stays on this device. There is no account.
guide-first-ok = I have read this

guide-all-cards = All cards
guide-card-car = In a car
guide-do-first-car = Pull over where others get past, switch off, leave the key.
guide-do-then-car = Air raid: get out, into a solid building, or lie down in a ditch away from the car.
guide-do-last-car = Tsunami, flood: never drive through water. Leave the car and go up on foot.
guide-card-bus = On a bus or tram
guide-do-first-bus = Do what the driver says. Get off where it stops, not between cars.
guide-do-then-bus = Air raid: go into the nearest solid building, away from glass.
guide-do-last-bus = Shaking: hold on and protect your head until it stops. By the sea, then go up.
guide-card-metro = In the metro
guide-do-first-metro = Air raid: the platform below the ground is cover. Go to its middle, off the edge.
guide-do-then-metro = Flood, smoke or gas: go up and out at once, by the stairs.
guide-do-last-metro = Train stopped in the tunnel: follow the staff. Never step onto the rails by yourself.
guide-card-lift = In a lift
guide-do-first-lift = Press all floors and get out at the first that opens.
guide-do-then-lift = Stuck: press the alarm button and speak. Do not force the doors.
guide-do-last-lift = From then on take the stairs only.
guide-card-bridge = On a bridge
guide-do-first-bridge = Get off the bridge by the nearer end.
guide-do-then-bridge = Air raid and no time: lie down by the railing’s foot, cover your head.
guide-do-last-bridge = Tsunami, flood: away from the river and up, never under the bridge.
guide-card-beach = At the beach
guide-do-first-beach = Strong or long shaking, or the sea draws back: run up at once, before any alert.
guide-do-then-beach = To high ground or the top of a tall solid building. Do not go back for things.
guide-do-last-beach = More waves follow for hours. Do not come down until the official word.
guide-card-field = In the open
guide-do-first-field = Air raid: lie down in a hollow or behind a bank, cover your head, open your mouth.
guide-do-then-field = Keep away from trees, masts, cars and fuel.
guide-do-last-field = Smoke or a smell: across the wind, uphill. Touch nothing that lies around.
guide-card-top-floor = On a top floor
guide-do-first-top-floor = Air raid: down by the stairs if there is time; else two walls between you and outside.
guide-do-then-top-floor = Away from windows; an inner room or a stair without glass.
guide-do-last-top-floor = Tsunami, flood: you are high: do not go down. Fire below: out by the stairs, low under smoke.
guide-card-children = With children
guide-do-first-children = Hold hands, carry the smallest. Say it short: we go to the shelter now.
guide-do-then-children = Children at school are brought to cover there. Do not drive to the school.
guide-do-last-children = Name, phone number and blood group on a note in the pocket.
guide-card-wheelchair = In a wheelchair
guide-do-first-wheelchair = Ask aloud: “Help me down the stairs, two people.” Do not use the lift.
guide-do-then-wheelchair = Choose the walker “wheelchair”: ways without stairs.
guide-do-last-wheelchair = Air raid and no time: an inner room, brakes on, head down and covered.
guide-card-after = After the strike
guide-do-first-after = A second strike can follow: do not gather there, keep in cover.
guide-do-then-after = Smell of gas: no flame, no switch, out, windows open.
guide-do-last-after = Touch nothing unknown, mark it, go back the way you came, call the emergency number.

guide-other-languages = Other languages
guide-tourist-help = Show this to those who do not read your language.

easy-inner-room = Go inside. Go to a room with no windows. Lie down.
easy-lie-down = Go into a strong building. No building near? Lie down. Hands on your head.
easy-drop-cover-hold = Get down. Go under a table. Hold on.
easy-open-ground = Go into the open. Away from walls and glass.
easy-highest-floor = Go up now. Go to the top floor. Do not go down.
easy-high-ground = Go up now. Go to a hill or a tall building. Away from water.
easy-upstairs-away-from-slope = Go upstairs. Go to the side away from the hill.
easy-sideways = Go sideways and up. Do not go down the hill.
easy-keep-going = Go away from the fire. Keep going. Do not go back.
easy-middle-or-cellar = Go to the cellar or the middle of the house. Shut windows. Take off your coat.
easy-into-building = Go into a strong building. Away from windows.
easy-upstairs-sealed = Go upstairs. Not to the cellar. Shut windows and doors.
easy-upwind = Go sideways to the wind and up. Away from the smell.
easy-inner-room-above-ground = Go upstairs to an inner room. Not to the cellar. Away from windows.
easy-into-building-upstairs = Go into a strong building. Go upstairs. Not to the cellar.


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