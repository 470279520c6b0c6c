//! `assign CITY.hinan SHARE [EVERY]`: one person a node, one shelter per EVERY junctions (500) by a hash, SHARE times as
//! many places as people, unevenly spread; everybody a place, timed.

use std::time::Instant;

use anyhow::{Context as _, Result};
use hinan_model::Ds;
use hinan_plan::answer::Stand;
use hinan_plan::assign::{Demand, Goal, Problem};
use hinan_reach::{Graph, Start};
use hinan_region::Region;

struct Threads;

impl hinan_reach::Workers for Threads {
    fn count(&self) -> usize {
        2
    }
    fn run<J: Send>(&self, jobs: &mut [J], work: impl Fn(&mut J) + Sync) {
        use rayon::prelude::*;
        jobs.par_iter_mut().for_each(|job| work(job));
    }
}

fn mix(mut x: u64) -> u64 {
    x = x.wrapping_add(0x9E37_79B9_7F4A_7C15);
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let path = args.next().context("CITY")?;
    let share: f64 = args.next().context("SHARE")?.parse()?;
    let region = Region::open(std::path::Path::new(&path))?;
    let network = region.network();
    let graph = Graph::new(&network, 0)?;
    let every: u64 = args.next().map_or(Ok(500), |k| k.parse())?;
    // One shelter per `every` junction nodes by hash, so that the file's own do not matter.
    let nodes = graph.nodes();
    let mut entrances = Vec::new();
    for node in 0..graph.junctions() {
        if mix(u64::from(node)) % every < u64::from(nodes) / u64::from(graph.junctions()).max(1) {
            entrances.push(Start { shelter: entrances.len() as u32, node, time: Ds(0) });
        }
    }
    let weights: Vec<u64> = (0..entrances.len() as u64).map(|s| 1 + mix(s ^ 77) % 9).collect();
    let total: u64 = weights.iter().sum();
    let wanted = share * f64::from(nodes);
    let capacity: Vec<u64> = weights.iter().map(|w| (*w as f64 * wanted / total as f64) as u64).collect();
    let demands: Vec<Demand> = (0..nodes)
        .map(|node| Demand { stand: Stand::Node(node), people: 1, within: Ds::UNREACHABLE })
        .collect();
    println!(
        "{nodes} nodes, {} junctions, {} shelters, {} places",
        graph.junctions(),
        entrances.len(),
        capacity.iter().sum::<u64>()
    );
    let problem = Problem {
        network,
        graph: &graph,
        entrances: &entrances,
        capacity: &capacity,
        demands: &demands,
        goal: Goal::Total,
        keep_together: false,
    };
    let clock = Instant::now();
    let answer = problem.assign(&Threads, &mut |_| {})?;
    println!(
        "{:.3} s, {} rounds, placed {} without {} sum {} bound {} optimal {}",
        clock.elapsed().as_secs_f64(),
        answer.rounds,
        answer.placed,
        answer.without,
        answer.people_x_time,
        answer.bound,
        answer.is_optimal
    );
    Ok(())
}
