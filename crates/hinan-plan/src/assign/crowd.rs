//! Walkers of several kinds who share the places: each kind has times of its own.
//!
//! The network of each kind is laid beside those of the others, with nothing between them; a shelter has doors in all of them.
//! An assignment there is one of the crowd: what it says, and what its prices prove, holds for all kinds together.

use hinan_model::network::{MeasureView, NetworkView};
use hinan_model::{Ds, Walker};
use hinan_reach::{Graph, GraphError, Start};

use super::{Demand, Goal, Problem, pairs};
use crate::answer::Stand;

/// Walkers of one kind.
#[derive(Clone, Copy)]
pub struct Kind<'a> {
    /// The network.
    pub network: NetworkView<'a>,
    /// The network as they walk it, with what is closed.
    pub graph: &'a Graph,
    /// The entrances of shelters that are offered to them, with their start costs.
    pub entrances: &'a [Start],
    /// Who they are and where.
    pub demands: &'a [Demand],
}

/// Walkers of several kinds, on networks side by side.
pub struct Crowd {
    junctions: u32,
    edge_ends: Vec<[u32; 2]>,
    edge_segments: Vec<u32>,
    forward_ds: Vec<u32>,
    backward_ds: Vec<u32>,
    walkers: [Walker; 1],
    graph: Graph,
    entrances: Vec<Start>,
    demands: Vec<Demand>,
}

impl Crowd {
    /// Lays `kinds` side by side; their demands come one kind after another.
    ///
    /// # Errors
    /// Where they are too many for one network.
    pub fn new(kinds: &[Kind<'_>]) -> Result<Crowd, GraphError> {
        let size_of =
            |kind: &Kind<'_>| kind.network.junctions as usize + kind.network.edges() + 5 * kind.demands.len();
        let size: usize = kinds.iter().map(size_of).sum();
        if size > u32::MAX as usize / 4 {
            return Err(GraphError::TooLarge(size));
        }
        let mut laid = Laid::default();
        kinds.iter().for_each(|kind| laid.add(kind));
        let Laid { junctions, edge_ends, forward_ds, backward_ds, entrances, demands } = laid;
        let edge_segments: Vec<u32> = (0..=edge_ends.len() as u32).collect();
        let walkers = [Walker::given()];
        let measure = MeasureView::Given { forward_ds: &forward_ds, backward_ds: &backward_ds };
        let (ends, segments) = (&edge_ends[..], &edge_segments[..]);
        let view =
            NetworkView { junctions, edge_ends: ends, edge_segments: segments, measure, walkers: &walkers };
        let graph = Graph::new(&view, 0)?;
        Ok(Crowd {
            junctions,
            edge_ends,
            edge_segments,
            forward_ds,
            backward_ds,
            walkers,
            graph,
            entrances,
            demands,
        })
    }

    /// What is to be assigned. Shelters are those of the kinds' entrances; demands come one kind after another.
    pub fn problem<'a>(&'a self, capacity: &'a [u64], goal: Goal) -> Problem<'a> {
        let (forward_ds, backward_ds) = (&self.forward_ds[..], &self.backward_ds[..]);
        let network = NetworkView {
            junctions: self.junctions,
            edge_ends: &self.edge_ends,
            edge_segments: &self.edge_segments,
            measure: MeasureView::Given { forward_ds, backward_ds },
            walkers: &self.walkers,
        };
        let Crowd { graph, entrances, demands, .. } = self;
        Problem { network, graph, entrances, capacity, demands, goal, keep_together: false }
    }
}

/// Networks that were laid side by side so far: streets without inner nodes.
#[derive(Default)]
struct Laid {
    junctions: u32,
    edge_ends: Vec<[u32; 2]>,
    forward_ds: Vec<u32>,
    backward_ds: Vec<u32>,
    entrances: Vec<Start>,
    demands: Vec<Demand>,
}

impl Laid {
    fn add(&mut self, kind: &Kind<'_>) {
        let network = kind.network;
        let first = self.junctions;
        self.junctions += network.junctions;
        for (edge, ends) in (0..).zip(network.edge_ends) {
            let along = |sum: [Ds; 2], time: [u32; 2]| [0, 1].map(|at| sum[at].plus(Ds(time[at])));
            let [there, back] = kind.graph.edge_times(&network, edge).fold([Ds::ZERO; 2], along);
            // A way round leads nowhere.
            if ends[0] != ends[1] {
                self.lay(ends.map(|node| first + node), there, back);
            }
        }
        let beside = |start: &Start| Start { node: first + start.node, ..*start };
        self.entrances.extend(kind.entrances.iter().map(beside));
        let problem = Problem {
            network,
            graph: kind.graph,
            entrances: &[],
            capacity: &[],
            demands: &[],
            goal: Goal::Total,
            keep_together: false,
        };
        for demand in kind.demands {
            let stand = self.stand(&problem, first, demand);
            self.demands.push(Demand { stand, ..*demand });
        }
    }

    /// Whoever does not stand on a junction has one of their own, from which one-way streets lead to where they come first.
    fn stand(&mut self, problem: &Problem<'_>, first: u32, demand: &Demand) -> Stand {
        match demand.stand {
            Stand::Nowhere => return Stand::Nowhere,
            Stand::Node(node) if node < problem.network.junctions => return Stand::Node(first + node),
            _ if demand.people == 0 => return Stand::Nowhere,
            _ => {}
        }
        let own = self.junctions;
        self.junctions += 1;
        let mut ways = pairs::landings(problem, demand.stand);
        ways.sort_unstable();
        let mut before = None;
        for (junction, time) in ways.into_iter().filter(|(_, time)| time.is_reachable()) {
            if before.replace(junction) != Some(junction) {
                self.lay([own, first + junction], time, Ds::UNREACHABLE);
            }
        }
        Stand::Node(own)
    }

    fn lay(&mut self, ends: [u32; 2], there: Ds, back: Ds) {
        self.edge_ends.push(ends);
        self.forward_ds.push(there.0.min(Ds::UNREACHABLE.0));
        self.backward_ds.push(back.0.min(Ds::UNREACHABLE.0));
    }
}

/// Splits the people of each demand by shares: to each kind the whole people of its share, the rest to those with the largest
/// remainders (of equals the first). What rounding gave a kind too little or too much is carried to the next demand, so that the kinds
/// together are as near to their shares as whole people can be. A list for each kind.
pub fn split(people: &[u32], shares: &[u32]) -> Vec<Vec<u32>> {
    let all: i64 = shares.iter().map(|&share| i64::from(share)).sum();
    let mut parts = vec![Vec::with_capacity(people.len()); shares.len()];
    // In parts of a person, `all` to each.
    let mut owed = vec![0_i64; shares.len()];
    for &people in people {
        for (owed, &share) in owed.iter_mut().zip(shares) {
            *owed += i64::from(people) * i64::from(share);
        }
        let mut given: Vec<i64> = owed.iter().map(|&owed| (owed / all.max(1)).max(0)).collect();
        let mut rest = i64::from(people) - given.iter().sum::<i64>();
        while rest != 0 {
            let remainder = |at: &usize| owed[*at] - given[*at] * all;
            let kinds = 0..shares.len();
            let at = match rest > 0 {
                true => kinds.max_by_key(|at| (remainder(at), core::cmp::Reverse(*at))),
                false => kinds.filter(|at| given[*at] > 0).min_by_key(|at| (remainder(at), *at)),
            };
            let Some(at) = at.filter(|_| all > 0) else { break };
            given[at] += rest.signum();
            rest -= rest.signum();
        }
        for ((owed, given), part) in owed.iter_mut().zip(given).zip(&mut parts) {
            *owed -= given * all;
            part.push(given as u32);
        }
    }
    parts
}
