//! Every route answers what it says.

use std::io::Read as _;

use axum::body::Body;
use axum::http::Request;
use hinan_city::{City, Question, Route, Spot, WhatIf};
use hinan_model::{Hazard, Place, Threat};
use hinan_reach::Alone;
use hinan_server::{Options, Server};
use hinan_texts::{Language, Texts};
use serde_json::{Value, json};

use crate::support::{HERE, get, post, region, router, send};

fn from() -> Value {
    json!({"lat": HERE[0], "lon": HERE[1]})
}

#[test]
fn the_region_tells_what_it_is() {
    let said = get("/v1/region").ok().json();
    assert_eq!(said["name"], "Helsinki");
    assert_eq!(said["walkers"].as_array().unwrap().len(), 8);
    assert_eq!(said["hazards"].as_array().unwrap().len(), Hazard::ALL.len());
    assert_eq!(said["hazards"][0], "air-raid");
    assert_eq!(said["people"]["is_guess"], true);
    assert!(said["bounds"]["min"]["lat_e7"].is_i64() && said["compare"].is_null());
    assert!(said["attribution"][0].as_str().unwrap().contains("OpenStreetMap"));
}

#[test]
fn private_shelters_are_in_nothing_that_lists_shelters() {
    let said = get("/v1/shelters?hazard=air-raid").ok();
    let ids: Vec<Value> =
        said.json()["features"].as_array().unwrap().iter().map(|f| f["properties"]["id"].clone()).collect();
    assert_eq!(ids, ["near", "far", "closed"]);
    let of = |id: usize| said.json()["features"][id]["properties"].clone();
    assert_eq!((of(0)["offered"].clone(), of(2)["offered"].clone()), (true.into(), false.into()));
    assert!(of(0)["reason"].is_null() && of(2)["reason"].is_string());
    for path in ["/v1/shelters", "/v1/export/shelters.csv", "/v1/audit", "/v1/export/audit.geojson"] {
        assert!(!get(path).ok().text().contains("Hidden"), "{path}");
    }
}

#[test]
fn a_route_is_that_of_the_command_with_lines_behind_it() {
    let said = post("/v1/route", &json!({"from": from(), "hazard": "air-raid", "language": "ja"})).ok();
    let region = region();
    let question = Question { threat: Some(Threat::of(Hazard::AirRaid)), ..Question::default() };
    let city = City::ask(&region, question).unwrap();
    let engine = city.engine(3, &Alone).unwrap();
    let spot = Spot::at(&city, Place::from_degrees(HERE[0], HERE[1]).unwrap()).unwrap();
    let route = Route::of(&city, &engine, spot, 3, None, Texts::of(Language::Japanese));
    let alone = serde_json::to_string(&route).unwrap();
    // All but the closing bracket.
    let head = alone.strip_suffix('}').unwrap();
    assert!(said.text().starts_with(&format!("{head},\"lines\":")));
    let lines = &said.json()["lines"]["features"];
    assert_eq!(lines.as_array().unwrap().len(), route.plans.len());
    assert_eq!(lines[0]["properties"]["plan"], "A");
}

#[test]
fn fewer_and_more_plans_are_the_same_plans() {
    let plans = |k: u8| post("/v1/route", &json!({"from": from(), "k": k})).ok().json()["plans"].clone();
    let (one, three, eight) = (plans(1), plans(3), plans(8));
    assert_eq!(one[0], three[0]);
    assert_eq!(three[1], eight[1]);
}

#[test]
fn points_are_answered_in_order() {
    let points = json!([{"id": "a", "lat": HERE[0], "lon": HERE[1]}, {"lat": 1.0, "lon": 1.0}]);
    let said = post("/v1/reach", &json!({"points": points, "hazard": "air-raid", "k": 2})).ok().json();
    assert_eq!((said["points"][0]["id"].clone(), said["points"][1]["id"].clone()), ("a".into(), "1".into()));
    let best = &said["points"][0]["shelters"][0];
    let route = post("/v1/route", &json!({"from": from(), "hazard": "air-raid"})).ok().json();
    assert_eq!(best["time_ds"], route["plans"][0]["time_ds"]);
    assert_eq!(best["answer"], route["plans"][0]["answer"]);
    assert_eq!(
        (&said["points"][1]["near_street"], &said["points"][1]["shelters"]),
        (&json!(false), &json!([]))
    );
}

#[test]
fn coverage_counts_every_case() {
    let path = "/v1/coverage?hazard=air-raid&walker=older&walker=wheelchair&at=2026-11-22T12:00&within_s=300";
    let said = get(path).ok().json();
    let cases = said["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 2);
    assert_eq!(cases[0]["least_budget_ds"], 3000);
    assert!(cases[0]["all"]["in_time"].as_u64().unwrap() > cases[1]["all"]["in_time"].as_u64().unwrap());
    let square = json!([[[24.0, 60.0], [25.0, 60.0], [25.0, 61.0], [24.0, 61.0], [24.0, 60.0]]]);
    let geometry = json!({"type": "Polygon", "coordinates": square});
    let feature = json!({"type": "Feature", "properties": {"name": "All"}, "geometry": geometry});
    let districts = json!({"type": "FeatureCollection", "features": [feature]});
    let by = post(path, &json!({"districts": districts})).ok().json();
    assert_eq!(by["cases"][0]["districts"][0]["name"], "All");
    assert_eq!(by["cases"][0]["districts"][0]["tally"], cases[0]["all"]);
}

#[test]
fn a_closed_shelter_changes_what_it_touches_and_nothing_else() {
    let question = json!({"close": ["near"], "hazard": "air-raid", "within_s": 200});
    let said = post("/v1/whatif", &question).ok().json();
    assert!(said["changed"]["doorsteps"].as_u64().unwrap() > 0);
    assert!(said["before"]["in_time"].as_u64().unwrap() > said["after"]["in_time"].as_u64().unwrap());
    let session = said["session"].as_str().unwrap();
    assert_eq!(post("/v1/whatif", &question).ok().json(), said, "the same question, the same answer");
    // As a region that is built so.
    let region = region();
    let what_if = WhatIf { close: vec![0], ..WhatIf::default() };
    let asked = |what_if| {
        let threat = Some(Threat::of(Hazard::AirRaid));
        City::ask(&region, Question { threat, what_if, ..Question::default() }).unwrap()
    };
    let (before, after) = (asked(WhatIf::default()), asked(what_if));
    let engine = before.engine(3, &Alone).unwrap();
    let afresh = after.engine(3, &Alone).unwrap();
    assert_eq!(after.engine_from(&before, &engine).unwrap().0.field, afresh.field);
    // The token stands for it everywhere.
    let plan =
        post("/v1/route", &json!({"from": from(), "hazard": "air-raid", "whatif": session})).ok().json();
    assert!(plan["plans"].as_array().unwrap().iter().all(|plan| plan["shelter"] != "near"));
    let path = format!("/v1/coverage?hazard=air-raid&within_s=200&whatif={session}");
    assert_eq!(get(&path).ok().json()["cases"][0]["all"], said["after"]);
}

#[test]
fn everybody_gets_the_place_that_the_planner_gives() {
    let question = json!({"hazard": "air-raid", "within_s": 400, "places_each": 30, "people_each": 2});
    let said = post("/v1/assign", &question).ok().json();
    assert_eq!(post("/v1/assign", &question).ok().json(), said, "the same question, the same answer");
    let number = |said: &Value, key: &str| said[key].as_u64().unwrap();
    assert_eq!(number(&said, "placed") + number(&said, "left_without_shelter"), number(&said, "people"));
    assert!(said["optimal"].as_bool().unwrap() && number(&said, "placed") > 0);
    assert_eq!(number(&said, "people_x_time_ds"), number(&said, "bound_people_x_time_ds"));
    let shelters = said["shelters"].as_array().unwrap();
    let sum = |key: &str| shelters.iter().map(|shelter| number(shelter, key)).sum::<u64>();
    // One of them is private: its places count, and it is not told.
    let loads: u64 = said["loads"].as_object().unwrap().values().map(|load| load.as_u64().unwrap()).sum();
    assert_eq!((loads + 30, sum("places") + 30), (number(&said, "placed"), number(&said, "places")));
    assert!(!said.to_string().contains("Hidden") && !said.to_string().contains("hidden"));
    assert!(
        shelters.iter().all(|shelter| said["loads"][shelter["shelter"].as_str().unwrap()].as_u64()
            <= shelter["places"].as_u64())
    );
    // The keys of `hinan assign --json`.
    for key in ["within_ds", "goal", "worst_ds", "mean_ds", "reading", "prices", "loads", "rounds", "remarks"]
    {
        assert!(!said[key].is_null(), "{key}");
    }
    let without = said["without"].as_array().unwrap();
    assert_eq!(
        without.iter().map(|square| number(square, "people")).sum::<u64>(),
        number(&said, "left_without_shelter")
    );
    // A locked door: nobody more has a place, and nobody is sent there.
    let session = post("/v1/whatif", &json!({"close": ["near"]})).ok().json()["session"].clone();
    let mut locked = question.clone();
    locked["whatif"] = session;
    let locked = post("/v1/assign", &locked).ok().json();
    assert!(number(&locked, "placed") <= number(&said, "placed"));
    assert!(locked["shelters"].as_array().unwrap().iter().all(|shelter| shelter["shelter"] != "near"));
    post("/v1/assign", &json!({"places_each": 0})).refused(400, "places_each");
    post("/v1/assign", &json!({})).refused(400, "known number of places");
    post("/v1/assign", &json!({"walker": "swimmer"})).refused(404, "walker");
}

#[test]
fn new_shelters_are_where_they_add_most() {
    let question = json!({"new": 3, "hazard": "air-raid", "within_s": 120, "people_each": 2});
    let said = post("/v1/sites", &question).ok().json();
    assert_eq!(post("/v1/sites", &question).ok().json(), said, "the same question, the same answer");
    let number = |value: &Value| value.as_u64().unwrap();
    let curve: Vec<u64> =
        said["curve"].as_array().unwrap().iter().map(|point| number(&point["value"])).collect();
    let adds: Vec<u64> = said["sites"].as_array().unwrap().iter().map(|site| number(&site["adds"])).collect();
    assert_eq!(curve.first(), said["value_now"].as_u64().as_ref());
    assert_eq!(curve.last(), said["value"].as_u64().as_ref());
    assert_eq!(curve.windows(2).map(|two| two[1] - two[0]).collect::<Vec<_>>(), adds);
    assert!(adds.is_sorted_by(|a, b| a >= b) && number(&said["bound"]) >= number(&said["value"]));
    // A locked door leaves more to add, and no choice of fewer sites is better.
    let session = post("/v1/whatif", &json!({"close": ["near"]})).ok().json()["session"].clone();
    let locked =
        json!({"new": 3, "hazard": "air-raid", "within_s": 120, "people_each": 2, "whatif": session});
    assert!(number(&post("/v1/sites", &locked).ok().json()["value_now"]) <= number(&said["value_now"]));
    let one = json!({"new": 1, "hazard": "air-raid", "within_s": 120, "people_each": 2});
    assert!(number(&post("/v1/sites", &one).ok().json()["value"]) <= number(&said["value"]));
    for objective in ["median", "center"] {
        let question = json!({"new": 2, "objective": objective, "people_each": 1});
        assert_eq!(post("/v1/sites", &question).ok().json()["objective"], objective);
    }
    let with_places = |site_places: u64| {
        let question = json!({"new": 3, "hazard": "air-raid", "within_s": 120, "people_each": 2,
            "capacitated": true, "site_places": site_places, "places_each": 1000});
        post("/v1/sites", &question).ok().json()
    };
    // Where there is room for all, places change nothing; where there is little, nobody is served whom none holds.
    assert_eq!(with_places(1000)["value"], said["value"]);
    let few = with_places(1);
    assert!(
        few["sites"].as_array().unwrap().iter().all(|site| site["places"] == 1 && number(&site["adds"]) <= 1)
    );
    post("/v1/sites", &json!({"new": 1, "capacitated": true})).refused(400, "site_places");
    post("/v1/sites", &json!({"new": 1, "site_places": 5})).refused(400, "capacitated");
    post("/v1/sites", &json!({"new": 1, "capacitated": "yes"})).refused(400, "true or false");
    post("/v1/sites", &json!({"new": 1, "capacitated": true, "site_places": 5, "reserve": "all"}))
        .refused(400, "reserve");
    post("/v1/sites", &json!({"new": 1, "capacitated": true, "site_places": 5, "objective": "center"}))
        .refused(400, "objective");
    post("/v1/sites", &json!({})).refused(400, "new");
    post("/v1/sites", &json!({"new": 101})).refused(400, "new");
    post("/v1/sites", &json!({"new": 1, "objective": "best"})).refused(400, "objective");
    post("/v1/sites", &json!({"new": 1, "candidates": "moon"})).refused(400, "candidates");
    post("/v1/sites", &json!({"new": 1, "walker": "swimmer"})).refused(404, "walker");
}

#[test]
fn an_opened_shelter_and_a_closed_street_count_too() {
    let open = post("/v1/whatif", &json!({"open": ["closed"], "hazard": "air-raid"})).ok().json();
    assert!(open["changed"]["sooner"].as_u64().unwrap() > 0);
    // One that is closed already changes nothing.
    let same = post("/v1/whatif", &json!({"close": ["closed"], "hazard": "air-raid"})).ok().json();
    assert_eq!((&same["before"], &same["changed"]["doorsteps"]), (&same["after"], &json!(0)));
    let region = region();
    let way = (0..).find_map(|segment| region.way(segment)).unwrap().0.to_string();
    let closed = post("/v1/whatif", &json!({"close_ways": [way], "hazard": "air-raid"})).ok().json();
    assert!(!closed["closed_streets"]["coordinates"].as_array().unwrap().is_empty());
    assert_eq!(closed["before"]["total"], closed["after"]["total"]);
}

#[test]
fn exports_open_with_what_they_are_called() {
    for (what, first) in [("doorsteps", "doorstep,"), ("shelters", "shelter,"), ("audit", "kind,")] {
        let csv = get(&format!("/v1/export/{what}.csv?hazard=air-raid")).ok();
        assert!(csv.text().contains(first), "{}", csv.text());
        assert_eq!(get(&format!("/v1/export/{what}.geojson")).ok().json()["type"], "FeatureCollection");
        assert!(get(&format!("/v1/export/{what}.gpkg")).ok().body.starts_with(b"SQLite format 3\0"));
        assert!(get(&format!("/v1/export/{what}.parquet")).ok().body.starts_with(b"PAR1"));
    }
    get("/v1/export/districts.csv").refused(404, "--districts");
}

#[test]
fn tiles_are_packed_and_known_again() {
    // The tile of the place at zoom 14.
    let n = f64::from(1 << 14);
    let x = ((HERE[1] + 180.0) / 360.0 * n) as u32;
    let lat = HERE[0].to_radians();
    let y = ((1.0 - (lat.tan() + 1.0 / lat.cos()).ln() / std::f64::consts::PI) / 2.0 * n) as u32;
    for path in
        [format!("/v1/tiles/14/{x}/{y}.mvt"), format!("/v1/tiles/doorsteps/14/{x}/{y}.mvt?hazard=air-raid")]
    {
        let ask = |name: &'static str, value: String| {
            send(router(), Request::builder().uri(&path).header(name, value).body(Body::empty()).unwrap())
        };
        let plain = get(&path).ok();
        let packed = ask("accept-encoding", "br, gzip".to_owned()).ok();
        assert_eq!(packed.headers["content-encoding"], "gzip");
        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(packed.body.as_slice()).read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, plain.body);
        let tag = plain.headers["etag"].to_str().unwrap().to_owned();
        assert_eq!(ask("if-none-match", tag).status, 304);
    }
    assert_eq!(get("/v1/tiles/14/0/0.mvt").status, 204);
}

#[test]
fn two_cities_side_by_side() {
    let options = Options { compare: Some(region()), ..Options::default() };
    let router = Server::new(region(), options).router();
    let ask = |path: &str| send(router.clone(), Request::builder().uri(path).body(Body::empty()).unwrap());
    assert_eq!(ask("/v1/region").ok().json()["compare"]["name"], "Helsinki");
    let (one, other) = (ask("/v1/coverage?hazard=fire"), ask("/v1/coverage?hazard=fire&city=compare"));
    assert_eq!(one.ok().body, other.ok().body);
    for path in ["/v1/region", "/v1/shelters", "/v1/tiles/9/290/148.mvt", "/v1/tiles/doorsteps/9/290/148.mvt"]
    {
        let (one, other) = (ask(path), ask(&format!("{path}?city=compare")));
        assert_eq!(one.status, other.status, "{path}");
        // The second knows of no second.
        assert!(path == "/v1/region" || one.body == other.body, "{path}");
        get(&format!("{path}?city=compare")).refused(404, "--compare");
        get(&format!("{path}?city=third")).refused(400, "city");
    }
    assert!(ask("/v1/region?city=compare").ok().json()["compare"].is_null());
    get("/v1/coverage?city=compare").refused(404, "--compare");
}

#[test]
fn districts_of_ones_own_are_counted_and_exported_alike() {
    let ring = json!([[24.93, 60.16], [24.95, 60.16], [24.95, 60.18], [24.93, 60.18], [24.93, 60.16]]);
    let centre = json!({
        "type": "Feature", "properties": {"name": "Centre"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    });
    let body = json!({"districts": {"type": "FeatureCollection", "features": [centre]}});
    let counted = post("/v1/coverage?hazard=air-raid", &body).ok().json();
    let export = |form: &str| post(&format!("/v1/export/districts.{form}?hazard=air-raid"), &body).ok();
    let layer = export("geojson").json();
    let tally = &counted["cases"][0]["districts"][0]["tally"];
    assert_eq!(layer["features"][0]["properties"]["total"], tally["total"]);
    assert_eq!(layer["features"][0]["properties"]["in_time"], tally["in_time"]);
    assert!(export("csv").text().contains("Centre"));
    assert!(export("gpkg").body.starts_with(b"SQLite format 3\0"));
    assert!(export("parquet").body.starts_with(b"PAR1"));
    post("/v1/export/shelters.csv", &body).refused(404, "only districts");
}

#[test]
fn the_page_or_a_word_about_it_and_headers_that_keep_answers_here() {
    for path in ["/", "/v1/region"] {
        let said = get(path).ok();
        for (name, value) in [("x-content-type-options", "nosniff"), ("referrer-policy", "no-referrer")] {
            assert_eq!(said.headers[name], value);
        }
        let policy = said.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"));
        assert!(!said.headers.contains_key("set-cookie"));
        assert!(!said.headers.contains_key("access-control-allow-origin"));
    }
    assert!(get("/").text().contains("hinan"));
    assert_eq!(post("/v1/route", &json!({"from": from()})).headers["cache-control"], "no-store");
}

#[test]
fn the_description_is_the_one_that_is_committed() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/openapi.json");
    if std::env::var_os("HINAN_WRITE_OPENAPI").is_some() {
        std::fs::write(path, hinan_server::openapi()).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(get("/v1/openapi.json").ok().text(), hinan_server::openapi());
    assert!(
        committed == hinan_server::openapi(),
        "openapi.json is stale; write it: HINAN_WRITE_OPENAPI=1 cargo test -p hinan-server description"
    );
}
