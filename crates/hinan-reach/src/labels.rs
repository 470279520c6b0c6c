//! A node's best shelters, in order.

use hinan_model::network::NONE;

use crate::graph::UNREACHABLE;

/// The most shelters that a field keeps a node.
pub const MAX_K: usize = 8;

/// The next step of a label whose walk is over: an entrance of its shelter is at this very node.
pub const HERE: u32 = u32::MAX - 1;

/// Whether next step `a` is to be taken before `b` where all else is equal: in first, then by slot.
#[inline]
pub(crate) fn comes_first(a: u32, b: u32) -> bool {
    // Makes HERE 0 and keeps slots in order; NONE, which stands in no label, is next to HERE.
    a.wrapping_add(2) < b.wrapping_add(2)
}

/// What became of an offered label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Offered {
    /// It is in the list now: neighbours must hear of it.
    Taken,
    /// It was there, but not by this step, which comes first. Neighbours need not hear.
    Restepped,
    /// The list is as it was.
    Refused,
}

/// The labels of a range of nodes in three columns, `K` a node, best first; empty ones are
/// [`UNREACHABLE`], [`NONE`], [`NONE`].
#[derive(Debug)]
pub(crate) struct Columns<'a, const K: usize> {
    pub times: &'a mut [[u32; K]],
    pub shelters: &'a mut [[u32; K]],
    pub nexts: &'a mut [[u32; K]],
}

impl<'a, const K: usize> Columns<'a, K> {
    /// Cuts columns of `K` a node out of plain ones.
    pub fn new(times: &'a mut [u32], shelters: &'a mut [u32], nexts: &'a mut [u32]) -> Columns<'a, K> {
        Columns {
            times: times.as_chunks_mut().0,
            shelters: shelters.as_chunks_mut().0,
            nexts: nexts.as_chunks_mut().0,
        }
    }

    /// The first `count` nodes, and the others.
    pub fn split_at(self, count: usize) -> (Columns<'a, K>, Columns<'a, K>) {
        let (times, more_times) = self.times.split_at_mut(count);
        let (shelters, more_shelters) = self.shelters.split_at_mut(count);
        let (nexts, more_nexts) = self.nexts.split_at_mut(count);
        (
            Columns { times, shelters, nexts },
            Columns { times: more_times, shelters: more_shelters, nexts: more_nexts },
        )
    }

    /// The same, for a while.
    pub fn reborrow(&mut self) -> Columns<'_, K> {
        Columns { times: self.times, shelters: self.shelters, nexts: self.nexts }
    }

    pub fn clear(&mut self) {
        self.times.fill([UNREACHABLE; K]);
        self.shelters.fill([NONE; K]);
        self.nexts.fill([NONE; K]);
    }

    /// Where in the list of `node` the shelter is.
    #[inline]
    pub fn find(&self, node: usize, shelter: u32) -> Option<usize> {
        self.shelters[node].iter().position(|&s| s == shelter)
    }

    /// Whether `node` has `shelter` at exactly `time`: whether a queued label still stands.
    #[inline]
    pub fn holds(&self, node: usize, time: u32, shelter: u32) -> bool {
        if K == 1 {
            return self.times[node][0] == time && self.shelters[node][0] == shelter;
        }
        self.find(node, shelter).is_some_and(|rank| self.times[node][rank] == time)
    }

    /// Offers `node` a label and keeps it if it is among the best `K` of distinct shelters.
    #[inline]
    pub fn offer(&mut self, node: usize, time: u32, shelter: u32, next: u32) -> Offered {
        let times = &mut self.times[node];
        // Most offers end here.
        if time > times[K - 1] || time >= UNREACHABLE {
            return Offered::Refused;
        }
        let (shelters, nexts) = (&mut self.shelters[node], &mut self.nexts[node]);
        let key = |rank: usize, times: &[u32; K], shelters: &[u32; K]| (times[rank], shelters[rank]);
        let mut rank = 0;
        while key(rank, times, shelters) < (time, shelter) {
            if shelters[rank] == shelter || rank + 1 == K {
                return Offered::Refused;
            }
            rank += 1;
        }
        if key(rank, times, shelters) == (time, shelter) {
            if !comes_first(next, nexts[rank]) {
                return Offered::Refused;
            }
            nexts[rank] = next;
            return Offered::Restepped;
        }
        // Each label from here on moves down one; the shelter's old one drops out, else the last.
        let mut moving = (time, shelter, next);
        for rank in rank..K {
            let label = (times[rank], shelters[rank], nexts[rank]);
            (times[rank], shelters[rank], nexts[rank]) = moving;
            if label.1 == shelter {
                break;
            }
            moving = label;
        }
        Offered::Taken
    }

    /// Takes the label at `rank` out of the list of `node`.
    pub fn remove(&mut self, node: usize, rank: usize) {
        let (times, shelters, nexts) =
            (&mut self.times[node], &mut self.shelters[node], &mut self.nexts[node]);
        for rank in rank + 1..K {
            (times[rank - 1], shelters[rank - 1], nexts[rank - 1]) =
                (times[rank], shelters[rank], nexts[rank]);
        }
        (times[K - 1], shelters[K - 1], nexts[K - 1]) = (UNREACHABLE, NONE, NONE);
    }

    /// How many labels `node` has.
    #[inline]
    pub fn count(&self, node: usize) -> usize {
        self.shelters[node].iter().take_while(|&&s| s != NONE).count()
    }
}

/// The number of labels that a field has room for where `k` are asked for: without the feature `every-k`
/// only 3 and 8, each of which is code of its own.
pub(crate) const fn room(k: usize) -> usize {
    match k {
        _ if k > MAX_K => MAX_K,
        0 if cfg!(feature = "every-k") => 1,
        _ if cfg!(feature = "every-k") => k,
        0..=3 => 3,
        _ => MAX_K,
    }
}

/// Runs a generic function for a number of labels that is only known at run time: 1 to 8, one that [`room`]
/// gives.
macro_rules! with_k {
    ($k:expr, $K:ident => $body:expr) => {
        match $k {
            #[cfg(feature = "every-k")]
            1 => {
                const $K: usize = 1;
                $body
            }
            #[cfg(feature = "every-k")]
            2 => {
                const $K: usize = 2;
                $body
            }
            3 => {
                const $K: usize = 3;
                $body
            }
            #[cfg(feature = "every-k")]
            4 => {
                const $K: usize = 4;
                $body
            }
            #[cfg(feature = "every-k")]
            5 => {
                const $K: usize = 5;
                $body
            }
            #[cfg(feature = "every-k")]
            6 => {
                const $K: usize = 6;
                $body
            }
            #[cfg(feature = "every-k")]
            7 => {
                const $K: usize = 7;
                $body
            }
            _ => {
                const $K: usize = 8;
                $body
            }
        }
    };
}
pub(crate) use with_k;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_keeps_the_best_of_distinct_shelters() {
        let (mut times, mut shelters, mut nexts) = ([0; 3], [0; 3], [0; 3]);
        let mut lists = Columns::<3>::new(&mut times, &mut shelters, &mut nexts);
        lists.clear();
        assert_eq!(lists.offer(0, 50, 7, 1), Offered::Taken);
        assert_eq!(lists.offer(0, 50, 7, 2), Offered::Refused);
        assert_eq!(lists.offer(0, 50, 7, 0), Offered::Restepped);
        assert_eq!(lists.offer(0, 50, 7, HERE), Offered::Restepped);
        assert_eq!(lists.offer(0, 50, 2, 5), Offered::Taken);
        assert_eq!(lists.offer(0, 60, 7, 5), Offered::Refused);
        assert_eq!(lists.offer(0, 70, 9, 5), Offered::Taken);
        assert_eq!(lists.offer(0, 70, 10, 5), Offered::Refused);
        assert_eq!(lists.offer(0, UNREACHABLE, 0, 5), Offered::Refused);
        assert_eq!(lists.offer(0, 40, 9, 6), Offered::Taken);
        assert_eq!(
            (lists.times[0], lists.shelters[0], lists.nexts[0]),
            ([40, 50, 50], [9, 2, 7], [6, 5, HERE])
        );
        assert_eq!(lists.offer(0, 45, 1, 6), Offered::Taken);
        assert_eq!((lists.times[0], lists.shelters[0]), ([40, 45, 50], [9, 1, 2]));
        lists.remove(0, 1);
        assert_eq!((lists.shelters[0], lists.count(0)), ([9, 2, NONE], 2));
    }
}
