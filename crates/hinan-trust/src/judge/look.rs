//! What a receiver is shown and hears, now and here.

use std::collections::BTreeSet;

use hinan_alert::notice::{Standing, World};
use hinan_model::Stage;

use super::count::Signed;
use super::targets::kind_of_targets;
use super::{Judge, Judged};
use crate::code::{Note, Refusal, Refused};
use crate::decision::{Look, Near, Shown, Tone};
use crate::statement::{Alert, Statement};
use crate::store::key;

/// How far a clock may be behind without a word, in seconds.
const CLOCK_TOLERANCE: i64 = 120;
/// How far it may be off before what it says is not acted on aloud, in seconds.
pub(super) const HOUR: i64 = 3_600;
const DAY: i64 = 86_400;
/// How long a word on a shelter holds, in seconds.
pub(super) const STATUS_LIFE: i64 = 12 * HOUR;

impl Judge<'_> {
    /// What makes a believed statement worthless for this receiver at this time.
    pub(super) fn check_receiver(&self, signed: &Signed) -> Result<(), Refused> {
        let now = self.context.now;
        match &signed.statement {
            Statement::Alert(_) | Statement::Drill(_) if self.is_blocked(signed, false) => {
                Err(Refusal::BlockedByCancel.into())
            }
            Statement::Arming(_) if !self.call_backs(signed.name).is_empty() => {
                Err(Refusal::ArmingVoid.into())
            }
            Statement::Arming(arming) if arming.until + HOUR < now => Err(Refusal::Stale.into()),
            Statement::Status(status) if status.issued + STATUS_LIFE < now => Err(Refusal::Stale.into()),
            Statement::Active(active) if active.issued + active.ttl.min(60) < now => {
                Err(Refusal::Stale.into())
            }
            Statement::Siren(siren) => self.check_siren(siren),
            _ => Ok(()),
        }
    }

    pub(super) fn look(&self, judged: &Judged, notes: &mut BTreeSet<Note>) -> Look {
        let statement = &judged.signed.statement;
        let world = self.world(statement);
        let (mut shown, mut tone) = match statement {
            Statement::Alert(alert) | Statement::Drill(alert) => {
                self.warning_look(alert, world, judged.worth, notes)
            }
            Statement::Cancel(cancel) if cancel.cap.is_some() => self.ending_look(judged),
            Statement::Clear(_) => self.ending_look(judged),
            _ => (Shown::Document, Tone::None),
        };
        let near = self.context.near;
        let is_message = shown != Shown::Document;
        if is_message && near == Near::Elsewhere {
            notes.insert(Note::Elsewhere);
            tone = Tone::None;
        }
        if judged.held.is_some() {
            tone = Tone::None;
            let is_unconfirmed = judged.standing() == Standing::Unconfirmed;
            shown = match shown {
                Shown::Document | Shown::NoLongerConfirmed if is_unconfirmed || !is_message => shown,
                Shown::Warning if is_unconfirmed => Shown::Unconfirmed,
                _ if is_message => Shown::Nothing,
                _ => shown,
            };
        }
        if world == World::Lab {
            tone = Tone::None;
        }
        Look { world, shown, tone, near }
    }

    /// A warning in time: what it is shown as and which tone it has where it is near.
    pub(super) fn warning_look(
        &self,
        alert: &Alert,
        world: World,
        worth: Standing,
        notes: &mut BTreeSet<Note>,
    ) -> (Shown, Tone) {
        let now = self.context.now;
        if now > alert.expires {
            notes.insert(Note::Expired);
        }
        if now > alert.expires + HOUR {
            let is_past = self.context.first_seen.is_some_and(|seen| now > seen + DAY);
            return (if is_past { Shown::Past } else { Shown::NoLongerConfirmed }, Tone::None);
        }
        if alert.issued > now + CLOCK_TOLERANCE {
            notes.insert(Note::ClockBehind);
        }
        // So wrong a clock cannot tell an old alert from a new one: shown, and silent.
        let is_clock_lost = alert.issued > now + HOUR;
        // What one person dated has a tone for its own life and no longer.
        let own_life = alert.issued - CLOCK_TOLERANCE..=alert.expires + CLOCK_TOLERANCE;
        let is_by_one = matches!(worth, Standing::Armed | Standing::Solo);
        let tone = match (world, alert.stage) {
            _ if is_clock_lost || is_by_one && !own_life.contains(&now) => Tone::None,
            (World::Live, Stage::TakeCover) => Tone::Alarm,
            (World::Live, Stage::Expect) => Tone::Attention,
            (World::Drill, Stage::TakeCover | Stage::Expect) => Tone::Drill,
            _ => Tone::None,
        };
        (Shown::Warning, tone)
    }

    /// A cancel or an all clear: of what was never raised here nothing is told.
    fn ending_look(&self, judged: &Judged) -> (Shown, Tone) {
        if !self.reaches_a_warning(judged, false) {
            return (Shown::Nothing, Tone::None);
        }
        let statement = &judged.signed.statement;
        let shown = match (statement, judged.worth) {
            (Statement::Clear(_), _) => Shown::Cleared,
            (_, Standing::Full) => Shown::Cancelled,
            _ => Shown::Hold,
        };
        let is_recent = (self.context.now - statement.issued()).abs() <= HOUR;
        let is_live = self.world(statement) == World::Live;
        (shown, if is_recent && is_live { Tone::Attention } else { Tone::None })
    }

    /// Whether one of the targets of an ending is a warning that is believed here, or unconfirmed.
    pub(super) fn reaches_a_warning(&self, judged: &Judged, without_messages: bool) -> bool {
        let Some(kind) = kind_of_targets(&judged.signed.statement) else { return false };
        judged.targets.iter().any(|(target, _)| {
            self.judge(key(kind, *target)).is_ok_and(|target| {
                let standing = if without_messages { target.worth } else { target.standing() };
                standing != Standing::Pending
            })
        })
    }
}
