//! Who reaches which candidate, against the slow oracle: every node of a random town is a candidate.

use hinan_model::Ds;
use hinan_plan::answer::Stand;
use hinan_plan::assign::Demand;
use hinan_plan::site::{Door, Reach};
use hinan_reach::{Alone, Graph};
use hinan_testkit::Contracted;
use hinan_testkit::oracle::Arcs;
use hinan_testkit::random::{self, Size};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn times_are_those_of_the_oracle(
        town in random::town(Size::SMALL),
        people in prop::collection::vec(0..3_u32, 200),
        within in prop_oneof![Just(Ds::UNREACHABLE), (0..3_000_u32).prop_map(Ds)],
        start in 0..50_u32,
    ) {
        let contracted = Contracted::new(&town.streets, &[]);
        let node = |raw: u32| Stand::Node(contracted.raw_to_node[raw as usize]);
        let nodes = town.streets.node_ids.len() as u32;
        let demands: Vec<Demand> =
            (0..nodes).map(|raw| Demand { stand: node(raw), people: people[raw as usize % 200], within }).collect();
        let doors: Vec<Door> =
            (0..nodes).map(|raw| Door { candidate: raw, stand: node(raw), time: Ds(start) }).collect();
        let (network, arcs) = (contracted.view(), Arcs::of_streets(&town.streets));
        let graph = Graph::new(&network, 0).unwrap();
        let reach = Reach { network, graph: &graph, demands: &demands, candidates: nodes, doors: &doors };
        let lists = reach.lists(&Alone).unwrap();
        for candidate in 0..nodes {
            let times = arcs.times_to(&[(0, candidate, start)]);
            let all = (0..).zip(&times).filter(|(demand, time)| {
                demands[*demand as usize].people > 0 && **time <= within && time.0 <= hinan_plan::assign::MOST
            });
            let expected: Vec<(u32, u32)> = all.map(|(demand, time)| (demand, time.0)).collect();
            prop_assert_eq!(lists.of(candidate), expected, "candidate {}", candidate);
        }
    }
}
