//! `cargo xtask test`: everything that CI checks, quick stages first.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::machine::{self, cargo, run as run_command};
use crate::{fuzz, instructions, page, phone, reach_check};

/// One stage: what to call it, what it needs of the machine, what it does.
struct Stage {
    name: &'static str,
    about: &'static str,
    /// What the machine lacks for this stage, in a sentence that says how to get it.
    lacks: fn() -> Option<String>,
    work: fn() -> Result<()>,
}

const STAGES: &[Stage] = &[
    Stage { name: "format", about: "cargo fmt", lacks: nothing, work: format },
    Stage { name: "clippy", about: "clippy, no warnings", lacks: nothing, work: clippy },
    Stage { name: "docs", about: "rustdoc, no warnings", lacks: nothing, work: docs },
    Stage {
        name: "tests",
        about: "tests and doctests; among them import arrows, licences, and the replay of fuzz seeds",
        lacks: nothing,
        work: tests,
    },
    Stage {
        name: "deny",
        about: "cargo-deny: licences, bans, sources (the tests check the first two without it)",
        lacks: nothing,
        work: deny,
    },
    Stage {
        name: "fuzz-build",
        about: "the fuzz targets still compile",
        lacks: fuzz::lacks_to_check,
        work: fuzz::check,
    },
    Stage {
        name: "instructions",
        about: "instruction counts of the hot loops",
        lacks: instructions::lacks,
        work: instructions::compare,
    },
    Stage {
        name: "reach-check",
        about: "answers against scipy's Dijkstra",
        lacks: reach_check::lacks,
        work: reach_check::bounded,
    },
    Stage {
        name: "trust-python",
        about: "the cases and laws of trust, decided by Python",
        lacks: phone::lacks_python,
        work: phone::check_python,
    },
    Stage {
        name: "phone",
        about: "the engine of phones as WebAssembly: its size, the cases of trust, plans as the command tells them",
        lacks: phone::lacks,
        work: phone::check,
    },
    Stage {
        name: "page",
        about: "the page: types, style, tests, freshness",
        lacks: page::lacks,
        work: page::check,
    },
    Stage {
        name: "browser",
        about: "the page in a browser: plans, access, pictures",
        lacks: page::lacks_browser,
        work: page::open,
    },
];

enum Outcome {
    Passed,
    Skipped(String),
    Failed(String),
}

/// Runs the named stages, or all of them, and says how each ended.
pub(crate) fn run(names: &[String]) -> Result<()> {
    if let Some(unknown) = names.iter().find(|name| STAGES.iter().all(|stage| stage.name != name.as_str())) {
        let known: Vec<_> = STAGES.iter().map(|stage| stage.name).collect();
        bail!("there is no stage '{unknown}'; there are {}", known.join(", "));
    }
    let wanted =
        STAGES.iter().filter(|stage| names.is_empty() || names.iter().any(|name| name == stage.name));
    let ended: Vec<_> = wanted.map(|stage| (stage, run_stage(stage))).collect();

    println!("\nStages:");
    for (stage, (outcome, took)) in &ended {
        println!("  {:>6.1} s  {:<13} {}", took.as_secs_f64(), stage.name, in_words(outcome));
    }
    let count = |is: fn(&Outcome) -> bool| ended.iter().filter(|(_, (outcome, _))| is(outcome)).count();
    let failed = count(|outcome| matches!(outcome, Outcome::Failed(_)));
    if failed > 0 {
        bail!("{failed} of {} stages failed", ended.len());
    }
    match count(|outcome| matches!(outcome, Outcome::Skipped(_))) {
        0 => println!("\ncargo xtask test: passed"),
        skipped => {
            println!("\ncargo xtask test: passed, but {skipped} of {} stages were skipped", ended.len())
        }
    }
    Ok(())
}

fn run_stage(stage: &Stage) -> (Outcome, Duration) {
    println!("\n== {}: {}", stage.name, stage.about);
    let start = Instant::now();
    let outcome = match (stage.lacks)() {
        Some(lack) if machine::is_ci() => Outcome::Failed(format!("{lack} CI must not skip this.")),
        Some(lack) => Outcome::Skipped(lack),
        None => {
            (stage.work)().map_or_else(|error| Outcome::Failed(format!("{error:#}")), |()| Outcome::Passed)
        }
    };
    println!("== {}: {}", stage.name, in_words(&outcome));
    (outcome, start.elapsed())
}

fn in_words(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Passed => "passed".to_owned(),
        Outcome::Skipped(why) => format!("SKIPPED: {why}"),
        Outcome::Failed(why) => format!("FAILED: {why}"),
    }
}

fn nothing() -> Option<String> {
    None
}

fn format() -> Result<()> {
    run_command(cargo().args(["fmt", "--all", "--check"]))
}

fn clippy() -> Result<()> {
    run_command(cargo().args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--quiet",
        "--",
        "-D",
        "warnings",
    ]))
}

fn docs() -> Result<()> {
    run_command(
        cargo()
            .args(["doc", "--workspace", "--no-deps", "--locked", "--quiet"])
            .env("RUSTDOCFLAGS", "-D warnings"),
    )
}

/// Plain `cargo test`, also where nextest is installed: it runs doctests too, and tests of one
/// crate share a region that they built once, which a process for every test could not.
fn tests() -> Result<()> {
    run_command(cargo().args(["test", "--workspace", "--locked", "--no-fail-fast"]))
}

fn deny() -> Result<()> {
    if !machine::has(Command::new("cargo-deny").arg("--version")) {
        println!(
            "cargo-deny is not installed; the tests have checked licences and bans from cargo metadata."
        );
        return Ok(());
    }
    run_command(cargo().args([
        "deny",
        "--offline",
        "check",
        "--disable-fetch",
        "licenses",
        "bans",
        "sources",
    ]))
}
