//! Compares `hinan reach` with an independent Dijkstra at every node of real cities.
//!
//! `bench/check_cities.py` does the work, with scipy; it comes from PyPI into an environment below
//! `target/`, made once.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::machine;

/// The chore: in the size that CI affords, or `--all` walkers of all cities.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    if let Some(lack) = lacks() {
        bail!("{lack}");
    }
    match arguments {
        [] => bounded(),
        [flag] if flag == "--all" => check(&["--cities", "Oslo", "Monaco", "Porto"]),
        _ => bail!("only --all may follow"),
    }
}

/// What the machine lacks: the cities, or a Python that can make an environment.
pub(crate) fn lacks() -> Option<String> {
    if !machine::root().join("../shared/data").is_dir() {
        return Some("the real places in ../shared/data are not beside this checkout.".to_owned());
    }
    let environment = environment().ok()?;
    let can_make = machine::has(Command::new("python3").args(["-c", "import venv, ensurepip"]));
    (!is_current(&environment) && !can_make).then(|| {
        "a python3 that makes environments is missing (Debian: apt-get install python3-venv).".to_owned()
    })
}

/// The small cities with every walker; the large one with the two that differ the most.
pub(crate) fn bounded() -> Result<()> {
    check(&["--cities", "Oslo", "Monaco"])?;
    check(&["--cities", "Porto", "--walkers", "adult", "wheelchair"])
}

fn check(arguments: &[&str]) -> Result<()> {
    let python = make_environment()?;
    let hinan = crate::build_hinan()?;
    let script = machine::root().join("bench").join("check_cities.py");
    machine::run(Command::new(python).arg(script).arg("--hinan").arg(hinan).args(arguments))
}

fn environment() -> Result<PathBuf> {
    Ok(machine::target_folder()?.join("python-check"))
}

fn requirements() -> PathBuf {
    machine::root().join("bench").join("requirements-check.txt")
}

/// Whether the environment was made, whole, from today's requirements.
fn is_current(environment: &Path) -> bool {
    let made_from = fs::read(environment.join("made-from.txt")).ok();
    made_from.is_some() && made_from == fs::read(requirements()).ok()
}

/// Makes the environment where it is not there yet, and gives its Python.
fn make_environment() -> Result<PathBuf> {
    let environment = environment()?;
    let python = environment.join("bin").join("python");
    if is_current(&environment) {
        return Ok(python);
    }
    machine::run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&environment))?;
    machine::run(
        Command::new(&python)
            .args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--only-binary",
                ":all:",
            ])
            .arg("-r")
            .arg(requirements()),
    )
    .context("scipy could not be had from PyPI")?;
    fs::copy(requirements(), environment.join("made-from.txt"))?;
    Ok(python)
}
