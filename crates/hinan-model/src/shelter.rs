//! Shelters as the lists tell of them.

use serde::{Deserialize, Serialize};

use crate::hazard::{Hazard, HazardSet};
use crate::place::Place;
use crate::time::Ds;
use crate::walker::Walker;

/// A place that people may take refuge in. What a list does not say is `None` or `Unknown`, never
/// "no".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shelter {
    /// The source's own id, verbatim.
    pub id: String,
    /// Name, in the language of the list.
    pub name: Option<String>,
    /// Street address or note on the place.
    pub address: Option<String>,
    /// What kind of place, in the list's words or from the map: `bunker`, `metro station`, ...
    pub kind: Option<String>,
    /// Who says that this is a shelter.
    pub standing: Standing,
    /// Where people get in; at least one.
    pub entrances: Vec<Entrance>,
    /// How many people it holds.
    pub capacity: Option<u32>,
    /// Floor area in square metres, where the list gives an area. Kept beside the capacity because
    /// the norms (people a square metre) differ between countries.
    pub area_m2: Option<u32>,
    /// Hazards that the list says it is good for.
    pub good_for: HazardSet,
    /// Hazards that the list says it is not good for.
    pub bad_for: HazardSet,
    /// Who may go in.
    pub access: Access,
    /// Whether a wheelchair can get in.
    pub wheelchair: Answer,
    /// Whether it lies below the ground: what saves from bombs and kills in floods and heavy gas.
    pub underground: Answer,
    /// Whether animals may come.
    pub pets: Answer,
    /// Opening hours in the syntax of OpenStreetMap, verbatim.
    pub hours: Option<String>,
    /// What was last said of its state.
    pub status: Status,
    /// The day somebody last checked it (RFC 3339 date).
    pub checked: Option<String>,
    /// Who may see the record.
    pub visibility: Visibility,
    /// Remarks of the list.
    pub note: Option<String>,
    /// Which list it comes from: an index into the region's sources.
    pub source: u32,
    /// Row in that list, counted as in [`crate::Complaint::row`].
    pub row: u64,
}

impl Shelter {
    /// A shelter of which nothing is known but its id and entrances.
    pub fn new(id: impl Into<String>, entrances: Vec<Entrance>) -> Shelter {
        Shelter {
            id: id.into(),
            name: None,
            address: None,
            kind: None,
            standing: Standing::Official,
            entrances,
            capacity: None,
            area_m2: None,
            good_for: HazardSet::EMPTY,
            bad_for: HazardSet::EMPTY,
            access: Access::Unknown,
            wheelchair: Answer::Unknown,
            underground: Answer::Unknown,
            pets: Answer::Unknown,
            hours: None,
            status: Status::Unknown,
            checked: None,
            visibility: Visibility::Public,
            note: None,
            source: 0,
            row: 0,
        }
    }

    /// Whether it is good for `hazard`, as far as the list says.
    pub fn suits(&self, hazard: Hazard) -> Answer {
        if self.bad_for.contains(hazard) {
            Answer::No
        } else if self.good_for.contains(hazard) {
            Answer::Yes
        } else {
            Answer::Unknown
        }
    }

    /// Whether somebody who walks as `walker` can get in. Not known counts as yes, as everywhere: most
    /// lists say nothing of steps, and the answer is shown.
    pub fn admits(&self, walker: &Walker) -> bool {
        walker.uses_stairs() || self.wheelchair != Answer::No
    }

    /// What to call it: its name, else its address, else its id.
    pub fn title(&self) -> &str {
        self.name.as_deref().or(self.address.as_deref()).unwrap_or(&self.id)
    }
}

/// Where a shelter meets the street.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entrance {
    /// Where it is.
    pub at: EntranceAt,
    /// Time from the entrance to safety inside (stairs, door), where the list states it.
    pub start: Option<Ds>,
    /// What the entrance is called.
    pub name: Option<String>,
}

/// The place of an entrance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EntranceAt {
    /// A node of the streets, by its id. Never moved; start cost 0 unless given.
    Node(String),
    /// A point, to be joined to the nearest fitting street.
    Place(Place),
}

/// Who says that a place is a shelter. The order is that of trust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// An official list.
    Official,
    /// A map: somebody drew a shelter there.
    Mapped,
    /// Nobody: a place that might do (metro station, underground car park). Always labelled.
    Candidate,
}

impl Standing {
    /// The name in files: `official`, `mapped`, `candidate`.
    pub const fn name(self) -> &'static str {
        match self {
            Standing::Official => "official",
            Standing::Mapped => "mapped",
            Standing::Candidate => "candidate",
        }
    }
}

/// Yes, no, or not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// The list says yes.
    Yes,
    /// The list says no.
    No,
    /// The list does not say.
    #[default]
    Unknown,
}

/// Who may go in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Access {
    /// Everybody.
    Public,
    /// Those who live, learn or work there.
    Private,
    /// Everybody, once somebody brings the key.
    Key,
    /// The list does not say.
    #[default]
    Unknown,
}

/// What was last said of a shelter's state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Open.
    Open,
    /// Closed for now.
    Closed,
    /// Out of use for good.
    Defunct,
    /// No place left.
    Full,
    /// Nobody has said.
    #[default]
    Unknown,
}

impl Status {
    /// Whether people may be sent there as far as is known. Unknown counts as usable: a list's
    /// shelter is one until somebody says otherwise.
    pub const fn is_usable(self) -> bool {
        matches!(self, Status::Open | Status::Unknown)
    }
}

/// Who may see a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Visibility {
    /// Everybody.
    #[default]
    Public,
    /// Only the list's owner: never in anything published.
    Private,
}
