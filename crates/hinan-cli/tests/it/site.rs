//! `hinan site`: the columns and keys that are promised, against sites counted by hand; and candidates that cannot be used.

use serde_json::Value;

use crate::support::{Folder, done, refused, rows, run};

/// ```text
///   a(4) --10-- b(3) --20-- c(2) --10-- d(9)      e(1) --5-- f(6)
/// ```
/// S is at c.
const NODES: &str = "node,people\na,4\nb,3\nc,2\nd,9\ne,1\nf,6\n";
const ARCS: &str = "from,to,time_ds\na,b,10\nb,a,10\nb,c,20\nc,b,20\nc,d,10\nd,c,10\ne,f,5\nf,e,5\n";

fn town(folder: &Folder) -> String {
    folder.write("net/nodes.csv", NODES);
    folder.write("net/arcs.csv", ARCS);
    let shelters = folder.write("net/shelters.csv", "shelter,node,capacity\nS,c,\n");
    let city = folder.path("town.hinan");
    done(&["build", "--streets", &folder.path("net"), "--shelters", &shelters, "-o", &city]);
    city
}

fn report(arguments: &[&str]) -> Value {
    serde_json::from_str(&done(&[&["site"], arguments, &["--json"]].concat()).out).unwrap()
}

#[track_caller]
fn is_told(report: &Value, keys: &[(&str, i64)]) {
    for (key, number) in keys {
        assert_eq!(report[key].as_i64(), Some(*number), "{key}: {report}");
    }
}

#[track_caller]
fn chosen(report: &Value) -> Vec<(&str, i64)> {
    let sites = report["sites"].as_array().unwrap();
    sites.iter().map(|site| (site["node"].as_str().unwrap(), site["adds"].as_i64().unwrap())).collect()
}

#[test]
fn most_people_in_time() {
    let folder = Folder::new();
    let (city, out) = (town(&folder), folder.path("sites.csv"));
    // Within a second of c are c and d: 11 of 25. a or b adds 7, e or f as well; of two alike the first counts.
    let answer = report(&[&city, "--new", "1", "--within", "1s", "--curve", "-o", &out]);
    is_told(&answer, &[("people", 25), ("value_now", 11), ("value", 18), ("bound", 18), ("without", 7)]);
    assert_eq!((&answer["objective"], &answer["optimal"]), (&"cover".into(), &true.into()));
    assert_eq!(answer["curve"][0]["value"], 11);
    assert_eq!(answer["curve"][1]["value"], 18);
    let csv = folder.read("sites.csv");
    assert!(csv.starts_with("rank,node,adds\n"), "{csv}");
    assert_eq!(rows(&csv), [["1", "a", "7"]]);
    let answer = report(&[&city, "--new", "2", "--within", "1s"]);
    is_told(&answer, &[("value", 25), ("bound", 25), ("without", 0)]);
    // Without S a site at c or d serves most, then 7 each.
    let answer = report(&[&city, "--new", "1", "--within", "1s", "--ignore-existing"]);
    is_told(&answer, &[("value_now", 0), ("value", 11), ("bound", 11)]);
    assert_eq!(chosen(&answer), [("c", 11)]);
}

#[test]
fn least_sum_of_all_walks() {
    let folder = Folder::new();
    let city = town(&folder);
    // Seven have nothing: f serves them at 1 * 5. On the other side 4 * 30 + 3 * 20 + 9 * 10 stay.
    let answer = report(&[&city, "--new", "1", "--objective", "median"]);
    is_told(
        &answer,
        &[("value_now", 270), ("without_now", 7), ("value", 275), ("bound", 275), ("without", 0)],
    );
    assert_eq!(chosen(&answer), [("f", -5)]);
    // Then a saves 4 * 30 + 3 * 10.
    let answer = report(&[&city, "--new", "2", "--objective", "median"]);
    is_told(&answer, &[("value", 125), ("bound", 125)]);
    assert_eq!(chosen(&answer), [("f", -5), ("a", 150)]);
    assert_eq!(answer["optimal"], true);
}

#[test]
fn least_longest_walk() {
    let folder = Folder::new();
    let city = town(&folder);
    let answer = report(&[&city, "--new", "2", "--objective", "center"]);
    // e and f are served by one, the other brings a and b within 10.
    is_told(&answer, &[("value_now", 30), ("value", 10), ("bound", 10), ("without", 0)]);
    assert_eq!(answer["optimal"], true);
}

#[test]
fn candidates_that_cannot_be_used_are_named() {
    let folder = Folder::new();
    let city = town(&folder);
    let list = folder.write("new.csv", "\u{feff}Node,name\nb,B\nzz,nowhere\nb,again\n,\ne,E\n");
    let said =
        done(&["site", &city, "--new", "5", "--candidates", &list, "--within", "1s", "--json", "--curve"]);
    for words in
        ["new.csv, row 3", "there is no node zz", "row 4", "'b' again, as in row 2", "row 5", "empty"]
    {
        assert!(said.err.contains(words), "no '{words}' in {}", said.err);
    }
    let answer: Value = serde_json::from_str(&said.out).unwrap();
    is_told(&answer, &[("candidates", 2), ("candidates_left_out", 3), ("new", 2), ("value", 25)]);
    assert!(answer["remarks"].to_string().contains("only 2 candidates"), "{answer}");
    let words = done(&["site", &city, "--new", "5", "--candidates", &list, "--within", "1s"]).out;
    assert!(words.contains("In time are 25 people, before it was 11"), "{words}");
    let bad = folder.write("bad.csv", "x,y\n1,2\n");
    refused(&["site", &city, "--new", "1", "--candidates", &bad], 1, &["bad.csv, row 1", "node", "lat"]);
    let none = folder.write("none.csv", "node\nzz\n");
    refused(&["site", &city, "--new", "1", "--candidates", &none], 1, &["no candidate"]);
    refused(&["site", &city, "--new", "1", "--candidates", "osm"], 1, &["--with-candidates"]);
    refused(&["site", &city, "--new", "1", "--candidates", &folder.path("absent.csv")], 1, &["absent.csv"]);
    refused(&["site", &city, "--new", "0"], 2, &["--new"]);
    assert_eq!(run(&["site", &city]).code, Some(2));
}

#[test]
fn candidates_of_the_map_and_places_off_the_streets() {
    let folder = Folder::new();
    let city = folder.sample();
    let answer = report(&[&city, "--new", "3", "--candidates", "osm", "--within", "3min"]);
    assert_eq!(answer["sites"].as_array().unwrap().len(), 3);
    assert!(answer["value"].as_u64() > answer["value_now"].as_u64(), "{answer}");
    assert!(answer["value"].as_u64() <= answer["bound"].as_u64(), "{answer}");
    let list = folder.write(
        "places.csv",
        "id,lat,lon\nschool,60.1700,24.9420\nthe same,60.1700,24.9420\nsea,0,0\nword,x,24.9\n,60.1720,24.9440\n",
    );
    let said = done(&["site", &city, "--new", "2", "--candidates", &list, "--within", "3min", "--json"]);
    for words in [
        "the very place of row 2",
        "row 4, column lat",
        "no street",
        "row 5, column lat",
        "no place on Earth",
    ] {
        assert!(said.err.contains(words), "no '{words}' in {}", said.err);
    }
    let answer: Value = serde_json::from_str(&said.out).unwrap();
    let mut nodes: Vec<&str> = chosen(&answer).into_iter().map(|(node, _)| node).collect();
    nodes.sort_unstable();
    assert_eq!(nodes, ["6", "school"]);
    // The same input, the same bytes, whatever the number of threads.
    let arguments = ["site", &city, "--new", "4", "--within", "2min", "--objective", "median", "--json"];
    let one = crate::support::command(&arguments).env("RAYON_NUM_THREADS", "1").output().unwrap();
    assert_eq!(String::from_utf8(one.stdout).unwrap(), done(&arguments).out);
}

#[test]
fn places_are_counted_where_asked() {
    let folder = Folder::new();
    let city = town(&folder);
    // Within a second of S are 2 and 9, of a and b 7, of e and f 7.
    let counted = ["--within", "1s", "--capacitated", "--places-each", "5", "--site-places", "8"];
    let ask = |arguments: &[&str]| report(&[&[&*city][..], &counted, arguments].concat());
    let answer = ask(&["--new", "1", "--curve"]);
    is_told(&answer, &[("value_now", 5), ("value", 12), ("without", 13), ("places_now", 5)]);
    assert!(answer["bound"].as_i64() >= Some(12), "{answer}");
    assert_eq!((chosen(&answer), &answer["capacitated"]), (vec![("a", 7)], &true.into()));
    assert_eq!(answer["sites"][0]["places"], 8);
    assert!(
        answer["remarks"].to_string().contains("without a known number of places, taken to have 5"),
        "{answer}"
    );
    let answer = ask(&["--new", "3"]);
    is_told(&answer, &[("value", 25), ("bound", 25), ("without", 0), ("beyond_all", 0)]);
    assert_eq!(chosen(&answer), [("a", 7), ("e", 7), ("c", 6)]);
    // A tenth of 5 places is a whole one.
    is_told(&ask(&["--new", "1", "--reserve", "10%"]), &[("value_now", 4), ("value", 11)]);
    is_told(&ask(&["--new", "1", "--ignore-existing"]), &[("value_now", 0), ("places_now", 0), ("value", 8)]);
    let words = done(&[&["site", &city, "--new", "1"], &counted[..]].concat()).out;
    assert!(words.contains("With a place in time: 12 people, before 5 people."), "{words}");
    // Three from d walk 10 to S. Seven find a place at f, of whom one walks 5.
    let answer = ask(&["--new", "1", "--objective", "median"]);
    is_told(
        &answer,
        &[("value_now", 30), ("without_now", 20), ("without", 13), ("value", 35), ("bound_without", 12)],
    );
    // One more without a place costs so much that the prices prove little of a town of six.
    assert!(answer["bound"].as_i64().unwrap() <= 35, "{answer}");
    assert_eq!(chosen(&answer), [("f", -5)]);
}

#[test]
fn places_of_candidates_are_read_or_asked_for() {
    let folder = Folder::new();
    let city = town(&folder);
    let list = folder.write("new.csv", "node,places\na,3\nc,\ne,0\n");
    let asked = ["site", &city, "--new", "3", "--candidates", &list, "--within", "1s", "--capacitated"];
    refused(&asked, 1, &["--site-places", "candidate c"]);
    let said = done(&[&asked[..], &["--site-places", "6", "--places-each", "2", "--json"]].concat());
    let answer: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(chosen(&answer), [("c", 6), ("a", 3), ("e", 0)]);
    is_told(&answer, &[("value", 11), ("bound", 11)]);
    let bad = folder.write("bad.csv", "node,places\na,many\n");
    let asked = ["site", &city, "--new", "1", "--candidates", &bad, "--capacitated"];
    refused(&asked, 1, &["candidate a", "'many'", "places"]);
    refused(&[&asked[..2], &["--new", "1", "--site-places", "3"]].concat(), 2, &["--capacitated"]);
    let center = ["--objective", "center", "--capacitated", "--site-places", "3"];
    refused(&[&asked[..4], &center].concat(), 1, &["longest walk is not looked for"]);
}

#[test]
fn sites_are_solved_to_the_end_where_highs_is_built_in() {
    let folder = Folder::new();
    let city = town(&folder);
    let asked = ["site", &city, "--new", "2", "--within", "1s", "--exact"];
    let places = [&asked[..], &["--capacitated", "--site-places", "3"]].concat();
    refused(&places, 1, &["--exact", "places"]);
    refused(&["site", &city, "--new", "2", "--exact-seconds", "9"], 2, &["--exact"]);
    if cfg!(feature = "highs") {
        let answer = report(&asked[1..]);
        assert_eq!(answer["optimal"], true);
        assert!(["hinan", "HiGHS"].contains(&answer["exact_by"].as_str().unwrap()));
        refused(&[&asked[..], &["--objective", "center"]].concat(), 1, &["--exact", "longest walk"]);
    } else {
        refused(&asked, 1, &["--exact", "without HiGHS", "--features highs"]);
    }
}
