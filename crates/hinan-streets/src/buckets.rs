//! Finding an id among sorted ids: a table of where each bucket of ids starts, then a binary search
//! in the bucket. As quick as hashing when ids are spread, never slower than a binary search when
//! somebody chose them with care.

use std::ops::Range;

/// Where the buckets of a sorted list start.
#[derive(Clone, Debug, Default)]
pub(crate) struct Buckets {
    first: i64,
    shift: u32,
    starts: Vec<u32>,
}

impl Buckets {
    /// Buckets for `count` ids, ascending, of which `id(row)` is one.
    pub(crate) fn of(count: usize, id: impl Fn(usize) -> i64) -> Buckets {
        if count == 0 {
            return Buckets::default();
        }
        let first = id(0);
        let span = id(count - 1).wrapping_sub(first) as u64;
        let wanted = (count as u64 * 2).next_power_of_two();
        let shift = (64 - span.leading_zeros()).saturating_sub(wanted.trailing_zeros());
        let buckets = (span >> shift) as usize + 1;
        let mut starts = Vec::with_capacity(buckets + 1);
        for row in 0..count {
            let bucket = (id(row).wrapping_sub(first) as u64 >> shift) as usize;
            while starts.len() <= bucket {
                starts.push(row as u32);
            }
        }
        starts.resize(buckets + 1, count as u32);
        Buckets { first, shift, starts }
    }

    /// The rows among which `id` is, if it is there.
    pub(crate) fn rows(&self, id: i64) -> Range<usize> {
        if id < self.first {
            return 0..0;
        }
        let bucket =
            usize::try_from(id.wrapping_sub(self.first) as u64 >> self.shift).unwrap_or(usize::MAX - 1);
        match (self.starts.get(bucket), self.starts.get(bucket.saturating_add(1))) {
            (Some(&from), Some(&to)) => from as usize..to as usize,
            _ => 0..0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_found_and_no_other() {
        for ids in [
            vec![],
            vec![7],
            vec![i64::MIN, -3, 0, 5, i64::MAX],
            (0..1000).collect(),
            (0..1000).chain([i64::MAX]).collect::<Vec<i64>>(),
        ] {
            let buckets = Buckets::of(ids.len(), |row| ids[row]);
            for id in ids.iter().copied().chain([-4, 1, 1_000_000, i64::MAX - 1, i64::MIN + 1]) {
                let rows = buckets.rows(id);
                assert_eq!(ids[rows].contains(&id), ids.contains(&id), "{id}");
            }
        }
    }
}
