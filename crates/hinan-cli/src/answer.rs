//! The best shelters of a node, a doorstep or any point.

use hinan_model::network::NONE;
use hinan_model::place::Plane;
use hinan_model::{Bounds, Ds, EntranceAt, Place};
use hinan_region::layout::DoorstepRecord;

use crate::city::{City, Engine, is_within};

/// A shelter and the time to it. Ordered as answers are: by time, then by shelter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Best {
    /// Walk plus entrance.
    pub time: Ds,
    /// Number of the shelter.
    pub shelter: u32,
}

/// Where somebody stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// On a node of the streets.
    Node(u32),
    /// Beside a street.
    Street {
        /// The segment.
        segment: u32,
        /// How far along it, in mm from its start.
        part_mm: u32,
        /// How far from it, in mm.
        off_mm: u32,
    },
    /// Near no street.
    Nowhere,
}

impl Stand {
    /// Where a doorstep is.
    pub fn at_doorstep(doorstep: &DoorstepRecord) -> Stand {
        if doorstep.segment == NONE {
            return Stand::Nowhere;
        }
        Stand::Street { segment: doorstep.segment, part_mm: doorstep.part_mm, off_mm: doorstep.off_mm }
    }
}

/// The best shelters for somebody who stands at `stand`, best first, none beyond `within`. They
/// replace what is in `bests`, which is lent so that a million answers need one allocation.
pub fn find_bests(city: &City, engine: &Engine, stand: Stand, within: Option<Ds>, bests: &mut Vec<Best>) {
    bests.clear();
    match stand {
        Stand::Nowhere => {}
        Stand::Node(node) => {
            bests.extend(engine.field.labels(node).map(|l| Best { time: l.time, shelter: l.shelter }));
        }
        Stand::Street { segment, part_mm, off_mm } => {
            let network = city.region.network();
            let edge = network.edge_of_segment(segment);
            let off = city.region.off_street_time(city.walker, off_mm);
            let rest_mm = network.length_mm(segment).saturating_sub(part_mm);
            for (node, walked_mm, forward) in [
                (network.node_after(edge, segment), rest_mm, true),
                (network.node_before(edge, segment), part_mm, false),
            ] {
                let first = off.plus(engine.graph.part_time(&network, segment, walked_mm, forward));
                bests.extend(
                    engine.field.labels(node).map(|l| Best { time: first.plus(l.time), shelter: l.shelter }),
                );
            }
            keep_best(bests, engine.field.k());
        }
    }
    bests.retain(|best| best.time.is_reachable() && is_within(best.time, within));
}

/// Keeps the best time of each shelter, and of the shelters the best `k`.
fn keep_best(bests: &mut Vec<Best>, k: usize) {
    bests.sort_unstable();
    let mut kept = 0;
    for at in 0..bests.len() {
        let best = bests[at];
        if kept < k && bests[..kept].iter().all(|other| other.shelter != best.shelter) {
            bests[kept] = best;
            kept += 1;
        }
    }
    bests.truncate(kept);
}

/// Tells what cannot be known from an extract: somebody who is nearer to its edge than to any
/// shelter in it may have a shelter beyond the edge.
pub struct Edge {
    bounds: Option<Bounds>,
    /// Usable shelters by latitude.
    shelters: Vec<Place>,
}

impl Edge {
    /// The edge of a region that was made from a map. A network of given times is all there is.
    pub fn of(city: &City) -> Edge {
        let region = &city.region;
        let is_map = region.walkers().iter().all(|walker| walker.name != hinan_model::walker::GIVEN);
        let mut shelters: Vec<Place> = Vec::new();
        for shelter in region.shelters().iter().filter(|shelter| shelter.status.is_usable()) {
            shelters.extend(shelter.entrances.iter().filter_map(|entrance| match &entrance.at {
                EntranceAt::Place(place) => Some(*place),
                EntranceAt::Node(id) => region.places().get(region.find_node(id)? as usize).copied(),
            }));
        }
        shelters.sort_unstable();
        Edge { bounds: region.meta().bounds.filter(|_| is_map), shelters }
    }

    /// Whether `place` is nearer to the edge than to any shelter, as the crow flies.
    pub fn is_nearest(&self, place: Place) -> bool {
        let Some(bounds) = self.bounds else { return false };
        let edge_mm = if bounds.contains(place) {
            let Place { lat_e7, lon_e7 } = place;
            [
                Place { lat_e7: bounds.min.lat_e7, lon_e7 },
                Place { lat_e7: bounds.max.lat_e7, lon_e7 },
                Place { lat_e7, lon_e7: bounds.min.lon_e7 },
                Place { lat_e7, lon_e7: bounds.max.lon_e7 },
            ]
            .into_iter()
            .map(|border| place.distance_mm(border))
            .min()
            .unwrap_or(0)
        } else {
            0
        };
        // Only shelters in this band of latitudes can be as near as the edge.
        let band = (f64::from(edge_mm) / Plane::at(place.lat_e7).north_mm) as i64 + 2;
        let (low, high) = (i64::from(place.lat_e7) - band, i64::from(place.lat_e7) + band);
        let first = self.shelters.partition_point(|shelter| i64::from(shelter.lat_e7) < low);
        let near = self.shelters[first..].iter().take_while(|shelter| i64::from(shelter.lat_e7) <= high);
        !near.into_iter().any(|shelter| place.distance_mm(*shelter) <= edge_mm)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_shelter_counts_once_with_its_best_time() {
        let best = |time, shelter| Best { time: Ds(time), shelter };
        let mut bests = vec![best(30, 1), best(20, 2), best(10, 1), best(20, 0), best(40, 3)];
        keep_best(&mut bests, 3);
        assert_eq!(bests, [best(10, 1), best(20, 0), best(20, 2)]);
    }

    #[test]
    fn near_the_edge_nothing_is_known() {
        let at = |lat, lon| Place::from_degrees(lat, lon).unwrap();
        let edge = Edge {
            bounds: Some(Bounds { min: at(60.0, 24.0), max: at(60.1, 24.2) }),
            shelters: vec![at(60.05, 24.1)],
        };
        assert!(edge.is_nearest(at(60.001, 24.1)));
        assert!(edge.is_nearest(at(59.9, 24.1)));
        assert!(!edge.is_nearest(at(60.049, 24.1)));
        assert!(!Edge { bounds: None, shelters: Vec::new() }.is_nearest(at(60.0, 24.0)));
    }
}
