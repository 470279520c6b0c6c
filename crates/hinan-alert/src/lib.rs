//! Which alerts are in force, and whom they concern.
//!
//! Everything here is a function of messages and a time that are passed in: no clock, no file, no
//! network, so that a phone, a siren and a server that have the same messages agree to the bit.
//! Who may be believed is decided before, in `hinan-trust`; a [`Notice`] is what comes out of it.
//!
//! * [`mod@life`]: what every message is worth at a time, and [`active`](active()): which of them are
//!   in force, in one order and with one digest for everybody.
//! * [`event`]: what an alert warns of, as a code that CAP carries; [`foreign`]: CAP messages of
//!   others as notices.
//! * [`Ground`]: the ground of an alert, made with a [`Gazetteer`] of the names that stand for
//!   areas; [`Points`]: a million places against one ground; [`near`]: how near a person is.
//! * [`outline`]: fewer corners for narrow channels, without losing anybody; [`issue`]: what we
//!   refuse to send.

pub mod active;
mod circles;
mod disc;
pub mod event;
pub mod foreign;
pub mod ground;
pub mod issue;
pub mod life;
pub mod near;
pub mod notice;
pub mod outline;
mod patch;
pub mod points;

pub use active::{ActiveSet, active};

pub use foreign::from_cap;
pub use ground::{Doubt, Fault, Gazetteer, Ground, Meaning, Touch};
pub use life::{Life, Limits, Line, Remark, State, life};
pub use notice::Notice;
pub use points::{Count, Points, Runs, Spill};
