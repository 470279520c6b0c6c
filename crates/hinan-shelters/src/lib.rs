//! Shelter lists of every kind, as records with provenance and complaints.
//!
//! [`read`] looks at what is in a file, not at its name, finds the list among those it knows, and
//! gives back the good rows and a complaint for each of the others. An error is left for what is no
//! shelter list at all, or one without a single record: an empty or broken download must never pass
//! for "no shelters". [`from_map`] makes the same of OpenStreetMap objects.
//!
//! A list is known by a mapping, a table of its columns, and not by a program: to read one more
//! list, add one more table to `lists.rs`.
//!
//! Not here: where shelters meet streets (`hinan-region`), whether they are open at some hour, and
//! anything that fetches. Nothing in this crate guesses a position, an id or a suitability.

mod cell;
mod collect;
mod decode;
mod error;
mod facts;
mod json;
mod lists;
mod map;
mod mapping;
mod report;
mod settle;
mod table;

use std::io::Read as _;
use std::path::Path;

use hinan_model::{Complaint, Shelter, Source};
use sha2::{Digest as _, Sha256};

pub use error::NotAList;
pub use map::{from_map, wanted_on_map};

/// The largest file that is read, in bytes.
pub const MAX_FILE: u64 = 512 << 20;
/// The most rows of a list: more than any country has shelters.
pub const MAX_ROWS: u64 = 2_000_000;
/// The longest cell, in bytes.
pub const MAX_CELL: usize = 64 << 10;
/// The longest row of a table, or element of a JSON list, in bytes.
pub const MAX_RECORD: usize = 1 << 20;
/// The most columns of a table, or members of a JSON object.
pub const MAX_COLUMNS: usize = 4096;
/// The most entrances of one shelter.
pub const MAX_ENTRANCES: usize = 1000;
/// The most complaints that are listed; the rest is counted.
pub const MAX_COMPLAINTS: usize = 10_000;

/// A shelter list as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShelterList {
    /// The shelters, in the order in which the list first names them. `source` is 0 in all of them.
    pub shelters: Vec<Shelter>,
    /// What was wrong with the list, in the order of its rows, and what was done about it.
    pub complaints: Vec<Complaint>,
    /// What the list is, and how much of it was used.
    pub source: Source,
    /// What became of every row.
    pub tally: Tally,
}

/// What became of the rows of a list. Every row is counted once:
/// `rows == shelters + dropped + merged + passed_over`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows of data, or elements of a JSON list, or objects of the map that look like shelters. Rows
    /// of blank cells are none.
    pub rows: u64,
    /// Rows that became a shelter: as many as there are shelters.
    pub shelters: u64,
    /// Rows that were left out, each with a complaint.
    pub dropped: u64,
    /// Further rows of a shelter, which gave it an entrance or said more of it.
    pub merged: u64,
    /// Rows that are no records by the list's own word: header rows once more, and rows that say that
    /// there is nothing. One complaint tells their number.
    pub passed_over: u64,
}

/// Reads the shelter list in the file `path`.
///
/// # Errors
/// Where the file cannot be read, is larger than [`MAX_FILE`], is none of the known lists, or yields
/// no record.
pub fn read(path: &Path) -> Result<ShelterList, NotAList> {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let unreadable = |reason| NotAList::Unreadable { file: name.clone(), reason };
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    // One byte more than the limit tells a file at the limit from one beyond it.
    file.take(MAX_FILE + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    read_bytes(&bytes, &name)
}

/// Reads a shelter list from memory. `file_name` is what complaints and the source call it.
///
/// # Errors
/// As [`read`].
pub fn read_bytes(bytes: &[u8], file_name: &str) -> Result<ShelterList, NotAList> {
    if bytes.len() as u64 > MAX_FILE {
        return Err(NotAList::TooLarge { file: file_name.to_owned(), limit: MAX_FILE });
    }
    let mut first_error = None;
    for reading in decode::readings(bytes, file_name)? {
        let mut report = report::Report::new(file_name);
        let text = reading.text(bytes, &mut report);
        let read = match text.trim_start().bytes().next() {
            None => Err(NotAList::Empty { file: file_name.to_owned() }),
            Some(b'{' | b'[') => json::read(&text, report),
            Some(_) => table::read(&text, report),
        };
        match read {
            // In another encoding it may be a list that is known.
            Err(error @ (NotAList::Unknown { .. } | NotAList::BrokenJson { .. })) => {
                _ = first_error.get_or_insert(error);
            }
            Err(error) => return Err(error),
            Ok(collector) => {
                let mut list = collector.finish()?;
                list.source.sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
                return Ok(list);
            }
        }
    }
    Err(first_error.unwrap_or(NotAList::Empty { file: file_name.to_owned() }))
}
