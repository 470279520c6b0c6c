//! The scripts of `docs/keys.md`, step by step, with the receivers' own judgement at the end of each:
//! make root, lose a token, lose as many as the threshold, compromise, hand the shift over.

use hinan_alert::notice::Standing;
use hinan_desk::ceremony::{RING_LIFE, first_root, next_root, quorum};
use hinan_desk::{Draft, RingPlan, warn};
use hinan_trust::statement::WorldName;
use hinan_trust::{Refusal, Statement, Store, Trust, Verdict};

use crate::town::{
    KEEPERS, OFFICERS, ROOTS, START, Town, holder, holders, key, officers, receive, sign, signed, stamp,
    trust, warning,
};

const DAY: i64 = 86_400;

fn alert(town: &Town, number: u8, now: i64) -> Draft {
    warn(&town.setup(), stamp(number, now), &warning("air-raid.take-cover"), &[]).unwrap()
}

/// How far a new receiver believes a draft.
fn belief(town: &Town, draft: &Draft, now: i64) -> Result<Standing, Refusal> {
    match receive(&mut Store::new(), &town.trust, draft, now).verdict {
        Verdict::Believed(belief) => Ok(belief.standing),
        Verdict::Held(_, refused) | Verdict::Refused(refused) => Err(refused.code),
    }
}

#[test]
fn make_root() {
    let root = quorum(3, &holders(&ROOTS));
    let draft = first_root(stamp(1, START), WorldName::Live, root, quorum(2, &holders(&KEEPERS))).unwrap();
    let scope = draft.name();
    // The file goes from holder to holder; each signs the same bytes; copies that went two ways merge.
    let one_way = signed(draft.clone(), &["root-1", "root-4"]);
    let other_way = signed(draft.clone(), &["root-4", "root-2"]);
    assert!(
        Trust::begin(scope, &one_way.to_json())
            .is_err_and(|refused| refused.code == Refusal::RootThresholdOwn)
    );
    let whole = one_way.merged(&other_way).unwrap();
    assert_eq!(whole.signatures.len(), 3);
    let trust = Trust::begin(scope, &whole.to_json()).unwrap();
    assert_eq!((trust.scope(), trust.root().n), (scope, 1));
    // Somebody else's root is not ours, whoever signed it.
    let other = first_root(
        stamp(9, START),
        WorldName::Live,
        quorum(3, &holders(&ROOTS)),
        quorum(2, &holders(&KEEPERS)),
    );
    let other = signed(other.unwrap(), &ROOTS);
    assert!(
        Trust::begin(scope, &other.to_json()).is_err_and(|refused| refused.code == Refusal::RootNotPinned)
    );
    // One person with all keys is one person.
    let alone: Vec<_> = ROOTS.iter().map(|name| holder("root-1", &key(name))).collect();
    assert!(
        first_root(stamp(1, START), WorldName::Live, quorum(3, &alone), quorum(2, &holders(&KEEPERS)))
            .is_err()
    );
    // The ring, by two of four keepers.
    let ring = officers(RingPlan::first(scope)).draft(stamp(2, START), RING_LIFE).unwrap();
    for (signers, holds) in [(&KEEPERS[..1], false), (&KEEPERS[2..], true), (&ROOTS[..], false)] {
        let (walked, refused) = trust.advance(&[], &[signed(ring.clone(), signers).to_json()]);
        assert_eq!((walked.ring().is_some(), refused.is_empty()), (holds, holds), "{signers:?}");
    }
}

/// A lost token of an officer: the next ring retires its key and names the new one.
#[test]
fn lose_a_token() {
    let mut town = Town::new();
    let before = sign(&alert(&town, 10, START + DAY), &["anna", "boris"]);
    let lost_at = START + 2 * DAY;
    let new_token = key("anna, token 2");
    let last = town.trust.ring().unwrap().clone();
    let plan = RingPlan::after(&last)
        .retire(&key("anna").public(), lost_at)
        .with_person(&holder("anna", &new_token));
    let ring = signed(plan.draft(stamp(11, lost_at), RING_LIFE).unwrap(), &KEEPERS[1..3]);
    town.rings.push(ring);
    town.walk();
    assert_eq!(town.trust.ring().unwrap().n, last.n + 1);
    // What she signed before counts.
    assert_eq!(belief(&town, &before, START + DAY + 60), Ok(Standing::Full));
    // What the finder signs does not; her new token does. (With the ring's leave one officer may be
    // believed alone, as such.)
    let later = alert(&town, 12, lost_at + DAY);
    let by_finder = sign(&later, &["anna", "boris"]);
    assert_eq!(belief(&town, &by_finder, lost_at + DAY), Ok(Standing::Solo));
    let by_anna =
        Draft { envelope: new_token.sign(sign(&later, &["boris"]).envelope), cap: later.cap.clone() };
    assert_eq!(belief(&town, &by_anna, lost_at + DAY), Ok(Standing::Full));
    // Both of her tokens are one person.
    let both = Draft { envelope: new_token.sign(sign(&later, &["anna"]).envelope), cap: later.cap.clone() };
    assert_eq!(belief(&town, &both, lost_at + DAY), Ok(Standing::Solo));
    // A receiver that is told the old ring again keeps the new one.
    let old = town.rings[0].to_json();
    assert_eq!(town.trust.advance(&[], &[old]).0.ring().unwrap().n, last.n + 1);
}

/// A root holder's token is lost: a new root without it, signed by enough of the old and of the new.
#[test]
fn lose_a_root_token() {
    let mut town = Town::new();
    let new = ["root-1", "root-2", "root-3", "root-4", "root-6"];
    let draft = next_root(
        stamp(20, START + DAY),
        town.scope,
        town.trust.root(),
        quorum(3, &holders(&new)),
        quorum(2, &holders(&KEEPERS)),
    )
    .unwrap();
    // Two of the old and one new are too few of the old.
    for (signers, taken) in
        [(&["root-1", "root-2", "root-6"][..], false), (&["root-1", "root-2", "root-3"], true)]
    {
        let (walked, _) = town.trust.advance(&[signed(draft.clone(), signers).to_json()], &[]);
        assert_eq!(walked.root().n, if taken { 2 } else { 1 }, "{signers:?}");
    }
    town.roots.push(signed(draft, &["root-1", "root-2", "root-3"]));
    town.walk();
    assert_eq!((town.trust.root().n, town.trust.scope()), (2, town.scope));
    // The ring of the same keepers still holds.
    let signed_now = sign(&alert(&town, 21, START + 2 * DAY), &["anna", "boris"]);
    assert_eq!(belief(&town, &signed_now, START + 2 * DAY), Ok(Standing::Full));
}

/// Three of five root tokens burn: no root can follow, so that a new scope begins, and everybody is
/// told its words anew. The ring holds until it runs out, and longer for what two persons sign.
#[test]
fn lose_as_many_tokens_as_the_threshold() {
    let town = Town::new();
    let left = ["root-4", "root-5"];
    let new = ["root-4", "root-5", "root-6", "root-7", "root-8"];
    let draft = next_root(
        stamp(30, START + DAY),
        town.scope,
        town.trust.root(),
        quorum(3, &holders(&new)),
        quorum(2, &holders(&KEEPERS)),
    )
    .unwrap();
    let all_that_is_left = signed(draft, &new);
    let (walked, refused) = town.trust.advance(&[all_that_is_left.to_json()], &[]);
    assert_eq!((walked.root().n, refused[0].refused.code), (1, Refusal::RootThresholdBefore), "{left:?}");
    // Nothing is lost today.
    let today = sign(&alert(&town, 31, START + 2 * DAY), &["anna", "boris"]);
    assert_eq!(belief(&town, &today, START + 2 * DAY), Ok(Standing::Full));
    // The new scope: other words on the posters, and nothing of the old one counts under it.
    let root = first_root(
        stamp(32, START + 3 * DAY),
        WorldName::Live,
        quorum(3, &holders(&new)),
        quorum(2, &holders(&KEEPERS)),
    );
    let root = signed(root.unwrap(), &new[..3]);
    let scope = root.name();
    assert_ne!(scope, town.scope);
    let ring = officers(RingPlan::first(scope)).draft(stamp(33, START + 3 * DAY), RING_LIFE).unwrap();
    let ring = signed(ring, &KEEPERS[..2]);
    let moved = Town {
        scope,
        trust: trust(scope, std::slice::from_ref(&root), std::slice::from_ref(&ring)),
        roots: vec![root],
        rings: vec![ring],
    };
    let old = sign(&alert(&town, 34, START + 4 * DAY), &["anna", "boris"]);
    assert_eq!(belief(&moved, &old, START + 4 * DAY), Err(Refusal::OtherScope));
    let new = sign(&alert(&moved, 35, START + 4 * DAY), &["anna", "boris"]);
    assert_eq!(belief(&moved, &new, START + 4 * DAY), Ok(Standing::Full));
}

/// Somebody else has an officer's key: it never counted. An alert that stood on it turns
/// unconfirmed; it does not vanish.
#[test]
fn compromise() {
    let mut town = Town::new();
    let now = START + DAY;
    let alert = sign(&alert(&town, 40, now), &["anna", "boris"]);
    let mut store = Store::new();
    receive(&mut store, &town.trust, &alert, now);
    let last = town.trust.ring().unwrap().clone();
    let plan = RingPlan::after(&last).compromise(&key("anna").public());
    town.rings.push(signed(plan.draft(stamp(41, now + 60), RING_LIFE).unwrap(), &KEEPERS[..2]));
    town.walk();
    let notices = store.notices(&town.trust, now + 61);
    assert_eq!(notices.len(), 1);
    assert_ne!(notices[0].standing, Standing::Full);
    // A third officer's signature on the same bytes confirms it again.
    receive(&mut store, &town.trust, &sign(&alert, &["chika"]), now + 90);
    assert_eq!(store.notices(&town.trust, now + 91)[0].standing, Standing::Full);
    // An alert that the thief raises, backdated or not, is kept and never sounded.
    let forged = sign(&crate::ceremonies::alert(&town, 42, START + 60), &["anna"]);
    assert_eq!(belief(&town, &forged, now + 90), Err(Refusal::CompromisedKey));
}

/// The night shift hands over: the day's officers are named by a ring that is signed ahead, the
/// night's keys are retired, what is in force stays in force, and its end is the day's to say.
#[test]
fn hand_the_shift_over() {
    let mut town = Town::new();
    let now = START + DAY;
    let night = sign(&alert(&town, 50, now), &["anna", "boris"]);
    let mut store = Store::new();
    receive(&mut store, &town.trust, &night, now);
    let day = ["dmytro", "emi"];
    let last = town.trust.ring().unwrap().clone();
    let mut plan = RingPlan::after(&last);
    for name in OFFICERS {
        plan = plan.retire(&key(name).public(), now + 120);
    }
    for name in day {
        plan = plan.with_person(&holder(name, &key(name)));
    }
    let plan = plan.with_officers(&day, &["*"]);
    town.rings.push(signed(plan.draft(stamp(51, now + 60), RING_LIFE).unwrap(), &KEEPERS[..2]));
    town.walk();
    assert_eq!(store.notices(&town.trust, now + 180)[0].standing, Standing::Full);
    let over =
        hinan_desk::clear(&town.setup(), stamp(52, now + 180), &[crate::town::issued(&night)]).unwrap();
    assert_eq!(belief(&town, &sign(&over, &["anna", "boris"]), now + 180), Err(Refusal::NoValidSignature));
    let mut last = store.clone();
    assert!(matches!(
        receive(&mut last, &town.trust, &sign(&over, &["dmytro"]), now + 180).verdict,
        Verdict::Held(..)
    ));
    let both = receive(&mut last, &town.trust, &sign(&over, &["emi"]), now + 190);
    assert!(matches!(both.verdict, Verdict::Believed(belief) if belief.standing == Standing::Full));
}

/// A number that ran away is healed by a new epoch.
#[test]
fn a_new_epoch_begins_at_one() {
    let town = Town::new();
    let ring = town.trust.ring().unwrap();
    let draft = RingPlan::after(ring).new_epoch().draft(stamp(60, START + DAY), RING_LIFE).unwrap();
    let Ok(Statement::Ring(next)) = Statement::read(draft.kind, &draft.payload) else { panic!("a ring") };
    assert_eq!((next.epoch, next.n), (ring.epoch + 1, 1));
    let (walked, _) = town.trust.advance(&[], &[signed(draft, &KEEPERS[..2]).to_json()]);
    assert_eq!(walked.ring().unwrap().counter(), next.counter());
}
