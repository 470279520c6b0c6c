//! Replays what fuzzing starts from and what it found.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "what helps tests fails as tests do")]

use std::fs;
use std::path::{Path, PathBuf};

use hinan_fuzz_targets::TARGETS;

/// Inputs longer than this are replayed as they are but not spoilt.
const SPOIL_BELOW: usize = 16 << 10;
/// How many times each input is cut short, and how many times a bit is flipped.
const SPOILT: usize = 24;

fn inputs(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("targets lies in fuzz");
    let folders = ["seeds", "corpus"].map(|folder| fuzz.join(folder).join(target));
    let mut inputs: Vec<_> = folders
        .iter()
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flatten()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect();
    inputs.sort();
    if target == "region" {
        inputs.push((PathBuf::from("the small city"), hinan_fuzz_targets::SMALL.clone()));
    }
    inputs
}

/// `input` cut short and with single bits flipped, at places spread over all of it.
fn spoilt(input: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let step = input.len().div_ceil(SPOILT).max(1);
    let places = (0..input.len()).step_by(step);
    places.flat_map(move |at| {
        let mut flipped = input.to_vec();
        flipped[at] ^= 1 << (at % 8);
        [input[..at].to_vec(), flipped]
    })
}

fn replay(name: &str) {
    let (_, target) = TARGETS.iter().find(|(other, _)| *other == name).expect("a target");
    let inputs = inputs(name);
    assert!(!inputs.is_empty(), "no seeds for {name}");
    for (path, input) in inputs {
        // The name is printed only where the target panics.
        println!("replaying {}", path.display());
        target(&input);
        if input.len() < SPOIL_BELOW {
            spoilt(&input).for_each(|input| target(&input));
        }
    }
}

#[test]
fn shelter_lists() {
    replay("feed");
}

#[test]
fn network_folders() {
    replay("network");
}

#[test]
fn pbf_files() {
    replay("pbf");
}

#[test]
fn region_files() {
    replay("region");
}

#[test]
fn route_queries() {
    replay("route");
}

#[test]
fn xml_files() {
    replay("xml");
}

#[test]
fn every_target_has_its_fuzzer() {
    let fuzzers = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz_targets");
    let mut names: Vec<_> = fs::read_dir(fuzzers)
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, TARGETS.iter().map(|(name, _)| *name).collect::<Vec<_>>());
}
