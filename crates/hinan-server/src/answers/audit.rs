//! What is wrong with the data of a city, as JSON and as sentences in English.

use hinan_city::City;
use hinan_city::audit::{Audit, Basis, Cost, Detail, Finding, Kind};
use hinan_model::HazardSet;
use hinan_model::shelter::Standing;
use hinan_model::shelter::{Access, Shelter, Status};
use hinan_texts::{Language, Texts, plain};
use serde_json::{Value, json};

use super::Notices;

/// The longest name of a file's that is told whole.
const NAME: usize = 60;

/// Everything that was found.
pub fn report(city: &City<'_>, audit: &Audit, notices: &Notices) -> Value {
    let question = &city.question;
    let summary: Vec<Value> = audit
        .summary()
        .iter()
        .map(|of| {
            json!({
                "kind": of.kind.name(), "findings": of.count, "people_only": people(of.cost, of.cost.only),
                "people_served": people(of.cost, of.cost.serves), "basis": of.cost.basis.name(),
                "places": of.cost.places,
            })
        })
        .collect();
    json!({
        "place": city.region.meta().name,
        "hazard": question.threat.map(|threat| threat.to_string()),
        "walker": city.walker_name(),
        "at": question.at.map(|at| at.to_string()),
        "counted": audit.counted, "total": audit.total,
        "summary": summary,
        "findings": audit.findings.iter().map(|found| finding(city, found)).collect::<Vec<_>>(),
        "attribution": notices.attribution, "warnings": notices.warnings,
    })
}

/// One finding.
fn finding(city: &City<'_>, found: &Finding) -> Value {
    let shelter = found.shelter.and_then(|shelter| city.shelter(shelter));
    json!({
        "kind": found.kind.name(), "file": found.file, "row": found.row, "column": found.column,
        "shelter": shelter.map(|shelter| &shelter.id), "name": shelter.map(|shelter| shelter.title()),
        "doorstep": found.doorstep.and_then(|doorstep| city.doorstep_id(doorstep)),
        "zone": found.zone.and_then(|zone| city.region.zones().get(zone)).map(|zone| &zone.id),
        "lat": found.place.map(|place| place.lat()), "lon": found.place.map(|place| place.lon()),
        "what": what(city, found), "detail": detail(city, &found.detail),
        "people_only": people(found.cost, found.cost.only),
        "people_served": people(found.cost, found.cost.serves),
        "basis": found.cost.basis.name(), "places": found.cost.places,
    })
}

/// What belongs to it, as data.
fn detail(city: &City<'_>, detail: &Detail) -> Value {
    match detail {
        Detail::Nothing | Detail::Said(_) => Value::Null,
        Detail::Count(count) => json!({"count": count}),
        Detail::Off(mm) => json!({"off_mm": mm}),
        Detail::Twin { shelter, apart_mm } => {
            json!({"other": city.shelter(*shelter).map(|other| &other.id), "apart_mm": apart_mm})
        }
        Detail::Room { places, area_m2 } => json!({"places": places, "area_m2": area_m2}),
        Detail::Hazards(hazards) => json!({"hazards": hazards.iter().map(|h| h.name()).collect::<Vec<_>>()}),
        Detail::Days(days) => json!({"days": days}),
    }
}

/// A number of people, where there is one to tell.
pub fn people(cost: Cost, number: u64) -> Option<u64> {
    (cost.basis != Basis::Unknown).then_some(number)
}

/// What the thing is called that a finding is about.
pub fn name(city: &City<'_>, found: &Finding) -> String {
    let shelter = found.shelter.and_then(|shelter| city.shelter(shelter)).map(|s| s.title().to_owned());
    let doorstep = || found.doorstep.and_then(|doorstep| city.doorstep_id(doorstep));
    let zone = || Some(city.region.zones().get(found.zone?)?.name.clone());
    shelter.or_else(doorstep).or_else(zone).unwrap_or_default()
}

/// What is wrong, in words, with the numbers of the finding.
pub fn what(city: &City<'_>, found: &Finding) -> String {
    let shelter = found.shelter.and_then(|shelter| city.shelter(shelter));
    match &found.detail {
        Detail::Said(reason) => reason.clone(),
        Detail::Count(number) => counted(found.kind, *number),
        Detail::Off(mm) => {
            format!("an entrance lies {} from the street it is joined to", metres(u64::from(*mm)))
        }
        Detail::Twin { shelter, apart_mm } => {
            let other = city.shelter(*shelter);
            let source = other.and_then(|other| city.region.meta().sources.get(other.source as usize));
            format!(
                "looks like {} ({}, row {}), {} away",
                plain(other.map_or("", Shelter::title), NAME),
                source.map_or("", |source| &source.file),
                other.map_or(0, |other| other.row),
                metres(u64::from(*apart_mm))
            )
        }
        Detail::Room { places, area_m2 } => room(found.kind, *places, *area_m2),
        Detail::Hazards(hazards) => about_hazards(found.kind, *hazards),
        Detail::Days(days) => {
            let checked = shelter.and_then(|shelter| shelter.checked.as_deref()).unwrap_or_default();
            format!(
                "last checked on {}, {} before",
                plain(checked, 20),
                many(u64::from(*days), "day", "days")
            )
        }
        Detail::Nothing => plainly(found.kind, shelter),
    }
}

fn counted(kind: Kind, number: u64) -> String {
    match kind {
        Kind::OutsideOfExtract => {
            format!("{} outside of the streets' extract", many(number, "shelter lies", "shelters lie"))
        }
        Kind::ComplaintsCut => {
            format!("{} more than the region has room for", many(number, "complaint", "complaints"))
        }
        Kind::DoorstepsAtEdge => {
            format!(
                "{} nearer to the edge of the extract than to any shelter",
                many(number, "doorstep", "doorsteps")
            )
        }
        Kind::ZoneOfNeighbour => {
            format!(
                "{} in no zone: this neighbour's time, the least, is taken",
                many(number, "doorstep", "doorsteps")
            )
        }
        Kind::PeopleGuessed => "nobody counted these people: they are guessed from buildings".to_owned(),
        Kind::PeopleOutside => "people of the source live outside of the extract".to_owned(),
        Kind::PeopleFar => "people of the source live too far from any doorstep".to_owned(),
        _ => many(number, "thing", "things"),
    }
}

fn room(kind: Kind, places: Option<u32>, area_m2: Option<u32>) -> String {
    let places = places.map_or_else(String::new, |places| many(u64::from(places), "place", "places"));
    let area = area_m2.map_or_else(String::new, |area| format!("{} m²", count(u64::from(area))));
    match kind {
        Kind::CapacityZero => "places for nobody".to_owned(),
        Kind::CapacityAbsurd => format!("{places}: no shelter holds so many"),
        Kind::CapacityAgainstArea => format!("{places} on {area}: less than 0.4 or more than 20 m² a head"),
        Kind::AreaOnly => format!("{area}, but no number of places"),
        Kind::CapacityInNote => "no number of places, but the note has a number in it".to_owned(),
        _ => "nothing tells how many people it holds".to_owned(),
    }
}

fn about_hazards(kind: Kind, hazards: HazardSet) -> String {
    let names = hazards.iter().map(|hazard| hazard.name()).collect::<Vec<_>>().join(", ");
    match kind {
        Kind::ListedForOthers => format!("its list names other hazards only: {names}"),
        Kind::SuitabilityContradicted => {
            format!("called good for {names}, but also bad for it or below the ground")
        }
        _ => format!("no list says whether it is good for {names}"),
    }
}

fn plainly(kind: Kind, shelter: Option<&Shelter>) -> String {
    let words = match kind {
        Kind::NotJoined => "no street within 300 m, or none that leads there",
        Kind::ForbiddenGround => "every entrance stands on forbidden ground or behind it",
        Kind::IsolatedStreets => "joined only to streets that hang together with no others",
        Kind::OutOfUse => match shelter.map(|shelter| shelter.status) {
            Some(Status::Closed) => "its list calls it closed",
            Some(Status::Full) => "its list calls it full",
            _ => "its list calls it out of use",
        },
        Kind::NotPublic => match shelter.map(|shelter| shelter.access) {
            Some(Access::Key) => "locked: somebody has to bring the key",
            _ => "only for those who live, learn or work there",
        },
        Kind::HoursUnreadable => {
            let hours = shelter.and_then(|shelter| shelter.hours.as_deref()).unwrap_or_default();
            return format!("hours that cannot be read: {}", plain(hours, NAME));
        }
        Kind::HoursUnknown => "nothing tells when it is open",
        Kind::NotOfficial => match shelter.map(|shelter| shelter.standing) {
            Some(Standing::Candidate) => "a candidate: nobody has declared it fit",
            _ => "drawn on a map, on no official list",
        },
        Kind::WheelchairUnknown => "nothing tells whether a wheelchair can get in",
        Kind::SourceUndated => "the source states no date",
        Kind::SourceUnlicensed => "the source's licence is not known",
        Kind::DoorstepOffStreet => "no street within 300 m",
        Kind::ZoneWithoutOutline => "the zone has no outline: nobody lies in it",
        _ => kind.name(),
    };
    words.to_owned()
}

/// `1234567` as `1,234,567`.
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `1 shelter`, `2 shelters`.
pub fn many(number: u64, one: &str, more: &str) -> String {
    format!("{} {}", count(number), if number == 1 { one } else { more })
}

/// Metres: to five below a kilometre, to a tenth of a kilometre above. Rounded up, as times are.
pub fn metres(mm: u64) -> String {
    Texts::of(Language::English).length(mm)
}
