//! Rings in their roles: an [`Area`] holds rings in any order, tools want outlines with their holes.

use hinan_model::area::Ring;
use hinan_model::{Area, Bounds, Place};

/// An outline, anticlockwise, and its holes, clockwise. Rings are not closed.
pub struct Polygon {
    /// The outline, then the holes.
    pub rings: Vec<Ring>,
}

/// The polygons of an area. A ring inside of an even number of others is an outline, else it is a
/// hole in the smallest ring around it. Rings that cross each other keep their lines; what they
/// enclose twice is then for the reader's tool to say.
pub fn polygons(area: &Area) -> Vec<Polygon> {
    let mut rings: Vec<Turned> = area.rings.iter().filter_map(|ring| Turned::new(ring)).collect();
    // The largest first, so that whatever is around a ring comes before it.
    rings.sort_by_key(|ring| core::cmp::Reverse(ring.twice_area));
    let mut polygons: Vec<Polygon> = Vec::new();
    // For each ring so far the polygon that it is a ring of.
    let mut roles: Vec<usize> = Vec::with_capacity(rings.len());
    for (index, ring) in rings.iter().enumerate() {
        let around: Vec<usize> = (0..index).filter(|&other| rings[other].holds(ring)).collect();
        match around.last() {
            Some(&smallest) if around.len() % 2 == 1 => {
                let polygon = roles[smallest];
                polygons[polygon].rings.push(ring.clockwise());
                roles.push(polygon);
            }
            _ => {
                roles.push(polygons.len());
                polygons.push(Polygon { rings: vec![ring.anticlockwise()] });
            }
        }
    }
    polygons
}

/// A ring, its box and how much it encloses.
struct Turned {
    alone: Area,
    bounds: Bounds,
    is_anticlockwise: bool,
    twice_area: u128,
}

impl Turned {
    fn new(ring: &[Place]) -> Option<Turned> {
        let alone = Area::new(vec![ring.to_vec()])?;
        let bounds = alone.bounds()?;
        let x = |place: Place| i128::from(place.lon_e7);
        let y = |place: Place| i128::from(place.lat_e7);
        let twice: i128 = alone.lines().map(|[a, b]| x(a) * y(b) - x(b) * y(a)).sum();
        Some(Turned { alone, bounds, is_anticlockwise: twice >= 0, twice_area: twice.unsigned_abs() })
    }

    fn places(&self) -> &[Place] {
        self.alone.rings.first().map_or(&[], |ring| ring.as_slice())
    }

    fn holds(&self, other: &Turned) -> bool {
        self.bounds.contains(other.bounds.min)
            && self.bounds.contains(other.bounds.max)
            && other.places().iter().all(|place| self.alone.contains(*place))
    }

    fn anticlockwise(&self) -> Ring {
        let mut ring = self.places().to_vec();
        if !self.is_anticlockwise {
            ring.reverse();
        }
        ring
    }

    fn clockwise(&self) -> Ring {
        let mut ring = self.anticlockwise();
        ring.reverse();
        ring
    }
}
