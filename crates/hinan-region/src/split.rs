//! Puts new nodes into the middle of segments: where entrances of shelters meet the street.

use std::collections::{BTreeMap, BTreeSet};

use hinan_model::Ds;
use hinan_model::network::{KindPace, Measure, NodeIds, Streets, entrance_number};

/// Nearer than this to an end of a segment, the end itself is taken.
const AT_END_MM: u32 = 500;

/// What became of the segments that were cut.
#[derive(Debug, Default)]
pub struct Cuts {
    /// The node that now stands for a point (segment, part in mm).
    pub node_at: BTreeMap<(u32, u32), u32>,
    /// Segment -> the further pieces behind it; its own number is the first piece.
    pub pieces: BTreeMap<u32, core::ops::Range<u32>>,
}

/// Length of a raw segment in mm, or its time as if walked at 1 m/s.
pub fn raw_length_mm(measure: &Measure, segment: u32) -> u32 {
    match measure {
        Measure::Physical { length_mm, .. } => length_mm[segment as usize],
        Measure::Given { forward_ds, backward_ds } => {
            forward_ds[segment as usize].min(backward_ds[segment as usize]).saturating_mul(100)
        }
    }
}

/// Cuts segments at `points` (segment, part in mm from its start). A point close to an end becomes
/// that end; points in the same place become one node.
pub fn cut(streets: &mut Streets, points: &BTreeSet<(u32, u32)>) -> Cuts {
    let mut cuts = Cuts::default();
    let mut by_segment: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for &(segment, part) in points {
        by_segment.entry(segment).or_default().push(part);
    }
    let mut added = 0;
    for (segment, parts) in by_segment {
        let length = raw_length_mm(&streets.measure, segment);
        let [a, b] = streets.segments[segment as usize];
        let mut inner: Vec<(u32, u32)> = Vec::new();
        for part in parts {
            let node = if part <= AT_END_MM.min(length / 2) {
                a
            } else if part.saturating_add(AT_END_MM) >= length {
                b
            } else {
                let node = streets.node_ids.len() as u32;
                add_node(streets, segment, part, length, added);
                added += 1;
                inner.push((part, node));
                node
            };
            cuts.node_at.insert((segment, part), node);
        }
        if !inner.is_empty() {
            let first = streets.segments.len() as u32;
            replace_by_pieces(streets, segment, length, &inner);
            cuts.pieces.insert(segment, first..streets.segments.len() as u32);
        }
    }
    cuts
}

fn add_node(streets: &mut Streets, segment: u32, part: u32, length: u32, added: u32) {
    let [a, b] = streets.segments[segment as usize];
    let place = streets.places[a as usize].towards(streets.places[b as usize], part, length);
    streets.places.push(place);
    if !streets.people.is_empty() {
        streets.people.push(0);
    }
    match &mut streets.node_ids {
        NodeIds::Numbers(ids) => ids.push(entrance_number(added)),
        NodeIds::Texts(ids) => {
            // The source may itself have such an id; a prime tells the two apart.
            let mut id = format!("entrance/{}", added + 1);
            while ids.contains(&id) {
                id.push('\'');
            }
            ids.push(id);
        }
    }
}

/// Segment a-b becomes a-n1, and n1-n2, ..., nk-b are appended.
fn replace_by_pieces(streets: &mut Streets, segment: u32, length: u32, inner: &[(u32, u32)]) {
    let at = segment as usize;
    let [_, b] = streets.segments[at];
    let way = streets.segment_way[at];
    streets.segments[at][1] = inner[0].1;
    for (index, &(_, node)) in inner.iter().enumerate() {
        let next = inner.get(index + 1).map_or(b, |&(_, next)| next);
        streets.segments.push([node, next]);
        streets.segment_way.push(way);
    }
    let borders: Vec<u32> =
        [0].into_iter().chain(inner.iter().map(|&(part, _)| part)).chain([length]).collect();
    match &mut streets.measure {
        Measure::Physical { length_mm, kind, grade, kinds, kind_names, walkers } => {
            // A gate stands at one end of the segment: only one piece pays for it.
            let plain = without_extra(kinds, kind_names, walkers.len(), kind[at]);
            length_mm[at] = borders[1];
            for pair in borders[1..].windows(2) {
                length_mm.push(pair[1] - pair[0]);
                kind.push(plain);
                if let Some(&grade_here) = grade.get(at) {
                    grade.push(grade_here);
                }
            }
        }
        Measure::Given { forward_ds, backward_ds } => {
            for times in [forward_ds, backward_ds] {
                let whole = times[at];
                let until =
                    |part: u32| (u64::from(whole) * u64::from(part) / u64::from(length.max(1))) as u32;
                let piece =
                    |from, to| if whole >= Ds::UNREACHABLE.0 { whole } else { until(to) - until(from) };
                times[at] = piece(0, borders[1]);
                times.extend(borders[1..].windows(2).map(|pair| piece(pair[0], pair[1])));
            }
        }
    }
}

/// The kind like `kind` that costs nothing on top.
fn without_extra(kinds: &mut Vec<KindPace>, names: &mut Vec<String>, walkers: usize, kind: u16) -> u16 {
    let row = kind as usize * walkers..(kind as usize + 1) * walkers;
    if kinds[row.clone()].iter().all(|pace| pace.extra_ds == 0) {
        return kind;
    }
    let plain: Vec<KindPace> = kinds[row].iter().map(|pace| KindPace { extra_ds: 0, ..*pace }).collect();
    find_or_add_kind(kinds, names, &plain, &format!("{}, beyond", names[kind as usize])).unwrap_or(kind)
}

/// The number of a row of kinds with these paces and name; adds it where there is none. `None`
/// where the table is full.
pub fn find_or_add_kind(
    kinds: &mut Vec<KindPace>,
    names: &mut Vec<String>,
    row: &[KindPace],
    name: &str,
) -> Option<u16> {
    let found = names
        .iter()
        .enumerate()
        .position(|(index, n)| n == name && kinds[index * row.len()..][..row.len()] == *row);
    if let Some(index) = found {
        return u16::try_from(index).ok();
    }
    let index = u16::try_from(names.len()).ok()?;
    kinds.extend_from_slice(row);
    names.push(name.to_owned());
    Some(index)
}
