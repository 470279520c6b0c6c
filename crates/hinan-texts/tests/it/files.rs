//! The files as their syntax, for the other tests.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use hinan_texts::Language;

/// One text: the file it stands in, what it is filled with, and every piece of it that a reader may
/// see, in all its variants.
pub struct Message {
    pub file: String,
    pub variables: BTreeSet<String>,
    pub pieces: Vec<String>,
    pub categories: Vec<BTreeSet<String>>,
}

pub fn folder(language: Language) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("ftl").join(language.code())
}

/// The names of the files of a language.
pub fn names(language: Language) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder(language))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Every text of a language by its id; fails on a mistake in a file and on an id that comes twice.
pub fn messages(language: Language) -> BTreeMap<String, Message> {
    let mut messages = BTreeMap::new();
    for name in names(language) {
        let text = fs::read_to_string(folder(language).join(&name)).unwrap();
        let resource =
            parser::parse(text.as_str()).unwrap_or_else(|(_, wrong)| panic!("{language} {name}: {wrong:?}"));
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    let id = message.id.name.to_owned();
                    assert!(message.attributes.is_empty(), "{language} {id}: attributes are not read");
                    let mut found = Message {
                        file: name.clone(),
                        variables: BTreeSet::new(),
                        pieces: Vec::new(),
                        categories: Vec::new(),
                    };
                    found.look_at(&id, &message.value.unwrap());
                    assert!(messages.insert(id.clone(), found).is_none(), "{language} {id} comes twice");
                }
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
                other => panic!("{language} {name}: {other:?}"),
            }
        }
    }
    messages
}

impl Message {
    fn look_at(&mut self, id: &str, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.pieces.push((*value).to_owned()),
                PatternElement::Placeable { expression } => match expression {
                    Expression::Inline(inline) => self.look_into(id, inline),
                    Expression::Select { selector, variants } => {
                        self.look_into(id, selector);
                        let keys = variants.iter().map(|variant| match &variant.key {
                            fluent_syntax::ast::VariantKey::Identifier { name } => (*name).to_owned(),
                            fluent_syntax::ast::VariantKey::NumberLiteral { value } => (*value).to_owned(),
                        });
                        self.categories.push(keys.collect());
                        variants.iter().for_each(|variant| self.look_at(id, &variant.value));
                    }
                },
            }
        }
    }

    fn look_into(&mut self, id: &str, expression: &InlineExpression<&str>) {
        match expression {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::StringLiteral { value } => self.pieces.push((*value).to_owned()),
            other => panic!("{id}: {other:?}; the page reads variables and selections only"),
        }
    }
}
