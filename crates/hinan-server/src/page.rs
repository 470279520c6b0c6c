//! The page, as it was built from `web/`, inside of the program.

use std::collections::BTreeMap;
use std::sync::{LazyLock, Once};

use axum::body::Bytes;
use axum::http::{HeaderMap, Method, Uri};
use axum::response::{IntoResponse as _, Response};
use flate2::Compression;
use rayon::prelude::*;

use crate::pack::{Tagged, gzip, tag, takes_gzip};
use crate::problem::Problem;

/// The built page. A checkout without it compiles all the same.
#[derive(rust_embed::RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Built;

/// What is said where the page is not built in.
const NOT_BUILT: &str = "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>hinan</title>\n\
    <h1>hinan</h1>\n<p>The page is not built into this program: web/dist was empty when it was compiled.</p>\n\
    <p>The API answers: <a href=\"/v1/region\">/v1/region</a>, <a href=\"/v1/openapi.json\">/v1/openapi.json</a>.</p>\n";

/// A file of the page in every form it is sent in: made once, when the program is first asked to serve.
struct Asset {
    plain: Bytes,
    /// Where that is shorter.
    packed: Option<Bytes>,
    tag: String,
    tag_packed: String,
}

static ASSETS: LazyLock<BTreeMap<String, Asset>> = LazyLock::new(|| {
    let names: Vec<_> = Built::iter().collect();
    let read = |name: &std::borrow::Cow<'static, str>| {
        Some((name.to_string(), Asset::new(Built::get(name)?.data.into_owned())))
    };
    let mut assets: BTreeMap<String, Asset> = names.par_iter().filter_map(read).collect();
    assets.entry(INDEX.to_owned()).or_insert_with(|| Asset::new(NOT_BUILT.into()));
    assets
});

const INDEX: &str = "index.html";

impl Asset {
    fn new(plain: Vec<u8>) -> Asset {
        let packed = gzip(&plain, Compression::default()).ok();
        Asset {
            packed: packed.filter(|packed| packed.len() < plain.len() / 10 * 9).map(Bytes::from),
            tag: tag(&plain, false),
            tag_packed: tag(&plain, true),
            plain: plain.into(),
        }
    }

    fn tagged(&self, packs: bool) -> Tagged {
        match &self.packed {
            Some(packed) if packs => {
                Tagged { bytes: packed.clone(), tag: self.tag_packed.clone(), packed: true }
            }
            _ => Tagged { bytes: self.plain.clone(), tag: self.tag.clone(), packed: false },
        }
    }
}

/// Packs the page's files now, aside, so that the first visitor need not wait for it. Once: a thread
/// that waits for its share of the packing would take a second call up and wait for itself.
pub fn prepare() {
    static BEGUN: Once = Once::new();
    BEGUN.call_once(|| {
        rayon::spawn(|| {
            LazyLock::force(&ASSETS);
        });
    });
}

/// Every file of the page as it was built, by name, for those who put it somewhere else.
pub fn built() -> BTreeMap<String, Vec<u8>> {
    let read =
        |name: std::borrow::Cow<'static, str>| Some((name.to_string(), Built::get(&name)?.data.into_owned()));
    Built::iter().filter_map(read).collect()
}

/// A file of the page, or that there is none.
pub async fn page(method: Method, uri: Uri, headers: HeaderMap) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return Problem::missing("there is nothing there to ask").into_response();
    }
    let path = match uri.path().trim_start_matches('/') {
        "" => INDEX,
        path => path,
    };
    let Some(asset) = ASSETS.get(path) else {
        return Problem::missing("there is no such page").into_response();
    };
    // The names of assets change with what is in them.
    let keep = if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    asset.tagged(takes_gzip(&headers)).answer(&headers, kind(path), keep)
}

fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "wasm" => "application/wasm",
        _ => "text/plain; charset=utf-8",
    }
}
