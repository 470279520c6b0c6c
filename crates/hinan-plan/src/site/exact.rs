//! Small towns to the end: [HiGHS](https://highs.dev) goes on where search and prices stopped.
//!
//! A demand waits at each of the costs at which it could be served until one of the sites that serve it for that or less is
//! chosen, and pays the way from each cost at which it waits to the next (the radius formulation of Cornuejols, Nemhauser and
//! Wolsey 1980). Where all who are served cost the same that is maximal covering (Church and ReVelle 1974). Only the sites have to be
//! whole: waiting then is by itself. HiGHS computes in floating point; what its sites come to is summed here, in whole numbers, and its
//! bound is taken for less by what rounding may have added.

use std::collections::BTreeMap;

use highs::{Col, HighsStatus, RowProblem, Sense, TrySetOptionError};

use super::search::{Found, Problem};
use super::{Costs, Objective, Sites, Siting, bound, center};

/// More pairs of a demand and a candidate than this are refused: HiGHS would not end.
pub const MOST_PAIRS: usize = 500_000;

/// Why sites are not solved to the end.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExactError {
    /// The town is too large.
    #[error(
        "{pairs} pairs of a start and a candidate are within the time, and HiGHS is asked about {MOST_PAIRS} at most; a shorter \
         time or fewer candidates have fewer"
    )]
    TooManyPairs {
        /// How many there are.
        pairs: usize,
    },
    /// There is no model of it here.
    #[error(
        "the least longest walk is not solved by HiGHS; most people in time and the least sum of all walks are"
    )]
    Center,
    /// HiGHS would not work on the model.
    #[error("HiGHS refused the model")]
    Refused,
}

impl From<HighsStatus> for ExactError {
    fn from(_: HighsStatus) -> ExactError {
        ExactError::Refused
    }
}

impl From<TrySetOptionError> for ExactError {
    fn from(_: TrySetOptionError) -> ExactError {
        ExactError::Refused
    }
}

/// How long HiGHS may take.
#[derive(Clone, Copy, Debug)]
pub struct Exact {
    /// Seconds for each of its two questions at most: fewest people who reach nothing, least sum of times.
    pub seconds: f64,
}

/// A choice, and a sum that no choice goes below.
struct Solved {
    sites: Vec<u32>,
    bound: u128,
}

impl Siting<'_> {
    /// Whether the town is small enough, and the objective one that HiGHS is asked about.
    ///
    /// # Errors
    /// Where it is not.
    pub fn is_exact_possible(&self) -> Result<(), ExactError> {
        let pairs = self.lists.pairs();
        match self.objective {
            Objective::Center => Err(ExactError::Center),
            _ if pairs > MOST_PAIRS => Err(ExactError::TooManyPairs { pairs }),
            _ => Ok(()),
        }
    }

    /// Starts from the sites that were `found` and replaces them, and their bound, by better ones.
    ///
    /// # Errors
    /// Where the town is too large, the least longest walk is wanted, or HiGHS fails.
    pub fn exact(&self, found: Sites, limit: Exact) -> Result<Sites, ExactError> {
        self.is_exact_possible()?;
        if found.is_optimal || self.lists.candidates() == 0 {
            return Ok(found);
        }
        match self.objective {
            Objective::Cover => self.exact_cover(&found, limit),
            _ => self.exact_median(&found, limit),
        }
    }

    fn exact_cover(&self, found: &Sites, limit: Exact) -> Result<Sites, ExactError> {
        let costs = self.cover_costs();
        let lists = self.cover_lists(&costs);
        let problem = Problem { costs: &costs, lists: &lists, new: self.new };
        let chosen = chosen(found);
        let solved =
            Model::of(&problem, &costs.base, &chosen).solve(&problem, &costs.base, &chosen, None, limit)?;
        let best = better(&problem, chosen, solved.sites);
        let value = bound::value(&problem, &costs.base, &best);
        let bound = solved.bound.max(found.bound_without.into()).min(value);
        Ok(self.cover_of(Found { ranked: problem.ranked(&best), value, bound }))
    }

    /// First fewest who reach nothing, then the least sum of times among choices that leave no more.
    fn exact_median(&self, found: &Sites, limit: Exact) -> Result<Sites, ExactError> {
        let costs = self.median_costs(self.nothing());
        let lists = self.median_lists(&costs);
        let problem = Problem { costs: &costs, lists: &lists, new: self.new };
        let mut best = chosen(found);
        let mut bound_without = found.bound_without;
        if found.without > bound_without {
            let served = Siting { objective: Objective::Cover, ..*self }.exact_cover(found, limit)?;
            bound_without = served.bound_without;
            best = better(&problem, best, chosen(&served));
        }
        let without = bound::value(&problem, &costs.base, &best) / u128::from(self.nothing());
        // The least that is more than any time: no one who could be served is left out for its sake.
        let fine = u64::from(self.longest()) + 1;
        let Costs { base, .. } = self.median_costs(fine);
        let solved =
            Model::of(&problem, &base, &best).solve(&problem, &base, &best, Some((fine, without)), limit)?;
        let best = better(&problem, best, solved.sites);
        let bound = solved.bound.saturating_sub(without * u128::from(fine));
        let bound = if without == u128::from(found.without) { bound.max(found.bound) } else { bound };
        Ok(self.median_of(&problem, &best, bound, bound_without.into()))
    }
}

fn chosen(sites: &Sites) -> Vec<u32> {
    sites.sites.iter().map(|site| site.candidate).collect()
}

/// The cheaper of two choices; the first where they cost the same.
fn better(problem: &Problem<'_>, one: Vec<u32>, other: Vec<u32>) -> Vec<u32> {
    let value = |sites: &[u32]| bound::value(problem, &problem.costs.base, sites);
    if value(&other) < value(&one) { other } else { one }
}

/// Sites, and who waits for them.
struct Model {
    program: RowProblem,
    /// A column for each candidate.
    sites: Vec<Col>,
    number: usize,
    /// What everybody pays in any case.
    sum: u128,
    /// Whether each column is taken at the start.
    start: Vec<f64>,
    /// Waits for any site at all: the column, what that costs a head, how many they are.
    without: Vec<(Col, u64, u64)>,
    /// As many wait for nothing, as no candidate serves them: what they pay a head, how many they are.
    beyond: Vec<(u64, u64)>,
}

impl Model {
    /// Everybody with the same costs at the same sites waits together.
    fn of(problem: &Problem<'_>, base: &[u64], chosen: &[u32]) -> Model {
        let mut program = RowProblem::default();
        let sites: Vec<Col> = problem.all().iter().map(|_| program.add_integer_column(0.0, 0..=1)).collect();
        let mut start = vec![0.0; sites.len()];
        chosen.iter().for_each(|&site| start[site as usize] = 1.0);
        let number = problem.number();
        program.add_row(..=number as f64, sites.iter().map(|&site| (site, 1.0)));
        let (without, beyond) = (Vec::new(), Vec::new());
        let mut model = Model { program, sites, number, sum: 0, start, without, beyond };
        let mut together: BTreeMap<(u64, &[(u32, u32)]), u64> = BTreeMap::new();
        for ((demand, &weight), &base) in (0..).zip(&problem.costs.weight).zip(base) {
            *together.entry((base, problem.lists.by_demand.of(demand))).or_default() += weight;
        }
        for ((base, list), weight) in together.into_iter().filter(|(_, weight)| *weight > 0) {
            model.add(base, list, weight);
        }
        model
    }

    /// `list` has the cheapest site first.
    fn add(&mut self, base: u64, list: &[(u32, u32)], weight: u64) {
        let Some(&(_, cheapest)) = list.first() else {
            self.sum += u128::from(weight) * u128::from(base);
            self.beyond.push((base, weight));
            return;
        };
        self.sum += u128::from(weight) * u128::from(cheapest);
        let (mut before, mut is_served) = (None, false);
        let mut levels = list.chunk_by(|one, other| one.1 == other.1).peekable();
        while let Some(level) = levels.next() {
            let next = levels.peek().map_or(base, |next| u64::from(next[0].1));
            let more = weight * (next - u64::from(level[0].1));
            let waits = self.program.add_column(more as f64, 0..=1);
            is_served |= level.iter().any(|&(site, _)| self.start[site as usize] > 0.0);
            self.start.push(if is_served { 0.0 } else { 1.0 });
            let served = level.iter().map(|&(site, _)| (self.sites[site as usize], 1.0));
            let row = served.chain([(waits, 1.0)]).chain(before.map(|before| (before, -1.0)));
            let least = if before.is_some() { 0.0 } else { 1.0 };
            self.program.add_row(least.., row);
            before = Some(waits);
        }
        self.without.extend(before.map(|waits| (waits, base, weight)));
    }

    /// At most so many of those who pay a fine may pay it.
    fn limit(&mut self, (fine, most): (u64, u128)) {
        let beyond = self.beyond.iter().filter(|(base, _)| *base == fine).map(|(_, weight)| weight);
        let most = most.saturating_sub(u128::from(beyond.sum::<u64>()));
        let fined = self.without.iter().filter(|(_, base, _)| *base == fine);
        self.program.add_row(..=most as f64, fined.map(|&(waits, _, weight)| (waits, weight as f64)));
    }

    /// What HiGHS makes of it, which knows `chosen`: a choice that keeps to `most` paying a fine.
    fn solve(
        mut self,
        problem: &Problem<'_>,
        base: &[u64],
        chosen: &[u32],
        most: Option<(u64, u128)>,
        limit: Exact,
    ) -> Result<Solved, ExactError> {
        most.into_iter().for_each(|most| self.limit(most));
        let told = self.ask(Some(&self.start), chosen, limit)?;
        // HiGHS (of highs-sys 1.16) hands out the start instead of its own sites where nothing is left to search once the model is made
        // smaller. Then the sites cost more than it says.
        let is_start = bound::value(problem, base, &told.sites) as f64 > told.value + GAP;
        let told = if is_start { self.ask(None, chosen, limit)? } else { told };
        Ok(Solved { sites: told.sites, bound: self.sum + whole(told.bound) })
    }

    fn ask(&self, start: Option<&[f64]>, chosen: &[u32], limit: Exact) -> Result<Told, ExactError> {
        let mut model = self.program.clone().try_optimise(Sense::Minimise)?;
        model.make_quiet();
        model.try_set_option("threads", 1)?;
        model.try_set_option("time_limit", limit.seconds)?;
        // Sums are whole: where bound and value are less than one apart they are the same.
        model.try_set_option("mip_rel_gap", 0.0)?;
        model.try_set_option("mip_abs_gap", GAP)?;
        if start.is_some() {
            model.try_set_solution(start, None, None, None)?;
        }
        let solved = model.try_solve()?;
        let solution = solved.get_solution();
        let taken = |site: &u32| solution.columns().get(*site as usize).is_some_and(|taken| *taken > 0.5);
        let mut sites: Vec<u32> = (0..self.sites.len() as u32).filter(taken).collect();
        // A time that ended before the first choice leaves none.
        if sites.is_empty() || sites.len() > self.number {
            sites = chosen.to_vec();
        }
        center::fill_up(&mut sites, self.number, self.sites.len() as u32);
        let value = self.sum as f64 + solved.objective_value();
        Ok(Told { sites, value, bound: solved.double_info_value(c"mip_dual_bound")? })
    }
}

/// What HiGHS says: its sites, what it takes their sum for, and what it takes for less than any.
struct Told {
    sites: Vec<u32>,
    value: f64,
    bound: f64,
}

/// HiGHS ends where value and bound are this near.
const GAP: f64 = 0.5;

/// What rounding may have added to a bound: this share, and this much.
const ROUNDING: [f64; 2] = [1e-10, 1e-3];

/// The least whole number that is not below a bound; nothing, where there is none.
fn whole(bound: f64) -> u128 {
    let sure = bound - bound.abs() * ROUNDING[0] - ROUNDING[1];
    if sure.is_finite() { sure.ceil().max(0.0) as u128 } else { 0 }
}
