//! What every request passes: who may ask, what is logged, what every answer carries.

use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use governor::{Quota, RateLimiter};

use crate::listen::Limits;
use crate::problem::Problem;

/// Once in so many requests addresses that are quiet again are forgotten.
const SWEEP: u32 = 4096;

type Limiter =
    RateLimiter<IpAddr, governor::state::keyed::HashMapStateStore<IpAddr>, governor::clock::DefaultClock>;

/// The address that a request came from.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// Who may ask, and how often.
pub struct Guard {
    hosts: Vec<String>,
    limiter: Option<Limiter>,
    asked: AtomicU32,
}

impl Guard {
    /// Lets in who asks for one of `hosts` (anybody where there are none), `rate` times a second.
    pub fn new(hosts: Vec<String>, rate: Option<NonZeroU32>) -> Guard {
        let limiter = rate.map(|rate| {
            let burst = NonZeroU32::new(rate.get().saturating_mul(4)).unwrap_or(rate);
            RateLimiter::hashmap(Quota::per_second(rate).allow_burst(burst))
        });
        Guard { hosts, limiter, asked: AtomicU32::new(0) }
    }

    fn check(&self, request: &Request) -> Result<(), Problem> {
        if !self.hosts.is_empty() && !self.is_for_us(request) {
            return Err(Problem::new(
                StatusCode::MISDIRECTED_REQUEST,
                "this server answers under its own names only",
            ));
        }
        let (Some(limiter), Some(Peer(address))) = (&self.limiter, request.extensions().get::<Peer>()) else {
            return Ok(());
        };
        if self.asked.fetch_add(1, Ordering::Relaxed) % SWEEP == SWEEP - 1 {
            limiter.retain_recent();
        }
        limiter.check_key(&neighbourhood(*address)).map_err(|_ignored| {
            Problem::new(
                StatusCode::TOO_MANY_REQUESTS,
                "more requests than one address may send; wait a second",
            )
        })
    }

    fn is_for_us(&self, request: &Request) -> bool {
        let host = request.headers().get(header::HOST).map(|host| host.to_str().unwrap_or("?"));
        // Without a host nobody was led here by a name.
        let Some(host) = host.or_else(|| request.uri().authority().map(|authority| authority.as_str()))
        else {
            return true;
        };
        let name = match host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
            _ => host,
        };
        self.hosts.iter().any(|known| known.eq_ignore_ascii_case(name))
    }
}

/// Whoever has one IPv6 address has all of its network.
fn neighbourhood(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
    }
}

/// Turns away who may not ask.
pub async fn let_in(State(guard): State<Arc<Guard>>, request: Request, next: Next) -> Response {
    match guard.check(&request) {
        Ok(()) => next.run(request).await,
        Err(problem) => problem.into_response(),
    }
}

/// Logs the route's pattern, the status and how long it took: nothing else, and no address. Ends what
/// takes too long.
pub async fn watch(State(limits): State<Limits>, request: Request, next: Next) -> Response {
    let clock = Instant::now();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let method = request.method().clone();
    let response = match tokio::time::timeout(limits.request, next.run(request)).await {
        Ok(response) => in_one_form(response),
        Err(_) => {
            Problem::new(StatusCode::REQUEST_TIMEOUT, "the request took too long to arrive").into_response()
        }
    };
    let milliseconds = clock.elapsed().as_millis() as u64;
    let route = route.as_ref().map_or("the page", MatchedPath::as_str);
    tracing::info!(
        method = known(&method),
        route,
        status = response.status().as_u16(),
        milliseconds,
        "answered"
    );
    response
}

/// A method by its usual name: what somebody made up is not written down.
fn known(method: &axum::http::Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "OPTIONS" => "OPTIONS",
        _ => "other",
    }
}

/// Errors of the framework as problems, in our words.
fn in_one_form(response: Response) -> Response {
    let status = response.status();
    let is_ours =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind == "application/problem+json");
    if is_ours || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let detail = match status {
        StatusCode::PAYLOAD_TOO_LARGE => "the body is larger than 2 MB",
        StatusCode::METHOD_NOT_ALLOWED => "this route is asked by another method",
        _ => "the request cannot be read",
    };
    let mut problem = Problem::new(status, detail).into_response();
    problem
        .headers_mut()
        .extend(response.headers().get(header::ALLOW).map(|allow| (header::ALLOW, allow.clone())));
    problem
}

/// What is answered where a route is asked by a method that it has not.
pub async fn no_such_method() -> Problem {
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "this route is asked by another method")
}

/// What MapLibre needs and nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
     font-src 'self'; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'none'";

/// Headers that keep answers to ourselves, on everything that is sent.
pub async fn seal(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        ("content-security-policy", POLICY),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-resource-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
    ] {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    // An answer to a question with a place in it must not lie around on a disk.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}
