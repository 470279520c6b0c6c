//! New sites where places are counted: how many people shelters and candidates hold.

use anyhow::{Result, anyhow, bail};
use hinan_city::City;
use hinan_city::everybody::MOST_IN_ONE;
use hinan_plan::assign::{Goal, Problem};
use hinan_plan::site::{Capacitated, Lists, Objective};
use hinan_server::answers::sites::{Found, Held, Survey};

use super::Ground;
use crate::city::Threads;
use crate::tell::plain;
use crate::verb::assign::places::{Each, Places, Share};

/// Whether places are counted, and how many there are.
#[derive(Debug, clap::Args)]
pub struct Counting {
    /// Places count: everybody has at most one, a shelter holds what its list says (as in `hinan assign`), a new site --site-places.
    /// Not with --objective center
    #[arg(long)]
    pub capacitated: bool,
    /// How many people a new site holds, where the candidates' file has no column places that says so
    #[arg(long, value_name = "N", requires = "capacitated", value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_IN_ONE)))]
    site_places: Option<u32>,
    /// So many places in a shelter whose list tells neither places nor area [default: none]; `hash`: invented, 50 to 500 by its id
    #[arg(long, value_name = "N|hash", requires = "capacitated")]
    places_each: Option<Each>,
    /// Share of the places of shelters that are there that is kept free for passers-by: 0.1, 10%
    #[arg(long, value_name = "SHARE", default_value = "0", requires = "capacitated")]
    reserve: Share,
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

impl Capacity {
    /// As the answer tells it.
    pub fn held(&self) -> Held<'_> {
        Held { now: self.there_holds.iter().sum(), candidates: &self.holds, remarks: &self.remarks }
    }
}

impl Counting {
    /// Counts the places, if they are to be counted.
    ///
    /// # Errors
    /// Where nobody knows how many people a candidate holds.
    pub fn count(&self, city: &City<'_>, survey: &Survey, ignore_existing: bool) -> Result<Option<Capacity>> {
        let Survey { everybody, candidates, .. } = survey;
        if !self.capacitated {
            return Ok(None);
        }
        let holds = candidates.ids.iter().zip(&candidates.holds);
        let holds = holds.map(|(id, told)| self.holds(id, told)).collect::<Result<Vec<u64>>>()?;
        if ignore_existing {
            let there = Lists::new(everybody.demands.len() as u32, 0, Vec::new());
            return Ok(Some(Capacity { there, there_holds: Vec::new(), holds, remarks: Vec::new() }));
        }
        let Places { capacity: there_holds, remarks, .. } = Places::of(city, self.places_each, self.reserve);
        let engine = city.engine(1, &Threads)?;
        let problem = Problem {
            network: city.region.network(),
            graph: &engine.graph,
            entrances: &city.open_entrances(&engine),
            capacity: &there_holds,
            demands: &everybody.demands,
            goal: Goal::Total,
            keep_together: false,
        };
        let there = Lists::of_shelters(&problem, &Threads)?;
        Ok(Some(Capacity { there, there_holds, holds, remarks }))
    }

    /// How many people a candidate holds, by its row or by what is asked.
    fn holds(&self, id: &str, told: &str) -> Result<u64> {
        let wrong = || {
            anyhow!(
                "candidate {}: '{}' in column places is no whole number from 0 to {MOST_IN_ONE}",
                plain(id, 40),
                plain(told, 20)
            )
        };
        match (told, self.site_places) {
            ("", Some(places)) => Ok(u64::from(places)),
            ("", None) => bail!(
                "--capacitated: nobody says how many people candidate {} would hold; --site-places N gives N to each that \
                 has no number in a column places",
                plain(id, 40)
            ),
            _ => match told.parse::<u32>() {
                Ok(places) if places <= MOST_IN_ONE => Ok(u64::from(places)),
                _ => Err(wrong()),
            },
        }
    }
}

impl Ground<'_> {
    /// Chooses `new` of the candidates where places are counted.
    ///
    /// # Errors
    /// Where too many people reach too many candidates, or the least longest walk is wanted.
    pub fn choose_with_places(&self, capacity: &Capacity, new: u32, objective: Objective) -> Result<Found> {
        let siting = Capacitated {
            people: &self.survey.people,
            there: &capacity.there,
            there_holds: &capacity.there_holds,
            lists: &self.survey.lists,
            holds: &capacity.holds,
            new: new as usize,
            objective,
        };
        let sites = siting.choose(&Threads)?;
        Ok(Found {
            curve: siting.curve(&sites.sites),
            beyond_all: siting.beyond_all(),
            sites,
            exact_by: None,
        })
    }
}
