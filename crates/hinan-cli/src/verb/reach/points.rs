//! The points of `--points F.csv`.

use std::fs::File;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use hinan_model::{Complaint, Place};
use hinan_region::build::MAX_OFF_MM;

use hinan_city::City;
use hinan_plan::answer::Stand;

use crate::output::remark;
use crate::tell::count;

/// A point that was asked about.
#[derive(Clone, Debug)]
pub struct Point {
    /// Its id, or its row where the file has no column of ids.
    pub id: String,
    /// Where.
    pub place: Place,
    /// Where that is on the streets.
    pub stand: Stand,
}

/// The most rows that are read.
const MAX_ROWS: u64 = 20_000_000;
/// At most so many complaints are told.
const TOLD: u64 = 20;

/// Which columns hold what.
struct Columns {
    id: Option<usize>,
    lat: usize,
    lon: usize,
}

/// Reads points and joins them to streets. A row that cannot be used is told and left out.
///
/// # Errors
/// Where the file cannot be read, lacks a column or has no usable row.
pub fn read(path: &Path, city: &City) -> Result<Vec<Point>> {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let file = File::open(path).with_context(|| format!("{name}: cannot be read"))?;
    let mut reader = csv::ReaderBuilder::new().flexible(true).has_headers(true).from_reader(file);
    let header = reader.byte_headers().with_context(|| format!("{name}: cannot be read"))?.clone();
    let columns = find_columns(&header, &name)?;
    let mut points = Vec::new();
    let mut complaints = 0;
    let mut complain = |row: u64, column: &str, reason: String| {
        complaints += 1;
        if complaints <= TOLD {
            let (file, column) = (name.clone(), Some(column.to_owned()));
            remark(&Complaint { file, row: Some(row), column, reason, dropped: true }.to_string());
        }
    };
    let mut record = csv::ByteRecord::new();
    // Rows are counted from 1, and the header is the first.
    let mut row = 1;
    while reader.read_byte_record(&mut record).with_context(|| format!("{name}: cannot be read"))? {
        row += 1;
        if row > MAX_ROWS {
            bail!("{name}: more than {} rows; split the file", count(MAX_ROWS));
        }
        match read_row(&record, &columns, row) {
            Ok((id, place)) => points.push(Point { id, place, stand: city.stand(place, MAX_OFF_MM) }),
            Err((column, reason)) => complain(row, column, reason),
        }
    }
    if complaints > TOLD {
        remark(&format!("and {} more rows of {name} left out", count(complaints - TOLD)));
    }
    if points.is_empty() {
        bail!("{name}: no row with a usable place; columns lat and lon are degrees in WGS 84");
    }
    Ok(points)
}

fn find_columns(header: &csv::ByteRecord, name: &str) -> Result<Columns> {
    let titles: Vec<String> = header
        .iter()
        .map(|title| {
            String::from_utf8_lossy(title).trim_start_matches('\u{feff}').trim().to_ascii_lowercase()
        })
        .collect();
    let find = |wanted: &str| titles.iter().position(|title| title == wanted);
    match (find("lat"), find("lon")) {
        (Some(lat), Some(lon)) => Ok(Columns { id: find("id"), lat, lon }),
        _ => bail!(
            "{name}, row 1: needs columns named lat and lon (and optionally id), has {}",
            titles.iter().take(12).map(|title| crate::tell::plain(title, 30)).collect::<Vec<_>>().join(", ")
        ),
    }
}

fn read_row(
    record: &csv::ByteRecord,
    columns: &Columns,
    row: u64,
) -> Result<(String, Place), (&'static str, String)> {
    let cell =
        |column: usize| String::from_utf8_lossy(record.get(column).unwrap_or_default()).trim().to_owned();
    let degrees = |column: usize, title: &'static str| {
        let text = cell(column);
        let wrong = || {
            (title, format!("'{}' is not a number of degrees; row left out", crate::tell::plain(&text, 40)))
        };
        text.parse::<f64>().ok().filter(|degrees| degrees.is_finite()).ok_or_else(wrong)
    };
    let (lat, lon) = (degrees(columns.lat, "lat")?, degrees(columns.lon, "lon")?);
    let place = Place::from_degrees(lat, lon)
        .ok_or_else(|| ("lat", format!("latitude {lat}, longitude {lon} is not on Earth; row left out")))?;
    let id = columns.id.map(cell).filter(|id| !id.is_empty()).unwrap_or_else(|| row.to_string());
    Ok((id, place))
}
