//! Answers packed (gzip) for those who can unpack them, and answers that a caller has already.

use std::io::Write as _;
use std::sync::Arc;

use axum::body::{Body, Bytes, HttpBody as _, to_bytes};
use axum::extract::{Request, State as Extract};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest as _, Sha256};

use crate::problem::Problem;
use crate::state::{State, Weight};

/// Less than this is sent in one piece either way.
const WORTH_BYTES: u64 = 1_024;

/// Whether a caller can unpack what is packed.
pub fn takes_gzip(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT_ENCODING).iter();
    let mut accepted = accepted.filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(','));
    accepted.any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        parts.next().is_some_and(|name| name.eq_ignore_ascii_case("gzip")) && !parts.any(is_refused)
    })
}

/// A weight of zero, however many zeros it is written with.
fn is_refused(parameter: &str) -> bool {
    let weight = parameter.strip_prefix("q=").or_else(|| parameter.strip_prefix("Q="));
    weight.and_then(|weight| weight.parse::<f32>().ok()).is_some_and(|weight| weight <= 0.0)
}

/// `bytes` packed.
///
/// # Errors
/// Never but for a mistake of ours.
pub fn gzip(bytes: &[u8], level: Compression) -> Result<Vec<u8>, Problem> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), level);
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish());
    packed.map_err(|error| Problem::ours(error.to_string()))
}

/// The tag of some bytes, as they are or packed: it changes with them and with nothing else.
pub fn tag(bytes: &[u8], packed: bool) -> String {
    let digits: String = Sha256::digest(bytes).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    if packed { format!("\"{digits}-gz\"") } else { format!("\"{digits}\"") }
}

/// Whether the caller has already what has this tag.
pub fn has_already(headers: &HeaderMap, tag: &str) -> bool {
    let known = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|known| known.to_str().ok());
    known
        .flat_map(|known| known.split(','))
        .map(str::trim)
        .any(|known| known == "*" || known.trim_start_matches("W/") == tag)
}

/// Bytes with a tag, sent only to who has others.
pub struct Tagged {
    /// What is sent.
    pub bytes: Bytes,
    /// Its tag.
    pub tag: String,
    /// Whether it is packed.
    pub packed: bool,
}

impl Tagged {
    /// The answer to a caller with `headers`.
    pub fn answer(self, headers: &HeaderMap, kind: &'static str, keep: &'static str) -> Response {
        let mut response = if has_already(headers, &self.tag) {
            StatusCode::NOT_MODIFIED.into_response()
        } else if self.bytes.is_empty() {
            StatusCode::NO_CONTENT.into_response()
        } else {
            let mut response = self.bytes.into_response();
            response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
            if self.packed {
                response.headers_mut().insert(header::CONTENT_ENCODING, GZIP);
            }
            response
        };
        let headers = response.headers_mut();
        headers.extend(HeaderValue::try_from(self.tag).ok().map(|tag| (header::ETAG, tag)));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
        headers.insert(header::VARY, VARY);
        response
    }
}

const GZIP: HeaderValue = HeaderValue::from_static("gzip");
const VARY: HeaderValue = HeaderValue::from_static("accept-encoding");

/// Packs what is text and not packed yet.
pub async fn pack(Extract(state): Extract<Arc<State>>, request: Request, next: Next) -> Response {
    let packs = takes_gzip(request.headers());
    let mut response = next.run(request).await;
    if !is_text(response.headers()) || response.headers().contains_key(header::CONTENT_ENCODING) {
        return response;
    }
    response.headers_mut().insert(header::VARY, VARY);
    if !packs || response.body().size_hint().exact().is_none_or(|size| size < WORTH_BYTES) {
        return response;
    }
    match packed(&state, response).await {
        Ok(response) => response,
        Err(problem) => problem.into_response(),
    }
}

async fn packed(state: &Arc<State>, response: Response) -> Result<Response, Problem> {
    let (mut parts, body) = response.into_parts();
    // In memory already: nothing of ours is streamed.
    let bytes = to_bytes(body, usize::MAX).await.map_err(|error| Problem::ours(error.to_string()))?;
    let packed = state.compute(Weight::Quick, move |_| gzip(&bytes, Compression::fast())).await?;
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_ENCODING, GZIP);
    Ok(Response::from_parts(parts, Body::from(packed)))
}

fn is_text(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    ["application/json", "application/geo+json", "text/csv"].iter().any(|text| kind.starts_with(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_takes_gzip_is_who_says_so() {
        let takes = |said: &[&'static str]| {
            let said = said.iter().map(|said| (header::ACCEPT_ENCODING, HeaderValue::from_static(said)));
            takes_gzip(&said.collect())
        };
        assert!(takes(&["gzip"]) && takes(&["br;q=1.0, GZIP;q=0.8"]) && takes(&["br", "gzip"]));
        assert!(!takes(&[]) && !takes(&["identity"]) && !takes(&["gzip;q=0"]) && !takes(&["gzip; q=0.000"]));
    }
}
