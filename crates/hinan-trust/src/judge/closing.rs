//! How many shelters one person may close alone.

use std::collections::{BTreeMap, BTreeSet};

use super::Judge;
use super::count::Signed;
use super::look::STATUS_LIFE;
use super::strength::enough;
use crate::code::Refused;
use crate::hex::Digest;
use crate::kind::Kind;
use crate::signers::Tally;
use crate::statement::{Counter, ShelterEntry, ShelterState, Statement};

/// What each person has closed alone, word by word.
#[derive(Debug, Default)]
pub(super) struct Closings {
    words: BTreeMap<(Kind, String), Vec<Word>>,
}

/// The shelters that one statement closes.
#[derive(Clone, Debug)]
struct Word {
    counter: Counter,
    name: Digest,
    issued: i64,
    closed: Closed,
}

/// Shelters, where zones are known by their place in the list of those; else only whether they are
/// more than one, for which the first and the last by name are enough.
#[derive(Clone, Debug)]
enum Closed {
    Places(BTreeSet<usize>),
    Names(Option<(String, String)>),
}

impl Closed {
    fn add(&mut self, other: &Closed) {
        match (self, other) {
            (Closed::Places(own), Closed::Places(other)) => own.extend(other),
            (Closed::Names(Some((first, last))), Closed::Names(Some((other_first, other_last)))) => {
                first.clone_from(&(&*first).min(other_first).clone());
                last.clone_from(&(&*last).max(other_last).clone());
            }
            (Closed::Names(own @ None), Closed::Names(other)) => own.clone_from(other),
            _ => {}
        }
    }
}

impl Judge<'_> {
    /// Whether enough persons close (or open again) these shelters.
    pub(super) fn shelters_closed(&self, signed: &Signed, tally: &Tally<'_>) -> Result<(), Refused> {
        let by_two = enough(tally, 2);
        let kind = signed.statement.kind();
        let entries = shelters_of(&signed.statement);
        let opens_again =
            kind == Kind::Danger && entries.iter().any(|entry| entry.state == ShelterState::Open);
        if by_two.is_ok() || opens_again {
            return by_two;
        }
        enough(tally, 1)?;
        let own = self.word(signed);
        let may = |person: &&str| !closes(kind, entries) || !self.is_too_much(&own, kind, person);
        if tally.names().iter().any(may) { Ok(()) } else { by_two }
    }

    fn word(&self, signed: &Signed) -> Word {
        let (kind, entries) = (signed.statement.kind(), shelters_of(&signed.statement));
        let closed = entries.iter().filter(|entry| is_closed(kind, entry.state)).map(|entry| &entry.shelter);
        let closed = match &self.zones {
            Some(zones) => Closed::Places(closed.flat_map(|it| zones.places_of(it)).collect()),
            None => {
                let (first, last) = (closed.clone().min(), closed.max());
                Closed::Names(first.cloned().zip(last.cloned()))
            }
        };
        let counter = signed.statement.counter().map_or_else(Counter::default, |(counter, _)| counter);
        Word { counter, name: signed.name, issued: signed.statement.issued(), closed }
    }

    /// Whether a person has closed too much with this word, all instalments together.
    fn is_too_much(&self, own: &Word, kind: Kind, person: &str) -> bool {
        let closings = self.closings.get_or_init(|| self.find_closings());
        let words = closings.words.get(&(kind, person.to_owned()));
        let is_instalment = |word: &&Word| {
            word.counter.epoch == own.counter.epoch
                && (word.counter, word.name) < (own.counter, own.name)
                && (kind == Kind::Danger || word.issued >= own.issued - STATUS_LIFE)
        };
        let mut closed = own.closed.clone();
        for word in words.into_iter().flatten().filter(is_instalment) {
            closed.add(&word.closed);
            if matches!((&closed, &self.zones), (Closed::Places(it), Some(zones)) if it.len() > zones.most) {
                return true;
            }
        }
        match (&closed, &self.zones) {
            (Closed::Places(places), Some(zones)) => zones.is_too_much(places),
            (Closed::Names(Some((first, last))), _) => first != last,
            _ => false,
        }
    }

    fn find_closings(&self) -> Closings {
        let mut closings = Closings::default();
        for kind in [Kind::Danger, Kind::Status] {
            for signed in self.all_of(kind) {
                let tally = Tally::of(&signed.good);
                if enough(&tally, 2).is_ok() {
                    continue;
                }
                for person in tally.names() {
                    closings.words.entry((kind, person.to_owned())).or_default().push(self.word(&signed));
                }
            }
        }
        closings
    }
}

/// Which zone each shelter lies in, as places in one list.
#[derive(Debug)]
pub(super) struct Zones {
    /// Shelter and number of its zone, sorted.
    shelters: Vec<(String, usize)>,
    /// How many shelters each zone has.
    sizes: Vec<usize>,
    /// More than this is too much wherever they lie.
    most: usize,
}

impl Zones {
    pub(super) fn new(shelter_zones: &[(String, String)]) -> Zones {
        let names: BTreeSet<_> = shelter_zones.iter().map(|(_, zone)| zone.as_str()).collect();
        let numbers: BTreeMap<_, _> = names.into_iter().zip(0..).collect();
        let mut sizes = vec![0; numbers.len()];
        let mut shelters: Vec<_> =
            shelter_zones.iter().map(|(shelter, zone)| (shelter.clone(), numbers[zone.as_str()])).collect();
        shelters.sort();
        shelters.dedup();
        for (_, zone) in &shelters {
            sizes[*zone] += 1;
        }
        let most = sizes.iter().map(|size| (size / 20).max(1)).sum();
        Zones { shelters, sizes, most }
    }

    fn places_of(&self, shelter: &str) -> std::ops::Range<usize> {
        let start = self.shelters.partition_point(|(name, _)| name.as_str() < shelter);
        start..start + self.shelters[start..].partition_point(|(name, _)| name == shelter)
    }

    /// One shelter may always be closed by one; else a twentieth of its zone.
    fn is_too_much(&self, places: &BTreeSet<usize>) -> bool {
        if places.len() > self.most {
            return true;
        }
        let mut hit = vec![0; self.sizes.len()];
        for place in places {
            hit[self.shelters[*place].1] += 1;
        }
        hit.iter().zip(&self.sizes).any(|(hit, all)| *hit > 1 && hit * 20 > *all)
    }
}

fn shelters_of(statement: &Statement) -> &[ShelterEntry] {
    match statement {
        Statement::Danger(it) => &it.shelters,
        Statement::Status(it) => &it.shelters,
        _ => &[],
    }
}

fn closes(kind: Kind, entries: &[ShelterEntry]) -> bool {
    entries.iter().any(|entry| is_closed(kind, entry.state))
}

fn is_closed(kind: Kind, state: ShelterState) -> bool {
    match kind {
        Kind::Status => matches!(state, ShelterState::Full | ShelterState::Locked),
        _ => state != ShelterState::Open,
    }
}
