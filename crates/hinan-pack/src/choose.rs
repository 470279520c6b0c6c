//! Whether a pack that was fetched replaces the one that is held. Pure: what is known goes in, what to do
//! comes out; a bad pack never replaces a good one.

use core::fmt;

use crate::error::PackError;

/// A pack, as far as the choice goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The name of its city, as the manifest has it.
    pub name: String,
    /// With `n`, which of two packs is the newer one.
    pub epoch: u64,
    /// The number.
    pub n: u64,
    /// SHA-256 of its manifest, hexadecimal: two packs of one number are one, or somebody lies.
    pub sha256: String,
    /// Whether signatures stood behind it when it was taken.
    pub is_signed: bool,
}

/// What trust made of a candidate's signatures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A builder's machine and enough persons signed these very files.
    Believed,
    /// Some signatures, not enough: it waits.
    Held,
    /// Nobody signed it, or nobody is known whose signature would count.
    Unsigned,
    /// Signatures are wrong, or are those of another pack.
    Refused,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The candidate is held from now on.
    Take,
    /// What is held stays.
    Keep(Why),
}

/// Why a candidate is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is the one that is held.
    Same,
    /// A file of it is missing, damaged or cannot be read here.
    Damaged(PackError),
    /// Its signatures are wrong.
    Refused,
    /// Not enough persons have signed it yet.
    Held,
    /// Nobody signed it, and what is held was signed.
    Unsigned,
    /// It is of another city.
    OtherCity,
    /// It is older than what is held.
    Older,
    /// It has the number of what is held and says something else.
    Contradicts,
}

impl Why {
    /// A name for programs: `same`, `damaged`, ...
    pub const fn code(&self) -> &'static str {
        match self {
            Why::Same => "same",
            Why::Damaged(_) => "damaged",
            Why::Refused => "refused",
            Why::Held => "held",
            Why::Unsigned => "unsigned",
            Why::OtherCity => "other-city",
            Why::Older => "older",
            Why::Contradicts => "contradicts",
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Why::Same => f.write_str("there is nothing newer than the pack that is held"),
            Why::Damaged(error) => write!(f, "{error}; the pack that is held stays"),
            Why::Refused => f.write_str(
                "its signatures are not those of the authority, or not of these files; the pack that is held stays",
            ),
            Why::Held => f.write_str("not enough people have signed it yet; the pack that is held stays"),
            Why::Unsigned => f.write_str("nobody has signed it; the signed pack that is held stays"),
            Why::OtherCity => f.write_str("it is of another city; the pack that is held stays"),
            Why::Older => f.write_str("it is older than the pack that is held, which stays"),
            Why::Contradicts => f.write_str(
                "it has the number of the pack that is held and is another one; the pack that is held stays",
            ),
        }
    }
}

/// Chooses. `whole` says whether every file has its digest and the city opens.
///
/// A pack is taken if it is whole, is of the same city, is newer by (`epoch`, `n`) and is believed. An
/// unsigned one is taken only where nothing signed is held: whoever has pinned no authority yet. An
/// answer for a first pack is the same, but that anything that is not refused is better than nothing to
/// walk by, unless it waits for signatures.
pub fn choose(
    current: Option<&Known>,
    candidate: &Known,
    whole: Result<(), PackError>,
    verdict: Verdict,
) -> Choice {
    match why_not(current, candidate, whole, verdict) {
        Some(why) => Choice::Keep(why),
        None => Choice::Take,
    }
}

fn why_not(
    current: Option<&Known>,
    candidate: &Known,
    whole: Result<(), PackError>,
    verdict: Verdict,
) -> Option<Why> {
    if let Err(error) = whole {
        return Some(Why::Damaged(error));
    }
    match verdict {
        Verdict::Refused => return Some(Why::Refused),
        Verdict::Held => return Some(Why::Held),
        Verdict::Unsigned if current.is_some_and(|current| current.is_signed) => return Some(Why::Unsigned),
        Verdict::Unsigned | Verdict::Believed => {}
    }
    let current = current?;
    if current.name != candidate.name {
        return Some(Why::OtherCity);
    }
    if current.sha256 == candidate.sha256 {
        // What was taken unsigned is signed now: the signatures are worth keeping.
        let is_news = verdict == Verdict::Believed && !current.is_signed;
        return if is_news { None } else { Some(Why::Same) };
    }
    // A signed pack outranks an unsigned one whatever number that gave itself.
    if verdict == Verdict::Believed && !current.is_signed {
        return None;
    }
    match (candidate.epoch, candidate.n).cmp(&(current.epoch, current.n)) {
        core::cmp::Ordering::Less => Some(Why::Older),
        core::cmp::Ordering::Equal => Some(Why::Contradicts),
        core::cmp::Ordering::Greater => None,
    }
}
