//! `hinan build`: streets and shelter lists into a region file.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use hinan_model::{Ds, Hazard, HazardSet, Source, Step, Threat};
use hinan_region::meta::Counts;

use crate::make::{From, Made, Order, Phases, make};
use crate::notice::warnings_of;
use crate::output::{print, print_json};
use crate::tell::{count, many};

/// Make a region file out of streets and shelter lists
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// OpenStreetMap extract (.osm.pbf, .osm, .osm.gz, .osm.bz2), folder with nodes.csv and arcs.csv, or .gr
    #[arg(long, value_name = "FILE")]
    streets: PathBuf,
    /// Shelter lists; `osm` takes the shelters that the map itself shows
    #[arg(long, value_name = "FILE|osm", num_args = 1..)]
    shelters: Vec<PathBuf>,
    /// A list is good for hazards that its file does not name, and you answer for that: LIST.csv=tsunami+flood
    #[arg(long, value_name = "FILE=HAZARD", num_args = 1.., value_parser = good_for)]
    good_for: Vec<(String, HazardSet)>,
    /// With `--shelters osm`: also metro stations and underground car parks, labelled, never official
    #[arg(long)]
    with_candidates: bool,
    /// People: CSV of points or meshes, GeoTIFF, GeoPackage, GeoJSON; `osm` guesses from the map's buildings
    #[arg(long, value_name = "FILE|osm", num_args = 1..)]
    people: Vec<PathBuf>,
    /// Column, property or table field with the people, where it has no usual name
    #[arg(long, value_name = "NAME", requires = "people")]
    people_column: Option<String>,
    /// Zones of warning: Israel's cities.json and polygons.json, or GeoJSON with seconds
    #[arg(long, value_name = "FILE", num_args = 1..)]
    zones: Vec<PathBuf>,
    /// The hazards that the zones are for, as air-raid+chemical [default: air-raid]
    #[arg(long, value_name = "HAZARD", requires = "zones")]
    zones_for: Option<Threat>,
    /// Ground that nobody may walk on: mines, front line, railway (polygons in GeoJSON, GeoPackage); outranks --emergency
    #[arg(long, value_name = "FILE", num_args = 1..)]
    forbidden: Vec<PathBuf>,
    /// The city's own time between alert and impact, by hazard: air-raid=3min
    #[arg(long, value_name = "HAZARD=T", num_args = 1.., value_parser = budget)]
    budget: Vec<(Hazard, Ds)>,
    /// Elevation: SRTM .hgt (also zipped), GeoTIFF
    #[arg(long, value_name = "FILE", num_args = 1..)]
    elevation: Vec<PathBuf>,
    /// Open private yards and gates, at a penalty; the region is marked, and never for publication
    #[arg(long)]
    emergency: bool,
    /// Name of the place [default: from the file of the streets]
    #[arg(long)]
    name: Option<String>,
    /// Threads to use [default: all cores]; the result is the same
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Replace a region even where a list or the streets have less than half of its records
    #[arg(long)]
    accept_smaller: bool,
    /// Show what each step added and dropped, and how long it took
    #[arg(long)]
    explain: bool,
    /// Report as JSON
    #[arg(long)]
    json: bool,
    /// The region file to write
    #[arg(short, long, value_name = "CITY.hinan")]
    output: PathBuf,
}

const EXAMPLE: &str = "\
Examples:
  hinan build --streets oslo.osm.pbf --shelters norway-tilfluktsrom.json -o oslo.hinan
  hinan build --streets helsinki.osm.pbf --shelters osm --with-candidates -o helsinki.hinan
  hinan build --streets poa.osm.pbf --people poa_hexgrid.csv --elevation poa.tif -o poa.hinan
  hinan build --streets tlv.osm.gz --shelters tlv.csv --zones cities.json polygons.json -o tlv.hinan
  hinan build --streets andorra.osm.pbf --elevation N42E001.hgt.zip --explain -o andorra.hinan
  hinan build --streets DIR --shelters DIR/shelters.csv -o check.hinan

Without --shelters the region has none, and says so. A list that yields no record is an error, and
nothing is written. The old region stays until the new one is whole on the disk.";

#[derive(serde::Serialize)]
struct Report<'a> {
    output: String,
    name: &'a str,
    bytes: u64,
    #[serde(flatten)]
    counts: &'a Counts,
    milliseconds: Phases,
    sources: &'a [Source],
    steps: &'a [Step],
    complaints: u64,
    attribution: Vec<String>,
    warnings: Vec<String>,
}

/// Reads `air-raid=3min`.
fn budget(text: &str) -> Result<(Hazard, Ds), String> {
    let (hazard, time) =
        text.split_once('=').ok_or_else(|| format!("'{text}': write HAZARD=T, as air-raid=3min"))?;
    let hazard = hazard.parse::<Hazard>().map_err(|error| error.to_string())?;
    Ok((hazard, time.parse::<Ds>().map_err(|error| error.to_string())?))
}

/// Reads `LIST.csv=tsunami+flood`.
fn good_for(text: &str) -> Result<(String, HazardSet), String> {
    let example = || format!("'{text}': write FILE=HAZARD, as hills.csv=tsunami");
    let (file, hazards) = text.rsplit_once('=').ok_or_else(example)?;
    match hazards.parse::<Threat>().map_err(|error| error.to_string())? {
        Threat::Known(hazards) => Ok((file.to_owned(), hazards)),
        Threat::Untold => Err(example()),
    }
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    if let Some(threads) = args.threads {
        rayon::ThreadPoolBuilder::new()
            .num_threads(usize::from(threads))
            .build_global()
            .context("threads cannot be started")?;
    }
    let made = make(&Order {
        streets: From::Path(&args.streets),
        shelters: &args.shelters,
        good_for: &args.good_for,
        with_candidates: args.with_candidates,
        people: &args.people,
        people_column: args.people_column.as_deref(),
        zones: &args.zones,
        zones_for: args.zones_for,
        forbidden: &args.forbidden,
        budgets: args.budget.iter().copied().collect(),
        elevation: &args.elevation,
        emergency: args.emergency,
        name: args.name.as_deref(),
        accept_smaller: args.accept_smaller,
        output: &args.output,
    })?;
    if args.json { print_json(&report(args, &made)) } else { print(&in_words(args, &made)) }
}

fn report<'a>(args: &Args, made: &'a Made) -> Report<'a> {
    Report {
        output: args.output.display().to_string(),
        name: &made.meta.name,
        bytes: made.bytes,
        counts: &made.meta.counts,
        milliseconds: made.phases,
        sources: &made.meta.sources,
        steps: &made.meta.steps,
        complaints: made.meta.sources.iter().map(|source| source.complaints).sum(),
        attribution: made.meta.attribution(),
        warnings: warnings_of(&made.meta),
    }
}

fn in_words(args: &Args, made: &Made) -> String {
    let Counts {
        nodes,
        arcs,
        shelters,
        unjoined_shelters,
        doorsteps,
        people,
        people_outside,
        people_far,
        ..
    } = made.meta.counts;
    let mut text = String::new();
    if args.explain {
        text += &explain(&made.meta.steps);
        let Phases { read, join, write, sync } = made.phases;
        text += &format!("read {read:.0} ms, join {join:.0} ms, write {write:.0} ms, sync {sync:.0} ms\n");
    }
    text += &format!(
        "{}: {}, {}, {}, {}, {}\n",
        args.output.display(),
        many(nodes, "node", "nodes"),
        many(arcs, "arc", "arcs"),
        many(shelters, "shelter", "shelters"),
        many(doorsteps, "doorstep", "doorsteps"),
        many(made.bytes, "byte", "bytes"),
    );
    if unjoined_shelters > 0 {
        text += &format!(
            "Outside of these streets or too far from any: {}; nobody is sent there.\n",
            many(unjoined_shelters, "shelter", "shelters")
        );
    }
    if people + people_outside + people_far > 0 {
        text += &format!(
            "People: {} at doorsteps, {} outside of these streets, {} far from any doorstep\n",
            count(people),
            count(people_outside),
            count(people_far)
        );
    }
    for line in warnings_of(&made.meta) {
        text += &line;
        text.push('\n');
    }
    for line in made.meta.attribution() {
        text += &format!("Data: {line}\n");
    }
    text
}

/// Steps in words: what each added and dropped.
pub fn explain(steps: &[Step]) -> String {
    let mut text = String::new();
    for step in steps {
        text += &format!("{}\n", step.name);
        for (what, number) in step.added.iter().filter(|(_, number)| *number > 0) {
            text += &format!("  + {:>11}  {what}\n", count(*number));
        }
        for (why, number) in step.dropped.iter().filter(|(_, number)| *number > 0) {
            text += &format!("  - {:>11}  {why}\n", count(*number));
        }
    }
    text
}
