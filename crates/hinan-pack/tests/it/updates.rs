//! What changed, in words.

use hinan_model::shelter::Status;
use hinan_model::{EntranceAt, Place};
use hinan_pack::diff;

use crate::cities::{city, packed};

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
