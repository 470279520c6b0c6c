//! Vector tiles.

use std::io::Write as _;

use axum::extract::{Path, RawQuery, State as Extract};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use hinan_render::tiles::TileId;
use sha2::{Digest as _, Sha256};

use super::{Answer, Shared};
use crate::ask;
use crate::members::Members;
use crate::problem::{Problem, ProblemBody};
use crate::schema::{CityQuery, QuestionQuery, TilePath};
use crate::state::Weight;

/// What a tile is sent as.
const KIND: &str = "application/vnd.mapbox-vector-tile";

/// The map: water, green, buildings, streets, shelters (docs/tiles.md)
#[utoipa::path(
    get, path = "/v1/tiles/{z}/{x}/{file}", tag = "tiles", params(TilePath, CityQuery),
    responses(
        (status = 200, description = "A Mapbox Vector Tile", body = Vec<u8>, content_type = "application/vnd.mapbox-vector-tile"),
        (status = 204, description = "Nothing to draw there"),
        (status = 304, description = "As you have it"),
        (status = 400, description = "A parameter cannot be read", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "No such tile or second city", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn tile(
    Extract(state): Shared,
    Path((z, x, file)): Path<(String, String, String)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Answer {
    let id = tile_id(&z, &x, &file)?;
    let mut members = Members::of_query(query.as_deref())?;
    let city = ask::city(&mut members)?;
    members.done()?;
    let packs = takes_gzip(&headers);
    let packed = state
        .compute(Weight::Quick, move |state| {
            let cases = state.cases_of(city)?;
            pack(cases.tiles().tile(cases.region(), id), packs)
        })
        .await?;
    Ok(send(packed, &headers))
}

/// Doorsteps by minutes: class 0 to 8 is a band of three minutes (the last open), 9 no way, 10 unknown,
/// 11 forbidden ground, 12 the building itself is a shelter
#[utoipa::path(
    get, path = "/v1/tiles/doorsteps/{z}/{x}/{file}", tag = "tiles", params(TilePath, QuestionQuery, CityQuery),
    responses(
        (status = 200, description = "A Mapbox Vector Tile", body = Vec<u8>, content_type = "application/vnd.mapbox-vector-tile"),
        (status = 204, description = "Nothing to draw there"),
        (status = 304, description = "As you have it"),
        (status = 400, description = "A parameter cannot be read", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "No such tile, walker or what-if", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn doorsteps(
    Extract(state): Shared,
    Path((z, x, file)): Path<(String, String, String)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Answer {
    let id = tile_id(&z, &x, &file)?;
    let mut members = Members::of_query(query.as_deref())?;
    let question = ask::question(&mut members, &state)?;
    ask::texts(&mut members)?;
    let city = ask::city_of(&mut members, &question)?;
    members.done()?;
    let packs = takes_gzip(&headers);
    let packed = state
        .compute(Weight::Quick, move |state| {
            let cases = state.cases_of(city)?;
            let case = cases.whole(&question)?;
            pack(cases.tiles().doorsteps(id, case.classes()), packs)
        })
        .await?;
    Ok(send(packed, &headers))
}

fn tile_id(z: &str, x: &str, file: &str) -> Result<TileId, Problem> {
    let number = |text: &str| -> Option<u32> {
        // No signs, no zeros in front: each tile has one address.
        text.parse().ok().filter(|number: &u32| number.to_string() == text)
    };
    let id = || TileId::new(u8::try_from(number(z)?).ok()?, number(x)?, number(file.strip_suffix(".mvt")?)?);
    id().ok_or_else(|| Problem::missing("no such tile; they are {z}/{x}/{y}.mvt up to zoom 16"))
}

struct Packed {
    bytes: Vec<u8>,
    tag: String,
    gzip: bool,
}

fn takes_gzip(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT_ENCODING).iter();
    let mut accepted = accepted.filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(','));
    accepted.any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        parts.next() == Some("gzip") && !parts.any(|part| part == "q=0")
    })
}

fn pack(tile: Vec<u8>, gzip: bool) -> Result<Packed, Problem> {
    let mut tag: String = Sha256::digest(&tile).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    if gzip {
        tag += "-gz";
    }
    let bytes = if gzip && !tile.is_empty() {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        let packed = encoder.write_all(&tile).and_then(|()| encoder.finish());
        packed.map_err(|error| Problem::ours(error.to_string()))?
    } else {
        tile
    };
    Ok(Packed { bytes, tag: format!("\"{tag}\""), gzip })
}

fn send(packed: Packed, headers: &HeaderMap) -> Response {
    let is_known =
        headers.get(header::IF_NONE_MATCH).and_then(|known| known.to_str().ok()).is_some_and(|known| {
            known.split(',').any(|known| known.trim().trim_start_matches("W/") == packed.tag)
        });
    let mut response = if packed.bytes.is_empty() {
        StatusCode::NO_CONTENT.into_response()
    } else if is_known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let mut response = packed.bytes.into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(KIND));
        if packed.gzip {
            response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        response
    };
    let headers = response.headers_mut();
    headers.extend(HeaderValue::try_from(packed.tag).ok().map(|tag| (header::ETAG, tag)));
    // The region may be another one at the same address tomorrow: ask again, and be told "as you have it".
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    response
}
