//! Opening hours and daylight at a given time.
//!
//! Lists write hours in the syntax of OpenStreetMap (`Mo-Fr 08:00-16:00; PH off`); crate
//! `opening-hours` reads it. This room has no clock: the time is passed in. What cannot be read or
//! cannot be decided is unknown, never closed and never open (design, law 4).

use core::fmt;
use core::str::FromStr;
use std::sync::Arc;

use chrono::{Datelike, NaiveDateTime, TimeDelta, Timelike};
use compact_calendar::CompactCalendar;
use hinan_model::Place;
use opening_hours::{Context, ContextHolidays, OpeningHours};
use sunrise::{Coordinates, SolarDay, SolarEvent};

/// The longest hours that are read, in bytes: what OpenStreetMap allows.
pub const LONGEST: usize = 255;

/// A day and a time of day, as clocks at the place show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalTime(NaiveDateTime);

/// Why a time could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a time: write day and time at the place, as 2026-11-22T03:00")]
pub struct LocalTimeError(pub String);

impl FromStr for LocalTime {
    type Err = LocalTimeError;

    /// Reads `2026-11-22T03:00`, with a space for the `T`, or with seconds.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FORMS: [&str; 4] =
            ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S"];
        FORMS
            .iter()
            .find_map(|form| NaiveDateTime::parse_from_str(text.trim(), form).ok())
            // The calendars behind the hours end somewhere; nobody plans for the year 9000.
            .filter(|time| (1970..=2200).contains(&time.year()))
            .map(LocalTime)
            .ok_or_else(|| LocalTimeError(text.to_owned()))
    }
}

impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%dT%H:%M"))
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

/// What `hours` say of the time `at`.
pub fn opening(hours: &str, at: LocalTime) -> Opening {
    if hours.len() > LONGEST {
        return Opening::Unreadable;
    }
    let Ok(rules) = hours.parse::<OpeningHours>() else { return Opening::Unreadable };
    let state = |context: Context| {
        // A day is enough to know one moment; it bounds what a hostile text can cost.
        let rules = rules.clone().with_context(context.approx_bound_interval_size(TimeDelta::days(1)));
        let (open, closed) = (rules.is_open(at.0), rules.is_closed(at.0));
        match (open, closed) {
            (true, _) => Opening::Open,
            (_, true) => Opening::Closed,
            _ => Opening::Unknown,
        }
    };
    let plain = state(Context::default());
    if plain == state(holiday(at)) { plain } else { Opening::Unknown }
}

/// A calendar in which the day is a public and a school holiday: which days are, hinan does not know.
fn holiday(at: LocalTime) -> Context {
    let mut days = CompactCalendar::default();
    days.insert(at.0.date());
    let days = Arc::new(days);
    Context::default().with_holidays(ContextHolidays::new(days.clone(), days))
}

/// Whether the sun is down at `place`: then people walk as at night. Clocks are taken to show the
/// time of the hour zone that the longitude lies in, which is off by an hour or so in places.
pub fn is_dark(at: LocalTime, place: Place) -> bool {
    let Some(there) = Coordinates::new(place.lat(), place.lon()) else { return false };
    let zone_hours = (place.lon() / 15.0).round() as i64;
    let utc = at.0 - TimeDelta::hours(zone_hours);
    let event = |days: i64, event| {
        let date = (at.0 + TimeDelta::days(days)).date();
        SolarDay::new(there, date).event_time(event).map(|time| time.naive_utc())
    };
    let (Some(rise), Some(set)) = (event(0, SolarEvent::Sunrise), event(0, SolarEvent::Sunset)) else {
        // The sun does not cross the horizon on that day: up in the summer of its half of the Earth.
        let northern_summer = (4..=9).contains(&at.0.month());
        return northern_summer != (place.lat() > 0.0);
    };
    utc < rise || utc >= set
}

/// The hour of the day, 0 to 23.
pub fn hour(at: LocalTime) -> u32 {
    at.0.hour()
}

#[cfg(test)]
mod tests {
    use super::*;
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

    proptest! {
        /// Lists are written by strangers.
        #[test]
        fn no_text_is_too_much(text in "[MoTuWeSaPHSH0-9:;,\\-+ /\"a-z\\[\\]|]{0,80}") {
            opening(&text, at("2026-11-23T12:00"));
        }
    }
}
