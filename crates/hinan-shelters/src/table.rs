//! Tables: CSV with a comma, a semicolon or a tab.

use std::borrow::Cow;

use csv_core::ReadRecordResult;

use crate::collect::{Collector, Head, Row};
use crate::error::NotAList;
use crate::lists::{LISTS, described};
use crate::mapping::{Container, Field, Mapping};
use crate::report::{Report, quoted};
use crate::{MAX_CELL, MAX_COLUMNS, MAX_RECORD};

const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// Reads a table.
pub(crate) fn read(text: &str, report: Report) -> Result<Collector, NotAList> {
    let (head, body) = split_head(text);
    let (mapping, mut records) = recognise(&head, body, &report)?;
    let columns = Columns::of(mapping, &records.cells());
    let mut collector = Collector::new(mapping, head, report)?;
    columns.remark(mapping, &mut collector.report);
    let mut number = 1;
    loop {
        number += 1;
        match records.next() {
            Next::End => return Ok(collector),
            Next::TooLong => {
                collector.count_row()?;
                let reason = format!("longer than {MAX_RECORD} bytes or {MAX_COLUMNS} cells");
                collector.drop_row(number, None, &reason);
            }
            Next::Record { unclosed } => {
                let cells = records.cells();
                // Spreadsheets end in rows of nothing but delimiters.
                if cells.iter().all(|cell| cell.trim().is_empty()) {
                    continue;
                }
                collector.count_row()?;
                match columns.row(number, cells, unclosed) {
                    Ok(row) => collector.add(&row),
                    Err(reason) => collector.drop_row(number, None, &reason),
                }
            }
        }
    }
}

/// The lines `# key: value` above the header, and the rest. Spreadsheets put such lines in quotes
/// and fill them up with delimiters.
fn split_head(text: &str) -> (Head, &str) {
    let mut head = Head::new();
    let mut rest = text;
    while let Some(line) = rest.split_inclusive('\n').next() {
        let bare = line.trim().trim_end_matches([',', ';', '\t']).trim_matches('"');
        if let Some(comment) = bare.strip_prefix('#') {
            if let Some((key, value)) = comment.split_once(':') {
                let (key, value) = (key.trim().to_ascii_lowercase(), value.trim());
                if !value.is_empty() && value.len() <= MAX_CELL {
                    head.entry(key).or_insert_with(|| value.to_owned());
                }
            }
        } else if !bare.is_empty() {
            break;
        }
        rest = &rest[line.len()..];
    }
    (head, rest)
}

/// Which list the header is that of, and the records after it.
fn recognise<'t>(
    head: &Head,
    body: &'t str,
    report: &Report,
) -> Result<(&'static Mapping, Records<'t>), NotAList> {
    let mut found = String::from("no header row");
    for delimiter in DELIMITERS {
        let mut records = Records::new(body, delimiter);
        if !matches!(records.next(), Next::Record { .. }) {
            continue;
        }
        let cells = records.cells();
        let has = |name: &str| {
            head.contains_key(name) || cells.iter().any(|cell| cell.trim().eq_ignore_ascii_case(name))
        };
        let fits = |list: &&Mapping| list.container == Container::Csv && list.fits(&has);
        if let Some(mapping) = LISTS.iter().find(fits) {
            return Ok((mapping, records));
        }
        if cells.len() > 1 || delimiter == DELIMITERS[0] {
            found = format!("the columns {}", names(cells.iter().map(|cell| cell.trim())));
        }
    }
    Err(NotAList::Unknown { file: report.file.clone(), found, looked_for: described() })
}

/// The first dozen of `all`, for a sentence.
pub(crate) fn names<'a>(all: impl Iterator<Item = &'a str>) -> String {
    let mut all = all.peekable();
    let mut list: Vec<String> = all.by_ref().take(12).map(quoted).collect();
    if all.peek().is_some() {
        list.push("…".to_owned());
    }
    if list.is_empty() { "none".to_owned() } else { list.join(", ") }
}

/// What the columns of a table mean.
struct Columns {
    /// The field of each column.
    fields: Vec<Option<(&'static str, Field)>>,
    /// The name of each column as written.
    names: Vec<String>,
}

impl Columns {
    fn of(mapping: &Mapping, header: &[Cow<str>]) -> Columns {
        let mut fields: Vec<Option<(&'static str, Field)>> = Vec::new();
        for cell in header {
            // The first of two columns with one name is the one that is read.
            let field = mapping.field(cell.trim()).filter(|field| !fields.contains(&Some(*field)));
            fields.push(field);
        }
        Columns { fields, names: header.iter().map(|cell| cell.trim().to_owned()).collect() }
    }

    /// Says which columns of a feed are not read: a misspelt `capacity` must not pass in silence.
    fn remark(&self, mapping: &Mapping, report: &mut Report) {
        for (name, field) in self.names.iter().zip(&self.fields) {
            let reason = if mapping.field(name).is_some() && field.is_none() {
                "stands twice in the header; the first is read"
            } else if mapping.feed && field.is_none() && !name.is_empty() && !name.starts_with("x_") {
                "is not a column of the feed; ignored"
            } else {
                continue;
            };
            report.remark(Some(1), Some(name), format!("{} {reason}", quoted(name)));
        }
    }

    /// A row as the collector takes it, or why it cannot be one.
    fn row<'a>(&self, number: u64, cells: Vec<Cow<'a, str>>, unclosed: bool) -> Result<Row<'a>, String> {
        if unclosed {
            return Err("a quotation mark is opened and never closed, up to the end of the file".to_owned());
        }
        if let Some(at) = cells.iter().position(|cell| cell.len() > MAX_CELL) {
            let name = self.names.get(at).map_or("beyond the header", String::as_str);
            let size = cells[at].len();
            return Err(format!("the cell in column {} has {size} bytes, {MAX_CELL} at most", quoted(name)));
        }
        let beyond = cells.iter().skip(self.fields.len()).any(|cell| !cell.trim().is_empty());
        if cells.len() < self.fields.len() || beyond {
            let (has, header) = (cells.len(), self.fields.len());
            return Err(format!(
                "{has} cells where the header has {header} (a comma without quotation marks?)"
            ));
        }
        let mut row = Row { number, ..Row::default() };
        for (cell, field) in cells.into_iter().zip(&self.fields) {
            if let Some(field) = field {
                row.push(*field, cell);
            }
        }
        Ok(row)
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

/// What came next.
enum Next {
    /// A record, to be had from [`Records::cells`].
    Record {
        /// Whether the file ends inside quotation marks.
        unclosed: bool,
    },
    /// A record beyond the limits, skipped.
    TooLong,
    /// Nothing.
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
        let before = self.rest;
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
                ReadRecordResult::Record => {
                    // Only the last record can be cut off inside of quotation marks.
                    let marks = || before.iter().filter(|&&byte| byte == b'"').count();
                    return Next::Record { unclosed: self.rest.is_empty() && marks() % 2 == 1 };
                }
            }
        }
    }

    /// The cells of the record that came last.
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
