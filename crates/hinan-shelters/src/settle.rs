//! What can be told of a list only when all of it is known: which way around its coordinates stand,
//! which grid they are in, which points lie in the sea, at which too many addresses meet,
//! and what stands there twice.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use hinan_earth::{Crs, land};
use hinan_model::Place;
use hinan_model::shelter::{Entrance, EntranceAt};

use crate::cell;
use crate::collect::{Collector, Kept};
use crate::mapping::{Field, RowIs};

/// Further apart than this, two statements of one place are told.
const SAME_PLACE_MM: u32 = 100_000;
/// Of the points that are in no degrees, a grid has to put this many in the list's bounds: 9 of 10.
const GRID_FITS: (usize, usize) = (9, 10);
/// So many addresses at one point are told.
const MANY_ADDRESSES: usize = 3;
/// Beyond this, a number is no angle.
const NO_ANGLE: f64 = 360.0;

/// Another way to read what stands for latitude and longitude.
enum Reading {
    Swapped,
    Grid { crs: Crs, north_first: bool },
}

impl Reading {
    /// The place of two numbers, where it is inside of the bounds.
    fn place(&self, bounds: [f64; 4], (a, b): (f64, f64)) -> Option<Place> {
        let place = match self {
            Reading::Swapped => Place::from_degrees(b, a),
            Reading::Grid { crs, north_first: true } => crs.to_place(b, a),
            Reading::Grid { crs, north_first: false } => crs.to_place(a, b),
        };
        place.filter(|place| cell::within(bounds, (place.lat(), place.lon())))
    }

    /// What is wrong with the list, with the rows that it is wrong in, and what was done.
    fn told(&self, rows: &str) -> String {
        match self {
            Reading::Swapped => format!(
                "latitude and longitude stand in each other's columns, as is seen by where the points fall \
                 ({rows}); exchanged"
            ),
            Reading::Grid { crs, .. } => {
                format!("latitude and longitude are metres in {} ({rows}); converted to degrees", crs.name())
            }
        }
    }

    /// What is wrong with a row that is in degrees as it stands.
    fn odd(&self) -> &'static str {
        match self {
            Reading::Swapped => "stands the other way around than the rest of the list",
            Reading::Grid { .. } => "is in degrees, unlike the rest of the list",
        }
    }
}

/// The shelters of one table of the file.
#[derive(Default)]
struct Section {
    settled: Vec<usize>,
    unsettled: Vec<usize>,
}

impl Collector {
    /// Settles what the single rows left open.
    pub fn settle(&mut self) {
        match self.mapping.all.bounds {
            Some(bounds) => self.settle_places(bounds),
            None => self.drop_swapped(),
        }
        self.kept.retain(|kept| !kept.shelter.entrances.is_empty());
        self.compare_with_grid();
        self.look_for_sea();
        self.look_for_shared_points();
        self.look_for_repeats();
    }

    fn settle_places(&mut self, bounds: [f64; 4]) {
        let mut sections: BTreeMap<usize, Section> = BTreeMap::new();
        for (index, kept) in self.kept.iter().enumerate() {
            let section = sections.entry(kept.given.section).or_default();
            let list =
                if kept.given.unsettled.is_some() { &mut section.unsettled } else { &mut section.settled };
            list.push(index);
        }
        for (number, section) in sections {
            if !section.unsettled.is_empty() {
                self.settle_section(number, &section, bounds);
            }
        }
    }

    /// Finds the one way to read the points of a table that puts more of them where the list is than
    /// they are as they stand, reads all of them that way and says so once. The rest is left out: it
    /// does not read like its neighbours.
    fn settle_section(&mut self, number: usize, section: &Section, bounds: [f64; 4]) {
        let (reading, why_not) = self.reading_of(section, bounds);
        if let Some(reading) = &reading {
            for &index in &section.settled {
                self.leave_out(index, reading.odd());
            }
        }
        let mut turned = 0;
        for &index in &section.unsettled {
            let pair = self.kept[index].given.unsettled.unwrap_or_default();
            match reading.as_ref().and_then(|reading| reading.place(bounds, pair)) {
                Some(place) => {
                    turned += 1;
                    let entrances = &mut self.kept[index].shelter.entrances;
                    entrances.iter_mut().for_each(|entrance| entrance.at = EntranceAt::Place(place));
                }
                None => {
                    let reason = cell::place_of(pair.0, pair.1, Some(bounds)).err().unwrap_or_default();
                    self.leave_out(index, &if is_angle(pair) { reason } else { reason + &why_not });
                }
            }
        }
        if let Some(reading) = &reading {
            let all = section.settled.len() + section.unsettled.len();
            let told = reading.told(&format!("{turned} of {all} rows"));
            let whole = " in the whole list".to_owned();
            let from = self.sections.get(number).filter(|_| number > 0);
            let from = from.map_or(whole, |row| format!(" in the rows below row {row}"));
            self.report.remark(None, self.mapping.column(Field::Lat), told + &from);
        }
    }

    /// The other way to read the points of a table, if there is exactly one, else why not.
    fn reading_of(&self, section: &Section, bounds: [f64; 4]) -> (Option<Reading>, String) {
        let pairs = || section.unsettled.iter().filter_map(|&index| self.kept[index].given.unsettled);
        let swapped = pairs().filter(|pair| Reading::Swapped.place(bounds, *pair).is_some()).count();
        if swapped > section.settled.len() {
            return (Some(Reading::Swapped), String::new());
        }
        let metres: Vec<_> = pairs().filter(|pair| !is_angle(*pair)).collect();
        if metres.len() <= section.settled.len() {
            return (None, String::new());
        }
        let mut found = Vec::new();
        for code in self.mapping.grids {
            let Ok(crs) = Crs::epsg(*code) else { continue };
            for north_first in [false, true] {
                let reading = Reading::Grid { crs: crs.clone(), north_first };
                let inside = metres.iter().filter(|pair| reading.place(bounds, **pair).is_some()).count();
                if inside * GRID_FITS.1 >= metres.len() * GRID_FITS.0 {
                    found.push(reading);
                }
            }
        }
        let names: Vec<_> = self.mapping.grids.iter().map(|code| format!("EPSG:{code}")).collect();
        let names = names.join(", ");
        match found.len() {
            1 => (found.pop(), String::new()),
            0 if names.is_empty() => (None, "; no grid is known for this list".to_owned()),
            0 => (None, format!("; in none of {names} would the list be where it should")),
            _ => (None, format!("; in more than one of {names} the list would be where it should")),
        }
    }

    /// Leaves out a shelter of one row.
    fn leave_out(&mut self, index: usize, reason: &str) {
        let kept = &mut self.kept[index];
        kept.shelter.entrances.clear();
        let row = kept.shelter.row;
        self.drop_row(row, self.mapping.column(Field::Lat), reason);
    }

    /// Leaves out entrances whose latitude and longitude were swapped: far from the middle of the
    /// list as they stand, near to it the other way around.
    fn drop_swapped(&mut self) {
        const MANY: usize = 8;
        const FAR_E7: i64 = 100_000_000;
        const NEAR_E7: i64 = 50_000_000;
        let places = self.kept.iter().flat_map(|kept| &kept.shelter.entrances).filter_map(place_of);
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
        for kept in &mut self.kept {
            let keep: Vec<bool> =
                kept.shelter.entrances.iter().map(|e| !place_of(e).is_some_and(swapped)).collect();
            if keep.iter().all(|&keep| keep) {
                continue;
            }
            let left: BTreeSet<u64> = kept
                .entrance_rows
                .iter()
                .zip(&keep)
                .filter(|(_, keep)| **keep)
                .map(|(row, _)| *row)
                .collect();
            let mut flags = keep.iter();
            kept.shelter.entrances.retain(|_| flags.next().copied().unwrap_or(true));
            let gone: BTreeSet<u64> =
                kept.entrance_rows.iter().copied().filter(|row| !left.contains(row)).collect();
            // A shelter that goes takes all of its rows with it, also those that repeated an entrance.
            let (rows, merged) = match kept.shelter.entrances.is_empty() {
                true => (kept.rows, kept.rows - 1),
                false => (gone.len() as u64, gone.len() as u64),
            };
            self.tally.dropped += rows;
            self.tally.merged -= merged;
            for (&row, _) in kept.entrance_rows.iter().zip(&keep).filter(|(_, keep)| !**keep) {
                let reason =
                    "far from the rest of the list: latitude and longitude look swapped; row left out";
                self.report.dropped(Some(row), self.mapping.column(Field::Lat), reason.to_owned());
            }
        }
    }

    /// Tells where the list's own grid says another place than its degrees.
    fn compare_with_grid(&mut self) {
        let Some(grid) = &self.grid else { return };
        for kept in &self.kept {
            let (Some((east, north)), Some(entrance)) = (kept.given.grid, kept.shelter.entrances.first())
            else {
                continue;
            };
            let Some(place) = place_of(entrance) else { continue };
            let reason = match grid.to_place(east, north).map(|there| place.distance_mm(there)) {
                Some(apart) if apart <= SAME_PLACE_MM => continue,
                Some(u32::MAX) | None => format!("{east}, {north} is far away from latitude and longitude"),
                Some(apart) => {
                    format!("{east}, {north} is {} m away from latitude and longitude", apart / 1000)
                }
            };
            let reason = format!("{reason}; latitude and longitude are used");
            self.report.remark(Some(kept.shelter.row), self.mapping.column(Field::East), reason);
        }
    }

    /// Tells which points lie in the sea. They are kept: the map of the sea is coarse and may lack an
    /// island, and no street leads to a point in the open sea, so that nobody will be sent there; left
    /// out, a good record would be gone for a wrong map.
    fn look_for_sea(&mut self) {
        for kept in &self.kept {
            let in_sea = |entrance: &Entrance| place_of(entrance).filter(|place| land::is_sea(*place));
            if let Some(place) = kept.shelter.entrances.iter().find_map(in_sea) {
                let reason = format!(
                    "{place} lies in the sea as far as a coarse map of the world knows; kept, please check"
                );
                self.report.remark(Some(kept.shelter.row), self.mapping.column(Field::Lat), reason);
            }
        }
    }

    /// Tells which points are those of shelters with several addresses. A geocoder that does not know
    /// a street gives the middle of the town, the same for every such address: somebody sent there
    /// stands before no door. They are kept, because one building can have several addresses too.
    fn look_for_shared_points(&mut self) {
        let mut points = Vec::new();
        for (index, Kept { shelter, .. }) in self.kept.iter().enumerate() {
            if let (Some(place), Some(_)) = (shelter.entrances.first().and_then(place_of), &shelter.address) {
                points.push((place.lat_e7, place.lon_e7, index));
            }
        }
        points.sort_unstable();
        let mut shared: Vec<(u64, String)> = Vec::new();
        for here in points.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let addresses = match here.len() {
                0..MANY_ADDRESSES => continue,
                _ => different_addresses(here.iter().map(|&(.., index)| &self.kept[index])),
            };
            if addresses >= MANY_ADDRESSES {
                let (rows, first) = (here.len(), self.kept[here[0].2].shelter.row);
                let reason = format!(
                    "{rows} rows with {addresses} different addresses stand at this one point, this row first: \
                     perhaps one building, perhaps the middle of a town where a geocoder gave up; kept, please check"
                );
                shared.push((first, reason));
            }
        }
        // Where there are too many to list, the first rows are listed.
        shared.sort_unstable();
        for (row, reason) in shared {
            self.report.remark(Some(row), self.mapping.column(Field::Lat), reason);
        }
    }

    /// Tells which shelters have the name and the place of an earlier one. They are kept: the halls of
    /// one school stand in lists like this, each with its own capacity.
    fn look_for_repeats(&mut self) {
        if self.mapping.row_is != RowIs::Shelter {
            return;
        }
        let mut seen: HashMap<(&str, Place), u64> = HashMap::new();
        for kept in &self.kept {
            let shelter = &kept.shelter;
            let Some(place) = shelter.entrances.first().and_then(place_of) else { continue };
            let Some(name) = shelter.name.as_deref() else { continue };
            let first = *seen.entry((name, place)).or_insert(shelter.row);
            if first != shelter.row {
                let reason = format!("the same name and place as row {first}; both are kept");
                self.report.remark(Some(shelter.row), None, reason);
            }
        }
    }
}

/// How many addresses shelters have. Marks and blanks make no other address of one.
fn different_addresses<'k>(kept: impl Iterator<Item = &'k Kept>) -> usize {
    let addresses = kept.filter_map(|kept| kept.shelter.address.as_deref());
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    addresses.map(letters).collect::<BTreeSet<_>>().len()
}

/// Whether numbers can be degrees at all.
fn is_angle((a, b): (f64, f64)) -> bool {
    a.abs() <= NO_ANGLE || b.abs() <= NO_ANGLE
}

fn place_of(entrance: &Entrance) -> Option<Place> {
    match entrance.at {
        EntranceAt::Place(place) => Some(place),
        EntranceAt::Node(_) => None,
    }
}
