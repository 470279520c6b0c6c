//! The drawing as a stream: blocks, and in them names, parts and places, each number foretold from those
//! before it. How they are written in a region is told in `docs/region-format.md`.

use hinan_model::Place;
use hinan_model::drawing::{DrawnClass, Form};
use hinan_region::layout::DrawnBlock;

use crate::coder::{Bit, Coder, Sink, Source};
use crate::error::{PackError, damaged};
use crate::model::{Number, Symbol, unfold};
use crate::names;
use crate::text::Text;

const WHAT: &str = "the drawing";
/// Places of a drawing are whole multiples of this, in 1e-7 degree.
const UNIT_E7: i32 = 10;

/// A thing as it is written: each place as the step from the place before, in units, north and east.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Thing {
    name: String,
    parts: Vec<Vec<[i32; 2]>>,
}

/// Packs blocks and their things. `None` where they are not written as `hinan-region` writes them.
pub fn pack<S: Sink>(blocks: &[DrawnBlock], data: &[u8]) -> Option<Vec<u8>> {
    let (mut packer, mut models) = (S::default(), Models::new(data.len()));
    let (mut start, mut before, mut written) = (0, DrawnBlock::EMPTY, Vec::new());
    for block in blocks {
        let mut rest = data.get(start as usize..block.end as usize)?;
        let mut things = Vec::new();
        for _ in 0..block.things {
            things.push(read_thing(&mut rest)?);
        }
        start = block.end;
        let mut found = *block;
        models.block(&mut packer, &before, &mut found, &mut things, &|_| false).ok()?;
        finish_block(&mut found, &things, &mut written)?;
        if found != *block || !rest.is_empty() {
            return None;
        }
        before = *block;
    }
    (written == data).then(|| packer.finish())
}

/// Unpacks `count` blocks; a text of about `length` bytes.
///
/// # Errors
/// Where the stream is cut off or holds no drawing.
pub fn unpack<'a, R: Source<'a>>(
    stream: &'a [u8],
    count: usize,
    length: usize,
) -> Result<(Vec<DrawnBlock>, Vec<u8>), PackError> {
    let (mut unpacker, mut models) = (R::open(stream), Models::new(length));
    let (mut blocks, mut data, mut before) = (Vec::new(), Vec::new(), DrawnBlock::EMPTY);
    for _ in 0..count {
        let (mut block, mut things) = (before, Vec::new());
        models.block(&mut unpacker, &before, &mut block, &mut things, &R::is_overdrawn)?;
        finish_block(&mut block, &things, &mut data).ok_or(damaged(WHAT, "a place is not on Earth"))?;
        blocks.push(block);
        before = block;
    }
    if data.len() == length { Ok((blocks, data)) } else { Err(damaged(WHAT, "it has the wrong length")) }
}

/// What can be empty.
trait Empty {
    const EMPTY: Self;
}

impl Empty for DrawnBlock {
    const EMPTY: DrawnBlock = DrawnBlock {
        min: Place { lat_e7: 0, lon_e7: 0 },
        max: Place { lat_e7: 0, lon_e7: 0 },
        class: 0,
        things: 0,
        end: 0,
    };
}

struct Models {
    class: Symbol,
    things: Number,
    corner: [Number; 2],
    is_named: Vec<Bit>,
    parts: Vec<Number>,
    counts: Vec<Number>,
    steps: Vec<Number>,
    text: Text,
    last_counts: [usize; 32],
}

/// Sizes of steps that are told apart.
const SIZES: usize = 22;

impl Models {
    fn new(length: usize) -> Models {
        Models {
            class: Symbol::new(5),
            things: Number::default(),
            corner: Default::default(),
            is_named: vec![Bit::default(); 32],
            parts: vec![Number::default(); 32],
            counts: vec![Number::default(); 32 * 8],
            steps: vec![Number::default(); 8 * 2 * SIZES],
            text: Text::new(length / 8),
            last_counts: [0; 32],
        }
    }

    /// A block: its class, south-west corner and things.
    fn block<C: Coder>(
        &mut self,
        coder: &mut C,
        before: &DrawnBlock,
        block: &mut DrawnBlock,
        things: &mut Vec<Thing>,
        is_over: &impl Fn(&C) -> bool,
    ) -> Result<(), PackError> {
        block.class = self.class.code(coder, block.class);
        block.things = self.things.code(coder, block.things);
        let [north, east] = &mut self.corner;
        let step = |from: i32, to: i32| to.wrapping_sub(from) / UNIT_E7;
        let north = north.code_signed(coder, step(before.min.lat_e7, block.min.lat_e7));
        let east = east.code_signed(coder, step(before.min.lon_e7, block.min.lon_e7));
        block.min = Place {
            lat_e7: before.min.lat_e7.wrapping_add(north.wrapping_mul(UNIT_E7)),
            lon_e7: before.min.lon_e7.wrapping_add(east.wrapping_mul(UNIT_E7)),
        };
        let form = DrawnClass::of_number(block.class).map_or(Form::Lines, DrawnClass::form);
        for index in 0..block.things as usize {
            if things.len() <= index {
                things.push(Thing::default());
            }
            self.thing(coder, block.class as usize & 31, form, &mut things[index], is_over)?;
        }
        Ok(())
    }

    fn thing<C: Coder>(
        &mut self,
        coder: &mut C,
        class: usize,
        form: Form,
        thing: &mut Thing,
        is_over: &impl Fn(&C) -> bool,
    ) -> Result<(), PackError> {
        if coder.bit(&mut self.is_named[class], !thing.name.is_empty()) {
            thing.name = names::one(coder, &thing.name, &mut self.text, is_over)?;
        }
        let parts = self.parts[class].code(coder, thing.parts.len() as u32) as usize;
        for part in 0..parts {
            if thing.parts.len() <= part {
                thing.parts.push(Vec::new());
            }
            let steps = &mut thing.parts[part];
            let model = &mut self.counts[class * 8 + self.last_counts[class].min(7)];
            let count = model.code(coder, steps.len() as u32) as usize;
            self.last_counts[class] = count;
            for at in 0..count {
                let foretold = foretold(steps, at, count, form);
                let real = steps.get(at).copied().unwrap_or_default();
                let step = self.step(coder, form, at, foretold, real);
                match steps.get_mut(at) {
                    Some(known) => *known = step,
                    None => steps.push(step),
                }
                if is_over(coder) {
                    return Err(damaged(WHAT, "it is cut off"));
                }
            }
        }
        if is_over(coder) { Err(damaged(WHAT, "it is cut off")) } else { Ok(()) }
    }

    fn step(
        &mut self,
        coder: &mut impl Coder,
        form: Form,
        at: usize,
        foretold: [i32; 2],
        real: [i32; 2],
    ) -> [i32; 2] {
        let size = |value: i32| (32 - value.unsigned_abs().leading_zeros()) as usize;
        let row = match (form, at) {
            (_, 0) => 0,
            (Form::Ground, 1..=3) => at,
            (Form::Ground, _) => 4 + at % 2,
            (_, 1) => 6,
            _ => 7,
        };
        let spread = size(foretold[0]).max(size(foretold[1])).min(SIZES - 1);
        let north =
            self.steps[(row * SIZES + spread) * 2].code_signed(coder, real[0].wrapping_sub(foretold[0]));
        let spread = size(north).max(spread / 2).min(SIZES - 1);
        let east =
            self.steps[(row * SIZES + spread) * 2 + 1].code_signed(coder, real[1].wrapping_sub(foretold[1]));
        [foretold[0].wrapping_add(north), foretold[1].wrapping_add(east)]
    }
}

/// The next step of a part: corners of buildings go back as they came, lines go on.
fn foretold(steps: &[[i32; 2]], at: usize, _count: usize, form: Form) -> [i32; 2] {
    let step = |back: usize| steps.get(at - back).copied().unwrap_or_default();
    match form {
        Form::Ground if at >= 3 => step(2).map(i32::wrapping_neg),
        Form::Lines if at >= 2 => step(1),
        _ => [0, 0],
    }
}

/// The block's box and end, from its things, which are written behind `data`. `None` where a place is
/// not on Earth.
fn finish_block(block: &mut DrawnBlock, things: &[Thing], data: &mut Vec<u8>) -> Option<()> {
    let unit = |e7: i32| i64::from(e7).div_euclid(i64::from(UNIT_E7));
    let [mut lat, mut lon] = [unit(block.min.lat_e7), unit(block.min.lon_e7)];
    let e7 = |units: i64| i32::try_from(units.checked_mul(i64::from(UNIT_E7))?).ok();
    block.max = block.min;
    for thing in things {
        write_number(thing.name.len() as u64, data);
        data.extend_from_slice(thing.name.as_bytes());
        write_number(thing.parts.len() as u64, data);
        for steps in &thing.parts {
            write_number(steps.len() as u64, data);
            for &[north, east] in steps {
                lat += i64::from(north);
                lon += i64::from(east);
                for step in [north, east].map(i64::from) {
                    write_number((step << 1 ^ step >> 63) as u64, data);
                }
                block.max.lat_e7 = block.max.lat_e7.max(e7(lat)?);
                block.max.lon_e7 = block.max.lon_e7.max(e7(lon)?);
            }
        }
    }
    block.end = data.len() as u64;
    Some(())
}

fn read_thing(rest: &mut &[u8]) -> Option<Thing> {
    let length = usize::try_from(read_number(rest)?).ok()?;
    let (name, behind) = rest.split_at_checked(length)?;
    *rest = behind;
    let name = core::str::from_utf8(name).ok()?;
    if name.contains('\0') {
        return None;
    }
    let mut thing = Thing { name: name.to_owned(), parts: Vec::new() };
    for _ in 0..read_number(rest)? {
        let mut steps = Vec::new();
        for _ in 0..read_number(rest)? {
            let mut step = || Some(unfold(u32::try_from(read_number(rest)?).ok()?));
            steps.push([step()?, step()?]);
        }
        thing.parts.push(steps);
    }
    Some(thing)
}

/// A number of seven bits a byte, the lowest first.
pub fn read_number(rest: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for (index, &byte) in rest.iter().enumerate().take(10) {
        number |= u64::from(byte & 0x7f).wrapping_shl(7 * index as u32);
        if byte < 0x80 {
            *rest = &rest[index + 1..];
            return Some(number);
        }
    }
    None
}

/// The same, written.
pub fn write_number(mut number: u64, data: &mut Vec<u8>) {
    while number >= 0x80 {
        data.push(number as u8 | 0x80);
        number >>= 7;
    }
    data.push(number as u8);
}
