//! Whoever sends slowly, too much, or takes nothing back: told so, or hung up on, and the others are
//! answered.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use hinan_server::{Limits, Options, Server, serve};
use serde_json::json;
use tokio::runtime::Runtime;

use crate::support::{post, region};

/// A server on a free port of this machine, until it is dropped.
struct Served {
    at: SocketAddr,
    _runtime: Runtime,
}

fn served(limits: Limits) -> Served {
    let runtime = Runtime::new().unwrap();
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
    let at = listener.local_addr().unwrap();
    let router = Server::new(region(), Options { limits, ..Options::default() }).router();
    runtime.spawn(serve(listener, router, limits, std::future::pending()));
    Served { at, _runtime: runtime }
}

const SOON: Duration = Duration::from_millis(300);
/// Longer than anything here may take.
const LATE: Duration = Duration::from_secs(20);
const ASK: &[u8] = b"GET /v1/region HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";

impl Served {
    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.at).unwrap();
        stream.set_read_timeout(Some(LATE)).unwrap();
        stream.set_write_timeout(Some(LATE)).unwrap();
        stream
    }

    /// All that is answered to these bytes, up to the end of the connection.
    fn say(&self, bytes: &[u8]) -> String {
        let mut stream = self.connect();
        stream.write_all(bytes).ok();
        read(&mut stream)
    }
}

fn read(stream: &mut TcpStream) -> String {
    let mut said = Vec::new();
    // A connection that was reset is at its end, too.
    stream.read_to_end(&mut said).ok();
    String::from_utf8_lossy(&said).into_owned()
}

#[test]
fn a_head_that_does_not_come_is_not_waited_for() {
    let server = served(Limits { head: SOON, ..Limits::default() });
    let clock = Instant::now();
    for begun in ["", "GET /v1/region HTTP/1.1\r\nHost: h\r\nX-Slow: "] {
        assert!(!server.say(begun.as_bytes()).contains("200 OK"));
    }
    assert!(clock.elapsed() < LATE);
    assert!(server.say(ASK).contains("200 OK"));
}

#[test]
fn a_body_that_does_not_come_is_not_waited_for() {
    let server = served(Limits { request: SOON, ..Limits::default() });
    let head =
        "POST /v1/route HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Type: application/json\r\n";
    let said = server.say(format!("{head}Content-Length: 100\r\n\r\n{{").as_bytes());
    assert!(said.starts_with("HTTP/1.1 408") && said.contains("problem+json"), "{said}");
}

#[test]
fn a_head_that_is_too_large_is_refused() {
    let server = served(Limits::default());
    let ask = |more: String| {
        server
            .say(format!("GET /v1/region HTTP/1.1\r\nHost: h\r\nConnection: close\r\n{more}\r\n").as_bytes())
    };
    assert!(ask("X-Long: x\r\n".to_owned()).starts_with("HTTP/1.1 200"));
    // What follows may still be on its way when the connection is closed, and then takes the answer with it.
    let is_refused = |said: String| said.is_empty() || said.starts_with("HTTP/1.1 4");
    assert!(is_refused(ask(format!("X-Long: {}\r\n", "x".repeat(300_000)))));
    let many: String = (0..200).map(|number| format!("X-{number}: x\r\n")).collect();
    assert!(ask(many).starts_with("HTTP/1.1 431"));
    let path = format!("GET /{} HTTP/1.1\r\nHost: h\r\n\r\n", "x".repeat(300_000));
    assert!(is_refused(server.say(path.as_bytes())));
}

#[test]
fn who_takes_nothing_is_hung_up_on() {
    let server = served(Limits { connections: 1, unread: SOON, ..Limits::default() });
    let mut greedy = server.connect();
    // More than the machine keeps for a connection by itself.
    let one = "GET /v1/export/doorsteps.geojson HTTP/1.1\r\nHost: h\r\n\r\n";
    greedy.write_all(one.repeat(64).as_bytes()).unwrap();
    assert!(server.say(ASK).contains("200 OK"), "the one place there is was never free");
    drop(greedy);
}

#[test]
fn connections_beyond_the_most_wait_and_those_of_one_address_are_closed() {
    let server = served(Limits { connections: 2, ..Limits::default() });
    let (first, _second) = (server.connect(), server.connect());
    let mut third = server.connect();
    third.write_all(ASK).unwrap();
    third.set_read_timeout(Some(SOON)).unwrap();
    assert!(third.read(&mut [0; 1]).is_err(), "answered beside two that are held");
    drop(first);
    third.set_read_timeout(Some(LATE)).unwrap();
    assert!(read(&mut third).contains("200 OK"));

    let server = served(Limits { connections_each: 1, ..Limits::default() });
    let held = server.connect();
    assert_eq!(server.say(ASK), "");
    drop(held);
    let clock = Instant::now();
    while !server.say(ASK).contains("200 OK") {
        assert!(clock.elapsed() < LATE, "the place is never free again");
    }
}

#[test]
fn there_are_only_so_many_points_doors_and_districts() {
    let points = |count: usize| json!({"points": vec![json!({"lat": 60.17, "lon": 24.94}); count]});
    assert_eq!(post("/v1/reach", &points(1_000)).ok().json()["points"].as_array().unwrap().len(), 1_000);
    post("/v1/reach", &points(1_001)).refused(400, "1 to 1000");
    let ids = |count: usize| json!({"close": vec!["near"; count]});
    post("/v1/whatif", &ids(500)).ok();
    post("/v1/whatif", &ids(501)).refused(400, "at most 500");
    let square = json!([[24.9, 60.1], [25.0, 60.1], [25.0, 60.2], [24.9, 60.1]]);
    for geometry in [json!({"type": "Polygon", "coordinates": [square]}), json!({})] {
        let feature = json!({"type": "Feature", "properties": {}, "geometry": geometry});
        let districts = |count: usize| json!({"districts": {"type": "FeatureCollection", "features": vec![&feature; count]}});
        post("/v1/coverage?hazard=fire", &districts(2_000)).ok();
        post("/v1/coverage?hazard=fire", &districts(2_001)).refused(400, "more than 2000");
    }
}
