//! `.osm`: OpenStreetMap XML, also as editors write it: elements in any order, comments before the root.
//!
//! One pass with bounded memory for each piece of markup. Document types and entities of their own
//! are refused: no map needs them and they only serve attacks.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use hinan_model::network::{NONE, Streets};
use hinan_model::place::{Bounds, Place};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::{
    Batch, Found, MOST_MEMBERS, MOST_TAGS, Member, NodeBatch, NodeTags, WayTags, build, keep_relation,
    member_ways,
};
use crate::error::Broken;
use crate::report;
use crate::words::words;
use crate::{Options, StreetsError};

/// Bytes that one piece of markup (an element with its attributes, a comment) may have.
const MOST_MARKUP: u64 = 1 << 20;
/// How deep elements may lie in each other. The format needs three.
const DEEPEST: usize = 16;
/// Ways of one batch.
const WAYS_A_BATCH: usize = 10_000;
/// How many elements are read between two reports of progress.
const TELL_EVERY: u64 = 50_000;

/// Reads OpenStreetMap XML. `name` is what messages call it.
///
/// # Errors
/// Where the text is not well-formed, is cut, is not OpenStreetMap XML (or is a change file), claims
/// more than 1 MiB for one element or 5,000 tags for one object, declares a document
/// type or entities, or holds no street to walk on.
pub fn read_xml(input: impl BufRead, name: &str, options: &Options<'_>) -> Result<Streets, StreetsError> {
    let found = find(input, options).map_err(|broken| broken.in_file(name))?;
    build::streets(found, report::osm_source(name, "osm-xml"), options)
}

/// As [`read_xml`], with the checksum of the file that `sha256` gives once all is read.
pub(crate) fn read_xml_hashed<R: BufRead>(
    mut input: R,
    name: &str,
    options: &Options<'_>,
    sha256: impl FnOnce(R) -> Result<String, StreetsError>,
) -> Result<Streets, StreetsError> {
    let found = find(&mut input, options).map_err(|broken| broken.in_file(name))?;
    let source = report::osm_source(name, "osm-xml");
    let sha256 = sha256(input)?;
    build::streets(found, hinan_model::Source { sha256, ..source }, options)
}

/// A reader that gives up when one piece of markup grows too long.
struct Fenced<R> {
    inner: R,
    left: u64,
}

impl<R: BufRead> Read for Fenced<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let count = available.len().min(into.len());
        into[..count].copy_from_slice(&available[..count]);
        self.consume(count);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Fenced<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::Error::new(
                io::ErrorKind::InvalidData,
                "one piece of markup is longer than a megabyte",
            ));
        }
        let left = usize::try_from(self.left).unwrap_or(usize::MAX);
        let available = self.inner.fill_buf()?;
        Ok(&available[..available.len().min(left)])
    }

    fn consume(&mut self, count: usize) {
        self.left = self.left.saturating_sub(count as u64);
        self.inner.consume(count);
    }
}

/// What is being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Node,
    Way,
    Relation,
}

/// The object (node, way, relation) that is being read.
#[derive(Debug)]
struct Object {
    kind: Kind,
    id: i64,
    place: Option<Place>,
    /// Deleted in an editor, or an old version: read past.
    gone: bool,
    tags: Vec<(String, String)>,
    refs: Vec<i64>,
    members: Vec<Member>,
}

struct Gatherer<'a> {
    options: &'a Options<'a>,
    found: Found,
    nodes: NodeBatch,
    batch: Batch,
    object: Option<Object>,
    depth: usize,
    has_root: bool,
    elements: u64,
}

fn find(input: impl BufRead, options: &Options<'_>) -> Result<Found, Broken> {
    let mut reader = Reader::from_reader(Fenced { inner: input, left: MOST_MARKUP });
    let mut gatherer = Gatherer {
        options,
        found: Found::default(),
        nodes: NodeBatch::default(),
        batch: Batch::default(),
        object: None,
        depth: 0,
        has_root: false,
        elements: 0,
    };
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        reader.get_mut().left = MOST_MARKUP;
        let at = reader.buffer_position();
        let wrong = |what: String| Broken::new(at, what);
        match reader.read_event_into(&mut buffer) {
            Err(e) => return Err(wrong(format!("the XML cannot be read: {e}"))),
            Ok(Event::Eof) => break,
            Ok(Event::Start(element)) => gatherer.start(&element, false).map_err(wrong)?,
            Ok(Event::Empty(element)) => gatherer.start(&element, true).map_err(wrong)?,
            Ok(Event::End(_)) => gatherer.end().map_err(wrong)?,
            Ok(Event::DocType(_)) => {
                return Err(wrong(
                    "a document type is declared; this is refused, no map needs one".to_owned(),
                ));
            }
            Ok(Event::GeneralRef(_)) => {
                return Err(wrong("an entity in the text; this is refused, no map needs one".to_owned()));
            }
            Ok(Event::Text(_) | Event::CData(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_)) => {}
        }
    }
    gatherer.finish(reader.buffer_position())
}

/// The value of an attribute, entities of XML itself resolved.
fn value<'a>(element: &'a BytesStart<'_>, name: &str) -> Result<Option<Cow<'a, str>>, String> {
    let mut attributes = element.attributes();
    for attribute in attributes.with_checks(false) {
        let attribute = attribute.map_err(|e| format!("an attribute cannot be read: {e}"))?;
        if attribute.key.as_ref() == name {
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|e| format!("the value of '{name}' cannot be read: {e}"))?;
            return Ok(Some(value));
        }
    }
    Ok(None)
}

fn required<'a>(element: &'a BytesStart<'_>, name: &str) -> Result<Cow<'a, str>, String> {
    value(element, name)?.ok_or_else(|| format!("an element without '{name}'"))
}

fn id(element: &BytesStart<'_>, name: &str) -> Result<i64, String> {
    let text = required(element, name)?;
    text.trim().parse().map_err(|e| format!("'{}' is not an id: {e}", excerpt(&text)))
}

fn excerpt(text: &str) -> String {
    text.chars().take(40).collect()
}

/// A place; `None` where the numbers are not on Earth.
fn place(element: &BytesStart<'_>, lat: &str, lon: &str) -> Result<Option<Place>, String> {
    let degrees = |name| -> Result<Option<f64>, String> {
        let Some(text) = value(element, name)? else { return Ok(None) };
        let number: f64 =
            text.trim().parse().map_err(|e| format!("'{}' is no number of degrees: {e}", excerpt(&text)))?;
        Ok(Some(number))
    };
    Ok(degrees(lat)?.zip(degrees(lon)?).and_then(|(lat, lon)| Place::from_degrees(lat, lon)))
}

impl Gatherer<'_> {
    fn start(&mut self, element: &BytesStart<'_>, empty: bool) -> Result<(), String> {
        let name = element.local_name();
        let name: &str = name.as_ref();
        if self.depth >= DEEPEST {
            return Err(format!("elements lie more than {DEEPEST} deep in each other"));
        }
        match (self.depth, name) {
            (0, "osm") => self.has_root = true,
            (0, _) => {
                return Err(format!(
                    "the outermost element is '{}', not 'osm': this is no OpenStreetMap extract",
                    excerpt(name)
                ));
            }
            (1, "bounds") => self.bounds(element)?,
            (1, "meta") => self.found.date = value(element, "osm_base")?.map(|date| excerpt(&date)),
            (1, "node") => self.begin(Kind::Node, element)?,
            (1, "way") => self.begin(Kind::Way, element)?,
            (1, "relation") => self.begin(Kind::Relation, element)?,
            (2, _) => self.inside(name, element)?,
            _ => {}
        }
        if empty {
            if self.depth == 1 {
                self.close()?;
            }
        } else {
            self.depth += 1;
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), String> {
        self.depth = self.depth.checked_sub(1).ok_or("an element ends that never began")?;
        if self.depth == 1 { self.close() } else { Ok(()) }
    }

    fn bounds(&mut self, element: &BytesStart<'_>) -> Result<(), String> {
        let min = place(element, "minlat", "minlon")?;
        let max = place(element, "maxlat", "maxlon")?;
        self.found.bounds = min.zip(max).map(|(min, max)| Bounds { min, max });
        Ok(())
    }

    fn begin(&mut self, kind: Kind, element: &BytesStart<'_>) -> Result<(), String> {
        let deleted = value(element, "action")?.is_some_and(|action| action == "delete");
        let old = value(element, "visible")?.is_some_and(|visible| visible == "false");
        let place = if kind == Kind::Node { place(element, "lat", "lon")? } else { None };
        self.object = Some(Object {
            kind,
            id: id(element, "id")?,
            place,
            gone: deleted || old,
            tags: Vec::new(),
            refs: Vec::new(),
            members: Vec::new(),
        });
        self.elements += 1;
        if self.elements.is_multiple_of(TELL_EVERY) {
            self.options.tell("reading the map", self.elements, 0);
        }
        Ok(())
    }

    fn inside(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), String> {
        let Some(object) = &mut self.object else { return Ok(()) };
        match (object.kind, name) {
            (_, "tag") => {
                if object.tags.len() >= MOST_TAGS {
                    return Err(format!("object {} has more than {MOST_TAGS} tags", object.id));
                }
                object
                    .tags
                    .push((required(element, "k")?.into_owned(), required(element, "v")?.into_owned()));
            }
            (Kind::Way, "nd") => object.refs.push(id(element, "ref")?),
            (Kind::Relation, "member") => {
                let inner = value(element, "role")?.is_some_and(|role| role == "inner");
                let member = id(element, "ref")?;
                object.members.extend(match required(element, "type")?.as_ref() {
                    "node" => Some(Member::Node(member)),
                    "way" if inner => Some(Member::Inner(member)),
                    "way" => Some(Member::Outer(member)),
                    _ => None,
                });
            }
            _ => {}
        }
        if object.refs.len().max(object.members.len()) > MOST_MEMBERS {
            return Err(format!("object {} has more than a million members", object.id));
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), String> {
        let Some(object) = self.object.take() else { return Ok(()) };
        if object.gone {
            return Ok(());
        }
        match object.kind {
            Kind::Node => self.close_node(&object),
            Kind::Way => self.close_way(&object),
            Kind::Relation => self.close_relation(object),
        }
        Ok(())
    }

    fn close_node(&mut self, node: &Object) {
        self.nodes.seen += 1;
        let Some(place) = node.place else {
            self.nodes.off_earth += 1;
            return;
        };
        self.nodes.ids.push(node.id);
        self.nodes.places.push(place);
        if node.tags.is_empty() {
            return;
        }
        let (words, mut tags) = (words(), NodeTags::default());
        for (key, value) in &node.tags {
            tags.add(words.look_up(key.as_bytes()), words.look_up(value.as_bytes()));
        }
        self.nodes.add_tagged(node.id, place, &tags, self.options, pairs(&node.tags));
    }

    fn close_way(&mut self, way: &Object) {
        // Whether a relation needs it is known when all are read.
        self.batch.begin_way(way.id, &way_tags(&way.tags), true, self.options, pairs(&way.tags));
        self.batch.refs.extend(&way.refs);
        self.batch.finish_way();
        if self.batch.ways.len() >= WAYS_A_BATCH {
            self.found.batches.push(std::mem::take(&mut self.batch));
        }
    }

    fn close_relation(&mut self, relation: Object) {
        let members = relation.members;
        let record = keep_relation(
            relation.id,
            &way_tags(&relation.tags),
            || members,
            self.options,
            &mut self.found.tally,
            pairs(&relation.tags),
        );
        self.found.relations.extend(record);
    }

    fn finish(mut self, at: u64) -> Result<Found, Broken> {
        if !self.has_root {
            return Err(Broken::new(at, "there is no 'osm' element: this is no OpenStreetMap extract"));
        }
        if self.depth != 0 {
            return Err(Broken::new(at, "the file ends in the middle: an element is never closed"));
        }
        self.found.batches.push(self.batch);
        self.found.nodes.push(self.nodes);
        let members = member_ways(&self.found.relations);
        for batch in &mut self.found.batches {
            batch.ways.retain(|way| {
                let needed =
                    way.walk.is_some() || way.building.is_some() || way.draw.is_some() || way.object != NONE;
                needed || members.binary_search(&way.id).is_ok()
            });
        }
        Ok(self.found)
    }
}

fn way_tags(tags: &[(String, String)]) -> WayTags<'_> {
    let words = words();
    let mut found = WayTags::default();
    for (key, value) in tags {
        found.add(words.look_up(key.as_bytes()), words.look_up(value.as_bytes()), value.as_bytes());
    }
    found
}

fn pairs(tags: &[(String, String)]) -> impl Iterator<Item = (&[u8], &[u8])> + Clone {
    tags.iter().map(|(key, value)| (key.as_bytes(), value.as_bytes()))
}
