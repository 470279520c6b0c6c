//! Which faults an audit finds, and whether its costs are honest.

use hinan_city::audit::{Audit, Basis, Detail, Finding, Kind};
use hinan_city::{City, Question};
use hinan_model::people::{Cell, Shape};
use hinan_model::shelter::{Access, Answer, Standing, Status};
use hinan_model::{
    Area, Bounds, Complaint, Ds, Entrance, EntranceAt, Hazard, HazardSet, NamedArea, People, Place, Shelter,
    Source, Threat, Zone,
};
use hinan_plan::Counted;
use hinan_reach::Alone;
use hinan_region::build::{Layer, List};
use hinan_region::meta::MAX_COMPLAINTS;
use hinan_region::{Draft, Input, Region};
use proptest::prelude::*;

use crate::town::{at, plan, question};

/// A street of 2 km to the east, a lane in the north that hangs together with nothing, and houses.
fn map() -> String {
    let node = |id: i32, place: Place, tags: &str| {
        format!("<node id=\"{id}\" lat=\"{:.7}\" lon=\"{:.7}\">{tags}</node>", place.lat(), place.lon())
    };
    let way = |id: i32, nodes: std::ops::RangeInclusive<i32>| {
        let nodes: String = nodes.map(|id| format!("<nd ref=\"{id}\"/>")).collect();
        format!("<way id=\"{id}\">{nodes}<tag k=\"highway\" v=\"residential\"/></way>")
    };
    let (low, high) = (at(-3000, -3000), at(3000, 2100));
    let mut xml = format!(
        "<osm version=\"0.6\"><bounds minlat=\"{:.7}\" minlon=\"{:.7}\" maxlat=\"{:.7}\" maxlon=\"{:.7}\"/>",
        low.lat(),
        low.lon(),
        high.lat(),
        high.lon()
    );
    for corner in 0..=20 {
        xml += &node(1 + corner, at(0, corner * 100), "");
    }
    xml += &node(31, at(1000, 0), "");
    xml += &node(32, at(1000, 100), "");
    for (id, (north, east)) in (100..).zip(HOUSES) {
        xml += &node(id, at(north, east), "<tag k=\"addr:housenumber\" v=\"7\"/>");
    }
    xml + &way(1, 1..=21) + &way(2, 31..=32) + "</osm>"
}

/// Along the street; far from any; near the eastern edge, in no zone.
const HOUSES: [(i32, i32); 12] = [
    (15, 25),
    (15, 225),
    (15, 425),
    (15, 625),
    (15, 825),
    (15, 1025),
    (15, 1225),
    (15, 1425),
    (15, 1625),
    (15, 1825),
    (500, 500),
    (15, 1990),
];

fn source(role: &str, file: &str) -> Source {
    Source {
        role: role.to_owned(),
        file: file.to_owned(),
        date: Some("2026-11-01".to_owned()),
        licence: Some("CC0-1.0".to_owned()),
        ..Source::default()
    }
}

fn complaint(row: u64, dropped: bool) -> Complaint {
    let reason = if dropped { "no place; row left out" } else { "hours cut; row kept" }.to_owned();
    Complaint { file: "a.csv".to_owned(), row: Some(row), column: Some("x".to_owned()), reason, dropped }
}

/// A record without a fault.
fn sound(id: &str, north: i32, east: i32) -> Shelter {
    let at = EntranceAt::Place(at(north, east));
    Shelter {
        name: Some(format!("house {id}")),
        capacity: Some(100),
        area_m2: Some(100),
        good_for: HazardSet::EMPTY.with(Hazard::AirRaid),
        access: Access::Public,
        wheelchair: Answer::Yes,
        hours: Some("24/7".to_owned()),
        checked: Some("2026-06-01".to_owned()),
        ..Shelter::new(id, vec![Entrance { at, start: None, name: None }])
    }
}

/// One shelter for each fault, and one without.
fn faulty() -> Vec<Shelter> {
    let flood = HazardSet::EMPTY.with(Hazard::Flood);
    let hazards = HazardSet::EMPTY.with(Hazard::AirRaid).with(Hazard::Flood);
    let mut all = vec![
        sound("sound", 5, 0),
        sound("not-joined", 600, 900),
        sound("outside", 9000, 0),
        sound("forbidden", -200, 300),
        sound("far", 100, 400),
        sound("isolated", 1005, 50),
        Shelter { name: Some("House Sound".to_owned()), ..sound("twin", -10, 10) },
        Shelter { capacity: None, area_m2: None, ..sound("capacity-unknown", 5, 100) },
        Shelter {
            capacity: None,
            area_m2: None,
            note: Some("for 80".to_owned()),
            ..sound("capacity-in-note", 5, 200)
        },
        Shelter { capacity: None, ..sound("area-only", 5, 300) },
        Shelter { capacity: Some(0), ..sound("capacity-zero", 5, 500) },
        Shelter { capacity: Some(60_000), ..sound("capacity-absurd", 5, 600) },
        Shelter { area_m2: Some(30), ..sound("capacity-against-area", 5, 700) },
        Shelter { status: Status::Full, ..sound("out-of-use", 5, 800) },
        Shelter { access: Access::Key, ..sound("not-public", 5, 900) },
        Shelter { hours: Some("ask inside".to_owned()), ..sound("hours-unreadable", 5, 1000) },
        Shelter { hours: None, ..sound("hours-unknown", 5, 1100) },
        Shelter { standing: Standing::Candidate, ..sound("not-official", 5, 1200) },
        Shelter { good_for: HazardSet::EMPTY, ..sound("unstated", 5, 1300) },
        Shelter { good_for: flood, ..sound("for-others", 5, 1400) },
        Shelter { good_for: hazards, underground: Answer::Yes, ..sound("contradiction", 5, 1500) },
        Shelter { checked: Some("2024-10-01".to_owned()), ..sound("checked-long-ago", 5, 1600) },
        Shelter { wheelchair: Answer::Unknown, ..sound("wheelchair-unknown", 5, 1700) },
    ];
    for (row, shelter) in (2..).zip(&mut all) {
        shelter.row = row;
    }
    all
}

fn square(south: i32, west: i32, north: i32, east: i32) -> Area {
    Area::of_box(Bounds { min: at(south, west), max: at(north, east) })
}

/// Everything that can be wrong, once each.
fn everything_wrong() -> Input {
    let streets = hinan_streets::read_xml(map().as_bytes(), "town.osm", &Default::default()).unwrap();
    let mut other = sound("other list", 10, 1500);
    other.row = 2;
    let people = |heads: &[((i32, i32), u64)], is_guess| {
        let cell = |&((north, east), heads): &((i32, i32), u64)| Cell {
            shape: Shape::Point(at(north, east)),
            milli: heads * 1000,
        };
        let cells = heads.iter().map(cell).collect();
        let name = if is_guess { "guess.csv" } else { "census.csv" };
        let licence = is_guess.then(|| "CC0-1.0".to_owned());
        let source = Source { licence, ..source("people", name) };
        People { source, cells, is_guess, ..People::default() }
    };
    let mut census: Vec<((i32, i32), u64)> = HOUSES.iter().map(|&house| (house, 10)).collect();
    census.push(((-50_000, 0), 7));
    let zone = |id: &str, area, place| Zone {
        id: id.to_owned(),
        name: id.to_owned(),
        budget: Ds(6000),
        place,
        area,
    };
    let mines =
        NamedArea { id: "mines".to_owned(), name: "mines".to_owned(), area: square(-250, 250, -150, 350) };
    Input {
        lists: vec![
            List {
                source: source("shelters", "a.csv"),
                shelters: faulty(),
                // Row 2 is the sound shelter's, row 90 nobody's.
                complaints: vec![complaint(2, false), complaint(90, true)],
            },
            List { source: source("shelters", "b.csv"), shelters: vec![other], complaints: Vec::new() },
        ],
        people: vec![
            people(&census, false),
            // Farther from any house than people are spread, but in the extract.
            people(&[((-2900, -2900), 3)], true),
        ],
        zones: vec![Layer {
            source: source("zones", "zones.json"),
            records: vec![
                zone("town", Some(square(-3000, -3000, 3000, 1900)), None),
                zone("somewhere", None, Some(at(2000, 0))),
            ],
            complaints: Vec::new(),
        }],
        forbidden: vec![Layer {
            source: source("forbidden", "mines.geojson"),
            records: vec![mines],
            complaints: Vec::new(),
        }],
        ..Input::new("Town", streets)
    }
}

fn audit(region: &Region, question: Question) -> Audit {
    City::ask(region, question).unwrap().audit(&Alone).unwrap()
}

fn raid() -> Question {
    Question { threat: Some(Threat::of(Hazard::AirRaid)), ..Question::default() }
}

fn region(input: Input) -> Region {
    Region::from_bytes(&Draft::new(input).unwrap().bytes()).unwrap()
}

#[test]
fn every_kind_of_fault_is_found_once() {
    let region = region(everything_wrong());
    let found = audit(&region, raid());
    let of = |kind| -> Vec<&Finding> { found.findings.iter().filter(|found| found.kind == kind).collect() };
    for kind in Kind::ALL.into_iter().filter(|&kind| kind != Kind::ComplaintsCut) {
        assert_eq!(of(kind).len(), 1, "{}: {:#?}", kind.name(), of(kind));
    }
    let one = |kind| of(kind)[0];
    for (kind, id) in [
        (Kind::NotJoined, "not-joined"),
        (Kind::ForbiddenGround, "forbidden"),
        (Kind::FarFromStreet, "far"),
        (Kind::IsolatedStreets, "isolated"),
        (Kind::DuplicateWithinList, "twin"),
        (Kind::DuplicateAcrossLists, "other list"),
        (Kind::RowRemarked, "sound"),
        (Kind::CapacityUnknown, "capacity-unknown"),
        (Kind::CapacityInNote, "capacity-in-note"),
        (Kind::AreaOnly, "area-only"),
        (Kind::CapacityZero, "capacity-zero"),
        (Kind::CapacityAbsurd, "capacity-absurd"),
        (Kind::CapacityAgainstArea, "capacity-against-area"),
        (Kind::OutOfUse, "out-of-use"),
        (Kind::NotPublic, "not-public"),
        (Kind::HoursUnreadable, "hours-unreadable"),
        (Kind::HoursUnknown, "hours-unknown"),
        (Kind::NotOfficial, "not-official"),
        (Kind::SuitabilityUnstated, "unstated"),
        (Kind::ListedForOthers, "for-others"),
        (Kind::SuitabilityContradicted, "contradiction"),
        (Kind::CheckedLongAgo, "checked-long-ago"),
        (Kind::WheelchairUnknown, "wheelchair-unknown"),
    ] {
        let shelter = &region.shelters()[one(kind).shelter.unwrap() as usize];
        assert_eq!(shelter.id, id, "{}", kind.name());
        assert_eq!(one(kind).row, Some(shelter.row), "{}", kind.name());
    }
    assert_eq!(one(Kind::RowDropped).row, Some(90));
    assert_eq!(one(Kind::OutsideOfExtract).detail, Detail::Count(1));
    assert_eq!(one(Kind::SourceUndated).file.as_deref(), Some("town.osm"));
    assert_eq!(one(Kind::SourceUnlicensed).file.as_deref(), Some("census.csv"));
    assert_eq!(one(Kind::DoorstepOffStreet).place, Some(at(500, 500)));
    assert_eq!(one(Kind::CheckedLongAgo).detail, Detail::Days(761));
    assert_eq!(one(Kind::DuplicateAcrossLists).cost.places, Some(100));
    assert_eq!(one(Kind::CapacityAbsurd).cost.places, Some(60_000));
    for (kind, people) in [
        (Kind::DoorstepOffStreet, 10),
        (Kind::PeopleOutside, 7),
        (Kind::PeopleFar, 3),
        (Kind::PeopleGuessed, 120),
        (Kind::DoorstepsAtEdge, 10),
        (Kind::ZoneOfNeighbour, 10),
    ] {
        assert_eq!(
            (one(kind).cost.serves, one(kind).cost.basis),
            (people, Basis::Counted),
            "{}",
            kind.name()
        );
    }
    assert_eq!(found.total, 120);
}

#[test]
fn costs_say_how_they_were_found() {
    let region = region(everything_wrong());
    let found = audit(&region, raid());
    let cost = |kind| found.findings.iter().find(|found| found.kind == kind).unwrap().cost;
    // House 1825 m is nearest to the last shelter; so is 1990 m, by the edge.
    let last = cost(Kind::WheelchairUnknown);
    assert_eq!((last.serves, last.only, last.basis), (20, 10, Basis::InUse), "two houses, one has another");
    // Were it offered, the house at 825 m would be nearer to it than to the one at 900 m.
    let full = cost(Kind::OutOfUse);
    assert_eq!((full.serves, full.only, full.basis), (10, 0, Basis::IfOffered));
    assert_eq!(cost(Kind::NotJoined).basis, Basis::AtMost);
    assert_eq!(cost(Kind::RowDropped).basis, Basis::Unknown);
    // Without a clock there is no bound.
    let found = audit(&region, Question::default());
    let not_joined = found.findings.iter().find(|found| found.kind == Kind::NotJoined).unwrap();
    assert_eq!(not_joined.cost.basis, Basis::Unknown);
    let total: Vec<_> = found.findings.iter().map(|found| (found.cost.only, found.cost.serves)).collect();
    assert!(total.is_sorted_by(|a, b| a >= b), "the dearest first");
}

#[test]
fn more_complaints_than_a_region_keeps_are_told() {
    let mut input = everything_wrong();
    input.lists[0].complaints = (0..=MAX_COMPLAINTS as u64).map(|row| complaint(1000 + row, true)).collect();
    input.lists[0].source.complaints = input.lists[0].complaints.len() as u64;
    let found = audit(&region(input), raid());
    let cut = found.findings.iter().find(|found| found.kind == Kind::ComplaintsCut).unwrap();
    let Detail::Count(cut) = cut.detail else { panic!("{cut:?}") };
    assert!((1..10).contains(&cut), "{cut}");
}

#[test]
fn names_of_kinds_are_all_different() {
    let mut names: Vec<&str> = Kind::ALL.into_iter().map(Kind::name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Kind::ALL.len());
    assert!(Kind::ALL.is_sorted(), "the order of the list is that of the type");
}

/// A fence of 20 cm around every door of a shelter.
fn fences(shelter: &Shelter) -> Vec<Area> {
    let around = |door: &Entrance| {
        let EntranceAt::Place(place) = door.at else { return Area::default() };
        let off = |by| Place { lat_e7: place.lat_e7 + by, lon_e7: place.lon_e7 + by };
        Area::of_box(Bounds { min: off(-10), max: off(10) })
    };
    shelter.entrances.iter().map(around).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// The bound as the crow flies holds: a shelter whose every door is fenced in never served more
    /// than the bound before the fence.
    #[test]
    fn nobody_beats_the_crow(plan in plan(), question in question()) {
        let region = plan.region();
        let before = audit(&region, question.clone());
        let counts_people = before.counted == Counted::People;
        for (number, shelter) in (0..).zip(region.shelters()) {
            let fences = fences(shelter);
            let named = |area: &Area| NamedArea { area: area.clone(), ..NamedArea::default() };
            let forbidden = question.forbidden.iter().cloned().chain(fences.iter().map(named)).collect();
            let after = audit(&region, Question { forbidden, ..question.clone() });
            let cost = |audit: &Audit, basis| audit.findings.iter()
                .find(|found| found.shelter == Some(number)).map(|found| found.cost)
                .filter(|cost| cost.basis == basis);
            let costs = cost(&before, Basis::InUse).zip(cost(&after, Basis::AtMost));
            let Some((before, after)) = costs else { continue };
            // Those who live inside of the fence are told to stay off it, not to wait for a shelter.
            let inside: u64 = region.doorsteps().iter().zip(region.doorstep_people())
                .filter(|(record, _)| fences.iter().any(|fence| fence.contains(record.place)))
                .map(|(_, &people)| if counts_people { u64::from(people) } else { 1 }).sum();
            prop_assert!(after.serves + inside >= before.serves, "{after:?} after {before:?}");
            prop_assert!(after.only + inside >= before.only, "{after:?} after {before:?}");
        }
    }

    /// The same question of the same region gives the same findings, row for row.
    #[test]
    fn an_audit_is_repeatable(plan in plan(), question in question()) {
        let region = plan.region();
        prop_assert_eq!(audit(&region, question.clone()), audit(&region, question));
    }
}
