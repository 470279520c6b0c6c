//! A region over HTTP: the planner's API under `/v1`, vector tiles, and the page.
//!
//! * [`Server`] makes an [`axum::Router`] of a region, which tests ask without any socket.
//! * [`serve`] listens, with limits on everything that comes from outside, until it is told to stop.
//! * [`answers`] makes the answers that the command hands out, too: the same objects.
//!
//! No place is in any address, log or error: questions that hold one are asked by `POST`, a log line has
//! the route's pattern, the status and the time it took, and no sentence of an error quotes the question.
//! No cookies, no other origins, nothing written anywhere. What is kept in memory can be computed again:
//! 16 engines (of a city of a million nodes 60 MB each at k = 3, of the sample 1 MB), 16 questions with
//! every doorstep (80 bytes each), 64 questions about single places, 64 what-ifs.

pub mod answers;
pub mod cases;
pub mod problem;
pub mod schema;

mod api;
mod ask;
mod cache;
mod guard;
mod listen;
mod members;
mod pack;
mod page;
mod patience;
mod state;
mod turns;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use hinan_region::Region;
use utoipa::OpenApi as _;
use utoipa_axum::router::OpenApiRouter;

pub use listen::{Limits, serve};
pub use state::Options;

/// The largest body, in bytes.
pub const MOST_BYTES: usize = 2 << 20;

/// A region that is ready to be asked.
pub struct Server {
    state: Arc<state::State>,
    guard: Arc<guard::Guard>,
    limits: Limits,
}

/// The head of the description.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "hinan",
        description = "Which shelter, which way, how many minutes, and is that soon enough: for a planner, of one region.\n\nNot for use in an emergency: follow the instructions of your authorities.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
    ),
    tags(
        (name = "region", description = "What there is"),
        (name = "places", description = "Answers for places; asked by POST, never logged"),
        (name = "city", description = "Answers for everybody"),
        (name = "tiles", description = "The map"),
    )
)]
struct Description;

impl Server {
    /// A server of `region`.
    pub fn new(region: Region, options: Options) -> Server {
        page::prepare();
        let Options { compare, districts, hosts, rate, limits } = options;
        Server {
            state: Arc::new(state::State::new(region, compare, districts)),
            guard: Arc::new(guard::Guard::new(hosts, rate)),
            limits,
        }
    }

    /// Everything that is answered.
    pub fn router(&self) -> Router {
        let (router, _) = described().split_for_parts();
        router
            .fallback(page::page)
            .method_not_allowed_fallback(guard::no_such_method)
            .layer(DefaultBodyLimit::max(MOST_BYTES))
            .layer(axum::middleware::from_fn_with_state(self.state.clone(), pack::pack))
            .layer(axum::middleware::from_fn_with_state(self.limits, guard::watch))
            .layer(axum::middleware::from_fn_with_state(self.guard.clone(), guard::let_in))
            .layer(axum::middleware::from_fn(guard::seal))
            .with_state(self.state.clone())
    }
}

/// What the page is made of: names and bytes of its files, as they were built into the program.
pub fn page_contents() -> std::collections::BTreeMap<String, Vec<u8>> {
    page::built()
}

/// The page's files alone, for a face that may have no region. Stands in [`enclosed`].
pub fn page_files() -> Router {
    page::prepare();
    Router::new().fallback(page::page)
}

/// `router` behind the same doors as a [`Server`]'s: asked under `hosts` only (any where empty), in bounded
/// time, and every answer sealed.
pub fn enclosed(router: Router, hosts: Vec<String>, limits: Limits) -> Router {
    let guard = Arc::new(guard::Guard::new(hosts, None));
    router
        .method_not_allowed_fallback(guard::no_such_method)
        .layer(axum::middleware::from_fn_with_state(limits, guard::watch))
        .layer(axum::middleware::from_fn_with_state(guard, guard::let_in))
        .layer(axum::middleware::from_fn(guard::seal))
}

fn described() -> OpenApiRouter<Arc<state::State>> {
    OpenApiRouter::with_openapi(Description::openapi()).merge(api::routes())
}

/// The description of the API (OpenAPI 3.1), as JSON. `crates/hinan-server/openapi.json` holds the same.
pub fn openapi() -> String {
    described().to_openapi().to_pretty_json().unwrap_or_default() + "\n"
}
