//! What went wrong, as `application/problem+json` with a word that the page knows.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// An error as the officer is told of it. No sentence in it says anything of a passphrase.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{detail}")]
pub struct Problem {
    status: StatusCode,
    /// A stable word: `passphrase`, `gone`, `token`, ...
    pub code: &'static str,
    detail: String,
}

impl Problem {
    /// An error with a word and a sentence.
    pub fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Problem {
        Problem { status, code, detail: detail.into() }
    }

    /// What was asked cannot be done as it was asked.
    pub fn bad(code: &'static str, detail: impl Into<String>) -> Problem {
        Problem::new(StatusCode::BAD_REQUEST, code, detail)
    }

    /// What was asked does not fit what is there now.
    pub fn conflict(code: &'static str, detail: impl Into<String>) -> Problem {
        Problem::new(StatusCode::CONFLICT, code, detail)
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

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let title = self.status.canonical_reason().unwrap_or("Error");
        let body = serde_json::json!({
            "type": "about:blank", "title": title, "status": self.status.as_u16(),
            "code": self.code, "detail": self.detail,
        });
        let mut response = (self.status, body.to_string()).into_response();
        let kind = HeaderValue::from_static("application/problem+json");
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
        response
    }
}
