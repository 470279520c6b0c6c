//! Plan 0: the building that somebody is in, and what to do where nothing is in time.

use hinan_city::{City, SAME_BUILDING_MM};
use hinan_model::{InTime, Inside, Place, WhenLate};
use serde_json::{Value, json};

use crate::plans::{Clock, WIDTH, in_words};
use crate::tell::{plain, wrap};
use crate::trip::Trip;

/// What is known of the building that somebody starts from. It comes before every other plan.
pub struct PlanZero<'a> {
    city: &'a City<'a>,
    inside: Inside,
    /// The name of the shelter in this building, where a list has one.
    shelter: Option<&'a str>,
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
        let place = place.filter(|place| !city.is_forbidden(*place));
        let shelter = place.and_then(|place| city.shelter_within(place, SAME_BUILDING_MM));
        let shelter = shelter.filter(|_| told.unwrap_or(Inside::Known) == Inside::Known);
        let inside = match (shelter, told) {
            (Some(_), _) => Inside::Known,
            // What a person believes of the own cellar is not enough where an unfit one kills.
            (None, Some(Inside::Known)) if !city.may_be_unstated() => Inside::Unknown,
            (None, told) => told.unwrap_or(Inside::Unknown),
        };
        PlanZero { city, inside, shelter: shelter.map(|shelter| shelter.title()), clock }
    }

    fn answer(&self) -> Option<InTime> {
        let clock = self.clock.filter(|_| self.inside == Inside::Known)?;
        Some(InTime::judge(clock.start, clock.budget.time))
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
        json!({
            "inside": self.inside, "shelter": self.shelter,
            "total_ds": self.answer().and(self.clock).map(|clock| clock.start.0), "answer": self.answer(),
        })
    }

    /// As a line before the other plans.
    pub fn in_words(&self) -> String {
        let (name, answer) = (self.shelter.map(|name| plain(name, 60)), self.answer());
        let words = match (self.inside, name) {
            (Inside::Known, Some(name)) => format!("this building: {name}"),
            (Inside::Known, None) => "this building".to_owned(),
            (Inside::Unknown, _) if self.clock.is_some() && self.city.may_be_unstated() => {
                "this building: whether it has a shelter of its own is unknown; if it has, it comes first"
                    .to_owned()
            }
            _ => return String::new(),
        };
        let judged =
            answer.zip(self.clock).map(|(answer, clock)| in_words(answer, clock.start, clock.budget.time));
        let words = judged.map_or(words.clone(), |judged| format!("{words}: {judged}"));
        wrap("  0  ", &words, WIDTH) + "\n"
    }
}
