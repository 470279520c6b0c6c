//! Complete lists of who reaches which shelter in time, by a bounded search from each shelter.

use core::cmp::Reverse;
use core::ops::Range;
use core::sync::atomic::{AtomicUsize, Ordering};
use std::collections::BinaryHeap;

use hinan_model::Ds;
use hinan_reach::{Starts, Workers};

use super::options::Options;
use super::{AssignError, MOST, Problem};
use crate::answer::Stand;

/// More pairs than this are refused: they, and who may change places with whom, take about 40 bytes each.
const MOST_PAIRS: usize = 60_000_000;

const FAR: u32 = u32::MAX;

/// A demand that reaches a shelter.
#[derive(Clone, Copy)]
pub(crate) struct Pair {
    pub demand: u32,
    pub shelter: u32,
    pub time: u32,
}

/// The junctions that each demand comes to first, listed by junction.
struct Landings {
    first: Vec<u32>,
    /// The demand, and the time to the junction.
    rows: Vec<(u32, u32)>,
}

/// The junctions that somebody comes to first, and the time to each; not all are reachable.
pub(crate) fn landings(problem: &Problem<'_>, stand: Stand) -> [(u32, Ds); 4] {
    let Problem { network, graph, .. } = problem;
    match stand {
        Stand::Nowhere => [(0, Ds::UNREACHABLE); 4],
        Stand::Node(node) => {
            let [a, b] = graph.ways_out(network, node);
            [a, b, a, b]
        }
        Stand::Street { segment, part_mm, off } => {
            let edge = network.edge_of_segment(segment);
            let rest_mm = network.length_mm(segment).saturating_sub(part_mm);
            let from = |node: u32, walked_mm: u32, forward: bool| {
                let first = off.plus(graph.part_time(network, segment, walked_mm, forward));
                graph.ways_out(network, node).map(|(junction, time)| (junction, first.plus(time)))
            };
            let [a, b] = from(network.node_after(edge, segment), rest_mm, true);
            let [c, d] = from(network.node_before(edge, segment), part_mm, false);
            [a, b, c, d]
        }
    }
}

impl Landings {
    fn new(problem: &Problem<'_>) -> Landings {
        let mut all: Vec<(u32, u32, u32)> = Vec::new();
        for (demand, who) in (0..).zip(problem.demands).filter(|(_, who)| who.people > 0) {
            let mut ways = landings(problem, who.stand);
            ways.sort_unstable();
            let mut before = None;
            for (junction, time) in ways.into_iter().filter(|(_, time)| time.is_reachable()) {
                if before.replace(junction) != Some(junction) {
                    all.push((junction, demand, time.0));
                }
            }
        }
        all.sort_unstable();
        let mut first = vec![0; problem.graph.junctions() as usize + 1];
        all.iter().for_each(|(junction, ..)| first[*junction as usize + 1] += 1);
        sum_up(&mut first);
        Landings { first, rows: all.into_iter().map(|(_, demand, time)| (demand, time)).collect() }
    }

    fn at(&self, junction: u32) -> &[(u32, u32)] {
        &self.rows[self.first[junction as usize] as usize..self.first[junction as usize + 1] as usize]
    }
}

/// Counts to firsts.
fn sum_up(counts: &mut [u32]) {
    let mut sum = 0;
    for count in counts {
        sum += *count;
        *count = sum;
    }
}

/// Shelters that one worker searches from.
struct Job {
    shelters: Range<u32>,
    found: Vec<Pair>,
}

/// Every shelter that every demand reaches within `limit` and its own limit.
pub(super) fn complete(
    problem: &Problem<'_>,
    limit: Ds,
    workers: &impl Workers,
) -> Result<Options, AssignError> {
    Ok(by_demand(problem.demands.len(), search(problem, limit, workers)?))
}

/// Everybody in time of each shelter within `limit` and their own limits: in lists one behind the other, by shelter, then by demand.
pub(crate) fn search(
    problem: &Problem<'_>,
    limit: Ds,
    workers: &impl Workers,
) -> Result<Vec<Vec<Pair>>, AssignError> {
    let shelters = problem.capacity.len() as u32;
    let starts = Starts::new(problem.graph, shelters, problem.entrances)?;
    let landings = Landings::new(problem);
    let longest = problem.demands.iter().map(|demand| demand.within).max().unwrap_or_default();
    let limit = limit.min(longest).0.min(MOST);
    let share = shelters.div_ceil(4 * workers.count().max(1) as u32).max(1);
    let mut jobs: Vec<Job> = (0..shelters)
        .step_by(share as usize)
        .map(|first| Job { shelters: first..shelters.min(first + share), found: Vec::new() })
        .collect();
    let count = AtomicUsize::new(0);
    workers.run(&mut jobs, |job| {
        let mut search = Bounded::new(problem, &landings, limit);
        for shelter in job.shelters.clone() {
            // A shelter without places is nobody's choice.
            if problem.capacity[shelter as usize] > 0 && count.load(Ordering::Relaxed) <= MOST_PAIRS {
                let before = job.found.len();
                search.from(shelter, &starts, &mut job.found);
                count.fetch_add(job.found.len() - before, Ordering::Relaxed);
            }
        }
    });
    if count.into_inner() > MOST_PAIRS {
        return Err(AssignError::TooManyPairs { most: MOST_PAIRS });
    }
    Ok(jobs.into_iter().map(|job| job.found).collect())
}

/// Options of each demand, in the order of the shelters.
fn by_demand(demands: usize, lists: Vec<Vec<Pair>>) -> Options {
    let mut first = vec![0_u32; demands + 1];
    for pair in lists.iter().flatten() {
        first[pair.demand as usize + 1] += 1;
    }
    sum_up(&mut first);
    let mut next = first.clone();
    let pairs = next.last().map_or(0, |&pairs| pairs as usize);
    let (mut place, mut cost) = (vec![0; pairs], vec![0; pairs]);
    for pair in lists.into_iter().flatten() {
        let at = next[pair.demand as usize] as usize;
        next[pair.demand as usize] += 1;
        (place[at], cost[at]) = (pair.shelter, pair.time);
    }
    Options { first, place, cost }
}

/// Dijkstra's search backwards from one shelter at a time, up to a limit.
struct Bounded<'a> {
    problem: &'a Problem<'a>,
    landings: &'a Landings,
    limit: u32,
    distance: Vec<u32>,
    touched: Vec<u32>,
    /// The least time of each demand from the shelter at hand.
    time: Vec<u32>,
    reached: Vec<u32>,
    queue: BinaryHeap<Reverse<(u32, u32)>>,
}

impl<'a> Bounded<'a> {
    fn new(problem: &'a Problem<'a>, landings: &'a Landings, limit: u32) -> Bounded<'a> {
        Bounded {
            problem,
            landings,
            limit,
            distance: vec![FAR; problem.graph.junctions() as usize],
            touched: Vec::new(),
            time: vec![FAR; problem.demands.len()],
            reached: Vec::new(),
            queue: BinaryHeap::new(),
        }
    }

    fn from(&mut self, shelter: u32, starts: &Starts, found: &mut Vec<Pair>) {
        for start in starts.of_shelter(shelter) {
            self.reach(start.node, start.time);
        }
        while let Some(Reverse((distance, junction))) = self.queue.pop() {
            if distance > self.distance[junction as usize] {
                continue;
            }
            self.land(junction, distance);
            for arc in self.problem.graph.arcs_into(junction) {
                self.reach(arc.tail, Ds(distance).plus(Ds(arc.time)));
            }
        }
        self.reached.sort_unstable();
        for demand in self.reached.drain(..) {
            found.push(Pair {
                demand,
                shelter,
                time: core::mem::replace(&mut self.time[demand as usize], FAR),
            });
        }
        self.touched.drain(..).for_each(|junction| self.distance[junction as usize] = FAR);
    }

    fn reach(&mut self, junction: u32, time: Ds) {
        let known = &mut self.distance[junction as usize];
        if time.0 > self.limit || time.0 >= *known {
            return;
        }
        if *known == FAR {
            self.touched.push(junction);
        }
        *known = time.0;
        self.queue.push(Reverse((time.0, junction)));
    }

    /// Whoever comes to a junction first is in the shelter after the time from there.
    fn land(&mut self, junction: u32, distance: u32) {
        for &(demand, first) in self.landings.at(junction) {
            let time = first.saturating_add(distance);
            let known = &mut self.time[demand as usize];
            if time > self.limit.min(self.problem.demands[demand as usize].within.0) || time >= *known {
                continue;
            }
            if *known == FAR {
                self.reached.push(demand);
            }
            *known = time;
        }
    }
}
