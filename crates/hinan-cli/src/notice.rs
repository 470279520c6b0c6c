//! What every output must carry: whose data it is, and what must not be forgotten about it.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use hinan_city::route::{warnings, warnings_of_meta};
use hinan_model::Wording as _;
use hinan_region::{Meta, Region};
use hinan_texts::{Language, Texts};

use crate::output::remark;

pub use hinan_city::route::EMERGENCY;

/// Attribution and warnings of a region.
#[derive(Clone, serde::Serialize)]
pub struct Notices {
    /// One line a source that asks for it.
    pub attribution: Vec<String>,
    /// What a reader of the output must know.
    pub warnings: Vec<String>,
    /// The language that they are told in.
    #[serde(skip)]
    pub texts: &'static Texts,
}

impl Notices {
    /// The notices of an opened region, in English.
    pub fn of(region: &Region) -> Notices {
        Notices::told(region, Texts::of(Language::English))
    }

    /// The notices of an opened region.
    pub fn told(region: &Region, texts: &'static Texts) -> Notices {
        let warnings = warnings(region).iter().map(|warning| texts.warning(warning)).collect();
        Notices { attribution: region.meta().attribution(), warnings, texts }
    }

    /// The same, as answers in JSON and layers carry them.
    pub fn said(&self) -> hinan_server::answers::Notices {
        let (attribution, warnings) = (self.attribution.clone(), self.warnings.clone());
        hinan_server::answers::Notices { attribution, warnings }
    }

    /// Every line, as text ends with them.
    pub fn lines(&self) -> impl Iterator<Item = String> + '_ {
        lines(&self.warnings, &self.attribution, self.texts)
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

/// Every line of the notices of an answer, in English.
pub fn lines_of(said: &hinan_server::answers::Notices) -> impl Iterator<Item = String> + '_ {
    lines(&said.warnings, &said.attribution, Texts::of(Language::English))
}

fn lines<'a>(
    warnings: &'a [String],
    attribution: &'a [String],
    texts: &'static Texts,
) -> impl Iterator<Item = String> + 'a {
    let data = |line: &String| texts.get("notice-data", &[("credit", line.as_str().into())]);
    warnings.iter().cloned().chain(attribution.iter().map(data))
}

/// The file beside `path` that says whose data it is.
pub fn name_beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".attribution.txt");
    name.into()
}

/// What must be known of a region, as far as its meta data says, in English.
pub fn warnings_of(meta: &Meta) -> Vec<String> {
    let texts = Texts::of(Language::English);
    warnings_of_meta(meta).iter().map(|warning| texts.warning(warning)).collect()
}
