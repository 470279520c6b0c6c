//! What is written is read as the same message, whatever it says.

use hinan_cap::message::{
    Alert, CapArea, Category, Certainty, Circle, Extension, Info, MsgType, Pair, Reference, Resource,
    ResponseType, Scope, Severity, Status, Urgency,
};
use hinan_cap::{Code, Mode, Moment, Verdict, read, write};
use hinan_model::Place;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

/// A text that says something, with whatever XML can carry.
fn text() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        8 => proptest::char::range('!', '~'),
        2 => select(vec![' ', '\t', '\n', '\r', '&', '<', '>', '"', '\'', ']', '\u{85}', '\u{2028}']),
        1 => any::<char>().prop_filter("XML cannot carry it", |c| {
            !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}')
        }),
    ];
    vec(character, 1..30)
        .prop_map(|characters| characters.into_iter().collect::<String>())
        .prop_filter("says nothing", |text| !text.trim_matches([' ', '\t', '\n', '\r']).is_empty())
}

fn name() -> impl Strategy<Value = String> {
    "[A-Za-z0-9:/@._#!-]{1,20}|[а-яіїєґ]{1,9}"
}

fn moment() -> impl Strategy<Value = Moment> {
    (0_i64..4_000_000_000, -840_i16..=840).prop_map(|(unix, offset_minutes)| Moment { unix, offset_minutes })
}

/// A moment no earlier than the message.
fn later() -> impl Strategy<Value = Moment> {
    (4_000_000_000_i64..9_000_000_000).prop_map(Moment::utc)
}

fn item() -> impl Strategy<Value = String> {
    "[a-z]{1,8}( [a-z]{1,4}){0,2}"
}

fn pair() -> impl Strategy<Value = Pair> {
    (text(), prop_oneof![text(), Just(String::new())]).prop_map(|(name, value)| Pair { name, value })
}

fn place() -> impl Strategy<Value = Place> {
    (-900_000_000_i32..=900_000_000, -1_800_000_000_i32..=1_800_000_000)
        .prop_map(|(lat_e7, lon_e7)| Place { lat_e7, lon_e7 })
}

/// A triangle with ground inside, or a box.
fn polygon() -> impl Strategy<Value = Vec<Place>> {
    (
        -800_000_000_i32..800_000_000,
        -1_700_000_000_i32..1_700_000_000,
        1_i32..9_000_000,
        1_i32..9_000_000,
        any::<bool>(),
    )
        .prop_map(|(lat, lon, high, wide, is_box)| {
            let at = |lat_e7, lon_e7| Place { lat_e7, lon_e7 };
            let mut ring = vec![at(lat, lon), at(lat, lon + wide), at(lat + high, lon + wide)];
            if is_box {
                ring.push(at(lat + high, lon));
            }
            ring.push(ring[0]);
            ring
        })
}

fn area() -> impl Strategy<Value = CapArea> {
    let circle =
        (place(), 0_u64..20_000_000_000).prop_map(|(middle, radius_mm)| Circle { middle, radius_mm });
    let heights = of((-9_999_999_i64..9_999_999, of(0_i64..9_999_999)));
    (text(), vec(polygon(), 0..3), vec(circle, 0..3), vec(pair(), 1..3), heights).prop_map(
        |(description, polygons, circles, geocodes, heights)| CapArea {
            description,
            polygons,
            circles,
            geocodes,
            altitude_milli_ft: heights.map(|(altitude, _)| altitude),
            ceiling_milli_ft: heights.and_then(|(altitude, more)| Some(altitude + more?)),
        },
    )
}

fn resource() -> impl Strategy<Value = Resource> {
    let uri = of(select(vec!["https://a.example/x?y=1&z#a".to_owned(), "mailto:a@b.example".to_owned()]));
    let content = of(select(vec!["aGluYW4=".to_owned(), "aGlu\nYW4=".to_owned()]));
    let digest = of("[0-9a-fA-F]{40}|[0-9a-f]{64}");
    (text(), select(vec!["image/png", "text/plain; charset=utf-8"]), of(any::<u64>()), uri, content, digest)
        .prop_map(|(description, mime_type, size, uri, deref_uri, digest)| Resource {
            description,
            mime_type: Some(mime_type.to_owned()),
            size,
            uri,
            deref_uri,
            digest,
        })
}

fn info() -> impl Strategy<Value = Info> {
    let words = (
        vec(select(Category::ALL), 1..4),
        vec(select(ResponseType::ALL), 0..3),
        select(Urgency::ALL),
        select(Severity::ALL),
        select(Certainty::ALL),
        of("[a-z]{2}(-[A-Z]{2})?"),
    );
    let texts = (text(), of(text()), of(text()), of(text()), of(text()), of(text()), of(text()));
    let lists = (vec(pair(), 0..3), vec(pair(), 0..3), vec(resource(), 0..2), vec(area(), 1..3));
    let others = (of(moment()), of(moment()), of(later()), of(Just("https://a.example".to_owned())));
    (words, texts, lists, others).prop_map(|(words, texts, lists, others)| {
        let (categories, responses, urgency, severity, certainty, language) = words;
        let (event, audience, sender_name, headline, description, instruction, contact) = texts;
        let (event_codes, parameters, resources, areas) = lists;
        let (effective, onset, expires, web) = others;
        Info {
            language,
            categories,
            event,
            responses,
            urgency,
            severity,
            certainty,
            audience,
            event_codes,
            effective,
            onset,
            expires,
            sender_name,
            headline,
            description,
            instruction,
            web,
            contact,
            parameters,
            resources,
            areas,
        }
    })
}

fn signature() -> Extension {
    let namespace = "http://www.w3.org/2000/09/xmldsig#".to_owned();
    let xml = format!(
        "<ds:Signature xmlns:ds=\"{namespace}\"><ds:Object a='&lt;'>&amp; <!-- x --></ds:Object></ds:Signature>"
    );
    Extension { namespace, xml }
}

fn alert() -> impl Strategy<Value = Alert> {
    let words = (select(Status::ALL), select(MsgType::ALL), select(Scope::ALL));
    let names = (name(), name(), moment());
    let reference = (name(), "[0-9]{1,9}", 0_i64..1).prop_map(|(sender, identifier, unix)| Reference {
        sender: format!("x{sender}"),
        identifier,
        sent: Moment::utc(unix),
    });
    let texts = (of(text()), of(text()), text());
    let lists = (vec(item(), 1..3), vec(text(), 0..3), vec(reference, 1..4), vec(item(), 0..3));
    (words, names, texts, lists, vec(info(), 1..3), 0_usize..3).prop_map(
        |(words, names, texts, lists, infos, signatures)| {
            let (status, msg_type, scope) = words;
            let (identifier, sender, sent) = names;
            let (source, note, restriction) = texts;
            let (addresses, codes, references, incidents) = lists;
            Alert {
                identifier,
                sender,
                sent,
                status,
                msg_type,
                source,
                scope,
                restriction: (scope == Scope::Restricted).then_some(restriction),
                addresses,
                codes,
                note,
                references,
                incidents,
                infos,
                extensions: vec![signature(); signatures],
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn any_valid_message_is_written_and_read_as_the_same(alert in alert()) {
        let written = match write(&alert) {
            Ok(written) => written,
            Err(complaints) => return Err(TestCaseError::fail(format!("{}", complaints[0]))),
        };
        for mode in [Mode::Strict, Mode::Tolerant] {
            let reading = read(&written, mode);
            prop_assert_eq!(reading.verdict(), Verdict::Valid);
            prop_assert_eq!(reading.alert.as_ref(), Some(&alert));
        }
        prop_assert_eq!(write(&alert), Ok(written));
    }

    #[test]
    fn no_message_is_written_that_is_not_read_again(mut alert in alert(), odd in "\\PC{0,9}|[\u{0}-\u{7f}]{0,9}", which in 0_usize..9) {
        let info = &mut alert.infos[0];
        match which {
            0 => alert.identifier = odd,
            1 => alert.incidents.push(odd),
            2 => info.event = odd,
            3 => info.language = Some(odd),
            4 => info.web = Some(odd),
            5 => info.areas[0].description = odd,
            6 => alert.extensions = vec![Extension { namespace: odd.clone(), xml: odd }],
            7 => alert.references[0].identifier = odd,
            _ => info.headline = Some(odd),
        }
        if let Ok(written) = write(&alert) {
            prop_assert_eq!(read(&written, Mode::Strict).alert, Some(alert));
        }
    }
}

/// A message that may be written, to spoil.
fn good() -> Alert {
    let bytes =
        std::fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance/valid/base.xml"))
            .unwrap();
    read(&bytes, Mode::Strict).alert.unwrap()
}

#[track_caller]
fn is_refused(spoil: impl FnOnce(&mut Alert), code: Code) {
    let mut alert = good();
    spoil(&mut alert);
    let complaints = write(&alert).unwrap_err();
    assert!(complaints.iter().any(|complaint| complaint.code == code), "{complaints:?}");
}

#[test]
fn what_may_not_be_issued_is_not_written() {
    is_refused(|alert| alert.identifier = "a b".to_owned(), Code::NameCharacters);
    is_refused(|alert| alert.infos[0].areas.clear(), Code::MissingArea);
    is_refused(|alert| alert.infos.clear(), Code::MissingArea);
    is_refused(|alert| alert.infos[0].areas[0].polygons.clear(), Code::AreaShape);
    is_refused(|alert| alert.infos[0].areas[0].polygons[0].truncate(3), Code::PolygonOpen);
    is_refused(|alert| alert.infos[0].areas[0].polygons[0][1].lat_e7 = i32::MAX, Code::OffEarth);
    is_refused(|alert| alert.infos[0].areas[0].ceiling_milli_ft = Some(1), Code::CeilingAlone);
    is_refused(|alert| alert.infos[0].categories.clear(), Code::MissingElement);
    is_refused(|alert| alert.infos[0].event = "\u{1}".to_owned(), Code::NotWellFormed);
    is_refused(|alert| alert.infos[0].headline = Some(String::new()), Code::EmptyText);
    is_refused(|alert| alert.infos[0].expires = Some(Moment::utc(0)), Code::ExpiresEarly);
    is_refused(|alert| alert.sent.unix = i64::MAX, Code::BadDate);
    is_refused(|alert| alert.sent.offset_minutes = i16::MIN, Code::BadDate);
    is_refused(|alert| alert.msg_type = MsgType::Cancel, Code::MissingReferences);
    is_refused(|alert| alert.scope = Scope::Private, Code::AddressesScope);
    is_refused(|alert| alert.incidents = vec!["a\"b".to_owned()], Code::QuotedList);
    is_refused(|alert| alert.infos[0].language = Some("en\n".to_owned()), Code::WhiteSpace);
    let circle = |radius_mm| Circle { middle: Place::default(), radius_mm };
    is_refused(|alert| alert.infos[0].areas[0].circles.push(circle(u64::MAX)), Code::CircleForm);
}

/// An extension is text, and text can lie: what would be read as something else is not written.
#[test]
fn an_extension_cannot_smuggle_anything_in() {
    let with = |xml: &str| {
        let xml = xml.to_owned();
        move |alert: &mut Alert| alert.extensions = vec![Extension { namespace: signature().namespace, xml }]
    };
    is_refused(with("<code>x</code>"), Code::ElementOrder);
    is_refused(with("</alert>"), Code::NotWellFormed);
    is_refused(with(""), Code::NotWritable);
    is_refused(with(&format!("{0}{0}", signature().xml)), Code::NotWritable);
    is_refused(with("<x:y xmlns:x=\"x\"/>"), Code::ForeignElement);
    is_refused(with("<!-- x -->"), Code::NotWritable);
    is_refused(|alert| alert.addresses = vec![String::new(), "a".to_owned()], Code::QuotedList);
}
