//! What is drawn besides the streets: outlines, lines and names, as they stand in the map.

use hinan_model::drawing::{Drawn, DrawnClass, Form};
use hinan_model::network::NONE;
use hinan_model::place::{Bounds, Place};
use hinan_model::source::Step;
use rayon::prelude::*;

use super::build::{WayAt, Ways};
use super::nodes::NodeTable;
use super::rings::{RingTally, rings_of};
use super::{RelationRecord, coast};
use crate::report::step;

/// Corners that all drawn things together may have: a country's. What comes later is left out, and
/// counted.
const MOST_CORNERS: usize = 200_000_000;
/// Corners that one multipolygon may have.
const MOST_CORNERS_EACH: usize = 2_000_000;

/// Everything drawn: ways by id, multipolygons in the order of the file, names by the id of their
/// node, the sea. `bounds` is the box of the extract.
pub(super) fn drawing(
    ways: &Ways,
    relations: &[RelationRecord],
    nodes: &NodeTable,
    bounds: Option<Bounds>,
) -> (Vec<Drawn>, Step) {
    let chosen: Vec<(WayAt, DrawnClass)> =
        ways.order.iter().filter_map(|&at| Some((at, ways.get(at).draw?))).collect();
    let of_ways = chosen.par_iter().map(|&(at, class)| of_way(at, class, ways, nodes));
    let mut drawn: Vec<Drawn> = of_ways.flatten_iter().collect();
    let mut wanted = chosen.len();

    let mut tally = RingTally::default();
    for relation in relations {
        let Some(class) = relation.draw else { continue };
        wanted += 1;
        drawn.extend(of_relation(relation, class, ways, nodes, &mut tally));
    }
    wanted += nodes.spots.len();
    drawn.extend(nodes.spots.iter().map(|spot| Drawn {
        class: spot.class,
        parts: vec![vec![spot.place]],
        name: spot.name.clone(),
    }));
    let left_out = (wanted - drawn.len()) as u64;

    let shores = drawn.iter().filter(|drawn| drawn.class == DrawnClass::Shore);
    let shores: Vec<&[Place]> = shores.flat_map(|shore| &shore.parts).map(Vec::as_slice).collect();
    let sea = bounds.and_then(|bounds| coast::sea(&shores, &bounds));
    drawn.extend(sea);
    let too_many = keep_within(&mut drawn, MOST_CORNERS);
    let step = step(
        "keep what a map draws",
        [("things", drawn.len() as u64)],
        [
            ("outlines that are open or whose nodes are not in the file", left_out),
            ("things beyond what one drawing can hold", too_many),
        ],
    );
    (drawn, step)
}

fn of_way(at: WayAt, class: DrawnClass, ways: &Ways, nodes: &NodeTable) -> Option<Drawn> {
    let parts = if class.form() == Form::Ground {
        if !ways.is_ring(at) {
            return None;
        }
        vec![ring(ways.rows(at), nodes)?]
    } else {
        // A line is cut where a node is missing.
        let pieces = ways.rows(at).split(|&row| row == NONE).map(|rows| places(rows, nodes));
        pieces.filter(|piece| piece.len() >= 2).collect()
    };
    (!parts.is_empty()).then(|| Drawn { class, parts, name: ways.name(at).to_owned() })
}

fn of_relation(
    relation: &RelationRecord,
    class: DrawnClass,
    ways: &Ways,
    nodes: &NodeTable,
    tally: &mut RingTally,
) -> Option<Drawn> {
    let rings = rings_of(relation, ways, tally);
    let corners: usize = rings.iter().map(Vec::len).sum();
    let parts: Vec<Vec<Place>> = rings.iter().filter_map(|rows| ring(rows, nodes)).collect();
    (corners <= MOST_CORNERS_EACH && !parts.is_empty()).then(|| Drawn {
        class,
        parts,
        name: relation.name.clone(),
    })
}

/// A ring without the place that closes it; `None` where it encloses nothing.
fn ring(rows: &[u32], nodes: &NodeTable) -> Option<Vec<Place>> {
    let mut ring = places(rows, nodes);
    while ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    (ring.len() >= 3).then_some(ring)
}

fn places(rows: &[u32], nodes: &NodeTable) -> Vec<Place> {
    let mut places: Vec<Place> =
        rows.iter().filter_map(|&row| nodes.places.get(row as usize).copied()).collect();
    places.dedup();
    places
}

/// Cuts the list where it grows beyond `most` corners; says how many things that costs.
fn keep_within(drawn: &mut Vec<Drawn>, most: usize) -> u64 {
    let mut corners = 0;
    let within = drawn.iter().take_while(|drawn| {
        corners += drawn.parts.iter().map(Vec::len).sum::<usize>();
        corners <= most
    });
    let kept = within.count();
    let too_many = drawn.len() - kept;
    drawn.truncate(kept);
    too_many as u64
}
