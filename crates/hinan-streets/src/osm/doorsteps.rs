//! Where people start, and the objects that the caller wants.

use std::collections::BTreeSet;

use hinan_model::network::{DoorstepKind, MapObject, NONE, RawDoorstep};
use hinan_model::place::{Place, Plane};
use hinan_model::source::Step;
use rayon::prelude::*;

use super::build::Ways;
use super::nodes::NodeTable;
use super::rings::{RingTally, inner_rings_of, outer_rings_of, rings_of};
use super::{Member, NodeRecord, RelationRecord};
use crate::report::step;
use crate::tables::MOST_DWELLING_M2;

/// Corners of an outline beyond which no address is looked for inside: the map allows 2,000.
const MOST_CORNERS: usize = 4_000;
/// Addresses in the box of a building that are looked at.
const MOST_ADDRESSES: usize = 20_000;
/// Bands of latitude that a building may lie over: more than 20 km.
const MOST_BANDS: i32 = 256;

/// Doorsteps: entrances by node id, addresses by node id, then buildings (ways by id, relations in
/// the order of the file) that have neither an entrance on their outline nor an address on it
/// or inside. The floors of a building that has some are shared out among them.
pub(super) fn doorsteps(
    ways: &Ways,
    relations: &[RelationRecord],
    nodes: &NodeTable,
) -> (Vec<RawDoorstep>, Step) {
    let at_node = |node: &NodeRecord, kind| RawDoorstep {
        place: node.place,
        kind,
        id: format!("node/{}", node.id),
        dwelling_m2: 0,
    };
    let (entrances, addresses) = doors(nodes);
    let mut doorsteps: Vec<RawDoorstep> =
        entrances.iter().map(|(node, _)| at_node(node, DoorstepKind::Entrance)).collect();
    doorsteps.extend(addresses.iter().map(|(node, _)| at_node(node, DoorstepKind::Address)));

    let known = Known::of(entrances.iter().chain(&addresses));
    let mut buildings: Vec<Building> = ways
        .order
        .iter()
        .filter_map(|&at| {
            let way = ways.get(at);
            let rings = vec![ways.rows(at).to_vec()];
            Some(Building { id: format!("way/{}", way.id), rings, holes: Vec::new(), floors: way.building? })
        })
        .collect();
    let mut tally = RingTally::default();
    for relation in relations {
        let Some(floors) = relation.building else { continue };
        let rings = outer_rings_of(relation, ways, &mut tally);
        let holes = inner_rings_of(relation, ways, &mut tally);
        buildings.push(Building { id: format!("relation/{}", relation.id), rings, holes, floors });
    }
    let judged: Vec<Judged> =
        buildings.into_par_iter().map(|building| known.judge(building, nodes)).collect();
    let count = |wanted: fn(&Judged) -> bool| judged.iter().filter(|&judged| wanted(judged)).count() as u64;
    let step = step(
        "find doorsteps",
        [
            ("entrances", entrances.len() as u64),
            ("addresses", addresses.len() as u64),
            ("buildings", count(|judged| matches!(judged, Judged::Doorstep(_)))),
        ],
        [
            (
                "buildings that have an entrance or address",
                count(|judged| matches!(judged, Judged::HasDoors { .. })),
            ),
            (
                "buildings whose outline is not in the file",
                count(|judged| matches!(judged, Judged::NoOutline)),
            ),
        ],
    );
    for judged in judged {
        match judged {
            Judged::Doorstep(doorstep) => doorsteps.push(doorstep),
            Judged::HasDoors { doors, dwelling_m2 } => share_out(&mut doorsteps, &doors, dwelling_m2),
            Judged::NoOutline => {}
        }
    }
    (doorsteps, step)
}

/// A node and its row in the table.
type Door<'a> = &'a (NodeRecord, u32);

/// Entrances and addresses, each by node id. A door with a number is one doorstep, not two.
fn doors(nodes: &NodeTable) -> (Vec<Door<'_>>, Vec<Door<'_>>) {
    nodes
        .tagged
        .iter()
        .filter(|(node, _)| node.facts.entrance || node.facts.address)
        .partition(|(node, _)| node.facts.entrance)
}

/// Adds a building's floors to its doors, as evenly as whole square metres go.
fn share_out(doorsteps: &mut [RawDoorstep], doors: &[u32], dwelling_m2: u32) {
    let count = doors.len().max(1) as u32;
    for (number, &door) in (0..).zip(doors) {
        let share = dwelling_m2 / count + u32::from(number < dwelling_m2 % count);
        let sum = &mut doorsteps[door as usize].dwelling_m2;
        *sum = sum.saturating_add(share).min(MOST_DWELLING_M2);
    }
}

/// A building of the map.
struct Building {
    id: String,
    rings: Vec<Vec<u32>>,
    holes: Vec<Vec<u32>>,
    /// Thousandths of a square metre of dwelling on each square metre of ground.
    floors: u32,
}

/// What a building is to people who start from it.
enum Judged {
    /// A doorstep of its own.
    Doorstep(RawDoorstep),
    /// The ground of these doorsteps (their numbers, sorted).
    HasDoors { doors: Vec<u32>, dwelling_m2: u32 },
    /// Nowhere.
    NoOutline,
}

/// Doors and house numbers that the map draws.
struct Known {
    /// Rows of the doorsteps in the table of nodes, sorted, and their numbers.
    rows: Vec<(u32, u32)>,
    /// Bands of latitude and places of the doorsteps, sorted, and their numbers.
    places: Vec<(i32, i32, i32, u32)>,
}

/// Bands are 2^14 units of 1e-7 degree high, some 180 m.
fn band(lat_e7: i32) -> i32 {
    lat_e7 >> 14
}

impl Known {
    fn of<'a>(doors: impl Iterator<Item = &'a Door<'a>>) -> Known {
        let mut known = Known { rows: Vec::new(), places: Vec::new() };
        for (number, (node, row)) in (0_u32..).zip(doors) {
            if *row != NONE {
                known.rows.push((*row, number));
            }
            let Place { lat_e7, lon_e7 } = node.place;
            known.places.push((band(lat_e7), lon_e7, lat_e7, number));
        }
        known.rows.sort_unstable();
        known.places.sort_unstable();
        known
    }

    fn judge(&self, building: Building, nodes: &NodeTable) -> Judged {
        let outlines = |rings: &[Vec<u32>]| -> Vec<Vec<Place>> {
            let known = |row: &u32| nodes.places.get(*row as usize).copied();
            rings.iter().map(|ring| ring.iter().filter_map(known).collect()).collect()
        };
        let places = outlines(&building.rings);
        let Some(place) =
            places.iter().max_by(|a, b| area(a).total_cmp(&area(b))).and_then(|ring| middle(ring))
        else {
            return Judged::NoOutline;
        };
        let dwelling_m2 = dwelling_m2(&places, &outlines(&building.holes), building.floors);
        let doors = self.doors_of(&building.rings, &places);
        if doors.is_empty() {
            let kind = DoorstepKind::Building;
            Judged::Doorstep(RawDoorstep { place, kind, id: building.id, dwelling_m2 })
        } else {
            Judged::HasDoors { doors, dwelling_m2 }
        }
    }

    /// The numbers of the doorsteps on or inside of outlines, sorted.
    fn doors_of(&self, rings: &[Vec<u32>], places: &[Vec<Place>]) -> Vec<u32> {
        let on_line = |row: &u32| {
            let from = self.rows.partition_point(|(known, _)| known < row);
            self.rows.get(from).filter(|(known, _)| known == row).map(|&(_, number)| number)
        };
        let mut doors: Vec<u32> = rings.iter().flatten().filter_map(on_line).collect();
        for ring in places {
            self.doors_inside(ring, &mut doors);
        }
        doors.sort_unstable();
        doors.dedup();
        doors
    }

    fn doors_inside(&self, ring: &[Place], doors: &mut Vec<u32>) {
        let Some(bounds) = hinan_model::Bounds::around(ring.iter().copied()) else { return };
        let bands = band(bounds.min.lat_e7)..=band(bounds.max.lat_e7);
        if ring.len() > MOST_CORNERS || bands.end() - bands.start() > MOST_BANDS {
            return;
        }
        let in_box = bands.flat_map(|band| {
            let from = self.places.partition_point(|door| (door.0, door.1) < (band, bounds.min.lon_e7));
            self.places[from..].iter().take_while(move |door| (door.0, door.1) <= (band, bounds.max.lon_e7))
        });
        let inside = in_box.take(MOST_ADDRESSES).filter(|&&(_, lon_e7, lat_e7, _)| {
            let place = Place { lat_e7, lon_e7 };
            bounds.contains(place) && is_inside(place, ring)
        });
        doors.extend(inside.map(|door| door.3));
    }
}

/// The floors of a building that people may live on: its ground times `floors` thousandths, at
/// least 1.
fn dwelling_m2(rings: &[Vec<Place>], holes: &[Vec<Place>], floors: u32) -> u32 {
    let sum = |rings: &[Vec<Place>]| rings.iter().map(|ring| square_metres(ring)).sum::<f64>();
    let ground = (sum(rings) - sum(holes)).max(0.0);
    (ground * f64::from(floors) / 1000.0).round().clamp(1.0, f64::from(MOST_DWELLING_M2)) as u32
}

fn square_metres(ring: &[Place]) -> f64 {
    let Some(first) = ring.first() else { return 0.0 };
    let plane = Plane::at(first.lat_e7);
    area(ring) / 2.0 * plane.east_mm * plane.north_mm / 1e6
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
