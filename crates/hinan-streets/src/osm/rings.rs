//! Areas that people can walk across, and outlines in general: from ways and multipolygons to closed
//! rings of nodes.

use std::collections::{BTreeMap, VecDeque};

use hinan_model::network::NONE;

use super::build::{WayAt, Ways};
use super::{Member, RelationRecord};
use crate::facts::Walk;

/// An area that people can walk across. Its rings are closed chains of rows of the node table, the
/// first row repeated at the end; holes are told from outlines by counting crossings, so that their
/// order does not matter.
pub(super) struct Area {
    pub(super) walk: Walk,
    pub(super) rings: Vec<Vec<u32>>,
    /// The way itself, where it is one: its ring is drawn with the other ways.
    pub(super) way: Option<WayAt>,
    /// Name of the relation, where it is one.
    pub(super) name: String,
    /// Member ways of the relation.
    pub(super) members: Vec<WayAt>,
}

/// What became of outlines.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RingTally {
    pub(super) missing_members: u64,
    pub(super) open_rings: u64,
}

/// All areas, ways by id first, then relations in the order of the file.
pub(super) struct Areas {
    pub(super) list: Vec<Area>,
    pub(super) tally: RingTally,
}

impl Areas {
    pub(super) fn of(ways: &Ways, relations: &[RelationRecord]) -> Areas {
        let mut areas = Areas { list: Vec::new(), tally: RingTally::default() };
        for &at in &ways.order {
            let Some(walk) = ways.get(at).walk.filter(|walk| walk.area) else { continue };
            if ways.is_ring(at) {
                let rings = vec![ways.rows(at).to_vec()];
                areas.list.push(Area {
                    walk,
                    rings,
                    way: Some(at),
                    name: String::new(),
                    members: Vec::new(),
                });
            }
        }
        for relation in relations {
            let Some(walk) = relation.walk else { continue };
            let rings = rings_of(relation, ways, &mut areas.tally);
            if !rings.is_empty() {
                let members = relation.members.iter().filter_map(|member| match member {
                    Member::Outer(id) | Member::Inner(id) => ways.find(*id),
                    Member::Node(_) => None,
                });
                let members = members.collect();
                areas.list.push(Area { walk, rings, way: None, name: relation.name.clone(), members });
            }
        }
        areas
    }
}

/// The closed rings of a multipolygon, outlines and holes.
pub(super) fn rings_of(relation: &RelationRecord, ways: &Ways, tally: &mut RingTally) -> Vec<Vec<u32>> {
    let mut rings = outer_rings_of(relation, ways, tally);
    rings.extend(inner_rings_of(relation, ways, tally));
    rings
}

/// The holes of a multipolygon.
pub(super) fn inner_rings_of(relation: &RelationRecord, ways: &Ways, tally: &mut RingTally) -> Vec<Vec<u32>> {
    assemble(chains(relation, ways, true, tally), tally)
}

/// The outlines of a multipolygon.
pub(super) fn outer_rings_of(relation: &RelationRecord, ways: &Ways, tally: &mut RingTally) -> Vec<Vec<u32>> {
    assemble(chains(relation, ways, false, tally), tally)
}

fn chains<'a>(
    relation: &RelationRecord,
    ways: &'a Ways,
    inner: bool,
    tally: &mut RingTally,
) -> Vec<&'a [u32]> {
    let mut chains = Vec::new();
    for member in &relation.members {
        let id = match member {
            Member::Outer(id) if !inner => id,
            Member::Inner(id) if inner => id,
            _ => continue,
        };
        match ways.find(*id).map(|at| ways.rows(at)) {
            Some(rows) if rows.len() >= 2 && !rows.contains(&NONE) => chains.push(rows),
            _ => tally.missing_members += 1,
        }
    }
    chains
}

/// Strings chains together at their ends. Chains that do not close are counted.
fn assemble(chains: Vec<&[u32]>, tally: &mut RingTally) -> Vec<Vec<u32>> {
    let mut at_end: BTreeMap<u32, VecDeque<usize>> = BTreeMap::new();
    for (index, chain) in chains.iter().enumerate() {
        for end in [chain.first(), chain.last()].into_iter().flatten() {
            at_end.entry(*end).or_default().push_back(index);
        }
    }
    let mut used = vec![false; chains.len()];
    let mut rings = Vec::new();
    for (index, chain) in chains.iter().enumerate() {
        if std::mem::replace(&mut used[index], true) {
            continue;
        }
        let mut ring = chain.to_vec();
        while ring.first() != ring.last() {
            let Some(&end) = ring.last() else { break };
            let Some(next) = at_end.get_mut(&end).and_then(|waiting| next_unused(waiting, &used)) else {
                break;
            };
            used[next] = true;
            extend(&mut ring, chains[next], end);
        }
        if ring.len() >= 4 && ring.first() == ring.last() {
            rings.push(ring);
        } else {
            tally.open_rings += 1;
        }
    }
    rings
}

/// The first chain that is not used. Used ones are taken off for good, so that a node where very many
/// chains end costs no more than they are.
fn next_unused(waiting: &mut VecDeque<usize>, used: &[bool]) -> Option<usize> {
    while let Some(next) = waiting.pop_front() {
        if !used[next] {
            return Some(next);
        }
    }
    None
}

fn extend(ring: &mut Vec<u32>, chain: &[u32], end: u32) {
    if chain.first() == Some(&end) {
        ring.extend(&chain[1..]);
    } else {
        ring.extend(chain.iter().rev().skip(1));
    }
}
