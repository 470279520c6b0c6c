//! The statement that a builder's machine and a reviewer sign for a pack.

use std::path::Path;

use anyhow::{Context as _, Result, anyhow};
use hinan_pack::{Manifest, PackedFile};
use hinan_trust::statement::{Changes, Counter, Delivery, FileEntry, VERSION};
use hinan_trust::{Digest, Envelope, Kind, Statement, Trust};

use super::{MANIFEST_FILE, create};
use crate::trusted::{Document, Pin};
use crate::verb::alert::draft::stamp;
use crate::verb::alert::evidence::documents;
use crate::verb::alert::file::{Over, read_bounded, write_whole};

/// Root and ring that a pack brings along.
pub struct Authority {
    roots: Vec<Document>,
    rings: Vec<Document>,
    trust: Trust,
}

impl Authority {
    /// Reads a folder of roots and rings.
    ///
    /// # Errors
    /// Where none of the roots is one that this machine believes, or there is no ring.
    pub fn read(folder: &Path, pin: Pin) -> Result<Authority> {
        let (roots, rings) = documents(folder)?;
        let (trust, _) = pin.trust(&roots, &rings, folder)?;
        if trust.ring().is_none() {
            return Err(anyhow!(
                "{}: no ring in it holds; a pack is signed by officers of a ring",
                folder.display()
            ));
        }
        Ok(Authority { roots, rings, trust })
    }

    /// What is believed.
    pub fn trust(&self) -> &Trust {
        &self.trust
    }

    /// The name of the first root.
    pub fn scope(&self) -> String {
        self.trust.scope().to_string()
    }

    /// Hosts that the ring names to fetch from.
    pub fn relays(&self) -> Vec<&str> {
        self.trust.ring().map(|ring| ring.relays()).unwrap_or_default()
    }

    /// The epoch that numbers belong to.
    pub fn epoch(&self) -> u64 {
        self.counter().epoch
    }

    fn counter(&self) -> Counter {
        self.trust.ring().map_or(Counter { epoch: 1, n: 1 }, |ring| ring.counter())
    }

    /// Writes roots and rings into the site.
    ///
    /// # Errors
    /// Where they cannot be written.
    pub fn write(&self, output: &Path) -> Result<Vec<PackedFile>> {
        let mut listed = Vec::new();
        create(&output.join("trust"))?;
        for (role, documents) in [("root", &self.roots), ("ring", &self.rings)] {
            for (number, (_, bytes)) in (1..).zip(documents) {
                let entry = PackedFile::named(role, &format!("trust/{role}{number}.dsse.json"), bytes);
                write_whole(&output.join(&entry.path), bytes, Over::Replace)?;
                listed.push(entry);
            }
        }
        Ok(listed)
    }

    /// Drafts the statement for a manifest. One that is there for the very same files stays with its
    /// signatures. Whether a statement is there.
    ///
    /// # Errors
    /// Where it cannot be drafted or written.
    pub fn draft(&self, manifest: &Manifest, text: &[u8], path: &Path) -> Result<bool> {
        let known = read_bounded(path, Kind::Pack.max_bytes()).ok().and_then(|bytes| delivery(&bytes));
        if known.is_some_and(|known| known.files == files_of(manifest, text)) {
            return Ok(true);
        }
        let stamp = stamp()?;
        let digest = |hex: &str| Digest::parse(hex).ok_or_else(|| anyhow!("{hex}: no digest"));
        let statement = Statement::Pack(Delivery {
            v: VERSION,
            scope: self.trust.scope(),
            ring: self.counter(),
            id: stamp.id,
            issued: stamp.issued,
            name: manifest.name.clone(),
            version: manifest.version.clone(),
            epoch: manifest.epoch,
            n: manifest.n,
            files: files_of(manifest, text),
            built: manifest.built.unwrap_or(0),
            inputs: manifest.inputs.iter().map(|hex| digest(hex)).collect::<Result<_>>()?,
            diff_sha256: digest(&manifest.diff_sha256)?,
            changes: Changes { shelters: manifest.changes.shelters, changed: manifest.changes.changed },
            ext: None,
        });
        let envelope = statement.envelope().context("the statement cannot be drafted")?;
        write_whole(path, &envelope.to_json(), Over::Replace)?;
        Ok(true)
    }
}

/// What a statement signs for: the manifest and everything that it names.
pub fn files_of(manifest: &Manifest, text: &[u8]) -> Vec<FileEntry> {
    let entry = |path: &str, sha256: &str, len: u64| {
        Some(FileEntry { path: path.to_owned(), sha256: Digest::parse(sha256)?, len })
    };
    let whole = entry(MANIFEST_FILE, &hinan_pack::sha256(text), text.len() as u64);
    let files = manifest.files.iter().map(|file| entry(&file.path, &file.sha256, file.len));
    let deltas = manifest.deltas.iter().map(|delta| entry(&delta.path, &delta.sha256, delta.len));
    [whole].into_iter().chain(files).chain(deltas).flatten().collect()
}

/// The delivery in an envelope.
pub fn delivery(envelope: &[u8]) -> Option<Delivery> {
    let envelope = Envelope::read(envelope).ok()?;
    match Statement::read(envelope.kind, &envelope.payload).ok()? {
        Statement::Pack(delivery) => Some(delivery),
        _ => None,
    }
}
