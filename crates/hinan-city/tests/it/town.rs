//! Random small towns, drawn as OpenStreetMap XML and read as any map is.

use std::fmt::Write as _;

use hinan_city::{City, Doorsteps, Engine, Question};
use hinan_hours::LocalTime;
use hinan_model::people::{Cell, Shape};
use hinan_model::shelter::{Access, Answer, Status};
use hinan_model::{
    Area, AreaIndex, Bounds, Ds, Entrance, EntranceAt, Hazard, HazardSet, NamedArea, Origin, People, Place,
    Shelter, Source, Threat, Zone,
};
use hinan_reach::Alone;
use hinan_region::build::{Layer, List};
use hinan_region::{Draft, Input, Region};
use proptest::prelude::*;

/// Corners a side of the grid of streets.
const SIDE: i32 = 5;
/// From one corner to the next, in m.
const BLOCK: i32 = 60;

/// A place in metres north and east of a corner of Earth.
pub fn at(north: i32, east: i32) -> Place {
    Place { lat_e7: 320_000_000 + north * 90, lon_e7: 348_000_000 + east * 106 }
}

/// What a town is made of; places in metres.
#[derive(Clone, Debug)]
pub struct Plan {
    missing: Vec<bool>,
    private: Vec<bool>,
    addresses: Vec<(i32, i32)>,
    shelters: Vec<PlanShelter>,
    zones: Vec<(Square, u32)>,
    pub forbidden: Vec<Square>,
    budgets: Vec<(Hazard, u32)>,
    emergency: bool,
}

/// South, west, north, east.
type Square = (i32, i32, i32, i32);

#[derive(Clone, Debug)]
struct PlanShelter {
    /// Beside an address, by number, or anywhere.
    doors: Vec<PlanDoor>,
    good_for: HazardSet,
    bad_for: HazardSet,
    underground: Answer,
    status: Status,
    hours: Option<&'static str>,
    start: Option<u32>,
    access: Access,
    wheelchair: Answer,
}

/// The number of an address and how far from it, and where else there is no such address.
type PlanDoor = (Option<(usize, (i32, i32))>, (i32, i32));

fn spot() -> impl Strategy<Value = (i32, i32)> {
    (-30..(SIDE * BLOCK), -30..(SIDE * BLOCK))
}

pub fn square() -> impl Strategy<Value = Square> {
    // Thin ones too, like a railway: they part what lies close together.
    let side = || prop_oneof![1..90_i32, 1..4_i32];
    (spot(), side(), side()).prop_map(|((south, west), high, wide)| (south, west, south + high, west + wide))
}

/// The number of an address and a piece of fence within a few metres of it.
fn fence() -> impl Strategy<Value = (usize, Square)> {
    (0..3_usize, -6..6_i32, -6..6_i32, 0..2_i32, 0..12_i32, any::<bool>()).prop_map(
        |(number, south, west, thick, long, is_wide)| {
            let (high, wide) = if is_wide { (thick, long) } else { (long, thick) };
            (number, (south, west, south + high, west + wide))
        },
    )
}

/// The squares, those beside an address moved there.
fn moved(squares: Vec<(Option<(usize, Square)>, Square)>, addresses: &[(i32, i32)]) -> Vec<Square> {
    let place = |(fence, anywhere): (Option<(usize, Square)>, Square)| {
        let beside = fence.and_then(|(number, square)| Some((addresses.get(number)?, square)));
        beside.map_or(anywhere, |(&(north, east), (s, w, n, e))| (s + north, w + east, n + north, e + east))
    };
    squares.into_iter().map(place).collect()
}

/// Wide, so that many a doorstep lies in several.
fn district() -> impl Strategy<Value = Square> {
    (spot(), 30..300_i32, 30..300_i32)
        .prop_map(|((south, west), high, wide)| (south, west, south + high, west + wide))
}

pub fn hazards() -> impl Strategy<Value = HazardSet> {
    prop_oneof![
        2 => Just(HazardSet::EMPTY),
        3 => (0..Hazard::ALL.len()).prop_map(|one| HazardSet::EMPTY.with(Hazard::ALL[one])),
        2 => prop::collection::vec(0..Hazard::ALL.len(), 2..6)
            .prop_map(|some| some.into_iter().map(|one| Hazard::ALL[one]).collect()),
        2 => Just(Hazard::ALL.into_iter().collect::<HazardSet>()),
    ]
}

fn plan_shelter() -> impl Strategy<Value = PlanShelter> {
    let none_mostly = prop_oneof![4 => Just(HazardSet::EMPTY), 1 => hazards()];
    let status = prop_oneof![
        4 => Just(Status::Unknown), 4 => Just(Status::Open), 1 => Just(Status::Closed),
        1 => Just(Status::Full), 1 => Just(Status::Defunct)
    ];
    let hours = prop_oneof![
        3 => Just(None), 1 => Just(Some("24/7")), 1 => Just(Some("Mo-Fr 08:00-16:00")),
        1 => Just(Some("Mo-Su 20:00-06:00")), 1 => Just(Some("ask inside")),
    ];
    let answer = prop_oneof![Just(Answer::Unknown), Just(Answer::Yes), Just(Answer::No)];
    let beside = (0..3_usize, prop_oneof![Just((0, 0)), (-9..10_i32, -9..10_i32)]);
    let doors = prop::collection::vec((prop::option::weighted(0.6, beside), spot()), 1..3);
    let access = prop_oneof![
        4 => Just(Access::Unknown), 2 => Just(Access::Public), 1 => Just(Access::Key), 2 => Just(Access::Private)
    ];
    let wheelchair = prop_oneof![3 => Just(Answer::Unknown), 1 => Just(Answer::Yes), 2 => Just(Answer::No)];
    let who = (access, wheelchair);
    (doors, hazards(), none_mostly, answer, status, hours, prop::option::of(0..400_u32), who).prop_map(
        |(doors, good_for, bad_for, underground, status, hours, start, (access, wheelchair))| PlanShelter {
            doors,
            good_for,
            bad_for,
            underground,
            status,
            hours,
            start,
            access,
            wheelchair,
        },
    )
}

pub fn plan() -> impl Strategy<Value = Plan> {
    let streets = (2 * SIDE * SIDE) as usize;
    (
        prop::collection::vec(prop::bool::weighted(0.15), streets),
        prop::collection::vec(prop::bool::weighted(0.1), streets),
        prop::collection::vec(spot(), 0..20),
        prop::collection::vec(plan_shelter(), 0..6),
        prop::collection::vec((district(), 0..900_u32), 0..4),
        prop_oneof![Just(Vec::new()), prop::collection::vec((prop::option::of(fence()), square()), 1..4)],
        prop::collection::vec(((0..Hazard::ALL.len()).prop_map(|one| Hazard::ALL[one]), 0..20_000_u32), 0..3),
        any::<bool>(),
    )
        .prop_map(|(missing, private, addresses, shelters, zones, forbidden, budgets, emergency)| Plan {
            missing,
            private,

            shelters,
            zones,
            forbidden: moved(forbidden, &addresses),
            addresses,
            budgets,
            emergency,
        })
}

pub fn area((south, west, north, east): Square) -> Area {
    Area::of_box(Bounds { min: at(south, west), max: at(north, east) })
}

fn named(square: Square) -> NamedArea {
    NamedArea { id: "mines".to_owned(), name: "mines".to_owned(), area: area(square) }
}

impl Plan {
    fn osm_xml(&self) -> String {
        let mut xml = String::from("<osm version=\"0.6\">");
        let mut node = |id: i32, place: Place, tags: &str| {
            let (lat, lon) = (place.lat(), place.lon());
            let _ = write!(xml, "<node id=\"{id}\" lat=\"{lat:.7}\" lon=\"{lon:.7}\">{tags}</node>");
        };
        for corner in 0..SIDE * SIDE {
            node(corner + 1, at(corner / SIDE * BLOCK, corner % SIDE * BLOCK), "");
        }
        for (number, &(north, east)) in (1000..).zip(&self.addresses) {
            node(number, at(north, east), "<tag k=\"addr:housenumber\" v=\"7\"/>");
        }
        let sides = (0..SIDE * SIDE)
            .flat_map(|n| [(n, n + 1, n % SIDE + 1 < SIDE), (n, n + SIDE, n / SIDE + 1 < SIDE)]);
        // The first is always there: a town without streets is no town.
        for (number, (a, b, exists)) in sides.enumerate() {
            if !exists || (number > 0 && self.missing[number]) {
                continue;
            }
            let access = if number > 0 && self.private[number] { "private" } else { "yes" };
            let _ = write!(
                xml,
                "<way id=\"{}\"><nd ref=\"{}\"/><nd ref=\"{}\"/><tag k=\"highway\" v=\"residential\"/>\
                 <tag k=\"access\" v=\"{access}\"/></way>",
                number + 1,
                a + 1,
                b + 1
            );
        }
        xml + "</osm>"
    }

    fn shelter(&self, number: usize, plan: &PlanShelter) -> Shelter {
        let door = |&(beside, anywhere): &PlanDoor| {
            let address = beside.and_then(|(number, off)| Some((self.addresses.get(number)?, off)));
            let (north, east) =
                address.map_or(anywhere, |((north, east), off)| (north + off.0, east + off.1));
            Entrance { at: EntranceAt::Place(at(north, east)), start: plan.start.map(Ds), name: None }
        };
        Shelter {
            good_for: plan.good_for,
            bad_for: plan.bad_for,
            underground: plan.underground,
            status: plan.status,
            access: plan.access,
            wheelchair: plan.wheelchair,
            hours: plan.hours.map(str::to_owned),
            ..Shelter::new(format!("S{number}"), plan.doors.iter().map(door).collect())
        }
    }

    /// The region, from the bytes of its file.
    pub fn region(&self) -> Region {
        let options = hinan_streets::Options { emergency: self.emergency, ..Default::default() };
        let streets = hinan_streets::read_xml(self.osm_xml().as_bytes(), "town.osm", &options).unwrap();
        let source =
            |role: &str| Source { role: role.into(), file: format!("{role}.csv"), ..Source::default() };
        let shelters = self.shelters.iter().enumerate().map(|(number, plan)| self.shelter(number, plan));
        let cells = self
            .addresses
            .iter()
            .map(|&(north, east)| Cell { shape: Shape::Point(at(north, east)), milli: 2_500 });
        let zones = self.zones.iter().enumerate().map(|(number, &(square, budget))| Zone {
            id: number.to_string(),
            name: format!("zone {number}"),
            budget: Ds(budget),
            place: Some(at(square.0, square.1)),
            // Some have no outline.
            area: (number % 3 != 2).then(|| area(square)),
        });
        let input = Input {
            lists: vec![List {
                source: source("shelters"),
                shelters: shelters.collect(),
                complaints: Vec::new(),
            }],
            people: vec![People { source: source("people"), cells: cells.collect(), ..People::default() }],
            zones: vec![Layer { source: source("zones"), records: zones.collect(), complaints: Vec::new() }],
            forbidden: vec![Layer {
                source: source("forbidden"),
                records: self.forbidden.iter().copied().map(named).collect(),
                complaints: Vec::new(),
            }],
            budgets: self.budgets.iter().map(|&(hazard, time)| (hazard, Ds(time))).collect(),
            ..Input::new("Town", streets)
        };
        Region::from_bytes(&Draft::new(input).unwrap().bytes()).unwrap()
    }
}

pub fn question() -> impl Strategy<Value = Question> {
    let threat = prop_oneof![
        1 => Just(None),
        1 => Just(Some(Threat::Untold)),
        8 => hazards().prop_map(|set| Some(if set.is_empty() { Threat::of(Hazard::AirRaid) } else { Threat::Known(set) })),
    ];
    let walker =
        prop_oneof![Just(None), Just(Some("adult")), Just(Some("child-night")), Just(Some("wheelchair"))];
    // A Monday at noon and at night, a Sunday.
    let time = |text: &str| text.parse::<LocalTime>().unwrap();
    let when = prop_oneof![
        Just(None),
        Just(Some(time("2026-11-23T12:00"))),
        Just(Some(time("2026-11-23T03:00"))),
        Just(Some(time("2026-11-22T12:00")))
    ];
    let forbidden = prop_oneof![Just(Vec::new()), prop::collection::vec(square(), 1..6)];
    let origin = (-1..4_i8, 0..900_u32).prop_map(|(floor, delay)| Origin { floor, delay: Ds(delay) });
    (threat, walker, prop::option::weighted(0.3, 0..9_000_u32), when, origin, 0..300_u32, forbidden).prop_map(
        |(threat, walker, within, at, origin, queue, forbidden)| Question {
            threat,
            walker: walker.map(str::to_owned),
            within: within.map(Ds),
            at,
            origin,
            queue: Ds(queue),
            forbidden: forbidden.into_iter().map(named).collect(),
            ..Question::default()
        },
    )
}

/// A city, its engine and its doorsteps.
pub struct Asked<'r> {
    pub city: City<'r>,
    pub engine: Engine,
    pub doorsteps: Doorsteps,
}

pub fn ask(region: &Region, question: Question) -> Asked<'_> {
    let city = City::ask(region, question).unwrap();
    let engine = city.engine(2, &Alone).unwrap();
    let doorsteps = city.doorsteps(&engine, &AreaIndex::default(), &Alone);
    Asked { city, engine, doorsteps }
}
