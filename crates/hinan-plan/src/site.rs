//! Where the next shelters should be.
//!
//! Three wishes, one problem: choose so many sites that a sum over people, each at the cost of their cheapest site, is
//! least.
//!
//! - [`Objective::Cover`]: most people within the time. Whoever is within costs nothing, whoever is not costs one.
//! - [`Objective::Median`]: fewest people who reach nothing, then the least sum of all times.
//! - [`Objective::Center`]: the least longest time of those who can reach anything at all: the shortest time within
//!   which the sites cover everybody of them.
//!
//! Sites are found by lazy greedy choice and by swaps until none helps (`search`); how good they are is told by a bound
//! that holds for every choice (`bound`). Where value and bound meet the answer is the best there is.
//! All sums are integers, so that the bound is proven and not only computed. With the feature `highs` a town that is small
//! can be solved to the end (`Siting::exact`).

mod bound;
mod center;
#[cfg(feature = "highs")]
mod exact;
mod lists;
mod lots;
mod places;
mod reach;
mod search;

use hinan_model::Ds;
use hinan_reach::{StartError, Workers};

use lists::CostLists;

#[cfg(feature = "highs")]
pub use exact::{Exact, ExactError, MOST_PAIRS as MOST_PAIRS_EXACT};
pub use lists::{Lists, Pair};
pub use places::Capacitated;
pub use reach::{Door, Reach};

/// Why nothing can be said of new sites.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SiteError {
    /// A door names a node or a candidate that does not exist.
    #[error(transparent)]
    Start(#[from] StartError),
    /// Lists of who reaches what would not fit into memory.
    #[error(
        "more than {most} pairs of a start and a candidate are within the time, for which no memory is taken (40 bytes each); \
         a shorter time or fewer candidates have fewer"
    )]
    TooManyPairs {
        /// How many fit.
        most: usize,
    },
    /// With places the least longest time is not looked for.
    #[error(
        "the least longest walk is not looked for where places are counted; most people in time and the least sum of all walks are"
    )]
    CenterWithPlaces,
}

/// What is wanted of the new sites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Objective {
    /// Most people within the time.
    Cover,
    /// The least sum of times.
    Median,
    /// The least longest time.
    Center,
}

/// Who wants to be served, by what is there, and what could be.
#[derive(Clone, Copy, Debug)]
pub struct Siting<'a> {
    /// How many people each demand is; at most [`MOST_PEOPLE`] in all.
    pub people: &'a [u32],
    /// The time of each demand to the best shelter that is there already; [`Ds::UNREACHABLE`]: none.
    pub now: &'a [Ds],
    /// Who reaches which candidate within the time, and how fast.
    pub lists: &'a Lists,
    /// How many sites are to be chosen; all, where there are fewer.
    pub new: usize,
    /// What is wanted.
    pub objective: Objective,
}

/// More people than there are: twice as many people times any time stay within 64 bits.
pub const MOST_PEOPLE: u64 = 1 << 32;

/// One new site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Site {
    /// Number of the candidate.
    pub candidate: u32,
    /// What it adds to those before it: people within the time ([`Objective::Cover`]), people times ds less among those who
    /// were served before ([`Objective::Median`]; may be less than nothing where it serves people who had nothing), ds less
    /// of the longest time ([`Objective::Center`]).
    pub adds: i128,
}

/// The sites that were chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sites {
    /// The one that adds most first, then the one that adds most to that.
    pub sites: Vec<Site>,
    /// People within the time; people times ds of those who reach anything; the longest time in ds.
    pub value: u128,
    /// No choice of as many sites has a better value: more people, or less time.
    pub bound: u128,
    /// People who reach nothing with these sites.
    pub without: u64,
    /// No choice of as many sites leaves fewer people who reach nothing. The bound of [`Objective::Median`] holds for all choices
    /// that leave `without` people or fewer.
    pub bound_without: u64,
    /// Whether value and bound meet, and so do those who reach nothing and their bound.
    pub is_optimal: bool,
}

/// What some of the sites come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// As [`Sites::value`]; with [`Objective::Center`] the longest time of those who reach anything with these sites.
    pub value: u128,
    /// People who reach nothing.
    pub without: u64,
}

/// Costs of demands: what serves them now, and what each candidate would cost.
struct Costs {
    /// Weight of each demand.
    weight: Vec<u64>,
    /// What each demand costs a head without new sites.
    base: Vec<u64>,
}

impl Siting<'_> {
    /// The sites, the same for any number of workers.
    pub fn choose(&self, workers: &impl Workers) -> Sites {
        match self.objective {
            Objective::Cover => self.cover(workers),
            Objective::Median => self.median(workers),
            Objective::Center => center::choose(self, workers),
        }
    }

    /// What there is comes to alone, then with the first site, with the first two, and so on: what a budget buys.
    pub fn curve(&self, sites: &[Site]) -> Vec<Outcome> {
        let mut time = self.now.to_vec();
        let mut curve = vec![self.outcome(&time)];
        for site in sites {
            for &(demand, own) in self.lists.of(site.candidate) {
                time[demand as usize] = time[demand as usize].min(Ds(own));
            }
            curve.push(self.outcome(&time));
        }
        curve
    }

    fn outcome(&self, time: &[Ds]) -> Outcome {
        let mut outcome = Outcome::default();
        let mut longest = 0;
        let (mut served, mut sum) = (0_u64, 0_u128);
        for (&people, time) in self.people.iter().zip(time).filter(|(people, _)| **people > 0) {
            if time.is_reachable() {
                served += u64::from(people);
                sum += u128::from(people) * u128::from(time.0);
                longest = longest.max(time.0);
            } else {
                outcome.without += u64::from(people);
            }
        }
        outcome.value = match self.objective {
            Objective::Cover => u128::from(served),
            Objective::Median => sum,
            Objective::Center => u128::from(longest),
        };
        outcome
    }

    /// People whom neither what there is nor any candidate serves.
    pub fn beyond_all(&self) -> u64 {
        let mut is_served: Vec<bool> = self.now.iter().map(|now| now.is_reachable()).collect();
        for candidate in 0..self.lists.candidates() {
            self.lists.of(candidate).iter().for_each(|row| is_served[row.0 as usize] = true);
        }
        let beyond = self.people.iter().zip(is_served).filter(|(_, is_served)| !is_served);
        beyond.map(|(&people, _)| u64::from(people)).sum()
    }

    fn people_in_all(&self) -> u64 {
        self.people.iter().map(|&people| u64::from(people)).sum()
    }

    fn weight(&self) -> Vec<u64> {
        self.people.iter().map(|&people| u64::from(people)).collect()
    }

    fn cover(&self, workers: &impl Workers) -> Sites {
        let costs = self.cover_costs();
        let lists = self.cover_lists(&costs);
        let found = search::Problem { costs: &costs, lists: &lists, new: self.new }.solve(workers);
        self.cover_of(found)
    }

    /// Whoever is served now is served; whoever is not costs one, with no candidate in reach nothing can be done.
    fn cover_costs(&self) -> Costs {
        let base = self.now.iter().map(|now| u64::from(!now.is_reachable())).collect();
        Costs { weight: self.weight(), base }
    }

    fn cover_lists(&self, costs: &Costs) -> CostLists {
        self.lists.costing(|demand, _| (costs.base[demand as usize] > 0).then_some(0))
    }

    fn cover_of(&self, found: search::Found) -> Sites {
        let all = u128::from(self.people_in_all());
        let sites = found.ranked.iter().map(|&(candidate, less)| Site { candidate, adds: less as i128 });
        Sites {
            sites: sites.collect(),
            value: all - found.value,
            bound: all - found.bound,
            without: found.value as u64,
            bound_without: found.bound as u64,
            is_optimal: found.value == found.bound,
        }
    }

    fn median(&self, workers: &impl Workers) -> Sites {
        let longest = self.longest();
        let nothing = self.nothing();
        let costs = self.median_costs(nothing);
        let lists = self.median_lists(&costs);
        let problem = search::Problem { costs: &costs, lists: &lists, new: self.new };
        let mut best = problem.search();
        // The bound does better where to reach nothing costs no more than it must.
        let fines = FINES.map(|fine| fine * u64::from(longest) + 1);
        let bounds =
            fines.map(|fine| bound::lower(&problem, &self.median_costs(fine).base, &mut best, workers));
        let without = best.0 / u128::from(nothing);
        let bound_without = self.least_without(without, workers);
        let bounds =
            bounds.iter().zip(fines).map(|(bound, fine)| bound.saturating_sub(without * u128::from(fine)));
        self.median_of(&problem, &best.1, bounds.max().unwrap_or(0), bound_without)
    }

    /// The longest time of anybody, now or at any candidate.
    fn longest(&self) -> u32 {
        let served = self.now.iter().filter(|now| now.is_reachable());
        self.lists.longest().max(served.map(|now| now.0).max().unwrap_or(0))
    }

    /// To reach nothing costs more than twice everybody's time together, so that it is counted first, and what a site adds tells
    /// apart whom it serves anew and whose time it saves.
    fn nothing(&self) -> u64 {
        let nothing = 2 * u128::from(self.people_in_all()) * u128::from(self.longest()) + 1;
        u64::try_from(nothing).unwrap_or(u64::MAX)
    }

    fn median_costs(&self, nothing: u64) -> Costs {
        let cost = |now: &Ds| if now.is_reachable() { u64::from(now.0) } else { nothing };
        Costs { weight: self.weight(), base: self.now.iter().map(cost).collect() }
    }

    fn median_lists(&self, costs: &Costs) -> CostLists {
        let is_faster = |demand: u32, time: u32| u64::from(time) < costs.base[demand as usize];
        self.lists.costing(|demand, time| is_faster(demand, time).then_some(time))
    }

    /// `bound` holds for all choices that leave as few without as `chosen` does.
    fn median_of(
        &self,
        problem: &search::Problem<'_>,
        chosen: &[u32],
        bound: u128,
        bound_without: u128,
    ) -> Sites {
        let wide = u128::from(self.nothing());
        let total = bound::value(problem, &problem.costs.base, chosen);
        let (without, value) = (total / wide, total % wide);
        let bound = bound.min(value);
        let sites = problem.ranked(chosen).into_iter().map(|(candidate, less)| {
            // People who had nothing are not counted in times before, and are after.
            let served = (less + wide / 2) / wide;
            Site { candidate, adds: less as i128 - (served * wide) as i128 }
        });
        Sites {
            sites: sites.collect(),
            value,
            bound,
            without: without as u64,
            bound_without: bound_without as u64,
            is_optimal: value == bound && without == bound_without,
        }
    }

    /// A number that no choice of sites goes below, of people who reach nothing, where `known` do.
    fn least_without(&self, known: u128, workers: &impl Workers) -> u128 {
        let beyond = u128::from(self.beyond_all());
        if known == beyond { known } else { self.cover(workers).bound_without.into() }
    }
}

/// In the bound, to reach nothing costs so many times the longest time: the first does better where some reach nothing with
/// any sites, the other where nobody has to.
const FINES: [u64; 2] = [2, 4];
