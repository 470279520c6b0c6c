//! Numbers and lists as people read them, and lines that end in time.

pub use hinan_server::answers::audit::{count, many};
pub use hinan_texts::plain;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// How many columns of a terminal a text takes: letters of East Asia take two.
pub fn width(text: &str) -> usize {
    text.width()
}

/// `text` at the left of so many columns.
pub fn left(text: &str, columns: usize) -> String {
    text.to_owned() + &" ".repeat(columns.saturating_sub(width(text)))
}

/// `text` at the right of so many columns.
pub fn right(text: &str, columns: usize) -> String {
    " ".repeat(columns.saturating_sub(width(text))) + text
}

/// The words of `text` in lines of at most `columns`, the first after `lead`, the others indented as
/// far. A word longer than a line gets one of its own; where letters take two columns a line may
/// break before each, but not before what closes.
pub fn wrap(lead: &str, text: &str, columns: usize) -> String {
    let indent = width(lead);
    let mut out = lead.to_owned();
    let mut column = indent;
    let words = text.split(breaks_line).filter(|word| !word.is_empty());
    for (piece, follows_space) in words.flat_map(pieces) {
        let (length, space) = (width(piece), usize::from(follows_space && column > indent));
        if column > indent && column + space + length > columns {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', indent));
            column = indent;
        } else if space > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(piece);
        column += length;
    }
    out
}

/// The thousands of some languages are kept together by a space that breaks no line.
fn breaks_line(letter: char) -> bool {
    letter.is_whitespace() && letter != '\u{a0}'
}

/// The pieces of a word between which a line may break, each with whether it starts the word.
fn pieces(word: &str) -> impl Iterator<Item = (&str, bool)> {
    const CLOSES: &str = "、。，．）」』】！？：；・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ";
    const OPENS: &str = "（「『【";
    let mut breaks = vec![0];
    let mut before: Option<char> = None;
    for (at, letter) in word.char_indices() {
        let is_wide = |letter: char| letter.width() == Some(2);
        let may = before.is_some_and(|before| {
            (is_wide(before) || is_wide(letter)) && !OPENS.contains(before) && !CLOSES.contains(letter)
        });
        if may {
            breaks.push(at);
        }
        before = Some(letter);
    }
    let ends = breaks.clone().into_iter().skip(1).chain([word.len()]);
    let ranges: Vec<(usize, usize)> = breaks.into_iter().zip(ends).collect();
    ranges.into_iter().map(|(from, to)| (&word[from..to], from == 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        assert_eq!([0, 7, 999, 1000, 1_234_567].map(count), ["0", "7", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrap("  1. ", "one two three", 12), "  1. one two\n     three");
        assert_eq!(wrap("> ", "unbreakable", 4), "> unbreakable");
        assert_eq!(wrap("", "one  30\u{a0}010", 6), "one\n30\u{a0}010");
        assert_eq!(wrap("  ", "避難場所へ、すぐに。", 10), "  避難場所\n  へ、すぐ\n  に。");
    }
}
