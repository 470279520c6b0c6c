//! What a locked door costs where shelters have a capacity: everybody is assigned anew without its places.

use core::ops::ControlFlow;

use hinan_reach::{Alone, Workers};
use serde::Serialize;

use super::search::Search;
use super::settle::settle_from;
use super::{AssignError, Assignment, Found, Goal, MOST, Problem, Step, short};
use crate::transport::{Kept, Transport};

/// What a locked door costs where places are counted; both halves are differences of exact answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PlaceLoss {
    /// How many more people have no place in time.
    pub more_without: u64,
    /// How much more all who have a place walk together, in people times ds; less than nothing where fewer have one.
    pub more_people_x_time_ds: i128,
}

/// A best answer, and what it becomes with a door locked.
pub struct Locking<'a> {
    problem: Problem<'a>,
    found: Found,
    load: Vec<u64>,
    answer: Assignment,
    lists: Option<Lists>,
}

impl<'a> Problem<'a> {
    /// The best answer by total walking, to ask what each locked door costs. Groups may be split, whatever
    /// [`Problem::keep_together`] says.
    ///
    /// # Errors
    /// As [`Problem::assign`].
    pub fn locking(
        &self,
        workers: &impl Workers,
        tell: &mut dyn FnMut(Step) -> ControlFlow<()>,
    ) -> Result<Locking<'a>, AssignError> {
        let problem = Problem { goal: Goal::Total, keep_together: false, ..*self };
        let found = problem.least_total(workers, tell)?;
        let load = short::load(&found.options, &found.flow, problem.capacity.len());
        let lists = if found.is_complete { Lists::of(&problem, &found) } else { None };
        Ok(Locking { answer: found.finish(&problem), load, found, problem, lists })
    }
}

impl Locking<'_> {
    /// The answer with all doors open.
    pub fn answer(&self) -> &Assignment {
        &self.answer
    }

    /// What each of some locked doors costs; nothing where nobody is sent there. `tell` hears of each door that is
    /// done.
    ///
    /// # Errors
    /// As [`Problem::assign`].
    pub fn doors(
        &self,
        shelters: &[u32],
        workers: &impl Workers,
        tell: &(impl Fn() + Sync),
    ) -> Result<Vec<PlaceLoss>, AssignError> {
        let share = shelters.len().div_ceil(workers.count().max(1)).max(1);
        let mut jobs: Vec<_> = shelters.chunks(share).map(|some| (some, Ok(Vec::new()))).collect();
        workers.run(&mut jobs, |(some, losses)| *losses = self.each(some, tell));
        let losses = jobs.into_iter().map(|(_, losses)| losses).collect::<Result<Vec<_>, _>>()?;
        Ok(losses.concat())
    }

    fn each(&self, shelters: &[u32], tell: &impl Fn()) -> Result<Vec<PlaceLoss>, AssignError> {
        let is_used = |shelter: u32| self.load.get(shelter as usize).is_some_and(|load| *load > 0);
        let mut flow = self.lists.as_ref().map(Lists::flow);
        let door = |&shelter: &u32| {
            let loss = match &mut flow {
                _ if !is_used(shelter) => PlaceLoss::default(),
                Some(flow) => flow.lock(shelter as usize, self.problem.capacity[shelter as usize]),
                None => self.anew(shelter)?,
            };
            tell();
            Ok(loss)
        };
        shelters.iter().map(door).collect()
    }

    /// Everybody assigned anew without the places of one shelter, from prices most of which are nearly right.
    fn anew(&self, shelter: u32) -> Result<PlaceLoss, AssignError> {
        let mut capacity = self.problem.capacity.to_vec();
        capacity[shelter as usize] = 0;
        let problem = Problem { capacity: &capacity, ..self.problem };
        let after = if self.found.is_complete {
            settle_from(&problem, self.found.options.clone(), self.found.prices.clone())
        } else {
            let found = Search::new(problem, &Alone).again(&self.found)?;
            if found.is_proven() && found.is_within(&problem) {
                found
            } else {
                problem.least_total(&Alone, &mut |_| ControlFlow::Continue(()))?
            }
        };
        let after = after.finish(&problem);
        Ok(PlaceLoss {
            more_without: after.without - self.answer.without,
            more_people_x_time_ds: after.people_x_time as i128 - self.answer.people_x_time as i128,
        })
    }
}

/// Complete lists of who reaches which shelter, and prices that are right for all doors open.
struct Lists {
    transport: Transport,
    prices: Vec<u32>,
    /// What it costs to have no place: more than all that others could gain if they moved.
    nowhere: u32,
}

impl Lists {
    /// `None` where a place for one more would have to be worth more than numbers can tell.
    fn of(problem: &Problem<'_>, found: &Found) -> Option<Lists> {
        // To make room for one more, somebody moves out of each shelter at most.
        let longest = found.options.cost.iter().copied().max().unwrap_or(0);
        let moves = problem.capacity.len() as u64 + 1;
        let nowhere = u32::try_from(u64::from(longest).saturating_mul(moves) + 1).ok();
        let nowhere = nowhere.filter(|nowhere| *nowhere <= MOST)?;
        let transport = found.options.transport(problem.demands, problem.capacity, |_| nowhere);
        let prices = transport.solve(&found.prices).prices;
        Some(Lists { transport, prices, nowhere })
    }

    fn flow(&self) -> Flow<'_> {
        let kept = self.transport.keep(&self.prices);
        Flow {
            people: self.transport.people.iter().map(|&people| u64::from(people)).sum(),
            lists: self,
            kept,
        }
    }
}

/// Who goes where, mended as a door is locked and opened again.
struct Flow<'a> {
    lists: &'a Lists,
    kept: Kept<'a>,
    people: u64,
}

impl Flow<'_> {
    fn lock(&mut self, shelter: usize, places: u64) -> PlaceLoss {
        let (without, walked) = self.outcome();
        self.hold(shelter, 0);
        let (more, longer) = self.outcome();
        self.hold(shelter, places);
        PlaceLoss { more_without: more - without, more_people_x_time_ds: longer - walked }
    }

    fn hold(&mut self, shelter: usize, places: u64) {
        self.kept.hold(shelter, places);
        self.kept.settle();
    }

    /// People without a place, and what all others walk.
    fn outcome(&self) -> (u64, i128) {
        let without = self.people - self.kept.placed();
        (without, self.kept.cost() as i128 - i128::from(without) * i128::from(self.lists.nowhere))
    }
}
