//! The cases themselves: what a receiver is given and what it must make of it.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use curve25519_dalek::scalar::Scalar;
use hinan_model::{Hazard, Stage};
use hinan_trust::statement::{
    Arming, Quorum, Ring, Root, ShelterState, SirenTone, Solo, Statement, WorldName,
};
use hinan_trust::{Digest, Envelope, Kind, key_id, pae};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha512};

use crate::maker::{
    DAY, HOUR, LOW_ORDER, Message, NOT_CANONICAL, NOW, Warn, active, arming, cancel, clear, danger,
    enveloped, pack, public, ring, root_n, root_v1, scope, secret, signed, siren, status, void,
};

const WARNING: &str =
    "TEST ONLY: every key here is derived from its name; trust none. Written by the tests of hinan-trust.";

/// The whole file.
pub(crate) fn questions() -> Value {
    let mut town = Town::new();
    envelopes(&mut town);
    statements(&mut town);
    encodings(&mut town);
    curves(&mut town);
    roots(&mut town);
    rings(&mut town);
    rights(&mut town);
    persons(&mut town);
    armed(&mut town);
    solo(&mut town);
    revoked(&mut town);
    shelters(&mut town);
    deliveries(&mut town);
    machines(&mut town);
    cap(&mut town);
    lives(&mut town);
    targets(&mut town);
    clocks(&mut town);
    looks(&mut town);
    crate::bounds::add(&mut town);
    json!({ "warning": WARNING, "documents": town.documents, "cases": town.cases })
}

/// The documents so far, each under the first name that it got, and the cases.
pub(crate) struct Town {
    documents: BTreeMap<String, Value>,
    names: BTreeMap<Vec<u8>, String>,
    cases: Vec<Value>,
}

/// A case that is being written; [`Case::is`] ends it.
pub(crate) struct Case<'a> {
    town: &'a mut Town,
    json: Map<String, Value>,
}

impl Town {
    fn new() -> Town {
        let mut town = Town { documents: BTreeMap::new(), names: BTreeMap::new(), cases: Vec::new() };
        let first = enveloped(&Statement::Root(root_v1()), &["ruth", "rolf", "rina"]);
        town.document("root-1", &first);
        town.document("ring", &ring_by(&ring(), &["kim", "kai"]));
        town
    }

    /// Keeps a document and says under which name.
    pub(crate) fn document(&mut self, name: &str, bytes: &[u8]) -> String {
        if let Some(known) = self.names.get(bytes) {
            return known.clone();
        }
        let value = match std::str::from_utf8(bytes) {
            Ok(text) => json!({ "text": text }),
            Err(_) => json!({ "base64": STANDARD.encode(bytes) }),
        };
        assert!(self.documents.insert(name.to_owned(), value).is_none(), "two documents are called {name}");
        self.names.insert(bytes.to_vec(), name.to_owned());
        name.to_owned()
    }

    /// A case under the town's own root and ring, at its own moment.
    pub(crate) fn case(&mut self, name: &str, about: &str) -> Case<'_> {
        let named = |case: &Value| case["name"] == name;
        assert!(!self.cases.iter().any(named), "two cases are called {name}");
        let json = json!({
            "name": name,
            "about": about,
            "scope": scope().to_string(),
            "first": "root-1",
            "rings": ["ring"],
            "clock": { "device": NOW },
        });
        let Value::Object(json) = json else { unreachable!("an object is an object") };
        Case { town: self, json }
    }
}

impl Case<'_> {
    pub(crate) fn set(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.json.insert(key.to_owned(), value.into());
        self
    }

    /// Adds documents to a list of the case.
    fn list(mut self, key: &str, documents: &[(&str, Vec<u8>)]) -> Self {
        let names: Vec<_> = documents.iter().map(|(name, bytes)| self.town.document(name, bytes)).collect();
        self.json.insert(key.to_owned(), json!(names));
        self
    }

    pub(crate) fn rings(self, documents: &[(&str, Vec<u8>)]) -> Self {
        self.list("rings", documents)
    }

    /// The envelope is a document that is named after the case.
    pub(crate) fn envelope(self, bytes: &[u8]) -> Self {
        let name = format!("{}.dsse.json", self.json["name"].as_str().unwrap());
        let name = self.town.document(&name, bytes);
        self.set("envelope", name)
    }

    fn cap(self, bytes: &[u8]) -> Self {
        let name = format!("{}.cap.xml", self.json["name"].as_str().unwrap());
        let name = self.town.document(&name, bytes);
        self.set("cap", name)
    }

    /// A message with its CAP.
    pub(crate) fn message(self, message: &Message, by: &[&str]) -> Self {
        self.envelope(&message.envelope(by)).cap(&message.cap)
    }

    /// A statement without CAP.
    pub(crate) fn statement(self, statement: &Statement, by: &[&str]) -> Self {
        self.envelope(&enveloped(statement, by))
    }

    /// What came before, in this order.
    pub(crate) fn after(self, name: &str, message: &Message, by: &[&str]) -> Self {
        let envelope = self.town.document(&format!("{name}.dsse.json"), &message.envelope(by));
        let cap = self.town.document(&format!("{name}.cap.xml"), &message.cap);
        self.add_earlier(json!({ "envelope": envelope, "cap": cap }))
    }

    pub(crate) fn after_statement(self, name: &str, statement: &Statement, by: &[&str]) -> Self {
        let envelope = self.town.document(&format!("{name}.dsse.json"), &enveloped(statement, by));
        self.add_earlier(json!({ "envelope": envelope }))
    }

    /// An envelope that came before without its CAP message.
    pub(crate) fn after_envelope(self, name: &str, envelope: &[u8]) -> Self {
        let envelope = self.town.document(&format!("{name}.dsse.json"), envelope);
        self.add_earlier(json!({ "envelope": envelope }))
    }

    fn add_earlier(mut self, carried: Value) -> Self {
        let list = self.json.entry("earlier").or_insert_with(|| json!([]));
        list.as_array_mut().unwrap().push(carried);
        self
    }

    fn device_clock(self, at: i64) -> Self {
        self.set("clock", json!({ "device": at }))
    }

    /// Ends the case with what must come out, as far as it matters.
    pub(crate) fn is(mut self, expected: Value) {
        self.json.insert("expect".to_owned(), expected);
        let json = Value::Object(self.json);
        self.town.cases.push(json);
    }

    pub(crate) fn refused(self, code: &str) {
        self.is(json!({ "verdict": "refused", "code": code }));
    }

    pub(crate) fn held(self, code: &str) {
        self.is(json!({ "verdict": "held", "code": code, "standing": "pending", "shown": "nothing", "tone": "none" }));
    }

    pub(crate) fn believed(self, standing: &str, shown: &str, tone: &str) {
        self.is(json!({ "verdict": "believed", "standing": standing, "shown": shown, "tone": tone }));
    }

    pub(crate) fn sounds(self) {
        self.believed("full", "warning", "alarm");
    }

    pub(crate) fn document_holds(self) {
        self.believed("full", "document", "none");
    }
}

pub(crate) fn ring_by(ring: &Ring, by: &[&str]) -> Vec<u8> {
    enveloped(&Statement::Ring(ring.clone()), by)
}

fn root_by(root: &Root, by: &[&str]) -> Vec<u8> {
    enveloped(&Statement::Root(root.clone()), by)
}

pub(crate) const TWO: &[&str] = &["anna", "boris"];

/// An envelope with signatures over its own type, whatever its payload was drafted as.
pub(crate) fn signature_over(envelope: &Envelope, by: &[&str]) -> Vec<u8> {
    signed(envelope.kind, envelope.payload.clone(), by).to_json()
}

/// The JSON of the ordinary alert's envelope, changed as text.
fn altered(from: &str, to: &str) -> Vec<u8> {
    let text = String::from_utf8(Warn::new("plain").message().envelope(TWO)).unwrap();
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1).into_bytes()
}

/// An envelope by two officers over a payload that no drafter here would write.
fn raw(kind: Kind, payload: &str) -> Vec<u8> {
    signed(kind, payload.as_bytes().to_vec(), TWO).to_json()
}

/// The payload of the ordinary alert, changed as text.
fn payload_with(from: &str, to: &str) -> String {
    let payload = String::from_utf8(Warn::new("plain").message().statement.payload_bytes().unwrap()).unwrap();
    assert!(payload.contains(from), "{from} in {payload}");
    payload.replacen(from, to, 1)
}

fn envelopes(town: &mut Town) {
    let plain = Warn::new("plain").message();
    town.case("plain", "two officers, one of them at a standalone signer").message(&plain, TWO).sounds();
    let refused = |town: &mut Town, name: &str, about: &str, bytes: &[u8], code: &str| {
        town.case(name, about).envelope(bytes).cap(&plain.cap).refused(code);
    };
    let long = payload_with("\"template\":\"", &format!("\"template\":\"{}", "x".repeat(49_000)));
    refused(
        town,
        "envelope-too-large",
        "an alert's envelope above 64 KiB",
        &raw(Kind::Alert, &long),
        "too-large",
    );
    refused(
        town,
        "envelope-duplicate-key",
        "payload stands twice",
        &altered("{\"payloadType\"", "{\"payload\":\"\",\"payloadType\""),
        "bad-envelope",
    );
    refused(
        town,
        "envelope-escaped-duplicate-key",
        "the same key once plain and once with an escape",
        &altered("{\"payloadType\"", "{\"p\\u0061yload\":\"\",\"payloadType\""),
        "bad-envelope",
    );
    refused(
        town,
        "envelope-unknown-key",
        "a key that no envelope has",
        &altered("{\"payloadType\"", "{\"note\":1,\"payloadType\""),
        "bad-envelope",
    );
    refused(
        town,
        "envelope-no-keyid",
        "a signature that names no key",
        &altered("\"keyid\"", "\"kid\""),
        "bad-envelope",
    );
    let bytes = [b"\xef\xbb\xbf".as_slice(), &plain.envelope(TWO)].concat();
    refused(
        town,
        "envelope-byte-order-mark",
        "a byte order mark before the envelope",
        &bytes,
        "bad-envelope",
    );
    let mut bytes = plain.envelope(TWO);
    bytes.insert(2, 0xff);
    refused(town, "envelope-not-utf8", "a byte that is no UTF-8 in a key", &bytes, "bad-envelope");
    let bytes = [plain.envelope(TWO), b"{}".to_vec()].concat();
    refused(town, "envelope-something-after", "a second object behind the envelope", &bytes, "bad-envelope");
    refused(town, "envelope-list", "a list with an envelope's values", b"[\"a\",\"\",[]]", "bad-envelope");
    refused(
        town,
        "envelope-signatures-none",
        "an envelope without signatures",
        &plain.envelope(&[]),
        "no-valid-signature",
    );
    let message = plain.statement.envelope().unwrap();
    let many = (0..17).fold(message, |envelope, at| envelope.with_signature(format!("k{at}"), vec![at; 64]));
    refused(
        town,
        "envelope-17-signatures",
        "more signatures than 16",
        &many.to_json(),
        "too-many-signatures",
    );
    let sixteen = plain.statement.envelope().unwrap();
    let sixteen =
        (0..14).fold(sixteen, |envelope, at| envelope.with_signature(format!("k{at}"), vec![at; 64]));
    let real = Envelope::read(&plain.envelope(TWO)).unwrap();
    let sixteen = sixteen.merged(&real).unwrap();
    town.case("envelope-16-signatures", "14 signatures by nobody do not hide two good ones")
        .envelope(&sixteen.to_json())
        .cap(&plain.cap)
        .sounds();
}

fn statements(town: &mut Town) {
    let cap = Warn::new("plain").message().cap;
    let payload = |town: &mut Town, name: &str, about: &str, payload: &str, code: &str| {
        town.case(name, about).envelope(&raw(Kind::Alert, payload)).cap(&cap).refused(code);
    };
    let bad_json = [
        (
            "statement-duplicate-key",
            "stage twice, once as it is shown and once as it is signed",
            "{\"v\":1",
            "{\"stage\":\"prepare\",\"v\":1",
        ),
        ("statement-float", "a number with a point", "\"v\":1", "\"v\":1.0"),
        ("statement-exponent", "a number with an exponent", "\"v\":1", "\"v\":1e0"),
        ("statement-large-integer", "2^53", "\"v\":1", "\"v\":9007199254740992"),
        ("statement-negative", "a negative number", "\"v\":1", "\"v\":-1"),
        ("statement-null", "null where a key could be left out", "{\"v\":1", "{\"impact_at\":null,\"v\":1"),
        ("statement-too-deep", "nine levels", "{\"v\":1", "{\"ext\":{\"a\":[[[[[[[1]]]]]]]},\"v\":1"),
        (
            "statement-lone-surrogate",
            "half of a pair of escapes",
            "{\"v\":1",
            "{\"ext\":{\"a\":\"\\ud800\"},\"v\":1",
        ),
    ];
    for (name, about, from, to) in bad_json {
        payload(town, name, about, &payload_with(from, to), "bad-json");
    }
    let bad_statement = [
        ("statement-unknown-key", "a key that no alert has", "{\"v\":1", "{\"loud\":true,\"v\":1"),
        ("statement-missing-key", "no hazard", "\"hazard\":\"air-raid\",", ""),
        ("statement-word-for-number", "a number as a text", "\"v\":1,", "\"v\":\"1\","),
        (
            "statement-stage-clear",
            "an alert of the stage clear",
            "\"take-cover\",\"hazard\"",
            "\"clear\",\"hazard\"",
        ),
        ("statement-upper-case-id", "an id in capitals", "\"id\":\"", "\"id\":\"A"),
        (
            "statement-update-of-nothing",
            "an update without targets",
            "\"act\":\"alert\"",
            "\"act\":\"update\"",
        ),
        ("statement-zone-twice", "one zone twice", "[\"z-north\"]", "[\"z-north\",\"z-north\"]"),
        ("statement-star-and-zone", "all zones and one of them", "[\"z-north\"]", "[\"*\",\"z-north\"]"),
    ];
    for (name, about, from, to) in bad_statement {
        payload(town, name, about, &payload_with(from, to), "bad-statement");
    }
    payload(town, "statement-list", "a list with an alert's values", "[1,2,3]", "bad-statement");
    let backwards =
        payload_with("\"expires\":", "\"expires\":1,\"ext\":{\"was\":").replacen(",\"cap\"", "},\"cap\"", 1);
    payload(town, "statement-expires-before", "it lapses before it is issued", &backwards, "bad-statement");
    payload(
        town,
        "statement-version-2",
        "a later version",
        &payload_with("\"v\":1", "\"v\":2"),
        "update-needed",
    );
    town.case("statement-ext", "free keys stand under ext, of whatever sense")
        .envelope(&raw(
            Kind::Alert,
            &payload_with("{\"v\":1", "{\"ext\":{\"a\":[{\"b\":\"c\"}],\"n\":7},\"v\":1"),
        ))
        .cap(&cap)
        .sounds();
    let other = payload_with(&scope().to_string(), &Digest::of(b"another town").to_string());
    payload(town, "statement-other-scope", "the same officers in another town", &other, "other-scope");
    let newer = payload_with("\"ring\":{\"epoch\":1,\"n\":5}", "\"ring\":{\"epoch\":1,\"n\":6}");
    town.case("statement-newer-ring", "drafted under a ring that has not come here yet")
        .envelope(&raw(Kind::Alert, &newer))
        .cap(&cap)
        .is(json!({ "verdict": "believed", "tone": "alarm", "notes": ["ring-behind"] }));
}

fn encodings(town: &mut Town) {
    let plain = Warn::new("plain").message();
    let cap = plain.cap.clone();
    let refused = |town: &mut Town, name: &str, about: &str, bytes: &[u8], code: &str| {
        town.case(name, about).envelope(bytes).cap(&cap).refused(code);
    };
    let padded = payload_with("\"template\":\"", "\"template\":\"?>?>");
    let text = String::from_utf8(raw(Kind::Alert, &padded)).unwrap();
    assert!(text.contains('/') || text.contains('+'));
    refused(
        town,
        "base64-url-alphabet",
        "the alphabet for addresses",
        text.replace('+', "-")
            .replace("v1-json", "v1+json")
            .replacen("application/", "application|", 1)
            .replace('/', "_")
            .replace("application|", "application/")
            .as_bytes(),
        "bad-base64",
    );
    refused(
        town,
        "base64-no-padding",
        "signatures without their padding",
        &altered("==\"", "\""),
        "bad-base64",
    );
    let text = String::from_utf8(plain.envelope(TWO)).unwrap();
    let at = text.find("==\"").unwrap();
    let other = match text.as_bytes()[at - 1] {
        b'A' => "B",
        b'Q' => "R",
        b'g' => "h",
        _ => "x",
    };
    let spoilt = format!("{}{other}{}", &text[..at - 1], &text[at..]);
    refused(town, "base64-loose-bits", "bits beyond the last byte are set", spoilt.as_bytes(), "bad-base64");
    refused(
        town,
        "base64-line-breaks",
        "a line break within the payload",
        &altered("\"payload\":\"", "\"payload\":\"\\n"),
        "bad-base64",
    );
    let typed = |name: &str| altered("application/vnd.hinan.alert.v1+json", name);
    refused(
        town,
        "type-version-2",
        "alert.v2",
        &typed("application/vnd.hinan.alert.v2+json"),
        "update-needed",
    );
    refused(
        town,
        "type-unknown",
        "a type that is to come",
        &typed("application/vnd.hinan.curfew.v1+json"),
        "update-needed",
    );
    refused(
        town,
        "type-foreign",
        "another project's type",
        &typed("application/vnd.in-toto+json"),
        "foreign-type",
    );
    refused(
        town,
        "type-in-capitals",
        "a type is compared to the letter",
        &typed("application/vnd.hinan.Alert.v1+json"),
        "update-needed",
    );
    // Signatures over something that is nearly the PAE.
    let payload = plain.statement.payload_bytes().unwrap();
    let kind = Kind::Alert;
    let over = |message: &[u8]| {
        use ed25519_dalek::Signer as _;
        TWO.iter()
            .fold(Envelope::new(kind, payload.clone()), |envelope, name| {
                envelope.with_signature(key_id(&public(name)), secret(name).sign(message).to_bytes())
            })
            .to_json()
    };
    let typ = kind.payload_type();
    let no_lengths = [format!("DSSEv1 {typ} ").as_bytes(), &payload].concat();
    let long_type = pae(&format!("{typ} {} ", payload.len()), &payload);
    let moved = pae(&typ, &payload[..payload.len() - 1]);
    let leading = [format!("DSSEv1 0{} {typ} {} ", typ.len(), payload.len()).as_bytes(), &payload].concat();
    let tricks: [(&str, &str, &[u8]); 6] = [
        ("pae-none", "signed is the payload alone", &payload),
        ("pae-no-lengths", "signed without the lengths", &no_lengths),
        ("pae-length-in-type", "the payload's length moved into the type", &long_type),
        ("pae-short-body", "signed was one byte less", &moved),
        ("pae-leading-zero", "a length that begins with 0", &leading),
        (
            "pae-other-type",
            "signed as a drill, shown as an alert",
            &pae(&Kind::Drill.payload_type(), &payload),
        ),
    ];
    for (name, about, message) in tricks {
        refused(town, name, about, &over(message), "no-valid-signature");
    }
    let drill = Warn { drill: true, ..Warn::new("reused") }.message();
    let mut reused = Envelope::read(&drill.envelope(TWO)).unwrap();
    reused.kind = Kind::Alert;
    town.case("type-reused", "a drill's envelope with the type of an alert")
        .envelope(&reused.to_json())
        .cap(&drill.cap)
        .refused("no-valid-signature");
}

/// The secret scalar of a name.
pub(crate) fn scalar(name: &str) -> Scalar {
    let hash: [u8; 64] = Sha512::digest(secret(name).to_bytes()).into();
    let mut low: [u8; 32] = hash[..32].try_into().unwrap();
    low[0] &= 248;
    low[31] = low[31] & 63 | 64;
    Scalar::from_bytes_mod_order(low)
}

/// k of a signature: SHA-512(R, A, message).
pub(crate) fn challenge(r: &[u8; 32], a: &[u8; 32], message: &[u8]) -> Scalar {
    let hash: [u8; 64] =
        Sha512::new().chain_update(r).chain_update(a).chain_update(message).finalize().into();
    Scalar::from_bytes_mod_order_wide(&hash)
}

fn curves(town: &mut Town) {
    let plain = Warn::new("plain").message();
    let good = Envelope::read(&plain.envelope(&["anna"])).unwrap();
    let message = good.pae();
    let with = |keyid: String, bytes: Vec<u8>| good.clone().with_signature(keyid, bytes).to_json();
    let held = |town: &mut Town, name: &str, about: &str, bytes: &[u8], fault: &str| {
        town.case(name, about).envelope(bytes).cap(&plain.cap).is(json!({
            "verdict": "held",
            "code": "solo-too-long",
            "tone": "none",
        }));
        let envelope = Envelope::read(bytes).unwrap();
        assert!(!fault.is_empty() && envelope.signatures.len() == 2);
    };
    // Under the neutral element S = 0 and R = any [S]B hold for every message.
    let identity = LOW_ORDER.to_vec();
    let lax = [identity.clone(), vec![0; 32]].concat();
    held(
        town,
        "key-of-small-order",
        "a key under which anybody signs",
        &with(key_id(&LOW_ORDER), lax),
        "weak-key",
    );
    let any = vec![0x11; 64];
    held(
        town,
        "key-not-canonical",
        "a key whose y is written as p + 3",
        &with(key_id(&NOT_CANONICAL), any.clone()),
        "weak-key",
    );
    // R = the neutral element, S = k a: holds wherever small orders are let through.
    let (a, boris) = (public("boris"), scalar("boris"));
    let s = challenge(&LOW_ORDER, &a, &message) * boris;
    let small = [identity, s.to_bytes().to_vec()].concat();
    held(
        town,
        "signature-r-of-small-order",
        "R is the neutral element",
        &with(key_id(&a), small),
        "wrong-signature",
    );
    let fine = Envelope::read(&plain.envelope(&["boris"])).unwrap().signatures.remove(0).bytes;
    let malleated = [&fine[..32], &plus_order(&fine[32..])].concat();
    held(
        town,
        "signature-s-plus-order",
        "S + L: the same signature, written otherwise",
        &with(key_id(&a), malleated),
        "wrong-signature",
    );
    held(town, "signature-63-bytes", "cut short", &with(key_id(&a), fine[..63].to_vec()), "malformed");
    held(
        town,
        "signature-of-nobody",
        "a key that no ring names",
        &with("00".repeat(32), fine.clone()),
        "unknown-key",
    );
    let swapped = with(key_id(&public("chie")), fine.clone());
    held(
        town,
        "signature-under-other-name",
        "boris' signature under chie's name",
        &swapped,
        "wrong-signature",
    );
    let es256 = [&[4][..], &[7; 64]].concat();
    held(
        town,
        "signature-webauthn-key",
        "a web authenticator's key",
        &with(key_id(&es256), fine.clone()),
        "webauthn-unsupported",
    );
    let mut envelope = Envelope::read(&plain.envelope(TWO)).unwrap();
    let boris = envelope.signatures.iter_mut().find(|signature| signature.keyid == key_id(&a)).unwrap();
    boris.wa = Some(hinan_trust::envelope::WebAuthn {
        client_data: "e30=".to_owned(),
        authenticator_data: "AA==".to_owned(),
    });
    held(
        town,
        "signature-webauthn-data",
        "a signature with a web authenticator's data",
        &envelope.to_json(),
        "webauthn-unsupported",
    );
}

/// S + L as 32 bytes.
fn plus_order(s: &[u8]) -> [u8; 32] {
    const L: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let mut sum = [0; 32];
    let mut carry = 0_u16;
    for at in 0..32 {
        carry += u16::from(s[at]) + u16::from(L[at]);
        sum[at] = carry.to_le_bytes()[0];
        carry >>= 8;
    }
    sum
}

const ROOTS: &[&str] = &["ruth", "rolf", "rina"];

/// A ring that a later root's keepers sign.
fn ring_6() -> Ring {
    Ring { n: 6, issued: NOW - 50 * DAY, ..ring() }
}

fn roots(town: &mut Town) {
    // Root 2: raul and remi take over from ruth and rolf. Root 3: other keepers.
    let second = Root { root: named_quorum(3, &["rina", "raul", "remi", "rosa"]), ..root_n(2) };
    let third =
        Root { keepers: named_quorum(2, &["kora", "knut", "kurt"]), root: second.root.clone(), ..root_n(3) };
    let root_2 = root_by(&second, &["rina", "raul", "remi"]);
    let root_3 = root_by(&third, &["rina", "remi", "rosa"]);
    let ring_3 = ring_by(&ring_6(), &["kora", "knut"]);
    let walk = |town: &mut Town,
                name: &str,
                about: &str,
                roots: &[(&str, Vec<u8>)],
                rings: &[(&str, Vec<u8>)],
                expect: Value| {
        town.case(name, about).list("roots", roots).rings(rings).is(expect);
    };
    let both = [("root-2", root_2.clone()), ("root-3", root_3.clone())];
    let under_3 = [("ring-of-root-3", ring_3.clone())];
    walk(
        town,
        "roots-walked",
        "root by root, then the ring under the last",
        &both,
        &under_3,
        json!({ "root": 3, "ring": { "epoch": 1, "n": 6 } }),
    );
    let turned = [both[1].clone(), both[0].clone()];
    walk(
        town,
        "roots-in-any-order",
        "the order in which roots come does not matter",
        &turned,
        &under_3,
        json!({ "root": 3, "ring": { "epoch": 1, "n": 6 } }),
    );
    let own_ring = [("ring", ring_by(&ring(), &["kim", "kai"]))];
    walk(
        town,
        "roots-gap",
        "root 2 is missing: the last good stays",
        &both[1..],
        &own_ring,
        json!({ "root": 1, "ring": { "epoch": 1, "n": 5 }, "not_taken": ["root 0: root-gap"] }),
    );
    walk(
        town,
        "roots-keepers-gone",
        "a ring by keepers that the newest root no longer names: the last root under which it holds",
        &both,
        &own_ring,
        json!({ "root": 2, "ring": { "epoch": 1, "n": 5 }, "not_taken": ["root 1: ring-missing"] }),
    );
    town.case(
        "roots-without-their-ring",
        "the last root has no ring yet: the one before it, under which the old ring holds",
    )
    .list("later_roots", &both)
    .is(json!({ "root": 2, "ring": { "epoch": 1, "n": 5 }, "not_taken": ["root 1: ring-missing"] }));
    town.case("roots-no-ring-at-all", "no ring under any root: the first stays, with all that is known")
        .rings(&[])
        .list("later_roots", &both)
        .is(json!({ "root": 1, "not_taken": ["root 0: ring-missing", "root 1: ring-missing"] }));
    town.case("roots-long-offline", "an alert under root 3, to a receiver that knew root 1")
        .list("later_roots", &both)
        .list("later_rings", &under_3)
        .message(&Warn::new("plain").message(), TWO)
        .is(json!({ "root": 3, "verdict": "believed", "tone": "alarm" }));
    let other = root_by(&Root { expires: NOW + DAY, ..second.clone() }, &["rina", "raul", "remi"]);
    walk(
        town,
        "roots-fork",
        "two roots of one number: the one with the smaller name is walked, the other told",
        &[("root-2", root_2.clone()), ("root-2-other", other)],
        &own_ring,
        json!({ "root": 2, "ring": { "epoch": 1, "n": 5 } }),
    );
    let refused = |town: &mut Town, name: &str, about: &str, root: &Root, by: &[&str], code: &str| {
        let document = format!("{name}.root");
        let told = format!("root 0: {code}");
        let roots = [(document.as_str(), root_by(root, by))];
        town.case(name, about).list("roots", &roots).is(json!({ "root": 1, "not_taken": [told] }));
    };
    refused(
        town,
        "roots-by-new-only",
        "signed by the new persons alone",
        &Root { root: named_quorum(2, &["rosa", "rudi"]), ..root_n(2) },
        &["rosa", "rudi"],
        "root-threshold-before",
    );
    refused(
        town,
        "roots-by-old-only",
        "signed by the old persons alone",
        &Root { root: named_quorum(2, &["rosa", "rudi"]), ..root_n(2) },
        ROOTS,
        "root-threshold-own",
    );
    refused(
        town,
        "roots-one-person-two-keys",
        "two persons, one of them twice",
        &root_n(2),
        &["ruth", "ruth-2", "rolf"],
        "root-threshold-before",
    );
    let page = Root { root: named_quorum(2, &["page-rosa", "page-rudi"]), ..root_n(2) };
    refused(
        town,
        "roots-no-standalone",
        "no standalone signer among the new",
        &page,
        &["ruth", "rolf", "rina", "page-rosa", "page-rudi"],
        "standalone-missing",
    );
    refused(
        town,
        "roots-world-changed",
        "a live root becomes a lab's",
        &Root { world: WorldName::Lab, ..root_n(2) },
        ROOTS,
        "root-world",
    );
    refused(
        town,
        "roots-other-scope",
        "another town's second root by the same persons",
        &Root { scope: Some(Digest::of(b"x")), ..root_n(2) },
        ROOTS,
        "other-scope",
    );
    town.case("roots-first-not-pinned", "a first root that is not the one on the poster")
        .list("roots", &[])
        .set("scope", Digest::of(b"poster").to_string())
        .is(json!({ "first_root": "root-not-pinned" }));
    let weak = root_by(&root_v1(), &["ruth", "rolf"]);
    town.document("root-1-by-two", &weak);
    town.case("roots-first-too-few", "the first root by two of three")
        .set("first", "root-1-by-two")
        .is(json!({ "first_root": "root-threshold-own" }));
    town.case("roots-first-is-ring", "a ring in the place of the first root")
        .set("first", "ring")
        .is(json!({ "first_root": "unexpected-type" }));
    let expired = Root { expires: NOW - 40 * DAY, ..root_n(2) };
    town.case("roots-last-expired", "the last root ran out 40 days ago: the ring counts as that old")
        .list("roots", &[("root-2-expired", root_by(&expired, ROOTS))])
        .message(&Warn::new("plain").message(), TWO)
        .is(json!({ "root": 2, "verdict": "believed", "tone": "alarm", "notes": ["ring-expired"] }));
    let old = Root { expires: NOW - 150 * DAY, ..root_n(2) };
    let new = Root { ..root_n(3) };
    town.case("roots-only-last-expiry-counts", "a root on the way ran out long ago, the last did not")
        .list("roots", &[("root-2-old", root_by(&old, ROOTS)), ("root-3-new", root_by(&new, ROOTS))])
        .message(&Warn::new("plain").message(), TWO)
        .is(json!({ "root": 3, "verdict": "believed", "tone": "alarm" }));
    town.case("roots-as-alert", "a root where an alert is awaited")
        .envelope(&root_2)
        .refused("unexpected-type");
}

fn named_quorum(threshold: u64, names: &[&str]) -> Quorum {
    let key = |name: &&str| hinan_trust::statement::QuorumKey {
        person: name.trim_start_matches("page-").to_owned(),
        public: hinan_trust::Hex(public(name)),
        standalone: !name.starts_with("page-"),
    };
    Quorum { threshold, keys: names.iter().map(key).collect() }
}

fn rings(town: &mut Town) {
    let plain = Warn::new("plain").message();
    town.case("no-ring", "a receiver that has only a root")
        .rings(&[])
        .message(&plain, TWO)
        .refused("no-ring");
    let refused = |town: &mut Town, name: &str, about: &str, bytes: Vec<u8>, code: &str| {
        let (document, told) = (format!("{name}.ring"), format!("ring 0: {code}"));
        town.case(name, about)
            .rings(&[(document.as_str(), bytes)])
            .is(json!({ "root": 1, "not_taken": [told] }));
    };
    refused(town, "ring-by-one-keeper", "one of two", ring_by(&ring(), &["kim"]), "ring-threshold");
    refused(
        town,
        "ring-by-one-keeper-twice",
        "one keeper with two keys",
        ring_by(&ring(), &["kim", "kim-2"]),
        "ring-threshold",
    );
    refused(town, "ring-by-officers", "officers make no ring", ring_by(&ring(), TWO), "ring-threshold");
    refused(
        town,
        "ring-no-standalone",
        "two keepers in pages",
        ring_by(&ring(), &["page-lee", "page-lou"]),
        "standalone-missing",
    );
    refused(
        town,
        "ring-too-long",
        "a ring for 401 days",
        ring_by(&Ring { expires: ring().issued + 401 * DAY, ..ring() }, &["kim", "kai"]),
        "ring-too-long",
    );
    refused(
        town,
        "ring-other-scope",
        "another town's ring by the same keepers",
        ring_by(&Ring { scope: Digest::of(b"x"), ..ring() }, &["kim", "kai"]),
        "other-scope",
    );
    let mut alone = ring();
    alone.thresholds.alert = 1;
    refused(
        town,
        "ring-one-person-suffices",
        "a live ring in which one person is enough",
        ring_by(&alone, &["kim", "kai"]),
        "bad-statement",
    );
    let mut shared = ring();
    let twice = hinan_trust::statement::RingKey { holder: "chie".to_owned(), ..shared.keys[0].clone() };
    shared.keys.push(twice);
    // No drafter here writes it: one key in two persons' names.
    let payload = serde_json::to_vec(&shared).unwrap();
    refused(
        town,
        "ring-one-key-two-persons",
        "anna's key is chie's as well",
        signed(Kind::Ring, payload, &["kim", "kai"]).to_json(),
        "bad-statement",
    );
    refused(
        town,
        "ring-is-alert",
        "an alert where a ring is awaited",
        plain.envelope(TWO),
        "unexpected-type",
    );
    town.case("ring-large", "a ring may be larger than an alert")
        .rings(&[("ring-large", large_ring())])
        .message(&plain, TWO)
        .sounds();
    let older = Ring { n: 4, ..ring() };
    town.case("ring-rolled-back", "an older ring does not replace a newer one")
        .list("later_rings", &[("ring-4", ring_by(&older, &["kim", "kai"]))])
        .is(json!({ "ring": { "epoch": 1, "n": 5 }, "not_taken": ["ring 0: ring-rolled-back"] }));
    let runaway = ring_by(&Ring { n: 9_007_199_254_740_991, ..ring() }, &["kim", "kai"]);
    let healed = ring_by(&Ring { epoch: 2, n: 1, ..ring() }, &["kora", "kai"]);
    town.case("ring-fast-forward", "a counter that ran away")
        .rings(&[("ring-runaway", runaway.clone())])
        .list("later_rings", &[("ring-6", ring_by(&ring_6(), &["kim", "kai"]))])
        .is(json!({ "ring": { "epoch": 1, "n": 9_007_199_254_740_991_u64 }, "not_taken": ["ring 0: ring-rolled-back"] }));
    town.case("ring-fast-forward-healed", "a new epoch heals it")
        .rings(&[("ring-runaway", runaway)])
        .list("later_rings", &[("ring-epoch-2", healed)])
        .is(json!({ "ring": { "epoch": 2, "n": 1 } }));
    let twin = ring_by(&Ring { expires: ring().expires - DAY, ..ring() }, &["kora", "kai"]);
    town.case("ring-twins", "two rings of one number: every receiver goes by the one with the smaller name")
        .list("later_rings", &[("ring-twin", twin)])
        .is(json!({ "ring": { "epoch": 1, "n": 5 } }));
    ring_ages(town, &plain);
}

fn large_ring() -> Vec<u8> {
    let mut ring = ring();
    ring.persons.extend(
        (0..2_000).map(|at| hinan_trust::statement::Person { id: format!("somebody-{at:06}"), name: None }),
    );
    let bytes = ring_by(&ring, &["kim", "kai"]);
    assert!(bytes.len() > 64 * 1024);
    bytes
}

/// A ring that ran out some days ago.
pub(crate) fn aged(days: i64) -> Vec<u8> {
    ring_by(&Ring { issued: NOW - (days + 300) * DAY, expires: NOW - days * DAY, ..ring() }, &["kim", "kai"])
}

fn ring_ages(town: &mut Town, plain: &Message) {
    let by_one = armed_alert("age-armed", NOW - 60);
    let with = |town: &mut Town,
                name: &str,
                about: &str,
                days: i64,
                message: &Message,
                by: &[&str],
                expect: Value| {
        let document = format!("ring-out-{days}");
        town.case(name, about)
            .rings(&[(document.as_str(), aged(days))])
            .after_statement("night-order", &Statement::Arming(arming()), TWO)
            .message(message, by)
            .is(expect);
    };
    let note = json!(["ring-expired"]);
    let full = json!({ "verdict": "believed", "standing": "full", "tone": "alarm", "notes": note });
    with(town, "ring-out-10-days-two", "ten days past: normal, with a note", 10, plain, TWO, full.clone());
    let armed = json!({ "verdict": "believed", "standing": "armed", "tone": "alarm", "notes": note });
    with(
        town,
        "ring-out-30-days-armed",
        "thirty days past: one person still counts",
        30,
        &by_one,
        &["anna"],
        armed,
    );
    with(
        town,
        "ring-out-200-days-two",
        "two hundred days past: two persons count",
        200,
        plain,
        TWO,
        full.clone(),
    );
    let unconfirmed = |code: &str| json!({ "verdict": "held", "code": code, "standing": "unconfirmed", "shown": "unconfirmed", "tone": "none" });
    with(
        town,
        "ring-out-31-days-armed",
        "thirty-one days past: one person does not",
        31,
        &by_one,
        &["anna"],
        unconfirmed("ring-too-old-for-one"),
    );
    with(town, "ring-out-400-days-two", "four hundred days past: two persons count", 400, plain, TWO, full);
    with(
        town,
        "ring-out-401-days-two",
        "longer: hearsay, in words and without a tone",
        401,
        plain,
        TWO,
        unconfirmed("ring-too-old"),
    );
}

fn rights(town: &mut Town) {
    let plain = Warn::new("plain").message();
    town.case("right-type", "who may sign drills may not sign alerts")
        .message(&plain, &["dora"])
        .refused("type-not-granted");
    town.case("right-type-one-of-two", "one officer, and one who may sign drills only")
        .message(&Warn { life: 600, ..Warn::new("right-type-one-of-two") }.message(), &["anna", "dora"])
        .believed("solo", "warning", "alarm");
    let south = Warn { zones: vec!["z-south"], ..Warn::new("south") }.message();
    town.case("right-zone", "officers of the north, about the south")
        .message(&south, &["nami", "nobu"])
        .refused("outside-rights");
    town.case("right-zone-own", "officers of the north, about the north")
        .message(&plain, &["nami", "nobu"])
        .sounds();
    let both = Warn { zones: vec!["z-north", "z-south"], ..Warn::new("both-zones") }.message();
    town.case("right-zone-beyond", "officers of the north, about north and south")
        .message(&both, &["nami", "nobu"])
        .refused("outside-rights");
    let all = Warn { zones: vec!["*"], ..Warn::new("all-zones") }.message();
    town.case("right-zone-star", "all zones take the right to all")
        .message(&all, &["nami", "nobu"])
        .refused("outside-rights");
    town.case("right-zone-star-granted", "and have it").message(&all, TWO).sounds();
    let drawn = Warn { zones: vec![], ..Warn::new("drawn") }.message();
    town.case("right-drawn", "ground that no zone names takes the right to all")
        .message(&drawn, &["nami", "nobu"])
        .refused("outside-rights");
    town.case("right-drawn-granted", "and have it").message(&drawn, TWO).sounds();
    let smuggled = Warn::new("smuggled").message().with_cap(|cap| cap.polygon = true);
    town.case("right-drawn-beside-zone", "a polygon beside the zone, by officers of the zone")
        .message(&smuggled, &["nami", "nobu"])
        .refused("cap-area");
    town.case("right-drawn-beside-zone-granted", "the same by officers of all zones")
        .message(&smuggled, TWO)
        .sounds();
}

fn persons(town: &mut Town) {
    let plain = Warn::new("plain").message();
    town.case("persons-one", "one officer, an alert of an hour")
        .message(&plain, &["anna"])
        .held("solo-too-long");
    town.case("persons-one-with-two-keys", "one officer with two keys is one person")
        .message(&plain, &["anna", "anna-2"])
        .held("solo-too-long");
    town.case("persons-none-standalone", "two officers, both in pages")
        .message(&plain, &["boris", "eri"])
        .held("standalone-missing");
    town.case("persons-with-feed", "an officer and a feed are one person")
        .message(&plain, &["anna", "feed-1"])
        .held("solo-too-long");
    town.case("persons-late-second", "the second signature comes later, in an envelope of its own")
        .after("plain-by-boris", &plain, &["boris"])
        .message(&plain, &["chie"])
        .sounds();
    town.case("persons-late-second-same-person", "the second signature is by the same person")
        .after("plain-by-anna", &plain, &["anna"])
        .message(&plain, &["anna-2"])
        .held("solo-too-long");
    town.case("persons-clear-one", "one officer gives no all clear")
        .after("plain", &plain, TWO)
        .message(&clear("clear", NOW - 5, &[&plain]), &["anna"])
        .held("second-person-awaited");
    town.case("persons-clear-two", "two do")
        .after("plain", &plain, TWO)
        .message(&clear("clear", NOW - 5, &[&plain]), TWO)
        .believed("full", "cleared", "attention");
    town.case("persons-clear-unseen", "an all clear for what is not known here shows nothing")
        .message(&clear("clear", NOW - 5, &[&plain]), TWO)
        .is(json!({ "verdict": "believed", "shown": "nothing", "tone": "none", "notes": ["target-unseen"] }));
    town.case("persons-clear-feed", "a feed gives no all clear")
        .after("plain", &plain, TWO)
        .message(&clear("clear", NOW - 5, &[&plain]), &["feed-1"])
        .refused("type-not-granted");
    let drill = Warn { drill: true, ..Warn::new("drill") }.message();
    town.case("persons-drill-one", "a drill takes two as well")
        .message(&drill, &["anna"])
        .held("second-person-awaited");
    let quiet = ring_by(&Ring { solo: Solo::default(), ..ring() }, &["kim", "kai"]);
    town.case("persons-no-solo", "a ring that lets nobody act alone")
        .rings(&[("ring-without-solo", quiet)])
        .message(&Warn { life: 600, ..Warn::new("short") }.message(), &["anna"])
        .held("second-person-awaited");
    let mut three = ring();
    three.thresholds.alert = 3;
    town.case("persons-three", "a ring that asks for three")
        .rings(&[("ring-of-three", ring_by(&three, &["kim", "kai"]))])
        .message(&plain, TWO)
        .held("solo-too-long");
}

pub(crate) fn armed_alert(label: &'static str, issued: i64) -> Message {
    armed_warn(label, issued).message()
}

pub(crate) fn order() -> Digest {
    Digest::of(&Statement::Arming(arming()).payload_bytes().unwrap())
}

pub(crate) fn armed_warn(label: &'static str, issued: i64) -> Warn {
    Warn { issued, life: 900, arming: Some(order()), ..Warn::new(label) }
}

fn armed(town: &mut Town) {
    let order_itself = Statement::Arming(arming());
    town.case("arming", "an order by two").statement(&order_itself, TWO).document_holds();
    town.case("arming-by-one", "an order by one")
        .statement(&order_itself, &["anna"])
        .is(json!({ "verdict": "held", "code": "second-person-awaited" }));
    let long = Arming { until: NOW + 12 * HOUR, ..arming() };
    town.case("arming-13-hours", "thirteen hours for a person")
        .statement(&Statement::Arming(long.clone()), TWO)
        .refused("arming-too-long");
    let feed = Arming { who: vec!["feed-1".to_owned()], until: NOW + 30 * DAY, ..arming() };
    town.case("arming-30-days-feed", "thirty days for a feed")
        .statement(&Statement::Arming(feed.clone()), TWO)
        .document_holds();
    let star = serde_json::to_string(&arming()).unwrap().replace("z-north", "*");
    town.case("arming-wildcard", "an order for all zones")
        .envelope(&raw(Kind::Arming, &star))
        .refused("bad-statement");
    let case = |town: &mut Town, name: &str, about: &str, warn: Warn, by: &[&str], code: Option<&str>| {
        let case = town.case(name, about).after_statement("night-order", &Statement::Arming(arming()), TWO);
        let case = case.message(&warn.message(), by);
        match code {
            Some(code) => case.held(code),
            None => case.believed("armed", "warning", "alarm"),
        }
    };
    let warn = |label| armed_warn(label, NOW - 20);
    case(town, "armed-officer", "the duty officer alone", warn("armed-officer"), &["anna"], None);
    case(town, "armed-feed", "a feed alone", warn("armed-feed"), &["feed-1"], None);
    case(
        town,
        "armed-other-officer",
        "an officer whom the order does not name",
        warn("armed-other"),
        &["chie"],
        Some("armed-by-other"),
    );
    case(
        town,
        "armed-other-feed",
        "a feed that the order does not name",
        warn("armed-other-feed"),
        &["feed-2"],
        Some("armed-by-other"),
    );
    case(
        town,
        "armed-zone",
        "a zone that the order does not name",
        Warn { zones: vec!["z-south"], ..warn("armed-zone") },
        &["anna"],
        Some("armed-outside-zones"),
    );
    case(
        town,
        "armed-before-hours",
        "before the order begins",
        Warn { issued: NOW - HOUR - 1, life: 900, ..warn("armed-hour") },
        &["anna"],
        Some("armed-outside-hours"),
    );
    case(
        town,
        "armed-stage",
        "a stage that the order does not name",
        Warn { stage: Stage::Prepare, ..warn("armed-stage") },
        &["anna"],
        Some("armed-other-stage"),
    );
    case(
        town,
        "armed-hazard",
        "a hazard that the order does not name",
        Warn { hazard: Hazard::Flood, ..warn("armed-hazard") },
        &["anna"],
        Some("armed-other-hazard"),
    );
    case(
        town,
        "armed-template",
        "a template that the order does not name",
        Warn { template: "other", ..warn("armed-template") },
        &["anna"],
        Some("armed-other-template"),
    );
    case(
        town,
        "armed-life",
        "fifteen minutes and a second",
        Warn { life: 901, ..warn("armed-life") },
        &["anna"],
        Some("armed-too-long"),
    );
    town.case("armed-two-persons", "out of the order's zones, and two persons: it needs no order")
        .after_statement("night-order", &Statement::Arming(arming()), TWO)
        .message(&Warn { zones: vec!["z-south"], ..warn("armed-zone") }.message(), TWO)
        .sounds();
    town.case("armed-falls-to-solo", "outside of the order, and short enough for one officer alone")
        .after_statement("night-order", &Statement::Arming(arming()), TWO)
        .message(&Warn { zones: vec!["z-south"], life: 600, ..warn("armed-solo") }.message(), &["anna"])
        .believed("solo", "warning", "alarm");
    town.case("armed-order-unseen", "the order has not come")
        .message(&armed_alert("armed-officer", NOW - 20), &["anna"])
        .held("arming-unseen");
    town.case("armed-order-by-one", "the order is signed by one")
        .after_statement("night-order-by-one", &Statement::Arming(arming()), &["chie"])
        .message(&armed_alert("armed-officer", NOW - 20), &["anna"])
        .held("arming-not-valid");
    let long_order = Digest::of(&Statement::Arming(long.clone()).payload_bytes().unwrap());
    town.case("armed-order-13-hours", "an order for thirteen hours that names persons arms nobody")
        .after_statement("long-order", &Statement::Arming(long), TWO)
        .message(&Warn { arming: Some(long_order), ..warn("armed-13") }.message(), &["anna"])
        .held("arming-not-valid");
    let called = void("void", NOW - 30, order());
    town.case("armed-void", "one person called the order back before: told in words, without a tone")
        .after_statement("night-order", &Statement::Arming(arming()), TWO)
        .after_statement("night-order-void", &called, &["chie"])
        .message(&armed_alert("armed-officer", NOW - 20), &["anna"])
        .is(json!({
            "verdict": "held", "code": "arming-void", "standing": "unconfirmed", "shown": "unconfirmed", "tone": "none",
        }));
    town.case("armed-void-later", "one person called the order back after: the alert stays")
        .after_statement("night-order", &Statement::Arming(arming()), TWO)
        .after_statement("night-order-void", &called, &["chie"])
        .message(&armed_alert("armed-early", NOW - 40), &["anna"])
        .believed("armed", "warning", "alarm");
    town.case("arming-voided", "the call itself")
        .after_statement("night-order", &Statement::Arming(arming()), TWO)
        .statement(&called, &["chie"])
        .document_holds();
    let drawn = warn("armed-drawn").message().with_cap(|cap| cap.polygon = true);
    town.case("armed-polygon", "an order reaches no ground that it does not name")
        .after_statement("night-order", &Statement::Arming(arming()), TWO)
        .message(&drawn, &["anna"])
        .held("cap-area");
    armed_updates(town);
}

fn armed_updates(town: &mut Town) {
    let first = armed_warn("armed-first", NOW - 800);
    let before = first.message();
    let update = |label, stage| {
        Warn { stage, replaces: vec![before.clone()], ..armed_warn(label, NOW - 20) }.message()
    };
    let with = |town: &mut Town,
                name: &str,
                about: &str,
                earlier: (&Message, &[&str]),
                message: &Message,
                by: &[&str],
                expect: Value| {
        town.case(name, about)
            .after_statement("night-order", &Statement::Arming(arming()), TWO)
            .after(&format!("{name}-before"), earlier.0, earlier.1)
            .message(message, by)
            .is(expect);
    };
    let held = |code: &str| json!({ "verdict": "held", "code": code });
    let armed = |shown: &str, tone: &str| json!({ "verdict": "believed", "standing": "armed", "shown": shown, "tone": tone });
    let of_anna: (&Message, &[&str]) = (&before, &["anna"]);
    with(
        town,
        "armed-renewed",
        "renewed after a quarter of an hour",
        of_anna,
        &update("armed-renewed", Stage::TakeCover),
        &["anna"],
        armed("warning", "alarm"),
    );
    with(
        town,
        "armed-lowered",
        "one person lowers no stage",
        of_anna,
        &update("armed-lowered", Stage::Expect),
        &["anna"],
        held("lowering-needs-two"),
    );
    let wide = Warn { zones: vec!["z-north", "z-south"], ..Warn::new("wide") }.message();
    let narrow = Warn { replaces: vec![wide.clone()], ..armed_warn("armed-narrow", NOW - 5) }.message();
    with(
        town,
        "armed-shrunk",
        "one person shrinks no area",
        (&wide, TWO),
        &narrow,
        &["anna"],
        held("lowering-needs-two"),
    );
    let own = cancel("armed-cancel", NOW - 5, WorldName::Live, &[&before]);
    with(
        town,
        "armed-withdrawn",
        "one's own armed alert, put on hold",
        of_anna,
        &own,
        &["anna"],
        armed("hold", "attention"),
    );
    let by_feed: (&Message, &[&str]) = (&before, &["feed-1"]);
    with(
        town,
        "armed-withdrawn-feed",
        "a feed's own, put on hold",
        by_feed,
        &own,
        &["feed-1"],
        armed("hold", "attention"),
    );
    with(
        town,
        "armed-withdrawn-other",
        "another's, after the minutes for that",
        of_anna,
        &own,
        &["chie"],
        held("solo-too-late"),
    );
    with(
        town,
        "armed-withdrawn-other-feed",
        "a feed withdraws no other feed's",
        by_feed,
        &own,
        &["feed-2"],
        held("second-person-awaited"),
    );
    with(
        town,
        "armed-withdrawn-two",
        "what two have signed is not one's own any more",
        (&before, TWO),
        &own,
        &["anna"],
        held("solo-too-late"),
    );
}

fn solo(town: &mut Town) {
    let alone = Warn { life: 600, ..Warn::new("solo") }.message();
    town.case("solo-alert", "one officer, ten minutes").message(&alone, &["anna"]).is(json!({
        "verdict": "believed", "standing": "solo", "shown": "warning", "tone": "alarm", "notes": ["second-officer-awaited"],
    }));
    town.case("solo-alert-601", "ten minutes and a second")
        .message(&Warn { life: 601, ..Warn::new("solo-601") }.message(), &["anna"])
        .held("solo-too-long");
    let first = Warn { life: 600, issued: NOW - 500, ..Warn::new("solo-first") }.message();
    let again = Warn { life: 600, issued: NOW - 20, ..Warn::new("solo-again") }.message();
    town.case("solo-renewed", "the same officer again before it ran out")
        .after("solo-first", &first, &["anna"])
        .message(&again, &["anna-2"])
        .held("solo-renewed");
    town.case("solo-other-person", "another officer may go on")
        .after("solo-first", &first, &["anna"])
        .message(&again, &["boris"])
        .believed("solo", "warning", "alarm");
    let elsewhere =
        Warn { zones: vec!["z-south"], life: 600, issued: NOW - 20, ..Warn::new("solo-south") }.message();
    town.case("solo-other-zone", "the same officer, another zone")
        .after("solo-first", &first, &["anna"])
        .message(&elsewhere, &["anna"])
        .believed("solo", "warning", "alarm");
    let long_ago = Warn { life: 600, issued: NOW - 700, ..Warn::new("solo-long-ago") }.message();
    town.case("solo-after-lapse", "the same officer after it ran out: another alert, not a renewal")
        .after("solo-long-ago", &long_ago, &["anna"])
        .message(&again, &["anna"])
        .believed("solo", "warning", "alarm");
    town.case("solo-completed", "a second signature makes it whole")
        .after("solo", &alone, &["anna"])
        .message(&alone, &["boris"])
        .sounds();
    let raised = Warn { issued: NOW - 181, ..Warn::new("raised") }.message();
    let at = |label, issued| cancel(label, issued, WorldName::Live, &[&raised]);
    town.case("solo-cancel", "one officer within three minutes: hold, not over")
        .after("raised", &raised, TWO)
        .message(&at("cancel-180", NOW - 1), &["chie"])
        .believed("solo", "hold", "attention");
    town.case("solo-cancel-late", "a second later: it waits for the second officer")
        .after("raised", &raised, TWO)
        .message(&at("cancel-181", NOW), &["chie"])
        .held("solo-too-late");
    town.case("solo-cancel-unseen", "one officer cancels nothing that is not known here")
        .message(&at("cancel-180", NOW - 1), &["chie"])
        .held("solo-target-unseen");
    town.case("solo-cancel-final", "the second signature makes it final")
        .after("raised", &raised, TWO)
        .after("cancel-180-by-chie", &at("cancel-180", NOW - 1), &["chie"])
        .message(&at("cancel-180", NOW - 1), &["boris"])
        .believed("full", "cancelled", "attention");
    town.case("solo-cancel-does-not-block", "an alert whose cancel by one came before it")
        .after("cancel-180-by-chie", &at("cancel-180", NOW - 1), &["chie"])
        .message(&raised, TWO)
        .sounds();
}

fn revoked(town: &mut Town) {
    let plain = Warn::new("plain").message();
    town.case("key-compromised", "two signatures, one by a key that was found to be compromised").message(&plain, &["anna", "goro"]).is(json!({
        "verdict": "held", "code": "compromised-key", "standing": "unconfirmed", "shown": "unconfirmed", "tone": "none",
    }));
    town.case("key-compromised-third", "three signatures, two of them good")
        .message(&plain, &["anna", "boris", "goro"])
        .sounds();
    town.case("key-compromised-alone", "a compromised key alone")
        .message(&plain, &["goro"])
        .refused("no-valid-signature");
    town.case("key-retired-after", "issued after the key was retired")
        .message(&plain, &["anna", "fumi"])
        .held("solo-too-long");
    let before = Warn { issued: NOW - HOUR - 1, life: 2 * HOUR, ..Warn::new("before-retirement") }.message();
    town.case("key-retired-before", "issued before the key was retired")
        .message(&before, &["anna", "fumi"])
        .sounds();
    let then = Warn { issued: NOW - HOUR, life: 2 * HOUR, ..Warn::new("at-retirement") }.message();
    town.case("key-retired-at", "issued in the very second")
        .message(&then, &["anna", "fumi"])
        .held("solo-too-long");
    town.case("key-retired-alone", "a retired key alone")
        .message(&plain, &["fumi"])
        .refused("no-valid-signature");
    let cancelled = cancel("cancel-compromised", NOW - 5, WorldName::Live, &[&plain]);
    town.case("key-compromised-cancel", "a cancel that lost a signature ends nothing")
        .after("plain", &plain, TWO)
        .message(&cancelled, &["chie", "goro"])
        .is(json!({ "verdict": "believed", "standing": "solo", "shown": "hold" }));
    town.case("key-compromised-clear", "an all clear that lost a signature ends nothing")
        .after("plain", &plain, TWO)
        .message(&clear("clear-compromised", NOW - 5, &[&plain]), &["chie", "goro"])
        .is(json!({ "verdict": "held", "code": "compromised-key", "standing": "unconfirmed", "shown": "nothing", "tone": "none" }));
}

fn shelters(town: &mut Town) {
    use ShelterState::{Closed, Hit, Locked, Mined, Open};
    let close =
        |label: &str, shelters: &[(&str, ShelterState)]| Statement::Danger(danger(label, 3, shelters));
    let own = close("danger-own", &[("s1", Closed)]);
    town.case("danger-warden-own", "a warden closes their own shelter")
        .statement(&own, &["wanda"])
        .document_holds();
    town.case("danger-warden-other", "and no other")
        .statement(&close("danger-s2", &[("s2", Hit)]), &["wanda"])
        .refused("outside-rights");
    town.case("danger-officer", "an officer closes any shelter")
        .statement(&close("danger-s2", &[("s2", Hit)]), &["boris"])
        .document_holds();
    let two = close("danger-two", &[("s1", Hit), ("s2", Mined)]);
    let zones = |count: usize| -> Value {
        let zones: Map<_, _> = (1..=count).map(|at| (format!("s{at}"), json!("z-north"))).collect();
        zones.into()
    };
    town.case("danger-two-of-40", "two of forty: a twentieth")
        .set("shelter_zones", zones(40))
        .statement(&two, &["boris"])
        .document_holds();
    town.case("danger-two-of-39", "two of thirty-nine: more")
        .set("shelter_zones", zones(39))
        .statement(&two, &["boris"])
        .is(json!({ "verdict": "held", "code": "second-person-awaited" }));
    town.case("danger-two-by-two", "the same by two officers")
        .set("shelter_zones", zones(39))
        .statement(&two, TWO)
        .document_holds();
    town.case("danger-one-of-3", "one shelter may always be closed by one")
        .set("shelter_zones", zones(3))
        .statement(&own, &["boris"])
        .document_holds();
    town.case("danger-zones-unknown", "two shelters, and nobody knows of how many")
        .statement(&two, &["boris"])
        .is(json!({ "verdict": "held", "code": "second-person-awaited" }));
    let open = close("danger-open", &[("s1", Open)]);
    town.case("danger-reopened-by-one", "one person opens nothing again")
        .statement(&open, &["anna"])
        .is(json!({ "verdict": "held", "code": "second-person-awaited" }));
    town.case("danger-reopened-by-two", "two do").statement(&open, TWO).document_holds();
    let seen = |kind: &str, epoch: u64, n: u64| json!([{ "kind": kind, "epoch": epoch, "n": n }]);
    town.case("danger-rolled-back", "an older list")
        .set("seen", seen("danger", 1, 4))
        .statement(&own, &["boris"])
        .refused("rolled-back");
    town.case("danger-same-number", "the list that is known")
        .set("seen", seen("danger", 1, 3))
        .statement(&own, &["boris"])
        .document_holds();
    let locked = |label: &str, issued: i64| Statement::Status(status(label, issued, &[("s1", Locked)]));
    town.case("status-warden", "a warden finds the door locked")
        .statement(&locked("status", NOW - 60), &["wanda"])
        .document_holds();
    town.case("status-12-hours", "twelve hours old")
        .statement(&locked("status-12", NOW - 12 * HOUR), &["wanda"])
        .document_holds();
    town.case("status-lapsed", "a second more")
        .statement(&locked("status-13", NOW - 12 * HOUR - 1), &["wanda"])
        .refused("stale");
    let hit = Statement::Status(status("status-hit", NOW - 60, &[("s1", Hit)]));
    let payload = match &hit {
        Statement::Status(status) => serde_json::to_string(status).unwrap(),
        _ => unreachable!("it is a status"),
    };
    town.case("status-hit", "that a shelter is hit belongs on the danger list")
        .envelope(&raw(Kind::Status, &payload))
        .refused("bad-statement");
}

fn deliveries(town: &mut Town) {
    let small = |label: &str, epoch, n| Statement::Pack(pack(label, epoch, n, 2));
    let by: &[&str] = &["builder", "rei"];
    town.case("pack", "a machine and a person who read the difference")
        .statement(&small("pack", 1, 9), by)
        .document_holds();
    town.case("pack-no-builder", "two persons and no machine")
        .statement(&small("pack", 1, 9), &["rei", "ren"])
        .is(json!({ "verdict": "held", "code": "builder-missing" }));
    town.case("pack-no-reviewer", "a machine alone")
        .statement(&small("pack", 1, 9), &["builder"])
        .is(json!({ "verdict": "held", "code": "reviewer-missing" }));
    let large = Statement::Pack(pack("pack-large", 1, 9, 3));
    town.case("pack-3-percent", "three of a hundred shelters change")
        .statement(&large, by)
        .is(json!({ "verdict": "held", "code": "reviewer-missing" }));
    town.case("pack-3-percent-two", "read by two")
        .statement(&large, &["builder", "rei", "ren"])
        .document_holds();
    town.case("pack-by-officers", "officers publish no packs")
        .statement(&small("pack", 1, 9), TWO)
        .refused("type-not-granted");
    let seen = |epoch: u64, n: u64| json!([{ "kind": "pack", "name": "town", "epoch": epoch, "n": n }]);
    town.case("pack-rolled-back", "an older pack")
        .set("seen", seen(1, 10))
        .statement(&small("pack", 1, 9), by)
        .refused("rolled-back");
    town.case("pack-other-name", "another town's number is no matter")
        .set("seen", json!([{ "kind": "pack", "name": "other", "epoch": 1, "n": 10 }]))
        .statement(&small("pack", 1, 9), by)
        .document_holds();
    let runaway = 9_007_199_254_740_991_u64;
    town.case("pack-fast-forward", "a counter that ran away")
        .set("seen", seen(1, runaway))
        .statement(&small("pack", 1, 9), by)
        .refused("rolled-back");
    town.case("pack-epoch-ahead", "nobody begins an epoch but the ring")
        .statement(&small("pack-2", 2, 1), by)
        .refused("epoch-ahead");
    let second = ring_by(&Ring { epoch: 2, n: 1, ..ring() }, &["kim", "kai"]);
    town.case("pack-fast-forward-healed", "a ring's new epoch heals the counter")
        .rings(&[("ring-epoch-2-kim", second)])
        .set("seen", seen(1, runaway))
        .statement(&small("pack-2", 2, 1), by)
        .document_holds();
    let app = Statement::App(pack("app", 1, 1, 0));
    town.case("app", "the program, by the same rule").statement(&app, by).document_holds();
    let region = Statement::Region(pack("region", 1, 1, 0));
    town.case("region", "a region, by the same rule").statement(&region, by).document_holds();
    let outside =
        serde_json::to_string(&pack("outside", 1, 9, 0)).unwrap().replace("town/pack.bin", "../pack.bin");
    let envelope = signed(Kind::Pack, outside.into_bytes(), by).to_json();
    town.case("pack-path-outside", "a file that leads outside").envelope(&envelope).refused("bad-statement");
}

fn machines(town: &mut Town) {
    let beat = |label: &str, issued| Statement::Active(active(label, issued));
    town.case("active", "a relay says what is in force")
        .statement(&beat("active", NOW - 60), &["relay-north"])
        .document_holds();
    town.case("active-stale", "a minute and a second ago")
        .statement(&beat("active-old", NOW - 61), &["relay-north"])
        .refused("stale");
    town.case("active-by-person", "a person is no relay")
        .statement(&beat("active", NOW - 60), &["anna"])
        .refused("wrong-holder");
    town.case("active-by-gateway", "a gateway is no relay")
        .statement(&beat("active", NOW - 60), &["gateway"])
        .refused("type-not-granted");
    let plain = Warn::new("plain").message();
    town.case("relay-raises-alert", "a relay raises no alarm")
        .message(&plain, &["relay-north", "relay-south"])
        .refused("type-not-granted");
    town.case("relay-cancels", "and cancels none")
        .after("plain", &plain, TWO)
        .message(
            &cancel("relay-cancel", NOW - 5, WorldName::Live, &[&plain]),
            &["relay-north", "relay-south"],
        )
        .refused("type-not-granted");
    let order = |label: &str, tone, message: &Message, by: &[&str]| siren(label, tone, &message.envelope(by));
    let device = json!({ "id": "siren-7", "epoch": 1, "counter": 41 });
    let case = |town: &mut Town,
                name: &str,
                about: &str,
                order: hinan_trust::statement::Siren,
                device: Value,
                expect: Value| {
        let case =
            town.case(name, about).set("device", device).statement(&Statement::Siren(order), &["gateway"]);
        case.is(expect);
    };
    let holds = json!({ "verdict": "believed", "shown": "document" });
    let refused = |code: &str| json!({ "verdict": "refused", "code": code });
    let alarm = || order("siren", SirenTone::Alarm, &plain, TWO);
    case(town, "siren", "an order with the alert that it is for", alarm(), device.clone(), holds.clone());
    case(
        town,
        "siren-other",
        "for another siren",
        alarm(),
        json!({ "id": "siren-8", "epoch": 1, "counter": 0 }),
        refused("siren-other"),
    );
    case(
        town,
        "siren-replayed",
        "a counter that was obeyed already",
        alarm(),
        json!({ "id": "siren-7", "epoch": 1, "counter": 42 }),
        refused("rolled-back"),
    );
    let mut long = alarm();
    long.seconds = 181;
    case(town, "siren-181-seconds", "too long a tone", long, device.clone(), refused("siren-too-long"));
    let mut late = alarm();
    late.issued = NOW - 121;
    case(
        town,
        "siren-121-seconds-old",
        "an order from two minutes ago",
        late,
        device.clone(),
        refused("stale"),
    );
    let one = order("siren-one", SirenTone::Alarm, &plain, &["anna"]);
    case(
        town,
        "siren-alert-by-one",
        "the alert in it waits for a second person",
        one,
        device.clone(),
        refused("siren-inner"),
    );
    let prepare = Warn { stage: Stage::Prepare, template: "prepare", ..Warn::new("prepare") }.message();
    case(
        town,
        "siren-prepare",
        "no siren for a stage before take cover",
        order("siren-prepare", SirenTone::Alarm, &prepare, TWO),
        device.clone(),
        refused("siren-inner"),
    );
    let drill = Warn { drill: true, ..Warn::new("drill") }.message();
    case(
        town,
        "siren-drill-as-alarm",
        "a drill has its own tone",
        order("siren-drill", SirenTone::Alarm, &drill, TWO),
        device.clone(),
        refused("siren-inner"),
    );
    case(
        town,
        "siren-drill",
        "and with it sounds",
        order("siren-drill-tone", SirenTone::Drill, &drill, TWO),
        device.clone(),
        holds,
    );
    town.case("siren-by-relay", "a relay orders no siren")
        .set("device", device)
        .statement(&Statement::Siren(alarm()), &["relay-north"])
        .refused("type-not-granted");
}

fn cap(town: &mut Town) {
    let plain = Warn::new("plain").message();
    town.case("cap-missing", "the message has not come: it waits")
        .envelope(&plain.envelope(TWO))
        .held("cap-missing");
    let mut other = plain.cap.clone();
    let at = other.windows(4).position(|window| window == b"Town").unwrap();
    other[at] = b'D';
    town.case("cap-digest", "a letter of the message is another")
        .envelope(&plain.envelope(TWO))
        .cap(&other)
        .refused("cap-digest");
    let longer = [plain.cap.clone(), b"\n".to_vec()].concat();
    town.case("cap-length", "a line end more")
        .envelope(&plain.envelope(TWO))
        .cap(&longer)
        .refused("cap-length");
    let mut unreadable = plain.clone();
    unreadable.cap = b"<alert>".to_vec();
    let Statement::Alert(alert) = &mut unreadable.statement else { unreachable!("it is an alert") };
    alert.cap = hinan_trust::statement::CapBytes::of(&unreadable.cap);
    town.case("cap-unreadable", "what was signed is no CAP")
        .message(&unreadable, TWO)
        .refused("cap-unreadable");
    let case =
        |town: &mut Town, name: &str, about: &str, code: &str, change: fn(&mut crate::maker::CapDraft)| {
            let message = Warn::new("plain").message().with_cap(change);
            town.case(name, about).message(&message, TWO).refused(code);
        };
    case(town, "cap-status-exercise", "an alert whose message is an exercise", "cap-status", |cap| {
        cap.status = "Exercise"
    });
    case(town, "cap-status-test", "an alert whose message is a test", "cap-status", |cap| {
        cap.status = "Test"
    });
    case(town, "cap-type-update", "a first alert whose message is an update", "cap-message-type", |cap| {
        cap.message = "Update";
        cap.references = vec![("cap-other".to_owned(), NOW - 60)];
    });
    case(town, "cap-sent", "sent a second later", "cap-sent", |cap| cap.sent += 1);
    case(town, "cap-expires", "lapses a second later", "cap-expires", |cap| {
        cap.expires = vec![Some(NOW - 10 + HOUR + 1)]
    });
    case(town, "cap-expires-one-block", "one of two blocks lapses later", "cap-expires", |cap| {
        cap.expires = vec![Some(NOW - 10 + HOUR), Some(NOW - 10 + 2 * HOUR)];
    });
    case(town, "cap-expires-none", "it does not say when it lapses", "cap-expires", |cap| {
        cap.expires = vec![None]
    });
    case(town, "cap-response", "an alert whose message gives the all clear", "cap-response", |cap| {
        cap.response = "AllClear"
    });
    case(town, "cap-zones", "another zone", "cap-area", |cap| cap.zones = vec!["z-south".to_owned()]);
    case(town, "cap-zones-more", "a zone more", "cap-area", |cap| cap.zones.push("z-south".to_owned()));
    let drill = Warn { drill: true, ..Warn::new("drill") }.message().with_cap(|cap| cap.status = "Actual");
    town.case("cap-drill-actual", "a drill whose message is real").message(&drill, TWO).refused("cap-status");
    let before = Warn { issued: NOW - 300, ..Warn::new("before") }.message();
    let after = Warn { replaces: vec![before.clone()], ..Warn::new("after") }.message();
    town.case("cap-references", "an update that names what it replaces")
        .after("before", &before, TWO)
        .message(&after, TWO)
        .sounds();
    let wrong = after.clone().with_cap(|cap| cap.references = vec![("cap-x".to_owned(), NOW - 300)]);
    town.case("cap-references-other", "an update whose message names another")
        .after("before", &before, TWO)
        .message(&wrong, TWO)
        .refused("cap-references");
    let more = after.with_cap(|cap| cap.references.push(("cap-x".to_owned(), NOW - 300)));
    town.case("cap-references-more", "an update whose message names one more")
        .after("before", &before, TWO)
        .message(&more, TWO)
        .refused("cap-references");
    let quiet = clear("clear", NOW - 5, &[&before]).with_cap(|cap| cap.response = "None");
    town.case("cap-clear-without-response", "an all clear whose message gives none")
        .after("before", &before, TWO)
        .message(&quiet, TWO)
        .refused("cap-response");
}

fn lives(town: &mut Town) {
    let warn = |label, hazard, stage, life| Warn { hazard, stage, life, ..Warn::new(label) }.message();
    let case = |town: &mut Town, name: &str, about: &str, message: &Message, tone: Option<&str>| {
        let case = town.case(name, about).message(message, TWO);
        match tone {
            Some(tone) => case.believed("full", "warning", tone),
            None => case.refused("life-too-long"),
        }
    };
    use Hazard::{AirRaid, Tsunami};
    use Stage::{Expect, Prepare, TakeCover};
    case(town, "life-take-cover", "two hours", &warn("l1", AirRaid, TakeCover, 7_200), Some("alarm"));
    case(town, "life-take-cover-more", "and a second", &warn("l2", AirRaid, TakeCover, 7_201), None);
    case(town, "life-expect", "an hour", &warn("l3", AirRaid, Expect, 3_600), Some("attention"));
    case(town, "life-expect-more", "and a second", &warn("l4", AirRaid, Expect, 3_601), None);
    case(town, "life-prepare", "a day", &warn("l5", AirRaid, Prepare, 86_400), Some("none"));
    case(town, "life-prepare-more", "and a second", &warn("l6", AirRaid, Prepare, 86_401), None);
    case(town, "life-tsunami", "a tsunami: a day", &warn("l7", Tsunami, TakeCover, 86_400), Some("alarm"));
    case(town, "life-tsunami-more", "and a second", &warn("l8", Tsunami, TakeCover, 86_401), None);
}

fn targets(town: &mut Town) {
    let plain = Warn::new("plain").message();
    let called = cancel("called-back", NOW - 5, WorldName::Live, &[&plain]);
    town.case("cancel-by-two", "called back by two")
        .after("plain", &plain, TWO)
        .message(&called, &["boris", "chie"])
        .believed("full", "cancelled", "attention");
    town.case("cancel-unseen", "a cancel of what is not known here is kept and shows nothing").message(&called, TWO).is(json!({
        "verdict": "believed", "standing": "full", "shown": "nothing", "tone": "none", "notes": ["target-unseen"],
    }));
    town.case("cancel-blocks", "the alert that it is about comes later and is blocked for ever")
        .after("called-back", &called, TWO)
        .message(&plain, TWO)
        .refused("blocked-by-cancel");
    let drill_cancel = cancel("drill-cancel", NOW - 5, WorldName::Drill, &[&plain]);
    town.case("cancel-other-world", "a drill's cancel ends nothing real")
        .after("plain", &plain, TWO)
        .message(&drill_cancel, TWO)
        .refused("target-other-world");
    town.case("cancel-other-world-does-not-block", "nor does it block")
        .after("drill-cancel", &drill_cancel, TWO)
        .message(&plain, TWO)
        .sounds();
    let drill = Warn { drill: true, ..Warn::new("drill") }.message();
    let over = cancel("drill-over", NOW - 5, WorldName::Drill, &[&drill]);
    town.case("cancel-drill", "a drill is called back as a drill")
        .after("drill", &drill, TWO)
        .message(&over, TWO)
        .is(json!({
            "verdict": "believed", "world": "drill", "shown": "cancelled", "tone": "none",
        }));
    let south = Warn { zones: vec!["z-south"], ..Warn::new("south") }.message();
    let by_north = cancel("by-north", NOW - 5, WorldName::Live, &[&south]);
    town.case("cancel-outside-rights", "officers of the north call nothing back in the south")
        .after("south", &south, TWO)
        .message(&by_north, &["nami", "nobu"])
        .refused("target-outside-rights");
    town.case("cancel-outside-rights-does-not-block", "nor do they block it")
        .after("by-north", &by_north, &["nami", "nobu"])
        .message(&south, TWO)
        .sounds();
    let mixed = cancel("mixed", NOW - 5, WorldName::Live, &[&plain, &south]);
    town.case("cancel-partly-outside-rights", "of two targets the one in the north is theirs")
        .after("plain", &plain, TWO)
        .after("south", &south, TWO)
        .message(&mixed, &["nami", "nobu"])
        .is(json!({ "verdict": "believed", "shown": "cancelled", "notes": ["target-outside-rights"] }));
    let takeover = Warn { replaces: vec![south.clone()], ..Warn::new("takeover") }.message();
    town.case("update-outside-rights", "an update in the north replaces nothing in the south")
        .after("south", &south, TWO)
        .message(&takeover, &["nami", "nobu"])
        .is(json!({ "verdict": "believed", "standing": "full", "tone": "alarm", "notes": ["target-outside-rights"] }));
    let lowered =
        Warn { stage: Stage::Expect, replaces: vec![plain.clone()], ..Warn::new("lowered") }.message();
    town.case("update-lowers", "two persons lower a stage")
        .after("plain", &plain, TWO)
        .message(&lowered, TWO)
        .believed("full", "warning", "attention");
    let without = void("void-of-alert", NOW - 5, plain.name());
    town.case("cancel-without-cap", "an alert is not called back like an order")
        .after("plain", &plain, TWO)
        .statement(&without, TWO)
        .refused("target-other-world");
    let mut twin = Warn { stage: Stage::Expect, ..Warn::new("plain") }.message();
    twin = twin.with_cap(|cap| cap.identifier = "cap-twin".to_owned());
    town.case("same-id", "the same id, other bytes, both signed: both stand").after("plain", &plain, TWO).message(&twin, TWO).is(json!({
        "verdict": "believed", "standing": "full", "shown": "warning", "tone": "attention", "notes": ["same-id"],
    }));
    town.case("same-id-unsigned", "the same id, other bytes, by one: the signed one stands alone")
        .after("twin", &twin, &["anna"])
        .message(&plain, TWO)
        .is(json!({
            "verdict": "believed", "standing": "full", "tone": "alarm",
        }));
}

fn clocks(town: &mut Town) {
    let plain = Warn::new("plain").message();
    let year = 365 * DAY;
    town.case("clock-year-fast", "a clock a year ahead: shown as no longer confirmed, never hidden")
        .device_clock(NOW + year)
        .message(&plain, TWO)
        .is(json!({ "verdict": "believed", "shown": "no-longer-confirmed", "tone": "none", "notes": ["ring-expired", "expired"] }));
    town.case("clock-year-slow", "a clock a year behind: shown, without a tone, the clock flagged")
        .device_clock(NOW - year)
        .message(&plain, TWO)
        .is(json!({ "verdict": "believed", "shown": "warning", "tone": "none", "notes": ["clock-behind"] }));
    town.case("clock-minutes-slow", "ten minutes behind: sounded, the clock flagged")
        .device_clock(NOW - 600)
        .message(&plain, TWO)
        .is(json!({ "verdict": "believed", "shown": "warning", "tone": "alarm", "notes": ["clock-behind"] }));
    town.case("clock-two-minutes-slow", "two minutes behind: not a word")
        .device_clock(NOW - 130)
        .message(&plain, TWO)
        .is(json!({
            "verdict": "believed", "tone": "alarm",
        }));
    let beat = |label: &str, issued, by: &str| enveloped(&Statement::Active(active(label, issued)), &[by]);
    let documents = [
        ("active-north", beat("north", NOW - 3, "relay-north")),
        ("active-north-2", beat("north-2", NOW - 3, "relay-north-2")),
        ("active-south", beat("south", NOW - 30, "relay-south")),
        ("active-south-far", beat("south-far", NOW - 10 * DAY, "relay-south")),
        ("active-forged", beat("forged", NOW - 3, "gateway")),
    ];
    for (name, bytes) in &documents {
        town.document(name, bytes);
    }
    let clock = |device: i64, relays: &[(&str, i64)]| {
        let relays: Vec<_> =
            relays.iter().map(|(active, age)| json!({ "active": active, "age": age })).collect();
        json!({ "device": device, "relays": relays })
    };
    let case = |town: &mut Town, name: &str, about: &str, clock: Value, expect: Value| {
        town.case(name, about).set("clock", clock).message(&plain, TWO).is(expect);
    };
    let sounds = json!({ "verdict": "believed", "shown": "warning", "tone": "alarm", "now": NOW });
    let lost = |now: i64| json!({ "verdict": "believed", "shown": "no-longer-confirmed", "tone": "none", "now": now });
    case(
        town,
        "clock-relays-agree",
        "a wrong device, two relays of two operators",
        clock(NOW + year, &[("active-north", 3), ("active-south", 30)]),
        sounds,
    );
    case(
        town,
        "clock-one-relay",
        "one relay alone does not move the clock",
        clock(NOW + year, &[("active-north", 3)]),
        lost(NOW + year),
    );
    case(
        town,
        "clock-one-operator",
        "nor do two relays of one operator",
        clock(NOW + year, &[("active-north", 3), ("active-north-2", 3)]),
        lost(NOW + year),
    );
    case(
        town,
        "clock-relay-far-off",
        "one relay far off changes nothing",
        clock(NOW, &[("active-north", 3), ("active-south-far", 1)]),
        json!({ "tone": "alarm", "now": NOW }),
    );
    case(
        town,
        "clock-relay-stale",
        "a word of more than a minute ago does not count",
        clock(NOW + year, &[("active-north", 3), ("active-south", 61)]),
        lost(NOW + year),
    );
    case(
        town,
        "clock-not-a-relay",
        "a time by something that is no relay",
        clock(NOW + year, &[("active-north", 3), ("active-forged", 3)]),
        lost(NOW + year),
    );
    town.case("clock-below-pack", "a clock that was lost: never below the pack's build")
        .set("clock", json!({ "device": 0, "built": NOW - 600 }))
        .message(&plain, TWO)
        .is(json!({ "now": NOW - 600, "tone": "alarm", "notes": ["clock-behind"] }));
    let old = Warn { issued: NOW - 2 * HOUR - 1, ..Warn::new("old") }.message();
    town.case("expired-an-hour-ago", "lapsed more than an hour ago").message(&old, TWO).believed(
        "full",
        "no-longer-confirmed",
        "none",
    );
    let lately = Warn { issued: NOW - 2 * HOUR, ..Warn::new("lately") }.message();
    town.case("expired-within-the-hour", "lapsed an hour ago to the second")
        .message(&lately, TWO)
        .is(json!({ "shown": "warning", "tone": "alarm", "notes": ["expired"] }));
    town.case("expired-readable", "lapsed, and first seen a day ago")
        .set("first_seen", NOW - DAY)
        .message(&old, TWO)
        .believed("full", "no-longer-confirmed", "none");
    town.case("expired-past", "lapsed, and first seen longer ago")
        .set("first_seen", NOW - DAY - 1)
        .message(&old, TWO)
        .believed("full", "past", "none");
    town.case("replayed-year-old", "an alert of last year")
        .message(&Warn { issued: NOW - year, ..Warn::new("last-year") }.message(), TWO)
        .believed("full", "no-longer-confirmed", "none");
}

fn looks(town: &mut Town) {
    let plain = Warn::new("plain").message();
    town.case("near-elsewhere", "for other places: shown, silent")
        .set("near", "elsewhere")
        .message(&plain, TWO)
        .is(json!({
            "verdict": "believed", "shown": "warning", "tone": "none", "notes": ["elsewhere"],
        }));
    town.case("near-here", "for this place").set("near", "here").message(&plain, TWO).sounds();
    let drill = Warn { drill: true, ..Warn::new("drill") }.message();
    town.case("look-drill", "a drill has its own tone")
        .message(&drill, TWO)
        .is(json!({ "world": "drill", "shown": "warning", "tone": "drill" }));
    town.case("look-drill-by-drill-officer", "and its own officers")
        .message(&drill, &["dora", "boris"])
        .is(json!({ "world": "drill", "tone": "drill" }));
    let armed_drill = serde_json::to_string(&match &drill.statement {
        Statement::Drill(drill) => hinan_trust::statement::Alert { arming: Some(order()), ..drill.clone() },
        _ => unreachable!("it is a drill"),
    });
    town.case("drill-armed", "a drill is never armed")
        .envelope(&raw(Kind::Drill, &armed_drill.unwrap()))
        .refused("bad-statement");
    lab(town);
}

/// Machines among themselves: another root, another world, no tone.
fn lab(town: &mut Town) {
    let root = Root { world: WorldName::Lab, ..root_v1() };
    let lab = Digest::of(&Statement::Root(root.clone()).payload_bytes().unwrap());
    town.document("root-lab", &root_by(&root, ROOTS));
    let ring_lab = ring_by(&Ring { scope: lab, ..ring() }, &["kim", "kai"]);
    let mut message = Warn { lab: true, ..Warn::new("lab") }.message();
    let Statement::Alert(alert) = &mut message.statement else { unreachable!("it is an alert") };
    alert.scope = lab;
    let rings = [("ring-lab", ring_lab)];
    town.case("look-lab", "the lab's own root: shown as such, silent")
        .set("scope", lab.to_string())
        .set("first", "root-lab")
        .rings(&rings)
        .message(&message, TWO)
        .is(json!({ "verdict": "believed", "world": "lab", "tone": "none" }));
    let mut live = Warn::new("lab-live").message();
    let Statement::Alert(alert) = &mut live.statement else { unreachable!("it is an alert") };
    alert.scope = lab;
    town.case("lab-actual", "a real message in the lab")
        .set("scope", lab.to_string())
        .set("first", "root-lab")
        .rings(&rings)
        .message(&live, TWO)
        .refused("cap-status");
    town.case("lab-in-town", "the lab's alert in the town").message(&message, TWO).refused("other-scope");
    town.case("lab-root-in-town", "the lab's root in the town")
        .set("first", "root-lab")
        .is(json!({ "first_root": "root-not-pinned" }));
}
