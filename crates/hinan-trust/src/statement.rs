//! What is signed, as types: read strictly, written once by whoever drafts it.
//!
//! Nobody writes a statement again that somebody else drafted: signers sign the drafter's bytes, and
//! receivers check those. [`Statement::payload_bytes`] is for drafting only.

use hinan_alert::notice::{Reason, World};
use hinan_model::{Hazard, Stage};
use serde::{Deserialize, Serialize};

use crate::check;
use crate::code::{Refusal, Refused};
use crate::hex::{Digest, HexBytes, Id};
use crate::json::{self, Value};
use crate::kind::Kind;

/// The version of every type that is known here.
pub const VERSION: u64 = 1;

/// A place in a line of documents that replace each other: the epoch first, then the number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counter {
    /// Begun anew by a new ring, so that a number that ran away can be healed.
    pub epoch: u64,
    /// The number within the epoch.
    pub n: u64,
}

/// Keys that a statement may have and nobody here understands.
pub type Ext = serde_json::Map<String, serde_json::Value>;

/// Declares a statement with the keys that all have, in the order in which they are written.
macro_rules! statement {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// Version of the type: 1.
            pub v: u64,
            /// The root that it belongs to: SHA-256 of the first root's payload.
            pub scope: Digest,
            /// The ring that the drafter had.
            pub ring: Counter,
            /// Random, so that two statements of one second differ.
            pub id: Id,
            /// When it was drafted; seconds since 1970.
            pub issued: i64,
            $($(#[$field_doc])* pub $field: $type,)*
            /// Free keys; nothing here reads them.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub ext: Option<Ext>,
        }
    };
}

/// Which world a root, a cancel or an all clear is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WorldName {
    /// The real thing.
    Live,
    /// A public exercise.
    Drill,
    /// Machines among themselves.
    Lab,
}

impl From<WorldName> for World {
    fn from(name: WorldName) -> Self {
        match name {
            WorldName::Live => World::Live,
            WorldName::Drill => World::Drill,
            WorldName::Lab => World::Lab,
        }
    }
}

/// The top: whose keys name the keepers. Everything else follows from its first version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Root {
    /// Version of the type: 1.
    pub v: u64,
    /// SHA-256 of the first root's payload; the first root itself has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Digest>,
    /// Random.
    pub id: Id,
    /// When it was drafted; seconds since 1970.
    pub issued: i64,
    /// Counted from 1 without gaps.
    pub n: u64,
    /// Live or lab; the same in every version.
    pub world: WorldName,
    /// When a newer one should be there.
    pub expires: i64,
    /// Who signs roots.
    pub root: Quorum,
    /// Who signs rings.
    pub keepers: Quorum,
    /// Free keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ext: Option<Ext>,
}

/// Persons of whom enough have to sign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quorum {
    /// How many persons.
    pub threshold: u64,
    /// Their keys.
    pub keys: Vec<QuorumKey>,
}

/// A key of a [`Quorum`]; always Ed25519.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuorumKey {
    /// Whose it is. One person may have several keys and counts once.
    pub person: String,
    /// The key.
    pub public: Digest,
    /// Whether it signs in a program of its own, not in a page that a server delivers.
    pub standalone: bool,
}

/// Who may sign what, until when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ring {
    /// Version of the type: 1.
    pub v: u64,
    /// The root that it belongs to.
    pub scope: Digest,
    /// Random.
    pub id: Id,
    /// When it was drafted; seconds since 1970.
    pub issued: i64,
    /// With `n`, its place in the line of rings. Counters of others may not be of a later epoch.
    pub epoch: u64,
    /// The number within the epoch.
    pub n: u64,
    /// When a newer one should be there; at most 400 days after `issued`.
    pub expires: i64,
    /// People.
    pub persons: Vec<Person>,
    /// Feeds, relays, gateways, builders.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub machines: Vec<Machine>,
    /// Their keys.
    pub keys: Vec<RingKey>,
    /// What they may sign.
    pub rights: Vec<Right>,
    /// How many persons sign what.
    #[serde(default)]
    pub thresholds: Thresholds,
    /// How long an alert may live.
    #[serde(default)]
    pub life: Life,
    /// What one officer may do alone.
    #[serde(default)]
    pub solo: Solo,
    /// What may be signed ahead.
    #[serde(default)]
    pub arming: ArmingCaps,
    /// Free keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ext: Option<Ext>,
}

/// Somebody who counts in thresholds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// What the ring calls them.
    pub id: String,
    /// For desks; may be missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Something that signs and counts in no threshold of persons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Machine {
    /// What the ring calls it.
    pub id: String,
    /// What it is for.
    pub kind: MachineKind,
    /// Who runs it: relays agree on a time only where their operators differ.
    pub operator: String,
}

/// What a machine is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MachineKind {
    /// Sensors; raises alerts within an arming order.
    Feed,
    /// Carries; says what is in force.
    Relay,
    /// Orders sirens.
    Gateway,
    /// Builds packs, regions, the program.
    Builder,
}

/// How a key signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Algorithm {
    /// Ed25519 over the PAE.
    Ed25519,
    /// A web authenticator with P-256; not checked yet.
    WebauthnEs256,
    /// A web authenticator with Ed25519; not checked yet.
    WebauthnEd25519,
}

/// A key of the ring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RingKey {
    /// The person or machine that has it.
    pub holder: String,
    /// How it signs. The envelope has no say in that.
    pub alg: Algorithm,
    /// Its bytes.
    pub public: HexBytes,
    /// Whether it signs in a program of its own.
    #[serde(default)]
    pub standalone: bool,
    /// Pages that a web authenticator may sign on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub origins: Vec<String>,
    /// What was issued from this second on does not count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired: Option<i64>,
    /// Nothing that it signed counts, whenever that was.
    #[serde(default, skip_serializing_if = "is_false")]
    pub compromised: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(value: &bool) -> bool {
    !*value
}

/// A right: every combination of what it lists. `*` stands for all of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Right {
    /// Persons and machines.
    pub who: Vec<String>,
    /// Types of statements.
    pub types: Vec<Kind>,
    /// Stages, for alerts and what is about them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<String>,
    /// Hazards, for the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hazards: Vec<String>,
    /// Zones, for the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub zones: Vec<String>,
    /// Shelters, for danger and status.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shelters: Vec<String>,
}

/// How many persons have to sign; at least two in a live world.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Thresholds {
    /// Alerts and updates.
    pub alert: u64,
    /// Cancels.
    pub cancel: u64,
    /// All clears.
    pub clear: u64,
    /// Drills.
    pub drill: u64,
    /// Arming orders.
    pub arming: u64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Thresholds { alert: 2, cancel: 2, clear: 2, drill: 2, arming: 2 }
    }
}

/// How long an alert may live, in seconds, by stage; tsunamis by themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Life {
    /// Stage take cover.
    pub take_cover: i64,
    /// Stage expect.
    pub expect: i64,
    /// Stage prepare.
    pub prepare: i64,
    /// Any stage of a tsunami.
    pub tsunami: i64,
}

impl Default for Life {
    fn default() -> Self {
        Life { take_cover: 7_200, expect: 3_600, prepare: 86_400, tsunami: 86_400 }
    }
}

/// What one officer may do alone; nothing where a figure is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Solo {
    /// The longest life of an alert by one officer, in seconds; 600 is the custom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alert: Option<i64>,
    /// How long after an alert one officer may put it on hold, in seconds; 180 is the custom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancel: Option<i64>,
}

/// The longest figures of arming orders, in seconds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ArmingCaps {
    /// Hours of an order for a person.
    pub person: i64,
    /// Hours of an order for a feed.
    pub feed: i64,
    /// Life of an alert under an order.
    pub alert: i64,
}

impl Default for ArmingCaps {
    fn default() -> Self {
        ArmingCaps { person: 43_200, feed: 2_678_400, alert: 900 }
    }
}

statement! {
    /// An order signed ahead: who may raise alerts alone, where, of what, when.
    Arming {
        /// Persons and feeds.
        who: Vec<String>,
        /// No `*` here.
        zones: Vec<String>,
        /// Hazards.
        hazards: Vec<Hazard>,
        /// Stages, never clear.
        stages: Vec<Stage>,
        /// Templates.
        templates: Vec<String>,
        /// The first second.
        from: i64,
        /// The last second.
        until: i64,
        /// The longest life of an alert, in seconds.
        life: i64,
    }
}

/// Whether a warning is the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActName {
    /// The first.
    Alert,
    /// In the place of its targets.
    Update,
}

/// The CAP message that a statement is about: its exact bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CapBytes {
    /// Their digest.
    pub sha256: Digest,
    /// How many.
    pub len: u64,
}

impl CapBytes {
    /// The binding of some bytes.
    pub fn of(bytes: &[u8]) -> CapBytes {
        CapBytes { sha256: Digest::of(bytes), len: bytes.len() as u64 }
    }
}

statement! {
    /// A warning: the payload of an alert or a drill.
    Alert {
        /// First, or in the place of others.
        act: ActName,
        /// How near, never clear.
        stage: Stage,
        /// Of what.
        hazard: Hazard,
        /// Which template its text comes from.
        template: String,
        /// Where: zones of the region's table, or `*` alone for all of it; none where only the CAP
        /// message draws the ground, for which every zone has to be granted.
        zones: Vec<String>,
        /// When it lapses.
        expires: i64,
        /// When the danger arrives.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        impact_at: Option<i64>,
        /// Which statements it replaces; none for a first one.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        targets: Vec<Digest>,
        /// The arming order that it is raised under.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        arming: Option<Digest>,
        /// Its CAP message.
        cap: CapBytes,
    }
}

/// Why an alert is called back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReasonName {
    /// It should not have been sent.
    Error,
    /// It was right and is no longer expected.
    Withdrawn,
}

impl From<ReasonName> for Reason {
    fn from(name: ReasonName) -> Self {
        match name {
            ReasonName::Error => Reason::Error,
            ReasonName::Withdrawn => Reason::Withdrawn,
        }
    }
}

statement! {
    /// Calls statements back. Where the targets are arming orders, they are void from `issued` on.
    Cancel {
        /// Which world, since the target may not be known.
        world: WorldName,
        /// Why.
        reason: ReasonName,
        /// What.
        targets: Vec<Digest>,
        /// Its CAP message; none where arming orders are called back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cap: Option<CapBytes>,
    }
}

statement! {
    /// The danger of the targets is over.
    Clear {
        /// Which world.
        world: WorldName,
        /// What is over.
        targets: Vec<Digest>,
        /// Its CAP message.
        cap: CapBytes,
    }
}

/// What a shelter is, beyond being there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShelterState {
    /// Usable, by word of somebody.
    Open,
    /// Has no room.
    Full,
    /// The door does not open.
    Locked,
    /// Not to be used.
    Closed,
    /// Under water.
    Flooded,
    /// Mined, or with something unexploded.
    Mined,
    /// Hit.
    Hit,
}

/// One shelter of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShelterEntry {
    /// Its id in the region.
    pub shelter: String,
    /// What it is.
    pub state: ShelterState,
}

statement! {
    /// Shelters that must not be used, or may be used again.
    Danger {
        /// With `n`, newer than what it replaces, shelter by shelter.
        epoch: u64,
        /// The number.
        n: u64,
        /// Closed, flooded, mined, hit; or open again, which two persons sign.
        shelters: Vec<ShelterEntry>,
    }
}

statement! {
    /// Shelters that are open, full or locked just now; lapses after twelve hours.
    Status {
        /// With `n`, newer than what it replaces, shelter by shelter.
        epoch: u64,
        /// The number.
        n: u64,
        /// Open, full, locked.
        shelters: Vec<ShelterEntry>,
    }
}

/// A file of a delivery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileEntry {
    /// Relative, with `/`, without `..`.
    pub path: String,
    /// Its digest.
    pub sha256: Digest,
    /// Its length in bytes.
    pub len: u64,
}

/// How much a delivery changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Changes {
    /// Shelters in it.
    pub shelters: u64,
    /// Of them (or of those before) added, gone or altered.
    pub changed: u64,
}

statement! {
    /// A delivery: the payload of a pack, a region or an app.
    Delivery {
        /// Of what.
        name: String,
        /// For people.
        version: String,
        /// With `n`, for machines.
        epoch: u64,
        /// The number.
        n: u64,
        /// What belongs to it.
        files: Vec<FileEntry>,
        /// When it was built; no clock below this is believed.
        built: i64,
        /// What it was built from.
        inputs: Vec<Digest>,
        /// The readable difference that a person signed for.
        diff_sha256: Digest,
        /// How much of it changed.
        changes: Changes,
    }
}

/// The version of a pack that a relay knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackVersion {
    /// Its name.
    pub name: String,
    /// Its epoch.
    pub epoch: u64,
    /// Its number.
    pub n: u64,
}

statement! {
    /// What a relay holds to be in force: a heartbeat. It ends and weakens nothing.
    Active {
        /// With `n`, newer than the one before.
        epoch: u64,
        /// The number.
        n: u64,
        /// Seconds that it says anything; 60.
        ttl: i64,
        /// Seconds until the next; 20.
        next: i64,
        /// The newest ring that it knows.
        newest_ring: Counter,
        /// The newest packs that it knows.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        packs: Vec<PackVersion>,
        /// The names of the statements in force.
        in_force: Vec<Digest>,
    }
}

/// What a siren plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SirenTone {
    /// The alarm.
    Alarm,
    /// The exercise's own tone.
    Drill,
    /// The all clear.
    Clear,
}

statement! {
    /// An order to sirens. It carries the alert, which the siren checks itself.
    Siren {
        /// Which devices.
        devices: Vec<String>,
        /// What to play.
        tone: SirenTone,
        /// For how long; at most 180.
        seconds: i64,
        /// With `counter`, higher than any before; the device keeps both.
        epoch: u64,
        /// The number within the epoch.
        counter: u64,
        /// The alert's envelope in base64.
        envelope: String,
    }
}

/// Any statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Statement {
    /// The top.
    Root(Root),
    /// Who may sign what.
    Ring(Ring),
    /// Signed ahead.
    Arming(Arming),
    /// A warning.
    Alert(Alert),
    /// A warning that is none.
    Drill(Alert),
    /// Called back.
    Cancel(Cancel),
    /// Over.
    Clear(Clear),
    /// Not to be used.
    Danger(Danger),
    /// Open, full, locked.
    Status(Status),
    /// For phones.
    Pack(Delivery),
    /// For servers.
    Region(Delivery),
    /// The program.
    App(Delivery),
    /// A relay's word.
    Active(Active),
    /// An order to sirens.
    Siren(Siren),
}

/// Calls `$body` with the statement's own type.
macro_rules! each {
    ($statement:expr, $inner:ident => $body:expr) => {
        match $statement {
            Statement::Root($inner) => $body,
            Statement::Ring($inner) => $body,
            Statement::Arming($inner) => $body,
            Statement::Alert($inner) | Statement::Drill($inner) => $body,
            Statement::Cancel($inner) => $body,
            Statement::Clear($inner) => $body,
            Statement::Danger($inner) => $body,
            Statement::Status($inner) => $body,
            Statement::Pack($inner) | Statement::Region($inner) | Statement::App($inner) => $body,
            Statement::Active($inner) => $body,
            Statement::Siren($inner) => $body,
        }
    };
}

impl Statement {
    /// Reads a payload of a known type, strictly: JSON, keys, and what the values must agree in.
    pub fn read(kind: Kind, payload: &[u8]) -> Result<Statement, Refused> {
        // The version first: a newer one may have keys that are not known here.
        let value = json::parse(payload).map_err(|error| Refusal::BadJson.because(error.to_string()))?;
        match value.get("v") {
            Some(Value::Integer(VERSION)) => {}
            Some(Value::Integer(other)) => return Err(Refusal::UpdateNeeded.because(format!("v {other}"))),
            _ => return Err(Refusal::BadStatement.because("v: no version")),
        }
        let statement = match kind {
            Kind::Root => Statement::Root(fill(value)?),
            Kind::Ring => Statement::Ring(fill(value)?),
            Kind::Arming => Statement::Arming(fill(value)?),
            Kind::Alert => Statement::Alert(fill(value)?),
            Kind::Drill => Statement::Drill(fill(value)?),
            Kind::Cancel => Statement::Cancel(fill(value)?),
            Kind::Clear => Statement::Clear(fill(value)?),
            Kind::Danger => Statement::Danger(fill(value)?),
            Kind::Status => Statement::Status(fill(value)?),
            Kind::Pack => Statement::Pack(fill(value)?),
            Kind::Region => Statement::Region(fill(value)?),
            Kind::App => Statement::App(fill(value)?),
            Kind::Active => Statement::Active(fill(value)?),
            Kind::Siren => Statement::Siren(fill(value)?),
        };
        check::statement(&statement).map_err(|what| Refusal::BadStatement.because(what))?;
        Ok(statement)
    }

    /// Its type.
    pub const fn kind(&self) -> Kind {
        match self {
            Statement::Root(_) => Kind::Root,
            Statement::Ring(_) => Kind::Ring,
            Statement::Arming(_) => Kind::Arming,
            Statement::Alert(_) => Kind::Alert,
            Statement::Drill(_) => Kind::Drill,
            Statement::Cancel(_) => Kind::Cancel,
            Statement::Clear(_) => Kind::Clear,
            Statement::Danger(_) => Kind::Danger,
            Statement::Status(_) => Kind::Status,
            Statement::Pack(_) => Kind::Pack,
            Statement::Region(_) => Kind::Region,
            Statement::App(_) => Kind::App,
            Statement::Active(_) => Kind::Active,
            Statement::Siren(_) => Kind::Siren,
        }
    }

    /// The bytes that a drafter hands out to be signed: JSON in one line, keys in a fixed order. An
    /// error says what makes it a statement that every receiver would refuse.
    pub fn payload_bytes(&self) -> Result<Vec<u8>, Refused> {
        let bytes = each!(self, inner => serde_json::to_vec(inner))
            .map_err(|error| Refusal::BadStatement.because(error.to_string()))?;
        Statement::read(self.kind(), &bytes)?;
        Ok(bytes)
    }

    /// An envelope of it without signatures.
    pub fn envelope(&self) -> Result<crate::Envelope, Refused> {
        Ok(crate::Envelope::new(self.kind(), self.payload_bytes()?))
    }

    /// When it was drafted; seconds since 1970.
    pub fn issued(&self) -> i64 {
        each!(self, inner => inner.issued)
    }

    /// Its random id.
    pub fn id(&self) -> Id {
        each!(self, inner => inner.id)
    }

    /// The root that it belongs to; the first root has none.
    pub fn scope(&self) -> Option<Digest> {
        match self {
            Statement::Root(root) => root.scope,
            Statement::Ring(ring) => Some(ring.scope),
            Statement::Arming(it) => Some(it.scope),
            Statement::Alert(it) | Statement::Drill(it) => Some(it.scope),
            Statement::Cancel(it) => Some(it.scope),
            Statement::Clear(it) => Some(it.scope),
            Statement::Danger(it) => Some(it.scope),
            Statement::Status(it) => Some(it.scope),
            Statement::Pack(it) | Statement::Region(it) | Statement::App(it) => Some(it.scope),
            Statement::Active(it) => Some(it.scope),
            Statement::Siren(it) => Some(it.scope),
        }
    }

    /// The ring that its drafter had; `None` for roots and rings.
    pub fn ring(&self) -> Option<Counter> {
        match self {
            Statement::Root(_) | Statement::Ring(_) => None,
            Statement::Arming(it) => Some(it.ring),
            Statement::Alert(it) | Statement::Drill(it) => Some(it.ring),
            Statement::Cancel(it) => Some(it.ring),
            Statement::Clear(it) => Some(it.ring),
            Statement::Danger(it) => Some(it.ring),
            Statement::Status(it) => Some(it.ring),
            Statement::Pack(it) | Statement::Region(it) | Statement::App(it) => Some(it.ring),
            Statement::Active(it) => Some(it.ring),
            Statement::Siren(it) => Some(it.ring),
        }
    }

    /// The CAP message that it is bound to.
    pub fn cap(&self) -> Option<CapBytes> {
        match self {
            Statement::Alert(alert) | Statement::Drill(alert) => Some(alert.cap),
            Statement::Cancel(cancel) => cancel.cap,
            Statement::Clear(clear) => Some(clear.cap),
            _ => None,
        }
    }

    /// The statements that it is about.
    pub fn targets(&self) -> &[Digest] {
        match self {
            Statement::Alert(alert) | Statement::Drill(alert) => &alert.targets,
            Statement::Cancel(cancel) => &cancel.targets,
            Statement::Clear(clear) => &clear.targets,
            _ => &[],
        }
    }

    /// Its place in the line of those that it replaces, and the name of that line.
    pub fn counter(&self) -> Option<(Counter, &str)> {
        let of = |epoch, n| Counter { epoch, n };
        match self {
            Statement::Danger(it) => Some((of(it.epoch, it.n), "")),
            Statement::Status(it) => Some((of(it.epoch, it.n), "")),
            Statement::Pack(it) | Statement::Region(it) | Statement::App(it) => {
                Some((of(it.epoch, it.n), &it.name))
            }
            Statement::Active(it) => Some((of(it.epoch, it.n), "")),
            Statement::Siren(it) => Some((of(it.epoch, it.counter), "")),
            _ => None,
        }
    }
}

impl Ring {
    /// Its place in the line of rings.
    pub fn counter(&self) -> Counter {
        Counter { epoch: self.epoch, n: self.n }
    }

    /// Where phones and desks may fetch from besides where they come from: `ext.relays`, origins such as
    /// `https://relay.example`, each once, at most [`MOST_RELAYS`]. What is no origin is left out: a host
    /// is named here or is never asked. Nothing that is believed depends on it.
    pub fn relays(&self) -> Vec<&str> {
        let named = self.ext.as_ref().and_then(|ext| ext.get(RELAYS)?.as_array());
        let mut relays: Vec<&str> = Vec::new();
        for origin in
            named.into_iter().flatten().filter_map(serde_json::Value::as_str).filter(|text| is_origin(text))
        {
            if relays.len() < MOST_RELAYS && !relays.contains(&origin) {
                relays.push(origin);
            }
        }
        relays
    }

    /// Names the relays, in the place of those that were named.
    ///
    /// # Errors
    /// Gives the first that is no origin, or where there are more than [`MOST_RELAYS`].
    pub fn set_relays(&mut self, relays: &[String]) -> Result<(), String> {
        if let Some(wrong) = relays.iter().find(|relay| !is_origin(relay)) {
            return Err(format!("'{wrong}': write https://host or https://host:port, in small letters"));
        }
        if relays.len() > MOST_RELAYS {
            return Err(format!("{} relays; a ring names at most {MOST_RELAYS}", relays.len()));
        }
        self.ext.get_or_insert_default().insert(RELAYS.to_owned(), relays.into());
        Ok(())
    }
}

/// The key in a ring's `ext` under which its relays stand.
const RELAYS: &str = "relays";
/// The most relays that a ring names.
pub const MOST_RELAYS: usize = 16;

/// Whether a text is `https://host` or `https://host:port` and nothing else: it is written into a page's
/// policy, so that no other letter may stand in it.
fn is_origin(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else { return false };
    let (host, port) = rest.split_once(':').map_or((rest, None), |(host, port)| (host, Some(port)));
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && label.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
    };
    let is_port = |port: &str| {
        (1..=5).contains(&port.len())
            && port.bytes().all(|byte| byte.is_ascii_digit())
            && !port.starts_with('0')
    };
    host.len() <= 253 && host.split('.').all(is_label) && port.is_none_or(is_port)
}

fn fill<T: serde::de::DeserializeOwned>(value: Value) -> Result<T, Refused> {
    value.fill().map_err(|error| Refusal::BadStatement.because(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hosts_are_relays() {
        for right in ["https://relay.example", "https://a-1.example:8443", "https://192.0.2.1"] {
            assert!(is_origin(right), "{right}");
        }
        for wrong in [
            "http://relay.example",
            "https://",
            "https://relay.example/",
            "https://relay.example:",
            "https://relay.example:0",
            "https://me@relay.example",
            "https://relay..example",
            "https://Relay.example",
            "https://relay.example; script-src *",
            "https://*.example",
            "https://-a.example",
        ] {
            assert!(!is_origin(wrong), "{wrong}");
        }
    }
}
