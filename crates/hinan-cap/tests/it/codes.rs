//! The list of codes for people, which is made from the code.

use std::fmt::Write as _;
use std::path::Path;

use hinan_cap::Code;
use hinan_cap::code::Kind;

const HEAD: &str = "\
# What can be wrong with a CAP message

Every complaint of `hinan alert check` and of the library `hinan-cap` has one of these codes. The names
are stable; new ones may come. A complaint tells besides: the element (`alert/info[2]/area/polygon`),
line and column, what is wrong, and what was made of it.

| kind | in what we issue | in what we receive |
| --- | --- | --- |
| always | refused | refused |
| standard | refused | tolerated; the complaint says as what it was read |
| ours | refused | a remark: it conforms to the standard |
| advice | a remark | a remark |

*Standard* is the schema of CAP 1.2 **and** section 3 of its text. One thing is refused in received
messages though its kind is *standard*: a header without which nobody can tell what the message is
(`identifier`, `sender`, `sent`, `status`, `msgType`, `scope`). A message is never dropped for a missing
or broken area: the area becomes what of it could be read.

One message for each rule, and what has to be said of it, lies in
[`crates/hinan-cap/conformance`](../crates/hinan-cap/conformance). Its manifest also says where the schema
of OASIS accepts what we refuse, and why.

This file is written by a test: `BLESS=1 cargo test -p hinan-cap codes`.

";

fn document() -> String {
    let mut text = HEAD.to_owned();
    text.push_str("| code | kind | what is wrong | what to do |\n| --- | --- | --- | --- |\n");
    for code in Code::ALL {
        let kind = match code.kind() {
            Kind::Always => "always",
            Kind::Standard => "standard",
            Kind::Ours => "ours",
            Kind::Advice => "advice",
        };
        let cell = |text: &str| text.trim().replace('&', "&amp;").replace('|', "\\|").replace('<', "\\<");
        writeln!(text, "| `{code}` | {kind} | {} | {} |", cell(code.rule()), cell(code.remedy())).unwrap();
    }
    text
}

#[test]
fn the_list_of_codes_is_what_the_code_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/cap-codes.md");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, document()).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(written, document(), "docs/cap-codes.md is stale: BLESS=1 cargo test -p hinan-cap codes");
}

#[test]
fn codes_are_words_that_stand_once() {
    let mut words: Vec<&str> = Code::ALL.iter().map(|code| code.word()).collect();
    assert!(
        words
            .iter()
            .all(|word| word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'))
    );
    let count = words.len();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), count);
}
