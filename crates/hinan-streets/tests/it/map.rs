//! A tiny map to be written as XML or PBF, and ways to look at the streets it gives.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use hinan_model::network::{KindPace, Measure, NodeIds, Streets};
use hinan_streets::{Options, StreetsError, read_pbf_bytes, read_xml};

pub type Tags = Vec<(String, String)>;

/// `"highway=steps incline=up"` as tags; `_` in a value stays as it is.
pub fn tags(text: &str) -> Tags {
    text.split_whitespace()
        .map(|tag| {
            let (key, value) = tag.split_once('=').unwrap();
            (key.to_owned(), value.to_owned())
        })
        .collect()
}

/// Kind (0 node, 1 way, 2 relation), id, role.
pub type Member = (u8, i64, &'static str);

/// A map of a few elements.
#[derive(Clone, Default)]
pub struct Map {
    pub nodes: Vec<(i64, i32, i32, Tags)>,
    pub ways: Vec<(i64, Vec<i64>, Tags)>,
    pub relations: Vec<(i64, Vec<Member>, Tags)>,
}

impl Map {
    /// A node `east`, `north` thousandths of a degree away from 60.0, 24.0.
    pub fn node(mut self, id: i64, east: f64, north: f64, text: &str) -> Map {
        let e7 = |degrees: f64, by: f64| ((degrees + by / 1000.0) * 1e7).round() as i32;
        self.nodes.push((id, e7(60.0, north), e7(24.0, east), tags(text)));
        self
    }

    pub fn way(mut self, id: i64, refs: &[i64], text: &str) -> Map {
        self.ways.push((id, refs.to_vec(), tags(text)));
        self
    }

    pub fn relation(mut self, id: i64, members: &[Member], text: &str) -> Map {
        self.relations.push((id, members.to_vec(), tags(text)));
        self
    }

    /// Nodes 1, 2, ... in a row, one thousandth of a degree apart.
    pub fn row(count: i64) -> Map {
        (1..=count).fold(Map::default(), |map, id| map.node(id, id as f64, 0.0, ""))
    }

    pub fn tag_node(mut self, id: i64, text: &str) -> Map {
        self.nodes.iter_mut().find(|node| node.0 == id).unwrap().3 = tags(text);
        self
    }

    pub fn xml(&self) -> String {
        let mut xml =
            String::from("<?xml version='1.0'?>\n<!-- before the root -->\n<osm version=\"0.6\">\n");
        let write_tags = |xml: &mut String, tags: &Tags| {
            for (key, value) in tags {
                writeln!(xml, "<tag k=\"{key}\" v=\"{value}\"/>").unwrap();
            }
        };
        for (id, lat, lon, tags) in &self.nodes {
            let degrees = |e7: i32| format!("{:.7}", f64::from(e7) / 1e7);
            writeln!(xml, "<node id=\"{id}\" lat=\"{}\" lon=\"{}\">", degrees(*lat), degrees(*lon)).unwrap();
            write_tags(&mut xml, tags);
            xml.push_str("</node>\n");
        }
        for (id, refs, tags) in &self.ways {
            writeln!(xml, "<way id=\"{id}\">").unwrap();
            refs.iter().for_each(|node| writeln!(xml, "<nd ref=\"{node}\"/>").unwrap());
            write_tags(&mut xml, tags);
            xml.push_str("</way>\n");
        }
        for (id, members, tags) in &self.relations {
            writeln!(xml, "<relation id=\"{id}\">").unwrap();
            for (kind, member, role) in members {
                let kind = ["node", "way", "relation"][usize::from(*kind)];
                writeln!(xml, "<member type=\"{kind}\" ref=\"{member}\" role=\"{role}\"/>").unwrap();
            }
            write_tags(&mut xml, tags);
            xml.push_str("</relation>\n");
        }
        xml.push_str("</osm>\n");
        xml
    }

    /// The map as a PBF file: `dense` nodes or plain ones, packed or not, `blocks` in the given order
    /// of kinds (n, w, r).
    pub fn pbf(&self, dense: bool, packed: bool, order: &str) -> Vec<u8> {
        let mut file = Vec::new();
        let mut header = Vec::new();
        bytes_field(&mut header, 4, b"OsmSchema-V0.6");
        bytes_field(&mut header, 4, b"DenseNodes");
        number_field(&mut header, 32, 1_440_374_400);
        blob(&mut file, "OSMHeader", &header, packed);
        for kind in order.chars() {
            let mut strings = Strings::default();
            let mut group = Vec::new();
            match kind {
                'n' if dense => self.dense_nodes(&mut group, &mut strings),
                'n' => self.plain_nodes(&mut group, &mut strings),
                'w' => self.pbf_ways(&mut group, &mut strings),
                _ => self.pbf_relations(&mut group, &mut strings),
            }
            let mut block = Vec::new();
            bytes_field(&mut block, 1, &strings.message());
            bytes_field(&mut block, 2, &group);
            blob(&mut file, "OSMData", &block, packed);
        }
        file
    }

    fn dense_nodes(&self, group: &mut Vec<u8>, strings: &mut Strings) {
        let (mut ids, mut lats, mut lons, mut keys) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut last = (0, 0, 0);
        for (id, lat, lon, tags) in &self.nodes {
            signed(&mut ids, id - last.0);
            signed(&mut lats, i64::from(*lat) - last.1);
            signed(&mut lons, i64::from(*lon) - last.2);
            last = (*id, i64::from(*lat), i64::from(*lon));
            for (key, value) in tags {
                number(&mut keys, strings.index(key));
                number(&mut keys, strings.index(value));
            }
            number(&mut keys, 0);
        }
        let mut message = Vec::new();
        bytes_field(&mut message, 1, &ids);
        bytes_field(&mut message, 8, &lats);
        bytes_field(&mut message, 9, &lons);
        bytes_field(&mut message, 10, &keys);
        bytes_field(group, 2, &message);
    }

    fn plain_nodes(&self, group: &mut Vec<u8>, strings: &mut Strings) {
        for (id, lat, lon, tags) in &self.nodes {
            let mut message = Vec::new();
            number_field(&mut message, 1, zigzag(*id));
            write_pbf_tags(&mut message, tags, strings);
            number_field(&mut message, 8, zigzag(i64::from(*lat)));
            number_field(&mut message, 9, zigzag(i64::from(*lon)));
            bytes_field(group, 1, &message);
        }
    }

    fn pbf_ways(&self, group: &mut Vec<u8>, strings: &mut Strings) {
        for (id, refs, tags) in &self.ways {
            let mut message = Vec::new();
            number_field(&mut message, 1, *id as u64);
            write_pbf_tags(&mut message, tags, strings);
            let (mut packed, mut last) = (Vec::new(), 0);
            for node in refs {
                signed(&mut packed, node - last);
                last = *node;
            }
            bytes_field(&mut message, 8, &packed);
            bytes_field(group, 3, &message);
        }
    }

    fn pbf_relations(&self, group: &mut Vec<u8>, strings: &mut Strings) {
        for (id, members, tags) in &self.relations {
            let mut message = Vec::new();
            number_field(&mut message, 1, *id as u64);
            write_pbf_tags(&mut message, tags, strings);
            let (mut roles, mut ids, mut kinds, mut last) = (Vec::new(), Vec::new(), Vec::new(), 0);
            for (kind, member, role) in members {
                number(&mut roles, strings.index(role));
                signed(&mut ids, member - last);
                last = *member;
                number(&mut kinds, u64::from(*kind));
            }
            bytes_field(&mut message, 8, &roles);
            bytes_field(&mut message, 9, &ids);
            bytes_field(&mut message, 10, &kinds);
            bytes_field(group, 4, &message);
        }
    }

    pub fn read(&self, options: &Options<'_>) -> Result<Streets, StreetsError> {
        read_xml(Cursor::new(self.xml()), "tiny.osm", options)
    }

    pub fn read_pbf(&self, options: &Options<'_>) -> Result<Streets, StreetsError> {
        read_pbf_bytes(&self.pbf(true, true, "nwr"), "tiny.osm.pbf", options)
    }

    pub fn streets(&self) -> Streets {
        self.read(&Options::default()).unwrap()
    }
}

#[derive(Default)]
struct Strings {
    list: Vec<String>,
}

impl Strings {
    fn index(&mut self, text: &str) -> u64 {
        if self.list.is_empty() {
            self.list.push(String::new());
        }
        let found = self.list.iter().position(|known| known == text);
        found.unwrap_or_else(|| {
            self.list.push(text.to_owned());
            self.list.len() - 1
        }) as u64
    }

    fn message(&self) -> Vec<u8> {
        let mut message = Vec::new();
        self.list.iter().for_each(|text| bytes_field(&mut message, 1, text.as_bytes()));
        message
    }
}

fn write_pbf_tags(message: &mut Vec<u8>, tags: &Tags, strings: &mut Strings) {
    let (mut keys, mut values) = (Vec::new(), Vec::new());
    for (key, value) in tags {
        number(&mut keys, strings.index(key));
        number(&mut values, strings.index(value));
    }
    bytes_field(message, 2, &keys);
    bytes_field(message, 3, &values);
}

pub fn number(into: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        into.push(value as u8 | 0x80);
        value >>= 7;
    }
    into.push(value as u8);
}

fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

fn signed(into: &mut Vec<u8>, value: i64) {
    number(into, zigzag(value));
}

pub fn number_field(into: &mut Vec<u8>, field: u64, value: u64) {
    number(into, field << 3);
    number(into, value);
}

pub fn bytes_field(into: &mut Vec<u8>, field: u64, bytes: &[u8]) {
    number(into, field << 3 | 2);
    number(into, bytes.len() as u64);
    into.extend(bytes);
}

pub fn blob(file: &mut Vec<u8>, kind: &str, content: &[u8], packed: bool) {
    let mut message = Vec::new();
    if packed {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(content).unwrap();
        number_field(&mut message, 2, content.len() as u64);
        bytes_field(&mut message, 3, &encoder.finish().unwrap());
    } else {
        bytes_field(&mut message, 1, content);
    }
    raw_blob(file, kind, &message, message.len() as u64);
}

/// A block whose header claims `size` bytes.
pub fn raw_blob(file: &mut Vec<u8>, kind: &str, message: &[u8], size: u64) {
    let mut header = Vec::new();
    bytes_field(&mut header, 1, kind.as_bytes());
    number_field(&mut header, 3, size);
    file.extend((header.len() as u32).to_be_bytes());
    file.extend(&header);
    file.extend(message);
}

/// What a segment of physical streets costs a walker (by name): milliseconds a metre there and back
/// (0: closed) and tenths of a second on top.
pub fn pace(streets: &Streets, segment: usize, walker: &str) -> KindPace {
    let Measure::Physical { kind, kinds, walkers, .. } = &streets.measure else { panic!("given times") };
    let column = walkers.iter().position(|w| w.name == walker).unwrap();
    kinds[usize::from(kind[segment]) * walkers.len() + column]
}

pub fn kind_name(streets: &Streets, segment: usize) -> &str {
    let Measure::Physical { kind, kind_names, .. } = &streets.measure else { panic!("given times") };
    &kind_names[usize::from(kind[segment])]
}

/// The segments as pairs of the source's ids.
pub fn pairs(streets: &Streets) -> Vec<(i64, i64)> {
    let NodeIds::Numbers(ids) = &streets.node_ids else { panic!("ids are texts") };
    streets.segments.iter().map(|[a, b]| (ids[*a as usize], ids[*b as usize])).collect()
}

/// The number dropped for a reason that holds `words`, over all steps.
pub fn dropped(streets: &Streets, words: &str) -> u64 {
    let all = streets.steps.iter().flat_map(|step| &step.dropped);
    all.filter(|(why, _)| why.contains(words)).map(|(_, n)| n).sum()
}
