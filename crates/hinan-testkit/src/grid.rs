use std::fmt::Write as _;

use hinan_model::network::Streets;

use crate::oracle::Door;
use crate::streets::given_streets;

/// Spacing of the grid on the map: about 100 m at the equator.
const STEP_E7: i32 = 9_000;

/// A town of square blocks in which every block takes the same time to walk along: what is right
/// follows from counting blocks.
///
/// ```
/// use hinan_testkit::Grid;
/// use hinan_testkit::oracle::Arcs;
///
/// let town = Grid::blocks(10, 10).block_walk(600).shelter_at(3, 4);
/// let times = Arcs::of_streets(&town.streets()).times_to(&town.doors());
/// assert_eq!(times[town.corner(0, 0) as usize].0, 7 * 600);
/// ```
#[derive(Clone, Debug)]
pub struct Grid {
    columns: u32,
    rows: u32,
    walk: u32,
    closed: Vec<[u32; 2]>,
    doors: Vec<Door>,
}

impl Grid {
    /// A town of so many blocks east and north; corners are one more each way.
    pub fn blocks(east: u32, north: u32) -> Grid {
        Grid { columns: east + 1, rows: north + 1, walk: 1000, closed: Vec::new(), doors: Vec::new() }
    }

    /// The time along one block, ds.
    #[must_use]
    pub fn block_walk(mut self, ds: u32) -> Grid {
        self.walk = ds;
        self
    }

    /// One more shelter, at a corner, with one entrance that costs nothing.
    #[must_use]
    pub fn shelter_at(self, column: u32, row: u32) -> Grid {
        let shelter = self.doors.iter().map(|door| door.0 + 1).max().unwrap_or(0);
        self.entrance_at(shelter, column, row, 0)
    }

    /// One more entrance of a shelter.
    #[must_use]
    pub fn entrance_at(mut self, shelter: u32, column: u32, row: u32, start_ds: u32) -> Grid {
        self.doors.push((shelter, self.corner(column, row), start_ds));
        self
    }

    /// Leaves out the street between two neighbouring corners.
    #[must_use]
    pub fn without_street(mut self, from: (u32, u32), to: (u32, u32)) -> Grid {
        let (a, b) = (self.corner(from.0, from.1), self.corner(to.0, to.1));
        self.closed.push([a.min(b), a.max(b)]);
        self
    }

    /// The node at a corner.
    pub fn corner(&self, column: u32, row: u32) -> u32 {
        assert!(column < self.columns && row < self.rows, "no corner {column}, {row}");
        row * self.columns + column
    }

    /// How many corners there are.
    pub fn corners(&self) -> u32 {
        self.columns * self.rows
    }

    /// The entrances.
    pub fn doors(&self) -> Vec<Door> {
        self.doors.clone()
    }

    fn pairs(&self) -> impl Iterator<Item = [u32; 2]> + '_ {
        (0..self.corners())
            .flat_map(|node| {
                let east = (node % self.columns + 1 < self.columns).then_some([node, node + 1]);
                let north = (node / self.columns + 1 < self.rows).then_some([node, node + self.columns]);
                [east, north]
            })
            .flatten()
            .filter(|pair| !self.closed.contains(pair))
    }

    /// The town as raw streets with given times.
    pub fn streets(&self) -> Streets {
        let segments: Vec<_> = self.pairs().map(|[a, b]| (a, b, self.walk, self.walk)).collect();
        given_streets(self.corners(), &segments)
    }

    /// The town as OSM XML: blocks of about 100 m around the equator, one way (`highway=residential`)
    /// a block; node ids count from 1.
    pub fn osm_xml(&self) -> String {
        let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\">\n");
        for node in 0..self.corners() {
            let (column, row) = ((node % self.columns) as i32, (node / self.columns) as i32);
            let (lat, lon) = (f64::from(row * STEP_E7) / 1e7, f64::from(column * STEP_E7) / 1e7);
            let _ = writeln!(xml, " <node id=\"{}\" lat=\"{lat:.7}\" lon=\"{lon:.7}\"/>", node + 1);
        }
        for (number, [a, b]) in self.pairs().enumerate() {
            let _ = writeln!(
                xml,
                " <way id=\"{}\"><nd ref=\"{}\"/><nd ref=\"{}\"/><tag k=\"highway\" v=\"residential\"/></way>",
                number + 1,
                a + 1,
                b + 1
            );
        }
        xml.push_str("</osm>\n");
        xml
    }
}
