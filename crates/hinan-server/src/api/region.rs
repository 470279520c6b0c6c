//! What the region is, and its shelters.

use axum::extract::{RawQuery, State as Extract};
use hinan_model::Hazard;
use hinan_region::Region;
use hinan_texts::{Language, Texts};
use serde_json::{Value, json};

use super::{Answer, Shared, send, send_json};
use crate::answers::{Notices, coverage, layers, point};
use crate::members::Members;
use crate::problem::{Problem, ProblemBody};
use crate::schema::answers::{DescriptionForm, RegionForm, SheltersForm};
use crate::schema::{CityQuery, QuestionQuery};
use crate::state::{State, Weight, Which};
use crate::{ask, cases};

/// What the region is, what it was made from, and what may be asked of it
#[utoipa::path(
    get, path = "/v1/region", tag = "region", params(CityQuery),
    responses(
        (status = 200, description = "The region", body = RegionForm),
        (status = 400, description = "A parameter cannot be read", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "No second city", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn region(Extract(state): Shared, RawQuery(query): RawQuery) -> Answer {
    let mut members = Members::of_query(query.as_deref())?;
    let city = ask::city(&mut members)?;
    members.done()?;
    let report = state.compute(Weight::Quick, move |state| super::json(&describe(state, city)?)).await?;
    Ok(send_json(report))
}

fn describe(state: &State, city: Which) -> Result<Value, Problem> {
    let region = state.cases_of(city)?.region();
    let is_first = city == Which::First;
    let meta = region.meta();
    let notices = Notices::of(region, Texts::of(Language::English));
    let sources: Vec<Value> = meta
        .sources
        .iter()
        .map(|source| {
            json!({
                "role": source.role, "file": source.file, "format": source.format, "date": source.date,
                "licence": source.licence, "attribution": source.attribution, "rows": source.rows,
                "records": source.records, "complaints": source.complaints,
            })
        })
        .collect();
    Ok(json!({
        "name": meta.name, "bounds": meta.bounds,
        "walkers": region.walkers().iter().map(|walker| &walker.name).collect::<Vec<_>>(),
        "hazards": hazards(region), "counts": meta.counts, "people": coverage::people(region),
        "sources": sources, "attribution": notices.attribution, "warnings": notices.warnings,
        "compare": state.compare.as_ref().filter(|_| is_first).map(|other| json!({"name": other.region().meta().name})),
        "districts": if is_first { state.districts.len() } else { 0 },
    }))
}

/// Every hazard, those first that a shelter is offered for.
fn hazards(region: &Region) -> Vec<&'static str> {
    let offered = coverage::offered_hazards(region);
    let others = Hazard::ALL.into_iter().filter(|hazard| !offered.contains(hazard));
    offered.iter().copied().chain(others).map(Hazard::name).collect()
}

/// Every shelter that may be shown, and whether it is offered; private records never
#[utoipa::path(
    get, path = "/v1/shelters", tag = "region", params(QuestionQuery, CityQuery),
    responses(
        (status = 200, description = "GeoJSON", body = SheltersForm, content_type = "application/geo+json"),
        (status = 400, description = "A parameter cannot be read", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "No such walker or what-if", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn shelters(Extract(state): Shared, RawQuery(query): RawQuery) -> Answer {
    let mut members = Members::of_query(query.as_deref())?;
    let question = ask::question(&mut members, &state)?;
    let texts = ask::texts(&mut members)?;
    let city = ask::city_of(&mut members, &question)?;
    members.done()?;
    let text = state
        .compute(Weight::Quick, move |state| {
            let case = state.cases_of(city)?.near(&question, 3)?;
            super::json(&told(&case, texts))
        })
        .await?;
    Ok(send("application/geo+json", text))
}

fn told(case: &cases::Case, texts: &'static Texts) -> Value {
    use hinan_model::Wording as _;
    let city = case.city();
    let mut features = Vec::new();
    for (number, place) in layers::public_shelters(city) {
        let Some(shelter) = city.shelter(number) else { continue };
        let offered = city.offered.get(number as usize);
        let reason = offered.and_then(|offered| offered.err()).map(|reason| texts.not_offered(reason));
        let list = city.region.meta().sources.get(shelter.source as usize);
        let source = list.map(
            |list| json!({"file": list.file, "format": list.format, "date": list.date, "row": shelter.row}),
        );
        let good_for: Vec<&str> = shelter.good_for.iter().map(|hazard| hazard.name()).collect();
        features.push(json!({
            "type": "Feature", "id": number, "geometry": point(place),
            "properties": {
                "id": shelter.id, "name": shelter.name, "address": shelter.address, "kind": shelter.kind,
                "standing": shelter.standing, "offered": offered.is_some_and(|offered| offered.is_ok()),
                "reason": reason, "joined": city.joined.get(number as usize),
                "capacity": shelter.capacity, "area_m2": shelter.area_m2, "status": shelter.status,
                "hours": shelter.hours, "access": shelter.access, "wheelchair": shelter.wheelchair,
                "pets": shelter.pets, "good_for": good_for, "underground": shelter.underground,
                "source": source, "checked": shelter.checked, "remark": texts.remark(shelter),
            },
        }));
    }
    let notices = Notices::of(city.region, texts);
    json!({
        "type": "FeatureCollection", "features": features,
        "attribution": notices.attribution, "warnings": notices.warnings,
    })
}

/// This description
#[utoipa::path(
    get, path = "/v1/openapi.json", tag = "region",
    responses((status = 200, description = "OpenAPI 3.1", body = DescriptionForm))
)]
pub async fn openapi() -> Answer {
    Ok(send_json(crate::openapi()))
}
