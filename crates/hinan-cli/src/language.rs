//! The option that says in which language people read an answer.

use hinan_texts::{Language, Texts};

/// In which language the answer is told. Errors, complaints and help stay English.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Reader {
    /// The language of the answer: en, ja, uk, ru
    #[arg(long, value_name = "LANGUAGE", env = "HINAN_LANGUAGE", default_value = "en")]
    language: Language,
}

impl Reader {
    /// The texts of that language.
    pub fn texts(self) -> &'static Texts {
        Texts::of(self.language)
    }
}
