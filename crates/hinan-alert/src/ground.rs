//! The ground of an alert: which places it concerns.
//!
//! A message is never dropped for its area (`safety.md`, rule 9). What cannot be placed leaves the
//! answer open, "may be you", for everybody whom no other shape holds; and what is wrong is told.

use std::collections::BTreeMap;
use std::fmt;

use hinan_cap::message::{CapArea, Pair};
use hinan_model::{Area, Place, Zone};

use crate::disc::Disc;
use crate::patch::{Patch, Reading, without_repeats};

/// Whether an alert concerns a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Touch {
    /// It lies inside or on a line.
    Inside,
    /// The message has ground that cannot be told: it may be here.
    MayBeYou,
    /// It lies outside of all that the message says.
    Outside,
}

/// What a name of a place stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// This ground.
    Ground(Area),
    /// All that the sender serves: a wildcard.
    Everywhere,
    /// Some of it, nobody knows which: "certain areas", or a zone whose outline is not known.
    Somewhere,
    /// No ground of its own: what the message draws, and no zone besides.
    AsDrawn,
}

/// The zone of statements whose ground is drawn and is no zone of the table.
pub const DRAWN: &str = "drawn";
/// The zone that stands for all of a region.
pub const ALL_ZONES: &str = "*";

/// What names and codes of places stand for.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    names: BTreeMap<String, BTreeMap<String, Vec<Meaning>>>,
}

/// Something about an area that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The area's number in the message, counted from 1; 0 for the message as a whole.
    pub area: usize,
    /// What it is.
    pub fault: Fault,
}

/// What is not as it should be. See [`Fault::leaves_open`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The message has no area at all.
    NoArea,
    /// The area has words only, and the gazetteer does not know them, or not all.
    UnknownWords(String),
    /// The gazetteer does not know this code or name.
    UnknownCode(Pair),
    /// A name that stands for some of an area, nobody knows which.
    Somewhere(String),
    /// This polygon of the area encloses nothing: fewer than three corners, or all on one line, or it
    /// goes around the Earth again and again.
    NoGround(usize),
    /// This circle of the area has no radius: it says where something happened, not whom it concerns.
    NoRadius(usize),
    /// The last point of this polygon is not its first. It was closed.
    NotClosed(usize),
    /// A line of this polygon is longer than half the way around the Earth. It is read as the short
    /// way, across the antimeridian; what the long way would enclose may be concerned too.
    LongWay(usize),
    /// The first polygon lies within the second and may be meant as a hole. CAP has no holes: all of
    /// it is concerned.
    Hole(usize, usize),
}

/// The ground of an alert.
#[derive(Clone, Debug, Default)]
pub struct Ground {
    pub(crate) shapes: Vec<Shape>,
    pub(crate) long_ways: Vec<Shape>,
    doubts: Vec<Doubt>,
}

/// One piece of ground.
#[derive(Clone, Debug)]
pub(crate) enum Shape {
    Patch(Patch),
    Disc(Disc),
    Everywhere,
}

impl Gazetteer {
    /// A gazetteer without names.
    pub fn new() -> Gazetteer {
        Gazetteer::default()
    }

    /// Adds a meaning of `value` in the list `scheme` (CAP's `valueName`); an empty scheme is for
    /// names in words and for codes of lists that the gazetteer does not have. A name that is added
    /// again means both.
    pub fn insert(&mut self, scheme: &str, value: &str, meaning: Meaning) {
        let values = self.names.entry(scheme.trim().to_owned()).or_default();
        values.entry(value.trim().to_owned()).or_default().push(meaning);
    }

    /// The zones of warning of a region, by id and by name, and the two that every region has:
    /// [`DRAWN`] and [`ALL_ZONES`]. A zone without an outline stands for somewhere.
    pub fn of_zones(scheme: &str, zones: &[Zone]) -> Gazetteer {
        let mut gazetteer = Gazetteer::new();
        gazetteer.insert(scheme, DRAWN, Meaning::AsDrawn);
        gazetteer.insert(scheme, ALL_ZONES, Meaning::Everywhere);
        for zone in zones {
            let meaning = zone.area.clone().map_or(Meaning::Somewhere, Meaning::Ground);
            gazetteer.insert(scheme, &zone.id, meaning.clone());
            if zone.name != zone.id {
                gazetteer.insert(scheme, &zone.name, meaning.clone());
            }
            gazetteer.insert("", &zone.name, meaning);
        }
        gazetteer
    }

    /// What a name stands for; empty where it is not known.
    pub fn find(&self, scheme: &str, value: &str) -> &[Meaning] {
        let value = value.trim();
        let in_list = |scheme: &str| self.names.get(scheme).and_then(|values| values.get(value));
        in_list(scheme.trim()).or_else(|| in_list("")).map_or(&[], Vec::as_slice)
    }

    /// What words stand for: as a whole, else cut at commas and semicolons into the longest names
    /// that are known. Names have commas of their own, so that every cut has to be tried. The second
    /// value says whether all of the words were understood.
    fn words(&self, words: &str) -> (Vec<&Meaning>, bool) {
        let mut found = Vec::new();
        let mut is_whole = true;
        // A piece keeps its separator, so that pieces in a row are a slice of the words.
        let pieces: Vec<&str> = words.split_inclusive([',', ';', '、']).collect();
        let starts: Vec<usize> = pieces
            .iter()
            .scan(0, |at, piece| {
                let start = *at;
                *at += piece.len();
                Some(start)
            })
            .chain([words.len()])
            .collect();
        let mut first = 0;
        while first < pieces.len() {
            let last = pieces.len().min(first + LONGEST_NAME);
            let known = (first + 1..=last).rev().find_map(|end| {
                let name = words[starts[first]..starts[end]].trim_end_matches([',', ';', '、', ' ']);
                let meanings = self.find("", name);
                (!meanings.is_empty()).then_some((end, meanings))
            });
            match known {
                Some((end, meanings)) => {
                    found.extend(meanings);
                    first = end;
                }
                None => {
                    is_whole &= words[starts[first]..starts[first + 1]]
                        .trim_matches([',', ';', '、', ' '])
                        .is_empty();
                    first += 1;
                }
            }
        }
        (found, is_whole && !words.trim().is_empty())
    }
}

/// How many pieces between commas one name may have.
const LONGEST_NAME: usize = 8;

impl Fault {
    /// The code in files and logs.
    pub const fn code(&self) -> &'static str {
        match self {
            Fault::NoArea => "no-area",
            Fault::UnknownWords(_) => "unknown-words",
            Fault::UnknownCode(_) => "unknown-code",
            Fault::Somewhere(_) => "somewhere",
            Fault::NoGround(_) => "no-ground",
            Fault::NoRadius(_) => "no-radius",
            Fault::NotClosed(_) => "not-closed",
            Fault::LongWay(_) => "long-way",
            Fault::Hole(..) => "hole",
        }
    }

    /// Whether the alert may concern any place because of it: "place not known to us, may be you".
    pub const fn leaves_open(&self) -> bool {
        match self {
            Fault::NoArea
            | Fault::UnknownWords(_)
            | Fault::UnknownCode(_)
            | Fault::Somewhere(_)
            | Fault::NoGround(_)
            | Fault::NoRadius(_) => true,
            Fault::NotClosed(_) | Fault::LongWay(_) | Fault::Hole(..) => false,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::NoArea => f.write_str("the message says nowhere where it holds"),
            Fault::UnknownWords(words) => write!(f, "'{words}' is not a place that the gazetteer knows"),
            Fault::UnknownCode(pair) => {
                write!(f, "the gazetteer does not know '{}' of the list '{}'", pair.value, pair.name)
            }
            Fault::Somewhere(name) => write!(f, "'{name}' does not say which places"),
            Fault::NoGround(number) => write!(f, "polygon {number} encloses nothing"),
            Fault::NoRadius(number) => write!(f, "circle {number} has no radius"),
            Fault::NotClosed(number) => {
                write!(f, "polygon {number} does not end where it begins; it was closed")
            }
            Fault::LongWay(number) => write!(
                f,
                "polygon {number} has a line longer than half the way around the Earth; read as crossing the antimeridian"
            ),
            Fault::Hole(inner, outer) => write!(
                f,
                "polygon {inner} lies within polygon {outer}; CAP has no holes, so all of it is concerned"
            ),
        }
    }
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.area > 0 {
            write!(f, "area {}: ", self.area)?;
        }
        self.fault.fmt(f)
    }
}

impl Ground {
    /// The union of all polygons, circles and geocodes of the areas of a message, as CAP has it.
    /// Words count only where an area has nothing else.
    pub fn of<'a>(areas: impl IntoIterator<Item = &'a CapArea>, gazetteer: &Gazetteer) -> Ground {
        let mut ground = Ground::default();
        let mut count = 0;
        for area in areas {
            count += 1;
            ground.add(count, area, gazetteer);
        }
        // Also where a message says that its ground is drawn and draws none.
        if count == 0 || ground.shapes.is_empty() && !ground.is_open() {
            ground.doubt(0, Fault::NoArea);
        }
        ground
    }

    /// The ground of zones by their ids in a list.
    pub fn of_zones<'a>(
        scheme: &str,
        zones: impl IntoIterator<Item = &'a str>,
        gazetteer: &Gazetteer,
    ) -> Ground {
        let mut ground = Ground::default();
        for zone in zones {
            ground.add_code(1, &Pair { name: scheme.to_owned(), value: zone.to_owned() }, gazetteer);
        }
        if ground.shapes.is_empty() && ground.doubts.is_empty() {
            ground.doubt(0, Fault::NoArea);
        }
        ground
    }

    /// The ground of both.
    #[must_use]
    pub fn with(mut self, other: Ground) -> Ground {
        self.shapes.extend(other.shapes);
        self.long_ways.extend(other.long_ways);
        self.doubts.extend(other.doubts);
        self
    }

    /// What is not as it should be, in the order of the message.
    pub fn doubts(&self) -> &[Doubt] {
        &self.doubts
    }

    /// Whether some of the ground cannot be told, so that no place is outside for sure.
    pub fn is_open(&self) -> bool {
        self.doubts.iter().any(|doubt| doubt.fault.leaves_open())
    }

    /// Whether it concerns a place.
    pub fn at(&self, place: Place) -> Touch {
        self.touch(|shape| shape.contains(place))
    }

    /// Whether it concerns anything within `mm` of a place; on the safe side by a hundredth and a
    /// metre.
    pub fn near(&self, place: Place, mm: u64) -> Touch {
        self.touch(|shape| shape.is_near(place, mm))
    }

    fn touch(&self, touches: impl Fn(&Shape) -> bool) -> Touch {
        if self.shapes.iter().any(&touches) {
            Touch::Inside
        } else if self.is_open() || self.long_ways.iter().any(&touches) {
            Touch::MayBeYou
        } else {
            Touch::Outside
        }
    }

    fn doubt(&mut self, area: usize, fault: Fault) {
        self.doubts.push(Doubt { area, fault });
    }

    fn add(&mut self, number: usize, area: &CapArea, gazetteer: &Gazetteer) {
        let first = self.shapes.len();
        let mut numbers = Vec::new();
        for (polygon, ring) in (1..).zip(&area.polygons) {
            if self.add_polygon(number, polygon, ring) {
                numbers.push(polygon);
            }
        }
        self.doubt_holes(number, first, &numbers);
        for (circle, given) in (1..).zip(&area.circles) {
            if given.radius_mm == 0 {
                self.doubt(number, Fault::NoRadius(circle));
            }
            self.shapes.push(Shape::Disc(Disc::new(*given)));
        }
        for code in &area.geocodes {
            self.add_code(number, code, gazetteer);
        }
        if area.polygons.is_empty() && area.circles.is_empty() && area.geocodes.is_empty() {
            let (meanings, is_whole) = gazetteer.words(&area.description);
            self.add_meanings(number, &area.description, meanings);
            if !is_whole {
                self.doubt(number, Fault::UnknownWords(area.description.clone()));
            }
        }
    }

    /// Whether the polygon has ground.
    fn add_polygon(&mut self, area: usize, number: usize, ring: &[Place]) -> bool {
        if ring.first() != ring.last() && without_repeats(ring).len() >= 3 {
            self.doubt(area, Fault::NotClosed(number));
        }
        let reading = Reading::of(ring);
        if let Some(long_way) = reading.long_way {
            self.doubt(area, Fault::LongWay(number));
            self.long_ways.push(Shape::Patch(long_way));
        }
        match reading.ground {
            Some(ground) => {
                self.shapes.push(Shape::Patch(ground));
                true
            }
            None => {
                self.doubt(area, Fault::NoGround(number));
                false
            }
        }
    }

    /// Tells of polygons that lie within others of the same area: some writers mean holes by them.
    fn doubt_holes(&mut self, area: usize, first: usize, numbers: &[usize]) {
        // Telling is a kindness, not worth comparing thousands with each other.
        const MOST: usize = 64;
        if numbers.len() > MOST {
            return;
        }
        let patches: Vec<(usize, &Patch)> = numbers
            .iter()
            .zip(&self.shapes[first..])
            .filter_map(
                |(&number, shape)| if let Shape::Patch(patch) = shape { Some((number, patch)) } else { None },
            )
            .collect();
        let mut holes = Vec::new();
        for &(inner, patch) in &patches {
            let outer = patches.iter().find(|(outer, other)| *outer != inner && other.encloses(patch));
            if let Some(&(outer, _)) = outer {
                holes.push(Fault::Hole(inner, outer));
            }
        }
        holes.into_iter().for_each(|hole| self.doubt(area, hole));
    }

    fn add_code(&mut self, area: usize, code: &Pair, gazetteer: &Gazetteer) {
        let meanings = gazetteer.find(&code.name, &code.value);
        if meanings.is_empty() {
            self.doubt(area, Fault::UnknownCode(code.clone()));
        }
        self.add_meanings(area, &code.value, meanings);
    }

    fn add_meanings<'a>(&mut self, area: usize, name: &str, meanings: impl IntoIterator<Item = &'a Meaning>) {
        for meaning in meanings {
            match meaning {
                Meaning::Ground(ground) => match Patch::of_area(&ground.rings) {
                    Some(patch) => self.shapes.push(Shape::Patch(patch)),
                    None => self.doubt(area, Fault::Somewhere(name.to_owned())),
                },
                Meaning::Everywhere => self.shapes.push(Shape::Everywhere),
                Meaning::AsDrawn => {}
                Meaning::Somewhere => self.doubt(area, Fault::Somewhere(name.to_owned())),
            }
        }
    }
}

impl Shape {
    pub fn contains(&self, place: Place) -> bool {
        match self {
            Shape::Patch(patch) => patch.contains(place),
            Shape::Disc(disc) => disc.contains(place),
            Shape::Everywhere => true,
        }
    }

    fn is_near(&self, place: Place, mm: u64) -> bool {
        match self {
            Shape::Patch(patch) => patch.is_near(place, mm),
            Shape::Disc(disc) => disc.is_near(place, mm),
            Shape::Everywhere => true,
        }
    }
}
