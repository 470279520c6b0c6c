//! Counts as plots and maps.

use hinan_city::place_of;
use hinan_model::NamedArea;
use hinan_model::shelter::Standing;
use hinan_plan::coverage::STEP;
use hinan_plan::{Doorstep, Fate};
use hinan_render::map::{Class, Dot, Ground, GroundKind, Look, Map, Mark};
use hinan_render::plot::{BarPlot, Budget, Curve, CurvePlot, Series};

use super::words::{BANDS, is_guess, share};
use super::{Run, unit};
use crate::notice::Notices;
use crate::tell::count;

/// Bands that have a colour of their own on the map.
const COLOURED: usize = 9;

/// Who walks how far: one curve a case.
pub fn curve(runs: &[&Run<'_>], place: &str, notices: &Notices) -> String {
    let Some(first) = runs.first() else { return String::new() };
    let minutes = |step: usize| (step as u32 * STEP.0) as f64 / 600.0;
    // The few that walk for hours would press the many into a corner.
    let longest = budget(runs).map_or(0.0, |budget| budget.at * 3.0).max(30.0);
    let several_places = runs.iter().any(|run| run.city.region.meta().name != first.city.region.meta().name);
    let curves = runs.iter().map(|run| {
        let points = run.coverage.curve.iter().enumerate();
        let points = points.map(|(step, &people)| (minutes(step), people as f64));
        let points = points.take_while(|(minutes, _)| *minutes <= longest);
        let name = match several_places {
            true => format!("{}: {}", run.city.region.meta().name, run.name()),
            false => run.name(),
        };
        Curve { name, points: points.collect() }
    });
    let total = first.coverage.all.total();
    let same_total = runs.iter().all(|run| run.coverage.all.total() == total);
    CurvePlot {
        title: format!("{place}: who walks how far"),
        subtitle: format!(
            "{} by the minutes from the alert until they are in a shelter",
            upper(unit(first.coverage.counted))
        ),
        across: "minutes from the alert until inside".to_owned(),
        up: unit(first.coverage.counted).to_owned(),
        curves: curves.collect(),
        budget: budget(runs),
        total: same_total.then_some(total as f64),
        notes: lines(first, notices),
    }
    .svg()
}

/// The time there is, where it is the same for all.
fn budget(runs: &[&Run<'_>]) -> Option<Budget> {
    let (time, most) = runs.first()?.budgets()?;
    let same = time == most && runs.iter().all(|run| run.budgets() == Some((time, most)));
    same.then(|| Budget { at: f64::from(time.0) / 600.0, name: format!("there is {time}") })
}

/// Bands of three minutes.
pub fn bands(run: &Run<'_>, place: &str, notices: &Notices) -> String {
    BarPlot {
        title: format!("{place}: minutes until inside a shelter"),
        subtitle: run.name(),
        across: "minutes".to_owned(),
        up: unit(run.coverage.counted).to_owned(),
        bands: BANDS.map(str::to_owned).to_vec(),
        series: vec![Series {
            name: run.name(),
            values: run.coverage.all.bands.iter().map(|&people| people as f64).collect(),
        }],
        notes: lines(run, notices),
    }
    .svg()
}

/// Doorsteps by the minutes that people need.
pub fn map(run: &Run<'_>, districts: &[NamedArea], notices: &Notices) -> Option<String> {
    let city = &run.city;
    let region = city.region;
    let mut map = Map::new(&format!("{}: {}", region.meta().name, run.name()), region.meta().bounds?);
    let all = &run.coverage.all;
    map.subtitle = format!(
        "{} of {} {} in time ({})",
        count(all.in_time()),
        count(all.total()),
        unit(run.coverage.counted),
        share(all.in_time(), all.total())
    );
    let places = region.places();
    let segments = 0..region.network().segments() as u32;
    if !places.is_empty() {
        map.streets =
            segments.filter_map(|segment| region.segment_places(segment)).map(|(a, b)| [a, b]).collect();
    }
    map.classes = classes(run);
    map.dots = run
        .doorsteps
        .all
        .iter()
        .enumerate()
        .filter_map(|(index, doorstep)| {
            let people = match run.coverage.counted {
                hinan_plan::Counted::People => doorstep.people,
                hinan_plan::Counted::Doorsteps => 1,
            };
            Some(Dot { place: city.doorstep_place(index)?, class: class(doorstep), people })
        })
        .filter(|dot| dot.people > 0)
        .collect();
    map.shelters = offered(run);
    let ground = |area: &NamedArea, kind| Ground { area: area.area.clone(), name: area.name.clone(), kind };
    let forbidden = region.forbidden().iter().chain(&city.question.forbidden);
    map.areas = districts
        .iter()
        .map(|area| ground(area, GroundKind::District))
        .chain(forbidden.map(|area| ground(area, GroundKind::Forbidden)))
        .collect();
    map.notes = lines(run, notices);
    Some(map.svg())
}

/// The shelters that are offered and lie in the extract.
fn offered(run: &Run<'_>) -> Vec<Mark> {
    let region = run.city.region;
    let bounds = region.meta().bounds;
    let offered =
        run.city.offered.iter().zip(&run.city.joined).map(|(offered, joined)| offered.is_ok() && *joined);
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
fn classes(run: &Run<'_>) -> Vec<Class> {
    let coverage = &run.coverage.all;
    let named = |name: &str, people: u64| format!("{name}: {}", count(people));
    let mut classes: Vec<Class> = (0..COLOURED)
        .map(|band| {
            let name = match band {
                0 => "up to 3 min".to_owned(),
                band => BANDS[band].to_owned() + if band < COLOURED - 1 { " min" } else { "" },
            };
            Class { name: named(&name, coverage.bands[band]), look: Look::band(band) }
        })
        .collect();
    for (name, fates, look) in OTHERS {
        let people = fates.iter().map(|&fate| coverage.people[fate]).sum();
        classes.push(Class { name: named(name, people), look });
    }
    classes
}

/// What has no band.
const OTHERS: [(&str, &[Fate], Look); 3] = [
    ("no way to a shelter", &[Fate::OutOfReach], Look::OUT_OF_REACH),
    ("unknown (edge of the map, no street near)", &[Fate::Unknown, Fate::NoStreet], Look::UNKNOWN),
    ("on forbidden ground", &[Fate::Forbidden], Look::FORBIDDEN),
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
fn lines(run: &Run<'_>, notices: &Notices) -> Vec<String> {
    let mut lines: Vec<String> = vec![format!(
        "hinan coverage: {}; {} until the first step; {} of {} shelters offered",
        run.name(),
        run.city.start(),
        count(run.city.offered_count() as u64),
        count(run.city.joined_count() as u64)
    )];
    if is_guess(run.city.region) {
        lines.push("People are a guess from the sizes of the map's buildings.".to_owned());
    }
    lines.extend(notices.lines());
    lines
}

fn upper(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
