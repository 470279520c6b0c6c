### What people take refuge from, and who walks.
### Written with the program; not yet reviewed by an editor of civil protection.

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
# Nobody can tell what the danger is.
hazard-untold = I cannot tell
# Two hazards at once.
hazard-and = { $first } + { $second }

walker-adult = adult
walker-older = older person
walker-child = child or pram
walker-wheelchair = wheelchair
# $walker: one of the above.
walker-night = { $walker }, at night
