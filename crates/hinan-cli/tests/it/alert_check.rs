//! `hinan alert check`, `show` and `match` on messages of the world.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::support::{Folder, Said, done, real, run};

const MESSAGE: &str = include_str!("alert_check.cap.xml");

fn lines(said: &Said) -> Vec<Value> {
    said.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn one_line_of_json_a_file_and_the_status_of_the_worst() {
    let folder = Folder::new();
    let valid = folder.write("valid.xml", MESSAGE);
    let odd = folder.write("odd.xml", &MESSAGE.replace("09:00:00-00:00", "09:00:00Z"));
    let broken = folder.write("broken.xml", "<alert");
    let missing = folder.path("missing.xml");
    let said = run(&["alert", "check", &valid, &odd, "--json"]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    let said = run(&["alert", "check", &valid, &odd, &broken, &missing, &folder.path(""), "--json"]);
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("3 of 5 files refused"), "{}", said.err);
    let found = lines(&said);
    let verdicts: Vec<&str> = found.iter().map(|line| line["verdict"].as_str().unwrap()).collect();
    assert_eq!(verdicts, ["valid", "tolerated", "refused", "refused", "refused"]);
    assert_eq!(found[0]["file"], valid.as_str());
    assert_eq!(found[0]["format"], "cap-1.2");
    assert_eq!(found[3]["complaints"][0]["code"], "unreadable");
    let complaint = &found[1]["complaints"][0];
    assert_eq!(complaint["code"], "date-zulu");
    assert_eq!(complaint["path"], "alert/sent");
    assert_eq!((&complaint["line"], &complaint["column"]), (&5.into(), &3.into()));
    assert!(complaint["reason"].as_str().unwrap().contains('Z'));
    // What we issue ourselves is held to the letter.
    assert_eq!(run(&["alert", "check", "--strict", &valid]).code, Some(0));
    assert_eq!(run(&["alert", "check", "--strict", &odd]).code, Some(1));
    // In words, and nothing that steers a terminal.
    let steering =
        folder.write("steering.xml", &MESSAGE.replace("<status>Actual", "<status>\u{9b}31mActual"));
    let said = run(&["alert", "check", &odd, &steering]);
    assert!(said.out.contains("tolerated: line 5, column 3, alert/sent:"), "{}", said.out);
    assert!(!said.out.contains('\u{9b}'), "{}", said.out);
    assert_eq!(run(&["alert", "check"]).code, Some(2));
}

/// Every file of the shared messages, and what its README says of it.
#[test]
fn the_messages_of_the_world_are_read_or_refused() {
    let Some(folder) = real("alerts/cap") else { return };
    let mut files: Vec<PathBuf> = Vec::new();
    for group in ["dwd", "google", "nws-2012", "oasiscap"] {
        let entries = fs::read_dir(Path::new(&folder).join(group)).unwrap();
        files.extend(entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()));
    }
    files.sort();
    assert!(files.len() >= 30, "{}", files.len());
    let names: Vec<&str> = files.iter().map(|file| file.to_str().unwrap()).collect();
    let said = run(&[&["alert", "check", "--json"][..], &names].concat());
    assert_eq!(said.code, Some(1));
    let found = lines(&said);
    assert_eq!(found.len(), files.len());
    for (line, file) in found.iter().zip(&files) {
        let name = file.file_name().unwrap().to_str().unwrap();
        let wanted = match name {
            "invalid.cap" | "xee.cap" => "refused",
            "bushfire_valid.edxlde"
            | "australia.cap"
            | "earthquake_index.atom"
            | "weather_index.atom"
            | "no_entries.atom" => "valid",
            _ if name.starts_with("v1dot2")
                || name.starts_with("ipaws")
                || name.starts_with("google-PAAQ") =>
            {
                "valid"
            }
            _ if name.starts_with("Z_CAP_C_EDZW") => "valid",
            _ => "tolerated",
        };
        assert_eq!(line["verdict"], wanted, "{name}: {}", line["complaints"]);
        // Whatever is read can be shown.
        if wanted != "refused" {
            done(&["alert", "show", file.to_str().unwrap()]);
        }
    }
    let attack = found.iter().find(|line| line["file"].as_str().unwrap().ends_with("xee.cap")).unwrap();
    assert_eq!(attack["complaints"][0]["code"], "doctype");
    println!("{} files of the world checked", files.len());
}

/// Whom an alert for a whole city concerns is whom coverage counts.
#[test]
fn a_match_of_all_ground_is_the_coverage() {
    let folder = Folder::new();
    let city = folder.sample();
    let everywhere = "60.0,24.8 60.0,25.1 60.3,25.1 60.3,24.8 60.0,24.8";
    let all = folder.write(
        "all.xml",
        &MESSAGE.replace("60.16,24.93 60.16,24.95 60.17,24.95 60.17,24.93 60.16,24.93", everywhere),
    );
    let json = |arguments: &[&str]| -> Value { serde_json::from_str(&done(arguments).out).unwrap() };
    let found = json(&["alert", "match", &all, "--region", &city, "--json"]);
    assert_eq!((&found["hazard"], &found["stage"]), (&"air-raid".into(), &"take-cover".into()));
    let coverage = json(&["coverage", &city, "--hazard", "air-raid", "--json"]);
    assert_eq!(
        found["inside"]["tally"]["doorsteps_by_fate"],
        coverage["cases"][0]["all"]["doorsteps_by_fate"]
    );
    assert_eq!(found["may_be_inside"]["doorsteps"], 0);
    // A part is less; hearing it later leaves less time, and never more people in time.
    let part = folder.write("part.xml", MESSAGE);
    let inside = |more: &[&str]| {
        let found = json(&[&["alert", "match", &part, "--region", &city, "--json"][..], more].concat());
        (
            found["inside"]["doorsteps"].as_u64().unwrap(),
            found["inside"]["tally"]["in_time"].as_u64().unwrap(),
        )
    };
    let (doorsteps, in_time) = inside(&[]);
    assert!(doorsteps > 100 && doorsteps < found["inside"]["doorsteps"].as_u64().unwrap(), "{doorsteps}");
    assert!(in_time > 0);
    let later = inside(&["--heard", "2026-11-22T09:01:00Z"]);
    assert!(later.0 == doorsteps && later.1 < in_time, "{later:?} {in_time}");
    assert_eq!(inside(&["--heard", "2026-11-22T11:00:00Z"]), (doorsteps, 0));
    assert!(inside(&["--within", "10min"]).1 >= in_time);
    // A place that nobody knows here may be anywhere: nobody is left out.
    let polygon = MESSAGE.find("<polygon>").unwrap();
    let end = MESSAGE.find("</polygon>").unwrap() + "</polygon>".len();
    let code = "<geocode><valueName>no:list</valueName><value>7</value></geocode>";
    let unknown = folder.write("unknown.xml", &format!("{}{code}{}", &MESSAGE[..polygon], &MESSAGE[end..]));
    let found = json(&["alert", "match", &unknown, "--region", &city, "--json"]);
    assert_eq!(found["inside"]["doorsteps"], 0);
    assert_eq!(
        found["may_be_inside"]["doorsteps"],
        coverage["cases"][0]["all"]["doorsteps_by_fate"]
            .as_object()
            .unwrap()
            .values()
            .map(|n| n.as_u64().unwrap())
            .sum::<u64>()
    );
    assert_eq!(found["doubts"][0]["code"], "unknown-code");
    let told = done(&["alert", "match", &unknown, "--region", &city]).out;
    assert!(told.contains("may be") && told.contains("gazetteer does not know"), "{told}");
    let refused = folder.write("refused.xml", "<!DOCTYPE a><alert/>");
    assert_eq!(run(&["alert", "match", &refused, "--region", &city]).code, Some(1));
}
