//! Ed25519 without leniency.
//!
//! RFC 8032 leaves room in which verifiers differ (Chalkias, Garillot and Nikolaenko, *Taming the
//! many EdDSAs*, 2020). Here nothing is left: the key and R are canonical encodings of points that are
//! not of small order, S is below the order of the group, and S·B = R + k·A holds without the cofactor.

use ed25519_dalek::{Signature, VerifyingKey};

use crate::hex::Digest;

/// The name of a key: the SHA-256 of its bytes, in hexadecimal digits.
pub fn key_id(public: &[u8]) -> String {
    Digest::of(public).to_string()
}

/// A public key that is fit to check signatures.
#[derive(Clone, Debug)]
pub(crate) struct Verifier(VerifyingKey);

impl Verifier {
    /// `None` for bytes that are no canonical point, or one of small order.
    pub(crate) fn new(public: &[u8]) -> Option<Verifier> {
        let bytes: &[u8; 32] = public.try_into().ok()?;
        if !is_canonical(bytes) {
            return None;
        }
        VerifyingKey::from_bytes(bytes).ok().filter(|key| !key.is_weak()).map(Verifier)
    }

    pub(crate) fn verifies(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.0.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }
}

/// Whether the y in 255 bits is below p = 2^255 - 19. (A wrong sign of x = 0 needs y = ±1, which are
/// of small order and refused for that.)
fn is_canonical(bytes: &[u8; 32]) -> bool {
    let top = bytes[31] & 0x7f;
    top != 0x7f || bytes[1..31].iter().any(|byte| *byte != 0xff) || bytes[0] < 0xed
}

/// The 64 bytes of a signature.
pub(crate) fn signature_bytes(bytes: &[u8]) -> Option<[u8; 64]> {
    bytes.try_into().ok()
}
