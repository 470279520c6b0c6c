//! Tests of what may be believed, one binary.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test that is set up wrongly has to stop")]

mod cases;
mod maker;
mod vectors;
