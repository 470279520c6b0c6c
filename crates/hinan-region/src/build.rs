//! Making a region: join shelters and doorsteps to the streets, contract, order, lay out.

use std::collections::{BTreeMap, BTreeSet};

use hinan_model::network::{
    DoorstepKind, FIRST_SOURCE_NUMBER, KindPace, Measure, NONE, NodeIds, RawDoorstep, Streets, read_number,
};
use hinan_model::{
    AreaIndex, Bounds, Complaint, Ds, EntranceAt, Hazard, NamedArea, People, Place, Shelter, Source, Step,
    Walker, Zone,
};
use rayon::prelude::*;
use zerocopy::{Immutable, IntoBytes};

use crate::contract::{Contraction, contract};
use crate::forbid::{self, KindsAreFull, long_segments, segments_on, surroundings};
use crate::grid::{Grid, MAX_SEGMENTS, Snapped};
use crate::layout::{self, DoorstepRecord, EntranceRecord, MAX_CORNERS, Name, name};
pub use crate::meta::PEOPLE_GUESSED;
use crate::meta::{Counts, MAX_COMPLAINTS, Meta, OUTSIDE, is_isolated};
use crate::people::{Spread, Spreader};
use crate::split::{Cuts, cut, find_or_add_kind, raw_length_mm};
use crate::strings;

/// A point further than this from any street is not joined to one: 300 m.
pub const MAX_OFF_MM: u32 = 300_000;
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

/// Records of a file of one kind, such as zones or areas, as its reader hands them over.
#[derive(Clone, Debug)]
pub struct Layer<T> {
    /// The file.
    pub source: Source,
    /// Its records.
    pub records: Vec<T>,
    /// What was wrong with it.
    pub complaints: Vec<Complaint>,
}

impl<T> Default for Layer<T> {
    /// Nothing, of no file.
    fn default() -> Self {
        Layer { source: Source::default(), records: Vec::new(), complaints: Vec::new() }
    }
}

/// What a region is made of.
#[derive(Clone, Debug)]
pub struct Input {
    /// What to call the place.
    pub place: String,
    /// The streets.
    pub streets: Streets,
    /// Shelter lists, in the order that decides ties.
    pub lists: Vec<List>,
    /// People, who are spread over the doorsteps; several sources add up.
    pub people: Vec<People>,
    /// Zones of warning. Those too far away to matter are left out.
    pub zones: Vec<Layer<Zone>>,
    /// Ground that nobody may walk on. It outranks everything else that is said of a street.
    pub forbidden: Vec<Layer<NamedArea>>,
    /// The time between alert and impact by hazard, where no zone says less.
    pub budgets: BTreeMap<Hazard, Ds>,
    /// Kept in the file as they are, such as `emergency: true`.
    pub parameters: BTreeMap<String, String>,
}

impl Input {
    /// Streets and nothing else, of a place called `place`.
    pub fn new(place: impl Into<String>, streets: Streets) -> Input {
        Input {
            place: place.into(),
            streets,
            lists: Vec::new(),
            people: Vec::new(),
            zones: Vec::new(),
            forbidden: Vec::new(),
            budgets: BTreeMap::new(),
            parameters: BTreeMap::new(),
        }
    }
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
    /// Outlines finer than a region can hold.
    #[error(
        "{0} have {1} corners, more than the {MAX_CORNERS} that a region can hold; take coarser outlines"
    )]
    TooFine(&'static str, usize),
    /// Forbidden ground means something only where places are known.
    #[error(
        "{0}: the nodes of these streets have no places, so that nobody can be kept off forbidden ground; \
         give nodes.csv the columns lat and lon"
    )]
    NoPlaces(String),
    /// No kind of street can be added to the table of kinds.
    #[error("{0}: so many kinds of street that none can be closed to keep people off forbidden ground")]
    TooManyKinds(String),
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
    /// Joins all that is put in to a region. The same input gives the same bytes, on any number of
    /// threads.
    ///
    /// # Errors
    /// Where there are no streets, or too many; where outlines are too fine; where streets without
    /// places cannot be kept off forbidden ground.
    pub fn new(input: Input) -> Result<Draft, BuildError> {
        let Input { place, streets, lists, people, zones, forbidden, budgets, mut parameters } = input;
        let file = streets.sources.first().map_or_else(|| place.clone(), |source| source.file.clone());
        if streets.segments.is_empty() {
            return Err(BuildError::NoStreets(file));
        }
        if streets.segments.len() > MAX_SEGMENTS {
            return Err(BuildError::TooLarge(file, streets.segments.len()));
        }
        if people.iter().any(|people| people.is_guess) {
            parameters.insert(PEOPLE_GUESSED.to_owned(), "true".to_owned());
        }
        let (zones, zone_notes) = flatten(zones);
        let (areas, area_notes) = flatten(forbidden);
        let forbidden = Forbidden::new(areas, &streets, &file)?;
        let mut work = Work::new(streets, &forbidden, &file)?;
        let shelters = work.take_lists(lists);
        let joined = work.join_entrances(&shelters);
        let zones = work.choose_zones(zones)?;
        let doorsteps = work.join_doorsteps();
        let spread = work.spread(people, &doorsteps);
        for (source, complaints) in zone_notes.into_iter().chain(area_notes) {
            work.sources.push(source);
            work.complaints.extend(complaints);
        }
        let rest = Rest { place, shelters, doorsteps, spread, zones, budgets, parameters };
        work.finish(&file, joined, rest)
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

/// All records of all layers, and what there is to say of each file.
fn flatten<T>(layers: Vec<Layer<T>>) -> (Vec<T>, Vec<(Source, Vec<Complaint>)>) {
    let (mut records, mut notes) = (Vec::new(), Vec::new());
    for layer in layers {
        records.extend(layer.records);
        notes.push((layer.source, layer.complaints));
    }
    (records, notes)
}

/// Ground that nobody may walk on, as far as the region has to do with it.
struct Forbidden {
    areas: Vec<NamedArea>,
    index: AreaIndex,
    left_out: u64,
}

impl Forbidden {
    fn new(areas: Vec<NamedArea>, streets: &Streets, file: &str) -> Result<Forbidden, BuildError> {
        let given = areas.len();
        if given > 0 && streets.places.is_empty() {
            return Err(BuildError::NoPlaces(file.to_owned()));
        }
        // Streets may lead out of the box that their extract states: what they touch counts.
        let nodes = Bounds::around(streets.places.iter().copied());
        let around = nodes.map(|nodes| streets.bounds.map_or(nodes, |b| nodes.with(b.min).with(b.max)));
        let around = around.map(|bounds| surroundings(&bounds));
        let areas: Vec<NamedArea> = areas
            .into_iter()
            .filter(|named| around.is_some_and(|around| forbid::is_in(&named.area, &around)))
            .collect();
        let corners = areas.iter().flat_map(|named| &named.area.rings).map(Vec::len).sum();
        if corners > MAX_CORNERS {
            return Err(BuildError::TooFine("the areas of forbidden ground", corners));
        }
        let index = AreaIndex::new(areas.iter().map(|named| &named.area));
        Ok(Forbidden { left_out: (given - areas.len()) as u64, areas, index })
    }
}

/// What goes into the file besides streets and entrances.
struct Rest {
    place: String,
    shelters: Vec<Shelter>,
    doorsteps: Vec<(RawDoorstep, Option<Snapped>)>,
    spread: Option<Spread>,
    zones: Vec<Zone>,
    budgets: BTreeMap<Hazard, Ds>,
    parameters: BTreeMap<String, String>,
}

/// Everything that the steps of a build share.
struct Work<'a> {
    streets: Streets,
    walkers: Vec<Walker>,
    grid: Grid,
    /// Raw segments of which the grid holds the ends only.
    long: Vec<u32>,
    forbidden: &'a Forbidden,
    /// How many segments were closed because of it.
    forbidden_segments: u64,
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
    /// Which of the shelter's entrances.
    door: u32,
    /// Where the entrance is, unless it is a node.
    place: Option<Place>,
    at: JoinedAt,
    start_ds: u32,
    off_mm: u32,
}

impl Joined {
    /// The raw node where people leave the street.
    fn node(&self, cuts: &Cuts) -> u32 {
        match self.at {
            JoinedAt::Node(node) => node,
            JoinedAt::Point { segment, part_mm } => cuts.node_at[&(segment, part_mm)],
        }
    }
}

enum JoinedAt {
    Node(u32),
    Point { segment: u32, part_mm: u32 },
}

impl<'a> Work<'a> {
    fn new(mut streets: Streets, forbidden: &'a Forbidden, file: &str) -> Result<Work<'a>, BuildError> {
        if let NodeIds::Numbers(ids) = &streets.node_ids
            && ids.iter().any(|&id| id < FIRST_SOURCE_NUMBER)
        {
            streets.node_ids = NodeIds::Texts(ids.iter().map(i64::to_string).collect());
        }
        let walkers = match &streets.measure {
            Measure::Physical { walkers, .. } => walkers.clone(),
            Measure::Given { .. } => vec![Walker::given()],
        };
        let mut forbidden_segments = 0;
        let ((cluster_of, clusters), grid) = if forbidden.index.is_empty() {
            rayon::join(|| find_clusters(&streets), || grid_over(&streets))
        } else {
            // What forbidden ground cuts off hangs together no more: close first.
            let grid = grid_over(&streets);
            let closed = segments_on(&streets, &grid, &forbidden.index);
            forbid::close(&mut streets, &closed).map_err(|KindsAreFull| too_many_kinds(file))?;
            forbidden_segments = closed.len() as u64;
            (find_clusters(&streets), grid)
        };
        let long = long_segments(&streets);
        let sources = core::mem::take(&mut streets.sources);
        let complaints = core::mem::take(&mut streets.complaints);
        let mut steps = core::mem::take(&mut streets.steps);
        if !forbidden.areas.is_empty() || forbidden.left_out > 0 {
            steps.push(forbidden_step(forbidden, forbidden_segments));
        }
        Ok(Work {
            streets,
            walkers,
            grid,
            long,
            forbidden,
            forbidden_segments,
            cluster_of,
            clusters,
            sources,
            complaints,
            steps,
        })
    }

    /// The box of the extract, as it is stated or as its nodes fill it.
    fn extract(&self) -> Option<Bounds> {
        self.streets.bounds.or_else(|| Bounds::around(self.streets.places.iter().copied()))
    }

    /// The zones that the region has to do with.
    fn choose_zones(&mut self, mut zones: Vec<Zone>) -> Result<Vec<Zone>, BuildError> {
        let given = zones.len();
        for zone in &mut zones {
            zone.budget = zone.budget.min(Ds::MAX_INPUT);
        }
        let around = self.extract().map(|extract| surroundings(&extract));
        let zones = forbid::zones_that_matter(zones, around.as_ref());
        let rings = zones.iter().filter_map(|zone| zone.area.as_ref()).flat_map(|area| &area.rings);
        let corners = rings.map(Vec::len).sum();
        if corners > MAX_CORNERS {
            return Err(BuildError::TooFine("the zones of warning", corners));
        }
        if given > 0 {
            self.steps.push(Step {
                name: "choose zones of warning".to_owned(),
                added: vec![("zones".to_owned(), zones.len() as u64)],
                dropped: vec![("zones too far away to matter".to_owned(), (given - zones.len()) as u64)],
            });
        }
        Ok(zones)
    }

    /// Spreads the people of all sources over the doorsteps, or over the nodes of streets that have
    /// places but no doorsteps: a network that came with its times. Gives what goes to the
    /// doorsteps; `None` where there are no sources.
    fn spread(
        &mut self,
        people: Vec<People>,
        doorsteps: &[(RawDoorstep, Option<Snapped>)],
    ) -> Option<Spread> {
        if people.is_empty() {
            return None;
        }
        let at_nodes = doorsteps.is_empty();
        let spreader = if at_nodes {
            Spreader::new(self.streets.places.iter().map(|&place| (place, 0)), self.extract())
        } else {
            let weighed = doorsteps.iter().map(|(doorstep, _)| (doorstep.place, doorstep.dwelling_m2));
            Spreader::new(weighed, self.extract())
        };
        let mut spread = spreader.nobody();
        for mut people in people {
            if let Err(error) = spreader.add(&people, &mut spread) {
                people.source.records = 0;
                people.source.complaints += 1;
                people.complaints.push(Complaint {
                    file: people.source.file.clone(),
                    row: None,
                    column: None,
                    reason: error.to_string(),
                    dropped: true,
                });
            }
            self.sources.push(people.source);
            self.complaints.append(&mut people.complaints);
        }
        self.steps.push(Step {
            name: format!("spread people over {}", if at_nodes { "nodes" } else { "doorsteps" }),
            added: vec![("people".to_owned(), spread.total() - spread.outside - spread.far)],
            dropped: vec![
                ("people outside of the extract".to_owned(), spread.outside),
                ("people too far from any doorstep".to_owned(), spread.far),
            ],
        });
        if at_nodes {
            self.streets.people.resize(self.streets.places.len(), 0);
            for (sum, more) in self.streets.people.iter_mut().zip(core::mem::take(&mut spread.at_doorsteps)) {
                *sum = sum.saturating_add(more);
            }
        }
        Some(spread)
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
        for (index, shelter) in (0..).zip(shelters) {
            for (door, entrance) in (0..).zip(&shelter.entrances) {
                let start_ds = entrance.start.unwrap_or(Ds::ZERO).0.min(Ds::MAX_INPUT.0);
                match &entrance.at {
                    EntranceAt::Node(id) => match self.usable_node(&by_id, id) {
                        Ok(node) => {
                            let at = JoinedAt::Node(node);
                            joined.push(Joined {
                                shelter: index,
                                door,
                                place: None,
                                at,
                                start_ds,
                                off_mm: 0,
                            });
                        }
                        Err(why) => self.complain(
                            shelter,
                            format!("shelter {}: {why}; nobody can be sent to this entrance", shelter.id),
                        ),
                    },
                    EntranceAt::Place(place) => {
                        let found = self.streets_at_entrance(*place);
                        if found.is_empty() {
                            if self.streets.bounds.is_some_and(|bounds| !bounds.contains(*place)) {
                                outside.entry(shelter.source).or_insert((0, shelter)).0 += 1;
                            } else {
                                let reason = self.why_not_joined(shelter, *place);
                                self.complain(shelter, reason);
                            }
                        }
                        joined.extend(found.into_iter().map(|snapped| Joined {
                            shelter: index,
                            door,
                            place: Some(*place),
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

    /// The raw node with id `id`, or why nobody can be sent there.
    fn usable_node(&self, by_id: &BTreeMap<&str, u32>, id: &str) -> Result<u32, String> {
        let node = *by_id.get(id).ok_or_else(|| format!("node {id} is not in the streets"))?;
        match self.streets.places.get(node as usize) {
            Some(&place) if self.forbidden.index.contains(place) => {
                Err(format!("node {id} lies on forbidden ground"))
            }
            _ => Ok(node),
        }
    }

    /// The raw nodes that entrances name, by id.
    fn nodes_by_id<'s>(&self, shelters: &'s [Shelter]) -> BTreeMap<&'s str, u32> {
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
                self.grid.view().nearest(place, limit, &|s| self.line(s), |snapped| {
                    self.is_open_to(snapped.segment, walker)
                        && !self.is_isolated(snapped.segment)
                        && self.is_free(place, snapped)
                })
            });
        [Some(best), for_wheels].into_iter().flatten().collect()
    }

    /// The nearest street that an adult can use and get to; a street of the city rather than an
    /// isolated one.
    fn nearest_street(&self, place: Place, limit_mm: u32) -> Option<Snapped> {
        let accept = |snapped: &Snapped| self.is_open_to(snapped.segment, 0) && self.is_free(place, snapped);
        self.grid
            .view()
            .nearest_in_city(place, limit_mm, &|s| self.line(s), accept, |segment| self.is_isolated(segment))
    }

    /// Whether the straight way from `place` to the street keeps off forbidden ground.
    fn is_free(&self, place: Place, snapped: &Snapped) -> bool {
        let forbidden = &self.forbidden.index;
        forbidden.is_empty() || !forbidden.touches(place, snapped.place(self.line(snapped.segment)))
    }

    fn why_not_joined(&self, shelter: &Shelter, place: Place) -> String {
        let (id, title, off_m) = (&shelter.id, shelter.title(), MAX_OFF_MM / 1000);
        if self.streets.places.is_empty() {
            return format!("shelter {id} has a place, but the streets have none; name its node");
        }
        if self.forbidden.index.contains(place) {
            return format!("shelter {id} ({title}) stands on forbidden ground; nobody is sent there");
        }
        let any = self.grid.view().nearest(place, MAX_OFF_MM, &|s| self.line(s), |_| true);
        if any.is_some() && !self.forbidden.index.is_empty() {
            return format!(
                "shelter {id} ({title}): forbidden ground lies between it and every street within {off_m} m; \
                 nobody is sent there"
            );
        }
        format!("shelter {id} ({title}) lies more than {off_m} m from any street; nobody is sent there")
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
                    "{} {OUTSIDE}; nobody is sent there (the first is row {}, shelter {}, {})",
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

    fn finish(mut self, file: &str, mut joined: Vec<Joined>, rest: Rest) -> Result<Draft, BuildError> {
        let points: BTreeSet<(u32, u32)> = joined
            .iter()
            .filter_map(|j| match j.at {
                JoinedAt::Point { segment, part_mm } => Some((segment, part_mm)),
                JoinedAt::Node(_) => None,
            })
            .collect();
        let cuts = cut(&mut self.streets, &points);
        // A new node belongs to the cluster of the street that it was put into.
        self.cluster_of.resize(self.streets.node_ids.len(), 0);
        for (&(segment, _), &node) in &cuts.node_at {
            let [start, _] = self.streets.segments[segment as usize];
            self.cluster_of[node as usize] = self.cluster_of[start as usize];
        }
        self.forbid_after_cuts(file, &cuts, &mut joined, &rest.shelters)?;
        let entrances: Vec<(u32, &Joined)> = joined.iter().map(|j| (j.node(&cuts), j)).collect();
        let forced: Vec<u32> = entrances.iter().map(|&(node, _)| node).collect();
        let contraction =
            contract(&self.streets.segments, &self.streets.places, self.streets.node_ids.len(), &forced);
        Ok(Layout::new(&self, &contraction, &cuts).draft(&entrances, rest))
    }

    /// New nodes lie on a grid of 1 cm, and a point close to a corner became that corner: beside
    /// forbidden ground that centimetre counts.
    fn forbid_after_cuts(
        &mut self,
        file: &str,
        cuts: &Cuts,
        joined: &mut Vec<Joined>,
        shelters: &[Shelter],
    ) -> Result<(), BuildError> {
        let forbidden = &self.forbidden.index;
        if forbidden.is_empty() {
            return Ok(());
        }
        let pieces =
            cuts.pieces.iter().flat_map(|(&first, pieces)| [first].into_iter().chain(pieces.clone()));
        let closed: Vec<u32> =
            pieces.filter(|&piece| forbid::touches(&self.streets, piece, forbidden)).collect();
        forbid::close(&mut self.streets, &closed).map_err(|KindsAreFull| too_many_kinds(file))?;
        self.forbidden_segments += closed.len() as u64;
        let crosses = |j: &Joined| {
            let street = self.streets.places[j.node(cuts) as usize];
            forbidden.touches(street, j.place.unwrap_or(street))
        };
        let (kept, crossing): (Vec<Joined>, Vec<Joined>) =
            core::mem::take(joined).into_iter().partition(|j| !crosses(j));
        *joined = kept;
        for entrance in crossing {
            let shelter = &shelters[entrance.shelter as usize];
            let reason = format!(
                "shelter {} ({}): forbidden ground begins at one of its entrances; nobody is sent to this one",
                shelter.id,
                shelter.title()
            );
            self.complain(shelter, reason);
        }
        Ok(())
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

fn too_many_kinds(file: &str) -> BuildError {
    BuildError::TooManyKinds(file.to_owned())
}

fn forbidden_step(forbidden: &Forbidden, segments: u64) -> Step {
    Step {
        name: "close forbidden ground".to_owned(),
        added: vec![("areas".to_owned(), forbidden.areas.len() as u64)],
        dropped: vec![
            ("areas too far away to matter".to_owned(), forbidden.left_out),
            ("segments closed to everybody".to_owned(), segments),
        ],
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
    work: &'a Work<'a>,
    contraction: &'a Contraction,
    cuts: &'a Cuts,
    /// Final number of each raw segment.
    segment_number: Vec<u32>,
    /// Final number of each raw node.
    node_number: Vec<u32>,
}

impl<'a> Layout<'a> {
    fn new(work: &'a Work<'a>, contraction: &'a Contraction, cuts: &'a Cuts) -> Layout<'a> {
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

    fn draft(&self, entrances: &[(u32, &Joined)], rest: Rest) -> Draft {
        let Rest { place, shelters, doorsteps, spread, zones, budgets, parameters } = rest;
        let streets = &self.work.streets;
        let forbidden = &self.work.forbidden.areas;
        let spread = spread.unwrap_or_default();
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
            people: streets.people.iter().chain(&spread.at_doorsteps).map(|&people| u64::from(people)).sum(),
            people_outside: spread.outside,
            people_far: spread.far,
            people_off_street: records
                .iter()
                .zip(&spread.at_doorsteps)
                .filter(|(record, _)| record.segment == NONE)
                .map(|(_, &people)| u64::from(people))
                .sum(),
            forbidden: forbidden.len() as u64,
            forbidden_segments: self.work.forbidden_segments,
            zones: zones.len() as u64,
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
            name: place,
            bounds: streets.bounds,
            sources: self.work.sources.clone(),
            steps,
            complaints,
            walkers: self.work.walkers.clone(),
            kind_names,
            parameters,
            budgets: budgets.into_iter().map(|(hazard, ds)| (hazard, ds.min(Ds::MAX_INPUT))).collect(),
            counts,
            clusters,
        };
        let door_ids = doorsteps.iter().map(|(doorstep, _)| doorstep.id.as_str());
        // JSON and postcard of plain data cannot fail; an empty section would be refused on opening.
        let mut sections = vec![
            (name::META, serde_json::to_vec(&meta).unwrap_or_default()),
            (name::SHELTERS, postcard::to_allocvec(&shelters).unwrap_or_default()),
            (name::ZONES, postcard::to_allocvec(&zones).unwrap_or_default()),
            (name::FORBIDDEN, postcard::to_allocvec(forbidden).unwrap_or_default()),
            (name::ENTRANCES, to_bytes(&entrances)),
            (name::DOORSTEPS, to_bytes(&records)),
            (name::DOORSTEP_IDS, strings::encode(door_ids)),
            (name::DOORSTEP_PEOPLE, to_bytes(&spread.at_doorsteps)),
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
        let became = |raw: u32, items: &mut Vec<u32>| {
            items.push(self.segment_number[raw as usize]);
            if let Some(pieces) = self.cuts.pieces.get(&raw) {
                items.extend(pieces.clone().map(|piece| self.segment_number[piece as usize]));
            }
        };
        let grid = self.work.grid.renumbered(became);
        let mut long = Vec::new();
        for &raw in &self.work.long {
            became(raw, &mut long);
        }
        long.sort_unstable();
        vec![
            (name::GRID_CELLS, to_bytes(&grid.cells)),
            (name::GRID_FIRST, to_bytes(&grid.first)),
            (name::GRID_ITEMS, to_bytes(&grid.items)),
            (name::LONG_SEGMENTS, to_bytes(&long)),
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
                door: joined.door,
            })
            .collect()
    }

    fn doorstep_records(&self, doorsteps: &[(RawDoorstep, Option<Snapped>)]) -> Vec<DoorstepRecord> {
        doorsteps
            .iter()
            .map(|(doorstep, snapped)| {
                let unjoined = Snapped { off_mm: 0, segment: NONE, part_mm: 0 };
                let snapped = snapped.and_then(|snapped| self.after_cuts(snapped, doorstep.place));
                let snapped = snapped.unwrap_or(unjoined);
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

    /// A point on a raw segment, joined to `place`, as a point on a final one; `None` where by a
    /// hair's breadth it has come to touch forbidden ground (see [`Work::forbid_after_cuts`]).
    fn after_cuts(&self, snapped: Snapped, place: Place) -> Option<Snapped> {
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
        let is_reversed = self.contraction.reversed[segment as usize];
        let part_mm = if is_reversed { length - part } else { part };
        let snapped = Snapped { off_mm: snapped.off_mm, segment, part_mm };
        let forbidden = &self.work.forbidden.index;
        let (a, b) = self.work.ends(raw);
        let line = if is_reversed { (b, a, length) } else { (a, b, length) };
        let is_free = forbidden.is_empty()
            || !(forbidden.touches(a, b) || forbidden.touches(place, snapped.place(line)));
        is_free.then_some(snapped)
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
