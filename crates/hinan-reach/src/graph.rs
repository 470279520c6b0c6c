//! The network of one walker: junctions with their arcs, chains with their inner nodes.

use core::ops::Range;
use std::collections::BTreeMap;

use hinan_model::Ds;
use hinan_model::network::{MeasureView, NetworkView};

use crate::repair::Touched;

/// Times at or beyond this are no way at all.
pub(crate) const UNREACHABLE: u32 = Ds::UNREACHABLE.0;

/// One direction of an edge, kept in the list of the junction that it leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct Arc {
    /// The junction that it comes from.
    pub tail: u32,
    /// Its time, ds; [`Ds::UNREACHABLE`] where closed.
    pub time: u32,
}

/// An edge with inner nodes, in the order of the edges.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chain {
    /// The junction at its start.
    pub u: u32,
    /// The junction at its end.
    pub v: u32,
    /// Slot of the arc from `u` to `v`: what an inner node's walker takes towards `v`.
    pub slot_to_v: u32,
    /// Slot of the arc from `v` to `u`.
    pub slot_to_u: u32,
    /// Its first inner node, counted from the first inner node of all.
    pub first: u32,
    /// How many inner nodes it has; at least one.
    pub count: u32,
}

impl Chain {
    /// Its inner nodes, counted from the first inner node of all.
    pub fn inner(&self) -> Range<usize> {
        self.first as usize..(self.first + self.count) as usize
    }
}

/// Why a network cannot be walked on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GraphError {
    /// The walker's number is not one of the network's.
    #[error("the network has {has} walkers, so there is no number {asked} (counted from 0)")]
    NoSuchWalker {
        /// The number that was asked for.
        asked: usize,
        /// How many there are.
        has: usize,
    },
    /// More nodes or segments than 32-bit numbers can tell apart.
    #[error("the network is too large: {0} segments, and at most 1,000,000,000 can be told apart")]
    TooLarge(usize),
    /// An edge that contradicts the rest of the network.
    #[error("edge {0} of the network is damaged: its junctions or segments do not exist")]
    BadEdge(usize),
    /// Columns of different lengths.
    #[error("the network is damaged: its columns have different lengths")]
    BadColumns,
}

/// What opens, closes or takes longer. Edges and segments are the network's, shelters are those of
/// [`crate::Start::shelter`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Nobody gets in by any entrance of this shelter.
    CloseShelter(u32),
    /// All its entrances count again.
    OpenShelter(u32),
    /// A whole street between two junctions is closed, in both directions; whoever stands on it
    /// has no way out along it.
    CloseEdge(u32),
    /// It takes its own times again, on all of its segments.
    OpenEdge(u32),
    /// One segment is closed, in both directions: nodes on the same edge keep their own side.
    CloseSegment(u32),
    /// It takes its own times again.
    OpenSegment(u32),
    /// One segment takes other times than the network says.
    RetimeSegment {
        /// The segment.
        segment: u32,
        /// Time in its direction; [`Ds::UNREACHABLE`] closes it.
        forward: Ds,
        /// Time against it.
        backward: Ds,
    },
}

/// Why a change cannot be made. Nothing was changed then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// There is no such shelter.
    #[error("there is no shelter number {0} to open or close")]
    NoSuchShelter(u32),
    /// There is no such edge.
    #[error("there is no edge number {0} to open or close")]
    NoSuchEdge(u32),
    /// There is no such segment.
    #[error("there is no segment number {0} to open or close")]
    NoSuchSegment(u32),
    /// The network that was passed is not the one that the graph was made from.
    #[error("the network is not the one that the graph was made from")]
    OtherNetwork,
}

/// An arc whose time changed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ArcChange {
    pub slot: u32,
    pub head: u32,
    pub old: u32,
    pub new: u32,
}

/// The walking network of one walker, as the engine walks on it.
///
/// Arcs are kept by the junction that they lead *to*, because fields spread backwards from the
/// shelters. An arc's number is its *slot* in those lists. Both directions of an edge have a slot
/// even where closed, so the list of arcs into a junction also names the junctions that one can
/// leave it for.
///
/// # Memory
/// 12 bytes a slot (two slots an edge), 4 a junction, 24 a chain, 8 an inner node. On real streets,
/// where nine nodes of ten are inner, that is about 16 bytes a raw node; a [`Field`](crate::Field)
/// adds `12 k`.
#[derive(Clone, Debug)]
pub struct Graph {
    walker: usize,
    junctions: u32,
    nodes: u32,
    segments: u32,
    edges: u32,
    first: Vec<u32>,
    arcs: Vec<Arc>,
    slot_edge: Vec<u32>,
    chains: Vec<Chain>,
    chain_of: Ranks,
    back: Vec<u32>,
    on: Vec<u32>,
    /// Segments that do not take the network's own times.
    overrides: BTreeMap<u32, [u32; 2]>,
    zero_arcs: usize,
    bucket_shift: u32,
}

impl Graph {
    /// The graph of walker number `walker`, with all streets at the network's own times.
    ///
    /// # Errors
    /// Where there is no such walker or the network contradicts itself.
    pub fn new(network: &NetworkView<'_>, walker: usize) -> Result<Graph, GraphError> {
        check(network, walker)?;
        let mut builder = Builder::count(network);
        for edge in 0..network.edges() as u32 {
            builder.add(network, walker, edge);
        }
        Ok(builder.finish(network, walker))
    }

    /// How many nodes are junctions: nodes 0 to this.
    pub fn junctions(&self) -> u32 {
        self.junctions
    }

    /// How many nodes there are, inner nodes included.
    pub fn nodes(&self) -> u32 {
        self.nodes
    }

    /// Number of the walker.
    pub fn walker(&self) -> usize {
        self.walker
    }

    /// The arcs that lead to `junction`, which are those of the slots [`Self::slots`].
    pub fn arcs_into(&self, junction: u32) -> &[Arc] {
        &self.arcs[self.slots(junction)]
    }

    /// The slots of the arcs that lead to `junction`.
    pub fn slots(&self, junction: u32) -> Range<usize> {
        self.first[junction as usize] as usize..self.first[junction as usize + 1] as usize
    }

    /// The edge of the arc in `slot`, and the junction that the arc leads to.
    pub fn edge_of_slot(&self, slot: u32) -> (u32, u32) {
        let head = self.first.partition_point(|&first| first <= slot) - 1;
        (self.slot_edge[slot as usize], head as u32)
    }

    /// Bytes of memory that the graph holds.
    pub fn bytes(&self) -> usize {
        size_of_val(&self.first[..])
            + size_of_val(&self.arcs[..])
            + size_of_val(&self.slot_edge[..])
            + size_of_val(&self.chains[..])
            + size_of_val(&self.back[..])
            + size_of_val(&self.on[..])
            + self.chain_of.bytes()
    }

    /// The time over `part_mm` of segment `segment`, as [`NetworkView::part_time`] has it, with
    /// the changes that were made to this graph.
    pub fn part_time(&self, network: &NetworkView<'_>, segment: u32, part_mm: u32, forward: bool) -> Ds {
        let Some(&[there, back]) = self.overrides.get(&segment) else {
            return network.part_time(self.walker, segment, part_mm, forward);
        };
        let whole_ds = if forward { there } else { back };
        if whole_ds >= UNREACHABLE {
            return Ds::UNREACHABLE;
        }
        let whole_mm = network.length_mm(segment);
        let part = u64::from(whole_ds) * u64::from(part_mm.min(whole_mm));
        Ds(part.div_ceil(u64::from(whole_mm.max(1))) as u32)
    }

    /// The times of the segments of one edge, as [`NetworkView::edge_times`] has them, with the changes that were made
    /// to this graph.
    pub fn edge_times<'a>(
        &'a self,
        network: &NetworkView<'a>,
        edge: u32,
    ) -> impl Iterator<Item = [u32; 2]> + use<'a> {
        let own = network.edge_times(self.walker, edge);
        let times = network.segments_of(edge).zip(own);
        times.map(|(segment, own)| self.overrides.get(&segment).copied().unwrap_or(own))
    }

    /// The junctions at the two ends of the street that `node` lies on, each with the time to walk there
    /// along it; a junction is there already, twice.
    pub fn ways_out(&self, network: &NetworkView<'_>, node: u32) -> [(u32, Ds); 2] {
        let Some((edge, _)) = network.edge_of_inner(node) else { return [(node, Ds::ZERO); 2] };
        let Some(row) = self.chain_of(edge) else { return [(node, Ds::UNREACHABLE); 2] };
        let (chain, inner) = (self.chains[row as usize], (node - self.junctions) as usize);
        [(chain.v, Ds(self.on[inner])), (chain.u, Ds(self.back[inner]))]
    }

    pub(crate) fn first(&self) -> &[u32] {
        &self.first
    }

    pub(crate) fn arcs(&self) -> &[Arc] {
        &self.arcs[..self.arcs.len() - PADDING]
    }

    /// The arcs, and three closed ones behind the last: whoever is at any arc may look at four.
    pub(crate) fn padded_arcs(&self) -> &[Arc] {
        &self.arcs
    }

    pub(crate) fn chains(&self) -> &[Chain] {
        &self.chains
    }

    /// Times from each inner node back to its chain's start.
    pub(crate) fn back(&self) -> &[u32] {
        &self.back
    }

    /// Times from each inner node on to its chain's end.
    pub(crate) fn on(&self) -> &[u32] {
        &self.on
    }

    /// Whether some arc takes no time at all, so that next steps need care not to run in a circle.
    pub(crate) fn has_zero_arcs(&self) -> bool {
        self.zero_arcs > 0
    }

    pub(crate) fn edge_in(&self, slot: usize) -> u32 {
        self.slot_edge[slot]
    }

    /// The row of the chain that `edge` is, where it has inner nodes.
    pub(crate) fn chain_of(&self, edge: u32) -> Option<u32> {
        self.chain_of.rank(edge)
    }

    /// The slot of `edge` in the list of `junction`, which is one of its two ends.
    pub(crate) fn slot_at(&self, junction: u32, edge: u32) -> usize {
        let slots = self.slots(junction);
        // Edges are filed in their own order, so a list of edges is a sorted one.
        slots.start + self.slot_edge[slots].partition_point(|&e| e < edge)
    }

    /// The arcs that lead away from `junction`: (slot, head, time). Loops are left out.
    pub fn arcs_from(&self, junction: u32) -> impl Iterator<Item = (u32, u32, u32)> + '_ {
        self.slots(junction).filter_map(move |slot| {
            let head = self.arcs[slot].tail;
            if head == junction {
                return None;
            }
            let twin = self.slot_at(head, self.slot_edge[slot]);
            Some((twin as u32, head, self.arcs[twin].time))
        })
    }

    /// Bucket width for searches, as a power of two.
    pub(crate) fn bucket_shift(&self) -> u32 {
        self.bucket_shift
    }

    /// Checks that every street that `changes` name exists in `network`, and that the latter is
    /// the graph's own.
    pub(crate) fn check(&self, network: &NetworkView<'_>, changes: &[Change]) -> Result<(), ChangeError> {
        let same = network.edges() == self.edges as usize
            && network.segments() == self.segments as usize
            && network.junctions == self.junctions;
        if !same {
            return Err(ChangeError::OtherNetwork);
        }
        for &change in changes {
            match change {
                Change::CloseEdge(edge) | Change::OpenEdge(edge) if edge >= self.edges => {
                    return Err(ChangeError::NoSuchEdge(edge));
                }
                Change::CloseSegment(segment)
                | Change::OpenSegment(segment)
                | Change::RetimeSegment { segment, .. }
                    if segment >= self.segments =>
                {
                    return Err(ChangeError::NoSuchSegment(segment));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Changes streets without looking at any field: for fields that are to be computed afresh.
    /// Shelters among the changes are left alone.
    ///
    /// # Errors
    /// Where a street does not exist; then nothing was changed.
    pub fn change(&mut self, network: &NetworkView<'_>, changes: &[Change]) -> Result<(), ChangeError> {
        self.check(network, changes)?;
        self.retime(network, changes);
        Ok(())
    }

    /// Changes streets (already checked) and says what that touched.
    pub(crate) fn retime(&mut self, network: &NetworkView<'_>, changes: &[Change]) -> Touched {
        let mut edges = Vec::new();
        const CLOSED: [u32; 2] = [UNREACHABLE; 2];
        for &change in changes {
            match change {
                Change::CloseShelter(_) | Change::OpenShelter(_) => {}
                Change::CloseEdge(edge) => {
                    self.overrides.extend(network.segments_of(edge).map(|segment| (segment, CLOSED)));
                    edges.push(edge);
                }
                Change::OpenEdge(edge) => {
                    for segment in network.segments_of(edge) {
                        self.overrides.remove(&segment);
                    }
                    edges.push(edge);
                }
                Change::CloseSegment(segment) => {
                    self.overrides.insert(segment, CLOSED);
                    edges.push(network.edge_of_segment(segment));
                }
                Change::OpenSegment(segment) => {
                    self.overrides.remove(&segment);
                    edges.push(network.edge_of_segment(segment));
                }
                Change::RetimeSegment { segment, forward, backward } => {
                    let times = [forward.0.min(UNREACHABLE), backward.0.min(UNREACHABLE)];
                    self.overrides.insert(segment, times);
                    edges.push(network.edge_of_segment(segment));
                }
            }
        }
        edges.sort_unstable();
        edges.dedup();
        let mut touched = Touched::default();
        for edge in edges {
            self.retime_edge(network, edge, &mut touched);
        }
        touched
    }

    /// Reads the times of an edge anew.
    fn retime_edge(&mut self, network: &NetworkView<'_>, edge: u32, touched: &mut Touched) {
        let times: Vec<[u32; 2]> = self.edge_times(network, edge).collect();
        let chain = self.chain_of(edge);
        if let Some(row) = chain {
            let inner = self.chains[row as usize].inner();
            sum_along(&times, &mut self.back[inner.clone()], &mut self.on[inner]);
            touched.chains.push(row);
        }
        let [u, v] = network.edge_ends[edge as usize];
        if u == v {
            return;
        }
        let [forward, backward] = sums(times.iter().copied());
        for (head, new) in [(v, forward), (u, backward)] {
            let slot = self.slot_at(head, edge);
            let old = core::mem::replace(&mut self.arcs[slot].time, new);
            self.zero_arcs = self.zero_arcs + usize::from(new == 0) - usize::from(old == 0);
            if old != new {
                touched.arcs.push(ArcChange { slot: slot as u32, head, old, new });
            }
        }
    }
}

/// Closed arcs behind the last.
const PADDING: usize = 3;

/// A typical arc spans two to the power of this many buckets.
const BUCKETS_PER_ARC_LOG2: u32 = 2;

/// A bucket width that suits the times of the arcs, as a power of two: not far below what a typical
/// arc takes, so that few labels change inside a bucket and few buckets are empty.
fn bucket_shift(arcs: &[Arc]) -> u32 {
    // A thousand arcs, spread over the network, tell the scale; the logarithm keeps a few giants
    // from setting it for the others.
    let sample = arcs.iter().step_by(arcs.len() / 1024 + 1).filter(|arc| arc.time < UNREACHABLE);
    let (sum, count) = sample.fold((0, 0), |(sum, count), arc| (sum + arc.time.max(1).ilog2(), count + 1));
    sum.checked_div(count).unwrap_or(0_u32).saturating_sub(BUCKETS_PER_ARC_LOG2)
}

/// Checks what the engine relies on.
fn check(network: &NetworkView<'_>, walker: usize) -> Result<(), GraphError> {
    let walkers = network.walkers.len();
    if walker >= walkers {
        return Err(GraphError::NoSuchWalker { asked: walker, has: walkers });
    }
    let segments = network.segments();
    // Half of what u32 could count: slots and nodes need headroom, and marks for "none".
    if segments > 1_000_000_000 || network.junctions > 1_000_000_000 {
        return Err(GraphError::TooLarge(segments));
    }
    if network.edge_segments.len() != network.edges() + 1 || network.edge_segments[0] != 0 {
        return Err(GraphError::BadColumns);
    }
    let complete = match network.measure {
        MeasureView::Given { forward_ds, backward_ds } => {
            forward_ds.len() == segments && backward_ds.len() == segments
        }
        MeasureView::Physical { length_mm, kind, grade, kinds } => {
            let rows = kinds.len() / walkers;
            length_mm.len() == segments
                && kind.len() == segments
                && (grade.is_empty() || grade.len() == segments)
                && kind.iter().all(|&kind| (kind as usize) < rows)
        }
    };
    if !complete {
        return Err(GraphError::BadColumns);
    }
    for (edge, &[u, v]) in network.edge_ends.iter().enumerate() {
        let ends_exist = u < network.junctions && v < network.junctions;
        if !ends_exist || network.edge_segments[edge] >= network.edge_segments[edge + 1] {
            return Err(GraphError::BadEdge(edge));
        }
    }
    Ok(())
}

/// The sum of two times, at most [`UNREACHABLE`].
fn plus(a: u32, b: u32) -> u32 {
    a.min(UNREACHABLE).saturating_add(b.min(UNREACHABLE)).min(UNREACHABLE)
}

/// The whole times, there and back.
fn sums(times: impl Iterator<Item = [u32; 2]>) -> [u32; 2] {
    times.fold([0, 0], |[there, back], [forward, backward]| [plus(there, forward), plus(back, backward)])
}

/// The times of the inner nodes between `times.len()` segments, back to the start and on to the end.
fn sum_along(times: &[[u32; 2]], back: &mut [u32], on: &mut [u32]) {
    let mut sum = 0;
    for (time, [_, backward]) in back.iter_mut().zip(times) {
        sum = plus(sum, *backward);
        *time = sum;
    }
    sum = 0;
    for (time, [forward, _]) in on.iter_mut().rev().zip(times.iter().rev()) {
        sum = plus(sum, *forward);
        *time = sum;
    }
}

/// Files edges one after the other.
struct Builder {
    first: Vec<u32>,
    /// Where the next slot of each junction goes.
    next: Vec<u32>,
    arcs: Vec<Arc>,
    slot_edge: Vec<u32>,
    chains: Vec<Chain>,
    chain_of: Ranks,
    back: Vec<u32>,
    on: Vec<u32>,
    /// The times of the edge at hand.
    times: Vec<[u32; 2]>,
}

/// Whether an edge has slots. A loop of one segment leads nowhere; a longer one has inner nodes,
/// whose next step is a slot, so it has two, which are closed.
fn has_slots(network: &NetworkView<'_>, edge: u32) -> bool {
    let [u, v] = network.edge_ends[edge as usize];
    u != v || network.segments_of(edge).len() > 1
}

impl Builder {
    fn count(network: &NetworkView<'_>) -> Builder {
        let junctions = network.junctions as usize;
        let edges = network.edges() as u32;
        let mut first = vec![0_u32; junctions + 1];
        let mut chains = 0;
        for edge in (0..edges).filter(|&edge| has_slots(network, edge)) {
            for end in network.edge_ends[edge as usize] {
                first[end as usize + 1] += 1;
            }
            chains += usize::from(network.segments_of(edge).len() > 1);
        }
        let mut slots = 0;
        for count in &mut first {
            slots += *count;
            *count = slots;
        }
        let inner = network.segments() - network.edges();
        Builder {
            next: first[..junctions].to_vec(),
            first,
            arcs: vec![Arc { tail: 0, time: UNREACHABLE }; slots as usize + PADDING],
            slot_edge: vec![0; slots as usize],
            chains: Vec::with_capacity(chains),
            chain_of: Ranks::new(edges, |edge| network.segments_of(edge).len() > 1),
            back: vec![0; inner],
            on: vec![0; inner],
            times: Vec::new(),
        }
    }

    /// Files the arc from `tail` to `head` and returns its slot.
    fn file(&mut self, tail: u32, head: u32, time: u32, edge: u32) -> u32 {
        let slot = self.next[head as usize];
        self.next[head as usize] += 1;
        self.arcs[slot as usize] = Arc { tail, time };
        self.slot_edge[slot as usize] = edge;
        slot
    }

    fn add(&mut self, network: &NetworkView<'_>, walker: usize, edge: u32) {
        if !has_slots(network, edge) {
            return;
        }
        let [u, v] = network.edge_ends[edge as usize];
        self.times.clear();
        self.times.extend(network.edge_times(walker, edge));
        let [forward, backward] = if u == v { [UNREACHABLE; 2] } else { sums(self.times.iter().copied()) };
        let slot_to_v = self.file(u, v, forward, edge);
        let slot_to_u = self.file(v, u, backward, edge);
        let count = self.times.len() as u32 - 1;
        if count == 0 {
            return;
        }
        let first = network.first_inner(edge) - network.junctions;
        let chain = Chain { u, v, slot_to_v, slot_to_u, first, count };
        let inner = chain.inner();
        sum_along(&self.times, &mut self.back[inner.clone()], &mut self.on[inner]);
        self.chains.push(chain);
    }

    fn finish(self, network: &NetworkView<'_>, walker: usize) -> Graph {
        Graph {
            walker,
            junctions: network.junctions,
            nodes: network.nodes() as u32,
            segments: network.segments() as u32,
            edges: network.edges() as u32,
            zero_arcs: self.arcs.iter().filter(|arc| arc.time == 0).count(),
            bucket_shift: bucket_shift(&self.arcs),
            first: self.first,
            arcs: self.arcs,
            slot_edge: self.slot_edge,
            chains: self.chains,
            chain_of: self.chain_of,
            back: self.back,
            on: self.on,
            overrides: BTreeMap::new(),
        }
    }
}

/// A set of numbers that knows how many of its members come before each: one and a half bits a
/// number instead of a column of 32.
#[derive(Clone, Debug)]
struct Ranks {
    /// (members, members before the first of them), 64 numbers a row.
    rows: Vec<(u64, u32)>,
}

impl Ranks {
    fn new(count: u32, member: impl Fn(u32) -> bool) -> Ranks {
        let mut before = 0;
        let rows = (0..count.div_ceil(64))
            .map(|row| {
                let bits = (row * 64..count.min(row * 64 + 64))
                    .filter(|&number| member(number))
                    .fold(0_u64, |bits, number| bits | 1 << (number % 64));
                let row = (bits, before);
                before += bits.count_ones();
                row
            })
            .collect();
        Ranks { rows }
    }

    /// How many members come before `number`, if it is one.
    fn rank(&self, number: u32) -> Option<u32> {
        let &(bits, before) = self.rows.get((number / 64) as usize)?;
        let bit = 1_u64 << (number % 64);
        (bits & bit != 0).then(|| before + (bits & (bit - 1)).count_ones())
    }

    fn bytes(&self) -> usize {
        size_of_val(&self.rows[..])
    }
}
