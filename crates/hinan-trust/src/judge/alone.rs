//! What one officer may raise alone, and not raise again.

use std::collections::BTreeMap;

use hinan_alert::notice::Standing;
use hinan_model::Hazard;

use super::count::Signed;
use super::strength::enough;
use super::{Judge, at_most};
use crate::code::{Refusal, Refused};
use crate::hex::Digest;
use crate::kind::Kind;
use crate::signers::Tally;
use crate::statement::{Alert, Statement};
use crate::store::key;

/// The alerts that stand solo, by each of those who signed them.
#[derive(Debug, Default)]
pub(super) struct Alone {
    /// Begun, that is: while it is found, what is issued earlier is in it already.
    is_begun: bool,
    by: BTreeMap<String, Vec<Stood>>,
}

/// What a renewal is held against.
#[derive(Clone, Debug)]
struct Stood {
    issued: i64,
    name: Digest,
    expires: i64,
    hazard: Hazard,
    zones: Vec<String>,
}

impl Stood {
    fn is_renewed_by(&self, name: Digest, alert: &Alert) -> bool {
        let is_earlier = (self.issued, self.name) < (alert.issued, name);
        let is_same = self.hazard == alert.hazard && zones_meet(&self.zones, &alert.zones);
        is_earlier && (alert.targets.contains(&self.name) || is_same && alert.issued < self.expires)
    }
}

impl Judge<'_> {
    /// Whether the ring lets one of the signers raise this alert alone; `None` where it lets nobody.
    pub(super) fn solo(
        &self,
        signed: &Signed,
        alert: &Alert,
        tally: &Tally<'_>,
    ) -> Option<Result<(), Refused>> {
        let longest = self.ring.solo.alert?;
        if tally.persons() == 0 {
            return None;
        }
        if alert.expires - alert.issued > longest {
            return Some(Err(Refusal::SoloTooLong.into()));
        }
        self.find_those_alone();
        let alone = self.alone.borrow();
        let renews = |person: &&str| {
            alone.by.get(*person).into_iter().flatten().any(|stood| stood.is_renewed_by(signed.name, alert))
        };
        if tally.names().iter().all(renews) {
            return Some(Err(Refusal::SoloRenewed.into()));
        }
        Some(self.check_lowering(alert))
    }

    /// Finds all alerts that stand solo, once, in the order of their issue: each depends on those before.
    fn find_those_alone(&self) {
        if std::mem::replace(&mut self.alone.borrow_mut().is_begun, true) {
            return;
        }
        let longest = self.ring.solo.alert.unwrap_or_default();
        let mut short: Vec<_> = self
            .all_of(Kind::Alert)
            .filter_map(|signed| match &signed.statement {
                Statement::Alert(alert) if alert.expires - alert.issued <= longest => {
                    Some((alert.issued, signed.name, signed))
                }
                _ => None,
            })
            .collect();
        short.sort_by_key(|(issued, name, _)| (*issued, *name));
        for (issued, name, signed) in short {
            let Statement::Alert(alert) = &signed.statement else { continue };
            // Enough for whatever its message draws: no need to read that.
            let of_all_zones = self.counting(&signed.good, &signed, true);
            if enough(&Tally::of(&of_all_zones), self.ring.thresholds.alert).is_ok() {
                continue;
            }
            let Ok(judged) = self.judge(signed.key) else { continue };
            if judged.standing() != Standing::Solo || self.is_blocked(&signed, false) {
                continue;
            }
            let (hazard, zones) = (alert.hazard, alert.zones.clone());
            let stood = Stood { issued, name, expires: alert.expires, hazard, zones };
            let counting = self.counting(&signed.good, &signed, judged.draws_ground());
            let mut alone = self.alone.borrow_mut();
            for person in Tally::of(&counting).names() {
                alone.by.entry(person.to_owned()).or_default().push(stood.clone());
            }
        }
    }

    /// Whether an update by one leaves stage and area of all that it replaces.
    pub(super) fn check_lowering(&self, alert: &Alert) -> Result<(), Refused> {
        for target in &alert.targets {
            let Some(signed) = self.signed(key(Kind::Alert, *target)) else { continue };
            let Statement::Alert(before) = &signed.statement else { continue };
            if alert.stage < before.stage {
                return Err(Refusal::LoweringNeedsTwo.because("a lower stage"));
            }
            if !zones_hold(&alert.zones, &before.zones, self.is_known_to_draw(&signed)) {
                return Err(Refusal::LoweringNeedsTwo.because("a smaller area"));
            }
        }
        Ok(())
    }

    pub(super) fn check_life(&self, statement: &Statement) -> Result<(), Refused> {
        use hinan_model::Stage;
        let life = &self.ring.life;
        match statement {
            Statement::Alert(alert) | Statement::Drill(alert) => {
                let longest = match (alert.hazard, alert.stage) {
                    (Hazard::Tsunami, _) => life.tsunami,
                    (_, Stage::TakeCover) => life.take_cover,
                    (_, Stage::Expect) => life.expect,
                    (_, Stage::Prepare | Stage::Clear) => life.prepare,
                };
                at_most(alert.expires - alert.issued, longest, Refusal::LifeTooLong)
            }
            Statement::Arming(arming) => {
                let ring = self.ring;
                let is_person = |who: &String| ring.persons.iter().any(|person| person.id == *who);
                let caps = &ring.arming;
                let longest = if arming.who.iter().any(is_person) { caps.person } else { caps.feed };
                at_most(arming.until - arming.from, longest, Refusal::ArmingTooLong)?;
                at_most(arming.life, caps.alert, Refusal::ArmedTooLong)
            }
            _ => Ok(()),
        }
    }
}

/// Whether two areas may share ground. What only the message draws may lie anywhere.
fn zones_meet(a: &[String], b: &[String]) -> bool {
    let anywhere = |zones: &[String]| zones.is_empty() || zones.iter().any(|zone| zone == "*");
    anywhere(a) || anywhere(b) || a.iter().any(|zone| b.contains(zone))
}

/// Whether `larger` surely holds all of `smaller`.
fn zones_hold(larger: &[String], smaller: &[String], smaller_draws: bool) -> bool {
    let is_all = |zones: &[String]| zones.iter().any(|zone| zone == "*");
    is_all(larger)
        || !smaller.is_empty() && !smaller_draws && smaller.iter().all(|zone| larger.contains(zone))
}
