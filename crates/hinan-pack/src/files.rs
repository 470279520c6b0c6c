//! The files of a pack and the way back.
//!
//! ```text
//! 0   8 B   "HINANPAK"
//! 8   u32   version of the format
//! 12  u8    which file: 1 city, 2 map, 3 search
//! 13  u32   the mark of the city that it belongs to
//! 17  ...   how much there is of everything, as numbers of seven bits a byte
//! ...       length of each stream, the same way
//! ...       the streams
//! end u32   CRC-32 of all that
//! ```

use hinan_model::Place;
use hinan_model::network::KindPace;
use hinan_region::layout::{DoorstepRecord, DrawnBlock, EntranceRecord};
use zerocopy::{FromBytes, FromZeros, IntoBytes};

use crate::coder::{Coder, Packer, Sink, Source, Unpacker};
use crate::columns::{Columns, Ids, Paces, for_each_segment};
use crate::cut::Cut;
use crate::drawn::{self, read_number, write_number};
use crate::error::{PackError, damaged};
use crate::names::{self, pack_bytes, unpack_bytes};
use crate::text::Text;
use crate::{network, points};

/// First bytes of every file of a pack.
const MAGIC: &[u8; 8] = b"HINANPAK";
/// The version of the format that this code writes and reads.
pub(crate) const FORMAT: u32 = 2;
/// No file asks for more of anything than this for each of its bytes: packed streets take some 40 bits
/// a node, and the plainest grid of given times more than a tenth of a bit.
const MOST_A_BYTE: u64 = 256;
/// A text repeats itself at most so often.
const MOST_TEXT_A_BYTE: u64 = 4096;

/// What a device takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Nodes and segments of streets.
    pub nodes: u64,
    /// Bytes of a text or of a drawing.
    pub text: u64,
}

impl Default for Limits {
    /// A large country's worth: sixteen million nodes and segments, 256 MiB of text.
    fn default() -> Limits {
        Limits { nodes: 16_000_000, text: 1 << 28 }
    }
}

/// The files of a pack, borrowed. The city alone opens; the others add to it.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// `city.bin`: network, geometry, names of streets, shelters, budgets.
    pub city: &'a [u8],
    /// `map.bin`: what a map draws besides streets.
    pub map: Option<&'a [u8]>,
    /// `search.bin`: doorsteps and ids of ways.
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
    /// What each stream takes: (file and stream, bytes).
    pub sizes: Vec<(&'static str, usize)>,
}

impl Files {
    /// All of them, borrowed.
    pub fn parts(&self) -> Parts<'_> {
        Parts { city: &self.city, map: Some(&self.map), search: Some(&self.search) }
    }
}

/// Which file, as it says itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    City = 1,
    Map = 2,
    Search = 3,
}

impl Which {
    const fn name(self) -> &'static str {
        match self {
            Which::City => "city.bin",
            Which::Map => "map.bin",
            Which::Search => "search.bin",
        }
    }
}

/// Puts a file together.
fn write_file(which: Which, mark: u32, counts: &[u64], streams: &[(&'static str, Vec<u8>)]) -> Vec<u8> {
    let mut file = MAGIC.to_vec();
    file.extend_from_slice(&FORMAT.to_le_bytes());
    file.push(which as u8);
    file.extend_from_slice(&mark.to_le_bytes());
    counts.iter().for_each(|&count| write_number(count, &mut file));
    streams.iter().for_each(|(_, stream)| write_number(stream.len() as u64, &mut file));
    streams.iter().for_each(|(_, stream)| file.extend_from_slice(stream));
    let crc = crc32fast::hash(&file);
    file.extend_from_slice(&crc.to_le_bytes());
    file
}

/// A file taken apart.
struct File<'a> {
    which: Which,
    mark: u32,
    /// Its checksum, which is the mark of a city.
    crc: u32,
    length: u64,
    rest: &'a [u8],
}

impl<'a> File<'a> {
    fn open(bytes: &'a [u8], which: Which) -> Result<File<'a>, PackError> {
        let what = which.name();
        let (magic, _) = bytes.split_first_chunk::<8>().ok_or(PackError::NotAPack)?;
        if magic != MAGIC {
            return Err(PackError::NotAPack);
        }
        let cut_off = damaged(what, "it is cut off");
        let (body, crc) = bytes.split_last_chunk::<4>().ok_or(cut_off.clone())?;
        let (head, rest) = body.split_at_checked(17).ok_or(cut_off.clone())?;
        let u32_at =
            |at: usize| head.get(at..at + 4).map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]));
        if u32_at(8) != FORMAT {
            return Err(PackError::Format(u32_at(8)));
        }
        if u32::from_le_bytes(*crc) != crc32fast::hash(body) {
            return Err(damaged(what, "its checksum is wrong; was it fetched whole?"));
        }
        if head.get(12) != Some(&(which as u8)) {
            return Err(damaged(what, "it is another file of a pack"));
        }
        let length = bytes.len() as u64;
        Ok(File { which, mark: u32_at(13), crc: u32::from_le_bytes(*crc), length, rest })
    }

    fn number(&mut self) -> Result<u64, PackError> {
        read_number(&mut self.rest).ok_or(damaged(self.which.name(), "it is cut off"))
    }

    /// A number of things to come, none of which is there for nothing.
    fn count(&mut self, what: &'static str, most: u64) -> Result<usize, PackError> {
        let asked = self.number()?;
        if asked > most {
            return Err(PackError::TooLarge { what, asked, most });
        }
        if asked > 1024 + self.length * MOST_A_BYTE {
            return Err(damaged(self.which.name(), "it asks for more than can be in it"));
        }
        Ok(asked as usize)
    }

    fn text(&mut self, limits: &Limits) -> Result<usize, PackError> {
        let asked = self.number()?;
        if asked > limits.text {
            return Err(PackError::TooLarge { what: "bytes of text", asked, most: limits.text });
        }
        if asked > 1024 + self.length * MOST_TEXT_A_BYTE {
            return Err(damaged(self.which.name(), "it asks for more text than can be in it"));
        }
        Ok(asked as usize)
    }

    fn streams<const N: usize>(&mut self) -> Result<[&'a [u8]; N], PackError> {
        let mut lengths = [0_u64; N];
        for length in &mut lengths {
            *length = self.number()?;
        }
        let mut streams: [&[u8]; N] = [&[]; N];
        for (stream, length) in streams.iter_mut().zip(lengths) {
            let split = usize::try_from(length).ok().and_then(|length| self.rest.split_at_checked(length));
            (*stream, self.rest) = split.ok_or(damaged(self.which.name(), "a stream is cut off"))?;
        }
        if self.rest.is_empty() {
            Ok(streams)
        } else {
            Err(damaged(self.which.name(), "something follows it"))
        }
    }
}

/// Packs by one stream's model.
fn packed<S: Sink>(code: impl FnOnce(&mut S) -> Result<(), PackError>) -> Result<Vec<u8>, PackError> {
    let mut packer = S::default();
    code(&mut packer)?;
    Ok(packer.finish())
}

/// Unpacks by one stream's model.
fn unpacked<'a, R: Source<'a>>(
    stream: &'a [u8],
    what: &'static str,
    code: impl FnOnce(&mut R) -> Result<(), PackError>,
) -> Result<(), PackError> {
    let mut unpacker = R::open(stream);
    code(&mut unpacker)?;
    if unpacker.is_overdrawn() { Err(damaged(what, "it is cut off")) } else { Ok(()) }
}

/// Makes the files of a pack. The same cut gives the same bytes.
///
/// # Errors
/// Where the cut is no region.
pub fn encode(cut: &Cut) -> Result<Files, PackError> {
    pack::<Packer>(&mut cut.columns.clone())
}

/// Makes files of columns, which come out as they went in.
pub(crate) fn pack<S: Sink>(columns: &mut Columns) -> Result<Files, PackError> {
    let (city, mut sizes) = pack_city::<S>(columns)?;
    let mark = mark_of(&city);
    let (map, map_sizes) = pack_map::<S>(columns, mark);
    let (search, search_sizes) = pack_search::<S>(columns, mark)?;
    sizes.extend(map_sizes);
    sizes.extend(search_sizes);
    Ok(Files { city, map, search, sizes })
}

/// What the other files know a city by: its checksum.
fn mark_of(city: &[u8]) -> u32 {
    city.last_chunk::<4>().map_or(0, |crc| u32::from_le_bytes(*crc))
}

type Sizes = Vec<(&'static str, usize)>;

fn sizes_of(streams: &[(&'static str, Vec<u8>)]) -> Sizes {
    streams.iter().map(|(name, stream)| (*name, stream.len())).collect()
}

/// Paces are given, not made from lengths.
const GIVEN: u64 = 1;
/// Nodes have places.
const PLACES: u64 = 2;
/// Slopes are known.
const GRADES: u64 = 4;
/// Nodes have ids that are numbers.
const NUMBERS: u64 = 8;
/// Nodes have ids that are texts.
const TEXTS: u64 = 16;

fn pack_city<S: Sink>(columns: &mut Columns) -> Result<(Vec<u8>, Sizes), PackError> {
    let segments = columns.segments();
    let (mut flags, mut kinds) = (0, 0);
    match &columns.paces {
        Paces::Given { .. } => flags |= GIVEN,
        Paces::Physical { grade, kinds: table, .. } => {
            kinds = table.len();
            flags |= if grade.is_empty() { 0 } else { GRADES };
        }
    }
    flags |= if columns.places.is_empty() { 0 } else { PLACES };
    flags |= match columns.ids {
        Ids::Counted => 0,
        Ids::Numbers(_) => NUMBERS,
        Ids::Texts(_) => TEXTS,
    };
    let text_of_names: usize = columns.way_names.iter().map(|name| name.len() + 1).sum();
    let records = [&columns.shelters, &columns.zones, &columns.forbidden];
    let all_records: Vec<u8> = records.into_iter().flatten().copied().collect();
    let counts = [
        flags,
        columns.clusters.len() as u64,
        columns.edges() as u64,
        segments as u64,
        columns.way_ids.len() as u64,
        text_of_names as u64,
        columns.entrances.len() as u64,
        kinds as u64,
        columns.meta.len() as u64,
        columns.shelters.len() as u64,
        columns.zones.len() as u64,
        columns.forbidden.len() as u64,
    ];
    let mut streams = vec![
        ("city: meta", pack_bytes::<S>(&columns.meta)),
        ("city: shelters, zones", pack_bytes::<S>(&all_records)),
    ];
    streams.push(("city: edges", packed::<S>(|packer| network::edges(packer, columns, segments))?));
    streams.push(("city: junctions", packed::<S>(|packer| places(packer, columns, network::junctions))?));
    streams.push(("city: inner nodes", packed::<S>(|packer| places(packer, columns, network::inner_nodes))?));
    let ways = columns.way_ids.len();
    streams.push(("city: ways", packed::<S>(|packer| network::ways(packer, columns, ways))?));
    let mut paces = core::mem::take(&mut columns.paces);
    streams.push(("city: lengths or times", packed::<S>(|packer| lengths(packer, columns, &mut paces))?));
    streams
        .push(("city: kinds", packed::<S>(|packer| kinds_and_grades(packer, columns, &mut paces, kinds))?));
    columns.paces = paces;
    streams.push((
        "city: clusters",
        packed::<S>(|packer| {
            network::clusters(packer, columns);
            Ok(())
        })?,
    ));
    streams.push((
        "city: street names",
        packed::<S>(|packer| {
            names::names(packer, &mut columns.way_names, &mut Text::new(text_of_names), |_| false)
        })?,
    ));
    streams.push((
        "city: entrances",
        packed::<S>(|packer| {
            points::entrances(packer, &mut columns.entrances);
            Ok(())
        })?,
    ));
    streams.push((
        "city: ids of nodes",
        packed::<S>(|packer| ids_of_nodes(packer, &mut columns.ids, |_| false))?,
    ));
    Ok((write_file(Which::City, 0, &counts, &streams), sizes_of(&streams)))
}

fn unpack_city<'a, R: Source<'a>>(file: &mut File<'a>, limits: &Limits) -> Result<Columns, PackError> {
    let flags = file.number()?;
    let most = limits.nodes;
    let junctions = file.count("junctions", most)?;
    let edges = file.count("edges", most)?;
    let segments = file.count("segments", most)?;
    let ways = file.count("ways", most)?;
    let text_of_names = file.text(limits)?;
    let entrances = file.count("entrances", most)?;
    let kinds = file.count("kinds of streets", 1 << 20)?;
    let lengths_of_texts = [file.text(limits)?, file.text(limits)?, file.text(limits)?, file.text(limits)?];
    let [
        meta,
        records,
        edge_stream,
        junction_stream,
        inner,
        way_stream,
        paces,
        kind_stream,
        clusters,
        names_stream,
        entrance_stream,
        ids,
    ] = file.streams()?;
    if segments < edges {
        return Err(damaged("the streets", "an edge has no segment"));
    }
    let nodes = junctions + segments - edges;
    let [meta_length, shelters, zones, forbidden] = lengths_of_texts;
    let mut columns = Columns {
        meta: unpack_bytes::<R>(meta, meta_length, "the meta data")?,
        clusters: vec![0; junctions],
        edge_ends: vec![[0; 2]; edges],
        edge_segments: vec![0; edges + 1],
        ways_of: vec![0; segments],
        way_ids: vec![-1; ways],
        way_names: vec![String::new(); ways],
        entrances: vec![EntranceRecord::new_zeroed(); entrances],
        places: vec![Place::default(); if flags & PLACES == 0 { 0 } else { nodes }],
        ids: match flags & (NUMBERS | TEXTS) {
            0 => Ids::Counted,
            NUMBERS => Ids::Numbers(vec![0; nodes]),
            _ => Ids::Texts(vec![String::new(); nodes]),
        },
        ..Columns::default()
    };
    let mut records = unpack_bytes::<R>(records, shelters + zones + forbidden, "the shelters")?;
    columns.forbidden = records.split_off(shelters + zones);
    columns.zones = records.split_off(shelters);
    columns.shelters = records;
    unpacked::<R>(edge_stream, "the streets", |c| network::edges(c, &mut columns, segments))?;
    unpacked::<R>(junction_stream, "the junctions", |c| places(c, &mut columns, network::junctions))?;
    unpacked::<R>(inner, "the nodes", |c| places(c, &mut columns, network::inner_nodes))?;
    unpacked::<R>(way_stream, "the ways", |c| network::ways(c, &mut columns, ways))?;
    let mut measure = if flags & GIVEN != 0 {
        Paces::Given { forward_ds: vec![0; segments], backward_ds: vec![0; segments] }
    } else {
        Paces::Physical {
            length_mm: vec![0; segments],
            kind: vec![0; segments],
            grade: vec![0; if flags & GRADES == 0 { 0 } else { segments }],
            kinds: vec![KindPace::default(); kinds],
        }
    };
    unpacked::<R>(paces, "the lengths of streets", |c| lengths(c, &columns, &mut measure))?;
    unpacked::<R>(kind_stream, "the kinds of streets", |c| {
        kinds_and_grades(c, &columns, &mut measure, kinds)
    })?;
    columns.paces = measure;
    unpacked::<R>(clusters, "the streets", |c| {
        network::clusters(c, &mut columns);
        Ok(())
    })?;
    unpacked::<R>(names_stream, "the names of streets", |c| {
        names::names(c, &mut columns.way_names, &mut Text::new(text_of_names), R::is_overdrawn)
    })?;
    unpacked::<R>(entrance_stream, "the entrances", |c| {
        points::entrances(c, &mut columns.entrances);
        Ok(())
    })?;
    unpacked::<R>(ids, "the ids of nodes", |c| ids_of_nodes(c, &mut columns.ids, R::is_overdrawn))?;
    Ok(columns)
}

fn places<C: Coder>(
    coder: &mut C,
    columns: &mut Columns,
    code: impl FnOnce(&mut C, &mut Columns),
) -> Result<(), PackError> {
    if !columns.places.is_empty() {
        code(coder, columns);
    }
    Ok(())
}

fn lengths(coder: &mut impl Coder, columns: &Columns, paces: &mut Paces) -> Result<(), PackError> {
    match paces {
        Paces::Physical { length_mm, .. } => network::lengths(coder, columns, length_mm),
        Paces::Given { forward_ds, backward_ds } => network::times(coder, forward_ds, backward_ds),
    }
    Ok(())
}

fn kinds_and_grades(
    coder: &mut impl Coder,
    columns: &Columns,
    paces: &mut Paces,
    rows: usize,
) -> Result<(), PackError> {
    let Paces::Physical { kind, grade, kinds, .. } = paces else { return Ok(()) };
    network::table(coder, kinds);
    network::kinds(coder, columns, kind, rows)?;
    network::grades(coder, grade);
    Ok(())
}

fn ids_of_nodes<C: Coder>(
    coder: &mut C,
    ids: &mut Ids,
    is_over: impl Fn(&C) -> bool,
) -> Result<(), PackError> {
    match ids {
        Ids::Counted => Ok(()),
        Ids::Numbers(numbers) => {
            network::large_numbers(coder, numbers);
            Ok(())
        }
        Ids::Texts(texts) => {
            let length = texts.len().saturating_mul(4);
            names::ids(coder, texts, &mut Text::new(length), is_over)
        }
    }
}

fn pack_map<S: Sink>(columns: &Columns, mark: u32) -> (Vec<u8>, Sizes) {
    let (is_plain, stream) = match drawn::pack::<S>(&columns.blocks, &columns.things) {
        Some(stream) => (0, stream),
        None => {
            let mut all = columns.blocks.as_bytes().to_vec();
            all.extend_from_slice(&columns.things);
            (1, pack_bytes::<S>(&all))
        }
    };
    let streams = [("map: drawing", stream)];
    let counts = [is_plain, columns.blocks.len() as u64, columns.things.len() as u64];
    (write_file(Which::Map, mark, &counts, &streams), sizes_of(&streams))
}

fn unpack_map<'a, R: Source<'a>>(
    bytes: &'a [u8],
    mark: u32,
    limits: &Limits,
    columns: &mut Columns,
) -> Result<(), PackError> {
    let mut file = File::open(bytes, Which::Map)?;
    if file.mark != mark {
        return Err(PackError::Mixed { what: "map.bin" });
    }
    let is_plain = file.number()? != 0;
    let blocks = file.count("blocks", limits.nodes)?;
    let length = file.text(limits)?;
    let [stream] = file.streams()?;
    if !is_plain {
        (columns.blocks, columns.things) = drawn::unpack::<R>(stream, blocks, length)?;
        return Ok(());
    }
    let head = blocks * size_of::<DrawnBlock>();
    let mut all = unpack_bytes::<R>(stream, head + length, "the drawing")?;
    columns.things = all.split_off(head);
    let records = all.chunks_exact(size_of::<DrawnBlock>());
    columns.blocks = records.filter_map(|chunk| DrawnBlock::read_from_bytes(chunk).ok()).collect();
    Ok(())
}

fn pack_search<S: Sink>(columns: &mut Columns, mark: u32) -> Result<(Vec<u8>, Sizes), PackError> {
    let text: usize = columns.doorstep_ids.iter().map(|id| id.len() + 1).sum();
    let mut doorsteps = core::mem::take(&mut columns.doorsteps);
    let lines = Lines::of(columns);
    let streams = [
        (
            "search: doorsteps",
            packed::<S>(|packer| {
                points::doorsteps(packer, &mut doorsteps, |segment| lines.line(columns, segment));
                Ok(())
            })?,
        ),
        (
            "search: ids of doorsteps",
            packed::<S>(|packer| {
                names::ids(packer, &mut columns.doorstep_ids, &mut Text::new(text), |_| false)
            })?,
        ),
        (
            "search: ids of ways",
            packed::<S>(|packer| {
                network::large_numbers(packer, &mut columns.way_ids);
                Ok(())
            })?,
        ),
    ];
    columns.doorsteps = doorsteps;
    let counts = [columns.doorsteps.len() as u64, text as u64, columns.way_ids.len() as u64];
    Ok((write_file(Which::Search, mark, &counts, &streams), sizes_of(&streams)))
}

fn unpack_search<'a, R: Source<'a>>(
    bytes: &'a [u8],
    mark: u32,
    limits: &Limits,
    columns: &mut Columns,
) -> Result<(), PackError> {
    let mut file = File::open(bytes, Which::Search)?;
    if file.mark != mark {
        return Err(PackError::Mixed { what: "search.bin" });
    }
    let count = file.count("doorsteps", limits.nodes)?;
    let text = file.text(limits)?;
    if file.number()? != columns.way_ids.len() as u64 {
        return Err(PackError::Mixed { what: "search.bin" });
    }
    let [points_stream, ids, ways] = file.streams()?;
    let mut doorsteps = vec![DoorstepRecord::new_zeroed(); count];
    let lines = Lines::of(columns);
    unpacked::<R>(points_stream, "the doorsteps", |c| {
        points::doorsteps(c, &mut doorsteps, |segment| lines.line(columns, segment));
        Ok(())
    })?;
    columns.doorsteps = doorsteps;
    columns.doorstep_ids = vec![String::new(); count];
    unpacked::<R>(ids, "the ids of doorsteps", |c| {
        names::ids(c, &mut columns.doorstep_ids, &mut Text::new(text), R::is_overdrawn)
    })?;
    unpacked::<R>(ways, "the ids of ways", |c| {
        network::large_numbers(c, &mut columns.way_ids);
        Ok(())
    })
}

/// The two nodes of every segment, for those who ask by segment.
struct Lines(Vec<[u32; 2]>);

impl Lines {
    fn of(columns: &Columns) -> Lines {
        let mut lines = Vec::with_capacity(columns.segments());
        for_each_segment(
            &columns.edge_ends,
            &columns.edge_segments,
            columns.clusters.len() as u32,
            |from, to| {
                lines.push([from, to]);
            },
        );
        Lines(lines)
    }

    /// Two places and the length in mm; `None` where the network has neither.
    fn line(&self, columns: &Columns, segment: u32) -> Option<(Place, Place, u32)> {
        let [from, to] = *self.0.get(segment as usize)?;
        let Paces::Physical { length_mm, .. } = &columns.paces else { return None };
        let place = |node: u32| columns.places.get(node as usize).copied();
        Some((place(from)?, place(to)?, *length_mm.get(segment as usize)?))
    }
}

/// The bytes of the region file in `city.bin` alone: no drawing, no doorsteps, no ids of ways.
///
/// # Errors
/// Where the bytes are not a whole file of a pack, or ask for more than [`Limits::default`].
pub fn decode(city: &[u8]) -> Result<Vec<u8>, PackError> {
    decode_parts(&Parts { city, map: None, search: None }, &Limits::default())
}

/// The bytes of the region file in these files; with all of them the very bytes of the cut.
///
/// # Errors
/// Where a file is damaged, belongs to another pack, or asks for more than `limits` allow. Memory is
/// taken in proportion to the bytes that there are, whatever they say.
pub fn decode_parts(parts: &Parts, limits: &Limits) -> Result<Vec<u8>, PackError> {
    Ok(unpack::<Unpacker>(parts, limits)?.assemble())
}

/// The columns in these files.
pub(crate) fn unpack<'a, R: Source<'a>>(parts: &Parts<'a>, limits: &Limits) -> Result<Columns, PackError> {
    let mut city = File::open(parts.city, Which::City)?;
    let mark = city.crc;
    let mut columns = unpack_city::<R>(&mut city, limits)?;
    if let Some(map) = parts.map {
        unpack_map::<R>(map, mark, limits, &mut columns)?;
    }
    if let Some(search) = parts.search {
        unpack_search::<R>(search, mark, limits, &mut columns)?;
    }
    Ok(columns)
}
