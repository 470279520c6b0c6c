//! Regions end to end: built, opened, exported, damaged.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on should stop, and one that is skipped should say so"
)]

mod damage;
mod drawing;
mod forbidden;
mod joining;
mod people;
mod town;
