//! `hinan desk`: the local page on which an officer sees exactly what they sign.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};
use hinan_desk_server::folder::Folder;
use hinan_desk_server::{Desk, Options, RETYPE_FROM, face, new_token};
use hinan_server::Limits;
use hinan_trust::{Envelope, NotTaken, Trust};
use tokio::net::TcpListener;

use super::alert::draft::SenderArgs;
use super::alert::file::read_bounded;
use super::alert::ground::{CityAtHand, Opened};
use super::alert::when;
use super::serve::{stop, taken};
use crate::output::remark;
use crate::trusted::{Document, Pin};

/// The local page where an officer sees what is in force, drafts alerts and signs what was read back
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The folder that the officers' desks share: NAME.dsse.json beside NAME.cap.xml, root and ring
    #[arg(long, value_name = "DIR")]
    folder: PathBuf,
    /// The officer's key, with NAME.pub beside it; its passphrase is typed into the page
    #[arg(long, value_name = "OFFICER.age")]
    key: PathBuf,
    /// The first root, as it was handed over to this officer [default: the one of the folder that is pinned]
    #[arg(long, value_name = "FILE")]
    root: Option<PathBuf>,
    /// A ring; a newer one in the folder goes before it
    #[arg(long, value_name = "FILE")]
    ring: Option<PathBuf>,
    #[command(flatten)]
    pin: Pin,
    #[command(flatten)]
    city: CityAtHand,
    /// From so many people inside on, their number is typed again before a live alert is signed
    #[arg(long, value_name = "PEOPLE", default_value_t = RETYPE_FROM)]
    retype_from: u64,
    /// The port on this machine; 0: any that is free
    #[arg(long, value_name = "PORT", default_value_t = 7710)]
    port: u16,
    #[command(flatten)]
    sender: SenderArgs,
}

const EXAMPLE: &str = "\
Examples:
  hinan desk --folder night --key olena.age --region kyiv.hinan
  hinan desk --folder night --key olena.age --root root1.dsse.json --ring ring1.dsse.json --port 0

Two officers open a desk each on the same folder, each with a key of their own. The page is served to this
machine alone, at an address that holds for this start only: treat it as a secret. Nothing is sent from
here; what carries alerts reads the folder. Ctrl-C stops it. docs/alerts.md shows a whole night.";

/// The largest root or ring, in bytes.
const MOST_DOCUMENT: usize = 256 << 10;

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    let trust = trust(args)?;
    let setup = args.sender.setup(&trust, &args.folder)?;
    let Opened { region, city } = args.city.open()?;
    let options = Options {
        folder: args.folder.clone(),
        key: args.key.clone(),
        trust,
        setup,
        retype_from: args.retype_from,
        clock: || when::now().unwrap_or_default(),
    };
    let desk = Desk::open(options, city)?;
    let token = new_token()?;
    let at = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), args.port);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("the threads that answer cannot be started")?;
    runtime.block_on(async {
        let listener = TcpListener::bind(at).await.map_err(|error| taken(at, &error))?;
        let bound = listener.local_addr().context("the address that was bound cannot be read")?;
        let router = face(desk, region, token.clone());
        let stop = stop();
        remark(&format!("desk of {}: http://{bound}/desk.html#{token} (Ctrl-C stops)", args.key.display()));
        hinan_server::serve(listener, router, Limits::default(), stop).await;
        Ok::<(), anyhow::Error>(())
    })?;
    // Pages that wait for news are not waited for.
    runtime.shutdown_background();
    Ok(())
}

/// What this officer trusts: a root that was named is believed because the officer named it; the
/// folder's own only where its scope was pinned.
fn trust(args: &Args) -> Result<Trust> {
    let at = || args.folder.display().to_string();
    let content = Folder::open(&args.folder).and_then(|folder| folder.read()).with_context(at)?;
    let (mut roots, mut rings) = (content.roots, content.rings);
    rings.extend(args.ring.as_deref().map(document).transpose()?);
    let (trust, not_taken) = match &args.root {
        None => args.pin.trust(&roots, &rings, &args.folder)?,
        Some(path) => {
            let root = document(path)?;
            let scope = Envelope::read(&root.1).with_context(|| root.0.clone())?.name();
            roots.push(root.clone());
            let bytes =
                |documents: &[Document]| documents.iter().map(|(_, bytes)| bytes.clone()).collect::<Vec<_>>();
            Trust::walk(scope, &root.1, &bytes(&roots), &bytes(&rings)).with_context(|| root.0.clone())?
        }
    };
    tell(&not_taken);
    match trust.ring() {
        Some(_) => Ok(trust),
        None => Err(anyhow!(
            "{}: no ring in it holds under this root; put ring*.dsse.json there, or name one: --ring FILE",
            at()
        )),
    }
}

fn tell(not_taken: &[NotTaken]) {
    for not in not_taken {
        remark(&format!("a {} of the folder is not taken: {}", not.kind, not.refused));
    }
}

fn document(path: &Path) -> Result<Document> {
    let name = path.display().to_string();
    let bytes = read_bounded(path, MOST_DOCUMENT).with_context(|| name.clone())?;
    Ok((name, bytes))
}
