//! What the fuzzer calls: one function a target, from bytes to a verdict by panic.
//!
//! Whatever the bytes are, a reader answers with records and complaints or with an error; nothing
//! panics, hangs or takes memory out of proportion. Where a reader yields something, the rooms behind
//! it must cope: streets become a region that opens, and an opened region answers.
//!
//! `fuzz/` links these to libFuzzer; `tests/it` replays `fuzz/seeds` and `fuzz/corpus` in every test
//! run, with each seed also cut short and spoilt.

mod alert;
mod cap;
mod city;
mod pack;
mod phone;
mod restamp;
mod server;
mod trust;

pub use cap::{cap_feed, cap_read, cap_write};
pub use city::SMALL;
pub use pack::{SMALL_PACK, pack_decode};
pub use trust::{trust_bundle, trust_envelope, trust_statement};

use std::io::Cursor;

use hinan_model::network::Streets;
use hinan_model::zone::Zones;
use hinan_model::{AreaIndex, Bounds, Complaint, Place, Source};
use hinan_region::{Draft, Input, Region};

/// A name and what the fuzzer calls.
pub type Target = (&'static str, fn(&[u8]));

/// The targets by name.
pub const TARGETS: &[Target] = &[
    ("body", body),
    ("cap_feed", cap_feed),
    ("cap_read", cap_read),
    ("cap_write", cap_write),
    ("feed", feed),
    ("life", life),
    ("network", network),
    ("pack_decode", pack_decode),
    ("pbf", pbf),
    ("people", people),
    ("phone", phone),
    ("place", place),
    ("region", region),
    ("route", route),
    ("trust_bundle", trust_bundle),
    ("trust_envelope", trust_envelope),
    ("trust_statement", trust_statement),
    ("xml", xml),
    ("zones", zones),
];

/// The name that messages call the input.
const NAME: &str = "fuzz";

/// Everything that a map can be asked for.
fn with_drawing() -> hinan_streets::Options<'static> {
    hinan_streets::Options { drawing: true, ..hinan_streets::Options::default() }
}

/// An `.osm.pbf` file.
pub fn pbf(data: &[u8]) {
    if let Ok(streets) = hinan_streets::read_pbf_bytes(data, NAME, &with_drawing()) {
        build(streets);
    }
}

/// An `.osm` file.
pub fn xml(data: &[u8]) {
    if let Ok(streets) = hinan_streets::read_xml(data, NAME, &with_drawing()) {
        build(streets);
    }
}

/// `nodes.csv`, a line of `--`, `arcs.csv`. Without that line: `.gr` files, as text and as numbers.
pub fn network(data: &[u8]) {
    const BORDER: &[u8] = b"\n--\n";
    let options = hinan_streets::Options::default();
    let read = match data.windows(BORDER.len()).position(|window| window == BORDER) {
        Some(at) => {
            let (nodes, arcs) = (&data[..=at], &data[at + BORDER.len()..]);
            vec![hinan_streets::read_network(nodes, arcs, NAME, &options)]
        }
        None => vec![
            hinan_streets::read_gr(data, None, NAME, &options),
            hinan_streets::read_gr_binary(data, data, NAME, &options),
        ],
    };
    read.into_iter().flatten().for_each(build);
}

/// A body for the server, behind a byte that says which route it is for and whether it is made into JSON.
pub fn body(data: &[u8]) {
    let _status = server::ask(data);
}

/// A shelter list of any kind.
pub fn feed(data: &[u8]) {
    if let Ok(list) = hinan_shelters::read_bytes(data, NAME) {
        assert!(!list.shelters.is_empty(), "a list without a record is an error");
        assert!(list.shelters.iter().all(|shelter| !shelter.entrances.is_empty()), "no way in");
        city::small_with(list);
    }
}

/// A file of people of any kind, also taken as one of areas. Of files of an odd length only a box is
/// wanted, so that both ways through a raster are gone.
pub fn people(data: &[u8]) {
    let corner = |lat_e7, lon_e7| Place { lat_e7, lon_e7 };
    let bounds = Bounds { min: corner(600_000_000, 230_000_000), max: corner(609_000_000, 243_000_000) };
    let bounds = [None, Some(bounds)][data.len() % 2];
    let wanted = hinan_layers::Wanted { bounds, ..hinan_layers::Wanted::default() };
    if let Ok(people) = hinan_layers::read_people_from(Cursor::new(data), NAME, &wanted) {
        check_account(&people.source, &people.complaints);
        assert!(people.cells.iter().all(|cell| cell.milli > 0), "a cell with nobody");
    }
    if let Ok(areas) = hinan_layers::read_areas_from(Cursor::new(data), NAME, &wanted) {
        check_account(&areas.source, &areas.complaints);
        let index = AreaIndex::new(areas.areas.iter().map(|area| &area.area));
        let _ = index.contains(bounds.map_or(Place::default(), |bounds| bounds.min));
    }
}

/// A file of zones, or two with a line of `--` between them.
pub fn zones(data: &[u8]) {
    const BORDER: &[u8] = b"\n--\n";
    let files = match data.windows(BORDER.len()).position(|window| window == BORDER) {
        Some(at) => vec![(Cursor::new(&data[..at]), NAME), (Cursor::new(&data[at + BORDER.len()..]), NAME)],
        None => vec![(Cursor::new(data), NAME)],
    };
    if let Ok(list) = hinan_layers::read_zones_from(files, &hinan_layers::Wanted::default()) {
        assert!(!list.zones.is_empty(), "a list without a zone is an error");
        let zones = Zones::new(list.zones);
        assert!(zones.budget(Place::default()).is_some(), "somebody is left without a time");
    }
}

/// The rows of a file are its records and those that were left out.
fn check_account(source: &Source, complaints: &[Complaint]) {
    let dropped = complaints.iter().filter(|complaint| complaint.dropped).count() as u64;
    let is_listed = source.complaints == complaints.len() as u64;
    assert!(!is_listed || source.rows == source.records + dropped, "rows that nobody tells of");
}

/// Anything that a page may ask a phone: see `phone.rs`.
pub fn phone(data: &[u8]) {
    phone::ask(data);
}

/// Any messages, and a time: see `alert.rs`.
pub fn life(data: &[u8]) {
    alert::live(data);
}

/// Any areas of alerts: see `alert.rs`.
pub fn place(data: &[u8]) {
    alert::place(data);
}

/// A region file: once as it is, and once with right checksums, which no mutation would ever hit.
pub fn region(data: &[u8]) {
    for bytes in [data, &restamp::restamped(data)] {
        if let Ok(region) = Region::from_bytes(bytes) {
            city::use_all(&region);
        }
    }
}

/// What a person may type after `--from`, on a small city.
pub fn route(data: &[u8]) {
    if let Ok(text) = std::str::from_utf8(data) {
        city::ask(text);
    }
}

/// Streets that a reader let through make a region, or are refused with a reason; the region opens.
fn build(streets: Streets) {
    if let Ok(draft) = Draft::new(Input::new(NAME, streets)) {
        match Region::from_bytes(&draft.bytes()) {
            Ok(region) => city::use_all(&region),
            Err(error) => unreachable!("what was just built does not open: {error}"),
        }
    }
}
