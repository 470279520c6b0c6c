//! Coordinate systems, to the centimetre or not at all.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, LazyLock};

use hinan_model::Place;
use proj4rs::Proj;
use proj4rs::transform::transform;

use crate::{epsg, proj_text, wkt};

/// A coordinate system that numbers in files may be in.
///
/// A system is accepted only where this crate agrees with PROJ to 1 cm: the codes of `epsg.txt`, each
/// of which was checked over its whole area (`tools/make_epsg.py`), and definitions that spell out
/// their projection and how their datum lies in WGS 84. Everything else is refused with a sentence,
/// because a shelter that is 100 m off leads people to a wall.
///
/// Cloning is cheap, and all methods may be called from any thread.
#[derive(Clone)]
pub struct Crs {
    name: Cow<'static, str>,
    accuracy_m: Option<f64>,
    /// `None` for WGS 84 in degrees, where there is nothing to do.
    system: Option<Arc<Proj>>,
}

/// Why a coordinate system cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CrsError {
    /// A code that is not in the table.
    #[error(
        "{0} is not a coordinate system that hinan converts to the centimetre; convert the file to EPSG:4326 \
         first, for example with ogr2ogr or gdalwarp and -t_srs EPSG:4326"
    )]
    Unknown(String),
    /// A definition that lacks something, or asks for what is not supported.
    #[error(
        "the coordinate system '{system}' cannot be used: {why}; name it by its code, as EPSG:25832, or \
         convert the file to EPSG:4326 first"
    )]
    Unusable {
        /// Its name or the start of its definition.
        system: String,
        /// What is wrong.
        why: String,
    },
}

/// WGS 84 for `proj4rs`.
static DEGREES: LazyLock<Option<Proj>> =
    LazyLock::new(|| Proj::from_proj_string("+proj=longlat +ellps=WGS84 +towgs84=0,0,0").ok());

/// How far a point may come back from where it was after going there and back, in metres. More means
/// that it lies where the projection has no meaning.
const BACK_M: f64 = 0.5;
/// Metres of a degree of latitude, about.
const DEGREE_M: f64 = 111_320.0;

impl Crs {
    /// Longitude and latitude in degrees on WGS 84, as GPS and the web write them (EPSG:4326).
    pub const WGS84: Crs = Crs { name: Cow::Borrowed("EPSG:4326"), accuracy_m: Some(0.0), system: None };

    /// The system of an EPSG code.
    ///
    /// # Errors
    /// Where the code is not known, or needs a grid of corrections, or takes a different datum shift
    /// in each region: what PROJ does there cannot be repeated to the centimetre.
    pub fn epsg(code: u32) -> Result<Crs, CrsError> {
        Crs::of_code("EPSG", code)
    }

    /// The system that a text names or defines: `EPSG:2039`, `ESRI:54009`, `urn:ogc:def:crs:EPSG::2039`,
    /// `CRS84`, a PROJ string, or well-known text of either version. Of well-known text the code counts,
    /// where it has one that is known, else its parameters.
    ///
    /// # Errors
    /// Where the text is none of these, or the system cannot be converted to the centimetre.
    pub fn read(text: &str) -> Result<Crs, CrsError> {
        let text = text.trim();
        if text.contains("+proj") || text.contains("+init") {
            return Crs::of_proj(text, text);
        }
        if text.contains('[') {
            return match wkt::read(text) {
                Ok(wkt::Meaning::Code(authority, code)) => Crs::of_code(&authority, code),
                Ok(wkt::Meaning::Definition { name, proj }) => Crs::of_proj(&name, &proj),
                Err(why) => Err(unusable(text, &why)),
            };
        }
        match code_of(text) {
            Some((authority, code)) => Crs::of_code(authority, code),
            None => Err(unusable(text, "it is no code, no PROJ string and no well-known text")),
        }
    }

    fn of_code(authority: &str, code: u32) -> Result<Crs, CrsError> {
        let name = format!("{authority}:{code}");
        let Some(entry) = epsg::find(authority, code) else { return Err(CrsError::Unknown(name)) };
        if entry.code == 4326 {
            return Ok(Crs::WGS84);
        }
        let crs = Crs::of_proj(&name, entry.definition)?;
        Ok(Crs { name: Cow::Owned(name), accuracy_m: entry.accuracy_m, ..crs })
    }

    fn of_proj(name: &str, text: &str) -> Result<Crs, CrsError> {
        let definition = match proj_text::checked(text) {
            Ok(proj_text::Meaning::Code(code)) => return Crs::epsg(code),
            Ok(proj_text::Meaning::Definition(definition)) => definition,
            Err(why) => return Err(unusable(name, &why)),
        };
        let proj = Proj::from_proj_string(&definition)
            .map_err(|error| unusable(name, &format!("its projection cannot be set up ({error})")))?;
        if !proj.has_inverse() || !proj.has_forward() {
            return Err(unusable(name, "its projection has no way back to degrees"));
        }
        Ok(Crs { name: Cow::Owned(short(name)), accuracy_m: None, system: Some(Arc::new(proj)) })
    }

    /// Its code, as `EPSG:2039`, or the name or start of the definition that it was read from.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How well the system's tie to WGS 84 is known, in metres, as EPSG states it; `None` where
    /// nobody says. This is no error of computing: the same holds for every program.
    pub fn accuracy_m(&self) -> Option<f64> {
        self.accuracy_m
    }

    /// Whether its numbers are degrees and not metres or feet.
    pub fn is_degrees(&self) -> bool {
        self.system.as_ref().is_none_or(|proj| proj.is_latlong())
    }

    /// The place at `x` (east or longitude) and `y` (north or latitude); `None` where these numbers
    /// are no point of the system.
    pub fn to_place(&self, x: f64, y: f64) -> Option<Place> {
        let (lat, lon) = self.to_degrees(x, y)?;
        Place::from_degrees(lat, lon)
    }

    /// Latitude and longitude in degrees on WGS 84, not rounded; `None` as with [`Crs::to_place`].
    pub fn to_degrees(&self, x: f64, y: f64) -> Option<(f64, f64)> {
        let (lat, lon) = self.inverse(x, y)?;
        if self.is_degrees() {
            return Some((lat, lon));
        }
        // Far outside of its zone a projection answers with any place on Earth.
        let (back_x, back_y) = self.forward(lat, lon)?;
        let off = (back_x - x).abs().max((back_y - y).abs());
        (off <= BACK_M).then_some((lat, lon))
    }

    /// East and north (or longitude and latitude) of a place; `None` where the system does not reach.
    pub fn from_place(&self, place: Place) -> Option<(f64, f64)> {
        self.from_degrees(place.lat(), place.lon())
    }

    /// East and north (or longitude and latitude) of a point in degrees on WGS 84; `None` as with
    /// [`Crs::from_place`].
    pub fn from_degrees(&self, lat: f64, lon: f64) -> Option<(f64, f64)> {
        let (x, y) = self.forward(lat, lon)?;
        if self.is_degrees() {
            return Some((x, y));
        }
        let (back_lat, back_lon) = self.inverse(x, y)?;
        let turn = ((back_lon - lon + 540.0).rem_euclid(360.0) - 180.0).abs() * lat.to_radians().cos();
        ((back_lat - lat).abs().max(turn) * DEGREE_M <= BACK_M).then_some((x, y))
    }

    fn inverse(&self, x: f64, y: f64) -> Option<(f64, f64)> {
        let (lat, lon) = match &self.system {
            None => (y, x),
            Some(proj) => {
                let (x, y) = if proj.is_latlong() { (x.to_radians(), y.to_radians()) } else { (x, y) };
                let mut point = (x, y, 0.0);
                let finite = x.is_finite() && y.is_finite();
                let degrees = DEGREES.as_ref()?;
                (finite && transform(proj, degrees, &mut point).is_ok()).then_some(())?;
                (point.1.to_degrees(), point.0.to_degrees())
            }
        };
        ((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon)).then_some((lat, lon))
    }

    fn forward(&self, lat: f64, lon: f64) -> Option<(f64, f64)> {
        let on_earth = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon);
        on_earth.then_some(())?;
        let Some(proj) = &self.system else { return Some((lon, lat)) };
        let mut point = (lon.to_radians(), lat.to_radians(), 0.0);
        transform(DEGREES.as_ref()?, proj, &mut point).ok()?;
        let (x, y) =
            if proj.is_latlong() { (point.0.to_degrees(), point.1.to_degrees()) } else { (point.0, point.1) };
        (x.is_finite() && y.is_finite()).then_some((x, y))
    }
}

impl fmt::Debug for Crs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Crs({})", self.name)
    }
}

impl fmt::Display for Crs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

/// The code in `EPSG:2039`, `ESRI:54009`, `urn:ogc:def:crs:EPSG::2039`,
/// `http://www.opengis.net/def/crs/EPSG/0/2039`, `2039`, `CRS84`.
fn code_of(text: &str) -> Option<(&'static str, u32)> {
    let upper = text.to_ascii_uppercase();
    let mut words = upper.split([':', '/', '#']).filter(|word| !word.is_empty());
    let last = words.next_back()?;
    if last == "CRS84" || last == "WGS84" {
        return Some(("EPSG", 4326));
    }
    let code = last.parse().ok()?;
    let authority = if words.any(|word| word == "ESRI") { "ESRI" } else { "EPSG" };
    Some((authority, code))
}

fn unusable(system: &str, why: &str) -> CrsError {
    CrsError::Unusable { system: short(system), why: why.to_owned() }
}

/// The start of a text that may be long, for a sentence.
fn short(text: &str) -> String {
    const MOST: usize = 60;
    let line: String = text.chars().take(MOST).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(MOST).is_some() { line + "..." } else { line }
}
