//! Every draft that there is, before the receivers' own judgement.

use hinan_alert::notice::Standing;
use hinan_desk::{
    ArmingOrder, CallBack, Draft, DraftError, Template, Warning, arm, cancel, clear, void_arming, warn,
};
use hinan_model::{Hazard, Stage};
use hinan_texts::alert::Kind;
use hinan_trust::{Refusal, Store, Verdict};

use crate::town::{START, Town, issued, receive, sign, stamp, warning};

const NOW: i64 = START + 1000;

fn standing(verdict: &Verdict) -> Standing {
    match verdict {
        Verdict::Believed(belief) => belief.standing,
        other => panic!("{other:?}"),
    }
}

/// Every template, live and as a drill, in all languages, passes the strict writer, fits the
/// statement, and is believed with two signatures and only then.
#[test]
fn every_template_is_believed_with_two_signatures_and_held_with_one() {
    let town = Town::new();
    let mut setup = town.setup();
    for (number, template) in (0..).zip(Template::all()) {
        for drill in [false, true] {
            setup.offset_minutes = 60 * (i16::from(number) - 14);
            let life = setup.longest_life(template.hazard, template.stage);
            let impact_at = (template.stage != Stage::Prepare).then_some(NOW + 300);
            let warning = Warning { template, drill, life, impact_at, ..warning("air-raid.take-cover") };
            let draft = warn(&setup, stamp(number, NOW), &warning, &[]).unwrap();
            let mut store = Store::new();
            let one = receive(&mut store, &town.trust, &sign(&draft, &["anna"]), NOW);
            // Only short lives may be solo.
            assert!(matches!(one.verdict, Verdict::Held(..)), "{} {:?}", template.id(), one.verdict);
            let two = receive(&mut store, &town.trust, &sign(&draft, &["boris"]), NOW);
            assert_eq!(standing(&two.verdict), Standing::Full, "{}", template.id());
        }
    }
}

#[test]
fn what_receivers_would_refuse_is_refused_before_the_signature() {
    let town = Town::new();
    let setup = town.setup();
    let draft = |change: fn(&mut Warning)| {
        let mut warning = warning("air-raid.take-cover");
        change(&mut warning);
        warn(&setup, stamp(1, NOW), &warning, &[]).unwrap_err()
    };
    assert!(matches!(draft(|w| w.life = 7_201), DraftError::TooLong { most: 7_200, .. }));
    assert!(matches!(draft(|w| w.life = 0), DraftError::TooLong { .. }));
    assert_eq!(draft(|w| w.impact_at = Some(NOW - 1)), DraftError::ImpactOutside);
    assert!(matches!(draft(|w| w.area.parts.clear()), DraftError::Area(_)));
    assert!(matches!(
        draft(|w| w.template = w.template.with_kind(Kind::Clear)),
        DraftError::NotAnAlertTemplate(_)
    ));
    assert!(matches!(
        draft(
            |w| w.template = Template { hazard: Hazard::Earthquake, stage: Stage::Expect, kind: Kind::Alert }
        ),
        DraftError::NoSuchPair(_)
    ));
    assert_eq!(
        draft(|w| (w.drill, w.arming) = (true, Some(hinan_trust::Digest::of(b"")))),
        DraftError::ArmedDrill
    );
    let mut mute = setup.clone();
    mute.languages.clear();
    assert_eq!(warn(&mute, stamp(1, NOW), &warning("fire.prepare"), &[]), Err(DraftError::NoLanguage));
    let mut odd = setup;
    odd.sender = "two words".to_owned();
    assert!(matches!(warn(&odd, stamp(1, NOW), &warning("fire.prepare"), &[]), Err(DraftError::Cap(_))));
}

/// The same input, the same bytes: two desks that draft from one stamp have one draft.
#[test]
fn a_draft_is_a_function_of_what_it_is_made_from() {
    let setup = Town::new().setup();
    let draft = || warn(&setup, stamp(1, NOW), &warning("flood.expect"), &[]).unwrap();
    assert_eq!(draft(), draft());
    assert_ne!(draft().name(), warn(&setup, stamp(2, NOW), &warning("flood.expect"), &[]).unwrap().name());
}

/// What every statement that is kept comes to, in words.
fn states(store: &Store, town: &Town, now: i64) -> String {
    let notices = store.notices(&town.trust, now);
    let life = hinan_alert::life(&notices, now);
    life.lines().iter().map(|line| format!("{:?} ", line.state)).collect()
}

/// One action from the alert to its hold; a second signature on the same bytes makes it final.
#[test]
fn a_hold_by_one_is_final_with_a_second_signature() {
    let town = Town::new();
    let setup = town.setup();
    let alert =
        sign(&warn(&setup, stamp(1, NOW), &warning("air-raid.take-cover"), &[]).unwrap(), &["anna", "boris"]);
    let mut store = Store::new();
    assert_eq!(standing(&receive(&mut store, &town.trust, &alert, NOW).verdict), Standing::Full);
    let hold = cancel(&setup, stamp(2, NOW + 60), &[issued(&alert)], CallBack::Hold).unwrap();
    let text = String::from_utf8(hold.cap.clone()).unwrap();
    assert!(text.contains("Stay where you are, alert reported as error") && !text.contains("Disregard"));
    let one = receive(&mut store, &town.trust, &sign(&hold, &["chika"]), NOW + 60);
    assert_eq!(standing(&one.verdict), Standing::Solo);
    let before = states(&store, &town, NOW + 61);
    assert!(before.contains("OnHold"), "{before}");
    let two = receive(&mut store, &town.trust, &sign(&hold, &["anna"]), NOW + 90);
    assert_eq!(standing(&two.verdict), Standing::Full);
    let after = states(&store, &town, NOW + 91);
    assert!(after.contains("Cancelled") && !after.contains("OnHold"), "{after}");
}

#[test]
fn updates_cancels_and_all_clears_are_believed() {
    let town = Town::new();
    let setup = town.setup();
    for drill in [false, true] {
        let mut store = Store::new();
        let first = Warning { drill, ..warning("tsunami.expect") };
        let alert = sign(&warn(&setup, stamp(1, NOW), &first, &[]).unwrap(), &["anna", "boris"]);
        receive(&mut store, &town.trust, &alert, NOW);
        let worse = Warning { drill, ..warning("tsunami.take-cover") };
        let update = warn(&setup, stamp(2, NOW + 60), &worse, &[issued(&alert)]).unwrap();
        let update = sign(&update, &["boris", "chika"]);
        assert_eq!(standing(&receive(&mut store, &town.trust, &update, NOW + 60).verdict), Standing::Full);
        let targets = [issued(&update)];
        for (number, draft) in (3..).zip([
            cancel(&setup, stamp(3, NOW + 90), &targets, CallBack::Error).unwrap(),
            cancel(&setup, stamp(4, NOW + 90), &targets, CallBack::Withdrawn).unwrap(),
            clear(&setup, stamp(5, NOW + 90), &targets).unwrap(),
        ]) {
            let mut store = store.clone();
            // An all clear never goes by one; a call back may, with the effect of a hold.
            let clears = number == 5;
            let one = receive(&mut store, &town.trust, &sign(&draft, &["anna"]), NOW + 90);
            assert_eq!(matches!(one.verdict, Verdict::Held(..)), clears, "{number} {:?}", one.verdict);
            let two = receive(&mut store, &town.trust, &sign(&draft, &["chika"]), NOW + 90);
            assert_eq!(standing(&two.verdict), Standing::Full, "{number} drill {drill}");
        }
    }
}

/// Rule 10: no draft of a drill is taken for a live alert, whatever the envelope says.
#[test]
fn a_drill_cannot_be_turned_into_an_alert() {
    let town = Town::new();
    let setup = town.setup();
    let drill = Warning { drill: true, ..warning("air-raid.take-cover") };
    let draft = warn(&setup, stamp(1, NOW), &drill, &[]).unwrap();
    let mut forged = draft.envelope.clone();
    forged.kind = hinan_trust::Kind::Alert;
    // Even officers who sign the forged envelope: the message says Exercise.
    let forged = sign(&Draft { envelope: forged, cap: draft.cap.clone() }, &["anna", "boris"]);
    let decision = receive(&mut Store::new(), &town.trust, &forged, NOW);
    assert_eq!(decision.code(), Some(Refusal::CapStatus));
    // Signatures over the drill say nothing about the alert.
    let mut swapped = sign(&draft, &["anna", "boris"]);
    swapped.envelope.kind = hinan_trust::Kind::Alert;
    let decision = receive(&mut Store::new(), &town.trust, &swapped, NOW);
    assert_eq!(decision.code(), Some(Refusal::NoValidSignature));
    let live =
        sign(&warn(&setup, stamp(2, NOW), &warning("air-raid.expect"), &[]).unwrap(), &["anna", "boris"]);
    assert_eq!(warn(&setup, stamp(3, NOW), &drill, &[issued(&live)]), Err(DraftError::MixedWorlds));
    let both = [issued(&live), issued(&sign(&draft, &["anna"]))];
    assert_eq!(clear(&setup, stamp(3, NOW), &both), Err(DraftError::MixedWorlds));
}

#[test]
fn alerts_that_do_not_go_together_are_ended_one_by_one() {
    let setup = Town::new().setup();
    let of =
        |number, template: &str| issued(&warn(&setup, stamp(number, NOW), &warning(template), &[]).unwrap());
    let both = [of(1, "air-raid.expect"), of(2, "chemical.expect")];
    assert_eq!(cancel(&setup, stamp(3, NOW), &both, CallBack::Error), Err(DraftError::MixedHazards));
    assert_eq!(cancel(&setup, stamp(3, NOW), &[], CallBack::Error), Err(DraftError::NoTarget));
    let alike = [of(1, "fire.expect"), of(2, "fire.take-cover")];
    let draft = clear(&setup, stamp(3, NOW), &alike).unwrap();
    assert!(String::from_utf8(draft.cap).unwrap().contains("fire.take-cover.clear"));
}

/// Two sign ahead, one fires, any one calls the order back.
#[test]
fn an_armed_alert_needs_one_signature_until_the_order_is_void() {
    let town = Town::new();
    let setup = town.setup();
    let order = ArmingOrder {
        who: vec!["chika".to_owned()],
        zones: vec!["north".to_owned()],
        templates: vec![Template::find("air-raid.take-cover").unwrap()],
        from: NOW,
        until: NOW + 3_600,
        life: 900,
    };
    let order = sign(&arm(&setup, stamp(1, NOW), &order).unwrap(), &["anna", "boris"]);
    let mut store = Store::new();
    receive(&mut store, &town.trust, &order, NOW);
    let armed = |number, now| {
        let area = hinan_desk::Area::of_zones(&crate::town::table(), &["north".to_owned()], false).unwrap();
        let warning =
            Warning { arming: Some(order.name()), area, life: 900, ..warning("air-raid.take-cover") };
        sign(&warn(&setup, stamp(number, now), &warning, &[]).unwrap(), &["chika"])
    };
    let fired = receive(&mut store, &town.trust, &armed(2, NOW + 60), NOW + 60);
    assert_eq!(standing(&fired.verdict), Standing::Armed);
    let void = sign(&void_arming(&setup, stamp(3, NOW + 120), &[order.name()]).unwrap(), &["boris"]);
    receive(&mut store, &town.trust, &void, NOW + 120);
    let late = receive(&mut store, &town.trust, &armed(4, NOW + 180), NOW + 180);
    assert_eq!(late.code(), Some(Refusal::ArmingVoid));
}
