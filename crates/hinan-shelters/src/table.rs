//! Tables: CSV with a comma, a semicolon, a tab or a bar, and tables that mix them.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use csv_core::ReadRecordResult;

use crate::collect::{Collector, Head, Row};
use crate::error::NotAList;
use crate::lists::{LISTS, described};
use crate::mapping::{Container, Field, Mapping};
use crate::report::{Report, quoted};
use crate::{MAX_CELL, MAX_COLUMNS, MAX_RECORD, json};

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// How many rows are looked at for objects in cells, to tell what a list is.
const LOOK_AT: usize = 20;
/// Rows that are looked at closely as perhaps headers: more than a country has towns with a file each.
const MOST_HEADERS: u32 = 100_000;

/// Reads a table.
pub(crate) fn read(text: &str, report: Report) -> Result<Collector, NotAList> {
    let (head, body) = split_head(text);
    let loosened = OnceCell::new();
    let (mapping, delimiter, body) = recognise(&head, body, &loosened, &report)?;
    let mut records = Records::new(body, delimiter);
    records.next();
    let mut columns = Columns::of(mapping, &records.cells(), delimiter);
    let mut collector = Collector::new(mapping, head, report)?;
    columns.remark(mapping, &mut collector.report);
    // The name of another list and the row in which it begins, inside of it.
    let mut stranger: Option<String> = None;
    let mut headers = 0;
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
                let may_be_header = headers < MOST_HEADERS && columns.may_be_header(&cells);
                headers += u32::from(may_be_header);
                if may_be_header && let Some(list) = list_of_header(mapping, &cells) {
                    if list.format == mapping.format {
                        stranger = None;
                        columns = Columns::of(mapping, &cells, delimiter);
                        collector.new_section(number);
                        continue;
                    }
                    stranger = Some(format!("of another list ({}) that begins in row {number}", list.format));
                }
                if let Some(stranger) = &stranger {
                    collector.drop_row(number, None, stranger);
                    continue;
                }
                match columns.row(number, cells, unclosed) {
                    Ok(row) => collector.add(&row),
                    Err(reason) => collector.drop_row(number, None, &reason),
                }
            }
        }
    }
}

/// A table whose cells end at any of several delimiters, as one whose cells end at a comma.
fn loosened(body: &str) -> String {
    body.replace(';', ",").replace('\t', " ")
}

/// Which list the cells are the header of: this one, or any other. A further table of the same file may
/// have fewer columns, but most of them are known.
fn list_of_header(mapping: &'static Mapping, cells: &[Cow<str>]) -> Option<&'static Mapping> {
    let has = |name: &str| cells.iter().any(|cell| crate::mapping::is_at(name, cell.trim()));
    if mapping.fits(&has) {
        return Some(mapping);
    }
    let other = LISTS.iter().copied().find(|list| list.container == Container::Csv && list.fits(&has));
    other.or_else(|| {
        let known = cells.iter().filter(|cell| mapping.fields(cell.trim()).next().is_some()).count();
        (mapping.placed(&has) && 2 * known > cells.len()).then_some(mapping)
    })
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

/// Which list the header is that of, its delimiter, and its text.
fn recognise<'t>(
    head: &Head,
    body: &'t str,
    loosened: &'t OnceCell<String>,
    report: &Report,
) -> Result<(&'static Mapping, u8, &'t str), NotAList> {
    let mut found = String::from("no header row");
    let strict = DELIMITERS.map(|delimiter| (Container::Csv, delimiter));
    for (container, delimiter) in strict.into_iter().chain([(Container::Loose, b',')]) {
        let body = match container {
            Container::Loose => loosened.get_or_init(|| self::loosened(body)),
            _ => body,
        };
        let mut records = Records::new(body, delimiter);
        if !matches!(records.next(), Next::Record { .. }) {
            continue;
        }
        let header: Vec<String> = records.cells().iter().map(|cell| cell.trim().to_owned()).collect();
        let rows = OnceCell::new();
        let has = |name: &str| {
            head.contains_key(name)
                || header.iter().any(|cell| crate::mapping::is_at(name, cell))
                || header.iter().position(|cell| crate::mapping::inner(name, cell).is_some()).is_some_and(
                    |at| {
                        let rows = rows.get_or_init(|| first_rows(body, delimiter));
                        let inner = crate::mapping::inner(name, &header[at]).unwrap_or_default();
                        rows.iter().filter_map(|row| row.get(at)).any(|cell| json::holds(cell, inner))
                    },
                )
        };
        let fits = |list: &&&Mapping| list.container == container && list.fits(&has);
        if let Some(mapping) = LISTS.iter().find(fits) {
            return Ok((mapping, delimiter, body));
        }
        if container == Container::Csv && (header.len() > 1 || delimiter == DELIMITERS[0]) {
            found = format!("the columns {}", names(header.iter().map(String::as_str)));
        }
    }
    Err(NotAList::Unknown { file: report.file.clone(), found, looked_for: described() })
}

/// The names in a header. A name that holds a comma and lacks its quotation marks falls into two cells,
/// which are put together again.
fn header_names(mapping: &Mapping, header: &[Cow<str>]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for cell in header {
        let whole = names.last().map(|last| format!("{last},{}", cell.trim()));
        let known = |whole: &String| mapping.columns.iter().any(|(column, _)| column == whole);
        match (names.last_mut(), whole.filter(known)) {
            (Some(last), Some(whole)) => *last = whole,
            _ => names.push(cell.trim().to_owned()),
        }
    }
    names
}

/// The names of columns that say where shelters are, in any list.
static PLACE_NAMES: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let place = |field| matches!(field, Field::Lat | Field::East | Field::LatLon | Field::Node);
    let columns = LISTS.iter().flat_map(|list| list.columns);
    columns.filter(|(_, field)| place(*field)).map(|(name, _)| *name).collect()
});

/// The first rows below the header.
fn first_rows(body: &str, delimiter: u8) -> Vec<Vec<String>> {
    let mut records = Records::new(body, delimiter);
    records.next();
    let mut rows = Vec::new();
    while rows.len() < LOOK_AT && matches!(records.next(), Next::Record { .. }) {
        rows.push(records.cells().into_iter().map(Cow::into_owned).collect());
    }
    rows
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

/// What one column of a table means.
#[derive(Default)]
struct Column {
    /// Its name as written.
    name: String,
    /// What the cell itself says.
    fields: Vec<(&'static str, Field)>,
    /// What the members of the object in the cell say: path, path inside of the cell, field.
    inside: Vec<(&'static str, &'static str, Field)>,
    /// Whether an earlier column of the same name is the one that is read.
    again: bool,
}

/// What the columns of a table mean.
struct Columns {
    all: Vec<Column>,
    /// Decimals may be written with a comma, because cells do not end at one.
    decimal_comma: bool,
    /// Rows may end early.
    ragged: bool,
    /// Where the latitude stands.
    lat: Option<usize>,
}

impl Columns {
    fn of(mapping: &Mapping, header: &[Cow<str>], delimiter: u8) -> Columns {
        let mut all: Vec<Column> = Vec::new();
        for name in header_names(mapping, header) {
            let fields: Vec<_> = mapping.fields(&name).copied().collect();
            let inside: Vec<_> = mapping.inside(&name).collect();
            // The first of two columns with one name is the one that is read.
            let again = (!fields.is_empty() || !inside.is_empty())
                && all.iter().any(|column| column.fields == fields && column.inside == inside);
            all.push(Column { name, fields, inside, again });
        }
        let lat = all.iter().position(|column| column.fields.iter().any(|(_, field)| *field == Field::Lat));
        Columns { all, decimal_comma: delimiter != b',', ragged: mapping.container == Container::Loose, lat }
    }

    /// Says which columns of a feed are not read: a misspelt `capacity` must not pass in silence.
    fn remark(&self, mapping: &Mapping, report: &mut Report) {
        for column in &self.all {
            let name = &column.name;
            let reason = if column.again {
                "stands twice in the header; the first is read"
            } else if mapping.feed && column.fields.is_empty() && !name.is_empty() && !name.starts_with("x_")
            {
                "is not a column of the feed; ignored"
            } else {
                continue;
            };
            report.remark(Some(1), Some(name), format!("{} {reason}", quoted(name)));
        }
    }

    /// Whether a row could be a header: it has a word where a latitude should be, or has not as many
    /// cells as the others, or stands in a list of nodes, whose ids may be any words. Looking closely
    /// at every row would cost more than reading it.
    fn may_be_header(&self, cells: &[Cow<str>]) -> bool {
        const WIDEST_HEADER: usize = 256;
        let suspect = match self.lat.and_then(|at| cells.get(at)) {
            Some(lat) => lat.trim_start().starts_with(char::is_alphabetic),
            None => true,
        };
        (suspect || cells.len() != self.all.len())
            && cells.len() <= WIDEST_HEADER
            && cells.iter().any(|cell| PLACE_NAMES.iter().any(|name| name.eq_ignore_ascii_case(cell.trim())))
    }

    /// A row as the collector takes it, or why it cannot be one.
    fn row<'a>(&self, number: u64, cells: Vec<Cow<'a, str>>, unclosed: bool) -> Result<Row<'a>, String> {
        if unclosed {
            return Err("a quotation mark is opened and never closed, up to the end of the file".to_owned());
        }
        if let Some(at) = cells.iter().position(|cell| cell.len() > MAX_CELL) {
            let name = self.all.get(at).map_or("beyond the header", |column| column.name.as_str());
            let size = cells[at].len();
            return Err(format!("the cell in column {} has {size} bytes, {MAX_CELL} at most", quoted(name)));
        }
        let beyond = cells.iter().skip(self.all.len()).any(|cell| !cell.trim().is_empty());
        if (cells.len() < self.all.len() && !self.ragged) || beyond {
            let (has, header) = (cells.len(), self.all.len());
            return Err(format!(
                "{has} cells where the header has {header} (a comma without quotation marks?)"
            ));
        }
        let mut row = Row { number, ..Row::default() };
        for (cell, column) in cells.into_iter().zip(&self.all) {
            if column.again || cell.trim().is_empty() {
                continue;
            }
            if !column.inside.is_empty() {
                let texts = json::at(&cell, column.inside.iter().map(|(_, inner, _)| *inner));
                let texts = texts.map_err(|why| format!("{}: {why}", column.name))?;
                for ((path, _, field), text) in column.inside.iter().zip(texts) {
                    text.into_iter().for_each(|text| row.push((path, *field), Cow::Owned(text)));
                }
            }
            if let [only] = column.fields.as_slice() {
                self.push(&mut row, *only, &column.name, cell);
            } else {
                for field in &column.fields {
                    self.push(&mut row, *field, &column.name, cell.clone());
                }
            }
        }
        Ok(row)
    }

    fn push<'a>(
        &self,
        row: &mut Row<'a>,
        (path, field): (&'static str, Field),
        name: &str,
        cell: Cow<'a, str>,
    ) {
        let is_number = matches!(field, Field::Lat | Field::Lon | Field::East | Field::North);
        if is_number && self.decimal_comma && !cell.contains('.') && cell.matches(',').count() == 1 {
            row.push((path, field), Cow::Owned(cell.replace(',', ".")));
        } else if field == Field::CheckedReiwa && path.ends_with('*') {
            let name = if cell.trim().is_empty() { "" } else { name };
            row.push((path, field), Cow::Owned(name.to_owned()));
        } else if field == Field::Remark && path.ends_with('*') {
            // The rest of such a column's name says something, too.
            row.push((path, Field::Note), Cow::Owned(format!("{name} {cell}")));
        } else {
            row.push((path, field), cell);
        }
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
