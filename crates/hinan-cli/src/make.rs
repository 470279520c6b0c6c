//! Making a region out of files: read, join, compare with the last one, write, sync, publish.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use hinan_city::ZONES_FOR;
use hinan_layers::Wanted;
use hinan_model::network::Streets;
use hinan_model::{
    Bounds, Complaint, Ds, Hazard, HazardSet, NamedArea, People, Shelter, Source, Threat, Zone,
};
use hinan_region::build::{Layer, List};
use hinan_region::people::people_guessed_from_buildings;
use hinan_region::{Draft, Input, Meta, OpenError, Region, file};
use hinan_shelters::ShelterList;
use hinan_streets::{Options, Tags};

use crate::failure::Usage;
use crate::forbidden;
use crate::notice::EMERGENCY;
use crate::output::remark;
use crate::progress::Progress;
use crate::tell::{count, many};

/// What stands for the map itself among the shelter lists.
pub const FROM_MAP: &str = "osm";
/// Floor area a person, in m2, for the guess from the map's buildings: between what dense cities have
/// (Hong Kong 16) and what Europe has (Eurostat: some 40).
const M2_PER_PERSON: u32 = 35;
/// At most so many complaints are told while building.
const TOLD: usize = 20;

/// Where streets come from.
#[derive(Clone, Copy, Debug)]
pub enum From<'a> {
    /// A file or folder.
    Path(&'a Path),
    /// An extract in memory, and what to call it.
    Extract(&'a [u8], &'a str),
}

/// What region to make of what.
#[derive(Clone, Debug)]
pub struct Order<'a> {
    /// The streets.
    pub streets: From<'a>,
    /// The shelter lists, in the order that decides ties; [`FROM_MAP`] is the map itself.
    pub shelters: &'a [PathBuf],
    /// What the publisher of a list, by its file name, says of all its shelters, but not in the file.
    pub good_for: &'a [(String, HazardSet)],
    /// Also take from the map what nobody has declared a shelter.
    pub with_candidates: bool,
    /// Files with people; [`FROM_MAP`] guesses them from the map's buildings.
    pub people: &'a [PathBuf],
    /// Which column of them has the people, where it has no usual name.
    pub people_column: Option<&'a str>,
    /// Files with zones of warning.
    pub zones: &'a [PathBuf],
    /// The hazards that the zones are for, where not for air raids alone.
    pub zones_for: Option<Threat>,
    /// Files with ground that nobody may walk on.
    pub forbidden: &'a [PathBuf],
    /// The city's own times between alert and impact.
    pub budgets: BTreeMap<Hazard, Ds>,
    /// Elevation files.
    pub elevation: &'a [PathBuf],
    /// Open private yards and gates, at a penalty.
    pub emergency: bool,
    /// What to call the place.
    pub name: Option<&'a str>,
    /// Replace a region by one of less than half its records.
    pub accept_smaller: bool,
    /// The region file.
    pub output: &'a Path,
}

/// A region that was written.
#[derive(Clone, Debug)]
pub struct Made {
    /// What it says of itself.
    pub meta: Meta,
    /// Length of its file.
    pub bytes: u64,
    /// What took how long.
    pub phases: Phases,
}

/// Milliseconds of wall time.
#[derive(Clone, Copy, Debug, Default, serde::Serialize)]
pub struct Phases {
    /// Reading streets and lists.
    pub read: f64,
    /// Joining, contracting, ordering, laying out.
    pub join: f64,
    /// Handing the bytes to the system.
    pub write: f64,
    /// Waiting until they are on the disk, and renaming.
    pub sync: f64,
}

/// Makes a region. Nothing is written unless everything could be read and the result is not
/// suspiciously smaller than the region it replaces.
///
/// # Errors
/// Where an input cannot be used, a list yields no record, or the disk says no.
pub fn make(order: &Order<'_>) -> Result<Made> {
    check(order)?;
    let last = last_region(order)?;
    let progress = Progress::new();
    let mut clock = Clock(Instant::now());
    let mut phases = Phases::default();

    let mut input = read(order, &progress)?;
    phases.read = clock.lap();

    progress.tell("joining shelters and doorsteps to streets", 0, 1);
    if order.emergency {
        input.parameters.insert(EMERGENCY.to_owned(), "true".to_owned());
    }
    if order.with_candidates {
        input.parameters.insert("with-candidates".to_owned(), "true".to_owned());
    }
    if let Some(threat) = order.zones_for {
        input.parameters.insert(ZONES_FOR.to_owned(), threat.to_string());
    }
    let draft = Draft::new(input)?;
    if let Some(last) = &last
        && !order.accept_smaller
        && let Some(shrunk) = shrunk(last.meta(), draft.meta())
    {
        tell_complaints(draft.meta(), order.output);
        bail!("{shrunk}; {} stays as it was. If that is right, add --accept-smaller", order.output.display());
    }
    let bytes = draft.bytes();
    phases.join = clock.lap();

    progress.tell("writing", 0, 1);
    let unwritable = || format!("{}: cannot be written", order.output.display());
    let pending = file::write(order.output, &bytes).with_context(unwritable)?;
    phases.write = clock.lap();
    pending.sync().with_context(unwritable)?;
    pending.publish(order.output).with_context(unwritable)?;
    phases.sync = clock.lap();

    drop(progress);
    let meta = draft.meta().clone();
    tell_complaints(&meta, order.output);
    Ok(Made { meta, bytes: bytes.len() as u64, phases })
}

struct Clock(Instant);

impl Clock {
    /// Milliseconds since the last call, to a hundredth.
    fn lap(&mut self) -> f64 {
        let elapsed = self.0.elapsed();
        self.0 = Instant::now();
        (elapsed.as_secs_f64() * 1e5).round() / 1e2
    }
}

/// What can be told wrong before anything is read.
fn check(order: &Order<'_>) -> Result<()> {
    let from_map = order.shelters.iter().filter(|path| is_map(path)).count();
    if order.with_candidates && from_map == 0 {
        return Err(Usage::because("--with-candidates takes candidates from the map: add --shelters osm"));
    }
    if from_map > 1 {
        return Err(Usage::because("--shelters osm stands there twice: the map is one list"));
    }
    let folder = order.output.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder
        && !folder.is_dir()
    {
        bail!("{}: there is no folder {} to write it to", order.output.display(), folder.display());
    }
    Ok(())
}

/// The region that is about to be replaced.
fn last_region(order: &Order<'_>) -> Result<Option<Region>> {
    let path = order.output;
    let Ok(about) = std::fs::metadata(path) else { return Ok(None) };
    if about.is_dir() {
        bail!("{}: is a folder; name a file to write, such as city.hinan", path.display());
    }
    if about.len() == 0 {
        return Ok(None);
    }
    match Region::open(path) {
        Ok(region) => Ok(Some(region)),
        Err(OpenError::NotARegion) => {
            bail!("{}: exists and is no region; it stays. Name another file", path.display())
        }
        Err(OpenError::Read(error)) => Err(error).with_context(|| path.display().to_string()),
        Err(error @ (OpenError::Version(_) | OpenError::Damaged { .. })) => {
            remark(&format!("{}: {error}; it is replaced and not compared with", path.display()));
            Ok(None)
        }
    }
}

fn is_map(path: &Path) -> bool {
    path == Path::new(FROM_MAP)
}

fn read(order: &Order<'_>, progress: &Progress) -> Result<Input> {
    progress.tell("reading shelter lists", 0, 1);
    // Lists are read first: they are small, and a broken one should be known at once.
    let mut lists = Vec::with_capacity(order.shelters.len());
    for path in order.shelters {
        lists.push(if is_map(path) { None } else { Some(to_list(hinan_shelters::read(path)?)) });
    }
    for (file, hazards) in order.good_for {
        let list = lists.iter_mut().flatten().find(|list| list.source.file == *file);
        let list =
            list.ok_or_else(|| Usage::because(format!("--good-for {file}: no list of that name is read")))?;
        believe(list, *hazards);
    }
    let zones = read_zones(order.zones)?;
    let from_map = lists.iter().any(Option::is_none);
    let keep = |tags: &Tags<'_>| from_map && hinan_shelters::wanted_on_map(&|key| tags.get(key));
    let options = Options {
        emergency: order.emergency,
        elevation: order.elevation.to_vec(),
        keep_object: &keep,
        drawing: true,
        progress: Some(&|what, done, total| progress.tell(what, done, total)),
    };
    let streets = match order.streets {
        From::Path(path) => hinan_streets::read(path, &options)?,
        From::Extract(bytes, name) => hinan_streets::read_pbf_bytes(bytes, name, &options)?,
    };
    let mut whole = Vec::with_capacity(lists.len());
    for list in lists {
        whole.push(match list {
            Some(list) => list,
            None => list_of_map(&streets, order.with_candidates)?,
        });
    }
    let forbidden = order.forbidden.iter().map(|path| read_forbidden(path, streets.bounds));
    let forbidden = forbidden.collect::<Result<Vec<_>>>()?;
    progress.tell("reading people", 0, 1);
    let people =
        order.people.iter().map(|path| read_people(path, &streets, order)).collect::<Result<Vec<_>>>()?;
    check_once(&people)?;
    let budgets = order.budgets.clone();
    Ok(Input { lists: whole, people, zones, forbidden, budgets, ..Input::new(place_name(order), streets) })
}

/// People of one file, or a guess from the map.
fn read_people(path: &Path, streets: &Streets, order: &Order<'_>) -> Result<People> {
    if is_map(path) {
        return Ok(people_guessed_from_buildings(streets, M2_PER_PERSON));
    }
    let column = order.people_column.map(str::to_owned);
    // Of a country's raster only the ground of the streets is read; of everything else all of it, so
    // that no head is lost without a word.
    let bounds = streets.bounds.filter(|_| hinan_layers::is_raster(path));
    Ok(hinan_layers::read_people(path, &Wanted { column, bounds, ..Wanted::default() })?)
}

/// Several sources of people add up, so one that is given twice would count everybody twice.
fn check_once(people: &[People]) -> Result<()> {
    let mut seen: Vec<&Source> = Vec::new();
    for source in people.iter().map(|people| &people.source).filter(|source| !source.sha256.is_empty()) {
        if let Some(same) = seen.iter().find(|same| same.sha256 == source.sha256) {
            return Err(Usage::because(format!(
                "--people: {} and {} are the same people, who would be counted twice",
                same.file, source.file
            )));
        }
        seen.push(source);
    }
    Ok(())
}

fn read_zones(paths: &[PathBuf]) -> Result<Vec<Layer<Zone>>> {
    if paths.is_empty() {
        return Ok(Vec::new());
    }
    let list = hinan_layers::read_zones(paths, &Wanted::default())?;
    // Files that belong together give one list; it stands with the first of them.
    let mut layers: Vec<Layer<Zone>> =
        list.sources.into_iter().map(|source| Layer { source, ..Layer::default() }).collect();
    if let Some(first) = layers.first_mut() {
        first.records = list.zones;
        first.complaints = list.complaints;
    }
    Ok(layers)
}

fn read_forbidden(path: &Path, extract: Option<Bounds>) -> Result<Layer<NamedArea>> {
    let areas = forbidden::read(path, extract)?;
    let mut source = areas.source;
    source.role = "forbidden".to_owned();
    Ok(Layer { source, records: areas.areas, complaints: areas.complaints })
}

/// Takes a list as good for `hazards` where its rows say nothing of hazards. The city answers for that:
/// it stands among the complaints, and so in every audit.
fn believe(list: &mut List, hazards: HazardSet) {
    let silent = |shelter: &&mut Shelter| shelter.good_for.is_empty() && shelter.bad_for.is_empty();
    let mut believed = 0;
    for shelter in list.shelters.iter_mut().filter(silent) {
        shelter.good_for = hazards;
        believed += 1;
    }
    let names: Vec<&str> = hazards.iter().map(|hazard| hazard.name()).collect();
    list.source.complaints += 1;
    list.complaints.push(Complaint {
        file: list.source.file.clone(),
        row: None,
        column: None,
        reason: format!(
            "{} taken as good for {}, as --good-for says; the list itself does not",
            many(believed, "shelter is", "shelters are"),
            names.join(", ")
        ),
        dropped: false,
    });
}

fn to_list(list: ShelterList) -> List {
    List { source: list.source, shelters: list.shelters, complaints: list.complaints }
}

fn list_of_map(streets: &Streets, with_candidates: bool) -> Result<List> {
    let file = streets.sources.first().map_or("the map", |source| source.file.as_str());
    let mut list = to_list(hinan_shelters::from_map(&streets.objects, with_candidates, file));
    if list.shelters.is_empty() {
        let hint = if with_candidates {
            "give another list, or leave --shelters out for a region without"
        } else {
            "add --with-candidates for metro stations and underground car parks (never official), give a list, \
             or leave --shelters out for a region without"
        };
        bail!("{file}: the map shows no shelter; nothing was written; {hint}");
    }
    // The map is one file: what it says of itself as streets holds for its shelters.
    if let Some(map) = streets.sources.first() {
        let source = &mut list.source;
        source.sha256 = map.sha256.clone();
        source.date = source.date.take().or_else(|| map.date.clone());
        source.licence = source.licence.take().or_else(|| map.licence.clone());
        source.attribution = source.attribution.take().or_else(|| map.attribution.clone());
    }
    Ok(list)
}

fn place_name(order: &Order<'_>) -> String {
    let file = match order.streets {
        From::Path(path) => path.file_name().map(|name| name.to_string_lossy().into_owned()),
        From::Extract(_, name) => Some(name.to_owned()),
    };
    let stem = file.as_deref().and_then(|file| file.split('.').next()).filter(|stem| !stem.is_empty());
    order.name.or(stem).unwrap_or("streets").to_owned()
}

/// Why `new` looks like a failed download beside `old`, if it does: a list, or the streets, with
/// less than half of the records.
fn shrunk(old: &Meta, new: &Meta) -> Option<String> {
    let is_less = |new: u64, old: u64| new < old.div_ceil(2);
    if is_less(new.counts.nodes, old.counts.nodes) {
        return Some(format!(
            "the streets have {}, less than half of the {} of the last build",
            many(new.counts.nodes, "node", "nodes"),
            count(old.counts.nodes)
        ));
    }
    let records = |meta: &Meta, role: &str, file: &str| {
        let mut same = meta.sources.iter().filter(|s| s.role == role && s.file == file).peekable();
        same.peek().is_some().then(|| same.map(|source| source.records).sum::<u64>())
    };
    let total = |meta: &Meta, role: &str| {
        meta.sources.iter().filter(|source| source.role == role).map(|source| source.records).sum::<u64>()
    };
    // Streets were compared by their nodes; of other inputs every record counts.
    for source in old.sources.iter().filter(|source| source.role != "streets") {
        let (role, file) = (source.role.as_str(), source.file.as_str());
        let before = records(old, role, file).unwrap_or(0);
        match records(new, role, file) {
            Some(now) if is_less(now, before) => {
                return Some(format!(
                    "{file} yields {}, less than half of the {} of the last build",
                    many(now, "record", "records"),
                    count(before)
                ));
            }
            Some(_) => {}
            None if is_less(total(new, role), total(old, role)) => {
                return Some(format!(
                    "the {role} given now yield {}, less than half of the {} of the last build, which read {file}",
                    many(total(new, role), "record", "records"),
                    count(total(old, role))
                ));
            }
            None => {}
        }
    }
    None
}

/// Says on standard error what was wrong with the input.
fn tell_complaints(meta: &Meta, output: &Path) {
    for complaint in meta.complaints.iter().take(TOLD) {
        remark(&complaint.to_string());
    }
    let counted: u64 = meta.sources.iter().map(|source| source.complaints).sum();
    let more = counted.max(meta.complaints.len() as u64).saturating_sub(TOLD as u64);
    if more > 0 {
        remark(&format!("and {} more; hinan info {} --complaints", count(more), output.display()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hinan_region::meta::Counts;

    fn meta(nodes: u64, lists: &[(&str, u64)]) -> Meta {
        let source = |&(file, records): &(&str, u64)| Source {
            role: "shelters".to_owned(),
            file: file.to_owned(),
            records,
            ..Source::default()
        };
        Meta {
            hinan: String::new(),
            name: String::new(),
            bounds: None,
            sources: lists.iter().map(source).collect(),
            steps: Vec::new(),
            complaints: Vec::new(),
            walkers: Vec::new(),
            kind_names: Vec::new(),
            parameters: BTreeMap::new(),
            budgets: BTreeMap::new(),
            counts: Counts { nodes, ..Counts::default() },
            clusters: Vec::new(),
        }
    }

    #[test]
    fn half_is_enough_and_less_is_not() {
        let old = meta(100, &[("a.csv", 10), ("b.csv", 3)]);
        let says = |new: Meta| shrunk(&old, &new).unwrap_or_default();
        assert_eq!(says(meta(50, &[("a.csv", 5), ("b.csv", 2)])), "");
        assert!(says(meta(49, &[("a.csv", 10), ("b.csv", 3)])).starts_with("the streets have 49 nodes"));
        assert!(says(meta(100, &[("a.csv", 4), ("b.csv", 9)])).starts_with("a.csv yields 4 records"));
        assert!(says(meta(100, &[("b.csv", 1), ("a.csv", 10)])).starts_with("b.csv yields 1 record,"));
        // A list under another name: the lists together are compared.
        assert_eq!(says(meta(100, &[("a-2024.csv", 10), ("b.csv", 3)])), "");
        assert!(
            says(meta(100, &[("a-2024.csv", 1), ("b.csv", 3)])).starts_with("the shelters given now yield 4")
        );
        assert!(says(meta(100, &[])).starts_with("the shelters given now yield 0"));
    }
}
