//! A layer as a GeoPackage: an SQLite database with the tables of OGC 12-128r18 (version 1.3).

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, MAIN_DB, Transaction, params, params_from_iter};

use crate::layer::{Geometries, Layer, RenderError, Values};
use crate::wkb;

/// "GPKG", as the header of the database says.
const APPLICATION_ID: i32 = 0x4750_4B47;
/// Version 1.3.1.
const USER_VERSION: i32 = 10301;
/// The database states when it was changed. Same input, same bytes: no clock is asked.
const LAST_CHANGE: &str = "1970-01-01T00:00:00.000Z";
/// WGS 84 in degrees.
const WGS_84: i32 = 4326;

pub fn bytes(layer: &Layer) -> Result<Vec<u8>, RenderError> {
    let mut database = Connection::open_in_memory()?;
    database.pragma_update(None, "page_size", 4096)?;
    database.pragma_update(None, "application_id", APPLICATION_ID)?;
    database.pragma_update(None, "user_version", USER_VERSION)?;
    let transaction = database.transaction()?;
    transaction.execute_batch(TABLES)?;
    transaction.execute_batch(REFERENCE_SYSTEMS)?;
    add_contents(&transaction, layer)?;
    add_notes(&transaction, layer)?;
    add_rows(&transaction, layer)?;
    transaction.commit()?;
    Ok(database.serialize(MAIN_DB)?.to_vec())
}

/// The tables that every GeoPackage has, those of geometries, and those of the metadata extension.
const TABLES: &str = "\
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
  scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_metadata (
  id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
  md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
CREATE TABLE gpkg_metadata_reference (
  reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
  timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
  CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
  CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
INSERT INTO gpkg_extensions VALUES
  ('gpkg_metadata', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec131/#extension_metadata', 'read-write'),
  ('gpkg_metadata_reference', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec131/#extension_metadata', 'read-write');
";

/// The two for "undefined", which every GeoPackage lists, and WGS 84.
const REFERENCE_SYSTEMS: &str = "\
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326,
   'GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AXIS[\"Latitude\",NORTH],AXIS[\"Longitude\",EAST],AUTHORITY[\"EPSG\",\"4326\"]]',
   'longitude and latitude in decimal degrees on the WGS 84 spheroid');
";

fn add_contents(database: &Transaction<'_>, layer: &Layer) -> Result<(), RenderError> {
    let kind = layer.geometries.kind();
    let bounds = layer.geometries.bounds();
    let (min, max) = (bounds.map(|b| b.min), bounds.map(|b| b.max));
    database.execute(
        "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        params![
            layer.name,
            if kind.is_some() { "features" } else { "attributes" },
            layer.name,
            description(layer),
            LAST_CHANGE,
            min.map(|place| place.lon()),
            min.map(|place| place.lat()),
            max.map(|place| place.lon()),
            max.map(|place| place.lat()),
            kind.map(|_| WGS_84),
        ],
    )?;
    if let Some(kind) = kind {
        database.execute(
            "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
            params![layer.name, kind.to_uppercase(), WGS_84],
        )?;
    }
    Ok(())
}

/// Map tools show the description, and hardly any shows metadata: whose data it is stands in both.
fn description(layer: &Layer) -> String {
    format!("{}\n{}", layer.about, layer.notes.text())
}

fn add_notes(database: &Transaction<'_>, layer: &Layer) -> Result<(), RenderError> {
    database.execute(
        "INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'http://purl.org/dc/terms/', 'text/plain', ?)",
        params![layer.notes.text()],
    )?;
    database.execute(
        "INSERT INTO gpkg_metadata_reference VALUES ('table', ?, NULL, NULL, ?, 1, NULL)",
        params![layer.name, LAST_CHANGE],
    )?;
    Ok(())
}

fn add_rows(database: &Transaction<'_>, layer: &Layer) -> Result<(), RenderError> {
    let kind = layer.geometries.kind();
    let mut columns = vec!["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL".to_owned()];
    columns.extend(kind.map(|kind| format!("geom {}", kind.to_uppercase())));
    columns.extend(layer.columns.iter().map(|c| format!("{} {}", quoted(&c.name), type_name(&c.values))));
    database.execute_batch(&format!("CREATE TABLE {} ({})", quoted(&layer.name), columns.join(", ")))?;

    let marks = vec!["?"; columns.len()].join(", ");
    let mut insert = database.prepare(&format!("INSERT INTO {} VALUES ({marks})", quoted(&layer.name)))?;
    let mut blob = Vec::new();
    for row in 0..layer.rows() {
        let geometry = blob_of(&mut blob, &layer.geometries, row);
        let fid = ToSqlOutput::from(row as i64 + 1);
        let geometry = kind.map(|_| ToSqlOutput::Borrowed(geometry.map_or(ValueRef::Null, ValueRef::Blob)));
        let values = layer.columns.iter().map(|column| ToSqlOutput::Borrowed(value(&column.values, row)));
        insert.execute(params_from_iter([fid].into_iter().chain(geometry).chain(values)))?;
    }
    Ok(())
}

fn type_name(values: &Values) -> &'static str {
    match values {
        Values::Text(_) => "TEXT",
        Values::Integer(_) => "INTEGER",
        Values::Real(_) => "REAL",
        Values::Boolean(_) => "BOOLEAN",
    }
}

fn value(values: &Values, row: usize) -> ValueRef<'_> {
    match values {
        Values::Text(values) => values[row].as_deref().map(ValueRef::from),
        Values::Integer(values) => values[row].map(ValueRef::Integer),
        Values::Real(values) => values[row].filter(|value| value.is_finite()).map(ValueRef::Real),
        Values::Boolean(values) => values[row].map(|value| ValueRef::Integer(i64::from(value))),
    }
    .unwrap_or(ValueRef::Null)
}

/// The geometry of a row as clause 2.1.3 wants it: a header, the box where it is no point, and
/// well-known binary.
fn blob_of<'b>(blob: &'b mut Vec<u8>, geometries: &Geometries, row: usize) -> Option<&'b [u8]> {
    const LITTLE_ENDIAN: u8 = 0b0000_0001;
    const WITH_BOX: u8 = 0b0000_0010;
    blob.clear();
    let bounds = match geometries {
        Geometries::None(_) | Geometries::Points(_) => None,
        Geometries::Lines(lines) => {
            wkb::line(lines, row).and_then(|line| hinan_model::Bounds::around(line.iter().copied()))
        }
        Geometries::Areas(areas) => areas[row].as_ref().and_then(hinan_model::Area::bounds),
    };
    blob.extend_from_slice(b"GP\0");
    blob.push(LITTLE_ENDIAN | bounds.map_or(0, |_| WITH_BOX));
    blob.extend_from_slice(&WGS_84.to_le_bytes());
    if let Some(bounds) = bounds {
        for side in [bounds.min.lon(), bounds.max.lon(), bounds.min.lat(), bounds.max.lat()] {
            blob.extend_from_slice(&side.to_le_bytes());
        }
    }
    wkb::push(blob, geometries, row).then_some(blob)
}

/// A name as SQL takes it, whatever is in it.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
