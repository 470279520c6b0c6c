//! Which nodes of a file are needed, and where they are.

use hinan_model::network::NONE;
use hinan_model::place::Place;
use rayon::prelude::*;

use super::{Batch, Member, NodeBatch, NodeRecord, RelationRecord, Spot};
use crate::buckets::Buckets;

/// Tells, without ever missing one, which nodes are needed: a bit for each id, ids that differ by a
/// multiple of its size sharing one. With 16 bits a reference about one node in 20 is kept
/// in vain; ids that follow each other lie in one cache line, unlike in a hash table.
pub(super) struct Sieve {
    bits: Vec<u64>,
    mask: u64,
}

impl Sieve {
    pub(super) fn of(batches: &[Batch], relations: &[RelationRecord]) -> Sieve {
        let references: usize = batches.iter().map(|batch| batch.refs.len()).sum();
        let words = (references / 4).next_power_of_two().clamp(1 << 10, 1 << 28);
        let mut sieve = Sieve { bits: vec![0; words], mask: words as u64 * 64 - 1 };
        for &id in batches.iter().flat_map(|batch| &batch.refs) {
            sieve.insert(id);
        }
        for member in relations.iter().flat_map(|relation| &relation.members) {
            if let Member::Node(id) = member {
                sieve.insert(*id);
            }
        }
        sieve
    }

    fn insert(&mut self, id: i64) {
        let bit = id as u64 & self.mask;
        self.bits[(bit >> 6) as usize] |= 1 << (bit & 63);
    }

    pub(super) fn keeps(&self, id: i64) -> bool {
        let bit = id as u64 & self.mask;
        self.bits[(bit >> 6) as usize] >> (bit & 63) & 1 != 0
    }
}

/// Nodes by id.
#[derive(Debug, Default)]
pub(super) struct NodeTable {
    pub(super) ids: Vec<i64>,
    pub(super) places: Vec<Place>,
    /// Nodes whose tags mean something, by id, with their rows in this table (or [`NONE`]).
    pub(super) tagged: Vec<(NodeRecord, u32)>,
    /// Nodes that are drawn, by id.
    pub(super) spots: Vec<Spot>,
    /// Objects of the tagged nodes.
    pub(super) objects: Vec<super::OwnedTags>,
    /// How many nodes came twice.
    pub(super) twice: u64,
    buckets: Buckets,
}

impl NodeTable {
    pub(super) fn of(batches: Vec<NodeBatch>) -> NodeTable {
        let mut table = NodeTable::default();
        let count = batches.iter().map(|batch| batch.ids.len()).sum();
        table.ids.reserve_exact(count);
        table.places.reserve_exact(count);
        let mut tagged: Vec<NodeRecord> = Vec::new();
        for mut batch in batches {
            table.ids.append(&mut batch.ids);
            table.places.append(&mut batch.places);
            table.spots.append(&mut batch.spots);
            let objects = table.objects.len() as u32;
            tagged.extend(batch.tagged.into_iter().map(|mut node| {
                if node.object != NONE {
                    node.object += objects;
                }
                node
            }));
            table.objects.append(&mut batch.objects);
        }
        table.sort();
        table.buckets = Buckets::of(table.ids.len(), |row| table.ids[row]);
        tagged.sort_by_key(|node| node.id);
        tagged.dedup_by_key(|node| node.id);
        table.spots.sort_by_key(|spot| spot.id);
        table.spots.dedup_by_key(|spot| spot.id);
        table.tagged = tagged.into_iter().map(|node| (node, table.find(node.id))).collect();
        table
    }

    /// Files are sorted by id as a rule; where not, or where a node comes twice (two extracts put
    /// together), the first one counts.
    fn sort(&mut self) {
        if self.ids.is_sorted_by(|a, b| a < b) {
            return;
        }
        let mut order: Vec<u32> = (0..self.ids.len() as u32).collect();
        order.par_sort_by_key(|&row| self.ids[row as usize]);
        let before = order.len();
        order.dedup_by_key(|row| self.ids[*row as usize]);
        self.twice = (before - order.len()) as u64;
        self.ids = order.iter().map(|&row| self.ids[row as usize]).collect();
        self.places = order.iter().map(|&row| self.places[row as usize]).collect();
    }

    /// The row of node `id`, or [`NONE`].
    pub(super) fn find(&self, id: i64) -> u32 {
        let rows = self.buckets.rows(id);
        match self.ids[rows.clone()].binary_search(&id) {
            Ok(row) => (rows.start + row) as u32,
            Err(_) => NONE,
        }
    }

    /// The rows of `refs`. Nodes of a way are often neighbours in the table, too.
    pub(super) fn find_all(&self, refs: &[i64]) -> Vec<u32> {
        let mut last = 0_usize;
        refs.iter()
            .map(|&id| {
                if self.ids.get(last + 1) == Some(&id) {
                    last += 1;
                    return last as u32;
                }
                let row = self.find(id);
                if row != NONE {
                    last = row as usize;
                }
                row
            })
            .collect()
    }
}
