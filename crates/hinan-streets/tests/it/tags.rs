//! The tables as tables: tags of a way or node on the left, what a walker gets on the right.

use hinan_model::Walker;
use hinan_model::network::KindPace;
use hinan_model::walker::{Kind, Light};
use hinan_streets::Options;

use crate::map::{Map, dropped, kind_name, pace, pairs};

const ADULT: u16 = 833;
const WHEELS: u16 = 1111;
const STAIRS_UP: u16 = 2400;
const STAIRS_DOWN: u16 = 1667;

/// Paces of an adult and a wheelchair over a way with these tags: `(there, back)` each, 0 closed;
/// `None` where the way is not walked on at all.
#[track_caller]
fn check(tags: &str, adult: (u16, u16), wheels: (u16, u16)) {
    // A second way, so that a closed first one is no error.
    let map = Map::row(4).way(1, &[1, 2], tags).way(2, &[3, 4], "highway=residential");
    let streets = map.streets();
    if adult == (0, 0) {
        assert_eq!(pairs(&streets), [(3, 4)], "{tags}");
        return;
    }
    assert_eq!(pairs(&streets), [(1, 2), (3, 4)], "{tags}");
    let both = |p: KindPace| (p.forward_ms_per_m, p.backward_ms_per_m);
    assert_eq!(both(pace(&streets, 0, "adult")), adult, "{tags}");
    assert_eq!(both(pace(&streets, 0, "wheelchair")), wheels, "{tags} (wheelchair)");
}

#[test]
fn paces_in_this_table_are_those_of_the_model() {
    let adult = Walker::new(Kind::Adult, Light::Day);
    assert_eq!((adult.pace_ms_per_m, adult.stairs_up_ms_per_m), (ADULT, STAIRS_UP));
    assert_eq!(adult.stairs_down_ms_per_m, STAIRS_DOWN);
    assert_eq!(Walker::new(Kind::Wheelchair, Light::Day).pace_ms_per_m, WHEELS);
}

const OPEN: (u16, u16) = (ADULT, ADULT);
const ROLL: (u16, u16) = (WHEELS, WHEELS);
const SHUT: (u16, u16) = (0, 0);

#[test]
fn classes() {
    for open in [
        "footway",
        "path",
        "pedestrian",
        "living_street",
        "track",
        "residential",
        "service",
        "unclassified",
        "road",
        "tertiary",
        "tertiary_link",
        "secondary",
        "primary",
        "trunk",
        "trunk_link",
        "cycleway",
        "bridleway",
        "corridor",
        "platform",
    ] {
        check(&format!("highway={open}"), OPEN, ROLL);
    }
    for shut in ["motorway", "motorway_link", "construction", "proposed", "via_ferrata", "raceway", "qwertz"]
    {
        check(&format!("highway={shut}"), SHUT, SHUT);
    }
    check("railway=platform", OPEN, ROLL);
    check("public_transport=platform", OPEN, ROLL);
    check("man_made=pier", OPEN, ROLL);
    check("railway=rail", SHUT, SHUT);
    check("route=ferry", SHUT, SHUT);
    check("highway=construction railway=platform", SHUT, SHUT);
}

#[test]
fn access() {
    check("highway=residential access=no", SHUT, SHUT);
    check("highway=residential access=private", SHUT, SHUT);
    check("highway=residential access=military", SHUT, SHUT);
    check("highway=residential foot=no", SHUT, SHUT);
    check("highway=residential foot=private", SHUT, SHUT);
    check("highway=residential access=no foot=yes", OPEN, ROLL);
    check("highway=residential access=private foot=designated", OPEN, ROLL);
    check("highway=residential access=yes foot=no", SHUT, SHUT);
    check("highway=residential access=no foot=use_sidepath", SHUT, SHUT);
    check("highway=service access=customers", OPEN, ROLL);
    check("highway=track access=agricultural", OPEN, ROLL);
    check("highway=primary motorroad=yes", SHUT, SHUT);
    check("highway=primary motorroad=yes sidewalk=both", OPEN, ROLL);
    check("highway=motorway sidewalk=left", OPEN, ROLL);
    check("highway=motorway foot=yes", OPEN, ROLL);
    check("highway=construction foot=yes", SHUT, SHUT);
    check("highway=path sac_scale=demanding_alpine_hiking", SHUT, SHUT);
    check("highway=path via_ferrata_scale=2", SHUT, SHUT);
}

#[test]
fn one_way_for_feet() {
    check("highway=residential oneway=yes", OPEN, ROLL);
    check("highway=footway oneway:foot=yes", (ADULT, 0), (WHEELS, 0));
    check("highway=footway oneway:foot=-1", (0, ADULT), (0, WHEELS));
    check("highway=footway foot:backward=no", (ADULT, 0), (WHEELS, 0));
    check("highway=footway foot:forward=no", (0, ADULT), (0, WHEELS));
    check("highway=footway foot:forward=no foot:backward=no", OPEN, ROLL);
    check("highway=steps oneway=yes", (STAIRS_UP, 0), SHUT);
    check("highway=steps oneway=-1", (0, STAIRS_UP), SHUT);
}

#[test]
fn stairs() {
    check("highway=steps", (STAIRS_UP, STAIRS_UP), SHUT);
    check("highway=steps incline=up", (STAIRS_UP, STAIRS_DOWN), SHUT);
    check("highway=steps incline=down", (STAIRS_DOWN, STAIRS_UP), SHUT);
    check("highway=steps incline=-30%", (STAIRS_DOWN, STAIRS_UP), SHUT);
    check("highway=steps incline=12", (STAIRS_UP, STAIRS_DOWN), SHUT);
    check("highway=steps incline=0%", (STAIRS_UP, STAIRS_UP), SHUT);
    check("highway=steps ramp:wheelchair=yes", (STAIRS_UP, STAIRS_UP), ROLL);
    check("highway=footway incline=up", OPEN, ROLL);
    let streets = Map::row(2).way(1, &[1, 2], "highway=steps ramp:wheelchair=yes").streets();
    assert_eq!(pace(&streets, 0, "older").flags, KindPace::STAIRS);
    assert_eq!(pace(&streets, 0, "wheelchair").flags, 0);
}

#[test]
fn wheelchairs() {
    check("highway=footway wheelchair=no", OPEN, SHUT);
    check("highway=footway wheelchair=limited", OPEN, (1666, 1666));
    check("highway=track surface=sand", OPEN, SHUT);
    check("highway=track surface=sand wheelchair=yes", OPEN, ROLL);
    check("highway=track surface=asphalt", OPEN, ROLL);
    check("highway=track tracktype=grade4", OPEN, SHUT);
    check("highway=track tracktype=grade3", OPEN, ROLL);
    check("highway=path smoothness=bad", OPEN, SHUT);
    check("highway=residential sidewalk=no", OPEN, SHUT);
    check("highway=residential sidewalk=separate", OPEN, SHUT);
    check("highway=service sidewalk=no", OPEN, ROLL);
    check("highway=footway width=0.5", OPEN, SHUT);
    check("highway=footway width=0.6m", OPEN, SHUT);
    check("highway=footway width=2.5", OPEN, ROLL);
    check("highway=footway width=5'", OPEN, ROLL);
}

#[test]
fn the_emergency_switch_opens_private_ways_at_a_penalty() {
    let map = Map::row(4).way(1, &[1, 2], "highway=service access=private").way(
        2,
        &[3, 4],
        "highway=service access=no foot=yes",
    );
    let streets = map.read(&Options { emergency: true, ..Options::default() }).unwrap();
    assert_eq!(pace(&streets, 0, "adult").forward_ms_per_m, 3 * ADULT);
    assert_eq!(kind_name(&streets, 0), "service, private");
    assert_eq!(kind_name(&streets, 1), "service");
    let closed = Map::row(4).way(1, &[1, 2], "highway=service access=no").way(2, &[3, 4], "highway=road");
    let streets = closed.read(&Options { emergency: true, ..Options::default() }).unwrap();
    assert_eq!(pairs(&streets), [(3, 4)]);
}

/// Extra tenths on each of the two segments at a node with these tags for an adult and a wheelchair; `None`: closed.
#[track_caller]
fn check_node(tags: &str, adult: Option<u16>, wheels: Option<u16>) {
    check_node_with(&Options::default(), tags, adult, wheels);
}

#[track_caller]
fn check_node_with(options: &Options<'_>, tags: &str, adult: Option<u16>, wheels: Option<u16>) {
    let map = Map::row(5).way(1, &[1, 2, 3, 4, 5], "highway=footway").tag_node(3, tags);
    let streets = map.read(options).unwrap();
    assert_eq!(streets.node_ids.len(), 5, "{tags}: every node stays addressable");
    if adult.is_none() {
        assert_eq!(pairs(&streets), [(1, 2), (4, 5)], "{tags}");
        return;
    }
    assert_eq!(pairs(&streets), [(1, 2), (2, 3), (3, 4), (4, 5)], "{tags}");
    for segment in [1, 2] {
        let found = |walker| {
            let pace = pace(&streets, segment, walker);
            (pace.forward_ms_per_m != 0).then_some(pace.extra_ds)
        };
        assert_eq!((found("adult"), found("wheelchair")), (adult, wheels), "{tags}");
    }
    assert_eq!(pace(&streets, 0, "adult").extra_ds, 0);
}

#[test]
fn barriers() {
    check_node("barrier=bollard", Some(0), Some(0));
    check_node("barrier=bollard access=no foot=yes", Some(0), Some(0));
    check_node("barrier=gate", Some(50), Some(50));
    check_node("barrier=lift_gate", Some(50), Some(50));
    check_node("barrier=something_new", Some(50), Some(50));
    check_node("barrier=kissing_gate", Some(50), None);
    check_node("barrier=stile wheelchair=yes", Some(50), Some(50));
    check_node("barrier=cycle_barrier", Some(0), None);
    check_node("barrier=fence", None, None);
    check_node("barrier=wall", None, None);
    check_node("barrier=wall foot=yes", Some(0), Some(0));
    check_node("barrier=gate access=private", None, None);
    check_node("barrier=gate access=private foot=yes", Some(50), Some(50));
    check_node("barrier=gate access=no", None, None);
    check_node("barrier=gate locked=yes", None, None);
    check_node("barrier=no", Some(0), Some(0));
    check_node("access=no", Some(0), Some(0));
    check_node("kerb=raised", Some(0), None);
    check_node("barrier=kerb kerb=lowered", Some(0), Some(0));
    check_node("highway=elevator", Some(300), Some(300));
    check_node("highway=crossing crossing=traffic_signals", Some(50), Some(50));
    check_node("highway=crossing", Some(0), Some(0));
    let emergency = Options { emergency: true, ..Options::default() };
    check_node_with(&emergency, "barrier=gate access=private", Some(300), Some(300));
    check_node_with(&emergency, "barrier=gate locked=yes", None, None);
    check_node_with(&emergency, "barrier=gate access=no", None, None);
}

#[test]
fn two_gates_on_one_segment_add_up_and_are_named() {
    let map = Map::row(3)
        .way(1, &[1, 2, 3], "highway=service")
        .tag_node(1, "barrier=gate")
        .tag_node(2, "barrier=gate");
    let streets = map.streets();
    assert_eq!(pace(&streets, 0, "adult").extra_ds, 100);
    assert_eq!(pace(&streets, 1, "adult").extra_ds, 50);
    assert_eq!(kind_name(&streets, 0), "service, gate, 10 s more");
}

#[test]
fn a_lift_costs_a_minute_once() {
    let streets = Map::row(3).way(1, &[1, 2, 3], "highway=elevator").streets();
    assert_eq!(pace(&streets, 0, "wheelchair").extra_ds, 600);
    assert_eq!(pace(&streets, 1, "wheelchair").extra_ds, 0);
}

#[test]
fn ways_are_cut_where_nodes_are_missing() {
    let map = Map::row(5).way(7, &[1, 2, 99, 3, 4, 5, 98], "highway=footway name=Lane");
    let streets = map.streets();
    assert_eq!(pairs(&streets), [(1, 2), (3, 4), (4, 5)]);
    assert_eq!(dropped(&streets, "does not hold"), 2);
    assert_eq!(dropped(&streets, "ways cut"), 1);
    assert_eq!((streets.ways[0].id, streets.ways[0].name.as_str()), (7, "Lane"));
}

#[test]
fn what_was_dropped_is_told_with_its_reason() {
    let map = Map::row(2)
        .way(1, &[1, 2], "highway=footway")
        .way(2, &[1, 2], "highway=motorway")
        .way(3, &[1, 2], "highway=service access=private")
        .way(4, &[1, 2], "waterway=river");
    let streets = map.streets();
    assert_eq!(dropped(&streets, "highway=motorway"), 1);
    assert_eq!(dropped(&streets, "private"), 1);
    assert_eq!(dropped(&streets, "no tag for walking"), 1);
}

#[test]
fn lengths_agree_with_the_model() {
    let streets = Map::row(5).way(1, &[1, 2, 3, 4, 5], "highway=footway").streets();
    let hinan_model::network::Measure::Physical { length_mm, .. } = &streets.measure else { panic!() };
    for (segment, [a, b]) in streets.segments.iter().enumerate() {
        let model = streets.places[*a as usize].distance_mm(streets.places[*b as usize]);
        assert!(length_mm[segment].abs_diff(model) <= 1 + model / 20_000, "{} {model}", length_mm[segment]);
    }
}
