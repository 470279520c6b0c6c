//! What is kept, of whom, and what is handed on; what one key may spoil, and what one more signature may.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use hinan_alert::life::{State, life_within};
use hinan_alert::notice::Standing;
use hinan_trust::statement::{Arming, ShelterState, Statement, WorldName};
use hinan_trust::{Context, Decision, Digest, Envelope, Kind, Refusal, Room, Store, Trust, Verdict, key_id};
use proptest::prelude::*;

use crate::maker::{
    HOUR, Message, NOW, Warn, arming, cancel, clear, danger, enveloped, public, ring, root_v1, scope, signed,
    status, void,
};

static TRUST: LazyLock<Trust> = LazyLock::new(|| {
    let first = enveloped(&Statement::Root(root_v1()), &["ruth", "rolf", "rina"]);
    let rings = [enveloped(&Statement::Ring(ring()), &["kim", "kai"])];
    Trust::walk(scope(), &first, &[], &rings).unwrap().0
});
const TWO: &[&str] = &["anna", "boris"];
const SMALL: Room = Room { by_two: 3, places: 4 };

fn now() -> Context {
    Context { now: NOW, ..Context::default() }
}

fn receive(store: &mut Store, statement: &Statement, by: &[&str]) -> Decision {
    store.receive(&TRUST, &enveloped(statement, by), None, &now())
}

/// A word on a shelter: takes one place.
fn word(at: i64) -> Statement {
    Statement::Status(status("word", NOW - 100 + at, &[("s1", ShelterState::Full)]))
}

#[test]
fn who_fills_places_fills_their_own() {
    let mut store = Store::with_room(SMALL);
    receive(&mut store, &word(0), &["chie"]);
    for at in 1..=4 {
        assert_eq!(receive(&mut store, &word(at), &["eri"]).code(), None);
    }
    assert_eq!(store.len(), 5);
    // The last issued stay, and what came from others.
    receive(&mut store, &word(5), &["eri"]);
    assert_eq!(store.len(), 5);
    assert_eq!(receive(&mut store, &word(1), &["eri"]).code(), Some(Refusal::StoreFull));
    assert_eq!(receive(&mut store, &word(0), &["chie"]).code(), None);
    // One of two holders is enough.
    assert_eq!(receive(&mut store, &word(0), &["eri"]).code(), None);
    assert_eq!(store.len(), 5);
    // What two persons signed costs nobody a place, and nobody's places cost it.
    let plain = Warn { issued: NOW - HOUR, life: 2 * HOUR, ..Warn::new("plain") }.message();
    let decision =
        store.receive(&TRUST, &plain.envelope(&["eri", "boris", "anna"]), Some(&plain.cap), &now());
    assert_eq!(decision.code(), None);
    assert_eq!(store.len(), 6);
    for at in 6..20 {
        receive(&mut store, &word(at), &["eri"]);
    }
    assert_eq!(store.len(), 6);
    assert_eq!(store.notices(&TRUST, NOW).len(), 1);
}

#[test]
fn a_long_message_takes_more_places() {
    let mut store = Store::with_room(SMALL);
    let long = |label: &'static str, issued| {
        Warn { issued, ..Warn::new(label) }.message().with_cap(|cap| cap.identifier = "x".repeat(135_000))
    };
    // Four places each: one for itself, three for its message. What begins within the places stays.
    let (first, second) = (long("long-1", NOW - 60), long("long-2", NOW - 50));
    for message in [&first, &second] {
        store.receive(&TRUST, &message.envelope(&["eri"]), Some(&message.cap), &now());
    }
    assert_eq!(store.len(), 1);
    let told = store.receive(&TRUST, &first.envelope(&["eri"]), Some(&first.cap), &now());
    assert_eq!(told.code(), Some(Refusal::StoreFull));
    // Its message is there, by the length that it says, and goes with it.
    assert_eq!(store.decide(&TRUST, &second.envelope(TWO), None, &now()).code(), None);
    for at in 61..66 {
        receive(&mut store, &word(at), &["eri"]);
    }
    assert_eq!(store.decide(&TRUST, &second.envelope(TWO), None, &now()).code(), Some(Refusal::CapMissing));
}

#[test]
fn of_what_two_signed_the_last_issued_stay() {
    let mut store = Store::with_room(SMALL);
    let at = |issued| Warn { issued, ..Warn::new("many") }.message();
    for ago in [50, 30, 40, 10, 20] {
        let message = at(NOW - ago);
        store.receive(&TRUST, &message.envelope(TWO), Some(&message.cap), &now());
    }
    let issued: BTreeSet<_> = store.notices(&TRUST, NOW).iter().map(|notice| NOW - notice.issued).collect();
    assert_eq!(issued, BTreeSet::from([10, 20, 30]));
    let old = at(NOW - 60);
    let told = store.receive(&TRUST, &old.envelope(TWO), Some(&old.cap), &now());
    assert_eq!(told.code(), Some(Refusal::StoreFull));
}

#[test]
fn what_cannot_be_read_and_what_only_passes_by_is_not_kept() {
    let mut store = Store::new();
    let junk = signed(Kind::Alert, b"{\"v\":1}".to_vec(), &["eri"]).to_json();
    assert_eq!(store.receive(&TRUST, &junk, None, &now()).code(), Some(Refusal::BadStatement));
    let beat = Statement::Active(crate::maker::active("active", NOW - 5));
    assert_eq!(receive(&mut store, &beat, &["relay-north"]).code(), None);
    assert!(store.is_empty());
    // A right that a ring to come may grant is waited for.
    assert_eq!(receive(&mut store, &word(0), &["dora"]).code(), Some(Refusal::TypeNotGranted));
    assert_eq!(store.len(), 1);
}

#[test]
fn what_counts_is_handed_on_first() {
    let plain = Warn::new("plain").message();
    let mut store = Store::new();
    let draft = plain.statement.envelope().unwrap();
    let noise =
        (0..16_u8).fold(draft, |it, at| it.with_signature(format!("{at:02}").repeat(32), vec![at; 64]));
    store.receive(&TRUST, &noise.to_json(), None, &now());
    // Whoever has any key of the ring may sign, and none of them pushes out an officer.
    let all =
        ["anna", "anna-2", "boris", "eri", "fumi", "goro", "dora", "rei", "ren", "wanda", "relay-north"];
    store.receive(&TRUST, &plain.envelope(&all), None, &now());
    store.receive(&TRUST, &noise.to_json(), None, &now());
    let handed = store.envelope(&TRUST, Kind::Alert, plain.name()).unwrap();
    assert_eq!(handed.signatures.len(), 16);
    let first: Vec<_> = handed.signatures[..4].iter().map(|it| it.keyid.clone()).collect();
    let keys = |names: &[&str]| names.iter().map(|name| key_id(&public(name))).collect::<Vec<_>>();
    assert!(keys(&["anna", "anna-2"]).contains(&first[0]), "the standalone signer is not the first");
    assert_eq!(first[1..3].iter().collect::<BTreeSet<_>>(), keys(&["boris", "eri"]).iter().collect());
    assert!(keys(&["anna", "anna-2"]).contains(&first[3]), "the second key of one holder comes after others");
    let fits: BTreeSet<_> = handed.signatures[4..11].iter().map(|it| it.keyid.clone()).collect();
    assert_eq!(fits, keys(&all[4..]).into_iter().collect());
    // What is handed on is believed where it arrives.
    let decision = Store::new().decide(&TRUST, &handed.to_json(), Some(&plain.cap), &now());
    assert_eq!(decision.code(), None);
    assert_eq!(store.envelope(&TRUST, Kind::Drill, plain.name()), None);
}

/// Two signatures over one statement go two ways; whoever filled places did not fill those of others.
#[test]
fn a_first_signature_waits_beside_any_junk() {
    let plain = Warn { issued: NOW - 600, ..Warn::new("plain") }.message();
    for filler in ["eri", "goro", "nami", "wanda", "rei", "feed-1"] {
        let mut store = Store::with_room(SMALL);
        store.receive(&TRUST, &plain.envelope(&["anna"]), Some(&plain.cap), &now());
        for at in 0..40 {
            receive(&mut store, &word(at), &[filler]);
        }
        assert_eq!(store.receive(&TRUST, &plain.envelope(&["boris"]), None, &now()).code(), None, "{filler}");
        assert!(store.len() <= 6, "{filler}: {}", store.len());
    }
}

/// A ring to come counts anew who pays.
#[test]
fn a_new_ring_charges_anew() {
    let mut store = Store::with_room(SMALL);
    let at = |ago| Warn { issued: NOW - ago, ..Warn::new("many") }.message();
    for ago in [10, 20, 30] {
        let message = at(ago);
        store.receive(&TRUST, &message.envelope(TWO), Some(&message.cap), &now());
    }
    let mut next = ring();
    next.n += 1;
    next.keys.iter_mut().filter(|key| key.holder == "boris").for_each(|key| key.compromised = true);
    let (trust, _) = TRUST.advance(&[], &[enveloped(&Statement::Ring(next), &["kim", "kai"])]);
    for at in 0..20 {
        store.receive(&trust, &enveloped(&word(at), &["boris"]), None, &now());
    }
    // Anna still has places for hers: two messages of two places each.
    let notices = store.notices(&trust, NOW);
    assert_eq!(notices.len(), 2);
    assert!(notices.iter().all(|notice| notice.standing == Standing::Unconfirmed));
}

/// A statement, its message where it has one.
type Piece = (Statement, Option<Vec<u8>>);

fn piece(message: &Message) -> Piece {
    (message.statement.clone(), Some(message.cap.clone()))
}

fn order() -> Digest {
    Digest::of(&Statement::Arming(arming()).payload_bytes().unwrap())
}

/// What somebody may have said before, and who signed it.
static BEFORE: LazyLock<Vec<(Piece, Vec<&'static str>)>> = LazyLock::new(|| {
    let north = Warn { issued: NOW - 100, life: 500, ..Warn::new("k-north") }.message();
    let south = Warn { zones: vec!["z-south"], issued: NOW - 600, ..Warn::new("k-south") }.message();
    let both = Warn { zones: vec!["z-north", "z-south"], issued: NOW - 90, ..Warn::new("k-both") }.message();
    let armed =
        Warn { issued: NOW - 300, life: 900, arming: Some(order()), ..Warn::new("k-armed") }.message();
    let solo = Warn { issued: NOW - 80, life: 600, ..Warn::new("k-solo") }.message();
    let solo_eri = Warn { issued: NOW - 85, life: 600, zones: vec!["z-south"], ..Warn::new("k-solo-eri") };
    let drill = Warn { issued: NOW - 70, drill: true, ..Warn::new("k-drill") }.message();
    let gone = cancel("k-gone", NOW - 20, WorldName::Live, &[&south]);
    vec![
        ((Statement::Arming(arming()), None), vec!["chie", "boris"]),
        (piece(&north), vec!["anna", "boris"]),
        (piece(&south), vec!["anna", "boris"]),
        (piece(&both), vec!["anna", "chie"]),
        (piece(&armed), vec!["feed-1"]),
        (piece(&solo), vec!["chie"]),
        (piece(&solo_eri.message()), vec!["boris"]),
        (piece(&drill), vec!["dora", "anna"]),
        (piece(&gone), vec!["anna", "chie"]),
        ((Statement::Danger(danger("k-danger", 2, &[("s1", ShelterState::Hit)])), None), vec!["boris"]),
        ((Statement::Danger(danger("k-danger-2", 4, &[("s2", ShelterState::Hit)])), None), vec!["chie"]),
        ((Statement::Status(status("k-word", NOW - 60, &[("s3", ShelterState::Full)])), None), vec!["anna"]),
    ]
});

fn message_of(label: &str) -> Message {
    let (statement, cap) = BEFORE
        .iter()
        .map(|(piece, _)| piece)
        .find(|(statement, cap)| cap.is_some() && statement.id() == crate::maker::id(label))
        .unwrap();
    let sent = statement.issued();
    let draft =
        crate::maker::CapDraft { identifier: format!("cap-{label}"), sent, ..Warn::new("x").message().draft };
    Message { statement: statement.clone(), draft, cap: cap.clone().unwrap() }
}

fn store_with(list: &[(Piece, Vec<&'static str>)], room: Room) -> Store {
    let mut store = Store::with_room(room);
    for ((statement, cap), by) in list {
        store.receive(&TRUST, &enveloped(statement, by), cap.as_deref(), &now());
    }
    store
}

/// What anybody may draft next.
static NEXT: LazyLock<Vec<Piece>> = LazyLock::new(|| {
    let [north, south, both, armed, solo, drill] =
        ["k-north", "k-south", "k-both", "k-armed", "k-solo", "k-drill"].map(message_of);
    let short = |label| Warn { life: 600, ..Warn::new(label) };
    let wide = vec!["z-north", "z-south"];
    let update = |warn: Warn, of: &[&Message]| {
        let replaces = of.iter().map(|message| (*message).clone()).collect();
        Warn { replaces, ..warn }.message()
    };
    let live = WorldName::Live;
    vec![
        piece(&Warn::new("n-plain").message()),
        piece(&short("n-short").message()),
        piece(&short("n-drawn").message().with_cap(|cap| cap.polygon = true)),
        piece(&Warn::new("n-drawn-long").message().with_cap(|cap| cap.polygon = true)),
        piece(&Warn { zones: vec!["*"], ..short("n-all") }.message()),
        piece(&Warn { arming: Some(order()), life: 900, ..Warn::new("n-armed") }.message()),
        piece(&Warn { arming: Some(order()), ..short("n-armed-short") }.message()),
        piece(
            &Warn { arming: Some(order()), ..short("n-armed-drawn") }
                .message()
                .with_cap(|cap| cap.polygon = true),
        ),
        piece(&Warn { drill: true, ..Warn::new("n-drill") }.message()),
        piece(&update(short("n-update"), &[&north])),
        piece(&update(short("n-update-south"), &[&south, &north])),
        piece(&update(Warn { zones: wide.clone(), ..short("n-update-wide") }, &[&both, &south])),
        piece(&update(Warn { zones: wide, life: 7_000, ..Warn::new("n-update-long") }, &[&both, &north])),
        piece(&update(Warn { arming: Some(order()), life: 900, ..Warn::new("n-update-armed") }, &[&armed])),
        piece(&cancel("n-cancel", NOW - 5, live, &[&north, &south])),
        piece(&cancel("n-cancel-all", NOW - 5, live, &[&armed, &both, &solo, &drill])),
        piece(&cancel("n-cancel-armed", NOW - 5, live, &[&armed, &north])),
        piece(&cancel("n-cancel-drill", NOW - 5, WorldName::Drill, &[&drill])),
        piece(&clear("n-clear", NOW - 5, &[&north, &south, &solo])),
        (void("n-void", NOW - 5, order()), None),
        (Statement::Arming(Arming { issued: NOW - 50, ..arming() }), None),
        (Statement::Danger(danger("n-danger", 3, &[("s2", ShelterState::Hit)])), None),
        (Statement::Danger(danger("n-open", 3, &[("s2", ShelterState::Open)])), None),
        (Statement::Status(status("n-word", NOW - 50, &[("s4", ShelterState::Full)])), None),
        (Statement::Pack(crate::maker::pack("n-pack", 1, 9, 2)), None),
        (Statement::Active(crate::maker::active("n-active", NOW - 5)), None),
    ]
});

const ANYBODY: [&str; 20] = [
    "anna",
    "anna-2",
    "boris",
    "chie",
    "eri",
    "fumi",
    "goro",
    "nami",
    "nobu",
    "dora",
    "wanda",
    "rei",
    "ren",
    "feed-1",
    "feed-2",
    "relay-north",
    "gateway",
    "builder",
    "weak",
    "nobody",
];

/// How much is believed of a thing.
fn rank(decision: &Decision) -> u8 {
    match &decision.verdict {
        Verdict::Refused(_) => 0,
        Verdict::Held(belief, _) if belief.standing != Standing::Unconfirmed => 1,
        Verdict::Held(..) => 2,
        Verdict::Believed(belief) if belief.standing != Standing::Full => 3,
        Verdict::Believed(_) => 4,
    }
}

/// How far each of its targets is ended or replaced.
fn effects(store: &Store, targets: &[Digest]) -> BTreeMap<(Digest, u8), u8> {
    let notices = store.notices(&TRUST, NOW);
    let life = life_within(&TRUST.limits(), &notices, NOW);
    let over = |state: State| match state {
        State::Cancelled { .. }
        | State::Cleared { .. }
        | State::Superseded { .. }
        | State::Blocked { .. } => 2,
        State::OnHold { .. } => 1,
        _ => 0,
    };
    let lines =
        targets.iter().flat_map(|target| life.named((*target).into()).iter().map(|line| (*target, line)));
    lines.map(|(target, line)| ((target, line.notice.world as u8), over(line.state))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// A signature more never makes a thing weaker: neither what is believed of it nor what it does.
    #[test]
    fn a_signature_more_never_weakens(
        which in 0..NEXT.len(),
        picked in proptest::collection::vec(0..ANYBODY.len(), 0..4),
        more in 0..ANYBODY.len(),
        called_back in any::<bool>(),
    ) {
        let (statement, cap) = &NEXT[which];
        let mut before = store_with(&BEFORE, Room::default());
        if called_back {
            receive(&mut before, &void("k-void", NOW - 200, order()), &["chie"]);
        }
        let by: Vec<_> = picked.iter().map(|at| ANYBODY[*at]).collect();
        let with: Vec<_> = by.iter().copied().chain([ANYBODY[more]]).collect();
        let (mut less, mut full) = (before.clone(), before);
        let [a, b] = [(&mut less, &by), (&mut full, &with)].map(|(store, by)| {
            let decision = store.receive(&TRUST, &enveloped(statement, by), cap.as_deref(), &now());
            (rank(&decision), effects(store, statement.targets()), decision)
        });
        prop_assert!(b.0 >= a.0, "{:?} + {}: {:?}\nthen {:?}", by, ANYBODY[more], a.2, b.2);
        for (target, effect) in &a.1 {
            prop_assert!(
                b.1.get(target) >= Some(effect),
                "{:?} + {}: {:?}\nthen {:?}", by, ANYBODY[more], a.1, b.1
            );
        }
    }

    /// Whatever the order of arrival, and whatever there is no room for: the same is kept.
    #[test]
    fn the_order_of_arrival_is_no_matter_where_places_are_few(
        seed in proptest::collection::vec((0..NEXT.len() + 30, 0..ANYBODY.len(), 0..ANYBODY.len()), 5..60),
        turn in any::<prop::sample::Index>(),
        by_two in 1_usize..6,
        places in 1_u64..8,
    ) {
        // One envelope a statement: of what is dropped before its second signature comes, that is lost.
        let mut pieces: BTreeMap<usize, (Vec<u8>, Option<Vec<u8>>)> = BTreeMap::new();
        for (which, a, b) in seed {
            let by = [ANYBODY[a], ANYBODY[b]];
            let piece = match NEXT.get(which) {
                Some((statement, cap)) => (enveloped(statement, &by), cap.clone()),
                None => (enveloped(&word(which as i64 % 15), &by[..1 + which % 2]), None),
            };
            let at = if which < NEXT.len() { which } else { NEXT.len() + which % 15 };
            pieces.entry(at).or_insert(piece);
        }
        let mut order: Vec<_> = pieces.into_values().collect();
        let room = Room { by_two, places };
        let all = |order: &[(Vec<u8>, Option<Vec<u8>>)]| {
            let mut store = Store::with_room(room);
            for (envelope, cap) in order.iter().chain(order) {
                store.receive(&TRUST, envelope, cap.as_deref(), &now());
            }
            store
        };
        let one = all(&order);
        order.reverse();
        let at = turn.index(order.len());
        order.rotate_left(at);
        let other = all(&order);
        prop_assert_eq!(one.len(), other.len());
        prop_assert_eq!(one.notices(&TRUST, NOW), other.notices(&TRUST, NOW));
        prop_assert_eq!(one.shelters(&TRUST, &now()), other.shelters(&TRUST, &now()));
    }

    /// What one key signs changes nothing of what is decided of statements signed by others, but for
    /// the one thing that one person may: to call an order back.
    #[test]
    fn junk_of_one_key_is_its_own(
        key in 0..ANYBODY.len(),
        picked in proptest::collection::vec((0..NEXT.len(), any::<bool>()), 1..12),
        copies in proptest::collection::vec((0..BEFORE.len(), 0..Kind::ALL.len()), 0..6),
    ) {
        let key = ANYBODY[key];
        let others: Vec<_> = BEFORE.iter().filter(|(_, by)| !by.contains(&key)).collect();
        let mut store = store_with(&BEFORE, SMALL_FOR_ALL);
        let told = |store: &Store| -> Vec<_> {
            let decide = |((statement, cap), by): &&(Piece, Vec<&'static str>)| {
                let decision = store.decide(&TRUST, &enveloped(statement, by), cap.as_deref(), &now());
                (rank(&decision), decision.code(), decision.belief().map(|belief| belief.standing))
            };
            others.iter().map(decide).collect()
        };
        let before = told(&store);
        for (which, with_cap) in picked {
            let (statement, cap) = &NEXT[which];
            let is_call_back = statement.kind() == Kind::Cancel && statement.cap().is_none();
            if !is_call_back {
                let cap = cap.as_deref().filter(|_| with_cap);
                store.receive(&TRUST, &enveloped(statement, &[key]), cap, &now());
            }
        }
        // Others' payloads, signed as something else; and others' statements, countersigned.
        for (which, kind) in copies {
            let ((statement, cap), by) = &BEFORE[which];
            if by.contains(&key) || Kind::ALL[kind] == statement.kind() {
                continue;
            }
            let copy = signed(Kind::ALL[kind], statement.payload_bytes().unwrap(), &[key]);
            store.receive(&TRUST, &copy.to_json(), cap.as_deref(), &now());
        }
        prop_assert_eq!(before, told(&store), "by {}", key);
    }
}

/// Room for all that is said before, and little more.
const SMALL_FOR_ALL: Room = Room { by_two: 20, places: 12 };

/// Enough junk to fill everything: what is decided then takes no longer than a person waits.
#[test]
fn a_full_store_decides() {
    let mut store = Store::new();
    let started = std::time::Instant::now();
    for at in 0..300 {
        let message = Warn { issued: NOW - 550 + at, life: 600, ..Warn::new("junk") }.message();
        store.receive(&TRUST, &message.envelope(&["eri"]), Some(&message.cap), &now());
        receive(&mut store, &word(at), &["goro"]);
        receive(
            &mut store,
            &Statement::Danger(danger("junk", at as u64, &[("s1", ShelterState::Hit)])),
            &["chie"],
        );
    }
    println!("900 received in {:?}, {} kept", started.elapsed(), store.len());
    assert!(store.len() <= 128 + 256 + 256 + 1, "{}", store.len());
    let plain = Warn::new("plain").message();
    let started = std::time::Instant::now();
    let decision = store.receive(&TRUST, &plain.envelope(TWO), Some(&plain.cap), &now());
    println!("decided in {:?}", started.elapsed());
    assert_eq!(decision.code(), None);
    let started = std::time::Instant::now();
    let solo = Warn { life: 600, ..Warn::new("solo") }.message();
    assert_eq!(store.receive(&TRUST, &solo.envelope(&["anna"]), Some(&solo.cap), &now()).code(), None);
    println!("one officer's in {:?}", started.elapsed());
    let started = std::time::Instant::now();
    store.notices(&TRUST, NOW);
    println!("notices in {:?}", started.elapsed());
    let started = std::time::Instant::now();
    store.shelters(&TRUST, &now());
    println!("shelters in {:?}", started.elapsed());
    let handed = store.envelope(&TRUST, Kind::Alert, plain.name()).unwrap();
    assert_eq!(Envelope::read(&handed.to_json()), Ok(handed));
}

/// One officer's figures are the ring's own.
#[test]
fn the_life_of_alerts_goes_by_the_ring() {
    let mut next = ring();
    next.n += 1;
    (next.solo.alert, next.solo.cancel) = (Some(300), None);
    let (trust, _) = TRUST.advance(&[], &[enveloped(&Statement::Ring(next), &["kim", "kai"])]);
    let of = |trust: &Trust| (trust.limits().solo_life, trust.limits().solo_cancel_within);
    assert_eq!((of(&TRUST), of(&trust)), ((600, 180), (300, 0)));
}
