//! Why bytes are not a pack that can be used.

/// Why a pack cannot be made or read. The sentence names the part and says what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// Something else altogether.
    #[error("this is not a file of a hinan pack (it does not begin with HINANPAK)")]
    NotAPack,
    /// From another age.
    #[error("this pack has format {0}, this hinan reads format {FORMAT}; open the page again with a network", FORMAT = crate::files::FORMAT)]
    Format(u32),
    /// Cut off or overwritten.
    #[error("the pack is damaged at {what}: {why}; the last good one is kept")]
    Damaged {
        /// Which part.
        what: &'static str,
        /// What is wrong with it.
        why: &'static str,
    },
    /// Two files that were made apart.
    #[error("{what} belongs to another pack than the city; fetch the whole pack again")]
    Mixed {
        /// Which file.
        what: &'static str,
    },
    /// More than this device should be asked to hold.
    #[error("{what}: {asked} are more than the {most} that this device takes; choose a smaller region")]
    TooLarge {
        /// Of what.
        what: &'static str,
        /// How many.
        asked: u64,
        /// How many there may be.
        most: u64,
    },
    /// A file is not the one that the manifest names.
    #[error("{path} is not the file that pack.json names; the last good pack is kept")]
    File {
        /// Which.
        path: String,
    },
    /// A file is not there.
    #[error("{path} is missing; fetch the whole pack again")]
    Missing {
        /// Which.
        path: String,
    },
    /// The manifest is none.
    #[error("pack.json cannot be used: {0}")]
    Manifest(String),
    /// The region cannot be cut.
    #[error("the region cannot be packed: {0}")]
    Region(String),
}

/// Damage at `what`.
pub(crate) fn damaged(what: &'static str, why: &'static str) -> PackError {
    PackError::Damaged { what, why }
}
