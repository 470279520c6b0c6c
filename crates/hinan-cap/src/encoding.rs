//! Bytes to characters: UTF-8, and what else the world sends.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::code::Code;

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
