//! Without a limit of time: column generation over the whole network (Dantzig and Wolfe 1960).
//!
//! Given prices, everybody's best choices come from one field whose start costs are the prices. Each demand is given
//! its best few, [`Transport::solve`](crate::transport::Transport::solve) finds the exact answer over all choices so
//! far, its prices give a new field, and so on until the field shows nobody a better choice than the one they have.
//!
//! Two things keep prices from running away while choices are few. What lies beyond somebody's known choices is at
//! least as dear as the last that the field showed, so to go there is taken to cost a little more than that; how
//! much more grows where that settles too few. And costs are counted in coarse units first, in finer ones
//! once the coarse are exhausted.

use core::ops::ControlFlow;

use hinan_model::Ds;
use hinan_reach::{Field, Scratch, Start, StartError, Starts, Workers};

use super::options::Options;
use super::{Found, Problem, Step, short};
use crate::answer::Answers;
use crate::transport::Placement;

mod look;
mod parts;

use look::{Eyes, Look};
use parts::Parts;

/// How many choices a field shows: of 3, 4, 6 and 8 the quickest.
const CHOICES: usize = 4;
/// The first unit of costs, in ds, and by what it shrinks.
const GRAIN: u32 = 64;
const FINER: u32 = 4;
/// By how much more to go beyond known choices costs, at first, and how that grows.
const SLACK: u32 = 512;
const MORE_SLACK: u32 = 8;
/// A round that settles fewer than this share of the people beyond their choices needs more slack.
const ENOUGH: u64 = 4;
/// Ten times more rounds than any city needed.
const MOST_ROUNDS: u32 = 120;

/// Working memory and state from one round to the next.
pub(super) struct Search<'a, W> {
    problem: Problem<'a>,
    workers: &'a W,
    /// The entrances of shelters that have places.
    entrances: Vec<Start>,
    field: Field,
    scratch: Scratch,
    prices: Vec<u32>,
    parts: Parts,
    grain: u32,
    slack: u32,
    /// People beyond their choices, a round ago.
    undecided: u64,
    options: Options,
    /// What lies beyond the best few of each demand costs at least that.
    beyond: Vec<u32>,
}

impl<'a, W: Workers> Search<'a, W> {
    pub fn new(problem: Problem<'a>, workers: &'a W) -> Search<'a, W> {
        let has_places = |start: &&Start| problem.capacity.get(start.shelter as usize).is_none_or(|c| *c > 0);
        Search {
            problem,
            workers,
            entrances: problem.entrances.iter().filter(has_places).copied().collect(),
            field: Field::empty(problem.graph, CHOICES),
            scratch: Scratch::default(),
            prices: vec![0; problem.capacity.len()],
            parts: Parts::default(),
            grain: GRAIN,
            slack: 0,
            undecided: u64::MAX,
            options: Options::none(problem.demands.len()),
            beyond: Vec::new(),
        }
    }

    /// Rounds until nobody finds a better choice, or `tell` wants no more.
    pub fn run(mut self, tell: &mut dyn FnMut(Step) -> ControlFlow<()>) -> Result<Found, StartError> {
        self.recompute()?;
        self.parts = Parts::new(&self.problem, &self.entrances, &self.answers());
        let mut look = self.look();
        let mut round = 0;
        loop {
            round += 1;
            (self.options, self.beyond) = (look.options, look.beyond);
            let placement = self.solve();
            self.prices = placement.prices.iter().map(|price| price.saturating_mul(self.grain)).collect();
            let starts = self.recompute()?;
            look = self.look();
            let gap = self.value(&placement) - self.bound(&look);
            let undecided = self.undecided(&placement);
            let is_last = tell(Step { round, gap: gap.unsigned_abs() }).is_break() || round == MOST_ROUNDS;
            let is_settled = self.grain == 1 && undecided == 0 && gap == 0;
            if is_settled || is_last {
                let wanted = self.wanted(&starts, &placement);
                let has_room = self.has_room(&placement, &wanted);
                if is_last || !self.parts.raise_no_place(&has_room) {
                    let is_most = undecided == 0 && !has_room.contains(&true);
                    return self.finish(placement, &wanted, is_most, round);
                }
            }
            self.advance(undecided, gap);
        }
    }

    /// What the next round may assume.
    fn advance(&mut self, undecided: u64, gap: i128) {
        if undecided > self.undecided / ENOUGH {
            self.slack = self.slack.saturating_mul(MORE_SLACK).max(SLACK);
        }
        self.undecided = undecided;
        let people: i128 = self.problem.demands.iter().map(|demand| i128::from(demand.people)).sum();
        // Rounding alone makes that much of a gap.
        if gap <= i128::from(self.grain) * people {
            self.grain = (self.grain / FINER).max(1);
        }
    }

    /// The field at the present prices.
    fn recompute(&mut self) -> Result<Starts, StartError> {
        let graph = self.problem.graph;
        let price = |start: &Start| self.prices.get(start.shelter as usize).copied().unwrap_or(0);
        let priced: Vec<Start> = self
            .entrances
            .iter()
            .map(|start| Start { time: start.time.plus(Ds(price(start))), ..*start })
            .collect();
        let starts = Starts::new(graph, self.prices.len() as u32, &priced)?;
        self.field.recompute(graph, &starts, &mut self.scratch, self.workers);
        Ok(starts)
    }

    fn answers(&self) -> Answers<'_> {
        Answers { network: self.problem.network, graph: self.problem.graph, field: &self.field }
    }

    /// Everybody's best few choices at the present prices, before those that they have; and what they would pay.
    fn look(&self) -> Look {
        let eyes = Eyes {
            answers: self.answers(),
            prices: &self.prices,
            parts: &self.parts,
            options: &self.options,
        };
        eyes.look(self.problem.demands, self.workers)
    }

    /// The exact answer over the choices so far, in units of the present grain.
    fn solve(&self) -> Placement {
        let Problem { demands, capacity, .. } = self.problem;
        let transport = self.options.transport(demands, capacity, self.grain, |demand| {
            let no_place = self.parts.no_place(demand);
            // Where people are more than places, some go nowhere in any case.
            if self.parts.is_short(demand) { no_place } else { self.beyond(demand).min(no_place) }
        });
        transport.solve(&self.prices.iter().map(|price| price / self.grain).collect::<Vec<_>>())
    }

    /// What it is taken to cost a demand to go where it knows of no choice.
    fn beyond(&self, demand: usize) -> u32 {
        self.beyond[demand].saturating_add(self.slack)
    }

    fn value(&self, placement: &Placement) -> i128 {
        let placed: i128 =
            placement.flow.iter().zip(&self.options.cost).map(|(&p, &c)| i128::from(p) * i128::from(c)).sum();
        let nowhere = placement.nowhere.iter().enumerate();
        placed
            + nowhere
                .map(|(demand, &p)| i128::from(p) * i128::from(self.parts.no_place(demand)))
                .sum::<i128>()
    }

    /// How many people may be better off beyond their choices.
    fn undecided(&self, placement: &Placement) -> u64 {
        let is_undecided =
            |demand: usize| !self.parts.is_short(demand) && self.beyond(demand) < self.parts.no_place(demand);
        let nowhere = placement.nowhere.iter().enumerate();
        nowhere.filter(|(demand, _)| is_undecided(*demand)).map(|(_, &people)| u64::from(people)).sum()
    }

    /// What everybody would pay, less what the places would yield: what the present prices prove that
    /// everybody costs.
    fn bound(&self, look: &Look) -> i128 {
        let rent = self.problem.capacity.iter().zip(&self.prices);
        look.paid - rent.map(|(&capacity, &price)| i128::from(capacity) * i128::from(price)).sum::<i128>()
    }

    fn wanted(&self, starts: &Starts, placement: &Placement) -> Vec<bool> {
        short::wanted(&self.problem, starts, &self.options, &placement.flow, &placement.nowhere)
    }

    /// The parts in which somebody without a place could have one if others moved.
    fn has_room(&self, placement: &Placement, wanted: &[bool]) -> Vec<bool> {
        let load = short::load(&self.options, &placement.flow, wanted.len());
        let has_room = |shelter: usize| wanted[shelter] && load[shelter] < self.problem.capacity[shelter];
        self.parts.any((0..wanted.len()).filter(|shelter| has_room(*shelter)))
    }

    /// One cost of having no place for all parts: dearer where somebody has none, so are then the shelters
    /// that they wanted, and nothing else changes.
    fn finish(
        mut self,
        placement: Placement,
        wanted: &[bool],
        is_most: bool,
        rounds: u32,
    ) -> Result<Found, StartError> {
        let rises = self.parts.equalise();
        for shelter in (0..wanted.len()).filter(|shelter| is_most && wanted[*shelter]) {
            self.prices[shelter] = self.prices[shelter].saturating_add(rises[self.parts.of_shelter(shelter)]);
        }
        self.recompute()?;
        let bound = self.bound(&self.look());
        let Placement { flow, nowhere, .. } = placement;
        let no_place = self.parts.no_place_of_all();
        let (options, prices) = (self.options, self.prices);
        Ok(Found {
            options,
            flow,
            nowhere,
            prices,
            no_place,
            bound,
            is_most,
            rounds,
            longest: None,
            is_complete: false,
        })
    }
}
