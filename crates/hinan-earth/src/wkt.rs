//! Well-known text of coordinate systems, version 1 (also ESRI's) and 2, as far as points need it.

use std::fmt::Write as _;

/// What a text says.
pub(crate) enum Meaning {
    /// It names a system that is in the table.
    Code(String, u32),
    /// It spells the system out.
    Definition { name: String, proj: String },
}

/// The longest text that is read, in bytes.
const MOST_BYTES: usize = 64 << 10;
/// How deep brackets may lie in each other.
const DEEPEST: usize = 16;

/// One `WORD[...]`.
#[derive(Debug, Default)]
struct Node {
    word: String,
    texts: Vec<String>,
    numbers: Vec<f64>,
    nodes: Vec<Node>,
}

/// Reads a text: the code of its outermost system where that is in the table, else its parameters.
pub(crate) fn read(text: &str) -> Result<Meaning, String> {
    if text.len() > MOST_BYTES {
        return Err("its definition is too long".to_owned());
    }
    let root = Reader { rest: text }.node(0)?;
    let system = match root.word.as_str() {
        // With heights: the first system is that of the plane.
        "COMPD_CS" | "COMPOUNDCRS" => root.nodes.iter().find(|node| is_system(node)),
        _ => Some(&root),
    };
    let system = system.filter(|node| is_system(node)).ok_or("it is neither in degrees nor projected")?;
    match authority(system) {
        Some((name, code)) if crate::epsg::find(&name, code).is_some() => Ok(Meaning::Code(name, code)),
        _ => definition(system),
    }
}

fn is_system(node: &Node) -> bool {
    is_projected(node) || is_degrees(node)
}

fn is_projected(node: &Node) -> bool {
    matches!(node.word.as_str(), "PROJCS" | "PROJCRS" | "PROJECTEDCRS")
}

fn is_degrees(node: &Node) -> bool {
    matches!(
        node.word.as_str(),
        "GEOGCS" | "GEOGCRS" | "GEOGRAPHICCRS" | "GEODCRS" | "GEODETICCRS" | "BASEGEOGCRS" | "BASEGEODCRS"
    )
}

fn authority(node: &Node) -> Option<(String, u32)> {
    let entry = node.nodes.iter().find(|inner| matches!(inner.word.as_str(), "AUTHORITY" | "ID"))?;
    let name = entry.texts.first()?.to_ascii_uppercase();
    let code = match entry.texts.get(1) {
        Some(code) => code.parse().ok()?,
        None => entry.numbers.first().copied().filter(|n| (1.0..1e9).contains(n))? as u32,
    };
    Some((name, code))
}

fn definition(system: &Node) -> Result<Meaning, String> {
    let name = system.texts.first().cloned().unwrap_or_default();
    let base = if is_projected(system) {
        system
            .nodes
            .iter()
            .find(|node| is_degrees(node))
            .ok_or("it does not say what it is projected from")?
    } else {
        system
    };
    let mut proj = if is_projected(system) { projection(system)? } else { "+proj=longlat ".to_owned() };
    if proj.contains("@null") {
        return Ok(Meaning::Definition { name, proj });
    }
    proj += &datum(base)?;
    Ok(Meaning::Definition { name, proj })
}

/// The ellipsoid, the shift and the prime meridian.
fn datum(base: &Node) -> Result<String, String> {
    let datum = base
        .nodes
        .iter()
        .find(|node| matches!(node.word.as_str(), "DATUM" | "GEODETICDATUM" | "TRF" | "ENSEMBLE"))
        .ok_or("it has no datum")?;
    let spheroid = datum
        .nodes
        .iter()
        .find(|node| matches!(node.word.as_str(), "SPHEROID" | "ELLIPSOID"))
        .ok_or("it has no ellipsoid")?;
    let &[a, inverse, ..] = spheroid.numbers.as_slice() else {
        return Err("its ellipsoid has no size".to_owned());
    };
    // Within a hair of each other, and of all that is tied to satellites.
    let is_modern = (a - 6_378_137.0).abs() < 1e-3 && (inverse - 298.257_222).abs() < 1e-4 * 15.0;
    let shift = datum.nodes.iter().find(|node| node.word == "TOWGS84").map(|node| node.numbers.as_slice());
    let mut text = match shift {
        Some(numbers) => {
            let list: Vec<String> = numbers.iter().map(f64::to_string).collect();
            format!("+a={a} +rf={inverse} +towgs84={} ", list.join(","))
        }
        None if is_modern => "+ellps=GRS80 +towgs84=0,0,0 ".to_owned(),
        None => return Err("it does not say how its datum lies in WGS 84".to_owned()),
    };
    let meridian = base.nodes.iter().find(|node| node.word == "PRIMEM").and_then(|node| node.numbers.first());
    if let Some(degrees) = meridian.filter(|degrees| **degrees != 0.0) {
        let _ = write!(text, "+pm={degrees} ");
    }
    let unit = base.nodes.iter().find(|node| matches!(node.word.as_str(), "UNIT" | "ANGLEUNIT"));
    if unit.and_then(|node| node.numbers.first()).is_some_and(|size| (size - 0.017_453_292_5).abs() > 1e-9) {
        return Err("its angles are not in degrees".to_owned());
    }
    Ok(text)
}

/// Projections by the names they go under, letters only, and what the first standard parallel is called.
const METHODS: &[(&str, &str, &str)] = &[
    ("transversemercator", "tmerc", "lat_1"),
    ("gausskruger", "tmerc", "lat_1"),
    ("mercator", "merc", "lat_ts"),
    ("mercator1sp", "merc", "lat_ts"),
    ("mercator2sp", "merc", "lat_ts"),
    ("mercatorvarianta", "merc", "lat_ts"),
    ("mercatorvariantb", "merc", "lat_ts"),
    ("lambertconformalconic", "lcc", "lat_1"),
    ("lambertconformalconic1sp", "lcc", "lat_1"),
    ("lambertconformalconic2sp", "lcc", "lat_1"),
    ("lambertconicconformal1sp", "lcc", "lat_1"),
    ("lambertconicconformal2sp", "lcc", "lat_1"),
    ("albers", "aea", "lat_1"),
    ("albersconicequalarea", "aea", "lat_1"),
    ("albersequalarea", "aea", "lat_1"),
    ("lambertazimuthalequalarea", "laea", "lat_1"),
    ("mollweide", "moll", "lat_1"),
    ("cylindricalequalarea", "cea", "lat_ts"),
    ("lambertcylindricalequalarea", "cea", "lat_ts"),
    ("sinusoidal", "sinu", "lat_1"),
    ("equalearth", "eqearth", "lat_1"),
];
/// Mercator on a ball from degrees on WGS 84.
const WEB_MERCATOR: &[&str] = &["mercatorauxiliarysphere", "popularvisualisationpseudomercator"];

fn projection(system: &Node) -> Result<String, String> {
    let conversion = system.nodes.iter().find(|node| node.word == "CONVERSION").unwrap_or(system);
    let method = conversion.nodes.iter().find(|node| matches!(node.word.as_str(), "PROJECTION" | "METHOD"));
    let method = method.and_then(|node| node.texts.first()).ok_or("it does not say how it is projected")?;
    let plain = letters(method);
    if WEB_MERCATOR.contains(&plain.as_str()) {
        return Ok("+proj=merc +a=6378137 +b=6378137 +nadgrids=@null ".to_owned());
    }
    let (_, proj, parallel) = METHODS
        .iter()
        .find(|(name, ..)| *name == plain)
        .ok_or_else(|| format!("its projection '{method}' is only known by code"))?;
    let unit = system.nodes.iter().find(|node| matches!(node.word.as_str(), "UNIT" | "LENGTHUNIT"));
    let metres = unit.and_then(|node| node.numbers.first()).copied().unwrap_or(1.0);
    let mut text = format!("+proj={proj} +to_meter={metres} ");
    for parameter in conversion.nodes.iter().filter(|node| node.word == "PARAMETER") {
        let (Some(name), Some(value)) = (parameter.texts.first(), parameter.numbers.first()) else {
            return Err("one of its parameters has no value".to_owned());
        };
        let (key, scale) = parameter_of(&letters(name), parallel)
            .ok_or_else(|| format!("its parameter '{name}' is not supported"))?;
        let _ = write!(text, "+{key}={} ", if scale { value * metres } else { *value });
    }
    // With one parallel the origin lies on it.
    if *proj == "lcc" && !text.contains("+lat_1=") {
        let origin = text.split(' ').find_map(|word| word.strip_prefix("+lat_0=")).map(str::to_owned);
        let _ = write!(text, "+lat_1={} ", origin.ok_or("it has no standard parallel")?);
    }
    Ok(text)
}

/// PROJ's name of a parameter, and whether it is a length in the system's units.
fn parameter_of<'a>(name: &str, parallel: &'a str) -> Option<(&'a str, bool)> {
    Some(match name {
        "latitudeoforigin" | "latitudeofnaturalorigin" | "latitudeofcenter" | "latitudeoffalseorigin" => {
            ("lat_0", false)
        }
        "centralmeridian"
        | "longitudeofcenter"
        | "longitudeofnaturalorigin"
        | "longitudeoffalseorigin"
        | "longitudeoforigin" => ("lon_0", false),
        "standardparallel1" | "latitudeof1ststandardparallel" | "latitudeofstandardparallel" => {
            (parallel, false)
        }
        "standardparallel2" | "latitudeof2ndstandardparallel" => ("lat_2", false),
        "scalefactor" | "scalefactoratnaturalorigin" => ("k_0", false),
        "falseeasting" | "eastingatfalseorigin" => ("x_0", true),
        "falsenorthing" | "northingatfalseorigin" => ("y_0", true),
        _ => return None,
    })
}

fn letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// Reads from the front of a text.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    /// `WORD[...]` or `WORD(...)`.
    fn node(&mut self, depth: usize) -> Result<Node, String> {
        if depth > DEEPEST {
            return Err("its brackets lie too deep".to_owned());
        }
        let word = self.word();
        if !self.take(&['[', '(']) {
            // A bare word, such as the direction of an axis.
            return Ok(Node { word, ..Node::default() });
        }
        let mut node = Node { word, ..Node::default() };
        while !self.take(&[']', ')']) {
            self.rest = self.rest.trim_start();
            match self.rest.chars().next() {
                None => return Err("its brackets do not close".to_owned()),
                Some(',') => self.rest = &self.rest[1..],
                Some('"') => node.texts.push(self.quoted()?),
                Some(c) if c.is_ascii_digit() || "+-.".contains(c) => node.numbers.push(self.number()?),
                Some(c) if c.is_ascii_alphabetic() => node.nodes.push(self.node(depth + 1)?),
                Some(c) => return Err(format!("'{c}' has no meaning in it")),
            }
        }
        Ok(node)
    }

    fn word(&mut self) -> String {
        let rest = self.rest.trim_start();
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        self.rest = &rest[end..];
        rest[..end].to_ascii_uppercase()
    }

    fn take(&mut self, any: &[char]) -> bool {
        let rest = self.rest.trim_start();
        let Some(after) = rest.strip_prefix(any) else { return false };
        self.rest = after;
        true
    }

    /// A text in quotes; a doubled quote is one of its own.
    fn quoted(&mut self) -> Result<String, String> {
        let mut text = String::new();
        let mut rest = &self.rest[1..];
        loop {
            let end = rest.find('"').ok_or("a quote in it does not close")?;
            text.push_str(&rest[..end]);
            rest = &rest[end + 1..];
            match rest.strip_prefix('"') {
                Some(after) => {
                    text.push('"');
                    rest = after;
                }
                None => break,
            }
        }
        self.rest = rest;
        Ok(text)
    }

    fn number(&mut self) -> Result<f64, String> {
        let end =
            self.rest.find(|c: char| !c.is_ascii_digit() && !"+-.eE".contains(c)).unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        text.parse().ok().filter(|n: &f64| n.is_finite()).ok_or_else(|| format!("'{text}' is no number"))
    }
}
