//! Fuzzing: `cargo xtask fuzz`, and a check that the targets still compile.
//!
//! The fuzzer needs an instrumented build, which only a nightly compiler offers officially; the stable
//! one offers the same when told to (`RUSTC_BOOTSTRAP=1`), so that what is fuzzed is what is shipped.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::machine;

const SECONDS: u32 = 120;
/// More than this much memory is a finding.
const MEMORY_LIMIT_MB: u32 = 1024;

/// The chore: runs one target or all of them.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let mut seconds = SECONDS;
    let mut wanted = None;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--seconds" => {
                let number = rest.next().context("--seconds wants a number")?;
                seconds = number.parse().with_context(|| format!("'{number}' is not a number of seconds"))?;
            }
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
        run_target(target, seconds)?;
    }
    Ok(())
}

/// New inputs go to `fuzz/corpus/TARGET`; the seeds are read and left alone.
fn run_target(target: &str, seconds: u32) -> Result<()> {
    let folder = machine::root().join("fuzz");
    let corpus = folder.join("corpus").join(target);
    fs::create_dir_all(&corpus)?;
    if target == "region" {
        // Made here and not kept as a seed: its layout changes.
        let small_city = corpus.join("small-city.hinan");
        let example = ["run", "--quiet", "--locked", "-p", "hinan-fuzz-targets", "--example", "small_city"];
        machine::run(machine::cargo().args(example).arg(small_city))?;
    }
    let inputs = ["corpus", "seeds"].map(|kind| folder.join(kind).join(target));
    machine::run(
        instrumented()
            .args(["fuzz", "run", target])
            .args(inputs.iter().filter(|inputs| inputs.is_dir()))
            .args(["--", "-timeout=10", "-print_final_stats=1"])
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-rss_limit_mb={MEMORY_LIMIT_MB}"))
            .current_dir(&folder),
    )
    .with_context(|| {
        format!("fuzz target {target} found something; the input lies in fuzz/artifacts/{target}")
    })
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

/// Cargo with the compiler's unstable switches open.
fn instrumented() -> Command {
    let mut command = machine::cargo();
    command.env("RUSTC_BOOTSTRAP", "1");
    command
}
