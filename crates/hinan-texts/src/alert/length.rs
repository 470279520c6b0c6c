//! How long a text is for a phone network, and how much of it a channel carries.

/// The letters of GSM-7 (3GPP TS 23.038) that ASCII lacks or that differ, one septet each.
const GSM_BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà";
/// The letters of its extension table: an escape and a septet each.
const GSM_EXTENSION: &str = "^{}\\[~]|€\u{c}";

/// The alphabet that a phone network sends a text in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alphabet {
    /// Seven bits a letter: Latin letters, some Greek ones.
    Gsm7,
    /// Two bytes a letter: everything else.
    Ucs2,
}

/// A channel that carries so much and no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    /// 90 letters: the first generation of wireless alerts.
    Short90,
    /// 360 letters: the second.
    Short360,
    /// A cell broadcast of fifteen pages: 1,395 septets, or 615 letters of two bytes.
    Long,
    /// A headline: 160 letters, about what CAP asks for.
    Headline,
    /// No bound but the reader's patience.
    Whole,
}

impl Channel {
    /// The most units of [`units`] that it carries in `alphabet`.
    pub const fn most(self, alphabet: Alphabet) -> usize {
        match (self, alphabet) {
            (Channel::Short90, _) => 90,
            (Channel::Headline, _) => 160,
            (Channel::Short360, _) => 360,
            (Channel::Long, Alphabet::Gsm7) => 1_395,
            (Channel::Long, Alphabet::Ucs2) => 615,
            (Channel::Whole, _) => 20_000,
        }
    }
}

/// The alphabet that `text` needs: one letter outside of GSM-7 turns the whole text into UCS-2.
pub fn alphabet(text: &str) -> Alphabet {
    if text.chars().all(|letter| septets(letter).is_some()) { Alphabet::Gsm7 } else { Alphabet::Ucs2 }
}

/// How long `text` is when sent in `alphabet`: septets, the extension table's letters counted
/// twice, or units of two bytes.
pub fn units(text: &str, alphabet: Alphabet) -> usize {
    match alphabet {
        Alphabet::Gsm7 => text.chars().map(|letter| septets(letter).unwrap_or(2)).sum(),
        Alphabet::Ucs2 => text.encode_utf16().count(),
    }
}

/// Whether `channel` carries `text`.
pub fn fits(text: &str, channel: Channel) -> bool {
    let alphabet = alphabet(text);
    units(text, alphabet) <= channel.most(alphabet)
}

fn septets(letter: char) -> Option<usize> {
    if letter.is_ascii_alphanumeric() || GSM_BASIC.contains(letter) {
        Some(1)
    } else if GSM_EXTENSION.contains(letter) {
        Some(2)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_count_as_the_network_sends_them() {
        for (text, expected) in [
            ("Take cover", (Alphabet::Gsm7, 10)),
            ("10 €", (Alphabet::Gsm7, 5)),
            ("[a]", (Alphabet::Gsm7, 5)),
            ("é@Δ", (Alphabet::Gsm7, 3)),
            ("Київ", (Alphabet::Ucs2, 4)),
            ("仙台", (Alphabet::Ucs2, 2)),
            ("Take cover…", (Alphabet::Ucs2, 11)),
            ("𠮷野", (Alphabet::Ucs2, 3)),
        ] {
            let alphabet = alphabet(text);
            assert_eq!((alphabet, units(text, alphabet)), expected, "{text}");
        }
        // The whole alphabet: 128 places, less the escape, and ten behind it.
        let basic = (0..=0x10_ffff).filter_map(char::from_u32).filter(|&c| septets(c) == Some(1)).count();
        assert_eq!((basic, GSM_EXTENSION.chars().count()), (127, 10));
    }
}
