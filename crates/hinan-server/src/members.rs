//! What a caller asks, from an address or a body: named members, each read once, none left over.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::str::FromStr;

use serde_json::Value;

use crate::problem::Problem;

/// The most of one name in an address.
const MOST_REPEATED: usize = 64;
/// The longest word, in characters.
const LONGEST: usize = 200;

/// The members of a question.
pub struct Members {
    given: BTreeMap<String, Given>,
    /// Those that were asked for, for the sentence about one that is none of them.
    known: Vec<&'static str>,
}

enum Given {
    /// From an address: as often as it stands there.
    Words(Vec<String>),
    /// From a body.
    Json(Value),
}

impl Members {
    /// From the part of an address behind the question mark.
    ///
    /// # Errors
    /// Where one member stands there more often than anybody needs.
    pub fn of_query(query: Option<&str>) -> Result<Members, Problem> {
        let mut given: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, value) in form_urlencoded::parse(query.unwrap_or_default().as_bytes()) {
            let values = given.entry(name.into_owned()).or_default();
            if values.len() == MOST_REPEATED {
                return Err(Problem::bad(format!(
                    "a parameter stands there more than {MOST_REPEATED} times"
                )));
            }
            values.push(value.into_owned());
        }
        let given = given.into_iter().map(|(name, values)| (name, Given::Words(values))).collect();
        Ok(Members { given, known: Vec::new() })
    }

    /// From a body in JSON.
    ///
    /// # Errors
    /// Where it is no object.
    pub fn of_json(body: &[u8]) -> Result<Members, Problem> {
        let value: Value = serde_json::from_slice(body).map_err(|error| {
            // The sentence of the reader may quote what was written there.
            Problem::bad(format!("the body is not JSON: line {}, column {}", error.line(), error.column()))
        })?;
        match value {
            Value::Object(members) => Ok(Members {
                given: members.into_iter().map(|(name, value)| (name, Given::Json(value))).collect(),
                known: Vec::new(),
            }),
            _ => Err(Problem::bad("the body must be a JSON object")),
        }
    }

    fn take(&mut self, name: &'static str) -> Option<Given> {
        self.known.push(name);
        // In a body `null` is as good as nothing.
        self.given.remove(name).filter(|given| !matches!(given, Given::Json(Value::Null)))
    }

    /// A member as it stands in a body.
    pub fn json(&mut self, name: &'static str) -> Option<Value> {
        match self.take(name) {
            Some(Given::Json(value)) => Some(value),
            _ => None,
        }
    }

    /// A word.
    ///
    /// # Errors
    /// Where it is no text, too long, or there several times.
    pub fn word(&mut self, name: &'static str) -> Result<Option<String>, Problem> {
        let word = match self.take(name) {
            None => return Ok(None),
            Some(Given::Words(mut words)) if words.len() == 1 => words.remove(0),
            Some(Given::Json(Value::String(word))) => word,
            Some(_) => return Err(Problem::bad(format!("{name}: must be one text"))),
        };
        checked(name, word).map(Some)
    }

    /// Any number of words: a name several times in an address, an array in a body.
    ///
    /// # Errors
    /// Where one is no text or too long, or where there are more than `most`.
    pub fn words(&mut self, name: &'static str, most: usize) -> Result<Vec<String>, Problem> {
        let words = match self.take(name) {
            None => return Ok(Vec::new()),
            Some(Given::Words(words)) => words,
            Some(Given::Json(Value::Array(values))) if values.len() <= most => values
                .into_iter()
                .map(|value| match value {
                    Value::String(word) => Ok(word),
                    _ => Err(Problem::bad(format!("{name}: must be an array of texts"))),
                })
                .collect::<Result<_, _>>()?,
            Some(Given::Json(_)) => {
                return Err(Problem::bad(format!("{name}: must be an array of at most {most} texts")));
            }
        };
        if words.len() > most {
            return Err(Problem::bad(format!("{name}: more than {most} are too many")));
        }
        words.into_iter().map(|word| checked(name, word)).collect()
    }

    /// A word that stands for something.
    ///
    /// # Errors
    /// Where it stands for nothing; `such_as` says what would.
    pub fn parsed<T: FromStr>(&mut self, name: &'static str, such_as: &str) -> Result<Option<T>, Problem> {
        self.word(name)?.map(|word| parse(name, &word, such_as)).transpose()
    }

    /// Any number of words that stand for something.
    ///
    /// # Errors
    /// As [`Members::parsed`] and [`Members::words`].
    pub fn all_parsed<T: FromStr>(
        &mut self,
        name: &'static str,
        such_as: &str,
        most: usize,
    ) -> Result<Vec<T>, Problem> {
        self.words(name, most)?.iter().map(|word| parse(name, word, such_as)).collect()
    }

    /// A whole number.
    ///
    /// # Errors
    /// Where it is none, or out of the range.
    pub fn whole(&mut self, name: &'static str, range: RangeInclusive<i64>) -> Result<Option<i64>, Problem> {
        let number = match self.take(name) {
            None => return Ok(None),
            Some(Given::Words(words)) => match words.as_slice() {
                [word] if is_plain_number(word) => word.parse().ok(),
                _ => None,
            },
            Some(Given::Json(value)) => {
                // 2.0 is a whole number to whoever writes schemas.
                let whole =
                    || value.as_f64().filter(|n| n.fract() == 0.0 && n.abs() < 1e15).map(|n| n as i64);
                value.as_i64().or_else(whole)
            }
        };
        match number.filter(|number| range.contains(number)) {
            Some(number) => Ok(Some(number)),
            None => Err(Problem::bad(format!(
                "{name}: must be a whole number from {} to {}",
                range.start(),
                range.end()
            ))),
        }
    }

    /// Yes or no; no where nothing is said.
    ///
    /// # Errors
    /// Where it is neither.
    pub fn truth(&mut self, name: &'static str) -> Result<bool, Problem> {
        let is_true = match self.take(name) {
            None => Some(false),
            Some(Given::Words(words)) => match words.as_slice() {
                [word] => word.parse().ok(),
                _ => None,
            },
            Some(Given::Json(value)) => value.as_bool(),
        };
        is_true.ok_or_else(|| Problem::bad(format!("{name}: must be true or false")))
    }

    /// That nothing is left over.
    ///
    /// # Errors
    /// Where something is: a misspelt member must not go unnoticed.
    pub fn done(self) -> Result<(), Problem> {
        match self.given.len() {
            0 => Ok(()),
            number => Err(Problem::bad(format!(
                "{number} of what was asked is not known here; known are {}",
                self.known.join(", ")
            ))),
        }
    }
}

fn checked(name: &str, word: String) -> Result<String, Problem> {
    // Whatever characters they are: ids of lists are what they are.
    if word.is_empty() || word.chars().count() > LONGEST {
        return Err(Problem::bad(format!("{name}: must be a text of 1 to {LONGEST} characters")));
    }
    Ok(word)
}

fn parse<T: FromStr>(name: &str, word: &str, such_as: &str) -> Result<T, Problem> {
    // The readers of the command line forgive spaces; a program has no reason to send them.
    let parsed = (word.trim() == word).then(|| word.parse().ok()).flatten();
    parsed.ok_or_else(|| Problem::bad(format!("{name}: must be such as {such_as}")))
}

fn is_plain_number(word: &str) -> bool {
    let digits = word.strip_prefix('-').unwrap_or(word);
    !digits.is_empty() && digits.len() <= 15 && digits.bytes().all(|byte| byte.is_ascii_digit())
}
