//! Who is left out because places are short, as far as streets lead (Hall 1935; the minimum cut of the flow).

use hinan_reach::Starts;

use super::options::Options;
use super::{Problem, pairs};

/// How many people each shelter holds now.
pub(super) fn load(options: &Options, flow: &[u32], shelters: usize) -> Vec<u64> {
    let mut load = vec![0; shelters];
    for (place, people) in options.place.iter().zip(flow) {
        load[*place as usize] += u64::from(*people);
    }
    load
}

/// The demands of whom somebody is in each shelter.
pub(super) struct Guests {
    first: Vec<u32>,
    demand: Vec<u32>,
}

impl Guests {
    pub fn new(options: &Options, flow: &[u32], shelters: usize) -> Guests {
        let mut all: Vec<(u32, u32)> = Vec::new();
        for demand in 0..options.first.len() - 1 {
            let taken = options.of(demand).filter(|&at| flow[at] > 0);
            all.extend(taken.map(|at| (options.place[at], demand as u32)));
        }
        all.sort_unstable();
        let first = (0..=shelters as u32).map(|place| all.partition_point(|row| row.0 < place) as u32);
        Guests { first: first.collect(), demand: all.into_iter().map(|row| row.1).collect() }
    }

    pub fn of(&self, place: u32) -> &[u32] {
        &self.demand[self.first[place as usize] as usize..self.first[place as usize + 1] as usize]
    }
}

/// Shelters that people without a place could come to, or would if others made room for them: those that they
/// reach by any way, those that the guests of these reach, and so on. Where all of them are full, nobody more
/// can be placed.
pub(super) fn wanted(
    problem: &Problem<'_>,
    starts: &Starts,
    options: &Options,
    flow: &[u32],
    nowhere: &[u32],
) -> Vec<bool> {
    let shelters = problem.capacity.len();
    if nowhere.iter().all(|people| *people == 0) {
        return vec![false; shelters];
    }
    let guests = Guests::new(options, flow, shelters);
    let mut walk =
        Walk { problem, seen: vec![false; problem.graph.junctions() as usize], waiting: Vec::new() };
    let mut wanted = vec![false; shelters];
    for (demand, _) in nowhere.iter().enumerate().filter(|(_, people)| **people > 0) {
        walk.start(demand);
    }
    while let Some(junction) = walk.waiting.pop() {
        for (_, head, time) in problem.graph.arcs_from(junction) {
            if hinan_model::Ds(time).is_reachable() {
                walk.see(head);
            }
        }
        for start in starts.at(junction) {
            if !core::mem::replace(&mut wanted[start.shelter as usize], true) {
                guests.of(start.shelter).iter().for_each(|&demand| walk.start(demand as usize));
            }
        }
    }
    wanted
}

/// Junctions that somebody can come to.
struct Walk<'a> {
    problem: &'a Problem<'a>,
    seen: Vec<bool>,
    waiting: Vec<u32>,
}

impl Walk<'_> {
    fn see(&mut self, junction: u32) {
        if !core::mem::replace(&mut self.seen[junction as usize], true) {
            self.waiting.push(junction);
        }
    }

    fn start(&mut self, demand: usize) {
        for (junction, time) in pairs::landings(self.problem, self.problem.demands[demand].stand) {
            if time.is_reachable() {
                self.see(junction);
            }
        }
    }
}
