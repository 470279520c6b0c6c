//! Which street is nearest to a point: a sparse grid of cells over the segments.
//!
//! A cell is a square of [`CELL_BITS`] bits of 1e-7 degree (about 90 m north to south); only cells
//! with streets in them are stored, sorted by row and column, so that one search finds a whole row
//! of a window. Three flat arrays, the same in memory and in the file.

use hinan_model::place::Plane;
use hinan_model::{Bounds, Place};

/// log2 of the side of a cell in 1e-7 degree.
const CELL_BITS: u32 = 13;
/// Bits of a segment's number while the grid is made.
const SEGMENT_BITS: u32 = u64::BITS - 2 * AXIS_BITS;
/// Streets have at most so many segments: 67 million, a large country.
pub const MAX_SEGMENTS: usize = 1 << SEGMENT_BITS;
/// A straight segment longer than this (0.1 degree, some 10 km) is no street that somebody steps
/// onto on the way: it is found at its ends only. Without a bound a few nodes on the wrong side of
/// the Earth would fill millions of cells.
const MAX_SPAN_E7: u32 = 1_000_000;
/// A street that is part of the city is preferred to an isolated one that is nearer by up to this.
const DETOUR_TO_CITY_MM: u32 = 100_000;

/// A grid over numbered segments, borrowed.
#[derive(Clone, Copy, Debug)]
pub struct GridView<'a> {
    /// Keys of the cells that hold anything, sorted.
    pub cells: &'a [u64],
    /// First item of each cell, and the number of items.
    pub first: &'a [u32],
    /// Segments.
    pub items: &'a [u32],
}

/// A point joined to a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Snapped {
    /// Straight way from the point to the street in mm. First, so that the order is by nearness.
    pub off_mm: u32,
    /// The segment.
    pub segment: u32,
    /// How far along the segment the nearest point lies, in the measure of its length.
    pub part_mm: u32,
}

fn column(lon_e7: i32) -> u64 {
    u64::from((lon_e7 as u32 ^ 0x8000_0000) >> CELL_BITS)
}

fn row(lat_e7: i32) -> u64 {
    u64::from((lat_e7 as u32 ^ 0x8000_0000) >> CELL_BITS)
}

/// Bits of a row or a column.
const AXIS_BITS: u32 = 32 - CELL_BITS;

fn key(row: u64, column: u64) -> u64 {
    row << AXIS_BITS | column
}

/// Whether the grid holds a segment at its ends only.
pub fn is_long(a: Place, b: Place) -> bool {
    a.lat_e7.abs_diff(b.lat_e7).max(a.lon_e7.abs_diff(b.lon_e7)) > MAX_SPAN_E7
}

impl Snapped {
    /// The point of the street, given its two places and its length in mm.
    pub fn place(&self, (a, b, length_mm): (Place, Place, u32)) -> Place {
        a.towards(b, self.part_mm, length_mm)
    }
}

impl GridView<'_> {
    /// As [`Self::nearest`], but rather a street of the city than one that `is_isolated` and a
    /// little nearer.
    pub fn nearest_in_city(
        &self,
        place: Place,
        limit_mm: u32,
        line: &impl Fn(u32) -> (Place, Place, u32),
        accept: impl Fn(&Snapped) -> bool,
        is_isolated: impl Fn(u32) -> bool,
    ) -> Option<Snapped> {
        let nearest = self.nearest(place, limit_mm, line, &accept)?;
        if !is_isolated(nearest.segment) {
            return Some(nearest);
        }
        let limit = nearest.off_mm.saturating_add(DETOUR_TO_CITY_MM).min(limit_mm);
        self.nearest(place, limit, line, |snapped| accept(snapped) && !is_isolated(snapped.segment))
            .or(Some(nearest))
    }

    /// Every segment that may have a place in `bounds`, in order, but for long ones ([`is_long`])
    /// that only pass through.
    pub fn segments_in(&self, bounds: &Bounds) -> Vec<u32> {
        // Lines were laid over the grid in pieces, each rounded to a unit.
        const ROUNDED: i32 = 2;
        let west = column(bounds.min.lon_e7.saturating_sub(ROUNDED));
        let east = column(bounds.max.lon_e7.saturating_add(ROUNDED));
        let south = row(bounds.min.lat_e7.saturating_sub(ROUNDED));
        let north = row(bounds.max.lat_e7.saturating_add(ROUNDED));
        let mut found = Vec::new();
        let from = self.cells.partition_point(|&cell| cell < key(south, west));
        let to = self.cells.partition_point(|&cell| cell <= key(north, east));
        for index in from..to {
            if (west..=east).contains(&(self.cells[index] & (key(1, 0) - 1))) {
                found.extend_from_slice(
                    &self.items[self.first[index] as usize..self.first[index + 1] as usize],
                );
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The nearest segment within `limit_mm` of which `accept` lets the nearest point through; the
    /// lowest number wins ties.
    /// `line` tells the two places of a segment and its length in mm (which streets whose times were
    /// given measure in another way than the ground does).
    pub fn nearest(
        &self,
        place: Place,
        limit_mm: u32,
        line: &impl Fn(u32) -> (Place, Place, u32),
        accept: impl Fn(&Snapped) -> bool,
    ) -> Option<Snapped> {
        let plane = Plane::at(place.lat_e7);
        // Most points lie close to a street: look near first, and only then all the way.
        let mut radius_mm = limit_mm.min(40_000);
        loop {
            let found = self.nearest_in_window(place, &plane, radius_mm, line, &accept);
            if found.is_some() || radius_mm >= limit_mm {
                return found;
            }
            radius_mm = radius_mm.saturating_mul(4).min(limit_mm);
        }
    }

    fn nearest_in_window(
        &self,
        place: Place,
        plane: &Plane,
        radius_mm: u32,
        line: &impl Fn(u32) -> (Place, Place, u32),
        accept: &impl Fn(&Snapped) -> bool,
    ) -> Option<Snapped> {
        let reach = |mm_per_unit: f64| (f64::from(radius_mm) / mm_per_unit.max(0.1)).min(1e9) as i32;
        let (north, east) = (reach(plane.north_mm), reach(plane.east_mm));
        let columns = column(place.lon_e7.saturating_sub(east))..=column(place.lon_e7.saturating_add(east));
        let mut best: Option<Snapped> = None;
        for row in row(place.lat_e7.saturating_sub(north))..=row(place.lat_e7.saturating_add(north)) {
            let from = self.cells.partition_point(|&cell| cell < key(row, *columns.start()));
            let last = key(row, *columns.end());
            for index in (from..self.cells.len()).take_while(|&index| self.cells[index] <= last) {
                for &segment in &self.items[self.first[index] as usize..self.first[index + 1] as usize] {
                    let candidate = project(plane, place, line(segment), segment);
                    let nearer = best.is_none_or(|b| (candidate.off_mm, segment) < (b.off_mm, b.segment));
                    if candidate.off_mm <= radius_mm && nearer && accept(&candidate) {
                        best = Some(candidate);
                    }
                }
            }
        }
        best
    }
}

/// The point of a straight line that is nearest to `place`.
fn project(plane: &Plane, place: Place, (a, b, length_mm): (Place, Place, u32), segment: u32) -> Snapped {
    let (px, py) = plane.offset_mm(a, place);
    let (bx, by) = plane.offset_mm(a, b);
    let square = bx * bx + by * by;
    let along = if square > 0.0 { ((px * bx + py * by) / square).clamp(0.0, 1.0) } else { 0.0 };
    let (dx, dy) = (px - along * bx, py - along * by);
    // Both are below 2^32 mm for anything that a window holds; the cast saturates in any case.
    Snapped {
        off_mm: (dx * dx + dy * dy).sqrt().round() as u32,
        segment,
        part_mm: (along * f64::from(length_mm)).round() as u32,
    }
}

pub use making::Grid;

mod making {
    #[cfg(feature = "build")]
    use rayon::prelude::*;

    use super::*;

    /// Segments a job.
    #[cfg(feature = "build")]
    const CHUNK: u32 = 1 << 13;

    /// A grid that is being made.
    #[derive(Clone, Debug, Default)]
    pub struct Grid {
        /// As in the view of the grid.
        pub cells: Vec<u64>,
        /// As in the view of the grid.
        pub first: Vec<u32>,
        /// As in the view of the grid.
        pub items: Vec<u32>,
    }

    impl Grid {
        /// A grid over segments `0..count`.
        #[cfg(feature = "build")]
        pub fn new(count: u32, ends: impl Fn(u32) -> (Place, Place) + Sync) -> Grid {
            let mut entries: Vec<u64> = (0..count.div_ceil(CHUNK))
                .into_par_iter()
                .flat_map_iter(|chunk| {
                    let mut entries = Vec::with_capacity(CHUNK as usize * 3 / 2);
                    entries_of(chunk * CHUNK..((chunk + 1) * CHUNK).min(count), &ends, &mut entries);
                    entries
                })
                .collect();
            entries.par_sort_unstable();
            Grid::of_entries(entries)
        }

        /// The same grid, made without threads.
        pub fn plain(count: u32, ends: impl Fn(u32) -> (Place, Place)) -> Grid {
            let mut entries = Vec::with_capacity(count as usize * 3 / 2);
            entries_of(0..count, &ends, &mut entries);
            // Segments are in order already: by column and then by row, and equal ones stay as they are.
            let entries = in_order_of(&entries, |entry| entry >> SEGMENT_BITS & (key(1, 0) - 1));
            Grid::of_entries(in_order_of(&entries, |entry| entry >> (SEGMENT_BITS + AXIS_BITS)))
        }

        fn of_entries(mut entries: Vec<u64>) -> Grid {
            entries.dedup();
            let mut grid = Grid { items: Vec::with_capacity(entries.len()), ..Grid::default() };
            for (index, &entry) in entries.iter().enumerate() {
                let cell = entry >> SEGMENT_BITS;
                if grid.cells.last() != Some(&cell) {
                    grid.cells.push(cell);
                    grid.first.push(index as u32);
                }
                grid.items.push((entry & (MAX_SEGMENTS as u64 - 1)) as u32);
            }
            grid.first.push(entries.len() as u32);
            grid
        }

        /// The same grid with each segment replaced by what became of it.
        #[cfg(feature = "build")]
        pub fn renumbered(&self, pieces: impl Fn(u32, &mut Vec<u32>)) -> Grid {
            let mut grid = Grid {
                cells: self.cells.clone(),
                first: Vec::with_capacity(self.first.len()),
                items: Vec::with_capacity(self.items.len()),
            };
            for range in self.first.windows(2) {
                grid.first.push(grid.items.len() as u32);
                for &segment in &self.items[range[0] as usize..range[1] as usize] {
                    pieces(segment, &mut grid.items);
                }
            }
            grid.first.push(grid.items.len() as u32);
            grid
        }

        /// To be searched.
        #[cfg(any(feature = "build", test))]
        pub fn view(&self) -> GridView<'_> {
            GridView { cells: &self.cells, first: &self.first, items: &self.items }
        }
    }

    /// Entries by a number of [`AXIS_BITS`] bits, equal ones in their order: counted first, then put.
    fn in_order_of(entries: &[u64], number: impl Fn(u64) -> u64) -> Vec<u64> {
        let least = entries.iter().map(|&entry| number(entry)).min().unwrap_or(0);
        let most = entries.iter().map(|&entry| number(entry)).max().unwrap_or(0);
        let mut first = vec![0_u32; (most - least) as usize + 2];
        for &entry in entries {
            first[(number(entry) - least) as usize + 1] += 1;
        }
        for at in 1..first.len() {
            first[at] += first[at - 1];
        }
        let mut sorted = vec![0; entries.len()];
        for &entry in entries {
            let slot = &mut first[(number(entry) - least) as usize];
            sorted[*slot as usize] = entry;
            *slot += 1;
        }
        sorted
    }

    /// Cell and segment in one number: half the memory to sort, and one comparison.
    fn entries_of(
        segments: core::ops::Range<u32>,
        ends: &impl Fn(u32) -> (Place, Place),
        entries: &mut Vec<u64>,
    ) {
        for segment in segments {
            let (a, b) = ends(segment);
            cells_of(a, b, |cell| entries.push(cell << SEGMENT_BITS | u64::from(segment)));
        }
    }

    /// Calls `put` with the key of every cell that the line from `a` to `b` may touch.
    fn cells_of(a: Place, b: Place, mut put: impl FnMut(u64)) {
        let span = a.lat_e7.abs_diff(b.lat_e7).max(a.lon_e7.abs_diff(b.lon_e7));
        if is_long(a, b) {
            for end in [a, b] {
                put(key(row(end.lat_e7), column(end.lon_e7)));
            }
            return;
        }
        let pieces = (span >> (CELL_BITS - 1)).max(1);
        let mut from = a;
        for piece in 1..=pieces {
            let to = if piece == pieces { b } else { a.towards(b, piece, pieces) };
            let (south, north) = (from.lat_e7.min(to.lat_e7), from.lat_e7.max(to.lat_e7));
            let (west, east) = (from.lon_e7.min(to.lon_e7), from.lon_e7.max(to.lon_e7));
            for row in row(south)..=row(north) {
                for column in column(west)..=column(east) {
                    put(key(row, column));
                }
            }
            from = to;
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use proptest::prelude::*;

        fn place() -> impl Strategy<Value = Place> {
            (-60_000..60_000_i32, -60_000..60_000_i32)
                .prop_map(|(lat, lon)| Place { lat_e7: 600_000_000 + lat, lon_e7: lon })
        }

        #[test]
        fn a_line_round_the_world_costs_two_cells() {
            let far = Place { lat_e7: -900_000_000, lon_e7: -1_800_000_000 };
            let ends = |_: u32| (far, Place { lat_e7: 600_000_000, lon_e7: 1_800_000_000 });
            assert_eq!(Grid::new(1, ends).cells.len(), 2);
        }

        proptest! {
            #[test]
            fn the_grid_finds_what_a_look_at_every_segment_finds(
                segments in prop::collection::vec((place(), place()), 1..60), point in place(), limit in 1_000..900_000_u32,
            ) {
                let ends = |segment: u32| segments[segment as usize];
                let grid = Grid::new(segments.len() as u32, ends);
                let plain = Grid::plain(segments.len() as u32, ends);
                prop_assert_eq!((&grid.cells, &grid.first, &grid.items), (&plain.cells, &plain.first, &plain.items));
                let line = |segment: u32| (segments[segment as usize].0, segments[segment as usize].1, 1000);
                let found = grid.view().nearest(point, limit, &line, |snapped| snapped.segment % 3 != 0);
                let plane = Plane::at(point.lat_e7);
                let slow = (0..segments.len() as u32)
                    .filter(|segment| segment % 3 != 0)
                    .map(|segment| project(&plane, point, line(segment), segment))
                    .filter(|snapped| snapped.off_mm <= limit)
                    .min();
                prop_assert_eq!(found, slow);
            }

            #[test]
            fn no_segment_in_a_box_is_missed(
                segments in prop::collection::vec((place(), place()), 1..60), a in place(), b in place(),
            ) {
                let grid = Grid::new(segments.len() as u32, |segment| segments[segment as usize]);
                let bounds = Bounds::around([a, b]).unwrap();
                let area = hinan_model::Area::of_box(bounds);
                let found = grid.view().segments_in(&bounds);
                prop_assert!(found.is_sorted());
                for (segment, &(a, b)) in (0..).zip(&segments) {
                    prop_assert!(!area.touches(a, b) || found.binary_search(&segment).is_ok());
                }
            }
        }
    }
}
