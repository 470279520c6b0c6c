//! People, areas and zones of warning out of planners' files.
//!
//! [`read_people`] makes people of whatever holds them: points or census meshes in CSV or JSON, H3
//! cells, GeoJSON, GeoPackage, GeoTIFF. [`read_areas`] reads districts and forbidden ground,
//! [`read_zones`] zones of warning. What a file is, is told by looking into it, not by its name.
//!
//! What is wrong with a row is a complaint, and the rows next to it are kept: the rows of a source are
//! its records and its complaints about rows that were left out. An error is left for a file that is
//! nothing of the kind, or of which not one record is left.
//!
//! Not here: which doorstep people are at (`hinan-region`), and what a district or a zone is for.
//! Nothing is guessed: not a number where there is none, not a coordinate system, not a column.

mod areas;
mod csv;
mod error;
mod geometry;
mod gpkg;
mod input;
mod json;
mod layer;
mod mesh;
mod number;
mod people;
mod raster;
mod report;
mod text;
mod wkb;
mod zones;

use hinan_earth::Crs;
use hinan_model::Bounds;

pub use areas::{Areas, read_areas, read_areas_from};
pub use error::NotALayer;
pub use people::{read_people, read_people_from};
pub use zones::{ZoneList, read_zones, read_zones_from};

/// The largest file of text that is read, in bytes. Rasters may be of any size.
pub const MAX_TEXT: u64 = 512 << 20;
/// The largest GeoPackage, in bytes.
pub const MAX_GEOPACKAGE: u64 = 16 << 30;
/// The most rows of a file.
pub const MAX_ROWS: u64 = 10_000_000;
/// The most cells with people that are kept of one file.
pub const MAX_CELLS: usize = 5_000_000;
/// The most pixels of a raster that are looked at.
pub const MAX_PIXELS: u64 = 100_000_000;
/// The most people that one row may claim: more than any city has.
pub const MAX_PEOPLE: f64 = 50_000_000.0;
/// The longest cell of a table, in bytes.
pub const MAX_CELL: usize = 64 << 10;
/// The longest row of a table, in bytes.
pub const MAX_RECORD: usize = 1 << 20;
/// The largest element of a JSON file, or geometry of a GeoPackage, in bytes.
pub const MAX_ELEMENT: usize = 64 << 20;
/// The most columns.
pub const MAX_COLUMNS: usize = 4096;
/// The most complaints that are listed; the rest is counted.
pub const MAX_COMPLAINTS: usize = 10_000;

/// What of a file is wanted, and what it does not say itself.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Only rows and pixels that touch this box; all without. A large raster needs it.
    pub bounds: Option<Bounds>,
    /// The column or property that has the people, the name or the seconds, where the usual names
    /// do not fit or more than one does. Compared without regard to case.
    pub column: Option<String>,
    /// The coordinate system of a file that does not state one. A file's own statement wins.
    pub crs: Option<Crs>,
    /// The table of a GeoPackage with several.
    pub table: Option<String>,
}

/// Whether the file `path` is a raster, of which a window can be read. Whether it can be read at all
/// is for the readers to say.
pub fn is_raster(path: &std::path::Path) -> bool {
    let content = input::Input::open(path).and_then(|mut input| input.content());
    matches!(content, Ok(input::Content::GeoTiff))
}
