//! A layer as GeoJSON (RFC 7946): one feature a line. Notes are further members of the collection,
//! which the standard allows and every reader skips.

use std::io::{self, BufWriter, Write};

use hinan_model::Place;
use hinan_model::area::Ring;
use hinan_model::place::Degrees;
use serde_json::Value;

use crate::layer::{Geometries, Layer, Notes, Values};
use crate::rings::Polygon;
use crate::wkb::{closed, ground, line};

pub fn write(layer: &Layer, out: &mut dyn Write) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    out.write_all(head(layer).as_bytes())?;
    let names: Vec<String> = layer.columns.iter().map(|column| quoted(&column.name)).collect();
    let mut feature = String::new();
    for row in 0..layer.rows() {
        feature.clear();
        feature.push_str(if row == 0 { "\n" } else { ",\n" });
        push_feature(&mut feature, layer, &names, row);
        out.write_all(feature.as_bytes())?;
    }
    out.write_all(b"\n]}\n")?;
    out.flush()
}

fn head(layer: &Layer) -> String {
    let Notes { attribution, warnings, facts } = &layer.notes;
    let list = |lines: &[String]| Value::from(lines.to_vec()).to_string();
    let facts: Vec<String> =
        facts.iter().map(|(name, value)| format!("{}:{}", quoted(name), quoted(value))).collect();
    let bounds = layer.geometries.bounds().map_or(String::new(), |bounds| {
        format!("\"bbox\":[{},{}],", Position(bounds.min), Position(bounds.max))
    });
    format!(
        "{{\"type\":\"FeatureCollection\",\"name\":{},\"description\":{},\"attribution\":{},\"warnings\":{},\
         \"facts\":{{{}}},{bounds}\"features\":[",
        quoted(&layer.name),
        quoted(&layer.about),
        list(attribution),
        list(warnings),
        facts.join(","),
    )
}

fn push_feature(out: &mut String, layer: &Layer, names: &[String], row: usize) {
    out.push_str("{\"type\":\"Feature\",\"geometry\":");
    push_geometry(out, &layer.geometries, row);
    out.push_str(",\"properties\":{");
    for (index, (column, name)) in layer.columns.iter().zip(names).enumerate() {
        if index > 0 {
            out.push(',');
        }
        out.push_str(name);
        out.push(':');
        push_value(out, &column.values, row);
    }
    out.push_str("}}");
}

fn push_value(out: &mut String, values: &Values, row: usize) {
    const NULL: &str = "null";
    match values {
        Values::Text(values) => match &values[row] {
            Some(text) => out.push_str(&quoted(text)),
            None => out.push_str(NULL),
        },
        Values::Integer(values) => {
            out.push_str(&values[row].map_or(NULL.to_owned(), |value| value.to_string()))
        }
        // What is not finite becomes null.
        Values::Real(values) => out.push_str(&Value::from(values[row]).to_string()),
        Values::Boolean(values) => out.push_str(match values[row] {
            Some(true) => "true",
            Some(false) => "false",
            None => NULL,
        }),
    }
}

fn push_geometry(out: &mut String, geometries: &Geometries, row: usize) {
    let written = match geometries {
        Geometries::None(_) => None,
        Geometries::Points(places) => places[row].map(|place| ("Point", format!("[{}]", Position(place)))),
        Geometries::Lines(lines) => line(lines, row).map(|line| ("LineString", list(line.iter().copied()))),
        Geometries::Areas(areas) => ground(areas, row).map(|polygons| {
            let ring = |ring: &Ring| list(closed(ring));
            let polygon = |polygon: &Polygon| {
                format!("[{}]", polygon.rings.iter().map(ring).collect::<Vec<_>>().join(","))
            };
            let all: Vec<String> = polygons.iter().map(polygon).collect();
            ("MultiPolygon", format!("[{}]", all.join(",")))
        }),
    };
    match written {
        Some((kind, coordinates)) => {
            out.push_str(&format!("{{\"type\":\"{kind}\",\"coordinates\":{coordinates}}}"));
        }
        None => out.push_str("null"),
    }
}

fn list(places: impl Iterator<Item = Place>) -> String {
    let places: Vec<String> = places.map(|place| format!("[{}]", Position(place))).collect();
    format!("[{}]", places.join(","))
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// A place as numbers of JSON, longitude first.
struct Position(Place);

impl core::fmt::Display for Position {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{},{}", Degrees(self.0.lon_e7), Degrees(self.0.lat_e7))
    }
}
