//! What a map draws besides the streets: buildings, water, green, rails, names of places. It is
//! there to be looked at; nothing is computed from it.

use crate::place::{Bounds, Place};

/// What a drawn thing is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Ground inside of an odd number of rings. Rings are not closed: the last place is joined to the
    /// first. Which is outline and which is hole is told by counting, not by order.
    Ground,
    /// Lines.
    Lines,
    /// One place.
    Point,
}

/// Where a class belongs on a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Buildings.
    Building,
    /// Lakes, basins, wide rivers, the sea.
    Water,
    /// Parks, woods, meadows.
    Green,
    /// Sand and rock.
    Bare,
    /// Rivers and streams as lines, and the shore.
    Waterway,
    /// Rails.
    Rail,
    /// Roads that nobody walks.
    Road,
    /// Names of places.
    Place,
}

/// What a drawn thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[expect(missing_docs, reason = "the names say it; see `DrawnClass::name`")]
pub enum DrawnClass {
    Building,
    Water,
    Sea,
    Park,
    Pitch,
    Cemetery,
    Garden,
    Wood,
    Scrub,
    Grass,
    Sand,
    Rock,
    River,
    Canal,
    Stream,
    Shore,
    Rail,
    Tram,
    Motorway,
    Ramp,
    Road,
    City,
    Town,
    Village,
    Suburb,
    Quarter,
    Neighbourhood,
    Station,
}

use DrawnClass as Class;

impl DrawnClass {
    /// Every class, in the order of their numbers.
    pub const ALL: [DrawnClass; 28] = [
        Class::Building,
        Class::Water,
        Class::Sea,
        Class::Park,
        Class::Pitch,
        Class::Cemetery,
        Class::Garden,
        Class::Wood,
        Class::Scrub,
        Class::Grass,
        Class::Sand,
        Class::Rock,
        Class::River,
        Class::Canal,
        Class::Stream,
        Class::Shore,
        Class::Rail,
        Class::Tram,
        Class::Motorway,
        Class::Ramp,
        Class::Road,
        Class::City,
        Class::Town,
        Class::Village,
        Class::Suburb,
        Class::Quarter,
        Class::Neighbourhood,
        Class::Station,
    ];

    /// The number in files.
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The class with this number.
    pub fn of_number(number: u32) -> Option<DrawnClass> {
        DrawnClass::ALL.get(number as usize).copied()
    }

    /// The name in files: `building`, `water`, `wood`.
    pub const fn name(self) -> &'static str {
        match self {
            Class::Building => "building",
            Class::Water => "water",
            Class::Sea => "sea",
            Class::Park => "park",
            Class::Pitch => "pitch",
            Class::Cemetery => "cemetery",
            Class::Garden => "garden",
            Class::Wood => "wood",
            Class::Scrub => "scrub",
            Class::Grass => "grass",
            Class::Sand => "sand",
            Class::Rock => "rock",
            Class::River => "river",
            Class::Canal => "canal",
            Class::Stream => "stream",
            Class::Shore => "shore",
            Class::Rail => "rail",
            Class::Tram => "tram",
            Class::Motorway => "motorway",
            Class::Ramp => "ramp",
            Class::Road => "road",
            Class::City => "city",
            Class::Town => "town",
            Class::Village => "village",
            Class::Suburb => "suburb",
            Class::Quarter => "quarter",
            Class::Neighbourhood => "neighbourhood",
            Class::Station => "station",
        }
    }

    /// Where it belongs on a map.
    pub const fn group(self) -> Group {
        match self {
            Class::Building => Group::Building,
            Class::Water | Class::Sea => Group::Water,
            Class::Park
            | Class::Pitch
            | Class::Cemetery
            | Class::Garden
            | Class::Wood
            | Class::Scrub
            | Class::Grass => Group::Green,
            Class::Sand | Class::Rock => Group::Bare,
            Class::River | Class::Canal | Class::Stream | Class::Shore => Group::Waterway,
            Class::Rail | Class::Tram => Group::Rail,
            Class::Motorway | Class::Ramp | Class::Road => Group::Road,
            Class::City
            | Class::Town
            | Class::Village
            | Class::Suburb
            | Class::Quarter
            | Class::Neighbourhood
            | Class::Station => Group::Place,
        }
    }

    /// What it is made of.
    pub const fn form(self) -> Form {
        match self.group() {
            Group::Building | Group::Water | Group::Green | Group::Bare => Form::Ground,
            Group::Waterway | Group::Rail | Group::Road => Form::Lines,
            Group::Place => Form::Point,
        }
    }
}

/// A thing that a map draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// What it is.
    pub class: DrawnClass,
    /// Its rings, lines or place; see [`Form`].
    pub parts: Vec<Vec<Place>>,
    /// What it is called, in the script of the source; may be empty.
    pub name: String,
}

impl Drawn {
    /// The box around it; `None` where it has no place at all.
    pub fn bounds(&self) -> Option<Bounds> {
        Bounds::around(self.parts.iter().flatten().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_names_and_order_agree() {
        for (number, class) in (0..).zip(DrawnClass::ALL) {
            assert_eq!(u32::from(class.number()), number);
            assert_eq!(DrawnClass::of_number(number), Some(class));
        }
        assert_eq!(DrawnClass::of_number(DrawnClass::ALL.len() as u32), None);
        let mut names: Vec<_> = DrawnClass::ALL.iter().map(|class| class.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), DrawnClass::ALL.len());
        // Files keep things by class: a group must be one run of numbers.
        assert!(DrawnClass::ALL.iter().map(|class| class.group()).is_sorted());
    }
}
