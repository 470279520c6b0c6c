//! Tests of the engine, one binary.

mod fields;
mod ground;
mod paths;
mod whatif;
