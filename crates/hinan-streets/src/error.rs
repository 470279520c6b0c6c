//! Why an input could not be read at all. What is wrong with single rows is a complaint, not this.

use std::io;
use std::path::Path;

/// Why no streets came of an input.
#[derive(Debug, thiserror::Error)]
pub enum StreetsError {
    /// The file could not be opened or read.
    #[error("{file}: cannot be read: {source}")]
    Io {
        /// File name without folders.
        file: String,
        /// What the system says.
        source: io::Error,
    },
    /// Nothing that this program knows.
    #[error(
        "{file}: not a street input: give an OpenStreetMap extract (.osm.pbf, .osm, .osm.gz, .osm.bz2), \
         a folder with nodes.csv and arcs.csv, or a .gr file"
    )]
    UnknownFormat {
        /// File name without folders.
        file: String,
    },
    /// The bytes are not what the format asks for.
    #[error("{file}, byte {at}: {what}")]
    Broken {
        /// File name without folders.
        file: String,
        /// Byte in the file (for a compressed file: of what it unpacks to; for a PBF file: start of
        /// the block).
        at: u64,
        /// What is wrong.
        what: String,
    },
    /// A row of a table makes the whole file useless.
    #[error("{file}, row {row}: {what}")]
    Row {
        /// File name without folders.
        file: String,
        /// Row, counted from 1.
        row: u64,
        /// What is wrong.
        what: String,
    },
    /// The input was read and holds nothing to walk on.
    #[error("{file}: {what}")]
    NoStreets {
        /// File name without folders.
        file: String,
        /// What it holds instead.
        what: String,
    },
}

/// The last part of a path, for messages: no folders of this machine.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.to_string_lossy().into_owned(), |n| n.to_string_lossy().into_owned())
}

/// What is wrong at a byte; the file is added by the caller that knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Broken {
    pub(crate) at: u64,
    pub(crate) what: String,
}

impl Broken {
    pub(crate) fn new(at: u64, what: impl Into<String>) -> Broken {
        Broken { at, what: what.into() }
    }

    pub(crate) fn in_file(self, file: &str) -> StreetsError {
        StreetsError::Broken { file: file.to_owned(), at: self.at, what: self.what }
    }
}
