//! Why a file gave no list at all.

use hinan_model::Complaint;

/// A file that is no shelter list, or one that yields no record. Each case says what to do.
#[derive(Debug, thiserror::Error)]
pub enum NotAList {
    /// The operating system did not give the bytes.
    #[error("{file}: cannot be read: {reason}")]
    Unreadable {
        /// File name without folders.
        file: String,
        /// What the system says.
        #[source]
        reason: std::io::Error,
    },
    /// More bytes than any shelter list has.
    #[error("{file}: larger than {limit} bytes, the most that is read of a shelter list; split it")]
    TooLarge {
        /// File name.
        file: String,
        /// The limit in bytes.
        limit: u64,
    },
    /// More rows than any country has shelters.
    #[error("{file}: more than {limit} rows, the most that is read of a shelter list; split it")]
    TooManyRows {
        /// File name.
        file: String,
        /// The limit in rows.
        limit: u64,
    },
    /// No byte but blanks.
    #[error("{file}: empty; an empty file is a failed download, not a list without shelters")]
    Empty {
        /// File name.
        file: String,
    },
    /// Not text that could hold a list: an archive, a workbook, a web page.
    #[error("{file}: {what}; a shelter list is a CSV, JSON or GeoJSON file")]
    Foreign {
        /// File name.
        file: String,
        /// What it is, and what to do.
        what: String,
    },
    /// JSON that breaks off or breaks the rules. Nothing of it is used, since the rest is missing.
    #[error(
        "{file}: broken JSON at line {line}, column {column} ({reason}); nothing of it was used, since it is probably a download that was cut short"
    )]
    BrokenJson {
        /// File name.
        file: String,
        /// Line, from 1.
        line: usize,
        /// Column in bytes, from 1.
        column: usize,
        /// What the parser says.
        reason: String,
    },
    /// The publisher's service answered that it has no list.
    #[error("{file}: an answer that there is no list, not a list: \"{message}\"")]
    Unavailable {
        /// File name.
        file: String,
        /// The answer's own words.
        message: String,
    },
    /// A feed of a version that this reader does not know.
    #[error("{file}: a hinan shelter feed of version '{version}'; this program reads version 1")]
    FeedVersion {
        /// File name.
        file: String,
        /// The version as written.
        version: String,
    },
    /// None of the lists that are known.
    #[error("{file}: not a shelter list that is known here. It has {found}. Looked for: {looked_for}")]
    Unknown {
        /// File name.
        file: String,
        /// Columns or keys it has.
        found: String,
        /// The known lists and what each is known by.
        looked_for: String,
    },
    /// A known list without a single usable record.
    #[error("{file}: a {format} list of {rows} rows that yields no shelter{}", first(complaints))]
    NoRecord {
        /// File name.
        file: String,
        /// Format as recognised.
        format: &'static str,
        /// Data rows read.
        rows: u64,
        /// Why each row was left out.
        complaints: Vec<Complaint>,
    },
}

/// The first complaint about a row, as the tail of a sentence.
fn first(complaints: &[Complaint]) -> String {
    complaints.iter().find(|c| c.dropped).map_or_else(String::new, |c| format!("; first: {c}"))
}
