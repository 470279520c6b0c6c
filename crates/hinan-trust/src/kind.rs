//! The types of what is signed. A signature over one type says nothing about another.

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::code::Refusal;

/// What a statement is: the middle of `application/vnd.hinan.KIND.v1+json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Who names the keepers.
    Root,
    /// Who may sign what.
    Ring,
    /// An order that lets one person or feed raise an alert.
    Arming,
    /// An alert, or an update of one.
    Alert,
    /// An alert is called back.
    Cancel,
    /// The danger is over.
    Clear,
    /// An exercise, or an update of one.
    Drill,
    /// Shelters that were hit, mined, flooded.
    Danger,
    /// Shelters that are open, locked, full.
    Status,
    /// What phones carry.
    Pack,
    /// What servers carry.
    Region,
    /// The program itself.
    App,
    /// What a relay holds to be in force.
    Active,
    /// An order to a siren.
    Siren,
}

const BEFORE: &str = "application/vnd.hinan.";
const AFTER: &str = ".v1+json";

impl Kind {
    /// Every kind, in the order of the specification.
    pub const ALL: [Kind; 14] = [
        Kind::Root,
        Kind::Ring,
        Kind::Arming,
        Kind::Alert,
        Kind::Cancel,
        Kind::Clear,
        Kind::Drill,
        Kind::Danger,
        Kind::Status,
        Kind::Pack,
        Kind::Region,
        Kind::App,
        Kind::Active,
        Kind::Siren,
    ];

    /// The name in rights and files.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Root => "root",
            Kind::Ring => "ring",
            Kind::Arming => "arming",
            Kind::Alert => "alert",
            Kind::Cancel => "cancel",
            Kind::Clear => "clear",
            Kind::Drill => "drill",
            Kind::Danger => "danger",
            Kind::Status => "status",
            Kind::Pack => "pack",
            Kind::Region => "region",
            Kind::App => "app",
            Kind::Active => "active",
            Kind::Siren => "siren",
        }
    }

    /// The `payloadType` of envelopes.
    pub fn payload_type(self) -> String {
        format!("{BEFORE}{}{AFTER}", self.name())
    }

    /// The kind of a `payloadType`: [`Refusal::UpdateNeeded`] for one of hinan that is not known
    /// here, [`Refusal::ForeignType`] for one of anybody else.
    pub fn of_payload_type(text: &str) -> Result<Kind, Refusal> {
        let Some(rest) = text.strip_prefix(BEFORE) else { return Err(Refusal::ForeignType) };
        let name = rest.strip_suffix(AFTER).ok_or(Refusal::UpdateNeeded)?;
        Kind::ALL.into_iter().find(|kind| kind.name() == name).ok_or(Refusal::UpdateNeeded)
    }

    /// The largest envelope of this kind, in bytes.
    pub const fn max_bytes(self) -> usize {
        match self {
            Kind::Root | Kind::Ring => 256 * 1024,
            _ => 64 * 1024,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
