//! What people take refuge from.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

/// A hazard, in the words of the design.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Hazard {
    /// Bombs, missiles, drones, shells.
    AirRaid,
    /// Shaking.
    Earthquake,
    /// A wave from the sea.
    Tsunami,
    /// Rivers, dams, rain water.
    Flood,
    /// Slopes that slide, debris flows.
    Landslide,
    /// The sea pushed in by wind.
    StormSurge,
    /// Large fires.
    Fire,
    /// Eruption, ash, gas, lava.
    Volcano,
    /// Fallout, release of radioactive matter.
    Radiological,
    /// Toxic gas or liquid.
    Chemical,
}

impl Hazard {
    /// Every hazard, in the order of the design.
    pub const ALL: [Hazard; 10] = [
        Hazard::AirRaid,
        Hazard::Earthquake,
        Hazard::Tsunami,
        Hazard::Flood,
        Hazard::Landslide,
        Hazard::StormSurge,
        Hazard::Fire,
        Hazard::Volcano,
        Hazard::Radiological,
        Hazard::Chemical,
    ];

    /// The name in files and on the command line: `air-raid`, `storm-surge`, ...
    pub const fn name(self) -> &'static str {
        match self {
            Hazard::AirRaid => "air-raid",
            Hazard::Earthquake => "earthquake",
            Hazard::Tsunami => "tsunami",
            Hazard::Flood => "flood",
            Hazard::Landslide => "landslide",
            Hazard::StormSurge => "storm-surge",
            Hazard::Fire => "fire",
            Hazard::Volcano => "volcano",
            Hazard::Radiological => "radiological",
            Hazard::Chemical => "chemical",
        }
    }
}

impl fmt::Display for Hazard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A word that names no hazard.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "'{0}' is not a hazard: use air-raid, earthquake, tsunami, flood, landslide, storm-surge, fire, volcano, radiological or chemical"
)]
pub struct HazardError(pub String);

impl FromStr for Hazard {
    type Err = HazardError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let word = text.trim().to_ascii_lowercase().replace(['_', ' '], "-");
        Hazard::ALL.into_iter().find(|h| h.name() == word).ok_or_else(|| HazardError(text.to_owned()))
    }
}

/// A set of hazards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HazardSet(u16);

impl HazardSet {
    /// No hazard.
    pub const EMPTY: HazardSet = HazardSet(0);

    /// Whether `hazard` is in the set.
    pub const fn contains(self, hazard: Hazard) -> bool {
        self.0 & (1 << hazard as u8) != 0
    }

    /// The set with `hazard` added.
    #[must_use]
    pub const fn with(self, hazard: Hazard) -> HazardSet {
        HazardSet(self.0 | (1 << hazard as u8))
    }

    /// Whether no hazard is in the set.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The hazards of the set, in the order of the design.
    pub fn iter(self) -> impl Iterator<Item = Hazard> {
        Hazard::ALL.into_iter().filter(move |&h| self.contains(h))
    }
}

impl FromIterator<Hazard> for HazardSet {
    fn from_iter<T: IntoIterator<Item = Hazard>>(hazards: T) -> Self {
        hazards.into_iter().fold(HazardSet::EMPTY, HazardSet::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hazard_reads_back_from_its_name() {
        for hazard in Hazard::ALL {
            assert_eq!(hazard.name().parse(), Ok(hazard));
            assert!(HazardSet::EMPTY.with(hazard).iter().eq([hazard]));
        }
        assert!("meteor".parse::<Hazard>().is_err());
    }
}
