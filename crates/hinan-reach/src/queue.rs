//! A monotone bucket queue: Dial's (Algorithm 360, CACM 1969) with a ring of buckets, a width of a
//! power of two, and an ordinary heap for what lies beyond the ring.
//!
//! Long arcs (a chain of 10,000 s beside one of 3 s) would need a ring without end. What lies
//! beyond it waits in the heap and moves over when the ring comes round, so the memory is bounded
//! by the number of entries, whatever their times.

use core::cmp::Reverse;
use std::collections::BinaryHeap;

/// A label that neighbours must hear of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry {
    pub time: u32,
    pub shelter: u32,
    pub node: u32,
}

#[derive(Clone, Copy, Debug)]
struct Cell {
    entry: Entry,
    /// The next cell of the same bucket, or of the free ones.
    below: u32,
}

const BUCKETS: usize = 1024;
const MASK: u32 = BUCKETS as u32 - 1;
const NIL: u32 = u32::MAX;

/// Entries come out by bucket; inside of one bucket, the last in is the first out. With a width
/// above 1 an entry may therefore come out before a better one for the same node: whoever takes
/// entries out corrects labels until none is left.
#[derive(Debug)]
pub(crate) struct Queue {
    shift: u32,
    /// The bucket at hand, not taken round the ring.
    current: u32,
    heads: Box<[u32; BUCKETS]>,
    /// One bit a bucket: whether it may hold entries.
    filled: [u64; BUCKETS / 64],
    cells: Vec<Cell>,
    free: u32,
    far: BinaryHeap<Reverse<Entry>>,
}

impl Queue {
    pub fn new() -> Queue {
        Queue {
            shift: 0,
            current: 0,
            heads: Box::new([NIL; BUCKETS]),
            filled: [0; BUCKETS / 64],
            cells: Vec::new(),
            free: NIL,
            far: BinaryHeap::new(),
        }
    }

    /// Makes an empty queue ready for entries of `time` and later, in buckets of `1 << shift`.
    pub fn start(&mut self, shift: u32, time: u32) {
        debug_assert!(self.far.is_empty());
        self.shift = shift;
        self.current = time >> shift;
    }

    #[inline]
    pub fn push(&mut self, entry: Entry) {
        let bucket = entry.time >> self.shift;
        if bucket.wrapping_sub(self.current) >= BUCKETS as u32 {
            self.far.push(Reverse(entry));
            return;
        }
        let index = (bucket & MASK) as usize;
        let cell = Cell { entry, below: self.heads[index] };
        self.filled[index / 64] |= 1 << (index % 64);
        if let Some(place) = self.cells.get_mut(self.free as usize) {
            self.heads[index] = self.free;
            self.free = place.below;
            *place = cell;
        } else {
            self.heads[index] = self.cells.len() as u32;
            self.cells.push(cell);
        }
    }

    #[inline]
    pub fn pop(&mut self) -> Option<Entry> {
        let mut index = (self.current & MASK) as usize;
        if self.heads[index] == NIL {
            index = self.advance()?;
        }
        let number = self.heads[index];
        let cell = &mut self.cells[number as usize];
        self.heads[index] = cell.below;
        cell.below = self.free;
        self.free = number;
        Some(cell.entry)
    }

    /// Moves on to the next bucket that holds something and returns its place in the ring.
    fn advance(&mut self) -> Option<usize> {
        let emptied = (self.current & MASK) as usize;
        self.filled[emptied / 64] &= !(1 << (emptied % 64));
        let near = self.next_filled().map(|ahead| self.current + ahead);
        let far = self.far.peek().map(|&Reverse(entry)| entry.time >> self.shift);
        self.current = match (near, far) {
            (Some(near), Some(far)) => near.min(far),
            (near, far) => near.or(far)?,
        };
        while let Some(&Reverse(entry)) = self.far.peek() {
            if (entry.time >> self.shift).wrapping_sub(self.current) >= BUCKETS as u32 {
                break;
            }
            self.far.pop();
            self.push(entry);
        }
        Some((self.current & MASK) as usize)
    }

    /// How far ahead of the current bucket the next filled one lies.
    #[inline]
    fn next_filled(&self) -> Option<u32> {
        let from = self.current & MASK;
        let (word, bit) = ((from / 64) as usize, from % 64);
        let here = self.filled[word] >> bit;
        if here != 0 {
            return Some(here.trailing_zeros());
        }
        const WORDS: usize = BUCKETS / 64;
        // The last word looked at is the first again, for its lower bits.
        (1..=WORDS).find_map(|step| {
            let bits = self.filled[(word + step) % WORDS];
            (bits != 0).then(|| step as u32 * 64 - bit + bits.trailing_zeros())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drain(queue: &mut Queue) -> Vec<u32> {
        core::iter::from_fn(|| queue.pop()).map(|entry| entry.time).collect()
    }

    #[test]
    fn entries_come_out_in_order_however_far_apart() {
        let mut queue = Queue::new();
        let times = [5, 70_000, 6, 1_000_000_000, 5, 1028, 1029, 1030, 2_147_483_646, 64, 63];
        for round in 0..3 {
            queue.start(0, 5);
            for time in times {
                queue.push(Entry { time, shelter: 0, node: round });
            }
            let mut sorted = times.to_vec();
            sorted.sort_unstable();
            assert_eq!(drain(&mut queue), sorted);
        }
    }

    #[test]
    fn entries_may_come_while_others_go() {
        let mut queue = Queue::new();
        queue.start(3, 0);
        queue.push(Entry { time: 0, shelter: 0, node: 0 });
        let (mut last, mut count) = (0, 0_usize);
        while let Some(entry) = queue.pop() {
            assert!(entry.time >> 3 >= last >> 3);
            last = entry.time;
            count += 1;
            for step in [1, 9_000, 100_000_000] {
                if entry.node < 5 {
                    queue.push(Entry { time: entry.time + step, shelter: 0, node: entry.node + 1 });
                }
            }
        }
        assert_eq!(count, (0..=5).map(|depth| 3_usize.pow(depth)).sum::<usize>());
    }
}
