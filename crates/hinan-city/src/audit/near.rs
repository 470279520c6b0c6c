//! Which places lie near one, without a look at all of them.

use hinan_model::Place;
use hinan_model::place::Plane;

/// Height of a strip in 1e-7 degrees: about 220 m.
const STRIP_E7: i64 = 20_000;
/// The whole way round.
const TURN_E7: i64 = 3_600_000_000;

/// Places in strips of latitude, each strip in the order of longitudes.
pub(super) struct Near {
    /// Strip, longitude, number, place.
    sorted: Vec<(i64, i64, u32, Place)>,
}

impl Near {
    pub(super) fn new(places: impl IntoIterator<Item = (u32, Place)>) -> Near {
        let mut sorted: Vec<_> = places
            .into_iter()
            .map(|(number, place)| (strip(place.lat_e7.into()), i64::from(place.lon_e7), number, place))
            .collect();
        sorted.sort_unstable();
        Near { sorted }
    }

    /// Calls `found` with the number and the distance in mm of every place within `limit_mm`, until
    /// it says `false`.
    pub(super) fn within(&self, place: Place, limit_mm: u32, mut found: impl FnMut(u32, u32) -> bool) {
        let lat = i64::from(place.lat_e7);
        // A hundredth more: degrees are not everywhere as long as at `place`.
        let limit = f64::from(limit_mm) * 1.01 + 1.0;
        let up = (limit / Plane::at(place.lat_e7).north_mm) as i64 + 1;
        let farthest = (lat.abs() + up).min(900_000_000) as i32;
        let aside = ((limit / Plane::at(farthest).east_mm.max(1e-6)) as i64 + 1).min(TURN_E7 / 2 - 1);
        for strip in strip(lat - up)..=strip(lat + up) {
            for turn in [-TURN_E7, 0, TURN_E7] {
                let middle = i64::from(place.lon_e7) + turn;
                let first = self.sorted.partition_point(|entry| (entry.0, entry.1) < (strip, middle - aside));
                let strip_end = (strip, middle + aside);
                let near = self.sorted[first..].iter().take_while(|entry| (entry.0, entry.1) <= strip_end);
                for &(.., number, other) in near {
                    let distance = place.distance_mm(other);
                    if distance <= limit_mm && !found(number, distance) {
                        return;
                    }
                }
            }
        }
    }
}

fn strip(lat_e7: i64) -> i64 {
    lat_e7.div_euclid(STRIP_E7)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn strips_hide_nothing(
            spots in prop::collection::vec((-30..30_i32, -60..60_i32), 0..80), at in (-30..30_i32, -60..60_i32),
            limit in 0..4_000_000_u32, base in 0..3_usize,
        ) {
            // A city, the far north, and both sides of the antimeridian.
            let (lat, lon) = [(32.0, 34.8), (78.2, 15.6), (-17.0, 180.0)][base];
            let place = |(north, east): (i32, i32)| {
                let mut degrees = lon + f64::from(east) * 0.001;
                if degrees > 180.0 {
                    degrees -= 360.0;
                }
                Place::from_degrees(lat + f64::from(north) * 0.001, degrees).unwrap()
            };
            let near = Near::new((0..).zip(spots.iter().map(|&spot| place(spot))));
            let mut found = Vec::new();
            near.within(place(at), limit, |number, distance| {
                found.push((number, distance));
                true
            });
            found.sort_unstable();
            let slow: Vec<(u32, u32)> = (0..)
                .zip(&spots)
                .map(|(number, &spot)| (number, place(at).distance_mm(place(spot))))
                .filter(|&(_, distance)| distance <= limit)
                .collect();
            prop_assert_eq!(found, slow);
        }
    }
}
