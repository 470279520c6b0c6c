//! A position orders and explains, and never hides.

use hinan_alert::near::{Fix, Implausible, Whereabouts, Why, touches};
use hinan_model::Bounds;

use crate::ground::{at, of_polygons};

const NOW: i64 = 1_700_000_000;

fn fix(lat: f64, lon: f64) -> Option<Fix> {
    Some(Fix { place: at(lat, lon), accuracy_mm: 10_000, made: NOW - 5 })
}

fn city() -> Whereabouts {
    let pack = Some(Bounds { min: at(-1.0, -1.0), max: at(2.0, 2.0) });
    Whereabouts { fix: fix(0.5, 0.5), pack, ..Whereabouts::default() }
}

#[test]
fn the_nearest_reason_is_told() {
    let ground = of_polygons(&["0,0 0,1 1,1 1,0 0,0"]);
    let why = |whereabouts: &Whereabouts| touches(&ground, whereabouts, NOW);
    assert_eq!(why(&city()), Why::Here);
    // 300 m and the accuracy beyond the line: 310 m, which is 0.00280 degrees of latitude.
    assert_eq!(why(&Whereabouts { fix: fix(1.0027, 0.5), ..city() }), Why::Here);
    let away = Whereabouts { fix: fix(1.5, 1.5), ..city() };
    assert_eq!(why(&away), Why::Elsewhere);
    assert!(!Why::Elsewhere.concerns());
    let inside = Some(at(0.2, 0.2));
    assert_eq!(
        why(&Whereabouts { remembered: vec![at(1.7, 1.7), at(0.2, 0.2)], ..away.clone() }),
        Why::AtRemembered(1)
    );
    assert_eq!(why(&Whereabouts { poster: inside, ..away.clone() }), Why::AtPoster);
    assert_eq!(why(&Whereabouts { start: inside, poster: inside, ..away }), Why::AtStart);
    let order = [
        Why::Here,
        Why::AtStart,
        Why::AtPoster,
        Why::AtRemembered(0),
        Why::WhereAreYou(Implausible::None),
        Why::MayBeYou,
        Why::Elsewhere,
    ];
    assert!(order.windows(2).all(|pair| pair[0].order() < pair[1].order()));
}

#[test]
fn without_a_fix_that_can_be_believed_the_alert_is_shown() {
    let ground = of_polygons(&["0,0 0,1 1,1 1,0 0,0"]);
    let away = fix(1.5, 1.5).unwrap();
    let faults = [
        (None, None, Implausible::None),
        (Some(Fix { made: NOW - 301, ..away }), None, Implausible::Stale),
        (Some(Fix { made: NOW + 301, ..away }), None, Implausible::Stale),
        (fix(30.0, 30.0), None, Implausible::OutsidePack),
        (Some(Fix { accuracy_mm: 60_000_000, ..away }), None, Implausible::Vague),
        (
            Some(away),
            Some(Fix { place: at(0.5, 0.5), made: NOW - 60, accuracy_mm: 5_000 }),
            Implausible::Jump,
        ),
    ];
    for (fix, before, reason) in faults {
        let why = touches(&ground, &Whereabouts { fix, before, ..city() }, NOW);
        assert_eq!(why, Why::WhereAreYou(reason));
        assert!(why.concerns());
    }
}

#[test]
fn a_place_that_is_not_known_may_be_you() {
    let broken = of_polygons(&["0,0 1,1 0,0"]);
    assert_eq!(touches(&broken, &Whereabouts { fix: fix(1.5, 1.5), ..city() }, NOW), Why::MayBeYou);
    let fiji = of_polygons(&["-0.5,177 -0.5,-178 1,-178 1,177 -0.5,177"]);
    assert_eq!(touches(&fiji, &city(), NOW), Why::MayBeYou);
}
