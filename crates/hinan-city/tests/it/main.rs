//! A region and a question, end to end: drawn as a map, read, built, opened, asked.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod audit;
mod safety;
mod town;
