//! Geometries as GeoPackage stores them: a header, then well-known binary (ISO and the older EWKB
//! flags). OGC 12-128r19, clause 2.1.3; ISO 19125-1.

use crate::geometry::{Raw, RawRing};

/// How deep collections may lie in each other.
const DEEPEST: usize = 4;

/// Reads a geometry; `Ok(None)` for an empty one.
pub(crate) fn read(blob: &[u8]) -> Result<Option<Raw>, String> {
    let (&[b'G', b'P', _version, flags, ..], true) = (blob, blob.len() >= 8) else {
        return Err("its geometry does not begin as a GeoPackage's does".to_owned());
    };
    let envelope = match flags >> 1 & 7 {
        0 => 0,
        1 => 32,
        2 | 3 => 48,
        4 => 64,
        _ => return Err("its geometry has an envelope of an unknown kind".to_owned()),
    };
    if flags & 0x10 != 0 {
        return Ok(None);
    }
    let rest = blob.get(8 + envelope..).ok_or_else(cut_off)?;
    let mut reader = Reader { rest, little: true, dimensions: 2 };
    let mut found = Found::default();
    reader.geometry(&mut found, 0)?;
    found.finish()
}

fn cut_off() -> String {
    "its geometry is cut off".to_owned()
}

/// What was read so far.
#[derive(Default)]
struct Found {
    points: Vec<[f64; 2]>,
    polygons: Vec<Vec<RawRing>>,
}

impl Found {
    fn finish(self) -> Result<Option<Raw>, String> {
        match (self.points.as_slice(), self.polygons.is_empty()) {
            ([], true) => Ok(None),
            ([], false) => Ok(Some(Raw::Polygons(self.polygons))),
            ([point], true) => Ok(Some(Raw::Point(*point))),
            _ => Err("it has several points; one point or an outline is needed".to_owned()),
        }
    }
}

struct Reader<'a> {
    rest: &'a [u8],
    little: bool,
    dimensions: usize,
}

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], String> {
        let (bytes, rest) = self.rest.split_first_chunk::<N>().ok_or_else(cut_off)?;
        self.rest = rest;
        Ok(*bytes)
    }

    fn u32(&mut self) -> Result<u32, String> {
        let bytes = self.take()?;
        Ok(if self.little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    }

    fn f64(&mut self) -> Result<f64, String> {
        let bytes = self.take()?;
        Ok(if self.little { f64::from_le_bytes(bytes) } else { f64::from_be_bytes(bytes) })
    }

    /// A count of things of at least `size` bytes each, which must still be there.
    fn count(&mut self, size: usize) -> Result<usize, String> {
        let count = self.u32()? as usize;
        if count > self.rest.len() / size {
            return Err(cut_off());
        }
        Ok(count)
    }

    fn point(&mut self) -> Result<[f64; 2], String> {
        let point = [self.f64()?, self.f64()?];
        for _ in 2..self.dimensions {
            self.f64()?;
        }
        Ok(point)
    }

    fn geometry(&mut self, found: &mut Found, depth: usize) -> Result<(), String> {
        if depth > DEEPEST {
            return Err("its geometries lie too deep in each other".to_owned());
        }
        self.little = match self.take::<1>()?[0] {
            0 => false,
            1 => true,
            _ => return Err("its geometry has an unknown byte order".to_owned()),
        };
        let code = self.u32()?;
        if code & 0x2000_0000 != 0 {
            // EWKB: the system's number stands here too.
            self.u32()?;
        }
        let flags = usize::from(code & 0x8000_0000 != 0) + usize::from(code & 0x4000_0000 != 0);
        let code = code & 0x0fff_ffff;
        let iso = match code / 1000 {
            0 => 0,
            1 | 2 => 1,
            3 => 2,
            _ => return Err(format!("its geometry is of the unknown kind {code}")),
        };
        self.dimensions = 2 + flags.max(iso);
        match code % 1000 {
            1 => {
                let point = self.point()?;
                // An empty point is written as two NaN.
                if !point.iter().all(|number| number.is_nan()) {
                    found.points.push(point);
                }
            }
            3 => found.polygons.push(self.polygon()?),
            4 | 6 | 7 => {
                for _ in 0..self.count(9)? {
                    self.geometry(found, depth + 1)?;
                }
            }
            2 | 5 => return Err("it is a line; a point or an outline is needed".to_owned()),
            other => return Err(format!("its geometry is of the kind {other}, which is not supported")),
        }
        Ok(())
    }

    fn polygon(&mut self) -> Result<Vec<RawRing>, String> {
        let rings = self.count(4)?;
        (0..rings)
            .map(|_| {
                let points = self.count(8 * self.dimensions)?;
                (0..points).map(|_| self.point()).collect()
            })
            .collect()
    }
}
