//! The decision, question by question, in the order of the specification (`docs/trust.md`).

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hinan_alert::Notice;
use hinan_alert::notice::{Act, CapKey, Standing, Target, Warning, World};
use hinan_cap::Alert as Cap;
use hinan_model::{Hazard, Stage};

use crate::agree;
use crate::code::{Fault, Note, Refusal, Refused};
use crate::decision::{Belief, Context, Decision, Look, Near, Shown, Tone, Verdict};
use crate::envelope::Envelope;
use crate::hex::Digest;
use crate::kind::Kind;
use crate::signers::{Fitting, Key, Keys, Need, SignatureCheck, Tally};
use crate::statement::{
    ActName, Alert, Arming, Cancel, Counter, MachineKind, Ring, ShelterState, Siren, Statement, WorldName,
};
use crate::store::{Entry, Store, key};
use crate::trust::{RingAge, Trust};

/// How far a clock may be behind without a word, in seconds.
const CLOCK_TOLERANCE: i64 = 120;
/// How far it may be off before what it says is not acted on aloud, in seconds.
const HOUR: i64 = 3_600;
const DAY: i64 = 86_400;
/// How long a word on a shelter holds, in seconds.
const STATUS_LIFE: i64 = 12 * HOUR;
/// How long an order to a siren holds, and how long one may sound, in seconds.
const SIREN_VALID: i64 = 120;
const SIREN_LONGEST: i64 = 180;

/// Judges what a store holds, with one envelope more.
pub(crate) struct Judge<'a> {
    trust: &'a Trust,
    ring: &'a Ring,
    keys: &'a Keys,
    store: &'a Store,
    extra: Option<(Digest, &'a Entry)>,
    /// What was counted here already; checking signatures is what takes time.
    counted: RefCell<BTreeMap<Digest, Counted>>,
}

/// A statement with its signatures counted, or why there is nothing to count.
pub(crate) type Counted = Result<Arc<Signed>, Stopped>;

/// A statement whose signatures are counted.
#[derive(Debug)]
pub(crate) struct Signed {
    name: Digest,
    statement: Statement,
    checks: Vec<SignatureCheck>,
    /// Keys whose signatures count.
    good: Vec<Arc<Key>>,
    /// The same and those of compromised keys.
    once_good: Vec<Arc<Key>>,
}

/// How strongly something is signed.
enum Strength {
    Full,
    Armed,
    Solo,
    Short(Refused),
}

/// What is known of a statement after all questions that do not depend on the receiver.
struct Judged {
    signed: Arc<Signed>,
    standing: Standing,
    /// What it is held for.
    held: Option<Refused>,
    cap: Option<Cap>,
    /// Those of its targets that it may touch.
    targets: Vec<Digest>,
    notes: BTreeSet<Note>,
}

/// A refusal with what became of the signatures until then.
pub(crate) type Stopped = (Vec<SignatureCheck>, Refused);

impl<'a> Judge<'a> {
    /// `None` where there is no ring to judge by.
    pub(crate) fn new(trust: &'a Trust, store: &'a Store) -> Option<Judge<'a>> {
        let (ring, keys) = trust.ring_and_keys()?;
        Some(Judge { trust, ring, keys, store, extra: None, counted: RefCell::default() })
    }

    /// The same, as if the store held `entry` as well.
    pub(crate) fn with(
        trust: &'a Trust,
        store: &'a Store,
        key: Digest,
        entry: &'a Entry,
    ) -> Option<Judge<'a>> {
        Some(Judge { extra: Some((key, entry)), ..Judge::new(trust, store)? })
    }

    /// What was counted, for the next judge of the same ring.
    pub(crate) fn into_counted(self) -> BTreeMap<Digest, Counted> {
        self.counted.into_inner()
    }

    fn entry(&self, key: Digest) -> Option<&'a Entry> {
        match self.extra {
            Some((extra, entry)) if extra == key => Some(entry),
            _ => self.store.get(key),
        }
    }

    /// Every statement of a kind whose signatures let it be read.
    fn all_of(&self, kind: Kind) -> impl Iterator<Item = Arc<Signed>> {
        let stored = self.store.keys().filter(move |key| self.extra.is_none_or(|(extra, _)| extra != *key));
        let keys = stored.chain(self.extra.map(|(key, _)| key));
        keys.filter(move |key| self.entry(*key).is_some_and(|entry| entry.kind == kind))
            .filter_map(|key| self.signed(key).ok())
            .filter(|signed| !signed.good.is_empty())
    }

    /// The statement of a name, under whichever type its signatures let it be read.
    fn find(&self, name: Digest) -> Option<Arc<Signed>> {
        Kind::ALL
            .into_iter()
            .filter_map(|kind| self.signed(key(kind, name)).ok())
            .find(|signed| !signed.good.is_empty())
    }

    /// Decides about an entry for one receiver.
    pub(crate) fn decide(&self, key: Digest, cap: Option<&[u8]>, context: &Context) -> Decision {
        let entry = self.entry(key);
        let (name, kind) = (entry.map(|it| Digest::of(&it.payload)), entry.map(|it| it.kind));
        let (verdict, signatures, notes) = match self.judge(key, cap, context) {
            Err((checks, refused)) => (Verdict::Refused(refused), checks, BTreeSet::new()),
            Ok(judged) => self.conclude(judged, context),
        };
        Decision { verdict, name, kind, signatures, notes: notes.into_iter().collect() }
    }

    /// Whether some bytes are those that a statement is bound to, if its signatures let it be read.
    pub(crate) fn is_bound_to(&self, key: Digest, cap: &[u8]) -> bool {
        let bound = self.signed(key).ok().and_then(|signed| signed.statement.cap());
        bound.is_some_and(|bound| agree::same_bytes(bound, cap).is_ok())
    }

    /// What an entry does to the life of alerts; `None` where it is refused or does nothing.
    pub(crate) fn notice(&self, key: Digest, now: i64) -> Option<Notice> {
        let context = Context { now, ..Context::default() };
        let judged = self.judge(key, None, &context).ok()?;
        self.notice_of(&judged)
    }

    // Questions 1 to 7: what does not depend on who receives it.

    fn judge(&self, key: Digest, cap: Option<&[u8]>, context: &Context) -> Result<Judged, Stopped> {
        let signed = self.signed(key)?;
        let checks = signed.checks.clone();
        let stop = |refused: Refused| (checks.clone(), refused);
        let (standing, held) = self.standing(&signed, context).map_err(&stop)?;
        let mut judged =
            Judged { signed, standing, held, cap: None, targets: Vec::new(), notes: BTreeSet::new() };
        self.check_cap(&mut judged, cap).map_err(&stop)?;
        self.check_life(&judged.signed.statement).map_err(&stop)?;
        self.check_targets(&mut judged).map_err(&stop)?;
        self.check_counter(&judged.signed.statement, context).map_err(&stop)?;
        self.note_ring(&mut judged, context.now);
        Ok(judged)
    }

    fn world(&self, statement: &Statement) -> World {
        match (self.trust.root().world, statement) {
            (WorldName::Lab, _) => World::Lab,
            (_, Statement::Drill(_)) => World::Drill,
            (_, Statement::Cancel(Cancel { world, .. })) => (*world).into(),
            (_, Statement::Clear(clear)) => clear.world.into(),
            _ => World::Live,
        }
    }

    /// Signatures first; only what one of them fits is read.
    fn signed(&self, key: Digest) -> Counted {
        let is_extra = self.extra.is_some_and(|(extra, _)| extra == key);
        if let Some(counted) = self.counted.borrow().get(&key) {
            return counted.clone();
        }
        if let Some(counted) = self.store.counted(self.trust, key).filter(|_| !is_extra) {
            return counted.clone();
        }
        let counted = self.count(key);
        self.counted.borrow_mut().insert(key, counted.clone());
        counted
    }

    fn count(&self, key: Digest) -> Counted {
        let Some(entry) = self.entry(key) else {
            return Err((Vec::new(), Refusal::NoValidSignature.into()));
        };
        if matches!(entry.kind, Kind::Root | Kind::Ring) {
            return Err((Vec::new(), Refusal::UnexpectedType.because(entry.kind.name())));
        }
        let (mut checks, fitting) = self.keys.check(entry.kind, &entry.payload, &entry.signatures);
        if fitting.is_empty() {
            return Err((checks, Refusal::NoValidSignature.into()));
        }
        let statement = match Statement::read(entry.kind, &entry.payload) {
            Ok(statement) => statement,
            Err(refused) => return Err((checks, refused)),
        };
        if statement.scope() != Some(self.trust.scope()) {
            return Err((checks, Refusal::OtherScope.into()));
        }
        let need = need_of(&statement);
        let (mut good, mut once_good) = (Vec::new(), Vec::new());
        for Fitting { at, key } in fitting {
            let fault = rights_fault(self.ring, &key, entry.kind, &need);
            let fault = fault.or_else(|| key.fault_at(statement.issued()));
            checks[at].fault = fault;
            if fault.is_none() {
                good.push(Arc::clone(&key));
            }
            if fault.is_none_or(|fault| fault == Fault::Compromised) {
                once_good.push(key);
            }
        }
        if once_good.is_empty() {
            let refusal = refusal_of(&checks);
            return Err((checks, refusal.into()));
        }
        Ok(Arc::new(Signed { name: Digest::of(&entry.payload), statement, checks, good, once_good }))
    }

    /// Who stands behind a statement, and what it is held for.
    fn standing(&self, signed: &Signed, context: &Context) -> Result<(Standing, Option<Refused>), Refused> {
        let (strength, was_good) = match self.strength(signed, &signed.good, context) {
            // No signature that may still come would mend this.
            Strength::Short(why) if why.code == Refusal::WrongHolder => return Err(why),
            Strength::Short(why) => {
                let before = self.strength(signed, &signed.once_good, context);
                match before {
                    Strength::Short(_) if signed.good.is_empty() => {
                        return Err(Refusal::NoValidSignature.because("only by compromised keys"));
                    }
                    Strength::Short(_) => return Ok((Standing::Pending, Some(why))),
                    before => (before, false),
                }
            }
            strength => (strength, true),
        };
        if !was_good {
            return Ok((Standing::Unconfirmed, Some(Refusal::CompromisedKey.into())));
        }
        let standing = match strength {
            Strength::Armed => Standing::Armed,
            Strength::Solo => Standing::Solo,
            _ => Standing::Full,
        };
        let too_old = match self.trust.ring_age(context.now) {
            RingAge::TooOld => Some(Refusal::RingTooOld),
            RingAge::Old if standing != Standing::Full => Some(Refusal::RingTooOldForOne),
            _ => None,
        };
        Ok(match too_old {
            Some(refusal) => (Standing::Unconfirmed, Some(refusal.into())),
            None => (standing, None),
        })
    }

    fn strength(&self, signed: &Signed, keys: &[Arc<Key>], context: &Context) -> Strength {
        let tally = Tally::of(keys.iter());
        let thresholds = &self.ring.thresholds;
        match &signed.statement {
            Statement::Alert(alert) => match enough(&tally, thresholds.alert) {
                Ok(()) => Strength::Full,
                Err(short) => self.alert_by_one(signed.name, alert, &tally, short),
            },
            Statement::Cancel(cancel) if cancel.cap.is_none() => full_or(enough(&tally, 1)),
            Statement::Cancel(cancel) => match enough(&tally, thresholds.cancel) {
                Ok(()) => Strength::Full,
                Err(short) => self.cancel_by_one(cancel, &tally, short),
            },
            Statement::Clear(_) => full_or(enough(&tally, thresholds.clear)),
            Statement::Drill(_) => full_or(enough(&tally, thresholds.drill)),
            Statement::Arming(_) => full_or(enough(&tally, thresholds.arming)),
            Statement::Danger(danger) => {
                full_or(enough(&tally, persons_for_danger(&danger.shelters, context)))
            }
            Statement::Status(_) => full_or(enough(&tally, 1)),
            Statement::Pack(it) | Statement::Region(it) | Statement::App(it) => {
                let large = it.changes.changed.saturating_mul(50) > it.changes.shelters;
                full_or(delivery_signed(&tally, if large { 2 } else { 1 }))
            }
            Statement::Active(_) => full_or(by_machine(&tally, MachineKind::Relay)),
            Statement::Siren(_) => full_or(by_machine(&tally, MachineKind::Gateway)),
            Statement::Root(_) | Statement::Ring(_) => Strength::Short(Refusal::UnexpectedType.into()),
        }
    }

    /// An alert that too few persons signed: by an arming order, else by the ring's leave, else not.
    fn alert_by_one(&self, name: Digest, alert: &Alert, tally: &Tally<'_>, short: Refused) -> Strength {
        let armed = alert.arming.map(|arming| self.armed(arming, alert, tally));
        if let Some(Ok(())) = armed {
            return Strength::Armed;
        }
        let solo = self.solo_alert(name, alert, tally);
        if let Some(Ok(())) = solo {
            return Strength::Solo;
        }
        // The first reason that somebody at a desk can do something about.
        let why = match (short.code, armed, solo) {
            (Refusal::StandaloneMissing, ..) => short,
            (_, Some(Err(refused)), _) | (_, None, Some(Err(refused))) => refused,
            _ => short,
        };
        Strength::Short(why)
    }

    /// Whether an arming order lets one of the signers raise this alert.
    fn armed(&self, name: Digest, alert: &Alert, tally: &Tally<'_>) -> Result<(), Refused> {
        let order = match self.signed(key(Kind::Arming, name)) {
            Ok(order) => order,
            Err((checks, _)) if checks.is_empty() => return Err(Refusal::ArmingUnseen.into()),
            Err((_, refused)) => return Err(Refusal::ArmingNotValid.because(refused.to_string())),
        };
        let Statement::Arming(arming) = &order.statement else { return Err(Refusal::ArmingUnseen.into()) };
        enough(&Tally::of(order.good.iter()), self.ring.thresholds.arming)
            .map_err(|short| Refusal::ArmingNotValid.because(short.to_string()))?;
        if self.voided_at(name).is_some_and(|void| alert.issued >= void) {
            return Err(Refusal::ArmingVoid.into());
        }
        let named: Vec<_> = tally
            .holders(MachineKind::Feed)
            .into_iter()
            .filter(|holder| arming.who.iter().any(|who| who == holder))
            .collect();
        if named.is_empty() {
            return Err(Refusal::ArmedByOther.into());
        }
        let caps = &self.ring.arming;
        let persons = tally.names();
        let has_time = |holder: &&str| {
            let longest = if persons.contains(*holder) { caps.person } else { caps.feed };
            arming.until - arming.from <= longest
        };
        if !named.iter().any(has_time) {
            return Err(Refusal::ArmingTooLong.into());
        }
        within_order(arming, alert, caps.alert)?;
        self.check_lowering(alert)
    }

    /// When an arming order was called back, by any one person who may cancel.
    fn voided_at(&self, arming: Digest) -> Option<i64> {
        self.all_of(Kind::Cancel)
            .filter_map(|signed| match &signed.statement {
                Statement::Cancel(cancel) if cancel.cap.is_none() && cancel.targets.contains(&arming) => {
                    let persons = Tally::of(signed.good.iter()).persons();
                    (persons >= 1).then_some(cancel.issued)
                }
                _ => None,
            })
            .min()
    }

    /// Whether the ring lets one officer raise this alert; `None` where it lets nobody.
    fn solo_alert(&self, name: Digest, alert: &Alert, tally: &Tally<'_>) -> Option<Result<(), Refused>> {
        let longest = self.ring.solo.alert?;
        if tally.persons() == 0 {
            return None;
        }
        if alert.expires - alert.issued > longest {
            return Some(Err(Refusal::SoloTooLong.into()));
        }
        if self.is_renewed(name, alert, tally, longest) {
            return Some(Err(Refusal::SoloRenewed.into()));
        }
        Some(self.check_lowering(alert))
    }

    /// Whether one of the signers has raised the same alone before, and that has not run out yet or is
    /// what this one updates.
    fn is_renewed(&self, name: Digest, alert: &Alert, tally: &Tally<'_>, longest: i64) -> bool {
        let signers = tally.names();
        self.all_of(Kind::Alert).any(|earlier| {
            let Statement::Alert(before) = &earlier.statement else { return false };
            let by = Tally::of(earlier.good.iter());
            let is_earlier = (before.issued, earlier.name) < (alert.issued, name);
            let was_solo = before.arming.is_none()
                && before.expires - before.issued <= longest
                && enough(&by, self.ring.thresholds.alert).is_err();
            let is_same = before.hazard == alert.hazard && zones_meet(&before.zones, &alert.zones);
            let goes_on = alert.issued < before.expires && is_same || alert.targets.contains(&earlier.name);
            is_earlier && was_solo && goes_on && by.names().iter().any(|person| signers.contains(person))
        })
    }

    /// Whether an update by one leaves stage and area of all that it replaces.
    fn check_lowering(&self, alert: &Alert) -> Result<(), Refused> {
        for target in &alert.targets {
            let Some(signed) = self.find(*target) else { continue };
            let (Statement::Alert(before) | Statement::Drill(before)) = &signed.statement else { continue };
            if alert.stage < before.stage {
                return Err(Refusal::LoweringNeedsTwo.because("a lower stage"));
            }
            let drawn = self.cap_of(before.cap.sha256).is_some_and(|cap| agree::draws_ground(&cap));
            if !zones_hold(&alert.zones, &before.zones, drawn) {
                return Err(Refusal::LoweringNeedsTwo.because("a smaller area"));
            }
        }
        Ok(())
    }

    /// A cancel that too few persons signed: of one's own armed alert, or shortly after any alert.
    fn cancel_by_one(&self, cancel: &Cancel, tally: &Tally<'_>, short: Refused) -> Strength {
        let targets: Option<Vec<_>> = cancel.targets.iter().map(|target| self.find(*target)).collect();
        let Some(targets) = targets else {
            let allowed = self.ring.solo.cancel.is_some() && tally.persons() > 0;
            let code = if allowed { Refusal::SoloTargetUnseen.into() } else { short };
            return Strength::Short(code);
        };
        let holders = tally.holders(MachineKind::Feed);
        let own = |target: &Arc<Signed>| {
            let by = Tally::of(target.good.iter()).holders(MachineKind::Feed);
            let Statement::Alert(alert) = &target.statement else { return false };
            by.iter().any(|holder| holders.contains(holder))
                && matches!(self.strength_of_alert(target, alert), Strength::Armed)
        };
        if targets.iter().all(own) {
            return Strength::Armed;
        }
        let Some(longest) = self.ring.solo.cancel.filter(|_| tally.persons() > 0) else {
            return Strength::Short(short);
        };
        let soon =
            |target: &Arc<Signed>| (0..=longest).contains(&(cancel.issued - target.statement.issued()));
        if targets.iter().all(soon) {
            return Strength::Solo;
        }
        Strength::Short(Refusal::SoloTooLate.into())
    }

    fn strength_of_alert(&self, signed: &Signed, alert: &Alert) -> Strength {
        let tally = Tally::of(signed.good.iter());
        match enough(&tally, self.ring.thresholds.alert) {
            Ok(()) => Strength::Full,
            Err(short) => self.alert_by_one(signed.name, alert, &tally, short),
        }
    }

    fn cap_of(&self, digest: Digest) -> Option<Cap> {
        agree::read(self.store.cap(digest)?).ok()
    }

    /// Whether the CAP message says the same. Bytes that were handed over have to be the right ones;
    /// where none were and none are kept, the statement waits for them.
    fn check_cap(&self, judged: &mut Judged, given: Option<&[u8]>) -> Result<(), Refused> {
        let statement = &judged.signed.statement;
        let Some(bound) = statement.cap() else { return Ok(()) };
        let bytes = match given {
            Some(bytes) => {
                agree::same_bytes(bound, bytes)?;
                Some(bytes)
            }
            None => self.store.cap(bound.sha256),
        };
        let Some(bytes) = bytes else {
            judged.standing = if judged.held.is_some() { judged.standing } else { Standing::Pending };
            judged.held.get_or_insert_with(|| Refusal::CapMissing.into());
            return Ok(());
        };
        agree::same_bytes(bound, bytes)?;
        let cap = agree::read(bytes)?;
        agree::agrees(statement, self.world(statement), &cap)?;
        self.check_ground(&judged.signed, judged.standing, &cap)?;
        for target in statement.targets() {
            let Some(other) = self.find(*target).and_then(|it| it.statement.cap()) else { continue };
            let Some(other) = self.cap_of(other.sha256) else { continue };
            if !agree::refers_to(&cap, &other) {
                return Err(Refusal::CapReferences.because(format!("none is {target}")));
            }
        }
        judged.cap = Some(cap);
        Ok(())
    }

    /// Ground that no zone names takes the right to every zone, and is never armed: else a polygon in
    /// the message would reach where the statement may not.
    fn check_ground(&self, signed: &Signed, standing: Standing, cap: &Cap) -> Result<(), Refused> {
        let (Statement::Alert(alert) | Statement::Drill(alert)) = &signed.statement else { return Ok(()) };
        if !agree::draws_ground(cap) {
            return Ok(());
        }
        let refused = Refusal::CapArea.because("it draws ground beyond the zones that its signers may name");
        if standing == Standing::Armed {
            return Err(refused);
        }
        let need = Need::Warning {
            stages: vec![alert.stage.name()],
            hazards: vec![alert.hazard.name()],
            zones: vec!["*".to_owned()],
        };
        let kind = signed.statement.kind();
        let count = |keys: &[Arc<Key>]| {
            Tally::of(keys.iter().filter(|key| self.ring.grants(&key.holder, kind, &need))).persons()
        };
        // As many as stand behind the statement; for a held one, as many as there are.
        let all = |keys: &[Arc<Key>]| Tally::of(keys.iter()).persons();
        let thresholds = &self.ring.thresholds;
        let wanted = if kind == Kind::Drill { thresholds.drill } else { thresholds.alert };
        let wanted = wanted.min(all(&signed.once_good));
        if count(&signed.once_good) < wanted { Err(refused) } else { Ok(()) }
    }

    fn check_life(&self, statement: &Statement) -> Result<(), Refused> {
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

    /// Which of its targets a statement may touch. What is not known here stays a target.
    fn check_targets(&self, judged: &mut Judged) -> Result<(), Refused> {
        let signed = &judged.signed;
        let world = self.world(&signed.statement);
        let mut notes = BTreeSet::new();
        let mut kept = Vec::new();
        for target in signed.statement.targets() {
            let Some(other) = self.find(*target) else {
                notes.insert(Note::TargetUnseen);
                kept.push(*target);
                continue;
            };
            let is_void = signed.statement.kind() == Kind::Cancel && signed.statement.cap().is_none();
            if is_void != (other.statement.kind() == Kind::Arming) {
                let what =
                    if is_void { "an alert is called back with its CAP message" } else { "an arming order" };
                return Err(Refusal::BadStatement.because(format!("targets: {what}")));
            }
            if !is_void && self.world(&other.statement) != world {
                return Err(Refusal::TargetOtherWorld.because(target.to_string()));
            }
            if is_void || self.may_touch(signed, judged.standing, &other.statement) {
                kept.push(*target);
            } else {
                notes.insert(Note::TargetOutsideRights);
            }
        }
        if kept.is_empty() && !signed.statement.targets().is_empty() {
            return Err(Refusal::TargetOutsideRights.into());
        }
        judged.targets = kept;
        judged.notes.extend(notes);
        Ok(())
    }

    /// Whether enough of the signers of a statement have its right over what another warns of.
    fn may_touch(&self, signed: &Signed, standing: Standing, other: &Statement) -> bool {
        let kind = signed.statement.kind();
        let need = need_of(other);
        let able = signed.once_good.iter().filter(|key| self.ring.grants(&key.holder, kind, &need));
        let able = Tally::of(able);
        let thresholds = &self.ring.thresholds;
        let wanted = match (standing, kind) {
            (Standing::Full | Standing::Unconfirmed, Kind::Cancel) => thresholds.cancel,
            (Standing::Full | Standing::Unconfirmed, Kind::Clear) => thresholds.clear,
            (Standing::Full | Standing::Unconfirmed, Kind::Drill) => thresholds.drill,
            (Standing::Full | Standing::Unconfirmed, _) => thresholds.alert,
            // A feed counts as nobody, and may call back its own.
            _ => return !able.is_empty(),
        };
        able.persons() >= wanted.min(Tally::of(signed.once_good.iter()).persons())
    }

    fn check_counter(&self, statement: &Statement, context: &Context) -> Result<(), Refused> {
        let Some((counter, name)) = statement.counter() else { return Ok(()) };
        if counter.epoch > self.ring.epoch {
            let detail = format!("epoch {}, the ring's is {}", counter.epoch, self.ring.epoch);
            return Err(Refusal::EpochAhead.because(detail));
        }
        let newest = context.seen.iter().filter(|seen| seen.kind == statement.kind() && seen.name == name);
        match newest.map(|seen| seen.counter).max() {
            Some(known) if counter < known => {
                Err(Refusal::RolledBack
                    .because(format!("epoch {}, number {} is known", known.epoch, known.n)))
            }
            _ => Ok(()),
        }
    }

    fn note_ring(&self, judged: &mut Judged, now: i64) {
        if self.trust.ring_age(now) != RingAge::Fresh {
            judged.notes.insert(Note::RingExpired);
        }
        if judged.signed.statement.ring().is_some_and(|ring| ring > self.ring.counter()) {
            judged.notes.insert(Note::RingBehind);
        }
        if judged.standing == Standing::Solo && judged.signed.statement.kind() == Kind::Alert {
            judged.notes.insert(Note::SecondOfficerAwaited);
        }
        let (name, id) = (judged.signed.name, judged.signed.statement.id());
        let kind = judged.signed.statement.kind();
        let same = |other: &Signed| other.statement.id() == id && other.name != name;
        if kind != Kind::Active && self.all_of(kind).any(|other| same(&other)) {
            judged.notes.insert(Note::SameId);
        }
    }

    fn notice_of(&self, judged: &Judged) -> Option<Notice> {
        let statement = &judged.signed.statement;
        let act = match statement {
            Statement::Alert(alert) | Statement::Drill(alert) => {
                let warning = Warning {
                    stage: alert.stage,
                    hazard: Some(alert.hazard),
                    zones: alert.zones.clone(),
                    impact_at: alert.impact_at,
                    expires: Some(alert.expires),
                };
                if alert.act == ActName::Update { Act::Update(warning) } else { Act::Alert(warning) }
            }
            Statement::Cancel(cancel) if cancel.cap.is_some() => Act::Cancel(cancel.reason.into()),
            Statement::Clear(_) => Act::Clear,
            _ => return None,
        };
        let cap = judged
            .cap
            .as_ref()
            .map(|cap| CapKey { sender: cap.sender.clone(), identifier: cap.identifier.clone() });
        Some(Notice {
            name: judged.signed.name.into(),
            cap,
            world: self.world(statement),
            act,
            issued: statement.issued(),
            targets: judged.targets.iter().map(|target| Target::Name((*target).into())).collect(),
            standing: judged.standing,
        })
    }

    // Questions 8 to 10: time, place, look.

    fn conclude(&self, judged: Judged, context: &Context) -> (Verdict, Vec<SignatureCheck>, BTreeSet<Note>) {
        let checks = judged.signed.checks.clone();
        if let Err(refused) = self.check_receiver(&judged, context) {
            return (Verdict::Refused(refused), checks, BTreeSet::new());
        }
        let notice = self.notice_of(&judged);
        let mut notes = judged.notes.clone();
        let look = self.look(&judged, context, &mut notes);
        let statement = judged.signed.statement.clone();
        let belief = Belief { statement, standing: judged.standing, notice, look };
        let verdict = match judged.held {
            Some(why) => Verdict::Held(belief, why),
            None => Verdict::Believed(belief),
        };
        (verdict, checks, notes)
    }

    /// What makes a believed statement worthless for this receiver at this time.
    fn check_receiver(&self, judged: &Judged, context: &Context) -> Result<(), Refused> {
        let now = context.now;
        match &judged.signed.statement {
            Statement::Alert(_) | Statement::Drill(_) if self.is_blocked(judged.signed.name) => {
                Err(Refusal::BlockedByCancel.into())
            }
            Statement::Arming(_) if self.voided_at(judged.signed.name).is_some() => {
                Err(Refusal::ArmingVoid.into())
            }
            Statement::Arming(arming) if arming.until + HOUR < now => Err(Refusal::Stale.into()),
            Statement::Status(status) if status.issued + STATUS_LIFE < now => Err(Refusal::Stale.into()),
            Statement::Active(active) if active.issued + active.ttl.min(60) < now => {
                Err(Refusal::Stale.into())
            }
            Statement::Siren(siren) => self.check_siren(siren, context),
            _ => Ok(()),
        }
    }

    /// Whether two persons have called a statement back, before or after it came.
    fn is_blocked(&self, name: Digest) -> bool {
        self.all_of(Kind::Cancel).any(|cancel| {
            if !cancel.statement.targets().contains(&name) || cancel.statement.cap().is_none() {
                return false;
            }
            let key = key(Kind::Cancel, cancel.name);
            let judged = self.judge(key, None, &Context::default());
            judged.is_ok_and(|judged| {
                let is_full =
                    enough(&Tally::of(judged.signed.good.iter()), self.ring.thresholds.cancel).is_ok();
                is_full && judged.targets.contains(&name)
            })
        })
    }

    fn check_siren(&self, siren: &Siren, context: &Context) -> Result<(), Refused> {
        let late = context.now - siren.issued;
        if !(-SIREN_VALID..=SIREN_VALID).contains(&late) {
            return Err(Refusal::Stale.because(format!("issued {late} s ago")));
        }
        if let Some(device) = &context.device {
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
        self.check_carried(siren, context)
            .map_err(|refused| Refusal::SirenInner.because(format!("{}: {}", refused.code, refused.detail)))
    }

    /// The alert that an order to a siren carries, judged as if it had come alone, without the CAP
    /// message, which a siren does not read.
    fn check_carried(&self, siren: &Siren, context: &Context) -> Result<(), Refused> {
        use crate::statement::SirenTone;
        let bytes = crate::envelope::from_base64(&siren.envelope, "envelope")?;
        let envelope = Envelope::read(&bytes)?;
        let key = key(envelope.kind, envelope.name());
        let entry = Entry {
            kind: envelope.kind,
            payload: envelope.payload,
            signatures: envelope.signatures.into_iter().collect(),
        };
        let judge = Judge::with(self.trust, self.store, key, &entry).ok_or(Refusal::NoRing)?;
        let judged = judge.judge(key, None, context).map_err(|(_, refused)| refused)?;
        match judged.held {
            Some(why) if why.code != Refusal::CapMissing => return Err(why),
            _ => {}
        }
        if judge.is_blocked(judged.signed.name) {
            return Err(Refusal::BlockedByCancel.into());
        }
        let fits = match (&judged.signed.statement, siren.tone) {
            (Statement::Alert(alert), SirenTone::Alarm) => {
                alert.stage == Stage::TakeCover && alert.expires >= context.now
            }
            (Statement::Drill(drill), SirenTone::Drill) => drill.expires >= context.now,
            (Statement::Clear(clear), SirenTone::Clear) => clear.issued + HOUR >= context.now,
            _ => false,
        };
        if fits { Ok(()) } else { Err(Refusal::UnexpectedType.because("not for this tone, or past")) }
    }

    fn look(&self, judged: &Judged, context: &Context, notes: &mut BTreeSet<Note>) -> Look {
        let statement = &judged.signed.statement;
        let world = self.world(statement);
        let (mut shown, mut tone) = match statement {
            Statement::Alert(alert) | Statement::Drill(alert) => warning_look(alert, world, context, notes),
            Statement::Cancel(cancel) if cancel.cap.is_some() => self.ending_look(judged, context),
            Statement::Clear(_) => self.ending_look(judged, context),
            _ => (Shown::Document, Tone::None),
        };
        let is_message = shown != Shown::Document;
        if is_message && context.near == Near::Elsewhere {
            notes.insert(Note::Elsewhere);
            tone = Tone::None;
        }
        if judged.held.is_some() {
            tone = Tone::None;
            if is_message {
                let unconfirmed = judged.standing == Standing::Unconfirmed
                    && matches!(statement, Statement::Alert(_) | Statement::Drill(_))
                    && shown == Shown::Warning;
                shown = match (unconfirmed, judged.standing) {
                    (true, _) => Shown::Unconfirmed,
                    (_, Standing::Unconfirmed) if shown == Shown::NoLongerConfirmed => shown,
                    _ => Shown::Nothing,
                };
            }
        }
        if world == World::Lab {
            tone = Tone::None;
        }
        Look { world, shown, tone, near: context.near }
    }

    /// A cancel or an all clear: of what is not known here nothing is told.
    fn ending_look(&self, judged: &Judged, context: &Context) -> (Shown, Tone) {
        let statement = &judged.signed.statement;
        if !judged.targets.iter().any(|target| self.find(*target).is_some()) {
            return (Shown::Nothing, Tone::None);
        }
        let shown = match (statement, judged.standing) {
            (Statement::Clear(_), _) => Shown::Cleared,
            (_, Standing::Full) => Shown::Cancelled,
            _ => Shown::Hold,
        };
        let is_recent = (context.now - statement.issued()).abs() <= HOUR;
        let is_live = self.world(statement) == World::Live;
        (shown, if is_recent && is_live { Tone::Attention } else { Tone::None })
    }
}

/// A warning in time: what it is shown as and which tone it has where it is near.
fn warning_look(alert: &Alert, world: World, context: &Context, notes: &mut BTreeSet<Note>) -> (Shown, Tone) {
    let now = context.now;
    if now > alert.expires {
        notes.insert(Note::Expired);
    }
    if now > alert.expires + HOUR {
        let is_past = context.first_seen.is_some_and(|seen| now > seen + DAY);
        return (if is_past { Shown::Past } else { Shown::NoLongerConfirmed }, Tone::None);
    }
    if alert.issued > now + CLOCK_TOLERANCE {
        notes.insert(Note::ClockBehind);
    }
    // So wrong a clock cannot tell an old alert from a new one: shown, and silent.
    let is_clock_lost = alert.issued > now + HOUR;
    let tone = match (world, alert.stage) {
        _ if is_clock_lost => Tone::None,
        (World::Live, Stage::TakeCover) => Tone::Alarm,
        (World::Live, Stage::Expect) => Tone::Attention,
        (World::Drill, Stage::TakeCover | Stage::Expect) => Tone::Drill,
        _ => Tone::None,
    };
    (Shown::Warning, tone)
}

fn at_most(value: i64, longest: i64, code: Refusal) -> Result<(), Refused> {
    if value > longest { Err(code.because(format!("{value} s, at most {longest} s"))) } else { Ok(()) }
}

fn full_or(enough: Result<(), Refused>) -> Strength {
    enough.map_or_else(Strength::Short, |()| Strength::Full)
}

/// Whether enough persons have signed; of two or more, one with a standalone signer.
fn enough(tally: &Tally<'_>, wanted: u64) -> Result<(), Refused> {
    let have = tally.persons();
    if have < wanted {
        return Err(Refusal::SecondPersonAwaited.because(format!("{have} of {wanted} persons")));
    }
    if wanted >= 2 && !tally.is_standalone() { Err(Refusal::StandaloneMissing.into()) } else { Ok(()) }
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

/// What signatures of a statement have to be allowed to say.
fn need_of(statement: &Statement) -> Need {
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
    at_most(alert.expires - alert.issued, longest.min(arming.life), Refusal::ArmedTooLong)
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

/// One person closes a shelter; more than one and more than a twentieth of a zone take two, and so
/// does an opening. Without the zones of shelters, more than one shelter is too many for one person.
fn persons_for_danger(shelters: &[crate::statement::ShelterEntry], context: &Context) -> u64 {
    if shelters.iter().any(|entry| entry.state == ShelterState::Open) {
        return 2;
    }
    let Some(zones) = &context.shelter_zones else { return if shelters.len() > 1 { 2 } else { 1 } };
    let closed: BTreeSet<_> = shelters.iter().map(|entry| entry.shelter.as_str()).collect();
    let is_much = |zone: &str| {
        let all = zones.iter().filter(|(_, other)| other == zone);
        let (all, hit) = all.fold((0_u64, 0_u64), |(all, hit), (shelter, _)| {
            (all + 1, hit + u64::from(closed.contains(shelter.as_str())))
        });
        hit > 1 && hit * 20 > all
    };
    if zones.iter().any(|(_, zone)| is_much(zone)) { 2 } else { 1 }
}
