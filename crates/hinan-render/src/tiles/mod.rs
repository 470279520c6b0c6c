//! Vector tiles of a region for a map in the browser: what layers and attributes there are stands in
//! `docs/tiles.md`.
//!
//! [`Tiles::new`] orders the streets and doorsteps of a region once; [`Tiles::tile`] and
//! [`Tiles::doorsteps`] then make any tile in milliseconds. The same region gives the same bytes.
//! Nothing here packs or caches: that is for whoever sends the bytes.

mod doorsteps;
mod mvt;
mod shape;
mod streets;

use hinan_model::drawing::{DrawnClass, Form, Group};
use hinan_model::shelter::{Status, Visibility};
use hinan_model::{Area, EntranceAt, Place};
use hinan_region::Region;
use hinan_region::drawing::Parts;

use crate::rings;
use doorsteps::Doorsteps;
use mvt::{Geometry, Layer, Point, Value};
use shape::{BUFFER, Window, spot};
use streets::Streets;

/// Tiles are made up to this zoom; a map shows those enlarged further in.
pub const MAX_ZOOM: u8 = 16;

/// Stands for a doorstep that is not to be drawn.
pub const NO_CLASS: u8 = u8::MAX;

/// The layers of [`Tiles::tile`], in the order in which they lie in a tile.
pub const LAYERS: [&str; 11] = [
    "water",
    "green",
    "bare",
    "waterway",
    "building",
    "rail",
    "street",
    "forbidden",
    "place",
    "shelter",
    "doorstep",
];

pub use streets::CLASSES as STREET_CLASSES;

/// More rings than this in one thing, and nobody sorts out which is a hole in which.
const MOST_RINGS: usize = 1_000;
/// Outlines without a name that go into one feature.
const OUTLINES_A_FEATURE: usize = 256;

/// Which tile: zoom, column from the west, row from the north.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TileId {
    z: u8,
    x: u32,
    y: u32,
}

impl TileId {
    /// A tile; `None` where there is none: a zoom beyond [`MAX_ZOOM`], a row or column beyond the
    /// world.
    pub fn new(z: u8, x: u32, y: u32) -> Option<TileId> {
        (z <= MAX_ZOOM && x >> z == 0 && y >> z == 0).then_some(TileId { z, x, y })
    }

    /// The zoom.
    pub fn z(self) -> u8 {
        self.z
    }

    /// The column.
    pub fn x(self) -> u32 {
        self.x
    }

    /// The row.
    pub fn y(self) -> u32 {
        self.y
    }

    /// The tiles of one zoom that a box has a part in, row by row.
    pub fn covering(bounds: &hinan_model::Bounds, z: u8) -> impl Iterator<Item = TileId> {
        let z = z.min(MAX_ZOOM);
        let onto = |place: Place| spot(place).map(|at| (u64::from(at) >> (32 - u32::from(z))) as u32);
        let ([west, south], [east, north]) = (onto(bounds.min), onto(bounds.max));
        (north..=south).flat_map(move |y| (west..=east).map(move |x| TileId { z, x, y }))
    }
}

/// What tiles are made from besides the region itself.
pub struct Tiles {
    streets: Streets,
    doorsteps: Doorsteps,
    shelters: Vec<Door>,
}

/// An entrance of a shelter.
struct Door {
    shelter: u32,
    /// Which of the shelter's entrances.
    entrance: u32,
    place: Place,
}

impl Tiles {
    /// Orders what a region has to draw. Shelters that their list's owner keeps private are drawn
    /// only where `with_private` says so: never in anything published.
    pub fn new(region: &Region, with_private: bool) -> Tiles {
        Tiles {
            streets: Streets::of(region),
            doorsteps: Doorsteps::of(region),
            shelters: doors(region, with_private),
        }
    }

    /// One tile of the map of `region`, the very one that these tiles were made for, as a Mapbox Vector
    /// Tile (not packed). No bytes at all where there is nothing to draw: answer 204.
    pub fn tile(&self, region: &Region, tile: TileId) -> Vec<u8> {
        let window = Window::of(tile);
        let mut layers = LAYERS.map(Layer::new);
        draw_things(region, tile.z, &window, &mut layers);
        self.streets.draw(&window, tile.z, layer(&mut layers, "street"));
        draw_forbidden(region, &window, layer(&mut layers, "forbidden"));
        self.draw_shelters(region, &window, layer(&mut layers, "shelter"));
        let mut bytes = Vec::new();
        layers.into_iter().for_each(|layer| layer.write(&mut bytes));
        bytes
    }

    /// The layer `doorstep` of one tile. `values` holds a class for each doorstep of the region, in its
    /// order: the better, the smaller (bands of minutes, fates); [`NO_CLASS`], or a list too short, for
    /// those not to be drawn. From zoom 14 on each doorstep is a point whose id is its number, with
    /// `class` (and `people`, where they were counted); below that, and where a tile has more than 10,000
    /// of them, each point stands for those of a cell: their median `class`, rather the worse, how many
    /// `doorsteps` and `people`. No bytes at all where there is none.
    pub fn doorsteps(&self, tile: TileId, values: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.doorsteps.draw(tile, values).write(&mut bytes);
        bytes
    }

    fn draw_shelters(&self, region: &Region, window: &Window, layer: &mut Layer) {
        for door in &self.shelters {
            let Some(point) = seen(window.point(spot(door.place))) else { continue };
            let Some(shelter) = region.shelters().get(door.shelter as usize) else { continue };
            let mut attributes = vec![
                ("id", Value::from(shelter.id.as_str())),
                ("name", Value::from(shelter.title())),
                ("standing", Value::from(shelter.standing.name())),
                ("status", Value::from(status(shelter.status))),
                ("entrance", Value::Number(u64::from(door.entrance))),
            ];
            if shelter.visibility == Visibility::Private {
                attributes.push(("private", Value::Flag(true)));
            }
            layer.add(Some(u64::from(door.shelter)), &attributes, &Geometry::points().point(point));
        }
    }
}

/// The layer called `name`.
fn layer<'a>(layers: &'a mut [Layer; LAYERS.len()], name: &str) -> &'a mut Layer {
    let at = LAYERS.iter().position(|known| *known == name).unwrap_or(0);
    &mut layers[at]
}

/// Whether a point is the tile's own: each is in exactly one.
fn seen(point: Point) -> Option<Point> {
    point.iter().all(|at| (0..mvt::EXTENT).contains(at)).then_some(point)
}

/// A status in words. That a shelter is full is for the desk, not for a map: there it is closed.
fn status(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::Closed | Status::Full => "closed",
        Status::Defunct => "defunct",
        Status::Unknown => "unknown",
    }
}

fn doors(region: &Region, with_private: bool) -> Vec<Door> {
    let shelters = (0..).zip(region.shelters());
    let shown = shelters.filter(|(_, shelter)| with_private || shelter.visibility == Visibility::Public);
    shown
        .flat_map(|(number, shelter)| {
            (0..).zip(&shelter.entrances).filter_map(move |(entrance, door)| {
                let place = match &door.at {
                    EntranceAt::Place(place) => *place,
                    EntranceAt::Node(id) => *region.places().get(region.find_node(id)? as usize)?,
                };
                Some(Door { shelter: number, entrance, place })
            })
        })
        .collect()
}

/// The layer of a group, and the attribute that tells its roads from the streets that people walk.
fn layer_of(group: Group) -> &'static str {
    match group {
        Group::Building => "building",
        Group::Water => "water",
        Group::Green => "green",
        Group::Bare => "bare",
        Group::Waterway => "waterway",
        Group::Rail => "rail",
        Group::Road => "street",
        Group::Place => "place",
    }
}

/// The least zoom at which things of a class are drawn, and at which their names are sent.
pub fn zooms(class: DrawnClass) -> (u8, u8) {
    use DrawnClass as C;
    match class {
        C::Building => (13, 16),
        C::Water | C::Sea => (0, 12),
        C::Park | C::Wood | C::Cemetery => (8, 13),
        C::Garden | C::Scrub | C::Grass | C::Sand | C::Rock => (11, 15),
        C::Pitch => (13, 16),
        C::River | C::Shore => (8, 12),
        C::Canal => (11, 13),
        C::Stream => (13, 14),
        C::Rail => (10, MAX_ZOOM + 1),
        C::Tram => (14, MAX_ZOOM + 1),
        C::Motorway => (6, 12),
        C::Ramp | C::Road => (8, 12),
        C::City => (0, 0),
        C::Town => (8, 8),
        C::Village => (10, 10),
        C::Suburb => (11, 11),
        C::Quarter => (13, 13),
        C::Neighbourhood => (14, 14),
        C::Station => (13, 13),
    }
}

/// Square units of a tile that ground must have to be drawn: a few pixels where the map is coarse.
fn least_ground(zoom: u8) -> i64 {
    match zoom {
        15.. => 4,
        14 => 64,
        _ => 200,
    }
}

/// Things without a name that look the same, gathered into one feature.
struct Gathered {
    class: DrawnClass,
    geometry: Geometry,
    count: usize,
}

fn draw_things(region: &Region, zoom: u8, window: &Window, layers: &mut [Layer; LAYERS.len()]) {
    let mut gathered: Option<Gathered> = None;
    let wanted = |class: DrawnClass| zooms(class).0 <= zoom;
    region.drawing().visit(&window.in_degrees(), wanted, |class, name, parts| {
        let name = if zooms(class).1 <= zoom { name } else { "" };
        let is_alone = !name.is_empty() || class.form() == Form::Point;
        let is_full =
            gathered.as_ref().is_some_and(|sum| sum.class != class || sum.count >= OUTLINES_A_FEATURE);
        if (is_alone || is_full)
            && let Some(sum) = gathered.take()
        {
            add_thing(sum.class, "", &sum.geometry, layers);
        }
        if is_alone {
            let mut geometry = empty(class.form());
            draw(class.form(), parts, zoom, window, &mut geometry);
            add_thing(class, name, &geometry, layers);
            return;
        }
        let sum = gathered.get_or_insert_with(|| Gathered { class, geometry: empty(class.form()), count: 0 });
        draw(class.form(), parts, zoom, window, &mut sum.geometry);
        sum.count += 1;
    });
    if let Some(sum) = gathered {
        add_thing(sum.class, "", &sum.geometry, layers);
    }
}

fn empty(form: Form) -> Geometry {
    match form {
        Form::Ground => Geometry::rings(),
        Form::Lines => Geometry::lines(),
        Form::Point => Geometry::points(),
    }
}

fn add_thing(class: DrawnClass, name: &str, geometry: &Geometry, layers: &mut [Layer; LAYERS.len()]) {
    let name_of_class = if class == DrawnClass::Ramp { DrawnClass::Motorway.name() } else { class.name() };
    let mut attributes = vec![("class", Value::from(name_of_class))];
    if !name.is_empty() {
        attributes.push(("name", Value::from(name)));
    }
    if class == DrawnClass::Ramp {
        attributes.push(("link", Value::Flag(true)));
    }
    if class.group() == Group::Road {
        attributes.push(("closed", Value::Flag(true)));
    }
    layer(layers, layer_of(class.group())).add(None, &attributes, geometry);
}

fn draw(form: Form, parts: &Parts, zoom: u8, window: &Window, geometry: &mut Geometry) {
    match form {
        Form::Point => {
            let place = parts.iter().flatten().next();
            if let Some(point) = place.and_then(|&place| seen(window.point(spot(place)))) {
                *geometry = Geometry::points().point(point);
            }
        }
        Form::Lines => {
            for line in parts.iter() {
                let pieces = window.line(line.iter().map(|&place| spot(place)));
                pieces.iter().for_each(|piece| geometry.line(piece));
            }
        }
        Form::Ground => draw_ground(parts.iter(), least_ground(zoom), window, geometry),
    }
}

/// Adds rings in their roles: outlines, each followed by its holes.
fn draw_ground<'a>(
    rings: impl Iterator<Item = &'a [Place]>,
    least: i64,
    window: &Window,
    geometry: &mut Geometry,
) {
    let rings: Vec<&[Place]> = rings.collect();
    let shown = |ring: &[Place]| window.ring(ring.iter().map(|&place| spot(place)), least);
    if rings.len() == 1 || rings.len() > MOST_RINGS {
        rings.iter().filter_map(|ring| shown(ring)).for_each(|ring| geometry.ring(&ring, false));
        return;
    }
    let Some(area) = Area::new(rings.iter().map(|ring| ring.to_vec()).collect()) else { return };
    for polygon in rings::polygons(&area) {
        let [outline, holes @ ..] = polygon.rings.as_slice() else { continue };
        let Some(outline) = shown(outline) else { continue };
        geometry.ring(&outline, false);
        holes.iter().filter_map(|hole| shown(hole)).for_each(|hole| geometry.ring(&hole, true));
    }
}

/// Forbidden ground is drawn as long as a tile has a unit for it.
fn draw_forbidden(region: &Region, window: &Window, layer: &mut Layer) {
    let seen = window.in_degrees();
    for named in region.forbidden() {
        let apart = |bounds: hinan_model::Bounds| {
            bounds.min.lat_e7 > seen.max.lat_e7
                || bounds.max.lat_e7 < seen.min.lat_e7
                || bounds.min.lon_e7 > seen.max.lon_e7
                || bounds.max.lon_e7 < seen.min.lon_e7
        };
        if named.area.bounds().is_none_or(apart) {
            continue;
        }
        let mut geometry = Geometry::rings();
        draw_ground(named.area.rings.iter().map(Vec::as_slice), 0, window, &mut geometry);
        let attributes = [("id", Value::from(named.id.as_str())), ("name", Value::from(named.name.as_str()))];
        layer.add(None, &attributes, &geometry);
    }
}

/// How far beyond a tile, in its units, lines and ground are drawn.
pub const TILE_BUFFER: i32 = BUFFER;
