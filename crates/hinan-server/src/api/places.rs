//! Answers for places. What is asked comes in bodies only.

use axum::body::Bytes;
use axum::extract::State as Extract;
use axum::http::{HeaderMap, StatusCode, header};
use hinan_city::{City, Engine, Question, Route};
use hinan_model::network::NONE;
use hinan_model::{Ds, InTime, Inside, Place};
use hinan_plan::answer::Stand;
use hinan_region::build::MAX_OFF_MM;
use serde_json::{Value, json};

use super::{Answer, Shared, send_json};
use crate::answers::{Notices, route::WithLines};
use crate::ask::{self, From};
use crate::members::Members;
use crate::problem::{Problem, ProblemBody};
use crate::schema::answers::{ReachForm, RouteForm};
use crate::schema::{ReachBody, RouteBody};
use crate::state::{State, Weight};

/// The most points of one question.
pub const MOST_POINTS: usize = 1_000;

/// Members of a body, which must be JSON and say so: a form of somebody else's page cannot.
///
/// # Errors
/// Where it is not.
pub fn members_of(headers: &HeaderMap, body: &[u8]) -> Result<Members, Problem> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/json") {
        return Err(Problem::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "the body must be JSON, with Content-Type: application/json",
        ));
    }
    Members::of_json(body)
}

/// From one place: this building, the best shelters, the way to each, and whether that is soon enough
#[utoipa::path(
    post, path = "/v1/route", tag = "places", request_body = RouteBody,
    responses(
        (status = 200, description = "What `hinan route --json` says, and the ways as `lines`", body = RouteForm),
        (status = 400, description = "The body cannot be read", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "No street there, no such node, walker or what-if", body = ProblemBody, content_type = "application/problem+json"),
        (status = 413, description = "More than 2 MB", body = ProblemBody, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn route(Extract(state): Shared, headers: HeaderMap, body: Bytes) -> Answer {
    let mut members = members_of(&headers, &body)?;
    let from = From::read(members.json("from"), state.region())?;
    let question = ask::question(&mut members, &state)?;
    let k = members.whole("k", 1..=8)?.unwrap_or(3) as usize;
    let inside: Option<Inside> = members.parsed("inside", "known, unknown or none")?;
    let texts = ask::texts(&mut members)?;
    members.done()?;
    let text = state
        .compute(Weight::Quick, move |state| {
            let case = state.cases.near(&question, k)?;
            let spot = from.spot(case.city())?;
            let route = Route::of(case.city(), case.engine(), spot, k, inside, texts);
            let points: usize = route.plans.iter().map(|plan| plan.line.len()).sum();
            super::json_of_about(ABOUT + points * ABOUT_A_POINT, &WithLines::of(&route))
        })
        .await?;
    Ok(send_json(text))
}

/// Bytes of a route without its ways.
const ABOUT: usize = 16 << 10;
/// Bytes of a point of a way: twice its place, once its node.
const ABOUT_A_POINT: usize = 64;

/// One point of a question.
struct Point {
    id: String,
    place: Place,
}

/// For up to 1,000 points: the best shelters and the time to each
#[utoipa::path(
    post, path = "/v1/reach", tag = "places", request_body = ReachBody,
    responses(
        (status = 200, description = "Points in the order of the question", body = ReachForm),
        (status = 400, description = "The body cannot be read", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "No such walker or what-if", body = ProblemBody, content_type = "application/problem+json"),
        (status = 413, description = "More than 2 MB", body = ProblemBody, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn reach(Extract(state): Shared, headers: HeaderMap, body: Bytes) -> Answer {
    let mut members = members_of(&headers, &body)?;
    let points = read_points(members.json("points"))?;
    let question = ask::question(&mut members, &state)?;
    let k = members.whole("k", 1..=8)?.unwrap_or(3) as usize;
    let texts = ask::texts(&mut members)?;
    members.done()?;
    let text = state
        .compute(Weight::Quick, move |state| {
            let answer = reached(state, &question, &points, k, &|region| Notices::of(region, texts))?;
            super::json(&answer)
        })
        .await?;
    Ok(send_json(text))
}

fn read_points(points: Option<Value>) -> Result<Vec<Point>, Problem> {
    let Some(Value::Array(points)) = points else {
        return Err(Problem::bad(
            "points: must be an array of {\"lat\", \"lon\"}, each with an \"id\" or not",
        ));
    };
    if points.is_empty() || points.len() > MOST_POINTS {
        return Err(Problem::bad(format!("points: must be 1 to {MOST_POINTS}")));
    }
    let read = |(number, point): (usize, &Value)| {
        let wrong = || Problem::bad(format!("points: number {} has no usable lat and lon", number + 1));
        let members = point.as_object().ok_or_else(wrong)?;
        let id = match members.get("id") {
            None => number.to_string(),
            Some(Value::String(id)) if id.len() <= 100 => id.clone(),
            Some(_) => {
                let which = number + 1;
                return Err(Problem::bad(format!(
                    "points: the id of number {which} must be a text of at most 100 bytes"
                )));
            }
        };
        let expected = 2 + usize::from(members.contains_key("id"));
        if members.len() != expected {
            return Err(Problem::bad(format!(
                "points: number {} has members besides id, lat, lon",
                number + 1
            )));
        }
        Ok(Point { id, place: ask::place(members.get("lat"), members.get("lon")).ok_or_else(wrong)? })
    };
    points.iter().enumerate().map(read).collect()
}

fn reached(
    state: &State,
    question: &Question,
    points: &[Point],
    k: usize,
    notices: &dyn Fn(&hinan_region::Region) -> Notices,
) -> Result<Value, Problem> {
    let case = state.cases.near(question, k)?;
    let city = case.city();
    let notices = notices(city.region);
    let points: Vec<Value> = points.iter().map(|point| best_of(city, case.engine(), point, k)).collect();
    Ok(json!({
        "place": city.region.meta().name, "walker": city.walker_name(),
        "hazard": question.threat.map(|threat| threat.to_string()),
        "at": question.at.map(|at| at.to_string()), "start_ds": city.start(),
        "points": points, "attribution": notices.attribution, "warnings": notices.warnings,
    }))
}

fn best_of(city: &City, engine: &Engine, point: &Point, k: usize) -> Value {
    let is_forbidden = city.is_forbidden(point.place);
    let stand = if is_forbidden { Stand::Nowhere } else { city.stand(point.place, MAX_OFF_MM) };
    let mut bests = Vec::new();
    city.answers(engine).find(stand, None, &mut bests);
    let budget = city.budget(Some(point.place)).map(|budget| budget.time);
    let shelters: Vec<Value> = bests
        .iter()
        .take(k)
        .filter(|best| best.shelter != NONE)
        .filter_map(|best| {
            let total = city.start().plus(best.time);
            Some(json!({
                "shelter": city.shelter(best.shelter)?.id, "time_ds": best.time,
                "total_ds": budget.map(|_| total),
                "answer": budget.map(|left: Ds| InTime::judge(total, left)),
            }))
        })
        .collect();
    json!({
        "id": point.id, "shelters": shelters, "budget_ds": budget,
        "near_street": !matches!(stand, Stand::Nowhere), "forbidden": is_forbidden,
        "nearer_to_edge_than_to_any_shelter": city.edge.is_nearest(point.place),
    })
}
