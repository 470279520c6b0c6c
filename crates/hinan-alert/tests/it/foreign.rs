//! CAP messages of others as notices.

use hinan_alert::event::{self, hazard_in_words, hazard_of};
use hinan_alert::notice::{Act, Notice, Reason, Standing, Target, World};
use hinan_alert::{State, from_cap, life};
use hinan_cap::Moment;
use hinan_cap::message::{
    Alert, Certainty, Info, MsgType, Pair, Reference, ResponseType, Scope, Severity, Status, Urgency,
};
use hinan_model::{Hazard, Stage};

const NOW: i64 = 1_700_000_000;

fn moment(unix: i64) -> Moment {
    Moment { unix, offset_minutes: 0 }
}

fn info(event: &str, urgency: Urgency, severity: Severity, responses: &[ResponseType]) -> Info {
    Info {
        language: None,
        categories: Vec::new(),
        event: event.to_owned(),
        responses: responses.to_vec(),
        urgency,
        severity,
        certainty: Certainty::Observed,
        audience: None,
        event_codes: Vec::new(),
        effective: None,
        onset: Some(moment(NOW + 600)),
        expires: Some(moment(NOW + 3600)),
        sender_name: None,
        headline: None,
        description: None,
        instruction: None,
        web: None,
        contact: None,
        parameters: Vec::new(),
        resources: Vec::new(),
        areas: Vec::new(),
    }
}

fn message(identifier: &str, msg_type: MsgType, infos: Vec<Info>) -> Alert {
    Alert {
        identifier: identifier.to_owned(),
        sender: "urn:oid:2.49.0.0.578.0".to_owned(),
        sent: moment(NOW),
        status: Status::Actual,
        msg_type,
        source: None,
        scope: Scope::Public,
        restriction: None,
        addresses: Vec::new(),
        codes: Vec::new(),
        note: None,
        references: Vec::new(),
        incidents: Vec::new(),
        infos,
        extensions: Vec::new(),
    }
}

fn about(identifier: &str, alert: Alert) -> Alert {
    let sender = alert.sender.clone();
    Alert {
        references: vec![Reference { sender, identifier: identifier.to_owned(), sent: moment(NOW) }],
        ..alert
    }
}

fn notice(alert: &Alert) -> Notice {
    let mut notices = from_cap(alert, [7; 32]);
    assert_eq!(notices.len(), 1);
    notices.remove(0)
}

fn stage(event: &str, urgency: Urgency, severity: Severity, responses: &[ResponseType]) -> Stage {
    let alert = message("1", MsgType::Alert, vec![info(event, urgency, severity, responses)]);
    notice(&alert).act.warning().unwrap().stage
}

#[test]
fn stages_come_from_urgency_severity_and_response() {
    use ResponseType::{AllClear, Evacuate, Monitor, Shelter};
    use Severity::{Extreme, Minor, Moderate, Severe};
    use Urgency::{Expected, Future, Immediate, Past};
    for (event, urgency, severity, responses, expected) in [
        ("Tsunami Warning", Immediate, Extreme, &[Evacuate][..], Stage::TakeCover),
        ("Tsunami Warning", Immediate, Severity::Unknown, &[], Stage::TakeCover),
        ("Tsunami Warning", Immediate, Moderate, &[], Stage::Expect),
        ("Tsunami Warning", Immediate, Minor, &[], Stage::Prepare),
        ("Flood Watch", Expected, Severe, &[], Stage::Expect),
        ("Flood Watch", Expected, Moderate, &[], Stage::Prepare),
        ("Flood Watch", Urgency::Unknown, Severity::Unknown, &[], Stage::Expect),
        ("Flood Watch", Future, Extreme, &[Evacuate], Stage::Prepare),
        ("Flood", Past, Extreme, &[], Stage::Prepare),
        // What nobody asked to take cover from, or nobody knows, sounds no siren.
        ("Earthquake", Immediate, Extreme, &[Monitor], Stage::Expect),
        ("Child Abduction", Immediate, Severe, &[], Stage::Expect),
        ("Unheard of", Immediate, Severe, &[Shelter], Stage::TakeCover),
        ("WINDBÖEN", Immediate, Minor, &[ResponseType::None], Stage::Prepare),
        ("Flood", Immediate, Severe, &[AllClear, Shelter], Stage::TakeCover),
    ] {
        assert_eq!(stage(event, urgency, severity, responses), expected, "{event} {urgency:?} {severity:?}");
    }
}

#[test]
fn only_what_is_actual_is_real() {
    for (status, world) in [
        (Status::Actual, World::Live),
        (Status::Exercise, World::Drill),
        (Status::System, World::Lab),
        (Status::Test, World::Lab),
        (Status::Draft, World::Lab),
    ] {
        let flood = info("Flood", Urgency::Immediate, Severity::Severe, &[]);
        let alert = Alert { status, ..message("1", MsgType::Alert, vec![flood]) };
        assert_eq!(notice(&alert).world, world);
    }
}

#[test]
fn several_dangers_are_several_notices_of_one_name() {
    let blocks = vec![
        info("Earthquake", Urgency::Past, Severity::Severe, &[]),
        info("Tsunami", Urgency::Immediate, Severity::Extreme, &[ResponseType::Evacuate]),
        info("津波警報", Urgency::Expected, Severity::Severe, &[]),
    ];
    let notices = from_cap(&message("1", MsgType::Alert, blocks), [7; 32]);
    let told: Vec<_> =
        notices.iter().map(|n| n.act.warning().map(|w| (w.hazard, w.stage)).unwrap()).collect();
    assert_eq!(told, [(Some(Hazard::Earthquake), Stage::Prepare), (Some(Hazard::Tsunami), Stage::TakeCover)]);
    assert!(notices.iter().all(|notice| notice.standing == Standing::Full));
    assert_eq!(life(&notices, NOW).named(notices[0].name).len(), 2);
    // A cancel by the name ends both.
    let cancel = about("1", Alert { sent: moment(NOW + 1), ..message("2", MsgType::Cancel, vec![]) });
    let all = [notices, from_cap(&cancel, [9; 32])].concat();
    let ended = life(&all, NOW + 2);
    assert!(ended.lines()[..2].iter().all(|line| matches!(line.state, State::Cancelled { .. })));
}

#[test]
fn an_update_that_says_all_clear_clears() {
    let clear = info("Flood", Urgency::Past, Severity::Minor, &[ResponseType::AllClear]);
    let alert = about("1", message("2", MsgType::Update, vec![clear.clone(), clear.clone()]));
    assert_eq!(notice(&alert).act, Act::Clear);
    assert!(matches!(&notice(&alert).targets[..], [Target::Cap(key)] if key.identifier == "1"));
    // One language that says otherwise makes it a warning.
    let other = info("Flood", Urgency::Expected, Severity::Severe, &[ResponseType::Shelter]);
    let torn = about("1", message("3", MsgType::Update, vec![clear.clone(), other]));
    assert!(matches!(notice(&torn).act, Act::Update(_)));
    // All clear for what was not raised shows nothing.
    let first = message("4", MsgType::Alert, vec![clear]);
    assert_eq!(life(&from_cap(&first, [1; 32]), NOW).lines()[0].state, State::Stored);
}

#[test]
fn cancels_tell_errors_from_withdrawals() {
    let cancel = |note: &str| {
        let alert = Alert { note: Some(note.to_owned()), ..message("2", MsgType::Cancel, vec![]) };
        notice(&about("1", alert)).act
    };
    assert_eq!(cancel("There was no missile: FALSE ALARM."), Act::Cancel(Reason::Error));
    assert_eq!(cancel("Sent in error"), Act::Cancel(Reason::Error));
    assert_eq!(cancel("The river has fallen"), Act::Cancel(Reason::Withdrawn));
    for msg_type in [MsgType::Ack, MsgType::Error] {
        assert!(from_cap(&about("1", message("2", msg_type, vec![])), [7; 32]).is_empty());
    }
    let wordless = notice(&message("1", MsgType::Alert, vec![]));
    assert_eq!(wordless.act.warning().map(|w| (w.hazard, w.stage)), Some((None, Stage::Expect)));
}

#[test]
fn every_hazard_reads_back_from_each_of_its_codes() {
    for hazard in Hazard::ALL {
        for code in event::codes(hazard) {
            let coded = Info {
                event_codes: vec![code.clone()],
                ..info("?", Urgency::Immediate, Severity::Severe, &[])
            };
            assert_eq!(hazard_of(&coded), Some(hazard), "{code:?}");
        }
    }
    let coded = |name: &str, value: &str, event: &str| {
        let event_codes = vec![Pair { name: name.to_owned(), value: value.to_owned() }];
        hazard_of(&Info { event_codes, ..info(event, Urgency::Immediate, Severity::Severe, &[]) })
    };
    assert_eq!(coded(event::SCHEME, "air-raid.drone", "?"), Some(Hazard::AirRaid));
    assert_eq!(coded(event::SCHEME, "meteor", "?"), None);
    assert_eq!(coded("SAME", "TSW", "?"), Some(Hazard::Tsunami));
    assert_eq!(coded("SAME", "CAE", "Child Abduction"), None);
    // The numbers of version 1.0 are others.
    assert_eq!(coded("OET:v1.0", "OET-203", "?"), None);
    assert_eq!(coded("eventType", "forestFire", "?"), Some(Hazard::Fire));
    assert_eq!(coded("eventType", "stormSurge", "?"), Some(Hazard::StormSurge));
    let awareness = Pair { name: "awareness_type".to_owned(), value: "12; Flooding".to_owned() };
    let meteoalarm = Info { parameters: vec![awareness], ..info("?", Urgency::Future, Severity::Minor, &[]) };
    assert_eq!(hazard_of(&meteoalarm), Some(Hazard::Flood));
}

#[test]
fn words_name_hazards_in_several_languages() {
    for (words, hazard) in [
        ("Air Raid Alert", Some(Hazard::AirRaid)),
        ("Повітряна тривога", Some(Hazard::AirRaid)),
        ("ירי רקטות וטילים", Some(Hazard::AirRaid)),
        ("大津波警報", Some(Hazard::Tsunami)),
        ("緊急地震速報", Some(Hazard::Earthquake)),
        ("Erdbeben", Some(Hazard::Earthquake)),
        ("Coastal Flood Warning", Some(Hazard::StormSurge)),
        ("Flash Flood Watch", Some(Hazard::Flood)),
        ("Grass Fire", Some(Hazard::Fire)),
        ("Firearm incident", None),
        ("SEVERE THUNDERSTORM", None),
        ("Homeland Security Advisory System Update", None),
        ("Nuclear Power Plant Warning", Some(Hazard::Radiological)),
        ("", None),
    ] {
        assert_eq!(hazard_in_words(words), hazard, "{words}");
    }
}
