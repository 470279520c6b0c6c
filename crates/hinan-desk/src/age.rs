//! Files that a passphrase opens, in the form of age (`age-encryption.org/v1`), with the one recipient
//! that takes a passphrase: so that a key can be opened with any program that reads age, and backed up
//! by people who do not have hinan.
//!
//! Written from the text of that specification: scrypt (r = 8, p = 1) wraps a file key,
//! HMAC-SHA-256 guards the header, ChaCha20-Poly1305 in pieces of 64 KiB (STREAM) the content. Only
//! small contents are meant, so that all is held in memory. Tests check against Debian's `age`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use chacha20poly1305::aead::{Aead as _, KeyInit as _};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac as _};
use sha2_next::Sha256;
use zeroize::Zeroizing;

use crate::random::{self, NoRandomness};

/// The work that guessing a passphrase takes: 2 to this power. About a second and 256 MB.
pub const EFFORT: u8 = 18;
/// The most work that a file may ask of whoever opens it.
const MOST_EFFORT: u8 = 20;
/// The largest file that is opened, in bytes.
const MOST_BYTES: usize = 1 << 20;

const VERSION: &str = "age-encryption.org/v1";
const SALT_LABEL: &[u8] = b"age-encryption.org/v1/scrypt";
const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;

/// Why a file could not be opened or made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AgeError {
    /// The passphrase is another, or the header was changed; nobody can tell which.
    #[error("the passphrase does not open it")]
    WrongPassphrase,
    /// It is an age file for other recipients.
    #[error("it is not locked with a passphrase: only age files for a passphrase are opened here")]
    OtherRecipient,
    /// It is no age file.
    #[error("it is no age file: {0}")]
    Malformed(&'static str),
    /// It asks for more work than is reasonable.
    #[error("it asks for 2^{0} rounds of work; at most 2^{MOST_EFFORT} are done here")]
    TooMuchWork(u8),
    /// It is too large for a key.
    #[error("it is larger than {MOST_BYTES} bytes: no key is")]
    TooLarge,
    /// The content was cut or changed.
    #[error("its content was cut or changed")]
    Damaged,
    /// Nothing to draw keys from.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

/// Locks `content` with a passphrase. `effort`: see [`EFFORT`]; tests take less.
///
/// # Errors
/// The operating system has no randomness to give.
pub fn lock(content: &[u8], passphrase: &str, effort: u8) -> Result<Vec<u8>, AgeError> {
    let salt: [u8; 16] = random::bytes()?;
    let file_key = Zeroizing::new(random::bytes::<16>()?);
    let nonce: [u8; 16] = random::bytes()?;
    let wrap_key = wrap_key(passphrase, &salt, effort)?;
    let wrapped = cipher(&wrap_key)
        .encrypt(&Nonce::from([0; 12]), file_key.as_slice())
        .map_err(|_aead| AgeError::Damaged)?;
    let salt = STANDARD_NO_PAD.encode(salt);
    let wrapped = STANDARD_NO_PAD.encode(wrapped);
    let header = format!("{VERSION}\n-> scrypt {salt} {effort}\n{wrapped}\n---");
    let guard = header_guard(&file_key, header.as_bytes())?.finalize().into_bytes();
    let mut file = format!("{header} {}\n", STANDARD_NO_PAD.encode(guard)).into_bytes();
    file.extend_from_slice(&nonce);
    let sealer = cipher(&*payload_key(&file_key, &nonce)?);
    let mut pieces = content.chunks(CHUNK).peekable();
    let mut number = 0;
    // An empty content is one empty piece.
    let mut piece = pieces.next().unwrap_or_default();
    loop {
        let is_last = pieces.peek().is_none();
        let sealed =
            sealer.encrypt(&piece_nonce(number, is_last), piece).map_err(|_aead| AgeError::Damaged)?;
        file.extend_from_slice(&sealed);
        match pieces.next() {
            Some(next) => piece = next,
            None => return Ok(file),
        }
        number += 1;
    }
}

/// Opens what a passphrase locked. The content is wiped from memory when it is dropped.
///
/// # Errors
/// Another passphrase, another kind of file, or one that was changed.
pub fn open(file: &[u8], passphrase: &str) -> Result<Zeroizing<Vec<u8>>, AgeError> {
    if file.len() > MOST_BYTES {
        return Err(AgeError::TooLarge);
    }
    let header = Header::read(file)?;
    if header.effort > MOST_EFFORT {
        return Err(AgeError::TooMuchWork(header.effort));
    }
    let wrap_key = wrap_key(passphrase, &header.salt, header.effort)?;
    let unwrapped = cipher(&wrap_key)
        .decrypt(&Nonce::from([0; 12]), header.wrapped.as_slice())
        .map_err(|_aead| AgeError::WrongPassphrase)?;
    let unwrapped = Zeroizing::new(unwrapped);
    // By reference: a copy on the way would stay in memory.
    let file_key: &[u8; 16] = unwrapped.as_slice().try_into().map_err(|_length| AgeError::Damaged)?;
    header_guard(file_key, header.guarded)?.verify_slice(&header.guard).map_err(|_mac| AgeError::Damaged)?;
    open_pieces(file_key, header.rest)
}

fn open_pieces(file_key: &[u8; 16], rest: &[u8]) -> Result<Zeroizing<Vec<u8>>, AgeError> {
    let (nonce, sealed) = rest.split_at_checked(16).ok_or(AgeError::Damaged)?;
    let opener = cipher(&*payload_key(file_key, nonce)?);
    let count = sealed.len().div_ceil(CHUNK + TAG);
    let mut content = Zeroizing::new(Vec::with_capacity(sealed.len()));
    for (number, piece) in sealed.chunks(CHUNK + TAG).enumerate() {
        let nonce = piece_nonce(number as u64, number + 1 == count);
        let opened = Zeroizing::new(opener.decrypt(&nonce, piece).map_err(|_aead| AgeError::Damaged)?);
        // Only an empty content may end in an empty piece.
        if opened.is_empty() && number > 0 {
            return Err(AgeError::Damaged);
        }
        content.extend_from_slice(&opened);
    }
    if count == 0 { Err(AgeError::Damaged) } else { Ok(content) }
}

/// What stands before the content.
struct Header<'a> {
    salt: [u8; 16],
    effort: u8,
    wrapped: Vec<u8>,
    guard: Vec<u8>,
    /// The bytes that the guard is over.
    guarded: &'a [u8],
    rest: &'a [u8],
}

impl<'a> Header<'a> {
    fn read(file: &'a [u8]) -> Result<Header<'a>, AgeError> {
        let (version, rest) = line(file)?;
        if version != VERSION {
            return Err(AgeError::Malformed("it does not begin as one"));
        }
        let (stanza, rest) = line(rest)?;
        let mut words =
            stanza.strip_prefix("-> ").ok_or(AgeError::Malformed("it has no recipient"))?.split(' ');
        if words.next() != Some("scrypt") {
            return Err(AgeError::OtherRecipient);
        }
        let (Some(salt), Some(effort), None) = (words.next(), words.next(), words.next()) else {
            return Err(AgeError::Malformed("its recipient is incomplete"));
        };
        let salt =
            decode(salt)?.try_into().map_err(|_length| AgeError::Malformed("its salt has another length"))?;
        let is_plain = effort.bytes().all(|b| b.is_ascii_digit()) && !effort.starts_with('0');
        let effort = effort.parse().ok().filter(|&effort: &u8| is_plain && effort < 64);
        let effort = effort.ok_or(AgeError::Malformed("its amount of work is no number"))?;
        let (wrapped, rest) = line(rest)?;
        let wrapped = decode(wrapped)?;
        if wrapped.len() != 16 + TAG {
            return Err(AgeError::Malformed("its file key has another length"));
        }
        let (last, after) = line(rest)?;
        let guard = last.strip_prefix("--- ");
        // A passphrase stands alone: a second recipient would be somebody who can read the key.
        let guard = decode(guard.ok_or(AgeError::OtherRecipient)?)?;
        let guarded = &file[..file.len() - rest.len() + 3];
        Ok(Header { salt, effort, wrapped, guard, guarded, rest: after })
    }
}

/// A line of the header and what is behind it.
fn line(bytes: &[u8]) -> Result<(&str, &[u8]), AgeError> {
    let end = bytes.iter().take(200).position(|&byte| byte == b'\n');
    let end = end.ok_or(AgeError::Malformed("its header ends too early"))?;
    let text =
        std::str::from_utf8(&bytes[..end]).map_err(|_utf8| AgeError::Malformed("its header is no text"))?;
    Ok((text, &bytes[end + 1..]))
}

fn decode(text: &str) -> Result<Vec<u8>, AgeError> {
    STANDARD_NO_PAD.decode(text).map_err(|_base64| AgeError::Malformed("a part of its header is no base64"))
}

fn wrap_key(passphrase: &str, salt: &[u8; 16], effort: u8) -> Result<Zeroizing<[u8; 32]>, AgeError> {
    let parameters = scrypt::Params::new(effort, 8, 1).map_err(|_range| AgeError::TooMuchWork(effort))?;
    let salt = [SALT_LABEL, salt].concat();
    let mut key = Zeroizing::new([0; 32]);
    scrypt::scrypt(passphrase.as_bytes(), &salt, &parameters, key.as_mut_slice())
        .map_err(|_length| AgeError::TooMuchWork(effort))?;
    Ok(key)
}

fn cipher(key: &[u8; 32]) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(<&Key>::from(key))
}

fn header_guard(file_key: &[u8; 16], header: &[u8]) -> Result<Hmac<Sha256>, AgeError> {
    let key = derive(file_key, &[], b"header")?;
    let mut guard = Hmac::<Sha256>::new_from_slice(key.as_slice()).map_err(|_length| AgeError::Damaged)?;
    guard.update(header);
    Ok(guard)
}

fn payload_key(file_key: &[u8; 16], nonce: &[u8]) -> Result<Zeroizing<[u8; 32]>, AgeError> {
    derive(file_key, nonce, b"payload")
}

fn derive(file_key: &[u8; 16], salt: &[u8], label: &[u8]) -> Result<Zeroizing<[u8; 32]>, AgeError> {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(salt), file_key)
        .expand(label, key.as_mut_slice())
        .map_err(|_length| AgeError::Damaged)?;
    Ok(key)
}

/// Eleven bytes of a counter and one that marks the last piece.
fn piece_nonce(number: u64, is_last: bool) -> Nonce {
    let mut nonce = [0; 12];
    nonce[3..11].copy_from_slice(&number.to_be_bytes());
    nonce[11] = u8::from(is_last);
    Nonce::from(nonce)
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUICK: u8 = 4;

    #[test]
    fn what_is_locked_opens_and_only_with_its_passphrase() {
        for length in [0, 1, 100, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK] {
            let content: Vec<u8> = (0..length).map(|at| at as u8).collect();
            let file = lock(&content, "correct horse", QUICK).unwrap();
            assert_eq!(open(&file, "correct horse").unwrap().as_slice(), content, "{length}");
            assert_eq!(open(&file, "Correct horse"), Err(AgeError::WrongPassphrase));
        }
    }

    #[test]
    fn no_byte_can_be_changed_cut_or_added() {
        let file = lock(b"seed", "passphrase", QUICK).unwrap();
        for at in 0..file.len() {
            let mut changed = file.clone();
            changed[at] ^= 1;
            assert!(open(&changed, "passphrase").is_err(), "byte {at}");
            assert!(open(&file[..at], "passphrase").is_err(), "cut at {at}");
        }
        assert!(open(&[file.as_slice(), b"x"].concat(), "passphrase").is_err());
    }

    #[test]
    fn a_hostile_file_costs_nothing() {
        let with = |stanza: &str| format!("{VERSION}\n-> {stanza}\nAAAA\n--- AAAA\n").into_bytes();
        let salt = STANDARD_NO_PAD.encode([0; 16]);
        let wrapped = STANDARD_NO_PAD.encode([0; 32]);
        let costly = format!("{VERSION}\n-> scrypt {salt} 40\n{wrapped}\n--- {wrapped}\nxxxx");
        assert_eq!(open(costly.as_bytes(), ""), Err(AgeError::TooMuchWork(40)));
        assert_eq!(open(&with("X25519 AAAA"), ""), Err(AgeError::OtherRecipient));
        for stanza in ["scrypt", "scrypt AAAA 18", &format!("scrypt {salt} 018"), &format!("scrypt {salt} x")]
        {
            assert!(matches!(open(&with(stanza), ""), Err(AgeError::Malformed(_))), "{stanza}");
        }
        assert_eq!(open(&vec![b'a'; MOST_BYTES + 1], ""), Err(AgeError::TooLarge));
        assert!(matches!(open(b"", ""), Err(AgeError::Malformed(_))));
    }
}
