//! Vector tiles as bytes: the Mapbox Vector Tile format, version 2.1, as far as it is needed here.

use std::collections::BTreeMap;

/// A place within a tile, in units of the tile: x to the right, y down.
pub type Point = [i32; 2];

/// Units on each side of a tile.
pub const EXTENT: i32 = 4096;

/// The value of an attribute.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number.
    Number(u64),
    /// Yes or no.
    Flag(bool),
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

/// A layer in the making.
#[derive(Debug)]
pub struct Layer {
    name: &'static str,
    keys: Vec<&'static str>,
    values: BTreeMap<Value, u32>,
    features: Vec<u8>,
}

/// A geometry in the making: commands and steps as the format has them.
#[derive(Clone, Debug)]
pub struct Geometry {
    kind: u8,
    cursor: Point,
    commands: Vec<u32>,
}

const MOVE_TO: u32 = 1;
const LINE_TO: u32 = 2;
const CLOSE: u32 = 7;

impl Geometry {
    /// For [`Self::point`].
    pub fn points() -> Geometry {
        Geometry { kind: 1, cursor: [0, 0], commands: Vec::new() }
    }

    /// For [`Self::line`].
    pub fn lines() -> Geometry {
        Geometry { kind: 2, ..Geometry::points() }
    }

    /// For [`Self::ring`].
    pub fn rings() -> Geometry {
        Geometry { kind: 3, ..Geometry::points() }
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.commands.is_empty()
    }

    /// The one place of a feature.
    pub fn point(mut self, point: Point) -> Geometry {
        self.commands.push(1 << 3 | MOVE_TO);
        self.step(point);
        self
    }

    /// Adds a line. One of fewer than two places is none.
    pub fn line(&mut self, line: &[Point]) {
        let [first, rest @ ..] = line else { return };
        if rest.is_empty() {
            return;
        }
        self.commands.push(1 << 3 | MOVE_TO);
        self.step(*first);
        self.commands.push((rest.len() as u32) << 3 | LINE_TO);
        rest.iter().for_each(|&point| self.step(point));
    }

    /// Adds a ring, turned as its role asks for: an outline, or a hole in the outline before.
    pub fn ring(&mut self, ring: &[Point], is_hole: bool) {
        let is_outline = twice_area(ring) > 0;
        self.line_of(ring, is_outline == is_hole);
        self.commands.push(1 << 3 | CLOSE);
    }

    fn line_of(&mut self, ring: &[Point], backwards: bool) {
        if backwards {
            let turned: Vec<Point> = ring.iter().rev().copied().collect();
            self.line(&turned);
        } else {
            self.line(ring);
        }
    }

    fn step(&mut self, to: Point) {
        for (from, to) in self.cursor.iter().zip(to) {
            let step = to - from;
            self.commands.push((step << 1 ^ step >> 31) as u32);
        }
        self.cursor = to;
    }
}

/// Twice the area of a ring, positive where it runs as outlines of the format do: clockwise as seen
/// on the screen.
pub fn twice_area(ring: &[Point]) -> i64 {
    let next = ring.iter().cycle().skip(1);
    let cross = |a: &Point, b: &Point| i64::from(a[0]) * i64::from(b[1]) - i64::from(b[0]) * i64::from(a[1]);
    // Long outlines far beyond the tile may add up to more than a number holds on the way.
    let sum: i128 = ring.iter().zip(next).map(|(a, b)| i128::from(cross(a, b))).sum();
    sum.clamp(i128::from(i64::MIN / 2), i128::from(i64::MAX / 2)) as i64
}

impl Layer {
    /// An empty layer.
    pub fn new(name: &'static str) -> Layer {
        Layer { name, keys: Vec::new(), values: BTreeMap::new(), features: Vec::new() }
    }

    /// Adds a feature. One without a geometry is none.
    pub fn add(&mut self, id: Option<u64>, attributes: &[(&'static str, Value)], geometry: &Geometry) {
        if geometry.is_empty() {
            return;
        }
        let mut tags = Vec::with_capacity(attributes.len() * 2);
        for (key, value) in attributes {
            number(u64::from(self.key(key)), &mut tags);
            number(u64::from(self.value(value)), &mut tags);
        }
        let mut commands = Vec::with_capacity(geometry.commands.len() * 2);
        geometry.commands.iter().for_each(|&command| number(u64::from(command), &mut commands));
        let mut feature = Vec::with_capacity(tags.len() + commands.len() + 16);
        if let Some(id) = id {
            number_field(1, id, &mut feature);
        }
        if !tags.is_empty() {
            bytes_field(2, &tags, &mut feature);
        }
        number_field(3, u64::from(geometry.kind), &mut feature);
        bytes_field(4, &commands, &mut feature);
        bytes_field(2, &feature, &mut self.features);
    }

    fn key(&mut self, key: &'static str) -> u32 {
        let known = self.keys.iter().position(|known| *known == key);
        known.unwrap_or_else(|| {
            self.keys.push(key);
            self.keys.len() - 1
        }) as u32
    }

    fn value(&mut self, value: &Value) -> u32 {
        if let Some(&known) = self.values.get(value) {
            return known;
        }
        let number = self.values.len() as u32;
        self.values.insert(value.clone(), number);
        number
    }

    /// Adds the layer to a tile. A layer without features is none.
    pub fn write(self, tile: &mut Vec<u8>) {
        if self.features.is_empty() {
            return;
        }
        let mut layer = Vec::with_capacity(self.features.len() + 256);
        number_field(15, 2, &mut layer);
        bytes_field(1, self.name.as_bytes(), &mut layer);
        layer.extend_from_slice(&self.features);
        for key in &self.keys {
            bytes_field(3, key.as_bytes(), &mut layer);
        }
        let mut values: Vec<(u32, Value)> = self.values.into_iter().map(|(value, at)| (at, value)).collect();
        values.sort_unstable_by_key(|(at, _)| *at);
        for (_, value) in values {
            let mut bytes = Vec::new();
            match value {
                Value::Text(text) => bytes_field(1, text.as_bytes(), &mut bytes),
                Value::Number(value) => number_field(5, value, &mut bytes),
                Value::Flag(value) => number_field(7, u64::from(value), &mut bytes),
            }
            bytes_field(4, &bytes, &mut layer);
        }
        number_field(5, EXTENT as u64, &mut layer);
        bytes_field(3, &layer, tile);
    }
}

/// Seven bits a byte, the lowest first.
fn number(mut value: u64, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn number_field(field: u64, value: u64, out: &mut Vec<u8>) {
    number(field << 3, out);
    number(value, out);
}

fn bytes_field(field: u64, bytes: &[u8], out: &mut Vec<u8>) {
    number(field << 3 | 2, out);
    number(bytes.len() as u64, out);
    out.extend_from_slice(bytes);
}
