//! `pack_check`: whether a pack that was fetched replaces the one that is held.

use hinan_pack::{Choice, Known, Manifest, Verdict, choose, sha256};
use hinan_trust::statement::Statement;
use hinan_trust::{Digest, Verdict as Trusted};
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::members::{Members, needed};
use crate::messages::document;
use crate::state::Held;

/// The most files of a pack.
const MOST_FILES: usize = 256;

/// The answer to `pack_check`.
pub fn answer(held: Option<&Held>, mut members: Members) -> Result<Value, Failure> {
    let text = needed("manifest", document(&mut members, "manifest")?)?;
    let envelope = document(&mut members, "envelope")?;
    let current = members.object("current")?.map(known).transpose()?;
    let files = files(members.list("files", MOST_FILES)?)?;
    // What the device shows is enough: a pack does not lapse, it ages.
    let now = needed("now", members.moment("now")?)?;
    members.done()?;
    let manifest = Manifest::read(&text).map_err(|error| Failure::region(error.to_string()))?;
    let verdict = verdict(held, &manifest, &text, envelope.as_deref(), now);
    let candidate = Known { sha256: sha256(&text), ..manifest.known(verdict == Verdict::Believed) };
    let choice = choose(current.as_ref(), &candidate, whole(&manifest, &files), verdict);
    let (what, why) = match &choice {
        Choice::Take => ("take", None),
        Choice::Keep(why) => ("keep", Some(why)),
    };
    Ok(json!({
        "do": what, "because": why.map(|why| why.code()), "sentence": why.map(ToString::to_string),
        "pack": {
            "name": manifest.name, "version": manifest.version, "epoch": manifest.epoch, "n": manifest.n,
            "built": manifest.built, "age_s": manifest.age_s(now), "is_old": manifest.is_old(now),
            "is_signed": candidate.is_signed, "sha256": candidate.sha256,
        },
    }))
}

fn known(mut members: Members) -> Result<Known, Failure> {
    let mut number = |name| members.whole(name, 0..=i64::MAX).and_then(|n| needed(name, n)).map(|n| n as u64);
    let (epoch, n) = (number("epoch")?, number("n")?);
    let known = Known {
        name: needed("current.name", members.word("name")?)?,
        epoch,
        n,
        sha256: needed("current.sha256", members.word("sha256")?)?,
        is_signed: members.is("is_signed")?,
    };
    members.done()?;
    Ok(known)
}

/// What the page measured of a file.
struct Measured {
    path: String,
    sha256: String,
    len: u64,
}

fn files(items: Vec<Value>) -> Result<Vec<Measured>, Failure> {
    let read = |item| {
        let mut file = Members::of("files", item)?;
        let measured = Measured {
            path: needed("files: path", file.word("path")?)?,
            sha256: needed("files: sha256", file.word("sha256")?)?,
            len: needed("files: len", file.whole("len", 0..=i64::MAX)?)? as u64,
        };
        file.done()?;
        Ok(measured)
    };
    items.into_iter().map(read).collect()
}

/// Whether every file of the manifest was fetched whole.
fn whole(manifest: &Manifest, files: &[Measured]) -> Result<(), hinan_pack::PackError> {
    for file in &manifest.files {
        let is_it = |have: &&Measured| have.path == file.path;
        let have = files.iter().find(is_it);
        if !have.is_some_and(|have| have.sha256 == file.sha256 && have.len == file.len) {
            let why = if have.is_some() {
                "a file is not the one that the manifest names"
            } else {
                "a file is missing"
            };
            return Err(hinan_pack::PackError::Damaged { what: "its files", why });
        }
    }
    Ok(())
}

/// What the signatures come to: those of a machine and of persons who saw what changed, over this very
/// manifest.
fn verdict(
    held: Option<&Held>,
    manifest: &Manifest,
    text: &[u8],
    envelope: Option<&[u8]>,
    now: i64,
) -> Verdict {
    let (Some(held), Some(envelope)) = (held, envelope) else { return Verdict::Unsigned };
    let decision = held.store.decide(&held.trust, envelope, None, &held.context(now));
    let is_bound = |statement: &Statement| match statement {
        Statement::Pack(it) => {
            (it.name.as_str(), it.epoch, it.n) == (manifest.name.as_str(), manifest.epoch, manifest.n)
                && it.files.iter().any(|file| file.sha256 == Digest::of(text))
        }
        _ => false,
    };
    match &decision.verdict {
        Trusted::Believed(belief) if is_bound(&belief.statement) => Verdict::Believed,
        Trusted::Held(belief, _) if is_bound(&belief.statement) => Verdict::Held,
        Trusted::Believed(_) | Trusted::Held(..) | Trusted::Refused(_) => Verdict::Refused,
    }
}
