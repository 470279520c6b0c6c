//! What answers have to say in sentences, and who says it.
//!
//! An answer is data; the sentences in it come from whoever implements [`Wording`], so that no room
//! that computes knows a language, and so that a command, a server and a phone say the same.

use serde::{Deserialize, Serialize};

use crate::late::WhenLate;
use crate::shelter::Shelter;
use crate::threat::NotOffered;
use crate::trip::Step;

/// Says in one language what an answer says in data. Every sentence is plain text on one line.
pub trait Wording {
    /// One instruction of a way.
    fn step(&self, step: &Step) -> String;
    /// What to do where no shelter is in time.
    fn late(&self, late: WhenLate) -> String;
    /// Why a shelter is not offered, to go behind its name or a number.
    fn not_offered(&self, reason: NotOffered) -> String;
    /// What must be said of a shelter that no official list names; `None` of the others.
    fn remark(&self, shelter: &Shelter) -> Option<String>;
    /// Why a place has no plan at all.
    fn why_none(&self, why: &WhyNone) -> String;
    /// What a reader must know of a region.
    fn warning(&self, warning: &Warning) -> String;
}

/// Why a place has no plan at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "why", content = "reasons")]
pub enum WhyNone {
    /// It lies on forbidden ground: no way over it is shown.
    Forbidden,
    /// None of the region's shelters is offered: how many for which reason.
    NoneOffered(Vec<(NotOffered, u64)>),
    /// The edge of the extract is nearer than any shelter in it: nobody knows.
    Edge,
    /// No shelter can be reached on foot.
    OutOfReach,
}

/// What a reader of any answer of a region must know of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "warning")]
pub enum Warning {
    /// Built with private yards and gates: not for publication.
    Emergency,
    /// The region has no shelters, because none were given.
    NoShelters,
    /// Some of its places are candidates that nobody has declared fit.
    Candidates {
        /// So many.
        candidates: u64,
        /// Of so many places.
        places: u64,
    },
    /// Some shelters are private records of their list's owner.
    PrivateRecords,
}
