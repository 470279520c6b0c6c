//! Tests of the shelter readers, in one binary.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "helpers of tests fail and speak as tests do"
)]

mod data;
mod feed_doc;
mod hostile;
mod lists;
mod map;
mod mutations;
mod tables;

use std::path::{Path, PathBuf};

use hinan_shelters::{NotAList, ShelterList, read_bytes};

/// Reads `text` as the file `list`.
fn read_text(text: &str) -> Result<ShelterList, NotAList> {
    read_bytes(text.as_bytes(), "list")
}

/// Reads `text`, which has to be a list.
#[track_caller]
fn list(text: &str) -> ShelterList {
    read_text(text).unwrap_or_else(|error| panic!("{error}"))
}

/// The complaints of a list, one a line.
fn said(list: &ShelterList) -> String {
    list.complaints.iter().map(|c| format!("{c}\n")).collect()
}

/// The folder with real data beside the project, or `None` with a word on standard error.
fn real_data() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: no real data beside the project");
    None
}
