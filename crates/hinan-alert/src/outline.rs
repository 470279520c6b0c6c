//! Fewer corners for narrow channels, without losing anybody.
//!
//! A ring with the ground to its left is changed in two ways only, each of which adds ground and
//! takes none: a corner that points inwards is left out, or the line between two corners is replaced
//! by the point where its neighbours would meet outside. The cheapest change by added ground is made
//! first. Every change adds triangles that turn the ring's own way, so the number of times that the
//! ring goes around any place never falls: nobody who was inside can come to be outside. Whole numbers
//! throughout; a meeting point is rounded outwards or not used.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use hinan_model::{Area, Place};

use crate::patch::{Corner, TURN, ends, is_flat, lines, short_way, turn, without_repeats};

/// How much a channel carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Polygons.
    pub polygons: usize,
    /// Points of all polygons together, as CAP writes them: the first comes again at the end.
    pub points: usize,
}

impl Limit {
    /// What the United Kingdom's cell broadcast takes without changing it (reference/alerting.md, 1.2).
    pub const UNITED_KINGDOM: Limit = Limit { polygons: 12, points: 249 };
    /// What the WMO asks of its members for one polygon.
    pub const WMO: Limit = Limit { polygons: 1, points: 100 };
}

/// Why polygons were not simplified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OutlineError {
    /// There is nothing to simplify.
    #[error("polygon {0} encloses nothing")]
    NoGround(usize),
    /// A ring that goes around the Earth or is wider than half of it.
    #[error("polygon {0} is wider than half of the Earth; draw it as several")]
    TooWide(usize),
    /// There are more polygons than the limit allows, and they are too far from each other to be put
    /// into one.
    #[error("the polygons lie too far apart to be joined into as few as the limit allows")]
    TooFarApart,
    /// The limit would not even hold a box.
    #[error("a limit of {polygons} polygons and {points} points holds no ground: a polygon takes 5 points")]
    LimitTooSmall {
        /// Polygons.
        polygons: usize,
        /// Points.
        points: usize,
    },
}

/// Polygons of CAP (closed rings) within a limit, such that every place inside or on a line of those
/// given is inside or on a line of those returned. What is within the limit already is returned as
/// it is.
///
/// Polygons are numbered from 1 in errors. Too many polygons are joined, those first that add the
/// smallest box.
pub fn simplify(polygons: &[Vec<Place>], limit: Limit) -> Result<Vec<Vec<Place>>, OutlineError> {
    let points: usize = polygons.iter().map(Vec::len).sum();
    if polygons.len() <= limit.polygons && points <= limit.points {
        return Ok(polygons.to_vec());
    }
    if limit.polygons == 0 || limit.points < BOX_POINTS {
        return Err(OutlineError::LimitTooSmall { polygons: limit.polygons, points: limit.points });
    }
    let mut rings = Vec::with_capacity(polygons.len());
    for (number, polygon) in (1..).zip(polygons) {
        rings.push(oriented(number, polygon)?);
    }
    let most = limit.polygons.min(limit.points / BOX_POINTS);
    let rings = joined(gathered(rings)?, most)?;
    // A ring that crosses itself has no left and no right.
    let rings: Vec<Ring> =
        rings.into_iter().map(|ring| if crosses_itself(&ring) { hull(&ring) } else { ring }).collect();
    let mut best = Sheet::new(&rings).reduced(limit.points);
    if points_of(&best) > limit.points {
        best = Sheet::new(&best.iter().map(|ring| hull(ring)).collect::<Vec<_>>()).reduced(limit.points);
    }
    if points_of(&best) > limit.points {
        best = best.iter().map(|ring| boxed(ring)).collect();
    }
    Ok(best.iter().map(|ring| closed(ring)).collect())
}

/// What a box takes as CAP writes it.
const BOX_POINTS: usize = 5;

type Ring = Vec<Corner>;

/// A planner's area as polygons of CAP. CAP has no holes and is the union of its polygons, so an area
/// with a hole is refused: the hole would be warned, or left out, without anybody having said so.
pub fn polygons(area: &Area) -> Result<Vec<Vec<Place>>, HoleError> {
    for (inner, ring) in (1..).zip(&area.rings) {
        let is_within = |other: &Vec<Place>| {
            let other = Area { rings: vec![other.clone()] };
            ring.iter().all(|&place| other.contains(place))
        };
        let outer = (1..).zip(&area.rings).find(|(number, other)| *number != inner && is_within(other));
        if let Some((outer, _)) = outer {
            return Err(HoleError { inner, outer });
        }
    }
    let close = |ring: &Vec<Place>| ring.iter().chain(ring.first()).copied().collect();
    Ok(area.rings.iter().map(close).collect())
}

/// An area that CAP cannot say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("ring {inner} lies within ring {outer}: CAP has no holes; cut the area into pieces without any")]
pub struct HoleError {
    /// The hole, counted from 1.
    pub inner: usize,
    /// The ring around it.
    pub outer: usize,
}

/// A ring with the ground to its left.
fn oriented(number: usize, polygon: &[Place]) -> Result<Ring, OutlineError> {
    let (mut ring, net) = short_way(&without_repeats(polygon));
    if net == 0 && is_flat(&ring) {
        return Err(OutlineError::NoGround(number));
    }
    let lons = || ring.iter().map(|corner| corner.lon);
    let width = lons().max().unwrap_or(0) - lons().min().unwrap_or(0);
    if net != 0 || width >= TURN / 2 {
        return Err(OutlineError::TooWide(number));
    }
    if twice_area(&ring) < 0 {
        ring.reverse();
    }
    Ok(ring)
}

fn twice_area(ring: &[Corner]) -> i128 {
    let Some(&first) = ring.first() else { return 0 };
    lines(ring).map(|(a, b)| turn(first, a, b)).sum()
}

fn points_of(rings: &[Ring]) -> usize {
    rings.iter().map(|ring| ring.len() + 1).sum()
}

/// A ring as CAP writes it.
fn closed(ring: &[Corner]) -> Vec<Place> {
    let on_map = |lon: i64| {
        let is_on_map = (-TURN / 2..=TURN / 2).contains(&lon);
        if is_on_map { lon } else { (lon + TURN / 2).rem_euclid(TURN) - TURN / 2 }
    };
    let place = |corner: &Corner| Place { lat_e7: corner.lat as i32, lon_e7: on_map(corner.lon) as i32 };
    ring.iter().chain(ring.first()).map(place).collect()
}

fn boxed(ring: &[Corner]) -> Ring {
    let lats = || ring.iter().map(|corner| corner.lat);
    let lons = || ring.iter().map(|corner| corner.lon);
    let (Some(south), Some(north), Some(west), Some(east)) =
        (lats().min(), lats().max(), lons().min(), lons().max())
    else {
        return Vec::new();
    };
    [(south, west), (south, east), (north, east), (north, west)]
        .into_iter()
        .map(|(lat, lon)| Corner { lat, lon })
        .collect()
}

/// The convex hull, the ground to its left; A. M. Andrew's chains, *Another efficient algorithm for
/// convex hulls in two dimensions*, Information Processing Letters 9 (1979).
fn hull(ring: &[Corner]) -> Ring {
    let mut corners = ring.to_vec();
    corners.sort_unstable_by_key(|corner| (corner.lon, corner.lat));
    corners.dedup();
    let chain = |corners: &mut dyn Iterator<Item = Corner>| {
        let mut chain: Ring = Vec::new();
        for corner in corners {
            while let [.., a, b] = chain[..] {
                if turn(a, b, corner) > 0 {
                    break;
                }
                chain.pop();
            }
            chain.push(corner);
        }
        chain.pop();
        chain
    };
    let mut hull = chain(&mut corners.iter().copied());
    hull.extend(chain(&mut corners.iter().rev().copied()));
    hull
}

/// No more rings than can be compared with each other, by putting hulls around neighbours in the
/// message.
fn gathered(rings: Vec<Ring>) -> Result<Vec<Ring>, OutlineError> {
    const MOST: usize = 2048;
    if rings.len() <= MOST {
        return Ok(rings);
    }
    let mut gathered = Vec::with_capacity(MOST);
    for some in rings.chunks(rings.len().div_ceil(MOST)) {
        gathered.extend(joined(some.to_vec(), 1)?);
    }
    Ok(gathered)
}

/// At most `most` rings, by putting hulls around two at a time.
fn joined(mut rings: Vec<Ring>, most: usize) -> Result<Vec<Ring>, OutlineError> {
    let mut boxes: Vec<[i64; 4]> = rings.iter().map(|ring| box_of(ring)).collect();
    while rings.len() > most {
        let Some((a, b)) = cheapest_pair(&boxes) else { break };
        let other = rings.swap_remove(b);
        boxes.swap_remove(b);
        // Beside each other, whichever side of the antimeridian each began on.
        let shift = ((boxes[a][1] - box_of(&other)[1] + TURN / 2).div_euclid(TURN)) * TURN;
        let moved = other.iter().map(|corner| Corner { lon: corner.lon + shift, ..*corner });
        let both: Ring = rings[a].iter().copied().chain(moved).collect();
        rings[a] = hull(&both);
        boxes[a] = box_of(&rings[a]);
        if boxes[a][3] - boxes[a][1] >= TURN / 2 {
            return Err(OutlineError::TooFarApart);
        }
    }
    Ok(rings)
}

/// South, west, north, east.
fn box_of(ring: &[Corner]) -> [i64; 4] {
    let start = [i64::MAX, i64::MAX, i64::MIN, i64::MIN];
    ring.iter().fold(start, |[s, w, n, e], corner| {
        [s.min(corner.lat), w.min(corner.lon), n.max(corner.lat), e.max(corner.lon)]
    })
}

/// The two boxes whose common box adds least, the second the later one.
fn cheapest_pair(boxes: &[[i64; 4]]) -> Option<(usize, usize)> {
    let size = |[s, w, n, e]: [i64; 4]| i128::from(n - s) * i128::from(e - w);
    let mut best: Option<(i128, usize, usize)> = None;
    // Neighbours in the order of the message are often neighbours on the map; looking at all pairs of
    // thousands, again after each step, would take too long.
    let window = if boxes.len() > 512 { 8 } else { boxes.len() };
    for (a, &one) in boxes.iter().enumerate() {
        for (b, &two) in boxes.iter().enumerate().skip(a + 1).take(window) {
            let shift = ((one[1] - two[1] + TURN / 2).div_euclid(TURN)) * TURN;
            let (west, east) = (two[1] + shift, two[3] + shift);
            let both = [one[0].min(two[0]), one[1].min(west), one[2].max(two[2]), one[3].max(east)];
            let added = size(both) - size(one) - size(two);
            if best.is_none_or(|(least, ..)| added < least) {
                best = Some((added, a, b));
            }
        }
    }
    best.map(|(_, a, b)| (a, b))
}

/// Whether a place lies on the line between two others.
fn is_on(a: Corner, b: Corner, place: Corner) -> bool {
    let (low, high) = ends(a.lat, b.lat);
    let (west, east) = ends(a.lon, b.lon);
    (low..=high).contains(&place.lat) && (west..=east).contains(&place.lon) && turn(a, b, place) == 0
}

/// Whether two lines share a place that is not an end of both.
fn meet((a, b): (Corner, Corner), (c, d): (Corner, Corner)) -> bool {
    let is_within =
        |from: Corner, to: Corner, place: Corner| place != from && place != to && is_on(from, to, place);
    if is_within(a, b, c) || is_within(a, b, d) || is_within(c, d, a) || is_within(c, d, b) {
        return true;
    }
    let side = |one: Corner, two: Corner, place: Corner| turn(one, two, place).signum();
    side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

/// Whether the line of a polygon crosses or touches itself.
pub fn crosses(polygon: &[Place]) -> bool {
    crosses_itself(&short_way(&without_repeats(polygon)).0)
}

fn crosses_itself(ring: &[Corner]) -> bool {
    let sheet = Sheet::new(std::slice::from_ref(&ring.to_vec()));
    // A ring so tangled that this many looks do not suffice counts as one that crosses itself.
    let mut looks = 2_000_000 + 200 * ring.len();
    (0..ring.len()).any(|node| {
        let line = sheet.line(node);
        sheet.grid.near(line).any(|(start, _)| {
            looks = looks.saturating_sub(1);
            let other = sheet.line(start);
            let is_same = start == node;
            let is_double = !is_same && (other == line || other == (line.1, line.0));
            looks == 0 || is_double || !is_same && meet(line, other) || is_visited_twice(&sheet, node, start)
        })
    })
}

/// Whether two lines that are no neighbours share a corner.
fn is_visited_twice(sheet: &Sheet, a: usize, b: usize) -> bool {
    a != b && sheet.nodes[a].corner == sheet.nodes[b].corner
}

/// One corner of one ring.
#[derive(Clone, Copy, Debug)]
struct Node {
    corner: Corner,
    ring: usize,
    before: usize,
    after: usize,
    is_alive: bool,
    /// Counts the changes around it, so that plans made before are known as old.
    changes: u32,
}

/// A way to have one corner less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Change {
    /// Leave the corner out.
    Drop,
    /// Put this corner in the place of the corner and the one after it.
    Meet { lat: i64, lon: i64 },
}

/// A change and when it was thought of. The cheapest first; then in an order that is the same
/// everywhere.
type Plan = Reverse<(i128, usize, u32, Change)>;

/// Rings that are being reduced.
struct Sheet {
    nodes: Vec<Node>,
    sizes: Vec<usize>,
    /// For each ring the longitudes between which it stays narrower than half of the Earth.
    reaches: Vec<[i64; 2]>,
    grid: Grid,
    plans: BinaryHeap<Plan>,
}

impl Sheet {
    fn new(rings: &[Ring]) -> Sheet {
        let mut nodes = Vec::with_capacity(points_of(rings));
        for (ring, corners) in rings.iter().enumerate() {
            let first = nodes.len();
            let count = corners.len();
            for (at, &corner) in corners.iter().enumerate() {
                let before = first + (at + count - 1) % count;
                let after = first + (at + 1) % count;
                nodes.push(Node { corner, ring, before, after, is_alive: true, changes: 0 });
            }
        }
        let sizes = rings.iter().map(Vec::len).collect();
        let reach = |ring: &Ring| {
            let [_, west, _, east] = box_of(ring);
            [east.saturating_sub(TURN / 2 - 1), west.saturating_add(TURN / 2 - 1)]
        };
        let reaches = rings.iter().map(reach).collect();
        let mut grid = Grid::around(rings);
        for (at, node) in nodes.iter().enumerate() {
            grid.insert(at, node.after, (node.corner, nodes[node.after].corner));
        }
        Sheet { nodes, sizes, reaches, grid, plans: BinaryHeap::new() }
    }

    /// The line that begins at a node.
    fn line(&self, node: usize) -> (Corner, Corner) {
        (self.nodes[node].corner, self.nodes[self.nodes[node].after].corner)
    }

    /// The rings with at most `most` points, or as few as the changes reach.
    fn reduced(mut self, most: usize) -> Vec<Ring> {
        for node in 0..self.nodes.len() {
            self.plan(node);
        }
        let mut points: usize = self.sizes.iter().map(|size| size + 1).sum();
        while points > most {
            let Some(Reverse((_, node, changes, change))) = self.plans.pop() else { break };
            let is_due = self.nodes[node].is_alive && self.nodes[node].changes == changes;
            if is_due && self.apply(node, change) {
                points -= 1;
            }
        }
        self.rings()
    }

    fn rings(&self) -> Vec<Ring> {
        let mut rings = vec![None; self.sizes.len()];
        for (first, node) in self.nodes.iter().enumerate() {
            if node.is_alive && rings[node.ring].is_none() {
                let mut ring = vec![node.corner];
                let mut at = node.after;
                while at != first {
                    ring.push(self.nodes[at].corner);
                    at = self.nodes[at].after;
                }
                rings[node.ring] = Some(ring);
            }
        }
        rings.into_iter().flatten().collect()
    }

    /// Thinks of the changes at a node.
    fn plan(&mut self, at: usize) {
        let node = self.nodes[at];
        if self.sizes[node.ring] <= 3 {
            return;
        }
        let corner = |index: usize| self.nodes[index].corner;
        let (a, b, c) = (corner(node.before), node.corner, corner(node.after));
        let added = turn(a, c, b);
        if added > 0 || added == 0 && is_on(a, c, b) {
            self.plans.push(Reverse((added, at, node.changes, Change::Drop)));
        }
        let d = corner(self.nodes[node.after].after);
        if let Some((added, meeting)) = meeting(a, b, c, d) {
            let change = Change::Meet { lat: meeting.lat, lon: meeting.lon };
            self.plans.push(Reverse((added, at, node.changes, change)));
        }
    }

    /// Makes a change, unless the ring would cross itself.
    fn apply(&mut self, at: usize, change: Change) -> bool {
        let node = self.nodes[at];
        if self.sizes[node.ring] <= 3 {
            return false;
        }
        let a = node.before;
        match change {
            Change::Drop => {
                let c = node.after;
                let line = (self.nodes[a].corner, self.nodes[c].corner);
                if !self.is_free(node.ring, line, &[a, at]) {
                    return false;
                }
                self.nodes[at].is_alive = false;
                self.link(a, c);
                self.plan_around(c);
            }
            Change::Meet { lat, lon } => {
                let m = node.after;
                let d = self.nodes[m].after;
                let x = Corner { lat, lon };
                let gone = [a, at, m];
                let [west, east] = self.reaches[node.ring];
                let free = |line| self.is_free(node.ring, line, &gone);
                let fits = (west..=east).contains(&lon)
                    && free((self.nodes[a].corner, x))
                    && free((x, self.nodes[d].corner));
                if !fits {
                    return false;
                }
                // What the ring may still grow by shrinks as it grows.
                self.reaches[node.ring] = [west.max(lon - (TURN / 2 - 1)), east.min(lon + (TURN / 2 - 1))];
                self.nodes[at].is_alive = false;
                self.nodes[m].is_alive = false;
                let new = self.nodes.len();
                self.nodes.push(Node { corner: x, is_alive: true, changes: 0, ..node });
                self.link(a, new);
                self.link(new, d);
                self.plan_around(new);
            }
        }
        self.sizes[node.ring] -= 1;
        true
    }

    fn link(&mut self, from: usize, to: usize) {
        self.nodes[from].after = to;
        self.nodes[to].before = from;
        self.grid.insert(from, to, (self.nodes[from].corner, self.nodes[to].corner));
    }

    /// Thinks again of everything that a change at a node may have touched.
    fn plan_around(&mut self, at: usize) {
        let mut node = self.nodes[self.nodes[at].before].before;
        for _ in 0..5 {
            self.nodes[node].changes += 1;
            self.plan(node);
            node = self.nodes[node].after;
        }
    }

    /// Whether a new line meets none of its ring's but those that begin at the nodes `gone`.
    fn is_free(&self, ring: usize, line: (Corner, Corner), gone: &[usize]) -> bool {
        !self.grid.near(line).any(|(start, end)| {
            let node = self.nodes[start];
            let stands = node.is_alive && node.after == end && node.ring == ring && !gone.contains(&start);
            let other = (node.corner, self.nodes[end].corner);
            stands && (meet(line, other) || shares_new_end(line, other, self, gone))
        })
    }
}

/// Whether a line ends at a new corner where another line has one already: the ring would touch
/// itself.
fn shares_new_end(line: (Corner, Corner), other: (Corner, Corner), sheet: &Sheet, gone: &[usize]) -> bool {
    let [first, .., last] = gone else { return false };
    let old_ends = [sheet.nodes[*first].corner, sheet.nodes[sheet.nodes[*last].after].corner];
    let is_new = |corner: &Corner| !old_ends.contains(corner);
    [line.0, line.1]
        .iter()
        .filter(|corner| is_new(corner))
        .any(|&corner| corner == other.0 || corner == other.1)
}

/// Where the lines a-b and d-c meet beyond b and c, rounded so that b and c stay inside, and twice
/// the ground that is added; `None` where they do not, or the point is off the map.
fn meeting(a: Corner, b: Corner, c: Corner, d: Corner) -> Option<(i128, Corner)> {
    if turn(a, b, c) <= 0 || turn(b, c, d) <= 0 || a == d {
        return None;
    }
    let wide = i128::from;
    let (ux, uy) = (wide(b.lon - a.lon), wide(b.lat - a.lat));
    let (vx, vy) = (wide(c.lon - d.lon), wide(c.lat - d.lat));
    let (wx, wy) = (wide(d.lon - a.lon), wide(d.lat - a.lat));
    let under = ux * vy - uy * vx;
    let over = wx * vy - wy * vx;
    // Only beyond b: the part of a-b is more than the whole.
    if under == 0 || over.signum() != under.signum() || over.abs() < under.abs() {
        return None;
    }
    // A point further away than the Earth is wide is none; this also bounds the products below.
    if over.abs() / under.abs() > wide(TURN) {
        return None;
    }
    let rough = |from: i64, step: i128| i64::try_from(wide(from) + (step * over).div_euclid(under)).ok();
    let (lat, lon) = (rough(a.lat, uy)?, rough(a.lon, ux)?);
    let off_map = |x: &Corner| x.lat.abs() > 900_000_000 || (x.lon - a.lon).abs() > TURN / 4;
    let around =
        (-1..=2).flat_map(|up| (-1..=2).map(move |right| Corner { lat: lat + up, lon: lon + right }));
    around
        .filter(|x| !off_map(x))
        .filter_map(|x| {
            let added = [turn(a, x, b), turn(b, x, c), turn(c, x, d)];
            added.iter().all(|&part| part >= 0).then(|| (added.iter().sum::<i128>(), x))
        })
        .min_by_key(|&(added, x)| (added, x.lat, x.lon))
}

/// The lines of some rings by the squares of a grid that they may pass through.
struct Grid {
    south: i64,
    west: i64,
    height: i64,
    width: i64,
    side: i64,
    squares: Vec<Vec<(usize, usize)>>,
    /// Lines that pass through so many squares that they are looked at every time.
    long: Vec<(usize, usize)>,
}

impl Grid {
    fn around(rings: &[Ring]) -> Grid {
        let corners: Ring = rings.iter().flatten().copied().collect();
        let [south, west, north, east] = box_of(&corners);
        let side = (corners.len().isqrt() as i64).clamp(1, 512);
        Grid {
            south,
            west,
            height: (north.saturating_sub(south) / side + 1).max(1),
            width: (east.saturating_sub(west) / side + 1).max(1),
            side,
            squares: vec![Vec::new(); (side * side) as usize],
            long: Vec::new(),
        }
    }

    /// The rows and columns that a line's box covers; what lies outside belongs to the rim.
    fn cover(&self, (a, b): (Corner, Corner)) -> ([i64; 2], [i64; 2]) {
        let row = |lat: i64| ((lat - self.south).div_euclid(self.height)).clamp(0, self.side - 1);
        let column = |lon: i64| ((lon - self.west).div_euclid(self.width)).clamp(0, self.side - 1);
        let (low, high) = ends(a.lat, b.lat);
        let (west, east) = ends(a.lon, b.lon);
        ([row(low), row(high)], [column(west), column(east)])
    }

    fn insert(&mut self, start: usize, end: usize, line: (Corner, Corner)) {
        let ([low, high], [west, east]) = self.cover(line);
        if (high - low + 1) * (east - west + 1) > 64 {
            self.long.push((start, end));
            return;
        }
        for row in low..=high {
            for column in west..=east {
                self.squares[(row * self.side + column) as usize].push((start, end));
            }
        }
    }

    /// The lines that may meet a line, some more than once, some that are long gone.
    fn near(&self, line: (Corner, Corner)) -> impl Iterator<Item = (usize, usize)> + '_ {
        let ([low, high], [west, east]) = self.cover(line);
        let rows =
            (low..=high).flat_map(move |row| (west..=east).map(move |column| row * self.side + column));
        rows.flat_map(|square| &self.squares[square as usize]).chain(&self.long).copied()
    }
}
