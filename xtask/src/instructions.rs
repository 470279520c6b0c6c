//! How many instructions the hot loops execute: the one measure of speed that holds on shared cores.
//!
//! The workloads are those of `crates/hinan-reach/examples/hot_loops.rs`, which lists their names when
//! started without one. Valgrind's callgrind counts; `bench/instructions.toml` holds what is expected.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::machine;

/// How far a count may move, in per cent, before somebody has to look.
const TOLERANCE_PERCENT: f64 = 5.0;

const HEADER: &str = "\
# Instructions that each workload of crates/hinan-reach/examples/hot_loops.rs executes, counted by
# callgrind over the release build. `cargo xtask instructions` compares, within 5 %;
# `cargo xtask instructions --bless` rewrites this file. A count that moves belongs in the commit's message.

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

/// Counts and compares; fails when a count moved, a workload came, or one went.
pub(crate) fn compare() -> Result<()> {
    let expected = read(&expected_file())?;
    let counted = count_all()?;
    let mut moved = Vec::new();
    for (workload, &count) in &counted {
        let remark = match expected.get(workload) {
            None => "not in bench/instructions.toml".to_owned(),
            Some(&before) => match percent(before, count) {
                change if change.abs() <= TOLERANCE_PERCENT => {
                    println!("  {workload:<24} {count:>15}  {change:+.2} %");
                    continue;
                }
                change => format!("{change:+.2} % from {before}"),
            },
        };
        println!("  {workload:<24} {count:>15}  {remark}");
        moved.push(format!("{workload}: {remark}"));
    }
    let gone = expected.keys().filter(|workload| !counted.contains_key(*workload));
    moved.extend(gone.map(|workload| format!("{workload}: no longer a workload")));
    ensure!(
        moved.is_empty(),
        "instruction counts moved by more than {TOLERANCE_PERCENT} %: {}. If that is meant, run \
         `cargo xtask instructions --bless` and say why in the commit",
        moved.join("; ")
    );
    Ok(())
}

fn bless() -> Result<()> {
    let lines = count_all()?.into_iter().map(|(workload, count)| format!("{workload} = {count}\n"));
    let text: String = std::iter::once(HEADER.to_owned()).chain(lines).collect();
    fs::write(expected_file(), text)?;
    println!("wrote bench/instructions.toml");
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

fn percent(before: u64, now: u64) -> f64 {
    (now as f64 / before.max(1) as f64 - 1.0) * 100.0
}

fn count_all() -> Result<Counts> {
    machine::run(machine::cargo().args([
        "build",
        "--release",
        "--locked",
        "-p",
        "hinan-reach",
        "--example",
        "hot_loops",
    ]))?;
    let target = machine::target_folder()?;
    let program = target.join("release").join("examples").join("hot_loops");
    let listed = Command::new(&program).output().context("cannot start hot_loops")?;
    let names = String::from_utf8(listed.stdout)?;
    ensure!(!names.trim().is_empty(), "hot_loops lists no workloads when started without one");
    names.split_whitespace().map(|name| Ok((name.to_owned(), count(&program, name, &target)?))).collect()
}

/// Runs one workload under callgrind and reads the total from its output file.
fn count(program: &Path, workload: &str, target: &Path) -> Result<u64> {
    let out = target.join(format!("callgrind.{workload}.out"));
    let ran = Command::new("valgrind")
        .args(["--tool=callgrind", "--quiet"])
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
