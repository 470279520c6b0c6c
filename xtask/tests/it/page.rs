//! The built page is committed, so that a clean clone builds without Node. It must not be older than
//! what it was built from: `web/tools/stamp.mjs` notes a hash, and this computes it again.

use std::fs;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::metadata::root;

/// What the page is built from; the same list stands in `web/tools/stamp.mjs`.
const SOURCES: [&str; 12] = [
    "crates/hinan-phone/js/hinan.mjs",
    "crates/hinan-renew/js/renew.mjs",
    "crates/hinan-texts/ftl",
    "web/desk.html",
    "web/guide.html",
    "web/index.html",
    "web/package-lock.json",
    "web/public",
    "web/src",
    "web/tools/guide-site.mjs",
    "web/tools/texts.mjs",
    "web/vite.config.ts",
];

#[test]
fn the_built_page_is_not_older_than_its_sources() {
    let mut files = Vec::new();
    for source in SOURCES {
        collect(source, &mut files);
    }
    files.sort();
    let mut hash = Sha256::new();
    for file in &files {
        hash.update(file);
        hash.update([0]);
        hash.update(fs::read(root().join(file)).unwrap());
        hash.update([0]);
    }
    let now: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let then = fs::read_to_string(root().join("web/dist/STAMP")).unwrap_or_default();
    assert_eq!(
        now,
        then.trim(),
        "web/dist is older than its sources: run `npm ci && npm run build` in web/, and commit web/dist"
    );
}

/// The files under a path of the project, as `web/src/main.ts`.
fn collect(path: &str, files: &mut Vec<String>) {
    let whole = root().join(path);
    if !whole.is_dir() {
        files.push(path.to_owned());
        return;
    }
    for entry in fs::read_dir(&whole).unwrap() {
        let name = entry.unwrap().file_name();
        collect(Path::new(path).join(name).to_str().unwrap(), files);
    }
}
