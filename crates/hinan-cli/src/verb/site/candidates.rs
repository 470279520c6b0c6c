//! Where new shelters may be.

use core::convert::Infallible;
use core::str::FromStr;
use std::collections::btree_map::{BTreeMap, Entry};
use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use hinan_city::City;
use hinan_model::{Complaint, Place};
use hinan_plan::answer::Stand;
use hinan_region::Region;
use hinan_region::build::MAX_OFF_MM;
use hinan_server::answers::sites::{Candidates, undeclared};

use crate::output::remark;
use crate::tell::{count, many, plain};

/// Where candidates come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    /// A table.
    File(PathBuf),
    /// The places of the region that nobody has declared shelters.
    Region,
    /// Every node of the streets.
    Nodes,
}

impl FromStr for From {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<From, Infallible> {
        Ok(match text {
            "osm" => From::Region,
            "nodes" => From::Nodes,
            file => From::File(file.into()),
        })
    }
}

impl core::fmt::Display for From {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            From::File(path) => path.display().fmt(f),
            From::Region => f.write_str("osm"),
            From::Nodes => f.write_str("nodes"),
        }
    }
}

impl From {
    /// Shelters of the region that count as candidates and not as shelters.
    pub fn not_there_yet(&self, region: &Region) -> Vec<u32> {
        if *self == From::Region { undeclared(region) } else { Vec::new() }
    }
}

/// The most candidates.
const MOST: usize = 2_000_000;
/// At most so many complaints are told.
const TOLD: u64 = 20;

/// The candidates of a city.
///
/// # Errors
/// Where a file cannot be read, or there is no candidate at all.
pub fn read(from: &From, city: &City<'_>) -> Result<Candidates> {
    let candidates = match from {
        From::Nodes => Candidates::nodes(city),
        From::Region => of_region(from, city),
        From::File(path) => read_rows(path, city)?,
    };
    match candidates.ids.len() {
        0 if *from == From::Region => bail!(
            "--candidates osm: this region carries no candidates; build it with `--shelters osm --with-candidates`, or give \
             a list"
        ),
        0 => bail!("--candidates {from}: no candidate that the streets lead to"),
        _ => Ok(candidates),
    }
}

fn of_region(from: &From, city: &City<'_>) -> Candidates {
    let candidates = Candidates::of_region(city, &from.not_there_yet(city.region));
    if candidates.left_out > 0 {
        remark(&format!(
            "{} of this region left out: no street leads there",
            many(candidates.left_out, "candidate", "candidates")
        ));
    }
    candidates
}

fn read_rows(path: &Path, city: &City<'_>) -> Result<Candidates> {
    let mut candidates = Candidates::default();
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let unreadable = || format!("{name}: cannot be read");
    let file = File::open(path).with_context(unreadable)?;
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(file);
    let columns = Columns::find(reader.byte_headers().with_context(unreadable)?, &name)?;
    let mut known = Known::default();
    let mut record = csv::ByteRecord::new();
    // Rows are counted from 1, and the header is the first.
    let mut row = 1;
    while reader.read_byte_record(&mut record).with_context(unreadable)? {
        row += 1;
        if candidates.ids.len() == MOST {
            bail!("{name}: more than {} candidates", count(MOST as u64));
        }
        let found = columns.read(&record, row, city);
        match found.and_then(|found| known.add(row, found)) {
            Ok((id, place, stand)) => candidates.add(id, columns.holds(&record), place, stand),
            Err((column, reason)) => complain(&mut candidates, &name, row, column, reason + "; row left out"),
        }
    }
    if candidates.left_out > TOLD {
        remark(&format!("and {} more rows of {name} left out", count(candidates.left_out - TOLD)));
    }
    Ok(candidates)
}

fn complain(candidates: &mut Candidates, file: &str, row: u64, column: &str, reason: String) {
    candidates.left_out += 1;
    if candidates.left_out <= TOLD {
        let (file, column) = (file.to_owned(), Some(column.to_owned()));
        remark(&Complaint { file, row: Some(row), column, reason, dropped: true }.to_string());
    }
}

/// Which columns hold what.
struct Columns {
    node: Option<usize>,
    place: Option<[usize; 2]>,
    id: Option<usize>,
    places: Option<usize>,
}

impl Columns {
    fn find(header: &csv::ByteRecord, name: &str) -> Result<Columns> {
        let title = |title: &[u8]| {
            String::from_utf8_lossy(title).trim_start_matches('\u{feff}').trim().to_ascii_lowercase()
        };
        let titles: Vec<String> = header.iter().map(title).collect();
        let find = |wanted: &str| titles.iter().position(|title| title == wanted);
        let (node, place) = (find("node"), find("lat").zip(find("lon").or(find("lng"))).map(|(a, b)| [a, b]));
        if node.is_none() && place.is_none() {
            let has: Vec<String> = titles.iter().take(12).map(|title| plain(title, 30)).collect();
            bail!(
                "{name}, row 1: needs a column named node, or lat and lon (and optionally id), has {}",
                has.join(", ")
            );
        }
        Ok(Columns { node, place, id: find("id"), places: find("places") })
    }

    /// How many people a candidate would hold, as its row says.
    fn holds(&self, record: &csv::ByteRecord) -> String {
        let cell = self.places.and_then(|column| record.get(column)).unwrap_or_default();
        String::from_utf8_lossy(cell).trim().to_owned()
    }

    /// What a row says.
    fn read(&self, record: &csv::ByteRecord, row: u64, city: &City<'_>) -> Result<Found, Fault> {
        let cell =
            |column: usize| String::from_utf8_lossy(record.get(column).unwrap_or_default()).trim().to_owned();
        if let Some(node) = self.node.map(cell).filter(|node| !node.is_empty()) {
            return at_node(node, city);
        }
        let Some([lat, lon]) = self.place else { return Err(("node", "empty".to_owned())) };
        let id = self.id.map(cell).filter(|id| !id.is_empty());
        let (place, stand) = at_place([cell(lat), cell(lon)], city)?;
        Ok((id.unwrap_or_else(|| row.to_string()), Some(place), stand))
    }
}

/// What a candidate is called, where it is, and where that is on the streets.
type Found = (String, Option<Place>, Stand);

/// The column, and what is wrong there.
type Fault = (&'static str, String);

fn at_node(node: String, city: &City<'_>) -> Result<Found, Fault> {
    let Some(number) = city.region.find_node(&node) else {
        return Err(("node", format!("there is no node {} on the streets of this region", plain(&node, 40))));
    };
    let place = city.region.places().get(number as usize).copied();
    if place.is_some_and(|place| city.is_forbidden(place)) {
        return Err(("node", format!("node {} lies on forbidden ground", plain(&node, 40))));
    }
    Ok((node, place, Stand::Node(number)))
}

fn at_place([lat, lon]: [String; 2], city: &City<'_>) -> Result<(Place, Stand), Fault> {
    let degrees = |cell: &str| cell.parse::<f64>().ok().filter(|degrees| degrees.is_finite());
    let place = degrees(&lat).zip(degrees(&lon)).and_then(|(lat, lon)| Place::from_degrees(lat, lon));
    let Some(place) = place else {
        let (lat, lon) = (plain(&lat, 20), plain(&lon, 20));
        return Err(("lat", format!("'{lat}', '{lon}' is no place on Earth in degrees")));
    };
    if city.is_forbidden(place) {
        return Err(("lat", "lies on forbidden ground".to_owned()));
    }
    match city.stand(place, MAX_OFF_MM) {
        Stand::Nowhere => {
            Err(("lat", format!("no street that can be used lies within {} m", MAX_OFF_MM / 1000)))
        }
        stand => Ok((place, stand)),
    }
}

/// What has been read already: the row of each id and of each place on the streets.
#[derive(Default)]
struct Known {
    ids: BTreeMap<String, u64>,
    stands: BTreeMap<(u32, u32, u32), u64>,
}

impl Known {
    /// One candidate has one row: of two at the very same place neither adds anything to the other.
    fn add(&mut self, row: u64, found: Found) -> Result<Found, Fault> {
        match self.ids.entry(found.0.clone()) {
            Entry::Occupied(before) => {
                return Err(("id", format!("'{}' again, as in row {}", plain(&found.0, 40), before.get())));
            }
            Entry::Vacant(new) => new.insert(row),
        };
        let key = match found.2 {
            Stand::Nowhere => return Ok(found),
            Stand::Node(node) => (node, u32::MAX, 0),
            Stand::Street { segment, part_mm, off } => (segment, part_mm, off.0),
        };
        match self.stands.entry(key) {
            Entry::Occupied(before) => {
                Err(("id", format!("'{}' is at the very place of row {}", plain(&found.0, 40), before.get())))
            }
            Entry::Vacant(new) => {
                new.insert(row);
                Ok(found)
            }
        }
    }
}
