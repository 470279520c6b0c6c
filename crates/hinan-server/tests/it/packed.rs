//! Answers packed for those who can unpack them, and not sent twice.

use std::io::Read as _;

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::json;

use crate::support::{Answer, HERE, get, router, send};

fn ask(method: Method, path: &str, headers: &[(&str, &str)], body: String) -> Answer {
    let request = Request::builder().method(method).uri(path).header("content-type", "application/json");
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    send(router(), request.body(Body::from(body)).unwrap())
}

fn unpacked(said: &Answer) -> Vec<u8> {
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(said.body.as_slice()).read_to_end(&mut bytes).unwrap();
    bytes
}

const PACKED: &[(&str, &str)] = &[("accept-encoding", "br, gzip")];

#[test]
fn answers_are_packed_where_that_helps() {
    let route = json!({"from": {"lat": HERE[0], "lon": HERE[1]}, "hazard": "air-raid"}).to_string();
    for (method, path, body) in [
        (Method::POST, "/v1/route", route.as_str()),
        (Method::GET, "/v1/shelters", ""),
        (Method::GET, "/v1/export/doorsteps.csv", ""),
        (Method::GET, "/v1/export/doorsteps.geojson", ""),
    ] {
        let plain = ask(method.clone(), path, &[], body.to_owned()).ok();
        let packed = ask(method, path, PACKED, body.to_owned()).ok();
        assert_eq!(unpacked(&packed), plain.body, "{path}");
        assert!(packed.body.len() * 2 < plain.body.len(), "{path}");
        assert_eq!(packed.headers["content-encoding"], "gzip");
        assert_eq!(packed.headers["content-type"], plain.headers["content-type"]);
        assert!(
            packed
                .headers
                .get("content-length")
                .is_none_or(|length| length == &*packed.body.len().to_string())
        );
        for said in [&plain, &packed] {
            assert_eq!(
                (&said.headers["vary"], &said.headers["cache-control"]),
                (&"accept-encoding".parse().unwrap(), &"no-store".parse().unwrap())
            );
        }
        assert!(!plain.headers.contains_key("content-encoding"));
    }
    // Too short, or packed by its nature.
    for path in ["/v1/region?city=x", "/v1/export/shelters.parquet"] {
        assert!(!ask(Method::GET, path, PACKED, String::new()).headers.contains_key("content-encoding"));
    }
}

#[test]
fn the_page_is_packed_once_and_known_again() {
    let index = get("/").ok();
    let tag = index.headers["etag"].to_str().unwrap().to_owned();
    assert_eq!(index.headers["cache-control"], "no-cache");
    let known = ask(Method::GET, "/", &[("if-none-match", &tag)], String::new());
    assert_eq!((known.status.as_u16(), known.body.len()), (304, 0));
    assert_eq!(ask(Method::GET, "/", &[("if-none-match", "\"other\"")], String::new()).ok().body, index.body);

    let Some(script) = index.text().split('"').find(|name| name.ends_with(".js")).map(str::to_owned) else {
        return assert!(index.text().contains("not built"));
    };
    let path = format!("/{}", script.trim_start_matches(['.', '/']));
    let (plain, packed) = (get(&path).ok(), ask(Method::GET, &path, PACKED, String::new()).ok());
    assert_eq!(unpacked(&packed), plain.body);
    assert_ne!(plain.headers["etag"], packed.headers["etag"], "two forms, two tags");
    for said in [&plain, &packed] {
        assert_eq!(said.headers["cache-control"], "public, max-age=31536000, immutable");
        assert_eq!(
            (&said.headers["vary"], &said.headers["content-type"]),
            (&"accept-encoding".parse().unwrap(), &"text/javascript; charset=utf-8".parse().unwrap())
        );
    }
}
