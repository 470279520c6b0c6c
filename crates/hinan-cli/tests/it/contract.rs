//! The files of the design, section 7, that anyone can check us with.

use std::fmt::Write as _;
use std::path::Path;

use crate::support::{Folder, SAMPLE, done, oracle_rows, rows, run, sorted};

/// Drawn by hand:
///
/// ```text
///   1 --5/7-- 10 --5-- 20 --4-- 2 --10-- 3 <-1-- 5        4
///   1 --30 and 12 (two arcs), one way--> 2
/// ```
///
/// S1 and S2 share node 2 (S1 stands first), S1 has a second, dear entrance at 1, S3 is at 3 behind
/// stairs. Node 2 has a loop, node 4 nothing.
const NODES: &str = "colour,node\nred,100\nred,10\nred,20\nred,200\nred,3\nred,4\nred,5\n";
const ARCS: &str = "from,to,time_ds,note\n100,10,5,a\n10,100,7,\n10,20,5,\n20,10,5,\n20,200,4,\n200,20,4,\n\
    200,200,3,loop\n100,200,30,\n100,200,12,\n200,3,10,\n3,200,10,\n5,3,1,\n";
const SHELTERS: &str = "shelter,node,capacity,start_ds\nS1,200,50,\nS2,200,60,0\nS1,100,50,100\nS3,3,7,5\n";

fn hand_drawn(folder: &Folder) -> String {
    folder.write("net/nodes.csv", NODES);
    folder.write("net/arcs.csv", ARCS);
    folder.write("net/shelters.csv", SHELTERS);
    // What else lies there is nobody's business.
    folder.write("net/arcs.old.csv", "not a table");
    let city = folder.path("hand.hinan");
    let (streets, shelters) = (folder.path("net"), folder.path("net/shelters.csv"));
    done(&["build", "--streets", &streets, "--shelters", &shelters, "-o", &city]);
    city
}

#[track_caller]
fn check(city: &str, options: &[&str], expected: &str) {
    let said = done(&[&["reach", city, "--nodes"], options].concat());
    assert!(said.out.starts_with("node,rank,shelter,time_ds\n"), "{}", said.out);
    let mut expected: Vec<Vec<String>> =
        expected.split_whitespace().map(|row| row.split(',').map(str::to_owned).collect()).collect();
    expected.sort();
    assert_eq!(sorted(&said.out), expected, "{options:?}");
}

#[test]
fn answers_are_those_of_arithmetic() {
    let folder = Folder::new();
    let city = hand_drawn(&folder);
    check(
        &city,
        &[],
        "200,1,S1,0 200,2,S2,0 200,3,S3,15  20,1,S1,4 20,2,S2,4 20,3,S3,19  10,1,S1,9 10,2,S2,9 10,3,S3,24
         100,1,S1,12 100,2,S2,12 100,3,S3,27  3,1,S3,5 3,2,S1,10 3,3,S2,10  5,1,S3,6 5,2,S1,11 5,3,S2,11",
    );
    check(&city, &["--k", "1"], "200,1,S1,0 20,1,S1,4 10,1,S1,9 100,1,S1,12 3,1,S3,5 5,1,S3,6");
    check(&city, &["--k", "8", "--within", "0s"], "200,1,S1,0 200,2,S2,0");
    // T itself is within T.
    check(
        &city,
        &["--within", "1s"],
        "200,1,S1,0 200,2,S2,0 20,1,S1,4 20,2,S2,4 10,1,S1,9 10,2,S2,9 3,1,S3,5 3,2,S1,10 3,3,S2,10 5,1,S3,6",
    );
    assert_eq!(run(&["reach", &city, "--nodes", "--k", "9"]).code, Some(2));
    assert_eq!(run(&["reach", &city, "--nodes", "--within", "10"]).code, Some(2));
    assert_eq!(run(&["reach", &city, "--nodes", "--walker", "adult"]).code, Some(2));
    check(&city, &["--k", "1", "--within", "0s", "--walker", "given"], "200,1,S1,0");
}

#[test]
fn without_doorsteps_nodes_are_answered_and_that_is_said() {
    let folder = Folder::new();
    let city = hand_drawn(&folder);
    let said = done(&["reach", &city]);
    assert!(said.err.contains("no doorsteps"), "{}", said.err);
    assert_eq!(said.out, done(&["reach", &city, "--nodes"]).out);
}

#[test]
fn info_counts_what_was_read() {
    let folder = Folder::new();
    let city = hand_drawn(&folder);
    let info: serde_json::Value = serde_json::from_str(&done(&["info", &city, "--json"]).out).unwrap();
    assert_eq!((&info["nodes"], &info["shelters"], &info["people"]), (&7.into(), &3.into(), &0.into()));
    // Of the twelve rows the loop and the slower of two parallel arcs lead nowhere sooner.
    assert_eq!(info["arcs"], 10, "{info}");
    let shelters = info["sources"].as_array().unwrap().iter().find(|s| s["role"] == "shelters").unwrap();
    assert_eq!(
        (&shelters["rows"], &shelters["records"], &shelters["complaints"]),
        (&4.into(), &3.into(), &0.into())
    );
    assert!(info["dropped"].is_array());
}

#[test]
fn a_summary_tells_who_reaches_what() {
    let folder = Folder::new();
    let city = hand_drawn(&folder);
    let out = folder.path("reach.csv");
    let said = done(&["reach", &city, "--nodes", "--json", "-o", &out]);
    let summary: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(
        (&summary["count"], &summary["reached"], &summary["unreachable"]),
        (&7.into(), &6.into(), &1.into())
    );
    // 0, 4, 5, 6, 9, 12: the lower of the middle two.
    assert_eq!((&summary["median_ds"], &summary["worst_ds"]), (&5.into(), &12.into()));
    assert_eq!(rows(&folder.read("reach.csv")).len(), 18);
}

#[test]
fn an_export_read_back_gives_the_same_answers() {
    let folder = Folder::new();
    let city = hand_drawn(&folder);
    let back = round_trip(&folder, &city, "given");
    assert_eq!(sorted(&reach(&city, "given", 3)), sorted(&reach(&back, "given", 3)));
}

#[test]
fn the_sample_with_its_doorsteps_equals_the_oracle_and_survives_a_round_trip() {
    let folder = Folder::new();
    let city = folder.sample();
    for walker in ["older", "wheelchair-night"] {
        let ours = sorted(&reach(&city, walker, 3));
        let back = round_trip(&folder, &city, walker);
        let export = Path::new(&folder.path("export")).to_owned();
        assert!(ours.iter().any(|row| row[0].starts_with("way/")), "doorsteps are nodes of an export");
        assert_eq!(ours, oracle_rows(&export, &export.join("shelters.csv"), 3), "{walker}: oracle");
        assert_eq!(ours, sorted(&reach(&back, "given", 3)), "{walker}: round trip");
    }
}

#[test]
fn random_networks_equal_the_oracle() {
    for seed in 0..25 {
        let folder = Folder::new();
        let (streets, shelters) = draw_random(&folder, seed);
        let city = folder.path("random.hinan");
        done(&["build", "--streets", &streets, "--shelters", &shelters, "-o", &city]);
        for k in [1, 3, 8] {
            let expected = oracle_rows(Path::new(&streets), Path::new(&shelters), k);
            assert_eq!(sorted(&reach(&city, "given", k)), expected, "seed {seed}, k {k}");
        }
        let back = round_trip(&folder, &city, "given");
        assert_eq!(sorted(&reach(&back, "given", 3)), sorted(&reach(&city, "given", 3)), "seed {seed}");
    }
}

fn reach(city: &str, walker: &str, k: usize) -> String {
    done(&["reach", city, "--nodes", "--walker", walker, "--k", &k.to_string()]).out
}

/// Exports a region for a walker and builds another from that.
fn round_trip(folder: &Folder, city: &str, walker: &str) -> String {
    let (export, back) = (folder.path("export"), folder.path(&format!("back-{walker}.hinan")));
    done(&["export", city, "--network", &export, "--walker", walker]);
    let shelters = format!("{export}/shelters.csv");
    done(&["build", "--streets", &export, "--shelters", &shelters, "-o", &back]);
    back
}

/// Numbers that look random and are the same on every machine (a linear congruential generator
/// with Knuth's constants).
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(limit)) as u32
    }
}

/// Sparse and odd ids, loops, parallel arcs, one-way streets, isolated nodes, long chains, several
/// entrances, two shelters on one node.
fn draw_random(folder: &Folder, seed: u64) -> (String, String) {
    let mut dice = Dice(seed);
    let nodes = 2 + dice.below(60);
    let with_words = seed % 2 == 1;
    let id = |node: u32| {
        let number = i64::from(node) * 7_919_777 - 1_000_000;
        if with_words && node.is_multiple_of(3) {
            format!("\"corner, {number}\"")
        } else {
            number.to_string()
        }
    };
    let mut order: Vec<u32> = (0..nodes).collect();
    for at in (1..nodes).rev() {
        order.swap(at as usize, dice.below(at + 1) as usize);
    }
    let mut table = "node\n".to_owned();
    for node in order {
        writeln!(table, "{}", id(node)).unwrap();
    }
    let streets = folder.write("random/nodes.csv", &table);
    let mut table = "from,to,time_ds\n".to_owned();
    for _ in 0..dice.below(nodes * 2) {
        let (from, to) = (dice.below(nodes), dice.below(nodes));
        writeln!(table, "{},{},{}", id(from), id(to), dice.below(9)).unwrap();
        if dice.below(4) > 0 {
            writeln!(table, "{},{},{}", id(to), id(from), dice.below(9)).unwrap();
        }
    }
    // A chain through the first half of the nodes.
    for node in 1..nodes / 2 {
        writeln!(table, "{},{},{}", id(node - 1), id(node), 1 + dice.below(50)).unwrap();
        writeln!(table, "{},{},{}", id(node), id(node - 1), 1 + dice.below(50)).unwrap();
    }
    if nodes < 4 {
        writeln!(table, "{},{},1", id(0), id(1)).unwrap();
    }
    folder.write("random/arcs.csv", &table);
    let mut table = "shelter,node,capacity,start_ds\n".to_owned();
    for shelter in 0..1 + dice.below(8) {
        for _ in 0..1 + dice.below(3) {
            writeln!(table, "s{shelter},{},10,{}", id(dice.below(nodes)), dice.below(20)).unwrap();
        }
    }
    let shelters = folder.write("random/list.csv", &table);
    (streets.trim_end_matches("/nodes.csv").to_owned(), shelters)
}

#[test]
fn the_sample_is_where_the_tests_say() {
    assert!(Path::new(SAMPLE).is_file());
}
