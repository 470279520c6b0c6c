//! PROJ strings from strangers, reduced to what is understood.

use std::fmt::Write as _;

/// What a PROJ string says.
pub(crate) enum Meaning {
    /// Only a code: `+init=epsg:2039`.
    Code(u32),
    /// A projection and how its datum lies in WGS 84.
    Definition(String),
}

/// The longest string that is read, in bytes.
const MOST_BYTES: usize = 4096;
/// Parameters that say nothing about where a point lies.
const IDLE: &[&str] = &["no_defs", "type", "wktext", "vunits", "title"];
/// Parameters that are numbers, apart from those of the ellipsoid.
const NUMBERS: &[&str] = &[
    "lat_0", "lon_0", "lat_1", "lat_2", "lat_ts", "lonc", "alpha", "gamma", "k", "k_0", "x_0", "y_0", "zone",
    "to_meter", "h",
];
/// Projections that were compared with PROJ.
const PROJECTIONS: &[&str] = &[
    "longlat", "latlong", "utm", "tmerc", "etmerc", "merc", "lcc", "aea", "laea", "stere", "sterea",
    "somerc", "krovak", "moll", "cea", "eqc", "eqearth", "robin", "sinu", "cass", "poly", "mill", "eqdc",
    "omerc",
];
/// The ellipsoids of systems that are tied to WGS 84 within a metre or two, so that no shift means
/// none; on any other, no shift means that it is not known.
const MODERN: &[&str] = &["WGS84", "GRS80"];

/// Checks a PROJ string word by word and writes it anew.
pub(crate) fn checked(text: &str) -> Result<Meaning, String> {
    if text.len() > MOST_BYTES {
        return Err("its definition is too long".to_owned());
    }
    let mut definition = String::new();
    let (mut shift, mut ellipsoid, mut is_null_grid, mut has_shape) = (None, None, false, false);
    for word in text.split_ascii_whitespace() {
        let word = word.strip_prefix('+').unwrap_or(word);
        let (key, value) = word.split_once('=').unwrap_or((word, ""));
        match key {
            "init" => return code(value).map(Meaning::Code),
            "proj" if PROJECTIONS.contains(&value) => push(&mut definition, key, value),
            "proj" => return Err(format!("the projection '{value}' is not supported")),
            "datum" if value == "WGS84" => (ellipsoid, shift) = (Some("WGS84"), Some("0,0,0")),
            "datum" if value == "NAD83" => (ellipsoid, shift) = (Some("GRS80"), Some("0,0,0")),
            "datum" => return Err(format!("the datum '{value}' has no one shift to WGS 84")),
            "ellps" => ellipsoid = Some(value),
            "a" | "b" | "rf" | "R" => {
                let metres = number(key, value)?;
                if !(1e2..1e8).contains(&metres) {
                    return Err(format!("the ellipsoid's '{key}' is no size of the Earth"));
                }
                has_shape = true;
                push(&mut definition, key, value);
            }
            "towgs84" => shift = Some(shift_of(value)?),
            "nadgrids" if value == "@null" => is_null_grid = true,
            "nadgrids" | "geoidgrids" => return Err("it needs a grid of corrections".to_owned()),
            "units" if value.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') => {
                push(&mut definition, key, value)
            }
            "pm" if value.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c)) => {
                push(&mut definition, key, value)
            }
            "south" => definition.push_str("+south "),
            "axis" if value == "enu" => {}
            _ if IDLE.contains(&key) => {}
            _ if NUMBERS.contains(&key) => {
                number(key, value)?;
                push(&mut definition, key, value);
            }
            _ => return Err(format!("the parameter '{key}' is not supported")),
        }
    }
    if let Some(ellipsoid) = ellipsoid {
        if !ellipsoid.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
            return Err("its ellipsoid has no readable name".to_owned());
        }
        push(&mut definition, "ellps", ellipsoid);
    }
    match (shift, ellipsoid) {
        // Web Mercator: the numbers are taken as they are.
        _ if is_null_grid => {}
        (Some(shift), _) => push(&mut definition, "towgs84", shift),
        (None, Some(ellipsoid)) if MODERN.contains(&ellipsoid) => push(&mut definition, "towgs84", "0,0,0"),
        // PROJ's own default.
        (None, None) if !has_shape => definition.push_str("+ellps=WGS84 +towgs84=0,0,0"),
        _ => return Err("it does not say how its datum lies in WGS 84".to_owned()),
    }
    Ok(Meaning::Definition(definition))
}

fn push(definition: &mut String, key: &str, value: &str) {
    // Writing to a string cannot fail.
    let _ = write!(definition, "+{key}={value} ");
}

fn code(value: &str) -> Result<u32, String> {
    let code = value.rsplit(':').next().and_then(|code| code.parse().ok());
    code.filter(|_| value.to_ascii_lowercase().starts_with("epsg"))
        .ok_or_else(|| format!("'{value}' is no code of EPSG"))
}

fn number(key: &str, value: &str) -> Result<f64, String> {
    let number: Option<f64> = value.parse().ok();
    number.filter(|n| n.abs() < 1e9).ok_or_else(|| format!("'{key}' is no number of use"))
}

/// Three or seven numbers, small enough to be a datum on Earth.
fn shift_of(value: &str) -> Result<&str, String> {
    let numbers = value.split(',').map(|part| part.parse::<f64>().ok().filter(|n| n.abs() < 5000.0));
    let is_whole = matches!(numbers.clone().count(), 3 | 7) && numbers.into_iter().all(|n| n.is_some());
    is_whole.then_some(value).ok_or_else(|| "its shift to WGS 84 is not three or seven numbers".to_owned())
}
