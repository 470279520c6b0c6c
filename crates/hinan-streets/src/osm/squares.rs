//! Squares: areas that people walk straight across.
//!
//! The way around an area is drawn like any street. Across it, the ways that matter join its
//! *gateways*, the nodes of its rings where other streets (or doors) meet it. A shortest way inside a polygon is
//! straight except at reflex corners (where it bends around a corner or a hole), so straight lines
//! between gateways and reflex corners that see each other hold every shortest way; of them only
//! those are kept that some shortest way between two gateways uses. All tests are exact, in integers.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use hinan_model::network::{NONE, Way};
use hinan_model::place::Place;
use hinan_model::source::Step;
use rayon::prelude::*;

use super::build::{Line, Nodes, Piece, WayAt, Ways, ring_line};
use super::nodes::NodeTable;
use super::rings::{Area, Areas, RingTally};
use crate::kinds::Kinds;
use crate::report::step;

/// Corners and gateways of one area beyond which only near pairs are joined.
const MOST_CORNERS: usize = 120;
/// Pairs times sides of one area beyond which the same holds.
const MOST_WORK: usize = 6_000_000;
/// Sides and rings of one area beyond which nothing is drawn across.
const MOST_SIDES: usize = 20_000;
const MOST_RINGS: usize = 500;
/// How many of its nearest a gateway is joined to then.
const NEAREST: usize = 6;
/// Areas larger than this, in 1e-7 degree, are no squares (and could overflow the arithmetic).
const WIDEST_E7: i64 = 400_000_000;

/// What became of the areas.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SquareTally {
    crossings: u64,
    crossed: u64,
    one_gateway: u64,
    too_many: u64,
    too_large: u64,
}

impl SquareTally {
    pub(super) fn step(&self, areas: u64, rings: &RingTally) -> Step {
        step(
            "cross squares",
            [("areas", areas), ("areas crossed", self.crossed), ("segments across", self.crossings)],
            [
                ("areas with fewer than two ways in, walked around only", self.one_gateway),
                ("areas of many corners, joined to the nearest only", self.too_many),
                ("areas too large to cross, walked around only", self.too_large),
                ("members of multipolygons that the file does not hold whole", rings.missing_members),
                ("outlines of multipolygons that do not close", rings.open_rings),
            ],
        )
    }
}

/// Draws the rings of multipolygons and the lines across every area.
#[expect(clippy::too_many_arguments, reason = "one caller; a struct of these would be read once")]
pub(super) fn cross(
    ways: &Ways,
    chosen: &[WayAt],
    lines: &[Line],
    areas: &Areas,
    number: &[u32],
    nodes: &Nodes<'_>,
    table: &NodeTable,
    kinds: &mut Kinds,
) -> (Piece, SquareTally) {
    let mut piece = Piece::default();
    let mut tally = SquareTally::default();
    if areas.list.is_empty() {
        return (piece, tally);
    }
    let meetings = Meetings::of(ways, chosen, areas, table);
    let found: Vec<Crossing> = areas
        .list
        .par_iter()
        .map(|area| crossing(area, &meetings.gateways(ways, area), number, nodes.places))
        .collect();
    let mut rows = (0_u32..).zip(chosen).filter(|(_, at)| ways.get(**at).walk.is_some_and(|w| w.area));
    for (area, crossing) in areas.list.iter().zip(&found) {
        let line = match area.way {
            // Areas of ways are in the order of the chosen ways, so one pass finds their rows.
            Some(way) => match rows.find(|(_, at)| ways.get(**at).id == ways.get(way).id) {
                Some((row, _)) => lines[row as usize],
                None => continue,
            },
            None => {
                let mut line = ring_line(area, kinds);
                if !area.name.is_empty() {
                    line.way = (chosen.len() + piece.named()) as u32;
                    piece.add_name(Way { id: -1, name: area.name.clone() });
                }
                for ring in &area.rings {
                    let chain: Vec<u32> = ring.iter().map(|&row| number[row as usize]).collect();
                    piece.add_line(line, &chain, nodes);
                }
                line
            }
        };
        for pair in &crossing.pairs {
            piece.add_line(line, pair, nodes);
        }
        tally.crossings += crossing.pairs.len() as u64;
        tally.crossed += u64::from(!crossing.pairs.is_empty());
        tally.one_gateway += u64::from(crossing.one_gateway);
        tally.too_many += u64::from(crossing.too_many);
        tally.too_large += u64::from(crossing.too_large);
    }
    (piece, tally)
}

/// How many walkable things meet at each row of the node table.
struct Meetings {
    count: Vec<u8>,
    doors: Vec<u32>,
}

impl Meetings {
    fn of(ways: &Ways, chosen: &[WayAt], areas: &Areas, table: &NodeTable) -> Meetings {
        let mut meetings = Meetings { count: vec![0; table.ids.len()], doors: Vec::new() };
        for &at in chosen {
            meetings.add(open_part(ways.rows(at)));
        }
        for area in areas.list.iter().filter(|area| area.way.is_none()) {
            for ring in &area.rings {
                meetings.add(open_part(ring));
            }
        }
        let doors = table.tagged.iter().filter(|(node, _)| node.facts.entrance || node.facts.way_in);
        meetings.doors = doors.map(|(_, row)| *row).filter(|&row| row != NONE).collect();
        meetings
    }

    fn add(&mut self, rows: &[u32]) {
        for &row in rows {
            if let Some(count) = self.count.get_mut(row as usize) {
                *count = count.saturating_add(1);
            }
        }
    }

    /// The rows of an area's rings where something else meets it, sorted.
    fn gateways(&self, ways: &Ways, area: &Area) -> Vec<u32> {
        // The area itself, and those of its outlines that are streets of their own: walking along
        // an outline is not meeting it.
        let own: Vec<&[u32]> = area
            .members
            .iter()
            .filter(|at| ways.get(**at).walk.is_some())
            .map(|at| open_part(ways.rows(*at)))
            .collect();
        let mut own: Vec<u32> = own.into_iter().flatten().copied().collect();
        own.sort_unstable();
        let mut gateways: Vec<u32> = area
            .rings
            .iter()
            .flat_map(|ring| open_part(ring))
            .copied()
            .filter(|&row| {
                let members = own.partition_point(|&o| o <= row) - own.partition_point(|&o| o < row);
                let others = usize::from(self.count[row as usize]) > members + 1;
                others || self.doors.binary_search(&row).is_ok()
            })
            .collect();
        gateways.sort_unstable();
        gateways.dedup();
        gateways
    }
}

/// A chain without its repeated end.
fn open_part(rows: &[u32]) -> &[u32] {
    match rows {
        [first, middle @ .., last] if first == last && !middle.is_empty() => &rows[..rows.len() - 1],
        _ => rows,
    }
}

/// Segments across one area, as pairs of nodes of the streets.
#[derive(Default)]
struct Crossing {
    pairs: Vec<[u32; 2]>,
    one_gateway: bool,
    too_many: bool,
    too_large: bool,
}

fn crossing(area: &Area, gateways: &[u32], number: &[u32], places: &[Place]) -> Crossing {
    let mut crossing = Crossing::default();
    if gateways.len() < 2 {
        crossing.one_gateway = true;
        return crossing;
    }
    let sides: usize = area.rings.iter().map(Vec::len).sum();
    if sides > MOST_SIDES || area.rings.len() > MOST_RINGS {
        crossing.too_large = true;
        return crossing;
    }
    let polygon = Polygon::of(area, number, places);
    if polygon.too_wide {
        crossing.too_large = true;
        return crossing;
    }
    let corners = polygon.corners(gateways, number);
    let work = corners.len() * corners.len() / 2 * polygon.sides.len();
    if corners.len() <= MOST_CORNERS && work <= MOST_WORK {
        crossing.pairs = polygon.shortest_lines(&corners);
        return crossing;
    }
    crossing.too_many = true;
    let near_work = corners.len() * corners.len() / 8 + corners.len() * NEAREST * 4 * polygon.sides.len();
    if near_work > 8 * MOST_WORK {
        crossing.too_large = true;
        crossing.too_many = false;
    } else {
        crossing.pairs = polygon.nearest_lines(&corners);
    }
    crossing
}

/// A point in 1e-7 degree. Being straight, left or right does not depend on the scale of the axes.
type Point = (i64, i64);

struct Polygon {
    /// Sides as nodes of the streets and as points.
    sides: Vec<([u32; 2], [Point; 2])>,
    rings: Vec<Vec<(u32, Point)>>,
    too_wide: bool,
}

/// A node that a line across may start or end at.
#[derive(Clone, Copy)]
struct Corner {
    node: u32,
    point: Point,
    place: Place,
    gateway: bool,
    /// The inside angle is more than half a turn.
    reflex: bool,
    /// The corners before and after it on its ring.
    beside: [Point; 2],
}

impl Corner {
    /// Whether a shortest way may go on to `other` after bending here: both sides of the corner lie
    /// on one side of the line. Ways begin at gateways, from there they may go anywhere.
    fn may_bend_to(&self, other: &Corner) -> bool {
        let [before, after] = self.beside.map(|side| turn(self.point, other.point, side).signum());
        self.gateway || before * after >= 0
    }
}

/// Twice the area of the triangle: positive where `c` lies left of the line from `a` to `b`.
fn turn(a: Point, b: Point, c: Point) -> i64 {
    (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)
}

impl Polygon {
    fn of(area: &Area, number: &[u32], places: &[Place]) -> Polygon {
        let mut polygon = Polygon { sides: Vec::new(), rings: Vec::new(), too_wide: false };
        for ring in &area.rings {
            let mut points: Vec<(u32, Point)> = ring
                .iter()
                .map(|&row| {
                    let node = number[row as usize];
                    let place = places[node as usize];
                    (node, (i64::from(place.lon_e7), i64::from(place.lat_e7)))
                })
                .collect();
            points.dedup_by_key(|(node, _)| *node);
            for pair in points.windows(2) {
                polygon.sides.push(([pair[0].0, pair[1].0], [pair[0].1, pair[1].1]));
            }
            points.pop();
            polygon.rings.push(points);
        }
        let points = || polygon.rings.iter().flatten().map(|(_, point)| *point);
        let span = |axis: fn(Point) -> i64| {
            let (low, high) = (points().map(axis).min(), points().map(axis).max());
            high.unwrap_or(0) - low.unwrap_or(0)
        };
        polygon.too_wide = span(|p| p.0) > WIDEST_E7 || span(|p| p.1) > WIDEST_E7;
        polygon
    }

    /// Whether `point` (given doubled, so that middles of lines are whole) lies inside: an odd
    /// number of sides lie east of it.
    fn holds(&self, doubled: Point) -> bool {
        let mut inside = false;
        for (_, [a, b]) in &self.sides {
            let (a, b) = ((a.0 * 2, a.1 * 2), (b.0 * 2, b.1 * 2));
            if (a.1 > doubled.1) != (b.1 > doubled.1) {
                let left = turn(a, b, doubled) > 0;
                inside ^= left == (b.1 > a.1);
            }
        }
        inside
    }

    /// Gateways, and corners where the inside angle is more than half a turn, in the order of the
    /// rings, each node once.
    fn corners(&self, gateways: &[u32], number: &[u32]) -> Vec<Corner> {
        let mut gateways: Vec<u32> = gateways.iter().map(|&row| number[row as usize]).collect();
        gateways.sort_unstable();
        let mut corners: Vec<Corner> = Vec::new();
        for (index, ring) in self.rings.iter().enumerate() {
            let inside_left = self.inside_is_left(index);
            for (position, &(node, point)) in ring.iter().enumerate() {
                let before = ring[(position + ring.len() - 1) % ring.len()].1;
                let after = ring[(position + 1) % ring.len()].1;
                let bend = turn(before, point, after);
                let reflex = if inside_left { bend < 0 } else { bend > 0 };
                let gateway = gateways.binary_search(&node).is_ok();
                if gateway || reflex {
                    let place = Place { lat_e7: point.1 as i32, lon_e7: point.0 as i32 };
                    corners.push(Corner { node, point, place, gateway, reflex, beside: [before, after] });
                }
            }
        }
        corners.sort_by_key(|corner| corner.node);
        corners.dedup_by_key(|corner| corner.node);
        corners
    }

    /// Whether the walkable inside lies left of a ring's sides. An outline has it inside, a hole
    /// outside; a ring is a hole if another ring holds it an odd number of times.
    fn inside_is_left(&self, index: usize) -> bool {
        let ring = &self.rings[index];
        let origin = ring.first().map_or((0, 0), |(_, point)| *point);
        let twice_area: i128 = ring
            .iter()
            .zip(ring.iter().cycle().skip(1))
            .map(|((_, a), (_, b))| i128::from(turn(origin, *a, *b)))
            .sum();
        let mut hole = false;
        for (other, points) in self.rings.iter().enumerate().filter(|(other, _)| *other != index) {
            let outside = ring.iter().find(|(node, _)| points.iter().all(|(n, _)| n != node));
            if let Some((_, point)) = outside {
                hole ^= self.ring_holds(other, (point.0 * 2, point.1 * 2));
            }
        }
        (twice_area > 0) != hole
    }

    fn ring_holds(&self, ring: usize, doubled: Point) -> bool {
        let points = &self.rings[ring];
        let mut inside = false;
        for ((_, a), (_, b)) in points.iter().zip(points.iter().cycle().skip(1)) {
            let (a, b) = ((a.0 * 2, a.1 * 2), (b.0 * 2, b.1 * 2));
            if (a.1 > doubled.1) != (b.1 > doubled.1) {
                inside ^= (turn(a, b, doubled) > 0) == (b.1 > a.1);
            }
        }
        inside
    }

    /// Whether two corners see each other inside the area. A line that touches another corner does
    /// not count: that corner is reflex, so the two halves of the line are there in its place.
    fn sees(&self, a: &Corner, b: &Corner) -> bool {
        let (p, q) = (a.point, b.point);
        if p == q {
            return false;
        }
        let (west, east) = (p.0.min(q.0), p.0.max(q.0));
        let (south, north) = (p.1.min(q.1), p.1.max(q.1));
        for (_, [c, d]) in &self.sides {
            let beside = c.0.max(d.0) < west || c.0.min(d.0) > east;
            if beside || c.1.max(d.1) < south || c.1.min(d.1) > north {
                continue;
            }
            let (c_turn, d_turn) = (turn(p, q, *c), turn(p, q, *d));
            if (c_turn > 0 && d_turn > 0) || (c_turn < 0 && d_turn < 0) {
                continue;
            }
            if (c_turn == 0 && strictly_between(p, q, *c)) || (d_turn == 0 && strictly_between(p, q, *d)) {
                return false;
            }
            if c_turn == 0 || d_turn == 0 {
                continue;
            }
            let (p_turn, q_turn) = (turn(*c, *d, p), turn(*c, *d, q));
            if (p_turn > 0 && q_turn < 0) || (p_turn < 0 && q_turn > 0) {
                return false;
            }
        }
        self.holds((p.0 + q.0, p.1 + q.1))
    }

    /// Pairs of corners that a side joins, by index, the lower first, sorted.
    fn sides_between(&self, corners: &[Corner]) -> Vec<(usize, usize)> {
        let index = |node: u32| corners.binary_search_by_key(&node, |corner| corner.node).ok();
        let ends = self.sides.iter().filter_map(|([a, b], _)| index(*a).zip(index(*b)));
        let mut pairs: Vec<(usize, usize)> = ends.map(|(a, b)| (a.min(b), a.max(b))).collect();
        pairs.sort_unstable();
        pairs
    }

    /// The lines across that shortest ways between gateways use.
    fn shortest_lines(&self, corners: &[Corner]) -> Vec<[u32; 2]> {
        let sides = self.sides_between(corners);
        let mut seen: Vec<Vec<(usize, u64)>> = vec![Vec::new(); corners.len()];
        let mut used: Vec<(usize, usize)> = Vec::new();
        for (i, a) in corners.iter().enumerate() {
            let from_here =
                &sides[sides.partition_point(|side| side.0 < i)..sides.partition_point(|side| side.0 <= i)];
            for (j, b) in corners.iter().enumerate().skip(i + 1) {
                // Two sides meet at a corner, seldom more.
                let is_side = from_here.iter().any(|side| side.1 == j);
                // A way bends around a corner that it touches; a line that runs into a corner and
                // would have to turn away from it is on no shortest way.
                if is_side || (a.may_bend_to(b) && b.may_bend_to(a) && self.sees(a, b)) {
                    let millimetres = u64::from(a.place.distance_mm(b.place));
                    seen[i].push((j, millimetres));
                    seen[j].push((i, millimetres));
                    // Nothing is shorter than the straight line between two gateways.
                    if a.gateway && b.gateway {
                        used.push((i, j));
                    }
                }
            }
        }
        if corners.iter().any(|corner| corner.reflex) {
            let mut search = Search::of(corners.len());
            for start in (0..corners.len()).filter(|&i| corners[i].gateway) {
                search.run(start, corners, &seen, &mut used);
            }
        }
        used.sort_unstable();
        used.dedup();
        let lines = used.into_iter().filter(|pair| sides.binary_search(pair).is_err());
        lines.map(|(i, j)| [corners[i].node, corners[j].node]).collect()
    }

    /// Lines from each corner to the nearest that it sees, where there are too many for all.
    fn nearest_lines(&self, corners: &[Corner]) -> Vec<[u32; 2]> {
        let mut lines = Vec::new();
        let sides = self.sides_between(corners);
        for (i, a) in corners.iter().enumerate() {
            let mut near: Vec<(u32, usize)> = corners
                .iter()
                .enumerate()
                .filter(|(j, _)| *j != i)
                .map(|(j, b)| (a.place.distance_mm(b.place), j))
                .collect();
            near.sort_unstable();
            let seen = near.into_iter().take(4 * NEAREST).map(|(_, j)| j);
            let is_side = |j: usize| sides.binary_search(&(i.min(j), i.max(j))).is_ok();
            let seen = seen.filter(|&j| !is_side(j) && self.sees(a, &corners[j]));
            lines.extend(
                seen.take(NEAREST).map(|j| [a.node.min(corners[j].node), a.node.max(corners[j].node)]),
            );
        }
        lines.sort_unstable();
        lines.dedup();
        lines
    }
}

/// Whether `c` lies on the line from `a` to `b`, its ends left out.
fn strictly_between(a: Point, b: Point, c: Point) -> bool {
    let in_box = (a.0.min(b.0)..=a.0.max(b.0)).contains(&c.0) && (a.1.min(b.1)..=a.1.max(b.1)).contains(&c.1);
    in_box && c != a && c != b && turn(a, b, c) == 0
}

/// Shortest ways inside one area, from one gateway to all others (Dijkstra).
struct Search {
    length: Vec<u64>,
    before: Vec<usize>,
    queue: BinaryHeap<Reverse<(u64, usize)>>,
}

impl Search {
    fn of(corners: usize) -> Search {
        Search {
            length: vec![u64::MAX; corners],
            before: vec![usize::MAX; corners],
            queue: BinaryHeap::new(),
        }
    }

    /// Adds the lines of shortest ways from `start` to `used`.
    fn run(
        &mut self,
        start: usize,
        corners: &[Corner],
        seen: &[Vec<(usize, u64)>],
        used: &mut Vec<(usize, usize)>,
    ) {
        self.length.fill(u64::MAX);
        self.before.fill(usize::MAX);
        self.length[start] = 0;
        self.queue.push(Reverse((0, start)));
        while let Some(Reverse((length, at))) = self.queue.pop() {
            if length > self.length[at] {
                continue;
            }
            for &(next, way) in &seen[at] {
                if length + way < self.length[next] {
                    self.length[next] = length + way;
                    self.before[next] = at;
                    // Ways bend at reflex corners only: what lies behind another is found directly.
                    if corners[next].reflex {
                        self.queue.push(Reverse((length + way, next)));
                    }
                }
            }
        }
        for goal in (start + 1..corners.len()).filter(|&i| corners[i].gateway) {
            let mut at = goal;
            // Straight ways are there already.
            while self.before[at] != usize::MAX && self.before[goal] != start {
                let previous = self.before[at];
                used.push((previous.min(at), previous.max(at)));
                at = previous;
            }
        }
    }
}
