//! Tests of alerts' lives and places, one binary.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod cases;
mod dice;
mod foreign;
mod ground;
mod issue;
mod model;
mod near;
mod never;
mod outline;
mod points;
