//! The CAP message that a statement is bound to: does it say the same.

use std::sync::Arc;

use hinan_alert::notice::World;
use hinan_cap::Alert as Cap;

use super::Judge;
use super::count::Signed;
use crate::agree;
use crate::code::{Refusal, Refused};
use crate::kind::Kind;
use crate::signers::{Key, Need};
use crate::statement::Statement;
use crate::store::key;

/// The longest CAP message, in bytes.
pub(crate) const MAX_CAP_BYTES: u64 = 1 << 20;

impl Judge<'_> {
    /// The message of a statement. Bytes that were handed over with it have to be the right ones; where
    /// none were and none are kept, there is none.
    pub(super) fn message(&self, signed: &Signed) -> Result<Option<Arc<Cap>>, Refused> {
        let Some(bound) = signed.statement.cap() else { return Ok(None) };
        if bound.len > MAX_CAP_BYTES {
            return Err(Refusal::CapLength.because(format!("{} bytes, at most {MAX_CAP_BYTES}", bound.len)));
        }
        if let Some((bytes, extra)) = self.extra_of(signed.key).and_then(|it| Some((it.cap?, it))) {
            agree::same_bytes(bound, bytes)?;
            return extra.message.get_or_init(|| agree::read(bytes).map(Arc::new)).clone().map(Some);
        }
        let Some(kept) = self.store.message(bound.sha256) else { return Ok(None) };
        agree::same_bytes(bound, kept.bytes())?;
        kept.read().map(Some)
    }

    /// Whether a message says the same as its statement, and names every target that is known, lost or not:
    /// what it reaches must not change whether it is believed.
    pub(super) fn check_message(
        &self,
        signed: &Signed,
        world: World,
        cap: &Cap,
        may_draw: bool,
    ) -> Result<(), Refused> {
        let statement = &signed.statement;
        agree::agrees(statement, world, cap)?;
        if !may_draw {
            return Err(
                Refusal::CapArea.because("it draws ground beyond the zones that its signers may name")
            );
        }
        agree::counts_targets(statement, cap)?;
        let Some(kind) = super::targets::kind_of_targets(statement) else { return Ok(()) };
        for target in statement.targets() {
            let Some(other) = self.signed(key(kind, *target)) else { continue };
            let Ok(Some(other)) = self.message(&other) else { continue };
            if !agree::refers_to(cap, &other) {
                return Err(Refusal::CapReferences.because(format!("none is {target}")));
            }
        }
        Ok(())
    }

    /// Whether what is known of a statement draws ground.
    pub(super) fn is_known_to_draw(&self, signed: &Signed) -> bool {
        self.message(signed).ok().flatten().is_some_and(|cap| agree::draws_ground(&cap))
    }

    /// Those of the signers who count: where the message draws ground, only who has a right to every
    /// zone. Else a polygon would reach where its signers may not.
    pub(super) fn counting(&self, keys: &[Arc<Key>], signed: &Signed, drawn: bool) -> Vec<Arc<Key>> {
        let (Statement::Alert(alert) | Statement::Drill(alert)) = &signed.statement else {
            return keys.to_vec();
        };
        if !drawn {
            return keys.to_vec();
        }
        let kind: Kind = signed.statement.kind();
        let need = Need::Warning {
            stages: vec![alert.stage.name()],
            hazards: vec![alert.hazard.name()],
            zones: vec!["*".to_owned()],
        };
        keys.iter().filter(|key| self.ring.grants(&key.holder, kind, &need)).cloned().collect()
    }
}
