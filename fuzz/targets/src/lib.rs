//! What the fuzzer calls: one function a target, from bytes to a verdict by panic.
//!
//! Whatever the bytes are, a reader answers with records and complaints or with an error; nothing
//! panics, hangs or takes memory out of proportion. Where a reader yields something, the rooms behind
//! it must cope: streets become a region that opens, and an opened region answers.
//!
//! `fuzz/` links these to libFuzzer; `tests/it` replays `fuzz/seeds` and `fuzz/corpus` in every test
//! run, with each seed also cut short and spoilt.

mod city;
mod restamp;

pub use city::SMALL;

use hinan_model::network::Streets;
use hinan_region::{Draft, Input, Region};

/// A name and what the fuzzer calls.
pub type Target = (&'static str, fn(&[u8]));

/// The targets by name.
pub const TARGETS: &[Target] =
    &[("feed", feed), ("network", network), ("pbf", pbf), ("region", region), ("route", route), ("xml", xml)];

/// The name that messages call the input.
const NAME: &str = "fuzz";

/// An `.osm.pbf` file.
pub fn pbf(data: &[u8]) {
    if let Ok(streets) = hinan_streets::read_pbf_bytes(data, NAME, &hinan_streets::Options::default()) {
        build(streets);
    }
}

/// An `.osm` file.
pub fn xml(data: &[u8]) {
    if let Ok(streets) = hinan_streets::read_xml(data, NAME, &hinan_streets::Options::default()) {
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

/// A shelter list of any kind.
pub fn feed(data: &[u8]) {
    if let Ok(list) = hinan_shelters::read_bytes(data, NAME) {
        assert!(!list.shelters.is_empty(), "a list without a record is an error");
        assert!(list.shelters.iter().all(|shelter| !shelter.entrances.is_empty()), "no way in");
        city::small_with(list);
    }
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
