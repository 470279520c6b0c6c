//! Plans A, B, C as text, JSON and a layer of a map.

use hinan_city::{Budget, City};
use hinan_model::shelter::{Access, Answer, Standing, Status};
use hinan_model::{Ds, HazardSet, InTime, Place, Shelter};
use serde_json::{Value, json};

use crate::city::source;
use crate::notice::Notices;
use crate::tell::{count, metres, plain, wrap};
use crate::trip::Trip;

/// Lines are no longer than this.
pub const WIDTH: usize = 96;

/// How much time there is, and how much is gone before the first step.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// Delay, own floors, queue at the door.
    pub start: Ds,
    /// The time between alert and impact.
    pub budget: Budget,
}

impl Clock {
    /// What a plan comes to.
    pub fn judge(&self, trip: &Trip) -> InTime {
        InTime::judge(self.total(trip), self.budget.time)
    }

    /// All the time that a plan needs.
    pub fn total(&self, trip: &Trip) -> Ds {
        self.start.plus(trip.total)
    }

    fn in_words(&self, trip: &Trip) -> String {
        in_words(self.judge(trip), self.total(trip), self.budget.time)
    }
}

/// An answer in words.
pub fn in_words(answer: InTime, total: Ds, left: Ds) -> String {
    match answer {
        // Rounded down: what is to spare must not be promised too large.
        InTime::Go => format!("in time, {} to spare", Ds(left.0.saturating_sub(total.0) / 10 * 10)),
        InTime::GoAtOnce => "in time only if you go at once".to_owned(),
        InTime::OnlyIfAlreadyOutside => "in time only if you are already outside".to_owned(),
        InTime::Late if total.is_reachable() => format!("LATE by {}", Ds(total.0.saturating_sub(left.0))),
        InTime::Late => "LATE".to_owned(),
    }
}

/// Plans for one start.
pub struct Plans<'a> {
    /// The city.
    pub city: &'a City<'a>,
    /// The trips, best first.
    pub trips: &'a [Trip],
    /// How much time there is; `None` where nobody asked.
    pub clock: Option<Clock>,
}

/// What a plan is called: A, B, C, ...
pub fn letter(index: usize) -> char {
    char::from(b'A' + (index % 26) as u8)
}

/// What must be said of a shelter that no official list names.
pub fn remark_on_standing(shelter: &Shelter) -> Option<String> {
    let kind = plain(shelter.kind.as_deref().unwrap_or("kind unknown"), 60);
    match shelter.standing {
        Standing::Official => None,
        Standing::Mapped => Some(format!("not on an official list: {kind} drawn on the map")),
        Standing::Candidate => Some(format!("not an official shelter: {kind}")),
    }
}

/// What to call a shelter. An id alone says nothing to people, so its kind goes with it.
fn title(shelter: &Shelter) -> String {
    match (&shelter.name, &shelter.address, &shelter.kind) {
        (None, None, Some(kind)) => plain(&format!("{kind} {}", shelter.id), 60),
        _ => plain(shelter.title(), 60),
    }
}

/// `7 min`: whole minutes, never less than the truth.
fn minutes(time: Ds) -> String {
    format!("{} min", count(u64::from(time.minutes_up())))
}

impl Plans<'_> {
    /// One line a plan.
    pub fn short(&self) -> String {
        let mut text = String::new();
        for (index, trip) in self.trips.iter().enumerate() {
            let Some(shelter) = self.city.shelter(trip.shelter) else { continue };
            let length = trip.length_mm.map_or_else(String::new, metres);
            let lead = format!("  {}  {:>7}  {length:>7}  ", letter(index), minutes(trip.total));
            let mut words = title(shelter);
            if let Some(remark) = remark_on_standing(shelter) {
                words += &format!(" ({remark})");
            }
            match shelter.access {
                Access::Private => words += " (only for those who live, learn or work there)",
                Access::Key => words += " (needs a key)",
                Access::Public | Access::Unknown => {}
            }
            if let Some(clock) = self.clock {
                words += &format!(": {}", clock.in_words(trip));
            }
            text += &wrap(&lead, &words, WIDTH);
            text.push('\n');
        }
        text
    }

    /// Plan number `index` with everything that is known of the shelter, and the way.
    pub fn full(&self, index: usize) -> String {
        let Some((trip, shelter)) =
            self.trips.get(index).and_then(|trip| Some((trip, self.city.shelter(trip.shelter)?)))
        else {
            return String::new();
        };
        let length = trip.length_mm.map_or_else(String::new, |mm| format!(", {}", metres(mm)));
        let mut text =
            format!("Plan {}: {}, {}{length}\n", letter(index), title(shelter), minutes(trip.total));
        let mut line = |words: String| {
            text += &wrap("  ", &words, WIDTH);
            text.push('\n');
        };
        if let Some(remark) = remark_on_standing(shelter) {
            let fit =
                if shelter.standing == Standing::Candidate { " Nobody has declared it fit." } else { "" };
            line(format!("NOTE: {remark}.{fit}"));
        }
        if let Some(clock) = self.clock {
            let needed = clock.total(trip);
            line(format!("{needed} needed of {}: {}.", clock.budget.time, clock.in_words(trip)));
        }
        line(facts(shelter));
        for (number, step) in (1..).zip(&trip.steps) {
            text += &wrap(&format!("  {number:>2}. "), step, WIDTH);
            text.push('\n');
        }
        text += &wrap("  ", &format!("Source: {}.", self.source(shelter)), WIDTH);
        text.push('\n');
        text
    }

    /// File, format and date of the list that names a shelter.
    fn source(&self, shelter: &Shelter) -> String {
        let Some(source) = source(self.city.region, shelter) else { return "unknown".to_owned() };
        let date = source.date.as_deref().map_or("date unknown".to_owned(), |date| format!("of {date}"));
        let checked = shelter
            .checked
            .as_deref()
            .map_or(String::new(), |day| format!(", last checked {}", plain(day, 30)));
        format!("{} ({}), {date}{checked}", source.file, source.format)
    }

    /// Everything as JSON.
    pub fn json(&self) -> Value {
        self.trips.iter().enumerate().filter_map(|(index, trip)| self.plan_json(index, trip)).collect()
    }

    fn plan_json(&self, index: usize, trip: &Trip) -> Option<Value> {
        let shelter = self.city.shelter(trip.shelter)?;
        let source = source(self.city.region, shelter);
        let answer = self.clock.map(|clock| clock.judge(trip));
        let total = self.clock.map(|clock| clock.total(trip).0);
        let late_by = self.clock.and_then(|clock| Some(total?.saturating_sub(clock.budget.time.0)));
        let late_by = late_by.filter(|&late| late > 0);
        let ids: Vec<String> = trip.nodes.iter().filter_map(|&node| self.city.region.node_id(node)).collect();
        Some(json!({
            "plan": letter(index).to_string(),
            "shelter": shelter.id, "name": shelter.name, "address": shelter.address, "kind": shelter.kind,
            "standing": shelter.standing, "remark": remark_on_standing(shelter),
            "time_ds": trip.total.0, "minutes": trip.total.minutes_up(), "inside_ds": trip.inside.0,
            "metres": trip.length_mm.map(|mm| mm.div_ceil(1000)),
            "total_ds": total, "answer": answer, "late_by_ds": late_by,
            "good_for": names(shelter.good_for), "underground": shelter.underground,
            "status": shelter.status, "hours": shelter.hours, "access": shelter.access,
            "wheelchair": shelter.wheelchair, "pets": shelter.pets, "capacity": shelter.capacity,
            "checked": shelter.checked, "note": shelter.note,
            "source": source.map(|source| json!({
                "file": source.file, "format": source.format, "date": source.date, "row": shelter.row,
            })),
            "way": trip.steps, "nodes": ids,
        }))
    }

    /// A layer of lines, one a plan.
    pub fn geojson(&self, notices: &Notices) -> Value {
        let features: Vec<Value> = self
            .trips
            .iter()
            .enumerate()
            .filter_map(|(index, trip)| {
                let line: Vec<[f64; 2]> = trip.line.iter().map(|place| [place.lon(), place.lat()]).collect();
                let geometry = match line.as_slice() {
                    [] => Value::Null,
                    // A line needs two points, also where one stands at the door.
                    [point] => json!({"type": "LineString", "coordinates": [point, point]}),
                    line => json!({"type": "LineString", "coordinates": line}),
                };
                let mut properties = self.plan_json(index, trip)?;
                if let Value::Object(members) = &mut properties {
                    members.remove("nodes");
                }
                Some(json!({"type": "Feature", "geometry": geometry, "properties": properties}))
            })
            .collect();
        json!({
            "type": "FeatureCollection", "attribution": notices.attribution, "warnings": notices.warnings,
            "walker": self.city.walker_name(), "features": features,
        })
    }
}

/// What is known of a shelter, and what is not.
fn facts(shelter: &Shelter) -> String {
    let status = match shelter.status {
        Status::Open => "said to be open",
        Status::Closed => "CLOSED",
        Status::Defunct => "OUT OF USE",
        Status::Full => "FULL",
        Status::Unknown => "open or not: unknown",
    };
    let hours = shelter
        .hours
        .as_deref()
        .map_or("hours unknown".to_owned(), |hours| format!("hours {}", plain(hours, 60)));
    let access = match shelter.access {
        Access::Public => "for everybody",
        Access::Private => "ONLY for those who live, learn or work there",
        Access::Key => "needs a key",
        Access::Unknown => "who may enter: unknown",
    };
    let wheelchair = match shelter.wheelchair {
        Answer::Yes => "wheelchairs can get in",
        Answer::No => "no wheelchairs",
        Answer::Unknown => "wheelchair access unknown",
    };
    let holds = match (shelter.capacity, shelter.area_m2) {
        (Some(places), _) => format!("{} places", count(u64::from(places))),
        (None, Some(area)) => format!("{} m2, places unknown", count(u64::from(area))),
        (None, None) => "places unknown".to_owned(),
    };
    let listed = match names(shelter.good_for).as_slice() {
        [] => "which hazards it is good for: unknown".to_owned(),
        names => format!("listed for {}", names.join(", ")),
    };
    let address = shelter.address.as_deref().filter(|address| *address != shelter.title());
    let mut words = address.map_or(String::new(), |address| format!("{}; ", plain(address, 80)));
    words += &format!("{status}; {hours}; {access}; {holds}; {wheelchair}; {listed}");
    words += if shelter.underground == Answer::Yes { "; below the ground." } else { "." };
    if let Some(note) = &shelter.note {
        words += &format!(" The list notes: {}.", plain(note, 200).trim_end_matches('.'));
    }
    words
}

/// The names of hazards, as files have them.
fn names(hazards: HazardSet) -> Vec<&'static str> {
    hazards.iter().map(|hazard| hazard.name()).collect()
}

/// Why a start without any plan has none.
pub fn why_none(is_edge: bool) -> &'static str {
    if is_edge {
        "Whether a shelter can be reached from here is unknown: the edge of the map's extract is nearer than \
         any shelter in it."
    } else {
        "No shelter of this region can be reached on foot from here."
    }
}

/// A place as `lat,lon` with five decimals: about a metre, what a person would copy.
pub fn at(place: Place) -> String {
    format!("{:.5},{:.5}", place.lat(), place.lon())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_to_spare_is_never_promised_too_large() {
        assert_eq!(in_words(InTime::Go, Ds(101), Ds(1000)), "in time, 89 s to spare");
        assert_eq!(in_words(InTime::Late, Ds(1001), Ds(1000)), "LATE by 1 s");
        assert_eq!(in_words(InTime::Late, Ds::UNREACHABLE, Ds(1000)), "LATE");
        assert_eq!(minutes(Ds(601)), "2 min");
    }

    #[test]
    fn only_official_shelters_stand_without_a_remark() {
        let mut shelter = Shelter::new("x", Vec::new());
        assert_eq!(remark_on_standing(&shelter), None);
        shelter.kind = Some("metro station".to_owned());
        for (standing, words) in [
            (Standing::Candidate, "not an official shelter: metro station"),
            (Standing::Mapped, "not on an official list"),
        ] {
            shelter.standing = standing;
            assert!(remark_on_standing(&shelter).unwrap().starts_with(words));
        }
        let facts = facts(&shelter);
        for unknown in
            ["open or not: unknown", "hours unknown", "places unknown", "wheelchair access unknown"]
        {
            assert!(facts.contains(unknown), "{facts}");
        }
    }
}
