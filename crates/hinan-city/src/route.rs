//! The whole answer for one place: plan 0, plans A, B, C against the clock, and what to do where
//! none is in time. As data, with the sentences of whoever is asked for them, so that the command, a
//! server and a phone hand out the same answer.

use std::collections::BTreeMap;

use hinan_model::clock::BudgetFrom;
use hinan_model::shelter::{Access, Answer, Standing, Status, Visibility};
use hinan_model::threat::NotOffered;
use hinan_model::trip::Step;
use hinan_model::wording::{Warning, WhyNone, Wording};
use hinan_model::{Ds, InTime, Inside, Place, Shelter, Source, Threat, WhenLate, Zone};
use hinan_region::{Meta, Region};
use serde::Serialize;

use crate::trip::{Spot, Trip, trips};
use crate::{Budget, City, Engine};

/// The parameter of a region that was built with private yards and gates.
pub const EMERGENCY: &str = "emergency";

/// The answer for one place.
#[derive(Clone, Debug, Serialize)]
pub struct Route<'a> {
    /// The region's name.
    pub place: &'a str,
    /// Where the person starts.
    pub from: Start,
    /// Who walks.
    pub walker: &'a str,
    /// What they flee from, as `earthquake+tsunami`.
    pub hazard: Option<String>,
    /// Day and time of the question.
    pub at: Option<String>,
    /// How much time there is; `None` where neither a time nor a hazard was asked about.
    pub budget: Option<TimeThereIs<'a>>,
    /// From the alert to the first step on the street, where time counts.
    pub start_ds: Option<Ds>,
    /// This building.
    pub plan_0: PlanZero<'a>,
    /// Shelters, best first.
    pub plans: Vec<Plan<'a>>,
    /// Why there is no plan, in words.
    pub none: Option<String>,
    /// The same as data.
    pub none_because: Option<WhyNone>,
    /// How many shelters are not offered, by reason in words.
    pub not_offered: BTreeMap<String, u64>,
    /// The same as data, in the order of the region's shelters.
    pub not_offered_because: Vec<(NotOffered, u64)>,
    /// What to do once inside, where being inside is not enough.
    pub on_arrival: Option<Order>,
    /// What to do where neither this building nor any plan is in time.
    pub late: Option<Order>,
    /// Whether this building or any plan is in time; true where no time was asked about.
    pub any_in_time: bool,
    /// Whose data it is, one line a source that asks for it.
    pub attribution: Vec<String>,
    /// What a reader must know of the region, in words.
    pub warnings: Vec<String>,
    /// The hazards of the question.
    #[serde(skip)]
    pub threat: Option<Threat>,
}

/// What is to be said of the start.
#[derive(Clone, Debug, Serialize)]
pub struct Start {
    /// Latitude in degrees, where the region has places.
    pub lat: Option<f64>,
    /// Longitude in degrees.
    pub lon: Option<f64>,
    /// The person's way to the street.
    pub metres_to_street: f64,
    /// The street's name.
    pub street: Option<String>,
    /// The id of the street's way on the map: what `whatif` closes. Text, as a page's numbers would
    /// round it.
    pub way: Option<String>,
    /// The street is joined to no others.
    pub isolated: bool,
    /// The edge of the extract is nearer than any shelter.
    pub nearer_to_edge_than_to_any_shelter: bool,
    /// It lies on forbidden ground.
    pub forbidden: bool,
    /// A node at or before it, for regions without places.
    pub node: String,
    /// The place.
    #[serde(skip)]
    pub place: Option<Place>,
    /// The way to the street in mm.
    #[serde(skip)]
    pub off_mm: u32,
}

/// How much time there is between alert and impact.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct TimeThereIs<'a> {
    /// The time.
    pub time_ds: Ds,
    /// Where it comes from.
    pub from: BudgetFrom,
    /// The zone, where it comes from one.
    #[serde(serialize_with = "id_and_name")]
    pub zone: Option<&'a Zone>,
}

/// What is known of the building that somebody starts from. It comes before every other plan.
#[derive(Clone, Debug, Serialize)]
pub struct PlanZero<'a> {
    /// Whether it is a shelter.
    pub inside: Inside,
    /// The shelter's id, where a list has one here.
    pub shelter: Option<&'a str>,
    /// Its name.
    pub name: Option<&'a str>,
    /// What must be said of it where no official list names it.
    pub remark: Option<String>,
    /// Who may enter.
    pub access: Option<Access>,
    /// All the time that it takes, where time counts.
    pub total_ds: Option<Ds>,
    /// What that comes to.
    pub answer: Option<InTime>,
    /// The record.
    #[serde(skip)]
    pub record: Option<&'a Shelter>,
    /// Whether a shelter of the building's own that no list names would do, so that it is worth a
    /// line that nobody knows of it.
    pub may_be_unstated: bool,
}

/// One shelter and the way there.
#[derive(Clone, Debug, Serialize)]
pub struct Plan<'a> {
    /// What is said of it.
    #[serde(flatten)]
    pub facts: PlanFacts<'a>,
    /// The way as data, a step a sentence.
    pub steps: Vec<Step>,
    /// Where each step begins; empty where the streets have no places.
    #[serde(skip)]
    pub starts: Vec<Place>,
    /// Ids of the nodes on the way.
    pub nodes: NodeIds<'a>,
    /// The line on the map, as longitude and latitude.
    pub line: Vec<[f64; 2]>,
    /// The record.
    #[serde(skip)]
    pub record: &'a Shelter,
    /// Its list.
    #[serde(skip)]
    pub list: Option<&'a Source>,
    /// Length of the way in mm.
    #[serde(skip)]
    pub length_mm: Option<u64>,
}

/// Ids of nodes as the map writes them, looked up as they are written: a way has hundreds of them, and
/// few readers want them.
#[derive(Clone)]
pub struct NodeIds<'a> {
    region: &'a Region,
    nodes: Vec<u32>,
}

impl NodeIds<'_> {
    /// The ids, in order.
    pub fn iter(&self) -> impl Iterator<Item = String> + '_ {
        self.nodes.iter().filter_map(|&node| self.region.node_id(node))
    }
}

impl core::fmt::Debug for NodeIds<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl Serialize for NodeIds<'_> {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_seq(self.iter())
    }
}

/// A plan without the course of its way: short, however long the walk is.
#[derive(Clone, Debug, Serialize)]
pub struct PlanFacts<'a> {
    /// A, B, C, ...
    pub plan: char,
    /// The shelter's id.
    pub shelter: &'a str,
    /// Its name.
    pub name: Option<&'a str>,
    /// Its address.
    pub address: Option<&'a str>,
    /// What its list or the map calls it.
    pub kind: Option<&'a str>,
    /// Who stands for it.
    pub standing: Standing,
    /// What must be said of it where no official list names it.
    pub remark: Option<String>,
    /// The walk and the entrance.
    pub time_ds: Ds,
    /// The same in whole minutes, rounded up.
    pub minutes: u32,
    /// From the street to inside; part of `time_ds`.
    pub inside_ds: Ds,
    /// Length of the way, rounded up.
    pub metres: Option<u64>,
    /// All the time that it needs from the alert, where time counts.
    pub total_ds: Option<Ds>,
    /// What that comes to.
    pub answer: Option<InTime>,
    /// How much too late.
    pub late_by_ds: Option<Ds>,
    /// Hazards that it is listed for.
    pub good_for: Vec<&'static str>,
    /// Whether it lies below the ground.
    pub underground: Answer,
    /// Open or not, as its list says.
    pub status: Status,
    /// Its hours, as its list writes them.
    pub hours: Option<&'a str>,
    /// Who may enter.
    pub access: Access,
    /// Whether wheelchairs get in.
    pub wheelchair: Answer,
    /// Whether animals may come.
    pub pets: Answer,
    /// How many people it holds.
    pub capacity: Option<u32>,
    /// When somebody last looked.
    pub checked: Option<&'a str>,
    /// What else its list says.
    pub note: Option<&'a str>,
    /// Where the record comes from.
    pub source: Option<SourceOfPlan<'a>>,
    /// The way in sentences.
    pub way: Vec<String>,
}

/// Where a shelter's record comes from.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct SourceOfPlan<'a> {
    /// The file.
    pub file: &'a str,
    /// Its format.
    pub format: &'a str,
    /// The date of the data.
    pub date: Option<&'a str>,
    /// The row of the record.
    pub row: u64,
}

/// An order, as data and in words.
#[derive(Clone, Debug, Serialize)]
pub struct Order {
    /// What to do.
    pub answer: WhenLate,
    /// The same in words.
    pub words: String,
}

fn id_and_name<S: serde::Serializer>(zone: &Option<&Zone>, out: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Named<'z> {
        id: &'z str,
        name: &'z str,
    }
    zone.map(|zone| Named { id: &zone.id, name: &zone.name }).serialize(out)
}

impl<'a> Route<'a> {
    /// The best `k` plans from `spot`. `told` is what the person says of the building they are in.
    /// Whoever stands on forbidden ground is shown no way over it.
    pub fn of(
        city: &City<'a>,
        engine: &Engine,
        spot: Spot,
        k: usize,
        told: Option<Inside>,
        wording: &dyn Wording,
    ) -> Route<'a> {
        Route::of_trips(city, spot, &trips(city, engine, spot, k), told, wording)
    }

    /// The same for trips that were chosen in another way, in their order.
    pub fn of_trips(
        city: &City<'a>,
        spot: Spot,
        trips: &[Trip],
        told: Option<Inside>,
        wording: &dyn Wording,
    ) -> Route<'a> {
        let region = city.region;
        let from = Start::of(city, spot);
        let clock = city.budget(from.place).map(|budget| Clock { start: city.start(), budget });
        let trips = if from.forbidden { &[] } else { trips };
        let plans: Vec<Plan<'a>> = (0..)
            .zip(trips)
            .filter_map(|(index, trip)| Plan::of(city, trip, letter(index), clock, wording))
            .collect();
        let plan_0 = PlanZero::of(city, from.place, told, clock, wording);
        let may_go = |answer: Option<InTime>| answer.is_some_and(InTime::may_go);
        let any_in_time =
            clock.is_none() || may_go(plan_0.answer) || plans.iter().any(|plan| may_go(plan.facts.answer));
        let order = |answer: WhenLate| Order { answer, words: wording.late(answer) };
        let threat = city.question.threat;
        let late = threat.filter(|_| !any_in_time).map(|threat| threat.when_late(plan_0.inside.place()));
        let not_offered_because = city.not_offered();
        let none_because = plans.is_empty().then(|| why_none(city, &from, &not_offered_because));
        Route {
            place: &region.meta().name,
            walker: region.walkers().get(city.walker).map_or("", |walker| &walker.name),
            hazard: threat.map(|threat| threat.to_string()),
            at: city.question.at.map(|at| at.to_string()),
            budget: clock.map(|clock| TimeThereIs::of(region, clock.budget)),
            start_ds: clock.map(|clock| clock.start),
            none: none_because.as_ref().map(|why| wording.why_none(why)),
            none_because,
            not_offered: by_words(&not_offered_because, wording),
            not_offered_because,
            on_arrival: threat.and_then(Threat::on_arrival).map(order),
            late: late.map(order),
            any_in_time,
            attribution: region.meta().attribution(),
            warnings: warnings(region).iter().map(|warning| wording.warning(warning)).collect(),
            threat,
            from,
            plan_0,
            plans,
        }
    }
}

/// Different reasons may have one wording.
fn by_words(reasons: &[(NotOffered, u64)], wording: &dyn Wording) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for (reason, number) in reasons {
        *counts.entry(wording.not_offered(*reason)).or_default() += number;
    }
    counts
}

fn why_none(city: &City, from: &Start, reasons: &[(NotOffered, u64)]) -> WhyNone {
    if from.forbidden {
        WhyNone::Forbidden
    } else if city.offered_count() == 0 && city.joined_count() > 0 {
        WhyNone::NoneOffered(reasons.to_vec())
    } else if from.nearer_to_edge_than_to_any_shelter {
        WhyNone::Edge
    } else {
        WhyNone::OutOfReach
    }
}

/// What every answer of a region must carry, in the order in which it is said.
pub fn warnings(region: &Region) -> Vec<Warning> {
    let shelters = region.shelters();
    let candidates = shelters.iter().filter(|s| s.standing == Standing::Candidate).count() as u64;
    let mut warnings = warnings_of_meta(region.meta());
    if candidates > 0 {
        warnings.push(Warning::Candidates { candidates, places: shelters.len() as u64 });
    }
    if shelters.iter().any(|shelter| shelter.visibility == Visibility::Private) {
        warnings.push(Warning::PrivateRecords);
    }
    warnings
}

/// What the meta data alone tells of that, for a region that is not opened.
pub fn warnings_of_meta(meta: &Meta) -> Vec<Warning> {
    let emergency = meta.parameters.contains_key(EMERGENCY).then_some(Warning::Emergency);
    let empty = (meta.counts.shelters == 0).then_some(Warning::NoShelters);
    emergency.into_iter().chain(empty).collect()
}

/// What a plan is called.
fn letter(index: u8) -> char {
    char::from(b'A' + index % 26)
}

/// How much time there is, and how much of it is gone before the first step.
#[derive(Clone, Copy)]
struct Clock {
    start: Ds,
    budget: Budget,
}

impl<'a> TimeThereIs<'a> {
    fn of(region: &'a Region, budget: Budget) -> TimeThereIs<'a> {
        let zone = budget.zone.and_then(|zone| region.zones().get(zone));
        TimeThereIs { time_ds: budget.time, from: budget.from, zone }
    }
}

impl Start {
    /// Looks around at a spot.
    pub fn of(city: &City, spot: Spot) -> Start {
        let region = city.region;
        let network = region.network();
        let place = spot.place(region);
        let (off_mm, way, node) = match spot {
            Spot::Node(node) => (0, None, Some(node)),
            Spot::Place(_, None) => (0, None, None),
            Spot::Place(_, Some(snapped)) => {
                let edge = network.edge_of_segment(snapped.segment);
                let node = network.node_before(edge, snapped.segment);
                (snapped.off_mm, region.way(snapped.segment), Some(node))
            }
        };
        let street = way.map(|(_, name)| name).filter(|name| !name.is_empty());
        Start {
            lat: place.map(Place::lat),
            lon: place.map(Place::lon),
            metres_to_street: f64::from(off_mm) / 1000.0,
            street: street.map(str::to_owned),
            way: way.map(|(id, _)| id.to_string()),
            isolated: node.is_some_and(|node| region.is_isolated(node)),
            nearer_to_edge_than_to_any_shelter: place.is_some_and(|place| city.edge.is_nearest(place)),
            forbidden: place.is_some_and(|place| city.is_forbidden(place)),
            node: node.and_then(|node| region.node_id(node)).unwrap_or_default(),
            place,
            off_mm,
        }
    }
}

impl<'a> PlanZero<'a> {
    /// As the person says, or as the lists say of `place`.
    fn of(
        city: &City<'a>,
        place: Option<Place>,
        told: Option<Inside>,
        clock: Option<Clock>,
        wording: &dyn Wording,
    ) -> PlanZero<'a> {
        let own = place.and_then(|place| city.own_shelter(place));
        let own = own.filter(|_| told.unwrap_or(Inside::Known) == Inside::Known);
        let may_be_unstated = city.may_be_unstated();
        let inside = match (own, told) {
            (Some(_), _) => Inside::Known,
            // What a person believes of the own cellar is not enough where an unfit one kills.
            (None, Some(Inside::Known)) if !may_be_unstated => Inside::Unknown,
            (None, told) => told.unwrap_or(Inside::Unknown),
        };
        // Until the way out, and from there into the shelter.
        let way_in = own.map_or(Ds::ZERO, |(_, time)| city.slowed(time));
        let total = clock.filter(|_| inside == Inside::Known).map(|clock| clock.start.plus(way_in));
        let record = own.and_then(|(shelter, _)| city.shelter(shelter));
        PlanZero {
            inside,
            shelter: record.map(|shelter| shelter.id.as_str()),
            name: record.map(Shelter::title),
            remark: record.and_then(|shelter| wording.remark(shelter)),
            access: record.map(|shelter| shelter.access),
            total_ds: total,
            answer: total.zip(clock).map(|(total, clock)| InTime::judge(total, clock.budget.time)),
            record,
            may_be_unstated,
        }
    }
}

impl<'a> Plan<'a> {
    fn of(
        city: &City<'a>,
        trip: &Trip,
        letter: char,
        clock: Option<Clock>,
        wording: &dyn Wording,
    ) -> Option<Plan<'a>> {
        let region = city.region;
        let record = city.shelter(trip.shelter)?;
        let list = region.meta().sources.get(record.source as usize);
        let total = clock.map(|clock| clock.start.plus(trip.total));
        let judged = total.zip(clock).map(|(total, clock)| (total, clock.budget.time));
        let late_by = judged.map(|(total, left)| Ds(total.0.saturating_sub(left.0)));
        let facts = PlanFacts {
            plan: letter,
            shelter: &record.id,
            name: record.name.as_deref(),
            address: record.address.as_deref(),
            kind: record.kind.as_deref(),
            standing: record.standing,
            remark: wording.remark(record),
            time_ds: trip.total,
            minutes: trip.total.minutes_up(),
            inside_ds: trip.inside,
            metres: trip.length_mm.map(|mm| mm.div_ceil(1000)),
            total_ds: total,
            answer: judged.map(|(total, left)| InTime::judge(total, left)),
            late_by_ds: late_by.filter(|late| *late > Ds::ZERO),
            good_for: record.good_for.iter().map(|hazard| hazard.name()).collect(),
            underground: record.underground,
            status: record.status,
            hours: record.hours.as_deref(),
            access: record.access,
            wheelchair: record.wheelchair,
            pets: record.pets,
            capacity: record.capacity,
            checked: record.checked.as_deref(),
            note: record.note.as_deref(),
            source: list.map(|list| SourceOfPlan {
                file: &list.file,
                format: &list.format,
                date: list.date.as_deref(),
                row: record.row,
            }),
            way: trip.steps.iter().map(|step| wording.step(step)).collect(),
        };
        Some(Plan {
            facts,
            steps: trip.steps.clone(),
            starts: trip.starts.clone(),
            nodes: NodeIds { region, nodes: trip.nodes.clone() },
            line: trip.line.iter().map(|place| [place.lon(), place.lat()]).collect(),
            record,
            list,
            length_mm: trip.length_mm,
        })
    }
}
