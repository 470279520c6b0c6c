//! Areas: Sendai's, and made ones.

use std::io::Cursor;

use hinan_layers::{Areas, Wanted, read_areas, read_areas_from};
use hinan_model::Place;

use crate::{adds_up, data};

fn areas_of(text: &str) -> Areas {
    read_areas_from(Cursor::new(text.as_bytes()), "test", &Wanted::default()).unwrap()
}

#[test]
fn sendais_areas_are_read_in_degrees() {
    for (file, rows, name, total_km2) in [
        ("population/sendai/districts.gpkg", 40, "荒浜", 82.663),
        ("population/sendai/boundary.gpkg", 1, "1", 50.814),
        ("population/sendai/safe_area.gpkg", 1, "1", 79.299),
    ] {
        let Some(path) = data(file) else { continue };
        let read = read_areas(&path, &Wanted::default()).unwrap();
        adds_up(&read.source, &read.complaints);
        assert_eq!(read.source.rows, rows, "{file}");
        assert_eq!(read.areas[0].name, name, "{file}");
        assert!(read.complaints.is_empty(), "{file}: {:?}", read.complaints);
        assert_eq!(read.areas.len() as u64, rows, "{file}");
        let km2: f64 = read.areas.iter().map(|area| area.area.square_metres() / 1e6).sum();
        // Computed with GeographicLib, through pyproj.
        assert!((km2 / total_km2 - 1.0).abs() < 1e-3, "{file}: {km2} km2");
        let sendai = Place::from_degrees(38.25, 140.95).unwrap();
        assert!(read.areas.iter().any(|area| area.area.distance_mm(sendai) < 20_000_000), "{file}");
    }
}

#[test]
fn geojson_of_every_form_is_an_area() {
    let ring = "[[24,60],[25,60],[25,61],[24,61],[24,60]]";
    for (text, name) in [
        (format!(r#"{{"type":"Polygon","coordinates":[{ring}]}}"#), "1"),
        (format!(r#"{{"type":"MultiPolygon","coordinates":[[{ring}]]}}"#), "1"),
        (
            format!(
                r#"{{"type":"Feature","id":7,"properties":null,"geometry":{{"type":"Polygon","coordinates":[{ring}]}}}}"#
            ),
            "7",
        ),
        (
            format!(
                r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{"id":"a","名称":"荒浜"}},"geometry":{{"type":"GeometryCollection","geometries":[{{"type":"Polygon","coordinates":[{ring}]}}]}}}}]}}"#
            ),
            "荒浜",
        ),
    ] {
        let read = areas_of(&text);
        assert_eq!((read.areas.len(), read.areas[0].name.as_str()), (1, name), "{text}");
        assert!(read.areas[0].area.contains(Place::from_degrees(60.5, 24.5).unwrap()));
    }
}

#[test]
fn forbidden_ground_that_two_parts_cover_is_no_hole() {
    let text = r#"{"type":"Feature","properties":{"name":"mines"},"geometry":{"type":"MultiPolygon","coordinates":[
        [[[0,10],[2,10],[2,12],[0,12],[0,10]]],[[[1,11],[3,11],[3,13],[1,13],[1,11]]]]}}"#;
    let read = areas_of(text);
    let place = Place::from_degrees(11.5, 1.5).unwrap();
    assert!(read.areas.iter().any(|area| area.area.contains(place)));
    assert!(read.areas.iter().all(|area| area.name == "mines"));
    assert!(read.complaints[0].reason.contains("overlap") && !read.complaints[0].dropped);
    adds_up(&read.source, &read.complaints);
}

#[test]
fn points_and_lines_are_no_areas() {
    let text = r#"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[0,10]}}"#;
    let error = read_areas_from(Cursor::new(text), "test", &Wanted::default()).unwrap_err();
    assert!(error.to_string().contains("a point and no outline"), "{error}");
    let error = read_areas_from(Cursor::new("lat,lon\n1,2\n"), "test", &Wanted::default()).unwrap_err();
    assert!(error.to_string().contains("GeoJSON or GeoPackage"), "{error}");
}
