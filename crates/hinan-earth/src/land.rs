//! Where the sea is.
//!
//! A mask of 1/20 degree made of Natural Earth's coast at 1:10m (public domain) and a list of small
//! islands, see `tools/make_land.py`. It answers one question: can a point this far out be a mistake?

use std::sync::LazyLock;

use hinan_model::Place;

/// Rows from the north, each of the lengths of its runs: sea, land, sea ... as LEB128.
const RUNS: &[u8] = include_bytes!("land.bin");
/// Cells a degree.
const STEP: i64 = 20;
const COLUMNS: i64 = 360 * STEP;
const ROWS: i64 = 180 * STEP;
/// One cell in units of 1e-7 degree.
const CELL_E7: i64 = 10_000_000 / STEP;

/// Where each row begins in [`RUNS`].
static STARTS: LazyLock<Vec<usize>> = LazyLock::new(|| {
    let mut at = 0;
    let mut starts = Vec::with_capacity(ROWS as usize);
    for _ in 0..ROWS {
        starts.push(at);
        let mut column = 0;
        while column < COLUMNS {
            column += run(&mut at);
        }
    }
    starts
});

/// Whether `place` lies in the sea with no land within about 5 km. On land, on a coast, among small
/// islands and on lakes the answer is `false`; so it is between 5 and some 11 km off a coast.
///
/// An islet that neither the coast nor the list of islands has is sea to this function: tell of a point
/// in the sea, and do not drop it for that alone.
pub fn is_sea(place: Place) -> bool {
    let row = ((900_000_000 - i64::from(place.lat_e7)) / CELL_E7).clamp(0, ROWS - 1);
    let column = ((1_800_000_000 + i64::from(place.lon_e7)) / CELL_E7).clamp(0, COLUMNS - 1);
    let mut at = STARTS[row as usize];
    let mut end = 0;
    let mut is_sea = true;
    loop {
        end += run(&mut at);
        if column < end {
            return is_sea;
        }
        is_sea = !is_sea;
    }
}

/// Reads one length. The bytes are our own and whole: a test walks them all.
fn run(at: &mut usize) -> i64 {
    let mut value = 0;
    let mut shift = 0;
    loop {
        let byte = RUNS[*at];
        *at += 1;
        value |= i64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return value;
        }
        shift += 7;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_mask_is_whole() {
        let mut at = 0;
        for row in 0..ROWS {
            assert_eq!(STARTS[row as usize], at);
            let mut column = 0;
            while column < COLUMNS {
                column += run(&mut at);
            }
            assert_eq!(column, COLUMNS, "row {row}");
        }
        assert_eq!(at, RUNS.len());
    }
}
