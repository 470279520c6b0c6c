//! People from a source to the doorsteps of a region, and back out of it.

use std::path::Path;

use hinan_layers::{Wanted, read_people};
use hinan_model::network::{DoorstepKind, Measure, NONE, RawDoorstep, Streets};
use hinan_model::people::{Cell, Shape};
use hinan_model::{Area, Bounds, Ds, Hazard, People, Place, Source, Zone};
use hinan_region::build::Layer;
use hinan_region::people::{Spreader, people_guessed_from_buildings};
use hinan_region::{Input, Region, export};
use proptest::prelude::*;

use crate::town::{at, built, data, door, street};

fn people(cells: Vec<(Shape, u64)>) -> People {
    let source = Source { role: "people".into(), file: "people.csv".into(), ..Source::default() };
    let cells = cells.into_iter().map(|(shape, milli)| Cell { shape, milli }).collect();
    People { source, cells, ..People::default() }
}

fn square(south: f64, west: f64, north: f64, east: f64) -> Bounds {
    Bounds { min: at(south, west), max: at(north, east) }
}

/// A street of four blocks with a house every 20 m, the larger the further east.
fn town() -> Streets {
    let mut streets = street(4);
    streets.doorsteps = (0..20_u32)
        .map(|n| RawDoorstep {
            dwelling_m2: 50 * n,
            ..door(&format!("way/{n}"), at(12.0, f64::from(n) * 20.0))
        })
        .collect();
    streets
}

fn region(input: Input) -> Region {
    Region::from_bytes(&built(input)).unwrap()
}

#[test]
fn people_are_at_the_doorsteps_and_the_rest_is_told() {
    let mut streets = town();
    streets.bounds = Some(square(-50.0, -50.0, 5_000.0, 450.0));
    // A house so far from any street that it joins none.
    streets.doorsteps.push(RawDoorstep { dwelling_m2: 100, ..door("way/far", at(1_000.0, 100.0)) });
    let sources = vec![
        people(vec![
            (Shape::Box(square(0.0, -10.0, 30.0, 390.0)), 100_000),
            (Shape::Area(Area::of_box(square(990.0, 90.0, 1_010.0, 110.0))), 7_400),
        ]),
        people(vec![(Shape::Point(at(3_000.0, 0.0)), 5_000), (Shape::Point(at(-3_000.0, 0.0)), 3_200)]),
    ];
    let region = region(Input { people: sources, ..Input::new("Town", streets) });
    let counts = region.meta().counts;
    assert_eq!((counts.people, counts.people_outside, counts.people_far), (107, 3, 5));
    assert_eq!(counts.people_off_street, 7);
    let here = region.doorstep_people();
    assert_eq!(here.len(), region.doorsteps().len());
    assert_eq!(here.iter().sum::<u32>(), 107);
    // House n has 50 n square metres; the first, of which nothing is known, counts as the mean.
    assert_eq!((here[0], here[1], here[19], here[20]), (5, 1, 9, 7));
    assert_eq!(region.doorsteps()[20].segment, NONE);
    let step = region.meta().steps.iter().find(|step| step.name.starts_with("spread people")).unwrap();
    assert_eq!(step.added, [("people".to_owned(), 107)]);
    let files: Vec<&str> = region.meta().sources.iter().map(|source| source.file.as_str()).collect();
    assert_eq!(files, ["town.osm", "people.csv", "people.csv"]);
    assert!(!region.meta().parameters.contains_key("people-guessed"));
}

#[test]
fn without_people_nothing_is_said_of_them() {
    let region = region(Input::new("Town", town()));
    assert!(region.doorstep_people().is_empty());
    assert_eq!(region.meta().counts.people, 0);
}

#[test]
fn a_guess_is_told_as_one() {
    let streets = town();
    let guess = people_guessed_from_buildings(&streets, 40);
    // 9,500 square metres: 237 and a half.
    assert!(guess.is_guess && guess.total() == 238);
    assert_eq!((guess.source.role.as_str(), guess.source.format.as_str()), ("people", "osm-buildings"));
    let region = region(Input { people: vec![guess], ..Input::new("Town", streets) });
    assert_eq!(region.meta().counts.people, 238);
    assert_eq!(region.meta().parameters["people-guessed"], "true");
    let told = region.meta().complaints[0].to_string();
    assert!(told.contains("they are a guess from the map's buildings, one for 40 square metres"), "{told}");
    // Nobody lives behind a wall that holds nothing: no division by it either.
    assert_eq!(people_guessed_from_buildings(&street(1), 0).total(), 0);
}

#[test]
fn a_source_that_cannot_be_is_left_out_aloud() {
    let absurd = people(vec![(Shape::Point(at(0.0, 0.0)), u64::MAX), (Shape::Point(at(0.0, 1.0)), u64::MAX)]);
    let sound = people(vec![(Shape::Point(at(0.0, 0.0)), 4_000)]);
    let region = region(Input { people: vec![absurd, sound], ..Input::new("Town", town()) });
    assert_eq!(region.meta().counts.people, 4);
    assert_eq!((region.meta().sources[1].records, region.meta().sources[1].complaints), (0, 1));
    assert!(region.meta().complaints[0].dropped);
}

#[test]
fn zones_and_budgets_come_along() {
    let zone = |id: &str, seconds: u32, place: Place| Zone {
        id: id.to_owned(),
        name: id.to_owned(),
        budget: Ds(seconds * 10),
        place: Some(place),
        area: None,
    };
    let records = vec![zone("far", 15, at(90_000.0, 0.0)), zone("here", 90, at(9_000.0, 100.0))];
    let source = Source { role: "zones".into(), file: "zones.json".into(), ..Source::default() };
    let region = region(Input {
        zones: vec![Layer { source, records, ..Layer::default() }],
        budgets: [(Hazard::Tsunami, Ds(6_000))].into(),
        ..Input::new("Town", town())
    });
    assert_eq!(region.zones().iter().map(|zone| zone.id.as_str()).collect::<Vec<_>>(), ["far", "here"]);
    assert_eq!(region.meta().budgets[&Hazard::Tsunami], Ds(6_000));
    assert_eq!(region.meta().counts.zones, 2);
    assert_eq!(region.meta().sources.last().unwrap().file, "zones.json");
}

/// The column `people` of an exported `nodes.csv`.
fn exported_people(folder: &Path) -> u64 {
    let text = std::fs::read_to_string(folder.join("nodes.csv")).unwrap();
    let mut lines = text.lines();
    let column = lines.next().unwrap().split(',').position(|name| name == "people").unwrap();
    lines.map(|line| line.split(',').nth(column).unwrap().parse::<u64>().unwrap()).sum()
}

#[test]
fn an_export_keeps_everybody_and_so_does_a_region_made_of_it() {
    let cells = vec![(Shape::Box(square(0.0, 0.0, 30.0, 390.0)), 123_456)];
    let first = region(Input { people: vec![people(cells)], ..Input::new("Town", town()) });
    let folder = tempfile::tempdir().unwrap();
    export::network(&first, 0, folder.path()).unwrap();
    assert_eq!(exported_people(folder.path()), 123);
    let streets = hinan_streets::read(folder.path(), &hinan_streets::Options::default()).unwrap();
    let second = region(Input::new("Town", streets));
    assert_eq!(second.meta().counts.people, 123);
    export::network(&second, 0, folder.path()).unwrap();
    assert_eq!(exported_people(folder.path()), 123);
}

#[test]
fn a_network_without_doorsteps_has_its_people_at_the_nodes() {
    let mut streets = street(2);
    streets.people = vec![1, 0, 0, 0, 0, 0];
    let times = vec![900; streets.segments.len()];
    streets.measure = Measure::Given { forward_ds: times.clone(), backward_ds: times };
    let cell = Shape::Box(square(-5.0, -5.0, 5.0, 105.0));
    streets.bounds = Some(square(-50.0, -50.0, 100.0, 300.0));
    let region = region(Input { people: vec![people(vec![(cell, 10_000)])], ..Input::new("Town", streets) });
    let at = |id: &str| region.people()[region.find_node(id).unwrap() as usize];
    assert_eq!(["10", "20", "30", "40"].map(at), [6, 0, 5, 0]);
    assert!(region.doorstep_people().is_empty());
    assert_eq!(region.meta().counts.people, 11);
}

fn shape() -> impl Strategy<Value = Shape> {
    let place = || (-100..130_i32, -100..500_i32).prop_map(|(n, e)| at(f64::from(n), f64::from(e)));
    let bounds = move || (place(), place()).prop_map(|(a, b)| Bounds::around([a, b]).unwrap());
    prop_oneof![
        place().prop_map(Shape::Point),
        bounds().prop_map(Shape::Box),
        prop::collection::vec(place(), 3..8).prop_map(|ring| Shape::Area(Area { rings: vec![ring] })),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_people_on_any_number_of_threads_give_the_same_region(
        cells in prop::collection::vec((shape(), 0..20_000_u64), 0..30),
    ) {
        let people = people(cells);
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| built(Input { people: vec![people.clone()], ..Input::new("Town", town()) }))
        };
        let bytes = with(1);
        prop_assert_eq!(&bytes, &with(3));
        let region = Region::from_bytes(&bytes).unwrap();
        let counts = region.meta().counts;
        prop_assert_eq!(counts.people + counts.people_outside + counts.people_far, people.total());
        prop_assert_eq!(region.doorstep_people().iter().map(|&p| u64::from(p)).sum::<u64>(), counts.people);
    }
}

#[test]
fn porto_alegre_keeps_its_812_935_people() {
    let (Some(map), Some(hexagons)) = (data("osm/poa_osm.osm.pbf"), data("population/poa_hexgrid.csv"))
    else {
        return;
    };
    let people = read_people(&hexagons, &Wanted::default()).unwrap();
    assert_eq!(people.total(), 812_935);
    let streets = hinan_streets::read(&map, &hinan_streets::Options::default()).unwrap();
    let region = region(Input { people: vec![people], ..Input::new("Porto Alegre", streets) });
    let counts = region.meta().counts;
    println!("{counts:?}");
    assert_eq!(counts.people + counts.people_outside + counts.people_far, 812_935);
    assert!(counts.people > 800_000, "{counts:?}");
    assert!(region.doorsteps().iter().any(|d| Region::doorstep_kind(d) == DoorstepKind::Street));
}

#[test]
fn helsinki_keeps_its_people_and_tells_who_lives_beyond_the_map() {
    let (Some(map), Some(grid)) =
        (data("osm/Helsinki.osm.pbf"), data("population/helsinki_population_grid_2020.gpkg"))
    else {
        return;
    };
    let people = read_people(&grid, &Wanted::default()).unwrap();
    assert_eq!(people.total(), 71_724);
    let streets = hinan_streets::read(&map, &hinan_streets::Options::default()).unwrap();
    let floors: u64 = streets.doorsteps.iter().map(|doorstep| u64::from(doorstep.dwelling_m2)).sum();
    let region = region(Input { people: vec![people], ..Input::new("Helsinki", streets) });
    let counts = region.meta().counts;
    println!("{counts:?}, {floors} square metres of floor");
    assert_eq!(counts.people + counts.people_outside + counts.people_far, 71_724);
    // By hand, each cell cut by the box of the extract: 4,337.3.
    assert_eq!((counts.people, counts.people_far), (4_337, 0));
    let at_buildings: u64 = region
        .doorsteps()
        .iter()
        .zip(region.doorstep_people())
        .filter(|(door, _)| Region::doorstep_kind(door) != DoorstepKind::Street)
        .map(|(_, &people)| u64::from(people))
        .sum();
    assert_eq!(at_buildings, counts.people, "nobody starts on the street in a city of houses");
}

#[test]
#[ignore = "a measurement: cargo test --release -p hinan-region -- --ignored --nocapture"]
fn a_million_cells_and_300_000_doorsteps_take_seconds() {
    let side = 1_000_i32;
    let place = |lat: i32, lon: i32| Place { lat_e7: 600_000_000 + lat, lon_e7: lon };
    let doors = (0..300_000_i32).map(|n| {
        let (north, east) =
            (n.wrapping_mul(7_919).rem_euclid(9_000_000), n.wrapping_mul(104_729).rem_euclid(9_000_000));
        (place(north, east), (n % 300) as u32)
    });
    let extract = Bounds { min: place(0, 0), max: place(9_000_000, 9_000_000) };
    let spreader = Spreader::new(doors, Some(extract));
    let cell = |n: i32| (n / side * 9_000, n % side * 9_000);
    let boxes = (0..side * side).map(cell).map(|(lat, lon)| {
        (Shape::Box(Bounds { min: place(lat, lon), max: place(lat + 9_000, lon + 9_000) }), 1_234)
    });
    let points =
        (0..side * side).map(cell).map(|(lat, lon)| (Shape::Point(place(lat + 4_500, lon + 4_500)), 1_234));
    let hexagons = (0..side * side).map(cell).map(|(lat, lon)| {
        let corner = |north: i32, east: i32| place(lat + north, lon + east);
        let ring = vec![
            corner(0, 3_000),
            corner(0, 6_000),
            corner(4_500, 9_000),
            corner(9_000, 6_000),
            corner(9_000, 3_000),
            corner(4_500, 0),
        ];
        (Shape::Area(Area { rings: vec![ring] }), 1_234)
    });
    for (name, cells) in
        [("boxes", boxes.collect::<Vec<_>>()), ("points", points.collect()), ("hexagons", hexagons.collect())]
    {
        let people = people(cells);
        let begun = std::time::Instant::now();
        let mut spread = spreader.nobody();
        spreader.add(&people, &mut spread).unwrap();
        println!("{name}: {:?}, {} far", begun.elapsed(), spread.far);
        assert_eq!(spread.total(), people.total());
    }
}
