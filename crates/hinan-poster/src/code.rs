//! The code on a poster, and the address in it.

use core::fmt;
use core::str::FromStr;

use hinan_model::Place;
use qrcode::{Color, EcLevel, QrCode};

/// The address of a guide, to which a door is put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base(String);

/// Why an address cannot stand in a code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BaseError {
    /// No address of the web.
    #[error("'{0}' is no address of a guide: it starts with https:// (or http://) and the name of a host")]
    NotAnAddress(String),
    /// It has a query or a fragment of its own.
    #[error(
        "'{0}': the address of a guide has no ? and no #; the door is put behind a # so that no server is told of it"
    )]
    HasMore(String),
    /// Too long for a code that can be read from a metre away.
    #[error("the address of the guide has {0} bytes; at most {MOST_BYTES} fit into a code that reads well")]
    TooLong(usize),
}

/// Longer addresses make the squares of the code too small.
const MOST_BYTES: usize = 200;

impl FromStr for Base {
    type Err = BaseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let shown = || text.chars().take(100).collect::<String>();
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte));
        if !is_plain || host.is_none_or(|host| host.is_empty() || host.starts_with(['/', '?', '#', ':'])) {
            return Err(BaseError::NotAnAddress(shown()));
        }
        if text.contains(['?', '#']) {
            return Err(BaseError::HasMore(shown()));
        }
        if text.len() > MOST_BYTES {
            return Err(BaseError::TooLong(text.len()));
        }
        Ok(Base(text.to_owned()))
    }
}

impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Base {
    /// The address that opens the guide at `place`: `BASE#at=LAT,LON`. What follows the `#` stays in the
    /// browser.
    pub fn link(&self, place: Place) -> String {
        format!("{}#at={place}", self.0)
    }
}

/// A code as rows of dark and light squares, without the light edge around it. `None` where the text is too
/// long for any code.
pub fn squares(text: &str) -> Option<Vec<Vec<bool>>> {
    // Level M reads with 15 % of it scratched off, and its squares are larger than those of Q or H.
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let colours = code.to_colors();
    Some(colours.chunks(width).map(|row| row.iter().map(|&colour| colour == Color::Dark).collect()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_addresses_are_taken() {
        for good in ["https://example.org/oslo/", "http://127.0.0.1:8080/guide.html"] {
            let base: Base = good.parse().unwrap();
            let place = Place::from_degrees(59.9139, 10.7522).unwrap();
            assert_eq!(base.link(place), format!("{good}#at=59.9139000,10.7522000"));
        }
        for bad in ["", "example.org", "https://", "https:///x", "ftp://x", "https://a b", "https://x/ä"] {
            assert!(matches!(bad.parse::<Base>(), Err(BaseError::NotAnAddress(_))), "{bad}");
        }
        for bad in ["https://x/?a=b", "https://x/#at=1,2"] {
            assert!(matches!(bad.parse::<Base>(), Err(BaseError::HasMore(_))), "{bad}");
        }
        assert!(matches!(
            format!("https://{}", "x".repeat(300)).parse::<Base>(),
            Err(BaseError::TooLong(308))
        ));
    }
}
