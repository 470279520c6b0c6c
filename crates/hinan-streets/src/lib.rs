//! Any street input into the walking network that regions are built from.
//!
//! [`read`] takes an OpenStreetMap extract (`.osm.pbf`, `.osm`, `.osm.gz`, `.osm.bz2`), a folder
//! with `nodes.csv` and `arcs.csv`, or a DIMACS-like `.gr` file, and gives
//! [`Streets`](hinan_model::network::Streets). Which tags mean what on foot stands in [`tables`].
//!
//! What this room does not know: shelters (it hands over map objects that the caller asks for and
//! does not look at them), junctions and contraction (`hinan-region`), the way to a shelter
//! (`hinan-reach`), the clock. Results do not depend on the number of threads.

mod buckets;
mod csv;
pub mod elevation;
mod error;
mod facts;
mod gr;
mod input;
mod kinds;
mod network;
mod osm;
mod report;
pub mod tables;
mod words;

use std::path::PathBuf;

pub use error::StreetsError;
pub use gr::{read_gr, read_gr_binary};
pub use input::read;
pub use network::read_network;
pub use osm::pbf::read_pbf_bytes;
pub use osm::xml::read_xml;

/// What the caller wants besides the streets.
#[derive(Clone)]
pub struct Options<'a> {
    /// Opens private yards and gates, at a penalty ([`tables::PRIVATE_FACTOR`],
    /// [`tables::PRIVATE_GATE_DS`]). Never for anything that is published.
    pub emergency: bool,
    /// Elevation files: SRTM `.hgt` (also zipped), GeoTIFF in degrees. None: all streets are level.
    pub elevation: Vec<PathBuf>,
    /// Which map objects to hand over. Asked only about nodes, ways and multipolygons that carry one
    /// of [`tables::OBJECT_KEYS`] or [`tables::OBJECT_TAGS`].
    pub keep_object: &'a (dyn Fn(&Tags<'_>) -> bool + Sync),
    /// Keeps what a map draws besides the streets ([`tables::DRAWN`]): outlines, lines, names.
    pub drawing: bool,
    /// Told now and then how far the work is: what is being done, done, out of how much.
    pub progress: Option<Progress<'a>>,
}

/// See [`Options::progress`].
pub type Progress<'a> = &'a (dyn Fn(&str, u64, u64) + Sync);

impl Default for Options<'_> {
    /// No emergency, no elevation, no objects, no drawing, nobody to tell.
    fn default() -> Self {
        Options {
            emergency: false,
            elevation: Vec::new(),
            keep_object: &|_| false,
            drawing: false,
            progress: None,
        }
    }
}

impl std::fmt::Debug for Options<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options")
            .field("emergency", &self.emergency)
            .field("elevation", &self.elevation)
            .field("drawing", &self.drawing)
            .finish_non_exhaustive()
    }
}

impl Options<'_> {
    fn tell(&self, what: &str, done: u64, total: u64) {
        if let Some(progress) = self.progress {
            progress(what, done, total);
        }
    }
}

/// The tags of one element, in the order of the file.
#[derive(Clone, Copy, Debug)]
pub struct Tags<'a> {
    pairs: &'a [(&'a str, &'a str)],
}

impl<'a> Tags<'a> {
    /// Tags from pairs of key and value.
    pub fn new(pairs: &'a [(&'a str, &'a str)]) -> Tags<'a> {
        Tags { pairs }
    }

    /// The value of `key`.
    pub fn get(&self, key: &str) -> Option<&'a str> {
        self.pairs.iter().find(|(k, _)| *k == key).map(|(_, v)| *v)
    }

    /// Whether `key` has the value `value`.
    pub fn has(&self, key: &str, value: &str) -> bool {
        self.get(key) == Some(value)
    }

    /// Every pair.
    pub fn iter(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        self.pairs.iter().copied()
    }
}
