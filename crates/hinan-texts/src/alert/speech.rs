//! A text as a voice reads it.

use crate::Texts;

/// The longest run of capitals that is spelled.
const SPELLED: usize = 3;

/// Speech.
impl Texts {
    /// `text` without symbols, its numbers in words, its abbreviations letter by letter.
    pub(super) fn spoken(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() * 2);
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let run = if first.is_ascii_digit() {
                let run = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
                self.say_number(&rest[..run], &mut out);
                run
            } else if first.is_alphanumeric() {
                let run =
                    rest.find(|c: char| !c.is_alphanumeric() || c.is_ascii_digit()).unwrap_or(rest.len());
                say_word(&rest[..run], &mut out);
                run
            } else {
                out.push_str(&pause(first));
                first.len_utf8()
            };
            rest = &rest[run..];
        }
        tidy(&out)
    }

    /// A number below sixty as a word, any other digit by digit.
    fn say_number(&self, digits: &str, out: &mut String) {
        let word = |number: u8| self.get("alert-say-number", &[("number", number.into())]);
        let separate = |out: &mut String| {
            if out.ends_with(|c: char| c.is_alphabetic() && c.is_ascii()) {
                out.push(' ');
            }
        };
        separate(out);
        match digits.parse::<u8>() {
            Ok(number @ 0..60) if digits.len() == 1 || !digits.starts_with('0') => {
                out.push_str(&word(number))
            }
            _ => {
                let words: Vec<String> = digits.bytes().map(|digit| word(digit - b'0')).collect();
                out.push_str(&words.join(" "));
            }
        }
    }
}

fn say_word(word: &str, out: &mut String) {
    if out.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        out.push(' ');
    }
    let is_abbreviation =
        (2..=SPELLED).contains(&word.chars().count()) && word.chars().all(char::is_uppercase);
    for (index, letter) in word.chars().enumerate() {
        if is_abbreviation && index > 0 {
            out.push(' ');
        }
        out.push(letter);
    }
}

/// What a voice makes of a letter that is none: a pause, or nothing.
fn pause(symbol: char) -> String {
    let heard = match symbol {
        '.' | ',' | '!' | '?' | '\'' | '’' | '-' | '。' | '、' => symbol,
        '\u{301}' => symbol,
        ':' | ';' | '(' | ')' | '—' | '–' | '…' => return ", ".to_owned(),
        '：' | '（' | '）' | '・' | '＋' | '【' | '】' => '、',
        _ => ' ',
    };
    heard.to_string()
}

/// One space, one pause at a time, none before a stop.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        let is_stop = matches!(letter, '.' | ',' | '!' | '?' | '。' | '、');
        if letter == ' ' && (out.is_empty() || out.ends_with(' ')) {
            continue;
        }
        if is_stop {
            // A full stop swallows the comma before it; a comma behind anything says nothing.
            while out.ends_with([' ', ',', '、']) {
                out.pop();
            }
            if out.is_empty() || (matches!(letter, ',' | '、') && out.ends_with(['.', '!', '?', '。'])) {
                continue;
            }
        }
        out.push(letter);
    }
    out.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn nothing_is_left_that_a_voice_stumbles_over() {
        let said = |language, text: &str| Texts::of(language).spoken(text);
        assert_eq!(
            said(Language::English, "Go now: flood (act now), District 7/UN & Pier 112."),
            "Go now, flood, act now, District seven U N Pier one one two."
        );
        assert_eq!(said(Language::English, "Block B12, House 7A"), "Block B twelve, House seven A");
        assert_eq!(
            said(Language::Japanese, "空襲・ミサイル：2階以上（注意）。"),
            "空襲、ミサイル、二階以上、注意。"
        );
        assert_eq!(said(Language::Ukrainian, "Район №5 (північ)."), "Район п'ять, північ.");
    }
}
