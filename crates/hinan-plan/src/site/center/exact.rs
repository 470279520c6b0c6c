//! Whether so many candidates cover all rows, by trying: for the row with the fewest candidates each of them in turn.
//! Prices of the rows cut the tree: a candidate whose rows come to more than one is needed, one whose rows come to far less
//! is not, and where all prices, less what candidates are worth more than one, come to more than the sites that are left, there is no
//! cover (Beasley 1987). In whole 4096ths, so that this is proven.

/// More candidates or rows than this are not tried.
const MOST: usize = 4_096;

/// So many cells are looked at before nothing is said.
const LOOKS: usize = 100_000_000;

/// What one site costs, in the unit of prices.
const ONE: i64 = 4_096;

/// Steps to better prices at the root of the tree, and below.
const STEPS: [u32; 2] = [400, 24];

/// What was found.
pub(super) enum Answer {
    /// These cover all.
    Sites(Vec<u32>),
    /// No so many do.
    None,
    /// Not told in time.
    Unknown,
}

/// Looks for `number` candidates that have one in each row.
pub(super) fn cover(rows: &[Vec<u32>], number: usize) -> Answer {
    let mut candidates: Vec<u32> = rows.iter().flatten().copied().collect();
    candidates.sort_unstable();
    candidates.dedup();
    if candidates.len() > MOST || rows.len() > MOST {
        return Answer::Unknown;
    }
    let order = |candidate: &u32| candidates.partition_point(|other| other < candidate);
    let mut covers = vec![Set::none(rows.len()); candidates.len()];
    let mut has = vec![Set::none(candidates.len()); rows.len()];
    for (number, row) in rows.iter().enumerate() {
        for candidate in row.iter().map(order) {
            covers[candidate].add(number);
            has[number].add(candidate);
        }
    }
    let price = vec![ONE / 8; rows.len()];
    let mut tree = Tree { covers, has, sites: Vec::new(), looks: 0 };
    let mut open = Set::none(rows.len());
    (0..rows.len()).for_each(|row| open.add(row));
    let mut free = Set::none(candidates.len());
    (0..candidates.len()).for_each(|candidate| free.add(candidate));
    match tree.search(&open, free, number, price) {
        Some(true) => Answer::Sites(tree.sites.iter().map(|&site| candidates[site]).collect()),
        Some(false) => Answer::None,
        None => Answer::Unknown,
    }
}

struct Tree {
    /// The rows of each candidate.
    covers: Vec<Set>,
    /// The candidates of each row.
    has: Vec<Set>,
    sites: Vec<usize>,
    looks: usize,
}

impl Tree {
    /// Whether `left` of the `free` candidates cover the `open` rows; `None`: given up.
    fn search(&mut self, open: &Set, mut free: Set, left: usize, mut price: Vec<i64>) -> Option<bool> {
        if open.number() == 0 {
            return Some(true);
        }
        if left == 0 || !self.may_suffice(open, &mut free, left, &mut price) {
            return Some(false);
        }
        if self.looks > LOOKS {
            return None;
        }
        let Some(row) = self.narrowest(open, &free) else { return Some(true) };
        let mut branches: Vec<(usize, usize)> = self.has[row]
            .common(&free)
            .map(|candidate| (self.covers[candidate].number_common(open), candidate))
            .collect();
        branches.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        for (_, candidate) in branches {
            self.sites.push(candidate);
            // What a cover without this one may still use.
            free.remove(candidate);
            let rest = open.without(&self.covers[candidate]);
            match self.search(&rest, free.clone(), left - 1, price.clone()) {
                Some(false) => {}
                answer => return answer,
            }
            self.sites.pop();
        }
        Some(false)
    }

    /// Whether prices leave it open that so many sites suffice; candidates that cannot be among them are taken from `free`.
    fn may_suffice(&mut self, open: &Set, free: &mut Set, left: usize, price: &mut [i64]) -> bool {
        let rows: Vec<usize> = open.iter().collect();
        let most = left as i64 * ONE;
        let mut step = ONE / 16;
        let steps = if self.sites.is_empty() { STEPS[0] } else { STEPS[1] };
        let mut best = (i64::MIN, price.to_vec());
        for number in 0..steps {
            let mut bound: i64 = rows.iter().map(|&row| price[row]).sum();
            let mut served = vec![0_i64; price.len()];
            let mut spare: Vec<(usize, i64)> = Vec::new();
            for candidate in free.iter() {
                let rest = ONE - self.covers[candidate].common(open).map(|row| price[row]).sum::<i64>();
                self.looks += open.0.len();
                if rest < 0 {
                    bound += rest;
                    self.covers[candidate].common(open).for_each(|row| served[row] += 1);
                }
                spare.push((candidate, rest));
            }
            if bound > most {
                return false;
            }
            for (candidate, _) in spare.into_iter().filter(|(_, rest)| bound + rest > most) {
                free.remove(candidate);
            }
            if bound > best.0 {
                best = (bound, price.to_vec());
            } else if number % 8 == 7 {
                step = (step * 3 / 4).max(1);
            }
            self.looks += 4 * rows.len();
            for &row in &rows {
                price[row] = (price[row] + step * (1 - served[row])).max(0);
            }
        }
        price.copy_from_slice(&best.1);
        true
    }

    /// The open row with the fewest free candidates.
    fn narrowest(&mut self, open: &Set, free: &Set) -> Option<usize> {
        let mut best = None;
        for row in open.iter() {
            self.looks += free.0.len();
            let number = self.has[row].number_common(free);
            if best.is_none_or(|(least, _)| number < least) {
                best = Some((number, row));
            }
        }
        best.map(|(_, row)| row)
    }
}

/// Small numbers, a bit each.
#[derive(Clone)]
struct Set(Vec<u64>);

impl Set {
    fn none(size: usize) -> Set {
        Set(vec![0; size.div_ceil(64)])
    }

    fn add(&mut self, number: usize) {
        self.0[number / 64] |= 1 << (number % 64);
    }

    fn remove(&mut self, number: usize) {
        self.0[number / 64] &= !(1 << (number % 64));
    }

    fn number(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    fn number_common(&self, other: &Set) -> usize {
        self.0.iter().zip(&other.0).map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    fn without(&self, other: &Set) -> Set {
        Set(self.0.iter().zip(&other.0).map(|(a, b)| a & !b).collect())
    }

    fn iter(&self) -> impl Iterator<Item = usize> {
        bits(self.0.iter().copied())
    }

    fn common(&self, other: &Set) -> impl Iterator<Item = usize> {
        bits(self.0.iter().zip(&other.0).map(|(a, b)| a & b))
    }
}

fn bits(words: impl Iterator<Item = u64>) -> impl Iterator<Item = usize> {
    words
        .enumerate()
        .flat_map(|(at, word)| (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| at * 64 + bit))
}
