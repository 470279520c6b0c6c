//! `hinan alert`: alerts from the draft to the all clear, on files.

pub mod check;
pub mod draft;
pub mod evidence;
pub mod file;
pub mod ground;
mod matching;
mod show;
pub mod sign;
mod verify;
mod watch;
pub mod when;
pub mod words;

use anyhow::Result;
use clap::Subcommand;

/// Alerts: draft, check, sign, verify, call back, end, and what is in force now
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    #[command(subcommand)]
    act: Act,
}

const EXAMPLE: &str = "\
Examples:
  hinan alert check warning.xml --json
  hinan alert new --template air-raid.take-cover --zone north --region city.hinan -o night/raid
  hinan alert sign night/raid --key olena.age
  hinan alert watch night

An alert on disk is two files: NAME.cap.xml, the message, and NAME.dsse.json, who signed it. Every verb
takes either of them, or NAME. Secrets are asked on the terminal, never given as arguments.
docs/alerts.md shows a whole night.";

#[derive(Debug, Subcommand)]
enum Act {
    New(Box<draft::NewArgs>),
    Check(check::Args),
    Show(show::Args),
    Arm(Box<draft::ArmArgs>),
    Sign(sign::Args),
    Verify(verify::Args),
    Cancel(Box<draft::CancelArgs>),
    Clear(Box<draft::ClearArgs>),
    Drill(Box<draft::DrillArgs>),
    Match(Box<matching::Args>),
    Watch(watch::Args),
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    match &args.act {
        Act::New(args) => draft::new(args),
        Act::Check(args) => check::run(args),
        Act::Show(args) => show::run(args),
        Act::Arm(args) => draft::arming(args),
        Act::Sign(args) => sign::run(args),
        Act::Verify(args) => verify::run(args),
        Act::Cancel(args) => draft::calling_back(args),
        Act::Clear(args) => draft::clearing(args),
        Act::Drill(args) => draft::drill(args),
        Act::Match(args) => matching::run(args),
        Act::Watch(args) => watch::run(args),
    }
}
