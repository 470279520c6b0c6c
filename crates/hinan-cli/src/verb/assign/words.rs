//! What is told of an assignment, as data and in words.

use std::collections::BTreeMap;

use hinan_model::Ds;
use hinan_plan::assign::Assignment;

use super::{Args, Solved, Wanted};
use crate::notice::Notices;
use crate::plans::WIDTH;
use crate::tell::{count, left, many, plain, right, wrap};

/// How many shelters the table in words shows.
const SHOWN: usize = 10;

/// The answer as data.
#[derive(serde::Serialize)]
pub struct Report<'a> {
    place: &'a str,
    walker: &'a str,
    hazard: Option<String>,
    within_ds: Option<u32>,
    goal: &'static str,
    people: u64,
    places: u64,
    placed: u64,
    left_without_shelter: u64,
    people_x_time_ds: u128,
    bound_people_x_time_ds: i128,
    optimal: bool,
    worst_ds: Option<u32>,
    mean_ds: Option<u64>,
    /// The limit that the bound counts with, where the goal is the least longest walk.
    #[serde(skip_serializing_if = "Option::is_none")]
    least_worst_ds: Option<u32>,
    no_place_ds: u32,
    reading: String,
    prices: BTreeMap<&'a str, u32>,
    loads: BTreeMap<&'a str, u64>,
    rounds: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    households: Option<Households>,
    remarks: Vec<String>,
    #[serde(flatten)]
    notices: Notices,
}

/// What keeping people together costs, against the best answer that splits.
#[derive(serde::Serialize)]
struct Households {
    split_placed: u64,
    split_people_x_time_ds: u128,
    left_out_more: u64,
}

impl Solved<'_> {
    /// The answer as data.
    pub fn report(&self, args: &Args, notices: Notices) -> Report<'_> {
        let (question, answer) = (&self.city.question, &self.assignment);
        Report {
            place: &self.city.region.meta().name,
            walker: self.city.walker_name(),
            hazard: question.threat.map(|threat| threat.to_string()),
            within_ds: question.within.map(|within| within.0),
            goal: match args.goal {
                Wanted::Total => "total",
                Wanted::Worst => "worst",
            },
            people: answer.placed + answer.without,
            places: self.places.total(),
            placed: answer.placed,
            left_without_shelter: answer.without,
            people_x_time_ds: answer.people_x_time,
            bound_people_x_time_ds: answer.bound,
            optimal: answer.is_optimal,
            worst_ds: answer.rows.iter().map(|row| row.time.0).max(),
            mean_ds: answer.people_x_time.checked_div(u128::from(answer.placed)).map(|mean| mean as u64),
            least_worst_ds: answer.longest.map(|longest| longest.0),
            no_place_ds: answer.no_place,
            reading: reading(answer),
            prices: self.by_id(answer.prices.iter().copied()),
            loads: self.by_id(load(answer)),
            rounds: answer.rounds,
            households: self.split.as_ref().map(|split| Households {
                split_placed: split.placed,
                split_people_x_time_ds: split.people_x_time,
                left_out_more: split.placed - answer.placed,
            }),
            remarks: self.remarks(args),
            notices,
        }
    }

    /// Of shelters that people can be sent to, by id.
    fn by_id<N>(&self, numbers: impl Iterator<Item = N>) -> BTreeMap<&str, N> {
        let city = &self.city;
        let offered = move |shelter: &usize| city.offered[*shelter].is_ok() && city.joined[*shelter];
        let ids = city.region.shelters().iter().map(|shelter| &*shelter.id);
        ids.zip(numbers).enumerate().filter(|(shelter, _)| offered(shelter)).map(|(_, row)| row).collect()
    }

    fn remarks(&self, args: &Args) -> Vec<String> {
        let mut remarks = self.places.remarks.clone();
        let (people, places) = (self.everybody.people(), self.places.total());
        if people > places {
            remarks.insert(
                0,
                format!(
                    "There are {} people and {} places: at least {} cannot have one.",
                    count(people),
                    count(places),
                    count(people - places)
                ),
            );
        }
        if !self.everybody.is_counted {
            let starts = if self.city.region.doorsteps().is_empty() { "node" } else { "doorstep" };
            let each = many(u64::from(args.people_each.unwrap_or(1)), "person", "people");
            let why =
                if args.people_each.is_some() { "as asked" } else { "since this region knows of nobody" };
            remarks.push(format!("{each} counted at each {starts}, {why}."));
        }
        remarks
    }

    /// The answer as a short table.
    pub fn in_words(&self, report: &Report<'_>) -> String {
        let mut text = String::new();
        let mut line = |words: &str| {
            text += &wrap("", words, WIDTH);
            text.push('\n');
        };
        line(&format!("{}, walker {}", report.place, report.walker));
        line(&format!(
            "{} of {} have a place{}, {} have none.",
            count(report.placed),
            many(report.people, "person", "people"),
            report.within_ds.map(|within| format!(" within {}", Ds(within))).unwrap_or_default(),
            count(report.left_without_shelter)
        ));
        if let (Some(mean), Some(worst)) = (report.mean_ds, report.worst_ds) {
            line(&format!("They walk {} on average, {} at most.", Ds(mean as u32), Ds(worst)));
        }
        line(&proof(report));
        if let Some(households) = &report.households {
            line(&format!(
                "Keeping together those who start together leaves {} more without a place; split at will, the sum of all walks \
                 would be {} ds.",
                count(households.left_out_more),
                households.split_people_x_time_ds
            ));
        }
        for remark in &report.remarks {
            line(remark);
        }
        for row in self.table() {
            text += &row;
            text.push('\n');
        }
        for notice in report.notices.lines() {
            text += &wrap("", &notice, WIDTH);
            text.push('\n');
        }
        text
    }

    /// The shelters with the highest prices: where one more place helps most.
    fn table(&self) -> Vec<String> {
        let answer = &self.assignment;
        let mut rows: Vec<(u32, usize, u64)> = answer
            .prices
            .iter()
            .enumerate()
            .zip(load(answer))
            .map(|((shelter, &price), load)| (price, shelter, load))
            .filter(|&(price, shelter, load)| price > 0 && load > 0 && self.places.capacity[shelter] > 0)
            .collect();
        rows.sort_by_key(|&(price, shelter, _)| (core::cmp::Reverse(price), shelter));
        if rows.is_empty() {
            return vec!["No shelter is short of places: all prices are 0.".to_owned()];
        }
        let head = format!("{} with a price, the dearest:", many(rows.len() as u64, "shelter", "shelters"));
        let row = |&(price, shelter, load): &(u32, usize, u64)| {
            let title = self.city.shelter(shelter as u32).map_or("", |shelter| shelter.title());
            let price = if price >= answer.no_place / 2 && answer.without > 0 {
                "in place of somebody".to_owned()
            } else {
                Ds(price).to_string()
            };
            let places = count(self.places.capacity[shelter]);
            format!(
                "  {} {} of {} {}",
                left(&plain(title, 36), 36),
                right(&count(load), 7),
                left(&places, 7),
                price
            )
        };
        core::iter::once(head).chain(rows.iter().take(SHOWN).map(row)).collect()
    }
}

fn load(answer: &Assignment) -> std::vec::IntoIter<u64> {
    let mut load = vec![0; answer.prices.len()];
    for row in &answer.rows {
        load[row.shelter as usize] += u64::from(row.people);
    }
    load.into_iter()
}

fn proof(report: &Report<'_>) -> String {
    if report.optimal {
        return "Proven: nobody can place more people, nor these with less walking in all (value = bound)."
            .to_owned();
    }
    format!(
        "The sum of all walks is {} ds; proven is that with as many people placed it is no less than {} ds.",
        report.people_x_time_ds, report.bound_people_x_time_ds
    )
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
