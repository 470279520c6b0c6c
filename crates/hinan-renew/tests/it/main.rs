//! Questions as a page asks them.
#![expect(clippy::unwrap_used, reason = "a test that fails panics")]

use hinan_pack::{CutOptions, Files, cut, delta, encode};
use hinan_region::{Draft, Input, Region};
use hinan_renew::{MAX_BYTES, hinan_at, hinan_renew, hinan_room, renew};
use hinan_testkit::Grid;

/// The pack of a town of so many blocks.
fn packed(blocks: u32) -> Files {
    let xml = Grid::blocks(blocks, 3).shelter_at(1, 1).osm_xml();
    let streets = hinan_streets::read_xml(xml.as_bytes(), "town.osm", &hinan_streets::Options::default());
    let region = Draft::new(Input::new("Town", streets.unwrap())).unwrap().bytes();
    encode(&cut(&Region::from_bytes(&region).unwrap(), &CutOptions::default()).unwrap()).unwrap()
}

fn question(held: &Files, difference: &[u8]) -> Vec<u8> {
    let parts = [&held.city, &held.map, &held.search].map(Vec::as_slice);
    let parts = [parts[0], parts[1], parts[2], difference];
    let lengths = parts.iter().flat_map(|part| (part.len() as u32).to_le_bytes());
    lengths.chain(parts.iter().flat_map(|part| part.iter().copied())).collect()
}

fn answer(files: &Files) -> Vec<u8> {
    let parts = [&files.city, &files.map, &files.search];
    let lengths = parts.iter().flat_map(|part| (part.len() as u32).to_le_bytes());
    [0].into_iter().chain(lengths).chain(parts.iter().flat_map(|part| part.iter().copied())).collect()
}

#[test]
fn the_files_of_the_new_pack_come_out() {
    let (old, new) = (packed(6), packed(7));
    let difference = delta(&old.parts(), &new.parts()).unwrap();
    let asked = question(&old, &difference);
    assert_eq!(renew(&asked), answer(&new));
    // As the page does it, through the one buffer.
    let at = hinan_room(asked.len());
    assert!(!at.is_null() && hinan_room(MAX_BYTES + 1).is_null());
    assert!(hinan_renew() > 0 && !hinan_at().is_null());
}

#[test]
fn what_is_damaged_or_of_another_pack_gets_a_sentence() {
    let (old, new) = (packed(4), packed(5));
    let difference = delta(&old.parts(), &new.parts()).unwrap();
    let asked = question(&old, &difference);
    let refused = |question: &[u8]| {
        let answer = renew(question);
        assert_eq!(answer[0], 1);
        String::from_utf8(answer[1..].to_vec()).unwrap()
    };
    assert!(refused(&question(&new, &difference)).contains("the difference"));
    for end in [0, 3, 16, asked.len() / 2, asked.len() - 1] {
        assert!(!refused(&asked[..end]).is_empty(), "cut at {end}");
    }
    for at in (16..asked.len()).step_by(5) {
        let mut spoilt = asked.clone();
        spoilt[at] ^= 0x20;
        assert!(!refused(&spoilt).is_empty(), "byte {at}");
    }
}
