//! Real lists joined to real streets, from the files to the count of people, each with its audit.
//! The numbers of files, rows, shelters in the box and within 250 m are those of the data's README.

use serde_json::Value;

use crate::support::{Folder, done, real, refused};

/// A place: its files, and what is known of it.
struct Join {
    streets: &'static str,
    lists: &'static [&'static str],
    options: &'static [&'static str],
    /// Rows of the lists, of which all but complaints are shelters.
    rows: u64,
    /// Shelters of the lists that lie within 250 m of a street by the data's README.
    near: u64,
    /// Shelters that people are sent to: those within 300 m.
    joined: u64,
    /// A hazard that the lists are good for, and one that nothing is offered for.
    good_for: &'static str,
    not_for: &'static str,
}

/// A region of real files; `None` where they are not beside the project.
fn build(folder: &Folder, streets: &str, lists: &[&str], options: &[&str]) -> Option<String> {
    let city = folder.path("city.hinan");
    let mut arguments = vec!["build".to_owned(), "--streets".to_owned(), real(streets)?];
    if !lists.is_empty() {
        arguments.push("--shelters".to_owned());
    }
    for file in lists {
        arguments.push(if file.contains('/') { real(file)? } else { (*file).to_owned() });
    }
    for option in options {
        arguments.push(if option.contains('/') { real(option)? } else { (*option).to_owned() });
    }
    arguments.extend(["-o".to_owned(), city.clone()]);
    done(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    Some(city)
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&done(arguments).out).unwrap()
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

fn check(join: &Join) {
    let folder = Folder::new();
    let Some(city) = build(&folder, join.streets, join.lists, join.options) else { return };
    let info = json(&["info", &city, "--json"]);
    let sources = info["sources"].as_array().unwrap();
    let lists: Vec<&Value> = sources.iter().filter(|source| source["role"] == "shelters").collect();
    let sum = |key: &str| lists.iter().map(|list| number(&list[key])).sum::<u64>();
    assert_eq!(sum("rows"), join.rows, "{}", join.streets);
    assert_eq!(sum("records"), number(&info["shelters"]));
    let joined = number(&info["shelters"]) - number(&info["unjoined_shelters"]);
    assert_eq!(joined, join.joined, "{}", join.streets);
    assert!(joined >= join.near, "{}: {joined} within 300 m, {} within 250 m", join.streets, join.near);

    let counted = |hazard: &str| {
        let answer = json(&["coverage", &city, "--hazard", hazard, "--json"]);
        answer["cases"][0].clone()
    };
    let good = counted(join.good_for);
    assert!(number(&good["all"]["in_time"]) > 0, "{}: {good}", join.streets);
    assert_eq!(number(&good["shelters_joined"]), joined);
    let total: u64 = good["all"]["by_fate"].as_object().unwrap().values().map(number).sum();
    assert_eq!(total, number(&good["all"]["total"]));
    let none = counted(join.not_for);
    assert_eq!(number(&none["shelters_offered"]), 0, "{}: {}", join.streets, join.not_for);
    assert_eq!(number(&none["all"]["in_time"]), 0);

    let audit = json(&["audit", &city, "--hazard", join.good_for, "--json"]);
    let findings = audit["findings"].as_array().unwrap();
    assert!(!findings.is_empty(), "{}: something is always wrong", join.streets);
    println!(
        "{}: {joined} shelters joined, {} of {total} in time, {} findings",
        join.streets,
        good["all"]["in_time"],
        findings.len()
    );
}

macro_rules! joins {
    ($($name:ident: $join:expr;)*) => {
        $(#[test] fn $name() { check(&$join); })*
    };
}

joins! {
    oslo: Join {
        streets: "osm/oslo-east-filtered.osm.pbf",
        lists: &["shelters/norway-tilfluktsrom.json"],
        options: &[],
        rows: 556, near: 29, joined: 29,
        good_for: "air-raid", not_for: "tsunami",
    };
    tel_aviv_two_lists: Join {
        streets: "osm/tel-aviv-drive-2023-01-10.osm.gz",
        lists: &["shelters/tel-aviv-shelters-2026-03-06.csv", "shelters/israel-akariv-shelters.csv"],
        options: &["--zones", "alerts/israel/cities.json", "alerts/israel/polygons.json"],
        rows: 501 + 10_661, near: 215 + 63, joined: 226 + 65,
        good_for: "air-raid", not_for: "flood",
    };
    taichung: Join {
        streets: "osm/taichung-osm_bbox.osm.xml.gz",
        lists: &["shelters/taiwan/臺中市.csv"],
        options: &[],
        rows: 10_227, near: 195, joined: 215,
        good_for: "air-raid", not_for: "flood",
    };
    seoul: Join {
        streets: "osm/seoul-osmnx.osm.gz",
        lists: &["shelters/korea-earthquake-indoor.json"],
        options: &[],
        rows: 5_865, near: 45, joined: 48,
        good_for: "earthquake", not_for: "air-raid",
    };
    suwon: Join {
        streets: "osm/suwon-map.osm",
        lists: &["shelters/korea-earthquake-indoor.json"],
        options: &["--people", "osm"],
        rows: 5_865, near: 7, joined: 8,
        good_for: "earthquake", not_for: "tsunami",
    };
    shibuya: Join {
        streets: "osm/shibuya.osm",
        lists: &["shelters/japan/gsi-evacuation-131130-shibuya.json"],
        options: &[],
        rows: 51, near: 12, joined: 12,
        good_for: "earthquake", not_for: "tsunami",
    };
}

#[test]
fn an_answer_that_there_is_no_list_is_no_list() {
    let (Some(streets), Some(answer)) =
        (real("osm/shibuya.osm"), real("shelters/japan/gsi-emergency-131130-shibuya.json"))
    else {
        return;
    };
    let folder = Folder::new();
    let city = folder.path("city.hinan");
    refused(
        &["build", "--streets", &streets, "--shelters", &answer, "-o", &city],
        1,
        &["an answer that there is no list"],
    );
}

#[test]
fn a_picnic_shelter_is_none() {
    let Some(streets) = real("osm/andorra-latest.osm.pbf") else { return };
    let folder = Folder::new();
    let city = folder.path("andorra.hinan");
    refused(
        &["build", "--streets", &streets, "--shelters", "osm", "-o", &city],
        1,
        &["the map shows no shelter", "nothing was written"],
    );
    // With candidates there are some, and none of them is a hut for walkers or a bus stop.
    done(&["build", "--streets", &streets, "--shelters", "osm", "--with-candidates", "-o", &city]);
    let info = json(&["info", &city, "--json"]);
    assert_eq!(info["shelters_by_standing"]["official"], 0);
    assert_eq!(info["shelters_by_standing"]["mapped"], 0);
    let reach = folder.path("reach.json");
    done(&["reach", &city, "--k", "1", "-o", &reach]);
    assert!(!folder.read("reach.json").contains("picnic"));
}

#[test]
fn every_head_of_helsinki_is_somewhere() {
    let folder = Folder::new();
    let options = ["--with-candidates", "--people", "population/helsinki_population_grid_2020.gpkg"];
    let Some(city) = build(&folder, "osm/Helsinki.osm.pbf", &["osm"], &options) else { return };
    let people = json(&["coverage", &city, "--within", "10min", "--json"])["people"].clone();
    let all = ["at_doorsteps", "outside_of_extract", "far_from_any_doorstep"].map(|key| number(&people[key]));
    assert_eq!(all.iter().sum::<u64>(), 71_724, "{people}");
    // 4,337.2 by the share of each cell's ground inside of the box, worked out with Python.
    assert_eq!(all[0] + all[2], 4_337);
    assert_eq!(people["is_guess"], false);
}

#[test]
fn porto_alegre_walks_to_its_schools_uphill() {
    let folder = Folder::new();
    let (streets, schools) = ("osm/poa_osm.osm.pbf", "population/poa_hexgrid.csv");
    let people = ["--people", schools];
    let Some(flat) = build(&folder, streets, &[schools], &people) else { return };
    let in_time = |city: &str| {
        let answer = json(&["coverage", city, "--within", "10min", "--walker", "older", "--json"]);
        assert_eq!(answer["people"]["at_doorsteps"], 812_935);
        assert_eq!(answer["cases"][0]["all"]["total"], 812_935);
        number(&answer["cases"][0]["all"]["in_time"])
    };
    let on_the_flat = in_time(&flat);
    let info = json(&["info", &flat, "--json"]);
    assert_eq!(info["shelters_by_standing"]["candidate"], info["shelters"]);
    let steep = ["--people", schools, "--elevation", "elevation/poa_elevation.tif"];
    let Some(steep) = build(&folder, streets, &[schools], &steep) else { return };
    let on_slopes = in_time(&steep);
    assert!(
        on_slopes < on_the_flat && on_slopes > on_the_flat / 2,
        "{on_slopes} on slopes, {on_the_flat} flat"
    );
}

#[test]
fn the_zone_of_tel_aviv_rules_its_clock() {
    let folder = Folder::new();
    let zones = ["--zones", "alerts/israel/cities.json", "alerts/israel/polygons.json"];
    let list = ["shelters/tel-aviv-shelters-2026-03-06.csv"];
    let Some(city) = build(&folder, "osm/tel-aviv-drive-2023-01-10.osm.gz", &list, &zones) else { return };
    let from = ["route", &city, "--from", "32.0853,34.7818", "--json", "--hazard"];
    let asked = |hazard: &str| json(&[&from[..], &[hazard]].concat());
    let raid = asked("air-raid");
    assert_eq!(raid["budget"]["time_ds"], 900, "{}", raid["budget"]);
    assert_eq!(raid["budget"]["from"], "zone");
    assert_eq!(raid["late"]["answer"]["danger"], "air-raid");
    // Zones are for raids; a chemical alert has the time of its hazard, and a raid with gas the less.
    assert_eq!(asked("chemical")["budget"]["from"], "assumed");
    assert_eq!(asked("air-raid+chemical")["budget"]["time_ds"], 900);
}
