//! `hinan up`: the main job in one go.

use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use hinan_model::network::NONE;
use hinan_model::{Bounds, Place};
use hinan_region::{Region, Snapped};
use hinan_texts::Texts;

use hinan_city::{City, Engine, Question, Route, Spot};

use crate::circumstances::ask;
use crate::city::{Threads, open};
use crate::language::Reader;
use crate::make::{FROM_MAP, From, Made, Order, make};
use crate::notice::Notices;
use crate::output::print;
use crate::plans::{Told, WIDTH, at};
use crate::tell::{plain, wrap};
use crate::verb::serve::{Listen, serve};

/// Build the sample (or your own files), show the plans of some doorsteps, and serve the map
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
    /// Show the plans and stop
    #[arg(long)]
    no_serve: bool,
    #[command(flatten)]
    listen: Listen,
    #[command(flatten)]
    reader: Reader,
}

const EXAMPLE: &str = "\
Examples:
  hinan up
  hinan up --no-serve --walker wheelchair
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
    print(&in_words(&city, &made, &output, args.reader.texts())?)?;
    if args.no_serve {
        return Ok(());
    }
    serve(region, None, Vec::new(), &args.listen)
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

fn in_words(city: &City, made: &Made, output: &Path, texts: &'static Texts) -> Result<String> {
    let region = city.region;
    let mut text = what_it_is(region, made, texts);
    let engine = city.engine(3, &Threads)?;
    let shown = some_doorsteps(city, &engine);
    let pace = texts.pace(&region.walkers()[city.walker]);
    text.push('\n');
    text += &paragraph(&texts.get("up-doorsteps", &[("pace", pace.into())]));
    if shown.is_empty() {
        text += &format!("\n{}\n", texts.word("up-none"));
    }
    let mut first_full = None;
    for spot in &shown {
        let route = Route::of(city, &engine, *spot, 3, None, texts);
        let told = Told { route: &route, texts };
        text += &format!("\n{}\n", told.start());
        if let Some(why) = &route.none {
            text += &(wrap("  ", why, WIDTH) + "\n");
        }
        text += &told.short();
        if let (None, Some(plan)) = (&first_full, route.plans.first()) {
            let heading = texts.get("up-in-full", &[("start", told.start().into())]);
            first_full = Some(format!("\n{}{}", paragraph(&heading), told.full(plan)));
        }
    }
    text += &first_full.unwrap_or_default();
    text.push('\n');
    text += &what_next(region, &shown, output, texts);
    for line in Notices::told(region, texts).lines() {
        text += &paragraph(&line);
    }
    text += &paragraph(&texts.word("notice-not-for-emergency"));
    Ok(text)
}

fn what_it_is(region: &Region, made: &Made, texts: &Texts) -> String {
    let meta = region.meta();
    let counts = meta.counts;
    let mut text = format!("{}\n", meta.name);
    let mut line = |lead: String, words: &str| {
        text += &wrap(&lead, words, WIDTH);
        text.push('\n');
    };
    for source in &meta.sources {
        let date = source.date.clone().unwrap_or_else(|| texts.word("up-date-unknown"));
        let arguments = [
            ("file", plain(&source.file, 60).into()),
            ("role", plain(&source.role, 30).into()),
            ("format", plain(&source.format, 30).into()),
            ("date", plain(&date, 30).into()),
            ("records", source.records.into()),
            ("rows", source.rows.into()),
        ];
        line(format!("  {}  ", texts.word("up-from")), &texts.get("up-source-dated", &arguments));
    }
    let arguments = [
        ("nodes", counts.nodes.into()),
        ("arcs", counts.arcs.into()),
        ("shelters", counts.shelters.into()),
        ("doorsteps", counts.doorsteps.into()),
    ];
    line(format!("  {}   ", texts.word("up-has")), &texts.get("up-counts", &arguments));
    let mut dropped: Vec<(u64, &str)> = meta
        .steps
        .iter()
        .flat_map(|step| step.dropped.iter().map(|(why, number)| (*number, why.as_str())))
        .filter(|(number, _)| *number > 0)
        .collect();
    // The most frequent reasons, in the words of the build; the rest is what `info` is for.
    dropped.sort_by_key(|&(number, _)| core::cmp::Reverse(number));
    let told = dropped.iter().take(4).map(|(number, why)| format!("{} {why}", texts.number(*number)));
    let told = texts.get("up-all-reasons", &[("reasons", texts.facts_in_row(told).into())]);
    line(format!("  {}  ", texts.word("up-left-out")), &told);
    let took = made.phases.read + made.phases.join + made.phases.write + made.phases.sync;
    let arguments = [("milliseconds", (took.round() as u64).into()), ("bytes", made.bytes.into())];
    line("  ".to_owned(), &texts.get("up-built", &arguments));
    text
}

/// Doorsteps (or nodes, where there are none) near the middle of the place and of its four
/// quarters, rather on a street with a name and with a shelter in reach.
fn some_doorsteps(city: &City, engine: &Engine) -> Vec<Spot> {
    let region = city.region;
    let network = region.network();
    let reaches = |node: u32| engine.field.label(node, 0).is_some();
    let mut found: Vec<(Place, bool, Spot)> = Vec::new();
    for door in region.doorsteps().iter().filter(|door| door.segment != NONE) {
        let edge = network.edge_of_segment(door.segment);
        if reaches(network.node_before(edge, door.segment)) {
            let named = region.way(door.segment).is_some_and(|(_, name)| !name.is_empty());
            let snapped = Snapped { off_mm: door.off_mm, segment: door.segment, part_mm: door.part_mm };
            found.push((door.place, named, Spot::Place(door.place, Some(snapped))));
        }
    }
    if found.is_empty() {
        let places = region.places();
        let nodes = (0..network.nodes() as u32).filter(|&node| reaches(node));
        if places.is_empty() {
            return nodes.take(SHOWN).map(Spot::Node).collect();
        }
        found.extend(nodes.map(|node| (places[node as usize], true, Spot::Node(node))));
    }
    let Some(bounds) = Bounds::around(found.iter().map(|(place, ..)| *place)) else { return Vec::new() };
    let spot = |down: u32, right: u32| Place {
        lat_e7: bounds.max.towards(bounds.min, down, 4).lat_e7,
        lon_e7: bounds.min.towards(bounds.max, right, 4).lon_e7,
    };
    let mut shown: Vec<(Place, Spot)> = Vec::new();
    for spot in [spot(2, 2), spot(1, 1), spot(1, 3), spot(3, 1), spot(3, 3)] {
        let free = found.iter().filter(|(place, ..)| shown.iter().all(|(other, _)| other != place));
        // A street with a name is worth 400 m.
        let nearest = free.min_by_key(|(place, named, _)| {
            (place.distance_mm(spot).saturating_add(if *named { 0 } else { 400_000 }), *place)
        });
        shown.extend(nearest.map(|(place, _, spot)| (*place, *spot)));
    }
    shown.into_iter().map(|(_, spot)| spot).collect()
}

fn what_next(region: &Region, shown: &[Spot], output: &Path, texts: &Texts) -> String {
    let city = output.display();
    let from = shown.first().map_or("LAT,LON".to_owned(), |spot| match spot {
        Spot::Node(node) => format!("node:{}", region.node_id(*node).unwrap_or_default()),
        Spot::Place(place, _) => at(*place),
    });
    let shelter =
        region.entrances().first().and_then(|entrance| region.shelters().get(entrance.shelter as usize));
    let mut text = texts.word("up-next") + "\n";
    text += &format!("  hinan route {city} --from {from} --within 5min\n");
    text += &format!("  hinan reach {city} --within 5min -o reach.geojson\n");
    if let Some(shelter) = shelter {
        text += &format!("  hinan whatif {city} --close {}\n", shelter.id);
    }
    text += &format!("  hinan info {city}\n\n");
    text
}

fn paragraph(text: &str) -> String {
    wrap("", text, WIDTH) + "\n"
}
