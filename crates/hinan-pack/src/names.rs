//! Texts as streams.

use crate::coder::{Bit, Coder, Sink, Source};
use crate::error::{PackError, damaged};
use crate::model::{Number, Symbol};
use crate::text::Text;

/// Packs bytes that are best foretold as text.
pub fn pack_bytes<S: Sink>(bytes: &[u8]) -> Vec<u8> {
    let (mut packer, mut text) = (S::default(), Text::new(bytes.len()));
    for &byte in bytes {
        text.code(&mut packer, byte);
    }
    packer.finish()
}

/// Unpacks `length` bytes.
///
/// # Errors
/// Where the stream ends before that.
pub fn unpack_bytes<'a, R: Source<'a>>(
    stream: &'a [u8],
    length: usize,
    what: &'static str,
) -> Result<Vec<u8>, PackError> {
    let (mut unpacker, mut text) = (R::open(stream), Text::new(length));
    let mut bytes = Vec::new();
    while bytes.len() < length {
        bytes.push(text.code(&mut unpacker, 0));
        if unpacker.is_overdrawn() {
            return Err(damaged(what, "it is cut off"));
        }
    }
    Ok(bytes)
}

/// How many of the last names are looked at.
const RECENT: usize = 13;

/// Names of ways: none, one of the last few, a new one that follows, or an older one.
///
/// # Errors
/// Where the stream is cut off or a name is no text.
pub fn names<C: Coder>(
    coder: &mut C,
    names: &mut [String],
    text: &mut Text,
    is_over: impl Fn(&C) -> bool,
) -> Result<(), PackError> {
    const WHAT: &str = "the names of streets";
    // 0: none, 1: new, 2: older, 3..: recent, the latest first.
    let mut choices = vec![Symbol::new(4); 16];
    let (mut numbers, mut before) = (Number::default(), 0_usize);
    let mut known: Vec<String> = Vec::new();
    let mut recent: Vec<u32> = Vec::with_capacity(RECENT + 1);
    let mut numbers_of: std::collections::BTreeMap<String, u32> = std::collections::BTreeMap::new();
    for name in names {
        let number = numbers_of.get(name.as_str()).copied();
        let choice = match number {
            _ if name.is_empty() => 0,
            None => 1,
            Some(number) => recent.iter().position(|&r| r == number).map_or(2, |at| at as u32 + 3),
        };
        let choice = choices[before].code(coder, choice);
        before = choice as usize;
        let number = match choice {
            0 => {
                name.clear();
                continue;
            }
            1 => {
                *name = one(coder, name, text, &is_over)?;
                numbers_of.insert(name.clone(), known.len() as u32);
                known.push(name.clone());
                known.len() as u32 - 1
            }
            2 => {
                let back = known.len() as u32 - number.unwrap_or(0);
                (known.len() as u32).wrapping_sub(numbers.code(coder, back))
            }
            at => recent.get(at as usize - 3).copied().ok_or(damaged(WHAT, "a name is missing"))?,
        };
        *name = known.get(number as usize).ok_or(damaged(WHAT, "a name is missing"))?.clone();
        recent.retain(|&known| known != number);
        recent.insert(0, number);
        recent.truncate(RECENT);
    }
    Ok(())
}

/// A text and the zero behind it.
pub fn one<C: Coder>(
    coder: &mut C,
    value: &str,
    text: &mut Text,
    is_over: &impl Fn(&C) -> bool,
) -> Result<String, PackError> {
    const WHAT: &str = "a name";
    let mut bytes = Vec::new();
    let mut given = value.bytes();
    loop {
        match text.code(coder, given.next().unwrap_or(0)) {
            0 => break,
            byte => bytes.push(byte),
        }
        if is_over(coder) {
            return Err(damaged(WHAT, "it is cut off"));
        }
    }
    String::from_utf8(bytes).map_err(|_not_text| damaged(WHAT, "it is no text"))
}

/// Ids have no more beginnings than this, else they are texts.
const HEADS: usize = 8;

/// Texts that end in a number, such as `way/123`, or anything else.
///
/// # Errors
/// As [`names`].
pub fn ids<C: Coder>(
    coder: &mut C,
    ids: &mut [String],
    text: &mut Text,
    is_over: impl Fn(&C) -> bool,
) -> Result<(), PackError> {
    const WHAT: &str = "the ids of doorsteps";
    let mut is_plain = Bit::default();
    let (mut is_same, mut which) = ([Bit::default(); HEADS], Symbol::new(3));
    let (mut lows, mut highs) = (Number::default(), Number::default());
    let mut is_back = Bit::default();
    // Beginnings and the last number behind each.
    let mut heads: Vec<(String, u64)> = Vec::new();
    let mut last = 0_usize;
    for id in ids {
        let (head, number) = split(id).unwrap_or_default();
        let known = heads.iter().position(|(known, _)| known == head);
        let at = known.or(Some(heads.len()).filter(|&new| new < HEADS)).filter(|_| split(id).is_some());
        if coder.bit(&mut is_plain, at.is_none()) {
            *id = one(coder, id, text, &is_over)?;
            continue;
        }
        let at = at.unwrap_or(0);
        let head_at = if coder.bit(&mut is_same[last], at != last) {
            which.code(coder, at as u32) as usize
        } else {
            last
        };
        if head_at >= heads.len() {
            heads.push((one(coder, head, text, &is_over)?, 0));
        }
        last = head_at.min(heads.len() - 1);
        let Some((head, before)) = heads.get_mut(last) else { return Err(damaged(WHAT, "an id is missing")) };
        let back = coder.bit(&mut is_back, number < *before);
        let off = number.abs_diff(*before);
        let low = lows.code(coder, off as u32);
        let high = highs.code(coder, (off >> 32) as u32);
        let off = u64::from(high) << 32 | u64::from(low);
        *before = if back { before.wrapping_sub(off) } else { before.wrapping_add(off) };
        *id = format!("{head}{before}");
    }
    Ok(())
}

/// A beginning and the number behind it, where that prints as it is written.
fn split(id: &str) -> Option<(&str, u64)> {
    let digits = id.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (head, tail) = id.split_at(id.len() - digits);
    let number: u64 = tail.parse().ok()?;
    let is_plain = tail == "0" || !tail.starts_with('0');
    is_plain.then_some((head, number))
}
