//! `cargo metadata`, in the few words that the tests need.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use serde_json::Value;

/// The workspace and everything that it depends on, for all platforms and features.
pub(crate) static WORKSPACE: LazyLock<Workspace> = LazyLock::new(Workspace::load);

pub(crate) struct Workspace {
    /// By package id.
    pub(crate) packages: BTreeMap<String, Package>,
    /// Names of the members, in order.
    pub(crate) members: Vec<String>,
}

pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    /// SPDX expression.
    pub(crate) licence: Option<String>,
    /// A registry's address; `None` for a package of this workspace.
    pub(crate) source: Option<String>,
    pub(crate) manifest: PathBuf,
    /// Resolved dependencies: id of the package, and as what.
    pub(crate) dependencies: Vec<(String, BTreeSet<Kind>)>,
}

/// What a dependency is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Normal,
    Build,
    Dev,
}

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the project")
}

impl Workspace {
    fn load() -> Workspace {
        let output = Command::new(env!("CARGO"))
            .args(["metadata", "--format-version", "1", "--locked", "--all-features"])
            .current_dir(root())
            .output()
            .expect("cargo starts");
        assert!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
        let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo writes JSON");

        let mut packages: BTreeMap<_, _> = metadata["packages"]
            .as_array()
            .expect("packages")
            .iter()
            .map(|package| (text(&package["id"]), Package::read(package)))
            .collect();
        for node in metadata["resolve"]["nodes"].as_array().expect("nodes") {
            packages.get_mut(&text(&node["id"])).expect("a node is a package").dependencies =
                dependencies(node);
        }
        let mut members: Vec<_> = metadata["workspace_members"]
            .as_array()
            .expect("members")
            .iter()
            .map(|id| packages[&text(id)].name.clone())
            .collect();
        members.sort();
        Workspace { packages, members }
    }

    /// The package of this workspace called `name`.
    pub(crate) fn member(&self, name: &str) -> &Package {
        let mut found = self.packages.values().filter(|package| package.source.is_none());
        found.find(|package| package.name == name).unwrap_or_else(|| panic!("there is no member {name}"))
    }

    /// What `name` depends on directly for any of `kinds`, by name.
    pub(crate) fn direct(&self, name: &str, kinds: &[Kind]) -> BTreeSet<&str> {
        let wanted = self
            .member(name)
            .dependencies
            .iter()
            .filter(|(_, are)| kinds.iter().any(|kind| are.contains(kind)));
        wanted.map(|(id, _)| self.packages[id].name.as_str()).collect()
    }
}

impl Package {
    fn read(package: &Value) -> Package {
        Package {
            name: text(&package["name"]),
            version: text(&package["version"]),
            licence: package["license"].as_str().map(str::to_owned),
            source: package["source"].as_str().map(str::to_owned),
            manifest: PathBuf::from(text(&package["manifest_path"])),
            dependencies: Vec::new(),
        }
    }
}

fn dependencies(node: &Value) -> Vec<(String, BTreeSet<Kind>)> {
    let kinds = |dependency: &Value| {
        let kinds = dependency["dep_kinds"].as_array().expect("kinds").iter();
        kinds
            .map(|kind| match kind["kind"].as_str() {
                Some("dev") => Kind::Dev,
                Some("build") => Kind::Build,
                _ => Kind::Normal,
            })
            .collect()
    };
    let all = node["deps"].as_array().expect("deps").iter();
    all.map(|dependency| (text(&dependency["pkg"]), kinds(dependency))).collect()
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}
