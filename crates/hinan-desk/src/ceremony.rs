//! Roots and rings: drafting them, and the next one from the last.
//!
//! Nothing here is done over the network or by one person: a draft is a file that goes from one
//! holder to the next, each of whom sees the same four words and signs the same bytes. What a receiver
//! makes of it, `hinan_trust::Trust` says.

use hinan_trust::hex::HexBytes;
use hinan_trust::statement::{
    Algorithm, Machine, MachineKind, Person, Quorum, QuorumKey, Right, Ring, RingKey, Root, VERSION,
    WorldName,
};
use hinan_trust::{Digest, Envelope, Hex, Kind, Refused};

use crate::draft::Stamp;
use crate::keys::PublicKey;

/// The custom for roots, in seconds: two years.
pub const ROOT_LIFE: i64 = 730 * 86_400;
/// The custom for rings, in seconds: a quarter and a month. They may hold for 400 days.
pub const RING_LIFE: i64 = 120 * 86_400;

/// A person's key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// What root or ring calls the person.
    pub person: String,
    /// The key.
    pub key: PublicKey,
    /// Whether the key signs in a program of its own; the local one does.
    pub standalone: bool,
}

/// Persons of whom `threshold` have to sign.
pub fn quorum(threshold: u64, holders: &[Holder]) -> Quorum {
    let key = |holder: &Holder| QuorumKey {
        person: holder.person.clone(),
        public: Hex(holder.key.public.0),
        standalone: holder.standalone,
    };
    Quorum { threshold, keys: holders.iter().map(key).collect() }
}

/// Drafts the first root. Its name becomes the scope that posters show.
///
/// # Errors
/// What receivers would refuse: too few persons, one key twice.
pub fn first_root(
    stamp: Stamp,
    world: WorldName,
    root: Quorum,
    keepers: Quorum,
) -> Result<Envelope, Refused> {
    let expires = stamp.issued + ROOT_LIFE;
    let root = Root {
        v: VERSION,
        scope: None,
        id: stamp.id,
        issued: stamp.issued,
        n: 1,
        world,
        expires,
        root,
        keepers,
        ext: None,
    };
    hinan_trust::Statement::Root(root).envelope()
}

/// Drafts the root after `last`, with other holders. Enough persons of the last one *and* of this one
/// sign it.
///
/// # Errors
/// What receivers would refuse.
pub fn next_root(
    stamp: Stamp,
    scope: Digest,
    last: &Root,
    root: Quorum,
    keepers: Quorum,
) -> Result<Envelope, Refused> {
    let next = Root {
        v: VERSION,
        scope: Some(scope),
        id: stamp.id,
        issued: stamp.issued,
        n: last.n + 1,
        world: last.world,
        expires: stamp.issued + ROOT_LIFE,
        root,
        keepers,
        ext: None,
    };
    hinan_trust::Statement::Root(next).envelope()
}

/// A ring to be drafted: what it holds, without what is counted and dated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RingPlan {
    ring: Ring,
}

impl RingPlan {
    /// An empty first ring of a scope, with the custom's thresholds, lives and caps, and nothing that
    /// one officer may do alone.
    pub fn first(scope: Digest) -> RingPlan {
        let ring = Ring {
            v: VERSION,
            scope,
            id: Hex([0; 16]),
            issued: 0,
            epoch: 1,
            n: 1,
            expires: 0,
            persons: Vec::new(),
            machines: Vec::new(),
            keys: Vec::new(),
            rights: Vec::new(),
            thresholds: Default::default(),
            life: Default::default(),
            solo: Default::default(),
            arming: Default::default(),
            ext: None,
        };
        RingPlan { ring }
    }

    /// The ring after `last`, with all that it had.
    pub fn after(last: &Ring) -> RingPlan {
        let mut ring = last.clone();
        ring.n += 1;
        RingPlan { ring }
    }

    /// The ring, to be looked at or changed in what has no function of its own here.
    pub fn ring_mut(&mut self) -> &mut Ring {
        &mut self.ring
    }

    /// Adds a key, and its person where they are new.
    #[must_use]
    pub fn with_person(mut self, holder: &Holder) -> RingPlan {
        let label = holder.key.label.clone();
        if !self.ring.persons.iter().any(|person| person.id == holder.person) {
            self.ring.persons.push(Person { id: holder.person.clone(), name: Some(label) });
        }
        self.with_key(&holder.person, &holder.key, holder.standalone)
    }

    /// Adds a machine with its key.
    #[must_use]
    pub fn with_machine(mut self, id: &str, kind: MachineKind, operator: &str, key: &PublicKey) -> RingPlan {
        self.ring.machines.push(Machine { id: id.to_owned(), kind, operator: operator.to_owned() });
        self.with_key(id, key, true)
    }

    fn with_key(mut self, holder: &str, key: &PublicKey, standalone: bool) -> RingPlan {
        self.ring.keys.push(RingKey {
            holder: holder.to_owned(),
            alg: Algorithm::Ed25519,
            public: HexBytes(key.public.0.to_vec()),
            standalone,
            origins: Vec::new(),
            retired: None,
            compromised: false,
        });
        self
    }

    /// Gives persons the rights of officers: to alert, update, call back, end and practise every hazard
    /// at every stage in `zones` (`*`: all of them and what is drawn), and to arm.
    #[must_use]
    pub fn with_officers(mut self, who: &[&str], zones: &[&str]) -> RingPlan {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<String>>();
        self.ring.rights.push(Right {
            who: owned(who),
            types: vec![Kind::Alert, Kind::Cancel, Kind::Clear, Kind::Drill, Kind::Arming],
            stages: owned(&["*"]),
            hazards: owned(&["*"]),
            zones: owned(zones),
            shelters: Vec::new(),
        });
        self
    }

    /// One officer alone: an alert of at most `alert` seconds, a hold within `cancel` seconds.
    #[must_use]
    pub fn with_solo(mut self, alert: Option<i64>, cancel: Option<i64>) -> RingPlan {
        self.ring.solo.alert = alert;
        self.ring.solo.cancel = cancel;
        self
    }

    /// A key that was handed back or lost without harm: what it signed before `from` (seconds since
    /// 1970) counts, nothing that is issued later.
    #[must_use]
    pub fn retire(self, key: &PublicKey, from: i64) -> RingPlan {
        self.change(key, |found| found.retired = Some(found.retired.map_or(from, |known| known.min(from))))
    }

    /// A key that others may have: nothing that it signed counts, whenever that was.
    #[must_use]
    pub fn compromise(self, key: &PublicKey) -> RingPlan {
        self.change(key, |found| found.compromised = true)
    }

    fn change(mut self, key: &PublicKey, change: impl Fn(&mut RingKey)) -> RingPlan {
        self.ring.keys.iter_mut().filter(|found| found.public.0 == key.public.0).for_each(change);
        self
    }

    /// A new epoch: all counters of status, danger and packs begin anew. It heals a counter that an
    /// attacker or a mistake ran far ahead.
    #[must_use]
    pub fn new_epoch(mut self) -> RingPlan {
        self.ring.epoch += 1;
        self.ring.n = 1;
        self
    }

    /// Drafts it; it holds for `life` seconds from now.
    ///
    /// # Errors
    /// What receivers would refuse.
    pub fn draft(mut self, stamp: Stamp, life: i64) -> Result<Envelope, Refused> {
        self.ring.id = stamp.id;
        self.ring.issued = stamp.issued;
        self.ring.expires = stamp.issued + life;
        hinan_trust::Statement::Ring(self.ring).envelope()
    }
}
