//! `doors CITY.hinan [WITHIN_S [TOP]]`: which locked door hurts most, timed; one line of JSON. Without places all doors are ranked, and
//! the worst five pairs; with places TOP doors (none unless said) are locked one by one, and everybody is assigned anew. Reading the
//! region is not timed. The worst three doors are locked in a search of their own to see that they cost as much.

use core::ops::ControlFlow;
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};
use hinan_model::Ds;
use hinan_plan::answer::{Answers, Best, Stand};
use hinan_plan::assign::{Demand, Goal, PlaceLoss, Problem};
use hinan_plan::doors::{self, BESTS, Choices, Loss};
use hinan_reach::{Field, Graph, Scratch, Start, Starts};
use hinan_region::Region;
use rayon::prelude::*;

struct Threads;

impl hinan_reach::Workers for Threads {
    fn count(&self) -> usize {
        rayon::current_num_threads()
    }

    fn run<J: Send>(&self, jobs: &mut [J], work: impl Fn(&mut J) + Sync) {
        jobs.par_iter_mut().for_each(&work);
    }
}

/// Everybody, where they can go, and the shelters.
struct Town<'a> {
    region: &'a Region,
    graph: Graph,
    entrances: Vec<Start>,
    demands: Vec<Demand>,
}

impl<'a> Town<'a> {
    fn of(region: &'a Region, within: Ds) -> Result<Town<'a>> {
        let start = |entrance: &hinan_region::layout::EntranceRecord| Start {
            shelter: entrance.shelter,
            node: entrance.node,
            time: region.start_time(entrance, 0),
        };
        let people = (0..).zip(region.people()).filter(|(_, people)| **people > 0);
        Ok(Town {
            region,
            graph: Graph::new(&region.network(), 0)?,
            entrances: region.entrances().iter().map(start).collect(),
            demands: people
                .map(|(node, &people)| Demand { stand: Stand::Node(node), people, within })
                .collect(),
        })
    }

    fn shelters(&self) -> u32 {
        self.region.shelters().len() as u32
    }

    fn field(&self, entrances: &[Start], k: usize) -> Result<Field> {
        let mut field = Field::empty(&self.graph, k);
        let starts = Starts::new(&self.graph, self.shelters(), entrances)?;
        field.recompute(&self.graph, &starts, &mut Scratch::default(), &Threads);
        Ok(field)
    }

    /// The best shelters of everybody.
    fn choices(&self, field: &Field) -> Vec<Choices> {
        let answers = Answers { network: self.region.network(), graph: &self.graph, field };
        let choose = |found: &mut Vec<Best>, demand: &Demand| {
            answers.find(demand.stand, Some(demand.within), found);
            let mut bests = [None; BESTS];
            bests.iter_mut().zip(found).for_each(|(best, one)| *best = Some(*one));
            Choices { people: demand.people, within: demand.within, bests }
        };
        self.demands.par_iter().with_min_len(4096).map_init(Vec::new, choose).collect()
    }

    /// What a locked door costs, by searching anew.
    fn lock(&self, shelter: u32) -> Result<Loss> {
        let open: Vec<Start> =
            self.entrances.iter().filter(|start| start.shelter != shelter).copied().collect();
        let (before, after) =
            (self.choices(&self.field(&self.entrances, 1)?), self.choices(&self.field(&open, 1)?));
        let mut loss = Loss::default();
        for (before, after) in before.iter().zip(&after) {
            match (before.bests[0], after.bests[0]) {
                (Some(_), None) => loss.lose += u64::from(before.people),
                (Some(one), Some(other)) if other.time > one.time => {
                    loss.longer += u64::from(before.people);
                    loss.longer_people_x_ds +=
                        u64::from(before.people) * u64::from(other.time.0 - one.time.0);
                }
                _ => {}
            }
        }
        Ok(loss)
    }

    /// The worst doors, where everybody is assigned anew without each; and how long the first answer took.
    fn with_places(&self, worst: &[u32]) -> Result<(Vec<PlaceLoss>, f64)> {
        let begun = Instant::now();
        let capacity: Vec<u64> =
            self.region.shelters().iter().map(|shelter| u64::from(shelter.capacity.unwrap_or(0))).collect();
        let problem = Problem {
            network: self.region.network(),
            graph: &self.graph,
            entrances: &self.entrances,
            capacity: &capacity,
            demands: &self.demands,
            goal: Goal::Total,
            keep_together: false,
        };
        let locking = problem.locking(&Threads, &mut |_| ControlFlow::Continue(()))?;
        let first = begun.elapsed().as_secs_f64();
        Ok((locking.doors(worst, &Threads, &|| ())?, first))
    }
}

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let path = words.first().context("doors CITY.hinan [WITHIN_S [TOP]]")?;
    let within = words.get(1).map(|word| word.parse::<u32>()).transpose()?;
    let top = words.get(2).map_or(Ok(0), |word| word.parse::<usize>())?;
    let region = Region::open(std::path::Path::new(path))?;
    let town = Town::of(&region, within.map_or(Ds::UNREACHABLE, |seconds| Ds(seconds * 10)))?;

    let begun = Instant::now();
    let field = town.field(&town.entrances, BESTS)?;
    let searched = begun.elapsed().as_secs_f64();
    let choices = town.choices(&field);
    let losses = doors::losses(town.shelters(), &choices);
    let order = doors::ranking(&losses);
    let pairs = doors::pairs(&losses, &choices, 5);
    let seconds = begun.elapsed().as_secs_f64();

    for &shelter in order.iter().take(3) {
        ensure!(town.lock(shelter)? == losses[shelter as usize], "shelter {shelter} costs something else");
    }
    let locked_at = Instant::now();
    let (placed, first) =
        if top > 0 { town.with_places(&order[..top.min(order.len())])? } else { Default::default() };
    println!(
        "{{\"nodes\": {}, \"doors\": {}, \"seconds\": {seconds:.3}, \"of_them_field\": {searched:.3}, \"worst\": {}, \
         \"worst_pair\": {}, \"with_places\": {}, \"with_places_seconds\": {:.3}, \"of_them_first\": {first:.3}, \
         \"more_without\": {}}}",
        town.demands.len(),
        order.len(),
        order.first().map_or(0, |&shelter| losses[shelter as usize].lose),
        pairs.first().map_or(0, |pair| pair.together.lose),
        placed.len(),
        locked_at.elapsed().as_secs_f64(),
        placed.iter().map(|loss| loss.more_without).sum::<u64>(),
    );
    Ok(())
}
