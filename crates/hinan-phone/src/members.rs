//! Members of a question → values, each with a sentence where it cannot be.

use core::ops::RangeInclusive;
use core::str::FromStr;

use hinan_model::{Ds, Place};
use hinan_texts::{Language, Texts};
use serde_json::{Map, Value};

use crate::failure::Failure;

/// The longest word.
const MOST_WORD: usize = 400;
/// The most items of a list of words.
const MOST_WORDS: usize = 1_000;
/// The longest time that anybody may give, in seconds: a day.
pub const MOST_SECONDS: i64 = 86_400;
/// Moments lie between the years 1900 and 2200: sums of some of them are numbers yet.
const MOMENTS: RangeInclusive<i64> = -2_208_988_800..=7_258_118_400;

/// Members of an object, each taken once; what is left over at the end was misspelt.
pub struct Members {
    name: &'static str,
    given: Map<String, Value>,
}

type Got<T> = Result<Option<T>, Failure>;

impl Members {
    /// Reads a question.
    pub fn read(question: &[u8]) -> Result<Members, Failure> {
        if question.len() > crate::MAX_JSON {
            return Err(Failure::too_long(format!("a question has at most {} bytes", crate::MAX_JSON)));
        }
        let value: Value = serde_json::from_slice(question).map_err(|error| {
            Failure::question(format!("this is not JSON: line {}, column {}", error.line(), error.column()))
        })?;
        Members::of("the question", value)
    }

    /// The members of `value`, which is called `name`.
    pub fn of(name: &'static str, value: Value) -> Result<Members, Failure> {
        match value {
            Value::Object(given) => Ok(Members { name, given }),
            _ => Err(Failure::question(format!("{name}: must be an object"))),
        }
    }

    /// A member as it stands; `null` is as good as nothing.
    pub fn json(&mut self, name: &str) -> Option<Value> {
        self.given.remove(name).filter(|value| !value.is_null())
    }

    /// An object within.
    pub fn object(&mut self, name: &'static str) -> Got<Members> {
        self.json(name).map(|value| Members::of(name, value)).transpose()
    }

    /// A list within, of at most `most` items.
    pub fn list(&mut self, name: &'static str, most: usize) -> Result<Vec<Value>, Failure> {
        match self.json(name) {
            None => Ok(Vec::new()),
            Some(Value::Array(items)) if items.len() <= most => Ok(items),
            Some(_) => Err(Failure::question(format!("{name}: must be a list of at most {most} items"))),
        }
    }

    /// A text of any length.
    pub fn text(&mut self, name: &'static str) -> Got<String> {
        match self.json(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(Failure::question(format!("{name}: must be a text"))),
        }
    }

    /// A short text.
    pub fn word(&mut self, name: &'static str) -> Got<String> {
        let word = self.text(name)?;
        match word {
            Some(word) if word.len() > MOST_WORD => {
                Err(Failure::too_long(format!("{name}: longer than {MOST_WORD} bytes")))
            }
            word => Ok(word),
        }
    }

    /// Short texts.
    pub fn words(&mut self, name: &'static str) -> Result<Vec<String>, Failure> {
        let items = self.list(name, MOST_WORDS)?.into_iter();
        items
            .map(|item| match item {
                Value::String(word) if word.len() <= MOST_WORD => Ok(word),
                _ => Err(Failure::question(format!("{name}: must be a list of short texts"))),
            })
            .collect()
    }

    /// A word that means something; `form` shows how it is written.
    pub fn parsed<T: FromStr>(&mut self, name: &'static str, form: &str) -> Got<T> {
        let wrong = || Failure::question(format!("{name}: must be like {form}"));
        self.word(name)?.map(|word| word.parse().map_err(|_ignored| wrong())).transpose()
    }

    /// A whole number.
    pub fn whole(&mut self, name: &'static str, range: RangeInclusive<i64>) -> Got<i64> {
        let (low, high) = (*range.start(), *range.end());
        let wrong = || Failure::question(format!("{name}: must be a whole number from {low} to {high}"));
        let Some(value) = self.json(name) else { return Ok(None) };
        // A page's numbers may come as 3.0.
        let number = value.as_i64().or_else(|| {
            let number = value.as_f64()?;
            (number.fract() == 0.0 && number.abs() < 9e15).then_some(number as i64)
        });
        number.filter(|number| range.contains(number)).map(Some).ok_or_else(wrong)
    }

    /// A moment: seconds since 1970, fractions left out.
    pub fn moment(&mut self, name: &'static str) -> Got<i64> {
        let Some(value) = self.json(name) else { return Ok(None) };
        let wrong = || Failure::question(format!("{name}: must be seconds since 1970"));
        let seconds = value.as_f64().map(f64::floor).filter(|s| s.abs() < 9e15).map(|s| s as i64);
        seconds.filter(|seconds| MOMENTS.contains(seconds)).map(Some).ok_or_else(wrong)
    }

    /// A number from 0 to `most`.
    pub fn number(&mut self, name: &'static str, most: f64) -> Got<f64> {
        let Some(value) = self.json(name) else { return Ok(None) };
        let wrong = || Failure::question(format!("{name}: must be a number from 0 to {most}"));
        value.as_f64().filter(|number| (0.0..=most).contains(number)).map(Some).ok_or_else(wrong)
    }

    /// A time in seconds.
    pub fn seconds(&mut self, name: &'static str, least: i64) -> Got<Ds> {
        Ok(self.whole(name, least..=MOST_SECONDS)?.map(|seconds| Ds(seconds as u32 * 10)))
    }

    /// Yes or no; no where it does not stand there.
    pub fn is(&mut self, name: &'static str) -> Result<bool, Failure> {
        match self.json(name) {
            None => Ok(false),
            Some(Value::Bool(is)) => Ok(is),
            Some(_) => Err(Failure::question(format!("{name}: must be true or false"))),
        }
    }

    /// `lat` and `lon`, both or none.
    pub fn lat_lon(&mut self) -> Got<Place> {
        let (lat, lon) = (self.json("lat"), self.json("lon"));
        if lat.is_none() && lon.is_none() {
            return Ok(None);
        }
        let degrees = |value: Option<Value>| value.and_then(|value| value.as_f64());
        let place = degrees(lat).zip(degrees(lon)).and_then(|(lat, lon)| Place::from_degrees(lat, lon));
        let wrong = || Failure::question(format!("{}: lat and lon must be degrees on Earth", self.name));
        place.map(Some).ok_or_else(wrong)
    }

    /// `{"lat", "lon"}`.
    pub fn place(&mut self, name: &'static str) -> Got<Place> {
        let Some(mut members) = self.object(name)? else { return Ok(None) };
        let place = members.lat_lon()?;
        members.done()?;
        place.map(Some).ok_or_else(|| Failure::question(format!("{name}: lat and lon are missing")))
    }

    /// `lang`.
    pub fn texts(&mut self) -> Result<&'static Texts, Failure> {
        let language: Option<Language> = self.parsed("lang", "en, ja, uk or ru")?;
        Ok(Texts::of(language.unwrap_or_default()))
    }

    /// That nothing is left over.
    pub fn done(self) -> Result<(), Failure> {
        match self.given.iter().find(|(_, value)| !value.is_null()) {
            None => Ok(()),
            Some((unknown, _)) => {
                let unknown = hinan_texts::plain(unknown, 40);
                Err(Failure::question(format!("{}: there is no member '{unknown}' here", self.name)))
            }
        }
    }
}

/// What has to stand there.
pub fn needed<T>(name: &str, got: Option<T>) -> Result<T, Failure> {
    got.ok_or_else(|| Failure::question(format!("{name}: is missing")))
}
