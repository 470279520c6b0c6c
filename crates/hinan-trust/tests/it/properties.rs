//! What holds for every choice of signers, order of arrival and damage.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use hinan_alert::notice::Standing;
use hinan_trust::statement::{ShelterState, SirenTone, Statement, WorldName};
use hinan_trust::{Bundle, Context, Envelope, Fault, Note, Refusal, Store, Trust, Verdict};
use proptest::prelude::*;

use crate::maker::{
    HOUR, Message, NOW, Warn, active, arming, cancel, clear, danger, enveloped, pack, ring, root_n, root_v1,
    scope, siren, status, void,
};

/// Keys, whose they are, and whether they count for alerts in the north issued now.
const SIGNERS: [(&str, &str, bool); 13] = [
    ("anna", "anna", true),
    ("anna-2", "anna", true),
    ("boris", "boris", true),
    ("chie", "chie", true),
    ("eri", "eri", true),
    ("nami", "nami", true),
    ("nobu", "nobu", true),
    ("fumi", "fumi", false),
    ("goro", "goro", false),
    ("dora", "dora", false),
    ("rei", "rei", false),
    ("relay-north", "relay-north", false),
    ("nobody", "nobody", false),
];
const IN_PAGES: [&str; 2] = ["boris", "eri"];

static TRUST: LazyLock<Trust> = LazyLock::new(|| {
    let first = enveloped(&Statement::Root(root_v1()), &["ruth", "rolf", "rina"]);
    let rings = [enveloped(&Statement::Ring(ring()), &["kim", "kai"])];
    Trust::walk(scope(), &first, &[], &rings).unwrap().0
});

static PLAIN: LazyLock<Message> = LazyLock::new(|| Warn::new("plain").message());

fn now() -> Context {
    Context { now: NOW, ..Context::default() }
}

/// Messages that have to do with each other, each with those who signed it.
static HISTORY: LazyLock<Vec<(Message, Vec<&'static str>)>> = LazyLock::new(|| {
    let first = Warn { issued: NOW - 100, ..Warn::new("h-first") }.message();
    let order = hinan_trust::Digest::of(&Statement::Arming(arming()).payload_bytes().unwrap());
    let armed = Warn { issued: NOW - 90, life: 900, arming: Some(order), ..Warn::new("h-armed") }.message();
    let solo = Warn { issued: NOW - 80, life: 600, ..Warn::new("h-solo") }.message();
    let again = Warn { issued: NOW - 70, life: 600, ..Warn::new("h-again") }.message();
    let update = Warn { issued: NOW - 60, replaces: vec![first.clone()], ..Warn::new("h-update") }.message();
    let drill = Warn { issued: NOW - 50, drill: true, ..Warn::new("h-drill") }.message();
    let hold = cancel("h-hold", NOW - 40, WorldName::Live, &[&armed]);
    let gone = cancel("h-gone", NOW - 30, WorldName::Live, &[&first, &solo]);
    let over = clear("h-over", NOW - 20, &[&update]);
    let twin = Warn { issued: NOW - 99, ..Warn::new("h-first") }.message();
    vec![
        (first, vec!["anna", "boris"]),
        (armed, vec!["anna"]),
        (solo, vec!["chie"]),
        (again, vec!["chie"]),
        (update, vec!["boris", "chie"]),
        (drill, vec!["dora", "anna"]),
        (hold, vec!["anna"]),
        (gone, vec!["nami", "nobu", "boris"]),
        (over, vec!["anna", "goro"]),
        (twin, vec!["eri", "chie"]),
    ]
});

/// One envelope on its way: a message with one of its signatures, with or without its CAP.
#[derive(Clone, Debug)]
struct Arrival {
    envelope: Vec<u8>,
    cap: Option<Vec<u8>>,
}

fn arrivals() -> Vec<Arrival> {
    let mut arrivals = Vec::new();
    for (message, by) in HISTORY.iter() {
        for signer in by {
            arrivals.push(Arrival { envelope: message.envelope(&[*signer]), cap: Some(message.cap.clone()) });
        }
        arrivals.push(Arrival { envelope: message.envelope(by), cap: None });
        arrivals.push(Arrival {
            envelope: message.envelope(&["nobody", "rei"]),
            cap: Some(b"<alert/>".to_vec()),
        });
    }
    let order = Statement::Arming(arming());
    for signer in ["anna", "boris"] {
        arrivals.push(Arrival { envelope: enveloped(&order, &[signer]), cap: None });
    }
    arrivals
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Below the threshold of persons nothing is ever believed, whoever else signs.
    #[test]
    fn persons_are_counted_and_nothing_else(picked in proptest::collection::vec(any::<bool>(), SIGNERS.len())) {
        let by: Vec<_> = SIGNERS.iter().zip(&picked).filter(|(_, picked)| **picked).map(|(signer, _)| *signer).collect();
        let names: Vec<_> = by.iter().map(|(name, ..)| *name).collect();
        let good: Vec<_> = by.iter().filter(|(.., counts)| *counts).collect();
        let persons: BTreeSet<_> = good.iter().map(|(_, person, _)| *person).collect();
        let standalone = good.iter().any(|(name, ..)| !IN_PAGES.contains(name));
        let envelope = PLAIN.envelope(&names);
        let decision = Store::new().decide(&TRUST, &envelope, Some(&PLAIN.cap), &now());
        let believed = matches!(&decision.verdict, Verdict::Believed(belief) if belief.standing == Standing::Full);
        prop_assert_eq!(believed, persons.len() >= 2 && standalone, "{:?}: {:?}", names, decision);
        if by.iter().all(|(name, ..)| *name == "nobody") {
            prop_assert_eq!(decision.code(), Some(Refusal::NoValidSignature));
        }
        prop_assert_eq!(decision.signatures.len(), names.len());
        if !believed {
            prop_assert!(decision.code().is_some());
            let tone = decision.belief().map(|belief| belief.look.tone);
            prop_assert!(tone.is_none_or(|tone| tone == hinan_trust::Tone::None));
        }
    }

    /// Whatever the order in which envelopes, signatures and CAP messages come, and however often:
    /// the same notices.
    #[test]
    fn what_is_kept_is_a_set(order in Just(arrivals()).prop_shuffle(), twice in 0_usize..40) {
        let mut store = Store::new();
        for arrival in order.iter().chain(order.iter().take(twice)) {
            store.receive(&TRUST, &arrival.envelope, arrival.cap.as_deref(), &now());
        }
        let mut plainly = Store::new();
        for arrival in arrivals() {
            plainly.receive(&TRUST, &arrival.envelope, arrival.cap.as_deref(), &now());
        }
        prop_assert_eq!(store.notices(&TRUST, NOW), plainly.notices(&TRUST, NOW));
        prop_assert_eq!(store.notices(&TRUST, NOW).len(), HISTORY.len());
        // Nothing that was counted before is still believed under another ring.
        let first = enveloped(&Statement::Root(root_v1()), &["ruth", "rolf", "rina"]);
        let bare = Trust::begin(scope(), &first).unwrap();
        prop_assert!(store.notices(&bare, NOW).is_empty());
    }

    /// An envelope with a bit changed is never believed for more than it was, and always told.
    #[test]
    fn damage_is_told(at in any::<proptest::sample::Index>(), bit in 0_u8..8, cut in any::<bool>()) {
        let mut bytes = PLAIN.envelope(&["anna", "boris"]);
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes[at] ^= 1 << bit }
        let decision = Store::new().decide(&TRUST, &bytes, Some(&PLAIN.cap), &now());
        match &decision.verdict {
            // The line end behind the JSON is the only byte that says nothing.
            Verdict::Believed(_) => prop_assert!(at + 1 == bytes.len() + usize::from(cut), "byte {}", at),
            Verdict::Held(_, why) | Verdict::Refused(why) => prop_assert!(Refusal::ALL.contains(&why.code)),
        }
    }
}

/// A statement of each type that survives being written and read.
#[test]
fn what_is_drafted_is_read_again() {
    let plain = PLAIN.clone();
    let all = [
        Statement::Root(root_v1()),
        Statement::Root(root_n(2)),
        Statement::Ring(ring()),
        Statement::Arming(arming()),
        plain.statement.clone(),
        Warn { drill: true, ..Warn::new("drill") }.message().statement,
        cancel("cancel", NOW, WorldName::Live, &[&plain]).statement,
        void("void", NOW, plain.name()),
        clear("clear", NOW, &[&plain]).statement,
        Statement::Danger(danger("danger", 1, &[("s1", ShelterState::Hit)])),
        Statement::Status(status("status", NOW, &[("s1", ShelterState::Full)])),
        Statement::Pack(pack("pack", 1, 1, 0)),
        Statement::Region(pack("region", 1, 1, 0)),
        Statement::App(pack("app", 1, 1, 0)),
        Statement::Active(active("active", NOW)),
        Statement::Siren(siren("siren", SirenTone::Alarm, b"{}")),
    ];
    for statement in all {
        let bytes = statement.payload_bytes().unwrap();
        assert_eq!(Statement::read(statement.kind(), &bytes), Ok(statement.clone()));
        let envelope = statement.envelope().unwrap().with_signature("a", vec![1; 64]);
        assert_eq!(Envelope::read(&envelope.to_json()), Ok(envelope));
    }
    let bundle = Bundle {
        roots: vec![vec![1]],
        rings: vec![vec![2]],
        arming: vec![vec![3]],
        statements: vec![(vec![4], None), (vec![5], Some(vec![6]))],
    };
    assert_eq!(Bundle::read(&bundle.to_json()), Ok(bundle));
}

/// Envelopes merge to the same whatever the order, and never beyond their limit.
#[test]
fn envelopes_merge() {
    let draft = PLAIN.statement.envelope().unwrap();
    let (a, b) =
        (draft.clone().with_signature("a", vec![1; 64]), draft.clone().with_signature("b", vec![2; 64]));
    assert_eq!(a.merged(&b), b.merged(&a));
    assert_eq!(a.merged(&b).unwrap().merged(&a), a.merged(&b));
    let other = clear("other", NOW, &[&PLAIN]).statement.envelope().unwrap();
    assert_eq!(a.merged(&other), None);
    let many = |from: u8| {
        (from..from + 16).fold(draft.clone(), |it, at| it.with_signature(format!("k{at}"), vec![at]))
    };
    assert_eq!(many(0).merged(&many(1)), None);
}

/// Signatures of nobody never push out those that fit.
#[test]
fn noise_does_not_crowd_out_a_signature() {
    let mut store = Store::new();
    let draft = PLAIN.statement.envelope().unwrap();
    store.receive(&TRUST, &PLAIN.envelope(&["anna"]), Some(&PLAIN.cap), &now());
    for round in 0..20_u8 {
        let noise =
            (0..15_u8).fold(draft.clone(), |it, at| it.with_signature(format!("{round}-{at}"), vec![at; 64]));
        let noise = noise.merged(&Envelope::read(&PLAIN.envelope(&["anna"])).unwrap()).unwrap();
        store.receive(&TRUST, &noise.to_json(), None, &now());
    }
    let decision = store.receive(&TRUST, &PLAIN.envelope(&["boris"]), None, &now());
    assert!(
        matches!(&decision.verdict, Verdict::Believed(belief) if belief.standing == Standing::Full),
        "{decision:?}"
    );
}

/// Nobody opens alone what is on the danger list, and a newer word outranks an older one.
#[test]
fn danger_outranks_a_warden() {
    use ShelterState::{Closed, Full, Hit, Locked, Open};
    let danger = |label, n, shelters: &[_]| Statement::Danger(danger(label, n, shelters));
    let list = [
        (danger("d1", 1, &[("s1", Closed)]), vec!["anna"]),
        (danger("d2", 2, &[("s1", Hit)]), vec!["boris"]),
        (danger("d3", 3, &[("s1", Open)]), vec!["boris"]),
        (danger("d4", 1, &[("s2", Closed)]), vec!["anna"]),
        (danger("d5", 2, &[("s2", Open)]), vec!["anna", "boris"]),
        (Statement::Status(status("w1", NOW, &[("s1", Open)])), vec!["wanda"]),
        (Statement::Status(status("w2", NOW, &[("s2", Full)])), vec!["anna"]),
        (Statement::Status(status("w3", NOW, &[("s2", Locked)])), vec!["anna"]),
        (Statement::Status(status("w4", NOW - 13 * HOUR, &[("s3", Locked)])), vec!["anna"]),
    ];
    for turned in [false, true] {
        let mut store = Store::new();
        let mut envelopes: Vec<_> = list.iter().map(|(statement, by)| enveloped(statement, by)).collect();
        if turned {
            envelopes.reverse();
        }
        for envelope in envelopes {
            store.receive(&TRUST, &envelope, None, &now());
        }
        let words = store.shelters(&TRUST, &now());
        let told: Vec<_> =
            words.iter().map(|(name, word)| (name.as_str(), word.state, word.is_danger)).collect();
        assert_eq!(told, [("s1", Hit, true), ("s2", Locked, false)]);
    }
}

/// A receiver asks again later, under the ring of then.
#[test]
fn a_new_ring_counts_anew() {
    let mut store = Store::new();
    let message = Warn { issued: NOW - HOUR, life: 2 * HOUR, ..Warn::new("later") }.message();
    store.receive(&TRUST, &message.envelope(&["anna", "boris"]), Some(&message.cap), &now());
    assert_eq!(store.notices(&TRUST, NOW)[0].standing, Standing::Full);
    let mut next = ring();
    next.n += 1;
    let boris = next.keys.iter_mut().find(|key| key.holder == "boris").unwrap();
    boris.compromised = true;
    let (trust, _) = TRUST.advance(&[], &[enveloped(&Statement::Ring(next), &["kim", "kai"])]);
    assert_eq!(store.notices(&trust, NOW)[0].standing, Standing::Unconfirmed);
    assert_eq!(store.notices(&TRUST, NOW)[0].standing, Standing::Full);
}

#[test]
fn every_code_is_in_the_rules() {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/trust.md");
    let rules = std::fs::read_to_string(rules).unwrap();
    let codes = rules.split("## All codes").nth(1).unwrap().split("## Threats").next().unwrap();
    let written: BTreeSet<_> = codes.split('`').skip(1).step_by(2).collect();
    let refusals = Refusal::ALL.iter().map(|code| code.code());
    let faults = Fault::ALL.iter().map(|code| code.code());
    let notes = Note::ALL.iter().map(|code| code.code());
    let known: BTreeSet<_> = refusals.clone().chain(faults).chain(notes).collect();
    assert_eq!(written, known);
    assert_eq!(
        refusals.clone().collect::<BTreeSet<_>>().len(),
        refusals.count(),
        "two refusals share a code"
    );
    assert!(known.iter().all(|code| {
        code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    }));
}
