//! What officers see, from the exact bytes.

use hinan_alert::Points;
use hinan_desk::preview::{Body, PreviewError};
use hinan_desk::{CallBack, Draft, Preview, Template, Warning, cancel, clear, gazetteer, warn};
use hinan_model::{Area, Hazard, Stage};
use hinan_texts::alert::Kind;
use hinan_trust::Statement;
use hinan_trust::statement::{CapBytes, WorldName};

use crate::town::{START, Town, at, issued, stamp, table, warning};

const NOW: i64 = START + 1000;

fn preview(draft: &Draft) -> Preview {
    Preview::of(&draft.envelope, Some(&draft.cap)).unwrap()
}

#[test]
fn every_draft_shows_what_was_drafted_and_no_fault() {
    let setup = Town::new().setup();
    for template in Template::all() {
        for drill in [false, true] {
            let warning =
                Warning { template, drill, life: 600, impact_at: Some(NOW + 60), ..warning("fire.expect") };
            let alert = warn(&setup, stamp(1, NOW), &warning, &[]).unwrap();
            let target = [issued(&alert)];
            let update =
                warn(&setup, stamp(2, NOW + 60), &Warning { impact_at: None, ..warning.clone() }, &target);
            let drafts = [
                (Kind::Alert, alert.clone()),
                (Kind::Update, update.unwrap()),
                (Kind::CancelError, cancel(&setup, stamp(3, NOW + 60), &target, CallBack::Error).unwrap()),
                (
                    Kind::CancelWithdrawn,
                    cancel(&setup, stamp(4, NOW + 60), &target, CallBack::Withdrawn).unwrap(),
                ),
                (Kind::Hold, cancel(&setup, stamp(5, NOW + 60), &target, CallBack::Hold).unwrap()),
                (Kind::Clear, clear(&setup, stamp(6, NOW + 60), &target).unwrap()),
            ];
            for (kind, draft) in drafts {
                let seen = preview(&draft);
                assert_eq!(seen.faults, Vec::<String>::new(), "{} {kind:?} drill {drill}", template.id());
                let message = seen.message().unwrap();
                assert_eq!((message.kind, message.hazard), (kind, Some(template.hazard)));
                assert_eq!(message.stage, Some(template.stage));
                assert_eq!(message.world, if drill { WorldName::Drill } else { WorldName::Live });
                assert_eq!(message.places, ["Zone north"]);
                assert_eq!(message.texts.len(), 4);
                assert_eq!(seen.words, hinan_desk::four_words(draft.name()));
            }
        }
    }
}

#[test]
fn an_officer_sees_the_order_the_time_and_the_people() {
    let setup = Town::new().setup();
    let warning = Warning { impact_at: Some(NOW + 60), ..warning("air-raid.take-cover") };
    let seen = preview(&warn(&setup, stamp(1, NOW), &warning, &[]).unwrap());
    let message = seen.message().unwrap();
    assert_eq!(
        (message.life, message.impact_at, message.expires),
        (Some(600), Some(NOW + 60), Some(NOW + 600))
    );
    assert_eq!(message.texts[0].order.as_deref(), Some("Take cover now"));
    assert!(message.texts[0].rendering.headline.starts_with("Take cover now: air raid"));
    let doorsteps = Points::new(&[at(50.55, 30.1), at(50.56, 30.1), at(50.45, 30.1), at(48.0, 20.0)]);
    let entrances =
        [(0, at(50.55, 30.05)), (0, at(50.55, 30.06)), (1, at(50.41, 30.1)), (2, at(50.51, 30.1))];
    let table = table();
    let gazetteer = gazetteer(&table);
    let counted = message.concerned(&gazetteer, &doorsteps, &[1_500, 2_000, 9_000, 9_000], &entrances);
    assert_eq!(
        (counted.doorsteps, counted.people_milli, counted.shelters, counted.may_be),
        (2, Some(3_500), 2, 0)
    );
    // Nobody counted is not nobody there.
    assert_eq!(message.concerned(&gazetteer, &doorsteps, &[], &entrances).people_milli, None);
    // Without the table the zone is not known, and its outline is in the message: still the same two.
    let unknown = message.concerned(&hinan_alert::Gazetteer::new(), &doorsteps, &[], &entrances);
    assert_eq!((unknown.doorsteps, unknown.may_be), (2, 2));
}

#[test]
fn outlines_that_lose_a_hole_tell_whom_they_reach_besides() {
    let mut table = table();
    let hole = vec![at(50.54, 30.09), at(50.54, 30.11), at(50.56, 30.11), at(50.56, 30.09)];
    let ground = table[0].area.as_mut().unwrap();
    *ground = Area { rings: [ground.rings.clone(), vec![hole]].concat() };
    let area = hinan_desk::Area::of_zones(&table, &["north".to_owned()], true).unwrap();
    assert_eq!(area.parts[0].polygons.len(), 1);
    let warning = Warning { area, ..warning("flood.expect") };
    let seen = preview(&warn(&Town::new().setup(), stamp(1, NOW), &warning, &[]).unwrap());
    let doorsteps = Points::new(&[at(50.52, 30.1), at(50.55, 30.1)]);
    let spill = seen.message().unwrap().spill(&table, &doorsteps, &[1_000, 7_000]);
    assert_eq!((spill.inside.weight, spill.added.weight, spill.lost.weight), (8_000, 7_000, 0));
}

/// What one desk changes by hand, the other desk sees.
#[test]
fn what_is_not_the_templates_is_told() {
    let setup = Town::new().setup();
    let draft = warn(&setup, stamp(1, NOW), &warning("tsunami.take-cover"), &[]).unwrap();
    let changed = |from: &str, to: &str| {
        let text = String::from_utf8(draft.cap.clone()).unwrap();
        assert!(text.contains(from), "{from}");
        let cap = text.replacen(from, to, 1).into_bytes();
        let Ok(Statement::Alert(mut alert)) = Statement::read(draft.envelope.kind, &draft.envelope.payload)
        else {
            panic!("an alert");
        };
        // The message beside the statement is another: nothing is shown of it.
        assert_eq!(Preview::of(&draft.envelope, Some(&cap)), Err(PreviewError::OtherBytes));
        alert.cap = CapBytes::of(&cap);
        preview(&Draft { envelope: Statement::Alert(alert).envelope().unwrap(), cap }).faults
    };
    let faults = changed("Go up now", "Stay at home");
    assert!(faults[0].contains("'en'") && faults[0].contains("read every word"), "{faults:?}");
    assert!(
        changed(">tsunami.take-cover<", ">tsunami.prepare<").iter().any(|fault| fault.contains("template"))
    );
    assert!(
        changed("<value>tsunami</value>", "<value>flood</value>")
            .iter()
            .any(|fault| fault.contains("not about tsunami"))
    );
    assert!(!changed("<status>Actual<", "<status>Exercise<").is_empty());
    assert_eq!(Preview::of(&draft.envelope, None), Err(PreviewError::NoCap));
}

#[test]
fn documents_are_shown_as_what_they_are() {
    let town = Town::new();
    for (envelope, is_root) in [(&town.roots[0], true), (&town.rings[0], false)] {
        let seen = Preview::of(envelope, None).unwrap();
        assert_eq!(seen.name, envelope.name());
        assert_eq!(matches!(seen.body, Body::Root(_)), is_root);
        assert_eq!(matches!(seen.body, Body::Ring(_)), !is_root);
    }
}

#[test]
fn a_receiver_of_cap_alone_understands_the_same() {
    let setup = Town::new().setup();
    for template in Template::all() {
        let draft =
            warn(&setup, stamp(1, NOW), &Warning { template, ..warning("fire.expect") }, &[]).unwrap();
        let cap = hinan_cap::read(&draft.cap, hinan_cap::Mode::Strict).alert.unwrap();
        let notices = hinan_alert::from_cap(&cap, draft.name().0);
        let [hinan_alert::Notice { act: hinan_alert::notice::Act::Alert(read), .. }] = notices.as_slice()
        else {
            panic!("{notices:?}");
        };
        assert_eq!((read.hazard, read.stage), (Some(template.hazard), template.stage), "{}", template.id());
        let clear = clear(&setup, stamp(2, NOW), &[issued(&draft)]).unwrap();
        let cap = hinan_cap::read(&clear.cap, hinan_cap::Mode::Strict).alert.unwrap();
        assert_eq!(hinan_alert::from_cap(&cap, [0; 32])[0].act, hinan_alert::notice::Act::Clear);
    }
    assert_eq!((Hazard::ALL.len(), Stage::ALL.len()), (10, 4));
}
