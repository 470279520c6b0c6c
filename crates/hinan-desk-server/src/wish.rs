//! What an officer asks for, made into a draft by the templates.

use hinan_desk::{Area, ArmingOrder, Draft, Issued, Setup, Stamp, Template, Warning, arm, warn};
use hinan_texts::Language;
use hinan_trust::Kind;
use hinan_trust::statement::{Arming, MachineKind, Ring, WorldName};
use serde::Deserialize;
use serde_json::json;

use crate::board::{Board, Key};
use crate::city::City;
use crate::problem::Problem;

/// The most corners of a drawing on the page.
const MOST_CORNERS: usize = 100;
/// The most persons and feeds of one arming order.
const MOST_HOLDERS: usize = 100;
/// The most zones of one alert.
const MOST_ZONES: usize = 1_000;

/// A new alert, drill or update, as the page asks for it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    world: WorldName,
    template: String,
    target: Option<Key>,
    /// The arming order that it is raised under.
    arming: Option<Key>,
    zones: Vec<String>,
    /// Corners, latitude first.
    polygon: Vec<[f64; 2]>,
    place: String,
    minutes: i64,
    impact_minutes: Option<i64>,
    languages: Vec<String>,
}

/// An order that lets officers or feeds raise alerts alone, as the page asks for it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArmWish {
    /// Persons and feeds, by id.
    who: Vec<String>,
    zones: Vec<String>,
    templates: Vec<String>,
    /// From now on.
    minutes: i64,
    /// The longest life of an alert under it.
    life_minutes: i64,
}

/// Drafts an arming order. Everything that receivers would refuse is refused here.
///
/// # Errors
/// Why there is no such draft.
pub fn arming(
    wish: &ArmWish,
    setup: &Setup,
    stamp: Stamp,
    ring: &Ring,
    city: &City,
) -> Result<Draft, Problem> {
    if wish.who.is_empty() || wish.who.len() > MOST_HOLDERS {
        return Err(Problem::bad("arming-nobody", "nobody was chosen who may raise alerts alone"));
    }
    if let Some(who) = wish.who.iter().find(|who| !may_hold(ring, who)) {
        let words = format!("'{who}' is no person and no feed of the ring");
        return Err(Problem::bad("arming-unknown", words).with("who", who));
    }
    let is_person = |who: &String| ring.persons.iter().any(|person| person.id == *who);
    let caps = &ring.arming;
    let most = if wish.who.iter().any(is_person) { caps.person } else { caps.feed };
    let (until, life) = (wish.minutes.clamp(-1, 100_000) * 60, wish.life_minutes.clamp(-1, 100_000) * 60);
    if !(60..=most).contains(&until) {
        let words = format!("an arming order holds for at most {} minutes by the ring", most / 60);
        return Err(Problem::bad("arming-hours", words).with("most", most / 60));
    }
    if !(60..=caps.alert).contains(&life) {
        let words = format!("an alert under it holds for at most {} minutes by the ring", caps.alert / 60);
        return Err(Problem::bad("arming-life", words).with("most", caps.alert / 60));
    }
    // Drawn ground and all of a region are no zones: an order names each.
    if wish.zones.len() > MOST_ZONES {
        return Err(Problem::bad("area", format!("at most {MOST_ZONES} zones")));
    }
    let zones = Area::of_zones(city.zones(), &wish.zones, false)?.zones();
    let templates: Vec<Template> = wish.templates.iter().map(|id| template(id)).collect::<Result<_, _>>()?;
    if templates.is_empty() {
        return Err(Problem::bad("template", "no template was chosen"));
    }
    let (from, until) = (stamp.issued, stamp.issued + until);
    let order = ArmingOrder { who: wish.who.clone(), zones, templates, from, until, life };
    Ok(arm(setup, stamp, &order)?)
}

/// Whether the ring knows a person or a feed of that id.
fn may_hold(ring: &Ring, who: &str) -> bool {
    ring.persons.iter().any(|person| person.id == who)
        || ring.machines.iter().any(|machine| machine.id == who && machine.kind == MachineKind::Feed)
}

/// Drafts what is wished for. Everything that receivers would refuse is refused here.
///
/// # Errors
/// Why there is no such draft.
pub fn draft(wish: &Wish, setup: &Setup, stamp: Stamp, board: &Board, city: &City) -> Result<Draft, Problem> {
    let order = wish.arming.map(|key| order(board, key)).transpose()?;
    let warning = warning(wish, setup, stamp, city, board, order)?;
    if let Some(order) = order {
        check_within(order, &warning)?;
    }
    let mut setup = setup.clone();
    setup.languages = languages(&wish.languages)?;
    let replaces: Vec<Issued> =
        wish.target.map(|target| issued(board, target)).transpose()?.into_iter().collect();
    Ok(warn(&setup, stamp, &warning, &replaces)?)
}

fn order(board: &Board, key: Key) -> Result<&Arming, Problem> {
    let order = board.order(key).ok_or_else(Problem::gone)?;
    if board.is_armed(key.name) {
        return Ok(order);
    }
    Err(Problem::conflict("arming-not-now", "the arming order does not hold now"))
}

/// What its holder may raise alone.
fn check_within(order: &Arming, warning: &Warning) -> Result<(), Problem> {
    let zones = warning.area.zones();
    let is_within = order.templates.contains(&warning.template.id())
        && zones.iter().all(|zone| order.zones.contains(zone))
        && warning.life <= order.life;
    if is_within {
        return Ok(());
    }
    Err(Problem::bad(
        "arming-outside",
        "the arming order does not cover that template, zone or length of time",
    ))
}

fn template(id: &str) -> Result<Template, Problem> {
    Template::find(id).ok_or_else(|| Problem::bad("template", "there is no template of that name"))
}

fn warning(
    wish: &Wish,
    setup: &Setup,
    stamp: Stamp,
    city: &City,
    board: &Board,
    order: Option<&Arming>,
) -> Result<Warning, Problem> {
    if wish.world != WorldName::Drill && wish.world != setup.world {
        return Err(Problem::bad("world", "this desk drafts for another world"));
    }
    let minutes = |minutes: i64| minutes.clamp(-1, 100_000) * 60;
    // One officer's right is by zone: a drawn outline would need a right to all of them.
    let outlines = order.is_none() && draws_outlines(board.trust.ring());
    Ok(Warning {
        template: template(&wish.template)?,
        drill: wish.world == WorldName::Drill,
        area: area(wish, city, outlines)?,
        life: minutes(wish.minutes),
        impact_at: wish.impact_minutes.map(|after| stamp.issued + minutes(after)),
        arming: wish.arming.map(|key| key.name),
    })
}

fn area(wish: &Wish, city: &City, outlines: bool) -> Result<Area, Problem> {
    if wish.zones.len() > MOST_ZONES || wish.polygon.len() > MOST_CORNERS {
        let words = format!("at most {MOST_ZONES} zones or {MOST_CORNERS} corners");
        return Err(Problem::bad("area", words));
    }
    let area = match (wish.zones.is_empty(), wish.polygon.is_empty()) {
        (false, true) => Area::of_zones(city.zones(), &wish.zones, outlines),
        (true, false) => Area::of_geojson(&geojson(&wish.polygon), &wish.place),
        (true, true) => Err(hinan_desk::AreaError::None),
        (false, false) => return Err(Problem::bad("area", "either zones or a drawing, not both")),
    };
    let area = area?;
    area.check(city.gazetteer(), city.home())?;
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
pub fn issued(board: &Board, key: Key) -> Result<Issued, Problem> {
    let entry = board.entries.get(&key).ok_or_else(Problem::gone)?;
    let cap = entry.cap.as_deref().unwrap_or_default();
    Ok(Issued::read(&entry.envelope, cap)?)
}
