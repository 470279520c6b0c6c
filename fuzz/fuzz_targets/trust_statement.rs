//! See `hinan_fuzz_targets::trust_statement`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hinan_fuzz_targets::trust_statement(data));
