//! `hinan whatif`: what changes when shelters or streets close or open.

pub mod rank;
mod streets;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::Result;
use hinan_model::Ds;
use hinan_model::network::NONE;
use hinan_reach::{Change, Scratch};
use rayon::prelude::*;

use hinan_city::{City, Engine, Question};
use hinan_plan::answer::{Best, Stand};

use crate::circumstances::{Case, Circumstances, ask};
use crate::city::{Threads, find_shelter, open};
use crate::failure::Usage;
use crate::notice::Notices;
use crate::output::{Form, Output, print, print_json, push_cell, push_number, remark};
use crate::plans::WIDTH;
use crate::tell::{count, many, plain, wrap};

/// What changes for whom when shelters or streets close or open
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The region file
    city: PathBuf,
    /// Shelters to close, by id
    #[arg(long, value_name = "SHELTER", num_args = 1..)]
    close: Vec<String>,
    /// Shelters to open that their list calls closed, full or out of use
    #[arg(long, value_name = "SHELTER", num_args = 1..)]
    open: Vec<String>,
    /// Streets to close, both directions, by the id of their way on the map
    #[arg(long, value_name = "WAYID", num_args = 1.., allow_negative_numbers = true)]
    close_way: Vec<i64>,
    /// Streets to close in one direction, by the nodes at its ends
    #[arg(long, value_name = "FROM,TO", num_args = 1..)]
    close_arc: Vec<String>,
    #[command(flatten)]
    case: Case,
    #[command(flatten)]
    circumstances: Circumstances,
    /// How many distinct shelters each node is given
    #[arg(short, long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=8))]
    k: u8,
    #[command(flatten)]
    ranking: rank::RankArgs,
    /// Report as JSON
    #[arg(long)]
    json: bool,
    /// Every node and doorstep whose best shelter or time to it changes: .csv
    #[arg(short, long, value_name = "F.csv")]
    output: Option<PathBuf>,
}

const EXAMPLE: &str = "\
Examples:
  hinan whatif oslo.hinan --close bb7bc4ba-e7fe-462c-b12e-a623f04edb5a
  hinan whatif oslo.hinan --close-way 24342157 -o changes.csv
  hinan whatif oslo.hinan --close-arc 25209913,25209914 --walker wheelchair --json
  hinan whatif oslo.hinan --rank --within 10min --pairs 10 -o doors.csv
  hinan whatif oslo.hinan --rank --within 10min --with-places --top 20
  hinan whatif oslo.hinan --rank --within 10min --streets 20

Only what a change touches is computed again; the answer equals a full rebuild. The region file stays
as it is. --rank does so for every shelter at once, as if places were never short unless --with-places counts them; columns of its -o:
rank,shelter,lose,longer,longer_people_x_ds; with --with-places also more_without,more_people_x_time_ds. Columns of -o else: node,shelter_before,time_ds_before,shelter_after,time_ds_after (empty: none).
F.csv gets F.csv.attribution.txt beside it.";

/// How a group of people's starts fares.
#[derive(Clone, Debug, Default, serde::Serialize)]
struct Effect {
    /// How many there are.
    count: u64,
    /// How many have another shelter or time among their best k.
    changed: u64,
    /// How many have another best shelter or time to it.
    best_changed: u64,
    /// How many reached a shelter before and reach none now.
    lose_every_shelter: u64,
    /// How many reach a shelter now and reached none before.
    gain_a_shelter: u64,
    /// How many need longer, of those that still reach one.
    later: u64,
    /// How many are there sooner.
    sooner: u64,
    /// Added time of those that need longer.
    added_median_ds: Option<u32>,
    added_worst_ds: Option<u32>,
    #[serde(skip)]
    added: Vec<u32>,
}

#[derive(serde::Serialize)]
struct Report<'a> {
    place: &'a str,
    walker: &'a str,
    k: u8,
    changes: Vec<String>,
    relabelled_junctions: usize,
    relabel_milliseconds: f64,
    nodes: Effect,
    doorsteps: Effect,
    #[serde(flatten)]
    notices: Notices,
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    if args.ranking.rank {
        return rank::run(args);
    }
    let output = match &args.output {
        Some(path) => Some(Output::named(Some(path), &[Form::Csv])?),
        None => None,
    };
    let only_walker = Case { walker: args.case.walker.clone(), ..Case::default() };
    if args.case.words() != only_walker.words() || !args.circumstances.words().is_empty() {
        return Err(Usage::because(
            "of the circumstances only --walker counts here: what is told are shelters and walking times, not who is in time; \
             the others go with --rank",
        ));
    }
    let region = open(&args.city)?;
    let city = ask(&region, Question { walker: only_walker.walker, ..Question::default() })?;
    let mut engine = city.engine(usize::from(args.k), &Threads)?;
    let (changes, words) = changes(args, &city, &engine)?;
    let before = all_bests(&city, &engine);
    let mut scratch = Scratch::default();
    let clock = Instant::now();
    let Engine { graph, starts, field } = &mut engine;
    let repair = field.apply(&city.region.network(), graph, starts, &changes, &mut scratch)?;
    let relabel_milliseconds = (clock.elapsed().as_secs_f64() * 1e6).round() / 1e3;
    let after = all_bests(&city, &engine);

    let k = usize::from(args.k);
    let nodes = city.region.network().nodes();
    let (before_nodes, before_doors) = before.split_at(nodes * k);
    let (after_nodes, after_doors) = after.split_at(nodes * k);
    let notices = Notices::of(city.region);
    if let Some(output) = output {
        let rows = rows(&city, &before, &after, k);
        output.write(|out| out.write_all(&rows))?;
        if let Some(path) = output.path {
            notices.beside(path)?;
        }
    }
    let report = Report {
        place: &city.region.meta().name,
        walker: city.walker_name(),
        k: args.k,
        changes: words,
        relabelled_junctions: repair.junctions,
        relabel_milliseconds,
        nodes: effect(before_nodes, after_nodes, k),
        doorsteps: effect(before_doors, after_doors, k),
        notices,
    };
    if args.json { print_json(&report) } else { print(&in_words(&report)) }
}

/// What was asked for, and in words.
fn changes(args: &Args, city: &City, engine: &Engine) -> Result<(Vec<Change>, Vec<String>)> {
    let (mut changes, mut words) = (Vec::new(), Vec::new());
    for (ids, open) in [(&args.close, false), (&args.open, true)] {
        for id in ids {
            let shelter = find_shelter(city.region, id)?;
            let state = if open { "open" } else { "closed" };
            if engine.starts.is_open(shelter) == open {
                remark(&format!("Shelter {id} is {state} already."));
            }
            let title = city.shelter(shelter).map_or("", |shelter| shelter.title());
            let title = if title == id { String::new() } else { format!(" ({})", plain(title, 60)) };
            words.push(format!("shelter {}{title} {state}", plain(id, 60)));
            changes.push(if open { Change::OpenShelter(shelter) } else { Change::CloseShelter(shelter) });
        }
    }
    let mut closed = Closed::default();
    for &way in &args.close_way {
        let segments = closed.way(city, way)?;
        words.push(format!("way {way} closed ({})", many(segments, "piece of street", "pieces of street")));
    }
    for arc in &args.close_arc {
        closed.arc(city, arc)?;
        words.push(format!("arc {} closed", plain(arc, 80)));
    }
    changes.extend(closed.changes(city));
    if changes.is_empty() {
        return Err(Usage::because("nothing to change: give --close, --open, --close-way or --close-arc"));
    }
    Ok((changes, words))
}

/// Closed segments: in their direction, against it.
#[derive(Default)]
struct Closed(BTreeMap<u32, [bool; 2]>);

impl Closed {
    /// Closes a way of the map; says how many segments that are.
    fn way(&mut self, city: &City, way: i64) -> Result<u64> {
        let segments = 0..city.region.network().segments() as u32;
        let of_way = segments.filter(|&segment| city.region.way(segment).is_some_and(|(id, _)| id == way));
        let mut number = 0;
        for segment in of_way {
            self.0.insert(segment, [true; 2]);
            number += 1;
        }
        if number == 0 {
            return Err(Usage::because(format!(
                "--close-way {way}: no street of this region has this id on the map"
            )));
        }
        Ok(number)
    }

    /// Closes every street from one node to another, in that direction only.
    fn arc(&mut self, city: &City, arc: &str) -> Result<()> {
        let [from, to] = find_ends(city, arc)?;
        let network = city.region.network();
        let mut found = false;
        for edge in 0..network.edges() as u32 {
            for segment in network.segments_of(edge) {
                let ends = [network.node_before(edge, segment), network.node_after(edge, segment)];
                for (direction, way) in [ends, [ends[1], ends[0]]].into_iter().enumerate() {
                    if way == [from, to] {
                        self.0.entry(segment).or_default()[direction] = true;
                        found = true;
                    }
                }
            }
        }
        if found {
            Ok(())
        } else {
            Err(Usage::because(format!("--close-arc {arc}: no street leads from the one node to the other")))
        }
    }

    fn changes(&self, city: &City) -> Vec<Change> {
        let network = city.region.network();
        let change = |(&segment, &[forward, backward]): (&u32, &[bool; 2])| {
            if forward && backward {
                return Change::CloseSegment(segment);
            }
            let edge = network.edge_of_segment(segment);
            let number = (segment - network.segments_of(edge).start) as usize;
            let [there, back] =
                network.edge_times(city.walker, edge).nth(number).unwrap_or([Ds::UNREACHABLE.0; 2]);
            let time = |own: u32, closed: bool| if closed { Ds::UNREACHABLE } else { Ds(own) };
            Change::RetimeSegment { segment, forward: time(there, forward), backward: time(back, backward) }
        };
        self.0.iter().map(change).collect()
    }
}

/// The two nodes of `FROM,TO`. Ids may hold commas: every place to split is tried.
fn find_ends(city: &City, arc: &str) -> Result<[u32; 2]> {
    let node = |id: &str| city.region.find_node(id.trim());
    arc.match_indices(',').find_map(|(at, _)| Some([node(&arc[..at])?, node(&arc[at + 1..])?])).ok_or_else(
        || Usage::because(format!("--close-arc {arc}: write the ids of two nodes of this region as FROM,TO")),
    )
}

const NOTHING: Best = Best { time: Ds::UNREACHABLE, shelter: NONE };

/// The best `k` of every node, then of every doorstep; `k` entries each.
fn all_bests(city: &City, engine: &Engine) -> Vec<Best> {
    let k = engine.field.k();
    let (nodes, doorsteps) = (city.region.network().nodes(), city.region.doorsteps());
    let mut all = vec![NOTHING; (nodes + doorsteps.len()) * k];
    all.par_chunks_mut(k * 1024).enumerate().for_each(|(chunk, out)| {
        let mut bests = Vec::new();
        for (index, out) in (chunk * 1024..).zip(out.chunks_mut(k)) {
            let stand = match index.checked_sub(nodes) {
                Some(doorstep) => city.stand_at_doorstep(&doorsteps[doorstep]),
                None => Stand::Node(index as u32),
            };
            city.answers(engine).find(stand, None, &mut bests);
            out[..bests.len()].copy_from_slice(&bests);
        }
    });
    all
}

fn effect(before: &[Best], after: &[Best], k: usize) -> Effect {
    let mut effect = Effect::default();
    for (old, new) in before.chunks(k).zip(after.chunks(k)) {
        effect.count += 1;
        if old == new {
            continue;
        }
        effect.changed += 1;
        let (old, new) = (old[0], new[0]);
        effect.best_changed += u64::from(old != new);
        match (old.time.is_reachable(), new.time.is_reachable()) {
            (true, false) => effect.lose_every_shelter += 1,
            (false, true) => effect.gain_a_shelter += 1,
            (true, true) if new.time > old.time => effect.added.push(new.time.0 - old.time.0),
            (true, true) if new.time < old.time => effect.sooner += 1,
            _ => {}
        }
    }
    effect.added.sort_unstable();
    effect.later = effect.added.len() as u64;
    effect.added_median_ds = effect.added.get(effect.added.len().saturating_sub(1) / 2).copied();
    effect.added_worst_ds = effect.added.last().copied();
    effect
}

fn rows(city: &City, before: &[Best], after: &[Best], k: usize) -> Vec<u8> {
    let nodes = city.region.network().nodes();
    let mut out = b"node,shelter_before,time_ds_before,shelter_after,time_ds_after\n".to_vec();
    for (index, (old, new)) in before.chunks(k).zip(after.chunks(k)).enumerate() {
        let (old, new) = (old[0], new[0]);
        if old == new {
            continue;
        }
        match index.checked_sub(nodes) {
            Some(doorstep) => push_cell(&mut out, city.region.doorstep_id(doorstep).unwrap_or_default()),
            None => push_cell(&mut out, &city.region.node_id(index as u32).unwrap_or_default()),
        }
        for best in [old, new] {
            out.push(b',');
            if let Some(shelter) = city.shelter(best.shelter) {
                push_cell(&mut out, &shelter.id);
                out.push(b',');
                push_number(&mut out, best.time.0);
            } else {
                out.push(b',');
            }
        }
        out.push(b'\n');
    }
    out
}

fn in_words(report: &Report<'_>) -> String {
    let mut text = String::new();
    let mut line = |words: &str| {
        text += &wrap("", words, WIDTH);
        text.push('\n');
    };
    line(&format!(
        "{}, walker {}, {} each",
        report.place,
        report.walker,
        many(u64::from(report.k), "shelter", "shelters")
    ));
    for change in &report.changes {
        line(&format!("  {change}"));
    }
    for (what, effect) in [("nodes", &report.nodes), ("doorsteps", &report.doorsteps)] {
        if effect.count > 0 {
            line(&effect_in_words(what, effect));
        }
    }
    line(&format!(
        "{} looked at again, in {:.3} ms.",
        many(report.relabelled_junctions as u64, "junction", "junctions"),
        report.relabel_milliseconds
    ));
    for notice in report.notices.lines() {
        line(&notice);
    }
    text
}

fn effect_in_words(what: &str, effect: &Effect) -> String {
    let mut words = format!(
        "Of {} {what}, {} change ({} of them in their best shelter or the time to it); {} lose every shelter",
        count(effect.count),
        count(effect.changed),
        count(effect.best_changed),
        count(effect.lose_every_shelter)
    );
    if effect.gain_a_shelter > 0 {
        words += &format!("; {} reach one that reached none", count(effect.gain_a_shelter));
    }
    if let (Some(median), Some(worst)) = (effect.added_median_ds, effect.added_worst_ds) {
        words += &format!(
            "; {} need longer: median {} more, worst {} more",
            count(effect.later),
            Ds(median),
            Ds(worst)
        );
    }
    if effect.sooner > 0 {
        words += &format!("; {} are there sooner", count(effect.sooner));
    }
    words + "."
}
