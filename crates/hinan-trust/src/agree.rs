//! Whether a CAP message says what the statement says that it is bound to.

use std::collections::BTreeSet;

use hinan_alert::notice::World;
use hinan_cap::message::{Info, MsgType, ResponseType, Status};
use hinan_cap::{Alert as Cap, Mode};

use crate::code::{Refusal, Refused};
use crate::hex::Digest;
use crate::statement::{ActName, CapBytes, Statement};

/// The `valueName` of geocodes that name zones of the region's table.
pub const ZONE_SCHEME: &str = "urn:hinan:zone:1";

/// Whether bytes are those that a statement is bound to.
pub(crate) fn same_bytes(bound: CapBytes, bytes: &[u8]) -> Result<(), Refused> {
    if bytes.len() as u64 != bound.len {
        return Err(Refusal::CapLength.because(format!("{} bytes, signed were {}", bytes.len(), bound.len)));
    }
    if Digest::of(bytes) != bound.sha256 {
        return Err(Refusal::CapDigest.into());
    }
    Ok(())
}

/// Reads a CAP message as strictly as what we issue.
pub(crate) fn read(bytes: &[u8]) -> Result<Cap, Refused> {
    let reading = hinan_cap::read(bytes, Mode::Strict);
    let first =
        reading.complaints.iter().find(|complaint| complaint.severity == hinan_cap::Severity::Refused);
    match (reading.alert, first) {
        (Some(alert), None) => Ok(alert),
        (_, complaint) => {
            let detail = complaint.map(|it| format!("{} at {}: {}", it.code, it.path, it.reason));
            Err(Refusal::CapUnreadable.because(detail.unwrap_or_default()))
        }
    }
}

/// What a message must say to agree with a statement, in the order in which it is asked.
pub(crate) fn agrees(statement: &Statement, world: World, cap: &Cap) -> Result<(), Refused> {
    let wanted = wanted_status(world);
    if cap.status != wanted {
        return Err(Refusal::CapStatus.because(format!("{}, not {}", cap.status.word(), wanted.word())));
    }
    let wanted = wanted_type(statement);
    if cap.msg_type != wanted {
        return Err(Refusal::CapMessageType.because(format!(
            "{}, not {}",
            cap.msg_type.word(),
            wanted.word()
        )));
    }
    if cap.sent.unix != statement.issued() {
        return Err(Refusal::CapSent.because(format!("{}, not {}", cap.sent.unix, statement.issued())));
    }
    expires_agrees(statement, cap)?;
    response_agrees(statement, cap)?;
    area_agrees(statement, cap)
}

/// Whether a message has as many references as its statement has targets.
pub(crate) fn counts_targets(statement: &Statement, cap: &Cap) -> Result<(), Refused> {
    if cap.references.len() != statement.targets().len() {
        let (references, targets) = (cap.references.len(), statement.targets().len());
        return Err(Refusal::CapReferences.because(format!("{references} references, {targets} targets")));
    }
    Ok(())
}

fn wanted_status(world: World) -> Status {
    match world {
        World::Live => Status::Actual,
        World::Drill => Status::Exercise,
        World::Lab => Status::Test,
    }
}

fn wanted_type(statement: &Statement) -> MsgType {
    match statement {
        Statement::Alert(alert) | Statement::Drill(alert) if alert.act == ActName::Alert => MsgType::Alert,
        Statement::Cancel(_) => MsgType::Cancel,
        _ => MsgType::Update,
    }
}

/// Every block of a warning lapses when the statement does, and there is one.
fn expires_agrees(statement: &Statement, cap: &Cap) -> Result<(), Refused> {
    let (Statement::Alert(alert) | Statement::Drill(alert)) = statement else { return Ok(()) };
    let is_same = |info: &Info| info.expires.map(|at| at.unix) == Some(alert.expires);
    if cap.infos.is_empty() || !cap.infos.iter().all(is_same) {
        return Err(Refusal::CapExpires.into());
    }
    Ok(())
}

/// All blocks of an all clear give the all clear; no block of anything else does.
fn response_agrees(statement: &Statement, cap: &Cap) -> Result<(), Refused> {
    let clears = |info: &Info| info.responses.contains(&ResponseType::AllClear);
    let agrees = match statement {
        Statement::Clear(_) => !cap.infos.is_empty() && cap.infos.iter().all(clears),
        _ => !cap.infos.iter().any(clears),
    };
    if agrees { Ok(()) } else { Err(Refusal::CapResponse.into()) }
}

/// Every block of a warning names the statement's zones, no more and no fewer; without zones it draws
/// ground.
fn area_agrees(statement: &Statement, cap: &Cap) -> Result<(), Refused> {
    let (Statement::Alert(alert) | Statement::Drill(alert)) = statement else { return Ok(()) };
    let wanted: BTreeSet<&str> = alert.zones.iter().map(String::as_str).collect();
    for info in &cap.infos {
        let codes = info.areas.iter().flat_map(|area| &area.geocodes);
        let zones: BTreeSet<&str> =
            codes.filter(|code| code.name == ZONE_SCHEME).map(|code| code.value.as_str()).collect();
        if zones != wanted {
            return Err(Refusal::CapArea.because("its zones are others"));
        }
        if wanted.is_empty() && !info_draws_ground(info) {
            return Err(Refusal::CapArea.because("neither zones nor ground"));
        }
    }
    Ok(())
}

/// Whether a message draws ground that no zone of the table names: polygons, circles, other codes.
pub(crate) fn draws_ground(cap: &Cap) -> bool {
    cap.infos.iter().any(info_draws_ground)
}

fn info_draws_ground(info: &Info) -> bool {
    info.areas.iter().any(|area| {
        !area.polygons.is_empty()
            || !area.circles.is_empty()
            || area.geocodes.iter().any(|code| code.name != ZONE_SCHEME)
    })
}

/// Whether one of the references of `cap` is `target`.
pub(crate) fn refers_to(cap: &Cap, target: &Cap) -> bool {
    cap.references.iter().any(|reference| {
        (&reference.sender, &reference.identifier, reference.sent.unix)
            == (&target.sender, &target.identifier, target.sent.unix)
    })
}
