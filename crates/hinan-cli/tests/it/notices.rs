//! Whose data it is stands on every output; so does what must not be published.

use crate::support::{Folder, SAMPLE, Said, done};

const CREDIT: &str = "OpenStreetMap contributors";

/// Every output of a region that carries data: what it is, and its text.
fn outputs(folder: &Folder, city: &str) -> Vec<(String, String)> {
    let mut outputs = Vec::new();
    let shelter = first_shelter(city);
    let whole = |said: Said| said.out;
    for arguments in [
        &["info", city][..],
        &["info", city, "--json"],
        &["reach", city, "--json"],
        &["route", city, "--from", "60.1699,24.9384"],
        &["route", city, "--from", "60.1699,24.9384", "--json"],
        &["whatif", city, "--close", &shelter],
        &["whatif", city, "--close", &shelter, "--json"],
        &["export", city, "--network", &folder.path("net")],
        &["export", city, "--network", &folder.path("net"), "--json"],
    ] {
        outputs.push((arguments.join(" "), whole(done(arguments))));
    }
    // A table on standard output has no room for it: standard error tells.
    outputs.push(("reach".to_owned(), done(&["reach", city]).err));
    outputs.push(("reach --nodes".to_owned(), done(&["reach", city, "--nodes"]).err));
    for (arguments, file, told_in) in [
        (&["reach", city][..], "r.csv", "r.csv.attribution.txt"),
        (&["reach", city, "--nodes"], "n.csv", "n.csv.attribution.txt"),
        (&["reach", city], "r.geojson", "r.geojson"),
        (&["reach", city], "r.json", "r.json"),
        (&["route", city, "--from", "60.1699,24.9384"], "w.geojson", "w.geojson"),
        (&["whatif", city, "--close", &shelter], "c.csv", "c.csv.attribution.txt"),
    ] {
        done(&[arguments, &["-o", &folder.path(file)]].concat());
        outputs.push((format!("{} -o {file}", arguments.join(" ")), folder.read(told_in)));
    }
    outputs.push(("export README".to_owned(), folder.read("net/README.txt")));
    outputs
}

fn first_shelter(city: &str) -> String {
    let rows = crate::support::rows(&done(&["reach", city, "--nodes", "--k", "1"]).out);
    rows[0][2].clone()
}

#[test]
fn attribution_is_on_every_output() {
    let folder = Folder::new();
    let city = folder.sample();
    for (what, text) in outputs(&folder, &city) {
        assert!(text.contains(CREDIT) && text.contains("ODbL"), "{what}: {text}");
    }
    for options in [&[][..], &["--json"], &["--explain"]] {
        let build = ["build", "--streets", SAMPLE, "-o", &city, "--accept-smaller"];
        let said = done(&[&build[..], options].concat());
        assert!(said.out.contains(CREDIT), "{}", said.out);
    }
}

#[test]
fn an_emergency_region_says_so_everywhere() {
    let folder = Folder::new();
    let city = folder.path("e.hinan");
    let build =
        ["build", "--streets", SAMPLE, "--shelters", "osm", "--with-candidates", "--emergency", "-o", &city];
    let said = done(&build);
    assert!(said.out.contains("NOT FOR PUBLICATION"), "{}", said.out);
    for (what, text) in outputs(&folder, &city) {
        if what != "export README" {
            assert!(text.contains("NOT FOR PUBLICATION"), "{what}: {text}");
        }
    }
    let info = done(&["info", &city]).out;
    assert!(info.contains("emergency: true"), "{info}");
}

#[test]
fn candidates_are_labelled_wherever_they_are_named() {
    let folder = Folder::new();
    let city = folder.sample();
    for (what, text) in outputs(&folder, &city) {
        if what != "export README" {
            assert!(text.contains("candidates, not official shelters"), "{what}: {text}");
        }
    }
    let table = done(&["reach", &city]).out;
    assert!(table.lines().skip(1).all(|row| !row.contains(",official,")), "nothing here is official");
    assert!(table.contains(",candidate,reached") && table.contains(",mapped,reached"));
}

#[test]
fn map_layers_are_geojson() {
    let folder = Folder::new();
    let city = folder.sample();
    let file = folder.path("r.geojson");
    done(&["reach", &city, "--within", "5min", "-o", &file]);
    let layer: serde_json::Value = serde_json::from_str(&folder.read("r.geojson")).unwrap();
    assert_eq!(layer["type"], "FeatureCollection");
    let features = layer["features"].as_array().unwrap();
    assert!(features.len() > 1000);
    for feature in features {
        let [lon, lat] = [0, 1].map(|axis| feature["geometry"]["coordinates"][axis].as_f64().unwrap());
        assert!((24.8..25.1).contains(&lon) && (60.1..60.2).contains(&lat), "{feature}");
        let (answer, time) = (&feature["properties"]["answer"], &feature["properties"]["time_ds"]);
        assert_eq!(answer == "reached", time.as_u64().is_some_and(|time| time <= 3000), "{feature}");
    }
    // Some of the centre is nearer to the edge of the extract than to any shelter in it.
    assert!(features.iter().any(|feature| feature["properties"]["answer"] == "unknown"));
    let file = folder.path("r.json");
    done(&["reach", &city, "-o", &file]);
    let answers: serde_json::Value = serde_json::from_str(&folder.read("r.json")).unwrap();
    assert_eq!(answers["doorsteps"].as_array().unwrap().len(), features.len());
}
