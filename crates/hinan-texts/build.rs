//! Leaves comments and empty lines out of the texts that are compiled in: phones download them.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=ftl");
    let output = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is not set"))?;
    for language in fs::read_dir("ftl")? {
        let language = language?.path();
        let into = Path::new(&output).join(language.file_name().unwrap_or_default());
        fs::create_dir_all(&into)?;
        for file in fs::read_dir(&language)? {
            let file = file?.path();
            let text = fs::read_to_string(&file)?;
            let told = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
            let short: String = told.flat_map(|line| [line, "\n"]).collect();
            fs::write(into.join(file.file_name().unwrap_or_default()), short)?;
        }
    }
    Ok(())
}
