//! `pack.json`: what a pack says of itself, and the index of a country of packs.

use hinan_model::Bounds;
use hinan_region::Region;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::choose::Known;
use crate::diff::Changes;
use crate::error::PackError;
use crate::files::{Files, Limits, Parts, decode_parts};

/// The version of the manifest that this code writes and reads.
pub const MANIFEST: u32 = 1;
/// A pack older than this says so on every plan: 90 days, in seconds.
pub const OLD_AFTER_S: i64 = 90 * 86_400;
/// The largest manifest, in bytes.
pub const MOST_MANIFEST: usize = 256 * 1024;
/// More files than a pack may have.
const MOST_FILES: usize = 200;

/// A file of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedFile {
    /// What it is for: `city`, `map`, `search`, `engine`, `diff`, `root`, `ring`.
    pub role: String,
    /// Where it is, from the manifest; of data the name has the beginning of the digest.
    pub path: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// Its length in bytes.
    pub len: u64,
}

/// What a pack says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`MANIFEST`].
    pub format: u32,
    /// The city.
    pub name: String,
    /// For people: the day of the newest data and the number.
    pub version: String,
    /// With `n`, which of two packs is the newer one.
    pub epoch: u64,
    /// The number.
    pub n: u64,
    /// How old it is: the newest date of its sources, seconds since 1970; none where no source states any.
    pub built: Option<i64>,
    /// Whose alerts are believed: the name of the first root.
    pub scope: Option<String>,
    /// The box of the streets.
    pub bounds: Option<Bounds>,
    /// Whose data it is: lines that stand wherever it is shown.
    pub attribution: Vec<String>,
    /// Languages of the guide that it was made for, the first one first; empty: all.
    pub languages: Vec<String>,
    /// The files, all of which are fetched.
    pub files: Vec<PackedFile>,
    /// Differences from earlier packs: a phone that holds one fetches the difference instead of the data.
    pub deltas: Vec<DeltaFile>,
    /// SHA-256 of the files that the region was built from.
    pub inputs: Vec<String>,
    /// SHA-256 of `diff.txt`, which a person signs for.
    pub diff_sha256: String,
    /// How much of it changed.
    pub changes: Changes,
}

/// A difference from an earlier pack, see [`crate::apply`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeltaFile {
    /// SHA-256 of the manifest of the pack that it starts from.
    pub from: String,
    /// Where it is, from the manifest.
    pub path: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Its length in bytes.
    pub len: u64,
}

/// The digest of bytes, hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    use core::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a text cannot fail.
        let _written = write!(text, "{byte:02x}");
        text
    })
}

impl PackedFile {
    /// A file of data, named by its content, so that no cache ever shows an old one.
    pub fn data(role: &str, bytes: &[u8]) -> PackedFile {
        let sha256 = sha256(bytes);
        let path = format!("data/{role}-{}.bin", sha256.get(..16).unwrap_or_default());
        PackedFile { role: role.to_owned(), path, sha256, len: bytes.len() as u64 }
    }

    /// A file with a name of its own.
    pub fn named(role: &str, path: &str, bytes: &[u8]) -> PackedFile {
        PackedFile {
            role: role.to_owned(),
            path: path.to_owned(),
            sha256: sha256(bytes),
            len: bytes.len() as u64,
        }
    }

    /// Whether these are its bytes.
    ///
    /// # Errors
    /// Where they are not.
    pub fn check(&self, bytes: &[u8]) -> Result<(), PackError> {
        if bytes.len() as u64 == self.len && sha256(bytes) == self.sha256 {
            return Ok(());
        }
        Err(PackError::File { path: self.path.clone() })
    }
}

impl Manifest {
    /// The manifest of a pack of `region` (the cut), its files and their differences from the pack
    /// before; `built` where the sources do not say.
    pub fn new(region: &Region, files: Vec<PackedFile>, numbered: Numbered, changes: Changes) -> Manifest {
        let meta = region.meta();
        let built = numbered.built.or_else(|| newest_date(region));
        let day = built.map_or("undated".to_owned(), day_of);
        let mut inputs: Vec<String> =
            meta.sources.iter().map(|source| source.sha256.clone()).filter(|sha| sha.len() == 64).collect();
        inputs.sort();
        inputs.dedup();
        let diff = files.iter().find(|file| file.role == "diff");
        Manifest {
            format: MANIFEST,
            name: meta.name.clone(),
            version: format!("{day}.{}", numbered.n),
            epoch: numbered.epoch,
            n: numbered.n,
            built,
            scope: numbered.scope,
            bounds: meta.bounds.or_else(|| Bounds::around(region.places().iter().copied())),
            attribution: meta.attribution(),
            languages: numbered.languages,
            diff_sha256: diff.map(|file| file.sha256.clone()).unwrap_or_default(),
            files,
            deltas: numbered.deltas,
            inputs,
            changes,
        }
    }

    /// Reads a manifest.
    ///
    /// # Errors
    /// Where the bytes are none, are of another age, or name files outside of the pack.
    pub fn read(bytes: &[u8]) -> Result<Manifest, PackError> {
        let unreadable = |why: &str| PackError::Manifest(why.to_owned());
        if bytes.len() > MOST_MANIFEST {
            return Err(unreadable("it is larger than any manifest"));
        }
        let manifest: Manifest =
            serde_json::from_slice(bytes).map_err(|error| PackError::Manifest(error.to_string()))?;
        if manifest.format != MANIFEST {
            return Err(PackError::Format(manifest.format));
        }
        if manifest.files.is_empty() || manifest.files.len() + manifest.deltas.len() > MOST_FILES {
            return Err(unreadable("it names no files, or too many"));
        }
        let mut paths: Vec<&str> = manifest.files.iter().map(|file| file.path.as_str()).collect();
        paths.extend(manifest.deltas.iter().map(|delta| delta.path.as_str()));
        if !paths.iter().all(|path| is_inside(path)) {
            return Err(unreadable("a file lies outside of the pack"));
        }
        paths.sort_unstable();
        if paths.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(unreadable("it names a file twice"));
        }
        if manifest.file("city").is_none() {
            return Err(unreadable("it names no city"));
        }
        Ok(manifest)
    }

    /// Its bytes: the same manifest, the same bytes.
    pub fn to_json(&self) -> Vec<u8> {
        // Plain data cannot fail to be written.
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// The file for a purpose.
    pub fn file(&self, role: &str) -> Option<&PackedFile> {
        self.files.iter().find(|file| file.role == role)
    }

    /// What [`crate::choose`] has to know of it.
    pub fn known(&self, is_signed: bool) -> Known {
        Known {
            name: self.name.clone(),
            epoch: self.epoch,
            n: self.n,
            sha256: sha256(&self.to_json()),
            is_signed,
        }
    }

    /// How many seconds old its data is at `now`; nothing where nobody said when it was made.
    pub fn age_s(&self, now: i64) -> Option<i64> {
        Some(now.saturating_sub(self.built?).max(0))
    }

    /// Whether every plan has to say that it is old; unknown counts as old.
    pub fn is_old(&self, now: i64) -> bool {
        self.age_s(now).is_none_or(|age| age > OLD_AFTER_S)
    }

    /// Whether the files are these, whole, and open: the region of all of them.
    ///
    /// # Errors
    /// Where a file is missing, not itself, or cannot be read.
    pub fn open(&self, read: impl Fn(&str) -> Option<Vec<u8>>, limits: &Limits) -> Result<Region, PackError> {
        let mut parts: [Option<Vec<u8>>; 3] = [None, None, None];
        for file in &self.files {
            let bytes = read(&file.path).ok_or(PackError::Missing { path: file.path.clone() })?;
            file.check(&bytes)?;
            if let Some(at) = ["city", "map", "search"].iter().position(|role| *role == file.role) {
                parts[at] = Some(bytes);
            }
        }
        let [city, map, search] = &parts;
        let city = city.as_deref().ok_or(PackError::Manifest("it names no city".to_owned()))?;
        let parts = Parts { city, map: map.as_deref(), search: search.as_deref() };
        let bytes = decode_parts(&parts, limits)?;
        Region::from_bytes(&bytes).map_err(|error| PackError::Region(error.to_string()))
    }
}

/// What whoever makes a pack says of it.
#[derive(Clone, Debug, Default)]
pub struct Numbered {
    /// See [`Manifest::epoch`].
    pub epoch: u64,
    /// See [`Manifest::n`].
    pub n: u64,
    /// See [`Manifest::built`]; `None`: as the sources say.
    pub built: Option<i64>,
    /// See [`Manifest::scope`].
    pub scope: Option<String>,
    /// See [`Manifest::languages`].
    pub languages: Vec<String>,
    /// See [`Manifest::deltas`].
    pub deltas: Vec<DeltaFile>,
}

/// The three files of data and their entries.
pub fn data_files(files: &Files) -> [(PackedFile, &[u8]); 3] {
    [("city", &files.city), ("map", &files.map), ("search", &files.search)]
        .map(|(role, bytes)| (PackedFile::data(role, bytes), bytes.as_slice()))
}

/// A country of packs, each fetched whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    /// [`MANIFEST`].
    pub format: u32,
    /// The packs, in the order of their names.
    pub packs: Vec<Entry>,
}

/// A pack of an index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The city.
    pub name: String,
    /// Its folder.
    pub folder: String,
    /// The box of its streets: whoever stands in it needs this one.
    pub bounds: Option<Bounds>,
    /// SHA-256 of its manifest.
    pub sha256: String,
    /// All that is fetched, in bytes.
    pub len: u64,
}

impl Entry {
    /// The entry of a pack in `folder`.
    pub fn of(folder: &str, manifest: &Manifest) -> Entry {
        Entry {
            name: manifest.name.clone(),
            folder: folder.to_owned(),
            bounds: manifest.bounds,
            sha256: sha256(&manifest.to_json()),
            len: manifest.files.iter().map(|file| file.len).sum(),
        }
    }
}

/// Whether a path stays in the folder that it is read from.
fn is_inside(path: &str) -> bool {
    let is_plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    };
    path.len() <= 200 && path.split('/').all(is_plain)
}

/// The newest date of a source.
fn newest_date(region: &Region) -> Option<i64> {
    region.meta().sources.iter().filter_map(|source| seconds_of(source.date.as_deref()?)).max()
}

/// Seconds since 1970 of a date in RFC 3339, `2026-11-22` or `2026-11-22T03:00:00Z`.
pub fn seconds_of(date: &str) -> Option<i64> {
    let number = |from: usize, to: usize| date.get(from..to)?.parse::<i64>().ok();
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || date.as_bytes().get(4) != Some(&b'-') {
        return None;
    }
    let time = match date.as_bytes().get(10) {
        None => 0,
        Some(_) => {
            let offset = match date.as_bytes().last() {
                Some(b'Z' | b'z') => 0,
                _ => offset_of(date).unwrap_or(0),
            };
            number(11, 13)? * 3600 + number(14, 16)? * 60 + number(17, 19).unwrap_or(0) - offset
        }
    };
    Some(days_of(year, month, day) * 86_400 + time)
}

/// The offset at the end of a date, in seconds: `+03:00`.
fn offset_of(date: &str) -> Option<i64> {
    let tail = date.get(date.len().checked_sub(6)?..)?;
    let sign = match tail.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    Some(sign * (tail.get(1..3)?.parse::<i64>().ok()? * 3600 + tail.get(4..6)?.parse::<i64>().ok()? * 60))
}

/// Days since 1970 of a date in the Gregorian calendar, counted from the first of March so that the
/// leap day is the last of its year.
fn days_of(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    365 * year + leap_days + (153 * month + 2) / 5 + day - 1 - 719_468
}

/// The day of a time: `2026-11-22`.
pub fn day_of(seconds: i64) -> String {
    let days = seconds.div_euclid(86_400);
    // The year is guessed from below and mended: at most a few steps.
    let mut year = 1970 + days.div_euclid(366);
    while days_of(year + 1, 1, 1) <= days {
        year += 1;
    }
    let month = (1..=12).rev().find(|&month| days_of(year, month, 1) <= days).unwrap_or(1);
    format!("{year:04}-{month:02}-{:02}", days - days_of(year, month, 1) + 1)
}
