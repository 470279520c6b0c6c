//! Fields: the best shelters of every node.

use hinan_model::Ds;
use hinan_model::network::{NONE, NetworkView};

use crate::fill::fill;
use crate::graph::{Change, ChangeError, Graph, UNREACHABLE};
use crate::labels::{Columns, HERE, room, with_k};
use crate::repair::{Marks, Repair, Touched, repair};
use crate::starts::Starts;
use crate::sweep::{Part, sweep};
use crate::workers::{Alone, Workers};
use crate::zero::choose_steps;

/// One of a node's best shelters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label {
    /// Walk plus entrance.
    pub time: Ds,
    /// The shelter.
    pub shelter: u32,
    /// The next step: the slot of the arc to take (at an inner node: that of its chain, in the
    /// direction to walk), or [`HERE`] at an entrance.
    ///
    /// Among steps of equal time it is the first of: [`HERE`]; the smallest slot among arcs that
    /// take time; the smallest slot among arcs that take none but lead, by the fewest such arcs,
    /// to a node that has one of the former.
    pub next: u32,
}

/// For every node of a graph, the best `k` distinct shelters, best first.
///
/// Three columns, `k` entries a node (12 `k` bytes a node); a node with fewer shelters in reach has
/// empty labels at the end: [`Ds::UNREACHABLE`], [`NONE`], [`NONE`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    k: usize,
    junctions: u32,
    times: Vec<u32>,
    shelters: Vec<u32>,
    nexts: Vec<u32>,
}

/// Working memory of fields, worth keeping from one computation to the next.
#[derive(Debug, Default)]
pub struct Scratch {
    pub(crate) parts: Vec<Part>,
    pub(crate) marks: Marks,
}

impl Field {
    /// The field of `k` labels a node (at least 1, at most [`crate::MAX_K`]; other values are brought into
    /// that range), computed on this thread.
    pub fn new(graph: &Graph, starts: &Starts, k: usize) -> Field {
        let mut field = Field::empty(graph, k);
        field.recompute(graph, starts, &mut Scratch::default(), &Alone);
        field
    }

    /// A field in which nothing is reachable, for [`Self::recompute`].
    pub fn empty(graph: &Graph, k: usize) -> Field {
        let k = room(k);
        let labels = graph.nodes() as usize * k;
        Field {
            k,
            junctions: graph.junctions(),
            times: vec![UNREACHABLE; labels],
            shelters: vec![NONE; labels],
            nexts: vec![NONE; labels],
        }
    }

    /// Computes the field afresh, without allocating where `scratch` has been used before.
    pub fn recompute(
        &mut self,
        graph: &Graph,
        starts: &Starts,
        scratch: &mut Scratch,
        workers: &impl Workers,
    ) {
        self.fit(graph);
        with_k!(self.k, K => {
            let (mut junctions, inner) = self.columns::<K>().split_at(graph.junctions() as usize);
            sweep(graph, starts, junctions.reborrow(), &mut scratch.parts, workers);
            if graph.has_zero_arcs() {
                choose_steps(graph, starts, &mut junctions);
            }
            fill(graph, &junctions, inner, workers);
        });
    }

    /// Brings the columns to the size of a graph.
    fn fit(&mut self, graph: &Graph) {
        let labels = graph.nodes() as usize * self.k;
        self.junctions = graph.junctions();
        self.times.resize(labels, UNREACHABLE);
        self.shelters.resize(labels, NONE);
        self.nexts.resize(labels, NONE);
    }

    /// Opens and closes streets and shelters and relabels what that touches; the field, `graph`
    /// and `starts` then are as if made afresh with the changes in place, bit for bit.
    ///
    /// Where several fields share a graph, make the changes once with [`Touched::by`] and let each
    /// field [`Self::follow`].
    ///
    /// # Errors
    /// Where a change names what does not exist. Nothing was changed then.
    pub fn apply(
        &mut self,
        network: &NetworkView<'_>,
        graph: &mut Graph,
        starts: &mut Starts,
        changes: &[Change],
        scratch: &mut Scratch,
    ) -> Result<Repair, ChangeError> {
        let touched = Touched::by(network, graph, starts, changes)?;
        Ok(self.follow(graph, starts, &touched, scratch))
    }

    /// Relabels what changes touched that were already made to `graph` and `starts`. Every field
    /// must follow every change, in order.
    pub fn follow(
        &mut self,
        graph: &Graph,
        starts: &Starts,
        touched: &Touched,
        scratch: &mut Scratch,
    ) -> Repair {
        let shift = graph.bucket_shift();
        with_k!(self.k, K => repair::<K>(graph, starts, self.columns(), touched, scratch, shift))
    }

    /// How many labels a node has room for.
    pub fn k(&self) -> usize {
        self.k
    }

    /// How many nodes there are, inner nodes included.
    pub fn nodes(&self) -> u32 {
        (self.times.len() / self.k) as u32
    }

    /// The label of `node` at `rank` (from 0), if that many shelters can be reached.
    pub fn label(&self, node: u32, rank: usize) -> Option<Label> {
        if rank >= self.k {
            return None;
        }
        let index = node as usize * self.k + rank;
        let shelter = *self.shelters.get(index)?;
        (shelter != NONE).then(|| Label { time: Ds(self.times[index]), shelter, next: self.nexts[index] })
    }

    /// The labels of `node`, best first.
    pub fn labels(&self, node: u32) -> impl Iterator<Item = Label> + '_ {
        (0..self.k).map_while(move |rank| self.label(node, rank))
    }

    /// The label of `node` for `shelter`, if that is among its best.
    pub fn label_for(&self, node: u32, shelter: u32) -> Option<Label> {
        self.labels(node).find(|label| label.shelter == shelter)
    }

    /// Column of times in ds, `k` a node.
    pub fn times(&self) -> &[u32] {
        &self.times
    }

    /// Column of shelters, `k` a node.
    pub fn shelters(&self) -> &[u32] {
        &self.shelters
    }

    /// Column of next steps, `k` a node.
    pub fn nexts(&self) -> &[u32] {
        &self.nexts
    }

    /// Bytes of memory that the field holds.
    pub fn bytes(&self) -> usize {
        3 * size_of_val(&self.times[..])
    }

    fn columns<const K: usize>(&mut self) -> Columns<'_, K> {
        Columns::new(&mut self.times, &mut self.shelters, &mut self.nexts)
    }
}

const _: () = assert!(HERE != NONE);
