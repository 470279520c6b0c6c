//! Text in lines.

use hinan_render::svg::{Style, text_width};

/// No line starts with these.
const CLOSES: &str = "、。，．）」』】！？：；・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ";
/// No line ends with these.
const OPENS: &str = "（「『【";

/// `text` in lines no wider than `width`, at most `most` of them; the last ends with "…" where text is left
/// over. Lines break at spaces, where signs of East Asia meet, and inside of a word that alone is too wide.
pub fn wrap(text: &str, width: f64, style: Style, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for (piece, follows_space) in pieces(text) {
        let gap = if follows_space && !line.is_empty() { " " } else { "" };
        let longer = format!("{line}{gap}{piece}");
        if line.is_empty() || text_width(&longer, style) <= width {
            line = longer;
        } else {
            lines.push(core::mem::replace(&mut line, piece.to_owned()));
        }
        while text_width(&line, style) > width {
            let Some((at, _)) = line
                .char_indices()
                .skip(1)
                .find(|&(at, sign)| text_width(&line[..at + sign.len_utf8()], style) > width)
            else {
                break;
            };
            let rest = line.split_off(at);
            lines.push(core::mem::replace(&mut line, rest));
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && text_width(last, style) + style.size > width {
                last.pop();
            }
            last.push('…');
        }
    }
    lines
}

/// Pieces between which a line may break, each with whether a space goes before it.
fn pieces(text: &str) -> Vec<(&str, bool)> {
    let breaks = |sign: char| sign.is_whitespace() && sign != '\u{a0}' && sign != '\u{2009}';
    let mut found = Vec::new();
    for word in text.split(breaks).filter(|word| !word.is_empty()) {
        let (mut start, mut before) = (0, None);
        for (at, sign) in word.char_indices() {
            let may = before.is_some_and(|before: char| {
                (is_wide(before) || is_wide(sign)) && !OPENS.contains(before) && !CLOSES.contains(sign)
            });
            if may {
                found.push((&word[start..at], start == 0));
                start = at;
            }
            before = Some(sign);
        }
        found.push((&word[start..], start == 0));
    }
    found
}

fn is_wide(sign: char) -> bool {
    matches!(sign, '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}')
}

/// Whether a sign is read from the right.
pub fn is_from_right(sign: char) -> bool {
    matches!(sign, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

/// The text, each of its lines without the marks of direction around what is read from the left anyway.
pub fn without_idle_marks(text: &str) -> String {
    text.split_inclusive('\n').map(line_without_idle_marks).collect()
}

fn line_without_idle_marks(line: &str) -> String {
    const OPEN: char = '\u{2068}';
    const CLOSE: char = '\u{2069}';
    if !line.contains([OPEN, CLOSE]) {
        return line.to_owned();
    }
    // Where each open mark stands, and whether something behind it is read from the right.
    let (mut open, mut out): (Vec<(usize, bool)>, String) = (Vec::new(), String::with_capacity(line.len()));
    for sign in line.chars() {
        match sign {
            OPEN => {
                open.push((out.len(), false));
                out.push(OPEN);
            }
            CLOSE => match open.pop() {
                Some((at, false)) => {
                    out.remove(at);
                }
                Some((_, true)) => {
                    out.push(CLOSE);
                    if let Some(outer) = open.last_mut() {
                        outer.1 = true;
                    }
                }
                None => {}
            },
            _ => {
                if let (true, Some(innermost)) = (is_from_right(sign), open.last_mut()) {
                    innermost.1 = true;
                }
                out.push(sign);
            }
        }
    }
    for (at, is_needed) in open.into_iter().rev() {
        if !is_needed {
            out.remove(at);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_where_a_reader_expects_it() {
        let style = Style::of(10.0);
        assert_eq!(wrap("one two three", 45.0, style, 9), ["one two", "three"]);
        assert_eq!(wrap("避難場所へ、すぐに。", 50.0, style, 9), ["避難場所", "へ、すぐ", "に。"]);
        let long = wrap("unbreakableunbreakable", 40.0, style, 9);
        assert!(long.len() > 2 && long.iter().all(|line| text_width(line, style) <= 40.0), "{long:?}");
        assert_eq!(wrap("a b c d e f g h", 20.0, style, 1).len(), 1);
        assert!(wrap("a b c d e f g h", 20.0, style, 1)[0].ends_with('…'));
        assert!(wrap("", 20.0, style, 1).is_empty());
    }

    #[test]
    fn marks_of_direction_stay_where_they_matter() {
        let name = "\u{2068}\u{5d0}\u{5d1}\u{2069}";
        assert_eq!(
            without_idle_marks(&format!("along {name} \u{2068}75\u{2069} m")),
            format!("along {name} 75 m")
        );
        assert_eq!(without_idle_marks("\u{2068}a \u{2068}b\nc\u{2069}"), "a b\nc");
    }
}
