//! Answers in the language of who reads them.

use serde_json::Value;

use crate::support::{Folder, command, done, refused};

/// A street of given times with two shelters; everything that has a name has digits for it, so that
/// letters are words of hinan.
fn town(folder: &Folder) -> String {
    folder.write("1/nodes.csv", "node,lat,lon\n1,10.0,20.0\n2,10.001,20.0\n3,10.001,20.001\n");
    folder.write("1/arcs.csv", "from,to,time_ds\n1,2,700\n2,1,700\n2,3,800\n3,2,800\n");
    let list = folder.write("2.csv", "shelter,node,capacity,start_ds\n77,3,10,300\n78,2,21,0\n");
    let (net, city) = (folder.path("1"), folder.path("3.hinan"));
    done(&["build", "--streets", &net, "--shelters", &list, "-o", &city]);
    city
}

/// What is data and not words: file names, their formats, the sign of plans, ids.
fn without_data(text: &str) -> String {
    let data = ["2.csv", "shelter-csv", "csv", "network", "hinan info"];
    let mut text = text.to_owned();
    for data in data {
        text = text.replace(data, "");
    }
    text
}

#[test]
fn a_route_has_no_word_that_cannot_be_translated() {
    let folder = Folder::new();
    let city = town(&folder);
    for options in [
        &[][..],
        &["--within", "1s"],
        &["--hazard", "air-raid"],
        &["--hazard", "tsunami"],
        &["--hazard", "untold", "--floor", "3"],
        &["--inside", "known", "--within", "10min"],
        &["--k", "1", "--within", "10min"],
    ] {
        let arguments = ["route", &city, "--from", "node:1", "--language", "x-pseudo"];
        let text = done(&[&arguments[..], options].concat()).out;
        for line in text.lines() {
            // A plan is called A, B, C in every language.
            let words = without_data(line);
            let plain = words.chars().any(|c| c.is_ascii_lowercase());
            assert!(!plain, "{options:?}: {line}");
        }
        assert!(text.contains('ˑ'), "{text}");
    }
}

#[test]
fn people_read_it_in_their_language() {
    let folder = Folder::new();
    let city = folder.sample();
    let route = ["route", &city, "--from", "60.1699,24.9384", "--hazard", "air-raid", "--within", "10s"];
    for (language, words) in [
        ("en", ["Plan A: ", "LATE by", "NO SHELTER", "Go inside to an inner room"]),
        ("ja", ["案A：", "間に合いません", "避難場所はこの地域にありません", "窓のない階段"]),
        ("uk", ["План A: ", "ЗАПІЗНО на", "ЖОДНОГО УКРИТТЯ", "у внутрішню кімнату"]),
        ("ru", ["План A: ", "ПОЗДНО на", "НИ ДО ОДНОГО УКРЫТИЯ", "во внутреннюю комнату"]),
    ] {
        let text = done(&[&route[..], &["--language", language]].concat()).out;
        let flat: String = text.split_whitespace().collect();
        for word in words {
            let word: String = word.split_whitespace().collect();
            assert!(flat.contains(&word), "{language}: no '{word}' in {text}");
        }
        let json: Value =
            serde_json::from_str(&done(&[&route[..], &["--language", language, "--json"]].concat()).out)
                .unwrap();
        let late = json["late"]["words"].as_str().unwrap();
        assert!(flat.contains(&late.split_whitespace().collect::<String>()), "{language}: {late}");
        // What is no sentence is the same for every reader.
        assert_eq!(json["late"]["answer"], serde_json::json!({"danger": "air-raid", "do": "inner-room"}));
        let plan = &json["plans"][0];
        assert_eq!(plan["steps"].as_array().unwrap().len(), plan["way"].as_array().unwrap().len());
        assert_eq!(plan["steps"][0]["step"], "along");
        assert!(plan["line"].as_array().unwrap().len() >= 2);
    }
}

#[test]
fn the_language_comes_from_the_option_or_the_environment() {
    let folder = Folder::new();
    let city = town(&folder);
    let route = ["route", &city, "--from", "node:1"];
    let told = |language: &str| {
        let output = command(&route).env("HINAN_LANGUAGE", language).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(told("uk").starts_with("Звідки: "), "{}", told("uk"));
    assert!(told("ja_JP.UTF-8").starts_with("出発地："), "{}", told("ja_JP.UTF-8"));
    assert!(done(&route).out.starts_with("From "));
    refused(&[&route[..], &["--language", "tlh"]].concat(), 2, &["en, ja, uk or ru"]);
}

#[test]
fn counts_are_told_in_every_language() {
    let folder = Folder::new();
    let city = town(&folder);
    let coverage = ["coverage", &city, "--within", "10min", "--language"];
    for (language, word) in
        [("en", "in time"), ("ja", "間に合う"), ("uk", "вчасно"), ("ru", "вовремя"), ("x-pseudo", "ˑ")]
    {
        let text = done(&[&coverage[..], &[language]].concat()).out;
        assert!(text.contains(word), "{language}: {text}");
        if language == "x-pseudo" {
            // The place is called as its folder; the walker of given times has no other name.
            let words = text.replace("given", "").replace("csv", "").replace("--people", "");
            assert!(!words.contains(|c: char| c.is_ascii_lowercase()), "{text}");
        }
    }
}
