//! A folder of alerts, read and judged: what is believed, and why the rest is not.

use std::path::Path;

use anyhow::{Context as _, Result};
use hinan_desk_server::folder::{Complaint, Content, Folder};
use hinan_trust::{Context, Decision, Kind, NotTaken, Store, Trust};

use crate::trusted::{Document, Pin};
use crate::verb::alert::words;

/// Roots and rings of a folder.
///
/// # Errors
/// Where the folder cannot be read.
pub fn documents(folder: &Path) -> Result<(Vec<Document>, Vec<Document>)> {
    let content = Folder::open(folder).and_then(|folder| folder.read());
    let content = content.with_context(|| folder.display().to_string())?;
    Ok((content.roots, content.rings))
}

/// A folder, judged at one time.
pub struct Evidence {
    /// Root and ring.
    pub trust: Trust,
    /// Everything that any known key signed.
    pub store: Store,
    /// The alerts and what is about them, by name of their files.
    pub files: Vec<Filed>,
    /// What was left out.
    pub complaints: Vec<Complaint>,
}

/// An envelope with the message beside it, and what is made of them.
pub struct Filed {
    /// What the names of both files begin with.
    pub stem: String,
    /// Whether it is believed, with all that lies in the folder.
    pub decision: Decision,
}

impl Evidence {
    /// Reads a folder and judges what lies in it at `now`. The order in which it came there does not
    /// matter: everything is kept first and judged then.
    ///
    /// # Errors
    /// Where the folder cannot be read, or no root in it is believed here.
    pub fn read(folder: &Path, pin: Pin, now: i64) -> Result<Evidence> {
        let content = Folder::open(folder).and_then(|folder| folder.read());
        Evidence::of(content.with_context(|| folder.display().to_string())?, folder, pin, now)
    }

    fn of(content: Content, folder: &Path, pin: Pin, now: i64) -> Result<Evidence> {
        let Content { pairs, roots, rings, mut complaints } = content;
        let (trust, not_taken) = pin.trust(&roots, &rings, folder)?;
        complaints.extend(not_taken.iter().map(|not_taken| told(not_taken, &roots, &rings)));
        let context = at(now);
        let mut store = Store::new();
        for pair in &pairs {
            // What it is worth alone does not matter: it is asked again when all is there.
            store.receive(&trust, &pair.envelope, pair.cap.as_deref(), &context);
        }
        let files = pairs.into_iter().map(|pair| {
            let decision = store.decide(&trust, &pair.envelope, pair.cap.as_deref(), &context);
            Filed { stem: pair.stem, decision }
        });
        let files = files.collect();
        Ok(Evidence { trust, store, files, complaints })
    }

    /// What is made of an envelope that may lie elsewhere, in the light of the folder.
    pub fn decide(&self, envelope: &[u8], cap: Option<&[u8]>, now: i64) -> Decision {
        self.store.decide(&self.trust, envelope, cap, &at(now))
    }
}

impl Evidence {
    /// How many persons stand behind a document, of how many; nothing without a ring.
    pub fn persons(&self, decision: &Decision) -> String {
        self.trust.ring().map(|ring| words::persons(decision, ring)).unwrap_or_default()
    }
}

fn at(now: i64) -> Context {
    Context { now, ..Context::default() }
}

/// A root or ring that was not taken.
fn told(not_taken: &NotTaken, roots: &[Document], rings: &[Document]) -> Complaint {
    let documents = if not_taken.kind == Kind::Root { roots } else { rings };
    Complaint {
        file: documents.get(not_taken.at).map(|(file, _)| file.clone()).unwrap_or_default(),
        code: not_taken.refused.code.code(),
        words: not_taken.refused.to_string(),
    }
}
