//! A slow and plain reader of Mapbox Vector Tiles, written from the specification 2.1 and strict where
//! that says "must".

use std::collections::BTreeMap;

/// Layers by name.
pub type Layers = BTreeMap<String, Vec<Feature>>;

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Text(String),
    Number(u64),
    Flag(bool),
}

#[derive(Clone, Debug)]
pub struct Feature {
    pub id: Option<u64>,
    pub attributes: BTreeMap<String, Value>,
    /// Points, lines or rings (not closed).
    pub parts: Vec<Vec<[i32; 2]>>,
}

impl Feature {
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.attributes.get(key) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    pub fn number(&self, key: &str) -> Option<u64> {
        match self.attributes.get(key) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        }
    }

    pub fn flag(&self, key: &str) -> bool {
        self.attributes.get(key) == Some(&Value::Flag(true))
    }
}

struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn varint(&mut self) -> u64 {
        let mut value = 0;
        for shift in (0..70).step_by(7) {
            let (&byte, rest) = self.0.split_first().expect("a number is cut off");
            self.0 = rest;
            value |= u64::from(byte & 127) << shift;
            if byte < 128 {
                return value;
            }
        }
        unreachable!("a number without end")
    }

    fn take(&mut self) -> &'a [u8] {
        let length = self.varint() as usize;
        let (taken, rest) = self.0.split_at(length);
        self.0 = rest;
        taken
    }
}

/// Fields: number, and either a number or bytes.
fn fields(bytes: &[u8]) -> Vec<(u64, Result<u64, &[u8]>)> {
    let (mut bytes, mut fields) = (Bytes(bytes), Vec::new());
    while !bytes.0.is_empty() {
        let key = bytes.varint();
        fields.push((
            key >> 3,
            match key & 7 {
                0 => Ok(bytes.varint()),
                2 => Err(bytes.take()),
                other => unreachable!("wire type {other}"),
            },
        ));
    }
    fields
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn packed(bytes: &[u8]) -> Vec<u64> {
    let (mut bytes, mut numbers) = (Bytes(bytes), Vec::new());
    while !bytes.0.is_empty() {
        numbers.push(bytes.varint());
    }
    numbers
}

pub fn decode(tile: &[u8]) -> Layers {
    let mut layers = Layers::new();
    for (field, content) in fields(tile) {
        assert_eq!(field, 3, "a tile has layers only");
        let (name, features) = layer(content.unwrap_err());
        assert!(layers.insert(name, features).is_none(), "two layers of one name");
    }
    layers
}

fn layer(bytes: &[u8]) -> (String, Vec<Feature>) {
    let (mut name, mut keys, mut values, mut features) = (String::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut version, mut extent) = (0, 0);
    for (field, content) in fields(bytes) {
        match (field, content) {
            (15, Ok(number)) => version = number,
            (5, Ok(number)) => extent = number,
            (1, Err(bytes)) => name = text(bytes),
            (2, Err(bytes)) => features.push(bytes),
            (3, Err(bytes)) => keys.push(text(bytes)),
            (4, Err(bytes)) => values.push(value(bytes)),
            other => unreachable!("{other:?}"),
        }
    }
    assert_eq!((version, extent), (2, 4096));
    assert!(!features.is_empty(), "a layer must have a feature");
    (name, features.into_iter().map(|bytes| feature(bytes, &keys, &values)).collect())
}

fn value(bytes: &[u8]) -> Value {
    let fields = fields(bytes);
    assert_eq!(fields.len(), 1, "a value is one");
    match fields[0] {
        (1, Err(bytes)) => Value::Text(text(bytes)),
        (5, Ok(number)) => Value::Number(number),
        (7, Ok(flag)) => Value::Flag(flag != 0),
        ref other => unreachable!("{other:?}"),
    }
}

fn feature(bytes: &[u8], keys: &[String], values: &[Value]) -> Feature {
    let (mut id, mut tags, mut kind, mut commands) = (None, Vec::new(), 0, Vec::new());
    for (field, content) in fields(bytes) {
        match (field, content) {
            (1, Ok(number)) => id = Some(number),
            (2, Err(bytes)) => tags = packed(bytes),
            (3, Ok(number)) => kind = number,
            (4, Err(bytes)) => commands = packed(bytes),
            other => unreachable!("{other:?}"),
        }
    }
    let pairs = tags.chunks_exact(2);
    let attributes = pairs.map(|pair| (keys[pair[0] as usize].clone(), values[pair[1] as usize].clone()));
    Feature { id, attributes: attributes.collect(), parts: parts(kind, &commands) }
}

fn parts(kind: u64, commands: &[u64]) -> Vec<Vec<[i32; 2]>> {
    let (mut parts, mut cursor): (Vec<Vec<[i32; 2]>>, [i32; 2]) = (Vec::new(), [0, 0]);
    let mut rest = commands.iter().copied();
    while let Some(command) = rest.next() {
        let (what, count) = (command & 7, command >> 3);
        if what == 7 {
            assert_eq!((kind, count), (3, 1));
            continue;
        }
        for _ in 0..count {
            for axis in &mut cursor {
                let raw = rest.next().expect("a step is cut off") as u32;
                *axis += (raw >> 1) as i32 ^ -((raw & 1) as i32);
            }
            match what {
                1 => parts.push(vec![cursor]),
                2 => {
                    let part = parts.last_mut().expect("a line begins with a move");
                    assert_ne!(part.last(), Some(&cursor), "a step of no length");
                    part.push(cursor);
                }
                other => unreachable!("command {other}"),
            }
        }
    }
    for (number, part) in parts.iter().enumerate() {
        assert!(part.len() >= kind as usize, "too short a part");
        if kind == 3 && number == 0 {
            let next = part.iter().cycle().skip(1);
            let cross = |(a, b): (&[i32; 2], &[i32; 2])| {
                i64::from(a[0]) * i64::from(b[1]) - i64::from(b[0]) * i64::from(a[1])
            };
            let twice: i64 = part.iter().zip(next).map(cross).sum();
            assert!(twice > 0, "the first ring must be an outline");
        }
    }
    assert!(!parts.is_empty(), "a feature must have a geometry");
    parts
}
