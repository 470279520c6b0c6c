//! How many people are in time, and what is wrong with the data.

use axum::body::Bytes;
use axum::extract::{RawQuery, State as Extract};
use axum::http::HeaderMap;
use hinan_city::{City, Question};
use hinan_hours::LocalTime;
use hinan_layers::{NotALayer, Wanted, read_areas_from};
use hinan_model::shelter::Visibility;
use hinan_model::{AreaIndex, Hazard, NamedArea, Threat};
use hinan_plan::Coverage;
use hinan_texts::{Language, Texts};
use serde_json::{Value, json};

use super::places::members_of;
use super::{Answer, Shared, send_json};
use crate::answers::{Notices, audit as answers, coverage as counts};
use crate::ask;
use crate::cases::{Case, Cases, Threads};
use crate::members::Members;
use crate::problem::{Problem, ProblemBody};
use crate::schema::answers::{AuditForm, CoverageForm};
use crate::schema::{CoverageQuery, DistrictsBody, QuestionQuery};
use crate::state::{State, Weight, Which};

/// The most cases of one question: each is a search over the whole city.
const MOST_CASES: usize = 100;
/// The most words of one member.
const MOST_EACH: usize = 30;
/// The most districts.
const MOST_DISTRICTS: usize = 2_000;

/// Every hazard with every walker at every time.
pub struct Asked {
    hazards: Vec<Threat>,
    walkers: Vec<String>,
    times: Vec<LocalTime>,
    rest: Question,
    city: Which,
}

impl Asked {
    fn read(members: &mut Members, state: &State) -> Result<Asked, Problem> {
        let mut rest = ask::circumstances(members)?;
        rest.what_if = state.what_if(members)?;
        let city = ask::city_of(members, &rest)?;
        Ok(Asked {
            hazards: members.all_parsed("hazard", ask::HAZARD, MOST_EACH)?,
            walkers: members.words("walker", MOST_EACH)?,
            times: members.all_parsed("at", ask::TIME, MOST_EACH)?,
            rest,
            city,
        })
    }

    /// The questions, in the order of the command.
    fn questions(&self, cases: &Cases) -> Result<Vec<Question>, Problem> {
        fn or_none<T: Clone>(list: &[T]) -> Vec<Option<T>> {
            if list.is_empty() { vec![None] } else { list.iter().cloned().map(Some).collect() }
        }
        let mut questions = Vec::new();
        for threat in self.hazards(cases) {
            for walker in or_none(&self.walkers) {
                for at in or_none(&self.times) {
                    questions.push(Question { threat, walker: walker.clone(), at, ..self.rest.clone() });
                }
            }
        }
        if questions.len() > MOST_CASES {
            return Err(Problem::new(
                axum::http::StatusCode::UNPROCESSABLE_ENTITY,
                format!("{} cases are more than {MOST_CASES}; ask for fewer", questions.len()),
            ));
        }
        Ok(questions)
    }

    /// As the command: where no hazard is named, with a time of its own the case without any, else those
    /// that a shelter is offered for.
    fn hazards(&self, cases: &Cases) -> Vec<Option<Threat>> {
        if !self.hazards.is_empty() {
            return self.hazards.iter().copied().map(Some).collect();
        }
        if self.rest.within.is_some() {
            return vec![None];
        }
        match counts::offered_hazards(cases.region()).as_slice() {
            [] => vec![Some(Threat::of(Hazard::AirRaid))],
            offered => offered.iter().map(|hazard| Some(Threat::of(*hazard))).collect(),
        }
    }
}

/// How many people reach a shelter in time: by hazard, walker and time
#[utoipa::path(
    get, path = "/v1/coverage", tag = "city", params(CoverageQuery),
    responses(
        (status = 200, description = "What `hinan coverage --json` says", body = CoverageForm),
        (status = 400, description = "A parameter cannot be read", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "No such walker, what-if or second city", body = ProblemBody, content_type = "application/problem+json"),
        (status = 422, description = "Too many cases", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn coverage(Extract(state): Shared, RawQuery(query): RawQuery) -> Answer {
    let mut members = Members::of_query(query.as_deref())?;
    let asked = Asked::read(&mut members, &state)?;
    members.done()?;
    let text = state
        .compute(Weight::Dear, move |state| {
            let districts = if asked.city == Which::Second { &[][..] } else { &state.districts };
            super::json(&count(state, &asked, districts)?)
        })
        .await?;
    Ok(send_json(text))
}

/// The same by districts: polygons in GeoJSON, of which each doorstep counts in the first that holds it
#[utoipa::path(
    post, path = "/v1/coverage", tag = "city", params(CoverageQuery), request_body = DistrictsBody,
    responses(
        (status = 200, description = "What `hinan coverage --districts F --json` says; `districts_left_out` where some could not be used", body = CoverageForm),
        (status = 400, description = "The question cannot be read", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "No such walker, what-if or second city", body = ProblemBody, content_type = "application/problem+json"),
        (status = 413, description = "More than 2 MB", body = ProblemBody, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON", body = ProblemBody, content_type = "application/problem+json"),
        (status = 422, description = "Not such GeoJSON, or too many cases", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn coverage_of_districts(
    Extract(state): Shared,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    let mut members = Members::of_query(query.as_deref())?;
    let asked = Asked::read(&mut members, &state)?;
    members.done()?;
    let mut members = members_of(&headers, &body)?;
    let districts = members.json("districts");
    members.done()?;
    let text = state
        .compute(Weight::Dear, move |state| {
            let districts = read_districts(districts)?;
            let mut counted = count(state, &asked, &districts.areas)?;
            if let (Some(left_out), Value::Object(members)) = (districts.left_out, &mut counted) {
                members.insert("districts_left_out".to_owned(), left_out);
            }
            super::json(&counted)
        })
        .await?;
    Ok(send_json(text))
}

/// Districts that came with a question, and what of them could not be used.
#[derive(Default)]
pub struct Districts {
    /// Those that can be used.
    pub areas: Vec<NamedArea>,
    left_out: Option<Value>,
}

/// Reads districts that came with a question.
///
/// # Errors
/// Where they are no polygons in GeoJSON, or too many.
pub fn read_districts(districts: Option<Value>) -> Result<Districts, Problem> {
    let Some(districts @ Value::Object(_)) = districts else {
        return Err(Problem::bad("districts: must be an object in GeoJSON"));
    };
    // Those that cannot be used count as well: they are read, too.
    if districts["features"].as_array().is_some_and(|features| features.len() > MOST_DISTRICTS) {
        return Err(Problem::bad(format!("districts: more than {MOST_DISTRICTS} are too many")));
    }
    let bytes = serde_json::to_vec(&districts).map_err(|error| Problem::ours(error.to_string()))?;
    let read = read_areas_from(std::io::Cursor::new(bytes), "districts", &Wanted::default());
    let areas = match read {
        Ok(areas) => areas,
        Err(NotALayer::NothingLeft { rows, first, .. }) => {
            let left_out = Some(json!({"rows": rows, "first_reason": first}));
            return Ok(Districts { left_out, ..Districts::default() });
        }
        // What the reader says may quote what was written there.
        Err(_) => {
            return Err(Problem::new(
                axum::http::StatusCode::UNPROCESSABLE_ENTITY,
                "districts: no polygon in it; a FeatureCollection of Polygons or MultiPolygons in longitude and \
                 latitude is what is read",
            ));
        }
    };
    let dropped = || areas.complaints.iter().filter(|complaint| complaint.dropped);
    let left_out =
        dropped().next().map(|first| json!({"rows": dropped().count(), "first_reason": first.reason}));
    Ok(Districts { areas: areas.areas, left_out })
}

fn count(state: &State, asked: &Asked, districts: &[NamedArea]) -> Result<Value, Problem> {
    let cases = state.cases_of(asked.city)?;
    let index = AreaIndex::new(districts.iter().map(|district| &district.area));
    let mut told = Vec::new();
    for question in asked.questions(cases)? {
        let case = cases.whole(&question)?;
        told.push(if districts.is_empty() {
            counts::case(case.city(), case.doorsteps(), case.coverage(), &[])
        } else {
            count_by_district(&case, districts, &index)
        });
    }
    let region = cases.region();
    Ok(counts::report(region, &told, &Notices::of(region, Texts::of(Language::English))))
}

fn count_by_district(case: &Case, districts: &[NamedArea], index: &AreaIndex) -> Value {
    let doorsteps = case.city().doorsteps(case.engine(), index, &Threads);
    let coverage = Coverage::of(&doorsteps.all, districts.len() as u32);
    counts::case(case.city(), &doorsteps, &coverage, districts)
}

/// What is wrong with the data, row by row, and how many people that costs a shelter
#[utoipa::path(
    get, path = "/v1/audit", tag = "city", params(QuestionQuery),
    responses(
        (status = 200, description = "What `hinan audit --json` says, in English", body = AuditForm),
        (status = 400, description = "A parameter cannot be read", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "No such walker or what-if", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn audit(Extract(state): Shared, RawQuery(query): RawQuery) -> Answer {
    let mut members = Members::of_query(query.as_deref())?;
    let question = ask::question(&mut members, &state)?;
    ask::texts(&mut members)?;
    members.done()?;
    let text = state
        .compute(Weight::Dear, move |state| {
            let case = state.cases.near(&question, 3)?;
            let audit = public_audit(case.city())?;
            let notices = Notices::of(case.city().region, Texts::of(Language::English));
            super::json(&answers::report(case.city(), &audit, &notices))
        })
        .await?;
    Ok(send_json(text))
}

/// The audit without findings about records that their owner keeps private.
///
/// # Errors
/// Where the region contradicts itself.
pub fn public_audit(city: &City) -> Result<hinan_city::audit::Audit, Problem> {
    let mut audit = city.audit(&Threads).map_err(|error| Problem::ours(error.to_string()))?;
    let is_private =
        |shelter: u32| city.shelter(shelter).is_some_and(|shelter| shelter.visibility == Visibility::Private);
    audit.findings.retain(|found| !found.shelter.is_some_and(is_private));
    Ok(audit)
}
