//! Who may be believed: signatures over bytes, checked against a ring that leads back to one root.
//!
//! ```text
//!  first root ─► Trust::walk(scope, first, roots, rings) ─► Trust (newest root, newest ring)
//!  envelope (DSSE) + CAP bytes + Context (now, near, ...) ─► Store::receive ─► Decision
//!  Store + Trust + now ─► Store::notices ─► hinan_alert (what is in force)
//! ```
//!
//! **Receiving.** [`Trust`] walks from the root that the receiver was given to the newest ring. A [`Store`] keeps
//! what came (envelopes of one statement merge) and decides: [`Decision`] says believed, held or
//! refused, with the fate of every signature and a code for everything that is not a yes
//! ([`Refusal`], [`Fault`], [`Note`]). [`Store::notices`] is what the life of alerts goes on from. A
//! receiver that was away for long reads a [`Bundle`] first. The time comes from [`Clock`].
//!
//! **Drafting.** Fill one of the types of [`statement`], call [`Statement::envelope`] for an
//! [`Envelope`] without signatures; each signer signs [`Envelope::pae`] (Ed25519) and adds it with
//! [`Envelope::with_signature`] under [`key_id`] of the public key. Two desks' envelopes become one by
//! [`Envelope::merged`]. No secret key ever comes here.
//!
//! **What a CAP message must say** to be bound to a statement: status `Actual` (live), `Exercise` (drill)
//! or `Test` (lab); type `Alert`, `Update` or `Cancel` as the act says, `Update` with the response
//! `AllClear` in every block for an all clear; `sent` the second of `issued`; in warnings `expires` of
//! every block the statement's, and in the areas of every block a geocode named [`ZONE_SCHEME`] for
//! each zone; one reference for each target. Polygons and circles take signers with a right to every
//! zone (`*`), and are never armed.
//!
//! `docs/trust.md` restates the rules for receivers; `docs/trust-vectors.md` describes the cases in
//! `vectors/` that this crate, the same compiled for the web, and a Python program must decide alike.
//! Nothing here has a clock, a file, randomness or a secret.

mod agree;
pub mod bundle;
mod check;
pub mod clock;
pub mod code;
pub mod decision;
pub mod envelope;
pub mod hex;
pub mod json;
mod judge;
pub mod key;
pub mod kind;
mod places;
pub mod question;
mod signers;
pub mod statement;
mod store;
mod trust;

pub use agree::ZONE_SCHEME;
pub use bundle::Bundle;
pub use clock::{Clock, RelayTime};
pub use code::{Fault, Note, Refusal, Refused};
pub use decision::{Belief, Context, Decision, Device, Look, Near, Seen, Shown, Tone, Verdict};
pub use envelope::{Envelope, pae};
pub use hex::{Digest, Hex, Id};
pub use key::key_id;
pub use kind::Kind;
pub use places::Room;
pub use signers::SignatureCheck;
pub use statement::Statement;
pub use store::{ShelterWord, Store};
pub use trust::{NotTaken, RelayWord, RingAge, Trust};
