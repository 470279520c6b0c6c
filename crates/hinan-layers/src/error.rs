//! Why a file as a whole cannot be used.

/// A file that is no layer of people, areas or zones, or not one record of which can be used.
/// A sentence each; the file is named without folders.
#[derive(Debug, thiserror::Error)]
pub enum NotALayer {
    /// The file cannot be opened or read.
    #[error("{file} cannot be read: {source}")]
    Io {
        /// The file.
        file: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// The file is something else, or broken, or lacks what is needed.
    #[error("{file}: {what}")]
    Unusable {
        /// The file.
        file: String,
        /// What is wrong and what to do.
        what: String,
    },
    /// Rows there are, but nothing that can be used.
    #[error("{file} has {rows} rows and not one of them can be used; the first reason: {first}")]
    NothingLeft {
        /// The file.
        file: String,
        /// How many rows it has.
        rows: u64,
        /// The first complaint.
        first: String,
    },
}

impl NotALayer {
    pub(crate) fn unusable(file: &str, what: impl Into<String>) -> NotALayer {
        NotALayer::Unusable { file: file.to_owned(), what: what.into() }
    }
}
