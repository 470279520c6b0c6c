//! Zones of warning: how long there is between the alert and the impact, by place.

use serde::{Deserialize, Serialize};

use crate::area::{Area, AreaIndex};
use crate::place::{Place, Plane};
use crate::time::Ds;

/// A zone of warning as its authority publishes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// The source's own id, verbatim.
    pub id: String,
    /// Its name, in the language of the source.
    pub name: String,
    /// The time between the alert and the impact.
    pub budget: Ds,
    /// A place in it, where the source gives one.
    pub place: Option<Place>,
    /// Its ground; `None` where the source has no outline.
    pub area: Option<Area>,
}

/// A place outside of all zones counts as a neighbour's: of every zone as near as this, in mm.
pub const NEIGHBOUR_MM: u32 = 5_000_000;

/// Zones put in order for many questions.
#[derive(Clone, Debug, Default)]
pub struct Zones {
    zones: Vec<Zone>,
    index: AreaIndex,
}

/// How a place came to its budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoneFound {
    /// It lies in this zone; where zones overlap, in the one with the least time.
    Inside(usize),
    /// It lies in none; of the neighbours this one leaves the least time.
    Neighbour(usize),
}

impl ZoneFound {
    /// The zone's number.
    pub fn zone(self) -> usize {
        match self {
            ZoneFound::Inside(zone) | ZoneFound::Neighbour(zone) => zone,
        }
    }
}

impl Zones {
    /// Indexes zones.
    pub fn new(zones: Vec<Zone>) -> Zones {
        let nothing = Area::default();
        let index = AreaIndex::new(zones.iter().map(|zone| zone.area.as_ref().unwrap_or(&nothing)));
        Zones { zones, index }
    }

    /// The zones, in the order of their source.
    pub fn all(&self) -> &[Zone] {
        &self.zones
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.zones.is_empty()
    }

    /// The zone that rules at `place`, and never one that leaves more time than another that might:
    /// of the zones that hold it, else of those no further than [`NEIGHBOUR_MM`], else of all, the
    /// one with the least time. `None` only where there are no zones.
    pub fn find(&self, place: Place) -> Option<ZoneFound> {
        let least = |zones: &mut dyn Iterator<Item = usize>| {
            // The first of equals: the same answer on every machine.
            zones.min_by_key(|&zone| (self.zones[zone].budget, zone))
        };
        if let Some(zone) = least(&mut self.index.at(place)) {
            return Some(ZoneFound::Inside(zone));
        }
        let near = |zone: &Zone| {
            let distance = match (&zone.area, zone.place) {
                (Some(area), _) if is_far(area, place) => u32::MAX,
                (Some(area), _) => area.distance_mm(place),
                (None, Some(middle)) => middle.distance_mm(place),
                (None, None) => u32::MAX,
            };
            distance <= NEIGHBOUR_MM
        };
        least(&mut (0..self.zones.len()).filter(|&zone| near(&self.zones[zone])))
            .or_else(|| least(&mut (0..self.zones.len())))
            .map(ZoneFound::Neighbour)
    }

    /// The time that is left at `place`.
    pub fn budget(&self, place: Place) -> Option<Ds> {
        self.find(place).map(|found| self.zones[found.zone()].budget)
    }
}

/// Whether an area's box alone shows that it is no neighbour.
fn is_far(area: &Area, place: Place) -> bool {
    let Some(bounds) = area.bounds() else { return true };
    let plane = Plane::at(place.lat_e7);
    let beyond = |low: i32, high: i32, at: i32, mm: f64| {
        let off = (i64::from(low) - i64::from(at)).max(i64::from(at) - i64::from(high)).max(0);
        off as f64 * mm > f64::from(NEIGHBOUR_MM)
    };
    // Longitudes shrink towards the poles; half is on the safe side for so small a distance.
    beyond(bounds.min.lat_e7, bounds.max.lat_e7, place.lat_e7, plane.north_mm)
        || beyond(bounds.min.lon_e7, bounds.max.lon_e7, place.lon_e7, plane.east_mm * 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Bounds;

    fn at(lat: f64, lon: f64) -> Place {
        Place::from_degrees(lat, lon).unwrap()
    }

    fn zone(id: &str, seconds: u32, corners: Option<[f64; 4]>, place: Option<Place>) -> Zone {
        let area = corners.map(|[s, w, n, e]| Area::of_box(Bounds { min: at(s, w), max: at(n, e) }));
        Zone { id: id.to_owned(), name: id.to_owned(), budget: Ds(seconds * 10), place, area }
    }

    #[test]
    fn where_the_zone_is_not_known_the_least_time_of_the_neighbours_counts() {
        let zones = Zones::new(vec![
            zone("far", 0, Some([33.0, 35.0, 33.1, 35.1]), None),
            zone("a", 90, Some([32.0, 34.0, 32.1, 34.1]), None),
            zone("b", 45, Some([32.1, 34.0, 32.2, 34.1]), None),
            zone("point", 30, None, Some(at(32.0, 34.25))),
        ]);
        let found = |lat, lon| zones.find(at(lat, lon)).map(|f| (f, zones.all()[f.zone()].id.as_str()));
        assert_eq!(found(32.05, 34.05), Some((ZoneFound::Inside(1), "a")));
        // On the border both hold it.
        assert_eq!(found(32.1, 34.05), Some((ZoneFound::Inside(2), "b")));
        assert_eq!(found(32.02, 34.13), Some((ZoneFound::Neighbour(1), "a")));
        assert_eq!(found(32.1, 34.13), Some((ZoneFound::Neighbour(2), "b")));
        assert_eq!(found(32.0, 34.22), Some((ZoneFound::Neighbour(3), "point")));
        // Near nothing: the least of all.
        assert_eq!(found(40.0, 10.0), Some((ZoneFound::Neighbour(0), "far")));
        assert_eq!(Zones::default().find(at(0.0, 0.0)), None);
    }
}
