//! Input that cannot be used: one sentence that says what, where and what to do.

use std::process::Stdio;

use crate::support::{Folder, SAMPLE, command, done, real, refused};

#[test]
fn missing_and_foreign_files_are_named() {
    let folder = Folder::new();
    let city = folder.path("c.hinan");
    let nowhere = folder.path("nowhere.osm.pbf");
    refused(&["build", "--streets", &nowhere, "-o", &city], 1, &["nowhere.osm.pbf"]);
    refused(
        &["build", "--streets", SAMPLE, "--shelters", &nowhere, "-o", &city],
        1,
        &["nowhere.osm.pbf", "cannot be read"],
    );
    let empty = folder.write("empty.csv", "");
    refused(
        &["build", "--streets", SAMPLE, "--shelters", &empty, "-o", &city],
        1,
        &["empty.csv", "failed download"],
    );
    let bare = folder.write("bare.csv", "shelter,node,capacity\n");
    refused(
        &["build", "--streets", SAMPLE, "--shelters", &bare, "-o", &city],
        1,
        &["bare.csv", "no shelter"],
    );
    let into = folder.path("no/such/folder/c.hinan");
    refused(&["build", "--streets", SAMPLE, "-o", &into], 1, &["no folder"]);
    assert!(!std::path::Path::new(&city).exists(), "nothing was written");

    refused(&["info", &nowhere], 1, &["nowhere.osm.pbf"]);
    refused(&["info", SAMPLE], 1, &["not a hinan region", "hinan build"]);
    refused(&["reach", SAMPLE], 1, &["not a hinan region"]);
}

#[test]
fn what_is_no_region_is_never_overwritten() {
    let folder = Folder::new();
    let diary = folder.write("diary.txt", "Dear diary");
    refused(&["build", "--streets", SAMPLE, "-o", &diary], 1, &["is no region", "Name another file"]);
    assert_eq!(folder.read("diary.txt"), "Dear diary");
}

#[test]
fn a_damaged_region_is_told_and_may_be_replaced() {
    let folder = Folder::new();
    let city = folder.sample();
    let mut bytes = std::fs::read(&city).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&city, &bytes).unwrap();
    refused(&["info", &city], 1, &["damaged", "build it again"]);
    std::fs::write(&city, &bytes[..middle]).unwrap();
    refused(&["route", &city, "--from", "60.17,24.94"], 1, &["damaged"]);
    folder.sample();
    done(&["info", &city]);
}

#[test]
fn wrong_usage_is_status_2_and_says_what_to_write() {
    let folder = Folder::new();
    let city = folder.sample();
    for (arguments, word) in [
        (&["route", &city, "--from", "91,0"][..], "not on Earth"),
        (&["route", &city, "--from", "here"], "write LAT,LON"),
        (&["route", &city, "--from", "node:0"], "no node 0"),
        (&["reach", &city, "--walker", "goat"], "it has adult, older"),
        (&["reach", &city, "-o", "x.xlsx"], ".csv or .geojson or .json"),
        (&["reach", &city, "--within", "soon"], "write it as 90s or 10min"),
        (&["whatif", &city], "nothing to change"),
        (&["whatif", &city, "--close", "no-such"], "no shelter no-such"),
        (&["whatif", &city, "--close-way", "1"], "no street"),
        (&["whatif", &city, "--close-arc", "1,2"], "FROM,TO"),
        (&["build", "--streets", SAMPLE, "--with-candidates", "-o", "x.hinan"], "add --shelters osm"),
        (&["build", "-o", "x.hinan"], "--streets"),
        (&["fly"], "unrecognized subcommand"),
    ] {
        refused(arguments, 2, &[word]);
    }
}

#[test]
fn a_bad_row_of_points_costs_that_row_only() {
    let folder = Folder::new();
    let city = folder.sample();
    let points = folder.write(
        "homes.csv",
        "name,lat,id,lon\nx,60.1699,home,24.9384\ny,sixty,b,24.9\nz,95,c,24.9\nw,60.2,\nv,10,far,10\n",
    );
    let said = done(&["reach", &city, "--points", &points, "--k", "1"]);
    for complaint in [
        "homes.csv, row 3, column lat: 'sixty' is not a number",
        "homes.csv, row 4, column lat: latitude 95",
        "homes.csv, row 5, column lon: ''",
    ] {
        assert!(said.err.contains(complaint), "{}", said.err);
    }
    let rows = crate::support::rows(&said.out);
    assert_eq!(rows.len(), 2);
    assert_eq!((&*rows[0][0], &*rows[0][8]), ("home", "reached"));
    assert_eq!((&*rows[1][0], &*rows[1][3], &*rows[1][8]), ("far", "", "no street near"));
    let bare = folder.write("bare.csv", "latitude,longitude\n1,2\n");
    refused(&["reach", &city, "--points", &bare], 1, &["bare.csv, row 1", "lat and lon"]);
    let none = folder.write("none.csv", "lat,lon\n1,x\n");
    refused(&["reach", &city, "--points", &none], 1, &["none.csv", "no row with a usable place"]);
}

#[test]
fn whoever_stops_reading_makes_no_error() {
    let folder = Folder::new();
    let city = folder.sample();
    for arguments in [
        &["reach", &city, "--nodes"][..],
        &["info", &city, "--json"],
        &["route", &city, "--from", "60.17,24.94"],
    ] {
        let mut child = command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn a_map_without_ways_and_a_list_that_is_none_are_errors() {
    let folder = Folder::new();
    let city = folder.path("c.hinan");
    if let Some(tokyo) = real("osm/tokyo-center.osm.pbf") {
        refused(&["build", "--streets", &tokyo, "-o", &city], 1, &["tokyo-center.osm.pbf"]);
    }
    if let Some(list) = real("shelters/japan/gsi-emergency-131130-shibuya.json") {
        refused(
            &["build", "--streets", SAMPLE, "--shelters", &list, "-o", &city],
            1,
            &["gsi-emergency-131130-shibuya.json", "no list"],
        );
    }
    if let Some(andorra) = real("osm/andorra-latest.osm.pbf") {
        refused(
            &["build", "--streets", &andorra, "--shelters", "osm", "-o", &city],
            1,
            &["shows no shelter"],
        );
    }
    assert!(!std::path::Path::new(&city).exists(), "nothing was written");
}

#[test]
fn every_verb_helps_with_an_example() {
    for verb in ["up", "build", "info", "reach", "route", "whatif", "export"] {
        let said = done(&[verb, "--help"]);
        assert!(said.out.contains("Example") && said.out.contains(&format!("hinan {verb}")), "{}", said.out);
    }
    assert!(done(&["--help"]).out.contains("hinan build"));
}
