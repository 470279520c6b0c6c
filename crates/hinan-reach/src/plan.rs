//! Plans: the best shelters from any point on a street, with the way.

use core::ops::Range;

use hinan_model::Ds;
use hinan_model::network::NetworkView;

use crate::field::Field;
use crate::graph::Graph;
use crate::labels::HERE;

/// A point on a segment where a person may get onto the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Snap {
    /// The edge.
    pub edge: u32,
    /// The segment, one of the edge's.
    pub segment: u32,
    /// How far along the segment, in millimetres from its start.
    pub part_mm: u32,
    /// Time from the person to this point.
    pub off: Ds,
}

/// The way from a point to one end of its segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstStretch {
    /// The edge.
    pub edge: u32,
    /// The segment.
    pub segment: u32,
    /// Where on the segment it begins, in millimetres from the segment's start.
    pub from_mm: u32,
    /// Whether it leads to the segment's end (else to its start).
    pub forward: bool,
    /// Its time.
    pub time: Ds,
}

/// Whole segments of one edge, walked one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leg {
    /// The edge.
    pub edge: u32,
    /// The segments, in the order of the network. Walked backwards, the last comes first.
    pub segments: Range<u32>,
    /// Whether they are walked in their own direction.
    pub forward: bool,
    /// The time of all of them.
    pub time: Ds,
}

/// One shelter and the way there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The shelter.
    pub shelter: u32,
    /// All of it: to the street, along it, into the shelter.
    pub total: Ds,
    /// Which of the given points it starts from.
    pub snap: usize,
    /// From that point to the first node.
    pub first: FirstStretch,
    /// From node to node.
    pub legs: Vec<Leg>,
    /// The junction of the entrance.
    pub entrance: u32,
    /// The start cost of that entrance; the last part of `total`.
    pub start: Ds,
}

/// The way from `node` to `shelter`, one of the node's best: its legs, the junction of the
/// entrance, and the start cost there. `None` where the shelter is not among the node's best.
pub fn path(
    network: &NetworkView<'_>,
    graph: &Graph,
    field: &Field,
    node: u32,
    shelter: u32,
) -> Option<(Vec<Leg>, u32, Ds)> {
    let mut legs = Vec::new();
    let (mut at, mut label) = (node, field.label_for(node, shelter)?);
    // Next steps never lead round in a circle; the limit is for a field of another graph.
    for _ in 0..=graph.junctions() {
        if label.next == HERE {
            return Some((legs, at, label.time));
        }
        let (edge, segments, forward) = step(network, graph, at, label.next)?;
        at = network.edge_ends[edge as usize][usize::from(forward)];
        let after = field.label_for(at, shelter)?;
        let time = Ds(label.time.0.checked_sub(after.time.0)?);
        legs.push(Leg { edge, segments, forward, time });
        label = after;
    }
    None
}

/// What it means to take the arc in `slot` from `node`: edge, segments, direction.
fn step(network: &NetworkView<'_>, graph: &Graph, node: u32, slot: u32) -> Option<(u32, Range<u32>, bool)> {
    if let Some((edge, number)) = network.edge_of_inner(node) {
        let all = network.segments_of(edge);
        // Inner node i lies between segments i and i + 1.
        let border = all.start + number + 1;
        let forward = steps_along(network, graph, edge)?[0] == slot;
        return Some((edge, if forward { border..all.end } else { all.start..border }, forward));
    }
    if slot as usize >= graph.arcs().len() {
        return None;
    }
    let edge = graph.edge_in(slot as usize);
    Some((edge, network.segments_of(edge), network.edge_ends[edge as usize][0] == node))
}

/// The slots of an edge's two arcs: towards its end, towards its start.
fn steps_along(network: &NetworkView<'_>, graph: &Graph, edge: u32) -> Option<[u32; 2]> {
    if let Some(row) = graph.chain_of(edge) {
        let chain = graph.chains().get(row as usize)?;
        return Some([chain.slot_to_v, chain.slot_to_u]);
    }
    let [u, v] = network.edge_ends[edge as usize];
    (u != v).then(|| [graph.slot_at(v, edge) as u32, graph.slot_at(u, edge) as u32])
}

/// A way to begin: from which point, to which end of its segment, to which shelter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Beginning {
    total: Ds,
    shelter: u32,
    /// Whether the way turns round at the segment's end and comes back over the point. Only where
    /// parts of a segment round up, or nothing takes time, can that tie with the straight way.
    turns: bool,
    snap: usize,
    forward: bool,
}

/// The best `k` distinct shelters (at most the field's `k`) for a person who can start from any of
/// `snaps`, best first. Of equal ones the shelter that comes first is first, and of several ways
/// to it the one from the point that was given first. Points that are not on the network are
/// left out.
///
/// A point on a street reaches both ends of its segment, by [`Graph::part_time`]; nobody reaches
/// anything along a closed segment.
pub fn plans(network: &NetworkView<'_>, graph: &Graph, field: &Field, snaps: &[Snap], k: usize) -> Vec<Plan> {
    let mut beginnings = Vec::with_capacity(snaps.len() * 2 * field.k());
    for (number, snap) in snaps.iter().enumerate() {
        for forward in [false, true] {
            collect(network, graph, field, (number, snap), forward, &mut beginnings);
        }
    }
    beginnings.sort_unstable();
    let mut plans: Vec<Plan> = Vec::with_capacity(k.min(field.k()));
    for beginning in beginnings {
        if plans.len() == k.min(field.k()) {
            break;
        }
        if plans.iter().any(|plan| plan.shelter == beginning.shelter) {
            continue;
        }
        plans.extend(follow(network, graph, field, snaps, beginning));
    }
    plans
}

/// The node at the end of a stretch, and the stretch.
fn stretch(
    network: &NetworkView<'_>,
    graph: &Graph,
    snap: &Snap,
    forward: bool,
) -> Option<(u32, FirstStretch)> {
    let on_network = (snap.edge as usize) < network.edges()
        && network.segments_of(snap.edge).contains(&snap.segment)
        && network.junctions == graph.junctions();
    if !on_network {
        return None;
    }
    let from_mm = snap.part_mm.min(network.length_mm(snap.segment));
    let (node, part_mm) = if forward {
        (network.node_after(snap.edge, snap.segment), network.length_mm(snap.segment) - from_mm)
    } else {
        (network.node_before(snap.edge, snap.segment), from_mm)
    };
    let time = graph.part_time(network, snap.segment, part_mm, forward);
    Some((node, FirstStretch { edge: snap.edge, segment: snap.segment, from_mm, forward, time }))
}

fn collect(
    network: &NetworkView<'_>,
    graph: &Graph,
    field: &Field,
    (number, snap): (usize, &Snap),
    forward: bool,
    beginnings: &mut Vec<Beginning>,
) {
    let Some((node, first)) = stretch(network, graph, snap, forward) else { return };
    // From the segment's end, the step to the edge's start leads back over the segment.
    let back = steps_along(network, graph, snap.edge).map(|steps| steps[usize::from(forward)]);
    for label in field.labels(node) {
        let total = snap.off.plus(first.time).plus(label.time);
        if total.is_reachable() {
            let turns = back == Some(label.next);
            beginnings.push(Beginning { total, shelter: label.shelter, turns, snap: number, forward });
        }
    }
}

fn follow(
    network: &NetworkView<'_>,
    graph: &Graph,
    field: &Field,
    snaps: &[Snap],
    beginning: Beginning,
) -> Option<Plan> {
    let Beginning { total, shelter, snap, forward, .. } = beginning;
    let (node, first) = stretch(network, graph, &snaps[snap], forward)?;
    let (legs, entrance, start) = path(network, graph, field, node, shelter)?;
    Some(Plan { shelter, total, snap, first, legs, entrance, start })
}
