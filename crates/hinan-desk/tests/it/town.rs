//! A small town with officers, keepers and a table of zones.

use hinan_desk::ceremony::{Holder, RING_LIFE, first_root, quorum};
use hinan_desk::{Area, Draft, Issued, RingPlan, SecretKey, Setup, Stamp, Template, Warning};
use hinan_model::{Area as Ground, Bounds, Ds, Place, Zone};
use hinan_texts::Language;
use hinan_trust::statement::WorldName;
use hinan_trust::{Context, Decision, Digest, Envelope, Hex, Store, Trust};

/// The beginning of all tests; seconds since 1970.
pub const START: i64 = 1_772_366_400;

/// A key that is the same in every run.
pub fn key(name: &str) -> SecretKey {
    SecretKey::from_seed(&Digest::of(name.as_bytes()).0, name).unwrap()
}

pub fn holder(person: &str, key: &SecretKey) -> Holder {
    Holder { person: person.to_owned(), key: key.public(), standalone: true }
}

/// Ids in a row: tests need no lots.
pub fn stamp(number: u8, issued: i64) -> Stamp {
    Stamp { id: Hex([number; 16]), issued }
}

pub fn at(lat: f64, lon: f64) -> Place {
    Place::from_degrees(lat, lon).unwrap()
}

pub fn zone(id: &str, [south, west, north, east]: [f64; 4]) -> Zone {
    let area = Ground::of_box(Bounds { min: at(south, west), max: at(north, east) });
    let name = format!("Zone {id}");
    Zone { id: id.to_owned(), name, budget: Ds(900), place: None, area: Some(area) }
}

pub fn table() -> Vec<Zone> {
    vec![zone("north", [50.5, 30.0, 50.6, 30.2]), zone("south", [50.4, 30.0, 50.5, 30.2])]
}

/// What a town's ceremonies leave behind.
pub struct Town {
    pub scope: Digest,
    pub roots: Vec<Envelope>,
    pub rings: Vec<Envelope>,
    pub trust: Trust,
}

pub const ROOTS: [&str; 5] = ["root-1", "root-2", "root-3", "root-4", "root-5"];
pub const KEEPERS: [&str; 4] = ["keeper-1", "keeper-2", "keeper-3", "keeper-4"];
pub const OFFICERS: [&str; 3] = ["anna", "boris", "chika"];

pub fn holders(names: &[&str]) -> Vec<Holder> {
    names.iter().map(|name| holder(name, &key(name))).collect()
}

pub fn signed(envelope: Envelope, names: &[&str]) -> Envelope {
    names.iter().fold(envelope, |envelope, name| key(name).sign(envelope))
}

/// Officers of all hazards in all zones, and what one of them may do alone.
pub fn officers(plan: RingPlan) -> RingPlan {
    let plan = OFFICERS.iter().fold(plan, |plan, name| plan.with_person(&holder(name, &key(name))));
    plan.with_officers(&OFFICERS, &["*"]).with_solo(Some(600), Some(180))
}

impl Town {
    pub fn new() -> Town {
        let root = quorum(3, &holders(&ROOTS));
        let keepers = quorum(2, &holders(&KEEPERS));
        let root = first_root(stamp(1, START), WorldName::Live, root, keepers).unwrap();
        let root = signed(root, &ROOTS[..3]);
        let scope = root.name();
        let ring = officers(RingPlan::first(scope)).draft(stamp(2, START), RING_LIFE).unwrap();
        let ring = signed(ring, &KEEPERS[..2]);
        let mut town = Town {
            scope,
            trust: trust(scope, std::slice::from_ref(&root), &[]),
            roots: vec![root],
            rings: vec![ring],
        };
        town.walk();
        assert!(town.trust.ring().is_some());
        town
    }

    /// What a new receiver makes of all documents.
    pub fn walk(&mut self) {
        self.trust = trust(self.scope, &self.roots, &self.rings);
    }

    pub fn setup(&self) -> Setup {
        let mut setup = Setup::new(&self.trust, "alerts@town.example", "Town of Tests").unwrap();
        setup.languages = Language::ALL.to_vec();
        setup.offset_minutes = 120;
        setup
    }
}

pub fn trust(scope: Digest, roots: &[Envelope], rings: &[Envelope]) -> Trust {
    let json = |envelopes: &[Envelope]| envelopes.iter().map(Envelope::to_json).collect::<Vec<_>>();
    let roots = json(roots);
    let (trust, _not_taken) = Trust::walk(scope, &roots[0], &roots[1..], &json(rings)).unwrap();
    trust
}

/// A warning for the northern zone.
pub fn warning(template: &str) -> Warning {
    let area = Area::of_zones(&table(), &["north".to_owned()], true).unwrap();
    let template = Template::find(template).unwrap();
    Warning { template, drill: false, area, life: 600, impact_at: None, arming: None }
}

pub fn sign(draft: &Draft, names: &[&str]) -> Draft {
    Draft { envelope: signed(draft.envelope.clone(), names), cap: draft.cap.clone() }
}

pub fn issued(draft: &Draft) -> Issued {
    Issued::read(&draft.envelope, &draft.cap).unwrap()
}

/// What a receiver decides about a draft at a time, keeping it.
pub fn receive(store: &mut Store, trust: &Trust, draft: &Draft, now: i64) -> Decision {
    let context = Context { now, ..Context::default() };
    let cap = (!draft.cap.is_empty()).then_some(draft.cap.as_slice());
    store.receive(trust, &draft.envelope.to_json(), cap, &context)
}
