//! `hinan alert verify`: whether documents are believed, and why not.

use std::path::PathBuf;

use anyhow::{Result, bail};
use hinan_trust::decision::Verdict;
use hinan_trust::{Decision, Digest};
use serde_json::{Value, json};

use crate::output::print;
use crate::tell::{many, plain};
use crate::trusted::Pin;
use crate::verb::alert::evidence::Evidence;
use crate::verb::alert::file::Pair;
use crate::verb::alert::when::{self, When};
use crate::verb::alert::words;

/// Whether alerts are believed: by whose signatures, or for which reason not
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// Alerts, cancels, all clears, drills, arming orders: NAME
    #[arg(required = true, value_name = "NAME")]
    files: Vec<PathBuf>,
    /// The folder with root, ring and what else is known [default: the one that each lies in]
    #[arg(long, value_name = "DIR")]
    folder: Option<PathBuf>,
    #[command(flatten)]
    pin: Pin,
    /// As of another time: 2026-11-22T03:00:00+02:00, or +10min
    #[arg(long, value_name = "TIME")]
    at: Option<When>,
    /// One line of JSON a file
    #[arg(long)]
    json: bool,
}

const EXAMPLE: &str = "\
Examples:
  hinan alert verify night/raid
  hinan alert verify inbox/raid --folder night --json

Exit status: 0 every one is believed, 1 one is held or refused, 2 wrong usage.";

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    let now = when::now()?;
    let now = args.at.map_or(now, |at| at.unix(now));
    let mut short = 0;
    for path in &args.files {
        let pair = Pair::of(path);
        let files = pair.read()?;
        let folder = args.folder.as_deref().unwrap_or_else(|| pair.folder());
        let evidence = Evidence::read(folder, args.pin, now)?;
        let decision = evidence.decide(&files.envelope, files.cap.as_deref(), now);
        short += u64::from(!matches!(decision.verdict, Verdict::Believed(_)));
        let file = pair.envelope.display().to_string();
        print(&match args.json {
            true => format!("{}\n", of_decision(&file, &decision)),
            false => format!(
                "{}: {}{}",
                plain(&file, 400),
                words::decision(&decision),
                evidence.persons(&decision)
            ),
        })?;
    }
    match short {
        0 => Ok(()),
        _ => bail!(
            "{short} of {} not believed as it stands",
            many(args.files.len() as u64, "document", "documents")
        ),
    }
}

/// A decision as programs read it.
pub fn of_decision(file: &str, decision: &Decision) -> Value {
    let verdict = match decision.verdict {
        Verdict::Believed(_) => "believed",
        Verdict::Held(..) => "held",
        Verdict::Refused(_) => "refused",
    };
    let signatures: Vec<Value> = decision
        .signatures
        .iter()
        .map(|signature| {
            json!({
                "key": signature.keyid, "holder": signature.holder,
                "fault": signature.fault.map(hinan_trust::Fault::code),
            })
        })
        .collect();
    let notes: Vec<&str> = decision.notes.iter().map(|note| note.code()).collect();
    json!({
        "file": file, "verdict": verdict, "code": decision.code().map(hinan_trust::Refusal::code),
        "type": decision.kind.map(hinan_trust::Kind::name),
        "name": decision.name.map(|name: Digest| name.to_string()),
        "standing": decision.belief().map(|belief| words::standing_word(belief.standing)),
        "signatures": signatures, "notes": notes,
    })
}
