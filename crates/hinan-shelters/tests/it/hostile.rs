//! Broken and hostile bytes: a sentence each, never a panic, and every row accounted for.

use std::collections::BTreeSet;

use hinan_shelters::{NotAList, read_bytes};
use proptest::prelude::*;

use crate::lists::SAMPLES as LISTS;

const SAMPLES: [&str; 4] = [
    "shelter,node,capacity,start_ds\na,1,10,\nb,2,20,5\na,3,10,\n\"c, d\",4,\"1 200\",0\ne,5,7,1\n",
    "# hinan_feed: 1\n# licence: x\nid,lat,lon,name,good_for,status\na,60.1,24.9,\"Å \"\"b\"\"\",fire,open\nb,60.2,24.8,,air-raid;flood,\nc,60.3,24.7,x,,full\n",
    r#"[{"lokalId":"a","romnr":1,"plasser":9,"adresse":"x","latitude":59.9,"longitude":10.7},{"lokalId":"b","romnr":2,"plasser":8,"adresse":"ø\u00e5","latitude":60.9,"longitude":10.8},{"lokalId":"c","romnr":3,"plasser":null,"adresse":"","latitude":"61.9","longitude":"10.9"}]"#,
    r#"{"type":"FeatureCollection","hinan_feed":1,"features":[{"id":1,"geometry":{"type":"Point","coordinates":[24,60]},"properties":{"good_for":["fire"]}},{"geometry":{"type":"MultiPoint","coordinates":[[24,60],[25,61]]},"properties":{"id":"b","entrances":[{"lat":60,"lon":24}]}},{"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[24.5,60.5]}]},"properties":{"id":"c"}}]}"#,
];

/// Reads bytes and holds what holds for all bytes.
fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    let complaints = match read_bytes(bytes, "list") {
        Err(NotAList::NoRecord { rows, complaints, .. }) => {
            let dropped: BTreeSet<_> =
                complaints.iter().filter(|c| c.dropped).filter_map(|c| c.row).collect();
            let passed_over = complaints.iter().any(|c| c.reason.contains("passed over"));
            prop_assert!(passed_over || dropped.len() as u64 == rows, "{} rows: {:?}", rows, complaints);
            complaints
        }
        Err(error) => {
            let text = error.to_string();
            prop_assert!(text.starts_with("list: ") && text.len() < 4000, "{}", text);
            return Ok(());
        }
        Ok(list) => {
            crate::lists::balanced(&list);
            prop_assert_eq!(list.source.records, list.shelters.len() as u64);
            prop_assert!(list.shelters.iter().all(|s| !s.entrances.is_empty() && !s.id.is_empty()));
            let ids: BTreeSet<_> = list.shelters.iter().map(|s| &s.id).collect();
            prop_assert_eq!(ids.len(), list.shelters.len());
            list.complaints
        }
    };
    let fit_for_a_terminal =
        complaints.iter().all(|c| c.reason.len() < 1000 && !c.to_string().contains(char::is_control));
    prop_assert!(fit_for_a_terminal, "{:?}", complaints);
    Ok(())
}

/// The text of one of the samples here, or of one of every list.
fn sample(which: prop::sample::Index) -> &'static [u8] {
    let which = which.index(SAMPLES.len() + LISTS.len());
    SAMPLES.get(which).copied().unwrap_or_else(|| LISTS[which - SAMPLES.len()].2).as_bytes()
}

/// At least 1500 cases; more by `PROPTEST_CASES`.
fn cases() -> ProptestConfig {
    let config = ProptestConfig::default();
    ProptestConfig { cases: config.cases.max(1500), failure_persistence: None, ..config }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        check(&bytes)?;
    }

    #[test]
    fn flipped_bytes(
        which in any::<prop::sample::Index>(),
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = sample(which).to_vec();
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        check(&bytes)?;
    }

    #[test]
    fn cut_and_doubled(which in any::<prop::sample::Index>(), from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()) {
        let bytes = sample(which);
        let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
        // Bytes cut out where from < to, repeated where not.
        let mutated = [&bytes[..from], &bytes[to..]].concat();
        check(&mutated)?;
    }

    #[test]
    fn tables_of_any_words(
        header in prop::collection::vec(prop::sample::select(vec!["shelter", "node", "capacity", "lat", "lon", "start_ds", "x"]), 1..8),
        rows in prop::collection::vec(prop::collection::vec("[0-9a-c \",;.\n-]{0,6}", 0..8), 0..12),
    ) {
        let mut text = header.join(",") + "\n";
        for row in rows {
            text += &(row.join(",") + "\n");
        }
        check(text.as_bytes())?;
    }
}

#[test]
fn samples_are_whole_before_they_are_broken() {
    for sample in SAMPLES {
        let list = read_bytes(sample.as_bytes(), "list").unwrap();
        assert!(list.complaints.iter().all(|c| !c.dropped), "{:?}", list.complaints);
        check(sample.as_bytes()).unwrap();
    }
}
