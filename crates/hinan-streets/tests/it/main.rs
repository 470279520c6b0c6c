//! Integration tests of `hinan-streets`: tiny maps, hostile bytes, real places.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod drawing;
mod hostile;
mod map;
mod network;
mod objects;
mod pbf;
mod places;
mod slopes;
mod squares;
mod tags;
