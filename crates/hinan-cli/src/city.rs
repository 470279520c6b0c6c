//! A region opened by the command, and what its arguments name in it.

use std::path::Path;

use anyhow::{Context as _, Result};
use hinan_reach::Workers;
use hinan_region::Region;
use rayon::prelude::*;

use crate::failure::Usage;

/// Opens a region file.
///
/// # Errors
/// Where it cannot be read or is no whole region.
pub fn open(path: &Path) -> Result<Region> {
    Region::open(path).with_context(|| path.display().to_string())
}

/// The number of the shelter with id `id`.
///
/// # Errors
/// Where there is none; says which ids are like it.
pub fn find_shelter(region: &Region, id: &str) -> Result<u32> {
    let shelters = region.shelters();
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
pub fn find_node(region: &Region, id: &str) -> Result<u32> {
    region.find_node(id).ok_or_else(|| {
        let example = region.node_id(0).unwrap_or_default();
        Usage::because(format!("there is no node {id} on this region's streets; ids look like {example}"))
    })
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
