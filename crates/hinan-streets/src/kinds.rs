//! Kinds of segments: what a stretch of street costs each walker, one row a kind.

use std::collections::HashMap;

use hinan_model::Walker;
use hinan_model::network::KindPace;

use crate::facts::{Passage, Stairs, Walk};
use crate::tables::{self, CLASSES, Form, Wheels};

/// Everything about a segment that its cost depends on, besides length and slope.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    pub(crate) walk: Walk,
    /// Straight across a square.
    pub(crate) square: bool,
    /// Halves of what the nodes at its two ends cost, ds.
    pub(crate) extra_ds: u16,
    /// A node at one of its ends stops wheelchairs.
    pub(crate) no_wheels: bool,
    /// What those nodes are: bits of [`Passage`].
    pub(crate) what: u8,
}

impl Key {
    pub(crate) fn of(walk: Walk) -> Key {
        // Slope is told apart by segment, drawing as an area by way: neither makes a kind.
        Key { walk: Walk { off_ground: false, area: false, ..walk }, ..Key::default() }
    }

    /// The kind of a segment with one of its ends at a node that costs `passage`.
    pub(crate) fn through(mut self, passage: Passage) -> Key {
        self.extra_ds = self.extra_ds.saturating_add(passage.half_ds);
        self.no_wheels |= passage.no_wheels;
        self.what |= passage.what;
        self
    }

    /// The kind of the first segment of a way: it carries what the way costs as a whole.
    pub(crate) fn first_of_way(mut self) -> Key {
        if CLASSES.get(self.walk.class as usize).is_some_and(|c| c.form == Form::Elevator) {
            self.extra_ds = self.extra_ds.saturating_add(tables::ELEVATOR_DS);
            self.what |= Passage::ELEVATOR;
        }
        self
    }

    fn name(&self) -> String {
        let class = CLASSES.get(self.walk.class as usize).map_or("street", |c| match c.value {
            "*" => "street",
            value => value,
        });
        let mut name = if self.square { "square".to_owned() } else { class.replace('_', " ") };
        let signs = [
            (self.square && self.walk.stairs != Stairs::None, ", steps"),
            (!self.square && self.walk.stairs == Stairs::Up, ", up"),
            (!self.square && self.walk.stairs == Stairs::Down, ", down"),
            (self.walk.private, ", private"),
            (self.walk.forward != self.walk.backward, ", one way"),
            (self.walk.wheels == Wheels::Limited, ", limited for wheelchairs"),
            (self.walk.wheels == Wheels::No && self.walk.stairs == Stairs::None, ", not for wheelchairs"),
            (self.walk.wheels != Wheels::No && self.walk.stairs != Stairs::None, ", ramp"),
            (self.what & Passage::PRIVATE != 0, ", private gate"),
            (self.what & (Passage::GATE | Passage::PRIVATE) == Passage::GATE, ", gate"),
            (self.what & Passage::SIGNAL != 0, ", crossing lights"),
            (self.what & Passage::ELEVATOR != 0, ", lift"),
            (self.what & Passage::OBSTACLE != 0, ", obstacle for wheelchairs"),
        ];
        for (_, words) in signs.into_iter().filter(|(holds, _)| *holds) {
            name.push_str(words);
        }
        if self.extra_ds > 0 {
            name.push_str(&format!(", {} s more", self.extra_ds / 10));
        }
        name
    }

    fn pace(&self, walker: &Walker) -> KindPace {
        let by_wheels = !walker.uses_stairs();
        let limited = by_wheels && self.walk.wheels == Wheels::Limited;
        let shut = by_wheels && (self.walk.wheels == Wheels::No || self.no_wheels);
        let level = walker.pace_ms_per_m;
        let (up, down) = (walker.stairs_up_ms_per_m, walker.stairs_down_ms_per_m);
        let stairs = self.walk.stairs != Stairs::None && !by_wheels;
        let (forward, backward) = match self.walk.stairs {
            _ if !stairs => (level, level),
            Stairs::Up => (up, down),
            Stairs::Down => (down, up),
            Stairs::None | Stairs::Unknown => (up.max(down), up.max(down)),
        };
        let charged = |pace: u16, open: bool| {
            if shut || !open {
                return 0;
            }
            let private = if self.walk.private { tables::PRIVATE_FACTOR } else { 1 };
            let permille = if limited { tables::LIMITED_PERMILLE } else { 1000 };
            (u32::from(pace) * private * permille / 1000).min(u32::from(u16::MAX)) as u16
        };
        KindPace {
            forward_ms_per_m: charged(forward, self.walk.forward),
            backward_ms_per_m: charged(backward, self.walk.backward),
            extra_ds: self.extra_ds,
            flags: if stairs { KindPace::STAIRS } else { 0 },
        }
    }
}

/// The kinds met so far. Rows are in the order in which they were first asked for.
pub(crate) struct Kinds {
    walkers: Vec<Walker>,
    rows: HashMap<Key, u16>,
    last: Option<(Key, u16)>,
    paces: Vec<KindPace>,
    names: Vec<String>,
}

/// The columns of a finished table of kinds, as [`hinan_model::network::Measure::Physical`] wants
/// them.
pub(crate) struct KindTable {
    pub(crate) kinds: Vec<KindPace>,
    pub(crate) names: Vec<String>,
    pub(crate) walkers: Vec<Walker>,
}

impl Kinds {
    pub(crate) fn new() -> Kinds {
        Kinds {
            walkers: Walker::standard(),
            rows: HashMap::new(),
            last: None,
            paces: Vec::new(),
            names: Vec::new(),
        }
    }

    /// The row of `key`. The tables make some hundred rows at most; should they ever make more than
    /// a row number can hold, the last row stands for the rest.
    pub(crate) fn row(&mut self, key: Key) -> u16 {
        if let Some((last, row)) = self.last
            && last == key
        {
            return row;
        }
        let row = match self.rows.get(&key) {
            Some(&row) => row,
            None => self.add(key),
        };
        self.last = Some((key, row));
        row
    }

    fn add(&mut self, key: Key) -> u16 {
        let name = key.name();
        let paces: Vec<KindPace> = self.walkers.iter().map(|walker| key.pace(walker)).collect();
        let rows = self.paces.chunks_exact(self.walkers.len());
        let same = rows.zip(&self.names).position(|(row, known)| row == paces && *known == name);
        let row = same.unwrap_or(self.names.len()).min(usize::from(u16::MAX)) as u16;
        if same.is_none() && self.names.len() <= usize::from(u16::MAX) {
            self.paces.extend(paces);
            self.names.push(name);
        }
        self.rows.insert(key, row);
        row
    }

    pub(crate) fn finish(self) -> KindTable {
        KindTable { kinds: self.paces, names: self.names, walkers: self.walkers }
    }
}
