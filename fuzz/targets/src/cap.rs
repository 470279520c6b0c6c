//! Messages of CAP, feeds of them, and what is written.

use hinan_cap::message::Extension;
use hinan_cap::{Alert, Mode, Moment, Severity, Verdict, feed, read, sniff, write};

/// Messages as issued and as received: a message or a reason, the same twice, and what passes
/// strictly passes tolerantly, is written, and read as the same.
pub fn cap_read(data: &[u8]) {
    let (strict, tolerant) = (read(data, Mode::Strict), read(data, Mode::Tolerant));
    assert_eq!(tolerant, read(data, Mode::Tolerant), "the same bytes, read twice");
    for reading in [&strict, &tolerant] {
        let is_refused = reading.complaints.iter().any(|complaint| complaint.severity == Severity::Refused);
        assert_eq!(reading.alert.is_none(), is_refused, "refused without a reason, or read in spite of one");
    }
    if let Some(alert) = &strict.alert {
        assert_eq!(tolerant.alert.as_ref(), Some(alert), "received otherwise than issued");
        assert_eq!(tolerant.verdict(), Verdict::Valid, "what may be issued is valid");
        let written =
            write(alert).unwrap_or_else(|complaints| unreachable!("not written: {}", complaints[0]));
        assert_eq!(read(&written, Mode::Strict).alert.as_ref(), Some(alert), "written as another message");
    }
    if let Some(alert) = &tolerant.alert {
        written_as_it_is(alert);
    }
}

/// Feeds and envelopes: entries or a reason, and their messages are answered too.
pub fn cap_feed(data: &[u8]) {
    let feed = feed::read(data);
    assert!(!feed.is_refused() || feed.entries.is_empty(), "entries of a feed that was refused");
    assert_eq!(feed.kind, sniff(data), "two opinions of what it is");
    for content in feed.entries.iter().filter_map(|entry| entry.content.as_ref()) {
        _ = read(content, Mode::Tolerant);
    }
}

/// Lines of text at the places of a message: it is refused, or it is read as written.
pub fn cap_write(data: &[u8]) {
    const MESSAGE: &[u8] = include_bytes!("../../seeds/cap_read/whole.xml");
    let Some(mut alert) = read(MESSAGE, Mode::Strict).alert else { unreachable!("the seed is a message") };
    let text = String::from_utf8_lossy(data);
    for line in text.split('\n') {
        let mut characters = line.chars();
        if let Some(place) = characters.next() {
            put(&mut alert, place, characters.as_str().replace('\r', "\n"));
        }
    }
    written_as_it_is(&alert);
}

fn written_as_it_is(alert: &Alert) {
    if let Ok(written) = write(alert) {
        assert_eq!(read(&written, Mode::Strict).alert.as_ref(), Some(alert), "written as another message");
    }
}

/// Puts a text at one of the places of a message.
fn put(alert: &mut Alert, place: char, text: String) {
    let number = || text.trim().parse::<i64>().unwrap_or_default();
    let info = &mut alert.infos[0];
    let (area, resource) = (&mut info.areas[0], &mut info.resources[0]);
    match place {
        'i' => alert.identifier = text,
        's' => alert.sender = text,
        'S' => alert.sent = Moment { unix: number(), offset_minutes: alert.sent.offset_minutes },
        'o' => alert.sent.offset_minutes = number() as i16,
        'c' => alert.codes.push(text),
        'n' => alert.note = Some(text),
        'a' => alert.addresses.push(text),
        'I' => alert.incidents.push(text),
        'r' => alert.references.iter_mut().for_each(|reference| reference.identifier.clone_from(&text)),
        'x' => alert
            .extensions
            .push(Extension { namespace: "http://www.w3.org/2000/09/xmldsig#".to_owned(), xml: text }),
        'l' => info.language = Some(text),
        'e' => info.event = text,
        'h' => info.headline = Some(text),
        'w' => info.web = Some(text),
        'p' => info.parameters.iter_mut().for_each(|pair| pair.name.clone_from(&text)),
        'v' => info.parameters.iter_mut().for_each(|pair| pair.value.clone_from(&text)),
        'd' => area.description = text,
        'y' => area.polygons[0].iter_mut().skip(1).for_each(|place| place.lat_e7 = number() as i32),
        'C' => area.circles.iter_mut().for_each(|circle| circle.radius_mm = number() as u64),
        'A' => area.altitude_milli_ft = Some(number()),
        'L' => area.ceiling_milli_ft = Some(number()),
        'm' => resource.mime_type = Some(text),
        'u' => resource.uri = Some(text),
        'b' => resource.deref_uri = Some(text),
        'g' => resource.digest = Some(text),
        _ => {}
    }
}
