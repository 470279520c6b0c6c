//! Rows of text → shelters. The same for every list and every container.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use hinan_model::shelter::{Entrance, EntranceAt, Standing, Visibility};
use hinan_model::{Place, Shelter, Source};

use crate::error::NotAList;
use crate::mapping::{Field, Mapping, RowIs};
use crate::report::{Report, quoted};
use crate::{MAX_ENTRANCES, MAX_ROWS, ShelterList, cell};

/// The longest id, in bytes. Ids stand in addresses, file names and QR codes.
const MAX_ID: usize = 200;

/// One row of a list, still as text.
#[derive(Debug, Default)]
pub(crate) struct Row<'a> {
    /// Its number, as complaints count.
    pub number: u64,
    /// Cells that are not blank and that the mapping knows: column, field, text.
    pub cells: Vec<(&'static str, Field, Cow<'a, str>)>,
    /// The entrances, where they do not stand in the cells.
    pub entrances: Option<Vec<EntranceCells<'a>>>,
}

/// One entrance, still as text.
#[derive(Clone, Debug, Default)]
pub(crate) struct EntranceCells<'a> {
    pub lat: Option<Cow<'a, str>>,
    pub lon: Option<Cow<'a, str>>,
    pub node: Option<Cow<'a, str>>,
    pub name: Option<Cow<'a, str>>,
    pub start: Option<Cow<'a, str>>,
}

impl<'a> Row<'a> {
    /// Adds a cell unless it is blank.
    pub fn push(&mut self, (column, field): (&'static str, Field), text: Cow<'a, str>) {
        if !text.trim().is_empty() {
            self.cells.push((column, field, text));
        }
    }

    /// The text of `field` as it stands in the file.
    fn verbatim(&self, field: Field) -> Option<&Cow<'a, str>> {
        self.cells.iter().find(|(_, f, _)| *f == field).map(|(_, _, text)| text)
    }
}

/// What a feed says of itself: key → value, as written.
pub(crate) type Head = BTreeMap<String, String>;

/// Makes shelters of rows.
#[derive(Debug)]
pub(crate) struct Collector {
    mapping: &'static Mapping,
    head: Head,
    private: bool,
    shelters: Vec<Shelter>,
    /// The row of each entrance of each shelter.
    entrance_rows: Vec<Vec<u64>>,
    by_id: HashMap<String, usize>,
    rows: u64,
    /// What was said so far.
    pub report: Report,
}

impl Collector {
    /// Starts a list that is `mapping`, under the words of its `head`.
    pub fn new(mapping: &'static Mapping, head: Head, report: Report) -> Result<Collector, NotAList> {
        let mut collector = Collector {
            mapping,
            head,
            private: false,
            shelters: Vec::new(),
            entrance_rows: Vec::new(),
            by_id: HashMap::new(),
            rows: 0,
            report,
        };
        if mapping.feed {
            collector.check_head()?;
        }
        Ok(collector)
    }

    fn check_head(&mut self) -> Result<(), NotAList> {
        const KNOWN: [&str; 7] =
            ["hinan_feed", "publisher", "licence", "attribution", "date", "language", "visibility"];
        if let Some(version) = self.head.get("hinan_feed").filter(|version| *version != "1") {
            return Err(NotAList::FeedVersion {
                file: self.report.file.clone(),
                version: cell::line(version),
            });
        }
        for key in self.head.keys() {
            if !KNOWN.contains(&key.as_str()) && !key.starts_with("x_") {
                let reason = format!("{} is not a member of the feed; ignored", quoted(key));
                self.report.remark(None, None, reason);
            }
        }
        for (key, why) in [("licence", "who may use it"), ("date", "how old it is")] {
            if !self.head.contains_key(key) {
                self.report.remark(None, Some(key), format!("the feed does not say {why}"));
            }
        }
        if let Some(Err(reason)) = self.head.get("date").map(|date| cell::day(date)) {
            self.head.remove("date");
            self.report.remark(None, Some("date"), format!("{reason}; taken as unknown"));
        }
        if let Some(text) = self.head.get("visibility") {
            self.private = cell::visibility(text).map_or_else(
                |reason| {
                    let reason = format!("{reason}; the whole feed is taken as private");
                    self.report.remark(None, Some("visibility"), reason);
                    true
                },
                |visibility| visibility == Visibility::Private,
            );
        }
        Ok(())
    }

    /// Counts a row. Every row that is counted is then added or complained about as dropped.
    pub fn count_row(&mut self) -> Result<(), NotAList> {
        self.rows += 1;
        if self.rows > MAX_ROWS {
            return Err(NotAList::TooManyRows { file: self.report.file.clone(), limit: MAX_ROWS });
        }
        Ok(())
    }

    /// Leaves a row out.
    pub fn drop_row(&mut self, number: u64, column: Option<&str>, reason: &str) {
        self.report.dropped(Some(number), column, format!("{reason}; row left out"));
    }

    /// Makes a row a shelter, or an entrance of one, or a complaint.
    pub fn add(&mut self, row: &Row) {
        if let Some(version) = row.verbatim(Field::Feed).filter(|version| version.trim() != "1") {
            let reason = format!("{} is not version 1 of the feed", quoted(version));
            return self.drop_row(row.number, Some("hinan_feed"), &reason);
        }
        let Some(id) = self.id(row) else { return };
        let known = self.by_id.get(&id).copied();
        if let (Some(first), RowIs::Shelter) = (known, self.mapping.row_is) {
            let first = self.shelters[first].row;
            let reason = format!("the id {} is that of row {first} already", quoted(&id));
            return self.drop_row(row.number, self.mapping.column(Field::Id), &reason);
        }
        let Some(entrances) = self.entrances(row) else { return };
        let shelter = self.facts(row, id);
        let index = match known {
            Some(index) => {
                self.merge(index, shelter);
                index
            }
            None => {
                self.by_id.insert(shelter.id.clone(), self.shelters.len());
                self.shelters.push(shelter);
                self.entrance_rows.push(Vec::new());
                self.shelters.len() - 1
            }
        };
        for entrance in entrances {
            let known = &mut self.shelters[index].entrances;
            if known.len() == MAX_ENTRANCES {
                let reason =
                    format!("more than {MAX_ENTRANCES} entrances of one shelter; left out from here");
                return self.report.dropped(Some(row.number), None, reason);
            }
            if known.contains(&entrance) {
                let reason = "the same entrance of the same shelter once more; left out".to_owned();
                self.report.remark(Some(row.number), None, reason);
            } else {
                known.push(entrance);
                self.entrance_rows[index].push(row.number);
            }
        }
    }

    /// The row's id, or a complaint.
    fn id(&mut self, row: &Row) -> Option<String> {
        let column = self.mapping.column(Field::Id);
        let Some(id) = row.verbatim(Field::Id) else {
            self.drop_row(row.number, column, "there is no id");
            return None;
        };
        match fit_for_id(id) {
            Ok(()) => Some(id.to_string()),
            Err(reason) => {
                self.drop_row(row.number, column, &reason);
                None
            }
        }
    }

    /// The row's entrances: at least one, or a complaint.
    fn entrances(&mut self, row: &Row) -> Option<Vec<Entrance>> {
        let get = |field| row.verbatim(field).cloned();
        let own = || EntranceCells {
            lat: get(Field::Lat),
            lon: get(Field::Lon),
            node: get(Field::Node),
            name: get(Field::Entrance),
            start: get(Field::StartDs),
        };
        let Some(several) = &row.entrances else {
            return match self.entrance(&own()) {
                Ok(entrance) => Some(vec![entrance]),
                Err((column, reason)) => {
                    self.drop_row(row.number, column, &reason);
                    None
                }
            };
        };
        let mut entrances = Vec::new();
        for cells in several {
            let mut cells = cells.clone();
            // What a shelter says of its way in holds for the entrances that say nothing.
            cells.start = cells.start.or_else(|| get(Field::StartDs));
            match self.entrance(&cells) {
                Ok(entrance) => entrances.push(entrance),
                Err((column, reason)) => {
                    let reason = format!("{reason}; this entrance left out");
                    self.report.remark(Some(row.number), column, reason);
                }
            }
        }
        if entrances.is_empty() {
            self.drop_row(row.number, None, "there is no entrance that can be used");
            return None;
        }
        Some(entrances)
    }

    /// One entrance, or the column and the reason why not.
    fn entrance(&self, cells: &EntranceCells) -> Result<Entrance, (Option<&'static str>, String)> {
        let of = |field| move |reason| (self.mapping.column(field), reason);
        let start = cells.start.as_deref().map(|text| cell::start(text.trim())).transpose();
        let start = start.map_err(of(Field::StartDs))?;
        let at = match (&cells.node, &cells.lat, &cells.lon) {
            (Some(node), ..) => {
                fit_for_id(node).map_err(of(Field::Node))?;
                EntranceAt::Node(node.to_string())
            }
            (None, Some(lat), Some(lon)) => {
                let place = cell::place(lat.trim(), lon.trim(), self.mapping.all.bounds);
                let blame = |reason: String| {
                    let field = if reason.starts_with("longitude") { Field::Lon } else { Field::Lat };
                    of(field)(reason)
                };
                EntranceAt::Place(place.map_err(blame)?)
            }
            (None, None, None) => return Err((None, "there is no position".to_owned())),
            (None, None, Some(_)) => return Err(of(Field::Lat)("there is no latitude".to_owned())),
            (None, Some(_), None) => return Err(of(Field::Lon)("there is no longitude".to_owned())),
        };
        let name = cells.name.as_deref().map(cell::line).filter(|name| !name.is_empty());
        Ok(Entrance { at, start, name })
    }

    /// All that a row says but its entrances.
    fn facts(&mut self, row: &Row, id: String) -> Shelter {
        let mut shelter = Shelter::new(id, Vec::new());
        let all = &self.mapping.all;
        shelter.row = row.number;
        shelter.name = self.text(row, Field::Name);
        shelter.address = self.text(row, Field::Address);
        shelter.kind = self.text(row, Field::Kind).or_else(|| all.kind.map(str::to_owned));
        shelter.note = self.text(row, Field::Note);
        shelter.hours = self.text(row, Field::Hours);
        for (column, _, text) in row.cells.iter().filter(|(_, field, _)| *field == Field::Remark) {
            let remark = format!("{column} {}", cell::line(text));
            shelter.note = Some(shelter.note.map_or(remark.clone(), |note| format!("{note}; {remark}")));
        }
        shelter.capacity = self.value(row, Field::Capacity, cell::whole);
        shelter.area_m2 = self.value(row, Field::AreaM2, cell::whole);
        shelter.access = self.value(row, Field::Access, cell::access).unwrap_or(all.access);
        shelter.wheelchair = self.value(row, Field::Wheelchair, cell::answer).unwrap_or_default();
        shelter.pets = self.value(row, Field::Pets, cell::answer).unwrap_or_default();
        shelter.status = self.value(row, Field::Status, cell::status).unwrap_or_default();
        shelter.checked = self.value(row, Field::Checked, cell::day);
        let careful = (Standing::Candidate, "candidate");
        let standing = self.strict(row, Field::Standing, cell::standing, careful);
        shelter.standing = standing.unwrap_or(Standing::Official);
        let careful = (Visibility::Private, "private");
        let visibility = self.strict(row, Field::Visibility, cell::visibility, careful);
        shelter.visibility = visibility.unwrap_or_default();
        if self.private {
            shelter.visibility = Visibility::Private;
        }
        self.hazards(row, &mut shelter);
        shelter
    }

    /// Text that people read, with a remark where bytes of it were lost.
    fn text(&mut self, row: &Row, field: Field) -> Option<String> {
        let text = cell::line(row.verbatim(field)?);
        if text.contains('\u{FFFD}') {
            let reason = format!("{} holds bytes that could not be read; kept as shown", quoted(&text));
            self.report.remark(Some(row.number), self.mapping.column(field), reason);
        }
        Some(text).filter(|text| !text.is_empty())
    }

    /// A value, unknown where the cell is blank or cannot be read.
    fn value<T>(&mut self, row: &Row, field: Field, read: fn(&str) -> Result<T, String>) -> Option<T> {
        match read(row.verbatim(field)?.trim()) {
            Ok(value) => Some(value),
            Err(reason) => {
                let reason = format!("{reason}; taken as unknown");
                self.report.remark(Some(row.number), self.mapping.column(field), reason);
                None
            }
        }
    }

    /// A value that takes its careful side where the cell cannot be read.
    fn strict<T>(
        &mut self,
        row: &Row,
        field: Field,
        read: fn(&str) -> Result<T, String>,
        (careful, name): (T, &str),
    ) -> Option<T> {
        match read(row.verbatim(field)?.trim()) {
            Ok(value) => Some(value),
            Err(reason) => {
                let reason = format!("{reason}; taken as {name}");
                self.report.remark(Some(row.number), self.mapping.column(field), reason);
                Some(careful)
            }
        }
    }

    fn hazards(&mut self, row: &Row, shelter: &mut Shelter) {
        for (field, list) in [(Field::GoodFor, true), (Field::BadFor, false)] {
            let Some(text) = row.verbatim(field) else { continue };
            let (set, unknown) = cell::hazards(text);
            *(if list { &mut shelter.good_for } else { &mut shelter.bad_for }) = set;
            if !unknown.is_empty() {
                let reason = format!("{} names no hazard; ignored", unknown.join(", "));
                self.report.remark(Some(row.number), self.mapping.column(field), reason);
            }
        }
        if row.verbatim(Field::GoodFor).is_none() {
            shelter.good_for = self.mapping.all.good_for;
        }
        let both = shelter.good_for.iter().find(|&hazard| shelter.bad_for.contains(hazard));
        if let Some(hazard) = both {
            let bad = shelter.bad_for;
            shelter.good_for = shelter.good_for.iter().filter(|&hazard| !bad.contains(hazard)).collect();
            let reason = format!("{hazard} stands in good_for and in bad_for; taken as bad");
            self.report.remark(Some(row.number), self.mapping.column(Field::BadFor), reason);
        }
    }

    /// A further row of a shelter: what it adds is taken, what it contradicts is said. The first
    /// statement stays, except where the other is the careful one.
    fn merge(&mut self, index: usize, new: Shelter) {
        let row = new.row;
        let kept = &mut self.shelters[index];
        let mut against = Vec::new();
        {
            let mut add = |field, conflict| {
                if conflict {
                    against.push(field);
                }
            };
            add(Field::Name, fill(&mut kept.name, new.name));
            add(Field::Address, fill(&mut kept.address, new.address));
            add(Field::Kind, fill(&mut kept.kind, new.kind));
            add(Field::Capacity, fill(&mut kept.capacity, new.capacity));
            add(Field::AreaM2, fill(&mut kept.area_m2, new.area_m2));
            add(Field::GoodFor, fill(&mut kept.good_for, new.good_for));
            add(Field::BadFor, fill(&mut kept.bad_for, new.bad_for));
            add(Field::Access, fill(&mut kept.access, new.access));
            add(Field::Wheelchair, fill(&mut kept.wheelchair, new.wheelchair));
            add(Field::Pets, fill(&mut kept.pets, new.pets));
            add(Field::Hours, fill(&mut kept.hours, new.hours));
            add(Field::Status, fill(&mut kept.status, new.status));
            add(Field::Checked, fill(&mut kept.checked, new.checked));
            add(Field::Note, fill(&mut kept.note, new.note));
        }
        kept.standing = kept.standing.max(new.standing);
        if new.visibility == Visibility::Private {
            kept.visibility = Visibility::Private;
        }
        let first = kept.row;
        for field in against {
            let reason =
                format!("says otherwise than row {first} of the same shelter; what row {first} says is kept");
            self.report.remark(Some(row), self.mapping.column(field), reason);
        }
    }

    /// Leaves out entrances whose latitude and longitude were swapped: far from the middle of the
    /// list as they stand, near to it the other way around.
    fn drop_swapped(&mut self) {
        const MANY: usize = 8;
        const FAR_E7: i64 = 100_000_000;
        const NEAR_E7: i64 = 50_000_000;
        let places = self.shelters.iter().flat_map(|shelter| &shelter.entrances).filter_map(place_of);
        let (mut lats, mut lons): (Vec<i32>, Vec<i32>) = places.map(|p| (p.lat_e7, p.lon_e7)).unzip();
        if lats.len() < MANY {
            return;
        }
        let middle = |numbers: &mut Vec<i32>| {
            let half = numbers.len() / 2;
            i64::from(*numbers.select_nth_unstable(half).1)
        };
        let (lat, lon) = (middle(&mut lats), middle(&mut lons));
        let off = |a: i32, b: i32| (i64::from(a) - lat).abs().max((i64::from(b) - lon).abs());
        let swapped = |p: Place| off(p.lat_e7, p.lon_e7) > FAR_E7 && off(p.lon_e7, p.lat_e7) < NEAR_E7;
        for (shelter, rows) in self.shelters.iter_mut().zip(&mut self.entrance_rows) {
            let keep: Vec<bool> =
                shelter.entrances.iter().map(|e| !place_of(e).is_some_and(swapped)).collect();
            if keep.iter().all(|&keep| keep) {
                continue;
            }
            let mut kept = keep.iter();
            shelter.entrances.retain(|_| kept.next().copied().unwrap_or(true));
            for (&row, _) in rows.iter().zip(&keep).filter(|(_, keep)| !**keep) {
                let reason =
                    "far from the rest of the list: latitude and longitude look swapped; row left out";
                self.report.dropped(Some(row), self.mapping.column(Field::Lat), reason.to_owned());
            }
        }
        self.shelters.retain(|shelter| !shelter.entrances.is_empty());
    }

    /// The list, or the reason why it is none.
    pub fn finish(mut self) -> Result<ShelterList, NotAList> {
        self.drop_swapped();
        let (file, format, rows) = (self.report.file.clone(), self.mapping.format, self.rows);
        let (complaints, count) = self.report.finish();
        if self.shelters.is_empty() {
            return Err(NotAList::NoRecord { file, format, rows, complaints });
        }
        let mut head = |key| self.head.remove(key).map(|text| cell::line(&text));
        let (attribution, publisher) = (head("attribution"), head("publisher"));
        let all = &self.mapping.all;
        let source = Source {
            role: "shelters".to_owned(),
            file,
            format: format.to_owned(),
            sha256: String::new(),
            date: head("date"),
            licence: head("licence").or_else(|| all.licence.map(str::to_owned)),
            attribution: attribution.or(publisher).or_else(|| all.attribution.map(str::to_owned)),
            rows,
            records: self.shelters.len() as u64,
            complaints: count,
        };
        Ok(ShelterList { shelters: self.shelters, complaints, source })
    }
}

fn place_of(entrance: &Entrance) -> Option<Place> {
    match entrance.at {
        EntranceAt::Place(place) => Some(place),
        EntranceAt::Node(_) => None,
    }
}

/// Whether text can be an id: it must come back exactly as it was, wherever it is shown.
fn fit_for_id(text: &str) -> Result<(), String> {
    if text.len() > MAX_ID {
        return Err(format!("the id {} is longer than {MAX_ID} bytes", quoted(text)));
    }
    if text.chars().any(|c| c.is_control() || c == '\u{FFFD}') {
        return Err(format!("the id {} holds characters that cannot be shown", quoted(text)));
    }
    Ok(())
}

/// Takes a new value where none is known; `true` where it contradicts a known one.
fn fill<T: Default + PartialEq>(kept: &mut T, new: T) -> bool {
    let blank = T::default();
    if new == blank || *kept == new {
        return false;
    }
    if *kept == blank {
        *kept = new;
        return false;
    }
    true
}
