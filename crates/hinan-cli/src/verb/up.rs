//! `hinan up`: the main job in one go.

use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use hinan_model::network::NONE;
use hinan_model::{Bounds, Place};
use hinan_region::{Region, Snapped};

use hinan_city::{City, Engine, Question};

use crate::circumstances::ask;
use crate::city::{Threads, open};
use crate::make::{FROM_MAP, From, Made, Order, make};
use crate::notice::Notices;
use crate::output::print;
use crate::plans::{Plans, WIDTH, at, why_none};
use crate::tell::{count, many, wrap};
use crate::trip::{Origin, trips};
use crate::verb::route::{Start, pace};

/// Build the sample (or your own files) and show the plans of some doorsteps
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// Streets of your own, as for `build` [default: the sample, central Helsinki]
    #[arg(long, value_name = "FILE")]
    streets: Option<PathBuf>,
    /// Shelter lists of your own; `osm` takes what the map shows [default: the map, with candidates]
    #[arg(long, value_name = "FILE|osm", num_args = 1.., requires = "streets")]
    shelters: Vec<PathBuf>,
    /// Who walks: adult, older (default), child, wheelchair, each also with -night
    #[arg(long)]
    walker: Option<String>,
    /// Where to put the region [default: the folder of caches, or of temporary files]
    #[arg(short, long, value_name = "CITY.hinan")]
    output: Option<PathBuf>,
}

const EXAMPLE: &str = "\
Examples:
  hinan up
  hinan up --walker wheelchair
  hinan up --streets oslo.osm.pbf --shelters norway-tilfluktsrom.json -o oslo.hinan";

/// The sample is inside the command, so that it works on any machine.
const SAMPLE: &[u8] = include_bytes!("../../../../samples/helsinki/Helsinki.osm.pbf");
const SAMPLE_NAME: &str = "Helsinki.osm.pbf";
/// How many doorsteps are shown.
const SHOWN: usize = 5;

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    let output = match &args.output {
        Some(path) => path.clone(),
        None => default_output(args.streets.as_deref())?,
    };
    let from_map = [PathBuf::from(FROM_MAP)];
    let shelters = if args.shelters.is_empty() { &from_map } else { args.shelters.as_slice() };
    let made = make(&Order {
        streets: match &args.streets {
            Some(path) => From::Path(path),
            None => From::Extract(SAMPLE, SAMPLE_NAME),
        },
        shelters,
        good_for: &[],
        with_candidates: shelters.iter().any(|path| path == Path::new(FROM_MAP)),
        people: if args.streets.is_none() { &from_map } else { &[] },
        people_column: None,
        zones: &[],
        zones_for: None,
        forbidden: &[],
        budgets: BTreeMap::new(),
        elevation: &[],
        emergency: false,
        name: args.streets.is_none().then_some("Helsinki (sample)"),
        // Nobody keeps anything in a cache; what a person named is treated as `build` would.
        accept_smaller: args.output.is_none(),
        output: &output,
    })?;
    let region = open(&output)?;
    let city = ask(&region, Question { walker: args.walker.clone(), ..Question::default() })?;
    print(&in_words(&city, &made, &output)?)
}

fn default_output(streets: Option<&Path>) -> Result<PathBuf> {
    let home = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = home("XDG_CACHE_HOME").or_else(|| home("HOME").map(|home| home.join(".cache")));
    let name = match streets {
        None => "sample.hinan",
        Some(_) => "up.hinan",
    };
    let folders = [cache, Some(env::temp_dir())];
    let mut last = None;
    for folder in folders.into_iter().flatten().map(|folder| folder.join("hinan")) {
        match std::fs::create_dir_all(&folder) {
            Ok(()) => return Ok(folder.join(name)),
            Err(error) => last = Some((folder, error)),
        }
    }
    match last {
        Some((folder, error)) => {
            Err(error).with_context(|| format!("{}: cannot be made; name a file with -o", folder.display()))
        }
        None => Ok(env::temp_dir().join(name)),
    }
}

fn in_words(city: &City, made: &Made, output: &Path) -> Result<String> {
    let region = city.region;
    let mut text = what_it_is(region, made);
    let engine = city.engine(3, &Threads)?;
    let shown = some_doorsteps(city, &engine);
    text += &format!("\n{}. Doorsteps, spread over the place:\n", pace(&region.walkers()[city.walker]));
    if shown.is_empty() {
        text += "\nNo doorstep of this region reaches a shelter.\n";
    }
    let mut first_full = None;
    for origin in &shown {
        let trips = trips(city, &engine, *origin, 3);
        let start = Start::of(city, *origin);
        text += &format!("\n{}\n", start.in_words());
        let plans = Plans { city, trips: &trips, clock: None };
        if trips.is_empty() {
            text += &format!("  {}\n", why_none(false));
        }
        text += &plans.short();
        if first_full.is_none() && !trips.is_empty() {
            first_full =
                Some(format!("\nThe first of them in full, from {}:\n{}", start.in_words(), plans.full(0)));
        }
    }
    text += &first_full.unwrap_or_default();
    text.push('\n');
    text += &what_next(region, &shown, output);
    for line in Notices::of(region).lines() {
        text += &wrap("", &line, WIDTH);
        text.push('\n');
    }
    text += "Not for use in an emergency: follow the instructions of your authorities.\n";
    Ok(text)
}

fn what_it_is(region: &Region, made: &Made) -> String {
    let meta = region.meta();
    let counts = meta.counts;
    let mut text = format!("{}\n", meta.name);
    for source in &meta.sources {
        let words = format!(
            "{} ({}, {}), date {}: {} of {}",
            source.file,
            source.role,
            source.format,
            source.date.as_deref().unwrap_or("unknown"),
            many(source.records, "record", "records"),
            many(source.rows, "row", "rows"),
        );
        text += &wrap("  from  ", &words, WIDTH);
        text.push('\n');
    }
    let words = format!(
        "{}, {}, {}, {}",
        many(counts.nodes, "node", "nodes"),
        many(counts.arcs, "arc", "arcs"),
        many(counts.shelters, "shelter or candidate", "shelters and candidates"),
        many(counts.doorsteps, "doorstep", "doorsteps"),
    );
    text += &wrap("  has   ", &words, WIDTH);
    text.push('\n');
    let mut dropped: Vec<(u64, &str)> = meta
        .steps
        .iter()
        .flat_map(|step| step.dropped.iter().map(|(why, number)| (*number, why.as_str())))
        .filter(|(number, _)| *number > 0)
        .collect();
    // The most frequent reasons; the rest is what `info` is for.
    dropped.sort_by_key(|&(number, _)| core::cmp::Reverse(number));
    let told: Vec<String> =
        dropped.iter().take(4).map(|(number, why)| format!("{} {why}", count(*number))).collect();
    text += &wrap("  left out  ", &format!("{} (all reasons: hinan info)", told.join("; ")), WIDTH);
    let took = made.phases.read + made.phases.join + made.phases.write + made.phases.sync;
    text += &format!("\n  built in {took:.0} ms, {}\n", many(made.bytes, "byte", "bytes"));
    text
}

/// Doorsteps (or nodes, where there are none) near the middle of the place and of its four
/// quarters, rather on a street with a name and with a shelter in reach.
fn some_doorsteps(city: &City, engine: &Engine) -> Vec<Origin> {
    let region = city.region;
    let network = region.network();
    let reaches = |node: u32| engine.field.label(node, 0).is_some();
    let mut found: Vec<(Place, bool, Origin)> = Vec::new();
    for door in region.doorsteps().iter().filter(|door| door.segment != NONE) {
        let edge = network.edge_of_segment(door.segment);
        if reaches(network.node_before(edge, door.segment)) {
            let named = region.way(door.segment).is_some_and(|(_, name)| !name.is_empty());
            let snapped = Snapped { off_mm: door.off_mm, segment: door.segment, part_mm: door.part_mm };
            found.push((door.place, named, Origin::Place(door.place, Some(snapped))));
        }
    }
    if found.is_empty() {
        let places = region.places();
        let nodes = (0..network.nodes() as u32).filter(|&node| reaches(node));
        if places.is_empty() {
            return nodes.take(SHOWN).map(Origin::Node).collect();
        }
        found.extend(nodes.map(|node| (places[node as usize], true, Origin::Node(node))));
    }
    let Some(bounds) = Bounds::around(found.iter().map(|(place, ..)| *place)) else { return Vec::new() };
    let spot = |down: u32, right: u32| Place {
        lat_e7: bounds.max.towards(bounds.min, down, 4).lat_e7,
        lon_e7: bounds.min.towards(bounds.max, right, 4).lon_e7,
    };
    let mut shown: Vec<(Place, Origin)> = Vec::new();
    for spot in [spot(2, 2), spot(1, 1), spot(1, 3), spot(3, 1), spot(3, 3)] {
        let free = found.iter().filter(|(place, ..)| shown.iter().all(|(other, _)| other != place));
        // A street with a name is worth 400 m.
        let nearest = free.min_by_key(|(place, named, _)| {
            (place.distance_mm(spot).saturating_add(if *named { 0 } else { 400_000 }), *place)
        });
        shown.extend(nearest.map(|(place, _, origin)| (*place, *origin)));
    }
    shown.into_iter().map(|(_, origin)| origin).collect()
}

fn what_next(region: &Region, shown: &[Origin], output: &Path) -> String {
    let city = output.display();
    let from = shown.first().map_or("LAT,LON".to_owned(), |origin| match origin {
        Origin::Node(node) => format!("node:{}", region.node_id(*node).unwrap_or_default()),
        Origin::Place(place, _) => at(*place),
    });
    let shelter =
        region.entrances().first().and_then(|entrance| region.shelters().get(entrance.shelter as usize));
    let mut text = "What to try next:\n".to_owned();
    text += &format!("  hinan route {city} --from {from} --within 5min\n");
    text += &format!("  hinan reach {city} --within 5min -o reach.geojson\n");
    if let Some(shelter) = shelter {
        text += &format!("  hinan whatif {city} --close {}\n", shelter.id);
    }
    text += &format!("  hinan info {city}\n\n");
    text
}
