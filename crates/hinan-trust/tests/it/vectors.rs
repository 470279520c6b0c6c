//! The cases in `vectors/`: are they fresh, and does this crate decide them as they say.

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use hinan_trust::question::{Answer, answers};
use serde_json::Value;

use crate::cases;

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors").join("vectors.json")
}

/// One case a line, so that a difference shows which case it is in.
fn written(questions: &Value) -> String {
    let lines = |key: &str, row: fn(&Value) -> String| {
        questions[key].as_array().unwrap().iter().map(row).collect::<Vec<_>>().join(",\n")
    };
    let documents: Vec<_> = questions["documents"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, document)| format!("{}:{document}", Value::from(name.as_str())))
        .collect();
    format!(
        "{{\"warning\":{},\n\"documents\":{{\n{}\n}},\n\"cases\":[\n{}\n]}}\n",
        questions["warning"],
        documents.join(",\n"),
        lines("cases", Value::to_string)
    )
}

/// Every case says by hand what matters; the rest of the answer is written down as it is.
fn with_answers(mut questions: Value) -> (Value, Vec<String>) {
    let given = answers(questions.to_string().as_bytes()).unwrap();
    let mut wrong = Vec::new();
    for (case, answer) in questions["cases"].as_array_mut().unwrap().iter_mut().zip(given) {
        let json = serde_json::to_value(&answer).unwrap();
        let expected = case["expect"].as_object().unwrap().clone();
        for (key, value) in expected {
            if json.get(&key).unwrap_or(&Value::Null) != &value {
                wrong.push(format!("{}: {key} should be {value}, is {}", answer.name, told(&answer, &json)));
            }
        }
        let mut json = json;
        json.as_object_mut().unwrap().remove("name");
        case["expect"] = json;
    }
    (questions, wrong)
}

fn told(answer: &Answer, json: &Value) -> String {
    format!("{json} ({})", answer.detail)
}

/// Made once for all tests.
static CASES: LazyLock<(Value, Vec<String>)> = LazyLock::new(|| with_answers(cases::questions()));

#[test]
fn every_case_is_decided_as_it_says() {
    let (questions, wrong) = &*CASES;
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(questions["cases"].as_array().unwrap().len() >= 60);
}

#[test]
fn the_committed_cases_are_fresh() {
    let fresh = written(&CASES.0);
    if std::env::var_os("HINAN_WRITE_VECTORS").is_some() {
        fs::write(file(), &fresh).unwrap();
        println!("wrote {} bytes", fresh.len());
    }
    let committed = fs::read_to_string(file()).unwrap_or_default();
    assert!(
        committed == fresh,
        "vectors/vectors.json is stale: run the tests of this crate once with HINAN_WRITE_VECTORS=1"
    );
}

/// The committed file by itself, as any other program reads it.
#[test]
fn the_committed_cases_are_answered_as_they_say() {
    let text = fs::read_to_string(file()).unwrap();
    let questions: Value = serde_json::from_str(&text).unwrap();
    let given = answers(text.as_bytes()).unwrap();
    for (case, answer) in questions["cases"].as_array().unwrap().iter().zip(&given) {
        let mut json = serde_json::to_value(answer).unwrap();
        json.as_object_mut().unwrap().remove("name");
        assert_eq!(case["expect"], json, "{}: {}", answer.name, answer.detail);
    }
}
