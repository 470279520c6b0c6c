//! From the root that a receiver was given to the ring that it goes by.

use hinan_alert::life::Limits;

use crate::check::{RING_LIFE, least_threshold};
use crate::code::{Refusal, Refused};
use crate::decision::{Seen, check_seen};
use crate::envelope::Envelope;
use crate::hex::Digest;
use crate::kind::Kind;
use crate::signers::{Keys, Tally};
use crate::statement::{Counter, MachineKind, Quorum, Ring, Root, Statement};

const DAY: i64 = 86_400;

/// What a receiver trusts: the newest root that leads back to its first, and a ring under it.
#[derive(Clone, Debug)]
pub struct Trust {
    scope: Digest,
    /// Names of the roots so far; the first is the scope.
    chain: Vec<Digest>,
    root: Root,
    ring: Option<RingInForce>,
}

#[derive(Clone, Debug)]
struct RingInForce {
    /// The digest of the payload.
    name: Digest,
    envelope: Envelope,
    ring: Ring,
    keys: Keys,
}

/// How long ago the ring (or the root above it) ran out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RingAge {
    /// It holds.
    Fresh,
    /// At most 30 days ago: everything counts, with a note.
    Late,
    /// At most 400 days ago: only what enough persons signed counts.
    Old,
    /// Longer ago: hearsay.
    TooOld,
}

/// A document that was not taken, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotTaken {
    /// Root or ring.
    pub kind: Kind,
    /// Its number among those handed over, from 0.
    pub at: usize,
    /// Why.
    pub refused: Refused,
}

impl Trust {
    /// Begins with the first root, which has to be the one whose digest the receiver was given.
    pub fn begin(scope: Digest, root: &[u8]) -> Result<Trust, Refused> {
        let (envelope, root) = read_root(root)?;
        if envelope.name() != scope || root.n != 1 {
            return Err(Refusal::RootNotPinned.because(format!("it is {}", envelope.name())));
        }
        enough(&root.root, &envelope).map_err(|short| short.refused(Refusal::RootThresholdOwn))?;
        Ok(Trust { scope, chain: vec![scope], root, ring: None })
    }

    /// Begins with the first root and walks on: [`Trust::begin`], [`Trust::advance`].
    pub fn walk(
        scope: Digest,
        first: &[u8],
        roots: &[Vec<u8>],
        rings: &[Vec<u8>],
    ) -> Result<(Trust, Vec<NotTaken>), Refused> {
        Ok(Trust::begin(scope, first)?.advance(roots, rings))
    }

    /// Walks on, root by root, to the furthest one under which a ring holds, and to the newest such ring.
    /// Whatever is wrong with what is handed over, the last good root and ring stay; each document that
    /// was not taken is told. The order in which documents are handed over does not matter.
    ///
    /// A root is taken only together with a ring that holds under it or under one that follows, so that
    /// nobody loses the ring by being told half of the news.
    pub fn advance(&self, roots: &[Vec<u8>], rings: &[Vec<u8>]) -> (Trust, Vec<NotTaken>) {
        let mut not_taken = Vec::new();
        let mut read = Vec::new();
        for (at, bytes) in roots.iter().enumerate() {
            match read_root(bytes) {
                Ok((envelope, root)) => read.push((root.n, envelope.name(), at, envelope, root)),
                Err(refused) => not_taken.push(NotTaken { kind: Kind::Root, at, refused }),
            }
        }
        read.sort_by_key(|(n, name, at, ..)| (*n, *name, *at));
        // Every root that could be taken, one after the other; the first is the present one.
        let mut steps = vec![self.clone()];
        let mut walked = Vec::new();
        for (_, _, at, envelope, root) in read {
            let mut next = steps[steps.len() - 1].clone();
            let taken = next.take_root(&envelope, root);
            if next.chain.len() > steps[steps.len() - 1].chain.len() {
                steps.push(next);
            }
            walked.push((at, taken, steps.len() - 1));
        }
        let furthest = steps.iter().enumerate().rev().find_map(|(step, trust)| {
            let mut trust = trust.clone();
            let mut not_taken = Vec::new();
            trust.take_rings(rings, &mut not_taken);
            (trust.ring.is_some() || step == 0).then_some((step, trust, not_taken))
        });
        let (last, trust, rings_not_taken) = furthest.unwrap_or_else(|| (0, self.clone(), Vec::new()));
        for (at, taken, step) in walked {
            let refused = match taken {
                Err(refused) => refused,
                Ok(number) if step > last && number > trust.root.n => {
                    Refusal::RingMissing.because(format!("root {number}"))
                }
                Ok(_) => continue,
            };
            not_taken.push(NotTaken { kind: Kind::Root, at, refused });
        }
        not_taken.extend(rings_not_taken);
        (trust, not_taken)
    }

    /// Follows the chain by one root; gives its number.
    fn take_root(&mut self, envelope: &Envelope, root: Root) -> Result<u64, Refused> {
        let (name, at, number) = (envelope.name(), self.chain.len() as u64, root.n);
        if root.n <= at {
            let known = usize::try_from(root.n - 1).ok().and_then(|index| self.chain.get(index));
            let refused = Refusal::RootFork.because(format!("root {}", root.n));
            return if known == Some(&name) { Ok(number) } else { Err(refused) };
        }
        if root.n > at + 1 {
            return Err(Refusal::RootGap.because(format!("root {}, known up to {at}", root.n)));
        }
        if root.scope != Some(self.scope) {
            return Err(Refusal::OtherScope.into());
        }
        if root.world != self.root.world {
            return Err(Refusal::RootWorld.into());
        }
        enough(&self.root.root, envelope).map_err(|short| short.refused(Refusal::RootThresholdBefore))?;
        enough(&root.root, envelope).map_err(|short| short.refused(Refusal::RootThresholdOwn))?;
        self.chain.push(name);
        self.root = root;
        Ok(number)
    }

    /// Takes the newest ring that holds under the last root, the present one among the candidates.
    fn take_rings(&mut self, rings: &[Vec<u8>], not_taken: &mut Vec<NotTaken>) {
        let present = self.ring.take().filter(|ring| self.keepers_signed(&ring.envelope).is_ok());
        let mut best = present;
        let mut others = Vec::new();
        for (at, bytes) in rings.iter().enumerate() {
            match self.read_ring(bytes) {
                Err(refused) => not_taken.push(NotTaken { kind: Kind::Ring, at, refused }),
                Ok(ring) => others.push((at, ring)),
            }
        }
        // The newest first; of two with one number the one with the smaller name, on every receiver.
        let order = |ring: &RingInForce| (std::cmp::Reverse(ring.ring.counter()), ring.name);
        others.sort_by_key(|(_, ring)| order(ring));
        for (at, ring) in others {
            match &best {
                Some(known) if known.name == ring.name => {}
                Some(known) if order(known) < order(&ring) => {
                    let refused = Refusal::RingRolledBack.because(counter_words(&ring.ring));
                    not_taken.push(NotTaken { kind: Kind::Ring, at, refused });
                }
                _ => best = Some(ring),
            }
        }
        self.ring = best;
    }

    fn keepers_signed(&self, envelope: &Envelope) -> Result<(), Refused> {
        enough(&self.root.keepers, envelope).map_err(|short| short.refused(Refusal::RingThreshold))
    }

    fn read_ring(&self, bytes: &[u8]) -> Result<RingInForce, Refused> {
        let envelope = Envelope::read(bytes)?;
        if envelope.kind != Kind::Ring {
            return Err(Refusal::UnexpectedType.because(envelope.kind.name()));
        }
        self.keepers_signed(&envelope)?;
        let Statement::Ring(ring) = Statement::read(envelope.kind, &envelope.payload)? else {
            return Err(Refusal::UnexpectedType.into());
        };
        if ring.scope != self.scope {
            return Err(Refusal::OtherScope.into());
        }
        if ring.expires - ring.issued > RING_LIFE {
            return Err(Refusal::RingTooLong.into());
        }
        let thresholds = &ring.thresholds;
        let least = least_threshold(self.root.world);
        let all =
            [thresholds.alert, thresholds.cancel, thresholds.clear, thresholds.drill, thresholds.arming];
        if all.iter().any(|persons| *persons < least) {
            return Err(Refusal::BadStatement.because(format!("thresholds: at least {least} persons")));
        }
        let keys = Keys::of_ring(&ring);
        Ok(RingInForce { name: envelope.name(), envelope, ring, keys })
    }

    /// The digest of the first root: the same in everything that belongs together.
    pub fn scope(&self) -> Digest {
        self.scope
    }

    /// The newest root.
    pub fn root(&self) -> &Root {
        &self.root
    }

    /// The ring, where there is one.
    pub fn ring(&self) -> Option<&Ring> {
        self.ring.as_ref().map(|ring| &ring.ring)
    }

    /// What every count of signatures depends on: equal where root and ring are.
    pub(crate) fn version(&self) -> Option<(Digest, Digest)> {
        Some((*self.chain.last()?, self.ring.as_ref()?.name))
    }

    pub(crate) fn ring_and_keys(&self) -> Option<(&Ring, &Keys)> {
        self.ring.as_ref().map(|ring| (&ring.ring, &ring.keys))
    }

    /// How old the ring is; the root above it counts as well. Without a ring: too old.
    pub fn ring_age(&self, now: i64) -> RingAge {
        let Some(ring) = self.ring() else { return RingAge::TooOld };
        let past = now - ring.expires.min(self.root.expires);
        match () {
            () if past <= 0 => RingAge::Fresh,
            () if past <= 30 * DAY => RingAge::Late,
            () if past <= 400 * DAY => RingAge::Old,
            () => RingAge::TooOld,
        }
    }

    /// The time that a relay's `active` tells, for [`crate::Clock`]: nothing where the device has `seen` a
    /// later one of that relay, since a cache may hand out what is old. How long ago that very statement
    /// first came nobody can say but the device, which keeps it.
    pub fn relay_time(&self, envelope: &[u8], seen: &[Seen]) -> Result<RelayWord, Refused> {
        let envelope = Envelope::read(envelope)?;
        if envelope.kind != Kind::Active {
            return Err(Refusal::UnexpectedType.because(envelope.kind.name()));
        }
        let (ring, keys) = self.ring_and_keys().ok_or(Refusal::NoRing)?;
        let (_, fitting) = keys.check(envelope.kind, &envelope.payload, &envelope.signatures);
        if fitting.is_empty() {
            return Err(Refusal::NoValidSignature.into());
        }
        let statement = Statement::read(envelope.kind, &envelope.payload)?;
        if statement.scope() != Some(self.scope) {
            return Err(Refusal::OtherScope.into());
        }
        let counter = statement.counter().map_or_else(Counter::default, |(counter, _)| counter);
        ring.check_epoch(counter)?;
        let counts = fitting.iter().map(|fitting| &fitting.key).filter(|key| {
            key.fault_at(statement.issued()).is_none() && ring.grants_type(&key.holder, Kind::Active)
        });
        let tally = Tally::of(counts);
        let mut told = Err(Refusal::WrongHolder.into());
        for relay in tally.machines_of(MachineKind::Relay) {
            let machine = ring.machines.iter().find(|machine| machine.id == relay);
            told = check_seen(seen, Kind::Active, relay, counter).and_then(|()| {
                let operator = machine.ok_or(Refusal::WrongHolder)?.operator.clone();
                Ok(RelayWord { relay: relay.to_owned(), operator, issued: statement.issued(), counter })
            });
            if told.is_ok() {
                break;
            }
        }
        told
    }

    /// The times that the life of alerts goes by: the ring's own figures of what one officer may do.
    pub fn limits(&self) -> Limits {
        let solo = self.ring().map(|ring| ring.solo.clone()).unwrap_or_default();
        Limits {
            solo_life: solo.alert.unwrap_or_default(),
            solo_cancel_within: solo.cancel.unwrap_or_default(),
            ..Limits::default()
        }
    }

    /// When the ring was drafted: no clock below this is believed.
    pub fn ring_issued(&self) -> Option<i64> {
        self.ring().map(|ring| ring.issued)
    }
}

/// What a relay's `active` says of the time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelayWord {
    /// The relay.
    pub relay: String,
    /// Who runs it.
    pub operator: String,
    /// When it was issued; seconds since 1970.
    pub issued: i64,
    /// Its place among the words of that relay, to be kept as [`Seen`].
    pub counter: Counter,
}

fn counter_words(ring: &Ring) -> String {
    format!("epoch {}, number {}", ring.epoch, ring.n)
}

/// A root carries its own keys: it is read before its signatures are checked, by the same strict reader.
fn read_root(bytes: &[u8]) -> Result<(Envelope, Root), Refused> {
    let envelope = Envelope::read(bytes)?;
    match Statement::read(envelope.kind, &envelope.payload) {
        _ if envelope.kind != Kind::Root => Err(Refusal::UnexpectedType.because(envelope.kind.name())),
        Ok(Statement::Root(root)) => Ok((envelope, root)),
        Ok(_) => Err(Refusal::UnexpectedType.into()),
        Err(refused) => Err(refused),
    }
}

/// What is missing for a quorum.
enum Short {
    Persons { have: u64, want: u64 },
    Standalone,
}

impl Short {
    fn refused(self, code: Refusal) -> Refused {
        match self {
            Short::Persons { have, want } => code.because(format!("{have} of {want} persons")),
            Short::Standalone => Refusal::StandaloneMissing.into(),
        }
    }
}

/// Whether enough persons of a quorum have signed, one of them with a standalone signer.
fn enough(quorum: &Quorum, envelope: &Envelope) -> Result<(), Short> {
    let keys = Keys::of_quorum(quorum);
    let (_, fitting) = keys.check(envelope.kind, &envelope.payload, &envelope.signatures);
    let tally = Tally::of(fitting.iter().map(|fitting| &fitting.key));
    if tally.persons() < quorum.threshold {
        return Err(Short::Persons { have: tally.persons(), want: quorum.threshold });
    }
    if quorum.threshold >= 2 && !tally.is_standalone() { Err(Short::Standalone) } else { Ok(()) }
}
