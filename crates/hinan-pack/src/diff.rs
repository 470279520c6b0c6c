//! What changed since the last pack, in words that a person reads and signs for (`safety.md`, rule 16).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use hinan_model::drawing::{Form, Group};
use hinan_model::{Bounds, EntranceAt, Place, Shelter};
use hinan_region::Region;
use serde::{Deserialize, Serialize};

/// A shelter that moved further than this is told of: 30 m.
const MOVED_MM: u32 = 30_000;
/// A capacity that changed by more than so many per cent is told of.
const CAPACITY_PERCENT: u64 = 30;
/// Of each kind of change at most so many are told one by one.
const TOLD: usize = 2_000;

/// How much of a pack changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// Shelters in it.
    pub shelters: u64,
    /// Of them, or of those before, added, gone or altered.
    pub changed: u64,
}

/// The readable difference of two packs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diff {
    /// The text, for people: the same packs give the same text.
    pub text: String,
    /// The numbers.
    pub changes: Changes,
}

/// What a new pack (its region, the cut) changes. `None`: there was none before.
pub fn diff(before: Option<&Region>, now: &Region) -> Diff {
    let nobody = Vec::new();
    let old = before.map_or(nobody.as_slice(), Region::shelters);
    let (mut out, mut told) = (String::new(), Told::default());
    told.shelters(old, now.shelters());
    let changes = Changes { shelters: now.shelters().len() as u64, changed: told.changed };
    // Writing to a text cannot fail.
    let _written = writeln!(
        out,
        "{}: {} shelters, {} nodes of streets{}",
        now.meta().name,
        changes.shelters,
        now.network().nodes(),
        match before {
            Some(before) => format!(
                "; before: {} shelters, {} nodes. {} shelters changed",
                before.shelters().len(),
                before.network().nodes(),
                changes.changed
            ),
            None => "; the first pack, nothing to compare it with".to_owned(),
        }
    );
    told.write(&mut out);
    if let Some(before) = before {
        write_links(&new_links(before, now), &mut out);
        write_rest(before, now, &mut out);
    }
    let _written = writeln!(
        out,
        "\nFences, walls and locked gates are told only where the map makes a street of another kind of them; \
         nobody else knows them."
    );
    Diff { text: out, changes }
}

/// Sentences about shelters, by kind of change.
#[derive(Default)]
struct Told {
    lists: BTreeMap<&'static str, Vec<String>>,
    changed: u64,
}

const ADDED: &str = "Added";
const GONE: &str = "Gone";
const MOVED: &str = "Moved by more than 30 m";
const CAPACITY: &str = "Capacity changed by more than 30 %";
const OTHER: &str = "Altered otherwise";

impl Told {
    fn shelters(&mut self, old: &[Shelter], new: &[Shelter]) {
        let by_id = |list: &[Shelter]| -> BTreeMap<String, Vec<usize>> {
            let mut map: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for (at, shelter) in list.iter().enumerate() {
                map.entry(shelter.id.clone()).or_default().push(at);
            }
            map
        };
        let (before, after) = (by_id(old), by_id(new));
        for id in before.keys().chain(after.keys()).collect::<BTreeSet<_>>() {
            let none = Vec::new();
            let (was, is) = (before.get(id).unwrap_or(&none), after.get(id).unwrap_or(&none));
            // Records of one id are taken in their order.
            for at in 0..was.len().max(is.len()) {
                match (was.get(at).map(|&at| &old[at]), is.get(at).map(|&at| &new[at])) {
                    (None, Some(shelter)) => self.tell(ADDED, named(shelter)),
                    (Some(shelter), None) => self.tell(GONE, named(shelter)),
                    (Some(was), Some(is)) => self.compare(was, is),
                    (None, None) => {}
                }
            }
        }
    }

    fn compare(&mut self, was: &Shelter, is: &Shelter) {
        // Where a record stands in its list says nothing of the shelter.
        let same = |shelter: &Shelter| Shelter { source: 0, row: 0, ..shelter.clone() };
        if same(was) == same(is) {
            return;
        }
        self.changed += 1;
        let mut is_told = false;
        let moved = furthest(was, is);
        if moved > MOVED_MM {
            self.add(MOVED, format!("{}: by {} m", named(is), moved / 1000));
            is_told = true;
        }
        if let (Some(a), Some(b)) = (was.capacity, is.capacity) {
            let (a, b) = (u64::from(a), u64::from(b));
            if a.abs_diff(b) * 100 > a * CAPACITY_PERCENT {
                self.add(CAPACITY, format!("{}: {a} before, {b} now", named(is)));
                is_told = true;
            }
        }
        if !is_told || was.status != is.status || was.access != is.access || was.good_for != is.good_for {
            let mut what = Vec::new();
            let mut differs = |word: &str, differs: bool| {
                if differs {
                    what.push(word.to_owned());
                }
            };
            differs("name", was.name != is.name);
            differs("address", was.address != is.address);
            differs("kind", was.kind != is.kind || was.standing != is.standing);
            differs("entrances", was.entrances != is.entrances);
            differs("capacity", was.capacity != is.capacity || was.area_m2 != is.area_m2);
            differs("hazards", was.good_for != is.good_for || was.bad_for != is.bad_for);
            differs(
                "who may enter",
                was.access != is.access || was.wheelchair != is.wheelchair || was.pets != is.pets,
            );
            differs("below the ground", was.underground != is.underground);
            differs("hours", was.hours != is.hours);
            differs("note", was.note != is.note || was.checked != is.checked);
            if was.status != is.status {
                what.push(format!("state: {:?} before, {:?} now", was.status, is.status));
            }
            self.add(OTHER, format!("{}: {}", named(is), what.join(", ")));
        }
    }

    fn tell(&mut self, kind: &'static str, sentence: String) {
        self.changed += 1;
        self.add(kind, sentence);
    }

    fn add(&mut self, kind: &'static str, sentence: String) {
        self.lists.entry(kind).or_default().push(sentence);
    }

    fn write(&self, out: &mut String) {
        for kind in [ADDED, GONE, MOVED, CAPACITY, OTHER] {
            write_list(kind, self.lists.get(kind).map_or(&[], Vec::as_slice), out);
        }
    }
}

fn write_list(heading: &str, sentences: &[String], out: &mut String) {
    if sentences.is_empty() {
        return;
    }
    let _written = writeln!(out, "\n{heading} ({}):", sentences.len());
    for sentence in sentences.iter().take(TOLD) {
        let _written = writeln!(out, "  {sentence}");
    }
    if sentences.len() > TOLD {
        let _written = writeln!(out, "  and {} more", sentences.len() - TOLD);
    }
}

/// Letters of a list could pretend to be lines of the difference, or turn its text around.
fn plain(text: &str) -> String {
    let turns = |letter: char| matches!(letter, '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars()
        .map(|letter| if letter.is_control() || turns(letter) { ' ' } else { letter })
        .take(120)
        .collect()
}

fn named(shelter: &Shelter) -> String {
    let at = places(shelter).next().map_or_else(String::new, |place| format!(", {place}"));
    format!("{} \"{}\"{at}", plain(&shelter.id), plain(shelter.title()))
}

fn places(shelter: &Shelter) -> impl Iterator<Item = Place> + '_ {
    shelter.entrances.iter().filter_map(|entrance| match entrance.at {
        EntranceAt::Place(place) => Some(place),
        EntranceAt::Node(_) => None,
    })
}

/// How far the entrance is that lies furthest from any that there were before.
fn furthest(was: &Shelter, is: &Shelter) -> u32 {
    let nearest = |place: Place| places(was).map(|old| old.distance_mm(place)).min();
    places(is).filter_map(nearest).max().unwrap_or(0)
}

/// A new piece of street over water or rails.
struct Link {
    over: &'static str,
    at: Place,
    way: i64,
    name: String,
}

/// Streets that were not there before and lead over water or rails.
fn new_links(before: &Region, now: &Region) -> Vec<Link> {
    let known: BTreeSet<(Place, Place)> = lines(before).map(|(_, a, b)| (a.min(b), a.max(b))).collect();
    let new: Vec<(u32, Place, Place)> =
        lines(now).filter(|&(_, a, b)| !known.contains(&(a.min(b), a.max(b)))).collect();
    let mut links = Vec::new();
    let mut seen = BTreeSet::new();
    for (segment, a, b) in new {
        let Some(bounds) = Bounds::around([a, b]) else { continue };
        let is_wanted = |group: Group| matches!(group, Group::Water | Group::Waterway | Group::Rail);
        now.drawing().visit(
            &bounds,
            |class| is_wanted(class.group()),
            |class, _, parts| {
                let over = if class.group() == Group::Rail { "rails" } else { "water" };
                let crosses = parts.iter().any(|part| {
                    let closing = if class.form() == Form::Ground { part.first().copied() } else { None };
                    let ends = part.iter().copied().skip(1).chain(closing);
                    part.iter().zip(ends).any(|(&from, to)| cross(a, b, from, to))
                });
                let (way, name) = now.way(segment).unwrap_or((-1, ""));
                let is_first = crosses && seen.insert((over, way, if way < 0 { segment } else { 0 }));
                if is_first {
                    links.push(Link { over, at: a, way, name: plain(name) });
                }
            },
        );
    }
    links
}

/// Every segment that anybody may walk, with its places.
fn lines(region: &Region) -> impl Iterator<Item = (u32, Place, Place)> + '_ {
    let count = if region.places().is_empty() { 0 } else { region.network().segments() as u32 };
    (0..count).filter_map(|segment| {
        let (a, b) = region.segment_places(segment)?;
        Some((segment, a, b))
    })
}

/// Whether two straight lines cross or touch, in whole numbers.
fn cross(a: Place, b: Place, c: Place, d: Place) -> bool {
    let side = |from: Place, to: Place, at: Place| {
        let (x, y) = (
            i128::from(to.lon_e7) - i128::from(from.lon_e7),
            i128::from(to.lat_e7) - i128::from(from.lat_e7),
        );
        let (u, v) = (
            i128::from(at.lon_e7) - i128::from(from.lon_e7),
            i128::from(at.lat_e7) - i128::from(from.lat_e7),
        );
        (x * v - y * u).signum()
    };
    let boxes = Bounds::around([a, b]).zip(Bounds::around([c, d]));
    boxes.is_some_and(|(one, other)| one.overlaps(&other))
        && side(a, b, c) * side(a, b, d) <= 0
        && side(c, d, a) * side(c, d, b) <= 0
}

fn write_links(links: &[Link], out: &mut String) {
    for over in ["water", "rails"] {
        let sentences: Vec<String> = links
            .iter()
            .filter(|link| link.over == over)
            .map(|link| format!("way {} \"{}\" at {}", link.way, link.name, link.at))
            .collect();
        write_list(&format!("New streets over {over}"), &sentences, out);
    }
}

/// Zones, forbidden ground, times and sources.
fn write_rest(before: &Region, now: &Region, out: &mut String) {
    let mut sentences = Vec::new();
    if before.zones() != now.zones() {
        sentences.push(format!(
            "zones of warning: {} before, {} now",
            before.zones().len(),
            now.zones().len()
        ));
    }
    if before.forbidden() != now.forbidden() {
        let counts = (before.forbidden().len(), now.forbidden().len());
        sentences.push(format!("forbidden ground: {} pieces before, {} now", counts.0, counts.1));
    }
    if before.meta().budgets != now.meta().budgets {
        sentences.push("times between alert and impact".to_owned());
    }
    if before.walkers() != now.walkers() {
        sentences.push("paces of walkers".to_owned());
    }
    if before.meta().parameters != now.meta().parameters {
        sentences.push("what the build was asked for".to_owned());
    }
    let sources = |region: &Region| -> BTreeSet<String> {
        region.meta().sources.iter().map(|source| format!("{} {}", source.file, source.sha256)).collect()
    };
    let (old, new) = (sources(before), sources(now));
    sentences.extend(old.difference(&new).map(|source| format!("source no more: {}", plain(source))));
    sentences.extend(new.difference(&old).map(|source| format!("source new: {}", plain(source))));
    write_list("Besides shelters", &sentences, out);
}
