//! Tables: CSV with a comma, a semicolon, a tab or a bar.

use std::borrow::Cow;

use csv_core::ReadRecordResult;

use crate::error::NotALayer;
use crate::layer::{Columns, Row, Rows, disagreement, placed, placing, system};
use crate::report::names;
use crate::{MAX_CELL, MAX_COLUMNS, MAX_RECORD};

const DELIMITERS: [u8; 4] = *b",;\t|";

/// Reads a table whose first row names its columns.
pub(crate) fn read(text: &str, rows: &mut Rows) -> Result<&'static str, NotALayer> {
    let text = text.trim_start_matches(['\r', '\n']);
    let (delimiter, mut columns) = header(text).ok_or_else(|| rows.unusable("has no header row"))?;
    columns.decimal_comma = delimiter != b',';
    let sample = first_row(text, delimiter);
    let found = placing(&columns, &|at| sample.get(at).cloned());
    let Some(found) = found else {
        let list = names(columns.names.iter().map(String::as_str));
        return Err(rows.unusable(format!("does not say where its rows are: it has the columns {list}, and latitude and longitude, x and y, a mesh code or an H3 cell are looked for")));
    };
    let crs = system(&columns, found, rows.wanted).map_err(|what| rows.unusable(what))?;
    columns.is_mesh = matches!(found, crate::layer::Placing::Mesh(_));
    let chosen = rows.choose(&columns)?;
    let mut records = Records::new(text, delimiter);
    records.next();
    let mut number = 1;
    loop {
        number += 1;
        let cells = match records.next() {
            Next::End => return Ok("csv"),
            Next::TooLong => {
                rows.report.row()?;
                rows.report.dropped(
                    number,
                    None,
                    &format!("longer than {MAX_RECORD} bytes or {MAX_COLUMNS} cells"),
                );
                continue;
            }
            Next::Record => records.cells(),
        };
        // Spreadsheets end in rows of nothing but delimiters.
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if let Some(reason) = misfit(&cells, columns.names.len()) {
            rows.report.row()?;
            rows.report.dropped(number, None, &reason);
            continue;
        }
        let value = |at: usize| cells.get(at).map(|cell| cell.trim().to_owned());
        let ground = placed(found, &crs, &columns, &value);
        if let Ok(Some(ground)) = &ground
            && let Some(remark) = disagreement(found, &crs, &columns, ground, &value)
        {
            rows.report.remark(Some(number), None, remark);
        }
        rows.push(Row { number, ground, values: chosen.iter().map(|at| value(*at)).collect() })?;
    }
}

fn misfit(cells: &[Cow<str>], columns: usize) -> Option<String> {
    if let Some(cell) = cells.iter().find(|cell| cell.len() > MAX_CELL) {
        return Some(format!("a cell of {} bytes, {MAX_CELL} at most", cell.len()));
    }
    let beyond = cells.iter().skip(columns).any(|cell| !cell.trim().is_empty());
    (cells.len() < columns || beyond).then(|| {
        format!("{} cells where the header has {columns} (a delimiter without quotation marks?)", cells.len())
    })
}

/// The delimiter that gives the header the most columns, and the columns.
fn header(text: &str) -> Option<(u8, Columns)> {
    let columns = |delimiter| {
        let mut records = Records::new(text, delimiter);
        let is_there = matches!(records.next(), Next::Record);
        is_there.then(|| records.cells().iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>())
    };
    let all = DELIMITERS.into_iter().filter_map(|delimiter| Some((delimiter, columns(delimiter)?)));
    // The first of equals.
    let (delimiter, names) =
        all.reduce(|best, next| if next.1.len() > best.1.len() { next } else { best })?;
    Some((delimiter, Columns { names, ..Columns::default() }))
}

fn first_row(text: &str, delimiter: u8) -> Vec<String> {
    let mut records = Records::new(text, delimiter);
    records.next();
    match records.next() {
        Next::Record => records.cells().into_iter().map(Cow::into_owned).collect(),
        Next::TooLong | Next::End => Vec::new(),
    }
}

/// The records of a table, one at a time, in fixed space.
struct Records<'t> {
    reader: csv_core::Reader,
    rest: &'t [u8],
    bytes: Vec<u8>,
    ends: Vec<usize>,
    columns: usize,
}

enum Next {
    /// A record, to be had from [`Records::cells`].
    Record,
    /// A record beyond the limits, skipped.
    TooLong,
    End,
}

impl<'t> Records<'t> {
    fn new(text: &'t str, delimiter: u8) -> Records<'t> {
        Records {
            reader: csv_core::ReaderBuilder::new().delimiter(delimiter).build(),
            rest: text.as_bytes(),
            bytes: vec![0; MAX_RECORD],
            ends: vec![0; MAX_COLUMNS],
            columns: 0,
        }
    }

    fn next(&mut self) -> Next {
        let (mut filled, mut too_long) = (0, false);
        self.columns = 0;
        loop {
            let (bytes, ends) = (&mut self.bytes[filled..], &mut self.ends[self.columns..]);
            let (result, read, wrote, ended) = self.reader.read_record(self.rest, bytes, ends);
            self.rest = &self.rest[read..];
            filled += wrote;
            self.columns += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {
                    (filled, self.columns, too_long) = (0, 0, true);
                }
                ReadRecordResult::End => return Next::End,
                ReadRecordResult::Record if too_long => return Next::TooLong,
                ReadRecordResult::Record => return Next::Record,
            }
        }
    }

    fn cells(&self) -> Vec<Cow<'_, str>> {
        let mut start = 0;
        let ends = self.ends.iter().take(self.columns);
        ends.map(|&end| {
            let cell = self.bytes.get(start..end).unwrap_or_default();
            start = end;
            // The text was UTF-8 and was cut at ASCII characters only: nothing is lost here.
            String::from_utf8_lossy(cell)
        })
        .collect()
    }
}
