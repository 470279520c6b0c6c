//! What is known of the Earth as a whole: coordinate systems ([`Crs`]) and where the sea is ([`land`]).
//!
//! Readers of files ask this room where a pair of numbers lies, and whether that can be right. It
//! knows no file formats, no countries and no lists, reads nothing and fetches nothing: its two
//! tables are compiled in, each made by a script in `tools/`.

mod crs;
mod epsg;
pub mod land;
mod proj_text;
mod wkt;

pub use crs::{Crs, CrsError};
