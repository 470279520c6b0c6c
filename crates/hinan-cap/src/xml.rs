//! A small tree of an XML document, made for distrust: no DTD, no entities but the five, bounds on
//! everything, and every element remembers where it stood.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::code::Code;
use crate::complaint::quote;

/// The deepest that elements may be nested; CAP needs 4, a signature or an envelope some more.
pub const MAX_DEPTH: usize = 32;
/// The most elements of a document.
pub const MAX_ELEMENTS: usize = 500_000;
/// The most attributes of an element.
const MAX_ATTRIBUTES: usize = 64;
/// The most namespaces of a document.
const MAX_NAMESPACES: usize = 256;
/// The longest name of a namespace, in bytes.
const MAX_URI: usize = 1000;
/// The most declarations of namespaces in a document.
const MAX_DECLARATIONS: usize = 100_000;
const XMLNS: &str = "http://www.w3.org/2000/xmlns/";
const XML: &str = "http://www.w3.org/XML/1998/namespace";
/// Where `xsi:schemaLocation` lives.
pub(crate) const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// An element by its place in [`Document::nodes`], which is the order of the text.
pub(crate) type NodeId = u32;

/// The root element.
pub(crate) const ROOT: NodeId = 0;

/// An element.
#[derive(Debug)]
pub(crate) struct Node<'t> {
    /// The element around it; the root is its own.
    pub parent: NodeId,
    /// The first element that is not inside of it.
    pub next: NodeId,
    /// The byte of its `<`.
    pub start: u32,
    /// The byte after its last `>`.
    pub end: u32,
    /// Which of the namespaces of the document.
    pub namespace: u16,
    /// Whether its name has a prefix.
    pub has_prefix: bool,
    /// Its name without prefix.
    pub name: &'t str,
    /// Its own text, references resolved. White space between child elements is left out.
    pub text: Cow<'t, str>,
    /// The first attribute that is neither a namespace nor a hint where a schema lies.
    pub attribute: Option<&'t str>,
}

/// A namespace that an element declares.
#[derive(Debug)]
struct Declaration<'t> {
    node: NodeId,
    prefix: &'t str,
    namespace: u16,
}

/// A document that was read.
#[derive(Debug)]
pub(crate) struct Document<'t> {
    text: &'t str,
    nodes: Vec<Node<'t>>,
    declarations: Vec<Declaration<'t>>,
    namespaces: Vec<String>,
    /// The first element or attribute whose prefix nobody declares.
    pub unbound: Option<(u32, &'t str)>,
}

/// Why a document was not read.
#[derive(Debug)]
pub(crate) struct Fault {
    pub code: Code,
    pub offset: u32,
    pub reason: String,
}

impl<'t> Document<'t> {
    /// Reads a document, in time and memory that grow with its length only.
    pub(crate) fn parse(text: &'t str) -> Result<Document<'t>, Fault> {
        if u32::try_from(text.len()).is_err() {
            return Err(Fault {
                code: Code::TooLarge,
                offset: 0,
                reason: "more than 4 GB of text".to_owned(),
            });
        }
        check_characters(text)?;
        Builder::new(text).build()
    }

    pub(crate) fn node(&self, id: NodeId) -> &Node<'t> {
        &self.nodes[id as usize]
    }

    /// The namespace of an element; empty for none.
    pub(crate) fn namespace(&self, id: NodeId) -> &str {
        &self.namespaces[usize::from(self.node(id).namespace)]
    }

    /// The elements right inside of one, in order.
    pub(crate) fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + use<'_, 't> {
        let end = self.node(id).next;
        let mut child = id + 1;
        std::iter::from_fn(move || {
            (child < end).then(|| {
                let this = child;
                child = self.node(this).next;
                this
            })
        })
    }

    /// The first child of a name, whatever its namespace.
    pub(crate) fn child(&self, id: NodeId, name: &str) -> Option<NodeId> {
        self.children(id).find(|&child| self.node(child).name == name)
    }

    pub(crate) fn has_children(&self, id: NodeId) -> bool {
        self.node(id).next > id + 1
    }

    /// The elements from the root to one, as in `alert/info[2]/area`.
    pub(crate) fn path(&self, id: NodeId) -> String {
        let mut steps = Vec::new();
        let mut at = id;
        loop {
            let name = self.node(at).name;
            let parent = self.node(at).parent;
            let before = if at == ROOT { 0 } else { self.count_before(parent, at, name) };
            steps.push(if before == 0 { name.to_owned() } else { format!("{name}[{}]", before + 1) });
            if at == ROOT {
                break;
            }
            at = parent;
        }
        steps.reverse();
        steps.join("/")
    }

    fn count_before(&self, parent: NodeId, id: NodeId, name: &str) -> usize {
        self.children(parent)
            .take_while(|&child| child < id)
            .filter(|&child| self.node(child).name == name)
            .count()
    }

    /// The value of an attribute without a prefix, references resolved.
    pub(crate) fn attribute(&self, id: NodeId, name: &str) -> Option<String> {
        let tag = start_tag(self.outer(id));
        let name_end = tag.find(is_white).unwrap_or(tag.len());
        let value = Attributes::of(&tag[name_end..]).filter_map(Result::ok).find(|(key, _)| *key == name)?.1;
        resolve(value).ok()
    }

    /// An element as it stands in the text.
    pub(crate) fn outer(&self, id: NodeId) -> &'t str {
        let node = self.node(id);
        &self.text[node.start as usize..node.end as usize]
    }

    /// An element as it stands in the text, with those namespaces declared on it that it takes from
    /// the elements around it: a document of its own. Prefixes count as used wherever they stand
    /// before a colon, since values may be qualified names too.
    pub(crate) fn standalone(&self, id: NodeId) -> String {
        let outer = self.outer(id);
        let mut added = String::new();
        let mut add = |prefix: &str, namespace: u16| {
            let uri = escape(&self.namespaces[usize::from(namespace)], true).into_owned();
            match prefix {
                "" => added.push_str(&format!(" xmlns=\"{uri}\"")),
                _ => added.push_str(&format!(" xmlns:{prefix}=\"{uri}\"")),
            }
        };
        let mut known: Vec<&str> = self.declared_on(id).iter().map(|declared| declared.prefix).collect();
        let has_bare_name = (id..self.node(id).next).any(|inner| !self.node(inner).has_prefix);
        let used = prefixes_used(outer);
        let mut around = self.around(id);
        if has_bare_name && !known.contains(&"") && !around.iter().any(|declared| declared.prefix.is_empty())
        {
            add("", 0);
            known.push("");
        }
        around.retain(|declared| {
            if declared.prefix.is_empty() {
                has_bare_name
            } else {
                used.binary_search(&declared.prefix).is_ok()
            }
        });
        for declared in around {
            if !known.contains(&declared.prefix) {
                known.push(declared.prefix);
                add(declared.prefix, declared.namespace);
            }
        }
        let name_end = 1 + outer[1..].find(|c: char| is_white(c) || matches!(c, '>' | '/')).unwrap_or(0);
        format!("{}{added}{}", &outer[..name_end], &outer[name_end..])
    }

    /// What is declared on the elements around one, the nearest first.
    fn around(&self, id: NodeId) -> Vec<&Declaration<'t>> {
        let mut around = Vec::new();
        let mut at = id;
        while at != ROOT {
            at = self.node(at).parent;
            around.extend(self.declared_on(at));
        }
        around
    }

    fn declared_on(&self, id: NodeId) -> &[Declaration<'t>] {
        let from = self.declarations.partition_point(|declared| declared.node < id);
        let count = self.declarations[from..].partition_point(|declared| declared.node == id);
        &self.declarations[from..from + count]
    }
}

/// What stands before colons, each once, in order.
fn prefixes_used(xml: &str) -> Vec<&str> {
    let mut used: Vec<&str> = xml
        .match_indices(':')
        .map(|(colon, _)| {
            let before = &xml[..colon];
            let start = before
                .char_indices()
                .rev()
                .take(MAX_PREFIX)
                .take_while(|&(_, c)| is_name_character(c))
                .last();
            start.map_or("", |(start, _)| &before[start..])
        })
        .collect();
    used.sort_unstable();
    used.dedup();
    used
}

/// The longest prefix of a namespace, in characters: a longer one is not declared for an extension.
const MAX_PREFIX: usize = 64;

/// The inside of a start tag, name first.
fn start_tag(outer: &str) -> &str {
    let mut quote = None;
    for (at, byte) in outer.bytes().enumerate() {
        match (byte, quote) {
            (b'"' | b'\'', None) => quote = Some(byte),
            (_, Some(open)) if byte == open => quote = None,
            (b'>', None) => return outer[1..at].strip_suffix('/').unwrap_or(&outer[1..at]),
            _ => {}
        }
    }
    ""
}

/// Writes a text so that it is read again as the same.
pub(crate) fn escape(text: &str, is_attribute: bool) -> Cow<'_, str> {
    let is_special =
        |c: char| matches!(c, '&' | '<' | '>' | '\r') || is_attribute && matches!(c, '"' | '\t' | '\n');
    if !text.contains(is_special) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            c if is_special(c) => escaped.push_str(&format!("&#{};", u32::from(c))),
            c => escaped.push(c),
        }
    }
    Cow::Owned(escaped)
}

/// White space as XML has it.
pub(crate) fn is_white(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}

/// XML 1.0 forbids most control characters, everywhere (production 2).
fn check_characters(text: &str) -> Result<(), Fault> {
    const BLOCK: usize = 4096;
    // Nearly every text is good: whole blocks are looked at without a branch, and again where need be.
    let is_suspect = |block: &[u8]| {
        let is_odd =
            |byte: u8| u8::from(byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') || byte == 0xEF);
        block.iter().fold(0, |any, &byte| any | is_odd(byte)) != 0
    };
    let is_bad = |&at: &usize| match text.as_bytes()[at] {
        byte @ 0..0x20 => !matches!(byte, b'\t' | b'\n' | b'\r'),
        // U+FFFE and U+FFFF.
        0xEF => matches!(text.as_bytes().get(at + 1..at + 3), Some([0xBF, 0xBE | 0xBF])),
        _ => false,
    };
    let blocks = text.as_bytes().chunks(BLOCK).enumerate().filter(|(_, block)| is_suspect(block));
    let mut suspects = blocks.flat_map(|(number, block)| (number * BLOCK..).take(block.len()));
    match suspects.find(is_bad) {
        None => Ok(()),
        Some(at) => Err(Fault {
            code: Code::NotWellFormed,
            offset: at as u32,
            reason: "a control character, which XML forbids".to_owned(),
        }),
    }
}

/// Makes the tree from the events of the XML reader, and checks what that one leaves to its caller.
struct Builder<'t> {
    document: Document<'t>,
    /// The elements that are open, outermost first.
    open: Vec<NodeId>,
    /// The namespaces in force, the nearest last.
    bindings: Vec<(&'t str, u16)>,
    /// How many of them each open element declared.
    declared: Vec<usize>,
    reader: Reader<&'t [u8]>,
}

impl<'t> Builder<'t> {
    fn new(text: &'t str) -> Builder<'t> {
        let mut reader = Reader::from_str(text);
        reader.config_mut().check_comments = true;
        let namespaces = vec![String::new(), XML.to_owned(), XMLNS.to_owned()];
        let document =
            Document { text, nodes: Vec::new(), declarations: Vec::new(), namespaces, unbound: None };
        Builder { document, open: Vec::new(), bindings: vec![("xml", 1)], declared: Vec::new(), reader }
    }

    fn fault(&self, code: Code, at: u32, reason: impl Into<String>) -> Fault {
        Fault { code, offset: at, reason: reason.into() }
    }

    fn malformed(&self, at: u32, reason: impl Into<String>) -> Fault {
        self.fault(Code::NotWellFormed, at, reason)
    }

    fn doctype(&self, at: u32) -> Fault {
        self.fault(Code::Doctype, at, "there is a document type definition; nothing it names was read")
    }

    fn build(mut self) -> Result<Document<'t>, Fault> {
        loop {
            let at = self.reader.buffer_position() as u32;
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(_) if self.document.text[at as usize..].starts_with("<!DOCTYPE") => {
                    return Err(self.doctype(at));
                }
                Err(error) => {
                    return Err(self.malformed(self.reader.error_position() as u32, error.to_string()));
                }
            };
            match event {
                Event::Start(tag) => self.start(at, &tag)?,
                Event::Empty(tag) => {
                    self.start(at, &tag)?;
                    self.end();
                }
                Event::End(_) => self.end(),
                Event::Text(text) => self.text(at, text.xml10_content(), false)?,
                Event::CData(text) => self.text(at, text.xml10_content(), true)?,
                Event::GeneralRef(name) => self.reference(at, &name)?,
                Event::DocType(_) => return Err(self.doctype(at)),
                Event::Decl(_) => self.check_declaration(at)?,
                Event::PI(instruction) if !is_name(instruction.target()) => {
                    return Err(self.malformed(at, "a processing instruction without a proper name"));
                }
                Event::PI(instruction) if instruction.target().eq_ignore_ascii_case("xml") => {
                    return Err(self.malformed(at, "an XML declaration that is not at the beginning"));
                }
                Event::Comment(_) | Event::PI(_) => {}
                Event::Eof => break,
            }
        }
        let end = self.document.text.len() as u32;
        match self.open.last() {
            Some(&open) => {
                let name = self.document.node(open).name;
                Err(self.malformed(end, format!("the text ends inside of {name}")))
            }
            None if self.document.nodes.is_empty() => Err(self.malformed(end, "there is no element at all")),
            None => Ok(self.document),
        }
    }

    fn start(&mut self, at: u32, tag: &BytesStart<'t>) -> Result<(), Fault> {
        let id = self.document.nodes.len() as NodeId;
        if self.open.is_empty() && id > ROOT {
            return Err(self.malformed(at, "a second element after the end of the first"));
        }
        if self.open.len() >= MAX_DEPTH {
            let reason = format!("elements are nested more than {MAX_DEPTH} deep");
            return Err(self.fault(Code::TooDeep, at, reason));
        }
        if id as usize >= MAX_ELEMENTS {
            return Err(self.fault(Code::TooMany, at, format!("more than {MAX_ELEMENTS} elements")));
        }
        // The reader's own borrow of the tag ends with the event; the text's does not.
        let end = self.reader.buffer_position() as usize;
        let inside = start_tag(&self.document.text[at as usize..end]);
        let name_end = inside.find(is_white).unwrap_or(inside.len());
        let (name, attributes) = inside.split_at(name_end);
        debug_assert_eq!(name, tag.name().0, "one tag, read twice");
        let bound = self.bindings.len();
        let attribute = self.attributes(id, at, attributes)?;
        self.declared.push(self.bindings.len() - bound);
        let (prefix, local) = self.split_name(at, name)?;
        let namespace = self.resolve(at, prefix);
        let parent = self.open.last().copied().unwrap_or(ROOT);
        // Only before the first child: looking again and again could take forever.
        if let Some(&open) = self.open.last().filter(|&&open| open + 1 == id) {
            let around = &mut self.document.nodes[open as usize];
            if around.text.chars().all(is_white) {
                around.text = Cow::Borrowed("");
            }
        }
        self.document.nodes.push(Node {
            parent,
            next: id + 1,
            start: at,
            end: at,
            namespace,
            has_prefix: !prefix.is_empty(),
            name: local,
            text: Cow::Borrowed(""),
            attribute,
        });
        self.open.push(id);
        Ok(())
    }

    fn end(&mut self) {
        let next = self.document.nodes.len() as NodeId;
        let end = self.reader.buffer_position() as u32;
        if let Some(id) = self.open.pop() {
            let node = &mut self.document.nodes[id as usize];
            (node.next, node.end) = (next, end);
        }
        let declared = self.declared.pop().unwrap_or(0);
        self.bindings.truncate(self.bindings.len() - declared);
    }

    /// Reads the attributes of a tag: namespaces come into force. The first that CAP does not know
    /// is the answer.
    fn attributes(&mut self, id: NodeId, at: u32, attributes: &'t str) -> Result<Option<&'t str>, Fault> {
        let mut seen: Vec<&str> = Vec::new();
        let mut odd = None;
        for attribute in Attributes::of(attributes) {
            let (name, value) = attribute.map_err(|reason| self.malformed(at, reason))?;
            if seen.contains(&name) {
                return Err(self.malformed(at, format!("attribute {} stands twice", quote(name))));
            }
            seen.push(name);
            if seen.len() > MAX_ATTRIBUTES {
                return Err(self.fault(Code::TooMany, at, format!("more than {MAX_ATTRIBUTES} attributes")));
            }
            let value = resolve(value).map_err(|(code, reason)| self.fault(code, at, reason))?;
            let (prefix, local) = self.split_name(at, name)?;
            match (prefix, local) {
                ("", "xmlns") => self.declare(id, at, "", value)?,
                ("xmlns", prefix) => self.declare(id, at, prefix, value)?,
                _ => odd = odd.or(Some(name)),
            }
        }
        // Known only now, since the prefix may be declared after it is used.
        let hints = odd
            .and_then(|name| name.split_once(':'))
            .filter(|(_, local)| matches!(*local, "schemaLocation" | "noNamespaceSchemaLocation"));
        let is_hint = hints.is_some_and(|(prefix, _)| {
            let namespace = self.resolve(at, prefix);
            self.document.namespaces[usize::from(namespace)] == XSI
        });
        for name in &seen {
            if let Some((prefix, _)) = name.split_once(':').filter(|(prefix, _)| *prefix != "xmlns") {
                self.resolve(at, prefix);
            }
        }
        Ok(odd.filter(|_| !is_hint))
    }

    fn declare(&mut self, id: NodeId, at: u32, prefix: &'t str, uri: String) -> Result<(), Fault> {
        let is_reserved = matches!(prefix, "xml" | "xmlns") || uri == XML || uri == XMLNS;
        if is_reserved && !(prefix == "xml" && uri == XML) {
            return Err(self.malformed(at, "a namespace of XML itself is declared anew"));
        }
        if uri.is_empty() && !prefix.is_empty() {
            return Err(self.malformed(at, format!("prefix {} is declared as nothing", quote(prefix))));
        }
        if uri.len() > MAX_URI {
            return Err(self.fault(Code::TooMany, at, format!("a namespace longer than {MAX_URI} bytes")));
        }
        let namespaces = &mut self.document.namespaces;
        let known = namespaces.iter().position(|known| *known == uri);
        let namespace = known.unwrap_or(namespaces.len());
        if known.is_none() {
            namespaces.push(uri);
        }
        let is_too_many =
            namespaces.len() > MAX_NAMESPACES || self.document.declarations.len() >= MAX_DECLARATIONS;
        if is_too_many {
            return Err(self.fault(Code::TooMany, at, "more namespaces than any message needs"));
        }
        let namespace = namespace as u16;
        self.document.declarations.push(Declaration { node: id, prefix, namespace });
        self.bindings.push((prefix, namespace));
        if self.bindings.len() > MAX_NAMESPACES {
            return Err(self.fault(Code::TooMany, at, "more namespaces than any message needs"));
        }
        Ok(())
    }

    fn resolve(&mut self, at: u32, prefix: &'t str) -> u16 {
        let bound = self.bindings.iter().rev().find(|(known, _)| *known == prefix);
        if bound.is_none() && !prefix.is_empty() {
            _ = self.document.unbound.get_or_insert((at, prefix));
        }
        bound.map_or(0, |&(_, namespace)| namespace)
    }

    fn split_name(&self, at: u32, name: &'t str) -> Result<(&'t str, &'t str), Fault> {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        let is_good = is_name(local) && (is_name(prefix) || !name.contains(':'));
        is_good
            .then_some((prefix, local))
            .ok_or_else(|| self.malformed(at, format!("{} is no name", quote(name))))
    }

    fn text(&mut self, at: u32, text: Cow<'t, str>, is_cdata: bool) -> Result<(), Fault> {
        // Brackets are rare, and looking for one is fast.
        if !is_cdata
            && text.contains(']')
            && let Some(found) = text.find("]]>")
        {
            return Err(self.malformed(at + found as u32, "]]> outside of CDATA"));
        }
        let is_blank = text.chars().all(is_white);
        let next = self.document.nodes.len() as NodeId;
        let Some(&open) = self.open.last() else {
            return if is_blank && !is_cdata {
                Ok(())
            } else {
                Err(self.malformed(at, "text outside of the document's element"))
            };
        };
        let node = &mut self.document.nodes[open as usize];
        // White space between elements is layout, between words it is not.
        let has_children = next > open + 1;
        if !(is_blank && has_children) {
            if node.text.is_empty() { node.text = text } else { node.text.to_mut().push_str(&text) }
        }
        Ok(())
    }

    fn reference(&mut self, at: u32, name: &str) -> Result<(), Fault> {
        let resolved = character(name).map_err(|(code, reason)| self.fault(code, at, reason))?;
        let mut buffer = [0; 4];
        let Some(&open) = self.open.last() else {
            return Err(self.malformed(at, "text outside of the document's element"));
        };
        self.document.nodes[open as usize].text.to_mut().push_str(resolved.encode_utf8(&mut buffer));
        Ok(())
    }

    fn check_declaration(&self, at: u32) -> Result<(), Fault> {
        if at != 0 {
            return Err(self.malformed(at, "an XML declaration that is not at the beginning"));
        }
        let end = self.reader.buffer_position() as usize;
        let inside = self.document.text[..end].trim_start_matches("<?xml").trim_end_matches("?>");
        let mut names = Vec::new();
        for attribute in Attributes::of(inside) {
            let (name, value) = attribute.map_err(|reason| self.malformed(at, reason))?;
            let is_good = match name {
                "version" => {
                    value.strip_prefix("1.").is_some_and(|minor| minor.bytes().all(|b| b.is_ascii_digit()))
                }
                "encoding" => value.starts_with(|c: char| c.is_ascii_alphabetic()),
                "standalone" => matches!(value, "yes" | "no"),
                _ => false,
            };
            if !is_good {
                return Err(self.malformed(at, format!("the XML declaration says {name}={}", quote(value))));
            }
            names.push(name);
        }
        let is_good = matches!(
            names[..],
            ["version"]
                | ["version", "encoding"]
                | ["version", "standalone"]
                | ["version", "encoding", "standalone"]
        );
        is_good
            .then_some(())
            .ok_or_else(|| self.malformed(at, "the XML declaration lacks its version, or its order"))
    }
}

/// The attributes of a tag as they are written; a fault ends them.
struct Attributes<'t> {
    rest: &'t str,
}

impl<'t> Attributes<'t> {
    fn of(rest: &'t str) -> Attributes<'t> {
        Attributes { rest }
    }

    fn next_attribute(&mut self) -> Result<Option<(&'t str, &'t str)>, String> {
        let rest = self.rest.trim_start_matches(is_white);
        if rest.is_empty() {
            return Ok(None);
        }
        if rest.len() == self.rest.len() {
            return Err("attributes without white space between them".to_owned());
        }
        let (name, value) = rest.split_once('=').ok_or("an attribute without a value")?;
        let value = value.trim_start_matches(is_white);
        let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''));
        let (value, rest) = quote
            .and_then(|quote| value[1..].split_once(quote))
            .ok_or("an attribute without quotation marks")?;
        if value.contains('<') {
            return Err("< in an attribute".to_owned());
        }
        self.rest = rest;
        Ok(Some((name.trim_end_matches(is_white), value)))
    }
}

impl<'t> Iterator for Attributes<'t> {
    type Item = Result<(&'t str, &'t str), String>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.next_attribute().transpose();
        if next.as_ref().is_none_or(Result::is_err) {
            self.rest = "";
        }
        next
    }
}

/// The value of an attribute: references resolved, white space as XML has it.
fn resolve(value: &str) -> Result<String, (Code, String)> {
    let mut resolved = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('&') {
        let (name, after) =
            after.split_once(';').ok_or((Code::NotWellFormed, "a & without its ;".to_owned()))?;
        resolved.push_str(before);
        resolved.push(character(name)?);
        rest = after;
    }
    resolved.push_str(rest);
    Ok(resolved)
}

/// The character that a reference names: a number, or one of the five of XML.
fn character(name: &str) -> Result<char, (Code, String)> {
    let named = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    };
    let Some(number) = name.strip_prefix('#') else {
        return named.ok_or_else(|| (Code::Entity, format!("entity {} is not resolved", quote(name))));
    };
    let number = match number.strip_prefix('x') {
        Some(hex) if hex.bytes().all(|byte| byte.is_ascii_hexdigit()) => u32::from_str_radix(hex, 16).ok(),
        None if number.bytes().all(|byte| byte.is_ascii_digit()) => number.parse().ok(),
        _ => None,
    };
    let is_allowed = |c: &char| match u32::from(*c) {
        code @ 0..0x20 => matches!(code, 9 | 10 | 13),
        code => !matches!(code, 0xFFFE | 0xFFFF),
    };
    number
        .and_then(char::from_u32)
        .filter(is_allowed)
        .ok_or_else(|| (Code::NotWellFormed, format!("&{name}; is no character of XML")))
}

/// Whether a name is one of XML without a colon (Namespaces in XML, production 4).
fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| is_name_character(c) && !is_only_inside(c))
        && name.chars().all(is_name_character)
}

/// XML 1.0, production 4a, without the colon.
fn is_name_character(c: char) -> bool {
    matches!(c, 'A'..='Z' | 'a'..='z' | '_')
        || is_only_inside(c)
        || matches!(c, '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}' | '\u{370}'..='\u{37D}'
            | '\u{37F}'..='\u{1FFF}' | '\u{200C}' | '\u{200D}' | '\u{2070}'..='\u{218F}' | '\u{2C00}'..='\u{2FEF}'
            | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

/// Characters of a name that cannot begin it.
fn is_only_inside(c: char) -> bool {
    matches!(c, '0'..='9' | '-' | '.' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}' | '\u{2040}')
}
