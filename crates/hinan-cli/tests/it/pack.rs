//! `hinan pack`: the folder that phones keep, made twice alike, checked, updated, spoilt.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::{Folder, done, refused};

fn manifest(site: &str) -> Value {
    serde_json::from_slice(&fs::read(Path::new(site).join("pack.json")).unwrap()).unwrap()
}

/// Every file of a folder, by name.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            found.extend(files(&path).into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            found.push((name, fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}

#[test]
fn a_pack_is_made_twice_alike_and_every_spoilt_file_is_found() {
    let folder = Folder::new();
    let city = folder.sample();
    let (one, other) = (folder.path("one"), folder.path("other"));
    let said = done(&["pack", &city, "-o", &one]);
    assert!(said.out.contains("OpenStreetMap contributors") && said.out.contains("a node"), "{}", said.out);
    done(&["pack", &city, "-o", &other]);
    assert!(files(Path::new(&one)) == files(Path::new(&other)), "the same region gives the same bytes");
    let checked = done(&["pack", "verify", &one]);
    assert!(checked.out.contains("by nobody") && checked.out.contains("opens"), "{}", checked.out);
    let told: Value = serde_json::from_str(&done(&["pack", "verify", &one, "--json"]).out).unwrap();
    assert_eq!(told["signed"]["verdict"], "unsigned");
    for file in manifest(&one)["files"].as_array().unwrap() {
        let path = Path::new(&one).join(file["path"].as_str().unwrap());
        let whole = fs::read(&path).unwrap();
        let mut spoilt = whole.clone();
        spoilt[whole.len() / 2] ^= 1;
        fs::write(&path, &spoilt).unwrap();
        refused(&["pack", "verify", &one], 1, &["is not the file that pack.json names"]);
        fs::remove_file(&path).unwrap();
        refused(&["pack", "verify", &one], 1, &["is missing"]);
        fs::write(&path, &whole).unwrap();
    }
    done(&["pack", "verify", &one]);
}

#[test]
fn the_next_pack_follows_by_number_and_difference() {
    let folder = Folder::new();
    let city = folder.sample();
    let (first, same, next) = (folder.path("first"), folder.path("same"), folder.path("next"));
    done(&["pack", &city, "-o", &first, "--built", "2026-01-02"]);
    done(&["pack", &city, "-o", &same, "--built", "2026-01-02", "--previous", &first]);
    assert!(files(Path::new(&first)) == files(Path::new(&same)), "nothing changed");
    done(&["pack", &city, "-o", &next, "--built", "2026-02-03", "--previous", &first]);
    let (before, now) = (manifest(&first), manifest(&next));
    assert_eq!((before["n"].as_u64(), now["n"].as_u64()), (Some(1), Some(2)));
    assert_eq!(now["changes"]["changed"], 0);
    let delta = &now["deltas"][0];
    assert!(delta["len"].as_u64().unwrap() < 200, "{delta}");
    done(&["pack", "verify", &next]);
    let again = folder.path("again");
    done(&["pack", &city, "-o", &again, "--built", "2026-02-03", "--previous", &next]);
    done(&["pack", "verify", &again]);
    assert!(files(Path::new(&again)) == files(Path::new(&next)), "differences are handed on");
}

#[test]
fn a_country_is_a_folder_of_packs() {
    let folder = Folder::new();
    let city = folder.sample();
    let second = folder.path("second town.hinan");
    fs::copy(&city, &second).unwrap();
    let site = folder.path("country");
    done(&["pack", &city, &second, "-o", &site]);
    let index: Value =
        serde_json::from_slice(&fs::read(Path::new(&site).join("index.json")).unwrap()).unwrap();
    let packs = index["packs"].as_array().unwrap();
    assert_eq!(packs.len(), 2);
    for pack in packs {
        assert!(pack["bounds"]["min"].is_object());
        done(&["pack", "verify", Path::new(&site).join(pack["folder"].as_str().unwrap()).to_str().unwrap()]);
    }
    refused(&["pack", &city, &city, "-o", &site], 2, &["two regions are called"]);
    refused(&["pack", "verify", &folder.path("nothing")], 1, &["no pack.json is there"]);
}
