### Alerts: what is sent when lives hang on it. The order stands first, then the danger, the place, the time.
### Only the place and the times are filled in. Never "stay" or "wait" for water, fire and eruptions.
### Orders have at most 34 characters. "All clear" stands only in texts of the all clear.
### Written with the program; not yet reviewed by an editor of civil protection.

## What to do, by hazard and stage
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

## Calling back, ending, no longer knowing
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

## The drill
# As it is spoken: in letters that nobody spells out.
alert-drill-say = Drill
# $text: a whole alert, between the word and the word.
alert-drill-around = { $word }. { $text } { $word }.
alert-drill-do = This is a drill: practise it now. A real alert ends the drill at once.

## The parts
# $order: one of the orders. $place: names, or "this area".
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
# $more (number): names that had no room.
alert-place-more = { $places } and { $more ->
    [one] { $more } more
   *[other] { $more } more
}
# What stands between two sentences.
alert-sentences = { $first } { $second }
alert-say-time = { $hour } { $minute }

## Times and numbers, spoken and with their day
# An hour of the day, as it is spoken.
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
# The minutes after it, as they are spoken.
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
# A number, as it is spoken: in the name of a place.
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
