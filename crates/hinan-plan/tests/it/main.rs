//! Tests of what answers come to, one binary.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod assignments;
mod counting;
mod crowds;
mod depending;
mod doors;
mod fates;
mod reaching;
mod siting;
mod siting_places;
mod transports;
