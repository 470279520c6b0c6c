//! Answers as files that planners' tools open.
//!
//! * [`layer`]: rows with columns and one geometry each, as CSV, GeoJSON, GeoPackage or GeoParquet.
//! * [`plot`]: curves and bars as SVG.
//! * [`map`]: streets, dots, shelters and ground as SVG.
//! * [`tiles`]: vector tiles of a region for maps in the browser.
//! * [`png`]: any of those pictures as pixels.
//! * [`svg`]: what pictures are written with.
//!
//! Not here: fields, hazards, fates; regions in [`tiles`] alone. Everything else comes in as plain
//! numbers, places and texts, and
//! the same input gives the same bytes, at any time and on any machine (pictures as pixels: with the
//! embedded letters only, see [`png`]).

pub mod layer;
pub mod map;
pub mod plot;
pub mod png;
pub mod svg;
pub mod tiles;

mod csv;
mod geojson;
mod geopackage;
mod geoparquet;
mod rings;
mod wkb;

pub use layer::{Column, Format, Geometries, Layer, Notes, RenderError, Values, write};
pub use map::Map;
pub use plot::{BarPlot, CurvePlot};
pub use png::{Letters, PngError};
