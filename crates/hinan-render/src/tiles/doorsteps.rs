//! Doorsteps as points: each by itself where there is room, else one point for those of a cell.

use hinan_region::Region;

use super::mvt::{Geometry, Layer, Value};
use super::shape::{Window, spot};
use super::streets::between;
use super::{NO_CLASS, TileId};

/// A tile with more doorsteps than this shows cells.
const MOST_ALONE: usize = 10_000;
/// Cells on each side of a tile, as a power of two: one every four pixels.
const CELLS: u32 = 7;
/// Below this zoom a tile shows cells however few doorsteps it has, so that dots that stand for one
/// and for many do not lie side by side.
const ALONE: u8 = 14;

/// The doorsteps of a region, in an order in which those of a tile follow each other.
pub struct Doorsteps {
    /// Position in the order of [`between`], and number in the region.
    order: Vec<(u64, u32)>,
    /// People at each doorstep; empty where nobody counted any.
    people: Vec<u32>,
}

impl Doorsteps {
    pub fn of(region: &Region) -> Doorsteps {
        let doorsteps = (0..).zip(region.doorsteps());
        let mut order: Vec<(u64, u32)> =
            doorsteps.map(|(number, door)| (between(spot(door.place)), number)).collect();
        order.sort_unstable();
        Doorsteps { order, people: region.doorstep_people().to_vec() }
    }

    /// The layer `doorstep` of a tile; see [`super::Tiles::doorsteps`].
    pub fn draw(&self, tile: TileId, values: &[u8]) -> Layer {
        let mut layer = Layer::new("doorstep");
        let below = 64 - 2 * u32::from(tile.z());
        let inside = self.within(&self.order, self.tile_key(tile), below);
        let class = |door: u32| values.get(door as usize).copied().filter(|&class| class != NO_CLASS);
        let window = Window::of(tile);
        if tile.z() >= ALONE && inside.len() <= MOST_ALONE {
            for &(key, door) in inside {
                let Some(class) = class(door) else { continue };
                let mut attributes = vec![("class", Value::Number(u64::from(class)))];
                if let Some(&people) = self.people.get(door as usize) {
                    attributes.push(("people", Value::Number(u64::from(people))));
                }
                let point = Geometry::points().point(window.point(apart(key)));
                layer.add(Some(u64::from(door)), &attributes, &point);
            }
            return layer;
        }
        let cell_below = below.saturating_sub(2 * CELLS);
        for cell in inside.chunk_by(|a, b| a.0 >> cell_below == b.0 >> cell_below) {
            self.draw_cell(cell, class, &window, &mut layer);
        }
        layer
    }

    fn tile_key(&self, tile: TileId) -> u64 {
        between([tile.x(), tile.y()])
    }

    /// The run of doorsteps whose positions begin with `key`.
    fn within<'a>(&self, order: &'a [(u64, u32)], key: u64, below: u32) -> &'a [(u64, u32)] {
        let begins = |&(position, _): &(u64, u32)| position.checked_shr(below).unwrap_or(0);
        let from = order.partition_point(|door| begins(door) < key);
        let to = order.partition_point(|door| begins(door) <= key);
        &order[from..to]
    }

    /// One point for the doorsteps of a cell, where most of them are: the class that at least half of
    /// the people (of the doorsteps, where nobody is counted) do not exceed, rounded to the worse.
    fn draw_cell(
        &self,
        cell: &[(u64, u32)],
        class: impl Fn(u32) -> Option<u8>,
        window: &Window,
        layer: &mut Layer,
    ) {
        let mut weight_of = [0_u64; 256];
        let (mut doors, mut people, mut sum) = (0_u64, 0_u64, [0_u64; 2]);
        for &(key, door) in cell {
            let Some(class) = class(door) else { continue };
            let at_door = self.people.get(door as usize).map(|&people| u64::from(people));
            doors += 1;
            people += at_door.unwrap_or(0);
            // Nobody counted here still counts a little: a cell of empty houses has a class, too.
            weight_of[class as usize] += at_door.map_or(1, |people| people * 1_000 + 1);
            let [x, y] = apart(key);
            sum = [sum[0] + u64::from(x), sum[1] + u64::from(y)];
        }
        if doors == 0 {
            return;
        }
        let all: u64 = weight_of.iter().sum();
        let mut better = 0;
        let median = weight_of.iter().position(|weight| {
            better += weight;
            2 * better > all
        });
        let mut attributes =
            vec![("class", Value::Number(median.unwrap_or(0) as u64)), ("doorsteps", Value::Number(doors))];
        if !self.people.is_empty() {
            attributes.push(("people", Value::Number(people)));
        }
        let middle = sum.map(|sum| (sum / doors) as u32);
        layer.add(None, &attributes, &Geometry::points().point(window.point(middle)));
    }
}

/// The opposite of [`between`].
fn apart(key: u64) -> [u32; 2] {
    let gather = |bits: u64| {
        let mut bits = bits & 0x5555_5555_5555_5555;
        for (shift, mask) in [
            (1, 0x3333_3333_3333_3333),
            (2, 0x0f0f_0f0f_0f0f_0f0f),
            (4, 0x00ff_00ff_00ff_00ff),
            (8, 0x0000_ffff_0000_ffff),
            (16, 0x0000_0000_ffff_ffff_u64),
        ] {
            bits = (bits | bits >> shift) & mask;
        }
        bits as u32
    };
    [gather(key), gather(key >> 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_come_apart_again() {
        for spot in [[0, 0], [1, 0], [0, 1], [u32::MAX, 0], [0x1234_5678, 0x9abc_def0]] {
            assert_eq!(apart(between(spot)), spot);
        }
        assert_eq!(between([3, 5]), 0b10_01_11 & 0b111_111 | between([0, 4]));
    }
}
