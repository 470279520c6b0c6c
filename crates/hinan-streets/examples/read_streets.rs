//! Reads street inputs and prints how long it took and what came of it:
//! `cargo run --release -p hinan-streets --example read_streets -- [--threads N] [--times N] [--drawing] FILE...`
#![expect(clippy::print_stdout, reason = "an example that prints its measurements")]

use std::path::PathBuf;
use std::time::Instant;

use hinan_streets::{Options, read};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (mut threads, mut times, mut explain, mut drawing) = (0, 1, false, false);
    let mut files = Vec::new();
    let mut elevation = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--threads" => threads = arguments.next().unwrap_or_default().parse()?,
            "--times" => times = arguments.next().unwrap_or_default().parse()?,
            "--elevation" => elevation.extend(arguments.next().map(PathBuf::from)),
            "--explain" => explain = true,
            "--drawing" => drawing = true,
            _ => files.push(PathBuf::from(argument)),
        }
    }
    rayon::ThreadPoolBuilder::new().num_threads(threads).build_global()?;
    let options = Options { elevation, drawing, ..Options::default() };
    for file in files {
        let mut took = Vec::new();
        for _ in 0..times.max(1) {
            let start = Instant::now();
            let streets = read(&file, &options);
            took.push(start.elapsed());
            if took.len() < times {
                continue;
            }
            took.sort();
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            let median = took[took.len() / 2].as_secs_f64() * 1000.0;
            match streets {
                Err(error) => println!("{name}: {median:.1} ms: {error}"),
                Ok(streets) => {
                    println!(
                        "{name}: {median:.1} ms (best {:.1}): {} nodes, {} segments, {} ways, {} doorsteps, {} complaints",
                        took[0].as_secs_f64() * 1000.0,
                        streets.node_ids.len(),
                        streets.segments.len(),
                        streets.ways.len(),
                        streets.doorsteps.len(),
                        streets.complaints.len()
                    );
                    if explain {
                        for step in &streets.steps {
                            println!("  {}", step.name);
                            step.added.iter().for_each(|(what, n)| println!("    + {n} {what}"));
                            step.dropped.iter().for_each(|(what, n)| println!("    - {n} {what}"));
                        }
                        streets.complaints.iter().take(5).for_each(|c| println!("  ! {c}"));
                        println!("  {:?}", streets.sources);
                        println!("  bounds {:?}", streets.bounds);
                        for class in hinan_model::DrawnClass::ALL {
                            let of_class = streets.drawing.iter().filter(|drawn| drawn.class == class);
                            println!("  {}: {}", class.name(), of_class.count());
                        }
                        if let hinan_model::network::Measure::Physical { kind_names, .. } = &streets.measure {
                            println!("  kinds: {}", kind_names.join("; "));
                        }
                    }
                }
            }
        }
    }
    Ok(())
}
