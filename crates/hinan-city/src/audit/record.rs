//! What is wrong with the record of a shelter, or with its source.

use hinan_hours::{LocalTime, Opening, opening};
use hinan_model::shelter::{Access, Answer, Standing};
use hinan_model::{Hazard, HazardSet, Shelter};

use super::cost::Costs;
use super::{Cost, Detail, Finding, Kind, LONG_AGO_DAYS, MOST_PLACES};
use crate::City;

/// Square metres a head, in hundredths: norms run from 0.4 (Ukraine, crowded) to 1.0 and, with bunks
/// and stores, a few more. Outside of these an area or a number is wrong.
const LEAST_ROOM_CENTI_M2: u64 = 40;
/// See [`LEAST_ROOM_CENTI_M2`].
const MOST_ROOM_CENTI_M2: u64 = 2000;
/// The role of a source that lists shelters.
const SHELTERS: &str = "shelters";

/// Looks at every shelter in the extract and at every source.
pub(super) fn find(city: &City<'_>, costs: &Costs, findings: &mut Vec<Finding>) {
    let today = today(city);
    let some_time = some_time(city);
    for number in costs.in_extract() {
        let Some(shelter) = city.shelter(number) else { continue };
        let wrong = [
            room(shelter),
            (!shelter.status.is_usable()).then_some((Kind::OutOfUse, Detail::Nothing)),
            matches!(shelter.access, Access::Private | Access::Key)
                .then_some((Kind::NotPublic, Detail::Nothing)),
            hours(shelter, some_time),
            (shelter.standing != Standing::Official).then_some((Kind::NotOfficial, Detail::Nothing)),
            suitability(city, shelter),
            contradiction(shelter),
            age(shelter, today),
            (shelter.wheelchair == Answer::Unknown).then_some((Kind::WheelchairUnknown, Detail::Nothing)),
        ];
        for (kind, detail) in wrong.into_iter().flatten() {
            let about = city.about(kind, number, costs);
            let places = match detail {
                Detail::Room { places, .. } => places.map(u64::from),
                _ => None,
            };
            findings.push(Finding { detail, cost: Cost { places, ..about.cost }, ..about });
        }
    }
    find_sources(city, costs, findings);
}

fn find_sources(city: &City<'_>, costs: &Costs, findings: &mut Vec<Finding>) {
    for (number, source) in city.region.meta().sources.iter().enumerate() {
        let is_list = source.role == SHELTERS;
        let cost = if is_list { costs.of_source(city, number) } else { Cost::default() };
        for (kind, is_missing) in
            [(Kind::SourceUndated, source.date.is_none()), (Kind::SourceUnlicensed, source.licence.is_none())]
        {
            if is_missing {
                findings.push(Finding { kind, file: Some(source.file.clone()), cost, ..Finding::default() });
            }
        }
    }
}

/// What is wrong with how many people it holds.
fn room(shelter: &Shelter) -> Option<(Kind, Detail)> {
    let detail = Detail::Room { places: shelter.capacity, area_m2: shelter.area_m2 };
    let area = shelter.area_m2.filter(|&area| area > 0);
    let kind = match (shelter.capacity, area) {
        (Some(0), _) => Kind::CapacityZero,
        (Some(places), _) if places > MOST_PLACES => Kind::CapacityAbsurd,
        (Some(places), Some(area)) if !is_room_enough(places, area) => Kind::CapacityAgainstArea,
        (Some(_), _) => return None,
        (None, Some(_)) => Kind::AreaOnly,
        (None, None) if shelter.note.as_deref().is_some_and(has_number) => Kind::CapacityInNote,
        (None, None) => Kind::CapacityUnknown,
    };
    Some((kind, detail))
}

fn is_room_enough(places: u32, area_m2: u32) -> bool {
    let (places, area) = (u64::from(places), u64::from(area_m2) * 100);
    (places * LEAST_ROOM_CENTI_M2..=places * MOST_ROOM_CENTI_M2).contains(&area)
}

/// Whether a text has a number that may be one of people: two to four digits.
fn has_number(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|digits| (2..=4).contains(&digits.len()))
}

/// Whether hours can be read does not depend on the time; one is needed to ask.
fn some_time(city: &City<'_>) -> Option<LocalTime> {
    city.question.at.or_else(|| "2000-01-03T12:00".parse().ok())
}

fn hours(shelter: &Shelter, at: Option<LocalTime>) -> Option<(Kind, Detail)> {
    match (&shelter.hours, at) {
        (None, _) => Some((Kind::HoursUnknown, Detail::Nothing)),
        (Some(hours), Some(at)) if opening(hours, at) == Opening::Unreadable => {
            Some((Kind::HoursUnreadable, Detail::Nothing))
        }
        _ => None,
    }
}

/// Whether the list says anything of what was asked about.
fn suitability(city: &City<'_>, shelter: &Shelter) -> Option<(Kind, Detail)> {
    let asked: HazardSet = city.question.threat?.hazards().collect();
    let is_stated = asked.iter().any(|hazard| shelter.suits(hazard) != Answer::Unknown);
    match shelter.good_for {
        _ if asked.is_empty() || is_stated => None,
        HazardSet::EMPTY => Some((Kind::SuitabilityUnstated, Detail::Hazards(asked))),
        others => Some((Kind::ListedForOthers, Detail::Hazards(others))),
    }
}

fn contradiction(shelter: &Shelter) -> Option<(Kind, Detail)> {
    let is_both = |&hazard: &Hazard| {
        shelter.bad_for.contains(hazard) || (hazard.fills_cellars() && shelter.underground == Answer::Yes)
    };
    let both: HazardSet = shelter.good_for.iter().filter(is_both).collect();
    (!both.is_empty()).then_some((Kind::SuitabilityContradicted, Detail::Hazards(both)))
}

fn age(shelter: &Shelter, today: Option<u32>) -> Option<(Kind, Detail)> {
    let days = today?.checked_sub(day_number(shelter.checked.as_deref()?)?)?;
    (days > LONG_AGO_DAYS).then_some((Kind::CheckedLongAgo, Detail::Days(days)))
}

/// What counts as today: the time asked about, else the newest date that a source states, else the
/// newest check. There is no clock here.
fn today(city: &City<'_>) -> Option<u32> {
    if let Some(at) = city.question.at {
        return day_number(&at.to_string());
    }
    let sources = &city.region.meta().sources;
    let newest = sources.iter().filter_map(|source| day_number(source.date.as_deref()?)).max();
    newest.or_else(|| city.region.shelters().iter().filter_map(|s| day_number(s.checked.as_deref()?)).max())
}

/// The number of the day that `date` (RFC 3339) begins with, counted from the first of March of the
/// year 0, so that a leap day is the last of its year.
fn day_number(date: &str) -> Option<u32> {
    let digits = |range: core::ops::Range<usize>| -> Option<u32> {
        let digits = date.get(range)?;
        digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())?
    };
    let bytes = date.as_bytes();
    if (bytes.get(4), bytes.get(7)) != (Some(&b'-'), Some(&b'-')) {
        return None;
    }
    let (year, month, day) = (digits(0..4)?, digits(5..7)?, digits(8..10)?);
    if year == 0 || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    // Months from March on have 31, 30, 31, 30, 31 days, and again.
    Some(year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_across_leap_years() {
        let between = |a: &str, b: &str| day_number(b).unwrap() - day_number(a).unwrap();
        assert_eq!(between("2024-02-28", "2024-03-01"), 2);
        assert_eq!(between("2023-02-28", "2023-03-01T10:00:00Z"), 1);
        assert_eq!(between("1900-02-28", "1900-03-01"), 1);
        assert_eq!(between("2000-01-01", "2001-01-01"), 366);
        assert_eq!(between("2023-11-22", "2026-11-22"), 1096);
        for wrong in ["", "2026", "2026-13-01", "2026-00-01", "2026/01/01", "yesterday..", "2026-1-011"] {
            assert_eq!(day_number(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn room_is_judged_by_the_head() {
        let of = |capacity, area_m2, note: Option<&str>| {
            let shelter =
                Shelter { capacity, area_m2, note: note.map(str::to_owned), ..Shelter::new("x", Vec::new()) };
            room(&shelter).map(|(kind, _)| kind)
        };
        assert_eq!(of(Some(100), Some(40), None), None);
        assert_eq!(of(Some(100), Some(39), None), Some(Kind::CapacityAgainstArea));
        assert_eq!(of(Some(100), Some(2000), None), None);
        assert_eq!(of(Some(100), Some(2001), None), Some(Kind::CapacityAgainstArea));
        assert_eq!(of(Some(100), None, None), None);
        assert_eq!(of(Some(100), Some(0), None), None, "an area of nothing is no area");
        assert_eq!(of(Some(0), Some(10), None), Some(Kind::CapacityZero));
        assert_eq!(of(Some(50_001), Some(50_001), None), Some(Kind::CapacityAbsurd));
        assert_eq!(of(None, Some(10), None), Some(Kind::AreaOnly));
        assert_eq!(of(None, None, Some("for 120 people")), Some(Kind::CapacityInNote));
        assert_eq!(of(None, None, Some("call 0123456789, door 3")), Some(Kind::CapacityUnknown));
    }
}
