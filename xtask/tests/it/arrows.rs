//! Which room may import which, and what must not creep in below the engine.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::metadata::{Kind, WORKSPACE, root};

/// The picture of ARCHITECTURE.md: what each member may use when it runs.
const ARROWS: &[(&str, &[&str])] = &[
    ("hinan-model", &[]),
    ("hinan-earth", &["hinan-model"]),
    ("hinan-layers", &["hinan-model", "hinan-earth"]),
    ("hinan-streets", &["hinan-model"]),
    ("hinan-shelters", &["hinan-model", "hinan-earth"]),
    ("hinan-region", &["hinan-model"]),
    ("hinan-pack", &["hinan-model", "hinan-region"]),
    ("hinan-reach", &["hinan-model"]),
    ("hinan-hours", &["hinan-model"]),
    ("hinan-plan", &["hinan-model", "hinan-reach"]),
    ("hinan-city", &["hinan-model", "hinan-region", "hinan-reach", "hinan-plan", "hinan-hours"]),
    ("hinan-render", &["hinan-model", "hinan-region"]),
    ("hinan-texts", &["hinan-model"]),
    (
        "hinan-poster",
        &["hinan-model", "hinan-region", "hinan-reach", "hinan-city", "hinan-render", "hinan-texts"],
    ),
    ("hinan-cap", &["hinan-model"]),
    ("hinan-alert", &["hinan-model", "hinan-cap"]),
    ("hinan-trust", &["hinan-model", "hinan-cap", "hinan-alert"]),
    (
        "hinan-desk",
        &[
            "hinan-model",
            "hinan-cap",
            "hinan-alert",
            "hinan-trust",
            "hinan-texts",
            "hinan-region",
            "hinan-city",
            "hinan-reach",
        ],
    ),
    (
        "hinan-server",
        &[
            "hinan-model",
            "hinan-layers",
            "hinan-region",
            "hinan-reach",
            "hinan-hours",
            "hinan-plan",
            "hinan-city",
            "hinan-render",
            "hinan-texts",
        ],
    ),
    (
        "hinan-desk-server",
        &[
            "hinan-model",
            "hinan-region",
            "hinan-alert",
            "hinan-trust",
            "hinan-desk",
            "hinan-texts",
            "hinan-server",
        ],
    ),
    (
        "hinan-phone",
        &[
            "hinan-model",
            "hinan-region",
            "hinan-pack",
            "hinan-reach",
            "hinan-hours",
            "hinan-city",
            "hinan-texts",
            "hinan-cap",
            "hinan-alert",
            "hinan-trust",
        ],
    ),
    ("hinan-renew", &["hinan-pack"]),
    ("hinan-testkit", &["hinan-model"]),
    (
        "hinan-cli",
        &[
            "hinan-model",
            "hinan-streets",
            "hinan-shelters",
            "hinan-layers",
            "hinan-region",
            "hinan-pack",
            "hinan-reach",
            "hinan-hours",
            "hinan-plan",
            "hinan-city",
            "hinan-render",
            "hinan-poster",
            "hinan-texts",
            "hinan-cap",
            "hinan-alert",
            "hinan-trust",
            "hinan-desk",
            "hinan-desk-server",
            "hinan-server",
        ],
    ),
    (
        "hinan-fuzz-targets",
        &[
            "hinan-model",
            "hinan-cap",
            "hinan-layers",
            "hinan-streets",
            "hinan-shelters",
            "hinan-region",
            "hinan-pack",
            "hinan-reach",
            "hinan-render",
            "hinan-cap",
            "hinan-alert",
            "hinan-trust",
            "hinan-phone",
            "hinan-server",
        ],
    ),
    ("xtask", &[]),
];

/// Rooms that will be compiled for a browser: no threads, clock, randomness, files or sockets.
const PURE: &[&str] =
    &["hinan-model", "hinan-reach", "hinan-plan", "hinan-cap", "hinan-alert", "hinan-trust", "hinan-phone"];

/// Crates that bring one of those.
const IMPURE: &[&str] = &[
    "async-std",
    "chrono",
    "crossbeam",
    "crossbeam-channel",
    "fastrand",
    "getrandom",
    "instant",
    "jiff",
    "memmap2",
    "mio",
    "num_cpus",
    "quanta",
    "rand",
    "rand_core",
    "rayon",
    "rayon-core",
    "socket2",
    "tempfile",
    "time",
    "tokio",
    "uuid",
    "web-time",
];

/// The same in the standard library.
const IMPURE_STD: &[&str] = &["std::env", "std::fs", "std::net", "std::process", "std::thread", "std::time"];

fn is_ours(name: &str) -> bool {
    WORKSPACE.members.iter().any(|member| member == name)
}

#[test]
fn every_member_has_its_arrows_written_down() {
    let written: BTreeSet<_> = ARROWS.iter().map(|(name, _)| *name).collect();
    let members: BTreeSet<_> = WORKSPACE.members.iter().map(String::as_str).collect();
    assert_eq!(written, members);
}

#[test]
fn imports_only_go_downwards() {
    for (member, allowed) in ARROWS {
        let uses = WORKSPACE.direct(member, &[Kind::Normal, Kind::Build]);
        let wrong: Vec<_> = uses.iter().filter(|name| is_ours(name) && !allowed.contains(name)).collect();
        assert!(wrong.is_empty(), "{member} must not use {wrong:?}; see ARCHITECTURE.md");
    }
}

#[test]
fn only_tests_import_the_testkit() {
    for member in &WORKSPACE.members {
        let runs_with = WORKSPACE.direct(member, &[Kind::Normal, Kind::Build]);
        assert!(!runs_with.contains("hinan-testkit"), "{member} uses hinan-testkit outside of tests");
    }
}

#[test]
fn the_engine_is_pure_down_to_its_last_dependency() {
    for room in PURE {
        let tree = tree_of_its_own(room);
        let impure: Vec<_> = IMPURE.iter().filter(|name| tree.contains(**name)).collect();
        assert!(impure.is_empty(), "{room} reaches {impure:?} through its dependencies");
    }
}

/// What `room` is made of where it is built alone for a browser: what other rooms ask of those that they
/// share (files of a region, every encoding, the whole syntax of hours) does not count.
fn tree_of_its_own(room: &str) -> BTreeSet<String> {
    let said = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "--edges", "normal", "--prefix", "none", "--format", "{p}"])
        .args(["--target", "wasm32-unknown-unknown", "--package", room])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let names = String::from_utf8(said.stdout).unwrap();
    names.lines().filter_map(|line| Some(line.split(' ').next()?.to_owned())).collect()
}

/// The files of a folder and of those in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn the_engine_asks_the_standard_library_for_nothing_of_the_machine() {
    for room in PURE {
        for path in files(&root().join("crates").join(room).join("src")) {
            let source = fs::read_to_string(&path).unwrap();
            for (number, line) in
                source.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"))
            {
                let impure = IMPURE_STD.iter().find(|name| line.contains(*name));
                assert_eq!(
                    impure,
                    None,
                    "{room}, {}, line {}",
                    path.file_name().unwrap().display(),
                    number + 1
                );
            }
        }
    }
}
