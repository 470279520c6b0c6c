//! Listening, with limits on everything that comes from outside.

use std::collections::BTreeMap;
use std::future::Future;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulConnection, GracefulShutdown};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower::Service as _;

use crate::guard::Peer;
use crate::patience::Patient;

/// The largest head of a request, in bytes.
const MOST_HEAD: usize = 64 << 10;
/// How long what was begun may take once the server is told to stop.
const FAREWELL: Duration = Duration::from_secs(5);

/// How much a caller may take up.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections that are held at a time; the next one waits.
    pub connections: usize,
    /// Connections that one address may hold; the next one is closed.
    pub connections_each: usize,
    /// How long a request's head may take to arrive, and an idle connection is kept.
    pub head: Duration,
    /// How long a request may take from its head to its answer, its body included.
    pub request: Duration,
    /// How long nothing of an answer may be taken.
    pub unread: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            connections: 1_024,
            // Half: one address alone cannot keep the others out, and a proxy, which is one, has enough.
            connections_each: 512,
            head: Duration::from_secs(15),
            request: Duration::from_secs(90),
            unread: Duration::from_secs(30),
        }
    }
}

/// Answers on `listener` until `stop` comes; what was begun is then finished, for a few seconds.
pub async fn serve(listener: TcpListener, router: Router, limits: Limits, stop: impl Future<Output = ()>) {
    let graceful = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(limits.connections));
    let held = Arc::new(Held::default());
    let mut stop = std::pin::pin!(stop);
    loop {
        let next = async {
            let Ok(place) = room.clone().acquire_owned().await else { return None };
            Some((listener.accept().await, place))
        };
        let accepted = tokio::select! {
            next = next => next,
            () = &mut stop => break,
        };
        match accepted {
            Some((Ok((stream, peer)), place)) => {
                let peer = peer.ip();
                let Some(seat) = held.take(peer, limits.connections_each, place) else { continue };
                let watched = graceful.watch(connection(stream, router.clone(), Peer(peer), limits));
                tokio::spawn(async move {
                    // A caller that hangs up is no error of ours.
                    watched.await.ok();
                    drop(seat);
                });
            }
            // Out of files, say: others will hang up.
            Some((Err(_), _)) => tokio::time::sleep(Duration::from_millis(50)).await,
            None => break,
        }
    }
    drop(listener);
    tokio::time::timeout(FAREWELL, graceful.shutdown()).await.ok();
}

fn connection(
    stream: TcpStream,
    router: Router,
    peer: Peer,
    limits: Limits,
) -> impl GracefulConnection<Error = hyper::Error> + Send {
    // Answers are small and asked one after the other.
    stream.set_nodelay(true).ok();
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        router.clone().call(request)
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_buf_size(MOST_HEAD)
        .serve_connection(TokioIo::new(Patient::new(stream, limits.unread)), service)
}

/// How many connections each address holds.
#[derive(Default)]
struct Held(Mutex<BTreeMap<IpAddr, usize>>);

/// A connection's place among all, and among those of its address.
struct Seat {
    held: Arc<Held>,
    peer: IpAddr,
    _place: OwnedSemaphorePermit,
}

impl Held {
    fn take(self: &Arc<Held>, peer: IpAddr, most: usize, place: OwnedSemaphorePermit) -> Option<Seat> {
        let mut counts = self.counts();
        let count = counts.entry(peer).or_default();
        if *count >= most {
            return None;
        }
        *count += 1;
        Some(Seat { held: self.clone(), peer, _place: place })
    }

    fn counts(&self) -> MutexGuard<'_, BTreeMap<IpAddr, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut counts = self.held.counts();
        if let Some(count) = counts.get_mut(&self.peer) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.peer);
            }
        }
    }
}
