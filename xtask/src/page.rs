//! The page: its own checks in Node, and what a browser shows of it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::machine;

/// Where Debian puts the browser.
const BROWSER: &str = "/usr/bin/chromium";

/// What the machine lacks to check the page.
pub(crate) fn lacks() -> Option<String> {
    let has_npm = machine::has(npm(Path::new(".")).arg("--version"));
    (!has_npm).then(|| "npm is missing (Node 20.19 or later).".to_owned())
}

/// What the machine lacks to open the page.
pub(crate) fn lacks_browser() -> Option<String> {
    let missing = || format!("{BROWSER} is missing (Debian: apt-get install chromium fonts-noto-cjk).");
    lacks().or_else(|| (!Path::new(BROWSER).exists()).then(missing))
}

/// Not `ci`: a registry may lack packages for machines that are not this one, which a lock file then
/// cannot hold, and `ci` takes that for a stale one.
const INSTALL: [&str; 4] = ["install", "--no-save", "--no-audit", "--no-fund"];

/// Types, style, tests of what computes, and that the committed page is built from these sources.
pub(crate) fn check() -> Result<()> {
    let web = folder("web");
    machine::run(npm(&web).args(INSTALL))?;
    machine::run(npm(&web).args(["run", "check"]))?;
    machine::run(npm(&web).arg("test"))
}

/// Opens the sample in a browser: plans as the command tells them, access, pictures.
pub(crate) fn open() -> Result<()> {
    let hinan = crate::build_hinan()?;
    let tests = folder("e2e");
    machine::run(npm(&tests).args(INSTALL))?;
    machine::run(npm(&tests).arg("test").env("HINAN", hinan))
}

fn folder(name: &str) -> PathBuf {
    machine::root().join(name)
}

fn npm(folder: &Path) -> Command {
    let mut command = Command::new("npm");
    command.current_dir(folder);
    command
}
