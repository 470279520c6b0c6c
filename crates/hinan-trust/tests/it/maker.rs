//! A town that exists in tests only: its people, keys, rings and messages. Every key is derived from its
//! name and the words TEST ONLY, so that anybody can sign with it and nobody should trust it.

use ed25519_dalek::{Signer as _, SigningKey};
use hinan_cap::Moment;
use hinan_model::{Hazard, Stage};
use hinan_trust::hex::{Hex, HexBytes};
use hinan_trust::statement::{
    ActName, Active, Alert, Algorithm, Arming, ArmingCaps, Cancel, CapBytes, Changes, Clear, Danger,
    Delivery, FileEntry, Life, Machine, MachineKind, Person, Quorum, QuorumKey, ReasonName, Right, Ring,
    RingKey, Root, ShelterEntry, ShelterState, Siren, SirenTone, Solo, Statement, Status, Thresholds,
    WorldName,
};
use hinan_trust::{Digest, Envelope, Id, Kind, ZONE_SCHEME, key_id, pae};
use sha2::{Digest as _, Sha256};

/// The moment at which everything here happens: 2027-01-15 08:00:00 UTC.
pub(crate) const NOW: i64 = 1_800_000_000;
pub(crate) const HOUR: i64 = 3_600;
pub(crate) const DAY: i64 = 86_400;

/// The secret key of a name. TEST ONLY.
pub(crate) fn secret(name: &str) -> SigningKey {
    SigningKey::from_bytes(&Sha256::digest(format!("hinan TEST ONLY key: {name}")).into())
}

pub(crate) fn public(name: &str) -> [u8; 32] {
    secret(name).verifying_key().to_bytes()
}

pub(crate) fn id(name: &str) -> Id {
    let digest: [u8; 32] = Sha256::digest(format!("hinan TEST ONLY id: {name}")).into();
    Hex(digest[..16].try_into().unwrap())
}

fn texts(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn quorum(threshold: u64, names: &[&str]) -> Quorum {
    let key = |name: &&str| QuorumKey {
        // `kim-2` is another key of `kim`; `page-lee` is one that signs in a page.
        person: name.trim_start_matches("page-").split('-').next().unwrap().to_owned(),
        public: Hex(public(name)),
        standalone: !name.starts_with("page-"),
    };
    Quorum { threshold, keys: names.iter().map(key).collect() }
}

/// The first root, three of five; keepers two of four.
pub(crate) fn root_v1() -> Root {
    Root {
        v: 1,
        scope: None,
        id: id("root 1"),
        issued: NOW - 300 * DAY,
        n: 1,
        world: WorldName::Live,
        expires: NOW + 600 * DAY,
        root: quorum(3, &["ruth", "rolf", "rina", "raul", "remi", "ruth-2", "page-ruth-3"]),
        keepers: quorum(2, &["kim", "kai", "kora", "knut", "kim-2", "page-lee", "page-lou"]),
        ext: None,
    }
}

pub(crate) fn scope() -> Digest {
    Digest::of(&Statement::Root(root_v1()).payload_bytes().unwrap())
}

/// A later root by the same persons.
pub(crate) fn root_n(n: u64) -> Root {
    let id = id(&format!("root {n}"));
    Root { scope: Some(scope()), n, id, issued: NOW - 200 * DAY + n as i64 * DAY, ..root_v1() }
}

fn key(holder: &str, name: &str, standalone: bool) -> RingKey {
    RingKey {
        holder: holder.to_owned(),
        alg: Algorithm::Ed25519,
        public: HexBytes(public(name).to_vec()),
        standalone,
        origins: Vec::new(),
        retired: None,
        compromised: false,
    }
}

fn right(who: &[&str], types: &[Kind]) -> Right {
    Right { who: texts(who), types: types.to_vec(), ..Right::default() }
}

/// The neutral element of the curve: a key under which anybody can sign.
pub(crate) const LOW_ORDER: [u8; 32] = {
    let mut bytes = [0; 32];
    bytes[0] = 1;
    bytes
};
/// y = p + 3: a point, by a spelling that is not its own.
pub(crate) const NOT_CANONICAL: [u8; 32] = {
    let mut bytes = [0xff; 32];
    bytes[0] = 0xf0;
    bytes[31] = 0x7f;
    bytes
};

/// The ring of the town.
pub(crate) fn ring() -> Ring {
    let all = || texts(&["*"]);
    let officer =
        [Kind::Alert, Kind::Cancel, Kind::Clear, Kind::Drill, Kind::Arming, Kind::Danger, Kind::Status];
    let officers = ["anna", "boris", "chie", "eri", "fumi", "goro", "weak", "odd"];
    let full = |who: &[&str]| Right {
        stages: all(),
        hazards: all(),
        zones: all(),
        shelters: all(),
        ..right(who, &officer)
    };
    let of_zone = |who: &[&str], zone: &str| Right { zones: texts(&[zone]), ..full(who) };
    let person = |name: &str| Person { id: name.to_owned(), name: None };
    let machine = |name: &str, kind, operator: &str| Machine {
        id: name.to_owned(),
        kind,
        operator: operator.to_owned(),
    };
    let mut keys = vec![
        key("anna", "anna", true),
        key("anna", "anna-2", true),
        key("boris", "boris", false),
        key("chie", "chie", true),
        key("eri", "eri", false),
        RingKey { retired: Some(NOW - HOUR), ..key("fumi", "fumi", true) },
        RingKey { compromised: true, ..key("goro", "goro", true) },
        RingKey { public: HexBytes(LOW_ORDER.to_vec()), ..key("weak", "weak", true) },
        RingKey { public: HexBytes(NOT_CANONICAL.to_vec()), ..key("odd", "odd", true) },
        RingKey {
            alg: Algorithm::WebauthnEs256,
            public: HexBytes([&[4][..], &[7; 64]].concat()),
            origins: texts(&["https://desk.example"]),
            ..key("boris", "boris", false)
        },
    ];
    for name in ["nami", "nobu", "dora", "wanda", "rei", "ren"] {
        keys.push(key(name, name, true));
    }
    let machines = ["feed-1", "feed-2", "relay-north", "relay-north-2", "relay-south", "gateway", "builder"];
    keys.extend(machines.iter().map(|name| key(name, name, false)));
    Ring {
        v: 1,
        scope: scope(),
        id: id("ring"),
        issued: NOW - 100 * DAY,
        epoch: 1,
        n: 5,
        expires: NOW + 200 * DAY,
        persons: officers
            .iter()
            .chain(&["nami", "nobu", "dora", "wanda", "rei", "ren"])
            .map(|it| person(it))
            .collect(),
        machines: vec![
            machine("feed-1", MachineKind::Feed, "army"),
            machine("feed-2", MachineKind::Feed, "army"),
            machine("relay-north", MachineKind::Relay, "north"),
            machine("relay-north-2", MachineKind::Relay, "north"),
            machine("relay-south", MachineKind::Relay, "south"),
            machine("gateway", MachineKind::Gateway, "city"),
            machine("builder", MachineKind::Builder, "city"),
        ],
        keys,
        rights: vec![
            full(&officers),
            of_zone(&["nami", "nobu"], "z-north"),
            Right { stages: all(), hazards: all(), zones: all(), ..right(&["dora"], &[Kind::Drill]) },
            Right { shelters: texts(&["s1"]), ..right(&["wanda"], &[Kind::Danger, Kind::Status]) },
            Right {
                stages: texts(&["take-cover"]),
                hazards: texts(&["air-raid"]),
                zones: texts(&["z-north", "z-south"]),
                ..right(&["feed-1", "feed-2"], &[Kind::Alert, Kind::Cancel])
            },
            right(&["rei", "ren"], &[Kind::Pack, Kind::Region, Kind::App]),
            right(&["builder"], &[Kind::Pack, Kind::Region, Kind::App]),
            right(&["relay-north", "relay-north-2", "relay-south", "anna"], &[Kind::Active]),
            right(&["gateway"], &[Kind::Siren]),
        ],
        thresholds: Thresholds::default(),
        life: Life::default(),
        solo: Solo { alert: Some(600), cancel: Some(180) },
        arming: ArmingCaps::default(),
        ext: None,
    }
}

/// Signs a payload of a type.
pub(crate) fn signed(kind: Kind, payload: Vec<u8>, by: &[&str]) -> Envelope {
    let message = pae(&kind.payload_type(), &payload);
    by.iter().fold(Envelope::new(kind, payload), |envelope, name| {
        envelope.with_signature(key_id(&public(name)), secret(name).sign(&message).to_bytes())
    })
}

/// The envelope of a statement.
pub(crate) fn enveloped(statement: &Statement, by: &[&str]) -> Vec<u8> {
    signed(statement.kind(), statement.payload_bytes().unwrap(), by).to_json()
}

/// What a CAP message says, in the few words that matter here.
#[derive(Clone)]
pub(crate) struct CapDraft {
    pub(crate) identifier: String,
    pub(crate) sent: i64,
    pub(crate) status: &'static str,
    pub(crate) message: &'static str,
    pub(crate) response: &'static str,
    pub(crate) expires: Vec<Option<i64>>,
    pub(crate) zones: Vec<String>,
    pub(crate) polygon: bool,
    pub(crate) references: Vec<(String, i64)>,
}

const SENDER: &str = "alerts@town.example";

fn moment(unix: i64) -> String {
    Moment { unix, offset_minutes: 0 }.to_string()
}

impl CapDraft {
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut infos = String::new();
        for expires in &self.expires {
            let mut area = String::from("<area><areaDesc>Town</areaDesc>");
            if self.polygon {
                area.push_str("<polygon>50.00,36.20 50.00,36.30 50.05,36.30 50.00,36.20</polygon>");
            }
            for zone in &self.zones {
                area.push_str(&format!(
                    "<geocode><valueName>{ZONE_SCHEME}</valueName><value>{zone}</value></geocode>"
                ));
            }
            area.push_str("</area>");
            let expires = expires.map(|at| format!("<expires>{}</expires>", moment(at))).unwrap_or_default();
            infos.push_str(&format!(
                "<info><language>en-US</language><category>Safety</category><event>Test only</event>\
                 <responseType>{}</responseType><urgency>Immediate</urgency><severity>Extreme</severity>\
                 <certainty>Observed</certainty>{expires}<headline>Test only</headline>{area}</info>",
                self.response,
            ));
        }
        let references =
            self.references.iter().map(|(name, sent)| format!("{SENDER},{name},{}", moment(*sent)));
        let references = references.collect::<Vec<_>>().join(" ");
        let references =
            if references.is_empty() { references } else { format!("<references>{references}</references>") };
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">\
             <identifier>{}</identifier><sender>{SENDER}</sender><sent>{}</sent><status>{}</status>\
             <msgType>{}</msgType><scope>Public</scope>{references}{infos}</alert>\n",
            self.identifier,
            moment(self.sent),
            self.status,
            self.message,
        )
        .into_bytes()
    }
}

/// A statement with the CAP message that it is bound to.
#[derive(Clone)]
pub(crate) struct Message {
    pub(crate) statement: Statement,
    pub(crate) draft: CapDraft,
    pub(crate) cap: Vec<u8>,
}

impl Message {
    pub(crate) fn name(&self) -> Digest {
        Digest::of(&self.statement.payload_bytes().unwrap())
    }

    pub(crate) fn envelope(&self, by: &[&str]) -> Vec<u8> {
        enveloped(&self.statement, by)
    }

    /// The same with a CAP message that says something else; the statement is bound to it.
    pub(crate) fn with_cap(mut self, change: impl FnOnce(&mut CapDraft)) -> Message {
        change(&mut self.draft);
        self.cap = self.draft.bytes();
        self.bind();
        self
    }

    fn bind(&mut self) {
        let bound = CapBytes::of(&self.cap);
        match &mut self.statement {
            Statement::Alert(alert) | Statement::Drill(alert) => alert.cap = bound,
            Statement::Cancel(cancel) => cancel.cap = Some(bound),
            Statement::Clear(clear) => clear.cap = bound,
            _ => {}
        }
    }
}

/// An alert or drill of the town; everything else of it follows from these.
#[derive(Clone)]
pub(crate) struct Warn {
    pub(crate) label: &'static str,
    pub(crate) drill: bool,
    pub(crate) lab: bool,
    pub(crate) stage: Stage,
    pub(crate) hazard: Hazard,
    pub(crate) zones: Vec<&'static str>,
    pub(crate) issued: i64,
    pub(crate) life: i64,
    pub(crate) template: &'static str,
    pub(crate) arming: Option<Digest>,
    pub(crate) replaces: Vec<Message>,
}

impl Warn {
    pub(crate) fn new(label: &'static str) -> Warn {
        Warn {
            label,
            drill: false,
            lab: false,
            stage: Stage::TakeCover,
            hazard: Hazard::AirRaid,
            zones: vec!["z-north"],
            issued: NOW - 10,
            life: HOUR,
            template: "air-raid-take-cover",
            arming: None,
            replaces: Vec::new(),
        }
    }

    pub(crate) fn message(&self) -> Message {
        let is_update = !self.replaces.is_empty();
        let draft = CapDraft {
            identifier: format!("cap-{}", self.label),
            sent: self.issued,
            status: match (self.lab, self.drill) {
                (true, _) => "Test",
                (_, true) => "Exercise",
                _ => "Actual",
            },
            message: if is_update { "Update" } else { "Alert" },
            response: "Shelter",
            expires: vec![Some(self.issued + self.life)],
            zones: texts(&self.zones),
            polygon: self.zones.is_empty(),
            references: references(&self.replaces),
        };
        let alert = Alert {
            v: 1,
            scope: scope(),
            ring: ring().counter(),
            id: id(self.label),
            issued: self.issued,
            act: if is_update { ActName::Update } else { ActName::Alert },
            stage: self.stage,
            hazard: self.hazard,
            template: self.template.to_owned(),
            zones: texts(&self.zones),
            expires: self.issued + self.life,
            impact_at: None,
            targets: self.replaces.iter().map(Message::name).collect(),
            arming: self.arming,
            cap: CapBytes::of(b""),
            ext: None,
        };
        let statement = if self.drill { Statement::Drill(alert) } else { Statement::Alert(alert) };
        complete(statement, draft)
    }
}

fn complete(statement: Statement, draft: CapDraft) -> Message {
    let cap = draft.bytes();
    let mut message = Message { statement, draft, cap };
    message.bind();
    message
}

fn references(messages: &[Message]) -> Vec<(String, i64)> {
    messages.iter().map(|message| (message.draft.identifier.clone(), message.draft.sent)).collect()
}

fn ending_draft(label: &str, issued: i64, world: WorldName, targets: &[&Message]) -> CapDraft {
    let targets: Vec<_> = targets.iter().map(|message| (*message).clone()).collect();
    CapDraft {
        identifier: format!("cap-{label}"),
        sent: issued,
        status: if world == WorldName::Drill { "Exercise" } else { "Actual" },
        message: "Cancel",
        response: "None",
        expires: vec![None],
        zones: texts(&["z-north"]),
        polygon: false,
        references: references(&targets),
    }
}

/// A cancel of some messages.
pub(crate) fn cancel(label: &'static str, issued: i64, world: WorldName, targets: &[&Message]) -> Message {
    let statement = Statement::Cancel(Cancel {
        v: 1,
        scope: scope(),
        ring: ring().counter(),
        id: id(label),
        issued,
        world,
        reason: ReasonName::Error,
        targets: targets.iter().map(|message| message.name()).collect(),
        cap: None,
        ext: None,
    });
    complete(statement, ending_draft(label, issued, world, targets))
}

/// An arming order called back.
pub(crate) fn void(label: &'static str, issued: i64, arming: Digest) -> Statement {
    Statement::Cancel(Cancel {
        v: 1,
        scope: scope(),
        ring: ring().counter(),
        id: id(label),
        issued,
        world: WorldName::Live,
        reason: ReasonName::Withdrawn,
        targets: vec![arming],
        cap: None,
        ext: None,
    })
}

/// An all clear for some messages.
pub(crate) fn clear(label: &'static str, issued: i64, targets: &[&Message]) -> Message {
    let statement = Statement::Clear(Clear {
        v: 1,
        scope: scope(),
        ring: ring().counter(),
        id: id(label),
        issued,
        world: WorldName::Live,
        targets: targets.iter().map(|message| message.name()).collect(),
        cap: CapBytes::of(b""),
        ext: None,
    });
    let draft = ending_draft(label, issued, WorldName::Live, targets);
    complete(statement, CapDraft { message: "Update", response: "AllClear", ..draft })
}

/// An order signed ahead for the night: anna and feed 1, raids, z-north.
pub(crate) fn arming() -> Arming {
    Arming {
        v: 1,
        scope: scope(),
        ring: ring().counter(),
        id: id("arming"),
        issued: NOW - 2 * HOUR,
        who: texts(&["anna", "boris", "feed-1"]),
        zones: texts(&["z-north"]),
        hazards: vec![Hazard::AirRaid],
        stages: vec![Stage::Expect, Stage::TakeCover],
        templates: texts(&["air-raid-take-cover"]),
        from: NOW - HOUR,
        until: NOW + 8 * HOUR,
        life: 900,
        ext: None,
    }
}

fn entries(shelters: &[(&str, ShelterState)]) -> Vec<ShelterEntry> {
    shelters.iter().map(|(name, state)| ShelterEntry { shelter: (*name).to_owned(), state: *state }).collect()
}

pub(crate) fn danger(label: &str, n: u64, shelters: &[(&str, ShelterState)]) -> Danger {
    let (scope, ring) = (scope(), ring().counter());
    Danger {
        v: 1,
        scope,
        ring,
        id: id(label),
        issued: NOW - 60,
        epoch: 1,
        n,
        shelters: entries(shelters),
        ext: None,
    }
}

pub(crate) fn status(label: &str, issued: i64, shelters: &[(&str, ShelterState)]) -> Status {
    let (scope, ring) = (scope(), ring().counter());
    Status {
        v: 1,
        scope,
        ring,
        id: id(label),
        issued,
        epoch: 1,
        n: 1,
        shelters: entries(shelters),
        ext: None,
    }
}

pub(crate) fn pack(label: &str, epoch: u64, n: u64, changed: u64) -> Delivery {
    Delivery {
        v: 1,
        scope: scope(),
        ring: ring().counter(),
        id: id(label),
        issued: NOW - DAY,
        name: "town".to_owned(),
        version: format!("{epoch}.{n}"),
        epoch,
        n,
        files: vec![FileEntry { path: "town/pack.bin".to_owned(), sha256: Digest::of(b"pack"), len: 4 }],
        built: NOW - 2 * DAY,
        inputs: vec![Digest::of(b"map"), Digest::of(b"list")],
        diff_sha256: Digest::of(b"difference"),
        changes: Changes { shelters: 100, changed },
        ext: None,
    }
}

pub(crate) fn active(label: &str, issued: i64) -> Active {
    Active {
        v: 1,
        scope: scope(),
        ring: ring().counter(),
        id: id(label),
        issued,
        epoch: 1,
        n: 77,
        ttl: 60,
        next: 20,
        newest_ring: ring().counter(),
        packs: Vec::new(),
        in_force: Vec::new(),
        ext: None,
    }
}

pub(crate) fn siren(label: &str, tone: SirenTone, envelope: &[u8]) -> Siren {
    use base64::Engine as _;
    Siren {
        v: 1,
        scope: scope(),
        ring: ring().counter(),
        id: id(label),
        issued: NOW - 5,
        devices: texts(&["siren-7"]),
        tone,
        seconds: 90,
        epoch: 1,
        counter: 42,
        envelope: base64::engine::general_purpose::STANDARD.encode(envelope),
        ext: None,
    }
}
