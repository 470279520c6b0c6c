//! How many people the shelters hold, and what is to be said about that.

use core::fmt;
use core::str::FromStr;

use hinan_city::City;
use hinan_city::everybody::{LEAST_MILLI_M2, MOST_IN_ONE, Norm, PlacesFrom};

use hinan_model::Shelter;
use hinan_texts::plain;

use super::audit::{count, many};

/// A share of one, in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share(pub u32);

impl FromStr for Share {
    type Err = String;

    /// Reads `0.1` or `10%`, to a tenth of a per cent.
    fn from_str(text: &str) -> Result<Share, String> {
        let (digits, scale) =
            text.trim().strip_suffix('%').map_or((text.trim(), 1_000.0), |digits| (digits, 10.0));
        let share: f64 = digits.parse().map_err(|_error| wrong(text))?;
        let milli = (share * scale).round();
        if (0.0..1_000.0).contains(&milli) { Ok(Share(milli as u32)) } else { Err(wrong(text)) }
    }
}

impl fmt::Display for Share {
    /// As it is read: `12.5%`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}%", self.0 / 10, self.0 % 10)
    }
}

fn wrong(text: &str) -> String {
    format!("'{text}' is no share below one: write 0.1 or 10%")
}

/// How many places a shelter is taken to have of which nobody knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Each {
    /// So many.
    Number(u32),
    /// An invented number from 50 to 500, by a hash of its id: for trying things out.
    Hash,
}

impl FromStr for Each {
    type Err = String;

    fn from_str(text: &str) -> Result<Each, String> {
        match text.parse() {
            _ if text == "hash" => Ok(Each::Hash),
            Ok(number) if (1..=MOST_IN_ONE).contains(&number) => Ok(Each::Number(number)),
            _ => Err(format!("'{text}' is no number from 1 to {MOST_IN_ONE}, nor `hash`")),
        }
    }
}

impl fmt::Display for Each {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Each::Number(number) => number.fmt(f),
            Each::Hash => f.write_str("hash"),
        }
    }
}

impl Each {
    fn places(self, id: &str) -> u64 {
        match self {
            Each::Number(number) => u64::from(number),
            Each::Hash => 50 + hash(id) % 451,
        }
    }
}

/// FNV-1a (Fowler, Noll and Vo) over the bytes of an id, folded: the rule of `bench/hash_shelters.py`.
fn hash(id: &str) -> u64 {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = id.bytes().fold(0xcbf2_9ce4_8422_2325, mix);
    hash ^ (hash >> 32)
}

/// The places that count.
pub struct Places {
    /// Of each shelter: none where it is not offered.
    pub capacity: Vec<u64>,
    /// What must be said, in order.
    pub remarks: Vec<String>,
    offered: usize,
    unknown: usize,
}

impl Places {
    /// The places of the shelters that are offered, less the reserve. What is said of them names those only that `is_told` does.
    pub fn of(
        city: &City<'_>,
        each: Option<Each>,
        reserve: Share,
        is_told: impl Fn(&Shelter) -> bool,
    ) -> Places {
        let mut told = Tally::default();
        let mut capacity = Vec::new();
        let places_of = |id: &str| each.map_or(0, |each| each.places(id));
        for (places, shelter) in city.places_offered(places_of).into_iter().zip(city.region.shelters()) {
            if let Some((_, from)) = places {
                let name = |id: &str| if is_told(shelter) { plain(id, 40) } else { "(private)".to_owned() };
                told.add(from, || name(&shelter.id));
            }
            let places = places.map_or(0, |(places, _)| places);
            capacity.push(places * u64::from(1_000 - reserve.0) / 1_000);
        }
        let mut remarks = told.remarks(each);
        if reserve.0 > 0 {
            let share = f64::from(reserve.0) / 10.0;
            remarks.push(format!(
                "{share} % of the places of each shelter are kept free (rounded up to whole places)."
            ));
        }
        Places { capacity, remarks, offered: told.offered, unknown: told.unknown.len() }
    }

    /// All places together.
    pub fn total(&self) -> u64 {
        self.capacity.iter().sum()
    }

    /// Why there are none.
    pub fn why_none(&self) -> String {
        if self.offered == 0 {
            return "no shelter of this region is offered for that, so there are no places".to_owned();
        }
        if self.unknown == 0 {
            return format!(
                "the {} offered have no places at all",
                many(self.offered as u64, "shelter", "shelters")
            );
        }
        format!(
            "of the {} offered, none has a known number of places ({} tell neither places nor area); \
             --places-each N takes them to have N each",
            many(self.offered as u64, "shelter", "shelters"),
            count(self.unknown as u64)
        )
    }
}

/// Shelters by what the number of their places rests on; some by name.
#[derive(Default)]
struct Tally {
    offered: usize,
    zero: usize,
    by_area: Vec<(&'static Norm, u64)>,
    absurd: Vec<String>,
    unknown: Vec<String>,
}

impl Tally {
    fn add(&mut self, from: PlacesFrom, id: impl Fn() -> String) {
        self.offered += 1;
        match from {
            PlacesFrom::List => {}
            PlacesFrom::ListZero => self.zero += 1,
            PlacesFrom::Area(norm) => self.add_area(norm),
            PlacesFrom::AreaNotList(norm) => {
                self.add_area(norm);
                self.absurd.push(id());
            }
            PlacesFrom::Nothing { is_absurd } => {
                if is_absurd {
                    self.absurd.push(id());
                }
                self.unknown.push(id());
            }
        }
    }

    fn add_area(&mut self, norm: &'static Norm) {
        match self.by_area.iter_mut().find(|(known, _)| *known == norm) {
            Some((_, number)) => *number += 1,
            None => self.by_area.push((norm, 1)),
        }
    }

    fn remarks(&self, each: Option<Each>) -> Vec<String> {
        let mut remarks = Vec::new();
        let shelters = |number: usize| many(number as u64, "shelter", "shelters");
        for (norm, number) in &self.by_area {
            remarks.push(format!(
                "{}: places counted from the area, {} m2 a person ({}).",
                shelters(*number as usize),
                f64::from(norm.milli_m2) / 1_000.0,
                norm.source
            ));
        }
        if self.zero > 0 {
            remarks.push(format!("{} with 0 places in the list: nobody is sent there.", shelters(self.zero)));
        }
        if !self.absurd.is_empty() {
            remarks.push(format!(
                "{} with more places than can be true (over {}, or less than {} m2 each), so that the number is not believed: {}.",
                shelters(self.absurd.len()),
                count(u64::from(MOST_IN_ONE)),
                LEAST_MILLI_M2 as f64 / 1_000.0,
                some(&self.absurd)
            ));
        }
        if !self.unknown.is_empty() {
            let taken = match each {
                None => "nobody is promised a place there (--places-each N counts N)".to_owned(),
                Some(Each::Number(each)) => {
                    format!("taken to have {}", many(u64::from(each), "place", "places"))
                }
                Some(Each::Hash) => "INVENTED to have 50 + hash % 451 each, by their ids".to_owned(),
            };
            remarks.push(format!(
                "{} without a known number of places, {taken}: {}.",
                shelters(self.unknown.len()),
                some(&self.unknown)
            ));
        }
        remarks
    }
}

/// The first of some ids.
fn some(ids: &[String]) -> String {
    const SHOWN: usize = 3;
    let more = if ids.len() > SHOWN { ", ..." } else { "" };
    ids[..ids.len().min(SHOWN)].join(", ") + more
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invented_places_are_the_same_everywhere() {
        // The offset and the first test vector of FNV-1a's authors.
        let folded = |hash: u64| hash ^ (hash >> 32);
        assert_eq!(hash(""), folded(0xcbf2_9ce4_8422_2325));
        assert_eq!(hash("a"), folded(0xaf63_dc4c_8601_ec8c));
        assert!(["a", "b", "node/1"].iter().all(|id| (50..=500).contains(&Each::Hash.places(id))));
    }

    #[test]
    fn shares_are_read() {
        assert_eq!("0.1".parse(), Ok(Share(100)));
        assert_eq!("12.5%".parse(), Ok(Share(125)));
        assert_eq!("0".parse(), Ok(Share(0)));
        assert_eq!(Share(125).to_string().parse(), Ok(Share(125)));
        assert_eq!(("hash".parse(), "300".parse()), (Ok(Each::Hash), Ok(Each::Number(300))));
        assert!(["", "0", "250001", "-1", "Hash"].iter().all(|bad| bad.parse::<Each>().is_err()));
        for bad in ["", "1", "100%", "-0.1", "NaN", "inf", "ten"] {
            assert!(bad.parse::<Share>().is_err(), "{bad}");
        }
    }
}
