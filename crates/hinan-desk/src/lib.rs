//! What officers do before a signature: keys in files, templates, drafts, what is seen of them, and
//! the ceremonies of roots and rings. `docs/keys.md` tells it for officers, `docs/templates.md` for
//! those who write texts.
//!
//! * [`SecretKey`], [`Passphrase`], [`keys`]: `generate` → `save` → `open` → `sign(envelope)`; an
//!   Ed25519 seed in an [`age`] file, for its owner's eyes alone. [`keys::list`] needs no passphrase.
//! * [`Template`]: [`Template::all`] lists them, [`Template::find`] takes an id (`air-raid.take-cover`).
//! * [`Area`]: zones of the table, all of the region, or a drawing (GeoJSON); [`Area::check`].
//! * [`Setup::new`] from a `hinan_trust::Trust`, then [`warn`] (alert, update, drill), [`cancel`] (error,
//!   withdrawn, hold), [`clear`], [`arm`], [`void_arming`] → [`Draft`]: an unsigned envelope and the
//!   exact bytes of its CAP message. [`Issued::read`] makes the target of the latter of an alert's bytes.
//! * [`Preview::of`] (envelope, CAP bytes): everything an officer sees, read back from those bytes, with
//!   the name in four [`words`]; [`preview::Message::concerned`] counts people, doorsteps and shelters. What
//!   is not what the template composes is a [`Fault`], and nobody signs where there is one.
//! * [`ceremony`]: [`ceremony::first_root`], [`ceremony::next_root`], [`RingPlan`].
//! * [`new_id`] is the only thing besides keys that is drawn by lot. There is no clock here: what is
//!   drafted takes its second from a [`Stamp`].
//!
//! Whether a draft is believed says `hinan_trust`; this room reads envelopes and adds signatures.

pub mod age;
pub mod area;
pub mod ceremony;
pub mod draft;
pub mod fault;
pub mod keys;
pub mod preview;
mod random;
pub mod template;
pub mod words;

pub use area::{Area, AreaError, gazetteer};
pub use ceremony::RingPlan;
pub use draft::{
    ArmingOrder, CallBack, Draft, DraftError, Issued, Setup, Stamp, Warning, arm, cancel, clear, void_arming,
    warn,
};
pub use fault::Fault;
pub use keys::{KeyError, Passphrase, PublicKey, SecretKey};
pub use preview::{Preview, PreviewError};
pub use random::{NoRandomness, new_id};
pub use template::Template;
pub use words::four_words;
