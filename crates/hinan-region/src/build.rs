//! Making a region: close forbidden ground, join shelters and doorsteps to the streets, spread
//! people. What comes of it is laid out in `arrange.rs`.

use std::collections::{BTreeMap, BTreeSet};

use hinan_model::network::{
    DoorstepKind, FIRST_SOURCE_NUMBER, Measure, NONE, NodeIds, RawDoorstep, Streets, read_number,
};
use hinan_model::{
    AreaIndex, Bounds, Complaint, Ds, EntranceAt, Hazard, NamedArea, People, Place, Shelter, Source, Step,
    Walker, Zone,
};
use rayon::prelude::*;

use crate::arrange::Layout;
use crate::contract::contract;
use crate::forbid::{self, KindsAreFull, long_segments, segments_on, surroundings};
use crate::grid::{Grid, MAX_SEGMENTS, Snapped};
pub use crate::layout::MAX_OFF_MM;
use crate::layout::{self, MAX_CORNERS, Name};
pub use crate::meta::PEOPLE_GUESSED;
use crate::meta::{Meta, OUTSIDE, is_isolated};
use crate::people::{Spread, Spreader};
use crate::split::{Cuts, cut, raw_length_mm};

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
pub(crate) type Section = (Name, Vec<u8>);

/// A region in memory, ready to be written.
#[derive(Debug)]
pub struct Draft {
    pub(crate) meta: Meta,
    pub(crate) sections: Vec<Section>,
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
pub(crate) struct Forbidden {
    pub(crate) areas: Vec<NamedArea>,
    pub(crate) index: AreaIndex,
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
pub(crate) struct Rest {
    pub(crate) place: String,
    pub(crate) shelters: Vec<Shelter>,
    pub(crate) doorsteps: Vec<(RawDoorstep, Option<Snapped>)>,
    pub(crate) spread: Option<Spread>,
    pub(crate) zones: Vec<Zone>,
    pub(crate) budgets: BTreeMap<Hazard, Ds>,
    pub(crate) parameters: BTreeMap<String, String>,
}

/// Everything that the steps of a build share.
pub(crate) struct Work<'a> {
    pub(crate) streets: Streets,
    pub(crate) walkers: Vec<Walker>,
    pub(crate) grid: Grid,
    /// Raw segments of which the grid holds the ends only.
    pub(crate) long: Vec<u32>,
    pub(crate) forbidden: &'a Forbidden,
    /// How many segments were closed because of it.
    pub(crate) forbidden_segments: u64,
    /// Raw segments that forbidden ground closed to an adult, in order: people live there all the same.
    closed_by_ground: Vec<u32>,
    /// Cluster of each raw node.
    pub(crate) cluster_of: Vec<u32>,
    /// Nodes in each cluster, largest first.
    pub(crate) clusters: Vec<u32>,
    pub(crate) sources: Vec<Source>,
    pub(crate) complaints: Vec<Complaint>,
    pub(crate) steps: Vec<Step>,
}

/// An entrance joined to raw streets.
pub(crate) struct Joined {
    pub(crate) shelter: u32,
    /// Which of the shelter's entrances.
    pub(crate) door: u32,
    /// Where the entrance is, unless it is a node.
    place: Option<Place>,
    at: JoinedAt,
    pub(crate) start_ds: u32,
    pub(crate) off_mm: u32,
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
        let mut closed_by_ground = Vec::new();
        let ((cluster_of, clusters), grid) = if forbidden.index.is_empty() {
            rayon::join(|| find_clusters(&streets), || grid_over(&streets))
        } else {
            // What forbidden ground cuts off hangs together no more: close first.
            let grid = grid_over(&streets);
            let closed = segments_on(&streets, &grid, &forbidden.index);
            let was_open = |&segment: &u32| is_open_to(&streets.measure, walkers.len(), segment, 0);
            closed_by_ground = closed.iter().copied().filter(was_open).collect();
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
            closed_by_ground,
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

    pub(crate) fn ends(&self, segment: u32) -> (Place, Place) {
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
            let is_closed = self.closed_by_ground.binary_search(&segment).is_ok();
            if !is_closed && !self.is_open_to(segment, 0) {
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
                let joined = match is_closed {
                    false => Some(Snapped { off_mm: 0, segment, part_mm: next as u32 }),
                    // Beside the ground that closed it, another street may be near.
                    true => self.nearest_street(doorstep.place, MAX_OFF_MM),
                };
                doorsteps.push((doorstep, joined));
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
