//! Shelters that stand in the lists twice.

use super::cost::Costs;
use super::near::Near;
use super::{Cost, Detail, Finding, Kind};
use crate::{City, SAME_BUILDING_MM, place_of};

/// Entrances no further apart than this, in mm, may be one if they are called alike.
const CALLED_ALIKE_MM: u32 = 25_000;
/// Neighbours of one entrance that are looked at; a heap of more on one spot is wrong anyway.
const MOST_NEIGHBOURS: u32 = 1000;
/// A shorter name than this is in too many others to tell anything.
const TELLING_LETTERS: usize = 4;

/// The names of a shelter, without all that lists write differently.
struct Names([Option<String>; 2]);

/// Looks for shelters that are like an earlier one: in another list within the same building, or
/// called alike and nearly so; in their own list called alike, with a capacity that is no other.
pub(super) fn find(city: &City<'_>, costs: &Costs, findings: &mut Vec<Finding>) {
    let shelters = city.region.shelters();
    let numbers: Vec<u32> = costs.in_extract().collect();
    let doors = |number: u32| {
        let entrances = &shelters[number as usize].entrances;
        entrances.iter().filter_map(|entrance| place_of(city.region, &entrance.at))
    };
    let near = Near::new(numbers.iter().flat_map(|&number| doors(number).map(move |place| (number, place))));
    let names: Vec<Names> = shelters.iter().map(|s| Names::of([&s.name, &s.address])).collect();
    for &number in &numbers {
        let (mut best, mut looked_at) = (None, 0);
        for place in doors(number) {
            near.within(place, CALLED_ALIKE_MM, |other, apart_mm| {
                looked_at += 1;
                if other < number && is_twin(city, &names, [other, number], apart_mm) {
                    best = Some(best.unwrap_or((u32::MAX, 0)).min((apart_mm, other)));
                }
                looked_at < MOST_NEIGHBOURS
            });
        }
        if let Some((apart_mm, other)) = best {
            findings.push(twin(city, costs, number, other, apart_mm));
        }
    }
}

fn is_twin(city: &City<'_>, names: &[Names], [a, b]: [u32; 2], apart_mm: u32) -> bool {
    let [first, second] = [a, b].map(|number| &city.region.shelters()[number as usize]);
    let alike = names[a as usize].are_like(&names[b as usize]);
    if first.source != second.source {
        return alike || apart_mm <= SAME_BUILDING_MM;
    }
    let one_capacity = match (first.capacity, second.capacity) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    alike && one_capacity
}

fn twin(city: &City<'_>, costs: &Costs, number: u32, other: u32, apart_mm: u32) -> Finding {
    let [a, b] = [other, number].map(|number| &city.region.shelters()[number as usize]);
    let kind = if a.source == b.source { Kind::DuplicateWithinList } else { Kind::DuplicateAcrossLists };
    let twice = a.capacity.zip(b.capacity).map(|(one, other)| u64::from(one.min(other)));
    let about = city.about(kind, number, costs);
    Finding {
        detail: Detail::Twin { shelter: other, apart_mm },
        cost: Cost { places: twice, ..about.cost },
        ..about
    }
}

impl Names {
    fn of(texts: [&Option<String>; 2]) -> Names {
        Names(texts.map(|text| {
            let text = text.as_deref()?.chars().filter(|c| c.is_alphanumeric());
            let letters: String = text.flat_map(char::to_lowercase).collect();
            (!letters.is_empty()).then_some(letters)
        }))
    }

    fn are_like(&self, other: &Names) -> bool {
        let pairs = self.0.iter().flatten().flat_map(|a| other.0.iter().flatten().map(move |b| (a, b)));
        pairs.into_iter().any(|(a, b)| a == b || is_in(a, b) || is_in(b, a))
    }
}

/// Whether one name stands in the other, and no number is cut in two: house 1 is not house 12.
fn is_in(part: &str, whole: &str) -> bool {
    let cuts = |inner: Option<char>, outer: Option<char>| {
        inner.is_some_and(char::is_numeric) && outer.is_some_and(char::is_numeric)
    };
    part.chars().count() >= TELLING_LETTERS
        && whole.match_indices(part).any(|(at, _)| {
            let (before, after) = (&whole[..at], &whole[at + part.len()..]);
            !cuts(part.chars().next(), before.chars().next_back())
                && !cuts(part.chars().next_back(), after.chars().next())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_alike_whatever_stands_between_their_letters() {
        let names = |name: &str, address: &str| {
            Names::of([&Some(name.to_owned()), &Some(address.to_owned()).filter(|a| !a.is_empty())])
        };
        assert!(names("School No. 5", "").are_like(&names("SCHOOL no 5 (cellar)", "")));
        assert!(names("x", "Main St. 12").are_like(&names("Main st 12", "")));
        assert!(!names("School No. 5", "").are_like(&names("School No. 6", "")));
        assert!(!names("No", "").are_like(&names("North", "")));
        assert!(!names("Main St. 1", "").are_like(&names("Main St. 12", "")));
        assert!(names("Main St. 1", "").are_like(&names("Main St. 1 b, Main St. 12", "")));
    }
}
