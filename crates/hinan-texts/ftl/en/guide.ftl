### The guide: the page that residents hold. Orders first, short; silence is never a good sign.
### Written with the program; not yet reviewed by an editor of civil protection.

## Frame
guide-name-ways = Ways
guide-name-notes = Notes
guide-skip = Skip to what to do
guide-back = Back
guide-tab-now = Now
guide-tab-plans = Plans
guide-tab-cards = Where
guide-tab-more = More

## What is known, and since when. Silence is never a good sign.
# $time: a time of day.
guide-confirmed = Last confirmed { $time }
# Nobody signed for it: the host was asked and had nothing new.
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

## The first screen
guide-what-happens = What is happening?
guide-siren = I hear the siren
guide-shaking = I feel strong shaking
guide-untold = Something is wrong, I cannot tell what
# $hazard: a danger.
guide-plan-for = Plan for: { $hazard }
guide-where-now = Where are you now?
guide-all-plans = All plans, map
guide-drill-walk = Try the way now

## An alert, or what somebody told the page
guide-issued = issued { $time }
guide-area = Where: { $place }
# $words: of the signed message.
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
# $name: of a place that this device remembers.
guide-why-at-remembered = It concerns a place you remembered: { $name }.
guide-why-where-are-you = Where you are is not known here: this may be you.
guide-why-may-be-you = Its place is not known to us: this may be you.
guide-why-elsewhere = For other places.

## The answer in one block
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
# $start: a place in words.
guide-from = You start at: { $start }
guide-at-position = the position of this device
guide-yes-here = Yes, I am here
guide-working = Working out the way…
guide-no-street = No street that can be walked lies near this start. Choose another one.
guide-engine-fault = That could not be worked out. Follow what stands above and the official word.
# $percent (number).
guide-loading = The city is being loaded: { $percent } %
guide-no-city = The city’s data are not on this device. The buttons and cards work without them.
guide-load-again = Load again
guide-pets-no = Its list says: no pets.
guide-pets-unknown = Whether pets get in is unknown.
guide-slower = Times are longer here: you once needed more than planned.

## Who walks
# $floor (number): floors above the way out.
guide-floor = floor { $floor }
guide-night = It is dark
guide-pets = With a pet

## Where somebody starts
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
# $street: a street that is crossed there.
guide-by-crossing = by { $street }
guide-near = near { $name } ({ $length })
guide-map-help = Map of the ways. The same stands in words beside it. Arrow keys move it.
guide-map-choose-help = Map. Tap where you start, or move it with the arrow keys and press Enter.

## The walk
guide-walk-now = Show me the way
guide-walk-on = On with the way
# $letter: of a plan.
guide-walk-plan = The way of plan { $letter }
guide-drill-band = Trying the way: not an alert
# $name: of a shelter.
guide-to = To: { $name }
guide-step = Step { $step } of { $steps }
# $length: until the turn.
guide-in-length = in { $length }
# $words: the step after the next one.
guide-then = then: { $words }
# $length: beside the way.
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
# $took, $planned: times.
guide-learned = You needed { $took }, planned were { $planned }. From now on plans count with the longer time.
guide-learned-same = You needed { $took }, planned were { $planned }. Plans stay as they are.

## Sound
guide-speak = Read aloud
guide-hush = Stop reading

## Sharing
guide-share = Share this plan
guide-share-says = Whoever gets this sees where you start. Nothing is sent until you send it.
guide-share-text = Share as text
guide-copy-text = Copy the text
guide-copy-link = Copy the link
guide-copied = Copied.
guide-copy-failed = That could not be copied. Select the text above.
guide-code = Code of this start, for another phone’s camera

## By the bed
guide-bedside = By the bed
guide-bedside-help = Keeps the screen on and dark, and sounds when an alert comes or contact is lost. Plug the phone in.
guide-bedside-on = The screen stays on and sound is unlocked, as long as this page is open and in front.
guide-bedside-start = Begin, and hear a tone
guide-bedside-off = End
guide-no-wake-lock = This browser does not keep the screen on: it may go dark and silent.

## Self-test
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

## Settings
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
# $megabytes: with one decimal.
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

## The first run
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

## Cards: what to do right there. Three sentences each; none keeps anybody where water or fire comes.
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

## Other languages
guide-other-languages = Other languages
guide-tourist-help = Show this to those who do not read your language.

## Easy language: late answers in few words, by what to do
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
