//! See `hinan_fuzz_targets::region`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hinan_fuzz_targets::region(data));
