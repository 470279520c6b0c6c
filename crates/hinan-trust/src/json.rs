//! Strict JSON: one spelling less in which two receivers could read different things.
//!
//! What is refused although JSON allows it: a byte order mark, a key that comes twice in one object
//! (after its escapes are resolved), `null`, numbers that are not plain integers from 0 to
//! 2^53 - 1, and more than [`MAX_DEPTH`] objects and lists within each other. What passes
//! becomes a [`Value`], from which serde fills types that know their keys and refuse others. (The
//! reader of `serde_json` takes a list for an object whose keys are known; this one does not.)

use std::collections::BTreeSet;
use std::fmt::Display;

use serde::de::value::{MapDeserializer, SeqDeserializer, StringDeserializer};
use serde::de::{DeserializeOwned, Error as _, Expected, IntoDeserializer, Unexpected, Visitor};
use serde::{Deserializer, forward_to_deserialize_any};

/// How many objects and lists may be open at once.
pub const MAX_DEPTH: usize = 8;
/// Integers are below this, so that every reader in every language holds them exactly.
pub const MAX_INTEGER: u64 = 1 << 53;

/// What is wrong, and at which byte.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("byte {at}: {what}")]
pub struct JsonError {
    /// Counted from 0.
    pub at: usize,
    /// What is wrong there.
    pub what: &'static str,
}

/// Strict JSON that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `true` or `false`.
    Bool(bool),
    /// 0 to 2^53 - 1.
    Integer(u64),
    /// With its escapes resolved.
    Text(String),
    /// `[...]`.
    List(Vec<Value>),
    /// `{...}`, keys in the order of the text, each once.
    Object(Vec<(String, Value)>),
}

/// A key that is missing, unknown, or holds something else than wanted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ContentError(String);

/// Why [`read`] fails.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It is not strict JSON.
    #[error(transparent)]
    Json(#[from] JsonError),
    /// It is, and not what was wanted.
    #[error(transparent)]
    Content(#[from] ContentError),
}

/// Reads strict JSON into a type.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ReadError> {
    Ok(parse(bytes)?.fill()?)
}

/// Reads strict JSON.
pub fn parse(bytes: &[u8]) -> Result<Value, JsonError> {
    if let Err(error) = core::str::from_utf8(bytes) {
        return Err(JsonError { at: error.valid_up_to(), what: "not UTF-8" });
    }
    if bytes.starts_with(b"\xef\xbb\xbf") {
        return Err(JsonError { at: 0, what: "a byte order mark" });
    }
    let mut scanner = Scanner { bytes, at: 0 };
    let value = scanner.value(0)?;
    scanner.skip_space();
    if scanner.at < bytes.len() { scanner.fail("something after the end") } else { Ok(value) }
}

impl Value {
    /// The value of a key, where this is an object that has it.
    pub fn get(&self, key: &str) -> Option<&Value> {
        let Value::Object(entries) = self else { return None };
        entries.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Fills a type.
    pub fn fill<T: DeserializeOwned>(self) -> Result<T, ContentError> {
        T::deserialize(self)
    }

    /// Another thing than was asked for.
    fn is_not<T>(&self, wanted: &dyn Expected) -> Result<T, ContentError> {
        Err(ContentError::invalid_type(self.unexpected(), wanted))
    }

    fn unexpected(&self) -> Unexpected<'_> {
        match self {
            Value::Bool(value) => Unexpected::Bool(*value),
            Value::Integer(number) => Unexpected::Unsigned(*number),
            Value::Text(text) => Unexpected::Str(text),
            Value::List(_) => Unexpected::Seq,
            Value::Object(_) => Unexpected::Map,
        }
    }
}

impl serde::de::Error for ContentError {
    fn custom<T: Display>(message: T) -> Self {
        ContentError(message.to_string())
    }
}

impl IntoDeserializer<'_, ContentError> for Value {
    type Deserializer = Value;

    fn into_deserializer(self) -> Value {
        self
    }
}

impl<'de> Deserializer<'de> for Value {
    type Error = ContentError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ContentError> {
        match self {
            Value::Bool(value) => visitor.visit_bool(value),
            Value::Integer(number) => visitor.visit_u64(number),
            Value::Text(text) => visitor.visit_string(text),
            Value::List(_) => self.deserialize_seq(visitor),
            Value::Object(_) => self.deserialize_map(visitor),
        }
    }

    // What a type asks for is all that it is asked with: a phone downloads what stands here once for
    // every type.
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ContentError> {
        match self {
            Value::Bool(value) => visitor.visit_bool(value),
            _ => self.is_not(&visitor),
        }
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ContentError> {
        match self {
            Value::Integer(number) => visitor.visit_u64(number),
            _ => self.is_not(&visitor),
        }
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ContentError> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ContentError> {
        match self {
            Value::Text(text) => visitor.visit_string(text),
            _ => self.is_not(&visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ContentError> {
        self.deserialize_string(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ContentError> {
        self.deserialize_string(visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ContentError> {
        let Value::List(values) = self else { return self.is_not(&visitor) };
        let mut list = SeqDeserializer::new(values.into_iter());
        let filled = visitor.visit_seq(&mut list)?;
        list.end()?;
        Ok(filled)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ContentError> {
        let Value::Object(entries) = self else { return self.is_not(&visitor) };
        let mut object = MapDeserializer::new(entries.into_iter());
        let filled = visitor.visit_map(&mut object)?;
        object.end()?;
        Ok(filled)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _keys: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ContentError> {
        match self {
            Value::Object(_) => self.deserialize_map(visitor),
            _ => Err(ContentError::invalid_type(self.unexpected(), &format!("the object {name}").as_str())),
        }
    }

    /// There is no `null`: what is there is there.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ContentError> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ContentError> {
        visitor.visit_newtype_struct(self)
    }

    /// All enumerations are words.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ContentError> {
        match self {
            Value::Text(word) => {
                let word: StringDeserializer<ContentError> = word.into_deserializer();
                visitor.visit_enum(word)
            }
            _ => Err(ContentError::invalid_type(self.unexpected(), &"a word")),
        }
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u8 u16 u32 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct
        ignored_any
    }
}

struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Scanner<'_> {
    fn fail<T>(&self, what: &'static str) -> Result<T, JsonError> {
        Err(JsonError { at: self.at, what })
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Takes `byte` or fails.
    fn expect(&mut self, byte: u8, what: &'static str) -> Result<(), JsonError> {
        if self.peek() != Some(byte) {
            return self.fail(what);
        }
        self.at += 1;
        Ok(())
    }

    /// A value with `depth` objects and lists around it.
    fn value(&mut self, depth: usize) -> Result<Value, JsonError> {
        self.skip_space();
        match self.peek() {
            Some(b'{' | b'[') if depth == MAX_DEPTH => self.fail("nested too deep"),
            Some(b'{') => self.object(depth + 1),
            Some(b'[') => self.list(depth + 1),
            Some(b'"') => self.text().map(Value::Text),
            Some(b'0'..=b'9') => self.integer().map(Value::Integer),
            Some(b'-') => self.fail("a negative number"),
            Some(b't') => self.word(b"true", true),
            Some(b'f') => self.word(b"false", false),
            Some(b'n') => self.fail("null"),
            _ => self.fail("no value"),
        }
    }

    fn word(&mut self, word: &'static [u8], value: bool) -> Result<Value, JsonError> {
        if !self.bytes[self.at..].starts_with(word) {
            return self.fail("no value");
        }
        self.at += word.len();
        Ok(Value::Bool(value))
    }

    fn object(&mut self, depth: usize) -> Result<Value, JsonError> {
        let (mut keys, mut entries) = (BTreeSet::new(), Vec::new());
        self.at += 1;
        self.skip_space();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Value::Object(entries));
        }
        loop {
            self.skip_space();
            let start = self.at;
            if self.peek() != Some(b'"') {
                return self.fail("no key");
            }
            let key = self.text()?;
            if !keys.insert(key.clone()) {
                return Err(JsonError { at: start, what: "a key that is there already" });
            }
            self.skip_space();
            self.expect(b':', "no colon after a key")?;
            entries.push((key, self.value(depth)?));
            self.skip_space();
            if self.peek() != Some(b',') {
                self.expect(b'}', "neither a comma nor the end of an object")?;
                return Ok(Value::Object(entries));
            }
            self.at += 1;
        }
    }

    fn list(&mut self, depth: usize) -> Result<Value, JsonError> {
        let mut values = Vec::new();
        self.at += 1;
        self.skip_space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Value::List(values));
        }
        loop {
            values.push(self.value(depth)?);
            self.skip_space();
            if self.peek() != Some(b',') {
                self.expect(b']', "neither a comma nor the end of a list")?;
                return Ok(Value::List(values));
            }
            self.at += 1;
        }
    }

    fn integer(&mut self) -> Result<u64, JsonError> {
        let start = self.at;
        let mut number: u64 = 0;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            if self.at > start && self.bytes[start] == b'0' {
                return self.fail("a number that begins with 0");
            }
            number = number * 10 + u64::from(digit - b'0');
            if number >= MAX_INTEGER {
                return self.fail("a number of 2^53 or more");
            }
            self.at += 1;
        }
        if matches!(self.peek(), Some(b'.' | b'e' | b'E')) {
            return self.fail("a number with a point or exponent");
        }
        Ok(number)
    }

    /// A text between quotation marks, with its escapes resolved.
    fn text(&mut self) -> Result<String, JsonError> {
        self.at += 1;
        let mut text = Vec::new();
        loop {
            match self.peek() {
                None => return self.fail("a text without an end"),
                Some(b'"') => break,
                Some(b'\\') => {
                    let mut buffer = [0; 4];
                    text.extend_from_slice(self.escape()?.encode_utf8(&mut buffer).as_bytes());
                }
                Some(0..0x20) => return self.fail("a control character"),
                Some(byte) => {
                    text.push(byte);
                    self.at += 1;
                }
            }
        }
        self.at += 1;
        String::from_utf8(text).or_else(|_| self.fail("not UTF-8"))
    }

    fn escape(&mut self) -> Result<char, JsonError> {
        let letter = self.bytes.get(self.at + 1).copied();
        let plain = match letter {
            Some(b'u') => return self.unicode(),
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            _ => return self.fail("an escape that JSON does not know"),
        };
        self.at += 2;
        Ok(plain)
    }

    /// `\uXXXX`, or two of them for one character; a half of a pair alone is refused.
    fn unicode(&mut self) -> Result<char, JsonError> {
        let first = self.four_digits()?;
        let code = if (0xd800..0xdc00).contains(&first) {
            if !self.bytes[self.at..].starts_with(b"\\u") {
                return self.fail("half of a pair of escapes");
            }
            match self.four_digits()? {
                second @ 0xdc00..0xe000 => 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00),
                _ => return self.fail("half of a pair of escapes"),
            }
        } else {
            first
        };
        char::from_u32(code).map_or_else(|| self.fail("half of a pair of escapes"), Ok)
    }

    fn four_digits(&mut self) -> Result<u32, JsonError> {
        let digits = self.bytes.get(self.at + 2..self.at + 6);
        let digits = digits.filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        let code = digits
            .and_then(|digits| core::str::from_utf8(digits).ok())
            .and_then(|digits| u32::from_str_radix(digits, 16).ok());
        match code {
            Some(code) => {
                self.at += 6;
                Ok(code)
            }
            None => self.fail("an escape without its four digits"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_plain_passes() {
        for text in [
            "{}",
            " { \"a\" : [ 1 , 0 , 9007199254740991 , true , false , \"\" ] } ",
            "\"\\u00e4\\ud83d\\ude00\\n\"",
            "[[[[[[[[]]]]]]]]",
            "{\"a\":{\"a\":1}}",
        ] {
            let ours: serde_json::Value = read(text.as_bytes()).unwrap();
            assert_eq!(ours, serde_json::from_str::<serde_json::Value>(text).unwrap(), "{text}");
        }
    }

    #[test]
    fn what_two_readers_could_read_differently_is_refused() {
        for (text, at, what) in [
            ("\u{feff}{}", 0, "a byte order mark"),
            ("{\"a\":1,\"a\":1}", 7, "a key that is there already"),
            ("{\"a\":1,\"\\u0061\":1}", 7, "a key that is there already"),
            ("[1.0]", 2, "a number with a point or exponent"),
            ("[1e3]", 2, "a number with a point or exponent"),
            ("[01]", 2, "a number that begins with 0"),
            ("[-1]", 1, "a negative number"),
            ("[9007199254740992]", 16, "a number of 2^53 or more"),
            ("[null]", 1, "null"),
            ("[[[[[[[[[]]]]]]]]]", 8, "nested too deep"),
            ("{} {}", 3, "something after the end"),
            ("{\"a\":1,}", 7, "no key"),
            ("[1,]", 3, "no value"),
            ("\"\\ud83d\"", 7, "half of a pair of escapes"),
            ("\"\\ude00\"", 7, "half of a pair of escapes"),
            ("\"\n\"", 1, "a control character"),
            ("\"\\x\"", 1, "an escape that JSON does not know"),
            ("\"a", 2, "a text without an end"),
            ("", 0, "no value"),
            ("{'a':1}", 1, "no key"),
            ("NaN", 0, "no value"),
            ("tru", 0, "no value"),
            ("{\"a\" 1}", 5, "no colon after a key"),
        ] {
            assert_eq!(parse(text.as_bytes()), Err(JsonError { at, what }), "{text}");
        }
        assert_eq!(parse(b"\"\xff\""), Err(JsonError { at: 1, what: "not UTF-8" }));
    }

    #[test]
    fn an_object_with_known_keys_is_no_list() {
        #[derive(Debug, PartialEq, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Pair {
            a: u64,
            b: Option<String>,
        }
        let filled = |text: &str| read::<Pair>(text.as_bytes()).ok();
        assert_eq!(filled("{\"b\":\"x\",\"a\":1}"), Some(Pair { a: 1, b: Some("x".to_owned()) }));
        assert_eq!(filled("{\"a\":1}"), Some(Pair { a: 1, b: None }));
        for text in ["[1,\"x\"]", "{\"a\":1,\"c\":1}", "{}", "{\"a\":\"1\"}", "{\"a\":true}", "1"] {
            assert_eq!(filled(text), None, "{text}");
        }
    }
}
