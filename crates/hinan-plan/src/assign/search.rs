//! Without a limit of time: column generation over the whole network (Dantzig and Wolfe 1960).
//!
//! Given prices, everybody's best choices come from one field whose start costs are the prices. Each demand is given
//! its best few, [`Transport::solve`](crate::transport::Transport::solve) finds the exact answer over all choices so
//! far, its prices give a new field, and so on until the field shows nobody a better choice than the one they have.
//!
//! Two things keep prices from running away while choices are few. What lies beyond somebody's known choices is at
//! least as dear as the last that the field showed, so to go there is taken to cost a little more than that; how
//! much more grows where that settles too few. And costs are counted in coarse units first, to the ds
//! once the coarse are exhausted.
//!
//! Where people are many, a sample of them with a sample of the places finds out first about where prices are: what
//! it takes time to find is prices, and they depend little on who exactly is asked. Everybody is asked in the end.

use core::ops::ControlFlow;

use hinan_model::Ds;
use hinan_reach::{Field, Scratch, Start, StartError, Starts, Workers};

use super::options::Options;
use super::{Demand, Found, Problem, Step, short};
use crate::answer::Answers;
use crate::transport::Placement;

mod look;
mod parts;

use look::{Eyes, Look};
use parts::Parts;

/// How many choices a field shows: of 3, 4, 6 and 8 the quickest.
const CHOICES: usize = 4;
/// How many it shows once prices are about right.
const FEW: usize = 2;
/// Costs are counted in units of 2 to the power of this, at first, in ds.
const COARSE: u32 = 6;
/// In a sample there is one of so many demands at most, and there are so many of them for each shelter at least.
const MOST_APART: usize = 16;
const ENOUGH_A_SHELTER: usize = 24;
/// Where not at least one of so many could be left out of the sample, the whole is as quick.
const LEAST_APART: usize = 4;
/// By how much more to go beyond known choices costs, at first, and how that grows.
const SLACK: u32 = 512;
const MORE_SLACK: u32 = 8;
/// A round that settles fewer than this share of the people beyond their choices needs more slack.
const ENOUGH: u64 = 4;
/// Ten times more rounds than any city needed, and three times more than any sample did.
const MOST_ROUNDS: u32 = 120;
const MOST_REHEARSALS: u32 = 24;

/// What is told of each round, and whether there is to be another.
type Tell<'a> = dyn FnMut(Step) -> ControlFlow<()> + 'a;

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
    /// Costs are counted in units of 2 to the power of this now.
    coarse: u32,
    slack: u32,
    /// People beyond their choices, a round ago.
    undecided: u64,
    rounds: u32,
    /// Whoever is told wants no more rounds than it takes to have an answer.
    is_stopped: bool,
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
            coarse: COARSE,
            slack: 0,
            undecided: u64::MAX,
            rounds: 0,
            is_stopped: false,
            options: Options::none(problem.demands.len()),
            beyond: Vec::new(),
        }
    }

    /// Rounds until nobody finds a better choice, or `tell` wants no more. Where people are many, a sample of them
    /// first finds out about where prices are.
    pub fn run(mut self, tell: &mut Tell<'_>) -> Result<Found, StartError> {
        self.recompute()?;
        self.parts = Parts::new(&self.problem, &self.entrances);
        let all = self.problem;
        let sample = Sample::new(&all);
        let mut search = self.with(sample.as_ref().map_or(all, |sample| sample.of(all)));
        let answers = Answers { network: all.network, graph: all.graph, field: &search.field };
        search.parts.guess_no_place(search.problem.demands, &answers);
        if sample.is_some() {
            let look = search.look();
            search.rounds(look, true, tell)?;
            search = search.with(all);
        }
        let look = search.look();
        if sample.is_some() {
            search.narrow();
        }
        let last = search.rounds(look, false, tell)?;
        search.finish(last)
    }

    /// The same, from the answer for places that were nearly these.
    pub fn again(mut self, before: &Found) -> Result<Found, StartError> {
        self.prices.clone_from(&before.prices);
        self.coarse = 0;
        self.recompute()?;
        self.parts = Parts::new(&self.problem, &self.entrances);
        self.parts.take_no_place(before.no_place);
        let problem = self.problem;
        let mut search = self.with(problem);
        search.options = before.options.clone();
        let look = search.look();
        search.narrow();
        let last = search.rounds(look, false, &mut |_| ControlFlow::Continue(()))?;
        search.finish(last)
    }

    /// The same search for other people, from the prices that were found.
    fn with<'b>(self, problem: Problem<'b>) -> Search<'b, W>
    where
        'a: 'b,
    {
        let options = Options::none(problem.demands.len());
        let mut search = Search { problem, options, undecided: u64::MAX, ..self };
        let answers = Answers { network: problem.network, graph: problem.graph, field: &search.field };
        search.parts.fill(&problem, &answers);
        search
    }

    /// Rounds until prices are right, or `is_rehearsal` and they are about right.
    fn rounds(
        &mut self,
        mut look: Look,
        is_rehearsal: bool,
        tell: &mut Tell<'_>,
    ) -> Result<Last, StartError> {
        let most = if is_rehearsal { MOST_REHEARSALS } else { MOST_ROUNDS };
        let people: i128 = self.problem.demands.iter().map(|demand| i128::from(demand.people)).sum();
        loop {
            self.rounds += 1;
            self.take(look);
            let placement = self.solve();
            self.prices.clone_from(&placement.prices);
            let starts = self.recompute()?;
            look = self.look();
            let bound = self.bound(&look);
            let gap = self.value(&placement) - bound;
            let undecided = self.undecided(&placement);
            self.is_stopped |= tell(Step { round: self.rounds, gap: gap.unsigned_abs() }).is_break();
            let is_last = self.is_stopped || self.rounds >= most;
            // Rounding alone makes that much of a gap.
            let is_near = gap <= people << self.coarse;
            let is_settled = undecided == 0 && if self.coarse == 0 { gap == 0 } else { is_near };
            if is_settled || is_last {
                let has_room = self.has_room(&starts, &placement);
                if !is_last && self.parts.raise_no_place(&has_room) {
                    continue;
                }
                if is_last || is_rehearsal || self.coarse == 0 {
                    let is_most = undecided == 0 && !has_room.contains(&true);
                    return Ok(Last { placement, bound, is_most, starts });
                }
            }
            self.allow_more(undecided);
            if is_near && !is_rehearsal {
                self.coarse = 0;
                self.narrow();
            }
        }
    }

    /// Takes what was seen for what is known.
    fn take(&mut self, look: Look) {
        self.options = look.options;
        if look.is_wide {
            self.beyond = look.beyond;
        }
    }

    /// How far prices may rise in the next round.
    fn allow_more(&mut self, undecided: u64) {
        if undecided > self.undecided / ENOUGH {
            self.slack = self.slack.saturating_mul(MORE_SLACK).max(SLACK);
        }
        self.undecided = undecided;
    }

    /// Prices move little from now on: few choices are missing, and a field of few labels takes half the time.
    fn narrow(&mut self) {
        if self.field.k() > FEW {
            self.field = Field::empty(self.problem.graph, FEW);
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

    /// The exact answer over the choices so far, in the present units.
    fn solve(&self) -> Placement {
        let Problem { demands, capacity, .. } = self.problem;
        let transport = self.options.transport(demands, capacity, |demand| {
            let no_place = self.parts.no_place(demand);
            // Where people are more than places, some go nowhere in any case.
            if self.parts.is_short(demand) { no_place } else { self.beyond(demand).min(no_place) }
        });
        transport.solve_coarse(&self.prices, self.coarse)
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
    fn has_room(&self, starts: &Starts, placement: &Placement) -> Vec<bool> {
        let capacity = self.problem.capacity;
        let load = short::load(&self.options, &placement.flow, capacity.len());
        let mut free = (0..capacity.len()).filter(|&shelter| load[shelter] < capacity[shelter]).peekable();
        if free.peek().is_none() {
            return self.parts.any(free);
        }
        let wanted = self.wanted(starts, placement);
        self.parts.any(free.filter(|&shelter| wanted[shelter]))
    }

    /// One cost of having no place for all parts: dearer where somebody has none, so are then the shelters
    /// that they wanted, and nothing else changes.
    fn finish(mut self, last: Last) -> Result<Found, StartError> {
        let Last { placement, starts, is_most, mut bound } = last;
        if let Some(rises) = self.parts.equalise() {
            if is_most {
                let wanted = self.wanted(&starts, &placement);
                for shelter in (0..wanted.len()).filter(|&shelter| wanted[shelter]) {
                    let price = &mut self.prices[shelter];
                    *price = price.saturating_add(rises[self.parts.of_shelter(shelter)]);
                }
            }
            self.recompute()?;
            bound = self.bound(&self.look());
        }
        let no_place = self.parts.no_place_of_all();
        let Search { options, prices, rounds, .. } = self;
        let Placement { flow, nowhere, .. } = placement;
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

/// The last round of a search.
struct Last {
    placement: Placement,
    /// The prices as starts of a field.
    starts: Starts,
    /// Whether it is proven that no more people can be placed.
    is_most: bool,
    /// What everybody costs at least.
    bound: i128,
}

/// Some of the people, evenly spread as they are listed by where they are, and as many of the places.
struct Sample {
    demands: Vec<Demand>,
    capacity: Vec<u64>,
}

impl Sample {
    /// `None` where so few people would not tell much about the price of each shelter.
    fn new(problem: &Problem<'_>) -> Option<Sample> {
        let shelters = problem.capacity.iter().filter(|capacity| **capacity > 0).count().max(1);
        let one_of = (problem.demands.len() / (shelters * ENOUGH_A_SHELTER)).min(MOST_APART);
        if one_of < LEAST_APART {
            return None;
        }
        let demands: Vec<Demand> = problem.demands.iter().step_by(one_of).copied().collect();
        let people =
            |demands: &[Demand]| demands.iter().map(|demand| u128::from(demand.people)).sum::<u128>();
        let (some, all) = (people(&demands), people(problem.demands).max(1));
        let share =
            |capacity: &u64| (u128::from(*capacity) * some / all).max(u128::from(*capacity > 0)) as u64;
        Some(Sample { demands, capacity: problem.capacity.iter().map(share).collect() })
    }

    /// The same problem with these people and places.
    fn of<'a>(&'a self, problem: Problem<'a>) -> Problem<'a> {
        Problem { demands: &self.demands, capacity: &self.capacity, ..problem }
    }
}
