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

use hinan_model::Ds;
use hinan_reach::{Field, Scratch, Start, StartError, Starts, Workers};

use super::options::Options;
use super::{Found, MOST, Problem, Step, short};
use crate::answer::{Answers, Best};
use crate::transport::Placement;

mod parts;

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
    /// What lies beyond the options of each demand costs at least that.
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

    /// Rounds until nobody finds a better choice.
    pub fn run(mut self, tell: &mut dyn FnMut(Step)) -> Result<Found, StartError> {
        self.recompute()?;
        self.parts = Parts::new(&self.problem, &self.entrances, &self.answers());
        let mut round = 0;
        loop {
            round += 1;
            self.extend_options();
            let placement = self.solve();
            self.prices = placement.prices.iter().map(|price| price.saturating_mul(self.grain)).collect();
            let starts = self.recompute()?;
            let gap = self.value(&placement) - self.bound();
            let undecided = self.undecided(&placement);
            tell(Step { round, gap: gap.unsigned_abs() });
            let is_settled = self.grain == 1 && undecided == 0 && gap == 0;
            if is_settled || round == MOST_ROUNDS {
                let wanted = self.wanted(&starts, &placement);
                let has_room = self.has_room(&placement, &wanted);
                if round == MOST_ROUNDS || !self.parts.raise_no_place(&has_room) {
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

    /// Adds everybody's best few choices at the present prices.
    fn extend_options(&mut self) {
        let old = core::mem::take(&mut self.options);
        let mut new = Options { first: vec![0], ..Options::default() };
        let mut beyond = Vec::with_capacity(self.problem.demands.len());
        let mut bests: Vec<Best> = Vec::new();
        for (index, demand) in self.problem.demands.iter().enumerate() {
            self.answers().find(demand.stand, None, &mut bests);
            let begin = new.place.len();
            for best in &bests {
                let time = best.time.0 - self.prices[best.shelter as usize];
                if time <= MOST {
                    new.place.push(best.shelter);
                    new.cost.push(time);
                }
            }
            for option in old.of(index) {
                if !new.place[begin..].contains(&old.place[option]) {
                    new.place.push(old.place[option]);
                    new.cost.push(old.cost[option]);
                }
            }
            new.first.push(new.place.len() as u32);
            let last = bests.get(CHOICES - 1);
            beyond
                .push(last.map_or(u32::MAX, |last| last.time.0.saturating_add(1).saturating_add(self.slack)));
        }
        (self.options, self.beyond) = (new, beyond);
    }

    /// The exact answer over the choices so far, in units of the present grain.
    fn solve(&self) -> Placement {
        let Problem { demands, capacity, .. } = self.problem;
        let transport = self.options.transport(demands, capacity, self.grain, |demand| {
            let no_place = self.parts.no_place(demand);
            // Where people are more than places, some go nowhere in any case.
            if self.parts.is_short(demand) { no_place } else { self.beyond[demand].min(no_place) }
        });
        transport.solve(&self.prices.iter().map(|price| price / self.grain).collect::<Vec<_>>())
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
            |demand: usize| !self.parts.is_short(demand) && self.beyond[demand] < self.parts.no_place(demand);
        let nowhere = placement.nowhere.iter().enumerate();
        nowhere.filter(|(demand, _)| is_undecided(*demand)).map(|(_, &people)| u64::from(people)).sum()
    }

    /// What the present prices prove that everybody costs.
    fn bound(&self) -> i128 {
        let answers = self.answers();
        let mut bests: Vec<Best> = Vec::new();
        let mut paid = 0_i128;
        for (index, demand) in self.problem.demands.iter().enumerate() {
            answers.find(demand.stand, None, &mut bests);
            let limit = self.parts.no_place(index);
            let best = bests.first().map_or(limit, |best| best.time.0.min(limit));
            paid += i128::from(demand.people) * i128::from(best);
        }
        let rent = self.problem.capacity.iter().zip(&self.prices);
        paid - rent.map(|(&capacity, &price)| i128::from(capacity) * i128::from(price)).sum::<i128>()
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
        let bound = self.bound();
        let Placement { flow, nowhere, .. } = placement;
        let no_place = self.parts.no_place_of_all();
        let (options, prices) = (self.options, self.prices);
        Ok(Found { options, flow, nowhere, prices, no_place, bound, is_most, rounds, longest: None })
    }
}
