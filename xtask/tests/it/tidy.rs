//! What a reviewer should not have to look for.

use std::fs;
use std::process::Command;

use crate::metadata::{WORKSPACE, root};

/// Files that git tracks and that are text: relative path and content. Files that were deleted but not
/// yet committed are left out.
fn tracked_texts() -> Vec<(String, String)> {
    let output = Command::new("git")
        .args(["-c", "safe.directory=*", "ls-files", "-z"])
        .current_dir(root())
        .output()
        .expect("git starts");
    assert!(output.status.success(), "git ls-files: {}", String::from_utf8_lossy(&output.stderr));
    let names = String::from_utf8(output.stdout).unwrap();
    let texts: Vec<_> = names
        .split_terminator('\0')
        .filter(|name| is_ours(name))
        .filter_map(|name| {
            Some((name.to_owned(), String::from_utf8(fs::read(root().join(name)).ok()?).ok()?))
        })
        .collect();
    assert!(texts.len() > 30, "git lists only {} texts", texts.len());
    texts
}

/// Licences are quoted, seeds and messages to be refused are spoilt on purpose, lock files and the built page are written by tools.
fn is_ours(name: &str) -> bool {
    !name.starts_with("LICENSE")
        && !name.starts_with("fuzz/seeds/")
        && !name.starts_with("fuzz/corpus/")
        && !name.starts_with("crates/hinan-cap/conformance/")
        && !name.starts_with("web/dist/")
        && !name.ends_with(".lock")
        && !name.ends_with("package-lock.json")
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn every_member_inherits_the_lints_and_the_package_keys() {
    for member in &WORKSPACE.members {
        let manifest: toml::Table =
            fs::read_to_string(&WORKSPACE.member(member).manifest).unwrap().parse().unwrap();
        let inherits = |table: &str, key: &str| {
            let value = manifest.get(table).and_then(|table| table.get(key));
            value.and_then(|value| value.get("workspace")).or(value).and_then(toml::Value::as_bool)
                == Some(true)
        };
        assert!(inherits("lints", "workspace"), "{member}: [lints] workspace = true is missing");
        for key in ["version", "edition", "rust-version", "license"] {
            assert!(inherits("package", key), "{member}: {key}.workspace = true is missing");
        }
        assert!(manifest["package"].get("description").is_some(), "{member} does not say what it is");
    }
}

#[test]
fn the_architecture_page_names_every_member() {
    let page = read("ARCHITECTURE.md");
    for member in &WORKSPACE.members {
        assert!(page.contains(&format!("`{member}`")), "ARCHITECTURE.md does not name {member}");
    }
}

#[test]
fn links_between_pages_lead_somewhere() {
    for (name, text) in tracked_texts().iter().filter(|(name, _)| name.ends_with(".md")) {
        let folder = root().join(name).parent().unwrap().to_owned();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()) {
            let outside = target.is_empty() || target.contains("://") || target.starts_with("mailto:");
            assert!(outside || folder.join(target).exists(), "{name} links to {target}, which is not there");
        }
    }
}

#[test]
fn the_changelog_has_room_for_the_next_change() {
    let changelog = read("CHANGELOG.md");
    assert_eq!(changelog.lines().find(|line| line.starts_with("## ")), Some("## Unreleased"));
}

#[test]
fn no_text_has_spaces_at_a_line_end_or_lacks_its_last_line_end() {
    for (name, text) in tracked_texts() {
        let row = text.lines().position(|line| line.ends_with([' ', '\t', '\r']));
        assert_eq!(row, None, "{name}: spaces at the end of a line (counted from 0)");
        assert!(text.is_empty() || text.ends_with('\n'), "{name} does not end its last line");
    }
}

#[test]
fn no_text_names_a_folder_of_one_machine() {
    // Spelt in two pieces, so that this file does not accuse itself.
    let homes: Vec<_> =
        ["home", "root", "Users", "work"].iter().map(|folder| format!("/{folder}/")).collect();
    for (name, text) in tracked_texts() {
        for (row, line) in text.lines().enumerate() {
            let starts_a_path = |home: &String| {
                let mut places = line.match_indices(home.as_str());
                places.any(|(at, _)| {
                    !line[..at].ends_with(|before: char| before.is_alphanumeric() || "._-/}".contains(before))
                })
            };
            let found = homes.iter().find(|home| starts_a_path(home));
            assert_eq!(found, None, "{name}, line {}: a path of one machine", row + 1);
        }
    }
}
