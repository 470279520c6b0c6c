//! The night of `docs/alerts.md`, as it is written there.

use std::fs;
use std::path::Path;

use crate::support::{Folder, shell};

/// The blocks of a page that are to be run, in order.
fn blocks(page: &str) -> String {
    let mut script = "set -eu -o pipefail\n".to_owned();
    for block in page.split("\n```bash\n").skip(1) {
        let (commands, _) = block.split_once("\n```").unwrap();
        script += commands;
        script.push('\n');
    }
    script
}

#[test]
fn the_night_of_the_manual_goes_as_it_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let page = fs::read_to_string(root.join("docs/alerts.md")).unwrap();
    let script = blocks(&page);
    assert!(script.lines().count() > 60, "the page has lost its commands");
    let folder = Folder::new();
    std::os::unix::fs::symlink(root.join("samples").canonicalize().unwrap(), folder.path("samples")).unwrap();
    let said = shell(&folder, &script);
    assert_eq!(said.code, Some(0), "{}\n{}", said.out, said.err);
    // Nothing secret is ever shown.
    for secret in ["four small boats upstream", "an umbrella for the cactus"] {
        assert!(!said.out.contains(secret) && !said.err.contains(secret), "a passphrase was printed");
    }
}
