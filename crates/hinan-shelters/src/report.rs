//! Complaints as they come up: listed up to a limit, counted beyond it.

use hinan_model::Complaint;

use crate::MAX_COMPLAINTS;

/// Collects what is said of one file.
#[derive(Debug)]
pub(crate) struct Report {
    /// The file's name.
    pub file: String,
    complaints: Vec<Complaint>,
    beyond: u64,
}

impl Report {
    /// Nothing said yet of `file`.
    pub fn new(file: &str) -> Report {
        Report { file: file.to_owned(), complaints: Vec::new(), beyond: 0 }
    }

    /// Something was left out.
    pub fn dropped(&mut self, row: Option<u64>, column: Option<&str>, reason: String) {
        self.add(row, column, reason, true);
    }

    /// Something was kept with a remark.
    pub fn remark(&mut self, row: Option<u64>, column: Option<&str>, reason: String) {
        self.add(row, column, reason, false);
    }

    fn add(&mut self, row: Option<u64>, column: Option<&str>, reason: String, dropped: bool) {
        if self.complaints.len() >= MAX_COMPLAINTS {
            self.beyond += 1;
            return;
        }
        // Columns of strangers are as little to be trusted as their cells.
        let column = column.map(shown);
        self.complaints.push(Complaint { file: self.file.clone(), row, column, reason, dropped });
    }

    /// The complaints in the order of the rows, and how many there were in all.
    pub fn finish(mut self) -> (Vec<Complaint>, u64) {
        // Remarks on the whole list are known only at its end; stable, so that the rest stays.
        self.complaints.sort_by_key(|c| c.row);
        let count = self.complaints.len() as u64 + self.beyond;
        if self.beyond > 0 {
            self.complaints.push(Complaint {
                file: self.file,
                row: None,
                column: None,
                reason: format!("{} more complaints are counted but not listed", self.beyond),
                dropped: false,
            });
        }
        (self.complaints, count)
    }
}

/// Text of a file as it is quoted in a sentence: short, on one line, nothing that steers a terminal.
pub(crate) fn quoted(text: &str) -> String {
    format!("'{}'", shown(text))
}

/// As [`quoted`], without the quotation marks.
fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut out = String::new();
    for (i, c) in text.chars().enumerate() {
        if i == LONGEST {
            out.push('…');
            break;
        }
        match c {
            '\'' | '"' => out.push(c),
            c => out.extend(c.escape_debug()),
        }
    }
    out
}
