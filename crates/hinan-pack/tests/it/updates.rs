//! What changed, in words.

use hinan_model::shelter::Status;
use hinan_model::{EntranceAt, Place, Shelter};
use hinan_pack::diff;

use hinan_model::network::{Measure, Streets, Way};
use hinan_pack::{Limits, PackError, apply, delta};

use crate::cities::{city, city_with, packed};

const STREETS: &str = "osm/oslo-east-filtered.osm.pbf";
const LIST: &str = "shelters/norway-tilfluktsrom.json";

#[test]
fn every_change_that_a_person_signs_for_is_told() {
    let Some(before) = city(STREETS, Some(LIST), |_| {}) else { return };
    let (_, before) = packed(&before);
    let ids: Vec<String> = before.shelters().iter().map(|shelter| shelter.id.clone()).collect();
    let now = city(STREETS, Some(LIST), |shelters| {
        shelters.retain(|shelter| shelter.id != ids[0]);
        for shelter in shelters {
            if shelter.id == ids[1] {
                shelter.capacity = shelter.capacity.map(|capacity| capacity * 2);
            }
            if shelter.id == ids[2] {
                shelter.status = Status::Closed;
            }
            if shelter.id == ids[3] {
                for entrance in &mut shelter.entrances {
                    if let EntranceAt::Place(Place { lat_e7, .. }) = &mut entrance.at {
                        *lat_e7 += 10_000;
                    }
                }
            }
        }
    });
    let (_, now) = packed(&now.unwrap());
    let told = diff(Some(&before), &now);
    println!("{}", told.text);
    assert_eq!(told.changes.changed, 4);
    for (heading, id) in [("Gone (1)", 0), ("Capacity", 1), ("Closed now", 2), ("Moved", 3)] {
        assert!(told.text.contains(heading) && told.text.contains(&ids[id]), "{heading}");
    }
    let same = diff(Some(&now), &now);
    assert_eq!(same.changes.changed, 0);
    assert!(!same.text.contains("Added"));
}

/// A street of two new nodes between two old ones.
fn build_street(streets: &mut Streets) {
    let (from, to) = (streets.segments[1000][0], streets.segments[1003][1]);
    let first = streets.node_ids.len() as u32;
    let (a, b) = (streets.places[from as usize], streets.places[to as usize]);
    if let hinan_model::network::NodeIds::Numbers(ids) = &mut streets.node_ids {
        let last = ids.iter().copied().max().unwrap();
        ids.extend([last + 1, last + 2]);
    }
    streets.places.extend([a.towards(b, 1, 3), a.towards(b, 2, 3)]);
    streets.ways.push(Way { id: 999_999_999_999, name: "Nygata".to_owned() });
    let way = streets.ways.len() as u32 - 1;
    for pair in [[from, first], [first, first + 1], [first + 1, to]] {
        streets.segments.push(pair);
        streets.segment_way.push(way);
        let places = pair.map(|node| streets.places[node as usize]);
        if let Measure::Physical { length_mm, kind, grade, .. } = &mut streets.measure {
            length_mm.push(places[0].distance_mm(places[1]));
            kind.push(kind[0]);
            if !grade.is_empty() {
                grade.push(0);
            }
        }
    }
}

#[test]
fn a_small_change_is_a_small_download_and_gives_the_very_new_pack() {
    let Some(before) = city(STREETS, Some(LIST), |_| {}) else { return };
    let close = |shelters: &mut Vec<Shelter>| {
        shelters.iter_mut().for_each(|shelter| {
            if shelter.id == "2f1019bc-537b-4c6b-bdd7-5eded738408f" {
                shelter.status = Status::Closed;
            }
        });
    };
    let (old, _) = packed(&before);
    let closed = city(STREETS, Some(LIST), close).unwrap();
    let built = city_with(STREETS, Some(LIST), |_| {}, build_street).unwrap();
    let both = city_with(STREETS, Some(LIST), close, build_street).unwrap();
    let whole = old.city.len() + old.map.len() + old.search.len();
    for (what, region, most) in [
        ("nothing", &before, 200),
        ("a shelter closed", &closed, 400),
        ("a street built", &built, 4_000),
        ("both", &both, 4_000),
    ] {
        let (new, _) = packed(region);
        let difference = delta(&old.parts(), &new.parts()).unwrap();
        println!("{what}: {} bytes of {whole}", difference.len());
        assert!(difference.len() < most, "{what}: {} bytes", difference.len());
        assert!(apply(&old.parts(), &difference, &Limits::default()).unwrap() == new, "{what}");
        assert_eq!(difference, delta(&old.parts(), &new.parts()).unwrap());
        if what == "both" {
            let mixed = apply(&new.parts(), &difference, &Limits::default());
            assert_eq!(mixed.err(), Some(PackError::Mixed { what: "the difference" }));
            for at in (0..difference.len()).step_by(7) {
                let mut spoilt = difference.clone();
                spoilt[at] ^= 0x10;
                assert!(apply(&old.parts(), &spoilt, &Limits::default()).is_err(), "byte {at}");
                assert!(apply(&old.parts(), &difference[..at], &Limits::default()).is_err(), "cut at {at}");
            }
        }
    }
}
