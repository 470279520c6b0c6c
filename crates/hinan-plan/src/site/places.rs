//! New sites where places are counted: everybody has at most one, in what is there or in what is new.
//!
//! With given sites who goes where is a flow, exactly as in an assignment ([`crate::assign`]). Sites are found by greedy choice
//! and swaps, each with its flow (`filled`). No choice is better than the bound: with a price for each demand to have a
//! place a site is worth what those save who save most by it, as many as it has places for (Lagrange's relaxation, as in
//! `bound`); what is there already is worth that much in any case.

mod filled;

use hinan_reach::Workers;

use super::bound::{self, Market, Prices, Volume};
use super::lists::Rows;
use super::{Lists, Objective, Outcome, Site, SiteError, Sites};
use crate::transport::{MAX_COST, Transport};
use filled::{Best, Filled};

/// More pairs than this are refused: flows over them take as much memory as those of an assignment, and time for each site
/// that is tried.
const MOST_PAIRS: usize = 20_000_000;

/// With more candidates than this and [`IN_POOL`] for each that is wanted, only those that are worth most are tried.
const POOL: usize = 300;
const IN_POOL: usize = 4;

/// Flows are mended so often: fewer where there are more pairs.
const TRIES: [u32; 2] = [300, 10_000];
const WORK: [usize; 2] = [2_000_000_000, 100_000_000];

/// Other starts, by lot and by what prices like.
const STARTS: u32 = 60;
const ATTEMPTS: u32 = 24;

/// What it costs to have no place while the bound of a median is looked for, in longest times: few do better where many have
/// none in any case, many where nobody has to.
const FINES: [u64; 3] = [2, 8, 32];

/// Who wants a place, what is there, and what could be.
#[derive(Clone, Copy, Debug)]
pub struct Capacitated<'a> {
    /// How many people each demand is; at most [`MOST_PEOPLE`](super::MOST_PEOPLE) in all.
    pub people: &'a [u32],
    /// Who reaches which shelter that is there already, within the time.
    pub there: &'a Lists,
    /// How many people each of these holds.
    pub there_holds: &'a [u64],
    /// Who reaches which candidate within the time.
    pub lists: &'a Lists,
    /// How many people each candidate would hold.
    pub holds: &'a [u64],
    /// How many sites are to be chosen; all, where there are fewer.
    pub new: usize,
    /// What is wanted; not [`Objective::Center`].
    pub objective: Objective,
}

/// Flows over some candidates: what `Filled` works on.
struct Floor {
    /// The candidates, ascending.
    pool: Vec<u32>,
    transport: Transport,
    by_site: Rows,
    holds: Vec<u64>,
    nowhere: u32,
}

impl Capacitated<'_> {
    /// The sites, the same for any number of workers.
    ///
    /// # Errors
    /// Where the longest walk is wanted to be short, or there are too many pairs.
    pub fn choose(&self, workers: &impl Workers) -> Result<Sites, SiteError> {
        if self.objective == Objective::Center {
            return Err(SiteError::CenterWithPlaces);
        }
        let pairs = self.there.pairs() + self.lists.pairs();
        if pairs > MOST_PAIRS {
            return Err(SiteError::TooManyPairs { most: MOST_PAIRS });
        }
        let by_site = self.by_site(0..self.lists.candidates());
        let search = Search { siting: self, by_site: &by_site, holds: self.all_hold(), workers };
        Ok(search.run())
    }

    /// What there is comes to alone, then with the first site, with the first two, and so on: what a budget buys.
    pub fn curve(&self, sites: &[Site]) -> Vec<Outcome> {
        let floor = self.floor(sites.iter().map(|site| site.candidate).collect());
        let mut filled = floor.filled(u32::MAX);
        let mut curve = vec![self.outcome(filled.outcome())];
        for at in 0..sites.len() {
            let first: Vec<u32> =
                sites[..=at].iter().filter_map(|site| floor.number(site.candidate)).collect();
            filled.set(&first);
            curve.push(self.outcome(filled.outcome()));
        }
        curve
    }

    /// People whom neither what there is nor any candidate serves, however many places there are.
    pub fn beyond_all(&self) -> u64 {
        let mut is_served = vec![false; self.people.len()];
        let by_site = self.by_site(0..self.lists.candidates());
        by_site.parts().1.iter().for_each(|row| is_served[row.0 as usize] = true);
        let beyond = self.people.iter().zip(is_served).filter(|(_, is_served)| !is_served);
        beyond.map(|(&people, _)| u64::from(people)).sum()
    }

    fn outcome(&self, (without, sum): filled::Outcome) -> Outcome {
        let value = match self.objective {
            Objective::Cover => u128::from(self.people_in_all() - without),
            _ => sum,
        };
        Outcome { value, without }
    }

    fn people_in_all(&self) -> u64 {
        self.people.iter().map(|&people| u64::from(people)).sum()
    }

    /// Where all who are in time count alike a time costs nothing.
    fn costs(&self) -> bool {
        self.objective == Objective::Median
    }

    fn all_hold(&self) -> Vec<u64> {
        self.there_holds.iter().chain(self.holds).copied().collect()
    }

    /// Whom what is there and some candidates serve, at what cost. Without places nobody is served.
    fn by_site(&self, candidates: impl Iterator<Item = u32>) -> Rows {
        let mut by_site = Rows::new();
        let cost = |&(demand, time): &(u32, u32)| (demand, if self.costs() { time } else { 0 });
        let mut push = |lists: &Lists, number: u32, holds: u64| {
            let rows = if holds > 0 { lists.of(number) } else { &[] };
            by_site.push(rows.iter().map(cost));
        };
        (0..).zip(self.there_holds).for_each(|(number, &holds)| push(self.there, number, holds));
        candidates.for_each(|number| push(self.lists, number, self.holds[number as usize]));
        by_site
    }

    /// The longest time of any pair; one, where times cost nothing.
    fn longest(&self) -> u32 {
        if self.costs() { self.there.longest().max(self.lists.longest()) } else { 1 }
    }

    fn floor(&self, mut pool: Vec<u32>) -> Floor {
        pool.sort_unstable();
        let by_site = self.by_site(pool.iter().copied());
        let by_demand = by_site.by_demand(self.people.len() as u32);
        let (first, rows) = by_demand.parts();
        // Dearer than any other way to give somebody a place, as far as numbers go.
        let all_walk = u128::from(self.people_in_all()) * u128::from(self.longest());
        let nowhere = if self.costs() { all_walk.saturating_add(1).min(MAX_COST.into()) as u32 } else { 1 };
        let holds: Vec<u64> = pool.iter().map(|&site| self.holds[site as usize]).collect();
        let transport = Transport {
            people: self.people.to_vec(),
            first: first.to_vec(),
            place: rows.iter().map(|row| row.0).collect(),
            cost: rows.iter().map(|row| row.1).collect(),
            nowhere: vec![nowhere; self.people.len()],
            capacity: self.there_holds.iter().copied().chain(holds.iter().map(|_| 0)).collect(),
        };
        Floor { pool, transport, by_site, holds, nowhere }
    }
}

impl Floor {
    /// With no site open.
    fn filled(&self, tries: u32) -> Filled<'_> {
        Filled::new(&self.transport, &self.by_site, &self.holds, self.nowhere, tries)
    }

    /// The number here of a candidate.
    fn number(&self, candidate: u32) -> Option<u32> {
        self.pool.binary_search(&candidate).ok().map(|at| at as u32)
    }

    fn candidates(&self, numbers: &[u32]) -> Vec<u32> {
        numbers.iter().map(|&at| self.pool[at as usize]).collect()
    }
}

/// What a search needs throughout.
struct Search<'a, W> {
    siting: &'a Capacitated<'a>,
    by_site: &'a Rows,
    holds: Vec<u64>,
    workers: &'a W,
}

impl<W: Workers> Search<'_, W> {
    fn run(&self) -> Sites {
        let siting = self.siting;
        let candidates = siting.lists.candidates();
        let number = siting.new.min(candidates as usize);
        let weight: Vec<u64> = siting.people.iter().map(|&people| u64::from(people)).collect();
        let most = POOL + IN_POOL * number;
        let mut pool: Vec<u32> = (0..candidates).collect();
        let is_all = pool.len() <= most;
        if !is_all {
            // Those that would be worth most if they came alone.
            let base = vec![u64::from(siting.longest()); weight.len()];
            let market = self.market(&weight, &base, number);
            let paid = siting.floor(Vec::new()).filled(0).paid();
            let mut prices = Prices::new(market, heads(&paid, &base), self.workers);
            prices.judge(self.workers);
            pool = prices.core(most, &[], &[]);
        }
        let mut best: Option<Best> = None;
        let mut bound = Bound::default();
        let rounds = if is_all { 1 } else { 3 };
        for _ in 0..rounds {
            let floor = siting.floor(pool);
            let tries = (WORK[usize::from(siting.costs())] / floor.transport.place.len().max(1))
                .clamp(TRIES[0] as usize, TRIES[1] as usize) as u32;
            let mut filled = floor.filled(tries);
            if let Some((_, sites)) = &best {
                filled.set(&sites.iter().filter_map(|&site| floor.number(site)).collect::<Vec<_>>());
            }
            filled.greedy(number);
            filled.swap_until_none_helps();
            // What prices like is a better start than lots are.
            filled.allow(tries / 2);
            pool = self.prove(&weight, number, &floor, &mut filled, &mut bound, most);
            filled.allow(tries / 2);
            filled.shake(STARTS);
            let (outcome, sites) = filled.best();
            best = Some((outcome, floor.candidates(&sites)));
        }
        self.tell(best.unwrap_or_default(), number, bound)
    }

    fn market<'b>(&'b self, weight: &'b [u64], base: &'b [u64], number: usize) -> Market<'b> {
        let there = self.siting.there_holds.len() as u32;
        Market { weight, base, by_site: self.by_site, there, places: Some(&self.holds), number }
    }

    /// Looks for prices that prove much, and lets the sites that they like be swapped; the candidates that they like best.
    fn prove(
        &self,
        weight: &[u64],
        number: usize,
        floor: &Floor,
        filled: &mut Filled<'_>,
        bound: &mut Bound,
        most: usize,
    ) -> Vec<u32> {
        let longest = u64::from(self.siting.longest());
        let fines: &[u64] = if self.siting.costs() { &FINES } else { &[1] };
        let mut liked = Vec::new();
        for &fine in fines {
            let fine = if self.siting.costs() { fine * longest + 1 } else { 1 };
            let base = vec![fine; weight.len()];
            let market = self.market(weight, &base, number);
            let mut prices = Prices::new(market, heads(&filled.paid(), &base), self.workers);
            prices.judge(self.workers);
            let mut volume = Volume::new(&prices);
            let value = |(without, sum): filled::Outcome| sum as f64 + without as f64 * fine as f64;
            let reached = value(filled.outcome());
            let mut attempts = 0;
            let mut improve = |sites: &[u32]| {
                let before = filled.best();
                attempts += 1;
                if attempts > ATTEMPTS || filled.tries() == 0 {
                    return None;
                }
                filled.set(&sites.iter().filter_map(|&site| floor.number(site)).collect::<Vec<_>>());
                filled.greedy(number);
                filled.swap_until_none_helps();
                if filled.outcome() < before.0 {
                    return Some(value(filled.outcome()));
                }
                filled.set(&before.1);
                None
            };
            let steps = bound::steps(self.by_site.parts().1.len() * 16);
            volume.run(steps, &mut prices, reached, &mut improve, self.workers);
            prices.of_head.clone_from(&volume.best);
            bound.know(fine, prices.proven());
            prices.judge(self.workers);
            liked = prices.core(most, &volume.share, &floor.candidates(&filled.best().1));
        }
        liked
    }

    fn tell(&self, (_, chosen): Best, number: usize, bound: Bound) -> Sites {
        let siting = self.siting;
        // In the order of what each adds to those before it.
        let floor = siting.floor(chosen);
        let mut filled = floor.filled(u32::MAX);
        let mut before = siting.outcome(filled.outcome());
        let outcomes = filled.greedy(number);
        let (outcome, sites) = filled.best();
        let sites = floor.candidates(&sites).into_iter().zip(outcomes).map(|(candidate, after)| {
            let after = siting.outcome(after);
            let more = after.value as i128 - before.value as i128;
            before = after;
            Site { candidate, adds: if siting.costs() { -more } else { more } }
        });
        let sites: Vec<Site> = sites.collect();
        let Outcome { value, without } = siting.outcome(outcome);
        let is_all = number == siting.lists.candidates() as usize;
        let all = u128::from(siting.people_in_all());
        if !siting.costs() {
            let least = if is_all { without } else { bound.of_cover(without) };
            let bound = all - u128::from(least);
            return Sites { sites, value, bound, without, bound_without: least, is_optimal: value == bound };
        }
        let (bound, bound_without) = match is_all {
            true => (value, without),
            false => (bound.of_median(without).min(value), self.least_without(without)),
        };
        let is_optimal = value == bound && without == bound_without;
        Sites { sites, value, bound, without, bound_without, is_optimal }
    }

    /// A number that no choice of sites goes below, of people without a place, where `known` have none.
    fn least_without(&self, known: u64) -> u64 {
        if known == self.siting.beyond_all() {
            return known;
        }
        let cover = Capacitated { objective: Objective::Cover, ..*self.siting };
        cover.choose(self.workers).map_or(0, |sites| sites.bound_without.min(known))
    }
}

/// What has been proven, by what it costs to have no place.
#[derive(Default)]
struct Bound(Vec<(u64, u128)>);

impl Bound {
    fn know(&mut self, fine: u64, proven: u128) {
        self.0.push((fine, proven));
    }

    /// No choice leaves fewer people without a place.
    fn of_cover(&self, known: u64) -> u64 {
        let most = self.0.iter().map(|(_, proven)| *proven).max().unwrap_or(0);
        u64::try_from(most).unwrap_or(known).min(known)
    }

    /// No choice that leaves as few without has a smaller sum.
    fn of_median(&self, without: u64) -> u128 {
        let sums = self
            .0
            .iter()
            .map(|&(fine, proven)| proven.saturating_sub(u128::from(without) * u128::from(fine)));
        sums.max().unwrap_or(0)
    }
}

/// Prices to begin with: what people pay, as far as they can.
fn heads(paid: &[u64], base: &[u64]) -> Vec<f64> {
    paid.iter().zip(base).map(|(&paid, &base)| paid.min(base) as f64).collect()
}
