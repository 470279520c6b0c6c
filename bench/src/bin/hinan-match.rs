//! Matches alerts against places, for `race_match.py`:
//!
//! ```text
//! hinan-match POINTS ALERTS COUNTS [--threads N]
//! ```
//!
//! POINTS: pairs of int32, little-endian, latitude and longitude in 1e-7 degree. ALERTS: a polygon a
//! line, `lat,lon lat,lon ...` in the same unit. COUNTS is written: the places inside of each alert,
//! a line each. One JSON line a task on standard output; `cpu` is the time that threads had a core.

use std::fs;
use std::hint::black_box;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use hinan_alert::{Gazetteer, Ground, Points};
use hinan_cap::message::CapArea;
use hinan_model::Place;
use serde_json::json;

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let threads = match words.iter().position(|word| word == "--threads") {
        Some(at) => words.get(at + 1).context("--threads wants a number")?.parse()?,
        None => 1,
    };
    ensure!(words.len() >= 3, "hinan-match POINTS ALERTS COUNTS [--threads N]");
    let places = read_places(&words[0])?;
    let areas = read_alerts(&words[1])?;

    let (points, seconds) = timed(|| Points::new(&places));
    tell("put the places in order", 1, seconds);
    let (grounds, seconds) = timed(|| {
        areas.iter().map(|area| Ground::of([area], &Gazetteer::new())).collect::<Vec<Ground>>()
    });
    tell("read the alerts' ground", 1, seconds);
    let (counts, seconds) = timed(|| {
        grounds.iter().map(|ground| points.inside(ground).len()).collect::<Vec<u64>>()
    });
    tell("runs of places", 1, seconds);
    let (pairs, seconds) = timed(|| {
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        for (alert, ground) in (0..).zip(&grounds) {
            pairs.extend(points.numbers(&points.inside(ground)).map(|place| (alert, place)));
        }
        black_box(pairs.len())
    });
    tell("every pair", 1, seconds);
    if threads > 1 {
        let (_, seconds) = timed(|| {
            std::thread::scope(|scope| {
                let chunks = grounds.chunks(grounds.len().div_ceil(threads));
                let run = |chunk: &[Ground]| chunk.iter().map(|ground| points.inside(ground).len()).sum::<u64>();
                let workers: Vec<_> = chunks.map(|chunk| scope.spawn(move || black_box(run(chunk)))).collect();
                workers.into_iter().for_each(|worker| _ = worker.join());
            });
        });
        tell("runs of places", threads, (seconds.0, None));
    }
    ensure!(pairs as u64 == counts.iter().sum::<u64>(), "the pairs and the runs differ");
    let lines: String = counts.iter().map(|count| format!("{count}\n")).collect();
    fs::write(&words[2], lines)?;
    Ok(())
}

/// What some work gives, the seconds on the clock and the seconds that this thread had a core.
fn timed<T>(work: impl FnOnce() -> T) -> (T, (f64, Option<f64>)) {
    let (start, cpu) = (Instant::now(), on_core());
    let done = work();
    let cpu = on_core().zip(cpu).map(|(now, then)| now - then);
    (done, (start.elapsed().as_secs_f64(), cpu))
}

fn on_core() -> Option<f64> {
    let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok().map(|nanoseconds: f64| nanoseconds / 1e9)
}

fn tell(task: &str, threads: usize, (wall, cpu): (f64, Option<f64>)) {
    println!("{}", json!({ "peer": "hinan", "task": task, "threads": threads, "wall": wall, "cpu": cpu }));
}

fn read_places(path: &str) -> Result<Vec<Place>> {
    let bytes = fs::read(path).with_context(|| path.to_owned())?;
    let number = |bytes: &[u8]| i32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
    Ok(bytes.chunks_exact(8).map(|pair| Place { lat_e7: number(&pair[..4]), lon_e7: number(&pair[4..]) }).collect())
}

fn read_alerts(path: &str) -> Result<Vec<CapArea>> {
    let text = fs::read_to_string(path).with_context(|| path.to_owned())?;
    let place = |word: &str| -> Result<Place> {
        let (lat, lon) = word.split_once(',').with_context(|| format!("'{word}' is no place"))?;
        Ok(Place { lat_e7: lat.parse()?, lon_e7: lon.parse()? })
    };
    text.lines()
        .map(|line| {
            let ring = line.split_whitespace().map(place).collect::<Result<Vec<Place>>>()?;
            Ok(CapArea {
                description: String::new(),
                polygons: vec![ring],
                circles: Vec::new(),
                geocodes: Vec::new(),
                altitude_milli_ft: None,
                ceiling_milli_ft: None,
            })
        })
        .collect()
}
