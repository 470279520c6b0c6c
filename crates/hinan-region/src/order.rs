//! In which order junctions are stored: neighbours near each other in memory.

use hinan_model::Place;
use hinan_model::place::Bounds;

/// Puts `junctions` (indices of raw nodes) into the order of a Hilbert curve over their places, or,
/// where nodes have no places, into the order of a breadth-first walk over the raw streets.
pub fn order_junctions(junctions: &mut Vec<u32>, places: &[Place], neighbours: impl Fn(u32, &mut Vec<u32>)) {
    match Bounds::around(junctions.iter().filter_map(|&node| places.get(node as usize).copied())) {
        Some(bounds) => junctions.sort_by_cached_key(|&node| (hilbert(&bounds, places[node as usize]), node)),
        None => breadth_first(junctions, neighbours),
    }
}

/// The position of `place` on a Hilbert curve of order 16 over `bounds`.
pub(crate) fn hilbert(bounds: &Bounds, place: Place) -> u32 {
    let scale = |value: i32, min: i32, max: i32| {
        let (value, span) = (u64::from(value.abs_diff(min)), u64::from(max.abs_diff(min)).max(1));
        (value * 0xffff / span) as u32
    };
    let (mut x, mut y) = (
        scale(place.lon_e7, bounds.min.lon_e7, bounds.max.lon_e7),
        scale(place.lat_e7, bounds.min.lat_e7, bounds.max.lat_e7),
    );
    let mut position = 0_u32;
    for bit in (0..16).rev() {
        let (right, upper) = (x >> bit & 1, y >> bit & 1);
        position = position << 2 | ((3 * right) ^ upper);
        if upper == 0 {
            if right == 1 {
                (x, y) = (!x & 0xffff, !y & 0xffff);
            }
            (x, y) = (y, x);
        }
    }
    position
}

/// Breadth-first over all nodes, from the lowest; keeps only the junctions.
fn breadth_first(junctions: &mut Vec<u32>, neighbours: impl Fn(u32, &mut Vec<u32>)) {
    let size = junctions.iter().copied().max().map_or(0, |node| node as usize + 1);
    let mut is_junction = vec![false; size];
    for &node in junctions.iter() {
        is_junction[node as usize] = true;
    }
    let mut seen = vec![false; size];
    let (mut order, mut found) = (Vec::with_capacity(junctions.len()), Vec::new());
    for &start in junctions.iter() {
        let mut queue = std::collections::VecDeque::from([start]);
        while let Some(node) = queue.pop_front() {
            if let Some(seen) = seen.get_mut(node as usize) {
                if core::mem::replace(seen, true) {
                    continue;
                }
            } else {
                // Beyond the last junction: an inner node. Its mark has to be kept as well.
                seen.resize(node as usize + 1, false);
                seen[node as usize] = true;
            }
            if is_junction.get(node as usize) == Some(&true) {
                order.push(node);
            }
            found.clear();
            neighbours(node, &mut found);
            queue.extend(found.iter().filter(|&&next| seen.get(next as usize) != Some(&true)));
        }
    }
    *junctions = order;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hilbert_curve_takes_one_step_at_a_time() {
        let side = 16_i32;
        let bounds =
            Bounds { min: Place { lat_e7: 0, lon_e7: 0 }, max: Place { lat_e7: side - 1, lon_e7: side - 1 } };
        let mut cells: Vec<_> =
            (0..side * side).map(|i| Place { lat_e7: i / side, lon_e7: i % side }).collect();
        cells.sort_by_key(|&place| hilbert(&bounds, place));
        for pair in cells.windows(2) {
            assert_eq!(pair[0].lat_e7.abs_diff(pair[1].lat_e7) + pair[0].lon_e7.abs_diff(pair[1].lon_e7), 1);
        }
    }

    #[test]
    fn without_places_neighbours_come_after_each_other() {
        // A path 0 - 5 - 1 - 4 - 2 - 3 in which every node is a junction.
        let path = [0_u32, 5, 1, 4, 2, 3];
        let neighbours = |node: u32, found: &mut Vec<u32>| {
            let at = path.iter().position(|&n| n == node).unwrap();
            found.extend(at.checked_sub(1).map(|i| path[i]));
            found.extend(path.get(at + 1));
        };
        let mut junctions = vec![0, 1, 2, 3, 4, 5];
        order_junctions(&mut junctions, &[], neighbours);
        assert_eq!(junctions, path);
    }
}
