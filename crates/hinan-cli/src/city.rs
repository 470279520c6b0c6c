//! A region opened for one walker, and the engine over it.

use std::path::Path;

use anyhow::{Context as _, Result};
use hinan_model::walker;
use hinan_model::{Ds, Shelter, Source};
use hinan_reach::{Field, Graph, Scratch, Start, Starts, Workers};
use hinan_region::Region;
use rayon::prelude::*;

use crate::failure::Usage;

/// A region and the number of the walker that was asked for.
pub struct City {
    /// The region.
    pub region: Region,
    /// The walker's number.
    pub walker: usize,
}

/// Everything that the engine needs to answer for one walker.
pub struct Engine {
    /// The network.
    pub graph: Graph,
    /// The entrances.
    pub starts: Starts,
    /// The best shelters of every node.
    pub field: Field,
}

/// Opens a region file.
///
/// # Errors
/// Where it cannot be read or is no whole region.
pub fn open(path: &Path) -> Result<Region> {
    Region::open(path).with_context(|| path.display().to_string())
}

impl City {
    /// Opens a region for the walker called `name`, or the default one.
    ///
    /// # Errors
    /// Where the file is no region, or has no such walker.
    pub fn open(path: &Path, name: Option<&str>) -> Result<City> {
        let region = open(path)?;
        let walker = walker::find(region.walkers(), name)
            .map_err(|unknown| Usage::because(format!("--walker: {unknown}")))?;
        Ok(City { region, walker })
    }

    /// The walker's name.
    pub fn walker_name(&self) -> &str {
        self.region.walkers().get(self.walker).map_or("", |walker| &walker.name)
    }

    /// Graph, entrances and the field of the best `k`, on all threads. Shelters that their list
    /// calls closed, full or out of use are closed.
    ///
    /// # Errors
    /// Where the region contradicts itself.
    pub fn engine(&self, k: usize) -> Result<Engine> {
        let graph = Graph::new(&self.region.network(), self.walker)?;
        let mut starts = Starts::new(&graph, self.region.shelters().len() as u32, &self.entrances())?;
        for (shelter, record) in (0..).zip(self.region.shelters()) {
            if !record.status.is_usable() {
                starts.set_open(shelter, false)?;
            }
        }
        let mut field = Field::empty(&graph, k);
        field.recompute(&graph, &starts, &mut Scratch::default(), &Threads);
        Ok(Engine { graph, starts, field })
    }

    fn entrances(&self) -> Vec<Start> {
        let start = |entrance| self.region.start_time(entrance, self.walker);
        self.region
            .entrances()
            .iter()
            .map(|entrance| Start { shelter: entrance.shelter, node: entrance.node, time: start(entrance) })
            .collect()
    }

    /// Shelter number `shelter`.
    pub fn shelter(&self, shelter: u32) -> Option<&Shelter> {
        self.region.shelters().get(shelter as usize)
    }

    /// The list that a shelter comes from.
    pub fn source(&self, shelter: &Shelter) -> Option<&Source> {
        self.region.meta().sources.get(shelter.source as usize)
    }

    /// The number of the shelter with id `id`.
    ///
    /// # Errors
    /// Where there is none; says which ids are like it.
    pub fn find_shelter(&self, id: &str) -> Result<u32> {
        let shelters = self.region.shelters();
        if let Some(number) = shelters.iter().position(|shelter| shelter.id == id) {
            return Ok(number as u32);
        }
        let known: Vec<&str> = shelters.iter().map(|shelter| shelter.id.as_str()).take(3).collect();
        Err(Usage::because(match known.as_slice() {
            [] => format!("there is no shelter {id}: this region has none"),
            known => format!(
                "there is no shelter {id} in this region; its {} shelters have ids such as {}",
                shelters.len(),
                known.join(", ")
            ),
        }))
    }

    /// The number of the node with id `id`.
    ///
    /// # Errors
    /// Where there is none.
    pub fn find_node(&self, id: &str) -> Result<u32> {
        self.region.find_node(id).ok_or_else(|| {
            let example = self.region.node_id(0).unwrap_or_default();
            Usage::because(format!("there is no node {id} on this region's streets; ids look like {example}"))
        })
    }
}

/// Threads of the common pool.
pub struct Threads;

impl Workers for Threads {
    fn count(&self) -> usize {
        rayon::current_num_threads()
    }

    fn run<J: Send>(&self, jobs: &mut [J], work: impl Fn(&mut J) + Sync) {
        jobs.par_iter_mut().for_each(&work);
    }
}

/// The walking time limit of `--within`.
pub fn is_within(time: Ds, within: Option<Ds>) -> bool {
    within.is_none_or(|limit| time <= limit)
}
