//! `site CITY.hinan CANDIDATES.csv NEW WITHIN_DS`: new shelters of a region at nodes of a list, timed; one line of JSON. Every
//! node with people is a start.

use std::collections::BTreeMap;
use std::time::Instant;

use anyhow::{Context as _, Result};
use hinan_model::Ds;
use hinan_plan::answer::Stand;
use hinan_plan::assign::Demand;
use hinan_plan::site::{Door, Objective, Reach, Siting};
use hinan_reach::Graph;
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
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [city, list, new, within] = arguments.as_slice() else {
        anyhow::bail!("site CITY.hinan CANDIDATES.csv NEW WITHIN_DS");
    };
    let region = Region::open(std::path::Path::new(city))?;
    let network = region.network();
    let within = Ds(within.parse().context("WITHIN_DS")?);
    let list = std::fs::read_to_string(list)?;
    let numbers: BTreeMap<String, u32> =
        (0..network.nodes() as u32).filter_map(|node| Some((region.node_id(node)?, node))).collect();
    let nodes: Vec<u32> = list.lines().skip(1).filter_map(|id| numbers.get(id).copied()).collect();
    let begun = Instant::now();
    let graph = Graph::new(&network, 0)?;
    let people = (0..).zip(region.people()).filter(|(_, people)| **people > 0);
    let demands: Vec<Demand> =
        people.map(|(node, &people)| Demand { stand: Stand::Node(node), people, within }).collect();
    let door = |(candidate, &node): (u32, &u32)| Door { candidate, stand: Stand::Node(node), time: Ds::ZERO };
    let doors: Vec<Door> = (0..).zip(&nodes).map(door).collect();
    let reach =
        Reach { network, graph: &graph, demands: &demands, candidates: nodes.len() as u32, doors: &doors };
    let lists = reach.lists(&Threads)?;
    let searched = begun.elapsed();
    let people: Vec<u32> = demands.iter().map(|demand| demand.people).collect();
    let now = vec![Ds::UNREACHABLE; demands.len()];
    let siting = Siting {
        people: &people,
        now: &now,
        lists: &lists,
        new: new.parse().context("NEW")?,
        objective: Objective::Cover,
    };
    let sites = siting.choose(&Threads);
    println!(
        "{{\"seconds\": {:.2}, \"of_search\": {:.2}, \"pairs\": {}, \"candidates\": {}, \"starts\": {}, \"value\": {}, \
         \"bound\": {}}}",
        begun.elapsed().as_secs_f64(),
        searched.as_secs_f64(),
        lists.pairs(),
        nodes.len(),
        demands.len(),
        sites.value,
        sites.bound
    );
    Ok(())
}
