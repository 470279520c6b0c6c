//! Real answers of the sample hold to what the description says of them, and to nothing more.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::{Value, json};

use crate::support::{HERE, get, post};

/// The description, made strict: a member that it does not name is a mistake here. Published it says
/// nothing of others, so that members may be added.
static DESCRIPTION: LazyLock<Value> = LazyLock::new(|| {
    let mut description = serde_json::from_str(&hinan_server::openapi()).unwrap();
    make_strict(&mut description);
    description
});

fn make_strict(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.values_mut().for_each(make_strict);
            if members.get("properties").is_some_and(Value::is_object) && members.contains_key("type") {
                members.entry("additionalProperties").or_insert(Value::Bool(false));
            }
        }
        Value::Array(values) => values.iter_mut().for_each(make_strict),
        _ => {}
    }
}

/// What the description says of the answer `status` of a route; `kind` is the answer's content type.
fn schema_of(method: &str, route: &str, status: &str, kind: &str) -> Value {
    let content = &DESCRIPTION["paths"][route][method]["responses"][status]["content"];
    let kinds = content.as_object().expect("a status that is described");
    let schema = kinds.get(kind).map(|content| content["schema"].clone());
    let mut schema = schema.expect("a content type that is described");
    schema["components"] = DESCRIPTION["components"].clone();
    schema
}

#[track_caller]
fn check(method: &str, route: &str, said: &crate::support::Answer) {
    let kind = said.headers["content-type"].to_str().unwrap();
    let schema = schema_of(method, route, said.status.as_str(), kind);
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let wrong: Vec<String> = validator
        .iter_errors(&said.json())
        .map(|error| {
            format!("{}: {}", error.instance_path(), error.to_string().chars().take(300).collect::<String>())
        })
        .collect();
    assert!(wrong.is_empty(), "{method} {route}: {wrong:#?}");
}

/// Where a route's parameters are, something that fits.
fn filled(route: &str, with: &str) -> String {
    route.replace("{file}", with)
}

fn square() -> Value {
    let ring = json!([[24.9, 60.1], [25.0, 60.1], [25.0, 60.2], [24.9, 60.2], [24.9, 60.1]]);
    let feature =
        |geometry: Value| json!({"type": "Feature", "properties": {"name": "A"}, "geometry": geometry});
    let features = [
        feature(json!({"type": "Polygon", "coordinates": [ring]})),
        feature(json!({"type": "Point", "coordinates": [24.9, 60.1]})),
    ];
    json!({"districts": {"type": "FeatureCollection", "features": features}})
}

fn questions() -> Vec<(&'static str, &'static str, String, Value)> {
    let here = json!({"lat": HERE[0], "lon": HERE[1]});
    let mut questions = Vec::new();
    let mut by_get = |route: &'static str, path: String| questions.push(("get", route, path, Value::Null));
    for query in ["", "?hazard=air-raid&at=2026-11-22T03:00", "?hazard=flood&walker=wheelchair&language=ja"] {
        for route in ["/v1/shelters", "/v1/audit", "/v1/coverage"] {
            let query =
                if route == "/v1/coverage" { query.split("&language").next().unwrap() } else { query };
            by_get(route, format!("{route}{query}"));
        }
        for what in ["doorsteps", "shelters", "audit"] {
            let path = filled("/v1/export/{file}", &format!("{what}.geojson"));
            by_get("/v1/export/{file}", path + query);
        }
    }
    by_get("/v1/region", "/v1/region".to_owned());
    by_get("/v1/openapi.json", "/v1/openapi.json".to_owned());
    for hazard in ["air-raid", "fire", "untold", "earthquake+tsunami", "chemical"] {
        for within in [json!(null), json!(60), json!(86_400)] {
            let body = json!({"from": here, "hazard": hazard, "within_s": within, "k": 8, "floor": 2});
            questions.push(("post", "/v1/route", "/v1/route".to_owned(), body));
        }
    }
    for body in [json!({"from": here}), json!({"from": here, "inside": "known", "hazard": "air-raid"})] {
        questions.push(("post", "/v1/route", "/v1/route".to_owned(), body));
    }
    let points = json!([here, {"lat": 1, "lon": 1, "id": "far"}]);
    for body in [json!({"points": points}), json!({"points": points, "hazard": "air-raid"})] {
        questions.push(("post", "/v1/reach", "/v1/reach".to_owned(), body));
    }
    for body in [
        json!({"close": ["near"], "hazard": "air-raid"}),
        json!({"open": ["closed"], "within_s": 600}),
        json!({"close": ["near", "far"]}),
    ] {
        questions.push(("post", "/v1/whatif", "/v1/whatif".to_owned(), body));
    }
    for body in [json!({"places_each": 9}), json!({"hazard": "air-raid", "places_each": 9, "people_each": 3})]
    {
        questions.push(("post", "/v1/assign", "/v1/assign".to_owned(), body));
    }
    for body in [
        json!({"new": 2, "within_s": 200}),
        json!({"new": 1, "capacitated": true, "site_places": 5, "reserve": "10%"}),
        json!({"new": 1, "objective": "median", "people_each": 2}),
    ] {
        questions.push(("post", "/v1/sites", "/v1/sites".to_owned(), body));
    }
    questions.push(("post", "/v1/coverage", "/v1/coverage?hazard=air-raid".to_owned(), square()));
    let path = filled("/v1/export/{file}", "districts.geojson");
    questions.push(("post", "/v1/export/{file}", path, square()));
    questions
}

#[test]
fn real_answers_are_as_they_are_described() {
    let mut asked = BTreeSet::new();
    for (method, route, path, body) in questions() {
        let said = if method == "get" { get(&path) } else { post(&path, &body) };
        check(method, route, &said.ok());
        asked.insert((route, method));
    }
    let described: BTreeSet<_> = DESCRIPTION["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(route, methods)| {
            methods.as_object().unwrap().keys().map(move |m| (route.as_str(), m.as_str()))
        })
        .filter(|(route, _)| !route.starts_with("/v1/tiles/"))
        .collect();
    assert_eq!(asked, described, "every route that answers in JSON is asked here");
}

#[test]
fn errors_are_as_they_are_described() {
    for (method, route, path, body) in [
        ("get", "/v1/coverage", "/v1/coverage?hazard=rain", Value::Null),
        ("get", "/v1/shelters", "/v1/shelters?walker=cat", Value::Null),
        ("get", "/v1/tiles/{z}/{x}/{file}", "/v1/tiles/17/0/0.mvt", Value::Null),
        ("post", "/v1/route", "/v1/route", json!({})),
        ("post", "/v1/reach", "/v1/reach", json!({"points": []})),
        ("post", "/v1/whatif", "/v1/whatif", json!({"close": ["nobody"]})),
    ] {
        let said = if method == "get" { get(path) } else { post(path, &body) };
        assert!(said.status.is_client_error());
        check(method, route, &said);
    }
}

#[test]
fn what_is_not_described_is_noticed() {
    let mut said = get("/v1/region").ok();
    said.body = said.text().replacen("\"name\"", "\"nam\"", 1).into_bytes();
    assert!(std::panic::catch_unwind(|| check("get", "/v1/region", &said)).is_err());
}

#[test]
fn a_line_says_what_its_plan_says() {
    let question = json!({"from": {"lat": HERE[0], "lon": HERE[1]}, "hazard": "air-raid"});
    let said = post("/v1/route", &question).ok().json();
    for (plan, line) in
        said["plans"].as_array().unwrap().iter().zip(said["lines"]["features"].as_array().unwrap())
    {
        let mut facts = plan.clone();
        for member in ["steps", "nodes", "line"] {
            facts.as_object_mut().unwrap().remove(member).unwrap();
        }
        assert_eq!(line["properties"], facts);
        assert_eq!(line["geometry"]["coordinates"], plan["line"]);
    }
}
