//! What a receiver makes of an envelope.

use hinan_alert::Notice;
use hinan_alert::notice::{Standing, World};

use crate::code::{Note, Refusal, Refused};
use crate::hex::Digest;
use crate::kind::Kind;
use crate::signers::SignatureCheck;
use crate::statement::{Counter, Statement};

/// The circumstances of a decision: everything that is neither signed nor stored.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// Seconds since 1970, from [`crate::Clock::now`].
    pub now: i64,
    /// Whether the places of this receiver are concerned (`hinan-alert` says so).
    pub near: Near,
    /// When this statement was first seen here.
    pub first_seen: Option<i64>,
    /// The newest of every line of documents that is known here.
    pub seen: Vec<Seen>,
    /// Which zone each shelter lies in, for those who have the region: (shelter, zone).
    pub shelter_zones: Option<Vec<(String, String)>>,
    /// What a siren knows of itself; `None` on everything else.
    pub device: Option<Device>,
}

impl Context {
    /// Refuses what is older than the newest of its line that is known.
    pub(crate) fn check_seen(&self, kind: Kind, line: &str, counter: Counter) -> Result<(), Refused> {
        check_seen(&self.seen, kind, line, counter)
    }
}

pub(crate) fn check_seen(seen: &[Seen], kind: Kind, line: &str, counter: Counter) -> Result<(), Refused> {
    let newest = seen.iter().filter(|seen| seen.kind == kind && seen.name == line);
    match newest.map(|seen| seen.counter).max() {
        Some(known) if counter < known => {
            Err(Refusal::RolledBack.because(format!("epoch {}, number {} is known", known.epoch, known.n)))
        }
        _ => Ok(()),
    }
}

/// The newest document of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Its type.
    pub kind: Kind,
    /// The name of a pack, region or program, the relay of an `active`; empty for the others.
    pub name: String,
    /// Its place.
    pub counter: Counter,
}

/// A siren.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// What orders call it.
    pub id: String,
    /// The highest counter that it has obeyed.
    pub counter: Counter,
}

/// Whether a place is concerned. Position orders and explains; it never hides (`safety.md`, rule 8).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Near {
    /// One of the receiver's places lies in the area.
    Here,
    /// Nobody knows: no plausible position, or an area that cannot be read.
    #[default]
    MayBeYou,
    /// None of them does.
    Elsewhere,
}

/// A decision with all that an operator may ask about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What it comes to.
    pub verdict: Verdict,
    /// The statement's name, where the envelope could be read.
    pub name: Option<Digest>,
    /// Its type.
    pub kind: Option<Kind>,
    /// What became of every signature.
    pub signatures: Vec<SignatureCheck>,
    /// Remarks, in the order of [`Note::ALL`].
    pub notes: Vec<Note>,
}

/// What a decision comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is believed as far as its standing says.
    Believed(Belief),
    /// It is kept and not sounded: signatures or bytes may still come, or too few are left.
    Held(Belief, Refused),
    /// It is not believed.
    Refused(Refused),
}

impl Decision {
    pub(crate) fn refused(refused: Refused) -> Decision {
        let verdict = Verdict::Refused(refused);
        Decision { verdict, name: None, kind: None, signatures: Vec::new(), notes: Vec::new() }
    }

    /// The code of a refusal, or of what it is held for.
    pub fn code(&self) -> Option<Refusal> {
        match &self.verdict {
            Verdict::Believed(_) => None,
            Verdict::Held(_, refused) | Verdict::Refused(refused) => Some(refused.code),
        }
    }

    /// What is believed or held.
    pub fn belief(&self) -> Option<&Belief> {
        match &self.verdict {
            Verdict::Believed(belief) | Verdict::Held(belief, _) => Some(belief),
            Verdict::Refused(_) => None,
        }
    }
}

/// A statement and how far it is believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Belief {
    /// What was signed.
    pub statement: Statement,
    /// Who stands behind it.
    pub standing: Standing,
    /// What it does to the life of alerts; `None` for documents that do nothing to it.
    pub notice: Option<Notice>,
    /// How it is shown.
    pub look: Look,
}

/// How a statement is shown when it arrives. What is in force later, `hinan-alert` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Look {
    /// The world, which decides about colours, words and tones.
    pub world: World,
    /// As what.
    pub shown: Shown,
    /// With which tone.
    pub tone: Tone,
    /// How near: what is here comes first.
    pub near: Near,
}

/// As what a statement is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shown {
    /// A warning, with what to do.
    Warning,
    /// A warning whose time ran out: "no longer confirmed", never "safe".
    NoLongerConfirmed,
    /// A warning whose time ran out and that was readable for a day: kept in the history only.
    Past,
    /// A warning with too few good signatures by now: told as such.
    Unconfirmed,
    /// "Reported as an error, stay where you are."
    Hold,
    /// "Called back", with the reason.
    Cancelled,
    /// "All clear", by officers.
    Cleared,
    /// A document, not a message to people.
    Document,
    /// Nothing, yet or ever; kept.
    Nothing,
}

impl Shown {
    /// The name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Shown::Warning => "warning",
            Shown::NoLongerConfirmed => "no-longer-confirmed",
            Shown::Past => "past",
            Shown::Unconfirmed => "unconfirmed",
            Shown::Hold => "hold",
            Shown::Cancelled => "cancelled",
            Shown::Cleared => "cleared",
            Shown::Document => "document",
            Shown::Nothing => "nothing",
        }
    }
}

/// What is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// Nothing.
    None,
    /// Something that makes people look, and cannot be taken for the alarm.
    Attention,
    /// The exercise's own tone.
    Drill,
    /// The alarm: for "take cover" in the live world, and nothing else.
    Alarm,
}

impl Tone {
    /// The name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Tone::None => "none",
            Tone::Attention => "attention",
            Tone::Drill => "drill",
            Tone::Alarm => "alarm",
        }
    }
}
