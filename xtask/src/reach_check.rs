//! Compares `hinan reach` with an independent Dijkstra at every node of real cities.
//!
//! The command builds a city, exports the network and writes its answers; `bench/check_reach.py` computes
//! them anew with scipy from the exported files alone. scipy comes from PyPI into an environment below
//! `target/`, made once.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

use crate::machine;

/// A city and where its shelters come from.
struct City {
    name: &'static str,
    streets: &'static str,
    /// A list; without one, shelters are invented by the rule of `bench/hash_shelters.py`.
    shelters: Option<&'static str>,
    /// How many of [`WALKERS`] the bounded check takes.
    bounded_walkers: usize,
}

const CITIES: &[City] = &[
    City {
        name: "oslo",
        streets: "osm/oslo-east-filtered.osm.pbf",
        shelters: Some("shelters/norway-tilfluktsrom.json"),
        bounded_walkers: 8,
    },
    City { name: "monaco", streets: "osm/monaco.osm.pbf", shelters: None, bounded_walkers: 8 },
    City { name: "porto", streets: "osm/porto_portugal.osm.pbf", shelters: None, bounded_walkers: 2 },
];

/// Every standard walker; the first two differ the most (stairs, slopes, closed kinds).
const WALKERS: &[&str] = &[
    "adult",
    "wheelchair",
    "older",
    "child",
    "adult-night",
    "wheelchair-night",
    "older-night",
    "child-night",
];

const BEST: &str = "3";

/// The chore: bounded, or `--all` walkers of all cities.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    if let Some(lack) = lacks() {
        bail!("{lack}");
    }
    match arguments {
        [] => bounded(),
        [flag] if flag == "--all" => check_cities(|_| WALKERS.len()),
        _ => bail!("only --all may follow"),
    }
}

/// What the machine lacks: the cities, or a Python that can make an environment.
pub(crate) fn lacks() -> Option<String> {
    if !data_folder().is_dir() {
        return Some("the real places in ../shared/data are not beside this checkout.".to_owned());
    }
    if environment_is_current(&environment().ok()?) {
        return None;
    }
    let can_make = machine::has(Command::new("python3").args(["-c", "import venv, ensurepip"]));
    (!can_make).then(|| {
        "a python3 that makes environments is missing (Debian: apt-get install python3-venv).".to_owned()
    })
}

/// The check in the size that CI affords.
pub(crate) fn bounded() -> Result<()> {
    check_cities(|city| city.bounded_walkers)
}

fn check_cities(walkers: impl Fn(&City) -> usize) -> Result<()> {
    let python = make_environment()?;
    let hinan = crate::build_hinan()?;
    let folder = machine::target_folder()?.join("reach-check");
    fs::create_dir_all(&folder)?;
    for city in CITIES {
        let start = Instant::now();
        let check = Check { python: &python, hinan: &hinan, folder: &folder, city };
        check.build()?;
        for walker in &WALKERS[..walkers(city)] {
            check.compare(walker).with_context(|| format!("{}, {walker}", city.name))?;
        }
        println!("{}: {} walkers agree ({:.1} s)", city.name, walkers(city), start.elapsed().as_secs_f64());
    }
    Ok(())
}

/// One city on the bench: its files are named after it.
struct Check<'a> {
    python: &'a Path,
    hinan: &'a Path,
    folder: &'a Path,
    city: &'a City,
}

impl Check<'_> {
    fn file(&self, ending: &str) -> PathBuf {
        self.folder.join(format!("{}{ending}", self.city.name))
    }

    fn build(&self) -> Result<()> {
        let shelters = match self.city.shelters {
            Some(list) => data_folder().join(list),
            None => self.invent_shelters()?,
        };
        self.build_region(Some(&shelters))
    }

    fn build_region(&self, shelters: Option<&Path>) -> Result<()> {
        let mut build = Command::new(self.hinan);
        build.arg("build").arg("--streets").arg(data_folder().join(self.city.streets));
        if let Some(list) = shelters {
            build.arg("--shelters").arg(list);
        }
        machine::run(build.arg("-o").arg(self.file(".hinan")).arg("--accept-smaller"))
    }

    /// Shelters by a hash of the node's id, for a city that has no list.
    fn invent_shelters(&self) -> Result<PathBuf> {
        self.build_region(None)?;
        self.export(WALKERS[0])?;
        let list = self.file("-shelters.csv");
        let script = script("hash_shelters.py");
        machine::run(Command::new(self.python).arg(script).arg(self.file("-network")).arg("-o").arg(&list))?;
        Ok(list)
    }

    fn export(&self, walker: &str) -> Result<()> {
        machine::run(
            Command::new(self.hinan)
                .arg("export")
                .arg(self.file(".hinan"))
                .arg("--network")
                .arg(self.file("-network"))
                .args(["--walker", walker]),
        )
    }

    fn compare(&self, walker: &str) -> Result<()> {
        self.export(walker)?;
        let answers = self.file("-reach.csv");
        machine::run(
            Command::new(self.hinan)
                .arg("reach")
                .arg(self.file(".hinan"))
                .args(["--nodes", "--k", BEST, "--walker", walker, "-o"])
                .arg(&answers),
        )?;
        let check = script("check_reach.py");
        machine::run(Command::new(self.python).arg(check).arg(self.file("-network")).arg(&answers).args([
            "--k",
            BEST,
            "--only",
            STREET_NODES,
        ]))
    }
}

/// Ids of the map's own nodes: doorsteps and entrances that the export adds have others, and
/// `reach --nodes` need not list them.
const STREET_NODES: &str = "^-?[0-9]+$";

fn script(name: &str) -> PathBuf {
    machine::root().join("bench").join(name)
}

fn data_folder() -> PathBuf {
    machine::root().join("..").join("shared").join("data")
}

fn environment() -> Result<PathBuf> {
    Ok(machine::target_folder()?.join("python-check"))
}

fn requirements() -> PathBuf {
    machine::root().join("bench").join("requirements-check.txt")
}

/// Whether the environment was made, whole, from today's requirements.
fn environment_is_current(environment: &Path) -> bool {
    let made_from = fs::read(environment.join("made-from.txt")).ok();
    made_from.is_some() && made_from == fs::read(requirements()).ok()
}

/// Makes the environment where it is not there yet, and gives its Python.
fn make_environment() -> Result<PathBuf> {
    let environment = environment()?;
    let python = environment.join("bin").join("python");
    if environment_is_current(&environment) {
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
    ensure!(python.is_file(), "the environment has no python");
    fs::copy(requirements(), environment.join("made-from.txt"))?;
    Ok(python)
}
