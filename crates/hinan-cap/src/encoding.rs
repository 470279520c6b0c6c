//! Bytes to characters: UTF-8, and what else the world sends.

use std::borrow::Cow;

#[cfg(feature = "encodings")]
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

#[cfg(not(feature = "encodings"))]
use few::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::code::Code;

/// The three that a phone knows, in the words of the library that knows all: its tables are as large as
/// the rest of what a phone needs, and all that hinan signs is in UTF-8.
#[cfg(not(feature = "encodings"))]
mod few {
    use std::borrow::Cow;

    #[derive(PartialEq)]
    pub enum Encoding {
        Utf8,
        Utf16 { is_big: bool },
    }

    pub const UTF_8: &Encoding = &Encoding::Utf8;
    pub const UTF_16BE: &Encoding = &Encoding::Utf16 { is_big: true };
    pub const UTF_16LE: &Encoding = &Encoding::Utf16 { is_big: false };

    impl Encoding {
        pub fn for_label(label: &[u8]) -> Option<&'static Encoding> {
            let is = |names: &[&str]| names.iter().any(|name| label.eq_ignore_ascii_case(name.as_bytes()));
            match () {
                () if is(&["utf-8", "utf8", "us-ascii", "ascii"]) => Some(UTF_8),
                () if is(&["utf-16", "utf-16le"]) => Some(UTF_16LE),
                () if is(&["utf-16be"]) => Some(UTF_16BE),
                () => None,
            }
        }

        pub fn name(&self) -> &'static str {
            match self {
                Encoding::Utf8 => "UTF-8",
                Encoding::Utf16 { is_big: false } => "UTF-16LE",
                Encoding::Utf16 { is_big: true } => "UTF-16BE",
            }
        }

        /// The text, and whether some bytes were no characters.
        pub fn decode_without_bom_handling<'b>(&self, bytes: &'b [u8]) -> (Cow<'b, str>, bool) {
            let Encoding::Utf16 { is_big } = self else {
                let text = String::from_utf8_lossy(bytes);
                let is_broken = matches!(text, Cow::Owned(_));
                return (text, is_broken);
            };
            let unit =
                |pair: &[u8; 2]| if *is_big { u16::from_be_bytes(*pair) } else { u16::from_le_bytes(*pair) };
            let (pairs, rest) = bytes.as_chunks::<2>();
            let mut is_broken = !rest.is_empty();
            let read = char::decode_utf16(pairs.iter().map(unit));
            let text = read.map(|unit| {
                unit.unwrap_or_else(|_lone| {
                    is_broken = true;
                    char::REPLACEMENT_CHARACTER
                })
            });
            (Cow::Owned(text.collect()), is_broken)
        }
    }
}

/// The text of a document, without a byte order mark.
pub(crate) struct Decoded<'b> {
    pub text: Cow<'b, str>,
    /// What is to be said of how it was written.
    pub complaints: Vec<(Code, String)>,
}

/// How far an XML declaration is looked for.
const DECLARATION: usize = 1024;

/// Decodes a document by its byte order mark, else by its declaration, else as UTF-8.
///
/// # Errors
/// Where the declared encoding is not known.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, (Code, String)> {
    let mut complaints = Vec::new();
    let mut name = None;
    let (encoding, body) = match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] | [0, 0, 0, b'<', ..] | [b'<', 0, 0, 0, ..] => {
            return Err((Code::UnknownEncoding, "the text is in UTF-32".to_owned()));
        }
        [0xEF, 0xBB, 0xBF, body @ ..] => (UTF_8, body),
        [0xFF, 0xFE, body @ ..] => (UTF_16LE, body),
        [0xFE, 0xFF, body @ ..] => (UTF_16BE, body),
        [b'<', 0, _, 0, ..] => (UTF_16LE, bytes),
        [0, b'<', 0, _, ..] => (UTF_16BE, bytes),
        _ => match declared(bytes) {
            None => (UTF_8, bytes),
            Some(label) => {
                let encoding = encoding_named(&label, &mut complaints)?;
                name = Some(label);
                (encoding, bytes)
            }
        },
    };
    if encoding != UTF_8 {
        let name = name.as_deref().unwrap_or(encoding.name());
        complaints.push((Code::Encoding, format!("the text is in {name}, read as {}", encoding.name())));
    }
    let text = match std::str::from_utf8(body) {
        Ok(text) if encoding == UTF_8 => Cow::Borrowed(text),
        _ => {
            let (text, is_broken) = encoding.decode_without_bom_handling(body);
            if is_broken {
                let reason =
                    format!("some bytes are no characters in {}; each was read as \u{FFFD}", encoding.name());
                complaints.push((Code::BrokenEncoding, reason));
            }
            text
        }
    };
    Ok(Decoded { text, complaints })
}

/// The encoding of a label in a declaration that is itself readable byte by byte.
fn encoding_named(
    label: &str,
    complaints: &mut Vec<(Code, String)>,
) -> Result<&'static Encoding, (Code, String)> {
    let unknown =
        || (Code::UnknownEncoding, format!("no encoding is called {}", crate::complaint::quote(label)));
    let encoding = Encoding::for_label(label.as_bytes()).ok_or_else(unknown)?;
    if encoding == UTF_16LE || encoding == UTF_16BE {
        // The declaration would not have been readable.
        complaints.push((Code::Encoding, format!("declared as {label}, which it is not; read as UTF-8")));
        return Ok(UTF_8);
    }
    Ok(encoding)
}

/// What the XML declaration calls the encoding.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = &bytes[..bytes.len().min(DECLARATION)];
    let head: String = head.iter().map(|&byte| char::from(byte)).collect();
    let declaration = head.strip_prefix("<?xml")?.split_once("?>")?.0;
    let after = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = after.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    Some(after[1..].split_once(quote)?.0.to_owned())
}
