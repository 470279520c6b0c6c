//! Fewer corners, nobody lost.

use hinan_alert::outline::{Limit, OutlineError, crosses, polygons, simplify};
use hinan_alert::{Gazetteer, Ground, Points, Touch};
use hinan_cap::message::CapArea;
use hinan_model::{Area, Bounds, Place};

use crate::dice::Dice;
use crate::ground::{area, at, ring};

fn ground(polygons: &[Vec<Place>]) -> Ground {
    Ground::of([&CapArea { polygons: polygons.to_vec(), ..area(&[]) }], &Gazetteer::new())
}

/// A ring around a place, in and out like a coast.
fn coast(dice: &mut Dice, middle: [i64; 2], corners: usize, size: i64) -> Vec<Place> {
    let mut ring: Vec<Place> = (0..corners)
        .map(|corner| {
            let angle = corner as f64 / corners as f64 * std::f64::consts::TAU;
            let out = size as f64 * (0.3 + dice.below(700) as f64 / 1000.0);
            let lon = middle[1] + (out * angle.cos()) as i64;
            let lon = (lon + 1_800_000_000).rem_euclid(3_600_000_000) - 1_800_000_000;
            Place { lat_e7: (middle[0] + (out * angle.sin()) as i64) as i32, lon_e7: lon as i32 }
        })
        .collect();
    if dice.once_in(2) {
        ring.reverse();
    }
    ring.push(ring[0]);
    ring
}

#[track_caller]
fn loses_nobody(before: &[Vec<Place>], after: &[Vec<Place>], limit: Limit, dice: &mut Dice) {
    let points: usize = after.iter().map(Vec::len).sum();
    assert!(
        after.len() <= limit.polygons && points <= limit.points,
        "{} polygons, {points} points",
        after.len()
    );
    let (meant, sent) = (ground(before), ground(after));
    let corners: Vec<Place> = before.iter().flatten().copied().collect();
    for _ in 0..300 {
        let (a, b) = (*dice.pick(&corners), *dice.pick(&corners));
        let part = dice.below(1001) as u32;
        for place in [a, a.towards(b, part, 1000)] {
            if meant.at(place) == Touch::Inside {
                assert_eq!(sent.at(place), Touch::Inside, "{place} was lost");
            }
        }
    }
    let strays = after.iter().filter(|ring| crosses(ring)).count();
    assert_eq!(strays, 0, "a polygon that crosses itself");
}

#[test]
fn coasts_keep_everybody() {
    for seed in 0..400 {
        let mut dice = Dice::new(seed);
        let middle = *dice.pick(&[
            [0, 0],
            [590_000_000, 100_000_000],
            [-170_000_000, 1_799_999_000],
            [880_000_000, -5],
        ]);
        // Down to a few centimetres, where rounding matters most.
        let size = *dice.pick(&[30, 2_000, 1_000_000, 100_000_000]);
        let before: Vec<Vec<Place>> = (0..1 + dice.below(6))
            .map(|number| {
                let off = [middle[0] - number as i64 * size, middle[1] + number as i64 * size / 2];
                let corners = 4 + dice.below(200);
                coast(&mut dice, off, corners, size)
            })
            .collect();
        let limit = Limit { polygons: 1 + dice.below(6), points: 5 + dice.below(60) };
        let before: Vec<_> = before
            .into_iter()
            .filter(|ring| {
                ground(std::slice::from_ref(ring)).doubts().iter().all(|d| d.fault.code() != "no-ground")
            })
            .collect();
        if before.is_empty() {
            continue;
        }
        let after = simplify(&before, limit).unwrap();
        loses_nobody(&before, &after, limit, &mut dice);
        assert_eq!(after, simplify(&before, limit).unwrap(), "the same input, the same bytes");
    }
}

#[test]
fn tangles_keep_everybody() {
    for seed in 0..400 {
        let mut dice = Dice::new(seed ^ 0x7A);
        let corners: Vec<Place> = (0..40)
            .map(|_| Place { lat_e7: dice.between(-50, 50) as i32, lon_e7: dice.between(-50, 50) as i32 })
            .collect();
        let before: Vec<Vec<Place>> = (0..1 + dice.below(3))
            .map(|_| {
                let mut ring: Vec<Place> = (0..4 + dice.below(12)).map(|_| *dice.pick(&corners)).collect();
                ring.push(ring[0]);
                ring
            })
            .collect();
        let limit = Limit { polygons: 2, points: 10 };
        match simplify(&before, limit) {
            Ok(after) if after == before => {}
            Ok(after) => loses_nobody(&before, &after, limit, &mut dice),
            Err(error) => assert!(matches!(error, OutlineError::NoGround(_)), "{error}"),
        }
    }
}

#[test]
fn what_fits_is_left_alone_and_what_cannot_is_refused() {
    let square = vec![ring("0,0 0,1 1,1 1,0 0,0")];
    assert_eq!(simplify(&square, Limit::WMO).unwrap(), square);
    let limit = Limit { polygons: 1, points: 4 };
    assert_eq!(simplify(&square, limit), Err(OutlineError::LimitTooSmall { polygons: 1, points: 4 }));
    let pole = vec![ring("70,0 70,90 70,180 70,-90 70,0 70,0")];
    assert_eq!(simplify(&pole, Limit { polygons: 1, points: 5 }), Err(OutlineError::TooWide(1)));
    let flat = vec![ring("0,0 1,1 2,2 3,3 4,4 0,0")];
    assert_eq!(simplify(&flat, Limit { polygons: 1, points: 5 }), Err(OutlineError::NoGround(1)));
    let far = vec![ring("0,-80 0,-79 1,-79 0,-80"), ring("0,0 0,1 1,1 0,0"), ring("0,100 0,101 1,101 0,100")];
    assert_eq!(simplify(&far, Limit { polygons: 1, points: 100 }), Err(OutlineError::TooFarApart));
}

#[test]
fn an_l_keeps_its_notch() {
    // Round corners are given up before the notch is filled.
    let mut outline: Vec<Place> = (0..50)
        .map(|step| {
            let angle = f64::from(step) / 50.0 * std::f64::consts::FRAC_PI_2;
            at(10.0 - 1.0 + angle.cos(), 1.0 - angle.sin())
        })
        .rev()
        .collect();
    outline.extend(ring("10,4 4,4 4,10 0,10 0,0"));
    outline.push(outline[0]);
    let after = simplify(&[outline], Limit { polygons: 1, points: 8 }).unwrap();
    let sent = ground(&after);
    assert_eq!(sent.at(at(8.0, 8.0)), Touch::Outside);
    assert_eq!(sent.at(at(2.0, 2.0)), Touch::Inside);
}

#[test]
fn fifty_thousand_corners_take_no_time() {
    let mut dice = Dice::new(7);
    let before = vec![coast(&mut dice, [600_000_000, 250_000_000], 50_000, 10_000_000)];
    let after = simplify(&before, Limit::UNITED_KINGDOM).unwrap();
    loses_nobody(&before, &after, Limit::UNITED_KINGDOM, &mut dice);
    // The spill: who is told though not meant.
    let places: Vec<Place> = (0..20_000)
        .map(|_| Place {
            lat_e7: dice.between(590_000_000, 610_000_000) as i32,
            lon_e7: dice.between(240_000_000, 260_000_000) as i32,
        })
        .collect();
    let spill = Points::new(&places).spill(&ground(&before), &ground(&after), &vec![2000; places.len()]);
    assert_eq!(spill.lost.places, 0);
    assert!(spill.added.places > 0 && spill.added.places < spill.inside.places, "{spill:?}");
    assert_eq!(spill.inside.weight, spill.inside.places * 2000);
}

#[test]
fn an_area_with_a_hole_cannot_be_said() {
    let outer = Bounds { min: at(0.0, 0.0), max: at(10.0, 10.0) };
    let inner = Bounds { min: at(4.0, 4.0), max: at(6.0, 6.0) };
    let rings = [Area::of_box(inner).rings, Area::of_box(outer).rings].concat();
    let error = polygons(&Area { rings }).unwrap_err();
    assert_eq!((error.inner, error.outer), (1, 2));
    assert!(error.to_string().contains("CAP has no holes"));
    let apart = Area {
        rings: [
            Area::of_box(inner).rings,
            Area::of_box(Bounds { min: at(20.0, 0.0), max: at(21.0, 1.0) }).rings,
        ]
        .concat(),
    };
    assert_eq!(polygons(&apart).unwrap().len(), 2);
    assert!(polygons(&apart).unwrap().iter().all(|ring| ring.first() == ring.last()));
}
