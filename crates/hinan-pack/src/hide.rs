//! Nodes that stand out in a street only because a hidden shelter's entrance was joined there: whoever
//! looked for junctions of two streets that are no junctions would find every one of them.
//!
//! A node that the entrance put in goes, and the two pieces of its segment are one again; a node of the
//! source that it made a junction becomes an inner node again.

use hinan_model::network::{FIRST_SOURCE_NUMBER, KindPace, NONE};
use hinan_region::meta::Meta;

use crate::columns::{Columns, Ids, Paces};

/// What a kind is called that runs the other way; `hinan-region` writes it so.
const TURNED: &str = ", the other way";

/// Takes out of the streets what entrances of shelters that are not `kept` put in. Gives the number that
/// each node has now, [`NONE`] where it is gone.
pub fn entrance_nodes(columns: &mut Columns, meta: &mut Meta, kept: &[bool]) -> Vec<u32> {
    let nodes = columns.nodes();
    let marked = marked(columns, kept);
    if !marked.contains(&true) {
        return (0..nodes as u32).collect();
    }
    let is_added: Vec<bool> = (0..marked.len()).map(|junction| is_added(&columns.ids, junction)).collect();
    let chains = in_order(columns, Chains::of(columns, marked).chains);
    let street = join(columns, meta, &chains, &is_added);
    renumber(columns, meta, street)
}

/// Junctions that are used by entrances of hidden shelters alone and join no more than two edges.
fn marked(columns: &Columns, kept: &[bool]) -> Vec<bool> {
    let mut marked = vec![false; columns.clusters.len()];
    for hidden in [true, false] {
        for entrance in &columns.entrances {
            let is_hidden = !kept.get(entrance.shelter as usize).copied().unwrap_or(false);
            if is_hidden == hidden {
                marked[entrance.node as usize] = hidden;
            }
        }
    }
    if !marked.contains(&true) {
        return marked;
    }
    let mut ends = vec![0_u32; marked.len()];
    for &[a, b] in &columns.edge_ends {
        // A ring needs its one junction.
        let weight = if a == b { 3 } else { 1 };
        ends[a as usize] += weight;
        ends[b as usize] += weight;
    }
    for (marked, ends) in marked.iter_mut().zip(ends) {
        *marked &= ends == 2;
    }
    marked
}

/// Whether an entrance put this node in.
fn is_added(ids: &Ids, node: usize) -> bool {
    match ids {
        Ids::Counted => false,
        Ids::Numbers(ids) => ids.get(node).is_some_and(|&id| id < FIRST_SOURCE_NUMBER),
        Ids::Texts(ids) => ids.get(node).is_some_and(|id| id.starts_with("entrance/")),
    }
}

/// An edge in a chain, and whether it is walked from its start.
type Link = (u32, bool);

/// Edges strung up through marked junctions.
struct Chains {
    /// At each marked junction its two edges.
    at: Vec<[u32; 2]>,
    marked: Vec<bool>,
    taken: Vec<bool>,
    chains: Vec<Vec<Link>>,
}

impl Chains {
    fn of(columns: &Columns, marked: Vec<bool>) -> Chains {
        let mut at = vec![[NONE; 2]; marked.len()];
        for (edge, &ends) in (0_u32..).zip(&columns.edge_ends) {
            for end in ends.into_iter().filter(|&end| marked[end as usize]) {
                let slots = &mut at[end as usize];
                slots[usize::from(slots[0] != NONE)] = edge;
            }
        }
        let taken = vec![false; columns.edges()];
        let mut chains = Chains { at, marked, taken, chains: Vec::new() };
        for edge in 0..columns.edges() as u32 {
            let [a, b] = columns.edge_ends[edge as usize];
            if !chains.marked[a as usize] {
                chains.begin(columns, (edge, true));
            } else if !chains.marked[b as usize] {
                chains.begin(columns, (edge, false));
            }
        }
        // Rings of nothing but marked junctions: one of them has to stay.
        for edge in 0..columns.edges() as u32 {
            if !chains.taken[edge as usize] {
                chains.marked[columns.edge_ends[edge as usize][0] as usize] = false;
                chains.begin(columns, (edge, true));
            }
        }
        chains
    }

    fn begin(&mut self, columns: &Columns, first: Link) {
        if self.taken[first.0 as usize] {
            return;
        }
        let (mut chain, mut link) = (Vec::new(), first);
        loop {
            self.taken[link.0 as usize] = true;
            chain.push(link);
            let end = far_end(columns, link);
            if !self.marked[end as usize] {
                break;
            }
            let [one, other] = self.at[end as usize];
            let next = if one == link.0 { other } else { one };
            if next == NONE || self.taken[next as usize] {
                break;
            }
            link = (next, columns.edge_ends[next as usize][0] == end);
        }
        self.chains.push(chain);
    }
}

fn far_end(columns: &Columns, (edge, forward): Link) -> u32 {
    columns.edge_ends[edge as usize][usize::from(forward)]
}

/// All chains in an order of their own: by their lower end, their upper end, their way and length. The
/// order of a build follows the source, and a chain out of place in that would tell where it was joined;
/// so no chain keeps its place.
fn in_order(columns: &Columns, mut chains: Vec<Vec<Link>>) -> Vec<Vec<Link>> {
    let start = |chain: &[Link]| {
        chain.first().map_or(NONE, |&(edge, forward)| columns.edge_ends[edge as usize][usize::from(!forward)])
    };
    for chain in &mut chains {
        let end = chain.last().map_or(NONE, |&link| far_end(columns, link));
        if chain.len() > 1 && start(chain) > end {
            chain.reverse();
            chain.iter_mut().for_each(|(_, forward)| *forward = !*forward);
        }
    }
    chains.sort_by_cached_key(|chain| {
        let end = chain.last().map_or(NONE, |&link| far_end(columns, link));
        let segments = chain.iter().flat_map(|&(edge, _)| {
            columns.edge_segments[edge as usize]..columns.edge_segments[edge as usize + 1]
        });
        let way = segments.clone().map(|segment| columns.ways_of[segment as usize]).min();
        let length: u64 = match &columns.paces {
            Paces::Physical { length_mm, .. } => segments.map(|s| u64::from(length_mm[s as usize])).sum(),
            Paces::Given { forward_ds, .. } => segments.map(|s| u64::from(forward_ds[s as usize])).sum(),
        };
        (start(chain), end, way, length)
    });
    chains
}

/// The street of one chain after another.
#[derive(Default)]
struct Street {
    edge_ends: Vec<[u32; 2]>,
    edge_segments: Vec<u32>,
    /// Inner nodes by their old numbers.
    inner: Vec<u32>,
    /// Nodes that are gone.
    gone: Vec<u32>,
    /// Of each old segment: its new number, how many mm lie before it there, whether it runs the other
    /// way, and its length.
    became: Vec<(u32, u32, bool, u32)>,
    ways_of: Vec<u32>,
    length_mm: Vec<u32>,
    kind: Vec<u16>,
    grade: Vec<i8>,
    forward_ds: Vec<u32>,
    backward_ds: Vec<u32>,
}

fn join(columns: &mut Columns, meta: &mut Meta, chains: &[Vec<Link>], is_added: &[bool]) -> Street {
    let mut street = Street {
        edge_segments: vec![0],
        became: vec![(0, 0, false, 0); columns.segments()],
        ..Street::default()
    };
    let junctions = columns.clusters.len() as u32;
    let mut paces = core::mem::take(&mut columns.paces);
    for chain in chains {
        let Some(&(first, forward)) = chain.first() else { continue };
        let start = columns.edge_ends[first as usize][usize::from(!forward)];
        let mut end = start;
        for &link in chain {
            let (edge, forward) = link;
            // The junction between two links of a chain.
            let is_merged = link != (first, chain[0].1) && {
                let is_gone = is_added[end as usize];
                if is_gone {
                    street.gone.push(end)
                } else {
                    street.inner.push(end)
                }
                is_gone
            };
            let segments = columns.edge_segments[edge as usize]..columns.edge_segments[edge as usize + 1];
            let first_inner = junctions + segments.start - edge;
            let count = segments.len() as u32;
            for step in 0..count {
                let segment = segments.start + if forward { step } else { count - 1 - step };
                if step > 0 {
                    let inner = if forward { step - 1 } else { count - 1 - step };
                    street.inner.push(first_inner + inner);
                }
                street.add(
                    columns.ways_of[segment as usize],
                    &mut paces,
                    meta,
                    segment,
                    !forward,
                    is_merged && step == 0,
                );
            }
            end = far_end(columns, link);
        }
        street.edge_ends.push([start, end]);
        street.edge_segments.push(street.ways_of.len() as u32);
    }
    columns.paces = match paces {
        Paces::Physical { kinds, .. } => Paces::Physical {
            length_mm: core::mem::take(&mut street.length_mm),
            kind: core::mem::take(&mut street.kind),
            grade: core::mem::take(&mut street.grade),
            kinds,
        },
        Paces::Given { .. } => Paces::Given {
            forward_ds: core::mem::take(&mut street.forward_ds),
            backward_ds: core::mem::take(&mut street.backward_ds),
        },
    };
    street
}

impl Street {
    /// Adds an old segment, or makes it part of the last one.
    fn add(
        &mut self,
        way: u32,
        paces: &mut Paces,
        meta: &mut Meta,
        segment: u32,
        turned: bool,
        is_merged: bool,
    ) {
        let old = segment as usize;
        if !is_merged {
            self.ways_of.push(way);
        }
        let number = self.ways_of.len() as u32 - 1;
        let (mut before, mut length) = (0, 0);
        match paces {
            Paces::Physical { length_mm, kind, grade, kinds } => {
                length = length_mm[old];
                let kind = if turned { turn(kind[old], kinds, meta) } else { kind[old] };
                let slope = grade.get(old).map(|&slope| if turned { slope.saturating_neg() } else { slope });
                match (self.length_mm.last_mut(), self.kind.last_mut()) {
                    (Some(whole), Some(known)) if is_merged => {
                        before = *whole;
                        *whole = whole.saturating_add(length);
                        // A gate stands on one of the pieces: the whole has it.
                        if has_extra(kind, kinds, meta) {
                            *known = kind;
                        }
                    }
                    _ => {
                        self.length_mm.push(length);
                        self.kind.push(kind);
                        self.grade.extend(slope);
                    }
                }
            }
            Paces::Given { forward_ds, backward_ds } => {
                let [mut there, mut back] = [forward_ds[old], backward_ds[old]];
                if turned {
                    core::mem::swap(&mut there, &mut back);
                }
                match (self.forward_ds.last_mut(), self.backward_ds.last_mut()) {
                    (Some(forward), Some(backward)) if is_merged => {
                        *forward = forward.saturating_add(there).min(hinan_model::Ds::UNREACHABLE.0);
                        *backward = backward.saturating_add(back).min(hinan_model::Ds::UNREACHABLE.0);
                    }
                    _ => {
                        self.forward_ds.push(there);
                        self.backward_ds.push(back);
                    }
                }
            }
        }
        self.became[old] = (number, before, turned, length);
    }
}

fn row<'a>(kind: u16, kinds: &'a [KindPace], meta: &Meta) -> &'a [KindPace] {
    let walkers = meta.walkers.len();
    kinds.get(kind as usize * walkers..(kind as usize + 1) * walkers).unwrap_or_default()
}

fn has_extra(kind: u16, kinds: &[KindPace], meta: &Meta) -> bool {
    row(kind, kinds, meta).iter().any(|pace| pace.extra_ds > 0)
}

/// The kind of a street of this kind that runs the other way; it is added where there is none.
fn turn(kind: u16, kinds: &mut Vec<KindPace>, meta: &mut Meta) -> u16 {
    let turned: Vec<KindPace> = row(kind, kinds, meta)
        .iter()
        .map(|pace| KindPace {
            forward_ms_per_m: pace.backward_ms_per_m,
            backward_ms_per_m: pace.forward_ms_per_m,
            ..*pace
        })
        .collect();
    if turned == row(kind, kinds, meta) {
        return kind;
    }
    let own = meta.kind_names.get(kind as usize).cloned().unwrap_or_default();
    let name = own.strip_suffix(TURNED).map_or_else(|| format!("{own}{TURNED}"), str::to_owned);
    let found = (0..meta.kind_names.len() as u16)
        .find(|&other| meta.kind_names[other as usize] == name && row(other, kinds, meta) == turned);
    match (found, u16::try_from(meta.kind_names.len())) {
        (Some(found), _) => found,
        (None, Ok(new)) => {
            kinds.extend(turned);
            meta.kind_names.push(name);
            new
        }
        (None, Err(_)) => kind,
    }
}

/// Gives everything its new number.
fn renumber(columns: &mut Columns, meta: &mut Meta, street: Street) -> Vec<u32> {
    let mut leaves = vec![false; columns.nodes()];
    for &node in street.gone.iter().chain(&street.inner) {
        leaves[node as usize] = true;
    }
    let junctions = columns.clusters.len();
    let mut order: Vec<u32> = (0..junctions as u32).filter(|&node| !leaves[node as usize]).collect();
    let left = order.len();
    for &node in &street.gone {
        let cluster = columns.clusters[node as usize];
        meta.counts.isolated_nodes -= u64::from(meta.is_isolated(cluster)).min(meta.counts.isolated_nodes);
        if let Some(nodes) = meta.clusters.get_mut(cluster as usize) {
            *nodes = nodes.saturating_sub(1);
        }
    }
    order.extend(&street.inner);
    let mut number = vec![NONE; columns.nodes()];
    for (new, &old) in (0_u32..).zip(&order) {
        number[old as usize] = new;
    }
    columns.clusters = order[..left].iter().map(|&old| columns.clusters[old as usize]).collect();
    if !columns.places.is_empty() {
        columns.places = order.iter().map(|&old| columns.places[old as usize]).collect();
    }
    match &mut columns.ids {
        Ids::Counted => {}
        Ids::Numbers(ids) => *ids = order.iter().map(|&old| ids[old as usize]).collect(),
        Ids::Texts(ids) => *ids = order.iter().map(|&old| ids[old as usize].clone()).collect(),
    }
    columns.edge_ends = street.edge_ends.iter().map(|ends| ends.map(|node| number[node as usize])).collect();
    columns.edge_segments = street.edge_segments;
    columns.ways_of = street.ways_of;
    for entrance in &mut columns.entrances {
        // Those of hidden shelters go next.
        entrance.node = number[entrance.node as usize].min(left.saturating_sub(1) as u32);
    }
    for doorstep in columns.doorsteps.iter_mut().filter(|doorstep| doorstep.segment != NONE) {
        let (segment, before, turned, length) = street.became[doorstep.segment as usize];
        let part = doorstep.part_mm.min(length);
        let along = if turned { length - part } else { part };
        (doorstep.segment, doorstep.part_mm) = (segment, before.saturating_add(along));
    }
    number
}
