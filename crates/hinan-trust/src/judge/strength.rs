//! Who stands behind a statement: enough persons, an order, one officer alone, or too few.

use std::collections::BTreeSet;
use std::sync::Arc;

use hinan_alert::notice::Standing;

use super::Judge;
use super::count::Signed;
use crate::code::{Refusal, Refused};
use crate::hex::Digest;
use crate::kind::Kind;
use crate::signers::{Key, Tally};
use crate::statement::{Alert, Arming, MachineKind, Statement};
use crate::store::key;
use crate::trust::RingAge;

/// How strongly a statement is signed by some keys.
#[derive(Clone, Debug)]
pub(super) enum Worth {
    Full,
    Armed,
    Solo,
    /// Told in words: it would stand but for this.
    Unconfirmed(Refused),
    Short(Refused),
}

impl Worth {
    pub(super) fn stands(&self) -> bool {
        matches!(self, Worth::Full | Worth::Armed | Worth::Solo)
    }

    pub(super) fn standing(&self) -> Standing {
        match self {
            Worth::Full => Standing::Full,
            Worth::Armed => Standing::Armed,
            Worth::Solo => Standing::Solo,
            Worth::Unconfirmed(_) => Standing::Unconfirmed,
            Worth::Short(_) => Standing::Pending,
        }
    }

    pub(super) fn held(self) -> Option<Refused> {
        match self {
            Worth::Full | Worth::Armed | Worth::Solo => None,
            Worth::Unconfirmed(why) | Worth::Short(why) => Some(why),
        }
    }
}

pub(super) fn full_or(enough: Result<(), Refused>) -> Worth {
    enough.map_or_else(Worth::Short, |()| Worth::Full)
}

/// Whether enough persons have signed; of two or more, one with a standalone signer.
pub(super) fn enough(tally: &Tally<'_>, wanted: u64) -> Result<(), Refused> {
    let have = tally.persons();
    if have < wanted {
        return Err(Refusal::SecondPersonAwaited.because(format!("{have} of {wanted} persons")));
    }
    if wanted >= 2 && !tally.is_standalone() { Err(Refusal::StandaloneMissing.into()) } else { Ok(()) }
}

impl Judge<'_> {
    /// What a statement is worth by the keys that count; where that is too little, whether those that are
    /// compromised by now were enough. They lend nothing else.
    pub(super) fn weigh(
        &self,
        kind: Kind,
        good: &[Arc<Key>],
        once_good: &[Arc<Key>],
        strength: impl Fn(&[Arc<Key>]) -> Worth,
    ) -> Worth {
        let worth = strength(good);
        if worth.stands() {
            return self.aged(worth, kind, good);
        }
        if once_good.len() > good.len() && strength(once_good).stands() {
            return Worth::Unconfirmed(Refusal::CompromisedKey.into());
        }
        worth
    }

    /// Under a ring that ran out long ago one person's act is not enough, and later nobody's.
    fn aged(&self, worth: Worth, kind: Kind, keys: &[Arc<Key>]) -> Worth {
        // The one has no power, the other carries what persons signed.
        let is_machines = matches!(kind, Kind::Active | Kind::Siren);
        let is_by_two = matches!(worth, Worth::Full) && Tally::of(keys).persons() >= 2;
        match self.trust.ring_age(self.context.now) {
            RingAge::TooOld => Worth::Unconfirmed(Refusal::RingTooOld.into()),
            RingAge::Old if !is_by_two && !is_machines => {
                Worth::Unconfirmed(Refusal::RingTooOldForOne.into())
            }
            _ => worth,
        }
    }

    /// What some keys make of a statement that ends nothing. `drawn`: its message draws ground.
    pub(super) fn strength(&self, signed: &Signed, keys: &[Arc<Key>], drawn: bool) -> Worth {
        let tally = Tally::of(keys);
        let thresholds = &self.ring.thresholds;
        match &signed.statement {
            Statement::Alert(alert) => match enough(&tally, thresholds.alert) {
                Ok(()) => Worth::Full,
                Err(short) => self.alert_by_one(signed, alert, &tally, drawn, short),
            },
            Statement::Drill(_) => full_or(enough(&tally, thresholds.drill)),
            Statement::Arming(_) => full_or(enough(&tally, thresholds.arming)),
            Statement::Danger(_) | Statement::Status(_) => full_or(self.shelters_closed(signed, &tally)),
            Statement::Pack(it) | Statement::Region(it) | Statement::App(it) => {
                let large = it.changes.changed.saturating_mul(50) > it.changes.shelters;
                full_or(delivery_signed(&tally, if large { 2 } else { 1 }))
            }
            Statement::Active(_) => full_or(by_machine(&tally, MachineKind::Relay)),
            Statement::Siren(_) => full_or(by_machine(&tally, MachineKind::Gateway)),
            Statement::Root(_) | Statement::Ring(_) | Statement::Cancel(_) | Statement::Clear(_) => {
                Worth::Short(Refusal::UnexpectedType.into())
            }
        }
    }

    /// An alert that too few persons signed: by an arming order, else by the ring's leave, else not.
    fn alert_by_one(
        &self,
        signed: &Signed,
        alert: &Alert,
        tally: &Tally<'_>,
        drawn: bool,
        short: Refused,
    ) -> Worth {
        let armed = alert.arming.map(|order| match drawn {
            true => Worth::Short(Refusal::CapArea.because("no order arms drawn ground")),
            false => self.armed(order, alert, tally),
        });
        if let Some(Worth::Armed) = armed {
            return Worth::Armed;
        }
        let solo = self.solo(signed, alert, tally);
        // The first reason that somebody at a desk can do something about.
        match (armed, solo) {
            (_, Some(Ok(()))) => Worth::Solo,
            (Some(unconfirmed @ Worth::Unconfirmed(_)), _) => unconfirmed,
            _ if short.code == Refusal::StandaloneMissing => Worth::Short(short),
            (Some(armed), _) => armed,
            (None, Some(Err(solo))) => Worth::Short(solo),
            (None, None) => Worth::Short(short),
        }
    }

    /// Whether an arming order lets one of the signers raise this alert.
    fn armed(&self, order: Digest, alert: &Alert, tally: &Tally<'_>) -> Worth {
        let within = || {
            let order = self.order(order)?;
            let Statement::Arming(arming) = &order.statement else {
                return Err(Refusal::ArmingUnseen.into());
            };
            enough(&Tally::of(&order.good), self.ring.thresholds.arming)
                .and_then(|()| self.check_life(&order.statement))
                .map_err(|why| Refusal::ArmingNotValid.because(why.to_string()))?;
            if !tally.holders(MachineKind::Feed).iter().any(|holder| is_named(arming, holder)) {
                return Err(Refusal::ArmedByOther.into());
            }
            if self.armed_by(arming, tally).is_empty() {
                return Err(Refusal::ArmingTooLong.into());
            }
            within_order(arming, alert, self.ring.arming.alert)?;
            self.check_lowering(alert)
        };
        match within() {
            Ok(()) => self.armed_until_called_back(order, alert.issued),
            Err(why) => Worth::Short(why),
        }
    }

    /// The cited order, whoever signed it.
    fn order(&self, name: Digest) -> Result<Arc<Signed>, Refused> {
        let counted = self.counted(key(Kind::Arming, name)).ok_or(Refusal::ArmingUnseen)?;
        counted.signed.clone().map_err(|why| Refusal::ArmingNotValid.because(why.to_string()))
    }

    /// Those of the signers whom an order arms, for as long as it says.
    fn armed_by<'t>(&self, arming: &Arming, tally: &Tally<'t>) -> BTreeSet<&'t str> {
        let (caps, persons) = (&self.ring.arming, tally.names());
        let longest = |holder: &str| if persons.contains(holder) { caps.person } else { caps.feed };
        let signers = tally.holders(MachineKind::Feed).into_iter();
        signers
            .filter(|holder| is_named(arming, holder) && arming.until - arming.from <= longest(holder))
            .collect()
    }

    /// Whether one of those who may withdraw an alert that stands armed is among `by`.
    pub(super) fn is_their_own(&self, target: &Signed, by: &Tally<'_>) -> bool {
        let Statement::Alert(Alert { arming: Some(order), .. }) = &target.statement else { return false };
        let stands_armed = self.judge(target.key).is_ok_and(|judged| judged.worth == Standing::Armed);
        let Ok(order) = self.order(*order) else { return false };
        let Statement::Arming(arming) = &order.statement else { return false };
        let (signers, by) = (Tally::of(&target.good), by.holders(MachineKind::Feed));
        stands_armed && self.armed_by(arming, &signers).iter().any(|holder| by.contains(holder))
    }
}

fn is_named(arming: &Arming, holder: &str) -> bool {
    arming.who.iter().any(|who| who == holder)
}

fn delivery_signed(tally: &Tally<'_>, reviewers: u64) -> Result<(), Refused> {
    if tally.machines_of(MachineKind::Builder).next().is_none() {
        return Err(Refusal::BuilderMissing.into());
    }
    enough(tally, reviewers).map_err(|short| match short.code {
        Refusal::SecondPersonAwaited => Refusal::ReviewerMissing.because(short.detail),
        _ => short,
    })
}

fn by_machine(tally: &Tally<'_>, kind: MachineKind) -> Result<(), Refused> {
    if tally.machines_of(kind).next().is_some() { Ok(()) } else { Err(Refusal::WrongHolder.into()) }
}

/// Whether an alert lies within the hours, zones, hazards, stages, templates and life of an order.
fn within_order(arming: &Arming, alert: &Alert, longest: i64) -> Result<(), Refused> {
    if !(arming.from..=arming.until).contains(&alert.issued) {
        return Err(Refusal::ArmedOutsideHours.into());
    }
    if alert.zones.is_empty() || !alert.zones.iter().all(|zone| arming.zones.contains(zone)) {
        return Err(Refusal::ArmedOutsideZones.into());
    }
    if !arming.hazards.contains(&alert.hazard) {
        return Err(Refusal::ArmedOtherHazard.into());
    }
    if !arming.stages.contains(&alert.stage) {
        return Err(Refusal::ArmedOtherStage.into());
    }
    if !arming.templates.contains(&alert.template) {
        return Err(Refusal::ArmedOtherTemplate.into());
    }
    super::at_most(alert.expires - alert.issued, longest.min(arming.life), Refusal::ArmedTooLong)
}
