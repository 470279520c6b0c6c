//! Bits that cost what they are worth: a binary range coder with adaptive probabilities.
//!
//! The coder is the one of LZMA (a 32-bit range, carries held back in the bytes before), after
//! G. N. N. Martin, *Range encoding* (1979); each probability is the mean of a quick and a slow
//! estimate. Everything above is written once for both directions against [`Coder`]: what goes in is
//! the value when packing and anything when unpacking, what comes out is the value.

use crate::model::{Number, Symbol};
use crate::text::Text;

/// Bits of a probability.
const BITS: u32 = 16;
/// Below this much range another byte is due.
const FULL: u32 = 1 << 24;
/// The quick estimate moves by 1/16 of what it is off, the slow one by 1/128; both by more while little
/// was seen.
const QUICK: u32 = 4;
const SLOW: u32 = 7;
/// At most so many zeros are left out at the end.
const LEFT_OUT: usize = 4;
/// No bit is so certain that the other could not be told.
const LEAST: u32 = 48;

/// How likely the next bit is a zero, learnt from those before.
#[derive(Clone, Copy, Debug)]
pub struct Bit {
    quick: u16,
    slow: u16,
    seen: u8,
}

impl Default for Bit {
    fn default() -> Bit {
        Bit { quick: 1 << 15, slow: 1 << 15, seen: 0 }
    }
}

impl Bit {
    /// The probability of a zero, of 2^16.
    pub fn zero(self) -> u32 {
        (u32::from(self.quick) + u32::from(self.slow)) >> 1
    }

    /// Learns from a bit.
    #[inline(always)]
    pub fn learn(&mut self, bit: bool) {
        // The mean of the first 2^n bits, then of the latest.
        let rate = (u32::from(self.seen) + 2).ilog2();
        let (quick, slow) = (rate.min(QUICK), rate.min(SLOW));
        self.seen += u8::from(self.seen < 1 << SLOW);
        if bit {
            self.quick -= self.quick >> quick;
            self.slow -= self.slow >> slow;
        } else {
            self.quick += (u16::MAX - self.quick) >> quick;
            self.slow += (u16::MAX - self.slow) >> slow;
        }
    }
}

/// Either direction: packs what it is given, or yields what was packed.
pub trait Coder: Sized {
    /// A bit whose chance of being zero is `zero` of 2^16.
    fn bit_with(&mut self, zero: u32, bit: bool) -> bool;

    /// `count` bits that nothing is known of, at most 32.
    fn plain(&mut self, value: u32, count: u32) -> u32;

    /// A number, by a model of its own.
    fn number(&mut self, model: &mut Number, value: u32) -> u32 {
        model.learnt(self, value)
    }

    /// One of a few things.
    fn symbol(&mut self, model: &mut Symbol, value: u32) -> u32 {
        model.learnt(self, value)
    }

    /// A byte of a text.
    fn byte(&mut self, model: &mut Text, value: u8) -> u8 {
        model.learnt(self, value)
    }

    /// A bit with a probability that learns.
    #[inline(always)]
    fn bit(&mut self, chance: &mut Bit, bit: bool) -> bool {
        let bit = self.bit_with(chance.zero(), bit);
        chance.learn(bit);
        bit
    }
}

/// What streams are packed into.
pub trait Sink: Coder + Default {
    /// The bytes.
    fn finish(self) -> Vec<u8>;
}

/// What streams are unpacked from.
pub trait Source<'a>: Coder {
    /// Unpacks `bytes`.
    fn open(bytes: &'a [u8]) -> Self;

    /// Whether more was read than there ever was: the bytes are cut off, or no packer made them.
    fn is_overdrawn(&self) -> bool;
}

fn share(range: u32, zero: u32) -> u32 {
    // Both halves stay above nothing: the range is at least 2^24 and the chance is held off its ends.
    (range >> BITS) * zero.clamp(LEAST, (1 << BITS) - LEAST)
}

/// Packs.
#[derive(Debug)]
pub struct Packer {
    low: u64,
    range: u32,
    /// The byte that a carry may still change, and how many 0xff follow it.
    held: Option<u8>,
    ones: usize,
    out: Vec<u8>,
}

impl Default for Packer {
    fn default() -> Packer {
        Packer { low: 0, range: u32::MAX, held: None, ones: 0, out: Vec::new() }
    }
}

impl Packer {
    fn shift(&mut self) {
        let carry = (self.low >> 32) as u8;
        let top = (self.low >> 24) as u8;
        if self.low < 0xff00_0000 || carry != 0 {
            if let Some(held) = self.held {
                self.out.push(held.wrapping_add(carry));
            }
            self.out.resize(self.out.len() + self.ones, 0xff_u8.wrapping_add(carry));
            (self.held, self.ones) = (Some(top), 0);
        } else {
            self.ones += 1;
        }
        self.low = self.low << 8 & 0xffff_ffff;
    }

    fn normalise(&mut self) {
        while self.range < FULL {
            self.range <<= 8;
            self.shift();
        }
    }
}

impl Sink for Packer {
    /// The bytes; the last zeros are left out, since a reader goes on with zeros.
    fn finish(mut self) -> Vec<u8> {
        // The value in the range with the most zeros at its end.
        let top = (self.low + u64::from(self.range) - 1) >> 24 << 24;
        if top >= self.low {
            self.low = top;
        }
        for _ in 0..5 {
            self.shift();
        }
        for _ in 0..LEFT_OUT {
            if self.out.last() == Some(&0) {
                self.out.pop();
            }
        }
        self.out
    }
}

impl Coder for Packer {
    fn bit_with(&mut self, zero: u32, bit: bool) -> bool {
        let share = share(self.range, zero);
        if bit {
            self.low += u64::from(share);
            self.range -= share;
        } else {
            self.range = share;
        }
        self.normalise();
        bit
    }

    fn plain(&mut self, value: u32, count: u32) -> u32 {
        for (below, bits) in pieces(count) {
            self.range >>= bits;
            self.low += u64::from(self.range) * u64::from(value >> below & ((1 << bits) - 1));
            self.normalise();
        }
        value
    }
}

/// Unpacks. Beyond the end of its bytes it reads zeros; whoever asked for so much is told by
/// [`Source::is_overdrawn`].
#[derive(Debug)]
pub struct Unpacker<'a> {
    bytes: &'a [u8],
    at: usize,
    range: u32,
    code: u32,
}

impl Unpacker<'_> {
    fn next(&mut self) {
        let byte = self.bytes.get(self.at).copied().unwrap_or(0);
        self.code = self.code << 8 | u32::from(byte);
        self.at += 1;
    }
}

impl<'a> Source<'a> for Unpacker<'a> {
    fn open(bytes: &'a [u8]) -> Unpacker<'a> {
        let mut unpacker = Unpacker { bytes, at: 0, range: u32::MAX, code: 0 };
        for _ in 0..4 {
            unpacker.next();
        }
        unpacker
    }

    fn is_overdrawn(&self) -> bool {
        self.at > self.bytes.len() + LEFT_OUT
    }
}

impl Coder for Unpacker<'_> {
    #[inline(always)]
    fn bit_with(&mut self, zero: u32, _: bool) -> bool {
        let share = share(self.range, zero);
        let bit = self.code >= share;
        if bit {
            self.code -= share;
            self.range -= share;
        } else {
            self.range = share;
        }
        while self.range < FULL {
            self.range <<= 8;
            self.next();
        }
        bit
    }

    #[inline]
    fn plain(&mut self, _: u32, count: u32) -> u32 {
        let mut value = 0;
        for (_, bits) in pieces(count) {
            self.range >>= bits;
            // Bytes that no packer made may point beyond the last share.
            let piece = (self.code / self.range).min((1 << bits) - 1);
            self.code -= piece * self.range;
            value = value << bits | piece;
            while self.range < FULL {
                self.range <<= 8;
                self.next();
            }
        }
        value
    }
}

/// Plain bits go in pieces of at most twelve, the highest first: how many bits lie below, how many there
/// are. The range has 24 bits at least.
fn pieces(count: u32) -> impl Iterator<Item = (u32, u32)> {
    const MOST: u32 = 12;
    let mut left = count;
    core::iter::from_fn(move || {
        let bits = left.min(MOST);
        left -= bits;
        (bits > 0).then_some((left, bits))
    })
}
