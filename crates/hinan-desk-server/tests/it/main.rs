//! Desks over one folder, asked without any socket.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has to stop")]

mod junk;
mod life;
mod orders;
mod strangers;
mod texts;
mod town;
