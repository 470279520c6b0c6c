//! What calls back, and what that does to others.

use std::collections::BTreeMap;

use hinan_alert::notice::Standing;

use super::Judge;
use super::count::Signed;
use super::strength::{Worth, enough};
use super::targets::kind_of_targets;
use crate::code::Refusal;
use crate::hex::Digest;
use crate::kind::Kind;
use crate::signers::Tally;
use crate::store::key;

/// An arming order called back.
pub(super) struct CallBack {
    /// From which second on.
    from: i64,
    /// By whom, and whether any of their keys is standalone.
    persons: BTreeMap<String, bool>,
}

impl Judge<'_> {
    /// What an alert within an order is worth: armed, unless the order was called back by then.
    pub(super) fn armed_until_called_back(&self, order: Digest, issued: i64) -> Worth {
        let mut tally = Tally::default();
        for call_back in self.call_backs(order).iter().filter(|it| it.from <= issued) {
            for (person, standalone) in &call_back.persons {
                tally.add_person(person, *standalone);
            }
        }
        let void = Refusal::ArmingVoid.into();
        match tally.persons() {
            0 => Worth::Armed,
            // One person stops a feed that runs wild; nobody alone hides what it says.
            _ if enough(&tally, self.ring.thresholds.arming).is_err() => Worth::Unconfirmed(void),
            _ => Worth::Short(void),
        }
    }

    /// The believed call backs of an order.
    pub(super) fn call_backs(&self, order: Digest) -> &[CallBack] {
        let all = self.call_backs.get_or_init(|| self.find_call_backs());
        all.get(&order).map_or(&[], Vec::as_slice)
    }

    fn find_call_backs(&self) -> BTreeMap<Digest, Vec<CallBack>> {
        let mut found: BTreeMap<Digest, Vec<CallBack>> = BTreeMap::new();
        for cancel in self.all_of(Kind::Cancel).filter(|it| it.statement.cap().is_none()) {
            let Some(judged) = self.judge(cancel.key).ok().filter(|judged| judged.held.is_none()) else {
                continue;
            };
            for (target, _) in &judged.targets {
                let Some(order) = self.signed(key(Kind::Arming, *target)) else { continue };
                let by = self.able(Kind::Cancel, &cancel.good, &order);
                let from = cancel.statement.issued().max(order.statement.issued());
                let persons = Tally::of(&by).standalone_by_person();
                found.entry(*target).or_default().push(CallBack { from, persons });
            }
        }
        found
    }

    /// Whether a believed cancel by enough persons names a warning, whichever came first.
    pub(super) fn is_blocked(&self, signed: &Signed, without_messages: bool) -> bool {
        let cancels = self.cancels.get_or_init(|| {
            let mut found: BTreeMap<Digest, Vec<Digest>> = BTreeMap::new();
            for cancel in self.all_of(Kind::Cancel).filter(|it| it.statement.cap().is_some()) {
                for target in cancel.statement.targets() {
                    found.entry(*target).or_default().push(cancel.key);
                }
            }
            found
        });
        cancels.get(&signed.name).into_iter().flatten().any(|cancel| {
            let Ok(judged) = self.judge(*cancel) else { return false };
            let is_believed = judged.held.is_none() || without_messages && judged.waits_for_its_message();
            is_believed
                && kind_of_targets(&judged.signed.statement) == Some(signed.statement.kind())
                && judged.targets.contains(&(signed.name, Standing::Full))
        })
    }
}
