//! See `hinan_fuzz_targets::phone`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hinan_fuzz_targets::phone(data));
