//! The Common Alerting Protocol as types.
//!
//! [`message`] is what a message says, in the words of OASIS CAP 1.2. It is read from bytes and
//! written to bytes here and nowhere else; the bytes themselves stay with whoever read them, since
//! they are what was signed.

pub mod message;
pub mod moment;

pub use message::Alert;
pub use moment::Moment;
