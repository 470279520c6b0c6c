//! CAP messages of others, in the words that a life depends on.
//!
//! Nothing is dropped: a danger that we do not know is `None`, a grade that is not said counts as
//! the sterner. Only one thing is held back: what warns of a danger that we do not know, or asks
//! for no more than to get ready, never reads as "take cover", since that stage may sound a siren.

use std::collections::BTreeMap;

use hinan_cap::message::{Alert, Info, MsgType, ResponseType, Severity, Status, Urgency};
use hinan_model::{Hazard, Stage};

use crate::event::hazard_of;
use crate::notice::{Act, CapKey, Name, Notice, Reason, Standing, Target, Warning, World};

/// A CAP message as notices: one for each danger that it warns of, all with the name `digest`
/// (SHA-256 of the bytes that were read). An acknowledgement and a complaint about another message
/// (`Ack`, `Error`) do nothing to alerts and give none.
///
/// The standing is full, since a message of others has its own authority behind it; whether that
/// authority is believed is for the caller to decide before.
pub fn from_cap(alert: &Alert, digest: [u8; 32]) -> Vec<Notice> {
    acts(alert)
        .into_iter()
        .map(|act| Notice {
            name: Name(digest),
            cap: Some(CapKey { sender: alert.sender.clone(), identifier: alert.identifier.clone() }),
            signed: false,
            world: world(alert.status),
            act,
            issued: alert.sent.unix,
            targets: targets(alert),
            standing: Standing::Full,
        })
        .collect()
}

/// Only `Actual` is real. An exercise is a drill; what is meant for machines or nobody stays there.
pub const fn world(status: Status) -> World {
    match status {
        Status::Actual => World::Live,
        Status::Exercise => World::Drill,
        Status::System | Status::Test | Status::Draft => World::Lab,
    }
}

fn targets(alert: &Alert) -> Vec<Target> {
    let references = alert.references.iter();
    references
        .map(|other| {
            Target::Cap(CapKey { sender: other.sender.clone(), identifier: other.identifier.clone() })
        })
        .collect()
}

fn acts(alert: &Alert) -> Vec<Act> {
    match alert.msg_type {
        MsgType::Ack | MsgType::Error => Vec::new(),
        MsgType::Cancel => vec![Act::Cancel(reason(alert))],
        // An update that says "all clear" is how MET Norway and others end a warning. One block
        // that says otherwise makes it a warning: all clear is never read into a message.
        MsgType::Alert | MsgType::Update if is_all_clear(&alert.infos) => vec![Act::Clear],
        MsgType::Alert => warnings(alert).into_iter().map(Act::Alert).collect(),
        MsgType::Update => warnings(alert).into_iter().map(Act::Update).collect(),
    }
}

fn is_all_clear(infos: &[Info]) -> bool {
    let is_clear = |info: &Info| {
        info.responses.contains(&ResponseType::AllClear)
            && info.responses.iter().all(|response| {
                matches!(response, ResponseType::AllClear | ResponseType::Monitor | ResponseType::None)
            })
    };
    !infos.is_empty() && infos.iter().all(is_clear)
}

/// Whether a cancel calls its targets an error. CAP has no element for it; the note is where the
/// standard wants the reason.
fn reason(alert: &Alert) -> Reason {
    let infos = alert.infos.iter().flat_map(|info| [info.headline.as_deref(), info.description.as_deref()]);
    let texts = infos.chain([alert.note.as_deref()]).flatten();
    const SIGNS: [&str; 6] =
        ["in error", "by mistake", "false alarm", "erroneous", "not a real", "accidental"];
    let mut lower = texts.map(str::to_lowercase);
    if lower.any(|text| SIGNS.iter().any(|sign| text.contains(sign))) {
        Reason::Error
    } else {
        Reason::Withdrawn
    }
}

/// One warning for each danger, as stern as the sternest of its blocks and as long as the longest.
fn warnings(alert: &Alert) -> Vec<Warning> {
    let mut found: BTreeMap<Option<Hazard>, (Stage, Option<i64>)> = BTreeMap::new();
    for info in &alert.infos {
        let hazard = hazard_of(info);
        let expires = info.expires.map(|moment| moment.unix);
        let (stage, until) = found.entry(hazard).or_insert((Stage::Prepare, expires));
        *stage = (*stage).max(stage_of(info, hazard));
        *until = until.zip(expires).map(|(a, b)| a.max(b));
    }
    if found.is_empty() {
        found.insert(None, (Stage::Expect, None));
    }
    found
        .into_iter()
        // An arrival that nobody signed for would promise time.
        .map(|(hazard, (stage, expires))| Warning {
            stage,
            hazard,
            zones: Vec::new(),
            impact_at: None,
            expires,
        })
        .collect()
}

/// How near the danger of an information block is. A grade that is not known counts as the
/// sterner: `Expected` for the urgency, `Severe` for the severity.
pub fn stage_of(info: &Info, hazard: Option<Hazard>) -> Stage {
    let is_grave = !matches!(info.severity, Severity::Moderate | Severity::Minor);
    let asks =
        |responses: &[ResponseType]| info.responses.iter().any(|response| responses.contains(response));
    let asks_to_go = asks(&[ResponseType::Shelter, ResponseType::Evacuate, ResponseType::Execute]);
    let asks_for_little = !info.responses.is_empty() && !asks_to_go && !asks(&[ResponseType::Avoid]);
    let near = match info.urgency {
        Urgency::Immediate if is_grave || asks_to_go => Stage::TakeCover,
        Urgency::Immediate if info.severity == Severity::Moderate => Stage::Expect,
        Urgency::Expected | Urgency::Unknown if is_grave || asks_to_go => Stage::Expect,
        Urgency::Immediate | Urgency::Expected | Urgency::Unknown | Urgency::Future | Urgency::Past => {
            Stage::Prepare
        }
    };
    let may_sound = asks_to_go || hazard.is_some() && !asks_for_little;
    if may_sound { near } else { near.min(Stage::Expect) }
}
