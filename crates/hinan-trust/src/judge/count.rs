//! Whose signatures count: what is asked before a statement is read, and right after.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::code::{Fault, Refusal, Refused};
use crate::hex::Digest;
use crate::kind::Kind;
use crate::places::{Charge, places_of};
use crate::signers::{Fitting, Key, Keys, Need, SignatureCheck, Tally};
use crate::statement::{CapBytes, Ring, Statement};
use crate::store::Entry;

/// What the signatures over a statement came to, under one root and ring.
#[derive(Debug)]
pub(crate) struct Counted {
    pub(crate) checks: Vec<SignatureCheck>,
    /// The statement, or why it is not read, or nobody may sign it.
    pub(super) signed: Result<Arc<Signed>, Refused>,
    /// Whose places it takes; `None` for what nobody signed or nobody can read.
    pub(crate) charge: Option<Charge>,
    /// The message that it is bound to.
    pub(crate) bound: Option<CapBytes>,
}

/// A statement with the keys whose signatures count.
#[derive(Debug)]
pub(super) struct Signed {
    /// Where it is kept.
    pub(super) key: Digest,
    pub(super) name: Digest,
    pub(super) statement: Statement,
    pub(super) good: Vec<Arc<Key>>,
    /// The same and those of compromised keys.
    pub(super) once_good: Vec<Arc<Key>>,
}

/// A refusal with what became of the signatures until then.
pub(super) type Stopped = (Vec<SignatureCheck>, Refused);

/// Counts the signatures of an entry. Only what one of them fits is read.
pub(super) fn count(ring: &Ring, keys: &Keys, scope: Digest, key: Digest, entry: &Entry) -> Counted {
    let refused =
        |checks, refused: Refused| Counted { checks, signed: Err(refused), charge: None, bound: None };
    if matches!(entry.kind, Kind::Root | Kind::Ring) {
        return refused(Vec::new(), Refusal::UnexpectedType.because(entry.kind.name()));
    }
    let (mut checks, fitting) = keys.check(entry.kind, &entry.payload, &entry.signatures);
    if fitting.is_empty() {
        return refused(checks, Refusal::NoValidSignature.into());
    }
    let statement = match Statement::read(entry.kind, &entry.payload) {
        Ok(statement) if statement.scope() == Some(scope) => statement,
        Ok(_) => return refused(checks, Refusal::OtherScope.into()),
        Err(why) => return refused(checks, why),
    };
    let holders: BTreeSet<_> = fitting.iter().map(|it| it.key.holder.clone()).collect();
    let need = need_of(&statement);
    let (mut good, mut once_good) = (Vec::new(), Vec::new());
    for Fitting { at, key } in fitting {
        let fault = rights_fault(ring, &key, entry.kind, &need);
        let fault = fault.or_else(|| key.fault_at(statement.issued()));
        checks[at].fault = fault;
        if fault.is_none() {
            good.push(Arc::clone(&key));
        }
        if fault.is_none_or(|fault| fault == Fault::Compromised) {
            once_good.push(key);
        }
    }
    let (name, bound) = (Digest::of(&entry.payload), statement.cap());
    let charge = Charge {
        issued: statement.issued(),
        name,
        places: places_of(&statement),
        by_two: Tally::of(&good).persons() >= 2,
        holders,
        message: bound.map(|bound| bound.sha256),
        kind: entry.kind,
        id: statement.id(),
    };
    let signed = match once_good.is_empty() {
        true => Err(refusal_of(&checks).into()),
        false => Ok(Arc::new(Signed { key, name, statement, good, once_good })),
    };
    Counted { checks, signed, charge: Some(charge), bound }
}

/// What signatures of a statement have to be allowed to say.
pub(super) fn need_of(statement: &Statement) -> Need {
    match statement {
        Statement::Alert(alert) | Statement::Drill(alert) => Need::Warning {
            stages: vec![alert.stage.name()],
            hazards: vec![alert.hazard.name()],
            zones: if alert.zones.is_empty() { vec!["*".to_owned()] } else { alert.zones.clone() },
        },
        Statement::Arming(arming) => Need::Warning {
            stages: arming.stages.iter().map(|stage| stage.name()).collect(),
            hazards: arming.hazards.iter().map(|hazard| hazard.name()).collect(),
            zones: arming.zones.clone(),
        },
        Statement::Danger(it) => {
            Need::Shelters(it.shelters.iter().map(|entry| entry.shelter.clone()).collect())
        }
        Statement::Status(it) => {
            Need::Shelters(it.shelters.iter().map(|entry| entry.shelter.clone()).collect())
        }
        _ => Need::Type,
    }
}

fn rights_fault(ring: &Ring, key: &Key, kind: Kind, need: &Need) -> Option<Fault> {
    if !ring.grants_type(&key.holder, kind) {
        return Some(Fault::TypeNotGranted);
    }
    (!ring.grants(&key.holder, kind, need)).then_some(Fault::OutsideRights)
}

/// Why nothing counts, where signatures fit: the one that comes nearest to counting.
fn refusal_of(checks: &[SignatureCheck]) -> Refusal {
    let has = |fault| checks.iter().any(|check| check.fault == Some(fault));
    match () {
        () if has(Fault::Retired) => Refusal::NoValidSignature,
        () if has(Fault::OutsideRights) => Refusal::OutsideRights,
        () => Refusal::TypeNotGranted,
    }
}
