//! From bytes to text.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

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

/// How bytes are read as text, and what has to be said of it.
pub(crate) struct Reading {
    encoding: &'static Encoding,
    /// Bytes of a byte order mark.
    mark: usize,
    remark: Option<String>,
}

/// Encodings that lists come in where they are not UTF-8, tried after the detector's guess.
const LEGACY: [&Encoding; 10] = [
    encoding_rs::SHIFT_JIS,
    encoding_rs::EUC_JP,
    encoding_rs::EUC_KR,
    encoding_rs::BIG5,
    encoding_rs::GB18030,
    encoding_rs::WINDOWS_1251,
    encoding_rs::WINDOWS_1255,
    encoding_rs::WINDOWS_1256,
    encoding_rs::WINDOWS_1250,
    encoding_rs::WINDOWS_1252,
];

/// The ways to read a file as text, the likeliest first. A file that is not UTF-8 does not say what it
/// is: the caller takes the first way that makes a known list of it, since the words of a header come
/// out right in one encoding only.
pub(crate) fn readings(bytes: &[u8], file: &str) -> Result<Vec<Reading>, NotAList> {
    let foreign = |what: &str| NotAList::Foreign { file: file.to_owned(), what: what.to_owned() };
    let start = bytes.trim_ascii_start();
    if let Some((_, what)) = FOREIGN.iter().find(|(magic, _)| start.starts_with(magic)) {
        return Err(foreign(what));
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let remark = format!("written in {}; read all the same", encoding.name());
        let remark = Some(remark).filter(|_| encoding != UTF_8);
        return Ok(vec![Reading { encoding, mark, remark }]);
    }
    if bytes.iter().take(LOOK_AT).any(|&byte| byte == 0) {
        let encoding = utf16(bytes).ok_or_else(|| foreign("not text"))?;
        let remark = Some(format!("taken as {} without a byte order mark", encoding.name()));
        return Ok(vec![Reading { encoding, mark: 0, remark }]);
    }
    if bytes.is_ascii() || std::str::from_utf8(bytes).is_ok() || is_spoilt_utf8(bytes) {
        return Ok(vec![Reading { encoding: UTF_8, mark: 0, remark: None }]);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(MOST_FED)], bytes.len() <= MOST_FED);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let others = LEGACY.into_iter().filter(|encoding| *encoding != guess);
    let reading = |encoding: &'static Encoding| {
        let remark = format!("not UTF-8; taken as {}, which is a guess: save it as UTF-8", encoding.name());
        Reading { encoding, mark: 0, remark: Some(remark) }
    };
    Ok(std::iter::once(guess).chain(others).map(reading).collect())
}

/// Bytes that are looked at for signs of an encoding.
const LOOK_AT: usize = 512;
/// Bytes that the detector is fed: as many as it can make use of.
const MOST_FED: usize = 1 << 20;

/// Which UTF-16 it is that has its zeros in every other byte, and nowhere else.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(LOOK_AT)];
    let zeros = |odd: usize| start.iter().skip(odd).step_by(2).filter(|&&byte| byte == 0).count();
    match (zeros(0), zeros(1)) {
        (0, 1..) => Some(UTF_16LE),
        (1.., 0) => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether bytes are UTF-8 but for a few: more letters beyond ASCII that are whole than broken ones.
fn is_spoilt_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_u64, 0_u64);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().bytes().filter(|byte| *byte >= 0xC2).count() as u64;
        broken += u64::from(!chunk.invalid().is_empty());
    }
    whole > broken
}

impl Reading {
    /// The text. Bytes that have no meaning become the replacement character and a remark, so that one
    /// bad name does not cost the list; columns that must be exact refuse that character.
    pub fn text<'a>(&self, bytes: &'a [u8], report: &mut Report) -> Cow<'a, str> {
        let (text, bad) = self.encoding.decode_without_bom_handling(&bytes[self.mark..]);
        if let Some(remark) = &self.remark {
            report.remark(None, None, remark.clone());
        }
        if bad {
            let mut remark =
                format!("holds bytes that are not {}; each is read as \u{FFFD}", self.encoding.name());
            if let (true, Err(error)) = (self.encoding == UTF_8, std::str::from_utf8(&bytes[self.mark..])) {
                remark = format!("{remark} (first at byte {})", self.mark + error.valid_up_to() + 1);
            }
            report.remark(None, None, remark);
        }
        text
    }
}
