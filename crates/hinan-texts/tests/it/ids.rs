//! Every language says the same things, and says nothing that nobody asks for.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use hinan_texts::{Language, Texts};

use crate::files::{Message, folder, messages, names};

#[test]
fn every_language_has_the_same_ids_and_variables() {
    let english = messages(Language::English);
    assert!(english.len() > 200, "only {} texts", english.len());
    for language in Language::ALL {
        let theirs = messages(language);
        let ids = |of: &std::collections::BTreeMap<String, Message>| of.keys().cloned().collect::<Vec<_>>();
        assert_eq!(ids(&theirs), ids(&english), "{language}");
        for (id, message) in &theirs {
            assert_eq!(message.file, english[id].file, "{language} {id}");
            // A language may leave a number out only where it says the same without.
            assert_eq!(message.variables, english[id].variables, "{language} {id}");
        }
    }
}

#[test]
fn plurals_are_those_of_the_language() {
    for (language, needed) in [
        (Language::English, &["one", "other"][..]),
        (Language::Japanese, &["other"]),
        (Language::Ukrainian, &["one", "other"]),
        (Language::Russian, &["one", "other"]),
    ] {
        let known: BTreeSet<&str> = match language {
            Language::Ukrainian | Language::Russian => ["one", "few", "many", "other"].into(),
            _ => needed.iter().copied().collect(),
        };
        for (id, message) in messages(language) {
            for keys in message.categories.iter().filter(|keys| keys.contains("other")) {
                assert!(needed.iter().all(|key| keys.contains(*key)), "{language} {id}: {keys:?}");
                assert!(keys.iter().all(|key| known.contains(key.as_str())), "{language} {id}: {keys:?}");
            }
        }
    }
    let places =
        |language, number: u32| Texts::of(language).get("capacity-known", &[("places", number.into())]);
    for (language, expected) in [
        (Language::English, ["1 place", "2 places", "5 places", "21 places"]),
        (Language::Japanese, ["定員1人", "定員2人", "定員5人", "定員21人"]),
        (Language::Ukrainian, ["1 місце", "2 місця", "5 місць", "21 місце"]),
        (Language::Russian, ["1 место", "2 места", "5 мест", "21 место"]),
    ] {
        assert_eq!([1, 2, 5, 21].map(|number| places(language, number)), expected);
    }
}

#[test]
fn every_id_is_asked_for_and_every_id_that_is_asked_for_is_there() {
    let english = messages(Language::English);
    let code = Code::read();
    for id in english.keys() {
        // Alerts are composed from a table, and `alerts.rs` holds their texts to it.
        let is_composed =
            ["alert-order-", "alert-do-", "alert-clear-do-"].iter().any(|start| id.starts_with(start));
        // The officers' page asks for its own.
        let is_composed = is_composed || id.starts_with("desk-");
        assert!(is_composed || code.asks_for(id), "nobody asks for {id}");
    }
    let firsts: BTreeSet<&str> = english.keys().filter_map(|id| id.split_once('-')).map(|(f, _)| f).collect();
    for id in code.calls() {
        let is_text = id.split_once('-').is_some_and(|(first, _)| firsts.contains(first));
        assert!(!is_text || english.contains_key(id), "{id} is in no file");
    }
}

/// What asks for texts: command, server and page.
struct Code {
    whole: String,
}

impl Code {
    fn read() -> Code {
        let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let folders =
            ["hinan-texts/src", "hinan-cli/src", "hinan-server/src", "hinan-poster/src", "../web/src"];
        let files = folders.iter().flat_map(|folder| sources(&crates.join(folder)));
        Code { whole: files.map(|file| fs::read_to_string(file).unwrap()).collect() }
    }

    /// Whether an id stands in the code, whole or as a beginning that a word is put to: `page-key-${key}`.
    fn asks_for(&self, id: &str) -> bool {
        if self.quotes(id) {
            return true;
        }
        self.beginnings().any(|beginning| {
            let word = id.strip_prefix(beginning);
            // Kinds of shelters, and what a server may say, are words of lists.
            word.is_some_and(|word| beginning.starts_with("kind-") || self.quotes(word))
        })
    }

    fn quotes(&self, word: &str) -> bool {
        ['"', '\'', '`'].iter().any(|quote| self.whole.contains(&format!("{quote}{word}{quote}")))
    }

    /// Beginnings of ids in the templates of the page.
    fn beginnings(&self) -> impl Iterator<Item = &str> {
        let templates = self.whole.split('`').filter_map(|text| text.split_once("${"));
        templates.map(|(beginning, _)| beginning).filter(|text| text.ends_with('-') && is_like_an_id(text))
    }

    /// What stands in calls that look a text up.
    fn calls(&self) -> impl Iterator<Item = &str> {
        let calls = [".word(\"", ".get(\"", ".get(\n", " t('", "(t('", "{t('", "[t('", "!t('", "maybe('"];
        calls.into_iter().flat_map(|call| self.whole.split(call).skip(1)).map(|rest| {
            rest.trim_start().trim_start_matches('"').split(['"', '\'']).next().unwrap_or_default()
        })
    }
}

fn is_like_an_id(word: &str) -> bool {
    word.contains('-') && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs" || extension == "ts") {
            files.push(path);
        }
    }
    files
}

#[test]
fn ids_are_simple_and_files_say_that_nobody_has_reviewed_them() {
    for language in Language::ALL {
        assert!(!language.is_reviewed());
        for id in messages(language).keys() {
            assert!(is_like_an_id(id) && id.len() <= 60, "{language} {id}");
        }
        for name in names(language) {
            let text = fs::read_to_string(folder(language).join(&name)).unwrap();
            let head: String = text.lines().take_while(|line| line.starts_with("###")).collect();
            assert!(head.to_lowercase().contains("not yet reviewed by"), "{language} {name}");
        }
    }
}

#[test]
fn translations_are_translations() {
    let english = messages(Language::English);
    for language in [Language::Japanese, Language::Ukrainian, Language::Russian] {
        for (id, message) in messages(language) {
            let has_words = english[&id].pieces.iter().any(|piece| piece.chars().any(|c| c.is_alphabetic()));
            let foreign =
                message.pieces.iter().any(|piece| piece.chars().any(|c| !c.is_ascii() && c.is_alphabetic()));
            // Units of length are the same in Japan; "fact-end" and its like have no words.
            let unit = id.starts_with("length-") && language == Language::Japanese;
            assert!(!has_words || foreign || unit, "{language} {id}: {:?}", message.pieces);
        }
    }
}
