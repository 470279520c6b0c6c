//! What of a region a phone gets: public records only, and of those what answers depend on.

use std::collections::BTreeMap;

use hinan_model::network::{DoorstepKind, NONE};
use hinan_model::place::Plane;
use hinan_model::shelter::Visibility;
use hinan_model::{Bounds, Ds, EntranceAt, Place, Shelter, prices};
use hinan_region::Region;
use hinan_region::meta::{Meta, PEOPLE_GUESSED};

use crate::columns::{Columns, Ids, Paces};
use crate::error::PackError;
use crate::hide;

/// Shelters that no street leads to are left out if they lie further than this from the streets' box:
/// 1 km. Nearer ones may be somebody's own building.
const FAR_MM: f64 = 1_000_000.0;

/// What a pack tells besides what its region does.
#[derive(Clone, Debug, Default)]
pub struct CutOptions {
    /// What the assignment asks for a place in a shelter, by the shelter's id: whoever could go to two
    /// counts it as walking time when plan A is chosen. See [`hinan_model::prices`].
    pub prices: BTreeMap<String, Ds>,
}

/// A region fit for phones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    pub(crate) columns: Columns,
}

impl Cut {
    /// The bytes of its region file.
    pub fn bytes(&self) -> Vec<u8> {
        self.columns.assemble()
    }
}

/// Cuts a region: what it answers from any place is what the region answers, if all its shelters are
/// public. Left out are shelters that are not public and every trace of them, people, complaints and the
/// account of the build, doorsteps that are no building, ids of nodes where places tell them apart, and
/// shelters out of reach.
///
/// # Errors
/// Where the region contradicts itself.
pub fn cut(region: &Region, options: &CutOptions) -> Result<Cut, PackError> {
    let mut columns = Columns::of(region);
    let mut meta = region.meta().clone();
    let kept: Vec<bool> =
        region.shelters().iter().map(|shelter| shelter.visibility == Visibility::Public).collect();
    let numbers = hide::entrance_nodes(&mut columns, &mut meta, &kept);
    let reached = reached(region, &kept);
    let mut shelters = keep_shelters(region, &mut columns, &reached);
    keep_sources(&mut meta, &mut shelters, region.shelters());
    keep_buildings(&mut columns);
    number_ways(&mut columns);
    if !columns.places.is_empty() && matches!(columns.paces, Paces::Physical { .. }) {
        count_nodes(region, &mut columns, &numbers, &mut shelters);
    }
    state(&mut meta, &columns, &shelters);
    meta.parameters.remove(prices::PARAMETER);
    let asked = prices::write(&shelters, &options.prices);
    if !asked.is_empty() {
        meta.parameters.insert(prices::PARAMETER.to_owned(), asked);
    }
    columns.meta = serde_json::to_vec(&meta).map_err(|error| PackError::Region(error.to_string()))?;
    columns.shelters =
        postcard::to_allocvec(&shelters).map_err(|error| PackError::Region(error.to_string()))?;
    Ok(Cut { columns })
}

/// Of the kept shelters those that have to do with the region: joined to a street or near one.
fn reached(region: &Region, kept: &[bool]) -> Vec<bool> {
    let mut joined = vec![false; kept.len()];
    for entrance in region.entrances() {
        joined[entrance.shelter as usize] = true;
    }
    let around = Bounds::around(region.places().iter().copied()).map(|bounds| grown(&bounds));
    let is_near = |shelter: &Shelter| {
        shelter.entrances.iter().any(|entrance| match entrance.at {
            EntranceAt::Place(place) => around.is_none_or(|around| around.contains(place)),
            EntranceAt::Node(_) => true,
        })
    };
    let shelters = region.shelters().iter().zip(kept).zip(joined);
    shelters.map(|((shelter, &kept), joined)| kept && (joined || is_near(shelter))).collect()
}

/// A box and [`FAR_MM`] around it.
fn grown(bounds: &Bounds) -> Bounds {
    let furthest = if bounds.min.lat_e7.abs() > bounds.max.lat_e7.abs() { bounds.min } else { bounds.max };
    let plane = Plane::at(furthest.lat_e7);
    let units = |mm: f64| (FAR_MM / mm.max(1.0)) as i32;
    let (north, east) = (units(plane.north_mm), units(plane.east_mm));
    let moved = |place: Place, sign: i32| Place {
        lat_e7: place.lat_e7.saturating_add(sign * north),
        lon_e7: place.lon_e7.saturating_add(sign * east),
    };
    Bounds { min: moved(bounds.min, -1), max: moved(bounds.max, 1) }
}

fn keep_shelters(region: &Region, columns: &mut Columns, kept: &[bool]) -> Vec<Shelter> {
    let mut number = vec![NONE; kept.len()];
    let mut shelters = Vec::new();
    for (old, shelter) in region.shelters().iter().enumerate().filter(|(old, _)| kept[*old]) {
        number[old] = shelters.len() as u32;
        shelters.push(shelter.clone());
    }
    columns.entrances.retain(|entrance| kept[entrance.shelter as usize]);
    for entrance in &mut columns.entrances {
        entrance.shelter = number[entrance.shelter as usize];
    }
    shelters
}

/// Leaves out sources that only people or hidden records come from; shelters name theirs by number.
fn keep_sources(meta: &mut Meta, shelters: &mut [Shelter], all: &[Shelter]) {
    let uses = |list: &[Shelter], number: usize| list.iter().any(|shelter| shelter.source as usize == number);
    let hidden: Vec<Shelter> =
        all.iter().filter(|shelter| shelter.visibility == Visibility::Private).cloned().collect();
    let mut number = Vec::with_capacity(meta.sources.len());
    let mut kept = Vec::new();
    for (old, source) in meta.sources.iter().enumerate() {
        number.push(kept.len() as u32);
        let is_hidden = uses(&hidden, old) && !uses(shelters, old);
        if source.role != "people" && !is_hidden {
            kept.push(source.clone());
        }
    }
    for shelter in shelters {
        shelter.source = number.get(shelter.source as usize).copied().unwrap_or(NONE);
    }
    meta.sources = kept;
}

/// Doorsteps that are points on streets serve to count people; nobody looks for them.
fn keep_buildings(columns: &mut Columns) {
    let is_kept = |kind: u32| kind != DoorstepKind::Street as u32;
    let mut ids = core::mem::take(&mut columns.doorstep_ids).into_iter();
    columns.doorstep_ids = columns
        .doorsteps
        .iter()
        .filter_map(|doorstep| ids.next().filter(|_| is_kept(doorstep.kind)))
        .map(|id| plain(&id))
        .collect();
    columns.doorsteps.retain(|doorstep| is_kept(doorstep.kind));
}

/// Numbers ways by their first segment and forgets those without one.
fn number_ways(columns: &mut Columns) {
    let mut number = vec![NONE; columns.way_ids.len()];
    let (mut ids, mut names) = (Vec::new(), Vec::new());
    for way in columns.ways_of.iter_mut().filter(|way| **way != NONE) {
        let old = *way as usize;
        if number[old] == NONE {
            number[old] = ids.len() as u32;
            ids.push(columns.way_ids[old]);
            names.push(plain(&columns.way_names[old]));
        }
        *way = number[old];
    }
    (columns.way_ids, columns.way_names) = (ids, names);
}

/// Texts of packs end with a zero.
fn plain(text: &str) -> String {
    if text.contains('\0') { text.replace('\0', " ") } else { text.to_owned() }
}

/// Gives nodes their numbers for ids, also where shelters name them.
fn count_nodes(region: &Region, columns: &mut Columns, numbers: &[u32], shelters: &mut [Shelter]) {
    for entrance in shelters.iter_mut().flat_map(|shelter| &mut shelter.entrances) {
        if let EntranceAt::Node(id) = &mut entrance.at {
            // A node that there is not must not come to be called as one that there is.
            *id = match region.find_node(id) {
                Some(node) => numbers[node as usize].to_string(),
                None => format!("unknown {id}"),
            };
        }
    }
    columns.ids = Ids::Counted;
}

/// What the region says of itself, of what is left.
fn state(meta: &mut Meta, columns: &Columns, shelters: &[Shelter]) {
    let mut joined = vec![false; shelters.len()];
    for entrance in &columns.entrances {
        joined[entrance.shelter as usize] = true;
    }
    // Complaints and steps tell of rows and lists that are not there any more.
    meta.complaints.clear();
    meta.steps.clear();
    meta.parameters.remove(PEOPLE_GUESSED);
    let counts = &mut meta.counts;
    (counts.people, counts.people_outside, counts.people_far, counts.people_off_street) = (0, 0, 0, 0);
    counts.shelters = shelters.len() as u64;
    counts.entrances = columns.entrances.len() as u64;
    counts.unjoined_shelters = joined.iter().filter(|joined| !**joined).count() as u64;
    counts.doorsteps = columns.doorsteps.len() as u64;
    counts.unjoined_doorsteps =
        columns.doorsteps.iter().filter(|doorstep| doorstep.segment == NONE).count() as u64;
    counts.nodes = columns.nodes() as u64;
    counts.junctions = columns.clusters.len() as u64;
    counts.edges = columns.edges() as u64;
    counts.segments = columns.segments() as u64;
    counts.arcs = arcs(columns, meta.walkers.len());
}

/// Directions of segments that are open to anybody.
fn arcs(columns: &Columns, walkers: usize) -> u64 {
    match &columns.paces {
        Paces::Physical { kind, kinds, .. } => {
            let open: Vec<u64> = kinds
                .chunks(walkers.max(1))
                .map(|row| {
                    u64::from(row.iter().any(|pace| pace.forward_ms_per_m != 0))
                        + u64::from(row.iter().any(|pace| pace.backward_ms_per_m != 0))
                })
                .collect();
            kind.iter().map(|&kind| open.get(kind as usize).copied().unwrap_or(0)).sum()
        }
        Paces::Given { forward_ds, backward_ds } => {
            let is_open = |ds: &&u32| **ds < hinan_model::Ds::UNREACHABLE.0;
            forward_ds.iter().chain(backward_ds).filter(is_open).count() as u64
        }
    }
}
