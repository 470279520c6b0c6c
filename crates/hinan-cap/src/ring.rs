//! Whether a ring of places is one: closed, with ground inside, not crossing itself.

use hinan_model::Place;

/// How many pairs of lines a message may have compared, beyond so many a point.
const COMPARISONS: u64 = 1_000_000;
/// How many comparisons each point adds.
const COMPARISONS_A_POINT: u64 = 100;

/// What one message may still spend on its rings.
#[derive(Debug)]
pub(crate) struct Budget {
    comparisons: u64,
}

impl Budget {
    pub(crate) fn new() -> Budget {
        Budget { comparisons: COMPARISONS }
    }
}

/// What is wrong with a closed ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// All its places are in one line.
    Flat,
    /// Two of its lines share a place that is no corner of theirs; the numbers of their first points.
    Crosses(usize, usize),
    /// Too many of its lines pass by each other to look at.
    Unchecked,
}

/// A corner on a map that goes on where the Earth begins anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Corner {
    x: i64,
    y: i64,
}

/// A line and the number of its first point in the ring as it was given.
#[derive(Clone, Copy, Debug)]
struct Line {
    from: Corner,
    to: Corner,
    number: usize,
    first: usize,
}

/// 1e-7 degrees of half a turn.
const HALF_TURN: i64 = 1_800_000_000;

/// Looks at a ring whose last place repeats its first. One that jumps from one end of the map to the
/// other may mean the long way or the short way across the antimeridian: it is good if either is.
pub(crate) fn flaw(ring: &[Place], budget: &mut Budget) -> Option<Flaw> {
    budget.comparisons = budget.comparisons.saturating_add(COMPARISONS_A_POINT * ring.len() as u64);
    let jumps = ring
        .windows(2)
        .any(|step| i64::from(step[0].lon_e7).abs_diff(step[1].lon_e7.into()) > HALF_TURN as u64);
    let on_the_map = flaw_of(lines(ring, false), budget);
    if on_the_map.is_some() && jumps { flaw_of(lines(ring, true), budget) } else { on_the_map }
}

fn flaw_of(lines: Vec<Line>, budget: &mut Budget) -> Option<Flaw> {
    let is_flat =
        lines.first().is_none_or(|first| lines.iter().all(|line| turn(first.from, first.to, line.to) == 0));
    if is_flat { Some(Flaw::Flat) } else { crossing(lines, budget) }
}

/// The lines of a ring, without those of no length; the short way around the Earth where asked.
fn lines(ring: &[Place], is_short_way: bool) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::with_capacity(ring.len());
    let Some(first) = ring.first() else { return lines };
    let mut at = Corner { x: i64::from(first.lon_e7), y: i64::from(first.lat_e7) };
    for (first, step) in ring.windows(2).enumerate() {
        let east = i64::from(step[1].lon_e7) - i64::from(step[0].lon_e7);
        let turns = if !is_short_way || east.abs() <= HALF_TURN { 0 } else { east.signum() };
        let east = east - turns * 2 * HALF_TURN;
        let to = Corner { x: at.x + east, y: i64::from(step[1].lat_e7) };
        if to != at {
            lines.push(Line { from: at, to, number: lines.len(), first });
        }
        at = to;
    }
    lines
}

/// Two lines that share more than a corner that follows from their order. A sweep along the axis
/// on which the ring is longer; only lines that lie beside each other are compared.
fn crossing(mut lines: Vec<Line>, budget: &mut Budget) -> Option<Flaw> {
    let extent = |of: fn(&Corner) -> i64| {
        let values = || lines.iter().map(|line| of(&line.from));
        values().max().unwrap_or(0) - values().min().unwrap_or(0)
    };
    if extent(|corner| corner.y) > extent(|corner| corner.x) {
        for line in &mut lines {
            line.from = Corner { x: line.from.y, y: line.from.x };
            line.to = Corner { x: line.to.y, y: line.to.x };
        }
    }
    let count = lines.len();
    lines.sort_by_key(|line| (line.from.x.min(line.to.x), line.number));
    let mut beside: Vec<Line> = Vec::new();
    let mut found: Option<(usize, usize)> = None;
    for line in lines {
        budget.comparisons = match budget.comparisons.checked_sub(beside.len() as u64) {
            Some(left) => left,
            None => return Some(Flaw::Unchecked),
        };
        let reached = line.from.x.min(line.to.x);
        beside.retain(|other| other.from.x.max(other.to.x) >= reached);
        for other in &beside {
            if share_too_much(&line, other, count) {
                let pair = (line.first.min(other.first), line.first.max(other.first));
                // The first in the order of the ring, whatever the sweep's.
                found = Some(found.map_or(pair, |best| best.min(pair)));
            }
        }
        beside.push(line);
    }
    found.map(|(a, b)| Flaw::Crosses(a, b))
}

/// Whether two lines of a ring share a place, other than the corner between neighbours.
fn share_too_much(a: &Line, b: &Line, count: usize) -> bool {
    let (before, after) = if a.number < b.number { (a, b) } else { (b, a) };
    let follows = after.number - before.number == 1;
    let closes = before.number == 0 && after.number == count - 1;
    if follows || closes {
        // Neighbours share a corner; they share more where one runs back over the other.
        let (before, after) = if follows { (before, after) } else { (after, before) };
        return turn(before.from, before.to, after.to) == 0 && runs_back(before, after);
    }
    meet(before, after)
}

fn runs_back(before: &Line, after: &Line) -> bool {
    let way = |line: &Line| (i128::from(line.to.x - line.from.x), i128::from(line.to.y - line.from.y));
    let ((ax, ay), (bx, by)) = (way(before), way(after));
    ax * bx + ay * by < 0
}

fn meet(a: &Line, b: &Line) -> bool {
    let apart = |from: fn(&Corner) -> i64| {
        let (a, b) = ([from(&a.from), from(&a.to)], [from(&b.from), from(&b.to)]);
        a[0].max(a[1]) < b[0].min(b[1]) || b[0].max(b[1]) < a[0].min(a[1])
    };
    if apart(|corner| corner.x) || apart(|corner| corner.y) {
        return false;
    }
    // The boxes touch; the lines do where neither lies on one side of the other.
    let parts = |line: &Line, other: &Line| {
        let (from, to) = (turn(line.from, line.to, other.from), turn(line.from, line.to, other.to));
        from.signum() * to.signum() <= 0
    };
    parts(a, b) && parts(b, a)
}

/// Positive where `c` lies to the left of the way from `a` to `b`, 0 on its line.
fn turn(a: Corner, b: Corner, c: Corner) -> i128 {
    let (x, y) = (|corner: Corner| i128::from(corner.x), |corner: Corner| i128::from(corner.y));
    (x(b) - x(a)) * (y(c) - y(a)) - (y(b) - y(a)) * (x(c) - x(a))
}
