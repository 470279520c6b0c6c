//! Questions that were settled, with their engines, kept for who asks the same again.

use std::sync::{Arc, OnceLock};

use hinan_city::{AskError, City, Doorsteps, Engine, Question, WhatIf};
use hinan_hours::LocalTime;
use hinan_model::{AreaIndex, Ds, Threat};
use hinan_plan::coverage::band;
use hinan_plan::{Coverage, Fate};
use hinan_reach::Workers;
use hinan_region::Region;
use hinan_render::tiles::Tiles;
use rayon::prelude::*;

use crate::cache::Cache;
use crate::problem::Problem;

/// Engines that are kept: a graph, and k shelters of every node. Of a city of a million nodes one
/// takes some 60 MB at k = 3.
pub const MOST_ENGINES: usize = 16;
/// Settled questions with all their doorsteps: some 80 bytes a doorstep each.
pub const MOST_WHOLE: usize = 16;
/// Settled questions about single places: kilobytes each.
pub const MOST_NEAR: usize = 64;

/// Shelters of each place that a question about everybody looks at.
pub const WHOLE_K: usize = 3;

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

self_cell::self_cell!(
    /// A region and a question about it, kept together.
    struct Settled {
        owner: Arc<Region>,
        #[covariant]
        dependent: City,
    }
);

/// A question that is settled, with its engine; what else it comes to is computed once, when needed.
pub struct Case {
    settled: Settled,
    engine: Arc<Engine>,
    /// How many junctions a what-if looked at.
    pub looked_at: usize,
    doorsteps: OnceLock<Doorsteps>,
    coverage: OnceLock<Coverage>,
    classes: OnceLock<Vec<u8>>,
}

impl Case {
    /// The region and the question.
    pub fn city(&self) -> &City<'_> {
        self.settled.borrow_dependent()
    }

    /// Its engine.
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// Every doorstep, judged.
    pub fn doorsteps(&self) -> &Doorsteps {
        self.doorsteps.get_or_init(|| self.city().doorsteps(&self.engine, &AreaIndex::default(), &Threads))
    }

    /// The count of everybody.
    pub fn coverage(&self) -> &Coverage {
        self.coverage.get_or_init(|| Coverage::of(&self.doorsteps().all, 0))
    }

    /// The class of every doorstep of the region, for a map: bands of three minutes (0 to 8), 9 no way
    /// leads to a shelter, 10 unknown, 11 on forbidden ground, 12 the building itself is a shelter. Nothing
    /// where the region has no doorsteps.
    pub fn classes(&self) -> &[u8] {
        self.classes.get_or_init(|| {
            if self.city().region.doorsteps().is_empty() {
                return Vec::new();
            }
            let class = |doorstep: &hinan_plan::Doorstep| match doorstep.fate() {
                Fate::Inside => 12,
                fate @ (Fate::Go | Fate::GoAtOnce | Fate::OnlyIfAlreadyOutside | Fate::Late) => {
                    band(doorstep, fate) as u8
                }
                Fate::OutOfReach => 9,
                Fate::Unknown | Fate::NoStreet => 10,
                Fate::Forbidden => 11,
            };
            self.doorsteps().all.iter().map(class).collect()
        })
    }
}

/// Everything that tells one settled question from another.
#[derive(Clone, PartialEq)]
pub struct CaseKey {
    threat: Option<Threat>,
    walker: Option<String>,
    within: Option<Ds>,
    at: Option<LocalTime>,
    floor: i8,
    delay: Ds,
    queue: Ds,
    what_if: WhatIf,
    k: usize,
}

/// Everything that tells one engine from another: different hazards and hours may offer the same.
#[derive(PartialEq)]
struct EngineKey {
    walker: usize,
    k: usize,
    offered: Vec<bool>,
    closed: Vec<u32>,
}

type Made<T> = Result<Arc<T>, Problem>;

/// The settled questions of one region, and its map.
pub struct Cases {
    region: Arc<Region>,
    tiles: OnceLock<Tiles>,
    engines: Cache<EngineKey, Result<(Arc<Engine>, usize), Problem>>,
    near: Cache<CaseKey, Made<Case>>,
    whole: Cache<CaseKey, Made<Case>>,
}

impl Cases {
    /// None yet.
    pub fn new(region: Arc<Region>) -> Cases {
        Cases {
            region,
            tiles: OnceLock::new(),
            engines: Cache::new(MOST_ENGINES),
            near: Cache::new(MOST_NEAR),
            whole: Cache::new(MOST_WHOLE),
        }
    }

    /// The region.
    pub fn region(&self) -> &Arc<Region> {
        &self.region
    }

    /// What tiles are drawn from; records that their owner keeps private are not in it.
    pub fn tiles(&self) -> &Tiles {
        self.tiles.get_or_init(|| Tiles::new(&self.region, false))
    }

    /// A question about single places, for the best `k` shelters.
    ///
    /// # Errors
    /// Where the region has no such walker.
    pub fn near(&self, question: &Question, k: usize) -> Made<Case> {
        // Shelters beyond the third are rarely asked for, and cost everybody else time.
        let k = if k <= 3 { 3 } else { 8 };
        self.near.get(CaseKey::of(question, k), || self.settle(question, k))
    }

    /// A question about everybody.
    ///
    /// # Errors
    /// Where the region has no such walker.
    pub fn whole(&self, question: &Question) -> Made<Case> {
        self.whole.get(CaseKey::of(question, WHOLE_K), || self.settle(question, WHOLE_K))
    }

    fn settle(&self, question: &Question, k: usize) -> Made<Case> {
        let settled = Settled::try_new(self.region.clone(), |region| City::ask(region, question.clone()))
            .map_err(|error| match error {
                AskError::Walker(_) => Problem::missing(format!(
                    "this region has no such walker; there are {}",
                    names_of_walkers(&self.region)
                )),
                AskError::NoPlaces => Problem::bad(error.to_string()),
            })?;
        let (engine, looked_at) = self.engine(settled.borrow_dependent(), k)?;
        Ok(Arc::new(Case {
            settled,
            engine,
            looked_at,
            doorsteps: OnceLock::new(),
            coverage: OnceLock::new(),
            classes: OnceLock::new(),
        }))
    }

    /// Whatever is asked twice is searched once; what is imagined to be closed is relabelled.
    fn engine(&self, city: &City, k: usize) -> Result<(Arc<Engine>, usize), Problem> {
        let what_if = &city.question.what_if;
        let key = EngineKey {
            walker: city.walker,
            k,
            offered: city.offered.iter().map(Result::is_ok).collect(),
            closed: what_if.close_segments.clone(),
        };
        // Found before the engine is: where nothing changes the two have one key.
        let before = match what_if.is_nothing() {
            true => None,
            false => {
                let question = Question { what_if: WhatIf::default(), ..city.question.clone() };
                Some(self.near(&question, k)?)
            }
        };
        self.engines.get(key, || {
            let made = match &before {
                None => city.engine(k, &Threads).map(|engine| (engine, 0)),
                Some(before) => city.engine_from(before.city(), before.engine()),
            };
            made.map(|(engine, looked_at)| (Arc::new(engine), looked_at))
                .map_err(|error| Problem::ours(error.to_string()))
        })
    }
}

/// Walkers of a region, as a list in a sentence.
pub fn names_of_walkers(region: &Region) -> String {
    region.walkers().iter().map(|walker| walker.name.as_str()).collect::<Vec<_>>().join(", ")
}

impl CaseKey {
    /// Of a question for the best `k` shelters.
    pub fn of(question: &Question, k: usize) -> CaseKey {
        CaseKey {
            threat: question.threat,
            walker: question.walker.clone(),
            within: question.within,
            at: question.at,
            floor: question.origin.floor,
            delay: question.origin.delay,
            queue: question.queue,
            what_if: question.what_if.clone(),
            k,
        }
    }
}
