//! The clock of one person: how much time is left, how much is needed, and what that comes to
//! (`safety.md`, rule 2).

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::hazard::Hazard;
use crate::time::Ds;
use crate::walker::Walker;

/// Stairs of one storey along their slope, with a landing, in mm: 3 m of height at 32 degrees and
/// 1.5 m of landing.
const STOREY_MM: u64 = 7_000;

/// Where a person is when the alert comes, and how long it takes until the first step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Floors above the way out; below it where negative. Lifts do not count.
    pub floor: i8,
    /// Time until the first step: to understand, to dress, to fetch a child.
    pub delay: Ds,
}

impl Origin {
    /// What is assumed where nobody says otherwise: at the way out, half a minute until the first
    /// step. Judgement; tune it by drills.
    pub const DEFAULT: Origin = Origin { floor: 0, delay: Ds(300) };

    /// Somebody who is already walking outside.
    pub const OUTSIDE: Origin = Origin { floor: 0, delay: Ds::ZERO };

    /// The time until `walker` is at the way out: the delay and the own stairs.
    /// [`Ds::UNREACHABLE`] where there are stairs that this walker cannot use.
    pub fn time(self, walker: &Walker) -> Ds {
        let pace = if self.floor > 0 { walker.stairs_down_ms_per_m } else { walker.stairs_up_ms_per_m };
        let floors = u64::from(self.floor.unsigned_abs());
        let stairs = match (floors, pace) {
            (0, _) => Ds::ZERO,
            (_, 0) => Ds::UNREACHABLE,
            // mm x ms/m = µs; 100,000 of them are a tenth of a second.
            (_, pace) => Ds((floors * STOREY_MM * u64::from(pace)).div_ceil(100_000) as u32),
        };
        self.delay.plus(stairs)
    }
}

impl Default for Origin {
    fn default() -> Self {
        Origin::DEFAULT
    }
}

/// What a plan comes to in the time that is left. Time is lost on the way and at the door, so only
/// a plan that needs at most seven tenths of what is left is told without a word of haste.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InTime {
    /// At most 0.7 of what is left.
    Go,
    /// At most 0.9.
    GoAtOnce,
    /// All of it.
    OnlyIfAlreadyOutside,
    /// More than there is.
    Late,
}

impl InTime {
    /// How `total` (start, floors, walk, entrance, queue) compares with what is left.
    pub fn judge(total: Ds, left: Ds) -> InTime {
        if !total.is_reachable() {
            return InTime::Late;
        }
        let (total, left) = (u64::from(total.0) * 10, u64::from(left.0));
        match () {
            () if total <= left * 7 => InTime::Go,
            () if total <= left * 9 => InTime::GoAtOnce,
            () if total <= left * 10 => InTime::OnlyIfAlreadyOutside,
            () => InTime::Late,
        }
    }

    /// Whether somebody who is not yet outside may be sent.
    pub const fn may_go(self) -> bool {
        matches!(self, InTime::Go | InTime::GoAtOnce)
    }

    /// The name in files: `go`, `go-at-once`, `only-if-already-outside`, `late`.
    pub const fn name(self) -> &'static str {
        match self {
            InTime::Go => "go",
            InTime::GoAtOnce => "go-at-once",
            InTime::OnlyIfAlreadyOutside => "only-if-already-outside",
            InTime::Late => "late",
        }
    }
}

impl fmt::Display for InTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What is left until the impact, all in whole seconds of one clock: until `impact_at` where it was
/// signed, else until `issued` + `budget`. It never starts anew: opening a page later leaves less.
pub fn left(impact_at: Option<u64>, issued: u64, budget: Ds, now: u64) -> Ds {
    let impact = impact_at
        .map_or(issued.saturating_mul(10).saturating_add(u64::from(budget.0)), |at| at.saturating_mul(10));
    let left = impact.saturating_sub(now.saturating_mul(10));
    // An alert from the future of this clock leaves no more than its whole budget.
    let most = if impact_at.is_some() { u64::from(Ds::MAX_INPUT.0) } else { u64::from(budget.0) };
    Ds(left.min(most) as u32)
}

/// Where a budget comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BudgetFrom {
    /// The person asked with a time of their own.
    Asked,
    /// The zone that the place lies in.
    Zone,
    /// No zone holds the place: the least of its neighbours' times.
    Neighbour,
    /// The city has set it for this hazard.
    City,
    /// What hinan assumes for this hazard.
    Assumed,
}

impl Hazard {
    /// The time between warning and impact that is assumed where neither a zone nor the city nor the
    /// person says otherwise. Judgement, on the short side: 2 minutes is what planners in Kharkiv
    /// count with for ballistic missiles (Galkin et al. 2025); 10 minutes for the wave of a near
    /// earthquake (the reach formula of Japanese prefectures); 10 to 15 minutes to be inside
    /// before fallout; a fire front, a debris flow and rising water leave more, but roads less.
    /// An earthquake gives no time to walk: this is the time to be off the street after it.
    pub const fn assumed_budget(self) -> Ds {
        let minutes = match self {
            Hazard::AirRaid => 2,
            Hazard::Chemical => 5,
            Hazard::Tsunami | Hazard::Landslide | Hazard::Radiological => 10,
            Hazard::Earthquake | Hazard::Fire => 15,
            Hazard::Flood | Hazard::StormSurge | Hazard::Volcano => 30,
        };
        Ds(minutes * 600)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::walker::{Kind, Light};
    use proptest::prelude::*;

    #[test]
    fn the_clock_is_never_flattered() {
        let judge = |total, left| InTime::judge(Ds(total), Ds(left));
        assert_eq!(judge(700, 1000), InTime::Go);
        assert_eq!(judge(701, 1000), InTime::GoAtOnce);
        assert_eq!(judge(900, 1000), InTime::GoAtOnce);
        assert_eq!(judge(901, 1000), InTime::OnlyIfAlreadyOutside);
        assert_eq!(judge(1000, 1000), InTime::OnlyIfAlreadyOutside);
        assert_eq!(judge(1001, 1000), InTime::Late);
        assert_eq!(judge(0, 0), InTime::Go);
        assert_eq!(InTime::judge(Ds::UNREACHABLE, Ds(u32::MAX)), InTime::Late);
    }

    #[test]
    fn floors_cost_time_and_wheels_do_not_take_stairs() {
        let older = Walker::new(Kind::Older, Light::Day);
        let wheels = Walker::new(Kind::Wheelchair, Light::Day);
        let ninth = Origin { floor: 9, delay: Ds(300) };
        // 9 x 7 m x 2.5 s/m = 157.5 s.
        assert_eq!(ninth.time(&older), Ds(300 + 1575));
        assert!(Origin { floor: -1, ..ninth }.time(&older) > ninth.delay);
        assert_eq!(ninth.time(&wheels), Ds::UNREACHABLE);
        assert_eq!(Origin::DEFAULT.time(&wheels), Ds(300));
    }

    proptest! {
        /// Opening a page later never leaves more time, and no clock that runs wrong gives more
        /// than the whole budget.
        #[test]
        fn time_only_runs_out(
            impact in proptest::option::of(0_u64..10_000),
            issued in 0_u64..10_000,
            budget in 0_u32..100_000,
            now in 0_u64..20_000,
            later in 0_u64..20_000,
        ) {
            let budget = Ds(budget);
            let first = left(impact, issued, budget, now);
            prop_assert!(left(impact, issued, budget, now + later) <= first);
            if impact.is_none() {
                prop_assert!(first <= budget);
                prop_assert_eq!(left(None, issued, budget, issued), budget);
            }
        }

        /// The longer it takes, or the less is left, the sterner the answer.
        #[test]
        fn answers_are_monotonous(total in 0_u32..1_000_000, more in 0_u32..1_000_000, left in 0_u32..1_000_000) {
            let answer = InTime::judge(Ds(total), Ds(left));
            prop_assert!(InTime::judge(Ds(total + more), Ds(left)) >= answer);
            prop_assert!(InTime::judge(Ds(total), Ds(left + more)) <= answer);
            // A margin is always kept for those who are told to go.
            if answer.may_go() {
                prop_assert!(u64::from(total) * 10 <= u64::from(left) * 9);
            }
        }
    }
}
