//! A layer as a table of text (RFC 4180, lines end with a line feed).

use std::io::{self, BufWriter, Write};

use hinan_model::place::Degrees;

use crate::layer::{Geometries, Layer, Values};
use crate::wkb;

pub fn write(layer: &Layer, out: &mut dyn Write) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    let mut line = String::new();
    for column in &layer.columns {
        push_text(&mut line, &column.name);
        line.push(',');
    }
    line.push_str(match layer.geometries {
        Geometries::None(_) => "",
        Geometries::Points(_) => "lat,lon,",
        Geometries::Lines(_) | Geometries::Areas(_) => "wkt,",
    });
    end(&mut line);
    out.write_all(line.as_bytes())?;
    for row in 0..layer.rows() {
        line.clear();
        for column in &layer.columns {
            push_value(&mut line, &column.values, row);
            line.push(',');
        }
        push_geometry(&mut line, &layer.geometries, row);
        end(&mut line);
        out.write_all(line.as_bytes())?;
    }
    out.flush()
}

/// Every cell ends with a comma; the last one becomes the end of the line.
fn end(line: &mut String) {
    line.pop();
    line.push('\n');
}

fn push_value(line: &mut String, values: &Values, row: usize) {
    match values {
        Values::Text(values) => push_text(line, values[row].as_deref().unwrap_or_default()),
        Values::Integer(values) => push_some(line, values[row]),
        Values::Real(values) => push_some(line, values[row].filter(|value| value.is_finite())),
        Values::Boolean(values) => push_some(line, values[row]),
    }
}

fn push_some(line: &mut String, value: Option<impl ToString>) {
    if let Some(value) = value {
        line.push_str(&value.to_string());
    }
}

fn push_text(line: &mut String, text: &str) {
    if text.contains([',', '"', '\n', '\r']) || text.starts_with(' ') || text.ends_with(' ') {
        line.push('"');
        line.push_str(&text.replace('"', "\"\""));
        line.push('"');
    } else {
        line.push_str(text);
    }
}

fn push_geometry(line: &mut String, geometries: &Geometries, row: usize) {
    match geometries {
        Geometries::None(_) => {}
        Geometries::Points(places) => match places[row] {
            Some(place) => line.push_str(&format!("{},{},", Degrees(place.lat_e7), Degrees(place.lon_e7))),
            None => line.push_str(",,"),
        },
        Geometries::Lines(_) | Geometries::Areas(_) => {
            push_text(line, &wkb::text(geometries, row).unwrap_or_default());
            line.push(',');
        }
    }
}
