//! Writes the layers of the tests in every form, for `bench/check_layers.py`:
//!
//!     cargo run -p hinan-render --example layers -- FOLDER

#![allow(clippy::panic, clippy::unwrap_used, reason = "a tool of the tests")]

#[path = "../tests/it/sample.rs"]
mod sample;

use hinan_render::Format;

fn main() {
    let Some(folder) = std::env::args_os().nth(1) else { panic!("layers FOLDER") };
    let folder = std::path::Path::new(&folder);
    std::fs::create_dir_all(folder).unwrap();
    for layer in sample::all() {
        for format in Format::ALL {
            let name = format!("{}.{}", layer.name, format.extension());
            std::fs::write(folder.join(name), sample::bytes(&layer, format)).unwrap();
        }
    }
}
