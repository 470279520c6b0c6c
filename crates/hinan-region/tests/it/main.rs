//! Regions end to end: built, opened, exported, damaged.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod damage;
mod forbidden;
mod joining;
mod town;
