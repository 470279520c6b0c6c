//! What a text may be filled with.

use std::borrow::Cow;

/// A string, or a number that the language of the text writes its own way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// As it is.
    Text(Cow<'a, str>),
    /// A whole number.
    Number(u64),
    /// Tenths, shown with one decimal.
    Tenths(u64),
}

impl Value<'_> {
    /// The category of a number in a language, as Unicode's plural rules have it.
    pub(crate) fn category(&self, plural: Plural) -> Option<&'static str> {
        match self {
            Value::Text(_) => None,
            Value::Number(number) => Some(plural.of(*number)),
            Value::Tenths(_) => Some("other"),
        }
    }
}

/// The rules by which a language counts (CLDR).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Plural {
    /// All numbers alike.
    None,
    /// One, and the others.
    One,
    /// Ukrainian and Russian: 1, 21, ...; 2 to 4, 22 to 24, ...; the rest.
    Slavic,
}

impl Plural {
    fn of(self, number: u64) -> &'static str {
        match (self, number % 10, number % 100) {
            (Plural::None, ..) => "other",
            (Plural::One, ..) if number == 1 => "one",
            (Plural::One, ..) => "other",
            (Plural::Slavic, 1, end) if end != 11 => "one",
            (Plural::Slavic, 2..=4, end) if !(12..=14).contains(&end) => "few",
            (Plural::Slavic, ..) => "many",
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Value::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Value::Text(text)
    }
}

macro_rules! from_numbers {
    ($($number:ty)*) => {
        $(impl From<$number> for Value<'_> {
            fn from(number: $number) -> Self {
                Value::Number(u64::from(number))
            }
        })*
    };
}

from_numbers!(u8 u16 u32 u64);

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Value::Number(number as u64)
    }
}

impl From<i32> for Value<'_> {
    /// What is less than nothing is told as nothing: no text counts below.
    fn from(number: i32) -> Self {
        Value::Number(u64::try_from(number).unwrap_or(0))
    }
}
