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
    let (lat, lon) = pair(lat, lon)?;
    place_of(lat, lon, bounds)
}

/// As [`place`], of numbers.
pub(crate) fn place_of(lat: f64, lon: f64, bounds: Option<[f64; 4]>) -> Result<Place, String> {
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
    if let Some(bounds) = bounds.filter(|bounds| !within(*bounds, (lat, lon))) {
        let swapped = if within(bounds, (lon, lat)) { "; latitude and longitude look swapped" } else { "" };
        return Err(format!("latitude {lat}, longitude {lon} is outside of what this list covers{swapped}"));
    }
    Ok(place)
}

/// Whether a latitude and a longitude lie within bounds of south, west, north, east.
pub(crate) fn within([south, west, north, east]: [f64; 4], (lat, lon): (f64, f64)) -> bool {
    (south..=north).contains(&lat) && (west..=east).contains(&lon)
}

/// The numbers of a latitude and a longitude, or of what stands in their columns.
pub(crate) fn pair(lat: &str, lon: &str) -> Result<(f64, f64), String> {
    Ok((degrees("latitude", lat)?, degrees("longitude", lon)?))
}

/// The two halves of `24.2018, 120.6153`, where both are numbers.
pub(crate) fn two_numbers(text: &str) -> Option<(String, String)> {
    let (lat, lon) = text.trim().split_once([',', ';', ' '])?;
    let number = |text: &str| {
        let text = text.trim().trim_start_matches(',').trim();
        text.parse::<f64>().is_ok().then(|| text.to_owned())
    };
    Some((number(lat)?, number(lon)?))
}

fn degrees(which: &str, text: &str) -> Result<f64, String> {
    let number: Option<f64> = text.parse().ok().filter(|number: &f64| number.is_finite());
    number.ok_or_else(|| {
        let point = if text.contains(',') { " (write decimals with a point)" } else { "" };
        format!("{which} {} is not a number{point}", quoted(text))
    })
}

/// Full-width digits as plain ones.
fn plain_digits(text: &str) -> String {
    let plain = |c: char| match c {
        '\u{FF10}'..='\u{FF19}' => char::from_u32(c as u32 - 0xFF10 + u32::from(b'0')).unwrap_or(c),
        '\u{FF0C}' => ',',
        c => c,
    };
    text.chars().map(plain).collect()
}

/// Marks that stand for nothing in a cell.
pub(crate) fn is_dash(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FF0D}' | 'ー'))
}

/// A head count inside of text, see [`crate::mapping::Field::CapacityAfter`], and whether the text
/// says more than that number.
pub(crate) fn count_after(text: &str, words: &[&str]) -> Result<(u32, bool), String> {
    let text = plain_digits(text);
    let mut none = None;
    for word in words {
        let Some(at) = text.find(word) else { continue };
        let Some((number, rest)) = leading_count(text[at + word.len()..].trim_start()) else { continue };
        let rest = rest.trim_start();
        // A bare number counts people only where nothing else is counted: not `2.0㎡あたり1人`.
        let people = ["人", "名", "명", "осіб"].into_iter().find_map(|unit| rest.strip_prefix(unit));
        if word.is_empty() && people.is_none() && !(rest.is_empty() || rest.starts_with(['(', '（', '+'])) {
            continue;
        }
        let says_more = !word.is_empty() || !people.unwrap_or(rest).trim().is_empty();
        if number > 0 {
            return Ok((number, says_more));
        }
        none = none.or(Some((number, says_more)));
    }
    none.ok_or_else(|| format!("{} holds no number of people where one should be", quoted(text.trim())))
}

/// The whole number that a text begins with (`1,371`, `66.0`), and what follows it.
fn leading_count(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let number = number.trim_end_matches([',', '.']);
    let (whole, zeros) = number.split_once('.').unwrap_or((number, ""));
    if zeros.bytes().any(|b| b != b'0') {
        return None;
    }
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = groups.clone().next().is_none() || first.len() <= 3;
    if first.is_empty() || !grouped || groups.any(|group| group.len() != 3) {
        return None;
    }
    Some((whole.replace(',', "").parse().ok()?, rest))
}

/// The whole square metres of an area that may have decimals.
pub(crate) fn area(text: &str) -> Result<u32, String> {
    let number: Option<f64> = text.parse().ok().filter(|area| (0.0..4e9).contains(area));
    number.map(|area| area as u32).ok_or_else(|| format!("{} is not an area in square metres", quoted(text)))
}

/// Whether the floors that a shelter is on lie below the ground: `1.0`, `B01B02`; `0` says that none
/// does.
pub(crate) fn floors_below(text: &str) -> Result<Answer, String> {
    let mut digits = text.bytes().filter(u8::is_ascii_digit);
    match digits.clone().next() {
        None => Err(format!("{} names no floor", quoted(text))),
        Some(_) if digits.any(|digit| digit != b'0') => Ok(Answer::Yes),
        Some(_) => Ok(Answer::No),
    }
}

/// A flag: whether it is raised.
pub(crate) fn flag(text: &str) -> Result<bool, String> {
    const RAISED: [&str; 7] = ["1", "1.0", "yes", "true", "○", "〇", "◯"];
    const DOWN: [&str; 4] = ["0", "0.0", "no", "false"];
    let is = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    match () {
        () if is(&RAISED) => Ok(true),
        () if is(&DOWN) || is_dash(text) => Ok(false),
        () => Err(format!("{} is neither 1 nor blank", quoted(text))),
    }
}

/// A day written day first, `06/03/2026`, with or without a time behind it.
pub(crate) fn day_first(text: &str) -> Result<String, String> {
    let wrong = || format!("{} is not a date written DD/MM/YYYY", quoted(text));
    let parts: Vec<&str> = text.split(' ').next().unwrap_or_default().split('/').collect();
    let [date, month, year] = parts.as_slice() else { return Err(wrong()) };
    day(&format!("{year}-{month}-{date}")).ok().ok_or_else(wrong)
}

/// A day of the Reiwa era, `令和6年1月11日午後6時`, without its time and without what stands before it.
/// Reiwa 1 is 2019.
pub(crate) fn day_reiwa(text: &str) -> Result<String, String> {
    let wrong = || format!("{} is not a date of the Reiwa era", quoted(text));
    let text = plain_digits(text);
    let part = |text: &str, end: &str| {
        let (number, rest) = text.split_once(end)?;
        let number: u32 = if number == "元" { 1 } else { number.parse().ok()? };
        Some((number, rest.to_owned()))
    };
    let era = text.split_once("令和").map(|(_, text)| text);
    let (year, rest) = era.and_then(|text| part(text, "年")).ok_or_else(wrong)?;
    let (month, rest) = part(&rest, "月").ok_or_else(wrong)?;
    let (date, _) = part(&rest, "日").ok_or_else(wrong)?;
    let year = year.saturating_add(2018);
    day(&format!("{year:04}-{month:02}-{date:02}")).ok().ok_or_else(wrong)
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
    fn heads_are_counted_inside_of_text() {
        let jp = ["屋内", "屋外", ""];
        for (text, expected) in [
            ("16人", (16, false)),
            ("66.0", (66, false)),
            ("1,234", (1234, false)),
            ("１００人", (100, false)),
            ("100人2.0㎡あたり1人", (100, true)),
            ("屋内1,371人／屋外5,470人（面積の1/2）", (1371, true)),
            ("屋内0人／屋外9,700人(面積の1/2)", (9700, true)),
            ("屋内0人／屋外0人", (0, true)),
            ("250（2㎡/人）", (250, true)),
        ] {
            assert_eq!(count_after(text, &jp), Ok(expected), "{text}");
        }
        let ua = ["Місткість понад", "Місткість"];
        assert_eq!(count_after("Світло. Місткість понад 200 +", &ua), Ok((200, true)));
        assert_eq!(count_after("Позначка +.Місткість 50+", &ua), Ok((50, true)));
        for text in ["2.0㎡あたり1人", "約100人", "12,34", "1234,567", "-5", "4.5", "3階", "", "99999999999"]
        {
            assert!(count_after(text, &jp).is_err(), "{text}");
        }
    }

    #[test]
    fn dates_of_other_orders_and_eras() {
        assert_eq!(day_first("06/03/2026 23:43:11"), Ok("2026-03-06".to_owned()));
        assert_eq!(day_reiwa("令和6年1月11日午後6時"), Ok("2024-01-11".to_owned()));
        assert_eq!(day_reiwa("令和元年5月1日"), Ok("2019-05-01".to_owned()));
        assert_eq!(day_reiwa("人数_令和6年1月9日午後6時時点"), Ok("2024-01-09".to_owned()));
        for text in ["2026/03/06", "31/02/2026", "06-03-2026", "令和6年1月11日", ""] {
            assert!(day_first(text).is_err(), "{text}");
        }
        for text in ["令和6年13月1日", "平成6年1月1日", "令和6年", "令和4294967295年1月1日", ""]
        {
            assert!(day_reiwa(text).is_err(), "{text}");
        }
    }

    #[test]
    fn floors_and_flags_and_areas() {
        for (text, answer) in
            [("1.0", Answer::Yes), ("B01B02", Answer::Yes), ("0.0", Answer::No), ("10", Answer::Yes)]
        {
            assert_eq!(floors_below(text), Ok(answer), "{text}");
        }
        assert!(floors_below("地下").is_err());
        assert_eq!((flag("1.0"), flag("－"), flag("○")), (Ok(true), Ok(false), Ok(true)));
        assert!(flag("2").is_err() && flag("×").is_err());
        assert_eq!((area("11.4"), area("150")), (Ok(11), Ok(150)));
        assert!(area("-1").is_err() && area("NaN").is_err() && area("1e300").is_err());
        assert_eq!(two_numbers("24.2, 120.6"), Some(("24.2".to_owned(), "120.6".to_owned())));
        assert_eq!((two_numbers("24.2"), two_numbers("a,b")), (None, None));
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
