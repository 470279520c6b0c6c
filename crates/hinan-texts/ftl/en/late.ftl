### What to do where no shelter is in time. Lives hang on these: short, an order first, no calm words.
### Never "stay" or "wait" for water, fire and eruptions.
### Written with the program; not yet reviewed by an editor of civil protection.

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
# Where no hazard was asked about.
late-no-hazard = What to do instead depends on the hazard: follow your authorities.
# $left: the time there is.
late-no-shelter = NO SHELTER of this region can be reached in time from here at this pace ({ $left }). { $order }
# $order: one of the above, for those who reach a shelter where water comes.
late-on-arrival = Once inside: { $order }
