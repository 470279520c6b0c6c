//! Whatever is sent: a sentence or an answer, soon, and never a mistake of ours.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{HERE, get, post_text};

/// Values that are nearly right, and others.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (-5_i64..400).prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        prop::sample::select(vec![
            "air-raid",
            "fire+flood",
            "untold",
            "older",
            "wheelchair",
            "2026-11-22T03:00",
            "ja",
            "near",
            "known"
        ])
        .prop_map(Value::from),
        Just(json!({"lat": HERE[0], "lon": HERE[1]})),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map(name(), inner, 0..4).prop_map(|members| members.into_iter().collect()),
        ]
    })
}

fn name() -> impl Strategy<Value = String> {
    let names = [
        "from",
        "lat",
        "lon",
        "node",
        "hazard",
        "walker",
        "at",
        "within_s",
        "floor",
        "delay_s",
        "queue_s",
        "k",
        "inside",
        "language",
        "whatif",
        "places_each",
        "people_each",
        "points",
        "id",
        "close",
        "open",
        "close_ways",
        "new",
        "objective",
        "candidates",
        "districts",
        "type",
        "features",
    ];
    prop_oneof![9 => prop::sample::select(names.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,8}"]
}

const ROUTES: [&str; 6] =
    ["/v1/route", "/v1/reach", "/v1/whatif", "/v1/assign", "/v1/sites", "/v1/coverage?hazard=air-raid"];

fn check(path: &str, body: Vec<u8>) {
    let clock = Instant::now();
    let said = post_text(path, body);
    assert!(!said.status.is_server_error(), "{path}: {}", said.text());
    assert!(clock.elapsed() < Duration::from_secs(1), "{path}: {:?}", clock.elapsed());
    let kind = said.headers["content-type"].to_str().unwrap();
    assert_eq!(kind.contains("problem"), !said.status.is_success());
    said.json();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_body_is_answered(
        route in prop::sample::select(ROUTES.to_vec()),
        members in prop::collection::hash_map(name(), value(), 0..8),
        starts in any::<bool>(),
    ) {
        get("/v1/coverage?hazard=air-raid").ok();
        let mut body: Value = members.into_iter().collect::<serde_json::Map<_, _>>().into();
        if starts {
            body["from"] = json!({"lat": HERE[0], "lon": HERE[1]});
        }
        check(route, body.to_string().into_bytes());
    }

    #[test]
    fn any_bytes_are_answered(
        route in prop::sample::select(ROUTES.to_vec()),
        bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        check(route, bytes);
    }

    #[test]
    fn any_address_is_answered(
        route in prop::sample::select(vec!["/v1/shelters", "/v1/coverage", "/v1/tiles/3/1/1.mvt", "/v1/export/audit.csv"]),
        pairs in prop::collection::vec((name(), "[a-z0-9+%T:-]{0,12}"), 0..4),
    ) {
        let query: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        let said = get(&format!("{route}?{query}"));
        prop_assert!(!said.status.is_server_error());
    }
}
