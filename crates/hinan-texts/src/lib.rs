//! The sentences that people read, in every language.
//!
//! [`Texts::of`] gives the texts of one [`Language`]; typed functions (`step`,
//! `late`, [`Texts::time`], ...) say what answers say in data, and [`Texts::get`] whatever
//! else has an id in `ftl/`. The files are [Fluent](https://projectfluent.org) and use no function
//! of their own, so that the page reads the very same ones.
//!
//! What an alert says is composed in [`alert`]: orders by hazard and stage, into which only the place
//! and the times are filled, in every length that a channel carries.
//!
//! No translation has been read by a native speaker who knows civil protection yet; each file says
//! so, and [`Language::is_reviewed`] does.

pub mod alert;
mod bundle;
mod language;
mod pattern;
mod pseudo;
mod say;
mod value;

use std::sync::LazyLock;

pub use language::{Language, LanguageError};
pub use say::plain;
pub use value::Value;

use bundle::Bundle;

/// What a text may be filled with: a name in the text, and a number or a string.
pub type Argument<'a> = (&'static str, Value<'a>);

/// The texts of one language.
pub struct Texts {
    language: Language,
    bundle: Bundle,
}

impl Texts {
    /// The texts of `language`, without marks of direction around what is filled in: terminals and
    /// files show those as rubbish. A page that mixes directions isolates by itself.
    pub fn of(language: Language) -> &'static Texts {
        static ALL: [LazyLock<Texts>; 5] = [
            LazyLock::new(|| Texts::new(Language::English, false)),
            LazyLock::new(|| Texts::new(Language::Japanese, false)),
            LazyLock::new(|| Texts::new(Language::Ukrainian, false)),
            LazyLock::new(|| Texts::new(Language::Russian, false)),
            LazyLock::new(|| Texts::new(Language::Pseudo, false)),
        ];
        &ALL[language as usize]
    }

    /// The texts of `language`; where `isolating`, with the marks of direction (U+2068, U+2069)
    /// around what is filled in.
    pub fn new(language: Language, isolating: bool) -> Texts {
        Texts { language, bundle: Bundle::new(language, isolating) }
    }

    /// The language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The text `id`, filled with `arguments`. An id that is in no file comes back as it is: a
    /// reader sees that something is missing, and a test finds it first.
    pub fn get(&self, id: &str, arguments: &[Argument<'_>]) -> String {
        self.bundle.format(id, arguments)
    }

    /// The text `id`, which nothing has to be filled into.
    pub fn word(&self, id: &str) -> String {
        self.get(id, &[])
    }

    /// `numerator` tenths as a number that a text shows with one decimal.
    pub const fn tenths(numerator: u64) -> Value<'static> {
        Value::Tenths(numerator)
    }
}
