//! Damaged, cut off, mixed up, greedy: a sentence each, no panic, no memory out of proportion.

use hinan_pack::{CutOptions, Files, Limits, PackError, Parts, cut, decode, decode_parts, encode};
use hinan_region::{Draft, Input, Region};
use hinan_testkit::Town;

fn town(picture: &str) -> Files {
    let town = Town::draw(picture).way("ab", "highway=residential name=Lang").way("bc", "highway=steps");
    let input = Input::new("town", town.streets());
    let region = Region::from_bytes(&Draft::new(input).unwrap().bytes()).unwrap();
    encode(&cut(&region, &CutOptions::default()).unwrap()).unwrap()
}

#[test]
fn no_spoilt_byte_is_taken() {
    let files = town("a  b\n   c\n");
    assert!(decode(&files.city).is_ok());
    for at in 0..files.city.len() {
        assert!(decode(&files.city[..at]).is_err(), "cut at {at}");
        for bit in 0..8 {
            let mut spoilt = files.city.clone();
            spoilt[at] ^= 1 << bit;
            assert!(decode(&spoilt).is_err(), "bit {bit} of byte {at}");
        }
    }
}

#[test]
fn right_checksums_over_wrong_bytes_never_panic() {
    let files = town("a  b\n   c\n");
    for file in [&files.city, &files.map, &files.search] {
        for at in 13..file.len() - 4 {
            for value in [0, 1, 0x7f, 0x80, 0xff, file[at].wrapping_add(1), file[at] ^ 0x55] {
                let mut spoilt = file.clone();
                spoilt[at] = value;
                stamp(&mut spoilt);
                let parts = [
                    Parts { city: &spoilt, map: None, search: None },
                    Parts { city: &files.city, map: Some(&spoilt), search: None },
                    Parts { city: &files.city, map: None, search: Some(&spoilt) },
                ];
                for parts in parts {
                    if let Ok(bytes) = decode_parts(&parts, &Limits::default()) {
                        // A region or an error: never a panic.
                        let _opened = Region::from_bytes(&bytes);
                    }
                }
            }
        }
    }
}

fn stamp(file: &mut [u8]) {
    let end = file.len() - 4;
    let crc = crc32fast::hash(&file[..end]);
    file[end..].copy_from_slice(&crc.to_le_bytes());
}

#[test]
fn what_is_wrong_is_said() {
    let (one, other) = (town("a  b\n   c\n"), town("a    b\n\n   c\n"));
    let all = |city, map, search| decode_parts(&Parts { city, map, search }, &Limits::default());
    assert!(matches!(all(&one.city, Some(&other.map), None), Err(PackError::Mixed { what: "map.bin" })));
    assert!(matches!(
        all(&one.city, None, Some(&other.search)),
        Err(PackError::Mixed { what: "search.bin" })
    ));
    assert!(matches!(decode(&one.map), Err(PackError::Damaged { .. })));
    assert_eq!(decode(b"HINANREG and so on"), Err(PackError::NotAPack));
    let mut newer = one.city.clone();
    newer[8] = 99;
    assert_eq!(decode(&newer), Err(PackError::Format(99)));
    let small = Limits { nodes: 1, ..Limits::default() };
    let asked = decode_parts(&Parts { city: &one.city, map: None, search: None }, &small);
    assert!(matches!(asked, Err(PackError::TooLarge { .. })));
}
