//! Messages in feeds and envelopes: Atom, RSS 2.0, EDXL-DE 1.0 and 2.0.

use core::fmt;

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::code::Code;
use crate::complaint::{Complaint, Complaints, Mode, Severity, quote};
use crate::encoding::decode;
use crate::moment::Moment;
use crate::read::{MAX_BYTES, Version};
use crate::scalar;
use crate::xml::{Document, NodeId, ROOT};

/// What some bytes are, by their first element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// A message of CAP; without a version where its namespace names none.
    Cap(Option<Version>),
    /// A feed in Atom (RFC 4287).
    Atom,
    /// A feed in RSS 2.0.
    Rss,
    /// An envelope, EDXL Distribution Element 1.0 or 2.0.
    EdxlDe,
    /// Another document in XML.
    Xml,
    /// Nothing that is known.
    Unknown,
}

impl fmt::Display for Format {
    /// `cap-1.2`, `cap`, `atom`, `rss`, `edxl-de`, `xml`, `unknown`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Format::Cap(Some(version)) => write!(f, "cap-{}", version.word()),
            Format::Cap(None) => f.write_str("cap"),
            Format::Atom => f.write_str("atom"),
            Format::Rss => f.write_str("rss"),
            Format::EdxlDe => f.write_str("edxl-de"),
            Format::Xml => f.write_str("xml"),
            Format::Unknown => f.write_str("unknown"),
        }
    }
}

/// A feed or envelope as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// What it is; where it is no feed, there are no entries and a complaint refuses it.
    pub kind: Format,
    /// Its entries, in order.
    pub entries: Vec<Entry>,
    /// What is wrong with it. What is wrong with the messages inside is told by who reads those.
    pub complaints: Vec<Complaint>,
}

impl Feed {
    /// Whether it was not read at all.
    pub fn is_refused(&self) -> bool {
        self.complaints.iter().any(|complaint| complaint.severity == Severity::Refused)
    }
}

/// An entry of a feed, or a content object of an envelope.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its id; in an envelope, that of the envelope.
    pub id: Option<String>,
    /// What it is about, for people.
    pub title: Option<String>,
    /// When it last changed; in an envelope, when that was sent.
    pub updated: Option<Moment>,
    /// Where the message lies, as it is written; nothing here follows it.
    pub link: Option<String>,
    /// The message itself, a document of its own in UTF-8: as it stands in the feed, with the
    /// namespaces declared that it takes from around it.
    pub content: Option<Vec<u8>>,
}

/// How far the first element is looked for, in bytes.
const HEAD: usize = 64 << 10;
/// The most bytes that declared namespaces may add to the contents of a feed.
const MAX_ADDED: usize = 4 << 20;

const ATOM: &str = "http://www.w3.org/2005/Atom";
const EDXL: &str = "urn:oasis:names:tc:emergency:EDXL:DE:";
/// The media type of CAP.
const CAP_TYPE: &str = "application/cap+xml";

/// What some bytes are, by their first element. Looks at no more than their beginning.
pub fn sniff(bytes: &[u8]) -> Format {
    let Ok(decoded) = decode(&bytes[..bytes.len().min(HEAD)]) else { return Format::Unknown };
    match first_tag(&decoded.text) {
        None => Format::Unknown,
        // Alone it is a document, in which its namespace can be looked up.
        Some(tag) => {
            Document::parse(&format!("<{tag}/>")).map_or(Format::Unknown, |document| format_of(&document))
        }
    }
}

/// The inside of the first tag.
fn first_tag(text: &str) -> Option<String> {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => {
                return Some(format!("{}{}", tag.name().0, tag.attributes_raw()));
            }
            Event::Text(text) if !text.xml10_content().chars().all(crate::xml::is_white) => return None,
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn format_of(document: &Document<'_>) -> Format {
    let namespace = document.namespace(ROOT);
    match document.node(ROOT).name {
        "alert" => Format::Cap(Version::of(namespace)),
        "feed" if namespace == ATOM => Format::Atom,
        "rss" => Format::Rss,
        "EDXLDistribution" => Format::EdxlDe,
        _ => Format::Xml,
    }
}

/// Reads a feed or an envelope. Never fails on one entry: what it lacks is a complaint. Messages in
/// it are handed out as bytes for [`read`](crate::read()); links are handed out, never followed.
pub fn read(bytes: &[u8]) -> Feed {
    let mut complaints = Complaints::new(Mode::Tolerant);
    let refused = |mut complaints: Complaints, code: Code, offset: u32, reason: String, text: &str| {
        complaints.add_at(code, "", offset, reason);
        Feed { kind: sniff(bytes), entries: Vec::new(), complaints: complaints.finish(text) }
    };
    if bytes.len() > MAX_BYTES {
        let reason = format!("{} bytes; no more than {MAX_BYTES} are read", bytes.len());
        return refused(complaints, Code::TooLarge, 0, reason, "");
    }
    let decoded = match decode(bytes) {
        Ok(decoded) => decoded,
        Err((code, reason)) => return refused(complaints, code, 0, reason, ""),
    };
    for (code, reason) in decoded.complaints {
        complaints.add_at(code, "", 0, reason);
    }
    let document = match Document::parse(&decoded.text) {
        Ok(document) => document,
        Err(fault) => return refused(complaints, fault.code, fault.offset, fault.reason, &decoded.text),
    };
    let kind = format_of(&document);
    let mut reader = FeedReader { document: &document, complaints, added: 0 };
    let entries = match kind {
        Format::Atom => reader.atom(),
        Format::Rss => reader.rss(),
        Format::EdxlDe => reader.edxl(),
        Format::Cap(_) | Format::Xml | Format::Unknown => {
            let reason = format!("{} is no feed", quote(document.node(ROOT).name));
            reader.complaints.add(&document, Code::NotAFeed, ROOT, reason);
            Vec::new()
        }
    };
    let entries = if reader.complaints.worst() == Severity::Refused { Vec::new() } else { entries };
    Feed { kind, entries, complaints: reader.complaints.finish(&decoded.text) }
}

struct FeedReader<'d> {
    document: &'d Document<'d>,
    complaints: Complaints,
    /// Bytes that declared namespaces added so far.
    added: usize,
}

impl FeedReader<'_> {
    fn complain(&mut self, code: Code, node: NodeId, reason: impl Into<String>) {
        self.complaints.add(self.document, code, node, reason.into());
    }

    /// The child of a name in the namespace of the feed itself.
    fn own_child(&self, parent: NodeId, name: &str) -> Option<NodeId> {
        self.own_children(parent, name).next()
    }

    fn own_children(&self, parent: NodeId, name: &str) -> impl Iterator<Item = NodeId> {
        let own = self.document.node(ROOT).namespace;
        let is_it = move |&child: &NodeId| {
            let node = self.document.node(child);
            node.name == name && node.namespace == own
        };
        self.document.children(parent).filter(is_it)
    }

    /// The text of a child; tells where it is missing or empty and has to be there.
    fn text(&mut self, parent: NodeId, name: &str, is_needed: bool) -> Option<String> {
        let text =
            self.own_child(parent, name).map(|node| scalar::trim(&self.document.node(node).text).to_owned());
        let text = text.filter(|text| !text.is_empty());
        if text.is_none() && is_needed {
            self.complain(Code::FeedForm, parent, format!("{name} is missing or empty"));
        }
        text
    }

    /// A date of RFC 3339: `Z` and fractions are right in feeds.
    fn updated(&mut self, parent: NodeId, name: &str) -> Option<Moment> {
        let text = self.text(parent, name, true)?;
        let moment = Moment::parse_loosely(&text).map(|(moment, _)| moment);
        if moment.is_none() {
            self.complain(Code::BadDate, parent, format!("{name} {} is no date; left out", quote(&text)));
        }
        moment
    }

    fn atom(&mut self) -> Vec<Entry> {
        for name in ["id", "title", "updated"] {
            _ = self.text(ROOT, name, true);
        }
        let entries: Vec<NodeId> = self.own_children(ROOT, "entry").collect();
        entries.into_iter().map(|entry| self.atom_entry(entry)).collect()
    }

    fn atom_entry(&mut self, node: NodeId) -> Entry {
        let (id, title) = (self.text(node, "id", true), self.text(node, "title", true));
        let updated = self.updated(node, "updated");
        let content = self.own_child(node, "content").and_then(|content| self.message_in(content));
        let source =
            self.own_child(node, "content").and_then(|content| self.document.attribute(content, "src"));
        let link = self.atom_link(node).or(source);
        self.told(node, Entry { id, title, updated, link, content })
    }

    /// The link to the message: one that says it is CAP, else the first of the entry itself.
    fn atom_link(&self, entry: NodeId) -> Option<String> {
        let mut best: Option<(u8, String)> = None;
        for link in self.own_children(entry, "link") {
            let attribute = |name: &str| self.document.attribute(link, name);
            let rank = match (attribute("type").as_deref(), attribute("rel").as_deref()) {
                (Some(CAP_TYPE), _) => 3,
                (_, None | Some("alternate")) => 2,
                _ => 1,
            };
            if let Some(href) =
                attribute("href").filter(|_| best.as_ref().is_none_or(|(known, _)| rank > *known))
            {
                best = Some((rank, href));
            }
        }
        best.map(|(_, href)| href)
    }

    fn rss(&mut self) -> Vec<Entry> {
        let Some(channel) = self.own_child(ROOT, "channel") else {
            self.complain(Code::FeedForm, ROOT, "channel is missing");
            return Vec::new();
        };
        for name in ["title", "link", "description"] {
            _ = self.text(channel, name, true);
        }
        let items: Vec<NodeId> = self.own_children(channel, "item").collect();
        items.into_iter().map(|item| self.rss_item(item)).collect()
    }

    fn rss_item(&mut self, node: NodeId) -> Entry {
        let (id, title) = (self.text(node, "guid", false), self.text(node, "title", false));
        if title.is_none() && self.own_child(node, "description").is_none() {
            self.complain(Code::FeedForm, node, "an item with neither title nor description");
        }
        let updated = self.text(node, "pubDate", false).and_then(|date| {
            let moment = Moment::parse_mail_date(&date).or_else(|| Some(Moment::parse_loosely(&date)?.0));
            if moment.is_none() {
                self.complain(Code::BadDate, node, format!("pubDate {} is no date; left out", quote(&date)));
            }
            moment
        });
        let enclosed = self.own_child(node, "enclosure").and_then(|at| self.document.attribute(at, "url"));
        let link = enclosed.or_else(|| self.text(node, "link", false));
        let content = self.message_in(node);
        self.told(node, Entry { id, title, updated, link, content })
    }

    fn edxl(&mut self) -> Vec<Entry> {
        let namespace = self.document.namespace(ROOT);
        if !namespace.starts_with(EDXL) {
            let reason = format!("namespace {} is not EDXL-DE's; read as if it were", quote(namespace));
            self.complain(Code::Namespace, ROOT, reason);
        }
        let id = self.text(ROOT, "distributionID", true);
        let updated = self.updated(ROOT, "dateTimeSent");
        // In 2.0 the objects stand in a list of their own.
        let around = self.own_child(ROOT, "content").unwrap_or(ROOT);
        let objects: Vec<NodeId> = self.own_children(around, "contentObject").collect();
        objects.into_iter().map(|object| self.edxl_object(object, id.clone(), updated)).collect()
    }

    fn edxl_object(&mut self, node: NodeId, id: Option<String>, updated: Option<Moment>) -> Entry {
        let descriptor = self.own_child(node, "contentDescriptor").unwrap_or(node);
        let title = self.text(descriptor, "contentDescription", false);
        let content = self.edxl_xml(node).or_else(|| self.edxl_data(node));
        let link = ["nonXMLContent", "otherContent"].into_iter().find_map(|name| {
            let other = self.own_child(node, name)?;
            self.text(other, "uri", false)
        });
        self.told(node, Entry { id, title, updated, link, content })
    }

    /// The XML of a content object: the whole of it, else what stands for it.
    fn edxl_xml(&mut self, node: NodeId) -> Option<Vec<u8>> {
        let xml = ["xmlContent", "contentXML"].into_iter().find_map(|name| self.own_child(node, name))?;
        let parts: Vec<NodeId> = ["embeddedXMLContent", "keyXMLContent"]
            .into_iter()
            .flat_map(|name| self.own_children(xml, name))
            .collect();
        parts.into_iter().find_map(|part| self.message_in(part))
    }

    /// What a content object carries in base64.
    fn edxl_data(&mut self, node: NodeId) -> Option<Vec<u8>> {
        let other =
            ["nonXMLContent", "otherContent"].into_iter().find_map(|name| self.own_child(node, name))?;
        let data = self.own_child(other, "contentData")?;
        let bytes = scalar::base64(&self.document.node(data).text);
        if bytes.is_none() {
            self.complain(Code::Base64, data, "the content is not base64; left out");
        }
        bytes
    }

    /// The message right inside of an element, as XML or as the text of XML.
    fn message_in(&mut self, node: NodeId) -> Option<Vec<u8>> {
        if let Some(alert) = self.document.child(node, "alert") {
            if self.added > MAX_ADDED {
                self.complain(Code::TooMany, alert, "the namespaces that entries need take too much room");
                return None;
            }
            let xml = self.document.standalone(alert);
            self.added += xml.len() - self.document.outer(alert).len();
            return Some(xml.into_bytes());
        }
        let described = self.own_child(node, "description").unwrap_or(node);
        let text = scalar::trim(&self.document.node(described).text);
        let is_message = text.starts_with('<') && matches!(sniff(text.as_bytes()), Format::Cap(_));
        is_message.then(|| text.as_bytes().to_vec())
    }

    /// Tells of an entry that leads nowhere.
    fn told(&mut self, node: NodeId, entry: Entry) -> Entry {
        if entry.content.is_none() && entry.link.is_none() {
            self.complain(Code::FeedEmptyEntry, node, "an entry with neither a message nor a link");
        }
        entry
    }
}
