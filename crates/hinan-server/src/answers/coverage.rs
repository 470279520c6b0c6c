//! Counts of people as JSON.

use hinan_city::{City, Doorsteps};
use hinan_model::{Ds, Hazard, NamedArea, Threat};
use hinan_plan::{Counted, Coverage, Tally};
use hinan_region::Region;
use serde_json::{Value, json};

use super::Notices;

/// The most cases of one question: each is a search over the whole city.
pub const MOST_CASES: usize = 500;

/// Everything that was counted of a region: one [`case`] each.
pub fn report(region: &Region, cases: &[Value], notices: &Notices) -> Value {
    json!({
        "place": region.meta().name, "people": people(region), "cases": cases,
        "attribution": notices.attribution, "warnings": notices.warnings,
    })
}

/// One case: a hazard, a walker, a time, and what becomes of the people.
pub fn case(city: &City, doorsteps: &Doorsteps, coverage: &Coverage, districts: &[NamedArea]) -> Value {
    let question = &city.question;
    let budgets = budgets(doorsteps);
    let tallies: Vec<Value> = districts
        .iter()
        .zip(&coverage.districts)
        .map(|(district, of)| json!({"id": district.id, "name": district.name, "tally": tally(of)}))
        .collect();
    json!({
        "hazard": question.threat.map(|threat| threat.to_string()),
        "walker": city.walker_name(),
        "at": question.at.map(|at| at.to_string()),
        "start_ds": city.start().0,
        "least_budget_ds": budgets.map(|(least, _)| least.0),
        "most_budget_ds": budgets.map(|(_, most)| most.0),
        "shelters": city.offered.len(), "shelters_joined": city.joined_count(),
        "shelters_offered": city.offered_count(),
        "counted": coverage.counted,
        "all": tally(&coverage.all),
        "districts": tallies,
        "outside_of_districts": (!districts.is_empty()).then(|| tally(&coverage.outside)),
        "curve_step_ds": hinan_plan::coverage::STEP.0, "curve": coverage.curve,
    })
}

/// The least and the most time that a doorstep has.
pub fn budgets(doorsteps: &Doorsteps) -> Option<(Ds, Ds)> {
    let budgets = || doorsteps.all.iter().map(|doorstep| doorstep.budget);
    Some((budgets().min()?, budgets().max()?)).filter(|(least, _)| least.is_reachable())
}

/// A tally, with its sums.
pub fn tally(tally: &Tally) -> Value {
    json!({
        "total": tally.total(), "in_time": tally.in_time(), "by_fate": tally.people,
        "doorsteps_by_fate": tally.doorsteps, "bands_3min": tally.bands,
        "median_ds": tally.median_ds, "worst_ds": tally.worst_ds,
    })
}

/// Where the people of a region come from and where they are.
pub fn people(region: &Region) -> Value {
    let counts = region.meta().counts;
    json!({
        "at_doorsteps": counts.people, "outside_of_extract": counts.people_outside,
        "far_from_any_doorstep": counts.people_far, "is_guess": is_guess(region),
    })
}

/// Whether the people of a region are a guess.
pub fn is_guess(region: &Region) -> bool {
    region.meta().sources.iter().any(|source| source.role == "people" && source.format == "osm-buildings")
}

/// The hazards that a shelter of the region is offered for.
pub fn offered_hazards(region: &Region) -> Vec<Hazard> {
    let is_offered =
        |hazard: &Hazard| region.shelters().iter().any(|shelter| Threat::of(*hazard).offers(shelter).is_ok());
    Hazard::ALL.into_iter().filter(is_offered).collect()
}

/// What is counted, in words.
pub fn unit(counted: Counted) -> &'static str {
    match counted {
        Counted::People => "people",
        Counted::Doorsteps => "doorsteps",
    }
}
