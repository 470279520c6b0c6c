//! What is told of an assignment, as data and in words.

use hinan_model::Ds;
use hinan_server::answers::assign::{Assigned, Households, loads, too_few, who_counts};

use super::mix::OfKind;
use super::{Args, Solved};
use crate::notice::Notices;
use crate::plans::WIDTH;
use crate::tell::{count, left, many, plain, right, wrap};

/// How many shelters the table in words shows.
const SHOWN: usize = 10;

/// The answer as data.
#[derive(serde::Serialize)]
pub struct Report<'a> {
    #[serde(flatten)]
    assigned: Assigned<'a>,
    /// What became of each kind of walkers, where there are several.
    #[serde(skip_serializing_if = "<[OfKind]>::is_empty")]
    mix: &'a [OfKind],
    #[serde(flatten)]
    notices: Notices,
}

impl Solved<'_> {
    /// The answer as data.
    pub fn report(&self, args: &Args, notices: Notices) -> Report<'_> {
        let answer = &self.assignment;
        let households = self.split.as_ref().map(|split| Households {
            split_placed: split.placed,
            split_people_x_time_ds: split.people_x_time,
            left_out_more: split.placed - answer.placed,
        });
        let (places, remarks) = (self.places.total(), self.remarks(args));
        let assigned = Assigned::of(&self.city, args.goal.into(), places, answer, |_| true, remarks);
        let walker = if self.kinds.is_empty() { assigned.walker } else { "mix" };
        Report { assigned: Assigned { households, walker, ..assigned }, mix: &self.kinds, notices }
    }

    fn remarks(&self, args: &Args) -> Vec<String> {
        let too_few = too_few(self.everybody.people(), self.places.total());
        let who_counts = who_counts(&self.city, &self.everybody, args.people_each);
        too_few.into_iter().chain(self.places.remarks.iter().cloned()).chain(who_counts).collect()
    }

    /// The answer as a short table.
    pub fn in_words(&self, report: &Report<'_>) -> String {
        let (told, mut text) = (&report.assigned, String::new());
        let mut line = |words: &str| {
            text += &wrap("", words, WIDTH);
            text.push('\n');
        };
        line(&format!("{}, walker {}", told.place, told.walker));
        line(&format!(
            "{} of {} have a place{}, {} have none.",
            count(told.placed),
            many(told.people, "person", "people"),
            told.within_ds.map(|within| format!(" within {}", Ds(within))).unwrap_or_default(),
            count(told.left_without_shelter)
        ));
        if let (Some(mean), Some(worst)) = (told.mean_ds, told.worst_ds) {
            line(&format!("They walk {} on average, {} at most.", Ds(mean as u32), Ds(worst)));
        }
        for kind in report.mix {
            line(&format!(
                "{}: {} of {} have a place{}.",
                kind.walker,
                count(kind.placed),
                count(kind.people),
                kind.mean_ds.map(|mean| format!(", {} on average", Ds(mean as u32))).unwrap_or_default()
            ));
        }
        line(&proof(told));
        if let Some(households) = &told.households {
            line(&format!(
                "Keeping together those who start together leaves {} more without a place; split at will, the sum of all walks \
                 would be {} ds.",
                count(households.left_out_more),
                households.split_people_x_time_ds
            ));
        }
        for remark in &told.remarks {
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
            .zip(loads(answer))
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

fn proof(told: &Assigned<'_>) -> String {
    if told.optimal {
        return "Proven: nobody can place more people, nor these with less walking in all (value = bound)."
            .to_owned();
    }
    format!(
        "The sum of all walks is {} ds; proven is that with as many people placed it is no less than {} ds.",
        told.people_x_time_ds, told.bound_people_x_time_ds
    )
}
