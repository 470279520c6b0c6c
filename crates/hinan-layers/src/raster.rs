//! Rasters of people: GeoTIFF (OGC 19-008r4) of any size. Only the tiles or strips that the wanted box
//! touches are decoded.

use hinan_earth::Crs;
use hinan_model::{Area, Bounds, Place, Source};
use tiff::ColorType;
use tiff::decoder::{ChunkType, Decoder, DecodingResult, Limits};
use tiff::tags::Tag;

use crate::error::NotALayer;
use crate::geometry::Ground;
use crate::input::{Input, Readable};
use crate::number::people;
use crate::people::Heads;
use crate::report::Report;
use crate::{MAX_PIXELS, Wanted};

/// The largest tile or strip, decoded, in bytes.
const MAX_CHUNK: usize = 256 << 20;
/// The largest list of tiles, in bytes.
const MAX_TAG: usize = 64 << 20;
/// The most pixels that are decoded, those beside the wanted ones included.
const MAX_DECODED: u64 = 20 * MAX_PIXELS;
/// Rasters larger than this are not hashed: it would read them whole.
const MAX_HASHED: u64 = 64 << 20;
/// Into how many pieces a side of the wanted box is cut to find where it lies in a projected raster.
const PIECES: u32 = 32;

type Tiff<'a, 'b> = Decoder<std::io::BufReader<&'b mut (dyn Readable + 'a)>>;

/// Where pixels lie.
struct Frame {
    crs: Crs,
    /// The outer corner of the first pixel, and the steps to the next column and row.
    x: f64,
    y: f64,
    step_x: f64,
    step_y: f64,
    columns: u32,
    rows: u32,
}

/// Columns and rows, the last not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Window {
    columns: [u32; 2],
    rows: [u32; 2],
}

/// What stored numbers mean.
struct Scale {
    no_data: Option<f64>,
    scale: f64,
    offset: f64,
}

/// Reads the people of the wanted box.
pub(crate) fn read(
    input: &mut Input,
    wanted: &Wanted,
    report: &mut Report,
    heads: &mut Heads,
) -> Result<Source, NotALayer> {
    let length = input.length()?;
    let sha256 = if length <= MAX_HASHED { input.sha256()? } else { String::new() };
    let name = input.name.clone();
    let unusable = |what: String| NotALayer::unusable(&name, what);
    let mut tiff = open(input.reader.as_mut()).map_err(unusable)?;
    let frame = frame(&mut tiff, wanted).map_err(unusable)?;
    let scale = scale(&mut tiff);
    let window = match wanted.bounds {
        Some(bounds) => frame.window(bounds),
        None => Some(Window { columns: [0, frame.columns], rows: [0, frame.rows] }),
    };
    let window = window.ok_or_else(|| unusable("lies outside of the wanted box".to_owned()))?;
    if window.pixels() > MAX_PIXELS {
        let what = format!(
            "has {} pixels in the wanted box, {MAX_PIXELS} at most; name a smaller box",
            window.pixels()
        );
        return Err(unusable(what));
    }
    let pixels = Pixels { frame: &frame, scale: &scale, window, bounds: wanted.bounds };
    pixels.read(&mut tiff, report, heads)?;
    Ok(Source { format: "geotiff".to_owned(), sha256, ..Source::default() })
}

fn failed(error: tiff::TiffError) -> String {
    match error {
        tiff::TiffError::LimitsExceeded => {
            "has tiles or strips too large to be read one by one; rewrite it with gdal_translate -co TILED=YES".to_owned()
        }
        other => format!("is a GeoTIFF that cannot be read ({other})"),
    }
}

fn open<'a, 'b>(reader: &'b mut (dyn Readable + 'a)) -> Result<Tiff<'a, 'b>, String> {
    // Small, because most of what is read at one place is a tag or a tile.
    let decoder = Decoder::new(std::io::BufReader::with_capacity(4096, reader)).map_err(failed)?;
    let mut limits = Limits::default();
    limits.decoding_buffer_size = MAX_CHUNK;
    limits.intermediate_buffer_size = MAX_CHUNK;
    limits.ifd_value_size = MAX_TAG;
    let mut decoder = decoder.with_limits(limits);
    match decoder.colortype().map_err(failed)? {
        ColorType::Gray(_) => Ok(decoder),
        other => Err(format!("has pixels of the kind {other:?} and not one number each")),
    }
}

fn frame(tiff: &mut Tiff, wanted: &Wanted) -> Result<Frame, String> {
    let (columns, rows) = tiff.dimensions().map_err(failed)?;
    let keys = tiff.get_tag_u16_vec(Tag::GeoKeyDirectoryTag).unwrap_or_default();
    let (mut x, mut y, step_x, step_y) = placement(tiff)?;
    const RASTER_TYPE: u16 = 1025;
    if key(&keys, RASTER_TYPE) == Some(2) {
        // Values stand for points: the pixel lies around it.
        (x, y) = (x - step_x / 2.0, y - step_y / 2.0);
    }
    let finite = [x, y, step_x, step_y].into_iter().all(f64::is_finite);
    if !finite || step_x <= 0.0 || step_y == 0.0 || columns == 0 || rows == 0 {
        return Err("has pixels without a size".to_owned());
    }
    let crs = match system(tiff, &keys)? {
        Some(crs) => crs,
        None => {
            wanted.crs.clone().ok_or("does not say its coordinate system by a code; name it, as EPSG:3035")?
        }
    };
    let frame = Frame { crs, x, y, step_x, step_y, columns, rows };
    let east = x + step_x * f64::from(columns);
    if frame.crs.is_degrees() && (east > 180.0 + step_x || x < -180.0 - step_x) {
        return Err(
            "has longitudes beyond 180 degrees; convert it, for example with gdalwarp -te -180 -90 180 90"
                .to_owned(),
        );
    }
    Ok(frame)
}

/// The corner of the first pixel and the steps to the next.
fn placement(tiff: &mut Tiff) -> Result<(f64, f64, f64, f64), String> {
    let scale = tiff.get_tag_f64_vec(Tag::ModelPixelScaleTag).unwrap_or_default();
    let tie = tiff.get_tag_f64_vec(Tag::ModelTiepointTag).unwrap_or_default();
    if let (&[step_x, step_y, ..], &[column, row, _, x, y, _]) = (scale.as_slice(), tie.as_slice()) {
        return Ok((x - column * step_x, y + row * step_y, step_x, -step_y));
    }
    let matrix = tiff.get_tag_f64_vec(Tag::ModelTransformationTag).unwrap_or_default();
    match matrix.as_slice() {
        &[step_x, turn_x, _, x, turn_y, step_y, _, y, ..] if turn_x == 0.0 && turn_y == 0.0 => {
            Ok((x, y, step_x, step_y))
        }
        [] => Err("does not say where on Earth it lies".to_owned()),
        _ => Err("is turned against its coordinate system; straighten it with gdalwarp".to_owned()),
    }
}

/// A key that holds a number.
fn key(keys: &[u16], wanted: u16) -> Option<u16> {
    keys.chunks_exact(4).skip(1).find(|entry| entry[0] == wanted && entry[1] == 0).map(|entry| entry[3])
}

/// The coordinate system: by code, or by the text that GDAL writes for those of ESRI.
fn system(tiff: &mut Tiff, keys: &[u16]) -> Result<Option<Crs>, String> {
    const PROJECTED: u16 = 3072;
    const GEOGRAPHIC: u16 = 2048;
    const MODEL: u16 = 1024;
    const USER_DEFINED: u16 = 32767;
    let code = |wanted| key(keys, wanted).filter(|code| *code != USER_DEFINED && *code != 0);
    let is_projected = key(keys, MODEL) != Some(2);
    let found = if is_projected { code(PROJECTED) } else { code(GEOGRAPHIC) };
    if let Some(code) = found {
        return Crs::epsg(u32::from(code)).map(Some).map_err(|error| error.to_string());
    }
    const ESRI: &str = "ESRI PE String = ";
    let texts = tiff.get_tag_ascii_string(Tag::GeoAsciiParamsTag).unwrap_or_default();
    let text = texts.split('|').find_map(|text| text.strip_prefix(ESRI));
    text.map(|text| Crs::read(text).map_err(|error| error.to_string())).transpose()
}

fn scale(tiff: &mut Tiff) -> Scale {
    let no_data = tiff.get_tag_ascii_string(Tag::GdalNodata).ok();
    let no_data = no_data.and_then(|text| text.trim_matches(['\0', ' ']).parse().ok());
    // GDAL's notes on bands, as XML: `<Item name="SCALE" sample="0" role="scale">0.1</Item>`.
    const GDAL_METADATA: u16 = 42112;
    let notes = tiff.get_tag_ascii_string(Tag::Unknown(GDAL_METADATA)).unwrap_or_default();
    let note = |role: &str| -> Option<f64> {
        let after = notes.split(&format!("role=\"{role}\">")).nth(1)?;
        after.split('<').next()?.trim().parse().ok().filter(|n: &f64| n.is_finite())
    };
    Scale { no_data, scale: note("scale").unwrap_or(1.0), offset: note("offset").unwrap_or(0.0) }
}

impl Window {
    fn pixels(self) -> u64 {
        u64::from(self.columns[1] - self.columns[0]) * u64::from(self.rows[1] - self.rows[0])
    }

    fn holds(self, column: u32, row: u32) -> bool {
        (self.columns[0]..self.columns[1]).contains(&column) && (self.rows[0]..self.rows[1]).contains(&row)
    }
}

impl Frame {
    /// The pixels that may touch a box; `None` where none does.
    fn window(&self, bounds: Bounds) -> Option<Window> {
        let corners = |from: Place, to: Place| (0..=PIECES).map(move |piece| from.towards(to, piece, PIECES));
        let Bounds { min, max } = bounds;
        let (north_west, south_east) = (
            Place { lat_e7: max.lat_e7, lon_e7: min.lon_e7 },
            Place { lat_e7: min.lat_e7, lon_e7: max.lon_e7 },
        );
        let outline = corners(min, south_east)
            .chain(corners(south_east, max))
            .chain(corners(max, north_west))
            .chain(corners(north_west, min));
        let points: Vec<(f64, f64)> = outline.filter_map(|place| self.crs.from_place(place)).collect();
        let ends = |values: &mut dyn Iterator<Item = f64>| {
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
                (low.min(value), high.max(value))
            })
        };
        let columns = ends(&mut points.iter().map(|(x, _)| (x - self.x) / self.step_x));
        let rows = ends(&mut points.iter().map(|(_, y)| (y - self.y) / self.step_y));
        // Sides are bent between two points that were looked at.
        let bent = if self.crs.is_degrees() { 0.0 } else { 0.01 };
        let clamped = |(low, high): (f64, f64), count: u32| {
            let margin = (high - low) * bent;
            let first = (low - margin - 1e-6).floor().clamp(0.0, f64::from(count));
            let last = (high + margin + 1e-6).floor() + 1.0;
            let last = last.clamp(0.0, f64::from(count));
            // A fold over nothing leaves infinities, the wrong way round.
            (first < last).then_some([first as u32, last as u32])
        };
        Some(Window { columns: clamped(columns, self.columns)?, rows: clamped(rows, self.rows)? })
    }

    /// The ground of a pixel.
    fn pixel(&self, column: u32, row: u32) -> Option<Ground> {
        let corner = |column: u32, row: u32| {
            let (mut x, mut y) =
                (self.x + self.step_x * f64::from(column), self.y + self.step_y * f64::from(row));
            if self.crs.is_degrees() {
                // The outermost pixels of the whole Earth may reach beyond it by a rounding.
                (x, y) = (x.clamp(-180.0, 180.0), y.clamp(-90.0, 90.0));
            }
            self.crs.to_place(x, y)
        };
        let (a, b) = (corner(column, row)?, corner(column + 1, row + 1)?);
        if self.crs.is_degrees() {
            return Bounds::around([a, b]).map(Ground::Box);
        }
        let ring = vec![a, corner(column + 1, row)?, b, corner(column, row + 1)?];
        Area::new(vec![ring]).map(|area| Ground::Parts(vec![area]))
    }
}

/// The way through the tiles or strips of a window.
struct Pixels<'a> {
    frame: &'a Frame,
    scale: &'a Scale,
    window: Window,
    bounds: Option<Bounds>,
}

impl Pixels<'_> {
    fn read(&self, tiff: &mut Tiff, report: &mut Report, heads: &mut Heads) -> Result<(), NotALayer> {
        let file = report.file.clone();
        let unusable = |what: String| NotALayer::unusable(&file, what);
        let (width, height) = tiff.chunk_dimensions();
        if width == 0 || height == 0 {
            return Err(unusable("has tiles without a size".to_owned()));
        }
        let across = self.frame.columns.div_ceil(width);
        let tag = match tiff.get_chunk_type() {
            ChunkType::Strip => Tag::StripByteCounts,
            ChunkType::Tile => Tag::TileByteCounts,
        };
        let sizes = tiff.get_tag_u64_vec(tag).map_err(failed).map_err(unusable)?;
        let Window { columns, rows } = self.window;
        let mut decoded = 0;
        for down in rows[0] / height..rows[1].div_ceil(height) {
            for right in columns[0] / width..columns[1].div_ceil(width) {
                let number = u64::from(down) * u64::from(across) + u64::from(right);
                let size = usize::try_from(number).ok().and_then(|number| sizes.get(number));
                match size {
                    None => return Err(unusable(format!("lacks tile {number}"))),
                    // Left out by whoever wrote it: nothing is known there.
                    Some(0) => continue,
                    Some(_) => {}
                }
                decoded += u64::from(width) * u64::from(height);
                if decoded > MAX_DECODED {
                    let what = format!(
                        "has tiles or strips so large that more than {MAX_DECODED} pixels would have to be decoded; rewrite it with gdal_translate -co TILED=YES, or name a smaller box"
                    );
                    return Err(unusable(what));
                }
                let number = number as u32;
                let values = tiff.read_chunk(number).map_err(failed).map_err(unusable)?;
                let (across, _) = tiff.chunk_data_dimensions(number);
                self.chunk(&values, across, (right * width, down * height), report, heads)?;
            }
        }
        Ok(())
    }

    /// Takes the pixels of one tile whose first is at `corner`.
    fn chunk(
        &self,
        values: &DecodingResult,
        width: u32,
        corner: (u32, u32),
        report: &mut Report,
        heads: &mut Heads,
    ) -> Result<(), NotALayer> {
        let Window { columns, rows } = self.window;
        // Where a tile is not all in the window its rows are cut.
        for (index, stored) in (0_u32..).zip(each(values)) {
            let (column, row) = (corner.0 + index % width, corner.1 + index / width);
            if row >= rows[1] {
                break;
            }
            if row < rows[0] || column < columns[0] || column >= columns[1] {
                continue;
            }
            if let Some(number) = self.value(stored) {
                self.pixel(column, row, number, report, heads)?;
            }
        }
        Ok(())
    }

    /// The number that is stored, in people; `None` where nobody counted.
    fn value(&self, stored: f64) -> Option<f64> {
        // Single precision cannot hold what the text of the tag says.
        let is_no_data =
            self.scale.no_data.is_some_and(|no_data| stored == no_data || stored as f32 == no_data as f32);
        (!stored.is_nan() && !is_no_data).then_some(stored * self.scale.scale + self.scale.offset)
    }

    /// Takes the people of a pixel, and counts it as a record or a complaint.
    fn pixel(
        &self,
        column: u32,
        row: u32,
        number: f64,
        report: &mut Report,
        heads: &mut Heads,
    ) -> Result<(), NotALayer> {
        debug_assert!(self.window.holds(column, row));
        let ground = match people(number) {
            // Nobody is nobody, wherever that is.
            Ok(0.0) => Ok(None),
            Ok(_) => match self.frame.pixel(column, row) {
                Some(ground) if self.bounds.is_some_and(|bounds| !ground.touches(bounds)) => return Ok(()),
                Some(ground) => Ok(Some(ground)),
                None => Err(format!("no place of {} has these numbers", self.frame.crs)),
            },
            Err(reason) => Err(reason),
        };
        report.rows(1);
        match ground {
            Ok(None) => report.record(),
            Ok(Some(ground)) => {
                report.record();
                heads.add(|| ground, number, report)?;
            }
            Err(reason) => {
                report.dropped(u64::from(row) + 1, Some(&format!("pixel {}", column + 1)), &reason);
            }
        }
        Ok(())
    }
}

/// The numbers of a tile.
fn each(values: &DecodingResult) -> Box<dyn Iterator<Item = f64> + '_> {
    match values {
        DecodingResult::U8(v) => Box::new(v.iter().map(|n| f64::from(*n))),
        DecodingResult::U16(v) => Box::new(v.iter().map(|n| f64::from(*n))),
        DecodingResult::U32(v) => Box::new(v.iter().map(|n| f64::from(*n))),
        DecodingResult::U64(v) => Box::new(v.iter().map(|n| *n as f64)),
        DecodingResult::I8(v) => Box::new(v.iter().map(|n| f64::from(*n))),
        DecodingResult::I16(v) => Box::new(v.iter().map(|n| f64::from(*n))),
        DecodingResult::I32(v) => Box::new(v.iter().map(|n| f64::from(*n))),
        DecodingResult::I64(v) => Box::new(v.iter().map(|n| *n as f64)),
        DecodingResult::F16(v) => Box::new(v.iter().map(|n| n.to_f64())),
        DecodingResult::F32(v) => Box::new(v.iter().map(|n| f64::from(*n))),
        DecodingResult::F64(v) => Box::new(v.iter().copied()),
    }
}
