//! The phone, asked as a page asks it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod draw;
mod messages;
mod places;
mod plans;
mod town;
