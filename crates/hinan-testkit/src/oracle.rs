//! Nearest shelters by the book: one Dijkstra a shelter, with the standard library's heap, over
//! plain arcs; and Bellman and Ford to check that one.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use hinan_model::Ds;
use hinan_model::network::{Measure, NetworkView, Streets};

/// Plain directed arcs between nodes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arcs {
    /// How many nodes there are.
    pub nodes: u32,
    /// (from, to, ds); at or beyond [`Ds::UNREACHABLE`]: closed.
    pub arcs: Vec<(u32, u32, u32)>,
}

/// (shelter, node, ds): being at the node, one is in the shelter after the time.
pub type Door = (u32, u32, u32);

impl Arcs {
    /// Both directions of every segment of streets with given times.
    pub fn of_streets(streets: &Streets) -> Arcs {
        let Measure::Given { forward_ds, backward_ds } = &streets.measure else {
            panic!("the oracle walks on given times only");
        };
        let there = streets.segments.iter().zip(forward_ds).map(|(&[u, v], &t)| (u, v, t));
        let back = streets.segments.iter().zip(backward_ds).map(|(&[u, v], &t)| (v, u, t));
        Arcs { nodes: streets.node_ids.len() as u32, arcs: there.chain(back).collect() }
    }

    /// Both directions of every segment of a contracted network, for one walker; nodes are the
    /// network's.
    pub fn of_network(network: &NetworkView<'_>, walker: usize) -> Arcs {
        let times = network.segment_times(walker);
        let mut arcs = Vec::new();
        for edge in 0..network.edges() as u32 {
            for segment in network.segments_of(edge) {
                let (u, v) = (network.node_before(edge, segment), network.node_after(edge, segment));
                arcs.push((u, v, times.forward_ds[segment as usize]));
                arcs.push((v, u, times.backward_ds[segment as usize]));
            }
        }
        Arcs { nodes: network.nodes() as u32, arcs }
    }

    /// For each node, the time to the nearest of `doors`.
    pub fn times_to(&self, doors: &[Door]) -> Vec<Ds> {
        let mut into: Vec<Vec<(u32, u32)>> = vec![Vec::new(); self.nodes as usize];
        for &(from, to, time) in &self.arcs {
            into[to as usize].push((from, time));
        }
        let mut best = vec![Ds::UNREACHABLE; self.nodes as usize];
        let mut heap = BinaryHeap::new();
        for &(_, node, time) in doors {
            heap.push(Reverse((Ds::ZERO.plus(Ds(time)), node)));
        }
        while let Some(Reverse((time, node))) = heap.pop() {
            if time >= best[node as usize] {
                continue;
            }
            best[node as usize] = time;
            for &(from, step) in &into[node as usize] {
                heap.push(Reverse((time.plus(Ds(step)), from)));
            }
        }
        best
    }

    /// For each node, the `k` best distinct shelters: (time, shelter), the smaller time first, then
    /// the smaller shelter.
    pub fn nearest(&self, doors: &[Door], k: usize) -> Vec<Vec<(Ds, u32)>> {
        let mut best: Vec<Vec<(Ds, u32)>> = vec![Vec::new(); self.nodes as usize];
        for shelter in crate::contract::distinct(doors.iter().map(|door| door.0)) {
            let doors: Vec<Door> = doors.iter().copied().filter(|door| door.0 == shelter).collect();
            for (node, time) in self.times_to(&doors).into_iter().enumerate() {
                if time.is_reachable() {
                    best[node].push((time, shelter));
                }
            }
        }
        for list in &mut best {
            list.sort_unstable();
            list.truncate(k);
        }
        best
    }

    /// As [`Self::times_to`], by relaxing all arcs until nothing changes.
    pub fn times_by_bellman_ford(&self, doors: &[Door]) -> Vec<Ds> {
        let mut best = vec![Ds::UNREACHABLE; self.nodes as usize];
        for &(_, node, time) in doors {
            best[node as usize] = best[node as usize].min(Ds(time));
        }
        loop {
            let mut changed = false;
            for &(from, to, time) in &self.arcs {
                let through = best[to as usize].plus(Ds(time));
                if through < best[from as usize] {
                    best[from as usize] = through;
                    changed = true;
                }
            }
            if !changed {
                return best;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn two_slow_ways_agree(town in random::town(random::Size::SMALL)) {
            let arcs = Arcs::of_streets(&town.streets);
            for shelter in 0..town.shelters {
                let doors: Vec<Door> = town.doors.iter().copied().filter(|d| d.0 == shelter).collect();
                prop_assert_eq!(arcs.times_to(&doors), arcs.times_by_bellman_ford(&doors));
            }
        }
    }
}
