//! The officers' desk, on this machine alone: what is in force in the folder that two desks share, new
//! drafts from templates, and signatures over what was read back from the exact bytes.
//!
//! * [`Desk::open`] takes a folder, the file of a key and what the officer trusts; [`City`] what a region
//!   has to say. [`face`] makes an [`axum::Router`] of it: the page, its map, and the API below
//!   `/desk/v1`, whose form stands in `web/src/desk/shapes.ts`.
//! * [`board`]: what the folder comes to at a time, without any HTTP.
//!
//! Only loopback names are answered, only with the token of this start ([`new_token`]), and only our own
//! page: against names of elsewhere that are pointed here, and pages of elsewhere that send here. The
//! passphrase comes in one body, opens the key for one signature, and is wiped with it; wrong ones take
//! longer and lock nobody out. Nothing is sent to anybody: what carries alerts reads the folder.

pub mod board;
mod city;
mod desk;
pub mod folder;
mod http;
pub mod problem;
mod wish;

use std::sync::Arc;

use axum::Router;
use hinan_region::Region;
use hinan_server::{Limits, Server};
use serde_json::{Value, json};

pub use city::{City, Reach};
pub use desk::{Desk, DeskError, Options, RETYPE_FROM};
pub use hinan_server::serve;
pub use http::TOKEN;

/// The name of the page.
pub const PAGE: &str = "desk.html";

/// A token for one start: 128 random bits in hexadecimal digits.
///
/// # Errors
/// The operating system gives no randomness.
pub fn new_token() -> Result<String, hinan_desk::NoRandomness> {
    hinan_desk::new_id().map(|id| id.to_string())
}

/// Everything that is answered: the desk below `/desk/v1`, the page's files, and, with a region, its map.
pub fn face(desk: Desk, region: Option<Region>, token: String) -> Router {
    let told = region.as_ref().map(describe);
    let face = Arc::new(http::Face { desk: Arc::new(desk), token, region: told });
    let hosts: Vec<String> = ["localhost", "127.0.0.1", "[::1]"].map(str::to_owned).into();
    let limits = Limits::default();
    let ours = hinan_server::enclosed(http::routes(face), hosts.clone(), limits);
    let rest = match region {
        Some(region) => {
            let options = hinan_server::Options { hosts, limits, ..hinan_server::Options::default() };
            Server::new(region, options).router()
        }
        None => hinan_server::enclosed(hinan_server::page_files(), hosts, limits),
    };
    Router::new().nest("/desk/v1", ours).fallback_service(rest)
}

/// What the page's map has to know of a region.
fn describe(region: &Region) -> Value {
    let meta = region.meta();
    let mut attribution: Vec<&str> = Vec::new();
    for words in meta.sources.iter().filter_map(|source| source.attribution.as_deref()) {
        if !attribution.contains(&words) {
            attribution.push(words);
        }
    }
    json!({ "name": meta.name, "bounds": meta.bounds, "attribution": attribution })
}
