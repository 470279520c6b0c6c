//! Where shelters meet the network.

use core::ops::Range;

use hinan_model::Ds;

use crate::graph::{ChangeError, Graph, UNREACHABLE};

/// An entrance as the engine sees it: being at `node`, one is in `shelter` after `time`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Start {
    /// The shelter, numbered in the order of the region.
    pub shelter: u32,
    /// The junction that the entrance is at.
    pub node: u32,
    /// Start cost: stairs, door, and whatever else a caller counts in (a price, for example).
    pub time: Ds,
}

/// Why an entrance cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StartError {
    /// The node is not a junction.
    #[error("entrance {row} is at node {node}, but the network has {junctions} junctions")]
    NotAJunction {
        /// Number of the entrance in the list, from 0.
        row: usize,
        /// Its node.
        node: u32,
        /// How many junctions there are.
        junctions: u32,
    },
    /// The shelter's number is not below the number of shelters.
    #[error("entrance {row} belongs to shelter {shelter}, but there are {shelters} shelters")]
    NoSuchShelter {
        /// Number of the entrance in the list, from 0.
        row: usize,
        /// Its shelter.
        shelter: u32,
        /// How many there are.
        shelters: u32,
    },
}

/// The entrances of all shelters, and which shelters are open.
#[derive(Clone, Debug)]
pub struct Starts {
    /// By node, then shelter; one for each pair, with the least time.
    by_node: Vec<Start>,
    /// Rows of `by_node`, by shelter.
    by_shelter: Vec<u32>,
    /// First row of each shelter in `by_shelter`, and the end.
    shelter_first: Vec<u32>,
    open: Vec<bool>,
    /// One bit a junction: whether a start is there.
    has_start: Vec<u64>,
}

impl Starts {
    /// The starts of `shelters` shelters, all open. Several may be at one node and several may
    /// belong to one shelter; a start that is no way in (unreachable) is left out.
    ///
    /// # Errors
    /// Where a start's node is not a junction or its shelter does not exist.
    pub fn new(graph: &Graph, shelters: u32, starts: &[Start]) -> Result<Starts, StartError> {
        for (row, start) in starts.iter().enumerate() {
            if start.node >= graph.junctions() {
                return Err(StartError::NotAJunction { row, node: start.node, junctions: graph.junctions() });
            }
            if start.shelter >= shelters {
                return Err(StartError::NoSuchShelter { row, shelter: start.shelter, shelters });
            }
        }
        let mut by_node: Vec<Start> = starts.iter().copied().filter(|s| s.time.is_reachable()).collect();
        by_node.sort_unstable_by_key(|start| (start.node, start.shelter, start.time));
        by_node.dedup_by_key(|start| (start.node, start.shelter));
        let mut by_shelter: Vec<u32> = (0..by_node.len() as u32).collect();
        by_shelter.sort_by_key(|&row| by_node[row as usize].shelter);
        let mut shelter_first = vec![0_u32; shelters as usize + 1];
        for start in &by_node {
            shelter_first[start.shelter as usize + 1] += 1;
        }
        let mut rows = 0;
        for count in &mut shelter_first {
            rows += *count;
            *count = rows;
        }
        let mut has_start = vec![0_u64; graph.junctions().div_ceil(64) as usize];
        for start in &by_node {
            has_start[(start.node / 64) as usize] |= 1 << (start.node % 64);
        }
        Ok(Starts { by_node, by_shelter, shelter_first, open: vec![true; shelters as usize], has_start })
    }

    /// How many shelters there are, open or not.
    pub fn shelters(&self) -> u32 {
        self.open.len() as u32
    }

    /// Whether `shelter` is open.
    pub fn is_open(&self, shelter: u32) -> bool {
        self.open.get(shelter as usize).copied().unwrap_or(false)
    }

    /// The starts of `shelter`, open or not, by node.
    pub fn of_shelter(&self, shelter: u32) -> impl Iterator<Item = Start> + '_ {
        let rows = match self.shelter_first.get(shelter as usize + 1) {
            Some(&end) => self.shelter_first[shelter as usize] as usize..end as usize,
            None => 0..0,
        };
        self.by_shelter[rows].iter().map(|&row| self.by_node[row as usize])
    }

    /// The starts of open shelters at `node`, by shelter.
    pub fn at(&self, node: u32) -> impl Iterator<Item = Start> + '_ {
        let there = self.has_start.get((node / 64) as usize).is_some_and(|bits| bits & 1 << (node % 64) != 0);
        let rows = if there { self.rows(node..node + 1) } else { 0..0 };
        self.by_node[rows].iter().copied().filter(|start| self.open[start.shelter as usize])
    }

    /// The starts of open shelters at the junctions of a range, by node.
    pub(crate) fn within(&self, nodes: Range<u32>) -> impl Iterator<Item = Start> + '_ {
        self.by_node[self.rows(nodes)].iter().copied().filter(|start| self.open[start.shelter as usize])
    }

    fn rows(&self, nodes: Range<u32>) -> Range<usize> {
        let first = self.by_node.partition_point(|start| start.node < nodes.start);
        let count = self.by_node[first..].partition_point(|start| start.node < nodes.end);
        first..first + count
    }

    /// Opens or closes a shelter for fields that are to be computed afresh. Returns whether that
    /// changed anything.
    ///
    /// # Errors
    /// Where there is no such shelter.
    pub fn set_open(&mut self, shelter: u32, open: bool) -> Result<bool, ChangeError> {
        let state = self.open.get_mut(shelter as usize).ok_or(ChangeError::NoSuchShelter(shelter))?;
        Ok(core::mem::replace(state, open) != open)
    }

    /// The time of the start of `shelter` at `node`, if there is one and it is open.
    pub(crate) fn time_at(&self, node: u32, shelter: u32) -> Option<u32> {
        self.at(node).find(|start| start.shelter == shelter).map(|start| start.time.0)
    }
}

const _: () = assert!(UNREACHABLE == Ds::UNREACHABLE.0);
