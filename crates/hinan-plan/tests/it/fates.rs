//! What becomes of one doorstep.

use hinan_model::{Ds, InTime, Inside};
use hinan_plan::{Doorstep, Fate, Ground};
use proptest::prelude::*;

/// A doorstep two minutes from a shelter, with ten minutes of warning.
pub const NEAR: Doorstep = Doorstep {
    people: 3,
    time: Ds(1200),
    budget: Ds(6000),
    start: Ds(300),
    inside: Inside::Unknown,
    inside_time: Ds(0),
    ground: Ground::Street,
    district: None,
};

pub fn doorsteps() -> impl Strategy<Value = Doorstep> {
    let time = prop_oneof![
        6 => (0_u32..20_000).prop_map(Ds),
        1 => Just(Ds::UNREACHABLE),
        1 => (0_u32..300_000).prop_map(Ds),
    ];
    let start = prop_oneof![8 => (0_u32..3_000).prop_map(Ds), 1 => Just(Ds::UNREACHABLE)];
    let inside = prop_oneof![1 => Just(Inside::Known), 4 => Just(Inside::Unknown), 2 => Just(Inside::None)];
    let ground = prop_oneof![
        6 => Just(Ground::Street),
        1 => Just(Ground::NoStreet),
        1 => Just(Ground::Forbidden),
        2 => Just(Ground::Edge),
    ];
    let people = prop_oneof![2 => Just(0_u32), 6 => 0_u32..50, 1 => Just(u32::MAX)];
    let own = (inside, 0_u32..10_000);
    (people, time, 0_u32..20_000, start, own, ground, proptest::option::of(0_u32..5)).prop_map(
        |(people, time, budget, start, (inside, own), ground, district)| Doorstep {
            people,
            time,
            budget: Ds(budget),
            start,
            inside,
            inside_time: Ds(own),
            ground,
            district,
        },
    )
}

#[test]
fn each_fate_has_its_case() {
    let fate = |change: &dyn Fn(&mut Doorstep)| {
        let mut doorstep = NEAR;
        change(&mut doorstep);
        doorstep.fate()
    };
    assert_eq!(fate(&|_| {}), Fate::Go);
    assert_eq!(fate(&|d| d.time = Ds(3900)), Fate::Go, "4200 is 0.7 of 6000");
    assert_eq!(fate(&|d| d.time = Ds(3901)), Fate::GoAtOnce);
    assert_eq!(fate(&|d| d.time = Ds(5101)), Fate::OnlyIfAlreadyOutside);
    assert_eq!(fate(&|d| d.time = Ds(5701)), Fate::Late);
    assert_eq!(fate(&|d| d.time = Ds::UNREACHABLE), Fate::OutOfReach);
    assert_eq!(fate(&|d| d.start = Ds::UNREACHABLE), Fate::OutOfReach, "wheels on the ninth floor");
    assert_eq!(fate(&|d| d.inside = Inside::Known), Fate::Inside);
    assert_eq!(fate(&|d| d.ground = Ground::NoStreet), Fate::NoStreet);
    assert_eq!(fate(&|d| d.ground = Ground::Forbidden), Fate::Forbidden);
}

#[test]
fn the_edge_hides_what_is_late_and_nothing_that_is_in_time() {
    let at_edge = |time| Doorstep { time: Ds(time), ground: Ground::Edge, ..NEAR }.fate();
    assert_eq!(at_edge(1200), Fate::Go);
    assert_eq!(at_edge(5100), Fate::GoAtOnce);
    assert_eq!(at_edge(5101), Fate::Unknown, "there may be a shelter in time beyond the edge");
    assert_eq!(at_edge(100_000), Fate::Unknown);
    assert_eq!(at_edge(Ds::UNREACHABLE.0), Fate::Unknown);
}

#[test]
fn the_own_shelter_needs_no_street_but_time() {
    let own = Doorstep { inside: Inside::Known, time: Ds::UNREACHABLE, ground: Ground::NoStreet, ..NEAR };
    assert_eq!(own.fate(), Fate::Inside);
    assert_eq!(own.total(), Ds(300));
    // No warning at all: half a minute is too long, and being at home does not help.
    assert_eq!(Doorstep { budget: Ds(0), ..own }.fate(), Fate::Late);
    assert_eq!(Doorstep { ground: Ground::Forbidden, ..own }.fate(), Fate::Forbidden);
    // Stairs and door of the own shelter take time as well: ten minutes down to the platform.
    let deep = Doorstep { inside_time: Ds(6000), ..own };
    assert_eq!(deep.total(), Ds(6300));
    assert_eq!(Doorstep { budget: Ds(1200), ..deep }.fate(), Fate::Late);
    // Where another shelter is sooner reached than the own one, that one counts.
    let walk = Doorstep { budget: Ds(1200), ground: Ground::Street, time: Ds(100), ..deep };
    assert_eq!((walk.total(), walk.fate()), (Ds(400), Fate::Go));
}

#[test]
fn names_in_files_are_those_of_the_types() {
    for fate in Fate::ALL {
        assert_eq!(serde_json::to_value(fate).unwrap(), fate.name());
    }
    assert!(Fate::ALL.is_sorted());
}

proptest! {
    /// Law 1: in time means in time, with the margin of rule 2, from the very door, and on ground
    /// that one may walk.
    #[test]
    fn in_time_is_never_promised_against_the_clock(doorstep in doorsteps()) {
        let fate = doorstep.fate();
        if fate.is_in_time() {
            prop_assert!(InTime::judge(doorstep.total(), doorstep.budget).may_go());
            prop_assert_ne!(doorstep.ground, Ground::Forbidden);
            let walks = fate != Fate::Inside;
            prop_assert!(!walks || doorstep.ground != Ground::NoStreet);
            prop_assert!(!walks || doorstep.time.is_reachable());
        }
        prop_assert_eq!(fate == Fate::Forbidden, doorstep.ground == Ground::Forbidden);
    }

    /// Nearer to the edge than to any shelter: never counted as late or out of reach, but for a
    /// building whose own shelter comes too late.
    #[test]
    fn the_edge_is_never_late(doorstep in doorsteps()) {
        let doorstep = Doorstep { ground: Ground::Edge, ..doorstep };
        if doorstep.inside != Inside::Known {
            let fate = doorstep.fate();
            prop_assert!(fate.is_in_time() || fate == Fate::Unknown, "{fate}");
        }
    }

    /// More time never makes a fate worse, and a longer way never better.
    #[test]
    fn fates_are_monotonous(doorstep in doorsteps(), more in 0_u32..10_000) {
        let fate = doorstep.fate();
        let later = Doorstep { budget: Ds(doorstep.budget.0 + more), ..doorstep };
        prop_assert!(later.fate() <= fate);
        let farther = Doorstep { time: doorstep.time.plus(Ds(more)), ..doorstep };
        prop_assert!(farther.fate() >= fate);
    }
}
