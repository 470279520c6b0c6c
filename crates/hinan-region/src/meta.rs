//! What a region says of itself.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use hinan_model::{Bounds, Complaint, Ds, Hazard, Source, Step, Walker};

/// At most so many complaints are kept in a region; the sources count them all.
pub const MAX_COMPLAINTS: usize = 10_000;

/// Stands in the complaint about entrances of a list beyond the streets: one a list, without a row.
/// Those who tell of such shelters in another way find it by these words.
pub const OUTSIDE: &str = "outside of the streets' extract";

/// The parameter that says that the people are a guess.
pub const PEOPLE_GUESSED: &str = "people-guessed";

/// The meta data of a region, stored as JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Meta {
    /// The version of hinan that made the region.
    pub hinan: String,
    /// Name of the place.
    pub name: String,
    /// The box of the extract.
    pub bounds: Option<Bounds>,
    /// Every input file.
    pub sources: Vec<Source>,
    /// What each step of the build added and dropped.
    pub steps: Vec<Step>,
    /// What was wrong with the input, the first [`MAX_COMPLAINTS`].
    pub complaints: Vec<Complaint>,
    /// The walkers, in the order of the kinds' columns.
    pub walkers: Vec<Walker>,
    /// What each row of the table of kinds is.
    pub kind_names: Vec<String>,
    /// What the build was asked for, such as `emergency: true`.
    pub parameters: BTreeMap<String, String>,
    /// The time between alert and impact that the build was given for hazards, where no zone says
    /// less.
    pub budgets: BTreeMap<Hazard, Ds>,
    /// How much there is of everything.
    pub counts: Counts,
    /// Number of nodes in each cluster of streets that are joined up with each other, largest first.
    pub clusters: Vec<u32>,
}

/// How much there is of everything in a region.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Nodes, inner nodes of edges included.
    pub nodes: u64,
    /// Junctions among them.
    pub junctions: u64,
    /// Edges.
    pub edges: u64,
    /// Segments.
    pub segments: u64,
    /// Directions of segments that are open to anybody.
    pub arcs: u64,
    /// Shelters.
    pub shelters: u64,
    /// Entrances joined to the network.
    pub entrances: u64,
    /// Shelters without an entrance that could be joined.
    pub unjoined_shelters: u64,
    /// Doorsteps.
    pub doorsteps: u64,
    /// Doorsteps with no street near.
    pub unjoined_doorsteps: u64,
    /// People at nodes, where the network brought them, and at doorsteps.
    pub people: u64,
    /// People of the sources on ground outside of the extract.
    pub people_outside: u64,
    /// People of the sources too far from any doorstep to start from one.
    pub people_far: u64,
    /// Those among `people` whose doorstep has no street near.
    pub people_off_street: u64,
    /// Pieces of forbidden ground.
    pub forbidden: u64,
    /// Segments that nobody may walk on because of it.
    pub forbidden_segments: u64,
    /// Zones of warning.
    pub zones: u64,
    /// Things that a map draws besides the streets.
    #[serde(default)]
    pub drawn: u64,
    /// Nodes in isolated clusters.
    pub isolated_nodes: u64,
}

impl Meta {
    /// Whether cluster number `cluster` is too small to send anybody to or start anybody in: a
    /// fenced yard, a platform whose stairs the map lacks. Such streets are kept, but nothing is
    /// joined to them while another street is about as near.
    pub fn is_isolated(&self, cluster: u32) -> bool {
        is_isolated(&self.clusters, cluster)
    }

    /// The attribution lines that must stand wherever this region's data is shown, without doubles.
    pub fn attribution(&self) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for source in &self.sources {
            let line = match (&source.attribution, &source.licence) {
                (Some(who), Some(licence)) => format!("{who} ({licence})"),
                (Some(who), None) => who.clone(),
                (None, _) => continue,
            };
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines
    }
}

/// Fewer nodes than this, and not the largest: isolated.
const OWN_PLACE_NODES: u32 = 100;

/// See [`Meta::is_isolated`].
pub(crate) fn is_isolated(clusters: &[u32], cluster: u32) -> bool {
    cluster != 0 && clusters.get(cluster as usize).is_none_or(|&nodes| nodes < OWN_PLACE_NODES)
}
