//! `hinan alert check`: what is wrong with messages, feeds and envelopes, file by file.

use std::path::{Path, PathBuf};

use anyhow::Result;
use hinan_cap::complaint::{Complaint, Mode, Severity};
use hinan_cap::{Format, MAX_BYTES, Verdict, feed, read, sniff};
use serde::Serialize;

use crate::output::print;
use crate::tell::{many, plain, wrap};
use crate::verb::alert::file::read_bounded;

/// Messages of CAP 1.0 to 1.2, feeds (Atom, RSS) and envelopes (EDXL-DE): valid, tolerated or refused
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The files
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Hold them against what we issue ourselves: CAP 1.2 to the letter
    #[arg(long)]
    strict: bool,
    /// One line of JSON a file
    #[arg(long)]
    json: bool,
}

const EXAMPLE: &str = "\
Examples:
  hinan alert check warning.xml
  hinan alert check inbox/*.xml --json
  hinan alert check --strict night/raid.cap.xml

Valid: it conforms. Tolerated: it was read in spite of what is listed. Refused: it was not read.
A feed is as good as the worst of its messages. The path of what is wrong in a message of a feed begins
with entry[N]; line and column are then those of the message itself.
Exit status: 0 none is refused, 1 one is, 2 wrong usage.";

/// A file and what was made of it.
#[derive(Serialize)]
struct Checked {
    file: String,
    verdict: &'static str,
    format: String,
    complaints: Vec<Told>,
}

/// A complaint as it is printed.
#[derive(Serialize)]
struct Told {
    code: &'static str,
    path: String,
    line: u32,
    column: u32,
    reason: String,
    remedy: &'static str,
    severity: Severity,
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    let mode = if args.strict { Mode::Strict } else { Mode::Tolerant };
    let mut refused = 0;
    for path in &args.files {
        let checked = check(path, mode);
        refused += u64::from(checked.verdict == Verdict::Refused.word());
        print(&if args.json { serde_json::to_string(&checked)? + "\n" } else { checked.words() })?;
    }
    match refused {
        0 => Ok(()),
        _ => Err(anyhow::anyhow!("{refused} of {} refused", many(args.files.len() as u64, "file", "files"))),
    }
}

fn check(path: &Path, mode: Mode) -> Checked {
    let file = path.display().to_string();
    let bytes = match read_bounded(path, MAX_BYTES) {
        Ok(bytes) => bytes,
        Err(error) => return Checked::unreadable(file, error.to_string()),
    };
    let format = sniff(&bytes);
    let (verdict, complaints) = match format {
        Format::Atom | Format::Rss | Format::EdxlDe => check_feed(&bytes, mode),
        Format::Cap(_) | Format::Xml | Format::Unknown => {
            let reading = read(&bytes, mode);
            (reading.verdict(), reading.complaints.into_iter().map(|one| Told::of(one, "")).collect())
        }
    };
    Checked { file, verdict: verdict.word(), format: format.to_string(), complaints }
}

/// A feed and every message in it.
fn check_feed(bytes: &[u8], mode: Mode) -> (Verdict, Vec<Told>) {
    let feed = feed::read(bytes);
    let tolerated = feed.complaints.iter().any(|complaint| complaint.severity == Severity::Tolerated);
    let mut worst = match () {
        () if feed.is_refused() => Verdict::Refused,
        () if tolerated => Verdict::Tolerated,
        () => Verdict::Valid,
    };
    let mut told: Vec<Told> = feed.complaints.into_iter().map(|one| Told::of(one, "")).collect();
    for (number, entry) in (1..).zip(feed.entries) {
        let Some(content) = entry.content else { continue };
        let reading = read(&content, mode);
        worst = worst.max(reading.verdict());
        let within = format!("entry[{number}]/");
        told.extend(reading.complaints.into_iter().map(|one| Told::of(one, &within)));
    }
    (worst, told)
}

impl Told {
    fn of(complaint: Complaint, within: &str) -> Told {
        Told {
            code: complaint.code.word(),
            path: within.to_owned() + &complaint.path,
            line: complaint.line,
            column: complaint.column,
            reason: complaint.reason,
            remedy: complaint.remedy,
            severity: complaint.severity,
        }
    }

    fn words(&self) -> String {
        let Told { code, path, line, column, reason, remedy, .. } = self;
        let fate = match self.severity {
            Severity::Remark => "remark: ",
            Severity::Tolerated => "tolerated: ",
            Severity::Refused => "refused: ",
        };
        let place = if path.is_empty() { String::new() } else { format!(", {path}") };
        let said = format!("{fate}line {line}, column {column}{place}: {reason} ({code}); {remedy}");
        wrap("  ", &plain(&said, 2_000), 100) + "\n"
    }
}

impl Checked {
    fn unreadable(file: String, reason: String) -> Checked {
        let told = Told {
            code: "unreadable",
            path: String::new(),
            line: 1,
            column: 1,
            reason,
            remedy: "give the name of a file that can be read",
            severity: Severity::Refused,
        };
        let verdict = Verdict::Refused.word();
        Checked { file, verdict, format: Format::Unknown.to_string(), complaints: vec![told] }
    }

    fn words(&self) -> String {
        let head = format!("{}: {} ({})\n", plain(&self.file, 400), self.verdict, self.format);
        self.complaints.iter().fold(head, |words, told| words + &told.words())
    }
}
