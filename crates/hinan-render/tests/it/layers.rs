//! Every form read back by a reader that shares no code with its writer.

use hinan_model::Area;
use hinan_render::{Format, Geometries, Layer, Notes, RenderError, Values, write};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::sample::{all, areas, at, bytes, lines, notes, points, table};

/// The value that every form must give back, `null` where there is none.
fn expected(values: &Values, row: usize) -> Value {
    match values {
        Values::Text(values) => json!(values[row]),
        Values::Integer(values) => json!(values[row]),
        Values::Real(values) => json!(values[row].filter(|value| value.is_finite())),
        Values::Boolean(values) => json!(values[row]),
    }
}

/// The geometry that GeoJSON must tell.
fn coordinates(geometry: &Value) -> Value {
    geometry.get("coordinates").cloned().unwrap_or(Value::Null)
}

#[test]
fn geojson_reads_back() {
    for layer in all() {
        let json: Value = serde_json::from_slice(&bytes(&layer, Format::GeoJson)).unwrap();
        assert_eq!(json["type"], "FeatureCollection");
        assert_eq!(json["attribution"], json!(layer.notes.attribution));
        assert_eq!(json["warnings"], json!(layer.notes.warnings));
        assert_eq!(json["facts"], json!({"walker": "older", "hazard": "air-raid"}));
        let features = json["features"].as_array().unwrap();
        assert_eq!(features.len(), layer.rows());
        for (row, feature) in features.iter().enumerate() {
            for column in &layer.columns {
                assert_eq!(feature["properties"][&column.name], expected(&column.values, row));
            }
        }
    }
    let json: Value = serde_json::from_slice(&bytes(&points(), Format::GeoJson)).unwrap();
    assert_eq!(
        json["features"][0]["geometry"],
        json!({"type": "Point", "coordinates": [24.9384001, 60.1699]})
    );
    assert_eq!(json["features"][2]["geometry"], Value::Null);
    assert_eq!(json["bbox"], json!([0.0, -0.0000001, 179.9999999, 60.1699]));
    let json: Value = serde_json::from_slice(&bytes(&lines(), Format::GeoJson)).unwrap();
    assert_eq!(json["features"][1]["geometry"], Value::Null, "one place is no line");
    assert_eq!(coordinates(&json["features"][0]["geometry"]).as_array().unwrap().len(), 3);
}

/// Twice the area of a ring of GeoJSON in units of 1e-7 degrees, exactly; positive where it runs
/// anticlockwise. In whole numbers, since a ring without area must come out as nothing.
fn turn(ring: &Value) -> i128 {
    let units = |degrees: &Value| (degrees.as_f64().unwrap() * 1e7).round() as i128;
    let at = |position: &Value| (units(&position[0]), units(&position[1]));
    let ring: Vec<(i128, i128)> = ring.as_array().unwrap().iter().map(at).collect();
    assert_eq!(ring.first(), ring.last(), "rings are closed");
    ring.windows(2).map(|w| w[0].0 * w[1].1 - w[1].0 * w[0].1).sum()
}

#[test]
fn rings_have_their_roles() {
    let json: Value = serde_json::from_slice(&bytes(&areas(), Format::GeoJson)).unwrap();
    let lake = coordinates(&json["features"][0]["geometry"]);
    let polygons = lake.as_array().unwrap();
    let sizes: Vec<usize> = polygons.iter().map(|polygon| polygon.as_array().unwrap().len()).collect();
    assert_eq!(sizes, [2, 1, 1], "a square with a hole, the island in it, and the square beside");
    for polygon in polygons {
        let rings = polygon.as_array().unwrap();
        assert!(turn(&rings[0]) > 0, "outlines run anticlockwise");
        assert!(rings[1..].iter().all(|hole| turn(hole) < 0), "holes run clockwise");
    }
    assert_eq!(json["features"][3]["geometry"], Value::Null, "no ground at all");
}

#[test]
fn csv_reads_back() {
    for layer in all() {
        let bytes = bytes(&layer, Format::Csv);
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let names: Vec<&str> = layer.columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(header[..names.len()], names);
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), layer.rows());
        for (row, record) in rows.iter().enumerate() {
            for (cell, column) in record.iter().zip(&layer.columns) {
                match expected(&column.values, row) {
                    Value::Null => assert_eq!(cell, ""),
                    Value::String(text) => assert_eq!(cell, text),
                    Value::Number(number) => assert_eq!(cell.parse::<f64>().ok(), number.as_f64()),
                    other => assert_eq!(cell, other.to_string()),
                }
            }
        }
        let where_it_is: Vec<&str> = header[names.len()..].iter().map(String::as_str).collect();
        let last = rows[0].get(rows[0].len() - 1).unwrap();
        match layer.geometries {
            Geometries::None(_) => assert!(where_it_is.is_empty()),
            Geometries::Points(_) => {
                assert_eq!(where_it_is, ["lat", "lon"]);
                assert_eq!(last, "24.9384001");
            }
            Geometries::Lines(_) => {
                let line = "LINESTRING(0.0000002 0.0000001,0.0000004 0.0000003,-0.0000006 0.0000005)";
                assert_eq!((where_it_is.as_slice(), last), (["wkt"].as_slice(), line));
            }
            Geometries::Areas(_) => assert!(last.starts_with("MULTIPOLYGON(((") && last.contains(")),((")),
        }
    }
}

#[test]
fn geopackages_read_back() {
    for layer in all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("layer.gpkg");
        std::fs::write(&path, bytes(&layer, Format::GeoPackage)).unwrap();
        let database = rusqlite::Connection::open(&path).unwrap();
        let number = |sql: &str| database.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
        let text = |sql: &str| database.query_row(sql, [], |row| row.get::<_, String>(0)).unwrap();
        assert_eq!(text("PRAGMA integrity_check"), "ok");
        assert_eq!(text("SELECT count(*) || '' FROM pragma_foreign_key_check"), "0");
        assert_eq!(number("PRAGMA application_id"), 0x4750_4B47);
        assert_eq!(text("SELECT table_name FROM gpkg_contents"), layer.name);
        assert!(text("SELECT metadata FROM gpkg_metadata").contains("<contributors>"));
        assert!(text("SELECT description FROM gpkg_contents").contains("<contributors>"));
        let has_places = !matches!(layer.geometries, Geometries::None(_));
        assert_eq!(number("SELECT count(*) FROM gpkg_geometry_columns"), i64::from(has_places));
        assert_eq!(number(&format!("SELECT count(*) FROM {}", layer.name)), layer.rows() as i64);
        for column in &layer.columns {
            let name = column.name.replace('"', "\"\"");
            let sql = format!("SELECT \"{name}\" FROM {} ORDER BY fid", layer.name);
            let mut statement = database.prepare(&sql).unwrap();
            let cells: Vec<Value> = statement
                .query_map([], |row| {
                    Ok(match row.get_ref(0)? {
                        rusqlite::types::ValueRef::Null => Value::Null,
                        rusqlite::types::ValueRef::Integer(value) => json!(value),
                        rusqlite::types::ValueRef::Real(value) => json!(value),
                        rusqlite::types::ValueRef::Text(value) => json!(std::str::from_utf8(value).unwrap()),
                        rusqlite::types::ValueRef::Blob(_) => json!("bytes"),
                    })
                })
                .unwrap()
                .map(Result::unwrap)
                .collect();
            let yes_is_one = |value: Value| value.as_bool().map_or(value, |yes| json!(i64::from(yes)));
            let wanted: Vec<Value> =
                (0..layer.rows()).map(|row| yes_is_one(expected(&column.values, row))).collect();
            assert_eq!(cells, wanted, "{}", column.name);
        }
    }
}

#[test]
fn blobs_of_geopackages_are_those_of_the_standard() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("layer.gpkg");
    let blobs = |layer: &Layer| -> Vec<Option<Vec<u8>>> {
        std::fs::write(&path, bytes(layer, Format::GeoPackage)).unwrap();
        let database = rusqlite::Connection::open(&path).unwrap();
        let mut statement = database.prepare(&format!("SELECT geom FROM {}", layer.name)).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let float = |bytes: &[u8]| f64::from_le_bytes(bytes.try_into().unwrap());
    let of_points = blobs(&points());
    let point = of_points[0].as_ref().unwrap();
    assert_eq!(point[..8], *b"GP\0\x01\xe6\x10\0\0");
    assert_eq!(point[8..13], *b"\x01\x01\0\0\0");
    assert_eq!((float(&point[13..21]), float(&point[21..])), (24.9384001, 60.1699));
    assert_eq!(of_points[2], None);
    let of_areas = blobs(&areas());
    let lake = of_areas[0].as_ref().unwrap();
    assert_eq!(lake[3], 3, "with a box");
    assert_eq!([8, 16, 24, 32].map(|from| float(&lake[from..from + 8])), [0.0, 21.0, 0.0, 21.0]);
    assert_eq!(lake[40..49], *b"\x01\x06\0\0\0\x03\0\0\0");
}

#[test]
fn parquet_reads_back() {
    for layer in all() {
        let reader =
            SerializedFileReader::new(bytes::Bytes::from(bytes(&layer, Format::GeoParquet))).unwrap();
        let keys = reader.metadata().file_metadata().key_value_metadata().unwrap();
        let key = |name: &str| keys.iter().find(|key| key.key == name).and_then(|key| key.value.clone());
        assert_eq!(key("attribution"), Some(layer.notes.attribution.join("\n")));
        assert_eq!(key("fact:walker"), Some("older".to_owned()));
        if let Some(geo) = key("geo") {
            let geo: Value = serde_json::from_str(&geo).unwrap();
            assert_eq!(geo["version"], "1.1.0");
            assert_eq!(geo["columns"]["geometry"]["encoding"], "WKB");
        } else {
            assert_eq!(layer.geometries, Geometries::None(4));
        }
        let rows: Vec<parquet::record::Row> =
            reader.get_row_iter(None).unwrap().map(Result::unwrap).collect();
        assert_eq!(rows.len(), layer.rows());
        for (row, record) in rows.iter().enumerate() {
            for ((name, field), column) in record.get_column_iter().zip(&layer.columns) {
                let found = match field {
                    Field::Null => Value::Null,
                    Field::Bool(value) => json!(value),
                    Field::Long(value) => json!(value),
                    Field::Double(value) => json!(value),
                    Field::Str(value) => json!(value),
                    other => panic!("{other:?}"),
                };
                assert_eq!((name, found), (&column.name, expected(&column.values, row)));
            }
        }
    }
}

#[test]
fn the_same_layer_gives_the_same_bytes() {
    for layer in all() {
        for format in Format::ALL {
            assert_eq!(bytes(&layer, format), bytes(&layer.clone(), format), "{format:?}");
        }
    }
}

#[test]
fn forms_are_known_by_their_endings() {
    for format in Format::ALL {
        assert_eq!(Format::of_extension(&format.extension().to_uppercase()), Some(format));
    }
    assert_eq!(Format::of_extension("shp"), None);
}

#[test]
fn a_layer_that_contradicts_itself_is_refused_in_words() {
    let wrong = |layer: Layer| {
        let error = write(&layer, Format::Csv, &mut Vec::new()).unwrap_err();
        assert!(matches!(error, RenderError::Layer { .. }));
        error.to_string()
    };
    let plain = || Layer::new("t", "", Geometries::None(1), Notes::default());
    assert!(wrong(plain().with_integer("a", [])).contains("0 values for 1 rows"));
    assert!(wrong(plain().with_integer("a", [None]).with_text("A", [None])).contains("two columns"));
    assert!(wrong(plain().with_integer("Geom", [None])).contains("may be called"));
    assert!(wrong(Layer { name: "a; drop".to_owned(), ..plain() }).contains("letters"));
    assert!(wrong(Layer { name: "gpkg_contents".to_owned(), ..plain() }).contains("gpkg_"));
}

#[test]
fn a_full_disk_is_an_error() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    for format in Format::ALL {
        assert!(matches!(write(&table(), format, &mut Full), Err(RenderError::Io(_))), "{format:?}");
    }
    let text = notes().text();
    assert!(text.contains("walker: older") && text.contains("Data: ©") && text.ends_with('\n'));
}

proptest! {
    /// Whatever rings come, writing ends, and what is written is well-formed and closed.
    #[test]
    fn any_rings_can_be_written(
        rings in proptest::collection::vec(proptest::collection::vec((-50_i32..50, -50_i32..50), 0..8), 0..6),
    ) {
        let rings = rings.into_iter().map(|ring| ring.into_iter().map(|(a, b)| at(a, b)).collect()).collect();
        let areas = Geometries::Areas(vec![Some(Area { rings })]);
        let layer = Layer::new("a", "", areas, Notes::default());
        for format in Format::ALL {
            bytes(&layer, format);
        }
        let json: Value = serde_json::from_slice(&bytes(&layer, Format::GeoJson)).unwrap();
        for polygon in coordinates(&json["features"][0]["geometry"]).as_array().unwrap_or(&Vec::new()) {
            let rings = polygon.as_array().unwrap();
            prop_assert!(turn(&rings[0]) >= 0);
            prop_assert!(rings[1..].iter().all(|ring| turn(ring) <= 0));
        }
    }
}

#[test]
fn a_layer_of_no_rows_is_a_file_too() {
    let layer = Layer::new("empty", "", Geometries::Points(Vec::new()), Notes::default()).with_text("a", []);
    for format in Format::ALL {
        assert!(!bytes(&layer, format).is_empty());
    }
    let reader = SerializedFileReader::new(bytes::Bytes::from(bytes(&layer, Format::GeoParquet))).unwrap();
    assert_eq!(reader.metadata().file_metadata().num_rows(), 0);
}
