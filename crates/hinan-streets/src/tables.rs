//! What the tags of the map mean for somebody on foot. Tables, to be read like the map's own wiki.
//!
//! Sources: the foot profiles of GraphHopper (`FootAccessParser`), Valhalla (`pedestriancost`), and
//! the wheelchair filter of openrouteservice, as collected in the project's reference pages 4.1 to
//! 4.3. Where they differ the table takes what holds in an emergency: people walk where they can,
//! but a plan must never lead through what may be locked.
//!
//! A value of `*` means "any other value of this key".

use hinan_model::DrawnClass;

/// What a class of street is to a walker before other tags have their say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByDefault {
    /// People walk here.
    Open,
    /// Only with a sidewalk or an explicit `foot=yes`.
    OnlyIfSaid,
    /// Not there, or not for feet, whatever else is said.
    Never,
}

/// What a class of street is made like, where that changes how it is walked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// For people: footways, paths, squares.
    Path,
    /// For cars too: without a sidewalk it is closed to wheelchairs.
    Road,
    /// Stairs.
    Steps,
    /// A lift.
    Elevator,
    /// A platform or pier: closed ways are areas unless they say `area=no`.
    Deck,
}

/// A tag that makes a way something to walk on, or not.
#[derive(Clone, Copy, Debug)]
pub struct Class {
    /// The key.
    pub key: &'static str,
    /// The value.
    pub value: &'static str,
    /// What it is to a walker.
    pub foot: ByDefault,
    /// What it is made like.
    pub form: Form,
}

const fn class(key: &'static str, value: &'static str, foot: ByDefault, form: Form) -> Class {
    Class { key, value, foot, form }
}

use ByDefault::{Never, OnlyIfSaid, Open};

/// Classes of ways. Where a way has several, the row that stands first counts.
pub const CLASSES: &[Class] = &[
    class("highway", "footway", Open, Form::Path),
    class("highway", "path", Open, Form::Path),
    class("highway", "steps", Open, Form::Steps),
    class("highway", "pedestrian", Open, Form::Path),
    class("highway", "living_street", Open, Form::Path),
    class("highway", "track", Open, Form::Path),
    class("highway", "residential", Open, Form::Road),
    class("highway", "service", Open, Form::Path),
    class("highway", "unclassified", Open, Form::Road),
    class("highway", "road", Open, Form::Road),
    class("highway", "tertiary", Open, Form::Road),
    class("highway", "tertiary_link", Open, Form::Road),
    class("highway", "secondary", Open, Form::Road),
    class("highway", "secondary_link", Open, Form::Road),
    class("highway", "primary", Open, Form::Road),
    class("highway", "primary_link", Open, Form::Road),
    class("highway", "trunk", Open, Form::Road),
    class("highway", "trunk_link", Open, Form::Road),
    class("highway", "cycleway", Open, Form::Path),
    class("highway", "bridleway", Open, Form::Path),
    class("highway", "corridor", Open, Form::Path),
    class("highway", "crossing", Open, Form::Path),
    class("highway", "platform", Open, Form::Deck),
    class("highway", "elevator", Open, Form::Elevator),
    class("highway", "motorway", OnlyIfSaid, Form::Road),
    class("highway", "motorway_link", OnlyIfSaid, Form::Road),
    class("highway", "bus_guideway", OnlyIfSaid, Form::Road),
    class("highway", "busway", OnlyIfSaid, Form::Road),
    class("highway", "raceway", OnlyIfSaid, Form::Road),
    class("highway", "escape", OnlyIfSaid, Form::Road),
    class("highway", "construction", Never, Form::Road),
    class("highway", "proposed", Never, Form::Road),
    class("highway", "planned", Never, Form::Road),
    class("highway", "abandoned", Never, Form::Road),
    class("highway", "disused", Never, Form::Road),
    class("highway", "razed", Never, Form::Road),
    class("highway", "demolished", Never, Form::Road),
    class("highway", "no", Never, Form::Road),
    class("highway", "via_ferrata", Never, Form::Path),
    class("highway", "rest_area", Never, Form::Road),
    class("highway", "services", Never, Form::Road),
    class("highway", "*", OnlyIfSaid, Form::Road),
    class("railway", "platform", Open, Form::Deck),
    class("public_transport", "platform", Open, Form::Deck),
    class("man_made", "pier", Open, Form::Deck),
];

/// Who may pass.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Access {
    /// Nothing is said.
    #[default]
    Unsaid,
    /// Everybody on foot.
    Yes,
    /// Those who belong there. Opened by the emergency switch, at a penalty.
    Private,
    /// Nobody.
    No,
}

/// Values of `access` and `foot`. `foot` goes before `access`; a value that is not here says nothing
/// against walking (`destination`, `customers`, `delivery`, `agricultural`, `use_sidepath`, ...).
pub const ACCESS: &[(&str, Access)] = &[
    ("yes", Access::Yes),
    ("designated", Access::Yes),
    ("official", Access::Yes),
    ("permissive", Access::Yes),
    ("public", Access::Yes),
    ("private", Access::Private),
    ("permit", Access::Private),
    ("residents", Access::Private),
    ("no", Access::No),
    ("restricted", Access::No),
    ("military", Access::No),
    ("emergency", Access::No),
];

/// What a wheelchair meets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Wheels {
    /// Nothing is said.
    #[default]
    Unsaid,
    /// It can pass.
    Yes,
    /// With trouble: at a slower pace.
    Limited,
    /// It cannot.
    No,
}

/// What one more tag says of a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayTag {
    /// The row of [`CLASSES`] with this number.
    Class(u8),
    /// `access`.
    Access(Access),
    /// `foot`.
    Foot(Access),
    /// A road for motor vehicles only.
    Motorroad,
    /// A ferry: it sails when it sails.
    Ferry,
    /// Needs hands, ropes or a head for heights; or cannot be passed at all.
    Impassable,
    /// There is a sidewalk: any street is open.
    Sidewalk,
    /// There is none, or it is drawn apart: closed to wheelchairs if it is a road.
    NoSidewalk,
    /// Drawn as an area (`true`) or said not to be one.
    Area(bool),
    /// People may go along the line only.
    OnlyForward,
    /// People may go against the line only.
    OnlyBackward,
    /// `oneway`, which binds walkers on stairs alone: along.
    StairsForward,
    /// The same, against.
    StairsBackward,
    /// Climbs along the line.
    Up,
    /// Falls along the line.
    Down,
    /// A number with a sign that says which.
    InclineNumber,
    /// Too rough or soft for wheels.
    Rough,
    /// Metres; too narrow for wheels below [`NARROW_M`].
    WidthNumber,
    /// `wheelchair`: goes before every other sign.
    Wheelchair(Wheels),
    /// Stairs with a ramp for wheelchairs.
    Ramp,
    /// Off the ground: the slope of the terrain does not count.
    OffGround,
    /// A building that people live, work or stay in, and how much of it they live in.
    Building(Dwelling),
    /// A building that nobody starts from.
    Outhouse,
    /// How many storeys a building has.
    LevelsNumber,
    /// The name.
    Name,
    /// A relation that draws an area.
    Multipolygon,
    /// Nothing, where another row would say something of any value.
    Nothing,
}

/// Tags of ways and of multipolygons, besides [`CLASSES`] and [`ACCESS`].
pub const WAY_TAGS: &[(&str, &str, WayTag)] = &[
    ("name", "*", WayTag::Name),
    ("type", "multipolygon", WayTag::Multipolygon),
    ("foot", "use_sidepath", WayTag::Foot(Access::Unsaid)),
    ("foot", "*", WayTag::Foot(Access::Yes)),
    ("motorroad", "yes", WayTag::Motorroad),
    ("route", "ferry", WayTag::Ferry),
    ("via_ferrata_scale", "*", WayTag::Impassable),
    ("sac_scale", "alpine_hiking", WayTag::Impassable),
    ("sac_scale", "demanding_alpine_hiking", WayTag::Impassable),
    ("sac_scale", "difficult_alpine_hiking", WayTag::Impassable),
    ("sac_scale", "mountain_hiking", WayTag::Rough),
    ("sac_scale", "demanding_mountain_hiking", WayTag::Rough),
    ("impassable", "yes", WayTag::Impassable),
    ("sidewalk", "yes", WayTag::Sidewalk),
    ("sidewalk", "both", WayTag::Sidewalk),
    ("sidewalk", "left", WayTag::Sidewalk),
    ("sidewalk", "right", WayTag::Sidewalk),
    ("sidewalk", "no", WayTag::NoSidewalk),
    ("sidewalk", "none", WayTag::NoSidewalk),
    ("sidewalk", "separate", WayTag::NoSidewalk),
    ("area", "yes", WayTag::Area(true)),
    ("area", "no", WayTag::Area(false)),
    ("oneway:foot", "yes", WayTag::OnlyForward),
    ("oneway:foot", "true", WayTag::OnlyForward),
    ("oneway:foot", "1", WayTag::OnlyForward),
    ("oneway:foot", "-1", WayTag::OnlyBackward),
    ("oneway:foot", "reverse", WayTag::OnlyBackward),
    ("foot:backward", "no", WayTag::OnlyForward),
    ("foot:forward", "no", WayTag::OnlyBackward),
    ("oneway", "yes", WayTag::StairsForward),
    ("oneway", "true", WayTag::StairsForward),
    ("oneway", "1", WayTag::StairsForward),
    ("oneway", "-1", WayTag::StairsBackward),
    ("oneway", "reverse", WayTag::StairsBackward),
    ("incline", "up", WayTag::Up),
    ("incline", "down", WayTag::Down),
    ("incline", "*", WayTag::InclineNumber),
    ("surface", "sand", WayTag::Rough),
    ("surface", "salt", WayTag::Rough),
    ("surface", "grass", WayTag::Rough),
    ("surface", "snow", WayTag::Rough),
    ("surface", "earth", WayTag::Rough),
    ("surface", "dirt", WayTag::Rough),
    ("surface", "ice", WayTag::Rough),
    ("surface", "mud", WayTag::Rough),
    ("smoothness", "bad", WayTag::Rough),
    ("smoothness", "very_bad", WayTag::Rough),
    ("smoothness", "horrible", WayTag::Rough),
    ("smoothness", "very_horrible", WayTag::Rough),
    ("smoothness", "impassable", WayTag::Rough),
    ("tracktype", "grade4", WayTag::Rough),
    ("tracktype", "grade5", WayTag::Rough),
    ("width", "*", WayTag::WidthNumber),
    ("wheelchair", "yes", WayTag::Wheelchair(Wheels::Yes)),
    ("wheelchair", "designated", WayTag::Wheelchair(Wheels::Yes)),
    ("wheelchair", "limited", WayTag::Wheelchair(Wheels::Limited)),
    ("wheelchair", "no", WayTag::Wheelchair(Wheels::No)),
    ("ramp:wheelchair", "yes", WayTag::Ramp),
    ("bridge", "*", WayTag::OffGround),
    ("bridge", "no", WayTag::Nothing),
    ("tunnel", "*", WayTag::OffGround),
    ("tunnel", "no", WayTag::Nothing),
    ("building:levels", "*", WayTag::LevelsNumber),
    ("building", "*", WayTag::Building(SOME_BUILDING)),
    ("building", "no", WayTag::Outhouse),
    ("building", "garage", WayTag::Outhouse),
    ("building", "garages", WayTag::Outhouse),
    ("building", "carport", WayTag::Outhouse),
    ("building", "parking", WayTag::Outhouse),
    ("building", "shed", WayTag::Outhouse),
    ("building", "hut", WayTag::Outhouse),
    ("building", "roof", WayTag::Outhouse),
    ("building", "canopy", WayTag::Outhouse),
    ("building", "greenhouse", WayTag::Outhouse),
    ("building", "barn", WayTag::Outhouse),
    ("building", "stable", WayTag::Outhouse),
    ("building", "sty", WayTag::Outhouse),
    ("building", "cowshed", WayTag::Outhouse),
    ("building", "farm_auxiliary", WayTag::Outhouse),
    ("building", "silo", WayTag::Outhouse),
    ("building", "storage_tank", WayTag::Outhouse),
    ("building", "tank", WayTag::Outhouse),
    ("building", "container", WayTag::Outhouse),
    ("building", "service", WayTag::Outhouse),
    ("building", "transformer_tower", WayTag::Outhouse),
    ("building", "bridge", WayTag::Outhouse),
    ("building", "bunker", WayTag::Outhouse),
    ("building", "toilets", WayTag::Outhouse),
    ("building", "ruins", WayTag::Outhouse),
    ("building", "collapsed", WayTag::Outhouse),
    ("building", "construction", WayTag::Outhouse),
    ("building", "proposed", WayTag::Outhouse),
    ("building", "demolished", WayTag::Outhouse),
    ("building", "wall", WayTag::Outhouse),
];

/// How much of a building people live in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dwelling {
    /// The share of its floors that are dwellings, in per mille. Never 0: in a school or a works
    /// somebody may live who keeps the keys, and so a building that nothing is known of can be told
    /// from one that is known not to be a dwelling.
    pub permille: u16,
    /// Storeys with dwellings where the map does not say how many there are.
    pub levels: u8,
}

const fn dwelling(permille: u16, levels: u8) -> Dwelling {
    Dwelling { permille, levels }
}

/// `building=yes` and every value that is not in [`DWELLINGS`]: most of them are houses, in most
/// towns.
pub const SOME_BUILDING: Dwelling = dwelling(700, 2);
/// Storeys beyond this are a slip of the pen: no dwelling house in the world has so many.
pub const MOST_LEVELS: f64 = 120.0;
/// Square metres of floor beyond this are no building but a slip of the pen.
pub const MOST_DWELLING_M2: u32 = 1_000_000;

/// Values of `building` by how much people live there. Judgement: the map's wiki says what the
/// values mean, and storeys are those of an ordinary building of its kind in a town.
pub const DWELLINGS: &[(&str, Dwelling)] = &[
    ("apartments", dwelling(1000, 4)),
    ("barracks", dwelling(800, 3)),
    ("bungalow", dwelling(1000, 1)),
    ("cabin", dwelling(500, 1)),
    ("detached", dwelling(1000, 2)),
    ("dormitory", dwelling(1000, 4)),
    ("farm", dwelling(700, 2)),
    ("house", dwelling(1000, 2)),
    ("houseboat", dwelling(1000, 1)),
    ("residential", dwelling(1000, 3)),
    ("semidetached_house", dwelling(1000, 2)),
    ("static_caravan", dwelling(1000, 1)),
    ("terrace", dwelling(1000, 2)),
    // Flats above shops and offices.
    ("commercial", dwelling(100, 2)),
    ("hotel", dwelling(100, 4)),
    ("office", dwelling(20, 4)),
    ("retail", dwelling(100, 2)),
    // Wards, cells and cloisters.
    ("hospital", dwelling(50, 4)),
    ("monastery", dwelling(300, 2)),
    ("prison", dwelling(500, 2)),
    // Where somebody keeps the keys.
    ("cathedral", dwelling(10, 1)),
    ("chapel", dwelling(10, 1)),
    ("church", dwelling(10, 1)),
    ("civic", dwelling(10, 2)),
    ("college", dwelling(10, 3)),
    ("fire_station", dwelling(10, 2)),
    ("government", dwelling(10, 3)),
    ("grandstand", dwelling(10, 1)),
    ("hangar", dwelling(10, 1)),
    ("industrial", dwelling(10, 1)),
    ("kindergarten", dwelling(10, 1)),
    ("kiosk", dwelling(10, 1)),
    ("manufacture", dwelling(10, 1)),
    ("mosque", dwelling(10, 1)),
    ("museum", dwelling(10, 2)),
    ("pavilion", dwelling(10, 1)),
    ("public", dwelling(10, 2)),
    ("religious", dwelling(10, 1)),
    ("school", dwelling(10, 2)),
    ("shrine", dwelling(10, 1)),
    ("sports_hall", dwelling(10, 1)),
    ("stadium", dwelling(10, 1)),
    ("supermarket", dwelling(10, 1)),
    ("synagogue", dwelling(10, 1)),
    ("temple", dwelling(10, 1)),
    ("train_station", dwelling(10, 1)),
    ("transportation", dwelling(10, 1)),
    ("university", dwelling(10, 3)),
    ("warehouse", dwelling(10, 1)),
];

/// What one more tag says of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeTag {
    /// Something in the way: what it costs to pass.
    Barrier(Barrier),
    /// `access`.
    Access(Access),
    /// `foot`.
    Foot(Access),
    /// Locked: nobody passes, emergency or not.
    Locked,
    /// `wheelchair`.
    Wheelchair(Wheels),
    /// A kerb that stops wheels.
    RaisedKerb,
    /// A lift.
    Elevator,
    /// A crossing where people wait for a light.
    Signal,
    /// A door of a building: people start here.
    Entrance,
    /// A way into something, from which nobody starts (an underground station).
    WayIn,
    /// A house number: people start here.
    Address,
    /// Nothing, where another row would say something of any value.
    Nothing,
}

/// What a barrier costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Barrier {
    /// Nobody passes.
    Closed,
    /// Everybody passes without losing time.
    Free,
    /// A gate: it takes [`GATE_DS`].
    Gate,
    /// As a gate, and too narrow or high for wheels.
    GateNoWheels,
    /// People step around or over; wheels do not.
    StepOver,
}

/// Tags of nodes, besides [`ACCESS`].
pub const NODE_TAGS: &[(&str, &str, NodeTag)] = &[
    ("barrier", "fence", NodeTag::Barrier(Barrier::Closed)),
    ("barrier", "wall", NodeTag::Barrier(Barrier::Closed)),
    ("barrier", "retaining_wall", NodeTag::Barrier(Barrier::Closed)),
    ("barrier", "city_wall", NodeTag::Barrier(Barrier::Closed)),
    ("barrier", "hedge", NodeTag::Barrier(Barrier::Closed)),
    ("barrier", "ditch", NodeTag::Barrier(Barrier::Closed)),
    ("barrier", "gate", NodeTag::Barrier(Barrier::Gate)),
    ("barrier", "lift_gate", NodeTag::Barrier(Barrier::Gate)),
    ("barrier", "swing_gate", NodeTag::Barrier(Barrier::Gate)),
    ("barrier", "sliding_gate", NodeTag::Barrier(Barrier::Gate)),
    ("barrier", "wicket_gate", NodeTag::Barrier(Barrier::Gate)),
    ("barrier", "hampshire_gate", NodeTag::Barrier(Barrier::Gate)),
    ("barrier", "bump_gate", NodeTag::Barrier(Barrier::Gate)),
    ("barrier", "sally_port", NodeTag::Barrier(Barrier::Gate)),
    ("barrier", "door", NodeTag::Barrier(Barrier::Gate)),
    ("barrier", "border_control", NodeTag::Barrier(Barrier::Gate)),
    ("barrier", "yes", NodeTag::Barrier(Barrier::Gate)),
    ("barrier", "*", NodeTag::Barrier(Barrier::Gate)),
    ("barrier", "kissing_gate", NodeTag::Barrier(Barrier::GateNoWheels)),
    ("barrier", "turnstile", NodeTag::Barrier(Barrier::GateNoWheels)),
    ("barrier", "full-height_turnstile", NodeTag::Barrier(Barrier::GateNoWheels)),
    ("barrier", "stile", NodeTag::Barrier(Barrier::GateNoWheels)),
    ("barrier", "cycle_barrier", NodeTag::Barrier(Barrier::StepOver)),
    ("barrier", "motorcycle_barrier", NodeTag::Barrier(Barrier::StepOver)),
    ("barrier", "cattle_grid", NodeTag::Barrier(Barrier::StepOver)),
    ("barrier", "horse_stile", NodeTag::Barrier(Barrier::StepOver)),
    ("barrier", "log", NodeTag::Barrier(Barrier::StepOver)),
    ("barrier", "debris", NodeTag::Barrier(Barrier::StepOver)),
    ("barrier", "block", NodeTag::Barrier(Barrier::Free)),
    ("barrier", "bollard", NodeTag::Barrier(Barrier::Free)),
    ("barrier", "bus_trap", NodeTag::Barrier(Barrier::Free)),
    ("barrier", "chain", NodeTag::Barrier(Barrier::Free)),
    ("barrier", "rope", NodeTag::Barrier(Barrier::Free)),
    ("barrier", "entrance", NodeTag::Barrier(Barrier::Free)),
    ("barrier", "height_restrictor", NodeTag::Barrier(Barrier::Free)),
    ("barrier", "jersey_barrier", NodeTag::Barrier(Barrier::Free)),
    ("barrier", "kerb", NodeTag::Barrier(Barrier::Free)),
    ("barrier", "planter", NodeTag::Barrier(Barrier::Free)),
    ("barrier", "spikes", NodeTag::Barrier(Barrier::Free)),
    ("barrier", "sump_buster", NodeTag::Barrier(Barrier::Free)),
    ("barrier", "toll_booth", NodeTag::Barrier(Barrier::Free)),
    ("barrier", "no", NodeTag::Nothing),
    ("foot", "*", NodeTag::Foot(Access::Yes)),
    ("locked", "yes", NodeTag::Locked),
    ("wheelchair", "yes", NodeTag::Wheelchair(Wheels::Yes)),
    ("wheelchair", "designated", NodeTag::Wheelchair(Wheels::Yes)),
    ("wheelchair", "limited", NodeTag::Wheelchair(Wheels::Limited)),
    ("wheelchair", "no", NodeTag::Wheelchair(Wheels::No)),
    ("kerb", "raised", NodeTag::RaisedKerb),
    ("highway", "elevator", NodeTag::Elevator),
    ("crossing", "traffic_signals", NodeTag::Signal),
    ("crossing:signals", "yes", NodeTag::Signal),
    ("entrance", "*", NodeTag::Entrance),
    ("entrance", "no", NodeTag::Nothing),
    ("entrance", "garage", NodeTag::Nothing),
    ("railway", "subway_entrance", NodeTag::WayIn),
    ("railway", "train_station_entrance", NodeTag::WayIn),
    ("addr:housenumber", "*", NodeTag::Address),
];

/// What a tag says of how an element is drawn on a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawTag {
    /// It is drawn as this. Where several tags say something, the class that comes first in
    /// [`DrawnClass`] counts.
    Class(DrawnClass),
    /// It lies under something: not drawn.
    Hidden,
    /// Nothing, where another row would say something of any value.
    Nothing,
}

/// What is drawn besides the streets. Ground needs a closed way or a multipolygon, lines a way, names
/// a node; a road is drawn only where nobody may walk it, since the streets hold the others.
pub const DRAWN: &[(&str, &str, DrawTag)] = &[
    ("building", "*", DrawTag::Class(DrawnClass::Building)),
    ("building", "no", DrawTag::Nothing),
    ("building", "proposed", DrawTag::Nothing),
    ("building", "construction", DrawTag::Nothing),
    ("building", "demolished", DrawTag::Nothing),
    ("building", "collapsed", DrawTag::Nothing),
    ("natural", "water", DrawTag::Class(DrawnClass::Water)),
    ("natural", "bay", DrawTag::Class(DrawnClass::Water)),
    ("natural", "strait", DrawTag::Class(DrawnClass::Water)),
    ("waterway", "riverbank", DrawTag::Class(DrawnClass::Water)),
    ("waterway", "dock", DrawTag::Class(DrawnClass::Water)),
    ("landuse", "reservoir", DrawTag::Class(DrawnClass::Water)),
    ("landuse", "basin", DrawTag::Class(DrawnClass::Water)),
    ("leisure", "swimming_pool", DrawTag::Class(DrawnClass::Water)),
    ("leisure", "marina", DrawTag::Class(DrawnClass::Water)),
    ("leisure", "park", DrawTag::Class(DrawnClass::Park)),
    ("leisure", "nature_reserve", DrawTag::Class(DrawnClass::Park)),
    ("leisure", "dog_park", DrawTag::Class(DrawnClass::Park)),
    ("landuse", "village_green", DrawTag::Class(DrawnClass::Park)),
    ("landuse", "recreation_ground", DrawTag::Class(DrawnClass::Park)),
    ("leisure", "pitch", DrawTag::Class(DrawnClass::Pitch)),
    ("leisure", "playground", DrawTag::Class(DrawnClass::Pitch)),
    ("leisure", "golf_course", DrawTag::Class(DrawnClass::Pitch)),
    ("leisure", "track", DrawTag::Class(DrawnClass::Pitch)),
    ("landuse", "cemetery", DrawTag::Class(DrawnClass::Cemetery)),
    ("amenity", "grave_yard", DrawTag::Class(DrawnClass::Cemetery)),
    ("leisure", "garden", DrawTag::Class(DrawnClass::Garden)),
    ("landuse", "allotments", DrawTag::Class(DrawnClass::Garden)),
    ("landuse", "orchard", DrawTag::Class(DrawnClass::Garden)),
    ("landuse", "vineyard", DrawTag::Class(DrawnClass::Garden)),
    ("landuse", "flowerbed", DrawTag::Class(DrawnClass::Garden)),
    ("landuse", "forest", DrawTag::Class(DrawnClass::Wood)),
    ("natural", "wood", DrawTag::Class(DrawnClass::Wood)),
    ("natural", "scrub", DrawTag::Class(DrawnClass::Scrub)),
    ("natural", "heath", DrawTag::Class(DrawnClass::Scrub)),
    ("natural", "wetland", DrawTag::Class(DrawnClass::Scrub)),
    ("natural", "grassland", DrawTag::Class(DrawnClass::Grass)),
    ("landuse", "grass", DrawTag::Class(DrawnClass::Grass)),
    ("landuse", "meadow", DrawTag::Class(DrawnClass::Grass)),
    ("natural", "beach", DrawTag::Class(DrawnClass::Sand)),
    ("natural", "sand", DrawTag::Class(DrawnClass::Sand)),
    ("natural", "bare_rock", DrawTag::Class(DrawnClass::Rock)),
    ("natural", "scree", DrawTag::Class(DrawnClass::Rock)),
    ("waterway", "river", DrawTag::Class(DrawnClass::River)),
    ("waterway", "canal", DrawTag::Class(DrawnClass::Canal)),
    ("waterway", "stream", DrawTag::Class(DrawnClass::Stream)),
    ("natural", "coastline", DrawTag::Class(DrawnClass::Shore)),
    ("railway", "rail", DrawTag::Class(DrawnClass::Rail)),
    ("railway", "light_rail", DrawTag::Class(DrawnClass::Rail)),
    ("railway", "narrow_gauge", DrawTag::Class(DrawnClass::Rail)),
    ("railway", "subway", DrawTag::Class(DrawnClass::Rail)),
    ("railway", "monorail", DrawTag::Class(DrawnClass::Rail)),
    ("railway", "funicular", DrawTag::Class(DrawnClass::Rail)),
    ("railway", "tram", DrawTag::Class(DrawnClass::Tram)),
    ("highway", "motorway", DrawTag::Class(DrawnClass::Motorway)),
    ("highway", "motorway_link", DrawTag::Class(DrawnClass::Ramp)),
    ("highway", "trunk", DrawTag::Class(DrawnClass::Road)),
    ("highway", "trunk_link", DrawTag::Class(DrawnClass::Ramp)),
    ("highway", "primary", DrawTag::Class(DrawnClass::Road)),
    ("highway", "primary_link", DrawTag::Class(DrawnClass::Ramp)),
    ("highway", "secondary", DrawTag::Class(DrawnClass::Road)),
    ("highway", "secondary_link", DrawTag::Class(DrawnClass::Ramp)),
    ("highway", "tertiary", DrawTag::Class(DrawnClass::Road)),
    ("highway", "tertiary_link", DrawTag::Class(DrawnClass::Ramp)),
    ("place", "city", DrawTag::Class(DrawnClass::City)),
    ("place", "town", DrawTag::Class(DrawnClass::Town)),
    ("place", "village", DrawTag::Class(DrawnClass::Village)),
    ("place", "hamlet", DrawTag::Class(DrawnClass::Village)),
    ("place", "suburb", DrawTag::Class(DrawnClass::Suburb)),
    ("place", "borough", DrawTag::Class(DrawnClass::Suburb)),
    ("place", "quarter", DrawTag::Class(DrawnClass::Quarter)),
    ("place", "neighbourhood", DrawTag::Class(DrawnClass::Neighbourhood)),
    ("railway", "station", DrawTag::Class(DrawnClass::Station)),
    ("tunnel", "*", DrawTag::Hidden),
    ("tunnel", "no", DrawTag::Nothing),
    ("tunnel", "building_passage", DrawTag::Nothing),
    ("covered", "*", DrawTag::Hidden),
    ("covered", "no", DrawTag::Nothing),
    ("location", "underground", DrawTag::Hidden),
];

/// Keys of which an element must have one before the caller is asked whether it wants the object.
/// Wide enough for shelters and every place that might become one; most of a map has none of them.
pub const OBJECT_KEYS: &[&str] = &[
    "amenity",
    "bunker_type",
    "disaster",
    "emergency",
    "emergency:social_facility",
    "emergency:shelter_type",
    "evacuation",
    "evacuation_center",
    "hazard_type",
    "leisure",
    "military",
    "parking",
    "public_transport",
    "railway",
    "shelter",
    "shelter_type",
    "shelter_type:ja",
    "social_facility",
    "station",
];

/// Pairs that count as [`OBJECT_KEYS`], of keys that are too common to ask about every time.
pub const OBJECT_TAGS: &[(&str, &str)] = &[("building", "bunker"), ("location", "underground")];

/// Time at a gate, ds (Valhalla's gate cost).
pub const GATE_DS: u16 = 100;
/// Time at a private gate that the emergency switch opened, ds.
pub const PRIVATE_GATE_DS: u16 = 600;
/// Time for a lift, ds: waiting, doors, ride. Valhalla's 5 s is for one that stands open.
pub const ELEVATOR_DS: u16 = 600;
/// Time at a crossing with lights, ds (the upper half of Valhalla's 0 to 15 s).
pub const SIGNAL_DS: u16 = 100;
/// Factor on the pace over private ground that the emergency switch opened. Judgement: high enough
/// that a public way of up to three times the length is taken first.
pub const PRIVATE_FACTOR: u32 = 3;
/// Factor on a wheelchair's pace, in per mille, where the map says `wheelchair=limited`.
pub const LIMITED_PERMILLE: u32 = 1500;
/// Metres below which a way is too narrow for a wheelchair (ISO 7193: 0.7 m wide, plus hands).
pub const NARROW_M: f64 = 0.8;
