//! Rows of text → shelters. The same for every list and every container.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use hinan_earth::Crs;
use hinan_model::shelter::{Entrance, EntranceAt, Visibility};
use hinan_model::{Place, Shelter, Source};
use sha2::{Digest as _, Sha256};

use crate::error::NotAList;
use crate::mapping::{Field, Ids, Mapping, RowIs};
use crate::report::{Report, quoted};
use crate::{MAX_ENTRANCES, MAX_ROWS, ShelterList, Tally, cell};

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
    pub fn verbatim(&self, field: Field) -> Option<&Cow<'a, str>> {
        self.cells.iter().find(|(_, f, _)| *f == field).map(|(_, _, text)| text)
    }

    /// The texts of `field`, in the order that the mapping gives their columns.
    pub fn all(&self, mapping: &Mapping, field: Field) -> Vec<&Cow<'a, str>> {
        let mut cells: Vec<_> = self.cells.iter().filter(|(_, f, _)| *f == field).collect();
        if cells.len() > 1 {
            cells.sort_by_key(|(column, ..)| mapping.columns.iter().position(|(path, _)| path == column));
        }
        cells.into_iter().map(|(.., text)| text).collect()
    }
}

/// What a feed says of itself: key → value, as written.
pub(crate) type Head = BTreeMap<String, String>;

/// A shelter, and what is still to be settled about it.
#[derive(Debug)]
pub(crate) struct Kept {
    pub shelter: Shelter,
    /// The row of each entrance.
    pub entrance_rows: Vec<u64>,
    /// How many rows went into it.
    pub rows: u64,
    pub given: Given,
}

/// Numbers for a place as the list gives them.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Given {
    /// What stands for latitude and longitude, where that lies outside of what the list covers. The
    /// only entrance has no place before it is known how the rest of the list is to be read.
    pub unsettled: Option<(f64, f64)>,
    /// East and north in the list's grid.
    pub grid: Option<(f64, f64)>,
    /// Which of the tables of the file it stands in.
    pub section: usize,
}

/// Makes shelters of rows.
#[derive(Debug)]
pub(crate) struct Collector {
    pub mapping: &'static Mapping,
    head: Head,
    pub private: bool,
    pub kept: Vec<Kept>,
    by_id: HashMap<String, usize>,
    pub tally: Tally,
    /// Rows passed over because they say that there is nothing.
    without: u64,
    /// The rows below which the tables of the file begin.
    pub sections: Vec<u64>,
    /// The latest day on which the list was made, by its rows.
    pub made: Option<String>,
    /// The grid of `East` and `North`.
    pub grid: Option<Crs>,
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
            kept: Vec::new(),
            by_id: HashMap::new(),
            tally: Tally::default(),
            without: 0,
            sections: vec![1],
            made: None,
            grid: mapping.grids.first().and_then(|code| Crs::epsg(*code).ok()),
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

    /// Counts a row. Every row that is counted is then added, passed over or left out.
    pub fn count_row(&mut self) -> Result<(), NotAList> {
        self.tally.rows += 1;
        if self.tally.rows > MAX_ROWS {
            return Err(NotAList::TooManyRows { file: self.report.file.clone(), limit: MAX_ROWS });
        }
        Ok(())
    }

    /// Leaves a row out.
    pub fn drop_row(&mut self, number: u64, column: Option<&str>, reason: &str) {
        self.tally.dropped += 1;
        self.report.dropped(Some(number), column, format!("{reason}; row left out"));
    }

    /// A header row below the first: another table begins.
    pub fn new_section(&mut self, number: u64) {
        self.tally.passed_over += 1;
        self.sections.push(number);
        let reason = "a header row once more; passed over, and the rows below are read by it".to_owned();
        self.report.remark(Some(number), None, reason);
    }

    /// Makes a row a shelter, or an entrance of one, or a complaint.
    pub fn add(&mut self, row: &Row) {
        if let Some(version) = row.verbatim(Field::Feed).filter(|version| version.trim() != "1") {
            let reason = format!("{} is not version 1 of the feed", quoted(version));
            return self.drop_row(row.number, Some("hinan_feed"), &reason);
        }
        match self.how_many(row) {
            Ok(None | Some(1..)) => {}
            Ok(Some(0)) => {
                self.without += 1;
                return self.tally.passed_over += 1;
            }
            Err(reason) => return self.drop_row(row.number, self.mapping.column(Field::HowMany), &reason),
        }
        let Some((id, made)) = self.id(row) else { return };
        let known = self.by_id.get(&id).copied();
        if let (Some(first), RowIs::Shelter) = (known, self.mapping.row_is) {
            let first = self.kept[first].shelter.row;
            let reason = if made {
                format!("row {first} once more: the same name, address and place")
            } else {
                format!("the id {} is that of row {first} already", quoted(&id))
            };
            return self.drop_row(row.number, self.mapping.column(Field::Id), &reason);
        }
        let Some((entrances, given)) = self.entrances(row) else { return };
        let shelter = self.facts(row, id);
        match known {
            Some(index) => {
                self.merge(index, shelter);
                self.add_entrances(index, row.number, entrances);
            }
            None => {
                let index = self.kept.len();
                self.by_id.insert(shelter.id.clone(), index);
                self.kept.push(Kept { shelter, entrance_rows: Vec::new(), rows: 0, given });
                self.add_entrances(index, row.number, entrances);
            }
        }
    }

    /// Gives a shelter the entrances of one more row.
    fn add_entrances(&mut self, index: usize, row: u64, entrances: Vec<Entrance>) {
        let kept = &mut self.kept[index];
        let further = kept.rows > 0;
        if further && kept.shelter.entrances.len() >= MAX_ENTRANCES {
            let reason = format!("more than {MAX_ENTRANCES} entrances of one shelter; left out from here");
            self.tally.dropped += 1;
            return self.report.dropped(Some(row), None, reason);
        }
        kept.rows += 1;
        self.tally.merged += u64::from(further);
        for entrance in entrances {
            if kept.shelter.entrances.len() >= MAX_ENTRANCES {
                let reason =
                    format!("more than {MAX_ENTRANCES} entrances of one shelter; left out from here");
                return self.report.dropped(Some(row), None, reason);
            }
            if kept.shelter.entrances.contains(&entrance) {
                let reason = "the same entrance of the same shelter once more; left out".to_owned();
                self.report.remark(Some(row), None, reason);
            } else {
                kept.shelter.entrances.push(entrance);
                kept.entrance_rows.push(row);
            }
        }
    }

    /// How many things of the list's kind a row stands for, where it says so. Blank is none.
    fn how_many(&self, row: &Row) -> Result<Option<u32>, String> {
        if self.mapping.column(Field::HowMany).is_none() {
            return Ok(None);
        }
        row.verbatim(Field::HowMany).map_or(Ok(Some(0)), |text| cell::whole(text.trim()).map(Some))
    }

    /// The row's id and whether it was made here, or a complaint.
    fn id(&mut self, row: &Row) -> Option<(String, bool)> {
        let column = self.mapping.column(Field::Id);
        let parts: Vec<&str> = row.all(self.mapping, Field::Id).into_iter().map(AsRef::as_ref).collect();
        let id = match (parts.as_slice(), self.mapping.ids) {
            ([], Ids::Made) => return Some((made_id(self.mapping, row), true)),
            ([], Ids::Own) => {
                self.drop_row(row.number, column, "there is no id");
                return None;
            }
            ([id], _) => (*id).to_owned(),
            (parts, _) => parts.iter().map(|part| part.trim()).collect::<Vec<_>>().join("-"),
        };
        match fit_for_id(&id) {
            Ok(()) => Some((id, false)),
            Err(reason) => {
                self.drop_row(row.number, column, &reason);
                None
            }
        }
    }

    /// The row's entrances: at least one, or a complaint.
    fn entrances(&mut self, row: &Row) -> Option<(Vec<Entrance>, Given)> {
        let several = row.entrances.as_deref();
        let mut own = match several {
            Some([one]) => one.clone(),
            _ => own_entrance(row),
        };
        own.start = own.start.or_else(|| row.verbatim(Field::StartDs).cloned());
        let Some(several) = several.filter(|several| several.len() != 1) else {
            return match self.only_entrance(row, &own) {
                Ok((entrance, given)) => Some((vec![entrance], given)),
                Err((column, reason)) if row.entrances.is_some() => {
                    let reason = format!("{reason}; this entrance left out");
                    self.report.remark(Some(row.number), column, reason);
                    self.drop_row(row.number, None, "there is no entrance that can be used");
                    None
                }
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
            cells.start = cells.start.or_else(|| row.verbatim(Field::StartDs).cloned());
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
        Some((entrances, Given { section: self.sections.len() - 1, ..Given::default() }))
    }

    /// The one entrance of a row. Where it lies outside of what the list covers, it is left to be
    /// settled when the whole list is known.
    fn only_entrance(&mut self, row: &Row, cells: &EntranceCells) -> Result<(Entrance, Given), Blame> {
        let mut given = Given { section: self.sections.len() - 1, ..Given::default() };
        let numbers = self.grid_numbers(row);
        if cells.node.is_none() && cells.lat.is_none() && cells.lon.is_none() {
            if let Some((east, north)) = numbers? {
                let place = self.grid_place(east, north);
                let place = place.map_err(|why| (self.mapping.column(Field::East), why))?;
                return Ok((self.entrance_at(cells, EntranceAt::Place(place))?, given));
            }
            return Err((None, "there is no position".to_owned()));
        }
        given.grid = numbers.unwrap_or_else(|(column, reason)| {
            let reason = format!("{reason}; not compared with latitude and longitude");
            self.report.remark(Some(row.number), column, reason);
            None
        });
        if let (Some(bounds), Some(lat), Some(lon), None) =
            (self.mapping.all.bounds, &cells.lat, &cells.lon, &cells.node)
            && let Ok(pair) = cell::pair(lat.trim(), lon.trim())
            && pair != (0.0, 0.0)
            && !cell::within(bounds, pair)
        {
            given.unsettled = Some(pair);
            let nowhere = EntranceAt::Place(Place::default());
            return Ok((self.entrance_at(cells, nowhere)?, given));
        }
        Ok((self.entrance(cells)?, given))
    }

    /// East and north of a row, where it has both.
    fn grid_numbers(&self, row: &Row) -> Result<Option<(f64, f64)>, Blame> {
        let (Some(east), Some(north)) = (row.verbatim(Field::East), row.verbatim(Field::North)) else {
            return Ok(None);
        };
        let pair = cell::pair(east.trim(), north.trim());
        pair.map(Some).map_err(|why| (self.mapping.column(Field::East), why))
    }

    /// The place of numbers in the list's grid.
    fn grid_place(&self, east: f64, north: f64) -> Result<Place, String> {
        let place = self.grid.as_ref().and_then(|grid| grid.to_place(east, north));
        let place =
            place.ok_or_else(|| format!("{east}, {north} is not a place in the grid of this list"))?;
        match self.mapping.all.bounds {
            Some(bounds) if !cell::within(bounds, (place.lat(), place.lon())) => {
                Err(format!("{east}, {north} ({place}) is outside of what this list covers"))
            }
            _ => Ok(place),
        }
    }

    /// One entrance, or the column and the reason why not.
    fn entrance(&self, cells: &EntranceCells) -> Result<Entrance, Blame> {
        let of = |field| move |reason| (self.mapping.column(field), reason);
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
        self.entrance_at(cells, at)
    }

    /// All of an entrance but where it is.
    fn entrance_at(&self, cells: &EntranceCells, at: EntranceAt) -> Result<Entrance, Blame> {
        let start = cells.start.as_deref().map(|text| cell::start(text.trim())).transpose();
        let start = start.map_err(|reason| (self.mapping.column(Field::StartDs), reason))?;
        let name = cells.name.as_deref().map(cell::line).filter(|name| !name.is_empty());
        Ok(Entrance { at, start, name })
    }

    /// A further row of a shelter: what it adds is taken, what it contradicts is said. The first
    /// statement stays, except where the other is the careful one.
    fn merge(&mut self, index: usize, new: Shelter) {
        let row = new.row;
        let kept = &mut self.kept[index].shelter;
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
            add(Field::Underground, fill(&mut kept.underground, new.underground));
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

    /// The list, or the reason why it is none.
    pub fn finish(mut self) -> Result<ShelterList, NotAList> {
        self.settle();
        if self.without > 0 {
            let reason = format!("{} rows without any; passed over", self.without);
            self.report.remark(None, self.mapping.column(Field::HowMany), reason);
        }
        let (file, format) = (self.report.file.clone(), self.mapping.format);
        let (complaints, count) = self.report.finish();
        self.tally.shelters = self.kept.len() as u64;
        if self.kept.is_empty() {
            return Err(NotAList::NoRecord { file, format, rows: self.tally.rows, complaints });
        }
        let mut head = |key| self.head.remove(key).map(|text| cell::line(&text));
        let (attribution, publisher) = (head("attribution"), head("publisher"));
        let all = &self.mapping.all;
        let source = Source {
            role: "shelters".to_owned(),
            file,
            format: format.to_owned(),
            sha256: String::new(),
            date: head("date").or(self.made),
            licence: head("licence").or_else(|| all.licence.map(str::to_owned)),
            attribution: attribution.or(publisher).or_else(|| all.attribution.map(str::to_owned)),
            rows: self.tally.rows,
            records: self.tally.shelters,
            complaints: count,
        };
        let shelters = self.kept.into_iter().map(|kept| kept.shelter).collect();
        Ok(ShelterList { shelters, complaints, source, tally: self.tally })
    }
}

/// The column to blame and what is wrong.
type Blame = (Option<&'static str>, String);

/// The entrance that the cells of a row give.
fn own_entrance<'a>(row: &Row<'a>) -> EntranceCells<'a> {
    let get = |field| row.verbatim(field).cloned();
    let mut own = EntranceCells {
        lat: get(Field::Lat),
        lon: get(Field::Lon),
        node: get(Field::Node),
        name: get(Field::Entrance),
        start: get(Field::StartDs),
    };
    // Two numbers in one cell, in a column of their own or where the latitude should be.
    let both = match (&own.lat, &own.lon) {
        (None, None) => get(Field::LatLon),
        (Some(lat), None) => Some(lat.clone()),
        _ => None,
    };
    if let Some((lat, lon)) = both.as_deref().and_then(cell::two_numbers) {
        (own.lat, own.lon) = (Some(Cow::Owned(lat)), Some(Cow::Owned(lon)));
    }
    own
}

/// An id of a row that has none: a digest of its name, address and place, so that it does not depend
/// on where the row stands. Places count to about a metre, so that digits added or cut off by a
/// spreadsheet do not make another shelter of it.
fn made_id(mapping: &Mapping, row: &Row) -> String {
    let mut digest = Sha256::new();
    for field in [Field::Name, Field::Address, Field::AddressElse] {
        for text in row.all(mapping, field) {
            digest.update(cell::line(text));
            digest.update([0]);
        }
        digest.update([1]);
    }
    let own = own_entrance(row);
    for text in [own.lat, own.lon, row.verbatim(Field::East).cloned(), row.verbatim(Field::North).cloned()] {
        let text = text.unwrap_or_default();
        match text.trim().parse::<f64>() {
            Ok(number) => digest.update(format!("{number:.5}")),
            Err(_) => digest.update(text.trim()),
        }
        digest.update([0]);
    }
    digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
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
