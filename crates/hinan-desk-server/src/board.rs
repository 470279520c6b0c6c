//! What the folder comes to at a time: every message, what it says by its exact bytes, who signed it,
//! what it is worth. Nothing here signs or writes.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io;

use hinan_alert::life::life_within;
use hinan_alert::notice::{Standing, World};
use hinan_alert::{Life, State};
use hinan_desk::preview::{Body, Message};
use hinan_desk::{Fault, Issued, Preview, PreviewError, four_words};
use hinan_trust::decision::{Context, Decision, Verdict};
use hinan_trust::envelope::{MAX_SIGNATURES, Signature};
use hinan_trust::statement::{Arming, CapBytes, Ring, WorldName};
use hinan_trust::{Digest, Envelope, Kind, Refusal, Refused, Statement, Store, Trust};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::city::{City, Reach};
use crate::folder::{Complaint, ENVELOPE, Folder, Pair};
use crate::problem::{Problem, Values};

/// The folder, read and judged.
pub struct Board {
    /// What is trusted, the folder's own roots and rings taken along.
    pub trust: Trust,
    /// The messages.
    pub entries: BTreeMap<Key, Entry>,
    complaints: Vec<Complaint>,
    store: Store,
    now: i64,
}

/// What a statement is kept under. The type belongs to it: the bytes of an alert under the type of a
/// drill are another statement, and must not stand in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The type.
    pub kind: Kind,
    /// SHA-256 of the payload.
    pub name: Digest,
}

impl Key {
    /// The key of an envelope.
    pub fn of(envelope: &Envelope) -> Key {
        Key { kind: envelope.kind, name: envelope.name() }
    }

    /// Reads `alert-HEX`.
    pub fn parse(text: &str) -> Option<Key> {
        let (kind, name) = text.rsplit_once('-')?;
        let kind = Kind::ALL.into_iter().find(|known| known.name() == kind)?;
        Some(Key { kind, name: Digest::parse(name)? })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.kind, self.name)
    }
}

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Key::parse(&text).ok_or_else(|| serde::de::Error::custom("a type, '-' and a digest"))
    }
}

/// A message of the folder.
pub struct Entry {
    /// What the names of its files begin with: several files may hold one statement.
    pub stems: Vec<String>,
    /// The signatures of all files that hold it, those that fit first where there are too many.
    pub envelope: Envelope,
    /// The message's exact bytes.
    pub cap: Option<Vec<u8>>,
    /// What it says.
    pub preview: Result<Preview, PreviewError>,
    /// Whether it is believed.
    pub decision: Decision,
}

impl Entry {
    /// Whether nobody of the ring has signed it. Signatures of nobody make no message of a draft, and take
    /// none from those who have to sign it.
    pub fn is_unsigned(&self) -> bool {
        !self.decision.signatures.iter().any(hinan_trust::SignatureCheck::fits)
    }

    /// Whether it may be thrown away: nobody has signed it, nor anybody whose key may be in the next ring.
    pub fn is_nobodys(&self) -> bool {
        let may_count = |check: &hinan_trust::SignatureCheck| {
            check.fits() || check.fault == Some(hinan_trust::Fault::UnknownKey)
        };
        !self.decision.signatures.iter().any(may_count)
    }
}

/// Who asks: what may be done depends on it.
#[derive(Clone, Debug)]
pub struct Officer {
    /// The name of the key.
    pub key_id: String,
}

/// A word on something, for operators.
#[derive(Clone, Debug, Serialize)]
pub struct Said {
    /// Stable.
    pub code: &'static str,
    /// Which list of the page's sentences the code is of: `refusal`, `signature`, `note`, `fault`.
    pub family: &'static str,
    /// The sentence in English.
    pub words: String,
    /// Figures, fields and bytes, for who builds; may be empty.
    pub detail: String,
    /// What the page's own sentence is filled with.
    pub values: Values,
}

/// An order signed ahead, as the page shows it.
#[derive(Clone, Debug, Serialize)]
pub struct Order {
    /// Who may raise alerts alone, in words.
    who: Vec<String>,
    /// Whether the officer of this desk is one of them.
    pub is_mine: bool,
    /// Where, by id.
    zones: Vec<String>,
    templates: Vec<String>,
    from: i64,
    until: i64,
    /// The longest life of an alert under it, in seconds.
    life: i64,
}

/// Who sends a message, as it stands in the bytes.
#[derive(Clone, Debug, Serialize)]
pub struct Sender {
    id: String,
    name: Option<String>,
    web: Option<String>,
    contact: Option<String>,
}

/// Somebody who signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Signer {
    /// What the ring calls them, in words where it has any.
    pub person: String,
    /// How many of their keys signed.
    pub keys: usize,
}

/// The text of a language.
#[derive(Clone, Debug, Serialize)]
pub struct Text {
    language: String,
    headline: String,
    description: String,
    instruction: String,
}

/// A message as the page shows it.
#[derive(Clone, Debug, Serialize)]
pub struct Item {
    key: Key,
    name: String,
    words: [&'static str; 4],
    kind: &'static str,
    world: WorldName,
    hazard: Option<&'static str>,
    stage: Option<&'static str>,
    template: Option<String>,
    texts: Vec<Text>,
    place: String,
    zones: Vec<String>,
    area: Option<Value>,
    sender: Option<Sender>,
    /// What an arming order says.
    pub order: Option<Order>,
    /// The arming order that an alert is raised under.
    arming: Option<Key>,
    /// Whom it concerns.
    pub reach: Option<Reach>,
    issued: Option<i64>,
    expires: Option<i64>,
    impact_at: Option<i64>,
    targets: Vec<String>,
    /// What it is worth now.
    pub state: &'static str,
    until: Option<i64>,
    by: Option<String>,
    refusal: Option<Said>,
    notes: Vec<Said>,
    signers: Vec<Signer>,
    faults: Vec<Said>,
    needed: u64,
    /// Whether the officer has signed it.
    pub mine: bool,
    /// What may be done with it here.
    pub can: Vec<&'static str>,
    cap: Option<Value>,
}

/// The board as the page shows it.
#[derive(Clone, Debug, Serialize)]
pub struct View {
    /// Changes when anything but the time does.
    pub version: String,
    now: i64,
    active: [&'static str; 4],
    items: Vec<Item>,
    refused: Vec<Complaint>,
}

impl Board {
    /// Reads the folder and judges everything in it at `now`.
    ///
    /// # Errors
    /// The folder cannot be read. What is wrong with a file is told on the board.
    pub fn read(folder: &Folder, trust: &Trust, city: &City, now: i64) -> io::Result<Board> {
        let content = folder.read()?;
        let bytes =
            |files: &[(String, Vec<u8>)]| files.iter().map(|(_, bytes)| bytes.clone()).collect::<Vec<_>>();
        let (trust, not_taken) = trust.advance(&bytes(&content.roots), &bytes(&content.rings));
        let mut complaints = content.complaints;
        for not in not_taken {
            let files = if not.kind == Kind::Root { &content.roots } else { &content.rings };
            let file = files.get(not.at).map(|(file, _)| file.clone()).unwrap_or_default();
            complaints.push(Complaint {
                file,
                code: not.refused.code.code(),
                words: not.refused.to_string(),
            });
        }
        let mut found: BTreeMap<Key, Found> = BTreeMap::new();
        for pair in content.pairs {
            match Envelope::read(&pair.envelope) {
                Ok(envelope) => found.entry(Key::of(&envelope)).or_default().add(envelope, pair),
                Err(refused) => complaints.push(Complaint {
                    file: format!("{}{ENVELOPE}", pair.stem),
                    code: refused.code.code(),
                    words: refused.to_string(),
                }),
            }
        }
        let (store, entries) = judge(&trust, found, city, now);
        Ok(Board { trust, entries, complaints, store, now })
    }

    /// What the page shows to `officer`.
    pub fn view(&self, officer: &Officer, city: &City) -> View {
        let notices = self.store.notices(&self.trust, self.now);
        let life = life_within(&self.trust.limits(), &notices, self.now);
        let mut items: Vec<Item> =
            self.entries.iter().map(|(key, entry)| self.item(*key, entry, &life, officer, city)).collect();
        // What goes on first, the newest first.
        items.sort_by(|a, b| {
            (rank(a.state), Reverse(a.issued), a.key).cmp(&(rank(b.state), Reverse(b.issued), b.key))
        });
        let active = life.active(if self.is_lab() { World::Lab } else { World::Live }).digest;
        let active = four_words(hinan_trust::Hex(active));
        let mut view =
            View { version: String::new(), now: self.now, active, items, refused: self.complaints.clone() };
        view.version = version_of(&view);
        view
    }

    /// One message as the page shows it.
    pub fn item_of(&self, key: Key, officer: &Officer, city: &City) -> Option<Item> {
        let notices = self.store.notices(&self.trust, self.now);
        let life = life_within(&self.trust.limits(), &notices, self.now);
        self.entries.get(&key).map(|entry| self.item(key, entry, &life, officer, city))
    }

    /// Whether an arming order is believed and its hours have come.
    pub fn is_armed(&self, order: Digest) -> bool {
        let key = Key { kind: Kind::Arming, name: order };
        self.entries.get(&key).is_some_and(|entry| self.state_of_order(entry) == Some("armed"))
    }

    /// The statement of an arming order.
    pub fn order(&self, key: Key) -> Option<&Arming> {
        match &self.entries.get(&key)?.preview.as_ref().ok()?.body {
            Body::Arming(order) => Some(order),
            _ => None,
        }
    }

    fn is_lab(&self) -> bool {
        self.trust.root().world == WorldName::Lab
    }

    fn item(&self, key: Key, entry: &Entry, life: &Life<'_>, officer: &Officer, city: &City) -> Item {
        let name = key.name;
        let ring = self.trust.ring();
        let message = entry.preview.as_ref().ok().and_then(Preview::message);
        let (state, until, by) = self.state(name, entry, life);
        let signers = signers(entry, ring);
        let most = ring.map_or(2, |ring| threshold(entry, ring));
        // Under an arming order one is enough; a second may still stand behind it.
        let is_armed = message.and_then(|message| message.arming).is_some_and(|order| self.is_armed(order));
        let needed = if is_armed { 1 } else { most };
        let me = ring.and_then(|ring| person_of(ring, &officer.key_id));
        let mine = me.is_some_and(|me| fitting(entry).any(|holder| holder == me));
        let refusal = refusal(entry, state);
        let may_sign = me.is_some() && !mine && entry.preview.is_ok() && (signers.len() as u64) < most;
        let order = match entry.preview.as_ref().map(|preview| &preview.body) {
            Ok(Body::Arming(order)) => Some(order),
            _ => None,
        };
        let mut item = Item {
            key,
            name: name.to_string(),
            words: four_words(name),
            kind: message.map_or(other_kind(entry), |message| message.kind.name()),
            world: message.map_or(self.trust.root().world, |message| message.world),
            hazard: message.and_then(|message| message.hazard).map(hinan_model::Hazard::name),
            stage: message.and_then(|message| message.stage).map(hinan_model::Stage::name),
            template: message.and_then(|message| message.template).map(hinan_desk::Template::id),
            texts: message.map_or_else(Vec::new, texts),
            place: message.map_or_else(String::new, places),
            zones: message.map_or_else(Vec::new, |message| message.zones.clone()),
            area: match (message, order) {
                (Some(message), _) => city.area(message),
                (None, Some(order)) => city.area_of(&order.zones),
                (None, None) => None,
            },
            sender: message.map(sender),
            order: order.map(|order| order_in_words(order, ring, me)),
            arming: message
                .and_then(|message| message.arming)
                .map(|name| Key { kind: Kind::Arming, name }),
            reach: message.and_then(|message| city.reach(message)),
            issued: issued(entry),
            expires: message.and_then(|message| message.expires),
            impact_at: message.and_then(|message| message.impact_at),
            targets: targets(entry).iter().map(ToString::to_string).collect(),
            state,
            until,
            by: by.map(|name| name.to_string()),
            refusal,
            notes: notes(entry),
            signers,
            faults: faults(entry),
            needed,
            mine,
            can: Vec::new(),
            cap: message.map(|message| {
                serde_json::json!({ "sha256": message.cap_bytes.sha256, "len": message.cap_bytes.len })
            }),
        };
        item.can = can(&item, entry, may_sign);
        item
    }

    /// What a message is worth now, by one word.
    fn state(
        &self,
        name: Digest,
        entry: &Entry,
        life: &Life<'_>,
    ) -> (&'static str, Option<i64>, Option<Digest>) {
        let is_unsigned = entry.is_unsigned();
        // A message that comes after its cancel is refused; for one that was there it is the end.
        let ends = [Refusal::BlockedByCancel, Refusal::ArmingVoid, Refusal::Stale];
        let is_refused = match &entry.decision.verdict {
            Verdict::Refused(refused) => !ends.contains(&refused.code),
            Verdict::Believed(_) | Verdict::Held(..) => false,
        };
        let has_faults = entry.preview.as_ref().is_ok_and(|preview| !preview.faults.is_empty());
        let is_forged = !entry.envelope.signatures.is_empty() && has_faults;
        if entry.preview.is_err() || (is_refused && (!is_unsigned || is_forged)) {
            return ("refused", None, None);
        }
        if let (false, Some(state)) = (is_unsigned, self.state_of_order(entry)) {
            return (state, None, None);
        }
        if is_unsigned {
            return (if self.is_past(entry) { "powerless" } else { "draft" }, None, None);
        }
        // One name may be two statements, of two worlds; and an ending may be final here, a hold there.
        let world = entry.decision.belief().map(|belief| belief.look.world);
        let lines = life.named(name.into()).iter();
        let own = lines.filter(|line| world.is_none_or(|world| line.notice.world == world));
        let Some(line) = own.min_by_key(|line| line.standing) else {
            let is_pending = matches!(entry.decision.verdict, Verdict::Held(..));
            return (if is_pending { "pending" } else { "stored" }, None, None);
        };
        match line.state {
            State::InForce { until } => ("in-force", Some(until), None),
            State::OnHold { until, by } => ("on-hold", Some(until), Some(by.into())),
            State::Unconfirmed { until } => ("unconfirmed", Some(until), None),
            State::Lapsed { since, .. } => ("lapsed", Some(since), None),
            State::Superseded { by } => ("superseded", None, Some(by.into())),
            State::Cancelled { by, .. } => ("cancelled", None, Some(by.into())),
            State::Cleared { by } => ("cleared", None, Some(by.into())),
            State::Blocked { by } => ("blocked", None, Some(by.into())),
            State::CutShort { by } => ("cut-short", None, Some(by.into())),
            State::Pending if self.is_past(entry) => ("powerless", None, None),
            State::Pending => ("pending", None, None),
            // One officer has put something on hold: it waits for the second.
            State::Acting if line.standing != Standing::Full && !self.is_over(entry, life) => {
                ("pending", None, None)
            }
            State::Acting => ("acting", None, None),
            State::Stored => ("stored", None, None),
            State::Powerless => ("powerless", None, None),
        }
    }

    /// What an order signed ahead, or its calling back, is worth now; `None` for anything else.
    fn state_of_order(&self, entry: &Entry) -> Option<&'static str> {
        let code = entry.decision.code();
        let is_held = matches!(entry.decision.verdict, Verdict::Held(..));
        match &entry.preview.as_ref().ok()?.body {
            Body::Arming(_) if code == Some(Refusal::ArmingVoid) => Some("void"),
            Body::Arming(_) if self.is_past(entry) => Some("powerless"),
            Body::Arming(_) | Body::VoidArming { .. } if is_held => Some("pending"),
            Body::Arming(_) | Body::VoidArming { .. } if code.is_some() => Some("refused"),
            Body::Arming(order) if self.now < order.from => Some("armed-later"),
            Body::Arming(_) => Some("armed"),
            Body::VoidArming { .. } => Some("acting"),
            _ => None,
        }
    }

    /// Whether nothing can come of a draft any more: its time has run out.
    fn is_past(&self, entry: &Entry) -> bool {
        let until = match entry.preview.as_ref().map(|preview| &preview.body) {
            Ok(Body::Message(message)) => message.expires,
            Ok(Body::Arming(order)) => Some(order.until),
            _ => None,
        };
        until.is_some_and(|until| until < self.now)
    }

    /// Whether all that a message is about has ended by something else.
    fn is_over(&self, entry: &Entry, life: &Life<'_>) -> bool {
        let message = entry.preview.as_ref().ok().and_then(Preview::message);
        let targets = message.map_or(&[][..], |message| &message.targets);
        !targets.is_empty()
            && targets.iter().all(|target| {
                life.named((*target).into()).iter().all(|line| {
                    matches!(
                        line.state,
                        State::Cancelled { .. } | State::Cleared { .. } | State::Superseded { .. }
                    )
                })
            })
    }
}

/// The files of one statement.
#[derive(Default)]
struct Found {
    stems: Vec<String>,
    envelopes: Vec<Envelope>,
    caps: Vec<Vec<u8>>,
}

impl Found {
    fn add(&mut self, envelope: Envelope, pair: Pair) {
        self.stems.push(pair.stem);
        self.envelopes.push(envelope);
        self.caps.extend(pair.cap);
    }

    /// The message that the statement is bound to; where none is, any, so that it can be said what is wrong.
    fn take_cap(&mut self) -> Option<Vec<u8>> {
        let envelope = self.envelopes.first()?;
        let wanted = Statement::read(envelope.kind, &envelope.payload).ok()?.cap();
        let own = self.caps.iter().position(|bytes| Some(CapBytes::of(bytes)) == wanted);
        (!self.caps.is_empty()).then(|| self.caps.swap_remove(own.unwrap_or_default()))
    }
}

/// Everything is received first, in any order; then each is judged in the light of all.
fn judge(trust: &Trust, found: BTreeMap<Key, Found>, city: &City, now: i64) -> (Store, BTreeMap<Key, Entry>) {
    let context = Context { now, ..Context::default() };
    let mut store = Store::new();
    let mut read = Vec::new();
    for (key, mut found) in found {
        let cap = found.take_cap();
        let Some(envelope) = union(trust, &found.envelopes) else { continue };
        if !envelope.signatures.is_empty() {
            store.receive(trust, &envelope.to_json(), cap.as_deref(), &context);
        }
        read.push((key, found.stems, envelope, cap));
    }
    let issued: BTreeMap<Digest, Issued> = read
        .iter()
        .filter_map(|(key, _, envelope, cap)| Some((key.name, Issued::read(envelope, cap.as_deref()?).ok()?)))
        .collect();
    let entries = read
        .into_iter()
        .map(|(key, stems, envelope, cap)| {
            let decision = store.decide(trust, &envelope.to_json(), cap.as_deref(), &context);
            let preview = Preview::of(&envelope, cap.as_deref())
                .map(|preview| held_against(preview.by_table(city.zones()), &issued));
            (key, Entry { stems, envelope, cap, preview, decision })
        })
        .collect();
    (store, entries)
}

/// Held against what it is about, where all of that is known here.
fn held_against(preview: Preview, issued: &BTreeMap<Digest, Issued>) -> Preview {
    let targets = preview.message().map_or(&[][..], |message| &message.targets);
    let known: Option<Vec<Issued>> = targets.iter().map(|target| issued.get(target).cloned()).collect();
    match known {
        Some(known) if !known.is_empty() => preview.by_targets(&known),
        _ => preview,
    }
}

/// One envelope of all files of a statement: their signatures together. Where those are more than an
/// envelope holds, those that fit the bytes come first, so that nobody crowds them out with others.
pub fn union(trust: &Trust, envelopes: &[Envelope]) -> Option<Envelope> {
    let first = envelopes.first()?;
    let all: BTreeSet<&Signature> = envelopes.iter().flat_map(|envelope| &envelope.signatures).collect();
    let mut signatures: Vec<Signature> = all.into_iter().cloned().collect();
    if signatures.len() > MAX_SIGNATURES {
        signatures.sort_by_cached_key(|signature| !fits(trust, first, signature));
        signatures.truncate(MAX_SIGNATURES);
        signatures.sort();
    }
    Some(Envelope { signatures, ..first.clone() })
}

/// Whether a signature is over these bytes by a key that is known.
fn fits(trust: &Trust, envelope: &Envelope, signature: &Signature) -> bool {
    let alone = Envelope { signatures: vec![signature.clone()], ..envelope.clone() };
    let decision = Store::new().decide(trust, &alone.to_json(), None, &Context::default());
    decision.signatures.iter().any(hinan_trust::SignatureCheck::fits)
}

fn rank(state: &str) -> usize {
    let order = ["draft", "pending", "in-force", "on-hold", "unconfirmed", "lapsed", "armed", "armed-later"];
    order.iter().position(|one| *one == state).unwrap_or(order.len())
}

/// A digest of everything but the time.
fn version_of(view: &View) -> String {
    let told = serde_json::to_vec(&(&view.active, &view.items, &view.refused)).unwrap_or_default();
    Digest::of(&told).to_string()
}

/// Who has a key of the ring.
pub fn person_of<'a>(ring: &'a Ring, key_id: &str) -> Option<&'a str> {
    let key = ring.keys.iter().find(|key| hinan_trust::key_id(&key.public.0) == key_id)?;
    ring.persons.iter().map(|person| person.id.as_str()).find(|id| *id == key.holder)
}

/// What people call somebody of the ring.
pub fn person_in_words<'a>(ring: Option<&'a Ring>, id: &'a str) -> &'a str {
    let found = ring.and_then(|ring| ring.persons.iter().find(|person| person.id == id));
    found.and_then(|person| person.name.as_deref()).unwrap_or(id)
}

/// Holders of the signatures that count.
fn fitting(entry: &Entry) -> impl Iterator<Item = &str> {
    let good = entry.decision.signatures.iter().filter(|check| check.fault.is_none());
    good.filter_map(|check| check.holder.as_deref())
}

fn signers(entry: &Entry, ring: Option<&Ring>) -> Vec<Signer> {
    let mut keys: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for check in entry.decision.signatures.iter().filter(|check| check.fault.is_none()) {
        if let Some(holder) = check.holder.as_deref() {
            keys.entry(holder).or_default().insert(&check.keyid);
        }
    }
    let is_person = |id: &str| ring.is_some_and(|ring| ring.persons.iter().any(|person| person.id == id));
    keys.into_iter()
        .filter(|(holder, _)| is_person(holder))
        .map(|(holder, keys)| Signer { person: person_in_words(ring, holder).to_owned(), keys: keys.len() })
        .collect()
}

/// How many persons a message takes.
fn threshold(entry: &Entry, ring: &Ring) -> u64 {
    let thresholds = &ring.thresholds;
    match entry.envelope.kind {
        // Any one officer calls an arming order back.
        Kind::Cancel if is_void(entry) => 1,
        Kind::Alert => thresholds.alert,
        Kind::Drill => thresholds.drill,
        Kind::Cancel => thresholds.cancel,
        Kind::Clear => thresholds.clear,
        Kind::Arming => thresholds.arming,
        _ => 1,
    }
}

fn is_void(entry: &Entry) -> bool {
    entry.preview.as_ref().is_ok_and(|preview| matches!(preview.body, Body::VoidArming { .. }))
}

/// The statements that one is about.
fn targets(entry: &Entry) -> &[Digest] {
    match entry.preview.as_ref().map(|preview| &preview.body) {
        Ok(Body::Message(message)) => &message.targets,
        Ok(Body::VoidArming { orders }) => orders,
        _ => &[],
    }
}

fn sender(message: &Message) -> Sender {
    let first = message.cap.infos.first();
    Sender {
        id: message.cap.sender.clone(),
        name: first.and_then(|info| info.sender_name.clone()),
        web: first.and_then(|info| info.web.clone()),
        contact: first.and_then(|info| info.contact.clone()),
    }
}

fn order_in_words(order: &Arming, ring: Option<&Ring>, me: Option<&str>) -> Order {
    Order {
        who: order.who.iter().map(|id| person_in_words(ring, id).to_owned()).collect(),
        is_mine: me.is_some_and(|me| order.who.iter().any(|who| who == me)),
        zones: order.zones.clone(),
        templates: order.templates.clone(),
        from: order.from,
        until: order.until,
        life: order.life,
    }
}

/// When a statement was drafted, also where its message is missing.
fn issued(entry: &Entry) -> Option<i64> {
    let statement = || Statement::read(entry.envelope.kind, &entry.envelope.payload).ok();
    entry.preview.as_ref().map_or_else(|_| statement().map(|it| it.issued()), |preview| Some(preview.issued))
}

fn texts(message: &Message) -> Vec<Text> {
    let text = |told: &hinan_desk::preview::Told| Text {
        language: told.language.clone(),
        headline: told.rendering.headline.clone(),
        description: told.rendering.description.clone(),
        instruction: told.rendering.instruction.clone(),
    };
    message.texts.iter().map(text).collect()
}

fn places(message: &Message) -> String {
    message.places.join(", ")
}

/// What a document is that people are not told.
fn other_kind(entry: &Entry) -> &'static str {
    match entry.preview.as_ref().map(|preview| &preview.body) {
        Ok(Body::VoidArming { .. }) => "void-arming",
        _ => entry.envelope.kind.name(),
    }
}

/// Why a message is not believed. That a second person has not yet signed is no fault of it.
fn refusal(entry: &Entry, state: &str) -> Option<Said> {
    match (&entry.decision.verdict, &entry.preview) {
        (_, Err(error)) => Some(preview_refusal(error)),
        (_, Ok(_)) if state == "draft" => None,
        (Verdict::Refused(refused) | Verdict::Held(_, refused), Ok(_))
            if refused.code != Refusal::BlockedByCancel =>
        {
            Some(Said::refused(refused))
        }
        (_, Ok(_)) => None,
    }
}

impl Said {
    fn plain(family: &'static str, code: &'static str, words: String) -> Said {
        Said { code, family, words, detail: String::new(), values: Values::new() }
    }

    fn refused(refused: &Refused) -> Said {
        let words = refused.code.sentence().to_owned();
        Said { detail: refused.detail.clone(), ..Said::plain("refusal", refused.code.code(), words) }
    }

    /// Why something cannot be done.
    pub fn problem(problem: &Problem) -> Said {
        let (words, values) = problem.said();
        Said { values, ..Said::plain("error", problem.code, words) }
    }

    /// What is wrong in a message by its own bytes.
    pub fn fault(fault: &Fault) -> Said {
        let values = fault.values().into_iter().collect();
        Said { values, ..Said::plain("fault", fault.code(), fault.to_string()) }
    }
}

fn preview_refusal(error: &PreviewError) -> Said {
    match error {
        PreviewError::Statement(refused) => Said::refused(refused),
        PreviewError::NoCap => Said::refused(&Refusal::CapMissing.into()),
        PreviewError::OtherBytes => Said::refused(&Refusal::CapDigest.into()),
        PreviewError::Cap(detail) => Said::refused(&Refusal::CapUnreadable.because(detail.clone())),
    }
}

fn notes(entry: &Entry) -> Vec<Said> {
    let notes = entry.decision.notes.iter();
    let notes = notes.map(|note| Said::plain("note", note.code(), note.sentence().to_owned()));
    let faults = entry.preview.as_ref().map_or(&[][..], |preview| &preview.faults);
    notes.chain(faults.iter().map(Said::fault)).collect()
}

fn faults(entry: &Entry) -> Vec<Said> {
    let faults = entry.decision.signatures.iter().filter_map(|check| check.fault);
    faults.map(|fault| Said::plain("signature", fault.code(), fault.sentence().to_owned())).collect()
}

/// What this officer may do with a message here.
fn can(item: &Item, entry: &Entry, may_sign: bool) -> Vec<&'static str> {
    let is_ours = entry.preview.as_ref().is_ok_and(|preview| {
        matches!(preview.body, Body::Message(_) | Body::Arming(_) | Body::VoidArming { .. })
    });
    let is_sound = entry.preview.as_ref().is_ok_and(|preview| preview.faults.is_empty());
    let goes_on = matches!(item.state, "in-force" | "on-hold" | "unconfirmed" | "lapsed");
    let waits = matches!(item.state, "draft" | "pending") || goes_on;
    let warns = matches!(entry.envelope.kind, Kind::Alert | Kind::Drill);
    let mut can = Vec::new();
    let mut may = |what: &'static str, is: bool| {
        if is {
            can.push(what);
        }
    };
    let is_armed = matches!(item.state, "armed" | "armed-later");
    may("sign", may_sign && is_ours && is_sound && waits);
    may("cancel", warns && matches!(item.state, "in-force" | "on-hold" | "unconfirmed"));
    may("clear", warns && goes_on);
    may("update", warns && goes_on);
    may("raise", item.state == "armed" && item.order.as_ref().is_some_and(|order| order.is_mine));
    may("void", is_armed);
    may("discard", item.state == "draft" && entry.is_nobodys());
    can
}
