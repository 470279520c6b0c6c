//! Numbers that say where they come from.
//!
//! A report has no number of its own: each is a field of what a command answered, and tells which field of which
//! command, so that anybody can ask again.

use std::fmt::Display;

use anyhow::Result;
use clap::{Args, Command};
use hinan_model::Ds;
use hinan_texts::Texts;
use maud::{Markup, html};
use serde_json::Value;

use crate::verb::coverage::words::share;

/// A verb of the command, as it is typed.
pub struct Line {
    /// What the report calls it: `A2`.
    label: String,
    /// The words behind `hinan`.
    words: Vec<String>,
}

impl Line {
    /// `hinan VERB REGION OPTIONS... --json`.
    pub fn new(label: String, verb: &str, region: String, options: &[Vec<String>]) -> Line {
        let mut words = vec![verb.to_owned(), region];
        words.extend(options.iter().flatten().cloned());
        words.push("--json".to_owned());
        Line { label, words }
    }

    /// The arguments that the verb reads from it: what is printed is what is done.
    ///
    /// # Errors
    /// Never but for a mistake in the words.
    pub fn parsed<A: Args>(&self) -> Result<A> {
        let command = A::augment_args(Command::new("hinan"));
        Ok(A::from_arg_matches(&command.try_get_matches_from(&self.words)?)?)
    }

    /// With what it answered.
    ///
    /// # Errors
    /// Never but for an answer that is no JSON.
    pub fn answered(self, answer: &impl serde::Serialize, texts: &'static Texts) -> Result<Cited> {
        Ok(Cited { json: serde_json::to_value(answer)?, line: self, texts })
    }
}

/// A command and its answer, to be cited from.
pub struct Cited {
    line: Line,
    /// What it answered.
    pub json: Value,
    texts: &'static Texts,
}

impl Cited {
    /// What the report calls the command.
    pub fn label(&self) -> &str {
        &self.line.label
    }

    /// The command as a shell reads it.
    pub fn typed(&self) -> String {
        let words: Vec<String> = self.line.words.iter().map(|word| quoted(word)).collect();
        format!("hinan {}", words.join(" "))
    }

    /// A whole number.
    pub fn count(&self, field: &str) -> Markup {
        self.cite(field, Value::as_u64, |number| self.texts.number(number))
    }

    /// A time in ds.
    pub fn time(&self, field: &str) -> Markup {
        let ds = |value: &Value| value.as_u64().and_then(|ds| u32::try_from(ds).ok());
        self.cite(field, ds, |ds| self.texts.time(Ds(ds)))
    }

    /// Yes or no.
    pub fn is_so(&self, field: &str) -> Markup {
        let word = |is_so| self.texts.word(if is_so { "report-yes" } else { "report-no" });
        self.cite(field, Value::as_bool, word)
    }

    /// A share of one field in another.
    pub fn share(&self, part: &str, whole: &str) -> Markup {
        let number = |field: &str| self.json.pointer(field).and_then(Value::as_u64);
        let (Some(of), Some(all)) = (number(part), number(whole)) else { return nothing() };
        let from = format!("{} {part} / {whole}", self.line.label);
        html! { data value=(format!("{of}/{all}")) data-from=(from) title=(from) { (share(of, all)) } }
    }

    /// A price of a place: a time, or a place for one more person where people are left out.
    pub fn price(&self, field: &str) -> Markup {
        let no_place = self.json.pointer("/no_place_ds").and_then(Value::as_u64).unwrap_or(u64::MAX);
        let is_short = self.json.pointer("/left_without_shelter").and_then(Value::as_u64) > Some(0);
        self.cite(field, Value::as_u64, |price| {
            if is_short && price >= no_place / 2 {
                return self.texts.word("report-price-person");
            }
            self.texts.time(Ds(u32::try_from(price).unwrap_or(u32::MAX)))
        })
    }

    /// A text of the answer.
    pub fn text(&self, field: &str) -> &str {
        self.json.pointer(field).and_then(Value::as_str).unwrap_or_default()
    }

    /// How many items a list of the answer has.
    pub fn length(&self, field: &str) -> usize {
        self.json.pointer(field).and_then(Value::as_array).map_or(0, Vec::len)
    }

    /// The texts of a list.
    pub fn texts_of(&self, field: &str) -> impl Iterator<Item = &str> {
        let list = self.json.pointer(field).and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_str)
    }

    fn cite<T: Copy + Display>(
        &self,
        field: &str,
        read: impl Fn(&Value) -> Option<T>,
        shown: impl Fn(T) -> String,
    ) -> Markup {
        let Some(value) = self.json.pointer(field).and_then(read) else { return nothing() };
        let from = format!("{} {field}", self.line.label);
        html! { data value=(value) data-from=(from) title=(from) { (shown(value)) } }
    }
}

/// Where an answer has no number.
fn nothing() -> Markup {
    html! { "–" }
}

/// A name as part of the path to a field (RFC 6901).
pub fn step(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// A word as a shell reads it as one.
fn quoted(word: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "_-./:=,+%".contains(letter);
    match !word.is_empty() && word.chars().all(is_plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', "'\\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole_in_a_shell() {
        assert_eq!(quoted("helsinki.hinan"), "helsinki.hinan");
        assert_eq!(quoted("my town's.hinan"), "'my town'\\''s.hinan'");
        assert_eq!(quoted(""), "''");
        assert_eq!(step("way/1~2"), "way~11~02");
    }
}
