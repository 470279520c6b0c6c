//! A whole decision as one JSON text, and its answer as another: how a page and the cases in
//! `vectors/` ask. `docs/trust-vectors.md` describes both.

use std::collections::BTreeMap;

use hinan_alert::Notice;
use hinan_alert::notice::{Act, Standing, World};
use serde::{Deserialize, Serialize};

use crate::clock::{Clock, RelayTime};
use crate::code::Refused;
use crate::decision::{Context, Decision, Device, Near, Seen, Verdict};
use crate::envelope::from_base64;
use crate::hex::{Digest, encode};
use crate::kind::Kind;
use crate::signers::SignatureCheck;
use crate::statement::Counter;
use crate::store::Store;
use crate::trust::{RelayWord, Trust};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Questions {
    #[serde(default, rename = "warning")]
    _warning: String,
    documents: BTreeMap<String, Document>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "lowercase")]
enum Document {
    Text(String),
    Base64(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[serde(default, rename = "about")]
    _about: String,
    scope: Digest,
    first: String,
    #[serde(default)]
    roots: Vec<String>,
    #[serde(default)]
    rings: Vec<String>,
    /// What a later bundle brings, if there is one.
    #[serde(default)]
    later_roots: Vec<String>,
    #[serde(default)]
    later_rings: Vec<String>,
    #[serde(default)]
    earlier: Vec<Carried>,
    envelope: Option<String>,
    cap: Option<String>,
    clock: ClockJson,
    #[serde(default)]
    near: NearName,
    first_seen: Option<i64>,
    #[serde(default)]
    seen: Vec<SeenJson>,
    shelter_zones: Option<BTreeMap<String, String>>,
    device: Option<DeviceJson>,
    #[serde(default, rename = "expect")]
    _expect: serde_json::Value,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Carried {
    envelope: String,
    cap: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClockJson {
    device: i64,
    #[serde(default)]
    built: i64,
    #[serde(default)]
    relays: Vec<RelayJson>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RelayJson {
    active: String,
    age: i64,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum NearName {
    Here,
    #[default]
    MayBeYou,
    Elsewhere,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SeenJson {
    kind: Kind,
    #[serde(default)]
    name: String,
    epoch: u64,
    n: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DeviceJson {
    id: String,
    epoch: u64,
    counter: u64,
}

/// The answer to one case; keys that do not apply are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The case.
    pub name: String,
    /// Why the first root was refused; nothing else is then said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_root: Option<&'static str>,
    /// The number of the newest root.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub root: Option<u64>,
    /// The newest ring.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ring: Option<Counter>,
    /// Roots and rings that were not taken: `root 0: root-gap`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_taken: Vec<String>,
    /// The time that was gone by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub now: Option<i64>,
    /// `believed`, `held` or `refused`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<&'static str>,
    /// Why it is held or refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<&'static str>,
    /// Who stands behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<&'static str>,
    /// In which world.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub world: Option<&'static str>,
    /// As what it is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown: Option<&'static str>,
    /// With which tone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tone: Option<&'static str>,
    /// Remarks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<&'static str>,
    /// The fate of every signature, the first digits of its key's name before: `0123abcd counts`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<String>,
    /// What the life of alerts goes on from, sorted, with the first digits of names:
    /// `0123abcd alert live full`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<String>,
    /// The most important word for people who look into what a case is about: details of the refusal.
    #[serde(skip)]
    pub detail: String,
}

/// Answers every case of a text; an error says what is wrong with the text itself.
pub fn answers(questions: &[u8]) -> Result<Vec<Answer>, String> {
    let questions: Questions = serde_json::from_slice(questions).map_err(|error| error.to_string())?;
    let mut documents = BTreeMap::new();
    for (name, document) in questions.documents {
        let bytes = match document {
            Document::Text(text) => text.into_bytes(),
            Document::Base64(text) => from_base64(&text, &name).map_err(|refused| refused.to_string())?,
        };
        documents.insert(name, bytes);
    }
    questions.cases.iter().map(|case| Asked { case, documents: &documents }.answer()).collect()
}

/// [`answers`] as JSON: `{"answers":[...]}` or `{"error":"..."}`.
pub fn answers_json(questions: &[u8]) -> Vec<u8> {
    let json = match answers(questions) {
        Ok(answers) => serde_json::json!({ "answers": answers }),
        Err(error) => serde_json::json!({ "error": error }),
    };
    json.to_string().into_bytes()
}

struct Asked<'a> {
    case: &'a Case,
    documents: &'a BTreeMap<String, Vec<u8>>,
}

impl Asked<'_> {
    fn document(&self, name: &str) -> Result<&[u8], String> {
        let found = self.documents.get(name).map(Vec::as_slice);
        found.ok_or_else(|| format!("case '{}': there is no document '{name}'", self.case.name))
    }

    fn all(&self, names: &[String]) -> Result<Vec<Vec<u8>>, String> {
        names.iter().map(|name| self.document(name).map(<[u8]>::to_vec)).collect()
    }

    fn answer(&self) -> Result<Answer, String> {
        let case = self.case;
        let mut answer = Answer { name: case.name.clone(), ..Answer::default() };
        let first = self.document(&case.first)?;
        let begun = Trust::walk(case.scope, first, &self.all(&case.roots)?, &self.all(&case.rings)?);
        let (mut trust, mut not_taken) = match begun {
            Ok(walked) => walked,
            Err(refused) => {
                return Ok(Answer {
                    first_root: Some(refused.code.code()),
                    detail: refused.detail,
                    ..answer
                });
            }
        };
        if !case.later_roots.is_empty() || !case.later_rings.is_empty() {
            let (later, more) = trust.advance(&self.all(&case.later_roots)?, &self.all(&case.later_rings)?);
            trust = later;
            not_taken.extend(more);
        }
        answer.root = Some(trust.root().n);
        answer.ring = trust.ring().map(crate::statement::Ring::counter);
        answer.not_taken = not_taken
            .iter()
            .map(|document| format!("{} {}: {}", document.kind, document.at, document.refused.code))
            .collect();
        let context = self.context(&trust)?;
        answer.now = Some(context.now);
        let mut store = Store::new();
        for carried in &case.earlier {
            let cap = carried.cap.as_deref().map(|name| self.document(name)).transpose()?;
            store.receive(&trust, self.document(&carried.envelope)?, cap, &context);
        }
        if let Some(envelope) = &case.envelope {
            let cap = case.cap.as_deref().map(|name| self.document(name)).transpose()?;
            let decision = store.receive(&trust, self.document(envelope)?, cap, &context);
            tell(&mut answer, &decision);
        }
        answer.notices = store.notices(&trust, context.now).iter().map(notice_words).collect();
        answer.notices.sort();
        Ok(answer)
    }

    fn context(&self, trust: &Trust) -> Result<Context, String> {
        let case = self.case;
        let seen: Vec<_> = case
            .seen
            .iter()
            .map(|seen| Seen {
                kind: seen.kind,
                name: seen.name.clone(),
                counter: Counter { epoch: seen.epoch, n: seen.n },
            })
            .collect();
        let mut clock = Clock {
            device: case.clock.device,
            built: case.clock.built,
            ring_issued: trust.ring_issued().unwrap_or_default(),
            relays: Vec::new(),
        };
        for relay in &case.clock.relays {
            if let Ok(word) = trust.relay_time(self.document(&relay.active)?, &seen) {
                let RelayWord { operator, issued, .. } = word;
                clock.relays.push(RelayTime { operator, issued, age: relay.age });
            }
        }
        let zones = case.shelter_zones.clone().map(|zones| zones.into_iter().collect());
        let device = case.device.as_ref();
        Ok(Context {
            now: clock.now(),
            near: match case.near {
                NearName::Here => Near::Here,
                NearName::MayBeYou => Near::MayBeYou,
                NearName::Elsewhere => Near::Elsewhere,
            },
            first_seen: case.first_seen,
            seen,
            shelter_zones: zones,
            device: device.map(|device| Device {
                id: device.id.clone(),
                counter: Counter { epoch: device.epoch, n: device.counter },
            }),
        })
    }
}

fn tell(answer: &mut Answer, decision: &Decision) {
    answer.verdict = Some(match &decision.verdict {
        Verdict::Believed(_) => "believed",
        Verdict::Held(..) => "held",
        Verdict::Refused(_) => "refused",
    });
    if let Verdict::Held(_, Refused { detail, .. }) | Verdict::Refused(Refused { detail, .. }) =
        &decision.verdict
    {
        answer.detail.clone_from(detail);
    }
    answer.code = decision.code().map(crate::Refusal::code);
    if let Some(belief) = decision.belief() {
        answer.standing = Some(standing_word(belief.standing));
        answer.world = Some(world_word(belief.look.world));
        answer.shown = Some(belief.look.shown.name());
        answer.tone = Some(belief.look.tone.name());
    }
    answer.notes = decision.notes.iter().map(|note| note.code()).collect();
    answer.signatures = decision.signatures.iter().map(signature_words).collect();
}

fn signature_words(check: &SignatureCheck) -> String {
    let start: String = check.keyid.chars().take(8).collect();
    format!("{start} {}", check.fault.map_or("counts", crate::Fault::code))
}

fn notice_words(notice: &Notice) -> String {
    let act = match &notice.act {
        Act::Alert(_) => "alert",
        Act::Update(_) => "update",
        Act::Cancel(_) => "cancel",
        Act::Clear => "clear",
    };
    let (world, standing) = (world_word(notice.world), standing_word(notice.standing));
    format!("{} {act} {world} {standing}", encode(&notice.name.0[..4]))
}

fn world_word(world: World) -> &'static str {
    match world {
        World::Live => "live",
        World::Drill => "drill",
        World::Lab => "lab",
    }
}

fn standing_word(standing: Standing) -> &'static str {
    match standing {
        Standing::Full => "full",
        Standing::Armed => "armed",
        Standing::Solo => "solo",
        Standing::Pending => "pending",
        Standing::Unconfirmed => "unconfirmed",
    }
}
