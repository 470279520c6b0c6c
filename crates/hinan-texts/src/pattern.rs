//! The part of Fluent's syntax that the files use: texts, what is filled into them, choices by a word or
//! a number. A test compares it with Fluent's own library, over every text of every language.

use crate::value::{Plural, Value};

/// One message: its id, and what it says.
pub(crate) type Message = (&'static str, Pattern);

/// Texts, and what is filled in between them.
#[derive(Debug, Default)]
pub(crate) struct Pattern(Vec<Element>);

#[derive(Debug)]
enum Element {
    Text(&'static str),
    /// A text that is not translated: `{""}`.
    Literal(&'static str),
    /// The break before a line, and how far that stands in.
    Break(&'static str, usize),
    Variable(&'static str),
    Choice(Choice),
}

#[derive(Debug)]
struct Choice {
    variable: &'static str,
    variants: Vec<(&'static str, Pattern)>,
    /// Where nothing else fits.
    default: usize,
}

/// How texts of a language are put together.
pub(crate) struct Style {
    pub(crate) plural: Plural,
    /// Numbers as the language writes them.
    pub(crate) look: fn(&Value<'_>) -> Option<String>,
    /// What becomes of every text.
    pub(crate) transform: Option<fn(&str) -> String>,
    /// With marks of direction around what is filled in.
    pub(crate) isolating: bool,
}

/// The messages of a file. What is none is left out: the files are compiled in and tested.
pub(crate) fn messages(file: &'static str) -> Vec<Message> {
    let mut reader = Reader { file, at: 0 };
    let mut messages = Vec::new();
    while reader.at < file.len() {
        let line = reader.rest();
        let end = line.find('\n').map_or(line.len(), |end| end + 1);
        let head = line[..end].split_once('=').filter(|(id, _)| is_id(id.trim_end()));
        match head {
            Some((id, _)) => {
                reader.at += id.len() + 1;
                let id = id.trim_end();
                messages.extend(reader.pattern().map(|pattern| (id, pattern)));
            }
            None => reader.at += end,
        }
    }
    messages
}

fn is_id(id: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    id.starts_with(|c: char| c.is_ascii_alphabetic()) && id.chars().all(is_letter)
}

struct Reader {
    file: &'static str,
    at: usize,
}

impl Reader {
    fn rest(&self) -> &'static str {
        self.file.get(self.at..).unwrap_or_default()
    }

    /// Passes over a text if it stands here.
    fn take(&mut self, text: &str) -> Option<()> {
        self.rest().starts_with(text).then(|| self.at += text.len())
    }

    fn skip(&mut self, blank: &[char]) {
        self.at += self.rest().len() - self.rest().trim_start_matches(blank).len();
    }

    /// Up to the next of some letters.
    fn until(&mut self, ends: &[char]) -> &'static str {
        let rest = self.rest();
        let text = &rest[..rest.find(ends).unwrap_or(rest.len())];
        self.at += text.len();
        text
    }

    /// A pattern, which may go on in lines that stand in.
    fn pattern(&mut self) -> Option<Pattern> {
        self.skip(&[' ']);
        let mut elements = Vec::new();
        loop {
            let text = self.until(&['{', '\n']);
            if !text.is_empty() {
                elements.push(Element::Text(text));
            }
            match self.rest().chars().next() {
                Some('{') => elements.push(self.placeable()?),
                Some(_) => match self.next_line() {
                    Some((breaks, indent)) => elements.push(Element::Break(breaks, indent)),
                    None => return Some(Pattern(tidy(elements))),
                },
                None => return Some(Pattern(tidy(elements))),
            }
        }
    }

    /// The line breaks up to the next line of the same pattern, and how far it stands in.
    fn next_line(&mut self) -> Option<(&'static str, usize)> {
        let rest = self.rest();
        let line = rest.trim_start_matches([' ', '\n']);
        let before = &rest[..rest.len() - line.len()];
        let start = before.rfind('\n')? + 1;
        let indent = before.len() - start;
        let goes_on = indent > 0 && !line.is_empty() && !line.starts_with(['[', '*', '.', '}']);
        if !goes_on {
            return None;
        }
        self.at += before.len();
        Some((&before[..start], indent))
    }

    fn placeable(&mut self) -> Option<Element> {
        const BLANK: &[char] = &[' ', '\n'];
        self.take("{")?;
        self.skip(BLANK);
        let element = if self.take("\"").is_some() {
            let text = self.until(&['"']);
            self.take("\"")?;
            Element::Literal(text)
        } else {
            self.take("$")?;
            let variable = self.until(&[' ', '\n', '}', '-']);
            self.skip(BLANK);
            match self.take("->") {
                Some(()) => Element::Choice(self.choice(variable)?),
                None => Element::Variable(variable),
            }
        };
        self.skip(BLANK);
        self.take("}")?;
        Some(element)
    }

    fn choice(&mut self, variable: &'static str) -> Option<Choice> {
        let (mut variants, mut default) = (Vec::new(), None);
        loop {
            self.skip(&[' ', '\n']);
            let is_default = self.take("*").is_some();
            if self.take("[").is_none() {
                return Some(Choice { variable, variants, default: default? });
            }
            if is_default {
                default = Some(variants.len());
            }
            let key = self.until(&[']', '\n']).trim();
            self.take("]")?;
            variants.push((key, self.pattern()?));
        }
    }
}

/// Lines stand in by what they stand in more than the least of them; blanks at the end are none.
fn tidy(mut elements: Vec<Element>) -> Vec<Element> {
    let indents = elements.iter().filter_map(|element| match element {
        Element::Break(_, indent) => Some(*indent),
        _ => None,
    });
    let least = indents.min().unwrap_or(0);
    for element in &mut elements {
        if let Element::Break(_, indent) = element {
            *indent -= least;
        }
    }
    if let Some(Element::Text(text)) = elements.last_mut() {
        *text = text.trim_end_matches([' ', '\r']);
    }
    elements
}

impl Pattern {
    /// The text, filled with `arguments`. One that is missing shows as its name in braces.
    pub(crate) fn write(&self, style: &Style, arguments: &[(&'static str, Value<'_>)], out: &mut String) {
        let isolates = style.isolating && self.0.len() > 1;
        for element in &self.0 {
            match element {
                Element::Text(text) => say(style, text, out),
                Element::Literal(text) => out.push_str(text),
                Element::Break(breaks, indent) => {
                    breaks.chars().filter(|c| *c == '\n').for_each(|c| out.push(c));
                    out.extend(core::iter::repeat_n(' ', *indent));
                }
                Element::Variable(_) | Element::Choice(_) => {
                    out.extend(isolates.then_some('\u{2068}'));
                    element.fill(style, arguments, out);
                    out.extend(isolates.then_some('\u{2069}'));
                }
            }
        }
    }
}

fn say(style: &Style, text: &str, out: &mut String) {
    match style.transform {
        Some(transform) => out.push_str(&transform(text)),
        None => out.push_str(text),
    }
}

impl Element {
    fn fill(&self, style: &Style, arguments: &[(&'static str, Value<'_>)], out: &mut String) {
        let given =
            |variable: &str| arguments.iter().find(|(name, _)| *name == variable).map(|(_, value)| value);
        match self {
            Element::Variable(variable) => match given(variable) {
                Some(Value::Text(text)) => out.push_str(text),
                Some(number) => out.push_str(&(style.look)(number).unwrap_or_default()),
                None => out.extend(["{$", variable, "}"]),
            },
            Element::Choice(choice) => {
                let fits =
                    |key: &str| given(choice.variable).is_some_and(|value| fits(value, key, style.plural));
                let chosen = choice.variants.iter().position(|(key, _)| fits(key)).unwrap_or(choice.default);
                if let Some((_, pattern)) = choice.variants.get(chosen) {
                    pattern.write(style, arguments, out);
                }
            }
            Element::Text(_) | Element::Literal(_) | Element::Break(..) => {}
        }
    }
}

/// Whether a value is what a key says: a word, a number, a category of numbers.
fn fits(value: &Value<'_>, key: &str, plural: Plural) -> bool {
    match value {
        Value::Text(text) => text == key,
        Value::Number(number) if key.parse() == Ok(*number) => true,
        number => number.category(plural) == Some(key),
    }
}
