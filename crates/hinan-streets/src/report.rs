//! What is said about an input: its source record, its date, its checksum.

use std::fmt::Write;

use hinan_model::source::{Source, Step};
use sha2::{Digest, Sha256};

/// Complaints that are told in full, per file; the others are counted.
pub(crate) const MOST_COMPLAINTS: usize = 1_000;

/// A source of streets from OpenStreetMap, still without checksum and counts.
pub(crate) fn osm_source(name: &str, format: &str) -> Source {
    Source {
        role: "streets".to_owned(),
        file: name.to_owned(),
        format: format.to_owned(),
        licence: Some("ODbL-1.0".to_owned()),
        attribution: Some("© OpenStreetMap contributors".to_owned()),
        ..Source::default()
    }
}

/// The SHA-256 of `bytes` in lower-case hex.
pub(crate) fn sha256_of(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Seconds since 1970 as RFC 3339, for dates that a file states about itself.
pub(crate) fn date_of_seconds(seconds: i64) -> Option<String> {
    // Years 1970 to 9999: anything else is no date of a map.
    if !(1..253_402_300_800).contains(&seconds) {
        return None;
    }
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let (mut year, mut day) = (1970, days);
    let leap = |year: i64| (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    while day >= 365 + i64::from(leap(year)) {
        day -= 365 + i64::from(leap(year));
        year += 1;
    }
    let february = 28 + i64::from(leap(year));
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if day < length {
            break;
        }
        day -= length;
        month += 1;
    }
    let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
    Some(format!("{year:04}-{month:02}-{:02}T{hour:02}:{minute:02}:{second:02}Z", day + 1))
}

/// A step with what is not zero, in the order given.
pub(crate) fn step<const A: usize, const D: usize>(
    name: &str,
    added: [(&str, u64); A],
    dropped: [(&str, u64); D],
) -> Step {
    let told = |counts: &[(&str, u64)]| {
        counts.iter().filter(|(_, n)| *n > 0).map(|&(what, n)| (what.to_owned(), n)).collect()
    };
    Step { name: name.to_owned(), added: told(&added), dropped: told(&dropped) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_calendar() {
        assert_eq!(date_of_seconds(1_709_210_096).as_deref(), Some("2024-02-29T12:34:56Z"));
        assert_eq!(date_of_seconds(1_440_374_400).as_deref(), Some("2015-08-24T00:00:00Z"));
        assert_eq!(date_of_seconds(0), None);
        assert_eq!(date_of_seconds(i64::MAX), None);
    }
}
