//! Files of the alert verbs: read with a bound, written whole or not at all.

use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use hinan_desk::Draft;
use hinan_desk_server::folder::{CAP, ENVELOPE, MOST_CAP};
use hinan_trust::Kind;
use tempfile::NamedTempFile;

/// A whole file of at most `most` bytes.
///
/// # Errors
/// Where it cannot be read, or is larger.
pub fn read_bounded(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(most as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > most {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("more than {most} bytes")));
    }
    Ok(bytes)
}

/// Whether a file that is there already is written over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// It is: nothing that it held is lost, since what is written was made of it.
    Replace,
    /// It is not: an error.
    Keep,
}

/// Writes a file aside, syncs it and renames it, so that nobody ever reads half of it.
///
/// # Errors
/// Where it cannot be written, or is there and is to be kept.
pub fn write_whole(path: &Path, bytes: &[u8], over: Over) -> Result<()> {
    let cannot = || format!("{}: cannot be written", path.display());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut aside = NamedTempFile::new_in(folder).with_context(cannot)?;
    aside.write_all(bytes).with_context(cannot)?;
    readable_by_all(aside.as_file()).with_context(cannot)?;
    aside.as_file().sync_all().with_context(cannot)?;
    match over {
        Over::Replace => aside.persist(path).map(drop).map_err(|error| error.error).with_context(cannot),
        Over::Keep => aside.persist_noclobber(path).map(drop).map_err(|error| match error.error.kind() {
            io::ErrorKind::AlreadyExists => {
                anyhow::anyhow!("{}: is there already and stays as it is; take another name", path.display())
            }
            _ => anyhow::Error::new(error.error).context(cannot()),
        }),
    }
}

/// What is signed is no secret, and the second officer has to read it. A temporary file is its owner's alone.
#[cfg(unix)]
fn readable_by_all(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_all(_: &File) -> io::Result<()> {
    Ok(())
}

/// The two files of an alert, from the name of either or from what both begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The envelope.
    pub envelope: PathBuf,
    /// The CAP message: its exact bytes.
    pub cap: PathBuf,
}

impl Pair {
    /// The pair that a path names.
    pub fn of(path: &Path) -> Pair {
        let name = path.as_os_str().to_string_lossy();
        let stem = name.strip_suffix(CAP).or_else(|| name.strip_suffix(ENVELOPE)).unwrap_or(&name);
        Pair { envelope: format!("{stem}{ENVELOPE}").into(), cap: format!("{stem}{CAP}").into() }
    }

    /// What both begin with, and something behind it.
    #[must_use]
    pub fn beside(&self, suffix: &str) -> Pair {
        let name = self.envelope.to_string_lossy();
        let stem = name.strip_suffix(ENVELOPE).unwrap_or(&name);
        Pair::of(Path::new(&format!("{stem}{suffix}")))
    }

    /// The folder that the pair lies in.
    pub fn folder(&self) -> &Path {
        self.envelope.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
    }
}

/// The bytes of a pair.
#[derive(Clone, Debug)]
pub struct Files {
    /// The envelope.
    pub envelope: Vec<u8>,
    /// The message; none beside what tells people nothing.
    pub cap: Option<Vec<u8>>,
}

impl Pair {
    /// Reads both files.
    ///
    /// # Errors
    /// Where there is no envelope, or one of the two cannot be read.
    pub fn read(&self) -> Result<Files> {
        let envelope = read_bounded(&self.envelope, Kind::Root.max_bytes())
            .with_context(|| self.envelope.display().to_string())?;
        let cap = match read_bounded(&self.cap, MOST_CAP as usize) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            cap => Some(cap.with_context(|| self.cap.display().to_string())?),
        };
        Ok(Files { envelope, cap })
    }

    /// Writes a draft: the message before its envelope, so that nobody finds one that lacks the other.
    ///
    /// # Errors
    /// Where one of them is there already or cannot be written.
    pub fn write(&self, draft: &Draft) -> Result<()> {
        if self.envelope.exists() {
            anyhow::bail!(
                "{}: is there already and stays as it is; take another name",
                self.envelope.display()
            );
        }
        if !draft.cap.is_empty() {
            write_whole(&self.cap, &draft.cap, Over::Keep)?;
        }
        write_whole(&self.envelope, &draft.envelope.to_json(), Over::Keep)
    }
}
