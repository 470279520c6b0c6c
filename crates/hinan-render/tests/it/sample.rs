//! Layers to write and read back.

use hinan_model::area::Ring;
use hinan_model::{Area, Bounds, Place};
use hinan_render::{Format, Geometries, Layer, Notes, write};

pub fn at(lat_e7: i32, lon_e7: i32) -> Place {
    Place { lat_e7, lon_e7 }
}

pub fn square(low: i32, high: i32) -> Ring {
    Area::of_box(Bounds { min: at(low, low), max: at(high, high) }).rings.remove(0)
}

/// An island in a hole in a square, with all rings turned the same way and out of order, and a
/// square beside it that is turned the other way.
pub fn lake() -> Area {
    let mut beside = square(200_000_000, 210_000_000);
    beside.reverse();
    Area::new(vec![
        square(40_000_000, 60_000_000),
        square(20_000_000, 80_000_000),
        beside,
        square(0, 100_000_000),
    ])
    .unwrap()
}

pub fn notes() -> Notes {
    Notes {
        attribution: vec!["© \"OSM\" <contributors> & others".to_owned()],
        warnings: vec!["כבד: not for navigation".to_owned()],
        facts: vec![("walker".to_owned(), "older".to_owned()), ("hazard".to_owned(), "air-raid".to_owned())],
    }
}

/// Four rows: full, awkward, empty, full.
fn columns(layer: Layer) -> Layer {
    let awkward = "a,\"b\"\n'c' <d>&é避難 \u{5d0}";
    layer
        .with_text("id", [Some("node/1".to_owned()), Some(awkward.to_owned()), None, Some(String::new())])
        .with_integer("time_ds", [Some(0), Some(i64::MAX), None, Some(-7)])
        .with_real("share", [Some(0.1), Some(f64::NAN), None, Some(-1e300)])
        .with_boolean("in time \"now\"", [Some(true), Some(false), None, Some(true)])
}

pub fn points() -> Layer {
    let places = vec![Some(at(601_699_000, 249_384_001)), Some(at(-1, 1_799_999_999)), None, Some(at(0, 0))];
    columns(Layer::new("doorsteps", "Where people start", Geometries::Points(places), notes()))
}

pub fn lines() -> Layer {
    let way = |places: &[Place]| Some(places.to_vec());
    let lines = vec![
        way(&[at(1, 2), at(3, 4), at(5, -6)]),
        way(&[at(1, 2)]),
        None,
        way(&[at(601_699_000, 249_384_001), at(601_699_001, 249_384_000)]),
    ];
    columns(Layer::new("ways", "Ways", Geometries::Lines(lines), notes()))
}

pub fn areas() -> Layer {
    let areas = vec![Some(lake()), Area::new(vec![square(-5, 5)]), None, Some(Area::default())];
    columns(Layer::new("districts", "Districts", Geometries::Areas(areas), notes()))
}

pub fn table() -> Layer {
    columns(Layer::new("totals", "Sums", Geometries::None(4), notes()))
}

pub fn all() -> [Layer; 4] {
    [points(), lines(), areas(), table()]
}

pub fn bytes(layer: &Layer, format: Format) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(layer, format, &mut bytes).unwrap();
    bytes
}
