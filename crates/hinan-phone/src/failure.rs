//! Why there is no answer.

use serde_json::json;

/// Why there is no answer: a code for the page, a sentence for who builds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    code: &'static str,
    sentence: String,
}

impl Failure {
    fn new(code: &'static str, sentence: impl Into<String>) -> Failure {
        Failure { code, sentence: sentence.into() }
    }

    /// What was asked cannot be meant.
    pub fn question(sentence: impl Into<String>) -> Failure {
        Failure::new("question", sentence)
    }

    /// More than anybody needs.
    pub fn too_long(sentence: impl Into<String>) -> Failure {
        Failure::new("too-long", sentence)
    }

    /// Nothing is open.
    pub fn no_region() -> Failure {
        Failure::new("no-region", "no city is open: open one first")
    }

    /// Bytes that are no city.
    pub fn region(sentence: impl Into<String>) -> Failure {
        Failure::new("region", sentence)
    }

    /// Nobody can start there. The sentence does not say where.
    pub fn place(sentence: impl Into<String>) -> Failure {
        Failure::new("place", sentence)
    }

    /// Nobody walks like that here.
    pub fn walker(sentence: impl Into<String>) -> Failure {
        Failure::new("walker", sentence)
    }

    /// No root was given.
    pub fn no_trust() -> Failure {
        Failure::new("no-trust", "nobody is trusted yet: begin with the first root (trust_begin)")
    }

    /// A document that the trust in others hangs on is not what it should be.
    pub fn trust(sentence: impl Into<String>) -> Failure {
        Failure::new("trust", sentence)
    }

    /// The region contradicts itself.
    pub fn engine(sentence: impl Into<String>) -> Failure {
        Failure::new("engine", sentence)
    }

    /// The answer in its place.
    pub fn to_json(&self) -> Vec<u8> {
        json!({ "error": { "code": self.code, "sentence": self.sentence } }).to_string().into_bytes()
    }
}
