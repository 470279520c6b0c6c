//! The wire format of protocol buffers, read by hand: numbers of one to ten bytes, fields, packed
//! lists. Nothing here allocates.

/// What is wrong with a message, in words.
pub(super) type Wrong = &'static str;

const CUT: Wrong = "the block ends in the middle of a field";

/// A place in a message.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    rest: &'a [u8],
}

/// The content of a field.
#[derive(Clone, Copy)]
pub(super) enum Value<'a> {
    Number(u64),
    Bytes(&'a [u8]),
    /// Four or eight bytes: nothing of the map is written so.
    Fixed,
}

impl<'a> Value<'a> {
    pub(super) fn number(self) -> Result<u64, Wrong> {
        match self {
            Value::Number(number) => Ok(number),
            _ => Err("a field that should be a number is not"),
        }
    }

    pub(super) fn bytes(self) -> Result<&'a [u8], Wrong> {
        match self {
            Value::Bytes(bytes) => Ok(bytes),
            _ => Err("a field that should be a list is not"),
        }
    }
}

impl<'a> Cursor<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Cursor<'a> {
        Cursor { rest: bytes }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// An unsigned number.
    #[inline]
    pub(super) fn number(&mut self) -> Result<u64, Wrong> {
        match *self.rest {
            [a, ref rest @ ..] if a < 0x80 => {
                self.rest = rest;
                Ok(u64::from(a))
            }
            [a, b, ref rest @ ..] if b < 0x80 => {
                self.rest = rest;
                Ok(u64::from(a & 0x7f) | u64::from(b) << 7)
            }
            [a, b, c, ref rest @ ..] if c < 0x80 => {
                self.rest = rest;
                Ok(u64::from(a & 0x7f) | u64::from(b & 0x7f) << 7 | u64::from(c) << 14)
            }
            _ => self.long_number(),
        }
    }

    fn long_number(&mut self) -> Result<u64, Wrong> {
        let mut number = 0_u64;
        for (index, &byte) in self.rest.iter().enumerate().take(10) {
            number |= u64::from(byte & 0x7f).wrapping_shl(7 * index as u32);
            if byte < 0x80 {
                self.rest = &self.rest[index + 1..];
                return Ok(number);
            }
        }
        Err(if self.rest.len() < 10 { CUT } else { "a number of more than ten bytes" })
    }

    /// A signed number in zig-zag form.
    #[inline]
    pub(super) fn signed(&mut self) -> Result<i64, Wrong> {
        let raw = self.number()?;
        Ok((raw >> 1) as i64 ^ -((raw & 1) as i64))
    }

    fn take(&mut self, length: u64) -> Result<&'a [u8], Wrong> {
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        let (taken, rest) = self.rest.split_at_checked(length).ok_or(CUT)?;
        self.rest = rest;
        Ok(taken)
    }

    /// The next field: its number and content; `None` at the end.
    #[inline]
    pub(super) fn field(&mut self) -> Result<Option<(u64, Value<'a>)>, Wrong> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let key = self.number()?;
        let value = match key & 7 {
            0 => Value::Number(self.number()?),
            1 => {
                self.take(8)?;
                Value::Fixed
            }
            2 => {
                let length = self.number()?;
                Value::Bytes(self.take(length)?)
            }
            5 => {
                self.take(4)?;
                Value::Fixed
            }
            _ => return Err("a field of a kind that the format does not have"),
        };
        Ok(Some((key >> 3, value)))
    }
}

/// How many numbers a packed list holds: the bytes that end one.
pub(super) fn count(packed: &[u8]) -> usize {
    packed.iter().filter(|&&byte| byte < 0x80).count()
}
