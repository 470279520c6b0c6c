//! Where the page says that a person is.

use hinan_alert::near::{Fix, Implausible, Whereabouts, Why};
use hinan_model::{Bounds, Place};
use hinan_trust::Near;
use serde_json::Value;

use crate::failure::Failure;
use crate::members::{Members, needed};

/// More places than anybody remembers.
const MOST_REMEMBERED: usize = 32;

/// Reads `where`.
pub fn read(members: &mut Members, pack: Option<Bounds>) -> Result<Whereabouts, Failure> {
    let Some(mut given) = members.object("where")? else {
        return Ok(Whereabouts { pack, ..Whereabouts::default() });
    };
    let remembered = given.list("remembered", MOST_REMEMBERED)?.into_iter().map(place);
    let whereabouts = Whereabouts {
        fix: fix(&mut given, "fix")?,
        before: fix(&mut given, "before")?,
        pack,
        start: given.place("start")?,
        poster: given.place("poster")?,
        remembered: remembered.collect::<Result<_, _>>()?,
    };
    given.done()?;
    Ok(whereabouts)
}

fn place(value: Value) -> Result<Place, Failure> {
    let mut members = Members::of("remembered", value)?;
    let place = members.lat_lon()?;
    members.done()?;
    needed("remembered: lat and lon", place)
}

fn fix(members: &mut Members, name: &'static str) -> Result<Option<Fix>, Failure> {
    let Some(mut fix) = members.object(name)? else { return Ok(None) };
    let place = needed("a fix: lat and lon", fix.lat_lon()?)?;
    // What a device does not say is not known: as far off as can be.
    let accuracy = fix.number("accuracy_m", 1e9)?.unwrap_or(1e9);
    let made = needed("a fix: made", fix.moment("made")?)?;
    fix.done()?;
    Ok(Some(Fix { place, accuracy_mm: (accuracy * 1000.0) as u64, made }))
}

/// The name of a reason.
pub const fn why_name(why: Why) -> &'static str {
    match why {
        Why::Here => "here",
        Why::AtStart => "at-start",
        Why::AtPoster => "at-poster",
        Why::AtRemembered(_) => "at-remembered",
        Why::WhereAreYou(_) => "where-are-you",
        Why::MayBeYou => "may-be-you",
        Why::Elsewhere => "elsewhere",
    }
}

/// What is wrong with a fix, or `good`.
pub const fn fix_name(fix: Result<Fix, Implausible>) -> &'static str {
    match fix {
        Ok(_) => "good",
        Err(Implausible::None) => "none",
        Err(Implausible::Stale) => "stale",
        Err(Implausible::OutsidePack) => "outside-pack",
        Err(Implausible::Jump) => "jump",
        Err(Implausible::Vague) => "vague",
    }
}

/// How near that is, for what may be heard.
pub const fn near(why: Why) -> Near {
    match why {
        Why::Here | Why::AtStart | Why::AtPoster | Why::AtRemembered(_) => Near::Here,
        Why::WhereAreYou(_) | Why::MayBeYou => Near::MayBeYou,
        Why::Elsewhere => Near::Elsewhere,
    }
}
