//! The options that say who walks, from what, when, and how much time there is.

use std::path::PathBuf;

use anyhow::Result;
use hinan_city::{AskError, City, Question};
use hinan_hours::LocalTime;
use hinan_model::{Ds, NamedArea, Origin, Threat};
use hinan_region::Region;

use crate::failure::Usage;
use crate::forbidden;

/// What several verbs ask alike, whoever walks.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Circumstances")]
pub struct Circumstances {
    /// Time there is: 90s, 10min [default: of the zone, the city, the hazard]
    #[arg(long, value_name = "T")]
    pub within: Option<Ds>,
    /// Floors above the way out (below it where negative); lifts do not count
    #[arg(long, value_name = "N", default_value_t = 0, allow_negative_numbers = true)]
    floor: i8,
    /// Time until the first step
    #[arg(long, value_name = "T", default_value = "30s")]
    delay: Ds,
    /// Time to wait at the shelter's door
    #[arg(long, value_name = "T", default_value = "0s")]
    queue: Ds,
    /// Ground that nobody may walk on (polygons in GeoJSON, GeoPackage), besides what the region has
    #[arg(long, value_name = "FILE", num_args = 1..)]
    forbidden: Vec<PathBuf>,
}

/// One question's own: a verb that answers several asks for several of these.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Circumstances")]
pub struct Case {
    /// What people flee from: air-raid, earthquake, tsunami, flood, landslide, storm-surge, fire, volcano, radiological, chemical;
    /// several at once as earthquake+tsunami; `untold` if nobody can tell
    #[arg(long, value_name = "HAZARD")]
    pub hazard: Option<Threat>,
    /// Who walks: adult, older (default), child, wheelchair, each also with -night
    #[arg(long)]
    pub walker: Option<String>,
    /// Day and time at the place: what is closed then is not offered, and in the dark people walk as at night (2026-11-22T03:00)
    #[arg(long, value_name = "TIME")]
    pub at: Option<LocalTime>,
}

impl Circumstances {
    /// Reads the files of forbidden ground.
    ///
    /// # Errors
    /// Where one cannot be used, or not all of it.
    pub fn forbidden(&self, region: &Region) -> Result<Vec<NamedArea>> {
        let mut areas = Vec::new();
        for path in &self.forbidden {
            areas.extend(forbidden::read(path, region.meta().bounds)?.areas);
        }
        Ok(areas)
    }

    /// The question of one case.
    pub fn question(&self, case: &Case, forbidden: &[NamedArea]) -> Question {
        Question {
            threat: case.hazard,
            walker: case.walker.clone(),
            within: self.within,
            at: case.at,
            origin: Origin { floor: self.floor, delay: self.delay },
            queue: self.queue,
            forbidden: forbidden.to_vec(),
            ..Question::default()
        }
    }

    /// The options as they are typed; those that say what is assumed anyway are left out.
    pub fn words(&self) -> Vec<String> {
        let seconds = |time: Ds| format!("{}s", time.0 / 10);
        let mut words = Vec::new();
        let mut say = |option: &str, value: String| words.extend([option.to_owned(), value]);
        if let Some(within) = self.within {
            say("--within", seconds(within));
        }
        if self.floor != 0 {
            say("--floor", self.floor.to_string());
        }
        if self.delay != Origin::DEFAULT.delay {
            say("--delay", seconds(self.delay));
        }
        if self.queue != Ds(0) {
            say("--queue", seconds(self.queue));
        }
        for path in &self.forbidden {
            say("--forbidden", path.display().to_string());
        }
        words
    }

    /// The one question of a verb that answers one.
    ///
    /// # Errors
    /// Where a file cannot be used or the region has no such walker.
    pub fn ask<'r>(&self, case: &Case, region: &'r Region) -> Result<City<'r>> {
        ask(region, self.question(case, &self.forbidden(region)?))
    }
}

impl Case {
    /// The options as they are typed.
    pub fn words(&self) -> Vec<String> {
        let options = [
            ("--hazard", self.hazard.map(|hazard| hazard.to_string())),
            ("--walker", self.walker.clone()),
            ("--at", self.at.map(|at| at.to_string())),
        ];
        let given = options.into_iter().filter_map(|(option, value)| Some([option.to_owned(), value?]));
        given.flatten().collect()
    }
}

/// A region and a question, or the walkers that it has.
///
/// # Errors
/// Where the region has no such walker.
pub fn ask(region: &Region, question: Question) -> Result<City<'_>> {
    City::ask(region, question).map_err(|error| match error {
        AskError::Walker(_) => Usage::because(error.to_string()),
        AskError::NoPlaces => error.into(),
    })
}
