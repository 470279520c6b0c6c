//! Labels for the inner nodes of chains, from those of the chains' ends.

use hinan_model::network::NONE;

use crate::graph::{Chain, Graph, UNREACHABLE};
use crate::labels::Columns;
use crate::workers::Workers;

/// A range of chains and the labels of their inner nodes.
struct Stretch<'a, const K: usize> {
    chains: &'a [Chain],
    /// Number of the first inner node, counted from the first of all.
    low: u32,
    inner: Columns<'a, K>,
}

/// Fills in all inner nodes. `junctions` and `inner` are the labels of the one and of the other.
pub(crate) fn fill<const K: usize>(
    graph: &Graph,
    junctions: &Columns<'_, K>,
    inner: Columns<'_, K>,
    workers: &impl Workers,
) {
    let mut stretches = Vec::with_capacity(workers.count());
    let (mut chains, mut rest, mut low) = (graph.chains(), inner, 0_u32);
    for left in (1..=workers.count().max(1)).rev() {
        let wanted = low + (rest.times.len() / left) as u32;
        let taken =
            if left == 1 { chains.len() } else { chains.partition_point(|chain| chain.first < wanted) };
        let (ours, others) = chains.split_at(taken);
        let high = others.first().map_or(low + rest.times.len() as u32, |chain| chain.first);
        let (labels, after) = rest.split_at((high - low) as usize);
        stretches.push(Stretch { chains: ours, low, inner: labels });
        (chains, rest, low) = (others, after, high);
    }
    workers.run(&mut stretches, |stretch| {
        for chain in stretch.chains {
            fill_chain(graph, chain, junctions, &mut stretch.inner, stretch.low);
        }
    });
}

/// Fills in the inner nodes of one chain; `inner` begins with inner node number `low`.
#[inline]
pub(crate) fn fill_chain<const K: usize>(
    graph: &Graph,
    chain: &Chain,
    junctions: &Columns<'_, K>,
    inner: &mut Columns<'_, K>,
    low: u32,
) {
    let (back, on) = (&graph.back()[chain.inner()], &graph.on()[chain.inner()]);
    let start = (chain.first - low) as usize;
    let range = start..start + chain.count as usize;
    let to_u = End::new(junctions, chain.u, chain.slot_to_u, chain.slot_to_v);
    let to_v = End::new(junctions, chain.v, chain.slot_to_v, chain.slot_to_u);
    let times = &mut inner.times[range.clone()];
    let shelters = &mut inner.shelters[range.clone()];
    let nexts = &mut inner.nexts[range];
    if K == 1 {
        nearest(
            &to_u,
            &to_v,
            back,
            on,
            times.as_flattened_mut(),
            shelters.as_flattened_mut(),
            nexts.as_flattened_mut(),
        );
        return;
    }
    for (i, ((times, shelters), nexts)) in times.iter_mut().zip(shelters).zip(nexts).enumerate() {
        merge(&to_u, &to_v, [back[i], on[i]], times, shelters, nexts);
    }
}

/// One end of a chain, as its inner nodes see it.
struct End<'a, const K: usize> {
    times: &'a [u32; K],
    shelters: &'a [u32; K],
    nexts: &'a [u32; K],
    /// The step towards it.
    slot: u32,
    /// The step from it back along the chain.
    slot_back: u32,
}

impl<'a, const K: usize> End<'a, K> {
    fn new(junctions: &'a Columns<'_, K>, node: u32, slot: u32, slot_back: u32) -> Self {
        let node = node as usize;
        End {
            times: &junctions.times[node],
            shelters: &junctions.shelters[node],
            nexts: &junctions.nexts[node],
            slot,
            slot_back,
        }
    }

    /// What decides between the ends where time and shelter are equal: rather not an end from
    /// which the way leads back along the chain (that happens where segments take no time), then
    /// the smaller slot.
    fn preference(&self, rank: usize) -> (bool, u32) {
        (self.nexts[rank] == self.slot_back, self.slot)
    }
}

/// The one best label of each inner node. Written without branches, for the sake of vectors: for
/// the whole chain it is the same label of `u` or the same label of `v`.
#[inline]
fn nearest<const K: usize>(
    u: &End<'_, K>,
    v: &End<'_, K>,
    back: &[u32],
    on: &[u32],
    times: &mut [u32],
    shelters: &mut [u32],
    nexts: &mut [u32],
) {
    let (time_u, time_v) = (u.times[0], v.times[0]);
    let (shelter_u, shelter_v) = (u.shelters[0], v.shelters[0]);
    let equal_to_u = (shelter_u, u.preference(0)) < (shelter_v, v.preference(0));
    let bias = u32::from(equal_to_u);
    let count = times.len();
    let (back, on) = (&back[..count], &on[..count]);
    let (shelters, nexts) = (&mut shelters[..count], &mut nexts[..count]);
    for i in 0..count {
        // Each is at most twice UNREACHABLE, which leaves room for the bias.
        let (by_u, by_v) = (time_u + back[i], time_v + on[i]);
        let to_u = by_u < by_v + bias;
        let time = if to_u { by_u } else { by_v };
        let open = time < UNREACHABLE;
        let shelter = if to_u { shelter_u } else { shelter_v };
        let next = if to_u { u.slot } else { v.slot };
        times[i] = if open { time } else { UNREACHABLE };
        shelters[i] = if open { shelter } else { NONE };
        nexts[i] = if open { next } else { NONE };
    }
}

/// The best `K` labels of an inner node: the two sorted lists of the ends, merged.
#[inline]
fn merge<const K: usize>(
    u: &End<'_, K>,
    v: &End<'_, K>,
    [back, on]: [u32; 2],
    times: &mut [u32; K],
    shelters: &mut [u32; K],
    nexts: &mut [u32; K],
) {
    let (mut of_u, mut of_v, mut count) = (0, 0, 0);
    let key = |end: &End<'_, K>, rank: usize, more: u32| match end.times.get(rank) {
        Some(&time) => (time + more, end.shelters[rank]),
        None => (u32::MAX, NONE),
    };
    while count < K {
        let (by_u, by_v) = (key(u, of_u, back), key(v, of_v, on));
        if by_u.0.min(by_v.0) >= UNREACHABLE {
            break;
        }
        let to_u = by_u < by_v || (by_u == by_v && u.preference(of_u) < v.preference(of_v));
        let ((time, shelter), next) = if to_u { (by_u, u.slot) } else { (by_v, v.slot) };
        of_u += usize::from(to_u);
        of_v += usize::from(!to_u);
        if shelters[..count].contains(&shelter) {
            continue;
        }
        (times[count], shelters[count], nexts[count]) = (time, shelter, next);
        count += 1;
    }
    times[count..].fill(UNREACHABLE);
    shelters[count..].fill(NONE);
    nexts[count..].fill(NONE);
}
