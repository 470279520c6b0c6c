//! The guide's files: those that its page needs, and no others.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::{MOST_FILE, create};
use crate::verb::alert::file::{Over, read_bounded, write_whole};

/// The page that a site opens with.
const GUIDE: &str = "guide.html";
/// What the engine's file is called where it lies with the guide.
const ENGINE: &str = "hinan_phone.wasm";

/// The guide, ready to be written.
pub struct Page {
    files: BTreeMap<String, Vec<u8>>,
    /// The engine, where there is one.
    pub engine: Option<Vec<u8>>,
}

/// Takes the guide from a folder, or from this program.
///
/// # Errors
/// Where a file cannot be read.
pub fn read(site: Option<&Path>, engine: Option<&Path>) -> Result<Page> {
    let mut all = match site {
        Some(folder) => {
            let mut files = BTreeMap::new();
            read_folder(folder, "", &mut files)?;
            files
        }
        None => hinan_server::page_contents(),
    };
    let with_guide = all.remove(ENGINE);
    let engine = match engine {
        Some(path) => Some(read_bounded(path, MOST_FILE).with_context(|| path.display().to_string())?),
        None => with_guide,
    };
    let wanted = needed(&all);
    all.retain(|name, _| wanted.contains(name));
    if let Some(page) = all.get(GUIDE).cloned() {
        // So that the folder's own address opens it.
        all.insert("index.html".to_owned(), page);
    }
    Ok(Page { files: all, engine })
}

/// What the guide's page names, and what those files name: other pages' files stay behind.
fn needed(all: &BTreeMap<String, Vec<u8>>) -> BTreeSet<String> {
    let mut wanted = BTreeSet::new();
    let mut open: Vec<&str> = all.keys().filter(|name| *name == GUIDE).map(String::as_str).collect();
    while let Some(name) = open.pop() {
        if !wanted.insert(name.to_owned()) {
            continue;
        }
        let Some(text) = all.get(name).and_then(|bytes| std::str::from_utf8(bytes).ok()) else { continue };
        let named = all.keys().filter(|other| {
            let is_page = other.ends_with(".html");
            !is_page && text.contains(other.rsplit('/').next().unwrap_or(other))
        });
        open.extend(named.map(String::as_str));
    }
    wanted
}

fn read_folder(folder: &Path, before: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    let at = || folder.display().to_string();
    for entry in fs::read_dir(folder).with_context(at)? {
        let entry = entry.with_context(at)?;
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.file_type().with_context(at)?.is_dir() {
            read_folder(&entry.path(), &format!("{name}/"), files)?;
        } else {
            let bytes = read_bounded(&entry.path(), MOST_FILE);
            files.insert(name, bytes.with_context(|| entry.path().display().to_string())?);
        }
    }
    Ok(())
}

impl Page {
    /// Whether the guide is among the files.
    pub fn has_guide(&self) -> bool {
        self.files.contains_key(GUIDE)
    }

    /// Writes the files into the site.
    ///
    /// # Errors
    /// Where they cannot be written.
    pub fn write(&self, output: &Path) -> Result<()> {
        for (name, bytes) in &self.files {
            let path = output.join(name);
            if let Some(folder) = path.parent() {
                create(folder)?;
            }
            write_whole(&path, bytes, Over::Replace)?;
        }
        Ok(())
    }
}
