//! `hinan assign`: the columns and keys that are promised, against places counted by hand and by a slow search.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::support::{Folder, done, refused, rows};

/// ```text
///   a(4) --10-- b(3) --20-- c(2)      d(1)
/// ```
/// One at a, S holds five at b, T holds two at c behind 5 of stairs; d reaches nothing.
const NODES: &str = "node,people\na,4\nb,3\nc,2\nd,1\n";
const ARCS: &str = "from,to,time_ds\na,b,10\nb,a,10\nb,c,20\nc,b,20\n";
const SHELTERS: &str = "shelter,node,capacity,start_ds\nS,b,5,\nT,c,2,5\n";

fn town(folder: &Folder, nodes: &str, shelters: &str) -> String {
    folder.write("net/nodes.csv", nodes);
    folder.write("net/arcs.csv", ARCS);
    let shelters = folder.write("net/shelters.csv", shelters);
    let city = folder.path("town.hinan");
    done(&[
        "build",
        "--streets",
        &folder.path("net"),
        "--shelters",
        &shelters,
        "-o",
        &city,
        "--accept-smaller",
    ]);
    city
}

fn report(arguments: &[&str]) -> Value {
    serde_json::from_str(&done(&[&["assign"], arguments, &["--json"]].concat()).out).unwrap()
}

#[track_caller]
fn told(report: &Value, key: &str) -> i64 {
    report[key].as_i64().unwrap()
}

#[test]
fn places_are_those_of_arithmetic() {
    let folder = Folder::new();
    let city = town(&folder, NODES, SHELTERS);
    let out = folder.path("out.csv");
    let answer = report(&[&city, "-o", &out]);
    // Ten people, seven places, one of the ten reaches nothing. b fills three places of S, two of a the rest; c
    // fills T: 3 * 0 + 2 * 10 + 2 * 5.
    for (key, number) in [
        ("people", 10),
        ("placed", 7),
        ("left_without_shelter", 3),
        ("people_x_time_ds", 30),
        ("bound_people_x_time_ds", 30),
        ("worst_ds", 10),
        ("places", 7),
    ] {
        assert_eq!(told(&answer, key), number, "{key}: {answer}");
    }
    assert_eq!(answer["optimal"], true);
    assert!(folder.read("out.csv").starts_with("node,shelter,people,time_ds\n"));
    assert_eq!(
        rows(&folder.read("out.csv")),
        [["a", "S", "2", "10"], ["b", "S", "3", "0"], ["c", "T", "2", "5"]]
    );
    let remarks = answer["remarks"].to_string();
    assert!(remarks.contains("10 people and 7 places"), "{remarks}");
    certificate(
        &answer,
        &[("a", 4, [10, 35]), ("b", 3, [0, 25]), ("c", 2, [20, 5])],
        &[("S", 5), ("T", 2)],
        1,
    );
}

/// What the printed prices prove is what is printed.
#[track_caller]
fn certificate(answer: &Value, times: &[(&str, i64, [i64; 2])], places: &[(&str, i64)], unreached: i64) {
    let price = |shelter: &str| answer["prices"][shelter].as_i64().unwrap();
    let no_place = told(answer, "no_place_ds");
    let dear = |times: &[i64; 2]| (0..2).map(|at| times[at] + price(places[at].0)).min().unwrap();
    let paid: i64 = times.iter().map(|(_, people, times)| people * dear(times).min(no_place)).sum();
    let rent: i64 = places.iter().map(|(shelter, places)| places * price(shelter)).sum();
    let bound = paid + (unreached - told(answer, "left_without_shelter")) * no_place - rent;
    assert_eq!(bound, told(answer, "bound_people_x_time_ds"), "{answer}");
}

#[test]
fn a_limit_of_time_and_the_longest_walk_count() {
    let folder = Folder::new();
    let city = town(&folder, NODES, SHELTERS);
    let answer = report(&[&city, "--within", "0s"]);
    assert_eq!((told(&answer, "placed"), told(&answer, "people_x_time_ds")), (3, 0));
    // T itself is within T.
    assert_eq!(told(&report(&[&city, "--within", "1s"]), "placed"), 7);
    let roomy = town(
        &folder,
        "node,people\na,4\nb,3\nc,0\nd,0\n",
        "shelter,node,capacity,start_ds\nS,b,5,\nT,c,9,5\n",
    );
    // In all it is least to send two of b (25 each) or two of a (35 less 10): the same; the longest is not.
    let (total, worst) = (report(&[&roomy]), report(&[&roomy, "--goal", "worst"]));
    assert_eq!((told(&total, "people_x_time_ds"), told(&worst, "people_x_time_ds")), (90, 90));
    assert_eq!((told(&worst, "worst_ds"), told(&worst, "least_worst_ds")), (25, 25));
}

#[test]
fn who_starts_together_may_stay_together() {
    let folder = Folder::new();
    let city = town(&folder, NODES, SHELTERS);
    let answer = report(&[&city, "--whole-households"]);
    assert_eq!((told(&answer, "placed"), told(&answer, "left_without_shelter")), (5, 5));
    assert_eq!(answer["households"]["split_placed"], 7);
    assert_eq!(answer["households"]["left_out_more"], 2);
    assert_eq!(answer["optimal"], false);
}

#[test]
fn a_reserve_is_kept_free() {
    let folder = Folder::new();
    let city = town(&folder, NODES, SHELTERS);
    let answer = report(&[&city, "--reserve", "20%"]);
    // Four of five, and one of two: 1.6 is no place for two.
    assert_eq!((told(&answer, "places"), told(&answer, "placed")), (5, 5));
    refused(&["assign", &city, "--reserve", "1"], 2, &["share"]);
}

#[test]
fn places_that_nobody_knows_are_promised_to_nobody() {
    let folder = Folder::new();
    let city = town(&folder, NODES, "shelter,node,capacity\nS,b,5\nT,c,\nU,a,0\nV,a,4000000\n");
    let answer = report(&[&city]);
    assert_eq!(told(&answer, "places"), 5);
    let remarks = answer["remarks"].to_string();
    for word in ["2 shelters without a known number of places", "1 shelter with 0 places", "not believed: V"]
    {
        assert!(remarks.contains(word), "no '{word}': {remarks}");
    }
    assert_eq!(told(&report(&[&city, "--places-each", "3"]), "places"), 11);
    let unknown = town(&folder, NODES, "shelter,node,capacity\nS,b,\n");
    refused(&["assign", &unknown], 1, &["places", "--places-each"]);
}

#[test]
fn where_nobody_is_known_everybody_counts_alike() {
    let folder = Folder::new();
    let city = town(&folder, "node\na\nb\nc\nd\n", SHELTERS);
    let answer = report(&[&city]);
    assert_eq!((told(&answer, "people"), told(&answer, "placed")), (4, 3));
    assert!(answer["remarks"].to_string().contains("1 person counted at each node, since"));
    assert_eq!(told(&report(&[&city, "--people-each", "3"]), "people"), 12);
    let words = done(&["assign", &city]).out;
    assert!(words.contains("Proven") && words.contains("3 of 4 people have a place"), "{words}");
}

/// A city with doorsteps: the prices prove what is printed, with times that `reach` tells.
#[test]
fn the_sample_is_proven_by_the_answers_of_reach() {
    let folder = Folder::new();
    let city = folder.sample();
    let out = folder.path("out.csv");
    let answer = report(&[&city, "--places-each", "60", "-o", &out]);
    assert_eq!(answer["optimal"], true);
    assert!(told(&answer, "left_without_shelter") > 0);
    let nearest = rows(&done(&["reach", &city, "--nodes", "--k", "8"]).out);
    let mut times: BTreeMap<(&str, &str), i64> = BTreeMap::new();
    for row in &nearest {
        times.insert((&row[0], &row[2]), row[3].parse().unwrap());
    }
    let (mut sum, mut placed) = (0, 0);
    for row in &rows(&folder.read("out.csv")) {
        let (people, time): (i64, i64) = (row[2].parse().unwrap(), row[3].parse().unwrap());
        if let Some(known) = times.get(&(&row[0], &row[1])) {
            assert_eq!(*known, time, "{row:?}");
        }
        placed += people;
        sum += people * time;
    }
    assert_eq!((placed, sum), (told(&answer, "placed"), told(&answer, "people_x_time_ds")));
    assert_eq!(sum, told(&answer, "bound_people_x_time_ds"));
    assert_eq!(answer, report(&[&city, "--places-each", "60"]), "the same again");
}

#[test]
fn walkers_of_several_kinds_share_the_places() {
    let folder = Folder::new();
    let (city, out) = (folder.sample(), folder.path("out.csv"));
    let asked = [&*city, "--within", "6min", "--places-each", "120"];
    let ask = |more: &[&str]| report(&[&asked[..], more].concat());
    // One kind alone is what it always was.
    let (alone, older) = (ask(&["--mix", "older=7"]), ask(&["--walker", "older"]));
    for key in
        ["people", "placed", "left_without_shelter", "people_x_time_ds", "bound_people_x_time_ds", "worst_ds"]
    {
        assert_eq!(alone[key], older[key], "{key}");
    }
    let mixed = ask(&["--mix", "adult=60,older=30,wheelchair=10", "-o", &out]);
    assert_eq!((&mixed["walker"], &mixed["optimal"]), (&"mix".into(), &true.into()));
    assert_eq!(told(&mixed, "people_x_time_ds"), told(&mixed, "bound_people_x_time_ds"));
    let kinds = mixed["mix"].as_array().unwrap();
    let sum = |key: &str| kinds.iter().map(|kind| told(kind, key)).sum::<i64>();
    for (key, of_all) in
        [("people", "people"), ("placed", "placed"), ("left_without_shelter", "left_without_shelter")]
    {
        assert_eq!(sum(key), told(&mixed, of_all), "{key}");
    }
    let people = told(&mixed, "people");
    for (kind, share) in kinds.iter().zip([60, 30, 10]) {
        assert!((told(kind, "people") * 100 - people * share).abs() <= 100, "{kind}");
    }
    // Whoever is as slow as the slowest has no better chance, and as fast as the fastest no worse one.
    let placed = |walker: &str| told(&ask(&["--walker", walker]), "placed");
    assert!((placed("wheelchair")..=placed("adult")).contains(&told(&mixed, "placed")));
    let csv = folder.read("out.csv");
    assert!(csv.starts_with("node,shelter,people,time_ds,walker\n"), "{csv}");
    for kind in kinds {
        let own = rows(&csv).into_iter().filter(|row| *row[4] == *kind["walker"].as_str().unwrap());
        assert_eq!(own.map(|row| row[2].parse::<i64>().unwrap()).sum::<i64>(), told(kind, "placed"));
    }
    let words = done(&[&["assign"], &asked[..], &["--mix", "adult=1,older=1"]].concat()).out;
    assert!(words.contains("adult: ") && words.contains("older: "), "{words}");
    let refuse = |mix: &[&str], word: &str| refused(&[&["assign"], &asked[..], mix].concat(), 2, &[word]);
    refuse(&["--mix", "swimmer=1"], "swimmer");
    refuse(&["--mix", "older=0"], "older=0");
    refuse(&["--mix", "older=1", "--walker", "adult"], "--walker");
    refuse(&["--mix", "older=1", "--whole-households"], "--whole-households");
}
