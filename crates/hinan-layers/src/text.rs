//! From bytes to text.

use std::borrow::Cow;

use encoding_rs::{Encoding, SHIFT_JIS, UTF_8, WINDOWS_1252};

use crate::report::Report;

/// The text of a file: UTF-8, UTF-16 with a byte order mark, Shift_JIS as Japan's census writes it,
/// and Windows-1252 for what is none of these. Every guess is told.
pub(crate) fn decoded<'a>(bytes: &'a [u8], report: &mut Report) -> Cow<'a, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, bad) = encoding.decode_without_bom_handling(&bytes[mark..]);
        if encoding != UTF_8 || bad {
            report.remark(None, None, said(encoding, bad));
        }
        return text;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let (text, bad) = SHIFT_JIS.decode_without_bom_handling(bytes);
    if !bad {
        report.remark(None, None, said(SHIFT_JIS, false));
        return text;
    }
    let (text, bad) = WINDOWS_1252.decode_without_bom_handling(bytes);
    report.remark(None, None, said(WINDOWS_1252, bad));
    text
}

fn said(encoding: &'static Encoding, bad: bool) -> String {
    let broken = if bad { ", with bytes in it that have no meaning there" } else { "" };
    format!("is not in UTF-8; read as {}{broken}", encoding.name())
}
