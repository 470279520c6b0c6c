//! From a door and a question to a poster.

use hinan_city::{City, Engine, NoSpot, Route, Spot};
use hinan_model::Place;
use hinan_texts::{Language, Texts};
use jiff::civil::Date;
use std::sync::LazyLock;

use crate::code::Base;
use crate::lines::without_idle_marks;
use crate::sheet::{self, Paper};
use crate::words::Words;

/// A question and everything that answers it.
#[derive(Clone, Copy)]
pub struct Case<'c> {
    /// The city and who asks what of it.
    pub city: &'c City<'c>,
    /// Its engine, with two shelters a node at least: plans A and B.
    pub engine: &'c Engine,
}

/// What all posters of a print run share.
#[derive(Clone, Debug)]
pub struct Press {
    /// The languages, the most important first; English where there is none, and at most
    /// [`Press::MOST_LANGUAGES`] of them.
    pub languages: Vec<Language>,
    /// The paper.
    pub paper: Paper,
    /// The address of the guide; no code without it.
    pub base: Option<Base>,
    /// The day of printing, if it is to be on the poster.
    pub today: Option<Date>,
}

/// Where a poster hangs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Door {
    /// Where it is.
    pub place: Place,
    /// Its id in the data, where it is a doorstep of the region.
    pub id: Option<String>,
    /// What people call it: `Storgata 1`. Without, the street's name stands for it.
    pub name: Option<String>,
}

impl Press {
    /// More languages leave no room for the map.
    pub const MOST_LANGUAGES: usize = 4;
    /// Plans on a poster.
    const PLANS: usize = 2;

    /// The poster of a door for one question, as an SVG document.
    ///
    /// # Errors
    /// Where nobody can start at the door: no street is near, or the region has no places.
    pub fn poster(&self, case: Case<'_>, door: &Door) -> Result<String, NoSpot> {
        let spot = Spot::at(case.city, door.place)?;
        let mut texts = self.texts(Texts::of);
        let wording = texts.first().copied().unwrap_or_else(|| Texts::of(Language::default()));
        let route = Route::of(case.city, case.engine, spot, Press::PLANS, None, wording);
        let mut words = Words::of(self, case, door, &route, &texts);
        if words.turns_around() {
            // A name that is read from the right would pull the number behind it along.
            texts = self.texts(isolating);
            words = Words::of(self, case, door, &route, &texts);
            return Ok(without_idle_marks(&sheet::draw(self, case, door, &route, &words)));
        }
        Ok(sheet::draw(self, case, door, &route, &words))
    }

    /// The texts of the languages.
    fn texts(&self, of: impl Fn(Language) -> &'static Texts) -> Vec<&'static Texts> {
        let languages = if self.languages.is_empty() { &[Language::English][..] } else { &self.languages };
        languages.iter().take(Press::MOST_LANGUAGES).map(|&language| of(language)).collect()
    }
}

/// The texts of a language with marks of direction around what is filled in.
fn isolating(language: Language) -> &'static Texts {
    static ALL: [LazyLock<Texts>; 4] = [
        LazyLock::new(|| Texts::new(Language::ALL[0], true)),
        LazyLock::new(|| Texts::new(Language::ALL[1], true)),
        LazyLock::new(|| Texts::new(Language::ALL[2], true)),
        LazyLock::new(|| Texts::new(Language::ALL[3], true)),
    ];
    let number = Language::ALL.iter().position(|known| *known == language);
    number.map_or_else(|| Texts::of(language), |number| &*ALL[number])
}
