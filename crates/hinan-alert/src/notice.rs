//! What the life of an alert depends on: the few words of a message that decide what it does to
//! others, once it is known who stands behind it.

use hinan_model::{Hazard, Stage};

/// The name of a message: SHA-256 of the statement that was signed, or of the CAP bytes where
/// nothing was signed. References use it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(pub [u8; 32]);

/// What CAP calls a message. Two messages with one key and other bytes are two messages.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CapKey {
    /// Its sender.
    pub sender: String,
    /// Its identifier.
    pub identifier: String,
}

/// The three worlds, which never mix (`alert-trust.md`, 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum World {
    /// The real thing.
    Live,
    /// A public exercise, ended at once by any live alert.
    Drill,
    /// Machines among themselves, never public.
    Lab,
}

/// What a message names an earlier one by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A statement, by its digest.
    Name(Name),
    /// A CAP message, by its sender and identifier.
    Cap(CapKey),
}

/// Why an alert is called back: the two are told differently (Hokkaido, April 2023).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// It should never have been sent.
    Error,
    /// It was right and is no longer expected.
    Withdrawn,
}

/// What is warned of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Warning {
    /// How near it is; never [`Stage::Clear`].
    pub stage: Stage,
    /// The danger; `None` where a foreign message says none that we know.
    pub hazard: Option<Hazard>,
    /// The zones of the table that the ring names; empty where only the CAP area says where.
    pub zones: Vec<String>,
    /// When it arrives, where that was signed; seconds since 1970.
    pub impact_at: Option<i64>,
    /// When the message lapses; `None` where it does not say.
    pub expires: Option<i64>,
}

impl Warning {
    /// Whether this asks for no less than `other`: as stern, for the same danger, in all its zones, and
    /// no later. When either lapses is another question.
    pub fn is_no_milder_than(&self, other: &Warning) -> bool {
        let same_ground = !other.zones.is_empty() && other.zones.iter().all(|zone| self.zones.contains(zone));
        let no_later = match (other.impact_at, self.impact_at) {
            (None, None) => true,
            (Some(other), Some(own)) => own <= other,
            _ => false,
        };
        self.stage >= other.stage && self.hazard == other.hazard && same_ground && no_later
    }
}

/// What a message does.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// Warns, for the first time.
    Alert(Warning),
    /// Warns anew, in the place of its targets.
    Update(Warning),
    /// Calls its targets back.
    Cancel(Reason),
    /// Says that the danger of its targets is over.
    Clear,
}

/// How far a message may be acted on: who stands behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// As many persons as the ring asks for; for messages of others, their authority.
    Full,
    /// One officer or feed, within an order that enough persons signed ahead.
    Armed,
    /// One officer alone, by the ring's leave: a second is awaited.
    Solo,
    /// Too few by now: kept, never sounded.
    Pending,
    /// It had enough, until a key was found to be compromised: told as such, never hidden.
    Unconfirmed,
}

/// A message that was believed, in the words that its life depends on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Notice {
    /// What references name it by.
    pub name: Name,
    /// What CAP names it by.
    pub cap: Option<CapKey>,
    /// Whether its name is that of a signed statement, which others name by digest alone: CAP's words,
    /// which anybody can write down, reach only what is named by nothing else.
    pub signed: bool,
    /// In which world.
    pub world: World,
    /// What it does.
    pub act: Act,
    /// When it was issued; seconds since 1970.
    pub issued: i64,
    /// The messages it is about.
    pub targets: Vec<Target>,
    /// Who stands behind it.
    pub standing: Standing,
}
