//! Objects of the map.

use hinan_model::network::MapObject;
use hinan_model::shelter::{Access, Answer, EntranceAt, Standing};
use hinan_model::{Hazard, Place};
use hinan_shelters::{ShelterList, from_map, wanted_on_map};

use crate::said;

/// An object at metres north and east of a corner of Helsinki, tags as `a=b c=d`.
fn object(id: &str, (north, east): (i32, i32), tags: &str) -> MapObject {
    let place = Place { lat_e7: 601_700_000 + north * 90, lon_e7: 249_400_000 + east * 180 };
    let tags = tags.split_whitespace().filter_map(|tag| tag.split_once('='));
    let tags = tags.map(|(k, v)| (k.to_owned(), v.replace('_', " "))).map(|(k, v)| {
        // Values of the map have underlines; names here need blanks.
        let value = if k == "name" { v } else { v.replace(' ', "_") };
        (k, value)
    });
    MapObject { id: id.to_owned(), place, entrances: Vec::new(), tags: tags.collect() }
}

fn ids(list: &ShelterList) -> Vec<&str> {
    list.shelters.iter().map(|s| s.id.as_str()).collect()
}

#[test]
fn bunkers_that_protect_are_shelters_and_the_rest_is_counted() {
    let objects = [
        object("way/1", (0, 0), "amenity=shelter shelter_type=bomb_shelter building=shed"),
        object("node/2", (500, 0), "military=bunker bunker_type=air_raid_shelter capacity=1200 access=yes"),
        object("node/3", (1000, 0), "building=bunker bunker_type=nuclear wheelchair=yes access=private"),
        object("node/4", (0, 50), "amenity=shelter shelter_type=picnic_shelter"),
        object("node/5", (0, 60), "amenity=shelter shelter_type=public_transport"),
        object("node/6", (0, 70), "amenity=shelter"),
        object("node/7", (0, 80), "amenity=shelter shelter_type=picnic_shelter"),
        object("node/8", (0, 90), "military=bunker bunker_type=pillbox"),
        object("node/9", (0, 100), "military=bunker"),
        object("node/10", (0, 110), "military=bunker bunker_type=bomb_shelter abandoned=yes"),
        object("node/11", (0, 120), "military=bunker bunker_type=bomb_shelter historic=ruins"),
        object("node/12", (0, 130), "railway=station station=subway name=Metro"),
        object("node/13", (0, 140), "amenity=parking parking=underground"),
        object("node/14", (0, 140), "amenity=bench"),
        object("node/16", (0, 150), "building=entrance shelter_type=bomb"),
        object(
            "node/15",
            (1500, 0),
            "disused=no amenity=shelter shelter_type=lean_to;bomb_shelter capacity=some",
        ),
    ];
    let list = from_map(&objects, false, "x.osm.pbf");
    assert_eq!(ids(&list), ["way/1", "node/2", "node/3", "node/15"]);
    assert!(list.shelters.iter().all(|s| s.standing == Standing::Mapped));
    assert_eq!(list.shelters[1].capacity, Some(1200));
    assert_eq!(list.shelters[1].access, Access::Public);
    assert_eq!(list.shelters[1].kind.as_deref(), Some("air-raid shelter"));
    assert_eq!((list.shelters[2].access, list.shelters[2].wheelchair), (Access::Private, Answer::Yes));
    assert_eq!(list.shelters[0].suits(Hazard::AirRaid), Answer::Yes);
    assert_eq!(list.shelters[0].suits(Hazard::Flood), Answer::Unknown);
    assert_eq!(list.shelters[2].suits(Hazard::Radiological), Answer::Yes);
    let expected = [
        "x.osm.pbf: 1 object left out as no shelter: a bunker without a type (node/9)",
        "x.osm.pbf: 1 object left out as no shelter: a type of shelter on what is not drawn as one (node/16)",
        "x.osm.pbf: 1 object left out as no shelter: amenity=shelter without a type (node/6)",
        "x.osm.pbf: 1 object left out as no shelter: bunker_type 'pillbox' (node/8)",
        "x.osm.pbf: 1 object left out as no shelter: out of use (abandoned) (node/10)",
        "x.osm.pbf: 1 object left out as no shelter: out of use (historic) (node/11)",
        "x.osm.pbf: 2 objects left out as no shelter: shelter_type 'picnic_shelter' (node/4, node/7)",
        "x.osm.pbf: 1 object left out as no shelter: shelter_type 'public_transport' (node/5)",
        "x.osm.pbf, row 16, column capacity: node/15: 'some' is not a whole number from 0 to 4294967295; taken as unknown",
    ];
    assert_eq!(said(&list).lines().collect::<Vec<_>>(), expected);
    assert_eq!((list.source.rows, list.source.records), (13, 4));
    assert_eq!(list.source.attribution.as_deref(), Some("© OpenStreetMap contributors"));
}

#[test]
fn candidates_are_labelled_and_claim_nothing() {
    let objects = [
        object("node/1", (0, 0), "railway=station station=subway name=Alpha wheelchair=yes"),
        object("node/2", (0, 600), "railway=station subway=yes name=Beta"),
        object("node/3", (0, 100), "railway=subway_entrance ref=A"),
        object("node/4", (0, 700), "railway=subway_entrance name=Beta_West"),
        object("node/5", (0, 200), "railway=subway_entrance ref=B"),
        object("node/6", (5000, 0), "railway=subway_entrance ref=far"),
        object("node/7", (3000, 0), "railway=station station=subway layer=2 name=High"),
        object("node/8", (2000, 0), "amenity=parking parking=underground name=Deep capacity=400"),
        object("node/9", (2000, 90), "amenity=parking parking=underground name=Deep"),
        object("node/10", (2000, 2000), "amenity=parking parking=underground name=Deep"),
        object("node/11", (0, 10), "railway=station"),
        object("node/12", (1, 1), "railway=station station=subway name=Alpha"),
    ];
    let list = from_map(&objects, true, "x.osm");
    assert_eq!(ids(&list), ["node/1", "node/2", "node/8", "node/10"]);
    assert!(list.shelters.iter().all(|s| s.standing == Standing::Candidate && s.good_for.is_empty()));
    // A car park's capacity is in cars.
    assert!(list.shelters.iter().all(|s| s.capacity.is_none()));
    let ways_in = |i: usize| list.shelters[i].entrances.iter().map(|e| &e.at).collect::<Vec<_>>();
    let at = |i: usize| EntranceAt::Place(objects[i].place);
    assert_eq!(ways_in(0), [&at(2), &at(4)]);
    assert_eq!(ways_in(1), [&at(3)]);
    assert_eq!(ways_in(2), [&at(7), &at(8)]);
    assert_eq!(list.shelters[1].entrances[0].name.as_deref(), Some("Beta West"));
    assert_eq!(list.shelters[0].kind.as_deref(), Some("metro station"));
    let said = said(&list);
    assert!(said.contains("row 9: node/9 is node/8 drawn once more"), "{said}");
    assert!(said.contains("row 12: node/12 is node/1 drawn once more"), "{said}");
    assert!(said.contains("a metro station above the ground (node/7)"), "{said}");
    assert!(said.contains("a metro entrance without a station within 500 m (node/6)"), "{said}");
    assert_eq!(from_map(&objects, false, "x.osm").shelters, []);
}

#[test]
fn one_bunker_drawn_twice_is_one_shelter() {
    let mut outline = object("way/2", (5, 5), "building=bunker bunker_type=bomb_shelter capacity=50");
    outline.entrances = vec![Place { lat_e7: 601_700_010, lon_e7: 249_400_010 }];
    let objects = [
        object("node/1", (0, 0), "military=bunker bunker_type=bomb_shelter"),
        outline,
        object("node/3", (0, 40), "military=bunker bunker_type=bomb_shelter"),
        object("node/4", (0, 42), "military=bunker bunker_type=bomb_shelter name=Other"),
    ];
    let list = from_map(&objects, false, "x.osm");
    assert_eq!(ids(&list), ["node/1", "node/3", "node/4"]);
    assert_eq!(list.shelters[0].capacity, Some(50));
    assert_eq!(list.shelters[0].entrances[0].at, EntranceAt::Place(objects[1].entrances[0]));
    assert!(said(&list).contains("way/2 is node/1 drawn once more"), "{}", said(&list));
}

#[test]
fn what_from_map_counts_is_what_it_wants() {
    let wants = |tags: &str| {
        let object = object("node/1", (0, 0), tags);
        wanted_on_map(&|key| object.tag(key))
    };
    for tags in [
        "amenity=shelter",
        "military=bunker",
        "building=bunker",
        "railway=subway_entrance",
        "railway=station station=subway",
        "amenity=parking parking=underground",
    ] {
        assert!(wants(tags), "{tags}");
    }
    for tags in ["", "amenity=bench", "railway=station", "amenity=parking", "highway=bus_stop shelter=yes"] {
        assert!(!wants(tags), "{tags}");
    }
}

#[test]
fn a_crowd_of_drawings_on_one_spot_does_not_hang() {
    let tags = ["railway=station station=subway name=", "railway=subway_entrance ref="];
    let objects: Vec<_> = (0..40_000)
        .map(|i| object(&format!("node/{i}"), (0, 0), &format!("{}{i}", tags[i as usize % 2])))
        .collect();
    assert_eq!(from_map(&objects, true, "x.osm").shelters.len(), 20_000);
}

#[test]
fn what_lies_below_the_ground_is_what_the_map_says() {
    let below = |tags: &str| {
        let tags = format!("amenity=shelter shelter_type=bomb_shelter {tags}");
        from_map(&[object("node/1", (0, 0), &tags)], false, "x.osm").shelters[0].underground
    };
    for tags in ["location=underground", "layer=-1", "level=-2", "layer=-1 location=indoor"] {
        assert_eq!(below(tags), Answer::Yes, "{tags}");
    }
    for tags in ["location=overground", "layer=1"] {
        assert_eq!(below(tags), Answer::No, "{tags}");
    }
    // Contradictions and silence are no answer; a bunker may be either.
    for tags in ["", "layer=0", "layer=x", "layer=1 location=underground", "military=bunker"] {
        assert_eq!(below(tags), Answer::Unknown, "{tags}");
    }
    let car_park = object("node/1", (0, 0), "amenity=parking parking=underground");
    assert_eq!(from_map(&[car_park], true, "x.osm").shelters[0].underground, Answer::Yes);
}

#[test]
fn what_keeps_off_the_rain_is_no_shelter() {
    let types =
        ["picnic_shelter", "public_transport", "sun_shelter", "lean_to", "weather_shelter", "rock_shelter"];
    let objects: Vec<_> = (0..25)
        .map(|i| {
            object(
                &format!("node/{i}"),
                (i, 0),
                &format!("amenity=shelter shelter_type={}", types[i as usize % 6]),
            )
        })
        .collect();
    for with_candidates in [false, true] {
        let list = from_map(&objects, with_candidates, "x.osm.pbf");
        assert_eq!((list.shelters.len(), list.tally.rows, list.tally.dropped), (0, 25, 25));
        crate::lists::balanced(&list);
    }
}
