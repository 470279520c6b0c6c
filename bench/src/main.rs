//! Times hinan's engine on a region file. One JSON line a task, in the form of the peers' scripts:
//!
//! ```text
//! hinan-race CITY.hinan --input NAME [--runs 9] [--close 1000] [--points 20000] [--walker NAME]
//! ```
//!
//! Points, and the shelters that close, are chosen by a hash: the same in every run.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};
use hinan_model::{AreaIndex, Ds, Place, walker};
use hinan_reach::{Alone, Change, Field, Graph, Scratch, Snap, Start, Starts, Workers, plans};
use hinan_region::Region;
use rayon::prelude::*;
use serde_json::{Map, Value, json};

/// What the command line asks for.
struct Options {
    region: PathBuf,
    input: String,
    walker: Option<String>,
    runs: usize,
    close: usize,
    points: usize,
}

fn main() -> Result<()> {
    let options = read_options()?;
    let race = Race::open(&options)?;
    for k in [1, 3, 8] {
        race.nearest(k)?;
    }
    if options.close > 0 {
        for k in [1, 3] {
            race.closings(k)?;
        }
    }
    if options.points > 0 {
        race.plans()?;
    }
    // Last, since its buffers would count as the engine's memory.
    race.floor()
}

fn read_options() -> Result<Options> {
    let mut options = Options {
        region: PathBuf::new(),
        input: String::new(),
        walker: None,
        runs: 9,
        close: 1000,
        points: 20_000,
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().with_context(|| format!("{word} wants a value"));
        match word.as_str() {
            "--input" => options.input = value()?,
            "--walker" => options.walker = Some(value()?),
            "--runs" => options.runs = value()?.parse().context("--runs wants a number")?,
            "--close" => options.close = value()?.parse().context("--close wants a number")?,
            "--points" => options.points = value()?.parse().context("--points wants a number")?,
            _ if word.starts_with('-') || !options.region.as_os_str().is_empty() => {
                bail!(
                    "hinan-race CITY.hinan --input NAME [--runs N] [--close N] [--points N] [--walker NAME]"
                )
            }
            _ => options.region = PathBuf::from(word),
        }
    }
    ensure!(!options.region.as_os_str().is_empty(), "which region?");
    Ok(options)
}

/// The cores of this machine, lent to the engine.
struct Threads(rayon::ThreadPool);

impl Threads {
    fn new(count: usize) -> Result<Threads> {
        Ok(Threads(rayon::ThreadPoolBuilder::new().num_threads(count).build()?))
    }
}

impl Workers for Threads {
    fn count(&self) -> usize {
        self.0.current_num_threads()
    }

    fn run<J: Send>(&self, jobs: &mut [J], work: impl Fn(&mut J) + Sync) {
        self.0.install(|| jobs.par_iter_mut().with_max_len(1).for_each(&work));
    }
}

/// Everything that the tasks share.
struct Race<'a> {
    options: &'a Options,
    region: Region,
    walker: usize,
    graph: Graph,
    starts: Starts,
}

impl Race<'_> {
    fn open(options: &Options) -> Result<Race<'_>> {
        let (opening, region) = timed(options.runs, || Region::open(&options.region))?;
        let walker = walker::find(region.walkers(), options.walker.as_deref())?;
        let (making, graph) = timed(options.runs, || Graph::new(&region.network(), walker))?;
        let starts = starts(&region, &graph, walker)?;
        let race = Race { options, region, walker, graph, starts };
        let network = race.region.network();
        race.tell("open", 1, &opening, json!({ "region_bytes": race.region.length() }));
        race.tell(
            "prepare",
            1,
            &making,
            json!({ "junctions": network.junctions, "edges": network.edges(), "graph_bytes": race.graph.bytes() }),
        );
        Ok(race)
    }

    /// The floor: reading 8 bytes an arc and 12 a node once, as any answer must at least. Told from
    /// memory and, for what it is worth, from the caches as the run before left them.
    fn floor(&self) -> Result<()> {
        let arcs = usize::try_from(self.region.meta().counts.arcs)?;
        let arcs: Vec<u64> = (0..arcs as u64).collect();
        let nodes: Vec<[u32; 3]> = (0..self.region.network().nodes() as u32).map(|n| [n; 3]).collect();
        // Larger than the caches; reading it drives everything else out of them.
        let other = vec![1_u64; 32 << 20];
        let (mut cold, mut warm) = (Vec::new(), Vec::new());
        for _ in 0..self.options.runs {
            black_box(sum(black_box(&other)));
            cold.push(seconds_of(|| read_once(&arcs, &nodes)).0);
            warm.push(seconds_of(|| read_once(&arcs, &nodes)).0);
        }
        let bytes = size_of_val(&arcs[..]) + size_of_val(&nodes[..]);
        self.tell("streaming floor", 1, &cold, json!({ "arcs": arcs.len(), "bytes": bytes }));
        self.tell("streaming floor, in cache", 1, &warm, json!({ "bytes": bytes }));
        Ok(())
    }

    /// The `k` nearest shelters of every node: time, shelter, next step.
    fn nearest(&self, k: usize) -> Result<()> {
        // Like the peers: with the memory of the answer taken anew each time.
        let (seconds, field) = timed(self.options.runs, || {
            Ok::<_, std::convert::Infallible>(Field::new(&self.graph, &self.starts, k))
        })?;
        let nodes = f64::from(field.nodes());
        let memory = self.graph.bytes() + field.bytes();
        let best = field.times().iter().step_by(k).zip(field.shelters().iter().step_by(k));
        let reached: Vec<u64> =
            best.filter(|(_, shelter)| **shelter != u32::MAX).map(|(time, _)| u64::from(*time)).collect();
        let about = json!({
            "field_bytes": field.bytes(),
            "bytes_a_node": memory as f64 / nodes,
            "reached": reached.len(),
            "sum_ds": reached.iter().sum::<u64>(),
        });
        self.tell(&format!("{k} nearest"), 1, &seconds, about);

        let mut scratch = Scratch::default();
        let mut again = Field::empty(&self.graph, k);
        again.recompute(&self.graph, &self.starts, &mut scratch, &Alone);
        let (seconds, ()) = timed(self.options.runs, || {
            again.recompute(&self.graph, &self.starts, &mut scratch, &Alone);
            Ok::<_, std::convert::Infallible>(())
        })?;
        ensure!(again == field, "a field computed again is another");
        self.tell(&format!("{k} nearest, memory kept"), 1, &seconds, json!({}));

        let two = Threads::new(2)?;
        let mut scratch = Scratch::default();
        let (seconds, shared) = timed(self.options.runs, || {
            let mut field = Field::empty(&self.graph, k);
            field.recompute(&self.graph, &self.starts, &mut scratch, &two);
            Ok::<_, std::convert::Infallible>(field)
        })?;
        ensure!(shared == field, "two threads give another field");
        self.tell(&format!("{k} nearest"), 2, &seconds, json!({}));
        Ok(())
    }

    /// One shelter closes, and opens again, many times over.
    fn closings(&self, k: usize) -> Result<()> {
        let network = self.region.network();
        let (mut graph, mut starts, mut scratch) =
            (self.graph.clone(), self.starts.clone(), Scratch::default());
        let fresh = Field::new(&graph, &starts, k);
        let mut field = fresh.clone();
        let (mut closing, mut opening, mut looked_at) = (Vec::new(), Vec::new(), Vec::new());
        let count = starts.shelters() as u64;
        ensure!(count > 0, "the region has no shelters");
        // One that does not count: the working memory is made by the first.
        for number in 0..=self.options.close as u64 {
            let shelter = (mix(number) % count) as u32;
            let (close, repair) = seconds_of(|| {
                field.apply(&network, &mut graph, &mut starts, &[Change::CloseShelter(shelter)], &mut scratch)
            });
            if number % 100 == 1 {
                ensure!(
                    field == Field::new(&graph, &starts, k),
                    "closing shelter {shelter} is not a rebuild"
                );
            }
            let (open, again) = seconds_of(|| {
                field.apply(&network, &mut graph, &mut starts, &[Change::OpenShelter(shelter)], &mut scratch)
            });
            again?;
            if number > 0 {
                closing.push(close);
                opening.push(open);
                looked_at.push(repair?.junctions);
            }
        }
        ensure!(field == fresh, "after {} closings and openings the field is another", self.options.close);
        looked_at.sort_unstable();
        let junctions = looked_at.get(looked_at.len() / 2);
        self.tell(
            &format!("a shelter closes, k = {k}"),
            1,
            &spread(closing),
            json!({ "median_junctions": junctions }),
        );
        self.tell(&format!("a shelter opens, k = {k}"), 1, &spread(opening), json!({}));
        Ok(())
    }

    /// Three plans with their ways from points up to 50 m off the streets.
    fn plans(&self) -> Result<()> {
        if self.region.places().is_empty() {
            return Ok(());
        }
        let network = self.region.network();
        let field = Field::new(&self.graph, &self.starts, 3);
        let (mut snapping, mut planning, mut whole, mut none) = (Vec::new(), Vec::new(), Vec::new(), 0);
        for number in 0..self.options.points as u64 {
            let place = self.point(number);
            let (to_street, snapped) = seconds_of(|| self.region.nearest_street(place, self.walker, 300_000, &AreaIndex::default()));
            let Some(snapped) = snapped else {
                none += 1;
                continue;
            };
            let (to_shelter, found) = seconds_of(|| {
                let snap = Snap {
                    edge: network.edge_of_segment(snapped.segment),
                    segment: snapped.segment,
                    part_mm: snapped.part_mm,
                    off: self.region.off_street_time(self.walker, snapped.off_mm),
                };
                plans(&network, &self.graph, &field, &[snap], 3)
            });
            none += usize::from(found.is_empty());
            black_box(found);
            snapping.push(to_street);
            planning.push(to_shelter);
            whole.push(to_street + to_shelter);
        }
        self.tell("three plans from a point", 1, &spread(whole), json!({ "without": none }));
        self.tell("three plans from a point: to the street", 1, &spread(snapping), json!({}));
        self.tell("three plans from a point: the ways", 1, &spread(planning), json!({}));
        Ok(())
    }

    /// A point near the middle of some segment.
    fn point(&self, number: u64) -> Place {
        let hash = mix(number);
        let segment = (hash % self.region.network().segments() as u64) as u32;
        let (a, b) = self.region.segment_places(segment).unwrap_or_default();
        let middle = a.towards(b, 1, 2);
        let off = |bits: u64| (bits % 9001) as i32 - 4500;
        Place { lat_e7: middle.lat_e7 + off(hash >> 20), lon_e7: middle.lon_e7 + off(hash >> 40) }
    }

    fn tell(&self, task: &str, threads: usize, seconds: &[f64], more: Value) {
        let mut line = Map::new();
        line.insert("peer".into(), json!("hinan"));
        line.insert("task".into(), json!(task));
        line.insert("input".into(), json!(self.options.input));
        line.insert("threads".into(), json!(threads));
        line.insert("seconds".into(), json!(seconds));
        line.insert("peak_mb".into(), json!(peak_mb()));
        line.insert("nodes".into(), json!(self.region.network().nodes()));
        line.insert("shelters".into(), json!(self.region.shelters().len()));
        if let Value::Object(more) = more {
            line.extend(more);
        }
        println!("{}", Value::Object(line));
    }
}

fn sum(words: &[u64]) -> u64 {
    words.iter().fold(0, |sum, word| sum.wrapping_add(*word))
}

fn read_once(arcs: &[u64], nodes: &[[u32; 3]]) {
    let nodes = black_box(nodes).iter().fold([0_u32; 3], |sum, node| {
        [sum[0].wrapping_add(node[0]), sum[1].wrapping_add(node[1]), sum[2].wrapping_add(node[2])]
    });
    black_box((sum(black_box(arcs)), nodes));
}

fn starts(region: &Region, graph: &Graph, walker: usize) -> Result<Starts> {
    let list: Vec<Start> = region
        .entrances()
        .iter()
        .map(|entrance| Start {
            shelter: entrance.shelter,
            node: entrance.node,
            time: region.start_time(entrance, walker).min(Ds::UNREACHABLE),
        })
        .collect();
    Ok(Starts::new(graph, region.shelters().len() as u32, &list)?)
}

/// Seconds of each of several runs, and what the last one made.
fn timed<T, E>(runs: usize, mut work: impl FnMut() -> Result<T, E>) -> Result<(Vec<f64>, T), E> {
    let mut seconds = Vec::new();
    loop {
        let (second, made) = seconds_of(&mut work);
        seconds.push(second);
        let made = made?;
        if seconds.len() >= runs {
            return Ok((seconds, made));
        }
    }
}

fn seconds_of<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let made = work();
    (start.elapsed().as_secs_f64(), made)
}

/// Many short times as seven numbers: least, 10 %, median, 90 %, 99 %, 99.9 %, largest.
fn spread(mut seconds: Vec<f64>) -> Vec<f64> {
    seconds.sort_by(f64::total_cmp);
    let at = |part: f64| seconds.get(((seconds.len() as f64 - 1.0) * part).round() as usize).copied();
    [0.0, 0.1, 0.5, 0.9, 0.99, 0.999, 1.0].into_iter().filter_map(at).collect()
}

/// The finisher of splitmix64.
fn mix(number: u64) -> u64 {
    let mut value = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    value ^ (value >> 31)
}

/// Largest resident size of this process so far, where the system tells.
fn peak_mb() -> Option<u64> {
    let status = std::fs::read_to_string(Path::new("/proc/self/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kb: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kb / 1024)
}
