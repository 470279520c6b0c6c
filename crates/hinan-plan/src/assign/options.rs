//! Who may go where, and how long that takes.

use core::ops::Range;

use crate::assign::{Demand, MOST};
use crate::transport::Transport;

/// Shelters that each demand may choose from.
#[derive(Clone, Debug, Default)]
pub(super) struct Options {
    /// First option of each demand, and the end.
    pub first: Vec<u32>,
    /// The shelter of each option.
    pub place: Vec<u32>,
    /// The time to it, ds; at most [`MOST`].
    pub cost: Vec<u32>,
}

impl Options {
    /// Nobody has any.
    pub fn none(demands: usize) -> Options {
        Options { first: vec![0; demands + 1], ..Options::default() }
    }

    /// The options of a demand.
    pub fn of(&self, demand: usize) -> Range<usize> {
        self.first[demand] as usize..self.first[demand + 1] as usize
    }

    /// As a transport problem, where to have no place costs `nowhere`.
    pub fn transport(
        &self,
        demands: &[Demand],
        capacity: &[u64],
        nowhere: impl Fn(usize) -> u32,
    ) -> Transport {
        Transport {
            people: demands.iter().map(|demand| demand.people).collect(),
            first: self.first.clone(),
            place: self.place.clone(),
            cost: self.cost.clone(),
            nowhere: (0..demands.len()).map(|demand| nowhere(demand).min(MOST)).collect(),
            capacity: capacity.to_vec(),
        }
    }

    /// Those that take no longer than `limit`.
    pub fn within(&self, limit: u32) -> Options {
        let mut kept = Options { first: vec![0], ..Options::default() };
        for demand in 0..self.first.len() - 1 {
            for at in self.of(demand).filter(|&at| self.cost[at] <= limit) {
                kept.place.push(self.place[at]);
                kept.cost.push(self.cost[at]);
            }
            kept.first.push(kept.place.len() as u32);
        }
        kept
    }
}
