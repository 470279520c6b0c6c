//! Tests of what may be believed, one binary.

#![expect(clippy::unwrap_used, reason = "a test that is set up wrongly has to stop")]

mod bounds;
mod cases;
mod faults;
mod keeping;
mod maker;
mod properties;
mod vectors;
