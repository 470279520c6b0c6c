//! The tables of [`crate::tables`] turned around, so that a tag is looked up by two small numbers.
//!
//! A block of a PBF file lists its strings once. Each string is looked up here once, and from then
//! on a tag costs one access to a small matrix and no comparison of text.

use std::sync::LazyLock;

use crate::tables::{self, DrawTag, NodeTag, WayTag};

/// What a string is as a key and as a value; 0 where the tables do not know it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Word {
    key: u8,
    value: u16,
}

/// The tables, indexed.
pub(crate) struct Words {
    /// Open addressing by [`hash`]; `u16::MAX`: free.
    slots: Vec<u16>,
    entries: Vec<(&'static str, Word)>,
    keys: usize,
    values: usize,
    way: Matrix<WayTag>,
    node: Matrix<NodeTag>,
    draw: Matrix<DrawTag>,
    object: Vec<bool>,
}

/// Effects by key and value.
struct Matrix<T> {
    cells: Vec<u8>,
    effects: Vec<T>,
}

const SLOTS: usize = 2048;
/// Longer strings are in no table.
const LONGEST: usize = 40;

static WORDS: LazyLock<Words> = LazyLock::new(Words::new);

/// The one index of the tables.
pub(crate) fn words() -> &'static Words {
    &WORDS
}

fn hash(text: &[u8]) -> usize {
    let mut state = 0xcbf2_9ce4_8422_2325_u64;
    for &byte in text {
        state = (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    (state ^ (state >> 29)) as usize % SLOTS
}

impl Words {
    fn new() -> Words {
        let way_rows = way_rows();
        let node_rows = node_rows();
        let object_rows = object_rows();
        let mut words = Words {
            slots: vec![u16::MAX; SLOTS],
            entries: Vec::new(),
            keys: 1,
            values: 1,
            way: Matrix { cells: Vec::new(), effects: Vec::new() },
            node: Matrix { cells: Vec::new(), effects: Vec::new() },
            draw: Matrix { cells: Vec::new(), effects: Vec::new() },
            object: Vec::new(),
        };
        let pairs = way_rows.iter().map(|r| (r.0, r.1));
        let pairs = pairs.chain(node_rows.iter().map(|r| (r.0, r.1))).chain(object_rows.iter().copied());
        let pairs = pairs.chain(tables::DRAWN.iter().map(|r| (r.0, r.1)));
        for (key, value) in pairs {
            words.add_key(key);
            words.add_value(value);
        }
        words.way = words.matrix(&way_rows);
        words.node = words.matrix(&node_rows);
        words.draw = words.matrix(tables::DRAWN);
        let flags: Vec<_> = object_rows.iter().map(|&(key, value)| (key, value, ())).collect();
        words.object = words.matrix(&flags).cells.iter().map(|&cell| cell != 0).collect();
        words
    }

    fn entry(&mut self, text: &'static str) -> &mut Word {
        let mut slot = hash(text.as_bytes());
        loop {
            let index = self.slots[slot] as usize;
            if index >= self.entries.len() {
                self.slots[slot] = self.entries.len() as u16;
                self.entries.push((text, Word::default()));
                let last = self.entries.len() - 1;
                return &mut self.entries[last].1;
            }
            if self.entries[index].0 == text {
                return &mut self.entries[index].1;
            }
            slot = (slot + 1) % SLOTS;
        }
    }

    fn add_key(&mut self, key: &'static str) {
        let next = self.keys;
        let word = self.entry(key);
        if word.key == 0 {
            word.key = next as u8;
            self.keys += 1;
        }
    }

    fn add_value(&mut self, value: &'static str) {
        let next = self.values;
        let word = self.entry(value);
        if value != "*" && word.value == 0 {
            word.value = next as u16;
            self.values += 1;
        }
    }

    /// Fills a matrix: rows of `*` first, so that the others overwrite them.
    fn matrix<T: Copy>(&self, rows: &[(&'static str, &'static str, T)]) -> Matrix<T> {
        let mut matrix = Matrix { cells: vec![0; self.keys * self.values], effects: Vec::new() };
        for any in [true, false] {
            for &(key, value, effect) in rows.iter().filter(|row| (row.1 == "*") == any) {
                matrix.effects.push(effect);
                let number = matrix.effects.len() as u8;
                let row = self.look_up(key.as_bytes()).key as usize * self.values;
                if any {
                    matrix.cells[row..row + self.values].fill(number);
                } else {
                    matrix.cells[row + self.look_up(value.as_bytes()).value as usize] = number;
                }
            }
        }
        matrix
    }

    /// What `text` is.
    pub(crate) fn look_up(&self, text: &[u8]) -> Word {
        // Names and numbers, most of what strings hold, go no further than their first letter.
        if text.len() > LONGEST
            || !text.first().is_some_and(|&b| b.is_ascii_lowercase() || b == b'-' || b == b'1')
        {
            return Word::default();
        }
        let mut slot = hash(text);
        loop {
            match self.entries.get(self.slots[slot] as usize) {
                None => return Word::default(),
                Some((known, word)) if known.as_bytes() == text => return *word,
                Some(_) => slot = (slot + 1) % SLOTS,
            }
        }
    }

    fn cell(&self, key: Word, value: Word) -> usize {
        key.key as usize * self.values + value.value as usize
    }

    /// What a tag says of a way.
    pub(crate) fn way(&self, key: Word, value: Word) -> Option<WayTag> {
        let number = self.way.cells[self.cell(key, value)] as usize;
        self.way.effects.get(number.wrapping_sub(1)).copied()
    }

    /// What a tag says of a node.
    pub(crate) fn node(&self, key: Word, value: Word) -> Option<NodeTag> {
        let number = self.node.cells[self.cell(key, value)] as usize;
        self.node.effects.get(number.wrapping_sub(1)).copied()
    }

    /// What a tag says of how something is drawn.
    pub(crate) fn draw(&self, key: Word, value: Word) -> Option<DrawTag> {
        let number = self.draw.cells[self.cell(key, value)] as usize;
        self.draw.effects.get(number.wrapping_sub(1)).copied()
    }

    /// Whether the caller is to be asked about elements with this tag.
    pub(crate) fn object(&self, key: Word, value: Word) -> bool {
        self.object[self.cell(key, value)]
    }
}

fn way_rows() -> Vec<(&'static str, &'static str, WayTag)> {
    let classes =
        tables::CLASSES.iter().zip(0_u8..).map(|(c, number)| (c.key, c.value, WayTag::Class(number)));
    classes
        .chain(tables::ACCESS.iter().map(|&(value, access)| ("access", value, WayTag::Access(access))))
        .chain(tables::ACCESS.iter().map(|&(value, access)| ("foot", value, WayTag::Foot(access))))
        .chain(
            tables::DWELLINGS
                .iter()
                .map(|&(value, dwelling)| ("building", value, WayTag::Building(dwelling))),
        )
        .chain(tables::WAY_TAGS.iter().copied())
        .collect()
}

fn node_rows() -> Vec<(&'static str, &'static str, NodeTag)> {
    let access = tables::ACCESS.iter().map(|&(value, access)| ("access", value, NodeTag::Access(access)));
    access
        .chain(tables::ACCESS.iter().map(|&(value, access)| ("foot", value, NodeTag::Foot(access))))
        .chain(tables::NODE_TAGS.iter().copied())
        .collect()
}

fn object_rows() -> Vec<(&'static str, &'static str)> {
    let keys = tables::OBJECT_KEYS.iter().map(|&key| (key, "*"));
    keys.chain(tables::OBJECT_TAGS.iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_is_found_again() {
        let words = words();
        assert!(words.keys < 256 && words.values < 1_000, "{} keys, {} values", words.keys, words.values);
        assert!(words.way.effects.len() < 256 && words.node.effects.len() < 256);
        assert!(words.draw.effects.len() < 256);
        for (key, value, effect) in way_rows() {
            let value = if value == "*" { "qwxz" } else { value };
            let found = words.way(words.look_up(key.as_bytes()), words.look_up(value.as_bytes()));
            assert_eq!(found, Some(effect), "{key}={value}");
        }
        for (key, value, effect) in node_rows() {
            let value = if value == "*" { "qwxz" } else { value };
            let found = words.node(words.look_up(key.as_bytes()), words.look_up(value.as_bytes()));
            assert_eq!(found, Some(effect), "{key}={value}");
        }
        for &(key, value, effect) in tables::DRAWN {
            let value = if value == "*" { "qwxz" } else { value };
            let found = words.draw(words.look_up(key.as_bytes()), words.look_up(value.as_bytes()));
            assert_eq!(found, Some(effect), "{key}={value}");
        }
        assert!(words.object(words.look_up(b"military"), words.look_up(b"anything")));
        assert!(!words.object(words.look_up(b"building"), words.look_up(b"yes")));
    }
}
