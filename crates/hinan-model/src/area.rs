//! Pieces of ground: districts, zones of warning, ground that nobody may walk on.

use serde::{Deserialize, Serialize};

use crate::place::{Bounds, Place, Plane};

/// A ring of places; the last is joined to the first, which is not repeated.
pub type Ring = Vec<Place>;

/// Ground inside of an odd number of rings: an outline, its holes, the islands in them, in any
/// order. A place on a line counts as inside, so that two neighbours share their border and
/// forbidden ground includes its fence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// The rings, each of at least three places.
    pub rings: Vec<Ring>,
}

/// An area and what it is called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedArea {
    /// The source's own id, verbatim.
    pub id: String,
    /// Its name, in the language of the source; the id where it has none.
    pub name: String,
    /// The ground.
    pub area: Area,
}

impl Area {
    /// An area of rings. A last place that repeats the first is taken off; rings of fewer than
    /// three places enclose nothing and are left out. `None` where nothing is left.
    pub fn new(rings: Vec<Ring>) -> Option<Area> {
        let rings: Vec<Ring> = rings
            .into_iter()
            .map(|mut ring| {
                ring.dedup();
                while ring.len() > 1 && ring.first() == ring.last() {
                    ring.pop();
                }
                ring
            })
            .filter(|ring| ring.len() >= 3)
            .collect();
        (!rings.is_empty()).then_some(Area { rings })
    }

    /// The area of a box.
    pub fn of_box(bounds: Bounds) -> Area {
        let Bounds { min, max } = bounds;
        let corner = |lat_e7, lon_e7| Place { lat_e7, lon_e7 };
        Area { rings: vec![vec![min, corner(min.lat_e7, max.lon_e7), max, corner(max.lat_e7, min.lon_e7)]] }
    }

    /// The box around it; `None` for no ground at all.
    pub fn bounds(&self) -> Option<Bounds> {
        Bounds::around(self.rings.iter().flatten().copied())
    }

    /// The lines of its rings.
    pub fn lines(&self) -> impl Iterator<Item = [Place; 2]> + '_ {
        self.rings.iter().flat_map(|ring| {
            let next = ring.iter().cycle().skip(1);
            ring.iter().zip(next).map(|(&a, &b)| [a, b])
        })
    }

    /// Square metres, without sign, on the plane that touches its middle. Holes are those rings
    /// that turn the other way than the outline, as every format writes them.
    pub fn square_metres(&self) -> f64 {
        let Some(bounds) = self.bounds() else { return 0.0 };
        let plane = Plane::at((i64::from(bounds.min.lat_e7) + i64::from(bounds.max.lat_e7)) as i32 / 2);
        let twice: f64 = self
            .lines()
            .map(|[a, b]| {
                let (ax, ay) = plane.offset_mm(bounds.min, a);
                let (bx, by) = plane.offset_mm(bounds.min, b);
                ax * by - bx * ay
            })
            .sum();
        twice.abs() / 2e6
    }

    /// Whether `place` lies inside or on a line. Exact.
    pub fn contains(&self, place: Place) -> bool {
        contains(self.lines(), place)
    }

    /// Whether any place of the straight line from `a` to `b` lies inside or on a line. Exact.
    pub fn touches(&self, a: Place, b: Place) -> bool {
        self.contains(a) || self.contains(b) || self.lines().any(|line| meet(line, [a, b]))
    }

    /// How far `place` is from the area in mm; 0 inside.
    pub fn distance_mm(&self, place: Place) -> u32 {
        if self.contains(place) {
            return 0;
        }
        let plane = Plane::at(place.lat_e7);
        let nearest = self.lines().map(|line| distance_to_line(&plane, place, line)).fold(f64::MAX, f64::min);
        if nearest < f64::from(u32::MAX) { libm::round(nearest) as u32 } else { u32::MAX }
    }
}

/// Areas put in order for many questions: one over a city with a million doorsteps, or a thousand
/// zones with a thousand corners each.
#[derive(Clone, Debug, Default)]
pub struct AreaIndex {
    entries: Vec<Entry>,
}

/// One area: its lines by the band of latitudes that they pass through.
#[derive(Clone, Debug)]
struct Entry {
    bounds: Bounds,
    first_lat: i64,
    band: i64,
    bands: Vec<Vec<[Place; 2]>>,
}

impl AreaIndex {
    /// Indexes areas; answers give their positions in this order. An area without ground is never
    /// an answer.
    pub fn new<'a>(areas: impl IntoIterator<Item = &'a Area>) -> AreaIndex {
        AreaIndex { entries: areas.into_iter().map(Entry::new).collect() }
    }

    /// Whether there are no areas at all.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The box around each area that has ground.
    pub fn boxes(&self) -> impl Iterator<Item = Bounds> + '_ {
        self.entries.iter().filter(|entry| !entry.bands.is_empty()).map(|entry| entry.bounds)
    }

    /// The areas that `place` lies in or on the line of.
    pub fn at(&self, place: Place) -> impl Iterator<Item = usize> + '_ {
        (0..).zip(&self.entries).filter(move |(_, entry)| entry.contains(place)).map(|(index, _)| index)
    }

    /// Whether `place` lies in any of them.
    pub fn contains(&self, place: Place) -> bool {
        self.at(place).next().is_some()
    }

    /// Whether the straight line from `a` to `b` has a place in any of them.
    pub fn touches(&self, a: Place, b: Place) -> bool {
        self.entries.iter().any(|entry| entry.touches(a, b))
    }
}

impl Entry {
    fn new(area: &Area) -> Entry {
        let Some(bounds) = area.bounds() else {
            // A box that is inside out holds nothing.
            let place = |e7| Place { lat_e7: e7, lon_e7: e7 };
            return Entry {
                bounds: Bounds { min: place(1), max: place(0) },
                first_lat: 0,
                band: 1,
                bands: Vec::new(),
            };
        };
        let first_lat = i64::from(bounds.min.lat_e7);
        let height = i64::from(bounds.max.lat_e7) - first_lat + 1;
        let corners: usize = area.rings.iter().map(Vec::len).sum();
        // Some four lines a band; fewer bands where lines are so long that they would fill them all.
        let climbed: i64 = area.lines().map(|[a, b]| i64::from(a.lat_e7.abs_diff(b.lat_e7))).sum();
        let affordable = i128::from(height) * 8 * corners as i128 / i128::from(climbed.max(1));
        let count = i128::min((corners / 4).clamp(1, 4096) as i128, affordable).max(1) as i64;
        let band = (height + count - 1) / count;
        // Lines that run up and down all of it would stand in every band.
        let spans: i64 = area.lines().map(|[a, b]| i64::from(a.lat_e7.abs_diff(b.lat_e7)) / band + 1).sum();
        let band = (band * (spans / (8 * corners.max(1) as i64) + 1)).min(height);
        let mut bands = vec![Vec::new(); ((height + band - 1) / band) as usize];
        for line in area.lines() {
            let (low, high) = (line[0].lat_e7.min(line[1].lat_e7), line[0].lat_e7.max(line[1].lat_e7));
            let number = |lat: i32| ((i64::from(lat) - first_lat) / band) as usize;
            for lines in &mut bands[number(low)..=number(high)] {
                lines.push(line);
            }
        }
        Entry { bounds, first_lat, band, bands }
    }

    fn band_of(&self, lat_e7: i32) -> usize {
        let number = (i64::from(lat_e7) - self.first_lat).div_euclid(self.band);
        number.clamp(0, self.bands.len() as i64 - 1) as usize
    }

    fn contains(&self, place: Place) -> bool {
        self.bounds.contains(place) && contains(self.bands[self.band_of(place.lat_e7)].iter().copied(), place)
    }

    fn touches(&self, a: Place, b: Place) -> bool {
        let Some(line) = Bounds::around([a, b]) else { return false };
        let apart = line.max.lat_e7 < self.bounds.min.lat_e7
            || line.min.lat_e7 > self.bounds.max.lat_e7
            || line.max.lon_e7 < self.bounds.min.lon_e7
            || line.min.lon_e7 > self.bounds.max.lon_e7;
        if apart {
            return false;
        }
        self.contains(a)
            || self.contains(b)
            || self.bands[self.band_of(line.min.lat_e7)..=self.band_of(line.max.lat_e7)]
                .iter()
                .flatten()
                .any(|&other| meet(other, [a, b]))
    }
}

/// Counts the lines that a ray to the east crosses. Only lines that reach the latitude of `place`
/// matter, so a band of them is enough.
fn contains(lines: impl Iterator<Item = [Place; 2]>, place: Place) -> bool {
    let mut inside = false;
    for [a, b] in lines {
        let side = turn(a, b, place);
        if side == 0 && is_between(a, b, place) {
            return true;
        }
        if (a.lat_e7 > place.lat_e7) != (b.lat_e7 > place.lat_e7) {
            inside ^= (side > 0) == (b.lat_e7 > a.lat_e7);
        }
    }
    inside
}

/// Whether two lines share a place.
fn meet([a, b]: [Place; 2], [c, d]: [Place; 2]) -> bool {
    let (c_side, d_side) = (turn(a, b, c).signum(), turn(a, b, d).signum());
    let (a_side, b_side) = (turn(c, d, a).signum(), turn(c, d, b).signum());
    (c_side != d_side && a_side != b_side && c_side * d_side <= 0 && a_side * b_side <= 0)
        || (c_side == 0 && is_between(a, b, c))
        || (d_side == 0 && is_between(a, b, d))
        || (a_side == 0 && is_between(c, d, a))
        || (b_side == 0 && is_between(c, d, b))
}

/// Positive where `c` lies to the left of the way from `a` to `b`, 0 on its line.
fn turn(a: Place, b: Place, c: Place) -> i128 {
    let x = |p: Place| i128::from(p.lon_e7);
    let y = |p: Place| i128::from(p.lat_e7);
    (x(b) - x(a)) * (y(c) - y(a)) - (y(b) - y(a)) * (x(c) - x(a))
}

/// Whether `place`, which is on the line through `a` and `b`, lies between them.
fn is_between(a: Place, b: Place, place: Place) -> bool {
    (a.lat_e7.min(b.lat_e7)..=a.lat_e7.max(b.lat_e7)).contains(&place.lat_e7)
        && (a.lon_e7.min(b.lon_e7)..=a.lon_e7.max(b.lon_e7)).contains(&place.lon_e7)
}

fn distance_to_line(plane: &Plane, place: Place, [a, b]: [Place; 2]) -> f64 {
    let (ax, ay) = plane.offset_mm(place, a);
    let (bx, by) = plane.offset_mm(place, b);
    let (dx, dy) = (bx - ax, by - ay);
    let length = dx * dx + dy * dy;
    let part = if length > 0.0 { (-(ax * dx + ay * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    let (x, y) = (ax + part * dx, ay + part * dy);
    libm::sqrt(x * x + y * y)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lat: i32, lon: i32) -> Place {
        Place { lat_e7: lat, lon_e7: lon }
    }

    /// A square with a hole and an island in the hole.
    fn rings() -> Area {
        let square =
            |low, high| vec![at(low, low), at(low, high), at(high, high), at(high, low), at(low, low)];
        let mut hole = square(20, 80);
        hole.reverse();
        Area::new(vec![square(0, 100), hole, square(40, 60), vec![at(1, 1), at(2, 2)]]).unwrap()
    }

    #[test]
    fn a_place_on_the_line_is_inside_and_a_hole_is_not() {
        let area = rings();
        assert_eq!(area.rings.len(), 3);
        assert_eq!(area.rings[0].len(), 4);
        for (lat, lon, inside) in [
            (10, 10, true),
            (0, 0, true),
            (100, 50, true),
            (50, 100, true),
            (20, 50, true),
            (30, 30, false),
            (50, 50, true),
            (101, 50, false),
            (-1, 0, false),
            (50, 30, false),
        ] {
            assert_eq!(area.contains(at(lat, lon)), inside, "{lat},{lon}");
        }
    }

    #[test]
    fn a_line_through_the_area_touches_it_though_its_ends_lie_outside() {
        let area = rings();
        assert!(area.touches(at(-10, 50), at(110, 50)));
        assert!(area.touches(at(-10, 10), at(10, -10)));
        assert!(!area.touches(at(30, 30), at(35, 70)));
        assert!(!area.touches(at(-10, 5), at(5, -11)));
        assert!(area.touches(at(100, 100), at(200, 200)));
        // Along the border and beyond.
        assert!(area.touches(at(0, -50), at(0, 150)));
        assert!(!area.touches(at(0, -50), at(0, -10)));
    }

    #[test]
    fn the_index_answers_as_the_areas_do() {
        let areas = [rings(), Area::of_box(Bounds { min: at(50, 90), max: at(300, 300) }), Area::default()];
        let index = AreaIndex::new(&areas);
        for lat in (-20..320).step_by(5) {
            for lon in (-20..320).step_by(5) {
                let place = at(lat, lon);
                let found: Vec<usize> = index.at(place).collect();
                let expected: Vec<usize> =
                    (0..).zip(&areas).filter(|(_, area)| area.contains(place)).map(|(i, _)| i).collect();
                assert_eq!(found, expected, "{lat},{lon}");
                let other = at(300 - lat, lon / 2);
                assert_eq!(
                    index.touches(place, other),
                    areas.iter().any(|area| area.touches(place, other)),
                    "{place} {other}"
                );
            }
        }
    }

    #[test]
    fn long_lines_do_not_fill_every_band() {
        let zigzag = (0..20_000).map(|i| at(if i % 2 == 0 { 0 } else { 1_000_000 }, i * 10)).collect();
        let area = Area::new(vec![zigzag]).unwrap();
        let index = AreaIndex::new([&area]);
        let stored: usize = index.entries[0].bands.iter().map(Vec::len).sum();
        assert!(stored <= 20_000 * 10, "{stored}");
        for lon in (0..200_000).step_by(999) {
            assert_eq!(index.contains(at(500_000, lon)), area.contains(at(500_000, lon)), "{lon}");
        }
    }

    #[test]
    fn an_outline_that_runs_up_and_down_takes_no_more_room_than_others() {
        let corners = 40_000;
        let ring = (0..corners).map(|i| at(if i % 2 == 0 { 0 } else { 900_000_000 }, i)).collect();
        let area = Area::new(vec![ring]).unwrap();
        let index = AreaIndex::new([&area]);
        let stored: usize = index.entries[0].bands.iter().map(Vec::len).sum();
        assert!(stored < 20 * corners as usize, "{stored}");
        for place in [at(450_000_000, 7), at(1, 20_000), at(899_999_999, 39_999)] {
            assert_eq!(index.contains(place), area.contains(place), "{place}");
        }
    }

    #[test]
    fn distances_and_sizes_are_in_metres() {
        let degrees = |lat, lon| Place::from_degrees(lat, lon).unwrap();
        let area = Area::of_box(Bounds { min: degrees(60.0, 24.0), max: degrees(60.01, 24.02) });
        // 1,114 m by 1,116 m.
        assert!((area.square_metres() - 1_243_000.0).abs() < 3_000.0, "{}", area.square_metres());
        assert_eq!(area.distance_mm(degrees(60.005, 24.01)), 0);
        let north = area.distance_mm(degrees(60.011, 24.01));
        assert!((111_000..112_000).contains(&north), "{north}");
    }
}
