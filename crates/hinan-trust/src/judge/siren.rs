//! Orders to sirens: a siren judges the warning in them itself, with all that it has.

use std::collections::BTreeSet;

use hinan_alert::life::{Life, State};
use hinan_alert::notice::{Name, Standing, Target, World};
use hinan_model::Stage;

use super::look::HOUR;
use super::{Judge, Judged, at_most};
use crate::code::{Refusal, Refused};
use crate::decision::Tone;
use crate::envelope::{Envelope, from_base64};
use crate::kind::Kind;
use crate::statement::{Counter, Siren, SirenTone, Statement};
use crate::store::key;

/// How long an order to a siren holds, and how long one may sound, in seconds.
const SIREN_VALID: i64 = 120;
const SIREN_LONGEST: i64 = 180;

impl Judge<'_> {
    pub(super) fn check_siren(&self, siren: &Siren) -> Result<(), Refused> {
        let late = self.context.now - siren.issued;
        if !(-SIREN_VALID..=SIREN_VALID).contains(&late) {
            return Err(Refusal::Stale.because(format!("issued {late} s ago")));
        }
        if let Some(device) = &self.context.device {
            if !siren.devices.iter().any(|id| *id == device.id || id == "*") {
                return Err(Refusal::SirenOther.into());
            }
            let known = device.counter;
            if (Counter { epoch: siren.epoch, n: siren.counter }) <= known {
                let detail = format!("epoch {}, counter {} is known", known.epoch, known.n);
                return Err(Refusal::RolledBack.because(detail));
            }
        }
        at_most(siren.seconds, SIREN_LONGEST, Refusal::SirenTooLong)?;
        self.check_carried(siren)
            .map_err(|refused| Refusal::SirenInner.because(format!("{}: {}", refused.code, refused.detail)))
    }

    /// The warning that an order carries, judged as if it had come alone, without the CAP message, which a
    /// siren does not read.
    fn check_carried(&self, siren: &Siren) -> Result<(), Refused> {
        let envelope = Envelope::read(&from_base64(&siren.envelope, "envelope")?)?;
        let (entry, key) = (self.store.merged(&envelope), key(envelope.kind, envelope.name()));
        let judge =
            Judge::with(self.trust, self.store, self.context, key, &entry, None).ok_or(Refusal::NoRing)?;
        let judged = judge.judge(key).map_err(|(_, refused)| refused)?;
        match &judged.held {
            Some(why) if why.code != Refusal::CapMissing => return Err(why.clone()),
            _ => {}
        }
        if judge.is_blocked(&judged.signed, true) {
            return Err(Refusal::BlockedByCancel.into());
        }
        let notices = judge.notices(true);
        let life = hinan_alert::life::life_within(&self.trust.limits(), &notices, self.context.now);
        if judge.fits_tone(&judged, siren.tone, &life) {
            Ok(())
        } else {
            Err(Refusal::UnexpectedType.because("not for this tone, or not in force"))
        }
    }

    fn fits_tone(&self, judged: &Judged, tone: SirenTone, life: &Life<'_>) -> bool {
        let (statement, now) = (&judged.signed.statement, self.context.now);
        let name = Name::from(judged.signed.name);
        let world = self.world(statement);
        match (statement, tone) {
            (Statement::Alert(alert), SirenTone::Alarm) => {
                alert.stage == Stage::TakeCover
                    && alert.expires >= now
                    && self.may_sound(judged, World::Live)
                    && is_to_take_cover(life, world, name)
            }
            (Statement::Drill(drill), SirenTone::Drill) => {
                drill.expires >= now
                    && self.may_sound(judged, World::Drill)
                    && state_of(life, world, name).is_some_and(|state| matches!(state, State::InForce { .. }))
                    && !is_in_force(life, World::Live, Stage::Expect)
            }
            (Statement::Clear(clear), SirenTone::Clear) => {
                let kind = super::targets::kind_of_targets(statement).unwrap_or(Kind::Alert);
                let is_known =
                    |target: &(crate::Digest, Standing)| self.signed(key(kind, target.0)).is_some();
                (now - clear.issued).abs() <= HOUR
                    && (self.reaches_a_warning(judged, true) || !judged.targets.iter().any(is_known))
                    && !is_in_force(life, World::Live, Stage::TakeCover)
            }
            _ => false,
        }
    }

    /// Whether a warning has a tone of its own now. (In the lab the machines are to be heard.)
    fn may_sound(&self, judged: &Judged, world: World) -> bool {
        let (Statement::Alert(alert) | Statement::Drill(alert)) = &judged.signed.statement else {
            return false;
        };
        self.warning_look(alert, world, judged.worth, &mut BTreeSet::new()).1 != Tone::None
    }
}

fn state_of(life: &Life<'_>, world: World, name: Name) -> Option<State> {
    life.named(name).iter().find(|line| line.notice.world == world).map(|line| line.state)
}

/// Whether any warning of a world and at least of a stage is in force.
fn is_in_force(life: &Life<'_>, world: World, least: Stage) -> bool {
    life.lines().iter().any(|line| {
        line.notice.world == world
            && matches!(line.state, State::InForce { .. })
            && line.warning().is_some_and(|warning| warning.stage >= least)
    })
}

/// Whether a warning to take cover is in force, or another one is in its place, however often it was
/// replaced since.
fn is_to_take_cover(life: &Life<'_>, world: World, name: Name) -> bool {
    let (mut seen, mut ahead) = (BTreeSet::from([name]), vec![name]);
    while let Some(name) = ahead.pop() {
        for line in life.named(name).iter().filter(|line| line.notice.world == world) {
            let covers = line.warning().is_some_and(|warning| warning.stage == Stage::TakeCover);
            match line.state {
                State::InForce { .. } if covers => return true,
                State::Superseded { .. } => ahead.extend(
                    life.lines()
                        .iter()
                        .filter(|other| other.notice.world == world && other.warning().is_some())
                        .filter(|other| other.notice.targets.contains(&Target::Name(name)))
                        .map(|other| other.notice.name)
                        .filter(|name| seen.insert(*name)),
                ),
                _ => {}
            }
        }
    }
    false
}
