//! Numbers out of cells, and people in thousandths.

use crate::MAX_PEOPLE;
use crate::report::quoted;

/// Signs that statistics offices write where there is no number to tell.
const HIDDEN: &[&str] =
    &["", "-", "*", "X", "x", "…", "...", "na", "n/a", "nan", "null", "NULL", "NA", "N/A", "NaN"];
/// Blanks that people put between thousands.
const BLANKS: &[char] = &[' ', '\u{a0}', '\u{202f}', '\u{2009}', '\''];

/// A number: `1234`, `1 234`, `1,234`, `12.5`, `12,5` where `decimal_comma`.
pub(crate) fn number(text: &str, decimal_comma: bool) -> Result<f64, String> {
    let text = text.trim();
    if HIDDEN.contains(&text) {
        return Err(format!("{} is no number", quoted(text)));
    }
    let plain = text.replace(BLANKS, "");
    let parsed = plain.parse::<f64>().ok().or_else(|| {
        if decimal_comma && plain.matches(',').count() == 1 {
            return plain.replace(',', ".").parse().ok();
        }
        is_grouped(&plain).then(|| plain.replace(',', "").parse().ok()).flatten()
    });
    parsed.filter(|number| number.is_finite()).ok_or_else(|| format!("{} is no number", quoted(text)))
}

/// Whether commas stand before every third digit, as in `1,234,567.5`.
fn is_grouped(text: &str) -> bool {
    let whole = text.split('.').next().unwrap_or_default().trim_start_matches('-');
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && groups.clone().next().is_some() && groups.all(|group| group.len() == 3)
}

/// A number of people, or why it cannot be one.
pub(crate) fn people(number: f64) -> Result<f64, String> {
    if !number.is_finite() {
        Err("the number of people is not a number".to_owned())
    } else if number < 0.0 {
        Err(format!("{number} people cannot be"))
    } else if number > MAX_PEOPLE {
        Err(format!("{number} people in one cell are more than any city has"))
    } else {
        Ok(number)
    }
}

/// Turns numbers of people into thousandths without losing any on the way: what rounding takes from
/// one cell is given to the next, so that the sum is that of the numbers, rounded once.
#[derive(Debug, Default)]
pub(crate) struct Thousandths {
    /// What the next cell still gets, between -1/2 and 1/2.
    left: f64,
}

impl Thousandths {
    /// The thousandths of a number that [`people`] let through. Of nobody there is nothing.
    pub(crate) fn next(&mut self, number: f64) -> u64 {
        let whole = number.trunc();
        // The fraction alone, so that no precision is lost on large numbers.
        let exact = (number - whole) * 1000.0;
        if number <= 0.0 {
            return 0;
        }
        let rounded = (exact + self.left).round().max(-(whole * 1000.0));
        self.left += exact - rounded;
        // Both are whole and small enough for exact sums.
        (whole * 1000.0 + rounded).max(0.0) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_in_many_coats() {
        for (text, comma, wanted) in [
            ("12", false, 12.0),
            (" 1 234 ", false, 1234.0),
            ("1,234", false, 1234.0),
            ("1,234,567.5", false, 1_234_567.5),
            ("12,5", true, 12.5),
            ("1e3", false, 1000.0),
            ("-4", false, -4.0),
        ] {
            assert_eq!(number(text, comma), Ok(wanted), "{text}");
        }
        for text in ["", "*", "X", "12,5", "1,23,456", "NaN", "inf", "12人", "1e999"] {
            assert!(number(text, false).is_err(), "{text}");
        }
        assert!(people(-1.0).is_err() && people(1e9).is_err() && people(f64::NAN).is_err());
    }

    #[test]
    fn rounding_loses_nobody() {
        let mut thousandths = Thousandths::default();
        let sum: u64 = (0..30_000).map(|_| thousandths.next(1.0 / 3.0)).sum();
        assert_eq!(sum, 10_000_000);
        let sum: u64 = (0..100_000).map(|_| Thousandths::default().next(0.0004)).sum();
        assert_eq!(sum, 0);
        let mut thousandths = Thousandths::default();
        let sum: u64 = (0..100_000).map(|_| thousandths.next(0.0004)).sum();
        assert_eq!(sum, 40_000);
    }
}
