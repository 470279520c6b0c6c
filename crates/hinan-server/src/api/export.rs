//! Answers as files for the tools of planners.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State as Extract};
use axum::http::{HeaderMap, HeaderValue, header};
use hinan_city::Question;
use hinan_model::{AreaIndex, NamedArea};
use hinan_plan::Coverage;
use hinan_render::{Format, Layer};
use hinan_texts::{Language, Texts};

use super::coverage::{public_audit, read_districts};
use super::places::members_of;
use super::{Answer, Shared, send};
use crate::answers::{Notices, layers};
use crate::ask;
use crate::cases::Threads;
use crate::members::Members;
use crate::problem::{Problem, ProblemBody};
use crate::schema::answers::LayerForm;
use crate::schema::{DistrictsBody, ExportFile, QuestionQuery};
use crate::state::{State, Weight};

/// What can be written.
#[derive(Clone, Copy, Debug)]
enum What {
    Doorsteps,
    Shelters,
    Districts,
    Audit,
}

/// Doorsteps, shelters, districts or findings as CSV, GeoJSON, GeoPackage or GeoParquet
#[utoipa::path(
    get, path = "/v1/export/{file}", tag = "city", params(ExportFile, QuestionQuery),
    responses(
        (status = 200, description = "The file", content(
            (String = "text/csv"), (LayerForm = "application/geo+json"),
            (Vec<u8> = "application/geopackage+sqlite3"), (Vec<u8> = "application/vnd.apache.parquet"),
        )),
        (status = 400, description = "A parameter cannot be read", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "No such file, walker or what-if; no districts are served", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn export(Extract(state): Shared, Path(file): Path<String>, RawQuery(query): RawQuery) -> Answer {
    let question = read_question(query.as_deref(), &state)?;
    written(state, file, move |state, what| match what {
        What::Districts if state.districts.is_empty() => {
            Err(Problem::missing("no districts are served; start it with: hinan serve CITY --districts FILE"))
        }
        what => layer(state, what, &question),
    })
    .await
}

/// Districts of your own, with what was counted of each; only `districts` can be asked for so
#[utoipa::path(
    post, path = "/v1/export/{file}", tag = "city", params(ExportFile, QuestionQuery), request_body = DistrictsBody,
    responses(
        (status = 200, description = "The file", content(
            (String = "text/csv"), (LayerForm = "application/geo+json"),
            (Vec<u8> = "application/geopackage+sqlite3"), (Vec<u8> = "application/vnd.apache.parquet"),
        )),
        (status = 400, description = "The question cannot be read", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "No such file, walker or what-if; not districts", body = ProblemBody, content_type = "application/problem+json"),
        (status = 413, description = "More than 2 MB", body = ProblemBody, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON", body = ProblemBody, content_type = "application/problem+json"),
        (status = 422, description = "Not such GeoJSON", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn export_of_districts(
    Extract(state): Shared,
    Path(file): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    let question = read_question(query.as_deref(), &state)?;
    let mut members = members_of(&headers, &body)?;
    let districts = members.json("districts");
    members.done()?;
    written(state, file, move |state, what| match what {
        What::Districts => by_district(state, &question, &read_districts(districts)?.areas),
        _ => Err(Problem::missing("only districts can be asked for with districts of your own")),
    })
    .await
}

fn read_question(query: Option<&str>, state: &State) -> Result<Question, Problem> {
    let mut members = Members::of_query(query)?;
    let question = ask::question(&mut members, state)?;
    ask::texts(&mut members)?;
    members.done()?;
    Ok(question)
}

/// The file of that name, of the layer that `make` makes.
async fn written(
    state: Arc<State>,
    file: String,
    make: impl FnOnce(&State, What) -> Result<Layer, Problem> + Send + 'static,
) -> Answer {
    let (what, format, kind) = read_name(&file)?;
    let bytes = state
        .compute(Weight::Dear, move |state| {
            let mut bytes = Vec::new();
            hinan_render::write(&make(state, what)?, format, &mut bytes)
                .map_err(|error| Problem::ours(error.to_string()))?;
            Ok(bytes)
        })
        .await?;
    let mut response = send(kind, bytes);
    let disposition = HeaderValue::try_from(format!("attachment; filename=\"{file}\""));
    // Only names that we know get here.
    response.headers_mut().extend(disposition.ok().map(|value| (header::CONTENT_DISPOSITION, value)));
    Ok(response)
}

fn read_name(file: &str) -> Result<(What, Format, &'static str), Problem> {
    let missing = || {
        Problem::missing(
            "there are doorsteps, shelters, districts and audit, each as .csv, .geojson, .gpkg or .parquet",
        )
    };
    let (stem, extension) = file.split_once('.').ok_or_else(missing)?;
    let what = match stem {
        "doorsteps" => What::Doorsteps,
        "shelters" => What::Shelters,
        "districts" => What::Districts,
        "audit" => What::Audit,
        _ => return Err(missing()),
    };
    let (format, kind) = match extension {
        "csv" => (Format::Csv, "text/csv; charset=utf-8"),
        "geojson" => (Format::GeoJson, "application/geo+json"),
        "gpkg" => (Format::GeoPackage, "application/geopackage+sqlite3"),
        "parquet" => (Format::GeoParquet, "application/vnd.apache.parquet"),
        _ => return Err(missing()),
    };
    Ok((what, format, kind))
}

fn layer(state: &State, what: What, question: &Question) -> Result<Layer, Problem> {
    let notices = Notices::of(state.region(), Texts::of(Language::English));
    Ok(match what {
        What::Doorsteps => {
            let case = state.whole(question)?;
            layers::doorsteps(case.city(), case.doorsteps(), &notices)
        }
        What::Shelters => layers::shelters(state.cases.near(question, 3)?.city(), &notices),
        What::Audit => {
            let case = state.cases.near(question, 3)?;
            layers::audit(case.city(), &public_audit(case.city())?, &notices)
        }
        What::Districts => by_district(state, question, &state.districts)?,
    })
}

fn by_district(state: &State, question: &Question, districts: &[NamedArea]) -> Result<Layer, Problem> {
    let notices = Notices::of(state.region(), Texts::of(Language::English));
    let case = state.whole(question)?;
    let index = AreaIndex::new(districts.iter().map(|district| &district.area));
    let doorsteps = case.city().doorsteps(case.engine(), &index, &Threads);
    let coverage = Coverage::of(&doorsteps.all, districts.len() as u32);
    Ok(layers::districts(case.city(), &coverage, districts, &notices))
}
