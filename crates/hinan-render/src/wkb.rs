//! Geometries as bytes and as text (OGC 06-103: well-known binary and well-known text), longitude
//! first.

use hinan_model::area::Ring;
use hinan_model::place::Degrees;
use hinan_model::{Area, Place};

use crate::layer::{Geometries, is_line};
use crate::rings::{Polygon, polygons};

const LINE: u32 = 2;
const POINT: u32 = 1;
const POLYGON: u32 = 3;
const MULTIPOLYGON: u32 = 6;

/// Appends the geometry of a row to `out`. Whether there is one.
pub fn push(out: &mut Vec<u8>, geometries: &Geometries, row: usize) -> bool {
    match geometries {
        Geometries::None(_) => false,
        Geometries::Points(places) => places.get(row).copied().flatten().is_some_and(|place| {
            push_head(out, POINT);
            push_place(out, place);
            true
        }),
        Geometries::Lines(lines) => line(lines, row).is_some_and(|line| {
            push_head(out, LINE);
            push_places(out, line.iter().copied(), line.len());
            true
        }),
        Geometries::Areas(areas) => ground(areas, row).is_some_and(|polygons| {
            push_polygons(out, &polygons);
            true
        }),
    }
}

/// The line of a row.
pub fn line(lines: &[Option<Vec<Place>>], row: usize) -> Option<&[Place]> {
    lines.get(row)?.as_deref().filter(|line| is_line(line))
}

/// The ground of a row, where it encloses anything.
pub fn ground(areas: &[Option<Area>], row: usize) -> Option<Vec<Polygon>> {
    Some(polygons(areas.get(row)?.as_ref()?)).filter(|polygons| !polygons.is_empty())
}

/// A ring with its first place repeated at its end.
pub fn closed(ring: &Ring) -> impl Iterator<Item = Place> + '_ {
    ring.iter().chain(ring.first()).copied()
}

fn push_polygons(out: &mut Vec<u8>, polygons: &[Polygon]) {
    push_head(out, MULTIPOLYGON);
    push_count(out, polygons.len());
    for polygon in polygons {
        push_head(out, POLYGON);
        push_count(out, polygon.rings.len());
        for ring in &polygon.rings {
            push_places(out, closed(ring), ring.len() + 1);
        }
    }
}

fn push_head(out: &mut Vec<u8>, kind: u32) {
    const LITTLE_ENDIAN: u8 = 1;
    out.push(LITTLE_ENDIAN);
    out.extend_from_slice(&kind.to_le_bytes());
}

/// Counts are below 2^32: a place takes 8 bytes in memory.
fn push_count(out: &mut Vec<u8>, count: usize) {
    out.extend_from_slice(&(count as u32).to_le_bytes());
}

fn push_places(out: &mut Vec<u8>, places: impl Iterator<Item = Place>, count: usize) {
    push_count(out, count);
    for place in places {
        push_place(out, place);
    }
}

fn push_place(out: &mut Vec<u8>, place: Place) {
    out.extend_from_slice(&place.lon().to_le_bytes());
    out.extend_from_slice(&place.lat().to_le_bytes());
}

/// The geometry of a row as text: `LINESTRING(24.9 60.1,24.8 60.1)`; `None` where there is none.
pub fn text(geometries: &Geometries, row: usize) -> Option<String> {
    let place = |place: Place| format!("{} {}", Degrees(place.lon_e7), Degrees(place.lat_e7));
    let join = |places: &mut dyn Iterator<Item = Place>| places.map(place).collect::<Vec<_>>().join(",");
    match geometries {
        Geometries::None(_) => None,
        Geometries::Points(places) => {
            places.get(row).copied().flatten().map(|point| format!("POINT({})", place(point)))
        }
        Geometries::Lines(lines) => {
            line(lines, row).map(|line| format!("LINESTRING({})", join(&mut line.iter().copied())))
        }
        Geometries::Areas(areas) => ground(areas, row).map(|polygons| {
            let ring = |ring: &Ring| format!("({})", join(&mut closed(ring)));
            let polygon = |polygon: &Polygon| {
                format!("({})", polygon.rings.iter().map(ring).collect::<Vec<_>>().join(","))
            };
            format!("MULTIPOLYGON({})", polygons.iter().map(polygon).collect::<Vec<_>>().join(","))
        }),
    }
}
