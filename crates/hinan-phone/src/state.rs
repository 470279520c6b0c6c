//! What is trusted and what was received.

use std::collections::BTreeMap;

use hinan_trust::statement::Counter;
use hinan_trust::{
    Clock, Context, Decision, Digest, Envelope, Kind, NotTaken, Refused, RelayTime, Seen, ShelterWord,
    Statement, Store, Trust,
};

/// More roots or rings than any scope has.
pub const MOST_DOCUMENTS: usize = 4_096;
/// More heartbeats than relays.
pub const MOST_RELAYS: usize = 64;

/// A statement that is kept.
pub struct Kept {
    /// The message that it is bound to, once it has come.
    pub cap: Option<Vec<u8>>,
    /// When it was first seen here.
    pub first_seen: i64,
}

/// A heartbeat of a relay, and the seconds since it arrived.
pub struct Heartbeat {
    /// The envelope.
    pub active: Vec<u8>,
    /// Seconds.
    pub age: i64,
}

/// What is trusted and what was received.
pub struct Held {
    /// Whom to believe.
    pub trust: Trust,
    /// The first root, as it came.
    pub first: Vec<u8>,
    /// Roots that were taken since, as they came.
    pub roots: Vec<Vec<u8>>,
    /// The ring, as it came.
    pub ring: Option<Vec<u8>>,
    /// The statements.
    pub store: Store,
    /// What is known of each of them besides.
    pub kept: BTreeMap<(Kind, Digest), Kept>,
    /// The newest of the lines that must not go back.
    pub seen: BTreeMap<(Kind, String), Counter>,
    /// Which zone each shelter lies in, where a city is open: who closes many in one needs a second.
    pub shelter_zones: Option<Vec<(String, String)>>,
}

impl Held {
    /// Begins with the first root.
    pub fn begin(scope: Digest, root: Vec<u8>) -> Result<Held, Refused> {
        let trust = Trust::begin(scope, &root)?;
        Ok(Held {
            trust,
            first: root,
            roots: Vec::new(),
            ring: None,
            store: Store::new(),
            kept: BTreeMap::new(),
            seen: BTreeMap::new(),
            shelter_zones: None,
        })
    }

    /// Walks on from root to root and to the newest ring.
    pub fn advance(&mut self, roots: Vec<Vec<u8>>, rings: Vec<Vec<u8>>) -> Vec<NotTaken> {
        let (trust, not_taken) = self.trust.advance(&roots, &rings);
        let is_taken = |kind, at: usize| !not_taken.iter().any(|not| not.kind == kind && not.at == at);
        for (at, root) in roots.into_iter().enumerate() {
            if is_taken(Kind::Root, at) && root != self.first && !self.roots.contains(&root) {
                self.roots.push(root);
            }
        }
        let mut taken = rings.into_iter().enumerate().filter(|(at, _)| is_taken(Kind::Ring, *at));
        // All but the newest were not taken.
        if let Some((_, ring)) = taken.next_back() {
            self.ring = Some(ring);
        }
        self.trust = trust;
        not_taken
    }

    /// What time it is, by the device, the pack, the ring and the relays; and which operators' words
    /// counted.
    pub fn now(&mut self, device: i64, built: i64, heartbeats: Vec<Heartbeat>) -> (i64, Vec<String>) {
        let mut clock = Clock { device, built, ..Clock::default() };
        clock.ring_issued = self.trust.ring_issued().unwrap_or(clock.ring_issued);
        for heartbeat in heartbeats {
            let Ok(word) = self.trust.relay_time(&heartbeat.active, &self.seen_of(Kind::Active)) else {
                continue;
            };
            self.see(Kind::Active, word.relay, word.counter);
            clock.relays.push(RelayTime { operator: word.operator, issued: word.issued, age: heartbeat.age });
        }
        let mut operators: Vec<String> = clock.relays.iter().map(|relay| relay.operator.clone()).collect();
        operators.sort_unstable();
        operators.dedup();
        (clock.now(), operators)
    }

    fn see(&mut self, kind: Kind, name: String, counter: Counter) {
        let known = self.seen.entry((kind, name)).or_insert(counter);
        *known = (*known).max(counter);
    }

    fn seen_of(&self, kind: Kind) -> Vec<Seen> {
        let all = self.seen.iter().filter(|((known, _), _)| *known == kind);
        all.map(|((kind, name), counter)| Seen { kind: *kind, name: name.clone(), counter: *counter })
            .collect()
    }

    /// The circumstances of a decision at `now`.
    pub fn context(&self, now: i64) -> Context {
        let seen = [Kind::Pack, Kind::Region, Kind::App, Kind::Active].into_iter();
        Context { now, seen: seen.flat_map(|kind| self.seen_of(kind)).collect(), ..Context::default() }
    }

    /// Decides about a message and keeps it where it may be of use.
    pub fn receive(&mut self, envelope: &[u8], cap: Option<&[u8]>, first_seen: i64, now: i64) -> Received {
        let context = Context { first_seen: Some(first_seen), ..self.context(now) };
        let kind = Envelope::read(envelope).ok().map(|envelope| envelope.kind);
        let is_word = matches!(kind, Some(Kind::Danger | Kind::Status));
        let context = if is_word { self.with_zones(context) } else { context };
        let decision = self.store.receive(&self.trust, envelope, cap, &context);
        let key = decision.kind.zip(decision.name);
        let kept = key.is_some_and(|(kind, name)| self.store.envelope(&self.trust, kind, name).is_some());
        if let (Some(key), true) = (key, kept) {
            let known = self.kept.entry(key).or_insert(Kept { cap: None, first_seen });
            known.first_seen = known.first_seen.min(first_seen);
            let is_own = |cap: &&[u8]| {
                let said = decision.belief().and_then(|belief| belief.statement.cap());
                said.is_some_and(|said| said.sha256 == Digest::of(cap))
            };
            if let Some(cap) = cap.filter(is_own) {
                known.cap = Some(cap.to_vec());
            }
        }
        if let hinan_trust::Verdict::Believed(belief) = &decision.verdict
            && let Some((counter, line)) = belief.statement.counter()
            && matches!(belief.statement, Statement::Pack(_) | Statement::Region(_) | Statement::App(_))
            && let Some(kind) = decision.kind
        {
            self.see(kind, line.to_owned(), counter);
        }
        // What the store had no room for any more is forgotten here as well.
        if self.kept.len() > self.store.len() {
            let (store, trust) = (&self.store, &self.trust);
            self.kept.retain(|(kind, name), _| store.envelope(trust, *kind, *name).is_some());
        }
        Received { decision, kept }
    }

    /// What signed words say of shelters, by id.
    pub fn shelter_words(&self, now: i64) -> BTreeMap<String, ShelterWord> {
        self.store.shelters(&self.trust, &self.with_zones(self.context(now)))
    }

    fn with_zones(&self, context: Context) -> Context {
        Context { shelter_zones: self.shelter_zones.clone(), ..context }
    }
}

/// What became of a message.
pub struct Received {
    /// The decision.
    pub decision: Decision,
    /// Whether it is kept.
    pub kept: bool,
}
