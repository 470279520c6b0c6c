//! What to do where no shelter is in time (`safety.md`, rules 1 and 4).
//!
//! Each danger has answers of its own type, and the types of water and fire have no variant that
//! stays where one is: "stay" cannot be written down for a tsunami, a flood or a fire.

use serde::{Deserialize, Serialize};

use crate::hazard::Hazard;

/// Where somebody is who cannot reach a shelter in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Where {
    /// In a building, or at its door.
    Indoors,
    /// On a street or in the open.
    Outdoors,
}

/// The answer, by danger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "danger", content = "do")]
pub enum WhenLate {
    /// Bombs, missiles, drones, shells.
    AirRaid(Cover),
    /// Shaking.
    Earthquake(Shaking),
    /// A wave from the sea.
    Tsunami(Up),
    /// Rising water.
    Flood(Up),
    /// The sea pushed in by wind.
    StormSurge(Up),
    /// A slope that slides.
    Landslide(Aside),
    /// A large fire.
    Fire(Away),
    /// An eruption.
    Volcano(Away),
    /// Fallout.
    Radiological(Walls),
    /// Toxic gas.
    Chemical(Air),
    /// A raid with gas: a cellar would save from one and kill by the other.
    AirRaidWithChemical(AboveGas),
    /// Nobody can tell what it is.
    Untold(Careful),
}

/// From blast and splinters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cover {
    /// An inner room or a stair without windows; not the entrance floor, not the top.
    InnerRoom,
    /// Down on the ground, behind or below anything solid, hands over the head.
    LieDown,
}

/// From shaking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shaking {
    /// Down, under a table, hold on until it ends; then out by the stairs.
    DropCoverHold,
    /// Into the open, away from walls, glass and wires.
    OpenGround,
}

/// From water. Every variant goes up; none stays, none goes down or through water.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Up {
    /// To the highest floor or the roof of the building one is in.
    HighestFloor,
    /// To the nearest high ground or high solid building, as far up as it goes.
    HighGround,
}

/// From a slope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aside {
    /// An upper floor, on the side away from the slope.
    UpstairsAwayFromSlope,
    /// Sideways out of the way of the slide, not down along it.
    Sideways,
}

/// From fire and eruptions. Every variant goes on; none stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Away {
    /// Away from it, across the wind, and on.
    KeepGoing,
}

/// From fallout: as much wall and earth around as can be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Walls {
    /// The cellar or the middle of the building, windows shut, outer clothes off.
    MiddleOrCellar,
    /// Into the nearest solid building.
    IntoBuilding,
}

/// From gas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Air {
    /// Upstairs, windows shut, gaps sealed, air conditioning off; never the cellar.
    UpstairsSealed,
    /// Across the wind and up, out of the smell.
    Upwind,
}

/// From a raid with gas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AboveGas {
    /// An inner room above the ground, sealed; never the cellar.
    InnerRoomAboveGround,
    /// Into the nearest solid building, upstairs.
    IntoBuildingUpstairs,
}

/// When nobody can tell: what harms in no case that is likely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Careful {
    /// An inner room above the ground floor, away from windows, radio on; up and away if there is
    /// water, smoke or a smell.
    InnerRoomAboveGround,
    /// Into the nearest solid building.
    IntoBuilding,
}

impl WhenLate {
    /// The answer to one hazard.
    pub const fn to(hazard: Hazard, place: Where) -> WhenLate {
        let indoors = matches!(place, Where::Indoors);
        match hazard {
            Hazard::AirRaid => WhenLate::AirRaid(if indoors { Cover::InnerRoom } else { Cover::LieDown }),
            Hazard::Earthquake => {
                WhenLate::Earthquake(if indoors { Shaking::DropCoverHold } else { Shaking::OpenGround })
            }
            Hazard::Tsunami => WhenLate::Tsunami(Up::from(place)),
            Hazard::Flood => WhenLate::Flood(Up::from(place)),
            Hazard::StormSurge => WhenLate::StormSurge(Up::from(place)),
            Hazard::Landslide => {
                WhenLate::Landslide(if indoors { Aside::UpstairsAwayFromSlope } else { Aside::Sideways })
            }
            Hazard::Fire => WhenLate::Fire(Away::KeepGoing),
            Hazard::Volcano => WhenLate::Volcano(Away::KeepGoing),
            Hazard::Radiological => {
                WhenLate::Radiological(if indoors { Walls::MiddleOrCellar } else { Walls::IntoBuilding })
            }
            Hazard::Chemical => WhenLate::Chemical(if indoors { Air::UpstairsSealed } else { Air::Upwind }),
        }
    }

    /// Whether it tells people to stay on the floor where they are.
    pub const fn stays(self) -> bool {
        match self {
            WhenLate::Tsunami(up) | WhenLate::Flood(up) | WhenLate::StormSurge(up) => match up {
                Up::HighestFloor | Up::HighGround => false,
            },
            WhenLate::Fire(away) | WhenLate::Volcano(away) => match away {
                Away::KeepGoing => false,
            },
            WhenLate::Landslide(_) | WhenLate::Chemical(_) => false,
            WhenLate::AirRaid(_)
            | WhenLate::Earthquake(_)
            | WhenLate::Radiological(_)
            | WhenLate::AirRaidWithChemical(_)
            | WhenLate::Untold(_) => true,
        }
    }
}

impl Up {
    const fn from(place: Where) -> Up {
        match place {
            Where::Indoors => Up::HighestFloor,
            Where::Outdoors => Up::HighGround,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_stays_for_water_and_fire() {
        for hazard in [Hazard::Tsunami, Hazard::Flood, Hazard::StormSurge, Hazard::Fire, Hazard::Volcano] {
            for place in [Where::Indoors, Where::Outdoors] {
                let answer = WhenLate::to(hazard, place);
                assert!(!answer.stays(), "{answer:?}");
            }
        }
    }
}
