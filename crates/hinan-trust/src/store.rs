//! The statements that a receiver has, whatever they turn out to be worth.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use hinan_alert::Notice;
use hinan_cap::Alert as Cap;

use crate::agree;
use crate::code::{Fault, Refusal, Refused};
use crate::decision::{Context, Decision, Verdict};
use crate::envelope::{Envelope, MAX_SIGNATURES, Signature};
use crate::hex::{Digest, Id};
use crate::judge::{Counted, Judge};
use crate::kind::Kind;
use crate::places::{Places, Room};
use crate::signers::{Keys, SignatureCheck};
use crate::statement::{Counter, ShelterEntry, ShelterState, Statement};
use crate::trust::Trust;

/// How many signatures of keys that are not known are kept of a statement, should a ring still come.
const MAX_UNKNOWN: usize = 16;

/// Statements, the signatures over each, and the CAP messages that belong to them. What it holds is a
/// set: nothing depends on the order in which things came. Everything in it was signed by somebody, who
/// pays for it with places of their own: whoever fills them pushes out nobody else's.
#[derive(Clone, Debug, Default)]
pub struct Store {
    room: Room,
    entries: BTreeMap<Digest, Entry>,
    messages: BTreeMap<Digest, Message>,
    places: Places,
    /// Signatures that were counted under a root and ring: a convenience, not part of what is kept.
    counted: BTreeMap<Digest, Arc<Counted>>,
    counted_under: Option<(Digest, Digest)>,
}

/// A CAP message, read when it is first asked for.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    bytes: Vec<u8>,
    read: OnceLock<Result<Arc<Cap>, Refused>>,
    /// The statements that are bound to it.
    of: BTreeSet<Digest>,
}

impl Message {
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(crate) fn read(&self) -> Result<Arc<Cap>, Refused> {
        self.read.get_or_init(|| agree::read(&self.bytes).map(Arc::new)).clone()
    }
}

/// What is said of a shelter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShelterWord {
    /// What it is.
    pub state: ShelterState,
    /// Whether the danger list says so.
    pub is_danger: bool,
    /// The place of the word among others of its kind.
    pub counter: Counter,
    /// When it was said; seconds since 1970.
    pub issued: i64,
}

impl ShelterWord {
    /// Of words of one kind the greater counts: the newer, else the sterner.
    fn rank(self) -> (Counter, ShelterState) {
        (self.counter, self.state)
    }

    /// What counts of the danger list's word and a warden's.
    fn of_both(danger: Option<ShelterWord>, status: Option<ShelterWord>) -> Option<ShelterWord> {
        danger.filter(|word| word.state != ShelterState::Open).or(status).or(danger)
    }
}

/// A payload and every signature over it that has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) kind: Kind,
    pub(crate) payload: Vec<u8>,
    pub(crate) signatures: BTreeSet<Signature>,
}

/// An envelope, merged with what was known of it, and what was decided.
struct Judged {
    decision: Decision,
    key: Digest,
    entry: Entry,
    /// What was counted of it, and of others on the way.
    own: Option<Arc<Counted>>,
    counted: BTreeMap<Digest, Arc<Counted>>,
    /// Whether the CAP message that came with it is its own, whatever that says.
    is_bound: bool,
}

impl Store {
    /// An empty store.
    pub fn new() -> Store {
        Store::default()
    }

    /// An empty store that keeps more or less than others do.
    pub fn with_room(room: Room) -> Store {
        Store { room, ..Store::default() }
    }

    /// How many statements it holds.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub(crate) fn message(&self, digest: Digest) -> Option<&Message> {
        self.messages.get(&digest)
    }

    /// What was counted of a statement under this very root and ring.
    pub(crate) fn counted(&self, trust: &Trust, key: Digest) -> Option<&Arc<Counted>> {
        (self.counted_under == trust.version()).then(|| self.counted.get(&key)).flatten()
    }

    pub(crate) fn get(&self, key: Digest) -> Option<&Entry> {
        self.entries.get(&key)
    }

    pub(crate) fn with_id(&self, kind: Kind, id: Id) -> impl Iterator<Item = Digest> {
        self.places.with_id(kind, id)
    }

    pub(crate) fn entries(&self) -> impl Iterator<Item = (Digest, &Entry)> {
        self.entries.iter().map(|(key, entry)| (*key, entry))
    }

    /// The entry of an envelope, with the signatures over the same that are kept.
    pub(crate) fn merged(&self, envelope: &Envelope) -> Entry {
        let mut signatures: BTreeSet<_> = envelope.signatures.iter().cloned().collect();
        if let Some(known) = self.entries.get(&key(envelope.kind, envelope.name())) {
            signatures.extend(known.signatures.iter().cloned());
        }
        Entry { kind: envelope.kind, payload: envelope.payload.clone(), signatures }
    }

    /// Decides about an envelope in the light of all that is kept. Nothing is kept of it.
    pub fn decide(&self, trust: &Trust, envelope: &[u8], cap: Option<&[u8]>, context: &Context) -> Decision {
        self.judged(trust, envelope, cap, context).map_or_else(Decision::refused, |judged| judged.decision)
    }

    /// Decides about an envelope and keeps it, with its CAP message, where any signature fits and its
    /// signers have a place for it: a second signature, the message or a ring may still come. What has no
    /// place is refused for [`Refusal::StoreFull`]. An `active` and an order to a siren are decided and
    /// not kept.
    pub fn receive(
        &mut self,
        trust: &Trust,
        envelope: &[u8],
        cap: Option<&[u8]>,
        context: &Context,
    ) -> Decision {
        let Judged { mut decision, key, mut entry, own, counted, is_bound } =
            match self.judged(trust, envelope, cap, context) {
                Ok(judged) => judged,
                Err(refused) => return Decision::refused(refused),
            };
        self.count_under(trust, context);
        self.counted.extend(counted.into_iter().filter(|(key, _)| self.entries.contains_key(key)));
        let charge = own.as_ref().and_then(|own| own.charge.clone());
        let Some(charge) = charge.filter(|_| !matches!(entry.kind, Kind::Active | Kind::Siren)) else {
            return decision;
        };
        let all = entry.signatures.len();
        entry.signatures = kept(entry.signatures, &decision.signatures);
        match own.filter(|_| entry.signatures.len() == all) {
            Some(own) => self.counted.insert(key, own),
            None => self.counted.remove(&key),
        };
        self.entries.insert(key, entry);
        if let (Some(cap), true) = (cap, is_bound) {
            let message = self.messages.entry(Digest::of(cap)).or_insert_with(|| Message {
                bytes: cap.to_vec(),
                read: OnceLock::new(),
                of: BTreeSet::new(),
            });
            message.of.insert(key);
        }
        self.places.put(key, charge);
        self.make_room(key);
        if !self.entries.contains_key(&key) {
            decision.verdict = Verdict::Refused(Refusal::StoreFull.into());
        }
        decision
    }

    fn judged(
        &self,
        trust: &Trust,
        envelope: &[u8],
        cap: Option<&[u8]>,
        context: &Context,
    ) -> Result<Judged, Refused> {
        let envelope = Envelope::read(envelope)?;
        let (key, entry) = (key(envelope.kind, envelope.name()), self.merged(&envelope));
        let judge = Judge::with(trust, self, context, key, &entry, cap).ok_or(Refusal::NoRing)?;
        let decision = judge.decide(key);
        let is_bound = cap.is_some_and(|cap| judge.is_bound_to(key, cap));
        let mut counted = judge.into_counted();
        // What this envelope adds may not be kept.
        let own = counted.remove(&key);
        Ok(Judged { decision, key, entry, own, counted, is_bound })
    }

    /// Charges for what is kept under another root or ring than before: who counted may not any more.
    fn count_under(&mut self, trust: &Trust, context: &Context) {
        if self.counted_under == trust.version() {
            return;
        }
        let keys: Vec<Digest> = self.entries.keys().copied().collect();
        let counted: BTreeMap<_, _> = match Judge::new(trust, self, context) {
            Some(judge) => keys.iter().filter_map(|key| Some((*key, judge.counted(*key)?))).collect(),
            None => return,
        };
        for (key, counted) in &counted {
            match &counted.charge {
                Some(charge) => self.places.put(*key, charge.clone()),
                None => self.drop_entry(*key),
            }
        }
        self.counted = counted;
        self.counted_under = trust.version();
        keys.into_iter().for_each(|key| self.make_room(key));
    }

    fn make_room(&mut self, key: Digest) {
        for key in self.places.pushed_out_by(key, self.room) {
            self.drop_entry(key);
        }
    }

    /// Drops a statement, and its message where no other is bound to it.
    fn drop_entry(&mut self, key: Digest) {
        self.entries.remove(&key);
        self.counted.remove(&key);
        let Some(digest) = self.places.remove(key).and_then(|charge| charge.message) else { return };
        if let Some(message) = self.messages.get_mut(&digest) {
            message.of.remove(&key);
            if message.of.is_empty() {
                self.messages.remove(&digest);
            }
        }
    }

    /// What is kept, as the life of alerts wants it: every alert, drill, cancel and all clear that is
    /// believed or held, by name. A function of what is kept, of the ring and of the time.
    pub fn notices(&self, trust: &Trust, now: i64) -> Vec<Notice> {
        let context = Context { now, ..Context::default() };
        Judge::new(trust, self, &context).map_or_else(Vec::new, |judge| judge.notices(false))
    }

    /// What is said of shelters, by id: of every shelter the word with the greatest counter, of two with
    /// the same the sterner. The danger list outranks everything: what is closed on it stays closed until
    /// two persons open it there, whatever a warden finds.
    pub fn shelters(&self, trust: &Trust, context: &Context) -> BTreeMap<String, ShelterWord> {
        let Some(judge) = Judge::new(trust, self, context) else { return BTreeMap::new() };
        let mut words: [BTreeMap<String, ShelterWord>; 2] = Default::default();
        let mut add = |entries: &[ShelterEntry], word: ShelterWord| {
            for entry in entries {
                let word = ShelterWord { state: entry.state, ..word };
                let known = words[usize::from(word.is_danger)].entry(entry.shelter.clone()).or_insert(word);
                if word.rank() > known.rank() {
                    *known = word;
                }
            }
        };
        for (key, entry) in &self.entries {
            if !matches!(entry.kind, Kind::Danger | Kind::Status) {
                continue;
            }
            let Verdict::Believed(belief) = judge.decide(*key).verdict else { continue };
            let (entries, is_danger, epoch, n, issued) = match &belief.statement {
                Statement::Danger(it) => (&it.shelters, true, it.epoch, it.n, it.issued),
                Statement::Status(it) => (&it.shelters, false, it.epoch, it.n, it.issued),
                _ => continue,
            };
            let counter = Counter { epoch, n };
            add(entries, ShelterWord { state: ShelterState::Open, is_danger, counter, issued });
        }
        let [status, danger] = &words;
        let names = status.keys().chain(danger.keys());
        let both = |name: &String| ShelterWord::of_both(danger.get(name).copied(), status.get(name).copied());
        names.filter_map(|name| Some((name.clone(), both(name)?))).collect()
    }

    /// An envelope of a statement with at most [`MAX_SIGNATURES`] signatures: what a relay hands on. Those
    /// that count come first, so that nobody can crowd them out: one of each holder, standalone ones
    /// before others; then those that fit; then the rest.
    pub fn envelope(&self, trust: &Trust, kind: Kind, name: Digest) -> Option<Envelope> {
        let key = key(kind, name);
        let entry = self.get(key)?;
        let context = Context::default();
        let judge = Judge::new(trust, self, &context);
        let counted = judge.and_then(|judge| judge.counted(key));
        let keys = trust.ring_and_keys().map(|(_, keys)| keys);
        let signatures: Vec<&Signature> = match (&counted, keys) {
            (Some(counted), Some(keys)) => by_use(&entry.signatures, &counted.checks, keys),
            _ => entry.signatures.iter().collect(),
        };
        let signatures = signatures.into_iter().take(MAX_SIGNATURES).cloned().collect();
        Some(Envelope { kind, payload: entry.payload.clone(), signatures })
    }
}

/// Signatures in the order of their use. `checks` are theirs, one each.
fn by_use<'s>(
    signatures: &'s BTreeSet<Signature>,
    checks: &[SignatureCheck],
    keys: &Keys,
) -> Vec<&'s Signature> {
    let is_in_page = |check: &SignatureCheck| !keys.get(&check.keyid).is_some_and(|key| key.standalone);
    let mut all: Vec<_> = signatures.iter().zip(checks).collect();
    all.sort_by_key(|(signature, check)| (is_in_page(check), *signature));
    let mut holders = BTreeSet::new();
    let mut ranked: Vec<_> = all
        .into_iter()
        .map(|(signature, check)| {
            let rank = match check.fault {
                None if holders.insert(&check.holder) => 0,
                None => 1,
                Some(_) if check.fits() => 2,
                Some(_) => 3,
            };
            (rank, signature)
        })
        .collect();
    // Stable: within a rank standalone ones stay before others.
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, signature)| signature).collect()
}

/// Of the signatures that fit one of each key, and some of keys that are not known. `checks` are theirs,
/// one each; what is first in the order of the set stays, whatever came first.
fn kept(signatures: BTreeSet<Signature>, checks: &[SignatureCheck]) -> BTreeSet<Signature> {
    let (mut keys, mut unknown) = (BTreeSet::new(), 0);
    let pairs = signatures.into_iter().zip(checks);
    let mut stays = |check: &SignatureCheck| {
        if check.fault == Some(Fault::UnknownKey) {
            unknown += 1;
            return unknown <= MAX_UNKNOWN;
        }
        check.fits() && keys.insert(check.keyid.clone())
    };
    pairs.filter(|(_, check)| stays(check)).map(|(signature, _)| signature).collect()
}

/// Where a statement of a type and name is kept: one payload under two types is two statements.
pub(crate) fn key(kind: Kind, name: Digest) -> Digest {
    let mut bytes = kind.name().as_bytes().to_vec();
    bytes.push(0);
    bytes.extend_from_slice(&name.0);
    Digest::of(&bytes)
}
