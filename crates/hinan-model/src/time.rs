//! Time as whole tenths of a second: exact, ordered, the same on every machine.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

/// A length of time in tenths of a second ("ds", as in the columns named `time_ds`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ds(pub u32);

impl Ds {
    /// No time at all.
    pub const ZERO: Ds = Ds(0);
    /// "Cannot be reached." Half the range, so that adding two times never wraps.
    pub const UNREACHABLE: Ds = Ds(u32::MAX / 2);
    /// The longest time that input may claim for one street or one entrance: 10 million seconds.
    pub const MAX_INPUT: Ds = Ds(100_000_000);

    /// Whether this is a real time and not [`Ds::UNREACHABLE`] or beyond.
    pub const fn is_reachable(self) -> bool {
        self.0 < Self::UNREACHABLE.0
    }

    /// The sum, or [`Ds::UNREACHABLE`] where either is unreachable or the sum is too large.
    #[must_use]
    pub const fn plus(self, other: Ds) -> Ds {
        let sum = self.0.saturating_add(other.0);
        if sum < Self::UNREACHABLE.0 { Ds(sum) } else { Self::UNREACHABLE }
    }

    /// Whole minutes, rounded up: what a person is told. Never less than the truth.
    pub const fn minutes_up(self) -> u32 {
        self.0.div_ceil(600)
    }
}

/// Why a time such as `90s` or `10min` could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a time, or too long a one: write it as 90s or 10min, at most 10,000,000 seconds")]
pub struct TimeError(pub String);

impl FromStr for Ds {
    type Err = TimeError;

    /// Reads `90s` or `10min` (whole numbers; `T` in the command line's help).
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || TimeError(text.to_owned());
        let trimmed = text.trim();
        let (digits, unit) = if let Some(digits) = trimmed.strip_suffix("min") {
            (digits, 600)
        } else if let Some(digits) = trimmed.strip_suffix('s') {
            (digits, 10)
        } else {
            return Err(wrong());
        };
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(wrong());
        }
        let number: u32 = digits.parse().ok().ok_or_else(wrong)?;
        let ds = number.checked_mul(unit).ok_or_else(wrong)?;
        if ds > Self::MAX_INPUT.0 {
            return Err(wrong());
        }
        Ok(Ds(ds))
    }
}

impl fmt::Display for Ds {
    /// `45 s` below a minute and a half, else minutes and seconds: `4 min 10 s`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.is_reachable() {
            return f.write_str("unreachable");
        }
        let seconds = self.0.div_ceil(10);
        if seconds < 90 {
            write!(f, "{seconds} s")
        } else if seconds.is_multiple_of(60) {
            write!(f, "{} min", seconds / 60)
        } else {
            write!(f, "{} min {} s", seconds / 60, seconds % 60)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_the_help_says() {
        assert_eq!("90s".parse(), Ok(Ds(900)));
        assert_eq!("10min".parse(), Ok(Ds(6000)));
        for bad in ["", "s", "10", "-1s", "1.5min", "99999999999s", "200000min", "10 m"] {
            assert!(bad.parse::<Ds>().is_err(), "{bad}");
        }
    }

    #[test]
    fn unreachable_swallows_every_sum() {
        assert_eq!(Ds::UNREACHABLE.plus(Ds(5)), Ds::UNREACHABLE);
        assert_eq!(Ds(u32::MAX / 2 - 1).plus(Ds(1)), Ds::UNREACHABLE);
        assert_eq!(Ds(2).plus(Ds(3)), Ds(5));
    }

    #[test]
    fn people_are_never_told_less_than_the_truth() {
        assert_eq!(Ds(601).minutes_up(), 2);
        assert_eq!(Ds(600).minutes_up(), 1);
        assert_eq!(Ds(2411).to_string(), "4 min 2 s");
    }
}
