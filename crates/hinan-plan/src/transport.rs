//! The transport problem: people with a few options each, places with a limit each, least total cost.
//!
//! Exact, by prices and flows at once (the primal-dual method, Ford and Fulkerson 1956; Ahuja, Magnanti and
//! Orlin, *Network Flows*, 1993, chapter 9.8), on a graph that has a vertex for each place and not for each person:
//! the arc from place *a* to place *b* costs what it costs to move the person to whom that matters least, and the
//! persons of an arc wait in a heap. People are many and places are few, so that a round over all places
//! is cheap.
//!
//! One more vertex, *nowhere*, has room for everybody at a cost that each demand states, and the price 0; an
//! empty place is worth nothing, so prices of places with room are 0, too.
//!
//! Where prices at hand leave many people in the wrong place, the answer in coarser units comes first: it takes few
//! rounds, and few more are left from its prices (scaling of costs, Goldberg and Tarjan 1990).
//!
//! Throughout, everybody is where cost and price together are least for them. Places may be overfull (then their
//! prices rise) or have room in spite of a price (then it falls), until neither is left.

mod solver;

use core::ops::Range;

use solver::Solver;

/// Costs and prices beyond this are refused: sums of a few still fit.
pub const MAX_COST: u32 = 1 << 30;

/// By what power of 2 a coarser answer is coarser, and the coarsest of all.
const COARSER: u32 = 5;
const MOST_COARSE: u32 = 10;

/// Who wants a place, and what it costs them where.
#[derive(Clone, Debug, Default)]
pub struct Transport {
    /// How many people each demand has; they may be split.
    pub people: Vec<u32>,
    /// First option of each demand, and the end.
    pub first: Vec<u32>,
    /// The place of each option. No demand has two options with one place.
    pub place: Vec<u32>,
    /// What the option costs each person, at most [`MAX_COST`].
    pub cost: Vec<u32>,
    /// What it costs each person of a demand to be nowhere, at most [`MAX_COST`].
    pub nowhere: Vec<u32>,
    /// How many people each place holds.
    pub capacity: Vec<u64>,
}

/// A least-cost answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placement {
    /// How many people take each option.
    pub flow: Vec<u32>,
    /// How many people of each demand are nowhere.
    pub nowhere: Vec<u32>,
    /// The price of each place: an optimal dual solution. 0 where there is room left.
    pub prices: Vec<u32>,
    /// How often prices changed.
    pub rounds: u32,
}

impl Transport {
    /// The options of a demand.
    pub fn options(&self, demand: usize) -> Range<usize> {
        self.first[demand] as usize..self.first[demand + 1] as usize
    }

    /// The least-cost answer, from prices that may be anything; good ones make it quick.
    pub fn solve(&self, prices: &[u32]) -> Placement {
        self.solve_coarse(prices, 0)
    }

    /// The least-cost answer where costs and prices are counted in whole units of 2 to the power of `coarse`. That is
    /// quicker, and its prices, given as all others are, are good ones to begin a finer answer from.
    pub fn solve_coarse(&self, prices: &[u32], coarse: u32) -> Placement {
        let mut solver = Solver::new(self, prices, coarse);
        if coarse < MOST_COARSE && solver.is_far() {
            let better = self.solve_coarse(prices, MOST_COARSE.min(coarse + COARSER)).prices;
            solver = Solver::new(self, &better, coarse);
        }
        solver.settle();
        solver.finish()
    }

    /// The least-cost answer, kept for places that are to hold more or less than they do now.
    pub fn keep(&self, prices: &[u32]) -> Kept<'_> {
        let mut solver = Solver::new(self, prices, 0);
        solver.settle();
        Kept { solver }
    }

    /// What a placement costs.
    pub fn cost_of(&self, placement: &Placement) -> u128 {
        let placed = placement
            .flow
            .iter()
            .zip(&self.cost)
            .map(|(&people, &cost)| u128::from(people) * u128::from(cost));
        let nowhere = placement
            .nowhere
            .iter()
            .zip(&self.nowhere)
            .map(|(&people, &cost)| u128::from(people) * u128::from(cost));
        placed.chain(nowhere).sum()
    }

    /// What prices prove that every placement costs at least (weak duality).
    pub fn bound_of(&self, prices: &[u32]) -> i128 {
        let paid: i128 = (0..self.people.len())
            .map(|demand| {
                let best = self
                    .options(demand)
                    .map(|option| {
                        u64::from(self.cost[option]) + u64::from(prices[self.place[option] as usize])
                    })
                    .fold(u64::from(self.nowhere[demand]), u64::min);
                i128::from(self.people[demand]) * i128::from(best)
            })
            .sum();
        let rent: i128 = self
            .capacity
            .iter()
            .zip(prices)
            .map(|(&capacity, &price)| i128::from(capacity) * i128::from(price))
            .sum();
        paid - rent
    }
}

/// A least-cost answer that is mended, not made anew, when a place holds more or less than it did.
pub struct Kept<'a> {
    solver: Solver<'a>,
}

impl Kept<'_> {
    /// From now on a place holds so many; [`Kept::settle`] finds who goes where then.
    pub fn hold(&mut self, place: usize, capacity: u64) {
        self.solver.capacity[place] = capacity;
    }

    /// The least-cost answer for what the places hold now.
    pub fn settle(&mut self) {
        self.solver.tidy();
        self.solver.settle();
    }

    /// What it costs.
    pub fn cost(&self) -> u128 {
        self.solver.spent.unsigned_abs()
    }

    /// How many people are somewhere.
    pub fn placed(&self) -> u64 {
        self.solver.load.iter().sum()
    }

    /// The price of a place: part of an optimal dual solution.
    pub fn price(&self, place: usize) -> u32 {
        u32::try_from(self.solver.price[place]).unwrap_or(0)
    }
}
