//! Listening, with limits on everything that comes from outside.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tower::Service as _;

use crate::guard::Peer;

/// Connections that are held at a time; the next one waits.
const MOST_CONNECTIONS: usize = 1_024;
/// How long a request's head may take to arrive, and an idle connection is kept.
const HEAD: Duration = Duration::from_secs(15);
/// How long what was begun may take once the server is told to stop.
const FAREWELL: Duration = Duration::from_secs(5);

/// Answers on `listener` until `stop` comes; what was begun is then finished, for a few seconds.
pub async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    let graceful = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(MOST_CONNECTIONS));
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
                let connection = connection(stream, router.clone(), Peer(peer.ip()));
                let watched = graceful.watch(connection);
                tokio::spawn(async move {
                    // A caller that hangs up is no error of ours.
                    watched.await.ok();
                    drop(place);
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
) -> impl hyper_util::server::graceful::GracefulConnection<Error = hyper::Error> + Send {
    // Answers are small and asked one after the other.
    stream.set_nodelay(true).ok();
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        router.clone().call(request)
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(64 << 10)
        .serve_connection(TokioIo::new(stream), service)
}
