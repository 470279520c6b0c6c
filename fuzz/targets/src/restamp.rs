//! Right checksums on spoilt region files, so that what lies behind them is reached.

use hinan_region::layout::{Header, MAGIC, SectionEntry, VERSION};
use zerocopy::little_endian::{U32, U64};
use zerocopy::{FromBytes, IntoBytes};

/// `bytes` with magic, version, length and every checksum made to fit what follows them. Bytes too
/// short for a header stay as they are.
pub(crate) fn restamped(bytes: &[u8]) -> Vec<u8> {
    let mut file = bytes.to_vec();
    let sealed = file.clone();
    let length = file.len() as u64;
    let Ok((header, rest)) = Header::mut_from_prefix(&mut file) else { return file };
    header.magic = MAGIC;
    header.version = U32::new(VERSION);
    header.length = U64::new(length);
    let count = header.sections.get() as usize;
    if let Ok((entries, _)) = <[SectionEntry]>::mut_from_prefix_with_elems(rest, count) {
        for entry in entries.iter_mut() {
            if let Some(section) = section(&sealed, entry) {
                entry.crc = U32::new(crc32fast::hash(section));
            }
        }
        header.table_crc = U32::new(crc32fast::hash(entries.as_bytes()));
    }
    file
}

fn section<'a>(file: &'a [u8], entry: &SectionEntry) -> Option<&'a [u8]> {
    let first = usize::try_from(entry.offset.get()).ok()?;
    let length = usize::try_from(entry.length.get()).ok()?;
    file.get(first..first.checked_add(length)?)
}
