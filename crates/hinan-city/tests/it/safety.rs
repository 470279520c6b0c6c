//! Rules 1 to 5 that lives hang on, over random towns, end to end: a map, lists, people, zones and
//! forbidden ground are built into a region, a question is asked, every doorstep is answered. What is
//! right is written down here a second time, plainly, by look at every shelter and every area.

use hinan_city::Question;
use hinan_hours::{LocalTime, Opening, opening};
use hinan_model::clock::BudgetFrom;
use hinan_model::late::{Up, WhenLate, Where};
use hinan_model::network::{DoorstepKind, NONE};
use hinan_model::shelter::{Access, Answer, Status};
use hinan_model::{Area, Ds, EntranceAt, Hazard, Inside, Origin, Place, Shelter, Threat, Walker};
use hinan_plan::Fate;
use hinan_plan::answer::Stand;
use hinan_region::Region;
use hinan_region::layout::DoorstepRecord;
use hinan_testkit::oracle::{Arcs, Door};
use proptest::prelude::*;

use crate::town::{Asked, area, ask, plan, question};

/// A metre that counts as the same building, in mm.
const SAME_BUILDING_MM: u32 = 15_000;

/// All ground that is forbidden, the region's and the question's.
fn forbidden(region: &Region, question: &Question) -> Vec<Area> {
    region.forbidden().iter().chain(&question.forbidden).map(|named| named.area.clone()).collect()
}

fn touches(areas: &[Area], a: Place, b: Place) -> bool {
    areas.iter().any(|area| area.touches(a, b))
}

fn door_place(shelter: &Shelter, door: usize) -> Place {
    match shelter.entrances[door].at {
        EntranceAt::Place(place) => place,
        EntranceAt::Node(_) => Place::default(),
    }
}

/// Whether people may be sent to a shelter, by the letter of rules 4 and 5.
fn may_be_offered(shelter: &Shelter, question: &Question, forbidden: &[Area], walker: &Walker) -> bool {
    let is_private = question.threat.is_some() && shelter.access == Access::Private;
    may_take_its_own(shelter, question, forbidden, walker) && !is_private
}

/// The same for those who are in its building: who may not come from elsewhere is there already.
fn may_take_its_own(shelter: &Shelter, question: &Question, forbidden: &[Area], walker: &Walker) -> bool {
    const KILLS_WHERE_UNFIT: [Hazard; 7] = [
        Hazard::Tsunami,
        Hazard::Flood,
        Hazard::StormSurge,
        Hazard::Landslide,
        Hazard::Fire,
        Hazard::Volcano,
        Hazard::Chemical,
    ];
    const WATER: [Hazard; 3] = [Hazard::Tsunami, Hazard::Flood, Hazard::StormSurge];
    let is_usable = matches!(shelter.status, Status::Open | Status::Unknown);
    let is_closed =
        |at: LocalTime| shelter.hours.as_deref().is_some_and(|hours| opening(hours, at) == Opening::Closed);
    let is_fit = |hazard: Hazard| {
        let fills_up = WATER.contains(&hazard) && shelter.underground == Answer::Yes;
        let is_unstated = KILLS_WHERE_UNFIT.contains(&hazard) && !shelter.good_for.contains(hazard);
        let is_bad = shelter.bad_for.contains(hazard);
        !(fills_up || is_unstated || is_bad)
    };
    let is_for_it = match question.threat {
        None => true,
        Some(Threat::Untold) => false,
        Some(Threat::Known(hazards)) => {
            let is_listed = |hazard| shelter.good_for.contains(hazard);
            // The two written pairs: what saves from the wave or the gas need not be stated for the rest.
            let is_excused = |hazard| {
                (hazard == Hazard::Earthquake && hazards.contains(Hazard::Tsunami))
                    || (hazard == Hazard::AirRaid && hazards.contains(Hazard::Chemical))
            };
            let is_meant = |hazard| is_listed(hazard) || is_excused(hazard);
            hazards.iter().all(is_fit) && (shelter.good_for.is_empty() || hazards.iter().all(is_meant))
        }
    };
    let doors = 0..shelter.entrances.len();
    let is_all_forbidden =
        doors.into_iter().all(|door| forbidden.iter().any(|area| area.contains(door_place(shelter, door))));
    let is_too_steep = !walker.uses_stairs() && shelter.wheelchair == Answer::No;
    is_usable && !question.at.is_some_and(is_closed) && is_for_it && !is_all_forbidden && !is_too_steep
}

/// From the alert to the street, by hand.
fn start(walker: &Walker, question: &Question) -> Ds {
    let Origin { floor, delay } = question.origin;
    let pace = if floor > 0 { walker.stairs_down_ms_per_m } else { walker.stairs_up_ms_per_m };
    if floor != 0 && pace == 0 {
        return Ds::UNREACHABLE;
    }
    // 7 m of stairs a floor.
    let stairs = (u32::from(floor.unsigned_abs()) * 7 * u32::from(pace)).div_ceil(100);
    Ds(delay.0 + stairs + question.queue.0)
}

/// The time from every doorstep to its best shelter by the slow oracle, over nothing but streets,
/// doors and joints that are free of forbidden ground.
fn oracle(asked: &Asked<'_>) -> Vec<Ds> {
    let city = &asked.city;
    let (region, walker) = (city.region, city.walker);
    let network = region.network();
    let areas = forbidden(region, &city.question);
    let closed: Vec<bool> = (0..network.segments() as u32)
        .map(|segment| region.segment_places(segment).is_some_and(|(a, b)| touches(&areas, a, b)))
        .collect();
    let mut arcs = Arcs::of_network(&network, walker);
    // Two arcs a segment, in the order of the edges.
    let order = (0..network.edges() as u32).flat_map(|edge| network.segments_of(edge));
    for (segment, pair) in order.zip(arcs.arcs.chunks_mut(2)) {
        if closed[segment as usize] {
            pair.iter_mut().for_each(|arc| arc.2 = Ds::UNREACHABLE.0);
        }
    }
    let doors: Vec<Door> = region
        .entrances()
        .iter()
        .filter(|entrance| {
            let shelter = &region.shelters()[entrance.shelter as usize];
            let street = region.places()[entrance.node as usize];
            may_be_offered(shelter, &city.question, &areas, &region.walkers()[walker])
                && !touches(&areas, street, door_place(shelter, entrance.door as usize))
        })
        .map(|entrance| (entrance.shelter, entrance.node, region.start_time(entrance, walker).0))
        .collect();
    let at_nodes = arcs.times_to(&doors);
    let time = |record: &DoorstepRecord| {
        let DoorstepRecord { place, segment, part_mm, off_mm, .. } = *record;
        let is_free = segment != NONE
            && !closed[segment as usize]
            && region
                .place_on_segment(segment, part_mm)
                .is_some_and(|street| !touches(&areas, place, street));
        if !is_free {
            return Ds::UNREACHABLE;
        }
        let edge = network.edge_of_segment(segment);
        let off = region.off_street_time(walker, off_mm);
        let rest_mm = network.length_mm(segment) - part_mm;
        [
            (network.node_after(edge, segment), network.part_time(walker, segment, rest_mm, true)),
            (network.node_before(edge, segment), network.part_time(walker, segment, part_mm, false)),
        ]
        .into_iter()
        .map(|(node, part)| off.plus(part).plus(at_nodes[node as usize]))
        .min()
        .unwrap()
    };
    region.doorsteps().iter().map(time).collect()
}

/// The time into the shelter in the building of a doorstep, over the straight way and its own stairs;
/// `None` where there is none.
fn own_shelter(asked: &Asked<'_>, record: &DoorstepRecord) -> Option<Ds> {
    let (region, walker) = (asked.city.region, asked.city.walker);
    let areas = forbidden(region, &asked.city.question);
    if Region::doorstep_kind(record) == DoorstepKind::Street || is_on(&areas, record.place) {
        return None;
    }
    let walks = &region.walkers()[walker];
    let own = region
        .shelters()
        .iter()
        .filter(|shelter| may_take_its_own(shelter, &asked.city.question, &areas, walks));
    own.flat_map(|shelter| (0..shelter.entrances.len()).map(move |door| (shelter, door)))
        .filter_map(|(shelter, door)| {
            let place = door_place(shelter, door);
            let off_mm = place.distance_mm(record.place);
            let is_near = off_mm <= SAME_BUILDING_MM && !touches(&areas, place, record.place);
            let stairs = shelter.entrances[door].start.unwrap_or(Ds::ZERO);
            is_near.then(|| region.off_street_time(walker, off_mm).plus(stairs))
        })
        .min()
}

fn is_on(areas: &[Area], place: Place) -> bool {
    areas.iter().any(|area| area.contains(place))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// Rule 1: whoever is not in time is never told to stay from water, fire or ash, wherever they
    /// are and whatever else comes; and water sends them up.
    #[test]
    fn rule_1_no_late_answer_stays_where_water_or_fire_comes(plan in plan(), question in question()) {
        let region = plan.region();
        let asked = ask(&region, question);
        let Some(threat @ Threat::Known(hazards)) = asked.city.question.threat else { return Ok(()) };
        let water = [Hazard::Tsunami, Hazard::Flood, Hazard::StormSurge];
        let moves = |h: Hazard| water.contains(&h) || matches!(h, Hazard::Fire | Hazard::Volcano);
        for doorstep in asked.doorsteps.all.iter().filter(|doorstep| !doorstep.fate().is_in_time()) {
            let late = threat.when_late(doorstep.inside.place());
            if hazards.iter().any(moves) {
                prop_assert!(!late.stays(), "{threat}: {late:?}");
            }
            if hazards.iter().any(|hazard| water.contains(&hazard)) {
                let (WhenLate::Tsunami(up) | WhenLate::Flood(up) | WhenLate::StormSurge(up)) = late else {
                    return Err(TestCaseError::fail(format!("{threat}: {late:?}")));
                };
                let is_outside = doorstep.inside.place() == Where::Outdoors;
                prop_assert_eq!(up, if is_outside { Up::HighGround } else { Up::HighestFloor });
            }
        }
    }

    /// Rule 2: who is told to go needs at most nine tenths of the time, everything counted, by the
    /// oracle's clock; and no way is shorter than the crow's.
    #[test]
    fn rule_2_no_promise_that_the_oracle_refutes(plan in plan(), question in question()) {
        let region = plan.region();
        let asked = ask(&region, question);
        let city = &asked.city;
        let start = start(&region.walkers()[city.walker], &city.question);
        prop_assert_eq!(city.start(), start);
        let times = oracle(&asked);
        prop_assert!(region.doorsteps().is_empty() || times.len() == asked.doorsteps.all.len());
        let areas = forbidden(&region, &city.question);
        for ((record, doorstep), time) in region.doorsteps().iter().zip(&asked.doorsteps.all).zip(times) {
            // On forbidden ground nobody is shown a way.
            let time = if is_on(&areas, record.place) { Ds::UNREACHABLE } else { time };
            prop_assert_eq!(doorstep.time, time);
            let fate = doorstep.fate();
            let total = match fate {
                Fate::Inside => start.plus(own_shelter(&asked, record).unwrap()),
                Fate::Go | Fate::GoAtOnce => start.plus(time),
                _ => continue,
            };
            prop_assert!(total.is_reachable());
            let share = if fate == Fate::Go { 7 } else { 9 };
            let left = doorstep.budget;
            prop_assert!(u64::from(total.0) * 10 <= u64::from(left.0) * share, "{fate}: {total} of {left}");
            if fate != Fate::Inside {
                let pace = u64::from(region.walkers()[city.walker].pace_ms_per_m);
                let crow = region.shelters().iter()
                    .filter(|shelter| may_be_offered(shelter, &city.question, &areas, &region.walkers()[city.walker]))
                    .flat_map(|shelter| (0..shelter.entrances.len()).map(|door| door_place(shelter, door)))
                    .map(|door| door.distance_mm(record.place)).min().unwrap();
                // A node put into a street moves by up to a centimetre or two.
                let crow_ds = u64::from(crow.saturating_sub(200)) * pace / 100_000;
                prop_assert!(u64::from(time.0) >= crow_ds, "{time} against {crow_ds} ds for {crow} mm");
            }
        }
    }

    /// Rule 2: a higher floor, a longer delay or queue never helps anybody.
    #[test]
    fn rule_2_who_starts_later_is_never_sooner(
        plan in plan(), question in question(), floors in 0..3_i8, delay in 0..600_u32, queue in 0..300_u32,
    ) {
        let region = plan.region();
        let floor = question.origin.floor;
        let later = Question {
            origin: Origin {
                floor: if floor < 0 { floor - floors } else { floor + floors },
                delay: question.origin.delay.plus(Ds(delay)),
            },
            queue: question.queue.plus(Ds(queue)),
            ..question.clone()
        };
        let (before, after) = (ask(&region, question), ask(&region, later));
        for (before, after) in before.doorsteps.all.iter().zip(&after.doorsteps.all) {
            prop_assert!(after.total() >= before.total());
            prop_assert!(after.fate() >= before.fate());
        }
    }

    /// Rule 2: a place in no zone, or in several, never has more time than any zone that may be its
    /// own; and a time of the city or of hinan's never makes a zone's longer.
    #[test]
    fn rule_2_unknown_zones_leave_the_least_time(plan in plan(), question in question()) {
        let region = plan.region();
        let question = Question { within: None, ..question };
        let asked = ask(&region, question);
        let is_raid = match asked.city.question.threat {
            None => false,
            Some(Threat::Untold) => true,
            Some(Threat::Known(hazards)) => hazards.contains(Hazard::AirRaid),
        };
        for (number, doorstep) in asked.doorsteps.all.iter().enumerate() {
            let Some(threat) = asked.city.question.threat else {
                prop_assert_eq!(doorstep.budget, Ds::UNREACHABLE);
                continue;
            };
            let hazards: Vec<Hazard> =
                if threat == Threat::Untold { Hazard::ALL.to_vec() } else { threat.hazards().collect() };
            for hazard in hazards.into_iter().filter(|&hazard| hazard != Hazard::AirRaid) {
                let of_city = region.meta().budgets.get(&hazard).copied();
                prop_assert!(doorstep.budget <= of_city.unwrap_or(hazard.assumed_budget()), "{hazard}");
            }
            let place = asked.city.doorstep_place(number).unwrap();
            if !is_raid || region.zones().is_empty() {
                continue;
            }
            let is_in = |zone: &&hinan_model::Zone| zone.area.as_ref().is_some_and(|area| area.contains(place));
            let holds: Vec<_> = region.zones().iter().filter(is_in).collect();
            for zone in &holds {
                prop_assert!(doorstep.budget <= zone.budget, "inside of {}", zone.id);
            }
            let from = asked.city.budget(Some(place)).unwrap().from;
            prop_assert!(from != BudgetFrom::Zone || !holds.is_empty());
            if holds.is_empty() {
                for zone in region.zones() {
                    let away = zone.area.as_ref().map_or_else(
                        || zone.place.unwrap().distance_mm(place), |area| area.distance_mm(place));
                    prop_assert!(away > 5_000_000 || doorstep.budget <= zone.budget, "beside {}", zone.id);
                }
            }
        }
    }

    /// Rule 3: who lives in the building of a shelter that is offered is counted there before any
    /// walk, whether a street is near or not; who lives beside one that is not offered never is.
    #[test]
    fn rule_3_the_own_building_comes_first(plan in plan(), question in question()) {
        let region = plan.region();
        let asked = ask(&region, question);
        let areas = forbidden(&region, &asked.city.question);
        for (record, doorstep) in region.doorsteps().iter().zip(&asked.doorsteps.all) {
            let fate = doorstep.fate();
            if is_on(&areas, record.place) {
                prop_assert_eq!(fate, Fate::Forbidden);
                continue;
            }
            let own = own_shelter(&asked, record);
            prop_assert_eq!(doorstep.inside == Inside::Known, own.is_some(), "at {}", record.place);
            prop_assert!(own.is_some() || fate != Fate::Inside);
            let Some(own) = own else { continue };
            // Stairs and door of the own shelter count as those of any other.
            let total = asked.city.start().plus(own);
            let is_in_time = total.is_reachable() && u64::from(total.0) * 10 <= u64::from(doorstep.budget.0) * 9;
            prop_assert_eq!(fate == Fate::Inside, is_in_time, "{} of {}", total, doorstep.budget);
            prop_assert!(doorstep.total() <= total);
        }
    }

    /// Rule 4: nobody is sent to a shelter that may not be offered, and every one that may is.
    #[test]
    fn rule_4_good_for_this_hazard_or_not_offered(plan in plan(), question in question()) {
        let region = plan.region();
        let asked = ask(&region, question);
        let question = &asked.city.question;
        let areas = forbidden(&region, question);
        let walker = &region.walkers()[asked.city.walker];
        let may: Vec<bool> =
            region.shelters().iter().map(|shelter| may_be_offered(shelter, question, &areas, walker)).collect();
        for (number, &may) in may.iter().enumerate() {
            prop_assert_eq!(asked.city.offered[number].is_ok(), may, "{:?}", asked.city.offered[number]);
        }
        for best in asked.doorsteps.bests.iter().flatten().flatten() {
            prop_assert!(may[best.shelter as usize]);
        }
        if question.threat == Some(Threat::Untold) {
            prop_assert!(asked.doorsteps.bests.iter().flatten().all(Option::is_none));
            prop_assert!(asked.doorsteps.all.iter().all(|doorstep| !doorstep.fate().has_time()));
        }
    }

    /// Rule 5: no street that anybody may walk on, no joint, no way to a street and no entrance has a
    /// place on forbidden ground, with and without the emergency switch; who lives on it is told so.
    #[test]
    fn rule_5_forbidden_ground_outranks_everything(
        plan in plan(), question in question(), spots in prop::collection::vec((-30..330_i32, -30..330_i32), 6),
    ) {
        let region = plan.region();
        let asked = ask(&region, question);
        let city = &asked.city;
        let areas = forbidden(&region, &city.question);
        prop_assert!(plan.forbidden.iter().all(|&square| areas.contains(&area(square))));
        let network = region.network();
        for segment in 0..network.segments() as u32 {
            let (a, b) = region.segment_places(segment).unwrap();
            let is_open = [true, false].into_iter()
                .any(|forward| asked.engine.graph.part_time(&network, segment, u32::MAX, forward).is_reachable());
            prop_assert!(!is_open || !touches(&areas, a, b), "a street from {a} to {b}");
        }
        let snaps = region.doorsteps().iter().map(|record| (record.place, city.stand_at_doorstep(record)));
        let limit = hinan_region::build::MAX_OFF_MM;
        let others = spots.into_iter().map(|(north, east)| crate::town::at(north, east));
        let others = others.map(|place| (place, city.stand(place, limit)));
        for (place, stand) in snaps.chain(others) {
            if let Stand::Street { segment, part_mm, .. } = stand {
                let street = region.place_on_segment(segment, part_mm).unwrap();
                prop_assert!(!touches(&areas, place, street), "a way from {place} to {street}");
            }
        }
        for (record, doorstep) in region.doorsteps().iter().zip(&asked.doorsteps.all) {
            prop_assert_eq!(doorstep.fate() == Fate::Forbidden, is_on(&areas, record.place));
        }
        for (shelter, offered) in region.shelters().iter().zip(&city.offered) {
            let mut doors = (0..shelter.entrances.len()).map(|door| door_place(shelter, door));
            prop_assert!(offered.is_err() || !doors.all(|place| is_on(&areas, place)));
        }
    }
}
