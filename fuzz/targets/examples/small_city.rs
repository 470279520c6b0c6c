//! Writes the small city as a region file: a seed for the target `region`.
//!
//! ```text
//! cargo run -p hinan-fuzz-targets --example small_city -- FILE
//! ```

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args_os().nth(1).ok_or("name the file to write")?;
    std::fs::write(file, &*hinan_fuzz_targets::SMALL)?;
    Ok(())
}
