//! Squares that people walk across.

use std::collections::BTreeSet;

use hinan_model::network::{Measure, Streets};
use hinan_streets::Options;

use crate::map::{Map, kind_name, pairs};

/// Segments across squares that no ring has, as pairs of ids, the lower first.
fn across(streets: &Streets, ring: &[i64]) -> BTreeSet<(i64, i64)> {
    let sides: BTreeSet<(i64, i64)> = ring.windows(2).map(|p| (p[0].min(p[1]), p[0].max(p[1]))).collect();
    let ordered = pairs(streets).into_iter().map(|(a, b)| (a.min(b), a.max(b))).enumerate();
    let squares = ordered.filter(|(segment, _)| kind_name(streets, *segment).starts_with("square"));
    squares.map(|(_, pair)| pair).filter(|pair| !sides.contains(pair)).collect()
}

/// A square of 10 by 10 with corners 1 to 4, and streets that end at `gates`.
fn square(gates: &[i64]) -> Map {
    let map = Map::default()
        .node(1, 0.0, 0.0, "")
        .node(2, 10.0, 0.0, "")
        .node(3, 10.0, 10.0, "")
        .node(4, 0.0, 10.0, "")
        .way(1, &[1, 2, 3, 4, 1], "highway=pedestrian area=yes name=Market");
    street_to(map, gates)
}

fn street_to(map: Map, gates: &[i64]) -> Map {
    gates.iter().fold(map, |map, &gate| {
        map.node(100 + gate, -50.0, gate as f64, "").way(100 + gate, &[100 + gate, gate], "highway=footway")
    })
}

#[test]
fn opposite_corners_are_joined_straight() {
    let ring = [1, 2, 3, 4, 1];
    let streets = square(&[1, 3]).streets();
    assert_eq!(across(&streets, &ring), BTreeSet::from([(1, 3)]));
    // The line has the name of the square and its true length.
    let line = pairs(&streets).iter().position(|pair| *pair == (1, 3)).unwrap();
    assert_eq!(streets.ways[streets.segment_way[line] as usize].name, "Market");
    let Measure::Physical { length_mm, .. } = &streets.measure else { panic!() };
    let [a, b] = streets.segments[line];
    assert!(
        length_mm[line].abs_diff(streets.places[a as usize].distance_mm(streets.places[b as usize])) < 50
    );
    // All four: both diagonals. One alone: only the way around.
    assert_eq!(across(&square(&[1, 2, 3, 4]).streets(), &ring), BTreeSet::from([(1, 3), (2, 4)]));
    assert!(across(&square(&[2]).streets(), &ring).is_empty());
    // Drawn as a street around, not as an area: nothing.
    let mut plain = square(&[1, 3]);
    plain.ways[0].2 = crate::map::tags("highway=pedestrian");
    assert!(across(&plain.streets(), &ring).is_empty());
}

/// An L: the corner 4 at its inside is in the way from 6 to 2.
fn l_shape() -> Map {
    Map::default()
        .node(1, 0.0, 0.0, "")
        .node(2, 10.0, 0.0, "")
        .node(3, 10.0, 4.0, "")
        .node(4, 4.0, 4.0, "")
        .node(5, 4.0, 10.0, "")
        .node(6, 0.0, 10.0, "")
        .way(1, &[1, 2, 3, 4, 5, 6, 1], "highway=pedestrian area=yes")
}

#[test]
fn ways_bend_around_an_inner_corner() {
    let ring = [1, 2, 3, 4, 5, 6, 1];
    assert_eq!(across(&street_to(l_shape(), &[6, 2]).streets(), &ring), BTreeSet::from([(2, 4), (4, 6)]));
    // Where the ends see each other nothing bends.
    assert_eq!(across(&street_to(l_shape(), &[1, 4]).streets(), &ring), BTreeSet::from([(1, 4)]));
    // The same ring drawn the other way round.
    let mut reversed = street_to(l_shape(), &[6, 2]);
    reversed.ways[0].1.reverse();
    assert_eq!(across(&reversed.streets(), &ring), BTreeSet::from([(2, 4), (4, 6)]));
}

#[test]
fn holes_are_walked_around() {
    let map = square(&[])
        .node(11, 3.0, 3.0, "")
        .node(12, 7.0, 3.0, "")
        .node(13, 7.0, 7.0, "")
        .node(14, 3.0, 7.0, "");
    let mut map = street_to(map, &[1, 3]);
    map.ways[0].2.clear();
    let map = map.way(2, &[11, 12, 13, 14, 11], "").relation(
        1,
        &[(1, 1, "outer"), (1, 2, "inner")],
        "type=multipolygon highway=pedestrian name=Ring",
    );
    let streets = map.streets();
    let lines = across(&streets, &[1, 2, 3, 4, 1]);
    // Either side of the fountain is equally short; one of the two is drawn, with its side.
    let around: [BTreeSet<(i64, i64)>; 2] =
        [BTreeSet::from([(1, 12), (3, 12)]), BTreeSet::from([(1, 14), (3, 14)])];
    let drawn: BTreeSet<_> = lines.iter().copied().filter(|(a, _)| *a < 10).collect();
    assert!(around.contains(&drawn), "{drawn:?}");
    assert!(lines.contains(&(11, 12)), "the fountain's own outline is drawn");
    assert!(streets.ways.iter().any(|way| way.id == -1 && way.name == "Ring"));
}

#[test]
fn outlines_of_several_ways_are_put_together() {
    let mut map = square(&[1, 3]);
    map.ways.remove(0);
    let map = map.way(1, &[1, 2, 3], "").way(2, &[1, 4, 3], "");
    let whole =
        map.clone().relation(1, &[(1, 1, ""), (1, 2, "outer")], "type=multipolygon highway=pedestrian");
    assert!(across(&whole.streets(), &[1, 2, 3, 4, 1]).contains(&(1, 3)));
    assert_eq!(pairs(&whole.streets()).len(), 2 + 4 + 1);
    // One piece missing: no area, and that is told.
    let open =
        map.relation(1, &[(1, 1, ""), (1, 9, "outer")], "type=multipolygon highway=pedestrian").streets();
    assert_eq!(pairs(&open).len(), 2);
    assert_eq!(crate::map::dropped(&open, "do not close"), 1);
    assert_eq!(crate::map::dropped(&open, "does not hold whole"), 1);
}

#[test]
fn doors_on_a_square_are_gateways_and_walls_are_not() {
    let ring = [1, 2, 3, 4, 1];
    let door = square(&[1]).tag_node(3, "entrance=main");
    assert_eq!(across(&door.streets(), &ring), BTreeSet::from([(1, 3)]));
    let wall = square(&[1, 3]).tag_node(3, "barrier=wall");
    assert!(across(&wall.streets(), &ring).is_empty());
}

#[test]
fn platforms_are_areas_unless_they_say_no() {
    let ring = [1, 2, 3, 4, 1];
    let with = |text: &str| {
        let mut map = square(&[1, 3]);
        map.ways[0].2 = crate::map::tags(text);
        across(&map.streets(), &ring).len()
    };
    assert_eq!(with("railway=platform"), 1);
    assert_eq!(with("man_made=pier area=no"), 0);
    assert_eq!(with("highway=pedestrian area=yes access=private foot=yes"), 1);
}

#[test]
fn a_square_of_a_thousand_corners_ends_soon() {
    // A circle of many nodes, every one with a street.
    let count = 1_000_i64;
    let mut map = Map::default();
    let mut ring = Vec::new();
    for id in 1..=count {
        let angle = id as f64 / count as f64 * std::f64::consts::TAU;
        map = map.node(id, 50.0 * angle.cos(), 50.0 * angle.sin(), "");
        ring.push(id);
    }
    ring.push(1);
    let gates: Vec<i64> = (1..=count).collect();
    let map = map.way(5_000, &ring, "highway=pedestrian area=yes");
    let map = gates
        .iter()
        .fold(map, |map, &gate| map.way(10_000 + gate, &[gate, gate % count + 1], "highway=path"));
    let streets = map.read(&Options::default()).unwrap();
    assert!(streets.segments.len() < 20_000);
    let told = crate::map::dropped(&streets, "many corners") + crate::map::dropped(&streets, "too large");
    assert_eq!(told, 1);
}

#[test]
fn a_hundred_thousand_pieces_at_one_corner_end_soon() {
    let mut map = Map::default().node(1, 0.0, 0.0, "").node(2, 1.0, 0.0, "").node(3, 1.0, 1.0, "");
    map = map.way(1, &[1, 2, 3], "highway=path");
    let mut members = Vec::new();
    for id in 0..100_000 {
        map = map.way(10 + id, &[1, 2], "");
        members.push((1, 10 + id, "outer"));
    }
    let streets = map.relation(1, &members, "type=multipolygon highway=pedestrian").streets();
    assert_eq!(streets.segments.len(), 2);
}
