//! Contraction: chains of nodes that have just two neighbours become one edge.

use hinan_model::Place;
use hinan_model::network::NONE;

use crate::order::order_junctions;

/// How raw nodes and segments are renumbered. See `hinan_model::network` for the numbering.
#[derive(Debug, Default)]
pub struct Contraction {
    /// Raw node of each node: junctions, then the inner nodes of the edges.
    pub nodes: Vec<u32>,
    /// How many of them are junctions.
    pub junctions: u32,
    /// The two junctions of each edge.
    pub edge_ends: Vec<[u32; 2]>,
    /// First segment of each edge, and the number of segments.
    pub edge_segments: Vec<u32>,
    /// Raw segment of each segment.
    pub segments: Vec<u32>,
    /// Whether the segment runs against its raw one.
    pub reversed: Vec<bool>,
}

/// The segments at each raw node.
struct Incidence<'a> {
    ends: &'a [[u32; 2]],
    first: Vec<u32>,
    items: Vec<u32>,
}

impl<'a> Incidence<'a> {
    fn new(nodes: usize, ends: &'a [[u32; 2]]) -> Incidence<'a> {
        let mut first = vec![0_u32; nodes + 2];
        for &[a, b] in ends {
            first[a as usize + 2] += 1;
            first[b as usize + 2] += 1;
        }
        for node in 2..first.len() {
            first[node] += first[node - 1];
        }
        let mut items = vec![0; ends.len() * 2];
        for (segment, &[a, b]) in ends.iter().enumerate() {
            for node in [a, b] {
                let slot = &mut first[node as usize + 1];
                items[*slot as usize] = segment as u32;
                *slot += 1;
            }
        }
        first.pop();
        Incidence { ends, first, items }
    }

    fn at(&self, node: u32) -> &[u32] {
        &self.items[self.first[node as usize] as usize..self.first[node as usize + 1] as usize]
    }

    fn other_end(&self, segment: u32, node: u32) -> u32 {
        let [a, b] = self.ends[segment as usize];
        if a == node { b } else { a }
    }

    /// Whether `node` lies in the middle of a chain: two segments to two different neighbours.
    fn is_inner(&self, node: u32) -> bool {
        match self.at(node) {
            &[s, t] => self.other_end(s, node) != self.other_end(t, node),
            _ => false,
        }
    }
}

/// Contracts raw streets. `forced` nodes stay junctions (entrances of shelters).
pub fn contract(segments: &[[u32; 2]], places: &[Place], nodes: usize, forced: &[u32]) -> Contraction {
    let incidence = Incidence::new(nodes, segments);
    let mut is_junction: Vec<bool> = (0..nodes as u32).map(|node| !incidence.is_inner(node)).collect();
    for &node in forced {
        is_junction[node as usize] = true;
    }
    let mut junctions: Vec<u32> = (0..nodes as u32).filter(|&node| is_junction[node as usize]).collect();
    order_junctions(&mut junctions, places, |node, found| {
        found.extend(incidence.at(node).iter().map(|&segment| incidence.other_end(segment, node)));
    });

    let mut walk = Walk {
        incidence: &incidence,
        is_junction,
        taken: vec![false; segments.len()],
        out: Contraction { edge_segments: vec![0], ..Contraction::default() },
        inner: Vec::with_capacity(nodes - junctions.len()),
    };
    for &junction in &junctions {
        walk.chains_from(junction);
    }
    // What is left are rings without any junction: one node of each becomes one.
    for segment in 0..segments.len() as u32 {
        if !walk.taken[segment as usize] {
            let node = segments[segment as usize][0];
            walk.is_junction[node as usize] = true;
            junctions.push(node);
            walk.chains_from(node);
        }
    }

    let Walk { mut out, inner, .. } = walk;
    let mut number = vec![NONE; nodes];
    for (index, &junction) in junctions.iter().enumerate() {
        number[junction as usize] = index as u32;
    }
    for ends in &mut out.edge_ends {
        *ends = ends.map(|node| number[node as usize]);
    }
    out.junctions = junctions.len() as u32;
    out.nodes = junctions;
    out.nodes.extend(inner);
    out
}

/// A walk over all chains, writing down edges as it goes (ends still as raw nodes).
struct Walk<'a> {
    incidence: &'a Incidence<'a>,
    is_junction: Vec<bool>,
    taken: Vec<bool>,
    out: Contraction,
    inner: Vec<u32>,
}

impl Walk<'_> {
    fn chains_from(&mut self, junction: u32) {
        for &first in self.incidence.at(junction) {
            if self.taken[first as usize] {
                continue;
            }
            let (mut node, mut segment) = (junction, first);
            loop {
                self.taken[segment as usize] = true;
                self.out.segments.push(segment);
                self.out.reversed.push(self.incidence.ends[segment as usize][0] != node);
                node = self.incidence.other_end(segment, node);
                if self.is_junction[node as usize] {
                    break;
                }
                self.inner.push(node);
                segment = match *self.incidence.at(node) {
                    [s, t] if s == segment => t,
                    [s, _] => s,
                    // Only nodes with two segments are inner.
                    _ => break,
                };
            }
            self.out.edge_ends.push([junction, node]);
            self.out.edge_segments.push(self.out.segments.len() as u32);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_ring_a_chain_and_a_lonely_node() {
        // 0-1-2-3 with 3 forced, ring 4-5-6, lonely 7.
        let segments = [[0, 1], [2, 1], [2, 3], [4, 5], [5, 6], [6, 4]];
        let c = contract(&segments, &[], 8, &[]);
        assert_eq!(c.nodes, [0, 3, 7, 4, 1, 2, 5, 6]);
        assert_eq!(c.edge_ends, [[0, 1], [3, 3]]);
        assert_eq!(c.edge_segments, [0, 3, 6]);
        assert_eq!(c.reversed, [false, true, false, false, false, false]);
        assert_eq!(contract(&segments, &[], 8, &[1, 2]).edge_ends.len(), 4);
    }

    proptest! {
        #[test]
        fn every_node_and_segment_appears_once_and_lies_where_the_numbering_says(
            nodes in 1_u32..40, pairs in prop::collection::vec((0_u32..40, 0_u32..40), 0..80), forced in 0_u32..40,
        ) {
            let segments: Vec<[u32; 2]> = pairs.iter().map(|&(a, b)| [a % nodes, b % nodes]).filter(|[a, b]| a != b).collect();
            let c = contract(&segments, &[], nodes as usize, &[forced % nodes]);
            let sorted = |mut list: Vec<u32>| { list.sort_unstable(); list };
            prop_assert_eq!(sorted(c.nodes.clone()), (0..nodes).collect::<Vec<_>>());
            prop_assert_eq!(sorted(c.segments.clone()), (0..segments.len() as u32).collect::<Vec<_>>());
            let view = hinan_model::network::NetworkView {
                junctions: c.junctions, edge_ends: &c.edge_ends, edge_segments: &c.edge_segments,
                measure: hinan_model::network::MeasureView::Given { forward_ds: &[], backward_ds: &[] }, walkers: &[],
            };
            prop_assert_eq!(view.nodes(), nodes as usize);
            for edge in 0..view.edges() as u32 {
                for segment in view.segments_of(edge) {
                    let mut raw = segments[c.segments[segment as usize] as usize];
                    if c.reversed[segment as usize] { raw.reverse(); }
                    let ours = [view.node_before(edge, segment), view.node_after(edge, segment)].map(|node| c.nodes[node as usize]);
                    prop_assert_eq!(ours, raw);
                }
            }
        }
    }
}
