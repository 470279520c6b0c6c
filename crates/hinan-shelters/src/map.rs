//! OpenStreetMap objects as shelters: what somebody drew as a bunker that takes people in, and on
//! demand places that might do.
//!
//! Most of what the map calls a shelter keeps off the rain. The tables below say which types protect
//! people; every other type is counted and left out. The tags are those of practice, see the OSM
//! wiki on `amenity=shelter` and `military=bunker`.

use std::collections::{BTreeMap, HashMap};

use hinan_model::network::MapObject;
use hinan_model::shelter::{Access, Answer, Entrance, EntranceAt, Standing};
use hinan_model::{Hazard, HazardSet, Place, Shelter, Source};

use crate::report::{Report, quoted};
use crate::{MAX_ENTRANCES, ShelterList, Tally, cell};

const RAID: HazardSet = HazardSet::EMPTY.with(Hazard::AirRaid);
const FALLOUT: HazardSet = HazardSet::EMPTY.with(Hazard::Radiological);

/// Values of `shelter_type` and `bunker_type` that protect people, what to call them, and the
/// hazards that the very word promises protection from. Nothing more is promised.
const TYPES: [(&str, &str, HazardSet); 7] = [
    ("bomb_shelter", "bomb shelter", RAID),
    ("air_raid_shelter", "air-raid shelter", RAID),
    ("civil_shelter", "civil-defence shelter", RAID),
    ("personnel_shelter", "personnel shelter", RAID),
    ("nuclear", "nuclear shelter", RAID.with(Hazard::Radiological)),
    ("nuclear_shelter", "nuclear shelter", RAID.with(Hazard::Radiological)),
    ("fallout_shelter", "fallout shelter", FALLOUT),
];

/// Tags that say that nothing usable is left.
const GONE: [&str; 6] = ["disused", "abandoned", "ruins", "demolished", "removed", "razed"];

/// Two drawings of one shelter lie no further apart than this, in millimetres.
const SAME_SHELTER_MM: u32 = 20_000;
/// Drawings of one station, or ways into one car park, of the same name.
const SAME_CANDIDATE_MM: u32 = 250_000;
/// A metro entrance belongs to the nearest station within this.
const STATION_REACH_MM: u32 = 500_000;
/// Stations looked at for one metro entrance, and drawings for one shelter: no real place has more.
const MOST_NEAR: usize = 64;
/// Different reasons that are told apart when objects are counted.
const MOST_REASONS: usize = 50;

/// What the map says an object is, as far as shelters go.
enum Finding {
    /// A shelter: what to call it and what it is good for.
    Shelter(&'static str, HazardSet),
    /// A metro station below ground.
    Station,
    /// A way into one.
    StationEntrance,
    /// A car park below ground.
    CarPark,
    /// Looks like one of these and is none, for this reason.
    Refused { candidate: bool, reason: String },
    /// Nothing of the kind.
    Other,
}

/// Whether an object of the map could be a shelter, or a candidate, or has to be counted as looking
/// like one. `tag` gives the value of a key. This is what `hinan-streets` is asked to keep for
/// [`from_map`]; it is called for every tagged object of a country and looks at few keys.
pub fn wanted_on_map<'t>(tag: &dyn Fn(&str) -> Option<&'t str>) -> bool {
    is_drawn_as_shelter(tag) || has_shelter_type(tag) || candidate(tag).is_some()
}

fn is<'t>(tag: &dyn Fn(&str) -> Option<&'t str>, key: &str, value: &str) -> bool {
    tag(key) == Some(value)
}

fn is_drawn_as_shelter<'t>(tag: &dyn Fn(&str) -> Option<&'t str>) -> bool {
    is(tag, "amenity", "shelter") || is(tag, "military", "bunker") || is(tag, "building", "bunker")
}

/// Whether somebody gave it a type of shelter, whatever it is drawn as.
fn has_shelter_type<'t>(tag: &dyn Fn(&str) -> Option<&'t str>) -> bool {
    tag("shelter_type").is_some() || tag("bunker_type").is_some()
}

/// Which candidate an object would be, whatever else its tags say.
fn candidate<'t>(tag: &dyn Fn(&str) -> Option<&'t str>) -> Option<Finding> {
    match tag("railway") {
        Some("subway_entrance") => return Some(Finding::StationEntrance),
        Some("station") if is(tag, "station", "subway") || is(tag, "subway", "yes") => {
            return Some(Finding::Station);
        }
        _ => {}
    }
    (is(tag, "amenity", "parking") && is(tag, "parking", "underground")).then_some(Finding::CarPark)
}

fn classify<'t>(tag: &dyn Fn(&str) -> Option<&'t str>) -> Finding {
    if is_drawn_as_shelter(tag) {
        let refused = |reason| Finding::Refused { candidate: false, reason };
        if let Some(key) = gone(tag) {
            return refused(format!("out of use ({key})"));
        }
        let types = ["shelter_type", "bunker_type"].map(|key| (key, tag(key)));
        let values = types.iter().filter_map(|(_, value)| *value).flat_map(|value| value.split(';'));
        let known = values.map(str::trim).find_map(|v| TYPES.iter().find(|(name, ..)| *name == v));
        return match (known, types.iter().find_map(|(key, value)| value.map(|value| (key, value)))) {
            (Some((_, kind, good_for)), _) => Finding::Shelter(kind, *good_for),
            (None, Some((key, value))) => refused(format!("{key} {}", quoted(value))),
            (None, None) if is(tag, "amenity", "shelter") => refused("amenity=shelter without a type".into()),
            (None, None) => refused("a bunker without a type".into()),
        };
    }
    let Some(finding) = candidate(tag) else {
        // An entrance or a wall with the type of a shelter is not the shelter.
        let reason = "a type of shelter on what is not drawn as one".to_owned();
        let typed = has_shelter_type(tag);
        return if typed { Finding::Refused { candidate: false, reason } } else { Finding::Other };
    };
    let refused = |reason| Finding::Refused { candidate: true, reason };
    if let Some(key) = gone(tag) {
        return refused(format!("out of use ({key})"));
    }
    let above = tag("layer").and_then(|layer| layer.parse::<f32>().ok()).is_some_and(|layer| layer > 0.0)
        || matches!(tag("location"), Some("overground" | "overhead" | "roof"));
    if above && matches!(finding, Finding::Station) {
        return refused("a metro station above the ground".to_owned());
    }
    finding
}

/// Whether the map says that an object lies below the ground, or that it does not. A bunker may be
/// either: its type says nothing of it.
fn below_ground<'t>(tag: &dyn Fn(&str) -> Option<&'t str>) -> Answer {
    let number = |key| tag(key).and_then(|value| value.trim().parse::<f32>().ok());
    let below = matches!(tag("location"), Some("underground" | "subway"))
        || is(tag, "parking", "underground")
        || is(tag, "bunker_type", "underground")
        || ["layer", "level"].into_iter().any(|key| number(key).is_some_and(|floor| floor < 0.0));
    let above = matches!(tag("location"), Some("overground" | "overhead" | "roof" | "surface"))
        || number("layer").is_some_and(|layer| layer > 0.0);
    match (below, above) {
        (true, false) => Answer::Yes,
        (false, true) => Answer::No,
        _ => Answer::Unknown,
    }
}

/// The tag that says that nothing usable is left.
fn gone<'t>(tag: &dyn Fn(&str) -> Option<&'t str>) -> Option<&'static str> {
    if matches!(tag("historic"), Some("ruins" | "archaeological_site")) {
        return Some("historic");
    }
    if is(tag, "building", "ruins") {
        return Some("building");
    }
    GONE.into_iter().find(|key| tag(key).is_some_and(|value| value != "no"))
}

/// Shelters among the objects of a map, as [`Standing::Mapped`], and with `with_candidates` metro
/// stations and underground car parks as [`Standing::Candidate`], whose kind says what they are.
/// Nothing here is ever official, and of candidates no suitability and no capacity is claimed (a car
/// park's capacity is in cars).
///
/// Unlike a file, a map without any shelter is no error: the list is then empty and says what it
/// left out.
pub fn from_map(objects: &[MapObject], with_candidates: bool, file_name: &str) -> ShelterList {
    let mut map = MapList::new(file_name);
    let mut station_entrances = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        let row = index as u64 + 1;
        match classify(&|key: &str| object.tag(key)) {
            Finding::Other => continue,
            Finding::Refused { candidate: true, .. }
            | Finding::Station
            | Finding::StationEntrance
            | Finding::CarPark
                if !with_candidates =>
            {
                continue;
            }
            Finding::Refused { reason, .. } => map.refuse(reason, &object.id),
            Finding::Shelter(kind, good_for) => map.shelter(row, object, kind, good_for),
            Finding::Station => map.candidate(row, object, "metro station"),
            Finding::CarPark => map.candidate(row, object, "underground car park"),
            Finding::StationEntrance => station_entrances.push(object),
        }
        map.rows += 1;
    }
    map.join_stations(&station_entrances);
    map.finish()
}

/// A square of the map, about 280 m high; 1.1 km wide at the equator and still 280 m at 75 degrees.
type Square = (i32, i32);

const SQUARE_LAT_E7: i32 = 25_000;
const SQUARE_LON_E7: i32 = 100_000;

fn square(place: Place) -> Square {
    (place.lat_e7.div_euclid(SQUARE_LAT_E7), place.lon_e7.div_euclid(SQUARE_LON_E7))
}

/// The squares within `steps` of that of `place`.
fn squares_around(place: Place, steps: i32) -> impl Iterator<Item = Square> {
    let (row, column) = square(place);
    (row - steps..=row + steps).flat_map(move |r| (column - steps..=column + steps).map(move |c| (r, c)))
}

/// Adds the entrances whose places are not among `known` yet.
fn add_new(known: &mut Vec<Entrance>, new: Vec<Entrance>) {
    // Only a hostile map comes near the limit; without it, one spot could take hours.
    for entrance in new.into_iter().take(MAX_ENTRANCES) {
        if known.len() >= MAX_ENTRANCES {
            return;
        }
        if known.iter().all(|known| known.at != entrance.at) {
            known.push(entrance);
        }
    }
}

/// A list in the making.
struct MapList {
    shelters: Vec<Shelter>,
    places: Vec<Place>,
    /// Whether the entrances of each shelter are ways in and not the middle of its drawing.
    has_ways_in: Vec<bool>,
    /// Shelters by kind of standing, name and square, to find second drawings.
    drawn: HashMap<(Standing, String, Square), Vec<usize>>,
    /// Metro stations by square.
    stations: HashMap<Square, Vec<usize>>,
    /// Reason → how many objects, and the first few.
    refused: BTreeMap<String, (u64, Vec<String>)>,
    rows: u64,
    /// Objects left out, and ways in that were given to a station.
    dropped: u64,
    merged: u64,
    report: Report,
}

impl MapList {
    fn new(file_name: &str) -> MapList {
        MapList {
            shelters: Vec::new(),
            places: Vec::new(),
            has_ways_in: Vec::new(),
            drawn: HashMap::new(),
            stations: HashMap::new(),
            refused: BTreeMap::new(),
            rows: 0,
            dropped: 0,
            merged: 0,
            report: Report::new(file_name),
        }
    }

    fn refuse(&mut self, reason: String, id: &str) {
        self.dropped += 1;
        let full = self.refused.len() >= MOST_REASONS && !self.refused.contains_key(&reason);
        let reason = if full { "of other types".to_owned() } else { reason };
        let (count, first) = self.refused.entry(reason).or_default();
        *count += 1;
        if first.len() < 3 {
            first.push(id.to_owned());
        }
    }

    fn shelter(&mut self, row: u64, object: &MapObject, kind: &str, good_for: HazardSet) {
        let mut shelter = self.described(row, object, kind, Standing::Mapped);
        shelter.good_for = good_for;
        if let Some(text) = object.tag("capacity:persons").or_else(|| object.tag("capacity")) {
            shelter.capacity = cell::whole(text.trim()).map_or_else(
                |reason| {
                    let reason = format!("{}: {reason}; taken as unknown", object.id);
                    self.report.remark(Some(row), Some("capacity"), reason);
                    None
                },
                Some,
            );
        }
        self.keep(shelter, object, SAME_SHELTER_MM);
    }

    fn candidate(&mut self, row: u64, object: &MapObject, kind: &str) {
        let shelter = self.described(row, object, kind, Standing::Candidate);
        let far = if shelter.name.is_some() { SAME_CANDIDATE_MM } else { SAME_SHELTER_MM };
        let kept = self.keep(shelter, object, far);
        if let (Some(index), "metro station") = (kept, kind) {
            self.stations.entry(square(object.place)).or_default().push(index);
        }
    }

    /// What tags say of any shelter.
    fn described(&self, row: u64, object: &MapObject, kind: &str, standing: Standing) -> Shelter {
        let points = match object.entrances.as_slice() {
            [] => std::slice::from_ref(&object.place),
            entrances => &entrances[..entrances.len().min(MAX_ENTRANCES)],
        };
        let entrance = |place: &Place| Entrance { at: EntranceAt::Place(*place), start: None, name: None };
        let mut shelter = Shelter::new(object.id.clone(), points.iter().map(entrance).collect());
        let text = |key: &str| object.tag(key).map(cell::line).filter(|text| !text.is_empty());
        shelter.row = row;
        shelter.standing = standing;
        shelter.kind = Some(kind.to_owned());
        shelter.name = text("name");
        shelter.address = text("addr:full").or_else(|| {
            let street = text("addr:street").or_else(|| text("addr:place"))?;
            Some(text("addr:housenumber").map_or(street.clone(), |number| format!("{street} {number}")))
        });
        shelter.hours = text("opening_hours");
        shelter.note = text("description");
        shelter.access = match object.tag("access") {
            Some("yes" | "public" | "permissive") => Access::Public,
            None | Some("unknown") => Access::Unknown,
            Some(_) => Access::Private,
        };
        shelter.underground = below_ground(&|key: &str| object.tag(key));
        shelter.wheelchair = match object.tag("wheelchair") {
            Some("yes" | "designated") => Answer::Yes,
            Some("no") => Answer::No,
            // "limited" needs somebody's help: neither answer would be true.
            _ => Answer::Unknown,
        };
        shelter
    }

    /// Keeps a shelter, or gives its entrances to the one it is a second drawing of.
    fn keep(&mut self, shelter: Shelter, object: &MapObject, same_within_mm: u32) -> Option<usize> {
        let (place, has_ways_in) = (object.place, !object.entrances.is_empty());
        let key = |square| (shelter.standing, shelter.name.clone().unwrap_or_default(), square);
        let earlier = squares_around(place, 1).find_map(|square| {
            let near = self.drawn.get(&key(square))?.iter().take(MOST_NEAR).copied();
            near.into_iter().find(|&index| {
                self.places[index].distance_mm(place) <= same_within_mm
                    && self.shelters[index].kind == shelter.kind
            })
        });
        let Some(earlier) = earlier else {
            let index = self.shelters.len();
            self.drawn.entry(key(square(place))).or_default().push(index);
            self.shelters.push(shelter);
            self.places.push(place);
            self.has_ways_in.push(has_ways_in);
            return Some(index);
        };
        let reason = format!(
            "{} is {} drawn once more; its ways in were added to that, and it was left out",
            shelter.id, self.shelters[earlier].id
        );
        self.dropped += 1;
        self.report.dropped(Some(shelter.row), None, reason);
        let apart = self.places[earlier].distance_mm(place) > SAME_SHELTER_MM;
        let kept = &mut self.shelters[earlier];
        kept.capacity = kept.capacity.or(shelter.capacity);
        // Real ways in go before the middle of a drawing; two middles count as two ways in only
        // where they lie apart, as at the ends of a car park.
        match (self.has_ways_in[earlier], has_ways_in) {
            (true, false) => {}
            (false, true) => kept.entrances = shelter.entrances,
            (false, false) if !apart => {}
            _ => add_new(&mut kept.entrances, shelter.entrances),
        }
        self.has_ways_in[earlier] |= has_ways_in;
        None
    }

    /// Gives each metro entrance to the nearest station. A station with entrances is entered there
    /// and not at its middle.
    fn join_stations(&mut self, entrances: &[&MapObject]) {
        let mut ways_in: BTreeMap<usize, Vec<Entrance>> = BTreeMap::new();
        for object in entrances {
            let near = squares_around(object.place, 2).filter_map(|square| self.stations.get(&square));
            let near = near.flat_map(|stations| stations.iter().take(MOST_NEAR).copied());
            let nearest = near.map(|index| (self.places[index].distance_mm(object.place), index)).min();
            let Some((_, station)) = nearest.filter(|(mm, _)| *mm <= STATION_REACH_MM) else {
                let metres = STATION_REACH_MM / 1000;
                self.refuse(format!("a metro entrance without a station within {metres} m"), &object.id);
                continue;
            };
            let name = object.tag("name").or_else(|| object.tag("ref")).map(cell::line);
            let at = EntranceAt::Place(object.place);
            let ways_in = ways_in.entry(station).or_default();
            if ways_in.len() == MAX_ENTRANCES {
                let reason = format!("a metro entrance beyond {MAX_ENTRANCES} of one station");
                self.refuse(reason, &object.id);
                continue;
            }
            self.merged += 1;
            ways_in.push(Entrance { at, start: None, name });
        }
        for (station, ways_in) in ways_in {
            let known = &mut self.shelters[station].entrances;
            if !std::mem::replace(&mut self.has_ways_in[station], true) {
                known.clear();
            }
            add_new(known, ways_in);
        }
    }

    fn finish(mut self) -> ShelterList {
        for (reason, (count, first)) in std::mem::take(&mut self.refused) {
            let more = if count > first.len() as u64 { ", …" } else { "" };
            let objects = if count == 1 { "object" } else { "objects" };
            let ids = first.join(", ");
            let reason = format!("{count} {objects} left out as no shelter: {reason} ({ids}{more})");
            self.report.dropped(None, None, reason);
        }
        let file = self.report.file.clone();
        let (complaints, count) = self.report.finish();
        let source = Source {
            role: "shelters".to_owned(),
            file,
            format: "osm".to_owned(),
            sha256: String::new(),
            date: None,
            licence: Some("ODbL-1.0".to_owned()),
            attribution: Some("© OpenStreetMap contributors".to_owned()),
            rows: self.rows,
            records: self.shelters.len() as u64,
            complaints: count,
        };
        let (rows, shelters) = (self.rows, self.shelters.len() as u64);
        let tally = Tally { rows, shelters, dropped: self.dropped, merged: self.merged, passed_over: 0 };
        ShelterList { shelters: self.shelters, complaints, source, tally }
    }
}
