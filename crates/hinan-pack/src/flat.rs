//! Streams of whole bytes: what the models say is written down and not coded, so that a small change of
//! a city stays a small change of its bytes. Differences are made between these.

use crate::coder::{Bit, Coder, Sink, Source};
use crate::drawn::{read_number, write_number};
use crate::model::{Number, Symbol};
use crate::text::Text;

/// Writes.
#[derive(Debug, Default)]
pub struct FlatOut(Vec<u8>);

impl Coder for FlatOut {
    fn bit_with(&mut self, _: u32, bit: bool) -> bool {
        self.0.push(u8::from(bit));
        bit
    }

    fn plain(&mut self, value: u32, _: u32) -> u32 {
        write_number(u64::from(value), &mut self.0);
        value
    }

    fn number(&mut self, _: &mut Number, value: u32) -> u32 {
        self.plain(value, 32)
    }

    fn symbol(&mut self, _: &mut Symbol, value: u32) -> u32 {
        self.plain(value, 32)
    }

    fn byte(&mut self, _: &mut Text, value: u8) -> u8 {
        self.0.push(value);
        value
    }

    fn bit(&mut self, _: &mut Bit, bit: bool) -> bool {
        self.bit_with(0, bit)
    }
}

impl Sink for FlatOut {
    fn finish(self) -> Vec<u8> {
        self.0
    }
}

/// Reads.
#[derive(Debug)]
pub struct FlatIn<'a> {
    rest: &'a [u8],
    is_overdrawn: bool,
}

impl<'a> Source<'a> for FlatIn<'a> {
    fn open(bytes: &'a [u8]) -> FlatIn<'a> {
        FlatIn { rest: bytes, is_overdrawn: false }
    }

    fn is_overdrawn(&self) -> bool {
        self.is_overdrawn
    }
}

impl Coder for FlatIn<'_> {
    fn bit_with(&mut self, _: u32, _: bool) -> bool {
        let Some((&byte, rest)) = self.rest.split_first() else {
            self.is_overdrawn = true;
            return false;
        };
        self.rest = rest;
        byte != 0
    }

    fn plain(&mut self, _: u32, _: u32) -> u32 {
        // What does not fit comes from damage, and is caught by the digest of what is made of it.
        let number = read_number(&mut self.rest);
        self.is_overdrawn |= number.is_none();
        number.unwrap_or(0) as u32
    }

    fn number(&mut self, _: &mut Number, value: u32) -> u32 {
        self.plain(value, 32)
    }

    fn symbol(&mut self, model: &mut Symbol, value: u32) -> u32 {
        self.plain(value, 32) & model.mask()
    }

    fn byte(&mut self, _: &mut Text, _: u8) -> u8 {
        let Some((&byte, rest)) = self.rest.split_first() else {
            self.is_overdrawn = true;
            return 0;
        };
        self.rest = rest;
        byte
    }

    fn bit(&mut self, _: &mut Bit, bit: bool) -> bool {
        self.bit_with(0, bit)
    }
}
