//! What a caller may write, for the description of the API; what is answered is in [`answers`]. Nothing
//! is read through these: `members` does that, with sentences of its own.

pub mod answers;

use serde::Deserialize;
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

/// One hazard, several joined by `+`, or `untold`.
#[derive(Deserialize, ToSchema)]
#[schema(value_type = String, pattern = r"^(untold|(air-raid|earthquake|tsunami|flood|landslide|storm-surge|fire|volcano|radiological|chemical)(\+(air-raid|earthquake|tsunami|flood|landslide|storm-surge|fire|volcano|radiological|chemical)){0,9})$")]
pub struct HazardName(pub String);

/// A walker of the region.
#[derive(Deserialize, ToSchema)]
#[schema(value_type = String, pattern = r"^[a-z-]{1,40}$")]
pub struct WalkerName(pub String);

/// Day and time, as clocks at the place show it.
#[derive(Deserialize, ToSchema)]
#[schema(value_type = String, pattern = r"^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])T([01][0-9]|2[0-3]):[0-5][0-9]$")]
pub struct TimeName(pub String);

/// The token of a what-if, as POST /v1/whatif gives it.
#[derive(Deserialize, ToSchema)]
#[schema(value_type = String, pattern = r"^[0-9a-f]{32}$")]
pub struct WhatIfToken(pub String);

/// Languages that hinan speaks.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum LanguageName {
    /// English.
    En,
    /// Japanese.
    Ja,
    /// Ukrainian.
    Uk,
    /// Russian.
    Ru,
}

/// Which of two cities.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum WhichCity {
    /// The second.
    Compare,
}

/// Whether the building is a shelter itself.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum InsideName {
    /// It is.
    Known,
    /// Nobody knows.
    Unknown,
    /// It is not.
    None,
}

/// What may be asked in an address.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct QuestionQuery {
    /// What people flee from, several at once as earthquake+tsunami; `untold` if nobody can tell
    #[param(example = "air-raid")]
    pub hazard: Option<HazardName>,
    /// Who walks: adult, older (where absent), child, wheelchair, each also with -night
    #[param(example = "older")]
    pub walker: Option<WalkerName>,
    /// Day and time at the place: hours and daylight count then
    #[param(example = "2026-11-22T03:00")]
    pub at: Option<TimeName>,
    /// Time there is, in seconds. Absent: of the zone, the city, the hazard
    #[param(minimum = 1, maximum = 86400)]
    pub within_s: Option<u32>,
    /// Floors above the way out (below it where negative)
    #[param(minimum = -20, maximum = 120)]
    pub floor: Option<i32>,
    /// Seconds until the first step
    #[param(minimum = 0, maximum = 86400)]
    pub delay_s: Option<u32>,
    /// Seconds to wait at the shelter's door
    #[param(minimum = 0, maximum = 86400)]
    pub queue_s: Option<u32>,
    /// The token of a what-if
    pub whatif: Option<WhatIfToken>,
    /// The language of the sentences
    pub language: Option<LanguageName>,
}

/// Which of two cities, in an address.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CityQuery {
    /// `compare`: of the second city
    #[param(inline)]
    pub city: Option<WhichCity>,
}

/// What may be asked of coverage in an address.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CoverageQuery {
    /// What people flee from; each makes a case. Absent: those that a shelter is offered for
    #[param(max_items = 30, example = json!(["air-raid"]))]
    pub hazard: Option<Vec<HazardName>>,
    /// Who walks; each makes a case. Absent: older
    #[param(max_items = 30, example = json!(["older"]))]
    pub walker: Option<Vec<WalkerName>>,
    /// Day and time at the place; each makes a case
    #[param(max_items = 30, example = json!(["2026-11-22T03:00"]))]
    pub at: Option<Vec<TimeName>>,
    /// `compare`: of the second city
    #[param(inline)]
    pub city: Option<WhichCity>,
    /// Time there is, in seconds. Absent: of the zone, the city, the hazard
    #[param(minimum = 1, maximum = 86400)]
    pub within_s: Option<u32>,
    /// Floors above the way out (below it where negative)
    #[param(minimum = -20, maximum = 120)]
    pub floor: Option<i32>,
    /// Seconds until the first step
    #[param(minimum = 0, maximum = 86400)]
    pub delay_s: Option<u32>,
    /// Seconds to wait at the shelter's door
    #[param(minimum = 0, maximum = 86400)]
    pub queue_s: Option<u32>,
    /// The token of a what-if
    pub whatif: Option<WhatIfToken>,
}

/// Which tile.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
pub struct TilePath {
    /// Zoom
    #[param(minimum = 0, maximum = 16)]
    pub z: u8,
    /// Column from the west
    #[param(minimum = 0, maximum = 65535)]
    pub x: u32,
    /// Row from the north, and `.mvt`
    #[param(value_type = String, pattern = "^(0|[1-9][0-9]{0,4})\\.mvt$", example = "0.mvt")]
    pub file: String,
}

/// Which file.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
pub struct ExportFile {
    /// What, and as what
    #[param(
        value_type = String, pattern = "^(doorsteps|shelters|districts|audit)\\.(csv|geojson|gpkg|parquet)$",
        example = "shelters.geojson"
    )]
    pub file: String,
}

/// A place in degrees (WGS 84).
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaceBody {
    /// Latitude
    #[schema(minimum = -90, maximum = 90, example = 60.1699)]
    pub lat: f64,
    /// Longitude
    #[schema(minimum = -180, maximum = 180, example = 24.9384)]
    pub lon: f64,
}

/// A node of the streets.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NodeBody {
    /// Its id on the map
    pub node: String,
}

/// Where somebody starts.
#[derive(Deserialize, ToSchema)]
#[serde(untagged)]
pub enum FromBody {
    /// A place.
    Place(PlaceBody),
    /// A node.
    Node(NodeBody),
}

/// A point of many.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PointBody {
    /// What to call it in the answer; its number from 0 where absent
    #[schema(max_length = 100, nullable = false)]
    pub id: Option<String>,
    /// Latitude
    #[schema(minimum = -90, maximum = 90)]
    pub lat: f64,
    /// Longitude
    #[schema(minimum = -180, maximum = 180)]
    pub lon: f64,
}

/// A question about one place.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RouteBody {
    /// Where the person is
    pub from: FromBody,
    /// What people flee from, several at once as earthquake+tsunami; `untold` if nobody can tell
    #[schema(example = "air-raid")]
    pub hazard: Option<HazardName>,
    /// Who walks: adult, older (where absent), child, wheelchair, each also with -night
    #[schema(example = "older")]
    pub walker: Option<WalkerName>,
    /// Day and time at the place: hours and daylight count then
    #[schema(example = "2026-11-22T03:00")]
    pub at: Option<TimeName>,
    /// Time there is, in seconds. Absent: of the zone, the city, the hazard
    #[schema(minimum = 1, maximum = 86400)]
    pub within_s: Option<u32>,
    /// Floors above the way out (below it where negative)
    #[schema(minimum = -20, maximum = 120)]
    pub floor: Option<i32>,
    /// Seconds until the first step
    #[schema(minimum = 0, maximum = 86400)]
    pub delay_s: Option<u32>,
    /// Seconds to wait at the shelter's door
    #[schema(minimum = 0, maximum = 86400)]
    pub queue_s: Option<u32>,
    /// The token of a what-if
    pub whatif: Option<WhatIfToken>,
    /// How many distinct shelters
    #[schema(minimum = 1, maximum = 8)]
    pub k: Option<u8>,
    /// What the person knows of this building. Absent: as the lists say
    pub inside: Option<InsideName>,
    /// The language of the sentences
    pub language: Option<LanguageName>,
}

/// A question about many places.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReachBody {
    /// The places
    #[schema(min_items = 1, max_items = 1000)]
    pub points: Vec<PointBody>,
    /// What people flee from, several at once as earthquake+tsunami; `untold` if nobody can tell
    #[schema(example = "air-raid")]
    pub hazard: Option<HazardName>,
    /// Who walks: adult, older (where absent), child, wheelchair, each also with -night
    #[schema(example = "older")]
    pub walker: Option<WalkerName>,
    /// Day and time at the place: hours and daylight count then
    #[schema(example = "2026-11-22T03:00")]
    pub at: Option<TimeName>,
    /// Time there is, in seconds. Absent: of the zone, the city, the hazard
    #[schema(minimum = 1, maximum = 86400)]
    pub within_s: Option<u32>,
    /// Floors above the way out (below it where negative)
    #[schema(minimum = -20, maximum = 120)]
    pub floor: Option<i32>,
    /// Seconds until the first step
    #[schema(minimum = 0, maximum = 86400)]
    pub delay_s: Option<u32>,
    /// Seconds to wait at the shelter's door
    #[schema(minimum = 0, maximum = 86400)]
    pub queue_s: Option<u32>,
    /// The token of a what-if
    pub whatif: Option<WhatIfToken>,
    /// How many distinct shelters
    #[schema(minimum = 1, maximum = 8)]
    pub k: Option<u8>,
    /// The language of the sentences
    pub language: Option<LanguageName>,
}

/// Who wants a place, and how many there are.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignBody {
    /// So many people at each doorstep (each node, where there are none), whatever the region knows
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub people_each: Option<u32>,
    /// So many places in a shelter of which nobody knows how many it has. Absent: none
    #[schema(minimum = 1, maximum = 250_000)]
    pub places_each: Option<u32>,
    /// What people flee from, several at once as earthquake+tsunami; `untold` if nobody can tell
    #[schema(example = "air-raid")]
    pub hazard: Option<HazardName>,
    /// Who walks: adult, older (where absent), child, wheelchair, each also with -night
    #[schema(example = "older")]
    pub walker: Option<WalkerName>,
    /// Day and time at the place: hours and daylight count then
    #[schema(example = "2026-11-22T03:00")]
    pub at: Option<TimeName>,
    /// Time there is, in seconds. Absent: of the zone, the city, the hazard
    #[schema(minimum = 1, maximum = 86400)]
    pub within_s: Option<u32>,
    /// Floors above the way out (below it where negative)
    #[schema(minimum = -20, maximum = 120)]
    pub floor: Option<i32>,
    /// Seconds until the first step
    #[schema(minimum = 0, maximum = 86400)]
    pub delay_s: Option<u32>,
    /// Seconds to wait at the shelter's door
    #[schema(minimum = 0, maximum = 86400)]
    pub queue_s: Option<u32>,
    /// What is closed and open besides
    pub whatif: Option<WhatIfToken>,
}

/// How many new shelters, out of what.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SitesBody {
    /// How many
    #[schema(minimum = 1, maximum = 100)]
    pub new: u32,
    /// What is wanted. Absent: most people in time
    pub objective: Option<ObjectiveName>,
    /// What may become a shelter. Absent: any node of the streets
    pub candidates: Option<CandidatesName>,
    /// So many people at each doorstep (each node, where there are none), whatever the region knows
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub people_each: Option<u32>,
    /// Whether places count: everybody has at most one, a shelter holds what its list says, a new site `site_places`. Not with center
    pub capacitated: Option<bool>,
    /// How many people a new site holds; must be there where places count, and nowhere else
    #[schema(minimum = 1, maximum = 250_000)]
    pub site_places: Option<u32>,
    /// So many places in a shelter whose list tells neither places nor area. Absent: none
    #[schema(minimum = 1, maximum = 250_000)]
    pub places_each: Option<u32>,
    /// Share of the places of shelters that are there that is kept free
    #[schema(example = "10%")]
    pub reserve: Option<String>,
    /// What people flee from, several at once as earthquake+tsunami; `untold` if nobody can tell
    #[schema(example = "air-raid")]
    pub hazard: Option<HazardName>,
    /// Who walks: adult, older (where absent), child, wheelchair, each also with -night
    #[schema(example = "older")]
    pub walker: Option<WalkerName>,
    /// Day and time at the place: hours and daylight count then
    #[schema(example = "2026-11-22T03:00")]
    pub at: Option<TimeName>,
    /// Time there is, in seconds. Absent: of the zone, the city, the hazard
    #[schema(minimum = 1, maximum = 86400)]
    pub within_s: Option<u32>,
    /// Floors above the way out (below it where negative)
    #[schema(minimum = -20, maximum = 120)]
    pub floor: Option<i32>,
    /// Seconds until the first step
    #[schema(minimum = 0, maximum = 86400)]
    pub delay_s: Option<u32>,
    /// Seconds to wait at the shelter's door
    #[schema(minimum = 0, maximum = 86400)]
    pub queue_s: Option<u32>,
    /// What is closed and open besides
    pub whatif: Option<WhatIfToken>,
}

/// What is wanted of new shelters.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum ObjectiveName {
    /// Most people in time.
    Cover,
    /// The least sum of all walks.
    Median,
    /// The least longest walk.
    Center,
}

/// What may become a shelter.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum CandidatesName {
    /// Any node of the streets.
    Nodes,
    /// What the region carries and nobody has declared a shelter.
    Osm,
}

/// Closures, and for whom they are counted.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WhatIfBody {
    /// Shelters to close, by id
    #[schema(max_items = 500)]
    pub close: Option<Vec<IdName>>,
    /// Shelters to open that their list calls closed, full or out of use
    #[schema(max_items = 500)]
    pub open: Option<Vec<IdName>>,
    /// Streets to close, by the id of their way on the map
    #[schema(max_items = 500)]
    pub close_ways: Option<Vec<IdName>>,
    /// What people flee from, several at once as earthquake+tsunami; `untold` if nobody can tell
    #[schema(example = "air-raid")]
    pub hazard: Option<HazardName>,
    /// Who walks: adult, older (where absent), child, wheelchair, each also with -night
    #[schema(example = "older")]
    pub walker: Option<WalkerName>,
    /// Day and time at the place: hours and daylight count then
    #[schema(example = "2026-11-22T03:00")]
    pub at: Option<TimeName>,
    /// Time there is, in seconds. Absent: of the zone, the city, the hazard
    #[schema(minimum = 1, maximum = 86400)]
    pub within_s: Option<u32>,
    /// Floors above the way out (below it where negative)
    #[schema(minimum = -20, maximum = 120)]
    pub floor: Option<i32>,
    /// Seconds until the first step
    #[schema(minimum = 0, maximum = 86400)]
    pub delay_s: Option<u32>,
    /// Seconds to wait at the shelter's door
    #[schema(minimum = 0, maximum = 86400)]
    pub queue_s: Option<u32>,
}

/// An id of a list or of the map.
#[derive(Deserialize, ToSchema)]
#[schema(value_type = String, min_length = 1, max_length = 200)]
pub struct IdName(pub String);

/// Areas to count by.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DistrictsBody {
    /// In GeoJSON, longitude and latitude
    pub districts: AreasBody,
}

/// A collection of areas.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AreasBody {
    /// What it is
    #[serde(rename = "type")]
    pub kind: CollectionName,
    /// The areas; of each doorstep the first that holds it counts
    #[schema(min_items = 1, max_items = 2000)]
    pub features: Vec<AreaBody>,
}

/// The type of a collection.
#[derive(Deserialize, ToSchema)]
pub enum CollectionName {
    /// The only one.
    FeatureCollection,
}

/// One area.
#[derive(Deserialize, ToSchema)]
pub struct AreaBody {
    /// What it is
    #[serde(rename = "type")]
    pub kind: FeatureName,
    /// Its `name` and `id`, or what they are usually called
    #[schema(value_type = Object)]
    pub properties: Value,
    /// A Polygon or MultiPolygon
    #[schema(value_type = Object)]
    pub geometry: Value,
}

/// The type of an area.
#[derive(Deserialize, ToSchema)]
pub enum FeatureName {
    /// The only one.
    Feature,
}
