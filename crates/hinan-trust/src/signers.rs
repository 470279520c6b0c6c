//! Who has signed an envelope: keys, the persons and machines that have them, and what they may sign.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::code::{Fault, Refusal, Refused};
use crate::envelope::{Signature, pae};
use crate::key::{Verifier, key_id, signature_bytes};
use crate::kind::Kind;
use crate::statement::{Algorithm, Counter, MachineKind, Quorum, Right, Ring};

/// A key that may count, with what the ring (or root) says of it.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    pub(crate) holder: String,
    /// `None` for a person.
    pub(crate) machine: Option<MachineKind>,
    pub(crate) standalone: bool,
    algorithm: Algorithm,
    verifier: Option<Verifier>,
    retired: Option<i64>,
    compromised: bool,
}

/// Keys by name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keys(BTreeMap<String, Arc<Key>>);

/// What became of one signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureCheck {
    /// The key that it names.
    pub keyid: String,
    /// Whose key that is, where it is known.
    pub holder: Option<String>,
    /// Why it does not count; `None` where it does.
    pub fault: Option<Fault>,
}

impl SignatureCheck {
    /// Whether it is over these bytes by a key that is known, whatever else it lacks.
    pub fn fits(&self) -> bool {
        use Fault::{Malformed, UnknownKey, WeakKey, WebAuthn, Wrong};
        !matches!(self.fault, Some(Malformed | UnknownKey | WeakKey | WebAuthn | Wrong))
    }
}

/// A signature that fits the bytes, by a key that is known.
#[derive(Clone, Debug)]
pub(crate) struct Fitting {
    /// Which signature of the envelope.
    pub(crate) at: usize,
    pub(crate) key: Arc<Key>,
}

impl Keys {
    pub(crate) fn get(&self, keyid: &str) -> Option<&Key> {
        self.0.get(keyid).map(Arc::as_ref)
    }

    /// The keys of a root's quorum.
    pub(crate) fn of_quorum(quorum: &Quorum) -> Keys {
        let keys = quorum.keys.iter().map(|key| {
            let known = Key {
                holder: key.person.clone(),
                machine: None,
                standalone: key.standalone,
                algorithm: Algorithm::Ed25519,
                verifier: Verifier::new(&key.public.0),
                retired: None,
                compromised: false,
            };
            (key_id(&key.public.0), Arc::new(known))
        });
        Keys(keys.collect())
    }

    /// The keys of a ring.
    pub(crate) fn of_ring(ring: &Ring) -> Keys {
        let machines: BTreeMap<_, _> =
            ring.machines.iter().map(|machine| (machine.id.as_str(), machine.kind)).collect();
        let keys = ring.keys.iter().map(|key| {
            let known = Key {
                holder: key.holder.clone(),
                machine: machines.get(key.holder.as_str()).copied(),
                standalone: key.standalone,
                algorithm: key.alg,
                verifier: Verifier::new(&key.public.0),
                retired: key.retired,
                compromised: key.compromised,
            };
            (key_id(&key.public.0), Arc::new(known))
        });
        Keys(keys.collect())
    }

    /// Checks every signature over a payload with the key that it names. Nothing of the payload is
    /// read for that.
    pub(crate) fn check<'a>(
        &self,
        kind: Kind,
        payload: &[u8],
        signatures: impl IntoIterator<Item = &'a Signature>,
    ) -> (Vec<SignatureCheck>, Vec<Fitting>) {
        let message = pae(&kind.payload_type(), payload);
        let (mut checks, mut fitting) = (Vec::new(), Vec::new());
        for (at, signature) in signatures.into_iter().enumerate() {
            let key = self.0.get(&signature.keyid);
            let fault = fault_of(key.map(Arc::as_ref), signature, &message);
            let fits = key.filter(|_| fault.is_none());
            fitting.extend(fits.map(|key| Fitting { at, key: Arc::clone(key) }));
            let holder = key.map(|key| key.holder.clone());
            checks.push(SignatureCheck { keyid: signature.keyid.clone(), holder, fault });
        }
        (checks, fitting)
    }
}

fn fault_of(key: Option<&Key>, signature: &Signature, message: &[u8]) -> Option<Fault> {
    let Some(key) = key else { return Some(Fault::UnknownKey) };
    if key.algorithm != Algorithm::Ed25519 || signature.wa.is_some() {
        return Some(Fault::WebAuthn);
    }
    let Some(verifier) = &key.verifier else { return Some(Fault::WeakKey) };
    let Some(bytes) = signature_bytes(&signature.bytes) else { return Some(Fault::Malformed) };
    (!verifier.verifies(message, &bytes)).then_some(Fault::Wrong)
}

impl Key {
    /// Whether it was retired by then.
    pub(crate) fn is_retired_at(&self, issued: i64) -> bool {
        self.retired.is_some_and(|retired| issued >= retired)
    }

    /// Why a signature of this key over something issued then does not count.
    pub(crate) fn fault_at(&self, issued: i64) -> Option<Fault> {
        if self.compromised {
            return Some(Fault::Compromised);
        }
        self.is_retired_at(issued).then_some(Fault::Retired)
    }
}

/// Those who count, each once however many keys they have.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally<'a> {
    /// Whether any of their keys is standalone goes with them.
    persons: BTreeMap<&'a str, bool>,
    machines: BTreeMap<&'a str, MachineKind>,
}

impl<'a> Tally<'a> {
    /// Counts keys.
    pub(crate) fn of(keys: impl IntoIterator<Item = &'a Arc<Key>>) -> Tally<'a> {
        let mut tally = Tally::default();
        for key in keys {
            match key.machine {
                Some(kind) => {
                    tally.machines.insert(&key.holder, kind);
                }
                None => tally.add_person(&key.holder, key.standalone),
            }
        }
        tally
    }

    /// Counts a person.
    pub(crate) fn add_person(&mut self, name: &'a str, standalone: bool) {
        *self.persons.entry(name).or_default() |= standalone;
    }

    /// Persons, and whether any of their keys is standalone.
    pub(crate) fn standalone_by_person(&self) -> BTreeMap<String, bool> {
        self.persons.iter().map(|(name, standalone)| ((*name).to_owned(), *standalone)).collect()
    }

    pub(crate) fn persons(&self) -> u64 {
        self.persons.len() as u64
    }

    pub(crate) fn names(&self) -> BTreeSet<&'a str> {
        self.persons.keys().copied().collect()
    }

    /// Persons and machines of a kind.
    pub(crate) fn holders(&self, kind: MachineKind) -> BTreeSet<&'a str> {
        self.names().into_iter().chain(self.machines_of(kind)).collect()
    }

    pub(crate) fn machines_of(&self, kind: MachineKind) -> impl Iterator<Item = &'a str> {
        self.machines.iter().filter(move |(_, other)| **other == kind).map(|(name, _)| *name)
    }

    /// Whether anybody signed in a program of their own.
    pub(crate) fn is_standalone(&self) -> bool {
        self.persons.values().any(|standalone| *standalone)
    }
}

/// What a signature has to be allowed to say.
#[derive(Clone, Debug)]
pub(crate) enum Need {
    /// Nothing beyond the type.
    Type,
    /// Every combination of these.
    Warning { stages: Vec<&'static str>, hazards: Vec<&'static str>, zones: Vec<String> },
    /// Each of these shelters.
    Shelters(Vec<String>),
}

fn lists(list: &[String], item: &str) -> bool {
    list.iter().any(|name| name == "*" || name == item)
}

impl Ring {
    /// Only the ring begins an epoch.
    pub(crate) fn check_epoch(&self, counter: Counter) -> Result<(), Refused> {
        if counter.epoch > self.epoch {
            let detail = format!("epoch {}, the ring's is {}", counter.epoch, self.epoch);
            return Err(Refusal::EpochAhead.because(detail));
        }
        Ok(())
    }

    /// Whether any right lets a holder sign a type.
    pub(crate) fn grants_type(&self, holder: &str, kind: Kind) -> bool {
        self.rights_of(holder, kind).next().is_some()
    }

    /// Whether a holder's rights cover all that is needed, each combination by any of them.
    pub(crate) fn grants(&self, holder: &str, kind: Kind, need: &Need) -> bool {
        let rights: Vec<_> = self.rights_of(holder, kind).collect();
        match need {
            Need::Type => !rights.is_empty(),
            Need::Shelters(shelters) => {
                shelters.iter().all(|shelter| rights.iter().any(|right| lists(&right.shelters, shelter)))
            }
            Need::Warning { stages, hazards, zones } => {
                let covers = |stage: &str, hazard: &str, zone: &str| {
                    rights.iter().any(|right| {
                        lists(&right.stages, stage)
                            && lists(&right.hazards, hazard)
                            && lists(&right.zones, zone)
                    })
                };
                stages.iter().all(|stage| {
                    hazards.iter().all(|hazard| zones.iter().all(|zone| covers(stage, hazard, zone)))
                })
            }
        }
    }

    fn rights_of<'a>(&'a self, holder: &str, kind: Kind) -> impl Iterator<Item = &'a Right> {
        self.rights
            .iter()
            .filter(move |right| right.types.contains(&kind) && right.who.iter().any(|who| who == holder))
    }
}
