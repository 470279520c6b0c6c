//! The streets of a region as lines to draw: pieces of edges that look the same, joined where they
//! meet, so that a tile is small and a name is written along a whole street.

use std::collections::BTreeMap;

use hinan_model::network::{KindPace, MeasureView};
use hinan_region::Region;

use super::mvt::{Geometry, Layer, Value};
use super::shape::{Spot, Window, spot};

/// Places of one line: longer ones are cut, so that a tile never reads a whole country's road.
const LONGEST: usize = 512;
/// Lines that share a box.
const A_GROUP: usize = 32;

/// Classes of streets: what the kinds of a map are called, the class in tiles, and the least zoom at
/// which it is drawn. The first row also stands for names that are in none.
pub const CLASSES: &[(&str, &str, u8)] = &[
    ("", "street", 12),
    ("motorway", "motorway", 6),
    ("trunk", "trunk", 7),
    ("primary", "primary", 8),
    ("secondary", "secondary", 10),
    ("tertiary", "tertiary", 11),
    ("unclassified", "street", 12),
    ("residential", "street", 12),
    ("living street", "street", 12),
    ("road", "street", 12),
    ("forbidden ground", "street", 12),
    ("pedestrian", "pedestrian", 13),
    ("service", "service", 14),
    ("footway", "path", 14),
    ("path", "path", 14),
    ("track", "path", 13),
    ("cycleway", "path", 14),
    ("bridleway", "path", 14),
    ("corridor", "path", 15),
    ("crossing", "path", 15),
    ("steps", "path", 14),
    ("platform", "path", 15),
    ("pier", "path", 14),
    ("elevator", "path", 15),
    // The ways straight across a square: many, and no sign of them on the ground.
    ("square", "square", 16),
];

/// What decides how a piece of street looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Look {
    /// Row of [`CLASSES`].
    class: u8,
    /// A ramp between two streets of the class.
    link: bool,
    steps: bool,
    closed: bool,
    /// Number of the name.
    name: u32,
}

/// Lines that look the same all along.
struct Line {
    look: Look,
    /// Range in [`Streets::spots`].
    spots: (u32, u32),
}

/// All streets of a region, ready to be drawn.
pub struct Streets {
    names: Vec<String>,
    lines: Vec<Line>,
    spots: Vec<Spot>,
    /// West, north, east, south of each group of lines.
    boxes: Vec<[u32; 4]>,
}

/// A piece of an edge that looks the same all along, by its nodes.
struct Run {
    look: Look,
    nodes: Vec<u32>,
}

impl Streets {
    pub fn of(region: &Region) -> Streets {
        if region.places().is_empty() {
            return Streets { names: Vec::new(), lines: Vec::new(), spots: Vec::new(), boxes: Vec::new() };
        }
        let spots: Vec<Spot> = region.places().iter().map(|&place| spot(place)).collect();
        let (runs, names) = runs(region);
        let mut chains = joined(runs);
        // By zoom, then along a curve that keeps neighbours together.
        chains.sort_by_cached_key(|chain| {
            let middle = spots[chain.nodes[chain.nodes.len() / 2] as usize];
            (CLASSES[chain.look.class as usize].2, between(middle), chain.look, chain.nodes[0])
        });
        let mut streets = Streets { names, lines: Vec::new(), spots: Vec::new(), boxes: Vec::new() };
        for chain in &chains {
            let from = streets.spots.len() as u32;
            streets.spots.extend(chain.nodes.iter().map(|&node| spots[node as usize]));
            streets.lines.push(Line { look: chain.look, spots: (from, streets.spots.len() as u32) });
        }
        streets.boxes = streets.lines.chunks(A_GROUP).map(|group| streets.around(group)).collect();
        streets
    }

    fn spots(&self, line: &Line) -> &[Spot] {
        &self.spots[line.spots.0 as usize..line.spots.1 as usize]
    }

    fn around(&self, lines: &[Line]) -> [u32; 4] {
        let spots = lines.iter().flat_map(|line| self.spots(line));
        spots.fold([u32::MAX, u32::MAX, 0, 0], |[west, north, east, south], &[x, y]| {
            [west.min(x), north.min(y), east.max(x), south.max(y)]
        })
    }

    /// Adds what is seen of the streets at `zoom` to `layer`: one feature for all streets that look
    /// the same.
    pub fn draw(&self, window: &Window, zoom: u8, layer: &mut Layer) {
        let seen = window.in_world();
        let meets = |[west, north, east, south]: [u32; 4]| {
            i64::from(west) <= seen[2]
                && i64::from(east) >= seen[0]
                && i64::from(north) <= seen[3]
                && i64::from(south) >= seen[1]
        };
        let mut looks: BTreeMap<Look, Geometry> = BTreeMap::new();
        for (group, &around) in self.lines.chunks(A_GROUP).zip(&self.boxes) {
            if !meets(around) {
                continue;
            }
            for line in group {
                let is_drawn = CLASSES[line.look.class as usize].2 <= zoom;
                if !is_drawn || !meets(self.around(std::slice::from_ref(line))) {
                    continue;
                }
                // A name that has no room is not sent.
                let name = if zoom >= NAMED { line.look.name } else { 0 };
                let geometry = looks.entry(Look { name, ..line.look }).or_insert_with(Geometry::lines);
                let pieces = window.line(self.spots(line).iter().copied());
                pieces.iter().for_each(|piece| geometry.line(piece));
            }
        }
        for (look, geometry) in looks {
            let mut attributes = vec![("class", Value::from(CLASSES[look.class as usize].1))];
            let name = self.names.get(look.name as usize).map_or("", String::as_str);
            if !name.is_empty() {
                attributes.push(("name", Value::from(name)));
            }
            if look.link {
                attributes.push(("link", Value::Flag(true)));
            }
            if look.steps {
                attributes.push(("steps", Value::Flag(true)));
            }
            if look.closed {
                attributes.push(("closed", Value::Flag(true)));
            }
            layer.add(None, &attributes, &geometry);
        }
    }
}

/// Names of streets are sent from this zoom on.
const NAMED: u8 = 12;

/// The bits of x and y in turn: what is near in the plane is mostly near in this order, and each tile
/// of every zoom is one run of it.
pub fn between([x, y]: Spot) -> u64 {
    let spread = |value: u32| {
        let mut bits = u64::from(value);
        for (shift, mask) in [
            (16, 0x0000_ffff_0000_ffff),
            (8, 0x00ff_00ff_00ff_00ff),
            (4, 0x0f0f_0f0f_0f0f_0f0f),
            (2, 0x3333_3333_3333_3333),
            (1, 0x5555_5555_5555_5555_u64),
        ] {
            bits = (bits | bits << shift) & mask;
        }
        bits
    };
    spread(x) | spread(y) << 1
}

/// Cuts edges into runs, and gathers the names; name 0 is none.
fn runs(region: &Region) -> (Vec<Run>, Vec<String>) {
    let network = region.network();
    let classes = classes_of_kinds(region);
    let kinds: &[u16] = match network.measure {
        MeasureView::Physical { kind, .. } => kind,
        MeasureView::Given { .. } => &[],
    };
    let mut numbers: BTreeMap<&str, u32> = BTreeMap::from([("", 0)]);
    let mut runs: Vec<Run> = Vec::new();
    for edge in 0..network.edges() as u32 {
        let first = runs.len();
        for segment in network.segments_of(edge) {
            let name = region.way(segment).map_or("", |(_, name)| name);
            let next = numbers.len() as u32;
            let name = *numbers.entry(name).or_insert(next);
            let kind = kinds.get(segment as usize).map_or(0, |&kind| kind as usize);
            let look = classes.get(kind).map_or(
                Look { class: 0, link: false, steps: false, closed: false, name },
                |look| Look { name, ..*look },
            );
            let (before, after) = (network.node_before(edge, segment), network.node_after(edge, segment));
            match runs[first..].last_mut() {
                Some(run) if run.look == look => run.nodes.push(after),
                _ => runs.push(Run { look, nodes: vec![before, after] }),
            }
        }
    }
    let mut names = vec![String::new(); numbers.len()];
    for (name, number) in numbers {
        names[number as usize] = name.to_owned();
    }
    (runs, names)
}

/// How each kind of street looks, without a name.
fn classes_of_kinds(region: &Region) -> Vec<Look> {
    let walkers = region.walkers().len().max(1);
    let paces: &[KindPace] = match region.network().measure {
        MeasureView::Physical { kinds, .. } => kinds,
        MeasureView::Given { .. } => &[],
    };
    let rows = region.meta().kind_names.iter().zip(paces.chunks_exact(walkers));
    rows.map(|(name, paces)| {
        let head = name.split(',').next().unwrap_or_default();
        let link = head.ends_with(" link");
        let head = head.strip_suffix(" link").unwrap_or(head);
        let class = CLASSES.iter().position(|row| row.0 == head).unwrap_or(0) as u8;
        let steps = paces.iter().any(|pace| pace.flags & KindPace::STAIRS != 0);
        let closed = paces.iter().all(|pace| pace.forward_ms_per_m == 0 && pace.backward_ms_per_m == 0);
        Look { class, link, steps, closed, name: 0 }
    })
    .collect()
}

/// Joins runs where exactly two that look the same end.
fn joined(runs: Vec<Run>) -> Vec<Run> {
    let ends = |run: &Run| [run.nodes[0], run.nodes[run.nodes.len() - 1]];
    let mut meetings: Vec<(Look, u32, u32)> =
        (0..).zip(&runs).flat_map(|(number, run)| ends(run).map(|node| (run.look, node, number))).collect();
    meetings.sort_unstable();
    // The run that goes on at each end of each run; itself where none does.
    let mut next: Vec<[u32; 2]> = (0..runs.len() as u32).map(|number| [number, number]).collect();
    for meeting in meetings.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        if let &[(_, node, one), (_, _, other)] = meeting
            && one != other
        {
            let end = |run: u32| usize::from(runs[run as usize].nodes[0] != node);
            next[one as usize][end(one)] = other;
            next[other as usize][end(other)] = one;
        }
    }
    let mut used = vec![false; runs.len()];
    let mut chains = Vec::new();
    let is_end = |number: usize| next[number].contains(&(number as u32));
    // From their ends first; what is left after that runs in circles.
    let starts = (0..runs.len()).filter(|&number| is_end(number));
    for start in starts.chain((0..runs.len()).filter(|&number| !is_end(number))) {
        if !used[start] {
            follow(start, &runs, &next, &mut used, &mut chains);
        }
    }
    chains
}

/// Walks from run to run and adds the nodes as one chain, or several where it grows too long.
fn follow(start: usize, runs: &[Run], next: &[[u32; 2]], used: &mut [bool], chains: &mut Vec<Run>) {
    let itself = |number: usize, end: usize| next[number][end] as usize == number;
    let mut number = start;
    // Out of the end where something follows.
    let mut forward = itself(start, 0) || !itself(start, 1);
    let mut chain = Run { look: runs[start].look, nodes: Vec::new() };
    loop {
        used[number] = true;
        let nodes = &runs[number].nodes;
        let skip = usize::from(!chain.nodes.is_empty());
        if forward {
            chain.nodes.extend(nodes.iter().skip(skip));
        } else {
            chain.nodes.extend(nodes.iter().rev().skip(skip));
        }
        let last = chain.nodes[chain.nodes.len() - 1];
        if chain.nodes.len() >= LONGEST {
            let look = chain.look;
            chains.push(std::mem::replace(&mut chain, Run { look, nodes: vec![last] }));
        }
        let following = next[number][usize::from(forward)] as usize;
        if used[following] {
            break;
        }
        forward = runs[following].nodes[0] == last;
        number = following;
    }
    if chain.nodes.len() >= 2 {
        chains.push(chain);
    }
}
