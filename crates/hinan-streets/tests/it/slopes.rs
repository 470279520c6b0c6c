//! Elevation files, made here and real ones.

use hinan_model::network::Measure;
use hinan_model::place::Place;
use hinan_streets::elevation::Ground;
use hinan_streets::{Options, read};

use crate::map::Map;
use crate::places::data;

/// A tile for 60 N, 24 E that rises `per_post` metres a post towards the east.
fn tile(per_post: f64) -> Vec<u8> {
    let row: Vec<u8> = (0..1201_i32).flat_map(|x| ((f64::from(x) * per_post) as i16).to_be_bytes()).collect();
    row.repeat(1201)
}

#[test]
fn a_ramp_has_its_slope_both_ways() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("N60E024.hgt");
    std::fs::write(&file, tile(5.0)).unwrap();
    let ground = Ground::read(std::slice::from_ref(&file)).unwrap();
    let height = |lat, lon| ground.height(Place::from_degrees(lat, lon).unwrap());
    assert!((height(60.5, 24.5).unwrap() - 3000.0).abs() < 0.1);
    assert!((height(60.0, 24.0).unwrap()).abs() < 0.1);
    assert_eq!(height(61.5, 24.5), None);
    let map = Map::row(4)
        .way(1, &[1, 2, 3], "highway=footway")
        .way(2, &[3, 4], "highway=footway bridge=yes")
        .way(3, &[2, 1], "highway=steps");
    let streets = map.read(&Options { elevation: vec![file], ..Options::default() }).unwrap();
    let Measure::Physical { grade, .. } = &streets.measure else { panic!() };
    // A thousandth of a degree is 1.2 posts, 6 m, on 55.8 m of way.
    assert_eq!(grade, &[11, 11, 0, -11]);
    assert_eq!(streets.sources.len(), 2);
    assert_eq!(streets.sources[1].role, "elevation");
}

#[test]
fn files_that_are_no_elevation_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let says = |name: &str, bytes: &[u8], words: &str| {
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        let sentence = Ground::read(&[file]).unwrap_err().to_string();
        assert!(sentence.contains(words), "{sentence}");
    };
    says("N60E024.hgt", b"short", "has 5 bytes");
    says("somewhere.hgt", &tile(0.0), "does not say its corner");
    says("a.zip", b"PK\x05\x06", "zip cannot be read");
    says("a.tif", b"II*\0\x08\0\0\0", "GeoTIFF cannot be read");
    assert!(Ground::read(&[folder.path().join("none.hgt")]).is_err());
}

#[test]
fn voids_are_level() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("N60E024.hgt");
    std::fs::write(&file, [0x80_u8, 0].repeat(1201 * 1201)).unwrap();
    let map = Map::row(2).way(1, &[1, 2], "highway=footway");
    let streets = map.read(&Options { elevation: vec![file], ..Options::default() }).unwrap();
    let Measure::Physical { grade, .. } = &streets.measure else { panic!() };
    assert_eq!(grade, &[0]);
    assert_eq!(crate::map::dropped(&streets, "outside of the elevation"), 2);
}

#[test]
fn andorra_is_steep_and_porto_alegre_is_covered() {
    let (Some(map), Some(tile)) = (data("osm/andorra-latest.osm.pbf"), data("elevation/N42E001.hgt.zip"))
    else {
        return;
    };
    let ground = Ground::read(std::slice::from_ref(&tile)).unwrap();
    let town = ground.height(Place::from_degrees(42.5063, 1.5218).unwrap()).unwrap();
    assert!((990.0..1080.0).contains(&town), "Andorra la Vella lies at 1,023 m, not {town}");
    let streets = read(&map, &Options { elevation: vec![tile], ..Options::default() }).unwrap();
    let Measure::Physical { grade, .. } = &streets.measure else { panic!() };
    assert_eq!(grade.len(), streets.segments.len());
    let steep = grade.iter().filter(|g| g.abs() >= 10).count() * 100 / grade.len();
    assert!((5..80).contains(&steep), "{steep} % of the segments are steep");
    let (Some(map), Some(tif)) = (data("osm/poa_osm.osm.pbf"), data("elevation/poa_elevation.tif")) else {
        return;
    };
    let streets = read(&map, &Options { elevation: vec![tif], ..Options::default() }).unwrap();
    let outside = crate::map::dropped(&streets, "outside of the elevation") as usize;
    assert!(outside * 10 < streets.node_ids.len(), "{outside}");
}
