//! Integration tests of `hinan-cap`: messages of the project, of the world, and of attackers.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod codes;
mod conformance;
mod data;
mod feeds;
mod hostile;
mod moments;
mod round_trip;
