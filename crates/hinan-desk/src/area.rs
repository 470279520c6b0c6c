//! Where an alert holds: zones of the region's table, or ground that an officer drew. A place that is
//! missing or broken refuses (`safety.md`, rule 9); nothing is widened to make it fit.

use hinan_alert::ground::{ALL_ZONES, DRAWN};
use hinan_alert::{Gazetteer, Meaning, issue};
use hinan_cap::message::{CapArea, Pair};
use hinan_model::{Bounds, Place, Zone};
use hinan_trust::ZONE_SCHEME;
use serde_json::Value;

/// The most bytes of a drawing.
const MOST_BYTES: usize = 4 << 20;
/// The most corners of a drawing: what CAP channels carry at all (GOV.UK, 50,000).
const MOST_CORNERS: usize = 50_000;
/// The most polygons of a drawing (GOV.UK).
const MOST_POLYGONS: usize = 1_000;

/// Why there is no such area.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AreaError {
    /// Nothing was chosen.
    #[error("no place was chosen: name zones or draw one; nothing is sent without a place")]
    None,
    /// A zone that the table does not have.
    #[error("there is no zone '{0}' in the table")]
    UnknownZone(String),
    /// The drawing cannot be used.
    #[error("the drawing cannot be used: {0}")]
    Drawing(String),
    /// The drawing has no name.
    #[error("the drawing cannot be used: the place has no name in words")]
    NoName,
    /// What is drawn is not sent.
    #[error("the area is not sent: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Refused(Vec<issue::Refusal>),
}

impl AreaError {
    /// The stable name, for pages that have sentences of their own.
    pub const fn code(&self) -> &'static str {
        match self {
            AreaError::None => "area-none",
            AreaError::UnknownZone(_) => "area-unknown-zone",
            AreaError::Drawing(_) => "area-drawing",
            AreaError::NoName => "area-no-name",
            AreaError::Refused(_) => "area-refused",
        }
    }
}

/// Where an alert holds: at least one piece of ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// The most important first.
    pub parts: Vec<Part>,
}

/// A zone, or ground that was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What people call it.
    pub name: String,
    /// What the statement names: the id of a zone, [`ALL_ZONES`] or [`DRAWN`].
    pub zone: String,
    /// Closed rings: of what is drawn, and of zones for readers who do not know ours.
    pub polygons: Vec<Vec<Place>>,
}

impl Area {
    /// Zones of the table by their ids. Where `outlines`, their outer rings are in the message as well,
    /// for readers who do not know our zones; alerts under an arming order go without.
    ///
    /// # Errors
    /// None was named, or one that the table does not have.
    pub fn of_zones(table: &[Zone], ids: &[String], outlines: bool) -> Result<Area, AreaError> {
        let mut parts: Vec<Part> = Vec::new();
        for id in ids {
            let zone = table.iter().find(|zone| zone.id == *id);
            let zone = zone.ok_or_else(|| AreaError::UnknownZone(id.clone()))?;
            if parts.iter().any(|part| part.zone == zone.id) {
                continue;
            }
            let rings = zone.area.iter().flat_map(|ground| &ground.rings).filter(|_| outlines);
            let polygons = outer_rings(rings.map(|ring| closed(ring.clone())));
            parts.push(Part { name: zone.name.clone(), zone: zone.id.clone(), polygons });
        }
        if parts.is_empty() { Err(AreaError::None) } else { Ok(Area { parts }) }
    }

    /// All of the region, by the name that people know it by.
    pub fn whole_region(name: &str) -> Area {
        Area { parts: vec![Part { name: name.to_owned(), zone: ALL_ZONES.to_owned(), polygons: Vec::new() }] }
    }

    /// Ground that was drawn: GeoJSON with polygons, in longitude, latitude. `name` is what people
    /// call the place.
    ///
    /// # Errors
    /// Text that is no GeoJSON, ground that is none, has holes or crosses itself.
    pub fn of_geojson(text: &str, name: &str) -> Result<Area, AreaError> {
        if name.trim().is_empty() {
            return Err(AreaError::NoName);
        }
        let polygons = read_polygons(text)?;
        Ok(Area { parts: vec![Part { name: name.trim().to_owned(), zone: DRAWN.to_owned(), polygons }] })
    }

    /// Whether we send it: `home` is the box that the sender serves.
    ///
    /// # Errors
    /// Every reason against it.
    pub fn check(&self, gazetteer: &Gazetteer, home: Option<Bounds>) -> Result<(), AreaError> {
        let refusals = issue::refusals(&self.to_cap(), gazetteer, home, None);
        if refusals.is_empty() {
            return Ok(());
        }
        Err(AreaError::Refused(refusals))
    }

    /// What can be said against it without the table: every draft asks this.
    pub(crate) fn check_shape(&self) -> Result<(), AreaError> {
        if self.parts.is_empty() {
            return Err(AreaError::None);
        }
        let mut any_zone = gazetteer(&[]);
        for part in self.parts.iter().filter(|part| part.zone != DRAWN) {
            any_zone.insert(ZONE_SCHEME, &part.zone, Meaning::Everywhere);
        }
        self.check(&any_zone, None)
    }

    /// The names of its places.
    pub fn names(&self) -> Vec<String> {
        self.parts.iter().map(|part| part.name.clone()).collect()
    }

    /// The zones that the statement names.
    pub fn zones(&self) -> Vec<String> {
        self.parts.iter().map(|part| part.zone.clone()).collect()
    }

    /// The area as CAP has it: one for each part.
    pub fn to_cap(&self) -> Vec<CapArea> {
        let area = |part: &Part| CapArea {
            description: part.name.clone(),
            polygons: part.polygons.clone(),
            circles: Vec::new(),
            geocodes: vec![Pair { name: ZONE_SCHEME.to_owned(), value: part.zone.clone() }],
            altitude_milli_ft: None,
            ceiling_milli_ft: None,
        };
        self.parts.iter().map(area).collect()
    }
}

/// What zones and their codes stand for in a region: its table, all of it, what is drawn.
pub fn gazetteer(table: &[Zone]) -> Gazetteer {
    Gazetteer::of_zones(ZONE_SCHEME, table)
}

fn closed(mut ring: Vec<Place>) -> Vec<Place> {
    if ring.first() != ring.last() {
        ring.extend(ring.first().copied());
    }
    ring
}

/// Rings that lie in no other one: CAP has no holes, so that those are filled; preview counts whom
/// that adds.
fn outer_rings(rings: impl Iterator<Item = Vec<Place>>) -> Vec<Vec<Place>> {
    let rings: Vec<Vec<Place>> = rings.collect();
    let lies_in = |inner: &[Place], outer: &[Place]| {
        let ground = hinan_model::Area::new(vec![outer.to_vec()]);
        ground.is_some_and(|ground| inner.iter().all(|&place| ground.contains(place)))
    };
    let is_outer = |index: usize| {
        let others = rings.iter().enumerate().filter(|&(other, _)| other != index);
        !others.into_iter().any(|(_, outer)| lies_in(&rings[index], outer))
    };
    (0..rings.len()).filter(|&index| is_outer(index)).map(|index| rings[index].clone()).collect()
}

fn read_polygons(text: &str) -> Result<Vec<Vec<Place>>, AreaError> {
    let wrong = |what: &str| AreaError::Drawing(what.to_owned());
    if text.len() > MOST_BYTES {
        return Err(wrong("it is larger than 4 MB"));
    }
    let json: Value =
        serde_json::from_str(text).map_err(|error| wrong(&format!("it is no JSON: {error}")))?;
    let mut geometries = Vec::new();
    find_geometries(&json, &mut geometries);
    let mut polygons = Vec::new();
    for geometry in geometries {
        let coordinates = geometry.get("coordinates").and_then(Value::as_array);
        let coordinates = coordinates.ok_or_else(|| wrong("a geometry has no coordinates"))?;
        match geometry.get("type").and_then(Value::as_str) {
            Some("Polygon") => polygons.push(read_polygon(coordinates)?),
            Some("MultiPolygon") => {
                for polygon in coordinates {
                    let rings = polygon.as_array().ok_or_else(|| wrong("a polygon is no list of rings"))?;
                    polygons.push(read_polygon(rings)?);
                }
            }
            other => {
                let found = other.unwrap_or("nothing");
                return Err(wrong(&format!("only polygons are areas; found {found}")));
            }
        }
        let corners: usize = polygons.iter().map(Vec::len).sum();
        if corners > MOST_CORNERS || polygons.len() > MOST_POLYGONS {
            return Err(wrong("it has more than 1,000 polygons or 50,000 corners: simplify it"));
        }
    }
    if polygons.is_empty() { Err(wrong("it has no polygon")) } else { Ok(polygons) }
}

/// Geometries of a geometry, a feature or a collection of either.
fn find_geometries<'a>(json: &'a Value, found: &mut Vec<&'a Value>) {
    let members = |key: &str| json.get(key).and_then(Value::as_array).into_iter().flatten();
    match json.get("type").and_then(Value::as_str) {
        Some("FeatureCollection") => members("features").for_each(|feature| find_geometries(feature, found)),
        Some("GeometryCollection") => members("geometries").for_each(|one| find_geometries(one, found)),
        Some("Feature") => found.extend(json.get("geometry")),
        _ => found.push(json),
    }
}

fn read_polygon(rings: &[Value]) -> Result<Vec<Place>, AreaError> {
    let wrong = |what: &str| AreaError::Drawing(what.to_owned());
    let [ring] = rings else {
        let what = if rings.is_empty() {
            "a polygon has no ring"
        } else {
            "a polygon has a hole, and alerts have none"
        };
        return Err(wrong(what));
    };
    let corners = ring.as_array().ok_or_else(|| wrong("a ring is no list of places"))?;
    let places: Option<Vec<Place>> = corners.iter().map(read_place).collect();
    let places = places.ok_or_else(|| wrong("a corner is no pair of longitude and latitude"))?;
    let ring = closed(places);
    if ring.len() < 4 {
        return Err(wrong("a ring has fewer than three corners"));
    }
    Ok(ring)
}

fn read_place(corner: &Value) -> Option<Place> {
    let number = |index| corner.get(index).and_then(Value::as_f64);
    Place::from_degrees(number(1)?, number(0)?)
}
