//! How many people are in time.

use hinan_model::Ds;
use serde::Serialize;

use crate::fate::{ByFate, Doorstep, Fate};

/// Bands of total time: eight of three minutes, what takes longer, and those for whom no time is
/// known. The bands are those of the Japanese escape-map workshops (nigechizu), which colour a
/// street every 3 minutes up to 24.
pub const BANDS: usize = 10;

/// One band of total time.
pub const BAND: Ds = Ds(1800);

/// One step of the curve.
pub const STEP: Ds = Ds(100);

/// Most steps of a curve: six hours.
pub const MOST_STEPS: usize = 2160;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counted {
    /// People.
    People,
    /// Doorsteps, each as one, because nobody knows where people are.
    Doorsteps,
}

/// People, by what becomes of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// People (or doorsteps: [`Coverage::counted`]) by fate.
    pub people: ByFate<u64>,
    /// Doorsteps by fate, whether people live there or not.
    pub doorsteps: ByFate<u64>,
    /// People by total time: up to 3, 6, ... 24 minutes, beyond, and no time known.
    pub bands: [u64; BANDS],
    /// The total time within which half of those who reach anything are there; of an even number
    /// the lower of the middle two. `None` where nobody reaches anything.
    pub median_ds: Option<Ds>,
    /// The longest total time of those who reach anything.
    pub worst_ds: Option<Ds>,
}

/// People of a region, by what becomes of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// What is counted: people, or doorsteps where no people are known.
    pub counted: Counted,
    /// Everybody.
    pub all: Tally,
    /// The same for each district, in the order of their numbers.
    pub districts: Vec<Tally>,
    /// The same for those who live in no district.
    pub outside: Tally,
    /// How many people need at most 0, 10, 20, ... seconds in all (plan 0, walks, in time or not):
    /// up to the worst, at most six hours.
    pub curve: Vec<u64>,
}

impl Tally {
    /// Everybody.
    pub fn total(&self) -> u64 {
        self.people.0.iter().sum()
    }

    /// Those who are in a shelter in time.
    pub fn in_time(&self) -> u64 {
        self.sum(Fate::is_in_time)
    }

    /// Those for whom a shelter and a time are known, in time or not.
    pub fn with_time(&self) -> u64 {
        self.sum(Fate::has_time)
    }

    fn sum(&self, which: impl Fn(Fate) -> bool) -> u64 {
        self.people.iter().filter(|(fate, _)| which(*fate)).map(|(_, people)| people).sum()
    }

    fn add(&mut self, doorstep: &Doorstep, fate: Fate, people: u64) {
        self.people[fate] += people;
        self.doorsteps[fate] += 1;
        self.bands[band(doorstep, fate)] += people;
    }

    /// Sets median and worst from (total, people) of those who reach anything, sorted.
    fn measure(&mut self, totals: &[(Ds, u64)]) {
        let inhabited = || totals.iter().filter(|(_, people)| *people > 0);
        let half = totals.iter().map(|(_, people)| people).sum::<u64>().div_ceil(2);
        let mut so_far = 0;
        self.worst_ds = inhabited().next_back().map(|(total, _)| *total);
        self.median_ds = inhabited()
            .find(|(_, people)| {
                so_far += people;
                so_far >= half
            })
            .map(|(total, _)| *total);
    }
}

impl Coverage {
    /// Counts `doorsteps`, for `districts` districts. Where nobody lives at any doorstep, as in a
    /// region without people, doorsteps count as one each. A doorstep whose district has no such
    /// number counts as outside of all.
    pub fn of(doorsteps: &[Doorstep], districts: u32) -> Coverage {
        let counted = if doorsteps.iter().any(|doorstep| doorstep.people > 0) {
            Counted::People
        } else {
            Counted::Doorsteps
        };
        let count = districts as usize;
        // One tally a district, and the last for those outside.
        let mut tallies = vec![Tally::default(); count + 1];
        let mut totals: Vec<(u32, Ds, u64)> = Vec::with_capacity(doorsteps.len());
        for doorstep in doorsteps {
            let people = match counted {
                Counted::People => u64::from(doorstep.people),
                Counted::Doorsteps => 1,
            };
            let district = doorstep.district.unwrap_or(districts).min(districts);
            let fate = doorstep.fate();
            tallies[district as usize].add(doorstep, fate, people);
            if fate.has_time() {
                totals.push((district, doorstep.total(), people));
            }
        }
        totals.sort_unstable();
        for district in totals.chunk_by(|a, b| a.0 == b.0) {
            let of_district: Vec<(Ds, u64)> =
                district.iter().map(|&(_, total, people)| (total, people)).collect();
            tallies[district[0].0 as usize].measure(&of_district);
        }
        let mut totals: Vec<(Ds, u64)> =
            totals.into_iter().map(|(_, total, people)| (total, people)).collect();
        totals.sort_unstable();
        let mut all = Tally::default();
        for tally in &tallies {
            all.join(tally);
        }
        all.measure(&totals);
        let outside = tallies.pop().unwrap_or_default();
        Coverage { counted, all, districts: tallies, outside, curve: curve(&totals) }
    }
}

impl Tally {
    /// Adds up counts; median and worst stay.
    fn join(&mut self, other: &Tally) {
        for fate in Fate::ALL {
            self.people[fate] += other.people[fate];
            self.doorsteps[fate] += other.doorsteps[fate];
        }
        for (band, more) in self.bands.iter_mut().zip(other.bands) {
            *band += more;
        }
    }
}

/// The band of somebody's total time. A whole multiple of three minutes is still in the band that it
/// ends, as "within 3 minutes" says.
pub fn band(doorstep: &Doorstep, fate: Fate) -> usize {
    if !fate.has_time() {
        return BANDS - 1;
    }
    let number = doorstep.total().0.div_ceil(BAND.0).saturating_sub(1) as usize;
    number.min(BANDS - 2)
}

/// How many need at most 0, 1, 2, ... steps, from (total, people), sorted.
fn curve(totals: &[(Ds, u64)]) -> Vec<u64> {
    let Some(worst) = totals.iter().rev().find(|(_, people)| *people > 0) else { return Vec::new() };
    let last = (worst.0.0.div_ceil(STEP.0) as usize).min(MOST_STEPS);
    let mut at = 0;
    let mut so_far = 0;
    (0..=last as u32)
        .map(|step| {
            while at < totals.len() && totals[at].0.0 <= step * STEP.0 {
                so_far += totals[at].1;
                at += 1;
            }
            so_far
        })
        .collect()
}
