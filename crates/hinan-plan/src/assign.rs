//! A place for everyone: who goes to which shelter where shelters have a capacity.
//!
//! Most people get a place in time; of all ways to do that, the one with the least total walking counts (or, by
//! choice, one whose longest walk is the shortest). The answer is exact over the whole network, and anybody can check
//! it: with a price for each shelter and `no_place`, what it costs to have none (all in ds), nothing costs less than
//!
//! ```text
//! sum of people * min(no_place, min over shelters in time of (time + price))  -  sum of capacity * price
//! ```
//!
//! (weak duality of the transport problem), and the answer costs exactly that. Where people are left out, more of
//! `no_place` changes nothing: whoever is left out only reaches shelters that are full of people who only reach such.
//!
//! Two methods. Without a limit of time: column generation (`search`); with one: complete lists
//! of who reaches what (`pairs`), and one exact solution over these.

pub mod crowd;
mod locked;
mod options;
pub(crate) mod pairs;
mod search;
mod settle;
mod short;
mod whole;
mod worst;

pub use locked::{Locking, PlaceLoss};

use core::ops::ControlFlow;

use hinan_model::Ds;
use hinan_model::network::NetworkView;
use hinan_reach::{Graph, Start, StartError, Workers};

use crate::answer::Stand;
use options::Options;

/// No price and no time in an assignment is beyond this; nobody walks for three years.
pub const MOST: u32 = crate::transport::MAX_COST;

/// People who start from one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    /// Where they stand.
    pub stand: Stand,
    /// How many they are.
    pub people: u32,
    /// The longest time that is soon enough; [`Ds::UNREACHABLE`]: no limit.
    pub within: Ds,
}

/// What counts once most people have a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Goal {
    /// The least sum of all times.
    #[default]
    Total,
    /// The least of the longest time, and of all ways to reach that the least sum.
    Worst,
}

/// What is to be assigned.
#[derive(Clone, Copy)]
pub struct Problem<'a> {
    /// The network.
    pub network: NetworkView<'a>,
    /// The same for one walker, with what is closed.
    pub graph: &'a Graph,
    /// The entrances of shelters that are offered, with their start costs.
    pub entrances: &'a [Start],
    /// How many people each shelter holds.
    pub capacity: &'a [u64],
    /// Who wants a place.
    pub demands: &'a [Demand],
    /// What counts.
    pub goal: Goal,
    /// Whether people who start together stay together. The answer then is no longer proven to be the best:
    /// what [`Assignment::bound`] says is that of the best answer in which groups may be split.
    pub keep_together: bool,
}

/// So many people of a demand go to a shelter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// Number of the demand.
    pub demand: u32,
    /// Number of the shelter.
    pub shelter: u32,
    /// How many people.
    pub people: u32,
    /// Walk plus entrance.
    pub time: Ds,
}

/// Everybody's place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assignment {
    /// By demand, then time, then shelter.
    pub rows: Vec<Row>,
    /// How many people have a place.
    pub placed: u64,
    /// How many have none.
    pub without: u64,
    /// Sum of people times time of all who have a place, in ds.
    pub people_x_time: u128,
    /// What the prices prove of that: with as many people placed (and no longer walk, where that
    /// is the goal), no sum is smaller.
    pub bound: i128,
    /// The price of each shelter in ds; 0 where there is room left.
    pub prices: Vec<u32>,
    /// What having no place was taken to cost, in ds: the dual solution is these and the prices.
    pub no_place: u32,
    /// With [`Goal::Worst`]: the longest time that the prices count; nobody with a place walks for longer, and with
    /// less, fewer would have one.
    pub longest: Option<Ds>,
    /// Whether it is proven that more people cannot be placed, and these not with a smaller sum.
    pub is_optimal: bool,
    /// How often everybody's choices were looked at.
    pub rounds: u32,
}

/// How far an assignment has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The number of the round, from 1.
    pub round: u32,
    /// Value less bound, in people times ds: 0 at the end, though not only there.
    pub gap: u128,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AssignError {
    /// An entrance names a junction or a shelter that does not exist.
    #[error(transparent)]
    Start(#[from] StartError),
    /// Lists of who reaches what would not fit into memory.
    #[error(
        "more than {most} pairs of a start and a shelter are within the time; a shorter time has fewer, and without a \
         limit of time none are listed"
    )]
    TooManyPairs {
        /// How many fit.
        most: usize,
    },
}

/// A solution over the choices that were looked at.
struct Found {
    options: Options,
    /// How many people take each option.
    flow: Vec<u32>,
    /// How many people of each demand have no place.
    nowhere: Vec<u32>,
    prices: Vec<u32>,
    no_place: u32,
    /// What the prices prove of the cost of everybody, those without a place included.
    bound: i128,
    /// Whether it is proven that no more people can be placed.
    is_most: bool,
    rounds: u32,
    longest: Option<Ds>,
    /// Whether the options are all that there are.
    is_complete: bool,
}

impl Problem<'_> {
    /// The exact answer; the same for any number of workers. `tell` hears of every round, and may say that no more are
    /// wanted: then the answer is what there is, and hardly proven.
    ///
    /// # Errors
    /// Where an entrance names a junction or a shelter that does not exist, or there is a limit of time within which
    /// too many shelters are reached from too many places.
    pub fn assign(
        &self,
        workers: &impl Workers,
        tell: &mut dyn FnMut(Step) -> ControlFlow<()>,
    ) -> Result<Assignment, AssignError> {
        let found = self.least_total(workers, tell)?;
        let found = match self.goal {
            Goal::Total => found,
            Goal::Worst => self.least_worst(found, workers)?,
        };
        let split = found.finish(self);
        Ok(if self.keep_together { whole::keep_together(self, &found, split, workers) } else { split })
    }

    fn least_total(
        &self,
        workers: &impl Workers,
        tell: &mut dyn FnMut(Step) -> ControlFlow<()>,
    ) -> Result<Found, AssignError> {
        if !self.is_limited() {
            let mut is_wanted = true;
            let found = search::Search::new(*self, workers).run(&mut |step| {
                let goes_on = tell(step);
                is_wanted = goes_on.is_continue();
                goes_on
            })?;
            // Rounds that came to no end: with complete lists there is no way not to.
            return match found.is_proven() || !is_wanted {
                true => Ok(found),
                false => Ok(self.listed(Ds(MOST), workers).unwrap_or(found)),
            };
        }
        match self.listed(Ds(MOST), workers) {
            // What is best without a limit and keeps to it is best with it, too.
            Err(error @ AssignError::TooManyPairs { .. }) => {
                let found = search::Search::new(*self, workers).run(tell)?;
                if found.is_proven() && found.is_within(self) { Ok(found) } else { Err(error) }
            }
            listed => listed,
        }
    }

    /// Whether there is a limit of time for anybody.
    fn is_limited(&self) -> bool {
        self.demands.iter().any(|demand| demand.within.is_reachable())
    }

    /// The exact answer over complete lists of who reaches what within `limit` and the demand's own.
    fn listed(&self, limit: Ds, workers: &impl Workers) -> Result<Found, AssignError> {
        Ok(settle::settle(self, pairs::complete(self, limit, workers)?))
    }
}

impl Found {
    /// What everybody costs, those without a place included.
    fn value(&self) -> i128 {
        let placed: u128 =
            self.flow.iter().zip(&self.options.cost).map(|(&p, &c)| u128::from(p) * u128::from(c)).sum();
        placed as i128 + i128::from(self.without()) * i128::from(self.no_place)
    }

    fn without(&self) -> u64 {
        self.nowhere.iter().map(|&people| u64::from(people)).sum()
    }

    fn is_proven(&self) -> bool {
        self.is_most && self.value() == self.bound
    }

    /// Whether everybody with a place is there within their own time.
    fn is_within(&self, problem: &Problem<'_>) -> bool {
        problem.demands.iter().enumerate().all(|(demand, who)| {
            self.options.of(demand).all(|at| self.flow[at] == 0 || self.options.cost[at] <= who.within.0)
        })
    }

    /// A shelter without places keeps everybody out by its price, so that the bound needs no exception.
    fn prices_for_all(&self, problem: &Problem<'_>) -> Vec<u32> {
        let price = |(price, capacity): (&u32, &u64)| if *capacity == 0 { self.no_place } else { *price };
        self.prices.iter().zip(problem.capacity).map(price).collect()
    }

    fn finish(&self, problem: &Problem<'_>) -> Assignment {
        let mut rows = Vec::new();
        for demand in 0..problem.demands.len() {
            let begin = rows.len();
            rows.extend(self.options.of(demand).filter(|&at| self.flow[at] > 0).map(|at| Row {
                demand: demand as u32,
                shelter: self.options.place[at],
                people: self.flow[at],
                time: Ds(self.options.cost[at]),
            }));
            rows[begin..].sort_by_key(|row| (row.time, row.shelter));
        }
        let (placed, people_x_time) = sums(&rows);
        let without = self.without();
        Assignment {
            rows,
            placed,
            without,
            people_x_time,
            bound: self.bound - i128::from(without) * i128::from(self.no_place),
            prices: self.prices_for_all(problem),
            no_place: self.no_place,
            longest: self.longest,
            is_optimal: self.is_proven(),
            rounds: self.rounds,
        }
    }
}

/// How many people rows place, and the sum of people times time.
fn sums(rows: &[Row]) -> (u64, u128) {
    let placed = rows.iter().map(|row| u64::from(row.people)).sum();
    (placed, rows.iter().map(|row| u128::from(row.people) * u128::from(row.time.0)).sum())
}
