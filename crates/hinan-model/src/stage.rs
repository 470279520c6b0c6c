//! How near a danger is, in the four steps that people are told.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

/// A stage of an alert, the mildest first, so that the larger is the sterner. Israel's four stages
/// (reference/alerting.md, 1.2) are the pattern; only `TakeCover` may sound a siren.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// The danger is over: said by somebody, never by a clock (law 7).
    Clear,
    /// Get ready: it may come within the hour.
    Prepare,
    /// It is expected within minutes: be near a shelter.
    Expect,
    /// Now.
    TakeCover,
}

impl Stage {
    /// Every stage, the mildest first.
    pub const ALL: [Stage; 4] = [Stage::Clear, Stage::Prepare, Stage::Expect, Stage::TakeCover];

    /// The name in files and on the command line: `clear`, `prepare`, `expect`, `take-cover`.
    pub const fn name(self) -> &'static str {
        match self {
            Stage::Clear => "clear",
            Stage::Prepare => "prepare",
            Stage::Expect => "expect",
            Stage::TakeCover => "take-cover",
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A word that names no stage.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a stage: use prepare, expect, take-cover or clear")]
pub struct StageError(pub String);

impl FromStr for Stage {
    type Err = StageError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let word = text.trim().to_ascii_lowercase().replace(['_', ' '], "-");
        Stage::ALL.into_iter().find(|stage| stage.name() == word).ok_or_else(|| StageError(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_reads_back_and_the_sterner_is_the_larger() {
        for stage in Stage::ALL {
            assert_eq!(stage.name().parse(), Ok(stage));
        }
        assert!(Stage::ALL.is_sorted() && Stage::TakeCover > Stage::Expect);
        assert!("later".parse::<Stage>().is_err());
    }
}
