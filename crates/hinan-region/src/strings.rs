//! Many short texts in one section: `count u32`, `count + 1` offsets (u32) into the bytes, the bytes.

use zerocopy::IntoBytes;

/// The bytes of a section that holds `texts`.
pub fn encode<'a>(texts: impl ExactSizeIterator<Item = &'a str>) -> Vec<u8> {
    let count = texts.len();
    let (mut offsets, mut blob) = (Vec::with_capacity(count + 1), Vec::new());
    offsets.push(0_u32);
    for text in texts {
        blob.extend_from_slice(text.as_bytes());
        offsets.push(blob.len() as u32);
    }
    let mut bytes = Vec::with_capacity(4 + offsets.len() * 4 + blob.len());
    bytes.extend_from_slice(&(count as u32).to_le_bytes());
    bytes.extend_from_slice(offsets.as_bytes());
    bytes.extend_from_slice(&blob);
    bytes
}

/// Texts in a section, checked once when the region is opened ([`Self::is_sound`]): making one of
/// these must cost nothing, since each look at a text makes one.
#[derive(Clone, Copy)]
pub struct Strings<'a> {
    offsets: &'a [u32],
    blob: &'a [u8],
}

impl<'a> Strings<'a> {
    /// No text at all.
    pub const EMPTY: Strings<'static> = Strings { offsets: &[0], blob: &[] };

    /// Takes the bytes of a section (aligned to 4). `None` where they are not texts.
    pub fn new(bytes: &'a [u8]) -> Option<Strings<'a>> {
        if bytes.is_empty() {
            return Some(Strings::EMPTY);
        }
        let (count, rest) = bytes.split_first_chunk::<4>()?;
        let length = (u32::from_le_bytes(*count) as usize).checked_add(1)?.checked_mul(4)?;
        let (offsets, blob) = rest.split_at_checked(length)?;
        let offsets = <[u32] as zerocopy::FromBytes>::ref_from_bytes(offsets).ok()?;
        Some(Strings { offsets, blob })
    }

    /// Whether the bytes are text, and every piece lies inside them at borders of characters.
    pub fn is_sound(&self) -> bool {
        let Ok(text) = core::str::from_utf8(self.blob) else { return false };
        self.offsets.first() == Some(&0)
            && self.offsets.last().map(|&end| end as usize) == Some(text.len())
            && self.offsets.windows(2).all(|pair| text.get(pair[0] as usize..pair[1] as usize).is_some())
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    /// Text number `index`.
    pub fn get(&self, index: usize) -> Option<&'a str> {
        let (&from, &to) = (self.offsets.get(index)?, self.offsets.get(index + 1)?);
        core::str::from_utf8(self.blob.get(from as usize..to as usize)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back() {
        let texts = ["", "Mannerheimintie", "避難所", ""];
        let bytes = encode(texts.into_iter());
        let mut aligned = vec![0_u32; bytes.len().div_ceil(4)];
        aligned.as_mut_bytes()[..bytes.len()].copy_from_slice(&bytes);
        let strings = Strings::new(&aligned.as_bytes()[..bytes.len()]).unwrap();
        assert!(strings.is_sound());
        assert!((0..strings.len()).map(|i| strings.get(i).unwrap()).eq(texts));
        assert_eq!(strings.get(4), None);
    }
}
