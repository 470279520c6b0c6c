//! The licences, bans and sources of deny.toml, for machines without cargo-deny.

use std::fs;

use crate::metadata::{WORKSPACE, root};
use crate::spdx;

fn deny() -> toml::Table {
    fs::read_to_string(root().join("deny.toml")).unwrap().parse().unwrap()
}

fn list<'a>(table: &'a toml::Table, section: &str, key: &str) -> &'a [toml::Value] {
    table[section][key].as_array().unwrap()
}

#[test]
fn every_dependency_has_a_licence_that_deny_toml_allows() {
    let deny = deny();
    let allowed: Vec<_> =
        list(&deny, "licenses", "allow").iter().map(|name| name.as_str().unwrap()).collect();
    for package in WORKSPACE.packages.values() {
        let licence = package.licence.as_deref().unwrap_or_default();
        assert!(
            spdx::is_satisfied(licence, &|name| allowed.contains(&name)),
            "{} {} is licensed '{licence}', which deny.toml does not allow",
            package.name,
            package.version
        );
    }
}

#[test]
fn no_banned_crate_is_in_the_tree() {
    let deny = deny();
    for ban in list(&deny, "bans", "deny") {
        let (name, reason) = (ban["crate"].as_str().unwrap(), ban["reason"].as_str().unwrap());
        let wrappers = ban.get("wrappers").and_then(toml::Value::as_array);
        let may_use =
            |user: &str| wrappers.is_some_and(|names| names.iter().any(|name| name.as_str() == Some(user)));
        for user in WORKSPACE.packages.values() {
            let uses = user.dependencies.iter().any(|(id, _)| WORKSPACE.packages[id].name == name);
            assert!(!uses || may_use(&user.name), "{} brings {name}: {reason}", user.name);
        }
    }
}

#[test]
fn every_dependency_comes_from_crates_io() {
    for package in WORKSPACE.packages.values() {
        let source = package.source.as_deref();
        let known = source
            .is_none_or(|source| source.starts_with("registry+https://github.com/rust-lang/crates.io-index"));
        assert!(known, "{} comes from {source:?}", package.name);
    }
}
