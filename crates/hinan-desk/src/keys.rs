//! Keys in files: a secret one that a passphrase opens, and beside it what others may know.
//!
//! `NAME.age` has the secret (an Ed25519 seed, see [`crate::age`]), readable by its owner alone;
//! `NAME.pub` has one line: `hinan-ed25519 PUBLIC LABEL`. A secret never stands in an argument, a
//! variable of the environment, a log or an error, and is wiped from memory when it is dropped.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use ed25519_dalek::{Signer as _, SigningKey};
use hinan_trust::{Digest, Envelope, Hex, key_id};
use zeroize::Zeroizing;

use crate::age::{self, AgeError};
use crate::random::{self, NoRandomness};

/// The fewest letters of a passphrase.
pub const SHORTEST_PASSPHRASE: usize = 12;
/// The most letters of a label.
const LABEL: usize = 80;
/// The largest file that is looked into, in bytes.
const MOST_BYTES: u64 = 64 * 1024;
/// What a public file begins with.
const PUBLIC_MARK: &str = "hinan-ed25519";
/// What the content of a secret file begins with.
const SECRET_MARK: &str = "hinan-key-v1";

/// A passphrase; wiped from memory when it is dropped.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes a passphrase over. For opening: any will do.
    pub fn new(text: String) -> Passphrase {
        Passphrase(Zeroizing::new(text))
    }

    /// Whether it is good enough to lock a new key.
    ///
    /// # Errors
    /// It has fewer than [`SHORTEST_PASSPHRASE`] letters.
    pub fn check(&self) -> Result<(), KeyError> {
        let is_long = self.0.chars().count() >= SHORTEST_PASSPHRASE;
        if is_long { Ok(()) } else { Err(KeyError::ShortPassphrase) }
    }
}

/// Why a key could not be made or opened. None of these says anything of a secret.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// Nothing to draw from.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// Too easy to guess.
    #[error(
        "a passphrase has at least {SHORTEST_PASSPHRASE} letters; five or six words that do not belong together are good"
    )]
    ShortPassphrase,
    /// A label that would not fit into a line.
    #[error("a label has 1 to {LABEL} letters on one line")]
    BadLabel,
    /// There is a file of that name.
    #[error("{0} is there already: a key is never written over; take another name")]
    Exists(PathBuf),
    /// Others may read the file.
    #[error(
        "{path} may be read by others (mode {mode:03o}): a key that others can copy is no key. Make a new one; or, if nobody can have read it: chmod 600"
    )]
    ReadByOthers {
        /// The file.
        path: PathBuf,
        /// Its permissions.
        mode: u32,
    },
    /// It does not open.
    #[error("{path}: {why}")]
    Locked {
        /// The file.
        path: PathBuf,
        /// Why.
        why: AgeError,
    },
    /// It opens, and has no key in it.
    #[error("{0} has no key of hinan in it")]
    NoKey(PathBuf),
    /// The public file is not of the secret one.
    #[error("{0} names another key than the secret file beside it: one of the two was swapped")]
    Mismatch(PathBuf),
    /// Files.
    #[error("{path}: {error}")]
    File {
        /// Which.
        path: PathBuf,
        /// What went wrong.
        error: io::Error,
    },
}

/// What others may know of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    /// Its bytes, as root and ring name them.
    pub public: Hex<32>,
    /// Whose it is, in words.
    pub label: String,
}

impl PublicKey {
    /// The name of the key in envelopes: SHA-256 of its bytes.
    pub fn key_id(&self) -> String {
        key_id(&self.public.0)
    }

    /// The name in four words, to be compared by voice when a key is entered into a ring.
    pub fn four_words(&self) -> [&'static str; 4] {
        crate::words::four_words(Digest::of(&self.public.0))
    }

    /// Reads the line of a public file.
    pub fn read(line: &str) -> Option<PublicKey> {
        let rest = line.trim_end().strip_prefix(PUBLIC_MARK)?.strip_prefix(' ')?;
        let (public, label) = rest.split_once(' ')?;
        is_label(label).then_some(PublicKey { public: Hex::parse(public)?, label: label.to_owned() })
    }

    /// The line of a public file.
    pub fn line(&self) -> String {
        format!("{PUBLIC_MARK} {} {}\n", self.public, self.label)
    }
}

/// A key that signs. Its secret is wiped from memory when it is dropped, and no text shows it.
pub struct SecretKey {
    key: SigningKey,
    label: String,
}

impl core::fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("SecretKey").field("label", &self.label).finish_non_exhaustive()
    }
}

impl SecretKey {
    /// A new key. `label` says whose it is: a name, and which of their keys.
    ///
    /// # Errors
    /// A label of more than a line, or no randomness.
    pub fn generate(label: &str) -> Result<SecretKey, KeyError> {
        let seed = Zeroizing::new(random::bytes::<32>()?);
        SecretKey::from_seed(&seed, label)
    }

    /// The key of a seed; for tests and for what a file holds.
    ///
    /// # Errors
    /// A label of more than a line.
    pub fn from_seed(seed: &[u8; 32], label: &str) -> Result<SecretKey, KeyError> {
        if !is_label(label) {
            return Err(KeyError::BadLabel);
        }
        Ok(SecretKey { key: SigningKey::from_bytes(seed), label: label.to_owned() })
    }

    /// What others may know.
    pub fn public(&self) -> PublicKey {
        PublicKey { public: Hex(self.key.verifying_key().to_bytes()), label: self.label.clone() }
    }

    /// The envelope with this key's signature over its exact bytes. Nothing is read or written anew.
    pub fn sign(&self, envelope: Envelope) -> Envelope {
        let signature = self.key.sign(&envelope.pae()).to_bytes();
        envelope.with_signature(self.public().key_id(), signature)
    }

    /// Writes the key to `NAME.age`, locked, and what others may know to `NAME.pub`.
    ///
    /// # Errors
    /// A file of that name, a short passphrase, or no room.
    pub fn save(&self, secret_file: &Path, passphrase: &Passphrase) -> Result<(), KeyError> {
        self.save_with(secret_file, passphrase, age::EFFORT)
    }

    /// [`SecretKey::save`] with another amount of work; less than [`age::EFFORT`] is for tests.
    ///
    /// # Errors
    /// As there.
    pub fn save_with(&self, secret_file: &Path, passphrase: &Passphrase, effort: u8) -> Result<(), KeyError> {
        passphrase.check()?;
        let public_file = public_file(secret_file);
        for file in [secret_file, &public_file] {
            if file.exists() {
                return Err(KeyError::Exists(file.to_owned()));
            }
        }
        let locked = age::lock(&self.content(), &passphrase.0, effort)
            .map_err(|why| KeyError::Locked { path: secret_file.to_owned(), why })?;
        write_new(secret_file, &locked, 0o600)?;
        write_new(&public_file, self.public().line().as_bytes(), 0o644)
    }

    /// What is locked: the mark, the seed in hexadecimal digits, the label. Written into one piece of
    /// memory that is large enough from the start: text that grows leaves copies behind, which nobody wipes.
    fn content(&self) -> Zeroizing<Vec<u8>> {
        let seed = Zeroizing::new(self.key.to_bytes());
        let length = SECRET_MARK.len() + 2 * seed.len() + self.label.len() + 3;
        let mut content = Zeroizing::new(Vec::with_capacity(length));
        content.extend_from_slice(SECRET_MARK.as_bytes());
        content.push(b'\n');
        for byte in seed.iter() {
            content.extend([byte >> 4, byte & 15].map(digit));
        }
        content.push(b'\n');
        content.extend_from_slice(self.label.as_bytes());
        content.push(b'\n');
        content
    }

    /// Opens `NAME.age`. Takes about a second, by design.
    ///
    /// # Errors
    /// A file that others may read, another passphrase, a file that is no key, or a public file beside
    /// it that names another key.
    pub fn open(secret_file: &Path, passphrase: &Passphrase) -> Result<SecretKey, KeyError> {
        refuse_shared(secret_file)?;
        let locked = read_small(secret_file)?;
        let content = age::open(&locked, &passphrase.0)
            .map_err(|why| KeyError::Locked { path: secret_file.to_owned(), why })?;
        let key = read_secret(&content).ok_or_else(|| KeyError::NoKey(secret_file.to_owned()))?;
        let public_file = public_file(secret_file);
        if public_file.exists() && read_public(&public_file)?.public != key.public().public {
            return Err(KeyError::Mismatch(public_file));
        }
        Ok(key)
    }
}

fn read_secret(content: &[u8]) -> Option<SecretKey> {
    let mut lines = std::str::from_utf8(content).ok()?.lines();
    let (mark, digits, label) = (lines.next()?, lines.next()?, lines.next()?);
    let seed = read_seed(digits.as_bytes())?;
    if mark != SECRET_MARK || lines.next().is_some() {
        return None;
    }
    SecretKey::from_seed(&seed, label).ok()
}

/// A hexadecimal digit of half a byte. Computed, since a table would be read at secret places.
const fn digit(half: u8) -> u8 {
    if half < 10 { b'0' + half } else { b'a' + half - 10 }
}

/// The seed of 64 lowercase hexadecimal digits, straight into what wipes itself.
fn read_seed(digits: &[u8]) -> Option<Zeroizing<[u8; 32]>> {
    let half = |digit: u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let mut seed = Zeroizing::new([0; 32]);
    if digits.len() != 2 * seed.len() {
        return None;
    }
    for (byte, pair) in seed.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = half(pair[0])? << 4 | half(pair[1])?;
    }
    Some(seed)
}

fn is_label(label: &str) -> bool {
    let length = label.chars().count();
    (1..=LABEL).contains(&length) && label.trim() == label && !label.chars().any(char::is_control)
}

/// The public file that belongs to a secret one: `NAME.pub` to `NAME.age`.
pub fn public_file(secret_file: &Path) -> PathBuf {
    secret_file.with_extension("pub")
}

/// Reads a public file.
///
/// # Errors
/// No file, or none of a key.
pub fn read_public(file: &Path) -> Result<PublicKey, KeyError> {
    let bytes = read_small(file)?;
    let text = std::str::from_utf8(&bytes).ok();
    text.and_then(PublicKey::read).ok_or_else(|| KeyError::NoKey(file.to_owned()))
}

/// A public file of a folder.
#[derive(Debug)]
pub struct Listed {
    /// The file.
    pub file: PathBuf,
    /// Its key, or why it has none.
    pub key: Result<PublicKey, KeyError>,
}

/// The public files of a folder, by name, each with its key or why it has none. Needs no passphrase.
///
/// # Errors
/// A folder that cannot be read.
pub fn list(folder: &Path) -> Result<Vec<Listed>, KeyError> {
    let at = |error| KeyError::File { path: folder.to_owned(), error };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(at)? {
        let path = entry.map_err(at)?.path();
        if path.extension().is_some_and(|extension| extension == "pub") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files.into_iter().map(|file| Listed { key: read_public(&file), file }).collect())
}

fn read_small(path: &Path) -> Result<Vec<u8>, KeyError> {
    use io::Read as _;
    let at = |error| KeyError::File { path: path.to_owned(), error };
    let mut bytes = Vec::new();
    fs::File::open(path).map_err(at)?.take(MOST_BYTES).read_to_end(&mut bytes).map_err(at)?;
    Ok(bytes)
}

/// Writes a file that was not there, aside first, so that it is whole or absent. What an earlier attempt
/// left aside when the machine stopped is swept away first: it is no key yet, and nobody has used it.
fn write_new(path: &Path, bytes: &[u8], mode: u32) -> Result<(), KeyError> {
    let at = |error| KeyError::File { path: path.to_owned(), error };
    let mut aside = path.as_os_str().to_owned();
    aside.push(".part");
    let aside = PathBuf::from(aside);
    sweep(&aside).map_err(at)?;
    let written = new_file(&aside, mode).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let placed = written.and_then(|()| place(&aside, path));
    // Gone already where it was renamed.
    let removed = sweep(&aside);
    match placed {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(KeyError::Exists(path.to_owned())),
        placed => placed.and(removed).map_err(at),
    }
}

fn sweep(aside: &Path) -> io::Result<()> {
    match fs::remove_file(aside) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Gives a whole file its name, unless there is one of that name.
fn place(aside: &Path, path: &Path) -> io::Result<()> {
    // A link, unlike a renaming, fails where somebody was faster.
    match fs::hard_link(aside, path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => place_without_links(aside, path),
        linked => linked,
    }
}

/// The same on sticks, whose file systems (FAT, exFAT) have no links: an empty file takes the name, which
/// fails where there is one, and the whole one is renamed over it.
fn place_without_links(aside: &Path, path: &Path) -> io::Result<()> {
    fs::OpenOptions::new().write(true).create_new(true).open(path)?;
    let renamed = fs::rename(aside, path);
    if renamed.is_err() {
        // Best effort: the error that matters is the one that is told.
        fs::remove_file(path).ok();
    }
    renamed
}

#[cfg(unix)]
fn new_file(path: &Path, mode: u32) -> io::Result<fs::File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    fs::OpenOptions::new().write(true).create_new(true).mode(mode).open(path)
}

#[cfg(not(unix))]
fn new_file(path: &Path, _mode: u32) -> io::Result<fs::File> {
    fs::OpenOptions::new().write(true).create_new(true).open(path)
}

#[cfg(unix)]
fn refuse_shared(path: &Path) -> Result<(), KeyError> {
    use std::os::unix::fs::PermissionsExt as _;
    let metadata = fs::metadata(path).map_err(|error| KeyError::File { path: path.to_owned(), error })?;
    let mode = metadata.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(KeyError::ReadByOthers { path: path.to_owned(), mode });
    }
    Ok(())
}

#[cfg(not(unix))]
fn refuse_shared(_path: &Path) -> Result<(), KeyError> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_crash_left_aside_is_swept_away() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("olena.age");
        fs::write(folder.path().join("olena.age.part"), b"half").unwrap();
        write_new(&path, b"whole", 0o600).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"whole");
        assert!(matches!(write_new(&path, b"other", 0o600), Err(KeyError::Exists(_))));
        assert_eq!(fs::read(&path).unwrap(), b"whole");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left aside");
    }

    #[test]
    fn a_stick_without_links_takes_keys_and_loses_none() {
        let folder = tempfile::tempdir().unwrap();
        let (aside, path) = (folder.path().join("aside"), folder.path().join("olena.age"));
        fs::write(&aside, b"whole").unwrap();
        place_without_links(&aside, &path).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"whole");
        assert!(!aside.exists());
        fs::write(&aside, b"other").unwrap();
        let error = place_without_links(&aside, &path).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"whole", "the first key stays");
    }

    #[test]
    fn what_is_locked_is_the_text_that_was_always_locked() {
        let seed = std::array::from_fn(|at| at as u8 * 7);
        let key = SecretKey::from_seed(&seed, "Olena, first key").unwrap();
        let content = key.content();
        let digits = hinan_trust::hex::encode(&seed);
        assert_eq!(content.as_slice(), format!("hinan-key-v1\n{digits}\nOlena, first key\n").as_bytes());
        assert_eq!(content.capacity(), content.len(), "it never grew");
        assert_eq!(read_secret(&content).unwrap().public(), key.public());
        for wrong in [&digits[1..], &digits.to_uppercase(), &format!("{digits}00"), &digits.replace('0', "g")]
        {
            assert!(read_seed(wrong.as_bytes()).is_none(), "{wrong}");
        }
    }
}
