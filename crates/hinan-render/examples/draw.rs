//! Draws a city, to be looked at, and writes its doorsteps as layers, to be read back by other tools.
//!
//!     hinan export CITY.hinan --network IN
//!     hinan reach CITY.hinan --k 1 -o IN/doors.csv
//!     cargo run -p hinan-render --example draw -- IN OUT
//!
//! Other scripts than Latin, Cyrillic and Greek are drawn with the fonts of this machine.

#![allow(
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a tool for whoever works on the pictures"
)]

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::time::Instant;

use hinan_model::{Area, Bounds, Place};
use hinan_render::map::{Class, Dot, Ground, GroundKind, Look, Mark};
use hinan_render::plot::{Budget, Curve, Series};
use hinan_render::{BarPlot, CurvePlot, Format, Geometries, Layer, Letters, Map, Notes, write};

/// A doorstep: id, place, time in ds.
type Door = (String, Place, Option<u32>);

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, from, to] = arguments.as_slice() else { panic!("draw IN OUT") };
    let (from, to) = (Path::new(from), Path::new(to));
    fs::create_dir_all(to).unwrap();
    let doors = doors(&from.join("doors.csv"));
    let nodes = places(&from.join("nodes.csv"));
    for (name, svg) in [
        ("curve", curve(&doors).svg()),
        ("bars", bars(&doors).svg()),
        ("bands", map(from, &nodes, &doors, false).svg()),
        ("fates", map(from, &nodes, &doors, true).svg()),
        ("crowd", crowd(map(from, &nodes, &doors, false)).svg()),
    ] {
        let start = Instant::now();
        let png = hinan_render::png::png(&svg, 1.5, Letters::WithSystem).unwrap();
        println!("{name}: {} bytes of SVG, {} of PNG in {:?}", svg.len(), png.len(), start.elapsed());
        fs::write(to.join(format!("{name}.svg")), svg).unwrap();
        fs::write(to.join(format!("{name}.png")), png).unwrap();
    }
    let layer = layer(&doors, 300_000);
    for format in Format::ALL {
        let start = Instant::now();
        let mut bytes = Vec::new();
        write(&layer, format, &mut bytes).unwrap();
        println!("{format:?}: {} rows, {} bytes in {:?}", layer.rows(), bytes.len(), start.elapsed());
        fs::write(to.join(format!("doorsteps.{}", format.extension())), bytes).unwrap();
    }
}

fn rows(path: &Path) -> Vec<csv::StringRecord> {
    csv::Reader::from_path(path).unwrap().records().map(Result::unwrap).collect()
}

fn place(lat: &str, lon: &str) -> Place {
    Place::from_degrees(lat.parse().unwrap(), lon.parse().unwrap()).unwrap()
}

fn places(path: &Path) -> HashMap<String, Place> {
    rows(path).iter().map(|row| (row[0].to_owned(), place(&row[1], &row[2]))).collect()
}

fn doors(path: &Path) -> Vec<Door> {
    let first = |row: &csv::StringRecord| row[3].is_empty() || &row[3] == "1";
    let door = |row: &csv::StringRecord| (row[0].to_owned(), place(&row[1], &row[2]), row[5].parse().ok());
    rows(path).iter().filter(|row| first(row)).map(door).collect()
}

fn notes() -> Vec<String> {
    vec![
        "Data: © OpenStreetMap contributors (ODbL-1.0); the list of shelters says whose it is".to_owned(),
        "District and forbidden ground are made up. Not for navigation.".to_owned(),
    ]
}

fn curve(doors: &[Door]) -> CurvePlot {
    let run = |name: &str, factor: f64| {
        let mut times: Vec<f64> =
            doors.iter().filter_map(|d| d.2).map(|t| f64::from(t) * factor / 600.0).collect();
        times.sort_unstable_by(f64::total_cmp);
        let upto = |minutes: f64| times.partition_point(|t| *t <= minutes) as u64;
        let steps: Vec<u64> = (0..=1020).map(|step| upto(f64::from(step) / 6.0)).collect();
        Curve::of_steps(name, 1.0 / 6.0, &steps)
    };
    CurvePlot {
        title: "Who reaches a shelter in how many minutes".to_owned(),
        subtitle: "10 minutes of warning; every doorstep counts as one".to_owned(),
        across: "minutes from the alert to the shelter".to_owned(),
        up: "doorsteps".to_owned(),
        curves: vec![
            run("older", 1.0),
            run("adult", 0.7),
            run("child or pram", 0.85),
            run("wheelchair, by night", 1.3),
        ],
        budget: Some(Budget { at: 10.0, name: "10 min (as asked)".to_owned() }),
        total: Some(doors.len() as f64),
        notes: notes(),
    }
}

fn bars(doors: &[Door]) -> BarPlot {
    let count = |factor: f64| {
        let mut bands = vec![0.0; 10];
        for (.., time) in doors {
            let band = time.map_or(9, |t| ((f64::from(t) * factor / 1800.0) as usize).min(8));
            bands[band] += 1.0;
        }
        bands
    };
    let mut names: Vec<String> = (0..8).map(|band| format!("{}–{} min", band * 3, band * 3 + 3)).collect();
    names.extend(["longer".to_owned(), "no way known".to_owned()]);
    BarPlot {
        title: "Doorsteps by the time to the best shelter".to_owned(),
        subtitle: "bands of 3 minutes".to_owned(),
        across: "minutes from the alert to the shelter".to_owned(),
        up: "doorsteps".to_owned(),
        bands: names,
        series: vec![
            Series { name: "older".to_owned(), values: count(1.0) },
            Series { name: "adult".to_owned(), values: count(0.7) },
        ],
        notes: notes(),
    }
}

fn map(from: &Path, nodes: &HashMap<String, Place>, doors: &[Door], by_fate: bool) -> Map {
    let bounds = Bounds::around(nodes.values().copied()).unwrap();
    let mut map = Map::new("Minutes to the best shelter", bounds);
    map.subtitle = "older walker, by day, 30 s until the first step".to_owned();
    let ends = |row: &csv::StringRecord| Some([*nodes.get(&row[0])?, *nodes.get(&row[1])?]);
    map.streets = rows(&from.join("arcs.csv")).iter().filter_map(ends).collect();
    let class = |time: Option<u32>| match time {
        None if by_fate => 5,
        Some(t) if by_fate => [600, 4200, 5400, 6000].iter().position(|limit| t + 300 <= *limit).unwrap_or(4),
        None => 9,
        Some(t) => (t as usize / 1800).min(8),
    };
    let mut counts = [0; 10];
    for (index, (_, place, time)) in doors.iter().enumerate() {
        counts[class(*time)] += 1;
        map.dots.push(Dot { place: *place, class: class(*time) as u16, people: (index % 47) as u32 });
    }
    let names: Vec<(String, Look)> = if by_fate {
        [
            ("in their own shelter", Look::INSIDE),
            ("in time", Look::GO),
            ("in time if they leave at once", Look::GO_AT_ONCE),
            ("only if already outside", Look::ONLY_OUTSIDE),
            ("late", Look::LATE),
            ("no way to any shelter", Look::OUT_OF_REACH),
        ]
        .map(|(name, look)| (name.to_owned(), look))
        .to_vec()
    } else {
        let mut names: Vec<_> =
            (0..8).map(|b| (format!("{} to {} min", b * 3, b * 3 + 3), Look::band(b))).collect();
        names.extend([("longer".to_owned(), Look::band(8)), ("no way known".to_owned(), Look::UNKNOWN)]);
        names
    };
    map.classes = (0..)
        .zip(names)
        .map(|(index, (name, look))| Class { name: format!("{name}: {}", counts[index as usize]), look })
        .collect();
    map.shelters = shelters(from, nodes);
    // A district and forbidden ground, made up: the middle, and a corner.
    let part = |north: [i32; 2], east: [i32; 2]| {
        let between = |low: i32, high: i32, part: i32| low + (high - low) / 100 * part;
        let at = |n, e| Place {
            lat_e7: between(bounds.min.lat_e7, bounds.max.lat_e7, n),
            lon_e7: between(bounds.min.lon_e7, bounds.max.lon_e7, e),
        };
        Area::of_box(Bounds { min: at(north[0], east[0]), max: at(north[1], east[1]) })
    };
    let ground = |area, name: &str, kind| Ground { area, name: name.to_owned(), kind };
    map.areas = vec![
        ground(part([40, 75], [35, 80]), "A <made-up> district", GroundKind::District),
        ground(part([6, 25], [10, 30]), "", GroundKind::Forbidden),
    ];
    map.notes = notes();
    map
}

fn shelters(from: &Path, nodes: &HashMap<String, Place>) -> Vec<Mark> {
    let named: HashMap<String, String> =
        rows(&from.join("doors.csv")).iter().map(|row| (row[4].to_owned(), row[6].to_owned())).collect();
    rows(&from.join("shelters.csv"))
        .iter()
        .filter_map(|row| {
            let place = *nodes.get(&row[1])?;
            let name = named.get(&row[0]).filter(|name| !name.is_empty());
            Some(Mark { place, name: name.cloned().unwrap_or_else(|| row[0].chars().take(12).collect()) })
        })
        .collect()
}

/// Ten times as many dots: too many to tell apart.
fn crowd(mut map: Map) -> Map {
    let dots = map.dots.clone();
    for shift in 1..10 {
        map.dots.extend(dots.iter().map(|dot| {
            let place =
                Place { lat_e7: dot.place.lat_e7 + shift * 900, lon_e7: dot.place.lon_e7 - shift * 700 };
            Dot { place, ..*dot }
        }));
    }
    map
}

fn layer(doors: &[Door], rows: usize) -> Layer {
    let all: Vec<&Door> = doors.iter().cycle().take(rows).collect();
    let notes = Notes {
        attribution: notes(),
        warnings: Vec::new(),
        facts: vec![("walker".to_owned(), "older".to_owned())],
    };
    let places = Geometries::Points(all.iter().map(|door| Some(door.1)).collect());
    Layer::new("doorsteps", "Doorsteps and the time to their best shelter", places, notes)
        .with_text("doorstep", all.iter().map(|door| Some(door.0.clone())))
        .with_integer("time_ds", all.iter().map(|door| door.2.map(i64::from)))
        .with_real("minutes", all.iter().map(|door| door.2.map(|time| f64::from(time) / 600.0)))
        .with_text(
            "answer",
            all.iter().map(|door| Some(if door.2.is_some() { "reached" } else { "none" }.to_owned())),
        )
        .with_boolean("in_time", all.iter().map(|door| door.2.map(|time| time < 5400)))
}
