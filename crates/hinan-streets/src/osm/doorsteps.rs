//! Where people start, and the objects that the caller wants.

use std::collections::BTreeSet;

use hinan_model::network::{DoorstepKind, MapObject, NONE, RawDoorstep};
use hinan_model::place::Place;
use hinan_model::source::Step;
use rayon::prelude::*;

use super::build::Ways;
use super::nodes::NodeTable;
use super::rings::{RingTally, outer_rings_of, rings_of};
use super::{Member, NodeRecord, RelationRecord};
use crate::report::step;

/// Corners of an outline beyond which no address is looked for inside: the map allows 2,000.
const MOST_CORNERS: usize = 4_000;
/// Addresses on the latitudes of a building that are looked at.
const MOST_ADDRESSES: usize = 20_000;

/// Doorsteps: entrances by node id, addresses by node id, then buildings (ways by id, relations in
/// the order of the file) that have neither an entrance on their outline nor an address on it
/// or inside.
pub(super) fn doorsteps(
    ways: &Ways,
    relations: &[RelationRecord],
    nodes: &NodeTable,
) -> (Vec<RawDoorstep>, Step) {
    let at_node =
        |node: &NodeRecord, kind| RawDoorstep { place: node.place, kind, id: format!("node/{}", node.id) };
    let tagged = || nodes.tagged.iter().map(|(node, _)| node);
    let mut doorsteps: Vec<RawDoorstep> = tagged()
        .filter(|node| node.facts.entrance)
        .map(|node| at_node(node, DoorstepKind::Entrance))
        .collect();
    let entrances = doorsteps.len() as u64;
    // A door with a number is one doorstep, not two.
    let is_address = |node: &&NodeRecord| node.facts.address && !node.facts.entrance;
    doorsteps.extend(tagged().filter(is_address).map(|node| at_node(node, DoorstepKind::Address)));
    let addresses = doorsteps.len() as u64 - entrances;

    let known = Known::of(nodes);
    let mut outlines: Vec<(String, Vec<Vec<u32>>)> = ways
        .order
        .iter()
        .filter(|at| ways.get(**at).building)
        .map(|at| (format!("way/{}", ways.get(*at).id), vec![ways.rows(*at).to_vec()]))
        .collect();
    let mut tally = RingTally::default();
    for relation in relations.iter().filter(|relation| relation.building) {
        let rings = outer_rings_of(relation, ways, &mut tally);
        outlines.push((format!("relation/{}", relation.id), rings));
    }
    let judged: Vec<(Outcome, RawDoorstep)> = outlines
        .into_par_iter()
        .map(|(id, rings)| {
            let (outcome, place) = known.judge(&rings, nodes);
            (outcome, RawDoorstep { place, kind: DoorstepKind::Building, id })
        })
        .collect();
    let count = |wanted: Outcome| judged.iter().filter(|(outcome, _)| *outcome == wanted).count() as u64;
    let step = step(
        "find doorsteps",
        [("entrances", entrances), ("addresses", addresses), ("buildings", count(Outcome::Doorstep))],
        [
            ("buildings that have an entrance or address", count(Outcome::HasDoor)),
            ("buildings whose outline is not in the file", count(Outcome::NoOutline)),
        ],
    );
    let kept = judged.into_iter().filter(|(outcome, _)| *outcome == Outcome::Doorstep);
    doorsteps.extend(kept.map(|(_, doorstep)| doorstep));
    (doorsteps, step)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Doorstep,
    HasDoor,
    NoOutline,
}

/// Doors and house numbers that the map draws.
struct Known {
    /// Rows of entrances and addresses in the table, sorted.
    rows: Vec<u32>,
    /// Places of addresses, by latitude.
    addresses: Vec<Place>,
}

impl Known {
    fn of(nodes: &NodeTable) -> Known {
        let known = || nodes.tagged.iter().filter(|(node, _)| node.facts.entrance || node.facts.address);
        let rows = known().map(|(_, row)| *row).filter(|&row| row != NONE).collect();
        let mut addresses: Vec<Place> = known().map(|(node, _)| node.place).collect();
        addresses.sort_unstable();
        Known { rows, addresses }
    }

    fn judge(&self, rings: &[Vec<u32>], nodes: &NodeTable) -> (Outcome, Place) {
        let places: Vec<Vec<Place>> = rings
            .iter()
            .map(|ring| ring.iter().filter_map(|&row| nodes.places.get(row as usize).copied()).collect())
            .collect();
        let Some(middle) =
            places.iter().max_by(|a, b| area(a).total_cmp(&area(b))).and_then(|ring| middle(ring))
        else {
            return (Outcome::NoOutline, Place::default());
        };
        let has_door = rings.iter().flatten().any(|row| self.rows.binary_search(row).is_ok())
            || places.iter().any(|ring| self.address_inside(ring));
        (if has_door { Outcome::HasDoor } else { Outcome::Doorstep }, middle)
    }

    fn address_inside(&self, ring: &[Place]) -> bool {
        let Some(bounds) = hinan_model::Bounds::around(ring.iter().copied()) else { return false };
        let from = self.addresses.partition_point(|place| place.lat_e7 < bounds.min.lat_e7);
        if ring.len() > MOST_CORNERS {
            return false;
        }
        self.addresses[from..]
            .iter()
            .take(MOST_ADDRESSES)
            .take_while(|place| place.lat_e7 <= bounds.max.lat_e7)
            .any(|place| bounds.contains(*place) && is_inside(*place, ring))
    }
}

/// Whether a point lies inside a ring (on the line may be either).
fn is_inside(point: Place, ring: &[Place]) -> bool {
    let (x, y) = (i64::from(point.lon_e7), i64::from(point.lat_e7));
    ring.windows(2).fold(false, |inside, pair| {
        let (ax, ay) = (i64::from(pair[0].lon_e7), i64::from(pair[0].lat_e7));
        let (bx, by) = (i64::from(pair[1].lon_e7), i64::from(pair[1].lat_e7));
        if (ay > y) == (by > y) {
            return inside;
        }
        let turn = i128::from(bx - ax) * i128::from(y - ay) - i128::from(by - ay) * i128::from(x - ax);
        inside ^ ((turn > 0) == (by > ay))
    })
}

/// Twice the area of a ring in square units of 1e-7 degree, without sign.
fn area(ring: &[Place]) -> f64 {
    moments(ring).0.abs()
}

/// Twice the signed area and the sums that make the centroid, relative to the first point.
fn moments(ring: &[Place]) -> (f64, f64, f64) {
    let Some(origin) = ring.first() else { return (0.0, 0.0, 0.0) };
    let local = |place: &Place| {
        (
            f64::from(place.lon_e7) - f64::from(origin.lon_e7),
            f64::from(place.lat_e7) - f64::from(origin.lat_e7),
        )
    };
    ring.windows(2).fold((0.0, 0.0, 0.0), |(area, x, y), pair| {
        let ((ax, ay), (bx, by)) = (local(&pair[0]), local(&pair[1]));
        let cross = ax * by - bx * ay;
        (area + cross, x + (ax + bx) * cross, y + (ay + by) * cross)
    })
}

/// The middle of an outline: its centroid, or where it has no area the mean of its points.
fn middle(ring: &[Place]) -> Option<Place> {
    let origin = ring.first()?;
    let (area, x, y) = moments(ring);
    let (east, north) = if area != 0.0 {
        (x / (3.0 * area), y / (3.0 * area))
    } else {
        let count = ring.len() as f64;
        let sum = ring.iter().fold((0.0, 0.0), |(x, y), place| {
            (
                x + f64::from(place.lon_e7) - f64::from(origin.lon_e7),
                y + f64::from(place.lat_e7) - f64::from(origin.lat_e7),
            )
        });
        (sum.0 / count, sum.1 / count)
    };
    // An outline that crosses itself can have its centroid anywhere; keep to its box.
    let bounds = hinan_model::Bounds::around(ring.iter().copied())?;
    let at =
        |from: i32, by: f64, low: i32, high: i32| ((f64::from(from) + by).round() as i32).clamp(low, high);
    Some(Place {
        lat_e7: at(origin.lat_e7, north, bounds.min.lat_e7, bounds.max.lat_e7),
        lon_e7: at(origin.lon_e7, east, bounds.min.lon_e7, bounds.max.lon_e7),
    })
}

/// The objects that the caller wants: nodes, ways, relations, each by id.
pub(super) fn objects(ways: &Ways, relations: &[RelationRecord], nodes: &NodeTable) -> Vec<MapObject> {
    let mut objects = Vec::new();
    for (node, _) in &nodes.tagged {
        if let Some(tags) = nodes.objects.get(node.object as usize) {
            let id = format!("node/{}", node.id);
            objects.push(MapObject { id, place: node.place, entrances: Vec::new(), tags: tags.clone() });
        }
    }
    for &at in &ways.order {
        if let Some(tags) = ways.object(at) {
            let outline = [ways.rows(at).to_vec()];
            objects.extend(object(format!("way/{}", ways.get(at).id), tags, &outline, &[], nodes));
        }
    }
    let mut tally = RingTally::default();
    for relation in relations {
        let Some(tags) = &relation.object else { continue };
        let rings = rings_of(relation, ways, &mut tally);
        let members = relation.members.iter().filter_map(|member| match member {
            Member::Node(id) => Some(nodes.find(*id)),
            Member::Outer(_) | Member::Inner(_) => None,
        });
        let members: Vec<u32> = members.collect();
        objects.extend(object(format!("relation/{}", relation.id), tags, &rings, &members, nodes));
    }
    objects
}

/// An object with an outline; `None` where the file holds none of its points.
fn object(
    id: String,
    tags: &[(String, String)],
    rings: &[Vec<u32>],
    members: &[u32],
    nodes: &NodeTable,
) -> Option<MapObject> {
    let outline = |ring: &[u32]| -> Vec<Place> {
        ring.iter().filter_map(|&row| nodes.places.get(row as usize).copied()).collect()
    };
    let places: Vec<Vec<Place>> = rings.iter().map(|ring| outline(ring)).collect();
    let largest = places.iter().max_by(|a, b| area(a).total_cmp(&area(b)));
    let place = largest.and_then(|ring| middle(ring)).or_else(|| middle(&outline(members)))?;
    let mut told = BTreeSet::new();
    let rows = rings.iter().flatten().chain(members).copied();
    let entrances = rows.filter_map(|row| way_in(row, nodes).filter(|_| told.insert(row))).collect();
    Some(MapObject { id, place, entrances, tags: tags.to_vec() })
}

fn way_in(row: u32, nodes: &NodeTable) -> Option<Place> {
    let id = nodes.ids.get(row as usize)?;
    let index = nodes.tagged.binary_search_by_key(id, |(node, _)| node.id).ok()?;
    let (node, _) = &nodes.tagged[index];
    (node.facts.entrance || node.facts.way_in).then_some(node.place)
}
