//! From numbers in a file to ground.

use std::collections::BTreeSet;

use hinan_earth::Crs;
use hinan_model::people::Shape;
use hinan_model::{Area, AreaIndex, Bounds, Place};

/// A ring in the numbers of a file.
pub(crate) type RawRing = Vec<[f64; 2]>;

/// A geometry in the numbers of a file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Raw {
    /// East (or longitude) and north (or latitude).
    Point([f64; 2]),
    /// Polygons, each an outline and its holes.
    Polygons(Vec<Vec<RawRing>>),
}

/// Where something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ground {
    Point(Place),
    Box(Bounds),
    /// The polygons of a multi-polygon, one at least.
    Parts(Vec<Area>),
}

/// Half of the way round, in 1e-7 degree: an outline wider than that was meant the other way round.
const HALF_ROUND_E7: i64 = 1_800_000_000;

/// Beyond this many lines and parts to look at for each corner, parts count as overlapping untested.
const MOST_TESTS: f64 = 2000.0;

impl Raw {
    /// The ground on Earth, or what is wrong.
    pub(crate) fn ground(&self, crs: &Crs) -> Result<Ground, String> {
        match self {
            Raw::Point([x, y]) => place(*x, *y, crs).map(Ground::Point),
            Raw::Polygons(polygons) => {
                let parts = polygons.iter().map(|rings| area(rings, crs)).collect::<Result<Vec<_>, _>>()?;
                let parts: Vec<Area> = parts.into_iter().flatten().collect();
                let bounds =
                    Bounds::around(parts.iter().flat_map(|part| part.rings.iter().flatten().copied()));
                let wide = |b: &Bounds| i64::from(b.max.lon_e7) - i64::from(b.min.lon_e7);
                match bounds {
                    Some(b) if wide(&b) > HALF_ROUND_E7 => {
                        Err("its outline reaches around half of the Earth; cut it at longitude 180"
                            .to_owned())
                    }
                    Some(b) if b.min.lat_e7 < b.max.lat_e7 && wide(&b) > 0 => Ok(Ground::Parts(parts)),
                    _ => Err("its outline encloses no ground".to_owned()),
                }
            }
        }
    }
}

/// A place, or a sentence on what the numbers look like.
pub(crate) fn place(x: f64, y: f64, crs: &Crs) -> Result<Place, String> {
    crs.to_place(x, y).ok_or_else(|| {
        if !crs.is_degrees() {
            format!("{x},{y} is no point of {crs}")
        } else if Place::from_degrees(x, y).is_some() {
            format!("latitude {y} is not on Earth; latitude and longitude look swapped")
        } else if x.abs() > 360.0 || y.abs() > 360.0 {
            format!(
                "{x},{y} is not in degrees (perhaps metres of a national grid that the file does not name)"
            )
        } else {
            format!("latitude {y}, longitude {x} is not on Earth")
        }
    })
}

fn area(rings: &[RawRing], crs: &Crs) -> Result<Option<Area>, String> {
    let ring = |ring: &RawRing| ring.iter().map(|[x, y]| place(*x, *y, crs)).collect::<Result<Vec<_>, _>>();
    Ok(Area::new(rings.iter().map(ring).collect::<Result<_, _>>()?))
}

impl Ground {
    /// Whether it touches a box.
    pub(crate) fn touches(&self, bounds: Bounds) -> bool {
        let own = match self {
            Ground::Point(place) => return bounds.contains(*place),
            Ground::Box(own) => Some(*own),
            Ground::Parts(parts) => {
                Bounds::around(parts.iter().flat_map(|part| part.rings.iter().flatten().copied()))
            }
        };
        own.is_some_and(|own| own.overlaps(&bounds))
    }

    /// A place in it or near it: its first corner.
    pub(crate) fn some_place(&self) -> Option<Place> {
        match self {
            Ground::Point(place) => Some(*place),
            Ground::Box(bounds) => Some(bounds.min),
            Ground::Parts(parts) => parts.iter().flat_map(|part| part.rings.iter().flatten()).next().copied(),
        }
    }

    /// As the ground of people.
    pub(crate) fn shape(self) -> Shape {
        match self {
            Ground::Point(place) => Shape::Point(place),
            Ground::Box(bounds) => Shape::Box(bounds),
            Ground::Parts(parts) => Shape::Area(merged(parts)),
        }
    }

    /// As areas: one, or several where its parts overlap. Inside is inside of an odd number of rings,
    /// and ground that two parts cover would count as a hole. `None` for a point.
    pub(crate) fn areas(self) -> Option<Vec<Area>> {
        match self {
            Ground::Point(_) => None,
            Ground::Box(bounds) => Some(vec![Area::of_box(bounds)]),
            Ground::Parts(parts) if overlap(&parts) => Some(parts),
            Ground::Parts(parts) => Some(vec![merged(parts)]),
        }
    }
}

fn merged(parts: Vec<Area>) -> Area {
    Area { rings: parts.into_iter().flat_map(|part| part.rings).collect() }
}

/// Whether a corner of one part, or the middle of one of its lines, lies in another. Parts that only
/// meet at corners do not overlap.
fn overlap(parts: &[Area]) -> bool {
    if parts.len() < 2 {
        return false;
    }
    if lines_at_a_latitude(parts) + parts.len() as f64 > MOST_TESTS {
        return true;
    }
    let index = AreaIndex::new(parts);
    let shared = shared_corners(parts);
    (0..).zip(parts).any(|(own, part)| {
        part.lines().any(|[a, b]| {
            let middle = a.towards(b, 1, 2);
            let tested = [
                (!shared.contains(&a)).then_some(a),
                (!shared.contains(&a) || !shared.contains(&b)).then_some(middle),
            ];
            tested.into_iter().flatten().any(|place| index.at(place).any(|other| other != own))
        })
    })
}

/// How many lines cross a latitude on average: some dozens on the wildest coast, and as many as it has
/// in an outline that was made to keep a machine busy.
fn lines_at_a_latitude(parts: &[Area]) -> f64 {
    let latitudes = || parts.iter().flat_map(|part| &part.rings).flatten().map(|corner| corner.lat_e7);
    let (Some(low), Some(high)) = (latitudes().min(), latitudes().max()) else { return 0.0 };
    let up_and_down: f64 = parts
        .iter()
        .flat_map(Area::lines)
        .map(|[a, b]| (f64::from(a.lat_e7) - f64::from(b.lat_e7)).abs())
        .sum();
    up_and_down / (f64::from(high) - f64::from(low)).max(1.0)
}

/// Corners that stand in more than one ring.
fn shared_corners(parts: &[Area]) -> BTreeSet<Place> {
    let (mut once, mut twice) = (BTreeSet::new(), BTreeSet::new());
    for corner in parts.iter().flat_map(|part| &part.rings).flatten() {
        if !once.insert(*corner) {
            twice.insert(*corner);
        }
    }
    twice
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(west: f64, south: f64, east: f64, north: f64) -> Vec<RawRing> {
        vec![vec![[west, south], [east, south], [east, north], [west, north], [west, south]]]
    }

    fn areas(polygons: Vec<Vec<RawRing>>) -> usize {
        Raw::Polygons(polygons).ground(&Crs::WGS84).unwrap().areas().unwrap().len()
    }

    #[test]
    fn parts_that_overlap_are_told_apart_and_parts_that_touch_are_not() {
        assert_eq!(areas(vec![square(0., 0., 1., 1.), square(2., 2., 3., 3.)]), 1);
        assert_eq!(areas(vec![square(0., 0., 1., 1.), square(1., 1., 2., 2.)]), 1);
        assert_eq!(areas(vec![square(0., 0., 2., 2.), square(1., 1., 3., 3.)]), 2);
        // A cross: no corner of one lies in the other.
        assert_eq!(areas(vec![square(0., 1., 3., 2.), square(1., 0., 2., 3.)]), 2);
        // An island in a hole.
        let mut ring = square(0., 0., 9., 9.);
        ring.extend(square(1., 1., 8., 8.));
        assert_eq!(areas(vec![ring, square(3., 3., 4., 4.)]), 1);
    }

    #[test]
    fn numbers_that_cannot_be_get_a_sentence() {
        let said = |x, y| place(x, y, &Crs::WGS84).unwrap_err();
        assert!(said(35.0, 139.0).contains("swapped"));
        assert!(said(4e5, 6e6).contains("metres"));
        assert!(said(f64::NAN, 1.0).contains("not on Earth"));
        let flat = Raw::Polygons(vec![vec![vec![[0., 0.], [1., 0.], [2., 0.]]]]);
        assert!(flat.ground(&Crs::WGS84).unwrap_err().contains("no ground"));
        let round = Raw::Polygons(vec![square(-179., 10., 179., 20.)]);
        assert!(round.ground(&Crs::WGS84).unwrap_err().contains("longitude 180"));
    }
}
