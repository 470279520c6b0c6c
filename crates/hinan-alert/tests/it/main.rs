//! Tests of alerts' lives and places, one binary.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on must fail, and says what it skipped"
)]

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
mod real;
