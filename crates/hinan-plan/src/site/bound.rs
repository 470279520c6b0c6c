//! How good any choice can be: Lagrange's relaxation of "everybody is served once" (Cornuejols, Fisher and Nemhauser 1977).
//!
//! With a price for being served to each demand, sites can be judged one by one: a site is worth what those who
//! reach it for less than their price save. The prices together, less the worth of the worthiest sites, is less
//! than any choice costs, whatever the prices are. Good prices are found by the volume algorithm (Barahona and Anbil 2000): they move
//! from the best ones known against the mean of what the worthiest sites served too often or not at all. Where there are many pairs
//! only a core of sites is judged at most steps, those that are worth most; all are judged from time to time. That is done with
//! floating point numbers, in the same order on every machine; what the best prices prove is then summed in whole numbers, so
//! that the bound is exact.

use hinan_reach::Workers;

use super::search::Problem;

/// Prices of the proof are counted in parts of the unit of cost.
const PARTS: f64 = 1024.0;

/// So many looks at a pair are worth a better bound, where all sites are judged at each step.
const LOOKS: usize = 3_000_000_000;

/// Fewest and most steps.
const STEPS: [usize; 2] = [60, 3_000];

/// So many times a core is chosen, and so many steps are made in it.
const CORES: usize = 36;
const STEPS_IN_CORE: usize = 80;

/// So many sites are in a core for each that is wanted, and at least so many.
const IN_CORE: [usize; 2] = [30, 3_000];

/// A bound that comes nearer to the value by less than this share of the way in some cores is as good as it gets.
const WORTHWHILE: f64 = 0.01;

/// After so many steps without a better bound, steps become shorter.
const PATIENCE: u32 = 20;

/// Steps are shorter than this share of the gap only when nothing more is to be had.
const SHORTEST: f64 = 0.002;

/// At most so many times swaps start from the worthiest sites, while they look at so many pairs at most.
const ATTEMPTS: u32 = 24;
const LOOKS_OF_SWAPS: u64 = 200_000_000;

/// A choice, and what it costs.
pub(super) type Best = (u128, Vec<u32>);

/// A sum that no choice goes below, if being served by no new site costs each head `base`. Choices that are better for
/// `problem`, which may count that otherwise, replace `best`.
pub(super) fn lower(problem: &Problem<'_>, base: &[u64], best: &mut Best, workers: &impl Workers) -> u128 {
    let pairs = problem.lists.by_site.pairs().max(1);
    let mut prices = Prices::new(problem, base, &best.1, workers);
    let mut tries = Tries::default();
    prices.judge(workers);
    let mut volume = Volume::new(&prices);
    if !problem.is_large() {
        let steps = (LOOKS / pairs).clamp(STEPS[0], STEPS[1]);
        volume.run(steps, &mut prices, best, &mut tries, &problem.all(), workers);
        prices.of_head.clone_from(&volume.best);
    } else {
        in_cores(&mut volume, &mut prices, best, &mut tries, workers);
    }
    prices.proven()
}

/// The same with few sites at a time; all of them tell how good the prices are.
fn in_cores(
    volume: &mut Volume,
    prices: &mut Prices<'_>,
    best: &mut Best,
    tries: &mut Tries,
    workers: &impl Workers,
) {
    let number = IN_CORE[1].max(IN_CORE[0] * prices.problem.number());
    let mut found = (prices.bound, prices.of_head.clone());
    let mut idle = 0;
    for _ in 0..CORES {
        let core = prices.core(number, &volume.share, &best.1);
        prices.take(core.clone(), workers);
        prices.judge(workers);
        volume.begin(prices);
        volume.run(STEPS_IN_CORE, prices, best, tries, &core, workers);
        prices.of_head.clone_from(&volume.best);
        prices.take(prices.problem.all(), workers);
        prices.judge(workers);
        let value = value(prices.problem, prices.base, &best.1) as f64;
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
    let shaken = prices.problem.shaken(&best.1, core);
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
    /// Swaps start from the worthiest sites as well as from the greedy ones, if these are good already. Whether that helped.
    fn improve(&mut self, problem: &Problem<'_>, worthiest: &[u32], pool: &[u32], best: &mut Best) -> bool {
        if self.attempts == ATTEMPTS || self.looks > LOOKS_OF_SWAPS {
            return false;
        }
        if value(problem, &problem.costs.base, worthiest) < best.0 + best.0 / 20 {
            let (found, looks) = problem.improved(worthiest, pool);
            (self.attempts, self.looks) = (self.attempts + 1, self.looks + looks);
            if found.0 < best.0 {
                *best = found;
                return true;
            }
        }
        false
    }
}

fn value(problem: &Problem<'_>, base: &[u64], sites: &[u32]) -> u128 {
    let mut cost = base.to_vec();
    for &(demand, own) in sites.iter().flat_map(|&site| problem.lists.by_site.of(site)) {
        let cost = &mut cost[demand as usize];
        *cost = (*cost).min(u64::from(own));
    }
    problem.costs.weight.iter().zip(cost).map(|(&w, c)| u128::from(w) * u128::from(c)).sum()
}

/// Sites that one worker judges.
struct Job {
    sites: Vec<u32>,
    worth: Vec<f64>,
}

struct Prices<'a> {
    problem: &'a Problem<'a>,
    base: &'a [u64],
    weight: Vec<f64>,
    /// Of each demand, for one head; from nothing to what it costs to be served by no new site.
    of_head: Vec<f64>,
    jobs: Vec<Job>,
    worthiest: Vec<u32>,
    /// One less how often the worthiest sites serve each demand.
    pull: Vec<f64>,
    bound: f64,
}

impl<'a> Prices<'a> {
    /// Prices begin between what everybody costs in a good choice and what they would cost without their site: so that each
    /// of its sites is worth as much as the one that is missed least.
    fn new(problem: &'a Problem<'a>, base: &'a [u64], sites: &[u32], workers: &impl Workers) -> Prices<'a> {
        let weight: Vec<f64> = problem.costs.weight.iter().map(|&weight| weight as f64).collect();
        let mut two: Vec<([f64; 2], usize)> =
            base.iter().map(|&cost| ([cost as f64; 2], sites.len())).collect();
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
        for ((two, owner), weight) in two.iter().zip(&weight) {
            missed[*owner] += weight * (two[1] - two[0]);
        }
        let least = missed[..sites.len()].iter().copied().fold(f64::INFINITY, f64::min);
        let share = |owner: usize| if missed[owner] > least { least / missed[owner] } else { 1.0 };
        let of_head = two.iter().map(|(two, owner)| two[0] + (two[1] - two[0]) * share(*owner)).collect();
        let mut prices = Prices {
            problem,
            base,
            weight,
            of_head,
            jobs: Vec::new(),
            worthiest: Vec::new(),
            pull: vec![0.0; base.len()],
            bound: 0.0,
        };
        prices.take(problem.all(), workers);
        prices
    }

    /// From now on these sites are judged.
    fn take(&mut self, sites: Vec<u32>, workers: &impl Workers) {
        let share = sites.len().div_ceil(8 * workers.count().max(1)).max(1);
        let jobs =
            sites.chunks(share).map(|sites| Job { sites: sites.to_vec(), worth: vec![0.0; sites.len()] });
        self.jobs = jobs.collect();
    }

    /// The sites that are worth most among those judged last, those that have been, and some others.
    fn core(&self, number: usize, share: &[f64], others: &[u32]) -> Vec<u32> {
        let (sites, worth) = self.judged();
        let mut core: Vec<u32> = worthiest(&worth, number).into_iter().map(|at| sites[at as usize]).collect();
        core.extend((0..share.len() as u32).filter(|&site| share[site as usize] > 0.01));
        core.extend(others);
        core.sort_unstable();
        core.dedup();
        core
    }

    fn judged(&self) -> (Vec<u32>, Vec<f64>) {
        let sites = self.jobs.iter().flat_map(|job| job.sites.iter().copied()).collect();
        (sites, self.jobs.iter().flat_map(|job| job.worth.iter().copied()).collect())
    }

    /// Finds the worthiest sites, and what the prices come to with them.
    fn judge(&mut self, workers: &impl Workers) {
        let Prices { problem, weight, of_head, jobs, .. } = self;
        let by_site = &problem.lists.by_site;
        workers.run(jobs, |job| {
            for (site, worth) in job.sites.iter().zip(&mut job.worth) {
                let saved = by_site.of(*site).iter().map(|&(demand, cost)| {
                    // Without a branch, which would be guessed wrong half of the time.
                    (of_head[demand as usize] - f64::from(cost)).max(0.0) * weight[demand as usize]
                });
                *worth = saved.sum();
            }
        });
        let number = problem.number();
        let (sites, worth) = self.judged();
        let chosen = worthiest(&worth, number);
        let together: f64 = chosen.iter().map(|&at| worth[at as usize]).sum();
        self.worthiest = chosen.into_iter().map(|at| sites[at as usize]).collect();
        self.pull.fill(1.0);
        for &site in &self.worthiest {
            for &(demand, cost) in by_site.of(site) {
                if f64::from(cost) < self.of_head[demand as usize] {
                    self.pull[demand as usize] -= 1.0;
                }
            }
        }
        let paid: f64 = self.of_head.iter().zip(&self.weight).map(|(price, weight)| price * weight).sum();
        self.bound = paid - together;
    }

    /// What the prices prove, in whole numbers.
    fn proven(&self) -> u128 {
        let costs = self.problem.costs;
        let parts =
            |demand: usize, cost: u64| i128::from(costs.weight[demand]) * i128::from(cost) * PARTS as i128;
        let price: Vec<i128> = (0..self.base.len())
            .map(|at| {
                ((self.weight[at] * self.of_head[at] * PARTS) as i128).clamp(0, parts(at, self.base[at]))
            })
            .collect();
        let mut worth: Vec<i128> = (0..self.problem.lists.by_site.len())
            .map(|site| {
                let list = self.problem.lists.by_site.of(site).iter();
                list.map(|&(demand, cost)| {
                    (price[demand as usize] - parts(demand as usize, u64::from(cost))).max(0)
                })
                .sum()
            })
            .collect();
        worth.sort_unstable_by(|a, b| b.cmp(a));
        let bound = price.iter().sum::<i128>() - worth.iter().take(self.problem.number()).sum::<i128>();
        // What everybody costs is a whole number.
        u128::try_from(bound).unwrap_or(0).div_ceil(PARTS as u128)
    }
}

/// The numbers of the greatest figures, ascending; of equals the first.
fn worthiest(figures: &[f64], number: usize) -> Vec<u32> {
    let mut sites: Vec<u32> = (0..figures.len() as u32).collect();
    if number > 0 && number < sites.len() {
        sites.select_nth_unstable_by(number - 1, |&a, &b| {
            figures[b as usize].total_cmp(&figures[a as usize]).then(a.cmp(&b))
        });
    }
    sites.truncate(number);
    sites.sort_unstable();
    sites
}

/// The best prices, and the mean of what the worthiest sites did at prices near them.
struct Volume {
    best: Vec<f64>,
    bound: f64,
    pull: Vec<f64>,
    /// How much each site was among the worthiest.
    share: Vec<f64>,
    /// The length of a step, as a share of what value and bound are apart.
    length: f64,
    idle: u32,
}

/// How much the latest worthiest sites count in the mean.
const LATEST: f64 = 0.1;

impl Volume {
    fn new(prices: &Prices<'_>) -> Volume {
        let mut share = vec![0.0; prices.problem.lists.by_site.len() as usize];
        prices.worthiest.iter().for_each(|&site| share[site as usize] = 1.0);
        Volume {
            best: prices.of_head.clone(),
            bound: prices.bound,
            pull: prices.pull.clone(),
            share,
            length: 1.0,
            idle: 0,
        }
    }

    /// Begins again with other sites to be judged.
    fn begin(&mut self, prices: &Prices<'_>) {
        self.best.clone_from(&prices.of_head);
        self.pull.clone_from(&prices.pull);
        (self.bound, self.idle, self.length) = (prices.bound, 0, self.length.max(0.05));
    }

    /// Makes some steps; better choices that are met on the way replace `best`.
    fn run(
        &mut self,
        steps: usize,
        prices: &mut Prices<'_>,
        best: &mut Best,
        tries: &mut Tries,
        pool: &[u32],
        workers: &impl Workers,
    ) {
        let mut value = value(prices.problem, prices.base, &best.1) as f64;
        for step in 1..=steps {
            // All costs are whole numbers.
            if self.bound > value - 1.0 + 1e-6 || !self.step(prices, value, workers) {
                break;
            }
            if step % 40 == 0 {
                let sites = worthiest(&self.share, prices.problem.number());
                if tries.improve(prices.problem, &sites, pool, best) {
                    value = self::value(prices.problem, prices.base, &best.1) as f64;
                }
            }
        }
    }

    /// Tries prices beside the best ones; false where no step is left to be made.
    fn step(&mut self, prices: &mut Prices<'_>, value: f64, workers: &impl Workers) -> bool {
        let norm = self.norm(prices);
        if norm <= 0.0 || self.length < SHORTEST {
            return false;
        }
        let step = self.length * (value - self.bound) / norm;
        for (at, price) in prices.of_head.iter_mut().enumerate() {
            *price = (self.best[at] + step * self.pull[at]).clamp(0.0, prices.base[at] as f64);
        }
        prices.judge(workers);
        let agreement: f64 =
            self.pull.iter().zip(&prices.pull).zip(&prices.weight).map(|((a, b), w)| a * b * w).sum();
        self.remember(prices);
        if prices.bound > self.bound {
            self.best.clone_from(&prices.of_head);
            self.bound = prices.bound;
            self.idle = 0;
            if agreement > 0.0 {
                self.length = (self.length * 1.1).min(2.0);
            }
        } else {
            self.idle += 1;
            if self.idle == PATIENCE {
                (self.idle, self.length) = (0, self.length * 0.66);
            }
        }
        true
    }

    /// Whoever is at the highest price and not served cannot pay more, and whoever pays nothing not less.
    fn norm(&self, prices: &Prices<'_>) -> f64 {
        let square = |at: usize| {
            let (price, pull) = (self.best[at], self.pull[at]);
            let is_free = if pull > 0.0 { price < prices.base[at] as f64 } else { price > 0.0 };
            if is_free { prices.weight[at] * pull * pull } else { 0.0 }
        };
        (0..self.best.len()).map(square).sum()
    }

    fn remember(&mut self, prices: &Prices<'_>) {
        for (mean, pull) in self.pull.iter_mut().zip(&prices.pull) {
            *mean += LATEST * (pull - *mean);
        }
        self.share.iter_mut().for_each(|share| *share *= 1.0 - LATEST);
        prices.worthiest.iter().for_each(|&site| self.share[site as usize] += LATEST);
    }
}
