//! JSON lists: arrays of objects, and GeoJSON.
//!
//! Only one element is taken apart at a time; the rest stays text, so that depth, size and number of
//! values cost no memory.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

use serde::de::{Deserializer as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::collect::{Collector, EntranceCells, Head, Row};
use crate::error::NotAList;
use crate::lists::{LISTS, described};
use crate::mapping::{Container, Field, Mapping, inner, is_at};
use crate::report::{Report, quoted};
use crate::table::names;
use crate::{MAX_CELL, MAX_COLUMNS, MAX_RECORD, MAX_ROWS};

/// Members of an object, in the order of the file, values as text.
type Members<'a> = Vec<(String, &'a RawValue)>;

/// How many elements are looked at to tell what a list is.
const LOOK_AT: usize = 100;
/// Properties that a feed does not have, told by name up to this many.
const MAX_STRANGE: usize = 100;
/// How deep geometries may hold geometries.
const MAX_GEOMETRY_DEPTH: usize = 4;

/// Reads a JSON list.
pub(crate) fn read(text: &str, report: Report) -> Result<Collector, NotAList> {
    let (container, head, elements) = match open(text, &report.file)? {
        Pieces::Elements(elements) => (Container::Json, Members::new(), elements),
        Pieces::Members(members) => {
            let elements = features(&members, &report.file)?;
            (Container::GeoJson, members, elements)
        }
    };
    if elements.len() as u64 > MAX_ROWS {
        return Err(NotAList::TooManyRows { file: report.file.clone(), limit: MAX_ROWS });
    }
    let mapping = recognise(container, &head, &elements, &report)?;
    let mut collector = Collector::new(mapping, feed_head(head), report)?;
    let mut strange = BTreeSet::new();
    for (index, element) in elements.into_iter().enumerate() {
        collector.count_row()?;
        let number = index as u64 + 1;
        match row(mapping, number, element, &mut strange, &mut collector.report) {
            Ok(row) => collector.add(&row),
            Err(reason) => collector.drop_row(number, None, &reason),
        }
    }
    Ok(collector)
}

/// The outermost layer of a JSON text.
enum Pieces<'a> {
    Elements(Vec<&'a RawValue>),
    Members(Members<'a>),
}

fn open<'a>(text: &'a str, file: &str) -> Result<Pieces<'a>, NotAList> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let pieces = reader.deserialize_any(Outermost).and_then(|pieces| reader.end().map(|()| pieces));
    pieces.map_err(|error| NotAList::BrokenJson {
        file: file.to_owned(),
        line: error.line(),
        column: error.column(),
        reason: without_place(&error),
    })
}

/// What serde_json says, without the line and column that it appends.
fn without_place(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}

struct Outermost;

impl<'a> Visitor<'a> for Outermost {
    type Value = Pieces<'a>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array or an object")
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = items.next_element()? {
            elements.push(element);
            if elements.len() as u64 > MAX_ROWS {
                // One too many tells the caller; the rest is only looked over.
                while items.next_element::<IgnoredAny>()?.is_some() {}
                break;
            }
        }
        Ok(Pieces::Elements(elements))
    }

    fn visit_map<A: MapAccess<'a>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut members = Members::new();
        while let Some(key) = items.next_key()? {
            if members.len() == MAX_COLUMNS {
                return Err(serde::de::Error::custom(format!(
                    "an object of more than {MAX_COLUMNS} members"
                )));
            }
            members.push((key, items.next_value()?));
        }
        Ok(Pieces::Members(members))
    }
}

/// The features of a collection, or what an object that is none says.
fn features<'a>(members: &Members<'a>, file: &str) -> Result<Vec<&'a RawValue>, NotAList> {
    let file = || file.to_owned();
    if let Some(features) = member(members, "features") {
        return match open(features.get(), &file())? {
            Pieces::Elements(elements) => Ok(elements),
            Pieces::Members(_) => Ok(Vec::new()),
        };
    }
    let says = |key: &str| member(members, key).map(message_of);
    let unavailable = says("type").is_some_and(|kind| kind == "unavailable");
    match says("message").or_else(|| says("error")) {
        Some(message) => Err(NotAList::Unavailable { file: file(), message }),
        None if unavailable => Err(NotAList::Unavailable { file: file(), message: "unavailable".to_owned() }),
        None => {
            let found = format!("one object with {}", names(members.iter().map(|(key, _)| key.as_str())));
            Err(NotAList::Unknown { file: file(), found, looked_for: described() })
        }
    }
}

/// The words of an answer: a text, or the `message` of an object.
fn message_of(value: &RawValue) -> String {
    let inner = members(value).ok().and_then(|members| member(&members, "message"));
    let text = scalar(inner.unwrap_or(value)).unwrap_or_else(|| Cow::Borrowed(value.get()));
    crate::cell::line(&text).chars().take(500).collect()
}

/// The first member called `key`.
fn member<'a>(members: &Members<'a>, key: &str) -> Option<&'a RawValue> {
    members.iter().find(|(k, _)| k == key).map(|(_, value)| *value)
}

/// The members of an object, or why it is none.
fn members(value: &RawValue) -> Result<Members<'_>, String> {
    if value.get().len() > MAX_RECORD {
        return Err(format!("an element of {} bytes, {MAX_RECORD} at most", value.get().len()));
    }
    let pieces = serde_json::Deserializer::from_str(value.get()).deserialize_any(Outermost);
    match pieces {
        Ok(Pieces::Members(members)) => Ok(members),
        Ok(Pieces::Elements(_)) => Err("an array where an object should be".to_owned()),
        Err(error) => Err(format!("not an object that can be read ({})", without_place(&error))),
    }
}

/// The elements of an array, or nothing.
fn elements(value: &RawValue) -> Vec<&RawValue> {
    let pieces = serde_json::Deserializer::from_str(value.get()).deserialize_any(Outermost);
    match pieces {
        Ok(Pieces::Elements(elements)) => elements,
        _ => Vec::new(),
    }
}

/// A value as the text of a cell: numbers verbatim, arrays of such joined with `;`. `None` for null,
/// objects, and text that is no Unicode.
fn scalar(value: &RawValue) -> Option<Cow<'_, str>> {
    let text = value.get();
    match text.bytes().next()? {
        b'"' => serde_json::from_str::<String>(text).ok().map(Cow::Owned),
        b't' => Some(Cow::Borrowed("yes")),
        b'f' => Some(Cow::Borrowed("no")),
        b'n' | b'{' => None,
        b'[' => {
            let words: Option<Vec<_>> = elements(value)
                .into_iter()
                .map(|element| if element.get().starts_with('[') { None } else { scalar(element) })
                .collect();
            words.map(|words| Cow::Owned(words.join(";")))
        }
        _ => Some(Cow::Borrowed(text)),
    }
}

/// The members of an element that stand for cells.
fn cells_of(container: Container, element: &RawValue) -> Result<Members<'_>, String> {
    let members = members(element)?;
    match container {
        Container::GeoJson => match member(&members, "properties") {
            Some(properties) if properties.get() != "null" => self::members(properties),
            _ => Ok(Members::new()),
        },
        Container::Csv | Container::Loose | Container::Json => Ok(members),
    }
}

/// The value at a path of members, `a.b`, inside of an object. The outermost name may hold a point.
fn value_at<'a>(members: &Members<'a>, path: &str) -> Option<&'a RawValue> {
    members.iter().find_map(|(name, value)| {
        if is_at(path, name) {
            return Some(*value);
        }
        let inside = inner(path, name)?;
        value_at(&self::members(value).ok()?, inside)
    })
}

/// The values at paths inside of the text of a cell, each as the text of a cell of its own. `None`
/// where the cell's object has no such member.
pub(crate) fn at<'p>(
    cell: &str,
    paths: impl Iterator<Item = &'p str>,
) -> Result<Vec<Option<String>>, String> {
    let value: &RawValue =
        serde_json::from_str(cell).map_err(|error| format!("not JSON ({})", without_place(&error)))?;
    let members = members(value)?;
    Ok(paths.map(|path| value_at(&members, path).and_then(scalar).map(Cow::into_owned)).collect())
}

/// Whether the text of a cell is an object that has something at a path.
pub(crate) fn holds(cell: &str, path: &str) -> bool {
    let value: Option<&RawValue> = serde_json::from_str(cell).ok();
    value.and_then(|value| members(value).ok()).is_some_and(|members| value_at(&members, path).is_some())
}

/// Which list this is.
fn recognise(
    container: Container,
    head: &Members,
    elements: &[&RawValue],
    report: &Report,
) -> Result<&'static Mapping, NotAList> {
    let file = || report.file.clone();
    let mut found = None;
    for element in elements.iter().take(LOOK_AT) {
        let Ok(cells) = cells_of(container, element) else { continue };
        let has = |name: &str| member(head, name).or_else(|| value_at(&cells, name)).is_some();
        let fits = |list: &&Mapping| list.container == container && list.fits(&has);
        if let Some(list) = LISTS.iter().copied().find(fits) {
            return Ok(list);
        }
        found.get_or_insert_with(|| {
            let what = if container == Container::GeoJson { "features with" } else { "elements with" };
            format!("{what} {}", names(cells.iter().map(|(key, _)| key.as_str())))
        });
    }
    let has = |name: &str| member(head, name).is_some();
    match LISTS.iter().copied().find(|list| list.container == container && list.fits(&has)) {
        // The head alone may tell, where no element can be read.
        Some(list) if container == Container::GeoJson => Ok(list),
        _ if elements.is_empty() => Err(NotAList::Empty { file: file() }),
        _ => {
            let found = found.unwrap_or_else(|| "no element that is an object".to_owned());
            Err(NotAList::Unknown { file: file(), found, looked_for: described() })
        }
    }
}

/// What a feed says of itself beside its features.
fn feed_head(members: Members) -> Head {
    const GEOJSON_OWN: [&str; 6] = ["type", "features", "bbox", "name", "crs", "title"];
    let own = |key: &str| GEOJSON_OWN.contains(&key);
    let mut head = Head::new();
    for (key, value) in members {
        if let Some(text) = scalar(value).filter(|text| !own(&key) && text.len() <= MAX_CELL) {
            head.entry(key).or_insert_with(|| text.into_owned());
        }
    }
    head
}

/// An element as the collector takes it, or why it cannot be a row. `strange` holds the properties
/// that were remarked on already.
fn row<'a>(
    mapping: &'static Mapping,
    number: u64,
    element: &'a RawValue,
    strange: &mut BTreeSet<String>,
    report: &mut Report,
) -> Result<Row<'a>, String> {
    let mut row = Row { number, ..Row::default() };
    let mut entrances = None;
    let mut read: BTreeSet<&'static str> = BTreeSet::new();
    for (key, value) in cells_of(mapping.container, element)? {
        let fields = mapping.fields(&key).map(|(path, field)| (*path, Some(value), *field));
        let is_object = value.get().starts_with('{');
        let object =
            if is_object && mapping.inside(&key).next().is_some() { members(value)? } else { Members::new() };
        let inside = mapping.inside(&key).map(|(path, rest, field)| (path, value_at(&object, rest), field));
        let told: Vec<_> = fields.chain(inside).collect();
        let Some((first, ..)) = told.first() else {
            // Said once, where it first comes up: it will be the same in every row.
            if mapping.feed
                && !key.starts_with("x_")
                && strange.len() < MAX_STRANGE
                && !strange.contains(&key)
            {
                let reason = format!("{} is not a property of the feed; ignored", quoted(&key));
                report.remark(Some(number), Some(&key), reason);
                strange.insert(key);
            }
            continue;
        };
        if read.contains(first) {
            report.remark(Some(number), Some(first), "stands twice; the first is read".to_owned());
            continue;
        }
        for (column, value, field) in told {
            read.insert(column);
            let Some(value) = value else { continue };
            if field == Field::Entrances {
                entrances = given_entrances(value).map_err(|reason| format!("entrances: {reason}"))?;
                continue;
            }
            match scalar(value) {
                Some(text) if text.len() > MAX_CELL => {
                    let size = text.len();
                    return Err(format!("the value of {column} has {size} bytes, {MAX_CELL} at most"));
                }
                Some(text) => row.push((column, field), text),
                None if value.get() == "null" => {}
                None => {
                    return Err(format!("the value of {column} is not a text, a number or a list of such"));
                }
            }
        }
    }
    if mapping.container == Container::GeoJson {
        feature(element, &mut row, entrances)?;
    }
    Ok(row)
}

/// What a feature says outside of its properties: an id and points. Entrances that its properties
/// give go before the points.
fn feature<'a>(
    element: &'a RawValue,
    row: &mut Row<'a>,
    entrances: Option<Vec<EntranceCells<'a>>>,
) -> Result<(), String> {
    let members = members(element)?;
    let has = |row: &Row, wanted| row.cells.iter().any(|(_, field, _)| *field == wanted);
    if !has(row, Field::Id)
        && let Some(id) = member(&members, "id").and_then(scalar)
    {
        row.push(("id", Field::Id), id);
    }
    let own = has(row, Field::Node) || has(row, Field::Lat);
    row.entrances = match entrances {
        Some(entrances) => Some(entrances),
        None if own => None,
        None => {
            let mut points = Vec::new();
            match member(&members, "geometry") {
                Some(geometry) if geometry.get() != "null" => collect_points(geometry, 0, &mut points)?,
                _ => return Err("there is no geometry, and no entrances, node or lat and lon".to_owned()),
            }
            Some(points)
        }
    };
    Ok(())
}

/// The points of a geometry as entrances.
fn collect_points<'a>(
    geometry: &'a RawValue,
    depth: usize,
    points: &mut Vec<EntranceCells<'a>>,
) -> Result<(), String> {
    if depth > MAX_GEOMETRY_DEPTH {
        return Err(format!("geometries within geometries, more than {MAX_GEOMETRY_DEPTH} deep"));
    }
    let members = members(geometry)?;
    let kind = member(&members, "type").and_then(scalar).unwrap_or_default();
    let coordinates = || member(&members, "coordinates").ok_or("a geometry without coordinates");
    match kind.as_ref() {
        "Point" => points.push(point(coordinates()?)?),
        "MultiPoint" => {
            for coordinates in elements(coordinates()?) {
                points.push(point(coordinates)?);
            }
        }
        "GeometryCollection" => {
            let inner = member(&members, "geometries").ok_or("a GeometryCollection without geometries")?;
            for geometry in elements(inner) {
                collect_points(geometry, depth + 1, points)?;
            }
        }
        other => {
            return Err(format!(
                "a geometry of type {} does not say where people get in: use points",
                quoted(other)
            ));
        }
    }
    Ok(())
}

/// A position of GeoJSON: longitude, latitude, and perhaps a height.
fn point(coordinates: &RawValue) -> Result<EntranceCells<'_>, String> {
    let numbers = elements(coordinates);
    let mut numbers = numbers.into_iter().map(scalar);
    let lon = numbers.next().flatten().ok_or("a point without numbers")?;
    let lat = numbers.next().flatten().ok_or("a point without a latitude")?;
    Ok(EntranceCells { lat: Some(lat), lon: Some(lon), ..EntranceCells::default() })
}

/// The property `entrances`: an array of objects.
fn given_entrances(value: &RawValue) -> Result<Option<Vec<EntranceCells<'_>>>, String> {
    if value.get() == "null" {
        return Ok(None);
    }
    if !value.get().starts_with('[') {
        return Err("not an array".to_owned());
    }
    let mut entrances = Vec::new();
    for element in elements(value) {
        let members = members(element)?;
        let get = |key| member(&members, key).and_then(scalar).filter(|text| !text.trim().is_empty());
        entrances.push(EntranceCells {
            lat: get("lat"),
            lon: get("lon"),
            node: get("node"),
            name: get("entrance"),
            start: get("start_ds"),
        });
    }
    Ok(Some(entrances))
}
