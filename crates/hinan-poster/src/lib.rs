//! Posters for entrances: one page that says, at a door, which shelter, which way, how many minutes, and
//! what to do where that is too long.
//!
//! A [`Press`] holds the questions (a city and its engine for each hazard) and how posters look; it makes
//! one SVG document of each door and question ([`Press::poster`]), and [`pdf()`] makes files of those, with
//! real text. Everything is drawn for printers without colours: bands of minutes are line styles, water and
//! forbidden ground are hatched, plans are letters.
//!
//! The guide is opened by a code whose place stands behind the `#` of its address ([`code`]), so that no
//! server is told where somebody stands.
//!
//! Not here: files, arguments, clocks. The day of printing is passed in; without it a poster names the day
//! from which it is old. The same input gives the same bytes; of letters that hinan does not bring, with
//! the same fonts only ([`letters`]).

pub mod code;
pub mod letters;
mod lines;
mod map;
mod pdf;
mod press;
mod sheet;
mod words;

pub use code::{Base, BaseError};
pub use letters::{Letters, LettersError};
pub use pdf::{PdfError, pdf};
pub use press::{Case, Door, Press};
pub use sheet::Paper;
