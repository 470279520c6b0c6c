//! People whom no answer reaches, or only a doubtful one, and zones of warning.

use hinan_model::network::NONE;
use hinan_model::zone::ZoneFound;
use hinan_plan::{Counted, Fate, Ground};
use hinan_region::meta::PEOPLE_GUESSED;

use super::cost::Costs;
use super::{Basis, Cost, Detail, Finding, Kind};
use crate::{City, Doorsteps};

/// Looks at doorsteps, at what the region counts of its people, and at zones.
pub(super) fn find(city: &City<'_>, doorsteps: &Doorsteps, costs: &Costs, findings: &mut Vec<Finding>) {
    find_off_street(city, doorsteps, costs, findings);
    find_at_edge(doorsteps, costs, findings);
    find_people(city, costs, findings);
    find_zones(city, doorsteps, costs, findings);
}

/// A cost that is the people of the finding themselves.
fn people(people: u64) -> Cost {
    Cost { only: people, serves: people, basis: Basis::Counted, places: None }
}

fn weight(people: u32, costs: &Costs) -> u64 {
    match costs.counted {
        Counted::People => u64::from(people),
        Counted::Doorsteps => 1,
    }
}

fn find_off_street(city: &City<'_>, doorsteps: &Doorsteps, costs: &Costs, findings: &mut Vec<Finding>) {
    let records = city.region.doorsteps().iter().zip(&doorsteps.all);
    for (number, (record, doorstep)) in records.enumerate() {
        let weight = weight(doorstep.people, costs);
        if record.segment == NONE && weight > 0 {
            findings.push(Finding {
                kind: Kind::DoorstepOffStreet,
                doorstep: Some(number),
                place: Some(record.place),
                cost: people(weight),
                ..Finding::default()
            });
        }
    }
}

/// Those who have no shelter in time in this extract may have one beyond.
fn find_at_edge(doorsteps: &Doorsteps, costs: &Costs, findings: &mut Vec<Finding>) {
    let (mut count, mut cost) = (0, people(0));
    for doorstep in doorsteps.all.iter().filter(|doorstep| doorstep.ground == Ground::Edge) {
        let weight = weight(doorstep.people, costs);
        count += 1;
        cost.serves += weight;
        cost.only += if doorstep.fate() == Fate::Unknown { weight } else { 0 };
    }
    if count > 0 {
        let detail = Detail::Count(count);
        findings.push(Finding { kind: Kind::DoorstepsAtEdge, detail, cost, ..Finding::default() });
    }
}

fn find_people(city: &City<'_>, costs: &Costs, findings: &mut Vec<Finding>) {
    let meta = city.region.meta();
    let guessed = if meta.parameters.contains_key(PEOPLE_GUESSED) { costs.total } else { 0 };
    for (kind, heads) in [
        (Kind::PeopleOutside, meta.counts.people_outside),
        (Kind::PeopleFar, meta.counts.people_far),
        (Kind::PeopleGuessed, guessed),
    ] {
        if heads > 0 {
            let detail = Detail::Count(heads);
            findings.push(Finding { kind, detail, cost: people(heads), ..Finding::default() });
        }
    }
}

fn find_zones(city: &City<'_>, doorsteps: &Doorsteps, costs: &Costs, findings: &mut Vec<Finding>) {
    let zones = city.region.zones();
    if zones.is_empty() {
        return;
    }
    // Of each zone: doorsteps that take its time without lying in it, and their people.
    let mut taken = vec![(0_u64, 0_u64); zones.len()];
    for (number, doorstep) in doorsteps.all.iter().enumerate() {
        let found = city.doorstep_place(number).and_then(|place| city.zones.find(place));
        if let Some(ZoneFound::Neighbour(zone)) = found {
            taken[zone].0 += 1;
            taken[zone].1 += weight(doorstep.people, costs);
        }
    }
    for (number, (zone, (count, heads))) in zones.iter().zip(taken).enumerate() {
        let about = Finding { zone: Some(number), place: zone.place, ..Finding::default() };
        if count > 0 {
            findings.push(Finding {
                kind: Kind::ZoneOfNeighbour,
                detail: Detail::Count(count),
                cost: people(heads),
                ..about.clone()
            });
        }
        if zone.area.is_none() {
            findings.push(Finding { kind: Kind::ZoneWithoutOutline, ..about });
        }
    }
}
