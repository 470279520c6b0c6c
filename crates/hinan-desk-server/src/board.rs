//! What the folder comes to at a time: every message, what it says by its exact bytes, who signed it,
//! what it is worth. Nothing here signs or writes.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io;

use hinan_alert::notice::{Standing, World};
use hinan_alert::{Life, State, life};
use hinan_desk::preview::{Body, Message};
use hinan_desk::{Preview, PreviewError, four_words};
use hinan_trust::decision::{Context, Decision, Verdict};
use hinan_trust::statement::{Ring, WorldName};
use hinan_trust::{Digest, Envelope, Kind, Refusal, Refused, Statement, Store, Trust};
use serde::Serialize;
use serde_json::Value;

use crate::city::{City, Reach};
use crate::folder::{Complaint, ENVELOPE, Folder};

/// The folder, read and judged.
pub struct Board {
    /// What is trusted, the folder's own roots and rings taken along.
    pub trust: Trust,
    /// The messages by name.
    pub entries: BTreeMap<Digest, Entry>,
    complaints: Vec<Complaint>,
    store: Store,
    now: i64,
}

/// A message of the folder.
pub struct Entry {
    /// What its files' names begin with.
    pub stem: String,
    /// The signatures of all files that hold it.
    pub envelope: Envelope,
    /// The message's exact bytes.
    pub cap: Option<Vec<u8>>,
    /// What it says.
    pub preview: Result<Preview, PreviewError>,
    /// Whether it is believed.
    pub decision: Decision,
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
    /// A sentence.
    pub words: String,
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
    name: String,
    words: [&'static str; 4],
    kind: &'static str,
    world: WorldName,
    hazard: Option<&'static str>,
    stage: Option<&'static str>,
    template: Option<String>,
    texts: Vec<Text>,
    place: String,
    area: Option<Value>,
    /// Whom it concerns.
    pub reach: Option<Reach>,
    issued: Option<i64>,
    expires: Option<i64>,
    impact_at: Option<i64>,
    targets: Vec<String>,
    state: &'static str,
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
    pub fn read(folder: &Folder, trust: &Trust, now: i64) -> io::Result<Board> {
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
        let mut envelopes: BTreeMap<Digest, (String, Envelope, Option<Vec<u8>>)> = BTreeMap::new();
        for pair in content.pairs {
            match Envelope::read(&pair.envelope) {
                Ok(envelope) => take(&mut envelopes, pair.stem, envelope, pair.cap),
                Err(refused) => complaints.push(Complaint {
                    file: format!("{}{ENVELOPE}", pair.stem),
                    code: refused.code.code(),
                    words: refused.to_string(),
                }),
            }
        }
        let (store, entries) = judge(&trust, envelopes, now);
        Ok(Board { trust, entries, complaints, store, now })
    }

    /// What the page shows to `officer`.
    pub fn view(&self, officer: &Officer, city: &City) -> View {
        let notices = self.store.notices(&self.trust, self.now);
        let life = life(&notices, self.now);
        let mut items: Vec<Item> =
            self.entries.iter().map(|(name, entry)| self.item(*name, entry, &life, officer, city)).collect();
        // What goes on first, the newest first.
        items.sort_by(|a, b| {
            (rank(a.state), Reverse(a.issued), &a.name).cmp(&(rank(b.state), Reverse(b.issued), &b.name))
        });
        let active = life.active(if self.is_lab() { World::Lab } else { World::Live }).digest;
        let active = four_words(hinan_trust::Hex(active));
        let mut view =
            View { version: String::new(), now: self.now, active, items, refused: self.complaints.clone() };
        view.version = version_of(&view);
        view
    }

    /// One message as the page shows it.
    pub fn item_of(&self, name: Digest, officer: &Officer, city: &City) -> Option<Item> {
        let notices = self.store.notices(&self.trust, self.now);
        let life = life(&notices, self.now);
        self.entries.get(&name).map(|entry| self.item(name, entry, &life, officer, city))
    }

    fn is_lab(&self) -> bool {
        self.trust.root().world == WorldName::Lab
    }

    fn item(&self, name: Digest, entry: &Entry, life: &Life<'_>, officer: &Officer, city: &City) -> Item {
        let ring = self.trust.ring();
        let message = entry.preview.as_ref().ok().and_then(Preview::message);
        let (state, until, by) = self.state(name, entry, life);
        let signers = signers(entry, ring);
        let needed = ring.map_or(2, |ring| needed(entry.envelope.kind, ring));
        let me = ring.and_then(|ring| person_of(ring, &officer.key_id));
        let mine = me.is_some_and(|me| fitting(entry).any(|holder| holder == me));
        let refusal = refusal(entry, state);
        let may_sign = me.is_some() && !mine && entry.preview.is_ok() && (signers.len() as u64) < needed;
        let mut item = Item {
            name: name.to_string(),
            words: four_words(name),
            kind: message.map_or(other_kind(entry), |message| message.kind.name()),
            world: message.map_or(self.trust.root().world, |message| message.world),
            hazard: message.and_then(|message| message.hazard).map(hinan_model::Hazard::name),
            stage: message.and_then(|message| message.stage).map(hinan_model::Stage::name),
            template: message.and_then(|message| message.template).map(hinan_desk::Template::id),
            texts: message.map_or_else(Vec::new, texts),
            place: message.map_or_else(String::new, places),
            area: message.and_then(|message| city.area(message)),
            reach: message.and_then(|message| city.reach(message)),
            issued: issued(entry),
            expires: message.and_then(|message| message.expires),
            impact_at: message.and_then(|message| message.impact_at),
            targets: message.map_or_else(Vec::new, |message| {
                message.targets.iter().map(ToString::to_string).collect()
            }),
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
        let is_unsigned = entry.envelope.signatures.is_empty();
        // A message that comes after its cancel is refused; for one that was there it is the end.
        let is_refused = match &entry.decision.verdict {
            Verdict::Refused(refused) => refused.code != Refusal::BlockedByCancel,
            Verdict::Believed(_) | Verdict::Held(..) => false,
        };
        if entry.preview.is_err() || (!is_unsigned && is_refused) {
            return ("refused", None, None);
        }
        if is_unsigned {
            return (if self.is_past(entry) { "powerless" } else { "draft" }, None, None);
        }
        let Some(line) = life.named(name.into()).first() else {
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

    /// Whether nothing can come of a draft any more: its time has run out.
    fn is_past(&self, entry: &Entry) -> bool {
        let message = entry.preview.as_ref().ok().and_then(Preview::message);
        message.and_then(|message| message.expires).is_some_and(|expires| expires < self.now)
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

type Envelopes = BTreeMap<Digest, (String, Envelope, Option<Vec<u8>>)>;

/// Puts a pair to those that are known: files of one statement are one message.
fn take(envelopes: &mut Envelopes, stem: String, envelope: Envelope, cap: Option<Vec<u8>>) {
    match envelopes.entry(envelope.name()) {
        std::collections::btree_map::Entry::Vacant(place) => {
            place.insert((stem, envelope, cap));
        }
        std::collections::btree_map::Entry::Occupied(mut known) => {
            let (_, before, before_cap) = known.get_mut();
            if let Some(merged) = before.merged(&envelope) {
                *before = merged;
            }
            *before_cap = before_cap.take().or(cap);
        }
    }
}

/// Everything is received first, in any order; then each is judged in the light of all.
fn judge(trust: &Trust, envelopes: Envelopes, now: i64) -> (Store, BTreeMap<Digest, Entry>) {
    let context = Context { now, ..Context::default() };
    let mut store = Store::new();
    for (_, envelope, cap) in envelopes.values().filter(|(_, envelope, _)| !envelope.signatures.is_empty()) {
        store.receive(trust, &envelope.to_json(), cap.as_deref(), &context);
    }
    let entries = envelopes
        .into_iter()
        .map(|(name, (stem, envelope, cap))| {
            let decision = store.decide(trust, &envelope.to_json(), cap.as_deref(), &context);
            let preview = Preview::of(&envelope, cap.as_deref());
            (name, Entry { stem, envelope, cap, preview, decision })
        })
        .collect();
    (store, entries)
}

fn rank(state: &str) -> usize {
    let order = ["draft", "pending", "in-force", "on-hold", "unconfirmed", "lapsed"];
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

/// How many persons a message of a type takes.
fn needed(kind: Kind, ring: &Ring) -> u64 {
    let thresholds = &ring.thresholds;
    match kind {
        Kind::Alert => thresholds.alert,
        Kind::Drill => thresholds.drill,
        Kind::Cancel => thresholds.cancel,
        Kind::Clear => thresholds.clear,
        Kind::Arming => thresholds.arming,
        _ => 1,
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
    let of = |refused: &Refused| Said { code: refused.code.code(), words: refused.to_string() };
    match (&entry.decision.verdict, &entry.preview) {
        (_, Err(error)) => Some(preview_refusal(error)),
        (_, Ok(_)) if state == "draft" => None,
        (Verdict::Refused(refused) | Verdict::Held(_, refused), Ok(_))
            if refused.code != Refusal::BlockedByCancel =>
        {
            Some(of(refused))
        }
        (_, Ok(_)) => None,
    }
}

fn preview_refusal(error: &PreviewError) -> Said {
    let code = match error {
        PreviewError::Statement(refused) => refused.code,
        PreviewError::NoCap => Refusal::CapMissing,
        PreviewError::OtherBytes => Refusal::CapDigest,
        PreviewError::Cap(_) => Refusal::CapUnreadable,
    };
    Said { code: code.code(), words: error.to_string() }
}

fn notes(entry: &Entry) -> Vec<Said> {
    let notes =
        entry.decision.notes.iter().map(|note| Said { code: note.code(), words: note.sentence().to_owned() });
    let faults = entry.preview.as_ref().map_or(&[][..], |preview| &preview.faults);
    notes.chain(faults.iter().map(|words| Said { code: "contradiction", words: words.clone() })).collect()
}

fn faults(entry: &Entry) -> Vec<Said> {
    let faults = entry.decision.signatures.iter().filter_map(|check| check.fault);
    faults.map(|fault| Said { code: fault.code(), words: fault.sentence().to_owned() }).collect()
}

/// What this officer may do with a message here.
fn can(item: &Item, entry: &Entry, may_sign: bool) -> Vec<&'static str> {
    let is_message = entry.preview.as_ref().is_ok_and(|preview| preview.message().is_some());
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
    may("sign", may_sign && is_message && is_sound && waits);
    may("cancel", warns && matches!(item.state, "in-force" | "on-hold" | "unconfirmed"));
    may("clear", warns && goes_on);
    may("update", warns && goes_on);
    may("discard", item.state == "draft");
    can
}
