//! Real messages and real outlines, where the folder of real data is beside the project.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use hinan_alert::notice::{Act, World};
use hinan_alert::outline::{Limit, simplify};
use hinan_alert::{Gazetteer, Ground, Points, Touch, from_cap};
use hinan_cap::message::CapArea;
use hinan_cap::{Mode, read};
use hinan_model::Place;

use crate::ground::area;

/// A folder of real data; `None`, said aloud, where it is not there.
fn data(folder: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/alerts").join(folder);
    if path.is_dir() {
        return Some(path);
    }
    println!("skipped: no {folder}");
    None
}

/// What a message comes to, in a few words.
fn told(bytes: &[u8]) -> String {
    let Some(alert) = read(bytes, Mode::Tolerant).alert else { return "not read".to_owned() };
    let notices = from_cap(&alert, [0; 32]);
    let word = |act: &Act| match act {
        Act::Alert(w) => format!("alert {} {}", w.stage, w.hazard.map_or("unknown", |hazard| hazard.name())),
        Act::Update(w) => {
            format!("update {} {}", w.stage, w.hazard.map_or("unknown", |hazard| hazard.name()))
        }
        Act::Cancel(reason) => format!("cancel {reason:?}"),
        Act::Clear => "clear".to_owned(),
    };
    let world = |world| if world == World::Live { "" } else { " (not live)" };
    notices.iter().map(|notice| word(&notice.act) + world(notice.world)).collect::<Vec<_>>().join("; ")
}

#[test]
fn real_messages_become_notices() {
    let Some(folder) = data("cap") else { return };
    for (file, expected) in [
        ("dwd/Z_CAP_C_EDZW_20170223134450_PVW_4.xml", "alert prepare unknown"),
        ("google/earthquake.cap", "alert prepare earthquake"),
        ("google/weather.cap", "alert expect flood"),
        ("google/no_optional_fields.cap", "alert expect unknown"),
        ("google/xee.cap", "not read"),
        ("nws-2012/cap.GA124CA04A0C28.SpecialWeatherStatement.xml", "alert prepare unknown"),
        ("oasiscap/google-PAAQ-4-mg5a94.xml", "update prepare tsunami"),
        ("oasiscap/ipaws-5e6dd9de023f1930ef6548d9.xml", "cancel Withdrawn"),
        ("oasiscap/ipaws-5e7e0fc5023f1930efcf3deb.xml", "alert expect unknown"),
        ("oasiscap/v1dot2_appendix_adot2.xml", "alert take-cover unknown"),
        ("oasiscap/v1dot2_appendix_adot4.xml", "alert expect unknown"),
    ] {
        assert_eq!(told(&fs::read(folder.join(file)).unwrap()), expected, "{file}");
    }
}

/// The outlines of Israel's alert areas, by id.
fn outlines(folder: &std::path::Path) -> BTreeMap<String, Vec<Place>> {
    let text = fs::read_to_string(folder.join("polygons.json")).unwrap();
    let rings: BTreeMap<String, Vec<[f64; 2]>> = serde_json::from_str(&text).unwrap();
    let place = |[lat, lon]: [f64; 2]| Place::from_degrees(lat, lon).unwrap();
    rings.into_iter().map(|(id, ring)| (id, ring.into_iter().map(place).collect())).collect()
}

fn ground(polygons: Vec<Vec<Place>>) -> Ground {
    Ground::of([&CapArea { polygons, ..area(&[]) }], &Gazetteer::new())
}

#[test]
fn the_areas_of_israel_hold_their_towns_and_lose_nobody() {
    let Some(folder) = data("israel") else { return };
    let outlines = outlines(&folder);
    assert_eq!(outlines.len(), 1420);
    let cities: Vec<serde_json::Value> =
        serde_json::from_str(&fs::read_to_string(folder.join("cities.json")).unwrap()).unwrap();
    let town = |city: &serde_json::Value| {
        let ring = outlines.get(&city["id"].to_string())?;
        Some((ring.clone(), Place::from_degrees(city["lat"].as_f64()?, city["lng"].as_f64()?)?))
    };
    let towns: Vec<(Vec<Place>, Place)> = cities.iter().filter_map(town).collect();
    let inside =
        towns.iter().filter(|(ring, place)| ground(vec![ring.clone()]).at(*place) == Touch::Inside).count();
    // The rest lie outside of their own outline in the source as well.
    println!("{inside} of {} towns lie in their own area", towns.len());
    assert!(inside * 100 >= towns.len() * 97, "{inside} of {}", towns.len());

    let corners: Vec<Place> = outlines.values().flatten().copied().collect();
    let points = Points::new(&corners);
    let everything: Vec<Vec<Place>> = outlines.into_values().collect();
    let limit = Limit::UNITED_KINGDOM;
    let simpler = simplify(&everything, limit).unwrap();
    assert!(simpler.len() <= limit.polygons && simpler.iter().map(Vec::len).sum::<usize>() <= limit.points);
    let spill = points.spill(&ground(everything), &ground(simpler), &[]);
    assert_eq!((spill.lost.places, spill.inside.places), (0, corners.len() as u64));
}
