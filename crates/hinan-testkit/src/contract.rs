use std::collections::BTreeSet;

use hinan_model::network::{Measure, MeasureView, NetworkView, Streets};
use hinan_model::{Ds, Walker};

/// A contracted network that owns its columns, made the slow and obvious way.
///
/// Junctions are the nodes that do not have exactly two neighbours, those that the caller forces,
/// and the first node of every circle without any. Of several segments between the same two nodes
/// one is kept, with the least time of them in each direction.
#[derive(Clone, Debug)]
pub struct Contracted {
    junctions: u32,
    edge_ends: Vec<[u32; 2]>,
    edge_segments: Vec<u32>,
    forward_ds: Vec<u32>,
    backward_ds: Vec<u32>,
    walkers: Vec<Walker>,
    /// The node that each raw node became.
    pub raw_to_node: Vec<u32>,
}

/// Neighbour, time there, time back.
type Neighbours = Vec<(u32, u32, u32)>;

impl Contracted {
    /// Contracts streets with given times (their segments must be in range). `forced` nodes become
    /// junctions.
    pub fn new(streets: &Streets, forced: &[u32]) -> Contracted {
        let Measure::Given { forward_ds, backward_ds } = &streets.measure else {
            panic!("the testkit contracts given times only");
        };
        let neighbours = neighbours(streets, forward_ds, backward_ds);
        let mut is_junction: Vec<bool> = neighbours.iter().map(|n| n.len() != 2).collect();
        for &node in forced {
            is_junction[node as usize] = true;
        }
        break_circles(&neighbours, &mut is_junction);
        Builder::new(neighbours, is_junction).build()
    }

    /// The network as rooms see it.
    pub fn view(&self) -> NetworkView<'_> {
        NetworkView {
            junctions: self.junctions,
            edge_ends: &self.edge_ends,
            edge_segments: &self.edge_segments,
            measure: MeasureView::Given { forward_ds: &self.forward_ds, backward_ds: &self.backward_ds },
            walkers: &self.walkers,
        }
    }

    /// The raw node that each node came from.
    pub fn node_to_raw(&self) -> Vec<u32> {
        let mut raws = vec![0; self.raw_to_node.len()];
        for (raw, &node) in self.raw_to_node.iter().enumerate() {
            raws[node as usize] = raw as u32;
        }
        raws
    }
}

fn neighbours(streets: &Streets, forward: &[u32], backward: &[u32]) -> Vec<Neighbours> {
    let mut pairs: Vec<(u32, u32, u32, u32)> = Vec::with_capacity(streets.segments.len() * 2);
    for (row, &[u, v]) in streets.segments.iter().enumerate() {
        let limit = Ds::UNREACHABLE.0;
        let (there, back) = (forward[row].min(limit), backward[row].min(limit));
        if u != v {
            pairs.push((u, v, there, back));
            pairs.push((v, u, back, there));
        }
    }
    pairs.sort_unstable();
    let mut neighbours: Vec<Neighbours> = vec![Vec::new(); streets.node_ids.len()];
    for (u, v, there, back) in pairs {
        match neighbours[u as usize].last_mut() {
            Some(last) if last.0 == v => {
                last.1 = last.1.min(there);
                last.2 = last.2.min(back);
            }
            _ => neighbours[u as usize].push((v, there, back)),
        }
    }
    neighbours
}

/// Makes the first node of every circle without a junction one.
fn break_circles(neighbours: &[Neighbours], is_junction: &mut [bool]) {
    let mut seen = is_junction.to_vec();
    let spread = |from: usize, seen: &mut Vec<bool>| {
        let mut stack = vec![from];
        while let Some(node) = stack.pop() {
            for &(next, ..) in &neighbours[node] {
                if !core::mem::replace(&mut seen[next as usize], true) {
                    stack.push(next as usize);
                }
            }
        }
    };
    for (node, &is_junction) in is_junction.iter().enumerate() {
        if is_junction {
            spread(node, &mut seen);
        }
    }
    for (node, is_junction) in is_junction.iter_mut().enumerate() {
        if !core::mem::replace(&mut seen[node], true) {
            *is_junction = true;
            spread(node, &mut seen);
        }
    }
}

struct Builder {
    neighbours: Vec<Neighbours>,
    is_junction: Vec<bool>,
    done: Vec<bool>,
    network: Contracted,
    /// Raw inner nodes, in the order of the edges.
    inner: Vec<u32>,
}

impl Builder {
    fn new(neighbours: Vec<Neighbours>, is_junction: Vec<bool>) -> Builder {
        let mut raw_to_node = vec![u32::MAX; neighbours.len()];
        let mut junctions = 0;
        for (raw, node) in raw_to_node.iter_mut().enumerate() {
            if is_junction[raw] {
                *node = junctions;
                junctions += 1;
            }
        }
        let network = Contracted {
            junctions,
            edge_ends: Vec::new(),
            edge_segments: vec![0],
            forward_ds: Vec::new(),
            backward_ds: Vec::new(),
            walkers: vec![Walker::given()],
            raw_to_node,
        };
        Builder { done: vec![false; neighbours.len()], neighbours, is_junction, network, inner: Vec::new() }
    }

    fn build(mut self) -> Contracted {
        for raw in 0..self.neighbours.len() {
            if !self.is_junction[raw] {
                continue;
            }
            for step in 0..self.neighbours[raw].len() {
                self.walk(raw as u32, step);
            }
        }
        for (number, &raw) in self.inner.iter().enumerate() {
            self.network.raw_to_node[raw as usize] = self.network.junctions + number as u32;
        }
        self.network
    }

    /// Walks from a junction by one of its neighbours to the next junction, and keeps that as an
    /// edge unless it was walked from the other side before.
    fn walk(&mut self, from: u32, step: usize) {
        let (mut node, there, back) = self.neighbours[from as usize][step];
        let (mut times, mut chain, mut before) = (vec![(there, back)], Vec::new(), from);
        while !self.is_junction[node as usize] {
            if self.done[node as usize] {
                return;
            }
            chain.push(node);
            let ways = &self.neighbours[node as usize];
            let (next, there, back) = if ways[0].0 == before { ways[1] } else { ways[0] };
            times.push((there, back));
            (before, node) = (node, next);
        }
        if chain.is_empty() && node < from {
            return;
        }
        for &inner in &chain {
            self.done[inner as usize] = true;
        }
        self.inner.append(&mut chain);
        let network = &mut self.network;
        network.edge_ends.push([network.raw_to_node[from as usize], network.raw_to_node[node as usize]]);
        network.forward_ds.extend(times.iter().map(|t| t.0));
        network.backward_ds.extend(times.iter().map(|t| t.1));
        network.edge_segments.push(network.forward_ds.len() as u32);
    }
}

/// Which numbers are in `numbers`, once each, sorted.
pub(crate) fn distinct(numbers: impl IntoIterator<Item = u32>) -> Vec<u32> {
    numbers.into_iter().collect::<BTreeSet<_>>().into_iter().collect()
}
