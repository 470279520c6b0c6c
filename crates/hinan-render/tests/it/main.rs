//! Tests of layers, plots, maps and tiles, one binary.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod decoder;
mod layers;
mod maps;
mod plots;
mod sample;
mod tiles;
