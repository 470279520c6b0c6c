//! Fuzzing: `cargo xtask fuzz`, and a check that the targets still compile.
//!
//! The fuzzer needs an instrumented build, which only a nightly compiler offers officially; the stable
//! one offers the same when told to (`RUSTC_BOOTSTRAP=1`), so that what is fuzzed is what is shipped.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::machine;

const SECONDS: u32 = 120;
/// More than this much memory is a finding.
const MEMORY_LIMIT_MB: u32 = 1024;

/// The chore: runs one target or all of them, or distils what was found into `fuzz/corpus`.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let (mut seconds, mut distilling, mut wanted) = (SECONDS, false, None);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--seconds" => {
                let number = rest.next().context("--seconds wants a number")?;
                seconds = number.parse().with_context(|| format!("'{number}' is not a number of seconds"))?;
            }
            "--distil" => distilling = true,
            name => wanted = Some(name.to_owned()),
        }
    }
    if !machine::has(Command::new("cargo-fuzz").arg("--version")) {
        bail!("cargo-fuzz is missing: cargo install cargo-fuzz --locked");
    }
    let targets = targets()?;
    if let Some(unknown) = wanted.as_ref().filter(|name| !targets.contains(name)) {
        bail!("there is no fuzz target '{unknown}'; there are {}", targets.join(", "));
    }
    for target in targets.iter().filter(|target| wanted.as_ref().is_none_or(|name| name == *target)) {
        if distilling {
            distil(target)?;
        } else {
            fuzz(target, seconds)?;
        }
    }
    Ok(())
}

/// New inputs go to `fuzz/target/grown/TARGET`; what is committed is read and left alone.
fn fuzz(target: &str, seconds: u32) -> Result<()> {
    let grown = folder_of("target/grown", target);
    fs::create_dir_all(&grown)?;
    if target == "region" {
        // Made here and not committed: its layout changes.
        let example = ["run", "--quiet", "--locked", "-p", "hinan-fuzz-targets", "--example", "small_city"];
        machine::run(machine::cargo().args(example).arg(grown.join("small-city.hinan")))?;
    }
    let run = on_inputs(target, &grown)
        .args(["--", "-timeout=10", "-print_final_stats=1"])
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-rss_limit_mb={MEMORY_LIMIT_MB}"))
        .status()
        .context("cannot start cargo fuzz")?;
    ensure!(run.success(), "target {target} found something; the input lies in fuzz/artifacts/{target}");
    Ok(())
}

/// Keeps of all inputs the few that together reach every line that any of them reaches.
fn distil(target: &str) -> Result<()> {
    if target == "region" {
        println!("region: nothing is kept, since the layout changes");
        return Ok(());
    }
    let fresh = folder_of("target/distilled", target);
    if fresh.exists() {
        fs::remove_dir_all(&fresh)?;
    }
    fs::create_dir_all(&fresh)?;
    let merged = on_inputs(target, &fresh)
        .arg(folder_of("target/grown", target))
        .args(["--", "-set_cover_merge=1", "-use_counters=0"])
        .status()
        .context("cannot start cargo fuzz")?;
    ensure!(merged.success(), "target {target} cannot be distilled");
    let kept = folder_of("corpus", target);
    if kept.exists() {
        fs::remove_dir_all(&kept)?;
    }
    fs::create_dir_all(folder_of("corpus", ""))?;
    fs::rename(fresh, kept)?;
    Ok(())
}

/// `cargo fuzz run TARGET`, writing to `output` and reading what is committed.
fn on_inputs(target: &str, output: &Path) -> Command {
    let committed = ["corpus", "seeds"].map(|kind| folder_of(kind, target));
    let mut command = machine::cargo();
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .current_dir(machine::root().join("fuzz"))
        .args(["fuzz", "run", target])
        .arg(output)
        .args(committed.iter().filter(|inputs| inputs.is_dir()));
    command
}

fn folder_of(kind: &str, target: &str) -> PathBuf {
    machine::root().join("fuzz").join(kind).join(target)
}

/// The targets: the files in `fuzz/fuzz_targets`, in order.
fn targets() -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(machine::root().join("fuzz").join("fuzz_targets"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            names.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
        }
    }
    names.sort();
    Ok(names)
}

/// What the machine lacks to compile the targets.
pub(crate) fn lacks_to_check() -> Option<String> {
    (!machine::has(Command::new("c++").arg("--version"))).then(|| {
        "a C++ compiler is missing, which libFuzzer is built with (Debian: apt-get install g++).".to_owned()
    })
}

/// Compiles the targets without running them.
pub(crate) fn check() -> Result<()> {
    let arguments = ["clippy", "--quiet", "--manifest-path", "fuzz/Cargo.toml", "--", "-D", "warnings"];
    machine::run(machine::cargo().args(arguments))
}
