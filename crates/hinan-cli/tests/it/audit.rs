//! `hinan audit` on a small made town in which every fault that files can hold stands once.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::support::{Folder, done, refused, rows};

/// Latitude and longitude of metres north and east of a corner of Earth.
fn degrees(north: i32, east: i32) -> [String; 2] {
    let degrees = |base: f64, metres: i32, unit: f64| format!("{:.7}", base + f64::from(metres) * unit);
    [degrees(32.0, north, 0.000_009), degrees(34.8, east, 0.000_010_6)]
}

/// Houses along the street; far from it; near the eastern edge, in no zone.
const HOUSES: [(i32, i32); 12] = [
    (15, 25),
    (15, 225),
    (15, 425),
    (15, 625),
    (15, 825),
    (15, 1025),
    (15, 1225),
    (15, 1425),
    (15, 1625),
    (15, 1825),
    (500, 500),
    (15, 1990),
];

fn map() -> String {
    let ([south, west], [north, east]) = (degrees(-3000, -3000), degrees(3000, 2100));
    let mut xml = format!(
        "<osm version=\"0.6\"><bounds minlat=\"{south}\" minlon=\"{west}\" maxlat=\"{north}\" maxlon=\"{east}\"/>"
    );
    let mut node = |id: i32, (north, east): (i32, i32), tags: &str| {
        let [lat, lon] = degrees(north, east);
        xml += &format!("<node id=\"{id}\" lat=\"{lat}\" lon=\"{lon}\">{tags}</node>");
    };
    (0..=20).for_each(|corner| node(1 + corner, (0, corner * 100), ""));
    node(31, (1000, 0), "");
    node(32, (1000, 100), "");
    for (id, house) in (100..).zip(HOUSES) {
        node(id, house, "<tag k=\"addr:housenumber\" v=\"7\"/>");
    }
    let refs =
        |ids: std::ops::RangeInclusive<i32>| ids.map(|id| format!("<nd ref=\"{id}\"/>")).collect::<String>();
    for (id, refs) in [(1, refs(1..=21)), (2, refs(31..=32))] {
        xml += &format!("<way id=\"{id}\">{refs}<tag k=\"highway\" v=\"residential\"/></way>");
    }
    xml + "</osm>"
}

const HEAD: &str = "# hinan_feed: 1\n# licence: CC0-1.0\n# date: 2026-11-01\n";
const COLUMNS: &str = "id,name,lat,lon,capacity,area_m2,good_for,bad_for,access,wheelchair,underground,hours,status,checked,standing,note\n";

/// A row without a fault, but for those columns that `faults` names.
fn row(id: &str, (north, east): (i32, i32), faults: &[(&str, &str)]) -> String {
    let [lat, lon] = degrees(north, east);
    let name = format!("House {id}");
    let sound = [
        ("id", id),
        ("name", &name),
        ("lat", &lat),
        ("lon", &lon),
        ("capacity", "100"),
        ("area_m2", "100"),
        ("good_for", "air-raid"),
        ("bad_for", ""),
        ("access", "public"),
        ("wheelchair", "yes"),
        ("underground", ""),
        ("hours", "24/7"),
        ("status", "open"),
        ("checked", "2026-06-01"),
        ("standing", "official"),
        ("note", ""),
    ];
    let cell = |(column, sound): (&str, &str)| {
        faults.iter().find(|(name, _)| *name == column).map_or(sound, |(_, fault)| fault).to_owned()
    };
    sound.into_iter().map(cell).collect::<Vec<_>>().join(",") + "\n"
}

fn list() -> String {
    let mut list = format!("{HEAD}{COLUMNS}");
    for (id, place, faults) in [
        ("sound", (5, 0), &[][..]),
        ("not-joined", (600, 900), &[]),
        ("outside", (9000, 0), &[]),
        ("forbidden", (-200, 300), &[]),
        ("far", (100, 400), &[]),
        ("isolated", (1005, 50), &[]),
        ("twin", (-10, 10), &[("name", "HOUSE sound")]),
        ("capacity-unknown", (5, 100), &[("capacity", ""), ("area_m2", "")]),
        ("capacity-in-note", (5, 200), &[("capacity", ""), ("area_m2", ""), ("note", "for 80")]),
        ("area-only", (5, 300), &[("capacity", "")]),
        ("capacity-zero", (5, 500), &[("capacity", "0")]),
        ("capacity-absurd", (5, 600), &[("capacity", "60000")]),
        ("capacity-against-area", (5, 700), &[("area_m2", "30")]),
        ("out-of-use", (5, 800), &[("status", "full")]),
        ("not-public", (5, 900), &[("access", "key")]),
        ("hours-unreadable", (5, 1000), &[("hours", "ask inside")]),
        ("hours-unknown", (5, 1100), &[("hours", "")]),
        ("not-official", (5, 1200), &[("standing", "candidate")]),
        ("unstated", (5, 1300), &[("good_for", "")]),
        ("for-others", (5, 1400), &[("good_for", "flood")]),
        ("contradiction", (5, 1500), &[("good_for", "air-raid;flood"), ("underground", "yes")]),
        ("checked-long-ago", (5, 1600), &[("checked", "2024-10-01")]),
        ("wheelchair-unknown", (5, 1700), &[("wheelchair", "")]),
        ("dropped", (5, 1800), &[("lat", "north")]),
        ("remarked", (5, 1750), &[("status", "perhaps")]),
    ] {
        list += &row(id, place, faults);
    }
    list
}

/// A box in metres as a GeoJSON collection of one feature.
fn layer([south, west, north, east]: [i32; 4], properties: &str, more: &str) -> String {
    let corner = |north, east| {
        let [lat, lon] = degrees(north, east);
        format!("[{lon},{lat}]")
    };
    let corners = [(south, west), (south, east), (north, east), (north, west), (south, west)];
    let ring = corners.map(|(north, east)| corner(north, east)).join(",");
    format!(
        "{{\"type\":\"FeatureCollection\",\"features\":[{{\"type\":\"Feature\",\"properties\":{properties},\
         \"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{ring}]]}}}}{more}]}}"
    )
}

fn town(folder: &Folder) -> String {
    let city = folder.path("town.hinan");
    let mut people = "id,lat,lon,population\n".to_owned();
    for (id, (north, east)) in (0..).zip(HOUSES.into_iter().chain([(-50_000, 0)])) {
        let [lat, lon] = degrees(north, east);
        let heads = if north < 0 { 7 } else { 10 };
        people += &format!("{id},{lat},{lon},{heads}\n");
    }
    let [lat, lon] = degrees(2000, 0);
    let somewhere = format!(
        ",{{\"type\":\"Feature\",\"properties\":{{\"id\":\"somewhere\",\"seconds\":600}},\
         \"geometry\":{{\"type\":\"Point\",\"coordinates\":[{lon},{lat}]}}}}"
    );
    done(&[
        "build",
        "--streets",
        &folder.write("town.osm", &map()),
        "--shelters",
        &folder.write("a.csv", &list()),
        &folder.write("b.csv", &format!("{HEAD}{COLUMNS}{}", row("other", (10, 1500), &[]))),
        "--people",
        &folder.write("people.csv", &people),
        "--zones",
        &folder.write(
            "zones.geojson",
            &layer([-3000, -3000, 3000, 1900], "{\"id\":\"town\",\"seconds\":600}", &somewhere),
        ),
        "--forbidden",
        &folder.write("mines.geojson", &layer([-250, 250, -150, 350], "{\"id\":\"mines\"}", "")),
        "-o",
        &city,
    ]);
    city
}

/// How many findings of each kind the town has: one each, but for what several files lack.
const FOUND: [(&str, usize); 33] = [
    ("row-dropped", 1),
    // The state that is no state, and the zone's reader, which says that one has no outline.
    ("row-remarked", 2),
    ("outside-of-extract", 1),
    ("not-joined", 1),
    ("forbidden-ground", 1),
    ("far-from-street", 1),
    ("isolated-streets", 1),
    ("duplicate-across-lists", 1),
    ("duplicate-within-list", 1),
    ("capacity-unknown", 1),
    ("capacity-in-note", 1),
    ("area-only", 1),
    ("capacity-zero", 1),
    ("capacity-absurd", 1),
    ("capacity-against-area", 1),
    ("out-of-use", 1),
    ("not-public", 1),
    ("hours-unreadable", 1),
    ("hours-unknown", 1),
    ("not-official", 1),
    ("suitability-unstated", 1),
    ("listed-for-others", 1),
    ("suitability-contradicted", 1),
    ("checked-long-ago", 1),
    ("wheelchair-unknown", 1),
    // The map, the people, the zones and the mines.
    ("source-undated", 4),
    // The same without the map, which is OpenStreetMap's.
    ("source-unlicensed", 3),
    ("doorstep-off-street", 1),
    ("people-outside", 1),
    ("doorsteps-at-edge", 1),
    ("zone-of-neighbour", 1),
    ("zone-without-outline", 1),
    ("people-far", 0),
];

#[test]
fn every_fault_is_told_with_its_row_and_cost() {
    let folder = Folder::new();
    let city = town(&folder);
    let file = folder.path("f.csv");
    let audit: Value =
        serde_json::from_str(&done(&["audit", &city, "--hazard", "air-raid", "--json", "-o", &file]).out)
            .unwrap();
    let findings = audit["findings"].as_array().unwrap();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for found in findings {
        *counts.entry(found["kind"].as_str().unwrap()).or_default() += 1;
        let what = found["what"].as_str().unwrap();
        assert!(what.contains(' ') && found["kind"] != what, "no sentence: {found}");
    }
    let expected: BTreeMap<&str, usize> = FOUND.into_iter().filter(|(_, count)| *count > 0).collect();
    assert_eq!(counts, expected, "{findings:#?}");
    let one = |kind: &str| findings.iter().find(|found| found["kind"] == kind).unwrap();
    // The columns are row 1; comments are none.
    assert_eq!(one("not-joined")["row"], 3);
    assert_eq!(one("not-joined")["basis"], "at-most");
    assert_eq!(one("hours-unreadable")["shelter"], "hours-unreadable");
    assert_eq!(one("row-dropped")["column"], "lat");
    assert_eq!(one("capacity-absurd")["places"], 60_000);
    assert_eq!(one("doorstep-off-street")["people_only"], 10);
    assert_eq!(one("row-dropped")["people_only"], Value::Null, "nobody knows where it lies");
    assert_eq!((&audit["total"], &audit["counted"]), (&Value::from(120), &Value::from("people")));

    let table = folder.read("f.csv");
    assert!(table.starts_with(
        "kind,file,row,column,shelter,name,lat,lon,what,people_only,people_served,places,basis\n"
    ));
    let rows = rows(&table);
    assert_eq!(rows.len(), findings.len());
    for (row, found) in rows.iter().zip(findings) {
        assert_eq!(row[0], found["kind"].as_str().unwrap());
        assert_eq!(
            row[9],
            found["people_only"].as_u64().map(|number| number.to_string()).unwrap_or_default()
        );
    }
    assert!(folder.read("f.csv.attribution.txt").contains("OpenStreetMap"));
}

#[test]
fn the_text_tells_kinds_then_rows() {
    let folder = Folder::new();
    let city = town(&folder);
    let text = done(&["audit", &city, "--hazard", "air-raid"]).out;
    for (kind, count) in FOUND {
        assert_eq!(text.matches(&format!("\n{kind} ({count})\n")).count(), count.min(1), "{kind}: {text}");
    }
    for words in ["a.csv, row 3: House not-joined", "OpenStreetMap", "candidates, not official"] {
        assert!(text.contains(words), "no '{words}' in {text}");
    }
    let text = done(&["audit", &city, "--kind", "not-public", "out-of-use"]).out;
    assert!(text.contains("not-public (1)") && text.contains("out-of-use (1)"), "{text}");
    assert!(!text.contains("area-only"), "{text}");
    refused(&["audit", &city, "--kind", "not-a-kind"], 2, &["not-a-kind", "far-from-street"]);
    refused(&["audit", &city, "-o", &folder.path("f.gpkg")], 2, &[".csv"]);
    // A later day makes more checks old.
    let later = done(&["audit", &city, "--at", "2030-01-01T12:00", "--kind", "checked-long-ago"]).out;
    assert!(later.contains("checked-long-ago (24)"), "{later}");
}
