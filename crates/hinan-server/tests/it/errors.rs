//! Whatever is asked wrongly gets a sentence, and no sentence says where anybody is.

use axum::body::Body;
use axum::http::{Method, Request};
use hinan_server::{Options, Server};
use serde_json::json;

use crate::support::{get, post, post_text, region, router, send};

#[test]
fn what_cannot_be_read_is_named() {
    for (path, status, words) in [
        ("/v1/shelters?hazard=rain", 400, "hazard: must be such as"),
        ("/v1/shelters?hazard=", 400, "hazard"),
        ("/v1/shelters?hazard=fire&hazard=flood", 400, "one text"),
        ("/v1/shelters?at=noon", 400, "at: must be such as 2026"),
        ("/v1/shelters?floor=1000", 400, "from -20 to 120"),
        ("/v1/shelters?within_s=0", 400, "within_s"),
        ("/v1/shelters?hazrad=fire", 400, "known are"),
        ("/v1/shelters?walker=cat", 404, "wheelchair"),
        ("/v1/shelters?language=xx", 400, "en, ja, uk"),
        ("/v1/coverage?whatif=00", 404, "not kept"),
        ("/v1/coverage?city=other", 400, "compare"),
        ("/v1/tiles/17/0/0.mvt", 404, "zoom 16"),
        ("/v1/tiles/1/2/0.mvt", 404, "no such tile"),
        ("/v1/tiles/01/0/0.mvt", 404, "no such tile"),
        ("/v1/tiles/doorsteps/1/0/0.png", 404, "no such tile"),
        ("/v1/export/people.csv", 404, "there are doorsteps"),
        ("/v1/export/shelters.exe", 404, ".parquet"),
        ("/v2/region", 404, "no such page"),
        ("/../Cargo.toml", 404, "no such page"),
        ("/v1/route", 405, "another method"),
    ] {
        get(path).refused(status, words);
    }
    let many: String = (0..70).map(|_| "hazard=fire&").collect();
    get(&format!("/v1/coverage?{many}")).refused(400, "more than 64");
    let walkers: String = (0..12).map(|_| "walker=older&").collect();
    let hazards: String = (0..12).map(|_| "hazard=fire&").collect();
    get(&format!("/v1/coverage?{walkers}{hazards}")).refused(422, "more than 100");
}

#[test]
fn bodies_that_cannot_be_read_are_named() {
    let here = json!({"lat": 60.1699, "lon": 24.9384});
    for (path, body, status, words) in [
        ("/v1/route", json!([]), 400, "JSON object"),
        ("/v1/route", json!({}), 400, "from: must be"),
        ("/v1/route", json!({"from": {"lat": 91, "lon": 0}}), 400, "from: must be"),
        ("/v1/route", json!({"from": {"lat": "60", "lon": 0}}), 400, "from: must be"),
        ("/v1/route", json!({"from": {"node": "x"}}), 404, "no such node"),
        ("/v1/route", json!({"from": {"lat": 10.5, "lon": 10.5}}), 404, "outside of this region"),
        ("/v1/route", json!({"from": here, "k": 9}), 400, "from 1 to 8"),
        ("/v1/route", json!({"from": here, "k": "3"}), 400, "from 1 to 8"),
        ("/v1/route", json!({"from": here, "flor": 3}), 400, "known are"),
        ("/v1/route", json!({"from": here, "inside": "maybe"}), 400, "inside"),
        ("/v1/reach", json!({"points": []}), 400, "1 to 1000"),
        ("/v1/reach", json!({"points": [{"lat": 1}]}), 400, "number 1"),
        ("/v1/whatif", json!({"close": ["nobody"]}), 404, "close: this region has no shelter"),
        ("/v1/whatif", json!({"close_ways": ["-7"]}), 404, "close_ways"),
        (
            "/v1/coverage",
            json!({"districts": {"type": "FeatureCollection", "features": []}}),
            422,
            "no polygon in it",
        ),
    ] {
        post(path, &body).refused(status, words);
    }
    post_text("/v1/route", "{\"from\": ").refused(400, "line 1, column");
    post_text("/v1/route", vec![b' '; hinan_server::MOST_BYTES + 1]).refused(413, "2 MB");
    post_text("/v1/route", "[".repeat(100_000)).refused(400, "not JSON");
    let form = Request::builder().method(Method::POST).uri("/v1/route").body(Body::from("{}")).unwrap();
    send(router(), form).refused(415, "application/json");
}

#[test]
fn no_error_says_where_anybody_is() {
    let digits = "60.1234567";
    for body in [
        json!({"from": {"lat": 60.1234567, "lon": 20.7654321}}).to_string(),
        json!({"from": {"lat": "60.1234567", "lon": "20.7654321"}}).to_string(),
        json!({"from": "60.1234567,20.7654321"}).to_string(),
        json!({"60.1234567": 1, "from": {"lat": 60.17, "lon": 24.94}}).to_string(),
        json!({"hazard": "60.1234567", "from": {"lat": 60.17, "lon": 24.94}}).to_string(),
        "{\"from\": 60.1234567,,".to_owned(),
    ] {
        let said = post_text("/v1/route", body);
        assert!(said.status.is_client_error() && !said.text().contains(digits), "{}", said.text());
        assert!(!said.text().contains("20.7654321"));
    }
}

#[test]
fn names_of_others_are_not_answered() {
    let options = Options { hosts: vec!["localhost".into(), "[::1]".into()], ..Options::default() };
    let router = Server::new(region(), options).router();
    let ask = |host: &str| {
        let request = Request::builder().uri("/v1/region").header("host", host).body(Body::empty()).unwrap();
        send(router.clone(), request)
    };
    for host in ["localhost:7700", "LOCALHOST", "[::1]:7700", "[::1]"] {
        ask(host).ok();
    }
    ask("attacker.example").refused(421, "own names");
}

#[test]
fn an_id_may_be_any_text_that_is_not_too_long() {
    for id in ["\u{1}\n", &"避".repeat(200)] {
        post("/v1/whatif", &json!({"close": [id]})).refused(404, "no shelter with one of these ids");
    }
    for id in [String::new(), "避".repeat(201)] {
        post("/v1/whatif", &json!({"close": [id]})).refused(400, "1 to 200 characters");
    }
}
