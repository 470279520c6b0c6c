//! Where data comes from, and what became of it on the way.

use serde::{Deserialize, Serialize};

/// One input file of a region: what it is, how old, under which licence, and how much of it was used.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// What it is for: `streets`, `shelters`, `elevation`, `people`.
    pub role: String,
    /// File name without folders.
    pub file: String,
    /// Format as recognised: `osm-pbf`, `osm-xml`, `network-csv`, `dimacs`, `osm`, or one of those that
    /// `docs/shelter-lists.md` names.
    pub format: String,
    /// SHA-256 of the bytes, lower-case hex. Empty until the file was read whole.
    pub sha256: String,
    /// The date that the data itself states (RFC 3339), if any. Never the time of the build.
    pub date: Option<String>,
    /// Licence, where known: `ODbL-1.0`, `NLOD`, ...
    pub licence: Option<String>,
    /// The words that must be shown wherever the data is: `© OpenStreetMap contributors`.
    pub attribution: Option<String>,
    /// Rows (or elements) read, data rows only.
    pub rows: u64,
    /// Records made of them.
    pub records: u64,
    /// Complaints about them.
    pub complaints: u64,
}

/// One step of an import, in order: what it added and what it dropped, for `--explain` and `info`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What the step does: "select walkable ways".
    pub name: String,
    /// What was kept or added: (what, how many), in a fixed order.
    pub added: Vec<(String, u64)>,
    /// What was dropped and why: (why, how many), in a fixed order.
    pub dropped: Vec<(String, u64)>,
}
