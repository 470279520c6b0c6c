//! The Common Alerting Protocol as types.
//!
//! [`message`] is what a message says, in the words of OASIS CAP 1.2. [`read()`] makes one of bytes,
//! strictly as we issue them or tolerantly as the world sends them, with a [`Complaint`] for
//! everything that is not as it should be; [`write()`] makes bytes of one. [`feed`] takes messages out
//! of Atom, RSS and EDXL-DE. The bytes themselves stay with whoever read them, since they are what
//! was signed.
//!
//! Nothing here opens a file or an address, follows an entity, or asks a clock.

pub mod code;
pub mod complaint;
mod encoding;
pub mod feed;
pub mod message;
pub mod moment;
pub mod read;
mod ring;
mod scalar;
mod write;
mod xml;

pub use code::Code;
pub use complaint::{Complaint, Mode, Severity};
pub use feed::{Feed, Format, sniff};
pub use message::Alert;
pub use moment::Moment;
pub use read::{MAX_BYTES, Reading, Verdict, Version, read};
pub use write::write;
