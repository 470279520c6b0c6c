//! The layout of a region file: a header, a table of sections, the sections.
//!
//! ```text
//! 0   8 B   "HINANREG"
//! 8   u32   version of the layout
//! 12  u32   number of sections n
//! 16  u64   length of the file
//! 24  u32   CRC-32 of the section table
//! 28  u32   0
//! 32  n x   { name 8 B, offset u64, length u64, CRC-32 u32, 0 u32 }
//! ...       sections, each at a multiple of 64, zeros between
//! ```
//!
//! All numbers are little-endian. A reader refuses a version that it does not know and passes over
//! sections that it does not know.

use zerocopy::little_endian::{U32, U64};
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

#[cfg(target_endian = "big")]
compile_error!("region files are little-endian and are used in place");

/// First bytes of every region file.
pub const MAGIC: [u8; 8] = *b"HINANREG";
/// The version of the layout that this code writes and reads.
pub const VERSION: u32 = 2;
/// Sections begin at multiples of this, a cache line.
pub const ALIGNMENT: usize = 64;
/// More sections than any version will have; a bound for the reader.
pub const MAX_SECTIONS: u32 = 64;

/// More corners of zones, or of forbidden ground, than a region may have: a country's in fine detail.
pub const MAX_CORNERS: usize = 4_000_000;

/// A point further than this from any street is not joined to one: 300 m.
pub const MAX_OFF_MM: u32 = 300_000;

/// The name of a section: eight bytes of ASCII, padded with spaces.
pub type Name = [u8; 8];

/// Names of the sections.
pub mod name {
    use super::Name;

    /// Meta data as JSON: sources, walkers, steps, complaints, parameters.
    pub const META: Name = *b"META    ";
    /// Node ids as numbers (i64 each).
    pub const NODE_NUMBERS: Name = *b"NODEIDS ";
    /// Node ids as texts.
    pub const NODE_TEXTS: Name = *b"NODETEXT";
    /// Node indices in the order of their ids (u32 each).
    pub const NODE_BY_ID: Name = *b"NODEBYID";
    /// Places of nodes (lat, lon as i32 1e-7 degree each); empty where unknown.
    pub const PLACES: Name = *b"PLACES  ";
    /// People at nodes (u32 each); empty where unknown.
    pub const PEOPLE: Name = *b"PEOPLE  ";
    /// Cluster of each junction (u32 each), 0 the largest.
    pub const CLUSTERS: Name = *b"CLUSTERS";
    /// The two junctions of each edge.
    pub const EDGE_ENDS: Name = *b"EDGEENDS";
    /// First segment of each edge, and the number of segments.
    pub const EDGE_SEGMENTS: Name = *b"EDGESEGS";
    /// Length of each segment in mm (u32); absent where times were given.
    pub const LENGTHS: Name = *b"SEGLEN  ";
    /// Kind of each segment (u16).
    pub const KINDS_OF: Name = *b"SEGKIND ";
    /// Slope of each segment in per cent (i8); empty where level.
    pub const GRADES: Name = *b"SEGGRADE";
    /// Table of kinds x walkers.
    pub const KINDS: Name = *b"KINDS   ";
    /// Given times there (u32 each); absent where lengths are known.
    pub const FORWARD: Name = *b"SEGFWD  ";
    /// Given times back.
    pub const BACKWARD: Name = *b"SEGBWD  ";
    /// Way of each segment (u32 each).
    pub const WAYS_OF: Name = *b"SEGWAY  ";
    /// Ids of ways (i64 each).
    pub const WAY_IDS: Name = *b"WAYIDS  ";
    /// Names of ways.
    pub const WAY_NAMES: Name = *b"WAYNAMES";
    /// Shelters, postcard.
    pub const SHELTERS: Name = *b"SHELTERS";
    /// Entrances joined to the network.
    pub const ENTRANCES: Name = *b"ENTRANCE";
    /// Doorsteps joined to the network.
    pub const DOORSTEPS: Name = *b"DOORSTEP";
    /// Ids of doorsteps.
    pub const DOORSTEP_IDS: Name = *b"DOORIDS ";
    /// People at doorsteps (u32 each); empty where nobody counted any.
    pub const DOORSTEP_PEOPLE: Name = *b"DOORPEOP";
    /// Zones of warning, postcard.
    pub const ZONES: Name = *b"ZONES   ";
    /// Ground that nobody may walk on, postcard.
    pub const FORBIDDEN: Name = *b"FORBID  ";
    /// Cells of the search grid (u64 each: row above 19 bits of column), sorted.
    pub const GRID_CELLS: Name = *b"GRIDCELL";
    /// First item of each cell, and the number of items (u32 each).
    pub const GRID_FIRST: Name = *b"GRIDFRST";
    /// Segments in cells (u32 each).
    pub const GRID_ITEMS: Name = *b"GRIDITEM";
    /// Segments so long that the grid holds their ends only (u32 each).
    pub const LONG_SEGMENTS: Name = *b"SEGLONG ";
    /// Blocks of drawn things; absent in files of before there were any.
    pub const DRAWN_BLOCKS: Name = *b"DRAWBLK ";
    /// The things in them, packed.
    pub const DRAWN_THINGS: Name = *b"DRAWDATA";
}

/// The header.
#[derive(Clone, Copy, Debug, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub struct Header {
    /// [`MAGIC`].
    pub magic: [u8; 8],
    /// [`VERSION`].
    pub version: U32,
    /// Number of sections.
    pub sections: U32,
    /// Length of the file in bytes.
    pub length: U64,
    /// CRC-32 of the section table.
    pub table_crc: U32,
    /// 0.
    pub reserved: U32,
}

/// One row of the section table.
#[derive(Clone, Copy, Debug, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub struct SectionEntry {
    /// Name.
    pub name: Name,
    /// Where it begins, from the start of the file.
    pub offset: U64,
    /// Length in bytes.
    pub length: U64,
    /// CRC-32 of its bytes.
    pub crc: U32,
    /// 0.
    pub reserved: U32,
}

/// An entrance joined to the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromBytes, IntoBytes, Immutable, KnownLayout)]
#[repr(C)]
pub struct EntranceRecord {
    /// Index of the shelter.
    pub shelter: u32,
    /// The junction where people leave the street.
    pub node: u32,
    /// Fixed start cost in ds: stairs, door.
    pub start_ds: u32,
    /// Straight way from the street to the entrance in mm, walked at the walker's own pace.
    pub off_mm: u32,
    /// Which of the shelter's entrances it is.
    pub door: u32,
}

/// A doorstep joined to the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromBytes, IntoBytes, Immutable, KnownLayout)]
#[repr(C)]
pub struct DoorstepRecord {
    /// Where it is.
    pub place: hinan_model::Place,
    /// The segment that people step out on, or [`hinan_model::network::NONE`] where no street is near.
    pub segment: u32,
    /// How far along the segment, in mm from its start.
    pub part_mm: u32,
    /// Straight way to the street in mm.
    pub off_mm: u32,
    /// [`hinan_model::network::DoorstepKind`] as a number.
    pub kind: u32,
}

/// Things of one class that a map draws and that lie near each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromBytes, IntoBytes, Immutable, KnownLayout)]
#[repr(C)]
pub struct DrawnBlock {
    /// South-west corner of the box around them.
    pub min: hinan_model::Place,
    /// North-east corner.
    pub max: hinan_model::Place,
    /// [`hinan_model::DrawnClass`] as a number.
    pub class: u32,
    /// How many they are.
    pub things: u32,
    /// Where their data ends; it begins where that of the block before ends.
    pub end: u64,
}

/// Puts sections together to the bytes of a file.
pub fn assemble(sections: &[(Name, Vec<u8>)]) -> Vec<u8> {
    let table_end = size_of::<Header>() + sections.len() * size_of::<SectionEntry>();
    let mut offset = table_end;
    let mut table = Vec::with_capacity(sections.len() * size_of::<SectionEntry>());
    for (name, bytes) in sections {
        offset = offset.next_multiple_of(ALIGNMENT);
        let entry = SectionEntry {
            name: *name,
            offset: U64::new(offset as u64),
            length: U64::new(bytes.len() as u64),
            crc: U32::new(crc32fast::hash(bytes)),
            reserved: U32::new(0),
        };
        table.extend_from_slice(entry.as_bytes());
        offset += bytes.len();
    }
    let header = Header {
        magic: MAGIC,
        version: U32::new(VERSION),
        sections: U32::new(sections.len() as u32),
        length: U64::new(offset as u64),
        table_crc: U32::new(crc32fast::hash(&table)),
        reserved: U32::new(0),
    };
    let mut file = Vec::with_capacity(offset);
    file.extend_from_slice(header.as_bytes());
    file.extend_from_slice(&table);
    for (_, bytes) in sections {
        file.resize(file.len().next_multiple_of(ALIGNMENT), 0);
        file.extend_from_slice(bytes);
    }
    file
}
