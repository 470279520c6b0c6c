//! Bytes to a message, and everything that is wrong with it.

use hinan_model::Place;

use crate::code::Code;
use crate::complaint::{Complaint, Complaints, Mode, Severity, quote};
use crate::encoding::decode;
use crate::message::{
    Alert, CapArea, Category, Certainty, Circle, Extension, Info, MsgType, Pair, Reference, Resource,
    ResponseType, Scope, Severity as HowGrave, Status, Urgency,
};
use crate::moment::Moment;
use crate::ring::{self, Budget, Flaw};
use crate::scalar;
use crate::xml::{Document, NodeId, ROOT};

/// The largest message, feed or envelope that is read, in bytes.
pub const MAX_BYTES: usize = 65_000_000;
/// The most points of all polygons of a message.
pub const MAX_POINTS: usize = 1_000_000;
/// The most references, addresses or incidents of a message.
pub const MAX_ITEMS: usize = 100_000;
/// The longest headline that every device shows whole, in characters.
pub const MAX_HEADLINE: usize = 160;
/// The most bytes that namespaces may add to the extensions of a message.
const MAX_ADDED: usize = 4 << 20;
/// Half around the Earth, in millimetres: a circle that large holds everything.
const HALF_WAY_ROUND_MM: i64 = 20_038_000_000;

/// Where elements of CAP live.
pub(crate) const CAP12: &str = "urn:oasis:names:tc:emergency:cap:1.2";
const CAP11: &str = "urn:oasis:names:tc:emergency:cap:1.1";
const CAP10: &str = "http://www.incident.com/cap/1.0";
/// Where signatures live.
const XMLDSIG: &str = "http://www.w3.org/2000/09/xmldsig#";

/// The versions of the standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    /// Of 2004.
    V1_0,
    /// Of 2005.
    V1_1,
    /// Of 2010, and ITU-T X.1303 bis.
    V1_2,
}

impl Version {
    /// The version of a namespace.
    pub(crate) fn of(namespace: &str) -> Option<Version> {
        match namespace {
            CAP10 => Some(Version::V1_0),
            CAP11 => Some(Version::V1_1),
            CAP12 => Some(Version::V1_2),
            _ => None,
        }
    }

    /// The number, as in `1.2`.
    pub const fn word(self) -> &'static str {
        match self {
            Version::V1_0 => "1.0",
            Version::V1_1 => "1.1",
            Version::V1_2 => "1.2",
        }
    }
}

/// What came of reading a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The message; `None` where a complaint refuses it.
    pub alert: Option<Alert>,
    /// The version that its namespace names.
    pub version: Option<Version>,
    /// What is wrong with it, in the order of the text.
    pub complaints: Vec<Complaint>,
}

/// A reading in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// It conforms to CAP 1.2; there may be remarks.
    Valid,
    /// It was read in spite of what is wrong with it.
    Tolerated,
    /// It was not read.
    Refused,
}

impl Verdict {
    /// The word that is printed.
    pub const fn word(self) -> &'static str {
        match self {
            Verdict::Valid => "valid",
            Verdict::Tolerated => "tolerated",
            Verdict::Refused => "refused",
        }
    }
}

impl Reading {
    /// The reading in one word, by its gravest complaint.
    pub fn verdict(&self) -> Verdict {
        match self.complaints.iter().map(|complaint| complaint.severity).max() {
            _ if self.alert.is_none() => Verdict::Refused,
            Some(Severity::Refused) => Verdict::Refused,
            Some(Severity::Tolerated) => Verdict::Tolerated,
            Some(Severity::Remark) | None => Verdict::Valid,
        }
    }
}

/// Reads a message. Nothing is looked up, followed or kept: the bytes, which are what was signed,
/// stay with the caller. Time and memory grow with the length of the input only.
///
/// Texts are kept to the letter, with their white space; what is a code, a date, a number or a list
/// is kept as what it means. Coordinates are rounded to 1e-7 degree, altitudes to thousandths of a
/// foot.
pub fn read(bytes: &[u8], mode: Mode) -> Reading {
    let mut complaints = Complaints::new(mode);
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
    let mut reader = Reader::new(&document, complaints);
    let (alert, version) = reader.root();
    let complaints = reader.complaints;
    let alert = alert.filter(|_| complaints.worst() < Severity::Refused);
    Reading { alert, version, complaints: complaints.finish(&decoded.text) }
}

fn refused(mut complaints: Complaints, code: Code, offset: u32, reason: String, text: &str) -> Reading {
    complaints.add_at(code, "", offset, reason);
    Reading { alert: None, version: None, complaints: complaints.finish(text) }
}

/// How often an element may stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Times {
    One,
    Maybe,
    Any,
    Some,
}

use Times::{Any, Maybe, One};

/// The children of an element, in the order of the standard.
type Shape = [(&'static str, Times)];

const ALERT: &Shape = &[
    ("identifier", One),
    ("sender", One),
    ("sent", One),
    ("status", One),
    ("msgType", One),
    ("source", Maybe),
    ("scope", One),
    ("restriction", Maybe),
    ("addresses", Maybe),
    ("code", Any),
    ("note", Maybe),
    ("references", Maybe),
    ("incidents", Maybe),
    ("info", Any),
];

const INFO: &Shape = &[
    ("language", Maybe),
    ("category", Times::Some),
    ("event", One),
    ("responseType", Any),
    ("urgency", One),
    ("severity", One),
    ("certainty", One),
    ("audience", Maybe),
    ("eventCode", Any),
    ("effective", Maybe),
    ("onset", Maybe),
    ("expires", Maybe),
    ("senderName", Maybe),
    ("headline", Maybe),
    ("description", Maybe),
    ("instruction", Maybe),
    ("web", Maybe),
    ("contact", Maybe),
    ("parameter", Any),
    ("resource", Any),
    ("area", Any),
];

const RESOURCE: &Shape = &[
    ("resourceDesc", One),
    ("mimeType", One),
    ("size", Maybe),
    ("uri", Maybe),
    ("derefUri", Maybe),
    ("digest", Maybe),
];

const AREA: &Shape = &[
    ("areaDesc", One),
    ("polygon", Any),
    ("circle", Any),
    ("geocode", Any),
    ("altitude", Maybe),
    ("ceiling", Maybe),
];

const PAIR: &Shape = &[("valueName", One), ("value", One)];

/// Texts that may be left out, and of which the standard does not say that they have to be filled.
const MAY_BE_EMPTY: [&str; 9] =
    ["source", "code", "note", "audience", "senderName", "headline", "description", "instruction", "contact"];

/// The children of one element, sorted by the shape it should have.
struct Children {
    shape: &'static Shape,
    /// Place in the shape, and the element.
    found: Vec<(u8, NodeId)>,
}

impl Children {
    fn all(&self, name: &str) -> impl Iterator<Item = NodeId> + use<'_> {
        let rank = self.shape.iter().position(|(known, _)| *known == name);
        self.found.iter().filter(move |(found, _)| Some(usize::from(*found)) == rank).map(|&(_, node)| node)
    }

    fn one(&self, name: &str) -> Option<NodeId> {
        self.all(name).next()
    }
}

struct Reader<'d> {
    document: &'d Document<'d>,
    complaints: Complaints,
    /// The namespace of the root, which is the message's own.
    own: &'d str,
    has_told_namespace: bool,
    extensions: Vec<Extension>,
    /// Bytes that namespaces added to the extensions.
    added: usize,
    points_left: usize,
    budget: Budget,
}

impl<'d> Reader<'d> {
    fn new(document: &'d Document<'d>, complaints: Complaints) -> Reader<'d> {
        Reader {
            document,
            complaints,
            own: document.namespace(ROOT),
            has_told_namespace: false,
            extensions: Vec::new(),
            added: 0,
            points_left: MAX_POINTS,
            budget: Budget::new(),
        }
    }

    fn complain(&mut self, code: Code, node: NodeId, reason: impl Into<String>) {
        self.complaints.add(self.document, code, node, reason.into());
    }

    fn refuse(&mut self, code: Code, node: NodeId, reason: impl Into<String>) {
        self.complaints.refuse(self.document, code, node, reason.into());
    }

    fn name(&self, node: NodeId) -> &'d str {
        self.document.node(node).name
    }

    fn root(&mut self) -> (Option<Alert>, Option<Version>) {
        let version = Version::of(self.own);
        if self.name(ROOT) != "alert" {
            let reason = format!("the document is {}, no alert", quote(self.name(ROOT)));
            self.complain(Code::NotCap, ROOT, reason);
            return (None, None);
        }
        match version {
            Some(Version::V1_2) => {}
            Some(Version::V1_1) => self.complain(Code::Cap11, ROOT, "the message is in CAP 1.1"),
            Some(Version::V1_0) => self.complain(Code::Cap10, ROOT, "the message is in CAP 1.0"),
            None => {
                self.has_told_namespace = true;
                let reason = format!("namespace {} is none of CAP; read as CAP 1.2", quote(self.own));
                self.complain(Code::Namespace, ROOT, reason);
            }
        }
        if let Some((offset, prefix)) = self.document.unbound {
            let reason = format!("prefix {} is not declared; taken as no namespace", quote(prefix));
            self.complaints.add_at(Code::Namespace, "alert", offset, reason);
            self.has_told_namespace = true;
        }
        (self.alert(ROOT), version)
    }

    /// Sorts the children of an element: unknown ones are told of and left out, those of other
    /// namespaces are kept apart.
    fn children(&mut self, parent: NodeId, shape: &'static Shape) -> Children {
        self.check_attributes(parent);
        self.check_stray_text(parent);
        let mut found: Vec<(u8, NodeId)> = Vec::new();
        let mut reached = 0;
        // A bit a rank: looking through what was found could take forever.
        let mut seen = 0_u32;
        let mut has_ended = false;
        let document = self.document;
        for node in document.children(parent) {
            let name = self.name(node);
            if self.is_foreign(node) {
                has_ended |= self.keep_foreign(parent, node);
                continue;
            }
            let Some(rank) = shape.iter().position(|(known, _)| *known == name) else {
                let reason = format!("{} has no place in {}; left out", quote(name), self.name(parent));
                self.complain(Code::UnknownElement, node, reason);
                continue;
            };
            if has_ended {
                has_ended = false;
                let reason = format!("{name} stands after the signature, which is to be last");
                self.complain(Code::MisplacedSignature, node, reason);
            }
            if matches!(shape[rank].1, One | Maybe) && seen >> rank & 1 == 1 {
                self.complain(
                    Code::RepeatedElement,
                    node,
                    format!("{name} stands again; the first one counts"),
                );
                continue;
            }
            if rank < reached {
                let reason = format!("{name} stands after {}, and is to stand before it", shape[reached].0);
                self.complain(Code::ElementOrder, node, reason);
            }
            reached = reached.max(rank);
            seen |= 1 << rank;
            found.push((rank as u8, node));
        }
        Children { shape, found }
    }

    fn check_attributes(&mut self, node: NodeId) {
        if let Some(name) = self.document.node(node).attribute {
            self.complain(Code::Attribute, node, format!("attribute {}; left out", quote(name)));
        }
    }

    fn check_stray_text(&mut self, node: NodeId) {
        let text = scalar::trim(&self.document.node(node).text);
        if !text.is_empty() {
            self.complain(Code::StrayText, node, format!("text {} between elements; left out", quote(text)));
        }
    }

    /// Whether an element belongs to somebody else than CAP. Elements without a namespace and of
    /// other versions are taken as the message's own.
    fn is_foreign(&mut self, node: NodeId) -> bool {
        let namespace = self.document.namespace(node);
        if namespace == self.own {
            return false;
        }
        let is_cap = namespace.is_empty() || Version::of(namespace).is_some();
        if is_cap && !self.has_told_namespace {
            self.has_told_namespace = true;
            let reason =
                format!("namespace {} is not the message's own; read as if it were", quote(namespace));
            self.complain(Code::Namespace, node, reason);
        }
        !is_cap
    }

    /// Keeps an element of another namespace; whether it is a signature of the message.
    fn keep_foreign(&mut self, parent: NodeId, node: NodeId) -> bool {
        let namespace = self.document.namespace(node);
        let is_signature = namespace == XMLDSIG && self.name(node) == "Signature";
        if !is_signature {
            let reason =
                format!("{} is of namespace {}; kept as it stands", quote(self.name(node)), quote(namespace));
            self.complain(Code::ForeignElement, node, reason);
        } else if parent != ROOT {
            self.complain(
                Code::MisplacedSignature,
                node,
                "a signature inside of the message; kept as it stands",
            );
        }
        if self.added > MAX_ADDED {
            self.complain(Code::TooMany, node, "the namespaces of extensions take too much room");
            return false;
        }
        let xml = self.document.standalone(node);
        self.added += xml.len() - self.document.outer(node).len();
        self.extensions.push(Extension { namespace: namespace.to_owned(), xml });
        is_signature && parent == ROOT
    }

    /// Tells of a child that is missing, where one has to be.
    fn missing(&mut self, parent: NodeId, name: &str, made_of_it: &str) {
        let reason = format!("{name} is missing{made_of_it}");
        self.complain(Code::MissingElement, parent, reason);
    }

    /// The text of an element that holds nothing else.
    fn leaf(&mut self, node: NodeId) -> &'d str {
        self.check_attributes(node);
        let document = self.document;
        for child in document.children(node) {
            if self.is_foreign(child) {
                self.keep_foreign(node, child);
            } else {
                let reason = format!("{} inside of a text; left out", quote(self.name(child)));
                self.complain(Code::UnknownElement, child, reason);
            }
        }
        &document.node(node).text
    }

    /// A text that says something.
    fn text(&mut self, node: NodeId) -> Option<String> {
        let text = self.leaf(node);
        if scalar::trim(text).is_empty() {
            let name = self.name(node);
            let code = if MAY_BE_EMPTY.contains(&name) { Code::EmptyText } else { Code::EmptyElement };
            self.complain(code, node, format!("{name} is empty; taken as missing"));
            return None;
        }
        Some(text.to_owned())
    }

    fn text_of(&mut self, children: &Children, name: &str) -> Option<String> {
        children.one(name).and_then(|node| self.text(node))
    }

    /// A text without white space around.
    fn trimmed(&mut self, node: NodeId) -> Option<String> {
        let text = self.text(node)?;
        let trimmed = scalar::trim(&text);
        if trimmed.len() != text.len() {
            self.complain(Code::WhiteSpace, node, "white space around the value; left out");
        }
        Some(trimmed.to_owned())
    }

    /// A text for people, with what is said of HTML.
    fn prose(&mut self, children: &Children, name: &str) -> Option<String> {
        let node = children.one(name)?;
        let text = self.text(node)?;
        if scalar::has_html(&text) {
            self.complain(Code::Html, node, "HTML in a text");
        }
        Some(text)
    }

    /// One of the values of the standard. `None` where it is none, which is told.
    fn word<T: Copy>(&mut self, node: NodeId, values: &[T], word: fn(T) -> &'static str) -> Option<T> {
        let text = self.leaf(node);
        if let Some(&value) = values.iter().find(|&&value| word(value) == text) {
            return Some(value);
        }
        let trimmed = scalar::trim(text);
        let like = values.iter().find(|&&value| word(value).eq_ignore_ascii_case(trimmed)).copied();
        match like {
            Some(value) => {
                let reason = format!("{} is spelt {}; read as that", quote(text), word(value));
                self.complain(Code::ValueSpelling, node, reason);
            }
            None if trimmed.is_empty() => {
                self.complain(Code::EmptyElement, node, format!("{} is empty", self.name(node)));
            }
            None => {
                let known: Vec<&str> = values.iter().map(|&value| word(value)).collect();
                let reason = format!("{} is none of {}", quote(text), known.join(", "));
                self.complain(Code::UnknownValue, node, reason);
            }
        }
        like
    }

    /// A value of the header, without which nobody can tell what the message is.
    fn header<T: Copy>(
        &mut self,
        children: &Children,
        name: &str,
        values: &[T],
        word: fn(T) -> &'static str,
    ) -> Option<T> {
        let node = self.header_node(children, name)?;
        let value = self.word(node, values, word);
        if value.is_none() {
            self.refuse(Code::MissingElement, node, format!("without a {name} the message cannot be used"));
        }
        value
    }

    fn header_node(&mut self, children: &Children, name: &str) -> Option<NodeId> {
        let node = children.one(name);
        if node.is_none() {
            self.refuse(
                Code::MissingElement,
                ROOT,
                format!("{name} is missing, without which the message cannot be used"),
            );
        }
        node
    }

    /// A value whose lack an info survives.
    fn info_word<T: Copy>(
        &mut self,
        parent: NodeId,
        children: &Children,
        name: &str,
        values: &[T],
        word: fn(T) -> &'static str,
    ) -> Option<T> {
        match children.one(name) {
            Some(node) => self.word(node, values, word),
            None => {
                self.missing(parent, name, "; taken as Unknown");
                None
            }
        }
    }

    /// A date. Where it cannot be read it is taken as missing.
    fn moment(&mut self, node: NodeId) -> Option<Moment> {
        let text = self.leaf(node);
        if let Ok(moment) = Moment::parse(text) {
            return Some(moment);
        }
        let Some((moment, odd)) = Moment::parse_loosely(text) else {
            self.complain(Code::BadDate, node, format!("{} is no date; left out", quote(text)));
            return None;
        };
        for code in odd {
            self.complain(code, node, format!("{} read as {moment}", quote(text)));
        }
        Some(moment)
    }

    fn moment_of(&mut self, children: &Children, name: &str) -> Option<Moment> {
        children.one(name).and_then(|node| self.moment(node))
    }

    /// An identifier or sender.
    fn cap_name(&mut self, children: &Children, name: &str) -> Option<String> {
        let node = self.header_node(children, name)?;
        let text = self.text(node).map(|text| scalar::trim(&text).to_owned());
        let Some(text) = text else {
            self.refuse(Code::MissingElement, node, format!("without {name} the message cannot be named"));
            return None;
        };
        self.check_name(node, &self.document.node(node).text, name);
        Some(text)
    }

    fn check_name(&mut self, node: NodeId, text: &str, name: &str) {
        if let Some(found) = text.chars().find(|&c| c.is_whitespace() || matches!(c, ',' | '<' | '&')) {
            let reason = format!("{name} {} has {}", quote(text), quote(found.encode_utf8(&mut [0; 4])));
            self.complain(Code::NameCharacters, node, reason);
        }
    }

    fn alert(&mut self, node: NodeId) -> Option<Alert> {
        let children = self.children(node, ALERT);
        let identifier = self.cap_name(&children, "identifier");
        let sender = self.cap_name(&children, "sender");
        let sent = self.header_node(&children, "sent").and_then(|node| {
            let sent = self.moment(node);
            if sent.is_none() {
                self.refuse(Code::BadDate, node, "without a date the message cannot be used");
            }
            sent
        });
        let status = self.header(&children, "status", Status::ALL, Status::word);
        let msg_type = self.header(&children, "msgType", MsgType::ALL, MsgType::word);
        let source = self.text_of(&children, "source");
        let scope = self.header(&children, "scope", Scope::ALL, Scope::word);
        let restriction = self.text_of(&children, "restriction");
        let addresses = self.list(&children, "addresses");
        let codes: Vec<String> = children.all("code").filter_map(|node| self.text(node)).collect();
        let note = self.prose(&children, "note");
        let references = children.one("references").map(|node| self.references(node)).unwrap_or_default();
        let incidents = self.list(&children, "incidents");
        let infos: Vec<Info> = children.all("info").map(|node| self.info(node)).collect();
        let alert = Alert {
            identifier: identifier?,
            sender: sender?,
            sent: sent?,
            status: status?,
            msg_type: msg_type?,
            source,
            scope: scope?,
            restriction,
            addresses,
            codes,
            note,
            references,
            incidents,
            infos,
            extensions: std::mem::take(&mut self.extensions),
        };
        self.check_alert(&children, &alert);
        Some(alert)
    }

    /// The rules that join what stands in different places.
    fn check_alert(&mut self, children: &Children, alert: &Alert) {
        match (alert.scope, children.one("restriction")) {
            (Scope::Restricted, None) => {
                self.complain(Code::RestrictionScope, ROOT, "scope Restricted, and no restriction");
            }
            (Scope::Public | Scope::Private, Some(node)) => {
                let reason = format!("a restriction, and scope {}", alert.scope.word());
                self.complain(Code::RestrictionScope, node, reason);
            }
            _ => {}
        }
        if alert.scope == Scope::Private && alert.addresses.is_empty() {
            self.complain(Code::AddressesScope, ROOT, "scope Private, and no addresses");
        }
        let refers = !matches!(alert.msg_type, MsgType::Alert);
        if refers && alert.references.is_empty() {
            let reason = format!("msgType {}, and it refers to no message", alert.msg_type.word());
            self.complain(Code::MissingReferences, ROOT, reason);
        }
        self.check_references(children, alert);
        if alert.note.is_none() && (alert.status == Status::Exercise || alert.msg_type == MsgType::Error) {
            self.complain(Code::MissingNote, ROOT, "no note tells which exercise, or which error");
        }
        self.check_rule_nine(children, alert);
        for (node, info) in children.all("info").zip(&alert.infos) {
            if info.expires.is_some_and(|expires| expires.unix < alert.sent.unix) {
                self.complain(Code::ExpiresEarly, node, "the text lapses before the message is sent");
            }
        }
    }

    fn check_references(&mut self, children: &Children, alert: &Alert) {
        let Some(node) = children.one("references") else { return };
        for reference in &alert.references {
            let name = quote(&reference.identifier);
            if reference.identifier == alert.identifier && reference.sender == alert.sender {
                self.complain(Code::ReferenceSelf, node, format!("{name} is the message itself"));
            } else if reference.sent.unix > alert.sent.unix {
                let reason = format!("{name} was sent at {}, after the message", reference.sent);
                self.complain(Code::ReferenceLater, node, reason);
            }
        }
    }

    /// A real alert or update says where it holds, in every text of it.
    fn check_rule_nine(&mut self, children: &Children, alert: &Alert) {
        if alert.status != Status::Actual || !matches!(alert.msg_type, MsgType::Alert | MsgType::Update) {
            return;
        }
        if alert.infos.is_empty() {
            self.complain(Code::MissingArea, ROOT, "no info, hence no area");
        }
        for (node, info) in children.all("info").zip(&alert.infos) {
            if info.areas.is_empty() {
                self.complain(Code::MissingArea, node, "no area: who is concerned is not known");
            } else if info.areas.iter().any(|area| !area.has_shape()) {
                self.complain(Code::AreaShape, node, "an area is told in words only");
            }
        }
    }

    fn list(&mut self, children: &Children, name: &str) -> Vec<String> {
        let Some(node) = children.one(name) else { return Vec::new() };
        let Some(text) = self.text(node) else { return Vec::new() };
        if self.has_too_many_items(node, &text) {
            return Vec::new();
        }
        let (items, is_good) = scalar::read_list(&text);
        if !is_good {
            let reason = format!(
                "a quotation mark of {} is out of place; read as {} items",
                quote(&text),
                items.len()
            );
            self.complain(Code::QuotedList, node, reason);
        }
        items
    }

    fn has_too_many_items(&mut self, node: NodeId, text: &str) -> bool {
        let is_too_many = scalar::words(text).nth(MAX_ITEMS).is_some();
        if is_too_many {
            self.complain(Code::TooMany, node, format!("more than {MAX_ITEMS} items"));
        }
        is_too_many
    }

    fn references(&mut self, node: NodeId) -> Vec<Reference> {
        let Some(text) = self.text(node) else { return Vec::new() };
        if self.has_too_many_items(node, &text) {
            return Vec::new();
        }
        scalar::words(&text).filter_map(|word| self.reference(node, word)).collect()
    }

    fn reference(&mut self, node: NodeId, word: &str) -> Option<Reference> {
        let parts = word.split_once(',').and_then(|(sender, rest)| {
            let (identifier, sent) = rest.rsplit_once(',')?;
            Some((sender, identifier, Moment::parse_loosely(sent)?))
        });
        let is_named =
            |&(sender, identifier, _): &(&str, &str, _)| !sender.is_empty() && !identifier.is_empty();
        let Some((sender, identifier, (sent, odd))) = parts.filter(is_named) else {
            self.complain(Code::ReferenceForm, node, format!("{} is no reference; left out", quote(word)));
            return None;
        };
        for code in odd {
            self.complain(code, node, format!("the date of {} read as {sent}", quote(word)));
        }
        if identifier.contains(',') {
            let reason =
                format!("{} has more than three parts; the middle is taken as the identifier", quote(word));
            self.complain(Code::ReferenceForm, node, reason);
        } else {
            self.check_name(node, sender, "sender");
            self.check_name(node, identifier, "identifier");
        }
        Some(Reference { sender: sender.to_owned(), identifier: identifier.to_owned(), sent })
    }

    /// An info. Where something is missing that has to be there, the least that it may mean is taken.
    fn info(&mut self, node: NodeId) -> Info {
        let children = self.children(node, INFO);
        let all = |name| children.all(name);
        // Read in this order, so that the first complaints are those of the first elements.
        Info {
            language: children.one("language").and_then(|node| self.language(node)),
            categories: self.categories(node, &children),
            event: self.needed_prose(node, &children, "event"),
            responses: all("responseType")
                .filter_map(|node| self.word(node, ResponseType::ALL, ResponseType::word))
                .collect(),
            urgency: self
                .info_word(node, &children, "urgency", Urgency::ALL, Urgency::word)
                .unwrap_or(Urgency::Unknown),
            severity: self
                .info_word(node, &children, "severity", HowGrave::ALL, HowGrave::word)
                .unwrap_or(HowGrave::Unknown),
            certainty: self.certainty(node, &children).unwrap_or(Certainty::Unknown),
            audience: self.text_of(&children, "audience"),
            event_codes: all("eventCode").filter_map(|node| self.pair(node)).collect(),
            effective: self.moment_of(&children, "effective"),
            onset: self.moment_of(&children, "onset"),
            expires: self.moment_of(&children, "expires"),
            sender_name: self.prose(&children, "senderName"),
            headline: self.headline(&children),
            description: self.prose(&children, "description"),
            instruction: self.prose(&children, "instruction"),
            web: children.one("web").and_then(|node| self.web(node)),
            contact: self.prose(&children, "contact"),
            parameters: all("parameter").filter_map(|node| self.pair(node)).collect(),
            resources: all("resource").map(|node| self.resource(node)).collect(),
            areas: all("area").map(|node| self.area(node)).collect(),
        }
    }

    /// A text for people that has to be there; empty where it is not, which is told.
    fn needed_prose(&mut self, parent: NodeId, children: &Children, name: &str) -> String {
        if children.one(name).is_none() {
            self.missing(parent, name, "; taken as empty");
        }
        self.prose(children, name).unwrap_or_default()
    }

    fn headline(&mut self, children: &Children) -> Option<String> {
        let headline = self.prose(children, "headline")?;
        let length = headline.chars().count();
        if length > MAX_HEADLINE
            && let Some(node) = children.one("headline")
        {
            let reason = format!("the headline has {length} characters; some devices show {MAX_HEADLINE}");
            self.complain(Code::HeadlineLong, node, reason);
        }
        Some(headline)
    }

    fn language(&mut self, node: NodeId) -> Option<String> {
        let text = self.trimmed(node)?;
        if !scalar::is_language(&text) {
            self.complain(Code::LanguageTag, node, format!("{} is no tag of a language", quote(&text)));
        }
        Some(text)
    }

    fn categories(&mut self, parent: NodeId, children: &Children) -> Vec<Category> {
        let mut categories: Vec<Category> = children
            .all("category")
            .filter_map(|node| self.word(node, Category::ALL, Category::word))
            .collect();
        if children.one("category").is_none() {
            self.missing(parent, "category", "; taken as Other");
        }
        if categories.is_empty() {
            categories.push(Category::Other);
        }
        categories
    }

    fn certainty(&mut self, parent: NodeId, children: &Children) -> Option<Certainty> {
        let Some(node) = children.one("certainty") else {
            self.missing(parent, "certainty", "; taken as Unknown");
            return None;
        };
        if scalar::trim(&self.document.node(node).text).eq_ignore_ascii_case("very likely") {
            self.complain(Code::VeryLikely, node, "'Very Likely' is of CAP 1.0; read as Likely");
            return Some(Certainty::Likely);
        }
        self.word(node, Certainty::ALL, Certainty::word)
    }

    fn web(&mut self, node: NodeId) -> Option<String> {
        let text = self.trimmed(node)?;
        if !scalar::is_uri(&text) {
            self.complain(Code::UriForm, node, format!("{} is no address", quote(&text)));
        } else if !scalar::is_absolute(&text) {
            self.complain(
                Code::UriRelative,
                node,
                format!("{} has no scheme, as https: is one", quote(&text)),
            );
        }
        Some(text)
    }

    /// A name and a value; the value may be empty. CAP 1.0 writes `name=value`.
    fn pair(&mut self, node: NodeId) -> Option<Pair> {
        let text = scalar::trim(&self.document.node(node).text);
        if !self.document.has_children(node) && !text.is_empty() {
            self.check_attributes(node);
            let (name, value) = text.split_once('=').unwrap_or(("", text));
            let reason = format!(
                "{} is text, no valueName and value; read as {} and {}",
                quote(text),
                quote(name),
                quote(value)
            );
            self.complain(Code::PairForm, node, reason);
            return Some(Pair { name: name.to_owned(), value: value.to_owned() });
        }
        let children = self.children(node, PAIR);
        let mut part = |name: &str| {
            let found = children.one(name);
            if found.is_none() {
                self.missing(node, name, "; taken as empty");
            }
            found
        };
        let (name, value) = (part("valueName"), part("value"));
        if name.is_none() && value.is_none() {
            return None;
        }
        let name = name.and_then(|node| self.text(node)).unwrap_or_default();
        let value = value.map(|node| self.leaf(node).to_owned()).unwrap_or_default();
        Some(Pair { name, value })
    }

    fn resource(&mut self, node: NodeId) -> Resource {
        let children = self.children(node, RESOURCE);
        let description = self.needed_prose(node, &children, "resourceDesc");
        if children.one("mimeType").is_none() {
            self.missing(node, "mimeType", "");
        }
        let has_content = children.one("derefUri").is_some();
        Resource {
            description,
            mime_type: children.one("mimeType").and_then(|node| self.mime_type(node)),
            size: children.one("size").and_then(|node| self.size(node)),
            uri: children.one("uri").and_then(|node| self.uri(node, has_content)),
            deref_uri: children.one("derefUri").and_then(|node| self.deref_uri(node)),
            digest: children.one("digest").and_then(|node| self.digest(node)),
        }
    }

    fn mime_type(&mut self, node: NodeId) -> Option<String> {
        let text = self.trimmed(node)?;
        if !scalar::is_mime_type(&text) {
            self.complain(Code::MimeType, node, format!("{} is no type of content", quote(&text)));
        }
        Some(text)
    }

    fn size(&mut self, node: NodeId) -> Option<u64> {
        let text = self.trimmed(node)?;
        let digits = text.strip_prefix('+').unwrap_or(&text);
        let size = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten();
        if size.is_none() {
            self.complain(Code::SizeForm, node, format!("{} is no number of bytes; left out", quote(&text)));
        }
        size
    }

    fn uri(&mut self, node: NodeId, has_content: bool) -> Option<String> {
        let text = self.trimmed(node)?;
        if !scalar::is_uri(&text) {
            self.complain(Code::UriForm, node, format!("{} is no address", quote(&text)));
        } else if !has_content && !scalar::is_absolute(&text) {
            let reason = format!("{} is relative, and there is no derefUri", quote(&text));
            self.complain(Code::UriRelative, node, reason);
        }
        Some(text)
    }

    fn deref_uri(&mut self, node: NodeId) -> Option<String> {
        let text = self.text(node)?;
        if !scalar::is_base64(&text) {
            self.complain(Code::Base64, node, "the content is not base64; kept as it stands");
        }
        Some(text)
    }

    fn digest(&mut self, node: NodeId) -> Option<String> {
        let text = self.trimmed(node)?;
        let is_hex = text.bytes().all(|byte| byte.is_ascii_hexdigit());
        match text.len() {
            40 if is_hex => {}
            64 if is_hex => self.complain(Code::DigestKind, node, "a digest of SHA-256"),
            _ => self.complain(Code::DigestForm, node, format!("{} is no digest", quote(&text))),
        }
        Some(text)
    }

    /// An area, or what of it could be read: a message is never dropped for one.
    fn area(&mut self, node: NodeId) -> CapArea {
        let children = self.children(node, AREA);
        let area = CapArea {
            description: self.needed_prose(node, &children, "areaDesc"),
            polygons: children.all("polygon").filter_map(|node| self.polygon(node)).collect(),
            circles: children.all("circle").filter_map(|node| self.circle(node)).collect(),
            geocodes: children.all("geocode").filter_map(|node| self.pair(node)).collect(),
            altitude_milli_ft: children.one("altitude").and_then(|node| self.feet(node)),
            ceiling_milli_ft: children.one("ceiling").and_then(|node| self.feet(node)),
        };
        if let Some(ceiling) = children.one("ceiling") {
            if children.one("altitude").is_none() {
                self.complain(Code::CeilingAlone, ceiling, "a ceiling, and no altitude");
            }
            let is_below =
                area.altitude_milli_ft.zip(area.ceiling_milli_ft).is_some_and(|(low, high)| high < low);
            if is_below {
                self.complain(Code::CeilingBelow, ceiling, "the ceiling is below the altitude");
            }
        }
        area
    }

    fn feet(&mut self, node: NodeId) -> Option<i64> {
        let text = self.trimmed(node)?;
        let feet = scalar::decimal(&text, 3);
        if feet.is_none() {
            self.complain(
                Code::AltitudeForm,
                node,
                format!("{} is no number of feet; left out", quote(&text)),
            );
        }
        feet
    }

    /// A ring; `None` where there is none that ground could be inside of, which is told.
    fn polygon(&mut self, node: NodeId) -> Option<Vec<Place>> {
        let text = self.leaf(node);
        let mut ring: Vec<Place> = Vec::new();
        for word in scalar::words(text) {
            match scalar::pair(word) {
                scalar::Pair::Place(place) => ring.push(place),
                scalar::Pair::OffEarth => {
                    let reason =
                        format!("{} is not on Earth (latitude first); polygon left out", quote(word));
                    self.complain(Code::OffEarth, node, reason);
                    return None;
                }
                scalar::Pair::Unreadable => {
                    let reason = format!("{} is no lat,lon; polygon left out", quote(word));
                    self.complain(Code::PolygonForm, node, reason);
                    return None;
                }
            }
            self.points_left = match self.points_left.checked_sub(1) {
                Some(left) => left,
                None => {
                    let reason = format!("more than {MAX_POINTS} points in all; polygon left out");
                    self.complain(Code::TooManyPoints, node, reason);
                    return None;
                }
            };
        }
        self.check_ring(node, ring)
    }

    fn check_ring(&mut self, node: NodeId, mut ring: Vec<Place>) -> Option<Vec<Place>> {
        let (Some(&first), Some(&last)) = (ring.first(), ring.last()) else {
            self.complain(Code::EmptyElement, node, "polygon is empty; left out");
            return None;
        };
        if ring.len() < 4 {
            self.complain(
                Code::PolygonPoints,
                node,
                format!("{} pairs; a polygon has at least 4", ring.len()),
            );
        }
        if first != last {
            // The ground inside is the same whether or not the last line is written.
            self.complain(Code::PolygonOpen, node, "the polygon does not end where it begins; closed");
            ring.push(first);
        }
        if ring.len() < 4 {
            return None;
        }
        if let Some(at) = ring.windows(2).position(|step| step[0] == step[1]) {
            self.complain(
                Code::RepeatedPoint,
                node,
                format!("{} follows itself", scalar::write_pair(ring[at])),
            );
        }
        match ring::flaw(&ring, &mut self.budget) {
            None => {}
            Some(Flaw::Flat) => {
                self.complain(Code::PolygonFlat, node, "all points are in one line, around no ground");
            }
            Some(Flaw::Crosses(a, b)) => {
                let line = |at: usize| {
                    format!("{} {}", scalar::write_pair(ring[at]), scalar::write_pair(ring[at + 1]))
                };
                let reason = format!("the line {} meets the line {}", line(a), line(b));
                self.complain(Code::PolygonCrosses, node, reason);
            }
            Some(Flaw::Unchecked) => {
                let reason = "it winds too much to look whether it crosses itself";
                self.complain(Code::PolygonUnchecked, node, reason);
            }
        }
        Some(ring)
    }

    fn circle(&mut self, node: NodeId) -> Option<Circle> {
        let text = self.leaf(node);
        let mut words = scalar::words(text);
        let (middle, radius) = (words.next().map(scalar::pair), words.next());
        let radius = radius.and_then(|radius| scalar::decimal(radius, 6)).filter(|radius| *radius >= 0);
        let (middle, radius) = match (middle, radius, words.next()) {
            (Some(scalar::Pair::Place(middle)), Some(radius), None) => (middle, radius),
            (Some(scalar::Pair::OffEarth), _, _) => {
                let reason = format!("{} is not on Earth (latitude first); circle left out", quote(text));
                self.complain(Code::OffEarth, node, reason);
                return None;
            }
            _ => {
                let reason =
                    format!("{} is no lat,lon and radius in kilometres; circle left out", quote(text));
                self.complain(Code::CircleForm, node, reason);
                return None;
            }
        };
        if radius > HALF_WAY_ROUND_MM {
            self.complain(Code::CircleRadius, node, "the circle reaches further than half around the Earth");
        }
        Some(Circle { middle, radius_mm: radius.unsigned_abs() })
    }
}
