//! From bytes to text.

use std::borrow::Cow;

use crate::error::NotAList;
use crate::report::Report;

/// First bytes of files that people hand over by mistake, and what to tell them.
const FOREIGN: &[(&[u8], &str)] = &[
    (b"PK\x03\x04", "a zip archive or an Excel or LibreOffice workbook: unpack it, or save it as CSV"),
    (b"\xD0\xCF\x11\xE0", "an old Excel workbook: save it as CSV"),
    (b"\x1F\x8B", "a gzip file: unpack it"),
    (b"BZh", "a bzip2 file: unpack it"),
    (b"SQLite format 3\0", "an SQLite file or GeoPackage: export the layer as GeoJSON or CSV"),
    (b"%PDF", "a PDF: ask the publisher for a table"),
    (b"PAR1", "a Parquet file: export it as CSV"),
    (b"<", "an XML or HTML page, perhaps a server's error page"),
];

/// The text of a file: UTF-8 with or without a byte order mark, or UTF-16 with one. Bytes that are
/// not UTF-8 become the replacement character and a remark, so that one bad name does not cost the
/// list; columns that must be exact refuse that character.
pub(crate) fn text<'a>(bytes: &'a [u8], report: &mut Report) -> Result<Cow<'a, str>, NotAList> {
    let foreign = |what: &str| NotAList::Foreign { file: report.file.clone(), what: what.to_owned() };
    let start = bytes.trim_ascii_start();
    if let Some((_, what)) = FOREIGN.iter().find(|(magic, _)| start.starts_with(magic)) {
        return Err(foreign(what));
    }
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, bad) = encoding.decode_without_bom_handling(&bytes[mark..]);
        if encoding != encoding_rs::UTF_8 {
            report.remark(None, None, format!("written in {}; read all the same", encoding.name()));
        }
        if bad {
            report.remark(None, None, not_valid(encoding.name()));
        }
        return Ok(text);
    }
    // Text in UTF-16 without a mark has a zero in every other byte; text never has one.
    if bytes.iter().take(512).any(|&byte| byte == 0) {
        return Err(foreign("not text (or UTF-16 without a byte order mark: save it as UTF-8)"));
    }
    Ok(match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(error) => {
            let place = format!("{} (first at byte {})", not_valid("UTF-8"), error.valid_up_to() + 1);
            report.remark(None, None, place);
            String::from_utf8_lossy(bytes)
        }
    })
}

fn not_valid(encoding: &str) -> String {
    format!("holds bytes that are not {encoding}; each is read as \u{FFFD}")
}
