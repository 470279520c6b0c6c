//! A map as SVG: ground, streets, dots for people, squares for shelters, with a legend, a scale bar
//! and the words that must be shown with the data. North is up; the plane is the one that touches the
//! Earth in the middle of the map, so that a metre is as long everywhere on it.

use hinan_model::{Area, Bounds, Place};

mod draw;
mod frame;
mod labels;

/// Everything that is on a map.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// What it shows.
    pub title: String,
    /// A second, smaller line; may be empty.
    pub subtitle: String,
    /// The ground to show. What lies beyond is cut off.
    pub bounds: Bounds,
    /// Pieces of streets.
    pub streets: Vec<[Place; 2]>,
    /// Districts, forbidden ground.
    pub areas: Vec<Ground>,
    /// What dots can be, the best first.
    pub classes: Vec<Class>,
    /// People. Where there are too many to tell apart they are joined in squares, each with the
    /// class of its middle person; the legend says so.
    pub dots: Vec<Dot>,
    /// Shelters.
    pub shelters: Vec<Mark>,
    /// What a table beside the map numbers, the first the most important: its name, of three letters at most, stands
    /// in a disc over everything else.
    pub numbered: Vec<Mark>,
    /// Whose data it is, warnings: one line each, below.
    pub notes: Vec<String>,
    /// The fixed words of the legend.
    pub words: Words,
    /// How it lies on a page.
    pub layout: Layout,
}

/// How a map lies on a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Across a page: 1000 wide, the legend beside the ground.
    #[default]
    Page,
    /// In one of two columns: 480 wide, the legend below.
    Column,
}

/// What dots can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// Its line in the legend: "3 to 6 min: 12,345 people".
    pub name: String,
    /// How it is drawn.
    pub look: Look,
}

/// How a dot is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// `#rrggbb`.
    pub colour: &'static str,
    /// Its shape.
    pub shape: Shape,
}

/// The shape of a dot, for those who print in black and white.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A filled disc.
    Disc,
    /// A filled square.
    Square,
    /// A ring.
    Ring,
    /// A cross.
    Cross,
}

/// People at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dot {
    /// Where.
    pub place: Place,
    /// Which of the classes; a number that is too large counts as the last.
    pub class: u16,
    /// How many: more people, larger dot.
    pub people: u32,
}

/// A shelter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where.
    pub place: Place,
    /// Its name, shown where there is room; may be empty.
    pub name: String,
}

/// Some ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Where.
    pub area: Area,
    /// Its name, shown where there is room; may be empty.
    pub name: String,
    /// What it is.
    pub kind: GroundKind,
}

/// What ground is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroundKind {
    /// A district: outlined.
    District,
    /// Forbidden: hatched.
    Forbidden,
}

/// The fixed words of a legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// "Shelter".
    pub shelter: String,
    /// What the numbered discs are: "New shelter".
    pub numbered: String,
    /// "District".
    pub district: String,
    /// "Forbidden ground".
    pub forbidden: String,
    /// "A larger dot: more people".
    pub sizes: String,
    /// "Too many dots to tell apart: each square shows its middle person".
    pub squares: String,
    /// "N", for the arrow to the north.
    pub north: String,
}

impl Default for Words {
    /// In English.
    fn default() -> Self {
        Words {
            shelter: "Shelter".to_owned(),
            numbered: "Numbered as in the table".to_owned(),
            district: "District".to_owned(),
            forbidden: "Forbidden ground".to_owned(),
            sizes: "A larger dot: more people".to_owned(),
            squares: "Too many dots to tell apart: each square shows how its middle person fares".to_owned(),
            north: "N".to_owned(),
        }
    }
}

impl Look {
    /// The band of three minutes with this number; the ninth and all after it: longer. Every step is
    /// darker than the one before, in print too. The colours are steps of "inferno" (matplotlib,
    /// CC0), made for all kinds of colour vision.
    pub const fn band(number: usize) -> Look {
        const COLOURS: [&str; 9] = [
            "#f6d746", "#fca50a", "#f37819", "#dd513a", "#bc3754", "#932667", "#6a176e", "#420a68", "#160b39",
        ];
        let last = COLOURS.len() - 1;
        Look { colour: COLOURS[if number < last { number } else { last }], shape: Shape::Disc }
    }

    /// Sheltered in their own building. These looks are Okabe and Ito's colours, the yellow darker;
    /// where two are equally bright in print, their shapes differ.
    pub const INSIDE: Look = Look { colour: "#0072b2", shape: Shape::Square };
    /// In time with time to spare.
    pub const GO: Look = Look { colour: "#56b4e9", shape: Shape::Disc };
    /// In time if they leave at once.
    pub const GO_AT_ONCE: Look = Look { colour: "#f2c200", shape: Shape::Disc };
    /// In time only from the street.
    pub const ONLY_OUTSIDE: Look = Look { colour: "#d55e00", shape: Shape::Disc };
    /// Too late.
    pub const LATE: Look = Look { colour: "#5c1010", shape: Shape::Disc };
    /// No way to any shelter.
    pub const OUT_OF_REACH: Look = Look { colour: "#000000", shape: Shape::Cross };
    /// Nobody knows.
    pub const UNKNOWN: Look = Look { colour: "#6b6b6b", shape: Shape::Ring };
    /// Forbidden ground.
    pub const FORBIDDEN: Look = Look { colour: "#cc79a7", shape: Shape::Cross };
}

impl Map {
    /// An empty map of `bounds`.
    pub fn new(title: &str, bounds: Bounds) -> Map {
        Map {
            title: title.to_owned(),
            subtitle: String::new(),
            bounds,
            streets: Vec::new(),
            areas: Vec::new(),
            classes: Vec::new(),
            dots: Vec::new(),
            shelters: Vec::new(),
            numbered: Vec::new(),
            notes: Vec::new(),
            words: Words::default(),
            layout: Layout::default(),
        }
    }

    /// The map as an SVG document, as wide as its layout and as high as it has to be.
    pub fn svg(&self) -> String {
        draw::draw(self)
    }
}
