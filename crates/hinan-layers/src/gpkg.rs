//! GeoPackage (OGC 12-128r19): an SQLite file of tables with geometries.
//!
//! The file is a stranger's program as much as data: it is opened read-only and as if nobody else had
//! it, nothing of its schema is trusted, and what it may make SQLite do is bounded by its size.

use std::fmt::Write as _;
use std::path::Path;

use hinan_earth::Crs;
use hinan_model::Source;
use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, MAIN_DB, OpenFlags, OptionalExtension as _};

use crate::error::NotALayer;
use crate::input::Input;
use crate::layer::{Columns, Row, Rows};
use crate::report::names;
use crate::{MAX_COLUMNS, MAX_ELEMENT, MAX_GEOPACKAGE, MAX_TEXT, wkb};

/// How many steps of SQLite's machine pass between two looks at the clock that counts them.
const STEPS_A_LOOK: i32 = 10_000;
/// Steps that any file may take, and those it may take for each of its bytes. Reading a row takes some
/// ten steps and one or two a column, and a row has more bytes than that.
const STEPS_FREE: u64 = 20_000_000;
const STEPS_A_BYTE: u64 = 4;

/// A table with geometries.
struct Table {
    name: String,
    geometry: String,
    system: i64,
    date: Option<String>,
}

/// Reads the one table of features, or the one that is wanted.
pub(crate) fn read(input: &mut Input, rows: &mut Rows) -> Result<Source, NotALayer> {
    let length = input.length()?;
    if length > MAX_GEOPACKAGE {
        return Err(rows.unusable(format!("is larger than {MAX_GEOPACKAGE} bytes")));
    }
    let sha256 = input.sha256()?;
    let connection = open(input, length).map_err(|what| rows.unusable(what))?;
    let table = table(&connection, rows.wanted.table.as_deref()).map_err(|what| rows.unusable(what))?;
    let crs = match system(&connection, table.system).map_err(|what| rows.unusable(what))? {
        Some(crs) => crs,
        None => rows
            .wanted
            .crs
            .clone()
            .ok_or_else(|| rows.unusable("does not say its coordinate system; name it, as EPSG:2039"))?,
    };
    let columns = columns(&connection, &table).map_err(|what| rows.unusable(what))?;
    let chosen = rows.choose(&columns)?;
    features(&connection, &table, &columns, &chosen, &crs, rows)?;
    Ok(Source { format: "geopackage".to_owned(), sha256, date: table.date, ..Source::default() })
}

fn said(error: &rusqlite::Error) -> String {
    if error.sqlite_error_code() == Some(rusqlite::ErrorCode::OperationInterrupted) {
        return "makes SQLite work far longer than its size calls for; it was stopped".to_owned();
    }
    format!("is a GeoPackage that cannot be read ({error})")
}

fn open(input: &mut Input, length: u64) -> Result<Connection, String> {
    let connection = match &input.path {
        Some(path) => Connection::open_with_flags(
            address(path)?,
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        ),
        None => in_memory(input, length)?,
    };
    let connection = connection.map_err(|error| said(&error))?;
    secure(&connection, length).map_err(|error| said(&error))?;
    Ok(connection)
}

/// A path as SQLite's address of a file that nobody writes: no journal beside it is looked at or made.
fn address(path: &Path) -> Result<String, String> {
    let text = path.to_str().ok_or("has a name that is not Unicode; rename it")?;
    let mut address = "file:".to_owned();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.".contains(&byte) {
            address.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(address, "%{byte:02X}");
        }
    }
    Ok(address + "?immutable=1")
}

fn in_memory(input: &mut Input, length: u64) -> Result<rusqlite::Result<Connection>, String> {
    if length > MAX_TEXT {
        return Err(format!("is larger than {MAX_TEXT} bytes; write it to a file"));
    }
    let opened = Connection::open_in_memory().and_then(|mut connection| {
        connection.deserialize_read_exact(MAIN_DB, &mut input.reader, length as usize, true)?;
        Ok(connection)
    });
    Ok(opened)
}

fn secure(connection: &Connection, length: u64) -> rusqlite::Result<()> {
    for (limit, most) in [
        (Limit::SQLITE_LIMIT_LENGTH, MAX_ELEMENT as i32),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
        (Limit::SQLITE_LIMIT_COLUMN, MAX_COLUMNS as i32 / 2),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 50),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 10),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        connection.set_limit(limit, most)?;
    }
    let mut looks = (STEPS_FREE + length.saturating_mul(STEPS_A_BYTE)) / STEPS_A_LOOK as u64;
    connection.progress_handler(
        STEPS_A_LOOK,
        Some(move || {
            looks = looks.saturating_sub(1);
            looks == 0
        }),
    )?;
    connection.execute_batch(
        "PRAGMA trusted_schema=OFF; PRAGMA query_only=ON; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;",
    )
}

fn table(connection: &Connection, wanted: Option<&str>) -> Result<Table, String> {
    let mut tables = tables(connection).map_err(|error| said(&error))?;
    let list = names(tables.iter().map(|table| table.name.as_str()));
    if let Some(wanted) = wanted {
        return tables
            .into_iter()
            .find(|table| table.name.eq_ignore_ascii_case(wanted))
            .ok_or_else(|| format!("has no table '{wanted}'; it has {list}"));
    }
    match tables.len() {
        0 => Err("has no table of features".to_owned()),
        1 => Ok(tables.remove(0)),
        _ => Err(format!("has several tables: {list}; name one")),
    }
}

fn tables(connection: &Connection) -> rusqlite::Result<Vec<Table>> {
    const MOST: usize = 1000;
    let mut statement = connection.prepare(
        "SELECT g.table_name, g.column_name, g.srs_id, c.last_change FROM gpkg_geometry_columns g \
         JOIN gpkg_contents c ON c.table_name = g.table_name WHERE c.data_type = 'features' ORDER BY g.table_name",
    )?;
    let rows = statement.query_map((), |row| {
        Ok(Table { name: row.get(0)?, geometry: row.get(1)?, system: row.get(2)?, date: row.get(3).ok() })
    })?;
    rows.take(MOST).collect()
}

/// The coordinate system of a table; `None` where the file calls it undefined.
fn system(connection: &Connection, id: i64) -> Result<Option<Crs>, String> {
    if id == 0 || id == -1 {
        return Ok(None);
    }
    let row = connection
        .query_row(
            "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?1",
            [id],
            |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?)),
        )
        .optional()
        .map_err(|error| said(&error))?;
    let (organization, code, definition) =
        row.ok_or_else(|| format!("does not describe its coordinate system {id}"))?;
    // A code that is in the table rules; else what is spelled out.
    match Crs::read(&format!("{organization}:{code}")) {
        Ok(crs) => Ok(Some(crs)),
        Err(error) => Crs::read(&definition).map(Some).map_err(|_second| error.to_string()),
    }
}

/// The columns but for the geometry. Asked for as data, and not of a prepared statement, because the
/// latter's names must be Unicode or the library panics.
fn columns(connection: &Connection, table: &Table) -> Result<Columns, String> {
    let names = column_names(connection, &table.name).map_err(|error| said(&error))?;
    let names = names.into_iter().filter(|name| !name.eq_ignore_ascii_case(&table.geometry));
    Ok(Columns { names: names.collect(), ..Columns::default() })
}

fn column_names(connection: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    let names = statement.query_map([table], |row| Ok(text(row.get_ref(0)?).unwrap_or_default()))?;
    names.take(MAX_COLUMNS).collect()
}

fn identifier(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn features(
    connection: &Connection,
    table: &Table,
    columns: &Columns,
    chosen: &[usize],
    crs: &Crs,
    rows: &mut Rows,
) -> Result<(), NotALayer> {
    let mut wanted = vec![identifier(&table.geometry)];
    wanted.extend(chosen.iter().map(|at| identifier(&columns.names[*at])));
    let sql = format!("SELECT {} FROM {}", wanted.join(", "), identifier(&table.name));
    let failed = |error: rusqlite::Error, rows: &Rows| rows.unusable(said(&error));
    let mut statement = connection.prepare(&sql).map_err(|error| failed(error, rows))?;
    let mut found = statement.query(()).map_err(|error| failed(error, rows))?;
    let mut number = 0;
    loop {
        let row = match found.next() {
            Ok(Some(row)) => row,
            Ok(None) => return Ok(()),
            Err(error) => return Err(failed(error, rows)),
        };
        number += 1;
        let ground = match row.get_ref(0) {
            Ok(ValueRef::Null) => Ok(None),
            Ok(ValueRef::Blob(blob)) => {
                wkb::read(blob).and_then(|raw| raw.map(|raw| raw.ground(crs)).transpose())
            }
            _ => Err("its geometry is no geometry".to_owned()),
        };
        let values = (1..=chosen.len()).map(|at| row.get_ref(at).ok().and_then(text)).collect();
        rows.push(Row { number, ground, values })?;
    }
}

fn text(value: ValueRef) -> Option<String> {
    match value {
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Real(number) => Some(number.to_string()),
        ValueRef::Text(text) => Some(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Null | ValueRef::Blob(_) => None,
    }
}
