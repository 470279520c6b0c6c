//! Fields against the slow oracle, and laws that people would bet on.

use hinan_model::Ds;
use hinan_reach::{Alone, Field, MAX_K, Scratch, Start, StartError, Starts};
use hinan_testkit::oracle::Arcs;
use hinan_testkit::random::{self, RandomTown};
use hinan_testkit::{Contracted, Grid};
use proptest::prelude::*;

use crate::ground::{Ground, MIDDLE, SMALL, Threads, answers, walk_all};

/// Every raw node, every k.
fn check_against_oracle(town: &RandomTown) {
    let ground = Ground::new(town);
    let arcs = Arcs::of_streets(&town.streets);
    for k in 1..=MAX_K {
        let field = ground.field(k);
        let expected = arcs.nearest(&town.doors, k);
        for (raw, expected) in expected.iter().enumerate() {
            let node = ground.network.raw_to_node[raw];
            assert_eq!(&answers(&field, node), expected, "raw node {raw}, k = {k}");
        }
        walk_all(&ground, &field);
    }
}

/// A label's next step must not depend on how many labels are kept: rank 0 of k = 8 is k = 1.
fn check_prefixes(town: &RandomTown) {
    let ground = Ground::new(town);
    let all = ground.field(MAX_K);
    for k in 1..MAX_K {
        let some = ground.field(k);
        for node in 0..ground.graph.nodes() {
            assert!(some.labels(node).eq(all.labels(node).take(k)), "node {node}, k = {k}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn small_knots_equal_the_oracle(town in random::town(SMALL)) {
        check_against_oracle(&town);
    }

    #[test]
    fn villages_equal_the_oracle(town in random::town(MIDDLE)) {
        check_against_oracle(&town);
    }

    #[test]
    fn fewer_labels_are_the_first_of_more(town in random::town(SMALL), village in random::town(MIDDLE)) {
        check_prefixes(&town);
        check_prefixes(&village);
    }

    #[test]
    fn one_more_shelter_never_makes_any_node_worse(town in random::town(MIDDLE), k in 1..=MAX_K) {
        let all = Ground::new(&town);
        let mut fewer = Ground::new(&town);
        let with = all.field(k);
        fewer.starts.set_open(0, false).unwrap();
        let without = fewer.field(k);
        for node in 0..all.graph.nodes() {
            let (with, without) = (answers(&with, node), answers(&without, node));
            prop_assert!(with.len() >= without.len());
            for (with, without) in with.iter().zip(&without) {
                prop_assert!(with.0 <= without.0);
            }
            prop_assert!(without.iter().all(|&(_, shelter)| shelter != 0));
        }
    }

    #[test]
    fn a_field_used_again_is_like_new(one in random::town(MIDDLE), two in random::town(SMALL), k in 1..=MAX_K) {
        let (one, two) = (Ground::new(&one), Ground::new(&two));
        let (mut field, mut scratch) = (one.field(k), Scratch::default());
        field.recompute(&two.graph, &two.starts, &mut scratch, &Alone);
        prop_assert_eq!(&field, &two.field(k));
        field.recompute(&one.graph, &one.starts, &mut scratch, &Threads(3));
        prop_assert_eq!(&field, &one.field(k));
    }
}

/// A grid of 200 x 200 corners: several blocks, so that parts and borders come into play.
fn big_grid() -> (Grid, Contracted) {
    let mut grid = Grid::blocks(199, 199).block_walk(60);
    for number in 0..80 {
        grid = grid.entrance_at(number, number * 67 % 200, number * 131 % 200, number * 7 % 90);
    }
    let forced: Vec<u32> = grid.doors().iter().map(|door| door.1).collect();
    let network = Contracted::new(&grid.streets(), &forced);
    (grid, network)
}

#[test]
fn threads_cannot_be_seen_in_the_answer() {
    let (grid, network) = big_grid();
    let graph = hinan_reach::Graph::new(&network.view(), 0).unwrap();
    let starts: Vec<Start> = grid
        .doors()
        .iter()
        .map(|&(shelter, raw, time)| Start {
            shelter,
            node: network.raw_to_node[raw as usize],
            time: Ds(time),
        })
        .collect();
    let starts = Starts::new(&graph, 80, &starts).unwrap();
    let expected = Arcs::of_streets(&grid.streets()).nearest(&grid.doors(), 3);
    for k in [1, 3] {
        let alone = Field::new(&graph, &starts, k);
        for (raw, expected) in expected.iter().enumerate() {
            assert_eq!(answers(&alone, network.raw_to_node[raw]), expected[..k]);
        }
        for threads in [2, 5] {
            let mut field = Field::empty(&graph, k);
            field.recompute(&graph, &starts, &mut Scratch::default(), &Threads(threads));
            assert!(field == alone, "k = {k}, {threads} threads");
        }
    }
}

#[test]
fn blocks_count_up_to_the_right_answer() {
    let town = Grid::blocks(10, 10).block_walk(600).shelter_at(3, 4).shelter_at(9, 9);
    let forced: Vec<u32> = town.doors().iter().map(|door| door.1).collect();
    let network = Contracted::new(&town.streets(), &forced);
    let graph = hinan_reach::Graph::new(&network.view(), 0).unwrap();
    let at = |column, row| network.raw_to_node[town.corner(column, row) as usize];
    let starts = [
        Start { shelter: 0, node: at(3, 4), time: Ds(0) },
        Start { shelter: 1, node: at(9, 9), time: Ds(100) },
    ];
    let starts = Starts::new(&graph, 2, &starts).unwrap();
    let field = Field::new(&graph, &starts, 2);
    assert_eq!(answers(&field, at(0, 0)), [(Ds(7 * 600), 0), (Ds(18 * 600 + 100), 1)]);
    assert_eq!(answers(&field, at(9, 8)), [(Ds(700), 1), (Ds(10 * 600), 0)]);
}

#[test]
fn starts_that_lead_nowhere_are_refused_in_words() {
    let town = Grid::blocks(2, 2);
    let network = Contracted::new(&town.streets(), &[]);
    let graph = hinan_reach::Graph::new(&network.view(), 0).unwrap();
    let inner = graph.junctions();
    let start = |shelter, node| Start { shelter, node, time: Ds::ZERO };
    let refused = Starts::new(&graph, 1, &[start(0, 0), start(0, inner)]).unwrap_err();
    assert_eq!(refused, StartError::NotAJunction { row: 1, node: inner, junctions: inner });
    let refused = Starts::new(&graph, 1, &[start(1, 0)]).unwrap_err();
    assert_eq!(refused.to_string(), "entrance 0 belongs to shelter 1, but there are 1 shelters");
}

#[test]
fn an_entrance_that_nobody_can_pass_is_none() {
    let town = Grid::blocks(2, 2);
    let network = Contracted::new(&town.streets(), &[0]);
    let graph = hinan_reach::Graph::new(&network.view(), 0).unwrap();
    let starts = [Start { shelter: 0, node: 0, time: Ds::UNREACHABLE }];
    let field = Field::new(&graph, &Starts::new(&graph, 1, &starts).unwrap(), 1);
    assert!((0..graph.nodes()).all(|node| field.label(node, 0).is_none()));
}
