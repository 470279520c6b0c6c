//! Who lives where, and the zones that can be named: what of a region a desk counts with.

use std::fmt;

use hinan_alert::{Gazetteer, Ground, Points};
use hinan_desk::preview::Message;
use hinan_model::shelter::EntranceAt;
use hinan_model::{Bounds, Place, Zone};
use hinan_region::Region;
use serde::Serialize;
use serde_json::{Value, json};

/// How far around a region its alerts may lie, in 10^-7 degrees: half a degree.
const AROUND_E7: i32 = 5_000_000;

/// Doorsteps with their people, entrances, zones.
pub struct City {
    doorsteps: Points,
    /// Empty where nobody has counted.
    people_milli: Vec<u64>,
    /// Shelter number and place, ascending.
    entrances: Vec<(u32, Place)>,
    is_guess: bool,
    has_region: bool,
    home: Option<Bounds>,
    zones: Vec<Zone>,
    gazetteer: Gazetteer,
}

impl fmt::Debug for City {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("City").field("zones", &self.zones.len()).finish_non_exhaustive()
    }
}

/// Whom a message concerns, as the page shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reach {
    /// People inside, rounded up; `None` where nobody has counted.
    pub people: Option<u64>,
    /// Whether the region's people are guessed from buildings.
    pub is_guess: bool,
    /// Shelters with an entrance inside.
    pub shelters: u64,
    /// People beyond what was meant; `None` where nobody has counted.
    pub spill: Option<u64>,
}

impl City {
    /// What `region` has, with `zones` in the place of its own where there are any.
    pub fn new(region: Option<&Region>, zones: Vec<Zone>) -> City {
        let zones = match region {
            Some(region) if zones.is_empty() => region.zones().to_vec(),
            _ => zones,
        };
        let gazetteer = hinan_desk::gazetteer(&zones);
        let doorsteps = region.map_or_else(Vec::new, |region| {
            region.doorsteps().iter().map(|doorstep| doorstep.place).collect::<Vec<_>>()
        });
        City {
            doorsteps: Points::new(&doorsteps),
            people_milli: region
                .filter(|region| region.meta().counts.people > 0)
                .map_or_else(Vec::new, |region| {
                    region.doorstep_people().iter().map(|&people| u64::from(people) * 1_000).collect()
                }),
            entrances: region.map_or_else(Vec::new, entrances),
            is_guess: region.is_some_and(hinan_server::answers::coverage::is_guess),
            has_region: region.is_some(),
            home: region.and_then(|region| region.meta().bounds).map(grown),
            zones,
            gazetteer,
        }
    }

    /// The zones that can be named.
    pub fn zones(&self) -> &[Zone] {
        &self.zones
    }

    /// The box that alerts of this desk lie in: the region and some way around it. A drawing elsewhere
    /// has its numbers swapped.
    pub fn home(&self) -> Option<Bounds> {
        self.home
    }

    /// What zones stand for.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// Whom a message concerns; `None` where no region is open.
    pub fn reach(&self, message: &Message) -> Option<Reach> {
        if !self.has_region {
            return None;
        }
        let concerned =
            message.concerned(&self.gazetteer, &self.doorsteps, &self.people_milli, &self.entrances);
        let spill = message.spill(&self.zones, &self.doorsteps, &self.people_milli);
        Some(Reach {
            people: concerned.people_milli.map(|people| people.div_ceil(1_000)),
            is_guess: self.is_guess,
            shelters: concerned.shelters,
            spill: concerned.people_milli.map(|_| spill.added.weight.div_ceil(1_000)),
        })
    }

    /// The zones as GeoJSON, each with its people.
    pub fn zones_geojson(&self) -> Value {
        let features: Vec<Value> = self.zones.iter().map(|zone| self.zone(zone)).collect();
        json!({ "type": "FeatureCollection", "features": features })
    }

    fn zone(&self, zone: &Zone) -> Value {
        let named = [zone.id.as_str()].into_iter();
        let ground = Ground::of_zones(hinan_trust::ZONE_SCHEME, named, &self.gazetteer);
        let inside = self.doorsteps.count(&self.doorsteps.inside(&ground), &self.people_milli);
        let geometry = multi_polygon(self.outlines([zone.id.as_str()].into_iter()));
        json!({
            "type": "Feature", "geometry": geometry,
            "properties": {
                "id": zone.id, "name": zone.name,
                "people": (!self.people_milli.is_empty()).then(|| inside.weight.div_ceil(1_000)),
            },
        })
    }

    /// The ground of a message as it is drawn: of all its blocks, its own polygons, and the outlines of
    /// zones that it names without one.
    pub fn area(&self, message: &Message) -> Option<Value> {
        let polygons = message.areas().into_iter().flat_map(|area| {
            let drawn = area.polygons.iter().map(|ring| json!([closed(ring)])).collect::<Vec<Value>>();
            if drawn.is_empty() {
                self.outlines(area.geocodes.iter().map(|code| code.value.as_str()))
            } else {
                drawn
            }
        });
        multi_polygon(polygons.collect())
    }

    /// The ground of zones.
    pub fn area_of(&self, zones: &[String]) -> Option<Value> {
        multi_polygon(self.outlines(zones.iter().map(String::as_str)))
    }

    fn outlines<'a>(&self, ids: impl Iterator<Item = &'a str>) -> Vec<Value> {
        let zones = ids.filter_map(|id| self.zones.iter().find(|zone| zone.id == id));
        let rings = zones.filter_map(|zone| zone.area.as_ref()).flat_map(|area| &area.rings);
        rings.map(|ring| json!([closed(ring)])).collect()
    }

    /// What people call a zone; its id where the table does not have it.
    pub fn zone_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.zones.iter().find(|zone| zone.id == id).map_or(id, |zone| &zone.name)
    }
}

fn multi_polygon(polygons: Vec<Value>) -> Option<Value> {
    (!polygons.is_empty()).then(|| json!({ "type": "MultiPolygon", "coordinates": polygons }))
}

fn entrances(region: &Region) -> Vec<(u32, Place)> {
    let place = |at: &EntranceAt| match at {
        EntranceAt::Place(place) => Some(*place),
        EntranceAt::Node(id) => region.places().get(region.find_node(id)? as usize).copied(),
    };
    let shelters = (0..).zip(region.shelters());
    shelters
        .flat_map(|(number, shelter)| {
            let places = shelter.entrances.iter().filter_map(|entrance| place(&entrance.at));
            places.map(|place| (number, place)).collect::<Vec<_>>()
        })
        .collect()
}

fn grown(Bounds { min, max }: Bounds) -> Bounds {
    let moved = |place: Place, by: i32| Place {
        lat_e7: place.lat_e7.saturating_add(by).clamp(-900_000_000, 900_000_000),
        lon_e7: place.lon_e7.saturating_add(by).clamp(-1_800_000_000, 1_800_000_000),
    };
    Bounds { min: moved(min, -AROUND_E7), max: moved(max, AROUND_E7) }
}

fn closed(ring: &[Place]) -> Vec<[f64; 2]> {
    let degrees = |place: &Place| [f64::from(place.lon_e7) / 1e7, f64::from(place.lat_e7) / 1e7];
    let first = ring.first().filter(|first| ring.last() != Some(first));
    ring.iter().chain(first).map(degrees).collect()
}
