//! Who gets which place, as data.

use std::collections::BTreeMap;

use hinan_city::City;
use hinan_city::everybody::Everybody;
use hinan_model::Shelter;
use hinan_plan::assign::{Assignment, Goal};
use serde::Serialize;

use super::audit::{count, many};

/// Who gets which place; the command and the server tell it alike.
#[derive(Serialize)]
pub struct Assigned<'a> {
    /// The region's name.
    pub place: &'a str,
    /// Who walks.
    pub walker: &'a str,
    /// What they flee from.
    pub hazard: Option<String>,
    /// The time that was asked for.
    pub within_ds: Option<u32>,
    /// What counts once most people have a place.
    pub goal: &'static str,
    /// All people.
    pub people: u64,
    /// All places.
    pub places: u64,
    /// People with a place in time.
    pub placed: u64,
    /// People without.
    pub left_without_shelter: u64,
    /// Sum of all walks of those who have a place.
    pub people_x_time_ds: u128,
    /// What the prices prove: no sum is smaller.
    pub bound_people_x_time_ds: i128,
    /// Whether it is proven that nothing is better.
    pub optimal: bool,
    /// The longest walk.
    pub worst_ds: Option<u32>,
    /// The mean walk.
    pub mean_ds: Option<u64>,
    /// The limit that the bound counts with, where the goal is the least longest walk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least_worst_ds: Option<u32>,
    /// What having no place is taken to cost.
    pub no_place_ds: u32,
    /// How prices are to be read.
    pub reading: String,
    /// What one place more is worth, by shelter.
    pub prices: BTreeMap<&'a str, u32>,
    /// How many are sent there, by shelter.
    pub loads: BTreeMap<&'a str, u64>,
    /// Rounds until the prices stood.
    pub rounds: u32,
    /// What keeping people together costs, where that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub households: Option<Households>,
    /// What must be said about it.
    pub remarks: Vec<String>,
}

/// What keeping people together costs, against the best answer that splits.
#[derive(Serialize)]
pub struct Households {
    /// How many have a place if groups are split.
    pub split_placed: u64,
    /// How far they walk together.
    pub split_people_x_time_ds: u128,
    /// How many more are left out for it.
    pub left_out_more: u64,
}

impl<'a> Assigned<'a> {
    /// Tells `assignment`, of shelters that `is_told` names only.
    pub fn of(
        city: &'a City<'_>,
        goal: Goal,
        places: u64,
        assignment: &Assignment,
        is_told: impl Fn(&Shelter) -> bool,
        remarks: Vec<String>,
    ) -> Assigned<'a> {
        let question = &city.question;
        let mut told = Assigned {
            place: &city.region.meta().name,
            walker: city.walker_name(),
            hazard: question.threat.map(|threat| threat.to_string()),
            within_ds: question.within.map(|within| within.0),
            goal: match goal {
                Goal::Total => "total",
                Goal::Worst => "worst",
            },
            people: assignment.placed + assignment.without,
            places,
            placed: assignment.placed,
            left_without_shelter: assignment.without,
            people_x_time_ds: assignment.people_x_time,
            bound_people_x_time_ds: assignment.bound,
            optimal: assignment.is_optimal,
            worst_ds: assignment.rows.iter().map(|row| row.time.0).max(),
            mean_ds: assignment
                .people_x_time
                .checked_div(u128::from(assignment.placed))
                .map(|mean| mean as u64),
            least_worst_ds: assignment.longest.map(|longest| longest.0),
            no_place_ds: assignment.no_place,
            reading: reading(assignment),
            prices: BTreeMap::new(),
            loads: BTreeMap::new(),
            rounds: assignment.rounds,
            households: None,
            remarks,
        };
        // Of shelters that people can be sent to.
        let shelters = city.region.shelters().iter().zip(assignment.prices.iter().zip(loads(assignment)));
        for (number, (shelter, (price, load))) in shelters.enumerate() {
            if city.offered[number].is_ok() && city.joined[number] && is_told(shelter) {
                told.prices.insert(&shelter.id, *price);
                told.loads.insert(&shelter.id, load);
            }
        }
        told
    }
}

/// How many people are sent to each shelter.
pub fn loads(assignment: &Assignment) -> Vec<u64> {
    let mut loads = vec![0; assignment.prices.len()];
    assignment.rows.iter().for_each(|row| loads[row.shelter as usize] += u64::from(row.people));
    loads
}

/// Says that there are fewer places than people, where it is so.
pub fn too_few(people: u64, places: u64) -> Option<String> {
    (people > places).then(|| {
        format!(
            "There are {} people and {} places: at least {} cannot have one.",
            count(people),
            count(places),
            count(people - places)
        )
    })
}

/// Says who is counted, where the region does not know.
pub fn who_counts(city: &City<'_>, everybody: &Everybody, people_each: Option<u32>) -> Option<String> {
    (!everybody.is_counted).then(|| {
        let starts = if city.region.doorsteps().is_empty() { "node" } else { "doorstep" };
        let each = many(u64::from(people_each.unwrap_or(1)), "person", "people");
        let why = if people_each.is_some() { "as asked" } else { "since this region knows of nobody" };
        format!("{each} counted at each {starts}, {why}.")
    })
}

/// How prices are to be read.
fn reading(answer: &Assignment) -> String {
    let always = "price: by how much one more place in this shelter would lessen the sum of all walks, in ds; 0 where there is room";
    if answer.without == 0 {
        return format!("{always}.");
    }
    format!(
        "{always}. People are left out: to have no place is taken to cost {} ds (no_place_ds), and a price that holds this is that \
         of a shelter in which one more place gives one more person a place.",
        answer.no_place
    )
}
