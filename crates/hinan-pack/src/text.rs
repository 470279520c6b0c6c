//! Texts as bits: what comes next is foretold from the last bytes, by several guesses that are mixed.
//!
//! Each guess knows how often a one came after the same last few bytes (and the same beginning of the
//! byte); the guesses are mixed as logarithms of odds by weights that learn (M. Mahoney, *Adaptive
//! weighing of context models for lossless data compression*, 2005). All in integers: the one table is
//! rounded from an exact-to-the-last-bit function of `libm`, the other read backwards out of it, so that every
//! machine computes the same.

use crate::coder::Coder;

/// How many last bytes each guess looks at; the last one looks at the word.
const ORDERS: [u32; 4] = [1, 2, 3, 5];
const GUESSES: usize = ORDERS.len() + 1;
/// The nodes of four bits, with one to spare.
const ROW: usize = 16;
/// Odds are kept in 1/256 of a natural logarithm, from -8 to 8.
const ODDS: i32 = 2048;
/// A guess is 12 bits of chance above 4 bits of how often it was tested.
const UNSEEN: u16 = 1 << 15;
/// A guess that was tested often still moves by 1/16.
const TESTED: u16 = 14;

/// Foretells bytes.
#[derive(Debug)]
pub struct Text {
    guesses: Vec<u16>,
    /// Rows a guess, less one: a mask.
    mask: u32,
    /// By the beginning of the byte.
    weights: Vec<[i32; GUESSES]>,
    last: u64,
    word: u32,
    tables: Tables,
}

#[derive(Debug)]
struct Tables {
    /// Of a chance of 12 bits.
    odds: Vec<i16>,
    /// Of 16 bits, of odds.
    chance: Vec<u16>,
}

impl Tables {
    fn new() -> Tables {
        let chance = |odds: i32| libm::round(65536.0 / (1.0 + libm::exp(-f64::from(odds) / 256.0))) as u16;
        let chance: Vec<u16> = (-ODDS..ODDS).map(chance).collect();
        // Backwards: the least odds whose chance reaches the middle of each of the 4096.
        let mut least = 0;
        let odds = (0..4096_u16).map(|middle| {
            while least + 1 < chance.len() && chance[least] < middle << 4 | 8 {
                least += 1;
            }
            least as i16 - ODDS as i16
        });
        Tables { odds: odds.collect(), chance }
    }
}

impl Text {
    /// For texts of about `length` bytes in all.
    pub fn new(length: usize) -> Text {
        let rows = length.next_power_of_two().clamp(1 << 9, 1 << 14);
        Text {
            guesses: vec![UNSEEN; rows * ROW * GUESSES],
            mask: rows as u32 - 1,
            weights: vec![[20_000; GUESSES]; 256],
            last: 0,
            word: 0,
            tables: Tables::new(),
        }
    }

    /// A byte.
    pub fn code(&mut self, coder: &mut impl Coder, byte: u8) -> u8 {
        coder.byte(self, byte)
    }

    /// Bit by bit.
    pub fn learnt(&mut self, coder: &mut impl Coder, byte: u8) -> u8 {
        let contexts = self.contexts();
        let high = self.half(coder, &contexts, 1, byte >> 4);
        let low = self.half(coder, &contexts, 16 | u32::from(high), byte & 15);
        let byte = high << 4 | low;
        self.last = self.last << 8 | u64::from(byte);
        self.word = if byte.is_ascii_alphanumeric() || byte >= 0x80 {
            (self.word ^ u32::from(byte)).wrapping_mul(0x9E37_79B1)
        } else {
            0
        };
        byte
    }

    fn contexts(&self) -> [u32; GUESSES] {
        let mut contexts = [0; GUESSES];
        for (context, order) in contexts.iter_mut().zip(ORDERS) {
            let bytes = self.last & ((1 << (8 * order)) - 1);
            *context = (bytes.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as u32 ^ order;
        }
        let before = (self.last & 0xff) as u32;
        contexts[GUESSES - 1] = self.word.wrapping_add(before).wrapping_mul(0x85EB_CA6B);
        contexts
    }

    /// Four bits behind `start`, a one and the bits of the byte before them. Each guess has them in one
    /// row, since a look at memory costs more than all the arithmetic.
    fn half(&mut self, coder: &mut impl Coder, contexts: &[u32; GUESSES], start: u32, bits: u8) -> u8 {
        let rows = core::array::from_fn(|guess| {
            let hash =
                contexts[guess].wrapping_add(start.wrapping_mul(0x0100_0193)).wrapping_mul(0x2545_F491);
            (((hash >> 13) & self.mask) as usize * GUESSES + guess) * ROW
        });
        let mut node = 1_usize;
        for at in (0..4).rev() {
            let within = (start as usize) << (3 - at) | (node ^ 1 << (3 - at));
            let bit = self.bit(coder, &rows, node, within & 255, bits >> at & 1 == 1);
            node = node << 1 | usize::from(bit);
        }
        node as u8 & 15
    }

    #[inline(always)]
    fn bit(
        &mut self,
        coder: &mut impl Coder,
        rows: &[usize; GUESSES],
        node: usize,
        within: usize,
        bit: bool,
    ) -> bool {
        let mut odds = [0_i32; GUESSES];
        let weights = &mut self.weights[within];
        let mut sum = 0_i64;
        for guess in 0..GUESSES {
            odds[guess] = i32::from(self.tables.odds[(self.guesses[rows[guess] + node] >> 4) as usize]);
            sum += i64::from(odds[guess]) * i64::from(weights[guess]);
        }
        let mixed = ((sum >> 16) as i32).clamp(1 - ODDS, ODDS - 1);
        let one = u32::from(self.tables.chance[(mixed + ODDS) as usize]);
        let bit = coder.bit_with((1 << 16) - one, bit);
        let off = (i32::from(bit) << 16) - one as i32;
        for guess in 0..GUESSES {
            weights[guess] += (odds[guess] * (off >> 4) + (1 << 11)) >> 12;
            learn(&mut self.guesses[rows[guess] + node], bit);
        }
        bit
    }
}

/// Moves a guess towards what came: the mean of the first bits, then of the latest.
#[inline(always)]
fn learn(guess: &mut u16, bit: bool) {
    let (chance, tested) = (i32::from(*guess >> 4), *guess & 15);
    let goal = if bit { 4095 } else { 0 };
    let moved = chance + (goal - chance) * 2 / (2 * i32::from(tested) + 3);
    *guess = (moved as u16) << 4 | (tested + 1).min(TESTED);
}
