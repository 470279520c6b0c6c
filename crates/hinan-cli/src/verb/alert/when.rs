//! Points of time on the command line, and as people read them.

use std::str::FromStr;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, Result};
use hinan_cap::Moment;
use hinan_model::Ds;

/// A point of time: absolute, or from now on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Seconds since 1970.
    At(i64),
    /// Seconds from now.
    In(i64),
}

/// Neither form of a [`When`].
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("write 2026-11-22T03:00:00+02:00 (Z for UTC), or +10min from now")]
pub struct NotAWhen;

impl FromStr for When {
    type Err = NotAWhen;

    fn from_str(text: &str) -> Result<Self, NotAWhen> {
        if let Some(later) = text.strip_prefix('+') {
            return later.parse().ok().map(|ds: Ds| When::In(seconds(ds))).ok_or(NotAWhen);
        }
        let utc = text.strip_suffix('Z').map(|local| format!("{local}-00:00"));
        let moment = Moment::parse(utc.as_deref().unwrap_or(text));
        moment.ok().map(|moment| When::At(moment.unix)).ok_or(NotAWhen)
    }
}

impl When {
    /// The second that is meant.
    pub fn unix(self, now: i64) -> i64 {
        match self {
            When::At(unix) => unix,
            When::In(seconds) => now.saturating_add(seconds),
        }
    }
}

/// Whole seconds of a time span.
pub fn seconds(span: Ds) -> i64 {
    i64::from(span.0 / 10)
}

/// What the clock of this machine shows. Alerts carry times; the rooms below have no clock.
///
/// # Errors
/// Where it shows a time before 1970.
pub fn now() -> Result<i64> {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .context("the clock of this machine is set before 1970")?;
    i64::try_from(since.as_secs()).context("the clock of this machine is set too far ahead")
}

/// A point of time as people read it: `2026-11-22 03:00:00 +02:00`.
pub fn told(unix: i64, offset_minutes: i16) -> String {
    let moment = Moment { unix, offset_minutes }.to_string();
    let (date, time) = moment.split_once('T').unwrap_or((&moment, ""));
    let (clock, offset) = time.split_at(time.len().min(8));
    let offset = if offset_minutes == 0 { "UTC" } else { offset };
    format!("{date} {clock} {offset}")
}

/// A time span as people read it: `45 s`, `10 min`, `2 h 5 min`.
pub fn span(seconds: i64) -> String {
    let seconds = seconds.max(0);
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, s) => format!("{s} s"),
        (0, min, 0) => format!("{min} min"),
        (0, min, s) => format!("{min} min {s} s"),
        (h, 0, _) => format!("{h} h"),
        (h, min, _) => format!("{h} h {min} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_both_forms() {
        let unix = |text: &str| text.parse::<When>().map(|when| when.unix(1_000)).ok();
        assert_eq!(unix("+10min"), Some(1_600));
        assert_eq!(unix("1970-01-01T02:00:05+02:00"), Some(5));
        assert_eq!(unix("1970-01-01T00:00:05Z"), Some(5));
        for wrong in ["", "+", "now", "+1", "1970-01-01", "1970-02-30T00:00:00Z"] {
            assert_eq!(unix(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn times_read_well() {
        assert_eq!(told(5, 120), "1970-01-01 02:00:05 +02:00");
        assert_eq!(told(5, 0), "1970-01-01 00:00:05 UTC");
        assert_eq!(
            [0, 61, 600, 7_200, 7_500, 7_501].map(span),
            ["0 s", "1 min 1 s", "10 min", "2 h", "2 h 5 min", "2 h 5 min"]
        );
    }
}
