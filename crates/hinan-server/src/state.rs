//! What all requests share.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use hinan_city::WhatIf;
use hinan_model::NamedArea;
use hinan_region::Region;
use sha2::{Digest as _, Sha256};

use crate::api::AssignKey;
use crate::cache::Cache;
use crate::cases::{Case, Cases};
use crate::listen::Limits;
use crate::members::Members;
use crate::problem::Problem;
use crate::turns::{Asker, Turns};

/// What-ifs that are kept; the one not used for longest is forgotten first.
pub const MOST_SESSIONS: usize = 64;

/// Assignments that are kept: of each some 300 bytes a shelter, and 100 kB of squares at most.
pub const MOST_ASSIGNED: usize = 16;

/// How a server is run.
#[derive(Default)]
pub struct Options {
    /// A second region, whose coverage is told beside that of the first.
    pub compare: Option<Region>,
    /// Districts that people are counted by.
    pub districts: Vec<NamedArea>,
    /// Names under which the server may be asked (`Host`), without port; any where empty. A page of
    /// somebody else's that points its own name at this machine is refused by them.
    pub hosts: Vec<String>,
    /// Requests a second that one address may send; no limit without.
    pub rate: Option<NonZeroU32>,
    /// How much a caller may take up.
    pub limits: Limits,
}

/// Which of two cities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one that is served.
    First,
    /// The one it is compared with.
    Second,
}

/// What all requests share.
pub struct State {
    /// The region's questions.
    pub cases: Cases,
    /// Those of the region to compare with.
    pub compare: Option<Cases>,
    /// Districts that people are counted by.
    pub districts: Vec<NamedArea>,
    /// Who gets which place, as it was answered.
    pub assigned: Cache<AssignKey, Bytes>,
    sessions: Cache<String, Arc<WhatIf>>,
    quick: Turns,
    dear: Turns,
}

/// How long a computation may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// One place, one tile.
    Quick,
    /// The whole city, perhaps several times.
    Dear,
}

impl State {
    /// Shared state of a server of `region`.
    pub fn new(region: Region, compare: Option<Region>, districts: Vec<NamedArea>) -> State {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        State {
            cases: Cases::new(Arc::new(region)),
            compare: compare.map(|region| Cases::new(Arc::new(region))),
            districts,
            assigned: Cache::new(MOST_ASSIGNED),
            sessions: Cache::new(MOST_SESSIONS),
            // A few more than cores, so that one who must wait for an engine does not stop the others.
            quick: Turns::new(cores + 2, Duration::from_secs(20)),
            dear: Turns::new(cores.div_ceil(2), Duration::from_secs(60)),
        }
    }

    /// The region.
    pub fn region(&self) -> &Region {
        self.cases.region()
    }

    /// The questions of the first or the second city.
    ///
    /// # Errors
    /// Where no second city is served.
    pub fn cases_of(&self, city: Which) -> Result<&Cases, Problem> {
        match (city, &self.compare) {
            (Which::First, _) => Ok(&self.cases),
            (Which::Second, Some(cases)) => Ok(cases),
            (Which::Second, None) => Err(Problem::missing(
                "city: no second city is served; start it with: hinan serve CITY --compare OTHER",
            )),
        }
    }

    /// Computes something off the threads that talk to the network. No more at a time than cores can
    /// bear; the others wait.
    ///
    /// # Errors
    /// What `work` says, or that it took too long.
    pub async fn compute<T: Send + 'static>(
        self: &Arc<State>,
        weight: Weight,
        work: impl FnOnce(&State) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        self.compute_for(weight, move |state, _| work(state)).await
    }

    /// The same for work that can stop once nobody waits for it.
    ///
    /// # Errors
    /// As [`State::compute`].
    pub async fn compute_for<T: Send + 'static>(
        self: &Arc<State>,
        weight: Weight,
        work: impl FnOnce(&State, &Asker) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let turns = match weight {
            Weight::Quick => &self.quick,
            Weight::Dear => &self.dear,
        };
        let state = self.clone();
        turns.run(move |asker| work(&state, asker)).await
    }

    /// Keeps a what-if and gives the token that stands for it: the same for the same.
    pub fn keep(&self, what_if: WhatIf) -> String {
        let mut hash = Sha256::new();
        for list in [&what_if.close, &what_if.open, &what_if.close_segments] {
            hash.update((list.len() as u64).to_le_bytes());
            list.iter().for_each(|number| hash.update(number.to_le_bytes()));
        }
        let token: String = hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        self.sessions.get(token.clone(), || Arc::new(what_if));
        token
    }

    /// Reads `whatif`, the token of a what-if that was asked before.
    ///
    /// # Errors
    /// Where it is not kept any more.
    pub fn what_if(&self, members: &mut Members) -> Result<WhatIf, Problem> {
        let Some(token) = members.word("whatif")? else { return Ok(WhatIf::default()) };
        match self.sessions.find(&token) {
            Some(what_if) => Ok(what_if.as_ref().clone()),
            None => Err(Problem::missing(format!(
                "whatif: not kept any more (the last {MOST_SESSIONS} are); ask POST /v1/whatif again"
            ))),
        }
    }

    /// A settled question about everybody.
    ///
    /// # Errors
    /// As [`Cases::whole`].
    pub fn whole(&self, question: &hinan_city::Question) -> Result<Arc<Case>, Problem> {
        self.cases.whole(question)
    }
}
