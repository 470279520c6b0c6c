//! Plans from points on streets.

use hinan_model::Ds;
use hinan_reach::{Plan, Snap, plans};
use hinan_testkit::oracle::{Arcs, Door};
use hinan_testkit::random;
use proptest::prelude::*;

use crate::ground::{Ground, MIDDLE, SMALL, answers};

fn snaps(ground: &Ground, wishes: &[(u32, u32, u32)]) -> Vec<Snap> {
    let view = ground.network.view();
    let snap = |&(segment, part, off): &(u32, u32, u32)| {
        let segment = segment.checked_rem(view.segments() as u32)?;
        let part_mm = (u64::from(view.length_mm(segment)) * u64::from(part) / 1000) as u32;
        Some(Snap { edge: view.edge_of_segment(segment), segment, part_mm, off: Ds(off) })
    };
    wishes.iter().filter_map(snap).collect()
}

/// A plan's way holds together: from the point along whole segments to the entrance, each leg
/// beginning where the last one ended, all times adding up.
fn check_way(ground: &Ground, snaps: &[Snap], plan: &Plan) {
    let view = ground.network.view();
    let snap = snaps[plan.snap];
    let mut at = if plan.first.forward {
        view.node_after(snap.edge, snap.segment)
    } else {
        view.node_before(snap.edge, snap.segment)
    };
    let times = view.segment_times(0);
    let mut total = snap.off.plus(plan.first.time);
    for leg in &plan.legs {
        assert!(!leg.segments.is_empty());
        let (before, after) =
            (view.node_before(leg.edge, leg.segments.start), view.node_after(leg.edge, leg.segments.end - 1));
        let (from, to) = if leg.forward { (before, after) } else { (after, before) };
        assert_eq!(from, at);
        at = to;
        let column = if leg.forward { &times.forward_ds } else { &times.backward_ds };
        let sum: u32 = column[leg.segments.start as usize..leg.segments.end as usize].iter().sum();
        assert_eq!(leg.time, Ds(sum));
        total = total.plus(leg.time);
    }
    assert_eq!(at, plan.entrance);
    assert_eq!(total.plus(plan.start), plan.total);
    assert!(ground.starts.at(at).any(|s| s.shelter == plan.shelter && s.time == plan.start));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_plan_is_the_best_of_both_ends_of_all_points(
        town in prop_oneof![random::town(SMALL), random::town(MIDDLE)],
        wishes in prop::collection::vec((any::<u32>(), 0..=1000_u32, 0..40_u32), 1..4),
        k in 1..=4_usize,
    ) {
        let ground = Ground::new(&town);
        let view = ground.network.view();
        let snaps = snaps(&ground, &wishes);
        let field = ground.field(4);
        let found = plans(&view, &ground.graph, &field, &snaps, k);
        // The oracle joins one more node to the network, by arcs of the parts' times.
        let mut arcs = Arcs::of_network(&view, 0);
        let person = arcs.nodes;
        arcs.nodes += 1;
        for snap in &snaps {
            let rest = view.length_mm(snap.segment) - snap.part_mm;
            let back = snap.off.plus(view.part_time(0, snap.segment, snap.part_mm, false));
            let on = snap.off.plus(view.part_time(0, snap.segment, rest, true));
            arcs.arcs.push((person, view.node_before(snap.edge, snap.segment), back.0));
            arcs.arcs.push((person, view.node_after(snap.edge, snap.segment), on.0));
        }
        let doors: Vec<Door> = town
            .doors
            .iter()
            .map(|&(shelter, raw, time)| (shelter, ground.network.raw_to_node[raw as usize], time))
            .collect();
        let expected = &arcs.nearest(&doors, k)[person as usize];
        let got: Vec<_> = found.iter().map(|plan| (plan.total, plan.shelter)).collect();
        prop_assert_eq!(&got, expected);
        for plan in &found {
            check_way(&ground, &snaps, plan);
        }
    }

    #[test]
    fn a_point_at_a_node_has_the_plans_of_the_node(town in random::town(MIDDLE), pick in any::<u32>()) {
        let ground = Ground::new(&town);
        let view = ground.network.view();
        let field = ground.field(3);
        for snap in snaps(&ground, &[(pick, 0, 0)]) {
            let node = view.node_before(snap.edge, snap.segment);
            let back = view.part_time(0, snap.segment, 0, false);
            let found = plans(&view, &ground.graph, &field, &[snap], 3);
            if back == Ds::ZERO {
                let got: Vec<_> = found.iter().map(|plan| (plan.total, plan.shelter)).collect();
                prop_assert_eq!(got, answers(&field, node));
            }
        }
    }
}

#[test]
fn points_off_the_network_have_no_plans() {
    let town = hinan_testkit::Grid::blocks(2, 2);
    let network = hinan_testkit::Contracted::new(&town.streets(), &[0]);
    let graph = hinan_reach::Graph::new(&network.view(), 0).unwrap();
    let start = hinan_reach::Start { shelter: 0, node: 0, time: Ds::ZERO };
    let starts = hinan_reach::Starts::new(&graph, 1, &[start]).unwrap();
    let field = hinan_reach::Field::new(&graph, &starts, 1);
    let snap = |edge, segment| Snap { edge, segment, part_mm: 1, off: Ds::ZERO };
    for bad in [snap(0, 999), snap(999, 0), snap(u32::MAX, u32::MAX)] {
        assert_eq!(plans(&network.view(), &graph, &field, &[bad], 1), []);
    }
    assert_eq!(plans(&network.view(), &graph, &field, &[snap(0, 0), snap(999, 0)], 9).len(), 1);
}

/// A dead end of which the last piece takes no time: from its middle one could as well go to the
/// end first and come back. `shelter` and `end` are the raw nodes at its two ends.
#[track_caller]
fn check_no_turning(shelter: u32, end: u32) {
    let streets = hinan_testkit::given_streets(3, &[(end, 1, 0, 0), (1, shelter, 50, 50)]);
    let network = hinan_testkit::Contracted::new(&streets, &[]);
    let view = network.view();
    let graph = hinan_reach::Graph::new(&view, 0).unwrap();
    let node = |raw: u32| network.raw_to_node[raw as usize];
    let start = hinan_reach::Start { shelter: 0, node: node(shelter), time: Ds::ZERO };
    let starts = hinan_reach::Starts::new(&graph, 1, &[start]).unwrap();
    let field = hinan_reach::Field::new(&graph, &starts, 1);
    let (legs, ..) = hinan_reach::path(&view, &graph, &field, node(1), 0).unwrap();
    assert_eq!(legs.len(), 1);
    for segment in view.segments_of(0).filter(|&segment| view.length_mm(segment) == 0) {
        let snap = Snap { edge: 0, segment, part_mm: 0, off: Ds::ZERO };
        let plan = &plans(&view, &graph, &field, &[snap], 1)[0];
        assert_eq!(plan.total, Ds(50));
        assert!(
            plan.legs.len() <= 1 && plan.legs.iter().all(|leg| leg.forward == plan.first.forward),
            "{plan:?}"
        );
    }
}

#[test]
fn nobody_is_sent_into_a_dead_end_and_back() {
    check_no_turning(0, 2);
    check_no_turning(2, 0);
}
