//! The sea. The map draws no sea, only shores, land on their left and water on their right. Within
//! the box of an extract that is enough to fill the water in.

use std::collections::{BTreeMap, BTreeSet};

use hinan_model::drawing::{Drawn, DrawnClass};
use hinan_model::place::{Bounds, Place};

/// The sea within `bounds`; `None` where there is no shore, or where the shores do not tell: a line
/// that ends inside of the box, or lines that contradict each other at its edge. Then the shore is
/// drawn as a line and nothing is filled: no sea is better than a flooded town.
pub(super) fn sea(shores: &[&[Place]], bounds: &Bounds) -> Option<Drawn> {
    let (closed, open) = strung(shores)?;
    let mut crossings = Vec::new();
    let mut rings: Vec<Vec<Place>> = Vec::new();
    let mut pieces: Vec<Vec<Place>> = Vec::new();
    for line in open {
        pieces.extend(inside(&drawn_out(line, bounds), bounds));
    }
    for ring in closed {
        let whole = ring.iter().all(|&place| bounds.contains(place));
        if whole {
            rings.push(ring);
        } else {
            pieces.extend(inside(&turned_outside(ring, bounds), bounds));
        }
    }
    for (piece, line) in pieces.iter().enumerate() {
        let (&first, &last) = line.first().zip(line.last())?;
        crossings.push((along(first, bounds)?, Crossing::In, piece));
        crossings.push((along(last, bounds)?, Crossing::Out, piece));
    }
    crossings.sort_unstable();
    // In and out take turns around the box, or somebody drew a shore the wrong way around.
    let around = crossings.iter().zip(crossings.iter().cycle().skip(1));
    if around.clone().any(|(one, next)| one.1 == next.1) {
        return None;
    }
    let is_all_sea_between = pieces.is_empty();
    rings.extend(joined(&pieces, &crossings, bounds));
    if is_all_sea_between {
        // Islands alone (their shores run with the land inside): all around them is sea. A lake drawn
        // as a coast runs the other way.
        let largest = rings.iter().max_by_key(|ring| twice_area(ring).unsigned_abs())?;
        if twice_area(largest) > 0 {
            rings.push(corners(bounds).to_vec());
        }
    }
    rings.iter_mut().for_each(|ring| ring.dedup());
    rings.retain(|ring| ring.len() >= 3);
    (!rings.is_empty()).then(|| Drawn { class: DrawnClass::Sea, parts: rings, name: String::new() })
}

/// Where a shore meets the edge of the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Crossing {
    In,
    Out,
}

type Lines = Vec<Vec<Place>>;

/// Strings shores together where one ends and the next begins: closed ones (without the last place)
/// and open ones. `None` where three meet.
fn strung(shores: &[&[Place]]) -> Option<(Lines, Lines)> {
    let mut starts: BTreeMap<Place, usize> = BTreeMap::new();
    let mut ends = BTreeSet::new();
    for (index, line) in shores.iter().enumerate() {
        let (&first, &last) = line.first().zip(line.last())?;
        if starts.insert(first, index).is_some() || !ends.insert(last) {
            return None;
        }
    }
    let mut used = vec![false; shores.len()];
    let (mut closed, mut open) = (Vec::new(), Vec::new());
    // Open ones first, from their beginnings: whatever is left then runs in circles.
    let begins = |index: &usize| shores[*index].first().is_some_and(|first| !ends.contains(first));
    let order = (0..shores.len()).filter(begins).chain((0..shores.len()).filter(|index| !begins(index)));
    for index in order {
        if used[index] {
            continue;
        }
        used[index] = true;
        let mut line = shores[index].to_vec();
        while let Some(&next) = line.last().and_then(|last| starts.get(last)) {
            if std::mem::replace(&mut used[next], true) {
                break;
            }
            line.extend(&shores[next][1..]);
        }
        if line.first() == line.last() {
            line.pop();
            closed.push(line);
        } else {
            open.push(line);
        }
    }
    Some((closed, open))
}

/// A free end that is nearer to the edge than the shorter side of the box divided by this was cut off
/// there, with the nodes beyond.
const NEAR_EDGE: i64 = 20;

/// A line drawn out to the edge of the box where it ends just before.
fn drawn_out(mut line: Vec<Place>, bounds: &Bounds) -> Vec<Place> {
    let first = line.first().and_then(|&first| edge_near(first, bounds));
    let last = line.last().and_then(|&last| edge_near(last, bounds));
    line.splice(0..0, first);
    line.extend(last);
    line
}

/// The place on the edge next to one just inside of it.
fn edge_near(place: Place, bounds: &Bounds) -> Option<Place> {
    if !bounds.contains(place) || along(place, bounds).is_some() {
        return None;
    }
    let Bounds { min, max } = *bounds;
    let apart = |a: i32, b: i32| (i64::from(a) - i64::from(b)).abs();
    let sides = [
        (apart(place.lat_e7, min.lat_e7), Place { lat_e7: min.lat_e7, ..place }),
        (apart(place.lat_e7, max.lat_e7), Place { lat_e7: max.lat_e7, ..place }),
        (apart(place.lon_e7, min.lon_e7), Place { lon_e7: min.lon_e7, ..place }),
        (apart(place.lon_e7, max.lon_e7), Place { lon_e7: max.lon_e7, ..place }),
    ];
    let near = apart(max.lat_e7, min.lat_e7).min(apart(max.lon_e7, min.lon_e7)) / NEAR_EDGE;
    sides.into_iter().filter(|(off, _)| *off <= near).min().map(|(_, edge)| edge)
}

/// A ring as a line that begins and ends at a place outside of the box.
fn turned_outside(mut ring: Vec<Place>, bounds: &Bounds) -> Vec<Place> {
    let outside = ring.iter().position(|&place| !bounds.contains(place)).unwrap_or(0);
    ring.rotate_left(outside);
    ring.extend(ring.first().copied());
    ring
}

/// The pieces of a line inside of the box, cut at its edge.
fn inside(line: &[Place], bounds: &Bounds) -> Vec<Vec<Place>> {
    let mut pieces: Vec<Vec<Place>> = Vec::new();
    let mut piece: Vec<Place> = Vec::new();
    for pair in line.windows(2) {
        let Some([a, b]) = cut(pair[0], pair[1], bounds) else {
            continue;
        };
        if piece.last() != Some(&a) {
            pieces.push(std::mem::take(&mut piece));
            piece.push(a);
        }
        if a != b {
            piece.push(b);
        }
    }
    pieces.push(piece);
    // A line that touches the edge and turns back has one place there, or two on one side.
    pieces.retain(|piece| piece.len() >= 2);
    pieces
}

/// The part of a straight line inside of the box (Liang and Barsky's way).
fn cut(a: Place, b: Place, bounds: &Bounds) -> Option<[Place; 2]> {
    let (dx, dy) = (f64::from(b.lon_e7) - f64::from(a.lon_e7), f64::from(b.lat_e7) - f64::from(a.lat_e7));
    let from = |value: i32, border: i32| f64::from(border) - f64::from(value);
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (step, low, high) in [
        (dx, from(a.lon_e7, bounds.min.lon_e7), from(a.lon_e7, bounds.max.lon_e7)),
        (dy, from(a.lat_e7, bounds.min.lat_e7), from(a.lat_e7, bounds.max.lat_e7)),
    ] {
        if step == 0.0 {
            if low > 0.0 || high < 0.0 {
                return None;
            }
            continue;
        }
        let (one, other) = (low / step, high / step);
        enter = enter.max(one.min(other));
        leave = leave.min(one.max(other));
    }
    if enter > leave {
        return None;
    }
    let at = |part: f64| Place {
        lat_e7: ((f64::from(a.lat_e7) + dy * part).round() as i32)
            .clamp(bounds.min.lat_e7, bounds.max.lat_e7),
        lon_e7: ((f64::from(a.lon_e7) + dx * part).round() as i32)
            .clamp(bounds.min.lon_e7, bounds.max.lon_e7),
    };
    Some([if enter == 0.0 { a } else { at(enter) }, if leave == 1.0 { b } else { at(leave) }])
}

/// The corners of the box, clockwise from the south-west.
fn corners(bounds: &Bounds) -> [Place; 4] {
    let Bounds { min, max } = *bounds;
    let corner = |lat_e7, lon_e7| Place { lat_e7, lon_e7 };
    [min, corner(max.lat_e7, min.lon_e7), max, corner(min.lat_e7, max.lon_e7)]
}

/// How far a place on the edge of the box lies along it, clockwise from the south-west; `None` where
/// it is not on the edge.
fn along(place: Place, bounds: &Bounds) -> Option<i64> {
    let height = i64::from(bounds.max.lat_e7) - i64::from(bounds.min.lat_e7);
    let width = i64::from(bounds.max.lon_e7) - i64::from(bounds.min.lon_e7);
    let north = i64::from(place.lat_e7) - i64::from(bounds.min.lat_e7);
    let east = i64::from(place.lon_e7) - i64::from(bounds.min.lon_e7);
    if east == 0 {
        Some(north)
    } else if north == height {
        Some(height + east)
    } else if east == width {
        Some(height + width + (height - north))
    } else if north == 0 {
        Some(2 * height + width + (width - east))
    } else {
        None
    }
}

/// Rings of sea: along each shore, and where it leaves the box clockwise along the edge, which is the
/// side of the water, to where the next one comes in.
fn joined(pieces: &[Vec<Place>], crossings: &[(i64, Crossing, usize)], bounds: &Bounds) -> Vec<Vec<Place>> {
    let length = 2
        * (i64::from(bounds.max.lat_e7) - i64::from(bounds.min.lat_e7) + i64::from(bounds.max.lon_e7)
            - i64::from(bounds.min.lon_e7));
    let turns: Vec<(i64, Place)> =
        corners(bounds).into_iter().filter_map(|corner| Some((along(corner, bounds)?, corner))).collect();
    // Where each piece leaves the box, among the crossings.
    let mut leaves = vec![0; pieces.len()];
    for (at, &(_, crossing, piece)) in crossings.iter().enumerate() {
        if crossing == Crossing::Out {
            leaves[piece] = at;
        }
    }
    let mut used = vec![false; pieces.len()];
    let mut rings = Vec::new();
    for start in 0..pieces.len() {
        let (mut ring, mut piece) = (Vec::new(), start);
        while !std::mem::replace(&mut used[piece], true) {
            ring.extend(&pieces[piece]);
            let at = leaves[piece];
            let next = crossings[(at + 1) % crossings.len()];
            let way = (next.0 - crossings[at].0).rem_euclid(length);
            let passed =
                turns.iter().map(|&(corner, place)| ((corner - crossings[at].0).rem_euclid(length), place));
            let mut passed: Vec<(i64, Place)> = passed.filter(|(corner, _)| *corner < way).collect();
            passed.sort_unstable();
            ring.extend(passed.into_iter().map(|(_, place)| place));
            piece = next.2;
        }
        if !ring.is_empty() {
            rings.push(ring);
        }
    }
    rings
}

/// Twice the area of a ring in square units of 1e-7 degree, positive where it runs anticlockwise.
fn twice_area(ring: &[Place]) -> i128 {
    let (x, y) = (|place: &Place| i128::from(place.lon_e7), |place: &Place| i128::from(place.lat_e7));
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| x(a) * y(b) - x(b) * y(a)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lat: i32, lon: i32) -> Place {
        Place { lat_e7: lat, lon_e7: lon }
    }

    const BOX: Bounds =
        Bounds { min: Place { lat_e7: 0, lon_e7: 0 }, max: Place { lat_e7: 100, lon_e7: 100 } };

    fn is_sea(shores: &[&[Place]], places: &[(i32, i32, bool)]) {
        let sea = sea(shores, &BOX).unwrap();
        let area = hinan_model::Area::new(sea.parts).unwrap();
        for &(lat, lon, wet) in places {
            assert_eq!(area.contains(at(lat, lon)), wet, "{lat},{lon}");
        }
    }

    #[test]
    fn water_lies_on_the_right_of_a_shore() {
        // From south to north through the middle: land in the west.
        let whole = [at(-10, 50), at(50, 40), at(110, 50)];
        is_sea(&[&whole], &[(50, 20, false), (50, 60, true), (1, 99, true), (99, 1, false)]);
        let parts = [&whole[..2], &whole[1..]];
        is_sea(&parts, &[(50, 20, false), (50, 60, true)]);
        let back: Vec<Place> = whole.iter().rev().copied().collect();
        is_sea(&[&back], &[(50, 20, true), (50, 60, false)]);
    }

    #[test]
    fn a_shore_that_is_cut_off_with_the_extract_is_drawn_out() {
        let cut = [at(1, 50), at(50, 40), at(99, 50)];
        is_sea(&[&cut], &[(50, 20, false), (50, 60, true), (0, 99, true)]);
    }

    #[test]
    fn islands_are_dry() {
        let island = [at(20, 20), at(20, 40), at(40, 40), at(40, 20), at(20, 20)];
        is_sea(&[&island], &[(30, 30, false), (60, 60, true), (1, 1, true)]);
        let coast = [at(-10, 10), at(110, 10)];
        is_sea(&[&coast, &island], &[(30, 30, false), (60, 60, true), (50, 5, false)]);
        // Half out of the box.
        let cape = [at(40, 90), at(40, 120), at(60, 120), at(60, 90), at(40, 90)];
        is_sea(&[&coast, &cape], &[(50, 95, false), (50, 80, true), (50, 5, false), (99, 99, true)]);
    }

    #[test]
    fn shores_that_do_not_tell_fill_nothing() {
        assert!(sea(&[], &BOX).is_none());
        // Ends in the box.
        assert!(sea(&[&[at(-10, 50), at(50, 50)]], &BOX).is_none());
        // Two shores with the same side wet and nothing between them.
        assert!(sea(&[&[at(-10, 30), at(110, 30)], &[at(-10, 60), at(110, 60)]], &BOX).is_none());
        let one = [at(-10, 50), at(50, 50), at(110, 50)];
        assert!(sea(&[&one, &[at(0, 0), at(50, 50)]], &BOX).is_none());
    }
}
