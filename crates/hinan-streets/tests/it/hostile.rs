//! Bytes that mean harm, or met some: a sentence each time, never a panic, never much memory.

use std::io::{BufReader, Cursor, Read};

use hinan_streets::{Options, StreetsError, read_pbf_bytes, read_xml};
use proptest::prelude::*;

use crate::map::{Map, blob, bytes_field, number_field, raw_blob};
use crate::pbf::town;

fn pbf(bytes: &[u8]) -> Result<(), String> {
    read_pbf_bytes(bytes, "hostile.osm.pbf", &Options::default()).map(|_| ()).map_err(|e| e.to_string())
}

fn xml(text: impl Read) -> Result<(), String> {
    read_xml(BufReader::new(text), "hostile.osm", &Options::default()).map(|_| ()).map_err(|e| e.to_string())
}

#[track_caller]
fn says(result: Result<(), String>, words: &str) {
    let sentence = result.expect_err("an error");
    assert!(sentence.contains(words), "'{sentence}' does not say '{words}'");
}

#[test]
fn a_file_cut_anywhere_is_an_error_or_a_shorter_file() {
    for packed in [true, false] {
        let whole = town().pbf(true, packed, "nwr");
        for length in 0..whole.len() {
            // Whole blocks may be gone without a trace: then fewer streets, or none.
            if let Err(sentence) = pbf(&whole[..length]) {
                assert!(sentence.starts_with("hostile.osm.pbf"), "{sentence}");
            }
        }
    }
    let whole = town().xml();
    for length in 0..whole.len() - 8 {
        assert!(xml(&whole.as_bytes()[..length]).is_err(), "cut at {length}");
    }
}

#[test]
fn a_flipped_bit_never_panics() {
    for packed in [true, false] {
        let whole = town().pbf(true, packed, "nwr");
        for position in 0..whole.len() {
            for bit in 0..8 {
                let mut flipped = whole.clone();
                flipped[position] ^= 1 << bit;
                let _ = pbf(&flipped);
            }
        }
    }
}

#[test]
fn four_gigabytes_are_refused_before_they_are_asked_for() {
    let mut file = Map::row(2).way(1, &[1, 2], "highway=path").pbf(true, true, "");
    // Claimed by the header of the block, which the file cannot hold.
    let mut claims = file.clone();
    raw_blob(&mut claims, "OSMData", &[], 4 << 30);
    says(pbf(&claims), "a block claims 4294967296 bytes, the format allows 33554432");
    // Claimed for what it unpacks to.
    let mut message = Vec::new();
    number_field(&mut message, 2, 4 << 30);
    bytes_field(&mut message, 3, &[0x78, 0x9c, 3, 0, 0, 0, 0, 1]);
    let mut claims = file.clone();
    raw_blob(&mut claims, "OSMData", &message, message.len() as u64);
    says(pbf(&claims), "claims 4294967296 bytes unpacked, the format allows 33554432");
    // Within the format, but more than its packed bytes can hold.
    let mut message = Vec::new();
    number_field(&mut message, 2, 30 << 20);
    bytes_field(&mut message, 3, &[0x78, 0x9c, 3, 0, 0, 0, 0, 1]);
    raw_blob(&mut file, "OSMData", &message, message.len() as u64);
    says(pbf(&file), "packed bytes can hold");
}

#[test]
fn headers_that_are_none() {
    says(pbf(b""), "no header block");
    says(pbf(b"\0\0\0"), "ends in the middle");
    says(pbf(b"<osm></osm>          "), "the format allows 65536");
    says(pbf(&[0; 64]), "how long the block is");
    let mut file = Vec::new();
    let mut header = Vec::new();
    bytes_field(&mut header, 4, b"HistoricalInformation");
    blob(&mut file, "OSMHeader", &header, true);
    says(pbf(&file), "'HistoricalInformation', which is not read");
    for (field, packing) in [(4, "lzma"), (6, "lz4"), (7, "zstd")] {
        let mut file = Vec::new();
        let mut message = Vec::new();
        bytes_field(&mut message, field, b"xx");
        raw_blob(&mut file, "OSMHeader", &message, message.len() as u64);
        says(pbf(&file), packing);
    }
}

#[test]
fn a_block_of_nothing_but_strings_or_groups_stays_small() {
    let mut strings = Vec::new();
    (0..3_000_000).for_each(|_| bytes_field(&mut strings, 1, b""));
    let mut block = Vec::new();
    bytes_field(&mut block, 1, &strings);
    bytes_field(&mut block, 2, &[0x1a, 0]);
    let mut file = Map::default().pbf(true, true, "");
    blob(&mut file, "OSMData", &block, true);
    says(pbf(&file), "two million strings");
}

/// A million tags, made as they are read.
struct ManyTags {
    left: u32,
    ready: Cursor<Vec<u8>>,
}

impl Read for ManyTags {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        loop {
            let read = self.ready.read(into)?;
            if read > 0 || self.left == 0 {
                return Ok(read);
            }
            self.left -= 1;
            self.ready = Cursor::new(format!("<tag k=\"k{}\" v=\"v\"/>", self.left).into_bytes());
        }
    }
}

#[test]
fn a_million_tags_end_in_a_sentence() {
    let start = Cursor::new(b"<osm><way id=\"1\">".to_vec());
    says(xml(ManyTags { left: 1_000_000, ready: start }), "more than 5000 tags");
    let many: String = (0..1_000_000).map(|_| "a=b ").collect();
    let map = Map::row(2).way(1, &[1, 2], &many);
    says(pbf(&map.pbf(true, true, "nw")), "5,000 tags");
    let map = Map::row(2).way(1, &[1, 2], "highway=path").tag_node(1, &many);
    says(pbf(&map.pbf(true, true, "nw")), "5,000 tags");
    says(pbf(&map.pbf(false, true, "nw")), "5,000 tags");
}

#[test]
fn markup_without_end_is_refused() {
    let long = format!("<osm><node id=\"1\" lat=\"{}", "1".repeat(2_000_000));
    says(xml(long.as_bytes()), "longer than a megabyte");
    let comment = format!("<!-- {}", "x".repeat(2_000_000));
    says(xml(comment.as_bytes()), "longer than a megabyte");
    says(xml("<a>".repeat(2).as_bytes()), "not 'osm'");
    says(xml(format!("<osm>{}", "<a>".repeat(1000)).as_bytes()), "more than 16 deep");
}

#[test]
fn document_types_and_entities_are_refused() {
    says(xml("<!DOCTYPE osm [<!ENTITY a 'b'>]><osm></osm>".as_bytes()), "document type");
    says(xml("<osm>&a;</osm>".as_bytes()), "entity");
    says(xml("<osm><node id='1' lat='&a;' lon='1'/></osm>".as_bytes()), "cannot be read");
    says(xml("<osmChange version='0.6'><create/></osmChange>".as_bytes()), "not 'osm'");
    says(xml("".as_bytes()), "no 'osm' element");
    says(xml("<osm><node id='x' lat='1' lon='1'/></osm>".as_bytes()), "not an id");
    says(xml("<osm></osm>".as_bytes()), "no way at all");
}

#[test]
fn nodes_only_and_nothing_walkable_are_told_apart() {
    let error = Map::row(3).read_pbf(&Options::default()).unwrap_err();
    assert!(
        matches!(&error, StreetsError::NoStreets { what, .. } if what.contains("3 nodes and no way at all"))
    );
    let error = Map::row(3).way(1, &[1, 2], "highway=motorway").read_pbf(&Options::default()).unwrap_err();
    assert!(error.to_string().contains("none that people can walk on"), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_block_is_an_error_or_streets(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let mut file = Map::default().pbf(true, true, "");
        blob(&mut file, "OSMData", &bytes, false);
        let _ = pbf(&file);
        let _ = pbf(&bytes);
        let _ = xml(bytes.as_slice());
    }
}
