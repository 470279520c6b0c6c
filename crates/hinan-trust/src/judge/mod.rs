//! The decision, question by question, in the order of the specification (`docs/trust.md`).
//!
//! A [`Judge`] answers for one receiver at one time. What is asked for every statement (who stands solo,
//! which orders are called back, who closed what) it finds once.

mod alone;
mod closing;
mod count;
mod ending;
mod look;
mod message;
mod siren;
mod strength;
mod targets;

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hinan_alert::Notice;
use hinan_alert::notice::{Act, CapKey, Standing, Target, Warning, World};
use hinan_cap::Alert as Cap;

use crate::agree;
use crate::code::{Note, Refusal, Refused};
use crate::decision::{Belief, Context, Decision, Verdict};
use crate::hex::Digest;
use crate::kind::Kind;
use crate::signers::{Keys, SignatureCheck, Tally};
use crate::statement::{ActName, Cancel, MachineKind, Ring, Statement, WorldName};
use crate::store::{Entry, Store};
use crate::trust::{RingAge, Trust};

pub(crate) use count::Counted;
use count::{Signed, Stopped};
pub(crate) use message::MAX_CAP_BYTES;
use strength::Worth;
use targets::Weighed;

/// Judges what a store holds, with one envelope more.
pub(crate) struct Judge<'a> {
    trust: &'a Trust,
    ring: &'a Ring,
    keys: &'a Keys,
    store: &'a Store,
    context: &'a Context,
    extra: Option<Extra<'a>>,
    /// What was counted here already; checking signatures is what takes time.
    counted: RefCell<BTreeMap<Digest, Arc<Counted>>>,
    zones: Option<closing::Zones>,
    // Found when they are first asked for.
    alone: RefCell<alone::Alone>,
    call_backs: OnceCell<BTreeMap<Digest, Vec<ending::CallBack>>>,
    /// Cancels by what they name.
    cancels: OnceCell<BTreeMap<Digest, Vec<Digest>>>,
    closings: OnceCell<closing::Closings>,
}

/// An envelope that is not kept (yet), with the message that came with it.
struct Extra<'a> {
    key: Digest,
    entry: &'a Entry,
    cap: Option<&'a [u8]>,
    message: OnceCell<Result<Arc<Cap>, Refused>>,
}

/// What is known of a statement after all questions that do not depend on the receiver.
struct Judged {
    signed: Arc<Signed>,
    /// Who stands behind it, whether its message has come or not.
    worth: Standing,
    /// What it is held for.
    held: Option<Refused>,
    message: Option<Arc<Cap>>,
    /// Those of its targets that it reaches, and who stands behind it there.
    targets: Vec<(Digest, Standing)>,
    notes: BTreeSet<Note>,
}

impl Judged {
    fn lacks_its_message(&self) -> bool {
        self.message.is_none() && self.signed.statement.cap().is_some()
    }

    /// Whether its message is all that it lacks.
    fn waits_for_its_message(&self) -> bool {
        self.held.as_ref().is_some_and(|why| why.code == Refusal::CapMissing)
    }

    fn standing(&self) -> Standing {
        // Without its message there are no words to tell.
        if self.lacks_its_message() { Standing::Pending } else { self.worth }
    }

    fn draws_ground(&self) -> bool {
        self.message.as_ref().is_some_and(|cap| agree::draws_ground(cap))
    }
}

impl<'a> Judge<'a> {
    /// `None` where there is no ring to judge by.
    pub(crate) fn new(trust: &'a Trust, store: &'a Store, context: &'a Context) -> Option<Judge<'a>> {
        let (ring, keys) = trust.ring_and_keys()?;
        Some(Judge {
            trust,
            ring,
            keys,
            store,
            context,
            extra: None,
            counted: RefCell::default(),
            zones: context.shelter_zones.as_deref().map(closing::Zones::new),
            alone: RefCell::default(),
            call_backs: OnceCell::new(),
            cancels: OnceCell::new(),
            closings: OnceCell::new(),
        })
    }

    /// The same, as if the store held `entry` as well, with the message that came with it.
    pub(crate) fn with(
        trust: &'a Trust,
        store: &'a Store,
        context: &'a Context,
        key: Digest,
        entry: &'a Entry,
        cap: Option<&'a [u8]>,
    ) -> Option<Judge<'a>> {
        let extra = Some(Extra { key, entry, cap, message: OnceCell::new() });
        Some(Judge { extra, ..Judge::new(trust, store, context)? })
    }

    /// What was counted, for the next judge of the same ring.
    pub(crate) fn into_counted(self) -> BTreeMap<Digest, Arc<Counted>> {
        self.counted.into_inner()
    }

    fn extra_of(&self, key: Digest) -> Option<&Extra<'a>> {
        self.extra.as_ref().filter(|extra| extra.key == key)
    }

    fn entry(&self, key: Digest) -> Option<&'a Entry> {
        self.extra_of(key).map_or_else(|| self.store.get(key), |extra| Some(extra.entry))
    }

    fn entries(&self) -> impl Iterator<Item = (Digest, &'a Entry)> {
        let stored = self.store.entries().filter(|(key, _)| self.extra_of(*key).is_none());
        stored.chain(self.extra.as_ref().map(|extra| (extra.key, extra.entry)))
    }

    /// Every statement of a kind whose signatures let it be read.
    fn all_of(&self, kind: Kind) -> impl Iterator<Item = Arc<Signed>> {
        self.entries().filter(move |(_, entry)| entry.kind == kind).filter_map(|(key, _)| self.signed(key))
    }

    /// What became of the signatures over an entry; `None` where there is none.
    pub(crate) fn counted(&self, key: Digest) -> Option<Arc<Counted>> {
        if let Some(counted) = self.counted.borrow().get(&key) {
            return Some(Arc::clone(counted));
        }
        if let Some(counted) = self.store.counted(self.trust, key).filter(|_| self.extra_of(key).is_none()) {
            return Some(Arc::clone(counted));
        }
        let counted = count::count(self.ring, self.keys, self.trust.scope(), key, self.entry(key)?);
        let counted = Arc::new(counted);
        self.counted.borrow_mut().insert(key, Arc::clone(&counted));
        Some(counted)
    }

    /// The statement that is kept there, if anybody's signature counts, or did until a key was found to be
    /// compromised.
    fn signed(&self, key: Digest) -> Option<Arc<Signed>> {
        self.counted(key)?.signed.clone().ok()
    }

    /// Whether some bytes are those that a statement is bound to, if its signatures let it be read.
    pub(crate) fn is_bound_to(&self, key: Digest, cap: &[u8]) -> bool {
        let bound = self.counted(key).and_then(|counted| counted.bound);
        bound.is_some_and(|bound| bound.len <= MAX_CAP_BYTES && agree::same_bytes(bound, cap).is_ok())
    }

    /// Decides about an entry for one receiver.
    pub(crate) fn decide(&self, key: Digest) -> Decision {
        let entry = self.entry(key);
        let (name, kind) = (entry.map(|it| Digest::of(&it.payload)), entry.map(|it| it.kind));
        let (verdict, signatures, notes) = match self.judge(key) {
            Err((checks, refused)) => (Verdict::Refused(refused), checks, BTreeSet::new()),
            Ok(judged) => self.conclude(judged),
        };
        Decision { verdict, name, kind, signatures, notes: notes.into_iter().collect() }
    }

    /// What all entries do to the life of alerts, by name. Without messages, what only waits for its own
    /// counts as if it had come.
    pub(crate) fn notices(&self, without_messages: bool) -> Vec<Notice> {
        let judged = self.entries().filter(|(_, entry)| acts_on_alerts(entry.kind));
        let judged = judged.filter_map(|(key, _)| self.judge(key).ok());
        let mut notices: Vec<_> =
            judged.flat_map(|judged| self.notices_of(&judged, without_messages)).collect();
        notices.sort_by_key(|notice| notice.name);
        notices
    }

    // Questions 2 to 7: what does not depend on who receives it.

    fn judge(&self, key: Digest) -> Result<Judged, Stopped> {
        let Some(counted) = self.counted(key) else {
            return Err((Vec::new(), Refusal::NoValidSignature.into()));
        };
        let stop = |refused| (counted.checks.clone(), refused);
        let signed = counted.signed.clone().map_err(stop)?;
        self.judge_signed(signed).map_err(stop)
    }

    fn judge_signed(&self, signed: Arc<Signed>) -> Result<Judged, Refused> {
        let message = self.message(&signed);
        let warns = matches!(signed.statement, Statement::Alert(_) | Statement::Drill(_));
        let drawn =
            warns && message.as_ref().is_ok_and(|it| it.as_ref().is_some_and(|it| agree::draws_ground(it)));
        let weighed = match signed.statement {
            Statement::Cancel(_) | Statement::Clear(_) => self.weigh_ending(&signed),
            _ => self.weigh_warning(&signed, drawn),
        };
        let Weighed { worth, targets, notes, lost } = weighed;
        match &worth {
            // No signature that may still come would mend this.
            Worth::Short(why) if why.code == Refusal::WrongHolder => return Err(why.clone()),
            Worth::Short(_) if signed.good.is_empty() => {
                return Err(Refusal::NoValidSignature.because("only by compromised keys"));
            }
            _ => {}
        }
        let message = message?;
        let (standing, mut held) = (worth.standing(), worth.held());
        match &message {
            Some(cap) => {
                let may_draw = standing == Standing::Unconfirmed
                    || !self.counting(&signed.good, &signed, drawn).is_empty();
                self.check_message(&signed, self.world(&signed.statement), cap, may_draw)?;
            }
            None if signed.statement.cap().is_some() => {
                held.get_or_insert_with(|| Refusal::CapMissing.into());
            }
            None => {}
        }
        self.check_life(&signed.statement)?;
        if let (true, false, Some(lost)) = (targets.is_empty(), warns, lost) {
            return Err(lost.into());
        }
        self.check_counter(&signed)?;
        let mut judged = Judged { signed, worth: standing, held, message, targets, notes };
        self.note_ring(&mut judged);
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

    fn check_counter(&self, signed: &Signed) -> Result<(), Refused> {
        let Some((counter, line)) = signed.statement.counter() else { return Ok(()) };
        let kind = signed.statement.kind();
        self.ring.check_epoch(counter)?;
        match &signed.statement {
            // Each relay counts by itself; one that is not behind is enough.
            Statement::Active(_) => {
                let tally = Tally::of(&signed.good);
                let relays = tally.machines_of(MachineKind::Relay);
                let mut told = Ok(());
                for relay in relays {
                    told = self.context.check_seen(kind, relay, counter);
                    if told.is_ok() {
                        break;
                    }
                }
                told
            }
            _ => self.context.check_seen(kind, line, counter),
        }
    }

    fn note_ring(&self, judged: &mut Judged) {
        if self.trust.ring_age(self.context.now) != RingAge::Fresh {
            judged.notes.insert(Note::RingExpired);
        }
        if judged.signed.statement.ring().is_some_and(|ring| ring > self.ring.counter()) {
            judged.notes.insert(Note::RingBehind);
        }
        if judged.standing() == Standing::Solo && judged.signed.statement.kind() == Kind::Alert {
            judged.notes.insert(Note::SecondOfficerAwaited);
        }
    }

    /// Whether another statement of the same id holds as well.
    fn has_twin(&self, signed: &Signed) -> bool {
        let (kind, id) = (signed.statement.kind(), signed.statement.id());
        let mut others = self.store.with_id(kind, id).filter(|key| *key != signed.key);
        kind != Kind::Active && others.any(|key| self.judge(key).is_ok_and(|judged| judged.held.is_none()))
    }

    /// What a statement does to the life of alerts: nothing, or one notice for each standing that an
    /// ending has over some of its targets, the best first.
    fn notices_of(&self, judged: &Judged, without_messages: bool) -> Vec<Notice> {
        let Some(act) = act_of(&judged.signed.statement) else { return Vec::new() };
        let is_held = judged.lacks_its_message() && !without_messages;
        let standings: Vec<Standing> = match act {
            Act::Cancel(_) | Act::Clear if !is_held => {
                let mut all: Vec<_> = judged.targets.iter().map(|(_, standing)| *standing).collect();
                all.dedup();
                all
            }
            _ if is_held => vec![Standing::Pending],
            _ => vec![judged.worth],
        };
        let is_one = standings.len() == 1;
        let cap = judged.message.as_ref();
        let cap = cap.map(|cap| CapKey { sender: cap.sender.clone(), identifier: cap.identifier.clone() });
        let notice = |standing: Standing| Notice {
            name: judged.signed.name.into(),
            cap: cap.clone(),
            signed: true,
            world: self.world(&judged.signed.statement),
            act: act.clone(),
            issued: judged.signed.statement.issued(),
            targets: judged
                .targets
                .iter()
                .filter(|(_, over)| is_one || *over == standing)
                .map(|(target, _)| Target::Name((*target).into()))
                .collect(),
            standing,
        };
        standings.into_iter().map(notice).collect()
    }

    // Questions 8 to 10: time, place, look.

    fn conclude(&self, judged: Judged) -> (Verdict, Vec<SignatureCheck>, BTreeSet<Note>) {
        let checks = self.counted(judged.signed.key).map(|it| it.checks.clone()).unwrap_or_default();
        if let Err(refused) = self.check_receiver(&judged.signed) {
            return (Verdict::Refused(refused), checks, BTreeSet::new());
        }
        let notice = self.notices_of(&judged, false).into_iter().next();
        let mut notes = judged.notes.clone();
        if self.has_twin(&judged.signed) {
            notes.insert(Note::SameId);
        }
        let look = self.look(&judged, &mut notes);
        let statement = judged.signed.statement.clone();
        let belief = Belief { statement, standing: judged.standing(), notice, look };
        let verdict = match judged.held {
            Some(why) => Verdict::Held(belief, why),
            None => Verdict::Believed(belief),
        };
        (verdict, checks, notes)
    }
}

fn at_most(value: i64, longest: i64, code: Refusal) -> Result<(), Refused> {
    if value > longest { Err(code.because(format!("{value} s, at most {longest} s"))) } else { Ok(()) }
}

fn acts_on_alerts(kind: Kind) -> bool {
    matches!(kind, Kind::Alert | Kind::Drill | Kind::Cancel | Kind::Clear)
}

/// What a statement warns of.
fn warning_of(statement: &Statement) -> Option<Warning> {
    let (Statement::Alert(alert) | Statement::Drill(alert)) = statement else { return None };
    Some(Warning {
        stage: alert.stage,
        hazard: Some(alert.hazard),
        zones: alert.zones.clone(),
        impact_at: alert.impact_at,
        expires: Some(alert.expires),
    })
}

fn act_of(statement: &Statement) -> Option<Act> {
    match statement {
        Statement::Alert(alert) | Statement::Drill(alert) => {
            let warning = warning_of(statement)?;
            Some(if alert.act == ActName::Update { Act::Update(warning) } else { Act::Alert(warning) })
        }
        Statement::Cancel(cancel) if cancel.cap.is_some() => Some(Act::Cancel(cancel.reason.into())),
        Statement::Clear(_) => Some(Act::Clear),
        _ => None,
    }
}
