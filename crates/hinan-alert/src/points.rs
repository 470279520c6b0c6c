//! Many places, put in order once, so that the ones inside of a ground are found without asking
//! for each: a million places against ten thousand alerts.
//!
//! Places are sorted into rows from south to north, each row from west to east. Within a row the
//! lines of a polygon stand in a few groups; between two groups no line passes, so that all places
//! there are inside or none is, and one run says so. Only the places within a group are looked at
//! one by one, against the lines of that group. The answer is exact, and the same as
//! [`Ground::at`](crate::Ground::at) gives for each.
//!
//! There are no threads here: a [`Points`] may be shared, and callers give each thread some of the
//! grounds.

use std::ops::Range;

use hinan_model::Place;

use crate::disc::Disc;
use crate::ground::{Ground, Shape};
use crate::patch::{Crossings, Edge, Patch, TURN};

/// Fewer places than this make no row of their own.
const LEAST_ROW: usize = 64;

/// Places in an order of their own.
#[derive(Clone, Debug, Default)]
pub struct Points {
    /// For each place of this order its number in the list that was given.
    given: Vec<u32>,
    places: Vec<Place>,
    rows: Vec<Row>,
}

/// Places of nearly one latitude, from west to east.
#[derive(Clone, Debug)]
struct Row {
    low: i64,
    high: i64,
    places: Range<usize>,
}

/// Some of the places of a [`Points`]: ranges of its order, apart from each other, ascending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Runs(Vec<Range<u32>>);

/// How many places, and how much their weights come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Places.
    pub places: u64,
    /// The sum of the weights; thousandths of a person where people are counted.
    pub weight: u64,
}

impl Points {
    /// Puts places in order. At most 2^32 - 1 of them; those beyond are left out.
    pub fn new(places: &[Place]) -> Points {
        let count = u32::try_from(places.len()).unwrap_or(u32::MAX);
        let mut given: Vec<u32> = (0..count).collect();
        let place_of = |number: &u32| places[*number as usize];
        given.sort_unstable_by_key(|number| (place_of(number).lat_e7, *number));
        let height = (count as usize).isqrt().max(LEAST_ROW);
        let mut rows = Vec::with_capacity(given.len() / height + 1);
        for first in (0..given.len()).step_by(height) {
            let range = first..given.len().min(first + height);
            let row = &mut given[range.clone()];
            if let (Some(lowest), Some(highest)) = (row.first(), row.last()) {
                let (low, high) = (place_of(lowest).lat_e7, place_of(highest).lat_e7);
                rows.push(Row { low: i64::from(low), high: i64::from(high), places: range });
            }
            row.sort_unstable_by_key(|number| (place_of(number).lon_e7, place_of(number).lat_e7, *number));
        }
        let places = given.iter().map(place_of).collect();
        Points { given, places, rows }
    }

    /// How many places there are.
    pub fn len(&self) -> usize {
        self.given.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// The numbers that the places of some runs had in the list that was given, in this order.
    pub fn numbers(&self, runs: &Runs) -> impl Iterator<Item = u32> + '_ {
        runs.0
            .clone()
            .into_iter()
            .flat_map(|run| self.given[run.start as usize..run.end as usize].iter().copied())
    }

    /// The places that lie inside of a ground. Where it [is open](Ground::is_open) all others may be
    /// concerned as well.
    pub fn inside(&self, ground: &Ground) -> Runs {
        self.within(&ground.shapes)
    }

    /// The places that are not inside and that the ground would hold if its polygons were read the
    /// long way around the Earth.
    pub fn may_be(&self, ground: &Ground) -> Runs {
        if ground.is_open() {
            return self.within(&[Shape::Everywhere]).without(&self.inside(ground));
        }
        self.within(&ground.long_ways).without(&self.inside(ground))
    }

    /// How many places some runs have, and what `weights` (by the numbers of the list that was given)
    /// come to; a place without a weight has none.
    pub fn count(&self, runs: &Runs, weights: &[u64]) -> Count {
        let weight = self.numbers(runs).filter_map(|number| weights.get(number as usize));
        Count { places: runs.len(), weight: weight.fold(0, |sum, &weight| sum.saturating_add(weight)) }
    }

    fn within(&self, shapes: &[Shape]) -> Runs {
        let mut runs = Vec::new();
        for shape in shapes {
            match shape {
                Shape::Patch(patch) => self.in_patch(patch, &mut runs),
                Shape::Disc(disc) => self.in_disc(disc, &mut runs),
                Shape::Everywhere => runs.push(0..self.given.len() as u32),
            }
        }
        Runs::from(runs)
    }

    /// The rows that have latitudes between `low` and `high`.
    fn rows(&self, low: i64, high: i64) -> &[Row] {
        let first = self.rows.partition_point(|row| row.high < low);
        let count = self.rows[first..].partition_point(|row| row.low <= high);
        &self.rows[first..first + count]
    }

    /// The places of a row with longitudes from `west` to `east`.
    fn between(&self, row: &Row, west: i64, east: i64) -> Range<usize> {
        let places = &self.places[row.places.clone()];
        let first = places.partition_point(|place| i64::from(place.lon_e7) < west);
        let count = places[first..].partition_point(|place| i64::from(place.lon_e7) <= east);
        row.places.start + first..row.places.start + first + count
    }

    fn in_patch(&self, patch: &Patch, runs: &mut Vec<Range<u32>>) {
        let rows = self.rows(patch.lat[0], patch.lat[1]);
        let mut waiting: Vec<(i64, u32)> =
            (0..).zip(&patch.edges).map(|(number, edge)| (edge.a.lat.min(edge.b.lat), number)).collect();
        waiting.sort_unstable();
        let mut waiting = waiting.into_iter().peekable();
        let mut standing: Vec<u32> = Vec::new();
        let mut groups = Groups::default();
        for row in rows {
            while let Some((_, number)) = waiting.next_if(|&(bottom, _)| bottom <= row.high) {
                standing.push(number);
            }
            standing.retain(|&number| {
                let edge = &patch.edges[number as usize];
                edge.a.lat.max(edge.b.lat) >= row.low
            });
            groups.arrange(patch, &standing, row);
            self.in_row(patch, row, &groups, runs);
        }
    }

    /// The places of one row, group by group from the east.
    fn in_row(&self, patch: &Patch, row: &Row, groups: &Groups, runs: &mut Vec<Range<u32>>) {
        for shift in patch.turns(-TURN / 2, TURN / 2) {
            let mut east_of = Crossings::default();
            let mut east_end = i64::MAX;
            for group in groups.eastern_first() {
                if patch.is_inside(east_of) {
                    let gap = self.between(row, group.east + 1 - shift, east_end.saturating_sub(shift));
                    push(runs, gap);
                }
                for at in self.between(row, group.west - shift, group.east - shift) {
                    let place = self.places[at];
                    let (lat, lon) = (i64::from(place.lat_e7), i64::from(place.lon_e7) + shift);
                    if patch.has(group.edges.iter(), lat, lon, east_of) {
                        push(runs, at..at + 1);
                    }
                }
                group.edges.iter().for_each(|edge| east_of.add(edge, row.low));
                east_end = group.west - 1;
            }
        }
    }

    fn in_disc(&self, disc: &Disc, runs: &mut Vec<Range<u32>>) {
        let [low, high] = disc.lats();
        for row in self.rows(low, high) {
            let (middle, [inner, outer]) = disc.columns(row.low, row.high);
            if outer < 0 {
                continue;
            }
            let outer = outer.min(TURN / 2);
            for shift in [-TURN, 0, TURN] {
                let around = self.between(row, middle - outer - shift, middle + outer - shift);
                // Half a turn either way would meet the same places twice, which is harmless.
                let surely = match inner {
                    0.. => self.between(row, middle - inner - shift, middle + inner - shift),
                    _ => around.start..around.start,
                };
                let inside = |at: &usize| disc.contains(self.places[*at]);
                (around.start..surely.start).filter(inside).for_each(|at| push(runs, at..at + 1));
                (surely.end.max(around.start)..around.end)
                    .filter(inside)
                    .for_each(|at| push(runs, at..at + 1));
                push(runs, surely);
            }
        }
    }
}

/// Adds a range, joined to the one before where they touch.
fn push(runs: &mut Vec<Range<u32>>, range: Range<usize>) {
    if range.is_empty() {
        return;
    }
    // A `Points` has fewer than 2^32 places.
    let (start, end) = (range.start as u32, range.end as u32);
    match runs.last_mut() {
        Some(last) if last.end == start => last.end = end,
        Some(last) if last.start == end => last.start = start,
        _ => runs.push(start..end),
    }
}

/// The lines of a polygon that pass through a row, in groups that overlap from west to east.
#[derive(Debug, Default)]
struct Groups {
    edges: Vec<Edge>,
    bounds: Vec<Bounds>,
    spans: Vec<([i64; 2], u32)>,
}

#[derive(Clone, Copy, Debug)]
struct Bounds {
    west: i64,
    east: i64,
    first: usize,
    end: usize,
}

/// One group.
struct Group<'a> {
    west: i64,
    east: i64,
    edges: &'a [Edge],
}

impl Groups {
    fn arrange(&mut self, patch: &Patch, standing: &[u32], row: &Row) {
        self.spans.clear();
        self.edges.clear();
        self.bounds.clear();
        for &number in standing {
            self.spans.push((patch.edges[number as usize].span(row.low, row.high), number));
        }
        self.spans.sort_unstable();
        for &([west, east], number) in &self.spans {
            let at = self.edges.len();
            self.edges.push(patch.edges[number as usize]);
            match self.bounds.last_mut() {
                Some(last) if west <= last.east => {
                    last.east = last.east.max(east);
                    last.end = at + 1;
                }
                _ => self.bounds.push(Bounds { west, east, first: at, end: at + 1 }),
            }
        }
    }

    fn eastern_first(&self) -> impl Iterator<Item = Group<'_>> {
        let group = |bounds: &Bounds| Group {
            west: bounds.west,
            east: bounds.east,
            edges: &self.edges[bounds.first..bounds.end],
        };
        self.bounds.iter().rev().map(group)
    }
}

impl From<Vec<Range<u32>>> for Runs {
    /// Puts ranges in order and joins what touches.
    fn from(mut ranges: Vec<Range<u32>>) -> Runs {
        ranges.retain(|range| !range.is_empty());
        ranges.sort_unstable_by_key(|range| (range.start, range.end));
        let mut joined: Vec<Range<u32>> = Vec::with_capacity(ranges.len());
        for range in ranges {
            match joined.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => joined.push(range),
            }
        }
        Runs(joined)
    }
}

impl Runs {
    /// How many places.
    pub fn len(&self) -> u64 {
        self.0.iter().map(|run| u64::from(run.end - run.start)).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The ranges.
    pub fn ranges(&self) -> &[Range<u32>] {
        &self.0
    }

    /// Those that are not in `other`.
    #[must_use]
    pub fn without(&self, other: &Runs) -> Runs {
        let mut left = Vec::new();
        let mut others = other.0.iter().peekable();
        for run in &self.0 {
            let mut start = run.start;
            while let Some(&taken) = others.peek() {
                if taken.end <= start {
                    others.next();
                } else if taken.start >= run.end {
                    break;
                } else {
                    if taken.start > start {
                        left.push(start..taken.start);
                    }
                    start = taken.end;
                    if taken.end >= run.end {
                        break;
                    }
                }
            }
            if start < run.end {
                left.push(start..run.end);
            }
        }
        Runs(left)
    }
}

/// What a simplification adds: places that an alert was not meant for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spill {
    /// Inside of the ground that is sent.
    pub inside: Count,
    /// Of these, outside of the ground that was meant.
    pub added: Count,
    /// Inside of the ground that was meant and outside of the ground that is sent: none, unless the
    /// two have nothing to do with each other.
    pub lost: Count,
}

impl Points {
    /// Whom `sent` reaches, and whom of them `meant` does not concern; see [`Points::count`].
    pub fn spill(&self, meant: &Ground, sent: &Ground, weights: &[u64]) -> Spill {
        let (wanted, reached) = (self.inside(meant), self.inside(sent));
        Spill {
            inside: self.count(&reached, weights),
            added: self.count(&reached.without(&wanted), weights),
            lost: self.count(&wanted.without(&reached), weights),
        }
    }
}
