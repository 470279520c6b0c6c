//! What a machine can hold of ARCHITECTURE.md, deny.toml and CONTRIBUTING.md.

#![expect(clippy::panic, clippy::unwrap_used, reason = "what helps tests fails as tests do")]

mod arrows;
mod dependencies;
mod metadata;
mod page;
mod spdx;
mod tidy;
