//! People as a source tells of them, before they are spread over doorsteps.

use crate::area::Area;
use crate::complaint::Complaint;
use crate::place::{Bounds, Place};
use crate::source::Source;

/// What a source of people says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// The file, and how much of it was used. `rows` are its cells or points, `records` those
    /// that say how many people they have, be it nobody.
    pub source: Source,
    /// What was wrong with it.
    pub complaints: Vec<Complaint>,
    /// Where people are. Cells without anybody are left out.
    pub cells: Vec<Cell>,
    /// Whether nobody counted: a guess from the sizes of buildings, say. Always told.
    pub is_guess: bool,
}

/// Some people somewhere in a piece of ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Where they are.
    pub shape: Shape,
    /// How many, in thousandths of a person: rasters have fractions.
    pub milli: u64,
}

/// The ground of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The middle of a cell whose extent the source does not tell; people are at the doorsteps to
    /// which this point is nearer than any other of its source.
    Point(Place),
    /// A cell of a raster.
    Box(Bounds),
    /// A cell or district with an outline.
    Area(Area),
}

impl People {
    /// Everybody, in whole persons: the sum of all cells, rounded once.
    pub fn total(&self) -> u64 {
        let milli: u128 = self.cells.iter().map(|cell| u128::from(cell.milli)).sum();
        ((milli + 500) / 1000) as u64
    }
}
