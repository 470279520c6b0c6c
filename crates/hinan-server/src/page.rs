//! The page, as it was built from `web/`, inside of the program.

use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};

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

/// A file of the page, or that there is none.
pub async fn page(method: Method, uri: Uri) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return Problem::missing("there is nothing there to ask").into_response();
    }
    let path = match uri.path().trim_start_matches('/') {
        "" => "index.html",
        path => path,
    };
    match (Built::get(path), path) {
        (Some(file), _) => send(path, file.data.into_owned().into_response()),
        (None, "index.html") => send(path, NOT_BUILT.into_response()),
        _ => Problem::missing("there is no such page").into_response(),
    }
}

fn send(path: &str, mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind(path)));
    // The names of assets change with what is in them.
    let keep = if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    *response.status_mut() = StatusCode::OK;
    response
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
