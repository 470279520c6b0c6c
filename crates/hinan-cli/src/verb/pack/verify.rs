//! `hinan pack verify`: whether a pack is whole, whose it is, and how old.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use hinan_pack::{Limits, Manifest, day_of};
use hinan_trust::{Context, Decision, Kind, Store, Verdict};
use serde_json::json;

use super::statement::{Authority, delivery, files_of};
use super::{MANIFEST_FILE, MOST_FILE, STATEMENT_FILE};
use crate::output::{print, print_json};
use crate::tell::many;
use crate::trusted::Pin;
use crate::verb::alert::file::read_bounded;
use crate::verb::alert::{when, words};

/// Check a pack: every file, its digest, who signed it, whether it opens, how old it is
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The folder of the site
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// A folder with the root and ring that signatures have to lead back to [default: DIR/trust]
    #[arg(long, value_name = "DIR")]
    trust: Option<PathBuf>,
    #[command(flatten)]
    pin: Pin,
    /// Answer as JSON
    #[arg(long)]
    json: bool,
}

const EXAMPLE: &str = "\
Examples:
  hinan pack verify site
  hinan pack verify site --trust night --json

Exit status 1 where a file is missing or damaged, the city does not open, or signatures are wrong. A pack
that nobody has signed is told as such.";

/// What the signatures come to.
enum Signed {
    /// There is no statement.
    Nobody,
    /// There is one, and nobody is believed here whose signature would count.
    Untold(String),
    /// As decided.
    Decided(Box<Decision>, String),
    /// The statement is of another pack.
    Other,
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    let at = || args.folder.display().to_string();
    let text = read_bounded(&args.folder.join(MANIFEST_FILE), hinan_pack::MOST_MANIFEST)
        .with_context(|| format!("{}: no {MANIFEST_FILE} is there", at()))?;
    let manifest = Manifest::read(&text).with_context(at)?;
    let read = |path: &str| read_bounded(&args.folder.join(path), MOST_FILE).ok();
    let region = manifest.open(read, &Limits::default()).with_context(at)?;
    for delta in &manifest.deltas {
        let bytes = read(&delta.path).unwrap_or_default();
        if bytes.len() as u64 != delta.len || hinan_pack::sha256(&bytes) != delta.sha256 {
            bail!("{}: {} is missing or damaged", at(), delta.path);
        }
    }
    let now = when::now()?;
    let signed = signatures(args, &manifest, &text, now)?;
    let nodes = region.network().nodes();
    if args.json {
        print_json(&report(&manifest, nodes, &signed, now))?;
    } else {
        print(&told(&manifest, nodes, &signed, now))?;
    }
    match signed {
        Signed::Other => bail!("{}: {STATEMENT_FILE} was signed for another pack", at()),
        Signed::Decided(decision, _) if matches!(decision.verdict, Verdict::Refused(_)) => {
            bail!("{}: its signatures are refused", at())
        }
        _ => Ok(()),
    }
}

fn signatures(args: &Args, manifest: &Manifest, text: &[u8], now: i64) -> Result<Signed> {
    let Ok(envelope) = read_bounded(&args.folder.join(STATEMENT_FILE), Kind::Pack.max_bytes()) else {
        return Ok(Signed::Nobody);
    };
    let is_of_this = delivery(&envelope).is_some_and(|delivery| {
        delivery.files == files_of(manifest, text)
            && (&delivery.name, delivery.epoch, delivery.n) == (&manifest.name, manifest.epoch, manifest.n)
            && delivery.diff_sha256.to_string() == manifest.diff_sha256
    });
    if !is_of_this {
        return Ok(Signed::Other);
    }
    let folder = args.trust.clone().unwrap_or_else(|| args.folder.join("trust"));
    let authority = match Authority::read(&folder, args.pin) {
        Ok(authority) => authority,
        Err(error) if args.trust.is_none() => return Ok(Signed::Untold(format!("{error:#}"))),
        Err(error) => return Err(error),
    };
    let context = Context { now, ..Context::default() };
    let decision = Store::new().decide(authority.trust(), &envelope, None, &context);
    let persons = authority.trust().ring().map(|ring| words::persons(&decision, ring)).unwrap_or_default();
    Ok(Signed::Decided(Box::new(decision), persons))
}

/// How old the data is, in words.
fn age(manifest: &Manifest, now: i64) -> String {
    match (manifest.built, manifest.age_s(now)) {
        (Some(built), Some(age)) => {
            let days = many((age / 86_400) as u64, "day", "days");
            let old = if manifest.is_old(now) { ": older than 90 days, and every plan says so" } else { "" };
            format!("of {}, {days} ago{old}", day_of(built))
        }
        _ => "nobody says how old it is: every plan calls it old".to_owned(),
    }
}

fn told(manifest: &Manifest, nodes: usize, signed: &Signed, now: i64) -> String {
    let mut text = words::line("pack", &format!("{} {}", manifest.name, manifest.version));
    text += &words::line("data", &age(manifest, now));
    for file in &manifest.files {
        let share = file.len as f64 / nodes.max(1) as f64;
        let a_node =
            if file.path.starts_with("data/") { format!(", {share:.2} a node") } else { String::new() };
        text += &words::line(&file.role, &format!("whole: {} bytes{a_node}", file.len));
    }
    text += &words::line("opens", &many(nodes as u64, "node of streets", "nodes of streets"));
    text += &match signed {
        Signed::Nobody => words::line("signed", "by nobody"),
        Signed::Untold(why) => {
            words::line("signed", &format!("whether this counts cannot be told here: {why}"))
        }
        Signed::Other => words::line("signed", "for another pack"),
        Signed::Decided(decision, persons) => words::decision(decision) + persons,
    };
    text
}

fn report(manifest: &Manifest, nodes: usize, signed: &Signed, now: i64) -> serde_json::Value {
    let signed = match signed {
        Signed::Nobody => json!({"verdict": "unsigned"}),
        Signed::Untold(why) => json!({"verdict": "unknown", "why": why}),
        Signed::Other => json!({"verdict": "refused", "why": "it was signed for another pack"}),
        Signed::Decided(decision, _) => json!({
            "verdict": match decision.verdict {
                Verdict::Refused(_) => "refused",
                Verdict::Held(..) => "held",
                _ => "believed",
            },
            "code": decision.code().map(|code| code.code()),
        }),
    };
    json!({
        "name": manifest.name, "version": manifest.version, "epoch": manifest.epoch, "n": manifest.n,
        "built": manifest.built, "age_s": manifest.age_s(now), "is_old": manifest.is_old(now), "nodes": nodes,
        "files": manifest.files, "deltas": manifest.deltas, "changes": manifest.changes, "signed": signed,
    })
}
