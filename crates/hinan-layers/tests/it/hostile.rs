//! Whatever the bytes are: records and complaints, or a sentence.

use std::io::Cursor;

use hinan_earth::Crs;
use hinan_layers::{NotALayer, Wanted, read_areas_from, read_people, read_people_from, read_zones_from};
use hinan_model::people::Shape;
use hinan_model::{People, Place};
use proptest::prelude::*;
use rusqlite::{Connection, MAIN_DB};

use crate::{adds_up, people_of};

/// A GeoPackage with the tables that every one has, and what `more` does to it.
fn geopackage(more: impl FnOnce(&Connection)) -> Vec<u8> {
    let connection = Connection::open_in_memory().unwrap();
    connection
        .execute_batch(
            "PRAGMA page_size = 512;
             CREATE TABLE gpkg_spatial_ref_sys(srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
                 organization_coordsys_id INTEGER, definition TEXT);
             INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, ''),
                 ('by hand', 100000, 'NONE', 100000, '+proj=utm +zone=35 +ellps=GRS80 +units=m'),
                 ('Krovak', 5514, 'EPSG', 5514, 'undefined');
             CREATE TABLE gpkg_contents(table_name TEXT PRIMARY KEY, data_type TEXT, last_change TEXT);
             CREATE TABLE gpkg_geometry_columns(table_name TEXT, column_name TEXT, srs_id INTEGER);",
        )
        .unwrap();
    more(&connection);
    connection.serialize(MAIN_DB).unwrap().to_vec()
}

/// Enters a table of features.
fn features(connection: &Connection, table: &str, system: i64) {
    connection
        .execute("INSERT INTO gpkg_contents VALUES (?1, 'features', '2022-01-01T00:00:00Z')", [table])
        .unwrap();
    connection.execute("INSERT INTO gpkg_geometry_columns VALUES (?1, 'geom', ?2)", (table, system)).unwrap();
}

fn header() -> Vec<u8> {
    vec![b'G', b'P', 0, 1, 0, 0, 0, 0]
}

fn point(x: f64, y: f64) -> Vec<u8> {
    let mut blob = header();
    blob.push(1);
    blob.extend(1_u32.to_le_bytes());
    blob.extend(x.to_le_bytes());
    blob.extend(y.to_le_bytes());
    blob
}

/// A table of features with one column of people.
fn cells(connection: &Connection, system: i64, rows: &[(Option<Vec<u8>>, &str)]) {
    connection
        .execute_batch("CREATE TABLE cells(fid INTEGER PRIMARY KEY, geom BLOB, population ANY)")
        .unwrap();
    features(connection, "cells", system);
    for (geometry, people) in rows {
        connection
            .execute("INSERT INTO cells(geom, population) VALUES (?1, ?2)", (geometry, people))
            .unwrap();
    }
}

fn people_in(bytes: &[u8], wanted: &Wanted) -> Result<People, NotALayer> {
    read_people_from(Cursor::new(bytes), "test.gpkg", wanted)
}

fn refused(bytes: &[u8]) -> String {
    people_in(bytes, &Wanted::default()).unwrap_err().to_string()
}

#[test]
fn geometries_that_lie_about_their_size_are_complaints() {
    let polygon = |tail: &[u8]| [header(), vec![1, 3, 0, 0, 0], tail.to_vec()].concat();
    let deep = [header(), [1, 7, 0, 0, 0, 1, 0, 0, 0].repeat(100)].concat();
    let bytes = geopackage(|connection| {
        let rows = [
            (Some(point(24.9, 60.1)), "5"),
            (None, "5"),
            (Some(vec![]), "5"),
            (Some(b"GP".to_vec()), "5"),
            (Some(polygon(&[0xff; 4])), "5"),
            (Some(polygon(&[1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff])), "5"),
            (Some(deep), "5"),
            (Some(point(f64::NAN, 1.0)), "5"),
            (Some(point(24.9, 60.1)), "many"),
            (Some([header(), vec![1, 2, 0, 0, 0, 0, 0, 0, 0]].concat()), "5"),
        ];
        cells(connection, 4326, &rows);
    });
    let people = people_in(&bytes, &Wanted::default()).unwrap();
    adds_up(&people.source, &people.complaints);
    assert_eq!((people.source.rows, people.source.records, people.total()), (10, 1, 5));
}

#[test]
fn a_geopackage_may_spell_its_system_out_and_must_not_leave_it_out() {
    let file = |system| {
        geopackage(|connection| cells(connection, system, &[(Some(point(385_000.0, 6_671_000.0)), "5")]))
    };
    let people = people_in(&file(100_000), &Wanted::default()).unwrap();
    let Shape::Point(place) = people.cells[0].shape else { unreachable!("a point") };
    assert!(place.distance_mm(Place::from_degrees(60.159_692_8, 24.928_022_9).unwrap()) < 20, "{place}");
    assert!(refused(&file(5514)).contains("EPSG:5514"));
    assert!(refused(&file(-1)).contains("does not say its coordinate system"));
    assert!(refused(&file(77)).contains("does not describe its coordinate system 77"));
    let named = Wanted { crs: Some(Crs::epsg(3067).unwrap()), ..Wanted::default() };
    assert_eq!(people_in(&file(-1), &named).unwrap().total(), 5);
}

#[test]
fn of_several_tables_one_must_be_named() {
    let bytes = geopackage(|connection| {
        cells(connection, 4326, &[(Some(point(24.9, 60.1)), "5")]);
        let odd = "odd \"name\"; DROP TABLE cells";
        let quoted = odd.replace('"', "\"\"");
        connection.execute_batch(&format!("CREATE TABLE \"{quoted}\"(geom BLOB, pop INTEGER)")).unwrap();
        connection.execute(&format!("INSERT INTO \"{quoted}\" VALUES (?1, 7)"), [point(24.9, 60.1)]).unwrap();
        features(connection, odd, 4326);
    });
    assert!(refused(&bytes).contains("several tables"));
    let table = |name: &str| Wanted { table: Some(name.to_owned()), ..Wanted::default() };
    assert_eq!(people_in(&bytes, &table("cells")).unwrap().total(), 5);
    assert_eq!(people_in(&bytes, &table("odd \"name\"; DROP TABLE cells")).unwrap().total(), 7);
    assert!(people_in(&bytes, &table("x")).unwrap_err().to_string().contains("has no table 'x'"));
}

#[test]
fn a_view_that_never_ends_or_swells_is_stopped() {
    let endless =
        "CREATE VIEW cells AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1e15)
                   SELECT NULL AS geom, 1 AS population FROM n WHERE i < 0";
    let large = "CREATE VIEW cells AS SELECT zeroblob(1000000000) AS geom, 1 AS population";
    for (view, words) in [(endless, "far longer than its size calls for"), (large, "cannot be read")] {
        let bytes = geopackage(|connection| {
            connection.execute_batch(view).unwrap();
            features(connection, "cells", 4326);
        });
        let error = refused(&bytes);
        assert!(error.contains(words), "{error}");
    }
}

#[test]
fn a_geopackage_is_opened_by_any_name_and_left_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a ?#%41ü'.gpkg");
    let bytes = geopackage(|connection| cells(connection, 4326, &[(Some(point(24.9, 60.1)), "5")]));
    std::fs::write(&path, &bytes).unwrap();
    let people = read_people(&path, &Wanted::default()).unwrap();
    assert_eq!((people.total(), people.source.file.as_str()), (5, "a ?#%41ü'.gpkg"));
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "a journal was left");
    let error = read_people(folder.path(), &Wanted::default()).unwrap_err().to_string();
    assert!(error.contains("is a folder"), "{error}");
    let error = read_people(&folder.path().join("none"), &Wanted::default()).unwrap_err().to_string();
    assert!(error.starts_with("none cannot be read"), "{error}");
}

#[test]
fn depth_and_width_are_bounded() {
    for text in [
        "[".repeat(1_000_000),
        "{\"a\":".repeat(1_000_000),
        format!(
            "{{\"type\":\"FeatureCollection\",\"features\":[{}1{}]}}",
            "[".repeat(5000),
            "]".repeat(5000)
        ),
        format!("{}1\n", "a,".repeat(100_000)),
        format!("lat,lon,pop\n\"{}\n", "x".repeat(3_000_000)),
        "\u{0}".repeat(100_000),
    ] {
        assert!(people_of(&text, &Wanted::default()).is_err());
    }
    // A row that is too long is a complaint, and the next one is read.
    let text = format!("lat,lon,pop\n60,24,{}\n60,24,5\n", "1".repeat(2_000_000));
    let people = people_of(&text, &Wanted::default()).unwrap();
    adds_up(&people.source, &people.complaints);
    assert_eq!((people.total(), people.source.rows), (5, 2));
}

#[test]
fn complaints_are_listed_up_to_a_limit_and_counted_beyond() {
    let text = format!("lat,lon,pop\n60,24,1\n{}", "91,0,1\n".repeat(12_000));
    let people = people_of(&text, &Wanted::default()).unwrap();
    assert_eq!((people.source.rows, people.source.records, people.source.complaints), (12_001, 1, 12_000));
    assert_eq!(people.complaints.len(), hinan_layers::MAX_COMPLAINTS + 1);
    assert!(people.complaints.last().unwrap().reason.contains("2000 more complaints"));
}

const SEEDS: &[&str] = &[
    "lat,lon,population\n60.17,24.94,12\n60.18,24.95,3.5\n",
    "緯度;経度;人口\n35,6;139,63;12\n35,61;139,64;1 200\n",
    "id,lon,lat,population\n89a901291abffff,-51.158,-30.054,4\n",
    r#"[{"meshId":"53393520","coordinates":[[139.625,35.6],[139.6375,35.608333]],"populationDensity":9437}]"#,
    r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"pop":10,"seconds":4},"geometry":{"type":"Polygon","coordinates":[[[24,60],[25,60],[25,61],[24,60]]]}}]}"#,
    r#"[{"id":511,"name":"x","countdown":90,"lat":31.8,"lng":35.1,"value":"x"}]"#,
    r#"{"511":[[31.8,35.1],[31.9,35.1],[31.9,35.2]]}"#,
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn mutated_files_are_read_or_refused(
        seed in 0..SEEDS.len(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4_u8), 0..6),
    ) {
        let mut bytes = SEEDS[seed].as_bytes().to_vec();
        for (at, byte, how) in changes {
            if bytes.is_empty() {
                break;
            }
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => bytes.truncate(at),
                _ => { bytes.remove(at); }
            }
        }
        if let Ok(people) = people_in(&bytes, &Wanted::default()) {
            adds_up(&people.source, &people.complaints);
            let at_sea = |shape: &Shape| matches!(shape, Shape::Point(place) if hinan_earth::land::is_sea(*place));
            let told = people.complaints.iter().any(|complaint| complaint.reason.contains("in the sea"));
            prop_assert!(told || !people.cells.iter().any(|cell| at_sea(&cell.shape)), "a point in the sea without a word");
        }
        if let Ok(areas) = read_areas_from(Cursor::new(&bytes), "test", &Wanted::default()) {
            adds_up(&areas.source, &areas.complaints);
        }
        let _ = read_zones_from([(Cursor::new(&bytes), "test")], &Wanted::default());
    }
}

#[test]
fn outlines_made_to_keep_a_machine_busy_do_not() {
    // Two combs that lie in each other: every corner of one would be held against every line of the other.
    let comb = |lon: f64| {
        let teeth = (0..60_000).map(|i| format!("[{},{}]", lon + f64::from(i) * 1e-5, 10 + i % 2));
        format!("[[{}]]", teeth.collect::<Vec<_>>().join(","))
    };
    let text = format!(r#"{{"type":"MultiPolygon","coordinates":[{},{}]}}"#, comb(10.0), comb(10.1));
    let areas = read_areas_from(Cursor::new(text), "combs", &Wanted::default()).unwrap();
    assert_eq!(areas.areas.len(), 2);
    assert!(areas.complaints[0].reason.contains("overlap"));
    let properties: Vec<String> = (0..5000).map(|i| format!("\"p{i}\":1")).collect();
    let feature =
        format!(r#"{{"type":"Feature","properties":{{{}}},"geometry":null}}"#, properties.join(","));
    let error = people_of(&feature, &Wanted::default()).unwrap_err().to_string();
    assert!(error.contains("no column that is known to hold people"), "{error}");
}
