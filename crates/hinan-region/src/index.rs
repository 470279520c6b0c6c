//! Which places lie in a box, and which is nearest to one: a k-d tree without pointers.
//!
//! Its answers take a time that does not depend on how the places are spread, which a grid of cells
//! cannot say of itself; input from outside may heap a million places on one spot.

use core::ops::Range;

use hinan_model::place::Plane;
use hinan_model::{Bounds, Place};

/// Fewer places than this are looked at one by one.
const LEAF: usize = 8;

/// Places in the order of a tree: the middle one of a range splits it, by latitude on even levels
/// and by longitude on odd ones.
#[derive(Clone, Debug, Default)]
pub struct PlaceIndex {
    places: Vec<Place>,
    /// The number under which each place was put in.
    numbers: Vec<u32>,
}

impl PlaceIndex {
    /// Indexes places; answers give their numbers.
    pub fn new(places: impl IntoIterator<Item = (u32, Place)>) -> PlaceIndex {
        let mut entries: Vec<(u32, Place)> = places.into_iter().collect();
        sort(&mut entries, true);
        let (numbers, places) = entries.into_iter().unzip();
        PlaceIndex { places, numbers }
    }

    /// How many places there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Calls `found` with the number of every place in `bounds`, in no order that means anything.
    pub fn within(&self, bounds: &Bounds, found: &mut impl FnMut(u32, Place)) {
        self.walk(0..self.places.len(), true, bounds, found);
    }

    fn walk(&self, range: Range<usize>, by_lat: bool, bounds: &Bounds, found: &mut impl FnMut(u32, Place)) {
        if range.len() <= LEAF {
            for at in range {
                if bounds.contains(self.places[at]) {
                    found(self.numbers[at], self.places[at]);
                }
            }
            return;
        }
        let middle = range.start + range.len() / 2;
        let place = self.places[middle];
        let at = coordinate(place, by_lat);
        if coordinate(bounds.min, by_lat) <= at {
            self.walk(range.start..middle, !by_lat, bounds, found);
        }
        if bounds.contains(place) {
            found(self.numbers[middle], place);
        }
        if coordinate(bounds.max, by_lat) >= at {
            self.walk(middle + 1..range.end, !by_lat, bounds, found);
        }
    }

    /// The place nearest to what lies in `bounds`, no further than `limit_mm`. `distance` tells how
    /// far a place is from it, in mm, and never less than the box is. Gives the distance and the
    /// number; of places equally far the lowest number.
    pub fn nearest(
        &self,
        bounds: &Bounds,
        limit_mm: u32,
        distance: impl Fn(Place) -> u32,
    ) -> Option<(u32, u32)> {
        let middle = (i64::from(bounds.min.lat_e7) + i64::from(bounds.max.lat_e7)) / 2;
        let mut search = Nearest {
            index: self,
            bounds,
            plane: Plane::at(middle as i32),
            best: (limit_mm, u32::MAX),
            distance,
        };
        search.walk(0..self.places.len(), true);
        (search.best.1 != u32::MAX).then_some(search.best)
    }
}

struct Nearest<'a, F> {
    index: &'a PlaceIndex,
    bounds: &'a Bounds,
    plane: Plane,
    /// Distance in mm and number.
    best: (u32, u32),
    distance: F,
}

impl<F: Fn(Place) -> u32> Nearest<'_, F> {
    fn walk(&mut self, range: Range<usize>, by_lat: bool) {
        if range.len() <= LEAF {
            range.for_each(|at| self.look_at(at));
            return;
        }
        let middle = range.start + range.len() / 2;
        let at = coordinate(self.index.places[middle], by_lat);
        let (low, high) = (coordinate(self.bounds.min, by_lat), coordinate(self.bounds.max, by_lat));
        let (before, after) = (range.start..middle, middle + 1..range.end);
        // The side of the box first: what is found there makes the other side short.
        let below = i64::from(low) + i64::from(high) < 2 * i64::from(at);
        let (near, far) = if below { (before, after) } else { (after, before) };
        self.walk(near, !by_lat);
        self.look_at(middle);
        // A box over the line reaches to both sides.
        let gap = if below { i64::from(at) - i64::from(high) } else { i64::from(low) - i64::from(at) };
        let unit = if by_lat { self.plane.north_mm } else { self.plane.east_mm };
        // A millimetre and a thousandth for the rounding of distances and the Earth's roundness.
        if gap.max(0) as f64 * unit * 0.999 - 1.0 <= f64::from(self.best.0) {
            self.walk(far, !by_lat);
        }
    }

    fn look_at(&mut self, at: usize) {
        let candidate = ((self.distance)(self.index.places[at]), self.index.numbers[at]);
        self.best = self.best.min(candidate);
    }
}

fn coordinate(place: Place, by_lat: bool) -> i32 {
    if by_lat { place.lat_e7 } else { place.lon_e7 }
}

fn sort(entries: &mut [(u32, Place)], by_lat: bool) {
    if entries.len() <= LEAF {
        return;
    }
    let middle = entries.len() / 2;
    entries.select_nth_unstable_by_key(middle, |&(number, place)| (coordinate(place, by_lat), number));
    let (before, after) = entries.split_at_mut(middle);
    sort(before, !by_lat);
    sort(&mut after[1..], !by_lat);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn place() -> impl Strategy<Value = Place> {
        (-50..50_i32, -50..50_i32)
            .prop_map(|(lat, lon)| Place { lat_e7: 600_000_000 + lat * 1000, lon_e7: lon * 1000 })
    }

    proptest! {
        #[test]
        fn the_tree_finds_what_a_look_at_every_place_finds(
            places in prop::collection::vec(place(), 0..200), a in place(), b in place(), limit in 0..9_000_u32,
        ) {
            let index = PlaceIndex::new((0..).zip(places.iter().copied()));
            let bounds = Bounds::around([a, b]).unwrap();
            let mut found = Vec::new();
            index.within(&bounds, &mut |number, _| found.push(number));
            found.sort_unstable();
            let slow = (0..places.len() as u32).filter(|&n| bounds.contains(places[n as usize]));
            prop_assert_eq!(&found, &slow.collect::<Vec<_>>());

            let corner = Bounds { min: a, max: a };
            let far = |p: Place| a.distance_mm(p);
            let nearest = index.nearest(&corner, limit, far);
            let slow = (0..).zip(&places).map(|(n, &p)| (far(p), n)).min().filter(|nearest| nearest.0 <= limit);
            prop_assert_eq!(nearest, slow);
        }
    }
}
