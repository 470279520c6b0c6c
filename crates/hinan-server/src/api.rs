//! What is answered under `/v1`.

mod coverage;
mod everyone;
mod export;
mod places;
mod region;
mod sites;
mod tiles;
mod whatif;

pub use everyone::AssignKey;

use std::sync::Arc;

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::problem::Problem;
use crate::state::State;

/// State as handlers get it.
type Shared = axum::extract::State<Arc<State>>;
/// What a handler answers.
type Answer = Result<Response, Problem>;

/// Every route with its description.
pub fn routes() -> OpenApiRouter<Arc<State>> {
    OpenApiRouter::new()
        .routes(routes!(region::region))
        .routes(routes!(region::shelters))
        .routes(routes!(places::route))
        .routes(routes!(places::reach))
        .routes(routes!(coverage::coverage, coverage::coverage_of_districts))
        .routes(routes!(coverage::audit))
        .routes(routes!(whatif::whatif))
        .routes(routes!(everyone::assign))
        .routes(routes!(sites::sites))
        .routes(routes!(export::export, export::export_of_districts))
        .routes(routes!(tiles::tile))
        .routes(routes!(tiles::doorsteps))
        .routes(routes!(region::openapi))
}

/// The object that the command prints, without its spaces: nobody reads these by eye, and of a long
/// way they are more than half.
fn json(value: &impl Serialize) -> Result<Vec<u8>, Problem> {
    json_of_about(1 << 10, value)
}

/// The same for an answer of about `bytes` bytes, which then need not move as it grows.
fn json_of_about(bytes: usize, value: &impl Serialize) -> Result<Vec<u8>, Problem> {
    let mut text = Vec::with_capacity(bytes);
    serde_json::to_writer(&mut text, value).map_err(|error| Problem::ours(error.to_string()))?;
    text.push(b'\n');
    Ok(text)
}

fn send(kind: &'static str, body: impl IntoResponse) -> Response {
    let mut response = body.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

fn send_json(text: impl IntoResponse) -> Response {
    send("application/json", text)
}
