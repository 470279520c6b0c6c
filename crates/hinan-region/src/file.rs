//! Region files on disk: written so that a crash leaves the old one or the new one, never a half.

use std::fs::{File, TryLockError};
use std::io::{self, Write};
use std::path::Path;

/// A region that lies on disk under a temporary name, whole but not yet in its place.
pub struct Pending {
    temporary: tempfile::NamedTempFile,
}

/// What temporary names begin and end with.
const TEMPORARY: [&str; 2] = [".hinan-", ".tmp"];

/// Writes `bytes` beside `path` under a temporary name (step 1 of 3). What builds that were killed
/// have left in the folder is swept away.
///
/// # Errors
/// Where the folder cannot be written to.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<Pending> {
    let folder = folder_of(path);
    sweep(folder);
    let mut temporary = create_locked(folder)?;
    temporary.write_all(bytes)?;
    Ok(Pending { temporary })
}

/// Makes a temporary file that says by its lock that somebody is at work on it. The system takes the
/// lock away when the process ends, however it ends.
fn create_locked(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let [prefix, suffix] = TEMPORARY;
    loop {
        let temporary = tempfile::Builder::new().prefix(prefix).suffix(suffix).tempfile_in(folder)?;
        match temporary.as_file().try_lock() {
            // Between its making and its lock somebody may have swept it away: make another.
            Ok(()) if !names(temporary.path(), temporary.as_file()) => {}
            Err(TryLockError::WouldBlock) => {}
            // Where nothing can be locked nobody sweeps either.
            Ok(()) | Err(TryLockError::Error(_)) => return Ok(temporary),
        }
    }
}

/// Removes temporary files that nobody is at work on. One that is being written is locked, so there
/// is no race; whatever goes wrong, a file too many stays and no more.
fn sweep(folder: &Path) {
    let [prefix, suffix] = TEMPORARY;
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_ours = name.to_str().is_some_and(|name| name.starts_with(prefix) && name.ends_with(suffix));
        if is_ours && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            sweep_file(&entry.path());
        }
    }
}

fn sweep_file(path: &Path) {
    let Ok(file) = File::open(path) else { return };
    if file.try_lock().is_ok() && names(path, &file) {
        // It may be another's, who does not let us: then it stays.
        let _stays = std::fs::remove_file(path);
    }
}

/// Whether `path` still is the name of `file`.
#[cfg(unix)]
fn names(path: &Path, file: &File) -> bool {
    use std::os::unix::fs::MetadataExt;
    let found = std::fs::symlink_metadata(path).ok().zip(file.metadata().ok());
    found.is_some_and(|(there, here)| (there.dev(), there.ino()) == (here.dev(), here.ino()))
}

/// Elsewhere a file that is open cannot be removed.
#[cfg(not(unix))]
fn names(path: &Path, _: &File) -> bool {
    path.exists()
}

impl Pending {
    /// Waits until the bytes are on the disk itself (step 2 of 3).
    ///
    /// # Errors
    /// Where the disk says no.
    pub fn sync(&self) -> io::Result<()> {
        self.temporary.as_file().sync_all()
    }

    /// Puts the file in its place in one step (step 3 of 3). A reader that has the old one open
    /// keeps it.
    ///
    /// # Errors
    /// Where the file cannot be renamed.
    pub fn publish(self, path: &Path) -> io::Result<()> {
        let file = self.temporary.persist(path).map_err(|e| e.error)?;
        make_readable(&file)?;
        // The new name, too, must survive a power cut.
        File::open(folder_of(path))?.sync_all()
    }
}

/// Temporary files are private to their maker; a region is as open as any file made here.
#[cfg(unix)]
fn make_readable(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn make_readable(_: &File) -> io::Result<()> {
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
