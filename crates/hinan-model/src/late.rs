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

    /// The answer in English, one sentence or two.
    pub const fn in_words(self) -> &'static str {
        match self {
            WhenLate::AirRaid(Cover::InnerRoom) => {
                "Go inside to an inner room or a stair without windows, not on the entrance floor, not under the roof. Lie down, away from glass."
            }
            WhenLate::AirRaid(Cover::LieDown) => {
                "Get off the street into the nearest solid building; if none is a few steps away, lie down in a hollow or behind a wall and cover your head."
            }
            WhenLate::Earthquake(Shaking::DropCoverHold) => {
                "Drop, get under a table, hold on until the shaking ends. Then leave by the stairs."
            }
            WhenLate::Earthquake(Shaking::OpenGround) => {
                "Get into the open, away from walls, glass and wires."
            }
            WhenLate::Tsunami(Up::HighestFloor) => {
                "Go up now: the highest floor or the roof of the tallest solid building you can reach. Never down, never towards the sea or a river."
            }
            WhenLate::Tsunami(Up::HighGround) => {
                "Go up now: the nearest high ground or tall solid building, as far up as it goes. Never towards the sea or a river."
            }
            WhenLate::Flood(Up::HighestFloor) | WhenLate::StormSurge(Up::HighestFloor) => {
                "Go up to the highest floor. Never down to the cellar, never through moving water."
            }
            WhenLate::Flood(Up::HighGround) | WhenLate::StormSurge(Up::HighGround) => {
                "Go to high ground or up in the nearest solid building. Never into an underpass, never through moving water."
            }
            WhenLate::Landslide(Aside::UpstairsAwayFromSlope) => {
                "Go to an upper floor, to the side away from the slope."
            }
            WhenLate::Landslide(Aside::Sideways) => {
                "Move sideways out of the way of the slope, not down along it, and upwards."
            }
            WhenLate::Fire(Away::KeepGoing) => {
                "Keep going away from the fire, across the wind, to open ground or wide water. Do not go back."
            }
            WhenLate::Volcano(Away::KeepGoing) => {
                "Keep going away from the volcano and out of valleys. Cover mouth and eyes."
            }
            WhenLate::Radiological(Walls::MiddleOrCellar) => {
                "Go to the cellar or the middle of the building. Shut windows and doors, take off outer clothes."
            }
            WhenLate::Radiological(Walls::IntoBuilding) => {
                "Go into the nearest solid building, to its cellar or middle. Take off outer clothes at the door."
            }
            WhenLate::Chemical(Air::UpstairsSealed) => {
                "Go upstairs, not to the cellar. Shut and seal windows and doors, switch ventilation off."
            }
            WhenLate::Chemical(Air::Upwind) => {
                "Go across the wind and uphill, out of the smell or cloud; or upstairs in the nearest building."
            }
            WhenLate::AirRaidWithChemical(AboveGas::InnerRoomAboveGround) => {
                "Go to an inner room above the ground floor, not to the cellar. Shut and seal doors and windows."
            }
            WhenLate::AirRaidWithChemical(AboveGas::IntoBuildingUpstairs) => {
                "Go into the nearest solid building and upstairs to an inner room, not to the cellar."
            }
            WhenLate::Untold(Careful::InnerRoomAboveGround) => {
                "Go to an inner room above the ground floor, away from windows, and listen to the official word. If there is water, go up; if there is smoke or a smell, go away from it across the wind."
            }
            WhenLate::Untold(Careful::IntoBuilding) => {
                "Go into the nearest solid building, above the ground floor, away from windows, and listen to the official word. If there is water, go up; if there is smoke or a smell, go away from it across the wind."
            }
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
                let words = answer.in_words().to_lowercase();
                assert!(!words.contains("stay"), "{words}");
            }
        }
    }

    #[test]
    fn no_answer_gives_false_calm() {
        for hazard in Hazard::ALL {
            for place in [Where::Indoors, Where::Outdoors] {
                let words = WhenLate::to(hazard, place).in_words().to_lowercase();
                for banned in ["no danger", "safe", "do not worry", "calm", "wait"] {
                    assert!(!words.contains(banned), "{words}");
                }
            }
        }
    }
}
