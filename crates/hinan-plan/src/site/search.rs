//! Sites by lazy greedy choice (Minoux 1978), then by swaps of one site for another until none helps (Teitz and Bart 1968,
//! with the bookkeeping of Whitaker 1983).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::Costs;
use super::bound;
use super::lists::CostLists;

/// No site.
const NONE: u32 = u32::MAX;

/// Least sum of weight times cost, with so many sites.
pub(super) struct Problem<'a> {
    pub costs: &'a Costs,
    pub lists: &'a CostLists,
    pub new: usize,
}

/// What was found.
pub(super) struct Found {
    /// The sites with what each saves, in the order of a greedy choice among them.
    pub ranked: Vec<(u32, u128)>,
    /// The sum.
    pub value: u128,
    /// No choice has a smaller one.
    pub bound: u128,
}

/// Sites that are chosen, and each demand's best two of them.
pub(super) struct Chosen<'a> {
    problem: &'a Problem<'a>,
    is_chosen: Vec<bool>,
    sites: Vec<u32>,
    /// Cost and site of the best, and the cost of the second best.
    best: Vec<(u64, u32)>,
    second: Vec<u64>,
    /// What it would cost to give up each site.
    loss: Vec<u128>,
    value: u128,
    /// Work space: what a swap with each chosen site saves besides.
    extra: Vec<u128>,
}

impl Problem<'_> {
    pub fn solve(&self) -> Found {
        let mut chosen = Chosen::none(self);
        chosen.greedy();
        chosen.swap_until_none_helps();
        let mut best = (chosen.value, chosen.sites.clone());
        let bound = bound::lower(self, &mut best);
        let (value, sites) = best;
        Found { ranked: self.ranked(&sites), value, bound: bound.min(value) }
    }

    /// The best choice that swaps make of `sites`.
    pub fn improved(&self, sites: &[u32]) -> (u128, Vec<u32>) {
        let mut chosen = Chosen::none(self);
        for &site in sites {
            chosen.add(site);
        }
        chosen.greedy();
        chosen.swap_until_none_helps();
        (chosen.value, chosen.sites)
    }

    /// How many sites are chosen.
    pub fn number(&self) -> usize {
        self.new.min(self.lists.by_site.len() as usize)
    }

    /// In the order of what each adds to those before it.
    fn ranked(&self, sites: &[u32]) -> Vec<(u32, u128)> {
        let mut chosen = Chosen::none(self);
        let mut rest = sites.to_vec();
        rest.sort_unstable();
        let mut ranked = Vec::new();
        while let Some((saves, Reverse(site))) =
            rest.iter().map(|&site| (chosen.saves(site), Reverse(site))).max()
        {
            chosen.add(site);
            rest.retain(|&other| other != site);
            ranked.push((site, saves));
        }
        ranked
    }
}

impl<'a> Chosen<'a> {
    fn none(problem: &'a Problem<'a>) -> Chosen<'a> {
        let sites = problem.lists.by_site.len() as usize;
        let Costs { weight, base } = problem.costs;
        Chosen {
            problem,
            is_chosen: vec![false; sites],
            sites: Vec::new(),
            best: base.iter().map(|&cost| (cost, NONE)).collect(),
            second: base.clone(),
            loss: vec![0; sites],
            value: weight.iter().zip(base).map(|(&w, &c)| u128::from(w) * u128::from(c)).sum(),
            extra: vec![0; sites],
        }
    }

    fn weight(&self, demand: u32) -> u128 {
        u128::from(self.problem.costs.weight[demand as usize])
    }

    /// What one more site saves.
    fn saves(&self, site: u32) -> u128 {
        let list = self.problem.lists.by_site.of(site).iter();
        list.map(|&(demand, cost)| {
            self.weight(demand) * u128::from(self.best[demand as usize].0.saturating_sub(cost))
        })
        .sum()
    }

    /// What has been saved by a site once is never saved again: an old figure is an upper bound, and only the first in
    /// the queue has to be known anew.
    fn greedy(&mut self) {
        let number = self.problem.number();
        let sites = 0..self.problem.lists.by_site.len();
        let open = sites.filter(|&site| !self.is_chosen[site as usize]);
        let mut queue: BinaryHeap<(u128, Reverse<u32>)> =
            open.map(|site| (self.saves(site), Reverse(site))).collect();
        while self.sites.len() < number {
            let Some((_, Reverse(site))) = queue.pop() else { break };
            let now = (self.saves(site), Reverse(site));
            if queue.peek().is_none_or(|next| now >= *next) {
                self.add(site);
            } else {
                queue.push(now);
            }
        }
    }

    fn add(&mut self, site: u32) {
        self.is_chosen[site as usize] = true;
        self.sites.push(site);
        self.renew(site);
    }

    fn remove(&mut self, site: u32) {
        self.is_chosen[site as usize] = false;
        self.sites.retain(|&other| other != site);
        self.renew(site);
    }

    /// Each demand that a site concerns looks for its best two again.
    fn renew(&mut self, site: u32) {
        let lists = self.problem.lists;
        for &(demand, _) in lists.by_site.of(site) {
            let (at, weight) = (demand as usize, self.weight(demand));
            let (cost, old) = self.best[at];
            if old != NONE {
                self.loss[old as usize] -= weight * u128::from(self.second[at] - cost);
            }
            let base = self.problem.costs.base[at];
            let mut chosen =
                lists.by_demand.of(demand).iter().filter(|(site, _)| self.is_chosen[*site as usize]);
            let best = chosen.next().map_or((base, NONE), |&(site, cost)| (cost, site));
            let second = chosen.next().map_or(base, |&(_, cost)| cost);
            (self.best[at], self.second[at]) = (best, second);
            self.value = self.value - weight * u128::from(cost) + weight * u128::from(best.0);
            if best.1 != NONE {
                self.loss[best.1 as usize] += weight * u128::from(second - best.0);
            }
        }
    }

    /// Goes round the candidates, each comes in for the site whose place it takes best, until a whole round changes nothing.
    fn swap_until_none_helps(&mut self) {
        let sites = self.problem.lists.by_site.len();
        let mut idle = 0;
        let mut site = 0;
        while idle < sites && !self.sites.is_empty() {
            if !self.is_chosen[site as usize] && self.swap_in(site) {
                idle = 0;
            } else {
                idle += 1;
            }
            site = (site + 1) % sites;
        }
    }

    /// Takes a site in for another if that saves anything.
    fn swap_in(&mut self, site: u32) -> bool {
        let mut saves = 0;
        for &(demand, cost) in self.problem.lists.by_site.of(site) {
            let at = demand as usize;
            let (best, owner) = self.best[at];
            let weight = self.weight(demand);
            saves += weight * u128::from(best.saturating_sub(cost));
            if owner != NONE && cost < self.second[at] {
                // Whoever loses their site comes here and not to the second best.
                self.extra[owner as usize] += weight * u128::from(self.second[at] - best.max(cost));
            }
        }
        let cheapest =
            self.sites.iter().map(|&out| (self.loss[out as usize] - self.extra[out as usize], out)).min();
        for &(demand, _) in self.problem.lists.by_site.of(site) {
            let owner = self.best[demand as usize].1;
            if owner != NONE {
                self.extra[owner as usize] = 0;
            }
        }
        match cheapest {
            Some((loss, out)) if saves > loss => {
                self.remove(out);
                self.add(site);
                true
            }
            _ => false,
        }
    }
}
