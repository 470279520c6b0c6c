//! New shelters: what may be chosen, who reaches it, and what a choice of some comes to.

pub mod capacity;

use hinan_city::everybody::Everybody;
use hinan_city::{City, Engine, place_of};
use hinan_model::shelter::Standing;
use hinan_model::{Ds, Place};
use hinan_plan::answer::{Best, Stand};
use hinan_plan::assign::Demand;
use hinan_plan::site::{Door, Lists, MOST_PEOPLE, Objective, Outcome, Reach, SiteError, Sites, Siting};
use hinan_reach::Workers;
use hinan_region::Region;

use super::Notices;
use super::audit::{count, many};

/// What may be chosen.
#[derive(Debug, Default)]
pub struct Candidates {
    /// What each is called in the answer: its node, its id, or its row.
    pub ids: Vec<String>,
    /// Its name, where it has one of its own.
    pub names: Vec<String>,
    /// Where it is, if that is known.
    pub places: Vec<Option<Place>>,
    /// How many people it would hold, as its row says; empty where none does.
    pub holds: Vec<String>,
    /// Its ways in.
    pub doors: Vec<Door>,
    /// How many were left out: off the network, double, not to be read.
    pub left_out: u64,
}

/// The places of a region that nobody has declared shelters: as candidates they do not count as shelters.
pub fn undeclared(region: &Region) -> Vec<u32> {
    let shelters = (0..).zip(region.shelters());
    let candidates = shelters.filter(|(_, shelter)| shelter.standing == Standing::Candidate);
    candidates.map(|(number, _)| number).collect()
}

impl Candidates {
    /// Every node of the streets that is not on forbidden ground.
    pub fn nodes(city: &City<'_>) -> Candidates {
        let mut candidates = Candidates::default();
        for node in 0..city.region.network().nodes() as u32 {
            let place = city.region.places().get(node as usize).copied();
            if !place.is_some_and(|place| city.is_forbidden(place)) {
                let id = city.region.node_id(node).unwrap_or_default();
                candidates.add(id, String::new(), place, Stand::Node(node));
            }
        }
        candidates
    }

    /// Places that the region carries, with their own ways in.
    pub fn of_region(city: &City<'_>, shelters: &[u32]) -> Candidates {
        let (region, mut candidates) = (city.region, Candidates::default());
        for &number in shelters {
            let Some(shelter) = city.shelter(number) else { continue };
            let own = region.entrances().iter().filter(|entrance| entrance.shelter == number);
            let doors = own.map(|entrance| Door {
                candidate: candidates.ids.len() as u32,
                stand: Stand::Node(entrance.node),
                time: region.start_time(entrance, city.walker),
            });
            let before = candidates.doors.len();
            candidates.doors.extend(doors);
            if candidates.doors.len() == before {
                candidates.left_out += 1;
                continue;
            }
            candidates.ids.push(shelter.id.clone());
            candidates.names.push(shelter.name.clone().unwrap_or_default());
            let first = shelter.entrances.first();
            candidates.places.push(first.and_then(|entrance| place_of(region, &entrance.at)));
            candidates.holds.push(String::new());
        }
        candidates
    }

    /// One more, with one way in and no name of its own.
    pub fn add(&mut self, id: String, holds: String, place: Option<Place>, stand: Stand) {
        self.doors.push(Door { candidate: self.ids.len() as u32, stand, time: Ds::ZERO });
        self.ids.push(id);
        self.names.push(String::new());
        self.places.push(place);
        self.holds.push(holds);
    }
}

/// Everything that a choice of sites is made from, besides the city.
pub struct Survey {
    /// All who start somewhere.
    pub everybody: Everybody,
    /// What may be chosen.
    pub candidates: Candidates,
    /// Who reaches what.
    pub lists: Lists,
    /// How many start together.
    pub people: Vec<u32>,
    /// The time to the best shelter that is there.
    pub now: Vec<Ds>,
}

/// Why nothing can be chosen.
#[derive(Debug, thiserror::Error)]
pub enum SurveyError {
    /// Candidates are reached from too many places.
    #[error(transparent)]
    Site(#[from] SiteError),
    /// Nobody counts so many.
    #[error("more than {MOST_PEOPLE} people: nobody counts so many")]
    TooManyPeople,
}

/// The sites, and what each number of them comes to.
pub struct Found {
    /// The sites.
    pub sites: Sites,
    /// With none of them, with the first, with the first two, ...
    pub curve: Vec<Outcome>,
    /// People beyond the reach of everything.
    pub beyond_all: u64,
    /// Who proved that no choice is better, where somebody was asked to go on until that is known.
    pub exact_by: Option<&'static str>,
}

impl Survey {
    /// Looks who reaches which candidate, and which shelter that is there (none, where these are to be ignored). `engine` is the
    /// city's.
    ///
    /// # Errors
    /// Where too many are reached from too many places, or people are too many.
    pub fn of(
        city: &City<'_>,
        engine: &Engine,
        candidates: Candidates,
        ignore_existing: bool,
        people_each: Option<u32>,
        workers: &impl Workers,
    ) -> Result<Survey, SurveyError> {
        let everybody = city.everybody(people_each);
        if everybody.people() > MOST_PEOPLE {
            return Err(SurveyError::TooManyPeople);
        }
        let reach = Reach {
            network: city.region.network(),
            graph: &engine.graph,
            demands: &everybody.demands,
            candidates: candidates.ids.len() as u32,
            doors: &candidates.doors,
        };
        let lists = reach.lists(workers)?;
        let now = match ignore_existing {
            true => vec![Ds::UNREACHABLE; everybody.demands.len()],
            false => now(city, engine, &everybody.demands, workers),
        };
        let people = everybody.demands.iter().map(|demand| demand.people).collect();
        Ok(Survey { everybody, candidates, lists, people, now })
    }

    /// Chooses `new` of the candidates.
    pub fn choose(&self, new: u32, objective: Objective, workers: &impl Workers) -> Found {
        let Survey { lists, people, now, .. } = self;
        let siting = Siting { people, now, lists, new: new as usize, objective };
        let sites = siting.choose(workers);
        Found { curve: siting.curve(&sites.sites), beyond_all: siting.beyond_all(), sites, exact_by: None }
    }
}

/// Everybody's time to the best shelter that is there.
fn now(city: &City<'_>, engine: &Engine, demands: &[Demand], workers: &impl Workers) -> Vec<Ds> {
    const CHUNK: usize = 4096;
    let answers = city.answers(engine);
    let mut chunks: Vec<(&[Demand], Vec<Ds>)> =
        demands.chunks(CHUNK).map(|demands| (demands, Vec::new())).collect();
    workers.run(&mut chunks, |(demands, times)| {
        let mut found: Vec<Best> = Vec::new();
        times.extend(demands.iter().map(|demand| {
            answers.find(demand.stand, Some(demand.within), &mut found);
            found.first().map_or(Ds::UNREACHABLE, |best| best.time)
        }));
    });
    chunks.into_iter().flat_map(|(_, times)| times).collect()
}

/// How many people everything holds, where places are counted.
pub struct Held<'a> {
    /// The shelters that are there, together.
    pub now: u64,
    /// Each candidate.
    pub candidates: &'a [u64],
    /// What must be said of the places that are there.
    pub remarks: &'a [String],
}

/// What was wanted.
pub struct Wanted {
    /// What counts.
    pub objective: Objective,
    /// How many sites.
    pub new: u32,
    /// Whether each number of them is told.
    pub with_curve: bool,
}

/// The answer.
#[derive(serde::Serialize)]
pub struct Report<'a> {
    /// The region's name.
    pub place: &'a str,
    /// Who walks.
    pub walker: &'a str,
    /// What they flee from.
    pub hazard: Option<String>,
    /// The time that was asked for.
    pub within_ds: Option<u32>,
    /// `cover`, `median` or `center`.
    pub objective: &'static str,
    /// All people.
    pub people: u64,
    /// Whether the region knows people; else everybody counts alike.
    pub people_are_counted: bool,
    /// How many sites were chosen.
    pub new: usize,
    /// Of how many.
    pub candidates: usize,
    /// How many could not be candidates.
    pub candidates_left_out: u64,
    /// The value without new sites.
    pub value_now: u128,
    /// People who reach nothing without them.
    pub without_now: u64,
    /// The value with them.
    pub value: u128,
    /// No choice of as many has a better one.
    pub bound: u128,
    /// Whether value and bound meet.
    pub optimal: bool,
    /// Who proved that, where somebody was asked to go on until it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exact_by: Option<&'static str>,
    /// People who reach nothing with them.
    pub without: u64,
    /// No choice of as many leaves fewer.
    pub bound_without: u64,
    /// People whom nothing can serve.
    pub beyond_all: u64,
    /// Whether places were counted.
    pub capacitated: bool,
    /// Places in the shelters that are there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub places_now: Option<u64>,
    /// The sites, that which adds most first.
    pub sites: Vec<Row<'a>>,
    /// What a reader must know of the answer, in English.
    pub remarks: Vec<String>,
    /// With none of the sites, with the first, ...
    #[serde(skip_serializing_if = "Option::is_none")]
    pub curve: Option<Vec<Point>>,
    /// Whose data it is, and what must be known of it.
    #[serde(flatten)]
    pub notices: Notices,
}

/// One site.
#[derive(serde::Serialize)]
pub struct Row<'a> {
    /// From 1.
    pub rank: usize,
    /// Its node, its id, or its row.
    pub node: &'a str,
    /// Its name, where it has one of its own.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub name: &'a str,
    /// What it adds to those before it.
    pub adds: i128,
    /// How many people it holds, where that counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub places: Option<u64>,
    /// Where it is.
    pub lat: Option<f64>,
    /// Where it is.
    pub lon: Option<f64>,
}

/// What a number of sites comes to.
#[derive(serde::Serialize)]
pub struct Point {
    /// The value.
    pub value: u128,
    /// People who reach nothing.
    pub without: u64,
}

/// The answer as data.
pub fn report<'a>(
    city: &'a City<'a>,
    survey: &'a Survey,
    found: &Found,
    wanted: &Wanted,
    held: Option<&Held<'_>>,
    notices: Notices,
) -> Report<'a> {
    let Survey { everybody, candidates, .. } = survey;
    let Found { sites, curve, beyond_all, exact_by } = found;
    let now = curve.first().copied().unwrap_or_default();
    let rows = (1..).zip(&sites.sites).map(|(rank, site)| {
        let at = site.candidate as usize;
        let place = candidates.places[at];
        Row {
            rank,
            node: &candidates.ids[at],
            name: &candidates.names[at],
            adds: site.adds,
            places: held.map(|held| held.candidates[at]),
            lat: place.map(|place| place.lat()),
            lon: place.map(|place| place.lon()),
        }
    });
    let point = |&Outcome { value, without }: &Outcome| Point { value, without };
    Report {
        place: &city.region.meta().name,
        walker: city.walker_name(),
        hazard: city.question.threat.map(|threat| threat.to_string()),
        within_ds: city.question.within.map(|within| within.0),
        objective: match wanted.objective {
            Objective::Cover => "cover",
            Objective::Median => "median",
            Objective::Center => "center",
        },
        people: everybody.people(),
        people_are_counted: everybody.is_counted,
        new: sites.sites.len(),
        candidates: candidates.ids.len(),
        candidates_left_out: candidates.left_out,
        value_now: now.value,
        without_now: now.without,
        value: sites.value,
        bound: sites.bound,
        optimal: sites.is_optimal,
        exact_by: *exact_by,
        without: sites.without,
        bound_without: sites.bound_without,
        beyond_all: *beyond_all,
        capacitated: held.is_some(),
        places_now: held.map(|held| held.now),
        sites: rows.collect(),
        remarks: remarks(survey, found, wanted, held),
        curve: wanted.with_curve.then(|| curve.iter().map(point).collect()),
        notices,
    }
}

/// What a reader must know of the answer.
fn remarks(survey: &Survey, found: &Found, wanted: &Wanted, held: Option<&Held<'_>>) -> Vec<String> {
    let candidates = survey.candidates.ids.len() as u64;
    let number = |number: u64| many(number, "candidate", "candidates");
    let mut remarks = held.map_or(Vec::new(), |held| held.remarks.to_vec());
    if candidates < u64::from(wanted.new) {
        remarks.push(format!(
            "There are only {}: all are chosen, not {}.",
            number(candidates),
            count(wanted.new.into())
        ));
    }
    if survey.candidates.left_out > 0 {
        remarks.push(format!("{} left out, as said.", number(survey.candidates.left_out)));
    }
    let is_alone = |candidate: &u32| survey.lists.of(*candidate).is_empty();
    let alone = (0..survey.lists.candidates()).filter(is_alone).count() as u64;
    if alone > 0 {
        remarks.push(format!("{} in nobody's reach.", number(alone)));
    }
    let idle = found.sites.sites.iter().filter(|site| site.adds == 0).count() as u64;
    if idle > 0 && wanted.objective == Objective::Cover {
        remarks.push(format!("{} of the sites serve nobody that the others do not.", count(idle)));
    }
    if found.beyond_all > 0 {
        remarks.push(format!(
            "{} can be served by no candidate and no shelter in time.",
            many(found.beyond_all, "person", "people")
        ));
    }
    remarks
}
