//! Parts of the network between which nobody walks, and what having no place is taken to cost in each.

use std::collections::BTreeMap;

use hinan_model::Ds;
use hinan_model::network::NONE;
use hinan_reach::{Graph, Start};

use crate::answer::{Answers, Best};
use crate::assign::{Demand, MOST, Problem};

/// See the module.
#[derive(Default)]
pub(super) struct Parts {
    of_shelter: Vec<u32>,
    /// [`NONE`] where somebody reaches no shelter.
    of_demand: Vec<u32>,
    /// What having no place is taken to cost, ds, by part.
    no_place: Vec<u32>,
    /// The same for whoever reaches no shelter.
    no_place_apart: u32,
    /// Whether a part has more people than places.
    is_short: Vec<bool>,
}

impl Parts {
    /// The parts as the streets have them, with nobody in them yet.
    pub fn new(problem: &Problem<'_>, entrances: &[Start]) -> Parts {
        let mut parts = Parts::default();
        parts.find_of_shelters(problem, entrances);
        parts
    }

    /// Who is in which part, as a field shows it.
    pub fn fill(&mut self, problem: &Problem<'_>, answers: &Answers<'_>) {
        let mut bests: Vec<Best> = Vec::new();
        let part_of = |demand: &Demand| {
            answers.find(demand.stand, None, &mut bests);
            bests.first().map_or(NONE, |best| self.of_shelter[best.shelter as usize])
        };
        self.of_demand = problem.demands.iter().map(part_of).collect();
        let mut people = vec![0_u64; self.no_place.len()];
        for (demand, part) in problem.demands.iter().zip(&self.of_demand).filter(|(_, part)| **part != NONE) {
            people[*part as usize] += u64::from(demand.people);
        }
        let mut places = vec![0_u64; self.no_place.len()];
        for (capacity, part) in problem.capacity.iter().zip(&self.of_shelter) {
            places[*part as usize] = places[*part as usize].saturating_add(*capacity);
        }
        self.is_short = people.iter().zip(&places).map(|(people, places)| people > places).collect();
    }

    /// Twice the longest known choice is a good first guess of what having no place must cost.
    pub fn guess_no_place(&mut self, demands: &[Demand], answers: &Answers<'_>) {
        let mut bests: Vec<Best> = Vec::new();
        for demand in demands {
            answers.find(demand.stand, None, &mut bests);
            if let Some(last) = bests.last() {
                let no_place = &mut self.no_place[self.of_shelter[last.shelter as usize] as usize];
                *no_place = (*no_place).max(last.time.0.saturating_mul(2).saturating_add(1)).min(MOST);
            }
        }
    }

    /// Takes having no place to cost so much everywhere.
    pub fn take_no_place(&mut self, no_place: u32) {
        self.no_place.fill(no_place.max(1));
    }

    fn find_of_shelters(&mut self, problem: &Problem<'_>, entrances: &[Start]) {
        let mut streets = joined_streets(problem.graph);
        let mut first_of = vec![NONE; problem.capacity.len()];
        for start in entrances {
            let first = &mut first_of[start.shelter as usize];
            if *first == NONE {
                *first = start.node;
            }
            streets.join(*first, start.node);
        }
        // Shelters without an entrance are a part of their own, with nobody in it.
        let mut number = BTreeMap::new();
        let roots = first_of.iter().map(|&node| if node == NONE { NONE } else { streets.root(node) });
        self.of_shelter = roots
            .map(|root| {
                let next = number.len() as u32;
                *number.entry(root).or_insert(next)
            })
            .collect();
        self.no_place = vec![1; number.len()];
    }

    /// What it is taken to cost somebody of a demand to have no place.
    pub fn no_place(&self, demand: usize) -> u32 {
        self.no_place.get(self.of_demand[demand] as usize).copied().unwrap_or(self.no_place_apart)
    }

    /// Whether people are more than places where a demand is, or there are no places at all.
    pub fn is_short(&self, demand: usize) -> bool {
        self.is_short.get(self.of_demand[demand] as usize).copied().unwrap_or(true)
    }

    /// The part of a shelter.
    pub fn of_shelter(&self, shelter: usize) -> usize {
        self.of_shelter[shelter] as usize
    }

    /// Which parts some shelters are in.
    pub fn any(&self, shelters: impl Iterator<Item = usize>) -> Vec<bool> {
        let mut any = vec![false; self.no_place.len()];
        shelters.for_each(|shelter| any[self.of_shelter(shelter)] = true);
        any
    }

    /// Takes having no place to cost twice as much in some parts; whether it could.
    pub fn raise_no_place(&mut self, parts: &[bool]) -> bool {
        let mut is_raised = false;
        for (no_place, _) in self.no_place.iter_mut().zip(parts).filter(|(_, is_meant)| **is_meant) {
            is_raised |= *no_place < MOST;
            *no_place = no_place.saturating_mul(2).min(MOST);
        }
        is_raised
    }

    /// Takes it to cost the same everywhere, the most of all; by how much it rose in each part, where anything
    /// rose for anybody.
    pub fn equalise(&mut self) -> Option<Vec<u32>> {
        let most = self.no_place.iter().copied().max().unwrap_or(1);
        let rises: Vec<u32> = self.no_place.iter().map(|no_place| most - no_place).collect();
        self.no_place.fill(most);
        self.no_place_apart = most;
        let is_same = rises.iter().all(|rise| *rise == 0) && !self.of_demand.contains(&NONE);
        (!is_same).then_some(rises)
    }

    /// What it costs everywhere, once that is the same.
    pub fn no_place_of_all(&self) -> u32 {
        self.no_place_apart
    }
}

/// Junctions that are joined by streets, whatever their direction.
fn joined_streets(graph: &Graph) -> Sets {
    let mut sets = Sets((0..graph.junctions()).collect());
    for junction in 0..graph.junctions() {
        for arc in graph.arcs_into(junction) {
            if Ds(arc.time).is_reachable() {
                sets.join(arc.tail, junction);
            }
        }
    }
    sets
}

/// Sets that grow together.
struct Sets(Vec<u32>);

impl Sets {
    fn root(&mut self, mut node: u32) -> u32 {
        while self.0[node as usize] != node {
            let above = self.0[node as usize];
            self.0[node as usize] = self.0[above as usize];
            node = above;
        }
        node
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b) as usize] = a.min(b);
    }
}
