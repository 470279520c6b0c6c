//! The desk over HTTP, for one page on this machine. What changes something is asked by `POST` in JSON,
//! and everything carries the token of this start: a page of somebody else's knows neither the one nor
//! may it send the other.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, RawQuery, Request, State as Extract};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use hinan_desk::Passphrase;
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use zeroize::Zeroize as _;

use crate::board::Key;
use crate::desk::{Desk, blocking};
use crate::problem::Problem;
use crate::wish::{ArmWish, Wish};

/// The header with the token.
pub const TOKEN: &str = "x-hinan-desk";
/// The largest body, in bytes.
const MOST_BYTES: usize = 64 << 10;
/// How often the folder is looked at while a page waits for news.
const LOOKS: Duration = Duration::from_millis(200);
/// How often it is judged anew though no file has changed: time alone changes what is in force.
const JUDGES: Duration = Duration::from_secs(2);
/// How long a page waits for news.
const WAITS: Duration = Duration::from_secs(8);

/// What all requests share.
pub struct Face {
    /// The desk.
    pub desk: Arc<Desk>,
    /// The token of this start, in hexadecimal digits.
    pub token: String,
    /// The region as the page's map needs it.
    pub region: Option<Value>,
}

type Shared = Extract<Arc<Face>>;
type Answer = Result<Response, Problem>;

/// The routes below `/desk/v1`.
pub fn routes(face: Arc<Face>) -> Router {
    Router::new()
        .route("/setup", get(setup))
        .route("/board", get(board))
        .route("/messages/{key}", get(review))
        .route("/preview", post(preview))
        .route("/draft", post(draft))
        .route("/sign", post(sign))
        .route("/cancel", post(cancel))
        .route("/clear", post(clear))
        .route("/arm", post(arm))
        .route("/void", post(void))
        .route("/discard", post(discard))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .layer(axum::middleware::from_fn_with_state(face.clone(), let_in))
        .with_state(face)
}

/// Lets in who has the token and comes from our own page.
async fn let_in(Extract(face): Shared, request: Request, next: Next) -> Response {
    match check(&face, request.headers()) {
        Ok(()) => next.run(request).await,
        Err(problem) => problem.into_response(),
    }
}

fn check(face: &Face, headers: &HeaderMap) -> Result<(), Problem> {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let host = text("host").unwrap_or_default();
    if text("origin").is_some_and(|origin| origin.strip_prefix("http://") != Some(host)) {
        return Err(Problem::stranger("only the desk's own page may ask"));
    }
    if text("sec-fetch-site").is_some_and(|site| site != "same-origin" && site != "none") {
        return Err(Problem::stranger("only the desk's own page may ask"));
    }
    if is_same(text(TOKEN).unwrap_or_default(), &face.token) {
        return Ok(());
    }
    Err(Problem::stranger("open the address that the desk printed when it started"))
}

/// Compares in a time that tells nothing of where two texts differ.
fn is_same(one: &str, other: &str) -> bool {
    let differ = one.bytes().zip(other.bytes()).fold(0, |differ, (a, b)| differ | (a ^ b));
    one.len() == other.len() && differ == 0
}

fn json(value: &impl serde::Serialize) -> Answer {
    let text = serde_json::to_string(value).map_err(|error| Problem::machine(error.to_string()))?;
    Ok(([(header::CONTENT_TYPE, "application/json")], text).into_response())
}

async fn setup(Extract(face): Shared) -> Answer {
    json(&blocking(move || face.desk.setup(face.region.clone())).await?)
}

/// The board; where the page has it already (`?since=VERSION`), as soon as there is news.
async fn board(Extract(face): Shared, RawQuery(query): RawQuery) -> Answer {
    let since = query.as_deref().and_then(|query| query.strip_prefix("since="));
    let begun = Instant::now();
    let mut judged = None;
    let mut trace = None;
    loop {
        let desk = face.desk.clone();
        let seen = blocking(move || desk.trace()).await?;
        let is_due = judged.is_none_or(|at: Instant| at.elapsed() >= JUDGES);
        if is_due || trace != Some(seen) {
            let desk = face.desk.clone();
            let view = blocking(move || desk.view()).await?;
            if since != Some(view.version.as_str()) || begun.elapsed() >= WAITS {
                return json(&view);
            }
            judged = Some(Instant::now());
            trace = Some(seen);
        }
        tokio::time::sleep(LOOKS).await;
    }
}

async fn review(Extract(face): Shared, Path(name): Path<String>) -> Answer {
    let key = Key::parse(&name).ok_or_else(Problem::gone)?;
    json(&blocking(move || face.desk.review(key)).await?)
}

/// A body, which must be JSON and say so: a form of somebody else's page cannot.
fn body<'a, T: Deserialize<'a>>(headers: &HeaderMap, bytes: &'a [u8]) -> Result<T, Problem> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.split(';').next().map(str::trim) != Some("application/json") {
        return Err(Problem::bad("body", "the body must be JSON, with Content-Type: application/json"));
    }
    // What is wrong with it is not quoted: there may be a passphrase in it.
    serde_json::from_slice(bytes)
        .map_err(|_ignored| Problem::bad("body", "the body is not of the form that this asks for"))
}

async fn preview(Extract(face): Shared, headers: HeaderMap, bytes: Bytes) -> Answer {
    let wish: Wish = body(&headers, &bytes)?;
    json(&blocking(move || face.desk.preview(&wish)).await?)
}

async fn draft(Extract(face): Shared, headers: HeaderMap, bytes: Bytes) -> Answer {
    let wish: Wish = body(&headers, &bytes)?;
    json(&blocking(move || face.desk.draft(&wish)).await?)
}

/// What is called back, and why.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CancelBody {
    target: Key,
    reason: String,
}

async fn cancel(Extract(face): Shared, headers: HeaderMap, bytes: Bytes) -> Answer {
    let CancelBody { target, reason } = body(&headers, &bytes)?;
    json(&blocking(move || face.desk.cancel(target, &reason)).await?)
}

/// What is ended, or called back.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TargetBody {
    target: Key,
}

async fn clear(Extract(face): Shared, headers: HeaderMap, bytes: Bytes) -> Answer {
    let TargetBody { target } = body(&headers, &bytes)?;
    json(&blocking(move || face.desk.clear(target)).await?)
}

async fn arm(Extract(face): Shared, headers: HeaderMap, bytes: Bytes) -> Answer {
    let wish: ArmWish = body(&headers, &bytes)?;
    json(&blocking(move || face.desk.arm(&wish)).await?)
}

async fn void(Extract(face): Shared, headers: HeaderMap, bytes: Bytes) -> Answer {
    let TargetBody { target } = body(&headers, &bytes)?;
    json(&blocking(move || face.desk.void(target)).await?)
}

/// What is thrown away.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyBody {
    key: Key,
}

async fn discard(Extract(face): Shared, headers: HeaderMap, bytes: Bytes) -> Answer {
    let KeyBody { key } = body(&headers, &bytes)?;
    blocking(move || face.desk.discard(key)).await?;
    json(&Value::Null)
}

/// What is signed, with what opens the key.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignBody {
    key: Key,
    #[serde(deserialize_with = "passphrase")]
    passphrase: Passphrase,
    people: Option<u64>,
}

/// From the body into what wipes itself, with no copy in between.
fn passphrase<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Passphrase, D::Error> {
    String::deserialize(deserializer).map(Passphrase::new)
}

/// Signs. The body is wiped as soon as it is read, as far as it is ours alone; what the connection keeps
/// of it is overwritten by what comes next.
async fn sign(Extract(face): Shared, headers: HeaderMap, bytes: Bytes) -> Answer {
    let read = body::<SignBody>(&headers, &bytes);
    if let Ok(mut mine) = bytes.try_into_mut() {
        mine.zeroize();
    }
    let SignBody { key, passphrase, people } = read?;
    json(&face.desk.sign(key, passphrase, people).await?)
}
