//! One cell of text as a value. Every failure is the first half of a sentence: what is wrong; the
//! caller adds what became of the row.

use hinan_model::shelter::{Access, Answer, Standing, Status, Visibility};
use hinan_model::{Ds, Hazard, HazardSet, Place};

use crate::report::quoted;

/// Blanks that people put between thousands.
const THOUSANDS: [char; 5] = [' ', '\u{a0}', '\u{202f}', '\u{2009}', '\''];

/// A whole number: `400`, `1 200`, `400.0`.
pub(crate) fn whole(text: &str) -> Result<u32, String> {
    let wrong = || format!("{} is not a whole number from 0 to {}", quoted(text), u32::MAX);
    let number = match text.split_once('.') {
        Some((number, zeros)) if !zeros.is_empty() && zeros.bytes().all(|b| b == b'0') => number,
        Some(_) => return Err(wrong()),
        None => text,
    };
    let mut groups = number.split(THOUSANDS);
    let first = groups.next().unwrap_or_default();
    let mut digits = first.to_owned();
    for group in groups {
        if first.len() > 3 || group.len() != 3 {
            return Err(wrong());
        }
        digits.push_str(group);
    }
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(wrong());
    }
    digits.parse().ok().ok_or_else(wrong)
}

/// A start cost in tenths of a second.
pub(crate) fn start(text: &str) -> Result<Ds, String> {
    let ds = Ds(whole(text)?);
    if ds > Ds::MAX_INPUT {
        return Err(format!("{} is longer than {} tenths of a second", quoted(text), Ds::MAX_INPUT.0));
    }
    Ok(ds)
}

/// A place from a latitude and a longitude in degrees, inside of `bounds` (south, west, north, east)
/// where a list has them.
pub(crate) fn place(lat: &str, lon: &str, bounds: Option<[f64; 4]>) -> Result<Place, String> {
    let (lat, lon) = (degrees("latitude", lat)?, degrees("longitude", lon)?);
    let Some(place) = Place::from_degrees(lat, lon) else {
        return Err(if Place::from_degrees(lon, lat).is_some() {
            format!("latitude {lat} is not on Earth; latitude and longitude look swapped")
        } else if lat.abs() > 360.0 || lon.abs() > 360.0 {
            format!("latitude {lat}, longitude {lon} is not in degrees (perhaps metres of a national grid)")
        } else {
            format!("latitude {lat}, longitude {lon} is not on Earth")
        });
    };
    if place == (Place { lat_e7: 0, lon_e7: 0 }) {
        return Err("latitude 0, longitude 0 is in the Atlantic: a position that somebody left blank".into());
    }
    if let Some([south, west, north, east]) = bounds {
        let within = |lat, lon| (south..=north).contains(&lat) && (west..=east).contains(&lon);
        if !within(lat, lon) {
            let swapped = if within(lon, lat) { "; latitude and longitude look swapped" } else { "" };
            return Err(format!(
                "latitude {lat}, longitude {lon} is outside of what this list covers{swapped}"
            ));
        }
    }
    Ok(place)
}

fn degrees(which: &str, text: &str) -> Result<f64, String> {
    let number: Option<f64> = text.parse().ok().filter(|number: &f64| number.is_finite());
    number.ok_or_else(|| {
        let point = if text.contains(',') { " (write decimals with a point)" } else { "" };
        format!("{which} {} is not a number{point}", quoted(text))
    })
}

/// Hazards separated by `;` (or `,`), and the words among them that name none.
pub(crate) fn hazards(text: &str) -> (HazardSet, Vec<String>) {
    let words = text.split([';', ',']).map(str::trim).filter(|word| !word.is_empty());
    let mut unknown = Vec::new();
    let mut set = HazardSet::EMPTY;
    for word in words {
        match word.parse::<Hazard>() {
            Ok(hazard) => set = set.with(hazard),
            Err(error) if unknown.len() < 3 => unknown.push(quoted(&error.0)),
            Err(_) => {}
        }
    }
    (set, unknown)
}

/// A word out of a table, without regard to case.
fn word<T: Copy>(text: &str, words: &[(&str, T)]) -> Result<T, String> {
    words.iter().find(|(word, _)| text.eq_ignore_ascii_case(word)).map(|(_, value)| *value).ok_or_else(|| {
        let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        format!("{} is none of {}", quoted(text), known.join(", "))
    })
}

pub(crate) fn answer(text: &str) -> Result<Answer, String> {
    word(text, &[("yes", Answer::Yes), ("no", Answer::No), ("true", Answer::Yes), ("false", Answer::No)])
}

pub(crate) fn access(text: &str) -> Result<Access, String> {
    word(text, &[("public", Access::Public), ("private", Access::Private), ("key", Access::Key)])
}

pub(crate) fn status(text: &str) -> Result<Status, String> {
    let words = [
        ("open", Status::Open),
        ("closed", Status::Closed),
        ("defunct", Status::Defunct),
        ("full", Status::Full),
    ];
    word(text, &words)
}

pub(crate) fn visibility(text: &str) -> Result<Visibility, String> {
    word(text, &[("public", Visibility::Public), ("private", Visibility::Private)])
}

pub(crate) fn standing(text: &str) -> Result<Standing, String> {
    let words = [Standing::Official, Standing::Mapped, Standing::Candidate].map(|s| (s.name(), s));
    word(text, &words)
}

/// A day as `YYYY-MM-DD`; the time of day of an RFC 3339 date-time is cut off.
pub(crate) fn day(text: &str) -> Result<String, String> {
    let wrong = || format!("{} is not a date written YYYY-MM-DD", quoted(text));
    let day = text.split(['T', 't', ' ']).next().unwrap_or_default();
    let parts: Vec<&str> = day.split('-').collect();
    let [year, month, date] = parts.as_slice() else { return Err(wrong()) };
    let number = |text: &str, length: usize| {
        let digits = text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.parse::<u32>().ok()).flatten().ok_or_else(wrong)
    };
    let (year, month, date) = (number(year, 4)?, number(month, 2)?, number(date, 2)?);
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return Err(wrong()),
    };
    if (1..=last).contains(&date) { Ok(day.to_owned()) } else { Err(wrong()) }
}

/// Text that people read: no outer blanks, on one line, without control characters.
pub(crate) fn line(text: &str) -> String {
    let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    clean.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_come_in_many_coats() {
        for (text, number) in
            [("0", 0), ("400", 400), ("400.0", 400), ("1 200", 1200), ("1\u{a0}200\u{202f}000", 1_200_000)]
        {
            assert_eq!(whole(text), Ok(number), "{text}");
        }
        let wrong =
            ["", "-1", "1,200", "1 20", "12 34", "4.5", "4.", "1200 000", "4294967296", "16人", "+3", "1e3"];
        for text in wrong {
            assert!(whole(text).is_err(), "{text}");
        }
    }

    #[test]
    fn days_are_days_of_the_calendar() {
        assert_eq!(day("2024-02-29"), Ok("2024-02-29".to_owned()));
        assert_eq!(day("2024-02-29T12:00:00+09:00"), Ok("2024-02-29".to_owned()));
        for text in ["2023-02-29", "2024-13-01", "2024-1-1", "24-01-01", "01.02.2024", "", "2024-04-31"] {
            assert!(day(text).is_err(), "{text}");
        }
    }

    #[test]
    fn places_that_cannot_be_are_told_apart() {
        let reason = |lat, lon| place(lat, lon, Some([57.0, -10.0, 81.5, 34.0])).unwrap_err();
        assert!(reason("10.7", "59.9").contains("swapped"));
        assert!(reason("0", "0.00").contains("left blank"));
        assert!(reason("-91", "200").contains("not on Earth"));
        assert!(reason("6652000", "262000").contains("metres"));
        assert!(reason("59,9", "10").contains("with a point"));
        assert!(reason("NaN", "10").contains("not a number"));
        assert!(reason("48.1", "11.5").contains("outside"));
        assert!(place("59.9", "10.7", Some([57.0, -10.0, 81.5, 34.0])).is_ok());
    }
}
