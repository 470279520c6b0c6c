//! How many instructions the hot loops execute: the one measure of speed that holds on shared cores.
//!
//! `bench/instructions.toml` names the workloads of `crates/hinan-reach/examples/hot_loops.rs` and
//! what each is expected to count; valgrind's callgrind counts.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::machine;

/// The functions that are counted; what prepares the ground for them is not.
const COUNTED: &str = "hot_loops::hot_*";
/// How far a count may move, in per cent, before somebody has to look.
const TOLERANCE_PERCENT: f64 = 5.0;

const HEADER: &str = "\
# Instructions in the hot functions of each workload of crates/hinan-reach/examples/hot_loops.rs,
# counted by callgrind over the release build. `cargo xtask instructions` compares, within 5 %;
# `cargo xtask instructions --bless` writes today's counts. To add a workload, add its name with 0
# and bless. A count that moves belongs in the commit's message.

";

type Counts = BTreeMap<String, u64>;

/// The chore: compare, or rewrite what is expected.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    if let Some(lack) = lacks() {
        bail!("{lack}");
    }
    match arguments {
        [] => compare(),
        [flag] if flag == "--bless" => bless(),
        _ => bail!("only --bless may follow"),
    }
}

/// What the machine lacks to count.
pub(crate) fn lacks() -> Option<String> {
    (!machine::has(Command::new("valgrind").arg("--version")))
        .then(|| "valgrind is missing (Debian: apt-get install valgrind).".to_owned())
}

/// Counts and compares; fails when a count moved.
pub(crate) fn compare() -> Result<()> {
    let expected = read(&expected_file())?;
    let mut moved = Vec::new();
    for (workload, count) in count_all(&expected)? {
        let before = expected.get(&workload).copied().unwrap_or_default();
        let change = (count as f64 / before.max(1) as f64 - 1.0) * 100.0;
        println!("  {workload:<12} {count:>14}  {change:+.2} %");
        if change.abs() > TOLERANCE_PERCENT {
            moved.push(format!("{workload} {change:+.2} % (from {before} to {count})"));
        }
    }
    ensure!(
        moved.is_empty(),
        "instruction counts moved by more than {TOLERANCE_PERCENT} %: {}. If that is meant, run \
         `cargo xtask instructions --bless` and say why in the commit",
        moved.join(", ")
    );
    Ok(())
}

fn bless() -> Result<()> {
    let counts = count_all(&read(&expected_file())?)?;
    let lines = counts.iter().map(|(workload, count)| format!("{workload} = {count}\n"));
    let text: String = std::iter::once(HEADER.to_owned()).chain(lines).collect();
    fs::write(expected_file(), &text)?;
    println!("{text}");
    Ok(())
}

fn expected_file() -> PathBuf {
    machine::root().join("bench").join("instructions.toml")
}

fn read(file: &Path) -> Result<Counts> {
    let text = fs::read_to_string(file).context("cannot read bench/instructions.toml")?;
    let table: toml::Table = text.parse().context("bench/instructions.toml")?;
    table
        .into_iter()
        .map(|(workload, value)| {
            let count = value.as_integer().and_then(|count| u64::try_from(count).ok());
            Ok((
                workload.clone(),
                count.with_context(|| format!("{workload} in bench/instructions.toml is no count"))?,
            ))
        })
        .collect()
}

/// Today's counts of the workloads that `expected` names.
fn count_all(expected: &Counts) -> Result<Counts> {
    let example = ["-p", "hinan-reach", "--example", "hot_loops"];
    machine::run(machine::cargo().args(["build", "--release", "--locked"]).args(example))?;
    let target = machine::target_folder()?;
    let program = target.join("release").join("examples").join("hot_loops");
    expected.keys().map(|workload| Ok((workload.clone(), count(&program, workload, &target)?))).collect()
}

/// Runs one workload under callgrind and reads the total from its output file.
fn count(program: &Path, workload: &str, target: &Path) -> Result<u64> {
    let out = target.join(format!("callgrind.{workload}.out"));
    let ran = Command::new("valgrind")
        .args(["--tool=callgrind", "--quiet"])
        .arg(format!("--toggle-collect={COUNTED}"))
        .arg(format!("--callgrind-out-file={}", out.display()))
        .arg(program)
        .arg(workload)
        .output()
        .context("cannot start valgrind")?;
    ensure!(ran.status.success(), "{workload} failed: {}", String::from_utf8_lossy(&ran.stderr));
    let profile = fs::read_to_string(&out)?;
    let total = profile.lines().rev().find_map(|line| line.strip_prefix("totals: "));
    let total = total.with_context(|| format!("callgrind wrote no total for {workload}"))?;
    Ok(total.trim().parse()?)
}
