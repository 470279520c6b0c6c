//! How long a list of a country takes: `cargo run --release -p hinan-shelters --example national [ROWS]`
//! makes a table of Taiwan's shape (a place, and an object of the rest in a cell) in memory, reads it
//! a few times, and prints the times. Without an argument, 90,000 rows: as many as Taiwan has.

#![expect(clippy::print_stdout, reason = "an example speaks to the person who runs it")]

use std::fmt::Write as _;
use std::time::Instant;

fn main() {
    let rows = std::env::args().nth(1).and_then(|rows| rows.parse().ok()).unwrap_or(90_000);
    let text = table(rows);
    println!("{rows} rows, {} bytes", text.len());
    for _ in 0..5 {
        let before = Instant::now();
        match hinan_shelters::read_bytes(text.as_bytes(), "national.csv") {
            Ok(list) => println!("{:?}: {} shelters", before.elapsed(), list.shelters.len()),
            Err(error) => println!("{error}"),
        }
    }
}

/// Made-up shelters on a grid over the island.
fn table(rows: u32) -> String {
    let mut text = "latitude,longitude,properties\n".to_owned();
    for row in 0..rows {
        let (lat, lon) = (22.6 + f64::from(row / 300) * 0.007, 120.4 + f64::from(row % 300) * 0.003);
        let (station, number, people) = (row / 900, row % 900, 20 + row % 700);
        let result = writeln!(
            text,
            "{lat:.6},{lon:.6},\"{{\"\"編號\"\":\"\"{number}.0\"\",\"\"里別\"\":\"\"第{station}里\"\",\"\"地址\"\":\"\"臺中市\
             中正路{number}巷{station}弄{row}號\"\",\"\"避難所在之地下樓層數\"\":\"\"B01\"\",\"\"可容納人數\"\":\"\"{people}.0\"\",\
             \"\"經度\"\":\"\"{lon:.6}\"\",\"\"緯度\"\":\"\"{lat:.6}\"\",\"\"轄管分局\"\":\"\"第{station}分局\"\"}}\"",
        );
        if result.is_err() {
            break;
        }
    }
    text
}
