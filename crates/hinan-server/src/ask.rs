//! Members of a question → the question.

use hinan_city::{Question, Spot};
use hinan_model::{Ds, Origin, Place};
use hinan_region::Region;
use hinan_texts::{Language, Texts};
use serde_json::Value;

use crate::members::Members;
use crate::problem::Problem;
use crate::state::{State, Which};

/// What is said of a hazard that is none.
pub const HAZARD: &str = "air-raid, earthquake+tsunami or untold";
/// What is said of a time that is none.
pub const TIME: &str = "2026-11-22T03:00";
/// The longest time that anybody may give, in seconds: a day.
const MOST_SECONDS: i64 = 86_400;

/// Reads the members that every question may have: `hazard`, `walker`, `at`, `within_s`, `floor`,
/// `delay_s`, `queue_s`, `whatif`.
///
/// # Errors
/// Where one cannot be read, or a what-if is not kept any more.
pub fn question(members: &mut Members, state: &State) -> Result<Question, Problem> {
    let mut question = circumstances(members)?;
    question.threat = members.parsed("hazard", HAZARD)?;
    question.walker = members.word("walker")?;
    question.at = members.parsed("at", TIME)?;
    question.what_if = state.what_if(members)?;
    Ok(question)
}

/// Reads `city`: of the first or the second.
///
/// # Errors
/// Where it is another word.
pub fn city(members: &mut Members) -> Result<Which, Problem> {
    match members.word("city")?.as_deref() {
        None => Ok(Which::First),
        Some("compare") => Ok(Which::Second),
        Some(_) => Err(Problem::bad("city: must be compare, or not there")),
    }
}

/// Reads `city`, and that no what-if goes with the second: its closures are those of the first.
///
/// # Errors
/// Where the city is another word, or a what-if stands beside it.
pub fn city_of(members: &mut Members, question: &Question) -> Result<Which, Problem> {
    let city = city(members)?;
    if city == Which::Second && !question.what_if.is_nothing() {
        return Err(Problem::missing("whatif: is about the first city; ask without city=compare"));
    }
    Ok(city)
}

/// Reads what holds for several cases alike: `within_s`, `floor`, `delay_s`, `queue_s`.
///
/// # Errors
/// Where one cannot be read.
pub fn circumstances(members: &mut Members) -> Result<Question, Problem> {
    let mut time = |name: &'static str, least: i64| -> Result<Option<Ds>, Problem> {
        Ok(members.whole(name, least..=MOST_SECONDS)?.map(|seconds| Ds(seconds as u32 * 10)))
    };
    let (within, delay, queue) = (time("within_s", 1)?, time("delay_s", 0)?, time("queue_s", 0)?);
    let floor = members.whole("floor", -20..=120)?.unwrap_or(0) as i8;
    Ok(Question {
        within,
        origin: Origin { floor, delay: delay.unwrap_or(Origin::DEFAULT.delay) },
        queue: queue.unwrap_or_default(),
        ..Question::default()
    })
}

/// Reads `language`.
///
/// # Errors
/// Where hinan does not speak it.
pub fn texts(members: &mut Members) -> Result<&'static Texts, Problem> {
    let language: Option<Language> = members.parsed("language", "en, ja, uk or ru")?;
    Ok(Texts::of(language.unwrap_or_default()))
}

/// Where somebody starts, before it is known for whom.
pub enum From {
    /// A place.
    Place(Place),
    /// A node.
    Node(u32),
}

impl From {
    /// Reads `{"lat", "lon"}` or `{"node"}`.
    ///
    /// # Errors
    /// Where it is neither, or there is no such node.
    pub fn read(value: Option<Value>, region: &Region) -> Result<From, Problem> {
        let wrong =
            || Problem::bad("from: must be {\"lat\": degrees, \"lon\": degrees} or {\"node\": \"id\"}");
        let Some(Value::Object(members)) = value else { return Err(wrong()) };
        if let (1, Some(Value::String(id))) = (members.len(), members.get("node")) {
            let found = region.find_node(id).map(From::Node);
            return found.ok_or_else(|| Problem::missing("from: this region's streets have no such node"));
        }
        if members.len() != 2 {
            return Err(wrong());
        }
        place(members.get("lat"), members.get("lon")).map(From::Place).ok_or_else(wrong)
    }
}

/// A place of two numbers.
pub fn place(lat: Option<&Value>, lon: Option<&Value>) -> Option<Place> {
    Place::from_degrees(lat?.as_f64()?, lon?.as_f64()?)
}

impl From {
    /// Where that is on the streets.
    ///
    /// # Errors
    /// Where no street is near. The sentence does not say where.
    pub fn spot(&self, city: &hinan_city::City) -> Result<Spot, Problem> {
        match *self {
            From::Node(node) => Ok(Spot::Node(node)),
            From::Place(place) => Spot::at(city, place).map_err(|none| match none {
                hinan_city::NoSpot::NoPlaces => Problem::missing(format!("from: {none}")),
                hinan_city::NoSpot::NoStreet { is_outside, .. } => Problem::missing(format!(
                    "no street that this walker can use lies within {} m of there{}",
                    hinan_region::build::MAX_OFF_MM / 1000,
                    if is_outside { "; the place is outside of this region" } else { "" }
                )),
            }),
        }
    }
}
