//! Which alerts are in force, and whom they concern.
//!
//! Everything here is a function of messages and a time that are passed in: no clock, no file, no
//! network, so that a phone, a siren and a server that have the same messages agree to the bit.
//! Who may be believed is decided before, in `hinan-trust`; a [`Notice`] is what comes out of it.

pub mod notice;

pub use notice::Notice;
