//! Which locked door hurts most: every shelter's, alone and in pairs, without counting places.
//!
//! Whoever stands at a place loses it with the door of their best shelter only, and loses every place in time with two
//! doors only if these are their best two. So three shelters a place, and one pass, rank all doors and all pairs, without
//! asking the engine once for each: what a closure of [`Choices`] gives equals that of a new search, since the second
//! best of all is the best without the first.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use hinan_model::Ds;
use serde::Serialize;

use crate::answer::Best;

/// How many distinct shelters of everybody the ranking of pairs rests on.
pub const BESTS: usize = 3;

/// People of one place, and where they can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choices {
    /// How many they are.
    pub people: u32,
    /// The longest time that is soon enough; [`Ds::UNREACHABLE`]: no limit.
    pub within: Ds,
    /// The best distinct shelters, best first.
    pub bests: [Option<Best>; BESTS],
}

/// What a locked door, or two of them, cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Loss {
    /// People who reach no other shelter in time.
    pub lose: u64,
    /// People who reach another in time, and walk for longer.
    pub longer: u64,
    /// How much longer, in people times ds.
    pub longer_people_x_ds: u64,
}

/// What two locked doors cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PairLoss {
    /// The shelters, the smaller number first.
    pub shelters: [u32; 2],
    /// What both cost together.
    pub together: Loss,
    /// How many more people lose every place in time than if one door were locked and, another day, the other.
    pub lose_more: u64,
}

impl Choices {
    fn in_time(&self) -> impl Iterator<Item = Best> + '_ {
        self.bests
            .iter()
            .flatten()
            .copied()
            .filter(|best| best.time.is_reachable() && best.time <= self.within)
    }
}

impl Loss {
    fn add(&mut self, other: Loss) {
        self.lose += other.lose;
        self.longer += other.longer;
        self.longer_people_x_ds += other.longer_people_x_ds;
    }

    /// Of people whose best was `from` and becomes `to`.
    fn of(people: u32, from: Best, to: Option<Best>) -> Loss {
        let people = u64::from(people);
        match to {
            None => Loss { lose: people, ..Loss::default() },
            Some(to) if to.time > from.time => Loss {
                longer: people,
                longer_people_x_ds: people * u64::from(to.time.0 - from.time.0),
                ..Loss::default()
            },
            Some(_) => Loss::default(),
        }
    }

    /// Doors that hurt more come first: by people who lose, then by how much longer the others walk.
    fn order(&self) -> (Reverse<u64>, Reverse<u64>) {
        (Reverse(self.lose), Reverse(self.longer_people_x_ds))
    }
}

/// What each of `shelters` locked doors costs, in one pass. Choices of shelters beyond that number count for none.
pub fn losses(shelters: u32, choices: &[Choices]) -> Vec<Loss> {
    let mut losses = vec![Loss::default(); shelters as usize];
    for choice in choices {
        let mut in_time = choice.in_time();
        let Some(best) = in_time.next() else { continue };
        if let Some(loss) = losses.get_mut(best.shelter as usize) {
            loss.add(Loss::of(choice.people, best, in_time.next()));
        }
    }
    losses
}

/// The shelters, the one whose locked door hurts most first; of equals the one that comes first.
pub fn ranking(losses: &[Loss]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..losses.len() as u32).collect();
    order.sort_by_key(|&shelter| (losses[shelter as usize].order(), shelter));
    order
}

/// The `most` pairs of doors that hurt most when both are locked, worst first. `losses` are those of the same choices.
///
/// Two doors cost what each costs alone, but for those whose best two they are. So the worst pairs are among those
/// that share such people and those of the worst doors.
pub fn pairs(losses: &[Loss], choices: &[Choices], most: usize) -> Vec<PairLoss> {
    let mut shared = shared(choices);
    shared.retain(|pair, _| pair.iter().all(|&shelter| (shelter as usize) < losses.len()));
    // A pair that shares nobody is one of the worst only if both its doors are among the worst `most` + 1 by themselves.
    let worst: Vec<u32> = ranking(losses).into_iter().take(most + 1).collect();
    for (at, &a) in worst.iter().enumerate() {
        for &b in &worst[at + 1..] {
            shared.entry([a.min(b), a.max(b)]).or_default();
        }
    }
    let mut pairs: Vec<PairLoss> = shared.into_iter().map(|(pair, both)| both.pair(losses, pair)).collect();
    pairs.sort_by_key(|pair| (pair.together.order(), pair.shelters));
    pairs.truncate(most);
    pairs
}

/// Of people who have two shelters as their best two.
#[derive(Clone, Copy, Debug, Default)]
struct Shared {
    /// What one locked door costs them, whichever is theirs.
    one: Loss,
    /// What both cost them.
    both: Loss,
}

impl Shared {
    fn pair(&self, losses: &[Loss], shelters: [u32; 2]) -> PairLoss {
        let [a, b] = shelters.map(|shelter| losses[shelter as usize]);
        // Unsigned and exact: what is taken away is part of what was added.
        let sum = |of: fn(&Loss) -> u64| of(&a) + of(&b) - of(&self.one) + of(&self.both);
        let together = Loss {
            lose: sum(|loss| loss.lose),
            longer: sum(|loss| loss.longer),
            longer_people_x_ds: sum(|loss| loss.longer_people_x_ds),
        };
        PairLoss { shelters, together, lose_more: together.lose - a.lose - b.lose }
    }
}

fn shared(choices: &[Choices]) -> BTreeMap<[u32; 2], Shared> {
    let mut shared = BTreeMap::<[u32; 2], Shared>::new();
    for choice in choices {
        let mut in_time = choice.in_time();
        let (Some(best), Some(second)) = (in_time.next(), in_time.next()) else { continue };
        let pair = [best.shelter.min(second.shelter), best.shelter.max(second.shelter)];
        let of_pair = shared.entry(pair).or_default();
        of_pair.one.add(Loss::of(choice.people, best, Some(second)));
        of_pair.both.add(Loss::of(choice.people, best, in_time.next()));
    }
    shared
}
