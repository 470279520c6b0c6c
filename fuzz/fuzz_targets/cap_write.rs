//! See `hinan_fuzz_targets::cap_write`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hinan_fuzz_targets::cap_write(data));
