//! Tests of the engine, one binary.

#![allow(clippy::unwrap_used, reason = "a test that is set up wrongly has to stop")]

mod fields;
mod ground;
mod paths;
mod whatif;
