//! A point of time as CAP writes it.

use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use crate::code::Code;

/// A second of time and the offset it was written with. Two moments are the same where the bytes
/// would be; ask [`Moment::cmp_time`] for which is earlier. `+00:00` is read as `-00:00`, which is
/// how CAP writes UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    /// Seconds since 1970-01-01 in UTC.
    pub unix: i64,
    /// Minutes that the written clock is ahead of UTC, -14 to 14 hours.
    pub offset_minutes: i16,
}

/// A moment as the clock on the wall shows it, where it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Wall {
    /// 1 to 9999 where the moment was read.
    pub year: i64,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: u8,
}

/// Not a point of time in the form of CAP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date of the form YYYY-MM-DDThh:mm:ss±hh:mm")]
pub struct NotAMoment;

/// Seconds of a day.
const DAY: i64 = 86_400;
/// The furthest that a clock is from UTC, in minutes (XML Schema, 3.2.7.3).
const MAX_OFFSET: i16 = 14 * 60;

impl Moment {
    /// A moment in UTC.
    pub const fn utc(unix: i64) -> Moment {
        Moment { unix, offset_minutes: 0 }
    }

    /// Which of two comes first, whatever clocks they were written by.
    pub fn cmp_time(&self, other: &Moment) -> Ordering {
        self.unix.cmp(&other.unix)
    }

    /// The moment as the clock showed it where it was written.
    pub fn wall(&self) -> Wall {
        let local = self.unix.saturating_add(i64::from(self.offset_minutes) * 60);
        let (year, month, day) = date_of(local.div_euclid(DAY));
        let second = local.rem_euclid(DAY) as u32;
        Wall {
            year,
            month,
            day,
            hour: (second / 3600) as u8,
            minute: (second / 60 % 60) as u8,
            second: (second % 60) as u8,
        }
    }

    /// Reads `YYYY-MM-DDThh:mm:ss±hh:mm` to the letter: no `Z`, no fraction, no hour 24, years 0001
    /// to 9999, offsets up to 14 hours.
    ///
    /// # Errors
    /// Where the text is anything else, or a day that no calendar has.
    pub fn parse(text: &str) -> Result<Moment, NotAMoment> {
        let bytes = text.as_bytes();
        if bytes.len() != 25 || bytes[10] != b'T' {
            return Err(NotAMoment);
        }
        let (clock, offset) = bytes.split_at(19);
        let local = local_seconds(clock).ok_or(NotAMoment)?;
        let offset = offset_minutes(offset).ok_or(NotAMoment)?;
        Ok(Moment::from_local(local, offset))
    }

    /// Reads also what CAP forbids and the world writes, and says which of it there was: `Z`,
    /// fractions of a second (left out), white space around, and other forms of ISO 8601 (a space or
    /// `t` for `T`, no seconds, offsets without a colon or minutes). A date without an offset stays
    /// unread: nobody knows which second it is.
    pub(crate) fn parse_loosely(text: &str) -> Option<(Moment, Vec<Code>)> {
        let mut odd = Vec::new();
        let trimmed = crate::scalar::trim(text);
        if trimmed.len() != text.len() {
            odd.push(Code::WhiteSpace);
        }
        let bytes = trimmed.as_bytes();
        let has_odd_form = |odd: &mut Vec<Code>| {
            if !odd.contains(&Code::DateForm) {
                odd.push(Code::DateForm);
            }
        };
        let date = bytes.get(..10)?;
        if bytes.get(10)? != &b'T' {
            has_odd_form(&mut odd);
        }
        if !matches!(bytes[10], b'T' | b't' | b' ') {
            return None;
        }
        let time = bytes.get(11..)?;
        let (clock, rest) = match time.get(5) {
            Some(b':') => (time.get(..8)?.to_vec(), time.get(8..)?),
            _ => {
                has_odd_form(&mut odd);
                ([time.get(..5)?, b":00"].concat(), time.get(5..)?)
            }
        };
        let digits = rest.iter().skip(1).take_while(|byte| byte.is_ascii_digit()).count();
        let rest = match rest.first() {
            Some(b'.' | b',') if digits > 0 => {
                odd.push(Code::DateFraction);
                &rest[1 + digits..]
            }
            _ => rest,
        };
        let local = local_seconds(&[date, b"T", &clock].concat())?;
        let offset = match rest {
            [b'Z'] => {
                odd.push(Code::DateZulu);
                0
            }
            [b'z'] => {
                odd.push(Code::DateZulu);
                has_odd_form(&mut odd);
                0
            }
            [sign, h, g, m, n] => {
                has_odd_form(&mut odd);
                offset_minutes(&[*sign, *h, *g, b':', *m, *n])?
            }
            [sign, h, g] => {
                has_odd_form(&mut odd);
                offset_minutes(&[*sign, *h, *g, b':', b'0', b'0'])?
            }
            _ => offset_minutes(rest)?,
        };
        Some((Moment::from_local(local, offset), odd))
    }

    /// Reads the date of an RSS item (RFC 822, as RFC 2822 narrows it):
    /// `Thu, 15 Mar 2012 22:18:00 -0400`, with the zones `GMT`, `UT`, `UTC` and `Z` by name.
    pub(crate) fn parse_mail_date(text: &str) -> Option<Moment> {
        const MONTHS: [&str; 12] =
            ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
        let text = text.split_once(',').map_or(text, |(_, after)| after);
        let mut words = text.split_ascii_whitespace();
        let day: u8 = words.next()?.parse().ok()?;
        let name = words.next()?.to_ascii_lowercase();
        let month = 1 + MONTHS.iter().position(|month| *month == name)?;
        let year: u16 = words.next()?.parse().ok()?;
        let time = words.next()?;
        let time = if time.len() == 5 { format!("{time}:00") } else { time.to_owned() };
        let offset = match words.next()? {
            "GMT" | "UT" | "UTC" | "Z" => 0,
            zone => match zone.as_bytes() {
                [sign, h, g, m, n] => offset_minutes(&[*sign, *h, *g, b':', *m, *n])?,
                _ => return None,
            },
        };
        let local = local_seconds(format!("{year:04}-{month:02}-{day:02}T{time}").as_bytes())?;
        Some(Moment::from_local(local, offset))
    }

    fn from_local(local: i64, offset_minutes: i16) -> Moment {
        Moment { unix: local - i64::from(offset_minutes) * 60, offset_minutes }
    }
}

impl FromStr for Moment {
    type Err = NotAMoment;

    /// As [`Moment::parse`].
    fn from_str(text: &str) -> Result<Moment, NotAMoment> {
        Moment::parse(text)
    }
}

impl fmt::Display for Moment {
    /// `2026-03-01T12:00:00+02:00`; UTC as `-00:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Wall { year, month, day, hour, minute, second } = self.wall();
        let sign = if self.offset_minutes > 0 { '+' } else { '-' };
        let offset = self.offset_minutes.unsigned_abs();
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")?;
        write!(f, "{sign}{:02}:{:02}", offset / 60, offset % 60)
    }
}

/// Seconds from 1970-01-01T00:00:00 to `YYYY-MM-DDThh:mm:ss` on the same clock.
fn local_seconds(bytes: &[u8]) -> Option<i64> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', h1, h2, b':', n1, n2, b':', s1, s2] = bytes
    else {
        return None;
    };
    let year = i64::from(two(y1, y2)?) * 100 + i64::from(two(y3, y4)?);
    let (month, day) = (two(m1, m2)?, two(d1, d2)?);
    let (hour, minute, second) = (two(h1, h2)?, two(n1, n2)?, two(s1, s2)?);
    let is_date = year >= 1 && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
    let is_time = hour < 24 && minute < 60 && second < 60;
    let seconds = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second);
    (is_date && is_time).then(|| days_to(year, month, day) * DAY + seconds)
}

/// Reads `±hh:mm`.
fn offset_minutes(bytes: &[u8]) -> Option<i16> {
    let &[sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] = bytes else { return None };
    let (hours, minutes) = (two(h1, h2)?, two(m1, m2)?);
    let offset = i16::from(hours) * 60 + i16::from(minutes);
    (minutes < 60 && offset <= MAX_OFFSET).then_some(if sign == b'-' { -offset } else { offset })
}

/// The number that two decimal digits make.
fn two(tens: u8, ones: u8) -> Option<u8> {
    (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| (tens - b'0') * 10 + (ones - b'0'))
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in(year: i64, month: u8) -> u8 {
    match month {
        2 => 28 + u8::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01 to a date of the Gregorian calendar. Years are taken to begin in March, so
/// that the leap day is a year's last, and in eras of 400 years, all of one length.
fn days_to(year: i64, month: u8, day: u8) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    // 153 days in any five months from March on: 31, 30, 31, 30, 31.
    let of_year = (153 * i64::from(month) + 2) / 5 + i64::from(day) - 1;
    era * ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - MARCH_0000
}

/// Days of 400 years.
const ERA: i64 = 146_097;
/// Days from the 1st of March of year 0 to 1970-01-01.
const MARCH_0000: i64 = 719_468;

/// The date of a day counted from 1970-01-01: [`days_to`] the other way.
fn date_of(days: i64) -> (i64, u8, u8) {
    let days = days.saturating_add(MARCH_0000);
    let (era, of_era) = (days.div_euclid(ERA), days.rem_euclid(ERA));
    // Whole years of 365 days once the leap days before are taken off.
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / (ERA - 1)) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
    (era * 400 + year, month as u8, day as u8)
}
