//! The report's pictures that no other verb draws.

use hinan_city::City;
use hinan_city::everybody::{Everybody, From};
use hinan_model::{NamedArea, Place};
use hinan_render::map::{Class, Dot, Layout, Look, Map, Mark};
use hinan_render::plot::{Curve, CurvePlot};
use serde_json::Value;

use super::{Cited, Part, Side, Sites};
use crate::notice::Notices;
use crate::verb::assign::Solved;
use crate::verb::coverage::Run;
use crate::verb::coverage::pictures::{ground, map};
use crate::verb::site::Fare;

/// By the minutes that people need.
pub fn reach(run: &Run<'_>, districts: &[NamedArea], notices: &Notices) -> Option<String> {
    Some(in_column(map(run, districts, notices)?, "report-reach", notices).svg())
}

/// One of two maps beside each other: what all of a report's pictures would have to say stands once in the report.
fn in_column(mut map: Map, subtitle: &str, notices: &Notices) -> Map {
    if map.subtitle.is_empty() {
        map.subtitle = notices.texts.word(subtitle);
    }
    map.layout = Layout::Column;
    map.notes.clone_from(&notices.attribution);
    // A table names them.
    map.shelters.iter_mut().for_each(|mark| mark.name.clear());
    map
}

/// Who has a place.
pub fn places(solved: &Solved<'_>, notices: &Notices) -> Option<String> {
    let Solved { city, everybody, assignment, .. } = solved;
    let mut placed = vec![0_u32; everybody.demands.len()];
    for row in &assignment.rows {
        placed[row.demand as usize] += row.people;
    }
    let class = |demand: usize| match placed[demand] {
        0 => 2,
        some if some < everybody.demands[demand].people => 1,
        _ => 0,
    };
    let looks = [
        ("report-picture-has", Look::GO),
        ("report-picture-some", Look::ONLY_OUTSIDE),
        ("report-picture-none", Look::LATE),
    ];
    let map = with_people(ground(city, &[], notices)?, city, everybody, notices, looks, class);
    Some(in_column(map, "report-places", notices).svg())
}

/// The doors that cost most, numbered; nobody is drawn.
pub fn doors(cited: &Cited, city: &City<'_>, notices: &Notices, shown: usize) -> Option<String> {
    let mut map = ground(city, &[], notices)?;
    map.numbered = (0..shown.min(cited.length("/doors")))
        .filter_map(|at| {
            let id = cited.text(&format!("/doors/{at}/shelter"));
            let shelter = city.region.shelters().iter().find(|shelter| shelter.id == id)?;
            let place = hinan_city::place_of(city.region, &shelter.entrances.first()?.at)?;
            Some(Mark { place, name: (at + 1).to_string() })
        })
        .collect();
    map.words.numbered = notices.texts.word("report-numbered-doors");
    Some(in_column(map, "report-doors", notices).svg())
}

/// Who is in time now, who with the new sites, and where these are.
pub fn sites(Sites { ground: asked, found }: &Sites<'_>, notices: &Notices) -> Option<String> {
    let (survey, fares) = (&asked.survey, asked.fares(found));
    let looks = [
        ("report-picture-now", Look::GO),
        ("report-picture-new", Look::GO_AT_ONCE),
        ("report-picture-late", Look::LATE),
    ];
    let class = |demand: usize| match fares[demand] {
        Fare::Now => 0,
        Fare::New => 1,
        Fare::Late => 2,
    };
    let map = ground(&asked.city, &[], notices)?;
    let mut map = with_people(map, &asked.city, &survey.everybody, notices, looks, class);
    map.numbered = (1..)
        .zip(&found.sites.sites)
        .filter_map(|(rank, site)| {
            let place = survey.candidates.places[site.candidate as usize]?;
            Some(Mark { place, name: rank.to_string() })
        })
        .collect();
    map.words.numbered = notices.texts.word("report-numbered-sites");
    Some(in_column(map, "report-sites", notices).svg())
}

/// People as dots, in classes that follow from their number among all who start.
fn with_people(
    mut map: Map,
    city: &City<'_>,
    everybody: &Everybody,
    notices: &Notices,
    looks: [(&str, Look); 3],
    class: impl Fn(usize) -> u16,
) -> Map {
    map.classes = looks.map(|(id, look)| Class { name: notices.texts.word(id), look }).to_vec();
    let people = everybody.demands.iter().map(|demand| demand.people);
    map.dots = (0..)
        .zip(people.zip(&everybody.from))
        .filter(|&(_, (people, _))| people > 0)
        .filter_map(|(at, (people, from))| Some(Dot { place: place(city, *from)?, class: class(at), people }))
        .collect();
    map
}

fn place(city: &City<'_>, from: From) -> Option<Place> {
    match from {
        From::Node(node) => city.region.places().get(node as usize).copied(),
        From::Doorstep(index) => city.doorstep_place(index as usize),
    }
}

/// Which share is in time with each number of new sites, both cities in one plot.
pub fn site_curves(sides: &[Side<'_>; 2]) -> Option<String> {
    let curve = |side: &Side<'_>| {
        let (cited, _) = side.sites.as_ref().ok()?;
        let people = cited.json.pointer("/people")?.as_u64().filter(|people| *people > 0)?;
        let values = cited.json.pointer("/curve")?.as_array()?.iter();
        let share = |value: &Value| Some(value.pointer("/value")?.as_u64()? as f64 * 100.0 / people as f64);
        let points = (0_u32..).map(f64::from).zip(values.filter_map(share));
        Some(Curve { name: side.name.to_owned(), points: points.collect() })
    };
    let curves: Vec<Curve> = sides.iter().filter_map(curve).collect();
    let texts = sides[0].notices.texts;
    (!curves.is_empty()).then(|| {
        CurvePlot {
            title: texts.word("report-sites-curve"),
            across: texts.word("report-sites-across"),
            up: format!("{}, %", texts.word("unit-people")),
            curves,
            ..CurvePlot::default()
        }
        .svg()
    })
}

/// A picture of a part, where the part has an answer and streets have places.
pub fn of<T>(part: &Part<T>, draw: impl Fn(&Cited, &T) -> Option<String>) -> Option<String> {
    part.as_ref().ok().and_then(|(cited, drawn)| draw(cited, drawn))
}
