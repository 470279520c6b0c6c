//! Posters of a drawn town: what they say, what is drawn, the code read back, the same bytes.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod files;
mod says;
mod town;
