//! Randomness of the operating system: for keys, salts and the ids of statements. Nowhere else in
//! hinan is anything drawn by lot.

use hinan_trust::Hex;
use hinan_trust::Id;

/// The operating system gave no random bytes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gives no random numbers ({0}): no key or statement can be made now")]
pub struct NoRandomness(String);

/// Random bytes.
pub(crate) fn bytes<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| NoRandomness(error.to_string()))?;
    Ok(bytes)
}

/// A new id for a statement: 128 random bits.
///
/// # Errors
/// The operating system has no randomness to give.
pub fn new_id() -> Result<Id, NoRandomness> {
    bytes().map(Hex)
}
