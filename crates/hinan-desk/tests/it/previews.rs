//! What officers see, from the exact bytes.

use hinan_alert::Points;
use hinan_desk::fault::{Fault, Part, Parts};
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
                assert_eq!(seen.faults, [], "{} {kind:?} drill {drill}", template.id());
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

/// An alert whose message somebody changed by hand, and bound the statement to it.
fn by_hand(draft: &Draft, change: impl Fn(&str) -> String) -> Preview {
    let text = String::from_utf8(draft.cap.clone()).unwrap();
    let cap = change(&text).into_bytes();
    assert_ne!(cap, draft.cap, "nothing was changed");
    // The message beside the statement is another: nothing is shown of it.
    assert_eq!(Preview::of(&draft.envelope, Some(&cap)), Err(PreviewError::OtherBytes));
    let bound = match Statement::read(draft.envelope.kind, &draft.envelope.payload).unwrap() {
        Statement::Alert(mut alert) => {
            alert.cap = CapBytes::of(&cap);
            Statement::Alert(alert)
        }
        Statement::Cancel(mut cancel) => {
            cancel.cap = Some(CapBytes::of(&cap));
            Statement::Cancel(cancel)
        }
        other => panic!("{other:?}"),
    };
    preview(&Draft { envelope: bound.envelope().unwrap(), cap })
}

/// Changes what stands in the block of a language.
fn in_block(text: &str, language: &str, from: &str, to: &str) -> String {
    let at = text.find(&format!("<language>{language}</language>")).unwrap();
    let (before, block) = text.split_at(at);
    assert!(block.contains(from), "{from}");
    before.to_owned() + &block.replacen(from, to, 1)
}

/// What one desk changes by hand, the other desk sees.
#[test]
fn what_is_not_the_templates_is_told() {
    let setup = Town::new().setup();
    let draft = warn(&setup, stamp(1, NOW), &warning("tsunami.take-cover"), &[]).unwrap();
    let faults = |from: &str, to: &str| -> Vec<Fault> {
        assert!(std::str::from_utf8(&draft.cap).unwrap().contains(from), "{from}");
        by_hand(&draft, |text| text.replacen(from, to, 1)).faults
    };
    let composed = |part: Part| Fault::NotComposed { language: "en".to_owned(), parts: Parts(vec![part]) };
    assert_eq!(faults("Go up now", "Stay at home"), [composed(Part::Words)]);
    assert!(
        faults(">tsunami.take-cover<", ">tsunami.prepare<").iter().any(|fault| fault.code() == "template")
    );
    let other = faults("<value>tsunami</value>", "<value>flood</value>");
    assert!(other.contains(&Fault::Hazard { hazard: Hazard::Tsunami }), "{other:?}");
    assert!(faults("<status>Actual<", "<status>Exercise<").iter().any(|fault| fault.code() == "status"));
    assert_eq!(faults("<scope>Public</scope>", "<scope>Public</scope><note>call 112</note>"), [Fault::Head]);
    let extra = "<parameter><valueName>urn:other</valueName><value>1</value></parameter><area>";
    for (from, to, part) in [
        ("<urgency>Immediate<", "<urgency>Past<", Part::Codes),
        ("<severity>Extreme<", "<severity>Minor<", Part::Codes),
        ("<certainty>Observed<", "<certainty>Unlikely<", Part::Codes),
        ("<responseType>Evacuate<", "<responseType>AllClear<", Part::Codes),
        ("<category>Geo<", "<category>Other<", Part::Codes),
        ("<event>tsunami<", "<event>flood<", Part::Words),
    ] {
        let found = faults(from, to);
        assert!(found.contains(&composed(part)), "{to}: {found:?}");
    }
    assert!(faults("<area>", extra).contains(&composed(Part::Rest)));
    assert_eq!(Preview::of(&draft.envelope, None), Err(PreviewError::NoCap));
}

/// One block may not say to some what the others do not.
#[test]
fn blocks_that_do_not_say_the_same_are_named() {
    let setup = Town::new().setup();
    let warning = Warning { impact_at: Some(NOW + 60), ..warning("air-raid.take-cover") };
    let draft = warn(&setup, stamp(1, NOW), &warning, &[]).unwrap();
    let moved = "50.4000000,30.0000000 50.4000000,30.2000000 50.5000000,30.2000000 50.5000000,30.0000000 50.4000000,30.0000000";
    let text = std::str::from_utf8(&draft.cap).unwrap();
    let polygon = |text: &str| {
        let at = text.find("<polygon>").unwrap() + 9;
        text[at..at + text[at..].find('<').unwrap()].to_owned()
    };
    let ring = polygon(text);
    for (from, to, part) in [
        (ring.as_str(), moved, Part::Ground),
        ("<value>north</value>", "<value>south</value>", Part::Zones),
        (">Zone north<", ">Zone south<", Part::Places),
        ("<value>air-raid</value>", "<value>flood</value>", Part::Hazard),
        ("<severity>Extreme<", "<severity>Minor<", Part::Codes),
        ("<responseType>Shelter<", "<responseType>AllClear<", Part::Codes),
        (">air-raid.take-cover<", ">air-raid.prepare<", Part::Codes),
        ("<onset>", "<effective>2026-03-01T12:30:00+02:00</effective><onset>", Part::Times),
        ("<senderName>Town of Tests<", "<senderName>Somebody<", Part::Sender),
    ] {
        let seen = by_hand(&draft, |text| in_block(text, "uk", from, to));
        let told = seen.faults.iter().find_map(|fault| match fault {
            Fault::BlocksDiffer { language, first, parts } => {
                Some((language.as_str(), first.as_str(), parts))
            }
            _ => None,
        });
        let (language, first, parts) = told.unwrap_or_else(|| panic!("{to}: {:?}", seen.faults));
        assert_eq!((language, first), ("uk", "en"));
        assert!(parts.0.contains(&part), "{to}: {parts:?}");
        let words = seen.faults.iter().map(ToString::to_string).collect::<String>();
        assert!(words.contains("these blocks do not say the same"), "{words}");
    }
    // A block that alone warns of other ground: both are counted, and both names are shown.
    let seen = by_hand(&draft, |text| {
        in_block(&in_block(text, "uk", &ring, moved), "uk", ">Zone north<", ">Zone south<")
    });
    let message = seen.message().unwrap();
    assert_eq!(message.places, ["Zone north", "Zone south"]);
    let doorsteps = Points::new(&[at(50.55, 30.1), at(50.45, 30.1)]);
    let counted = message.concerned(&hinan_alert::Gazetteer::new(), &doorsteps, &[1_000, 2_000], &[]);
    assert_eq!(counted.people_milli, Some(3_000));
    // A language that no template speaks: nobody can tell.
    let seen = by_hand(&draft, |text| text.replacen("<language>uk<", "<language>tlh<", 1));
    assert!(
        seen.faults.contains(&Fault::UnknownLanguage { language: "tlh".to_owned() }),
        "{:?}",
        seen.faults
    );
}

#[test]
fn places_are_held_against_the_table_of_zones() {
    let setup = Town::new().setup();
    let draft = warn(&setup, stamp(1, NOW), &warning("air-raid.take-cover"), &[]).unwrap();
    assert_eq!(preview(&draft).by_table(&table()).faults, []);
    let codes = |seen: Preview, table: &[hinan_model::Zone]| -> Vec<&'static str> {
        seen.by_table(table).faults.iter().map(Fault::code).collect()
    };
    // Every block, every text: still another place than the table's.
    let renamed = by_hand(&draft, |text| text.replace("Zone north", "Zone south"));
    assert_eq!(codes(renamed, &table()), ["zone-name"]);
    let other = by_hand(&draft, |text| text.replace("<value>north</value>", "<value>south</value>"));
    assert_eq!(codes(other, &table()), ["other-zones", "zone-name"]);
    let smaller = by_hand(&draft, |text| text.replace("50.6,", "50.51,"));
    assert_eq!(codes(smaller, &table()), ["zone-outline"]);
    assert_eq!(codes(preview(&draft), &table()[1..]), ["unknown-zone"]);
    let circled = by_hand(&draft, |text| text.replace("<geocode>", "<circle>50.55,30.1 1</circle><geocode>"));
    assert!(codes(circled, &table()).contains(&"other-zones"));
    // All of the region is not called by the name of one of its parts.
    let area = hinan_desk::Area::whole_region("Zone north");
    let all = warn(&setup, stamp(2, NOW), &Warning { area, ..warning("air-raid.take-cover") }, &[]).unwrap();
    assert_eq!(codes(preview(&all), &table()), ["zone-name"]);
}

#[test]
fn what_ends_an_alert_is_held_against_it() {
    let setup = Town::new().setup();
    let raid = issued(&warn(&setup, stamp(1, NOW), &warning("air-raid.take-cover"), &[]).unwrap());
    let area = hinan_desk::Area::of_zones(&table(), &["south".to_owned()], true).unwrap();
    let fire = warn(&setup, stamp(2, NOW), &Warning { area, ..warning("fire.expect") }, &[]).unwrap();
    let fire = issued(&fire);
    let end = preview(&cancel(&setup, stamp(3, NOW), std::slice::from_ref(&raid), CallBack::Hold).unwrap());
    assert_eq!(end.clone().by_targets(std::slice::from_ref(&raid)).faults, []);
    let parts = Parts(vec![Part::Ground, Part::Hazard, Part::Codes]);
    let mut told = end.clone().by_targets(std::slice::from_ref(&fire)).faults;
    let Some(Fault::Targets { parts: found }) = told.pop() else { panic!("{told:?}") };
    assert_eq!(found.0.iter().collect::<std::collections::BTreeSet<_>>(), parts.0.iter().collect());
    assert_eq!(end.by_targets(&[raid, fire]).faults.len(), 1);
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
