//! The face of hinan on a phone.
//!
//! The module imports nothing: it has no clock, network, store or randomness, and a page can see that
//! before it runs it. So there is no glue to generate and none to keep in step with a tool: whoever calls
//! writes bytes into the module's memory and reads bytes out of it (`js/hinan.mjs`).
//!
//! One buffer serves both ways. [`hinan_room`] makes it as long as the question and says where it is; a
//! call such as [`hinan_ask`] puts the answer in the place of the question and says how long that is;
//! [`hinan_at`] says where it is now. What is asked and answered is written down in `docs/phone-api.md`;
//! in Rust the same is [`Phone`].

mod alerts;
mod city;
mod draw;
mod failure;
mod fold;
mod members;
mod messages;
mod pack;
mod phone;
mod plans;
mod search;
mod state;
mod switch;
mod walk;
mod whereabouts;

use std::cell::RefCell;

pub use phone::Phone;
pub use walk::{Because, Do, Walk};

thread_local! {
    static BUFFER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static PHONE: RefCell<Phone> = RefCell::new(Phone::new());
}

/// The longest question, in bytes: a country's region.
pub const MAX_BYTES: usize = 1 << 30;
/// The longest question in JSON.
pub const MAX_JSON: usize = 64 << 20;

/// Makes room for a question and says where it goes; null where it is longer than [`MAX_BYTES`].
#[unsafe(no_mangle)]
pub extern "C" fn hinan_room(len: usize) -> *mut u8 {
    if len > MAX_BYTES {
        return core::ptr::null_mut();
    }
    BUFFER.with_borrow_mut(|buffer| {
        buffer.clear();
        // A city that was opened leaves a large buffer behind: it is given back.
        buffer.shrink_to(len);
        buffer.resize(len, 0);
        buffer.as_mut_ptr()
    })
}

/// Where the answer is.
#[unsafe(no_mangle)]
pub extern "C" fn hinan_at() -> *const u8 {
    BUFFER.with_borrow(Vec::as_ptr)
}

/// Whom to believe: the question is the JSON that `docs/trust-vectors.md` describes, the answer
/// `{"answers":[...]}`, or `{"error":"..."}` for what is no question. Gives the length of the answer. Not in
/// the module that phones download.
#[cfg(feature = "cases")]
#[unsafe(no_mangle)]
pub extern "C" fn hinan_decide() -> usize {
    answer(|question| decide(&question))
}

/// Opens a city: the question is the bytes of a region, of a pack's city file, or of several files as
/// [`Phone::open`] takes them. Gives the length of the answer.
#[unsafe(no_mangle)]
pub extern "C" fn hinan_open() -> usize {
    answer(|bytes| PHONE.with_borrow_mut(|phone| phone.open(bytes)))
}

/// Any other question: JSON with a `verb`. Gives the length of the answer.
#[unsafe(no_mangle)]
pub extern "C" fn hinan_ask() -> usize {
    answer(|question| PHONE.with_borrow_mut(|phone| phone.ask(&question)))
}

fn answer(of: impl FnOnce(Vec<u8>) -> Vec<u8>) -> usize {
    let question = BUFFER.with_borrow_mut(core::mem::take);
    let answer = of(question);
    BUFFER.with_borrow_mut(|buffer| {
        *buffer = answer;
        buffer.len()
    })
}

/// [`hinan_decide`] for Rust.
#[cfg(feature = "cases")]
pub fn decide(question: &[u8]) -> Vec<u8> {
    hinan_trust::question::answers_json(question)
}

#[cfg(all(test, feature = "cases"))]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_question_gets_a_sentence() {
        assert!(decide(b"{}").starts_with(b"{\"error\":"));
        assert_eq!(decide(b"{\"documents\":{},\"cases\":[]}"), b"{\"answers\":[]}");
        assert!(hinan_room(MAX_BYTES + 1).is_null());
        for call in [hinan_decide, hinan_open, hinan_ask] {
            assert!(!hinan_room(2).is_null());
            assert!(call() > 0);
            assert!(!hinan_at().is_null());
        }
    }
}
