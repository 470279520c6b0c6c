//! `hinan whatif --rank --streets N`: which closed street hurts most: a bridge, an underpass, the only way out.
//!
//! A closed street costs those whose way leads along it, and nobody else. So everybody's way is followed once, and streets
//! are closed one after the other, the one that most people walk on first, each with only what it touches computed
//! again. No street costs more people their shelter than walk on it: that bounds those that were not tried.

use std::collections::BTreeMap;

use anyhow::Result;
use hinan_city::everybody::Everybody;
use hinan_city::{City, Engine};
use hinan_plan::answer::{Best, Stand};
use hinan_plan::assign::Demand;
use hinan_plan::doors::Loss;
use hinan_reach::{Change, Leg, Scratch, Snap, path, plans};
use rayon::prelude::*;

use crate::city::Threads;
use crate::progress::Progress;

/// No more streets are tried than this, and this many for each that is wanted.
const MOST_TRIED: usize = 5_000;
const TRIED_FOR_EACH: usize = 50;
/// Stands for a piece of street of which no map tells the way.
const NO_WAY: u32 = u32::MAX;

/// A closed street.
#[derive(Debug, serde::Serialize)]
pub struct Street {
    rank: usize,
    /// Its id on the map.
    way: i64,
    name: String,
    /// People whose way leads along it.
    walk_here: u64,
    #[serde(flatten)]
    pub loss: Loss,
}

/// The streets that hurt most.
#[derive(Debug, serde::Serialize)]
pub struct Streets {
    /// The worst first.
    pub streets: Vec<Street>,
    /// How many were tried.
    pub tried: usize,
    /// People who walk along the busiest of those that were not tried: none of these costs more people their shelter.
    pub untried_at_most: u64,
}

/// Everybody's ways, as streets of the map.
struct Ways {
    ids: Vec<i64>,
    /// Of each street, by number: its segments.
    segments: Vec<Vec<u32>>,
    /// Of each street: the demands whose way leads along it.
    users: Vec<Vec<u32>>,
    /// Of each street: how many people these are.
    people: Vec<u64>,
}

/// Closes the streets that most people walk on, and tells the `wanted` worst.
///
/// # Errors
/// Where the region contradicts itself.
pub fn rank(city: &City<'_>, everybody: &Everybody, wanted: usize) -> Result<Streets> {
    let mut engine = city.engine(1, &Threads)?;
    let ways = Ways::of(city, &engine, &everybody.demands);
    let mut order: Vec<usize> = (0..ways.ids.len()).filter(|&way| ways.people[way] > 0).collect();
    order.sort_by_key(|&way| (std::cmp::Reverse(ways.people[way]), ways.ids[way]));
    let most = order.len().min(MOST_TRIED).min(wanted.saturating_mul(TRIED_FOR_EACH));
    let network = city.region.network();
    let (progress, mut scratch) = (Progress::new(), Scratch::default());
    let mut found: Vec<(Loss, usize)> = Vec::new();
    let mut tried = 0;
    for &way in &order[..most] {
        let least = found.get(wanted.wrapping_sub(1)).map_or(0, |(loss, _)| loss.lose);
        if found.len() >= wanted && least > ways.people[way] {
            break;
        }
        let demands = ways.users[way].iter().map(|&demand| everybody.demands[demand as usize]);
        let demands: Vec<Demand> = demands.collect();
        let before = bests(city, &engine, &demands);
        let mut apply = |engine: &mut Engine, change: fn(u32) -> Change| -> Result<()> {
            let changes: Vec<Change> = ways.segments[way].iter().copied().map(change).collect();
            let Engine { graph, starts, field } = engine;
            field.apply(&network, graph, starts, &changes, &mut scratch)?;
            Ok(())
        };
        apply(&mut engine, Change::CloseSegment)?;
        let after = bests(city, &engine, &demands);
        apply(&mut engine, Change::OpenSegment)?;
        found.push((loss(&demands, &before, &after), way));
        found.sort_by_key(|(loss, way)| {
            (std::cmp::Reverse((loss.lose, loss.longer_people_x_ds)), ways.ids[*way])
        });
        found.truncate(wanted);
        tried += 1;
        progress.tell("closing streets", tried as u64, most as u64);
    }
    let untried_at_most = order.get(tried).map_or(0, |&way| ways.people[way]);
    let street = |(rank, (loss, way)): (usize, (Loss, usize))| Street {
        rank,
        way: ways.ids[way],
        name: ways.name(city, way),
        walk_here: ways.people[way],
        loss,
    };
    Ok(Streets { streets: (1..).zip(found).map(street).collect(), tried, untried_at_most })
}

impl Ways {
    fn of(city: &City<'_>, engine: &Engine, demands: &[Demand]) -> Ways {
        let (ids, of_segment) = numbered(city);
        let along: Vec<Vec<u32>> = demands
            .par_iter()
            .map_init(Vec::new, |found, demand| along(city, engine, &of_segment, demand, found))
            .collect();
        let mut ways = Ways {
            segments: vec![Vec::new(); ids.len()],
            users: vec![Vec::new(); ids.len()],
            people: vec![0; ids.len()],
            ids,
        };
        for (segment, &way) in (0..).zip(&of_segment).filter(|(_, way)| **way != NO_WAY) {
            ways.segments[way as usize].push(segment);
        }
        for (number, (demand, along)) in (0..).zip(demands.iter().zip(along)) {
            for way in along {
                ways.users[way as usize].push(number);
                ways.people[way as usize] += u64::from(demand.people);
            }
        }
        ways
    }

    fn name(&self, city: &City<'_>, way: usize) -> String {
        let first = self.segments[way].first().and_then(|&segment| city.region.way(segment));
        first.map_or(String::new(), |(_, name)| name.to_owned())
    }
}

/// The ids of all streets, ascending, and the street of each segment by its number there.
fn numbered(city: &City<'_>) -> (Vec<i64>, Vec<u32>) {
    let segments = 0..city.region.network().segments() as u32;
    let id = |segment| city.region.way(segment).map(|(id, _)| id);
    let numbers: BTreeMap<i64, u32> = segments.clone().filter_map(id).map(|id| (id, 0)).collect();
    let ids: Vec<i64> = numbers.into_keys().collect();
    let number = |segment| {
        let found = id(segment).and_then(|id| ids.binary_search(&id).ok());
        found.map_or(NO_WAY, |number| number as u32)
    };
    let of_segment = segments.map(number).collect();
    (ids, of_segment)
}

/// The streets on the way of a demand that reaches a shelter in time, each once.
fn along(
    city: &City<'_>,
    engine: &Engine,
    of_segment: &[u32],
    demand: &Demand,
    found: &mut Vec<Best>,
) -> Vec<u32> {
    city.answers(engine).find(demand.stand, Some(demand.within), found);
    let Some(best) = found.first() else { return Vec::new() };
    let network = city.region.network();
    let (first, legs): (Option<u32>, Vec<Leg>) = match demand.stand {
        Stand::Nowhere => (None, Vec::new()),
        Stand::Node(node) => {
            let found = path(&network, &engine.graph, &engine.field, node, best.shelter);
            (None, found.map(|(legs, ..)| legs).unwrap_or_default())
        }
        Stand::Street { segment, part_mm, off } => {
            let snap = Snap { edge: network.edge_of_segment(segment), segment, part_mm, off };
            let plan = plans(&network, &engine.graph, &engine.field, &[snap], 1).into_iter().next();
            (Some(segment), plan.map(|plan| plan.legs).unwrap_or_default())
        }
    };
    let segments = first.into_iter().chain(legs.into_iter().flat_map(|leg| leg.segments));
    let mut ways: Vec<u32> =
        segments.map(|segment| of_segment[segment as usize]).filter(|&way| way != NO_WAY).collect();
    ways.sort_unstable();
    ways.dedup();
    ways
}

/// The best shelter in time of each demand.
fn bests(city: &City<'_>, engine: &Engine, demands: &[Demand]) -> Vec<Option<Best>> {
    let answers = city.answers(engine);
    let best = |found: &mut Vec<Best>, demand: &Demand| {
        answers.find(demand.stand, Some(demand.within), found);
        found.first().copied()
    };
    demands.par_iter().with_min_len(256).map_init(Vec::new, best).collect()
}

fn loss(demands: &[Demand], before: &[Option<Best>], after: &[Option<Best>]) -> Loss {
    let mut loss = Loss::default();
    for (demand, (before, after)) in demands.iter().zip(before.iter().zip(after)) {
        let people = u64::from(demand.people);
        match (before, after) {
            (Some(_), None) => loss.lose += people,
            (Some(before), Some(after)) if after.time > before.time => {
                loss.longer += people;
                loss.longer_people_x_ds += people * u64::from(after.time.0 - before.time.0);
            }
            _ => {}
        }
    }
    loss
}

impl Street {
    /// How it is called, or its id.
    pub fn title(&self) -> String {
        if self.name.is_empty() {
            format!("way {}", self.way)
        } else {
            format!("{} (way {})", self.name, self.way)
        }
    }
}
