//! How fast the engine is.
//!
//! ```text
//! cargo run --release -p hinan-reach --example speed -- grid 1000
//! cargo run --release -p hinan-reach --example speed -- network FOLDER
//! cargo run --release -p hinan-reach --example speed -- check FOLDER 10000
//! ```
//!
//! The first makes a jittered grid (1000 x 1000 nodes, 2.8 directed arcs a node); the second reads
//! `nodes.csv` (`node,lat,lon`) and `arcs.csv` (`from,to,time_ds`). One shelter per 500 nodes by a hash.
//! The third closes and opens shelters and streets at random, so many times, and compares with a
//! rebuild each time. Times are the least and the median of several runs, on one thread unless said.

#![expect(clippy::print_stdout, reason = "a benchmark reports on standard output")]

use std::collections::HashMap;
use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use hinan_model::Ds;
use hinan_model::network::Streets;
use hinan_reach::{Alone, Change, Field, Graph, Scratch, Snap, Start, Starts, Touched, Workers, plans};
use hinan_testkit::{Contracted, given_streets};

type Fallible<T> = Result<T, Box<dyn Error>>;

fn main() -> Fallible<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let streets = match words[..] {
        ["grid", side] => jittered_grid(side.parse()?),
        ["network", folder] => read_network(folder)?,
        ["check", folder, rounds] => return check(&read_network(folder)?, rounds.parse()?),
        _ => return Err("say: grid SIDE, network FOLDER, or check FOLDER ROUNDS".into()),
    };
    let every = std::env::var("EVERY").ok().and_then(|n| n.parse().ok()).unwrap_or(500);
    race(&streets, every)
}

/// A well-mixed number of a number (the finaliser of MurmurHash3).
fn mix(number: u64) -> u64 {
    let mut x = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

/// The distance along Hilbert's curve of a point in a square of 2^16.
fn hilbert(mut x: u32, mut y: u32) -> u32 {
    let mut along = 0_u32;
    let mut side = 1_u32 << 15;
    while side > 0 {
        let (right, up) = (u32::from(x & side > 0), u32::from(y & side > 0));
        along = along.wrapping_add(side.wrapping_mul(side).wrapping_mul((3 * right) ^ up));
        if up == 0 {
            if right == 1 {
                (x, y) = (side.wrapping_sub(1).wrapping_sub(x), side.wrapping_sub(1).wrapping_sub(y));
            }
            (x, y) = (y, x);
        }
        x &= side.wrapping_sub(1);
        y &= side.wrapping_sub(1);
        side /= 2;
    }
    along
}

/// Numbers nodes along Hilbert's curve, as regions do.
fn in_order(places: &[(u32, u32)]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..places.len() as u32).collect();
    order.sort_by_cached_key(|&node| hilbert(places[node as usize].0, places[node as usize].1));
    let mut number = vec![0; order.len()];
    for (new, &old) in order.iter().enumerate() {
        number[old as usize] = new as u32;
    }
    number
}

/// A square grid of which seven streets in ten exist, each end moved by up to a third of a block.
fn jittered_grid(side: u32) -> Streets {
    let moved = |node: u32, salt: u64| (mix(u64::from(node) ^ salt << 32) % 67) as f64 / 100.0 - 0.33;
    let place =
        |node: u32| (f64::from(node % side) + moved(node, 1), f64::from(node / side) + moved(node, 2));
    let number = in_order(&(0..side * side).map(|node| (node % side, node / side)).collect::<Vec<_>>());
    let mut segments = Vec::new();
    for node in 0..side * side {
        let east = (node % side + 1 < side).then_some(node + 1);
        let north = (node / side + 1 < side).then_some(node + side);
        for other in [east, north].into_iter().flatten() {
            if mix(u64::from(node) << 32 | u64::from(other)) % 10 < 7 {
                let ((x, y), (to_x, to_y)) = (place(node), place(other));
                // 100 m blocks at 1.2 m/s.
                let time = ((x - to_x).hypot(y - to_y) * 833.0) as u32 + 1;
                segments.push((number[node as usize], number[other as usize], time, time));
            }
        }
    }
    given_streets(side * side, &segments)
}

fn read_network(folder: &str) -> Fallible<Streets> {
    let nodes = std::fs::read_to_string(format!("{folder}/nodes.csv"))?;
    let (mut ids, mut places) = (HashMap::new(), Vec::new());
    for line in nodes.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let [node, lat, lon] = fields[..3] else { return Err("nodes.csv: too few columns".into()) };
        ids.insert(node.to_owned(), places.len() as u32);
        places.push((lat.parse::<f64>()?, lon.parse::<f64>()?));
    }
    let least = places.iter().fold((f64::MAX, f64::MAX), |m, p| (m.0.min(p.0), m.1.min(p.1)));
    let most = places.iter().fold((f64::MIN, f64::MIN), |m, p| (m.0.max(p.0), m.1.max(p.1)));
    let scale = 65_535.0 / (most.0 - least.0).max(most.1 - least.1);
    let squares: Vec<(u32, u32)> =
        places.iter().map(|p| (((p.1 - least.1) * scale) as u32, ((p.0 - least.0) * scale) as u32)).collect();
    let number = in_order(&squares);
    let arcs = std::fs::read_to_string(format!("{folder}/arcs.csv"))?;
    let mut segments = Vec::new();
    for line in arcs.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let [from, to, time] = fields[..3] else { return Err("arcs.csv: too few columns".into()) };
        let (Some(&from), Some(&to)) = (ids.get(from), ids.get(to)) else {
            return Err(format!("arcs.csv: unknown node in '{line}'").into());
        };
        if from != to {
            segments.push((number[from as usize], number[to as usize], time.parse()?, Ds::UNREACHABLE.0));
        }
    }
    Ok(given_streets(places.len() as u32, &segments))
}

struct Two;

impl Workers for Two {
    fn count(&self) -> usize {
        2
    }

    fn run<J: Send>(&self, jobs: &mut [J], work: impl Fn(&mut J) + Sync) {
        std::thread::scope(|scope| {
            for job in jobs {
                scope.spawn(|| work(job));
            }
        });
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn timed<T>(what: &str, times: usize, mut work: impl FnMut() -> T) {
    let mut took: Vec<Duration> = (0..times)
        .map(|_| {
            let begin = Instant::now();
            black_box(work());
            begin.elapsed()
        })
        .collect();
    took.sort_unstable();
    println!(
        "{what:<44} {:9.3} ms least, {:9.3} median",
        milliseconds(took[0]),
        milliseconds(took[times / 2])
    );
}

/// Prints median and high percentiles of many short times.
fn spread(what: &str, mut took: Vec<Duration>) {
    took.sort_unstable();
    let at = |percent: usize| milliseconds(took[(took.len() - 1) * percent / 100]) * 1e3;
    println!(
        "{what:<44} {:9.1} us median, {:.1} p90, {:.1} p99, {:.1} most",
        at(50),
        at(90),
        at(99),
        at(100)
    );
}

fn race(streets: &Streets, every: u64) -> Fallible<()> {
    let nodes = streets.node_ids.len() as u32;
    let sites: Vec<u32> = (0..nodes).filter(|&n| mix(u64::from(n)).is_multiple_of(every)).collect();
    let network = Contracted::new(streets, &sites);
    let view = network.view();
    println!(
        "{nodes} raw nodes, {} junctions, {} edges, {} segments, {} shelters",
        view.junctions,
        view.edges(),
        view.segments(),
        sites.len()
    );
    timed("graph", 5, || Graph::new(&view, 0));
    let mut graph = Graph::new(&view, 0)?;
    let mut starts = starts_at(&network, &graph, &sites)?;
    floor(&view, nodes);
    let mut scratch = Scratch::default();
    timed("k = 1, first time", 3, || Field::new(&graph, &starts, 1));
    for k in [1, 2, 3, 8] {
        let mut field = Field::empty(&graph, k);
        let again =
            |field: &mut Field, scratch: &mut Scratch| field.recompute(&graph, &starts, scratch, &Alone);
        timed(&format!("k = {k}"), 15, || again(&mut field, &mut scratch));
        timed(&format!("k = {k}, two threads"), 15, || field.recompute(&graph, &starts, &mut scratch, &Two));
        if k == 1 || k == 3 {
            let bytes = (graph.bytes() + field.bytes()) as f64 / f64::from(nodes);
            println!("{:<44} {bytes:9.1} bytes a raw node (graph and field)", format!("k = {k}"));
        }
    }
    for k in [1, 3] {
        let mut field = Field::new(&graph, &starts, k);
        what_if(&network, &mut graph, &mut starts, &mut field, &mut scratch)?;
    }
    let field = Field::new(&graph, &starts, 3);
    plan_times(&network, &graph, &field);
    Ok(())
}

fn starts_at(network: &Contracted, graph: &Graph, sites: &[u32]) -> Fallible<Starts> {
    let start = |(shelter, &raw): (usize, &u32)| Start {
        shelter: shelter as u32,
        node: network.raw_to_node[raw as usize],
        time: Ds((mix(u64::from(raw) << 1) % 300) as u32),
    };
    let starts: Vec<Start> = sites.iter().enumerate().map(start).collect();
    Ok(Starts::new(graph, sites.len() as u32, &starts)?)
}

/// Mends and rebuilds, `rounds` times, and compares.
fn check(streets: &Streets, rounds: u64) -> Fallible<()> {
    let nodes = streets.node_ids.len() as u32;
    let sites: Vec<u32> = (0..nodes).filter(|&n| mix(u64::from(n)).is_multiple_of(500)).collect();
    let network = Contracted::new(streets, &sites);
    let view = network.view();
    let mut graph = Graph::new(&view, 0)?;
    let mut starts = starts_at(&network, &graph, &sites)?;
    let mut scratch = Scratch::default();
    let mut mended: Vec<Field> = [1, 3].iter().map(|&k| Field::new(&graph, &starts, k)).collect();
    let mut rebuilt = mended.clone();
    for round in 0..rounds {
        let pick = |salt: u64, count: usize| (mix(round * 7 + salt) % count as u64) as u32;
        // Out of few, so that what was closed is opened again, and neighbours are closed together.
        let shelter = pick(1, sites.len().min(60));
        let edge = pick(2, view.edges().min(3000));
        let segment = pick(3, view.segments().min(9000));
        let change = match mix(round) % 8 {
            0 | 1 => Change::CloseShelter(shelter),
            2 => Change::OpenShelter(shelter),
            3 => Change::CloseEdge(edge),
            4 => Change::OpenEdge(edge),
            5 => Change::CloseSegment(segment),
            6 => Change::OpenSegment(segment),
            _ => Change::RetimeSegment {
                segment,
                forward: Ds(1 + pick(4, 2000)),
                backward: Ds(1 + pick(5, 2000)),
            },
        };
        let touched = Touched::by(&view, &mut graph, &mut starts, &[change])?;
        // Both on every tenth round; else one of them, for time's sake, and the other just follows.
        for (number, (mended, rebuilt)) in mended.iter_mut().zip(&mut rebuilt).enumerate() {
            mended.follow(&graph, &starts, &touched, &mut scratch);
            if number == 0 || round % 10 == 0 {
                rebuilt.recompute(&graph, &starts, &mut scratch, &Two);
                if mended != rebuilt {
                    return Err(
                        format!("round {round}, k = {}: {change:?} was not mended", mended.k()).into()
                    );
                }
            }
        }
    }
    println!("{rounds} changes of {nodes} raw nodes: equal to a rebuild, bit for bit");
    Ok(())
}

/// What it takes to read 8 bytes an arc and 12 a node once.
fn floor(view: &hinan_model::network::NetworkView<'_>, nodes: u32) {
    let bytes = view.segments() * 2 * 8 + nodes as usize * 12;
    let words = vec![1_u64; bytes / 8];
    timed("floor: 8 B an arc, 12 B a node, read once", 15, || {
        words.iter().fold(0_u64, |a, &b| a.wrapping_add(b))
    });
}

fn what_if(
    network: &Contracted,
    graph: &mut Graph,
    starts: &mut Starts,
    field: &mut Field,
    scratch: &mut Scratch,
) -> Fallible<()> {
    let view = network.view();
    let k = field.k();
    let before = field.clone();
    let (mut closing, mut opening, mut labels) = (Vec::new(), Vec::new(), 0);
    for round in 0..2000_u64 {
        let shelter = (mix(round) % u64::from(starts.shelters())) as u32;
        let begin = Instant::now();
        let repair = field.apply(&view, graph, starts, &[Change::CloseShelter(shelter)], scratch)?;
        closing.push(begin.elapsed());
        labels += repair.junctions;
        let begin = Instant::now();
        field.apply(&view, graph, starts, &[Change::OpenShelter(shelter)], scratch)?;
        opening.push(begin.elapsed());
    }
    assert!(*field == before, "closing and opening left a trace");
    println!("k = {k}: a closing relabels {} junctions on average", labels / 2000);
    spread(&format!("k = {k}: a shelter closes"), closing);
    spread(&format!("k = {k}: it opens again"), opening);
    let (mut closing, mut opening) = (Vec::new(), Vec::new());
    for round in 0..2000_u64 {
        let edge = (mix(round) % view.edges() as u64) as u32;
        let begin = Instant::now();
        field.apply(&view, graph, starts, &[Change::CloseEdge(edge)], scratch)?;
        closing.push(begin.elapsed());
        let begin = Instant::now();
        field.apply(&view, graph, starts, &[Change::OpenEdge(edge)], scratch)?;
        opening.push(begin.elapsed());
    }
    assert!(*field == before, "closing and opening left a trace");
    spread(&format!("k = {k}: a street closes"), closing);
    spread(&format!("k = {k}: it opens again"), opening);
    Ok(())
}

fn plan_times(network: &Contracted, graph: &Graph, field: &Field) {
    let view = network.view();
    let mut took = Vec::new();
    let mut found = 0;
    for round in 0..20_000_u64 {
        let snaps = [1, 2, 3].map(|salt| {
            let segment = (mix(round) % view.segments() as u64 + salt).min(view.segments() as u64 - 1) as u32;
            let part_mm = view.length_mm(segment) / 3;
            Snap { edge: view.edge_of_segment(segment), segment, part_mm, off: Ds(30 * salt as u32) }
        });
        let begin = Instant::now();
        found += black_box(plans(&view, graph, field, &snaps, 3)).len();
        took.push(begin.elapsed());
    }
    spread(&format!("3 plans from a point ({found} of 60000 found)"), took);
}
