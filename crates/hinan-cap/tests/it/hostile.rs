//! Messages made to take a reader down. Each has to be answered soon, in a sentence.

use std::time::{Duration, Instant};

use hinan_cap::complaint::MAX_COMPLAINTS;
use hinan_cap::{Code, MAX_BYTES, Mode, Reading, Severity, feed, read, sniff};

const HEAD: &str = "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>a</identifier><sender>b</sender>\
    <sent>2031-04-02T10:00:00+02:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope>";
const INFO: &str = "<info><category>Met</category><event>Flood</event><urgency>Immediate</urgency>\
    <severity>Severe</severity><certainty>Likely</certainty>";

/// A message with something in its area.
fn with_area(content: &str) -> String {
    format!("{HEAD}{INFO}<area><areaDesc>x</areaDesc>{content}</area></info></alert>")
}

/// Reads both ways, as a feed too, in time: minutes on this machine would be hours on a phone.
#[track_caller]
fn read_soon(text: &[u8]) -> Reading {
    let start = Instant::now();
    let reading = read(text, Mode::Tolerant);
    _ = read(text, Mode::Strict);
    _ = feed::read(text);
    _ = sniff(text);
    let took = start.elapsed();
    assert!(took < Duration::from_secs(60), "{took:?} for {} MB", text.len() >> 20);
    assert!(reading.complaints.len() <= MAX_COMPLAINTS + 1);
    reading
}

#[track_caller]
fn is_refused(text: &[u8], code: Code) {
    let reading = read_soon(text);
    let last = reading.complaints.last().unwrap();
    assert_eq!((reading.alert, last.code, last.severity), (None, code, Severity::Refused));
}

#[test]
fn entities_do_not_grow() {
    let mut bomb = "<!DOCTYPE alert [<!ENTITY a \"aaaaaaaaaa\">".to_owned();
    for i in 0..30 {
        let before = if i == 0 { "a".to_owned() } else { format!("a{}", i - 1) };
        bomb += &format!("<!ENTITY a{i} \"{}\">", format!("&{before};").repeat(10));
    }
    is_refused(format!("{bomb}]>{}", HEAD.replace(">a<", ">&a29;<")).as_bytes(), Code::Doctype);
    is_refused(HEAD.replace(">a<", ">&a;<").as_bytes(), Code::Entity);
    is_refused(format!("<!DOCTYPE alert [{}", "<!ENTITY".repeat(1_000_000)).as_bytes(), Code::Doctype);
}

#[test]
fn depth_and_number_of_elements_are_bounded() {
    is_refused("<a>".repeat(5_000_000).as_bytes(), Code::TooDeep);
    is_refused(format!("{HEAD}{}", "<a/>".repeat(5_000_000)).as_bytes(), Code::TooMany);
    let attributes: String = (0..500_000).map(|i| format!(" a{i}=\"\"")).collect();
    is_refused(format!("<alert{attributes}/>").as_bytes(), Code::TooMany);
    let names: String = (0..60).map(|i| format!(" xmlns:a{i}=\"{i}\"")).collect();
    is_refused(format!("<a{names}>").replace("<a ", "<b ").repeat(30).as_bytes(), Code::TooMany);
    let namespaces: String = (0..100_000).map(|i| format!("<a xmlns=\"{i}\"/>")).collect();
    is_refused(format!("<b>{namespaces}").as_bytes(), Code::TooMany);
}

#[test]
fn more_than_65_megabytes_are_not_looked_at() {
    let filler = " ".repeat(MAX_BYTES + 1);
    is_refused(filler.as_bytes(), Code::TooLarge);
    assert!(feed::read(filler.as_bytes()).is_refused());
    let whole = with_area("<circle>1,1 1</circle>");
    let largest = format!("{whole}{}", " ".repeat(MAX_BYTES - whole.len()));
    assert!(read_soon(largest.as_bytes()).alert.is_some());
    let text = whole.replace("Flood", &"x".repeat(MAX_BYTES - whole.len()));
    assert!(read_soon(text.as_bytes()).alert.is_some());
}

#[test]
fn wide_characters_are_bounded_too() {
    let whole = with_area("<circle>1,1 1</circle>").replace("Flood", &"水".repeat(1_000_000));
    let wide: Vec<u8> = whole.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let reading = read_soon(&wide);
    assert_eq!(reading.alert.unwrap().infos[0].event.chars().count(), 1_000_000);
    assert_eq!(reading.complaints[0].code, Code::Encoding);
    let odd = [&[0xFF, 0xFE][..], &[0xD8; 4001]].concat();
    assert!(read_soon(&odd).alert.is_none());
    let half = read_soon(&wide[..wide.len() / 2 + 1]);
    assert!(half.alert.is_none());
}

#[test]
fn complaints_are_counted_beyond_the_first_ones() {
    let many = format!("{HEAD}{}</alert>", "<shelter/>".repeat(1000));
    let reading = read_soon(many.as_bytes());
    assert_eq!(reading.complaints.len(), MAX_COMPLAINTS + 1);
    let last = reading.complaints.last().unwrap();
    assert_eq!((last.code, last.severity), (Code::AndMore, Severity::Tolerated));
    assert!(last.reason.contains("801 more"), "{}", last.reason);
    assert_eq!(reading.complaints[7].path, "alert/shelter[8]");
    // What is not listed still counts.
    let refused = many.replace("<alert xmlns", "<alert x=\"\" xmlns").replace("Public", "Nobody");
    assert!(read_soon(refused.as_bytes()).alert.is_none());
}

#[test]
fn no_list_of_anything_takes_its_square() {
    let both = "<geocode/><altitude>1</altitude>".repeat(120_000);
    assert!(read_soon(with_area(&both).as_bytes()).alert.is_some());
    let polygons = "<polygon>1,1 1,2 2,2 1,1</polygon>".repeat(100_000);
    assert_eq!(
        read_soon(with_area(&polygons).as_bytes()).alert.unwrap().infos[0].areas[0].polygons.len(),
        100_000
    );
    let blank = format!("{HEAD}{}x{}</alert>", " ".repeat(10_000_000), "<code>y</code>".repeat(400_000));
    assert_eq!(read_soon(blank.as_bytes()).alert.unwrap().codes.len(), 400_000);
    let html = with_area("").replace("Flood", &"&lt;a".repeat(1_000_000));
    assert!(read_soon(html.as_bytes()).alert.is_some());
    let pieces = with_area("").replace("Flood", &"a&amp;<!---->".repeat(500_000));
    assert_eq!(read_soon(pieces.as_bytes()).alert.unwrap().infos[0].event.len(), 1_000_000);
    let items = HEAD.to_owned() + &format!("<incidents>{}</incidents></alert>", "a ".repeat(5_000_000));
    is_refused(items.as_bytes(), Code::TooMany);
}

#[test]
fn rings_of_any_shape_are_looked_at_in_bounded_time() {
    let ring = |corner: &dyn Fn(usize) -> (f64, f64), count: usize| {
        let points: Vec<String> =
            (0..count).map(corner).map(|(lat, lon)| format!("{lat:.6},{lon:.6}")).collect();
        with_area(&format!("<polygon>{} {}</polygon>", points.join(" "), points[0]))
    };
    let codes = |text: &str| {
        let reading = read_soon(text.as_bytes());
        assert!(reading.alert.is_some());
        reading.complaints.iter().map(|complaint| complaint.code).collect::<Vec<_>>()
    };
    let circle = |i: usize| {
        let angle = i as f64 / 100_000.0 * std::f64::consts::TAU;
        (50.0 + angle.sin() * 30.0, angle.cos() * 90.0)
    };
    assert_eq!(codes(&ring(&circle, 100_000)), []);
    // A star of spikes, each across all the others.
    let star =
        |i: usize| if i.is_multiple_of(2) { (-60.0, i as f64 / 1e4) } else { (60.0, -(i as f64) / 1e4) };
    assert_eq!(codes(&ring(&star, 200_001)), [Code::PolygonUnchecked]);
    let noise = |i: usize| (((i * 7919) % 10_007) as f64 / 1e3, ((i * 104_729) % 100_003) as f64 / 1e3);
    assert_eq!(codes(&ring(&noise, 300_000)), [Code::PolygonUnchecked]);
    // More points than anybody draws: the polygon goes, the message stays.
    assert_eq!(codes(&ring(&circle, 1_000_001)), [Code::AreaShape, Code::TooManyPoints]);
}

#[test]
fn namespaces_do_not_grow_where_they_are_copied() {
    let text = |length: usize| {
        let declared = format!("<alert xmlns:x=\"{}\" ", "u".repeat(length));
        HEAD.replace("<alert ", &declared) + &"<x:a/>".repeat(100_000) + "</alert>"
    };
    is_refused(text(1_000_000).as_bytes(), Code::TooMany);
    is_refused(text(1000).as_bytes(), Code::AndMore);
}

#[test]
fn a_message_cut_short_or_spoilt_anywhere_is_answered() {
    let whole = with_area(
        "<polygon>1,1 1,2 2,2 1,1</polygon><geocode><valueName>a</valueName><value>b</value></geocode>",
    );
    for at in 0..whole.len() {
        assert!(read(&whole.as_bytes()[..at], Mode::Tolerant).alert.is_none());
        for byte in [0, b'<', b'>', b'&', b'"', b' ', 0xFF] {
            let mut spoilt = whole.clone().into_bytes();
            spoilt[at] = byte;
            _ = read(&spoilt, Mode::Tolerant);
            _ = feed::read(&spoilt);
        }
    }
}
