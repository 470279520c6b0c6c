//! Plans as people read them.

use serde_json::Value;

use crate::support::{Folder, done, refused, rows};

const HERE: &str = "60.1699,24.9384";

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&done(&[arguments, &["--json"]].concat()).out).unwrap()
}

#[test]
fn plans_are_distinct_ordered_and_labelled() {
    let folder = Folder::new();
    let city = folder.sample();
    let text = done(&["route", &city, "--from", HERE]).out;
    for words in [
        "Plan A: ",
        "Plan B: ",
        "Plan C: ",
        "not an official shelter: metro station",
        "Source: Helsinki.osm.pbf (osm)",
        "hours unknown",
        "Kaivokatu",
    ] {
        assert!(text.contains(words), "no '{words}' in {text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    let answer = json(&["route", &city, "--from", HERE, "--k", "8"]);
    let plans = answer["plans"].as_array().unwrap();
    assert_eq!(plans.len(), 8);
    let times: Vec<u64> = plans.iter().map(|plan| plan["time_ds"].as_u64().unwrap()).collect();
    assert!(times.is_sorted());
    let mut shelters: Vec<&str> = plans.iter().map(|plan| plan["shelter"].as_str().unwrap()).collect();
    shelters.sort_unstable();
    shelters.dedup();
    assert_eq!(shelters.len(), 8);
    for plan in plans {
        assert_eq!(plan["minutes"].as_u64().unwrap(), plan["time_ds"].as_u64().unwrap().div_ceil(600));
        assert!(plan["standing"] != "official" && plan["remark"].is_string(), "{plan}");
        assert!(plan["source"]["file"] == "Helsinki.osm.pbf", "{plan}");
    }
}

#[test]
fn a_route_takes_as_long_as_reach_says() {
    let folder = Folder::new();
    let city = folder.sample();
    let mut table = "id,lat,lon\n".to_owned();
    let places: Vec<(f64, f64)> =
        (0..40).map(|n| (60.1650 + f64::from(n % 8) * 0.0018, 24.9360 + f64::from(n / 8) * 0.0035)).collect();
    for (n, (lat, lon)) in places.iter().enumerate() {
        table += &format!("{n},{lat:.7},{lon:.7}\n");
    }
    let points = folder.write("points.csv", &table);
    for walker in ["adult", "wheelchair"] {
        let reach = rows(&done(&["reach", &city, "--points", &points, "--walker", walker]).out);
        for (n, (lat, lon)) in places.iter().enumerate() {
            let from = format!("{lat:.7},{lon:.7}");
            let answer = json(&["route", &city, "--from", &from, "--walker", walker]);
            let plans: Vec<(String, String)> = answer["plans"]
                .as_array()
                .unwrap()
                .iter()
                .map(|plan| (plan["shelter"].as_str().unwrap().to_owned(), plan["time_ds"].to_string()))
                .collect();
            let expected: Vec<(String, String)> = reach
                .iter()
                .filter(|row| row[0] == n.to_string() && !row[3].is_empty())
                .map(|row| (row[4].clone(), row[5].clone()))
                .collect();
            assert_eq!(plans, expected, "{from} {walker}");
        }
    }
}

#[test]
fn nothing_is_promised_that_the_clock_forbids() {
    let folder = Folder::new();
    let city = folder.sample();
    let answer = json(&["route", &city, "--from", HERE]);
    let time = answer["plans"][0]["time_ds"].as_u64().unwrap();
    let judged = |seconds: u64| {
        let within = format!("{seconds}s");
        let answer = json(&["route", &city, "--from", HERE, "--within", &within, "--delay", "0s"]);
        let plan = &answer["plans"][0];
        (plan["answer"].as_str().unwrap().to_owned(), plan["late_by_ds"].as_u64())
    };
    let just = time.div_ceil(10);
    assert_eq!(judged(just * 2), ("go".to_owned(), None));
    assert_eq!(judged(just * 10 / 8), ("go-at-once".to_owned(), None));
    assert_eq!(judged(just), ("only-if-already-outside".to_owned(), None));
    assert_eq!(judged(just - 1), ("late".to_owned(), Some(time - (just - 1) * 10)));
    let text = done(&["route", &city, "--from", HERE, "--within", "10s"]).out;
    assert!(text.contains("LATE by") && text.contains("NO SHELTER of this region can be reached"), "{text}");
    assert!(!text.contains("in time,"), "{text}");
}

#[test]
fn a_place_without_streets_gets_a_sentence() {
    let folder = Folder::new();
    let city = folder.sample();
    refused(&["route", &city, "--from", "59.0,24.9"], 1, &["no street", "300 m", "outside of this region"]);
}

#[test]
fn ways_are_lines_on_a_map() {
    let folder = Folder::new();
    let city = folder.sample();
    let file = folder.path("w.geojson");
    done(&["route", &city, "--from", HERE, "-o", &file]);
    let layer: Value = serde_json::from_str(&folder.read("w.geojson")).unwrap();
    let features = layer["features"].as_array().unwrap();
    assert_eq!(features.len(), 3);
    for feature in features {
        assert_eq!(feature["geometry"]["type"], "LineString");
        let line = feature["geometry"]["coordinates"].as_array().unwrap();
        assert!(line.len() >= 2);
        assert_eq!(line[0], serde_json::json!([24.9384, 60.1699]));
        assert!(feature["properties"]["plan"].is_string() && feature["properties"]["remark"].is_string());
    }
}

#[test]
fn a_network_without_places_is_walked_by_node() {
    let folder = Folder::new();
    folder.write("net/nodes.csv", "node\na\nb\nc\nd\n");
    folder.write("net/arcs.csv", "from,to,time_ds\na,b,700\nb,c,20\nc,a,1\n");
    let list = folder.write("list.csv", "shelter,node,capacity,start_ds\nhall,c,10,30\n");
    let (net, city) = (folder.path("net"), folder.path("c.hinan"));
    done(&["build", "--streets", &net, "--shelters", &list, "-o", &city]);
    let text = done(&["route", &city, "--from", "node:a"]).out;
    assert!(
        text.contains("From node a\n")
            && text.contains("Plan A: hall, 2 min")
            && text.contains("through node b, c"),
        "{text}"
    );
    let answer = json(&["route", &city, "--from", "node:a"]);
    assert_eq!(answer["plans"][0]["nodes"], serde_json::json!(["a", "b", "c"]));
    assert_eq!(answer["plans"][0]["time_ds"], 750);
    let text = done(&["route", &city, "--from", "node:d"]).out;
    assert!(text.contains("No shelter of this region can be reached"), "{text}");
    refused(&["route", &city, "--from", "1,2"], 2, &["no places", "node:ID"]);
}
