//! New sites where places are counted: what is asked of them.

use anyhow::{Result, bail};
use hinan_city::City;
use hinan_city::everybody::MOST_IN_ONE;
use hinan_server::answers::places::{Each, Share};
use hinan_server::answers::sites::Survey;
use hinan_server::answers::sites::capacity::{self, Capacity, CapacityError};

use crate::city::Threads;

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

impl Counting {
    /// Counts the places, if they are to be counted.
    ///
    /// # Errors
    /// Where nobody knows how many people a candidate holds.
    pub fn count(&self, city: &City<'_>, survey: &Survey, ignore_existing: bool) -> Result<Option<Capacity>> {
        if !self.capacitated {
            return Ok(None);
        }
        let &Counting { site_places, places_each, reserve, .. } = self;
        let counting = capacity::Counting { site_places, places_each, reserve };
        let engine = city.engine(1, &Threads)?;
        match counting.count(city, &engine, survey, ignore_existing, |_| true, &Threads) {
            Ok(capacity) => Ok(Some(capacity)),
            Err(error @ CapacityError::Unsaid(_)) => bail!(
                "--capacitated: {error}; --site-places N gives N to each that has no number in a column places"
            ),
            Err(error) => Err(error.into()),
        }
    }
}
