//! A new pack out of the one that a phone holds and a difference.
//!
//! A module of its own beside the engine: a phone fetches it when its city has changed, and the engine, which
//! everybody fetches first, stays small. It is believed in nothing: what it makes are the very files that the new
//! manifest names by their digests, or the page throws them away and fetches them whole.
//!
//! It imports nothing, and one buffer serves both ways, as in `hinan-phone` ([`hinan_room`], [`hinan_at`]):
//! `js/renew.mjs` calls it.
//!
//! ```text
//! question  4 x u32   lengths: city, map, search, difference
//!           ...       the files that are held, then the difference
//! answer    u8        0: made; 1: not made
//!           3 x u32   (made) lengths: city, map, search
//!           ...       (made) the new files; (not made) why, a sentence in English
//! ```
//! Numbers are little-endian.

use std::cell::RefCell;

use hinan_pack::{Files, Limits, Parts, apply};

/// The longest question, in bytes: a country's pack.
pub const MAX_BYTES: usize = 1 << 30;

thread_local! {
    static BUFFER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Makes room for a question and says where it goes; null where it is longer than [`MAX_BYTES`].
#[unsafe(no_mangle)]
pub extern "C" fn hinan_room(len: usize) -> *mut u8 {
    if len > MAX_BYTES {
        return core::ptr::null_mut();
    }
    BUFFER.with_borrow_mut(|buffer| {
        buffer.clear();
        buffer.resize(len, 0);
        buffer.as_mut_ptr()
    })
}

/// Where the answer is.
#[unsafe(no_mangle)]
pub extern "C" fn hinan_at() -> *const u8 {
    BUFFER.with_borrow(Vec::as_ptr)
}

/// Makes the new files. Gives the length of the answer.
#[unsafe(no_mangle)]
pub extern "C" fn hinan_renew() -> usize {
    let question = BUFFER.with_borrow_mut(core::mem::take);
    let answer = renew(&question);
    BUFFER.with_borrow_mut(|buffer| {
        *buffer = answer;
        buffer.len()
    })
}

/// [`hinan_renew`] for Rust: the answer to a question, both as told above.
pub fn renew(question: &[u8]) -> Vec<u8> {
    match made(question) {
        Ok(files) => {
            let parts = [&files.city, &files.map, &files.search];
            let mut answer = vec![0];
            parts.iter().for_each(|part| answer.extend_from_slice(&(part.len() as u32).to_le_bytes()));
            parts.iter().for_each(|part| answer.extend_from_slice(part));
            answer
        }
        Err(why) => [&[1], why.as_bytes()].concat(),
    }
}

fn made(question: &[u8]) -> Result<Files, String> {
    let [city, map, search, delta] =
        parts(question).ok_or("the question has other lengths than it says it has")?;
    let held = Parts { city, map: Some(map), search: Some(search) };
    apply(&held, delta, &Limits::default()).map_err(|error| error.to_string())
}

/// The four parts of a question.
fn parts(question: &[u8]) -> Option<[&[u8]; 4]> {
    let (head, mut rest) = question.split_first_chunk::<16>()?;
    let mut parts: [&[u8]; 4] = [&[]; 4];
    for (part, length) in parts.iter_mut().zip(head.chunks_exact(4)) {
        let length = u32::from_le_bytes(*length.first_chunk()?) as usize;
        (*part, rest) = rest.split_at_checked(length)?;
    }
    rest.is_empty().then_some(parts)
}
