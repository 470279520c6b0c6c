//! Numbers as bits: models that learn which values are usual.

use crate::coder::{Bit, Coder};

/// Bits below the highest that are worth learning.
const LEARNT: u32 = 3;

/// Numbers of 32 bits, small ones more often than large ones: the number of bits, then the bits, the
/// highest of which are learnt and the others plain (as Elias' gamma code, with probabilities).
#[derive(Clone, Debug)]
pub struct Number {
    sizes: [Bit; 64],
    /// By number of bits, then by the learnt bits read so far behind a 1.
    tops: [[Bit; 1 << LEARNT]; 33],
}

impl Default for Number {
    fn default() -> Number {
        Number { sizes: [Bit::default(); 64], tops: [[Bit::default(); 1 << LEARNT]; 33] }
    }
}

impl Number {
    /// A number.
    pub fn code(&mut self, coder: &mut impl Coder, value: u32) -> u32 {
        coder.number(self, value)
    }

    /// Bit by bit.
    pub fn learnt(&mut self, coder: &mut impl Coder, value: u32) -> u32 {
        let size = tree(coder, &mut self.sizes, 6, u32::BITS - value.leading_zeros()).min(32);
        // The highest bit is a one.
        let rest = size.saturating_sub(1);
        let learnt = rest.min(LEARNT);
        let below = rest - learnt;
        let tops = &mut self.tops[size as usize];
        let top = value >> below & ((1 << learnt) - 1);
        let mut node = 1;
        for at in (0..learnt).rev() {
            let bit = coder.bit(&mut tops[node], top >> at & 1 == 1);
            node = node << 1 | usize::from(bit);
        }
        if size == 0 {
            return 0;
        }
        // `node` is a one with the learnt bits behind it.
        let high = (node as u32) << below;
        if below == 0 { high } else { high | coder.plain(value & ((1 << below) - 1), below) }
    }

    /// A number that may be negative.
    pub fn code_signed(&mut self, coder: &mut impl Coder, value: i32) -> i32 {
        unfold(self.code(coder, fold(value)))
    }
}

/// Signed as unsigned, small ones small: 0, -1, 1, -2, ...
pub fn fold(value: i32) -> u32 {
    (value << 1 ^ value >> 31) as u32
}

/// Back.
pub fn unfold(value: u32) -> i32 {
    (value >> 1) as i32 ^ -((value & 1) as i32)
}

/// A number of `bits` bits, the highest first, each learnt behind those before it. `nodes` has
/// `2^bits` places.
pub fn tree(coder: &mut impl Coder, nodes: &mut [Bit], bits: u32, value: u32) -> u32 {
    let mut node = 1_usize;
    for at in (0..bits).rev() {
        let bit = coder.bit(&mut nodes[node], value >> at & 1 == 1);
        node = node << 1 | usize::from(bit);
    }
    node as u32 - (1 << bits)
}

/// One of a few things, each as likely as it was so far.
#[derive(Clone, Debug)]
pub struct Symbol {
    bits: u32,
    nodes: Vec<Bit>,
}

impl Symbol {
    /// One of `2^bits` things.
    pub fn new(bits: u32) -> Symbol {
        Symbol { bits, nodes: vec![Bit::default(); 1 << bits] }
    }

    /// A number below `2^bits`.
    pub fn code(&mut self, coder: &mut impl Coder, value: u32) -> u32 {
        coder.symbol(self, value)
    }

    /// Bit by bit.
    pub fn learnt(&mut self, coder: &mut impl Coder, value: u32) -> u32 {
        tree(coder, &mut self.nodes, self.bits, value)
    }
}

impl Symbol {
    /// The largest number.
    pub fn mask(&self) -> u32 {
        (1 << self.bits) - 1
    }
}
