//! Days of the Gregorian calendar.

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// The year.
    pub year: u16,
    /// 1 to 12.
    pub month: u16,
    /// 1 to 31.
    pub day: u16,
}

impl Day {
    /// A day; `None` where there is none.
    pub fn new(year: u16, month: u16, day: u16) -> Option<Day> {
        let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if is_leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        (1..=days).contains(&day).then_some(Day { year, month, day })
    }

    /// Days since 1970-01-01.
    pub fn number(self) -> i64 {
        // Counted from 1 March of the year 0, so that the leap day ends a year.
        let (month, year) = (i64::from(self.month), i64::from(self.year) - i64::from(self.month <= 2));
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(self.day) - 1;
        365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year - 719_468
    }

    /// The day of the week: 0 is a Monday.
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday.
        (self.number() + 3).rem_euclid(7) as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_calendars_do() {
        let day = |year, month, day| Day::new(year, month, day).unwrap();
        assert_eq!(day(1970, 1, 1).number(), 0);
        assert_eq!(day(2000, 3, 1).number(), 11_017);
        assert_eq!(day(2026, 11, 23).weekday(), 0);
        assert_eq!(day(2024, 2, 29).weekday(), 3);
        assert_eq!(day(2026, 11, 24).number() - day(2025, 11, 24).number(), 365);
        for (year, month, of_month) in
            [(2026, 2, 29), (2100, 2, 29), (2026, 13, 1), (2026, 0, 1), (2026, 4, 31)]
        {
            assert_eq!(Day::new(year, month, of_month), None);
        }
    }
}
