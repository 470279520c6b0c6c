//! How good any choice can be: Lagrange's relaxation of "everybody is served once" (Cornuejols, Fisher and Nemhauser 1977).
//!
//! With a price for being served to each demand, sites can be judged one by one: a site is worth what those who
//! reach it for less than their price save. The prices together, less the worth of the worthiest sites, is less
//! than any choice costs, whatever the prices are. Good prices are found by the volume algorithm (Barahona and Anbil 2000): they move
//! from the best ones known against the mean of what the worthiest sites served too often or not at all. Where there are many pairs
//! only a core of sites is judged at most steps, those that are worth most; all are judged from time to time. That is done with
//! floating point numbers, in the same order on every machine; what the best prices prove is then summed in whole numbers, so
//! that the bound is exact.

mod prices;
mod volume;

use hinan_reach::Workers;

use super::search::Problem;
pub(super) use prices::{Market, Prices};
pub(super) use volume::Volume;

/// So many looks at a pair are worth a better bound, where all sites are judged at each step.
const LOOKS: usize = 3_000_000_000;

/// Fewest and most steps.
const STEPS: [usize; 2] = [60, 3_000];

/// How many steps are worth it, where all sites are judged at each.
pub(super) fn steps(pairs: usize) -> usize {
    (LOOKS / pairs.max(1)).clamp(STEPS[0], STEPS[1])
}

/// So many times a core is chosen, and so many steps are made in it.
const CORES: usize = 36;
const STEPS_IN_CORE: usize = 80;

/// So many sites are in a core for each that is wanted, and at least so many.
const IN_CORE: [usize; 2] = [30, 3_000];

/// A bound that comes nearer to the value by less than this share of the way in some cores is as good as it gets.
const WORTHWHILE: f64 = 0.01;

/// At most so many times swaps start from the worthiest sites, while they look at so many pairs at most.
const ATTEMPTS: u32 = 24;
const LOOKS_OF_SWAPS: u64 = 200_000_000;

/// A choice, and what it costs.
pub(super) type Best = (u128, Vec<u32>);

/// A sum that no choice goes below, if being served by no new site costs each head `base`. Choices that are better for
/// `problem`, which may count that otherwise, replace `best`.
pub(super) fn lower(problem: &Problem<'_>, base: &[u64], best: &mut Best, workers: &impl Workers) -> u128 {
    let mut prices = Prices::new(problem.market(base), first_prices(problem, base, &best.1), workers);
    let mut tries = Tries::default();
    prices.judge(workers);
    let mut volume = Volume::new(&prices);
    if !problem.is_large() {
        let reached = value(problem, base, &best.1) as f64;
        let all = problem.all();
        let mut improve = |sites: &[u32]| tries.improve(problem, base, sites, &all, best);
        volume.run(steps(problem.lists.by_site.pairs()), &mut prices, reached, &mut improve, workers);
        prices.of_head.clone_from(&volume.best);
    } else {
        in_cores(problem, &mut volume, &mut prices, best, &mut tries, workers);
    }
    prices.proven()
}

/// The same with few sites at a time; all of them tell how good the prices are.
fn in_cores(
    problem: &Problem<'_>,
    volume: &mut Volume,
    prices: &mut Prices<'_>,
    best: &mut Best,
    tries: &mut Tries,
    workers: &impl Workers,
) {
    let number = IN_CORE[1].max(IN_CORE[0] * problem.number());
    let mut found = (prices.bound, prices.of_head.clone());
    let mut idle = 0;
    for _ in 0..CORES {
        let core = prices.core(number, &volume.share, &best.1);
        prices.take(core.clone(), workers);
        prices.judge(workers);
        volume.begin(prices);
        let base = prices.market.base;
        let reached = value(problem, base, &best.1) as f64;
        let mut improve = |sites: &[u32]| tries.improve(problem, base, sites, &core, best);
        volume.run(STEPS_IN_CORE, prices, reached, &mut improve, workers);
        prices.of_head.clone_from(&volume.best);
        prices.take(problem.all(), workers);
        prices.judge(workers);
        let value = value(problem, prices.market.base, &best.1) as f64;
        let is_worthwhile = prices.bound > found.0 + WORTHWHILE * (value - found.0);
        idle = if is_worthwhile { 0 } else { idle + 1 };
        if prices.bound > found.0 {
            found = (prices.bound, prices.of_head.clone());
        }
        if idle == 6 || found.0 > value - (NEAR * value).max(1.0) + 1e-6 {
            break;
        }
    }
    let core = prices.core(number, &volume.share, &best.1);
    let shaken = problem.shaken(&best.1, core);
    if shaken.0 < best.0 {
        *best = shaken;
    }
    prices.of_head = found.1;
}

/// Where there are cores, value and bound that are less than this share apart are near enough.
const NEAR: f64 = 1e-4;

/// How often swaps have started from the worthiest sites, and how many pairs they have looked at.
#[derive(Default)]
struct Tries {
    attempts: u32,
    looks: u64,
}

impl Tries {
    /// Swaps start from the worthiest sites as well as from the greedy ones, if these are good already. What the sites that
    /// were found cost at `base`, if that helped.
    fn improve(
        &mut self,
        problem: &Problem<'_>,
        base: &[u64],
        worthiest: &[u32],
        pool: &[u32],
        best: &mut Best,
    ) -> Option<f64> {
        if self.attempts == ATTEMPTS || self.looks > LOOKS_OF_SWAPS {
            return None;
        }
        if value(problem, &problem.costs.base, worthiest) < best.0 + best.0 / 20 {
            let (found, looks) = problem.improved(worthiest, pool);
            (self.attempts, self.looks) = (self.attempts + 1, self.looks + looks);
            if found.0 < best.0 {
                *best = found;
                return Some(value(problem, base, &best.1) as f64);
            }
        }
        None
    }
}

/// What some sites cost at `base`.
pub(super) fn value(problem: &Problem<'_>, base: &[u64], sites: &[u32]) -> u128 {
    let mut cost = base.to_vec();
    for &(demand, own) in sites.iter().flat_map(|&site| problem.lists.by_site.of(site)) {
        let cost = &mut cost[demand as usize];
        *cost = (*cost).min(u64::from(own));
    }
    problem.costs.weight.iter().zip(cost).map(|(&w, c)| u128::from(w) * u128::from(c)).sum()
}

/// Prices begin between what everybody costs in a good choice and what they would cost without their site: so that each
/// of its sites is worth as much as the one that is missed least.
fn first_prices(problem: &Problem<'_>, base: &[u64], sites: &[u32]) -> Vec<f64> {
    let weight = problem.costs.weight.iter().map(|&weight| weight as f64);
    let mut two: Vec<([f64; 2], usize)> = base.iter().map(|&cost| ([cost as f64; 2], sites.len())).collect();
    for (number, &site) in sites.iter().enumerate() {
        for &(demand, cost) in problem.lists.by_site.of(site) {
            let (own, (two, owner)) = (f64::from(cost), &mut two[demand as usize]);
            if own < two[0] {
                (*two, *owner) = ([own, two[0]], number);
            } else if own < two[1] {
                two[1] = own;
            }
        }
    }
    let mut missed = vec![0.0; sites.len() + 1];
    for ((two, owner), weight) in two.iter().zip(weight) {
        missed[*owner] += weight * (two[1] - two[0]);
    }
    let least = missed[..sites.len()].iter().copied().fold(f64::INFINITY, f64::min);
    let share = |owner: usize| if missed[owner] > least { least / missed[owner] } else { 1.0 };
    two.iter().map(|(two, owner)| two[0] + (two[1] - two[0]) * share(*owner)).collect()
}
