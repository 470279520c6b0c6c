//! New sites where places are counted: how many people shelters and candidates hold.

use hinan_city::everybody::MOST_IN_ONE;
use hinan_city::{City, Engine};
use hinan_model::Shelter;
use hinan_plan::assign::{Goal, Problem};
use hinan_plan::site::{Capacitated, Lists, Objective, SiteError};
use hinan_reach::Workers;
use hinan_texts::plain;

use super::{Found, Held, Survey};
use crate::answers::places::{Each, Places, Share};

/// How places are counted.
#[derive(Clone, Copy, Debug)]
pub struct Counting {
    /// How many people a new site holds, where nothing says so of itself.
    pub site_places: Option<u32>,
    /// How many a shelter is taken to hold of which nobody knows.
    pub places_each: Option<Each>,
    /// What is kept free in shelters that are there.
    pub reserve: Share,
}

/// Why places cannot be counted.
#[derive(Debug, thiserror::Error)]
pub enum CapacityError {
    /// Nobody knows how many people a candidate holds.
    #[error("nobody says how many people candidate {} would hold", plain(_0, 40))]
    Unsaid(String),
    /// A candidate's row says no number.
    #[error(
        "candidate {}: '{}' in column places is no whole number from 0 to {MOST_IN_ONE}",
        plain(id, 40),
        plain(told, 20)
    )]
    Unreadable {
        /// Of which candidate.
        id: String,
        /// What it says.
        told: String,
    },
    /// Too many are reached from too many places.
    #[error(transparent)]
    Site(#[from] SiteError),
}

/// How many people everything holds, and who reaches what is there.
pub struct Capacity {
    there: Lists,
    there_holds: Vec<u64>,
    /// Of each candidate.
    pub holds: Vec<u64>,
    /// What must be said of the places that are there.
    pub remarks: Vec<String>,
}

impl Counting {
    /// Counts the places of candidates and (unless these are to be ignored) of the shelters that are there. Remarks name those
    /// shelters only that `is_told` does. `engine` is the city's.
    ///
    /// # Errors
    /// Where nobody knows how many people a candidate holds, or too many reach too much.
    pub fn count(
        &self,
        city: &City<'_>,
        engine: &Engine,
        survey: &Survey,
        ignore_existing: bool,
        is_told: impl Fn(&Shelter) -> bool,
        workers: &impl Workers,
    ) -> Result<Capacity, CapacityError> {
        let Survey { everybody, candidates, .. } = survey;
        let holds = candidates.ids.iter().zip(&candidates.holds);
        let holds = holds.map(|(id, told)| self.holds(id, told)).collect::<Result<Vec<u64>, _>>()?;
        if ignore_existing {
            let there = Lists::new(everybody.demands.len() as u32, 0, Vec::new());
            return Ok(Capacity { there, there_holds: Vec::new(), holds, remarks: Vec::new() });
        }
        let Places { capacity: there_holds, remarks, .. } =
            Places::of(city, self.places_each, self.reserve, is_told);
        let problem = Problem {
            network: city.region.network(),
            graph: &engine.graph,
            entrances: &city.open_entrances(engine),
            capacity: &there_holds,
            demands: &everybody.demands,
            goal: Goal::Total,
            keep_together: false,
        };
        let there = Lists::of_shelters(&problem, workers)?;
        Ok(Capacity { there, there_holds, holds, remarks })
    }

    /// How many people a candidate holds, by its row or by what is asked.
    fn holds(&self, id: &str, told: &str) -> Result<u64, CapacityError> {
        if told.is_empty() {
            let places = self.site_places.ok_or_else(|| CapacityError::Unsaid(id.to_owned()))?;
            return Ok(u64::from(places));
        }
        match told.parse::<u32>() {
            Ok(places) if places <= MOST_IN_ONE => Ok(u64::from(places)),
            _ => Err(CapacityError::Unreadable { id: id.to_owned(), told: told.to_owned() }),
        }
    }
}

impl Capacity {
    /// As the answer tells it.
    pub fn held(&self) -> Held<'_> {
        Held { now: self.there_holds.iter().sum(), candidates: &self.holds, remarks: &self.remarks }
    }

    /// Chooses `new` of the survey's candidates.
    ///
    /// # Errors
    /// Where too many people reach too many candidates, or the least longest walk is wanted.
    pub fn choose(
        &self,
        survey: &Survey,
        new: u32,
        objective: Objective,
        workers: &impl Workers,
    ) -> Result<Found, SiteError> {
        let siting = Capacitated {
            people: &survey.people,
            there: &self.there,
            there_holds: &self.there_holds,
            lists: &survey.lists,
            holds: &self.holds,
            new: new as usize,
            objective,
        };
        let sites = siting.choose(workers)?;
        Ok(Found {
            curve: siting.curve(&sites.sites),
            beyond_all: siting.beyond_all(),
            sites,
            exact_by: None,
        })
    }
}
