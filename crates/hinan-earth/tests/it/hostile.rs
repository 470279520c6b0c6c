//! Whatever a file says its system is: an answer or a sentence.

use hinan_earth::Crs;
use proptest::prelude::*;

/// Words that definitions are made of, in any order.
fn word() -> impl Strategy<Value = String> {
    let number = prop_oneof![
        Just("0".to_owned()),
        Just("1e308".to_owned()),
        (-400.0..400.0).prop_map(|n: f64| n.to_string())
    ];
    let name = proptest::sample::select(vec![
        "proj=tmerc",
        "proj=utm",
        "proj=lcc",
        "proj=aea",
        "proj=laea",
        "proj=krovak",
        "proj=omerc",
        "proj=stere",
        "proj=somerc",
        "proj=merc",
        "proj=moll",
        "proj=eqdc",
        "proj=cass",
        "proj=poly",
        "proj=sterea",
        "ellps=WGS84",
        "lat_0",
        "lon_0",
        "lat_1",
        "lat_2",
        "k_0",
        "x_0",
        "zone",
        "alpha",
        "lonc",
        "gamma",
        "lat_ts",
        "to_meter",
        "a",
        "rf",
        "b",
    ]);
    (name, number).prop_map(|(name, number)| {
        if name.contains('=') { format!("+{name} ") } else { format!("+{name}={number} ") }
    })
}

proptest! {
    #[test]
    fn any_definition_gives_points_or_a_sentence(words in proptest::collection::vec(word(), 1..8), x in -1e7..1e7, y in -1e7..1e7) {
        if let Ok(crs) = Crs::read(&words.concat()) {
            let _ = crs.to_place(x, y);
            let _ = crs.from_degrees(y / 1e6, x / 1e6);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[A-Z\\[\\](),\"0-9.+a-z =_é]{0,80}") {
        let _ = Crs::read(&text).map_err(|error| error.to_string());
    }
}

#[test]
fn deep_brackets_and_long_texts_are_refused() {
    assert!(Crs::read(&"PROJCS[".repeat(100_000)).is_err());
    assert!(Crs::read(&format!("GEOGCS[\"{}\"]", "x".repeat(1 << 20))).is_err());
    assert!(Crs::read(&format!("+proj=longlat {}", "+no_defs ".repeat(10_000))).is_err());
    assert!(Crs::read("").is_err());
}
