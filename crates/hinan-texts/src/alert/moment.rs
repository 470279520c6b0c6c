//! Times of an alert, written and spoken.

use crate::Texts;

/// A second of time and how far the clocks of the place are ahead of UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    /// Seconds since 1970-01-01 in UTC.
    pub unix: i64,
    /// Minutes that the clocks of the place are ahead of UTC.
    pub offset_minutes: i16,
}

/// What the clocks and calendars of the place show.
struct Shown {
    day_number: i64,
    month: u8,
    day: u8,
    hour: u8,
    minute: u8,
}

impl At {
    fn shown(self) -> Shown {
        let local = self.unix.saturating_add(i64::from(self.offset_minutes) * 60);
        let (day_number, second) = (local.div_euclid(86_400), local.rem_euclid(86_400));
        let (month, day) = month_and_day(day_number);
        Shown { day_number, month, day, hour: (second / 3600) as u8, minute: (second / 60 % 60) as u8 }
    }
}

/// The month and the day of a day that is so many days after 1970-01-01, in the Gregorian calendar.
fn month_and_day(day_number: i64) -> (u8, u8) {
    const CYCLE: i64 = 146_097; // days in 400 years
    let mut day = (day_number + 719_468).rem_euclid(CYCLE); // since a 1 March that begins a cycle
    day -= (day / 36_524).min(3) * 36_524;
    day %= 1_461;
    day -= (day / 365).min(3) * 365;
    // From March on, months alternate so that this line meets them all.
    let month = (5 * day + 2) / 153;
    let in_month = day - (153 * month + 2) / 5 + 1;
    (((month + 2) % 12 + 1) as u8, in_month as u8)
}

/// Times as an alert writes or speaks them.
impl Texts {
    /// `14:02`; on another day than `now`, `4 March, 14:02`.
    pub fn moment_told(&self, at: At, now: At) -> String {
        self.moment(at, now, false)
    }

    /// `14:02`; where `day_of` is another day, `4 March, 14:02`. Where `spoken`, in words.
    pub(super) fn moment(&self, at: At, day_of: At, spoken: bool) -> String {
        let shown = at.shown();
        let time = if spoken { self.spoken_time(&shown) } else { self.written_time(&shown) };
        if shown.day_number == day_of.shown().day_number {
            return time;
        }
        let arguments = [("month", shown.month.into()), ("day", shown.day.into()), ("time", time.into())];
        self.get("alert-date-time", &arguments)
    }

    fn written_time(&self, shown: &Shown) -> String {
        let hour = format!("{:02}", shown.hour);
        let minute = format!("{:02}", shown.minute);
        self.get("alert-time", &[("hour", hour.into()), ("minute", minute.into())])
    }

    fn spoken_time(&self, shown: &Shown) -> String {
        let hour = self.get("alert-say-hour", &[("hour", shown.hour.into())]);
        let minute = self.get("alert-say-minute", &[("minute", shown.minute.into())]);
        self.get("alert-say-time", &[("hour", hour.into()), ("minute", minute.into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn every_day_of_five_hundred_years_follows_the_one_before() {
        let mut expected = (1, 1);
        let mut year = 1970;
        for day_number in 0..182_622 {
            assert_eq!(month_and_day(day_number), expected, "{day_number}");
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let longest = match expected.0 {
                2 => 28 + u8::from(leap),
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            expected = match expected {
                (12, 31) => {
                    year += 1;
                    (1, 1)
                }
                (month, day) if day == longest => (month + 1, 1),
                (month, day) => (month, day + 1),
            };
        }
        assert_eq!(month_and_day(-1), (12, 31));
    }

    #[test]
    fn times_are_those_of_the_place() {
        // 2024-03-04, 12:02 in UTC, two hours later in Kyiv.
        let at = At { unix: 1_709_553_720, offset_minutes: 120 };
        let eve = At { unix: at.unix - 86_400, ..at };
        let said = |language, spoken| {
            let texts = Texts::of(language);
            [texts.moment(at, at, spoken), texts.moment(at, eve, spoken)]
        };
        assert_eq!(said(Language::English, false), ["14:02", "4 March, 14:02"]);
        assert_eq!(said(Language::English, true)[0], "fourteen oh two");
        assert_eq!(said(Language::Japanese, false), ["14時02分", "3月4日14時02分"]);
        assert_eq!(said(Language::Japanese, true)[0], "十四時二分");
        assert_eq!(said(Language::Ukrainian, false)[1], "4 березня, 14:02");
        assert_eq!(said(Language::Ukrainian, true)[0], "чотирнадцята година дві хвилини");
        assert_eq!(said(Language::Russian, true)[0], "четырнадцать часов две минуты");
    }
}
