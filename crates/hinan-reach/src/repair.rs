//! What-if: relabelling only what a change touches.
//!
//! After Ramalingam and Reps ("An incremental algorithm for a generalization of the shortest-path
//! problem", J. Algorithms 21, 1996), for lists of labels. A label *hangs* on its next step: on
//! an arc and the label at its head, or on an entrance. What gets worse (a closed entrance, a
//! slower arc) takes away all labels that hang on it, directly or not. Each node that lost one is
//! offered everything that its neighbours still have, what gets better is offered too, and a
//! bounded Dijkstra spreads the rest.
//!
//! Labels that were not taken away still are what some open way costs at most; and no label is
//! missing that is not offered again. So the result is the same as that of a rebuild; next steps
//! too, because among equal labels the first step wins, whoever came first.

use hinan_model::network::{NONE, NetworkView};

use crate::field::Scratch;
use crate::fill::{fill, fill_chain};
use crate::graph::{ArcChange, Change, ChangeError, Graph};
use crate::labels::{Columns, HERE, Offered};
use crate::queue::{Entry, Queue};
use crate::starts::Starts;
use crate::sweep::Part;
use crate::workers::Alone;
use crate::zero::choose_steps;

/// What changes touched: which arcs, chains and shelters are not as they were.
#[derive(Clone, Debug, Default)]
pub struct Touched {
    pub(crate) arcs: Vec<ArcChange>,
    /// Chains of which some time changed; rows of the graph's chains.
    pub(crate) chains: Vec<u32>,
    closed: Vec<u32>,
    opened: Vec<u32>,
}

impl Touched {
    /// Makes changes to a graph and to starts, in order (the last word on a street or shelter
    /// counts), and notes what they touched.
    ///
    /// # Errors
    /// Where a change names what does not exist. Nothing was changed then.
    pub fn by(
        network: &NetworkView<'_>,
        graph: &mut Graph,
        starts: &mut Starts,
        changes: &[Change],
    ) -> Result<Touched, ChangeError> {
        graph.check(network, changes)?;
        let mut wanted = Vec::new();
        for &change in changes {
            let (shelter, open) = match change {
                Change::CloseShelter(shelter) => (shelter, false),
                Change::OpenShelter(shelter) => (shelter, true),
                _ => continue,
            };
            if shelter >= starts.shelters() {
                return Err(ChangeError::NoSuchShelter(shelter));
            }
            wanted.push((shelter, open));
        }
        let mut touched = graph.retime(network, changes);
        // The last word on each shelter.
        wanted.reverse();
        wanted.sort_by_key(|&(shelter, _)| shelter);
        wanted.dedup_by_key(|&mut (shelter, _)| shelter);
        for (shelter, open) in wanted {
            if starts.set_open(shelter, open)? {
                if open { &mut touched.opened } else { &mut touched.closed }.push(shelter);
            }
        }
        Ok(touched)
    }
}

/// How much was relabelled. [`Scratch::touched`] says what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Repair {
    /// Junctions whose labels were looked at again.
    pub junctions: usize,
    /// Chains whose inner nodes were filled in again.
    pub chains: usize,
}

/// Which junctions and chains the repair at hand has touched.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    /// The repair that last touched each junction, by number.
    junction: Vec<u32>,
    chain: Vec<u32>,
    generation: u32,
    junctions: Vec<u32>,
    chains: Vec<u32>,
    /// (junction, shelter) of labels to take away.
    doomed: Vec<(u32, u32)>,
    seeds: Vec<Entry>,
}

impl Marks {
    fn begin(&mut self, graph: &Graph) {
        self.junctions.clear();
        self.chains.clear();
        self.doomed.clear();
        self.seeds.clear();
        let fits = self.junction.len() == graph.junctions() as usize
            && self.chain.len() == graph.chains().len()
            && self.generation < u32::MAX;
        if !fits {
            self.generation = 0;
            self.junction = vec![0; graph.junctions() as usize];
            self.chain = vec![0; graph.chains().len()];
        }
        self.generation += 1;
    }

    #[inline]
    fn touch(&mut self, junction: u32) {
        let mark = &mut self.junction[junction as usize];
        if *mark != self.generation {
            *mark = self.generation;
            self.junctions.push(junction);
        }
    }

    #[inline]
    fn touch_chain(&mut self, row: u32) {
        let mark = &mut self.chain[row as usize];
        if *mark != self.generation {
            *mark = self.generation;
            self.chains.push(row);
        }
    }
}

impl Scratch {
    /// The nodes of `graph` that the last [`Field::apply`](crate::Field::apply) or
    /// [`Field::follow`](crate::Field::follow) relabelled, each once, in no particular order. Some
    /// may have the same labels again; no other node has new ones.
    pub fn touched<'a>(&'a self, graph: &'a Graph) -> impl Iterator<Item = u32> + 'a {
        let inner = self.marks.chains.iter().flat_map(|&row| {
            let nodes = graph.chains()[row as usize].inner();
            graph.junctions() + nodes.start as u32..graph.junctions() + nodes.end as u32
        });
        self.marks.junctions.iter().copied().chain(inner)
    }
}

struct Repairer<'a, const K: usize> {
    graph: &'a Graph,
    starts: &'a Starts,
    labels: Columns<'a, K>,
    marks: &'a mut Marks,
    queue: &'a mut Queue,
}

/// Brings `labels` (of all nodes) up to date.
pub(crate) fn repair<const K: usize>(
    graph: &Graph,
    starts: &Starts,
    labels: Columns<'_, K>,
    touched: &Touched,
    scratch: &mut Scratch,
    shift: u32,
) -> Repair {
    if scratch.parts.is_empty() {
        scratch.parts.push(Part::new());
    }
    let (marks, queue) = (&mut scratch.marks, &mut scratch.parts[0].queue);
    marks.begin(graph);
    let (junctions, mut inner) = labels.split_at(graph.junctions() as usize);
    let mut repairer = Repairer { graph, starts, labels: junctions, marks, queue };
    repairer.take_away(touched);
    repairer.offer_again();
    repairer.offer_better(touched);
    repairer.spread(shift);
    if graph.has_zero_arcs() {
        // Free steps may be chosen otherwise far from the change. (Where the last free arc just
        // ceased to be free, the labels that hung on it were taken away like any others.)
        choose_steps(graph, starts, &mut repairer.labels);
        fill(graph, &repairer.labels, inner, &Alone);
        (0..graph.junctions()).for_each(|node| repairer.marks.touch(node));
        (0..graph.chains().len() as u32).for_each(|row| repairer.marks.touch_chain(row));
    } else {
        repairer.refill(touched, &mut inner);
    }
    Repair { junctions: scratch.marks.junctions.len(), chains: scratch.marks.chains.len() }
}

impl<const K: usize> Repairer<'_, K> {
    /// Takes away every label that hangs on what got worse.
    fn take_away(&mut self, touched: &Touched) {
        for &shelter in &touched.closed {
            for start in self.starts.of_shelter(shelter) {
                self.doom(start.node, shelter, HERE);
            }
        }
        for change in touched.arcs.iter().filter(|change| change.new > change.old) {
            let tail = self.graph.arcs()[change.slot as usize].tail;
            for rank in 0..K {
                if self.labels.nexts[tail as usize][rank] == change.slot {
                    self.marks.doomed.push((tail, self.labels.shelters[tail as usize][rank]));
                }
            }
        }
        while let Some((node, shelter)) = self.marks.doomed.pop() {
            let Some(rank) = self.labels.find(node as usize, shelter) else { continue };
            self.labels.remove(node as usize, rank);
            self.marks.touch(node);
            for slot in self.graph.slots(node) {
                self.doom(self.graph.arcs()[slot].tail, shelter, slot as u32);
            }
        }
    }

    /// Notes the label of `node` for `shelter` if it hangs on `next`.
    #[inline]
    fn doom(&mut self, node: u32, shelter: u32, next: u32) {
        let index = node as usize;
        if self.labels.find(index, shelter).is_some_and(|rank| self.labels.nexts[index][rank] == next) {
            self.marks.doomed.push((node, shelter));
        }
    }

    /// Offers each node that lost a label what is still there: its entrances, its neighbours'.
    fn offer_again(&mut self) {
        for row in 0..self.marks.junctions.len() {
            let node = self.marks.junctions[row];
            for start in self.starts.at(node) {
                self.offer(node, start.time.0, start.shelter, HERE);
            }
            for slot in self.graph.slots(node) {
                let head = self.graph.arcs()[slot].tail;
                // Most neighbours of a node inside a cell lost the same label; skip the search
                // for the arc where there is nothing to offer.
                if self.labels.shelters[head as usize][0] == NONE || head == node {
                    continue;
                }
                let step = self.graph.slot_at(head, self.graph.edge_in(slot));
                self.offer_step(node, head, step as u32);
            }
        }
    }

    /// Offers what got better.
    fn offer_better(&mut self, touched: &Touched) {
        for &shelter in &touched.opened {
            for start in self.starts.of_shelter(shelter) {
                self.offer(start.node, start.time.0, shelter, HERE);
            }
        }
        for change in touched.arcs.iter().filter(|change| change.new < change.old) {
            let tail = self.graph.arcs()[change.slot as usize].tail;
            self.offer_step(tail, change.head, change.slot);
        }
    }

    /// Offers `node` all labels of `head`, by the arc in `slot` that leads there.
    fn offer_step(&mut self, node: u32, head: u32, slot: u32) {
        let step = self.graph.arcs()[slot as usize].time;
        for rank in 0..K {
            let (time, shelter) =
                (self.labels.times[head as usize][rank], self.labels.shelters[head as usize][rank]);
            if shelter == NONE {
                break;
            }
            self.offer(node, time + step, shelter, slot);
        }
    }

    fn offer(&mut self, node: u32, time: u32, shelter: u32, next: u32) {
        match self.labels.offer(node as usize, time, shelter, next) {
            Offered::Taken => {
                self.marks.touch(node);
                self.marks.seeds.push(Entry { time, shelter, node });
            }
            Offered::Restepped => self.marks.touch(node),
            Offered::Refused => {}
        }
    }

    /// Lets the offers that were taken spread.
    fn spread(&mut self, shift: u32) {
        let earliest = self.marks.seeds.iter().map(|entry| entry.time).min().unwrap_or(0);
        self.queue.start(shift, earliest);
        for entry in self.marks.seeds.drain(..) {
            self.queue.push(entry);
        }
        while let Some(entry) = self.queue.pop() {
            if !self.labels.holds(entry.node as usize, entry.time, entry.shelter) {
                continue;
            }
            for slot in self.graph.slots(entry.node) {
                let arc = self.graph.arcs()[slot];
                let time = entry.time + arc.time;
                match self.labels.offer(arc.tail as usize, time, entry.shelter, slot as u32) {
                    Offered::Taken => {
                        self.marks.touch(arc.tail);
                        self.queue.push(Entry { time, shelter: entry.shelter, node: arc.tail });
                    }
                    Offered::Restepped => self.marks.touch(arc.tail),
                    Offered::Refused => {}
                }
            }
        }
    }

    /// Fills in the chains that changed or hang on changed junctions.
    fn refill(&mut self, touched: &Touched, inner: &mut Columns<'_, K>) {
        for &row in &touched.chains {
            self.marks.touch_chain(row);
        }
        for number in 0..self.marks.junctions.len() {
            for slot in self.graph.slots(self.marks.junctions[number]) {
                if let Some(row) = self.graph.chain_of(self.graph.edge_in(slot)) {
                    self.marks.touch_chain(row);
                }
            }
        }
        for &row in &self.marks.chains {
            fill_chain(self.graph, &self.graph.chains()[row as usize], &self.labels, inner, 0);
        }
    }
}
