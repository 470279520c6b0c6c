//! What the values of one statement must agree in, whoever signed it.

use std::collections::BTreeSet;

use hinan_model::Stage;

use crate::statement::{
    ActName, Alert, Algorithm, Arming, Cancel, Clear, Delivery, Quorum, Right, Ring, Root, ShelterEntry,
    ShelterState, Siren, Statement, WorldName,
};

/// A ring holds for no longer than this.
pub(crate) const RING_LIFE: i64 = 400 * 86_400;
/// How many targets one statement may name.
const MAX_TARGETS: usize = 64;

type Checked = Result<(), String>;

/// Whether a statement makes sense by itself; if not, what is wrong.
pub(crate) fn statement(statement: &Statement) -> Checked {
    match statement {
        Statement::Root(root) => root_makes_sense(root),
        Statement::Ring(ring) => ring_makes_sense(ring),
        Statement::Arming(arming) => arming_makes_sense(arming),
        Statement::Alert(alert) => alert_makes_sense(alert),
        Statement::Drill(drill) => {
            ensure(drill.arming.is_none(), "arming: a drill is never armed")?;
            alert_makes_sense(drill)
        }
        Statement::Cancel(cancel) => cancel_makes_sense(cancel),
        Statement::Clear(Clear { world, targets, .. }) => {
            live_or_drill(*world)?;
            some_targets(targets)
        }
        Statement::Danger(danger) => shelters_make_sense(&danger.shelters, |state| {
            !matches!(state, ShelterState::Full | ShelterState::Locked)
        }),
        Statement::Status(status) => shelters_make_sense(&status.shelters, |state| {
            matches!(state, ShelterState::Open | ShelterState::Full | ShelterState::Locked)
        }),
        Statement::Pack(it) | Statement::Region(it) | Statement::App(it) => delivery_makes_sense(it),
        Statement::Active(_) => Ok(()),
        Statement::Siren(siren) => siren_makes_sense(siren),
    }
}

fn ensure(holds: bool, what: &str) -> Checked {
    if holds { Ok(()) } else { Err(what.to_owned()) }
}

/// No two of them are the same.
fn ensure_distinct<T: Ord>(items: impl IntoIterator<Item = T>, what: &str) -> Checked {
    let mut seen = BTreeSet::new();
    ensure(items.into_iter().all(|item| seen.insert(item)), &format!("{what}: the same twice"))
}

fn ensure_named<'a>(names: impl IntoIterator<Item = &'a String>, what: &str) -> Checked {
    ensure(names.into_iter().all(|name| !name.is_empty()), &format!("{what}: an empty name"))
}

fn root_makes_sense(root: &Root) -> Checked {
    ensure(root.n >= 1, "n: roots are counted from 1")?;
    ensure(root.scope.is_some() == (root.n > 1), "scope: every root but the first has it")?;
    ensure(root.world != WorldName::Drill, "world: live or lab")?;
    ensure(root.expires > root.issued, "expires: not after issued")?;
    quorum_makes_sense(&root.root, root.world, "root")?;
    quorum_makes_sense(&root.keepers, root.world, "keepers")
}

/// One person alone never suffices where people live by it.
pub(crate) fn least_threshold(world: WorldName) -> u64 {
    if world == WorldName::Lab { 1 } else { 2 }
}

fn quorum_makes_sense(quorum: &Quorum, world: WorldName, what: &str) -> Checked {
    let least = least_threshold(world);
    ensure(quorum.threshold >= least, &format!("{what}.threshold: at least {least} persons"))?;
    let persons: BTreeSet<_> = quorum.keys.iter().map(|key| &key.person).collect();
    ensure(
        persons.len() as u64 >= quorum.threshold,
        &format!("{what}.keys: fewer persons than the threshold"),
    )?;
    ensure_named(persons, what)?;
    ensure_distinct(quorum.keys.iter().map(|key| key.public), &format!("{what}.keys"))
}

fn ring_makes_sense(ring: &Ring) -> Checked {
    ensure(ring.expires > ring.issued, "expires: not after issued")?;
    let persons = ring.persons.iter().map(|person| &person.id);
    let holders: Vec<_> = persons.chain(ring.machines.iter().map(|machine| &machine.id)).collect();
    ensure_named(holders.iter().copied(), "persons and machines")?;
    ensure_distinct(&holders, "persons and machines")?;
    let holders: BTreeSet<_> = holders.into_iter().collect();
    for (at, key) in ring.keys.iter().enumerate() {
        ensure(holders.contains(&key.holder), &format!("keys[{at}].holder: nobody of that name"))?;
        let fits = key.alg != Algorithm::Ed25519 || key.public.0.len() == 32;
        ensure(fits, &format!("keys[{at}].public: an Ed25519 key has 32 bytes"))?;
    }
    ensure_distinct(ring.keys.iter().map(|key| &key.public), "keys")?;
    for (at, right) in ring.rights.iter().enumerate() {
        right_makes_sense(right, &holders).map_err(|what| format!("rights[{at}].{what}"))?;
    }
    let thresholds = &ring.thresholds;
    let least = [thresholds.alert, thresholds.cancel, thresholds.clear, thresholds.drill, thresholds.arming];
    ensure(least.iter().all(|persons| *persons >= 1), "thresholds: at least one person")
}

fn right_makes_sense(right: &Right, holders: &BTreeSet<&String>) -> Checked {
    ensure(right.who.iter().all(|who| holders.contains(who)), "who: nobody of that name")?;
    let is = |list: &[String], known: fn(&str) -> bool| list.iter().all(|name| name == "*" || known(name));
    // A word that is no stage or hazard would be a right that nobody can read.
    ensure(is(&right.stages, is_stage), "stages: no stage of that name")?;
    ensure(is(&right.hazards, is_hazard), "hazards: no hazard of that name")
}

fn is_stage(name: &str) -> bool {
    Stage::ALL.iter().any(|stage| stage.name() == name)
}

fn is_hazard(name: &str) -> bool {
    hinan_model::Hazard::ALL.iter().any(|hazard| hazard.name() == name)
}

fn arming_makes_sense(arming: &Arming) -> Checked {
    ensure(!arming.who.is_empty(), "who: nobody")?;
    ensure(!arming.zones.is_empty(), "zones: none")?;
    ensure_named(&arming.zones, "zones")?;
    ensure(!arming.zones.iter().any(|zone| zone == "*"), "zones: an arming order names its zones")?;
    ensure(!arming.hazards.is_empty(), "hazards: none")?;
    ensure(!arming.stages.is_empty(), "stages: none")?;
    ensure(!arming.stages.contains(&Stage::Clear), "stages: nobody clears under an arming order")?;
    ensure(!arming.templates.is_empty(), "templates: none")?;
    ensure(arming.until > arming.from, "until: not after from")?;
    ensure(arming.life > 0, "life: no time at all")
}

fn alert_makes_sense(alert: &Alert) -> Checked {
    ensure(alert.stage != Stage::Clear, "stage: an all clear is a statement of its own")?;
    ensure(!alert.template.is_empty(), "template: empty")?;
    ensure_named(&alert.zones, "zones")?;
    ensure_distinct(&alert.zones, "zones")?;
    let is_all = alert.zones.iter().any(|zone| zone == "*");
    ensure(!is_all || alert.zones.len() == 1, "zones: * stands alone")?;
    ensure(alert.expires > alert.issued, "expires: not after issued")?;
    match alert.act {
        ActName::Alert => ensure(alert.targets.is_empty(), "targets: a first alert replaces nothing"),
        ActName::Update => some_targets(&alert.targets),
    }
}

fn some_targets(targets: &[crate::hex::Digest]) -> Checked {
    ensure(!targets.is_empty(), "targets: none")?;
    ensure(targets.len() <= MAX_TARGETS, "targets: more than 64")?;
    ensure_distinct(targets, "targets")
}

/// The lab has a root of its own, and its drills and alerts are told apart as elsewhere.
fn live_or_drill(world: WorldName) -> Checked {
    ensure(world != WorldName::Lab, "world: live or drill")
}

fn cancel_makes_sense(cancel: &Cancel) -> Checked {
    live_or_drill(cancel.world)?;
    some_targets(&cancel.targets)
}

fn shelters_make_sense(shelters: &[ShelterEntry], may: fn(ShelterState) -> bool) -> Checked {
    ensure(!shelters.is_empty(), "shelters: none")?;
    ensure_named(shelters.iter().map(|entry| &entry.shelter), "shelters")?;
    ensure_distinct(shelters.iter().map(|entry| &entry.shelter), "shelters")?;
    ensure(shelters.iter().all(|entry| may(entry.state)), "shelters: a state of another type")
}

fn delivery_makes_sense(delivery: &Delivery) -> Checked {
    ensure(!delivery.name.is_empty(), "name: empty")?;
    ensure(!delivery.files.is_empty(), "files: none")?;
    ensure_distinct(delivery.files.iter().map(|file| &file.path), "files")?;
    ensure(delivery.files.iter().all(|file| is_inside(&file.path)), "files: a path that leads outside")
}

/// Whether a path stays in the folder that it is read from.
fn is_inside(path: &str) -> bool {
    let is_plain = |part: &str| !part.is_empty() && part != "." && part != "..";
    path.split('/').all(is_plain) && !path.contains(['\\', '\0', ':'])
}

fn siren_makes_sense(siren: &Siren) -> Checked {
    ensure(!siren.devices.is_empty(), "devices: none")?;
    ensure(siren.seconds > 0, "seconds: no time at all")
}
