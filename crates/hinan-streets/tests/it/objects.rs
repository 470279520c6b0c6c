//! Doorsteps and objects.

use hinan_model::network::{DoorstepKind, RawDoorstep};
use hinan_streets::Options;

use crate::map::Map;

fn house() -> Map {
    Map::row(2)
        .way(1, &[1, 2], "highway=footway")
        .node(11, 0.0, 1.0, "")
        .node(12, 2.0, 1.0, "")
        .node(13, 2.0, 3.0, "")
        .node(14, 0.0, 3.0, "")
}

fn doorsteps(map: &Map) -> Vec<(String, DoorstepKind)> {
    map.streets().doorsteps.into_iter().map(|d: RawDoorstep| (d.id, d.kind)).collect()
}

#[test]
fn buildings_without_a_door_start_in_their_middle() {
    let map = house().way(2, &[11, 12, 13, 14, 11], "building=yes");
    let streets = map.streets();
    assert_eq!(streets.doorsteps.len(), 1);
    assert_eq!(streets.doorsteps[0].place.to_string(), "60.0020000,24.0010000");
    assert_eq!(doorsteps(&map), [("way/2".to_owned(), DoorstepKind::Building)]);
}

#[test]
fn doors_and_numbers_stand_for_their_building() {
    let building = |text: &str, node: &str| {
        let map = house().way(2, &[11, 12, 13, 14, 11], text).tag_node(12, node);
        doorsteps(&map)
    };
    let entrance = |id: &str| (id.to_owned(), DoorstepKind::Entrance);
    assert_eq!(building("building=yes", "entrance=main"), [entrance("node/12")]);
    assert_eq!(building("building=yes", "entrance=main addr:housenumber=1"), [entrance("node/12")]);
    assert_eq!(
        building("building=yes", "addr:housenumber=1"),
        [("node/12".to_owned(), DoorstepKind::Address)]
    );
    assert_eq!(building("building=yes", "entrance=garage"), [("way/2".to_owned(), DoorstepKind::Building)]);
    // An address drawn inside the building, and one outside of it.
    let map = house().way(2, &[11, 12, 13, 14, 11], "building=yes").node(20, 1.0, 2.0, "addr:housenumber=1");
    assert_eq!(doorsteps(&map), [("node/20".to_owned(), DoorstepKind::Address)]);
    let map = house().way(2, &[11, 12, 13, 14, 11], "building=yes").node(20, 3.0, 2.0, "addr:housenumber=1");
    assert_eq!(doorsteps(&map).len(), 2);
    for outhouse in ["garage", "shed", "roof", "no", "construction"] {
        assert!(building(&format!("building={outhouse}"), "").is_empty(), "{outhouse}");
    }
}

#[test]
fn buildings_of_several_ways_count_once() {
    let map = house().way(2, &[11, 12, 13], "").way(3, &[13, 14, 11], "").relation(
        9,
        &[(1, 2, "outer"), (1, 3, "outer")],
        "type=multipolygon building=apartments",
    );
    assert_eq!(doorsteps(&map), [("relation/9".to_owned(), DoorstepKind::Building)]);
    let lost = house().way(2, &[91, 92, 93, 91], "building=yes");
    assert!(doorsteps(&lost).is_empty());
    assert_eq!(crate::map::dropped(&lost.streets(), "outline is not in the file"), 1);
}

#[test]
fn objects_come_with_their_ways_in() {
    let map = house()
        .way(2, &[11, 12, 13, 14, 11], "railway=station station=subway name=Centre")
        .tag_node(13, "railway=subway_entrance")
        .node(30, 5.0, 5.0, "amenity=shelter shelter_type=bomb_shelter")
        .node(31, 5.0, 5.0, "shop=bakery")
        .relation(
            40,
            &[(1, 2, "outer"), (0, 30, "")],
            "type=multipolygon amenity=parking parking=underground",
        );
    let options = Options { keep_object: &|_| true, ..Options::default() };
    let objects = map.read(&options).unwrap().objects;
    let ids: Vec<&str> = objects.iter().map(|o| o.id.as_str()).collect();
    assert_eq!(ids, ["node/13", "node/30", "way/2", "relation/40"]);
    assert_eq!(objects[1].tag("shelter_type"), Some("bomb_shelter"));
    assert_eq!(objects[2].place.to_string(), "60.0020000,24.0010000");
    assert_eq!(objects[2].entrances.len(), 1);
    assert_eq!(objects[2].entrances[0].to_string(), "60.0030000,24.0020000");
    assert_eq!(objects[3].entrances, objects[2].entrances);
    assert_eq!(map.read_pbf(&options).unwrap().objects, objects);
    assert!(map.streets().objects.is_empty());
}

/// Square metres of floor behind each doorstep.
fn dwellings(map: &Map) -> Vec<u32> {
    map.streets().doorsteps.iter().map(|doorstep| doorstep.dwelling_m2).collect()
}

#[test]
fn floors_are_ground_times_storeys_times_use() {
    let building = |text: &str| dwellings(&house().way(2, &[11, 12, 13, 14, 11], text));
    // 2 by 2 thousandths of a degree at 60 degrees north: 222.8 m by 111.6 m.
    let ground = 24_870_f64;
    for (text, floors) in [
        ("building=yes", 1.4),
        ("building=house", 2.0),
        ("building=house building:levels=1", 1.0),
        ("building=apartments building:levels=2.5", 2.5),
        ("building=apartments building:levels=-3", 4.0),
        ("building=apartments building:levels=many", 4.0),
        ("building=school", 0.02),
        ("building=something_new", 1.4),
        ("building=yes building:part=yes", 1.4),
    ] {
        let [found] = building(text)[..] else { panic!("{text}") };
        assert!((f64::from(found) / (ground * floors) - 1.0).abs() < 0.01, "{text}: {found}");
    }
    assert_eq!(building("building=apartments building:levels=9999999999"), [1_000_000]);
    assert!(building("building:part=yes building:levels=3").is_empty());
}

#[test]
fn doors_share_the_floors_of_their_building() {
    let map = house()
        .way(2, &[11, 12, 13, 14, 11], "building=house building:levels=1")
        .tag_node(12, "entrance=main")
        .node(20, 1.0, 2.0, "addr:housenumber=1")
        .node(21, 1.0, 2.5, "addr:housenumber=2")
        .node(22, 9.0, 9.0, "addr:housenumber=3");
    let alone = dwellings(&house().way(2, &[11, 12, 13, 14, 11], "building=house building:levels=1"));
    let shared = dwellings(&map);
    assert_eq!(shared.len(), 4);
    assert_eq!(shared.iter().sum::<u32>(), alone[0]);
    assert!(shared[..3].iter().all(|m2| m2.abs_diff(alone[0] / 3) <= 1), "{shared:?}");
    assert_eq!(shared[3], 0, "an address of its own: nothing is known");
    assert_eq!(
        shared,
        map.read_pbf(&Options::default())
            .unwrap()
            .doorsteps
            .iter()
            .map(|d| d.dwelling_m2)
            .collect::<Vec<_>>()
    );
}

#[test]
fn a_courtyard_is_no_floor() {
    let map = house()
        .node(31, 0.5, 1.5, "")
        .node(32, 1.5, 1.5, "")
        .node(33, 1.5, 2.5, "")
        .node(34, 0.5, 2.5, "")
        .way(2, &[11, 12, 13, 14, 11], "")
        .way(3, &[31, 32, 33, 34, 31], "")
        .relation(
            9,
            &[(1, 2, "outer"), (1, 3, "inner")],
            "type=multipolygon building=house building:levels=4",
        );
    let whole = dwellings(&house().way(2, &[11, 12, 13, 14, 11], "building=house building:levels=3"));
    // A quarter of the ground is yard: four storeys around it are three without.
    assert!(dwellings(&map)[0].abs_diff(whole[0]) < 50, "{:?} {whole:?}", dwellings(&map));
}
