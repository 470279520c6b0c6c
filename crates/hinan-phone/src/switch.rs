//! `switch`: a plan that is being walked, judged from where the person stands.

use hinan_model::{Ds, Inside, Origin};
use serde_json::json;

use crate::city::{From, Opened};
use crate::failure::Failure;
use crate::members::{Members, needed};
use crate::plans::{Asked, with_route};
use crate::state::Held;
use crate::walk::{Do, Walk};

/// Enough plans that the walked one is among them.
const K: usize = 8;

/// What came of looking around.
struct Look {
    plans: Vec<u8>,
    rest: Option<Ds>,
    other: Option<(String, Ds)>,
    left: Option<Ds>,
}

/// The answer to `switch`.
pub fn answer(city: &mut Opened, held: Option<&Held>, mut members: Members) -> Result<Vec<u8>, Failure> {
    let mut walking = needed("walking", members.object("walking")?)?;
    let shelter = needed("walking.shelter", walking.word("shelter")?)?;
    let total =
        needed("walking.total_ds", walking.whole("total_ds", 0..=i64::from(Ds::MAX_INPUT.0))?)? as u32;
    let walked = walking.whole("walked_ds", 0..=i64::from(Ds::MAX_INPUT.0))?;
    let share = walking.number("share", 1.0)?;
    walking.done()?;
    let gone = match (walked, share) {
        (Some(walked), None) => (walked as u32).min(total),
        (None, Some(share)) => (f64::from(total) * share) as u32,
        _ => return Err(Failure::question("walking: walked_ds or share must be there, and not both")),
    };
    let at = From::read(&mut members, "at", &city.region)?;
    let question = needed("question", members.object("question")?)?;
    members.done()?;
    let mut asked = Asked::read(question, city, held)?;
    let number = city.region.shelters().iter().position(|known| known.id == shelter);
    let number = number.ok_or_else(|| Failure::place("walking: there is no such shelter here"))? as u32;
    let closed = asked.closed.contains(&number) || asked.by_word.contains_key(&number);
    // Whoever walks is outside: neither floors nor the first half minute count again.
    asked.question.origin = Origin::OUTSIDE;
    asked.inside = Some(Inside::None);
    asked.k = K;
    let look = match &at {
        // A fix in a park far from every street says nothing of the plan.
        Some(at) => look(city, asked, at, &shelter).ok(),
        None => None,
    };
    let told = Ds(total - gone);
    let walk = Walk {
        total: Ds(total),
        rest: look.as_ref().and_then(|look| look.rest).unwrap_or(told),
        closed,
        left: look.as_ref().and_then(|look| look.left),
        other: look.as_ref().and_then(|look| look.other.as_ref()).map(|(_, time)| *time),
        dearer: dearer(city, number, look.as_ref()),
    };
    let (what, why) = walk.decide();
    let to =
        look.as_ref().and_then(|look| look.other.as_ref()).filter(|_| what == Do::Switch).map(|(id, _)| id);
    let plans = look.as_ref().filter(|_| what != Do::Keep).map(|look| look.plans.as_slice());
    let head = json!({ "do": what.name(), "because": why.name(), "to": to, "rest_ds": walk.rest });
    // What is JSON already goes in as it is.
    let mut answer = head.to_string().into_bytes();
    answer.pop();
    answer.extend_from_slice(b",\"plans\":");
    answer.extend_from_slice(plans.unwrap_or(b"null"));
    answer.push(b'}');
    Ok(answer)
}

/// What the other shelter costs more than the one that is walked to.
fn dearer(city: &Opened, walked: u32, look: Option<&Look>) -> Ds {
    let price = |number: usize| city.prices.get(number).map_or(0, |price| price.0);
    let other = look
        .and_then(|look| look.other.as_ref())
        .and_then(|(id, _)| city.region.shelters().iter().position(|known| known.id == *id));
    Ds(other.map_or(0, price).saturating_sub(price(walked as usize)))
}

/// The plans from where the person stands.
fn look(city: &mut Opened, asked: Asked, at: &From, shelter: &str) -> Result<Look, Failure> {
    with_route(city, asked, at, |answer| {
        let plans = &answer.route().plans;
        let rest = plans.iter().find(|plan| plan.facts.shelter == shelter).map(|plan| plan.facts.time_ds);
        let other = plans.iter().find(|plan| plan.facts.shelter != shelter);
        Ok(Look {
            plans: serde_json::to_vec(answer).map_err(|error| Failure::engine(error.to_string()))?,
            rest,
            other: other.map(|plan| (plan.facts.shelter.to_owned(), plan.facts.time_ds)),
            left: answer.left(),
        })
    })
}
