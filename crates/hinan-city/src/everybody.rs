//! Everybody who wants a place, and how many places there are: what an assignment starts from.

use hinan_model::shelter::Shelter;
use hinan_model::{Ds, Place};
use hinan_plan::answer::Best;
use hinan_plan::answer::Stand;
use hinan_plan::assign::Demand;
use hinan_plan::doors::{BESTS, Choices};
use hinan_reach::{Start, Workers};

use crate::{City, Engine};

/// More people than this in one shelter nobody has ever planned for; a list that says so is wrong.
pub const MOST_IN_ONE: u32 = 250_000;

/// Less floor than this a person, in thousandths of a square metre, is no place: people would stand on each other.
pub const LEAST_MILLI_M2: u64 = 200;

/// How much floor one person is to have, by the rules of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Norm {
    /// The country's code (ISO 3166), or `-` for what holds elsewhere.
    pub country: &'static str,
    /// Thousandths of a square metre a person.
    pub milli_m2: u32,
    /// Who says so.
    pub source: &'static str,
    /// How the names of that country's lists begin.
    lists: &'static [&'static str],
}

/// The norms that are known; the last is for all others.
pub const NORMS: [Norm; 6] = [
    Norm {
        country: "FI",
        milli_m2: 750,
        source: "government decree 408/2011 on civil defence shelters, 0.75 m2 a person",
        lists: &["finland-"],
    },
    Norm {
        country: "JP",
        milli_m2: 825,
        source: "Cabinet Secretariat's count of places in emergency shelters against missiles, 0.825 m2 a person",
        lists: &["gsi-", "japan-", "hamamatsu-", "kanagawa-", "nanao-", "sendai-"],
    },
    Norm {
        country: "KR",
        milli_m2: 825,
        source: "the Ministry of the Interior and Safety's rule for shelters in cities, 0.825 m2 a person (1.43 m2 at the northern border)",
        lists: &["korea-"],
    },
    Norm {
        country: "CH",
        milli_m2: 1_000,
        source: "the technical rules for compulsory shelters, 1 m2 a place",
        lists: &["swiss-", "switzerland-"],
    },
    Norm {
        country: "TW",
        milli_m2: 750,
        source: "the police's rule for air-raid shelters, 0.75 m2 a person (1 m2 in new schools and factories from July 2026)",
        lists: &["taiwan-"],
    },
    Norm {
        country: "-",
        milli_m2: 1_000,
        source: "no norm of this country is known to hinan: 1 m2 a person, the most cautious of those known",
        lists: &[""],
    },
];

impl Norm {
    /// The norm for shelters of a list, by the list's format.
    pub fn of_list(format: &str) -> &'static Norm {
        let knows = |norm: &&Norm| norm.lists.iter().any(|list| format.starts_with(list));
        NORMS.iter().find(knows).unwrap_or(&NORMS[NORMS.len() - 1])
    }

    /// How many people have room on `area_m2` square metres.
    pub fn places(&self, area_m2: u32) -> u64 {
        u64::from(area_m2) * 1_000 / u64::from(self.milli_m2)
    }
}

/// What the number of a shelter's places rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlacesFrom {
    /// Its list's number.
    List,
    /// Its list's number, which is none.
    ListZero,
    /// Its area, since its list has no number.
    Area(&'static Norm),
    /// Its area, since its list's number cannot be right.
    AreaNotList(&'static Norm),
    /// Nothing: the list has neither, or a number that cannot be right.
    Nothing {
        /// Whether there is a number that cannot be right.
        is_absurd: bool,
    },
}

/// Somebody's number, beside where they start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// A node of the streets.
    Node(u32),
    /// A doorstep of the region.
    Doorstep(u32),
}

/// All who want a place.
#[derive(Clone, Debug, Default)]
pub struct Everybody {
    /// Where they start, and how much time they have.
    pub demands: Vec<Demand>,
    /// The node or doorstep of each.
    pub from: Vec<From>,
    /// Whether the region knows people; else everybody counts alike.
    pub is_counted: bool,
}

impl City<'_> {
    /// All who start at a node or doorstep of this city. Where the region knows nobody, or `each` says how many,
    /// so many start from each doorstep (each node where there are none), one where it does not say.
    ///
    /// Soon enough is what [`crate::Question::within`] says of walk and entrance; else what the hazard leaves, less the
    /// start, with the margin that all plans keep; without a hazard any time.
    pub fn everybody(&self, each: Option<u32>) -> Everybody {
        let region = self.region;
        let is_counted = each.is_none() && region.meta().counts.people > 0;
        let people =
            |given: Option<&u32>| if is_counted { given.copied().unwrap_or(0) } else { each.unwrap_or(1) };
        let mut all = Everybody { is_counted, ..Everybody::default() };
        // Nodes are what people start from only where the file says so, or there is nothing else.
        if is_counted || region.doorsteps().is_empty() {
            for node in 0..region.network().nodes() {
                let place = region.places().get(node).copied();
                let demand = self.demand(Stand::Node(node as u32), place, people(region.people().get(node)));
                all.push(demand, From::Node(node as u32));
            }
        }
        for (index, doorstep) in region.doorsteps().iter().enumerate() {
            let people = people(region.doorstep_people().get(index));
            let demand = self.demand(self.stand_at_doorstep(doorstep), Some(doorstep.place), people);
            all.push(demand, From::Doorstep(index as u32));
        }
        all
    }

    fn demand(&self, stand: Stand, place: Option<Place>, people: u32) -> Demand {
        let within = self.soon_enough(place);
        let is_kept = within.is_some() && !place.is_some_and(|place| self.is_forbidden(place));
        let stand = if is_kept { stand } else { Stand::Nowhere };
        Demand { stand, people, within: within.unwrap_or_default() }
    }

    /// The longest walk, with the entrance, that is soon enough; `None` where none is.
    fn soon_enough(&self, place: Option<Place>) -> Option<Ds> {
        if let Some(within) = self.question.within {
            return Some(within);
        }
        let Some(budget) = self.budget(place) else { return Some(Ds::UNREACHABLE) };
        self.walk_within(budget.time)
    }

    /// The longest walk, with the entrance, that is soon enough where there is so much time from the alert on: nine tenths of
    /// it, the margin that all plans keep, less the start; `None` where the start alone takes longer.
    pub fn walk_within(&self, time: Ds) -> Option<Ds> {
        let most = u64::from(time.0) * 9 / 10;
        (most as u32).checked_sub(self.start().0).map(Ds)
    }

    /// The id of who starts there.
    pub fn id_of(&self, from: From) -> String {
        match from {
            From::Node(node) => self.region.node_id(node).unwrap_or_default(),
            From::Doorstep(index) => self.region.doorstep_id(index as usize).unwrap_or_default().to_owned(),
        }
    }

    /// How many places each shelter has, and what that rests on. Where it is nothing, there are none: nobody is promised
    /// a place that nobody knows of.
    pub fn places_in_shelters(&self) -> Vec<(u64, PlacesFrom)> {
        let sources = &self.region.meta().sources;
        let format =
            |shelter: &Shelter| sources.get(shelter.source as usize).map_or("", |source| &source.format);
        self.region.shelters().iter().map(|shelter| places(shelter, Norm::of_list(format(shelter)))).collect()
    }

    /// How many places each shelter has to which people can be sent, and what that rests on; nothing for the others.
    /// `each` tells how many one has, by its id, of which nothing is known.
    pub fn places_offered(&self, each: impl Fn(&str) -> u64) -> Vec<Option<(u64, PlacesFrom)>> {
        let offered =
            self.offered.iter().zip(&self.joined).map(|(offered, joined)| offered.is_ok() && *joined);
        let places = self.places_in_shelters().into_iter().zip(self.region.shelters());
        let counted = places.zip(offered).map(|(((places, from), shelter), is_offered)| {
            let places = if matches!(from, PlacesFrom::Nothing { .. }) { each(&shelter.id) } else { places };
            is_offered.then_some((places, from))
        });
        counted.collect()
    }

    /// Where everybody can go: what a ranking of doors is made from. `engine` knows at least [`BESTS`] shelters of each
    /// node.
    pub fn choices(&self, engine: &Engine, everybody: &Everybody, workers: &impl Workers) -> Vec<Choices> {
        const CHUNK: usize = 4096;
        let answers = self.answers(engine);
        let mut chunks: Vec<(&[Demand], Vec<Choices>)> =
            everybody.demands.chunks(CHUNK).map(|demands| (demands, Vec::new())).collect();
        workers.run(&mut chunks, |(demands, choices)| {
            let mut found: Vec<Best> = Vec::new();
            choices.extend(demands.iter().map(|demand| {
                answers.find(demand.stand, Some(demand.within), &mut found);
                let mut bests = [None; BESTS];
                bests.iter_mut().zip(&found).for_each(|(best, one)| *best = Some(*one));
                Choices { people: demand.people, within: demand.within, bests }
            }));
        });
        chunks.into_iter().flat_map(|(_, choices)| choices).collect()
    }

    /// The entrances of the shelters that people can be sent to.
    pub fn open_entrances(&self, engine: &Engine) -> Vec<Start> {
        let shelters = 0..engine.starts.shelters();
        shelters
            .filter(|&shelter| engine.starts.is_open(shelter))
            .flat_map(|shelter| engine.starts.of_shelter(shelter))
            .collect()
    }
}

impl Everybody {
    fn push(&mut self, demand: Demand, from: From) {
        if demand.people > 0 {
            self.demands.push(demand);
            self.from.push(from);
        }
    }

    /// How many they are.
    pub fn people(&self) -> u64 {
        self.demands.iter().map(|demand| u64::from(demand.people)).sum()
    }
}

fn places(shelter: &Shelter, norm: &'static Norm) -> (u64, PlacesFrom) {
    let area = shelter.area_m2.filter(|&area| area > 0);
    match (shelter.capacity, area) {
        (Some(0), _) => (0, PlacesFrom::ListZero),
        (Some(places), _) if !is_absurd(places, area) => (u64::from(places), PlacesFrom::List),
        (Some(_), Some(area)) if norm.places(area) <= u64::from(MOST_IN_ONE) => {
            (norm.places(area), PlacesFrom::AreaNotList(norm))
        }
        (None, Some(area)) if norm.places(area) <= u64::from(MOST_IN_ONE) => {
            (norm.places(area), PlacesFrom::Area(norm))
        }
        (None, None) => (0, PlacesFrom::Nothing { is_absurd: false }),
        _ => (0, PlacesFrom::Nothing { is_absurd: true }),
    }
}

fn is_absurd(places: u32, area_m2: Option<u32>) -> bool {
    let crowded = |area: u32| u64::from(places) * LEAST_MILLI_M2 > u64::from(area) * 1_000;
    places > MOST_IN_ONE || area_m2.is_some_and(crowded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(capacity: Option<u32>, area_m2: Option<u32>) -> (u64, PlacesFrom) {
        places(
            &Shelter { capacity, area_m2, ..Shelter::new("s", Vec::new()) },
            Norm::of_list("taiwan-air-raid"),
        )
    }

    #[test]
    fn places_rest_on_the_list_then_on_the_area() {
        let norm = &NORMS[4];
        assert_eq!(norm.country, "TW");
        assert_eq!(told(Some(120), Some(90)), (120, PlacesFrom::List));
        assert_eq!(told(None, Some(90)), (120, PlacesFrom::Area(norm)));
        assert_eq!(told(Some(0), Some(90)), (0, PlacesFrom::ListZero));
        assert_eq!(told(Some(9_999), Some(90)), (120, PlacesFrom::AreaNotList(norm)));
        assert_eq!(told(Some(3_000_000), None), (0, PlacesFrom::Nothing { is_absurd: true }));
        assert_eq!(told(None, Some(u32::MAX)), (0, PlacesFrom::Nothing { is_absurd: true }));
        assert_eq!(told(None, None), (0, PlacesFrom::Nothing { is_absurd: false }));
    }

    #[test]
    fn a_list_without_a_country_is_counted_with_caution() {
        assert_eq!(Norm::of_list("shelter-csv").milli_m2, 1_000);
        assert_eq!(Norm::of_list("gsi-stay").country, "JP");
        assert!(NORMS.iter().all(|norm| norm.milli_m2 <= 1_000));
    }
}
