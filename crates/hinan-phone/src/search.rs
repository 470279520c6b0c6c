//! Names of the city: what somebody types → places; a place → words that confirm it.

use std::collections::BTreeMap;

use hinan_city::route::Start;
use hinan_city::{City, Question, Spot, place_of};
use hinan_model::drawing::{Form, Group};
use hinan_model::network::{DoorstepKind, NONE};
use hinan_model::place::Plane;
use hinan_model::{Area, AreaIndex, Bounds, Place};
use hinan_region::Region;
use hinan_texts::Texts;
use serde_json::{Value, json};

use crate::city::{From, Opened, find_doorstep, nearest_doorstep};
use crate::failure::Failure;
use crate::fold::fold;
use crate::members::{Members, needed};

/// The most words that are looked for.
const MOST_TOKENS: usize = 8;
/// The most that are handed out.
const MOST: i64 = 50;
/// A crossing street is looked for within this.
const CROSSING_MM: u32 = 80_000;
/// A named place is looked for within this.
const NEAR_MM: u32 = 500_000;
/// A doorstep is looked for within this.
const DOORSTEP_MM: u32 = 60_000;

/// What a name is of; the first wins where names are equally good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Place,
    Shelter,
    Street,
}

/// A name somewhere.
struct Entry {
    kind: Kind,
    /// Into the names.
    name: u32,
    place: Place,
    /// Which shelter.
    number: u32,
}

/// The names of a city, each once, with where they are.
#[derive(Default)]
pub struct Names {
    /// As written, and for comparing.
    names: Vec<(String, String)>,
    entries: Vec<Entry>,
}

impl Names {
    /// Gathers them.
    pub fn of(region: &Region) -> Names {
        let mut names = Names::default();
        let mut known = BTreeMap::new();
        if let Some(bounds) = region.meta().bounds {
            let wanted = |class: hinan_model::drawing::DrawnClass| {
                class.form() == Form::Point || matches!(class.group(), Group::Place | Group::Green)
            };
            region.drawing().visit(&bounds, wanted, |_, name, parts| {
                if let Some(place) = parts.bounds().map(|b| b.min.towards(b.max, 1, 2)) {
                    names.add(&mut known, Kind::Place, name, place, 0);
                }
            });
        }
        for (number, shelter) in (0..).zip(region.shelters()) {
            let place = shelter.entrances.iter().find_map(|entrance| place_of(region, &entrance.at));
            if let Some(place) = place {
                names.add(&mut known, Kind::Shelter, shelter.title(), place, number);
            }
        }
        names.add_streets(region, &mut known);
        names
    }

    /// Each way once, by a piece in its middle.
    fn add_streets<'r>(&mut self, region: &'r Region, known: &mut BTreeMap<&'r str, u32>) {
        let (ways, _) = region.ways_and_kinds();
        let mut pieces: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (segment, &way) in (0..).zip(ways).filter(|(_, way)| **way != NONE) {
            if !region.way_name(way).is_empty() {
                pieces.entry(way).or_default().push(segment);
            }
        }
        for (way, segments) in pieces {
            let middle = segments[segments.len() / 2];
            if let Some((a, b)) = region.segment_places(middle) {
                self.add(known, Kind::Street, region.way_name(way), a.towards(b, 1, 2), 0);
            }
        }
    }

    fn add<'r>(
        &mut self,
        known: &mut BTreeMap<&'r str, u32>,
        kind: Kind,
        name: &'r str,
        place: Place,
        number: u32,
    ) {
        if name.trim().is_empty() {
            return;
        }
        let name = *known.entry(name).or_insert_with(|| {
            self.names.push((hinan_texts::plain(name, 120), fold(name)));
            self.names.len() as u32 - 1
        });
        self.entries.push(Entry { kind, name, place, number });
    }

    fn name(&self, entry: &Entry) -> &str {
        self.names.get(entry.name as usize).map_or("", |(name, _)| name)
    }
}

/// How well a name fits; less is better. `None`: not.
fn fit(name: &str, whole: &str, tokens: &[&str]) -> Option<u8> {
    if name == whole {
        return Some(0);
    }
    if name.starts_with(whole) {
        return Some(1);
    }
    let mut inside = false;
    for token in tokens {
        if name.split(' ').any(|word| word.starts_with(token)) {
            continue;
        }
        // A letter of an alphabet stands inside of everything; a character of another script means something.
        let is_long = token.chars().count() >= 2 || token.chars().any(|c| c >= '\u{2e80}');
        if !(is_long && name.contains(token)) {
            return None;
        }
        inside = true;
    }
    Some(if inside { 3 } else { 2 })
}

/// Something that fits.
struct Found<'a> {
    fit: u8,
    entry: &'a Entry,
    metres: u64,
}

impl Opened {
    /// The answer to `search`.
    pub fn search(&self, mut members: Members) -> Result<Value, Failure> {
        let words = needed("words", members.word("words")?)?;
        let near = members.place("near")?;
        let most = members.whole("most", 1..=MOST)?.unwrap_or(20) as usize;
        members.done()?;
        let middle = self.region.meta().bounds.map(|b| b.min.towards(b.max, 1, 2));
        let from = near.or(middle).unwrap_or_default();
        let names = self.names();
        let whole = fold(&words);
        let tokens: Vec<&str> =
            whole.split(' ').filter(|token| !token.is_empty()).take(MOST_TOKENS).collect();
        let mut told: Vec<Value> = Vec::new();
        if let Some(doorstep) = find_doorstep(&self.region, words.trim()) {
            told.extend(self.doorstep_json(doorstep, from));
        }
        let found = if tokens.is_empty() { Vec::new() } else { find(names, &whole, &tokens, from) };
        let more = told.len() + found.len() > most;
        told.extend(found.iter().map(|found| self.found_json(names, found)));
        told.truncate(most);
        Ok(json!({ "found": told, "more": more }))
    }

    fn found_json(&self, names: &Names, found: &Found<'_>) -> Value {
        let Entry { kind, place, number, .. } = *found.entry;
        let name = names.name(found.entry);
        let kind_name = match kind {
            Kind::Place => "place",
            Kind::Shelter => "shelter",
            Kind::Street => "street",
        };
        let mut json = json!({
            "kind": kind_name, "name": name, "lat": place.lat(), "lon": place.lon(), "metres": found.metres,
        });
        let shelter = self.region.shelters().get(number as usize).filter(|_| kind == Kind::Shelter);
        if let (Some(shelter), Some(members)) = (shelter, json.as_object_mut()) {
            members.insert("shelter".to_owned(), shelter.id.as_str().into());
        }
        json
    }

    fn doorstep_json(&self, number: usize, from: Place) -> Option<Value> {
        let doorstep = self.region.doorsteps().get(number)?;
        let id = self.region.doorstep_id(number)?;
        let street = self.region.way(doorstep.segment).map(|(_, name)| name).filter(|name| !name.is_empty());
        let place = doorstep.place;
        Some(json!({
            "kind": "address", "name": id, "street": street, "doorstep": id, "lat": place.lat(), "lon": place.lon(),
            "metres": u64::from(place.distance_mm(from)) / 1000,
        }))
    }

    /// The answer to `confirm`.
    pub fn confirm(&self, mut members: Members) -> Result<Value, Failure> {
        let region = &self.region;
        let at = needed("at", From::read(&mut members, "at", region)?)?;
        let texts = members.texts()?;
        members.done()?;
        let place = at.place(region).ok_or_else(|| Failure::place("at: nobody knows where that is"))?;
        let city = Opened::settle(region, Question::default())?;
        let spot = Spot::at(&city, place).unwrap_or(Spot::Place(place, None));
        let start = Start::of(&city, spot);
        let doorstep = match at {
            From::Doorstep(number) => Some((0, number)),
            _ => nearest_doorstep(region, place, DOORSTEP_MM).map(|(distance, number, _)| (distance, number)),
        };
        let inside = region.meta().bounds.is_some_and(|bounds| bounds.contains(place));
        Ok(json!({
            "lat": place.lat(), "lon": place.lon(), "inside_region": inside,
            "street": start.street, "metres_to_street": start.metres_to_street, "forbidden": start.forbidden,
            "crossing": crossing(&city, place, start.street.as_deref()),
            "near": self.near(place), "doorstep": doorstep.and_then(|(mm, number)| {
                let record = region.doorsteps().get(number)?;
                let kind = match Region::doorstep_kind(record) {
                    DoorstepKind::Entrance => "entrance",
                    DoorstepKind::Address => "address",
                    DoorstepKind::Building => "building",
                    DoorstepKind::Street => "street",
                };
                Some(json!({"id": region.doorstep_id(number)?, "kind": kind, "metres": f64::from(mm) / 1000.0}))
            }),
            "words": in_words(&start, place, texts),
        }))
    }

    /// The nearest place or shelter that has a name.
    fn near(&self, place: Place) -> Option<Value> {
        let names = self.names();
        let named = names.entries.iter().filter(|entry| matches!(entry.kind, Kind::Place | Kind::Shelter));
        let near = named.map(|entry| (entry.place.distance_mm(place), entry.kind, entry.name, entry));
        let (mm, _, _, entry) =
            near.filter(|(mm, ..)| *mm <= NEAR_MM).min_by_key(|(mm, kind, name, _)| (*mm, *kind, *name))?;
        Some(json!({
            "name": names.name(entry), "metres": u64::from(mm) / 1000,
            "direction": direction(place, entry.place),
        }))
    }
}

fn find<'a>(names: &'a Names, whole: &str, tokens: &[&str], from: Place) -> Vec<Found<'a>> {
    let fits: Vec<Option<u8>> = names.names.iter().map(|(_, name)| fit(name, whole, tokens)).collect();
    let fit_of = |entry: &Entry| fits.get(entry.name as usize).copied().flatten();
    let all = names.entries.iter().filter_map(|entry| {
        let metres = u64::from(entry.place.distance_mm(from)) / 1000;
        Some(Found { fit: fit_of(entry)?, entry, metres })
    });
    let mut found: Vec<Found<'_>> = all.collect();
    // A street of many pieces is told once, where it is nearest.
    found.sort_by_key(|found| (found.entry.kind, found.entry.name, found.metres));
    found.dedup_by_key(|found| (found.entry.kind, found.entry.name, found.entry.number));
    found.sort_by_key(|found| {
        (found.fit, found.entry.kind, found.metres, found.entry.name, found.entry.number)
    });
    found
}

/// Another street with a name near by, the nearest.
fn crossing(city: &City<'_>, place: Place, street: Option<&str>) -> Option<String> {
    let region = city.region;
    let plane = Plane::at(place.lat_e7);
    let reach = |unit: f64| (f64::from(CROSSING_MM) / unit.max(1.0)) as i32;
    let moved = |lat: i32, lon: i32| Place {
        lat_e7: place.lat_e7.saturating_add(lat).clamp(-900_000_000, 900_000_000),
        lon_e7: place.lon_e7.saturating_add(lon).clamp(-1_800_000_000, 1_800_000_000),
    };
    let (lat, lon) = (reach(plane.north_mm), reach(plane.east_mm));
    let around = Area::of_box(Bounds { min: moved(-lat, -lon), max: moved(lat, lon) });
    let segments = region.segments_touching(&AreaIndex::new([&around]));
    let named = segments.into_iter().filter_map(|segment| {
        let (_, name) = region.way(segment)?;
        let (a, b) = region.segment_places(segment)?;
        let distance = [a, b, a.towards(b, 1, 2)].map(|at| at.distance_mm(place)).into_iter().min()?;
        (!name.is_empty() && Some(name) != street).then_some((distance, name))
    });
    named.min().map(|(_, name)| hinan_texts::plain(name, 120))
}

/// `north`, `north-east`, ...: where `to` lies as seen from `from`.
fn direction(from: Place, to: Place) -> &'static str {
    const NAMES: [&str; 8] =
        ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"];
    let (east, north) = Plane::at(from.lat_e7).offset_mm(from, to);
    let degrees = east.atan2(north).to_degrees().rem_euclid(360.0);
    NAMES[((degrees + 22.5) / 45.0) as usize % 8]
}

/// `60.17033,24.94101, 12 m from Kaivokatu`.
fn in_words(start: &Start, place: Place, texts: &Texts) -> String {
    let at = format!("{:.5},{:.5}", place.lat(), place.lon());
    let street = start.street.as_deref().map(|name| hinan_texts::plain(name, 60));
    match street {
        Some(street) if start.off_mm > 0 => {
            let length = texts.length(u64::from(start.off_mm));
            texts.get(
                "start-off",
                &[("place", at.into()), ("length", length.into()), ("street", street.into())],
            )
        }
        Some(street) => texts.get("start-on", &[("place", at.into()), ("street", street.into())]),
        None => at,
    }
}
