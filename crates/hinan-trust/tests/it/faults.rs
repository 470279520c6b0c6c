//! The fault matrix: five clocks, four ages of the ring, four ways not to know where one is. No real
//! alert is hidden in any of them, and no old one sounds.

use hinan_alert::near::{Fix, Whereabouts, touches};
use hinan_alert::{Gazetteer, Ground};
use hinan_cap::Mode;
use hinan_model::{Bounds, Place};
use hinan_trust::statement::{Ring, Statement};
use hinan_trust::{Clock, Context, Decision, Near, Shown, Store, Tone, Trust, Verdict};

use crate::maker::{DAY, HOUR, Message, NOW, Warn, arming, enveloped, ring, root_v1, scope};

const TWO: &[&str] = &["anna", "boris"];
const YEAR: i64 = 365 * DAY;
/// When the pack on the device was built.
const BUILT: i64 = NOW - 20 * DAY;

const CLOCKS: [(&str, i64); 5] = [
    ("right", NOW),
    ("ten minutes slow", NOW - 600),
    ("a year fast", NOW + YEAR),
    ("a year slow", NOW - YEAR),
    ("lost", 0),
];
/// Days since the ring ran out.
const RING_AGES: [i64; 4] = [-200, 20, 200, 500];

/// Fixes that say nothing: none, far outside of the pack, a jump, an old one.
fn positions() -> [(&'static str, Whereabouts); 4] {
    let at = |lat, lon| Place::from_degrees(lat, lon).unwrap();
    let fix = |place, made| Fix { place, accuracy_mm: 10_000, made };
    let pack = Some(Bounds { min: at(49.8, 36.0), max: at(50.2, 36.5) });
    let far = at(49.85, 36.05);
    [
        ("no fix", Whereabouts { pack, ..Whereabouts::default() }),
        (
            "outside of the pack",
            Whereabouts { fix: Some(fix(at(10.0, 10.0), NOW)), pack, ..Whereabouts::default() },
        ),
        (
            "a jump",
            Whereabouts {
                fix: Some(fix(far, NOW)),
                before: Some(fix(at(50.1, 36.4), NOW - 60)),
                pack,
                ..Whereabouts::default()
            },
        ),
        ("an old fix", Whereabouts { fix: Some(fix(far, NOW - HOUR)), pack, ..Whereabouts::default() }),
    ]
}

struct Device {
    trust: Trust,
    now: i64,
    whereabouts: Whereabouts,
}

impl Device {
    fn new(clock: i64, days_out: i64, whereabouts: &Whereabouts) -> Device {
        let first = enveloped(&Statement::Root(root_v1()), &["ruth", "rolf", "rina"]);
        let out = NOW - days_out * DAY;
        let ring = Ring { issued: out - 300 * DAY, expires: out, ..ring() };
        let rings = [enveloped(&Statement::Ring(ring), &["kim", "kai"])];
        let (trust, not_taken) = Trust::walk(scope(), &first, &[], &rings).unwrap();
        assert!(not_taken.is_empty());
        let ring_issued = trust.ring_issued().unwrap();
        let now = Clock { device: clock, built: BUILT, ring_issued, relays: Vec::new() }.now();
        Device { trust, now, whereabouts: whereabouts.clone() }
    }

    /// What the device makes of a message, with all that hinan knows of places.
    fn receive(&self, message: &Message, by: &[&str]) -> Decision {
        let cap = hinan_cap::read(&message.cap, Mode::Strict).alert.unwrap();
        let areas = cap.infos.iter().flat_map(|info| &info.areas);
        let ground = Ground::of(areas, &Gazetteer::new());
        // The device's own age of a fix is by a clock that nobody sets.
        let why = touches(&ground, &self.whereabouts, NOW);
        let near = if why.concerns() { Near::MayBeYou } else { Near::Elsewhere };
        let context = Context { now: self.now, near, ..Context::default() };
        let mut store = Store::new();
        store.receive(&self.trust, &enveloped(&Statement::Arming(arming()), TWO), None, &context);
        store.decide(&self.trust, &message.envelope(by), Some(&message.cap), &context)
    }
}

fn order() -> hinan_trust::Digest {
    hinan_trust::Digest::of(&Statement::Arming(arming()).payload_bytes().unwrap())
}

#[test]
fn no_real_alert_is_hidden_and_no_old_one_sounds() {
    let by_two = Warn { zones: vec![], ..Warn::new("real") }.message();
    let armed = Warn { life: 900, arming: Some(order()), ..Warn::new("real-armed") }.message();
    let solo = Warn { life: 600, ..Warn::new("real-solo") }.message();
    let old = [3 * HOUR, DAY, 19 * DAY, 30 * DAY, YEAR, 2 * YEAR]
        .map(|ago| Warn { zones: vec![], issued: NOW - ago, life: HOUR - 1, ..Warn::new("old") }.message());
    let mut cells = 0;
    for (clock_name, clock) in CLOCKS {
        for days_out in RING_AGES {
            for (position, whereabouts) in positions() {
                let cell = format!("clock {clock_name}, ring out for {days_out} days, {position}");
                let device = Device::new(clock, days_out, &whereabouts);
                for (what, message, by) in
                    [("two", &by_two, TWO), ("armed", &armed, &["anna"][..]), ("solo", &solo, &["chie"][..])]
                {
                    let decision = device.receive(message, by);
                    let shown = decision
                        .belief()
                        .unwrap_or_else(|| panic!("{cell}: {what} is refused: {decision:?}"))
                        .look;
                    let is_told =
                        matches!(shown.shown, Shown::Warning | Shown::Unconfirmed | Shown::NoLongerConfirmed);
                    assert!(is_told, "{cell}: {what} is hidden: {shown:?}");
                    // What one person dated has a tone within two minutes of its life only.
                    let tolerance = if what == "two" { 600 } else { 130 };
                    let must_sound = days_out <= 30 && (NOW - clock).abs() <= tolerance;
                    assert!(!must_sound || shown.tone == Tone::Alarm, "{cell}: {what} is silent");
                }
                for message in &old {
                    let decision = device.receive(message, TWO);
                    let tone = decision.belief().map(|belief| belief.look.tone);
                    assert_eq!(tone, Some(Tone::None), "{cell}: {:?}", message.statement.issued() - NOW);
                    assert!(!matches!(decision.verdict, Verdict::Refused(_)));
                }
                cells += 1;
            }
        }
    }
    assert_eq!(cells, 80);
}
