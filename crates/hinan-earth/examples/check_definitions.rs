//! For `tools/make_epsg.py`: how far definitions are off values that PROJ gave.
//!
//! Reads lines `DEFINITION|LON,LAT,X,Y;...` and writes for each the largest distance in metres, there
//! and back, or `-` where the definition cannot be used.

#![expect(clippy::print_stdout, reason = "a tool's answer")]

use std::io::BufRead as _;

use hinan_earth::Crs;

fn main() {
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        match line.split_once('|').and_then(|(definition, points)| worst(definition, points)) {
            Some(metres) => println!("{metres:.6}"),
            None => println!("-"),
        }
    }
}

fn worst(definition: &str, points: &str) -> Option<f64> {
    let crs = Crs::read(definition).ok()?;
    let mut worst = 0.0_f64;
    for point in points.split(';') {
        let mut numbers = point.split(',').map(|number| number.parse::<f64>().ok());
        let mut next = || numbers.next().flatten();
        let (lon, lat, x, y) = (next()?, next()?, next()?, next()?);
        let (ours_x, ours_y) = crs.from_degrees(lat, lon)?;
        let (ours_lat, ours_lon) = crs.to_degrees(x, y)?;
        let east = (ours_lon - lon) * lat.to_radians().cos() * 111_320.0;
        let back = east.hypot((ours_lat - lat) * 111_320.0);
        let unit = if crs.is_degrees() { 111_320.0 } else { 1.0 };
        // What is left after going there counts in the units of the system, metres or feet.
        worst = worst.max(back).max((ours_x - x).hypot(ours_y - y) * unit);
    }
    Some(worst)
}
