//! Letters that people type for one another.

/// A text for comparing: no case, no accents, one width, one kana; words apart by one space.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            // Marks that stand behind their letter, in Latin and Japanese; the half-wide ones too.
            '\u{300}'..='\u{36f}' => {}
            '\u{3099}' | 'ﾞ' => voice(&mut out, 1),
            '\u{309a}' | 'ﾟ' => voice(&mut out, 2),
            c => plain(c, &mut out),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn plain(c: char, out: &mut String) {
    let c = match c {
        // Full-wide ASCII.
        '！'..='～' => return plain(moved(c, -0xfee0).to_ascii_lowercase(), out),
        // Hiragana.
        'ぁ'..='ゖ' => moved(c, 0x60),
        '･'..='ﾝ' => NARROW.chars().nth(c as usize - '･' as usize).unwrap_or(c),
        c => c,
    };
    let letters = match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ð' | 'ď' | 'đ' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'ё' => "е",
        'ґ' => "г",
        '\'' | '’' | 'ʼ' | '`' | '.' => "",
        c if c.is_alphanumeric() || c == 'ー' => {
            out.push(c);
            return;
        }
        _ => {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            return;
        }
    };
    out.push_str(letters);
}

/// Half-wide katakana in the order of their code points, as full-wide ones.
const NARROW: &str = "・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

fn moved(c: char, by: i32) -> char {
    u32::try_from(c as i32 + by).ok().and_then(char::from_u32).unwrap_or(c)
}

/// The sound that the last kana has with its mark.
fn voice(out: &mut String, by: i32) {
    let Some(last) = out.chars().last() else { return };
    let voiced = match last {
        'ウ' if by == 1 => 'ヴ',
        'カ'..='ト' if by == 1 => moved(last, 1),
        'ハ' | 'ヒ' | 'フ' | 'ヘ' | 'ホ' => moved(last, by),
        _ => return,
    };
    out.pop();
    out.push(voiced);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_for_one_another_is_one() {
        for (typed, written) in [
            ("gronland", "Grønland"),
            ("STRASSE", "Straße"),
            ("ﾊﾞｽ", "ばす"),
            ("バス", "ばす"),
            ("ｶﾞﾂｺｳ", "がつこう"),
            ("ﾊﾟﾝ", "パン"),
            ("ｋａｒｌ　ｊｏｈａｎ", "Karl Johan"),
            ("сёла", "СЕЛА"),
            ("sao joao", "São  João"),
            ("st hans", "St. Hans "),
            ("e\u{301}cole", "École"),
        ] {
            assert_eq!(fold(typed), fold(written), "{typed}");
        }
        assert_eq!(fold("  4-5, Upper "), "4 5 upper");
    }
}
