//! Small fixed workloads for counting instructions: same work on every run, on every machine.
//!
//! ```text
//! cargo build --release -p hinan-reach --example hot_loops
//! valgrind --tool=callgrind --toggle-collect='hot_loops::hot_*' target/release/examples/hot_loops nearest
//! ```
//!
//! Workloads: `nearest` (k = 1), `three` (k = 3), `fill` (long chains), `close` (a shelter closes and
//! opens), `plans`. Only the function named `hot_...` should be counted, not what sets it up. Each
//! prints a checksum, so that faster by being wrong shows.

#![expect(clippy::print_stdout, reason = "the checksum goes to standard output")]

use std::error::Error;

use hinan_model::Ds;
use hinan_model::network::Streets;
use hinan_reach::{Alone, Change, Field, Graph, Scratch, Snap, Start, Starts, plans};
use hinan_testkit::{Contracted, Grid, given_streets};

struct Ground {
    network: Contracted,
    graph: Graph,
    starts: Starts,
    scratch: Scratch,
}

fn main() -> Result<(), Box<dyn Error>> {
    let workload = std::env::args().nth(1).unwrap_or_default();
    let mut ground = match workload.as_str() {
        "fill" => ground(&chains(), 1600)?,
        "nearest" | "three" | "close" | "plans" => ground(&blocks(), 40_000)?,
        _ => return Err("say which: nearest, three, fill, close or plans".into()),
    };
    let k = if matches!(workload.as_str(), "three" | "plans") { 3 } else { 1 };
    let mut field = Field::empty(&ground.graph, k);
    // The first time is for allocating.
    field.recompute(&ground.graph, &ground.starts, &mut ground.scratch, &Alone);
    match workload.as_str() {
        "close" => hot_close(&mut ground, &mut field)?,
        "plans" => println!("{}", hot_plans(&ground, &field)),
        _ => hot_recompute(&mut ground, &mut field),
    }
    let sum = field.times().iter().zip(field.nexts()).fold(0_u64, |sum, (&time, &next)| {
        sum.wrapping_mul(31).wrapping_add(u64::from(time) ^ u64::from(next) << 32)
    });
    println!("{workload}: {sum:016x}");
    Ok(())
}

/// A time between 500 and 1011 that looks like chance.
fn uneven(number: u32) -> u32 {
    500 + (number.wrapping_mul(2_654_435_761) >> 23)
}

/// 200 x 200 corners, no two streets alike.
fn blocks() -> Streets {
    let corners = Grid::blocks(199, 199).streets().segments;
    let street = |(number, &[a, b]): (usize, &[u32; 2])| (a, b, uneven(number as u32), uneven(number as u32));
    given_streets(40_000, &corners.iter().enumerate().map(street).collect::<Vec<_>>())
}

/// 40 x 40 corners with 11 inner nodes on each street.
fn chains() -> Streets {
    let mut nodes = 1600;
    let mut segments = Vec::new();
    for (number, [a, b]) in Grid::blocks(39, 39).streets().segments.into_iter().enumerate() {
        let mut at = a;
        for piece in 0..12 {
            let next = if piece == 11 { b } else { nodes };
            nodes += u32::from(piece < 11);
            let time = uneven(number as u32 * 12 + piece) / 10;
            segments.push((at, next, time, time));
            at = next;
        }
    }
    given_streets(nodes, &segments)
}

fn ground(streets: &Streets, corners: u32) -> Result<Ground, Box<dyn Error>> {
    // One shelter per 500 corners, far from regular.
    let sites: Vec<u32> = (0..corners / 500).map(|n| n * 7919 % corners).collect();
    let network = Contracted::new(streets, &sites);
    let graph = Graph::new(&network.view(), 0)?;
    let start = |(shelter, &raw): (usize, &u32)| Start {
        shelter: shelter as u32,
        node: network.raw_to_node[raw as usize],
        time: Ds(shelter as u32 % 50),
    };
    let starts: Vec<Start> = sites.iter().enumerate().map(start).collect();
    let starts = Starts::new(&graph, sites.len() as u32, &starts)?;
    Ok(Ground { network, graph, starts, scratch: Scratch::default() })
}

#[inline(never)]
fn hot_recompute(ground: &mut Ground, field: &mut Field) {
    field.recompute(&ground.graph, &ground.starts, &mut ground.scratch, &Alone);
}

#[inline(never)]
fn hot_close(ground: &mut Ground, field: &mut Field) -> Result<(), Box<dyn Error>> {
    let Ground { network, graph, starts, scratch } = ground;
    for change in [Change::CloseShelter(7), Change::OpenShelter(7)] {
        field.apply(&network.view(), graph, starts, &[change], scratch)?;
    }
    Ok(())
}

#[inline(never)]
fn hot_plans(ground: &Ground, field: &Field) -> u64 {
    let view = ground.network.view();
    let mut sum = 0;
    for number in 0..100 {
        let segment = number * 7919 % view.segments() as u32;
        let edge = view.edge_of_segment(segment);
        let snap = Snap { edge, segment, part_mm: view.length_mm(segment) / 3, off: Ds(20) };
        for plan in plans(&view, &ground.graph, field, &[snap], 3) {
            sum += u64::from(plan.total.0) + plan.legs.len() as u64;
        }
    }
    sum
}
