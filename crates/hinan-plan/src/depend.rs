//! Whom each shelter serves, and who has no other.

use hinan_model::{Ds, InTime};
use serde::Serialize;

use crate::answer::Best;

/// What somebody can choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// How many people live there.
    pub people: u32,
    /// The best shelter; none where no way to it may be shown: near no street, on forbidden ground.
    pub best: Option<Best>,
    /// The best other shelter.
    pub second: Option<Best>,
    /// Until these people stand at the way out.
    pub start: Ds,
    /// The time that the hazard leaves here.
    pub budget: Ds,
}

/// What hangs on one shelter: what its locked door, or a wrong row in a list, would cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Dependence {
    /// People for whom it is the best, and who are there in time.
    pub serves: u64,
    /// Of those, the ones who have nothing else in time.
    pub only: u64,
    /// Of those, the ones who have another shelter in time, farther away.
    pub longer: u64,
    /// How much farther, in people times tenths of a second.
    pub longer_people_x_ds: u64,
}

impl Choice {
    fn is_in_time(&self, best: Best) -> bool {
        InTime::judge(self.start.plus(best.time), self.budget).may_go()
    }
}

/// For each of `shelters` shelters what hangs on it, in one pass over the two best shelters of every
/// doorstep. "In time" is what [`Fate::is_in_time`](crate::Fate::is_in_time) says of a walk. Choices
/// of shelters beyond that number are left out: a caller who passes any has made a mistake.
pub fn depend(shelters: u32, choices: impl IntoIterator<Item = Choice>) -> Vec<Dependence> {
    let mut all = vec![Dependence::default(); shelters as usize];
    for choice in choices {
        let Some(best) = choice.best.filter(|best| choice.is_in_time(*best)) else { continue };
        let Some(dependence) = all.get_mut(best.shelter as usize) else { continue };
        let people = u64::from(choice.people);
        dependence.serves += people;
        match choice.second.filter(|second| choice.is_in_time(*second)) {
            None => dependence.only += people,
            Some(second) if second.time > best.time => {
                dependence.longer += people;
                dependence.longer_people_x_ds += people * u64::from(second.time.0 - best.time.0);
            }
            Some(_) => {}
        }
    }
    all
}
