//! Opening hours and daylight at a given time.
//!
//! Lists write hours in the syntax of OpenStreetMap (`Mo-Fr 08:00-16:00; PH off`). Plain ones are read
//! here, the same on servers and phones; for the rest of the syntax there is crate `opening-hours`, which
//! is larger than all else that a phone needs. This room has no clock: the time is passed in. What cannot be
//! read or cannot be decided is unknown, never closed and never open (design, law 4).

mod day;
#[cfg(feature = "all-hours")]
mod every;
mod plain;
mod sun;

use core::fmt;
use core::str::FromStr;

use day::Day;

pub use sun::is_dark;

/// The longest hours that are read, in bytes: what OpenStreetMap allows.
pub const LONGEST: usize = 255;

/// A day and a time of day, as clocks at the place show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalTime {
    day: Day,
    /// Since midnight.
    seconds: u32,
}

/// Why a time could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a time: write day and time at the place, as 2026-11-22T03:00")]
pub struct LocalTimeError(pub String);

impl FromStr for LocalTime {
    type Err = LocalTimeError;

    /// Reads `2026-11-22T03:00`, with a space for the `T`, or with seconds.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read(text.trim()).ok_or_else(|| LocalTimeError(text.to_owned()))
    }
}

fn read(text: &str) -> Option<LocalTime> {
    let (date, time) = text.split_once(['T', ' '])?;
    let mut date = date.splitn(3, '-').map(number);
    let day = Day::new(date.next()??, date.next()??, date.next()??)?;
    let mut time = time.splitn(3, ':').map(number);
    let (hour, minute, second) = (time.next()??, time.next()??, time.next().unwrap_or(Some(0))?);
    // The calendars behind the hours end somewhere; nobody plans for the year 9000.
    let is_time = hour < 24 && minute < 60 && second < 60 && (1970..=2200).contains(&day.year);
    is_time.then(|| LocalTime {
        day,
        seconds: u32::from(hour) * 3600 + u32::from(minute) * 60 + u32::from(second),
    })
}

/// Digits only: no sign, no spaces.
fn number(digits: &str) -> Option<u16> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| is_number)
}

impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Day { year, month, day } = self.day;
        let minutes = self.seconds / 60;
        write!(f, "{year:04}-{month:02}-{day:02}T{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

/// What hours come to at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Opening {
    /// Open.
    Open,
    /// Closed.
    Closed,
    /// The hours themselves say that it is not known, or it depends on whether the day is a holiday.
    Unknown,
    /// The text is no opening hours.
    Unreadable,
}

/// What `hours` say of the time `at`. Plain hours are read here; what else the syntax has is read by
/// crate `opening-hours`, and is [`Opening::Unreadable`] without the feature `all-hours`, as on phones.
pub fn opening(hours: &str, at: LocalTime) -> Opening {
    if hours.len() > LONGEST {
        return Opening::Unreadable;
    }
    if let Some(opening) = plain::opening(hours, at) {
        return opening;
    }
    #[cfg(feature = "all-hours")]
    return every::opening(hours, at);
    #[cfg(not(feature = "all-hours"))]
    Opening::Unreadable
}

/// The hour of the day, 0 to 23.
pub fn hour(at: LocalTime) -> u32 {
    at.seconds / 3600
}

#[cfg(test)]
mod tests {
    use super::*;
    use hinan_model::Place;
    use proptest::prelude::*;

    fn at(text: &str) -> LocalTime {
        text.parse().unwrap()
    }

    #[test]
    fn times_are_read_as_clocks_show_them() {
        assert_eq!(at("2026-11-22T03:00").to_string(), "2026-11-22T03:00");
        assert_eq!(at("2026-11-22 03:00"), at("2026-11-22T03:00:00"));
        for wrong in ["", "03:00", "2026-11-22", "2026-13-01T00:00", "9999-01-01T00:00", "2026-11-22T24:30"] {
            assert!(wrong.parse::<LocalTime>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn hours_are_judged_by_the_minute() {
        // 2026-11-23 is a Monday.
        for (hours, time, expected) in [
            ("24/7", "2026-11-23T03:00", Opening::Open),
            ("Mo-Fr 08:00-16:00", "2026-11-23T07:59", Opening::Closed),
            ("Mo-Fr 08:00-16:00", "2026-11-23T08:00", Opening::Open),
            ("Mo-Fr 08:00-16:00", "2026-11-22T12:00", Opening::Closed),
            ("Mo-Su 20:00-06:00", "2026-11-23T03:00", Opening::Open),
            ("off", "2026-11-23T03:00", Opening::Closed),
            ("Mo-Fr 08:00-16:00; PH off", "2026-11-23T12:00", Opening::Unknown),
            ("Mo-Fr 08:00-16:00; PH off", "2026-11-23T20:00", Opening::Closed),
            ("Mo-Fr 08:00-16:00 unknown", "2026-11-23T12:00", Opening::Unknown),
            ("ask the caretaker", "2026-11-23T12:00", Opening::Unreadable),
            ("", "2026-11-23T12:00", Opening::Unreadable),
        ] {
            assert_eq!(opening(hours, at(time)), expected, "{hours} at {time}");
        }
        assert_eq!(opening(&"Mo 08:00-09:00; ".repeat(40), at("2026-11-23T08:30")), Opening::Unreadable);
    }

    #[test]
    fn the_sun_is_where_the_almanac_has_it() {
        let place = |lat, lon| Place::from_degrees(lat, lon).unwrap();
        for (time, lat, lon, dark) in [
            // Oslo, 22 November: about half past eight to half past three.
            ("2026-11-22T08:00", 59.91, 10.75, true),
            ("2026-11-22T09:00", 59.91, 10.75, false),
            ("2026-11-22T15:15", 59.91, 10.75, false),
            ("2026-11-22T16:00", 59.91, 10.75, true),
            ("2026-06-21T01:00", 69.65, 18.96, false),
            ("2026-12-21T12:00", 69.65, 18.96, true),
            ("2026-12-21T12:00", -30.03, -51.2, false),
            ("2026-12-21T23:00", -30.03, -51.2, true),
            ("2026-03-20T12:00", 35.66, 139.7, false),
        ] {
            assert_eq!(is_dark(at(time), place(lat, lon)), dark, "{time} at {lat},{lon}");
        }
    }

    /// Plain hours, and texts that nearly are.
    #[cfg(feature = "all-hours")]
    fn nearly_plain() -> impl Strategy<Value = String> {
        let days =
            "((Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)(-(Mo|Tu|We|Th|Fr|Sa|Su))?)(,(Mo|We|Fr|Su|PH)(-(Tu|Sa|Su))?)?";
        let times = "[0-2][0-9]:[0-5]0-[0-2][0-9]:[0-5]0(,[01][0-9]:00-[12][0-9]:30)?";
        let rule = format!("(({days} )?({times}|off|closed)|24/7|{days})");
        proptest::string::string_regex(&format!("{rule}(; ?{rule})?(; ?{rule})?")).unwrap()
    }

    proptest! {
        /// What is read here is read as the crate reads it.
        #[cfg(feature = "all-hours")]
        #[test]
        fn plain_hours_are_what_the_whole_syntax_makes_of_them(
            hours in nearly_plain(), day in 1_u16..29, minute in 0_u32..1440,
        ) {
            let at = LocalTime { day: Day::new(2026, 11, day).unwrap(), seconds: minute * 60 };
            if let Some(opening) = plain::opening(&hours, at) {
                prop_assert_eq!(opening, every::opening(&hours, at), "{} at {}", hours, at);
            }
        }

        /// Lists are written by strangers.
        #[test]
        fn no_text_is_too_much(text in "[MoTuWeSaPHSH0-9:;,\\-+ /\"a-z\\[\\]|]{0,80}") {
            opening(&text, at("2026-11-23T12:00"));
        }
    }
}
