### Alerts: what is sent when lives hang on it. The order stands first, then the danger, the place, the time.
### Only the place and the times are filled in. Never "stay" or "wait" for water, fire and eruptions.
### Orders have at most 34 characters. "All clear" stands only in texts of the all clear.
### Written with the program; not yet reviewed by an editor of civil protection.

## Kinds and stages
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

## Orders by hazard and stage
alert-order-air-raid-prepare = Get ready to take cover
alert-order-air-raid-expect = Go near a shelter
alert-order-air-raid-take-cover = Take cover now
# Aftershocks: shaking itself cannot be foretold.
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

## Calling back, ending, no longer knowing
alert-cancel-error-order = Disregard the alert
alert-cancel-withdrawn-order = Keep listening, alert withdrawn
# One of these three stands while an alert is on hold or no longer confirmed; which one depends on the hazard.
alert-keep-stay = Stay where you are
alert-keep-up = Do not come down
alert-keep-away = Do not go back
alert-hold-order = { $order }, alert reported as error
alert-lapsed-order = { $order }, alert not confirmed
alert-clear-order = All clear

## The drill
alert-drill-word = DRILL

## The parts
alert-second-awaited = One officer has signed; a second officer is awaited.
alert-time = { $hour }:{ $minute }

## Times and numbers, spoken and with their day
# $month (number): 1 to 12. $day (number). $time: a time of day.
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
