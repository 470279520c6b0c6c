//! Which places a ground holds.

use hinan_alert::{Fault, Gazetteer, Ground, Meaning, Touch};
use hinan_cap::message::{CapArea, Circle, Pair};
use hinan_model::{Area, Bounds, Place};

pub fn at(lat: f64, lon: f64) -> Place {
    Place::from_degrees(lat, lon).unwrap()
}

/// `lat,lon lat,lon ...` as CAP writes it.
pub fn ring(text: &str) -> Vec<Place> {
    text.split_whitespace().map(|place| place.parse().unwrap()).collect()
}

pub fn area(polygons: &[&str]) -> CapArea {
    CapArea {
        description: "somewhere".to_owned(),
        polygons: polygons.iter().map(|text| ring(text)).collect(),
        circles: Vec::new(),
        geocodes: Vec::new(),
        altitude_milli_ft: None,
        ceiling_milli_ft: None,
    }
}

pub fn of_polygons(polygons: &[&str]) -> Ground {
    Ground::of([&area(polygons)], &Gazetteer::new())
}

fn of_circle(lat: f64, lon: f64, radius_mm: u64) -> Ground {
    let circles = vec![Circle { middle: at(lat, lon), radius_mm }];
    Ground::of([&CapArea { circles, ..area(&[]) }], &Gazetteer::new())
}

fn codes(ground: &Ground) -> Vec<&'static str> {
    ground.doubts().iter().map(|doubt| doubt.fault.code()).collect()
}

#[track_caller]
fn check(ground: &Ground, inside: &[(f64, f64)], outside: &[(f64, f64)]) {
    for &(lat, lon) in inside {
        assert_eq!(ground.at(at(lat, lon)), Touch::Inside, "{lat},{lon}");
    }
    for &(lat, lon) in outside {
        assert_eq!(ground.at(at(lat, lon)), Touch::Outside, "{lat},{lon}");
    }
}

#[test]
fn a_polygon_holds_its_line() {
    let ground = of_polygons(&["10,10 10,20 20,20 20,10 10,10", "30,30 30,40 40,40 30,30"]);
    check(
        &ground,
        &[(10.0, 10.0), (10.0, 15.0), (15.0, 20.0), (15.0, 15.0), (35.0, 36.0), (35.0, 35.0)],
        &[(9.9999999, 15.0), (15.0, 20.0000001), (25.0, 25.0), (35.0, 34.9999999)],
    );
    assert!(codes(&ground).is_empty());
}

#[test]
fn a_ring_drawn_twice_over_is_no_hole() {
    // A figure of eight holds both loops; a ring that goes around twice holds the middle.
    check(&of_polygons(&["0,0 10,10 10,0 0,10 0,0"]), &[(2.0, 5.0), (8.0, 5.0)], &[(5.0, 1.0), (5.0, 9.0)]);
    let twice = "0,0 0,10 10,10 10,0 2,0 2,8 8,8 8,2 0,2 0,0";
    check(&of_polygons(&[twice]), &[(5.0, 5.0), (1.0, 5.0)], &[(11.0, 5.0)]);
    // A hole that is cut in by a slit stays one: it is the outline itself that leaves it out.
    let slit = "0,0 0,10 10,10 10,0 0,0 3,3 7,3 7,7 3,7 3,3 0,0";
    check(&of_polygons(&[slit]), &[(1.0, 5.0), (2.0, 2.0)], &[(5.0, 5.0)]);
}

#[test]
fn a_polygon_within_another_is_told_and_held() {
    let ground = of_polygons(&["0,0 0,10 10,10 10,0 0,0", "3,3 7,3 7,7 3,7 3,3"]);
    check(&ground, &[(5.0, 5.0), (1.0, 1.0)], &[(11.0, 5.0)]);
    assert_eq!(ground.doubts()[0].fault, Fault::Hole(2, 1));
    assert!(!ground.is_open());
}

#[test]
fn the_antimeridian_is_no_wall() {
    let fiji = of_polygons(&["-20,177 -20,-178 -15,-178 -15,177 -20,177"]);
    for (lat, lon) in [(-17.0, 178.0), (-17.0, 180.0), (-17.0, -180.0), (-17.0, -179.0), (-20.0, -178.0)] {
        assert_eq!(fiji.at(at(lat, lon)), Touch::Inside, "{lat},{lon}");
    }
    assert_eq!(fiji.at(at(-10.0, 0.0)), Touch::Outside);
    // The other reading goes around the Earth; whoever lives there is not told "no".
    assert_eq!(codes(&fiji), ["long-way"]);
    assert_eq!(fiji.at(at(-17.0, 0.0)), Touch::MayBeYou);
    // Written on beyond the line in two pieces it is no matter.
    let pieces = of_polygons(&[
        "-20,177 -20,180 -15,180 -15,177 -20,177",
        "-20,-180 -20,-178 -15,-178 -15,-180 -20,-180",
    ]);
    check(
        &pieces,
        &[(-17.0, 178.0), (-17.0, 180.0), (-17.0, -180.0), (-17.0, -179.0)],
        &[(-17.0, 0.0), (-17.0, -177.0)],
    );
    // A box around the whole Earth, drawn with four corners, has no short reading.
    check(
        &of_polygons(&["60,-180 60,180 70,180 70,-180 60,-180"]),
        &[(65.0, 0.0), (65.0, 180.0)],
        &[(50.0, 0.0)],
    );
}

#[test]
fn a_ring_around_a_pole_holds_it() {
    let north = of_polygons(&["70,0 70,90 70,180 70,-90 70,0"]);
    check(
        &north,
        &[(90.0, 12.0), (80.0, -45.0), (70.0, 45.0), (75.0, 179.0), (75.0, -180.0)],
        &[(69.0, 45.0), (-80.0, 0.0)],
    );
    let south = of_polygons(&["-70,0 -70,-120 -70,120 -70,0"]);
    check(&south, &[(-90.0, 0.0), (-80.0, 170.0)], &[(-69.0, 0.0), (80.0, 0.0)]);
    let written_out = of_polygons(&["60,-180 60,-60 60,60 60,180 90,180 90,-180 60,-180"]);
    assert_eq!(written_out.at(at(75.0, 10.0)), Touch::Inside);
    assert_eq!(written_out.at(at(50.0, 10.0)), Touch::Outside);
}

#[test]
fn circles_are_round_on_the_ellipsoid() {
    let oslo = of_circle(59.91, 10.75, 10_000_000);
    // 10 km north and east of it, through PROJ's `geod +ellps=WGS84`.
    check(&oslo, &[(59.91, 10.75), (59.9997, 10.75), (59.91, 10.928)], &[(59.9999, 10.75), (59.91, 10.9295)]);
    let across = of_circle(0.0, 179.95, 20_000_000);
    check(&across, &[(0.0, -179.9), (0.0, 179.8)], &[(0.0, -179.8), (0.0, 0.0)]);
    check(&of_circle(89.9, 0.0, 50_000_000), &[(89.9, 180.0), (90.0, 77.0)], &[(89.0, 0.0)]);
    check(&of_circle(0.0, 0.0, 20_100_000_000), &[(0.0, 180.0), (-90.0, 0.0), (12.0, -170.0)], &[]);
    // Where something happened is not whom it concerns.
    let quake = of_circle(55.3, -134.9, 0);
    assert_eq!(quake.at(at(55.3, -134.9)), Touch::Inside);
    assert_eq!(quake.at(at(55.4, -134.9)), Touch::MayBeYou);
    assert_eq!(codes(&quake), ["no-radius"]);
}

#[test]
fn what_is_broken_may_be_you() {
    for polygon in ["1,1 2,2 1,1", "1,1 1,1 1,1 1,1", "0,0 1,1 2,2 3,3 0,0", ""] {
        let ground = of_polygons(&[polygon]);
        assert_eq!(codes(&ground), ["no-ground"], "{polygon}");
        assert_eq!(ground.at(at(1.0, 1.5)), Touch::MayBeYou);
    }
    let open = of_polygons(&["0,0 0,10 10,10 10,0"]);
    assert_eq!(codes(&open), ["not-closed"]);
    check(&open, &[(5.0, 5.0)], &[(11.0, 5.0)]);
    assert_eq!(Ground::of([], &Gazetteer::new()).at(at(0.0, 0.0)), Touch::MayBeYou);
    assert_eq!(codes(&Ground::of([], &Gazetteer::new())), ["no-area"]);
    // Around the Earth a hundred times: no outline of anything.
    let spiral: String = (0..400)
        .map(|n| format!("{},{} ", 10.0 + f64::from(n) / 10.0, f64::from(n % 4) * 90.0 - 180.0))
        .collect();
    assert_eq!(codes(&of_polygons(&[&format!("{spiral}10,-180")])), ["no-ground"]);
}

fn israel() -> Gazetteer {
    let mut names = Gazetteer::new();
    let around =
        |lat: f64, lon: f64| Area::of_box(Bounds { min: at(lat, lon), max: at(lat + 0.1, lon + 0.1) });
    names.insert("", "Tel Aviv - South, Jaffa", Meaning::Ground(around(32.0, 34.7)));
    names.insert("", "Haifa", Meaning::Ground(around(32.8, 34.9)));
    names.insert("zone", "112", Meaning::Ground(around(31.0, 34.0)));
    names.insert("", "all", Meaning::Everywhere);
    names.insert("", "certain areas", Meaning::Somewhere);
    names
}

#[test]
fn names_are_cut_at_commas_only_where_the_pieces_are_known() {
    let words = |text: &str| Ground::of([&CapArea { description: text.to_owned(), ..area(&[]) }], &israel());
    let both = words("Tel Aviv - South, Jaffa, Haifa");
    check(&both, &[(32.05, 34.75), (32.85, 34.95)], &[(31.05, 34.05)]);
    assert!(codes(&both).is_empty());
    let half = words("Haifa, Nowhere");
    assert_eq!(codes(&half), ["unknown-words"]);
    assert_eq!(half.at(at(32.85, 34.95)), Touch::Inside);
    assert_eq!(half.at(at(0.0, 0.0)), Touch::MayBeYou);
    assert_eq!(words("all").at(at(0.0, 0.0)), Touch::Inside);
    assert_eq!(words("certain areas").at(at(0.0, 0.0)), Touch::MayBeYou);
    assert_eq!(words(" ").at(at(0.0, 0.0)), Touch::MayBeYou);
}

#[test]
fn a_code_that_is_not_known_leaves_it_open() {
    let coded = |name: &str, value: &str| {
        let geocodes = vec![Pair { name: name.to_owned(), value: value.to_owned() }];
        Ground::of([&CapArea { geocodes, ..area(&["0,0 0,1 1,1 0,0"]) }], &israel())
    };
    check(&coded("zone", "112"), &[(31.05, 34.05), (0.5, 0.9)], &[(32.0, 34.0)]);
    let unknown = coded("SAME", "006109");
    assert_eq!(unknown.at(at(0.5, 0.9)), Touch::Inside);
    assert_eq!(unknown.at(at(5.0, 5.0)), Touch::MayBeYou);
    assert_eq!(
        unknown.doubts()[0].to_string(),
        "area 1: the gazetteer does not know '006109' of the list 'SAME'"
    );
    let zones = Ground::of_zones("zone", ["112", "113"], &israel());
    assert_eq!((zones.at(at(31.05, 34.05)), zones.at(at(0.0, 0.0))), (Touch::Inside, Touch::MayBeYou));
}

#[test]
fn near_reaches_over_the_line() {
    let ground = of_polygons(&["10,10 10,20 20,20 20,10 10,10"]);
    // 0.001 degree is about 111 m to the north and 109 m to the east there.
    assert_eq!(ground.near(at(9.999, 15.0), 112_000), Touch::Inside);
    assert_eq!(ground.near(at(9.999, 15.0), 100_000), Touch::Outside);
    assert_eq!(ground.near(at(15.0, 20.001), 112_000), Touch::Inside);
    assert_eq!(ground.near(at(15.0, 20.001), 100_000), Touch::Outside);
    assert_eq!(ground.near(at(9.0, 9.0), 160_000_000), Touch::Inside);
    let fiji = of_polygons(&["-20,177 -20,-178 -15,-178 -15,177 -20,177"]);
    assert_eq!(fiji.near(at(-17.0, -177.999), 112_000), Touch::Inside);
    assert_eq!(of_circle(59.91, 10.75, 10_000_000).near(at(60.0, 10.75), 100_000), Touch::Inside);
}
