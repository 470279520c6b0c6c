//! Replays what fuzzing starts from and what it found.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "what helps tests fails as tests do")]

use std::fs;
use std::path::{Path, PathBuf};

use hinan_fuzz_targets::TARGETS;

/// How many times a seed is cut short, and how many times a bit of it is flipped.
const SPOILT: usize = 64;
/// The same for the region: any of its numbers may point anywhere.
const SPOILT_REGION: usize = 1000;

type Input = (PathBuf, Vec<u8>);

/// The files of `fuzz/KIND/TARGET`, by name.
fn inputs(kind: &str, target: &str) -> Vec<Input> {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("targets lies in fuzz");
    let Ok(files) = fs::read_dir(fuzz.join(kind).join(target)) else { return Vec::new() };
    let paths = files.map(|entry| entry.unwrap().path());
    let mut inputs: Vec<_> = paths.map(|path| (path.clone(), fs::read(path).unwrap())).collect();
    inputs.sort();
    inputs
}

/// `input` cut short and with single bits flipped, at `times` places spread over all of it.
fn spoilt(input: &[u8], times: usize) -> impl Iterator<Item = Vec<u8>> {
    let step = input.len().div_ceil(times).max(1);
    let places = (0..input.len()).step_by(step);
    places.flat_map(move |at| {
        let mut flipped = input.to_vec();
        flipped[at] ^= 1 << (at / step % 8);
        [input[..at].to_vec(), flipped]
    })
}

fn replay(name: &str) {
    let seeds = inputs("seeds", name);
    assert!(!seeds.is_empty(), "no seeds for {name}");
    replay_all(name, &inputs("corpus", name), 0);
    replay_all(name, &seeds, SPOILT);
}

fn replay_all(name: &str, inputs: &[Input], times: usize) {
    let (_, target) = TARGETS.iter().find(|(other, _)| *other == name).expect("a target");
    for (path, input) in inputs {
        // Shown only where the target panics.
        println!("replaying {}", path.display());
        target(input);
        if times > 0 {
            spoilt(input, times).for_each(|input| target(&input));
        }
    }
}

#[test]
fn bodies_for_the_server() {
    replay("body");
}

#[test]
fn cap_messages() {
    replay("cap_read");
}

#[test]
fn cap_feeds() {
    replay("cap_feed");
}

#[test]
fn cap_messages_to_write() {
    replay("cap_write");
}

#[test]
fn shelter_lists() {
    replay("feed");
}

#[test]
fn lives_of_alerts() {
    replay("life");
}

#[test]
fn questions_for_phones() {
    replay("phone");
}

#[test]
fn network_folders() {
    replay("network");
}

#[test]
fn files_of_packs() {
    replay("pack_decode");
}

#[test]
fn people_files() {
    replay("people");
}

#[test]
fn pbf_files() {
    replay("pbf");
}

#[test]
fn places_of_alerts() {
    replay("place");
}

#[test]
fn region_files() {
    let small_city = (PathBuf::from("the small city"), hinan_fuzz_targets::SMALL.clone());
    replay_all("region", &[small_city], SPOILT_REGION);
}

#[test]
fn route_queries() {
    replay("route");
}

#[test]
fn bundles_of_trust() {
    replay("trust_bundle");
}

#[test]
fn envelopes() {
    replay("trust_envelope");
}

#[test]
fn statements() {
    replay("trust_statement");
}

#[test]
fn xml_files() {
    replay("xml");
}

#[test]
fn zone_files() {
    replay("zones");
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
