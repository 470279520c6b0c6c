//! What of a region a phone gets: public records only, and of those what answers depend on.

use hinan_region::Region;

use crate::error::PackError;

/// What to cut and how.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct CutOptions {}

/// A region fit for phones: a region file in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The bytes of the region file.
    pub bytes: Vec<u8>,
}

/// Cuts a region.
///
/// # Errors
/// Where the region cannot be cut.
pub fn cut(region: &Region, _options: &CutOptions) -> Result<Cut, PackError> {
    Ok(Cut { bytes: region.bytes().to_vec() })
}
