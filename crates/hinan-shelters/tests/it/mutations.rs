//! Real lists, broken in many ways: never a panic, every row accounted for, and never a point in the
//! sea without a word.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use hinan_earth::land;
use hinan_model::Shelter;
use hinan_model::shelter::EntranceAt;
use hinan_shelters::{ShelterList, read_bytes};
use serde_json::Value;

use crate::data::files_below;
use crate::lists::balanced;
use crate::real_data;

/// How many rows of a file are broken at a time: enough to hold every kind of row.
const ROWS: usize = 60;

/// Numbers that look random and are the same every time (Marsaglia's xorshift, 64 bits).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// A list cut down to some of its rows.
enum Piece {
    Table {
        header: Vec<String>,
        rows: Vec<Vec<String>>,
    },
    Elements(Vec<Value>),
    /// Neither: as it is.
    Text(String),
}

impl Piece {
    fn of(text: &str) -> Piece {
        let text = text.trim_start_matches('\u{feff}');
        match serde_json::from_str(text) {
            Ok(Value::Array(elements)) => {
                let step = (elements.len() / ROWS).max(1);
                return Piece::Elements(elements.into_iter().step_by(step).collect());
            }
            Ok(_) => return Piece::Text(text.to_owned()),
            Err(_) => {}
        }
        let records = records(text);
        if records.len() < 3 || records[0].len() < 3 {
            return Piece::Text(text.to_owned());
        }
        let step = (records.len() / ROWS).max(1);
        let rows = records[1..].iter().step_by(step).cloned().collect();
        Piece::Table { header: records[0].clone(), rows }
    }

    fn text(&self) -> String {
        match self {
            Piece::Table { header, rows } => {
                let line = |cells: &Vec<String>| {
                    let cells = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
                    cells.collect::<Vec<_>>().join(",") + "\n"
                };
                line(header) + &rows.iter().map(line).collect::<String>()
            }
            Piece::Elements(elements) => serde_json::to_string(elements).unwrap(),
            Piece::Text(text) => text.clone(),
        }
    }
}

/// The cells of a CSV file, read with nothing of the crate.
fn records(text: &str) -> Vec<Vec<String>> {
    let (mut records, mut cells, mut cell, mut inside) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if inside && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' => inside = !inside,
            ',' if !inside => cells.push(std::mem::take(&mut cell)),
            '\r' if !inside => {}
            '\n' if !inside => {
                cells.push(std::mem::take(&mut cell));
                records.push(std::mem::take(&mut cells));
            }
            c => cell.push(c),
        }
    }
    if !cells.is_empty() || !cell.is_empty() {
        cells.push(cell);
        records.push(cells);
    }
    records
}

/// Every list of the data, cut down.
fn pieces(data: &Path) -> Vec<(String, Piece)> {
    let mut pieces = Vec::new();
    for path in files_below(&data.join("shelters")) {
        let text = fs::read_to_string(&path).unwrap();
        pieces.push((path.display().to_string(), Piece::of(&text)));
    }
    for file in ["population/poa_hexgrid.csv", "population/sendai/shelters.csv"] {
        pieces.push((file.to_owned(), Piece::of(&fs::read_to_string(data.join(file)).unwrap())));
    }
    pieces
}

/// Reads bytes and holds what holds for all bytes.
#[track_caller]
fn check(bytes: &[u8]) -> Option<ShelterList> {
    let list = read_bytes(bytes, "list").ok()?;
    balanced(&list);
    for shelter in &list.shelters {
        let wet = shelter.entrances.iter().any(|entrance| match entrance.at {
            EntranceAt::Place(place) => land::is_sea(place),
            EntranceAt::Node(_) => false,
        });
        let told =
            |row| list.complaints.iter().any(|c| c.row == Some(row) && c.reason.contains("lies in the sea"));
        assert!(!wet || told(shelter.row), "{shelter:?}");
    }
    Some(list)
}

/// The shelters without where they stand in the file.
fn by_id(list: &ShelterList) -> BTreeMap<String, Shelter> {
    list.shelters.iter().map(|s| (s.id.clone(), Shelter { row: 0, ..s.clone() })).collect()
}

#[test]
fn flipped_and_cut_bytes() {
    let Some(data) = real_data() else { return };
    let mut dice = Dice(0x5EED_0001);
    for (_, piece) in pieces(&data) {
        let text = piece.text();
        check(text.as_bytes());
        for round in 0..60 {
            let mut bytes = text.clone().into_bytes();
            match round % 3 {
                0 => {
                    for _ in 0..=dice.below(12) {
                        let at = dice.below(bytes.len());
                        bytes[at] = dice.below(256) as u8;
                    }
                }
                // A digit that becomes another, where numbers stand: what a bad line makes of a place.
                1 => {
                    for _ in 0..=dice.below(40) {
                        let from = dice.below(bytes.len());
                        let digit = bytes[from..].iter().position(u8::is_ascii_digit);
                        digit.iter().for_each(|at| bytes[from + at] = b'0' + dice.below(10) as u8);
                    }
                }
                _ => {
                    let (from, to) = (dice.below(bytes.len()), dice.below(bytes.len()));
                    bytes.drain(from.min(to)..from.max(to));
                }
            }
            check(&bytes);
        }
    }
}

#[test]
fn shuffled_rows_and_columns_say_the_same() {
    let Some(data) = real_data() else { return };
    let mut dice = Dice(0x5EED_0002);
    for (name, piece) in pieces(&data) {
        let Some(plain) = check(piece.text().as_bytes()) else { continue };
        match piece {
            Piece::Table { header, mut rows } => {
                let mut order: Vec<usize> = (0..header.len()).collect();
                dice.shuffle(&mut order);
                let turn =
                    |cells: &Vec<String>| order.iter().filter_map(|&i| cells.get(i).cloned()).collect();
                let turned = Piece::Table { header: turn(&header), rows: rows.iter().map(turn).collect() };
                let turned = check(turned.text().as_bytes()).unwrap();
                let note = |s: Shelter| Shelter { note: None, ..s };
                let without =
                    |list| by_id(list).into_iter().map(|(id, s)| (id, note(s))).collect::<BTreeMap<_, _>>();
                assert_eq!(without(&turned), without(&plain), "{name}");
                dice.shuffle(&mut rows);
                let shuffled = check(Piece::Table { header, rows }.text().as_bytes()).unwrap();
                assert_eq!(by_id(&shuffled), by_id(&plain), "{name}");
            }
            Piece::Elements(mut elements) => {
                dice.shuffle(&mut elements);
                let shuffled = check(Piece::Elements(elements).text().as_bytes()).unwrap();
                assert_eq!(by_id(&shuffled), by_id(&plain), "{name}");
            }
            Piece::Text(_) => {}
        }
    }
}

#[test]
fn columns_in_the_place_of_others() {
    let Some(data) = real_data() else { return };
    for (name, piece) in pieces(&data) {
        let Piece::Table { header, rows } = &piece else { continue };
        let Some(plain) = check(piece.text().as_bytes()) else { continue };
        for (a, b) in (0..header.len()).flat_map(|a| (0..a).map(move |b| (a, b))) {
            let mut names = header.clone();
            names.swap(a, b);
            let mixed = Piece::Table { header: names, rows: rows.clone() };
            let Some(list) = check(mixed.text().as_bytes()) else { continue };
            assert_eq!(list.source.format, plain.source.format, "{name}: {} and {}", header[a], header[b]);
            // Latitude and longitude in each other's columns are noticed, whatever the country.
            let is = |at: usize, words: &[&str]| words.contains(&header[at].to_lowercase().as_str());
            let (lat, lon) = (["latitude", "lat", "緯度"], ["longitude", "lon", "経度", "經度"]);
            if (is(a, &lat) && is(b, &lon)) || (is(a, &lon) && is(b, &lat)) {
                let places = |list: &ShelterList| {
                    list.shelters.iter().map(|s| s.entrances.clone()).collect::<Vec<_>>()
                };
                assert_eq!(places(&list), places(&plain), "{name}");
            }
        }
    }
}

#[test]
fn pairs_of_files() {
    let Some(data) = real_data() else { return };
    let pieces = pieces(&data);
    let format = |text: &str| check(text.as_bytes()).map(|list| list.source.format);
    let known: Vec<_> = pieces.iter().map(|(_, piece)| (format(&piece.text()), piece)).collect();
    for (first, one) in &known {
        for (second, other) in known.iter().filter(|(second, _)| second != first) {
            let (Piece::Table { header, .. }, Piece::Table { header: theirs, rows }) = (one, other) else {
                continue;
            };
            // One file after the other: the first list, and none of the second.
            let both = check((one.text() + &other.text()).as_bytes());
            assert_eq!(
                both.as_ref().map(|list| &list.source.format),
                first.as_ref(),
                "{first:?} + {second:?}"
            );
            let alone = check(one.text().as_bytes()).unwrap();
            assert_eq!(both.unwrap().shelters, alone.shelters, "{first:?} + {second:?}");
            // The header of one over the rows of the other: not in silence. Two forms of Nanao have as
            // many columns and places in the same ones: there, what the header says is the truth.
            if header.len() == theirs.len()
                && header.iter().position(|h| h == "緯度") == theirs.iter().position(|h| h == "緯度")
            {
                continue;
            }
            let mixed = Piece::Table { header: header.clone(), rows: rows.clone() };
            if let Some(list) = check(mixed.text().as_bytes()) {
                assert_eq!(Some(&list.source.format), first.as_ref());
                assert!(!list.complaints.is_empty(), "{first:?} over {second:?}");
            }
        }
    }
}

#[test]
fn wrong_encodings() {
    let Some(data) = real_data() else { return };
    let encodings = [
        encoding_rs::SHIFT_JIS,
        encoding_rs::EUC_KR,
        encoding_rs::BIG5,
        encoding_rs::WINDOWS_1251,
        encoding_rs::WINDOWS_1252,
        encoding_rs::WINDOWS_1255,
    ];
    for (_, piece) in pieces(&data) {
        let text = piece.text();
        for encoding in encodings {
            // What an old program writes, and what one makes of it that reads it wrongly.
            let (old, ..) = encoding.encode(&text);
            check(&old);
            let (wrong, ..) = encoding.decode(text.as_bytes());
            check(wrong.as_bytes());
        }
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&utf16);
        check(&utf16[1..]);
    }
}
