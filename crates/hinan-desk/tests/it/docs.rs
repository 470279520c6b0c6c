//! The documents say what the code does.

use std::path::Path;

use hinan_desk::{Template, draft};
use hinan_texts::alert::{Kind, pair};

fn read(name: &str) -> String {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    std::fs::read_to_string(docs.join(name)).unwrap()
}

#[test]
fn every_template_is_documented_and_no_other() {
    let text = read("templates.md");
    let quoted: Vec<&str> = text.split('`').skip(1).step_by(2).collect();
    for template in Template::all() {
        assert!(quoted.contains(&template.id().as_str()), "{}", template.id());
    }
    let has_stage = |id: &&&str| {
        ["prepare", "expect", "take-cover"].iter().any(|stage| id.ends_with(&format!(".{stage}")))
    };
    for id in quoted.iter().filter(has_stage) {
        assert!(Template::find(id).is_some(), "{id}");
    }
    for kind in Kind::ALL.into_iter().filter(|kind| !kind.warns()) {
        assert!(quoted.contains(&kind.name()), "{kind:?}");
    }
    for parameter in
        [draft::PARAMETER_90, draft::PARAMETER_360, draft::PARAMETER_LONG, draft::PARAMETER_SPEECH]
    {
        assert!(quoted.contains(&parameter), "{parameter}");
    }
}

/// The table of CAP's grades.
#[test]
fn grades_are_those_of_the_document() {
    let text = read("templates.md");
    for template in Template::all() {
        let (urgency, severity, certainty) = template.grade();
        for word in [urgency.word(), severity.word(), certainty.word(), template.response().word()] {
            assert!(text.contains(word), "{} {word}", template.id());
        }
        assert!(pair(template.hazard, template.stage).is_ok());
    }
}
