//! The sample with shelters of our own, and how it is asked.

use std::sync::LazyLock;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use hinan_model::shelter::{Status, Visibility};
use hinan_model::{Entrance, EntranceAt, Place, Shelter, Source};
use hinan_region::build::List;
use hinan_region::people::people_guessed_from_buildings;
use hinan_region::{Draft, Input, Region};
use hinan_server::{Options, Server};
use serde_json::Value;
use tower::ServiceExt as _;

/// Where questions start: a street in the middle of the sample.
pub const HERE: [f64; 2] = [60.1699, 24.9384];

static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../samples/helsinki/Helsinki.osm.pbf");
    let options = hinan_streets::Options { drawing: true, ..Default::default() };
    let streets = hinan_streets::read(std::path::Path::new(path), &options).unwrap();
    let people = people_guessed_from_buildings(&streets, 35);
    let source = Source { role: "shelters".into(), file: "own.csv".into(), ..Source::default() };
    let lists = vec![List { source, shelters: shelters(), complaints: Vec::new() }];
    Draft::new(Input { lists, people: vec![people], ..Input::new("Helsinki", streets) }).unwrap().bytes()
});

/// Two that are open, one that is closed, one that its owner keeps private.
fn shelters() -> Vec<Shelter> {
    let shelter = |id: &str, north: f64, east: f64| {
        let place = Place::from_degrees(HERE[0] + north, HERE[1] + east).unwrap();
        Shelter::new(id, vec![Entrance { at: EntranceAt::Place(place), start: None, name: None }])
    };
    vec![
        shelter("near", 0.0005, 0.001),
        shelter("far", -0.001, -0.003),
        Shelter { status: Status::Closed, ..shelter("closed", 0.0001, 0.0003) },
        Shelter {
            visibility: Visibility::Private,
            name: Some("Hidden Hall".into()),
            ..shelter("hidden", 0.001, 0.002)
        },
    ]
}

/// The region.
pub fn region() -> Region {
    Region::from_bytes(&BYTES).unwrap()
}

static ROUTER: LazyLock<Router> = LazyLock::new(|| Server::new(region(), Options::default()).router());

/// A server that all tests share.
pub fn router() -> Router {
    ROUTER.clone()
}

/// What was answered.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// That it went well.
    #[track_caller]
    pub fn ok(self) -> Answer {
        assert_eq!(self.status, StatusCode::OK, "{}", self.text());
        self
    }

    /// That it was refused with a sentence that holds `words`, in the form of all errors.
    #[track_caller]
    pub fn refused(self, status: u16, words: &str) {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        assert_eq!(self.headers["content-type"], "application/problem+json");
        let problem = self.json();
        assert_eq!(problem["status"], status);
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains(words), "no '{words}' in: {detail}");
    }
}

/// Sends one request.
pub fn send(router: Router, request: Request<Body>) -> Answer {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    runtime.block_on(async {
        let response = router.oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    })
}

/// Asks by GET.
pub fn get(path: &str) -> Answer {
    send(router(), Request::builder().uri(path).body(Body::empty()).unwrap())
}

/// Asks by POST with JSON.
pub fn post(path: &str, body: &Value) -> Answer {
    post_text(path, body.to_string())
}

/// Asks by POST with whatever is called JSON.
pub fn post_text(path: &str, body: impl Into<Body>) -> Answer {
    let request =
        Request::builder().method(Method::POST).uri(path).header("content-type", "application/json");
    send(router(), request.body(body.into()).unwrap())
}
