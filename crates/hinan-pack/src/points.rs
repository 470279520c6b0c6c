//! Entrances and doorsteps: points joined to the streets.

use hinan_model::Place;
use hinan_model::network::NONE;
use hinan_region::layout::{DoorstepRecord, EntranceRecord};

use crate::coder::{Bit, Coder};
use crate::model::{Number, Symbol};

/// Entrances: few, so plain steps from one to the next.
pub fn entrances(coder: &mut impl Coder, entrances: &mut [EntranceRecord]) {
    let mut models: [Number; 5] = Default::default();
    let mut before = EntranceRecord { shelter: 0, node: 0, start_ds: 0, off_mm: 0, door: 0 };
    for entrance in entrances {
        let [shelter, node, start, off, door] = &mut models;
        let mut step = |model: &mut Number, value: u32, from: u32| {
            from.wrapping_add(model.code_signed(coder, value.wrapping_sub(from) as i32) as u32)
        };
        before = EntranceRecord {
            shelter: step(shelter, entrance.shelter, before.shelter),
            node: step(node, entrance.node, before.node),
            start_ds: step(start, entrance.start_ds, before.start_ds),
            off_mm: step(off, entrance.off_mm, 0),
            door: step(door, entrance.door, 0),
        };
        *entrance = before;
    }
}

/// Doorsteps. `line` gives the two places of a segment and its length in mm; what is said of the street
/// foretells where the doorstep is, but for the side of the street.
pub fn doorsteps(
    coder: &mut impl Coder,
    doorsteps: &mut [DoorstepRecord],
    line: impl Fn(u32) -> Option<(Place, Place, u32)>,
) {
    let (mut kinds, mut segments, mut parts) =
        (Symbol::new(2), Number::default(), vec![Number::default(); 33]);
    let (mut offs, mut side, mut off_place) =
        (Number::default(), Bit::default(), [Number::default(), Number::default()]);
    let mut steps = [Number::default(), Number::default()];
    let mut wide = Number::default();
    let mut before = DoorstepRecord { place: Place::default(), segment: 0, part_mm: 0, off_mm: 0, kind: 0 };
    for doorstep in doorsteps {
        let mut now = *doorstep;
        // Kinds above 3 do not occur; 3 stands before one in full.
        now.kind = kinds.code(coder, doorstep.kind.min(3));
        if now.kind == 3 {
            now.kind = wide.code(coder, doorstep.kind);
        }
        // None is one before the first.
        let number = |segment: u32| segment.wrapping_add(1);
        let step = number(doorstep.segment).wrapping_sub(number(before.segment)) as i32;
        now.segment =
            number(before.segment).wrapping_add(segments.code_signed(coder, step) as u32).wrapping_sub(1);
        let line = if now.segment == NONE { None } else { line(now.segment) };
        let length = line.map_or(0, |(_, _, length)| length);
        now.part_mm = parts[(u32::BITS - length.leading_zeros()) as usize].code(coder, doorstep.part_mm);
        now.off_mm = offs.code(coder, doorstep.off_mm);
        now.place = match line {
            Some(line) => {
                let sides = [false, true].map(|left| beside(line, now.part_mm, now.off_mm, left));
                let gap = |at: &Place| {
                    i64::from(at.lat_e7.abs_diff(doorstep.place.lat_e7))
                        + i64::from(at.lon_e7.abs_diff(doorstep.place.lon_e7))
                };
                let is_left = coder.bit(&mut side, gap(&sides[1]) < gap(&sides[0]));
                near(coder, &mut off_place, sides[usize::from(is_left)], doorstep.place)
            }
            None => near(coder, &mut steps, before.place, doorstep.place),
        };
        *doorstep = now;
        before = now;
    }
}

fn near(coder: &mut impl Coder, models: &mut [Number; 2], foretold: Place, place: Place) -> Place {
    let [north, east] = models;
    let north = north.code_signed(coder, place.lat_e7.wrapping_sub(foretold.lat_e7));
    let east = east.code_signed(coder, place.lon_e7.wrapping_sub(foretold.lon_e7));
    Place { lat_e7: foretold.lat_e7.wrapping_add(north), lon_e7: foretold.lon_e7.wrapping_add(east) }
}

/// The place `off_mm` to the side of the point `part_mm` along a line.
fn beside((a, b, length_mm): (Place, Place, u32), part_mm: u32, off_mm: u32, is_left: bool) -> Place {
    let foot = a.towards(b, part_mm.min(length_mm), length_mm);
    let plane = hinan_model::place::Plane::at(foot.lat_e7);
    let (east, north) = plane.offset_mm(a, b);
    let length = libm::sqrt(east * east + north * north);
    if length < 1.0 {
        return foot;
    }
    let sign = if is_left { 1.0 } else { -1.0 };
    let off = sign * f64::from(off_mm) / length;
    let move_by = |from: i32, mm: f64, unit: f64| {
        let units = libm::round(mm / unit.max(0.01));
        if units.abs() < 1e9 { from.wrapping_add(units as i32) } else { from }
    };
    Place {
        lat_e7: move_by(foot.lat_e7, east * off, plane.north_mm),
        lon_e7: move_by(foot.lon_e7, -north * off, plane.east_mm),
    }
}
