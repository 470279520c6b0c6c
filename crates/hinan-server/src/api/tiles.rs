//! Vector tiles.

use axum::extract::{Path, RawQuery, State as Extract};
use axum::http::HeaderMap;
use axum::response::Response;
use flate2::Compression;
use hinan_render::tiles::TileId;

use super::{Answer, Shared};
use crate::ask;
use crate::members::Members;
use crate::pack::{Tagged, gzip, tag, takes_gzip};
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

fn pack(tile: Vec<u8>, packed: bool) -> Result<Tagged, Problem> {
    let tag = tag(&tile, packed);
    let packed = packed && !tile.is_empty();
    let bytes = if packed { gzip(&tile, Compression::fast())? } else { tile };
    Ok(Tagged { bytes: bytes.into(), tag, packed })
}

fn send(tile: Tagged, headers: &HeaderMap) -> Response {
    // The region may be another one at the same address tomorrow: ask again, and be told "as you have it".
    tile.answer(headers, KIND, "private, no-cache")
}
