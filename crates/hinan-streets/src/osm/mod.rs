//! OpenStreetMap: two readers ([`pbf`], [`xml`]) fill the same records, [`build`] makes streets of
//! them.

pub(crate) mod build;
mod coast;
mod doorsteps;
mod drawing;
mod nodes;
pub(crate) mod pbf;
mod rings;
mod squares;
mod wire;
pub(crate) mod xml;

use hinan_model::drawing::{DrawnClass, Form, Group};
use hinan_model::place::{Bounds, Place};

use crate::facts::{NodeFacts, Refusal, Walk, WayFacts};
use crate::words::{Word, words};
use crate::{Options, Tags};

/// "None" where an index is stored.
use hinan_model::network::NONE;

/// Tags an element may have; the map's own limit is far below.
const MOST_TAGS: usize = 5_000;
/// Bytes of a name that are kept (the map allows 255 characters).
const LONGEST_NAME: usize = 1_020;
/// Nodes a way may have (the map allows 2,000) and members a relation may have.
const MOST_MEMBERS: usize = 1_000_000;

/// Tags of an object that the caller wants.
type OwnedTags = Vec<(String, String)>;

/// A way that some later step needs.
#[derive(Clone, Copy, Debug)]
struct WayRecord {
    id: i64,
    /// Range in [`Batch::refs`].
    refs: (u32, u32),
    /// Range in [`Batch::text`].
    name: (u32, u32),
    walk: Option<Walk>,
    /// See [`WayFacts::building`].
    building: Option<u32>,
    /// What it is drawn as.
    draw: Option<DrawnClass>,
    /// Row of [`Batch::objects`] or [`NONE`].
    object: u32,
}

/// A multipolygon that some later step needs.
#[derive(Clone, Debug)]
struct RelationRecord {
    id: i64,
    walk: Option<Walk>,
    /// See [`WayFacts::building`].
    building: Option<u32>,
    /// What it is drawn as.
    draw: Option<DrawnClass>,
    name: String,
    object: Option<OwnedTags>,
    members: Vec<Member>,
}

/// A member of a multipolygon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Member {
    Outer(i64),
    Inner(i64),
    Node(i64),
}

/// A node whose tags mean something.
#[derive(Clone, Copy, Debug)]
struct NodeRecord {
    id: i64,
    place: Place,
    facts: NodeFacts,
    /// Row of [`NodeBatch::objects`] or [`NONE`].
    object: u32,
}

/// A node that is drawn: the name of a place.
#[derive(Clone, Debug)]
struct Spot {
    id: i64,
    place: Place,
    class: DrawnClass,
    name: String,
}

/// Ways of one block, in the order of the file. Flat, so that a block costs a handful of
/// allocations.
#[derive(Clone, Debug, Default)]
struct Batch {
    ways: Vec<WayRecord>,
    refs: Vec<i64>,
    text: String,
    objects: Vec<OwnedTags>,
    tally: Tally,
}

/// Nodes of one block that some later step needs.
#[derive(Clone, Debug, Default)]
struct NodeBatch {
    ids: Vec<i64>,
    places: Vec<Place>,
    tagged: Vec<NodeRecord>,
    spots: Vec<Spot>,
    objects: Vec<OwnedTags>,
    /// Nodes seen, needed or not.
    seen: u64,
    off_earth: u64,
}

/// What was counted while ways and relations were chosen.
#[derive(Clone, Debug)]
struct Tally {
    ways: u64,
    relations: u64,
    highways: u64,
    no_class: u64,
    buildings: u64,
    refused: Vec<u64>,
}

impl Default for Tally {
    fn default() -> Tally {
        Tally {
            ways: 0,
            relations: 0,
            highways: 0,
            no_class: 0,
            buildings: 0,
            refused: vec![0; Refusal::COUNT],
        }
    }
}

impl Tally {
    fn add(&mut self, other: &Tally) {
        self.ways += other.ways;
        self.relations += other.relations;
        self.highways += other.highways;
        self.no_class += other.no_class;
        self.buildings += other.buildings;
        for (sum, more) in self.refused.iter_mut().zip(&other.refused) {
            *sum += more;
        }
    }
}

/// Everything that a reader found; ways and nodes in the order of the file.
#[derive(Debug, Default)]
struct Found {
    batches: Vec<Batch>,
    relations: Vec<RelationRecord>,
    nodes: Vec<NodeBatch>,
    /// Of the relations.
    tally: Tally,
    bounds: Option<Bounds>,
    date: Option<String>,
}

/// What the tags of a way or relation come to.
#[derive(Clone, Copy, Debug, Default)]
struct WayTags<'a> {
    facts: WayFacts,
    name: &'a [u8],
    draw: DrawFacts,
    /// Whether the caller is to be asked about it.
    ask: bool,
}

/// What tags say of how an element is drawn.
#[derive(Clone, Copy, Debug, Default)]
struct DrawFacts {
    class: Option<DrawnClass>,
    hidden: bool,
}

impl DrawFacts {
    fn add(&mut self, key: Word, value: Word) {
        use crate::tables::DrawTag;
        match words().draw(key, value) {
            Some(DrawTag::Class(class)) => {
                self.class = Some(self.class.map_or(class, |first| first.min(class)));
            }
            Some(DrawTag::Hidden) => self.hidden = true,
            Some(DrawTag::Nothing) | None => {}
        }
    }

    /// What an element that can take one of `forms` is drawn as.
    fn class(&self, forms: &[Form], options: &Options<'_>) -> Option<DrawnClass> {
        self.class.filter(|class| options.drawing && !self.hidden && forms.contains(&class.form()))
    }
}

impl<'a> WayTags<'a> {
    fn add(&mut self, key: Word, value: Word, text: &'a [u8]) {
        use crate::tables::WayTag;
        let words = words();
        if let Some(tag) = words.way(key, value) {
            if tag == WayTag::Name {
                self.name = text;
            }
            self.facts.add(tag, text);
        }
        self.draw.add(key, value);
        self.ask |= words.object(key, value);
    }
}

/// What the tags of a node come to.
#[derive(Clone, Copy, Debug, Default)]
struct NodeTags {
    facts: NodeFacts,
    draw: DrawFacts,
    /// Whether the caller is to be asked about it.
    ask: bool,
    count: usize,
}

impl NodeTags {
    fn add(&mut self, key: Word, value: Word) {
        let words = words();
        if let Some(tag) = words.node(key, value) {
            self.facts.add(tag);
        }
        self.draw.add(key, value);
        self.ask |= words.object(key, value);
        self.count += 1;
    }
}

/// What a way is good for.
struct Verdict {
    walk: Option<Walk>,
    /// See [`WayFacts::building`].
    building: Option<u32>,
}

/// Judges a way or relation and counts it.
fn judge(facts: &WayFacts, options: &Options<'_>, tally: &mut Tally) -> Verdict {
    tally.highways += u64::from(facts.has_highway());
    let building = facts.building();
    tally.buildings += u64::from(building.is_some());
    let walk = match facts.decide(options.emergency) {
        None => {
            tally.no_class += u64::from(building.is_none());
            None
        }
        Some(Err(refusal)) => {
            tally.refused[refusal.number()] += 1;
            None
        }
        Some(Ok(walk)) => Some(walk),
    };
    Verdict { walk, building }
}

/// The tags as the caller may keep them, if it wants the object.
fn wanted<'a>(options: &Options<'_>, pairs: impl Iterator<Item = (&'a [u8], &'a [u8])>) -> Option<OwnedTags> {
    let text = |bytes: &'a [u8]| std::str::from_utf8(bytes).unwrap_or("\u{fffd}");
    let pairs: Vec<(&str, &str)> = pairs.map(|(key, value)| (text(key), text(value))).collect();
    (options.keep_object)(&Tags::new(&pairs))
        .then(|| pairs.iter().map(|&(key, value)| (key.to_owned(), value.to_owned())).collect())
}

impl Batch {
    /// Adds a way if anything needs it; the caller then pushes its nodes to `refs` and calls
    /// [`Batch::finish_way`].
    fn begin_way<'a>(
        &mut self,
        id: i64,
        tags: &WayTags<'_>,
        is_member: bool,
        options: &Options<'_>,
        pairs: impl Iterator<Item = (&'a [u8], &'a [u8])>,
    ) -> bool {
        self.tally.ways += 1;
        let verdict = judge(&tags.facts, options, &mut self.tally);
        let object = if tags.ask { wanted(options, pairs) } else { None };
        let draw = tags.draw.class(&[Form::Ground, Form::Lines], options);
        // Roads that people walk are drawn as streets.
        let draw = draw.filter(|class| class.group() != Group::Road || verdict.walk.is_none());
        let is_needed = verdict.walk.is_some() || verdict.building.is_some() || draw.is_some();
        if !is_needed && !is_member && object.is_none() {
            return false;
        }
        let name_start = self.text.len() as u32;
        if verdict.walk.is_some() || draw.is_some() {
            let name = &tags.name[..tags.name.len().min(LONGEST_NAME)];
            self.text.push_str(&String::from_utf8_lossy(name));
        }
        let object = object.map_or(NONE, |tags| {
            self.objects.push(tags);
            self.objects.len() as u32 - 1
        });
        self.ways.push(WayRecord {
            id,
            refs: (self.refs.len() as u32, self.refs.len() as u32),
            name: (name_start, self.text.len() as u32),
            walk: verdict.walk,
            building: verdict.building,
            draw,
            object,
        });
        true
    }

    fn finish_way(&mut self) {
        if let Some(way) = self.ways.last_mut() {
            way.refs.1 = self.refs.len() as u32;
        }
    }
}

/// A relation, if anything needs it.
fn keep_relation<'a>(
    id: i64,
    tags: &WayTags<'_>,
    members: impl FnOnce() -> Vec<Member>,
    options: &Options<'_>,
    tally: &mut Tally,
    pairs: impl Iterator<Item = (&'a [u8], &'a [u8])>,
) -> Option<RelationRecord> {
    tally.relations += 1;
    if !tags.facts.is_multipolygon() {
        return None;
    }
    // Relations are counted apart from ways: only what they add or refuse is of interest.
    let mut own = Tally::default();
    let verdict = judge(&tags.facts, options, &mut own);
    tally.buildings += own.buildings;
    let object = if tags.ask { wanted(options, pairs) } else { None };
    let walk = verdict.walk.map(|walk| Walk { area: true, ..walk });
    let draw = tags.draw.class(&[Form::Ground], options);
    if walk.is_none() && verdict.building.is_none() && draw.is_none() && object.is_none() {
        return None;
    }
    let name = String::from_utf8_lossy(&tags.name[..tags.name.len().min(LONGEST_NAME)]).into_owned();
    let building = verdict.building;
    Some(RelationRecord { id, walk, building, draw, name, object, members: members() })
}

impl NodeBatch {
    /// Adds a node's tags if they mean anything.
    fn add_tagged<'a>(
        &mut self,
        id: i64,
        place: Place,
        tags: &NodeTags,
        options: &Options<'_>,
        pairs: impl Iterator<Item = (&'a [u8], &'a [u8])> + Clone,
    ) {
        let facts = tags.facts;
        if let Some(class) = tags.draw.class(&[Form::Point], options) {
            let name = pairs.clone().find(|(key, _)| *key == b"name").map_or(&[][..], |(_, name)| name);
            let name = String::from_utf8_lossy(&name[..name.len().min(LONGEST_NAME)]).into_owned();
            // A place is drawn as its name and nothing else.
            if !name.is_empty() {
                self.spots.push(Spot { id, place, class, name });
            }
        }
        let object = if tags.ask { wanted(options, pairs) } else { None };
        let means_something =
            facts.entrance || facts.way_in || facts.address || facts.passage(false).is_some();
        if object.is_none() && !means_something {
            return;
        }
        let object = object.map_or(NONE, |tags| {
            self.objects.push(tags);
            self.objects.len() as u32 - 1
        });
        self.tagged.push(NodeRecord { id, place, facts, object });
    }
}

/// The ids of member ways of `relations`, sorted.
fn member_ways(relations: &[RelationRecord]) -> Vec<i64> {
    let members = relations.iter().flat_map(|relation| &relation.members);
    let mut ids: Vec<i64> = members
        .filter_map(|member| match member {
            Member::Outer(id) | Member::Inner(id) => Some(*id),
            Member::Node(_) => None,
        })
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}
