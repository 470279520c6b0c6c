//! Where new shelters should be.

use std::collections::BTreeSet;

use axum::body::Bytes;
use axum::extract::State as Extract;
use axum::http::HeaderMap;
use hinan_city::everybody::MOST_IN_ONE;
use hinan_city::{City, Question};
use hinan_plan::site::{Objective, SiteError};
use hinan_texts::{Language, Texts};

use super::places::members_of;
use super::{Answer, Shared, send_json};
use crate::answers::Notices;
use crate::answers::layers::is_public;
use crate::answers::places::{Each, Share};
use crate::answers::sites::capacity::{Capacity, CapacityError, Counting};
use crate::answers::sites::{Candidates, Survey, SurveyError, Wanted, report, undeclared};
use crate::ask;
use crate::cases::{Case, Threads};
use crate::members::Members;
use crate::problem::{Problem, ProblemBody};
use crate::schema::SitesBody;
use crate::schema::answers::SitesForm;
use crate::state::Weight;
use crate::turns::Asker;

/// The most sites of one answer: nobody builds more at once, and each is a row and a sign.
const MOST_NEW: i64 = 100;

/// Where new shelters should be: the best of many candidates, with a bound that is proven
#[utoipa::path(
    post, path = "/v1/sites", tag = "city", request_body = SitesBody,
    responses(
        (status = 200, description = "The sites, that which adds most first, and what each number of them comes to: the answer of `hinan site --curve`, but for places that their owner keeps private, which are no candidates", body = SitesForm),
        (status = 400, description = "The body cannot be read, or the question is too large for this city", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "No such walker, or a token that is not kept any more", body = ProblemBody, content_type = "application/problem+json"),
        (status = 413, description = "More than 2 MB", body = ProblemBody, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn sites(Extract(state): Shared, headers: HeaderMap, body: Bytes) -> Answer {
    let mut members = members_of(&headers, &body)?;
    let asked = Asked::read(&mut members)?;
    let mut question: Question = ask::question(&mut members, &state)?;
    members.done()?;
    let text = state
        .compute_for(Weight::Dear, move |state, asker| {
            if asked.from == From::Undeclared {
                // What may be built counts as no shelter; a city keeps what is closed in order.
                let closed: BTreeSet<u32> =
                    question.what_if.close.iter().copied().chain(undeclared(state.region())).collect();
                question.what_if.close = closed.into_iter().collect();
            }
            told(&*state.whole(&question)?, &asked, asker)
        })
        .await?;
    Ok(send_json(text))
}

/// Which candidates there are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum From {
    Nodes,
    Undeclared,
}

/// What is asked besides the question.
struct Asked {
    wanted: Wanted,
    from: From,
    people_each: Option<u32>,
    /// Where places are counted.
    counting: Option<Counting>,
}

impl Asked {
    fn read(members: &mut Members) -> Result<Asked, Problem> {
        let objective = match members.word("objective")?.as_deref() {
            None | Some("cover") => Objective::Cover,
            Some("median") => Objective::Median,
            Some("center") => Objective::Center,
            Some(_) => return Err(Problem::bad("objective: must be cover, median or center")),
        };
        let from = match members.word("candidates")?.as_deref() {
            None | Some("nodes") => From::Nodes,
            Some("osm") => From::Undeclared,
            Some(_) => return Err(Problem::bad("candidates: must be nodes or osm")),
        };
        let Some(new) = members.whole("new", 1..=MOST_NEW)? else {
            return Err(Problem::bad(format!("new: must be there, a whole number from 1 to {MOST_NEW}")));
        };
        let counting = counting(members)?;
        if counting.is_some() && objective == Objective::Center {
            return Err(Problem::bad(format!("objective: {}", SiteError::CenterWithPlaces)));
        }
        Ok(Asked {
            counting,
            wanted: Wanted { objective, new: new as u32, with_curve: true },
            from,
            people_each: members.whole("people_each", 1..=1_000_000)?.map(|each| each as u32),
        })
    }
}

/// How places are counted, if they are: the flags of `hinan site --capacitated`.
fn counting(members: &mut Members) -> Result<Option<Counting>, Problem> {
    let most = i64::from(MOST_IN_ONE);
    let is_counted = members.truth("capacitated")?;
    let site_places = members.whole("site_places", 1..=most)?;
    let places_each = members.whole("places_each", 1..=most)?;
    let reserve: Option<Share> = members.parsed("reserve", "10% or 0.1")?;
    if !is_counted {
        return match site_places.or(places_each).is_some() || reserve.is_some() {
            true => Err(Problem::bad("capacitated: must be true where places are told")),
            false => Ok(None),
        };
    }
    let Some(site_places) = site_places else {
        return Err(Problem::bad(format!(
            "site_places: nobody knows how many people a new site holds; say it, from 1 to {MOST_IN_ONE}"
        )));
    };
    Ok(Some(Counting {
        site_places: Some(site_places as u32),
        places_each: places_each.map(|each| Each::Number(each as u32)),
        reserve: reserve.unwrap_or(Share(0)),
    }))
}

fn told(case: &Case, asked: &Asked, asker: &Asker) -> Result<Vec<u8>, Problem> {
    let city = case.city();
    let candidates = match asked.from {
        From::Nodes => Candidates::nodes(city),
        From::Undeclared => Candidates::of_region(city, &public(city)),
    };
    if candidates.ids.is_empty() {
        return Err(Problem::bad(
            "candidates: there are none that streets lead to; a region carries some where it was built with --with-candidates",
        ));
    }
    let survey = Survey::of(city, case.engine(), candidates, false, asked.people_each, &Threads);
    let survey = survey.map_err(|error| match error {
        SurveyError::Site(_) => Problem::bad(format!("within_s: {error}")),
        SurveyError::TooManyPeople => Problem::bad(format!("people_each: {error}")),
    })?;
    if survey.everybody.demands.is_empty() {
        return Err(Problem::bad(
            "people_each: nobody starts anywhere in this region; say how many start at each door",
        ));
    }
    asker.still_waits()?;
    let Wanted { new, objective, .. } = asked.wanted;
    let capacity = asked
        .counting
        .map(|counting| counting.count(city, case.engine(), &survey, false, is_public, &Threads));
    let capacity = capacity.transpose().map_err(|error| match error {
        CapacityError::Site(_) => Problem::bad(format!("within_s: {error}")),
        _ => Problem::bad(format!("site_places: {error}")),
    })?;
    asker.still_waits()?;
    let found = match &capacity {
        Some(capacity) => capacity
            .choose(&survey, new, objective, &Threads)
            .map_err(|error| Problem::bad(format!("within_s: {error}")))?,
        None => survey.choose(new, objective, &Threads),
    };
    let held = capacity.as_ref().map(Capacity::held);
    let notices = Notices::of(city.region, Texts::of(Language::English));
    super::json(&report(city, &survey, &found, &asked.wanted, held.as_ref(), notices))
}

/// Of what nobody has declared a shelter what may be told.
fn public(city: &City<'_>) -> Vec<u32> {
    let may_be_told = |number: &u32| city.shelter(*number).is_some_and(is_public);
    undeclared(city.region).into_iter().filter(may_be_told).collect()
}
