//! Tests of layers, plots and maps, one binary.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod layers;
mod maps;
mod plots;
mod sample;
