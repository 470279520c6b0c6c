//! The files of a language as one bundle, and how its numbers look.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::language::Language;
use crate::pseudo;

/// A file of a language.
macro_rules! file {
    ($language:literal, $name:literal) => {
        include_str!(concat!("../ftl/", $language, "/", $name, ".ftl"))
    };
}

/// The files of one language, in the order in which they are read.
macro_rules! files {
    ($language:literal) => {
        &[
            file!($language, "units"),
            file!($language, "hazards"),
            file!($language, "late"),
            file!($language, "way"),
            file!($language, "plans"),
            file!($language, "shelter"),
            file!($language, "notices"),
            file!($language, "alert"),
            #[cfg(feature = "faces")]
            file!($language, "up"),
            #[cfg(feature = "faces")]
            file!($language, "coverage"),
            #[cfg(feature = "faces")]
            file!($language, "page"),
            #[cfg(feature = "faces")]
            file!($language, "desk"),
            #[cfg(feature = "faces")]
            file!($language, "poster"),
        ]
    };
}

const ENGLISH: &[&str] = files!("en");
const JAPANESE: &[&str] = files!("ja");
const UKRAINIAN: &[&str] = files!("uk");
const RUSSIAN: &[&str] = files!("ru");

/// All texts of one language.
pub struct Bundle {
    fluent: FluentBundle<FluentResource>,
    is_pseudo: bool,
    look: fn(&FluentValue<'_>) -> Option<String>,
}

impl Bundle {
    /// Reads the files of `language`. They are compiled in and tested: what is wrong in one would
    /// be left out, so that the rest can still be read.
    pub fn new(language: Language, isolating: bool) -> Bundle {
        let (tag, files) = match language {
            Language::English | Language::Pseudo => ("en", ENGLISH),
            Language::Japanese => ("ja", JAPANESE),
            Language::Ukrainian => ("uk", UKRAINIAN),
            Language::Russian => ("ru", RUSSIAN),
        };
        let locale: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut fluent = FluentBundle::new_concurrent(vec![locale]);
        fluent.set_use_isolating(isolating);
        let look = match language {
            Language::Ukrainian | Language::Russian => {
                fluent.set_formatter(Some(|value, _| with_spaces(value)));
                with_spaces
            }
            _ => {
                fluent.set_formatter(Some(|value, _| with_commas(value)));
                with_commas
            }
        };
        let is_pseudo = language == Language::Pseudo;
        if is_pseudo {
            fluent.set_transform(Some(pseudo::strange));
        }
        for file in files {
            let resource =
                FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(resource, _wrong)| resource);
            fluent.add_resource_overriding(resource);
        }
        Bundle { fluent, is_pseudo, look }
    }

    /// A whole number as the language writes it.
    pub fn number(&self, number: u64) -> String {
        (self.look)(&number.into()).unwrap_or_default()
    }

    /// The text `id`, or `id` where there is none.
    pub fn format(&self, id: &str, arguments: &[(&'static str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.fluent.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let arguments: FluentArgs<'_> =
            arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
        // An argument that is missing shows as its name in braces.
        let mut wrong = Vec::new();
        let text = self.fluent.format_pattern(pattern, Some(&arguments), &mut wrong);
        if self.is_pseudo { format!("[{text}]") } else { text.into_owned() }
    }
}

/// Tenths as a number with one decimal.
pub fn tenths(numerator: u64) -> FluentValue<'static> {
    let mut number = FluentNumber::from(numerator as f64 / 10.0);
    number.options.minimum_fraction_digits = Some(1);
    FluentValue::Number(number)
}

fn with_commas(value: &FluentValue<'_>) -> Option<String> {
    number(value, ',', '.')
}

/// The spaces do not break a line.
fn with_spaces(value: &FluentValue<'_>) -> Option<String> {
    number(value, '\u{a0}', ',')
}

/// A number with its thousands apart and the mark of the language before its decimals.
fn number(value: &FluentValue<'_>, thousands: char, decimal: char) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let text = number.as_string();
    let (whole, part) = text.split_once('.').map_or((text.as_ref(), None), |(w, p)| (w, Some(p)));
    let mut grouped = String::with_capacity(text.len() + text.len() / 3);
    for (index, digit) in whole.chars().enumerate() {
        let rest = whole.len() - index;
        let after_digit = grouped.ends_with(|last: char| last.is_ascii_digit());
        if after_digit && rest.is_multiple_of(3) {
            grouped.push(thousands);
        }
        grouped.push(digit);
    }
    if let Some(part) = part {
        grouped.push(decimal);
        grouped.push_str(part);
    }
    Some(grouped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_look_as_the_language_writes_them() {
        let shown = |language| {
            let bundle = Bundle::new(language, false);
            [FluentValue::from(1_234_567_u64), FluentValue::from(12_u64), tenths(10_013)]
                .map(|number| bundle.format("length-kilometres", &[("kilometres", number)]))
        };
        assert_eq!(shown(Language::English), ["1,234,567 km", "12 km", "1,001.3 km"]);
        assert_eq!(shown(Language::Ukrainian), ["1\u{a0}234\u{a0}567 км", "12 км", "1\u{a0}001,3 км"]);
        let whole =
            Bundle::new(Language::English, false).format("length-kilometres", &[("kilometres", tenths(20))]);
        assert_eq!(whole, "2.0 km");
    }

    #[test]
    fn what_is_filled_in_is_isolated_only_on_wish() {
        let metres = |isolating| {
            let bundle = Bundle::new(Language::English, isolating);
            bundle.format("step-street", &[("ground", "street".into()), ("street", "Street".into())])
        };
        assert_eq!(metres(false), "along Street");
        assert_eq!(metres(true), "along \u{2068}Street\u{2069}");
    }
}
