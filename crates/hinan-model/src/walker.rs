//! Profiles of walking: how fast, up and down what, and where not at all.
//!
//! The figures are judgement on top of sources, on the slow side on purpose: a plan that promises
//! too much costs a life. Sources: FDMA manual for tsunami evacuation plans (old person alone
//! 1.1 m/s, pram 0.9, hard to move 0.8 on the flat and 0.4 on stairs; Japan, p. 38), IES and the
//! Expo 2000 study for stairs (half the speed down, a third up), Nankai WG 2012 for the night (80 %
//! of the day's speed), Tobler 1993 and DIN 33466 for slopes.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

/// A walker as regions store it: pace on a good street, on stairs, on slopes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Walker {
    /// `adult`, `older`, `child`, `wheelchair`, each also with `-night`; `given` for a network
    /// whose times came with it.
    pub name: String,
    /// Milliseconds per metre on a good level street.
    pub pace_ms_per_m: u16,
    /// Milliseconds per metre of stairs' length, upwards. 0: no stairs.
    pub stairs_up_ms_per_m: u16,
    /// The same, downwards.
    pub stairs_down_ms_per_m: u16,
    /// Factor on the pace by slope in per mille; index 0 is [`MIN_GRADE`] per cent, one entry a per
    /// cent, up to [`MAX_GRADE`]. 0: too steep, no way.
    pub slope_permille: Vec<u16>,
}

/// Steepest slope downwards that the tables tell apart, in per cent.
pub const MIN_GRADE: i8 = -40;
/// Steepest slope upwards that the tables tell apart, in per cent.
pub const MAX_GRADE: i8 = 40;
/// How many entries a slope table has.
pub const GRADES: usize = (MAX_GRADE as i32 - MIN_GRADE as i32 + 1) as usize;

/// Name of the one walker of a region whose times came with its network.
pub const GIVEN: &str = "given";

/// The walker that is assumed where nobody says otherwise: the slowest that walks without help.
pub const DEFAULT: &str = "older";

/// Who walks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A grown person in good health, in a crowd: 1.2 m/s.
    Adult,
    /// An older person, or anybody who finds walking hard: 0.8 m/s, stairs 0.4 m/s.
    Older,
    /// With a small child or a pram: 0.9 m/s, stairs 0.35 m/s.
    Child,
    /// In a wheelchair: 0.9 m/s, no stairs, at most 12 % up.
    Wheelchair,
}

/// By day or by night.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Light {
    /// Day.
    Day,
    /// Night, or a black-out: 80 % of the day's speed.
    Night,
}

impl Walker {
    /// The eight walkers of every region made from a map, in their fixed order: adult, older,
    /// child, wheelchair by day, then the same by night.
    pub fn standard() -> Vec<Walker> {
        [Light::Day, Light::Night]
            .into_iter()
            .flat_map(|light| {
                [Kind::Adult, Kind::Older, Kind::Child, Kind::Wheelchair]
                    .into_iter()
                    .map(move |kind| Walker::new(kind, light))
            })
            .collect()
    }

    /// The one walker of a network that brings its own times.
    pub fn given() -> Walker {
        Walker {
            name: GIVEN.to_owned(),
            pace_ms_per_m: 1000,
            stairs_up_ms_per_m: 1000,
            stairs_down_ms_per_m: 1000,
            slope_permille: vec![1000; GRADES],
        }
    }

    /// A standard walker.
    pub fn new(kind: Kind, light: Light) -> Walker {
        // Paces are milliseconds per metre: 833 is 1.2 m/s.
        let (name, pace, up, down) = match kind {
            Kind::Adult => ("adult", 833, 2400, 1667),
            Kind::Older => ("older", 1250, 3125, 2500),
            Kind::Child => ("child", 1111, 2857, 2222),
            Kind::Wheelchair => ("wheelchair", 1111, 0, 0),
        };
        let (suffix, quarters) = match light {
            Light::Day => ("", 4),
            Light::Night => ("-night", 5),
        };
        let slower = |pace: u16| (u32::from(pace) * quarters / 4) as u16;
        Walker {
            name: format!("{name}{suffix}"),
            pace_ms_per_m: slower(pace),
            stairs_up_ms_per_m: slower(up),
            stairs_down_ms_per_m: slower(down),
            slope_permille: (MIN_GRADE..=MAX_GRADE).map(|grade| slope_permille(kind, grade)).collect(),
        }
    }

    /// Whether this walker can use stairs at all.
    pub const fn uses_stairs(&self) -> bool {
        self.stairs_up_ms_per_m != 0
    }

    /// The factor for a slope in per cent, in per mille of the level pace; 0 where it is too steep.
    pub fn slope(&self, grade: i8) -> u16 {
        let index = (i32::from(grade.clamp(MIN_GRADE, MAX_GRADE)) - i32::from(MIN_GRADE)) as usize;
        self.slope_permille.get(index).copied().unwrap_or(1000)
    }
}

/// Slower on every slope, never faster than on the flat: a gentle way down gains nothing here.
fn slope_permille(kind: Kind, grade: i8) -> u16 {
    let slope = f64::from(grade) / 100.0;
    let factor = match kind {
        // Tobler's hiking function, relative to the flat.
        Kind::Adult => libm::exp(3.5 * ((slope + 0.05).abs() - 0.05)),
        // DIN 33466 as routing engines tabulate it: +5 % costs a third more, +10 % five sixths.
        Kind::Older | Kind::Child => {
            if grade >= 0 {
                1.0 + slope * 6.6 + slope * slope * 17.0
            } else {
                1.0 + (-slope - 0.03).max(0.0) * 4.7
            }
        }
        Kind::Wheelchair => {
            if !(-12..=12).contains(&grade) {
                return 0;
            }
            if grade >= 0 { 1.0 + slope * 10.0 } else { 1.0 + (-slope - 0.03).max(0.0) * 8.0 }
        }
    };
    libm::round(factor.max(1.0) * 1000.0) as u16
}

/// The name of a standard walker.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no walker '{asked}' in this region; it has {has}")]
pub struct UnknownWalker {
    /// The name that was asked for.
    pub asked: String,
    /// The names there are, separated by commas.
    pub has: String,
}

/// The index of the walker called `name`, or the default one where `name` is `None` (the only one
/// of a region with given times).
///
/// # Errors
/// Where no walker has that name.
pub fn find(walkers: &[Walker], name: Option<&str>) -> Result<usize, UnknownWalker> {
    let wanted = match name {
        Some(name) => name,
        None if walkers.len() == 1 => return Ok(0),
        None => DEFAULT,
    };
    walkers.iter().position(|w| w.name == wanted).ok_or_else(|| UnknownWalker {
        asked: wanted.to_owned(),
        has: walkers.iter().map(|w| w.name.as_str()).collect::<Vec<_>>().join(", "),
    })
}

impl fmt::Display for Walker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl FromStr for Kind {
    type Err = UnknownWalker;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "adult" => Ok(Kind::Adult),
            "older" => Ok(Kind::Older),
            "child" => Ok(Kind::Child),
            "wheelchair" => Ok(Kind::Wheelchair),
            _ => Err(UnknownWalker {
                asked: text.to_owned(),
                has: "adult, older, child, wheelchair".to_owned(),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_slope_makes_anybody_faster() {
        for walker in Walker::standard() {
            assert_eq!(walker.slope(0), 1000, "{walker}");
            for grade in MIN_GRADE..=MAX_GRADE {
                let factor = walker.slope(grade);
                assert!(factor == 0 || factor >= 1000, "{walker} at {grade} %: {factor}");
            }
        }
        let wheelchair = Walker::new(Kind::Wheelchair, Light::Day);
        assert_eq!(wheelchair.slope(13), 0);
        assert!(!wheelchair.uses_stairs());
    }

    #[test]
    fn night_is_slower_and_the_order_is_fixed() {
        let names: Vec<_> = Walker::standard().into_iter().map(|w| w.name).collect();
        assert_eq!(
            names,
            [
                "adult",
                "older",
                "child",
                "wheelchair",
                "adult-night",
                "older-night",
                "child-night",
                "wheelchair-night"
            ]
        );
        let day = Walker::new(Kind::Older, Light::Day);
        let night = Walker::new(Kind::Older, Light::Night);
        assert_eq!(u32::from(night.pace_ms_per_m), u32::from(day.pace_ms_per_m) * 5 / 4);
        assert_eq!(find(&Walker::standard(), None), Ok(1));
        assert!(find(&Walker::standard(), Some("goat")).is_err());
    }
}
