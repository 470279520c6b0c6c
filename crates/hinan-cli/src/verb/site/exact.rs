//! Small towns solved to the end, where this program was built with HiGHS.

use anyhow::{Result, bail};
use hinan_plan::site::Objective;
use hinan_server::answers::sites::{Found, Survey};

/// Whether HiGHS goes on where hinan stops.
#[derive(Debug, clap::Args)]
pub struct Exactness {
    /// Goes on with HiGHS until no choice can be better, or the time is up; small towns only. Not with --objective center or
    /// --capacitated. Needs a hinan built with the feature `highs`
    #[arg(long)]
    exact: bool,
    /// Seconds that HiGHS may take at each question that it is asked
    #[arg(long, value_name = "N", requires = "exact", default_value = "60", value_parser = clap::value_parser!(u32).range(1..=86_400))]
    exact_seconds: u32,
}

impl Exactness {
    /// Goes on from what was found, if that is asked for.
    ///
    /// # Errors
    /// Where HiGHS fails.
    pub fn go_on(&self, survey: &Survey, new: u32, objective: Objective, found: Found) -> Result<Found> {
        if self.exact { self.solve(survey, new, objective, found) } else { Ok(found) }
    }

    /// Whether what is asked for can be done; told before anything is computed for it.
    ///
    /// # Errors
    /// Where places are counted, or the town is too large, or this program was built without HiGHS.
    pub fn check(&self, survey: &Survey, new: u32, objective: Objective, has_places: bool) -> Result<()> {
        match self.exact {
            true if has_places => bail!("--exact: where places are counted sites are not solved by HiGHS"),
            true => possible(survey, new, objective),
            false => Ok(()),
        }
    }
}

#[cfg(not(feature = "highs"))]
fn possible(_: &Survey, _: u32, _: Objective) -> Result<()> {
    bail!(
        "--exact: this hinan was built without HiGHS; `cargo build --release -p hinan-cli --features highs` builds one with it \
         (needs cmake, a C++ compiler and libclang)"
    )
}

#[cfg(not(feature = "highs"))]
impl Exactness {
    fn solve(&self, survey: &Survey, new: u32, objective: Objective, found: Found) -> Result<Found> {
        possible(survey, new, objective).map(|()| found)
    }
}

#[cfg(feature = "highs")]
mod with_highs {
    use super::{Exactness, Found, Objective, Result, Survey};
    use anyhow::Context as _;
    use hinan_plan::site::{Exact, Siting};

    pub(super) fn possible(survey: &Survey, new: u32, objective: Objective) -> Result<()> {
        siting(survey, new, objective).is_exact_possible().context("--exact")
    }

    fn siting(survey: &Survey, new: u32, objective: Objective) -> Siting<'_> {
        let Survey { lists, people, now, .. } = survey;
        Siting { people, now, lists, new: new as usize, objective }
    }

    impl Exactness {
        pub(super) fn solve(
            &self,
            survey: &Survey,
            new: u32,
            objective: Objective,
            found: Found,
        ) -> Result<Found> {
            let siting = siting(survey, new, objective);
            let by = if found.sites.is_optimal { "hinan" } else { "HiGHS" };
            let limit = Exact { seconds: f64::from(self.exact_seconds) };
            let sites = siting.exact(found.sites, limit).context("--exact")?;
            let exact_by = sites.is_optimal.then_some(by);
            Ok(Found { curve: siting.curve(&sites.sites), beyond_all: found.beyond_all, sites, exact_by })
        }
    }
}

#[cfg(feature = "highs")]
use with_highs::possible;
