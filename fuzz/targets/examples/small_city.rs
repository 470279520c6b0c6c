//! Writes the small city as a region file: a seed for the target `region`; and, where a folder is named,
//! the files of its pack: seeds for `pack_decode`.
//!
//! ```text
//! cargo run -p hinan-fuzz-targets --example small_city -- FILE [FOLDER]
//! ```

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args_os().nth(1).ok_or("name the file to write")?;
    std::fs::write(file, &*hinan_fuzz_targets::SMALL)?;
    if let Some(folder) = std::env::args_os().nth(2).map(std::path::PathBuf::from) {
        let files = &*hinan_fuzz_targets::SMALL_PACK;
        for (name, bytes) in [("city", &files.city), ("map", &files.map), ("search", &files.search)] {
            std::fs::write(folder.join(name).with_extension("bin"), bytes)?;
        }
    }
    Ok(())
}
