//! What a map draws besides the streets, packed: things of one class that lie near each other share a
//! block with a box, so that a piece of the map is found by looking at boxes alone.

use hinan_model::drawing::{DrawnClass, Form};
use hinan_model::{Bounds, Place};

use crate::layout::DrawnBlock;

/// Places are kept to the millionth of a degree, some 11 cm: less than any picture shows, and most
/// steps from corner to corner then fit into one or two bytes.
pub const UNIT_E7: i32 = 10;

/// The drawing of a region, as it lies in the file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Drawing<'a> {
    blocks: &'a [DrawnBlock],
    data: &'a [u8],
}

/// The rings, lines or place of a thing; see [`Form`].
#[derive(Clone, Debug, Default)]
pub struct Parts {
    places: Vec<Place>,
    ends: Vec<usize>,
}

impl Parts {
    /// Each ring or line; one place alone for a point.
    pub fn iter(&self) -> impl Iterator<Item = &[Place]> {
        let starts = core::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(from, &to)| &self.places[from..to])
    }

    /// The box around all of them.
    pub fn bounds(&self) -> Option<Bounds> {
        Bounds::around(self.places.iter().copied())
    }

    fn clear(&mut self) {
        self.places.clear();
        self.ends.clear();
    }
}

impl<'a> Drawing<'a> {
    pub(crate) fn new(blocks: &'a [DrawnBlock], data: &'a [u8]) -> Drawing<'a> {
        Drawing { blocks, data }
    }

    /// Whether there is nothing but streets.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The box of the first block, where something is drawn.
    pub fn first(&self) -> Option<Bounds> {
        self.blocks.first().map(DrawnBlock::bounds)
    }

    /// How many things there are of each class, in the order of the classes.
    pub fn counts(&self) -> Vec<(DrawnClass, u64)> {
        let mut counts: Vec<(DrawnClass, u64)> = Vec::new();
        for block in self.blocks {
            let Some(class) = DrawnClass::of_number(block.class) else { continue };
            match counts.last_mut() {
                Some((last, count)) if *last == class => *count += u64::from(block.things),
                _ => counts.push((class, u64::from(block.things))),
            }
        }
        counts
    }

    /// Hands over the things of classes that are `wanted` whose box meets `bounds`: class, name
    /// (often empty), shape. By class, near ones near each other.
    pub fn visit(
        &self,
        bounds: &Bounds,
        wanted: impl Fn(DrawnClass) -> bool,
        mut each: impl FnMut(DrawnClass, &'a str, &Parts),
    ) {
        let mut parts = Parts::default();
        let mut start = 0;
        for block in self.blocks {
            let range = start..block.end as usize;
            start = range.end;
            let Some(class) = DrawnClass::of_number(block.class).filter(|&class| wanted(class)) else {
                continue;
            };
            if !meet(&block.bounds(), bounds) {
                continue;
            }
            // Cannot fail: checked when the region was opened.
            let mut reader = Reader::of(block, self.data.get(range).unwrap_or_default());
            for _ in 0..block.things {
                let Some(name) = reader.thing(&mut parts) else { break };
                if parts.bounds().is_some_and(|around| meet(&around, bounds)) {
                    each(class, name, &parts);
                }
            }
        }
    }

    /// Whether every block can be read to its end and holds what it says. What is wrong, else.
    pub(crate) fn check(&self) -> Result<(), &'static str> {
        let mut parts = Parts::default();
        let mut start = 0_u64;
        for block in self.blocks {
            let class = DrawnClass::of_number(block.class).ok_or("a class that nobody knows")?;
            let range = start as usize..block.end as usize;
            let bytes = self.data.get(range).ok_or("a block lies outside")?;
            start = block.end;
            let mut reader = Reader::of(block, bytes);
            for _ in 0..block.things {
                reader.thing(&mut parts).ok_or("a thing is cut off or is no text")?;
                let least = match class.form() {
                    Form::Ground => 3,
                    Form::Lines => 2,
                    Form::Point => 1,
                };
                let is_whole = !parts.ends.is_empty() && parts.iter().all(|part| part.len() >= least);
                let around = block.bounds();
                if !is_whole || !parts.places.iter().all(|&place| around.contains(place)) {
                    return Err("a thing is not of its class or not in its box");
                }
            }
            if !reader.rest.is_empty() {
                return Err("a block does not end where it says");
            }
        }
        if start as usize == self.data.len() { Ok(()) } else { Err("it does not end where it says") }
    }
}

fn meet(a: &Bounds, b: &Bounds) -> bool {
    a.min.lat_e7 <= b.max.lat_e7
        && b.min.lat_e7 <= a.max.lat_e7
        && a.min.lon_e7 <= b.max.lon_e7
        && b.min.lon_e7 <= a.max.lon_e7
}

impl DrawnBlock {
    /// The box around its things.
    fn bounds(&self) -> Bounds {
        Bounds { min: self.min, max: self.max }
    }
}

/// A place in a block.
struct Reader<'a> {
    rest: &'a [u8],
    /// The last place, in units.
    lat: i64,
    lon: i64,
}

impl<'a> Reader<'a> {
    fn of(block: &DrawnBlock, rest: &'a [u8]) -> Reader<'a> {
        let unit = |e7: i32| i64::from(e7).div_euclid(i64::from(UNIT_E7));
        Reader { rest, lat: unit(block.min.lat_e7), lon: unit(block.min.lon_e7) }
    }

    /// The next thing: its name, and its shape into `parts`. `None` where the bytes are not one.
    fn thing(&mut self, parts: &mut Parts) -> Option<&'a str> {
        parts.clear();
        let length = self.number()?;
        let (name, rest) = self.rest.split_at_checked(usize::try_from(length).ok()?)?;
        self.rest = rest;
        let name = core::str::from_utf8(name).ok()?;
        // Every part and every place takes bytes, so no number can ask for more memory than those.
        for _ in 0..self.number()? {
            for _ in 0..self.number()? {
                let place = self.place()?;
                parts.places.push(place);
            }
            parts.ends.push(parts.places.len());
        }
        Some(name)
    }

    fn place(&mut self) -> Option<Place> {
        let signed = |raw: u64| (raw >> 1) as i64 ^ -((raw & 1) as i64);
        self.lat = self.lat.wrapping_add(signed(self.number()?));
        self.lon = self.lon.wrapping_add(signed(self.number()?));
        let e7 = |units: i64| i32::try_from(units.checked_mul(i64::from(UNIT_E7))?).ok();
        Some(Place { lat_e7: e7(self.lat)?, lon_e7: e7(self.lon)? })
    }

    /// A number of one to ten bytes, seven bits each, the lowest first.
    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for (index, &byte) in self.rest.iter().enumerate().take(10) {
            number |= u64::from(byte & 0x7f).wrapping_shl(7 * index as u32);
            if byte < 0x80 {
                self.rest = &self.rest[index + 1..];
                return Some(number);
            }
        }
        None
    }
}

#[cfg(feature = "build")]
pub(crate) use write::pack;

#[cfg(feature = "build")]
mod write {
    use hinan_model::drawing::{Drawn, Form};
    use hinan_model::{Bounds, Place};

    use super::UNIT_E7;
    use crate::layout::DrawnBlock;
    use crate::order::hilbert;

    /// A block holds at most so many things,
    const THINGS_A_BLOCK: usize = 64;
    /// and no further one once it has so many corners.
    const CORNERS_A_BLOCK: usize = 1_024;

    /// The blocks of a drawing and their data: by class, then along a Hilbert curve, so that a block's
    /// things are neighbours. What is too small to be seen is left out.
    pub(crate) fn pack(drawing: &[Drawn]) -> (Vec<DrawnBlock>, Vec<u8>) {
        let rounded: Vec<Drawn> = drawing.iter().filter_map(rounded).collect();
        let Some(all) =
            Bounds::around(rounded.iter().flat_map(|drawn| drawn.parts.iter().flatten().copied()))
        else {
            return (Vec::new(), Vec::new());
        };
        let mut order: Vec<(u8, u32, u32)> = (0..)
            .zip(&rounded)
            .map(|(index, drawn)| {
                let middle = drawn.bounds().map_or(all.min, |bounds| bounds.min.towards(bounds.max, 1, 2));
                (drawn.class.number(), hilbert(&all, middle), index)
            })
            .collect();
        order.sort_unstable();
        let (mut blocks, mut data) = (Vec::new(), Vec::new());
        let mut rest = order.as_slice();
        while let Some(&(class, ..)) = rest.first() {
            let mut corners = 0;
            let fits = |&&(number, _, index): &&(u8, u32, u32)| {
                let has_room = corners < CORNERS_A_BLOCK;
                corners += rounded[index as usize].parts.iter().map(Vec::len).sum::<usize>();
                number == class && has_room
            };
            let count = rest.iter().take(THINGS_A_BLOCK).take_while(fits).count();
            let (block, others) = rest.split_at(count.max(1));
            let things = block.iter().map(|&(.., index)| &rounded[index as usize]);
            blocks.push(pack_block(things, &mut data));
            rest = others;
        }
        (blocks, data)
    }

    fn pack_block<'a>(
        things: impl ExactSizeIterator<Item = &'a Drawn> + Clone,
        data: &mut Vec<u8>,
    ) -> DrawnBlock {
        let places = things.clone().flat_map(|drawn| drawn.parts.iter().flatten().copied());
        let bounds =
            Bounds::around(places).unwrap_or(Bounds { min: Place::default(), max: Place::default() });
        let class = things.clone().next().map_or(0, |drawn| drawn.class.number());
        let count = things.len() as u32;
        let mut last = bounds.min;
        for drawn in things {
            write_number(drawn.name.len() as u64, data);
            data.extend_from_slice(drawn.name.as_bytes());
            write_number(drawn.parts.len() as u64, data);
            for part in &drawn.parts {
                write_number(part.len() as u64, data);
                for &place in part {
                    write_step(last.lat_e7, place.lat_e7, data);
                    write_step(last.lon_e7, place.lon_e7, data);
                    last = place;
                }
            }
        }
        DrawnBlock {
            min: bounds.min,
            max: bounds.max,
            class: u32::from(class),
            things: count,
            end: data.len() as u64,
        }
    }

    /// A thing with its places rounded to units; `None` where nothing of it is left.
    fn rounded(drawn: &Drawn) -> Option<Drawn> {
        let round = |e7: i32| (e7.saturating_add(UNIT_E7 / 2)).div_euclid(UNIT_E7) * UNIT_E7;
        let least = match drawn.class.form() {
            Form::Ground => 3,
            Form::Lines => 2,
            Form::Point => 1,
        };
        let parts = drawn.parts.iter().map(|part| {
            let place = |place: &Place| Place { lat_e7: round(place.lat_e7), lon_e7: round(place.lon_e7) };
            let mut part: Vec<Place> = part.iter().map(place).collect();
            part.dedup();
            while drawn.class.form() == Form::Ground && part.len() > 1 && part.first() == part.last() {
                part.pop();
            }
            part
        });
        let parts: Vec<Vec<Place>> = parts.filter(|part| part.len() >= least).collect();
        (!parts.is_empty()).then(|| Drawn { class: drawn.class, parts, name: drawn.name.clone() })
    }

    fn write_step(from_e7: i32, to_e7: i32, data: &mut Vec<u8>) {
        let step = (i64::from(to_e7) - i64::from(from_e7)) / i64::from(UNIT_E7);
        write_number((step << 1 ^ step >> 63) as u64, data);
    }

    fn write_number(mut number: u64, data: &mut Vec<u8>) {
        while number >= 0x80 {
            data.push(number as u8 | 0x80);
            number >>= 7;
        }
        data.push(number as u8);
    }
}
