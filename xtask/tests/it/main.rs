//! What a machine can hold of ARCHITECTURE.md, deny.toml and CONTRIBUTING.md.

mod arrows;
mod dependencies;
mod metadata;
mod spdx;
mod tidy;
