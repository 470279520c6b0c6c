//! Real cities: the very bytes back, the very answers, few bytes a node.

use std::path::{Path, PathBuf};

use hinan_city::trip::{Spot, Trip, trips};
use hinan_city::{City, Question};
use hinan_model::network::Streets;
use hinan_model::shelter::Visibility;
use hinan_model::{Place, Shelter, Threat};
use hinan_pack::{CutOptions, Files, Limits, cut, decode, decode_parts, encode};
use hinan_reach::Alone;
use hinan_region::build::List;
use hinan_region::{Draft, Input, Region};

pub fn data(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(name);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {name} is not on this machine");
    None
}

/// A region of real streets and, where named, a real list, changed by `change`.
pub fn city(streets: &str, list: Option<&str>, change: impl Fn(&mut Vec<Shelter>)) -> Option<Region> {
    city_with(streets, list, change, |_| {})
}

/// The same with streets changed by `alter`.
pub fn city_with(
    streets: &str,
    list: Option<&str>,
    change: impl Fn(&mut Vec<Shelter>),
    alter: impl Fn(&mut Streets),
) -> Option<Region> {
    let options = hinan_streets::Options { drawing: true, ..hinan_streets::Options::default() };
    let mut streets = hinan_streets::read(&data(streets)?, &options).unwrap();
    alter(&mut streets);
    let mut input = Input::new("city", streets);
    if let Some(list) = list {
        let list = hinan_shelters::read_bytes(&std::fs::read(data(list)?).unwrap(), list).unwrap();
        let mut shelters = list.shelters;
        change(&mut shelters);
        input.lists = vec![List { source: list.source, shelters, complaints: list.complaints }];
    }
    Some(Region::from_bytes(&Draft::new(input).unwrap().bytes()).unwrap())
}

pub fn packed(region: &Region) -> (Files, Region) {
    let cut = cut(region, &CutOptions::default()).unwrap();
    let files = encode(&cut).unwrap();
    let bytes = decode_parts(&files.parts(), &Limits::default()).unwrap();
    assert!(bytes == cut.bytes(), "the very bytes come back");
    (files, Region::from_bytes(&bytes).unwrap())
}

/// How much of a way has to be the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alike {
    /// All of it but the ids of nodes.
    Whole,
    /// Shelter, time and length: of two ways that take the same time either will do.
    Times,
}

/// What a person would be told at a place.
fn told(city: &City, trips: &[Trip], alike: Alike) -> String {
    let one = |trip: &Trip| {
        let shelter = city.shelter(trip.shelter).unwrap();
        if alike == Alike::Times {
            return format!("{} {:?} {:?}", shelter.id, trip.total, trip.inside);
        }
        format!(
            "{} {:?} {:?} {:?} {:?} {:?}",
            shelter.id, trip.total, trip.inside, trip.length_mm, trip.line, trip.steps
        )
    };
    trips.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// Asks both regions from places all over the streets.
pub fn compare(one: &Region, other: &Region, threat: Option<Threat>, alike: Alike) {
    for walker in ["adult", "wheelchair"] {
        let question = Question { walker: Some(walker.to_owned()), threat, ..Question::default() };
        let cities = [one, other].map(|region| City::ask(region, question.clone()).unwrap());
        let engines = [0, 1].map(|at| cities[at].engine(3, &Alone).unwrap());
        let mut found = 0;
        for node in (0..one.network().nodes()).step_by(one.network().nodes() / 60 + 1) {
            let near = one.places()[node];
            let place = Place { lat_e7: near.lat_e7 + 700, lon_e7: near.lon_e7 - 900 };
            let answers = [0, 1].map(|at| {
                let spot = Spot::at(&cities[at], place).ok()?;
                let trips = trips(&cities[at], &engines[at], spot, 3);
                Some((
                    told(&cities[at], &trips, alike),
                    cities[at].budget(Some(place)),
                    cities[at].own_shelter(place).map(|own| own.1),
                ))
            });
            assert_eq!(answers[0], answers[1], "from {place}");
            found += usize::from(answers[0].as_ref().is_some_and(|(told, ..)| !told.is_empty()));
        }
        assert!(found > 20, "hardly any place has a way");
    }
}

fn check(streets: &str, list: Option<&str>, most_a_node: f64) -> Option<()> {
    let region = city(streets, list, |_| {})?;
    assert!(region.shelters().iter().all(|shelter| shelter.visibility == Visibility::Public));
    let (files, opened) = packed(&region);
    let nodes = opened.network().nodes();
    assert_eq!(nodes, region.network().nodes());
    let a_node = files.city.len() as f64 / nodes as f64;
    println!("{streets}: {nodes} nodes, {a_node:.2} bytes a node, {:?}", files.sizes);
    assert!(a_node < most_a_node, "{streets}: {a_node} bytes a node");
    if list.is_some() {
        compare(&region, &opened, None, Alike::Whole);
        let alone = Region::from_bytes(&decode(&files.city).unwrap()).unwrap();
        compare(&region, &alone, None, Alike::Whole);
        assert!(alone.doorsteps().is_empty() && alone.drawing().counts().is_empty());
    }
    assert!(opened.meta().complaints.is_empty() && opened.people().is_empty());
    Some(())
}

#[test]
fn oslo() {
    check("osm/oslo-east-filtered.osm.pbf", Some("shelters/norway-tilfluktsrom.json"), 4.0);
}

#[test]
fn taichung() {
    check("osm/taichung-osm_bbox.osm.xml.gz", Some("shelters/taiwan/臺中市.csv"), 12.0);
}

#[test]
fn helsinki() {
    check("osm/Helsinki.osm.pbf", None, 6.0);
}

#[test]
fn porto_alegre() {
    check("osm/poa_osm.osm.pbf", None, 5.5);
}

#[test]
fn seoul() {
    check("osm/seoul-osmnx.osm.gz", Some("shelters/korea-earthquake-indoor.json"), 6.0);
}
