//! What an officer asks for, made into a draft by the templates.

use hinan_desk::{Area, Draft, Issued, Setup, Stamp, Template, Warning, warn};
use hinan_texts::Language;
use hinan_trust::statement::{Ring, WorldName};
use hinan_trust::{Digest, Kind};
use serde::Deserialize;
use serde_json::json;

use crate::board::Board;
use crate::city::City;
use crate::problem::Problem;

/// The most corners of a drawing on the page.
const MOST_CORNERS: usize = 100;
/// The most zones of one alert.
const MOST_ZONES: usize = 1_000;

/// A new alert, drill or update, as the page asks for it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    world: WorldName,
    template: String,
    target: Option<Digest>,
    zones: Vec<String>,
    /// Corners, latitude first.
    polygon: Vec<[f64; 2]>,
    place: String,
    minutes: i64,
    impact_minutes: Option<i64>,
    languages: Vec<String>,
}

/// Drafts what is wished for. Everything that receivers would refuse is refused here.
///
/// # Errors
/// Why there is no such draft.
pub fn draft(wish: &Wish, setup: &Setup, stamp: Stamp, board: &Board, city: &City) -> Result<Draft, Problem> {
    let warning = warning(wish, setup, stamp, city, board.trust.ring())?;
    let mut setup = setup.clone();
    setup.languages = languages(&wish.languages)?;
    let replaces: Vec<Issued> =
        wish.target.map(|target| issued(board, target)).transpose()?.into_iter().collect();
    warn(&setup, stamp, &warning, &replaces).map_err(|error| Problem::bad("draft", error.to_string()))
}

fn warning(
    wish: &Wish,
    setup: &Setup,
    stamp: Stamp,
    city: &City,
    ring: Option<&Ring>,
) -> Result<Warning, Problem> {
    if wish.world != WorldName::Drill && wish.world != setup.world {
        return Err(Problem::bad("world", "this desk drafts for another world"));
    }
    let template = Template::find(&wish.template)
        .ok_or_else(|| Problem::bad("template", "there is no template of that name"))?;
    let minutes = |minutes: i64| minutes.clamp(-1, 100_000) * 60;
    Ok(Warning {
        template,
        drill: wish.world == WorldName::Drill,
        area: area(wish, city, ring)?,
        life: minutes(wish.minutes),
        impact_at: wish.impact_minutes.map(|after| stamp.issued + minutes(after)),
        arming: None,
    })
}

fn area(wish: &Wish, city: &City, ring: Option<&Ring>) -> Result<Area, Problem> {
    if wish.zones.len() > MOST_ZONES || wish.polygon.len() > MOST_CORNERS {
        let words = format!("at most {MOST_ZONES} zones or {MOST_CORNERS} corners");
        return Err(Problem::bad("area", words));
    }
    let area = match (wish.zones.is_empty(), wish.polygon.is_empty()) {
        (false, true) => Area::of_zones(city.zones(), &wish.zones, draws_outlines(ring)),
        (true, false) => Area::of_geojson(&geojson(&wish.polygon), &wish.place),
        (true, true) => Err(hinan_desk::AreaError::None),
        (false, false) => return Err(Problem::bad("area", "either zones or a drawing, not both")),
    };
    let area = area.map_err(|error| Problem::bad("area", error.to_string()))?;
    area.check(city.gazetteer(), city.home()).map_err(|error| Problem::bad("area", error.to_string()))?;
    Ok(area)
}

/// A drawn outline takes signers with a right to every zone: where the ring has officers of single
/// zones, alerts name zones only, so that they can sign them.
fn draws_outlines(ring: Option<&Ring>) -> bool {
    let is_everywhere = |zones: &[String]| zones.iter().any(|zone| zone == "*");
    ring.is_some_and(|ring| {
        let mut rights = ring.rights.iter().filter(|right| right.types.contains(&Kind::Alert));
        rights.all(|right| is_everywhere(&right.zones))
    })
}

fn geojson(corners: &[[f64; 2]]) -> String {
    let ring: Vec<[f64; 2]> = corners.iter().chain(corners.first()).map(|&[lat, lon]| [lon, lat]).collect();
    json!({ "type": "Polygon", "coordinates": [ring] }).to_string()
}

fn languages(tags: &[String]) -> Result<Vec<Language>, Problem> {
    let mut languages = Vec::new();
    for tag in tags.iter().take(16) {
        let language: Language = tag
            .parse()
            .map_err(|_ignored| Problem::bad("language", "there are no texts in one of the languages"))?;
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    Ok(languages)
}

/// An alert of the board, for drafts that are about it.
///
/// # Errors
/// It is not there, or is no alert.
pub fn issued(board: &Board, name: Digest) -> Result<Issued, Problem> {
    let entry = board.entries.get(&name).ok_or_else(Problem::gone)?;
    let cap = entry.cap.as_deref().unwrap_or_default();
    Issued::read(&entry.envelope, cap).map_err(|error| Problem::conflict("target", error.to_string()))
}
