//! `hinan info`: what is in a region, where it comes from, what was dropped and why.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::Result;
use hinan_model::shelter::Standing;
use hinan_model::{Bounds, Complaint, Source, Step};
use hinan_region::{Meta, Region};
use hinan_server::answers::coverage::is_guess;

use crate::city::open;
use crate::notice::Notices;
use crate::output::{print, print_json};
use crate::tell::{count, many};
use crate::verb::build::explain;

/// Tell what is in a region: counts, sources with dates, what was dropped and why
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The region file
    city: PathBuf,
    /// Report as JSON
    #[arg(long)]
    json: bool,
    /// List what was wrong with the input, row by row
    #[arg(long)]
    complaints: bool,
}

const EXAMPLE: &str = "\
Examples:
  hinan info oslo.hinan
  hinan info oslo.hinan --complaints
  hinan info oslo.hinan --json | jq .dropped";

#[derive(serde::Serialize)]
struct Report<'a> {
    name: &'a str,
    hinan: &'a str,
    bytes: usize,
    nodes: u64,
    arcs: u64,
    junctions: u64,
    edges: u64,
    segments: u64,
    shelters: u64,
    shelters_by_standing: ByStanding,
    unjoined_shelters: u64,
    entrances: u64,
    doorsteps: u64,
    unjoined_doorsteps: u64,
    people: u64,
    people_outside: u64,
    people_far: u64,
    people_are_a_guess: bool,
    zones: usize,
    forbidden_areas: usize,
    budgets_ds: BTreeMap<&'static str, u32>,
    clusters: Clusters,
    bounds: Option<Bounds>,
    walkers: Vec<&'a str>,
    parameters: &'a BTreeMap<String, String>,
    sources: &'a [Source],
    dropped: Vec<Dropped<'a>>,
    steps: &'a [Step],
    #[serde(skip_serializing_if = "Option::is_none")]
    complaints: Option<&'a [Complaint]>,
    #[serde(flatten)]
    notices: Notices,
}

#[derive(serde::Serialize)]
struct ByStanding {
    official: usize,
    mapped: usize,
    candidate: usize,
}

#[derive(serde::Serialize)]
struct Clusters {
    count: usize,
    largest: u32,
    isolated: usize,
    isolated_nodes: u64,
}

#[derive(serde::Serialize)]
struct Dropped<'a> {
    step: &'a str,
    why: &'a str,
    count: u64,
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    let region = open(&args.city)?;
    if args.json { print_json(&report(&region, args.complaints)) } else { print(&in_words(&region, args)) }
}

fn report(region: &Region, complaints: bool) -> Report<'_> {
    let meta = region.meta();
    let counts = meta.counts;
    Report {
        name: &meta.name,
        hinan: &meta.hinan,
        bytes: region.length(),
        nodes: counts.nodes,
        arcs: counts.arcs,
        junctions: counts.junctions,
        edges: counts.edges,
        segments: counts.segments,
        shelters: counts.shelters,
        shelters_by_standing: by_standing(region),
        unjoined_shelters: counts.unjoined_shelters,
        entrances: counts.entrances,
        doorsteps: counts.doorsteps,
        unjoined_doorsteps: counts.unjoined_doorsteps,
        people: counts.people,
        people_outside: counts.people_outside,
        people_far: counts.people_far,
        people_are_a_guess: is_guess(region),
        zones: region.zones().len(),
        forbidden_areas: region.forbidden().len(),
        budgets_ds: meta.budgets.iter().map(|(hazard, time)| (hazard.name(), time.0)).collect(),
        clusters: clusters(meta),
        bounds: meta.bounds,
        walkers: meta.walkers.iter().map(|walker| walker.name.as_str()).collect(),
        parameters: &meta.parameters,
        sources: &meta.sources,
        dropped: dropped(meta),
        steps: &meta.steps,
        complaints: complaints.then_some(meta.complaints.as_slice()),
        notices: Notices::of(region),
    }
}

fn by_standing(region: &Region) -> ByStanding {
    let number = |standing| region.shelters().iter().filter(|s| s.standing == standing).count();
    ByStanding {
        official: number(Standing::Official),
        mapped: number(Standing::Mapped),
        candidate: number(Standing::Candidate),
    }
}

fn clusters(meta: &Meta) -> Clusters {
    Clusters {
        count: meta.clusters.len(),
        largest: meta.clusters.first().copied().unwrap_or(0),
        isolated: (0..meta.clusters.len() as u32).filter(|&cluster| meta.is_isolated(cluster)).count(),
        isolated_nodes: meta.counts.isolated_nodes,
    }
}

fn dropped(meta: &Meta) -> Vec<Dropped<'_>> {
    meta.steps
        .iter()
        .flat_map(|step| {
            step.dropped.iter().map(move |(why, count)| (step.name.as_str(), why.as_str(), *count))
        })
        .filter(|&(_, _, count)| count > 0)
        .map(|(step, why, count)| Dropped { step, why, count })
        .collect()
}

fn in_words(region: &Region, args: &Args) -> String {
    let meta = region.meta();
    let counts = meta.counts;
    let mut text = format!("{}: {} made by hinan {}\n\n", args.city.display(), meta.name, meta.hinan);
    let mut line = |what: &str, value: String| text += &format!("  {what:<12} {value}\n");
    line(
        "nodes",
        format!(
            "{} ({}, {})",
            count(counts.nodes),
            many(counts.junctions, "junction", "junctions"),
            many(counts.edges, "edge", "edges")
        ),
    );
    line("arcs", count(counts.arcs));
    let ByStanding { official, mapped, candidate } = by_standing(region);
    line(
        "shelters",
        format!(
            "{} ({official} on official lists, {mapped} on the map, {candidate} candidates); {}",
            count(counts.shelters),
            many(counts.entrances, "entrance", "entrances")
        ),
    );
    if counts.unjoined_shelters > 0 {
        line(
            "",
            format!(
                "{} of them outside of these streets or too far from any",
                count(counts.unjoined_shelters)
            ),
        );
    }
    line(
        "doorsteps",
        format!("{} ({} too far from any street)", count(counts.doorsteps), count(counts.unjoined_doorsteps)),
    );
    line("people", people(region));
    if !region.zones().is_empty() {
        line("zones", format!("{} of warning", count(region.zones().len() as u64)));
    }
    if !region.forbidden().is_empty() {
        line("forbidden", many(region.forbidden().len() as u64, "piece of ground", "pieces of ground"));
    }
    for (hazard, time) in &meta.budgets {
        line("budget", format!("{hazard}: {time}"));
    }
    let Clusters { count: number, largest, isolated, isolated_nodes } = clusters(meta);
    line(
        "clusters",
        format!(
            "{} (largest {}; {isolated} isolated with {})",
            count(number as u64),
            many(u64::from(largest), "node", "nodes"),
            many(isolated_nodes, "node", "nodes")
        ),
    );
    line("walkers", meta.walkers.iter().map(|walker| walker.name.as_str()).collect::<Vec<_>>().join(", "));
    if let Some(bounds) = meta.bounds {
        line("box", format!("{} to {}", bounds.min, bounds.max));
    }
    line("file", many(region.length() as u64, "byte", "bytes"));
    for (name, value) in &meta.parameters {
        line("parameter", format!("{name}: {value}"));
    }
    text += "\nSources\n";
    for source in &meta.sources {
        text += &tell_source(source);
    }
    text += "\nSteps (+ added, - dropped)\n";
    text += &explain(&meta.steps);
    if args.complaints {
        text += "\nComplaints\n";
        for complaint in &meta.complaints {
            text += &format!("  {complaint}{}\n", if complaint.dropped { " (dropped)" } else { "" });
        }
        if meta.complaints.is_empty() {
            text += "  none\n";
        }
    }
    text.push('\n');
    for line in Notices::of(region).lines() {
        text += &line;
        text.push('\n');
    }
    text
}

fn people(region: &Region) -> String {
    let counts = region.meta().counts;
    if counts.people == 0 {
        return "not given".to_owned();
    }
    let guess = if is_guess(region) { "a GUESS from the map's buildings: " } else { "" };
    format!(
        "{guess}{} at doorsteps, {} outside of the extract, {} far from any doorstep",
        count(counts.people),
        count(counts.people_outside),
        count(counts.people_far)
    )
}

fn tell_source(source: &Source) -> String {
    format!(
        "  {} ({}, {}): {}, {}, {}; date {}; licence {}\n",
        source.file,
        source.role,
        source.format,
        many(source.rows, "row read", "rows read"),
        many(source.records, "record", "records"),
        many(source.complaints, "complaint", "complaints"),
        source.date.as_deref().unwrap_or("unknown"),
        source.licence.as_deref().unwrap_or("unknown"),
    )
}
