//! Plan 0: the building that somebody is in, and what to do where nothing is in time.

use hinan_city::City;
use hinan_model::shelter::Access;
use hinan_model::{Ds, InTime, Inside, Place, Shelter, WhenLate};
use serde_json::{Value, json};

use crate::plans::{Clock, WIDTH, in_words, remark_on_standing};
use crate::tell::{plain, wrap};
use crate::trip::Trip;

/// What is known of the building that somebody starts from. It comes before every other plan.
pub struct PlanZero<'a> {
    city: &'a City<'a>,
    inside: Inside,
    /// The shelter in this building, where a list has one, and the time from here into it.
    own: Option<(&'a Shelter, Ds)>,
    clock: Option<Clock>,
}

impl<'a> PlanZero<'a> {
    /// As the person says, or as the lists say of `place`.
    pub fn new(
        city: &'a City<'a>,
        place: Option<Place>,
        told: Option<Inside>,
        clock: Option<Clock>,
    ) -> PlanZero<'a> {
        let own = place.and_then(|place| city.own_shelter(place));
        let own = own.filter(|_| told.unwrap_or(Inside::Known) == Inside::Known);
        let inside = match (own, told) {
            (Some(_), _) => Inside::Known,
            // What a person believes of the own cellar is not enough where an unfit one kills.
            (None, Some(Inside::Known)) if !city.may_be_unstated() => Inside::Unknown,
            (None, told) => told.unwrap_or(Inside::Unknown),
        };
        let own = own.and_then(|(shelter, time)| Some((city.shelter(shelter)?, time)));
        PlanZero { city, inside, own, clock }
    }

    /// All the time that it takes: until the way out, and from there into the shelter.
    fn total(&self) -> Option<Ds> {
        let clock = self.clock.filter(|_| self.inside == Inside::Known)?;
        Some(clock.start.plus(self.own.map_or(Ds::ZERO, |(_, time)| time)))
    }

    fn answer(&self) -> Option<InTime> {
        Some(InTime::judge(self.total()?, self.clock?.budget.time))
    }

    /// Whether this building is a shelter that is reached in time.
    pub fn is_in_time(&self) -> bool {
        self.answer().is_some_and(InTime::may_go)
    }

    /// What the hazard asks for where neither this building nor any of the trips is in time; `None`
    /// where one is, or no hazard was asked about.
    pub fn late(&self, trips: &[Trip]) -> Option<WhenLate> {
        let (threat, clock) = (self.city.question.threat?, self.clock?);
        let any = self.is_in_time() || trips.iter().any(|trip| clock.judge(trip).may_go());
        (!any).then(|| threat.when_late(self.inside.place()))
    }

    /// As JSON.
    pub fn json(&self) -> Value {
        let shelter = self.own.map(|(shelter, _)| shelter);
        json!({
            "inside": self.inside, "shelter": shelter.map(|shelter| &shelter.id),
            "name": shelter.map(Shelter::title), "remark": shelter.and_then(remark_on_standing),
            "access": shelter.map(|shelter| shelter.access),
            "total_ds": self.total().map(|total| total.0), "answer": self.answer(),
        })
    }

    /// As a line before the other plans.
    pub fn in_words(&self) -> String {
        let mut words = match (self.inside, self.own) {
            (Inside::Known, Some((shelter, _))) => {
                let remark =
                    remark_on_standing(shelter).map_or(String::new(), |remark| format!(" ({remark})"));
                let private = if shelter.access == Access::Private {
                    " (only for those who live, learn or work there)"
                } else {
                    ""
                };
                format!("right here: {}{remark}{private}", plain(shelter.title(), 60))
            }
            (Inside::Known, None) => "this building".to_owned(),
            (Inside::Unknown, _) if self.clock.is_some() && self.city.may_be_unstated() => {
                "this building: whether it has a shelter of its own is unknown; if it has, it comes first"
                    .to_owned()
            }
            _ => return String::new(),
        };
        if let (Some(answer), Some(total), Some(clock)) = (self.answer(), self.total(), self.clock) {
            words += &format!(": {}", in_words(answer, total, clock.budget.time));
        }
        wrap("  0  ", &words, WIDTH) + "\n"
    }
}
