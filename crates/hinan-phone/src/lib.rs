//! The face of hinan on a phone.
//!
//! The module imports nothing: it has no clock, network, store or randomness, and a page can see that
//! before it runs it. So there is no glue to generate and none to keep in step with a tool: whoever calls
//! writes bytes into the module's memory and reads bytes out of it (`js/hinan.mjs`, some twenty lines).
//!
//! One buffer serves both ways. [`hinan_room`] makes it as long as the question and says where it is; a
//! call such as [`hinan_decide`] puts the answer in the place of the question and says how long that is;
//! [`hinan_at`] says where it is now.

use std::cell::RefCell;

thread_local! {
    static BUFFER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// The longest question, in bytes.
pub const MAX_BYTES: usize = 64 << 20;

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

/// Whom to believe: the question is the JSON that `docs/trust-vectors.md` describes, the answer
/// `{"answers":[...]}`, or `{"error":"..."}` for what is no question. Gives the length of the answer.
#[unsafe(no_mangle)]
pub extern "C" fn hinan_decide() -> usize {
    BUFFER.with_borrow_mut(|buffer| {
        *buffer = decide(buffer);
        buffer.len()
    })
}

/// The same for Rust.
pub fn decide(question: &[u8]) -> Vec<u8> {
    hinan_trust::question::answers_json(question)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_question_gets_a_sentence() {
        assert!(decide(b"{}").starts_with(b"{\"error\":"));
        assert_eq!(decide(b"{\"documents\":{},\"cases\":[]}"), b"{\"answers\":[]}");
        assert!(hinan_room(MAX_BYTES + 1).is_null());
        assert!(!hinan_room(2).is_null());
        assert!(hinan_decide() > 0);
        assert!(!hinan_at().is_null());
    }
}
