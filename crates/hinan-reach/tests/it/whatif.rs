//! What-if equals a rebuild, bit for bit.

use hinan_model::Ds;
use hinan_reach::{Change, ChangeError, Field, MAX_K, Scratch, Touched};
use hinan_testkit::oracle::Arcs;
use hinan_testkit::random::{self, RandomTown};
use proptest::prelude::*;

use crate::ground::{Ground, MIDDLE, SMALL, answers, walk_all};

/// A change to be, for any network: numbers are taken modulo what there is.
#[derive(Clone, Debug)]
struct Wish {
    kind: u8,
    number: u32,
    there: u32,
    back: u32,
}

fn wish() -> impl Strategy<Value = Wish> {
    let time = || prop_oneof![4 => 0..8_u32, 2 => 1..900_u32, 1 => Just(Ds::UNREACHABLE.0)];
    (0..8_u8, any::<u32>(), time(), time()).prop_map(|(kind, number, there, back)| Wish {
        kind,
        number,
        there,
        back,
    })
}

impl Wish {
    fn change(&self, ground: &Ground, zero_times: bool) -> Option<Change> {
        let view = ground.network.view();
        let pick = |count: usize| (count > 0).then(|| self.number % count.max(1) as u32);
        let least = u32::from(!zero_times);
        Some(match self.kind {
            0 | 1 => Change::CloseShelter(pick(ground.starts.shelters() as usize)?),
            2 => Change::OpenShelter(pick(ground.starts.shelters() as usize)?),
            3 => Change::CloseEdge(pick(view.edges())?),
            4 => Change::OpenEdge(pick(view.edges())?),
            5 => Change::CloseSegment(pick(view.segments())?),
            6 => Change::OpenSegment(pick(view.segments())?),
            _ => Change::RetimeSegment {
                segment: pick(view.segments())?,
                forward: Ds(self.there.max(least)),
                backward: Ds(self.back.max(least)),
            },
        })
    }
}

/// Applies batches one after the other and compares with a rebuild after each.
fn check_batches(town: &RandomTown, batches: &[Vec<Wish>], k: usize, zero_times: bool) {
    let mut ground = Ground::new(town);
    let mut field = ground.field(k);
    let mut scratch = Scratch::default();
    for batch in batches {
        let changes: Vec<Change> = batch.iter().filter_map(|wish| wish.change(&ground, zero_times)).collect();
        let before = field.clone();
        let Ground { network, graph, starts } = &mut ground;
        field.apply(&network.view(), graph, starts, &changes, &mut scratch).unwrap();
        let rebuilt = ground.field(k);
        assert_eq!(field, rebuilt, "after {changes:?}");
        walk_all(&ground, &field);
        let mut touched = vec![false; ground.graph.nodes() as usize];
        for node in scratch.touched(&ground.graph) {
            assert!(!core::mem::replace(&mut touched[node as usize], true), "node {node} named twice");
        }
        for node in 0..ground.graph.nodes() {
            if !touched[node as usize] {
                assert!(before.labels(node).eq(field.labels(node)), "node {node} changed unsaid");
            }
        }
    }
}

fn batches() -> impl Strategy<Value = Vec<Vec<Wish>>> {
    prop::collection::vec(prop::collection::vec(wish(), 1..5), 1..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn small_knots_are_mended_as_if_rebuilt(town in random::town(SMALL), batches in batches(), k in 1..=MAX_K) {
        check_batches(&town, &batches, k, true);
    }

    #[test]
    fn villages_are_mended_as_if_rebuilt(town in random::town(MIDDLE), batches in batches(), k in 1..=4_usize) {
        check_batches(&town, &batches, k, false);
    }

    #[test]
    fn a_changed_graph_equals_the_oracle(town in random::town(MIDDLE), batch in prop::collection::vec(wish(), 1..9)) {
        let mut ground = Ground::new(&town);
        let mut arcs = Arcs::of_network(&ground.network.view(), 0);
        let mut doors: Vec<_> = town
            .doors
            .iter()
            .map(|&(shelter, raw, time)| (shelter, ground.network.raw_to_node[raw as usize], time))
            .collect();
        let own = arcs.arcs.clone();
        let changes: Vec<Change> = batch.iter().filter_map(|wish| wish.change(&ground, false)).collect();
        let mut closed = std::collections::BTreeSet::new();
        // Segment s is arcs 2 s and 2 s + 1 of the oracle.
        let mut set = |segment: u32, times: Option<(u32, u32)>| {
            let at = segment as usize * 2;
            let (there, back) = times.unwrap_or((own[at].2, own[at + 1].2));
            (arcs.arcs[at].2, arcs.arcs[at + 1].2) = (there, back);
        };
        let shut = Some((Ds::UNREACHABLE.0, Ds::UNREACHABLE.0));
        for &change in &changes {
            match change {
                Change::CloseShelter(s) => { closed.insert(s); }
                Change::OpenShelter(s) => { closed.remove(&s); }
                Change::CloseEdge(e) => ground.network.view().segments_of(e).for_each(|s| set(s, shut)),
                Change::OpenEdge(e) => ground.network.view().segments_of(e).for_each(|s| set(s, None)),
                Change::CloseSegment(s) => set(s, shut),
                Change::OpenSegment(s) => set(s, None),
                Change::RetimeSegment { segment, forward, backward } => set(segment, Some((forward.0, backward.0))),
            }
        }
        doors.retain(|door| !closed.contains(&door.0));
        let Ground { network, graph, starts } = &mut ground;
        Touched::by(&network.view(), graph, starts, &changes).unwrap();
        let field = ground.field(3);
        for (node, expected) in arcs.nearest(&doors, 3).iter().enumerate() {
            prop_assert_eq!(&answers(&field, node as u32), expected);
        }
    }

    #[test]
    fn one_closure_never_makes_any_node_better(town in random::town(MIDDLE), wish in wish()) {
        let mut ground = Ground::new(&town);
        let closure = Wish { kind: [0, 3, 5][wish.kind as usize % 3], ..wish }.change(&ground, false);
        let before = ground.field(1);
        let mut after = before.clone();
        let Ground { network, graph, starts } = &mut ground;
        let changes: Vec<Change> = closure.into_iter().collect();
        after.apply(&network.view(), graph, starts, &changes, &mut Scratch::default()).unwrap();
        for node in 0..ground.graph.nodes() as usize {
            prop_assert!(after.times()[node] >= before.times()[node]);
        }
    }

    #[test]
    fn two_fields_follow_one_change(town in random::town(MIDDLE), batch in prop::collection::vec(wish(), 1..5)) {
        let mut ground = Ground::new(&town);
        let (mut one, mut three) = (ground.field(1), ground.field(3));
        let changes: Vec<Change> = batch.iter().filter_map(|wish| wish.change(&ground, false)).collect();
        let Ground { network, graph, starts } = &mut ground;
        let touched = Touched::by(&network.view(), graph, starts, &changes).unwrap();
        let mut scratch = Scratch::default();
        one.follow(graph, starts, &touched, &mut scratch);
        three.follow(graph, starts, &touched, &mut scratch);
        prop_assert_eq!(one, ground.field(1));
        prop_assert_eq!(three, ground.field(3));
    }
}

#[test]
fn no_change_is_no_change() {
    let town = hinan_testkit::Grid::blocks(4, 4).shelter_at(1, 1);
    let network = hinan_testkit::Contracted::new(&town.streets(), &[town.corner(1, 1)]);
    let mut graph = hinan_reach::Graph::new(&network.view(), 0).unwrap();
    let node = network.raw_to_node[town.corner(1, 1) as usize];
    let start = hinan_reach::Start { shelter: 0, node, time: Ds::ZERO };
    let mut starts = hinan_reach::Starts::new(&graph, 1, &[start]).unwrap();
    let mut field = Field::new(&graph, &starts, 2);
    let (before, mut scratch) = (field.clone(), Scratch::default());
    let view = network.view();
    for changes in [&[][..], &[Change::OpenShelter(0)], &[Change::CloseShelter(0), Change::OpenShelter(0)]] {
        let repair = field.apply(&view, &mut graph, &mut starts, changes, &mut scratch).unwrap();
        assert_eq!((repair.junctions, repair.chains), (0, 0));
        assert_eq!(field, before);
    }
    let edges = view.edges() as u32;
    for (change, why) in [
        (Change::CloseShelter(1), ChangeError::NoSuchShelter(1)),
        (Change::CloseEdge(edges), ChangeError::NoSuchEdge(edges)),
        (Change::OpenSegment(999), ChangeError::NoSuchSegment(999)),
    ] {
        let changes = [Change::CloseEdge(0), change];
        assert_eq!(field.apply(&view, &mut graph, &mut starts, &changes, &mut scratch), Err(why));
        assert_eq!(Field::new(&graph, &starts, 2), before);
    }
}
