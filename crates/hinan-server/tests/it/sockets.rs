//! Through a socket: what is logged, who is turned away, and that it stops.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex};

use hinan_server::{Limits, Options, Server, serve};
use tokio::sync::oneshot;

use crate::support::region;

/// Writes what is logged into memory.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn ask(at: SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(at).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut said = String::new();
    stream.read_to_string(&mut said).unwrap();
    said
}

fn post(at: SocketAddr, body: &str) -> String {
    let head =
        "POST /v1/route HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json";
    ask(at, &format!("{head}\r\nContent-Length: {}\r\n\r\n{body}", body.len()))
}

/// One test: there is one log.
#[test]
fn the_log_has_routes_and_no_places_and_the_server_stops() {
    let log = Log::default();
    let writer = log.clone();
    tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_ansi(false)
        .without_time()
        .with_writer(move || writer.clone())
        .init();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
    let at = listener.local_addr().unwrap();
    let options = Options { rate: NonZeroU32::new(5), ..Options::default() };
    let router = Server::new(region(), options).router();
    let (stop, stopped) = oneshot::channel::<()>();
    let server = runtime.spawn(serve(listener, router, Limits::default(), async move {
        stopped.await.ok();
    }));
    for (body, status) in [
        ("{\"from\": {\"lat\": 60.1699123, \"lon\": 24.9384321}}", " 200 "),
        ("{\"from\": {\"lat\": 61.1699123, \"lon\": 24.9384321}}", " 404 "),
        ("{\"from\": {\"lat\": 61.1699123, \"lon\": ", " 400 "),
    ] {
        let said = post(at, body);
        assert!(said.lines().next().unwrap().contains(status), "{said}");
    }
    // Whoever writes a place into an address does not find it in the log, either.
    ask(at, "GET /60.1699123,24.9384321?at=24.9384321 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    ask(at, "GET /v1/shelters?60.1699123=24.9384321 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    let turned_away = (0..40).filter(|_| post(at, "{}").contains(" 429 ")).count();
    assert!(turned_away > 0);
    stop.send(()).unwrap();
    runtime.block_on(server).unwrap();
    assert!(TcpStream::connect(at).is_err());
    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("route=\"/v1/route\"") && log.contains("status=404"), "{log}");
    for digits in ["1699123", "9384321", "60.", "24.9"] {
        assert!(!log.contains(digits), "{log}");
    }
}
