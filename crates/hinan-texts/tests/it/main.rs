//! Tests of the texts, over all languages, in one binary.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail as tests do")]

mod alerts;
mod calm;
mod files;
mod ids;
mod sentences;
