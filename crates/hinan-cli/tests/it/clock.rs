//! What a person is told in a made town, where every number can be worked out by hand.

use serde_json::{Value, json};

use crate::support::{Folder, done, refused, run};

/// One street of 600 m along a parallel; houses with numbers on it every 100 m.
fn streets(folder: &Folder) -> String {
    let mut xml =
        "<osm version=\"0.6\"><bounds minlat=\"59.9\" minlon=\"23.9\" maxlat=\"60.1\" maxlon=\"24.2\"/>"
            .to_owned();
    for number in 0..7 {
        let lon = 24.0 + f64::from(number) * 0.001_79;
        xml += &format!("<node id=\"{}\" lat=\"60\" lon=\"{lon:.7}\"/>", number + 1);
        xml += &format!(
            "<node id=\"{}\" lat=\"60.0000300\" lon=\"{lon:.7}\"><tag k=\"addr:housenumber\" v=\"{number}\"/></node>",
            number + 101
        );
    }
    xml += "<way id=\"1\">";
    (1..=7).for_each(|node| xml += &format!("<nd ref=\"{node}\"/>"));
    folder.write("town.osm", &(xml + "<tag k=\"highway\" v=\"residential\"/></way></osm>"))
}

/// A region of one shelter at house 0, with some columns.
fn town(folder: &Folder, columns: &str, cells: &str, more: &[&str]) -> String {
    let list = format!("# hinan_feed: 1\nid,name,lat,lon{columns}\nS,Metro,60.0000300,24.0{cells}\n");
    let (streets, list) = (streets(folder), folder.write("list.csv", &list));
    let city = folder.path("town.hinan");
    done(&[&["build", "--streets", &streets, "--shelters", &list, "-o", &city][..], more].concat());
    city
}

fn route(city: &str, more: &[&str]) -> Value {
    let from = ["route", city, "--from", "60.00003,24.0", "--json"];
    serde_json::from_str(&done(&[&from[..], more].concat()).out).unwrap()
}

#[test]
fn the_own_shelter_has_stairs_too() {
    let folder = Folder::new();
    let city = town(&folder, ",start_ds", ",6000", &[]);
    let answer = route(&city, &["--hazard", "air-raid"]);
    // Half a minute, and ten minutes down to the platform, of two.
    assert_eq!(answer["plan_0"]["total_ds"], 6300, "{}", answer["plan_0"]);
    assert_eq!(answer["plan_0"]["answer"], "late");
    assert_eq!(answer["late"]["answer"], json!({"danger": "air-raid", "do": "inner-room"}));
    let coverage = done(&["coverage", &city, "--hazard", "air-raid", "--json"]).out;
    let coverage: Value = serde_json::from_str(&coverage).unwrap();
    assert_eq!(coverage["cases"][0]["all"]["in_time"], 0, "{coverage}");
}

#[test]
fn inside_is_not_high_enough_where_water_comes() {
    let folder = Folder::new();
    let city = town(&folder, ",good_for", ",tsunami", &[]);
    let answer = route(&city, &["--hazard", "tsunami"]);
    assert_eq!(answer["plan_0"]["answer"], "go");
    assert_eq!(answer["on_arrival"]["answer"], json!({"danger": "tsunami", "do": "highest-floor"}));
    let text = done(&["route", &city, "--from", "60.00003,24.0", "--hazard", "tsunami"]).out;
    assert!(text.contains("Once inside: Go up now"), "{text}");
}

#[test]
fn who_may_not_come_from_elsewhere_is_at_home_there() {
    let folder = Folder::new();
    let city = town(&folder, ",access", ",private", &[]);
    let answer = route(&city, &["--hazard", "air-raid"]);
    assert_eq!(answer["plan_0"]["inside"], "known");
    assert_eq!(answer["plan_0"]["access"], "private");
    assert_eq!(answer["plans"], json!([]));
    let neighbour = ["route", &city, "--from", "60.00003,24.00537", "--hazard", "air-raid", "--json"];
    let neighbour: Value = serde_json::from_str(&done(&neighbour).out).unwrap();
    assert_eq!(neighbour["plan_0"]["inside"], "unknown");
    assert_eq!(neighbour["not_offered"], json!({"only for those who live, learn or work there": 1}));
}

#[test]
fn wheels_are_not_sent_where_they_cannot_get_in() {
    let folder = Folder::new();
    let city = town(&folder, ",wheelchair", ",no", &[]);
    assert_eq!(
        route(&city, &["--walker", "wheelchair"])["not_offered"],
        json!({"wheelchairs cannot get in": 1})
    );
    assert_eq!(route(&city, &["--walker", "older"])["plans"].as_array().unwrap().len(), 1);
}

#[test]
fn in_the_dark_everybody_walks_as_at_night() {
    let folder = Folder::new();
    let city = town(&folder, "", "", &[]);
    for (asked, at, walks) in [
        ("older", "2026-11-22T12:00", "older"),
        ("older", "2026-11-22T23:00", "older-night"),
        ("adult-night", "2026-11-22T12:00", "adult-night"),
    ] {
        assert_eq!(route(&city, &["--walker", asked, "--at", at])["walker"], walks);
    }
}

#[test]
fn zones_leave_their_time_and_say_for_what() {
    let folder = Folder::new();
    let zone = |west: f64, seconds: u32| {
        let (south, north, east) = (59.99, 60.01, west + 0.1);
        format!(
            "{{\"type\":\"Feature\",\"properties\":{{\"seconds\":{seconds},\"name\":\"z{seconds}\"}},\"geometry\":{{\"type\":\
             \"Polygon\",\"coordinates\":[[[{west},{south}],[{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]]}}}}"
        )
    };
    let file = |zones: &[String]| {
        let text = format!("{{\"type\":\"FeatureCollection\",\"features\":[{}]}}", zones.join(","));
        folder.write("zones.geojson", &text)
    };
    let budget = |city: &str, hazard: &str| {
        let budget = route(city, &["--hazard", hazard])["budget"].clone();
        (budget["time_ds"].as_u64().unwrap(), budget["from"].as_str().unwrap().to_owned())
    };
    // Its own zone; and the city's word where that leaves less.
    let zones = file(&[zone(23.95, 90)]);
    let city = town(&folder, "", "", &["--zones", &zones]);
    assert_eq!(budget(&city, "air-raid"), (900, "zone".to_owned()));
    assert_eq!(budget(&city, "tsunami"), (6000, "assumed".to_owned()));
    let city = town(&folder, "", "", &["--zones", &zones, "--budget", "air-raid=30s"]);
    assert_eq!(budget(&city, "air-raid"), (300, "city".to_owned()));
    let city = town(&folder, "", "", &["--zones", &zones, "--zones-for", "tsunami"]);
    assert_eq!(budget(&city, "tsunami"), (900, "zone".to_owned()));
    // No zone near: the least of all, however far away.
    let city = town(&folder, "", "", &["--zones", &file(&[zone(24.2, 90), zone(34.0, 15)])]);
    assert_eq!(budget(&city, "air-raid"), (150, "neighbour".to_owned()));
}

#[test]
fn half_a_file_of_forbidden_ground_is_none() {
    let folder = Folder::new();
    let city = town(&folder, "", "", &[]);
    let square = |south: f64, west: f64| {
        format!(
            "{{\"type\":\"Polygon\",\"coordinates\":[[[{west},{south}],[{0},{south}],[{0},{1}],[{west},{1}],[{west},{south}]]]}}",
            west + 0.001,
            south + 0.001
        )
    };
    let line = "{\"type\":\"LineString\",\"coordinates\":[[24.0,59.99],[24.0,60.01]]}";
    let file = |geometries: &[&str]| {
        let features: Vec<String> = geometries
            .iter()
            .map(|geometry| format!("{{\"type\":\"Feature\",\"properties\":{{}},\"geometry\":{geometry}}}"))
            .collect();
        let text = format!("{{\"type\":\"FeatureCollection\",\"features\":[{}]}}", features.join(","));
        folder.write("forbidden.geojson", &text)
    };
    let asked =
        |file: &str| ["route", &city, "--from", "60.00003,24.00537", "--forbidden", file].map(str::to_owned);
    let refuse = |file: String, words: &[&str]| {
        let asked = asked(&file);
        refused(&asked.each_ref().map(String::as_str), 1, words);
    };
    refuse(file(&[&square(60.5, 24.0), line]), &["must be known whole", "polygons"]);
    // The file that writes latitude first: refused where that would put it into the town.
    refuse(file(&[&square(24.001, 59.9999)]), &["if latitude and longitude changed"]);
    // Across the only street: no way.
    let said = run(&asked(&file(&[&square(59.9995, 24.002)])).each_ref().map(String::as_str));
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(!said.out.contains("Plan A"), "{}", said.out);
}

#[test]
fn without_places_nobody_can_be_kept_off_forbidden_ground() {
    let folder = Folder::new();
    folder.write("net/nodes.csv", "node\nA\nB\n");
    folder.write("net/arcs.csv", "from,to,time_ds\nA,B,100\nB,A,100\n");
    let list = folder.write("net/shelters.csv", "shelter,node,capacity\nS,B,10\n");
    let city = folder.path("net.hinan");
    done(&["build", "--streets", &folder.path("net"), "--shelters", &list, "-o", &city]);
    let ground = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}";
    let ground = folder.write("box.geojson", ground);
    for verb in [&["route", &city, "--from", "node:A"][..], &["coverage", &city, "--within", "1min"]] {
        refused(&[verb, &["--forbidden", &ground]].concat(), 1, &["no places", "forbidden ground"]);
    }
}

#[test]
fn people_are_not_counted_twice() {
    let folder = Folder::new();
    let people = folder.write("people.csv", "lat,lon,people\n60.0,24.001,100\n");
    let city = folder.path("town.hinan");
    let streets = streets(&folder);
    refused(
        &["build", "--streets", &streets, "--people", &people, &people, "-o", &city],
        2,
        &["counted twice"],
    );
}

#[test]
fn people_on_forbidden_ground_are_still_people() {
    let folder = Folder::new();
    let people = folder.write("people.csv", "lat,lon,people\n60.0,24.001,100\n60.0,24.009,50\n");
    let ground = "{\"type\":\"Polygon\",\"coordinates\":[[[24.004,59.99],[24.02,59.99],[24.02,60.01],[24.004,60.01],[24.004,59.99]]]}";
    let ground = folder.write("mines.geojson", ground);
    let city = town(&folder, "", "", &["--people", &people, "--forbidden", &ground]);
    let answer = done(&["coverage", &city, "--within", "30min", "--json"]).out;
    let answer: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(answer["people"]["at_doorsteps"], 150, "{}", answer["people"]);
    assert!(answer["cases"][0]["all"]["by_fate"]["forbidden"].as_u64() >= Some(50), "{answer}");
}

#[test]
fn late_is_what_a_map_is_coloured_by() {
    let folder = Folder::new();
    let city = town(&folder, "", "", &[]);
    let file = folder.path("r.geojson");
    done(&["reach", &city, "--k", "1", "--hazard", "air-raid", "-o", &file]);
    let layer: Value = serde_json::from_str(&folder.read("r.geojson")).unwrap();
    let features = layer["features"].as_array().unwrap();
    for feature in features {
        let properties = &feature["properties"];
        assert_eq!(properties["answer"], properties["shelters"][0]["answer"], "{properties}");
    }
    assert!(features.iter().any(|feature| feature["properties"]["answer"] == "late"), "{layer}");
    assert!(features.iter().any(|feature| feature["properties"]["answer"] == "go"), "{layer}");
}
