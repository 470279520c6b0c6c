//! Tests of layers, plots and maps, one binary.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]
