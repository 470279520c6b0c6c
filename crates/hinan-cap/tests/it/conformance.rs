//! The conformance suite of the project: one message a rule, and what has to be said of it. The
//! messages and the manifest are made by `tools/make_conformance.py`, which knows nothing of the code.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use hinan_cap::{Code, Mode, Reading, Severity, Verdict, read, write};
use serde_json::Value;

/// One message of the suite.
struct Case {
    file: String,
    codes: Vec<String>,
    received: String,
    schema: bool,
    has_reason: bool,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance")
}

fn cases() -> Vec<Case> {
    let manifest = std::fs::read(folder().join("manifest.json")).unwrap();
    let manifest: Vec<Value> = serde_json::from_slice(&manifest).unwrap();
    let text = |case: &Value, key: &str| case[key].as_str().unwrap().to_owned();
    manifest
        .iter()
        .map(|case| Case {
            file: text(case, "file"),
            codes: case["codes"]
                .as_array()
                .unwrap()
                .iter()
                .map(|code| code.as_str().unwrap().to_owned())
                .collect(),
            received: text(case, "received"),
            schema: case["schema"].as_bool().unwrap(),
            has_reason: case.get("why").is_some(),
        })
        .collect()
}

fn bytes(case: &Case) -> Vec<u8> {
    std::fs::read(folder().join(&case.file)).unwrap()
}

/// The names of what was complained of, each once.
fn codes(reading: &Reading) -> Vec<&str> {
    let codes: BTreeSet<&str> = reading.complaints.iter().map(|complaint| complaint.code.word()).collect();
    codes.into_iter().collect()
}

#[test]
fn every_message_comes_to_what_the_manifest_says() {
    let cases = cases();
    let mut wrong = Vec::new();
    for case in &cases {
        let bytes = bytes(case);
        let (strict, tolerant) = (read(&bytes, Mode::Strict), read(&bytes, Mode::Tolerant));
        let is_valid = case.file.starts_with("valid/");
        let expected = if is_valid { Verdict::Valid } else { Verdict::Refused };
        if strict.verdict() != expected || codes(&strict) != case.codes {
            wrong.push(format!(
                "{}: as issued {:?}, {:?}, not {:?}",
                case.file,
                strict.verdict(),
                codes(&strict),
                case.codes
            ));
        }
        if tolerant.verdict().word() != case.received {
            wrong.push(format!(
                "{}: as received {:?}, {:?}, not {}",
                case.file,
                tolerant.verdict(),
                codes(&tolerant),
                case.received
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    let count = |kind: &str| cases.iter().filter(|case| case.file.starts_with(kind)).count();
    assert!(count("valid/") >= 150 && count("invalid/") >= 200, "the suite shrank");
}

#[test]
fn the_suite_holds_every_file_of_its_folder_once() {
    let listed: BTreeSet<String> = cases().into_iter().map(|case| case.file).collect();
    let mut found = BTreeSet::new();
    for kind in ["valid", "invalid"] {
        for file in std::fs::read_dir(folder().join(kind)).unwrap() {
            found.insert(format!("{kind}/{}", file.unwrap().file_name().into_string().unwrap()));
        }
    }
    assert_eq!(listed, found);
}

#[test]
fn every_code_is_tested_by_a_message() {
    // Those that need a message of many megabytes, or are of feeds and of writing.
    let elsewhere = [
        Code::TooLarge,
        Code::TooManyPoints,
        Code::PolygonUnchecked,
        Code::NotAFeed,
        Code::FeedForm,
        Code::FeedEmptyEntry,
        Code::NotWritable,
        Code::AndMore,
    ];
    let tested: BTreeSet<String> = cases().into_iter().flat_map(|case| case.codes).collect();
    for &code in Code::ALL {
        let is_tested = tested.contains(code.word());
        assert_ne!(is_tested, elsewhere.contains(&code), "{code}");
    }
}

#[test]
fn complaints_say_where_and_what_to_do() {
    for case in cases() {
        for mode in [Mode::Strict, Mode::Tolerant] {
            for complaint in read(&bytes(&case), mode).complaints {
                let is_whole = complaint.line >= 1 && complaint.column >= 1 && !complaint.remedy.is_empty();
                assert!(is_whole && complaint.reason.len() > 3, "{}: {complaint:?}", case.file);
                assert!(
                    complaint.path.is_empty()
                        || complaint.path.starts_with("alert")
                        || complaint.path.starts_with("alarm")
                );
            }
        }
    }
}

#[test]
fn valid_messages_are_written_as_the_same_message() {
    for case in cases().iter().filter(|case| case.file.starts_with("valid/")) {
        let alert = read(&bytes(case), Mode::Strict).alert.unwrap();
        let written = write(&alert).unwrap_or_else(|complaints| panic!("{}: {}", case.file, complaints[0]));
        assert_eq!(read(&written, Mode::Strict).alert, Some(alert), "{}", case.file);
    }
}

#[test]
fn tolerated_messages_mean_the_same_once_written_by_the_standard() {
    let mut count = 0;
    for case in cases() {
        let Some(alert) = read(&bytes(&case), Mode::Tolerant).alert else { continue };
        // What only we do not issue, or what cannot be mended by writing, stays refused.
        if let Ok(written) = write(&alert) {
            assert_eq!(read(&written, Mode::Strict).alert, Some(alert), "{}", case.file);
            count += 1;
        }
    }
    assert!(count > 300, "{count} only");
}

#[test]
fn nothing_of_what_was_left_out_is_silent() {
    for case in cases().iter().filter(|case| case.received == "tolerated") {
        let reading = read(&bytes(case), Mode::Tolerant);
        assert!(
            reading.complaints.iter().any(|complaint| complaint.severity == Severity::Tolerated),
            "{}",
            case.file
        );
    }
}

/// The schema of OASIS knows less than the standard; where it refuses, so do we, and where only we
/// refuse, the manifest says why.
#[test]
fn the_schema_agrees_with_its_part_of_the_verdict() {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/alerts/cap/CAP-v1.2.xsd");
    let has_xmllint = Command::new("xmllint").arg("--version").output().is_ok();
    if !schema.exists() || !has_xmllint {
        println!("skipped: needs xmllint (Debian: libxml2-utils) and the schema in shared/data/alerts/cap");
        return;
    }
    let cases = cases();
    let mut command = Command::new("xmllint");
    command.args(["--nonet", "--noout", "--schema"]).arg(&schema).current_dir(folder());
    let output = command.args(cases.iter().map(|case| &case.file)).output().unwrap();
    // "FILE validates" is said of those that the schema accepts.
    let said =
        String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
    let accepted: BTreeSet<&str> = said.lines().filter_map(|line| line.strip_suffix(" validates")).collect();
    let mut wrong = Vec::new();
    for case in &cases {
        if accepted.contains(case.file.as_str()) != case.schema {
            wrong.push(format!("{}: the schema accepts it: {}", case.file, !case.schema));
        }
        let is_refused = case.file.starts_with("invalid/");
        assert!(case.schema || is_refused, "{}: the schema is stricter", case.file);
        assert_eq!(case.has_reason, case.schema && is_refused, "{}: say why we are stricter", case.file);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
