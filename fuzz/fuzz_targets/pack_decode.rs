//! See `hinan_fuzz_targets::pack_decode`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hinan_fuzz_targets::pack_decode(data));
