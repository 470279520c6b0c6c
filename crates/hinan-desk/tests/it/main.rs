//! Tests of the desk, with real files and the receivers' own judgement, in one binary.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail as tests do")]

mod areas;
mod ceremonies;
mod docs;
mod drafts;
mod files;
mod previews;
mod town;
