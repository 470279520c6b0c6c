//! Sums of people.

use hinan_model::{Ds, Inside};
use hinan_plan::coverage::{BAND, BANDS, MOST_STEPS, STEP};
use hinan_plan::{Counted, Coverage, Doorstep, Fate, Tally, difference};
use proptest::prelude::*;

use crate::fates::{NEAR, doorsteps};

/// Sums up tallies.
fn sum(coverage: &Coverage, number: impl Fn(&Tally) -> u64) -> u64 {
    coverage.districts.iter().chain([&coverage.outside]).map(number).sum()
}

/// All times of those who reach anything, once a head, sorted.
fn times_by_head(doorsteps: &[Doorstep]) -> Vec<Ds> {
    let mut times: Vec<Ds> = doorsteps
        .iter()
        .filter(|d| d.fate().has_time())
        .flat_map(|d| core::iter::repeat_n(d.total(), d.people as usize))
        .collect();
    times.sort_unstable();
    times
}

proptest! {
    /// Nobody is lost and nobody is counted twice.
    #[test]
    fn sums_always_equal_the_total(doorsteps in proptest::collection::vec(doorsteps(), 0..40)) {
        let coverage = Coverage::of(&doorsteps, 4);
        let people: u64 = doorsteps.iter().map(|d| u64::from(d.people)).sum();
        let expected = match coverage.counted {
            Counted::People => people,
            Counted::Doorsteps => doorsteps.len() as u64,
        };
        prop_assert_eq!(coverage.counted == Counted::Doorsteps, people == 0);
        prop_assert_eq!(coverage.all.total(), expected);
        prop_assert_eq!(sum(&coverage, Tally::total), expected);
        prop_assert_eq!(coverage.all.bands.iter().sum::<u64>(), expected);
        prop_assert_eq!(coverage.all.doorsteps.0.iter().sum::<u64>(), doorsteps.len() as u64);
        for fate in Fate::ALL {
            prop_assert_eq!(coverage.all.people[fate], sum(&coverage, |tally| tally.people[fate]));
            prop_assert_eq!(coverage.all.doorsteps[fate], sum(&coverage, |tally| tally.doorsteps[fate]));
        }
        for tally in coverage.districts.iter().chain([&coverage.outside, &coverage.all]) {
            prop_assert_eq!(tally.bands[..BANDS - 1].iter().sum::<u64>(), tally.with_time());
        }
        prop_assert_eq!(coverage.districts.len(), 4);
    }

    /// Median, worst, bands and curve are those of the plain list of times.
    #[test]
    fn distributions_are_exact(doorsteps in proptest::collection::vec(doorsteps(), 1..30)) {
        let mut doorsteps = doorsteps;
        for doorstep in &mut doorsteps {
            doorstep.people %= 50;
        }
        doorsteps[0].people = 1;
        let coverage = Coverage::of(&doorsteps, 4);
        let times = times_by_head(&doorsteps);
        prop_assert_eq!(coverage.all.worst_ds, times.last().copied());
        prop_assert_eq!(coverage.all.median_ds, times.get(times.len().saturating_sub(1) / 2).copied());
        let upto = |ds: u32| times.partition_point(|time| time.0 <= ds) as u64;
        for (step, people) in (0..).zip(&coverage.curve) {
            prop_assert_eq!(*people, upto(step * STEP.0));
        }
        prop_assert!(coverage.curve.len() <= MOST_STEPS + 1);
        if times.last().is_some_and(|worst| worst.0 <= STEP.0 * MOST_STEPS as u32) {
            prop_assert_eq!(coverage.curve.last().copied(), Some(times.len() as u64));
        }
        let mut so_far = 0;
        for (band, people) in (1..).zip(&coverage.all.bands[..BANDS - 2]) {
            so_far += people;
            prop_assert_eq!(so_far, upto(band * BAND.0));
        }
    }

    #[test]
    fn order_does_not_matter(doorsteps in proptest::collection::vec(doorsteps(), 0..30)) {
        let mut turned = doorsteps.clone();
        turned.reverse();
        prop_assert_eq!(Coverage::of(&doorsteps, 3), Coverage::of(&turned, 3));
    }

    /// The second is the first and the difference.
    #[test]
    fn differences_are_exact(
        a in proptest::collection::vec(doorsteps(), 0..20),
        b in proptest::collection::vec(doorsteps(), 0..20),
    ) {
        let (a, b) = (Coverage::of(&a, 3), Coverage::of(&b, 3));
        let change = difference(&a, &b);
        prop_assert_eq!(a.all.total().checked_add_signed(change.all.total), Some(b.all.total()));
        prop_assert_eq!(a.all.in_time().checked_add_signed(change.all.in_time), Some(b.all.in_time()));
        for fate in Fate::ALL {
            let back = a.all.people[fate].checked_add_signed(change.all.people[fate]);
            prop_assert_eq!(back, Some(b.all.people[fate]));
        }
        prop_assert_eq!(change.all.people.0.iter().sum::<i64>(), change.all.total);
        prop_assert_eq!(change.all.bands.iter().sum::<i64>(), change.all.total);
        prop_assert_eq!(change.districts.len(), 3);
        prop_assert_eq!(difference(&a, &a).all, hinan_plan::Change {
            median_ds: a.all.median_ds.map(|_| 0),
            worst_ds: a.all.worst_ds.map(|_| 0),
            ..Default::default()
        });
        let last = change.curve.last().copied().unwrap_or(0);
        let end = |coverage: &Coverage| coverage.curve.last().copied().unwrap_or(0);
        prop_assert_eq!(end(&a).checked_add_signed(last), Some(end(&b)));
    }
}

#[test]
fn without_people_doorsteps_count_and_it_is_said() {
    let coverage = Coverage::of(&[Doorstep { people: 0, ..NEAR }; 5], 0);
    assert_eq!((coverage.counted, coverage.all.total()), (Counted::Doorsteps, 5));
    let coverage = Coverage::of(&[Doorstep { people: 0, ..NEAR }, NEAR], 0);
    assert_eq!((coverage.counted, coverage.all.total()), (Counted::People, 3));
    assert_eq!(coverage.all.doorsteps[Fate::Go], 2);
}

#[test]
fn three_minutes_are_within_three_minutes() {
    let band = |total: u32| {
        let doorstep = Doorstep { inside: Inside::None, start: Ds(0), time: Ds(total), ..NEAR };
        Coverage::of(&[doorstep], 0).all.bands.iter().position(|people| *people > 0).unwrap()
    };
    assert_eq!([band(0), band(1800), band(1801), band(14_400), band(14_401)], [0, 0, 1, 7, 8]);
    assert_eq!(band(Ds::UNREACHABLE.0), 9);
}

#[test]
fn what_the_command_prints_has_stable_names() {
    let coverage = Coverage::of(&[Doorstep { district: Some(0), ..NEAR }, NEAR], 1);
    let json = serde_json::to_value(&coverage).unwrap();
    assert_eq!(json["counted"], "people");
    assert_eq!(json["all"]["people"]["go"], 6);
    assert_eq!(json["districts"][0]["people"]["only-if-already-outside"], 0);
    assert_eq!(json["outside"]["median_ds"], 1500);
    let json = serde_json::to_value(difference(&coverage, &coverage)).unwrap();
    assert_eq!(json["all"]["people"]["out-of-reach"], 0);
}
