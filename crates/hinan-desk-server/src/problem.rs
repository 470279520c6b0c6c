//! What went wrong, as `application/problem+json` with a word that the page knows.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use hinan_desk::{AreaError, DraftError};

/// An error as the officer is told of it. No sentence in it says anything of a passphrase.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{detail}")]
pub struct Problem {
    status: StatusCode,
    /// A stable word: `passphrase`, `gone`, `token`, ... The page has a sentence for it in the officer's
    /// language: `desk-error-CODE`.
    pub code: &'static str,
    detail: String,
    /// What that sentence is filled with.
    values: Values,
}

/// What a sentence of the page is filled with.
pub type Values = std::collections::BTreeMap<&'static str, String>;

/// Every code, for the texts.
pub const CODES: [&str; 41] = [
    "already",
    "area",
    "area-drawing",
    "area-no-name",
    "area-none",
    "area-refused",
    "area-unknown-zone",
    "arming-hours",
    "arming-life",
    "arming-nobody",
    "arming-not-now",
    "arming-outside",
    "arming-unknown",
    "armed-drill",
    "body",
    "broken",
    "cap",
    "gone",
    "impact-outside",
    "key",
    "language",
    "machine",
    "mixed-hazards",
    "mixed-worlds",
    "no-language",
    "no-ring",
    "no-such-pair",
    "no-target",
    "not-an-alert",
    "not-here",
    "other-bytes",
    "passphrase",
    "people",
    "reason",
    "room",
    "signed",
    "statement",
    "template",
    "token",
    "too-long",
    "world",
];

impl Problem {
    /// An error with a word and a sentence.
    pub fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Problem {
        Problem { status, code, detail: detail.into(), values: Values::new() }
    }

    /// What was asked cannot be done as it was asked.
    pub fn bad(code: &'static str, detail: impl Into<String>) -> Problem {
        Problem::new(StatusCode::BAD_REQUEST, code, detail)
    }

    /// What was asked does not fit what is there now.
    pub fn conflict(code: &'static str, detail: impl Into<String>) -> Problem {
        Problem::new(StatusCode::CONFLICT, code, detail)
    }

    /// With what fills the page's sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Problem {
        self.values.insert(name, value.to_string());
        self
    }

    /// The sentence in English, and what the page's own is filled with.
    pub fn said(&self) -> (String, Values) {
        (self.detail.clone(), self.values.clone())
    }

    /// Nobody of that name.
    pub fn gone() -> Problem {
        Problem::new(StatusCode::NOT_FOUND, "gone", "it is no longer in the folder")
    }

    /// Whoever asks may not.
    pub fn stranger(detail: impl Into<String>) -> Problem {
        Problem::new(StatusCode::FORBIDDEN, "token", detail)
    }

    /// The folder or the machine failed.
    pub fn machine(detail: impl Into<String>) -> Problem {
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "machine", detail)
    }
}

impl From<std::io::Error> for Problem {
    fn from(error: std::io::Error) -> Self {
        Problem::machine(format!("the shared folder cannot be used: {error}"))
    }
}

impl From<AreaError> for Problem {
    fn from(error: AreaError) -> Self {
        let problem = Problem::bad(error.code(), error.to_string());
        match error {
            AreaError::UnknownZone(zone) => problem.with("zone", zone),
            AreaError::Refused(refusals) => {
                let codes: Vec<&str> = refusals.iter().map(hinan_alert::issue::Refusal::code).collect();
                problem.with("reasons", codes.join(" "))
            }
            AreaError::None | AreaError::Drawing(_) | AreaError::NoName => problem,
        }
    }
}

impl From<DraftError> for Problem {
    fn from(error: DraftError) -> Self {
        let problem = Problem::bad(error.code(), error.to_string());
        match error {
            DraftError::Area(error) => error.into(),
            DraftError::TooLong { most, asked, .. } => {
                problem.with("most", most / 60).with("asked", asked / 60)
            }
            _ => problem,
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let title = self.status.canonical_reason().unwrap_or("Error");
        let body = serde_json::json!({
            "type": "about:blank", "title": title, "status": self.status.as_u16(),
            "code": self.code, "detail": self.detail, "values": self.values,
        });
        let mut response = (self.status, body.to_string()).into_response();
        let kind = HeaderValue::from_static("application/problem+json");
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
        response
    }
}
