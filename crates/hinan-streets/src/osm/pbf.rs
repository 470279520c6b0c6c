//! `.osm.pbf`: blocks are found first, then unpacked and decoded on all cores, in the order relations,
//! ways, nodes, so that only what is needed is ever kept. Results are put together in the order of
//! the file, whatever thread decoded what.
//!
//! Memory: unpacked blocks are kept between the rounds while they fit into [`KEEP_UNPACKED`], else they
//! are unpacked again; besides that, what is kept are chosen ways, their references, and the nodes
//! that those need. No block may claim more than the format allows.

use std::borrow::Cow;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::{Decompress, FlushDecompress, Status};
use hinan_model::network::Streets;
use hinan_model::place::{Bounds, Place};
use hinan_model::source::Source;
use rayon::prelude::*;

use super::nodes::Sieve;
use super::wire::{self, Cursor, Wrong};
use super::{
    Batch, Found, MOST_MEMBERS, MOST_TAGS, Member, NodeBatch, NodeTags, RelationRecord, Tally, WayTags,
    build, keep_relation, member_ways,
};
use crate::error::Broken;
use crate::report;
use crate::words::{Word, words};
use crate::{Options, StreetsError};

/// Limit of the format for the header of a block.
const MOST_HEADER: u32 = 64 << 10;
/// Limit of the format for a block, packed or not.
const MOST_BLOB: u64 = 32 << 20;
/// Bytes of unpacked blocks that are kept for the next round.
const KEEP_UNPACKED: u64 = 256 << 20;
/// No deflate stream unpacks to more than this many times its size.
const DEFLATE_RATIO: u64 = 1040;
/// Strings in the table of one block. Writers put 8,000 elements into a block.
const MOST_STRINGS: usize = 2_000_000;
/// How deep groups of one block may go: the format has one, some writers use a few.
const MOST_GROUPS: usize = 100_000;

/// Where the bytes of a file come from.
pub(crate) enum Bytes<'a> {
    Memory(&'a [u8]),
    /// A file and its length, too large to be held.
    File(Mutex<File>, u64),
}

impl Bytes<'_> {
    fn len(&self) -> u64 {
        match self {
            Bytes::Memory(bytes) => bytes.len() as u64,
            Bytes::File(_, length) => *length,
        }
    }

    /// Bytes `at .. at + length`, which lie inside.
    fn get(&self, at: u64, length: u64) -> Result<Cow<'_, [u8]>, Broken> {
        match self {
            Bytes::Memory(bytes) => {
                let range = usize::try_from(at).ok().zip(usize::try_from(at.saturating_add(length)).ok());
                let taken = range.and_then(|(from, to)| bytes.get(from..to));
                taken
                    .map(Cow::Borrowed)
                    .ok_or_else(|| Broken::new(at, "the file ends here in the middle of a block"))
            }
            Bytes::File(file, _) => {
                let mut taken = vec![0; length as usize];
                let mut file = file.lock().map_err(|e| Broken::new(at, e.to_string()))?;
                file.seek(SeekFrom::Start(at))
                    .and_then(|_| file.read_exact(&mut taken))
                    .map_err(|e| Broken::new(at, format!("the file cannot be read here: {e}")))?;
                Ok(Cow::Owned(taken))
            }
        }
    }
}

/// Reads an `.osm.pbf` file that is held in memory. `name` is what messages call it.
///
/// # Errors
/// Where the bytes are not such a file, claim more than the format allows, use a feature or packing
/// that is not read (history, lzma, zstd, lz4), or hold no street to walk on.
pub fn read_pbf_bytes(bytes: &[u8], name: &str, options: &Options<'_>) -> Result<Streets, StreetsError> {
    let (found, sha256) =
        rayon::join(|| find(&Bytes::Memory(bytes), name, options), || report::sha256_of(bytes));
    let source = Source { sha256, ..report::osm_source(name, "osm-pbf") };
    build::streets(found?, source, options)
}

/// Reads a file too large to be held. `sha256` is computed beside, by the caller's closure.
pub(crate) fn read_pbf_file(
    file: File,
    length: u64,
    name: &str,
    options: &Options<'_>,
    sha256: impl FnOnce() -> Result<String, StreetsError> + Send,
) -> Result<Streets, StreetsError> {
    let bytes = Bytes::File(Mutex::new(file), length);
    let (found, sha256) = rayon::join(|| find(&bytes, name, options), sha256);
    let source = Source { sha256: sha256?, ..report::osm_source(name, "osm-pbf") };
    build::streets(found?, source, options)
}

/// A block of the file, packed.
struct Blob {
    at: u64,
    length: u64,
}

/// A block, unpacked, and what it holds.
struct Block {
    at: u64,
    /// `None` where it must be unpacked again.
    unpacked: Option<Vec<u8>>,
    ways: bool,
    relations: bool,
    nodes: bool,
}

fn find(bytes: &Bytes<'_>, name: &str, options: &Options<'_>) -> Result<Found, StreetsError> {
    let in_file = |broken: Broken| broken.in_file(name);
    let (header, blobs) = blobs(bytes).map_err(in_file)?;
    let mut found = Found::default();
    read_header(&unpack(bytes, &header).map_err(in_file)?, header.at, &mut found).map_err(in_file)?;

    let kept = AtomicU64::new(0);
    let rounds = Rounds { bytes, options, total: blobs.len() as u64, done: AtomicU64::new(0) };
    let shapes: Vec<Block> = blobs
        .par_iter()
        .map(|blob| {
            let unpacked = unpack(bytes, blob)?;
            rounds.tell("unpacking the map");
            let size = unpacked.len() as u64;
            // Which blocks are kept may depend on the threads; what they hold does not.
            let keep = kept.fetch_add(size, Ordering::Relaxed) + size <= KEEP_UNPACKED;
            shape(unpacked, blob.at, keep)
        })
        .collect::<Result<_, Broken>>()
        .map_err(in_file)?;

    let of = |holds: fn(&Block) -> bool| -> Vec<(&Blob, &Block)> {
        blobs.iter().zip(&shapes).filter(|(_, block)| holds(block)).collect()
    };
    let relations = rounds
        .decode(&of(|block| block.relations), "reading relations", |block| relations_of(block, options))
        .map_err(in_file)?;
    for (mut records, tally) in relations {
        found.relations.append(&mut records);
        found.tally.add(&tally);
    }
    let members = member_ways(&found.relations);
    found.batches = rounds
        .decode(&of(|block| block.ways), "reading ways", |block| ways_of(block, &members, options))
        .map_err(in_file)?;
    let sieve = Sieve::of(&found.batches, &found.relations);
    found.nodes = rounds
        .decode(&of(|block| block.nodes), "reading nodes", |block| nodes_of(block, &sieve, options))
        .map_err(in_file)?;
    Ok(found)
}

/// Rounds over the blocks of a file.
struct Rounds<'a> {
    bytes: &'a Bytes<'a>,
    options: &'a Options<'a>,
    total: u64,
    done: AtomicU64,
}

impl Rounds<'_> {
    fn tell(&self, what: &str) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        self.options.tell(what, done.min(self.total), self.total);
    }

    /// Decodes blocks on all cores; the results are in the order of the file.
    fn decode<T: Send>(
        &self,
        blocks: &[(&Blob, &Block)],
        what: &str,
        decode: impl Fn(&Decoder<'_>) -> Result<T, Wrong> + Sync,
    ) -> Result<Vec<T>, Broken> {
        let done = AtomicU64::new(0);
        blocks
            .par_iter()
            .map(|&(blob, block)| {
                let unpacked = match &block.unpacked {
                    Some(unpacked) => Cow::Borrowed(unpacked.as_slice()),
                    None => Cow::Owned(unpack(self.bytes, blob)?),
                };
                let wrong = |wrong: Wrong| Broken::new(block.at, wrong);
                let result = decode(&Decoder::new(&unpacked).map_err(wrong)?).map_err(wrong);
                self.options.tell(what, done.fetch_add(1, Ordering::Relaxed) + 1, blocks.len() as u64);
                result
            })
            .collect()
    }
}

/// Finds the blocks of a file without unpacking any: the header block and the data blocks.
fn blobs(bytes: &Bytes<'_>) -> Result<(Blob, Vec<Blob>), Broken> {
    let mut header = None;
    let mut data = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let cut = |what: &str| Broken::new(at, what);
        if at + 4 > bytes.len() {
            return Err(cut("the file ends in the middle of a block's length"));
        }
        let length = bytes.get(at, 4)?;
        let length = length.iter().fold(0_u32, |sum, &byte| sum << 8 | u32::from(byte));
        if length > MOST_HEADER {
            return Err(cut(&format!(
                "a block's header claims {length} bytes, the format allows {MOST_HEADER}; this is no .osm.pbf file, or it is damaged"
            )));
        }
        let body = at + 4 + u64::from(length);
        if body > bytes.len() {
            return Err(cut("the file ends in the middle of a block's header"));
        }
        let (kind, size) = blob_header(&bytes.get(at + 4, u64::from(length))?).map_err(cut)?;
        if size > MOST_BLOB {
            return Err(cut(&format!("a block claims {size} bytes, the format allows {MOST_BLOB}")));
        }
        if body + size > bytes.len() {
            return Err(cut("the file ends in the middle of a block"));
        }
        let blob = Blob { at: body, length: size };
        match kind {
            Kind::Header if header.is_none() => header = Some(blob),
            Kind::Data if header.is_some() => data.push(blob),
            Kind::Data => return Err(cut("the file does not begin with a header block")),
            // The format asks readers to skip what they do not know.
            Kind::Header | Kind::Other => {}
        }
        at = body + size;
    }
    header.map(|header| (header, data)).ok_or_else(|| Broken::new(0, "the file has no header block"))
}

enum Kind {
    Header,
    Data,
    Other,
}

fn blob_header(bytes: &[u8]) -> Result<(Kind, u64), Wrong> {
    let mut cursor = Cursor::new(bytes);
    let (mut kind, mut size) = (Kind::Other, None);
    while let Some((field, value)) = cursor.field()? {
        match field {
            1 => {
                kind = match value.bytes()? {
                    b"OSMHeader" => Kind::Header,
                    b"OSMData" => Kind::Data,
                    _ => Kind::Other,
                }
            }
            3 => size = Some(value.number()?),
            _ => {}
        }
    }
    Ok((kind, size.ok_or("a block's header does not say how long the block is")?))
}

/// Unpacks a block.
fn unpack(bytes: &Bytes<'_>, blob: &Blob) -> Result<Vec<u8>, Broken> {
    let packed = bytes.get(blob.at, blob.length)?;
    let wrong = |what: &str| Broken::new(blob.at, what);
    let mut cursor = Cursor::new(&packed);
    let (mut size, mut data) = (None, None);
    while let Some((field, value)) = cursor.field().map_err(wrong)? {
        match field {
            1 => return Ok(value.bytes().map_err(wrong)?.to_vec()),
            2 => size = Some(value.number().map_err(wrong)?),
            3 => data = Some(value.bytes().map_err(wrong)?),
            4 => return Err(wrong(&packing("lzma"))),
            5 => return Err(wrong(&packing("bzip2"))),
            6 => return Err(wrong(&packing("lz4"))),
            7 => return Err(wrong(&packing("zstd"))),
            _ => {}
        }
    }
    let data = data.ok_or_else(|| wrong("a block without data"))?;
    let size = size.ok_or_else(|| wrong("a packed block that does not say how large it is unpacked"))?;
    inflate(data, size, blob.at)
}

fn packing(name: &str) -> String {
    format!(
        "blocks are packed with {name}, which is not read: write the file anew with zlib (osmium cat -o out.osm.pbf)"
    )
}

fn inflate(data: &[u8], size: u64, at: u64) -> Result<Vec<u8>, Broken> {
    if size > MOST_BLOB {
        return Err(Broken::new(
            at,
            format!("a block claims {size} bytes unpacked, the format allows {MOST_BLOB}"),
        ));
    }
    if size > data.len() as u64 * DEFLATE_RATIO + 64 {
        return Err(Broken::new(
            at,
            format!("a block claims {size} bytes unpacked, more than {} packed bytes can hold", data.len()),
        ));
    }
    let mut unpacked = vec![0; size as usize];
    let mut inflater = Decompress::new(true);
    let status = inflater
        .decompress(data, &mut unpacked, FlushDecompress::Finish)
        .map_err(|e| Broken::new(at, format!("a block cannot be unpacked: {e}")))?;
    if status != Status::StreamEnd || inflater.total_out() != size {
        return Err(Broken::new(at, format!("a block does not unpack to the {size} bytes that it claims")));
    }
    Ok(unpacked)
}

fn read_header(block: &[u8], at: u64, found: &mut Found) -> Result<(), Broken> {
    let wrong = |what: &str| Broken::new(at, what);
    let mut cursor = Cursor::new(block);
    while let Some((field, value)) = cursor.field().map_err(wrong)? {
        match field {
            1 => found.bounds = header_bounds(value.bytes().map_err(wrong)?).map_err(wrong)?,
            4 => match value.bytes().map_err(wrong)? {
                b"OsmSchema-V0.6" | b"DenseNodes" => {}
                other => {
                    let feature: String = String::from_utf8_lossy(other).chars().take(40).collect();
                    return Err(wrong(&format!("the file asks for '{feature}', which is not read")));
                }
            },
            32 => found.date = report::date_of_seconds(value.number().map_err(wrong)? as i64),
            _ => {}
        }
    }
    Ok(())
}

fn header_bounds(bytes: &[u8]) -> Result<Option<Bounds>, Wrong> {
    let mut cursor = Cursor::new(bytes);
    let mut sides = [None; 4];
    while let Some((field, value)) = cursor.field()? {
        if let (Some(side), wire::Value::Number(raw)) =
            (sides.get_mut((field as usize).wrapping_sub(1)), value)
        {
            *side = Some((raw >> 1) as i64 ^ -((raw & 1) as i64));
        }
    }
    let [Some(west), Some(east), Some(north), Some(south)] = sides else { return Ok(None) };
    Ok(place(south, west).zip(place(north, east)).map(|(min, max)| Bounds { min, max }))
}

/// A place from nanodegrees; `None` where it is not on Earth.
fn place(lat: i64, lon: i64) -> Option<Place> {
    let (lat, lon) = (lat / 100, lon / 100);
    let on_earth =
        (-900_000_000..=900_000_000).contains(&lat) && (-1_800_000_000..=1_800_000_000).contains(&lon);
    on_earth.then_some(Place { lat_e7: lat as i32, lon_e7: lon as i32 })
}

/// Looks at which kinds of elements a block holds.
fn shape(unpacked: Vec<u8>, at: u64, keep: bool) -> Result<Block, Broken> {
    let mut block = Block { at, unpacked: None, ways: false, relations: false, nodes: false };
    let wrong = |what: Wrong| Broken::new(at, what);
    let mut cursor = Cursor::new(&unpacked);
    while let Some((field, value)) = cursor.field().map_err(wrong)? {
        if field != 2 {
            continue;
        }
        let mut group = Cursor::new(value.bytes().map_err(wrong)?);
        // A group holds elements of one kind, says the format; look at them all the same.
        while let Some((field, _)) = group.field().map_err(wrong)? {
            block.nodes |= field == 1 || field == 2;
            block.ways |= field == 3;
            block.relations |= field == 4;
        }
    }
    block.unpacked = keep.then_some(unpacked);
    Ok(block)
}

/// A block with its table of strings looked up.
struct Decoder<'a> {
    block: &'a [u8],
    /// Start and end of each string.
    strings: Vec<(u32, u32)>,
    words: Vec<Word>,
    groups: Vec<&'a [u8]>,
    granularity: i64,
    lat_offset: i64,
    lon_offset: i64,
}

impl<'a> Decoder<'a> {
    fn new(block: &'a [u8]) -> Result<Decoder<'a>, Wrong> {
        let mut decoder = Decoder {
            block,
            strings: Vec::new(),
            words: Vec::new(),
            groups: Vec::new(),
            granularity: 100,
            lat_offset: 0,
            lon_offset: 0,
        };
        let mut cursor = Cursor::new(block);
        while let Some((field, value)) = cursor.field()? {
            match field {
                1 => decoder.read_strings(value.bytes()?)?,
                2 => {
                    if decoder.groups.len() >= MOST_GROUPS {
                        return Err("a block of more groups than any writer makes");
                    }
                    decoder.groups.push(value.bytes()?);
                }
                17 => decoder.granularity = value.number()? as i64,
                19 => decoder.lat_offset = value.number()? as i64,
                20 => decoder.lon_offset = value.number()? as i64,
                _ => {}
            }
        }
        Ok(decoder)
    }

    fn read_strings(&mut self, table: &'a [u8]) -> Result<(), Wrong> {
        let words = words();
        let base = self.block.as_ptr().addr();
        let mut cursor = Cursor::new(table);
        while let Some((field, value)) = cursor.field()? {
            if field != 1 {
                continue;
            }
            let string = value.bytes()?;
            if self.strings.len() >= MOST_STRINGS {
                return Err("a block with more than two million strings");
            }
            let start = (string.as_ptr().addr() - base) as u32;
            self.strings.push((start, start + string.len() as u32));
            self.words.push(words.look_up(string));
        }
        Ok(())
    }

    fn string(&self, index: u64) -> Result<&'a [u8], Wrong> {
        let &(start, end) =
            self.strings.get(index as usize).ok_or("a tag refers to a string that is not in the block")?;
        self.block.get(start as usize..end as usize).ok_or("a string outside of its block")
    }

    fn word(&self, index: u64) -> Result<Word, Wrong> {
        self.words.get(index as usize).copied().ok_or("a tag refers to a string that is not in the block")
    }

    fn place(&self, lat: i64, lon: i64) -> Option<Place> {
        place(
            self.lat_offset.wrapping_add(self.granularity.wrapping_mul(lat)),
            self.lon_offset.wrapping_add(self.granularity.wrapping_mul(lon)),
        )
    }

    fn way_tags(&self, keys: &[u8], values: &[u8]) -> Result<WayTags<'a>, Wrong> {
        let mut tags = WayTags::default();
        let (mut keys, mut values) = (Cursor::new(keys), Cursor::new(values));
        let mut count = 0;
        while !keys.is_empty() && !values.is_empty() {
            let (key, value) = (keys.number()?, values.number()?);
            tags.add(self.word(key)?, self.word(value)?, self.string(value)?);
            count += 1;
            if count > MOST_TAGS {
                return Err("a way or relation with more than 5,000 tags");
            }
        }
        Ok(tags)
    }

    /// The tags as text, for the few elements where that is needed. They were read before.
    fn pairs<'b>(
        &'b self,
        keys: &'b [u8],
        values: &'b [u8],
    ) -> impl Iterator<Item = (&'a [u8], &'a [u8])> + Clone + 'b {
        let (mut keys, mut values) = (Cursor::new(keys), Cursor::new(values));
        std::iter::from_fn(move || {
            let key = self.string(keys.number().ok()?).ok()?;
            Some((key, self.string(values.number().ok()?).ok()?))
        })
    }
}

fn relations_of(block: &Decoder<'_>, options: &Options<'_>) -> Result<(Vec<RelationRecord>, Tally), Wrong> {
    let (mut records, mut tally) = (Vec::new(), Tally::default());
    for group in &block.groups {
        let mut cursor = Cursor::new(group);
        while let Some((field, value)) = cursor.field()? {
            if field == 4 {
                records.extend(relation(block, value.bytes()?, options, &mut tally)?);
            }
        }
    }
    Ok((records, tally))
}

fn relation(
    block: &Decoder<'_>,
    message: &[u8],
    options: &Options<'_>,
    tally: &mut Tally,
) -> Result<Option<RelationRecord>, Wrong> {
    let (mut id, mut keys, mut values): (i64, &[u8], &[u8]) = (0, &[], &[]);
    let (mut roles, mut ids, mut kinds): (&[u8], &[u8], &[u8]) = (&[], &[], &[]);
    let mut cursor = Cursor::new(message);
    while let Some((field, value)) = cursor.field()? {
        match field {
            1 => id = value.number()? as i64,
            2 => keys = value.bytes()?,
            3 => values = value.bytes()?,
            8 => roles = value.bytes()?,
            9 => ids = value.bytes()?,
            10 => kinds = value.bytes()?,
            _ => {}
        }
    }
    let tags = block.way_tags(keys, values)?;
    let members = members(block, roles, ids, kinds)?;
    Ok(keep_relation(id, &tags, || members, options, tally, block.pairs(keys, values)))
}

fn members(block: &Decoder<'_>, roles: &[u8], ids: &[u8], kinds: &[u8]) -> Result<Vec<Member>, Wrong> {
    let (mut roles, mut ids, mut kinds) = (Cursor::new(roles), Cursor::new(ids), Cursor::new(kinds));
    let (mut members, mut id) = (Vec::new(), 0_i64);
    while !ids.is_empty() {
        id = id.wrapping_add(ids.signed()?);
        let inner = block.string(roles.number()?)? == b"inner";
        members.extend(match kinds.number()? {
            0 => Some(Member::Node(id)),
            1 if inner => Some(Member::Inner(id)),
            1 => Some(Member::Outer(id)),
            _ => None,
        });
        if members.len() > MOST_MEMBERS {
            return Err("a relation with more than a million members");
        }
    }
    Ok(members)
}

fn ways_of(block: &Decoder<'_>, member_ways: &[i64], options: &Options<'_>) -> Result<Batch, Wrong> {
    let mut batch = Batch::default();
    for group in &block.groups {
        let mut cursor = Cursor::new(group);
        while let Some((field, value)) = cursor.field()? {
            if field == 3 {
                way(block, value.bytes()?, member_ways, options, &mut batch)?;
            }
        }
    }
    Ok(batch)
}

fn way(
    block: &Decoder<'_>,
    message: &[u8],
    member_ways: &[i64],
    options: &Options<'_>,
    batch: &mut Batch,
) -> Result<(), Wrong> {
    let (mut id, mut keys, mut values, mut refs): (i64, &[u8], &[u8], &[u8]) = (0, &[], &[], &[]);
    let mut cursor = Cursor::new(message);
    while let Some((field, value)) = cursor.field()? {
        match field {
            1 => id = value.number()? as i64,
            2 => keys = value.bytes()?,
            3 => values = value.bytes()?,
            8 => refs = value.bytes()?,
            _ => {}
        }
    }
    let tags = block.way_tags(keys, values)?;
    let is_member = member_ways.binary_search(&id).is_ok();
    if !batch.begin_way(id, &tags, is_member, options, block.pairs(keys, values)) {
        return Ok(());
    }
    let (mut cursor, mut node) = (Cursor::new(refs), 0_i64);
    let before = batch.refs.len();
    while !cursor.is_empty() {
        node = node.wrapping_add(cursor.signed()?);
        batch.refs.push(node);
    }
    if batch.refs.len() - before > MOST_MEMBERS {
        return Err("a way of more than a million nodes");
    }
    batch.finish_way();
    Ok(())
}

fn nodes_of(block: &Decoder<'_>, sieve: &Sieve, options: &Options<'_>) -> Result<NodeBatch, Wrong> {
    let mut batch = NodeBatch::default();
    for group in &block.groups {
        let mut cursor = Cursor::new(group);
        while let Some((field, value)) = cursor.field()? {
            match field {
                1 => plain_node(block, value.bytes()?, sieve, options, &mut batch)?,
                2 => dense_nodes(block, value.bytes()?, sieve, options, &mut batch)?,
                _ => {}
            }
        }
    }
    Ok(batch)
}

fn plain_node(
    block: &Decoder<'_>,
    message: &[u8],
    sieve: &Sieve,
    options: &Options<'_>,
    batch: &mut NodeBatch,
) -> Result<(), Wrong> {
    let (mut id, mut lat, mut lon): (i64, i64, i64) = (0, 0, 0);
    let (mut keys, mut values): (&[u8], &[u8]) = (&[], &[]);
    let zigzag = |raw: u64| (raw >> 1) as i64 ^ -((raw & 1) as i64);
    let mut cursor = Cursor::new(message);
    while let Some((field, value)) = cursor.field()? {
        match field {
            1 => id = zigzag(value.number()?),
            2 => keys = value.bytes()?,
            3 => values = value.bytes()?,
            8 => lat = zigzag(value.number()?),
            9 => lon = zigzag(value.number()?),
            _ => {}
        }
    }
    batch.seen += 1;
    let Some(place) = block.place(lat, lon) else {
        batch.off_earth += 1;
        return Ok(());
    };
    if sieve.keeps(id) {
        batch.ids.push(id);
        batch.places.push(place);
    }
    let mut tags = NodeTags::default();
    let (mut key, mut value) = (Cursor::new(keys), Cursor::new(values));
    while !key.is_empty() && !value.is_empty() {
        node_tag(block, &mut tags, key.number()?, value.number()?)?;
    }
    if tags.count > 0 {
        batch.add_tagged(id, place, &tags, options, block.pairs(keys, values));
    }
    Ok(())
}

fn node_tag(block: &Decoder<'_>, tags: &mut NodeTags, key: u64, value: u64) -> Result<(), Wrong> {
    tags.add(block.word(key)?, block.word(value)?);
    if tags.count > MOST_TAGS { Err("a node with more than 5,000 tags") } else { Ok(()) }
}

fn dense_nodes(
    block: &Decoder<'_>,
    message: &[u8],
    sieve: &Sieve,
    options: &Options<'_>,
    batch: &mut NodeBatch,
) -> Result<(), Wrong> {
    let (mut ids, mut lats, mut lons, mut tags): (&[u8], &[u8], &[u8], &[u8]) = (&[], &[], &[], &[]);
    let mut cursor = Cursor::new(message);
    while let Some((field, value)) = cursor.field()? {
        match field {
            1 => ids = value.bytes()?,
            8 => lats = value.bytes()?,
            9 => lons = value.bytes()?,
            10 => tags = value.bytes()?,
            _ => {}
        }
    }
    let count = wire::count(ids);
    batch.ids.reserve(count.min(16_000));
    batch.places.reserve(count.min(16_000));
    let (mut ids, mut lats, mut lons, mut tags) =
        (Cursor::new(ids), Cursor::new(lats), Cursor::new(lons), Cursor::new(tags));
    let (mut id, mut lat, mut lon) = (0_i64, 0_i64, 0_i64);
    while !ids.is_empty() {
        id = id.wrapping_add(ids.signed()?);
        lat = lat.wrapping_add(lats.signed()?);
        lon = lon.wrapping_add(lons.signed()?);
        batch.seen += 1;
        let from = tags;
        let read = dense_tags(block, &mut tags)?;
        let Some(place) = block.place(lat, lon) else {
            batch.off_earth += 1;
            continue;
        };
        if sieve.keeps(id) {
            batch.ids.push(id);
            batch.places.push(place);
        }
        if let Some(read) = read {
            batch.add_tagged(id, place, &read, options, dense_pairs(block, from));
        }
    }
    Ok(())
}

/// The tags of the next dense node: numbers of key and value in turn, up to a zero.
fn dense_tags(block: &Decoder<'_>, tags: &mut Cursor<'_>) -> Result<Option<NodeTags>, Wrong> {
    if tags.is_empty() {
        return Ok(None);
    }
    let mut key = tags.number()?;
    if key == 0 {
        return Ok(None);
    }
    let mut read = NodeTags::default();
    while key != 0 {
        node_tag(block, &mut read, key, tags.number()?)?;
        key = if tags.is_empty() { 0 } else { tags.number()? };
    }
    Ok(Some(read))
}

fn dense_pairs<'a>(
    block: &'a Decoder<'a>,
    mut tags: Cursor<'a>,
) -> impl Iterator<Item = (&'a [u8], &'a [u8])> + Clone {
    std::iter::from_fn(move || {
        let key = tags.number().ok().filter(|&key| key != 0)?;
        Some((block.string(key).ok()?, block.string(tags.number().ok()?).ok()?))
    })
}
