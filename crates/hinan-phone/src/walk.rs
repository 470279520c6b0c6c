//! Whether somebody who walks to one shelter should go to another: `safety.md`, rule 6, as a function.

use hinan_model::Ds;

/// So near to the door nobody turns around.
const LAST: Ds = Ds(900);
/// Less than this saved is not worth a turn.
const WORTH: Ds = Ds(600);

/// A walk that is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Walk {
    /// The whole walk, as it was told.
    pub total: Ds,
    /// What remains of it.
    pub rest: Ds,
    /// Whether the shelter is closed by somebody who may say so.
    pub closed: bool,
    /// What is left until the danger comes, where that is known.
    pub left: Option<Ds>,
    /// The time from here to the best other shelter that is offered.
    pub other: Option<Ds>,
    /// What a place there costs more than a place in the one that is walked to, in the pack's prices:
    /// whoever was asked past a full shelter is not called back to it.
    pub dearer: Ds,
}

/// What to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Do {
    /// Go on.
    Keep,
    /// Go to the other one.
    Switch,
    /// What the hazard asks for where no shelter is in time.
    Late,
}

/// Why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// None other is nearer in time.
    SameIsBest,
    /// Half of the way is gone.
    PastHalfWay,
    /// It is less than 90 s.
    LastNinetySeconds,
    /// Another saves too little.
    NotMuchBetter,
    /// Another saves much.
    Better,
    /// It cannot be reached in time any more.
    NowLate,
    /// It was closed.
    Closed,
}

impl Do {
    /// The name in answers.
    pub const fn name(self) -> &'static str {
        match self {
            Do::Keep => "keep",
            Do::Switch => "switch",
            Do::Late => "late",
        }
    }
}

impl Because {
    /// The name in answers.
    pub const fn name(self) -> &'static str {
        match self {
            Because::SameIsBest => "same-is-best",
            Because::PastHalfWay => "past-half-way",
            Because::LastNinetySeconds => "last-90-seconds",
            Because::NotMuchBetter => "not-much-better",
            Because::Better => "better",
            Because::NowLate => "now-late",
            Because::Closed => "closed",
        }
    }
}

impl Walk {
    /// Decides. After half of the way and in the last 90 s only an official closing moves anybody; then
    /// it is judged anew from where the person stands. Never "wait at the door".
    pub fn decide(self) -> (Do, Because) {
        let in_time = |time: Ds| time.is_reachable() && self.left.is_none_or(|left| time <= left);
        let can_switch = self.other.is_some_and(in_time);
        if self.closed {
            return (if can_switch { Do::Switch } else { Do::Late }, Because::Closed);
        }
        if self.rest <= LAST {
            return (Do::Keep, Because::LastNinetySeconds);
        }
        if u64::from(self.rest.0) * 2 <= u64::from(self.total.0) {
            return (Do::Keep, Because::PastHalfWay);
        }
        if !in_time(self.rest) {
            return (if can_switch { Do::Switch } else { Do::Late }, Because::NowLate);
        }
        match self.other.map(|other| other.plus(self.dearer)).filter(|other| *other < self.rest) {
            None => (Do::Keep, Because::SameIsBest),
            Some(other) if self.rest.0 - other.0 >= WORTH.0.max(self.rest.0 / 5) => {
                (Do::Switch, Because::Better)
            }
            Some(_) => (Do::Keep, Because::NotMuchBetter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn time() -> impl Strategy<Value = Ds> {
        prop_oneof![4 => (0_u32..20_000).prop_map(Ds), 1 => Just(Ds::UNREACHABLE)]
    }

    proptest! {
        #[test]
        fn nobody_turns_late_but_from_a_closed_door(
            total in 0_u32..20_000, rest in time(), closed: bool,
            left in proptest::option::of(time()), other in proptest::option::of(time()), dearer in 0_u32..2_000,
        ) {
            let walk = Walk { total: Ds(total), rest, closed, left, other, dearer: Ds(dearer) };
            let (what, why) = walk.decide();
            let is_near_the_end = rest.0 <= 900 || u64::from(rest.0) * 2 <= u64::from(total);
            prop_assert_eq!(closed, why == Because::Closed);
            if closed {
                prop_assert_ne!(what, Do::Keep);
            } else if is_near_the_end {
                prop_assert_eq!(what, Do::Keep);
            }
            if what == Do::Switch {
                let other = other.unwrap();
                prop_assert!(other.is_reachable() && left.is_none_or(|left| other <= left));
                // To what is further only from what is closed or too late.
                prop_assert!(matches!(why, Because::Closed | Because::NowLate) || other < rest);
            }
            // Nobody is told that it is too late while the door stands open and can be reached.
            if what == Do::Late && !closed {
                prop_assert!(!rest.is_reachable() || left.is_some_and(|left| rest > left));
            }
        }
    }
}
