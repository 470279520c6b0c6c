//! Walkers of several kinds who share places, against a min-cost flow by others over times by the slow oracle.

use core::ops::ControlFlow;

use ac_library::MinCostFlowGraph;
use hinan_model::Ds;
use hinan_model::network::{Measure, Streets};
use hinan_plan::answer::Stand;
use hinan_plan::assign::crowd::{Crowd, Kind, split};
use hinan_plan::assign::{Demand, Goal};
use hinan_reach::{Alone, Graph, Start};
use hinan_testkit::Contracted;
use hinan_testkit::oracle::{Arcs, Door};
use hinan_testkit::random::{self, RandomTown, Size};
use proptest::prelude::*;

/// Nobody walks for months; the slow take three times as long, and some streets are closed to them.
fn streets(town: &RandomTown, is_slow: bool) -> Streets {
    let mut streets = town.streets.clone();
    if let Measure::Given { forward_ds, backward_ds } = &mut streets.measure {
        for (at, time) in forward_ds.iter_mut().chain(backward_ds).enumerate() {
            if !Ds(*time).is_reachable() || (is_slow && at % 7 == 0) {
                *time = Ds::UNREACHABLE.0;
            } else {
                *time = *time % 5_000 * if is_slow { 3 } else { 1 };
            }
        }
    }
    streets
}

/// One kind, laid out for the engine and for the oracle.
struct Laid {
    contracted: Contracted,
    graph: Graph,
    starts: Vec<Start>,
    demands: Vec<Demand>,
    times: Vec<Vec<Ds>>,
}

fn lay(town: &RandomTown, is_slow: bool, people: &[u32], within: Ds) -> Laid {
    let streets = streets(town, is_slow);
    let doors: Vec<u32> = town.doors.iter().map(|door| door.1).collect();
    let contracted = Contracted::new(&streets, &doors);
    let node = |raw: u32| contracted.raw_to_node[raw as usize];
    let starts =
        town.doors.iter().map(|&(shelter, raw, time)| Start { shelter, node: node(raw), time: Ds(time) });
    let starts = starts.collect();
    let demands = (0..).zip(people);
    let demands =
        demands.map(|(raw, &people)| Demand { stand: Stand::Node(node(raw)), people, within }).collect();
    let arcs = Arcs::of_streets(&streets);
    let to = |shelter: u32| {
        let doors: Vec<Door> = town.doors.iter().copied().filter(|door| door.0 == shelter).collect();
        arcs.times_to(&doors)
    };
    let times = (0..town.shelters).map(to).collect();
    Laid { graph: Graph::new(&contracted.view(), 0).unwrap(), contracted, starts, demands, times }
}

/// People placed and the sum of their times, by others.
fn others(kinds: &[Laid], capacity: &[u64]) -> (u64, u128) {
    let demands: usize = kinds.iter().map(|kind| kind.demands.len()).sum();
    let mut graph = MinCostFlowGraph::<i64>::new(demands + capacity.len() + 2);
    let (source, sink) = (demands + capacity.len(), demands + capacity.len() + 1);
    let (mut number, mut all) = (0, 0);
    for kind in kinds {
        for (at, who) in kind.demands.iter().enumerate() {
            graph.add_edge(source, number, i64::from(who.people), 0);
            all += i64::from(who.people);
            for (shelter, times) in kind.times.iter().enumerate() {
                if times[at].is_reachable() && times[at] <= who.within {
                    graph.add_edge(number, demands + shelter, i64::from(who.people), i64::from(times[at].0));
                }
            }
            number += 1;
        }
    }
    for (shelter, &capacity) in capacity.iter().enumerate() {
        graph.add_edge(demands + shelter, sink, capacity as i64, 0);
    }
    let (flow, cost) = graph.flow(source, sink, all);
    (flow as u64, cost as u128)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn kinds_share_the_places(
        town in random::town(Size::SMALL),
        people in prop::collection::vec(0..6_u32, 40),
        mut capacity in prop::collection::vec(0..25_u64, 16),
        within in prop_oneof![Just(Ds::UNREACHABLE), (0..3_000_u32).prop_map(Ds)],
    ) {
        capacity.truncate(town.shelters as usize);
        let nodes = town.streets.node_ids.len();
        let people: Vec<u32> = (0..nodes).map(|raw| people.get(raw).copied().unwrap_or(0)).collect();
        let parts = split(&people, &[3, 2]);
        let kinds = [lay(&town, false, &parts[0], within), lay(&town, true, &parts[1], within)];
        let crowd = Crowd::new(&[0, 1].map(|at: usize| {
            let Laid { contracted, graph, starts, demands, .. } = &kinds[at];
            Kind { network: contracted.view(), graph, entrances: starts, demands }
        }))
        .unwrap();
        let answer = crowd.problem(&capacity, Goal::Total).assign(&Alone, &mut |_| ControlFlow::Continue(())).unwrap();
        let (placed, sum) = others(&kinds, &capacity);
        prop_assert_eq!((answer.placed, answer.people_x_time), (placed, sum));
        prop_assert!(answer.is_optimal && answer.bound == sum as i128);
        for row in &answer.rows {
            let (kind, at) = (row.demand as usize / nodes, row.demand as usize % nodes);
            prop_assert_eq!(kinds[kind].times[row.shelter as usize][at], row.time);
        }
    }

    #[test]
    fn everybody_is_of_one_kind(
        people in prop::collection::vec(0..9_u32, 0..60),
        shares in prop::collection::vec(0..100_u32, 1..5),
    ) {
        prop_assume!(shares.iter().sum::<u32>() > 0);
        let parts = split(&people, &shares);
        let all: u32 = shares.iter().sum();
        for (at, &people) in people.iter().enumerate() {
            prop_assert_eq!(parts.iter().map(|part| part[at]).sum::<u32>(), people);
        }
        let everybody: u32 = people.iter().sum();
        for (part, share) in parts.iter().zip(shares) {
            let exact = f64::from(everybody) * f64::from(share) / f64::from(all);
            prop_assert!((f64::from(part.iter().sum::<u32>()) - exact).abs() < 1.5, "{part:?}, not {exact}");
        }
    }
}
