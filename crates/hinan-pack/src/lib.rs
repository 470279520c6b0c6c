//! The pack: a city's public records, cut small for phones, and the way back to a region.
//!
//! [`cut`] takes a region and leaves out what no resident's phone may hold or needs; [`encode`] makes
//! files of the cut, [`decode`] makes of them the very bytes of the cut region again, which
//! [`hinan_region::Region::from_bytes`] opens. What is written in which file is told in
//! `docs/pack-format.md`.
//!
//! This room knows no folders, no network and no clock.

mod choose;
mod coder;
mod columns;
mod cut;
mod delta;
mod diff;
mod drawn;
mod error;
mod files;
mod flat;
mod hide;
mod manifest;
mod model;
mod names;
mod network;
mod points;
mod text;

pub use choose::{Choice, Known, Verdict, Why, choose};
pub use cut::{Cut, CutOptions, cut};
pub use delta::{apply, delta};
pub use diff::{Changes, Diff, diff};
pub use error::PackError;
pub use files::{Files, Limits, Parts, decode, decode_parts, encode};
pub use manifest::{
    DeltaFile, Entry, Index, MANIFEST, MOST_MANIFEST, Manifest, Numbered, OLD_AFTER_S, PackedFile,
    data_files, day_of, seconds_of, sha256,
};
