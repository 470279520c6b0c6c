//! What is answered, for the description of the API. Nothing is written through these: the answers are
//! made by `answers` and `hinan-city`, and a test holds real ones against what is said here. Members
//! that are named are always there; where nothing is known they are `null`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::{CollectionName, FeatureName, InsideName};

/// A place in whole units of 1e-7 degrees.
#[derive(Deserialize, ToSchema)]
pub struct PlaceForm {
    /// Latitude
    pub lat_e7: i32,
    /// Longitude
    pub lon_e7: i32,
}

/// A box of places.
#[derive(Deserialize, ToSchema)]
pub struct BoundsForm {
    /// South-west corner
    pub min: PlaceForm,
    /// North-east corner
    pub max: PlaceForm,
}

/// A region.
#[derive(Deserialize, ToSchema)]
pub struct RegionForm {
    /// Its name
    pub name: String,
    /// The box of its streets
    #[schema(required)]
    pub bounds: Option<BoundsForm>,
    /// Who can walk in it
    pub walkers: Vec<String>,
    /// Every hazard, those first that a shelter is offered for
    pub hazards: Vec<String>,
    /// How much there is of everything
    pub counts: CountsForm,
    /// Where its people are
    pub people: PeopleForm,
    /// Every file it was made from
    pub sources: Vec<SourceForm>,
    /// What must stand wherever its data is shown
    pub attribution: Vec<String>,
    /// What a reader must know of it
    pub warnings: Vec<String>,
    /// The second city
    #[schema(required)]
    pub compare: Option<CompareForm>,
    /// Districts that people are counted by
    pub districts: u32,
}

/// The second city.
#[derive(Deserialize, ToSchema)]
pub struct CompareForm {
    /// Its name
    pub name: String,
}

/// How much there is of everything in a region.
#[derive(Deserialize, ToSchema)]
pub struct CountsForm {
    /// Nodes of the streets
    pub nodes: u64,
    /// Junctions among them
    pub junctions: u64,
    /// Streets from junction to junction
    pub edges: u64,
    /// Straight pieces of them
    pub segments: u64,
    /// Directions of pieces that are open to anybody
    pub arcs: u64,
    /// Shelters
    pub shelters: u64,
    /// Entrances that are joined to the streets
    pub entrances: u64,
    /// Shelters without such an entrance
    pub unjoined_shelters: u64,
    /// Doorsteps
    pub doorsteps: u64,
    /// Doorsteps with no street near
    pub unjoined_doorsteps: u64,
    /// People at doorsteps and nodes
    pub people: u64,
    /// People outside of the extract
    pub people_outside: u64,
    /// People far from any doorstep
    pub people_far: u64,
    /// People whose doorstep has no street near
    pub people_off_street: u64,
    /// Pieces of forbidden ground
    pub forbidden: u64,
    /// Pieces of street that are closed by it
    pub forbidden_segments: u64,
    /// Zones of warning
    pub zones: u64,
    /// Things that a map draws besides streets
    pub drawn: u64,
    /// Nodes in streets that are joined to no others
    pub isolated_nodes: u64,
}

/// Where the people of a region are.
#[derive(Deserialize, ToSchema)]
pub struct PeopleForm {
    /// At doorsteps
    pub at_doorsteps: u64,
    /// Outside of the extract
    pub outside_of_extract: u64,
    /// Far from any doorstep
    pub far_from_any_doorstep: u64,
    /// Nobody counted them: they are guessed from buildings
    pub is_guess: bool,
}

/// A file that a region was made from.
#[derive(Deserialize, ToSchema)]
pub struct SourceForm {
    /// `streets`, `shelters`, `people`, ...
    pub role: String,
    /// Its name
    pub file: String,
    /// What it was read as
    pub format: String,
    /// The day of its data, as it says itself
    #[schema(required)]
    pub date: Option<String>,
    /// Its licence
    #[schema(required)]
    pub licence: Option<String>,
    /// Whom it asks to be named
    #[schema(required)]
    pub attribution: Option<String>,
    /// Rows in it
    pub rows: u64,
    /// Records made of them
    pub records: u64,
    /// Complaints about them
    pub complaints: u64,
}

/// Yes, no, or not known.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerForm {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not known.
    Unknown,
}

/// Who may go in.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AccessForm {
    /// Everybody.
    Public,
    /// Those who live, learn or work there.
    Private,
    /// Everybody, once somebody brings the key.
    Key,
    /// Not known.
    Unknown,
}

/// What was last said of a shelter's state.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StatusForm {
    /// Open.
    Open,
    /// Closed for now.
    Closed,
    /// Out of use for good.
    Defunct,
    /// No place left.
    Full,
    /// Nobody has said.
    Unknown,
}

/// Who says that a place is a shelter.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StandingForm {
    /// An official list.
    Official,
    /// A map.
    Mapped,
    /// Nobody.
    Candidate,
}

/// Whether a way is soon enough.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum InTimeForm {
    /// With time to spare.
    Go,
    /// If one leaves at once.
    GoAtOnce,
    /// Only for who is outside already.
    OnlyIfAlreadyOutside,
    /// No.
    Late,
}

/// A hazard.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HazardForm {
    /// Bombs, missiles, drones, shells.
    AirRaid,
    /// Shaking.
    Earthquake,
    /// A wave from the sea.
    Tsunami,
    /// Rising water.
    Flood,
    /// A slope that slides.
    Landslide,
    /// The sea pushed in by wind.
    StormSurge,
    /// A large fire.
    Fire,
    /// An eruption.
    Volcano,
    /// Fallout.
    Radiological,
    /// Toxic gas.
    Chemical,
}

/// The type of a point.
#[derive(Deserialize, ToSchema)]
pub enum PointName {
    /// The only one.
    Point,
}

/// A point of GeoJSON.
#[derive(Deserialize, ToSchema)]
pub struct PointForm {
    /// What it is
    #[serde(rename = "type")]
    pub kind: PointName,
    /// Longitude and latitude
    #[schema(min_items = 2, max_items = 2)]
    pub coordinates: Vec<f64>,
}

/// Every shelter that may be shown.
#[derive(Deserialize, ToSchema)]
pub struct SheltersForm {
    /// What it is
    #[serde(rename = "type")]
    pub kind: CollectionName,
    /// The shelters
    pub features: Vec<ShelterFeatureForm>,
    /// What must stand wherever its data is shown
    pub attribution: Vec<String>,
    /// What a reader must know of the region
    pub warnings: Vec<String>,
}

/// A shelter on the map.
#[derive(Deserialize, ToSchema)]
pub struct ShelterFeatureForm {
    /// What it is
    #[serde(rename = "type")]
    pub kind: FeatureName,
    /// Its number in the region
    pub id: u32,
    /// Its first entrance
    #[schema(required)]
    pub geometry: Option<PointForm>,
    /// What is known of it
    pub properties: ShelterForm,
}

/// What is known of a shelter.
#[derive(Deserialize, ToSchema)]
pub struct ShelterForm {
    /// Its list's own id
    pub id: String,
    /// Its name
    #[schema(required)]
    pub name: Option<String>,
    /// Its address
    #[schema(required)]
    pub address: Option<String>,
    /// What its list or the map calls it
    #[schema(required)]
    pub kind: Option<String>,
    /// Who stands for it
    pub standing: StandingForm,
    /// Whether people are sent there in this question
    pub offered: bool,
    /// Why not
    #[schema(required)]
    pub reason: Option<String>,
    /// Whether it is joined to the streets
    pub joined: bool,
    /// How many people it holds
    #[schema(required)]
    pub capacity: Option<u32>,
    /// Its floor in square metres
    #[schema(required)]
    pub area_m2: Option<u32>,
    /// Open or not
    pub status: StatusForm,
    /// Its hours, as its list writes them
    #[schema(required)]
    pub hours: Option<String>,
    /// Who may enter
    pub access: AccessForm,
    /// Whether wheelchairs get in
    pub wheelchair: AnswerForm,
    /// Whether animals may come
    pub pets: AnswerForm,
    /// Hazards that it is listed for
    pub good_for: Vec<HazardForm>,
    /// Whether it lies below the ground
    pub underground: AnswerForm,
    /// Where the record comes from
    #[schema(required)]
    pub source: Option<RecordForm>,
    /// When somebody last looked
    #[schema(required)]
    pub checked: Option<String>,
    /// What must be said of it where no official list names it
    #[schema(required)]
    pub remark: Option<String>,
}

/// Where a record comes from.
#[derive(Deserialize, ToSchema)]
pub struct RecordForm {
    /// The file
    pub file: String,
    /// Its format
    pub format: String,
    /// The day of its data
    #[schema(required)]
    pub date: Option<String>,
    /// The row
    pub row: u64,
}

/// The answer for one place.
#[derive(Deserialize, ToSchema)]
pub struct RouteForm {
    /// The region's name
    pub place: String,
    /// Where the person starts
    pub from: StartForm,
    /// Who walks
    pub walker: String,
    /// What they flee from
    #[schema(required)]
    pub hazard: Option<String>,
    /// Day and time of the question
    #[schema(required)]
    pub at: Option<String>,
    /// How much time there is
    #[schema(required)]
    pub budget: Option<BudgetForm>,
    /// From the alert to the first step on the street, in tenths of a second
    #[schema(required)]
    pub start_ds: Option<u32>,
    /// This building
    pub plan_0: PlanZeroForm,
    /// Shelters, best first
    pub plans: Vec<PlanForm>,
    /// Why there is no plan, in words
    #[schema(required)]
    pub none: Option<String>,
    /// The same as data
    #[schema(required)]
    pub none_because: Option<WhyNoneForm>,
    /// How many shelters are not offered, by reason in words
    pub not_offered: BTreeMap<String, u64>,
    /// The same as data: reason and number
    pub not_offered_because: Vec<(NotOfferedForm, u64)>,
    /// What to do once inside, where being inside is not enough
    #[schema(required)]
    pub on_arrival: Option<OrderForm>,
    /// What to do where nothing is in time
    #[schema(required)]
    pub late: Option<OrderForm>,
    /// Whether this building or any plan is in time
    pub any_in_time: bool,
    /// What must stand wherever its data is shown
    pub attribution: Vec<String>,
    /// What a reader must know of the region
    pub warnings: Vec<String>,
    /// The ways as lines of a map
    pub lines: LinesForm,
}

/// Where somebody starts.
#[derive(Deserialize, ToSchema)]
pub struct StartForm {
    /// Latitude
    #[schema(required)]
    pub lat: Option<f64>,
    /// Longitude
    #[schema(required)]
    pub lon: Option<f64>,
    /// The way to the street
    pub metres_to_street: f64,
    /// The street's name
    #[schema(required)]
    pub street: Option<String>,
    /// The id of its way on the map, for `close_ways`
    #[schema(required)]
    pub way: Option<String>,
    /// The street is joined to no others
    pub isolated: bool,
    /// The edge of the extract is nearer than any shelter
    pub nearer_to_edge_than_to_any_shelter: bool,
    /// It lies on forbidden ground
    pub forbidden: bool,
    /// A node at or before it
    pub node: String,
}

/// How much time there is.
#[derive(Deserialize, ToSchema)]
pub struct BudgetForm {
    /// In tenths of a second
    pub time_ds: u32,
    /// Where that comes from
    pub from: BudgetFromForm,
    /// The zone, where it comes from one
    #[schema(required)]
    pub zone: Option<ZoneForm>,
}

/// Where the time that there is comes from.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BudgetFromForm {
    /// The question.
    Asked,
    /// The zone of the place.
    Zone,
    /// The least of the zones near by.
    Neighbour,
    /// The city.
    City,
    /// What hinan assumes.
    Assumed,
}

/// A zone of warning.
#[derive(Deserialize, ToSchema)]
pub struct ZoneForm {
    /// Its id
    pub id: String,
    /// Its name
    pub name: String,
}

/// What is known of the building that somebody starts from.
#[derive(Deserialize, ToSchema)]
pub struct PlanZeroForm {
    /// Whether it is a shelter
    pub inside: InsideName,
    /// Its id, where a list has one here
    #[schema(required)]
    pub shelter: Option<String>,
    /// Its name
    #[schema(required)]
    pub name: Option<String>,
    /// What must be said of it where no official list names it
    #[schema(required)]
    pub remark: Option<String>,
    /// Who may enter
    #[schema(required)]
    pub access: Option<AccessForm>,
    /// All the time that it takes, in tenths of a second
    #[schema(required)]
    pub total_ds: Option<u32>,
    /// Whether that is soon enough
    #[schema(required)]
    pub answer: Option<InTimeForm>,
    /// Whether a shelter that no list names would do here
    pub may_be_unstated: bool,
}

/// One shelter, and the way there.
#[derive(Deserialize, ToSchema)]
pub struct PlanForm {
    /// A, B, C, ...
    #[schema(min_length = 1, max_length = 1)]
    pub plan: String,
    /// The shelter's id
    pub shelter: String,
    /// Its name
    #[schema(required)]
    pub name: Option<String>,
    /// Its address
    #[schema(required)]
    pub address: Option<String>,
    /// What its list or the map calls it
    #[schema(required)]
    pub kind: Option<String>,
    /// Who stands for it
    pub standing: StandingForm,
    /// What must be said of it where no official list names it
    #[schema(required)]
    pub remark: Option<String>,
    /// The walk and the entrance, in tenths of a second
    pub time_ds: u32,
    /// The same in whole minutes, rounded up
    pub minutes: u32,
    /// From the street to inside, a part of `time_ds`
    pub inside_ds: u32,
    /// Length of the way
    #[schema(required)]
    pub metres: Option<u64>,
    /// All the time from the alert on
    #[schema(required)]
    pub total_ds: Option<u32>,
    /// Whether that is soon enough
    #[schema(required)]
    pub answer: Option<InTimeForm>,
    /// How much too late
    #[schema(required)]
    pub late_by_ds: Option<u32>,
    /// Hazards that it is listed for
    pub good_for: Vec<HazardForm>,
    /// Whether it lies below the ground
    pub underground: AnswerForm,
    /// Open or not
    pub status: StatusForm,
    /// Its hours, as its list writes them
    #[schema(required)]
    pub hours: Option<String>,
    /// Who may enter
    pub access: AccessForm,
    /// Whether wheelchairs get in
    pub wheelchair: AnswerForm,
    /// Whether animals may come
    pub pets: AnswerForm,
    /// How many people it holds
    #[schema(required)]
    pub capacity: Option<u32>,
    /// When somebody last looked
    #[schema(required)]
    pub checked: Option<String>,
    /// What else its list says
    #[schema(required)]
    pub note: Option<String>,
    /// Where the record comes from
    #[schema(required)]
    pub source: Option<RecordForm>,
    /// The way in sentences
    pub way: Vec<String>,
    /// The way as data, a step a sentence
    pub steps: Vec<StepForm>,
    /// Ids of the nodes on the way
    pub nodes: Vec<String>,
    /// The way as longitudes and latitudes
    pub line: Vec<Vec<f64>>,
}

/// One instruction of a way.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case", tag = "step")]
pub enum StepForm {
    /// To the street.
    ToStreet {
        /// How far, in mm
        length_mm: u64,
    },
    /// Along one street.
    Along {
        /// How it starts: a direction of the compass, `left`, `right`, `straight`, `round`, `then`
        #[schema(required)]
        turn: Option<String>,
        /// Its name
        #[schema(required)]
        street: Option<String>,
        /// What one walks on: `street`, `footpath`, `steps-up`, ...
        ground: String,
        /// How long it is, in mm
        length_mm: u64,
        /// Part of it is a lift
        lift: bool,
        /// Part of it is private ground
        private: bool,
    },
    /// Through the nodes of streets without places.
    Through {
        /// The first of them
        nodes: Vec<String>,
        /// How many follow
        more: u64,
    },
    /// Off the street to an entrance.
    ToEntrance {
        /// How far, in mm
        length_mm: u64,
        /// From the street to inside
        time_ds: u32,
    },
    /// In at an entrance on the street.
    In {
        /// From there to inside
        time_ds: u32,
    },
}

/// Why a shelter is not offered.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NotOfferedForm {
    /// Its list says that it is not good for this hazard.
    BadFor(HazardForm),
    /// It lies below the ground, and water or gas comes.
    Underground(HazardForm),
    /// Its list does not say whether it is good for this hazard.
    NotStated(HazardForm),
    /// Its list names other hazards.
    ListedForOthers(HazardForm),
    /// Nobody knows what the danger is.
    Untold,
    /// It is for those who live, learn or work there.
    Private,
    /// Wheels do not get in.
    NoWheelchairs,
    /// Closed, full or out of use.
    Unusable,
    /// Closed at that hour.
    ClosedAtThatHour,
    /// On forbidden ground.
    Forbidden,
}

/// Why a place has no plan.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case", tag = "why", content = "reasons")]
pub enum WhyNoneForm {
    /// It lies on forbidden ground.
    Forbidden,
    /// None of the shelters is offered.
    NoneOffered(Vec<(NotOfferedForm, u64)>),
    /// The edge of the extract is nearer than any shelter.
    Edge,
    /// No shelter can be reached on foot.
    OutOfReach,
}

/// What to do.
#[derive(Deserialize, ToSchema)]
pub struct OrderForm {
    /// As data
    pub answer: LateForm,
    /// In words
    pub words: String,
}

/// What to do, as data.
#[derive(Deserialize, ToSchema)]
pub struct LateForm {
    /// What for
    pub danger: String,
    /// What
    #[serde(rename = "do")]
    pub what: String,
}

/// Ways as lines of a map.
#[derive(Deserialize, ToSchema)]
pub struct LinesForm {
    /// What it is
    #[serde(rename = "type")]
    pub kind: CollectionName,
    /// What must stand wherever its data is shown
    pub attribution: Vec<String>,
    /// What a reader must know of the region
    pub warnings: Vec<String>,
    /// Who walks
    pub walker: String,
    /// The ways, one a plan
    pub features: Vec<LineForm>,
}

/// A way as a line of a map.
#[derive(Deserialize, ToSchema)]
pub struct LineForm {
    /// What it is
    #[serde(rename = "type")]
    pub kind: FeatureName,
    /// The line; nothing where the streets have no places
    #[schema(required)]
    pub geometry: Option<LineGeometryForm>,
    /// The plan, without `steps`, `nodes` and `line`
    #[schema(value_type = Object)]
    pub properties: Value,
}

/// The type of a line.
#[derive(Deserialize, ToSchema)]
pub enum LineName {
    /// The only one.
    LineString,
}

/// A line of GeoJSON.
#[derive(Deserialize, ToSchema)]
pub struct LineGeometryForm {
    /// What it is
    #[serde(rename = "type")]
    pub kind: LineName,
    /// Longitudes and latitudes
    #[schema(min_items = 2)]
    pub coordinates: Vec<Vec<f64>>,
}

/// The best shelters of many points.
#[derive(Deserialize, ToSchema)]
pub struct ReachForm {
    /// The region's name
    pub place: String,
    /// Who walks
    pub walker: String,
    /// What they flee from
    #[schema(required)]
    pub hazard: Option<String>,
    /// Day and time of the question
    #[schema(required)]
    pub at: Option<String>,
    /// From the alert to the first step on the street, in tenths of a second
    pub start_ds: u32,
    /// The points, in the order of the question
    pub points: Vec<PointOfReachForm>,
    /// What must stand wherever its data is shown
    pub attribution: Vec<String>,
    /// What a reader must know of the region
    pub warnings: Vec<String>,
}

/// The best shelters of a point.
#[derive(Deserialize, ToSchema)]
pub struct PointOfReachForm {
    /// What the question calls it, or its number
    pub id: String,
    /// Shelters, best first
    pub shelters: Vec<BestForm>,
    /// How much time there is, in tenths of a second
    #[schema(required)]
    pub budget_ds: Option<u32>,
    /// A street is near
    pub near_street: bool,
    /// It lies on forbidden ground
    pub forbidden: bool,
    /// The edge of the extract is nearer than any shelter
    pub nearer_to_edge_than_to_any_shelter: bool,
}

/// A shelter, and the time to it.
#[derive(Deserialize, ToSchema)]
pub struct BestForm {
    /// Its id
    pub shelter: String,
    /// The walk and the entrance, in tenths of a second
    pub time_ds: u32,
    /// All the time from the alert on
    #[schema(required)]
    pub total_ds: Option<u32>,
    /// Whether that is soon enough
    #[schema(required)]
    pub answer: Option<InTimeForm>,
}

/// What is counted: people, or doorsteps where no people are known.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CountedForm {
    /// People.
    People,
    /// Doorsteps.
    Doorsteps,
}

/// Counts of a city.
#[derive(Deserialize, ToSchema)]
pub struct CoverageForm {
    /// The region's name
    pub place: String,
    /// Where its people are
    pub people: PeopleForm,
    /// A count a case
    pub cases: Vec<CaseForm>,
    /// What must stand wherever its data is shown
    pub attribution: Vec<String>,
    /// What a reader must know of the region
    pub warnings: Vec<String>,
    /// Districts of the question that could not be used, where there are any
    #[schema(nullable = false)]
    pub districts_left_out: Option<LeftOutForm>,
}

/// Districts that could not be used.
#[derive(Deserialize, ToSchema)]
pub struct LeftOutForm {
    /// How many
    pub rows: u64,
    /// Why the first could not
    pub first_reason: String,
}

/// The count of a case: a hazard, a walker, a time.
#[derive(Deserialize, ToSchema)]
pub struct CaseForm {
    /// What people flee from
    #[schema(required)]
    pub hazard: Option<String>,
    /// Who walks
    pub walker: String,
    /// Day and time
    #[schema(required)]
    pub at: Option<String>,
    /// From the alert to the first step on the street, in tenths of a second
    pub start_ds: u32,
    /// The least time that a doorstep has, in tenths of a second
    #[schema(required)]
    pub least_budget_ds: Option<u32>,
    /// The most
    #[schema(required)]
    pub most_budget_ds: Option<u32>,
    /// Shelters in the region
    pub shelters: u64,
    /// Those that are joined to the streets
    pub shelters_joined: u64,
    /// Those of them that people are sent to
    pub shelters_offered: u64,
    /// What is counted
    pub counted: CountedForm,
    /// Everybody
    pub all: TallyForm,
    /// By district
    pub districts: Vec<DistrictForm>,
    /// Those in no district
    #[schema(required)]
    pub outside_of_districts: Option<TallyForm>,
    /// Tenths of a second from one point of the curve to the next
    pub curve_step_ds: u32,
    /// How many need at most so much time
    pub curve: Vec<u64>,
}

/// The count of a district.
#[derive(Deserialize, ToSchema)]
pub struct DistrictForm {
    /// Its id
    pub id: String,
    /// Its name
    pub name: String,
    /// Its count
    pub tally: TallyForm,
}

/// A count.
#[derive(Deserialize, ToSchema)]
pub struct TallyForm {
    /// Everybody
    pub total: u64,
    /// Those in a shelter in time
    pub in_time: u64,
    /// By what becomes of them
    pub by_fate: ByFateForm,
    /// Doorsteps by what becomes of those behind them
    pub doorsteps_by_fate: ByFateForm,
    /// In bands of three minutes: up to 3, 6, ... 24, beyond, no time known
    pub bands_3min: Vec<u64>,
    /// The time within which half of those who reach anything are there
    #[schema(required)]
    pub median_ds: Option<u32>,
    /// The longest time of those who reach anything
    #[schema(required)]
    pub worst_ds: Option<u32>,
}

/// A number for whatever may become of people.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ByFateForm {
    /// Their building is a shelter
    pub inside: u64,
    /// In time, with some to spare
    pub go: u64,
    /// In time, if they leave at once
    pub go_at_once: u64,
    /// Not in time, but for who is outside already
    pub only_if_already_outside: u64,
    /// Too far
    pub late: u64,
    /// No way leads to a shelter
    pub out_of_reach: u64,
    /// The edge of the extract is nearer
    pub unknown: u64,
    /// Near no street
    pub no_street: u64,
    /// On forbidden ground
    pub forbidden: u64,
}

/// What is wrong with the data.
#[derive(Deserialize, ToSchema)]
pub struct AuditForm {
    /// The region's name
    pub place: String,
    /// What people flee from
    #[schema(required)]
    pub hazard: Option<String>,
    /// Who walks
    pub walker: String,
    /// Day and time
    #[schema(required)]
    pub at: Option<String>,
    /// What is counted
    pub counted: CountedForm,
    /// Everybody
    pub total: u64,
    /// By kind
    pub summary: Vec<SummaryForm>,
    /// One by one
    pub findings: Vec<FindingForm>,
    /// What must stand wherever its data is shown
    pub attribution: Vec<String>,
    /// What a reader must know of the region
    pub warnings: Vec<String>,
}

/// How the people that hang on a finding were found.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BasisForm {
    /// They were not.
    Unknown,
    /// They are those whom it is about.
    Counted,
    /// By taking the shelter away.
    InUse,
    /// By adding the shelter.
    IfOffered,
    /// There are no more.
    AtMost,
}

/// Findings of one kind.
#[derive(Deserialize, ToSchema)]
pub struct SummaryForm {
    /// What is wrong
    pub kind: String,
    /// How often
    pub findings: u64,
    /// People who have no other shelter in time
    #[schema(required)]
    pub people_only: Option<u64>,
    /// People whom it serves in time
    #[schema(required)]
    pub people_served: Option<u64>,
    /// How these were found
    pub basis: BasisForm,
    /// Places in shelters that are in doubt
    #[schema(required)]
    pub places: Option<u64>,
}

/// One thing that is wrong.
#[derive(Deserialize, ToSchema)]
pub struct FindingForm {
    /// What kind of thing
    pub kind: String,
    /// In which file
    #[schema(required)]
    pub file: Option<String>,
    /// In which row
    #[schema(required)]
    pub row: Option<u64>,
    /// In which column
    #[schema(required)]
    pub column: Option<String>,
    /// Of which shelter
    #[schema(required)]
    pub shelter: Option<String>,
    /// What that is called
    #[schema(required)]
    pub name: Option<String>,
    /// At which doorstep
    #[schema(required)]
    pub doorstep: Option<String>,
    /// In which zone
    #[schema(required)]
    pub zone: Option<String>,
    /// Latitude
    #[schema(required)]
    pub lat: Option<f64>,
    /// Longitude
    #[schema(required)]
    pub lon: Option<f64>,
    /// In words
    pub what: String,
    /// Numbers that belong to it
    #[schema(required, value_type = Option<Object>)]
    pub detail: Option<Value>,
    /// People who have no other shelter in time
    #[schema(required)]
    pub people_only: Option<u64>,
    /// People whom it serves in time
    #[schema(required)]
    pub people_served: Option<u64>,
    /// How these were found
    pub basis: BasisForm,
    /// Places that are in doubt
    #[schema(required)]
    pub places: Option<u64>,
}

/// What changes when doors and streets close or open.
#[derive(Deserialize, ToSchema)]
pub struct WhatIfForm {
    /// The region's name
    pub place: String,
    /// Who walks
    pub walker: String,
    /// What they flee from
    #[schema(required)]
    pub hazard: Option<String>,
    /// Day and time
    #[schema(required)]
    pub at: Option<String>,
    /// What is counted
    pub counted: CountedForm,
    /// The count before
    pub before: TallyForm,
    /// The count after
    pub after: TallyForm,
    /// Whose best shelter, or time to it, changes
    pub changed: ChangedForm,
    /// The token that stands for these closures in other questions
    #[schema(pattern = r"^[0-9a-f]{32}$")]
    pub session: String,
    /// The streets that are closed
    pub closed_streets: StreetsForm,
    /// What must stand wherever its data is shown
    pub attribution: Vec<String>,
    /// What a reader must know of the region
    pub warnings: Vec<String>,
}

/// The type of many lines.
#[derive(Deserialize, ToSchema)]
pub enum LinesName {
    /// The only one.
    MultiLineString,
}

/// Streets as lines of GeoJSON.
#[derive(Deserialize, ToSchema)]
pub struct StreetsForm {
    /// What it is
    #[serde(rename = "type")]
    pub kind: LinesName,
    /// Lines of longitudes and latitudes
    pub coordinates: Vec<Vec<Vec<f64>>>,
}

/// Whose best shelter, or time to it, changes.
#[derive(Deserialize, ToSchema)]
pub struct ChangedForm {
    /// Doorsteps
    pub doorsteps: u64,
    /// People at them
    pub people: u64,
    /// In time before and not after
    pub people_in_time_no_more: u64,
    /// The other way around
    pub people_now_in_time: u64,
    /// Doorsteps that reach nothing any more
    pub lose_every_shelter: u64,
    /// The other way around
    pub gain_a_shelter: u64,
    /// Doorsteps with a longer way
    pub later: u64,
    /// Doorsteps with a shorter way
    pub sooner: u64,
    /// Half of those with a longer way need at most so much more, in tenths of a second
    #[schema(required)]
    pub added_median_ds: Option<u32>,
    /// The most that is added
    #[schema(required)]
    pub added_worst_ds: Option<u32>,
    /// Junctions that had to be looked at
    pub relabelled_junctions: u64,
}

/// A layer of a map as a file.
#[derive(Deserialize, ToSchema)]
pub struct LayerForm {
    /// What it is
    #[serde(rename = "type")]
    pub kind: CollectionName,
    /// Its name
    pub name: String,
    /// What it shows
    pub description: String,
    /// What must stand wherever its data is shown
    pub attribution: Vec<String>,
    /// What a reader must know of the region
    pub warnings: Vec<String>,
    /// The question
    pub facts: BTreeMap<String, String>,
    /// The box of all places: west, south, east, north
    #[schema(nullable = false, min_items = 4, max_items = 4)]
    pub bbox: Option<Vec<f64>>,
    /// The rows
    pub features: Vec<RowForm>,
}

/// A row of a layer.
#[derive(Deserialize, ToSchema)]
pub struct RowForm {
    /// What it is
    #[serde(rename = "type")]
    pub kind: FeatureName,
    /// Where it is
    #[schema(required, value_type = Option<Object>)]
    pub geometry: Option<Value>,
    /// Its columns
    #[schema(value_type = Object)]
    pub properties: Value,
}

/// A description in OpenAPI 3.1.
#[derive(Deserialize, ToSchema)]
pub struct DescriptionForm {
    /// The version of OpenAPI
    pub openapi: String,
    /// What it describes
    #[schema(value_type = Object)]
    pub info: Value,
    /// What may be asked
    #[schema(value_type = Object)]
    pub paths: Value,
    /// The forms of questions and answers
    #[schema(value_type = Object)]
    pub components: Value,
    /// Groups of questions
    #[schema(value_type = Vec<Object>)]
    pub tags: Vec<Value>,
}

/// Who gets which place.
#[derive(Deserialize, ToSchema)]
pub struct AssignForm {
    /// The region's name
    pub place: String,
    /// Who walks
    pub walker: String,
    /// What they flee from
    #[schema(required)]
    pub hazard: Option<String>,
    /// The time that was asked for
    #[schema(required)]
    pub within_ds: Option<u32>,
    /// What counts once most people have a place: `total`, the least sum of all walks
    pub goal: String,
    /// Whether the region knows people; else everybody counts alike
    pub people_are_counted: bool,
    /// All people
    pub people: u64,
    /// All places
    pub places: u64,
    /// People with a place in time
    pub placed: u64,
    /// People without
    pub left_without_shelter: u64,
    /// Sum of all walks of those who have a place
    pub people_x_time_ds: u64,
    /// What the prices prove: no sum is smaller
    pub bound_people_x_time_ds: i64,
    /// Whether it is proven that nothing is better
    pub optimal: bool,
    /// The longest walk
    #[schema(required)]
    pub worst_ds: Option<u32>,
    /// The mean walk
    #[schema(required)]
    pub mean_ds: Option<u64>,
    /// What having no place is taken to cost
    pub no_place_ds: u32,
    /// How prices are to be read
    pub reading: String,
    /// What one place more is worth, by shelter: so much less would all walk together
    pub prices: BTreeMap<String, u32>,
    /// How many are sent there, by shelter
    pub loads: BTreeMap<String, u64>,
    /// Rounds until the prices stood
    pub rounds: u32,
    /// What must be said about it
    pub remarks: Vec<String>,
    /// Norms by which places were counted from areas
    pub norms: Vec<NormForm>,
    /// Shelters of which nobody knows how many places they have
    pub unknown: u64,
    /// The shelters that are offered
    pub shelters: Vec<LoadForm>,
    /// People without a place, by squares
    pub without: Vec<SquareForm>,
    /// What must stand wherever its data is shown
    pub attribution: Vec<String>,
    /// What a reader must know of the region
    pub warnings: Vec<String>,
}

/// A norm by which places were counted from areas.
#[derive(Deserialize, ToSchema)]
pub struct NormForm {
    /// Who says so
    pub source: String,
    /// Thousandths of a square metre a person
    pub milli_m2: u32,
    /// How many shelters
    pub shelters: u64,
}

/// A shelter, how many it holds, and what its locked door costs.
#[derive(Deserialize, ToSchema)]
pub struct LoadForm {
    /// Its id
    pub shelter: String,
    /// What people call it
    pub name: String,
    /// Where it is
    #[schema(required)]
    pub lat: Option<f64>,
    /// Where it is
    #[schema(required)]
    pub lon: Option<f64>,
    /// How many people it holds
    pub places: u64,
    /// Whether its list tells that, or an area to count it from
    pub places_are_known: bool,
    /// People who reach no other shelter in time
    pub lose: u64,
    /// People who reach another one, and walk for longer
    pub longer: u64,
    /// How much longer together
    pub longer_people_x_ds: u64,
}

/// A square and the people in it.
#[derive(Deserialize, ToSchema)]
pub struct SquareForm {
    /// Its middle
    pub lat: f64,
    /// Its middle
    pub lon: f64,
    /// How many people
    pub people: u64,
}

/// Where new shelters should be.
#[derive(Deserialize, ToSchema)]
pub struct SitesForm {
    /// The region's name
    pub place: String,
    /// Who walks
    pub walker: String,
    /// What they flee from
    #[schema(required)]
    pub hazard: Option<String>,
    /// The time that was asked for
    #[schema(required)]
    pub within_ds: Option<u32>,
    /// What was wanted
    pub objective: super::ObjectiveName,
    /// All people
    pub people: u64,
    /// Whether the region knows people; else everybody counts alike
    pub people_are_counted: bool,
    /// How many sites were chosen
    pub new: u64,
    /// Of how many
    pub candidates: u64,
    /// How many of these have no way in
    pub candidates_left_out: u64,
    /// People in time, people x ds of those who reach anything, or the longest time in ds: without new sites
    pub value_now: u64,
    /// People who reach nothing without them
    pub without_now: u64,
    /// The value with the sites
    pub value: u64,
    /// No choice of as many has a better value
    pub bound: u64,
    /// Whether it is proven that nothing is better
    pub optimal: bool,
    /// People who reach nothing with the sites
    pub without: u64,
    /// No choice of as many leaves fewer
    pub bound_without: u64,
    /// People whom no candidate and no shelter can serve in time
    pub beyond_all: u64,
    /// Whether places were counted; then `in time` is with a place, and who has none counts with those who reach nothing
    pub capacitated: bool,
    /// Places in the shelters that are there, where places were counted
    pub places_now: Option<u64>,
    /// The sites, that which adds most first
    pub sites: Vec<SiteForm>,
    /// What a reader must know of the answer, in English
    pub remarks: Vec<String>,
    /// With none of the sites, with the first, with the first two, ...
    pub curve: Vec<SitesPointForm>,
    /// What must stand wherever its data is shown
    pub attribution: Vec<String>,
    /// What a reader must know of the region
    pub warnings: Vec<String>,
}

/// A new shelter.
#[derive(Deserialize, ToSchema)]
pub struct SiteForm {
    /// From 1, that which adds most first
    pub rank: u64,
    /// Its node, or its id where it is one of the region's candidates
    pub node: String,
    /// Its name, where it has one
    pub name: Option<String>,
    /// What it adds to those before it, as the objective counts; less than nothing where it serves people who had nothing (median)
    pub adds: i64,
    /// How many people it holds, where places were counted
    pub places: Option<u64>,
    /// Where it is
    #[schema(required)]
    pub lat: Option<f64>,
    /// Where it is
    #[schema(required)]
    pub lon: Option<f64>,
}

/// What a number of new shelters comes to.
#[derive(Deserialize, ToSchema)]
pub struct SitesPointForm {
    /// The value
    pub value: u64,
    /// People who reach nothing
    pub without: u64,
}
