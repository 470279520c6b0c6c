//! Who reaches which candidate.

use core::ops::Range;

/// A demand that reaches a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// Number of the demand.
    pub demand: u32,
    /// Number of the candidate.
    pub candidate: u32,
    /// Walk plus entrance, in ds.
    pub time: u32,
}

/// All pairs, by candidate.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    demands: u32,
    first: Vec<u32>,
    rows: Vec<(u32, u32)>,
}

impl Lists {
    /// Of `pairs` in any order; of two with the same demand and candidate the faster counts.
    pub fn new(demands: u32, candidates: u32, mut pairs: Vec<Pair>) -> Lists {
        pairs.retain(|pair| pair.demand < demands && pair.candidate < candidates);
        pairs.sort_unstable_by_key(|pair| (pair.candidate, pair.demand, pair.time));
        Lists::sorted(demands, candidates, pairs.into_iter())
    }

    /// Of pairs by candidate, then demand, then time.
    pub(super) fn sorted(demands: u32, candidates: u32, pairs: impl Iterator<Item = Pair>) -> Lists {
        let mut first = vec![0; candidates as usize + 1];
        let mut rows: Vec<(u32, u32)> = Vec::new();
        let mut before = None;
        for pair in pairs {
            if before.replace((pair.candidate, pair.demand)) != Some((pair.candidate, pair.demand)) {
                first[pair.candidate as usize + 1] += 1;
                rows.push((pair.demand, pair.time));
            }
        }
        for at in 1..first.len() {
            first[at] += first[at - 1];
        }
        Lists { demands, first, rows }
    }

    /// How many pairs there are.
    pub fn pairs(&self) -> usize {
        self.rows.len()
    }

    /// How many demands there are.
    pub fn demands(&self) -> u32 {
        self.demands
    }

    /// How many candidates there are.
    pub fn candidates(&self) -> u32 {
        self.first.len().saturating_sub(1) as u32
    }

    /// Demands that reach a candidate, and the time.
    pub fn of(&self, candidate: u32) -> &[(u32, u32)] {
        &self.rows[self.range(candidate)]
    }

    fn range(&self, candidate: u32) -> Range<usize> {
        self.first[candidate as usize] as usize..self.first[candidate as usize + 1] as usize
    }

    /// The longest time; 0 where there is none.
    pub(super) fn longest(&self) -> u32 {
        self.rows.iter().map(|row| row.1).max().unwrap_or(0)
    }

    /// What each pair costs a head; pairs without a cost are left out.
    pub(super) fn costing(&self, cost: impl Fn(u32, u32) -> Option<u32>) -> CostLists {
        let mut by_site = Rows::new();
        for candidate in 0..self.candidates() {
            let rows = self.of(candidate).iter();
            by_site.push(rows.filter_map(|&(demand, time)| Some((demand, cost(demand, time)?))));
        }
        let mut by_demand = by_site.by_demand(self.demands);
        by_demand.sort_by_cost();
        CostLists { by_site, by_demand }
    }
}

/// Costs, by candidate and by demand.
pub(super) struct CostLists {
    /// (demand, cost), by demand.
    pub by_site: Rows,
    /// (candidate, cost), the cheapest first.
    pub by_demand: Rows,
}

/// Rows of numbered lists, one after another.
pub(super) struct Rows {
    first: Vec<u32>,
    rows: Vec<(u32, u32)>,
}

impl Rows {
    /// No list yet.
    pub fn new() -> Rows {
        Rows { first: vec![0], rows: Vec::new() }
    }

    /// One list more.
    pub fn push(&mut self, rows: impl Iterator<Item = (u32, u32)>) {
        self.rows.extend(rows);
        self.first.push(self.rows.len() as u32);
    }

    /// Numbers of lists by what is in them: for each of `demands` the lists it is in, and the cost.
    pub fn by_demand(&self, demands: u32) -> Rows {
        let mut first = vec![0_u32; demands as usize + 1];
        self.rows.iter().for_each(|row| first[row.0 as usize + 1] += 1);
        for at in 1..first.len() {
            first[at] += first[at - 1];
        }
        let mut next = first.clone();
        let mut rows = vec![(0, 0); self.rows.len()];
        for list in 0..self.len() {
            for &(demand, cost) in self.of(list) {
                rows[next[demand as usize] as usize] = (list, cost);
                next[demand as usize] += 1;
            }
        }
        Rows { first, rows }
    }

    /// First of each list, and all rows.
    pub fn parts(&self) -> (&[u32], &[(u32, u32)]) {
        (&self.first, &self.rows)
    }

    /// How many lists there are.
    pub fn len(&self) -> u32 {
        self.first.len().saturating_sub(1) as u32
    }

    /// How many rows all lists have together.
    pub fn pairs(&self) -> usize {
        self.rows.len()
    }

    /// One list.
    pub fn of(&self, list: u32) -> &[(u32, u32)] {
        &self.rows[self.first[list as usize] as usize..self.first[list as usize + 1] as usize]
    }

    fn sort_by_cost(&mut self) {
        for list in 0..self.len() as usize {
            self.rows[self.first[list] as usize..self.first[list + 1] as usize]
                .sort_unstable_by_key(|&(candidate, cost)| (cost, candidate));
        }
    }
}
