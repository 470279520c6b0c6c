//! `hinan serve` and `hinan up`, as a browser and a program ask them.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use crate::support::{Folder, command, done, refused};

/// A server that is stopped when the test is over.
struct Served {
    child: Child,
    address: String,
}

impl Served {
    fn start(arguments: &[&str]) -> Served {
        let mut child = command(arguments).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let address = lines.find_map(|line| {
            let line = line.unwrap();
            Some(line.split_once("http://")?.1.split('/').next()?.to_owned())
        });
        // Whatever else it says must not fill the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Served { child, address: address.unwrap() }
    }

    fn ask(&self, method: &str, path: &str, body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let head = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close", self.address);
        let kind = "Content-Type: application/json";
        write!(stream, "{head}\r\n{kind}\r\nContent-Length: {}\r\n\r\n{body}", body.len()).unwrap();
        let mut said = String::new();
        stream.read_to_string(&mut said).unwrap();
        let (head, body) = said.split_once("\r\n\r\n").unwrap();
        (head[9..12].parse().unwrap(), body.to_owned())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// JSON without the spaces that the command writes for people; the order of its keys stays.
fn compact(json: &str) -> String {
    let (mut within, mut escaped) = (false, false);
    let keep = |letter: &char| {
        within ^= *letter == '"' && !escaped;
        escaped = *letter == '\\' && within && !escaped;
        within || !letter.is_ascii_whitespace()
    };
    json.chars().filter(keep).collect::<String>() + "\n"
}

#[test]
fn a_server_says_what_the_command_says_byte_by_byte_but_for_spaces() {
    let folder = Folder::new();
    let city = folder.sample();
    let served = Served::start(&["serve", &city, "--listen", "127.0.0.1:0"]);
    let get = |path: &str| served.ask("GET", path, "");
    let whole = |arguments: &[&str]| compact(&done(arguments).out);
    let coverage =
        whole(&["coverage", &city, "--hazard", "air-raid", "--walker", "older", "adult", "--json"]);
    assert_eq!(get("/v1/coverage?hazard=air-raid&walker=older&walker=adult"), (200, coverage));
    assert_eq!(get("/v1/coverage"), (200, whole(&["coverage", &city, "--json"])));
    assert_eq!(
        get("/v1/audit?hazard=air-raid"),
        (200, whole(&["audit", &city, "--hazard", "air-raid", "--json"]))
    );
    for (lat, lon) in [("60.1699", "24.9384"), ("60.1672", "24.9430"), ("60.1717", "24.9414")] {
        for (asked, options) in [
            ("", &[][..]),
            (", \"hazard\": \"air-raid\", \"floor\": 4", &["--hazard", "air-raid", "--floor", "4"][..]),
            (", \"walker\": \"wheelchair\", \"k\": 1", &["--walker", "wheelchair", "--k", "1"][..]),
            (", \"k\": 8, \"language\": \"uk\"", &["--k", "8", "--language", "uk"][..]),
            (
                ", \"within_s\": 300, \"at\": \"2026-11-22T03:00\"",
                &["--within", "5min", "--at", "2026-11-22T03:00"],
            ),
        ] {
            let body = format!("{{\"from\": {{\"lat\": {lat}, \"lon\": {lon}}}{asked}}}");
            let (status, said) = served.ask("POST", "/v1/route", &body);
            assert_eq!(status, 200, "{said}");
            let from = format!("{lat},{lon}");
            let told =
                whole(&[&["route", city.as_str(), "--from", from.as_str(), "--json"], options].concat());
            // The command closes where the server goes on with the lines.
            let head = told.strip_suffix("}\n").unwrap();
            assert!(said.starts_with(&format!("{head},\"lines\":")), "{told}\n{said}");
        }
    }
}

#[test]
fn a_port_that_is_taken_is_a_sentence() {
    let folder = Folder::new();
    let city = folder.sample();
    let served = Served::start(&["serve", &city, "--listen", "127.0.0.1:0"]);
    refused(&["serve", &city, "--listen", &served.address], 1, &["is taken", "--listen 127.0.0.1:0"]);
    refused(&["serve", &folder.path("none.hinan")], 1, &["none.hinan"]);
}

#[test]
fn up_builds_and_serves() {
    let folder = Folder::new();
    let city = folder.path("up.hinan");
    let served = Served::start(&["up", "-o", &city, "--listen", "127.0.0.1:0"]);
    assert!(served.ask("GET", "/v1/region", "").1.contains("Helsinki (sample)"));
    assert!(served.ask("GET", "/", "").1.contains("hinan"));
}

#[cfg(unix)]
#[test]
fn it_ends_when_it_is_told_to() {
    let folder = Folder::new();
    let city = folder.sample();
    let mut served = Served::start(&["serve", &city, "--listen", "127.0.0.1:0"]);
    let id = served.child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    assert_eq!(served.child.wait().unwrap().code(), Some(0));
}
