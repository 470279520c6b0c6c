//! A region as columns of its own: taken from its sections, changed, put together to a file again.

use hinan_model::Place;
use hinan_model::network::KindPace;
use hinan_region::layout::{self, DoorstepRecord, DrawnBlock, EntranceRecord, Name, name};
use hinan_region::strings::{self, Strings};
use hinan_region::{Grid, Region, is_long};
use zerocopy::{FromBytes, Immutable, IntoBytes};

/// The ids of nodes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Ids {
    /// Every node has its number for an id.
    #[default]
    Counted,
    /// The source's, as numbers.
    Numbers(Vec<i64>),
    /// The source's, as texts.
    Texts(Vec<String>),
}

/// How long segments take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paces {
    /// `SEGLEN`, `SEGKIND`, `SEGGRADE`, `KINDS`.
    Physical { length_mm: Vec<u32>, kind: Vec<u16>, grade: Vec<i8>, kinds: Vec<KindPace> },
    /// `SEGFWD`, `SEGBWD`.
    Given { forward_ds: Vec<u32>, backward_ds: Vec<u32> },
}

impl Default for Paces {
    fn default() -> Paces {
        Paces::Given { forward_ds: Vec::new(), backward_ds: Vec::new() }
    }
}

/// What a cut region is made of; the rest of its sections follows from this.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// `META`, JSON.
    pub meta: Vec<u8>,
    /// `SHELTERS`, postcard.
    pub shelters: Vec<u8>,
    /// `ZONES`, postcard.
    pub zones: Vec<u8>,
    /// `FORBID`, postcard.
    pub forbidden: Vec<u8>,
    pub entrances: Vec<EntranceRecord>,
    pub doorsteps: Vec<DoorstepRecord>,
    pub doorstep_ids: Vec<String>,
    pub blocks: Vec<DrawnBlock>,
    pub things: Vec<u8>,
    pub ids: Ids,
    /// None where the network has no places.
    pub places: Vec<Place>,
    pub clusters: Vec<u32>,
    pub edge_ends: Vec<[u32; 2]>,
    /// One more than there are edges.
    pub edge_segments: Vec<u32>,
    pub ways_of: Vec<u32>,
    pub way_ids: Vec<i64>,
    pub way_names: Vec<String>,
    pub paces: Paces,
}

impl Columns {
    /// Takes a region apart. People are left behind.
    pub fn of(region: &Region) -> Columns {
        let network = region.network();
        let paces = if region.section(name::FORWARD).is_empty() {
            Paces::Physical {
                length_mm: list(region, name::LENGTHS),
                kind: list(region, name::KINDS_OF),
                grade: list(region, name::GRADES),
                kinds: list(region, name::KINDS),
            }
        } else {
            Paces::Given {
                forward_ds: list(region, name::FORWARD),
                backward_ds: list(region, name::BACKWARD),
            }
        };
        let ids = if region.section(name::NODE_NUMBERS).is_empty() {
            Ids::Texts(texts(region, name::NODE_TEXTS))
        } else {
            Ids::Numbers(list(region, name::NODE_NUMBERS))
        };
        Columns {
            meta: region.section(name::META).to_vec(),
            shelters: region.section(name::SHELTERS).to_vec(),
            zones: region.section(name::ZONES).to_vec(),
            forbidden: region.section(name::FORBIDDEN).to_vec(),
            entrances: region.entrances().to_vec(),
            doorsteps: region.doorsteps().to_vec(),
            doorstep_ids: texts(region, name::DOORSTEP_IDS),
            blocks: list(region, name::DRAWN_BLOCKS),
            things: region.section(name::DRAWN_THINGS).to_vec(),
            ids,
            places: region.places().to_vec(),
            clusters: region.clusters().to_vec(),
            edge_ends: network.edge_ends.to_vec(),
            edge_segments: network.edge_segments.to_vec(),
            ways_of: list(region, name::WAYS_OF),
            way_ids: list(region, name::WAY_IDS),
            way_names: texts(region, name::WAY_NAMES),
            paces,
        }
    }

    /// How many edges there are.
    pub fn edges(&self) -> usize {
        self.edge_ends.len()
    }

    /// How many segments there are.
    pub fn segments(&self) -> usize {
        self.edge_segments.last().map_or(0, |&last| last as usize)
    }

    /// How many nodes there are.
    pub fn nodes(&self) -> usize {
        self.clusters.len() + self.segments() - self.edges()
    }

    /// Puts the region file together. Always the same sections in the same order.
    pub fn assemble(&self) -> Vec<u8> {
        let nodes = self.nodes();
        let (ids, by_id) = self.id_sections(nodes);
        let [cells, first, items, long] = self.grid_sections();
        let mut sections: Vec<(Name, Vec<u8>)> = vec![
            (name::META, self.meta.clone()),
            (name::SHELTERS, self.shelters.clone()),
            (name::ZONES, self.zones.clone()),
            (name::FORBIDDEN, self.forbidden.clone()),
            (name::ENTRANCES, bytes(&self.entrances)),
            (name::DOORSTEPS, bytes(&self.doorsteps)),
            (name::DOORSTEP_IDS, strings::encode(self.doorstep_ids.iter().map(String::as_str))),
            (name::DOORSTEP_PEOPLE, Vec::new()),
            (name::DRAWN_BLOCKS, bytes(&self.blocks)),
            (name::DRAWN_THINGS, self.things.clone()),
            ids,
            (name::NODE_BY_ID, by_id),
            (name::PLACES, bytes(&self.places)),
            (name::PEOPLE, Vec::new()),
            (name::CLUSTERS, bytes(&self.clusters)),
            (name::EDGE_ENDS, bytes(&self.edge_ends)),
            (name::EDGE_SEGMENTS, bytes(&self.edge_segments)),
            (name::WAYS_OF, bytes(&self.ways_of)),
            (name::WAY_IDS, bytes(&self.way_ids)),
            (name::WAY_NAMES, strings::encode(self.way_names.iter().map(String::as_str))),
        ];
        match &self.paces {
            Paces::Physical { length_mm, kind, grade, kinds } => sections.extend([
                (name::LENGTHS, bytes(length_mm)),
                (name::KINDS_OF, bytes(kind)),
                (name::GRADES, bytes(grade)),
                (name::KINDS, bytes(kinds)),
            ]),
            Paces::Given { forward_ds, backward_ds } => {
                sections.extend([(name::FORWARD, bytes(forward_ds)), (name::BACKWARD, bytes(backward_ds))])
            }
        }
        sections.extend([
            (name::GRID_CELLS, cells),
            (name::GRID_FIRST, first),
            (name::GRID_ITEMS, items),
            (name::LONG_SEGMENTS, long),
        ]);
        layout::assemble(&sections)
    }

    fn id_sections(&self, nodes: usize) -> ((Name, Vec<u8>), Vec<u8>) {
        let sorted = |order: &mut Vec<u32>, before: &dyn Fn(u32, u32) -> core::cmp::Ordering| {
            order.sort_by(|&a, &b| before(a, b));
        };
        let mut order: Vec<u32> = (0..nodes as u32).collect();
        match &self.ids {
            Ids::Counted => {
                let ids: Vec<i64> = (0..nodes as i64).collect();
                ((name::NODE_NUMBERS, bytes(&ids)), bytes(&order))
            }
            Ids::Numbers(ids) => {
                sorted(&mut order, &|a, b| ids[a as usize].cmp(&ids[b as usize]));
                ((name::NODE_NUMBERS, bytes(ids)), bytes(&order))
            }
            Ids::Texts(ids) => {
                sorted(&mut order, &|a, b| ids[a as usize].cmp(&ids[b as usize]));
                ((name::NODE_TEXTS, strings::encode(ids.iter().map(String::as_str))), bytes(&order))
            }
        }
    }

    /// The search grid over the segments as they are now: a region that was built by joining entrances
    /// keeps the cells of the uncut segments, which finds the same streets.
    fn grid_sections(&self) -> [Vec<u8>; 4] {
        if self.places.is_empty() {
            return Default::default();
        }
        let mut ends = Vec::with_capacity(self.segments());
        for_each_segment(&self.edge_ends, &self.edge_segments, self.clusters.len() as u32, |from, to| {
            ends.push((self.places[from as usize], self.places[to as usize]));
        });
        let grid = Grid::plain(ends.len() as u32, |segment| ends[segment as usize]);
        let long: Vec<u32> =
            (0..).zip(&ends).filter(|(_, (a, b))| is_long(*a, *b)).map(|(segment, _)| segment).collect();
        [bytes(&grid.cells), bytes(&grid.first), bytes(&grid.items), bytes(&long)]
    }
}

/// Calls `found` with the two nodes of every segment, in order.
pub fn for_each_segment(
    edge_ends: &[[u32; 2]],
    edge_segments: &[u32],
    junctions: u32,
    mut found: impl FnMut(u32, u32),
) {
    let mut inner = junctions;
    for (edge, &[start, end]) in edge_ends.iter().enumerate() {
        let mut from = start;
        for _ in edge_segments[edge] + 1..edge_segments[edge + 1] {
            found(from, inner);
            from = inner;
            inner += 1;
        }
        found(from, end);
    }
}

fn list<T: FromBytes + Immutable + Copy>(region: &Region, section: Name) -> Vec<T> {
    // Sections of an opened region are whole numbers of records.
    region
        .section(section)
        .chunks_exact(size_of::<T>())
        .filter_map(|chunk| T::read_from_bytes(chunk).ok())
        .collect()
}

fn texts(region: &Region, section: Name) -> Vec<String> {
    let strings = Strings::new(region.section(section)).unwrap_or(Strings::EMPTY);
    (0..strings.len()).map(|index| strings.get(index).unwrap_or_default().to_owned()).collect()
}

fn bytes<T: IntoBytes + Immutable>(list: &[T]) -> Vec<u8> {
    list.as_bytes().to_vec()
}
