//! From chosen ways, relations and nodes to streets. Each step says what it added and dropped.

use hinan_model::drawing::Drawn;
use hinan_model::network::{MapObject, Measure, NONE, NodeIds, Streets, Way};
use hinan_model::place::{Bounds, Place};
use hinan_model::source::{Source, Step};
use rayon::prelude::*;

use super::nodes::NodeTable;
use super::rings::{Area, Areas};
use super::{Batch, Found, RelationRecord, Tally, WayRecord, doorsteps, drawing, squares};
use crate::elevation::Ground;
use crate::facts::{Passage, Refusal};
use crate::kinds::{Key, Kinds};
use crate::report::step;
use crate::{Options, StreetsError};

/// Ways that one task turns into segments.
const WAYS_A_TASK: usize = 1_024;

/// Where a way lies: batch and row.
#[derive(Clone, Copy)]
pub(super) struct WayAt {
    batch: u32,
    row: u32,
}

/// Ways by id, with the rows of their nodes.
pub(super) struct Ways {
    batches: Vec<Batch>,
    /// For each batch, rows in the table of nodes, as [`Batch::refs`].
    rows: Vec<Vec<u32>>,
    pub(super) order: Vec<WayAt>,
    twice: u64,
}

impl Ways {
    fn of(batches: Vec<Batch>, nodes: &NodeTable) -> Ways {
        let rows = batches.par_iter().map(|batch| nodes.find_all(&batch.refs)).collect();
        let mut ways = Ways { order: Vec::new(), twice: 0, rows, batches };
        let numbered = (0_u32..).zip(&ways.batches);
        let mut order: Vec<WayAt> = numbered
            .flat_map(|(batch, ways)| (0..ways.ways.len() as u32).map(move |row| WayAt { batch, row }))
            .collect();
        if !order.is_sorted_by(|a, b| ways.get(*a).id < ways.get(*b).id) {
            let before = order.len();
            order.sort_by_key(|at| ways.get(*at).id);
            order.dedup_by_key(|at| ways.get(*at).id);
            ways.twice = (before - order.len()) as u64;
        }
        ways.order = order;
        ways
    }

    pub(super) fn get(&self, at: WayAt) -> &WayRecord {
        &self.batches[at.batch as usize].ways[at.row as usize]
    }

    /// The nodes of a way: rows of the table, [`NONE`] for missing ones.
    pub(super) fn rows(&self, at: WayAt) -> &[u32] {
        let (from, to) = self.get(at).refs;
        &self.rows[at.batch as usize][from as usize..to as usize]
    }

    pub(super) fn find(&self, id: i64) -> Option<WayAt> {
        let row = self.order.binary_search_by_key(&id, |at| self.get(*at).id).ok()?;
        self.order.get(row).copied()
    }

    pub(super) fn name(&self, at: WayAt) -> &str {
        let batch = &self.batches[at.batch as usize];
        let (from, to) = self.get(at).name;
        batch.text.get(from as usize..to as usize).unwrap_or("")
    }

    pub(super) fn object(&self, at: WayAt) -> Option<&super::OwnedTags> {
        self.batches[at.batch as usize].objects.get(self.get(at).object as usize)
    }

    /// Whether a way is closed and all its nodes are there.
    pub(super) fn is_ring(&self, at: WayAt) -> bool {
        let rows = self.rows(at);
        rows.len() >= 4 && rows.first() == rows.last() && !rows.contains(&NONE)
    }
}

/// Makes streets of what a reader found.
pub(super) fn streets(
    mut found: Found,
    mut source: Source,
    options: &Options<'_>,
) -> Result<Streets, StreetsError> {
    let ground = Ground::read(&options.elevation)?;
    let mut tally = std::mem::take(&mut found.tally);
    for batch in &found.batches {
        tally.add(&batch.tally);
    }
    let seen: u64 = found.nodes.iter().map(|batch| batch.seen).sum();
    let off_earth = found.nodes.iter().map(|batch| batch.off_earth).sum();
    let (nodes, relations) = (NodeTable::of(std::mem::take(&mut found.nodes)), found.relations);
    let ways = Ways::of(std::mem::take(&mut found.batches), &nodes);
    let mut steps = vec![
        step(
            "read the map",
            [
                ("nodes", seen),
                ("ways", tally.ways),
                ("relations", tally.relations),
                ("ways with a highway tag", tally.highways),
            ],
            [
                ("nodes off Earth", off_earth),
                ("nodes that came twice", nodes.twice),
                ("ways that came twice", ways.twice),
            ],
        ),
        select_step(&ways, &relations, &tally),
    ];

    options.tell("making streets", 0, 1);
    let areas = Areas::of(&ways, &relations);
    let network = Network::of(&ways, &nodes, areas, &ground, options);
    if network.segments.is_empty() {
        return Err(nothing_to_walk(&source.file, seen, &tally));
    }
    steps.extend(network.steps(&ground));
    let (doorsteps, doorstep_step) = doorsteps::doorsteps(&ways, &relations, &nodes);
    steps.push(doorstep_step);
    let objects = doorsteps::objects(&ways, &relations, &nodes);
    steps.push(step("hand over map objects", [("objects", objects.len() as u64)], []));
    let bounds = found.bounds.or_else(|| Bounds::around(network.places.iter().copied()));
    let drawing = if options.drawing {
        let (drawing, drawing_step) = drawing::drawing(&ways, &relations, &nodes, bounds);
        steps.push(drawing_step);
        drawing
    } else {
        Vec::new()
    };
    options.tell("making streets", 1, 1);

    source.rows = seen + tally.ways + tally.relations;
    source.records = network.ways.len() as u64;
    source.date = found.date;
    let mut sources = vec![source];
    sources.extend(ground.sources());
    Ok(network.finish(Rest { doorsteps, objects, drawing, bounds, sources, steps }))
}

/// The parts of [`Streets`] that are not the network.
struct Rest {
    doorsteps: Vec<hinan_model::network::RawDoorstep>,
    objects: Vec<MapObject>,
    drawing: Vec<Drawn>,
    bounds: Option<Bounds>,
    sources: Vec<Source>,
    steps: Vec<Step>,
}

fn nothing_to_walk(file: &str, nodes: u64, tally: &Tally) -> StreetsError {
    let what = if tally.ways == 0 {
        format!(
            "holds {nodes} nodes and no way at all, so there is no street to walk on; \
             take an extract with ways (this one was filtered to nodes)"
        )
    } else {
        format!(
            "holds {} ways, {} of them with a highway tag, and none that people can walk on",
            tally.ways, tally.highways
        )
    };
    StreetsError::NoStreets { file: file.to_owned(), what }
}

fn select_step(ways: &Ways, relations: &[RelationRecord], tally: &Tally) -> Step {
    let walkable = ways.order.iter().filter(|at| ways.get(**at).walk.is_some()).count() as u64;
    let squares = relations.iter().filter(|r| r.walk.is_some()).count() as u64;
    let mut step = step(
        "choose what can be walked on",
        [("ways", walkable), ("multipolygons", squares), ("buildings", tally.buildings)],
        [("ways with no tag for walking", tally.no_class)],
    );
    let refused = tally.refused.iter().enumerate().filter(|(_, n)| **n > 0);
    step.dropped.extend(refused.map(|(number, &n)| (format!("ways with {}", Refusal::words(number)), n)));
    step
}

/// The network in the making.
struct Network {
    ids: Vec<i64>,
    places: Vec<Place>,
    segments: Vec<[u32; 2]>,
    segment_way: Vec<u32>,
    kind: Vec<u16>,
    length_mm: Vec<u32>,
    grade: Vec<i8>,
    ways: Vec<Way>,
    kinds: Kinds,
    tally: SegmentTally,
    squares: squares::SquareTally,
    areas: u64,
    area_tally: super::rings::RingTally,
    passages: [u64; 2],
    off_ground_map: u64,
}

#[derive(Clone, Copy, Default)]
struct SegmentTally {
    missing_nodes: u64,
    cut_ways: u64,
    same_node: u64,
    closed: u64,
}

impl SegmentTally {
    fn add(&mut self, other: SegmentTally) {
        self.missing_nodes += other.missing_nodes;
        self.cut_ways += other.cut_ways;
        self.same_node += other.same_node;
        self.closed += other.closed;
    }
}

/// What segments need to know of nodes; nodes are numbered as in the streets.
pub(super) struct Nodes<'a> {
    pub(super) places: &'a [Place],
    passages: &'a Passages,
    /// Height of each node in metres; empty where there is no elevation.
    heights: &'a [f32],
}

/// Nodes that cost something.
struct Passages {
    has: Vec<u64>,
    sorted: Vec<(u32, Passage)>,
}

impl Passages {
    fn any(&self, a: u32, b: u32) -> bool {
        let bit = |node: u32| self.has[(node >> 6) as usize] >> (node & 63) & 1;
        bit(a) | bit(b) != 0
    }

    /// The kind of a segment between `a` and `b`; `None` where one of them is closed.
    fn charge(&self, line: Key, first: bool, a: u32, b: u32) -> Option<Key> {
        let mut key = if first { line.first_of_way() } else { line };
        for passage in [self.get(a), self.get(b)].into_iter().flatten() {
            if passage.closed {
                return None;
            }
            key = key.through(passage);
        }
        Some(key)
    }

    fn get(&self, node: u32) -> Option<Passage> {
        if self.has[(node >> 6) as usize] >> (node & 63) & 1 == 0 {
            return None;
        }
        let row = self.sorted.binary_search_by_key(&node, |(n, _)| *n).ok()?;
        Some(self.sorted[row].1)
    }
}

/// Segments of some ways, in order.
#[derive(Default)]
pub(super) struct Piece {
    segments: Vec<[u32; 2]>,
    way: Vec<u32>,
    kind: Vec<u16>,
    length_mm: Vec<u32>,
    grade: Vec<i8>,
    /// Segments whose kind is not that of their way.
    special: Vec<(u32, Key)>,
    names: Vec<Way>,
    tally: SegmentTally,
}

/// A way's share of its segments.
#[derive(Clone, Copy)]
pub(super) struct Line {
    pub(super) key: Key,
    pub(super) kind: u16,
    pub(super) way: u32,
    pub(super) off_ground: bool,
}

impl Piece {
    /// Adds a chain of nodes as segments.
    pub(super) fn add_line(&mut self, line: Line, chain: &[u32], nodes: &Nodes<'_>) {
        let first = self.segments.len();
        let mut plane = hinan_model::place::Plane::at(0);
        let mut plane_lat = i32::MIN;
        for pair in chain.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            if a == b {
                self.tally.same_node += 1;
                continue;
            }
            let special = if self.segments.len() == first || nodes.passages.any(a, b) {
                let Some(key) = nodes.passages.charge(line.key, self.segments.len() == first, a, b) else {
                    self.tally.closed += 1;
                    continue;
                };
                (key != line.key).then_some(key)
            } else {
                None
            };
            let (from, to) = (nodes.places[a as usize], nodes.places[b as usize]);
            // A flat plane a hundredth of a degree wide does for all of its segments (off by less
            // than a tenth of a per mille), and it depends on nothing but the segment's place.
            let lat = from.lat_e7.midpoint(to.lat_e7).div_euclid(PLANE_E7);
            if lat != plane_lat {
                plane_lat = lat;
                plane = hinan_model::place::Plane::at(lat * PLANE_E7 + PLANE_E7 / 2);
            }
            let (east, north) = plane.offset_mm(from, to);
            let length = (east * east + north * north).sqrt();
            if let Some(key) = special {
                self.special.push((self.segments.len() as u32, key));
            }
            self.segments.push([a, b]);
            self.way.push(line.way);
            self.kind.push(line.kind);
            self.length_mm.push((length + 0.5).min(f64::from(u32::MAX)) as u32);
        }
        if !nodes.heights.is_empty() {
            self.add_grades(first, line.off_ground, nodes.heights);
        }
    }

    /// How many ways of its own the piece has named.
    pub(super) fn named(&self) -> usize {
        self.names.len()
    }

    /// Names a way that is none of the chosen ones.
    pub(super) fn add_name(&mut self, way: Way) {
        self.names.push(way);
    }

    fn add_grades(&mut self, first: usize, off_ground: bool, heights: &[f32]) {
        if off_ground {
            self.grade.resize(self.segments.len(), 0);
            return;
        }
        crate::elevation::grades(&self.segments[first..], &self.length_mm[first..], heights, &mut self.grade);
    }
}

/// Height of a belt of latitude with one plane, 1e-7 degree.
const PLANE_E7: i32 = 10_000;

impl Network {
    fn of(ways: &Ways, nodes: &NodeTable, areas: Areas, ground: &Ground, options: &Options<'_>) -> Network {
        let mut kinds = Kinds::new();
        let chosen: Vec<WayAt> =
            ways.order.iter().copied().filter(|at| ways.get(*at).walk.is_some()).collect();
        // Numbers of nodes: by id, those that anything walkable uses.
        let (number, table_rows) = number_nodes(ways, &chosen, &areas, nodes);
        let (ids, places) = rayon::join(
            || table_rows.iter().map(|&row| nodes.ids[row as usize]).collect(),
            || table_rows.iter().map(|&row| nodes.places[row as usize]).collect::<Vec<Place>>(),
        );
        let passages = passages(nodes, &number, table_rows.len(), options.emergency);
        let heights = ground.heights(&places);
        let seen = Nodes { places: &places, passages: &passages, heights: &heights.metres };

        let lines: Vec<Line> = (0_u32..)
            .zip(&chosen)
            .map(|(way, at)| {
                let walk = ways.get(*at).walk.unwrap_or_default();
                let square = walk.area && ways.is_ring(*at);
                let key = Key { square, ..Key::of(walk) };
                Line { key, kind: kinds.row(key), way, off_ground: walk.off_ground }
            })
            .collect();
        let mut pieces: Vec<Piece> = chosen
            .par_chunks(WAYS_A_TASK)
            .zip(lines.par_chunks(WAYS_A_TASK))
            .map(|(chosen, lines)| segments_of(ways, chosen, lines, &number, &seen))
            .collect();
        let (found_squares, square_tally) =
            squares::cross(ways, &chosen, &lines, &areas, &number, &seen, nodes, &mut kinds);
        pieces.push(found_squares);

        let count = pieces.iter().map(|piece| piece.segments.len()).sum();
        let closed_nodes = passages.sorted.iter().filter(|(_, p)| p.closed).count();
        let mut network = Network {
            segments: Vec::with_capacity(count),
            segment_way: Vec::with_capacity(count),
            kind: Vec::with_capacity(count),
            length_mm: Vec::with_capacity(count),
            grade: Vec::with_capacity(if heights.metres.is_empty() { 0 } else { count }),
            ways: Vec::with_capacity(chosen.len()),
            passages: [(passages.sorted.len() - closed_nodes) as u64, closed_nodes as u64],
            off_ground_map: heights.outside,
            tally: SegmentTally::default(),
            squares: square_tally,
            areas: areas.list.len() as u64,
            area_tally: areas.tally,
            ids,
            places,
            kinds,
        };
        for piece in pieces {
            network.append(piece);
        }
        network
    }

    fn append(&mut self, mut piece: Piece) {
        for (segment, key) in piece.special {
            piece.kind[segment as usize] = self.kinds.row(key);
        }
        self.segments.append(&mut piece.segments);
        self.segment_way.append(&mut piece.way);
        self.kind.append(&mut piece.kind);
        self.length_mm.append(&mut piece.length_mm);
        self.grade.append(&mut piece.grade);
        self.ways.append(&mut piece.names);
        self.tally.add(piece.tally);
    }

    fn steps(&self, ground: &Ground) -> Vec<Step> {
        let mut steps = vec![
            step(
                "draw segments",
                [
                    ("nodes", self.ids.len() as u64),
                    ("segments", self.segments.len() as u64),
                    ("ways", self.ways.len() as u64),
                ],
                [
                    ("nodes that ways name and the file does not hold", self.tally.missing_nodes),
                    ("ways cut at such nodes", self.tally.cut_ways),
                    ("segments from a node to itself", self.tally.same_node),
                ],
            ),
            step(
                "close and charge nodes (barriers, gates, lifts, lights, kerbs)",
                [("nodes that cost time or stop wheelchairs", self.passages[0])],
                [("nodes closed", self.passages[1]), ("segments at closed nodes", self.tally.closed)],
            ),
            self.squares.step(self.areas, &self.area_tally),
        ];
        if !ground.is_empty() {
            steps.push(step(
                "lay on elevation",
                [("segments with a slope", self.grade.iter().filter(|g| **g != 0).count() as u64)],
                [("nodes outside of the elevation files, taken as level", self.off_ground_map)],
            ));
        }
        steps
    }

    fn finish(self, rest: Rest) -> Streets {
        let table = self.kinds.finish();
        Streets {
            node_ids: NodeIds::Numbers(self.ids),
            places: self.places,
            people: Vec::new(),
            segments: self.segments,
            segment_way: self.segment_way,
            ways: self.ways,
            measure: Measure::Physical {
                length_mm: self.length_mm,
                kind: self.kind,
                grade: self.grade,
                kinds: table.kinds,
                kind_names: table.names,
                walkers: table.walkers,
            },
            doorsteps: rest.doorsteps,
            objects: rest.objects,
            drawing: rest.drawing,
            bounds: rest.bounds,
            sources: rest.sources,
            steps: rest.steps,
            complaints: Vec::new(),
        }
    }
}

/// The new number of each row of the table (or [`NONE`]), and the row of each new number.
fn number_nodes(ways: &Ways, chosen: &[WayAt], areas: &Areas, nodes: &NodeTable) -> (Vec<u32>, Vec<u32>) {
    let mut number = vec![NONE; nodes.ids.len()];
    let walked = chosen.iter().flat_map(|at| ways.rows(*at));
    let rings = areas.list.iter().flat_map(|area| area.rings.iter().flatten());
    for &row in walked.chain(rings) {
        if let Some(number) = number.get_mut(row as usize) {
            *number = 0;
        }
    }
    let mut rows = Vec::with_capacity(number.len());
    for (row, number) in (0_u32..).zip(&mut number) {
        if *number != NONE {
            *number = rows.len() as u32;
            rows.push(row);
        }
    }
    (number, rows)
}

fn passages(nodes: &NodeTable, number: &[u32], count: usize, emergency: bool) -> Passages {
    let mut passages = Passages { has: vec![0; count / 64 + 1], sorted: Vec::new() };
    for (record, row) in &nodes.tagged {
        let node = number.get(*row as usize).copied().unwrap_or(NONE);
        if let (true, Some(passage)) = (node != NONE, record.facts.passage(emergency)) {
            passages.has[(node >> 6) as usize] |= 1 << (node & 63);
            passages.sorted.push((node, passage));
        }
    }
    passages
}

fn segments_of(ways: &Ways, chosen: &[WayAt], lines: &[Line], number: &[u32], nodes: &Nodes<'_>) -> Piece {
    let mut piece = Piece::default();
    let count: usize = chosen.iter().map(|at| ways.rows(*at).len()).sum();
    piece.segments.reserve(count);
    piece.way.reserve(count);
    piece.kind.reserve(count);
    piece.length_mm.reserve(count);
    piece.names.reserve(chosen.len());
    let mut chain = Vec::new();
    for (at, line) in chosen.iter().zip(lines) {
        piece.names.push(Way { id: ways.get(*at).id, name: ways.name(*at).to_owned() });
        let rows = ways.rows(*at);
        let mut missing = 0;
        // A way is cut where a node is missing: what lies between its neighbours is not known.
        for part in rows.split(|&row| row == NONE) {
            missing += 1;
            chain.clear();
            chain.extend(part.iter().map(|&row| number[row as usize]));
            piece.add_line(*line, &chain, nodes);
        }
        piece.tally.missing_nodes += missing - 1;
        piece.tally.cut_ways += u64::from(missing > 1);
    }
    piece
}

/// Areas also ask for the rings of relations to be drawn; see [`squares`].
pub(super) fn ring_line(area: &Area, kinds: &mut Kinds) -> Line {
    let key = Key { square: true, ..Key::of(area.walk) };
    Line { key, kind: kinds.row(key), way: NONE, off_ground: area.walk.off_ground }
}
