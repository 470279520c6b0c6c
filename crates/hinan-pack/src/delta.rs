//! Differences between packs: what a phone that holds one pack fetches to make the next, byte for byte.
//!
//! Both packs are written out flat ([`crate::flat`]); the difference says which pieces of the new one are
//! copied from the old one and holds the rest, packed. Pieces are found by their first bytes, as in
//! A. Tridgell, *Efficient Algorithms for Sorting and Synchronization* (1999), but at every place of the
//! new one and with one look-up each.
//!
//! ```text
//! 0   8 B   "HINANDIF"
//! 8   u32   version of the format
//! 12  u32   CRC-32 of the old pack, flat
//! 16  u32   CRC-32 of the new one
//! 20  3 x   length of each flat file of the new one, as numbers of seven bits a byte; then those of the
//!           moves and of the rest, and of each as it is packed
//! ...       the moves, packed; the rest, packed
//! end u32   CRC-32 of all that
//! ```

use std::collections::HashMap;

use crate::coder::{Packer, Unpacker};
use crate::drawn::{read_number, write_number};
use crate::error::{PackError, damaged};
use crate::files::{FORMAT, Files, Limits, Parts, pack, unpack};
use crate::flat::{FlatIn, FlatOut};
use crate::model::{fold, unfold};
use crate::names::{pack_bytes, unpack_bytes};

const MAGIC: &[u8; 8] = b"HINANDIF";
const WHAT: &str = "the difference";
/// Pieces shorter than this are not worth a move.
const PIECE: usize = 16;
/// A difference grows by no more than this for each of its bytes, and what it copies is there already.
const MOST_A_BYTE: u64 = 4096;

/// The difference from one pack to another. The same packs give the same bytes.
///
/// # Errors
/// Where one of the two cannot be read.
pub fn delta(old: &Parts, new: &Parts) -> Result<Vec<u8>, PackError> {
    let limits = Limits { nodes: u64::from(u32::MAX), text: u64::from(u32::MAX) };
    let (old, new) = (flat(old, &limits)?, flat(new, &limits)?);
    let (old_all, new_all) = (joined(&old), joined(&new));
    let (moves, rest) = moves(&old_all, &new_all);
    let (packed_moves, packed_rest) = (pack_bytes::<Packer>(&moves), pack_bytes::<Packer>(&rest));
    let mut file = MAGIC.to_vec();
    for number in [FORMAT, crc32fast::hash(&old_all), crc32fast::hash(&new_all)] {
        file.extend_from_slice(&number.to_le_bytes());
    }
    let lengths = [&new.city, &new.map, &new.search, &moves, &rest, &packed_moves, &packed_rest];
    lengths.iter().for_each(|part| write_number(part.len() as u64, &mut file));
    file.extend_from_slice(&packed_moves);
    file.extend_from_slice(&packed_rest);
    let crc = crc32fast::hash(&file);
    file.extend_from_slice(&crc.to_le_bytes());
    Ok(file)
}

/// The files of the new pack, made from those of the old one and the difference. They are the very ones
/// that the new manifest names; whoever keeps them checks that.
///
/// # Errors
/// Where the difference is damaged, is from another pack, or asks for more than `limits` allow.
pub fn apply(old: &Parts, delta: &[u8], limits: &Limits) -> Result<Files, PackError> {
    let difference = Difference::open(delta, limits)?;
    let old_all = joined(&flat(old, limits)?);
    if crc32fast::hash(&old_all) != difference.from {
        return Err(PackError::Mixed { what: "the difference" });
    }
    let new_all = difference.follow(&old_all)?;
    if crc32fast::hash(&new_all) != difference.to {
        return Err(damaged(WHAT, "it does not give what it should"));
    }
    let [city, map, _] = difference.lengths;
    let (city, others) = new_all.split_at_checked(city).ok_or(damaged(WHAT, "it is cut off"))?;
    let (map, search) = others.split_at_checked(map).ok_or(damaged(WHAT, "it is cut off"))?;
    let parts = Parts { city, map: Some(map), search: Some(search) };
    pack::<Packer>(&mut unpack::<FlatIn>(&parts, limits)?)
}

fn flat(parts: &Parts, limits: &Limits) -> Result<Files, PackError> {
    pack::<FlatOut>(&mut unpack::<Unpacker>(parts, limits)?)
}

fn joined(files: &Files) -> Vec<u8> {
    [files.city.as_slice(), &files.map, &files.search].concat()
}

/// What is copied, as numbers (how many new bytes first, how far from the end of the last copy, how
/// many), and the new bytes.
fn moves(old: &[u8], new: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let key = |bytes: &[u8], at: usize| {
        bytes.get(at..at + PIECE).and_then(|piece| piece.first_chunk::<PIECE>()).copied()
    };
    let mut places: HashMap<[u8; PIECE], u32> = HashMap::with_capacity(old.len() / PIECE + 1);
    for at in (0..old.len().saturating_sub(PIECE - 1)).step_by(PIECE) {
        if let Some(key) = key(old, at) {
            places.entry(key).or_insert(at as u32);
        }
    }
    let (mut moves, mut rest) = (Vec::new(), Vec::new());
    let (mut done, mut at, mut expected) = (0, 0, 0_usize);
    while at + PIECE <= new.len() {
        // Where the last copy ended and something was changed, the old goes on as before.
        let goes_on = expected + (at - done);
        let found = match (key(new, at), key(old, goes_on)) {
            (new, old) if new == old => Some(goes_on),
            (Some(key), _) => places.get(&key).map(|&from| from as usize),
            (None, _) => None,
        };
        let Some(mut from) = found else {
            at += 1;
            continue;
        };
        while at > done && from > 0 && old[from - 1] == new[at - 1] {
            (at, from) = (at - 1, from - 1);
        }
        let length = old[from..].iter().zip(&new[at..]).take_while(|(old, new)| old == new).count();
        write_number((at - done) as u64, &mut moves);
        write_number(u64::from(fold(from.wrapping_sub(expected) as i32)), &mut moves);
        write_number(length as u64, &mut moves);
        rest.extend_from_slice(&new[done..at]);
        (done, at, expected) = (at + length, at + length, from + length);
    }
    rest.extend_from_slice(&new[done..]);
    (moves, rest)
}

/// A difference, taken apart.
struct Difference {
    from: u32,
    to: u32,
    lengths: [usize; 3],
    moves: Vec<u8>,
    rest: Vec<u8>,
}

impl Difference {
    fn open(file: &[u8], limits: &Limits) -> Result<Difference, PackError> {
        let cut_off = || damaged(WHAT, "it is cut off");
        if !file.starts_with(MAGIC) {
            return Err(PackError::NotAPack);
        }
        let (body, crc) = file.split_last_chunk::<4>().ok_or_else(cut_off)?;
        let (head, mut body_rest) = body.split_at_checked(20).ok_or_else(cut_off)?;
        let number =
            |at: usize| head.get(at..at + 4).map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]));
        if number(8) != FORMAT {
            return Err(PackError::Format(number(8)));
        }
        if crc32fast::hash(body) != u32::from_le_bytes(*crc) {
            return Err(damaged(WHAT, "its checksum is wrong; was it fetched whole?"));
        }
        let mut lengths = [0_usize; 7];
        for length in &mut lengths {
            let asked = read_number(&mut body_rest).ok_or_else(cut_off)?;
            if asked > limits.text {
                return Err(PackError::TooLarge { what: "bytes of a difference", asked, most: limits.text });
            }
            *length = asked as usize;
        }
        let [city, map, search, moves, rest, packed_moves, packed_rest] = lengths;
        if (moves + rest) as u64 > 1024 + file.len() as u64 * MOST_A_BYTE {
            return Err(damaged(WHAT, "it asks for more than can be in it"));
        }
        let (moves_stream, others) = body_rest.split_at_checked(packed_moves).ok_or_else(cut_off)?;
        if others.len() != packed_rest {
            return Err(cut_off());
        }
        Ok(Difference {
            from: number(12),
            to: number(16),
            lengths: [city, map, search],
            moves: unpack_bytes::<Unpacker>(moves_stream, moves, WHAT)?,
            rest: unpack_bytes::<Unpacker>(others, rest, WHAT)?,
        })
    }

    /// The new bytes.
    fn follow(&self, old: &[u8]) -> Result<Vec<u8>, PackError> {
        let wrong = || damaged(WHAT, "it copies what is not there");
        let whole: usize = self.lengths.iter().sum();
        let (mut moves, mut rest) = (self.moves.as_slice(), self.rest.as_slice());
        let (mut new, mut expected) = (Vec::new(), 0_usize);
        while !moves.is_empty() {
            let mut number = || read_number(&mut moves).and_then(|number| usize::try_from(number).ok());
            let (fresh, step, length) =
                number().zip(number()).zip(number()).map(|((a, b), c)| (a, b, c)).ok_or_else(wrong)?;
            let (written, others) = rest.split_at_checked(fresh).ok_or_else(wrong)?;
            rest = others;
            new.extend_from_slice(written);
            let step = unfold(u32::try_from(step).ok().ok_or_else(wrong)?);
            let from = expected.checked_add_signed(step as isize).ok_or_else(wrong)?;
            let end = from.checked_add(length).ok_or_else(wrong)?;
            let copied = old.get(from..end).ok_or_else(wrong)?;
            // No move is for nothing, so that few bytes cannot ask for many copies.
            if new.len() + copied.len() > whole {
                return Err(wrong());
            }
            new.extend_from_slice(copied);
            expected = end;
        }
        new.extend_from_slice(rest);
        if new.len() == whole { Ok(new) } else { Err(wrong()) }
    }
}
