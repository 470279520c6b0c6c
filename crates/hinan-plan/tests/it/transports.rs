//! The transport problem against a min-cost flow by others (`ac-library-rs`).

use ac_library::MinCostFlowGraph;
use hinan_plan::transport::{Placement, Transport};
use proptest::prelude::*;

/// The least cost by successive shortest paths, as somebody else does them.
fn others_cost(problem: &Transport) -> u128 {
    let (demands, places) = (problem.people.len(), problem.capacity.len());
    let mut graph = MinCostFlowGraph::<i64>::new(demands + places + 2);
    let (source, sink) = (demands + places, demands + places + 1);
    for demand in 0..demands {
        let people = i64::from(problem.people[demand]);
        graph.add_edge(source, demand, people, 0);
        graph.add_edge(demand, sink, people, i64::from(problem.nowhere[demand]));
        for option in problem.options(demand) {
            let place = demands + problem.place[option] as usize;
            graph.add_edge(demand, place, people, i64::from(problem.cost[option]));
        }
    }
    for (place, capacity) in problem.capacity.iter().enumerate() {
        graph.add_edge(demands + place, sink, *capacity as i64, 0);
    }
    let all = problem.people.iter().map(|people| i64::from(*people)).sum();
    let (flow, cost) = graph.flow(source, sink, all);
    assert_eq!(flow, all);
    cost as u128
}

fn check(problem: &Transport, placement: &Placement) {
    let mut load = vec![0_u64; problem.capacity.len()];
    for demand in 0..problem.people.len() {
        let placed: u32 = problem.options(demand).map(|option| placement.flow[option]).sum();
        assert_eq!(placed + placement.nowhere[demand], problem.people[demand]);
        for option in problem.options(demand) {
            load[problem.place[option] as usize] += u64::from(placement.flow[option]);
        }
    }
    assert!(load.iter().zip(&problem.capacity).all(|(load, capacity)| load <= capacity));
    assert_eq!(problem.cost_of(placement) as i128, problem.bound_of(&placement.prices), "value is bound");
}

fn problem() -> impl Strategy<Value = Transport> {
    (1_usize..8, 0_usize..30).prop_flat_map(|(places, demands)| {
        let options = prop::collection::btree_map(0..places as u32, 0_u32..40, 0..=places);
        let demand = (0_u32..9, options, 0_u32..60);
        (prop::collection::vec(demand, demands), prop::collection::vec(0_u64..40, places)).prop_map(
            |(demands, capacity)| {
                let mut problem = Transport { capacity, first: vec![0], ..Transport::default() };
                for (people, options, nowhere) in demands {
                    problem.people.push(people);
                    problem.nowhere.push(nowhere);
                    for (place, cost) in options {
                        problem.place.push(place);
                        problem.cost.push(cost);
                    }
                    problem.first.push(problem.place.len() as u32);
                }
                problem
            },
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn nobody_finds_a_cheaper_placement(problem in problem(), prices in prop::collection::vec(0_u32..80, 8)) {
        let placement = problem.solve(&prices[..problem.capacity.len()]);
        check(&problem, &placement);
        prop_assert_eq!(problem.cost_of(&placement), others_cost(&problem));
        let again = problem.solve(&[]);
        check(&problem, &again);
        prop_assert_eq!(problem.cost_of(&again), problem.cost_of(&placement));
    }
}
