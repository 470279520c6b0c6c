//! The languages that there are texts in.

use core::fmt;
use core::str::FromStr;

/// A language that people read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English: what the others were translated from.
    #[default]
    English,
    /// Japanese.
    Japanese,
    /// Ukrainian.
    Ukrainian,
    /// Russian.
    Russian,
    /// English with strange letters, longer, in brackets. No one reads it: in a test, whatever still
    /// has plain letters was never handed to the texts.
    Pseudo,
}

impl Language {
    /// The languages that people read; without [`Language::Pseudo`].
    pub const ALL: [Language; 4] =
        [Language::English, Language::Japanese, Language::Ukrainian, Language::Russian];

    /// The tag of the language after BCP 47: `en`, `ja`, `uk`, `ru`; `x-pseudo`.
    pub const fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Japanese => "ja",
            Language::Ukrainian => "uk",
            Language::Russian => "ru",
            Language::Pseudo => "x-pseudo",
        }
    }

    /// What its speakers call it, for a list to choose from.
    pub const fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Japanese => "日本語",
            Language::Ukrainian => "Українська",
            Language::Russian => "Русский",
            Language::Pseudo => "Pseudo",
        }
    }

    /// Whether a native speaker who knows civil protection has read every text. Pages and exports
    /// say so where it is not.
    pub const fn is_reviewed(self) -> bool {
        false
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The word is none of `en`, `ja`, `uk`, `ru`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no language that there are texts in: use en, ja, uk or ru")]
pub struct LanguageError(pub String);

impl FromStr for Language {
    type Err = LanguageError;

    /// Reads a tag; of `ja-JP` and `ja_JP.UTF-8` the language counts.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let tag = text.trim().to_ascii_lowercase();
        if tag == Language::Pseudo.code() {
            return Ok(Language::Pseudo);
        }
        let language = tag.split(['-', '_', '.']).next().unwrap_or_default();
        Language::ALL
            .into_iter()
            .find(|known| known.code() == language)
            .ok_or_else(|| LanguageError(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_read_back_from_their_tags() {
        for language in Language::ALL.into_iter().chain([Language::Pseudo]) {
            assert_eq!(language.code().parse(), Ok(language));
        }
        assert_eq!("ja_JP.UTF-8".parse(), Ok(Language::Japanese));
        assert_eq!("uk-UA".parse(), Ok(Language::Ukrainian));
        for unknown in ["", "e", "english", "xx", "en2"] {
            assert!(unknown.parse::<Language>().is_err(), "{unknown}");
        }
    }
}
