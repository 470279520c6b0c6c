//! A region and a question about it: who walks, from what, when, how much time there is.
//!
//! [`City::ask`] settles once what holds for every place of the city: which shelters are offered
//! and why the others are not, which ground is forbidden, whether it is dark. [`City::engine`] then
//! makes the field of the best shelters, [`City::budget`] tells how much time a place has, and
//! [`City::stand`] where a place is on the streets; [`City::audit`] tells what is wrong with the data
//! behind it all, and whom that costs a shelter. The command, the server and the phone ask
//! through here, so that all give the same answer.
//!
//! Not here: files, arguments, sentences, clocks.

pub mod audit;
mod engine;
pub mod everybody;
pub mod lines;
mod people;
pub mod route;
pub mod trip;

use hinan_hours::{LocalTime, Opening, is_dark, opening};
use hinan_model::clock::BudgetFrom;
use hinan_model::network::{DoorstepKind, NONE};
use hinan_model::shelter::Access;
use hinan_model::threat::NotOffered;
use hinan_model::zone::{ZoneFound, Zones};
use hinan_model::{
    AreaIndex, Ds, EntranceAt, Hazard, Inside, NamedArea, Origin, Place, Shelter, Threat, Walker, walker,
};
use hinan_plan::answer::{Edge, Stand};
use hinan_region::Region;
use hinan_region::layout::DoorstepRecord;

pub use engine::{Engine, EngineError};
pub use people::Doorsteps;
pub use route::Route;
pub use trip::{NoSpot, Spot};

/// A building's doorstep and a shelter's entrance no further apart than this, in mm, are one
/// building: lists place a shelter at its house number, maps place a door at its step.
pub const SAME_BUILDING_MM: u32 = 15_000;

/// The parameter of a region that names the hazards its zones of warning are for; air raids without.
pub const ZONES_FOR: &str = "zones-for";

/// What is asked of a region.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// What people flee from; `None`: nothing is left out for its nature.
    pub threat: Option<Threat>,
    /// Who walks; `None`: the default walker. Where `at` is dark, the same walker by night.
    pub walker: Option<String>,
    /// The time there is; `None`: that of the zone, the city, the hazard.
    pub within: Option<Ds>,
    /// Day and time, for opening hours and daylight; `None`: hours do not count.
    pub at: Option<LocalTime>,
    /// Where people are when they hear it.
    pub origin: Origin,
    /// The time to wait at a shelter's door.
    pub queue: Ds,
    /// Ground that nobody may walk on, besides the region's own.
    pub forbidden: Vec<NamedArea>,
    /// What is imagined to be otherwise than the region says.
    pub what_if: WhatIf,
}

/// Doors and streets that are imagined to be closed or open.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WhatIf {
    /// Shelters that are closed.
    pub close: Vec<u32>,
    /// Shelters that are open, whatever their list says of their state and hours. One that is not good
    /// for the hazard stays not offered. Of a shelter that is in both lists, closed wins.
    pub open: Vec<u32>,
    /// Pieces of street that are closed, in both directions.
    pub close_segments: Vec<u32>,
}

impl WhatIf {
    /// Whether all is as the region says.
    pub fn is_nothing(&self) -> bool {
        self.close.is_empty() && self.open.is_empty() && self.close_segments.is_empty()
    }
}

/// A region and what a question makes of it.
pub struct City<'a> {
    /// The region.
    pub region: &'a Region,
    /// The walker's number.
    pub walker: usize,
    /// The question.
    pub question: Question,
    /// Of each shelter: offered, or why not.
    pub offered: Vec<Result<(), NotOffered>>,
    /// Of each shelter: whether it is joined to the streets, so that somebody can be sent there.
    pub joined: Vec<bool>,
    /// Ground that is forbidden besides the region's own.
    pub avoid: AreaIndex,
    /// Where the extract ends, as seen from the shelters that people can be sent to.
    pub edge: Edge,
    /// How much longer than told this person walks, in thousandths; see [`City::slowed`].
    pub slower_permille: u32,
    /// Shelters that count as plan 0 for those in their building: those offered, joined to a street
    /// or not, and those that are offered to nobody else.
    own: Edge,
    zones: Zones,
    forbidden: AreaIndex,
}

/// How much time a place has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// The time.
    pub time: Ds,
    /// Where it comes from.
    pub from: BudgetFrom,
    /// The zone, where it comes from one: a number into [`Region::zones`].
    pub zone: Option<usize>,
}

impl<'a> City<'a> {
    /// Settles what `question` makes of `region`.
    ///
    /// # Errors
    /// Where the region has no such walker, or ground is forbidden that cannot be kept off.
    pub fn ask(region: &'a Region, question: Question) -> Result<City<'a>, AskError> {
        let walker = find_walker(region, &question)?;
        if !question.forbidden.is_empty() && region.places().is_empty() {
            return Err(AskError::NoPlaces);
        }
        let areas = |areas: &[NamedArea]| AreaIndex::new(areas.iter().map(|named| &named.area));
        let avoid = areas(&question.forbidden);
        let forbidden =
            AreaIndex::new(region.forbidden().iter().chain(&question.forbidden).map(|named| &named.area));
        let offered: Vec<Result<(), NotOffered>> = (0..)
            .zip(region.shelters())
            .map(|(number, shelter)| judge(number, shelter, &question, &region.walkers()[walker]))
            .collect();
        let mut joined = vec![false; offered.len()];
        region.entrances().iter().for_each(|entrance| joined[entrance.shelter as usize] = true);
        let mut city = City {
            region,
            walker,
            question,
            offered,
            joined,
            avoid,
            edge: Edge::new(None, Vec::new()),
            slower_permille: 1000,
            own: Edge::new(None, Vec::new()),
            zones: Zones::new(region.zones().to_vec()),
            forbidden,
        };
        city.forbid_entrances();
        city.edge = city.find_edge();
        city.own = Edge::new(None, city.places_of(|shelter| city.is_own(shelter)));
        Ok(city)
    }

    /// A shelter all of whose entrances stand on forbidden ground, the region's or the question's, is
    /// not offered.
    fn forbid_entrances(&mut self) {
        if self.forbidden.is_empty() {
            return;
        }
        for shelter in 0..self.offered.len() {
            let forbidden = self.offered[shelter].is_ok()
                && self.region.shelters()[shelter].entrances.iter().all(|entrance| {
                    place_of(self.region, &entrance.at).is_some_and(|place| self.is_forbidden(place))
                });
            if forbidden {
                self.offered[shelter] = Err(NotOffered::Forbidden);
            }
        }
    }

    /// A map ends somewhere; a network of given times is all there is.
    fn find_edge(&self) -> Edge {
        let is_map = self.region.walkers().iter().all(|walker| walker.name != walker::GIVEN);
        let places = self.places_of(|shelter| self.offered[shelter].is_ok() && self.joined[shelter]);
        Edge::new(self.region.meta().bounds.filter(|_| is_map), places)
    }

    /// The entrances of some shelters, but for those on forbidden ground.
    fn places_of(&self, wanted: impl Fn(usize) -> bool) -> Vec<Place> {
        let shelters = self.region.shelters().iter().enumerate().filter(|(number, _)| wanted(*number));
        shelters
            .flat_map(|(_, shelter)| &shelter.entrances)
            .filter_map(|entrance| place_of(self.region, &entrance.at))
            .filter(|&place| !self.is_forbidden(place))
            .collect()
    }

    /// Whether a shelter counts for those who are in its building. Who may not come from elsewhere
    /// may come from inside.
    fn is_own(&self, shelter: usize) -> bool {
        matches!(self.offered[shelter], Ok(()) | Err(NotOffered::Private))
    }

    /// The walker's name.
    pub fn walker_name(&self) -> &str {
        self.region.walkers().get(self.walker).map_or("", |walker| &walker.name)
    }

    /// Shelter number `shelter`.
    pub fn shelter(&self, shelter: u32) -> Option<&'a Shelter> {
        self.region.shelters().get(shelter as usize)
    }

    /// How many shelters are joined to the streets.
    pub fn joined_count(&self) -> usize {
        self.joined.iter().filter(|joined| **joined).count()
    }

    /// How many of those are offered.
    pub fn offered_count(&self) -> usize {
        self.offered.iter().zip(&self.joined).filter(|(offered, joined)| offered.is_ok() && **joined).count()
    }

    /// Why shelters that are joined to the streets are not offered: reasons in the order of the
    /// shelters, with their numbers.
    pub fn not_offered(&self) -> Vec<(NotOffered, u64)> {
        let mut reasons: Vec<(NotOffered, u64)> = Vec::new();
        for (offered, _) in self.offered.iter().zip(&self.joined).filter(|(_, joined)| **joined) {
            let Err(reason) = offered else { continue };
            match reasons.iter_mut().find(|(known, _)| known == reason) {
                Some((_, number)) => *number += 1,
                None => reasons.push((*reason, 1)),
            }
        }
        reasons
    }

    /// From the alert to the first step on the street, for the person of the question; with the
    /// queue at the door, which no route shortens either.
    pub fn start(&self) -> Ds {
        let walker = &self.region.walkers()[self.walker];
        let origin = self.question.origin;
        let stairs = Origin { delay: Ds::ZERO, ..origin }.time(walker);
        origin.delay.plus(self.slowed(stairs)).plus(self.question.queue)
    }

    /// What `time` of walking takes the person of the question. A speed that was learned may only slow
    /// plans down, so less than 1000 thousandths counts as 1000.
    pub fn slowed(&self, time: Ds) -> Ds {
        if !time.is_reachable() {
            return time;
        }
        let slowed = (u64::from(time.0) * u64::from(self.slower_permille.max(1000))).div_ceil(1000);
        Ds(u32::try_from(slowed).unwrap_or(Ds::UNREACHABLE.0).min(Ds::UNREACHABLE.0))
    }

    /// How much time `place` has between alert and impact: as asked, else the least of what its
    /// zone, for the hazards that zones are for, and the city leave, else what hinan assumes. `None` where
    /// neither a time nor a hazard was asked about.
    pub fn budget(&self, place: Option<Place>) -> Option<Budget> {
        if let Some(time) = self.question.within {
            return Some(Budget { time, from: BudgetFrom::Asked, zone: None });
        }
        let threat = self.question.threat?;
        let least = |budgets: &mut dyn Iterator<Item = Budget>| budgets.min_by_key(|budget| budget.time);
        let of_hazard = |hazard: Hazard| {
            let zone = self.zones_are_for(hazard).then(|| self.zone_budget(place)).flatten();
            match (zone, self.city_budget(hazard)) {
                // What hinan assumes is for where nobody says anything.
                (Some(zone), city) if city.from == BudgetFrom::Assumed => zone,
                (Some(zone), city) => {
                    if city.time < zone.time {
                        city
                    } else {
                        zone
                    }
                }
                (None, city) => city,
            }
        };
        match threat {
            Threat::Untold => least(&mut Hazard::ALL.into_iter().map(of_hazard)),
            known => least(&mut known.hazards().map(of_hazard)),
        }
    }

    /// Whoever does not know where they are counts with the least of all zones.
    fn zone_budget(&self, place: Option<Place>) -> Option<Budget> {
        let zones = self.zones.all();
        let Some(place) = place else {
            let least = (0..zones.len()).min_by_key(|&zone| (zones[zone].budget, zone))?;
            return Some(Budget {
                time: zones[least].budget,
                from: BudgetFrom::Neighbour,
                zone: Some(least),
            });
        };
        let found = self.zones.find(place)?;
        let from = match found {
            ZoneFound::Inside(_) => BudgetFrom::Zone,
            ZoneFound::Neighbour(_) => BudgetFrom::Neighbour,
        };
        let zone = found.zone();
        Some(Budget { time: zones[zone].budget, from, zone: Some(zone) })
    }

    /// Zones of warning are for air raids, unless the region was told otherwise.
    fn zones_are_for(&self, hazard: Hazard) -> bool {
        match self.region.meta().parameters.get(ZONES_FOR) {
            Some(threat) => {
                threat.parse::<Threat>().is_ok_and(|threat| threat.hazards().any(|h| h == hazard))
            }
            None => hazard == Hazard::AirRaid,
        }
    }

    fn city_budget(&self, hazard: Hazard) -> Budget {
        match self.region.meta().budgets.get(&hazard) {
            Some(&time) => Budget { time, from: BudgetFrom::City, zone: None },
            None => Budget { time: hazard.assumed_budget(), from: BudgetFrom::Assumed, zone: None },
        }
    }

    /// Whether `place` lies on forbidden ground.
    pub fn is_forbidden(&self, place: Place) -> bool {
        self.forbidden.contains(place)
    }

    /// Where a doorstep is on the streets; nowhere where it or the way to the street lies on
    /// forbidden ground.
    pub fn stand_at_doorstep(&self, doorstep: &DoorstepRecord) -> Stand {
        if doorstep.segment == NONE || self.crosses_forbidden(doorstep) {
            return Stand::Nowhere;
        }
        let off = self.region.off_street_time(self.walker, doorstep.off_mm);
        Stand::Street { segment: doorstep.segment, part_mm: doorstep.part_mm, off }
    }

    /// What was joined when the region was built keeps off the region's own forbidden ground; the
    /// question's is looked at here.
    fn crosses_forbidden(&self, doorstep: &DoorstepRecord) -> bool {
        !self.avoid.is_empty()
            && self
                .region
                .place_on_segment(doorstep.segment, doorstep.part_mm)
                .is_some_and(|street| self.avoid.touches(doorstep.place, street))
    }

    /// Where any place is on the streets that the walker can use, within `limit_mm`.
    pub fn stand(&self, place: Place, limit_mm: u32) -> Stand {
        match self.region.nearest_street(place, self.walker, limit_mm, &self.avoid) {
            Some(snapped) => Stand::Street {
                segment: snapped.segment,
                part_mm: snapped.part_mm,
                off: self.region.off_street_time(self.walker, snapped.off_mm),
            },
            None => Stand::Nowhere,
        }
    }

    /// Whether a shelter is in the building of a doorstep (plan 0), and how long it takes from the
    /// doorstep into it.
    pub fn inside(&self, doorstep: &DoorstepRecord) -> (Inside, Ds) {
        match (Region::doorstep_kind(doorstep), self.own_shelter(doorstep.place)) {
            (DoorstepKind::Street, _) => (Inside::None, Ds::UNREACHABLE),
            (_, Some((_, time))) => (Inside::Known, time),
            (_, None) => (Inside::Unknown, Ds::UNREACHABLE),
        }
    }

    /// Whether a building that no list names may count as a shelter: not where an unfit one kills
    /// (`safety.md`, rule 4), nor where nobody can tell what the danger is.
    pub fn may_be_unstated(&self) -> bool {
        match self.question.threat {
            None => true,
            Some(Threat::Untold) => false,
            Some(threat) => !threat.hazards().any(Hazard::must_be_stated),
        }
    }

    /// The shelter in the building at `place` and the time from there into it: over the straight
    /// way, at the walker's pace, and down its stairs. The soonest, of those within
    /// [`SAME_BUILDING_MM`] with no forbidden ground between; of equals the first.
    pub fn own_shelter(&self, place: Place) -> Option<(u32, Ds)> {
        if self.is_forbidden(place) || !self.own.any_shelter_within(place, SAME_BUILDING_MM) {
            return None;
        }
        let time = |shelter: usize| {
            let doors = self.region.shelters()[shelter].entrances.iter();
            doors
                .filter_map(|door| Some((place_of(self.region, &door.at)?, door.start.unwrap_or_default())))
                .filter(|&(door, _)| !self.forbidden.touches(door, place))
                .map(|(door, start)| (door.distance_mm(place), start))
                .filter(|&(distance_mm, _)| distance_mm <= SAME_BUILDING_MM)
                .map(|(distance_mm, start)| self.region.off_street_time(self.walker, distance_mm).plus(start))
                .min()
        };
        let own = (0..self.offered.len()).filter(|&shelter| self.is_own(shelter));
        own.filter_map(|shelter| Some((time(shelter)?, shelter as u32)))
            .min()
            .map(|(time, shelter)| (shelter, time))
    }
}

/// Why a question cannot be asked of a region.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AskError {
    /// There is no such walker.
    #[error("--walker: {0}")]
    Walker(#[from] walker::UnknownWalker),
    /// Forbidden ground outranks everything, and it cannot be told where it is.
    #[error(
        "--forbidden: the nodes of this region have no places, so that nobody can be kept off forbidden ground; \
         build it from streets with places"
    )]
    NoPlaces,
}

fn find_walker(region: &Region, question: &Question) -> Result<usize, walker::UnknownWalker> {
    let walkers = region.walkers();
    let chosen = walker::find(walkers, question.walker.as_deref())?;
    let (Some(at), Some(bounds)) = (question.at, region.meta().bounds) else { return Ok(chosen) };
    let dark = is_dark(at, bounds.min.towards(bounds.max, 1, 2));
    let by_night = format!("{}-night", walkers[chosen].name);
    Ok(walkers.iter().position(|walker| dark && walker.name == by_night).unwrap_or(chosen))
}

/// Whether a shelter is offered as far as its record goes.
fn judge(number: u32, shelter: &Shelter, question: &Question, walker: &Walker) -> Result<(), NotOffered> {
    let is_opened = question.what_if.open.contains(&number);
    if question.what_if.close.contains(&number) || !(is_opened || shelter.status.is_usable()) {
        return Err(NotOffered::Unusable);
    }
    // Only hours that are known to be closed count: unknown is not closed.
    if let (false, Some(at), Some(hours)) = (is_opened, question.at, &shelter.hours)
        && opening(hours, at) == Opening::Closed
    {
        return Err(NotOffered::ClosedAtThatHour);
    }
    if !shelter.admits(walker) {
        return Err(NotOffered::NoWheelchairs);
    }
    let Some(threat) = question.threat else { return Ok(()) };
    threat.offers(shelter)?;
    if shelter.access == Access::Private { Err(NotOffered::Private) } else { Ok(()) }
}

/// The place of an entrance, where the region knows places.
pub fn place_of(region: &Region, entrance: &EntranceAt) -> Option<Place> {
    match entrance {
        EntranceAt::Place(place) => Some(*place),
        EntranceAt::Node(id) => region.places().get(region.find_node(id)? as usize).copied(),
    }
}
