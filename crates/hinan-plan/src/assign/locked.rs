//! What a locked door costs where shelters have a capacity: everybody is assigned anew without its places.

use core::ops::ControlFlow;

use hinan_reach::{Alone, Workers};
use serde::Serialize;

use super::settle::settle_from;
use super::{AssignError, Assignment, Found, Goal, Problem, Step, short};

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
        Ok(Locking { answer: found.finish(&problem), load, found, problem })
    }
}

impl Locking<'_> {
    /// The answer with all doors open.
    pub fn answer(&self) -> &Assignment {
        &self.answer
    }

    /// What a locked door costs; nothing where nobody is sent there.
    ///
    /// # Errors
    /// As [`Problem::assign`].
    pub fn door(&self, shelter: u32) -> Result<PlaceLoss, AssignError> {
        let Some(1..) = self.load.get(shelter as usize) else { return Ok(PlaceLoss::default()) };
        let mut capacity = self.problem.capacity.to_vec();
        capacity[shelter as usize] = 0;
        let problem = Problem { capacity: &capacity, ..self.problem };
        let after = if self.found.is_complete {
            // Who reaches what is as it was, and most prices are nearly right.
            settle_from(&problem, self.found.options.clone(), self.found.prices.clone()).finish(&problem)
        } else {
            problem.assign(&Alone, &mut |_| ControlFlow::Continue(()))?
        };
        Ok(PlaceLoss {
            more_without: after.without - self.answer.without,
            more_people_x_time_ds: after.people_x_time as i128 - self.answer.people_x_time as i128,
        })
    }
}
