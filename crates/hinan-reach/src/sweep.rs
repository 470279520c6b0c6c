//! Labels for all junctions, from nothing.
//!
//! A plain multi-source Dijkstra moves along thousands of fronts at once and touches another part
//! of memory with every step. This one keeps to one *block* of junctions (numbered next to each
//! other, so near each other) until nothing is left to do there, then goes on to the next, and
//! comes back to blocks that a neighbour's labels improve. Labels are corrected until nothing
//! changes; since the answer is unique, the order of the work cannot be seen in it.
//!
//! Where shelters are few, their labels cross many blocks, and a block that was worked off too
//! early would be corrected again and again. So time is cut into windows of some dozens of arcs:
//! labels beyond the window wait until nothing is left to do before its end, in any block.
//!
//! The work stays bounded: inside of a window blocks are visited in rounds, and after round `r` all
//! labels whose way crosses fewer than `r` borders of blocks are final.
//!
//! Blocks are grouped into one *part* for each thread that the caller lends. Parts see only their
//! own labels and tell each other by messages between rounds.

use crate::graph::{Arc, Graph, UNREACHABLE};
use crate::labels::{Columns, HERE, Offered};
use crate::queue::{Entry, Queue};
use crate::starts::Starts;
use crate::workers::Workers;

/// Junctions a block: with their arcs and labels (some 40 bytes each at `k` = 1) a block fits
/// into a second-level cache.
const BLOCK_BITS: u32 = 13;

/// A label offered across the border between two parts.
#[derive(Clone, Copy, Debug)]
struct Message {
    entry: Entry,
    slot: u32,
}

/// Labels that wait for a visit of their block.
#[derive(Debug)]
struct Pending {
    entries: Vec<Entry>,
    /// The least time among them.
    due: u32,
}

impl Pending {
    fn new() -> Pending {
        Pending { entries: Vec::new(), due: NEVER }
    }

    #[inline]
    fn push(&mut self, entry: Entry) {
        self.due = self.due.min(entry.time);
        self.entries.push(entry);
    }
}

/// Later than all labels.
const NEVER: u32 = u32::MAX;

/// A window of time is as long as two to the power of this many buckets.
const WINDOW_BUCKETS_LOG2: u32 = 8;

/// What one thread needs besides the labels; kept for the next time.
#[derive(Debug)]
pub(crate) struct Part {
    pub queue: Queue,
    /// For each block of the part, labels that neighbours have not heard of.
    pending: Vec<Pending>,
    out: Vec<Message>,
}

impl Part {
    pub fn new() -> Part {
        Part { queue: Queue::new(), pending: Vec::new(), out: Vec::new() }
    }
}

/// One thread's share of the junctions.
struct Lane<'a, const K: usize> {
    graph: &'a Graph,
    starts: &'a Starts,
    shift: u32,
    block_bits: u32,
    /// The first junction.
    low: u32,
    labels: Columns<'a, K>,
    part: &'a mut Part,
    /// Labels of this time and later wait for the next window.
    horizon: u32,
    fresh: bool,
}

/// Computes the labels of all junctions. `labels` covers exactly these.
pub(crate) fn sweep<const K: usize>(
    graph: &Graph,
    starts: &Starts,
    labels: Columns<'_, K>,
    parts: &mut Vec<Part>,
    workers: &impl Workers,
) {
    // More labels a node, fewer nodes a block.
    let block_bits = BLOCK_BITS - (K as u32).ilog2();
    let blocks = graph.junctions().div_ceil(1 << block_bits);
    let blocks_a_part = blocks.div_ceil(workers.count().max(1) as u32).max(1);
    let size = blocks_a_part << block_bits;
    let count = graph.junctions().div_ceil(size).max(1);
    parts.resize_with((count as usize).max(parts.len()), Part::new);
    let shift = graph.bucket_shift();
    let window = 1_u32 << (shift + WINDOW_BUCKETS_LOG2).min(30);

    let mut lanes = Vec::with_capacity(count as usize);
    let mut rest = labels;
    for (part, low) in parts.iter_mut().zip((0..graph.junctions()).step_by(size as usize)) {
        let (labels, after) = rest.split_at((graph.junctions() - low).min(size) as usize);
        rest = after;
        part.pending.resize_with(blocks_a_part as usize, Pending::new);
        let horizon = window;
        lanes.push(Lane { graph, starts, shift, block_bits, low, labels, part, horizon, fresh: true });
    }
    let mut messages = Vec::new();
    loop {
        workers.run(&mut lanes, Lane::run);
        for lane in &mut lanes {
            messages.append(&mut lane.part.out);
        }
        for message in messages.drain(..) {
            lanes[(message.entry.node / size) as usize].receive(message);
        }
        let due = lanes.iter().map(Lane::due).min().unwrap_or(NEVER);
        if due == NEVER {
            return;
        }
        for lane in &mut lanes {
            if due >= lane.horizon {
                lane.horizon = due + window;
            }
        }
    }
}

impl<const K: usize> Lane<'_, K> {
    /// The least time of any label that waits.
    fn due(&self) -> u32 {
        self.part.pending.iter().map(|pending| pending.due).min().unwrap_or(NEVER)
    }

    /// Works until nothing is left to do in this part before the horizon.
    fn run(&mut self) {
        if core::mem::take(&mut self.fresh) {
            self.seed();
        }
        let blocks = self.part.pending.len();
        let mut quiet = false;
        while !quiet {
            quiet = true;
            for block in 0..blocks {
                if self.part.pending[block].due < self.horizon {
                    quiet = false;
                    self.visit(block);
                }
            }
        }
    }

    fn seed(&mut self) {
        self.labels.clear();
        let high = self.low + self.labels.times.len() as u32;
        for start in self.starts.within(self.low..high) {
            let entry = Entry { time: start.time.0, shelter: start.shelter, node: start.node };
            self.receive(Message { entry, slot: HERE });
        }
    }

    fn receive(&mut self, message: Message) {
        let Message { entry, slot } = message;
        let node = (entry.node - self.low) as usize;
        if self.labels.offer(node, entry.time, entry.shelter, slot) == Offered::Taken {
            self.part.pending[node >> self.block_bits].push(entry);
        }
    }

    /// Works until nothing is left to do in one block before the horizon.
    fn visit(&mut self, block: usize) {
        let Part { queue, pending, .. } = &mut *self.part;
        let pending = &mut pending[block];
        queue.start(self.shift, pending.due);
        pending.due = NEVER;
        let (horizon, due) = (self.horizon, &mut pending.due);
        pending.entries.retain(|&entry| {
            let later = entry.time >= horizon;
            if later {
                *due = (*due).min(entry.time);
            } else {
                queue.push(entry);
            }
            later
        });
        self.settle(block);
    }

    /// Takes the queue's labels to the neighbours until it is empty.
    ///
    /// How many arcs a node has, and to which of them a label is news, is as good as random to a
    /// processor, and each wrong guess costs it more than looking at an arc. So four arcs are
    /// looked at whether there are four or not, without a branch, and then the news is handed out:
    /// one guess (how many) instead of five.
    fn settle(&mut self, block: usize) {
        let (first, arcs) = (self.graph.first(), self.graph.padded_arcs());
        while let Some(entry) = self.part.queue.pop() {
            if !self.labels.holds((entry.node - self.low) as usize, entry.time, entry.shelter) {
                continue;
            }
            let (mut slot, end) = (first[entry.node as usize], first[entry.node as usize + 1]);
            while slot < end {
                let Some(four) = arcs[slot as usize..].first_chunk::<4>() else { break };
                let mut news = self.news(entry.time, four) & ((1 << (end - slot).min(4)) - 1);
                while news != 0 {
                    let number = news.trailing_zeros();
                    news &= news - 1;
                    self.hand_out(block, entry, four[number as usize % 4], slot + number);
                }
                slot += 4;
            }
        }
    }

    /// Along which of four arcs a label of this time may be news: one bit each.
    #[inline]
    fn news(&self, time: u32, four: &[Arc; 4]) -> u32 {
        let mut news = 0;
        for (number, arc) in four.iter().enumerate() {
            let tail = arc.tail.wrapping_sub(self.low) as usize;
            // Anything reachable is news to another part.
            let worst = self.labels.times.get(tail).map_or(UNREACHABLE - 1, |times| times[K - 1]);
            // Both are below half of the range.
            news |= u32::from(time + arc.time <= worst) << number;
        }
        news
    }

    /// Takes a label along an arc.
    #[inline]
    fn hand_out(&mut self, block: usize, entry: Entry, arc: Arc, slot: u32) {
        let entry = Entry { time: entry.time + arc.time, shelter: entry.shelter, node: arc.tail };
        let tail = arc.tail.wrapping_sub(self.low) as usize;
        if tail >= self.labels.times.len() {
            self.part.out.push(Message { entry, slot });
        } else if self.labels.offer(tail, entry.time, entry.shelter, slot) == Offered::Taken {
            if tail >> self.block_bits == block && entry.time < self.horizon {
                self.part.queue.push(entry);
            } else {
                self.part.pending[tail >> self.block_bits].push(entry);
            }
        }
    }
}
