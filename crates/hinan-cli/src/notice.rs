//! What every output must carry: whose data it is, and what must not be forgotten about it.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use hinan_model::shelter::Standing;
use hinan_region::{Meta, Region};

use crate::output::remark;
use crate::tell::{count, many};

/// The parameter of a region that was built with `--emergency`.
pub const EMERGENCY: &str = "emergency";

/// Attribution and warnings of a region.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Notices {
    /// One line a source that asks for it.
    pub attribution: Vec<String>,
    /// What a reader of the output must know.
    pub warnings: Vec<String>,
}

impl Notices {
    /// The notices of an opened region.
    pub fn of(region: &Region) -> Notices {
        let mut warnings = warnings_of(region.meta());
        let shelters = region.shelters();
        let candidates = shelters.iter().filter(|s| s.standing == Standing::Candidate).count();
        if candidates > 0 {
            warnings.push(format!(
                "{} of {} are candidates, not official shelters: nobody has declared them fit.",
                count(candidates as u64),
                many(shelters.len() as u64, "place", "places"),
            ));
        }
        if shelters.iter().any(|s| s.visibility == hinan_model::shelter::Visibility::Private) {
            warnings
                .push("Some shelters are private records of their list's owner: do not publish.".to_owned());
        }
        Notices { attribution: region.meta().attribution(), warnings }
    }

    /// Every line, as text ends with them.
    pub fn lines(&self) -> impl Iterator<Item = String> + '_ {
        let attribution = self.attribution.iter().map(|line| format!("Data: {line}"));
        self.warnings.iter().cloned().chain(attribution)
    }

    /// Says everything on standard error.
    pub fn remark(&self) {
        for line in self.lines() {
            remark(&line);
        }
    }

    /// Writes everything beside `path`, a file that has no room for it: `F.csv` gets
    /// `F.csv.attribution.txt`.
    pub fn beside(&self, path: &Path) -> Result<()> {
        let text: String = self.lines().map(|line| line + "\n").collect();
        let beside = name_beside(path);
        std::fs::write(&beside, text).with_context(|| format!("{}: cannot be written", beside.display()))
    }
}

/// The file beside `path` that says whose data it is.
pub fn name_beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".attribution.txt");
    name.into()
}

/// What must be known of a region, as far as its meta data says.
pub fn warnings_of(meta: &Meta) -> Vec<String> {
    let mut warnings = Vec::new();
    if meta.parameters.contains_key(EMERGENCY) {
        warnings.push(
            "Built with --emergency: ways lead through private yards and gates. NOT FOR PUBLICATION."
                .to_owned(),
        );
    }
    if meta.counts.shelters == 0 {
        warnings
            .push("This region has no shelters: none were given. That says nothing of the place.".to_owned());
    }
    warnings
}
