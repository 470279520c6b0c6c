//! `hinan alert sign` (and `hinan keys sign`): shows what is signed, then signs those very bytes.

use std::fs::File;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use hinan_desk::keys::{public_file, read_public};
use hinan_desk::{Preview, SecretKey};
use hinan_trust::{Envelope, Kind, key_id};

use crate::output::{print, remark};
use crate::secret::{Signing, confirm};
use crate::tell::many;
use crate::trusted::Pin;
use crate::verb::alert::evidence::Evidence;
use crate::verb::alert::file::{Over, Pair, write_whole};
use crate::verb::alert::ground::CityAtHand;
use crate::verb::alert::{when, words};

/// Shows what a draft says, from its exact bytes, and signs them
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The draft: NAME of NAME.cap.xml and NAME.dsse.json
    #[arg(value_name = "NAME")]
    file: PathBuf,
    #[command(flatten)]
    signing: Signing,
    #[command(flatten)]
    city: CityAtHand,
    #[command(flatten)]
    pin: Pin,
}

const EXAMPLE: &str = "\
Examples:
  hinan alert sign night/raid --key olena.age --region city.hinan
  hinan alert sign night/raid --key petro.age --yes --passphrase-fd 3 3< petro.pass
  hinan keys sign night/ring1.dsse.json --key keeper.age

Read the four words of the name to the other officer: both have to see the same. A second signature goes
into the same envelope, and may come from another machine.";

/// How often a signature is put back that another program wrote over.
const TRIES: usize = 8;

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    let pair = Pair::of(&args.file);
    let at = || pair.envelope.display().to_string();
    let files = pair.read()?;
    let envelope = Envelope::read(&files.envelope).with_context(at)?;
    let city = args.city.open()?;
    let preview = files.preview().with_context(at)?;
    let zones = city.city.zones();
    let preview = if zones.is_empty() { preview } else { preview.by_table(zones) };
    print(&words::preview(&preview, preview.message().and_then(|message| city.concerned(message))))?;
    if let Some(fault) = preview.faults.first() {
        bail!("{}: nothing is signed that is wrong in itself: {fault}; draft it again", at());
    }
    let now = when::now()?;
    if let Some(expires) =
        preview.message().and_then(|message| message.expires).filter(|expires| *expires < now)
    {
        bail!("{}: its time ran out at {}; draft it again", at(), when::told(expires, 0));
    }
    // A first root is signed before anybody can believe it.
    let evidence = match envelope.kind {
        Kind::Root | Kind::Ring => None,
        _ => Some(Evidence::read(pair.folder(), args.pin, now)),
    };
    warn_of_key(&args.signing, &envelope, evidence.as_ref())?;
    if !args.signing.yes && !confirm(&question(&preview))? {
        bail!("not signed, as you wished; nothing was written");
    }
    let key = args.signing.open()?;
    let signed = add_signature(&pair, &envelope, &key)?;
    remark(&format!(
        "Signed with {}: {} now.",
        key.public().label,
        many(signed.signatures.len() as u64, "signature", "signatures")
    ));
    match evidence {
        None => Ok(()),
        Some(Err(error)) => {
            remark(&format!("Whether it is believed cannot be told here: {error:#}"));
            Ok(())
        }
        Some(Ok(evidence)) => {
            let decision = evidence.decide(&signed.to_json(), files.cap.as_deref(), now);
            print(&(words::decision(&decision) + &evidence.persons(&decision)))
        }
    }
}

fn question(preview: &Preview) -> String {
    format!("Sign \"{}\"?", preview.words.join(" "))
}

/// Said before the passphrase is typed: what a signature of this key would not add.
fn warn_of_key(signing: &Signing, envelope: &Envelope, evidence: Option<&Result<Evidence>>) -> Result<()> {
    let public = public_file(&signing.key);
    if !public.exists() {
        return Ok(());
    }
    let key_of = read_public(&public)?.key_id();
    if envelope.signatures.iter().any(|signature| signature.keyid == key_of) {
        remark("This key has signed it already; another signature of it counts once.");
    }
    let ring =
        evidence.and_then(|evidence| evidence.as_ref().ok()).and_then(|evidence| evidence.trust.ring());
    if ring.is_some_and(|ring| ring.keys.iter().all(|known| key_id(&known.public.0) != key_of)) {
        remark("This key is not in the ring of the folder: nothing that it signs counts.");
    }
    Ok(())
}

/// Adds a signature to the envelope as it is on disk now, since the other officer may have signed in
/// the meantime, and looks whether it stays there.
fn add_signature(pair: &Pair, shown: &Envelope, key: &SecretKey) -> Result<Envelope> {
    let own = key.sign(shown.clone());
    let at = || pair.envelope.display().to_string();
    // Two commands on one machine come one after the other; where a folder cannot be locked, looking
    // again has to do.
    let folder = File::open(pair.folder()).ok();
    let _locked = folder.as_ref().map(File::lock);
    for _ in 0..TRIES {
        let there = Envelope::read(&pair.read()?.envelope).with_context(at)?;
        let Some(merged) = there.merged(&own) else {
            if (there.kind, &there.payload) == (own.kind, &own.payload) {
                bail!("{}: has no room for another signature", at());
            }
            bail!("{}: was changed after it was shown; nothing was written; look at it again", at());
        };
        if merged == there {
            return Ok(there);
        }
        write_whole(&pair.envelope, &merged.to_json(), Over::Replace)?;
    }
    bail!("{}: another program writes there again and again; the signature does not stay", at())
}
