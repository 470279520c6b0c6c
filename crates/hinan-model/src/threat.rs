//! What people flee from, and which shelters may be offered against it (`safety.md`, rule 4).

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::hazard::{Hazard, HazardError, HazardSet};
use crate::late::{AboveGas, Careful, WhenLate, Where};
use crate::shelter::{Answer, Shelter};
use crate::time::Ds;

/// One hazard, several at once, or nobody can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Threat {
    /// These hazards; never none.
    Known(HazardSet),
    /// "I cannot tell": something is wrong, nobody knows what.
    Untold,
}

/// Why a shelter is not offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotOffered {
    /// Its list says that it is not good for this hazard.
    BadFor(Hazard),
    /// It lies below the ground, and water comes.
    Underground(Hazard),
    /// Its list does not say whether it is good for this hazard, which kills those who err.
    NotStated(Hazard),
    /// Its list names hazards that it is good for, and this one is not among them.
    ListedForOthers(Hazard),
    /// Nobody knows what the danger is.
    Untold,
    /// It is for those who live, learn or work there.
    Private,
    /// Wheels do not get in, and the person is on wheels.
    NoWheelchairs,
    /// Its list calls it closed, full or out of use.
    Unusable,
    /// It is closed at that hour.
    ClosedAtThatHour,
    /// It stands on forbidden ground.
    Forbidden,
}

impl Hazard {
    /// Whether a place that is not fit for this hazard kills those who gather in it, so that only
    /// places that a list calls fit are offered: water, slopes, fire, ash and gas.
    pub const fn must_be_stated(self) -> bool {
        match self {
            Hazard::Tsunami
            | Hazard::Flood
            | Hazard::Landslide
            | Hazard::StormSurge
            | Hazard::Fire
            | Hazard::Volcano
            | Hazard::Chemical => true,
            Hazard::AirRaid | Hazard::Earthquake | Hazard::Radiological => false,
        }
    }

    /// Whether it fills what lies below the ground.
    pub const fn fills_cellars(self) -> bool {
        matches!(self, Hazard::Tsunami | Hazard::Flood | Hazard::StormSurge)
    }
}

impl Threat {
    /// The threat of one hazard.
    pub const fn of(hazard: Hazard) -> Threat {
        Threat::Known(HazardSet::EMPTY.with(hazard))
    }

    /// The hazards; none where nobody can tell.
    pub fn hazards(self) -> impl Iterator<Item = Hazard> {
        let set = match self {
            Threat::Known(set) => set,
            Threat::Untold => HazardSet::EMPTY,
        };
        set.iter()
    }

    /// Whether `shelter` may be offered, as far as its nature goes, and if not, why not.
    ///
    /// Every hazard of the threat can forbid a shelter: it is bad for it, or lies below the ground
    /// where water comes, even if a list says otherwise. Where an unfit place kills
    /// ([`Hazard::must_be_stated`]), the list must say that it is fit. For the other hazards a list
    /// that says nothing of hazards is believed to list shelters, and one that names other hazards
    /// only is not: a park against earthquakes is none against bombs. Several hazards ask together
    /// for all that each asks for alone, with two written exceptions: after an earthquake with a
    /// tsunami to come, what is stated good for the tsunami need not be stated for shaking; in a
    /// raid with gas, what is stated good for gas need not be stated for bombs.
    ///
    /// # Errors
    /// The reason why it is not offered.
    pub fn offers(self, shelter: &Shelter) -> Result<(), NotOffered> {
        let Threat::Known(hazards) = self else { return Err(NotOffered::Untold) };
        let is_listed = |hazard| shelter.good_for.contains(hazard);
        let excused = |hazard| match hazard {
            Hazard::Earthquake => hazards.contains(Hazard::Tsunami),
            Hazard::AirRaid => hazards.contains(Hazard::Chemical),
            _ => false,
        };
        for hazard in hazards.iter() {
            if shelter.bad_for.contains(hazard) {
                return Err(NotOffered::BadFor(hazard));
            }
            if hazard.fills_cellars() && shelter.underground == Answer::Yes {
                return Err(NotOffered::Underground(hazard));
            }
            if hazard.must_be_stated() && !is_listed(hazard) {
                return Err(NotOffered::NotStated(hazard));
            }
        }
        let not_meant = |&hazard: &Hazard| !is_listed(hazard) && !excused(hazard);
        match hazards.iter().find(not_meant).filter(|_| !shelter.good_for.is_empty()) {
            Some(hazard) => Err(NotOffered::ListedForOthers(hazard)),
            None => Ok(()),
        }
    }

    /// What to do where no shelter is in time. Of several hazards the one that kills first rules:
    /// water, then fire, slopes and ash, then gas, then the rest.
    pub fn when_late(self, place: Where) -> WhenLate {
        const STERNEST_FIRST: [Hazard; 10] = [
            Hazard::Tsunami,
            Hazard::Flood,
            Hazard::StormSurge,
            Hazard::Fire,
            Hazard::Landslide,
            Hazard::Volcano,
            Hazard::Chemical,
            Hazard::AirRaid,
            Hazard::Radiological,
            Hazard::Earthquake,
        ];
        let indoors = place == Where::Indoors;
        let Threat::Known(hazards) = self else {
            return WhenLate::Untold(if indoors {
                Careful::InnerRoomAboveGround
            } else {
                Careful::IntoBuilding
            });
        };
        match STERNEST_FIRST.into_iter().find(|&hazard| hazards.contains(hazard)) {
            Some(Hazard::Chemical) if hazards.contains(Hazard::AirRaid) => {
                WhenLate::AirRaidWithChemical(if indoors {
                    AboveGas::InnerRoomAboveGround
                } else {
                    AboveGas::IntoBuildingUpstairs
                })
            }
            Some(hazard) => WhenLate::to(hazard, place),
            None => Threat::Untold.when_late(place),
        }
    }

    /// What to do once inside a shelter, where being inside is not enough: water is left behind only
    /// on the highest floor.
    pub fn on_arrival(self) -> Option<WhenLate> {
        match self.when_late(Where::Indoors) {
            up @ (WhenLate::Tsunami(_) | WhenLate::Flood(_) | WhenLate::StormSurge(_)) => Some(up),
            _ => None,
        }
    }

    /// The time that is assumed between warning and impact: the least of the hazards'; where nobody
    /// can tell, the least of all.
    pub fn assumed_budget(self) -> Ds {
        let least = |hazards: &mut dyn Iterator<Item = Hazard>| hazards.map(Hazard::assumed_budget).min();
        least(&mut self.hazards()).or_else(|| least(&mut Hazard::ALL.into_iter())).unwrap_or_default()
    }
}

impl fmt::Display for Threat {
    /// `air-raid`, `earthquake+tsunami`, `untold`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Threat::Untold {
            return f.write_str("untold");
        }
        for (index, hazard) in self.hazards().enumerate() {
            if index > 0 {
                f.write_str("+")?;
            }
            f.write_str(hazard.name())?;
        }
        Ok(())
    }
}

impl FromStr for Threat {
    type Err = HazardError;

    /// Reads `air-raid`, `earthquake+tsunami`, `untold`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if matches!(text.trim(), "untold" | "unknown") {
            return Ok(Threat::Untold);
        }
        text.split('+').map(str::parse).collect::<Result<HazardSet, _>>().map(Threat::Known)
    }
}

impl NotOffered {
    /// The reason in English, for columns of files; people read it from `hinan-texts`.
    pub fn in_words(self) -> String {
        match self {
            NotOffered::BadFor(hazard) => format!("its list says it is not good for {hazard}"),
            NotOffered::Underground(hazard) => format!("it lies below the ground ({hazard})"),
            NotOffered::NotStated(hazard) => format!("no list says that it is good for {hazard}"),
            NotOffered::ListedForOthers(hazard) => {
                format!("it is listed for other hazards, not for {hazard}")
            }
            NotOffered::Private => "only for those who live, learn or work there".to_owned(),
            NotOffered::NoWheelchairs => "wheelchairs cannot get in".to_owned(),
            NotOffered::Untold => "nobody can tell what the danger is".to_owned(),
            NotOffered::Unusable => "closed, full or out of use".to_owned(),
            NotOffered::ClosedAtThatHour => "closed at that hour".to_owned(),
            NotOffered::Forbidden => "it stands on forbidden ground".to_owned(),
        }
    }
}

/// Whether the building that somebody starts from is a shelter itself: plan 0 (`safety.md`, rule 3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inside {
    /// A shelter that is offered is in this building.
    Known,
    /// The building may have a shelter, a cellar or an inner stair of its own; nobody told hinan.
    #[default]
    Unknown,
    /// There is no building: a street, a park, a bridge.
    None,
}

impl Inside {
    /// The name in files: `known`, `unknown`, `none`.
    pub const fn name(self) -> &'static str {
        match self {
            Inside::Known => "known",
            Inside::Unknown => "unknown",
            Inside::None => "none",
        }
    }

    /// Where that puts a person who stays.
    pub const fn place(self) -> Where {
        match self {
            Inside::Known | Inside::Unknown => Where::Indoors,
            Inside::None => Where::Outdoors,
        }
    }
}

/// The word is none of `known`, `unknown`, `none`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is none of known, unknown, none")]
pub struct InsideError(pub String);

impl FromStr for Inside {
    type Err = InsideError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        [Inside::Known, Inside::Unknown, Inside::None]
            .into_iter()
            .find(|inside| inside.name() == text.trim())
            .ok_or_else(|| InsideError(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn threats() -> impl Strategy<Value = Threat> {
        proptest::collection::vec(0..Hazard::ALL.len(), 1..4)
            .prop_map(|picked| Threat::Known(picked.into_iter().map(|i| Hazard::ALL[i]).collect()))
    }

    fn hazard_sets() -> impl Strategy<Value = HazardSet> {
        proptest::collection::vec(0..Hazard::ALL.len(), 0..5)
            .prop_map(|picked| picked.into_iter().map(|i| Hazard::ALL[i]).collect())
    }

    fn shelters() -> impl Strategy<Value = Shelter> {
        let answer = prop_oneof![Just(Answer::Yes), Just(Answer::No), Just(Answer::Unknown)];
        (hazard_sets(), hazard_sets(), answer).prop_map(|(good_for, bad_for, underground)| Shelter {
            good_for,
            bad_for,
            underground,
            ..Shelter::new("x", Vec::new())
        })
    }

    proptest! {
        /// Rule 4: good for this hazard, or not offered.
        #[test]
        fn what_is_offered_is_fit_as_far_as_is_known(threat in threats(), shelter in shelters()) {
            // Several hazards never ask for less than each of them does alone, but for the two
            // written pairs.
            let pair = |a: Hazard, b: Hazard| threat.hazards().any(|h| h == a) && threat.hazards().any(|h| h == b);
            let is_written = pair(Hazard::Earthquake, Hazard::Tsunami) || pair(Hazard::AirRaid, Hazard::Chemical);
            if threat.offers(&shelter).is_ok() && !is_written {
                for hazard in threat.hazards() {
                    prop_assert_eq!(Threat::of(hazard).offers(&shelter), Ok(()));
                }
            }
            if threat.offers(&shelter).is_ok() {
                for hazard in threat.hazards() {
                    prop_assert_ne!(shelter.suits(hazard), Answer::No);
                    if hazard.must_be_stated() {
                        prop_assert_eq!(shelter.suits(hazard), Answer::Yes);
                    }
                    if hazard.fills_cellars() {
                        prop_assert_ne!(shelter.underground, Answer::Yes);
                    }
                }
            }
            prop_assert_eq!(Threat::Untold.offers(&shelter), Err(NotOffered::Untold));
        }

        /// Rule 1: with water or fire in the threat, nobody is told to stay, whatever else comes.
        #[test]
        fn water_and_fire_are_never_sat_out(threat in threats(), indoors in any::<bool>()) {
            let place = if indoors { Where::Indoors } else { Where::Outdoors };
            let late = threat.when_late(place);
            let moves = |h: Hazard| h.fills_cellars() || matches!(h, Hazard::Fire | Hazard::Volcano);
            if threat.hazards().any(moves) {
                prop_assert!(!late.stays(), "{threat}: {late:?}");
            }
        }

        /// Unknown is the sternest: one more hazard never leaves more time.
        #[test]
        fn more_hazards_never_leave_more_time(threat in threats()) {
            prop_assert!(Threat::Untold.assumed_budget() <= threat.assumed_budget());
            for hazard in threat.hazards() {
                prop_assert!(threat.assumed_budget() <= hazard.assumed_budget());
            }
        }

        #[test]
        fn threats_read_back_from_their_names(threat in threats()) {
            prop_assert_eq!(threat.to_string().parse(), Ok(threat));
        }
    }

    #[test]
    fn the_written_rules_for_pairs() {
        let after_the_quake: Threat = "earthquake+tsunami".parse().unwrap();
        let mut school = Shelter::new("school", Vec::new());
        school.good_for = HazardSet::EMPTY.with(Hazard::Earthquake);
        assert_eq!(after_the_quake.offers(&school), Err(NotOffered::NotStated(Hazard::Tsunami)));
        let mut tower = Shelter::new("tower", Vec::new());
        tower.good_for = HazardSet::EMPTY.with(Hazard::Tsunami);
        assert_eq!(after_the_quake.offers(&tower), Ok(()));
        assert_eq!(
            Threat::of(Hazard::AirRaid).offers(&tower),
            Err(NotOffered::ListedForOthers(Hazard::AirRaid))
        );
        let gas: Threat = "air-raid+chemical".parse().unwrap();
        let mut cellar = Shelter::new("cellar", Vec::new());
        cellar.underground = Answer::Yes;
        assert_eq!(Threat::of(Hazard::AirRaid).offers(&cellar), Ok(()));
        assert_eq!(gas.offers(&cellar), Err(NotOffered::NotStated(Hazard::Chemical)));
        cellar.good_for = [Hazard::AirRaid, Hazard::Chemical, Hazard::Flood].into_iter().collect();
        assert_eq!(gas.offers(&cellar), Ok(()), "a cellar with filters");
        assert_eq!(
            Threat::of(Hazard::Flood).offers(&cellar),
            Err(NotOffered::Underground(Hazard::Flood)),
            "whatever its list says"
        );
        let late = gas.when_late(Where::Indoors);
        assert!(matches!(late, WhenLate::AirRaidWithChemical(_)));
        assert!(matches!(after_the_quake.when_late(Where::Indoors), WhenLate::Tsunami(_)));
    }
}
