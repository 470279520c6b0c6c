//! What is told of new sites, as data and in words.

use hinan_model::Ds;
use hinan_plan::site::Outcome;
use serde_json::{Value, json};

use super::capacity::Capacity;
use super::{Args, Found, Ground, Wanted};
use crate::notice::Notices;
use crate::plans::WIDTH;
use crate::tell::{count, many, plain, right, wrap};

/// How many sites the table in words shows.
const SHOWN: usize = 20;

/// The answer.
#[derive(serde::Serialize)]
pub struct Report<'a> {
    place: &'a str,
    walker: &'a str,
    hazard: Option<String>,
    within_ds: Option<u32>,
    objective: &'static str,
    people: u64,
    people_are_counted: bool,
    new: usize,
    candidates: usize,
    candidates_left_out: u64,
    value_now: u128,
    without_now: u64,
    value: u128,
    bound: u128,
    optimal: bool,
    without: u64,
    bound_without: u64,
    beyond_all: u64,
    capacitated: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    places_now: Option<u64>,
    sites: Vec<Row<'a>>,
    remarks: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    curve: Option<Vec<Value>>,
    #[serde(flatten)]
    notices: Notices,
}

/// One site.
#[derive(serde::Serialize)]
struct Row<'a> {
    rank: usize,
    node: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    name: &'a str,
    adds: i128,
    #[serde(skip_serializing_if = "Option::is_none")]
    places: Option<u64>,
    lat: Option<f64>,
    lon: Option<f64>,
}

/// The answer as data.
pub fn report<'a>(args: &Args, ground: &'a Ground<'a>, found: &Found, notices: Notices) -> Report<'a> {
    let Ground { city, everybody, candidates, .. } = ground;
    let Found { sites, curve, beyond_all } = found;
    let now = curve.first().copied().unwrap_or_default();
    let rows = (1..).zip(&sites.sites).map(|(rank, site)| {
        let at = site.candidate as usize;
        let place = candidates.places[at];
        Row {
            rank,
            node: &candidates.ids[at],
            name: &candidates.names[at],
            adds: site.adds,
            places: ground.capacity.as_ref().map(|capacity| capacity.holds[at]),
            lat: place.map(|place| place.lat()),
            lon: place.map(|place| place.lon()),
        }
    });
    let outcome = |outcome: &Outcome| json!({"value": outcome.value, "without": outcome.without});
    Report {
        place: &city.region.meta().name,
        walker: city.walker_name(),
        hazard: city.question.threat.map(|threat| threat.to_string()),
        within_ds: city.question.within.map(|within| within.0),
        objective: match args.objective {
            Wanted::Cover => "cover",
            Wanted::Median => "median",
            Wanted::Center => "center",
        },
        people: everybody.people(),
        people_are_counted: everybody.is_counted,
        new: sites.sites.len(),
        candidates: candidates.ids.len(),
        candidates_left_out: candidates.left_out,
        value_now: now.value,
        without_now: now.without,
        value: sites.value,
        bound: sites.bound,
        optimal: sites.is_optimal,
        without: sites.without,
        bound_without: sites.bound_without,
        beyond_all: *beyond_all,
        capacitated: ground.capacity.is_some(),
        places_now: ground.capacity.as_ref().map(Capacity::now),
        sites: rows.collect(),
        remarks: remarks(args, ground, found),
        curve: args.curve.then(|| curve.iter().map(outcome).collect()),
        notices,
    }
}

/// What a reader must know of the answer.
fn remarks(args: &Args, ground: &Ground<'_>, found: &Found) -> Vec<String> {
    let candidates = ground.candidates.ids.len() as u64;
    let number = |number: u64| many(number, "candidate", "candidates");
    let mut remarks = ground.capacity.as_ref().map_or(Vec::new(), |capacity| capacity.remarks.clone());
    if candidates < u64::from(args.new) {
        remarks.push(format!(
            "There are only {}: all are chosen, not {}.",
            number(candidates),
            count(args.new.into())
        ));
    }
    if ground.candidates.left_out > 0 {
        remarks.push(format!("{} left out, as said.", number(ground.candidates.left_out)));
    }
    let is_alone = |candidate: &u32| ground.lists.of(*candidate).is_empty();
    let alone = (0..ground.lists.candidates()).filter(is_alone).count() as u64;
    if alone > 0 {
        remarks.push(format!("{} in nobody's reach.", number(alone)));
    }
    let idle = found.sites.sites.iter().filter(|site| site.adds == 0).count() as u64;
    if idle > 0 && args.objective == Wanted::Cover {
        remarks.push(format!("{} of the sites serve nobody that the others do not.", count(idle)));
    }
    if found.beyond_all > 0 {
        remarks.push(format!(
            "{} can be served by no candidate and no shelter in time.",
            many(found.beyond_all, "person", "people")
        ));
    }
    remarks
}

/// The answer in words.
pub fn in_words(report: &Report<'_>) -> String {
    let who = if report.people_are_counted { "people" } else { "starts (nobody knows how many people)" };
    let mut text = String::new();
    let mut line = |words: &str| {
        text += &wrap("", words, WIDTH);
        text.push('\n');
    };
    line(&format!(
        "{}, walker {}: {} of {}, for {} {who}.",
        report.place,
        report.walker,
        many(report.new as u64, "new site", "new sites"),
        many(report.candidates as u64, "candidate", "candidates"),
        count(report.people)
    ));
    line(&value(report));
    line(&proof(report));
    report.remarks.iter().for_each(|remark| line(remark));
    text += &format!("\n{} {}  site\n", right("rank", 6), right("adds", 16));
    for row in report.sites.iter().take(SHOWN) {
        let adds = number(report, row.adds);
        let name = if row.name.is_empty() { String::new() } else { format!("  {}", plain(row.name, 40)) };
        text += &format!(
            "{} {}  {}{name}\n",
            right(&row.rank.to_string(), 6),
            right(&adds, 16),
            plain(row.node, 40)
        );
    }
    if report.sites.len() > SHOWN {
        text += &format!(
            "... and {} (--json or -o has all)\n",
            many((report.sites.len() - SHOWN) as u64, "other", "others")
        );
    }
    for notice in report.notices.lines() {
        text += &wrap("", &notice, WIDTH);
        text.push('\n');
    }
    text
}

fn value(report: &Report<'_>) -> String {
    let time = |value: u128| Ds(u32::try_from(value).unwrap_or(Ds::UNREACHABLE.0));
    let without = if report.capacitated { "have no place" } else { "reach nothing" };
    match report.objective {
        "cover" => format!(
            "{} {}, before it was {}.",
            if report.capacitated { "A place in time have" } else { "In time are" },
            large(report.value, "person", "people"),
            large(report.value_now, "person", "people")
        ),
        "median" => format!(
            "All walks together are {} people x ds, before {}; {} {without}, before {}.",
            report.value,
            report.value_now,
            many(report.without, "person", "people"),
            count(report.without_now)
        ),
        _ => format!(
            "The longest walk is {}, before {}; {} reach nothing, before {}.",
            time(report.value),
            time(report.value_now),
            many(report.without, "person", "people"),
            count(report.without_now)
        ),
    }
}

fn proof(report: &Report<'_>) -> String {
    if report.optimal {
        return "Proven: no choice of as many candidates is better (value = bound).".to_owned();
    }
    match report.objective {
        "cover" => format!(
            "Proven: no choice of as many candidates serves more than {}.",
            large(report.bound, "person", "people")
        ),
        "median" => {
            format!("Proven: no choice of as many candidates comes below {} people x ds.", report.bound)
        }
        _ => format!(
            "Proven: no choice of as many candidates has a longest walk below {}.",
            Ds(u32::try_from(report.bound).unwrap_or(Ds::UNREACHABLE.0))
        ),
    }
}

fn large(number: u128, one: &str, several: &str) -> String {
    many(u64::try_from(number).unwrap_or(u64::MAX), one, several)
}

/// What a site adds, as its objective counts.
fn number(report: &Report<'_>, adds: i128) -> String {
    match report.objective {
        "cover" => count(u64::try_from(adds).unwrap_or(0)),
        "center" => Ds(u32::try_from(adds).unwrap_or(0)).to_string(),
        _ => adds.to_string(),
    }
}
