//! `hinan-layers` on real files, on made ones and on broken ones.

#![expect(clippy::unwrap_used, reason = "what helps tests fails as tests do")]

mod areas;
mod data;
mod hostile;
mod people;
mod raster;
mod zones;

use std::io::Cursor;
use std::path::PathBuf;

use hinan_layers::{NotALayer, Wanted, read_people_from};
use hinan_model::People;

/// A file of the real data, or `None` where it is not there: then the test says so.
#[expect(clippy::print_stderr, reason = "a test that was skipped says so")]
fn data(name: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(name);
    if !path.exists() {
        eprintln!("skipped: {name} is not there");
        return None;
    }
    Some(path)
}

/// People out of text.
fn people_of(text: &str, wanted: &Wanted) -> Result<People, NotALayer> {
    read_people_from(Cursor::new(text.as_bytes()), "test", wanted)
}

/// The rows of a source are its records and those that were left out.
fn adds_up(source: &hinan_model::Source, complaints: &[hinan_model::Complaint]) {
    let dropped = complaints.iter().filter(|complaint| complaint.dropped).count() as u64;
    assert_eq!(source.rows, source.records + dropped, "{}", source.file);
}
