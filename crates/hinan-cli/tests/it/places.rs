//! Real places build, and tell what was dropped and why.

use serde_json::Value;

use crate::support::{Folder, done, real, rows};

struct Place {
    streets: &'static str,
    options: &'static [&'static str],
    nodes: u64,
    shelters: u64,
}

fn build(place: &Place) {
    let Some(streets) = real(place.streets) else { return };
    let mut arguments: Vec<String> = ["build", "--streets", &streets].map(str::to_owned).to_vec();
    for option in place.options {
        let file = if option.contains('/') { real(option) } else { Some((*option).to_owned()) };
        let Some(file) = file else { return };
        arguments.push(file);
    }
    let folder = Folder::new();
    let city = folder.path("place.hinan");
    arguments.extend(["-o".to_owned(), city.clone()]);
    done(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    let info: Value = serde_json::from_str(&done(&["info", &city, "--json"]).out).unwrap();
    assert!(info["nodes"].as_u64() >= Some(place.nodes), "{}: {}", place.streets, info["nodes"]);
    assert!(info["shelters"].as_u64() >= Some(place.shelters), "{}: {}", place.streets, info["shelters"]);
    let dropped = info["dropped"].as_array().unwrap();
    assert!(!dropped.is_empty(), "{}: something is always dropped", place.streets);
    for why in dropped {
        assert!(
            why["why"].as_str().is_some_and(|why| why.len() > 3) && why["count"].as_u64() > Some(0),
            "{why}"
        );
    }
    let text = done(&["info", &city, "--complaints"]).out;
    assert!(text.contains("Sources") && text.contains("  - ") && text.contains("Data: "), "{text}");
    println!("{}: {} nodes, dropped for {} reasons", place.streets, info["nodes"], dropped.len());
}

macro_rules! places {
    ($($name:ident: $streets:literal, $options:expr, $nodes:literal, $shelters:literal;)*) => {
        $(#[test] fn $name() {
            build(&Place { streets: $streets, options: &$options, nodes: $nodes, shelters: $shelters });
        })*
    };
}

places! {
    oslo: "osm/oslo-east-filtered.osm.pbf", ["--shelters", "shelters/norway-tilfluktsrom.json"], 60_000, 500;
    porto: "osm/porto_portugal.osm.pbf", [], 250_000, 0;
    monaco: "osm/monaco.osm.pbf", ["--shelters", "osm", "--with-candidates"], 10_000, 1;
    andorra: "osm/andorra-latest.osm.pbf", ["--elevation", "elevation/N42E001.hgt.zip"], 50_000, 0;
    belize: "osm/BLZ_raw_08242015.osm.pbf", [], 50_000, 0;
    seoul: "osm/seoul-osmnx.osm.gz", [], 10_000, 0;
    shibuya: "osm/shibuya.osm", [], 3_000, 0;
    suwon: "osm/suwon-map.osm", [], 500, 0;
    moscow: "osm/moscow.osm.gz", [], 1_000, 0;
    berlin: "osm/berlin-siegessaeule.osm.gz", [], 500, 0;
    krems: "osm/krems.osm.gz", [], 3_000, 0;
}

#[test]
fn slopes_cost_time_in_andorra() {
    let (Some(streets), Some(elevation)) =
        (real("osm/andorra-latest.osm.pbf"), real("elevation/N42E001.hgt.zip"))
    else {
        return;
    };
    let folder = Folder::new();
    let (flat, steep) = (folder.path("flat.hinan"), folder.path("steep.hinan"));
    done(&["build", "--streets", &streets, "-o", &flat]);
    done(&["build", "--streets", &streets, "--elevation", &elevation, "-o", &steep]);
    let total = |city: &str, name: &str| -> u64 {
        done(&["export", city, "--network", &folder.path(name)]);
        let arcs = rows(&folder.read(&format!("{name}/arcs.csv")));
        arcs.iter().map(|arc| arc[2].parse::<u64>().unwrap()).sum()
    };
    let (flat, steep) = (total(&flat, "flat"), total(&steep, "steep"));
    assert!(steep > flat + flat / 20, "{steep} ds on slopes, {flat} ds on the flat");
}

#[test]
fn up_shows_the_sample_and_what_to_try_next() {
    let folder = Folder::new();
    let city = folder.path("up.hinan");
    let text = done(&["up", "--no-serve", "-o", &city]).out;
    for words in [
        "Helsinki (sample)",
        "left out",
        "  A  ",
        "  C  ",
        "Plan A: ",
        "not an official shelter",
        "hinan route",
        "OpenStreetMap contributors",
        "Not for use in an emergency",
    ] {
        assert!(text.contains(words), "no '{words}' in {text}");
    }
    assert!(
        text.lines().filter(|line| !line.contains("hinan ")).all(|line| line.chars().count() <= 100),
        "{text}"
    );
    // What it suggests works.
    let commands: Vec<&str> = text.lines().filter_map(|line| line.trim().strip_prefix("hinan ")).collect();
    assert!(commands.len() >= 4, "{text}");
    for command in commands {
        let reach = folder.path("reach.geojson");
        let command = command.replace("reach.geojson", &reach);
        done(&command.split(' ').collect::<Vec<_>>());
    }
}

#[test]
fn up_takes_a_place_of_ones_own() {
    let (Some(streets), Some(list)) =
        (real("osm/oslo-east-filtered.osm.pbf"), real("shelters/norway-tilfluktsrom.json"))
    else {
        return;
    };
    let folder = Folder::new();
    let city = folder.path("oslo.hinan");
    let text = done(&["up", "--no-serve", "--streets", &streets, "--shelters", &list, "-o", &city]).out;
    assert!(text.contains("norway-tilfluktsrom.json") && text.contains("Plan A: "), "{text}");
    assert!(!text.contains("not an official shelter"), "{text}");
}
