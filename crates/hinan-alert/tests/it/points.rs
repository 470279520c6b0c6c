//! Many places at once: the same answers as one by one.

use hinan_alert::{Count, Gazetteer, Ground, Meaning, Points, Runs, Touch};
use hinan_cap::message::{CapArea, Circle, Pair};
use hinan_model::{Area, Place};

use crate::dice::Dice;
use crate::ground::{area, of_polygons};

/// Places all over a part of the Earth, some of them twice, some on whole degrees.
fn places(dice: &mut Dice, count: usize, middle: [i64; 2], reach: i64) -> Vec<Place> {
    (0..count)
        .map(|_| {
            let step = if dice.once_in(3) { 1_000_000 } else { 1 };
            let near = |dice: &mut Dice, middle: i64| (middle + dice.between(-reach, reach)) / step * step;
            let (lat, lon) = (near(dice, middle[0]), near(dice, middle[1]));
            let lon = (lon + 1_800_000_000).rem_euclid(3_600_000_000) - 1_800_000_000;
            Place { lat_e7: lat.clamp(-900_000_000, 900_000_000) as i32, lon_e7: lon as i32 }
        })
        .collect()
}

/// A ring of any corners, so that it crosses itself, lies on places, and turns back.
fn any_ring(dice: &mut Dice, places: &[Place]) -> Vec<Place> {
    let mut ring: Vec<Place> = (0..3 + dice.below(12)).map(|_| *dice.pick(places)).collect();
    ring.push(ring[0]);
    ring
}

fn any_ground(dice: &mut Dice, places: &[Place]) -> Ground {
    let polygons = (0..dice.below(4)).map(|_| any_ring(dice, places)).collect();
    let circles = (0..dice.below(3))
        .map(|_| Circle { middle: *dice.pick(places), radius_mm: 1 << dice.below(36) })
        .collect();
    let mut names = Gazetteer::new();
    let rings = (0..1 + dice.below(3)).map(|_| any_ring(dice, places)).collect();
    if let Some(area) = Area::new(rings) {
        names.insert("zone", "1", Meaning::Ground(area));
    }
    let geocodes =
        if dice.once_in(2) { vec![Pair { name: "zone".to_owned(), value: "1".to_owned() }] } else { vec![] };
    Ground::of([&CapArea { polygons, circles, geocodes, ..area(&[]) }], &names)
}

#[track_caller]
fn agrees(points: &Points, places: &[Place], ground: &Ground, seed: u64) {
    let numbers = |runs: &Runs| {
        let mut numbers: Vec<u32> = points.numbers(runs).collect();
        numbers.sort_unstable();
        numbers
    };
    let by_one = |touch: Touch| -> Vec<u32> {
        (0..).zip(places).filter(|(_, place)| ground.at(**place) == touch).map(|(number, _)| number).collect()
    };
    let (found, expected) = (numbers(&points.inside(ground)), by_one(Touch::Inside));
    let wrong: Vec<Place> = found
        .iter()
        .chain(&expected)
        .filter(|n| found.contains(n) != expected.contains(n))
        .map(|n| places[*n as usize])
        .collect();
    assert!(wrong.is_empty(), "seed {seed}: {wrong:?} of {ground:?}");
    assert_eq!(numbers(&points.may_be(ground)), by_one(Touch::MayBeYou), "seed {seed}");
}

#[test]
fn a_million_places_at_once_are_told_as_one_by_one() {
    for seed in 0..600 {
        let mut dice = Dice::new(seed);
        let middle = *dice.pick(&[
            [0, 0],
            [600_000_000, 1_795_000_000],
            [895_000_000, 0],
            [-897_000_000, -900_000_000],
        ]);
        let reach = *dice.pick(&[20, 3_000, 10_000_000, 1_700_000_000]);
        let count = dice.below(900);
        let places = places(&mut dice, count + 20, middle, reach);
        let points = Points::new(&places);
        for _ in 0..4 {
            let ground = any_ground(&mut dice, &places);
            agrees(&points, &places, &ground, seed);
        }
    }
}

#[test]
fn a_box_is_a_few_runs_and_weights_add_up() {
    let places: Vec<Place> =
        (0..10_000).map(|n| Place { lat_e7: n / 100 * 100_000, lon_e7: n % 100 * 100_000 }).collect();
    let points = Points::new(&places);
    let ground = of_polygons(&["0.2,0.2 0.2,0.4 0.4,0.4 0.4,0.2 0.2,0.2"]);
    let inside = points.inside(&ground);
    assert_eq!(inside.len(), 21 * 21);
    let weights: Vec<u64> = (0..10_000).map(|n| n % 7).collect();
    let expected = (0..10_000).filter(|n| (20..=40).contains(&(n / 100)) && (20..=40).contains(&(n % 100)));
    let weight = expected.map(|n| n % 7).sum();
    assert_eq!(points.count(&inside, &weights), Count { places: 21 * 21, weight });
    assert_eq!(points.count(&inside, &[]), Count { places: 21 * 21, weight: 0 });
}

#[test]
fn no_places_and_one() {
    let ground = of_polygons(&["0,0 0,1 1,1 0,0"]);
    assert!(Points::new(&[]).inside(&ground).is_empty());
    let one = Points::new(&[Place { lat_e7: 0, lon_e7: 0 }]);
    assert_eq!(one.inside(&ground).len(), 1);
}

#[test]
fn runs_are_taken_from_runs() {
    let runs = |ranges: &[std::ops::Range<u32>]| Runs::from(ranges.to_vec());
    let all = runs(&[0..5, 3..9, 20..30, 9..10]);
    assert_eq!(all.ranges(), [0..10, 20..30]);
    assert_eq!(all.without(&runs(&[2..3, 8..22, 29..40])).ranges(), [0..2, 3..8, 22..29]);
    assert_eq!(all.without(&runs(&[])), all);
    assert!(all.without(&runs(&[0..20, 20..30])).is_empty());
}
