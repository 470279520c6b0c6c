//! `assign CITY.hinan`: everybody of a region a place, timed; one line of JSON. Only what a solver does is timed, not the
//! reading of the region: the peers' times leave out their reading, too.

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
        rayon::current_num_threads()
    }

    fn run<J: Send>(&self, jobs: &mut [J], work: impl Fn(&mut J) + Sync) {
        use rayon::prelude::*;
        jobs.par_iter_mut().for_each(|job| work(job));
    }
}

fn main() -> Result<()> {
    let path = std::env::args().nth(1).context("assign CITY.hinan")?;
    let region = Region::open(std::path::Path::new(&path))?;
    let network = region.network();
    let begun = Instant::now();
    let graph = Graph::new(&network, 0)?;
    let start = |entrance: &hinan_region::layout::EntranceRecord| Start {
        shelter: entrance.shelter,
        node: entrance.node,
        time: region.start_time(entrance, 0),
    };
    let entrances: Vec<Start> = region.entrances().iter().map(start).collect();
    let capacity: Vec<u64> =
        region.shelters().iter().map(|shelter| u64::from(shelter.capacity.unwrap_or(0))).collect();
    let people = (0..).zip(region.people()).filter(|(_, people)| **people > 0);
    let demands: Vec<Demand> = people
        .map(|(node, &people)| Demand { stand: Stand::Node(node), people, within: Ds::UNREACHABLE })
        .collect();
    let problem = Problem {
        network,
        graph: &graph,
        entrances: &entrances,
        capacity: &capacity,
        demands: &demands,
        goal: Goal::Total,
        keep_together: false,
    };
    let built = Instant::now();
    let answer = problem.assign(&Threads, &mut |_| std::ops::ControlFlow::Continue(()))?;
    println!(
        "{{\"seconds\": {:.3}, \"with_graph\": {:.3}, \"placed\": {}, \"people_x_time_ds\": {}, \"bound\": {}, \
         \"optimal\": {}, \"rounds\": {}}}",
        built.elapsed().as_secs_f64(),
        begun.elapsed().as_secs_f64(),
        answer.placed,
        answer.people_x_time,
        answer.bound,
        answer.is_optimal,
        answer.rounds
    );
    Ok(())
}
