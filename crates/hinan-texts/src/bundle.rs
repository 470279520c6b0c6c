//! The files of a language as one bundle, and how its numbers look.

use std::collections::BTreeMap;

use crate::language::Language;
use crate::pattern::{Pattern, Style, messages};
use crate::pseudo;
use crate::value::{Plural, Value};

/// A file of a language, as `build.rs` leaves it.
macro_rules! file {
    ($language:literal, $name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $language, "/", $name, ".ftl"))
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
            file!($language, "alert-forms"),
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
            #[cfg(feature = "faces")]
            file!($language, "report"),
        ]
    };
}

const ENGLISH: &[&str] = files!("en");
const JAPANESE: &[&str] = files!("ja");
const UKRAINIAN: &[&str] = files!("uk");
const RUSSIAN: &[&str] = files!("ru");

/// All texts of one language.
pub struct Bundle {
    messages: BTreeMap<&'static str, Pattern>,
    style: Style,
    is_pseudo: bool,
}

/// The files of a language.
fn files_of(language: Language) -> &'static [&'static str] {
    match language {
        Language::English | Language::Pseudo => ENGLISH,
        Language::Japanese => JAPANESE,
        Language::Ukrainian => UKRAINIAN,
        Language::Russian => RUSSIAN,
    }
}

impl Bundle {
    /// Reads the files of `language`. They are compiled in and tested: what is wrong in one would
    /// be left out, so that the rest can still be read.
    pub fn new(language: Language, isolating: bool) -> Bundle {
        let (plural, look): (Plural, fn(&Value<'_>) -> Option<String>) = match language {
            Language::English | Language::Pseudo => (Plural::One, with_commas),
            Language::Japanese => (Plural::None, with_commas),
            Language::Ukrainian | Language::Russian => (Plural::Slavic, with_spaces),
        };
        let is_pseudo = language == Language::Pseudo;
        let transform = is_pseudo.then_some(pseudo::strange as fn(&str) -> String);
        let mut all = BTreeMap::new();
        // Of two texts with one id the later counts.
        files_of(language).iter().for_each(|file| all.extend(messages(file)));
        Bundle { messages: all, style: Style { plural, look, transform, isolating }, is_pseudo }
    }

    /// A whole number as the language writes it.
    pub fn number(&self, number: u64) -> String {
        (self.style.look)(&Value::Number(number)).unwrap_or_default()
    }

    /// The text `id`, or `id` where there is none.
    pub fn format(&self, id: &str, arguments: &[(&'static str, Value<'_>)]) -> String {
        let Some(pattern) = self.messages.get(id) else { return id.to_owned() };
        let mut text = String::new();
        pattern.write(&self.style, arguments, &mut text);
        if self.is_pseudo { format!("[{text}]") } else { text }
    }
}

fn with_commas(value: &Value<'_>) -> Option<String> {
    number(value, ',', '.')
}

/// The spaces do not break a line.
fn with_spaces(value: &Value<'_>) -> Option<String> {
    number(value, '\u{a0}', ',')
}

/// A number with its thousands apart and the mark of the language before its decimal.
fn number(value: &Value<'_>, thousands: char, decimal: char) -> Option<String> {
    let (whole, tenth) = match value {
        Value::Text(_) => return None,
        Value::Number(number) => (*number, None),
        Value::Tenths(tenths) => (*tenths / 10, Some(*tenths % 10)),
    };
    let digits = whole.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 + 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(thousands);
        }
        grouped.push(digit);
    }
    if let Some(tenth) = tenth {
        grouped.push(decimal);
        grouped.push_str(&tenth.to_string());
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
            [Value::from(1_234_567_u64), Value::from(12_u64), Value::Tenths(10_013)]
                .map(|number| bundle.format("length-kilometres", &[("kilometres", number)]))
        };
        assert_eq!(shown(Language::English), ["1,234,567 km", "12 km", "1,001.3 km"]);
        assert_eq!(shown(Language::Ukrainian), ["1\u{a0}234\u{a0}567 км", "12 км", "1\u{a0}001,3 км"]);
        let whole = Bundle::new(Language::English, false)
            .format("length-kilometres", &[("kilometres", Value::Tenths(20))]);
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

    /// Every text, filled with everything that could make a difference, as Fluent's own library puts it.
    #[test]
    fn texts_are_what_fluent_makes_of_them() {
        use fluent_bundle::concurrent::FluentBundle;
        use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

        for (language, isolating) in Language::ALL.into_iter().flat_map(|one| [(one, false), (one, true)]) {
            let ours = Bundle::new(language, isolating);
            let mut fluent = FluentBundle::new_concurrent(vec![language.code().parse().unwrap()]);
            fluent.set_use_isolating(isolating);
            for file in files_of(language) {
                let resource = FluentResource::try_new((*file).to_owned()).unwrap();
                fluent.add_resource_overriding(resource);
            }
            let sources = files_of(language).join("\n");
            let mut names: Vec<&'static str> = sources
                .split('$')
                .skip(1)
                .map(|rest| {
                    rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').next().unwrap()
                })
                .map(|name| &*name.to_owned().leak())
                .collect();
            names.sort_unstable();
            names.dedup();
            assert!(ours.messages.len() > 200 && names.len() > 40, "{} {}", ours.messages.len(), names.len());
            let words = ["", "x", "yes", "no", "steps", "steps-up", "street", "left", "go"];
            let numbers = (0_u64..=60).chain([101, 111, 112, 121, 999]);
            let fillings = words.iter().map(|word| Value::from(*word)).chain(numbers.map(Value::from));
            for filling in fillings {
                let given: Vec<_> = names.iter().map(|name| (*name, filling.clone())).collect();
                let arguments: FluentArgs<'_> = given
                    .iter()
                    .map(|(name, value)| match value {
                        Value::Text(text) => (*name, FluentValue::from(text.as_ref())),
                        Value::Number(number) | Value::Tenths(number) => (*name, FluentValue::from(*number)),
                    })
                    .collect();
                for id in ours.messages.keys() {
                    let pattern = fluent.get_message(id).unwrap().value().unwrap();
                    let mut wrong = Vec::new();
                    let theirs = fluent.format_pattern(pattern, Some(&arguments), &mut wrong);
                    assert!(wrong.is_empty(), "{id}: {wrong:?}");
                    assert_eq!(ours.format(id, &given), theirs, "{id}, {language}, {filling:?}");
                }
            }
            assert_eq!(ours.format("step-street", &[]), ours.format("step-street", &[("other", "x".into())]));
        }
    }
}
