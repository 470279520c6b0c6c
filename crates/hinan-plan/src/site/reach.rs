//! Who reaches which candidate, over the network: a bounded search from each.
//!
//! A candidate may be anywhere, also between two junctions, where the engine has no start: there it begins at both ends
//! of its street with the time from there, and those who stand on the same street walk along it.

use hinan_model::Ds;
use hinan_model::network::NetworkView;
use hinan_reach::{Graph, Start, Workers};

use super::{Lists, Pair, SiteError};
use crate::answer::Stand;
use crate::assign::{AssignError, Demand, Goal, MOST, Problem, pairs};

/// A way into a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Door {
    /// Number of the candidate; it may have several doors.
    pub candidate: u32,
    /// Where the door is.
    pub stand: Stand,
    /// From there into it.
    pub time: Ds,
}

/// A network, those who want to be served, and what could serve them.
#[derive(Clone, Copy)]
pub struct Reach<'a> {
    /// The network.
    pub network: NetworkView<'a>,
    /// The same for one walker, with what is closed.
    pub graph: &'a Graph,
    /// Those who want to be served, each within their own time.
    pub demands: &'a [Demand],
    /// How many candidates there are.
    pub candidates: u32,
    /// Their doors.
    pub doors: &'a [Door],
}

/// Places of a street: 0 is its first junction, then come its inner nodes, then its last junction. Each with a time.
type OnStreet = Vec<(usize, Ds)>;

/// A street with doors inside.
struct Street {
    edge: u32,
    /// Of each segment, there and back.
    times: Vec<[u32; 2]>,
}

impl Reach<'_> {
    /// Who reaches which candidate within their own time. The same for any number of workers.
    ///
    /// # Errors
    /// Where there are more pairs than memory for them, or a door's candidate or node does not exist.
    pub fn lists(&self, workers: &impl Workers) -> Result<Lists, SiteError> {
        let mut entrances = Vec::new();
        let mut beside = Vec::new();
        let by_edge = self.demands_by_edge();
        for door in self.doors {
            match self.street_of(door.stand) {
                Some(street) => {
                    self.enter_from_ends(door, &street, &mut entrances);
                    self.enter_from_street(door, &street, &by_edge, &mut beside);
                }
                None => {
                    if let Stand::Node(node) = door.stand {
                        entrances.push(Start { shelter: door.candidate, node, time: door.time });
                    }
                }
            }
        }
        beside.sort_unstable_by_key(order);
        let problem = Problem {
            network: self.network,
            graph: self.graph,
            entrances: &entrances,
            capacity: &vec![1; self.candidates as usize],
            demands: self.demands,
            goal: Goal::Total,
            keep_together: false,
        };
        let searched = search(&problem, workers)?;
        let beside = beside.into_iter().filter(|pair| pair.candidate < self.candidates);
        let merged = Merged { a: searched.peekable(), b: beside.peekable() };
        Ok(Lists::sorted(self.demands.len() as u32, self.candidates, merged))
    }

    /// The edge that somebody or a door is inside of.
    fn edge_of(&self, stand: Stand) -> Option<u32> {
        match stand {
            Stand::Nowhere => None,
            Stand::Node(node) => self.network.edge_of_inner(node).map(|(edge, _)| edge),
            Stand::Street { segment, .. } => Some(self.network.edge_of_segment(segment)),
        }
    }

    fn street_of(&self, stand: Stand) -> Option<Street> {
        let edge = self.edge_of(stand)?;
        Some(Street { edge, times: self.graph.edge_times(&self.network, edge).collect() })
    }

    fn demands_by_edge(&self) -> Vec<(u32, u32)> {
        let demands = (0..).zip(self.demands);
        let mut by_edge: Vec<(u32, u32)> =
            demands.filter_map(|(demand, who)| Some((self.edge_of(who.stand)?, demand))).collect();
        by_edge.sort_unstable();
        by_edge
    }

    /// Nodes of the street nearest to a place on it, with the time between: to them where `is_leaving`, else from them.
    fn on_street(&self, stand: Stand, street: &Street, is_leaving: bool) -> OnStreet {
        match stand {
            Stand::Nowhere => Vec::new(),
            Stand::Node(node) => {
                let inner = self.network.edge_of_inner(node);
                inner.map(|(_, number)| (number as usize + 1, Ds::ZERO)).into_iter().collect()
            }
            Stand::Street { segment, part_mm, off } => {
                let before = (segment - self.network.segments_of(street.edge).start) as usize;
                let rest_mm = self.network.length_mm(segment).saturating_sub(part_mm);
                let time = |part_mm: u32, forward: bool| {
                    off.plus(self.graph.part_time(&self.network, segment, part_mm, forward))
                };
                vec![(before, time(part_mm, !is_leaving)), (before + 1, time(rest_mm, is_leaving))]
            }
        }
    }

    /// Whoever comes from elsewhere comes through an end of the street.
    fn enter_from_ends(&self, door: &Door, street: &Street, entrances: &mut Vec<Start>) {
        let near = self.on_street(door.stand, street, false);
        let ends = self.network.edge_ends[street.edge as usize];
        for (end, node) in [0, street.times.len()].into_iter().zip(ends) {
            let ways = near.iter().map(|&(at, time)| street.along(end, at).plus(time).plus(door.time));
            if let Some(time) = ways.min().filter(|time| time.is_reachable()) {
                entrances.push(Start { shelter: door.candidate, node, time });
            }
        }
    }

    /// Whoever is on the street may stay on it.
    fn enter_from_street(
        &self,
        door: &Door,
        street: &Street,
        by_edge: &[(u32, u32)],
        beside: &mut Vec<Pair>,
    ) {
        let near = self.on_street(door.stand, street, false);
        let first = by_edge.partition_point(|(edge, _)| *edge < street.edge);
        for &(_, demand) in by_edge[first..].iter().take_while(|(edge, _)| *edge == street.edge) {
            let who = &self.demands[demand as usize];
            let mut best = self.on_segment(who.stand, door.stand);
            for (from, leave) in self.on_street(who.stand, street, true) {
                for &(to, enter) in &near {
                    best = best.min(leave.plus(street.along(from, to)).plus(enter));
                }
            }
            let time = best.plus(door.time);
            if who.people > 0 && time <= who.within && time.0 <= MOST {
                beside.push(Pair { demand, candidate: door.candidate, time: time.0 });
            }
        }
    }

    /// Straight along one segment.
    fn on_segment(&self, from: Stand, to: Stand) -> Ds {
        match (from, to) {
            (
                Stand::Street { segment, part_mm, off },
                Stand::Street { segment: same, part_mm: to_mm, off: to_off },
            ) if segment == same => {
                let way =
                    self.graph.part_time(&self.network, segment, part_mm.abs_diff(to_mm), part_mm <= to_mm);
                off.plus(way).plus(to_off)
            }
            _ => Ds::UNREACHABLE,
        }
    }
}

impl Street {
    /// From one of its places to another.
    fn along(&self, from: usize, to: usize) -> Ds {
        let (range, direction) = if from <= to { (from..to, 0) } else { (to..from, 1) };
        self.times[range].iter().fold(Ds::ZERO, |sum, times| sum.plus(Ds(times[direction])))
    }
}

impl Lists {
    /// Who reaches which shelter that has places within their own time. The same for any number of workers.
    ///
    /// # Errors
    /// Where there are more pairs than memory for them, or an entrance's shelter or junction does not exist.
    pub fn of_shelters(problem: &Problem<'_>, workers: &impl Workers) -> Result<Lists, SiteError> {
        let (demands, shelters) = (problem.demands.len() as u32, problem.capacity.len() as u32);
        Ok(Lists::sorted(demands, shelters, search(problem, workers)?))
    }
}

/// By candidate, then demand, then time.
fn search<W: Workers>(
    problem: &Problem<'_>,
    workers: &W,
) -> Result<impl Iterator<Item = Pair> + use<W>, SiteError> {
    let searched = pairs::search(problem, Ds(MOST), workers).map_err(|error| match error {
        AssignError::Start(error) => SiteError::Start(error),
        AssignError::TooManyPairs { most } => SiteError::TooManyPairs { most },
    })?;
    let pair = |pair: pairs::Pair| Pair { demand: pair.demand, candidate: pair.shelter, time: pair.time };
    Ok(searched.into_iter().flatten().map(pair))
}

fn order(pair: &Pair) -> (u32, u32, u32) {
    (pair.candidate, pair.demand, pair.time)
}

/// Two rows of pairs in order, as one.
struct Merged<A: Iterator<Item = Pair>, B: Iterator<Item = Pair>> {
    a: core::iter::Peekable<A>,
    b: core::iter::Peekable<B>,
}

impl<A: Iterator<Item = Pair>, B: Iterator<Item = Pair>> Iterator for Merged<A, B> {
    type Item = Pair;

    fn next(&mut self) -> Option<Pair> {
        match (self.a.peek(), self.b.peek()) {
            (Some(a), Some(b)) if order(a) > order(b) => self.b.next(),
            (None, _) => self.b.next(),
            _ => self.a.next(),
        }
    }
}
