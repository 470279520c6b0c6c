//! Who pays for what is kept: whoever signs fills places of their own, and nobody else's.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::hex::{Digest, Id};
use crate::kind::Kind;
use crate::statement::Statement;

/// A place holds a statement, or as much of a CAP message.
const BYTES_A_PLACE: u64 = 64 * 1024;

/// How much a [`crate::Store`] keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// How many statements that two counting persons signed.
    pub by_two: usize,
    /// How many places each holder of a key has for all others.
    pub places: u64,
}

impl Default for Room {
    fn default() -> Room {
        Room { by_two: 10_000, places: 256 }
    }
}

/// What a statement takes, and of whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Charge {
    pub(crate) issued: i64,
    pub(crate) name: Digest,
    pub(crate) places: u64,
    /// Whether two persons count: then nobody is charged.
    pub(crate) by_two: bool,
    /// Whose signatures fit.
    pub(crate) holders: BTreeSet<String>,
    /// The message that it is bound to.
    pub(crate) message: Option<Digest>,
    pub(crate) kind: Kind,
    pub(crate) id: Id,
}

/// The places of a statement: one, and another for each 64 KiB begun of the message that it is bound
/// to, whether that is here or not.
pub(crate) fn places_of(statement: &Statement) -> u64 {
    1 + statement.cap().map_or(0, |cap| cap.len.div_ceil(BYTES_A_PLACE))
}

/// Who comes first: the last issued, of two the smaller name.
type Rank = (Reverse<i64>, Digest, Digest);

/// The charges of all that is kept. What stays depends on the charges alone: a statement is in the way of
/// those that come behind it only, so that one that was dropped is never missed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    charges: BTreeMap<Digest, Charge>,
    by_two: BTreeSet<Rank>,
    of: BTreeMap<String, BTreeSet<Rank>>,
    ids: BTreeMap<(Kind, Id), BTreeSet<Digest>>,
}

fn rank(key: Digest, charge: &Charge) -> Rank {
    (Reverse(charge.issued), charge.name, key)
}

impl Places {
    /// Charges for a statement, in the place of what it was charged before.
    pub(crate) fn put(&mut self, key: Digest, charge: Charge) {
        self.remove(key);
        let rank = rank(key, &charge);
        if charge.by_two {
            self.by_two.insert(rank);
        } else {
            for holder in &charge.holders {
                self.of.entry(holder.clone()).or_default().insert(rank);
            }
        }
        self.ids.entry((charge.kind, charge.id)).or_default().insert(key);
        self.charges.insert(key, charge);
    }

    /// Charges no more for a statement; gives what was charged.
    pub(crate) fn remove(&mut self, key: Digest) -> Option<Charge> {
        let charge = self.charges.remove(&key)?;
        let (rank, id) = (rank(key, &charge), (charge.kind, charge.id));
        self.by_two.remove(&rank);
        if let Some(keys) = self.ids.get_mut(&id) {
            keys.remove(&key);
            if keys.is_empty() {
                self.ids.remove(&id);
            }
        }
        for holder in &charge.holders {
            if let Some(ranks) = self.of.get_mut(holder) {
                ranks.remove(&rank);
            }
        }
        Some(charge)
    }

    /// The statements of a type that have an id.
    pub(crate) fn with_id(&self, kind: Kind, id: Id) -> impl Iterator<Item = Digest> {
        self.ids.get(&(kind, id)).into_iter().flatten().copied()
    }

    /// What has no place any more beside the statement of `key`.
    pub(crate) fn pushed_out_by(&self, key: Digest, room: Room) -> Vec<Digest> {
        let Some(charge) = self.charges.get(&key) else { return Vec::new() };
        if charge.by_two {
            return self.by_two.iter().skip(room.by_two).map(|(.., key)| *key).collect();
        }
        let behind: BTreeSet<_> =
            charge.holders.iter().flat_map(|holder| self.without_place(holder, room)).collect();
        let has_place = |key: &Digest| {
            let Some(charge) = self.charges.get(key) else { return false };
            charge.holders.iter().any(|holder| !self.without_place(holder, room).any(|other| other == *key))
        };
        behind.into_iter().filter(|key| !has_place(key)).collect()
    }

    /// The statements of a holder that come behind those that take all places.
    fn without_place(&self, holder: &str, room: Room) -> impl Iterator<Item = Digest> {
        let mut taken = 0_u64;
        self.of.get(holder).into_iter().flatten().filter_map(move |(.., key)| {
            let is_behind = taken >= room.places;
            taken = taken.saturating_add(self.charges.get(key).map_or(0, |charge| charge.places));
            is_behind.then_some(*key)
        })
    }
}
