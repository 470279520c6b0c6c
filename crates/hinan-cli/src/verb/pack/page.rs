//! The guide's files: those that its page needs, and no others.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use super::{MOST_FILE, create};
use crate::verb::alert::file::{Over, read_bounded, write_whole};

/// The page that a site opens with.
const GUIDE: &str = "guide.html";
/// What the engine's file is called where it lies with the guide.
const ENGINE: &str = "hinan_phone.wasm";
/// What makes a new pack of a difference, where it lies with the engine, and what the page asks for.
const RENEW: &str = "hinan_renew.wasm";
const RENEW_IN_SITE: &str = "renew.wasm";
/// The service worker: it keeps the page until its own version is another one.
const WORKER: &str = "guide-sw.js";
/// What the page's policy lets it fetch from.
const CONNECT: &str = "connect-src 'self'";
/// How the worker's version begins.
const VERSION: &str = "const VERSION = \"";

/// The guide, ready to be written.
pub struct Page {
    files: BTreeMap<String, Vec<u8>>,
    /// The engine, where there is one.
    pub engine: Option<Vec<u8>>,
    /// Whether phones can use differences.
    pub has_renew: bool,
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
    let with_guide = (all.remove(ENGINE), all.remove(RENEW));
    let (engine, renew) = match engine {
        Some(path) => {
            let read =
                |path: &Path| read_bounded(path, MOST_FILE).with_context(|| path.display().to_string());
            let beside = path.with_file_name(RENEW);
            (Some(read(path)?), beside.exists().then(|| read(&beside)).transpose()?)
        }
        None => with_guide,
    };
    let wanted = needed(&all);
    all.retain(|name, _| wanted.contains(name));
    if let Some(page) = all.get(GUIDE).cloned() {
        // So that the folder's own address opens it.
        all.insert("index.html".to_owned(), page);
    }
    let has_renew = renew.is_some();
    if let Some(renew) = renew {
        // Not in the manifest: what it makes is held against the manifest's digests, and few phones fetch it.
        all.insert(RENEW_IN_SITE.to_owned(), renew);
    }
    Ok(Page { files: all, engine, has_renew })
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

    /// Lets the page fetch from the hosts that the ring names, and from no others.
    ///
    /// # Errors
    /// Where the page has no policy that could say so: a page that may ask nobody, or anybody.
    pub fn allow(&mut self, relays: &[&str]) -> Result<()> {
        if relays.is_empty() || !self.has_guide() {
            return Ok(());
        }
        let hosts = relays.join(" ");
        for name in [GUIDE, "index.html"] {
            self.replace_once(name, CONNECT, &format!("{CONNECT} {hosts}"))?;
        }
        if self.files.contains_key(WORKER) {
            // Phones that keep the page with other hosts have to take this one.
            let digest = hinan_pack::sha256(hosts.as_bytes());
            self.replace_once(WORKER, VERSION, &format!("{VERSION}{}-", &digest[..8]))?;
        }
        Ok(())
    }

    fn replace_once(&mut self, name: &str, there: &str, wanted: &str) -> Result<()> {
        let text = self.files.get(name).and_then(|bytes| std::str::from_utf8(bytes).ok());
        let Some((before, after)) = text.and_then(|text| text.split_once(there)) else {
            bail!("{name}: '{there}' does not stand in it, so that the ring's relays cannot be named there");
        };
        let text = format!("{before}{wanted}{after}");
        self.files.insert(name.to_owned(), text.into_bytes());
        Ok(())
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
