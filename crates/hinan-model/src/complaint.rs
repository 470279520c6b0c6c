//! What is said of input that could not be used as it stands.

use core::fmt;

use serde::{Deserialize, Serialize};

/// One thing that is wrong with a file: where, what, and what was done about it. The rows that are
/// right are kept; a complaint is data, not an error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complaint {
    /// File name as the user gave it, without folders of this machine.
    pub file: String,
    /// Row, counted from 1 with the header as row 1; an element's number for JSON; `None` for the
    /// file as a whole.
    pub row: Option<u64>,
    /// Column or field name, where one is to blame.
    pub column: Option<String>,
    /// What is wrong and what became of the row: "latitude 91.2 is not on Earth; row left out".
    pub reason: String,
    /// Whether the record was left out (`true`) or kept with a remark (`false`).
    pub dropped: bool,
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(row) = self.row {
            write!(f, ", row {row}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        write!(f, ": {}", self.reason)
    }
}
