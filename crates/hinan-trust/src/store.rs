//! The statements that a receiver has, whatever they turn out to be worth.

use std::collections::{BTreeMap, BTreeSet};

use hinan_alert::Notice;

use crate::code::{Fault, Refusal, Refused};
use crate::decision::{Context, Decision, Verdict};
use crate::envelope::{Envelope, Signature};
use crate::hex::Digest;
use crate::judge::{Counted, Judge};
use crate::kind::Kind;
use crate::signers::SignatureCheck;
use crate::statement::{Counter, ShelterEntry, ShelterState, Statement};
use crate::trust::Trust;

/// How many statements are kept at once.
pub const MAX_STATEMENTS: usize = 10_000;
/// How many signatures of one statement are kept: more than [`crate::envelope::MAX_SIGNATURES`], since
/// envelopes of one statement merge.
const MAX_KEPT_SIGNATURES: usize = 64;
/// How many bytes of CAP messages are kept at once.
const MAX_CAP_BYTES: usize = 256 << 20;

/// Statements by name, the signatures over each, and the CAP messages that belong to them. What it
/// holds is a set: nothing depends on the order in which things came.
#[derive(Clone, Debug, Default)]
pub struct Store {
    entries: BTreeMap<Digest, Entry>,
    caps: BTreeMap<Digest, Vec<u8>>,
    cap_bytes: usize,
    /// Signatures that were counted under a root and ring: a convenience, not part of what is kept.
    counted: BTreeMap<Digest, Counted>,
    counted_under: Option<(Digest, Digest)>,
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
    counted: BTreeMap<Digest, Counted>,
    /// Whether the CAP message that came with it is its own, whatever that says.
    is_bound: bool,
}

impl Entry {
    fn of(envelope: Envelope) -> Entry {
        let signatures = envelope.signatures.into_iter().collect();
        Entry { kind: envelope.kind, payload: envelope.payload, signatures }
    }
}

impl Store {
    /// An empty store.
    pub fn new() -> Store {
        Store::default()
    }

    /// How many statements it holds.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Keeps an envelope, merged with what is known of its statement; nothing is checked but its form.
    pub fn add(&mut self, envelope: &[u8]) -> Result<Digest, Refused> {
        self.insert(Envelope::read(envelope)?)
    }

    fn insert(&mut self, envelope: Envelope) -> Result<Digest, Refused> {
        // The type goes into the key: one payload under two types is two statements.
        let key = key_of(envelope.kind, &envelope.payload);
        let Some(entry) = self.entries.get_mut(&key) else {
            if self.entries.len() >= MAX_STATEMENTS {
                return Err(Refusal::StoreFull.into());
            }
            self.entries.insert(key, Entry::of(envelope));
            return Ok(key);
        };
        self.counted.remove(&key);
        for signature in envelope.signatures {
            if entry.signatures.len() < MAX_KEPT_SIGNATURES {
                entry.signatures.insert(signature);
            } else if !entry.signatures.contains(&signature) {
                return Err(
                    Refusal::TooManySignatures.because(format!("{MAX_KEPT_SIGNATURES} are kept already"))
                );
            }
        }
        Ok(key)
    }

    /// Keeps the bytes of a CAP message, under their digest.
    pub fn add_cap(&mut self, bytes: Vec<u8>) -> Result<Digest, Refused> {
        let digest = Digest::of(&bytes);
        if self.caps.contains_key(&digest) {
            return Ok(digest);
        }
        if bytes.len() > MAX_CAP_BYTES.saturating_sub(self.cap_bytes) {
            return Err(Refusal::StoreFull.because("CAP messages"));
        }
        self.cap_bytes += bytes.len();
        self.caps.insert(digest, bytes);
        Ok(digest)
    }

    pub(crate) fn cap(&self, digest: Digest) -> Option<&[u8]> {
        self.caps.get(&digest).map(Vec::as_slice)
    }

    /// What was counted of a statement under this very root and ring.
    pub(crate) fn counted(&self, trust: &Trust, key: Digest) -> Option<&Counted> {
        (self.counted_under == trust.version()).then(|| self.counted.get(&key)).flatten()
    }

    pub(crate) fn get(&self, key: Digest) -> Option<&Entry> {
        self.entries.get(&key)
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = Digest> {
        self.entries.keys().copied()
    }

    /// Decides about an envelope in the light of all that is kept. Nothing is kept of it.
    pub fn decide(&self, trust: &Trust, envelope: &[u8], cap: Option<&[u8]>, context: &Context) -> Decision {
        self.judged(trust, envelope, cap, context).map_or_else(Decision::refused, |judged| judged.decision)
    }

    /// Decides about an envelope and keeps it, with its CAP message, where any signature fits: a second
    /// signature, the message or a ring may still come. Signatures that fit never give way to others.
    pub fn receive(
        &mut self,
        trust: &Trust,
        envelope: &[u8],
        cap: Option<&[u8]>,
        context: &Context,
    ) -> Decision {
        let Judged { mut decision, key, mut entry, counted, is_bound } =
            match self.judged(trust, envelope, cap, context) {
                Ok(judged) => judged,
                Err(refused) => return Decision::refused(refused),
            };
        self.remember(trust, counted);
        if !decision.signatures.iter().any(SignatureCheck::fits) {
            return decision;
        }
        if !self.entries.contains_key(&key) && self.entries.len() >= MAX_STATEMENTS {
            decision.verdict = Verdict::Refused(Refusal::StoreFull.into());
            return decision;
        }
        // Checks are in the order of the set.
        let mut room = MAX_KEPT_SIGNATURES;
        let mut keep = |wanted: fn(&SignatureCheck) -> bool| -> BTreeSet<Signature> {
            let all = entry.signatures.iter().zip(&decision.signatures);
            let kept: BTreeSet<_> = all
                .filter(|(_, check)| wanted(check))
                .map(|(signature, _)| signature.clone())
                .take(room)
                .collect();
            room -= kept.len();
            kept
        };
        let mut signatures = keep(SignatureCheck::fits);
        signatures.extend(keep(|check| check.fault == Some(Fault::UnknownKey)));
        entry.signatures = signatures;
        self.entries.insert(key, entry);
        self.counted.remove(&key);
        if let (Some(cap), true) = (cap, is_bound) {
            // Where there is no room, the statement stays without its message and says so later.
            let _ = self.add_cap(cap.to_vec());
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
        let key = key_of(envelope.kind, &envelope.payload);
        let mut entry = Entry::of(envelope);
        if let Some(known) = self.entries.get(&key) {
            entry.signatures.extend(known.signatures.iter().cloned());
        }
        let judge = Judge::with(trust, self, key, &entry).ok_or(Refusal::NoRing)?;
        let decision = judge.decide(key, cap, context);
        let is_bound = cap.is_some_and(|cap| judge.is_bound_to(key, cap));
        let mut counted = judge.into_counted();
        // What this envelope adds may not be kept.
        counted.remove(&key);
        Ok(Judged { decision, key, entry, counted, is_bound })
    }

    fn remember(&mut self, trust: &Trust, counted: BTreeMap<Digest, Counted>) {
        if self.counted_under != trust.version() {
            self.counted.clear();
            self.counted_under = trust.version();
        }
        self.counted.extend(counted.into_iter().filter(|(key, _)| self.entries.contains_key(key)));
    }

    /// What is kept, as the life of alerts wants it: every alert, drill, cancel and all clear that is
    /// believed or held, by name. A function of what is kept, of the ring and of the time.
    pub fn notices(&self, trust: &Trust, now: i64) -> Vec<Notice> {
        let Some(judge) = Judge::new(trust, self) else { return Vec::new() };
        let mut notices: Vec<_> = self.entries.keys().filter_map(|key| judge.notice(*key, now)).collect();
        notices.sort_by_key(|notice| notice.name);
        notices
    }

    /// What is said of shelters, by id: of every shelter the word with the greatest counter, of two with
    /// the same the sterner. The danger list outranks everything: what is closed on it stays closed until
    /// two persons open it there, whatever a warden finds.
    pub fn shelters(&self, trust: &Trust, context: &Context) -> BTreeMap<String, ShelterWord> {
        let Some(judge) = Judge::new(trust, self) else { return BTreeMap::new() };
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
            let Verdict::Believed(belief) = judge.decide(*key, None, context).verdict else { continue };
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

    /// An envelope of a statement with all signatures that are kept, at most
    /// [`crate::envelope::MAX_SIGNATURES`]: what a relay hands on.
    pub fn envelope(&self, name: Digest) -> Option<Envelope> {
        let entry = Kind::ALL.into_iter().find_map(|kind| self.get(key(kind, name)))?;
        let signatures = entry.signatures.iter().take(crate::envelope::MAX_SIGNATURES).cloned().collect();
        Some(Envelope { kind: entry.kind, payload: entry.payload.clone(), signatures })
    }
}

fn key_of(kind: Kind, payload: &[u8]) -> Digest {
    key(kind, Digest::of(payload))
}

/// Where a statement of a type and name is kept.
pub(crate) fn key(kind: Kind, name: Digest) -> Digest {
    let mut bytes = kind.name().as_bytes().to_vec();
    bytes.push(0);
    bytes.extend_from_slice(&name.0);
    Digest::of(&bytes)
}
