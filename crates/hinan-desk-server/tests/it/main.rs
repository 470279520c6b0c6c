//! Desks over one folder, asked without any socket.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has to stop")]

mod life;
mod strangers;
mod town;
