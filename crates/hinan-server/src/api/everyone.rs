//! A place for everyone: who is sent where, what a place is worth, and what each locked door costs.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use axum::body::Bytes;
use axum::extract::State as Extract;
use axum::http::HeaderMap;
use hinan_city::everybody::{Everybody, From, MOST_IN_ONE, PlacesFrom};
use hinan_city::{City, Question};
use hinan_model::Place;
use hinan_plan::assign::{AssignError, Assignment, Goal};
use hinan_plan::doors::{self, Loss};
use hinan_texts::{Language, Texts};
use serde::Serialize;
use serde_json::{Value, json};

use super::places::members_of;
use super::{Answer, Shared, send_json};
use crate::answers::Notices;
use crate::answers::assign::{Assigned, too_few, who_counts};
use crate::answers::layers::{is_public, public_shelters};
use crate::ask;
use crate::cases::{Case, CaseKey, Threads, WHOLE_K};
use crate::members::Members;
use crate::problem::{Problem, ProblemBody};
use crate::schema::AssignBody;
use crate::schema::answers::AssignForm;
use crate::state::Weight;
use crate::turns::Asker;

/// People without a place are told by squares; no more of these than this.
const MOST_SQUARES: usize = 2_000;
/// The smallest side of a square, in units of 10^-7 degrees: about 110 m from south to north.
const SQUARE_E7: i64 = 10_000;

/// Who gets which place, where shelters only hold so many
#[utoipa::path(
    post, path = "/v1/assign", tag = "city", request_body = AssignBody,
    responses(
        (status = 200, description = "Most people in time, of all ways to do that the least walking: the answer of `hinan assign`; of each shelter also what its locked door costs, as `hinan whatif --rank` tells it", body = AssignForm),
        (status = 400, description = "The body cannot be read, or the question is too large for this city", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "No such walker, or a token that is not kept any more", body = ProblemBody, content_type = "application/problem+json"),
        (status = 413, description = "More than 2 MB", body = ProblemBody, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn assign(Extract(state): Shared, headers: HeaderMap, body: Bytes) -> Answer {
    let mut members = members_of(&headers, &body)?;
    let asked = Asked {
        people_each: number(&mut members, "people_each", 1_000_000)?,
        places_each: number(&mut members, "places_each", i64::from(MOST_IN_ONE))?,
    };
    let question: Question = ask::question(&mut members, &state)?;
    members.done()?;
    let key = AssignKey { case: CaseKey::of(&question, WHOLE_K), asked };
    // Whoever takes a click back has the answer at once, whoever else computes.
    if let Some(text) = state.assigned.find(&key) {
        return Ok(send_json(text));
    }
    let text = state
        .compute_for(Weight::Dear, move |state, asker| {
            if let Some(text) = state.assigned.find(&key) {
                return Ok(text);
            }
            let text = Bytes::from(told(&*state.whole(&question)?, asked, asker)?);
            Ok(state.assigned.get(key, || text))
        })
        .await?;
    Ok(send_json(text))
}

/// Everything that tells one answer from another.
#[derive(Clone, PartialEq)]
pub struct AssignKey {
    case: CaseKey,
    asked: Asked,
}

/// What is asked besides the question.
#[derive(Clone, Copy, PartialEq)]
struct Asked {
    people_each: Option<u32>,
    places_each: Option<u32>,
}

fn number(members: &mut Members, name: &'static str, most: i64) -> Result<Option<u32>, Problem> {
    Ok(members.whole(name, 1..=most)?.map(|number| number as u32))
}

/// The answer's JSON. It stops between its steps once nobody waits for it.
fn told(case: &Case, asked: Asked, asker: &Asker) -> Result<Vec<u8>, Problem> {
    let (city, engine) = (case.city(), case.engine());
    let everybody = city.everybody(asked.people_each);
    let offered = city.places_offered(|_| asked.places_each.map_or(0, u64::from));
    let capacity: Vec<u64> = offered.iter().map(|places| places.map_or(0, |(places, _)| places)).collect();
    if everybody.demands.is_empty() {
        return Err(Problem::bad(
            "people_each: nobody starts anywhere in this region; say how many start at each door",
        ));
    }
    if capacity.iter().all(|places| *places == 0) {
        return Err(Problem::bad(
            "places_each: no shelter that is offered has a known number of places; say how many each is taken to have",
        ));
    }
    asker.still_waits()?;
    let entrances = city.open_entrances(engine);
    let problem = hinan_plan::assign::Problem {
        network: city.region.network(),
        graph: &engine.graph,
        entrances: &entrances,
        capacity: &capacity,
        demands: &everybody.demands,
        goal: Goal::Total,
        keep_together: false,
    };
    let tell = &mut |_| if asker.is_gone() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
    let assignment = problem.assign(&Threads, tell).map_err(|error| match error {
        AssignError::TooManyPairs { .. } => Problem::bad(format!("within_s: {error}")),
        AssignError::Start(_) => Problem::ours(error.to_string()),
    })?;
    asker.still_waits()?;
    let losses = doors::losses(engine.starts.shelters(), &city.choices(engine, &everybody, &Threads));
    asker.still_waits()?;
    let places = capacity.iter().sum();
    let remarks = too_few(everybody.people(), places)
        .into_iter()
        .chain(who_counts(city, &everybody, asked.people_each))
        .collect();
    super::json(&Told {
        assigned: Assigned::of(city, Goal::Total, places, &assignment, is_public, remarks),
        people_are_counted: everybody.is_counted,
        norms: norms(&offered),
        unknown: unknown(&offered),
        shelters: shelters(city, &offered, &losses),
        without: without(city, &everybody, &assignment),
        notices: Notices::of(city.region, Texts::of(Language::English)),
    })
}

/// The command's answer, and what a map shows besides.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    assigned: Assigned<'a>,
    people_are_counted: bool,
    norms: Vec<Value>,
    unknown: usize,
    shelters: Vec<Value>,
    without: Vec<Value>,
    #[serde(flatten)]
    notices: Notices,
}

type Offered = [Option<(u64, PlacesFrom)>];

/// The shelters that people are sent to, or could be, in the region's order. Records that their owner keeps private count,
/// and are not told.
fn shelters(city: &City<'_>, offered: &Offered, losses: &[Loss]) -> Vec<Value> {
    let told = public_shelters(city).into_iter().filter_map(|(number, place)| {
        let (shelter, number) = (city.shelter(number)?, number as usize);
        let (places, from) = offered[number]?;
        let Loss { lose, longer, longer_people_x_ds } = losses[number];
        Some(json!({
            "shelter": shelter.id, "name": shelter.title(), "lat": place.map(Place::lat), "lon": place.map(Place::lon),
            "places": places, "places_are_known": !matches!(from, PlacesFrom::Nothing { .. }),
            "lose": lose, "longer": longer, "longer_people_x_ds": longer_people_x_ds,
        }))
    });
    told.collect()
}

/// The norms by which places were counted from areas, and in how many shelters.
fn norms(offered: &Offered) -> Vec<Value> {
    let mut counted: BTreeMap<&str, (u32, u64)> = BTreeMap::new();
    for (_, from) in offered.iter().flatten() {
        if let PlacesFrom::Area(norm) | PlacesFrom::AreaNotList(norm) = from {
            counted.entry(norm.source).or_insert((norm.milli_m2, 0)).1 += 1;
        }
    }
    let told = counted.into_iter().map(|(source, (milli_m2, shelters))| {
        json!({"source": source, "milli_m2": milli_m2, "shelters": shelters})
    });
    told.collect()
}

/// In how many shelters nobody knows how many places there are.
fn unknown(offered: &Offered) -> usize {
    offered.iter().flatten().filter(|(_, from)| matches!(from, PlacesFrom::Nothing { .. })).count()
}

/// Where people are who have no place, in squares, so that no doorstep is told: the middle of each, and how many.
fn without(city: &City<'_>, everybody: &Everybody, assignment: &Assignment) -> Vec<Value> {
    let mut left: Vec<u64> = everybody.demands.iter().map(|demand| u64::from(demand.people)).collect();
    assignment.rows.iter().for_each(|row| left[row.demand as usize] -= u64::from(row.people));
    let place = |from: &From| match *from {
        From::Node(node) => city.region.places().get(node as usize).copied(),
        From::Doorstep(index) => city.region.doorsteps().get(index as usize).map(|doorstep| doorstep.place),
    };
    let people = everybody.from.iter().zip(left).filter(|(_, people)| *people > 0);
    let people: Vec<(Place, u64)> =
        people.filter_map(|(from, people)| Some((place(from)?, people))).collect();
    let mut side = SQUARE_E7;
    loop {
        let squares = squares(&people, side);
        if squares.len() <= MOST_SQUARES {
            let degrees = |number: i64| (number * side + side / 2) as f64 / 1e7;
            let told = squares.into_iter().map(|((north, east), people)| {
                json!({"lat": degrees(north), "lon": degrees(east), "people": people})
            });
            return told.collect();
        }
        side *= 2;
    }
}

fn squares(people: &[(Place, u64)], side: i64) -> BTreeMap<(i64, i64), u64> {
    let mut squares = BTreeMap::new();
    for (place, people) in people {
        let square = (i64::from(place.lat_e7).div_euclid(side), i64::from(place.lon_e7).div_euclid(side));
        *squares.entry(square).or_default() += people;
    }
    squares
}
