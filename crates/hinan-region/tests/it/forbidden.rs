//! Safety rule 5: forbidden ground outranks everything. On random towns no street, joint, doorstep
//! or entrance touches it.

use hinan_model::network::{KindPace, Measure, NONE, NodeIds, Streets, Way};
use hinan_model::{
    Area, AreaIndex, Bounds, Ds, Entrance, EntranceAt, NamedArea, Place, Shelter, Source, Walker,
};
use hinan_reach::{Field, Graph, Start, Starts};
use hinan_region::build::{BuildError, Layer};
use hinan_region::{Draft, Input, Region};
use proptest::prelude::*;

use crate::town::{at, built, data, door, list, shelter, street};

fn named(area: Area) -> NamedArea {
    NamedArea { id: "mines".to_owned(), name: "mines".to_owned(), area }
}

fn layer(areas: Vec<Area>) -> Vec<Layer<NamedArea>> {
    let source = Source { role: "forbidden".into(), file: "mines.geojson".into(), ..Source::default() };
    vec![Layer { source, records: areas.into_iter().map(named).collect(), complaints: Vec::new() }]
}

fn square(south: f64, west: f64, north: f64, east: f64) -> Area {
    Area::of_box(Bounds { min: at(south, west), max: at(north, east) })
}

/// A town whose corners lie on a grid of 20 m, not quite straight.
#[derive(Clone, Debug)]
struct Plan {
    streets: Streets,
    shelters: Vec<Shelter>,
    forbidden: Vec<Area>,
}

const SIDE: u32 = 6;

fn corner() -> impl Strategy<Value = Place> {
    // A tenth of the grid of the town, so that lines meet corners and borders again and again.
    (-20..140_i32, -20..140_i32).prop_map(|(north, east)| at(f64::from(north), f64::from(east)))
}

fn plan() -> impl Strategy<Value = Plan> {
    let jitter = prop::collection::vec((-3..4_i32, -3..4_i32), (SIDE * SIDE) as usize);
    let missing = prop::collection::vec(prop::bool::weighted(0.2), (2 * SIDE * SIDE) as usize);
    let doors = prop::collection::vec(corner(), 0..12);
    let entrances = prop::collection::vec((corner(), prop::option::of(0..SIDE * SIDE)), 1..8);
    let areas = prop::collection::vec(prop::collection::vec(corner(), 3..7), 1..4);
    (jitter, missing, doors, entrances, areas, any::<bool>()).prop_map(
        |(jitter, missing, doors, entrances, areas, given)| {
            let mut streets = streets(&jitter, &missing, given);
            streets.doorsteps =
                doors.into_iter().enumerate().map(|(n, place)| door(&format!("way/{n}"), place)).collect();
            let entrance = |(place, node): (Place, Option<u32>)| Entrance {
                at: node.map_or(EntranceAt::Place(place), |node| EntranceAt::Node((node + 1).to_string())),
                start: None,
                name: None,
            };
            let shelters = entrances
                .chunks(2)
                .enumerate()
                .map(|(n, doors)| {
                    Shelter::new(format!("S{n}"), doors.iter().copied().map(entrance).collect())
                })
                .collect();
            Plan {
                streets,
                shelters,
                forbidden: areas.into_iter().filter_map(|r| Area::new(vec![r])).collect(),
            }
        },
    )
}

fn streets(jitter: &[(i32, i32)], missing: &[bool], given: bool) -> Streets {
    let mut streets = street(1);
    streets.places = (0..SIDE * SIDE)
        .zip(jitter)
        .map(|(n, &(north, east))| {
            at(f64::from((n / SIDE * 20) as i32 + north), f64::from((n % SIDE * 20) as i32 + east))
        })
        .collect();
    streets.node_ids = NodeIds::Numbers((1..=i64::from(SIDE * SIDE)).collect());
    streets.segments = (0..SIDE * SIDE)
        .flat_map(|n| [(n, n + 1, n % SIDE + 1 < SIDE), (n, n + SIDE, n / SIDE + 1 < SIDE)])
        .zip(missing)
        .filter(|&((_, _, exists), &missing)| exists && !missing)
        .map(|((a, b, _), _)| [a, b])
        .collect();
    // Never quite without streets.
    streets.segments.push([0, SIDE + 1]);
    let count = streets.segments.len();
    streets.segment_way = vec![0; count];
    streets.ways = vec![Way { id: 7, name: "Street".to_owned() }];
    streets.bounds = Bounds::around(streets.places.iter().copied());
    let length_mm: Vec<u32> = streets
        .segments
        .iter()
        .map(|&[a, b]| streets.places[a as usize].distance_mm(streets.places[b as usize]))
        .collect();
    if given {
        let times: Vec<u32> = length_mm.iter().map(|mm| mm / 100 + 1).collect();
        streets.measure = Measure::Given { forward_ds: times.clone(), backward_ds: times };
    } else if let Measure::Physical { length_mm: lengths, kind, .. } = &mut streets.measure {
        *lengths = length_mm;
        *kind = vec![0; count];
    }
    streets
}

fn region_of(plan: Plan) -> Region {
    let input = Input {
        lists: vec![list(plan.shelters)],
        forbidden: layer(plan.forbidden),
        ..Input::new("Town", plan.streets)
    };
    Region::from_bytes(&built(input)).unwrap()
}

fn line(region: &Region, segment: u32) -> (Place, Place) {
    region.segment_places(segment).unwrap()
}

/// The open segments of a walker.
fn open_segments(region: &Region, walker: usize) -> impl Iterator<Item = u32> {
    let times = region.network().segment_times(walker);
    (0..)
        .zip(times.forward_ds.into_iter().zip(times.backward_ds))
        .filter_map(|(segment, (there, back))| (there.min(back) < Ds::UNREACHABLE.0).then_some(segment))
}

fn entrance_place(region: &Region, number: usize) -> Option<Place> {
    let record = region.entrances()[number];
    match region.shelters()[record.shelter as usize].entrances[record.door as usize].at {
        EntranceAt::Place(place) => Some(place),
        EntranceAt::Node(_) => None,
    }
}

/// No open street, joined doorstep or entrance touches `forbidden`, nor does a way from the places
/// `asked`.
fn check(region: &Region, forbidden: &AreaIndex, asked: &[Place]) {
    for walker in 0..region.walkers().len() {
        for segment in open_segments(region, walker) {
            let (a, b) = line(region, segment);
            assert!(!forbidden.touches(a, b), "a street of {a} {b}");
        }
        for &place in asked {
            let Some(found) = region.nearest_street(place, walker, 300_000, &AreaIndex::default()) else {
                continue;
            };
            let street = region.place_on_segment(found.segment, found.part_mm).unwrap();
            assert!(!forbidden.touches(place, street), "a way from {place} to the street");
        }
    }
    for (number, entrance) in region.entrances().iter().enumerate() {
        let street = region.places()[entrance.node as usize];
        assert!(!forbidden.touches(street, entrance_place(region, number).unwrap_or(street)));
    }
    for door in region.doorsteps().iter().filter(|door| door.segment != NONE) {
        let street = region.place_on_segment(door.segment, door.part_mm).unwrap();
        let (a, b) = line(region, door.segment);
        assert!(!forbidden.touches(door.place, street) && !forbidden.touches(a, b));
    }
    assert!(region.entrances_touching(forbidden).is_empty());
}

#[test]
fn in_helsinki_nothing_touches_forbidden_ground() {
    let Some(map) = data("osm/Helsinki.osm.pbf") else { return };
    let streets = hinan_streets::read(&map, &hinan_streets::Options::default()).unwrap();
    // Thin triangles between corners of the streets, so that their sides cross many of them, and a
    // shelter beside every hundredth corner.
    let corner = |n: usize| streets.places[n * 7_919 % streets.places.len()];
    let areas: Vec<Area> = (0..40)
        .filter_map(|n| {
            let from = corner(n);
            let to = from.towards(corner(n + 1), 1, 8);
            let beside = Place { lat_e7: to.lat_e7 + 300, lon_e7: to.lon_e7 - 700 };
            Area::new(vec![vec![from, to, beside]])
        })
        .collect();
    let shelters = streets
        .places
        .iter()
        .step_by(100)
        .enumerate()
        .map(|(n, place)| {
            let beside = Place { lat_e7: place.lat_e7 + 900, lon_e7: place.lon_e7 + 900 };
            shelter(&format!("S{n}"), &[beside])
        })
        .collect();
    let asked: Vec<Place> = (0..500).map(|n| corner(n).towards(corner(n + 3), 1, 9)).collect();
    let forbidden = AreaIndex::new(&areas);
    let region = region_of(Plan { streets, shelters, forbidden: areas });
    let counts = region.meta().counts;
    println!("{counts:?}");
    assert!(counts.forbidden_segments > 100 && counts.unjoined_doorsteps > 0 && counts.entrances > 50);
    check(&region, &forbidden, &asked);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_touches_forbidden_ground(plan in plan(), asked in prop::collection::vec(corner(), 8)) {
        let forbidden = AreaIndex::new(&plan.forbidden);
        let region = region_of(plan);
        check(&region, &forbidden, &asked);
        prop_assert_eq!(region.forbidden().len() as u64, region.meta().counts.forbidden);
    }

    #[test]
    fn nobody_on_forbidden_ground_is_sent_through_it(plan in plan()) {
        let forbidden = AreaIndex::new(&plan.forbidden);
        let region = region_of(plan);
        let graph = Graph::new(&region.network(), 0).unwrap();
        let starts: Vec<Start> = region
            .entrances()
            .iter()
            .map(|e| Start { shelter: e.shelter, node: e.node, time: region.start_time(e, 0) })
            .collect();
        let starts = Starts::new(&graph, region.shelters().len() as u32, &starts).unwrap();
        let field = Field::new(&graph, &starts, 2);
        for (node, &place) in (0..).zip(region.places()) {
            let labelled = field.labels(node).any(|label| label.time.is_reachable());
            prop_assert!(!(forbidden.contains(place) && labelled), "a shelter in reach from {place}");
        }
    }

    #[test]
    fn what_is_forbidden_later_is_found_as_a_look_at_everything_finds_it(
        plan in plan(), later in prop::collection::vec(corner(), 3..6), asked in prop::collection::vec(corner(), 8),
    ) {
        let Some(later) = Area::new(vec![later]) else { return Ok(()) };
        let avoid = AreaIndex::new([&later]);
        let region = region_of(Plan { forbidden: plan.forbidden[..1].to_vec(), ..plan });
        let slow: Vec<u32> = (0..region.network().segments() as u32)
            .filter(|&segment| {
                let (a, b) = line(&region, segment);
                later.touches(a, b)
            })
            .collect();
        prop_assert_eq!(region.segments_touching(&avoid), slow);
        let slow: Vec<u32> = (0..region.entrances().len())
            .filter(|&number| {
                let street = region.places()[region.entrances()[number].node as usize];
                later.touches(street, entrance_place(&region, number).unwrap_or(street))
            })
            .map(|number| number as u32)
            .collect();
        prop_assert_eq!(region.entrances_touching(&avoid), slow);
        for &place in &asked {
            let Some(found) = region.nearest_street(place, 0, 300_000, &avoid) else { continue };
            let street = region.place_on_segment(found.segment, found.part_mm).unwrap();
            let (a, b) = line(&region, found.segment);
            prop_assert!(!later.touches(place, street) && !later.touches(a, b));
        }
    }
}

#[test]
fn entrances_on_and_behind_forbidden_ground_are_complained_of() {
    let by_node = Entrance { at: EntranceAt::Node("40".into()), start: None, name: None };
    let shelters = vec![
        shelter("on", &[at(15.0, 101.0)]),
        shelter("behind", &[at(-40.0, 250.0)]),
        shelter("free", &[at(-5.0, 350.0)]),
        Shelter::new("node", vec![by_node]),
    ];
    let mut streets = street(4);
    streets.bounds = Some(Bounds { min: at(-100.0, -100.0), max: at(100.0, 500.0) });
    // Around the side street at corner 1, and a fence before the second shelter.
    let forbidden = layer(vec![square(10.0, 90.0, 40.0, 110.0), square(-20.0, -300.0, -10.0, 900.0)]);
    let input = Input { lists: vec![list(shelters)], forbidden, ..Input::new("Town", streets) };
    let region = Region::from_bytes(&built(input)).unwrap();
    let joined: Vec<u32> = region.entrances().iter().map(|entrance| entrance.shelter).collect();
    assert_eq!(joined, [2]);
    let told: Vec<String> = region.meta().complaints.iter().map(ToString::to_string).collect();
    assert!(told[0].contains("shelter on (on) stands on forbidden ground; nobody is sent there"), "{told:?}");
    assert!(told[1].contains("forbidden ground lies between it and every street"), "{told:?}");
    assert!(told[2].contains("shelter node: node 40 lies on forbidden ground"), "{told:?}");
    assert_eq!(region.meta().sources[1].complaints, 3);
    assert_eq!(
        region.kind_name(region.segments_touching(&AreaIndex::new([&square(25.0, 99.0, 30.0, 101.0)]))[0]),
        Some("forbidden ground")
    );
    assert_eq!(region.meta().counts.forbidden_segments, 1);
}

#[test]
fn forbidden_ground_far_away_is_left_out_and_told() {
    let input = Input {
        forbidden: layer(vec![square(50_000.0, 0.0, 50_100.0, 100.0), square(0.0, 0.0, 1.0, 1.0)]),
        ..Input::new("Town", street(2))
    };
    let region = Region::from_bytes(&built(input)).unwrap();
    assert_eq!(region.forbidden().len(), 1);
    let step = region.meta().steps.iter().find(|step| step.name == "close forbidden ground").unwrap();
    assert_eq!(step.dropped[0], ("areas too far away to matter".to_owned(), 1));
    assert_eq!(region.meta().sources.last().unwrap().file, "mines.geojson");
}

#[test]
fn a_street_longer_than_any_is_closed_by_ground_in_its_middle() {
    let mut streets = street(1);
    streets.places[3] = at(0.0, 60_000.0);
    let input = Input {
        forbidden: layer(vec![square(-200.0, 30_000.0, 200.0, 30_100.0)]),
        lists: vec![list(vec![shelter("S", &[at(2.0, 59_990.0)])])],
        ..Input::new("Town", streets)
    };
    let region = Region::from_bytes(&built(input)).unwrap();
    assert_eq!(region.meta().counts.forbidden_segments, 1);
    let across = AreaIndex::new([&square(-200.0, 20_000.0, 200.0, 20_001.0)]);
    assert_eq!(region.segments_touching(&across).len(), 1);
}

#[test]
fn the_emergency_switch_opens_no_forbidden_ground() {
    let map = r#"<osm version="0.6">
        <node id="1" lat="0.0000" lon="0.0000"/><node id="2" lat="0.0000" lon="0.0010"/>
        <node id="3" lat="0.0010" lon="0.0010"/>
        <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="footway"/></way>
        <way id="2"><nd ref="2"/><nd ref="3"/><tag k="highway" v="footway"/><tag k="access" v="private"/></way>
    </osm>"#;
    let open = |emergency: bool, forbidden: Vec<Area>| {
        let options = hinan_streets::Options { emergency, ..hinan_streets::Options::default() };
        let streets = hinan_streets::read_xml(map.as_bytes(), "map.osm", &options).unwrap();
        let input = Input { forbidden: layer(forbidden), ..Input::new("Town", streets) };
        let region = Region::from_bytes(&built(input)).unwrap();
        open_segments(&region, 0).count()
    };
    let mined = || vec![square(50.0, 100.0, 60.0, 120.0)];
    assert_eq!([open(false, vec![]), open(true, vec![]), open(true, mined())], [1, 2, 1]);
}

#[test]
fn streets_without_places_and_full_tables_are_refused() {
    let mut streets = street(1);
    streets.places.clear();
    let ground = || layer(vec![square(0.0, 0.0, 1.0, 1.0)]);
    let refused = |streets: Streets| Draft::new(Input { forbidden: ground(), ..Input::new("Town", streets) });
    assert!(matches!(refused(streets), Err(BuildError::NoPlaces(_))));

    let mut streets = street(1);
    let Measure::Physical { kinds, kind_names, walkers, .. } = &mut streets.measure else { unreachable!() };
    let walkers: &Vec<Walker> = walkers;
    kinds.resize(walkers.len() << 16, KindPace::default());
    kind_names.resize(1 << 16, "street".to_owned());
    assert!(matches!(refused(streets), Err(BuildError::TooManyKinds(_))));
}

#[test]
fn an_entrance_moved_to_a_corner_is_looked_at_again() {
    let town = |forbidden: Vec<Area>| {
        let mut streets = street(1);
        streets.places[1] = at(-30.0, 0.0);
        // 40 cm from the corner, which stands for it.
        let lists = vec![list(vec![shelter("S", &[at(10.0, 0.4)])])];
        let input = Input { lists, forbidden: layer(forbidden), ..Input::new("Town", streets) };
        Region::from_bytes(&built(input)).unwrap()
    };
    assert_eq!(town(vec![]).entrances().len(), 1);
    // Beside the way straight down, but on the way to the corner.
    let region = town(vec![square(1.0, 0.0, 2.0, 0.2)]);
    assert!(region.entrances().is_empty());
    let told = region.meta().complaints[0].to_string();
    assert!(told.contains("forbidden ground begins at one of its entrances"), "{told}");
}

#[test]
fn where_everything_is_forbidden_nobody_is_sent_anywhere() {
    let everywhere = square(-5_000.0, -5_000.0, 5_000.0, 5_000.0);
    let mut streets = street(3);
    streets.doorsteps = vec![door("way/1", at(8.0, 130.0))];
    let lists = vec![list(vec![shelter("S", &[at(2.0, 150.0)])])];
    let input = Input { lists, forbidden: layer(vec![everywhere]), ..Input::new("Town", streets) };
    let region = Region::from_bytes(&built(input)).unwrap();
    let counts = region.meta().counts;
    assert_eq!((counts.arcs, counts.entrances, counts.unjoined_doorsteps), (0, 0, counts.doorsteps));
    assert_eq!(counts.forbidden_segments, counts.segments);
    assert_eq!(region.nearest_street(at(6_000.0, 0.0), 0, 2_000_000, &AreaIndex::default()), None);
}
