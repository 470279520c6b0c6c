use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use hinan_model::Place;
use hinan_model::network::Streets;

use crate::oracle::Door;
use crate::streets::given_streets;

/// One character of the drawing, on the map: about 10 m at the equator.
const STEP_E7: i32 = 900;

/// A town drawn in text. Letters and digits are nodes, named by their character and placed where
/// they stand; lines (`-`, `|`) are for the eye. Ways, and which nodes are shelters, are told.
///
/// ```
/// use hinan_testkit::Town;
///
/// let town = Town::draw("
///     a---b   s
///     |   |   |
///     c-x-d---e
/// ")
/// .way("abdes", "highway=residential")
/// .way("acxd", "highway=footway")
/// .node("x", "barrier=gate access=no")
/// .shelter("s", "amenity=shelter shelter_type=bomb_shelter");
/// assert!(town.osm_xml().contains("barrier"));
/// assert_eq!(town.streets().segments.len(), 7);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Town {
    /// Column and row (from the top) of each node, in the order of their ids: by row, then column.
    nodes: Vec<(char, i32, i32)>,
    ways: Vec<(String, String)>,
    tags: BTreeMap<char, String>,
    shelters: Vec<char>,
    rows: i32,
}

impl Town {
    /// Reads a drawing. Blank lines above, below and blanks on the left count for nothing.
    ///
    /// # Panics
    /// On a character that means nothing or a node drawn twice.
    pub fn draw(picture: &str) -> Town {
        let mut town = Town::default();
        let lines: Vec<&str> = picture.lines().filter(|line| !line.trim().is_empty()).collect();
        town.rows = lines.len() as i32;
        let mut seen = BTreeSet::new();
        for (row, line) in lines.iter().enumerate() {
            for (column, c) in line.chars().enumerate() {
                if c.is_ascii_alphanumeric() {
                    assert!(seen.insert(c), "node {c} is drawn twice");
                    town.nodes.push((c, column as i32, row as i32));
                } else {
                    assert!("-| ".contains(c), "'{c}' means nothing in a drawing of a town");
                }
            }
        }
        let left = town.nodes.iter().map(|node| node.1).min().unwrap_or(0);
        for node in &mut town.nodes {
            node.1 -= left;
        }
        town
    }

    /// A way along nodes, with tags `key=value` separated by blanks.
    #[must_use]
    pub fn way(mut self, nodes: &str, tags: &str) -> Town {
        assert!(
            nodes.chars().all(|c| self.position(c).is_some()),
            "way {nodes} has nodes that are not drawn"
        );
        self.ways.push((nodes.to_owned(), tags.to_owned()));
        self
    }

    /// Tags of a node.
    #[must_use]
    pub fn node(mut self, name: &str, tags: &str) -> Town {
        for c in name.chars() {
            assert!(self.position(c).is_some(), "node {c} is not drawn");
            self.tags.insert(c, tags.to_owned());
        }
        self
    }

    /// A node that is a shelter's entrance, with its tags. Shelters are numbered in the order of
    /// the calls.
    #[must_use]
    pub fn shelter(mut self, name: &str, tags: &str) -> Town {
        self.shelters.extend(name.chars());
        self.node(name, tags)
    }

    fn position(&self, name: char) -> Option<usize> {
        self.nodes.iter().position(|node| node.0 == name)
    }

    /// The id of a node in the OSM data; its number among the streets is one less.
    pub fn id(&self, name: char) -> i64 {
        self.position(name).map_or_else(|| panic!("node {name} is not drawn"), |number| number as i64 + 1)
    }

    /// Where a node is: ten metres a character, north up.
    pub fn place(&self, name: char) -> Place {
        let (_, column, row) = self.nodes[self.id(name) as usize - 1];
        Place { lat_e7: (self.rows - 1 - row) * STEP_E7, lon_e7: column * STEP_E7 }
    }

    /// The entrances of the shelters, on the raw streets of [`Self::streets`].
    pub fn doors(&self) -> Vec<Door> {
        let door = |(shelter, &name): (usize, &char)| (shelter as u32, self.id(name) as u32 - 1, 0);
        self.shelters.iter().enumerate().map(door).collect()
    }

    /// The ways as raw streets with given times: one second a character.
    pub fn streets(&self) -> Streets {
        let mut segments = Vec::new();
        for (nodes, _) in &self.ways {
            let ids: Vec<usize> = nodes.chars().map(|c| self.id(c) as usize - 1).collect();
            for pair in ids.windows(2) {
                let ((_, x, y), (_, to_x, to_y)) = (self.nodes[pair[0]], self.nodes[pair[1]]);
                let time = 10 * (x.abs_diff(to_x) + y.abs_diff(to_y));
                segments.push((pair[0] as u32, pair[1] as u32, time, time));
            }
        }
        given_streets(self.nodes.len() as u32, &segments)
    }

    /// The town as OSM XML, for the real importer.
    pub fn osm_xml(&self) -> String {
        let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\">\n");
        for &(name, ..) in &self.nodes {
            let place = self.place(name);
            let _ = writeln!(
                xml,
                " <node id=\"{}\" lat=\"{:.7}\" lon=\"{:.7}\">{}</node>",
                self.id(name),
                place.lat(),
                place.lon(),
                tags_xml(self.tags.get(&name).map_or("", String::as_str))
            );
        }
        for (number, (nodes, tags)) in self.ways.iter().enumerate() {
            let refs: String = nodes.chars().map(|c| format!("<nd ref=\"{}\"/>", self.id(c))).collect();
            let _ = writeln!(xml, " <way id=\"{}\">{refs}{}</way>", number + 1, tags_xml(tags));
        }
        xml.push_str("</osm>\n");
        xml
    }
}

fn tags_xml(tags: &str) -> String {
    tags.split_whitespace()
        .map(|tag| {
            let (key, value) = tag.split_once('=').unwrap_or_else(|| panic!("'{tag}' is not key=value"));
            format!("<tag k=\"{key}\" v=\"{value}\"/>")
        })
        .collect()
}
