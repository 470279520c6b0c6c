//! The region file: one city in one file.
//!
//! [`build::Draft`] joins streets and shelters, spreads people over doorsteps, keeps everybody off
//! forbidden ground, contracts and orders the network and yields the bytes of a region; [`mod@file`] puts them on disk such that a crash leaves the old region or the new
//! one, never half of one; [`Region`] opens a file or plain bytes and lends out its arrays as they
//! stand, with nothing to parse. The layout is written down in `docs/region-format.md`.
//!
//! This room knows no formats of streets or shelters, no search, no clock and no network.

#[cfg(feature = "build")]
mod arrange;
#[cfg(feature = "build")]
pub mod build;
#[cfg(feature = "build")]
mod contract;
pub mod drawing;
#[cfg(feature = "build")]
pub mod export;
#[cfg(feature = "build")]
pub mod file;
#[cfg(feature = "build")]
mod forbid;
mod grid;
#[cfg(feature = "build")]
mod index;
pub mod layout;
pub mod meta;
mod open;
#[cfg(feature = "build")]
mod order;
#[cfg(feature = "build")]
pub mod people;
#[cfg(feature = "build")]
mod split;
pub mod strings;

#[cfg(feature = "build")]
pub use build::{Draft, Input};
pub use drawing::Drawing;
pub use grid::{Grid, Snapped, is_long};
pub use meta::Meta;
pub use open::{OpenError, Region};
