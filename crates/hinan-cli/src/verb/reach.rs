//! `hinan reach`: the best shelters of every doorstep, node or given point.

mod points;
mod rows;

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use hinan_model::Ds;
use rayon::prelude::*;

use hinan_city::City;

use crate::circumstances::{Case, Circumstances};
use crate::city::{Threads, open};
use crate::failure::Usage;
use crate::notice::Notices;
use crate::output::{Form, Output, print_json, remark};
use crate::progress::Progress;
use crate::tell::{count, many};
use rows::{Asked, Chunk, Rows};

/// For every doorstep, node or point: the best shelters and the time to them
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The region file
    city: PathBuf,
    /// Every node of the streets instead of doorsteps, those that `export` writes: node,rank,shelter,time_ds
    #[arg(long, conflicts_with = "points")]
    nodes: bool,
    /// The points of a CSV file with columns lat, lon and optionally id
    #[arg(long, value_name = "F.csv")]
    points: Option<PathBuf>,
    /// How many distinct shelters each
    #[arg(short, long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=8))]
    k: u8,
    #[command(flatten)]
    case: Case,
    #[command(flatten)]
    circumstances: Circumstances,
    /// Print a summary as JSON on standard output (rows only with -o)
    #[arg(long)]
    json: bool,
    /// Where to write: .csv, .geojson or .json; a table on standard output where absent or `-`
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

const EXAMPLE: &str = "\
Examples:
  hinan reach oslo.hinan --within 10min -o doorsteps.geojson
  hinan reach oslo.hinan --hazard air-raid --at 2026-11-22T03:00 -o night.csv
  hinan reach oslo.hinan --nodes --k 3 --walker wheelchair -o nodes.csv
  hinan reach oslo.hinan --points homes.csv --json -o homes-reach.csv

time_ds is walk plus entrance in tenths of a second; --within leaves out what takes longer. With --hazard
only shelters that are offered for it count, and the answer to each is go, go-at-once,
only-if-already-outside or late, with --delay and --floor on top.
A table has no room for whose data it is: F.csv gets F.csv.attribution.txt beside it.
A doorstep that reaches nothing has one row without shelter, with the answer `out of reach` or, where
the edge of the extract is nearer than any shelter, `unknown`. A node that reaches nothing has no row.";

/// What is told of all answers together.
#[derive(serde::Serialize)]
struct Summary<'a> {
    place: &'a str,
    asked: &'static str,
    walker: &'a str,
    k: u8,
    hazard: Option<String>,
    within_ds: Option<u32>,
    count: u64,
    reached: u64,
    unreachable: u64,
    unknown: u64,
    near_no_street: u64,
    forbidden: u64,
    median_ds: Option<u32>,
    worst_ds: Option<u32>,
    #[serde(flatten)]
    notices: &'a Notices,
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    let output = Output::named(args.output.as_deref(), &[Form::Csv, Form::GeoJson, Form::Json])?;
    let region = open(&args.city)?;
    let city = args.circumstances.ask(&args.case, &region)?;
    let asked = what_is_asked(args, &city)?;
    if output.form == Form::GeoJson && matches!(asked, Asked::Nodes) && city.region.places().is_empty() {
        return Err(Usage::because("the nodes of this region have no places for a map; write .csv or .json"));
    }
    let engine = city.engine(usize::from(args.k), &Threads)?;
    let notices = Notices::of(city.region);
    let rows = Rows::new(&city, &engine, &asked, output.form);

    let mut all = Chunk::default();
    if args.json && output.path.is_none() {
        write_rows(&rows, &mut all, &mut std::io::sink())?;
    } else {
        output.write(|out| {
            out.write_all(&rows.head(&notices))?;
            write_rows(&rows, &mut all, out)?;
            out.write_all(rows.tail())
        })?;
    }
    if let (Form::Csv, Some(path)) = (output.form, output.path) {
        notices.beside(path)?;
    }
    let summary = summarise(args, &city, &asked, &notices, &mut all);
    if args.json {
        return print_json(&summary);
    }
    remark(&in_words(&summary));
    notices.remark();
    Ok(())
}

fn what_is_asked(args: &Args, city: &City<'_>) -> Result<Asked> {
    if let Some(path) = &args.points {
        if city.region.places().is_empty() {
            return Err(Usage::because("--points: the streets of this region have no places; use --nodes"));
        }
        return Ok(Asked::Points(points::read(path, city)?));
    }
    if args.nodes {
        return Ok(Asked::Nodes);
    }
    if city.region.doorsteps().is_empty() {
        remark("This region has no doorsteps, so every node of its streets is answered (as with --nodes).");
        return Ok(Asked::Nodes);
    }
    Ok(Asked::Doorsteps)
}

/// Writes all rows in the order of the region. Chunks of rows are made in parallel, a few at a
/// time, so that memory stays bounded.
fn write_rows(rows: &Rows<'_>, all: &mut Chunk, out: &mut dyn Write) -> std::io::Result<()> {
    const CHUNK: usize = 4096;
    const BATCH: usize = 64;
    let progress = Progress::new();
    let starts: Vec<usize> = (0..rows.count()).step_by(CHUNK).collect();
    for batch in starts.chunks(BATCH) {
        let chunks: Vec<Chunk> =
            batch.par_iter().map(|&start| rows.chunk(start..rows.count().min(start + CHUNK))).collect();
        for chunk in chunks {
            out.write_all(&chunk.bytes)?;
            all.add(chunk);
        }
        progress.tell("writing answers", all.count, rows.count() as u64);
    }
    Ok(())
}

fn summarise<'a>(
    args: &Args,
    city: &'a City<'_>,
    asked: &Asked,
    notices: &'a Notices,
    all: &mut Chunk,
) -> Summary<'a> {
    all.times.sort_unstable();
    let times = &all.times;
    Summary {
        place: &city.region.meta().name,
        asked: asked.name(),
        walker: city.walker_name(),
        k: args.k,
        hazard: city.question.threat.map(|threat| threat.to_string()),
        within_ds: city.question.within.map(|within| within.0),
        count: all.count,
        reached: times.len() as u64,
        unreachable: all.count - times.len() as u64 - all.unknown - all.nowhere - all.forbidden,
        unknown: all.unknown,
        near_no_street: all.nowhere,
        forbidden: all.forbidden,
        // Of an even number the lower of the middle two: a time that somebody has.
        median_ds: times.get(times.len().saturating_sub(1) / 2).copied(),
        worst_ds: times.last().copied(),
        notices,
    }
}

fn in_words(summary: &Summary<'_>) -> String {
    let mut text = format!(
        "{}, walker {}: {} asked, {} reach a shelter",
        summary.place,
        summary.walker,
        many(summary.count, summary.asked.trim_end_matches('s'), summary.asked),
        count(summary.reached)
    );
    if let Some(within) = summary.within_ds {
        text += &format!(" within {}", Ds(within));
    }
    if let (Some(median), Some(worst)) = (summary.median_ds, summary.worst_ds) {
        text += &format!(" (median {}, worst {})", Ds(median), Ds(worst));
    }
    for (number, what) in [
        (summary.unreachable, "do not"),
        (summary.unknown, "unknown (nearer to the edge of the extract than to any shelter)"),
        (summary.near_no_street, "near no street"),
        (summary.forbidden, "on forbidden ground"),
    ] {
        if number > 0 {
            text += &format!(", {} {what}", count(number));
        }
    }
    text
}
