//! Answers of a city as JSON and as layers of a map: made once, so that the command and the server
//! hand out the same objects.

pub mod assign;
pub mod audit;
pub mod coverage;
pub mod layers;
pub mod places;
pub mod sites;

pub use hinan_city::lines as route;
use hinan_city::route::warnings;
use hinan_model::Place;
use hinan_model::Wording;
use hinan_region::Region;
use serde_json::Value;

/// What every answer must carry: whose data it is, and what must not be forgotten about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Notices {
    /// One line a source that asks for it.
    pub attribution: Vec<String>,
    /// What a reader of the answer must know.
    pub warnings: Vec<String>,
}

impl Notices {
    /// Those of a region, in the language of `wording`.
    pub fn of(region: &Region, wording: &dyn Wording) -> Notices {
        Notices {
            attribution: region.meta().attribution(),
            warnings: warnings(region).iter().map(|warning| wording.warning(warning)).collect(),
        }
    }
}

/// A point of GeoJSON; `null` where the place is not known.
pub fn point(place: Option<Place>) -> Value {
    place.map_or(
        Value::Null,
        |place| serde_json::json!({"type": "Point", "coordinates": [place.lon(), place.lat()]}),
    )
}
