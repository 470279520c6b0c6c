//! From lines and rings in the world to what is seen of them in one tile: moved, rounded, made
//! simpler, cut off at the edge. Integers all the way, once a place is in the world's plane.

use hinan_model::{Bounds, Place};

use super::TileId;
use super::mvt::{EXTENT, Point, twice_area};

/// A place in the plane of web maps (spherical Mercator): x to the east, y to the south, the world
/// 2^32 units on each side.
pub type Spot = [u32; 2];

/// What lies beyond the tile by more than this is cut off, so that wide lines meet across the edge.
pub const BUFFER: i32 = 128;
/// A tile unit is one unit of the world at this zoom.
const FINEST: u8 = 20;
/// Lines are made simpler in pieces of so many places, so that no line takes longer than its length.
const PIECE: usize = 256;

/// Where `place` lies in the plane. Beyond 85 degrees the plane ends.
pub fn spot(place: Place) -> Spot {
    const WORLD: f64 = 4_294_967_296.0;
    let sine = libm::sin(place.lat().clamp(-85.06, 85.06).to_radians());
    let north = libm::log((1.0 + sine) / (1.0 - sine)) / (4.0 * core::f64::consts::PI);
    let onto = |part: f64| (part * WORLD).clamp(0.0, WORLD - 1.0) as u32;
    [onto(place.lon() / 360.0 + 0.5), onto(0.5 - north)]
}

/// A tile with its buffer: from the world to its units.
#[derive(Clone, Copy, Debug)]
pub struct Window {
    origin: [i64; 2],
    shift: u32,
    /// How far, in tile units, a place may lie off its line to be left out; squared below.
    tolerance: i64,
}

impl Window {
    pub fn of(tile: TileId) -> Window {
        let side = 32 - u32::from(tile.z());
        let tolerance = match tile.z() {
            // Shown further enlarged.
            super::MAX_ZOOM.. => 0,
            15 => 2,
            // Half a pixel.
            _ => 4,
        };
        Window {
            origin: [i64::from(tile.x()) << side, i64::from(tile.y()) << side],
            shift: u32::from(FINEST - tile.z()),
            tolerance,
        }
    }

    /// The tile and its buffer in the world: west, north, east, south.
    pub fn in_world(&self) -> [i64; 4] {
        let [x, y] = self.origin;
        let at = |origin: i64, unit: i32| origin + (i64::from(unit) << self.shift);
        [at(x, -BUFFER), at(y, -BUFFER), at(x, EXTENT + BUFFER), at(y, EXTENT + BUFFER)]
    }

    /// The tile and its buffer in degrees, a little larger rather than smaller.
    pub fn in_degrees(&self) -> Bounds {
        let [west, north, east, south] = self.in_world().map(|at| at as f64 / 4_294_967_296.0);
        let lat = |y: f64| {
            let turn = core::f64::consts::PI * (1.0 - 2.0 * y);
            libm::atan(libm::sinh(turn)).to_degrees()
        };
        let e7 = |degrees: f64, most: f64, round: f64| (degrees * 1e7 + round).clamp(-most, most) as i32;
        Bounds {
            min: Place { lat_e7: e7(lat(south), 9e8, -2.0), lon_e7: e7(west * 360.0 - 180.0, 1.8e9, -2.0) },
            max: Place { lat_e7: e7(lat(north), 9e8, 2.0), lon_e7: e7(east * 360.0 - 180.0, 1.8e9, 2.0) },
        }
    }

    /// A place in tile units, wherever it lies. Far away it is only roughly there: beyond 2^28 units
    /// it is moved nearer, so that later arithmetic cannot overflow.
    pub fn point(&self, spot: Spot) -> Point {
        let onto = |world: u32, origin: i64| {
            let half = 1 << self.shift >> 1;
            ((i64::from(world) - origin + half) >> self.shift).clamp(-FAR, FAR) as i32
        };
        [onto(spot[0], self.origin[0]), onto(spot[1], self.origin[1])]
    }

    /// The pieces of a line that are seen.
    pub fn line(&self, spots: impl Iterator<Item = Spot>) -> Vec<Vec<Point>> {
        let mut line: Vec<Point> = spots.map(|spot| self.point(spot)).collect();
        line.dedup();
        let mut pieces = clip_line(&self.simpler(&line));
        pieces.retain(|piece| piece.len() >= 2);
        pieces
    }

    /// What is seen of a ring (not closed); `None` where it encloses less than `least` square units
    /// there or as a whole.
    pub fn ring(&self, spots: impl Iterator<Item = Spot>, least: i64) -> Option<Vec<Point>> {
        let mut ring: Vec<Point> = spots.map(|spot| self.point(spot)).collect();
        ring.dedup();
        if twice_area(&ring).abs() < 2 * least {
            return None;
        }
        // Closed while it is made simpler, so that its first place stays.
        ring.extend(ring.first().copied());
        let mut ring = clip_ring(&self.simpler(&ring));
        while ring.len() > 1 && ring.first() == ring.last() {
            ring.pop();
        }
        // A sliver of something large stays, for its neighbour tile shows the rest of it.
        (ring.len() >= 3 && twice_area(&ring) != 0).then_some(ring)
    }

    /// A line without the places that nobody would miss (Douglas and Peucker's way, piece by piece).
    fn simpler(&self, line: &[Point]) -> Vec<Point> {
        if self.tolerance == 0 || line.len() < 3 {
            return line.to_vec();
        }
        let mut kept = vec![false; line.len()];
        let mut ranges: Vec<(usize, usize)> = (0..line.len() - 1)
            .step_by(PIECE)
            .map(|from| (from, (from + PIECE).min(line.len() - 1)))
            .collect();
        while let Some((from, to)) = ranges.pop() {
            kept[from] = true;
            kept[to] = true;
            let furthest = (from + 1..to)
                .map(|at| (off_line(line[at], line[from], line[to]), at))
                .max_by(|a, b| a.0.total_cmp(&b.0));
            if let Some((off, at)) = furthest
                && off > (self.tolerance * self.tolerance) as f64
            {
                ranges.extend([(from, at), (at, to)]);
            }
        }
        let mut simple: Vec<Point> =
            line.iter().zip(kept).filter_map(|(&point, kept)| kept.then_some(point)).collect();
        // There and back again.
        simple.dedup();
        simple
    }
}

/// Further away than this nothing is told apart.
const FAR: i64 = 1 << 28;

/// The square of the distance of `point` to the line from `a` to `b`.
fn off_line(point: Point, a: Point, b: Point) -> f64 {
    let minus = |p: Point, q: Point| [f64::from(p[0]) - f64::from(q[0]), f64::from(p[1]) - f64::from(q[1])];
    let (line, to) = (minus(b, a), minus(point, a));
    let length = line[0] * line[0] + line[1] * line[1];
    let part =
        if length > 0.0 { ((to[0] * line[0] + to[1] * line[1]) / length).clamp(0.0, 1.0) } else { 0.0 };
    let off = [to[0] - part * line[0], to[1] - part * line[1]];
    off[0] * off[0] + off[1] * off[1]
}

const LOW: i32 = -BUFFER;
const HIGH: i32 = EXTENT + BUFFER;

fn is_inside(point: Point) -> bool {
    point.iter().all(|value| (LOW..=HIGH).contains(value))
}

/// Where the line from `a` to `b` meets the border at `at` of one axis, rounded.
fn at_border(a: Point, b: Point, axis: usize, at: i32) -> Point {
    let other = 1 - axis;
    let (from, to) = (i64::from(a[axis]), i64::from(b[axis]));
    let span = i64::from(b[other]) - i64::from(a[other]);
    let length = (to - from).abs().max(1);
    let moved = (i64::from(at) - from).abs() * span;
    let rounded = (2 * moved + length).div_euclid(2 * length);
    let mut point = [at, at];
    point[other] = (i64::from(a[other]) + rounded) as i32;
    point
}

/// A border: its axis, where it is, and whether a value is on the inner side.
type Border = (usize, i32, fn(i32) -> bool);

const BORDERS: [Border; 4] = [
    (0, LOW, |value| value >= LOW),
    (0, HIGH, |value| value <= HIGH),
    (1, LOW, |value| value >= LOW),
    (1, HIGH, |value| value <= HIGH),
];

/// The part of the line from `a` to `b` within the buffer.
fn clip_segment(mut a: Point, mut b: Point) -> Option<[Point; 2]> {
    for (axis, at, is_in) in BORDERS {
        match (is_in(a[axis]), is_in(b[axis])) {
            (true, true) => {}
            (true, false) => b = at_border(a, b, axis, at),
            (false, true) => a = at_border(b, a, axis, at),
            (false, false) => return None,
        }
    }
    Some([a, b])
}

fn clip_line(line: &[Point]) -> Vec<Vec<Point>> {
    if line.iter().all(|&point| is_inside(point)) {
        return vec![line.to_vec()];
    }
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    for pair in line.windows(2) {
        let Some([a, b]) = clip_segment(pair[0], pair[1]).filter(|[a, b]| a != b) else { continue };
        match pieces.last_mut() {
            Some(piece) if piece.last() == Some(&a) => piece.push(b),
            _ => pieces.push(vec![a, b]),
        }
    }
    pieces
}

/// A ring (closed or not) cut at the buffer, border by border (Sutherland and Hodgman's way).
fn clip_ring(ring: &[Point]) -> Vec<Point> {
    let mut ring = ring.to_vec();
    for (axis, at, is_in) in BORDERS {
        if ring.iter().all(|point| is_in(point[axis])) {
            continue;
        }
        let mut cut = Vec::with_capacity(ring.len() + 4);
        let before = ring.iter().cycle().skip(ring.len().saturating_sub(1));
        for (&a, &b) in before.zip(&ring) {
            match (is_in(a[axis]), is_in(b[axis])) {
                (true, true) => cut.push(b),
                (true, false) => cut.push(at_border(a, b, axis, at)),
                (false, true) => cut.extend([at_border(b, a, axis, at), b]),
                (false, false) => {}
            }
        }
        cut.dedup();
        ring = cut;
    }
    ring
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn window(z: u8, x: u32, y: u32) -> Window {
        Window::of(TileId::new(z, x, y).unwrap())
    }

    #[test]
    fn places_lie_where_web_maps_put_them() {
        assert_eq!(spot(Place::default()), [1 << 31, 1 << 31]);
        // Porto, by the formulas of the OpenStreetMap wiki: tile 14/7800/6133.
        let porto = spot(Place::from_degrees(41.1496, -8.6109).unwrap());
        assert_eq!([porto[0] >> 18, porto[1] >> 18], [7800, 6133]);
        let around = window(14, 7800, 6133).in_degrees();
        assert!(around.contains(Place::from_degrees(41.1496, -8.6109).unwrap()));
        assert!(around.max.lon_e7 - around.min.lon_e7 < 240_000, "{around:?}");
        assert!(spot(Place::from_degrees(90.0, 180.0).unwrap())[1] < 1 << 20);
    }

    #[test]
    fn a_line_without_bends_has_two_ends() {
        let line: Vec<Point> = (0..1_000).map(|x| [x, x % 3]).collect();
        let simple = window(10, 0, 0).simpler(&line);
        assert!(simple.len() <= 6, "{simple:?}");
        assert_eq!((simple[0], simple[simple.len() - 1]), (line[0], line[999]));
        assert_eq!(window(16, 0, 0).simpler(&line), line);
    }

    #[test]
    fn a_line_that_leaves_and_returns_comes_in_pieces() {
        let pieces = clip_line(&[[0, 0], [5_000, 0], [5_000, 100], [0, 100]]);
        assert_eq!(pieces, [vec![[0, 0], [HIGH, 0]], vec![[HIGH, 100], [0, 100]]]);
    }

    fn inside_area(ring: &[Point]) -> f64 {
        // By counting on a raster: slow, and shares nothing with the cut.
        let step = 32;
        let hits = (LOW..HIGH).step_by(step).flat_map(|y| (LOW..HIGH).step_by(step).map(move |x| (x, y)));
        let inside = |&(x, y): &(i32, i32)| {
            let (x, y) = (f64::from(x) + 16.0, f64::from(y) + 16.0);
            let next = ring.iter().cycle().skip(1);
            ring.iter().zip(next).fold(false, |odd, (a, b)| {
                let [ax, ay, bx, by] = [a[0], a[1], b[0], b[1]].map(f64::from);
                odd ^ ((ay > y) != (by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax))
            })
        };
        hits.filter(inside).count() as f64 * (step * step) as f64
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_cut_ring_stays_in_the_buffer_and_keeps_its_ground(
            radius in 100.0_f64..8_000.0, x in -3_000..7_000, y in -3_000..7_000, corners in 3_usize..30,
            bumps in proptest::collection::vec(0.4_f64..1.0, 30),
        ) {
            let corner = |i: usize| {
                let turn = i as f64 / corners as f64 * core::f64::consts::TAU;
                let radius = radius * bumps[i];
                [x + (turn.cos() * radius) as i32, y + (turn.sin() * radius) as i32]
            };
            let ring: Vec<Point> = (0..corners).map(corner).collect();
            let cut = clip_ring(&ring);
            prop_assert!(cut.iter().all(|&point| is_inside(point)));
            let (expected, found) = (inside_area(&ring), twice_area(&cut).abs() as f64 / 2.0);
            // The raster is coarse: off by a cell along the outline.
            prop_assert!((expected - found).abs() <= 32.0 * 40_000.0, "{expected} {found}");
        }

        #[test]
        fn a_cut_line_stays_in_the_buffer_and_on_itself(
            line in proptest::collection::vec((-20_000..20_000, -20_000..20_000), 2..20)
        ) {
            let line: Vec<Point> = line.into_iter().map(|(x, y)| [x, y]).collect();
            for piece in clip_line(&line) {
                for &point in &piece {
                    prop_assert!(is_inside(point));
                    let off = line.windows(2).map(|pair| off_line(point, pair[0], pair[1]));
                    prop_assert!(off.fold(f64::MAX, f64::min) <= 4.0, "{point:?}");
                }
            }
        }

        #[test]
        fn nothing_overflows(points in proptest::collection::vec(any::<(u32, u32)>(), 0..50), z in 0_u8..17) {
            let window = window(z, 0, (1 << z) - 1);
            let spots = || points.iter().map(|&(x, y)| [x, y]);
            let lines = window.line(spots());
            prop_assert!(lines.iter().flatten().all(|&point| is_inside(point)));
            let ring = window.ring(spots(), 0).unwrap_or_default();
            prop_assert!(ring.iter().all(|&point| is_inside(point)));
        }
    }
}
