//! Heights of the ground from SRTM `.hgt` tiles (also zipped) and GeoTIFF in degrees, and slopes of
//! segments from them.
//!
//! A height is interpolated between the four posts around a point (bilinear); a void among them, or
//! no file there, means "not known", and the ground is then taken as level.
//!
//! Posts are 30 to 90 m apart and off by some metres, so the slope between two nodes 3 m apart would
//! be noise. The slope of a segment is therefore that of the way over [`WINDOW_M`] around it, along
//! the way; where the way is shorter, over that length as if it went on level. Bridges and tunnels
//! are level, stairs know their own way up.

use std::fs::File;
use std::io::{Cursor, Read, Seek};
use std::path::{Path, PathBuf};

use hinan_model::place::Place;
use hinan_model::source::Source;
use hinan_model::walker::{MAX_GRADE, MIN_GRADE};
use rayon::prelude::*;
use tiff::decoder::{Decoder, DecodingResult, Limits};
use tiff::tags::Tag;

use crate::error::file_name;
use crate::{StreetsError, report};

/// Metres of a way over which a slope is taken.
pub const WINDOW_M: f64 = 30.0;
/// Largest elevation file, packed or not.
const MOST_BYTES: u64 = 1 << 30;

/// Heights from any number of files; where several cover a point, the first that knows it counts.
#[derive(Debug, Default)]
pub struct Ground {
    tiles: Vec<Tile>,
    sources: Vec<Source>,
}

/// Heights of many places.
#[derive(Debug, Default)]
pub(crate) struct Heights {
    /// Metres, NaN where not known; empty where there is no file at all.
    pub(crate) metres: Vec<f32>,
    /// How many are not known.
    pub(crate) outside: u64,
}

/// A grid of posts.
#[derive(Debug)]
struct Tile {
    /// Longitude and latitude of the first post (north-west), degrees.
    west: f64,
    north: f64,
    /// Degrees between posts.
    step_east: f64,
    step_south: f64,
    columns: usize,
    rows: usize,
    /// Metres, row by row from the north; NaN: void.
    metres: Vec<f32>,
}

impl Ground {
    /// Reads elevation files.
    ///
    /// # Errors
    /// Where a file cannot be read or is no `.hgt` (named after its corner, as `N42E001.hgt`), no zip
    /// of such, and no GeoTIFF in degrees.
    pub fn read(files: &[PathBuf]) -> Result<Ground, StreetsError> {
        let mut ground = Ground::default();
        for path in files {
            let name = file_name(path);
            let bytes = read_bounded(path, &name)?;
            let before = ground.tiles.len();
            let format = ground.add(&bytes, &name)?;
            let posts = ground.tiles[before..].iter().map(|tile| tile.metres.len() as u64).sum();
            ground.sources.push(Source {
                role: "elevation".to_owned(),
                file: name,
                format: format.to_owned(),
                sha256: report::sha256_of(&bytes),
                rows: posts,
                records: posts,
                ..Source::default()
            });
        }
        Ok(ground)
    }

    /// Whether no file was given.
    pub fn is_empty(&self) -> bool {
        self.tiles.is_empty()
    }

    /// The height at a place in metres, where it is known.
    pub fn height(&self, place: Place) -> Option<f32> {
        self.tiles.iter().find_map(|tile| tile.height(place))
    }

    pub(crate) fn sources(&self) -> Vec<Source> {
        self.sources.clone()
    }

    pub(crate) fn heights(&self, places: &[Place]) -> Heights {
        if self.is_empty() {
            return Heights::default();
        }
        let metres: Vec<f32> =
            places.par_iter().map(|place| self.height(*place).unwrap_or(f32::NAN)).collect();
        let outside = metres.iter().filter(|m| m.is_nan()).count() as u64;
        Heights { metres, outside }
    }

    fn add(&mut self, bytes: &[u8], name: &str) -> Result<&'static str, StreetsError> {
        let wrong = |what: String| StreetsError::Broken { file: name.to_owned(), at: 0, what };
        if bytes.starts_with(b"PK") {
            self.add_zip(bytes).map_err(wrong)?;
            Ok("hgt-zip")
        } else if bytes.starts_with(b"II") || bytes.starts_with(b"MM") {
            self.tiles.push(geotiff(bytes).map_err(wrong)?);
            Ok("geotiff")
        } else {
            self.tiles.push(hgt(bytes, name).map_err(wrong)?);
            Ok("hgt")
        }
    }

    fn add_zip(&mut self, bytes: &[u8]) -> Result<(), String> {
        let mut archive =
            zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| format!("the zip cannot be read: {e}"))?;
        let mut found = 0;
        for index in 0..archive.len() {
            let entry = archive.by_index(index).map_err(|e| format!("the zip cannot be read: {e}"))?;
            let name = entry.name().to_owned();
            if !name.to_ascii_lowercase().ends_with(".hgt") {
                continue;
            }
            let mut unpacked = Vec::new();
            entry
                .take(MOST_BYTES)
                .read_to_end(&mut unpacked)
                .map_err(|e| format!("'{name}' in the zip cannot be unpacked: {e}"))?;
            self.tiles.push(hgt(&unpacked, name.rsplit('/').next().unwrap_or(&name))?);
            found += 1;
        }
        if found == 0 { Err("the zip holds no .hgt file".to_owned()) } else { Ok(()) }
    }
}

fn read_bounded(path: &Path, name: &str) -> Result<Vec<u8>, StreetsError> {
    let failed = |source| StreetsError::Io { file: name.to_owned(), source };
    let file = File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MOST_BYTES {
        let what = "the file is larger than a gigabyte; cut out the part that is needed".to_owned();
        return Err(StreetsError::Broken { file: name.to_owned(), at: 0, what });
    }
    Ok(bytes)
}

impl Tile {
    fn height(&self, place: Place) -> Option<f32> {
        let column = (place.lon() - self.west) / self.step_east;
        let row = (self.north - place.lat()) / self.step_south;
        let (last_column, last_row) = ((self.columns - 1) as f64, (self.rows - 1) as f64);
        // Half a post beyond the outer ones still belongs to them.
        if !(-0.5..=last_column + 0.5).contains(&column) || !(-0.5..=last_row + 0.5).contains(&row) {
            return None;
        }
        let (column, row) = (column.clamp(0.0, last_column), row.clamp(0.0, last_row));
        let (left, top) = (column.floor() as usize, row.floor() as usize);
        let (right, bottom) = ((left + 1).min(self.columns - 1), (top + 1).min(self.rows - 1));
        let (east, south) = ((column - left as f64) as f32, (row - top as f64) as f32);
        let post = |column: usize, row: usize| self.metres[row * self.columns + column];
        let upper = post(left, top) * (1.0 - east) + post(right, top) * east;
        let lower = post(left, bottom) * (1.0 - east) + post(right, bottom) * east;
        let height = upper * (1.0 - south) + lower * south;
        // A void is NaN and makes the sum so.
        (!height.is_nan()).then_some(height)
    }
}

/// SRTM: 1201 or 3601 posts a side, big-endian, named after the south-west corner.
fn hgt(bytes: &[u8], name: &str) -> Result<Tile, String> {
    let side = match bytes.len() {
        2_884_802 => 1201_usize,
        25_934_402 => 3601,
        other => {
            return Err(format!("'{name}' has {other} bytes; an .hgt tile has 2884802 or 25934402"));
        }
    };
    let (south, west) =
        corner(name).ok_or_else(|| format!("'{name}' does not say its corner; name it like N42E001.hgt"))?;
    let metres = bytes
        .chunks_exact(2)
        .map(|pair| match i16::from_be_bytes([pair[0], pair[1]]) {
            i16::MIN => f32::NAN,
            metres => f32::from(metres),
        })
        .collect();
    let step = 1.0 / (side - 1) as f64;
    Ok(Tile {
        west,
        north: south + 1.0,
        step_east: step,
        step_south: step,
        columns: side,
        rows: side,
        metres,
    })
}

fn corner(name: &str) -> Option<(f64, f64)> {
    let name = name.as_bytes();
    let number = |digits: &[u8]| -> Option<f64> {
        std::str::from_utf8(digits).ok()?.parse::<u16>().ok().map(f64::from)
    };
    let lat = number(name.get(1..3)?)?;
    let lon = number(name.get(4..7)?)?;
    let south = match name.first()? {
        b'N' | b'n' => lat,
        b'S' | b's' => -lat,
        _ => return None,
    };
    let west = match name.get(3)? {
        b'E' | b'e' => lon,
        b'W' | b'w' => -lon,
        _ => return None,
    };
    ((-90.0..90.0).contains(&south) && (-180.0..180.0).contains(&west)).then_some((south, west))
}

const MODEL_PIXEL_SCALE: Tag = Tag::ModelPixelScaleTag;
const MODEL_TIEPOINT: Tag = Tag::ModelTiepointTag;
const GEO_KEYS: Tag = Tag::GeoKeyDirectoryTag;
/// GDAL's text for "no value here".
const GDAL_NODATA: Tag = Tag::GdalNodata;

fn geotiff(bytes: &[u8]) -> Result<Tile, String> {
    let failed = |e: tiff::TiffError| format!("the GeoTIFF cannot be read: {e}");
    let mut decoder = Decoder::new(Cursor::new(bytes)).map_err(failed)?;
    let mut limits = Limits::default();
    limits.decoding_buffer_size = MOST_BYTES as usize;
    decoder = decoder.with_limits(limits);
    let (columns, rows) = decoder.dimensions().map_err(failed)?;
    let (columns, rows) = (columns as usize, rows as usize);
    if columns < 2 || rows < 2 {
        return Err("the GeoTIFF has less than two posts a side".to_owned());
    }
    let scale = decoder.get_tag_f64_vec(MODEL_PIXEL_SCALE).map_err(failed)?;
    let tie = decoder.get_tag_f64_vec(MODEL_TIEPOINT).map_err(failed)?;
    let (&[step_east, step_south, ..], &[column, row, _, lon, lat, ..]) = (scale.as_slice(), tie.as_slice())
    else {
        return Err("the GeoTIFF does not say where on Earth it lies".to_owned());
    };
    let in_degrees = (1e-7..1.0).contains(&step_east) && (1e-7..1.0).contains(&step_south);
    let half = half_post(&mut decoder)?;
    let (west, north) = (lon + (half - column) * step_east, lat - (half - row) * step_south);
    if !in_degrees || !(-181.0..=181.0).contains(&west) || !(-91.0..=91.0).contains(&north) {
        return Err("the GeoTIFF is not in degrees (EPSG:4326); convert it, for example with gdalwarp -t_srs EPSG:4326".to_owned());
    }
    let nodata = decoder.get_tag_ascii_string(GDAL_NODATA).ok();
    let nodata = nodata.and_then(|text| text.trim_matches(['\0', ' ']).parse::<f32>().ok());
    let metres = heights_of(decoder.read_image().map_err(failed)?, nodata);
    if metres.len() != columns * rows {
        return Err("the GeoTIFF has more than one value a post".to_owned());
    }
    Ok(Tile { west, north, step_east, step_south, columns, rows, metres })
}

/// Half a step where values stand for squares (the usual), none where they stand for points.
fn half_post<R: Read + Seek>(decoder: &mut Decoder<R>) -> Result<f64, String> {
    const RASTER_TYPE: u32 = 1025;
    const MODEL_TYPE: u32 = 1024;
    let keys = decoder.get_tag_u32_vec(GEO_KEYS).unwrap_or_default();
    let key = |wanted: u32| {
        keys.chunks_exact(4).skip(1).find(|entry| entry[0] == wanted && entry[1] == 0).map(|entry| entry[3])
    };
    if key(MODEL_TYPE).is_some_and(|model| model != 2) {
        return Err(
            "the GeoTIFF is projected; convert it to degrees, for example with gdalwarp -t_srs EPSG:4326"
                .to_owned(),
        );
    }
    Ok(if key(RASTER_TYPE) == Some(2) { 0.0 } else { 0.5 })
}

fn heights_of(image: DecodingResult, nodata: Option<f32>) -> Vec<f32> {
    let metres: Vec<f32> = match image {
        DecodingResult::U8(v) => v.into_iter().map(f32::from).collect(),
        DecodingResult::U16(v) => v.into_iter().map(f32::from).collect(),
        DecodingResult::U32(v) => v.into_iter().map(|m| m as f32).collect(),
        DecodingResult::U64(v) => v.into_iter().map(|m| m as f32).collect(),
        DecodingResult::I8(v) => v.into_iter().map(f32::from).collect(),
        DecodingResult::I16(v) => v.into_iter().map(f32::from).collect(),
        DecodingResult::I32(v) => v.into_iter().map(|m| m as f32).collect(),
        DecodingResult::I64(v) => v.into_iter().map(|m| m as f32).collect(),
        DecodingResult::F32(v) => v,
        DecodingResult::F64(v) => v.into_iter().map(|m| m as f32).collect(),
        _ => Vec::new(),
    };
    // Nothing on Earth lies deeper or higher; -32768 is the usual void.
    let known = |m: f32| Some(m) != nodata && (-500.0..9_000.0).contains(&m);
    metres.into_iter().map(|m| if known(m) { m } else { f32::NAN }).collect()
}

/// The slope from one height to another over `metres` of way, in per cent; level where a height is
/// not known.
fn grade_percent(from: f32, to: f32, metres: f64) -> i8 {
    let grade = f64::from(to - from) / metres.max(WINDOW_M) * 100.0;
    if grade.is_nan() {
        return 0;
    }
    grade.round().clamp(f64::from(MIN_GRADE), f64::from(MAX_GRADE)) as i8
}

/// Appends the slopes of segments that follow each other along a way.
pub(crate) fn grades(segments: &[[u32; 2]], length_mm: &[u32], heights: &[f32], grades: &mut Vec<i8>) {
    let mut first = 0;
    while first < segments.len() {
        let chained = segments[first..].windows(2).take_while(|pair| pair[0][1] == pair[1][0]).count();
        let last = first + chained + 1;
        grades_of_chain(&segments[first..last], &length_mm[first..last], heights, grades);
        first = last;
    }
}

fn grades_of_chain(segments: &[[u32; 2]], length_mm: &[u32], heights: &[f32], grades: &mut Vec<i8>) {
    // Distance along the way and height at each of its nodes.
    let mut at = 0.0;
    let mut profile = vec![(0.0, heights[segments[0][0] as usize])];
    for (segment, length) in segments.iter().zip(length_mm) {
        at += f64::from(*length) / 1000.0;
        profile.push((at, heights[segment[1] as usize]));
    }
    // Windows move along with the segments, and so do the places in the profile where they end.
    let (mut low, mut high) = (0, 0);
    for pair in 0..segments.len() {
        let (start, end) = (profile[pair].0, profile[pair + 1].0);
        let spare = ((WINDOW_M - (end - start)) / 2.0).max(0.0);
        let (from, to) = ((start - spare).max(0.0), (end + spare).min(at));
        let below = height_along(&profile, from, &mut low);
        let above = height_along(&profile, to, &mut high);
        grades.push(grade_percent(below, above, to - from));
    }
}

/// The height at distance `at` of a profile; `hint` is where the last answer lay, and distances never fall.
fn height_along(profile: &[(f64, f32)], at: f64, hint: &mut usize) -> f32 {
    while *hint + 2 < profile.len() && profile[*hint + 1].0 < at {
        *hint += 1;
    }
    let ((s0, h0), (s1, h1)) = (profile[*hint], profile[*hint + 1]);
    if s1 <= s0 { h0 } else { h0 + (h1 - h0) * (((at - s0) / (s1 - s0)).clamp(0.0, 1.0)) as f32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_are_read_from_names() {
        assert_eq!(corner("N42E001.hgt"), Some((42.0, 1.0)));
        assert_eq!(corner("S23W044.hgt"), Some((-23.0, -44.0)));
        assert_eq!(corner("X23W044.hgt"), None);
        assert_eq!(corner("N4"), None);
    }

    #[test]
    fn slopes_are_taken_over_a_window() {
        // Ten pieces of 10 m on a ramp of 10 %: 10 % in the middle and at the ends alike.
        let segments: Vec<[u32; 2]> = (0..10).map(|i| [i, i + 1]).collect();
        let heights: Vec<f32> = (0..=10).map(|i| i as f32).collect();
        let mut found = Vec::new();
        grades(&segments, &[10_000; 10], &heights, &mut found);
        assert_eq!(found[1..9], [10; 8]);
        // At the ends the window is cut and the rest counts as level.
        assert_eq!((found[0], found[9]), (7, 7));
        // One metre of noise on 3 m of way is no wall.
        let mut found = Vec::new();
        grades(&[[0, 1]], &[3_000], &[0.0, 1.0], &mut found);
        assert_eq!(found, [3]);
        // A void is level.
        let mut found = Vec::new();
        grades(&[[0, 1], [1, 2]], &[50_000; 2], &[0.0, f32::NAN, 5.0], &mut found);
        assert_eq!(found, [0, 0]);
    }
}
