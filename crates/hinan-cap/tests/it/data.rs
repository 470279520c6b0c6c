//! The messages and feeds of the shared data: each is read or refused as its README says.

use std::path::{Path, PathBuf};

use hinan_cap::{Mode, feed, read, sniff};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/alerts/cap")
}

#[test]
fn dump() {
    for sub in ["google", "oasiscap", "nws-2012", "dwd"] {
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(folder().join(sub)).unwrap().map(|e| e.unwrap().path()).collect();
        files.sort();
        for file in files {
            let bytes = std::fs::read(&file).unwrap();
            println!("== {} {}", file.file_name().unwrap().display(), sniff(&bytes));
            let name = file.extension().unwrap().to_str().unwrap().to_owned();
            if matches!(name.as_str(), "atom" | "rss" | "edxlde") {
                let feed = feed::read(&bytes);
                for c in &feed.complaints {
                    println!("   F {:?} {c}", c.severity);
                }
                for e in &feed.entries {
                    println!(
                        "  E {:?} {:?} {:?} {}",
                        e.id,
                        e.updated.map(|m| m.to_string()),
                        e.link,
                        e.content.is_some()
                    );
                    if let Some(content) = &e.content {
                        let r = read(content, Mode::Tolerant);
                        println!("    {:?}", r.verdict());
                        for c in &r.complaints {
                            println!("     {:?} {c}", c.severity);
                        }
                    }
                }
                continue;
            }
            for mode in [Mode::Strict, Mode::Tolerant] {
                let r = read(&bytes, mode);
                println!(" {mode:?} {:?}", r.verdict());
                for c in &r.complaints {
                    println!("     {:?} {c}", c.severity);
                }
                if let (Mode::Tolerant, Some(a)) = (mode, &r.alert) {
                    match hinan_cap::write(a) {
                        Ok(b) => println!(
                            "  written {} bytes; same {}",
                            b.len(),
                            read(&b, Mode::Strict).alert.as_ref() == Some(a)
                        ),
                        Err(c) => println!("  not written: {}", c[0]),
                    }
                }
            }
        }
    }
}
