//! `hinan build`: streets and shelter lists into a region file.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use hinan_model::Source;
use hinan_model::Step;
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
    /// With `--shelters osm`: also metro stations and underground car parks, labelled, never official
    #[arg(long)]
    with_candidates: bool,
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
        with_candidates: args.with_candidates,
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
    let Counts { nodes, arcs, shelters, unjoined_shelters, doorsteps, .. } = made.meta.counts;
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
