//! What is said of one file: listed up to a limit, counted beyond it.

use hinan_model::{Complaint, Source};

use crate::error::NotALayer;
use crate::{MAX_COMPLAINTS, MAX_ROWS};

/// Counts the rows of one file and collects what is wrong with them.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) file: String,
    complaints: Vec<Complaint>,
    beyond: u64,
    rows: u64,
    records: u64,
}

impl Report {
    pub(crate) fn new(file: &str) -> Report {
        Report { file: file.to_owned(), complaints: Vec::new(), beyond: 0, rows: 0, records: 0 }
    }

    /// Counts a row. An error where there are too many.
    pub(crate) fn row(&mut self) -> Result<(), NotALayer> {
        self.rows += 1;
        if self.rows > MAX_ROWS {
            return Err(NotALayer::unusable(
                &self.file,
                format!("has more than {MAX_ROWS} rows; cut out the part that is needed"),
            ));
        }
        Ok(())
    }

    /// Counts many rows at once: a raster's.
    pub(crate) fn rows(&mut self, count: u64) {
        self.rows += count;
    }

    /// Counts a row that could be used.
    pub(crate) fn record(&mut self) {
        self.records += 1;
    }

    /// A row was left out.
    pub(crate) fn dropped(&mut self, row: u64, column: Option<&str>, reason: &str) {
        self.add(Some(row), column, format!("{reason}; left out"), true);
    }

    /// Something was used with a remark.
    pub(crate) fn remark(&mut self, row: Option<u64>, column: Option<&str>, reason: String) {
        self.add(row, column, reason, false);
    }

    fn add(&mut self, row: Option<u64>, column: Option<&str>, reason: String, dropped: bool) {
        if self.complaints.len() >= MAX_COMPLAINTS {
            self.beyond += 1;
            return;
        }
        let column = column.map(shown);
        self.complaints.push(Complaint { file: self.file.clone(), row, column, reason, dropped });
    }

    /// The account of the file, and its complaints in the order of the rows. An error where there is
    /// not one record.
    pub(crate) fn finish(mut self, mut source: Source) -> Result<(Source, Vec<Complaint>), NotALayer> {
        if self.records == 0 {
            let first = self.complaints.into_iter().find(|complaint| complaint.dropped);
            return Err(match first {
                Some(first) => {
                    NotALayer::NothingLeft { file: self.file, rows: self.rows, first: first.to_string() }
                }
                None => {
                    NotALayer::unusable(&self.file, "has no row in the area that is wanted, or none at all")
                }
            });
        }
        source.file.clone_from(&self.file);
        source.rows = self.rows;
        source.records = self.records;
        source.complaints = self.complaints.len() as u64 + self.beyond;
        // Stable: remarks on the whole file come first, the rest stays in order.
        self.complaints.sort_by_key(|complaint| complaint.row);
        if self.beyond > 0 {
            let reason = format!("{} more complaints are counted but not listed", self.beyond);
            self.complaints.push(Complaint {
                file: self.file,
                row: None,
                column: None,
                reason,
                dropped: false,
            });
        }
        Ok((source, self.complaints))
    }
}

/// Text of a file as it is quoted in a sentence: short, on one line, nothing that steers a terminal.
pub(crate) fn quoted(text: &str) -> String {
    format!("'{}'", shown(text))
}

fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let start: String = text.chars().take(LONGEST).flat_map(char::escape_debug).collect();
    if text.chars().nth(LONGEST).is_some() { start + "…" } else { start }
}

/// The first dozen of names, for a sentence.
pub(crate) fn names<'a>(all: impl IntoIterator<Item = &'a str>) -> String {
    let mut all = all.into_iter();
    let mut list: Vec<String> = all.by_ref().take(12).map(quoted).collect();
    if all.next().is_some() {
        list.push("…".to_owned());
    }
    if list.is_empty() { "none".to_owned() } else { list.join(", ") }
}
