//! JSON: GeoJSON, and arrays of objects.
//!
//! One element is taken apart at a time; the rest stays text, so that depth, size and number of values
//! cost no memory.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use hinan_earth::Crs;
use serde::Deserialize;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::error::NotALayer;
use crate::geometry::{Ground, Raw, RawRing};
use crate::layer::{Columns, Placing, Row, Rows, placed, placing, system};
use crate::report::names;
use crate::{MAX_COLUMNS, MAX_ELEMENT, MAX_ROWS};

/// Members of an object by name, values as text. Of two with one name the later counts.
#[derive(Default)]
pub(crate) struct Members<'a>(BTreeMap<String, &'a RawValue>);

impl<'a> Members<'a> {
    pub(crate) fn get(&self, name: &str) -> Option<&'a RawValue> {
        self.0.get(name).copied()
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Members<'a>, D::Error> {
        let InOrder(members) = InOrder::<MAX_COLUMNS>::deserialize(deserializer)?;
        Ok(Members(members.into_iter().collect()))
    }
}

/// The members of an object in the order of the file, no more than `MOST`.
pub(crate) struct InOrder<'a, const MOST: usize>(pub(crate) Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a, const MOST: usize> Deserialize<'de> for InOrder<'a, MOST> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<InOrder<'a, MOST>, D::Error> {
        deserializer.deserialize_map(Pieces::<MOST>).map(InOrder)
    }
}

/// The elements of an array, no more than rows may be.
pub(crate) struct Elements<'a>(pub(crate) Vec<&'a RawValue>);

impl<'de: 'a, 'a> Deserialize<'de> for Elements<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Elements<'a>, D::Error> {
        let pieces = deserializer.deserialize_seq(Pieces::<{ MAX_ROWS as usize }>)?;
        Ok(Elements(pieces.into_iter().map(|(_, element)| element).collect()))
    }
}

/// Takes an array or an object apart, into no more than `MOST` pieces.
struct Pieces<const MOST: usize>;

impl<const MOST: usize> Pieces<MOST> {
    fn too_many<E: serde::de::Error>() -> E {
        E::custom(format!("more than {MOST} members"))
    }
}

impl<'de, const MOST: usize> Visitor<'de> for Pieces<MOST> {
    type Value = Vec<(String, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array or an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut pieces = Vec::new();
        while let Some(piece) = items.next_entry()? {
            if pieces.len() == MOST {
                return Err(Self::too_many());
            }
            pieces.push(piece);
        }
        Ok(pieces)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut pieces = Vec::new();
        while let Some(element) = items.next_element()? {
            if pieces.len() == MOST {
                return Err(Self::too_many());
            }
            pieces.push((String::new(), element));
        }
        Ok(pieces)
    }
}

/// How many elements are looked at to learn their properties.
const LOOK_AT: usize = 100;
/// How deep geometries may hold geometries.
const DEEPEST: usize = 4;
/// What a whole outline in the file may be off the one that a mesh code gives, in 1e-7 degree: five
/// decimals are often all that is written.
const OUTLINE_E7: u32 = 150;

#[derive(Deserialize)]
struct Object<'a> {
    #[serde(rename = "type", borrow, default)]
    kind: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    features: Option<Elements<'a>>,
    #[serde(borrow, default)]
    crs: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct FeatureText<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    #[serde(borrow, default)]
    geometry: Option<&'a RawValue>,
    #[serde(borrow, default)]
    properties: Option<Members<'a>>,
}

#[derive(Deserialize)]
struct Geometry<'a> {
    #[serde(rename = "type", borrow)]
    kind: Cow<'a, str>,
    #[serde(borrow, default)]
    coordinates: Option<&'a RawValue>,
    #[serde(borrow, default)]
    geometries: Option<Elements<'a>>,
}

/// A position: two numbers, and heights that are not needed.
struct Position([f64; 2]);

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Position, D::Error> {
        let numbers = Vec::<f64>::deserialize(deserializer)?;
        match numbers.as_slice() {
            [x, y, ..] => Ok(Position([*x, *y])),
            _ => Err(serde::de::Error::custom("a position of fewer than two numbers")),
        }
    }
}

/// Reads GeoJSON or an array of objects.
pub(crate) fn read(text: &str, rows: &mut Rows) -> Result<&'static str, NotALayer> {
    if text.trim_start().starts_with('[') {
        let Elements(elements) = parse(text).map_err(|what| rows.unusable(what))?;
        return array(&elements, rows);
    }
    let object: Object = parse(text).map_err(|what| rows.unusable(what))?;
    let crs = named_system(object.crs).map(|stated| stated.or_else(|| rows.wanted.crs.clone()));
    let crs = crs.map_err(|what| rows.unusable(what))?.unwrap_or(Crs::WGS84);
    match (object.features, object.kind.as_deref()) {
        (Some(Elements(features)), _) => collection(&features, &crs, rows),
        (None, Some("Feature")) => {
            let feature: &RawValue = parse(text).map_err(|what| rows.unusable(what))?;
            collection(&[feature], &crs, rows)
        }
        (None, Some("Polygon" | "MultiPolygon" | "Point" | "GeometryCollection")) => {
            let chosen = rows.choose(&Columns::default())?;
            let geometry: &RawValue = parse(text).map_err(|what| rows.unusable(what))?;
            rows.push(Row { number: 1, ground: ground(geometry, &crs), values: vec![None; chosen.len()] })?;
            Ok("geojson")
        }
        _ => Err(rows.unusable("is a JSON object, but no GeoJSON: FeatureCollection, Feature, Polygon or MultiPolygon are looked for")),
    }
}

/// Parses, or says where it broke.
pub(crate) fn parse<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, String> {
    serde_json::from_str(text).map_err(|error| {
        let said = error.to_string();
        let what = said.split(" at line ").next().unwrap_or_default();
        format!("is broken JSON at line {}, column {}: {what}", error.line(), error.column())
    })
}

/// The older way to name a system in GeoJSON: `"crs": {"properties": {"name": "EPSG:2039"}}`.
fn named_system(crs: Option<&RawValue>) -> Result<Option<Crs>, String> {
    #[derive(Deserialize)]
    struct Named {
        properties: Properties,
    }
    #[derive(Deserialize)]
    struct Properties {
        name: String,
    }
    let Some(crs) = crs.filter(|crs| crs.get() != "null") else { return Ok(None) };
    let named: Named = serde_json::from_str(crs.get())
        .map_err(|error| format!("names its coordinate system in a way that is not understood ({error})"))?;
    Crs::read(&named.properties.name).map(Some).map_err(|error| error.to_string())
}

fn collection(features: &[&RawValue], crs: &Crs, rows: &mut Rows) -> Result<&'static str, NotALayer> {
    let looked_at: Vec<FeatureText> =
        features.iter().take(LOOK_AT).filter_map(|text| feature(text).ok()).collect();
    let mut columns = Columns::default();
    let mut seen = BTreeSet::new();
    for name in looked_at.iter().flat_map(|feature| &feature.properties).flat_map(Members::names) {
        if columns.names.len() < MAX_COLUMNS && seen.insert(name) {
            columns.names.push(name.to_owned());
        }
    }
    // A feature's own id, unless a property has that name.
    let has_id = looked_at.iter().any(|feature| feature.id.is_some())
        && !columns.names.iter().any(|name| name == "id");
    if has_id {
        columns.names.push("id".to_owned());
    }
    let chosen = rows.choose(&columns)?;
    for (number, text) in (1..).zip(features) {
        let row = match feature(text) {
            Ok(feature) => {
                let values = chosen.iter().map(|at| {
                    let name = columns.names[*at].as_str();
                    let property = feature.properties.as_ref().and_then(|properties| properties.get(name));
                    scalar(property.or(feature.id.filter(|_| has_id && name == "id"))?)
                });
                let values = values.collect();
                let ground = feature.geometry.map_or(Ok(None), |geometry| ground(geometry, crs));
                Row { number, ground, values }
            }
            Err(what) => Row { number, ground: Err(what), values: vec![None; chosen.len()] },
        };
        rows.push(row)?;
    }
    Ok("geojson")
}

fn feature(text: &RawValue) -> Result<FeatureText<'_>, String> {
    if text.get().len() > MAX_ELEMENT {
        return Err(format!("an element of {} bytes, {MAX_ELEMENT} at most", text.get().len()));
    }
    serde_json::from_str(text.get()).map_err(|error| format!("it is no feature ({error})"))
}

/// A value as text; `None` for null, objects and arrays.
pub(crate) fn scalar(value: &RawValue) -> Option<String> {
    match value.get().bytes().next()? {
        b'"' => serde_json::from_str(value.get()).ok(),
        b'n' | b'{' | b'[' => None,
        _ => Some(value.get().to_owned()),
    }
}

/// The ground of a geometry; `None` for null.
pub(crate) fn ground(geometry: &RawValue, crs: &Crs) -> Result<Option<Ground>, String> {
    if geometry.get() == "null" {
        return Ok(None);
    }
    let mut points = Vec::new();
    let mut polygons = Vec::new();
    collect(geometry, &mut points, &mut polygons, 0)?;
    let raw = match (points.as_slice(), polygons.is_empty()) {
        ([], true) => return Ok(None),
        ([], false) => Raw::Polygons(polygons),
        ([point], true) => Raw::Point(*point),
        _ => return Err("it has several points; one point or an outline is needed".to_owned()),
    };
    raw.ground(crs).map(Some)
}

fn collect(
    text: &RawValue,
    points: &mut Vec<[f64; 2]>,
    polygons: &mut Vec<Vec<RawRing>>,
    depth: usize,
) -> Result<(), String> {
    if depth > DEEPEST {
        return Err("its geometries lie too deep in each other".to_owned());
    }
    let broken = |error: serde_json::Error| format!("its geometry cannot be read ({error})");
    let geometry: Geometry = serde_json::from_str(text.get()).map_err(broken)?;
    for inner in geometry.geometries.iter().flat_map(|elements| &elements.0) {
        collect(inner, points, polygons, depth + 1)?;
    }
    let Some(coordinates) = geometry.coordinates.map(RawValue::get) else {
        return if geometry.geometries.is_some() {
            Ok(())
        } else {
            Err("its geometry has no coordinates".to_owned())
        };
    };
    match geometry.kind.as_ref() {
        // An empty geometry is written as an empty array.
        _ if coordinates.trim_matches(['[', ']', ' ']).is_empty() => {}
        "Point" => points.push(serde_json::from_str::<Position>(coordinates).map_err(broken)?.0),
        "MultiPoint" => points.extend(
            serde_json::from_str::<Vec<Position>>(coordinates).map_err(broken)?.into_iter().map(|p| p.0),
        ),
        "Polygon" => polygons.push(rings(serde_json::from_str(coordinates).map_err(broken)?)),
        "MultiPolygon" => {
            let many: Vec<Vec<Vec<Position>>> = serde_json::from_str(coordinates).map_err(broken)?;
            polygons.extend(many.into_iter().map(rings));
        }
        "LineString" | "MultiLineString" => {
            return Err("it is a line; a point or an outline is needed".to_owned());
        }
        other => return Err(format!("its geometry is of the unknown kind {}", crate::report::quoted(other))),
    }
    Ok(())
}

fn rings(rings: Vec<Vec<Position>>) -> Vec<RawRing> {
    rings.into_iter().map(|ring| ring.into_iter().map(|position| position.0).collect()).collect()
}

/// An array of objects, placed as the rows of a table are.
fn array(elements: &[&RawValue], rows: &mut Rows) -> Result<&'static str, NotALayer> {
    let first = elements.iter().take(LOOK_AT).find_map(|element| members(element).ok());
    let Some(first) = first else { return Err(rows.unusable("is a JSON array, but not of objects")) };
    let mut columns = Columns { names: first.names().map(str::to_owned).collect(), ..Columns::default() };
    let value_of = |members: &Members, at: usize| {
        let name = columns.names.get(at)?.as_str();
        members.get(name).and_then(scalar)
    };
    let Some(found) = placing(&columns, &|at| value_of(&first, at)) else {
        let list = names(columns.names.iter().map(String::as_str));
        return Err(rows.unusable(format!("does not say where its elements are: they have {list}, and latitude and longitude, a mesh code or an H3 cell are looked for")));
    };
    let crs = system(&columns, found, rows.wanted).map_err(|what| rows.unusable(what))?;
    columns.is_mesh = matches!(found, Placing::Mesh(_));
    let chosen = rows.choose(&columns)?;
    for (number, element) in (1..).zip(elements) {
        let row = match members(element) {
            Ok(members) => {
                let value = |at: usize| members.get(columns.names[at].as_str()).and_then(scalar);
                let ground = placed(found, &crs, &columns, &value);
                if let (Ok(Some(ground)), Some(outline)) = (&ground, members.get("coordinates"))
                    && !agrees(ground, outline)
                {
                    let reason = "its outline is not that of its mesh code; the code is taken".to_owned();
                    rows.report.remark(Some(number), Some("coordinates"), reason);
                }
                Row { number, ground, values: chosen.iter().map(|at| value(*at)).collect() }
            }
            Err(what) => Row { number, ground: Err(what), values: vec![None; chosen.len()] },
        };
        rows.push(row)?;
    }
    Ok(if columns.is_mesh { "mesh-json" } else { "json" })
}

pub(crate) fn members(element: &RawValue) -> Result<Members<'_>, String> {
    if element.get().len() > MAX_ELEMENT {
        return Err(format!("an element of {} bytes, {MAX_ELEMENT} at most", element.get().len()));
    }
    serde_json::from_str(element.get()).map_err(|error| format!("it is no object ({error})"))
}

/// Whether an outline is that of the box of a mesh code.
fn agrees(ground: &Ground, outline: &RawValue) -> bool {
    let Ground::Box(bounds) = ground else { return true };
    let Ok(ring) = serde_json::from_str::<Vec<Position>>(outline.get()) else { return false };
    let places: Option<Vec<_>> = ring.iter().map(|p| Crs::WGS84.to_place(p.0[0], p.0[1])).collect();
    let Some(own) = places.and_then(hinan_model::Bounds::around) else { return false };
    let near = |a: i32, b: i32| a.abs_diff(b) <= OUTLINE_E7;
    near(own.min.lat_e7, bounds.min.lat_e7)
        && near(own.min.lon_e7, bounds.min.lon_e7)
        && near(own.max.lat_e7, bounds.max.lat_e7)
        && near(own.max.lon_e7, bounds.max.lon_e7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_geometries_are_none() {
        for text in [
            r#"{"type":"Polygon","coordinates":[]}"#,
            r#"{"type":"GeometryCollection","geometries":[]}"#,
            "null",
        ] {
            let raw: &RawValue = serde_json::from_str(text).unwrap();
            assert_eq!(ground(raw, &Crs::WGS84), Ok(None), "{text}");
        }
    }
}
