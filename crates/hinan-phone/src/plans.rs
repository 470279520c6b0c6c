//! Plans from a place: the answer of the command and the server, and what a phone adds to it.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use hinan_city::lines::WithLines;
use hinan_city::trip::{asked_first, trips, trips_in};
use hinan_city::{City, Question, Route, WhatIf};
use hinan_model::clock::{self, BudgetFrom};
use hinan_model::trip::{Step, Turn};
use hinan_model::{Ds, InTime, Inside, Origin, Place, Threat};
use hinan_region::Region;
use hinan_texts::Texts;
use hinan_trust::ShelterWord;
use hinan_trust::statement::ShelterState;
use serde::Serialize;

use crate::city::{From, Opened, nearest_doorstep};
use crate::failure::Failure;
use crate::members::{Members, needed};
use crate::state::Held;

/// So many plans are told step by step.
const LETTERS: usize = 3;
/// People who start within this of a doorstep, in mm, are spread as that doorstep is.
const OF_DOORSTEP_MM: u32 = 60_000;

/// How much longer than told somebody may walk, in thousandths. A learned speed only slows a plan down.
const SLOWER: RangeInclusive<i64> = 1_000..=5_000;

/// What is asked, but for where from.
pub struct Asked {
    /// For the rooms below.
    pub question: Question,
    /// The alert whose clock runs.
    pub alert: Option<AlertClock>,
    /// What the person says of the building.
    pub inside: Option<Inside>,
    /// How much longer than told the person walks, in thousandths.
    slower_permille: u32,
    /// How many plans.
    pub k: usize,
    /// The language.
    pub texts: &'static Texts,
    /// Shelters that the question closes, by number.
    pub closed: Vec<u32>,
    /// Shelters that signed words close.
    pub by_word: BTreeMap<u32, ShelterWord>,
}

/// When an alert was issued and when the danger arrives.
#[derive(Clone, Copy, Debug)]
pub struct AlertClock {
    issued: Option<i64>,
    impact_at: Option<i64>,
    now: i64,
}

impl AlertClock {
    /// Reads `{"issued", "impact_at", "now"}`.
    fn read(mut members: Members) -> Result<AlertClock, Failure> {
        let (issued, impact_at) = (members.moment("issued")?, members.moment("impact_at")?);
        let now = needed("alert.now", members.moment("now")?)?;
        members.done()?;
        if issued.is_none() && impact_at.is_none() {
            return Err(Failure::question("alert: issued or impact_at must be there"));
        }
        Ok(AlertClock { issued, impact_at, now })
    }

    /// What is left of `whole`.
    fn left(self, whole: Ds) -> Ds {
        left(self.impact_at, self.issued.unwrap_or(self.now), whole, self.now)
    }
}

/// [`clock::left`] for moments that may lie before 1970, where no alert was.
pub fn left(impact_at: Option<i64>, issued: i64, whole: Ds, now: i64) -> Ds {
    let seconds = |moment: i64| u64::try_from(moment).unwrap_or(0);
    clock::left(impact_at.map(seconds), seconds(issued), whole, seconds(now))
}

impl Asked {
    /// Reads everything but `from`, and that nothing is left over.
    pub fn read(mut members: Members, city: &Opened, held: Option<&Held>) -> Result<Asked, Failure> {
        let region = &city.region;
        let threat = threat(&mut members, city)?;
        let is_outside = members.is("outside")?;
        let floor = members.whole("floor", -20..=120)?.unwrap_or(0) as i8;
        let delay = members.seconds("delay_s", 0)?.unwrap_or(Origin::DEFAULT.delay);
        let inside = members.parsed("inside", "known, unknown or none")?;
        let alert = members.object("alert")?.map(AlertClock::read).transpose()?;
        let within = members.seconds("within_s", 1)?;
        if alert.is_some() && within.is_some() {
            return Err(Failure::question("within_s and alert: only one of them"));
        }
        let closed = numbers(region, &members.words("closed")?);
        let now = members.moment("now")?.or(alert.map(|alert| alert.now));
        let by_word = match (held, now, members.is("ignore_words")?) {
            (Some(held), Some(now), false) => closed_by_word(region, held, now),
            _ => BTreeMap::new(),
        };
        let close = closed.iter().copied().chain(by_word.keys().copied()).collect();
        let question = Question {
            threat,
            walker: members.word("walker")?,
            within,
            at: members.parsed("at", "2026-11-22T03:00")?,
            origin: if is_outside { Origin::OUTSIDE } else { Origin { floor, delay } },
            queue: members.seconds("queue_s", 0)?.unwrap_or_default(),
            what_if: WhatIf { close, ..WhatIf::default() },
            ..Question::default()
        };
        let asked = Asked {
            question,
            alert,
            inside: if is_outside { Some(Inside::None) } else { inside },
            slower_permille: members.whole("slower_permille", SLOWER)?.unwrap_or(1000) as u32,
            k: members.whole("k", 1..=8)?.unwrap_or(3) as usize,
            texts: members.texts()?,
            closed,
            by_word,
        };
        members.done()?;
        Ok(asked)
    }
}

/// `hazard`, or what a `situation` means here.
fn threat(members: &mut Members, city: &Opened) -> Result<Option<Threat>, Failure> {
    let hazard = members.parsed("hazard", "air-raid, earthquake+tsunami or untold")?;
    let situation = members.word("situation")?;
    match (hazard, situation.as_deref()) {
        (hazard, None) => Ok(hazard),
        (None, Some("siren")) => Ok(Some(city.siren())),
        (None, Some("shaking")) => Ok(Some(city.shaking())),
        (None, Some("unknown")) => Ok(Some(Threat::Untold)),
        (None, Some(_)) => Err(Failure::question("situation: must be siren, shaking or unknown")),
        (Some(_), Some(_)) => Err(Failure::question("hazard and situation: only one of them")),
    }
}

/// Numbers of shelters; ids that this region does not have close nothing here.
fn numbers(region: &Region, ids: &[String]) -> Vec<u32> {
    let named = (0..).zip(region.shelters()).filter(|(_, shelter)| ids.contains(&shelter.id));
    named.map(|(number, _)| number).collect()
}

fn closed_by_word(region: &Region, held: &Held, now: i64) -> BTreeMap<u32, ShelterWord> {
    let words = held.shelter_words(now);
    let said =
        (0..).zip(region.shelters()).filter_map(|(number, shelter)| Some((number, *words.get(&shelter.id)?)));
    said.filter(|(_, word)| word.state != ShelterState::Open).collect()
}

/// The answer.
#[derive(Serialize)]
pub struct Answer<'a> {
    route: WithLines<'a>,
    asked: Echo<'a>,
    time: Option<Time>,
    first: First,
    in_words: Vec<String>,
    spoken: Vec<&'a str>,
    alternatives: Vec<char>,
    steps: BTreeMap<char, Vec<StepJson<'a>>>,
    closed_by_word: Vec<WordJson<'a>>,
}

#[derive(Serialize)]
struct Echo<'a> {
    threat: Option<String>,
    walker: &'a str,
    k: usize,
}

/// A step of a way and where it begins.
#[derive(Serialize)]
struct StepJson<'a> {
    turn: &'static str,
    words: &'a str,
    metres: Option<u64>,
    lat: Option<f64>,
    lon: Option<f64>,
}

/// How much time there is, and how much there was.
#[derive(Serialize)]
struct Time {
    left_ds: Ds,
    whole_ds: Option<Ds>,
    from: BudgetFrom,
    impact_at: Option<i64>,
    ran_out: bool,
}

/// What stands on the first screen.
#[derive(Serialize)]
struct First {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<char>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<InTime>,
}

/// A signed word of a shelter.
#[derive(Serialize)]
pub struct WordJson<'a> {
    shelter: &'a str,
    state: ShelterState,
    danger: bool,
    issued: i64,
}

impl<'a> WordJson<'a> {
    /// Of a shelter.
    pub fn of(shelter: &'a str, word: ShelterWord) -> WordJson<'a> {
        WordJson { shelter, state: word.state, danger: word.is_danger, issued: word.issued }
    }
}

/// The answer to `plans`.
pub fn answer(city: &mut Opened, held: Option<&Held>, mut members: Members) -> Result<Vec<u8>, Failure> {
    let from = needed("from", From::read(&mut members, "from", &city.region)?)?;
    let asked = Asked::read(members, city, held)?;
    told(city, asked, &from)
}

/// The answer from a place, as JSON.
pub fn told(city: &mut Opened, asked: Asked, from: &From) -> Result<Vec<u8>, Failure> {
    with_route(city, asked, from, |answer| {
        serde_json::to_vec(answer).map_err(|error| Failure::engine(error.to_string()))
    })
}

/// Computes the answer and hands it to `then`: it borrows the region.
pub fn with_route<T>(
    opened: &mut Opened,
    asked: Asked,
    from: &From,
    then: impl FnOnce(&Answer<'_>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let (region, mut engines) = opened.halves();
    let Asked { question, alert, inside, slower_permille, k, texts, by_word, .. } = asked;
    let mut city = Opened::settle(region, question)?;
    city.slower_permille = slower_permille;
    let whole = city.budget(from.place(region));
    let time = match (alert, whole) {
        (Some(alert), Some(whole)) => {
            let left_ds = alert.left(whole.time);
            city.question.within = Some(left_ds);
            let (whole_ds, impact_at) = (Some(whole.time), alert.impact_at);
            Some(Time { left_ds, whole_ds, from: whole.from, impact_at, ran_out: left_ds == Ds::ZERO })
        }
        // Nobody knows the danger; when it comes was signed.
        (Some(alert @ AlertClock { impact_at: Some(_), .. }), None) => {
            let left_ds = alert.left(Ds::ZERO);
            city.question.within = Some(left_ds);
            let ran_out = left_ds == Ds::ZERO;
            Some(Time {
                left_ds,
                whole_ds: None,
                from: BudgetFrom::Asked,
                impact_at: alert.impact_at,
                ran_out,
            })
        }
        (_, Some(whole)) => Some(Time {
            left_ds: whole.time,
            whole_ds: Some(whole.time),
            from: whole.from,
            impact_at: None,
            ran_out: false,
        }),
        (_, None) => None,
    };
    let fields = Opened::engine(&mut engines, &city, k)?;
    let spot = from.spot(&city)?;
    let nearest = trips(&city, &fields.engine, spot, k);
    let asked = fields.priced.as_ref().and_then(|priced| {
        trips_in(&city, &fields.engine, priced, engines.prices, spot, 1).into_iter().next()
    });
    let route = Route::of_trips(&city, spot, &asked_first(&city, spot, asked, nearest, k), inside, texts);
    let answer = Answer {
        asked: Echo { threat: route.hazard.clone(), walker: route.walker, k },
        time,
        first: first(&route),
        in_words: in_words(&route, texts),
        spoken: route
            .plans
            .first()
            .map_or_else(Vec::new, |plan| plan.facts.way.iter().map(String::as_str).collect()),
        alternatives: alternatives(&route, seed(&city, from)),
        steps: route.plans.iter().take(LETTERS).map(|plan| (plan.facts.plan, steps(plan))).collect(),
        closed_by_word: by_word
            .iter()
            .filter_map(|(number, word)| Some(WordJson::of(&city.shelter(*number)?.id, *word)))
            .collect(),
        route: WithLines::of(&route),
    };
    then(&answer)
}

impl<'a> Answer<'a> {
    /// The plans from here.
    pub fn route(&self) -> &'a Route<'a> {
        self.route.route
    }

    /// What is left, where time counts.
    pub fn left(&self) -> Option<Ds> {
        self.time.as_ref().map(|time| time.left_ds)
    }
}

fn first(route: &Route<'_>) -> First {
    let may_go = |answer: &Option<InTime>| answer.is_none_or(InTime::may_go);
    let zero = &route.plan_0;
    if zero.inside == Inside::Known && may_go(&zero.answer) {
        return First { kind: "here", plan: None, answer: zero.answer };
    }
    let plan = |kind, plan: &hinan_city::route::Plan<'_>| First {
        kind,
        plan: Some(plan.facts.plan),
        answer: plan.facts.answer,
    };
    if let Some(best) = route.plans.iter().find(|plan| may_go(&plan.facts.answer)) {
        return plan("plan", best);
    }
    let outside =
        |plan: &&hinan_city::route::Plan<'_>| plan.facts.answer == Some(InTime::OnlyIfAlreadyOutside);
    if let Some(best) = route.plans.iter().find(outside) {
        return plan("only-if-outside", best);
    }
    let kind = if route.budget.is_some() { "late" } else { "none" };
    First { kind, plan: None, answer: None }
}

/// A line a plan.
fn in_words(route: &Route<'_>, texts: &Texts) -> Vec<String> {
    let line = |plan: &hinan_city::route::Plan<'_>| {
        let mut arguments = vec![
            ("letter", plan.facts.plan.to_string().into()),
            ("title", texts.title(plan.record).into()),
            ("minutes", texts.minutes(plan.facts.time_ds).into()),
        ];
        let title = match plan.length_mm {
            Some(mm) => {
                arguments.push(("length", texts.length(mm).into()));
                texts.get("plan-title-length", &arguments)
            }
            None => texts.get("plan-title", &arguments),
        };
        match (plan.facts.answer, plan.facts.total_ds, route.budget) {
            (Some(answer), Some(total), Some(budget)) => {
                let answer = texts.in_time(answer, total, budget.time_ds);
                texts.get("answer-of", &[("what", title.into()), ("answer", answer.into())])
            }
            _ => title,
        }
    };
    route.plans.iter().map(line).collect()
}

/// The way of a plan, to be followed step by step.
fn steps<'a>(plan: &'a hinan_city::route::Plan<'_>) -> Vec<StepJson<'a>> {
    let steps = plan.steps.iter().zip(&plan.facts.way).enumerate();
    steps
        .map(|(at, (step, words))| {
            let (turn, length_mm) = match step {
                Step::ToStreet { length_mm } => ("to-street", Some(*length_mm)),
                Step::Along(along) => (along.turn.map_or("then", Turn::name), Some(along.length_mm)),
                Step::Through { .. } => ("through", None),
                Step::ToEntrance { length_mm, .. } => ("to-entrance", Some(*length_mm)),
                Step::In { .. } => ("in", None),
            };
            let start = plan.starts.get(at);
            StepJson {
                turn,
                words,
                metres: length_mm.map(|mm| mm.div_ceil(1000)),
                lat: start.map(|place| place.lat()),
                lon: start.map(|place| place.lon()),
            }
        })
        .collect()
}

/// What tells one doorstep from its neighbours: whoever starts at one is always sent the same way.
fn seed(city: &City<'_>, from: &From) -> u64 {
    let region = city.region;
    let number = match from {
        From::Doorstep(number) => Some(*number),
        From::Place(place) => nearest_doorstep(region, *place, OF_DOORSTEP_MM).map(|(_, number, _)| number),
        From::Node(_) => None,
    };
    if let Some(number) = number {
        return number as u64;
    }
    // Where nobody knows of a doorstep: a cell of some fifty metres.
    let Place { lat_e7, lon_e7 } = from.place(region).unwrap_or_default();
    (lat_e7.div_euclid(5_000) as u32 as u64) << 32 | u64::from(lon_e7.div_euclid(5_000) as u32)
}

/// The plans after A, spread by doorstep: those of one answer in an order of the doorstep's own.
fn alternatives(route: &Route<'_>, seed: u64) -> Vec<char> {
    let mut others: Vec<(InTime, u64, char)> = route
        .plans
        .iter()
        .skip(1)
        .map(|plan| {
            let answer = plan.facts.answer.unwrap_or(InTime::Go);
            (answer, mixed(seed, plan.facts.shelter), plan.facts.plan)
        })
        .collect();
    // Of what comes too late the nearest first: nobody is to be spread there.
    others.sort_by_key(|&(answer, mixed, letter)| {
        (answer, if answer == InTime::Late { 0 } else { mixed }, letter)
    });
    others.into_iter().map(|(.., letter)| letter).collect()
}

/// FNV-1a over the seed and the id, its high bits mixed down: the same on every phone.
fn mixed(seed: u64, id: &str) -> u64 {
    let bytes = seed.to_le_bytes().into_iter().chain(id.bytes());
    let hash = bytes
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    (hash ^ hash >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
