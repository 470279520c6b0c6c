//! Packs: what comes back, what is left out, what is refused.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has to stop")]
#![expect(clippy::print_stdout, reason = "a test says aloud what it skips, and what it found")]

mod chosen;
mod cities;
mod damage;
mod hidden;
mod random;
mod updates;
