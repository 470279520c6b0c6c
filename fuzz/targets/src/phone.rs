//! The phone, asked by a page that may say anything.

use std::cell::RefCell;

use hinan_phone::Phone;
use serde_json::Value;

thread_local! {
    static PHONE: RefCell<Phone> = RefCell::new(opened());
}

/// A phone with the small city open, and the authority of the cases of trust.
fn opened() -> Phone {
    let mut phone = Phone::new();
    assert!(!is_error(&phone.open(crate::SMALL.clone())), "the small city opens");
    let begin = include_bytes!("../../seeds/phone/begin.json");
    assert!(!is_error(&phone.ask(begin)), "the first root is taken");
    phone
}

/// Asks one question a line. Every answer is JSON: an object, that of an error with a code and a sentence.
/// Bytes that begin as a city or a pack does are opened, on a phone of their own.
pub(crate) fn ask(data: &[u8]) {
    if data.starts_with(b"HINAN") {
        is_error(&Phone::new().open(data.to_vec()));
        return;
    }
    PHONE.with_borrow_mut(|phone| {
        for question in data.split(|&byte| byte == b'\n').take(16) {
            is_error(&phone.ask(question));
        }
    });
}

fn is_error(answer: &[u8]) -> bool {
    let Ok(Value::Object(members)) = serde_json::from_slice(answer) else {
        unreachable!("the answer is no object: {}", String::from_utf8_lossy(answer));
    };
    let Some(error) = members.get("error") else { return false };
    assert!(error["code"].is_string() && error["sentence"].is_string(), "an error without its words");
    true
}
