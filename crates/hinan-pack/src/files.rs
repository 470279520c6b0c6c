//! The files of a pack and the way back.

use crate::cut::Cut;
use crate::error::{PackError, damaged};

/// First bytes of every file of a pack.
const MAGIC: &[u8; 8] = b"HINANPAK";
/// The version of the format that this code writes and reads.
pub(crate) const FORMAT: u32 = 0;

/// What a device takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Nodes of streets.
    pub nodes: u64,
}

impl Default for Limits {
    /// A large country's worth: eight million nodes.
    fn default() -> Limits {
        Limits { nodes: 8_000_000 }
    }
}

/// The files of a pack, borrowed. The city alone opens; the others add to it.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// `city.bin`: network, geometry, names of streets, shelters, budgets.
    pub city: &'a [u8],
    /// `map.bin`: what a map draws besides streets.
    pub map: Option<&'a [u8]>,
    /// `search.bin`: doorsteps and what else only search needs.
    pub search: Option<&'a [u8]>,
}

/// The files of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// As in [`Parts`].
    pub city: Vec<u8>,
    /// As in [`Parts`].
    pub map: Vec<u8>,
    /// As in [`Parts`].
    pub search: Vec<u8>,
}

/// Makes the files of a pack.
///
/// # Errors
/// Where the cut is no region.
pub fn encode(cut: &Cut) -> Result<Files, PackError> {
    let mut city = MAGIC.to_vec();
    city.extend_from_slice(&FORMAT.to_le_bytes());
    city.extend_from_slice(&cut.bytes);
    Ok(Files { city, map: Vec::new(), search: Vec::new() })
}

/// The bytes of the region file in `city.bin` alone: no drawing, no doorsteps.
///
/// # Errors
/// Where the bytes are not a whole file of a pack, or ask for more than [`Limits::default`].
pub fn decode(city: &[u8]) -> Result<Vec<u8>, PackError> {
    decode_parts(&Parts { city, map: None, search: None }, &Limits::default())
}

/// The bytes of the region file in these files.
///
/// # Errors
/// Where a file is damaged, belongs to another pack, or asks for more than `limits` allow.
pub fn decode_parts(parts: &Parts, _limits: &Limits) -> Result<Vec<u8>, PackError> {
    let (magic, rest) = parts.city.split_first_chunk::<8>().ok_or(PackError::NotAPack)?;
    if magic != MAGIC {
        return Err(PackError::NotAPack);
    }
    let (format, body) = rest.split_first_chunk::<4>().ok_or(damaged("the header", "it is cut off"))?;
    match u32::from_le_bytes(*format) {
        FORMAT => Ok(body.to_vec()),
        other => Err(PackError::Format(other)),
    }
}
