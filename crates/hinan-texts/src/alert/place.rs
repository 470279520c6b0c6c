//! Names of places in the room that there is.

use super::length::{Alphabet, alphabet, units};
use crate::{Texts, plain};

/// The most names that are looked at: a list of all of a country's zones is told as a number.
const NAMES: usize = 100;
/// The most letters of one name.
const LETTERS: usize = 120;

/// Places of an alert, ready to be told in any length.
pub(super) struct Places {
    /// Names on one line each, none empty.
    names: Vec<String>,
    /// Names beyond those.
    more: usize,
}

impl Places {
    /// The names as they may stand in a text: without what steers a terminal or breaks a line.
    pub(super) fn new(names: &[String]) -> Places {
        let clean = |name: &String| {
            let plain = plain(name.trim(), LETTERS);
            plain.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let names: Vec<String> = names.iter().map(clean).filter(|name| !name.is_empty()).collect();
        let more = names.len().saturating_sub(NAMES);
        Places { names: names.into_iter().take(NAMES).collect(), more }
    }

    /// The alphabet that all names need.
    pub(super) fn alphabet(&self) -> Alphabet {
        self.names.iter().map(|name| alphabet(name)).max().unwrap_or(Alphabet::Gsm7)
    }

    /// As many whole names as `room` units hold, and how many are left out; where not even the
    /// first fits, as many of its words as do; else "this area". Never part of a word.
    pub(super) fn told(&self, texts: &Texts, room: usize, alphabet: Alphabet) -> String {
        let fits = |text: &str| units(text, alphabet) <= room;
        let mut list = String::new();
        let mut best = None;
        for (index, name) in self.names.iter().enumerate() {
            let longer = if index == 0 { name.clone() } else { texts.list([list, name.clone()]) };
            if !fits(&longer) {
                break;
            }
            let told = with_more(texts, longer.clone(), self.names.len() - index - 1 + self.more);
            best = if fits(&told) { Some(told) } else { best };
            list = longer;
        }
        let cut = || self.cut(texts).find(|text| fits(text));
        best.or_else(cut).unwrap_or_else(|| texts.word("alert-place-here"))
    }

    /// The first name with ever fewer words.
    fn cut<'a>(&'a self, texts: &'a Texts) -> impl Iterator<Item = String> + 'a {
        let name = self.names.first().map_or("", String::as_str);
        let ends = name.char_indices().rev().filter(|&(at, _)| ends_a_word(name, at));
        let rest = self.names.len().saturating_sub(1) + self.more;
        ends.map(move |(at, _)| {
            with_more(texts, name[..at].trim_end_matches([' ', ',', '、']).to_owned(), rest)
        })
        .filter(|cut| !cut.is_empty())
    }
}

fn with_more(texts: &Texts, places: String, more: usize) -> String {
    if more == 0 {
        return places;
    }
    texts.get("alert-place-more", &[("places", places.into()), ("more", more.into())])
}

/// Whether a name may end before the letter at `at`: at a space or a comma, and in Japanese behind
/// what ends the name of a town or a ward.
fn ends_a_word(name: &str, at: usize) -> bool {
    let (before, after) = name.split_at(at);
    let next = after.chars().next().unwrap_or(' ');
    let last = before.chars().next_back().unwrap_or(' ');
    let is_break = next == ' ' || next == ',' || next == '、';
    let is_ward = matches!(last, '都' | '道' | '府' | '県' | '市' | '区' | '町' | '村') && is_cjk(next);
    at > 0 && (is_break || is_ward) && before.chars().count() > 1
}

fn is_cjk(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    fn told(names: &[&str], room: usize, language: Language) -> String {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        Places::new(&names).told(Texts::of(language), room, Alphabet::Ucs2)
    }

    #[test]
    fn names_are_left_out_whole_and_counted() {
        let names = ["North Harbour", "Old Town", "Millers Lane"];
        let english = |room| told(&names, room, Language::English);
        assert_eq!(english(50), "North Harbour, Old Town, Millers Lane");
        assert_eq!(english(34), "North Harbour, Old Town and 1 more");
        assert_eq!(english(28), "North Harbour and 2 more");
        assert_eq!(english(20), "North and 2 more");
        assert_eq!(english(10), "this area");
        assert_eq!(
            told(&["宮城県仙台市青葉区", "若林区"], 13, Language::Japanese),
            "宮城県仙台市青葉区、若林区"
        );
        assert_eq!(told(&["宮城県仙台市青葉区", "若林区"], 12, Language::Japanese), "宮城県仙台市ほか1か所");
        assert_eq!(told(&[], 30, Language::Japanese), "この地域");
        assert_eq!(told(&["a\nb\u{202e}", " "], 30, Language::English), "a b");
    }
}
