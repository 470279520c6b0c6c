//! Feeds and envelopes: those of the shared data, and small ones for what these lack.

use hinan_cap::feed::Entry;
use hinan_cap::{Feed, Format, Mode, Verdict, feed, read, sniff};

/// File, format, codes, and for each entry: whether it has an id, a link, and what its message comes to.
type Row = (&'static str, &'static str, &'static [&'static str], &'static [(bool, bool, Option<Verdict>)]);

const LINKED: (bool, bool, Option<Verdict>) = (true, true, None);
const VALID: (bool, bool, Option<Verdict>) = (true, false, Some(Verdict::Valid));

pub(crate) const FEEDS: &[Row] = &[
    ("google/amber.atom", "atom", &[], &[(true, false, Some(Verdict::Tolerated))]),
    ("google/bushfire_valid.edxlde", "edxl-de", &[], &[VALID; 7]),
    ("google/earthquake_index.atom", "atom", &[], &[LINKED]),
    ("google/invalid.rss", "rss", &["feed-empty-entry", "feed-form"], &[(false, false, None)]),
    ("google/no_entries.atom", "atom", &[], &[]),
    ("google/weather.atom", "atom", &[], &[(true, true, Some(Verdict::Tolerated))]),
    ("google/weather_index.atom", "atom", &[], &[LINKED; 2]),
];

fn codes(feed: &Feed) -> Vec<&str> {
    let mut codes: Vec<&str> = feed.complaints.iter().map(|complaint| complaint.code.word()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

#[test]
fn every_feed_is_read_as_the_table_says() {
    let Some(folder) = crate::data::folder() else { return };
    for &(file, format, expected, entries) in FEEDS {
        let bytes = std::fs::read(folder.join(file)).unwrap();
        let feed = feed::read(&bytes);
        assert_eq!((sniff(&bytes).to_string(), feed.kind), (format.to_owned(), sniff(&bytes)), "{file}");
        assert_eq!(codes(&feed), expected, "{file}");
        let verdict = |content: &Vec<u8>| read(content, Mode::Tolerant).verdict();
        let told: Vec<_> = feed
            .entries
            .iter()
            .map(|entry| (entry.id.is_some(), entry.link.is_some(), entry.content.as_ref().map(verdict)))
            .collect();
        assert_eq!(told, entries, "{file}");
    }
}

#[test]
fn a_link_to_the_message_goes_before_one_to_a_page() {
    let Some(folder) = crate::data::folder() else { return };
    let feed = feed::read(&std::fs::read(folder.join("google/earthquake_index.atom")).unwrap());
    let link = "http://earthquake.usgs.gov/earthquakes/catalogs/cap/us2010apcd";
    assert_eq!(feed.entries[0].link.as_deref(), Some(link));
    assert_eq!(feed.entries[0].updated.unwrap().to_string(), "2010-08-30T23:25:40-00:00");
    assert_eq!(feed.entries[0].title.as_deref(), Some("M 5.3, Tonga"));
}

const ALERT: &str = "<c:alert><c:identifier>a</c:identifier><c:sender>b</c:sender>\
    <c:sent>2031-04-02T10:00:00+02:00</c:sent><c:status>Test</c:status><c:msgType>Alert</c:msgType>\
    <c:scope>Public</c:scope></c:alert>";

/// The one entry of a feed, whose message has to be valid.
#[track_caller]
fn only_entry(text: &str, kind: Format) -> Entry {
    let feed = feed::read(text.as_bytes());
    assert_eq!((feed.kind, &feed.complaints[..]), (kind, &[][..]));
    let [entry] = &feed.entries[..] else { panic!("{} entries", feed.entries.len()) };
    let reading = read(entry.content.as_ref().unwrap(), Mode::Strict);
    assert_eq!((reading.verdict(), &reading.complaints[..]), (Verdict::Valid, &[][..]));
    assert_eq!(reading.alert.unwrap().identifier, "a");
    entry.clone()
}

#[test]
fn a_message_takes_the_namespaces_along_that_stand_around_it() {
    let atom = |content: &str| {
        format!(
            "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:c='urn:oasis:names:tc:emergency:cap:1.2' xmlns:x='unused'>\
             <id>f</id><title>t</title><updated>2031-04-02T08:00:00Z</updated>\
             <entry><id>e</id><title>t</title><updated>2031-04-02T08:00:00.5Z</updated>\
             <content type='text/xml'>{content}</content></entry></feed>"
        )
    };
    let entry = only_entry(&atom(ALERT), Format::Atom);
    let content = String::from_utf8(entry.content.unwrap()).unwrap();
    assert!(content.starts_with("<c:alert xmlns:c=\"urn:oasis:names:tc:emergency:cap:1.2\">"), "{content}");
    // As text, escaped.
    let own = ALERT.replace("<c:alert>", "<c:alert xmlns:c='urn:oasis:names:tc:emergency:cap:1.2'>");
    let escaped = own.replace('<', "&lt;").replace('>', "&gt;");
    only_entry(&atom(&escaped), Format::Atom);
    only_entry(&atom(&format!("<![CDATA[{own}]]>")), Format::Atom);
}

#[test]
fn rss_carries_messages_and_links() {
    let rss = |item: &str| {
        format!(
            "<rss version='2.0' xmlns:c='urn:oasis:names:tc:emergency:cap:1.2'><channel><title>t</title><link>l</link>\
             <description>d</description><item><title>t</title>{item}</item></channel></rss>"
        )
    };
    let entry =
        only_entry(&rss(&format!("<pubDate>Wed, 02 Apr 2031 10:00:00 +0200</pubDate>{ALERT}")), Format::Rss);
    assert_eq!(entry.updated.unwrap().to_string(), "2031-04-02T10:00:00+02:00");
    let own = ALERT.replace("<c:alert>", "<c:alert xmlns:c='urn:oasis:names:tc:emergency:cap:1.2'>");
    only_entry(&rss(&format!("<description><![CDATA[{own}]]></description>")), Format::Rss);
    let linked = feed::read(
        rss("<link>https://a.example/1.cap</link><guid>1</guid><pubDate>2 Apr 2031 08:00 GMT</pubDate>")
            .as_bytes(),
    );
    assert_eq!(linked.entries[0].link.as_deref(), Some("https://a.example/1.cap"));
    assert_eq!(linked.entries[0].updated.unwrap().to_string(), "2031-04-02T08:00:00-00:00");
    let late = feed::read(rss("<link>l</link><pubDate>tomorrow</pubDate>").as_bytes());
    assert_eq!((codes(&late), late.entries[0].updated), (vec!["bad-date"], None));
}

#[test]
fn envelopes_of_both_versions_carry_xml_and_base64() {
    let head = "<distributionID>d</distributionID><senderID>s</senderID><dateTimeSent>2031-04-02T10:00:00+02:00</dateTimeSent>";
    let names = "xmlns:c='urn:oasis:names:tc:emergency:cap:1.2'";
    let one = format!(
        "<EDXLDistribution xmlns='urn:oasis:names:tc:emergency:EDXL:DE:1.0' {names}>{head}<contentObject>\
         <contentDescription>t</contentDescription><xmlContent><keyXMLContent><k/></keyXMLContent>\
         <embeddedXMLContent>{ALERT}</embeddedXMLContent></xmlContent></contentObject></EDXLDistribution>"
    );
    let entry = only_entry(&one, Format::EdxlDe);
    assert_eq!((entry.id.as_deref(), entry.title.as_deref()), (Some("d"), Some("t")));
    let two = format!(
        "<EDXLDistribution xmlns='urn:oasis:names:tc:emergency:EDXL:DE:2.0' {names}>{head}<content><contentObject>\
         <contentDescriptor><contentDescription>t</contentDescription></contentDescriptor><contentXML>\
         <embeddedXMLContent>{ALERT}</embeddedXMLContent></contentXML></contentObject></content></EDXLDistribution>"
    );
    assert_eq!(only_entry(&two, Format::EdxlDe).title.as_deref(), Some("t"));
    let data = |content: &str| {
        format!(
            "<EDXLDistribution xmlns='urn:oasis:names:tc:emergency:EDXL:DE:1.0'>{head}<contentObject><nonXMLContent>\
             <mimeType>text/plain</mimeType><contentData>{content}</contentData></nonXMLContent></contentObject></EDXLDistribution>"
        )
    };
    let feed = feed::read(data("aGlu\n  YW4=").as_bytes());
    assert_eq!(feed.entries[0].content.as_deref(), Some(&b"hinan"[..]));
    let broken = feed::read(data("aGlu*").as_bytes());
    assert_eq!(codes(&broken), ["base64", "feed-empty-entry"]);
}

#[test]
fn what_is_no_feed_is_refused_by_name() {
    for (text, kind, code) in [
        ("", Format::Unknown, "not-well-formed"),
        ("{\"alerts\": []}", Format::Unknown, "not-well-formed"),
        ("<html/>", Format::Xml, "not-a-feed"),
        ("<feed/>", Format::Xml, "not-a-feed"),
        (
            "<alert xmlns='urn:oasis:names:tc:emergency:cap:1.1'/>",
            Format::Cap(Some(hinan_cap::Version::V1_1)),
            "not-a-feed",
        ),
        ("<!DOCTYPE rss><rss/>", Format::Rss, "doctype"),
    ] {
        let feed = feed::read(text.as_bytes());
        assert!(feed.is_refused() && feed.entries.is_empty(), "{text}");
        assert_eq!((feed.kind, codes(&feed)), (kind, vec![code]), "{text}");
    }
}

#[test]
fn formats_are_told_by_the_first_element() {
    for (text, format) in [
        ("<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'>", "cap-1.2"),
        (
            "<?xml version='1.0'?><!-- <rss> --><c:alert a='>' xmlns:c='http://www.incident.com/cap/1.0'>",
            "cap-1.0",
        ),
        ("<alert>", "cap"),
        ("\u{feff}<rss version='2.0'>", "rss"),
        ("<Report xmlns='http://xml.kishou.go.jp/jmaxml1/'>", "xml"),
        ("plain", "unknown"),
        ("<", "unknown"),
        ("<1>", "unknown"),
        ("[1]", "unknown"),
    ] {
        assert_eq!(sniff(text.as_bytes()).to_string(), format, "{text}");
    }
    let wide: Vec<u8> = "<alert/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(sniff(&wide).to_string(), "cap");
}
