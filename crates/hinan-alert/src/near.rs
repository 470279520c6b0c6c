//! How near an alert is to a person. A position orders and explains, and never hides
//! (`safety.md`, rule 8).

use hinan_model::Bounds;
use hinan_model::Place;

use crate::ground::{Ground, Touch};

/// How far beyond the accuracy of a fix an alert still counts as here, in mm.
pub const MARGIN_MM: u64 = 300_000;
/// How old a fix may be, in seconds.
pub const OLDEST_FIX: i64 = 300;
/// Nobody in a city moves faster; a fix that says so is a jump. Metres a second.
pub const FASTEST: u64 = 70;
/// An accuracy of more than this says nothing, in mm.
pub const WORST_ACCURACY_MM: u64 = 50_000_000;

/// What a device believes about where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The place.
    pub place: Place,
    /// How far off it may be, in mm.
    pub accuracy_mm: u64,
    /// When it was made; seconds since 1970.
    pub made: i64,
}

/// What is known about where a person is or wants to be warned for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whereabouts {
    /// The latest fix.
    pub fix: Option<Fix>,
    /// The last plausible fix before it.
    pub before: Option<Fix>,
    /// What the region on the device covers; `None` where it does not say.
    pub pack: Option<Bounds>,
    /// The start that the person last confirmed in words.
    pub start: Option<Place>,
    /// The poster that was last scanned.
    pub poster: Option<Place>,
    /// Places that the person asked to be warned for.
    pub remembered: Vec<Place>,
}

/// Why a fix is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Implausible {
    /// There is none.
    None,
    /// It is too old, or from the future.
    Stale,
    /// It lies outside of the region on the device.
    OutsidePack,
    /// It lies further from the one before than anybody could have gone.
    Jump,
    /// It may be so far off that it says nothing.
    Vague,
}

/// Why an alert stands where it stands in the list; the earlier, the nearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// Within the accuracy of the fix and a margin.
    Here,
    /// At the start that was last confirmed.
    AtStart,
    /// At the poster that was last scanned.
    AtPoster,
    /// At this of the remembered places.
    AtRemembered(usize),
    /// Nobody knows where the person is, so it may be here.
    WhereAreYou(Implausible),
    /// The message has a place that is not known to us.
    MayBeYou,
    /// None of these: listed, last.
    Elsewhere,
}

impl Why {
    /// The place in the list; smaller is nearer. Equal ones are ordered by the sternness of their
    /// alerts.
    pub const fn order(self) -> u8 {
        match self {
            Why::Here => 0,
            Why::AtStart => 1,
            Why::AtPoster => 2,
            Why::AtRemembered(_) => 3,
            Why::WhereAreYou(_) => 4,
            Why::MayBeYou => 5,
            Why::Elsewhere => 6,
        }
    }

    /// Whether the alert is shown as concerning the person. Even where it is not, it is listed.
    pub const fn concerns(self) -> bool {
        !matches!(self, Why::Elsewhere)
    }
}

/// Why an alert over `ground` concerns a person at `now`; seconds since 1970.
pub fn touches(ground: &Ground, whereabouts: &Whereabouts, now: i64) -> Why {
    let is_at = |place: Place| ground.near(place, MARGIN_MM) == Touch::Inside;
    let plausible = plausible_fix(whereabouts, now);
    if let Ok(fix) = plausible
        && ground.near(fix.place, fix.accuracy_mm.saturating_add(MARGIN_MM)) == Touch::Inside
    {
        return Why::Here;
    }
    if whereabouts.start.is_some_and(is_at) {
        return Why::AtStart;
    }
    if whereabouts.poster.is_some_and(is_at) {
        return Why::AtPoster;
    }
    if let Some(number) = whereabouts.remembered.iter().position(|&place| is_at(place)) {
        return Why::AtRemembered(number);
    }
    match plausible {
        Err(reason) => Why::WhereAreYou(reason),
        Ok(_) if ground.is_open() => Why::MayBeYou,
        Ok(fix) if may_be(ground, whereabouts, fix) => Why::MayBeYou,
        Ok(_) => Why::Elsewhere,
    }
}

/// Whether any of the places lies on ground that one reading of the message has.
fn may_be(ground: &Ground, whereabouts: &Whereabouts, fix: Fix) -> bool {
    let others = [whereabouts.start, whereabouts.poster].into_iter().flatten();
    let places = others.chain(whereabouts.remembered.iter().copied());
    let reach = fix.accuracy_mm.saturating_add(MARGIN_MM);
    ground.near(fix.place, reach) != Touch::Outside
        || places.into_iter().any(|place| ground.near(place, MARGIN_MM) != Touch::Outside)
}

/// The fix, where it can be believed.
pub fn plausible_fix(whereabouts: &Whereabouts, now: i64) -> Result<Fix, Implausible> {
    let fix = whereabouts.fix.ok_or(Implausible::None)?;
    let age = now.saturating_sub(fix.made);
    if !(-OLDEST_FIX..=OLDEST_FIX).contains(&age) {
        return Err(Implausible::Stale);
    }
    if fix.accuracy_mm > WORST_ACCURACY_MM {
        return Err(Implausible::Vague);
    }
    if whereabouts.pack.is_some_and(|pack| !pack.contains(fix.place)) {
        return Err(Implausible::OutsidePack);
    }
    if whereabouts.before.is_some_and(|before| is_jump(before, fix)) {
        return Err(Implausible::Jump);
    }
    Ok(fix)
}

fn is_jump(before: Fix, fix: Fix) -> bool {
    let seconds = fix.made.abs_diff(before.made).max(1);
    let reach = seconds.saturating_mul(FASTEST * 1000);
    let slack = before.accuracy_mm.saturating_add(fix.accuracy_mm);
    u64::from(before.place.distance_mm(fix.place)) > reach.saturating_add(slack)
}
