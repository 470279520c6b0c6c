//! A city that is open.

use std::cell::OnceCell;
use std::rc::Rc;

use hinan_alert::ground::ALL_ZONES;
use hinan_city::route::warnings;
use hinan_city::{AskError, City, Engine, NoSpot, Question, Spot, place_of};
use hinan_model::{Ds, Hazard, HazardSet, Place, Shelter, Threat, Wording as _, Zones, prices, walker};
use hinan_reach::{Alone, Field};
use hinan_region::Region;
use hinan_region::layout::DoorstepRecord;
use hinan_texts::{Language, Texts};
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::members::Members;
use crate::search::Names;

/// How many fields are kept: the walkers and hazards of one family, by day and by night.
const MOST_ENGINES: usize = 4;
/// The parameter of a region that says what its sirens warn of.
const SIREN_FOR: &str = "siren-for";

/// A city that is open, and what was computed of it.
pub struct Opened {
    /// The region.
    pub region: Region,
    /// The last asked first.
    engines: Vec<(EngineKey, Rc<Fields>)>,
    /// What a place in each shelter costs besides the walk; empty where the pack has no prices.
    pub prices: Vec<Ds>,
    names: OnceCell<Names>,
}

/// What was computed for one walker.
pub struct Fields {
    /// The nearest shelters.
    pub engine: Engine,
    /// The shelter of every node by walk and price, where there are prices.
    pub priced: Option<Field>,
}

/// Everything that tells one engine from another.
#[derive(PartialEq)]
struct EngineKey {
    walker: usize,
    k: usize,
    offered: Vec<bool>,
}

/// Where somebody starts.
#[derive(Clone, Debug)]
pub enum From {
    /// A place.
    Place(Place),
    /// A node, by its id.
    Node(String),
    /// A doorstep, by its number.
    Doorstep(usize),
}

impl Opened {
    /// Nothing is computed yet.
    pub fn new(region: Region) -> Opened {
        let said = region.meta().parameters.get(prices::PARAMETER);
        let prices = said.map_or_else(Vec::new, |said| prices::read(said, region.shelters().len()));
        Opened { region, engines: Vec::new(), prices, names: OnceCell::new() }
    }

    /// What it is.
    pub fn describe(&self) -> Value {
        let (region, meta) = (&self.region, self.region.meta());
        let sources: Vec<Value> = meta
            .sources
            .iter()
            .map(|source| {
                json!({
                    "role": source.role, "file": source.file, "format": source.format, "date": source.date,
                    "licence": source.licence, "attribution": source.attribution,
                })
            })
            .collect();
        let (offered, others): (Vec<Hazard>, Vec<Hazard>) =
            Hazard::ALL.into_iter().partition(|hazard| self.listed().contains(*hazard));
        let texts = Texts::of(Language::English);
        json!({
            "name": meta.name, "built": null, "counts": meta.counts, "sources": sources,
            "date": meta.sources.iter().filter_map(|source| source.date.as_deref()).max(),
            "walkers": region.walkers().iter().map(|walker| &walker.name).collect::<Vec<_>>(),
            "default_walker": walker::find(region.walkers(), None).ok().map(|number| &region.walkers()[number].name),
            "hazards": offered.into_iter().chain(others).map(Hazard::name).collect::<Vec<_>>(),
            "siren": self.siren().to_string(), "shaking": self.shaking().to_string(),
            "languages": Language::ALL.map(Language::code),
            "bbox": meta.bounds.map(|b| [b.min.lon(), b.min.lat(), b.max.lon(), b.max.lat()]),
            "attribution": meta.attribution(),
            "warnings": warnings(region).iter().map(|warning| texts.warning(warning)).collect::<Vec<_>>(),
            "has_doorsteps": !region.doorsteps().is_empty(),
        })
    }

    /// The hazards that any shelter here is listed for.
    fn listed(&self) -> HazardSet {
        let mut listed = HazardSet::EMPTY;
        for hazard in self.region.shelters().iter().flat_map(|shelter| shelter.good_for.iter()) {
            listed = listed.with(hazard);
        }
        listed
    }

    /// Shelters and the zones that they lie in; all of them in one where there are no zones, so that one
    /// officer alone closes few.
    pub fn shelter_zones(&self) -> Vec<(String, String)> {
        let zones = Zones::new(self.region.zones().to_vec());
        let zone_of = |shelter: &Shelter| {
            let place = shelter.entrances.iter().find_map(|entrance| place_of(&self.region, &entrance.at))?;
            let zone = zones.find(place).and_then(|zone| zones.all().get(zone.zone()));
            Some((shelter.id.clone(), zone.map_or(ALL_ZONES, |zone| &zone.id).to_owned()))
        };
        self.region.shelters().iter().filter_map(zone_of).collect()
    }

    /// What "I hear the siren" means here: what the region says; else air raids, where shelters are for
    /// them and for nothing that asks people to leave; else nobody can tell.
    pub fn siren(&self) -> Threat {
        let said = self.region.meta().parameters.get(SIREN_FOR).and_then(|said| said.parse().ok());
        let listed = self.listed();
        let is_raid = listed.contains(Hazard::AirRaid) && !listed.iter().any(Hazard::must_be_stated);
        said.unwrap_or(if is_raid { Threat::of(Hazard::AirRaid) } else { Threat::Untold })
    }

    /// What "I feel strong shaking" means here: a wave may follow where shelters are listed for it.
    pub fn shaking(&self) -> Threat {
        let shaking = HazardSet::EMPTY.with(Hazard::Earthquake);
        let wave = self.listed().contains(Hazard::Tsunami);
        Threat::Known(if wave { shaking.with(Hazard::Tsunami) } else { shaking })
    }

    /// Settles a question.
    pub fn settle(region: &Region, question: Question) -> Result<City<'_>, Failure> {
        City::ask(region, question).map_err(|error| match error {
            AskError::Walker(_) => Failure::walker(error.to_string()),
            AskError::NoPlaces => Failure::question(error.to_string()),
        })
    }

    /// The engine of a question, computed once for all questions that offer the same shelters to the same
    /// walker.
    pub fn engine(engines: &mut Engines<'_>, city: &City<'_>, k: usize) -> Result<Rc<Fields>, Failure> {
        // A way does not depend on how many were asked for.
        let k = if k <= 3 { 3 } else { 8 };
        let offered = city.offered.iter().map(Result::is_ok).collect();
        let key = EngineKey { walker: city.walker, k, offered };
        let kept = &mut *engines.kept;
        if let Some(at) = kept.iter().position(|(known, _)| *known == key) {
            let found = kept.remove(at);
            kept.insert(0, found);
        } else {
            // Before the new one is made: two more than needed may be more than a phone has.
            kept.truncate(MOST_ENGINES - 1);
            let wrong = |error: hinan_city::EngineError| Failure::engine(error.to_string());
            let engine = city.engine(k, &Alone).map_err(wrong)?;
            let priced = match engines.prices {
                [] => None,
                prices => Some(city.priced_field(&engine, prices, &Alone).map_err(wrong)?),
            };
            kept.insert(0, (key, Rc::new(Fields { engine, priced })));
        }
        kept.first().map(|(_, engine)| engine.clone()).ok_or_else(|| Failure::engine("no engine"))
    }

    /// The region, and the engines that are kept.
    pub fn halves(&mut self) -> (&Region, Engines<'_>) {
        (&self.region, Engines { kept: &mut self.engines, prices: &self.prices })
    }

    /// What can be searched for, gathered when it is first asked.
    pub fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::of(&self.region))
    }
}

/// Engines that are kept.
pub struct Engines<'a> {
    kept: &'a mut Vec<(EngineKey, Rc<Fields>)>,
    /// Of each shelter; empty where there are none.
    pub prices: &'a [Ds],
}

impl From {
    /// Reads `{"lat", "lon"}`, `{"doorstep"}` or `{"node"}`.
    pub fn read(members: &mut Members, name: &'static str, region: &Region) -> Result<Option<From>, Failure> {
        let Some(mut inner) = members.object(name)? else { return Ok(None) };
        let (place, node, doorstep) = (inner.lat_lon()?, inner.word("node")?, inner.word("doorstep")?);
        inner.done()?;
        let doorstep = match doorstep {
            Some(id) => {
                let found = find_doorstep(region, &id);
                Some(found.ok_or_else(|| Failure::place(format!("{name}: there is no such doorstep here")))?)
            }
            None => None,
        };
        match (place, node, doorstep) {
            (Some(place), None, None) => Ok(Some(From::Place(place))),
            (None, Some(node), None) => Ok(Some(From::Node(node))),
            (None, None, Some(doorstep)) => Ok(Some(From::Doorstep(doorstep))),
            _ => Err(Failure::question(format!("{name}: must be lat and lon, a doorstep or a node"))),
        }
    }

    /// Where that is on the streets.
    pub fn spot(&self, city: &City<'_>) -> Result<Spot, Failure> {
        let place = match self {
            From::Node(id) => {
                let node = city.region.find_node(id);
                return node
                    .map(Spot::Node)
                    .ok_or_else(|| Failure::place("from: there is no such node here"));
            }
            From::Place(place) => *place,
            From::Doorstep(number) => {
                city.region.doorsteps().get(*number).map_or_else(Place::default, |d| d.place)
            }
        };
        Spot::at(city, place).map_err(|none| match none {
            NoSpot::NoPlaces => Failure::place("the streets of this region have no places: name a node"),
            NoSpot::NoStreet { is_outside: true, .. } => {
                Failure::place("the place is outside of this region")
            }
            NoSpot::NoStreet { .. } => Failure::place("no street that this walker can use is near"),
        })
    }

    /// The place, where it is one.
    pub fn place(&self, region: &Region) -> Option<Place> {
        match self {
            From::Place(place) => Some(*place),
            From::Node(id) => region.places().get(region.find_node(id)? as usize).copied(),
            From::Doorstep(number) => region.doorsteps().get(*number).map(|doorstep| doorstep.place),
        }
    }
}

/// The doorstep of an id.
pub fn find_doorstep(region: &Region, id: &str) -> Option<usize> {
    (0..region.doorsteps().len()).find(|&number| region.doorstep_id(number) == Some(id))
}

/// The doorstep nearest to a place within `limit_mm`: distance in mm, number, record.
pub fn nearest_doorstep(
    region: &Region,
    place: Place,
    limit_mm: u32,
) -> Option<(u32, usize, &DoorstepRecord)> {
    // A degree of latitude is 111 km: what is further off in latitude alone is not looked at.
    let reach = limit_mm as i32 / 11 + 1;
    let near =
        |doorstep: &DoorstepRecord| doorstep.place.lat_e7.abs_diff(place.lat_e7) <= reach.unsigned_abs();
    let all = region.doorsteps().iter().enumerate().filter(|(_, doorstep)| near(doorstep));
    all.map(|(number, doorstep)| (doorstep.place.distance_mm(place), number, doorstep))
        .filter(|(distance, ..)| *distance <= limit_mm)
        .min_by_key(|(distance, number, _)| (*distance, *number))
}
