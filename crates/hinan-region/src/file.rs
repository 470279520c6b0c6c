//! Region files on disk: written so that a crash leaves the old one or the new one, never a half.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

/// A region that lies on disk under a temporary name, whole but not yet in its place.
pub struct Pending {
    temporary: tempfile::NamedTempFile,
}

/// Writes `bytes` beside `path` under a temporary name (step 1 of 3).
///
/// # Errors
/// Where the folder cannot be written to.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<Pending> {
    let folder = folder_of(path);
    let mut temporary = tempfile::Builder::new().prefix(".hinan-").suffix(".tmp").tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    Ok(Pending { temporary })
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
