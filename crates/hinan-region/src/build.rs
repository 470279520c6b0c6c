//! Making a region: join shelters and doorsteps to the streets, contract, order, lay out.

use std::collections::{BTreeMap, BTreeSet};

use hinan_model::network::{
    DoorstepKind, FIRST_SOURCE_NUMBER, KindPace, Measure, NONE, NodeIds, RawDoorstep, Streets, read_number,
};
use hinan_model::{Complaint, Ds, EntranceAt, Place, Shelter, Source, Step, Walker};
use rayon::prelude::*;
use zerocopy::{Immutable, IntoBytes};

use crate::contract::{Contraction, contract};
use crate::grid::{Grid, MAX_SEGMENTS, Snapped};
use crate::layout::{self, DoorstepRecord, EntranceRecord, Name, name};
use crate::meta::{Counts, MAX_COMPLAINTS, Meta, is_isolated};
use crate::split::{Cuts, cut, find_or_add_kind, raw_length_mm};
use crate::strings;

/// A point further than this from any street is not joined to one: 300 m.
pub const MAX_OFF_MM: u32 = 300_000;
/// A street that is part of the city is preferred to an isolated one that is nearer by up to this.
const DETOUR_TO_CITY_MM: u32 = 100_000;
/// A street fit for wheelchairs is joined as well if it is further by up to this.
const DETOUR_FOR_WHEELS_MM: u32 = 50_000;
/// A map with fewer doorsteps than one for so many ways is one without buildings.
const WAYS_A_DOORSTEP: usize = 10;
/// Where the map has no buildings, a doorstep stands every so many mm of street: 100 m.
const STREET_DOORSTEP_MM: u64 = 100_000;

/// A shelter list as its reader hands it over.
#[derive(Clone, Debug)]
pub struct List {
    /// The file.
    pub source: Source,
    /// Its records.
    pub shelters: Vec<Shelter>,
    /// What was wrong with it.
    pub complaints: Vec<Complaint>,
}

/// Why no region can be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BuildError {
    /// Nothing to walk on.
    #[error("{0}: no street that anybody can walk on; nothing was written")]
    NoStreets(String),
    /// Too large for one region.
    #[error("{0}: {1} pieces of street are too many for one region; cut the extract into countries")]
    TooLarge(String, usize),
}

/// A section before it has a place in the file.
type Section = (Name, Vec<u8>);

/// A region in memory, ready to be written.
#[derive(Debug)]
pub struct Draft {
    meta: Meta,
    sections: Vec<Section>,
}

impl Draft {
    /// Joins `streets` and shelter lists to a region called `place`. `parameters` are kept in the
    /// file as they are. The same input gives the same bytes, on any number of threads.
    ///
    /// # Errors
    /// Where there are no streets, or too many.
    pub fn new(
        place: &str,
        streets: Streets,
        lists: Vec<List>,
        parameters: BTreeMap<String, String>,
    ) -> Result<Draft, BuildError> {
        let file = streets.sources.first().map_or_else(|| place.to_owned(), |source| source.file.clone());
        if streets.segments.is_empty() {
            return Err(BuildError::NoStreets(file));
        }
        if streets.segments.len() > MAX_SEGMENTS {
            return Err(BuildError::TooLarge(file, streets.segments.len()));
        }
        let mut work = Work::new(streets);
        let shelters = work.take_lists(lists);
        let joined = work.join_entrances(&shelters);
        Ok(work.finish(place, shelters, joined, parameters))
    }

    /// What the region says of itself.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// The bytes of the region file.
    pub fn bytes(&self) -> Vec<u8> {
        layout::assemble(&self.sections)
    }
}

/// Everything that the steps of a build share.
struct Work {
    streets: Streets,
    walkers: Vec<Walker>,
    grid: Grid,
    /// Cluster of each raw node.
    cluster_of: Vec<u32>,
    /// Nodes in each cluster, largest first.
    clusters: Vec<u32>,
    sources: Vec<Source>,
    complaints: Vec<Complaint>,
    steps: Vec<Step>,
}

/// An entrance joined to raw streets.
struct Joined {
    shelter: u32,
    at: JoinedAt,
    start_ds: u32,
    off_mm: u32,
}

enum JoinedAt {
    Node(u32),
    Point { segment: u32, part_mm: u32 },
}

impl Work {
    fn new(mut streets: Streets) -> Work {
        if let NodeIds::Numbers(ids) = &streets.node_ids
            && ids.iter().any(|&id| id < FIRST_SOURCE_NUMBER)
        {
            streets.node_ids = NodeIds::Texts(ids.iter().map(i64::to_string).collect());
        }
        let walkers = match &streets.measure {
            Measure::Physical { walkers, .. } => walkers.clone(),
            Measure::Given { .. } => vec![Walker::given()],
        };
        let ((cluster_of, clusters), grid) = rayon::join(|| find_clusters(&streets), || grid_over(&streets));
        let sources = core::mem::take(&mut streets.sources);
        let complaints = core::mem::take(&mut streets.complaints);
        let steps = core::mem::take(&mut streets.steps);
        Work { streets, walkers, grid, cluster_of, clusters, sources, complaints, steps }
    }

    /// Takes over the records of all lists; ids that an earlier list has already used get the later
    /// list's name behind them.
    fn take_lists(&mut self, lists: Vec<List>) -> Vec<Shelter> {
        let mut shelters: Vec<Shelter> = Vec::new();
        let mut ids: BTreeSet<String> = BTreeSet::new();
        for mut list in lists {
            let source = self.sources.len() as u32;
            let before = list.complaints.len() as u64;
            for mut shelter in list.shelters {
                shelter.source = source;
                if ids.contains(&shelter.id) {
                    let id = (1..)
                        .map(|n| {
                            format!(
                                "{}@{}{}",
                                shelter.id,
                                list.source.file,
                                if n == 1 { String::new() } else { format!("#{n}") }
                            )
                        })
                        .find(|id| !ids.contains(id));
                    let id = id.unwrap_or_default();
                    list.complaints.push(Complaint {
                        file: list.source.file.clone(),
                        row: Some(shelter.row),
                        column: None,
                        reason: format!("id {} stands in an earlier list; kept as {id}", shelter.id),
                        dropped: false,
                    });
                    shelter.id = id;
                }
                ids.insert(shelter.id.clone());
                shelters.push(shelter);
            }
            list.source.complaints += list.complaints.len() as u64 - before;
            self.sources.push(list.source);
            self.complaints.append(&mut list.complaints);
        }
        shelters
    }

    fn complain(&mut self, shelter: &Shelter, reason: String) {
        let Some(source) = self.sources.get_mut(shelter.source as usize) else { return };
        source.complaints += 1;
        self.complaints.push(Complaint {
            file: source.file.clone(),
            row: Some(shelter.row),
            column: None,
            reason,
            dropped: false,
        });
    }

    fn join_entrances(&mut self, shelters: &[Shelter]) -> Vec<Joined> {
        let by_id = self.nodes_by_id(shelters);
        let (mut joined, mut outside) = (Vec::new(), BTreeMap::new());
        for (index, shelter) in shelters.iter().enumerate() {
            for entrance in &shelter.entrances {
                let start_ds = entrance.start.unwrap_or(Ds::ZERO).0.min(Ds::MAX_INPUT.0);
                match &entrance.at {
                    EntranceAt::Node(id) => match by_id.get(id.as_str()) {
                        Some(&node) => {
                            joined.push(Joined {
                                shelter: index as u32,
                                at: JoinedAt::Node(node),
                                start_ds,
                                off_mm: 0,
                            });
                        }
                        None => {
                            self.complain(shelter, format!("shelter {}: node {id} is not in the streets; nobody can be sent to this entrance", shelter.id));
                        }
                    },
                    EntranceAt::Place(place) => {
                        let found = self.streets_at_entrance(*place);
                        if found.is_empty() {
                            if self.streets.bounds.is_some_and(|bounds| !bounds.contains(*place)) {
                                outside.entry(shelter.source).or_insert((0, shelter)).0 += 1;
                            } else {
                                let reason = self.why_not_joined(shelter);
                                self.complain(shelter, reason);
                            }
                        }
                        joined.extend(found.into_iter().map(|snapped| Joined {
                            shelter: index as u32,
                            at: JoinedAt::Point { segment: snapped.segment, part_mm: snapped.part_mm },
                            start_ds,
                            off_mm: snapped.off_mm,
                        }));
                    }
                }
            }
        }
        self.complain_of_outside(&outside);
        joined
    }

    /// The raw nodes that entrances name, by id.
    fn nodes_by_id<'a>(&self, shelters: &'a [Shelter]) -> BTreeMap<&'a str, u32> {
        let mut wanted: BTreeMap<&str, u32> = BTreeMap::new();
        for entrance in shelters.iter().flat_map(|shelter| &shelter.entrances) {
            if let EntranceAt::Node(id) = &entrance.at {
                wanted.insert(id, NONE);
            }
        }
        if wanted.is_empty() {
            return wanted;
        }
        match &self.streets.node_ids {
            NodeIds::Numbers(ids) => {
                let mut numbers: Vec<(i64, &str)> =
                    wanted.keys().filter_map(|id| Some((read_number(id)?, *id))).collect();
                numbers.sort_unstable();
                for (node, id) in ids.iter().enumerate() {
                    if let Ok(at) = numbers.binary_search_by_key(id, |&(number, _)| number) {
                        wanted.insert(numbers[at].1, node as u32);
                    }
                }
            }
            NodeIds::Texts(ids) => {
                for (node, id) in ids.iter().enumerate() {
                    if let Some(found) = wanted.get_mut(id.as_str()) {
                        *found = node as u32;
                    }
                }
            }
        }
        wanted.retain(|_, node| *node != NONE);
        wanted
    }

    /// The streets that an entrance opens on: the nearest, and if wheels cannot use that one, the
    /// nearest that they can, if it is about as near.
    fn streets_at_entrance(&self, place: Place) -> Vec<Snapped> {
        let Some(best) = self.nearest_street(place, MAX_OFF_MM) else { return Vec::new() };
        let wheelchair = self.walkers.iter().position(|walker| !walker.uses_stairs());
        let for_wheels =
            wheelchair.filter(|&walker| !self.is_open_to(best.segment, walker)).and_then(|walker| {
                let limit = best.off_mm.saturating_add(DETOUR_FOR_WHEELS_MM).min(MAX_OFF_MM);
                self.grid.view().nearest(place, limit, &|s| self.line(s), |s| {
                    self.is_open_to(s, walker) && !self.is_isolated(s)
                })
            });
        [Some(best), for_wheels].into_iter().flatten().collect()
    }

    /// The nearest street that an adult can use; a street of the city rather than an isolated one.
    fn nearest_street(&self, place: Place, limit_mm: u32) -> Option<Snapped> {
        let (view, line) = (self.grid.view(), |s: u32| self.line(s));
        let nearest = view.nearest(place, limit_mm, &line, |s| self.is_open_to(s, 0))?;
        if !self.is_isolated(nearest.segment) {
            return Some(nearest);
        }
        let limit = nearest.off_mm.saturating_add(DETOUR_TO_CITY_MM).min(limit_mm);
        view.nearest(place, limit, &line, |s| self.is_open_to(s, 0) && !self.is_isolated(s)).or(Some(nearest))
    }

    fn why_not_joined(&self, shelter: &Shelter) -> String {
        if self.streets.places.is_empty() {
            return format!("shelter {} has a place, but the streets have none; name its node", shelter.id);
        }
        format!(
            "shelter {} ({}) lies more than {} m from any street; nobody is sent there",
            shelter.id,
            shelter.title(),
            MAX_OFF_MM / 1000
        )
    }

    /// A national list in one city: most of it lies elsewhere. One sentence a list says so.
    fn complain_of_outside(&mut self, outside: &BTreeMap<u32, (u64, &Shelter)>) {
        for (&source, &(count, first)) in outside {
            let Some(source) = self.sources.get_mut(source as usize) else { continue };
            source.complaints += 1;
            self.complaints.push(Complaint {
                file: source.file.clone(),
                row: None,
                column: None,
                reason: format!(
                    "{} outside of the streets' extract; nobody is sent there (the first is row {}, shelter {}, {})",
                    if count == 1 { "1 entrance lies".to_owned() } else { format!("{count} entrances lie") },
                    first.row,
                    first.id,
                    first.title()
                ),
                dropped: false,
            });
        }
    }

    fn ends(&self, segment: u32) -> (Place, Place) {
        let [a, b] = self.streets.segments[segment as usize];
        (self.streets.places[a as usize], self.streets.places[b as usize])
    }

    fn line(&self, segment: u32) -> (Place, Place, u32) {
        let (a, b) = self.ends(segment);
        (a, b, raw_length_mm(&self.streets.measure, segment))
    }

    fn is_open_to(&self, segment: u32, walker: usize) -> bool {
        is_open_to(&self.streets.measure, self.walkers.len(), segment, walker)
    }

    fn is_isolated(&self, segment: u32) -> bool {
        let [a, _] = self.streets.segments[segment as usize];
        is_isolated(&self.clusters, self.cluster_of[a as usize])
    }

    fn finish(
        mut self,
        place: &str,
        shelters: Vec<Shelter>,
        joined: Vec<Joined>,
        parameters: BTreeMap<String, String>,
    ) -> Draft {
        let doorsteps = self.join_doorsteps();
        let points: BTreeSet<(u32, u32)> = joined
            .iter()
            .filter_map(|j| match j.at {
                JoinedAt::Point { segment, part_mm } => Some((segment, part_mm)),
                JoinedAt::Node(_) => None,
            })
            .collect();
        let cuts = cut(&mut self.streets, &points);
        let entrances: Vec<(u32, &Joined)> = joined
            .iter()
            .map(|j| match j.at {
                JoinedAt::Node(node) => (node, j),
                JoinedAt::Point { segment, part_mm } => (cuts.node_at[&(segment, part_mm)], j),
            })
            .collect();
        // A new node belongs to the cluster of the street that it was put into.
        self.cluster_of.resize(self.streets.node_ids.len(), 0);
        for (&(segment, _), &node) in &cuts.node_at {
            let [start, _] = self.streets.segments[segment as usize];
            self.cluster_of[node as usize] = self.cluster_of[start as usize];
        }
        let forced: Vec<u32> = entrances.iter().map(|&(node, _)| node).collect();
        let contraction =
            contract(&self.streets.segments, &self.streets.places, self.streets.node_ids.len(), &forced);
        Layout::new(&self, &contraction, &cuts).draft(place, &shelters, &entrances, doorsteps, parameters)
    }

    /// Joins doorsteps to raw segments: every building in parallel, each by itself.
    fn join_doorsteps(&self) -> Vec<(RawDoorstep, Option<Snapped>)> {
        if self.streets.places.is_empty() {
            return Vec::new();
        }
        let mut doorsteps: Vec<_> = self
            .streets
            .doorsteps
            .par_iter()
            .map(|doorstep| (doorstep.clone(), self.nearest_street(doorstep.place, MAX_OFF_MM)))
            .collect();
        if doorsteps.len() * WAYS_A_DOORSTEP < self.streets.ways.len() {
            doorsteps.extend(self.doorsteps_on_streets());
        }
        doorsteps
    }

    /// Where the map has no buildings: points on the streets, the middle of every stretch of 100 m.
    fn doorsteps_on_streets(&self) -> Vec<(RawDoorstep, Option<Snapped>)> {
        let Measure::Physical { .. } = self.streets.measure else { return Vec::new() };
        let mut doorsteps = Vec::new();
        // Half a stretch stands at the start, so that a lone short street has a doorstep as well.
        let mut walked = STREET_DOORSTEP_MM / 2;
        for segment in 0..self.streets.segments.len() as u32 {
            if !self.is_open_to(segment, 0) {
                continue;
            }
            let length = u64::from(raw_length_mm(&self.streets.measure, segment));
            let mut next = STREET_DOORSTEP_MM - walked % STREET_DOORSTEP_MM;
            while next <= length {
                let (a, b) = self.ends(segment);
                let doorstep = RawDoorstep {
                    place: a.towards(b, next as u32, length as u32),
                    kind: DoorstepKind::Street,
                    id: format!("street/{}", doorsteps.len() + 1),
                    dwelling_m2: 0,
                };
                doorsteps.push((doorstep, Some(Snapped { off_mm: 0, segment, part_mm: next as u32 })));
                next += STREET_DOORSTEP_MM;
            }
            walked = (walked + length) % STREET_DOORSTEP_MM;
        }
        doorsteps
    }
}

fn is_open_to(measure: &Measure, walkers: usize, segment: u32, walker: usize) -> bool {
    match measure {
        Measure::Physical { kind, kinds, .. } => {
            let pace = kinds[kind[segment as usize] as usize * walkers + walker];
            pace.forward_ms_per_m != 0 || pace.backward_ms_per_m != 0
        }
        Measure::Given { forward_ds, backward_ds } => {
            forward_ds[segment as usize].min(backward_ds[segment as usize]) < Ds::UNREACHABLE.0
        }
    }
}

/// The search grid over raw segments; empty where nodes have no places.
fn grid_over(streets: &Streets) -> Grid {
    if streets.places.is_empty() {
        return Grid::default();
    }
    let place = |node: u32| streets.places[node as usize];
    Grid::new(streets.segments.len() as u32, |segment| {
        let [a, b] = streets.segments[segment as usize];
        (place(a), place(b))
    })
}

/// Which streets hang together for an adult, whichever way they may be walked: cluster of each
/// node, and the number of nodes of each cluster, largest first.
fn find_clusters(streets: &Streets) -> (Vec<u32>, Vec<u32>) {
    fn root(parents: &mut [u32], mut node: u32) -> u32 {
        while parents[node as usize] != node {
            // Halving the path keeps later searches short.
            let grandparent = parents[parents[node as usize] as usize];
            parents[node as usize] = grandparent;
            node = grandparent;
        }
        node
    }
    let walkers = if let Measure::Physical { walkers, .. } = &streets.measure { walkers.len() } else { 1 };
    let nodes = streets.node_ids.len();
    let mut parents: Vec<u32> = (0..nodes as u32).collect();
    for (segment, &[a, b]) in streets.segments.iter().enumerate() {
        if is_open_to(&streets.measure, walkers, segment as u32, 0) {
            let (a, b) = (root(&mut parents, a), root(&mut parents, b));
            let (low, high) = (a.min(b), a.max(b));
            parents[high as usize] = low;
        }
    }
    let roots: Vec<u32> = (0..nodes as u32).map(|node| root(&mut parents, node)).collect();
    let mut sizes = vec![0_u32; nodes];
    for &root in &roots {
        sizes[root as usize] += 1;
    }
    let mut order: Vec<u32> = (0..nodes as u32).filter(|&node| sizes[node as usize] > 0).collect();
    order.sort_by_key(|&root| (core::cmp::Reverse(sizes[root as usize]), root));
    let mut number = vec![0_u32; nodes];
    for (index, &root) in order.iter().enumerate() {
        number[root as usize] = index as u32;
    }
    let clusters = order.iter().map(|&root| sizes[root as usize]).collect();
    (roots.into_iter().map(|root| number[root as usize]).collect(), clusters)
}

/// The arrays of the file, in their final numbering.
struct Layout<'a> {
    work: &'a Work,
    contraction: &'a Contraction,
    cuts: &'a Cuts,
    /// Final number of each raw segment.
    segment_number: Vec<u32>,
    /// Final number of each raw node.
    node_number: Vec<u32>,
}

impl<'a> Layout<'a> {
    fn new(work: &'a Work, contraction: &'a Contraction, cuts: &'a Cuts) -> Layout<'a> {
        let invert = |order: &[u32]| {
            let mut number = vec![0_u32; order.len()];
            for (index, &raw) in order.iter().enumerate() {
                number[raw as usize] = index as u32;
            }
            number
        };
        Layout {
            work,
            contraction,
            cuts,
            segment_number: invert(&contraction.segments),
            node_number: invert(&contraction.nodes),
        }
    }

    fn draft(
        &self,
        place: &str,
        shelters: &[Shelter],
        entrances: &[(u32, &Joined)],
        doorsteps: Vec<(RawDoorstep, Option<Snapped>)>,
        parameters: BTreeMap<String, String>,
    ) -> Draft {
        let streets = &self.work.streets;
        let entrances = self.entrance_records(entrances);
        let records = self.doorstep_records(&doorsteps);
        let unjoined = joined_shelters(shelters.len(), &entrances);
        let ((nodes, streets_and_ways), (grid, (measure, kind_names))) = rayon::join(
            || (self.node_sections(), self.street_sections()),
            || (self.grid_sections(), self.measure_sections()),
        );
        let counts = Counts {
            nodes: self.contraction.nodes.len() as u64,
            junctions: u64::from(self.contraction.junctions),
            edges: self.contraction.edge_ends.len() as u64,
            segments: streets.segments.len() as u64,
            arcs: self.count_arcs(),
            shelters: shelters.len() as u64,
            entrances: entrances.len() as u64,
            unjoined_shelters: unjoined.iter().filter(|&&joined| !joined).count() as u64,
            doorsteps: records.len() as u64,
            unjoined_doorsteps: records.iter().filter(|record| record.segment == NONE).count() as u64,
            people: streets.people.iter().map(|&people| u64::from(people)).sum(),
            isolated_nodes: self
                .work
                .cluster_of
                .iter()
                .filter(|&&cluster| is_isolated(&self.work.clusters, cluster))
                .count() as u64,
        };
        let mut complaints = self.work.complaints.clone();
        complaints.truncate(MAX_COMPLAINTS);
        let mut clusters = vec![0_u32; self.work.clusters.len()];
        for &cluster in &self.work.cluster_of {
            clusters[cluster as usize] += 1;
        }
        let mut steps = self.work.steps.clone();
        steps.push(join_step(&counts));
        let meta = Meta {
            hinan: env!("CARGO_PKG_VERSION").to_owned(),
            name: place.to_owned(),
            bounds: streets.bounds,
            sources: self.work.sources.clone(),
            steps,
            complaints,
            walkers: self.work.walkers.clone(),
            kind_names,
            parameters,
            counts,
            clusters,
        };
        let door_ids = doorsteps.iter().map(|(doorstep, _)| doorstep.id.as_str());
        // JSON and postcard of plain data cannot fail; an empty section would be refused on opening.
        let mut sections = vec![
            (name::META, serde_json::to_vec(&meta).unwrap_or_default()),
            (name::SHELTERS, postcard::to_allocvec(shelters).unwrap_or_default()),
            (name::ENTRANCES, to_bytes(&entrances)),
            (name::DOORSTEPS, to_bytes(&records)),
            (name::DOORSTEP_IDS, strings::encode(door_ids)),
        ];
        sections.extend([nodes, streets_and_ways, measure, grid].into_iter().flatten());
        Draft { meta, sections }
    }

    /// The sections about nodes.
    fn node_sections(&self) -> Vec<Section> {
        let (streets, nodes) = (&self.work.streets, &self.contraction.nodes);
        let ids = match &streets.node_ids {
            NodeIds::Numbers(ids) => (name::NODE_NUMBERS, to_bytes(&picked(ids, nodes))),
            NodeIds::Texts(ids) => {
                (name::NODE_TEXTS, strings::encode(nodes.iter().map(|&raw| ids[raw as usize].as_str())))
            }
        };
        let junctions = &nodes[..self.contraction.junctions as usize];
        vec![
            ids,
            (name::NODE_BY_ID, to_bytes(&self.nodes_by_id())),
            (name::PLACES, to_bytes(&picked(&streets.places, nodes))),
            (name::PEOPLE, to_bytes(&picked(&streets.people, nodes))),
            (name::CLUSTERS, to_bytes(&picked(&self.work.cluster_of, junctions))),
        ]
    }

    /// The sections about edges and ways.
    fn street_sections(&self) -> Vec<Section> {
        let streets = &self.work.streets;
        let ids: Vec<i64> = streets.ways.iter().map(|way| way.id).collect();
        vec![
            (name::EDGE_ENDS, to_bytes(&self.contraction.edge_ends)),
            (name::EDGE_SEGMENTS, to_bytes(&self.contraction.edge_segments)),
            (name::WAYS_OF, to_bytes(&picked(&streets.segment_way, &self.contraction.segments))),
            (name::WAY_IDS, to_bytes(&ids)),
            (name::WAY_NAMES, strings::encode(streets.ways.iter().map(|way| way.name.as_str()))),
        ]
    }

    /// The sections of the search grid.
    fn grid_sections(&self) -> Vec<Section> {
        let grid = self.work.grid.renumbered(|raw, items| {
            items.push(self.segment_number[raw as usize]);
            if let Some(pieces) = self.cuts.pieces.get(&raw) {
                items.extend(pieces.clone().map(|piece| self.segment_number[piece as usize]));
            }
        });
        vec![
            (name::GRID_CELLS, to_bytes(&grid.cells)),
            (name::GRID_FIRST, to_bytes(&grid.first)),
            (name::GRID_ITEMS, to_bytes(&grid.items)),
        ]
    }

    /// Final node numbers in the order of their ids.
    fn nodes_by_id(&self) -> Vec<u32> {
        let mut raw: Vec<u32> = (0..self.node_number.len() as u32).collect();
        match &self.work.streets.node_ids {
            NodeIds::Numbers(ids) => {
                // Readers number nodes by id; only the new nodes behind them are out of order.
                let added = ids.iter().rev().take_while(|&&id| id < FIRST_SOURCE_NUMBER).count();
                raw.rotate_right(added);
                if !raw.is_sorted_by_key(|&node| ids[node as usize]) {
                    raw.par_sort_by_key(|&node| ids[node as usize]);
                }
            }
            NodeIds::Texts(ids) => raw.par_sort_by_key(|&node| &ids[node as usize]),
        }
        raw.into_iter().map(|node| self.node_number[node as usize]).collect()
    }

    fn entrance_records(&self, entrances: &[(u32, &Joined)]) -> Vec<EntranceRecord> {
        entrances
            .iter()
            .map(|&(node, joined)| EntranceRecord {
                shelter: joined.shelter,
                node: self.node_number[node as usize],
                start_ds: joined.start_ds,
                off_mm: joined.off_mm,
            })
            .collect()
    }

    fn doorstep_records(&self, doorsteps: &[(RawDoorstep, Option<Snapped>)]) -> Vec<DoorstepRecord> {
        doorsteps
            .iter()
            .map(|(doorstep, snapped)| {
                let unjoined = Snapped { off_mm: 0, segment: NONE, part_mm: 0 };
                let snapped = snapped.map_or(unjoined, |snapped| self.after_cuts(snapped));
                DoorstepRecord {
                    place: doorstep.place,
                    segment: snapped.segment,
                    part_mm: snapped.part_mm,
                    off_mm: snapped.off_mm,
                    kind: doorstep.kind as u32,
                }
            })
            .collect()
    }

    /// A point on a raw segment as a point on a final one.
    fn after_cuts(&self, snapped: Snapped) -> Snapped {
        let measure = &self.work.streets.measure;
        let mut raw = snapped.segment;
        let mut part = snapped.part_mm;
        for piece in self.cuts.pieces.get(&snapped.segment).into_iter().flat_map(|pieces| pieces.clone()) {
            let length = raw_length_mm(measure, raw);
            if part <= length {
                break;
            }
            part -= length;
            raw = piece;
        }
        let length = raw_length_mm(measure, raw);
        part = part.min(length);
        let segment = self.segment_number[raw as usize];
        let part_mm = if self.contraction.reversed[segment as usize] { length - part } else { part };
        Snapped { off_mm: snapped.off_mm, segment, part_mm }
    }

    /// Lengths, kinds and slopes, or given times, turned round where a segment was.
    fn measure_sections(&self) -> (Vec<Section>, Vec<String>) {
        let (segments, reversed) = (&self.contraction.segments, &self.contraction.reversed);
        match &self.work.streets.measure {
            Measure::Physical { length_mm, kind, grade, kinds, kind_names, walkers } => {
                let (mut kinds, mut names) = (kinds.clone(), kind_names.clone());
                let turned = turned_kinds(&mut kinds, &mut names, walkers.len());
                let lengths: Vec<u32> = segments.iter().map(|&raw| length_mm[raw as usize]).collect();
                let kind_of: Vec<u16> = segments
                    .iter()
                    .zip(reversed)
                    .map(|(&raw, &back)| {
                        let kind = kind[raw as usize];
                        if back { turned[kind as usize] } else { kind }
                    })
                    .collect();
                let grades: Vec<i8> = if grade.is_empty() {
                    Vec::new()
                } else {
                    let turn = |(&raw, &back): (&u32, &bool)| {
                        let grade = grade[raw as usize];
                        if back { grade.saturating_neg() } else { grade }
                    };
                    segments.iter().zip(reversed).map(turn).collect()
                };
                let sections = vec![
                    (name::LENGTHS, to_bytes(&lengths)),
                    (name::KINDS_OF, to_bytes(&kind_of)),
                    (name::GRADES, to_bytes(&grades)),
                    (name::KINDS, to_bytes(&kinds)),
                ];
                (sections, names)
            }
            Measure::Given { forward_ds, backward_ds } => {
                let (mut forward, mut backward) = (Vec::new(), Vec::new());
                for (&raw, &back) in segments.iter().zip(reversed) {
                    let (there, here) = (forward_ds[raw as usize], backward_ds[raw as usize]);
                    forward.push(if back { here } else { there });
                    backward.push(if back { there } else { here });
                }
                let sections =
                    vec![(name::FORWARD, to_bytes(&forward)), (name::BACKWARD, to_bytes(&backward))];
                (sections, Vec::new())
            }
        }
    }

    fn count_arcs(&self) -> u64 {
        match &self.work.streets.measure {
            Measure::Physical { kind, kinds, walkers, .. } => {
                let open: Vec<u64> = kinds
                    .chunks(walkers.len().max(1))
                    .map(|row| {
                        u64::from(row.iter().any(|pace| pace.forward_ms_per_m != 0))
                            + u64::from(row.iter().any(|pace| pace.backward_ms_per_m != 0))
                    })
                    .collect();
                kind.iter().map(|&kind| open[kind as usize]).sum()
            }
            Measure::Given { forward_ds, backward_ds } => {
                forward_ds.iter().chain(backward_ds).filter(|&&ds| ds < Ds::UNREACHABLE.0).count() as u64
            }
        }
    }
}

/// The values at `order`; none where there are none at all.
fn picked<T: Copy>(list: &[T], order: &[u32]) -> Vec<T> {
    if list.is_empty() { Vec::new() } else { order.iter().map(|&raw| list[raw as usize]).collect() }
}

fn to_bytes<T: IntoBytes + Immutable>(list: &[T]) -> Vec<u8> {
    list.as_bytes().to_vec()
}

/// For each kind the kind of a street that runs the other way.
fn turned_kinds(kinds: &mut Vec<KindPace>, names: &mut Vec<String>, walkers: usize) -> Vec<u16> {
    (0..names.len())
        .map(|kind| {
            let row = &kinds[kind * walkers..(kind + 1) * walkers];
            if row.iter().all(|pace| pace.forward_ms_per_m == pace.backward_ms_per_m) {
                return kind as u16;
            }
            let turned: Vec<KindPace> = row
                .iter()
                .map(|pace| KindPace {
                    forward_ms_per_m: pace.backward_ms_per_m,
                    backward_ms_per_m: pace.forward_ms_per_m,
                    ..*pace
                })
                .collect();
            let name = format!("{}, the other way", names[kind]);
            // A full table would need 30,000 one-way kinds; walking the wrong way in one is then
            // the lesser evil to not building the region.
            find_or_add_kind(kinds, names, &turned, &name).unwrap_or(kind as u16)
        })
        .collect()
}

fn joined_shelters(count: usize, entrances: &[EntranceRecord]) -> Vec<bool> {
    let mut joined = vec![false; count];
    for entrance in entrances {
        joined[entrance.shelter as usize] = true;
    }
    joined
}

fn join_step(counts: &Counts) -> Step {
    Step {
        name: "join shelters and doorsteps, contract chains".to_owned(),
        added: vec![
            ("junctions".to_owned(), counts.junctions),
            ("edges".to_owned(), counts.edges),
            ("entrances".to_owned(), counts.entrances),
            ("doorsteps".to_owned(), counts.doorsteps - counts.unjoined_doorsteps),
        ],
        dropped: vec![
            ("shelters outside of the streets or too far from any".to_owned(), counts.unjoined_shelters),
            ("doorsteps too far from any street".to_owned(), counts.unjoined_doorsteps),
        ],
    }
}
