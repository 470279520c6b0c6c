//! Opening a region: from a file or from plain bytes, checked once, then used as it lies.

use core::ops::Range;

use hinan_model::network::{
    DoorstepKind, KindPace, MeasureView, NONE, NetworkView, print_number, read_number,
};
use hinan_model::{Area, AreaIndex, Bounds, Ds, EntranceAt, NamedArea, Place, Shelter, Walker, Zone};
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout};

use crate::drawing::Drawing;
use crate::grid::{GridView, Snapped};
use crate::layout::{
    DoorstepRecord, DrawnBlock, EntranceRecord, Header, MAGIC, MAX_CORNERS, MAX_SECTIONS, Name, SectionEntry,
    VERSION, name,
};
use crate::meta::Meta;
use crate::strings::Strings;

/// Why bytes are not a region that can be used.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The file cannot be read.
    #[error("the region cannot be read: {0}")]
    Read(#[from] std::io::Error),
    /// Something else altogether.
    #[error("this is not a hinan region (it does not begin with HINANREG); build one with `hinan build`")]
    NotARegion,
    /// From another age.
    #[error("this region has layout {0}, this hinan reads layout {VERSION}; build the region again")]
    Version(u32),
    /// Cut off or overwritten.
    #[error("the region is damaged at {what}: {why}; build it again or fetch it again")]
    Damaged {
        /// Which part.
        what: String,
        /// What is wrong with it.
        why: &'static str,
    },
}

fn damaged(what: impl AsRef<[u8]>, why: &'static str) -> OpenError {
    OpenError::Damaged { what: String::from_utf8_lossy(what.as_ref()).trim_end().to_owned(), why }
}

/// The bytes of a region, wherever they live.
enum Bytes {
    #[cfg(feature = "build")]
    Mapped(memmap2::Mmap),
    /// In 8-byte words, so that every array is aligned.
    Owned(Vec<u64>, usize),
}

impl Bytes {
    fn get(&self) -> &[u8] {
        match self {
            #[cfg(feature = "build")]
            Bytes::Mapped(map) => map,
            Bytes::Owned(words, length) => &words.as_bytes()[..*length],
        }
    }
}

/// Where each section lies. Names as numbers, apart from the rest: every look at a street or a node looks
/// for some sections first.
#[derive(Default)]
struct Sections {
    names: Vec<u64>,
    ranges: Vec<Range<usize>>,
}

/// A city, opened.
pub struct Region {
    bytes: Bytes,
    sections: Sections,
    meta: Meta,
    shelters: Vec<Shelter>,
    zones: Vec<Zone>,
    forbidden: Vec<NamedArea>,
    /// Of the forbidden ground.
    closed: AreaIndex,
    given: bool,
}

impl Region {
    /// Opens a region file by mapping it into memory.
    ///
    /// # Errors
    /// Where the file cannot be read or is not a whole region of this layout.
    #[cfg(feature = "build")]
    pub fn open(path: &std::path::Path) -> Result<Region, OpenError> {
        let file = std::fs::File::open(path)?;
        if file.metadata()?.len() == 0 {
            return Err(OpenError::NotARegion);
        }
        #[expect(unsafe_code, reason = "the one place that maps a file")]
        // SAFETY: region files are never changed in place: `file` writes a new one and renames it,
        // which leaves the bytes under an existing map as they are.
        let map = unsafe { memmap2::Mmap::map(&file)? };
        Region::new(Bytes::Mapped(map))
    }

    /// Opens a region from bytes, which are copied.
    ///
    /// # Errors
    /// Where they are not a whole region of this layout.
    pub fn from_bytes(bytes: &[u8]) -> Result<Region, OpenError> {
        let mut words = vec![0_u64; bytes.len().div_ceil(8)];
        words.as_mut_bytes()[..bytes.len()].copy_from_slice(bytes);
        Region::new(Bytes::Owned(words, bytes.len()))
    }

    fn new(bytes: Bytes) -> Result<Region, OpenError> {
        let sections = read_table(bytes.get())?;
        let section = |wanted: Name| sections.bytes(bytes.get(), wanted);
        let meta: Meta = serde_json::from_slice(section(name::META))
            .map_err(|_ignored| damaged(name::META, "it is not the meta data of a region"))?;
        let shelters: Vec<Shelter> = postcard::from_bytes(section(name::SHELTERS))
            .map_err(|_ignored| damaged(name::SHELTERS, "it does not hold shelters"))?;
        let zones: Vec<Zone> = postcard::from_bytes(section(name::ZONES))
            .map_err(|_ignored| damaged(name::ZONES, "it does not hold zones"))?;
        let forbidden: Vec<NamedArea> = postcard::from_bytes(section(name::FORBIDDEN))
            .map_err(|_ignored| damaged(name::FORBIDDEN, "it does not hold areas"))?;
        for (what, corners) in [
            (name::ZONES, corners(zones.iter().filter_map(|zone| zone.area.as_ref()))),
            (name::FORBIDDEN, corners(forbidden.iter().map(|named| &named.area))),
        ] {
            if corners > MAX_CORNERS {
                return Err(damaged(what, "it has more corners than a region may have"));
            }
        }
        let closed = AreaIndex::new(forbidden.iter().map(|named| &named.area));
        let given = sections.has(name::FORWARD);
        let region = Region { bytes, sections, meta, shelters, zones, forbidden, closed, given };
        region.check()?;
        Ok(region)
    }

    /// What the region says of itself.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// Its shelters, in their order ("the shelter that comes first" in ties).
    pub fn shelters(&self) -> &[Shelter] {
        &self.shelters
    }

    /// What a map draws besides the streets.
    pub fn drawing(&self) -> Drawing<'_> {
        let data = self.sections.bytes(self.bytes.get(), name::DRAWN_THINGS);
        Drawing::new(self.array(name::DRAWN_BLOCKS), data)
    }

    /// Zones of warning in and around the region, in the order of their sources.
    pub fn zones(&self) -> &[Zone] {
        &self.zones
    }

    /// Ground that nobody may walk on, in the order of its sources. Streets on it are closed to
    /// every walker, and nothing is joined across it.
    pub fn forbidden(&self) -> &[NamedArea] {
        &self.forbidden
    }

    /// The bytes of the file.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get()
    }

    /// The bytes of one section, see [`crate::layout::name`]; none where the file has no such section.
    pub fn section(&self, wanted: Name) -> &[u8] {
        self.sections.bytes(self.bytes.get(), wanted)
    }

    /// The length of the file in bytes.
    pub fn length(&self) -> usize {
        self.bytes.get().len()
    }

    /// The walking network.
    pub fn network(&self) -> NetworkView<'_> {
        let measure = if self.given {
            MeasureView::Given {
                forward_ds: self.array(name::FORWARD),
                backward_ds: self.array(name::BACKWARD),
            }
        } else {
            MeasureView::Physical {
                length_mm: self.array(name::LENGTHS),
                kind: self.array(name::KINDS_OF),
                grade: self.array(name::GRADES),
                kinds: self.array::<KindPace>(name::KINDS),
            }
        };
        NetworkView {
            junctions: self.array::<u32>(name::CLUSTERS).len() as u32,
            edge_ends: self.array(name::EDGE_ENDS),
            edge_segments: self.array(name::EDGE_SEGMENTS),
            measure,
            walkers: &self.meta.walkers,
        }
    }

    /// Places of all nodes; empty where the network has none.
    pub fn places(&self) -> &[Place] {
        self.array(name::PLACES)
    }

    /// People at all nodes; empty where the network has none.
    pub fn people(&self) -> &[u32] {
        self.array(name::PEOPLE)
    }

    /// The id of node `node`, as its source wrote it.
    pub fn node_id(&self, node: u32) -> Option<String> {
        if self.sections.has(name::NODE_NUMBERS) {
            self.array::<i64>(name::NODE_NUMBERS).get(node as usize).map(|&number| print_number(number))
        } else {
            self.strings(name::NODE_TEXTS).get(node as usize).map(str::to_owned)
        }
    }

    /// The node with id `id`.
    pub fn find_node(&self, id: &str) -> Option<u32> {
        let by_id = self.array::<u32>(name::NODE_BY_ID);
        let at = if self.sections.has(name::NODE_NUMBERS) {
            let (numbers, wanted) = (self.array::<i64>(name::NODE_NUMBERS), read_number(id)?);
            by_id.binary_search_by_key(&wanted, |&node| numbers[node as usize]).ok()?
        } else {
            let texts = self.strings(name::NODE_TEXTS);
            by_id.binary_search_by(|&node| texts.get(node as usize).unwrap_or_default().cmp(id)).ok()?
        };
        by_id.get(at).copied()
    }

    /// Cluster of each junction; see [`Meta::is_isolated`].
    pub fn clusters(&self) -> &[u32] {
        self.array(name::CLUSTERS)
    }

    /// Whether `node` lies in an isolated cluster.
    pub fn is_isolated(&self, node: u32) -> bool {
        let network = self.network();
        let junction = match network.edge_of_inner(node) {
            Some((edge, _)) => network.edge_ends[edge as usize][0],
            None => node,
        };
        self.clusters().get(junction as usize).is_some_and(|&cluster| self.meta.is_isolated(cluster))
    }

    /// Entrances of shelters, joined to junctions.
    pub fn entrances(&self) -> &[EntranceRecord] {
        self.array(name::ENTRANCES)
    }

    /// What an entrance costs a walker, from the street to safety inside.
    pub fn start_time(&self, entrance: &EntranceRecord, walker: usize) -> Ds {
        Ds(entrance.start_ds).plus(self.off_street_time(walker, entrance.off_mm))
    }

    /// The time over open ground between a street and a door, at the walker's own pace, rounded up.
    pub fn off_street_time(&self, walker: usize, off_mm: u32) -> Ds {
        let pace = self.meta.walkers.get(walker).map_or(1000, |walker| u64::from(walker.pace_ms_per_m));
        // mm x ms/m = µs; 100,000 of them are a tenth of a second.
        Ds((u64::from(off_mm) * pace).div_ceil(100_000) as u32)
    }

    /// Where people start.
    pub fn doorsteps(&self) -> &[DoorstepRecord] {
        self.array(name::DOORSTEPS)
    }

    /// People at all doorsteps; empty where nobody counted any.
    pub fn doorstep_people(&self) -> &[u32] {
        self.array(name::DOORSTEP_PEOPLE)
    }

    /// The id of doorstep number `doorstep`.
    pub fn doorstep_id(&self, doorstep: usize) -> Option<&str> {
        self.strings(name::DOORSTEP_IDS).get(doorstep)
    }

    /// What a doorstep was made from.
    pub fn doorstep_kind(record: &DoorstepRecord) -> DoorstepKind {
        match record.kind {
            0 => DoorstepKind::Entrance,
            1 => DoorstepKind::Address,
            2 => DoorstepKind::Building,
            _ => DoorstepKind::Street,
        }
    }

    /// The way that a segment belongs to: the source's id and the name on its signs.
    pub fn way(&self, segment: u32) -> Option<(i64, &str)> {
        let way = *self.array::<u32>(name::WAYS_OF).get(segment as usize)? as usize;
        let id = *self.array::<i64>(name::WAY_IDS).get(way)?;
        Some((id, self.strings(name::WAY_NAMES).get(way)?))
    }

    /// The way and the kind of every segment, as numbers: whoever goes along many of them looks a name up
    /// where the number changes. See [`Region::way_name`] and [`Region::name_of_kind`].
    pub fn ways_and_kinds(&self) -> (&[u32], &[u16]) {
        (self.array(name::WAYS_OF), self.array(name::KINDS_OF))
    }

    /// The name of a way by its number; empty where it has none.
    pub fn way_name(&self, way: u32) -> &str {
        self.strings(name::WAY_NAMES).get(way as usize).unwrap_or_default()
    }

    /// What kind of street a kind is by its number, in words; empty where there is no such kind.
    pub fn name_of_kind(&self, kind: u16) -> &str {
        self.meta.kind_names.get(kind as usize).map_or("", String::as_str)
    }

    /// What kind of street a segment is, in words.
    pub fn kind_name(&self, segment: u32) -> Option<&str> {
        let kind = *self.array::<u16>(name::KINDS_OF).get(segment as usize)?;
        self.meta.kind_names.get(kind as usize).map(String::as_str)
    }

    /// The two places of a segment.
    pub fn segment_places(&self, segment: u32) -> Option<(Place, Place)> {
        let network = self.network();
        let edge = network.edge_of_segment(segment);
        let place = |node: u32| self.places().get(node as usize).copied();
        Some((place(network.node_before(edge, segment))?, place(network.node_after(edge, segment))?))
    }

    /// The place `part_mm` along a segment, in the measure of its length.
    pub fn place_on_segment(&self, segment: u32, part_mm: u32) -> Option<Place> {
        let (a, b) = self.segment_places(segment)?;
        Some(a.towards(b, part_mm, self.network().length_mm(segment)))
    }

    /// The street nearest to `place` that `walker` can use, within `limit_mm`; rather a street of
    /// the city than an isolated one a little nearer. Neither the street nor the straight way to it
    /// touches the region's forbidden ground or what is to be avoided besides. `None` where there is
    /// none so near.
    pub fn nearest_street(
        &self,
        place: Place,
        walker: usize,
        limit_mm: u32,
        avoid: &AreaIndex,
    ) -> Option<Snapped> {
        if self.places().is_empty() {
            return None;
        }
        let network = self.network();
        let line = |segment: u32| {
            let (a, b) = self.segment_places(segment).unwrap_or_default();
            (a, b, network.length_mm(segment))
        };
        let open = |segment: u32| {
            [true, false]
                .into_iter()
                .any(|forward| network.part_time(walker, segment, u32::MAX, forward).is_reachable())
        };
        let accept = |snapped: &Snapped| {
            let line = line(snapped.segment);
            let street = snapped.place(line);
            open(snapped.segment)
                && !self.closed.touches(place, street)
                && !avoid.touches(place, street)
                && !avoid.touches(line.0, line.1)
        };
        let is_isolated = |segment: u32| {
            let [junction, _] = network.edge_ends[network.edge_of_segment(segment) as usize];
            self.meta.is_isolated(self.clusters()[junction as usize])
        };
        self.grid().nearest_in_city(place, limit_mm, &line, accept, is_isolated)
    }

    /// The segments whose box meets `bounds`, in order; none where the streets have no places.
    pub fn segments_near(&self, bounds: &Bounds) -> Vec<u32> {
        if self.places().is_empty() {
            return Vec::new();
        }
        let mut segments = self.grid().segments_in(bounds);
        segments.extend_from_slice(self.array::<u32>(name::LONG_SEGMENTS));
        segments.sort_unstable();
        segments.dedup();
        let meets = |(a, b)| Bounds::around([a, b]).is_some_and(|line| line.overlaps(bounds));
        segments.retain(|&segment| self.segment_places(segment).is_some_and(meets));
        segments
    }

    /// The segments with a place in any of `areas`, in order.
    pub fn segments_touching(&self, areas: &AreaIndex) -> Vec<u32> {
        let grid = self.grid();
        let mut segments: Vec<u32> = areas.boxes().flat_map(|bounds| grid.segments_in(&bounds)).collect();
        segments.extend_from_slice(self.array::<u32>(name::LONG_SEGMENTS));
        segments.sort_unstable();
        segments.dedup();
        segments.retain(|&segment| self.segment_places(segment).is_some_and(|(a, b)| areas.touches(a, b)));
        segments
    }

    /// The entrances (their positions in [`Self::entrances`], in order) that stand in any of `areas`,
    /// or whose straight way from the street has a place in one.
    pub fn entrances_touching(&self, areas: &AreaIndex) -> Vec<u32> {
        if areas.is_empty() {
            return Vec::new();
        }
        let touches = |entrance: &EntranceRecord| {
            let Some(&street) = self.places().get(entrance.node as usize) else { return false };
            let door = self.shelters[entrance.shelter as usize].entrances.get(entrance.door as usize);
            match door.map(|door| &door.at) {
                Some(&EntranceAt::Place(door)) => areas.touches(street, door),
                Some(EntranceAt::Node(_)) | None => areas.contains(street),
            }
        };
        (0..).zip(self.entrances()).filter(|(_, entrance)| touches(entrance)).map(|(at, _)| at).collect()
    }

    /// The edges that carry a way of the source, in their order.
    pub fn edges_of_way(&self, way_id: i64) -> Vec<u32> {
        let network = self.network();
        let ids = self.array::<i64>(name::WAY_IDS);
        let ways = self.array::<u32>(name::WAYS_OF);
        (0..network.edges() as u32)
            .filter(|&edge| {
                network
                    .segments_of(edge)
                    .any(|segment| ids.get(ways[segment as usize] as usize) == Some(&way_id))
            })
            .collect()
    }

    /// The walkers of the region.
    pub fn walkers(&self) -> &[Walker] {
        &self.meta.walkers
    }

    fn grid(&self) -> GridView<'_> {
        GridView {
            cells: self.array(name::GRID_CELLS),
            first: self.array(name::GRID_FIRST),
            items: self.array(name::GRID_ITEMS),
        }
    }

    fn array<T: FromBytes + Immutable + KnownLayout>(&self, wanted: Name) -> &[T] {
        // Sections are aligned and whole numbers of records long: checked when opened.
        <[T]>::ref_from_bytes(self.sections.bytes(self.bytes.get(), wanted)).unwrap_or(&[])
    }

    fn strings(&self, wanted: Name) -> Strings<'_> {
        Strings::new(self.sections.bytes(self.bytes.get(), wanted)).unwrap_or(Strings::EMPTY)
    }
}

impl Sections {
    fn bytes<'a>(&self, file: &'a [u8], wanted: Name) -> &'a [u8] {
        self.find(wanted).map_or(&[], |range| &file[range.clone()])
    }

    fn has(&self, wanted: Name) -> bool {
        self.find(wanted).is_some()
    }

    fn find(&self, wanted: Name) -> Option<&Range<usize>> {
        let wanted = u64::from_ne_bytes(wanted);
        self.ranges.get(self.names.iter().position(|name| *name == wanted)?)
    }

    fn add(&mut self, name: Name, range: Range<usize>) {
        self.names.push(u64::from_ne_bytes(name));
        self.ranges.push(range);
    }
}

/// Reads header and table, and checks every checksum.
fn read_table(file: &[u8]) -> Result<Sections, OpenError> {
    let (header, rest) = Header::read_from_prefix(file).map_err(|_ignored| OpenError::NotARegion)?;
    if header.magic != MAGIC {
        return Err(OpenError::NotARegion);
    }
    if header.version.get() != VERSION {
        return Err(OpenError::Version(header.version.get()));
    }
    if header.length.get() != file.len() as u64 {
        return Err(damaged("its length", "it is shorter or longer than it says; was it copied whole?"));
    }
    if header.sections.get() > MAX_SECTIONS {
        return Err(damaged("its table", "it names too many sections"));
    }
    let (entries, _) = <[SectionEntry]>::ref_from_prefix_with_elems(rest, header.sections.get() as usize)
        .map_err(|_ignored| damaged("its table", "it is cut off"))?;
    if crc32fast::hash(entries.as_bytes()) != header.table_crc.get() {
        return Err(damaged("its table", "the checksum is wrong"));
    }
    let mut sections = Sections::default();
    for entry in entries {
        let range = usize::try_from(entry.offset.get())
            .ok()
            .zip(usize::try_from(entry.length.get()).ok())
            .and_then(|(offset, length)| Some(offset..offset.checked_add(length)?))
            .filter(|range| range.end <= file.len() && range.start.is_multiple_of(8))
            .ok_or_else(|| damaged(entry.name, "it lies outside of the file"))?;
        if crc32fast::hash(&file[range.clone()]) != entry.crc.get() {
            return Err(damaged(entry.name, "the checksum is wrong"));
        }
        if sections.has(entry.name) {
            return Err(damaged(entry.name, "it occurs twice"));
        }
        sections.add(entry.name, range);
    }
    Ok(sections)
}

fn corners<'a>(areas: impl Iterator<Item = &'a Area>) -> usize {
    areas.flat_map(|area| &area.rings).map(Vec::len).sum()
}

/// The checks that make every later access safe: lengths fit each other, indices point inside.
impl Region {
    fn check(&self) -> Result<(), OpenError> {
        let edges = self.checked::<[u32; 2]>(name::EDGE_ENDS)?;
        let first = self.checked::<u32>(name::EDGE_SEGMENTS)?;
        let junctions = self.checked::<u32>(name::CLUSTERS)?.len() as u64;
        let whole =
            |ok: bool, what: Name, why: &'static str| if ok { Ok(()) } else { Err(damaged(what, why)) };
        let inside = |list: &[u32], below: u64, what: Name| {
            // One pass without a branch a number: the largest tells.
            let largest = list.iter().copied().max().map_or(0, |max| u64::from(max) + 1);
            whole(largest <= below, what, "a number points outside")
        };
        inside(edges.as_flattened(), junctions, name::EDGE_ENDS)?;
        let sound = first.len() == edges.len() + 1
            && first.first() == Some(&0)
            && first.windows(2).all(|pair| pair[0] < pair[1])
            && first.last().is_some_and(|&segments| segments < 1 << 31);
        whole(sound, name::EDGE_SEGMENTS, "edges are not in order")?;
        let network = self.network();
        let (nodes, segments) = (network.nodes() as u64, network.segments());
        let as_many = |length: usize, count: u64, what: Name| {
            whole(length as u64 == count, what, "it has the wrong length")
        };

        self.check_measure(segments)?;
        if self.sections.has(name::NODE_NUMBERS) {
            as_many(self.checked::<i64>(name::NODE_NUMBERS)?.len(), nodes, name::NODE_NUMBERS)?;
        } else {
            as_many(self.checked_strings(name::NODE_TEXTS)?.len(), nodes, name::NODE_TEXTS)?;
        }
        let by_id = self.checked::<u32>(name::NODE_BY_ID)?;
        as_many(by_id.len(), nodes, name::NODE_BY_ID)?;
        inside(by_id, nodes, name::NODE_BY_ID)?;
        let places = self.checked::<Place>(name::PLACES)?.len();
        if places != 0 {
            as_many(places, nodes, name::PLACES)?;
        }
        let people = self.checked::<u32>(name::PEOPLE)?.len();
        if people != 0 {
            as_many(people, nodes, name::PEOPLE)?;
        }
        let ways = self.checked::<u32>(name::WAYS_OF)?;
        as_many(ways.len(), segments as u64, name::WAYS_OF)?;
        let way_ids = self.checked::<i64>(name::WAY_IDS)?.len();
        whole(
            ways.iter().all(|&way| way == NONE || (way as usize) < way_ids),
            name::WAYS_OF,
            "a number points outside",
        )?;
        as_many(self.checked_strings(name::WAY_NAMES)?.len(), way_ids as u64, name::WAY_NAMES)?;

        let entrances = self.checked::<EntranceRecord>(name::ENTRANCES)?;
        let sound = entrances.iter().all(|entrance| {
            self.shelters
                .get(entrance.shelter as usize)
                .is_some_and(|shelter| (entrance.door as usize) < shelter.entrances.len())
                && u64::from(entrance.node) < junctions
                && entrance.start_ds <= Ds::MAX_INPUT.0
        });
        whole(sound, name::ENTRANCES, "an entrance points outside")?;
        let doorsteps = self.checked::<DoorstepRecord>(name::DOORSTEPS)?;
        let sound = doorsteps.iter().all(|door| door.segment == NONE || (door.segment as usize) < segments);
        whole(sound, name::DOORSTEPS, "a doorstep points outside")?;
        as_many(self.checked_strings(name::DOORSTEP_IDS)?.len(), doorsteps.len() as u64, name::DOORSTEP_IDS)?;
        let people = self.checked::<u32>(name::DOORSTEP_PEOPLE)?.len();
        if people != 0 {
            as_many(people, doorsteps.len() as u64, name::DOORSTEP_PEOPLE)?;
        }
        let mut budgets =
            self.zones.iter().map(|zone| zone.budget).chain(self.meta.budgets.values().copied());
        whole(budgets.all(|budget| budget <= Ds::MAX_INPUT), name::ZONES, "a time is too long")?;

        self.checked::<DrawnBlock>(name::DRAWN_BLOCKS)?;
        self.drawing().check().map_err(|why| damaged(name::DRAWN_THINGS, why))?;

        let (cells, firsts) =
            (self.checked::<u64>(name::GRID_CELLS)?, self.checked::<u32>(name::GRID_FIRST)?);
        let items = self.checked::<u32>(name::GRID_ITEMS)?;
        let sound = (cells.is_empty() && items.is_empty())
            || (firsts.len() == cells.len() + 1
                && firsts.is_sorted()
                && cells.is_sorted()
                && firsts.last().map(|&end| end as usize) == Some(items.len()));
        whole(sound, name::GRID_CELLS, "cells are not in order")?;
        inside(self.checked::<u32>(name::LONG_SEGMENTS)?, segments as u64, name::LONG_SEGMENTS)?;
        inside(items, segments as u64, name::GRID_ITEMS)
    }

    fn check_measure(&self, segments: usize) -> Result<(), OpenError> {
        let as_many = |length: usize, what: Name| {
            if length == segments { Ok(()) } else { Err(damaged(what, "it has the wrong length")) }
        };
        let walkers = self.meta.walkers.len();
        if walkers == 0 {
            return Err(damaged(name::META, "it names no walker"));
        }
        if self.given {
            for times in [name::FORWARD, name::BACKWARD] {
                let list = self.checked::<u32>(times)?;
                as_many(list.len(), times)?;
                if list.iter().any(|&ds| ds > Ds::MAX_INPUT.0 && ds != Ds::UNREACHABLE.0) {
                    return Err(damaged(times, "a time is too long"));
                }
            }
            return if walkers == 1 {
                Ok(())
            } else {
                Err(damaged(name::META, "given times have one walker"))
            };
        }
        as_many(self.checked::<u32>(name::LENGTHS)?.len(), name::LENGTHS)?;
        let kinds_of = self.checked::<u16>(name::KINDS_OF)?;
        as_many(kinds_of.len(), name::KINDS_OF)?;
        let grades = self.checked::<i8>(name::GRADES)?.len();
        if grades != 0 {
            as_many(grades, name::GRADES)?;
        }
        let rows = self.checked::<KindPace>(name::KINDS)?.len();
        let kinds = rows / walkers;
        if !rows.is_multiple_of(walkers) || self.meta.kind_names.len() != kinds {
            return Err(damaged(name::KINDS, "it has the wrong length"));
        }
        if kinds_of.iter().any(|&kind| kind as usize >= kinds) {
            return Err(damaged(name::KINDS_OF, "a number points outside"));
        }
        Ok(())
    }

    fn checked<T: FromBytes + Immutable + KnownLayout>(&self, wanted: Name) -> Result<&[T], OpenError> {
        <[T]>::ref_from_bytes(self.sections.bytes(self.bytes.get(), wanted))
            .map_err(|_ignored| damaged(wanted, "it is no whole number of records"))
    }

    fn checked_strings(&self, wanted: Name) -> Result<Strings<'_>, OpenError> {
        Strings::new(self.sections.bytes(self.bytes.get(), wanted))
            .filter(Strings::is_sound)
            .ok_or_else(|| damaged(wanted, "it does not hold texts"))
    }
}
