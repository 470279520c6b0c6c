//! Hours as nearly every list writes them: days of the week, times, `off`.
//!
//! Rules stand one behind the other; the last that names a day rules it. Where anything else is
//! written, months or sunset or comments, nothing is said here.

use crate::{LocalTime, Opening, number};

/// Minutes of a day.
const DAY: u16 = 24 * 60;
const NAMES: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// One rule.
struct Rule {
    /// Days of the week, Monday first, as bits; none named: all.
    days: u8,
    /// Whether public or school holidays are among its days.
    holidays: bool,
    /// From and to, in minutes of the day; empty where it is closed. Over midnight where `to` is less.
    times: Vec<(u16, u16)>,
}

/// What hours say of a time; `None` where they are not plain.
pub fn opening(hours: &str, at: LocalTime) -> Option<Opening> {
    let rules: Vec<Rule> = hours.split(';').map(|rule| read(rule.trim())).collect::<Option<_>>()?;
    let is_over_midnight = |rule: &Rule| rule.times.iter().any(|(from, to)| to <= from);
    // Who rules the hours after midnight where rules differ is for the whole syntax.
    if rules.len() > 1 && rules.iter().any(is_over_midnight) {
        return None;
    }
    let (weekday, minute) = (at.day.weekday(), (at.seconds / 60) as u16);
    let is_open = |is_holiday| {
        let ruling = |weekday: u8| rules.iter().rev().find(|rule| rule.holds(weekday, is_holiday));
        let today = ruling(weekday).is_some_and(|rule| rule.is_open(minute));
        // The day before is a holiday or not as well: only a rule without holidays goes over midnight.
        let late =
            rules.iter().any(|rule| rule.days >> ((weekday + 6) % 7) & 1 == 1 && rule.is_open(minute + DAY));
        today || late
    };
    if rules.iter().any(|rule| rule.holidays && is_over_midnight(rule)) {
        return None;
    }
    Some(match (is_open(false), is_open(true)) {
        (true, true) => Opening::Open,
        (false, false) => Opening::Closed,
        _ => Opening::Unknown,
    })
}

impl Rule {
    fn holds(&self, weekday: u8, is_holiday: bool) -> bool {
        self.days >> weekday & 1 == 1 || is_holiday && self.holidays
    }

    /// `minute` counts on over midnight.
    fn is_open(&self, minute: u16) -> bool {
        self.times.iter().any(|&(from, to)| {
            let to = if to <= from { to + DAY } else { to };
            (from..to).contains(&minute)
        })
    }
}

fn read(rule: &str) -> Option<Rule> {
    if rule == "24/7" {
        return Some(Rule { days: 0x7f, holidays: false, times: vec![(0, DAY)] });
    }
    let (days, times) = match rule.split_once(' ') {
        Some((days, times)) => (Some(days), times.trim()),
        None if rule.starts_with(|first: char| first.is_ascii_uppercase()) => (Some(rule), "00:00-24:00"),
        None => (None, rule),
    };
    let (days, holidays) = match days {
        Some(days) => read_days(days)?,
        None => (0x7f, false),
    };
    let times = match times {
        "off" | "closed" => Vec::new(),
        times => times.split(',').map(read_span).collect::<Option<_>>()?,
    };
    Some(Rule { days, holidays, times })
}

fn read_days(days: &str) -> Option<(u8, bool)> {
    let (mut bits, mut holidays) = (0, false);
    let named = |name: &str| NAMES.iter().position(|known| *known == name);
    for part in days.split(',') {
        match part.split_once('-') {
            None if matches!(part, "PH" | "SH") => holidays = true,
            None => bits |= 1 << named(part)?,
            Some((from, to)) => {
                let (from, to) = (named(from)?, named(to)?);
                (0..=(to + 7 - from) % 7).for_each(|day| bits |= 1 << ((from + day) % 7));
            }
        }
    }
    Some((bits, holidays))
}

fn read_span(span: &str) -> Option<(u16, u16)> {
    let (from, to) = span.split_once('-')?;
    let (from, to) = (read_time(from)?, read_time(to)?);
    // What begins after the end of a day, or lasts no time, is written by mistake.
    (from < DAY && from != to && to <= DAY).then_some((from, to))
}

fn read_time(time: &str) -> Option<u16> {
    let (hours, minutes) = time.split_once(':')?;
    let is_whole = hours.len() == 2 && minutes.len() == 2;
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    (is_whole && hours <= 24 && minutes < 60).then_some(hours * 60 + minutes)
}
