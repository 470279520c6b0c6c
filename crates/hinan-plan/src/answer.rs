//! The best shelters of a node, a doorstep or any point.

use hinan_model::network::NetworkView;
use hinan_model::place::Plane;
use hinan_model::{Bounds, Ds, Place};
use hinan_reach::{Field, Graph};

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
        /// The time to it.
        off: Ds,
    },
    /// Near no street.
    Nowhere,
}

/// A field and the network that it was made for.
#[derive(Clone, Copy)]
pub struct Answers<'a> {
    /// The network.
    pub network: NetworkView<'a>,
    /// The same, for one walker, with what is closed.
    pub graph: &'a Graph,
    /// The best shelters of every node.
    pub field: &'a Field,
}

impl Answers<'_> {
    /// The best shelters for somebody who stands at `stand`, best first, none that takes longer than
    /// `within`. They replace what is in `bests`, which is lent so that a million answers need one
    /// allocation.
    pub fn find(&self, stand: Stand, within: Option<Ds>, bests: &mut Vec<Best>) {
        let Answers { network, graph, field } = self;
        bests.clear();
        match stand {
            Stand::Nowhere => {}
            Stand::Node(node) => {
                bests.extend(field.labels(node).map(|l| Best { time: l.time, shelter: l.shelter }));
            }
            Stand::Street { segment, part_mm, off } => {
                let edge = network.edge_of_segment(segment);
                let rest_mm = network.length_mm(segment).saturating_sub(part_mm);
                for (node, walked_mm, forward) in [
                    (network.node_after(edge, segment), rest_mm, true),
                    (network.node_before(edge, segment), part_mm, false),
                ] {
                    let first = off.plus(graph.part_time(network, segment, walked_mm, forward));
                    bests.extend(
                        field.labels(node).map(|l| Best { time: first.plus(l.time), shelter: l.shelter }),
                    );
                }
                keep_best(bests, field.k());
            }
        }
        bests.retain(|best| best.time.is_reachable() && within.is_none_or(|limit| best.time <= limit));
    }
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
#[derive(Clone, Debug)]
pub struct Edge {
    bounds: Option<Bounds>,
    /// By latitude.
    shelters: Vec<Place>,
}

impl Edge {
    /// The edge of an extract with `bounds`, `None` where there is nothing beyond, and the places
    /// of the shelters that are offered.
    pub fn new(bounds: Option<Bounds>, mut shelters: Vec<Place>) -> Edge {
        shelters.sort_unstable();
        Edge { bounds, shelters }
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
        !self.any_shelter_within(place, edge_mm)
    }

    /// Whether a shelter lies within `limit_mm` of `place`, as the crow flies.
    pub fn any_shelter_within(&self, place: Place, limit_mm: u32) -> bool {
        // Only shelters in this band of latitudes can be so near.
        let band = (f64::from(limit_mm) / Plane::at(place.lat_e7).north_mm) as i64 + 2;
        let apart = |shelter: &Place| (i64::from(shelter.lat_e7) - i64::from(place.lat_e7)).abs();
        let is_near = |shelter: &&Place| place.distance_mm(**shelter) <= limit_mm;
        // From the middle of the band outwards: where shelters are near, one of the first looked at is.
        let middle = self.shelters.partition_point(|shelter| shelter.lat_e7 < place.lat_e7);
        let (south, north) = self.shelters.split_at(middle);
        let mut south = south.iter().rev().take_while(|shelter| apart(shelter) <= band);
        let mut north = north.iter().take_while(|shelter| apart(shelter) <= band);
        loop {
            let pair = [south.next(), north.next()];
            if pair.iter().flatten().any(is_near) {
                return true;
            }
            if pair == [None, None] {
                return false;
            }
        }
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
        let bounds = Some(Bounds { min: at(60.0, 24.0), max: at(60.1, 24.2) });
        let edge = Edge::new(bounds, vec![at(60.05, 24.1)]);
        assert!(edge.is_nearest(at(60.001, 24.1)));
        assert!(edge.is_nearest(at(59.9, 24.1)));
        assert!(!edge.is_nearest(at(60.049, 24.1)));
        assert!(!Edge::new(None, Vec::new()).is_nearest(at(60.0, 24.0)));
    }
}
