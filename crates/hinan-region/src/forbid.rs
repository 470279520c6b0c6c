//! Ground that nobody may walk on, and zones of warning: what of them matters to a region, and the
//! streets that they close.

use hinan_model::network::{KindPace, Measure, Streets};
use hinan_model::place::Plane;
use hinan_model::zone::NEIGHBOUR_MM;
use hinan_model::{Area, AreaIndex, Bounds, Ds, Place, Zone};

use crate::grid::{Grid, is_long};
use crate::split::find_or_add_kind;

/// What a street on forbidden ground is called, instead of what it was.
const FORBIDDEN_KIND: &str = "forbidden ground";

/// The kinds of streets are so many that none can be added.
pub struct KindsAreFull;

/// The raw segments with a place on ground of `closed`, in order.
pub fn segments_on(streets: &Streets, grid: &Grid, closed: &AreaIndex) -> Vec<u32> {
    let view = grid.view();
    let mut segments: Vec<u32> = closed.boxes().flat_map(|bounds| view.segments_in(&bounds)).collect();
    if !closed.is_empty() {
        segments.extend(long_segments(streets));
    }
    segments.sort_unstable();
    segments.dedup();
    segments.retain(|&segment| touches(streets, segment, closed));
    segments
}

/// The raw segments of which the grid holds the ends only.
pub fn long_segments(streets: &Streets) -> Vec<u32> {
    if streets.places.is_empty() {
        return Vec::new();
    }
    let is_long = |segment: &u32| {
        let (a, b) = ends(streets, *segment);
        is_long(a, b)
    };
    (0..streets.segments.len() as u32).filter(is_long).collect()
}

/// Whether a raw segment has a place on ground of `closed`.
pub fn touches(streets: &Streets, segment: u32, closed: &AreaIndex) -> bool {
    let (a, b) = ends(streets, segment);
    closed.touches(a, b)
}

fn ends(streets: &Streets, segment: u32) -> (Place, Place) {
    let [a, b] = streets.segments[segment as usize];
    (streets.places[a as usize], streets.places[b as usize])
}

/// Closes segments to every walker, both ways, whatever else was said of them.
pub fn close(streets: &mut Streets, segments: &[u32]) -> Result<(), KindsAreFull> {
    if segments.is_empty() {
        return Ok(());
    }
    match &mut streets.measure {
        Measure::Physical { kind, kinds, kind_names, walkers, .. } => {
            let nobody = vec![KindPace::default(); walkers.len()];
            let closed = find_or_add_kind(kinds, kind_names, &nobody, FORBIDDEN_KIND).ok_or(KindsAreFull)?;
            for &segment in segments {
                kind[segment as usize] = closed;
            }
        }
        Measure::Given { forward_ds, backward_ds } => {
            for &segment in segments {
                forward_ds[segment as usize] = Ds::UNREACHABLE.0;
                backward_ds[segment as usize] = Ds::UNREACHABLE.0;
            }
        }
    }
    Ok(())
}

/// The box of an extract and as much around it as a place in it can have to do with: twice as far as
/// zones count as neighbours.
pub fn surroundings(extract: &Bounds) -> Bounds {
    // Degrees of longitude are shortest at the end that is further from the equator.
    let outermost = extract.min.lat_e7.saturating_abs().max(extract.max.lat_e7.saturating_abs());
    let plane = Plane::at(outermost);
    let units = |mm: f64| (2.0 * f64::from(NEIGHBOUR_MM) / mm.max(0.1)).ceil() as i32;
    let (north, east) = (units(plane.north_mm), units(plane.east_mm));
    let at = |place: Place, sign: i32| Place {
        lat_e7: place.lat_e7.saturating_add(sign * north),
        lon_e7: place.lon_e7.saturating_add(sign * east),
    };
    Bounds { min: at(extract.min, -1), max: at(extract.max, 1) }
}

/// Whether an area has ground in the box `around`, as far as its own box tells.
pub fn is_in(area: &Area, around: &Bounds) -> bool {
    area.bounds().is_some_and(|bounds| bounds.overlaps(around))
}

/// The zones that lie in `around`, and the one that leaves the least time of all: whoever is near no
/// zone must count with it.
pub fn zones_that_matter(zones: Vec<Zone>, around: Option<&Bounds>) -> Vec<Zone> {
    let Some(around) = around else { return zones };
    let matters = |zone: &Zone| match (&zone.area, zone.place) {
        (Some(area), _) => is_in(area, around),
        (None, place) => place.is_some_and(|place| around.contains(place)),
    };
    let least = (0..zones.len()).min_by_key(|&zone| (zones[zone].budget, zone));
    let kept = |(number, zone): &(usize, Zone)| Some(*number) == least || matters(zone);
    zones.into_iter().enumerate().filter(kept).map(|(_, zone)| zone).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn far_zones_are_left_out_but_never_the_last() {
        let at = |lat, lon| Place::from_degrees(lat, lon).unwrap();
        let zone = |id: &str, seconds: u32, place: Option<Place>, area: Option<Area>| Zone {
            id: id.to_owned(),
            name: id.to_owned(),
            budget: Ds(seconds * 10),
            place,
            area,
        };
        let around = surroundings(&Bounds { min: at(32.0, 34.7), max: at(32.1, 34.8) });
        let square = |lat| Area::of_box(Bounds { min: at(lat, 34.0), max: at(lat + 0.01, 35.0) });
        let zones = vec![
            zone("far", 15, Some(at(33.0, 34.7)), Some(square(33.0))),
            zone("near", 90, None, Some(square(32.18))),
            zone("point", 60, Some(at(32.05, 34.89)), None),
            zone("nowhere", 0, None, None),
        ];
        let ids = |zones: Vec<Zone>| zones.into_iter().map(|zone| zone.id).collect::<Vec<_>>();
        assert_eq!(ids(zones_that_matter(zones.clone(), Some(&around))), ["near", "point", "nowhere"]);
        assert_eq!(ids(zones_that_matter(zones[..1].to_vec(), Some(&around))), ["far"]);
        assert_eq!(zones_that_matter(zones.clone(), None), zones);
        assert!(zones_that_matter(Vec::new(), Some(&around)).is_empty());
    }
}
