//! What a build has joined as the arrays of the file, in their final numbering.

use hinan_model::network::{FIRST_SOURCE_NUMBER, KindPace, Measure, NONE, NodeIds, RawDoorstep};
use hinan_model::{Ds, Place, Step};
use rayon::prelude::*;
use zerocopy::{Immutable, IntoBytes};

use crate::build::{Draft, Joined, Rest, Section, Work};
use crate::contract::Contraction;
use crate::drawing;
use crate::grid::Snapped;
use crate::layout::{DoorstepRecord, EntranceRecord, name};
use crate::meta::{Counts, MAX_COMPLAINTS, Meta, is_isolated};
use crate::split::{Cuts, find_or_add_kind, raw_length_mm};
use crate::strings;

/// The arrays of the file, in their final numbering.
pub struct Layout<'a> {
    work: &'a Work<'a>,
    contraction: &'a Contraction,
    cuts: &'a Cuts,
    /// Final number of each raw segment.
    segment_number: Vec<u32>,
    /// Final number of each raw node.
    node_number: Vec<u32>,
}

impl<'a> Layout<'a> {
    /// What is needed to number things.
    pub fn new(work: &'a Work<'a>, contraction: &'a Contraction, cuts: &'a Cuts) -> Layout<'a> {
        let invert = |order: &[u32]| {
            let mut number = vec![0_u32; order.len()];
            for (index, &raw) in order.iter().enumerate() {
                number[raw as usize] = index as u32;
            }
            number
        };
        Layout {
            work,
            contraction,
            cuts,
            segment_number: invert(&contraction.segments),
            node_number: invert(&contraction.nodes),
        }
    }

    /// Lays out everything.
    pub fn draft(&self, entrances: &[(u32, &Joined)], rest: Rest) -> Draft {
        let Rest { place, shelters, doorsteps, spread, zones, budgets, parameters } = rest;
        let streets = &self.work.streets;
        let forbidden = &self.work.forbidden.areas;
        let spread = spread.unwrap_or_default();
        let entrances = self.entrance_records(entrances);
        let records = self.doorstep_records(&doorsteps);
        let unjoined = joined_shelters(shelters.len(), &entrances);
        let ((nodes, streets_and_ways), (grid, (measure, kind_names))) = rayon::join(
            || (self.node_sections(), self.street_sections()),
            || (self.grid_sections(), self.measure_sections()),
        );
        let (blocks, things) = drawing::pack(&streets.drawing);
        let counts = Counts {
            nodes: self.contraction.nodes.len() as u64,
            junctions: u64::from(self.contraction.junctions),
            edges: self.contraction.edge_ends.len() as u64,
            segments: streets.segments.len() as u64,
            arcs: self.count_arcs(),
            shelters: shelters.len() as u64,
            entrances: entrances.len() as u64,
            unjoined_shelters: unjoined.iter().filter(|&&joined| !joined).count() as u64,
            doorsteps: records.len() as u64,
            unjoined_doorsteps: records.iter().filter(|record| record.segment == NONE).count() as u64,
            people: streets.people.iter().chain(&spread.at_doorsteps).map(|&people| u64::from(people)).sum(),
            people_outside: spread.outside,
            people_far: spread.far,
            people_off_street: records
                .iter()
                .zip(&spread.at_doorsteps)
                .filter(|(record, _)| record.segment == NONE)
                .map(|(_, &people)| u64::from(people))
                .sum(),
            forbidden: forbidden.len() as u64,
            forbidden_segments: self.work.forbidden_segments,
            zones: zones.len() as u64,
            drawn: blocks.iter().map(|block| u64::from(block.things)).sum(),
            isolated_nodes: self
                .work
                .cluster_of
                .iter()
                .filter(|&&cluster| is_isolated(&self.work.clusters, cluster))
                .count() as u64,
        };
        let mut complaints = self.work.complaints.clone();
        complaints.truncate(MAX_COMPLAINTS);
        let mut clusters = vec![0_u32; self.work.clusters.len()];
        for &cluster in &self.work.cluster_of {
            clusters[cluster as usize] += 1;
        }
        let mut steps = self.work.steps.clone();
        steps.push(join_step(&counts));
        let meta = Meta {
            hinan: env!("CARGO_PKG_VERSION").to_owned(),
            name: place,
            bounds: streets.bounds,
            sources: self.work.sources.clone(),
            steps,
            complaints,
            walkers: self.work.walkers.clone(),
            kind_names,
            parameters,
            budgets: budgets.into_iter().map(|(hazard, ds)| (hazard, ds.min(Ds::MAX_INPUT))).collect(),
            counts,
            clusters,
        };
        let door_ids = doorsteps.iter().map(|(doorstep, _)| doorstep.id.as_str());
        // JSON and postcard of plain data cannot fail; an empty section would be refused on opening.
        let mut sections = vec![
            (name::META, serde_json::to_vec(&meta).unwrap_or_default()),
            (name::SHELTERS, postcard::to_allocvec(&shelters).unwrap_or_default()),
            (name::ZONES, postcard::to_allocvec(&zones).unwrap_or_default()),
            (name::FORBIDDEN, postcard::to_allocvec(forbidden).unwrap_or_default()),
            (name::ENTRANCES, to_bytes(&entrances)),
            (name::DOORSTEPS, to_bytes(&records)),
            (name::DOORSTEP_IDS, strings::encode(door_ids)),
            (name::DOORSTEP_PEOPLE, to_bytes(&spread.at_doorsteps)),
            (name::DRAWN_BLOCKS, to_bytes(&blocks)),
            (name::DRAWN_THINGS, things),
        ];
        sections.extend([nodes, streets_and_ways, measure, grid].into_iter().flatten());
        Draft { meta, sections }
    }

    /// The sections about nodes.
    fn node_sections(&self) -> Vec<Section> {
        let (streets, nodes) = (&self.work.streets, &self.contraction.nodes);
        let ids = match &streets.node_ids {
            NodeIds::Numbers(ids) => (name::NODE_NUMBERS, to_bytes(&picked(ids, nodes))),
            NodeIds::Texts(ids) => {
                (name::NODE_TEXTS, strings::encode(nodes.iter().map(|&raw| ids[raw as usize].as_str())))
            }
        };
        let junctions = &nodes[..self.contraction.junctions as usize];
        vec![
            ids,
            (name::NODE_BY_ID, to_bytes(&self.nodes_by_id())),
            (name::PLACES, to_bytes(&picked(&streets.places, nodes))),
            (name::PEOPLE, to_bytes(&picked(&streets.people, nodes))),
            (name::CLUSTERS, to_bytes(&picked(&self.work.cluster_of, junctions))),
        ]
    }

    /// The sections about edges and ways.
    fn street_sections(&self) -> Vec<Section> {
        let streets = &self.work.streets;
        let ids: Vec<i64> = streets.ways.iter().map(|way| way.id).collect();
        vec![
            (name::EDGE_ENDS, to_bytes(&self.contraction.edge_ends)),
            (name::EDGE_SEGMENTS, to_bytes(&self.contraction.edge_segments)),
            (name::WAYS_OF, to_bytes(&picked(&streets.segment_way, &self.contraction.segments))),
            (name::WAY_IDS, to_bytes(&ids)),
            (name::WAY_NAMES, strings::encode(streets.ways.iter().map(|way| way.name.as_str()))),
        ]
    }

    /// The sections of the search grid.
    fn grid_sections(&self) -> Vec<Section> {
        let became = |raw: u32, items: &mut Vec<u32>| {
            items.push(self.segment_number[raw as usize]);
            if let Some(pieces) = self.cuts.pieces.get(&raw) {
                items.extend(pieces.clone().map(|piece| self.segment_number[piece as usize]));
            }
        };
        let grid = self.work.grid.renumbered(became);
        let mut long = Vec::new();
        for &raw in &self.work.long {
            became(raw, &mut long);
        }
        long.sort_unstable();
        vec![
            (name::GRID_CELLS, to_bytes(&grid.cells)),
            (name::GRID_FIRST, to_bytes(&grid.first)),
            (name::GRID_ITEMS, to_bytes(&grid.items)),
            (name::LONG_SEGMENTS, to_bytes(&long)),
        ]
    }

    /// Final node numbers in the order of their ids.
    fn nodes_by_id(&self) -> Vec<u32> {
        let mut raw: Vec<u32> = (0..self.node_number.len() as u32).collect();
        match &self.work.streets.node_ids {
            NodeIds::Numbers(ids) => {
                // Readers number nodes by id; only the new nodes behind them are out of order.
                let added = ids.iter().rev().take_while(|&&id| id < FIRST_SOURCE_NUMBER).count();
                raw.rotate_right(added);
                if !raw.is_sorted_by_key(|&node| ids[node as usize]) {
                    raw.par_sort_by_key(|&node| ids[node as usize]);
                }
            }
            NodeIds::Texts(ids) => raw.par_sort_by_key(|&node| &ids[node as usize]),
        }
        raw.into_iter().map(|node| self.node_number[node as usize]).collect()
    }

    fn entrance_records(&self, entrances: &[(u32, &Joined)]) -> Vec<EntranceRecord> {
        entrances
            .iter()
            .map(|&(node, joined)| EntranceRecord {
                shelter: joined.shelter,
                node: self.node_number[node as usize],
                start_ds: joined.start_ds,
                off_mm: joined.off_mm,
                door: joined.door,
            })
            .collect()
    }

    fn doorstep_records(&self, doorsteps: &[(RawDoorstep, Option<Snapped>)]) -> Vec<DoorstepRecord> {
        doorsteps
            .iter()
            .map(|(doorstep, snapped)| {
                let unjoined = Snapped { off_mm: 0, segment: NONE, part_mm: 0 };
                let snapped = snapped.and_then(|snapped| self.after_cuts(snapped, doorstep.place));
                let snapped = snapped.unwrap_or(unjoined);
                DoorstepRecord {
                    place: doorstep.place,
                    segment: snapped.segment,
                    part_mm: snapped.part_mm,
                    off_mm: snapped.off_mm,
                    kind: doorstep.kind as u32,
                }
            })
            .collect()
    }

    /// A point on a raw segment, joined to `place`, as a point on a final one; `None` where by a
    /// hair's breadth it has come to touch forbidden ground (see `Work::forbid_after_cuts`).
    fn after_cuts(&self, snapped: Snapped, place: Place) -> Option<Snapped> {
        let measure = &self.work.streets.measure;
        let mut raw = snapped.segment;
        let mut part = snapped.part_mm;
        for piece in self.cuts.pieces.get(&snapped.segment).into_iter().flat_map(|pieces| pieces.clone()) {
            let length = raw_length_mm(measure, raw);
            if part <= length {
                break;
            }
            part -= length;
            raw = piece;
        }
        let length = raw_length_mm(measure, raw);
        part = part.min(length);
        let segment = self.segment_number[raw as usize];
        let is_reversed = self.contraction.reversed[segment as usize];
        let part_mm = if is_reversed { length - part } else { part };
        let snapped = Snapped { off_mm: snapped.off_mm, segment, part_mm };
        let forbidden = &self.work.forbidden.index;
        let (a, b) = self.work.ends(raw);
        let line = if is_reversed { (b, a, length) } else { (a, b, length) };
        let is_free = forbidden.is_empty()
            || !(forbidden.touches(a, b) || forbidden.touches(place, snapped.place(line)));
        is_free.then_some(snapped)
    }

    /// Lengths, kinds and slopes, or given times, turned round where a segment was.
    fn measure_sections(&self) -> (Vec<Section>, Vec<String>) {
        let (segments, reversed) = (&self.contraction.segments, &self.contraction.reversed);
        match &self.work.streets.measure {
            Measure::Physical { length_mm, kind, grade, kinds, kind_names, walkers } => {
                let (mut kinds, mut names) = (kinds.clone(), kind_names.clone());
                let turned = turned_kinds(&mut kinds, &mut names, walkers.len());
                let lengths: Vec<u32> = segments.iter().map(|&raw| length_mm[raw as usize]).collect();
                let kind_of: Vec<u16> = segments
                    .iter()
                    .zip(reversed)
                    .map(|(&raw, &back)| {
                        let kind = kind[raw as usize];
                        if back { turned[kind as usize] } else { kind }
                    })
                    .collect();
                let grades: Vec<i8> = if grade.is_empty() {
                    Vec::new()
                } else {
                    let turn = |(&raw, &back): (&u32, &bool)| {
                        let grade = grade[raw as usize];
                        if back { grade.saturating_neg() } else { grade }
                    };
                    segments.iter().zip(reversed).map(turn).collect()
                };
                let sections = vec![
                    (name::LENGTHS, to_bytes(&lengths)),
                    (name::KINDS_OF, to_bytes(&kind_of)),
                    (name::GRADES, to_bytes(&grades)),
                    (name::KINDS, to_bytes(&kinds)),
                ];
                (sections, names)
            }
            Measure::Given { forward_ds, backward_ds } => {
                let (mut forward, mut backward) = (Vec::new(), Vec::new());
                for (&raw, &back) in segments.iter().zip(reversed) {
                    let (there, here) = (forward_ds[raw as usize], backward_ds[raw as usize]);
                    forward.push(if back { here } else { there });
                    backward.push(if back { there } else { here });
                }
                let sections =
                    vec![(name::FORWARD, to_bytes(&forward)), (name::BACKWARD, to_bytes(&backward))];
                (sections, Vec::new())
            }
        }
    }

    fn count_arcs(&self) -> u64 {
        match &self.work.streets.measure {
            Measure::Physical { kind, kinds, walkers, .. } => {
                let open: Vec<u64> = kinds
                    .chunks(walkers.len().max(1))
                    .map(|row| {
                        u64::from(row.iter().any(|pace| pace.forward_ms_per_m != 0))
                            + u64::from(row.iter().any(|pace| pace.backward_ms_per_m != 0))
                    })
                    .collect();
                kind.iter().map(|&kind| open[kind as usize]).sum()
            }
            Measure::Given { forward_ds, backward_ds } => {
                forward_ds.iter().chain(backward_ds).filter(|&&ds| ds < Ds::UNREACHABLE.0).count() as u64
            }
        }
    }
}

/// The values at `order`; none where there are none at all.
fn picked<T: Copy>(list: &[T], order: &[u32]) -> Vec<T> {
    if list.is_empty() { Vec::new() } else { order.iter().map(|&raw| list[raw as usize]).collect() }
}

fn to_bytes<T: IntoBytes + Immutable>(list: &[T]) -> Vec<u8> {
    list.as_bytes().to_vec()
}

/// For each kind the kind of a street that runs the other way.
fn turned_kinds(kinds: &mut Vec<KindPace>, names: &mut Vec<String>, walkers: usize) -> Vec<u16> {
    (0..names.len())
        .map(|kind| {
            let row = &kinds[kind * walkers..(kind + 1) * walkers];
            if row.iter().all(|pace| pace.forward_ms_per_m == pace.backward_ms_per_m) {
                return kind as u16;
            }
            let turned: Vec<KindPace> = row
                .iter()
                .map(|pace| KindPace {
                    forward_ms_per_m: pace.backward_ms_per_m,
                    backward_ms_per_m: pace.forward_ms_per_m,
                    ..*pace
                })
                .collect();
            let name = format!("{}, the other way", names[kind]);
            // A full table would need 30,000 one-way kinds; walking the wrong way in one is then
            // the lesser evil to not building the region.
            find_or_add_kind(kinds, names, &turned, &name).unwrap_or(kind as u16)
        })
        .collect()
}

fn joined_shelters(count: usize, entrances: &[EntranceRecord]) -> Vec<bool> {
    let mut joined = vec![false; count];
    for entrance in entrances {
        joined[entrance.shelter as usize] = true;
    }
    joined
}

fn join_step(counts: &Counts) -> Step {
    Step {
        name: "join shelters and doorsteps, contract chains".to_owned(),
        added: vec![
            ("junctions".to_owned(), counts.junctions),
            ("edges".to_owned(), counts.edges),
            ("entrances".to_owned(), counts.entrances),
            ("doorsteps".to_owned(), counts.doorsteps - counts.unjoined_doorsteps),
        ],
        dropped: vec![
            ("shelters outside of the streets or too far from any".to_owned(), counts.unjoined_shelters),
            ("doorsteps too far from any street".to_owned(), counts.unjoined_doorsteps),
        ],
    }
}
