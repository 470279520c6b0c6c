//! SVG written by hand: shapes, texts, and an estimate of how wide a text will be.

use std::fmt::Write as _;

use crate::png::FAMILY;

/// Dark text on white.
pub const INK: &str = "#1a1a1a";
/// Text that matters less; still 7 to 1 against white.
pub const GREY: &str = "#4d4d4d";

/// An SVG document that grows.
pub struct Svg(String);

/// Where a text is anchored.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// At its start.
    Start,
    /// In its middle.
    Middle,
    /// At its end.
    End,
}

/// How a text is written.
#[derive(Clone, Copy)]
pub struct Style {
    /// Height of the letters' box.
    pub size: f64,
    /// Where it is anchored.
    pub anchor: Anchor,
    /// Its colour.
    pub colour: &'static str,
    /// Bold letters.
    pub is_bold: bool,
    /// A white edge around the letters, for texts on a map.
    pub has_halo: bool,
}

impl Style {
    /// Dark text from its start.
    pub const fn of(size: f64) -> Style {
        Style { size, anchor: Anchor::Start, colour: INK, is_bold: false, has_halo: false }
    }

    /// The same, anchored elsewhere.
    pub const fn at(self, anchor: Anchor) -> Style {
        Style { anchor, ..self }
    }

    /// The same in grey.
    pub const fn grey(self) -> Style {
        Style { colour: GREY, ..self }
    }

    /// The same in bold.
    pub const fn bold(self) -> Style {
        Style { is_bold: true, ..self }
    }

    /// The same with a white edge.
    pub const fn halo(self) -> Style {
        Style { has_halo: true, ..self }
    }
}

impl Svg {
    /// A white document of so many units, with a title for those who have it read to them.
    pub fn new(width: f64, height: f64, title: &str) -> Svg {
        let mut svg = Svg(String::new());
        svg.add(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" font-family=\"'{FAMILY}', sans-serif\" role=\"img\">\n\
             <title>{}</title>\n<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n",
            escape(title)
        ));
        svg
    }

    /// A white document of so many units on paper of so many millimetres.
    pub fn on_paper((across_mm, up_mm): (u32, u32), width: f64, height: f64, title: &str) -> Svg {
        let mut svg = Svg(String::with_capacity(1 << 16));
        svg.add(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{across_mm}mm\" height=\"{up_mm}mm\" \
             viewBox=\"0 0 {width} {height}\" font-family=\"'{FAMILY}', sans-serif\" role=\"img\">\n\
             <title>{}</title>\n<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n",
            escape(title)
        ));
        svg
    }

    /// Adds markup that is well-formed.
    pub fn add(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// Adds a text with its baseline at `y`.
    pub fn text(&mut self, x: f64, y: f64, style: Style, text: &str) {
        let anchor = match style.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let bold = if style.is_bold { " font-weight=\"700\"" } else { "" };
        let halo = if style.has_halo {
            " stroke=\"#ffffff\" stroke-width=\"3.6\" stroke-linejoin=\"round\" paint-order=\"stroke\""
        } else {
            ""
        };
        let (x, y) = (Short(x), Short(y));
        self.add(&format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{}\" fill=\"{}\"{anchor}{bold}{halo}>{}</text>\n",
            style.size,
            style.colour,
            escape(text)
        ));
    }

    /// Adds a text turned to be read from below to above, anchored at `x`, `y`.
    pub fn upright_text(&mut self, x: f64, y: f64, style: Style, text: &str) {
        let (x, y) = (Short(x), Short(y));
        self.add(&format!("<g transform=\"translate({x} {y}) rotate(-90)\">"));
        self.text(0.0, 0.0, style, text);
        self.add("</g>\n");
    }

    /// Adds a straight line; `extra` are further attributes.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), colour: &str, width: f64, extra: &str) {
        self.add(&format!(
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{colour}\" stroke-width=\"{width}\"{extra}/>\n",
            Short(from.0),
            Short(from.1),
            Short(to.0),
            Short(to.1)
        ));
    }

    /// The finished document.
    pub fn finish(mut self) -> String {
        self.add("</svg>\n");
        self.0
    }
}

/// A number with at most two decimals and none in vain.
pub struct Short(pub f64);

impl core::fmt::Display for Short {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        // `+ 0.0` takes the sign off a negative nothing.
        write!(f, "{}", libm::round(self.0 * 100.0) / 100.0 + 0.0)
    }
}

/// A text as XML takes it. Signs that no XML document may hold become U+FFFD.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(sign),
        }
    }
    out
}

/// About how wide a text will be: viewers bring fonts of their own, so an estimate on the wide side
/// has to do. Measured on Noto Sans; signs of East Asia and pictures are as wide as high.
pub fn text_width(text: &str, style: Style) -> f64 {
    let ems: f64 = text
        .chars()
        .map(|sign| match sign {
            '\u{300}'..='\u{36f}'
            | '\u{591}'..='\u{5bd}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2066}'..='\u{2069}' => 0.0,
            'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' | '\u{2009}' => 0.3,
            'f' | 't' | 'r' | '(' | ')' | '-' | '/' => 0.4,
            'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.95,
            'A'..='Z' | '\u{c0}'..='\u{de}' | '\u{391}'..='\u{3a9}' | '\u{410}'..='\u{42f}' => 0.7,
            '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'.. => 1.0,
            _ => 0.6,
        })
        .sum();
    ems * style.size * if style.is_bold { 1.06 } else { 1.0 }
}

/// A text in lines that are not wider than `width`, broken between words, or between signs where a
/// word alone is too wide; at most `most` lines, the last of which ends with "…" where text is left
/// over.
pub fn wrap(text: &str, width: f64, style: Style, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last().map_or("", String::as_str);
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if text_width(&longer, style) <= width {
            lines.pop();
            lines.push(longer);
            continue;
        }
        if line.is_empty() {
            lines.pop();
        }
        lines.extend(pieces(word, width, style));
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

/// A word in pieces that fit.
fn pieces(word: &str, width: f64, style: Style) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for sign in word.chars() {
        let piece = pieces.last().map_or("", String::as_str);
        let longer = format!("{piece}{sign}");
        if piece.is_empty() || text_width(&longer, style) <= width {
            pieces.pop();
            pieces.push(longer);
        } else {
            pieces.push(sign.to_string());
        }
    }
    pieces
}

/// A whole number in groups of three digits with thin spaces, which no country reads as a decimal
/// mark: `812 935`.
pub fn grouped(number: f64) -> String {
    let digits = format!("{}", libm::round(libm::fabs(number)));
    let mut out = if number < 0.0 { "−".to_owned() } else { String::new() };
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('\u{2009}');
        }
        out.push(digit);
    }
    out
}

/// Adds a path of straight lines; the first is moved to.
pub fn polyline(points: &[(f64, f64)]) -> String {
    let mut path = String::new();
    for (index, &(x, y)) in points.iter().enumerate() {
        // Writing to a text cannot fail.
        write!(path, "{}{} {}", if index == 0 { "M" } else { "L" }, Short(x), Short(y)).ok();
    }
    path
}
