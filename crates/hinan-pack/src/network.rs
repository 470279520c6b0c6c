//! The streets as streams: which junctions each edge joins, where nodes are, how long segments are,
//! of which kind and way. Every function serves both directions, see [`crate::coder`].

use hinan_model::Place;
use hinan_model::network::{KindPace, NONE};

use crate::coder::{Bit, Coder};
use crate::columns::{Columns, for_each_segment};
use crate::error::{PackError, damaged};
use crate::model::{Number, Symbol};

/// Bits that a number takes.
fn size(value: u32) -> usize {
    (u32::BITS - value.leading_zeros()) as usize
}

/// The edges: their junctions and how many segments they have. `columns` has as many edges and
/// junctions as there will be.
///
/// # Errors
/// Where a junction lies outside, or segments do not add up to `segments`.
pub fn edges(coder: &mut impl Coder, columns: &mut Columns, segments: usize) -> Result<(), PackError> {
    const WHAT: &str = "the streets";
    let junctions = columns.clusters.len() as u32;
    let (mut steps, mut spans) = ([Number::default(), Number::default()], vec![Number::default(); 24]);
    let mut lengths = vec![Number::default(); 8];
    let (mut before, mut was_same, mut last_span, mut last_length) = (0_u32, 0_usize, 0_usize, 0_usize);
    for edge in 0..columns.edges() {
        let [a, b] = columns.edge_ends[edge];
        let step = steps[was_same].code_signed(coder, a.wrapping_sub(before) as i32);
        let a = before.wrapping_add(step as u32);
        was_same = usize::from(step == 0);
        before = a;
        let span = spans[last_span].code_signed(coder, b.wrapping_sub(a) as i32);
        let b = a.wrapping_add(span as u32);
        last_span = size(span.unsigned_abs()).min(11) + 12 * was_same;
        if a >= junctions || b >= junctions {
            return Err(damaged(WHAT, "an edge ends nowhere"));
        }
        columns.edge_ends[edge] = [a, b];
        let first = columns.edge_segments[edge];
        let length = columns.edge_segments[edge + 1].wrapping_sub(first).wrapping_sub(1);
        let length = lengths[last_length].code(coder, length);
        last_length = (length as usize).min(7);
        columns.edge_segments[edge + 1] = first
            .checked_add(length)
            .and_then(|end| end.checked_add(1))
            .filter(|&end| end as usize <= segments)
            .ok_or(damaged(WHAT, "edges have more segments than there are"))?;
    }
    if columns.segments() == segments { Ok(()) } else { Err(damaged(WHAT, "segments are missing")) }
}

/// Where junctions are: foretold from the junction before, which lies near, and from neighbours that
/// are already known.
pub fn junctions(coder: &mut impl Coder, columns: &mut Columns) {
    let count = columns.clusters.len();
    let mut known: Vec<[u32; 2]> = vec![[NONE; 2]; count];
    for &[a, b] in &columns.edge_ends {
        let (low, high) = (a.min(b), a.max(b));
        let slots = &mut known[high as usize];
        let has_room = low != high && !slots.contains(&low);
        if let Some(slot) = slots.iter_mut().find(|slot| has_room && **slot == NONE) {
            *slot = low;
        }
    }
    let mut models = vec![[Number::default(), Number::default()]; 3 * 24];
    let mut before = Place::default();
    let mut last = 0_usize;
    for (junction, known) in known.iter().enumerate() {
        let neighbours = known.iter().filter(|&&node| node != NONE).count();
        let (mut lat, mut lon) = (i64::from(before.lat_e7), i64::from(before.lon_e7));
        for &node in known.iter().filter(|&&node| node != NONE) {
            lat += i64::from(columns.places[node as usize].lat_e7);
            lon += i64::from(columns.places[node as usize].lon_e7);
        }
        let shares = neighbours as i64 + 1;
        let (lat, lon) = ((lat / shares) as i32, (lon / shares) as i32);
        let place = columns.places[junction];
        let north = models[neighbours * 24 + last][0].code_signed(coder, place.lat_e7.wrapping_sub(lat));
        let row = neighbours * 24 + size(north.unsigned_abs()).min(23);
        let east = models[row][1].code_signed(coder, place.lon_e7.wrapping_sub(lon));
        before = Place { lat_e7: lat.wrapping_add(north), lon_e7: lon.wrapping_add(east) };
        last = size(north.unsigned_abs().max(east.unsigned_abs())).min(23);
        columns.places[junction] = before;
    }
}

/// Where the nodes between junctions are: foretold from the step before and the way that is left to
/// the end of the edge; first along the step, then across it.
pub fn inner_nodes(coder: &mut impl Coder, columns: &mut Columns) {
    let mut models = Steps::default();
    let mut node = columns.clusters.len();
    for edge in 0..columns.edges() {
        let [a, b] = columns.edge_ends[edge];
        let end = columns.places[b as usize];
        let mut at = columns.places[a as usize];
        let count = columns.edge_segments[edge + 1] - columns.edge_segments[edge] - 1;
        let mut last: Option<Step> = None;
        for left in (1..=count).rev() {
            let to_end = Step::between(at, end).over(i64::from(left) + 1);
            let foretold = match last {
                Some(last) => {
                    Step { north: (last.north + to_end.north) / 2, east: (last.east + to_end.east) / 2 }
                }
                None => to_end,
            };
            let context = usize::from(last.is_some()) * 4 + (left as usize).min(4) - 1;
            let step = models.code(coder, foretold, Step::between(at, columns.places[node]), context);
            at = step.from(at);
            columns.places[node] = at;
            last = Some(step);
            node += 1;
        }
    }
}

/// A step from one node to the next, in 1e-7 degree.
#[derive(Clone, Copy, Debug, Default)]
struct Step {
    north: i64,
    east: i64,
}

impl Step {
    fn between(from: Place, to: Place) -> Step {
        Step {
            north: i64::from(to.lat_e7) - i64::from(from.lat_e7),
            east: i64::from(to.lon_e7) - i64::from(from.lon_e7),
        }
    }

    fn over(self, parts: i64) -> Step {
        Step { north: self.north / parts, east: self.east / parts }
    }

    fn from(self, place: Place) -> Place {
        Place {
            lat_e7: (i64::from(place.lat_e7) + self.north) as i32,
            lon_e7: (i64::from(place.lon_e7) + self.east) as i32,
        }
    }
}

struct Steps {
    along: Vec<Number>,
    across: Vec<Number>,
}

impl Default for Steps {
    fn default() -> Steps {
        Steps { along: vec![Number::default(); 8 * 24], across: vec![Number::default(); 8 * 24] }
    }
}

impl Steps {
    fn code(&mut self, coder: &mut impl Coder, foretold: Step, step: Step, context: usize) -> Step {
        let is_north = foretold.north.abs() >= foretold.east.abs();
        let turned = |step: Step| if is_north { (step.north, step.east) } else { (step.east, step.north) };
        let ((main, side), (real_main, real_side)) = (turned(foretold), turned(step));
        let row = context * 24 + size(main.unsigned_abs() as u32).min(23);
        let off = self.along[row].code_signed(coder, (real_main - main) as i32);
        let real_main = main + i64::from(off);
        // The direction is surer than the length: the side follows from what the step has become.
        let side = if main == 0 { side } else { side.wrapping_mul(real_main).wrapping_div(main) };
        let row = context * 24 + size(real_main.unsigned_abs() as u32).min(23);
        let off = self.across[row].code_signed(coder, (real_side - side) as i32);
        let real_side = side + i64::from(off);
        if is_north {
            Step { north: real_main, east: real_side }
        } else {
            Step { north: real_side, east: real_main }
        }
    }
}

/// Lengths of segments, foretold from the places of their ends.
pub fn lengths(coder: &mut impl Coder, columns: &Columns, length_mm: &mut [u32]) {
    let (mut is_bent, mut off) = (Bit::default(), Number::default());
    let mut segment = 0;
    for_each_segment(
        &columns.edge_ends,
        &columns.edge_segments,
        columns.clusters.len() as u32,
        |from, to| {
            let place = |node: u32| columns.places.get(node as usize).copied().unwrap_or_default();
            let straight = place(from).distance_mm(place(to));
            let more = length_mm[segment].wrapping_sub(straight) as i32;
            length_mm[segment] = if coder.bit(&mut is_bent, more != 0) {
                straight.wrapping_add(off.code_signed(coder, more) as u32)
            } else {
                straight
            };
            segment += 1;
        },
    );
}

/// How many ways are remembered at a junction.
const REMEMBERED: usize = 4;

/// Ways of segments. Ways are numbered by their first segment, so that a new one costs no number; an old
/// one is mostly one that met the same junction before.
///
/// # Errors
/// Where there are more ways than `ways`.
pub fn ways(coder: &mut impl Coder, columns: &mut Columns, ways: usize) -> Result<(), PackError> {
    const WHAT: &str = "the ways";
    let mut goes_on = [Bit::default(); 2];
    let mut choices = vec![Symbol::new(4); 9 * 3];
    let mut numbers = Number::default();
    let mut met = vec![[NONE; REMEMBERED]; columns.clusters.len()];
    let mut next = 0_u32;
    let (mut last_choice, mut before) = (0_usize, NONE);
    for edge in 0..columns.edges() {
        let [a, b] = columns.edge_ends[edge];
        let (first, end) = (columns.edge_segments[edge], columns.edge_segments[edge + 1]);
        for segment in first..end {
            let real = columns.ways_of[segment as usize];
            let is_first = segment == first;
            if !is_first {
                let same = coder.bit(&mut goes_on[usize::from(segment == first + 1)], real != before);
                if !same {
                    columns.ways_of[segment as usize] = before;
                    continue;
                }
            }
            let way = {
                let candidates = candidates(&met[a as usize], &met[b as usize]);
                let count = candidates.iter().take_while(|&&way| way != NONE).count();
                // 0: none, 1: new, 2: another by number, 3..: met before.
                let choice = match candidates.iter().position(|&way| way == real && way != NONE) {
                    _ if real == NONE => 0,
                    Some(at) => at as u32 + 3,
                    None if real == next => 1,
                    None => 2,
                };
                let choice = choices[count * 3 + last_choice].code(coder, choice);
                last_choice = (choice as usize).min(2);
                match choice {
                    0 => NONE,
                    1 => {
                        next += 1;
                        next - 1
                    }
                    2 => next.wrapping_sub(numbers.code(coder, next.wrapping_sub(real))),
                    at => candidates.get(at as usize - 3).copied().unwrap_or(NONE),
                }
            };
            if way != NONE && way as usize >= ways {
                return Err(damaged(WHAT, "a segment is of a way that there is not"));
            }
            columns.ways_of[segment as usize] = way;
            before = way;
            if is_first {
                remember(&mut met[a as usize], way);
            }
        }
        remember(&mut met[b as usize], before);
    }
    Ok(())
}

/// The ways remembered at both ends, without doubles, those of the first end first.
fn candidates(a: &[u32; REMEMBERED], b: &[u32; REMEMBERED]) -> [u32; 2 * REMEMBERED] {
    let mut candidates = [NONE; 2 * REMEMBERED];
    let mut count = 0;
    for &way in a.iter().chain(b) {
        if way != NONE && !candidates[..count].contains(&way) {
            candidates[count] = way;
            count += 1;
        }
    }
    candidates
}

fn remember(met: &mut [u32; REMEMBERED], way: u32) {
    if way == NONE {
        return;
    }
    let at = met.iter().position(|&known| known == way).unwrap_or(REMEMBERED - 1);
    met[..=at].rotate_right(1);
    met[0] = way;
}

/// Kinds of segments: mostly that of the segment before on the edge, or of the last one of the way.
///
/// # Errors
/// Where a kind does not fit the table.
pub fn kinds(
    coder: &mut impl Coder,
    columns: &Columns,
    kind: &mut [u16],
    kinds: usize,
) -> Result<(), PackError> {
    let bits = usize::BITS - kinds.saturating_sub(1).leading_zeros();
    let mut same = [Bit::default(); 3 * 2];
    let mut others = vec![Symbol::new(bits.min(12)); 33];
    let mut of_way = vec![u16::MAX; columns.way_ids.len()];
    let (mut before, mut hit) = (0_u16, 0);
    for edge in 0..columns.edges() {
        let (first, end) = (columns.edge_segments[edge], columns.edge_segments[edge + 1]);
        for segment in first as usize..end as usize {
            let real = kind[segment];
            let way = columns.ways_of[segment] as usize;
            let (foretold, context) = if segment > first as usize {
                (before, 0)
            } else {
                match of_way.get(way).copied().filter(|&kind| kind != u16::MAX) {
                    Some(kind) => (kind, 1),
                    None => (before, 2),
                }
            };
            let differs = coder.bit(&mut same[context * 2 + hit], real != foretold);
            hit = usize::from(differs);
            let found = if differs {
                others[usize::from(foretold).min(32)].code(coder, u32::from(real)) as u16
            } else {
                foretold
            };
            if usize::from(found) >= kinds {
                return Err(damaged("the kinds of streets", "a number points outside"));
            }
            kind[segment] = found;
            before = found;
            if let Some(of_way) = of_way.get_mut(way) {
                *of_way = found;
            }
        }
    }
    Ok(())
}

/// Slopes of segments.
pub fn grades(coder: &mut impl Coder, grades: &mut [i8]) {
    let mut models = vec![Symbol::new(8); 64];
    let mut before = 0_i8;
    for grade in grades {
        let context = (i32::from(before).clamp(-31, 31) + 32) as usize;
        before = models[context].code(coder, u32::from(*grade as u8)) as u8 as i8;
        *grade = before;
    }
}

/// Given times.
pub fn times(coder: &mut impl Coder, forward_ds: &mut [u32], backward_ds: &mut [u32]) {
    let (mut there, mut back) = (vec![Number::default(); 33], Number::default());
    let mut last = 0;
    for (forward, backward) in forward_ds.iter_mut().zip(backward_ds) {
        *forward = there[last].code(coder, *forward);
        last = size(*forward);
        *backward =
            forward.wrapping_add(back.code_signed(coder, backward.wrapping_sub(*forward) as i32) as u32);
    }
}

/// Which streets hang together: mostly what a neighbour's cluster is.
pub fn clusters(coder: &mut impl Coder, columns: &mut Columns) {
    let count = columns.clusters.len();
    let mut known = vec![NONE; count];
    for &[a, b] in &columns.edge_ends {
        let (low, high) = (a.min(b), a.max(b));
        if low != high {
            known[high as usize] = known[high as usize].min(low);
        }
    }
    let mut differs = [Bit::default(); 4];
    let (mut is_main, mut others) = (Bit::default(), Number::default());
    let mut before = 0;
    for (junction, &neighbour) in known.iter().enumerate() {
        let real = columns.clusters[junction];
        let has_neighbour = neighbour != NONE;
        let foretold = if has_neighbour { columns.clusters[neighbour as usize] } else { before };
        let context = usize::from(has_neighbour) * 2 + usize::from(foretold == 0);
        let mut found = foretold;
        if coder.bit(&mut differs[context], real != foretold) {
            found = if foretold != 0 && !coder.bit(&mut is_main, real != 0) {
                0
            } else {
                others.code(coder, real)
            };
        }
        columns.clusters[junction] = found;
        before = found;
    }
}

/// The table of kinds: rows like those before.
pub fn table(coder: &mut impl Coder, kinds: &mut [KindPace]) {
    let mut models: [Number; 4] = Default::default();
    let mut before = KindPace::default();
    for pace in kinds {
        let [forward, backward, extra, flags] = &mut models;
        let mut step = |model: &mut Number, value: u16, from: u16| {
            i32::from(from).wrapping_add(model.code_signed(coder, i32::from(value) - i32::from(from))) as u16
        };
        let forward_ms_per_m = step(forward, pace.forward_ms_per_m, before.forward_ms_per_m);
        before = KindPace {
            forward_ms_per_m,
            backward_ms_per_m: step(backward, pace.backward_ms_per_m, forward_ms_per_m),
            extra_ds: step(extra, pace.extra_ds, before.extra_ds),
            flags: step(flags, pace.flags, before.flags),
        };
        *pace = before;
    }
}

/// Numbers of 64 bits, each near the one before.
pub fn large_numbers(coder: &mut impl Coder, numbers: &mut [i64]) {
    let (mut back, mut low, mut high) = (Bit::default(), Number::default(), Number::default());
    let mut before = 0_i64;
    for number in numbers {
        let is_back = coder.bit(&mut back, *number < before);
        let off = number.abs_diff(before);
        let top = high.code(coder, (off >> 32) as u32);
        let off = u64::from(top) << 32 | u64::from(low.code(coder, off as u32));
        before = if is_back { before.wrapping_sub_unsigned(off) } else { before.wrapping_add_unsigned(off) };
        *number = before;
    }
}
