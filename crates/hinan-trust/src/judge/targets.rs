//! What a statement is about, and how far it reaches there: asked of each target by itself, with those of
//! its signers who have a right over that.

use std::collections::BTreeSet;
use std::sync::Arc;

use hinan_alert::notice::Standing;

use super::Judge;
use super::count::{Signed, need_of};
use super::strength::{Worth, enough, full_or};
use crate::code::{Note, Refusal, Refused};
use crate::hex::Digest;
use crate::kind::Kind;
use crate::signers::{Key, Need, Tally};
use crate::statement::{Cancel, Statement, WorldName};
use crate::store::key;

/// What a target turns out to be.
enum Aim {
    Unknown,
    Known(Arc<Signed>),
    /// Known, and of another type or world only.
    Other,
}

/// Who stands behind a statement, and which of its targets it reaches, how.
pub(super) struct Weighed {
    pub(super) worth: Worth,
    pub(super) targets: Vec<(Digest, Standing)>,
    pub(super) notes: BTreeSet<Note>,
    /// Why the last of those that it does not reach was lost.
    pub(super) lost: Option<Refusal>,
}

impl Weighed {
    fn new(worth: Worth) -> Weighed {
        Weighed { worth, targets: Vec::new(), notes: BTreeSet::new(), lost: None }
    }

    fn lose(&mut self, note: Note, refusal: Refusal) {
        self.notes.insert(note);
        self.lost = Some(refusal);
    }
}

/// What the targets of a statement are; `None` for one that has none.
pub(super) fn kind_of_targets(statement: &Statement) -> Option<Kind> {
    match statement {
        Statement::Alert(_) => Some(Kind::Alert),
        Statement::Drill(_) => Some(Kind::Drill),
        Statement::Cancel(Cancel { cap: None, .. }) => Some(Kind::Arming),
        Statement::Cancel(Cancel { world, .. }) => Some(warning_of(*world)),
        Statement::Clear(clear) => Some(warning_of(clear.world)),
        _ => None,
    }
}

fn warning_of(world: WorldName) -> Kind {
    if world == WorldName::Drill { Kind::Drill } else { Kind::Alert }
}

impl Judge<'_> {
    fn aim(&self, kind: Kind, target: Digest) -> Aim {
        if let Some(signed) = self.signed(key(kind, target)) {
            return Aim::Known(signed);
        }
        let others = Kind::ALL.into_iter().filter(|other| *other != kind);
        match others.into_iter().any(|other| self.signed(key(other, target)).is_some()) {
            true => Aim::Other,
            false => Aim::Unknown,
        }
    }

    /// Those whose rights reach a target; where that draws ground, all zones. A key that was retired reaches what
    /// was said before.
    pub(super) fn able(&self, kind: Kind, keys: &[Arc<Key>], target: &Signed) -> Vec<Arc<Key>> {
        let mut need = need_of(&target.statement);
        if let Need::Warning { zones, .. } = &mut need
            && self.is_known_to_draw(target)
        {
            *zones = vec!["*".to_owned()];
        }
        let reaches = |key: &&Arc<Key>| {
            !key.is_retired_at(target.statement.issued()) && self.ring.grants(&key.holder, kind, &need)
        };
        keys.iter().filter(reaches).cloned().collect()
    }

    /// Who stands behind what ends nothing, and which of its targets it stands in the place of.
    pub(super) fn weigh_warning(&self, signed: &Signed, drawn: bool) -> Weighed {
        let statement = &signed.statement;
        let good = self.counting(&signed.good, signed, drawn);
        let once_good = self.counting(&signed.once_good, signed, drawn);
        let strength = |keys: &[Arc<Key>]| self.strength(signed, keys, drawn);
        let worth = self.weigh(statement.kind(), &good, &once_good, strength);
        let mut weighed = Weighed::new(worth);
        let Some(kind) = kind_of_targets(statement) else { return weighed };
        let is_by_lost =
            matches!(&weighed.worth, Worth::Unconfirmed(why) if why.code == Refusal::CompromisedKey);
        let keys = if is_by_lost { &once_good } else { &good };
        for target in statement.targets() {
            match self.aim(kind, *target) {
                Aim::Unknown => _ = weighed.notes.insert(Note::TargetUnseen),
                Aim::Other => {
                    weighed.lose(Note::TargetOtherWorld, Refusal::TargetOtherWorld);
                    continue;
                }
                Aim::Known(other) if self.may_replace(signed, drawn, keys, &weighed.worth, &other) => {}
                Aim::Known(_) => {
                    weighed.lose(Note::TargetOutsideRights, Refusal::TargetOutsideRights);
                    continue;
                }
            }
            weighed.targets.push((*target, weighed.worth.standing()));
        }
        weighed
    }

    /// Whether those signers of a warning who have a right over what it replaces would stand by
    /// themselves.
    fn may_replace(
        &self,
        signed: &Signed,
        drawn: bool,
        keys: &[Arc<Key>],
        worth: &Worth,
        target: &Signed,
    ) -> bool {
        let able = self.able(signed.statement.kind(), keys, target);
        if able.len() == keys.len() || !worth.stands() {
            return !able.is_empty();
        }
        match self.strength(signed, &able, drawn) {
            Worth::Full => true,
            Worth::Armed | Worth::Solo => {
                !matches!(worth, Worth::Full) || is_no_milder(&signed.statement, &target.statement)
            }
            Worth::Unconfirmed(_) | Worth::Short(_) => false,
        }
    }

    /// Who stands behind what ends, or calls back: over each target by itself, and over the best of them.
    pub(super) fn weigh_ending(&self, signed: &Signed) -> Weighed {
        let Some(kind) = kind_of_targets(&signed.statement) else {
            return Weighed::new(Worth::Short(Refusal::UnexpectedType.into()));
        };
        // In the order of the targets: what it is worth over each, or why that is lost.
        let aims: Vec<(Digest, Result<Worth, Refusal>, bool)> = signed
            .statement
            .targets()
            .iter()
            .map(|target| match self.aim(kind, *target) {
                Aim::Unknown => (*target, self.worth_over(signed, None), true),
                Aim::Known(other) => (*target, self.worth_over(signed, Some(&other)), false),
                Aim::Other => (*target, Err(Refusal::TargetOtherWorld), false),
            })
            .collect();
        let best = aims.iter().filter_map(|(_, worth, _)| worth.as_ref().ok());
        let best = best.min_by_key(|worth| rank(worth.standing())).cloned();
        let mut weighed = Weighed::new(best.unwrap_or(Worth::Short(Refusal::SecondPersonAwaited.into())));
        let best = weighed.worth.standing();
        for (target, worth, is_unseen) in aims {
            if is_unseen {
                weighed.notes.insert(Note::TargetUnseen);
            }
            match worth {
                Err(Refusal::TargetOtherWorld) => {
                    weighed.lose(Note::TargetOtherWorld, Refusal::TargetOtherWorld);
                }
                Ok(worth) if worth.standing() == best => weighed.targets.push((target, best)),
                Ok(worth) if worth.stands() => {
                    weighed.notes.insert(Note::TargetOutsideRights);
                    weighed.targets.push((target, worth.standing()));
                }
                Ok(_) | Err(_) => weighed.lose(Note::TargetOutsideRights, Refusal::TargetOutsideRights),
            }
        }
        // The best first; among equals the order of the statement.
        weighed.targets.sort_by_key(|(_, standing)| rank(*standing));
        weighed
    }

    /// What an ending is worth over one target. `Err` where nobody who counts has a right over it.
    fn worth_over(&self, signed: &Signed, target: Option<&Signed>) -> Result<Worth, Refusal> {
        let kind = signed.statement.kind();
        let able = |keys: &[Arc<Key>]| match target {
            Some(target) => self.able(kind, keys, target),
            None => keys.to_vec(),
        };
        let (good, once_good) = (able(&signed.good), able(&signed.once_good));
        let worth = self.weigh(kind, &good, &once_good, |keys| self.strength_over(signed, keys, target));
        match worth {
            Worth::Short(_) if good.is_empty() => Err(Refusal::TargetOutsideRights),
            worth => Ok(worth),
        }
    }

    fn strength_over(&self, signed: &Signed, keys: &[Arc<Key>], target: Option<&Signed>) -> Worth {
        let tally = Tally::of(keys);
        let thresholds = &self.ring.thresholds;
        match &signed.statement {
            Statement::Cancel(cancel) if cancel.cap.is_none() => full_or(enough(&tally, 1)),
            Statement::Cancel(cancel) => match enough(&tally, thresholds.cancel) {
                Ok(()) => Worth::Full,
                Err(short) => self.cancel_by_one(cancel, &tally, target, short),
            },
            Statement::Clear(_) => full_or(enough(&tally, thresholds.clear)),
            _ => Worth::Short(Refusal::UnexpectedType.into()),
        }
    }

    /// A cancel that too few persons signed: of one's own armed alert, or shortly after any alert.
    fn cancel_by_one(
        &self,
        cancel: &Cancel,
        tally: &Tally<'_>,
        target: Option<&Signed>,
        short: Refused,
    ) -> Worth {
        let solo = self.ring.solo.cancel.filter(|_| tally.persons() > 0);
        match (target, solo) {
            (None, Some(_)) => Worth::Short(Refusal::SoloTargetUnseen.into()),
            (Some(target), _) if self.is_their_own(target, tally) => Worth::Armed,
            (_, None) => Worth::Short(short),
            (Some(target), Some(longest)) => {
                match (0..=longest).contains(&(cancel.issued - target.statement.issued())) {
                    true => Worth::Solo,
                    false => Worth::Short(Refusal::SoloTooLate.into()),
                }
            }
        }
    }
}

fn rank(standing: Standing) -> u8 {
    match standing {
        Standing::Full => 0,
        Standing::Armed => 1,
        Standing::Solo => 2,
        Standing::Unconfirmed => 3,
        Standing::Pending => 4,
    }
}

/// Whether what one person may put in the place of another warning takes nothing from it.
fn is_no_milder(new: &Statement, old: &Statement) -> bool {
    let (Some(new), Some(old)) = (super::warning_of(new), super::warning_of(old)) else { return false };
    new.is_no_milder_than(&old) && new.expires >= old.expires
}
