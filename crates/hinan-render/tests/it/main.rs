//! Tests of layers, plots, maps and tiles, one binary.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on must fail, and one that is skipped should say so"
)]

mod decoder;
mod layers;
mod maps;
mod plots;
mod sample;
mod tiles;
