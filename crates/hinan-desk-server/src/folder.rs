//! The folder that the desks share: `NAME.dsse.json` (who signed) beside `NAME.cap.xml` (the exact
//! message), and `root*.dsse.json` and `ring*.dsse.json`.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use hinan_trust::Kind;
use sha2::{Digest as _, Sha256};

/// What the name of an envelope ends with.
pub const ENVELOPE: &str = ".dsse.json";
/// What the name of a CAP message ends with.
pub const CAP: &str = ".cap.xml";
const ROOT: &str = "root";
const RING: &str = "ring";
/// The most files that are looked at; the rest is told of and left out.
pub const MOST_FILES: usize = 2_000;
/// The largest CAP message of a desk, in bytes. What officers draft has a few thousand.
pub const MOST_CAP: u64 = 4 << 20;

/// Every code of a complaint that is the folder's own, for the texts.
pub const CODES: [&str; 4] = ["no-envelope", "too-large", "too-many-files", "unreadable"];

/// An envelope with the message beside it.
#[derive(Clone, Debug)]
pub struct Pair {
    /// What both names begin with.
    pub stem: String,
    /// The envelope, unread.
    pub envelope: Vec<u8>,
    /// The message, where there is one.
    pub cap: Option<Vec<u8>>,
}

/// A file that is left out, and why.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Complaint {
    /// Its name.
    pub file: String,
    /// A stable word for the reason.
    pub code: &'static str,
    /// The reason.
    pub words: String,
}

/// What the folder holds.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// Alerts and what is about them, by name.
    pub pairs: Vec<Pair>,
    /// Roots: name and bytes.
    pub roots: Vec<(String, Vec<u8>)>,
    /// Rings: name and bytes.
    pub rings: Vec<(String, Vec<u8>)>,
    /// What was left out.
    pub complaints: Vec<Complaint>,
}

/// Where the desks meet.
#[derive(Clone, Debug)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// A folder that is there.
    ///
    /// # Errors
    /// It is not, or cannot be read.
    pub fn open(path: &Path) -> io::Result<Folder> {
        fs::read_dir(path)?;
        Ok(Folder { path: path.to_owned() })
    }

    /// The names of the files that are ours, in order; plain files only, since a link may lead
    /// anywhere. At most [`MOST_FILES`]; whether there are more.
    fn names(&self) -> io::Result<(Vec<String>, bool)> {
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.path)? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            if (name.ends_with(ENVELOPE) || name.ends_with(CAP)) && entry.file_type()?.is_file() {
                names.push(name);
            }
        }
        // Roots and rings first: without them nothing else is worth anything, however much there is.
        names.sort_by_cached_key(|name| (!is_document(name), name.clone()));
        let is_more = names.len() > MOST_FILES;
        names.truncate(MOST_FILES);
        Ok((names, is_more))
    }

    /// Something that changes when a file is added, removed or written anew.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn trace(&self) -> io::Result<[u8; 32]> {
        let (names, _) = self.names()?;
        let mut hash = Sha256::new();
        for name in names {
            // A file that goes while we look is one that changes.
            let Ok(metadata) = fs::metadata(self.path.join(&name)) else { continue };
            let modified =
                metadata.modified().ok().and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
            hash.update(name.as_bytes());
            hash.update([0]);
            hash.update(metadata.len().to_le_bytes());
            hash.update(modified.map_or(0, |at| at.as_nanos()).to_le_bytes());
        }
        Ok(hash.finalize().into())
    }

    /// Reads everything.
    ///
    /// # Errors
    /// The folder cannot be read. What is wrong with a file is a complaint.
    pub fn read(&self) -> io::Result<Content> {
        let (names, is_more) = self.names()?;
        let mut content = Content::default();
        if is_more {
            content.complain(
                "",
                "too-many-files",
                format!("only the first {MOST_FILES} files are looked at"),
            );
        }
        for name in names.iter().filter_map(|name| name.strip_suffix(ENVELOPE)) {
            self.read_envelope(name, &mut content);
        }
        let is_paired = |stem: &str| names.iter().any(|name| name.strip_suffix(ENVELOPE) == Some(stem));
        for stem in names.iter().filter_map(|name| name.strip_suffix(CAP)).filter(|stem| !is_paired(stem)) {
            let words = "there is no envelope beside it: nobody has signed it".to_owned();
            content.complain(&format!("{stem}{CAP}"), "no-envelope", words);
        }
        Ok(content)
    }

    fn read_envelope(&self, stem: &str, content: &mut Content) {
        let file = format!("{stem}{ENVELOPE}");
        let envelope = match self.read_bounded(&file, Kind::Root.max_bytes() as u64) {
            Ok(bytes) => bytes,
            Err(error) => return content.complain(&file, code_of(&error), error.to_string()),
        };
        match () {
            () if stem.starts_with(ROOT) => content.roots.push((file, envelope)),
            () if stem.starts_with(RING) => content.rings.push((file, envelope)),
            () => {
                let beside = format!("{stem}{CAP}");
                let cap = match self.read_bounded(&beside, MOST_CAP) {
                    Ok(bytes) => Some(bytes),
                    Err(error) if error.kind() == io::ErrorKind::NotFound => None,
                    Err(error) => {
                        content.complain(&beside, code_of(&error), error.to_string());
                        None
                    }
                };
                content.pairs.push(Pair { stem: stem.to_owned(), envelope, cap });
            }
        }
    }

    fn read_bounded(&self, name: &str, most: u64) -> io::Result<Vec<u8>> {
        let path = self.path.join(name);
        if !fs::symlink_metadata(&path)?.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no plain file"));
        }
        let mut bytes = Vec::new();
        fs::File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > most {
            let words = format!("it is larger than {most} bytes");
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, words));
        }
        Ok(bytes)
    }

    /// The envelope of a stem as it is now.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn envelope(&self, stem: &str) -> io::Result<Vec<u8>> {
        self.read_bounded(&format!("{stem}{ENVELOPE}"), Kind::Root.max_bytes() as u64)
    }

    /// Writes a message. It comes before its envelope, so that nobody finds one without the other.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write_cap(&self, stem: &str, bytes: &[u8]) -> io::Result<()> {
        self.write(&format!("{stem}{CAP}"), bytes)
    }

    /// Writes an envelope in the place of the one that is there.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write_envelope(&self, stem: &str, bytes: &[u8]) -> io::Result<()> {
        self.write(&format!("{stem}{ENVELOPE}"), bytes)
    }

    /// Aside, synced, renamed: whoever reads finds the old file or the new one, whole.
    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        // Desks of several machines write here: a name that no other one takes.
        let lot = hinan_desk::new_id().map_err(|error| io::Error::other(error.to_string()))?;
        let aside = self.path.join(format!(".{name}.{lot}.part"));
        let written = fs::File::create_new(&aside).and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        });
        let renamed = written.and_then(|()| fs::rename(&aside, self.path.join(name)));
        if renamed.is_err() {
            // Best effort: the error that matters is the one that is told.
            fs::remove_file(&aside).ok();
        }
        renamed
    }

    /// Removes a draft: the envelope first, so that nobody finds it without its message.
    ///
    /// # Errors
    /// It cannot be removed.
    pub fn remove(&self, stem: &str) -> io::Result<()> {
        fs::remove_file(self.path.join(format!("{stem}{ENVELOPE}")))?;
        match fs::remove_file(self.path.join(format!("{stem}{CAP}"))) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other,
        }
    }
}

impl Content {
    fn complain(&mut self, file: &str, code: &'static str, words: String) {
        self.complaints.push(Complaint { file: file.to_owned(), code, words });
    }
}

fn is_document(name: &str) -> bool {
    name.starts_with(ROOT) || name.starts_with(RING)
}

fn code_of(error: &io::Error) -> &'static str {
    if error.kind() == io::ErrorKind::FileTooLarge { "too-large" } else { "unreadable" }
}
