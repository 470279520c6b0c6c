//! Whatever the desk says by a code, the page can say in every language of officers.

use std::path::Path;

use hinan_desk_server::{folder, problem};
use hinan_trust::{Fault, Note, Refusal};

#[test]
fn every_code_has_a_sentence_in_every_language() {
    let mut ids: Vec<String> = Vec::new();
    ids.extend(Refusal::ALL.iter().map(|code| format!("desk-refusal-{code}")));
    ids.extend(Fault::ALL.iter().map(|code| format!("desk-signature-{code}")));
    ids.extend(Note::ALL.iter().map(|code| format!("desk-note-{code}")));
    ids.extend(hinan_desk::Fault::CODES.map(|code| format!("desk-fault-{code}")));
    ids.extend(problem::CODES.map(|code| format!("desk-error-{code}")));
    ids.extend(folder::CODES.map(|code| format!("desk-file-{code}")));
    let texts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../hinan-texts/ftl");
    for language in hinan_texts::Language::ALL {
        let text = std::fs::read_to_string(texts.join(language.code()).join("desk.ftl")).unwrap();
        let missing: Vec<&String> = ids.iter().filter(|id| !text.contains(&format!("\n{id} = "))).collect();
        assert_eq!(missing, Vec::<&String>::new(), "{language}");
    }
}
