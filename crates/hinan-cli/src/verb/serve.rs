//! `hinan serve`: the page and the API of a region, on this machine.

use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::path::PathBuf;

use anyhow::{Context as _, Result, anyhow};
use hinan_model::NamedArea;
use hinan_model::shelter::Visibility;
use hinan_region::Region;
use hinan_server::{Limits, Options, Server};
use tokio::net::TcpListener;

use super::coverage::read_districts;
use crate::city::open;
use crate::failure::Usage;
use crate::output::remark;

/// Serve the map, the planner's view and the API of a region on this machine
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The region file
    city: PathBuf,
    /// A second region: its counts are told beside those of the first
    #[arg(long, value_name = "OTHER.hinan")]
    compare: Option<PathBuf>,
    /// Districts that people are counted by (GeoJSON, GeoPackage)
    #[arg(long, value_name = "FILE")]
    districts: Option<PathBuf>,
    #[command(flatten)]
    listen: Listen,
}

/// Where the server is to be found.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Serving")]
pub struct Listen {
    /// Address and port; another than this machine's own lets everybody in who reaches it. Port 0: any
    /// that is free
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:7700")]
    listen: SocketAddr,
    /// Requests a second from one address [default: 50; without limit on this machine's own addresses]
    #[arg(long, value_name = "N")]
    rate: Option<NonZeroU32>,
    /// Log route, status and milliseconds of every request on standard error; never a place
    #[arg(long)]
    log: bool,
}

const EXAMPLE: &str = "\
Examples:
  hinan serve oslo.hinan
  hinan serve after.hinan --compare before.hinan
  hinan serve oslo.hinan --listen 127.0.0.1:0 --log

The page asks nobody but this server. Questions with a place in them come in bodies, are not logged and
not kept. The API: /v1/openapi.json. Ctrl-C stops it.";

/// Requests a second from one address that is not this machine's own.
const RATE: NonZeroU32 = NonZeroU32::new(50).unwrap();

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    let region = open(&args.city)?;
    let compare = args.compare.as_deref().map(open).transpose()?;
    let districts = read_districts(args.districts.as_ref())?;
    serve(region, compare, districts, &args.listen)
}

/// Serves until somebody says stop.
///
/// # Errors
/// Where the address cannot be had, or a region must not be shown there.
pub fn serve(
    region: Region,
    compare: Option<Region>,
    districts: Vec<NamedArea>,
    listen: &Listen,
) -> Result<()> {
    let at = listen.listen;
    let is_private =
        |region: &Region| region.shelters().iter().any(|shelter| shelter.visibility == Visibility::Private);
    if !at.ip().is_loopback() && [Some(&region), compare.as_ref()].into_iter().flatten().any(is_private) {
        return Err(Usage::because(format!(
            "--listen {at}: this region has shelters that their list's owner keeps private; it is served on this \
             machine's own addresses only, such as 127.0.0.1:7700"
        )));
    }
    if listen.log {
        tracing_subscriber::fmt().with_writer(std::io::stderr).with_target(false).init();
    }
    let name = region.meta().name.clone();
    let limits = Limits::default();
    let server = Server::new(
        region,
        Options { compare, districts, hosts: hosts(at.ip()), rate: rate(listen), limits },
    );
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("the threads that answer cannot be started")?;
    runtime.block_on(async {
        let listener = TcpListener::bind(at).await.map_err(|error| taken(at, &error))?;
        let bound = listener.local_addr().context("the address that was bound cannot be read")?;
        let stop = stop();
        remark(&format!("{name}: http://{bound}/ (Ctrl-C stops)"));
        if !bound.ip().is_loopback() {
            remark(
                "Everybody who reaches this address can ask, over plain HTTP: whoever listens on the way reads the places \
                 that are asked about. Put it behind a proxy that speaks HTTPS, or stay on 127.0.0.1.",
            );
        }
        hinan_server::serve(listener, server.router(), limits, stop).await;
        Ok::<(), anyhow::Error>(())
    })?;
    // What still computes is not waited for: nothing of it is kept.
    runtime.shutdown_background();
    Ok(())
}

/// Why an address cannot be had, and what to do.
pub fn taken(at: SocketAddr, error: &std::io::Error) -> anyhow::Error {
    match error.kind() {
        ErrorKind::AddrInUse => anyhow!(
            "{at} is taken, perhaps by another hinan; stop that one, or choose another port: --listen {}:0 takes any \
             that is free",
            at.ip()
        ),
        ErrorKind::PermissionDenied => {
            anyhow!("{at}: not allowed; ports below 1024 are for the administrator, take one above")
        }
        ErrorKind::AddrNotAvailable => anyhow!("{at}: not an address of this machine"),
        _ => anyhow!("{at}: cannot be listened on: {error}"),
    }
}

/// On this machine's own addresses only its own names are answered: a page from elsewhere that points its
/// name here gets nothing.
fn hosts(ip: IpAddr) -> Vec<String> {
    match ip.is_loopback() {
        true => {
            let literal = if ip.is_ipv6() { format!("[{ip}]") } else { ip.to_string() };
            ["localhost".to_owned(), "127.0.0.1".to_owned(), "[::1]".to_owned(), literal].into()
        }
        false => Vec::new(),
    }
}

fn rate(listen: &Listen) -> Option<NonZeroU32> {
    listen.rate.or((!listen.listen.ip().is_loopback()).then_some(RATE))
}

/// Listens for Ctrl-C and whatever else asks a program to end, from now on: an end that is asked for before
/// anybody waits is not lost. The future ends when it was asked for. Call it inside of the runtime.
pub fn stop() -> impl Future<Output = ()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let signals = [SignalKind::interrupt(), SignalKind::terminate()].map(signal);
        async move {
            let [mut interrupt, mut terminate] = signals;
            tokio::select! {
                () = asked(&mut interrupt) => {}
                () = asked(&mut terminate) => {}
            }
        }
    }
    #[cfg(not(unix))]
    async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

/// Until the signal comes. Without signals only being killed ends the program.
#[cfg(unix)]
async fn asked(signal: &mut std::io::Result<tokio::signal::unix::Signal>) {
    match signal {
        Ok(signal) => {
            signal.recv().await;
        }
        Err(_) => std::future::pending().await,
    }
}
