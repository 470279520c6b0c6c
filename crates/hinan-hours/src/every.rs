//! The whole syntax of hours, by crate `opening-hours`.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use compact_calendar::CompactCalendar;
use opening_hours::{Context, ContextHolidays, OpeningHours};

use crate::{LocalTime, Opening};

/// What `hours` say of the time `at`.
pub fn opening(hours: &str, at: LocalTime) -> Opening {
    let Ok(rules) = hours.parse::<OpeningHours>() else { return Opening::Unreadable };
    let Some(at) = moment(at) else { return Opening::Unknown };
    let state = |context: Context| {
        // A day is enough to know one moment; it bounds what a hostile text can cost.
        let rules = rules.clone().with_context(context.approx_bound_interval_size(TimeDelta::days(1)));
        let (open, closed) = (rules.is_open(at), rules.is_closed(at));
        match (open, closed) {
            (true, _) => Opening::Open,
            (_, true) => Opening::Closed,
            _ => Opening::Unknown,
        }
    };
    let plain = state(Context::default());
    if plain == state(holiday(at)) { plain } else { Opening::Unknown }
}

fn moment(at: LocalTime) -> Option<NaiveDateTime> {
    let day = NaiveDate::from_ymd_opt(at.day.year.into(), at.day.month.into(), at.day.day.into())?;
    day.and_hms_opt(at.seconds / 3600, at.seconds / 60 % 60, at.seconds % 60)
}

/// A calendar in which the day is a public and a school holiday: which days are, hinan does not know.
fn holiday(at: NaiveDateTime) -> Context {
    let mut days = CompactCalendar::default();
    days.insert(at.date());
    let days = Arc::new(days);
    Context::default().with_holidays(ContextHolidays::new(days.clone(), days))
}
