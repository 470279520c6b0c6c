//! Numbers and lists as people read them.

/// `1234567` as `1,234,567`.
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `1 shelter`, `2 shelters`.
pub fn many(number: u64, one: &str, more: &str) -> String {
    format!("{} {}", count(number), if number == 1 { one } else { more })
}

/// Metres: to five below a kilometre, to a tenth of a kilometre above. Rounded up, as times are.
pub fn metres(mm: u64) -> String {
    match mm.div_ceil(1000) {
        metres @ 0..=30 => format!("{metres} m"),
        metres @ 31..=995 => format!("{} m", metres.div_ceil(5) * 5),
        metres => format!("{}.{} km", metres.div_ceil(100) / 10, metres.div_ceil(100) % 10),
    }
}

/// The words of `text` in lines of at most `width` characters, the first after `lead`, the others
/// indented as far. A word longer than a line gets one of its own.
pub fn wrap(lead: &str, text: &str, width: usize) -> String {
    let indent = lead.chars().count();
    let mut out = lead.to_owned();
    let mut column = indent;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if column > indent && column + 1 + length > width {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', indent));
            column = indent;
        }
        if column > indent {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out
}

/// Text of a file on one line, without what steers a terminal, at most `longest` characters.
pub fn plain(text: &str, longest: usize) -> String {
    let clean = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    if text.chars().count() <= longest {
        return clean.collect();
    }
    clean.take(longest.saturating_sub(1)).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        assert_eq!([0, 7, 999, 1000, 1_234_567].map(count), ["0", "7", "999", "1,000", "1,234,567"]);
        let told = [0, 1, 30_000, 30_001, 994_000, 995_001, 1_000_000, 1_200_001].map(metres);
        assert_eq!(told, ["0 m", "1 m", "30 m", "35 m", "995 m", "1.0 km", "1.0 km", "1.3 km"]);
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrap("  1. ", "one two three", 12), "  1. one two\n     three");
        assert_eq!(wrap("> ", "unbreakable", 4), "> unbreakable");
        assert_eq!(plain("a\u{1b}[31m\nb", 20), "a [31m b");
        assert_eq!(plain("abcdef", 4), "abc…");
    }
}
