//! The server asked by `POST`, without a socket.

use std::sync::LazyLock;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use hinan_region::Region;
use hinan_server::{Options, Server};
use serde_json::{Map, Value, json};
use tokio::runtime::{Builder, Runtime};
use tower::ServiceExt as _;

/// Everything that takes a body.
const ROUTES: [&str; 6] = [
    "/v1/route",
    "/v1/reach",
    "/v1/whatif",
    "/v1/coverage?hazard=air-raid",
    "/v1/coverage?walker=older&walker=wheelchair&within_s=300",
    "/v1/export/districts.geojson?hazard=fire",
];

static ROUTER: LazyLock<Router> = LazyLock::new(|| match Region::from_bytes(&crate::SMALL) {
    Ok(region) => Server::new(region, Options::default()).router(),
    Err(error) => unreachable!("what was just built does not open: {error}"),
});

static RUNTIME: LazyLock<Runtime> =
    LazyLock::new(|| match Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => unreachable!("a runtime on this thread needs nothing: {error}"),
    });

/// Asks a route with a body. The first byte names both: a digit the route, and what follows is the body as
/// it stands; any other byte the route, and what follows is made into JSON that is nearly right. Tells the status of
/// the answer; there is none to no byte at all.
pub(crate) fn ask(data: &[u8]) -> Option<StatusCode> {
    let (&first, rest) = data.split_first()?;
    let (route, body) = match first {
        b'0'..=b'9' => (first - b'0', rest.to_vec()),
        _ => (first, Dice(rest).question().to_string().into_bytes()),
    };
    let route = ROUTES[usize::from(route) % ROUTES.len()];
    Some(RUNTIME.block_on(check(route, body)))
}

async fn check(route: &str, body: Vec<u8>) -> StatusCode {
    let places = places_in(&body);
    let request = Request::builder().method(Method::POST).uri(route);
    let request = request.header(header::CONTENT_TYPE, "application/json").body(Body::from(body));
    let Ok(request) = request else { unreachable!("the address is one of ours") };
    let Ok(response) = ROUTER.clone().oneshot(request).await;
    let (status, kind) = (response.status(), response.headers().get(header::CONTENT_TYPE).cloned());
    assert!(!status.is_server_error(), "{route}: {status}");
    let bytes = match to_bytes(response.into_body(), usize::MAX).await {
        Ok(bytes) => bytes,
        Err(error) => unreachable!("an answer is in memory: {error}"),
    };
    let Ok(said) = serde_json::from_slice::<Value>(&bytes) else { unreachable!("{route}: not JSON") };
    let is_problem = kind.is_some_and(|kind| kind == "application/problem+json");
    assert_eq!(is_problem, status != StatusCode::OK, "{route}: {status}");
    if is_problem {
        assert_eq!(said["status"], status.as_u16());
        let text = String::from_utf8_lossy(&bytes);
        assert!(said["detail"].is_string() && said["title"].is_string(), "{text}");
        assert!(!places.iter().any(|place| text.contains(place.as_str())), "a place in an error: {text}");
    }
    status
}

/// Numbers with so many decimals that they may say where somebody is.
fn places_in(body: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(body);
    let numbers = text.split(|c: char| !c.is_ascii_digit() && c != '.');
    numbers
        .filter(|number| number.split_once('.').is_some_and(|(_, decimals)| decimals.len() >= 4))
        .map(str::to_owned)
        .collect()
}

/// Names of members, right ones and others.
const NAMES: [&str; 26] = [
    "from",
    "hazard",
    "walker",
    "at",
    "within_s",
    "floor",
    "delay_s",
    "queue_s",
    "whatif",
    "k",
    "inside",
    "language",
    "points",
    "close",
    "open",
    "close_ways",
    "districts",
    "lat",
    "lon",
    "node",
    "id",
    "type",
    "features",
    "geometry",
    "coordinates",
    "properties",
];

/// Words that mean something somewhere.
const WORDS: [&str; 23] = [
    "air-raid",
    "fire+flood",
    "untold",
    "older",
    "wheelchair",
    "adult-night",
    "2026-11-22T03:00",
    "ja",
    "en",
    "known",
    "none",
    "1",
    "2",
    "FeatureCollection",
    "Feature",
    "Polygon",
    "MultiPolygon",
    "Point",
    "00000000000000000000000000000000",
    "",
    "s1",
    "s2",
    "100",
];

/// Bytes as throws of a die; zeros once there are no more.
struct Dice<'b>(&'b [u8]);

impl Dice<'_> {
    fn throw(&mut self) -> u8 {
        let Some((&first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        first
    }

    fn below(&mut self, count: usize) -> usize {
        usize::from(self.throw()) % count
    }

    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        std::array::from_fn(|_| self.throw())
    }

    /// An object, often with a start and with what else some route cannot do without.
    fn question(&mut self) -> Value {
        let mut question = self.object(3);
        let needs = self.throw();
        for (bit, name) in [(1, "from"), (2, "points"), (4, "districts"), (8, "close")] {
            if needs & bit != 0 {
                let value = match name {
                    "from" => self.place(),
                    "points" => (0..=self.below(4)).map(|_| self.place()).collect(),
                    "districts" => self.districts(),
                    _ => json!([WORDS[self.below(WORDS.len())]]),
                };
                question.insert(name.to_owned(), value);
            }
        }
        question.into()
    }

    fn object(&mut self, depth: u8) -> Map<String, Value> {
        (0..self.below(5)).map(|_| (NAMES[self.below(NAMES.len())].to_owned(), self.value(depth))).collect()
    }

    fn value(&mut self, depth: u8) -> Value {
        match self.below(if depth == 0 { 8 } else { 12 }) {
            0 => Value::Null,
            1 => self.throw().is_multiple_of(2).into(),
            2 => i64::from(self.throw() as i8).into(),
            3 => i64::from_le_bytes(self.bytes()).into(),
            4 => f64::from_le_bytes(self.bytes()).into(),
            5 | 6 => WORDS[self.below(WORDS.len())].into(),
            7 => String::from_utf8_lossy(&self.bytes::<12>()).into(),
            8 => (0..self.below(4)).map(|_| self.value(depth - 1)).collect(),
            9 => self.place(),
            10 => self.districts(),
            _ => self.object(depth - 1).into(),
        }
    }

    /// A place in the small city or beside it, a node of it, or one that is nowhere.
    fn place(&mut self) -> Value {
        let mut part = |middle: f64| middle + f64::from(self.throw() as i8) * 1.000_01e-5;
        let (lat, lon) = (part(MIDDLE[0]), part(MIDDLE[1]));
        match self.below(8) {
            0 => json!({"node": WORDS[11 + self.below(2)]}),
            1 => json!({"lat": f64::from_le_bytes(self.bytes()), "lon": lon}),
            _ => json!({"lat": lat, "lon": lon}),
        }
    }

    fn districts(&mut self) -> Value {
        let features: Vec<Value> = (0..=self.below(3)).map(|_| self.feature()).collect();
        json!({"type": "FeatureCollection", "features": features})
    }

    fn feature(&mut self) -> Value {
        let mut ring: Vec<Value> = (0..self.below(6)).map(|_| self.corner()).collect();
        ring.extend(ring.first().cloned());
        let kind = ["Polygon", "MultiPolygon", "Point"][self.below(3)];
        json!({
            "type": "Feature", "properties": self.object(1),
            "geometry": {"type": kind, "coordinates": [ring]},
        })
    }

    fn corner(&mut self) -> Value {
        let place = self.place();
        json!([place["lon"], place["lat"]])
    }
}

/// The middle of the small city.
const MIDDLE: [f64; 2] = [60.17, 24.94];

#[cfg(test)]
mod tests {
    use super::*;

    /// Else what lies behind the readers would never be asked.
    #[test]
    fn sound_questions_are_answered() {
        for (name, seed) in [
            ("route", &include_bytes!("../../seeds/body/route.json")[..]),
            ("route from a node", include_bytes!("../../seeds/body/route-node.json")),
            ("reach", include_bytes!("../../seeds/body/reach.json")),
            ("whatif", include_bytes!("../../seeds/body/whatif.json")),
            ("coverage", include_bytes!("../../seeds/body/coverage.json")),
            ("coverage of two walkers", include_bytes!("../../seeds/body/coverage-walkers.json")),
            ("export", include_bytes!("../../seeds/body/export.json")),
        ] {
            assert_eq!(ask(seed), Some(StatusCode::OK), "{name}");
        }
    }

    #[test]
    fn some_of_what_is_made_is_sound() {
        let made = |number: u32| {
            let mut bytes: Vec<u8> =
                (0..40_u32).map(|at| ((number * 7_919 + at * 104_729) >> 5) as u8).collect();
            bytes[0] = b'x' + (number % 6) as u8;
            ask(&bytes)
        };
        let sound = (0..2_000).filter(|&number| made(number) == Some(StatusCode::OK)).count();
        assert!(sound > 20, "{sound} of 2,000");
    }
}
