//! Whom to believe, and what came: `trust_begin`, `receive`, the state that the page keeps.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hinan_trust::{Bundle, Digest, NotTaken, RingAge, Verdict};
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::members::{Members, needed};
use crate::plans::WordJson;
use crate::state::{Heartbeat, Held, MOST_DOCUMENTS, MOST_RELAYS, Received};

/// The version of the text that the page keeps.
const STATE: i64 = 1;

/// What a page knows of the time.
pub struct ClockGiven {
    device: i64,
    built: i64,
    heartbeats: Vec<Heartbeat>,
}

/// What time it is, and whose word counted.
pub struct Told {
    /// Seconds since 1970.
    pub now: i64,
    /// Operators of relays.
    pub relays: Vec<String>,
}

impl ClockGiven {
    /// Reads `clock`.
    pub fn read(members: &mut Members) -> Result<ClockGiven, Failure> {
        let mut clock = needed("clock", members.object("clock")?)?;
        let device = needed("clock.device", clock.moment("device")?)?;
        let built = clock.moment("built")?.unwrap_or(i64::MIN);
        let heartbeats =
            clock.list("relays", MOST_RELAYS)?.into_iter().map(heartbeat).collect::<Result<_, _>>()?;
        clock.done()?;
        Ok(ClockGiven { device, built, heartbeats })
    }

    /// What time that makes it.
    pub fn told(self, held: &mut Held) -> Told {
        let (now, relays) = held.now(self.device, self.built, self.heartbeats);
        Told { now, relays }
    }
}

fn heartbeat(value: Value) -> Result<Heartbeat, Failure> {
    let mut members = Members::of("relays", value)?;
    let active = needed("relays: active", document(&mut members, "active")?)?;
    let age = needed("relays: age", members.moment("age")?)?;
    members.done()?;
    Ok(Heartbeat { active, age })
}

fn bytes(text: &str, name: &str) -> Result<Vec<u8>, Failure> {
    STANDARD.decode(text).map_err(|error| Failure::question(format!("{name}: no base64: {error}")))
}

/// A document in base64.
pub fn document(members: &mut Members, name: &'static str) -> Result<Option<Vec<u8>>, Failure> {
    members.text(name)?.map(|text| bytes(&text, name)).transpose()
}

fn documents(members: &mut Members, name: &'static str) -> Result<Vec<Vec<u8>>, Failure> {
    let items = members.list(name, MOST_DOCUMENTS)?;
    items
        .into_iter()
        .map(|item| match item {
            Value::String(text) => bytes(&text, name),
            _ => Err(Failure::question(format!("{name}: must be a list of texts in base64"))),
        })
        .collect()
}

fn scope(members: &mut Members) -> Result<Digest, Failure> {
    let scope = needed("scope", members.word("scope")?)?;
    Digest::parse(&scope).ok_or_else(|| Failure::question("scope: must be 64 hex digits"))
}

/// `trust_begin`.
pub fn begin(held: &mut Option<Held>, mut members: Members) -> Result<Value, Failure> {
    let scope = scope(&mut members)?;
    let root = needed("root", document(&mut members, "root")?)?;
    let clock = ClockGiven::read(&mut members)?;
    members.done()?;
    let begun = Held::begin(scope, root).map_err(|refused| Failure::trust(refused.to_string()))?;
    // Whoever begins again where they are loses nothing.
    let held = match held {
        Some(known) if known.trust.scope() == scope => known,
        other => other.insert(begun),
    };
    let told = clock.told(held);
    Ok(answer(held, &told, &[], &[]))
}

/// `receive`.
pub fn receive(held: &mut Held, mut members: Members) -> Result<Value, Failure> {
    let mut roots = documents(&mut members, "roots")?;
    let mut rings = documents(&mut members, "rings")?;
    let mut messages = Vec::new();
    if let Some(bundle) = document(&mut members, "bundle")? {
        let bundle = Bundle::read(&bundle).map_err(|refused| Failure::trust(refused.to_string()))?;
        roots.extend(bundle.roots);
        rings.extend(bundle.rings);
        messages.extend(bundle.arming.into_iter().map(|order| (order, None)));
        messages.extend(bundle.statements);
    }
    for message in members.list("messages", MOST_DOCUMENTS)? {
        let mut message = Members::of("messages", message)?;
        let envelope = needed("messages: envelope", document(&mut message, "envelope")?)?;
        let cap = document(&mut message, "cap")?;
        message.done()?;
        messages.push((envelope, cap));
    }
    let clock = ClockGiven::read(&mut members)?;
    members.done()?;
    let not_taken = held.advance(roots, rings);
    let told = clock.told(held);
    let received: Vec<Received> = messages
        .into_iter()
        .map(|(envelope, cap)| held.receive(&envelope, cap.as_deref(), told.now, told.now))
        .collect();
    Ok(answer(held, &told, &not_taken, &received))
}

fn answer(held: &Held, told: &Told, not_taken: &[NotTaken], received: &[Received]) -> Value {
    let trust = &held.trust;
    let not_taken = not_taken.iter().map(|not| format!("{} {}: {}", not.kind, not.at, not.refused.code));
    let ring_age = match (trust.ring(), trust.ring_age(told.now)) {
        (None, _) => "none",
        (_, RingAge::Fresh) => "fresh",
        (_, RingAge::Late) => "late",
        (_, RingAge::Old) => "old",
        (_, RingAge::TooOld) => "too-old",
    };
    json!({
        "now": told.now, "scope": trust.scope(), "root": trust.root().n,
        "ring": trust.ring().map(hinan_trust::statement::Ring::counter), "ring_age": ring_age,
        "relays": told.relays, "ring_relays": ring_relays(held), "not_taken": not_taken.collect::<Vec<_>>(),
        "decisions": received.iter().map(decision).collect::<Vec<_>>(),
    })
}

/// Where the page may fetch from, as the ring says.
pub fn ring_relays(held: &Held) -> Vec<&str> {
    held.trust.ring().map(hinan_trust::statement::Ring::relays).unwrap_or_default()
}

fn decision(Received { decision, kept }: &Received) -> Value {
    let verdict = match &decision.verdict {
        Verdict::Believed(_) => "believed",
        Verdict::Held(..) => "held",
        Verdict::Refused(_) => "refused",
    };
    let code = decision.code();
    let signature = |check: &hinan_trust::SignatureCheck| {
        let start: String = check.keyid.chars().take(8).collect();
        format!("{start} {}", check.fault.map_or("counts", hinan_trust::Fault::code))
    };
    json!({
        "name": decision.name, "kind": decision.kind, "verdict": verdict,
        "code": code.map(hinan_trust::Refusal::code), "sentence": code.map(hinan_trust::Refusal::sentence),
        "notes": decision.notes.iter().map(|note| note.code()).collect::<Vec<_>>(),
        "signatures": decision.signatures.iter().map(signature).collect::<Vec<_>>(), "kept": kept,
    })
}

/// `state_export`.
pub fn export(held: &mut Held, members: Members) -> Result<Value, Failure> {
    members.done()?;
    let text = |bytes: &[u8]| STANDARD.encode(bytes);
    let statements = held.kept.iter().filter_map(|((kind, name), kept)| {
        let envelope = held.store.envelope(&held.trust, *kind, *name)?;
        let cap = kept.cap.as_deref().map(text);
        Some(json!({"envelope": text(&envelope.to_json()), "cap": cap, "first_seen": kept.first_seen}))
    });
    let seen = held.seen.iter();
    let state = json!({
        "v": STATE, "scope": held.trust.scope(), "first": text(&held.first),
        "roots": held.roots.iter().map(|root| text(root)).collect::<Vec<_>>(),
        "ring": held.ring.as_deref().map(text),
        "seen": seen.map(|((kind, name), at)| json!({"kind": kind, "name": name, "epoch": at.epoch, "n": at.n}))
            .collect::<Vec<_>>(),
        "statements": statements.collect::<Vec<_>>(),
    });
    Ok(json!({ "state": state.to_string() }))
}

/// `state_import`: everything is decided anew.
pub fn import(
    held: &mut Option<Held>,
    shelter_zones: Option<Vec<(String, String)>>,
    mut members: Members,
) -> Result<Value, Failure> {
    let state = needed("state", members.text("state")?)?;
    let clock = ClockGiven::read(&mut members)?;
    members.done()?;
    let damaged =
        |_| Failure::trust("bad-state: the text is damaged or not of this program; what was held stays");
    let (mut read, statements) = read_state(&state).map_err(damaged)?;
    read.shelter_zones = shelter_zones;
    let told = clock.told(&mut read);
    let received: Vec<Received> = statements
        .into_iter()
        .map(|(envelope, cap, first_seen)| {
            // Nothing was first seen later than now.
            read.receive(&envelope, cap.as_deref(), first_seen.min(told.now), told.now)
        })
        .collect();
    let answer = answer(&read, &told, &[], &received);
    *held = Some(read);
    Ok(answer)
}

type Carried = (Vec<u8>, Option<Vec<u8>>, i64);

fn read_state(state: &str) -> Result<(Held, Vec<Carried>), Failure> {
    let mut members = Members::read(state.as_bytes())?;
    if members.whole("v", 0..=i64::MAX)? != Some(STATE) {
        return Err(Failure::trust("another version"));
    }
    let scope = scope(&mut members)?;
    let first = needed("first", document(&mut members, "first")?)?;
    let roots = documents(&mut members, "roots")?;
    let ring = document(&mut members, "ring")?;
    let mut held = Held::begin(scope, first).map_err(|refused| Failure::trust(refused.to_string()))?;
    held.advance(roots, ring.into_iter().collect());
    for seen in members.list("seen", MOST_DOCUMENTS)? {
        let mut seen = Members::of("seen", seen)?;
        let kind = seen.json("kind").and_then(|kind| serde_json::from_value(kind).ok());
        let name = needed("name", seen.word("name")?)?;
        let mut number =
            |name| seen.whole(name, 0..=i64::MAX).and_then(|n| needed(name, n)).map(|n| n as u64);
        let counter = hinan_trust::statement::Counter { epoch: number("epoch")?, n: number("n")? };
        held.seen.insert((needed("kind", kind)?, name), counter);
    }
    let mut statements = Vec::new();
    for statement in members.list("statements", usize::MAX)? {
        let mut statement = Members::of("statements", statement)?;
        let envelope = needed("envelope", document(&mut statement, "envelope")?)?;
        let cap = document(&mut statement, "cap")?;
        statements.push((envelope, cap, needed("first_seen", statement.moment("first_seen")?)?));
    }
    members.done()?;
    Ok((held, statements))
}

/// `shelter_words`.
pub fn shelter_words(held: &mut Held, mut members: Members) -> Result<Value, Failure> {
    let clock = ClockGiven::read(&mut members)?;
    members.done()?;
    let told = clock.told(held);
    let words = held.shelter_words(told.now);
    let words: Vec<WordJson<'_>> = words.iter().map(|(shelter, word)| WordJson::of(shelter, *word)).collect();
    Ok(json!({ "now": told.now, "words": words }))
}
