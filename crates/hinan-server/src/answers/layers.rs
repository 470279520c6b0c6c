//! Answers as layers of a map, for the tools of planners.

use hinan_city::audit::{Audit, Basis};
use hinan_city::{City, Doorsteps, place_of};
use hinan_model::shelter::Visibility;
use hinan_model::{Area, Ds, NamedArea, Place, Shelter};
use hinan_plan::{Coverage, Doorstep, Fate, Tally};
use hinan_render::{Geometries, Layer, Notes};

use super::Notices;
use super::audit::{name, people, what};
use super::coverage::unit;

/// What must stand on every layer and picture of a city.
pub fn notes(city: &City, notices: &Notices) -> Notes {
    let question = &city.question;
    let mut facts = vec![("walker".to_owned(), city.walker_name().to_owned())];
    facts.extend(question.threat.map(|threat| ("hazard".to_owned(), threat.to_string())));
    facts.extend(question.at.map(|at| ("at".to_owned(), at.to_string())));
    facts.extend(question.within.map(|within| ("within".to_owned(), within.to_string())));
    facts.push(("start".to_owned(), city.start().to_string()));
    Notes { attribution: notices.attribution.clone(), warnings: notices.warnings.clone(), facts }
}

/// A time that is there.
fn known(time: Ds) -> Option<i64> {
    time.is_reachable().then_some(i64::from(time.0))
}

/// One row a doorstep.
pub fn doorsteps(city: &City, found: &Doorsteps, notices: &Notices) -> Layer {
    let all = || found.all.iter();
    let total = |doorstep: &Doorstep| doorstep.fate().has_time().then(|| doorstep.total());
    let shelter = |index: usize| found.bests[index][0].and_then(|best| city.shelter(best.shelter));
    let count = found.all.len();
    let places = (0..count).map(|index| city.doorstep_place(index)).collect();
    Layer::new(
        "doorsteps",
        "Doorsteps, the people there, and what becomes of them",
        Geometries::Points(places),
        notes(city, notices),
    )
    .with_text("doorstep", (0..count).map(|index| city.doorstep_id(index)))
    .with_integer("people", all().map(|doorstep| Some(i64::from(doorstep.people))))
    .with_text("fate", all().map(|doorstep| Some(doorstep.fate().name().to_owned())))
    .with_boolean("in_time", all().map(|doorstep| in_time(doorstep.fate())))
    .with_text("shelter", (0..count).map(|index| shelter(index).map(|shelter| shelter.id.clone())))
    .with_text(
        "shelter_name",
        (0..count).map(|index| shelter(index).and_then(|shelter| shelter.name.clone())),
    )
    .with_text(
        "shelter_standing",
        (0..count).map(|index| shelter(index).map(|shelter| shelter.standing.name().to_owned())),
    )
    .with_integer("time_ds", all().map(|doorstep| known(doorstep.time)))
    .with_integer("total_ds", all().map(|doorstep| total(doorstep).and_then(known)))
    .with_integer("minutes", all().map(|doorstep| total(doorstep).map(|total| i64::from(total.minutes_up()))))
    .with_integer("budget_ds", all().map(|doorstep| known(doorstep.budget)))
    .with_text("inside", all().map(|doorstep| Some(doorstep.inside.name().to_owned())))
    .with_integer("district", all().map(|doorstep| doorstep.district.map(i64::from)))
}

/// In time, not in time, or nobody can tell.
fn in_time(fate: Fate) -> Option<bool> {
    match fate {
        Fate::Unknown | Fate::NoStreet => None,
        fate => Some(fate.is_in_time()),
    }
}

/// One row a district.
pub fn districts(city: &City, coverage: &Coverage, districts: &[NamedArea], notices: &Notices) -> Layer {
    let tallies = || coverage.districts.iter();
    let areas: Vec<Option<Area>> = districts.iter().map(|district| Some(district.area.clone())).collect();
    let whole = |number: u64| Some(number as i64);
    let in_percent =
        |tally: &Tally| (tally.total() > 0).then(|| tally.in_time() as f64 * 100.0 / tally.total() as f64);
    let mut layer = Layer::new(
        "districts",
        &format!("Districts, and what becomes of the {} there", unit(coverage.counted)),
        Geometries::Areas(areas),
        notes(city, notices),
    )
    .with_text("district", districts.iter().map(|district| Some(district.id.clone())))
    .with_text("name", districts.iter().map(|district| Some(district.name.clone())))
    .with_integer("total", tallies().map(|tally| whole(tally.total())))
    .with_integer("in_time", tallies().map(|tally| whole(tally.in_time())))
    .with_real("in_time_percent", tallies().map(in_percent));
    for fate in Fate::ALL {
        let name = fate.name().replace('-', "_");
        layer = layer.with_integer(&name, tallies().map(|tally| whole(tally.people[fate])));
    }
    layer
        .with_integer("median_ds", tallies().map(|tally| tally.median_ds.and_then(known)))
        .with_integer("worst_ds", tallies().map(|tally| tally.worst_ds.and_then(known)))
}

/// Whether its owner lets it be shown to others.
pub fn is_public(shelter: &Shelter) -> bool {
    shelter.visibility == Visibility::Public
}

/// Numbers of the shelters that may be shown to others, each with the place of its first entrance that
/// has one. Records that their owner keeps private are in nothing that leaves the command.
pub fn public_shelters(city: &City) -> Vec<(u32, Option<Place>)> {
    let shelters = (0..).zip(city.region.shelters());
    let public = shelters.filter(|(_, shelter)| is_public(shelter));
    public
        .map(|(number, shelter)| {
            let mut places = shelter.entrances.iter().filter_map(|door| place_of(city.region, &door.at));
            (number, places.next())
        })
        .collect()
}

/// One row a shelter, at its first entrance.
pub fn shelters(city: &City, notices: &Notices) -> Layer {
    let shown = public_shelters(city);
    let record = |number: u32| city.region.shelters().get(number as usize);
    let all = || shown.iter().filter_map(|(number, _)| Some((*number, record(*number)?)));
    let offered = |number: u32| city.offered.get(number as usize).copied();
    let reason =
        |number: u32| offered(number).and_then(|offered| offered.err()).map(|reason| reason.in_words());
    let source = |source: u32| city.region.meta().sources.get(source as usize);
    Layer::new(
        "shelters",
        "Shelters, what their lists say of them, and whether they are offered",
        Geometries::Points(shown.iter().map(|(_, place)| *place).collect()),
        notes(city, notices),
    )
    .with_text("shelter", all().map(|(_, s)| Some(s.id.clone())))
    .with_text("name", all().map(|(_, s)| s.name.clone()))
    .with_text("address", all().map(|(_, s)| s.address.clone()))
    .with_text("kind", all().map(|(_, s)| s.kind.clone()))
    .with_text("standing", all().map(|(_, s)| Some(s.standing.name().to_owned())))
    .with_boolean("offered", all().map(|(number, _)| offered(number).map(|offered| offered.is_ok())))
    .with_text("reason", all().map(|(number, _)| reason(number)))
    .with_boolean("joined", all().map(|(number, _)| city.joined.get(number as usize).copied()))
    .with_integer("capacity", all().map(|(_, s)| s.capacity.map(i64::from)))
    .with_integer("area_m2", all().map(|(_, s)| s.area_m2.map(i64::from)))
    .with_text("status", all().map(|(_, s)| word(&s.status)))
    .with_text("hours", all().map(|(_, s)| s.hours.clone()))
    .with_text("access", all().map(|(_, s)| word(&s.access)))
    .with_text("wheelchair", all().map(|(_, s)| word(&s.wheelchair)))
    .with_text("pets", all().map(|(_, s)| word(&s.pets)))
    .with_text("good_for", all().map(|(_, s)| Some(hazards(s.good_for))))
    .with_text("underground", all().map(|(_, s)| word(&s.underground)))
    .with_text("file", all().map(|(_, s)| source(s.source).map(|source| source.file.clone())))
    .with_integer("row", all().map(|(_, s)| i64::try_from(s.row).ok()))
    .with_text("date", all().map(|(_, s)| source(s.source).and_then(|source| source.date.clone())))
    .with_text("checked", all().map(|(_, s)| s.checked.clone()))
}

/// The word by which a choice goes in files.
fn word(choice: &impl serde::Serialize) -> Option<String> {
    serde_json::to_value(choice).ok()?.as_str().map(str::to_owned)
}

fn hazards(set: hinan_model::HazardSet) -> String {
    set.iter().map(|hazard| hazard.name()).collect::<Vec<_>>().join("+")
}

/// One row a finding.
pub fn audit(city: &City, audit: &Audit, notices: &Notices) -> Layer {
    let all = || audit.findings.iter();
    let number = |number: Option<u64>| number.and_then(|number| i64::try_from(number).ok());
    Layer::new(
        "audit",
        "What is wrong with the data, and who hangs on it",
        Geometries::Points(all().map(|found| found.place).collect()),
        notes(city, notices),
    )
    .with_text("kind", all().map(|found| Some(found.kind.name().to_owned())))
    .with_text("file", all().map(|found| found.file.clone()))
    .with_integer("row", all().map(|found| number(found.row)))
    .with_text("column", all().map(|found| found.column.clone()))
    .with_text(
        "shelter",
        all().map(|found| found.shelter.and_then(|shelter| city.shelter(shelter)).map(|s| s.id.clone())),
    )
    .with_text("name", all().map(|found| Some(name(city, found)).filter(|name| !name.is_empty())))
    .with_text("what", all().map(|found| Some(what(city, found))))
    .with_integer("people_only", all().map(|found| number(people(found.cost, found.cost.only))))
    .with_integer("people_served", all().map(|found| number(people(found.cost, found.cost.serves))))
    .with_integer("places", all().map(|found| number(found.cost.places)))
    .with_text(
        "basis",
        all().map(|found| {
            Some(found.cost.basis)
                .filter(|basis| *basis != Basis::Unknown)
                .map(|basis| basis.name().to_owned())
        }),
    )
}
