//! Counts as plots and maps.

use hinan_city::{City, place_of};
use hinan_model::NamedArea;
use hinan_model::shelter::Standing;
use hinan_plan::coverage::STEP;
use hinan_plan::{Counted, Doorstep, Fate};
use hinan_render::map::{Class, Dot, Ground, GroundKind, Look, Map, Mark, Words};
use hinan_render::plot::{BarPlot, Budget, Curve, CurvePlot, Series};
use hinan_server::answers::coverage::is_guess;
use hinan_texts::Texts;

use super::words::{bands as band_names, share};
use super::{Run, told, unit};
use crate::notice::Notices;

/// Bands that have a colour of their own on the map.
const COLOURED: usize = 9;

/// Who walks how far: one curve a case.
pub fn curve(runs: &[&Run<'_>], place: &str, notices: &Notices) -> String {
    let Some(first) = runs.first() else { return String::new() };
    let texts = notices.texts;
    let minutes = |step: usize| (step as u32 * STEP.0) as f64 / 600.0;
    // The few that walk for hours would press the many into a corner.
    let longest = budget(runs, texts).map_or(0.0, |budget| budget.at * 3.0).max(30.0);
    let several_places = runs.iter().any(|run| run.city.region.meta().name != first.city.region.meta().name);
    // Places of several sizes are compared by shares.
    let total = |run: &Run<'_>| run.coverage.all.total();
    let up = |run: &Run<'_>, people: u64| match several_places {
        true => people as f64 * 100.0 / total(run).max(1) as f64,
        false => people as f64,
    };
    let curves = runs.iter().map(|run| {
        let points = run.coverage.curve.iter().enumerate();
        let points = points.map(|(step, &people)| (minutes(step), up(run, people)));
        let points = points.take_while(|(minutes, _)| *minutes <= longest);
        let name = match several_places {
            true => format!("{}: {}", run.city.region.meta().name, run.told(texts)),
            false => run.told(texts),
        };
        Curve { name, points: points.collect() }
    });
    let same_total = !several_places && runs.iter().all(|run| total(run) == total(first));
    let unit = unit(first.coverage.counted, texts);
    CurvePlot {
        title: texts.get("picture-curve", &[("place", place.into())]),
        subtitle: texts.word(match first.coverage.counted {
            Counted::People => "picture-curve-people",
            Counted::Doorsteps => "picture-curve-doorsteps",
        }),
        across: texts.word("picture-across"),
        up: if several_places { format!("{unit}, %") } else { unit },
        curves: curves.collect(),
        budget: budget(runs, texts),
        total: same_total.then_some(total(first) as f64),
        notes: lines(&first.city, notices),
    }
    .svg()
}

/// The time there is, where it is the same for all.
fn budget(runs: &[&Run<'_>], texts: &Texts) -> Option<Budget> {
    let (time, most) = runs.first()?.budgets()?;
    let same = time == most && runs.iter().all(|run| run.budgets() == Some((time, most)));
    same.then(|| Budget {
        at: f64::from(time.0) / 600.0,
        name: texts.get("picture-budget", &[("time", texts.time(time).into())]),
    })
}

/// Bands of three minutes.
pub fn bands(run: &Run<'_>, place: &str, notices: &Notices) -> String {
    let texts = notices.texts;
    BarPlot {
        title: texts.get("picture-bands", &[("place", place.into())]),
        subtitle: run.told(texts),
        across: texts.word("picture-minutes"),
        up: unit(run.coverage.counted, texts),
        bands: band_names(texts),
        series: vec![Series {
            name: run.told(texts),
            values: run.coverage.all.bands.iter().map(|&people| people as f64).collect(),
        }],
        notes: lines(&run.city, notices),
    }
    .svg()
}

/// Doorsteps by the minutes that people need.
pub fn map(run: &Run<'_>, districts: &[NamedArea], notices: &Notices) -> Option<Map> {
    let (city, texts) = (&run.city, notices.texts);
    let mut map = ground(city, districts, notices)?;
    let all = &run.coverage.all;
    let arguments = [
        ("number", all.in_time().into()),
        ("all", all.total().into()),
        ("unit", unit(run.coverage.counted, texts).into()),
        ("share", share(all.in_time(), all.total()).into()),
    ];
    map.subtitle = texts.get("picture-map", &arguments);
    map.classes = classes(run, texts);
    map.dots = run
        .doorsteps
        .all
        .iter()
        .enumerate()
        .filter_map(|(index, doorstep)| {
            let people = match run.coverage.counted {
                Counted::People => doorstep.people,
                Counted::Doorsteps => 1,
            };
            Some(Dot { place: city.doorstep_place(index)?, class: class(doorstep), people })
        })
        .filter(|dot| dot.people > 0)
        .collect();
    Some(map)
}

/// A map of a city and a question without its people: streets, shelters that are offered, districts, forbidden
/// ground, and what must be said with it. `None` where streets have no places.
pub fn ground(city: &City<'_>, districts: &[NamedArea], notices: &Notices) -> Option<Map> {
    let (region, texts) = (city.region, notices.texts);
    let mut map = Map::new(&format!("{}: {}", region.meta().name, told(city, texts)), region.meta().bounds?);
    let segments = 0..region.network().segments() as u32;
    if !region.places().is_empty() {
        map.streets =
            segments.filter_map(|segment| region.segment_places(segment)).map(|(a, b)| [a, b]).collect();
    }
    map.shelters = offered(city);
    let ground = |area: &NamedArea, kind| Ground { area: area.area.clone(), name: area.name.clone(), kind };
    let forbidden = region.forbidden().iter().chain(&city.question.forbidden);
    map.areas = districts
        .iter()
        .map(|area| ground(area, GroundKind::District))
        .chain(forbidden.map(|area| ground(area, GroundKind::Forbidden)))
        .collect();
    map.notes = lines(city, notices);
    map.words = Words {
        shelter: texts.word("picture-shelter"),
        district: texts.word("picture-district"),
        forbidden: texts.word("picture-forbidden-ground"),
        sizes: texts.word("picture-sizes"),
        squares: texts.word("picture-squares"),
        north: texts.word("picture-north"),
        ..Words::default()
    };
    Some(map)
}

/// The shelters that are offered and lie in the extract.
fn offered(city: &City<'_>) -> Vec<Mark> {
    let region = city.region;
    let bounds = region.meta().bounds;
    let offered = city.offered.iter().zip(&city.joined).map(|(offered, joined)| offered.is_ok() && *joined);
    let offered = region.shelters().iter().zip(offered).filter(|(_, offered)| *offered);
    offered
        .filter_map(|(shelter, _)| {
            let place = place_of(region, &shelter.entrances.first()?.at)?;
            let name = match shelter.standing {
                Standing::Official => shelter.title().to_owned(),
                _ => String::new(),
            };
            bounds.is_none_or(|bounds| bounds.contains(place)).then_some(Mark { place, name })
        })
        .collect()
}

/// Bands in their colours, then those without a time.
fn classes(run: &Run<'_>, texts: &Texts) -> Vec<Class> {
    let coverage = &run.coverage.all;
    let named = |name: &str, people: u64| format!("{name}: {}", texts.number(people));
    let mut classes: Vec<Class> = band_names(texts)
        .into_iter()
        .take(COLOURED)
        .enumerate()
        .map(|(band, name)| {
            let minutes = |name, minutes: usize| (name, (minutes as u64).into());
            let name = match band {
                0 => texts.get("picture-band-first", &[minutes("minutes", 3)]),
                band if band < COLOURED - 1 => texts
                    .get("picture-band-between", &[minutes("from", band * 3), minutes("to", band * 3 + 3)]),
                _ => name,
            };
            Class { name: named(&name, coverage.bands[band]), look: Look::band(band) }
        })
        .collect();
    for (id, fates, look) in OTHERS {
        let people = fates.iter().map(|&fate| coverage.people[fate]).sum();
        classes.push(Class { name: named(&texts.word(id), people), look });
    }
    classes
}

/// What has no band.
const OTHERS: [(&str, &[Fate], Look); 3] = [
    ("picture-no-way", &[Fate::OutOfReach], Look::OUT_OF_REACH),
    ("picture-unknown", &[Fate::Unknown, Fate::NoStreet], Look::UNKNOWN),
    ("picture-forbidden", &[Fate::Forbidden], Look::FORBIDDEN),
];

fn class(doorstep: &Doorstep) -> u16 {
    let fate = doorstep.fate();
    if fate.has_time() {
        return hinan_plan::coverage::band(doorstep, fate).min(COLOURED - 1) as u16;
    }
    let other = OTHERS.iter().position(|(_, fates, _)| fates.contains(&fate)).unwrap_or(0);
    (COLOURED + other) as u16
}

/// What stands below every picture.
fn lines(city: &City<'_>, notices: &Notices) -> Vec<String> {
    let texts = notices.texts;
    let arguments = [
        ("case", told(city, texts).into()),
        ("start", texts.time(city.start()).into()),
        ("offered", city.offered_count().into()),
        ("shelters", city.joined_count().into()),
    ];
    let mut lines = vec![texts.get("picture-line", &arguments)];
    if is_guess(city.region) {
        lines.push(texts.word("picture-guess"));
    }
    lines.extend(notices.lines());
    lines
}
