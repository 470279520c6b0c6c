//! What receivers do with bytes that anybody may send.

use std::sync::LazyLock;

use ed25519_dalek::{Signer as _, SigningKey};
use hinan_trust::{
    Bundle, Context, Digest, Envelope, Kind, Refusal, Statement, Store, Trust, Verdict, key_id,
};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// The moment of the town in the vectors.
const NOW: i64 = 1_800_000_000;

/// The town of the vectors: its root, its ring, and keys that are derived from names. TEST ONLY.
static TOWN: LazyLock<Option<Trust>> = LazyLock::new(|| {
    let vectors: Value =
        serde_json::from_str(include_str!("../../../crates/hinan-trust/vectors/vectors.json")).ok()?;
    let document = |name: &str| Some(vectors["documents"][name]["text"].as_str()?.as_bytes().to_vec());
    let scope = Digest::parse(vectors["cases"][0]["scope"].as_str()?)?;
    Some(Trust::walk(scope, &document("root-1")?, &[], &[document("ring")?]).ok()?.0)
});

fn town() -> &'static Trust {
    match &*TOWN {
        Some(trust) => trust,
        None => unreachable!("the vectors' root and ring hold"),
    }
}

fn context() -> Context {
    Context { now: NOW, ..Context::default() }
}

/// The JSON of an envelope: what is read is written and read again, and nobody is believed who did not
/// sign. Spoilt signatures of the seeds never count.
pub fn trust_envelope(data: &[u8]) {
    let read = Envelope::read(data);
    let decision = Store::new().decide(town(), data, None, &context());
    match (&read, &decision.verdict) {
        (Err(refused), Verdict::Refused(told)) => assert_eq!(refused, told),
        (Err(refused), other) => unreachable!("{refused} became {other:?}"),
        (Ok(envelope), _) => {
            assert_eq!(Envelope::read(&envelope.to_json()).ok().as_ref(), read.as_ref().ok());
            let counting = decision.signatures.iter().filter(|check| check.fault.is_none()).count();
            assert!(counting > 0 || !matches!(decision.verdict, Verdict::Believed(_)));
            assert!(envelope.signatures.len() <= hinan_trust::envelope::MAX_SIGNATURES);
        }
    }
}

/// A type's name, a line end, a payload; perhaps `--` between line ends and a CAP message. Signed by two
/// officers of the town, or by the two that packs and sirens need, so that everything behind the
/// signatures is reached.
pub fn trust_statement(data: &[u8]) {
    const BORDER: &[u8] = b"\n--\n";
    let Some(end) = data.iter().position(|byte| *byte == b'\n') else { return };
    let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.name().as_bytes() == &data[..end]) else {
        return;
    };
    let rest = &data[end + 1..];
    let (payload, cap) = match rest.windows(BORDER.len()).position(|window| window == BORDER) {
        Some(at) => (&rest[..at], Some(&rest[at + BORDER.len()..])),
        None => (rest, None),
    };
    if let Ok(statement) = Statement::read(kind, payload) {
        let written = statement.payload_bytes();
        assert_eq!(written.and_then(|bytes| Statement::read(kind, &bytes)), Ok(statement));
    }
    let signers = match kind {
        Kind::Pack | Kind::Region | Kind::App => ["builder", "rei"],
        Kind::Active => ["relay-north", "relay-south"],
        Kind::Siren => ["gateway", "anna"],
        _ => ["anna", "boris"],
    };
    let draft = Envelope::new(kind, payload.to_vec());
    let message = draft.pae();
    let envelope = signers.iter().fold(draft, |envelope, name| {
        let seed = Sha256::digest(format!("hinan TEST ONLY key: {name}"));
        let secret = SigningKey::from_bytes(&seed.into());
        envelope.with_signature(key_id(&secret.verifying_key().to_bytes()), secret.sign(&message).to_bytes())
    });
    let mut store = Store::new();
    let first = store.receive(town(), &envelope.to_json(), cap, &context());
    assert!(first.code() != Some(Refusal::NoValidSignature), "signatures of the town do not count");
    // A second time makes no difference, and what is told of it later is one thing.
    let again = store.receive(town(), &envelope.to_json(), cap, &context());
    assert_eq!(first, again);
    assert!(store.notices(town(), NOW).len() <= 1);
}

/// A bundle: whatever it holds, the last good root and ring stay.
pub fn trust_bundle(data: &[u8]) {
    let Ok(bundle) = Bundle::read(data) else { return };
    assert_eq!(Bundle::read(&bundle.to_json()), Ok(bundle.clone()));
    let (trust, _) = town().advance(&bundle.roots, &bundle.rings);
    assert!(trust.ring().is_some(), "a bundle cost the receiver its ring");
    assert!(trust.root().n >= town().root().n, "a bundle led back");
    let mut store = Store::new();
    for envelope in bundle.arming.iter().take(16) {
        store.receive(&trust, envelope, None, &context());
    }
    for (envelope, cap) in bundle.statements.iter().take(16) {
        store.receive(&trust, envelope, cap.as_deref(), &context());
    }
    store.notices(&trust, NOW);
}
